#!/usr/bin/env python3
"""Makes unicode_tables.h for base/unicode.c from the Unicode Character Database.

Usage: gen_unicode.py OUTDIR

The database is Debian's package unicode-data (15.0 in Debian 12, the version of CPython 3.12); $VV_UCD names another
folder. Every code point has a record (flags, digit values) and simple case mappings; equal
ones are shared and found through three-stage tables. Full case mappings are a sorted list.
"""

import bz2
import os
import pathlib
import sys

import datafile

UCD = pathlib.Path(os.environ.get("VV_UCD", "/usr/share/unicode"))
LIMIT = 0x110000

# Bit numbers of record flags, in the order of enum unicode_flag in base/unicode.c.
FLAGS = ["ALPHA", "DECIMAL", "DIGIT", "NUMERIC", "LOWER", "UPPER", "TITLE", "CASED", "CASE_IGNORABLE", "SPACE",
         "LINEBREAK", "PRINTABLE", "XID_START", "XID_CONTINUE", "WIDE", "SPECIAL_CASE", "NFKC_MAYBE"]
BIT = {name: 1 << i for i, name in enumerate(FLAGS)}
# What str.splitlines takes for the end of a line: line break classes BK, CR, LF, NL and bidirectional class B.
LINEBREAKS = {0x0A, 0x0B, 0x0C, 0x0D, 0x1C, 0x1D, 0x1E, 0x85, 0x2028, 0x2029}


def lines(name):
    path = UCD / name
    text = bz2.open(path, "rt", encoding="utf-8") if name.endswith(".bz2") else open(path, encoding="utf-8")
    with text as file:
        for line in file:
            line = line.split("#")[0].strip()
            if line:
                yield line


def code_range(field):
    first, _, last = field.strip().partition("..")
    return range(int(first, 16), int(last or first, 16) + 1)


def properties(name, wanted):
    """{property: set of code points} for the wanted properties of a `range ; property` file."""
    found = {p: set() for p in wanted}
    for line in lines(name):
        fields = [f.strip() for f in line.split(";")]
        if fields[1] in found:
            found[fields[1]].update(code_range(fields[0]))
    return found


def read_unicode_data():
    """[fields] by code point, ranges spelled out."""
    table = [None] * LIMIT
    first = None
    for line in lines("UnicodeData.txt"):
        fields = line.split(";")
        c = int(fields[0], 16)
        if fields[1].endswith(", First>"):
            first = c
        elif fields[1].endswith(", Last>"):
            for i in range(first, c + 1):
                table[i] = fields
        else:
            table[c] = fields
    return table


def read_special_casing():
    special = {}
    for line in lines("SpecialCasing.txt"):
        fields = [f.strip() for f in line.split(";")]
        if len(fields) > 5 or (len(fields) == 5 and fields[4]):
            continue  # conditional: only the final sigma, which unicode.c knows
        special[int(fields[0], 16)] = [[int(x, 16) for x in f.split()] for f in fields[1:4]]
    return special


def read_case_folding():
    folding = {}
    for line in lines("CaseFolding.txt"):
        code, status, mapping = [f.strip() for f in line.split(";")][:3]
        if status in "CF":
            folding[int(code, 16)] = [int(x, 16) for x in mapping.split()]
    return folding


def emit_array(out, ctype, name, values, per_line=20):
    out.append(f"static const {ctype} {name}[{len(values)}] = {{")
    for i in range(0, len(values), per_line):
        out.append("    " + "".join(f"{v}," for v in values[i:i + per_line]))
    out.append("};")


def emit_three_stage(out, name, values):
    """Tables and the function NAME_at(code point) that looks them up."""
    shift, middle_shift, top, middle, data = datafile.three_stage(values)
    for stage, table in (("top", top), ("middle", middle), ("data", data)):
        emit_array(out, datafile.unsigned(table), f"{name}_{stage}", table)
    datafile.lookup(out, "", name, "", shift, middle_shift)


