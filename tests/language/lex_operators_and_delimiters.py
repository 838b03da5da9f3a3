# reference: 2.5, 2.6
# Every operator and delimiter token is taken as long as possible.
a, b = 7, 2
print(a + b, a - b, a * b, a ** b, a / b, a // b, a % b, a << b, a >> b, a & b, a | b, a ^ b, ~a, a < b, a > b, a <= b, a >= b, a == b, a != b)
class M:
    def __matmul__(self, o): return ("@", o)
    def __imatmul__(self, o): return ("@=", o)
m = M()
print(m @ 1, m@-1, m @ m is None)
m @= 5
print(m)
for op in "+= -= *= /= //= %= &= |= ^= >>= <<= **=".split():
    ns = {"x": 13}
    exec(f"x {op} 3", ns)
    exec(f"x{op}3", ns)
    print(op, ns["x"], end="; ")
print()
print(a<-b, a>-b, a<~b, a**-b, a*-b, a--b, a---b, a+++b, a-+-b, 1 if a<b else-1, a//-b, a% -b, not a==b)
x: int=-1; y: "str"=f'{x}'; z = [*(1,2),*[]]; print(x, y, z, {**{}}, (lambda:...)(), x if(y)else z)
def f(a,/,b,*,c)->int:return a
print(f(1,2,c=3), f.__annotations__)
print((x:=5), [y:=1,y**2], x[0:1] if 0 else z[0:1], z[::-1], z[:-1:], {x:=1:2} if 0 else {1:2})
for src in ["a =+ b", "a =* b", "a ===b", "a !== b", "a <=> b", "a +* b", "a ** = b", "a => b", "a =< b", "a & & b", "a && b", "a || b", "a !b", "a ++ b", "a++", "--a", "a -> b", "a <- b", "a ** ** b", "a @ @ b", "a ~ b", "a, = [1]", "a =: b", "a::b", "a : = b", "a |> b", "a >>> b", "a ?? b", "a.+b"]:
    try:
        exec(src, ns := {"a": 1, "b": 2})
        print(src, "fine", ns["a"])
    except (SyntaxError, TypeError) as e:
        print(src, "|", type(e).__name__, e)
