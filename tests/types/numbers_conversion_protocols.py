# Results of subclasses from __int__, __index__, __float__, __complex__ and the use of __trunc__ give DeprecationWarnings.
def show(f, *args, **kwargs):
    try:
        print(ascii(f(*args, **kwargs)))
    except BaseException as e:
        print(type(e).__name__, ascii(str(e)))

class Index:
    def __init__(self, value):
        self.value = value
    def __index__(self):
        return self.value

class Int(int):
    pass

class Float(float):
    pass

class Complex(complex):
    pass

class A:
    def __int__(self):
        return Int(1)

class B:
    def __index__(self):
        return True

class C:
    def __float__(self):
        return Float(2.5)

class D:
    def __complex__(self):
        return Complex(1j)

class E:
    def __trunc__(self):
        return Index(9)

show(lambda: (int(A()), type(int(A()))))
show(lambda: ([10, 20][B()], type(int(B()))))
show(lambda: (float(C()), type(float(C()))))
show(lambda: (complex(D()), type(complex(D()))))
show(lambda: (int(E()), type(int(E()))))
show(lambda: "%d" % A())
show(lambda: range(B()))
show(lambda: complex(C()))
show(lambda: hex(B()))
