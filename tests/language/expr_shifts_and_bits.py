# reference: 6.8, 6.9
# Shifts of big and negative numbers; and, or, xor of ints, bools, sets, dict views; precedence between them.
print(1 << 3 << 2, 256 >> 3 >> 2, -1 >> 5, -8 >> 1, -7 >> 1, 1 << 100 >> 98, 0 << 10 ** 10, 5 >> 10 ** 10, -5 >> 10 ** 10, True << 3, 1 << True, (-1) << 70)
print(6 & 3, 6 | 3, 6 ^ 3, -1 & 255, -256 | 255, ~0 ^ 5, 1 | 2 ^ 3 & 2, 1 + 2 << 3, 1 << 2 + 3, 4 & 5 == 5, (4 & 5) == 4, 2 ** 70 & 2 ** 70 - 1, -2 ** 70 & -1, True & 1, True & True, False | True, True ^ 1)
print({1, 2} & {2, 3}, {1} | {2}, {1, 2} ^ {2, 3}, {1: 1}.keys() & {1}, sorted({1: 1}.keys() | {2}), {1: 1}.items() ^ {(1, 1)}, {1: 1} | {2: 2}, int | str, int | None, list[int] | None)
for src in ("1 << -1", "1 >> -1", "1 << 1.0", "1.0 << 1", "1 & 1.0", "'a' | 'b'", "[] & []", "None | None", "int | 5", "5 | int", "None | int", "{} & {}", "{1} | [1]", "[1] | {1}", "1 ^ 'a'", "~'a'", "1j & 1", "{1: 1}.keys() & 5", "{1: 1} | [(2, 2)]", "1 << 'a'", "print | 1", "True & None", "1 << 10 ** 20" if 0 else "0 << 10 ** 20", "1 >> 10 ** 20", "-1 >> 10 ** 20", "int | 'str'", "'str' | int", "int & str", "type | None"):
    try: print(src, "->", eval(src))
    except Exception as e: print(src, "|", type(e).__name__, e)
s = {1}; t = s; s |= {2}; s &= {2, 3}; s ^= {5}; s -= {2}
print(s, t is s)
d = {1: 1}; d |= [(2, 2)]; print(d)
x = 5; x <<= 2; x |= 3; x &= ~1; x ^= 0xff; x >>= 1
print(x)
