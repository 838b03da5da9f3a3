# reference: 3.3.3.1
# C3 and what it refuses; bases that are no classes or cannot be.
# Each piece below runs like a line typed at the prompt: a value is shown, an exception by its type and words.
import sys

PIECES = r"""
class X: pass

class Y: pass

class A(X,Y): pass

class B(Y,X): pass

class C(A,B): pass

class C(A,X,B): pass

class C(X,A): pass

class D(X,X): pass

class D(int,str): pass

class D(bool): pass

class D(type(None)): pass

class D(type(lambda:0)): pass

class D(1): pass

class D("a"): pass

class D(len): pass

class D(NotImplemented): pass

class D(object, X): pass

type('D',(object,X),{})

type('D',(X,object),{}).__mro__

type('D',(int,float),{})

type('D',(dict,list),{})

type('D',(Exception,OSError),{})

type('D',(OSError,Exception),{}).__mro__

type('D',(KeyError,AttributeError),{}).__mro__

type('D',(OSError,SyntaxError),{})

type('D',(OSError,UnicodeError),{}).__base__
"""

names = {"__name__": "__main__", "sys": sys}
for piece in PIECES.strip("\n").split("\n\n"):
    print(">>>", piece.replace("\n", "\n... "))
    try:
        exec(compile(piece + "\n", "<piece>", "single"), names)
    except BaseException as e:
        print(f"{type(e).__name__}: {e}", *getattr(e, "__notes__", ()), sep="\n")
