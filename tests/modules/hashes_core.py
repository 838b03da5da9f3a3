# MD5, SHA-1 and SHA-2: digests of all block boundaries, copies, names, errors.
import _sha2 as S, _md5, _sha1
def t(e, g=globals()):
    try: print(e,'->',repr(eval(e,g)))
    except BaseException as x: print(e,'->',type(x).__name__,x)
h=S.sha256(b'abc')
print(type(h), type(S.sha224()), type(S.sha512()), type(S.sha384()), type(_md5.md5()), type(_sha1.sha1()))
for e in ["h.hexdigest()","h.digest()","h.name","h.digest_size","h.block_size","h.copy().hexdigest()","h.update(b'd')","h.hexdigest()","h.update('x')","h.update()","S.sha256('x')","S.sha256(1)","S.sha256(string=b'a').name","S.sha256(b'a',usedforsecurity=False).name","S.sha256(b'a',False)","S.sha256(x=1)","S.sha224().hexdigest()","S.sha384().hexdigest()","S.sha512().hexdigest()","_md5.md5().hexdigest()","_sha1.sha1().hexdigest()","_md5.md5(b'abc'*100).hexdigest()","_sha1.sha1(b'abc'*100).hexdigest()","S.sha512(b'abc'*100).hexdigest()","S.sha384(b'abc'*100).hexdigest()","S.sha224(b'abc'*100).hexdigest()","S.sha256(b'abc'*100).hexdigest()","type(h)()","h.name=1","h.foo","S.sha512().block_size","S.sha512().digest_size","S.sha384().digest_size","_md5.md5().name","_md5.md5().block_size","_md5.md5().digest_size","_sha1.sha1().digest_size","S.sha224().name","S.sha256(bytearray(b'a')).hexdigest()==S.sha256(memoryview(b'a')).hexdigest()"]: t(e)


def numbers(n):
    return bytes((k * 7 + 3) % 256 for k in range(n))


for make in _md5.md5, _sha1.sha1, S.sha224, S.sha256, S.sha384, S.sha512:
    total = make()
    for n in (0, 1, 54, 55, 56, 57, 63, 64, 65, 110, 111, 112, 113, 119, 127, 128, 129, 300):
        h = make(numbers(n))
        total.update(h.digest())
        parts = make()
        data = numbers(n)
        for at in range(0, n, 13):
            parts.update(data[at : at + 13])
        assert parts.digest() == h.digest()
        assert h.digest() == h.digest() and len(h.digest()) == h.digest_size
    copy = total.copy()
    copy.update(b"more")
    print(total.name, total.hexdigest(), copy.hexdigest() != total.hexdigest())
