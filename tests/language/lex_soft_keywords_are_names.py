# reference: 2.3.2
# match, case, type and _ are words only where a statement makes them so.
match = 1
case = 2
type_ = type
print(match, case, match + case, match * case)
match = [1, 2, 3]
print(match[0], match [1], match[-1])
match = lambda *a: ("called", a)
print(match(1, 2), match (3), match(*[4]))
case = {"x": match}
print(case["x"](case is None))
def case(case): return case
print(case(case=5))
class match:
    case = 1
    match = 2
    type = 3
print(match.case, match.match, match.type)
match match:
    case case: print("case case", case.case)
match match.match:
    case match.type: print("wrong")
    case match.match: print("dotted")
match (1):
    case 1: print("paren")
match [1, 2]:
    case [x, _]: print("list", x)
match -1:
    case -1: print("minus")
match {}:
    case {}: print("dict")
match 1, 2:
    case a, b: print("tuple", a, b)
match not 1:
    case False: print("not")
match = 5
match -1
match * 2
match: int = 6
print(match)
type = 7
print(type, type + 1); type -= 1
type: int = 8
print(type)
type, = [9]
print(type)
type = str
type X = int
print(X.__value__)
type type = type
print(type.__name__)
type = list
_ = 10
print(_)
match _:
    case _: print("wildcard", _)
for case in 1, 2: pass
for match, type in [(1, 2)]: print(match, type)
def f(match, case=1, *type, **_): return match, case, type, _
print(f(1, 2, 3, x=4))
print(lambda type: type, end="") if 0 else print([match for match in range(2)], {case: type for case, type in [(1, 2)]})
