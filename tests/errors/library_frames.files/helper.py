def deep(n):
    if n:
        return deep(n - 1) + 1
    return {}["missing"]
