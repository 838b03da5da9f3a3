source = "def f():\n    raise ValueError('inside')\nf()\n"
exec(compile(source, "<made up>", "exec"))
