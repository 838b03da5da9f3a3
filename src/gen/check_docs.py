#!/usr/bin/env python3
"""Checks the documents: relative links lead somewhere, and no file names a machine's folders or a registry host."""
import pathlib
import re
import shutil
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
LINK = re.compile(r"(?<!\!)\[[^\]]*\]\(([^)\s#]+)(?:#[^)]*)?\)")
# Written in pieces, so that this file does not find itself.
FORBIDDEN = re.compile("|".join([r"/ro" r"ot/", r"(?<![\w.])/wo" r"rk/", r"registry\.(?:npm" r"js|yarn" r"pkg)\.\w+",
                                 r'"resol' r'ved": "http']))
TEXT = {".c", ".h", ".def", ".inc", ".py", ".mjs", ".js", ".ts", ".json", ".md", ".txt", ".cmake", ".html", ".css", ".yml",
        ".yaml", ".toml", ".sh", ""}


def tracked():
    """Files that are in the repository or would be added to it."""
    git = shutil.which("git")
    done = git and subprocess.run([git, "ls-files", "--cached", "--others", "--exclude-standard"], cwd=ROOT,
                                  capture_output=True, text=True)
    if done and done.returncode == 0:
        return [ROOT / name for name in done.stdout.splitlines() if (ROOT / name).is_file()]
    skip = {"node_modules", "build", "dist", ".git"}
    return [p for p in ROOT.rglob("*") if p.is_file() and not skip & set(p.relative_to(ROOT).parts)]


def main():
    complaints = []
    files = tracked()
    for path in files:
        name = path.relative_to(ROOT).as_posix()
        if path.suffix not in TEXT or path.stat().st_size > 2_000_000:
            continue
        text = path.read_text(encoding="utf-8", errors="replace")
        for n, line in enumerate(text.split("\n"), 1):
            m = FORBIDDEN.search(line)
            if m:
                complaints.append(f"{name}:{n}: names {m[0]!r}")
        if path.suffix == ".md" and not name.startswith("lessons/"):
            for target in LINK.findall(text):
                if "://" not in target and not target.startswith("mailto:") and not (path.parent / target).exists():
                    complaints.append(f"{name}: the link to {target} leads nowhere")
    for line in complaints[:60]:
        print(line)
    print(f"{len(files)} files, {len(complaints)} complaints")
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main())
