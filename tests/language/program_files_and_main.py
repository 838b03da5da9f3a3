# reference: 9.1, 9.2, 5.8
# What a program finds at its start, and that its end runs nothing by itself.
import sys
print(__name__, __doc__, sys.modules["__main__"].__name__, sys.modules["__main__"].__dict__ is globals(), len(sys.argv), sys.argv[0].rpartition("/")[2])
if __name__ == "__main__": print("run as a program")
def main(): return "only when called"
print(main())
x = 1
print(sys.modules["__main__"].x)
sys.modules["__main__"].y = 2
print(y)
class C:
    def __del__(self): print("deleted at the end")
c = C()
