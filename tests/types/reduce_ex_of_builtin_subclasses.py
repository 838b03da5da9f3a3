# reference: 3.3.1
# __reduce_ex__ of instances of subclasses of built-in types: the function, its arguments, state, items.
class I(int): pass
class F(float): pass
class S(str): pass
class B(bytes): pass
class T(tuple): pass
class L(list): pass
class D(dict): pass
class E(set): pass
class Z(frozenset): pass
class A(bytearray): pass
class C(complex): pass


def show(value, protocol):
    f, arguments, *rest = value.__reduce_ex__(protocol)
    rest = [list(r) if hasattr(r, "__next__") else r for r in rest]
    while rest and rest[-1] is None:
        rest.pop()
    return getattr(f, "__qualname__", f), [a.__name__ if isinstance(a, type) else a for a in arguments], rest


for make in (lambda: I(5), lambda: F(1.5), lambda: S("ab"), lambda: B(b"ab"), lambda: T((1, 2)), lambda: L([1, 2]), lambda: D(a=1), lambda: E({1}), lambda: Z({1}), lambda: A(b"ab"), lambda: C(1j)):
    o = make()
    print(type(o).__base__.__name__, show(o, 4))
    o.extra = "state"
    print("  with state", show(o, 2))
    f, arguments, *rest = o.__reduce_ex__(4)
    rebuilt = f(*arguments)
    print(" ", type(rebuilt).__name__, type(o.__getstate__()).__name__, rebuilt == o if type(o) not in (L, D) else len(rebuilt))
print((5).__getnewargs__(), (1.5).__getnewargs__(), "ab".__getnewargs__(), b"ab".__getnewargs__(), (1,).__getnewargs__(), 1j.__getnewargs__(), [hasattr(o, "__getnewargs__") for o in ([], {}, set(), frozenset(), range(1))])
for o in (range(1, 5, 2), slice(1, 2), bytearray(b"\xff"), {1}, frozenset({2}), ValueError("a", 1), StopIteration(3), ...):
    r = o.__reduce__()
    print(type(o).__name__, r if isinstance(r, str) else (r[0].__name__, *r[1:]))
for wrong in (lambda: [].__reduce__(), lambda: (5).__reduce__(), lambda: (5).__reduce_ex__("x"), lambda: object().__reduce_ex__()):
    try:
        print(type(wrong()).__name__)
    except TypeError as e:
        print(e)
