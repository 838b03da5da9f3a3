# reference: 6.10
# A chain evaluates each operand once, stops at the first false value and yields that value itself.
log = []
class V:
    def __init__(self, n): self.n = n; log.append(n)
    def __lt__(self, o): log.append(f"{self.n}<{o.n}"); return R(self.n < o.n, f"R{self.n}{o.n}")
    def __eq__(self, o): log.append(f"{self.n}=={o.n}"); return R(self.n == o.n, f"E{self.n}{o.n}")
    def __contains__(self, o): log.append(f"{o.n} in {self.n}"); return True
    __hash__ = None
class R:
    def __init__(self, truth, name): self.truth, self.name = truth, name
    def __bool__(self): log.append(f"bool {self.name}"); return self.truth
    def __repr__(self): return self.name
def show(value): print(value, log); log.clear()
show(V(1) < V(2) < V(3))
show(V(1) < V(0) < V(3))
show(V(1) < V(2) < V(1) < V(9))
show(V(1) == V(1) < V(2) == V(2))
show(V(1) in V(2) in V(3))
show(V(1) < V(2) in V(3) < V(4))
show(V(1) is V(1) is V(2))
show(V(1) is not V(2) < V(3))
show((V(1) < V(2)) is True)
show(not V(1) < V(2) < V(3))
x = 3
print(1 < x < 5, 1 < x > 2, 5 > x != 2 is not log, x == 3 == 3.0 == (3+0j), x in (1, 3) in ([(1, 3)],), "a" < "b" in "bc", x not in [] != [1])
print([] < [1] < [1, 0] < [2] < [10], 1 < 2 == True, (1 < 2) == True, 1 == 1 in [1], False == False in [False], None is None is not False)
def f(): log.append("f"); return 2
print(1 < f() < 3, log)
try: 1 < 2 < "s"
except TypeError as e: print(e)
try: print(2 < 1 < "s")
except TypeError as e: print(e)
if 0 < x < 9 and not 4 < x < 9: print("branch")
while 0 < x <= 3: x -= 1
assert not 0 < x < 1, "never"
print([i for i in range(10) if 2 < i <= 5 != 4], (lambda a: 0 <= a < 3)(2), 1 < (y := 2) < 3, y)
del x
try: 1 < 0 < x, 0 < 1 < x
except NameError as e: print(e)
