# reference: 8.7
def fact(n): return 1 if n < 2 else n * fact(n - 1)
print(fact(20), fact(50))
def even(n): return True if n == 0 else odd(n - 1)
def odd(n): return False if n == 0 else even(n - 1)
print(even(400))
def forever(n):
    return forever(n + 1)
try:
    forever(0)
except RecursionError as e:
    print(e)
