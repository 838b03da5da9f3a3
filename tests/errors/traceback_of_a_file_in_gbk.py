# -*- coding: gbk -*-
def f():
    raise ValueError('你好' + '世界')
f()
