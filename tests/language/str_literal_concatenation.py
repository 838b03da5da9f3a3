# reference: 2.4.2
# Literals side by side become one, whatever their quotes; str and bytes do not mix.
print("a" 'b' """c""" '''d''', r"\n" "\n" == "\\n\n", b"a" rb"\b" b'c')
print("x" "y" * 2, ("x" "y")[1], "x" "y"[1], "a" "b" == "ab" and "c")
x = 5
print("a" f"{x}" "b" f'{x!r:>3}' r"\d", f"" "", f"{x}" f"{x}", "{x}" f"{x}", f"{{" "}")
print("a"
      "b"   # comment
      "c"

      "d")
print(["a" "b", "c"
       "d"], {"k" "1": "v" "1"}, "%s " "%s" % (1, 2))
def f():
    "doc" "string"
def g():
    "doc" f"string"
def h():
    f"doc"
class C:
    "a" 'b'
print(f.__doc__, g.__doc__, h.__doc__, C.__doc__)
print(u"u" "v", "\x4" "1" if 0 else "\x41" "1", "\1" "2" == "\x012")
for src in ["'a' b'b'", "b'a' f'{1}'", "f'{1}' b'a'", "'a' 'b' b'c' 'd'", "'a' + b'b'", "'a' 1", "1 'a'", "'a' x", "x 'a'", "'a', 'b' 'c'", "('a' 'b',)", "'a' ('b')", "'a' ['b']"]:
    try:
        print(src, eval(src))
    except (SyntaxError, TypeError, NameError) as e:
        print(src, type(e).__name__, e)
