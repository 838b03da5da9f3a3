# reference: 6.2.4, 8.9.2
# async for and await in every display, mixed with plain for; kinds of the results; errors outside async def.
async def agen(*v):
    for x in v: yield x
async def val(x): return x
def run(c):
    try:
        while True: c.send(None)
    except StopIteration as e: return e.value
async def main():
    print([x async for x in agen(1, 2)], {x async for x in agen(1)}, {x: -x async for x in agen(1, 2)})
    print([await val(x) for x in (1, 2)], [await val(x) async for x in agen(3) if await val(x)], [(x, y) async for x in agen(1, 2) for y in "ab"])
    print([(x, y) for x in "ab" async for y in agen(1, 2)], [[y async for y in agen(x)] for x in "pq"], [[y for y in (x,)] async for x in agen(5)])
    print([x for x in await val([7, 8])], [x async for x in (await val(agen(9)))])
    g = (x async for x in agen(1, 2, 3) if x != 2)
    print(type(g).__name__, g.__name__, g.__qualname__, [x async for x in g])
    h = (await val(x) for x in (1, 2))
    print(type(h).__name__, [x async for x in h])
    k = (x for x in await val("ok"))
    print(type(k).__name__, list(k))
    n = ([y async for y in agen(x)] for x in "xy")
    print(type(n).__name__, [x async for x in n])
    try: [x for x in agen(1)]
    except TypeError as e: print(e)
    try: [x async for x in [1]]
    except TypeError as e: print(e)
    try: [x async for x in 5]
    except TypeError as e: print(e)
    try: print(list(await val(x) for x in (1,)))
    except TypeError as e: print(e)
    try: [await x for x in (1,)]
    except TypeError as e: print(e)
    x = "kept"; [x async for x in agen(1)]; print(x, [w := x async for x in agen(4)], w)
run(main())
for src in ("[x async for x in y]", "def f(): [x async for x in y]", "def f(): (x async for x in y)", "def f(): [await x for x in y]", "async def f(): return [lambda: await x for x in y]", "async def f(): [[x async for x in y] for z in w]", "def f(): [[x async for x in y] for z in w]", "async def f(): (x for x in [await y])", "class C: [x async for x in y]", "async def f(): {x: await y for x in z}", "async def f(): [(yield) async for x in y]", "(x async for x in y)", "async def f(): [x for await in y]", "[x async x in y]", "async def f(): lambda: [x async for x in y]", "async def f():\n  class C: [x async for x in y]"):
    try: compile(src, "<s>", "exec"); print(src, "fine")
    except SyntaxError as e: print(src, "|", e.msg, e.lineno, e.offset, e.end_offset)
