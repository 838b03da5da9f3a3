# reference: 8.3
for i in range(3):
    print(i)
else:
    print("done")
for i in range(3):
    if i == 1:
        break
else:
    print("never")
print(i)
