# The words in which csv's functions complain of their arguments, and which argument comes first.
import csv
import io


def t(f, *a, **k):
    try:
        r = f(*a, **k)
        print(type(r).__name__, r if r is None else "")
    except Exception as e:
        print(type(e).__module__, type(e).__name__, e)


for f, first in ((csv.reader, []), (csv.writer, io.StringIO()), (csv.register_dialect, "mine")):
    print(f.__text_signature__)
    t(f), t(f, first), t(f, 3), t(f, first, "excel", "x"), t(f, first, foo=1), t(f, first, "none", foo=1), t(f, first, "none")
    t(f, first, dialect="excel"), t(f, first, dialect="none"), t(f, first, "excel", dialect="excel-tab"), t(f, 3, foo=1)
    t(f, first, delimiter="ab"), t(f, first, quoting=9), t(f, first, strict=1, delimiter=None), t(f, first, quotechar=3)
print(list(csv.reader(["a;b", "'c;d'"], delimiter=";", quotechar="'")), list(csv.reader(["a\tb"], "excel-tab")))
print(list(csv.reader(["a\tb;c"], "excel-tab", delimiter=";")), list(csv.reader(["a\tb"], dialect=csv.excel_tab)))
