# reference: 2.1, 2.1.1
# A logical line ends with NEWLINE; several statements fit into one with semicolons; NEWLINE inside brackets is nothing.
a = 1; b = 2; c = a + b;
print(a, b, c)
if a: x = 1; y = 2
else: x = 3; y = 4
print(x, y)
for i in 1, 2, 3: t = i * i; print(t, end=" ")
print()
class K: p = 1; q = p + 1; r = [
    p,

    q
]; s = 5
print(K.p, K.q, K.r, K.s)
def f(): u = 1; return u; print("never")
print(f())
while a < 4: a += 1; continue
print(a)
try: raise KeyError(1); print("no")
except KeyError as e: z = e.args; print(z)
finally: print("end"); print("of it")
def bad(src):
    try:
        compile(src, "<s>", "exec")
        print("fine", repr(src))
    except SyntaxError as e:
        print(repr(src), type(e).__name__, e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset)
bad(";")
bad("a;;b")
bad("a; if b: pass")
bad("if a: if b: pass")
bad("if a: while b: pass")
bad("a = 1\n; b = 2")
bad("pass;")
bad("pass\n;")
bad("x = (1\ny = 2")
bad("def f(): x = 1; def g(): pass")
bad("a b")
bad("a\tb\n")
bad("1 2 3")
bad("class C: pass; class D: pass")
