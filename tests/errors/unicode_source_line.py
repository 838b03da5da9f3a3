größe = "中文"
print(größe + 1)
