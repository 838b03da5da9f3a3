# reference: 3.3.3.7, 3.3.3.1
# Registries, operators between classes, automatic attributes, instance caches, ordered members.
class Registry(type):
    all = {}
    def __init__(cls, name, bases, ns): super().__init__(name, bases, ns); Registry.all[name] = cls
    def __iter__(cls): return iter(sorted(k for k in vars(cls) if not k.startswith("_")))
    def __getitem__(cls, k): return vars(cls)[k]
    def __contains__(cls, k): return k in vars(cls)
    def __len__(cls): return len(list(iter(cls)))
    def __or__(cls, o): return f"{cls.__name__}|{o.__name__}"
    def __lt__(cls, o): return cls.__name__ < o.__name__
    def __getattr__(cls, name): return f"{cls.__name__}.{name}?"
    def __setattr__(cls, k, v): print("class set", k); super().__setattr__(k, v)
    def __delattr__(cls, k): print("class del", k); super().__delattr__(k)
    def __enter__(cls): print("enter class"); return cls
    def __exit__(cls, *a): print("exit class")
    def __instancecheck__(cls, o): return o == 7
    def __hash__(cls): return 1
    def __eq__(cls, o): return isinstance(type(o), type) and getattr(o, "__name__", 0)[:1] == cls.__name__[:1]
    @property
    def tag(cls): return cls.__name__.lower()
    def method(cls): return "metamethod of " + cls.__name__
class Red(metaclass=Registry): b, a = 1, 2
class Blue(Red): c = 3
print(Registry.all.keys(), list(Red), Red["a"], "c" in Blue, len(Blue), Red | Blue, sorted([Red, Blue]) == [Blue, Red], Red.zip, isinstance(7, Red), isinstance(Red(), Red), Red.tag, Red.method())
Blue.x = 5
del Blue.x
with Red as r: print(r.tag)
for act in (lambda: Red().tag, lambda: Red().method(), lambda: Red().zip, lambda: Red() | Blue(), lambda: iter(Red()), lambda: Red()["a"]):
    try:
        print(act())
    except (AttributeError, TypeError) as e:
        print(type(e).__name__, str(e).split(" at ")[0])
class Cached(type):
    def __init__(cls, *a): super().__init__(*a); cls.cache = {}
    def __call__(cls, *args):
        if args not in cls.cache: cls.cache[args] = super().__call__(*args)
        return cls.cache[args]
class P(metaclass=Cached):
    def __init__(self, x): self.x = x
print(P(1) is P(1), P(1) is P(2), len(P.cache))
class Final(type):
    def __new__(m, name, bases, ns):
        for b in bases:
            if isinstance(b, Final): raise TypeError(f"{b.__name__} is final")
        return super().__new__(m, name, bases, ns)
class Leaf(metaclass=Final): pass
try:
    class More(Leaf): pass
except TypeError as e:
    print(e)
