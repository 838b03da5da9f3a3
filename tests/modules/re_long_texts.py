# Matching needs no recursion: texts of any length, repeats of any depth.
import re
text = "ab" * 50_000
print(re.fullmatch(r"(?:a|b)*", text).end())
print(re.fullmatch(r"(a|b)*?", text).span(1))
print(re.match(r"(?:(?:a)(?:b))+", text).end())
print(re.match(r"(.)(?:.)*\1$", text), re.match(r"(.).*\1", text).end())
print(len(re.findall(r"a(?=b)", text)), re.sub("b", "", text).count("a"), re.subn("(a)(b)", r"\2\1", text)[1])
print(len(re.split("b", text)), re.search("c|a$", text))
print(re.compile("(" * 90 + "a" + ")" * 90).match("a").groups()[-1])
