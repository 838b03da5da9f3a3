# oracle: 64-bit
# Objects in the namespaces of other modules, in sys.modules and in sys itself end with the program too, in CPython's order.
import gc, sys, textwrap, types

def report(phase, info):
    print(phase, info["generation"])

gc.callbacks.append(report)

class Noisy:
    def __init__(self, name):
        self.name = name
    def __del__(self):
        print("del", self.name)

sys.modules["no module"] = Noisy("no module")
sys.path.append(Noisy("path"))
sys.extra = Noisy("sys.extra")
made = types.ModuleType("made")
sys.modules["made"] = made
made.second = Noisy("made.second")
made._first = Noisy("made._first")
made.function = lambda: made
made.__dict__["__dunder__"] = Noisy("made.__dunder__")
textwrap.extra = Noisy("textwrap.extra")
textwrap.listed = [Noisy("textwrap.listed")]
here = Noisy("here")
