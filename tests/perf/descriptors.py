"""Metaclasses and descriptors: checked fields collected by a metaclass."""


class Field:
    def __init__(self, kind):
        self.kind = kind

    def __set_name__(self, owner, name):
        self.slot = "_" + name

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        return getattr(instance, self.slot)

    def __set__(self, instance, value):
        if not isinstance(value, self.kind):
            raise TypeError(self.slot)
        setattr(instance, self.slot, value)


class Model(type):
    def __new__(mcls, name, bases, namespace):
        cls = super().__new__(mcls, name, bases, namespace)
        cls.fields = [key for key, value in namespace.items() if isinstance(value, Field)]
        return cls

    def __call__(cls, *args):
        self = super().__call__()
        for name, value in zip(cls.fields, args):
            setattr(self, name, value)
        return self


def main():
    total = 0
    for round in range(100):
        class Row(metaclass=Model):
            width = Field(int)
            label = Field(str)

            def area(self):
                return self.width * len(self.label)

        for i in range(150):
            row = Row(i, "abc")
            row.width += round
            total += row.area()
    return total


print(main())
