# Which argument a built-in complains of first, and in which words.
def t(f, *a, **k):
    try:
        print(repr(f(*a, **k)))
    except Exception as e:
        print(type(e).__name__, e)


class I:
    def __index__(self):
        print("index")
        return 1


for x in ([], {}, (), [1], [1, 2], b"", bytearray(b"a"), bytearray(b"ab"), memoryview(b"a"), memoryview(b"ab"), {1: 2}, range(1), 5, None,
          set(), "é", "", "ab"):
    t(b"ab".hex, x), t(bytearray(b"ab").hex, sep=x)
t(reversed, list[int]), t(reversed, {1}), t(reversed, 5), t(reversed, int), t(reversed, list | int)
t(b"a".replace, b"a", b"b", "x"), t(b"a".replace, 1, 2, "x"), t(b"a".replace, 1, 2), t(b"a".replace, b"", 2, 1.5)
t(b"a".replace, 1, b"", I()), t(b"a".replace, b"a", b"b", I()), t(bytearray(b"a").replace, 1, 2, "x")
t("a".replace, 1, 2, "x"), t("a".replace, "a", 2, I()), t("a".replace, "a", "b", 2.5), t("aa".replace, "a", "b", I())
g = ExceptionGroup("a", [ValueError()])
t(g.derive), t(g.derive, 1, 2), t(g.derive, 3), t(g.split), t(g.subgroup)
t([].__imul__), t([].__mul__), t([].__rmul__, 1, 2), t("".__mul__), t((1).__mul__), t([].__add__)
t({}.items().__and__), t((1).__pow__), t([].__len__, 1)
