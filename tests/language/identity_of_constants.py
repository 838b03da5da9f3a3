# reference: 6.10.3, 6.2.2
a = 257
b = 257
print(a is b)
def f(): return 1000
print(f() is f(), 5 is 5 if False else True)
x = 256; y = 255 + 1
print(x is y)
s = "hello_world"
t = "hello" + "_world"
print(s is t, () is (), "" is str())
z = int("257")
print(z is a, z == a)
