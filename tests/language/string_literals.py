# reference: 2.4.1, 2.4.1.1, 2.4.2
print('a\tb\\n', "it's", 'say "hi"', r"raw\n", "\x41\u00e9\U0001F600\101", "a" "b")
print("""triple
line""")
print(b"bytes\x00\xff", rb"\x", "\N{GREEK SMALL LETTER ALPHA}")
print(len("\
joined"))
print(repr("'"), repr('"'), repr('\'"'), repr("\n\t\r\0\x7f\xa0\u200b"))
