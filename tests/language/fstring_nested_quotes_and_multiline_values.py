# reference: 2.4.3
# PEP 701: any quote inside, nesting, comments and line ends inside braces, backslashes, specs inside specs.
x = 5; d = {"k": "v", 'q"': 1}; name = "n"
print(f"{d["k"]}", f'{d['k']}', f"{f"{f"{f"{x}"}"}"}", f'{f"{f'''{f"""{x}"""}'''}"}')
print(f"{
    x  # a comment with } and " in it
    + 1
}", f"{"a\n\tb".splitlines()}", f"{'\x41' "\N{BULLET}"}", f"{"\\"}", "")
print(f"{x:{'>'}{10}}|{x:{"<"}{x}}|{x!r:^{x + 4}}|{x:0{x}d}|{3.14159:{x}.{x - 3}f}")
print(f"{x=}", f"{x = }", f"{ x=!s:>4}", f"{x + 1 = :04}", f"{d["k"]=}", f"{f"{x=}"=}", f"{(lambda: 1)()=}", f"{ 'a' 'b' = }")
print(f"{{}}", f"{{{x}}}", f"{{{{{x}}}}}", f"{x}}}", f"{{{x:{{}}<4}" if 0 else "", f"{ {1: 2}[1] }", f"{ {'a'} }", f"{[*range(3)]}", f"{(y := 3)}{y}", f"{x!r}", f"{x:=+5}", f"{x!=4}", f"{x==5}", f"{x<=5}", f"{x>4}")
print(f"""{
x:>
{3}}""" if 0 else f"""{x
:>4}|{x!r
:<4}|""")
print(rf"\d{x}\{x}", fr'{"\n"}', Rf"{x}\\", f"\N{LATIN SMALL LETTER A}{x}\u0041", rf"\N{x}", f"\x7b{x}\175", f"{x}" "{x}" f"{x!s}" r"\{x}", f"" f'', f"\
cont{x}")
print(f"{lambda_ if (lambda_ := 2) else 0}", f"{(lambda a: a * 2)(4)}", f"{x if x else "no"}", f"{"yes" if not x else f"{x:>{2 * 2}}"}", f"{x, }", f"{*range(2), 9}", f"{yielded if (yielded := [i for i in "ab"]) else ""}", f"{'a' in 'abc'}", f"{not x}", f"{-x}", f"{x:}", f"{x!s:}", f"{""}", f"{''!r}")
class F:
    def __format__(self, s): return f"<{s}>"
    def __repr__(self): return "F()"
    def __str__(self): return "str F"
o = F()
print(f"{o}", f"{o:a b!c}", f"{o:{x}{x!r}{"{"}}", f"{o!r:>6}", f"{o!s}", f"{o!a}", f"{o=}", f"{o=:z}", f"{o:%H:%M}", f"{o::}", f"{o:\n}" == "<\n>", f"{o:{{x}}}" if 0 else "", f"{o:'\"}", f"{o:\x41\N{BULLET}}")
def g(): got = f"{yield 1}{(yield 2)!r}"; return got
it = g(); next(it); it.send("a")
try: it.send("b")
except StopIteration as e: print(e.value)
for src in ("f'{a b}'", "f'{a!}'", "f'{a!x}'", "f'{a!r b}'", "f'{a! r}'", "f'{}'", "f'{ }'", "f'{!r}'", "f'{:x}'", "f'{a'", "f'}'", "f'{a}}'", "f'{a:{b'", "f'{a:{b:{c:{d}}}}'", "f'{a:{b:{c}}}'", "f'{lambda x: 1}'", "f'{a = b}'", "f'{a := 1}'", "f'{(a := 1)}'", "f'{a!r:{b!z}}'", "f'{a;b}'", "f'{*a}'", "f'{**a}'", "f'{a,b}'", "f'{import x}'", "f'{a.}'", "f'{a[}'", "f'{a(]}'", "f'{'", "f'{a:}}'", "f'{a!r=}'", "f'{a=!r:^{b}}'", "f'{#}'", "f'{a#}'", "f'{a\\}'", "f'''{\na\n b}'''", "f'{a $ b}'", "f'{1a}'", "f'{\"}'", "f'{None = 1}'", "f'{=}'", "f'{==}'", "f'{a!='", "f'{a==}'", "f'{del a}'", "f'{yield}'", "f'{await a}'", "b'' f''", "f'' b''", "fb''", "bf'x'", "uf''", "f'{x' 'y}'"):
    try: compile(src, "<s>", "eval"); print(src, "fine")
    except SyntaxError as e: print(repr(src), "|", e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset)
