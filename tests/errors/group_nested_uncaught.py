inner = ExceptionGroup("inner", [KeyError("k"), OSError("o")])
inner.add_note("a note")
raise BaseExceptionGroup("outer", [inner, KeyboardInterrupt()])
