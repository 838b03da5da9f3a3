# not-in: small, asan: their free lists hold next to nothing
# oracle: 64-bit
"""Every experiment on memory that the study notes describe, as one script and as separate lines at a prompt.

Where the notes' answers are those of an older Python, what CPython 3.12 says is recorded.
"""
import ast
import contextlib
import copy
import gc
import io
import sys

EXPERIMENTS = {
    "equal or same, small": "a = 10\nb = 10\nprint(a == b, id(a) == id(b), a is b)",
    "equal or same, 257": "a = 257\nb = 257\nprint(a == b, id(a) == id(b), a is b)",
    "ends of the small integers": "a = -5\nb = -5\nc = 256\nd = 256\ne = -6\nf = -6\nprint(a is b, c is d, e is f)",
    "short text": "a = 'abc'\nb = 'abc'\nc = 'a b'\nd = 'a b'\ne = '中文'\nf = '中文'\nprint(a is b, c is d, e is f)",
    "tuple compared, then its list grown": "t1 = (1, 2, [3, 4])\nt2 = (1, 2, [3, 4])\nprint(t1 == t2, t1 is t2)\nt1[-1].append(5)\nprint(t1 == t2)",
    "shallow copies": "l1 = [1, 2, 3]\nl2 = list(l1)\nl3 = l1[:]\nl4 = copy.copy(l1)\nprint(l1 == l2, l1 is l2, l1 is l3, l1 is l4)\ns1 = set([1, 2, 3])\ns2 = set(s1)\nprint(s1 == s2, s1 is s2)",
    "a tuple copied": "t1 = (1, 2, 3)\nt2 = tuple(t1)\nt3 = t1[:]\nprint(t1 == t2, t1 is t2, t1 is t3)",
    "elements of a shallow copy": "l1 = [1, 2, 3, [4, 5]]\nl2 = list(l1)\nprint(id(l1) == id(l2), id(l1[3]) == id(l2[3]), l1 is l2)",
    "shallow copy changed": "l1 = [[1, 2], (30, 40)]\nl2 = list(l1)\nl1.append(100)\nl1[0].append(3)\nprint(l1, l2)\nl1[1] += (50, 60)\nprint(l1, l2)",
    "deep copy": "l1 = [[1, 2], (30, 40)]\nl2 = copy.deepcopy(l1)\nl1.append(100)\nl1[0].append(3)\nprint(l1, l2, l1[1] is l2[1])",
    "deep copy of itself": "x = [1]\nx.append(x)\nprint(x)\ny = copy.deepcopy(x)\nprint(y, y[1] is y)\ntry:\n    x == y\nexcept RecursionError as e:\n    print(type(e).__name__)\n",
    "another name, then rebound": "a = 1\nb = a\nprint(a is b)\na = a + 1\nprint(a, b, a is b)",
    "two names of one list": "l1 = [1, 2, 3]\nl2 = l1\nl1.append(4)\nprint(l1, l2, l1 is l2)",
    "del of a name": "l = [1, 2, 3]\nm = l\nprint(sys.getrefcount(m))\ndel l\nprint(m, sys.getrefcount(m))",
    "a list counted": "a = []\nb = a\nprint(sys.getrefcount(a))",
    "counted: new, another name, del": "p = Person()\nprint(sys.getrefcount(p))\np1 = p\nprint(sys.getrefcount(p))\ndel p1\nprint(sys.getrefcount(p))",
    "counted inside a function": "def log_ref(var):\n    print(sys.getrefcount(var))\n\np = Person()\nlog_ref(p)\nprint(sys.getrefcount(p))",
    "counted in a container": "p = Person()\nl = [p, ]\nprint(sys.getrefcount(p))\ndel l\nprint(sys.getrefcount(p))",
    "counted while rebound": "you = Person()\ngf = you\nprint(sys.getrefcount(you))\nother = Person()\ngf = other\nprint(sys.getrefcount(you), sys.getrefcount(other))",
    "counted twice": "you = Person()\nprint(sys.getrefcount(you))\nprint(sys.getrefcount(you))",
    "counted in each other": "you = Person()\ngf = Person()\nyou.gf = gf\ngf.bf = you\nprint(sys.getrefcount(you), sys.getrefcount(gf))\ndel you, gf\nprint(gc.collect() > 0)",
    "lists in each other": "gc.collect()\na = [1, 2]\nb = [3, 4]\na.append(b)\nb.append(a)\nprint(sys.getrefcount(a), sys.getrefcount(b))\ndel a\ndel b\nprint(gc.collect())",
    "a constant keeps its float": "v1 = 1.1\nname = v1\nfirst = id(v1)\nprint(id(name) == first)\ndel name\ndel v1\nv112233 = 112233.4\nprint(id(v112233) == first)",
    "a float made, deleted, made": "v1 = float('1.1')\nfirst = id(v1)\ndel v1\nv2 = float('112233.4')\nprint(id(v2) == first)",
    "an argument's reference ends with the call": "def fun(arg):\n    return sys.getrefcount(arg)\nname = [1]\nprint(sys.getrefcount(name), fun(name), sys.getrefcount(name))",
    "room of a growing list": "l = []\nsizes = [sys.getsizeof(l)]\nfor i in range(80):\n    l.append(i)\n    if sys.getsizeof(l) != sizes[-1]:\n        sizes.append(sys.getsizeof(l))\n\nbase = sys.getsizeof([])\nprint([(size - base) // (sys.getsizeof([1]) - base) for size in sizes])",
    "room of a shrinking list": "l = list(range(40))\nsizes = [sys.getsizeof(l)]\nwhile l:\n    x = l.pop()\n    if sys.getsizeof(l) != sizes[-1]:\n        sizes.append(sys.getsizeof(l))\n\nprint([(size - sizes[-1]) // (sys.getsizeof([1]) - sizes[-1]) for size in sizes])",
    "a list cleared": "l = [Person(), 2]\np = l[0]\nprint(sys.getrefcount(p))\nl.clear()\nprint(sys.getrefcount(p), l, sys.getsizeof(l) == sys.getsizeof([]))",
    "of 200 lists, 80 wait": "l = [[] for i in range(200)]\nids = [id(x) for x in l]\nl = None\nm = [[] for i in range(80)]\nprint(len({id(x) for x in m} & set(ids)) >= 70)",
    "thresholds": "print(gc.get_threshold(), gc.isenabled())\ngc.disable()\nprint(gc.isenabled())\ngc.enable()",
    "generator instead of list": "l = [i for i in range(1000)]\ng = (i for i in range(1000))\nprint(sys.getsizeof(l) > 20 * sys.getsizeof(g), sum(l) == sum(g), sum(g))",
    "tuple deleted": "t1 = (1, 2)\ntry:\n    del t1[0]\nexcept TypeError as e:\n    print(e)\n\ndel t1\ntry:\n    t1\nexcept NameError as e:\n    print(e)\n",
    "labels": "a = [1, 2]\nb = a\nb.append(3)\na.append(4)\nprint(a, a is b)",
    "a default value is one object": "def f(x, seen=[]):\n    seen.append(x)\n    return seen\nprint(f(1) is f(2), f(3))",
    "a function changes what it is given": "def my_func3(l2):\n    l2.append(4)\ndef my_func4(l2):\n    l2 = l2 + [4]\ndef my_func5(l2):\n    l2 += [5]\nl1 = [1, 2, 3]\nmy_func3(l1)\nprint(l1)\nmy_func4(l1)\nprint(l1)\nmy_func5(l1)\nprint(l1)",
    "a descriptor that keeps each value in its instance": "class Age:\n    def __get__(self, instance, owner):\n        return instance._age\n    def __set__(self, instance, value):\n        instance._age = value\n    def __delete__(self, instance):\n        print('__delete__')\n        del instance._age\nclass Human:\n    age = Age()\np = Human()\nq = Human()\np.age, q.age = [1], [2]\nprint(p.__dict__, q.__dict__, sys.getrefcount(p._age))\ndel p.age\nprint(p.__dict__)",
    "__del__ by the last del": "class Loud:\n    def __del__(self):\n        print('gone')\na = Loud()\nb = a\ndel a\nprint('one left')\ndel b\nprint('none left')",
}


def names():
    class Person:
        pass
    return {"Person": Person, "copy": copy, "gc": gc, "sys": sys, "__name__": "__main__"}


def as_script(source):
    exec(compile(source, "<script>", "exec"), names())


@contextlib.contextmanager
def silent_displays():
    shown, sys.displayhook = sys.displayhook, lambda value: None
    try:
        yield
    finally:
        sys.displayhook = shown


def at_prompt(source):
    space = names()
    for statement in ast.parse(source).body:
        compiled = compile(ast.Interactive([statement]), "<stdin>", "single")
        with silent_displays():
            exec(compiled, space)


for title, source in EXPERIMENTS.items():
    answers = []
    for way in (as_script, at_prompt):
        out = io.StringIO()
        with contextlib.redirect_stdout(out):
            way(source)
        answers.append(out.getvalue().rstrip("\n").replace("\n", " | "))
    print(f"{title}: {answers[0]}" + (f"   AT THE PROMPT: {answers[1]}" if answers[0] != answers[1] else ""))
