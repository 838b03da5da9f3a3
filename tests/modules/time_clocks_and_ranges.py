# time: what clocks are, ranges of dates, text of far years.
import time

def attempt(f, *a):
    try:
        return f(*a)
    except (ValueError, TypeError, OverflowError, OSError) as e:
        return type(e).__name__

for name in ('time', 'monotonic', 'perf_counter'):
    info = time.get_clock_info(name)
    print(name, info.implementation, info.monotonic, info.adjustable, 0 < info.resolution < 1, sorted(vars(info)))
print(attempt(time.get_clock_info, 'x'), attempt(time.get_clock_info, 3))
for clock in (time.CLOCK_REALTIME, time.CLOCK_MONOTONIC):
    print(type(time.clock_gettime(clock)).__name__, type(time.clock_gettime_ns(clock)).__name__, time.clock_gettime(clock) <= time.clock_gettime(clock), 0 < time.clock_getres(clock) < 1)
print(attempt(time.clock_gettime, 99), attempt(time.clock_gettime, 'x'), attempt(time.clock_getres, 1.0), time._STRUCT_TM_ITEMS)
print(attempt(time.strftime, '%S\0', time.gmtime(0)), attempt(time.strftime, '%Y-%j %%', time.gmtime(0)))
for year in (2**31, 2**31 - 1, -2**31 + 1899, -2**31 + 1900, 2**70, 0, -5, 12345):
    print(year, attempt(time.asctime, (year, 1, 1, 0, 0, 0, 0, 1, 0)), attempt(time.strftime, '%Y', (year, 1, 1, 0, 0, 0, 0, 1, 0)))
