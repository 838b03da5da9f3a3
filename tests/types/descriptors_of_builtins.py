# reference: 3.3.2.2
# Slot wrappers, method and classmethod descriptors, getsets called by hand.
# Each piece below runs like a line typed at the prompt: a value is shown, an exception by its type and words.
import sys

PIECES = r"""
int.__add__.__get__(3, int)(4)

int.__add__.__get__('a', str)

int.__add__.__get__(None, int)

int.__add__.__get__(None, None)

int.__add__.__get__()

list.append.__get__(3)

list.append.__get__(None, list)

list.append.__get__(None)

list.append([], 1)

list.append(3, 1)

list.append()

list.append([])

[].append.__self__, [].append.__name__, [].append.__qualname__

dict.__dict__['fromkeys']

dict.__dict__['fromkeys'].__get__(None, dict)([1])

dict.__dict__['fromkeys'].__get__(3)

dict.__dict__['fromkeys'].__get__(None, 3)

dict.__dict__['fromkeys'].__get__(None, int)

dict.__dict__['fromkeys'](dict, [1])

dict.__dict__['fromkeys'](3)

dict.__dict__['fromkeys']()

int.real, int.__dict__['real'].__get__(3), int.real.__set__(3, 1)

int.real.__get__('a')

int.real.__delete__(3)

type.__dict__['__dict__'].__get__(int)['real']

type.__dict__['__doc__'].__get__(int)[:5]

type.__dict__['__name__'].__get__(3)
"""

names = {"__name__": "__main__", "sys": sys}
for piece in PIECES.strip("\n").split("\n\n"):
    print(">>>", piece.replace("\n", "\n... "))
    try:
        exec(compile(piece + "\n", "<piece>", "single"), names)
    except BaseException as e:
        print(f"{type(e).__name__}: {e}", *getattr(e, "__notes__", ()), sep="\n")
