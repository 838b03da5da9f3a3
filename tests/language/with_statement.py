# reference: 8.5, 3.3.9
class CM:
    def __init__(self, n, swallow=False): self.n, self.swallow = n, swallow
    def __enter__(self): print("enter", self.n); return self.n * 2
    def __exit__(self, t, v, tb):
        print("exit", self.n, t.__name__ if t else None, v)
        return self.swallow
with CM(1) as a, CM(2) as b:
    print(a, b)
with CM(3, True):
    raise ValueError("swallowed")
try:
    with (CM(4), CM(5)):
        raise KeyError("out")
except KeyError as e:
    print("caught", e)
def f():
    with CM(6):
        return "ret"
print(f())
try:
    with 5: pass
except TypeError as e:
    print(e)
class NoExit:
    def __enter__(self): pass
try:
    with NoExit(): pass
except TypeError as e:
    print(e)
