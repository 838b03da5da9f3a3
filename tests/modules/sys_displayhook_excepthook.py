import sys
sys.displayhook(None)
sys.displayhook([1, "a"])
import builtins
print(builtins._)
del builtins._
exec(compile("1 + 1; 'shown'; None", "<s>", "single"))
print(builtins._)
try:
    1 / 0
except ZeroDivisionError as e:
    sys.excepthook(type(e), e, None)
print(sys.displayhook is sys.__displayhook__, sys.excepthook is sys.__excepthook__)
