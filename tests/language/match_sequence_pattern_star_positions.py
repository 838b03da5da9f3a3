# reference: 8.6.4
# Sequence patterns: the star at each place, lengths, nested, which types are sequences, how elements are fetched.
import collections, collections.abc, array
class Seq(collections.abc.Sequence):
    def __init__(self, *v): self.v = v
    def __len__(self): print("len", end=" "); return len(self.v)
    def __getitem__(self, i): print("get", i, end=" "); return self.v[i]
class Duck:
    def __len__(self): return 2
    def __getitem__(self, i): return (0, 1)[i]
class Liar(Seq):
    def __len__(self): return 5
class BadLen(Seq):
    def __len__(self): raise OSError("len")
class SubList(list):
    def __getitem__(self, i): print("SubList get", end=" "); return 99
    def __iter__(self): print("SubList iter", end=" "); return iter("never")
def kind(v):
    match v:
        case []: return "empty"
        case [1]: return "one"
        case [1, *_, 9]: return "1 to 9"
        case [a, [b, *c], *d] if d: return a, b, c, d
        case (2, *rest): return "2 and", rest
        case [*init, "end"]: return init
        case [_, _]: return "two"
        case [x, *mid, y]: return x, mid, y
        case [*all]: return all
    return "not a sequence"
for v in ([], (), [1], (1,), [1, 9], [1, 2, 3, 9], [1, [2, 3, 4], 5], [1, "ab", 5], [2], [2, 3], ["a", "end"], ["end"], "ab", b"ab", bytearray(b"ab"), {1: 2}, {1, 2}, range(2), range(5), iter([1]), (i for i in "a"), collections.deque([2, 3]), array.array("i", [2, 4]), memoryview(b"ab"), None, 5, [5], Duck(), [[[]]]):
    try: print(type(v).__name__, kind(v))
    except Exception as e: print(type(e).__name__, e)
for v in (Seq(1), Seq(2, 3, 4), Seq("x", "y", "end"), Seq(5, 6, 7), SubList([1, 2]), SubList([5, 6, 7]), Liar(1, 2), BadLen()):
    try: print(type(v).__name__, kind(v))
    except Exception as e: print(type(e).__name__, e)
collections.abc.Sequence.register(Duck)
match Duck():
    case [a, b]: print("registered", a, b)
class Flagged(tuple): pass
match Flagged((1, 2)):
    case [*x]: print(type(x).__name__, x)
class NT(collections.namedtuple("NT", "p q")): pass
match NT(1, 2):
    case NT(p, q=q): print("by name", p, q)
match NT(1, 2):
    case (p, q): print("by place", p, q)
def first_star(v):
    match v:
        case *a, b: return a, b
def last_star(v):
    match v:
        case a, *b: return a, b
def middle(v):
    match v:
        case a, *_, b, c: return a, b, c
print(first_star("x") , first_star([1]), first_star((1, 2, 3)), last_star([1]), last_star(range(3)), middle([1, 2]), middle([1, 2, 3]), middle(range(9)))
for src in ("*a", "*a,", "[*a, *b]", "*a, *b", "[*_, *_]", "(*a)", "(*a,)", "[a, a]", "[*a, a]", "[*1]", "[*a.b]", "[*[a]]", "[a, *b as c]", "[*a] as b", "[a b]", "[a,,b]", "(a, b", "()", "(a)", "(a) | [b]", "[a] | [b]", "[a] | (a,)", "a, b if c", "a, b as c", "(a, b) as c", "[a as b, c as b]", "*_ | a", "*a | b", "[] | ()", "[(a)], {}"):
    try: compile(f"match v:\n case {src}: pass", "<s>", "exec"); print(src, "fine")
    except SyntaxError as e: print(src, "|", e.msg, e.lineno, e.offset, e.end_offset)
