import time
a = time.monotonic()
b = time.perf_counter_ns()
time.sleep(0)
print(time.monotonic() >= a, time.perf_counter_ns() >= b, type(time.time()).__name__, type(time.time_ns()).__name__, time.time() > 1.6e9)
g = time.gmtime(0)
print(g, g.tm_year, g[0], len(g), tuple(g))
print(time.strftime("%Y-%m-%d %H:%M:%S", time.gmtime(1000000000)), time.gmtime(86400 * 365).tm_yday)
for bad in (-1, "x"):
    try:
        time.sleep(bad)
    except (ValueError, TypeError) as e:
        print(e)
