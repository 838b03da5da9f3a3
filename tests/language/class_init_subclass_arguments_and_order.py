# reference: 3.3.3.1
# __init_subclass__: implicit classmethod, keyword arguments, super chains, errors, what it sees of the new class.
log = []
class Base:
    def __init_subclass__(cls, /, tag="none", **k):
        super().__init_subclass__(**k); log.append(("Base", cls.__name__, tag, sorted(n for n in vars(cls) if n[0] != "_")))
class Mix:
    def __init_subclass__(cls, *, mix=None, **k):
        log.append(("Mix", cls.__name__, mix)); super().__init_subclass__(**k)
class A(Base): x = 1
class B(A, tag="b"): pass
class C(Mix, Base, mix=1, tag="c"): y = 2
class D(C, mix="d"): pass
print(*log, sep="\n"); log.clear()
def attempt(src):
    try: exec(src, globals()); print(src, "fine", log)
    except Exception as e: print(src, "|", type(e).__name__, e, getattr(e, "__notes__", ""), log)
    log.clear()
attempt("class E(Base, unknown=1): pass"); attempt("class E(object, z=1): pass"); attempt("class E(int, a=1, b=2): pass"); attempt("class E(Mix, mix=2, other=3): pass"); attempt("type('E', (Base,), {'q': 1}, tag='by call')"); attempt("type('E', (), {}, k=1)"); attempt("class E(Base, **{'tag': 'unpacked'}): pass")
class Raises:
    def __init_subclass__(cls): raise ValueError(cls.__name__)
attempt("class E(Raises): pass"); attempt("class E(Raises, k=1): pass")
class Static:
    @staticmethod
    def __init_subclass__(**k): log.append(("static", k))
attempt("class E(Static, s=1): pass")
class Cm:
    @classmethod
    def __init_subclass__(cls, **k): log.append(("cm", cls.__name__, k))
attempt("class E(Cm, s=1): pass")
print(type(Base.__dict__["__init_subclass__"]).__name__, type(Static.__dict__["__init_subclass__"]).__name__)
class Late: pass
Late.__init_subclass__ = classmethod(lambda cls, **k: log.append(("late", cls.__name__, k)))
attempt("class E(Late, v=3): pass")
Late.__init_subclass__ = lambda **k: log.append(("plain function", k))
attempt("class E(Late, v=4): pass")
class NoneHook: __init_subclass__ = None
attempt("class E(NoneHook): pass")
class Bare:
    def __init_subclass__(): pass
attempt("class E(Bare): pass")
for f in (lambda: Base.__init_subclass__(), lambda: Base.__init_subclass__(tag="direct"), lambda: object.__init_subclass__(), lambda: object.__init_subclass__(1), lambda: object.__init_subclass__(a=1), lambda: int.__init_subclass__(5)):
    try: print(f(), log)
    except TypeError as e: print(e)
    log.clear()
registry = {}
class Plugin:
    def __init_subclass__(cls, name=None): registry[name or cls.__name__.lower()] = cls; cls.made = __class__.__name__
class One(Plugin): pass
class Two(One, name="zwei"): pass
print({k: v.__name__ for k, v in registry.items()}, Two.made)
