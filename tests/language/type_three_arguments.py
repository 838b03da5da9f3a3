# reference: type()
def say(self): return "I am " + self.name
Dog = type("Dog", (object,), {"name": "rex", "say": say})
print(Dog().say(), Dog.__name__, Dog.__bases__, Dog.__module__)
Puppy = type("Puppy", (Dog,), dict(name="bit"))
print(Puppy().say(), type(Puppy))
try:
    type("X", (5,), {})
except TypeError as e:
    print(e)
