/* builtins.c - the built-in functions about objects, attributes, scopes and classes, and the namespace of built-ins.
 * Those that compute over iterables are in builtins_iter.c, those about text and streams in builtins_text.c. */
#include "modules/builtins.h"

#include "modules/imp.h"
#include "modules/io.h"
#include "modules/site.h"

#include "compiler/compile.h"
#include "modules/_ast.h"
#include "modules/compiling.h"
#include "modules/modules.h"
#include "object/alloc.h"
#include "object/error.h"
#include "object/intern.h"
#include "types/bytes.h"
#include "types/dict.h"
#include "types/int.h"
#include "types/list.h"
#include "types/str.h"
#include "types/tuple.h"
#include "vm/frame.h"
#include "vm/vm.h"

#include <string.h>

#define VV_DEF_NAME builtins
#define VV_DEF_FILE "modules/builtins.def"
#include "object/deftype.h"

/* ---- objects ---- */

static vv_owned builtins_callable(vv_thread *t, vv_obj *const *argv) {
    return vv_bool(t, argv[0]->type->s.call != NULL);
}

static vv_owned builtins_id(vv_thread *t, vv_obj *const *argv) {
    return vv_int_new_u64(t, (uintptr_t)argv[0]);
}

static vv_step builtins_hash(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_hash(t, nf->argv[0]));
    return vv_return(t, vv_int_new(t, t->ival));
    VV_END(nf);
}

static vv_owned builtins_hash_now(vv_thread *t, vv_obj *const *argv) {
    vv_hash hash;
    return vv_hash_now(t, argv[0], &hash) == 1 ? vv_int_new(t, hash) : NULL;
}

/* Of the exact built-in containers, whose slot is a load; of others a frame asks. */
static vv_owned builtins_len_now(vv_thread *t, vv_obj *const *argv) {
    const vv_type *type = argv[0]->type;
    vv_vm *vm = t->vm;
    if (type != vm->types[VV_T_LIST] && type != vm->types[VV_T_STR] && type != vm->types[VV_T_TUPLE] &&
        type != vm->types[VV_T_DICT] && type != vm->types[VV_T_SET] && type != vm->types[VV_T_BYTES])
        return NULL;
    return type->s.len(t, argv[0]) == VV_READY ? vv_int_new(t, t->ival) : NULL;
}

static vv_step builtins_len(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_len(t, nf->argv[0]));
    return vv_return(t, vv_int_new(t, t->ival));
    VV_END(nf);
}

static vv_owned builtins_isinstance_now(vv_thread *t, vv_obj *const *argv) {
    int r = vv_isinstance_now(t, argv[0], argv[1]);
    return r == VV_LATER ? NULL : vv_bool(t, r);
}

static vv_step builtins_isinstance(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_isinstance(t, nf->argv[0], nf->argv[1]));
    return vv_return(t, vv_bool(t, t->ival != 0));
    VV_END(nf);
}

static vv_step builtins_issubclass(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_issubclass(t, nf->argv[0], nf->argv[1]));
    return vv_return(t, vv_bool(t, t->ival != 0));
    VV_END(nf);
}

/* ---- attributes ---- */

static int check_name(vv_thread *t, vv_ref name) {
    return VV_ISA(name, STR) ? 0 : vv_raise_int(t, VV_TypeError, "attribute name must be string, not '%T'", name);
}

/* Attribute names given as text are interned, as the ones in source are. */
static void intern_name(vv_thread *t, vv_native *nf) {
    if (VV_IS(t, nf->argv[1], STR))
        vv_intern(t, &nf->argv[1]);
}

/* argv[1] as an interned str, owned; NULL when it is no exact str. */
static vv_owned interned_name(vv_thread *t, vv_obj *const *argv) {
    if (!VV_IS(t, argv[1], STR))
        return NULL;
    vv_obj *name = vv_newref(argv[1]);
    if (!VV_STR(name)->interned)
        vv_intern(t, &name);
    return name;
}

static vv_owned builtins_getattr_now(vv_thread *t, vv_obj *const *argv) {
    vv_owned name = interned_name(t, argv);
    if (name == NULL)
        return NULL;
    bool absent;
    vv_ref found = vv_getattr_now_peek(t, argv[0], name, &absent);
    vv_decref(t, name);
    return vv_xnewref(absent ? argv[2] : found);
}

