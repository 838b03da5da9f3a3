def handler():
    return undefined_name

try:
    int("x")
except ValueError:
    handler()
