# reference: 6.12
data = [1, 2, 3, 4]
print([y for x in data if (y := x * x) > 4], y)
while (n := len(data)) > 2:
    data.pop()
print(n, data)
