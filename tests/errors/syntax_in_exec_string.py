exec("x = (\n1 +* 2)")
