#!/usr/bin/env python3
"""Makes unicode_names.h for base/uniname.c, and the file it describes, from the Unicode Character Database.

Usage: gen_unicode_names.py OUTDIR

The database is the one of gen_unicode.py. Numbered ("ordinals") are all names in the order of their code points, then
all aliases in alphabetical order. What base/uniname.c computes (Hangul syllables, unified ideographs) is left out.

A name is a list of words, and a word a number: those below WORDS_SHORT take one byte, the others two. In a block of
NAMES_BLOCK names each begins with a byte `shared << 4 | new`: how many words of the name before it are kept, and how
many follow. The byte 0 says: as the name before, but with 1 added to the number that ends it. A `#` at the end of a
word is the code point in hexadecimal. The words are stored alphabetically within the short and the long ones,
WORDS_BLOCK to a block: a byte below 0x20, how many letters are those of the word before, then the other letters.

A name is found by a search through the blocks. Of each block a mask tells which first words it can have: bit `word mod
FIRST_BITS`, and bit FIRST_BITS for a name of one word, which may be one that is counted on.
"""

import collections
import os
import pathlib
import re
import sys

import datafile

UCD = pathlib.Path(os.environ.get("VV_UCD", "/usr/share/unicode"))
NAMES_BLOCK = 32
WORDS_BLOCK = 16
FIRST_BITS = 31


def records(name):
    with open(UCD / name, encoding="utf-8") as file:
        for line in file:
            line = line.split("#")[0].strip()
            if line:
                yield line.split(";")


def read_names():
    """({code point: name}, [(first, last)] of the unified ideographs)"""
    names, ideographs = {}, []
    first = None
    for fields in records("UnicodeData.txt"):
        c, name = int(fields[0], 16), fields[1]
        if name.endswith(", First>"):
            first = c
        elif name.endswith(", Last>"):
            if name.startswith("<CJK Ideograph"):
                ideographs.append((first, c))
        elif not name.startswith("<"):
            names[c] = name
    return names, ideographs


def template(c, name):
    digits = f"-{c:04X}"
    return name[:-len(digits)] + "-#" if name.endswith(digits) else name


def successor(word):
    """The word with 1 added to the decimal number at its end, None if there is none or it would grow longer."""
    digits = re.search(r"[0-9]+$", word)
    if digits is None:
        return None
    number = f"{int(digits[0]) + 1:0{len(digits[0])}}"
    return word[:digits.start()] + number if len(number) == len(digits[0]) else None


def split_names(texts):
    """[(shared, new words)] of each name; None: the successor of the name before."""
    split, kept, before = [], [], []
    for i, text in enumerate(texts):
        words = text.split(" ")
        if i % NAMES_BLOCK == 0:
            kept = before = []
        if before and before[:-1] == words[:-1] and successor(before[-1]) == words[-1]:
            split.append(None)
            kept = words[:-1]  # a reader knows the last word as the one it began to count with
        else:
            shared = len(os.path.commonprefix([words, kept]))
            assert shared < 16 and len(words) - shared < 16
            split.append((shared, words[shared:]))
            kept = words
        before = words
    return split


def number_words(split):
    """(all words in the order of their numbers, how many are short)"""
    count = collections.Counter(word for entry in split if entry for word in entry[1])
    short = max(s for s in range(256) if len(count) - s <= (256 - s) * 256)
    frequent = sorted(count, key=lambda w: (-count[w], w))
    return sorted(frequent[:short]) + sorted(frequent[short:]), short


def encode_words(words):
    data, starts, before = [], [], ""
    for i, word in enumerate(words):
        if i % WORDS_BLOCK == 0:
            starts.append(len(data))
            before = ""
        shared = min(len(os.path.commonprefix([word, before])), 0x1F)
        data += [shared, *word[shared:].encode("ascii")]
        before = word
    return data + [0], starts


def encode_names(split, words, short):
    number = {word: i for i, word in enumerate(words)}
    data, starts = [], []
    for i, entry in enumerate(split):
        if i % NAMES_BLOCK == 0:
            starts.append(len(data))
        if entry is None:
            data.append(0)
            continue
        shared, new = entry
        data.append(shared << 4 | len(new))
        for n in (number[word] for word in new):
            data += [n] if n < short else [short + (n - short >> 8), n - short & 0xFF]
    return data, starts


def first_masks(texts, words):
    number = {word: i for i, word in enumerate(words)}
    masks = [0] * -(-len(texts) // NAMES_BLOCK)
    for i, text in enumerate(texts):
        first, *others = text.split(" ")
        masks[i // NAMES_BLOCK] |= 1 << (number[first] % FIRST_BITS if others else FIRST_BITS)
    return masks


def runs(points):
    """[(first code point, its ordinal)] of the stretches without a gap."""
    return [(c, i) for i, c in enumerate(points) if i == 0 or points[i - 1] != c - 1]


def main(outdir):
    names, ideographs = read_names()
    aliases = sorted((fields[1], int(fields[0], 16)) for fields in records("NameAliases.txt"))
    points = sorted(names)
    finals = [names[c] for c in points] + [name for name, _ in aliases]
    assert len(set(finals)) == len(finals) < 0x10000
    texts = [template(c, names[c]) for c in points] + [name for name, _ in aliases]
    split = split_names(texts)
    words, short = number_words(split)
    word_data, word_starts = encode_words(words)
    name_data, name_starts = encode_names(split, words, short)
    stretches = runs(points)

    out = ["/* Generated by src/gen/gen_unicode_names.py from the Unicode Character Database 15.0. */"]
    out.append("enum {")
    for key, value in [("NAMES", len(points)), ("NAMES_AND_ALIASES", len(finals)), ("NAMES_BLOCK", NAMES_BLOCK),
                       ("NAME_LONGEST", max(map(len, finals))), ("NAME_WORDS", max(n.count(" ") + 1 for n in finals)),
                       ("WORDS_BLOCK", WORDS_BLOCK), ("WORDS_SHORT", short), ("WORDS", len(words)), ("FIRST_BITS", FIRST_BITS)]:
        out.append(f"    {key} = {value},")
    out.append("};")
    file = datafile.DataFile("unicode_names", "vv_uniname", "UNINAME")
    file.array("word_data", word_data, "uint8_t")
    file.array("word_starts", word_starts, "uint16_t")
    file.array("name_data", name_data, "uint8_t")
    file.array("name_starts", name_starts, "uint32_t")
    file.array("first_masks", first_masks(texts, words), "uint32_t")
    file.array("run_points", [c for c, _ in stretches], "uint32_t")
    file.array("run_ordinals", [i for _, i in stretches], "uint16_t")
    file.array("alias_points", [c for _, c in aliases], "uint32_t")
    file.array("ideograph_ranges", [c for pair in ideographs for c in pair], "uint32_t")
    file.write(outdir, out)
    pathlib.Path(outdir, "unicode_names.h").write_text("\n".join(out) + "\n")


if __name__ == "__main__":
    main(sys.argv[1])
