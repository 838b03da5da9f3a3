# Binary search: results against a plain search, keys, bounds, own sequences, errors.
import _bisect as B
def t(e, g=globals()):
    try: print(e,'->',repr(eval(e,g)))
    except BaseException as x: print(e,'->',type(x).__name__,x)
for e in [
    "B.bisect_right([1,2,3],2)",
    "B.bisect_left([1,2,3],2)",
    "B.bisect_left([1,2,3],2,-1)",
    "B.bisect_right([1,2,3],2,0,5)",
    "B.bisect_right([1,2,3],2,hi=None)",
    "B.bisect_right([3,2,1],-2,key=lambda x:-x)",
    "B.bisect_right(1,2)",
    "B.bisect_right([1],'a')",
    "B.bisect_right([1,2],1,lo='a')",
    "B.bisect_right([1,2],1,hi='a')",
    "B.bisect_right([1,2],1,0,2,1)",
    "B.bisect_right()",
    "B.insort_right([1],2)",
    "B.insort_right(1,2)",
    "B.insort_right([],2)",
    "B.bisect_right([1,2,3],2,key=None)",
    "B.bisect_right(a=[1],x=0)",
    "B.bisect_left(range(10**6),777)",
    "B.bisect_right({},1)",
    "B.bisect_left({},1,0,1)",
]:
    t(e)


data = sorted((k * 37) % 50 for k in range(40))
for x in (-1, 0, 10, 25, 25.5, 49, 60):
    left, right = B.bisect_left(data, x), B.bisect_right(data, x)
    print(x, left, right, all(d < x for d in data[:left]), all(d > x for d in data[right:]))
words = ["pear", "Fig", "apple", "Date"]
result = []
for w in words:
    B.insort_right(result, w, key=str.lower)
print(result, B.bisect_left(result, "c", key=str.lower))


class Sequence:
    def __init__(self):
        self.items = []

    def __len__(self):
        return len(self.items)

    def __getitem__(self, k):
        print("get", k, end=" ")
        return self.items[k]

    def insert(self, k, x):
        print("insert", k, x)
        self.items.insert(k, x)


s = Sequence()
for x in 5, 1, 3, 3.0:
    B.insort_left(s, x)
print(s.items)


class L(list):
    def insert(self, k, x):
        print("L.insert", k)
        super().insert(k, x)


l = L([1, 3])
B.insort_right(l, 2)
print(l, B.bisect_left("abcd", "c"), B.bisect_right((1, 2, 2, 3), 2, lo=1, hi=3))


class Index:
    def __index__(self):
        return 2


print(B.bisect_left([1, 2, 3, 4], 0, Index()), B.bisect_right([5, 5, 5, 5], 9, hi=Index()))
