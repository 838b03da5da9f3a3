# reference: 2.4.3
# {expr=} shows the text as written, then repr, or str when there is a format or !s.
x, y, name = 3, 4.5, "Ada"
print(f"{x=}", f"{x =}", f"{x= }", f"{ x = }", f"{x  =  }")
print(f"{name=}", f"{name=!s}", f"{name=!r}", f"{name=!a}", f"{name=:>6}", f"{name=!r:>8}", f"{name = !s:^9}|")
print(f"{x+y=}", f"{x + y = }", f"{x==3=}", f"{x == 3 = }", f"{x!=3=}", f"{x<=3=}", f"{x>=3 = :>5}")
print(f"{y=:.3f}", f"{y = :{x}.{x}}", f"{(lambda: 7)()=}", f"{[i for i in range(3)]=}")
print(f"{'a'=}", f"{"a"=}", f'{"quote's"=}', f"{x=}{y=}", f"{{x=}} {x=}")
print(f"{
x
= }")
print(f"{x # comment
=}")
print(f"{'''a
b'''=}")
print(f"{f'{x=}'=}", f"{x=:{y=}}" if 0 else "")
print(f"{name.upper()=}", f"{dict(a=1)=}", f"{x if x else y=}", f"{(z:=8)=}", f"{x,y=}", f"{*[1],=}")
class F:
    def __format__(self, spec): return f"fmt<{spec}>"
    def __repr__(self): return "rep"
    def __str__(self): return "str"
f = F()
print(f"{f}", f"{f=}", f"{f=:s}", f"{f=!s}", f"{f=!r:>5}", f"{f:}", f"{f:{x}}", f"{f!a}", f"{f=:}")
print(f"{x=!r:^20}", f"{ '\u00e9' = !a}", f"{é=}" if (é := 1) else "")
