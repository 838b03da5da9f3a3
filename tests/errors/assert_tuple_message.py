assert not "text", ("a", 1)
