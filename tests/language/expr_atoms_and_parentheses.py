# reference: 6.2, 6.2.1, 6.2.2, 6.2.3
# Names, literals, parenthesized forms; empty ones, trailing commas, what is a tuple.
print((), (1), (1,), (1, 2), ((1,),), (1, 2,), ((), ()), (yield_ for yield_ in ()).__class__.__name__, ("a" "b",), (lambda: (1, 2))())
x = 1,
y = (2)
z = *[3], 
print(x, y, z, type(x).__name__)
print(__debug__, ..., None, True, (True), __name__)
print((1, *(2, 3)), (*(), *()), [*(1, 2), *"ab"], {*[1], 1}, (*"a",))
print((x := 5), (x, x := 6)[1] if 0 else x, ((((7)))), ("multi"
 "line"), (1 if 1 else 2), (not 1), (1, )[0])
def f(*a): return a
print(f((1, 2)), f(1, 2,), f(*(1, 2)), f((yield_ for yield_ in (1,)).__next__()), f(()), f((), *()))
for src in ("()", "(,)", "(1,,)", "(1 2)", "(", ")", "(1, 2", "(*x)", "(**x)", "(x for x)", "(x=1)", "(x := )", "(:= 1)", "x := 1", "(1 := 2)", "(x.y := 1)", "(x[0] := 1)", "((x) := 1)", "(x, y := 1)", "(yield)", "( )", "(*x,)", "print(*x for x in y)", "(x for x in y, z)", "f(x for x in y, 1)", "f(1, x for x in y)", "f(x for x in y)", "f((x for x in y), 1)", "(i for i in range(3) for)", "(i async for i in x)", "__debug__ = 1", "f(__debug__=1)", "x.__debug__ = 1", "def f(__debug__): pass", "del __debug__", "(__debug__ := 1)", "for __debug__ in x: pass", "import __debug__", "import x as __debug__", "class __debug__: pass", "def __debug__(): pass", "with x as __debug__: pass", "global __debug__"):
    try:
        compile(src, "<s>", "exec")
        print(src, "| fine")
    except SyntaxError as e:
        print(src, "|", e.msg, e.offset, e.end_offset)
