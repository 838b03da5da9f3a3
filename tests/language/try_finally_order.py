# reference: 8.4.4
def f(n):
    try:
        print("try", n)
        if n == 1: return "returned"
        if n == 2: raise ValueError("v")
        if n == 3: 1 / 0
    except ValueError as e:
        print("except", e)
        return "handled"
    else:
        print("else")
    finally:
        print("finally")
    return "end"
print(f(0)); print(f(1)); print(f(2))
try:
    f(3)
except ZeroDivisionError as e:
    print(e)
def override():
    try:
        return 1
    finally:
        return 2
print(override())
for i in range(3):
    try:
        if i == 1: continue
        print(i)
    finally:
        print("f", i)
