"""datafile.py - tables that leave the core: a file of the standard library's folder _data and the C structure it is.

The file's bytes are the structure's, so that the core uses them as they are: arrays only, the widest elements first, and so
without gaps; all ports are little-endian. The size and a checksum in the header tie a core to its file (object/datafile.h).
"""
import pathlib
import re
import struct

FORMATS = {8: "b", 16: "h", 32: "i", 64: "q"}


def width(values):
    return 8 if max(values) < 256 else 16 if max(values) < 65536 else 32


def unsigned(values):
    return f"uint{width(values)}_t"


def fnv1a(data):
    """64 bits of the hash FNV-1a (Fowler, Noll, Vo), as object/datafile.c computes it."""
    h = 0xCBF29CE484222325
    for byte in data:
        h = (h ^ byte) * 0x100000001B3 & 0xFFFFFFFFFFFFFFFF
    return h


def cut(values, shift):
    """(the number of each block's first equal, the different blocks one after the other)"""
    blocks, index = {}, []
    for start in range(0, len(values), 1 << shift):
        index.append(blocks.setdefault(tuple(values[start:start + (1 << shift)]), len(blocks)))
    return index, [v for block in blocks for v in block]


def three_stage(values):
    """(shift, middle shift, top, middle, data) for the block sizes that make the tables smallest."""
    best = None
    for shift in range(2, 8):
        index, data = cut(values, shift)
        for middle_shift in range(2, 8):
            top, middle = cut(index, middle_shift)
            size = sum(width(t) // 8 * len(t) for t in (top, middle, data))
            if best is None or size < best[0]:
                best = size, shift, middle_shift, top, middle, data
    return best[1:]


def lookup(out, head, name, prefix, shift, middle_shift):
    """The C function NAME_at(..., code point) that looks three-stage tables up."""
    out.append(f"static inline unsigned {name}_at({head}uint32_t c) {{")
    out.append(f"    unsigned block = {prefix}{name}_middle[{prefix}{name}_top[c >> {shift + middle_shift}] << {middle_shift} | "
               f"(c >> {shift} & {(1 << middle_shift) - 1})];")
    out.append(f"    return {prefix}{name}_data[block << {shift} | (c & {(1 << shift) - 1})];\n}}")


class DataFile:
    def __init__(self, name, structure, accessor):
        """`name`: the file's; `structure`: the C structure's; `accessor`: prefix of the constants that describe the file."""
        self.name, self.structure, self.accessor = name, structure, accessor
        self.arrays, self.lookups = [], []

    def array(self, name, values, ctype=None):
        values = list(values)
        ctype = ctype or unsigned(values)
        bits = int(re.search("[0-9]+", ctype)[0]) if ctype != "double" else 64
        assert ctype == "double" or 0 <= min(values) and max(values) < 1 << bits
        self.arrays.append((bits, ctype, name, values))

    def three_stage(self, name, values):
        """Tables and the function NAME_at(file, code point) that looks them up."""
        shift, middle_shift, top, middle, data = three_stage(values)
        for stage, table in (("top", top), ("middle", middle), ("data", data)):
            self.array(f"{name}_{stage}", table)
        lookup(self.lookups, f"const {self.structure} *file, ", name, "file->", shift, middle_shift)

    def write(self, outdir, lines):
        """Writes OUTDIR/name.data; appends the structure and the file's description to the lines of a header."""
        data = b""
        lines.append(f"struct {self.structure} {{")
        for bits, ctype, name, values in sorted(self.arrays, key=lambda a: -a[0]):
            lines.append(f"    {ctype} {name}[{len(values)}];")
            data += struct.pack(f"<{len(values)}{'d' if ctype == 'double' else FORMATS[bits].upper()}", *values)
        widest = max(a[0] for a in self.arrays) // 8
        data += bytes(-len(data) % widest)
        lines += ["};", *self.lookups, f"enum {{ {self.accessor}_SIZE = {len(data)} }};",
                  f"#define {self.accessor}_CHECK UINT64_C(0x{fnv1a(data):016X})",
                  f"_Static_assert(sizeof(struct {self.structure}) == {self.accessor}_SIZE, \"the structure is the file\");"]
        pathlib.Path(outdir, f"{self.name}.data").write_bytes(data)
