def add(a, b): return a + b
print(add(100, 156) is add(128, 128), add(-3, -2) is add(-5, 0), add(200, 57) is add(200, 57))
bad, abc, empty = "BAD", "abc", ()
print(chr(65) is bad[1], abc[1] is chr(98), bytes([65]) is b"BA"[1:], chr(300) is chr(300))
import sys
a = sys.intern("".join(["made ", "at run time"]))
b = sys.intern("".join(["made ", "at run ", "time"]))
print(a is b, "".join([abc]) is abc, tuple([]) is empty, frozenset() == frozenset([]))
class C: pass
c = C()
setattr(c, "".join(["dyn", "amic"]), 1)
print([k is sys.intern("dynamic") for k in c.__dict__])
