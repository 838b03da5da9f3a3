def key(x):
    return x["rank"]

sorted([{"rank": 1}, {"name": 2}], key=key)
