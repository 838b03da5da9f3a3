# Formats, packing, unpacking, buffers, iteration and the errors of module _struct.
import _struct as S
def t(e, g=globals()):
    try: print(e,'->',repr(eval(e,g)))
    except BaseException as x: print(e,'->',type(x).__name__,x)
T=S.Struct
class Ix:
    def __index__(s): return 7
for e in [
    "S.calcsize('<bhiqlQ')",
    "S.calcsize('@bh')",
    "S.calcsize('=bh')",
    "S.calcsize('bq')",
    "S.calcsize('qb')",
    "S.calcsize('qb0q')",
    "S.calcsize('')",
    "S.calcsize('3s2p')",
    "S.calcsize('10')",
    "S.calcsize('z')",
    "S.calcsize('<n')",
    "S.calcsize('<P')",
    "S.calcsize('é')",
    "S.calcsize(b'i')",
    "S.calcsize(1)",
    "S.calcsize()",
    "S.calcsize(' i  i ')",
    "S.calcsize('3 i')",
    "S.calcsize('i\\0')",
    "S.pack('<bBhHiIqQ',-1,255,-2,65535,-3,2**32-1,-4,2**64-1)",
    "S.pack('>hiq',1,2,3)",
    "S.pack('!f',1.5)",
    "S.pack('<d',1.5)",
    "S.pack('<e',1.5)",
    "S.pack('>e',65504.0)",
    "S.pack('e',65520.0)",
    "S.pack('f',1e40)",
    "S.pack('<f',float('inf'))",
    "S.pack('?',[])",
    "S.pack('?',1)",
    "S.pack('c',b'a')",
    "S.pack('c','a')",
    "S.pack('c',b'ab')",
    "S.pack('5s',b'abc')",
    "S.pack('2s',b'abc')",
    "S.pack('s','a')",
    "S.pack('5p',b'abc')",
    "S.pack('3p',b'abcdef')",
    "S.pack('0s',b'')",
    "S.pack('p',b'a')",
    "S.pack('xx')",
    "S.pack('2xh',1)",
    "S.pack('bb',1)",
    "S.pack('b',1,2)",
    "S.pack('b',128)",
    "S.pack('<b',-129)",
    "S.pack('B',256)",
    "S.pack('<B',-1)",
    "S.pack('h',40000)",
    "S.pack('<h',40000)",
    "S.pack('>H',-1)",
    "S.pack('H',70000)",
    "S.pack('i',2**31)",
    "S.pack('<i',2**31)",
    "S.pack('I',-1)",
    "S.pack('<I',2**32)",
    "S.pack('q',2**63)",
    "S.pack('<q',2**63)",
    "S.pack('Q',-1)",
    "S.pack('<Q',2**64)",
    "S.pack('<Q',-1)",
    "S.pack('b','a')",
    "S.pack('<b','a')",
    "S.pack('b',1.0)",
    "S.pack('<i',1.5)",
    "S.pack('<i',Ix())",
    "S.pack('i',Ix())",
    "S.pack('f','a')",
    "S.pack('d',None)",
    "S.pack('<d',10**400)",
    "S.pack()",
    "S.pack(1)",
    "S.pack('<3h',1,2,3)",
    "S.pack('b',True)",
    "S.pack('i',2**100)",
    "S.pack('<i',2**100)",
    "S.pack('bi',1,2)",
    "S.unpack('<bBhHiIqQ',b'\\xff'*30)",
    "S.unpack('>hi',b'\\0\\1\\0\\0\\0\\2')",
    "S.unpack('<e',b'\\0\\x3e')",
    "S.unpack('<f',b'\\0\\0\\xc0?')",
    "S.unpack('c',b'x')",
    "S.unpack('3s',b'abc')",
    "S.unpack('5p',b'\\3abcd')",
    "S.unpack('5p',b'\\x09abcd')",
    "S.unpack('b',b'')",
    "S.unpack('b',b'ab')",
    "S.unpack('b','a')",
    "S.unpack('2x',b'ab')",
    "S.unpack('0s',b'')",
    "S.unpack('b',bytearray(b'a'))",
    "S.unpack('b',memoryview(b'a'))",
    "S.unpack()",
    "S.unpack('b')",
    "S.unpack('<q',b'\\xff'*8)",
    "S.unpack('>Q',b'\\x80'+b'\\0'*7)",
    "S.unpack_from('b',b'abc')",
    "S.unpack_from('b',b'abc',1)",
    "S.unpack_from('b',b'abc',-1)",
    "S.unpack_from('b',b'abc',3)",
    "S.unpack_from('b',b'abc',-4)",
    "S.unpack_from('<i',b'abc',0)",
    "S.unpack_from('<i',b'abcd',-2)",
    "S.unpack_from('b',buffer=b'abc',offset=2)",
    "S.unpack_from('b',b'abc','x')",
    "S.unpack_from('b')",
    "S.unpack_from('b',1)",
    "S.pack_into('b',bytearray(3),1,5)",
    "S.pack_into('b',bytearray(3),3,5)",
    "S.pack_into('b',bytearray(3),-4,5)",
    "S.pack_into('b',b'abc',0,5)",
    "S.pack_into('b',bytearray(3))",
    "S.pack_into('b')",
    "S.pack_into('<i',bytearray(3),0,1)",
    "S.pack_into('<i',bytearray(5),-2,1)",
    "S.pack_into('b',bytearray(3),'x',1)",
    "S.pack_into('b',bytearray(3),0)",
    "S.pack_into('b',bytearray(3),0,1,2)",
    "S.pack_into('b',1,0,2)",
    "list(S.iter_unpack('<h',b'abcd'))",
    "S.iter_unpack('<h',b'abc')",
    "S.iter_unpack('',b'')",
    "S.iter_unpack('b',1)",
    "S.iter_unpack('b')",
    "S.iter_unpack('b',b'ab').__length_hint__()",
    "type(S.iter_unpack('b',b''))()",
    "T()",
    "T('<i').format",
    "T(b'<i').size",
    "T('<ih').size",
    "T('z')",
    "T(1)",
    "T('<h').pack(1)",
    "T('<h').pack()",
    "T('<h').pack('a')",
    "T('<h').unpack(b'ab')",
    "T('<h').unpack(b'a')",
    "T('<h').unpack(1)",
    "T('<h').unpack_from(b'abc',1)",
    "T('<h').unpack_from(buffer=b'abc',offset=0)",
    "T('<h').unpack_from(b'a')",
    "list(T('<h').iter_unpack(b'abcd'))",
    "T('<h').pack_into(bytearray(2),0,1)",
    "T('<h').pack_into(bytearray(1),0,1)",
    "T('<h').pack_into()",
    "T(format='b').format",
    "T('b').foo",
    "T('b','c')",
    "repr(T('b'))[:16]",
    "T('é')",
    "S._clearcache()",
    "hash(T('b'))==1",
]:
    t(e)

