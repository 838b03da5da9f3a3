"""Parsing: a tokenizer over characters and a recursive-descent calculator."""


def tokens(text):
    i = 0
    result = []
    while i < len(text):
        c = text[i]
        if c.isdigit():
            j = i
            while j < len(text) and text[j].isdigit():
                j += 1
            result.append(("num", int(text[i:j])))
            i = j
        elif c in "+-*()":
            result.append(("op", c))
            i += 1
        elif c == " ":
            i += 1
        else:
            raise SyntaxError(c)
    result.append(("end", None))
    return result


class Parser:
    def __init__(self, text):
        self.tokens = tokens(text)
        self.at = 0

    def accept(self, *symbols):
        kind, value = self.tokens[self.at]
        if kind == "op" and value in symbols:
            self.at += 1
            return value
        return None

    def expression(self):
        value = self.term()
        while op := self.accept("+", "-"):
            right = self.term()
            value = value + right if op == "+" else value - right
        return value

    def term(self):
        value = self.factor()
        while self.accept("*"):
            value *= self.factor()
        return value

    def factor(self):
        if self.accept("("):
            value = self.expression()
            self.accept(")")
            return value
        if self.accept("-"):
            return -self.factor()
        kind, value = self.tokens[self.at]
        self.at += 1
        return value


def main():
    total = 0
    for i in range(1_800):
        total += Parser(f"({i} + 12) * 3 - -(4 * {i} - (77 + 1)) * 2 + 123456").expression()
    return total


print(main())
