# reference: 3.3.3, 3.3.6, 3.3.7, 3.3.8
# Operators, calls, len, iteration, subscripts and truth of classes themselves: found on the metaclass only.
class Meta(type):
    def __add__(c, o): return f"{c.__name__} + {getattr(o, '__name__', o)}"
    def __radd__(c, o): return f"{o} r+ {c.__name__}"
    def __or__(c, o): return "meta or"
    def __len__(c): return 7
    def __iter__(c): return iter([c.__name__, "it"])
    def __contains__(c, o): return o == "in"
    def __getitem__(c, k): return ("meta item", k)
    def __setitem__(c, k, v): print("set", k, v)
    def __delitem__(c, k): print("del", k)
    def __eq__(c, o): return "eq"
    def __lt__(c, o): return "lt"
    def __hash__(c): return 11
    def __bool__(c): return False
    def __neg__(c): return "neg"
    def __invert__(c): return "inv"
    def __enter__(c): return "entered"
    def __exit__(c, *a): return True
    def __int__(c): return 3
    def __index__(c): return 2
    def __repr__(c): return f"<meta {c.__name__}>"
    def __str__(c): return "meta str"
    def __format__(c, spec): return f"fmt {spec}"
    def __dir__(c): return ["z", "a"]
    def __getattr__(c, n): return f"meta attr {n}"
    def __round__(c, n=0): return "rounded"
    def __reversed__(c): return "reversed"
    def __await__(c): yield "awaited"
    def __call__(c, *a): return ("called", a) if a else super().__call__()
class K(metaclass=Meta):
    def __add__(s, o): return "instance add"
    def __len__(s): return 1
    def __class_getitem__(c, k): return "class_getitem"
    def __repr__(s): return "instance"
class S(K): pass
print(K + 1, 1 + K, K + S, K | 1, len(K), list(K), "in" in K, 1 in K, K[1:2], K == 1, K != 1, K < 1, hash(K), bool(K), -K, ~K)
K[1] = 2; del K[3]
with K as e: print(e); 1/0
print(int(K), [0, 1, 2, 3][K], repr(K), str(K), f"{K:spec} {K!r}", dir(K), K.missing, round(K), reversed(K), K(1), K(), K() + 1, len(S), sorted([S, K]) is None)
print({K: 1}[K], Meta.__len__(K), K.__dict__["__len__"](K), K().__repr__(), int in (K,) , isinstance(K(), S), S[0])
async def aw(): await K
print(aw().send(None))
class Plain: 
    def __add__(s, o): return 1
    def __getitem__(s, k): return 2
    def __len__(s): return 3
    def __iter__(s): return iter(())
for name, f in (("+", lambda: Plain + 1), ("[]", lambda: Plain[0]), ("len", lambda: len(Plain)), ("iter", lambda: list(Plain)), ("in", lambda: 1 in Plain), ("-", lambda: -Plain), ("<", lambda: Plain < Plain), ("|", lambda: Plain | int), ("| 1", lambda: Plain | 1), ("int", lambda: int(Plain)), ("index", lambda: [1][Plain]), ("set", lambda: exec("Plain[0] = 1")), ("del", lambda: exec("del Plain[0]")), ("with", lambda: exec("with Plain: pass")), ("for", lambda: exec("for x in Plain: pass")), ("*", lambda: [*Plain]), ("**", lambda: dict(**Plain)), ("round", lambda: round(Plain)), ("%", lambda: Plain % 2), ("call", lambda: Plain(1)), ("int[]", lambda: int[0]), ("list[]", lambda: list[0]), ("type[]", lambda: type[int]), ("meta[]", lambda: Meta[0])):
    try: print(name, f())
    except Exception as e: print(name, type(e).__name__, e)
