"""Inheritance: methods through super() along a diamond, class and isinstance checks."""


class Shape:
    def __init__(self, name):
        self.name = name

    def area(self):
        return 0

    def describe(self):
        return 1


class Sized(Shape):
    def __init__(self, name, size):
        super().__init__(name)
        self.size = size

    def describe(self):
        return super().describe() + self.area()


class Coloured(Shape):
    def describe(self):
        return super().describe() + 10


class Square(Sized, Coloured):
    def __init__(self, size):
        super().__init__("square", size)

    def area(self):
        return self.size * self.size


class Circle(Sized):
    def __init__(self, size):
        super().__init__("circle", size)

    def area(self):
        return 3 * self.size


def main():
    total = 0
    for i in range(30_000):
        shape = Square(i % 10) if i % 2 else Circle(i % 10)
        total += shape.describe()
        if isinstance(shape, Coloured):
            total += 1
        if isinstance(shape, (int, Circle)) and hasattr(shape, "name"):
            total += len(shape.name)
    return total


print(main())
