# reference: 7.2
# "cannot assign to ..." for every expression, and the hints about == and :=.
TARGETS = ["1", "'a'", "b'a'", "f'{a}'", "None", "True", "False", "...", "__debug__", "a + b", "-a", "not a", "a and b", "a < b", "a if b else c", "lambda: a", "f()", "a()()", "(a, 1)", "[a, 1]", "(a, b())", "{a}", "{a: b}", "{}", "[x for x in y]", "(x for x in y)", "{x for x in y}", "(yield)", "yield", "await a", "*a", "*a, *b", "(*a)", "a := b", "(a := b)", "a.b()", "a[0]()", "`a`", "a, b = c", "()", "[]", "(a)", "(a.b)", "((a, b), c)", "a.1", "a[", "a.b.c", "a[1:2]", "a[b](c).d", "*a.b, c", "1 + 2 = 3", "a b", "if", "in"]
for target in TARGETS:
    for form in ("{} = 1", "{} += 1", "for {} in x: pass", "with x as {}: pass", "del {}", "{}: int = 5", "[y for {} in z]", "({} := 1)", "f({}=1)", "import x as {}", "global {}"):
        source = form.format(target)
        try: compile(source, "<t>", "exec")
        except SyntaxError as e: print(source, "|", e.msg, e.offset, e.end_offset)
        else: print(source, "| fine")
