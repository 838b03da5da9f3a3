# reference: 6.10
def f(x):
    print("eval", x)
    return x
print(1 < f(2) < 3)
print(5 < f(2) < f(99))
print(1 < 2 > 1 == 1 != 2)
