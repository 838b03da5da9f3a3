# reference: 2.4.1.1
# An unknown escape stays as it is, with a SyntaxWarning; an octal one above \377 too.
print("\d", "\ ", "\y\z")
print(b"\d\u0041\N")
print(len("\400"), ord("\777"), b"\477")
print(f"\d{1}\w")
print("""first
  \s second""")
print(r"\d")
