# Decimal: operations in random contexts, with the flags they raise.
import decimal, _random
from decimal import Decimal as D, Context
decimal.setcontext(decimal.Context())
class Random(_random.Random):
    def randrange(self, a, b=None):
        return int(self.random() * a) if b is None else a + int(self.random() * (b - a))
    def choice(self, s):
        return s[self.randrange(len(s))]
    def uniform(self, a, b):
        return a + (b - a) * self.random()
R = Random(7)
n = 700
rounds=['ROUND_UP','ROUND_DOWN','ROUND_CEILING','ROUND_FLOOR','ROUND_HALF_UP','ROUND_HALF_DOWN','ROUND_HALF_EVEN','ROUND_05UP']
def num():
    k=R.random()
    if k<0.04: return R.choice(['NaN','sNaN','-NaN12','sNaN345678901234','Infinity','-Infinity','0','-0','0E+5','-0E-7','1','-1','1.000','10','1E+3','0.1','-1.0'])
    if k<0.08: return str(R.randrange(-20,20))
    if k<0.12: return '1'+'.'+'0'*R.randrange(0,20)+str(R.randrange(100))
    if k<0.15: return ('9'*R.randrange(1,40))+'E'+str(R.randrange(-40,20))
    if k<0.18: return ''.join(R.choice('01') for _ in range(R.randrange(1,25)))
    if k<0.2: return str(10**R.randrange(0,30))+'E'+str(R.randrange(-30,30))
    nd=R.choice([1,2,3,5,8,9,10,15,18,19,27,28,29,36,37,60,100])
    digits=''.join(R.choice('0123456789') for _ in range(R.randrange(1,nd+1)))
    if R.random()<.2: digits=digits[:-1]+'5'+'0'*R.randrange(0,9)
    e=R.choice([0,0,0,-1,-2,1,-nd,-nd//2,R.randrange(-30,30),R.randrange(-30,30),R.randrange(-400,400)])
    return R.choice(['','-',''])+digits+('' if e==0 else 'E%d'%e)
def small():
    return R.choice(['','-'])+str(R.randrange(0,R.choice([3,10,30,200])))+R.choice(['','','.5','.25','.%d'%R.randrange(10**8),'E-3'])
one="abs exp ln log10 logb logical_invert minus next_minus next_plus normalize plus sqrt to_integral_exact to_integral_value copy_abs copy_negate is_canonical is_finite is_infinite is_nan is_normal is_qnan is_signed is_snan is_subnormal is_zero number_class to_sci_string to_eng_string create_decimal".split()
two="add compare compare_signal compare_total compare_total_mag copy_sign divide divide_int logical_and logical_or logical_xor max max_mag min min_mag multiply next_toward quantize remainder remainder_near rotate scaleb shift subtract divmod same_quantum power".split()
w=(one*2+two*3+['sqrt','power','power','power','fma','fma','fma','exp','ln','log10','add','subtract','multiply','divide','powmod','hash','int','ratio','tuple','float','cmp','format','format','format','format','round','fromfloat'])
types=['','e','E','f','F','g','G','%','n']
for i in range(n):
    p=R.choice([1,2,3,5,7,9,16,19,28,34])
    em=R.choice([1,5,9,20,99,384,999,999999,999999])
    c=Context(prec=p,Emax=em,Emin=-R.choice([em,em,em-1 if em>1 else 0]),rounding=R.choice(rounds),clamp=R.choice([0,0,1]),capitals=R.choice([1,1,0]),traps=[])
    op=R.choice(w); a=D(num()); b=D(num()); d=D(num())
    if op in('exp','power'): b=D(small()); a=D(small()) if op=='exp' and R.random()<.7 else a
    if op in('rotate','shift','scaleb') and R.random()<.8: b=D(R.randrange(-60,60))
    if op in('quantize',) and R.random()<.7: b=D('1E%d'%R.randrange(-30,10))
    if op.startswith('logical') and R.random()<.9:
        a,b=[D(''.join(R.choice('01') for _ in range(R.randrange(1,40)))) for _ in 'ab']
    decimal.setcontext(c)
    args=(a,b)
    try:
        if op in one: r=getattr(c,op)(a); args=(a,)
        elif op in two: r=getattr(c,op)(a,b)
        elif op=='fma': r=c.fma(a,b,d); args=(a,b,d)
        elif op=='powmod':
            a,b,d=[D(R.randrange(-10**R.randrange(1,20),10**R.randrange(1,20))) for _ in 'abc']; b=D(small()) if R.random()<.1 else abs(b)
            args=(a,b,d); r=c.power(a,b,d)
        elif op=='hash': args=(a,); r=None if a.is_nan() else hash(a)==hash(a+0)
        elif op=='int': args=(a,); r=int(a)%10**30 if a.adjusted()<200 or not a.is_finite() else None
        elif op=='ratio': args=(a,); r=a.as_integer_ratio()
        elif op=='tuple': args=(a,); r=a.as_tuple()
        elif op=='float': args=(a,); r=float(a)
        elif op=='cmp': r=(a<b,a<=b,a==b,a!=b,a>b,a>=b,a==int(R.random()*9))
        elif op=='fromfloat':
            f=R.choice([R.uniform(-1,1),R.uniform(-1e300,1e300),R.random()*2.0**R.randrange(-1074,1020)]); args=(f,); r=(c.create_decimal(f),D(f),D(f)==f,D(f)<f, a<f)
        elif op=='round': k=R.randrange(-5,20); args=(a,k); r=a.__round__(k)
        elif op=='format':
            s=R.choice(['','','<','>','^','=','*<','x^','0='])
            s+=R.choice(['','','+',' ','-'])+''
            if not s[:1] in '<>^=' and s[1:2] not in ('<','>','^','=') and R.random()<.3: s+='0'
            s+=R.choice(['',str(R.randrange(1,30))])
            s+=R.choice(['','',','])
            s+=R.choice(['','.%d'%R.randrange(0,15)])
            t=R.choice(types)
            if ',' in s and t=='n': t='f'
            s+=t
            args=(a,s); r=format(a,s)
            if len(r)>300: r=r[:100]+str(len(r))
    except Exception as e:
        r='%s: %s'%(type(e).__name__,e)
    fl=','.join(s.__name__ for s,v in c.flags.items() if v)
    print(i,p,c.Emax,c.Emin,c.rounding[6:],c.clamp,c.capitals,op,*map(repr,args),'->',r,fl)
