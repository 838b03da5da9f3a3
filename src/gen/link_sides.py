#!/usr/bin/env python3
"""Links the side modules of a WebAssembly build (object/side.h).

Usage: link_sides.py WASM_LD OUTDIR API_C NAME=OBJECT,OBJECT,... ...

Makes OUTDIR/NAME.wasm of each, and API_C with the array vv_side_api: what the core must offer, by number. In the files a number stands
for each import's name: `env.7` is a function, `GOT.func.7` its index in the table, `GOT.mem.9` the address of data. What a side
module defines is exported as m7 and s7 (the maker and the start of module 7 of modules.def) and t7 (the spec of type 7 of
module_types.def).
"""
import pathlib
import re
import subprocess
import sys

SRC = pathlib.Path(__file__).resolve().parent.parent
C_TYPES = {0x7F: "int", 0x7E: "long long", 0x7D: "float", 0x7C: "double"}
# Of the module `env`, what every instance has.
GIVEN = {"memory", "__indirect_function_table", "__stack_pointer", "__memory_base", "__table_base"}
KEPT_EXPORTS = {"__wasm_apply_data_relocs"}
FUNCTION, TABLE, MEMORY, GLOBAL = range(4)


def numbers_of_exports():
    """{symbol: exported name} of all that side modules can define."""
    found = {}
    for letter, macro, path, symbol in (("m", "VV_MODULE(?:_STARTED)?", "modules/modules.def", "vv_{}_module"),
                                        ("s", "VV_MODULE(?:_STARTED)?", "modules/modules.def", "vv_{}_start"),
                                        ("t", "VV_TYPE", "types/module_types.def", "vv_{}_spec")):
        names = re.findall(rf"^{macro}\((?:\w+, )?(\w+)\)", (SRC / path).read_text(), re.M)
        found |= {symbol.format(name): f"{letter}{i}" for i, name in enumerate(names)}
    return found


def leb(n):
    out = bytearray()
    while True:
        out.append(n & 0x7F | (0x80 if n > 0x7F else 0))
        n >>= 7
        if n == 0:
            return bytes(out)


def text(s):
    return leb(len(s)) + s.encode()


class Reader:
    def __init__(self, data):
        self.data, self.at = data, 0

    def byte(self):
        self.at += 1
        return self.data[self.at - 1]

    def number(self):
        n = shift = 0
        while True:
            b = self.byte()
            n |= (b & 0x7F) << shift
            shift += 7
            if b < 0x80:
                return n

    def bytes(self, n):
        self.at += n
        return self.data[self.at - n:self.at]

    def text(self):
        return self.bytes(self.number()).decode()

    def limits(self):
        start = self.at
        flags = self.byte()
        self.number()
        if flags & 1:
            self.number()
        return self.data[start:self.at]


def sections(data):
    r = Reader(data)
    assert r.bytes(8) == b"\0asm\1\0\0\0"
    while r.at < len(data):
        kind = r.byte()
        yield kind, r.bytes(r.number())


def read_types(body):
    r = Reader(body)
    types = []
    for _ in range(r.number()):
        assert r.byte() == 0x60
        types.append(tuple(tuple(r.byte() for _ in range(r.number())) for _ in range(2)))
    return types


def read_imports(body):
    r = Reader(body)
    imports = []
    for _ in range(r.number()):
        module, name, kind = r.text(), r.text(), r.byte()
        start = r.at
        what = None
        if kind == FUNCTION:
            what = r.number()
        elif kind == TABLE:
            r.byte()
            r.limits()
        elif kind == MEMORY:
            r.limits()
        else:
            r.bytes(2)
        imports.append((module, name, kind, body[start:r.at], what))
    return imports


def link(linker, out, objects, exports):
    subprocess.run([linker, "-shared", "--experimental-pic", "--unresolved-symbols=import-dynamic", "--no-entry", "--strip-all", "-O2",
                    *(f"--export-if-defined={name}" for name in exports), "-o", out, *objects], check=True)


def imported(data):
    """(module, name, types of a function or None) of what a module or an object imports."""
    types = []
    for kind, body in sections(data):
        if kind == 1:
            types = read_types(body)
        elif kind == 2:
            for module, name, what, _, index in read_imports(body):
                yield module, name, types[index] if what == FUNCTION else None


def needs(data, objects, api):
    """Adds what the module imports of the core to `api`: {name: types of a function, or None}."""
    # The import of an address has no type, but the objects have one for every function.
    typed = {name: types for path in objects for _, name, types in imported(pathlib.Path(path).read_bytes()) if types is not None}
    for module, name, types in imported(data):
        if module != "env" or name not in GIVEN:
            api[name] = types or typed.get(name)


def rewrite(data, numbers, exports):
    out = [data[:8]]
    for kind, body in sections(data):
        if kind == 2:
            imports = read_imports(body)
            body = leb(len(imports)) + b"".join(
                text(module) + text(name if module == "env" and name in GIVEN else str(numbers[name])) + bytes([what]) + rest
                for module, name, what, rest, _ in imports)
        elif kind == 7:
            r = Reader(body)
            kept = []
            for _ in range(r.number()):
                name, what, index = r.text(), r.byte(), r.number()
                if name in KEPT_EXPORTS or name in exports:
                    kept.append(text(exports.get(name, name)) + bytes([what]) + leb(index))
            body = leb(len(kept)) + b"".join(kept)
        elif kind == 0 and Reader(body).text() != "dylink.0":
            continue
        out.append(bytes([kind]) + leb(len(body)) + body)
    return b"".join(out)


def api_source(api):
    lines = ["/* Generated by src/gen/link_sides.py. The types are those of WebAssembly. */"]
    for name, types in sorted(api.items()):
        if types is None:
            lines.append(f"extern const char {name}[];")
        else:
            parameters, results = types
            result = C_TYPES[results[0]] if results else "void"
            lines.append(f"extern {result} {name}({', '.join(C_TYPES[p] for p in parameters) or 'void'});")
    lines.append("extern const void *const vv_side_api[];")
    lines.append("const void *const vv_side_api[] = {")
    lines += [f"    (const void *){name}," for name in sorted(api)]
    lines += ["    0,", "};"]
    return "\n".join(lines) + "\n"


def main():
    linker, outdir, api_c, *modules = sys.argv[1:]
    outdir = pathlib.Path(outdir)
    outdir.mkdir(parents=True, exist_ok=True)
    exports = numbers_of_exports()
    linked, api = {}, {}
    for module in modules:
        name, objects = module.split("=", 1)
        objects = objects.split(",")
        path = outdir / f"{name}.linked"
        link(linker, path, objects, exports)
        linked[name] = path.read_bytes()
        path.unlink()
        needs(linked[name], objects, api)
    numbers = {name: i for i, name in enumerate(sorted(api))}
    for name, data in linked.items():
        (outdir / f"{name}.wasm").write_bytes(rewrite(data, numbers, exports))
    source = api_source(api)
    if not pathlib.Path(api_c).exists() or pathlib.Path(api_c).read_text() != source:
        pathlib.Path(api_c).write_text(source)


if __name__ == "__main__":
    main()
