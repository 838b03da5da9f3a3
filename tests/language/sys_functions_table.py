# reference: 3.2.13
# What functions of sys say of their arguments, and values every program sees alike.
import sys
TABLE = """
sys.getrecursionlimit(), sys.setrecursionlimit(500), sys.getrecursionlimit(), sys.setrecursionlimit(1000)
sys.setrecursionlimit(0)
sys.setrecursionlimit(-5)
sys.setrecursionlimit(1)
sys.setrecursionlimit("x")
sys.setrecursionlimit(1.5)
sys.setrecursionlimit()
sys.intern("abc") is sys.intern("ab" + "c"), sys.intern("")
sys.intern(5)
sys.intern(b"x")
sys.intern(type("S", (str,), {})("x"))
sys.getrefcount([]) >= 1, type(sys.getrefcount(None)).__name__
sys.getrefcount()
sys.getsizeof([]) > 0, sys.getsizeof(5, 1) > 0
sys.getsizeof()
sys.exc_info(), sys.exception()
sys.exc_info(1)
sys.exit(5)
sys.exit("bye")
sys.exit(1, 2)
sys.exit()
sys.call_tracing(len, ("abc",))
sys.call_tracing(len, [1])
sys.call_tracing(5, ())
sys.displayhook(5)
sys.displayhook(None)
sys.displayhook()
sys.get_int_max_str_digits(), sys.set_int_max_str_digits(700), sys.get_int_max_str_digits(), sys.set_int_max_str_digits(4300)
sys.set_int_max_str_digits(100)
sys.set_int_max_str_digits(-1)
sys.set_int_max_str_digits("x")
sys.set_int_max_str_digits(maxdigits=4300), sys.int_info.default_max_str_digits, sys.int_info.str_digits_check_threshold
sys.settrace(5), sys.gettrace(), sys.settrace(None), sys.gettrace(), sys.getprofile()
sys.settrace()
sys._getframe().f_code.co_name, sys._getframe(0).f_lineno > 0
sys._getframe(500)
sys._getframemodulename(), sys._getframemodulename(99)
sys.is_finalizing(), sys.byteorder, sys.maxunicode, sys.float_info.max, sys.float_info.epsilon, sys.float_info.dig, sys.hash_info.inf, sys.hash_info.imag, sys.float_repr_style, sys.version_info[:2], sys.version_info >= (3, 12), sys.version_info.major, sys.hexversion >> 16 == 0x30c, sys.api_version, sys.copyright != "", len(sys.argv)
sys.version_info == sys.version_info[:], sys.version_info.releaselevel in ("final",), isinstance(sys.version_info, tuple), "math" in sys.stdlib_module_names, "os" in sys.modules or True, type(sys.stdlib_module_names).__name__, "sys" in sys.builtin_module_names
type(sys.version_info)()
sys.version_info.major = 5
sys.float_info.x
sys.flags.debug, sys.flags.optimize, sys.flags.dev_mode, sys.flags.utf8_mode in (0, 1)
sys.getdefaultencoding(), sys.getfilesystemencoding(), sys.getfilesystemencodeerrors(), sys.stdout.encoding
sys.nothing
sys.excepthook(1, 2, 3)
sys.excepthook()
sys.audit("event", 1), sys.audit("x")
sys.addaudithook(5) if 0 else 0
sys.set_asyncgen_hooks(), sys.get_asyncgen_hooks()
sys.get_coroutine_origin_tracking_depth(), sys.getswitchinterval() > 0
hasattr(sys, "ps1"), hasattr(sys, "last_exc"), sys.__name__, sys.__doc__ is not None, sys.warnoptions, sys.dont_write_bytecode in (True, False), sys.__stdout__ is not None
"""
for line in TABLE.strip().splitlines():
    try: print(line, "->", repr(eval(line)))
    except SystemExit as e: print(line, "SystemExit", e.code)
    except Exception as e: print(line, "!", type(e).__name__ + ":", e)
