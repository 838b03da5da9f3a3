"""A deep copy written in Python: nested lists, dicts, tuples and objects, with a memo by identity."""


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y
        self.tags = []


def copy_list(o, memo):
    result = []
    memo[id(o)] = result
    for item in o:
        result.append(deep_copy(item, memo))
    return result


def copy_dict(o, memo):
    result = {}
    memo[id(o)] = result
    for key, value in o.items():
        result[deep_copy(key, memo)] = deep_copy(value, memo)
    return result


def copy_tuple(o, memo):
    result = tuple([deep_copy(item, memo) for item in o])
    memo[id(o)] = result
    return result


def copy_point(o, memo):
    result = Point.__new__(Point)
    memo[id(o)] = result
    for name, value in o.__dict__.items():
        setattr(result, name, deep_copy(value, memo))
    return result


COPIERS = {list: copy_list, dict: copy_dict, tuple: copy_tuple, Point: copy_point}
ATOMS = (int, str, float, bool, type(None))


def deep_copy(o, memo):
    cls = type(o)
    if cls in ATOMS:
        return o
    known = memo.get(id(o))
    if known is not None:
        return known
    copier = COPIERS.get(cls)
    if copier is None:
        raise TypeError(f"cannot copy {cls.__name__}")
    return copier(o, memo)


def main():
    shared = [1, 2, 3]
    data = [{"id": i, "name": f"n{i}", "points": [Point(i, k) for k in range(4)], "shape": (i, "x", shared)} for i in range(60)]
    for point in data[0]["points"]:
        point.tags.append(shared)
    for _ in range(60):
        data = deep_copy(data, {})
    return len(data), data[-1]["points"][3].y, data[0]["points"][0].tags[0] is data[5]["shape"][2]


print(*main())
