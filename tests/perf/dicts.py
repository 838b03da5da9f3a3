"""Dictionaries: counting words and looking them up."""


def main():
    words = [f"w{(i * 7919) % 5003}" for i in range(200_000)]
    counts = {}
    for word in words:
        counts[word] = counts.get(word, 0) + 1
    return sum(counts[word] for word in words[:100_000])


print(main())
