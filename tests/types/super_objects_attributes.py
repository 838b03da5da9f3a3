# reference: super()
# super objects: their three attributes, repr, binding of unbound ones, and what they cannot do.
def attempt(f):
    try:
        return f()
    except (TypeError, AttributeError, RuntimeError) as e:
        return f"{type(e).__name__}: {e}"


class A:
    x = "A.x"

    def name(self):
        return "A.name"

    @classmethod
    def make(cls):
        return "A.make", cls.__name__

    @staticmethod
    def still():
        return "A.still"

    @property
    def prop(self):
        return "A.prop"

    def __getitem__(self, key):
        return key

    def __len__(self):
        return 3


class B(A):
    x = "B.x"

    def __init__(self):
        self.x = "instance"

    def name(self):
        return "B.name", super().name()

    @classmethod
    def make(cls):
        return "B.make", super().make()

    def me(self):
        return super()


b = B()
s = b.me()
print(s.__thisclass__.__name__, s.__self__ is b, s.__self_class__.__name__, repr(s)[:30], s.x, s.name(), s.make(), s.still(), s.prop, s.__class__, type(s))
print(b.name(), B.make(), b.x, s.__getitem__(5), s.__len__(), attempt(lambda: s[5]), attempt(lambda: len(s)), bool(s), attempt(lambda: setattr(s, "x", 1)), attempt(lambda: delattr(s, "x")), attempt(lambda: s.missing), attempt(lambda: iter(s)))
c = super(B, B)
print(c.__self__.__name__, c.__self_class__.__name__, attempt(lambda: c.name(b)), c.make(), c.x, c.prop is A.__dict__["prop"], repr(c))
u = super(B)
print(u.__self__, u.__self_class__, u.__thisclass__.__name__, repr(u), attempt(lambda: u.x), u.__get__(b).x, attempt(lambda: u.__get__(None)), attempt(lambda: u.__get__(5)), u.__get__(b).__get__(b).x)
for f in (lambda: super(), lambda: super(5), lambda: super(B, 5), lambda: super(B, A), lambda: super(B, A()), lambda: super(B, b, 1), lambda: super(type=B), lambda: super(None), lambda: super(B, None), lambda: setattr(s, "__self__", 1), lambda: hash(s) == hash(s), lambda: s == b.me(), lambda: super(A, b).x):
    print(attempt(f) if f.__code__.co_consts != (None, 99) else "")


class Sub(super):
    def __getattribute__(self, name):
        return f"sub {name}"


print(Sub(B, b).anything, isinstance(s, A), isinstance(s, super), super(B, b).__init__.__qualname__, super(A, b).__init__.__qualname__, attempt(lambda: super(A, b).name))
