"""A small regular expression matcher for the time until the real re can be imported: enough for assertRaisesRegex.

Backtracking over closures: a node is a function (text, position, groups, then) that answers what `then` answers.
"""
NOFLAG = 0
IGNORECASE = I = 2
LOCALE = L = 4
MULTILINE = M = 8
DOTALL = S = 16
UNICODE = U = 32
VERBOSE = X = 64
DEBUG = 128
ASCII = A = 256
RegexFlag = int


class error(Exception):
    pass


PatternError = error

_CLASSES = {
    "d": str.isdigit,
    "w": lambda c: c.isalnum() or c == "_",
    "s": str.isspace,
}
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "f": "\f", "v": "\v", "a": "\a"}


def _escape_class(c):
    if c in _CLASSES:
        return _CLASSES[c]
    if c.lower() in _CLASSES:
        known = _CLASSES[c.lower()]
        return lambda x: not known(x)
    literal = _ESCAPES.get(c, c)
    return lambda x: x == literal


class _Parser:
    def __init__(self, pattern, flags):
        self.p, self.at, self.flags, self.groups, self.names = pattern, 0, flags, 0, {}

    def peek(self):
        return self.p[self.at] if self.at < len(self.p) else ""

    def take(self):
        self.at += 1
        return self.p[self.at - 1]

    def alternatives(self):
        branches = [self.sequence()]
        while self.peek() == "|":
            self.take()
            branches.append(self.sequence())
        if len(branches) == 1:
            return branches[0]

        def node(s, i, g, then):
            for branch in branches:
                r = branch(s, i, g, then)
                if r is not None:
                    return r
        return node

    def blank(self):
        """Space and comments in verbose patterns."""
        while self.flags & VERBOSE and self.peek() and (self.peek().isspace() or self.peek() == "#"):
            if self.take() == "#":
                while self.peek() not in ("", "\n"):
                    self.at += 1

    def sequence(self):
        items = []
        self.blank()
        while self.peek() not in ("", "|", ")"):
            items.append(self.repeated())
            self.blank()

        def run(k, s, i, g, then):
            if k == len(items):
                return then(s, i, g)
            return items[k](s, i, g, lambda s, i, g: run(k + 1, s, i, g, then))
        return lambda s, i, g, then: run(0, s, i, g, then)

    def repeated(self):
        node = self.atom()
        self.blank()
        while self.peek() in ("*", "+", "?", "{") and self.peek():
            if self.peek() == "{":
                end = self.p.find("}", self.at)
                low, comma, high = self.p[self.at + 1:end].partition(",")
                if not (low + high).isdigit():
                    break
                self.at = end + 1
                low = int(low or 0)
                high = (int(high) if high else None) if comma else low
            else:
                low, high = {"*": (0, None), "+": (1, None), "?": (0, 1)}[self.take()]
            lazy = self.peek() == "?"
            if lazy or self.peek() == "+":
                self.take()
            node = self.repeat(node, low, high, lazy)
            self.blank()
        return node

    @staticmethod
    def repeat_single(test, low, high, lazy):
        """Repeats of one character need no recursion."""
        def node(s, i, g, then):
            most = len(s) - i if high is None else min(high, len(s) - i)
            if lazy:
                for n in range(most + 1):
                    if n >= low:
                        r = then(s, i + n, g)
                        if r is not None:
                            return r
                    if n < most and not test(s[i + n]):
                        return None
                return None
            n = 0
            while n < most and test(s[i + n]):
                n += 1
            while n >= low:
                r = then(s, i + n, g)
                if r is not None:
                    return r
                n -= 1
        return node

    @classmethod
    def repeat(cls, inner, low, high, lazy):
        if hasattr(inner, "test"):
            return cls.repeat_single(inner.test, low, high, lazy)

        def run(n, s, i, g, then):
            def more():
                if high is None or n < high:
                    return inner(s, i, g, lambda s, j, g: None if j == i and n >= low else run(n + 1, s, j, g, then))
            if n < low:
                return more()
            if lazy:
                r = then(s, i, g)
                return more() if r is None else r
            r = more()
            return then(s, i, g) if r is None else r
        return lambda s, i, g, then: run(0, s, i, g, then)

    def single(self, test):
        node = lambda s, i, g, then: then(s, i + 1, g) if i < len(s) and test(s[i]) else None
        node.test = test
        return node

    def atom(self):
        c = self.take()
        if c == "(":
            return self.group()
        if c == "[":
            return self.single(self.char_set())
        if c == ".":
            all_chars = self.flags & DOTALL
            return self.single(lambda x: all_chars or x != "\n")
        if c == "^":
            lines = self.flags & MULTILINE
            return lambda s, i, g, then: then(s, i, g) if i == 0 or lines and s[i - 1] == "\n" else None
        if c == "$":
            lines = self.flags & MULTILINE
            return lambda s, i, g, then: then(s, i, g) if (
                i == len(s) or i == len(s) - 1 and s[i] == "\n" or lines and s[i] == "\n") else None
        if c == "\\":
            c = self.take()
            if c in "bB":
                def boundary(s, i, g, then):
                    word = _CLASSES["w"]
                    at = (i > 0 and word(s[i - 1])) != (i < len(s) and word(s[i]))
                    return then(s, i, g) if at == (c == "b") else None
                return boundary
            if c == "A":
                return lambda s, i, g, then: then(s, i, g) if i == 0 else None
            if c == "Z":
                return lambda s, i, g, then: then(s, i, g) if i == len(s) else None
            if c in "123456789":
                return self.back(int(c))
            if c in "xuU":
                digits = {"x": 2, "u": 4, "U": 8}[c]
                self.at += digits
                literal = chr(int(self.p[self.at - digits:self.at], 16))
                return self.single(lambda x: x == literal)
            if c == "0":
                return self.single(lambda x: x == "\0")
            return self.single(_escape_class(c))
        if self.flags & IGNORECASE:
            return self.single(lambda x: x.lower() == c.lower())
        return self.single(lambda x: x == c)

    @staticmethod
    def back(n):
        def node(s, i, g, then):
            if n not in g:
                return None
            a, b = g[n]
            return then(s, i + b - a, g) if s.startswith(s[a:b], i) else None
        return node

    def group(self):
        number = 0
        kind = ""
        if self.peek() == "?":
            self.take()
            kind = self.take()
            if kind == "#":
                self.at = self.p.index(")", self.at) + 1
                return lambda s, i, g, then: then(s, i, g)
            if kind == "<" and self.peek() in ("=", "!"):
                kind += self.take()
            elif kind == "P" and self.peek() == "=":
                end = self.p.index(")", self.at)
                name, self.at = self.p[self.at + 1:end], end + 1
                return self.back(self.names[name])
            elif kind == "P":
                self.take()
                end = self.p.index(">", self.at)
                number = self.groups = self.groups + 1
                self.names[self.p[self.at:end]] = number
                self.at = end + 1
            elif kind not in ":=!>":
                flags = kind
                while self.peek() not in (":", ")"):
                    flags += self.take()
                for f in flags.partition("-")[0]:
                    self.flags |= {"i": I, "s": S, "m": M, "x": X, "a": A, "u": U, "L": L}[f]
                if self.take() == ")":
                    return lambda s, i, g, then: then(s, i, g)
                kind = ":"
        else:
            number = self.groups = self.groups + 1
        inner = self.alternatives()
        if self.peek() != ")":
            raise error("missing ), unterminated subpattern")
        self.take()
        if kind == "=":
            return lambda s, i, g, then: then(s, i, g) if inner(s, i, g, lambda s, j, g: (j, g)) is not None else None
        if kind == "!":
            return lambda s, i, g, then: then(s, i, g) if inner(s, i, g, lambda s, j, g: (j, g)) is None else None
        if kind in ("<=", "<!"):
            def behind(s, i, g, then):
                found = any(inner(s, j, g, lambda s, k, g: (k, g) if k == i else None) is not None for j in range(i, -1, -1))
                return then(s, i, g) if found == (kind == "<=") else None
            return behind
        if number == 0:
            return inner
        return lambda s, i, g, then: inner(s, i, g, lambda s, j, g: then(s, j, {**g, number: (i, j)}))

    def char_set(self):
        negated = self.peek() == "^"
        if negated:
            self.take()
        tests = []
        first = True
        while first or self.peek() != "]":
            first = False
            c = self.take()
            if c == "\\":
                c = self.take()
                if c.lower() in _CLASSES:
                    tests.append(_escape_class(c))
                    continue
                c = _ESCAPES.get(c, c)
            if self.peek() == "-" and self.p[self.at + 1:self.at + 2] not in ("]", ""):
                self.take()
                high = self.take()
                tests.append(lambda x, low=c, high=high: low <= x <= high)
            else:
                tests.append(lambda x, c=c: x == c)
        self.take()
        return lambda x: any(t(x) for t in tests) != negated


