import os, sys, warnings
warnings.simplefilter('always')
def t(v,*a,**k):
    if v is None: os.environ.pop('PYTHONBREAKPOINT',None)
    else: os.environ['PYTHONBREAKPOINT']=v
    with warnings.catch_warnings(record=True) as w:
        warnings.simplefilter('always')
        try: r=breakpoint(*a,**k)
        except BaseException as e: r=(type(e).__name__,str(e))
    print(repr(v), r, [(x.category.__name__,str(x.message)) for x in w])
t('0'); t('len','abc'); t('builtins.int','7'); t('os.path.join','a','b'); t('nosuch',1); t('os.nosuch'); t('nomod.f'); t('.'); t('a.'); t('.b'); t('os..path'); t('int','ff',base=16); t('sys.nosuch.x'); t('builtins.')
