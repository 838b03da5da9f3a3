# reference: 8.6.4.3, 8.6.4.5
def m(x):
    match x:
        case 0 | 1: return "small"
        case -5: return "minus five"
        case "hi": return "greeting"
        case None: return "none"
        case True: return "never: 1 matched"
        case 2.5: return "float"
        case int(n) if n > 100: return f"big {n}"
        case str() as s: return f"str {s}"
        case _: return "other"
for x in (0, 1, True, -5, "hi", None, 2.5, 101, 50, "zz", [], 3j):
    print(repr(x), m(x))
