# cmath: every function on a grid of special and ordinary numbers, conversions, errors; _statistics.
import cmath, math, statistics, _statistics
inf,nan=math.inf,math.nan
V=[0.0,-0.0,1.0,-1.0,2.5,-0.75,1e300,-1e300,1e-310,710.0,-710.0,inf,-inf,nan,0.5]
def f(v):
    if isinstance(v,complex): return '(%s %s)'%(f(v.real),f(v.imag))
    if isinstance(v,tuple): return '<%s>'%','.join(map(f,v))
    if isinstance(v,float): return '%.12g'%v
    return str(v)
for n in 'acos acosh asin asinh atan atanh cos cosh exp log log10 phase polar sin sinh sqrt tan tanh isfinite isnan isinf'.split():
    for x in V:
        out=[]
        for y in V:
            try: out.append(f(getattr(cmath,n)(complex(x,y))))
            except Exception as e: out.append(type(e).__name__+str(e))
        print(n,x,*out)
for x in V:
    out=[]
    for y in V:
        try: out.append(f(cmath.rect(x,y)))
        except Exception as e: out.append(str(e))
    print('rect',x,*out)
def t(g,*a,**k):
    try: print(f(g(*a,**k)))
    except Exception as e: print(type(e).__name__,e)
class C:
    def __complex__(self): return 1+2j
class B:
    def __complex__(self): return 1.0
class F:
    def __float__(self): return 4.0
class I:
    def __index__(self): return 9
for v in (C(),B(),F(),I(),'1',None,True,10**400): t(cmath.sqrt,v)
t(cmath.log,8,2); t(cmath.log,1j,1j); t(cmath.log,0); t(cmath.log,2,0); t(cmath.log,2,1);t(cmath.log,2,base=2);t(cmath.sqrt);t(cmath.isclose,1,1+1e-10j);t(cmath.isclose,1,2,rel_tol=-1);t(cmath.isclose,1j,1.1j,abs_tol=.2);t(cmath.isclose,inf,inf);t(cmath.isclose,inf,1)
print(cmath.pi,cmath.e,cmath.tau,cmath.inf,cmath.infj,cmath.nanj,cmath.nan)
for p in (.5,.001,.2,.9999999,1e-300,.075): print('%.13g'%_statistics._normal_dist_inv_cdf(p,1,2), statistics.NormalDist(3,4).inv_cdf(p))
t(_statistics._normal_dist_inv_cdf,'x',1,2)
