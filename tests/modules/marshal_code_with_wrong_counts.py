# Code read from bytes whose numbers cannot be is refused before it can run.
import marshal


def function(a, b=1, *rest, c=2, **more):
    local = a
    return local


data = marshal.dumps(function.__code__)
NUMBERS = ["argcount", "posonlyargcount", "kwonlyargcount", "stacksize", "flags"]
for k, name in enumerate(NUMBERS):
    for value in (3, 7, 1000, -1, -(2**31)):
        changed = bytearray(data)
        changed[1 + 4 * k:5 + 4 * k] = value.to_bytes(4, "little", signed=True)
        if name in ("stacksize", "flags") and value >= 0:
            continue
        try:
            marshal.loads(bytes(changed))
            print(name, value, "accepted")
        except (ValueError, SystemError) as error:
            print(name, value, type(error).__name__, str(error).partition("code: ")[2] or "bad argument")
print(function.__code__ == marshal.loads(data))
