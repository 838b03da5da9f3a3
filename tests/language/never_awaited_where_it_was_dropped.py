"""A coroutine that dies while an exception unwinds: the warning tells the line that raised it."""
import warnings
class AI2:
    async def __aiter__(self): return self
async def t(k):
    if k == 1:
        async for x in AI2():
            pass
    if k == 2:
        return [x async for x in AI2()]
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("always")
    for k in (1, 2):
        try:
            t(k).send(None)
        except TypeError as e:
            print(e)
    def g():
        yield from t(1)
    try:
        list(g())
    except TypeError as e:
        print(e)
    try:
        t(1).send(1)
    except TypeError as e:
        print(e)
    try:
        len(t(1))
    except TypeError as e:
        print(e)
    try:
        t(1) + 1
    except TypeError as e:
        print(e)
for x in w: print(x.message, x.lineno, x.category.__name__)


class Finalized:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        import sys
        frame = sys._getframe(1)
        print(self.name, "dies in", frame.f_code.co_name, "line", frame.f_lineno)


def fails():
    try:
        return [Finalized("a"), Finalized("b"), 1 / 0]
    except ZeroDivisionError:
        print("handled")


def fails_in_with():
    try:
        len(Finalized("c"))
    except TypeError as error:
        print(error)
    finally:
        print("finally")
    for x in Finalized("d").missing:
        pass


fails()
try:
    fails_in_with()
except AttributeError as error:
    print(error)
