# reference: 8.10.2
# Generic classes: __type_params__, __orig_bases__, __parameters__, subscripts.
# Each piece below runs like a line typed at the prompt: a value is shown, an exception by its type and words.
import sys

PIECES = r"""
class A[T]:
    def m[U](self, x: T, y: U): return T, U

A.__type_params__, A.__parameters__, A.__bases__, A.__mro__

A[int], A[str].__origin__, A[int].__args__, A[int]().__class__, A().m(1, 2)

A[int]().__orig_class__

A[int, str]

A[()]

class B[T, U](A[T], dict[T, U]): pass

B.__parameters__, B.__bases__, B[int, str], B.__type_params__

class C(A[int]): pass

C.__parameters__, C.__type_params__, C.__bases__

C[int]

class D[T](A): pass

D.__parameters__, D[int]

class E[T: int = 3]: pass

class E[T]:
    x = T
    y = [T for _ in range(2)]
    def f(self): return T
    class In: z = T

E.x is E.__type_params__[0], E().f() is E.x, E.y[0] is E.x, E.In.z is E.x

class F[T]:
    T = 5
    y = T

F.y, F.__type_params__

class G[T](metaclass=type): pass

class G[T](x=1): pass

class G[T, T]: pass

class G[__T]:
    def f(self): return __T

G().f(), G.__type_params__, G.__type_params__[0].__name__

A[int] == A[int], A[int] == A[str], hash(A[int]) == hash(A[int])

isinstance(A(), A[int])

A.__init_subclass__()
"""

names = {"__name__": "__main__", "sys": sys}
for piece in PIECES.strip("\n").split("\n\n"):
    print(">>>", piece.replace("\n", "\n... "))
    try:
        exec(compile(piece + "\n", "<piece>", "single"), names)
    except BaseException as e:
        print(f"{type(e).__name__}: {e}", *getattr(e, "__notes__", ()), sep="\n")
