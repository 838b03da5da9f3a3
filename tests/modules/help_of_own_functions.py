# help() of what a program defines, and of names that are nothing.
print(help, type(help))


def area(width: float, height: float = 1.0, *rest, unit="m", **more) -> float:
    """Multiply width by height.

    A second paragraph.
    """


class Shape:
    """Something with corners."""

    corners = 0

    def __init__(self, name):
        self.name = name

    @property
    def title(self):
        """The name, as a title."""

    @classmethod
    def make(cls, *names): ...

    @staticmethod
    def check(x, /): ...


class Square(Shape):
    corners = 4

    def area(self, side):
        "The area."


help(area)
help(Shape)
help(Square)
help(Shape.title)
help(Square("a").area)
help("no_such_thing")
help(request=area)
try:
    help(1, 2, 3, 4)
except TypeError as e:
    print(e)
