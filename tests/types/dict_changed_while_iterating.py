d = {1: 1, 2: 2, 3: 3}
def loop(change, view=lambda d: d):
    d = {1: 1, 2: 2, 3: 3}
    try:
        for k in view(d):
            change(d)
        print("ok", d)
    except RuntimeError as e:
        print(e)
loop(lambda d: d.update({9: 9}))
loop(lambda d: d.pop(next(iter(d))))
loop(lambda d: d.update({1: "same size"}))
loop(lambda d: d.update({len(d) + 5: 0}), dict.items)
loop(lambda d: d.clear(), dict.values)
it = iter({1: 1})
print(next(it), next(it, "done"), next(it, "still done"))
loop(lambda d: (d.pop(1, None), d.setdefault(4, 4)))
