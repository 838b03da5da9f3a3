# The context of decimal arithmetic is a context variable: other contexts have their own.
import sys
from decimal import Decimal, getcontext, localcontext

getcontext().prec = 9

import contextvars

var = contextvars.ContextVar('var', default=3)
context = contextvars.copy_context()


def narrow():
    getcontext().prec = 5  # changes the object that both contexts hold
    with localcontext(prec=3):
        print(Decimal(1) / 7)
    return Decimal(1) / 7


def other():
    from decimal import Context, setcontext
    setcontext(Context(prec=4))
    return Decimal(2) / 3


print(context.run(narrow), Decimal(1) / 7)
print(context.run(other), Decimal(2) / 3)
print([key.name for key in context], context[next(iter(context))].prec)
print(contextvars.Context().run(lambda: getcontext().prec), getcontext().prec)
token = var.set(4)
print(var.get(), token.old_value)
var.reset(token)
print(var.get())

import importlib

del sys.modules['_decimal']
again = importlib.import_module('_decimal')
print(again.Decimal is Decimal, again.getcontext().prec)
