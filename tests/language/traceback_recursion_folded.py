# reference: 4.3
# Frames that repeat are folded after three: one function, two functions in turn, the last lines, and the number.
import sys
def down(n):
    if n == 0: raise ValueError("bottom")
    down(n - 1)
def a(n):
    if n == 0: 1 / 0
    b(n - 1)
def b(n):
    a(n)
def two_lines(n):
    if n == 0: raise KeyError(0)
    if n % 2:
        two_lines(n - 1)
    else:
        two_lines(n - 1)
for f, n in ((down, 1), (down, 2), (down, 3), (down, 4), (down, 5), (down, 30), (a, 5), (two_lines, 6)):
    try: f(n)
    except Exception as e: sys.__excepthook__(type(e), e, e.__traceback__)
def thrice(n):
    try: down(n)
    except ValueError as e: raise RuntimeError("again") from e
try: thrice(10)
except RuntimeError as e: sys.__excepthook__(type(e), e, e.__traceback__)
