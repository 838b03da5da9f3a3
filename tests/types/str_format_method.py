class P:
    x = 5
    def __format__(self, spec): return f"P<{spec}>"
    def __str__(self): return "P-str"
    def __repr__(self): return "P-repr"
p = P()
print("{} {} {}".format(1, "a", None), "{1} {0} {1}".format("a", "b"), "{a} {b[k]} {c[0]} {d.x}".format(a=1, b={"k": 2}, c=[3], d=p))
print("{:>5}|{:<5}|{:^5}|{:*^7}|".format("a", "b", "c", "d"), "{!r} {!s} {!a}".format("é", "é", "é"), "{{}} {}".format(1))
print("{0:{1}}|{0:{w}.{p}}".format("abcdef", 10, w=8, p=3), "{:spec} {!r:>8} {}".format(p, p, p))
print("{:,} {:.1%} {:#x} {:08.3f} {:+}".format(1234567, 0.256, 255, 3.14159, 7), "{a}".format_map({"a": "mapped"}))
for fmt, args in (("{", ()), ("}", ()), ("{}", ()), ("{0} {}", (1, 2)), ("{} {0}", (1, 2)), ("{a}", ()), ("{0.zz}", (1,)), ("{!x}", (1,)),
                  ("{:d}", ("s",)), ("{0[}", ([1],)), ("{:10", (1,)), ("{!r", (1,)), ("{0[a]}", ([1],)), ("{:x}", (None,)), ("{.}", (1,))):
    try:
        print(fmt.format(*args))
    except Exception as e:
        print(fmt, type(e).__name__, e)
