class I(int):
    def __repr__(self): return f"I({int(self)})"
    def __add__(self, o): return I(int(self) + o)
i = I(5)
print(i, i + 1, type(i * 2).__name__, i == 5, hash(i) == hash(5), [1, 2, 3, 4, 5, 6][i], isinstance(i, int), I("12"), str(i), f"{i} {i:d} {i!r}")
class F(float):
    tag = "f"
print(F(1.5), F(1.5) + 1, type(F(1) + F(2)).__name__, F(2).tag, F("3").is_integer())
class S(str):
    def shout(self): return self.upper() + "!"
    def __len__(self): return 99
s = S("abc")
s.attr = 1
print(s, s.shout(), len(s), s == "abc", type(s + "d").__name__, type(s[:]).__name__, type(s.strip()).__name__, {"abc": 1}[s], s.attr, s in {"abc": 0})
class N(int):
    def __new__(cls, v, extra): o = super().__new__(cls, v); o.extra = extra; return o
print(N(3, "x").extra, N(3, "x") + 1)
print("".join([S("p"), S("q")]), str(S("q")), type(str(S("q"))).__name__, "%s" % S("z"), int(I(3)), type(int(I(3))).__name__)
