# Characters by name: in a program's own literals, in code compiled later, in f-strings, and in codecs.
print("\N{BULLET} \N{greek small letter alpha} \N{LATIN SMALL LETTER E WITH ACUTE}")
print(f"\N{SNOWMAN}{'\N{DIGIT ONE}':>3}\N{LEFT CURLY BRACKET}")
print(eval(r"'\N{HANGUL SYLLABLE GAG}\N{CJK UNIFIED IDEOGRAPH-4E2D}'"))
exec(r"x = '\N{NO-BREAK SPACE}'; print(ascii(x))")
print(ascii(eval(compile(r"'\N{VARIATION SELECTOR-17} \N{LF}'", "f", "eval"))))
print(b"\\N{BULLET}-\\N{nul}".decode("unicode_escape") == "\N{BULLET}-\0")
print("\N{BULLET} \xe9 \ue000".encode("ascii", "namereplace"))
for bad in (r"'\N{NO SUCH NAME}'", r"'\N{}'", r"'\N{BULLET'", r"'\N'", r"f'\N{}'"):
    try:
        eval(bad)
    except SyntaxError as e:
        print(e)
try:
    b"ab\\N{NO SUCH NAME}c".decode("unicode_escape")
except UnicodeDecodeError as e:
    print(e)
print(b"ab\\N{NO SUCH NAME}c".decode("unicode_escape", "replace"))
