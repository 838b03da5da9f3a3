def even(n):
    return odd(n - 1) if n else 1 / n

def odd(n):
    return even(n - 1) if n else 1 / n

even(6)
