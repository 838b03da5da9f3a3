"""argparse: arguments of every kind, subcommands, groups, help texts and errors."""
import argparse
import sys


def parse(parser, *args):
    try:
        print(parser.parse_args(args))
    except SystemExit as stop:
        print("exit", stop.code)


real_stderr, sys.stderr = sys.stderr, sys.stdout
p = argparse.ArgumentParser(prog="tool", description="A tool with many options, described by a text long enough to be wrapped.",
                            epilog="That is all.")
p.add_argument("source", help="where from")
p.add_argument("rest", nargs="*", type=int, help="numbers")
p.add_argument("-v", "--verbose", action="count", default=0)
p.add_argument("-o", "--output", metavar="FILE", default="a.out", help="where to (default: %(default)s)")
p.add_argument("--level", choices=["low", "mid", "high"], default="mid")
p.add_argument("--no-color", dest="color", action="store_false")
p.add_argument("--pair", nargs=2, type=float)
p.add_argument("--add", action="append", default=[])
p.add_argument("--flag", action=argparse.BooleanOptionalAction, default=None)
p.add_argument("--version", action="version", version="%(prog)s 1.2")
group = p.add_mutually_exclusive_group()
group.add_argument("--fast", action="store_const", const=1, dest="speed")
group.add_argument("--slow", action="store_const", const=0, dest="speed")
p.print_help()
p.print_usage()
parse(p, "x")
parse(p, "x", "1", "2", "-vvv", "-oB", "--level", "high", "--no-color", "--pair", "1", "2e3")
parse(p, "x", "--add=a", "--add", "b", "--flag", "--no-flag", "--verb", "--fast")
parse(p)
parse(p, "x", "notint")
parse(p, "x", "--level", "none")
parse(p, "x", "--fast", "--slow")
parse(p, "x", "--unknown")
parse(p, "x", "--pair", "1")
parse(p, "x", "--ve")
parse(p, "--version")
print(p.parse_known_args(["x", "--zzz", "3"]))

q = argparse.ArgumentParser(prog="git", formatter_class=argparse.ArgumentDefaultsHelpFormatter)
subs = q.add_subparsers(dest="command", required=True, title="commands", metavar="COMMAND")
add = subs.add_parser("add", help="add files", aliases=["a"])
add.add_argument("files", nargs="+")
add.add_argument("--depth", type=int, default=3, help="how deep")
log = subs.add_parser("log", help="show")
log.add_argument("-n", type=int)
log.set_defaults(run="log!")
q.print_help()
add.print_help()
parse(q, "add", "f", "g", "--depth", "5")
parse(q, "a", "f")
parse(q, "log", "-n3")
parse(q)
parse(q, "push")
parse(q, "add")


def even(text):
    number = int(text)
    if number % 2:
        raise argparse.ArgumentTypeError(f"{number} is odd")
    return number


class Upper(argparse.Action):
    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, (option_string, values.upper()))


r = argparse.ArgumentParser(prog="r", prefix_chars="-+", fromfile_prefix_chars="@", usage="%(prog)s [it]", exit_on_error=False,
                            formatter_class=argparse.RawDescriptionHelpFormatter, description="line 1\n   line 2")
r.add_argument("+u", action=Upper)
r.add_argument("-e", type=even)
r.add_argument("--hidden", help=argparse.SUPPRESS)
r.add_argument("tail", nargs=argparse.REMAINDER)
some = r.add_argument_group("some", "described")
some.add_argument("--opt", nargs="?", const="C", default="D")
print(r.format_help())
parse(r, "+u", "abc", "--opt", "-e", "4", "x", "--y", "-z")
for bad in (["-e", "3"], ["-e", "x"]):
    try:
        r.parse_args(bad)
    except argparse.ArgumentError as error:
        print("ArgumentError:", error, error.argument_name)
ns = argparse.Namespace(a=1, b="x")
print(ns, ns == argparse.Namespace(a=1, b="x"), "a" in ns, vars(ns))
try:
    p.add_argument("-v")
except argparse.ArgumentError as error:
    print(error)
try:
    p.add_argument("bad name", nargs=0)
except ValueError as error:
    print(error)
sys.stderr = real_stderr