def main(outdir):
    data = read_unicode_data()
    core = properties("DerivedCoreProperties.txt", ["Lowercase", "Uppercase", "Cased", "Case_Ignorable", "XID_Start",
                                                    "XID_Continue"])
    wide = properties("EastAsianWidth.txt", ["W", "F"])
    norm = properties("DerivedNormalizationProps.txt", ["NFKC_QC"])
    numeric_ideographs = set()
    for line in lines("Unihan_NumericValues.txt.bz2"):
        numeric_ideographs.add(int(line.split("\t")[0][2:], 16))
    special, folding = read_special_casing(), read_case_folding()

    records, record_of, full_case = {}, [], []
    cases, case_of = {}, []
    for c in range(LIMIT):
        fields = data[c]
        if fields is None:
            flags = BIT["WIDE"] if c in wide["W"] else 0
            record_of.append(records.setdefault((flags, 0, 0), len(records)))
            case_of.append(cases.setdefault((0, 0, 0), len(cases)))
            continue
        category, combining, bidi = fields[2], int(fields[3]), fields[4]
        flags = 0
        flags |= BIT["ALPHA"] * (category in ("Lm", "Lt", "Lu", "Ll", "Lo"))
        flags |= BIT["DECIMAL"] * bool(fields[6]) | BIT["DIGIT"] * bool(fields[7])
        flags |= BIT["NUMERIC"] * (bool(fields[8]) or c in numeric_ideographs)
        flags |= BIT["LOWER"] * (c in core["Lowercase"]) | BIT["UPPER"] * (c in core["Uppercase"])
        flags |= BIT["TITLE"] * (category == "Lt") | BIT["CASED"] * (c in core["Cased"])
        flags |= BIT["CASE_IGNORABLE"] * (c in core["Case_Ignorable"])
        flags |= BIT["SPACE"] * (category == "Zs" or bidi in ("WS", "B", "S"))
        flags |= BIT["LINEBREAK"] * (c in LINEBREAKS)
        flags |= BIT["PRINTABLE"] * (c == 0x20 or category not in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp", "Zs"))
        flags |= BIT["XID_START"] * (c in core["XID_Start"]) | BIT["XID_CONTINUE"] * (c in core["XID_Continue"])
        flags |= BIT["WIDE"] * (c in wide["W"] or c in wide["F"])
        flags |= BIT["NFKC_MAYBE"] * (c in norm["NFKC_QC"] or combining != 0)
        upper = int(fields[12] or "0", 16) or c
        lower = int(fields[13] or "0", 16) or c
        title = int(fields[14] or "0", 16) or upper
        full_lower, full_title, full_upper = special.get(c, ([lower], [title], [upper]))
        fold = folding.get(c, [c])
        if c in special or fold != full_lower:
            flags |= BIT["SPECIAL_CASE"]
            full_case.append((c, full_lower, full_upper, full_title, fold))
        record_of.append(records.setdefault((flags, int(fields[6] or 0), int(fields[7] or 0)), len(records)))
        case_of.append(cases.setdefault((lower - c, upper - c, title - c), len(cases)))

    out = ["/* Generated by src/gen/gen_unicode.py from the Unicode Character Database 15.0. */"]
    out.append("enum unicode_flag {")
    out += [f"    FLAG_{name} = 1 << {i}," for i, name in enumerate(FLAGS)]
    out.append("};")
    out.append("static const struct unicode_record {\n    uint32_t flags;\n    uint8_t decimal, digit;\n} unicode_records[] = {")
    out += ["    {" + ", ".join(map(str, r)) + "}," for r in records]
    out.append("};")
    emit_three_stage(out, "record", record_of)
    # What must be added to a code point.
    out.append("static const struct unicode_case {\n    int32_t lower, upper, title;\n} unicode_cases[] = {")
    out += ["    {" + ", ".join(map(str, r)) + "}," for r in cases]
    out.append("};")
    emit_three_stage(out, "case", case_of)

    # Full case mappings: four lengths, two bits each from the lowest, above them the code point; a place in a pool.
    pool = []
    out.append("static const struct unicode_full_case {\n    uint32_t key;\n    uint16_t start;\n"
               "} unicode_full_cases[] = {")
    for c, *mappings in full_case:
        assert all(len(m) < 4 for m in mappings)
        key = c << 8 | sum(len(m) << 2 * i for i, m in enumerate(mappings))
        out.append(f"    {{{key}, {len(pool)}}},")
        for mapping in mappings:
            pool += mapping
    out.append("};")
    emit_array(out, "uint32_t", "full_case_pool", pool)
    pathlib.Path(outdir, "unicode_tables.h").write_text("\n".join(out) + "\n")


if __name__ == "__main__":
    main(sys.argv[1])
