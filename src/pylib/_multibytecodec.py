"""East Asian encodings: what CPython has in C, as Python around the tables and loops of _multibyte.

getcodec(name) gives a codec; the classes are what the library's modules encodings.gbk and so on derive theirs from.
"""
import _multibyte
import codecs
import os

ILLEGAL, CUT_SHORT = 1, 2
REASONS = {ILLEGAL: "illegal multibyte sequence", CUT_SHORT: "incomplete multibyte sequence"}
_codecs = {}


def _answer(answer, length, what, allowed):
    """A handler's (replacement, position), the position counted from the start."""
    if not (isinstance(answer, tuple) and len(answer) == 2 and isinstance(answer[0], allowed) and isinstance(answer[1], int)):
        raise TypeError(f"{what} error handler must return (str, int) tuple")
    replacement, position = answer
    if position < 0:
        position += length
    if not 0 <= position <= length:
        raise IndexError(f"position {position} from error handler out of bounds")
    return replacement, position


class MultibyteCodec:
    def __init__(self, name, table):
        self._name = name
        self._table = table

    def _encode(self, text, errors):
        done = []
        at = 0
        while True:
            piece, at = _multibyte.encode(self._table, text, at)
            done.append(piece)
            if at == len(text):
                return b"".join(done)
            if errors == "ignore":
                at += 1
                continue
            if errors == "replace":
                done.append(_multibyte.encode(self._table, "?", 0)[0])
                at += 1
                continue
            error = UnicodeEncodeError(self._name, text, at, at + 1, REASONS[ILLEGAL])
            if errors is None or errors == "strict":
                raise error
            replacement, at = _answer(codecs.lookup_error(errors)(error), len(text), "encoding", (str, bytes))
            done.append(replacement if isinstance(replacement, bytes) else self._encode(replacement, "strict"))

    def _decode(self, data, errors, final=True):
        """(text, the index behind what was read)"""
        done = []
        at = 0
        while True:
            piece, at, wrong = _multibyte.decode(self._table, data, at)
            done.append(piece)
            if not wrong or (wrong == CUT_SHORT and not final):
                return "".join(done), at
            end = at + 1 if wrong == ILLEGAL else len(data)
            if errors == "ignore":
                at = end
                continue
            if errors == "replace":
                done.append("\ufffd")
                at = end
                continue
            error = UnicodeDecodeError(self._name, data, at, end, REASONS[wrong])
            if errors is None or errors == "strict":
                raise error
            replacement, at = _answer(codecs.lookup_error(errors)(error), len(data), "decoding", str)
            done.append(replacement)

    def encode(self, input, errors=None):
        if not isinstance(input, str):
            input = str(input)
        return self._encode(input, errors), len(input)

    def decode(self, input, errors=None):
        data = bytes(memoryview(input))
        text, _ = self._decode(data, errors)
        return text, len(data)


def getcodec(name):
    if not isinstance(name, str):
        raise TypeError("encoding name must be a string.")
    if name not in _codecs:
        try:
            with open(os.path.join(os.path.dirname(__file__), "_data", f"codec_{name}"), "rb") as file:
                _codecs[name] = MultibyteCodec(name, file.read())
        except FileNotFoundError:
            raise LookupError("no such codec is supported.") from None
    return _codecs[name]


class _Stateful:
    codec = None

    def __init__(self, errors="strict"):
        if not isinstance(self.codec, MultibyteCodec):
            raise TypeError("codec is unexpected type")
        self.errors = errors


class MultibyteIncrementalEncoder(_Stateful):
    def encode(self, input, final=False):
        return self.codec._encode(input if isinstance(input, str) else str(input), self.errors)

    def reset(self):
        pass

    def getstate(self):
        return 0

    def setstate(self, state, /):
        if not isinstance(state, int):
            raise TypeError(f"argument must be int, not {type(state).__name__}")


class MultibyteIncrementalDecoder(_Stateful):
    def __init__(self, errors="strict"):
        super().__init__(errors)
        self._pending = b""

    def decode(self, input, final=False):
        data = self._pending + bytes(memoryview(input))
        text, at = self.codec._decode(data, self.errors, final)
        self._pending = data[at:]
        return text

    def reset(self):
        self._pending = b""

    def getstate(self):
        return self._pending, 0

    def setstate(self, state, /):
        pending, number = state
        if not isinstance(pending, bytes) or not isinstance(number, int):
            raise TypeError("setstate(): illegal state argument")
        if len(pending) > 8:
            raise UnicodeDecodeError(self.codec._name, pending, 0, len(pending), "pending buffer too large")
        self._pending = pending


class MultibyteStreamReader(_Stateful):
    def __init__(self, stream, errors="strict"):
        super().__init__(errors)
        self.stream = stream
        self._pending = b""

    def _read(self, method, size):
        size = -1 if size is None else size
        while True:
            data = method() if size < 0 else method(size)
            if not isinstance(data, bytes):
                raise TypeError(f"stream function returned a non-bytes object ({type(data).__name__})")
            end = not data or size < 0
            data = self._pending + data
            text, at = self.codec._decode(data, self.errors, end)
            self._pending = data[at:]
            if text or end or size == 0:
                return text
            size = 1  # more of a character that was cut short

    def read(self, sizeobj=None, /):
        return self._read(self.stream.read, sizeobj)

    def readline(self, sizeobj=None, /):
        return self._read(self.stream.readline, sizeobj)

    def readlines(self, sizehintobj=None, /):
        return self._read(self.stream.read, sizehintobj).splitlines(True)

    def reset(self):
        self._pending = b""


class MultibyteStreamWriter(_Stateful):
    def __init__(self, stream, errors="strict"):
        super().__init__(errors)
        self.stream = stream

    def write(self, strobj, /):
        self.stream.write(self.codec._encode(strobj if isinstance(strobj, str) else str(strobj), self.errors))

    def writelines(self, lines, /):
        for line in lines:
            self.write(line)

    def reset(self):
        pass
