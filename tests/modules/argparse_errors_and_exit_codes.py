# argparse: help texts, errors and exit codes of natural command lines.
import argparse, sys, io, contextlib
def run(p, args):
    out, err = io.StringIO(), io.StringIO()
    try:
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            ns = p.parse_args(args)
        print(args, "->", ns)
    except SystemExit as e:
        print(args, "exit", e.code)
    if out.getvalue(): print("OUT", out.getvalue())
    if err.getvalue(): print("ERR", err.getvalue())
p = argparse.ArgumentParser(prog="cook", description="Cook a meal %(prog)s", epilog="Enjoy.", formatter_class=argparse.ArgumentDefaultsHelpFormatter)
p.add_argument("dish", choices=["soup", "stew"], help="what to cook")
p.add_argument("extras", nargs="*", type=int, default=[1], help="numbers")
p.add_argument("-t", "--time", type=float, default=2.5, metavar="HOURS")
p.add_argument("-v", "--verbose", action="count", default=0)
p.add_argument("--salt", action=argparse.BooleanOptionalAction, default=True)
g = p.add_mutually_exclusive_group(required=True)
g.add_argument("--hot", action="store_true"); g.add_argument("--cold", action="store_const", const=3)
p.add_argument("--version", action="version", version="%(prog)s 1.0")
p.add_argument("--tag", action="append", help="a very long help text that has to be wrapped because it does not fit in one line of the terminal at all")
for a in (["-h"], ["soup"], ["soup", "--hot"], ["cake", "--hot"], ["soup", "--hot", "--cold"], ["soup", "--hot", "x"], ["soup", "1", "2", "--cold", "-vv", "-v", "--no-salt"], ["--version"],
          ["soup", "--hot", "--ti", "x"], ["soup", "--hot", "--ve"], ["soup", "--hot", "--bogus"], [], ["soup", "--hot", "--tag"], ["stew", "--hot", "--tag", "a", "--tag=b"]):
    run(p, a)
p = argparse.ArgumentParser(prog="git", add_help=True)
sub = p.add_subparsers(dest="cmd", required=True, title="commands", metavar="CMD", help="what to do")
a = sub.add_parser("add", help="add files", aliases=["a"]); a.add_argument("file", nargs="+")
c = sub.add_parser("commit", help="commit", usage="%(prog)s [-m MSG]"); c.add_argument("-m", required=True)
for x in ([], ["-h"], ["add"], ["a", "x", "y"], ["commit"], ["commit", "-h"], ["push"], ["commit", "-m", "hi"]):
    run(p, x)
def positive(s):
    v = int(s)
    if v <= 0: raise argparse.ArgumentTypeError(f"{s} is not positive")
    return v
p = argparse.ArgumentParser(prog="n", exit_on_error=False, fromfile_prefix_chars="@")
p.add_argument("n", type=positive); p.add_argument("--f", type=argparse.FileType("r"))
for x in (["0"], ["q"], ["3"]):
    try: print(p.parse_args(x))
    except argparse.ArgumentError as e: print(type(e).__name__, e)
    except SystemExit as e: print("exit", e)
print(p.parse_known_args(["2", "--zz", "q"]))
print(argparse.Namespace(a=1, b="x"), p.format_usage())
try: p.add_argument("--f")
except Exception as e: print(type(e), e)
try: p.add_argument("x", required=True)
except Exception as e: print(type(e), e)
try: p.add_argument("--q", action="bogus")
except Exception as e: print(type(e), e)
