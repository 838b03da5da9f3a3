# reference: 2.3
# Names may have letters of all scripts, compare in NFKC, and may not begin with a digit.
é = 1
变量 = 2
переменная = 3
ñandú = 4
_ªº = 5
print(é, 变量, переменная, ñandú, _ªº, _ao)
ﬁn = 6
print(fin, ﬁn, "fin" in globals(), "ﬁn" in globals())
𝐱𝟏 = 7
print(x1, 𝔵1)
Å = 8
print(Å, ascii([n for n in globals() if n.endswith("\u00c5")]))
class C:
    ℌ = 9
    def ſ(self): return 10
print(C.H, C().s(), getattr(C, "H"), hasattr(C, "\u210c"))
def f(*, ﬀ): return ﬀ
print(f(ff=11), f(ﬀ=12))
ℓ = lambda: 13
print(l())
print("\u00e9".isidentifier(), "1a".isidentifier(), "a1".isidentifier(), "a\u00b7".isidentifier(), "℘".isidentifier(),
      "\u309b".isidentifier(), "".isidentifier(), "a-b".isidentifier(), "\u1885".isidentifier(), "class".isidentifier())
def bad(src):
    try:
        exec(src, ns := {})
        print("fine", ascii(src))
    except SyntaxError as e:
        print(ascii(src), ascii(e.msg), e.lineno, e.offset)
bad("1a = 1")
bad("é1 = 1; é1")
bad("٣ = 1")
bad("a٣ = 1")
bad("a² = 1")
bad("a\u0301 = 1")
bad("\u0301a = 1")
bad("a‿b = 1")
bad("€ = 1")
bad("a\u200cb = 1")
bad("ⅷ = 1")
bad("ⅷ = 1; viii")
bad("𝐢𝐟 = 1")
bad("𝐢𝐟 1: pass")
bad("ᵈef f(): pass")
bad("True\u0301 = 1")
