# reference: 4.3
# An uncaught RecursionError: the folded frames as the interpreter prints them.
def ping(n): return pong(n + 1)
def pong(n):
    return ping(n)
def same(n): return 1 + same(n + 1)
try: ping(0)
except RecursionError as e: print(e, e.__traceback__.tb_frame.f_code.co_name)
same(0)
