"""Writes random programs that are correct Python: every statement and operator, over values that misbehave.

What mutants rarely reach: programs that run for a while. Operands are chosen from all built-in types and from classes
whose special methods change or destroy the containers that are being worked on. `program(seed)` is deterministic.
"""
import random

PRELUDE = """\
import sys
class Odd:
    def __init__(self, *a, **k): self.a = a
    def __eq__(self, o): return shake(True)
    def __lt__(self, o): return shake(NotImplemented)
    def __hash__(self): return shake(1)
    def __len__(self): return shake(2)
    def __bool__(self): return shake(True)
    def __iter__(self): return iter(shake([1, self]))
    def __getitem__(self, i): return shake(pool[0])
    def __setitem__(self, i, v): pool.append(v)
    def __delitem__(self, i): pool.clear()
    def __contains__(self, o): return shake(False)
    def __index__(self): return shake(3)
    def __add__(self, o): return shake(NotImplemented)
    def __radd__(self, o): return shake(o)
    def __call__(self, *a, **k): return shake(a)
    def __enter__(self): return shake(self)
    def __exit__(self, *a): return shake(True)
    def __await__(self): yield from shake([1])
    def __get__(self, o, t=None): return shake(o)
    def __format__(self, s): return shake(s)
    def __repr__(self): return shake('Odd')
    def __del__(self): shake(self)
    def __next__(self):
        if len(pool) > 9: raise StopIteration(self)
        return shake(pool)
    async def __aiter__(self): yield self
class Evil(list):
    def __eq__(self, o): self.clear(); return NotImplemented
    def __hash__(self): return 1
class Strange(dict):
    def __missing__(self, k): self.clear(); return k
class Text(str):
    def __hash__(self): return shake(1)
    def __eq__(self, o): return shake(True)
class Meta(type):
    def __instancecheck__(cls, o): return shake(True)
    def __getattr__(cls, n): return shake(n)
turns = 0
pool = [1]
def shake(v):
    global turns
    turns += 1
    if turns % 3 == 0: pool.append(v)
    if turns % 5 == 0: del pool[:]; pool.append(v)
    if turns % 11 == 0: raise KeyError(turns)
    return v
"""

ATOMS = """0  1  -1  2  7  255  256  10**30  -(2**64)  0.0  -0.0  1.5  float('inf')  float('nan')  1e300  2j  True  False
None  ...  ''  'a'  'abc'  'é漢😀'  'a b c'  '%s'  '{0}'  b''  b'abc'  bytearray(b'xyz')  memoryview(b'abcd')  []  [1, 2, 3]
(1,)  ()  (1, 2, 3)  {}  {1: 2}  {'a': 1, 'b': []}  {1, 2}  frozenset({1})  range(5)  range(0, -9, -2)  slice(1, None, 2)
int  str  list  dict  object  type  Odd  Odd()  Evil([1])  Strange()  Text('abc')  Meta('M', (), {})  pool  iter(pool)
reversed(pool)  enumerate(pool)  zip(pool, pool)  map(Odd(), pool)  (x for x in pool)  [pool, pool]  {'k': pool}  sys  print
len  NotImplemented  ValueError  ValueError('v')  type(pool)  (lambda *p: p)  object()  property(Odd())  staticmethod(len)
classmethod(len)  super  complex(1, -1)""".replace("\n", "  ").split("  ")
BUILTINS = """abs all any ascii bin bool bytes bytearray callable chr classmethod complex dict dir divmod enumerate filter float
format frozenset getattr hasattr hash hex id int isinstance issubclass iter len list map max memoryview min next oct ord pow
print range repr reversed round set slice sorted staticmethod str sum tuple type vars zip compile eval property super""".split()
METHODS = """append extend insert pop remove clear copy count index sort reverse keys values items get setdefault update popitem
add discard union difference intersection issubset join split replace strip format encode decode find startswith upper
center zfill translate partition splitlines send throw close __len__ __iter__ __next__ __add__ __eq__ __hash__ __getitem__
__setitem__ __class__ __dict__ __reduce__ __init__ __repr__ __format__ __sizeof__ mro as_integer_ratio hex to_bytes
conjugate tolist cast release isdisjoint fromkeys maketrans with_traceback add_note gi_frame cr_frame tb_next""".split()
BINARY = "+ - * / // % @ ** << >> & | ^ == != < <= > >= is in and or".split() + ["is not", "not in"]
AUGMENTED = "+= -= *= /= //= %= @= **= <<= >>= &= |= ^=".split()
SPECIAL = """__init__ __eq__ __lt__ __hash__ __len__ __bool__ __iter__ __next__ __getitem__ __setitem__ __call__ __enter__
__exit__ __getattr__ __getattribute__ __setattr__ __get__ __set__ __del__ __repr__ __str__ __index__ __add__ __radd__ __iadd__
__contains__ __new__ __init_subclass__ __set_name__ __class_getitem__ __missing__ __format__ __reversed__ __dir__""".split()
NAMES = "a b c d e f".split()