static vv_owned builtins_hasattr_now(vv_thread *t, vv_obj *const *argv) {
    vv_owned name = interned_name(t, argv);
    if (name == NULL)
        return NULL;
    bool absent;
    vv_ref found = vv_getattr_now_peek(t, argv[0], name, &absent);
    vv_decref(t, name);
    return found != NULL || absent ? vv_bool(t, found != NULL) : NULL;
}

static vv_step builtins_getattr(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (check_name(t, nf->argv[1]) < 0)
        return VV_FAILED;
    intern_name(t, nf);
    if (nf->argv[2] == NULL) {
        VV_AWAIT(nf, vv_do_getattr(t, nf->argv[0], nf->argv[1]));
        return VV_READY;
    }
    VV_AWAIT(nf, vv_do_lookup_attr(t, nf->argv[0], nf->argv[1]));
    if (t->ret == NULL)
        return vv_return(t, vv_newref(nf->argv[2]));
    return VV_READY;
    VV_END(nf);
}

static vv_step builtins_hasattr(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (check_name(t, nf->argv[1]) < 0)
        return VV_FAILED;
    intern_name(t, nf);
    VV_AWAIT(nf, vv_do_lookup_attr(t, nf->argv[0], nf->argv[1]));
    bool found = t->ret != NULL;
    if (found)
        vv_drop_ret(t);
    return vv_return(t, vv_bool(t, found));
    VV_END(nf);
}

static vv_owned builtins_setattr_now(vv_thread *t, vv_obj *const *argv) {
    if (argv[0]->type->s.setattr != vv_generic_setattr)
        return NULL;
    vv_owned name = interned_name(t, argv);
    if (name == NULL)
        return NULL;
    vv_ref found = vv_type_lookup_peek(t, argv[0]->type, name);
    vv_obj *result = NULL;
    if ((found == NULL || found->type->s.descr_set == NULL) && vv_generic_setattr(t, argv[0], name, argv[2]) == VV_READY)
        result = vv_none(t);
    vv_decref(t, name);
    return result;
}

static vv_step builtins_setattr(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (check_name(t, nf->argv[1]) < 0)
        return VV_FAILED;
    intern_name(t, nf);
    VV_AWAIT(nf, vv_do_setattr(t, nf->argv[0], nf->argv[1], nf->argv[2]));
    return vv_return_none(t);
    VV_END(nf);
}

static vv_step builtins_delattr(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (check_name(t, nf->argv[1]) < 0)
        return VV_FAILED;
    intern_name(t, nf);
    VV_AWAIT(nf, vv_do_delattr(t, nf->argv[0], nf->argv[1]));
    return vv_return_none(t);
    VV_END(nf);
}

static vv_pyframe *caller(vv_thread *t) {
    return vv_frame_python(t->frame);
}

static vv_owned builtins_globals(vv_thread *t, vv_obj *const *argv) {
    (void)argv;
    vv_pyframe *f = caller(t);
    return f == NULL ? vv_none(t) : vv_newref(f->globals);
}

static vv_owned builtins_locals(vv_thread *t, vv_obj *const *argv) {
    (void)argv;
    vv_pyframe *f = caller(t);
    return f == NULL ? vv_raise(t, VV_SystemError, "frame does not exist") : vv_frame_locals(t, f);
}

static vv_step builtins_vars(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (nf->argv[0] == NULL)
        return vv_return(t, vv_frame_locals(t, caller(t)));
    VV_AWAIT(nf, vv_do_lookup_attr(t, nf->argv[0], VV_N(t, __dict__)));
    if (t->ret == NULL)
        return vv_raise_step(t, VV_TypeError, "vars() argument must have __dict__ attribute");
    return VV_READY;
    VV_END(nf);
}

/* slot[0]: names */
static vv_step builtins_dir(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (nf->argv[0] == NULL) {
        nf->slot[1] = vv_frame_locals(t, caller(t));
        if (nf->slot[1] == NULL)
            return VV_FAILED;
        if (!VV_IS(t, nf->slot[1], DICT)) { /* any mapping may stand for the locals */
            VV_AWAIT(nf, vv_do_call_method(t, nf->slot[1], VV_N(t, keys), NULL, 0));
            vv_setref_take(t, &nf->slot[1], vv_take_ret(t));
        }
        VV_AWAIT(nf, vv_do_list(t, nf->slot[1]));
    } else {
        VV_AWAIT(nf, vv_do_call_special(t, nf->argv[0], VV_N(t, __dir__), NULL, 0));
        if (t->ret == NULL)
            return vv_raise_step(t, VV_TypeError, "object does not provide __dir__");
        nf->slot[1] = vv_take_ret(t);
        VV_AWAIT(nf, vv_do_list(t, nf->slot[1]));
    }
    nf->slot[0] = vv_take_ret(t);
    VV_AWAIT(nf, vv_do_list_sort(t, nf->slot[0], NULL, false));
    return vv_return(t, vv_move(&nf->slot[0]));
    VV_END(nf);
}

