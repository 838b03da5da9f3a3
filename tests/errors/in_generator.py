def numbers():
    yield 1
    yield 2 + None

def relay():
    yield from numbers()

for n in relay():
    print(n)
