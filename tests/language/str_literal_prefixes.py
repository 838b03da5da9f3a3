# reference: 2.4.1
# Every prefix in every case, and what they mean; prefixes that do not exist.
for p in ["", "r", "R", "u", "U", "b", "B", "br", "Br", "bR", "BR", "rb", "rB", "Rb", "RB", "f", "F", "fr", "Fr", "fR", "FR", "rf", "rF", "Rf", "RF",
          "ur", "ub", "bu", "fb", "bf", "uf", "fu", "rr", "bb", "ff", "brb", "rbf"]:
    for q in "'", '"', "'''", '"""':
        try:
            v = eval(p + q + "\\n" + q)
            print(p + q, type(v).__name__, len(v), end="; ")
        except SyntaxError as e:
            print(p + q, e.msg, e.offset, end="; ")
    print()
print(r"\'", r'\"', r"\\", len(r"\""))
print('''a"b'c''d''', """a'b"c""d""", """\"""", '''\'''')
print('' '' '', "" == '', ''' ''' == " ")
for src in ["'a", '"a', "'''a", '"""a', "'a\"", "r'\\'", "'\\'", "''''", "'''''", "''''''", "'''''''", "b'\u00e9'", "br'\u00e9'", "rb'''\u20ac'''", "u'\u00e9'",
            "b'a' 'b'", "'a' b'b'", "'\\", "'a\\\nb'", "'a\nb'", "f'a", "f'''a", "b'", "'a' \"b"]:
    try:
        print(ascii(src), ascii(eval(src)))
    except SyntaxError as e:
        print(ascii(src), e.msg, e.lineno, e.offset)
