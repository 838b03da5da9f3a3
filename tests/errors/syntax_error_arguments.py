def show(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, '|', e)
# SyntaxError
for a in ((), ('m',), ('m', ('f', 1, 2, 't')), ('m', ('f', 1, 2, 't', 3, 4)), ('m', ('f', 1, 2)), ('m', 'abcd'), ('m', 5), ('m', ('f', 1, 2, 't'), 'x'), ('m', ('f', None, None, None)), ('m', ('/a/b/f.py', 10, 2, 't')), ('m', ('f', 1, 2, 't', 3)), ('m', ('f', 'x', 2, 't')), (5, ('f', 1, 2, 't')), ('m', [None, 1, 2, 't']), ('m', (None, None, 2, 't'))):
    def f():
        e = SyntaxError(*a)
        return str(e), repr(e), e.args, e.msg, e.filename, e.lineno, e.offset, e.text, e.end_lineno, e.end_offset, e.print_file_and_line
    show(f)
e = SyntaxError('m', ('f', 1, 2, 't')); e.msg = 'n'; e.lineno = 9; e.filename = None; print(e); e.filename = 'zz'; e.lineno = None; print(e); del e.msg; print(e); e.filename = 5; e.lineno = 4; show(lambda: str(e))
