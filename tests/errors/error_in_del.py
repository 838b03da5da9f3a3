import sys


def hook(args):
    print("unraisable:", args.exc_type.__name__, args.exc_value, args.err_msg, args.object.__name__, args.exc_traceback.tb_lineno)


class C:
    def __del__(self):
        raise ValueError("from del")


sys.unraisablehook = hook
c = C()
del c
print("still running")
