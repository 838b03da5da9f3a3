#!/usr/bin/env python3
"""Joins the data segments of a WebAssembly file that lie close together: merge_segments.py FILE.

wasm-opt leaves zeros out by cutting data into thousands of pieces. Their headers compress worse than the zeros, and an engine that
makes an instance goes through them one by one.
"""
import pathlib
import sys

from link_sides import Reader, leb, sections

GAP = 256
DATA, DATA_COUNT = 11, 12
I32_CONST, END = 0x41, 0x0B


def signed_leb(n):
    return leb(n) if n.bit_length() % 7 else leb(n)[:-1] + bytes([leb(n)[-1] | 0x80, 0])


def read_segments(body):
    r = Reader(body)
    for _ in range(r.number()):
        assert (r.byte(), r.byte()) == (0, I32_CONST), "an active segment of memory 0"
        at = r.number()
        assert r.byte() == END
        yield at, r.bytes(r.number())


def merged(segments):
    out = []
    for at, data in sorted(segments):
        if out and at - (out[-1][0] + len(out[-1][1])) <= GAP:
            out[-1][1].extend(bytes(at - out[-1][0] - len(out[-1][1])) + data)
        else:
            out.append((at, bytearray(data)))
    return out


def main():
    path = pathlib.Path(sys.argv[1])
    data = path.read_bytes()
    parts = dict(sections(data))
    segments = merged(read_segments(parts[DATA]))
    new = {DATA_COUNT: leb(len(segments)),
           DATA: leb(len(segments)) + b"".join(bytes([0, I32_CONST]) + signed_leb(at) + bytes([END]) + leb(len(d)) + d for at, d in segments)}
    out = [data[:8]]
    for kind, body in sections(data):
        body = new.get(kind, body)
        out.append(bytes([kind]) + leb(len(body)) + body)
    path.write_bytes(b"".join(out))


if __name__ == "__main__":
    main()
