"""getopt and shlex: options of a command line, words of a shell."""
import getopt
import io
import shlex

print(getopt.getopt(["-a", "-b", "x", "--alpha", "--beta=2", "rest", "-c"], "ab:c", ["alpha", "beta="]))
print(getopt.gnu_getopt(["one", "-a", "two", "--be", "3", "--", "-b"], "ab:", ["alpha", "beta="]))
print(getopt.getopt(["-abx"], "ab:"))
for args, short, long in (["-z"], "ab", []), (["-b"], "b:", []), (["--nope"], "", ["yes"]), (["--a"], "", ["alpha", "apple"]), \
        (["--alpha=1"], "", ["alpha"]), (["--beta"], "", ["beta="]):
    try:
        print(getopt.getopt(args, short, long))
    except getopt.GetoptError as error:
        print(type(error).__name__, error, "|", error.msg, "|", error.opt)
print(getopt.error is getopt.GetoptError)

print(shlex.split("a 'b c' \"d\\\"e\" f\\ g # no comment"))
print(shlex.split("a # comment", comments=True), shlex.split(""), shlex.split("a''b"), shlex.split("'a\\b' \"a\\b\" \"\\$x\""))
print(shlex.split("x 'y z' \\n", posix=False))
for bad in "'open", "end\\":
    try:
        shlex.split(bad)
    except ValueError as error:
        print(error)
print(shlex.quote("simple"), shlex.quote("it's"), shlex.quote(""), shlex.quote("a b;c"))
print(shlex.join(["echo", "hello world", "it's"]))
lex = shlex.shlex("a = 'b' && c>d; e|f", posix=True, punctuation_chars=True)
print(list(lex))
lex = shlex.shlex(io.StringIO("x+y # note\nz"), infile="name")
print(lex.get_token(), lex.get_token(), lex.lineno, lex.error_leader())
lex.push_token("pushed")
print(list(lex), lex.lineno)
lex = shlex.shlex("a-b.c d", posix=True)
lex.whitespace_split = True
print(list(lex))
