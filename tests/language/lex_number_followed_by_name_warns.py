# reference: 2.1.9, 2.4.4
# A number directly followed by a keyword still works, with a warning; directly followed by another name it is an error.
x = 1
print(1if x else 2)
print(0x1fand 3)
print([0b1for i in (1,)])
print(1.5or 2)
print(1_0in [10])
