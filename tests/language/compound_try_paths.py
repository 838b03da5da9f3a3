# reference: 8.4, 8.4.1, 8.4.3, 8.4.4
# Every path through try, except, else and finally, with the name unbound afterwards.
def run(act, where=None):
    log = []
    def step(n):
        log.append(n)
        if n == where: raise {"body": ValueError, "except": KeyError, "else": TypeError, "finally": OSError}[n](n)
    try:
        try:
            step("body")
            if act == "raise": raise ZeroDivisionError("z")
            if act == "return": return log
        except (ValueError, ZeroDivisionError) as e:
            log.append(type(e).__name__)
            step("except")
        except KeyError: log.append("wrong handler")
        else: step("else")
        finally: step("finally")
        log.append("after")
    except Exception as e: log.append(f"outer {type(e).__name__} {e.__context__!r}")
    return log
for act in "", "raise", "return":
    for where in None, "body", "except", "else", "finally": print(act, where, run(act, where))
def unbound():
    e = 1
    try: raise KeyError
    except KeyError as e: pass
    try: return e
    except UnboundLocalError as x: return str(x)
def rebound():
    try: raise KeyError
    except KeyError as e: e = 5
    return "e" in locals()
def deleted():
    try: raise KeyError
    except KeyError as e: del e
    return "fine"
print(unbound(), rebound(), deleted())
log = []
def cls(c): log.append(getattr(c, "__name__", c)); return c
try: raise KeyError("k")
except cls(ValueError): pass
except cls((OSError, cls(IndexError))): pass
except cls(LookupError): log.append("matched")
except cls(Exception): pass
print(*log)
for bad in (5, "x", None, (KeyError, 5), [KeyError], int, object, (ValueError, (KeyError,)), lambda: 0, KeyError("instance")):
    try:
        try: raise KeyError("orig")
        except bad: print("matched", bad)
    except BaseException as e: print(type(e).__name__, e, repr(e.__context__))
try:
    try: 1 / 0
    except undefined_name: pass
except NameError as e: print(e, repr(e.__context__))
try: pass
except undefined_name: print("never evaluated")
class Meta(type):
    def __instancecheck__(c, o): print("instancecheck"); return True
    def __subclasscheck__(c, o): print("subclasscheck"); return True
class Any(Exception, metaclass=Meta): pass
try:
    try: raise KeyError("no hook")
    except Any: print("caught by hook")
except KeyError as e: print("hooks are not asked", e)
