compose = lambda f, g: lambda x: f(g(x))
fail = compose(lambda x: x.upper(), lambda x: x * 2)
print(fail("a"))
fail(1)
