try:
    raise ExceptionGroup("g", [ValueError(1), TypeError(2), KeyError(3)])
except* ValueError:
    raise RuntimeError("while handling")
except* TypeError:
    print("type handled")
