import _opcode
for v in range(267):
    r = []
    for a in (None, 0, 1, 2, 3, 5, 255):
        for j in (None, True, False):
            try: r.append(_opcode.stack_effect(v, a, jump=j))
            except ValueError as e: r.append(str(e)[14:30])
    if len(set(r)) > 1: print(v, r[:3], r[3:6], r[6::6])
for args, kw in (((), {}), (('x',), {}), ((100, 'x'), {}), ((100, 1), {'jump': 5}), ((2**40,), {}), ((1000, 1), {}), ((255, 1), {}), ((100, 1, 2), {})):
    try: print(_opcode.stack_effect(*args, **kw))
    except Exception as e: print(type(e).__name__, e)
print(_opcode.get_specialization_stats())
