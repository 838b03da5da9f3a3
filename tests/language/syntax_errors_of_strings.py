# reference: 2.4.1
# Strings that do not end, mixed kinds, bad escapes, bad prefixes.
SOURCES = ["'abc", '"abc', "'''abc", '"""abc\n\nx', "'abc\n'", "'a\\", "f'abc", "f'''abc{x}", "f'{", "f'{x", "f'{x!", "f'{x:", "f'{x:{", "f'{x!z}'", "f'{}'", "f'{ }'", "f'{!r}'", "f'{:x}'", "f'}'", "f'{x}}'", "f'{{x}'", "f'{x y}'", "f'{x=!}'", "f'{lambda x: 1}'", "f'{*a}'", "f'{yield}'", "f'{x:{y:{z}}}'", "f'{a[\"b\"]}'", "f'{a['b']}'", "f'{a\n}'", "f'{#}'", "f'{a # c\n}'", "'\\x'", "'\\x1'", "'\\xgg'", "'\\u12'", "'\\U1234'", "'\\U00110000'", "'\\N'", "'\\N{}'", "'\\N{nothing}'", "'\\N{DIGIT ONE'", "b'\\x'", "b'\\xz1'", "b'é'", "'a' b'b'", "b'a' f'b'", "bf'a'", "ur'a'", "rb'a' 'b'", "xx'a'", "'a' 1", "'a' b", "1 'a'", "'a''", "''''", "'''''''", "\"'", "'\n", "f'{1:{}}'", "f'{a.b!r:>{w}'", "f'{\"}'", "f'{'a'", "f\"{'a\"}\""]
for number, source in enumerate(SOURCES):
    try:
        compile(source, "<test>", "exec")
        print(number, "fine")
    except SyntaxError as e:
        print(number, type(e).__name__, e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset, repr(e.text))
