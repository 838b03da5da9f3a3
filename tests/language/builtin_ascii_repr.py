# reference: ascii(), repr()
# repr of built-in things in containers; ascii escapes what is not ASCII.
print(ascii("é€😀\n\x7f'\""), ascii(["é", b"\xff"]), ascii("a'b"), ascii('a"b'), ascii("\ud800"), ascii("\x80\xff\u0100"))
print(repr("é€😀"), repr("\x00\x1f\x7f\x80\xa0\xad\u200b\u2028\ue000\ud800\U0001F600\U000e0001"), repr("tab\tnl\ncr\r\\"), repr("'"), repr('"'), repr("'\""), repr(b"'\"\n\xff"), repr(bytearray(b"'")))
print(repr([1, "a", None, ..., 1.5, 2j, (1,), {1}, {}, set(), frozenset(), range(3), slice(1), b"", int, len]), repr((1,)), repr(()), repr({1: {2: 3}}), repr(frozenset([1])))
class R:
    def __repr__(s): return "é"
class S(str):
    def __repr__(s): return "S!"
class Sub(list): pass
print(ascii(R()), repr(R()), ascii(S("x")), [S("x")], Sub([1]), repr(type("T", (), {})), {S("k"): R()})
for f in (lambda: repr(), lambda: ascii(), lambda: ascii(1, 2), lambda: repr(obj=1), lambda: repr(type("X", (), {"__repr__": lambda s: 5})()), lambda: ascii(type("X", (), {"__repr__": lambda s: None})())):
    try: print(f())
    except TypeError as e: print(e)
