# reference: bin(), oct(), hex()
# Integers and __index__ in base 2, 8 and 16.
class I:
    def __index__(s): return -255
class Bad:
    def __index__(s): return "x"
class Int:
    def __int__(s): return 5
for f in bin, oct, hex:
    print(f(0), f(1), f(-1), f(255), f(2 ** 70), f(-2 ** 65), f(True), f(I()), f(10 ** 20))
    for v in (1.0, "1", None, Int(), Bad(), 1j, [], b"a"):
        try: print(f(v))
        except TypeError as e: print(e)
    for c in (lambda: f(), lambda: f(1, 2), lambda: f(x=1)):
        try: print(c())
        except TypeError as e: print(e)
print(f"{255:#b} {255:b} {255:o} {255:#X} {-255:x}", int(bin(77), 0), int(hex(77), 16), int(oct(77), 8))
