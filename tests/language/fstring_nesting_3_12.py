# reference: 2.4.3
# PEP 701: any quotes, backslashes, comments, newlines and nesting inside the replacement fields.
songs = ["Take me back to Eden", "Alkaline"]
print(f"playlist: {", ".join(songs)}")
print(f"{"\n".join(songs)}")
print(f"{f"{f"{f"{f"{f"{1+1}"}"}"}"}"}")
print(f'{'a' + 'b'!r}', f"{'''x'''}", f"{"""y"""}")
print(f"{', '.join([
    'a',  # first
    'b',  # second
])}")
print(f'''{
  1 +
  2
:>{
5}}|''')
print(f"{'\t'!r} {'\\'} {"\N{EURO SIGN}"} {'\u00e9'}")
print(f"{(lambda x: x * 2)(3)} {(x := 5)} {x} {x:=+5}|{x!r:>3}|")
print(f"{ {'a': 1}['a'] } { {1, 2} == {2, 1} } {[i for i in range(3)]}")
print(f"{1 if True else 2} {1 != 2} {3 >= 2} {x == 5} {'a' 'b'}")
print(f"{{{x}}} {{x}} {{{{{x}}}}} {'{'} {'}'} {"{}"}")
print(f"{x,} {x, 1} {*songs,} {yield_ if (yield_ := 3) else 0}")
print(f"{lambda_}" if (lambda_ := 1) else "", f"{x!s}", f"{x !r}", f"{x!r :>4}" if 0 else "")
def g():
    r = f"{yield 1}-{yield 2}"
    yield r
it = g()
print(next(it), it.send("a"), it.send("b"))
print(f"{songs[0][:4]} {songs[-1]!r:^12} {songs.__len__()} {len(f'{x}')}")
print(rf"\{x}\n", f"\{x}" if 0 else "", fr'{x}\d')
print(f"{x:{'{'}>{6}}" if 0 else f"{x:{'*'}>{6}}", f"{3.14159:{4}.{3}}", f"{3.14159:{'.2f'}}", f"{x:{''}}")
