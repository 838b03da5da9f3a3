"""Pattern matching: a small expression evaluator over tuples, classes and mappings."""


class Num:
    __match_args__ = ("value",)

    def __init__(self, value):
        self.value = value


def evaluate(node):
    match node:
        case Num(v):
            return v
        case ("add", left, right):
            return evaluate(left) + evaluate(right)
        case ("mul", left, right):
            return evaluate(left) * evaluate(right)
        case {"neg": inner}:
            return -evaluate(inner)
        case [first, *rest]:
            return evaluate(first) + len(rest)
        case int() | float():
            return node
        case _:
            raise ValueError(node)


def main():
    tree = ("add", ("mul", Num(3), 4), {"neg": ("add", [Num(1), 2, 3], 5)})
    return sum(evaluate(tree) for _ in range(12_000))


print(main())
