# assistant.py - answers the editor's questions about names, in a program of its own beside the learner's.
# A question is a line: what it asks for, a dotted path, import lines (separated by tabs; several imports by ";").
# The answer is one line: rows divided by U+001E, their fields by tabs: name, kind, signature, first paragraph of the docstring.
import builtins
import sys


def kind_of(value):
    if isinstance(value, type):
        return 'exception' if issubclass(value, BaseException) else 'class'
    if type(value) is type(sys):
        return 'module'
    return 'function' if callable(value) else 'constant'


def signature_of(value):
    text = getattr(value, '__text_signature__', None)
    if isinstance(text, str):
        return text.replace('$self, ', '').replace('$self', '').replace('$module, ', '').replace('$module', '')
    code = getattr(value, '__code__', None)
    if code is None:
        return ''
    names = list(code.co_varnames[:code.co_argcount + code.co_kwonlyargcount])
    return '(' + ', '.join(names) + ')'


def about(value, length):
    text = getattr(value, '__doc__', None)
    if not isinstance(text, str) or kind_of(value) == 'constant':
        return ''
    return ' '.join(text.strip().split('\n\n')[0].split())[:length]


def row(name, value, length):
    fields = [name, kind_of(value), signature_of(value), about(value, length)]
    return '\t'.join(field.replace('\\', '\\\\').replace('\t', ' ').replace('\n', ' ').replace('\x1e', ' ') for field in fields)


def find(path, imports):
    scope = {'__builtins__': builtins}
    for line in imports.split(';'):
        if line:
            try:
                exec(line, scope)
            except BaseException:
                pass
    first, *rest = path.split('.')
    value = scope[first] if first in scope else getattr(builtins, first)
    for name in rest:
        value = getattr(value, name)
    return value


def answer(question, path, imports):
    if question == 'describe':
        value = find(path, imports)
        return row(path, value, 400)
    holder = builtins if path == '' else find(path, imports)
    rows = []
    for name in dir(holder):
        try:
            rows.append(row(name, getattr(holder, name), 120))
        except Exception:
            rows.append(name + '\tconstant\t\t')
    return '\x1e'.join(rows)


while True:
    words = (input() + '\t\t').split('\t')
    try:
        found = answer(words[0], words[1], words[2])
    except BaseException:
        found = ''
    print('\n' + found, flush=True)
