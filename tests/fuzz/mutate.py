#!/usr/bin/env python3
"""Feeds mutated test programs, or with --generated random ones (generate.py), to one process of the sanitizer build.

Each mutant is a program of tests/ with lines, tokens, brackets or bytes changed; the seed fixes them all. Every one must
end with output or a Python error within its instruction limit: no crash, no sanitizer report, no miscounted reference.
"""
import argparse
import pathlib
import random
import re
import subprocess
import sys

import generate

TESTS = pathlib.Path(__file__).resolve().parent.parent
LIMIT = 200_000  # instructions for each mutant
WORDS = ["None", "lambda", "yield", "await", "async ", "def f():", "class A:", "for", "in", "if", "else:", "try:",
         "except:", "finally:", "with", "as", "import", "global x", "nonlocal x", "return", "raise", "del", "*", "**",
         ":=", "->", "@", "...", "f'{", "}'", "'''", '"', "\\", "(", ")", "[", "]", "{", "}", ":", ";", "=", "==", "0x",
         "1e999", "1" * 60, "10**100", "-1", "b''", "match x:", "case _:", "\t", "\n", "    ", "\x00", "\ufeff", "é",
         "__init__", "self", "super()", "print", "range(10**9)", "'a'*10**6", "%s", "{!r:>{w}}", "~", "<<", "//", "is not"]


def mutants(count, seed):
    sources = sorted(p for p in TESTS.glob("*/**/*.py") if p.relative_to(TESTS).parts[0] not in
                     {"support", "fuzz", "perf", "unit", "__pycache__"} and p.stat().st_size < 20000)
    if not sources:
        return
    for n in range(count):
        rng = random.Random(f"{seed}/{n}")
        path = rng.choice(sources)
        text = path.read_text(encoding="utf-8", errors="surrogateescape")
        for _ in range(rng.choice((1, 1, 1, 2, 3, 8))):
            text = rng.choice(CHANGES)(rng, text, sources)
        yield f"{n}:{path.relative_to(TESTS).as_posix()}", text.encode("utf-8", "surrogateescape")


def _tokens(text):
    return list(re.finditer(r"\w+|[^\w\s]+|\s+", text)) or [re.match("", text)]


def drop_token(rng, text, sources):
    t = rng.choice(_tokens(text))
    return text[:t.start()] + text[t.end():]


def replace_token(rng, text, sources):
    tokens = _tokens(text)
    t = rng.choice(tokens)
    return text[:t.start()] + rng.choice(WORDS + [rng.choice(tokens)[0]]) + text[t.end():]


def insert_token(rng, text, sources):
    at = rng.choice(_tokens(text)).start()
    return text[:at] + rng.choice(WORDS) + text[at:]


def swap_tokens(rng, text, sources):
    tokens = _tokens(text)
    a, b = sorted((rng.choice(tokens), rng.choice(tokens)), key=lambda t: t.start())
    if a.start() == b.start():
        return text
    return text[:a.start()] + b[0] + text[a.end():b.start()] + a[0] + text[b.end():]


def drop_line(rng, text, sources):
    lines = text.split("\n")
    del lines[rng.randrange(len(lines))]
    return "\n".join(lines)


def move_line(rng, text, sources):
    lines = text.split("\n")
    line = lines.pop(rng.randrange(len(lines)))
    lines.insert(rng.randrange(len(lines) + 1), " " * rng.choice((0, 0, 1, 4)) + line)
    return "\n".join(lines)


def splice(rng, text, sources):
    other = rng.choice(sources).read_text(encoding="utf-8", errors="surrogateescape").split("\n")
    lines = text.split("\n")
    at, start = rng.randrange(len(lines) + 1), rng.randrange(len(other))
    return "\n".join(lines[:at] + other[start:start + rng.randrange(1, 12)] + lines[at:])


def cut(rng, text, sources):
    return text[:rng.randrange(len(text) + 1)]


def any_byte(rng, text, sources):
    data = bytearray(text.encode("utf-8", "surrogateescape") or b" ")
    data[rng.randrange(len(data))] = rng.randrange(256)
    return data.decode("utf-8", "surrogateescape")


def repeat(rng, text, sources):
    t = rng.choice(_tokens(text))
    return text[:t.start()] + t[0] * rng.choice((2, 30, 300, 3000)) + text[t.end():]


CHANGES = [drop_token, replace_token, insert_token, swap_tokens, drop_line, move_line, splice, cut, any_byte, repeat]


CORPUS = pathlib.Path(__file__).resolve().parent / "corpus"


def generated(count, seed):
    for n in range(count):
        yield f"{n}:generated", generate.program(f"{seed}/{n}").encode()


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--seed", default="vivarium")
    parser.add_argument("--generated", action="store_true", help="random programs instead of mutants")
    parser.add_argument("--build", default="build/asan")
    parser.add_argument("--show", metavar="N", type=int, help="print program N and stop")
    args = parser.parse_args()
    binary = pathlib.Path(args.build).resolve() / "vivarium_fuzz"
    if args.show is None and not binary.exists():
        print(f"{binary} is not built: run ./vivarium test --mode fuzz")
        return 2
    make = generated if args.generated else mutants
    everything = list(make(args.count if args.show is None else args.show + 1, args.seed))
    if args.show is not None:
        sys.stdout.buffer.write(everything[args.show][1])
        return 0
    if not args.generated:  # what libFuzzer found reaches code that nothing else does
        everything += [(f"corpus/{path.name}", path.read_bytes()) for path in sorted(CORPUS.glob("*"))]
    bad = 0
    survived = 0
    while everything:
        stream = b"".join(b"%d %s\n%s" % (len(source), name.encode(), source) for name, source in everything)
        done = subprocess.run([str(binary), "batch", str(LIMIT)], input=stream, capture_output=True)
        lines = done.stdout.decode(errors="replace").splitlines()
        for line in lines:
            parts = line.split(" ", 7)
            ended = len(parts) >= 7 and parts[1] in ("done", "raised", "wait")
            if ended and parts[6] == "0":
                survived += 1
                continue
            bad += 1
            print(f"{parts[0]}: {'wrong counts: ' + line if ended else 'it crashed'}")
            if parts[0].startswith("corpus/"):
                print(f"  see it: {args.build}/vivarium tests/fuzz/{parts[0]}")
                continue
            print(f"  see it: python3 tests/fuzz/mutate.py {'--generated ' * args.generated}--seed {args.seed} --show {parts[0].split(':')[0]}")
        if done.returncode == 0 and len(lines) == len(everything):
            break
        print(done.stderr.decode(errors="replace")[:3000])
        if len(lines) == len(everything) or not lines:
            print(f"vivarium_fuzz ended with exit code {done.returncode} (a leak, if nothing crashed)")
            bad += 1
            break
        everything = everything[len(lines):]  # go on behind the program that crashed
    print(f"{survived} survived")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