b=bytearray(6); S.pack_into('<hh',b,1,258,-2); print(b)


for order in "<>=!@":
    for code in "bBhHiIqQ":
        size = S.calcsize(order + code)
        low, high = (0, 2 ** (8 * size) - 1) if code.isupper() else (-(2 ** (8 * size - 1)), 2 ** (8 * size - 1) - 1)
        for value in low, high, 1, high // 3:
            packed = S.pack(order + code, value)
            assert S.unpack(order + code, packed) == (value,), (order, code, value)
        for value in low - 1, high + 1:
            try:
                S.pack(order + code, value)
                print("no error", order, code)
            except S.error as e:
                pass
        print(order + code, size, S.pack(order + code, high // 3).hex())
for x in 0.0, -0.0, 1.0, 1 / 3, 65504.0, 6e-8, 5.96e-8, 2.98e-8, 2.99e-8, 1e-10, 6.1e-5, 0.1, -2.5, 2049.0, 2051.0, float("inf"), float("nan"):
    print(x, *[S.pack(o + c, x).hex() for o in "<>" for c in "efd"], S.unpack("<e", S.pack("<e", x))[0])
for x in 65519.9, 65520.0, 1e39, -1e300:
    for c in "<e", "<f", ">f", "<d":
        try:
            print(x, c, S.pack(c, x).hex())
        except OverflowError as e:
            print(x, c, e)


class Noisy:
    def __init__(self, x):
        self.x = x

    def __index__(self):
        print("index", self.x)
        return self.x

    def __float__(self):
        print("float", self.x)
        return float(self.x)

    def __bool__(self):
        print("bool", self.x)
        return bool(self.x)


print(S.pack("<bf?h", Noisy(1), Noisy(2), Noisy(0), Noisy(3)))


class Broken:
    def __index__(self):
        raise KeyError("index")

    def __float__(self):
        raise KeyError("float")

    def __bool__(self):
        raise KeyError("bool")


for c in "i", "d", "?":
    try:
        S.pack(c, Broken())
    except (KeyError, S.error) as e:
        print(c, repr(e))


class Sub(S.Struct):
    def __init__(self):
        super().__init__(">hh")


s = Sub()
print(s.pack(1, 2), s.size, s.unpack(s.pack(3, 4)), list(s.iter_unpack(bytes(8))))
s.__init__()
S.Struct.__init__(s, "<b")
print(s.size, s.format, s.pack(5))
it = S.iter_unpack("<hb", bytes(range(9)))
print(next(it), it.__length_hint__(), list(it), it.__length_hint__(), next(it, None))
target = bytearray(b"........")
view = memoryview(target)
S.pack_into(">h", view, 2, 258)
S.pack_into("2xb", target, 5, 7)
print(target)
