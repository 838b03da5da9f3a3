# reference: 2.4.1.1
# All escapes of strings and bytes; unknown ones stay; bad ones are errors with positions.
print(ascii("\\\'\"\a\b\f\n\r\t\v"), ascii("a\
b"))
print(ascii("\0\1\12\123\1234\777\377\8" if 0 else "\0\1\12\123\1234"), ascii("\x00\x7f\xff\x414"))
print(ascii("\u00e9\u20AC\U0001F600\N{EURO SIGN}\N{latin small letter e with acute}\N{LEFT CURLY BRACKET}"))
print(b"\\\'\"\a\b\f\n\r\t\v\0\1\12\123\x00\xff\u0041\N{x}" if 0 else b"\\\'\"\a\b\f\n\r\t\v\0\1\12\123\x00\xff")
print(r"\n\x\u\N{", rb"\x\u", len(r"\
"))
for src in [r"'\x'", r"'\x1'", r"'\xg0'", r"'\u123'", r"'\U0001F60'", r"'\U00110000'", r"'\UFFFFFFFF'", r"'\N'", r"'\N{'", r"'\N{}'", r"'\N{NO SUCH THING}'",
            r"'\N{DIGIT ONE'", r"b'\x'", r"b'\x1'", r"b'ab\xzz'", r"'abc\x1 def'", r"'\ud800'", r"'\N{LF}'", r"'\N{NULL}'", r"'\N{KEYCAP DIGIT ONE}'",
            r"'\N{HANGUL SYLLABLE GAG}'", r"'\N{CJK UNIFIED IDEOGRAPH-4E2D}'", r"'a' '\x'", r"f'\x'", r"f'{1}\x4'", r"f'\N{SPACE}|'", r"f'\N{x'", r"rf'\N{1}'", r"fr'\{2}'"]:
    try:
        print(src, ascii(eval(src)))
    except SyntaxError as e:
        print(src, e.msg, e.lineno, e.offset)
