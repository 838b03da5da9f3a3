"""strptime() of subclasses and its errors."""
from datetime import *


def say(f, *a, **k):
    try:
        print("  ", repr(f(*a, **k)))
    except BaseException as e:
        print("  ", type(e).__name__, e)


class D(datetime): pass
for text, form in [("21 Nov 2023 10:20:30.5", "%d %b %Y %H:%M:%S.%f"), ("2023-W47-2", "%G-W%V-%u"), ("2023 325", "%Y %j"), ("+05:30", "%z"), ("UTC", "%Z"), ("12 PM", "%I %p"),
                   ("2023-13-01", "%Y-%m-%d"), ("2023-02-29", "%Y-%m-%d"), ("2023", "%Y %"), ("x2023", "%Y"), ("2023x", "%Y"), ("", "%Y"), ("2023-W54-1", "%G-W%V-%u"), ("2023 5", "%G %V"), ("a\n", "a%n"), ("1 2", "%H%H")]:
    print(text, form); say(datetime.strptime, text, form); say(D.strptime, text, form)
