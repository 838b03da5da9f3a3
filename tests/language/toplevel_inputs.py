# reference: 9, 9.1, 9.2, 9.3, 9.4, 10
# Files, interactive statements and eval's expressions: what each accepts, what a program starts with.
def accepts(src):
    out = []
    for mode in "exec", "single", "eval":
        try: compile(src, "<in>", mode); out.append(mode)
        except SyntaxError as e: out.append(f"[{mode}: {e.msg}]")
    print(repr(src), *out)
for src in ("", "\n", "  \n", "# comment", "1", " 1", "\t1", "1\n", "1\n\n", "\n1", "1 # c", "1;", "1; 2", "x = 1", "x = 1\n", "x = 1\ny = 2", "if 1: pass", "if 1: pass\n", "if 1:\n  pass", "if 1:\n  pass\n", "if 1:\n  pass\n\n", "if 1: pass\nx", "def f(): pass\n", "def f():\n  pass\n\n\n", "(1,\n2)", "(1,\n2)\n", "'''a\nb'''", "1 +", "(", "'abc", "'''abc", "yield 1", "(yield)", "await x", "return", "lambda: 0", "1, 2", "*x, y", "x := 1", "(x := 1)", "pass", "pass; pass", "class C: pass", "@d\ndef f(): pass\n", "import x", "1\\\n", "\\\n1", "a\nb\nc", "for x in y: x\nelse: z\n", "try: a\nfinally: b\n", "with a: b", "match a:\n  case b: c\n", "async def f(): pass\n", "x: int", "del x", "assert 1", "1 if 2 else 3", "\x0c1", "\ufeff1", "  # only\n\n", "[i for i in x]", "print(1) # c\n# d\n", "f'{x}'"):
    accepts(src)
print(__name__, __doc__, __builtins__.__name__, sorted(k for k in globals() if k.startswith("__") and k not in ("__annotations__",)), type(__loader__).__name__ if "__loader__" in globals() and 0 else "")
