# A deque does what a list does, through hundreds of pseudo-random operations, and its size follows its blocks.
from _collections import deque
import sys

seed = 12345


def rnd(n):
    global seed
    seed = (seed * 1103515245 + 12345) % 2**31
    return (seed >> 8) % n


d, m = deque(), []
for step in range(400):
    op = rnd(12)
    if op < 3:
        d.append(step), m.append(step)
    elif op < 5:
        d.appendleft(step), m.insert(0, step)
    elif op == 5 and m:
        assert d.pop() == m.pop()
    elif op == 6 and m:
        assert d.popleft() == m.pop(0)
    elif op == 7:
        n = rnd(2 * len(m) + 3) - len(m) - 1
        d.rotate(n)
        if m:
            n %= len(m)
            m = m[-n:] + m[:-n] if n else m
    elif op == 8:
        n = rnd(2 * len(m) + 5) - len(m) - 2
        d.insert(n, step), m.insert(n, step)
    elif op == 9 and m:
        n = rnd(len(m))
        del d[n], m[n]
    elif op == 10 and m:
        n = rnd(len(m))
        d[n] = m[n] = -step
    elif op == 11 and len(m) > 40:
        d.clear(), m.clear()
    if step % 10 == 0:
        assert list(d) == m and list(reversed(d)) == m[::-1] and len(d) == len(m)
print(list(d)[:10], len(d), list(d) == m)
d = deque(maxlen=7)
for k in range(100):
    (d.append if k % 3 else d.appendleft)(k)
print(d, d.count(99), 98 in d)
queue = deque()
for k in range(900):
    queue.append(k)
    if k % 3 == 2:
        queue.popleft()
print(len(queue), queue[0], queue[-1], queue[len(queue) // 2], sum(queue))
nested = deque()
for k in range(60):
    nested = deque([nested])
print(len(nested))
class Weak(deque):
    pass
w = Weak("abc")
w.tag = 1
print(w, w.tag, w == deque("abc"), deque("abc") == w)
