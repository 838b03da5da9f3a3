# Every construct of the pattern language.
import re, warnings
warnings.simplefilter('ignore')
def show(pattern, text, flags=0):
    m = re.search(pattern, text, flags)
    print(repr(pattern), "->", m and (m.span(), m.groups()))
for pattern in (r"a.c", r"^abc$", r"\Aab", r"c\Z", r"a*?b", r"a{2,3}", r"a{2}?", r"(a)(?:b)", r"(?P<n>a)(?P=n)", r"[a-c]+", r"[^a-c]", r"[\w-]+", r"[]a]", r"[^]a]",
                r"\d\D\s\S\w\W", r"a|b|", r"(?i:A)b", r"(?-i:a)", r"(?s:.)", r"(?m:^b)", r"(?#note)a", r"(?=ab)a", r"(?!ab)a", r"(?<=a)b", r"(?<!a)b", r"(a)?(?(1)b|c)",
                r"(?>a+)b", r"a++b", r"a*+a", r"(?:ab){2}+", r"\x61\u0062\U00000063", r"\101", r"\n|\t|\\", r"\bab\b", r"\Bb", r"(?x) a b # c", r"[[]", r"a{,2}b", r"a{x}", r"x*"):
    show(pattern, "aab abc\nb-c aabc a{x} 1 a\t")
show("É", "é", re.I); show("ß", "ẞ", re.I); show("ſ", "S", re.I); show(r"\w+", "naïve ① 中文"); show(r"\w+", "naïve", re.A); show("K", "\u212a", re.I); show("[à-ö]", "Ä", re.I)
show("[k]", "\u212a", re.I | re.A); show(r"\d+", "٣٤"); show(r"\s", "\u2003"); show("[^\u0100-\uffff]", "\u0150a"); show("[\U00010000-\U0010ffff]", "a\U0001f600")
for bad in ("(", ")", "[a", "a**", "*a", "(?P<1>a)", "(?P<a>b)(?P<a>c)", "(?P=x)", "\\", "(?<=a*)b", "(?z)", "a{3,2}", "[b-a]", r"\q", "(?(2)a)", r"\1", "(?P<a", "(?i", "a(?i)", "(?L)a", "(?au)a", "(?:", "(?#", r"[\q]", "a{99999999999}", "x{2}{3}", "(?P>a)", "(?-a:b)"):
    try:
        re.compile(bad)
        print(repr(bad), "compiles")
    except (re.error, OverflowError) as e:
        print(repr(bad), e, getattr(e, "pos", None), getattr(e, "lineno", None))
