# csv: sniffed dialects, wrong parameters, rows that cannot be written or read.
import csv, io
samples = ["a,b,c\n1,2,3\n4,5,6\n", "a;b;c\n1;2;3\n", "x\ty\n'1'\t'2'\n", 'n|m\n"q|q"|3\n"r"|4\n', "a b c\n1 2 3\n", "name: x\nother: y\n", ""]
for s in samples:
    try:
        d = csv.Sniffer().sniff(s)
        print(repr(d.delimiter), repr(d.quotechar), d.skipinitialspace, d.doublequote, repr(d.lineterminator), d.quoting)
        print(csv.Sniffer().has_header(s), list(csv.reader(io.StringIO(s), d)))
    except Exception as e: print(type(e).__name__, e)
out = io.StringIO()
w = csv.DictWriter(out, ["id", "name"], extrasaction="raise", restval="-")
w.writeheader(); print(w.writerow({"id": 1}))
try: w.writerow({"id": 1, "zip": 2, "zap": 3})
except ValueError as e: print(e)
w.writerows([{"id": 'a "q"', "name": "x,\ny"}])
print(repr(out.getvalue()))
r = csv.DictReader(io.StringIO("a,b\n1,2,3\n4\n\n"), restkey="more", restval="none")
print(r.fieldnames, list(r), r.line_num)
for kw in ({"delimiter": ""}, {"delimiter": "ab"}, {"quotechar": 1}, {"quoting": 9}, {"lineterminator": 3}, {"quotechar": "", "quoting": 1}, {"escapechar": "xx"}, {"dialect": "nope"}):
    try: csv.reader([], **kw); print("ok", kw)
    except Exception as e: print(kw, type(e).__name__, e)
for rows, kw in (([[None, 1.5, "x"]], dict(quoting=csv.QUOTE_NONNUMERIC)), ([["a,b"]], dict(quoting=csv.QUOTE_NONE)), ([["a,b"]], dict(quoting=csv.QUOTE_NONE, escapechar="\\")), ([[None]], {}), ([5], {}), ([[None, "", "s", 2]], dict(quoting=csv.QUOTE_STRINGS)), ([[None, "", "s", 2]], dict(quoting=csv.QUOTE_NOTNULL))):
    o = io.StringIO()
    try: csv.writer(o, **kw).writerows(rows); print(repr(o.getvalue()))
    except Exception as e: print(type(e).__name__, e)
for text, kw in (('a"b,c\n', {"strict": True}), ('"a"b\n', {"strict": True}), ('"abc', {"strict": True}), ('"abc', {}), ("1,x\n", {"quoting": csv.QUOTE_NONNUMERIC}), ("a\0b\n", {})):
    try: print(list(csv.reader([text], **kw)))
    except Exception as e: print(type(e).__name__, e)
csv.register_dialect("pipes", delimiter="|", quoting=csv.QUOTE_MINIMAL)
print(csv.list_dialects(), csv.get_dialect("pipes").delimiter, csv.field_size_limit(5))
try: print(list(csv.reader(["abcdefgh"])))
except csv.Error as e: print(e)
csv.unregister_dialect("pipes")
try: csv.get_dialect("pipes")
except csv.Error as e: print(e)
