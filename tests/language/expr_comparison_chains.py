# reference: 6.10
# Chains evaluate each operand once and stop at the first false one, whatever the answers are.
log = []
class V:
    def __init__(s, n, answer=True): s.n, s.answer = n, answer
    def __lt__(s, o): log.append(f"{s.n}<{o.n}"); return s.answer
    def __eq__(s, o): log.append(f"{s.n}=={o.n}"); return s.answer
    def __gt__(s, o): log.append(f"{s.n}>{o.n}"); return s.answer
def v(n, answer=True): log.append(n); return V(n, answer)
def run(f):
    log.clear()
    r = f()
    print(r, *log)
run(lambda: v(1) < v(2) < v(3))
run(lambda: v(1, False) < v(2) < v(3))
run(lambda: v(1) < v(2, []) == v(3) > v(4))
run(lambda: v(1, "yes") < v(2, "no") < v(3))
run(lambda: not v(1) < v(2) < v(3))
run(lambda: v(1) < v(2) > v(3, 0) == v(4) or "or")
run(lambda: (v(1) < v(2)) == True)
run(lambda: v(1, 0) < v(2) if v(3) < v(4) else 5)
print(1 < 2 < 3, 1 < 3 < 2, 1 < 2 > 1, 1 == 1 != 2, 1 < 2 == True, (1 < 2) == True, 1 in [1] == True, 1 is 1 in [True] if 0 else "", 3 > 2 in [2], not 1 in [2], 1 < 2 < 3 < 4 < 5 > 0, "a" < "b" <= "b", None is None is None, 1 == 1.0 == 1 + 0j, [] == [] is not (), 5 in {5} <= {5, 6})
class B:
    def __bool__(s): raise ValueError("bool")
class R:
    def __lt__(s, o): return B()
try: R() < 1 < 2
except ValueError as e: print(e)
r = R() < 1
print(type(r).__name__)
x = y = 0
if x <= y <= x: print("both")
while x < 3 < 5: x += 1
print(x, [i for i in range(10) if 2 < i < 6], all(a <= b for a, b in zip("abc", "bcd")))
assert 0 < 1 < 2
for src in ("1 < 'a' < 2", "1 < 2 < 'a'", "2 < 1 < 'a'", "1 < None", "[] < 5 == 5", "1 in 5", "1 not in None", "'a' in 1 in 2"):
    try: print(src, eval(src))
    except TypeError as e: print(src, "|", e)
