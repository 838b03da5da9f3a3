import gc
gc.disable()
alive = []
class R:
    def __del__(self):
        print("del")
        alive.append(self)
r = R()
r.self = r
del r
gc.collect()
print(len(alive), alive[0].self is alive[0])
alive.clear()
gc.collect()
print(len(alive), "second collection does not call __del__ again")