class Match:
    def __init__(self, pattern, string, start, end, groups):
        self.re, self.string, self._spans = pattern, string, {**groups, 0: (start, end)}

    def span(self, group=0):
        return self._spans.get(self.re._number(group), (-1, -1))

    def start(self, group=0):
        return self.span(group)[0]

    def end(self, group=0):
        return self.span(group)[1]

    def _one(self, group):
        a, b = self.span(group)
        return None if a < 0 else self.string[a:b]

    def group(self, *which):
        values = tuple(self._one(g) for g in which or (0,))
        return values if len(values) > 1 else values[0]

    __getitem__ = _one

    def groups(self, default=None):
        return tuple(default if self.span(k + 1)[0] < 0 else self._one(k + 1) for k in range(self.re.groups))

    def groupdict(self, default=None):
        return {n: default if self.span(n)[0] < 0 else self._one(n) for n in self.re.groupindex}

    @property
    def lastindex(self):
        closed = [(span[1], -span[0], k) for k, span in self._spans.items() if k]
        return max(closed)[2] if closed else None

    @property
    def lastgroup(self):
        return next((n for n, k in self.re.groupindex.items() if k == self.lastindex), None)

    @property
    def pos(self):
        return 0

    def expand(self, template):
        out, k = [], 0
        while k < len(template):
            c = template[k]
            k += 1
            if c != "\\":
                out.append(c)
            elif template[k] == "g":
                end = template.index(">", k)
                name = template[k + 2:end]
                out.append(self._one(int(name) if name.isdigit() else name) or "")
                k = end + 1
            else:
                c = template[k]
                k += 1
                out.append((self._one(int(c)) or "") if c.isdigit() else _ESCAPES.get(c, c))
        return "".join(out)


