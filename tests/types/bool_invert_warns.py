t = True
print(~t)
