# reference: 6.2.9.1
def gen():
    try:
        yield 1
    finally:
        print("finally")
g = gen()
next(g)
del g
print("after del")
for x in gen():
    break
print("after loop")
