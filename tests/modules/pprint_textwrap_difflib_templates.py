# pprint, textwrap, difflib, string.Template and string.Formatter: widths, limits and errors.
import pprint, textwrap, difflib, string, collections, dataclasses, types
@dataclasses.dataclass
class P: 
    name: str; tags: list; inner: object = None
data = {"alpha": list(range(30)), "beta": {"x" * 30: "y" * 60, "k": (1,)}, "gamma": {3, 1, 2}, "d": P("bob", ["t" * 40, "u" * 40], P("in", []))}
for kw in ({}, {"width": 40}, {"depth": 1}, {"compact": True, "width": 50}, {"indent": 4}, {"sort_dicts": False}, {"underscore_numbers": True}):
    pprint.pprint(data, **kw)
a = [1]; a.append(a); print(pprint.isreadable(a) , pprint.isrecursive(a))
pprint.pprint([collections.OrderedDict(a=1, b="x" * 70), collections.Counter("hello" * 20), collections.defaultdict(list, {"a": [1] * 30}), collections.deque(range(40), maxlen=50), collections.ChainMap({"a": 1}, {"b": "c" * 70}), types.SimpleNamespace(a=1, b="q" * 80), collections.UserDict({"z": 1}), b"bytes" * 30, bytearray(b"x" * 80), "words and more words " * 10, types.MappingProxyType({"a": "b" * 80}), frozenset(range(30)), 10**30])
pprint.pp({"b": 1, "a": 2}); print(pprint.pformat(1234567, underscore_numbers=True))
try: pprint.pprint(1, depth=0)
except ValueError as e: print(repr(e))
try: pprint.PrettyPrinter(width=0)
except ValueError as e: print(repr(e))
t = "The quick brown fox\tjumped over the lazy dog-house. It was 'fun'.  Really--truly! Supercalifragilisticexpialidocious."
for kw in ({"width": 20}, {"width": 15, "break_long_words": False}, {"width": 25, "initial_indent": "* ", "subsequent_indent": "  "}, {"width": 30, "max_lines": 2}, {"width": 30, "max_lines": 2, "placeholder": " ~"}, {"fix_sentence_endings": True, "width": 40}, {"break_on_hyphens": False, "width": 20}, {"tabsize": 4, "replace_whitespace": False, "width": 24}, {"width": 0}, {"width": 5, "max_lines": 1, "placeholder": "........"}):
    try: print(textwrap.fill(t, **kw)); print("--")
    except ValueError as e: print(e)
print(textwrap.shorten(t, 30), "|", textwrap.dedent("   a\n     b\n\n   c"), "|", textwrap.indent("a\n\nb", "> "), textwrap.indent("a\n\nb", "> ", lambda l: True))
A = "one\ntwo\nthree\nfour\n".splitlines(True); B = "one\ntoo\nthree\nfive\nfour\n".splitlines(True)
print("".join(difflib.ndiff(A, B)), "".join(difflib.unified_diff(A, B, "a.txt", "b.txt", "d1", "d2", n=1)), "".join(difflib.context_diff(A, B, "a", "b")))
sm = difflib.SequenceMatcher(None, "abcdefgh", "abxdefyh"); print(sm.ratio(), sm.quick_ratio(), sm.get_opcodes(), sm.get_matching_blocks(), sm.find_longest_match())
print(difflib.get_close_matches("appel", ["ape", "apple", "peach", "puppy"]), "".join(difflib.restore(difflib.ndiff(A, B), 2)))
try: difflib.get_close_matches("a", ["b"], n=0)
except ValueError as e: print(e)
try: difflib.get_close_matches("a", ["b"], cutoff=2)
except ValueError as e: print(e)
try: list(difflib.restore([], 3))
except ValueError as e: print(e)
print(len(difflib.HtmlDiff().make_table(A, B)), difflib.HtmlDiff(wrapcolumn=5).make_table(A, B)[:600])
T = string.Template
for s, m in (("$who likes ${what}", {"who": "tim"}), ("$$ $", {}), ("a\n$ x", {}), ("${bad name}", {}), ("$who", {"who": 1})):
    try: print(T(s).substitute(m))
    except Exception as e: print(type(e).__name__, e)
    print(T(s).safe_substitute(m), T(s).is_valid(), end=" ")
    try: print(T(s).get_identifiers())
    except Exception as e: print(e)
class MyT(string.Template): delimiter = "%"; idpattern = "[a-z]+_[a-z]+"
print(MyT("%foo_bar %foo %%").safe_substitute(foo_bar=1), string.capwords(" hello   wORLD "), string.capwords("a-b", "-"))
f = string.Formatter()
for s, a, k in (("{0} {}", (1, 2), {}), ("{} {}", (1,), {}), ("{x!r:>5}", (), {"x": "a"}), ("{x.y}", (), {"x": 1}), ("{!z}", (1,), {}), ("{", (), {}), ("{a[b]}", (), {"a": {"b": 2}})):
    try: print(f.format(s, *a, **k))
    except Exception as e: print(type(e).__name__, e)
