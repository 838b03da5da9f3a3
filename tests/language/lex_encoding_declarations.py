# reference: 2.1.4
# A comment in the first or second line names the encoding of source given as bytes; a BOM says UTF-8.
def run(src, name="s"):
    ns = {}
    try:
        exec(compile(src, "<enc>", "exec"), ns)
        print(ascii(ns.get(name, "no " + name)))
    except SyntaxError as e:
        print(type(e).__name__, ascii(e.msg), e.lineno)
    except (LookupError, ValueError) as e:
        print(type(e).__name__, e)
run(b"s = '\xc3\xa9'")
run(b"# -*- coding: latin-1 -*-\ns = '\xc3\xa9'")
run(b"# -*- coding: iso-8859-1 -*-\ns = '\xe9'")
run(b"# vim: set fileencoding=latin-1 :\ns = '\xe9'")
run(b"#coding=utf-8\ns = '\xe2\x82\xac'")
run(b"\n# coding: latin-1\ns = '\xe9'")
run(b"\n\n# coding: latin-1\ns = '\xc3\xa9'")
run(b"x = 1\n# coding: latin-1\ns = '\xc3\xa9'")
run(b"# nothing\n# coding: latin-1\ns = '\xe9'")
run(b"\xef\xbb\xbfs = '\xc3\xa9'")
run(b"\xef\xbb\xbf# coding: utf-8\ns = '\xc3\xa9'")
run(b"# coding: ascii\ns = 'a'")
run(b"# Coding: latin-1\ns = '\xc3\xa9'")
run(b"# coding latin-1\ns = '\xc3\xa9'")
run(b"# xxcoding: latin-1\ns = '\xe9'")
run("# coding: latin-1\ns = '\u00e9\u20ac'")
run("# coding: no-such\ns = '\u00e9'")
run(b"# coding: utf8\ns = '\xc3\xa9'")
run(b"# coding: UTF_8\ns = '\xc3\xa9'")
