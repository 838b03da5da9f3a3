# oracle: 64-bit
# Which operations answer with the shared empty and one-character objects, and which make an object of their own.
import sys
def sh(label, make):
    a = make(); b = make()
    print(label, a is b, ascii(a), sys.getsizeof(a))
for c in ("a", "A", "1", "\xe9", "\xc9", "\u0436", " "):
    d = c + "bc"
    tests = dict(upper=lambda: c.upper(), lower=lambda: c.lower(), title=lambda: c.title(), cap=lambda: c.capitalize(), swap=lambda: c.swapcase(), cf=lambda: c.casefold(),
      idx=lambda: d[0], sl=lambda: d[:1], mul=lambda: c*1, add=lambda: c+"", join=lambda: "".join([c]), join2=lambda: "".join(["", d[0]]), fmt=lambda: f"{c}", fmt2=lambda: "%s"%c, fmt3=lambda:"{}".format(c), pc=lambda: "%c"%c,
      pc2=lambda: "%c"%ord(c), chr=lambda: chr(ord(c)), strip=lambda: (" "+c+" ").strip(), repl=lambda: (c+"x").replace("x",""), repl2=lambda: "x".replace("x", c), split=lambda: (c+",b").split(",")[0], part=lambda:(c+",b").partition(",")[0],
      rj=lambda: "".rjust(1, c), cen=lambda: "".center(1,c), lj=lambda: c.ljust(1), zf=lambda: "".zfill(1), tr=lambda: c.translate({}), tr2=lambda: "x".translate({120: c}), dec=lambda: c.encode().decode(), dec2=lambda: c.encode("latin1","ignore").decode("latin1"),
      it=lambda: next(iter(d)), rev=lambda: d[::-1][-1:], st=lambda: str(c), rp=lambda: c.removesuffix("x"), rp2=lambda: (c+"x").removesuffix("x"), exp=lambda: c.expandtabs(), mx=lambda: max(d), fs=lambda: format(c,"s"), ff=lambda: format(c, "1"), rd=lambda: "".join(reversed(c)), asc=lambda: ascii(c)[1:2], lst=lambda: list(c)[0], spl=lambda: (c+"\n").splitlines()[0])
    for k, f in tests.items():
        try: sh(ascii(c)+" "+k, f)
        except Exception as e: print(k, type(e).__name__)
for k, f in dict(u=lambda: "".upper(), l=lambda: "".lower(), s=lambda:" ".strip(), m=lambda: "ab"*0, sl=lambda: "abc"[3:], j=lambda:"".join([]), f=lambda:f"{''}", r=lambda:"a".replace("a",""), tr=lambda: "a".translate({97:None}), d=lambda:b"".decode(), c=lambda:"".casefold(), sp=lambda:",a".split(",")[0], p=lambda:",".partition(",")[0], fm=lambda: "{}".format(""), st=lambda: str(), ex=lambda: "".expandtabs(), t=lambda:"".title(), cap=lambda:"".capitalize(), z=lambda:"".zfill(0), lj=lambda:"".ljust(0)).items():
    sh("empty "+k, f)
for c in (b"a", b"\xff"):
    d = c + b"bc"
    for k, f in dict(idx=lambda: d[:1], up=lambda: c.upper(), lo=lambda: c.lower(), by=lambda: bytes([c[0]]), by2=lambda: bytes(c), mul=lambda: c*1, add=lambda: c+b"", add2=lambda: b""+c, join=lambda: b"".join([c]), join2=lambda: b"".join([b"", bytes(bytearray(c))]), enc=lambda: chr(c[0]).encode("latin1"), split=lambda: (c+b",").split(b",")[0], strip=lambda: (b" "+c).strip(), repl=lambda: (c+b"x").replace(b"x", b""), part=lambda: (c+b",b").partition(b",")[0], pc=lambda: b"%c" % c, ps=lambda: b"%b" % c, zf=lambda: c.zfill(1), lj=lambda: c.ljust(1), rj=lambda: b"".rjust(1, c), tr=lambda: c.translate(None), tr2=lambda: c.translate(None, b"x"), cap=lambda: c.capitalize(), ti=lambda: c.title(), sw=lambda: c.swapcase(), hx=lambda: bytes.fromhex("61"), rp=lambda: (c+b"x").removesuffix(b"x"), z=lambda: bytes(1), rev=lambda: d[::-1][2:], st=lambda: d[0:2:2], it=lambda: bytes(iter([c[0]]))).items():
        sh(repr(c)+" "+k, f)
for k, f in dict(sl=lambda: b"a"[1:], m=lambda: b"a"*0, j=lambda: b"".join([]), b=lambda: bytes(), b0=lambda: bytes(0), bl=lambda: bytes([]), ba=lambda: bytes(bytearray()), u=lambda: b"".upper(), r=lambda: b"a".replace(b"a", b""), e=lambda: "".encode(), s=lambda: b" ".strip(), tb=lambda: (0).to_bytes(0,"big"), hx=lambda: bytes.fromhex("")).items():
    sh("empty bytes "+k, f)
t = (1, [2])
for k, f in dict(sl=lambda: t[2:], m=lambda: t*0, c=lambda: tuple(), l=lambda: tuple([]), g=lambda: tuple(x for x in ()), full=lambda: t[:], m1=lambda: t*1, a=lambda: t+(), a2=lambda: ()+t, tt=lambda: tuple(t), z=lambda: (), st=lambda: (lambda *a: a)()).items():
    a, b = f(), f(); print("tuple", k, a is b)
for k, f in dict(c=lambda: frozenset(), l=lambda: frozenset([]), s=lambda: frozenset("")).items():
    print("frozenset", k, f() is f())
print(complex(0) is complex(0), float() is float())
for k, f in dict(neg=lambda: -(-5), inv=lambda: ~4, ab=lambda: abs(-7), fd=lambda: 700//100, mod=lambda: 1007%1000, sh=lambda: 1<<8, rs=lambda: 512>>1, an=lambda: 1023&255, orr=lambda: 128|64, xo=lambda: 300^44, pw=lambda: 2**8, sub=lambda: 1000-744, big=lambda: (1<<70)-(1<<70)+256, intf=lambda: int(256.0), ints=lambda: int("256"), intb=lambda: int.from_bytes(b"\x01\x00","big"), ln=lambda: len("a"*256), su=lambda: sum([128,128]), rg=lambda: list(range(250,257))[-1], en=lambda: list(enumerate("a"*257))[-1][0], rd=lambda: round(256.4), dm=lambda: divmod(2560,10)[0], hs=lambda: hash(256), cnt=lambda: [1].count(1), ind=lambda: [7]*200 .__index__() and 256, bl=lambda: (2**255).bit_length(), tr=lambda: 256 .__trunc__(), o257=lambda: 200+57, m6=lambda: -3-3, b2=lambda: int("257"), mx=lambda: max(256, 1), idd=lambda: 256 .conjugate(), fl=lambda: __import__("math").floor(256.5), gcd=lambda: __import__("math").gcd(512,768)).items():
    a, b = f(), f(); print("int", k, a is b)
