def check(first, second):
    raise ValueError(f"{first} and {second}")

check(
    "one",
    second="two",
)
