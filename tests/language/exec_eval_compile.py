# reference: exec(), eval(), compile(), 9.4
ns = {"x": 5}
print(eval("x * 2", ns))
exec("y = x + 1\ndef f(): return y", ns)
print(ns["y"], ns["f"]())
c = compile("a = 1; b = a + 1", "<t>", "exec")
loc = {}
exec(c, {}, loc)
print(loc)
print(eval(compile("[i for i in range(3)]", "<t>", "eval")))
try:
    eval("1 +")
except SyntaxError as e:
    print(e.msg, e.lineno, e.offset)
def g():
    v = 9
    return eval("v + 1"), sorted(locals())
print(g())
