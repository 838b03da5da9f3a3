raise SyntaxError("my message", ("my file.py", 3, 5, "abc def ghi\n", 3, 8))
