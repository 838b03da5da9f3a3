"""Regular expressions: a tokenizer of named groups, words counted, dates rewritten by a function, splitting, scanning back and forth."""
import re

print("go")

TOKEN = re.compile(r"(?P<number>\d+(?:\.\d*)?)|(?P<name>[A-Za-z_]\w*)|(?P<op>[-+*/()=<>!]=?)|(?P<space>\s+)")
LINE = "total = price_1 * (quantity + 12.50) - discount / 3 != 0 "
TEXT = ("The quick brown fox, jumps over the lazy dog; on 2024-03-15 it rained. On 1999-12-31 nobody slept! "
        "Write to someone@example.org or to a.b-c@mail.example.com, please. ") * 30


def tokens(text):
    counts = {}
    for match in TOKEN.finditer(text):
        counts[match.lastgroup] = counts.get(match.lastgroup, 0) + 1
    return counts


def main():
    total = 0
    for _ in range(24):
        counts = tokens(LINE * 20)
        total += counts["name"] * 3 + counts["number"]
        total += len(re.findall(r"\b[a-z]+\b", TEXT))
        total += len(re.findall(r"[\w.-]+@[\w-]+(?:\.[\w-]+)+", TEXT))
        total += len(re.sub(r"(\d{4})-(\d\d)-(\d\d)", lambda m: f"{m[3]}/{m[2]}/{m[1]}", TEXT))
        total += len(re.sub(r"(?i)the (\w+)", r"<\1>", TEXT))
        total += len(re.split(r"\s*[,;.!]\s*", TEXT))
        total += sum(1 for word in TEXT.split() if re.fullmatch(r"(?:[A-Z][a-z]*|[a-z]+)[.,;!]?", word))
        total += len(re.findall(r"(\w)(?=\w*\1)", TEXT))
        total += len(re.compile(r".*?(\d+)-.*mail", re.S).match(TEXT)[1])
    return total


print(main())
