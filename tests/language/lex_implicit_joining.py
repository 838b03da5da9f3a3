# reference: 2.1.6
# Inside brackets and in triple-quoted strings lines join by themselves; indentation there means nothing.
month_names = ['January', 'February',   # a comment
   'March',

'April',
                  'May',]
print(len(month_names))
def f(
a,
        b
 = 2, *
    args
): return (a
  , b,
args)
print(f(
1
), f(1,
  2, 3
  ,
))
d = {
'a'
:
1
,
}
print(d)
print({
  k
 : v
for
  k, v
in
    d.items(
    )
if
not
  0
})
x = (
 1
  +
      2
)
print(x, """one
  two
three""")
class C(
  object
): y = (
1)
print(C.y)
class CM:
  def __enter__(s): return s
  def __exit__(s, *a): print("exit", a)
with (
    CM
    (
    )
    as
    g
): print(
  g is not None)
def bad(src):
    try:
        compile(src, "<s>", "exec")
        print("fine", repr(src))
    except SyntaxError as e:
        print(repr(src), type(e).__name__, e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset)
bad("x = (1,\n2\n")
bad("x = [1,\n2)\n")
bad("x = [1,\n2}\n")
bad("x = {1,\n(2]\n")
bad("x = 1)\n")
bad("x = ]")
bad("(\n[\n{\n")
bad("def f(\n  a,\n  b:\n  pass")
bad("f(1,\n  2\ng(3)")
bad("f(1,\n  2\nx = 3")
bad("'''abc\n")
bad("(" * 200 + ")" * 200)
bad("(" * 199 + ")" * 199)
