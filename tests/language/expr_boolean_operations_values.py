# reference: 6.11
# and, or return one of their operands; not returns a bool; each operand's truth is asked at most once.
class T:
    def __init__(s, n, v): s.n, s.v = n, v
    def __bool__(s): print(s.n, end="? "); return s.v
    def __repr__(s): return f"<{s.n}>"
t, f, g = T("t", True), T("f", False), T("g", False)
print(t and f); print(f and t); print(t or f); print(f or t); print(f or g); print(t and t and f or g); print(not t, not f); print(not t or f and t); print((t or f) and g); print(not (t and f)); print(not not f)
print(1 if t and f else 2); print(1 if f or t else 2); print(1 if not f else 2); print([x for x in (1, 2) if t or f])
if t and (f or t): print("yes")
while f or not t: print("never")
x = f or g or None or 0 or "" or [] or () or "last"
print(x, 1 and 2 and 3, 1 and 0 and 1 / 0, 0 or False or None, "" or "default", [] and 1 / 0, None or [] or {}, (1 and []) or 5, 1 or 1 / 0, not 0 == 0, not (1 == 2), not [], not [0], not "", not "0", not 0.0, not 0j, not None, not ())
print(lambda: 0 or 1 and 2, end="") if 0 else print(bool(print), True and True is True, False or not False)
assert t or f
y = t and (z := 5)
print(y, z)
def chain(a, b, c): return a and b or c, a or b and c, not a and b, not (a or b)
for a in 0, 1:
    for b in 0, 2:
        for c in 0, 3: print(chain(a, b, c), end=" ")
print()
class Bad:
    def __bool__(s): return 1
for src in ("Bad() and 1", "Bad() or 1", "not Bad()", "1 and Bad()", "0 or Bad() is None", "1 if Bad() else 2", "[1 for _ in (1,) if Bad()]"):
    try: print(src, eval(src) and 0)
    except TypeError as e: print(src, "|", e)
for src in ("not", "1 and", "or 1", "1 not 2", "not and 1", "1 and not", "1 or or 2", "1 is not not 2", "1 + not 2", "-not 1", "not -1", "1 == not 2", "1 and not 2", "f(not 1)", "[not 1]", "1 if not 2 else 3", "not lambda: 1", "2 ** not 1", "a = not 1", "return not 1", "x not y"):
    try: compile(src, "<s>", "exec"); print(src, "fine")
    except SyntaxError as e: print(src, "|", e.msg, e.offset)
