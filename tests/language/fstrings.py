# reference: 2.4.3
x, name, pi = 42, "Ada", 3.14159
print(f"{x} {name!r} {pi:.2f} {x:>6}|{x:<6}|{x:^6}|{x:06d} {x:#x} {x:b} {x:,}")
print(f"{x=} {name=} {x + 1 = } {pi=:.1f}")
w = 10
print(f"{name:{w}}|{name:>{w}}|{name:*^{w}}|")
print(f"{{}} {x!s:>4} {'nested ' + f'{x}'}")
print(f"{x:{'>' + str(w)}}" f" and {name}")
print(f"{'quote' "double"}")
print(f"""{
    x
}""")
print(rf"\n{x}", f"\N{BULLET}")
