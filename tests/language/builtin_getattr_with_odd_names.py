# reference: getattr(), setattr(), hasattr(), delattr()
# Names that are no identifiers, not strings, subclasses of str, surrogates, and long ones.
class O: pass
class S(str): pass
o = O()
def t(f):
    try: print(ascii(f()))
    except Exception as e: print(type(e).__name__, ascii(str(e)))
for name in ("a b", "", "1", "class", "\u00e9", "\ud800", "a\0b", "x" * 300, S("sub"), "__class__", "None"):
    if name == "__class__": continue
    t(lambda: setattr(o, name, 5)); t(lambda: getattr(o, name)); t(lambda: hasattr(o, name)); t(lambda: delattr(o, name)); t(lambda: getattr(o, name)); t(lambda: getattr(o, name, "d")); t(lambda: delattr(o, name))
for bad in (5, None, b"a", 1.5, ("a",), O):
    t(lambda: getattr(o, bad)); t(lambda: getattr(o, bad, 1)); t(lambda: setattr(o, bad, 1)); t(lambda: hasattr(o, bad)); t(lambda: delattr(o, bad))
for f in (getattr, setattr, hasattr, delattr):
    for args in ((), (o,), (o, "a", 1, 2)): t(lambda: f(*args))
    t(lambda: f(o, name="a"))
setattr(o, S("k"), 1); print([type(k).__name__ for k in o.__dict__], o.k)