/* ---- source text and code ---- */

/* The UTF-8 of a str or bytes source: 0, or -1 with TypeError or SyntaxError. */
static int source_text(vv_thread *t, vv_ref source, const char *function, const char *what, const char **text, size_t *n) {
    const uint8_t *bytes;
    if (VV_ISA(source, STR)) {
        *text = vv_str_utf8_peek(t, source, n);
        if (*text == NULL)
            return -1;
    } else if (vv_bytes_view(source, &bytes, n)) {
        *text = (const char *)bytes;
    } else {
        return vv_raise_int(t, VV_TypeError, "%s() arg 1 must be a %s", function, what);
    }
    return memchr(*text, '\0', *n) == NULL ? 0 : vv_raise_int(t, VV_SyntaxError, "source code string cannot contain null bytes");
}

/* Compiler flags for a source: a str has no coding line, and code made by code shares its future statements. */
static int source_flags(vv_thread *t, vv_ref source, bool inherit) {
    return (source != NULL && VV_ISA(source, STR) ? VV_COMPILE_IGNORE_COOKIE : 0) |
           (inherit ? caller(t)->code->flags & VV_CO_FUTURE_ANNOTATIONS : 0);
}

/* The flags argument of compile(): 0/-1. */
enum { ONLY_AST = 0x400, TYPE_COMMENTS = 0x1000, TOP_LEVEL_AWAIT = 0x2000 };
static int flags_argument(vv_thread *t, vv_ref o, int *ret) {
    enum { INCOMPLETE = 0x4000, DONT_IMPLY_DEDENT = 0x200, FUTURES = 0x1FE0000 };
    int64_t value = 0;
    *ret = 0;
    if (o == NULL)
        return 0;
    if (!VV_ISA(o, INT))
        return vv_raise_int(t, VV_TypeError, "'%T' object cannot be interpreted as an integer", o);
    if (vv_int_to_i64(o, &value) != 0 || value < INT32_MIN || value > INT32_MAX)
        return vv_raise_int(t, VV_OverflowError, "Python int too large to convert to C int");
    if (value & ~(int64_t)(FUTURES | ONLY_AST | TYPE_COMMENTS | TOP_LEVEL_AWAIT | INCOMPLETE | DONT_IMPLY_DEDENT))
        return vv_raise_int(t, VV_ValueError, "compile(): unrecognised flags");
    *ret = (int)value & (ONLY_AST | VV_COMPILE_TOP_LEVEL_AWAIT | VV_CO_FUTURE_ANNOTATIONS | VV_COMPILE_INCOMPLETE_INPUT);
    return 0;
}

/* Leading blanks are no indentation for eval: how many there are. */
static size_t blanks(const char *text, size_t n) {
    size_t k = 0;
    while (k < n && (text[k] == ' ' || text[k] == '\t'))
        k++;
    return k;
}

/* The name of a file as str: of a str or bytes. */
static vv_owned filename_of(vv_thread *t, vv_ref o) {
    const uint8_t *bytes;
    size_t length;
    if (VV_ISA(o, STR))
        return vv_newref(o);
    if (vv_bytes_view(o, &bytes, &length))
        return vv_decode(t, bytes, length, "utf-8", "surrogateescape");
    return vv_raise(t, VV_TypeError, "expected str, bytes or os.PathLike object, not %T", o);
}

/* argv: source, filename, mode, flags, dont_inherit, optimize, _feature_version; i[0]: do not
 * inherit; slot[0]: filename */
