# Module csv: readers, writers, dialects, the Sniffer, and their errors.
import csv
import io


def fails(f, *args, **kw):
    try:
        print("no error:", f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)


def read(text, **kw):
    try:
        rows = csv.reader(io.StringIO(text, newline=""), **kw)
        return list(rows), rows.line_num
    except csv.Error as e:
        return "Error", str(e)
    except ValueError as e:
        return "ValueError", str(e)


for text in ("a,b,c\r\n1,2,3\r\n", "a,\"b,\"\"c\"\"\",d\n", "\"two\nlines\",x\n\n,\n", "", "\n", "a", "\"open", "\"a\"b,c", "a\rb", "a\"b,\"c\"",
             " a, b", "a\\,b,\\\\", "'x,y',z", "1,\"2\",3.5\n", "a;b\tc", "x,\"y\" ,z", "\"\",\"\"\"\"", "a\r\rb", "a\0b"):
    print(repr(text), read(text))
    for kw in ({"strict": True}, {"skipinitialspace": True}, {"escapechar": "\\"}, {"quotechar": "'"}, {"quoting": csv.QUOTE_NONE},
               {"quoting": csv.QUOTE_NONNUMERIC}, {"delimiter": ";"}, {"doublequote": False}, {"escapechar": "\\", "quoting": csv.QUOTE_NONE}):
        print("   ", kw, read(text, **kw))


def written(rows, **kw):
    out = io.StringIO(newline="")
    try:
        w = csv.writer(out, **kw)
        w.writerows(rows)
    except (csv.Error, TypeError) as e:
        return type(e).__name__, str(e), out.getvalue()
    return out.getvalue()


rows = [["plain", 1, 2.5, None, True], ["a,b", "say \"hi\"", "two\nlines", "it's", ""], [], [""], [None], ["x y", "\\", "\t", " lead"], ("tuple", b"bytes"), "str"]
for kw in ({}, {"quoting": csv.QUOTE_ALL}, {"quoting": csv.QUOTE_NONNUMERIC}, {"quoting": csv.QUOTE_NONE}, {"quoting": csv.QUOTE_STRINGS},
           {"quoting": csv.QUOTE_NOTNULL}, {"quoting": csv.QUOTE_NONE, "escapechar": "\\"}, {"doublequote": False, "escapechar": "!"},
           {"doublequote": False}, {"delimiter": "\t", "lineterminator": "\n"}, {"quotechar": "'"}, {"delimiter": " "}, {"dialect": "excel-tab"},
           {"dialect": "unix"}, {"quotechar": None, "quoting": csv.QUOTE_NONE, "escapechar": "\\"}, {"lineterminator": "end"}):
    print(kw, [written([row], **kw) for row in rows])
fails(csv.writer(io.StringIO()).writerow, 5)
fails(csv.writer(io.StringIO()).writerows, 5)
fails(csv.writer, 5)
fails(csv.reader, 5)
fails(next, csv.reader([b"bytes"]))
fails(next, csv.reader([5]))
print(list(csv.reader(["a,b", "c,\"d", "e\"", "f"])), csv.writer(io.StringIO()).writerow(["a", "b"]))
for kw in ({"delimiter": ""}, {"delimiter": ",,"}, {"delimiter": None}, {"delimiter": 5}, {"delimiter": b","}, {"quotechar": ""}, {"quotechar": 5}, {"quotechar": None},
           {"escapechar": "xx"}, {"escapechar": 1}, {"lineterminator": 5}, {"lineterminator": None}, {"quoting": 99}, {"quoting": -1}, {"quoting": "x"},
           {"quoting": None}, {"dialect": "nonsense"}, {"dialect": 5}, {"quoting": csv.QUOTE_ALL, "quotechar": None}, {"strict": []}):
    try:
        d = csv.reader([], **kw).dialect
        print(kw, d.delimiter, d.quotechar, d.escapechar, repr(d.lineterminator), d.quoting, d.strict, d.skipinitialspace, d.doublequote)
    except Exception as e:
        print(kw, type(e).__name__, e)


class Mine(csv.excel):
    delimiter = "|"
    quotechar = "*"
    quoting = csv.QUOTE_ALL


print(csv.list_dialects(), csv.register_dialect("mine", Mine), csv.get_dialect("mine").delimiter, written([["a", 1]], dialect="mine"))
csv.register_dialect("more", "mine", delimiter=":")
print(sorted(csv.list_dialects()), read("*a*:b\n", dialect="more"), csv.unregister_dialect("mine"))
fails(csv.get_dialect, "mine")
fails(csv.unregister_dialect, "mine")
fails(csv.register_dialect, 5)
fails(csv.register_dialect, "bad", delimiter="")
fails(csv.get_dialect, [])
d = csv.get_dialect("more")
fails(setattr, d, "delimiter", ";")
fails(setattr, d, "strict", True)
fails(delattr, d, "quoting")
print(csv.field_size_limit(), csv.field_size_limit(5), read("abcdef,g"), read("abcde,g"), csv.field_size_limit(131072))
fails(csv.field_size_limit, "x")

out = io.StringIO()
w = csv.DictWriter(out, ["name", "n"], restval="-", extrasaction="ignore", lineterminator="\n")
w.writeheader()
w.writerows([{"name": "x", "n": 1}, {"name": "y"}, {"name": "z", "n": 2, "more": 3}])
print(repr(out.getvalue()))
print(list(csv.DictReader(io.StringIO(out.getvalue() + "too,many,fields\nfew\n"), restkey="rest", restval="none")))
fails(csv.DictWriter(io.StringIO(), ["a"]).writerow, {"b": 1})
sample = "name;age;town\nAnn;5;Oslo\nBob;17;Rome\nCyd;40;Bonn\n"
d = csv.Sniffer().sniff(sample)
print(d.delimiter, d.quotechar, csv.Sniffer().has_header(sample), read(sample, dialect=d))
fails(csv.Sniffer().sniff, "no delimiter here")


class Loud:
    def __str__(self):
        return "lo,ud"

    def __iter__(self):
        yield from ("a", self.__class__.__name__)


print(written([[Loud(), 5], Loud()]), csv.reader([]).dialect.delimiter, type(csv.reader([])), type(csv.writer(io.StringIO())))
with open("t.csv", "w", newline="") as f:
    csv.writer(f).writerows([["é", "漢"], ["a\r\nb", ""]])
with open("t.csv", newline="") as f:
    print(list(csv.reader(f)))
