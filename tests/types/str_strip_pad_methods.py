s = "  xx hello xx\t\n"
print([s.strip(), s.lstrip(), s.rstrip(), "xxhixx".strip("x"), "abcba".lstrip("ab"), "abcba".rstrip("ab"), "".strip()])
print(["hi".center(7), "hi".center(6, "*"), "hi".ljust(5, "."), "hi".rjust(5), "hi".center(1), "abc".center(6)])
print(["42".zfill(5), "-42".zfill(5), "+".zfill(3), "".zfill(2), "long".zfill(2)])
print(["a\tb".expandtabs(), "a\tbc\td".expandtabs(4), "\n\tx".expandtabs(3), "a\tb".expandtabs(0)])
print(["test.py".removesuffix(".py"), "test.py".removeprefix("test"), "x".removesuffix(""), "aa".removeprefix("aaa")])
try:
    "x".center(5, "ab")
except TypeError as e:
    print(e)
