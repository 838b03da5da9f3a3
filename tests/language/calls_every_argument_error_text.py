# reference: 6.3.4, 8.7
# The TypeError of a call that does not fit, for each shape of the parameters.
def none(): pass
def one(a): pass
def two(a, b): pass
def five(a, b, c, d, e): pass
def dflt(a, b=1): pass
def dflt2(a, b=1, c=2): pass
def pos(a, b, /): pass
def posd(a, b=1, /, c=2): pass
def kw(*, k): pass
def kw2(*, j, k, l): pass
def kwd(a, *, k=1): pass
def mixed(a, /, b, *c, d, e=1, **f): pass
def var(*a): pass
def kwargs(a, **k): pass
def poskw(a, /, **k): return a, k
class C:
    def m(self): pass
    def m1(self, x): pass
    def nothing(): pass
    @classmethod
    def c(cls, x): pass
    @staticmethod
    def s(x): pass
    def __call__(self, a, *, z): pass
c = C()
CALLS = """none(1)|none(1, 2)|none(a=1)|none(**{'x y': 1})|one()|one(1, 2)|one(b=1)|one(1, a=2)|one(1, b=2)|two()|two(1)|two(b=1)|two(1, 2, 3)|two(1, 2, b=3)|two(1, c=2, d=3)
five()|five(1, 2)|five(e=1)|five(1, 2, 3, 4)|dflt()|dflt(1, 2, 3)|dflt(b=2)|dflt(1, 2, b=3)|dflt2()|dflt2(1, 2, 3, 4)|dflt2(1, x=1)|pos(1)|pos(a=1, b=2)|pos(1, b=2)|pos(1, 2, 3)|pos(1, 2, c=3)
posd()|posd(a=1)|posd(1, b=2)|posd(1, 2, 3, 4)|posd(1, 2, 3, c=4)|posd(1, a=1, b=2, c=3)|kw()|kw(1)|kw(1, k=2)|kw(j=1)|kw(k=1, j=2)|kw2()|kw2(j=1)|kw2(j=1, l=2)|kw2(1, 2, j=1)|kwd()|kwd(1, 2)|kwd(1, 2, k=3)|kwd(1, 2, 3, k=3)|kwd(k=1)
mixed()|mixed(1)|mixed(1, 2)|mixed(1, 2, 3)|mixed(b=1, d=2)|mixed(1, b=2)|mixed(1, 2, b=3, d=4)|mixed(a=1, b=2, d=3)|var(a=1)|var(1, b=2)|kwargs()|kwargs(1, 2)|kwargs(1, a=2)|poskw(a=1)|poskw(1, a=2)|poskw()
c.m(1)|C.m()|C.m(1, 2)|c.m1()|c.m1(1, 2)|c.m1(y=1)|c.nothing()|C.nothing(1)|c.c()|C.c(1, 2)|c.s()|C.s(1, 2)|c()|c(1)|c(1, 2, z=3)|C(1)|C(x=1)|c.m(self=1)|(lambda x: 1)()|(lambda: 1)(1)|c.m.__call__(1)|C.m(self=c, x=1)
none(*[1])|two(*[1], **{'a': 2})|two(*[], **{})|one(**{'a': 1, 'b': 2})|two(1, *[2, 3])|kw2(**{'j': 1, 'k': 2})|dflt(1, **{'B': 2})|five(*range(6))|five(*range(7), e=1)"""
for line in CALLS.split("\n"):
    for call in line.split("|"):
        try: print(call, "->", eval(call))
        except TypeError as e: print(call, "|", e)
