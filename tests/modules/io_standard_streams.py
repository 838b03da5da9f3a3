# sys.stdin and sys.stdout are text files, read and written in any way.
import contextlib
import io
import sys

for s in sys.stdin, sys.stdout, sys.stderr:
    print(s.encoding, s.closed, isinstance(s, io.TextIOBase), isinstance(s, io.TextIOWrapper))
sys.stdout.write("text ")
sys.stdout.flush()
sys.stdout.buffer.write(b"bytes ")
sys.stdout.buffer.flush()
print(sys.stdout.writelines(["a\n", "b\n"]), print("x", "y", sep="-", end=".\n"), sys.stdout.write("é漢\n"))
print(sys.stdin.readline(), input(), next(sys.stdin))
print(sys.stdin.read(4), sys.stdin.readlines())
print(repr(sys.stdin.read()), repr(sys.stdin.readline()))
try:
    input()
except EOFError as e:
    print(e)
out = io.TextIOWrapper(io.BytesIO(), "utf-8", newline="\r\n")
with contextlib.redirect_stdout(out):
    print("caught", flush=True)
print(out.buffer.getvalue())
