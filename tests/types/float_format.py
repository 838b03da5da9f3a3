x = 1234.5678
for spec in ("", "f", ".2f", "10.1f", "<10.1f|", "+.3e", "E", "g", ".3g", ".10g", "G", ",.2f", "_.1f", "%", ".1%", "08.2f",
             ".0f", "#.0f", "n", "z.1f", "=+12.2f", "*^12.1f"):
    try:
        print(spec, format(x, spec))
    except ValueError as e:
        print(spec, "->", e)
print(f"{-0.0:.1f} {-0.01:z.1f} {1e20:.3f} {1e-7:g} {100000.0:g} {1000000.0:g} {float('inf'):f} {float('nan'):F} {1e300:,.0f}")
for spec in ("d", "x", "s", ".", "10.f"):
    try:
        print(format(1.5, spec))
    except ValueError as e:
        print(e)
