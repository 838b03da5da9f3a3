# reference: chr(), ord(), hash(), id(), callable()
# Edges of the smallest functions.
class H:
    def __init__(s, h): s.h = h
    def __hash__(s): return s.h
class NoneHash: __hash__ = None
class EqOnly:
    def __eq__(s, o): return True
class Raises:
    def __hash__(s): raise KeyError("hash")
class Call:
    def __call__(s): pass
class GetAttrCall:
    def __getattr__(s, n): return lambda: 5
TABLE = """
chr(0), chr(127), chr(128), chr(0xd800), chr(0x10ffff), chr(True), ord("a"), ord("\\U0010ffff"), ord(b"a"), ord(bytearray(b"z")), ord("\\x00"), [chr(ord(c)) for c in "é€😀"]
chr(-1)
chr(0x110000)
chr("a")
chr(1.0)
chr(2**70)
ord("")
ord("ab")
ord(b"")
ord(5)
ord(None)
ord("e\\u0301")
hash(1) == hash(1.0) == hash(1 + 0j) == hash(True), hash(-1), hash(-2), hash(0), hash(()) == hash(()), hash("") , hash(None) == hash(None), hash(H(5)), hash(H(-1)), hash(H(True)), hash(0.5) == hash(0.5), hash(...) == hash(Ellipsis), hash(int) == hash(int)
hash(H("x"))
hash(H(1.5))
hash(H(None))
hash([])
hash({})
hash(set())
hash(bytearray())
hash(slice(1)) if 0 else hash((1, []))
hash(NoneHash())
hash(EqOnly())
hash(Raises())
hash({}.keys())
hash()
hash(1, 2)
id(None) == id(None), id(5) == id(5), id([]) != id({}) or True, type(id(0)).__name__
id()
callable(len), callable(int), callable(lambda: 0), callable(Call()), callable(Call), callable(5), callable(GetAttrCall()), callable(None), callable("".upper), callable(classmethod(len)), callable(staticmethod(len)), callable(property())
callable()
repr(H(1)).startswith("<__main__.H object at 0x"), repr(H), repr(Call.__call__).split(" at ")[0], repr(len), repr([].append).split(" of ")[0], repr(int.real), repr(type), repr(NotImplemented), repr(slice(1, None, "x")), repr(range(0, 5, 2)), repr(super(H, H(1))).split(",")[0]
"""
for line in TABLE.strip().splitlines():
    try: print(line, "->", repr(eval(line)))
    except Exception as e: print(line, "!", type(e).__name__ + ":", e)
