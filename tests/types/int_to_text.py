n = 2 ** 100 + 12345
print(str(n), repr(-n), hex(n), oct(-n), bin(2 ** 40 + 5))
print(hex(0), oct(0), bin(0), hex(-255), bin(-5))
print(f"{n:x} {n:X} {n:o} {n:#b}")
print(f"{1234567:,} {1234567:_} {255:#_x} {2**40:_b} {5:+d} {5: d} {-5: d} {65:c}")
print(f"{42:<8}|{42:>8}|{42:^8}|{42:=8}|{-42:=8}|{-42:08}|{42:*^9}|")
print(f"{3:.2f} {10**20:e} {7:g} {1:%}")
for spec in ("s", ".2d", "q", ",x", "+c", "#,_d"):
    try:
        print(format(5, spec))
    except ValueError as e:
        print(spec, e)
