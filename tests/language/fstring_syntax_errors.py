# reference: 2.4.3
# What may not stand in a replacement field.
def bad(src):
    try:
        compile(src, "<s>", "exec")
        print("fine", src)
    except SyntaxError as e:
        print(ascii(src), e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset)
for src in ["f'{}'", "f'{ }'", "f'{!r}'", "f'{:x}'", "f'{=}'", "f'{'", "f'}'", "f'{a'", "f'{a:'", "f'{a!'", "f'{a!}'", "f'{a!x}'", "f'{a!rr}'", "f'{a! r}'",
            "f'{a!r x}'", "f'{a b}'", "f'{a:{}}'", "f'{a:{b'", "f'{a:{b:{c:{d}}}}'", "f'{a:{b:{c}}}'", "f'{lambda x: 1}'", "f'{lambda x}'", "f'{(lambda x: 1)}'", "f'{a:{lambda: 1}}'",
            "f'{a $ b}'", "f'{a[}'", "f'{a]}'", "f'{(a}'", "f'{a)}'", "f'{a}}'", "f'{{a}'", "f'{*a}'", "f'{**a}'", "f'{a = 1}'", "f'{a := 1}'", "f'{a:=1}'", "f'{import x}'", "f'{a;b}'",
            "f'{await a}'", "f'{yield}'", "f'{a.}'", "f'{.a}'", "f'{1 +}'", "f'{a!s:}'", "f'{ a !s}'", "f'{a=!}'", "f'{a==}'", "f'{\\n}'", "f'\\N{bogus name}'", "f'{a'b'}'", "f'{'a' 'b}'",
            "f'''{\na\n'''", "f'{a\n}'", "f'{a:\n}'", "f'''{a:\n}'''", "f'{a!r\n}'", "f'{#}'", "f'{a # c}'", "f'{{}'", "f'{{}}}'", "f'a' = 1", "f'{a}' = 1", "f'{a}' += 1", "del f'{a}'", "for f'{a}' in b: pass",
            "f'{def}'", "f'{if}'", "f'{None = 1}'", "f'{a, b = 1}'", "f'{f'{}'}'", "f'{f'{a'}'", "u f'a'", "f''''a'", "f\"{a[\"b\"]}\"", "f'{a!r:{b!s}}'", "f'{a:{b!x}}'", "f'{a:{b=}}'"]:
    bad(src)
