# reference: 2.1.8
# A stack of indentations: a line must come back to one of them, tabs go to multiples of eight, mixing must be safe.
def perm(l):
        # Compute the list of all permutations of l
    if len(l) <= 1:
                  return [l]
    r = []
    for i in range(len(l)):
             s = l[:i] + l[i+1:]
             p = perm(s)
             for x in p:
              r.append(l[i:i+1] + x)
    return r
print(perm([1, 2, 3]))
def run(src):
    try:
        exec(src, ns := {})
        ns.pop("__builtins__")
        print(repr(src), ns)
    except SyntaxError as e:
        print(repr(src), type(e).__name__, e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset)
run("  a = 1")
run("a = 1\n  b = 2")
run("if 1:\na = 1")
run("if 1:\n  a = 1\n b = 2")
run("if 1:\n    a = 1\n  b = 2\n")
run("if 1:\n  if 1:\n      a = 1\n   b = 1\n")
run("if 1:\n\ta = 1\n        b = 2\n")
run("if 1:\n        a = 1\n\tb = 2\n")
run("if 1:\n\ta = 1\n\tb = 2\n")
run("if 1:\n \ta = 1\n \tb = 2\n")
run("if 1:\n \ta = 1\n\tb = 2\n")
run("if 1:\n  if 1:\n\ta = 1\n")
run("if 1:\n\tif 1:\n\t\ta = 1\n\tb = 2\nc = 3")
run("for i in 1,:\n  pass\n    \nelse:\n  b = i\n")
run("def f():\n  return 1\n  \n   # c\n  \nf = f()\n")
run("if 1:\n" + " " * 50 + "a = 1\n" + " " * 50 + "b = 2")
run("class C:\n  def f(s):\n    pass\n   def g(s): pass")
run("try:\n  a = 1\nfinally:\n  b = 2\n c = 3")
run("while 0:\nelse:\n  a = 1")
run("def f():\n\n\n\nx = 1")
run("class C:\n# c\nx = 1")
run("if 1:\n  pass\nelif 2:\nx = 3")
run("try:\nx")
run("try:\n  x = 1\nexcept:\ny = 1")
run("with x:\ny")
run("for x in y:\nz")
run("match x:\ncase 1:\n  pass")
run("match x:\n  case 1:\n  pass")
