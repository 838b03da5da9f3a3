def f():
    try:
        g()
    except ValueError:
        raise

def g():
    try:
        raise ValueError("original")
    except ValueError as e:
        raise e

f()
