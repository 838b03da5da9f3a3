# reference: 6.2.7, 6.12
# A parenthesised assignment expression may be a key of a dict display or comprehension; a bare one makes a set.
print({(a := 1): a + 1, 2: 3}, a)
print({(b := "k"): n for n in [1, 2]}, b)
print({1: (c := 5), **{(d := c): d}}, c, d)
print({e := 4}, e)
for source in ("{a := 1: 2}", "{1: b := 2}", "{(a := 1) for a in [1]}", "{**a := {}}"):
    try:
        compile(source, "<s>", "eval")
    except SyntaxError as error:
        print(source, "->", error.msg, error.offset)
