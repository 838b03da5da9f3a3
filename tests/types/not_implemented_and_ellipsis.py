print(NotImplemented, ..., repr(Ellipsis), type(...).__name__, type(NotImplemented).__name__, ... == ..., bool(...), [...][0])
print((5).__add__("x"), (5).__eq__("x"), "a".__lt__(1), [].__eq__(()), object().__eq__(1), (1.5).__add__("x"))
class A:
    def __lt__(self, o): return NotImplemented
    def __gt__(self, o): return "reflected gt"
print(A() < A(), A() > 1)
try:
    A() < 5
except TypeError as e:
    print(e)
for f in (lambda: type(None)(1), lambda: type(...)(), lambda: NotImplemented()):
    try:
        print(f())
    except TypeError as e:
        print(e)
