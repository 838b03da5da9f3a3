#!/usr/bin/env python3
"""Coverage-guided fuzzing with libFuzzer: looks for programs that reach code no other input reached.

It starts from corpus/ and from the small programs of tests/. A program that crashes the interpreter, fails a sanitizer or
ends with wrong counts is written to build/fuzz/found/. --keep adds what reached new code to corpus/, the smallest programs for
it, in which only what the programs of tests/ do not reach counts.
"""
import argparse
import pathlib
import shutil
import subprocess
import sys
import tempfile

import generate
import mutate

FUZZ = pathlib.Path(__file__).resolve().parent
TESTS = FUZZ.parent
ROOT = TESTS.parent
LONGEST = 800  # bytes of a program
KEPT = 300  # programs in the corpus


def dictionary(path):
    """Words that libFuzzer puts into programs, in its escaped form."""
    words = dict.fromkeys(mutate.WORDS + generate.BUILTINS + generate.METHODS + generate.SPECIAL + generate.BINARY
                          + generate.AUGMENTED + [atom for atom in generate.ATOMS if len(atom) < 20])
    with open(path, "w") as out:
        for word in words:
            data = word.encode()
            if 0 < len(data) <= 40:
                out.write('"' + "".join(chr(b) if 32 <= b < 127 and b not in b'"\\' else f"\\x{b:02x}" for b in data) + '"\n')


def seeds(folder):
    for path in TESTS.glob("*/*.py"):
        if path.parent.name not in {"support", "fuzz", "perf"} and path.stat().st_size <= LONGEST:
            shutil.copy(path, folder / f"{path.parent.name}-{path.stem}")


def keep(command, corpus, grown, given):
    """Merges corpus/ and what was found into the smallest programs that reach, edge by edge, what `given` does not."""
    known = {path.name for path in given.iterdir()}
    merged = subprocess.run([*command, "-merge=1", "-use_counters=0", given, corpus, grown], capture_output=True, text=True,
                            errors="replace")
    if merged.returncode != 0:
        print(merged.stderr[-3000:])
        return False
    new = sorted((path for path in given.iterdir() if path.name not in known), key=lambda path: path.stat().st_size)
    for path in corpus.iterdir():
        path.unlink()
    for path in new[:KEPT]:
        shutil.copy(path, corpus / path.name)
    return True


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=20000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", action="store_true", help="add programs that reach new code to tests/fuzz/corpus")
    parser.add_argument("--grown", type=pathlib.Path, help="a folder for what is found, to go on with another time")
    args = parser.parse_args()
    binary = ROOT / "build" / "fuzz" / "vivarium_libfuzzer"
    if not binary.exists():
        print("build/fuzz is not built: run ./vivarium test --mode explore")
        return 2
    found = binary.parent / "found"
    found.mkdir(exist_ok=True)
    corpus = FUZZ / "corpus"
    corpus.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        scratch = pathlib.Path(scratch)
        words, grown, given = scratch / "words", args.grown or scratch / "grown", scratch / "given"
        grown.mkdir(exist_ok=True)
        given.mkdir()
        dictionary(words)
        seeds(given)
        common = [f"-max_len={LONGEST}", "-timeout=120", "-rss_limit_mb=4096", "-detect_leaks=0", "-verbosity=0",
                  f"-artifact_prefix={found}/"]
        done = subprocess.run([binary, f"-runs={args.runs}", f"-seed={args.seed}", f"-dict={words}", *common, grown,
                               corpus, given], capture_output=True, text=True, errors="replace")
        if done.returncode != 0:
            print(done.stderr[-5000:])
            print(f"the program is in {found.relative_to(ROOT)}/; see it again: build/fuzz/vivarium_libfuzzer FILE")
            return 1
        if args.keep and not keep([binary, *common], corpus, grown, given):
            return 1
    print(f"{args.runs} runs, {sum(1 for _ in corpus.iterdir())} programs in the corpus")
    return 0


if __name__ == "__main__":
    sys.exit(main())
