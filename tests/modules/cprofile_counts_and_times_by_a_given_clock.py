# The profiler of cProfile with a clock that ticks once each time it is asked: calls, recursion, who called whom.
import _lsprof
import cProfile
import io
import pstats

ticks = 0


def clock():
    global ticks
    ticks += 1
    return ticks


def name(code):
    return code if isinstance(code, str) else code.co_name


def show(p):
    lines = [(name(e.code), *e[1:5], e.calls and sorted((name(s.code), *s[1:]) for s in e.calls)) for e in p.getstats()]
    print(f"-- {ticks} ticks", *sorted(lines, key=lambda line: line[:5]), sep="\n")


def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


def g():
    return fib(3)


def f():
    found = []
    for i in range(3):
        found.append(len("abc"))
    sorted(found, key=lambda x: -x)
    return sum(g() for _ in range(2))


class A:
    def __init__(self):
        self.x = dict(a=1)

    def m(self):
        return "".join(["a", "b"]).upper()


def fails():
    try:
        int("x")
    except ValueError:
        pass
    [].pop()


def gives():
    yield 1
    yield 2


Profiler = _lsprof.Profiler
for options in ({}, {"subcalls": False}, {"builtins": False}, {"timeunit": 0.5}):
    ticks = 0
    p = Profiler(clock, **options)
    p.enable()
    f()
    p.disable()
    show(p)
ticks = 0
p = Profiler(clock)
p.enable(subcalls=False)
A().m()
list(gives())
max([1, 2], key=abs)
exec("x = 1\nlen('a')")
p.disable()
show(p)
p.clear()
show(p)
p.enable(True, True)
try:
    fails()
except IndexError:
    pass
p.disable()
show(p)


def stops():
    p.disable()


def starts():
    p.enable()


p.clear()
starts()
g()
stops()
show(p)
p.clear()
p.enable()
f()
early = p.getstats()
p.disable()
print(len(early))
show(p)
print(_lsprof.profiler_entry.__match_args__, _lsprof.profiler_subentry.__match_args__)


def t(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, e)


t(Profiler, 1, 2, 3, 4, 5), t(Profiler, foo=1), t(Profiler, timeunit="x"), t(p.enable, 1, 2, 3), t(p.disable, 1)
p.enable()
try:
    Profiler().enable()
except ValueError as e:
    text = str(e)
p.disable()
print(text)
for answer in (1.5, 10**6):
    p = Profiler(lambda: answer)
    p.enable()
    g()
    p.disable()
    show(p)

with cProfile.Profile(clock) as pr:
    A().m()
text = io.StringIO()
pstats.Stats(pr, stream=text).strip_dirs().sort_stats("name").print_stats().print_callers().print_callees()
print(*(line for line in text.getvalue().splitlines() if "cProfile.py" not in line), sep="\n")
pr = cProfile.Profile(clock, 0.001)
print(pr.runcall(fib, 4), pr.run("f()") is pr)
pr.create_stats()
print(sorted((where[2], *numbers[:4]) for where, numbers in pr.stats.items()))
