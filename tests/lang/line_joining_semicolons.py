x = (1 +
     2 +
     3); y = 2
if x > y: print("one line"); print("two")
z = 1 + \
    1
print(x, y, z); print("end")
if True:
	print("tab")
