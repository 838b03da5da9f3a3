# What a hand-made SyntaxError shows under its line when its offsets are strange.
# reference: 8.4
import sys
for place in ((1, 2, 1, 7), (1, 2, 1, 3), (1, 2, 1, -2), (1, 4, 1, 2), (1, -4, 1, -2), (1, -4, 1, 5), (1, 0, 1, 0), (1, 0, 1, 5),
              (1, 2, 1, 100), (1, 50, 1, 100), (1, 8, 1, 9), (1, 7, 1, 9), (1, 2, 3, 1), (2, 3, 1, 5), (1, None, 1, None)):
    for text in ("abcdefg", "  abcdefg\n", "é€abcdefg", "", None):
        lineno, offset, end_lineno, end_offset = place
        e = SyntaxError("bad", ("bad.py", lineno, offset, text, end_lineno, end_offset))
        print(place, repr(text), file=sys.stderr)
        sys.__excepthook__(SyntaxError, e, None)
