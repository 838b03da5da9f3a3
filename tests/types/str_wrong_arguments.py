# What every method of str says of missing, superfluous and wrong arguments.
def show(f, *args, **kwargs):
    try:
        print(ascii(f(*args, **kwargs)))
    except BaseException as e:
        print(type(e).__name__, ascii(str(e)))

class Index:
    def __init__(self, value):
        self.value = value
    def __index__(self):
        return self.value

for name in "split rsplit strip find replace center join zfill encode count partition translate removeprefix removesuffix upper isalpha format_map splitlines expandtabs ljust rpartition rindex".split():
    method = getattr("text", name)
    show(method, 1, 2, 3, 4, 5)
    show(getattr(str, name))
    show(getattr(str, name), 3)
    if name not in ("split", "rsplit", "find", "count", "rindex", "format_map"):
        show(method, foo=3)
for call in ("chr(-1)", "chr(0x110000)", "chr('x')", "chr(10**30)", "chr(1.5)", "chr(Index(97))", "chr()", "ord('ab')", "ord('')", "ord(3)", "ord(b'a')", "ord(b'ab')", "ord(bytearray(b'c'))", "ord(None)", "ord()",
             "ord('\U0010ffff')", "ord('\ud800')", "ascii('\ud800\xe9')", "repr('\x7f\xad\u200b')", "len('\U0001f600')"):
    show(lambda: eval(call))
