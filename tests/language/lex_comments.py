# reference: 2.1.3
# Comments end at the end of the line, are no tokens, and do not count for indentation.
x = 1  # after a statement
    # indented more than anything
if x:
# not indented
        # too much
    y = 2
  # between
    z = 3
# out
    w = 4
print(x, y, z, w)
s = "# no comment" # 'quote " in comment
t = '''
# still text
'''
print(s, repr(t))
l = [1, # one
     # nothing
     2 # two
     , #
     3]
print(l)
def f(a, # first
      b  # second
      ): # colon
    # body
    return a + b # done
print(f(1, 2))
#no space
print(f"{1 + 1}#no comment{'#'}")
print(f"""{
    3 # a comment in an f-string
    + 4
}""")
def bad(src):
    try:
        exec(src, ns := {})
        print("fine", repr(src))
    except SyntaxError as e:
        print(repr(src), e.msg, e.lineno, e.offset)
bad("x = 1 \\ # comment\n")
bad("x = \\\n# comment\n1")
bad("(1 # )\n")
bad("if 1:\n# only a comment\n")
bad("if 1: # c\n# only\n  pass\n")
bad("f'{1 # }'")
bad("f'{1 # }\n}'")
bad("#\\\nx = 1")
bad("#")
bad("   # indented\n")
bad("# \u00e9\u4e2d\U0001F600")
bad("# type: ignore[x]\n")
