def broken(f):
    raise TypeError("cannot decorate " + f.__name__)

@broken
def g():
    pass