static vv_step builtins_compile(vv_thread *t, vv_native *nf) {
    static const char what[] = "string, bytes or AST object";
    VV_BEGIN(nf);
    if (nf->argv[4] != NULL) {
        VV_AWAIT(nf, vv_do_truth(t, nf->argv[4]));
        nf->i[0] = t->ival;
    }
    vv_compile_mode mode;
    int flags;
    if (!VV_ISA(nf->argv[2], STR))
        return vv_raise_step(t, VV_TypeError, "compile() argument 'mode' must be str, not %A", nf->argv[2]);
    nf->slot[0] = filename_of(t, nf->argv[1]);
    if (nf->slot[0] == NULL || flags_argument(t, nf->argv[3], &flags) < 0)
        return VV_FAILED;
    for (int k = 5; k < 7; k++)
        if (nf->argv[k] != NULL && !VV_ISA(nf->argv[k], INT))
            return vv_raise_step(t, VV_TypeError, "'%T' object cannot be interpreted as an integer", nf->argv[k]);
    int64_t optimize = nf->argv[5] == NULL ? -1 : vv_int_clamp_index(nf->argv[5]);
    if (optimize < INT32_MIN || optimize > INT32_MAX)
        return vv_raise_step(t, VV_OverflowError, "Python int too large to convert to C int");
    if (optimize < -1 || optimize > 2)
        return vv_raise_step(t, VV_ValueError, "compile(): invalid optimize value");
    bool tree = (flags & ONLY_AST) != 0;
    flags &= ~ONLY_AST;
    flags |= optimize >= 0 ? (int)optimize * VV_COMPILE_OPTIMIZE : vv_compile_optimize(t->vm);
    if (vv_str_equal_cstr(nf->argv[2], "exec"))
        mode = VV_COMPILE_EXEC;
    else if (vv_str_equal_cstr(nf->argv[2], "eval"))
        mode = VV_COMPILE_EVAL;
    else if (vv_str_equal_cstr(nf->argv[2], "single"))
        mode = VV_COMPILE_SINGLE;
    else if (vv_str_equal_cstr(nf->argv[2], "func_type") && !tree)
        return vv_raise_step(t, VV_ValueError, "compile() mode 'func_type' requires flag PyCF_ONLY_AST");
    else if (vv_str_equal_cstr(nf->argv[2], "func_type"))
        mode = VV_COMPILE_FUNC_TYPE;
    else
        return vv_raise_step(t, VV_ValueError, tree ? "compile() mode must be 'exec', 'eval', 'single' or 'func_type'"
                                                    : "compile() mode must be 'exec', 'eval' or 'single'");
    const char *text;
    size_t n;
    if (vv_ast_is_node(t, nf->argv[0])) {
        if (tree)
            return vv_return(t, vv_newref(nf->argv[0]));
        VV_AWAIT(nf, vv_do_ast_compile(t, nf->argv[0], nf->slot[0], mode, flags | source_flags(t, NULL, nf->i[0] == 0)));
        return VV_READY;
    }
    if (source_text(t, nf->argv[0], "compile", what, &text, &n) < 0)
        return VV_FAILED;
    int minor = nf->argv[6] == NULL ? -1 : (int)vv_int_clamp_index(nf->argv[6]);
    VV_AWAIT(nf, vv_do_compile_source(t, nf->argv[0], 0, nf->slot[0], mode, flags | source_flags(t, nf->argv[0], nf->i[0] == 0), tree,
                                      minor));
    return VV_READY;
    VV_END(nf);
}

/* Fills argv[1] and argv[2] (globals, locals) of eval and exec: 0/-1. */
static int namespaces(vv_thread *t, vv_native *nf, bool evaluates) {
    vv_pyframe *f = caller(t);
    vv_obj **globals = &nf->argv[1], **locals = &nf->argv[2];
    bool own = *globals == NULL || *globals == t->vm->none;
    if (own)
        vv_setref_take(t, globals, vv_newref(f->globals));
    else if (!VV_ISA(*globals, DICT) && !evaluates)
        return vv_raise_int(t, VV_TypeError, "exec() globals must be a dict, not %T", *globals);
    else if (!VV_ISA(*globals, DICT))
        return vv_raise_int(t, VV_TypeError, (*globals)->type->s.getitem != NULL
                                                 ? "globals must be a real dict; try eval(expr, {}, mapping)"
                                                 : "globals must be a dict");
    if (*locals == NULL || *locals == t->vm->none) {
        vv_owned value = own ? vv_frame_locals(t, f) : vv_newref(*globals);
        if (value == NULL)
            return -1;
        vv_setref_take(t, locals, value);
    } else if ((*locals)->type->s.getitem == NULL) {
        return evaluates ? vv_raise_int(t, VV_TypeError, "locals must be a mapping")
                         : vv_raise_int(t, VV_TypeError, "locals must be a mapping or None, not %T", *locals);
    }
    if (vv_dict_get_str_peek(*globals, VV_N(t, __builtins__)) == NULL)
        return vv_dict_set_str(t, *globals, VV_N(t, __builtins__), f->builtins);
    return 0;
}

