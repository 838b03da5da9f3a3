import sys
print(sys.version_info[:2], sys.version_info.major, sys.byteorder, sys.maxunicode)
print(sys.getrecursionlimit(), sys.argv, sys.modules["sys"] is sys, "sys" in sys.builtin_module_names)
print(sys.float_info.max, sys.float_info.epsilon, sys.float_info.dig, sys.int_info.default_max_str_digits, sys.getdefaultencoding())
print(type(sys.flags).__name__, sys.flags.optimize, sys.dont_write_bytecode in (True, False), sys.hexversion >> 16 == 0x030c, sys.version.startswith("3.12"))
print(sys.version_info >= (3, 12), sys.version_info.releaselevel, type(sys.version_info).__name__, len(sys.copyright) > 0)
for bad in (0, -5, "x", 2.5):
    try:
        sys.setrecursionlimit(bad)
    except (ValueError, TypeError) as e:
        print(e)
sys.setrecursionlimit(500)
print(sys.getrecursionlimit())
print(sys.intern("abc") is sys.intern("abc"), sys.getsizeof([]) > 0, callable(sys.exit), sys.__name__)
