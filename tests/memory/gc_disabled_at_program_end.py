# oracle: 64-bit
# With the collector switched off the program's end asks no callbacks, but cycles die all the same.
import gc
gc.disable()
gc.callbacks.append(lambda phase, info: print(phase, info["generation"]))
class Noisy:
    def __del__(self):
        print("del")
a = Noisy()
a.me = a
del a
print("end")
