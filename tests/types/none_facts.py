n = None
print(n, repr(n), str(n), bool(None), None == 0, None == None, {None: 1}[None], type(None).__name__, [None] * 2)
for f in (lambda: n + 1, lambda: n(), lambda: n[0], lambda: n.x, lambda: len(n), lambda: iter(n), lambda: n < None, lambda: -n,
          lambda: int(None), lambda: n @ n):
    try:
        f()
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)
try:
    None.x = 1
except AttributeError as e:
    print(e)