/* t->ret = the code object, or that of a source. */
static vv_step code_of(vv_thread *t, vv_ref source, const char *function, vv_compile_mode mode) {
    if (VV_IS(t, source, CODE))
        return vv_return(t, vv_newref(source));
    const char *text;
    size_t n;
    if (source_text(t, source, function, "string, bytes or code object", &text, &n) < 0)
        return VV_FAILED;
    VV_AUTO filename = {t, vv_str_from_cstr(t, "<string>")};
    if (filename.o == NULL)
        return VV_FAILED;
    return vv_do_compile_source(t, source, mode == VV_COMPILE_EVAL ? blanks(text, n) : 0, filename.o, mode,
                                source_flags(t, source, true) | vv_compile_optimize(t->vm), false, -1);
}

static vv_step builtins_eval(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (namespaces(t, nf, true) < 0)
        return VV_FAILED;
    VV_AWAIT(nf, code_of(t, nf->argv[0], "eval", VV_COMPILE_EVAL));
    nf->slot[0] = vv_take_ret(t);
    if (VV_CODE_OF(nf->slot[0])->nfrees > 0)
        return vv_raise_step(t, VV_TypeError, "code object passed to eval() may not contain free variables");
    VV_AWAIT(nf, vv_frame_exec(t, nf->slot[0], nf->argv[1], nf->argv[2], NULL));
    return VV_READY;
    VV_END(nf);
}

/* Is this a tuple of exactly n cells? */
static bool is_closure(vv_thread *t, vv_ref o, size_t n) {
    if (o == NULL || !VV_IS(t, o, TUPLE) || VV_TUPLE(o)->length != n)
        return false;
    for (size_t i = 0; i < n; i++)
        if (!VV_IS(t, VV_TUPLE(o)->items[i], CELL))
            return false;
    return true;
}

static vv_step builtins_exec(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (namespaces(t, nf, false) < 0)
        return VV_FAILED;
    if (!VV_IS(t, nf->argv[0], CODE) && nf->argv[3] != NULL && nf->argv[3] != t->vm->none)
        return vv_raise_step(t, VV_TypeError, "closure can only be used when source is a code object");
    VV_AWAIT(nf, code_of(t, nf->argv[0], "exec", VV_COMPILE_EXEC));
    nf->slot[0] = vv_take_ret(t);
    size_t frees = (size_t)VV_CODE_OF(nf->slot[0])->nfrees;
    vv_ref closure = nf->argv[3] == t->vm->none ? NULL : nf->argv[3];
    if (frees > 0 && !is_closure(t, closure, frees))
        return vv_raise_step(t, VV_TypeError, "code object requires a closure of exactly length %zu", frees);
    if (frees == 0 && closure != NULL)
        return vv_raise_step(t, VV_TypeError, "cannot use a closure with this code object");
    VV_AWAIT(nf, vv_frame_exec(t, nf->slot[0], nf->argv[1], nf->argv[2], closure));
    vv_drop_ret(t);
    return vv_return_none(t);
    VV_END(nf);
}

/* ---- classes, imports, hooks ---- */

/* argv: (func, name, *bases), kwds */
static vv_step start_class(vv_thread *t, vv_native *nf) {
    size_t n = VV_TUPLE(nf->argv[0])->length, named = nf->argv[1] == NULL ? 0 : vv_dict_length(nf->argv[1]);
    vv_obj **args = vv_alloc(t, (n + named + 1) * sizeof(vv_obj *));
    if (args == NULL)
        return VV_FAILED;
    vv_owned kwnames = vv_tuple_new(t, named);
    if (kwnames == NULL) {
        vv_free(t, args);
        return VV_FAILED;
    }
    for (size_t k = 0; k < n; k++)
        args[k] = VV_TUPLE(nf->argv[0])->items[k];
    size_t pos = 0, k = 0;
    vv_ref key, value;
    while (named > 0 && vv_dict_next(nf->argv[1], &pos, &key, &value, NULL)) {
        VV_TUPLE(kwnames)->items[k] = vv_newref(key);
        args[n + k++] = VV_OBJ(value);
    }
    vv_tuple_done(t, kwnames);
    vv_step s = vv_do_build_class(t, args, n, kwnames);
    vv_decref(t, kwnames);
    vv_free(t, args);
    return s;
}

