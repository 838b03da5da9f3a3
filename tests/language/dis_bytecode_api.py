# reference: 3.2.13.1
# dis.Bytecode, get_instructions, findlinestarts, stack_effect, code_info, opcode tables.
import dis, opcode
def f(a, b=1, *c, d, **e):
    """doc"""
    x = a
    for i in c:
        if i > b: x += i
    return x
for i in dis.get_instructions(f): print(i.opname, i.arg, i.argrepr, i.offset, i.starts_line, i.is_jump_target, i.positions)
print(list(dis.findlinestarts(f.__code__)), sorted(dis.findlabels(f.__code__.co_code)))
print(dis.code_info(f).replace(f.__code__.co_filename, "FILE"))
b = dis.Bytecode(f, first_line=100); print([i.starts_line for i in b if i.starts_line]); print(b.codeobj is f.__code__)
print(dis.Bytecode("x + 1").dis())
for name, arg in (("LOAD_CONST", 0), ("CALL", 2), ("POP_TOP", None), ("BUILD_LIST", 3), ("UNPACK_SEQUENCE", 2), ("UNPACK_EX", 257), ("FOR_ITER", 1), ("BINARY_OP", 0), ("SWAP", 2), ("COPY", 1), ("RETURN_VALUE", None), ("MAKE_FUNCTION", 15), ("BUILD_SLICE", 3), ("LOAD_ATTR", 1), ("LOAD_GLOBAL", 1)):
    try: print(name, dis.stack_effect(dis.opmap[name], arg), dis.stack_effect(dis.opmap[name], arg, jump=True), dis.stack_effect(dis.opmap[name], arg, jump=False))
    except ValueError as e: print(name, e)
for bad in ((dis.opmap["LOAD_CONST"], None), (dis.opmap["POP_TOP"], 1), (300, None), (1, "x")):
    try: print(dis.stack_effect(*bad))
    except Exception as e: print(type(e).__name__, e)
print(len(dis.opname), dis.opname[0], dis.opmap["RESUME"], dis.HAVE_ARGUMENT, dis.EXTENDED_ARG, dis.hasconst, dis.cmp_op, len(dis.hasjrel), dis.hasjabs, dis.hasfree)
print(sorted(dis.opmap.items(), key=lambda x: x[1]))
print(dis.COMPILER_FLAG_NAMES, dis.pretty_flags(0x0f), opcode._nb_ops[:3])
for bad in (5, None, "1 +", object()):
    try: dis.dis(bad) if bad is not None else dis.code_info(bad)
    except BaseException as e: print(type(e).__name__, e)
