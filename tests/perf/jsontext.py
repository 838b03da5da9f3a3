"""JSON: records written and read again, with text, numbers, nesting and indentation."""
import json

print("go")


def records(count):
    return [{"id": k, "name": f"item {k}", "price": k * 0.25 + 1, "tags": ["new", "größe", "a\"b\\c\n"][: k % 4], "parent": None,
             "ok": k % 3 == 0, "size": {"w": k, "h": -k, "deep": [[k], [], {}]}} for k in range(count)]


def main():
    data = records(400)
    total = 0
    for _ in range(5):
        text = json.dumps(data)
        total += len(text)
        again = json.loads(text)
        assert again == data
        pretty = json.dumps(data[:60], indent=2, sort_keys=True)
        total += len(pretty) + len(json.loads(pretty))
        total += len(json.dumps(data, ensure_ascii=False, separators=(",", ":")))
        total += sum(x for x in json.loads(json.dumps(list(range(2000)))))
        total += len(json.loads(text, object_hook=lambda d: tuple(d.values())))
    return total


print(main())
