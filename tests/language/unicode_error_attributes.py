# The attributes of Unicode errors may be set to anything; str() shows what they are then.
# reference: 8.4
class Loud:
    def __init__(self, text):
        self.text = text

    def __str__(self):
        print("str of", self.text)
        return self.text


class Failing:
    def __str__(self):
        raise ValueError("no text")


def show(e):
    try:
        print(str(e))
    except Exception as error:
        print(type(error).__name__, error)


for e in (UnicodeEncodeError("baz", "x\u1234y\U00012345", 1, 2, "foo"), UnicodeDecodeError("baz", b"xxxxx", 1, 5, "foo"),
          UnicodeTranslateError("x\u1234y\U00012345", 1, 2, "foo")):
    show(e)
    e.end = 4
    show(e)
    e.start = 3
    show(e)
    e.reason = 123456789012345678901234567890
    show(e)
    if hasattr(e, "encoding"):
        e.encoding = Loud("enc")
    e.reason = Loud("why")
    show(e)
    e.start = 1000
    show(e)
    e.reason = Failing()
    show(e)
    del e.reason
    show(e)
    del e.object
    show(e)
for cls in UnicodeEncodeError, UnicodeDecodeError, UnicodeTranslateError:
    show(cls.__new__(cls))
