# Encodings of East Asia: text, error handlers, rubbish bytes, and every character of the basic plane by a checksum.
import codecs
import random
import zlib

TEXT = "你好，世界 €𠮷ㄅ한 ｶﾅ カナ"
NAMES = ["gb2312", "gbk", "gb18030", "big5", "cp950", "shift_jis", "cp932", "euc_jp", "cp949"]
codecs.register_error("star", lambda error: ("*", error.end))

for name in NAMES:
    for errors in ("strict", "ignore", "replace", "backslashreplace", "xmlcharrefreplace", "star"):
        try:
            print(name, errors, TEXT.encode(name, errors))
        except UnicodeError as error:
            print(name, errors, error)
    data = bytes(range(0xC0, 0xFF)) + b"abc0\x810" + "世界".encode(name, "ignore") + b"\xc4"
    for errors in ("strict", "ignore", "replace", "backslashreplace", "surrogateescape", "star", "nonsense"):
        try:
            print(name, errors, ascii(data.decode(name, errors)))
        except (UnicodeError, LookupError) as error:
            print(name, errors, error)

    chance = random.Random(7)
    total = 0
    for _ in range(150):
        data = bytes(chance.choice((chance.randrange(256), chance.randrange(0x81, 0xFF), chance.randrange(0x30, 0x3A))) for _ in range(8))
        for errors in ("replace", "strict"):
            try:
                text = data.decode(name, errors)
            except UnicodeDecodeError as error:
                text = str(error)
            total = zlib.crc32(text.encode("utf-8"), total)
    print(name, "rubbish", total)

    total = 0
    for start in range(0, 0x10000, 0x80):
        block = "".join(map(chr, range(start, start + 0x80)))
        total = zlib.crc32(block.encode(name, "replace" if start % 0x800 == 0 else "ignore"), total)
    print(name, "all", total)
