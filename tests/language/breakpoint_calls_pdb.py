"""breakpoint() calls sys.breakpointhook(), which calls pdb.set_trace()."""
import pdb
import sys

pdb.set_trace = lambda *args, **kwargs: print("set_trace", args, kwargs)
breakpoint()
breakpoint(1, header="here")
sys.breakpointhook = lambda *args: print("hook", args)
breakpoint(2)
sys.breakpointhook = sys.__breakpointhook__
breakpoint()
del sys.breakpointhook
try:
    breakpoint()
except RuntimeError as error:
    print(error)
sys.breakpointhook = sys.__breakpointhook__


def raises(*args):
    raise ValueError("no debugger")


pdb.set_trace = raises
try:
    breakpoint()
except ValueError as error:
    print(error)
