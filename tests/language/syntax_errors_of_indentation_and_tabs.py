# reference: 2.1.8
# IndentationError and TabError: which message, where.
SOURCES = ["  x", "x\n  y", "if x:\ny", "if x:\n  y\n z", "if x:\n    y\n  z\n", "def f():\n", "def f():\nx", "class C:\n\n\nx", "for i in x:\n", "while 1:\n# c\n", "if x:\n\ty\n        z", "if x:\n        y\n\tz", "if x:\n\t  y\n  \tz", "\tx", "if a:\n if b:\n  c\n   d", "if a:\n  b\nelse:\nc", "try:\nx", "try:\n  x\nexcept:\ny", "try:\n  x\nfinally:\ny", "with a:\nb", "match x:\ncase 1: pass", "match x:\n  case 1:\n  y", "if x: # c\ny", "def f(\n):\nx", "if x:\n  '''a\nb'''\n c", "if x:\n  (1,\n2)\n   y", "async def f():\nx", "class C:\n  def f():\n  x", "@d\n  def f(): pass", "else:\n x", "if x:\n  y\n  else: z", "x = 1\n\n   \n  y = 2", "if 1:\n    pass\n   # comment\n  x", "elif x:\n y", "def f(): # type: x\nreturn 1", "lambda:\n x", "if x:\n  y;\n   z", "type X = (\n  int)\n y", "for x in y:\n  pass\n else: z"]
for number, source in enumerate(SOURCES):
    try:
        compile(source, "<test>", "exec")
        print(number, "fine")
    except SyntaxError as e:
        print(number, type(e).__name__, e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset, repr(e.text))
