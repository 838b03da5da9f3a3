# A library function is the same whether it was called, looked at, or neither.
import colorsys
import copy
import gc
import marshal
import reprlib
import shlex
import textwrap
import types

# the docstring, alone
print(repr(textwrap.dedent.__doc__[:20]), repr(colorsys.rgb_to_yiq.__doc__), textwrap.fill.__doc__ is textwrap.fill.__doc__)
print(textwrap.shorten.__doc__ is textwrap.shorten.__code__.co_consts[0])
print(type(types.FunctionType.__dict__["__doc__"]), type(types.CodeType.__dict__["co_consts"]))

# set, deleted
shlex.join.__doc__ = "mine"
print(shlex.join.__doc__, shlex.join(["a b", "c"]), shlex.join.__doc__)
del shlex.quote.__doc__
print(shlex.quote.__doc__, shlex.quote("a b"), shlex.quote.__doc__)
del shlex.quote.__doc__
print(shlex.quote.__doc__)

# other code: the docstring stays
before = textwrap.indent
other = lambda text, prefix, predicate=None: "other"
before.__code__ = other.__code__
print(before("a", "b"), before.__doc__.split()[:3])

# the code of a function and of functions in it
code = reprlib.recursive_repr.__code__
print(code.co_name, code.co_filename.endswith("reprlib.py"), code.co_varnames, code.co_cellvars, code.co_freevars, code.co_nlocals)
inner = [const for const in code.co_consts if isinstance(const, types.CodeType)]
print([(each.co_qualname, each.co_argcount, each.co_freevars, each.co_firstlineno - code.co_firstlineno) for each in inner])
innermost = [const for const in inner[0].co_consts if isinstance(const, types.CodeType)]
print([(each.co_name, each.co_names, len(list(each.co_lines())) > 0) for each in innermost])

# written, read, compared, replaced
again = marshal.loads(marshal.dumps(reprlib.Repr.repr_list.__code__))
print(again == reprlib.Repr.repr_list.__code__, again.co_code == reprlib.Repr.repr_list.__code__.co_code, hash(again) == hash(reprlib.Repr.repr_list.__code__))
print(copy.deepcopy.__code__ == copy.copy.__code__, copy.copy.__code__ == copy.copy.__code__)
print(copy._reconstruct.__code__.replace(co_name="x").co_varnames[:4])
print(any(isinstance(each, types.CodeType) and each.co_consts for each in gc.get_referents(reprlib.Repr.repr_set)))

# only then called
print(colorsys.rgb_to_yiq(0.5, 0.25, 0.25)[0] > 0.3, reprlib.repr(list(range(20))), textwrap.shorten("a b c d e f", 8))
try:
    colorsys.hls_to_rgb(1)
except TypeError as error:
    print(error)
def copied(function):
    return types.FunctionType(function.__code__, function.__globals__, "copied", function.__defaults__, function.__closure__)
print(copied(reprlib.Repr.repr_int).__doc__, copied(textwrap.dedent)("  a"), copied(textwrap.dedent).__doc__[:10])
