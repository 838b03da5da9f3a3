# reference: 8.6.4.3, 8.6.4.6
# Literals compare by ==, None, True and False by is; dotted names are values; signs and complex numbers.
class E:
    RED = 1; B = None
    class In: DEEP = "deep"
def f(v):
    match v:
        case -1: return "-1"
        case 0: return "zero"
        case True: return "True"
        case 1.5: return "1.5"
        case 2 + 3j: return "2+3j"
        case -2 - 3j: return "-2-3j"
        case -0.5j: return "-0.5j"
        case "a" "b": return "ab"
        case b"x": return "bytes"
        case None: return "None"
        case E.In.DEEP: return "DEEP"
        case """t""" | r"\n": return "strings"
        case 1_000: return "1000"
        case 0xff: return "255"
        case _: return "?"
for v in (-1, 0, False, 0.0, 0j, 1, True, 1.0, 1.5, 2 + 3j, -2 - 3j, -0.5j, "ab", "a", b"x", bytearray(b"x"), None, "deep", "t", "\\n", 1000, 255, 255.0, -0.0, ...): print(f(v), end=" ")
print()
class Eq:
    def __eq__(s, o): print("eq", o, end=" "); return o == 0
print(f(Eq()))
class Any:
    def __eq__(s, o): return True
    def __bool__(s): return False
print(f(Any()))
class Bad:
    def __eq__(s, o): raise ValueError("eq")
try: f(Bad())
except ValueError as e: print(e)
def g(v):
    match v:
        case E.RED: return "red"
        case E.MISSING: return "missing"
    return "none"
print(g(1), g(True))
try: g(2)
except AttributeError as e: print(e)
for pat in ("-1", "- 1", "+1", "--1", "-x", "-None", "-True", "-'a'", "1 + 2", "1 + 2j", "1 - 2j", "-1 + 2j", "1j + 2", "1j + 2j", "1.5 + 2j", "-1.5 - 2.5j", "1 + -2j", "1 * 2", "1 + 2j + 3", "1 + x", "'a' 'b'", "'a' b'b'", "f'a'", "'a' f'b'", "f'{x}'", "'a' + 'b'", "None", "True", "x.y", "x.y.z", "x().y", "x[0]", "x.y()", "x.y(1)", "1.real", "'a'.b", "(1).real", ".x", "x.", "__debug__", "x.__debug__", "_.y", "1 | 'a' | None", "1, 2", "-1, -2", "1j", "-1j", "0x1 + 2j", "1e5 - 1j", "True + 1j"):
    try: compile(f"match v:\n case {pat}: pass", "<s>", "exec"); print(pat, "| fine")
    except SyntaxError as e: print(pat, "|", e.msg, e.offset)
