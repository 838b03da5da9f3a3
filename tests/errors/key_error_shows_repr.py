d = {"it's": 1}
d["missing 'key'"]
