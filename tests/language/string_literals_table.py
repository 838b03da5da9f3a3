# reference: 2.4.1, 2.4.1.1
# Every escape and prefix, raw and triple quoted, joined pieces, and their values.
import warnings
warnings.simplefilter("ignore")
for src in (r"'\a\b\f\n\r\t\v\\\'\"'", r"'\0\00\000\1\12\123\377\777\8'", r"'\x00\x41\xff'", r"'\u0041\u20ac\U0001f600'", r"'\N{BULLET}\N{LATIN SMALL LETTER A}'", r"b'\x41\101\n\N\u\U'", r"r'\n\x41\''", r"R'\\'", r"rb'\n'", r"Rb'\x41'", r"bR'a'", r"BR'b'", r"u'x'", r"U'y'", r"'a' 'b' \"c\"", r"'a' r'\n' '\n'", r"b'a' rb'\n'", r"'''a'b\"c'''", r'"""a"b"""', "'''a\nb\n'''", "'a\\\nb'", "b'a\\\nb'", "r'a\\\nb'", r"f'{1}' 'x' f'{2}'", r"rf'\n{1}'", r"fR'{1}\t'", r"f'\x41{1}\N{BULLET}'", r"f'{{}}'", r"'{}'", r"'\q\w'", r"b'\q'", r"'\"'", "'\\''", r"'é€😀'", r"'\ud800'", r"'\udcff' 'x'", r"''", r"''''''", r"b''", r"'\
'", r"'tab	in'", r"'%s' % 'x'", r"'a' * 3 'b'", r"('a' 'b')", r"['a' 'b', 'c']", r"{'a' 'b': 1}", r"'a'.upper() 'b'"):
    try: print(ascii(src), "->", ascii(eval(src)))
    except SyntaxError as e: print(ascii(src), "!", ascii(e.msg), e.offset)
