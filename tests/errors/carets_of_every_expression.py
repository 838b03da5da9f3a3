import sys
class Out:
    def write(self, s): print(s, end='')
    def flush(self): pass
def show(f):
    try: f()
    except BaseException as e:
        e.__traceback__ = e.__traceback__.tb_next
        old, sys.stderr = sys.stderr, Out()
        try: sys.excepthook(type(e), e, e.__traceback__)
        finally: sys.stderr = old
        print('-----')
a, b, d, l = 1, 'x', {}, [1]
class C: x = None
c = C()
def t1(): return a + b
def t2(): return (a  +  b)
def t3(): return d['k']['j']
def t4(): return l[5]
def t5(): return c.x.y.z
def t6(): return c.foo(1, 2)
def t7(): return a(1)
def t8(): return (a
        + b)
def t9(): return d[
    'missing'
    ]
def t10(): return -b
def t11(): return a < b
def t12(): x, y = 1, 2, 3
def t13(): return len(5) + 1
def t14(): return [i / 0 for i in l]
def t15(): return f"{a / 0}"
def t16(): return f'{b:d}'
def t17(): assert a == 2, "msg"
def t18(): raise ValueError("x") from KeyError('y')
def t19(): import nonexistent_mod
def t20(): from sys import nonexistent_name
def t21(): del d['q']
def t22(): c.x.y = 5
def t23(): d['a']['b'] = 1
def t24(): a.b()
def t25(): return a if undefined1 else 2
def t26(): return l[0][0][0]
def t27(): return 1 / 0 ** 2 if a else 0
def t28(): return (lambda: 1/0)()
def t29(): return sum(x / 0 for x in l)
def t30(): return "äöü" + a
def t31(): return d["äöü"] + "ü" / 2
def t32(): return a. real . foo
def t33(): return 1 if a else 2 + b
def t34(): x = a; y = x + b; return y
def t35(): return not (a + b)
def t36(): yield_ = list(map(int, ['x']))
def t37(): return a @ b
def t38(): return a ** b
def t39(): return a // 0 
def t40(): return 5 % 0
def t41(): return ~b
def t42(): return a << b
def t43(): return a and b + a
def t44():
    for i in 5: pass
def t45():
    with a: pass
def t46(): return (a) + (b).c 
def t47(): return a[1:2]
def t48(): l[1:2] = 5
def t49(): a[0] = 1
def t50(): return {**a}
def t51(): return [*a]
def t52(): return print(*a)
def t53(): return print(**a)
def t54(): return int('x', base=5)
def t55(): return C(1)
def t56(): return b.join([1])
def t57(): b.foo = 1
def t58(): raise
def t59(): raise 5
def t60(): return undefined2(1,
                             2)
def t61(): return a.foo(
        1)
def t62(): return (
        a
        .real
        .foo
        )
def t63():	return	a + b
def t64(): x = yield_undefined; 
def t65(): return a + b if True else 0 # comment
def t66(): return l[a
      + 5]
def t67(): return d['a'] [ 'b' ]
def t68(): return  a  <  b  <  a
def t69(): return a in a
def t70(): return a is b.q
def t71(): match_ = c.x + 1
def t72():
    match a:
        case C(y, z): pass
def t73(): class_ = type('X', (int, str), {})
def t74():
    class X(int, str): pass
def t75():
    @a
    def g(): pass
def t76(): return a(b)(c)
def t77(): return a + b + c + d
def t78(): return c.x + c.x * c.x
def t79(): return ((a)) + ((b))
def t80(): a += b
def t81():
    global a
    a += b
def t82(): l[7] += 1
def t83(): c.zz += 1
def t84(): print(a, b, c.q, sep='')
def t85(): return await_()
def t86(): exec("1/0")
def t87(): exec(compile("x = 1\ny = x / 0\n", "<gen>", "exec"))
def t88(): eval("a b")
def t89(): raise SyntaxError("custom", ("file.py", 3, 5, "some text here\n", 3, 9))
def t90(): raise SyntaxError("custom", ("file.py", 3, 50, "short\n"))
for n in range(1, 91):
    show(globals()['t%d' % n])
