# reference: 7.2.2, 8.7
x: int = 5
y: str
class C:
    a: int
    b: "fwd" = 1
def f(p: int, *a: str, q: float = 1.0, **k: dict) -> list: pass
print(__annotations__, C.__annotations__, f.__annotations__)
print("y" in globals(), f.__kwdefaults__)
