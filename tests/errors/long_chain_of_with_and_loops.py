class Quiet:
    def __enter__(self): return self
    def __exit__(self, kind, value, tb):
        print("exit sees", kind.__name__ if kind else None)

def work(items):
    for item in items:
        with Quiet():
            for i in item:
                try:
                    100 // i
                except TypeError:
                    print("type")

work([[1, "a"], [2, 0]])
