e = KeyError("k")
e.__notes__ = ["text", 5]
raise e
