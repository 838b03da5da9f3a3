print([1, 2] == [1, 2], [1, 2] < [1, 3], [1] < [1, 0], [] < [0], [2] > [1, 9], [1, "a"] == [1, "a"], [1] == (1,), [1] != [1.0])
print([[1], [2]] < [[1], [3]], [1, 2, 3] <= [1, 2, 3], [True] == [1])
for f in (lambda: [1] < ["a"], lambda: [1] < (1,), lambda: [None] < [None], lambda: [None] < [0]):
    try:
        print(f())
    except TypeError as e:
        print(e)
class E:
    def __eq__(self, o): print("eq"); return True
    __hash__ = None
e = E()
print([e] == [e], [e] == [E()], e in [1, E()])
