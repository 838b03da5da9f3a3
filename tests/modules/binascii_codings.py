# Module binascii: every coding, both ways, and its errors.
import binascii


def fails(f, *args, **kw):
    try:
        print("no error:", f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)


data = bytes(range(256))
for n in 0, 1, 2, 3, 4, 5, 45, 256:
    piece = data[:n]
    b64 = binascii.b2a_base64(piece)
    print(n, b64[:40], binascii.a2b_base64(b64) == piece, binascii.b2a_base64(piece, newline=False)[-6:], binascii.hexlify(piece)[:20])
    if n <= 45:
        uu = binascii.b2a_uu(piece)
        print(uu, binascii.a2b_uu(uu) == piece, binascii.b2a_uu(piece, backtick=True) == uu, binascii.a2b_uu(binascii.b2a_uu(piece, backtick=True)) == piece)
    print(binascii.crc32(piece), binascii.crc_hqx(piece, 0), binascii.crc32(piece, 12345), binascii.crc_hqx(piece, 0xFFFFF), binascii.crc32(piece, -1))
for text in "YWJj", b"YW Jj\n", "YWI=", "YW==", "YQ", "Y", "YWJjZ", "=YQ==", "YQ==YQ==", "Y=Q==", "YQ=", "YQ=a=", "YWJj=", "YWJj====", "é", "", "!!!!", "AB=C":
    fails(binascii.a2b_base64, text)
    fails(binascii.a2b_base64, text, strict_mode=True)
for text in "00fF", b"0g", "0", "zz", "", "é0", 5:
    fails(binascii.unhexlify, text)
    fails(binascii.a2b_hex, text)
print(binascii.hexlify(b"abcdef", "-"), binascii.hexlify(b"abcdef", b":", 2), binascii.b2a_hex(b"abcdef", sep="_", bytes_per_sep=-4), binascii.hexlify(memoryview(b"xy")))
fails(binascii.hexlify, b"ab", "--")
fails(binascii.hexlify, "text")
fails(binascii.b2a_uu, b"x" * 46)
fails(binascii.a2b_uu, b"#86)C\n")
fails(binascii.a2b_uu, b"#86)C trailing")
fails(binascii.a2b_uu, b"#\x7f\x7f")
fails(binascii.a2b_uu, b"")
fails(binascii.b2a_base64, "text")
fails(binascii.a2b_base64, 5)
fails(binascii.crc32, "text")
fails(binascii.crc32, b"", "x")
for raw in b"plain", b"a=b_c", b"tab\tend\t\nspace \nx ", b"caf\xc3\xa9\r\nline\r\n", b".\n.x\n.", b"x" * 100, b"\xe9" * 40, b"a b" * 40, b"\0\1\x7f", b"", b"line\rmore":
    for kw in {}, {"quotetabs": True}, {"header": True}, {"istext": False}:
        coded = binascii.b2a_qp(raw, **kw)
        print(coded, binascii.a2b_qp(coded, header=kw.get("header", False)) == raw)
for coded in b"=", b"=4", b"=41=42", b"=zz", b"a=\nb", b"a=\r\nb", b"==41", b"a_b", "text=3d", b"=\n":
    print(binascii.a2b_qp(coded), binascii.a2b_qp(coded, header=True))
print(binascii.Error.__mro__, binascii.Incomplete.__bases__, binascii.Error.__module__)
try:
    raise binascii.Error("x", 1)
except ValueError as e:
    print(repr(e), e.args)
