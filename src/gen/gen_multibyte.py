#!/usr/bin/env python3
"""gen_multibyte.py OUTDIR - the tables of East Asian encodings, as files of the library's folder _data (modules/_multibyte.c).

The facts come from the Python that builds: what each byte or pair of bytes stands for, and what each character becomes. A file is
little-endian: a header of ten 16-bit numbers, then 16-bit arrays.

    0 version 1   1 first lead byte   2 lead bytes   3 first trail byte   4 trail bytes   5 prefix of the second plane, or 0
    6 pages of the encoder   7 stretches of four-byte sequences (gb18030)   8, 9 zero
    single[256]               a character, 0xFFFF: not a beginning, 0xFFFE: a lead byte
    plane[leads * trails]     the character of a pair, 0: none; once more for the second plane
    page[256]                 for the upper byte of a character: number of its page + 1, 0: none
    pages[n][256]             the code: one byte or two, 0: none; of the second plane with the last byte's upper bit off
    stretch_at[n], stretch_char[n]   linear number of the first four-byte sequence of a stretch, and its character; the last one ends it
"""
import pathlib
import struct
import sys

ENCODINGS = ["gb2312", "gbk", "gb18030", "big5", "cp950", "shift_jis", "cp932", "euc_jp", "cp949"]
NO_START, LEAD = 0xFFFF, 0xFFFE
VERSION = 1


def decoded(data, encoding):
    """The one character, or None."""
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    return ord(text) if len(text) == 1 and ord(text) < 0x10000 else None


def single(byte, encoding):
    try:
        return ord(bytes([byte]).decode(encoding))
    except UnicodeDecodeError as error:
        return LEAD if "incomplete" in error.reason else NO_START


def plane(prefix, leads, trails, encoding):
    return [decoded(prefix + bytes([lead, trail]), encoding) or 0 for lead in leads for trail in trails]


def pages(encoding, prefix):
    numbers, codes = [], []
    for upper in range(256):
        block = "".join(map(chr, range(upper << 8, (upper << 8) + 256)))
        page = []
        if block.encode(encoding, "ignore"):
            for char in block:
                code = char.encode(encoding, "ignore")
                if len(code) == 3:
                    assert code[0] == prefix
                    code = bytes([code[1], code[2] & 0x7F])
                page.append(int.from_bytes(code, "big") if len(code) <= 2 else 0)
        numbers.append(len(codes) // 256 + 1 if any(page) else 0)
        codes += page if any(page) else []
    return numbers, codes


def stretches():
    """gb18030: where the characters of four-byte sequences go on without a gap."""
    at, chars, before = [], [], None
    for linear in range(4 * 12600):
        rest, d = divmod(linear, 10)
        rest, c = divmod(rest, 126)
        a, b = divmod(rest, 10)
        char = decoded(bytes([0x81 + a, 0x30 + b, 0x81 + c, 0x30 + d]), "gb18030")
        if char is None and before is not None or char is not None and (before is None or char != before + 1):
            at.append(linear)
            chars.append(char or 0)
        before = char
    return at, chars


def table(encoding):
    singles = [single(byte, encoding) for byte in range(256)]
    prefix = 0x8F if encoding == "euc_jp" else 0
    leads = [byte for byte in range(256) if singles[byte] == LEAD]
    leads = range(leads[0], leads[-1] + 1)
    trails = range(0x40, 0xFF)
    planes = plane(b"", leads, trails, encoding)
    if prefix:
        planes += plane(bytes([prefix]), leads, trails, encoding)
    numbers, codes = pages(encoding, prefix)
    at, chars = stretches() if encoding == "gb18030" else ([], [])
    head = [VERSION, leads[0], len(leads), trails[0], len(trails), prefix, len(codes) // 256, len(at), 0, 0]
    values = head + singles + planes + numbers + codes + at + chars
    return struct.pack(f"<{len(values)}H", *values)


def main(outdir):
    for encoding in ENCODINGS:
        pathlib.Path(outdir, f"codec_{encoding}.data").write_bytes(table(encoding))


if __name__ == "__main__":
    main(sys.argv[1])
