# reference: 6.2.4
print([x * y for x in range(3) for y in range(x + 1) if (x + y) % 2 == 0])
print({c: i for i, c in enumerate("abc")})
print(sorted({x % 3 for x in range(10)}))
print(sum(x for x in range(5)))
print([[j for j in range(i)] for i in range(4)])
x = "outer"
[x for x in range(3)]
print(x)
class C:
    n = 3
    l = [i for i in range(n)]
print(C.l)
