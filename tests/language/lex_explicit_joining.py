# reference: 2.1.5
# A backslash at the end of a line joins it with the next one, but not inside a comment or a token.
if 1 < 2 \
   and 2 < 3 \
   and not 0:
    x = 1 + \
2 + \
            3
print(x)
y = \
\
\
5
print(y)
z = "abc\
def" \
    'ghi'
print(z)
assert x, \
    "words"
from sys import \
    argv, \
    path
for i \
  in \
    range(2): \
  print(i)
def \
  f \
    (a): return \
a
print(f(6))
def bad(src):
    try:
        exec(src, {})
        print("fine", repr(src))
    except SyntaxError as e:
        print(repr(src), type(e).__name__, e.msg, e.lineno, e.offset)
bad("x = 1 \\ ")
bad("x = 1 \\\n")
bad("x = 1 \\")
bad("\\")
bad("\\\n")
bad("\\\nx = 1")
bad("x = 1 \\x")
bad("x = 12\\\n34")
bad("x\\\ny = 1")
bad("ab = 1; a\\\nb")
bad("if 1:\n\\\n  x = 1")
bad("if 1:\n  \\\n  x = 1\n  y = 2")
bad("if 1:\n  x = 1\n\\\ny = 2")
bad("if 1:\n  x = 1\n\\\n  y = 2")
bad("x = 'a\\\n")
bad("x = (1 \\\n)")
bad("x = 1 \\\n\n")
bad("1 \\\n\\\n")
bad("pass \\\n# c\n")
bad("pass \\\nx = 1\n")
