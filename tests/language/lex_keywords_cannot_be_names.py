# reference: 2.3.1
# Each of the 35 keywords, in every place where a name would fit.
words = """False None True and as assert async await break class continue def del elif else except finally for from global if
import in is lambda nonlocal not or pass raise return try while with yield""".split()
print(len(words))
shapes = ["{} = 1", "x.{}", "def {}(): pass", "class {}: pass", "f({}=1)", "def f({}): pass", "import {}", "for {} in x: pass",
          "{}: int", "global {}", "lambda {}: 0", "del {}", "x.{} = 1", "import x as {}", "with x as {}: pass", "{} += 1", "({} := 1)"]
for shape in shapes:
    ok = []
    texts = {}
    for word in words:
        try:
            compile(shape.format(word), "<s>", "exec")
            ok.append(word)
        except SyntaxError as e:
            texts.setdefault(e.msg, []).append(word)
    print(shape, "| fine:", *ok)
    for msg, who in texts.items():
        print("   ", msg, "|", *(who if len(who) < 9 else [len(who)]))
