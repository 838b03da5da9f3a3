# reference: 2.4.3
# f-strings: nested quotes, formats, conversions, =, lambdas, comprehensions, walrus, multi-line, bytes inside.
class F:
    def __format__(s, spec): return f"<{spec}>"
    def __repr__(s): return "R"
    def __str__(s): return "S"
x, y, d, o = 5, 2.5, {"k": [1, 2]}, F()
for src in ("f'{x}'", "f'{x!r}{o!s}{o!a}{o}'", "f'{o:a{x}b}'", "f'{o:{x}{y}}'", "f'{x:>{x}}|{y:{x}.{1}f}'", "f'{d['k'][0]}'", "f\"{d[\"k\"]}\"", "f'{x=}'", "f'{x = }'", "f'{x=!r:>5}'", "f'{x = :>5}'", "f'{o=}'", "f'{o=!s}'", "f'{o=:q}'", "f'{ x + 1 = }'", "f'{(lambda q: q * 2)(x)}'", "f'{[i for i in range(3)]}'", "f'{ {1: 2}[1] }'", "f'{ {1, 2} - {1} }'", "f'{(z := 7)}{z}'", "f'{x:=5}'", "f'{x if y else 0}'", "f'{x!r:^{x}}'", "f'{'a' 'b'}'", "f'{f'{f'{x}'}'}'", "f'{\"\\n\".join([\"a\", \"b\"])}'", "f'{x}' f'{y}' 'z'", "f'{x,}'", "f'{x, y}'", "f'{*[1, 2],}'", "f'{x:}'", "f'{x!s:}'", "f'{x:{\"\"}}'", "f'{{{x}}}'", "f'{{x}}'", "f'{x}}}'", "f'''{\nx\n}'''", "f'''{x:\n}'''" if 0 else "f'{x}'", "f'{x # comment\n}'", "f'{b\"ab\"!r}'", "f'{...}'", "f'{None}{True}'", "f'{x:d}{x:05}{x:#x}{x:+}'", "f'{y:.{x}f}'", "f'{y:{'.1f'}}'", "f'{x:{{}}}'", "f'{x!r!s}'", "f'{x! r}'", "f'{x !r}'", "f'{x:d}{}'", "f'{x[0]}'", "f'{undefined}'", "f'{1/0}'", "f'{x:z}'", "f'{d:5}'", "f'{yield}'", "f'{await x}'", "f'{lambda: 1}'", "f'{x;y}'", "f'{x=y}'", "f'{x==5}'", "f'{x!=5}'", "f'{x>=5}{x<=5}'", "f'{x:=^9}'", "f'{x::>9}'", "f'{x:!>9}'", "f'\\{x}'", "f'{\\x}'", "f'{'", "f'}'", "f'{x'", "f'{x:'", "f'{x!'", "f'{}'", "f'{ }'", "f'{!r}'", "f'{:5}'", "f'{x y}'", "f'{,}'", "f'{x.}'", "f'{'a}'", "rf'{x}\\d'", "fr'\\{x}'", "F'{x}'", "f'{x}'.upper()", "f'{x}'[0]", "f'{x}' % ()", "f''", "f'' ''", "f'{o!x}'", "f'{o!}'", "f'{o!rr}'"):
    import warnings; warnings.simplefilter("ignore")
    try: print(src.replace("\n", "\\n"), "->", repr(eval(src)))
    except SyntaxError as e: print(src.replace("\n", "\\n"), "!", e.msg, e.offset, e.end_offset)
    except Exception as e: print(src, "!", type(e).__name__, e)
