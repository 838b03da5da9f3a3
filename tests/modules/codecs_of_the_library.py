# Encodings of the library (maps of characters, punycode, rot13), search functions of one's own, incremental codecs.
def t(f, *args, **kwargs):
    try:
        print(ascii(f(*args, **kwargs)))
    except BaseException as e:
        print(type(e).__name__, ascii(str(e)), getattr(e, "__notes__", None))

for enc in ("cp1252","koi8-r","iso8859-15","cp437","mac_roman","punycode","utf-8-sig","cp65001","utf_16_le"):
    t("a\xe9\u20ac\u0439".encode,enc); t("a\xe9".encode,enc,"replace"); t("\u1234".encode,enc,"xmlcharrefreplace"); t(b"a\xe9\x80\x81".decode,enc); t(b"a\xe9\x80\x81".decode,enc,"ignore")
import codecs
t(codecs.lookup,"nonesuch")
t(codecs.encode,"abc","rot13")
t("a".encode,"rot13")
t(lambda: codecs.lookup("latin-1").name)
codecs.register(lambda n: 3 if n=="bad3" else None)
t(codecs.lookup,"bad3")
def search(n):
    if n=="my": return codecs.CodecInfo(lambda s,e="strict":(s.encode("utf-8")[::-1],len(s)), lambda b,e="strict":(bytes(b)[::-1].decode(),len(b)), name="my")
codecs.register(search)
t("abc".encode,"my")
t(b"cba".decode,"MY")
codecs.unregister(search)
t("abc".encode,"my")
d=codecs.getincrementaldecoder("utf-8")()
t(d.decode,b"\xe4\xb8")
t(d.decode,b"\xad")
t(d.decode,b"\xff",True)
e=codecs.getincrementalencoder("utf-16")()
t(e.encode,"a")
t(e.encode,"b")
t(list,codecs.iterdecode([b"a\xe4",b"\xb8\xad"],"utf-8"))
t(bytes,"a\xe9","cp1252")
t(str,b"\xe9","cp1252")
