# mro() that fails, deletes itself, answers nonsense, or looks at a class that has no order yet.
# reference: 3.3.3.1
class M(type):
    def mro(cls):
        print("mro of", cls.__name__, cls.__mro__ if cls.__mro__ is None else len(cls.__mro__))
        if cls.__mro__ is None:
            for use in (lambda: super(cls, cls).missing, lambda: super(cls, cls).__repr__, lambda: cls.missing):
                try:
                    print(type(use()).__name__)
                except Exception as e:
                    print(type(e).__name__, e)
        return type.mro(cls)


class A(metaclass=M):
    pass


class B:
    pass


class N(type):
    def mro(cls):
        del N.mro
        return (B,)


try:
    class C(metaclass=N):
        pass
except TypeError as e:
    print("TypeError", e)


class O(type):
    answer = None

    def mro(cls):
        if isinstance(O.answer, Exception):
            raise O.answer
        return O.answer


for answer in (None, 1, (), (int, 1), [int, object], ValueError("no order"), (object,), {B: 1}):
    O.answer = answer
    try:
        D = O("D", (), {})
        print(answer, D.__mro__)
    except Exception as e:
        print(type(e).__name__, e)
