saved = None

def first():
    raise KeyError("kept")

try:
    first()
except KeyError as e:
    saved = e

def second():
    raise saved

second()