class Pattern:
    def __init__(self, pattern, flags):
        self.pattern, self.flags = pattern, flags
        parser = _Parser(pattern if isinstance(pattern, str) else pattern.decode("latin-1"), flags)
        self._node = parser.alternatives()
        if parser.at < len(parser.p):
            raise error("unbalanced parenthesis")
        self.groups, self.groupindex = parser.groups, parser.names

    def _number(self, group):
        return self.groupindex[group] if isinstance(group, str) else group

    def _at(self, string, text, i, whole=False):
        r = self._node(text, i, {}, lambda s, j, g: (j, g) if not whole or j == len(s) else None)
        return None if r is None else Match(self, string, i, *r)

    def _text(self, string):
        return string if isinstance(string, str) else string.decode("latin-1")

    def match(self, string, pos=0):
        return self._at(string, self._text(string), pos)

    def fullmatch(self, string):
        return self._at(string, self._text(string), 0, True)

    def search(self, string, pos=0):
        text = self._text(string)
        for i in range(pos, len(text) + 1):
            m = self._at(string, text, i)
            if m is not None:
                return m

    def finditer(self, string):
        i = 0
        while i <= len(string):
            m = self.search(string, i)
            if m is None:
                return
            yield m
            i = m.end() + (m.end() == m.start())

    def findall(self, string):
        return [m.group() if self.groups == 0 else m.group(1) if self.groups == 1 else m.groups()
                for m in self.finditer(string)]

    def split(self, string, maxsplit=0):
        out, last = [], 0
        for n, m in enumerate(self.finditer(string)):
            if maxsplit and n >= maxsplit:
                break
            out.append(string[last:m.start()])
            out += m.groups()
            last = m.end()
        return out + [string[last:]]

    def sub(self, replacement, string, count=0):
        out, last = [], 0
        for n, m in enumerate(self.finditer(string)):
            if count and n >= count:
                break
            out += [string[last:m.start()], replacement(m) if callable(replacement) else m.expand(replacement)]
            last = m.end()
        return string[:0].join(out + [string[last:]])


def compile(pattern, flags=0):
    return pattern if isinstance(pattern, Pattern) else Pattern(pattern, flags)


def match(pattern, string, flags=0):
    return compile(pattern, flags).match(string)


def fullmatch(pattern, string, flags=0):
    return compile(pattern, flags).fullmatch(string)


def search(pattern, string, flags=0):
    return compile(pattern, flags).search(string)


def findall(pattern, string, flags=0):
    return compile(pattern, flags).findall(string)


def finditer(pattern, string, flags=0):
    return compile(pattern, flags).finditer(string)


def sub(pattern, replacement, string, count=0, flags=0):
    return compile(pattern, flags).sub(replacement, string, count)


def split(pattern, string, maxsplit=0, flags=0):
    return compile(pattern, flags).split(string, maxsplit)


def purge():
    pass


def escape(text):
    return "".join(c if c.isalnum() or c == "_" else "\\" + c for c in text)
