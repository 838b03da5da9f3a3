# Which exceptions get a "Did you mean", and what a failing __getattr__ leaves in the exception.
# reference: 3.3.2, 8.4
import sys


def show(e):
    print(type(e).__name__, getattr(e, "name", "-"), type(getattr(e, "obj", "-")).__name__, flush=True)
    sys.__excepthook__(type(e), e.with_traceback(None), None)


class MyName(NameError):
    pass


class MyAttribute(AttributeError):
    pass


class A:
    blech = None


for e in (MyName("my", name="sortd"), NameError("plain", name="prnt"), MyAttribute("my", name="bluch", obj=A()),
          AttributeError("plain", name="bluch", obj=A()), UnboundLocalError("u", name="prnt"),
          ModuleNotFoundError("m", name="sys", ), AttributeError("no obj", name="bluch")):
    show(e)


def unbound():
    something = 1
    print(somethong)
    somethong = 2


try:
    unbound()
except NameError as e:
    show(e)


def free():
    def inner():
        return value
    inner()
    value = 1


try:
    free()
except NameError as e:
    show(e)


class Failing:
    blech = 1

    def __init__(self, error):
        self.__dict__["error"] = error

    def __getattr__(self, name):
        raise self.error


for error in (AttributeError, AttributeError(), AttributeError("text"), AttributeError("two", 2), MyAttribute("mine"), KeyError("k"),
              AttributeError("named", name="other"), AttributeError("with obj", obj=3)):
    try:
        Failing(error).bluch
    except Exception as e:
        show(e)
    try:
        Failing(error).bluch()
    except Exception as e:
        show(e)
