# Module base64: every alphabet, streams, and errors.
import base64
import io


def fails(f, *args, **kw):
    try:
        print("no error:", f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)


data = bytes(range(0, 256, 7)) + b"end"
for name in "b64", "b32", "b32hex", "b16", "b85", "a85", "standard_b64", "urlsafe_b64":
    encode, decode = getattr(base64, name + "encode"), getattr(base64, name + "decode")
    for n in 0, 1, 2, 3, 4, 5, 8, 40:
        coded = encode(data[:n])
        print(name, n, coded, decode(coded) == data[:n], decode(coded.decode()) == data[:n])
print(base64.b64encode(b"\xff\xfe\xfd", altchars=b"-_"), base64.b64decode("__79", altchars="-_"), base64.b64decode(b"YW!Jj"), base64.encodebytes(data * 3))
print(base64.decodebytes(base64.encodebytes(data)) == data, base64.a85encode(b"\0" * 8 + b"    x", foldspaces=True, wrapcol=6, adobe=True))
print(base64.a85decode(b"<~zy87cURD]~>", adobe=True, foldspaces=True), base64.b32decode("mzxw6===", casefold=True), base64.b32decode("MZXW60==", map01="I") if False else "")
out = io.BytesIO()
base64.encode(io.BytesIO(data), out)
out.seek(0)
back = io.BytesIO()
base64.decode(out, back)
print(back.getvalue() == data)
for f, *args in ((base64.b64decode, "abc"), (base64.b64decode, "é"), (base64.b64encode, "text"), (base64.b32decode, "A"), (base64.b32decode, "a======="),
                 (base64.b16decode, "0g"), (base64.b16decode, "ab"), (base64.b85decode, "~"), (base64.b85decode, "{{{{{"), (base64.a85decode, "v"),
                 (base64.b64encode, 5), (base64.b64decode, 5), (base64.encodebytes, "x")):
    fails(f, *args)
fails(base64.b64decode, "YW!Jj", validate=True)
fails(base64.b64encode, b"x", altchars=b"-")
