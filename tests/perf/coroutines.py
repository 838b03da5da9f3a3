"""Coroutines: a round-robin scheduler of tasks that await each other."""


class Pause:
    def __await__(self):
        got = yield self
        return got


async def leaf(n):
    return n + await Pause()


async def task(rounds):
    total = 0
    for i in range(rounds):
        total += await leaf(i)
    return total


def run(tasks):
    results = []
    ready = list(tasks)
    for t in ready:
        t.send(None)
    while ready:
        still = []
        for t in ready:
            try:
                t.send(1)
                still.append(t)
            except StopIteration as stop:
                results.append(stop.value)
        ready = still
    return results


def main():
    total = 0
    for rounds in range(20, 50):
        total += sum(run([task(rounds) for _ in range(40)]))
    return total


print(main())
