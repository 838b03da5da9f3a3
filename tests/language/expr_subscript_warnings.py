# reference: 6.3.2, 6.3.4, 6.10.3
# Literals that cannot be called, subscripted so, or compared by identity, are warned of.
def f():
    print([1, 2](3))
def g():
    print((1, 2)["a"], [1]["x"], "a"["b"])
def h(x):
    return x is 1, x is not "a", x is (), x is None, x is ..., 1 is x, x is True, x is -1, x is 1.5, x is b"", (1) is x
def i():
    return 5[0], 1.5[0], {1}[0], (lambda: 0)[0], f"a"["b"], {}(), "a"(), f"{1}"(), None(), ...(), {1: 2}(), (1,)(), (x for x in ())(), [y for y in ()](), (lambda: 0)()
assert (1, "always")
print(h(1))