class Writer:
    """One program. `room` bounds nesting, so that every program ends."""

    def __init__(self, rng):
        self.rng = rng
        self.lines = []
        self.kind = "module"  # or "def", "async"
        self.plain = False  # inside what forbids yield, await and :=

    def pick(self, *choices):
        return self.rng.choice(choices)()

    # --- expressions -----------------------------------------------------------------------------------------------

    def name(self):
        return self.rng.choice(NAMES)

    def atom(self):
        return self.rng.choice(ATOMS) if self.rng.random() < 0.6 else self.name()

    def expr(self, room=3):
        if room <= 0 or self.rng.random() < 0.15:
            return self.atom()
        e = lambda: self.expr(room - 1)  # noqa: E731
        p = lambda: self.plainly(room - 1)  # noqa: E731
        many = lambda: ", ".join(self.rng.choice(("", "", "", "*")) + e() for _ in range(self.rng.randrange(4)))  # noqa: E731
        choices = [
            lambda: f"({e()} {self.rng.choice(BINARY)} {e()})",
            lambda: f"({e()} {self.rng.choice(BINARY)} {e()})",
            lambda: f"({self.rng.choice(('-', '+', '~', 'not '))}{e()})",
            lambda: f"({e()} if {e()} else {e()})",
            lambda: f"{self.rng.choice(BUILTINS)}({self.arguments(e)})",
            lambda: f"{self.rng.choice(BUILTINS)}({self.arguments(e)})",
            lambda: f"({e()}).{self.rng.choice(METHODS)}({self.arguments(e)})",
            lambda: f"({e()}).{self.rng.choice(METHODS)}({self.arguments(e)})",
            lambda: f"({e()}).{self.rng.choice(METHODS)}",
            lambda: f"({e()})({self.arguments(e)})",
            lambda: f"({e()})[{e()}]",
            lambda: f"({e()})[{e()}:{e()}:{e()}]",
            lambda: f"[{many()}]",
            lambda: f"({e()}, {many()})",
            lambda: "{%s}" % ", ".join(f"{e()}: {e()}" for _ in range(self.rng.randrange(3))),
            lambda: "{%s, %s}" % (e(), e()),
            lambda: f"[{p()} for {self.name()} in {p()} if {p()}]",
            lambda: "{%s: %s for %s in %s}" % (p(), p(), self.name(), p()),
            lambda: f"({p()} for {self.name()} in {p()})",
            lambda: f"(lambda {self.name()}={e()}, *p, **q: {p()})",
            lambda: f"({self.name()} := {e()})" if not self.plain else e(),
            lambda: "f'{(%s)!r:>{%s}}'" % (self.atom().replace("'", '"'), self.rng.choice(("3", "a", "-1"))),
            lambda: f"(yield {e()})" if self.kind == "def" and not self.plain else e(),
            lambda: f"(yield from {e()})" if self.kind == "def" and not self.plain else e(),
            lambda: f"(await {e()})" if self.kind == "async" and not self.plain else e(),
            lambda: f"[{self.name()} async for {self.name()} in {p()}]" if self.kind == "async" and not self.plain else e(),
        ]
        return self.rng.choice(choices)()

    def plainly(self, room):
        outer, self.plain = self.plain, True
        text = self.expr(room)
        self.plain = outer
        return text

    def arguments(self, e):
        forms = [e, e, e, lambda: "*" + e(), lambda: f"key={e()}", lambda: "**" + e()]
        chosen = dict.fromkeys(self.rng.choice(forms)() for _ in range(self.rng.randrange(4)))
        key = [a for a in chosen if self.order(a) == 1]
        return ", ".join(sorted((a for a in chosen if a not in key[1:]), key=self.order))

    @staticmethod
    def order(argument):
        return 2 if argument.startswith("**") else 1 if argument.startswith("key=") else 0

    def target(self, several=True):
        e = lambda: self.expr(1)  # noqa: E731
        return self.pick(self.name, self.name, lambda: f"({e()})[{e()}]", lambda: f"({e()}).{self.name()}",
                         lambda: f"({e()})[{e()}:{e()}]",
                         lambda: f"{self.name()}, *{self.name()}" if several else f"{self.name()}, {self.name()}")

    # --- statements ------------------------------------------------------------------------------------------------

    def line(self, depth, text):
        self.lines.append("    " * depth + text)

    def block(self, depth, room):
        for _ in range(self.rng.randrange(1, 4)):
            self.statement(depth, room)

    def statement(self, depth, room):
        simple = [
            lambda: self.line(depth, f"{self.target()} = {self.expr()}"),
            lambda: self.line(depth, f"{self.target()} = {self.expr()}"),
            lambda: self.line(depth, f"{self.name()} {self.rng.choice(AUGMENTED)} {self.expr()}"),
            lambda: self.line(depth, self.expr()),
            lambda: self.line(depth, self.expr()),
            lambda: self.line(depth, f"del {self.target(False)}"),
            lambda: self.line(depth, f"assert {self.expr(1)}, {self.expr(1)}"),
            lambda: self.line(depth, f"raise {self.expr(1)} from {self.expr(1)}"),
            lambda: self.line(depth, f"{self.name()}: {self.plainly(1)} = {self.expr(1)}"),
            lambda: self.line(depth, f"type {self.name().upper()}[T: {self.atom()}, *U] = {self.plainly(1)}"),
            lambda: self.line(depth, f"return {self.expr()}" if self.kind == "def" else f"print(type({self.expr()}))"),
        ]
        compound = [self.if_, self.loop, self.loop, self.while_, self.try_, self.try_, self.with_, self.def_, self.def_,
                    self.class_, self.match_]
        if room > 0 and self.rng.random() < 0.55:
            self.rng.choice(compound)(depth, room - 1)
        else:
            self.rng.choice(simple)()

    def if_(self, depth, room):
        self.line(depth, f"if {self.expr()}:")
        self.block(depth + 1, room)
        self.line(depth, "else:")
        self.block(depth + 1, room)

    def loop(self, depth, room):
        word = "async for" if self.kind == "async" and self.rng.random() < 0.5 else "for"
        self.line(depth, f"{word} {self.name()} in {self.expr()}:")
        self.line(depth + 1, "n += 1")
        self.line(depth + 1, f"if n > 30: {self.rng.choice(('break', 'raise IndexError'))}")
        self.block(depth + 1, room)
        if self.rng.random() < 0.3:
            self.line(depth, "else:")
            self.block(depth + 1, room)

    def while_(self, depth, room):
        self.line(depth, f"while {self.expr(1)}:")
        self.line(depth + 1, "n += 1")
        self.line(depth + 1, "if n > 30: break")
        self.block(depth + 1, room)

    def try_(self, depth, room):
        star = self.rng.choice(("", "", "*"))
        self.line(depth, "try:")
        self.block(depth + 1, room)
        if self.rng.random() < 0.8:
            kind = self.rng.choice(("Exception", "(TypeError, KeyError)", "ValueError", self.atom()))
            self.line(depth, f"except{star} {kind} as {self.name()}:")
            self.block(depth + 1, room) if not star else self.line(depth + 1, f"{self.name()} = {self.expr()}")
            if self.rng.random() < 0.3:
                self.line(depth, "else:")
                self.block(depth + 1, room)
            if self.rng.random() < 0.6:
                return
        self.line(depth, "finally:")
        self.block(depth + 1, room)

    def with_(self, depth, room):
        word = "async with" if self.kind == "async" and self.rng.random() < 0.5 else "with"
        self.line(depth, f"{word} {self.expr(1)} as {self.name()}, Odd() as {self.name()}:")
        self.block(depth + 1, room)

    def def_(self, depth, room):
        outer, self.kind = self.kind, self.rng.choice(("def", "def", "async"))
        name = self.name()
        if self.rng.random() < 0.1:
            self.line(depth, f"@{self.plainly(1)}")
        self.line(depth, f"{'async ' * (self.kind == 'async')}def {name}({self.name()}={self.atom()}, /, *args, z={self.atom()}, **kw):")
        self.line(depth + 1, self.rng.choice(("n = 0", "global n; n = 0")))
        self.block(depth + 1, room)
        called, self.kind = self.kind, outer
        call = self.rng.choice((f"{name}()", f"list({name}())", f"next({name}(1))"))
        if called == "async":
            call = f"{name}().send(None)"
        self.line(depth, f"try: {self.name()} = {call}")
        self.line(depth, "except Exception as x: print(type(x).__name__)")

    def class_(self, depth, room):
        outer, self.kind = self.kind, "module"
        bases = self.rng.choice(("", "Odd", "list", "dict", "int", "str", "Exception", "Evil, Odd", "metaclass=Meta", self.name()))
        self.line(depth, f"class {self.name()}({bases}):")
        if self.rng.random() < 0.2:
            self.line(depth + 1, "__slots__ = ('s', 't')")
        self.line(depth + 1, "n = 0")
        for _ in range(self.rng.randrange(1, 4)):
            self.kind = "def"
            self.line(depth + 1, f"def {self.rng.choice(SPECIAL)}(self, *p, **q):")
            self.line(depth + 2, "n = 0")
            self.block(depth + 2, room - 1)
        self.kind = outer

    def match_(self, depth, room):
        self.line(depth, f"match {self.expr()}:")
        for _ in range(self.rng.randrange(1, 4)):
            self.line(depth + 1, f"case {self.pattern(2)} if {self.expr(1)}:")
            self.block(depth + 2, room)

    def pattern(self, room):
        if room <= 0:
            return self.rng.choice(("1", "'a'", "None", "int()", "str(_)", "-1.5"))
        p = lambda: self.pattern(room - 1)  # noqa: E731
        return self.pick(lambda: f"[{p()}, *_, {p()}]", lambda: "{'a': %s}" % p(), lambda: f"({p()} | None)",
                         lambda: f"Odd(a={p()})", p, lambda: f"[{p()}, {p()}]")


def program(seed):
    """The source of one program."""
    writer = Writer(random.Random(seed))
    writer.lines.append("a, b, c, d, e, f = 1, 'abc', [3, 1, 2], {'k': 1}, Odd(), Evil([1, 2])\nn = 0")
    for _ in range(writer.rng.randrange(4, 12)):
        begun = len(writer.lines)
        writer.statement(1, 3)
        writer.lines[begun:begun] = ["try:"]
        writer.lines.append("except Exception as x: print(type(x).__name__)")
    return PRELUDE + "\n".join(line for line in writer.lines if line.strip()) + "\n"
