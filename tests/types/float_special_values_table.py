# reference: 3.2.4.2
# inf, nan and minus zero through every operator, comparison and conversion.
inf, nan = float("inf"), float("nan")
values = (0.0, -0.0, 1.0, -2.5, inf, -inf, nan)


def attempt(f, *arguments):
    try:
        return repr(f(*arguments))
    except (ZeroDivisionError, OverflowError, ValueError) as e:
        return f"<{e}>"


for name in "add", "mul", "truediv", "floordiv", "mod", "divmod":
    print(name)
    for a in values:
        print("  ", a, *(attempt(lambda: getattr(a, f"__{name}__")(b)) for b in values))
print("pow")
for a in values:
    print("  ", a, *(attempt(pow, a, b) for b in (0.0, 1.0, -1.0, 2.0, 3.0, inf, -inf, nan)))
for a in values:
    print(a, [a < b for b in values], [a == b for b in values], [b >= a for b in values], bool(a), -a, abs(a))
print([hash(v) for v in values[:-1] if v != -2.5], inf == 10**400, inf > 10**400, -inf < -10**400, nan == nan, nan != nan)
print(nan in [nan], [nan] == [nan], (nan,) == (float("nan"),), {nan: 1}.get(nan), [nan].index(nan), [nan, nan].count(nan))
print([attempt(int, v) for v in values], [attempt(round, v) for v in values], [attempt(round, v, 1) for v in values])
print(min(nan, 1.0), min(1.0, nan), max(nan, 1.0), max(1.0, nan), min(0.0, -0.0), max(-0.0, 0.0), sum([inf, -inf]), sum([nan, 1]))
