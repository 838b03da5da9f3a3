def area(width, height=1, *, unit):
    return width * height

area(2, 3, 4, unit="m", extra=1)
