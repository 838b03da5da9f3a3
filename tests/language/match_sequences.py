# reference: 8.6.4.8
def m(x):
    match x:
        case []: return "empty"
        case [a]: return f"one {a}"
        case [1, b]: return f"1 then {b}"
        case (a, b): return f"pair {a} {b}"
        case [first, *_, last]: return f"{first}..{last}"
for x in ([], [9], (1, 2), [3, 4], range(5), "ab", b"ab"):
    print(repr(x), m(x))
match [1, [2, [3, 4]]]:
    case [a, [b, [*c]]]:
        print(a, b, c)
