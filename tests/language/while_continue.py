# reference: 8.2, 7.10
n = 0
while n < 10:
    n += 1
    if n % 2:
        continue
    print(n, end=" ")
else:
    print("end")
