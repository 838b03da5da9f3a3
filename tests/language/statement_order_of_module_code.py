# reference: 4.1, 7.1
# A module's code runs from above; functions see names when called; later definitions replace earlier ones.
def early():
    try: return later_name
    except NameError as e: return str(e)
print(early())
later_name = "now"
print(early())
def twice(): return 1
first = twice
def twice(): return 2
print(first(), twice(), first is twice)
class A: tag = "old"
a = A()
class A: tag = "new"
print(a.tag, A.tag, isinstance(a, A), type(a).__name__ == A.__name__)
if early() == "now":
    def conditional(): return "defined in if"
else:
    def conditional(): return "never"
print(conditional())
for n in range(3):
    def in_loop(n=n): return n
print(in_loop(), n)
try:
    import no_such_module_at_all as m
except ImportError:
    m = "fallback"
print(m)
x = [print("evaluated once")] * 2
"a string that does nothing"; 5; None; [1, 2][0]
print(len(x), (lambda: later_name)())
del later_name
print(early())
