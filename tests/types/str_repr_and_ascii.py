for s in ("plain", "it's", 'say "x"', "both ' and \"", "tab\tnl\ncr\r", "back\\slash", "\x00\x1f\x7f", "é\xa0\xad", "中\u3000",
          "\U0001F600\U000e0001", "\ud800", "\u200b\ufeff"):
    print(repr(s).encode("unicode_escape").decode(), ascii(s))
print(str(5), str(None), str(b"x"), str(b"caf\xc3\xa9", "utf-8"), str(object=3), str())
