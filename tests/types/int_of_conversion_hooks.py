# reference: 3.3.8
# What int() asks its argument: __int__, then __index__, then __trunc__ (with a warning), then whether it is text or bytes.
import warnings

warnings.simplefilter("error")


def kind(name, **methods):
    return type(name, (), {f"__{k}__": (lambda v: lambda self: v)(v) for k, v in methods.items()})()


class Whole(int):
    pass


for o in (kind("I", int=5), kind("X", index=6), kind("Both", int=5, index=6), kind("T", trunc=7), kind("TX", trunc=7, index=8),
          kind("BadInt", int=5.0), kind("BadIndex", index="6"), kind("None_", int=None), kind("Sub", int=Whole(9)),
          kind("SubX", index=Whole(9)), kind("Bool", int=True), kind("Float", float=2.5)):
    try:
        print(type(o).__name__, repr(int(o)), type(int(o)).__name__)
    except (TypeError, Warning) as e:
        print(type(o).__name__, type(e).__name__, e)
warnings.simplefilter("ignore")
for o in (kind("T", trunc=7), kind("TT", trunc=kind("Inner", index=70)), kind("TI", trunc=kind("Inner", int=71)), kind("TBad", trunc="7"), kind("Sub", int=Whole(9))):
    try:
        print(type(o).__name__, repr(int(o)), type(int(o)).__name__)
    except TypeError as e:
        print(type(o).__name__, e)


class Text(str):
    def __int__(self):
        return 99


print(int(Text("12")), int(Text("12"), 8), int(1e20), int(-0.9), int(Whole(3)), type(int(Whole(3))).__name__)
for bad in float("inf"), float("-inf"), float("nan"), 1j:
    try:
        int(bad)
    except (OverflowError, ValueError, TypeError) as e:
        print(type(e).__name__, e)
