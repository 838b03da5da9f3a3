class Broken(Exception):
    def __str__(self):
        raise TypeError("no text for you")

raise Broken("x")
