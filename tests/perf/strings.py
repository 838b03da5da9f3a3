"""Strings: building, joining, splitting, formatting."""


def main():
    parts = []
    for i in range(150_000):
        parts.append(f"{i}:{i % 17:02d}")
    text = ",".join(parts)
    return sum(len(p) for p in text.split(",")), text.count(":0"), text.upper()[-5:]


print(*main())
