# reference: 6.11
print(0 or "x", "" and 1, not 0, not "a", None or 0 or [] or "last")
def t(): print("t"); return True
def f(): print("f"); return False
t() or f()
f() and t()
print(t() and f() or t())
