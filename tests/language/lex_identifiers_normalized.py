# Identifiers compare in their normal form NFKC, wherever they stand.
ſtrange = 1
print(strange, [n for n in globals() if n.startswith("strange")])
𝐱 = "bold"
print(x)
exec("ﬁeld = 5")
print(field, "ﬁeld" in globals())
class C:
    ªttr = 2
    def ᵐethod(self, *, Ⅷ=8):
        return VIII
print(C.attr, C().method(VIII=9), C().method(Ⅷ=10))
é = "composed"
print(é)
