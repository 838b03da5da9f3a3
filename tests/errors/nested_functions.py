def inner(x):
    return [1, 2, 3][x]


def middle(x):
    value = inner(
        x + 1,
    )
    return value


class Box:
    def method(self):
        return middle(5)


def outer():
    b = Box()
    return b.method() + 1


outer()
