# reference: 4.3
# signal.signal(SIGINT): handlers are kept, called, ignored and refused.
import signal, _thread
print(signal.getsignal(signal.SIGINT) is signal.default_int_handler, signal.getsignal(signal.SIGTERM))
def handler(number, frame): print("got", number, frame.f_code.co_name)
print(signal.signal(signal.SIGINT, handler) is signal.default_int_handler, signal.getsignal(signal.SIGINT) is handler)
def f():
    _thread.interrupt_main()
    return 5
print(f())
def raises(number, frame): raise ValueError("from handler")
print(signal.signal(signal.SIGINT, raises) is handler)
try: f(); print("not here")
except ValueError as e: print(e)
signal.signal(signal.SIGINT, signal.SIG_IGN)
print(f())
signal.signal(signal.SIGINT, signal.default_int_handler)
try: f(); print("not here")
except KeyboardInterrupt as e: print(repr(e))
for args in ((2, 5), (2, "x"), (0, handler), (65, handler), (-1, handler), ("x", handler), (2, None), (2,)):
    try: print(signal.signal(*args))
    except Exception as e: print(type(e).__name__, e)
try: signal.default_int_handler(2, None)
except KeyboardInterrupt: print("default raises")
