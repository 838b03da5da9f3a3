# The text of floats of common and uncommon sizes in twelve formats, as sums over many of them.
import struct
state = 12345
def rnd(n):
    global state
    state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
    return (state >> 20) % n
h = 0
for i in range(2500):
    k = i % 8
    if k == 0: x = struct.unpack("<d", struct.pack("<Q", rnd(2**44) << 20 | rnd(2**20)))[0]
    elif k == 1: x = (rnd(10**9)) / 10 ** rnd(12)
    elif k == 2: x = rnd(2**40) / 7
    elif k == 3: x = struct.unpack("<d", struct.pack("<Q", (1023 - 17 + rnd(66)) << 52 | (rnd(3) - 1) % 2**52))[0]
    elif k == 4: x = rnd(10**6) / 2 ** rnd(20)
    elif k == 5: x = -(rnd(10**8) + 0.5) / 10 ** rnd(5)
    elif k == 6: x = rnd(2**44) * 10.0 ** -rnd(20)
    else: x = struct.unpack("<d", struct.pack("<Q", (1023 - 17 + rnd(66)) << 52 | rnd(2**44) << 8))[0]
    if x != x or x in (1e999, -1e999): continue
    s = repr(x)
    assert float(s) == x, s
    t = "%s|%.3f|%.0f|%.1f|%.10f|%.22f|%.2e|%.16e|%.17g|%.5g|%g|%.0e" % (s, x, x, x, x, x, x, x, x, x, x, x)
    h = (h * 1000003 + sum(map(ord, t)) + len(t)) % (2**61 - 1)
    for c in t: h = (h * 31 + ord(c)) % (2**61 - 1)
    if i % 500 == 0: print(i, t[:100])
    if i % 100 == 0: print(h)
