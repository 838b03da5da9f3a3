# str.format: numbering, attributes, items, conversions, nested fields, braces, and every error.
def show(f, *args, **kwargs):
    try:
        print(ascii(f(*args, **kwargs)))
    except BaseException as e:
        print(type(e).__name__, ascii(str(e)))

formats = ["{}", "{0}", "{1}", "{} {}", "{0} {0}", "{} {0}", "{0} {}", "{a}", "{a.b}", "{0.real}", "{0[0]}", "{0[a]}", "{0[a][b]}", "{0.x.y}", "{!r}", "{!s}", "{!a}", "{!x}", "{!}", "{!r:>10}", "{:>10}", "{:{}}", "{:{}.{}}", "{0:{1}}",
           "{a:{b}}", "{{}}", "{{", "}}", "{", "}", "{}}", "{{}", "{0!r}", "{0!r", "{0!", "{0!rx}", "{0:", "{0[", "{0[]}", "{0[a]b}", "{0.}", "{.real}", "{[0]}", "{:{:{}}}", "{0:{0:{0}}}", "{ 0}", "{0 }", "{-1}", "{00}",
           "{999999999999999999999}", "{0[999999999999999999999]}", "{0[-1]}", "{0[0x1]}", "{a!r:^{w}}", "{0.__class__.__name__}", "{a]}", "{a[0}", "{\u1234}", "{0:\u1234<5}", "{!r:}", "{:}", "{a:}{b:}", "{:!r}", "{:{a}}", "{0:{}}",
           "{:{0}}"]
for f in formats:
    for args in ((), (1,), ("x", 5), ([1, 2], 3), ({"a": {"b": 4}},)):
        for kwargs in ({}, {"a": 7, "b": 3, "w": 9}):
            show(f.format, *args, **kwargs)
    show(f.format_map, {"a": 1, "b": 2, "w": 5})
class Missing(dict):
    def __missing__(self, key):
        return "<" + key + ">"
class Spec:
    def __format__(self, spec):
        return "F" + spec
class Bad:
    def __format__(self, spec):
        return 3
show("{x} {y}".format_map, Missing())
for mapping in (3, {}, [1], None):
    show("{x}".format_map, mapping)
    show("{0}".format_map, mapping)
for call in ("format(Spec(), 'abc')", "format(Bad())", "f'{Spec():x{1}y}'", "f'{Bad()}'", "'{:abc}'.format(Spec())", "'{}'.format(Bad())", "format(object(), 'x')", "format(None, 'x')", "format([], '5')", "format(3, 3)",
             "format(3, None)", "format(3, '')", "format()", "f'{3!r:>5}{4:{5}}'", "f'{3:{\"x\"}}'"):
    show(lambda: eval(call))
