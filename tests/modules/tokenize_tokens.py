"""tokenize: kinds, places and lines of tokens, encodings, errors, and back to text."""
import io
import tokenize

SOURCE = '''# c
def f(a,  # comment
      b):
    """doc
    more"""

    x = f"{a!r:>{b}} {{}} \u00e9" + '\u00e9' ; y\\
       = 1

    # in
    if a:
        pass
async def g(): await h
a <> b != $ ? ! -> := ... //= **=
last = 0x_ff + 1_000.5e-3j'''


def show(lines):
    try:
        for t in lines:
            print(tokenize.tok_name[t.type], tokenize.tok_name[t.exact_type], repr(t.string), t.start, t.end, repr(t.line))
    except (SyntaxError, tokenize.TokenError) as e:
        print(type(e).__name__, e)


show(tokenize.generate_tokens(io.StringIO(SOURCE).readline))
show(tokenize.tokenize(io.BytesIO(b"# -*- coding: latin-1 -*-\r\nx = '\xe9'\r\n  \r\n").readline))
show(tokenize.tokenize(io.BytesIO(b"\xef\xbb\xbfif a:\n\tb\n").readline))
show(tokenize.generate_tokens(iter(["a\n", "b"]).__next__))
for text in ("", "\n", "#", "(1", "a\n  b\n c", "'abc", "'''abc", "a\\ b", "0_", "1a", "\u00e9\u20ac", "f'{a", ")", "(]", "if 1:\n\ta\n        b\n", "a\\", "f'a}'", "0777"):
    print(repr(text))
    show(tokenize.generate_tokens(io.StringIO(text).readline))
for readline in (lambda: 3, lambda: b"x", lambda: 1 / 0):
    try:
        list(tokenize.generate_tokens(readline))
    except Exception as e:
        print(type(e).__name__, e)
for text in ("a = 1\nif a:\n    b(c, d)  # e\n", "x = [1,\n  2]\n", "f'{a!r:>{w}} {{b}}'\n", "@a\nclass B(c): pass\n"):
    tokens = list(tokenize.generate_tokens(io.StringIO(text).readline))
    print(tokenize.untokenize(tokens) == text, repr(tokenize.untokenize((t.type, t.string) for t in tokens)))
print(tokenize.detect_encoding(io.BytesIO(b"#!/x\n# coding=cp1252\n").readline))
