# Which constants of separately compiled lines are one object: ASCII text that looks like a name, one character, nothing.
lines = [("a = '\u4e2d\u6587'", "b = '\u4e2d\u6587'"), ("a = '\u4e2d'", "b = '\u4e2d'"), ("a = 'abc'", "b = 'abc'"), ("a = 'a b'", "b = 'a b'"), ("a = '\xe9'", "b = '\xe9'"),
         ("a = '\xe9a'", "b = '\xe9a'"), ("a = 'a!'", "b = 'a!'"), ("a = '!'", "b = '!'"), ("a = ''", "b = ''"), ("a = '_1'", "b = '_1'"), ("a = '1_'", "b = '1_'"), ("a = b'ab'", "b = b'ab'"),
         ("a = b'a'", "b = b'a'"), ("a = b''", "b = b''"), ("a = ('\u4e2d',)", "b = ('\u4e2d',)"), ("a = ('abc',)", "b = ('abc',)"), ("a = ('abc',)[0]", "b = ('abc',)[0]"), ("a = (('\u4e2d',),)[0][0]", "b = (('\u4e2d',),)[0][0]"),
         ("a = ()", "b = ()"), ("a = 'x' * 20", "b = 'x' * 20"), ("a = 'x y' * 2", "b = 'x y' * 2"), ("a = lambda: '\u4e2d\u6587'", "b = lambda: '\u4e2d\u6587'"), ("a = 'a' 'b'", "b = 'ab'"), ("a = f'ab'", "b = 'ab'"),
         ("a = -1", "b = -1"), ("a = 1e3", "b = 1e3"), ("a = 3j", "b = 3j"), ("a = frozenset({1})", "b = frozenset({1})"), ("a = 2 ** 8", "b = 256"), ("a = 2 ** 9", "b = 512"), ("\u53d8 = 1; a = '\u53d8'", "b = '\u53d8'")]
for first, second in lines:
    apart, together = {}, {}
    for line in (first, second):
        exec(compile(line, "<stdin>", "single"), apart)
    exec(compile(first + "\n" + second, "<script>", "exec"), together)
    same = lambda n: (n["a"]() is n["b"]()) if callable(n["a"]) else n["a"] is n["b"]
    print(ascii(first), same(apart), same(together))
