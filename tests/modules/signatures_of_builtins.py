# inspect.signature of functions, methods and types that are written in C.
import inspect
import io
import types

for o in (bytes.center, str.center, bytearray.rjust, bytes.join, str.join, bytearray.strip, str.strip, bytes.lstrip, int.__getnewargs__, tuple.__getnewargs__,
          types.FunctionType, types.MethodType, types.ModuleType, str.split, dict.get, dict.pop, list.sort, list.insert, sorted, print, sum, len, pow,
          round, isinstance, int.to_bytes, float.fromhex, complex, float, tuple, list, property, enumerate, reversed, memoryview, object,
          max, min, range, zip, map, dict, dict.update, str.find, dir, iter, getattr, vars, type, super, io.StringIO, io.BufferedReader):
    try:
        print(o.__qualname__, inspect.signature(o))
    except ValueError as e:
        print(o.__qualname__, str(e).partition(" at 0x")[0])
print(io.BufferedReader.__text_signature__, io.TextIOWrapper.seek.__text_signature__, types.CellType.__text_signature__)
