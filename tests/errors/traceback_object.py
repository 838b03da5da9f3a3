def f():
    def g():
        raise ValueError("x")
    g()

try:
    f()
except ValueError as e:
    tb = e.__traceback__
    while tb:
        print(tb.tb_lineno, tb.tb_frame.f_code.co_name, tb.tb_frame.f_lineno, tb.tb_frame.f_code.co_filename == __file__)
        tb = tb.tb_next
    print(e.with_traceback(None) is e, e.__traceback__)
