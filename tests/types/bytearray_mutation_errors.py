# Every mutation of a bytearray with good and bad arguments, and while a view pins it.
def show(f, *args, **kwargs):
    try:
        print(ascii(f(*args, **kwargs)))
    except BaseException as e:
        print(type(e).__name__, ascii(str(e)))

class Index:
    def __init__(self, value):
        self.value = value
    def __index__(self):
        return self.value

sources = """b.append(1) b.append(256) b.append(-1) b.append('a') b.append(Index(7)) b.extend(b'xy') b.extend([1,2]) b.extend([300]) b.extend('ab') b.extend(3) b.extend(b) b.insert(0,5) b.insert(-1,5)
b.insert(100,5) b.insert('a',1) b.insert(0,256) b.pop() b.pop(0) b.pop(10) b.pop(-6) b.pop('a') b.remove(104) b.remove(0) b.remove(300) b.remove('a') b.reverse() b.clear() b.copy() b.__setitem__(0,1)
b.__setitem__(0,256) b.__setitem__(0,'a') b.__setitem__(10,1) b.__setitem__('a',1) b.__setitem__(slice(1,3),b'xyz') b.__setitem__(slice(1,3),[1,2,3]) b.__setitem__(slice(1,3),3)
b.__setitem__(slice(None,None,2),b'xyz') b.__setitem__(slice(None,None,2),b'xy') b.__setitem__(slice(None,None,2),b'') b.__setitem__(slice(1,3),b) b.__setitem__(slice(1,3),'ab') b.__delitem__(0) b.__delitem__(10)
b.__delitem__(slice(1,3)) b.__delitem__(slice(None,None,2)) b.__delitem__(slice(None,None,-2)) b.__delitem__('a') b.__iadd__(b'xy') b.__iadd__(b) b.__iadd__('a') b.__iadd__([1]) b.__imul__(2) b.__imul__(0)
b.__imul__(-1) b.__imul__('a') b.__imul__(Index(2)) hash(b) b.__reduce__() b.__reduce_ex__(2) b.__reduce_ex__(4) b.__init__(3) b.__init__('x','ascii') b.__contains__(b'll') b.__contains__(999)
iter(b).__length_hint__() iter(b).__reduce__() list(reversed(b)) sorted(b) b.join([b]) b.__alloc__()>=len(b)""".split()
for pinned in (False, True):
    for source in sources:
        b = bytearray(b"hello")
        view = memoryview(b) if pinned else None
        show(lambda: eval(source))
        print(source, b)
b = bytearray()
def watch():
    for i in range(5):
        yield i
        seen.append(len(b))
seen = []
b.__init__(watch())
print(b, seen)
