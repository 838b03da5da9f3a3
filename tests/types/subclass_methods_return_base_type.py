# reference: 3.2.5
# Methods and operators of a subclass give the base type, except for the few that promise the subclass.
class I(int): pass
class F(float): pass
class C(complex): pass
class S(str): pass
class B(bytes): pass
class A(bytearray): pass
class L(list): pass
class T(tuple): pass
class D(dict): pass
class E(set): pass
class Z(frozenset): pass


def kinds(**results):
    print(*(f"{name}={type(r).__name__}" for name, r in results.items()))


i, f, c, s, b, a, l, t, d, e, z = I(6), F(1.5), C(1j), S("a b"), B(b"a b"), A(b"a b"), L([2, 1]), T((2, 1)), D(a=1), E({1}), Z({1})
kinds(add=i + i, neg=-i, pos=+i, inv=~i, abs=abs(i), div=i // 1, pow=i**1, shift=i << 0, real=i.real, conj=i.conjugate(), round=round(i), index=i.__index__(), int=int(i), frombytes=I.from_bytes(b"1", "big"), trunc=i.__trunc__(), divmod=divmod(i, 2)[0])
kinds(add=f + f, neg=-f, pos=+f, abs=abs(f), real=f.real, conj=f.conjugate(), round=round(f, 1), float=float(f), fromhex=F.fromhex("1"), mod=f % 1, cneg=-c, cconj=c.conjugate(), cadd=c + 1, cabs=abs(c), cpos=+c)
kinds(slice=s[:], index=s[0], add=s + "", mul=s * 1, lower=s.lower(), strip=s.strip(), replace=s.replace("z", ""), split=s.split()[0], join=s.join(["x"]), format=s.format(), mod=s % (), str=str(s), center=s.center(1), zfill=s.zfill(0), translate=s.translate({}), expand=s.expandtabs(), fmt=format(s), prefix=s.removeprefix("z"), each=next(iter(s)))
kinds(slice=b[:], add=b + b"", mul=b * 1, lower=b.lower(), strip=b.strip(), replace=b.replace(b"z", b""), split=b.split()[0], join=b.join([b"x"]), fromhex=B.fromhex("61"), bytes=bytes(b), center=b.center(1), zfill=b.zfill(0), decode=b.decode())
kinds(slice=a[:], add=a + b"", mul=a * 1, copy=a.copy(), lower=a.lower(), strip=a.strip(), replace=a.replace(b"z", b""), fromhex=A.fromhex("61"), iadd=a.__iadd__(b"x"), imul=a.__imul__(1), left=b"" + a)
kinds(slice=l[:], add=l + [], mul=l * 1, copy=l.copy(), sorted=sorted(l), iadd=l.__iadd__([]), imul=l.__imul__(1), rmul=1 * l, left=[] + l, tslice=t[:], tadd=t + (), tmul=t * 1, tleft=() + t)
kinds(copy=d.copy(), fromkeys=D.fromkeys("a"), union=d | {}, ior=d.__ior__({}), left={} | d, keys=d.keys())
kinds(copy=e.copy(), union=e | {2}, method=e.union(), sub=e - {1}, inter=e & {1}, xor=e ^ e, left={1} | e, ior=e.__ior__({3}), fcopy=z.copy(), funion=z | {2}, fmethod=z.union(), finter=z.intersection(), fleft={1} & z, ffirst=frozenset({1}) & z)
