import sys
print(sys.stdout.write("text\n"))
sys.stderr.write("to stderr\n")
print("also stderr", file=sys.stderr)
print(sys.stdout.encoding, sys.stdout.writable(), sys.stdin.readable(), sys.__stdout__ is None)
class Tee:
    def __init__(self): self.parts = []
    def write(self, s): self.parts.append(s)
    def flush(self): self.parts.append("<flush>")
old, sys.stdout = sys.stdout, Tee()
print("captured", 1, end="!")
print(flush=True)
tee, sys.stdout = sys.stdout, old
print(tee.parts)
sys.stdout = None
print("goes nowhere")
sys.stdout = old
print("back")
