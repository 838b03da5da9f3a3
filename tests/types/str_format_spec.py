for spec in ("", "5", "<5", ">5", "^5", "*<6", "=6", ".2", "6.1", "05", "s", "5s", "-", " ", "#", ",", "d"):
    try:
        print(repr(spec), "[" + format("abc", spec) + "]")
    except ValueError as e:
        print(repr(spec), e)
for value in (None, [], object, (1,)):
    print(format(value, ""))
    try:
        format(value, "5")
    except TypeError as e:
        print(e)
