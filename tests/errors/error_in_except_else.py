try:
    pass
except ValueError:
    print("no")
else:
    raise KeyError("from else")
finally:
    print("finally runs first")
