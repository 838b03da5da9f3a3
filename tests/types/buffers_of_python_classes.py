"""PEP 688: __buffer__ and __release_buffer__ of classes written in Python, and of bytes-like types."""
import array
import inspect
from collections.abc import Buffer


class Source:
    def __init__(self, data):
        self.data, self.open = data, 0

    def __buffer__(self, flags):
        print("buffer", inspect.BufferFlags(flags))
        self.open += 1
        return memoryview(self.data)

    def __release_buffer__(self, view):
        print("release", view.tolist(), self.open)
        self.open -= 1


source = Source(bytearray(b"abc"))
view = memoryview(source)
print(view.tolist(), view.readonly, view[1], source.open)
view[0] = 65
part = view[1:]
del view
print("one view is left")
part.release()
print(source.data, source.open)
print(bytes(source), bytearray(source), source.open)
with memoryview(source) as view:
    print(bytes(view), source.open)
print(source.open)

for thing in (b"", bytearray(), memoryview(b""), array.array("i"), source, "", 1, [], Source, int):
    print(type(thing).__name__, isinstance(thing, Buffer))
print(issubclass(Source, Buffer), issubclass(str, Buffer), issubclass(bytes, Buffer))


class Wrong:
    def __init__(self, answer):
        self.answer = answer

    def __buffer__(self, flags):
        return self.answer()


class NotCallable:
    __buffer__ = None


class OnlyRelease:
    def __release_buffer__(self, view):
        print("never")


def closed():
    view = memoryview(b"abc")
    view.release()
    return view


for bad in (Wrong(lambda: b"x"), Wrong(lambda: 1 / 0), NotCallable(), OnlyRelease(), Wrong(closed)):
    for make in (memoryview, bytes):
        try:
            print(make(bad))
        except Exception as error:
            print(type(bad).__name__, make.__name__, type(error).__name__, error)
            if type(bad) is NotCallable or type(bad) is OnlyRelease:
                break

for thing in (b"abc", bytearray(b"abc"), memoryview(b"abc"), memoryview(bytearray(b"abc"))[::2]):
    for flags in (inspect.BufferFlags.SIMPLE, inspect.BufferFlags.WRITABLE, inspect.BufferFlags.STRIDES, 8, 256, 2**31, "a", None):
        try:
            view = thing.__buffer__(flags)
            print(repr(flags), view.tolist(), view.readonly, view.format)
        except Exception as error:
            print(repr(flags), type(error).__name__, error)

data = bytearray(b"abc")
view = data.__buffer__(0)
try:
    data.append(1)
except BufferError as error:
    print(error)
data.__release_buffer__(view)
data.append(1)
for wrong in (view, memoryview(b"x"), 5):
    try:
        data.__release_buffer__(wrong)
    except Exception as error:
        print(type(error).__name__, error)
whole = memoryview(data)
view = whole.__buffer__(0)
whole.__release_buffer__(view)
for kind in (bytes, bytearray, memoryview, array.array, int, str):
    print(kind.__name__, hasattr(kind, "__buffer__"), hasattr(kind, "__release_buffer__"))


class Counted(bytearray):
    def __buffer__(self, flags):
        print("of a subclass", flags)
        return super().__buffer__(flags)

    def __release_buffer__(self, view):
        print("released")
        super().__release_buffer__(view)


counted = Counted(b"abc")
with memoryview(counted) as view:
    print(view.tolist())
counted.append(4)
print(counted)
