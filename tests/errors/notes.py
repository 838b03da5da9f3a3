e = ValueError("with notes")
e.add_note("first note")
e.add_note("second note\nspans two lines")
try:
    e.add_note(5)
except TypeError as x:
    print(x)
print(e.__notes__)
raise e