static vv_step builtins_build_class(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, start_class(t, nf));
    return VV_READY;
    VV_END(nf);
}

static vv_step builtins_import(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (!VV_ISA(nf->argv[0], STR))
        return vv_raise_step(t, VV_TypeError, "module name must be a string");
    nf->slot[0] = nf->argv[4] == NULL ? vv_int_new(t, 0) : vv_newref(nf->argv[4]);
    nf->slot[1] = nf->argv[3] == NULL ? vv_newref(t->vm->empty_tuple) : vv_newref(nf->argv[3]);
    VV_AWAIT(nf, vv_do_import_builtin(t, nf->argv[0], nf->argv[1], nf->slot[1], nf->slot[0]));
    return VV_READY;
    VV_END(nf);
}

static vv_step builtins_breakpoint(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    nf->slot[0] = vv_xnewref(vv_dict_get_str_peek(t->vm->sysdict, VV_N(t, breakpointhook)));
    if (nf->slot[0] == NULL)
        return vv_raise_step(t, VV_RuntimeError, "lost sys.breakpointhook");
    VV_AWAIT(nf, vv_do_call_ex(t, nf->slot[0], nf->argv[0], nf->argv[1]));
    return VV_READY;
    VV_END(nf);
}

/* ---- the module ---- */

/* Types that are names of their own in the module. */
static const int named_types[] = {
    VV_T_OBJECT, VV_T_TYPE,     VV_T_INT,       VV_T_BOOL,        VV_T_FLOAT,       VV_T_COMPLEX,  VV_T_STR,
    VV_T_BYTES,  VV_T_BYTEARRAY, VV_T_LIST,     VV_T_TUPLE,       VV_T_DICT,        VV_T_SET,      VV_T_FROZENSET,
    VV_T_SLICE,  VV_T_RANGE,    VV_T_ENUMERATE, VV_T_REVERSED,    VV_T_ZIP,         VV_T_MAP,      VV_T_FILTER,
    VV_T_PROPERTY, VV_T_CLASSMETHOD, VV_T_STATICMETHOD, VV_T_SUPER, VV_T_MEMORYVIEW,
};

vv_owned vv_builtins_module(vv_thread *t) {
    vv_vm *vm = t->vm;
    vv_owned module = vv_module_from_defs(t, "builtins", "Built-in functions, types, exceptions, and other objects.", builtins_methods);
    if (module == NULL)
        return NULL;
    vv_ref dict = VV_MODULE_OF(module)->dict;
    bool ok = true;
    for (size_t k = 0; k < VV_ARRAY_LEN(named_types); k++)
        ok = ok && vv_dict_set_cstr(t, dict, vm->types[named_types[k]]->tp_name, (vv_ref)vm->types[named_types[k]]) == 0;
#define VV_EXC(name, base, layout, doc) ok = ok && vv_dict_set_cstr(t, dict, #name, (vv_ref)vm->types[VV_##name]) == 0;
#include "types/exceptions.def"
#undef VV_EXC
    const struct {
        const char *name;
        vv_ref value;
    } constants[] = {
        {"None", vm->none},
        {"True", vm->true_},
        {"False", vm->false_},
        {"NotImplemented", vm->not_implemented},
        {"Ellipsis", vm->ellipsis},
        {"__debug__", vm->true_},
        {"EnvironmentError", (vv_ref)vm->types[VV_OSError]},
        {"IOError", (vv_ref)vm->types[VV_OSError]},
    };
    for (size_t k = 0; k < VV_ARRAY_LEN(constants); k++)
        ok = ok && vv_dict_set_cstr(t, dict, constants[k].name, constants[k].value) == 0;
    ok = ok && vv_builtins_add_iter(t, module) == 0 && vv_builtins_add_text(t, module) == 0 && vv_io_add_open(t, module) == 0 &&
         vv_site_add(t, dict) == 0;
    if (!ok)
        vv_clearref(t, &module);
    return module;
}
