# reference: 3.2.2
# The truth of NotImplemented is deprecated, and says so.
print(bool(NotImplemented))
if NotImplemented:
    print("true")
print(not NotImplemented)
class A:
    def __eq__(self, other): return NotImplemented
    def __lt__(self, other): return NotImplemented
print(A() == 1, A() != 1, A().__eq__(1), A() == A())
try:
    A() < 1
except TypeError as e:
    print(e)
x = NotImplemented or 5
print(x, 1 if NotImplemented else 2)
