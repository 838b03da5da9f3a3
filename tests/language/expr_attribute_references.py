# reference: 6.3.1
# Dotted names on any primary; assignment and deletion targets; messages of failing ones.
class A: b = 1
a = A(); a.a = A(); a.a.c = [A]
print(a.a.b, a.a.c[0].b, (lambda: A)().b, A().b, "x".upper().lower(), [].__len__(), (1).real, 1.0.real, {}.get("k", A).b, (a).b, f"{a.b}".isdigit())
a.a.c[0].d = a.e = 5
a.a.c.append(a); a.a.c[1].a.f = 6
print(A.d, a.e, a.a.f)
del a.a.f, a.e
for i in range(2): a.n = i
for a.m in "xy": pass
with open("/dev/null") if 0 else type("C", (), {"__enter__": lambda s: 7, "__exit__": lambda s, *x: None})() as a.w: pass
[a.p, (a.q, *a.r)] = 1, (2, 3, 4)
print(a.n, a.m, a.w, a.p, a.q, a.r)
a.n += 10; a.a.g = a.n; a.a.g **= 2
print(a.n, a.a.g)
for src in ("a.nope", "A.nope", "a.a.a", "None.x", "None.x = 1", "(5).x", "(5).x = 1", "del a.zzz", "del A.b.real", "'s'.upp", "len.x", "a.b.c", "[].appendd", "a.nope += 1", "a.b.x += 1", "int.x = 5", "del int.real", "a.__dict__.x", "type.x", "print.__name__ = 1", "a.__class__ = 5", "().x", "(lambda: 0).x.y", "NotImplemented.x", "....x", "a.b()"):
    try:
        exec(src)
        print(src, "fine")
    except Exception as e:
        print(src, "|", type(e).__name__, e)
