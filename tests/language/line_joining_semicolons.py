# reference: 2.1.5, 2.1.6
x = (1 +
     2 +
     3); y = 2
if x > y: print("one line"); print("two")
z = 1 + \
    1
print(x, y, z); print("end")
if True:
	print("tab")
