try:
    raise SystemExit(False)
except SystemExit as e:
    print(e.code, repr(e), e.args)
raise SystemExit(256 + 7)
