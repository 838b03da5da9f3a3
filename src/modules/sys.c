/* sys.c - module sys: hooks, the stack, counts, limits, the standard streams; and the last acts of a program. What it
 * says about the interpreter itself is in sys_info.c. */
#include "kernel/kernel.h"
#include "modules/io.h"
#include "modules/sys_info.h"
#include "object/alloc.h"
#include "object/error.h"
#include "object/intern.h"
#include "types/dict.h"
#include "types/exceptions.h"
#include "types/float.h"
#include "types/int.h"
#include "types/list.h"
#include "types/str.h"
#include "types/structseq.h"
#include "vm/report.h"
#include "vm/vm.h"

#define VV_DEF_NAME sys
#define VV_DEF_FILE "modules/sys.def"
#include "object/deftype.h"

enum { LEAST_STR_DIGITS = 640 };

int vv_sys_int_argument(vv_thread *t, vv_ref o, int *ret) {
    int64_t value;
    if (!VV_ISA(o, INT))
        return vv_raise_int(t, VV_TypeError, "'%T' object cannot be interpreted as an integer", o);
    if (vv_int_to_i64(o, &value) != 0 || value > INT32_MAX || value < INT32_MIN)
        return vv_raise_int(t, VV_OverflowError, "Python int too large to convert to C int");
    *ret = (int)value;
    return 0;
}

/* ---- exceptions and hooks ---- */

static vv_ref handled_peek(vv_thread *t) {
    for (const vv_excinfo *e = t->excinfo; e != NULL; e = e->previous)
        if (e->handled != NULL)
            return e->handled;
    return NULL;
}

static vv_owned sys_exception(vv_thread *t, vv_obj *const *argv) {
    (void)argv;
    vv_ref exc = handled_peek(t);
    return exc == NULL ? vv_none(t) : vv_newref(exc);
}

static vv_owned sys_exc_info(vv_thread *t, vv_obj *const *argv) {
    (void)argv;
    vv_ref exc = handled_peek(t), none = VV_NONE(t);
    if (exc == NULL)
        return vv_tuple_pack(t, 3, none, none, none);
    vv_ref traceback = VV_EXC_OF(exc)->traceback;
    return vv_tuple_pack(t, 3, (vv_ref)exc->type, exc, traceback == NULL ? none : traceback);
}

static vv_owned sys_exit(vv_thread *t, vv_obj *const *argv) {
    VV_AUTO args = {t, NULL};
    if (argv[0] == NULL || argv[0] == t->vm->none)
        args.o = vv_newref(t->vm->empty_tuple);
    else if (VV_ISA(argv[0], TUPLE))
        args.o = vv_newref(argv[0]);
    else
        args.o = vv_tuple_pack(t, 1, (vv_ref)argv[0]);
    VV_AUTO exc = {t, args.o == NULL ? NULL : vv_exc_new(t, VV_SystemExit, args.o)};
    if (exc.o != NULL)
        (void)vv_raise_object(t, exc.o);
    return NULL;
}

static vv_step sys_excepthook(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (!VV_ISA(nf->argv[1], EXCEPTION)) { /* is told instead */
        nf->slot[0] = vv_format(t, "TypeError: print_exception(): Exception expected for value, %T found\n", nf->argv[1]);
        if (nf->slot[0] == NULL)
            return VV_FAILED;
        VV_AWAIT(nf, vv_do_write_stderr(t, nf->slot[0]));
        vv_drop_ret(t);
        return vv_return_none(t);
    }
    if (VV_IS(t, nf->argv[2], TRACEBACK) && VV_EXC_OF(nf->argv[1])->traceback == NULL)
        VV_EXC_OF(nf->argv[1])->traceback = vv_newref(nf->argv[2]);
    VV_AWAIT(nf, vv_do_report(t, nf->argv[1]));
    vv_drop_ret(t);
    return vv_return_none(t);
    VV_END(nf);
}

/* argv: an object with exc_value and object */
static vv_step sys_unraisablehook(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    nf->slot[2] = vv_intern_cstr(t, "exc_value");
    if (nf->slot[2] == NULL)
        return VV_FAILED;
    VV_AWAIT(nf, vv_do_getattr(t, nf->argv[0], nf->slot[2]));
    nf->slot[0] = vv_take_ret(t);
    VV_AWAIT(nf, vv_do_getattr(t, nf->argv[0], VV_N(t, object)));
    nf->slot[1] = vv_take_ret(t);
    if (!VV_ISA(nf->slot[0], EXCEPTION))
        return vv_return_none(t);
    VV_AWAIT(nf, vv_do_report_ignored(t, nf->slot[0], nf->slot[1], NULL));
    if (t->ret != NULL)
        vv_drop_ret(t);
    return vv_return_none(t);
    VV_END(nf);
}

static vv_step write_to(vv_thread *t, vv_ref stream, vv_ref text) {
    if (VV_IS(t, stream, FILE))
        return vv_do_file_write(t, stream, text);
    return vv_do_call_method(t, stream, VV_N(t, write), (vv_obj *[]){VV_OBJ(text)}, 1);
}

/* slot: 0 stdout, 1 text */
static vv_step sys_displayhook(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (nf->argv[0] == t->vm->none)
        return vv_return_none(t);
    if (vv_dict_set_str(t, t->vm->builtins, VV_N(t, _), VV_NONE(t)) < 0)
        return VV_FAILED;
    nf->slot[0] = vv_xnewref(vv_dict_get_str_peek(t->vm->sysdict, VV_N(t, stdout)));
    if (nf->slot[0] == NULL || nf->slot[0] == t->vm->none)
        return vv_raise_step(t, VV_RuntimeError, "lost sys.stdout");
    VV_AWAIT(nf, vv_do_repr(t, nf->argv[0]));
    nf->slot[1] = vv_take_ret(t);
    vv_owned line = vv_format(t, "%U\n", nf->slot[1]);
    if (line == NULL)
        return VV_FAILED;
    vv_setref_take(t, &nf->slot[1], line);
    VV_AWAIT(nf, write_to(t, nf->slot[0], nf->slot[1]));
    vv_drop_ret(t);
    if (vv_dict_set_str(t, t->vm->builtins, VV_N(t, _), nf->argv[0]) < 0)
        return VV_FAILED;
    return vv_return_none(t);
    VV_END(nf);
}

/* argv: arguments, keyword arguments; slot: 0 "pdb", then its set_trace. There is no $PYTHONBREAKPOINT to name another. */
/* The module and the name in it that a dotted name stands for, interned in *ret_module and *ret_name. 1, 0 if there is no module in
 * front of a dot, -1 with MemoryError. */
static int split_dotted(vv_thread *t, vv_ref dotted, vv_obj **ret_module, vv_obj **ret_name) {
    size_t n = vv_str_length(dotted), dot = n;
    while (dot > 0 && vv_str_at(dotted, dot - 1) != '.')
        dot--;
    if (dot == 1)
        return 0;
    *ret_module = dot == 0 ? vv_intern_cstr(t, "builtins") : vv_str_slice(t, dotted, 0, dot - 1);
    *ret_name = vv_str_slice(t, dotted, dot, n);
    return *ret_module == NULL || *ret_name == NULL ? -1 : 1;
}

/* slot: 0 module, then what is called, 1 a name, 3 a fromlist, 2 the value of $PYTHONBREAKPOINT as os.environ has it, if os is imported */
static vv_step sys_breakpointhook(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if ((nf->slot[0] = vv_intern_cstr(t, "os")) == NULL || (nf->slot[1] = vv_str_from_cstr(t, "PYTHONBREAKPOINT")) == NULL)
        return VV_FAILED;
    vv_ref os = vv_dict_get_str_peek(t->vm->modules, nf->slot[0]);
    if (os != NULL) {
        vv_setref_take(t, &nf->slot[2], vv_newref(os));
        vv_setref_take(t, &nf->slot[0], vv_str_from_cstr(t, "environ"));
        if (nf->slot[0] == NULL)
            return VV_FAILED;
        VV_AWAIT(nf, vv_do_lookup_attr(t, nf->slot[2], nf->slot[0]));
        vv_setref_take(t, &nf->slot[2], t->ret == NULL ? vv_none(t) : vv_take_ret(t));
    }
    if (nf->slot[2] != NULL && nf->slot[2] != t->vm->none) {
        vv_setref_take(t, &nf->slot[0], vv_str_from_cstr(t, "get"));
        if (nf->slot[0] == NULL)
            return VV_FAILED;
        VV_AWAIT(nf, vv_do_call_method(t, nf->slot[2], nf->slot[0], &nf->slot[1], 1));
        vv_setref_take(t, &nf->slot[2], vv_take_ret(t));
    }
    vv_clearref(t, &nf->slot[0]);
    vv_clearref(t, &nf->slot[1]);
    if (nf->slot[2] == NULL || !VV_ISA(nf->slot[2], STR) || vv_str_length(nf->slot[2]) == 0)
        vv_setref_take(t, &nf->slot[2], vv_str_from_cstr(t, "pdb.set_trace"));
    if (nf->slot[2] == NULL)
        return VV_FAILED;
    if (vv_str_equal_cstr(nf->slot[2], "0"))
        return vv_return_none(t);
    int found = split_dotted(t, nf->slot[2], &nf->slot[0], &nf->slot[1]);
    if (found < 0)
        return VV_FAILED;
    nf->i[0] = found;
    if (found > 0) {
        vv_setref_take(t, &nf->slot[3], vv_tuple_pack(t, 1, VV_N(t, __doc__)));
        if (nf->slot[3] == NULL)
            return VV_FAILED;
        VV_AWAIT_CATCH(nf, vv_do_import(t, nf->slot[0], t->vm->sysdict, t->vm->none, nf->slot[3], t->vm->small_ints[-VV_SMALL_INT_MIN]));
        if (nf->raised && !vv_error_is(t, VV_ImportError))
            return VV_FAILED;
        nf->i[0] = !nf->raised;
        if (nf->raised)
            vv_clear_error(t);
        else
            vv_setref_take(t, &nf->slot[0], vv_take_ret(t));
    }
    if (nf->i[0]) {
        VV_AWAIT_CATCH(nf, vv_do_getattr(t, nf->slot[0], nf->slot[1]));
        if (nf->raised && !vv_error_is(t, VV_AttributeError))
            return VV_FAILED;
        nf->i[0] = !nf->raised;
        if (nf->raised)
            vv_clear_error(t);
        else
            vv_setref_take(t, &nf->slot[0], vv_take_ret(t));
    }
    if (!nf->i[0]) {
        vv_setref_take(t, &nf->slot[0], vv_format(t, "Ignoring unimportable $PYTHONBREAKPOINT: \"%U\"", nf->slot[2]));
        if (nf->slot[0] == NULL)
            return VV_FAILED;
        VV_AWAIT(nf, vv_do_warn(t, VV_RuntimeWarning, nf->slot[0]));
        if (t->ret != NULL)
            vv_drop_ret(t);
        return vv_return_none(t);
    }
    VV_AWAIT(nf, vv_do_call_ex(t, nf->slot[0], nf->argv[0], nf->argv[1]));
    return VV_READY;
    VV_END(nf);
}

static vv_owned sys_addaudithook(vv_thread *t, vv_obj *const *argv) {
    (void)argv;
    return vv_none(t);
}
static vv_owned sys_audit(vv_thread *t, vv_obj *const *argv) {
    if (!VV_ISA(argv[0], STR))
        return vv_raise(t, VV_TypeError, "expected str for argument 'event', not %T", argv[0]);
    return vv_none(t);
}

static vv_step sys_call_tracing(vv_thread *t, vv_native *nf) {
    if (nf->state == 0 && !VV_ISA(nf->argv[1], TUPLE))
        return vv_raise_step(t, VV_TypeError, "call_tracing() argument 2 must be tuple, not %A", nf->argv[1]);
    return vv_call_tracing(t, nf);
}
static vv_owned sys_settrace(vv_thread *t, vv_obj *const *argv) {
    vv_set_trace(t, argv[0] == t->vm->none ? NULL : argv[0]);
    return vv_none(t);
}
static vv_owned sys_setprofile(vv_thread *t, vv_obj *const *argv) {
    vv_set_profile(t, argv[0] == t->vm->none ? NULL : argv[0]);
    return vv_none(t);
}
static vv_owned sys_gettrace(vv_thread *t, vv_obj *const *argv) {
    (void)argv;
    return t->trace == NULL ? vv_none(t) : vv_newref(t->trace);
}
static vv_owned sys_getprofile(vv_thread *t, vv_obj *const *argv) {
    (void)argv;
    return t->profile == NULL ? vv_none(t) : vv_newref(t->profile);
}

/* ---- the stack ---- */

/* The Python frame `depth` calls below the running one, or NULL. */
static vv_pyframe *frame_at(vv_thread *t, int depth) {
    vv_pyframe *f = vv_frame_python(t->frame);
    for (;;) {
        while (f != NULL && (f->head.flags & VV_FF_HIDDEN))
            f = vv_frame_python(f->head.back);
        if (f == NULL || depth-- <= 0)
            return f;
        f = vv_frame_python(f->head.back);
    }
}

static vv_owned sys_getframe(vv_thread *t, vv_obj *const *argv) {
    int depth = 0;
    if (argv[0] != NULL && vv_sys_int_argument(t, argv[0], &depth) < 0)
        return NULL;
    vv_pyframe *f = frame_at(t, depth);
    return f == NULL ? vv_raise(t, VV_ValueError, "call stack is not deep enough") : vv_xnewref(vv_frame_object_peek(t, f));
}

static vv_owned sys_getframemodulename(vv_thread *t, vv_obj *const *argv) {
    int depth = 0;
    if (argv[0] != NULL && vv_sys_int_argument(t, argv[0], &depth) < 0)
        return NULL;
    const vv_pyframe *f = frame_at(t, depth);
    vv_ref name = f == NULL ? NULL : vv_dict_get_str_peek(f->globals, VV_N(t, __name__));
    return name == NULL ? vv_none(t) : vv_newref(name);
}

static vv_owned sys_getrecursionlimit(vv_thread *t, vv_obj *const *argv) {
    (void)argv;
    return vv_int_new(t, t->vm->recursion_limit);
}

static vv_owned sys_setrecursionlimit(vv_thread *t, vv_obj *const *argv) {
    int limit;
    if (vv_sys_int_argument(t, argv[0], &limit) < 0)
        return NULL;
    if (limit < 1)
        return vv_raise(t, VV_ValueError, "recursion limit must be greater or equal than 1");
    if (t->depth >= limit)
        return vv_raise(t, VV_RecursionError,
                        "cannot set the recursion limit to %d at the recursion depth %d: the limit is too low", limit, (int)t->depth);
    t->vm->recursion_limit = limit;
    return vv_none(t);
}

/* ---- memory ---- */

static vv_owned sys_getrefcount(vv_thread *t, vv_obj *const *argv) {
    return vv_int_new(t, argv[0]->refcnt);
}

static vv_owned sys_getallocatedblocks(vv_thread *t, vv_obj *const *argv) {
    (void)argv;
    return vv_int_new(t, (int64_t)vv_mem_blocks(t->vm->mem));
}

/* argv: object, default */
static vv_step sys_getsizeof(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT_CATCH(nf, vv_do_call_special(t, nf->argv[0], VV_N(t, __sizeof__), NULL, 0));
    if (!nf->raised && t->ret == NULL) {
        vv_raise(t, VV_TypeError, "Type %s doesn't define __sizeof__", vv_type_name(nf->argv[0]));
    } else if (!nf->raised) {
        nf->slot[0] = vv_take_ret(t);
        int64_t size = 0;
        if (!VV_ISA(nf->slot[0], INT))
            vv_raise(t, VV_TypeError, "'%T' object cannot be interpreted as an integer", nf->slot[0]);
        else if (vv_int_as_i64(t, nf->slot[0], &size) == 0 && size < 0)
            vv_raise(t, VV_ValueError, "__sizeof__() should return >= 0");
        if (t->exc == NULL)
            return vv_return(t, vv_int_new(t, size + vv_object_head64(nf->argv[0])));
    }
    if (nf->argv[1] == NULL || !vv_error_is(t, VV_TypeError))
        return VV_FAILED;
    vv_clear_error(t);
    return vv_return(t, vv_newref(nf->argv[1]));
    VV_END(nf);
}

/* ---- text and numbers ---- */

static vv_owned sys_intern(vv_thread *t, vv_obj *const *argv) {
    if (!VV_ISA(argv[0], STR))
        return vv_raise(t, VV_TypeError, "intern() argument must be str, not %A", argv[0]);
    if (!VV_IS(t, argv[0], STR))
        return vv_raise(t, VV_TypeError, "can't intern %T", argv[0]);
    vv_owned s = vv_newref(argv[0]);
    vv_intern(t, &s);
    return s;
}

static vv_owned sys_getdefaultencoding(vv_thread *t, vv_obj *const *argv) {
    (void)argv;
    return vv_str_from_cstr(t, "utf-8");
}
static vv_owned sys_getfilesystemencoding(vv_thread *t, vv_obj *const *argv) {
    (void)argv;
    return vv_str_from_cstr(t, "utf-8");
}
static vv_owned sys_getfilesystemencodeerrors(vv_thread *t, vv_obj *const *argv) {
    (void)argv;
    return vv_str_from_cstr(t, "surrogateescape");
}

static vv_owned sys_get_int_max_str_digits(vv_thread *t, vv_obj *const *argv) {
    (void)argv;
    return vv_int_new(t, t->vm->int_max_str_digits);
}
static vv_owned sys_set_int_max_str_digits(vv_thread *t, vv_obj *const *argv) {
    int limit;
    if (vv_sys_int_argument(t, argv[0], &limit) < 0)
        return NULL;
    if (limit != 0 && limit < LEAST_STR_DIGITS)
        return vv_raise(t, VV_ValueError, "maxdigits must be 0 or larger than %d", LEAST_STR_DIGITS);
    t->vm->int_max_str_digits = limit;
    return vv_none(t);
}

/* ---- threads, coroutines, asynchronous generators ---- */

static vv_owned sys_getswitchinterval(vv_thread *t, vv_obj *const *argv) {
    (void)argv;
    return vv_float_new(t, 0.005);
}
static vv_owned sys_is_finalizing(vv_thread *t, vv_obj *const *argv) {
    (void)argv;
    return vv_bool(t, t->vm->main_dict == NULL);
}

static vv_owned sys_get_coroutine_origin_tracking_depth(vv_thread *t, vv_obj *const *argv) {
    (void)argv;
    return vv_int_new(t, t->origin_depth);
}
static vv_owned sys_set_coroutine_origin_tracking_depth(vv_thread *t, vv_obj *const *argv) {
    int depth;
    if (vv_sys_int_argument(t, argv[0], &depth) < 0)
        return NULL;
    if (depth < 0)
        return vv_raise(t, VV_ValueError, "depth must be >= 0");
    t->origin_depth = depth;
    return vv_none(t);
}

static const vv_memberdef asyncgen_members[] = {
    VV_STRUCTSEQ_FIELD(0, "firstiter", NULL),
    VV_STRUCTSEQ_FIELD(1, "finalizer", NULL),
    {NULL, VV_MEMBER_OBJECT, 0, false, NULL},
};
static const vv_typespec asyncgen_spec = VV_STRUCTSEQ_SPEC("builtins", "asyncgen_hooks", "Hooks of asynchronous generators.",
                                                           asyncgen_members, &vv_structseq_slots, 0);

static vv_ref asyncgen_hook(vv_thread *t, size_t k) {
    return t->asyncgen_hooks == NULL ? VV_NONE(t) : (vv_ref)VV_TUPLE(t->asyncgen_hooks)->items[k];
}

/* The record's type is kept in the module under the name CPython gives it. */
static vv_owned sys_get_asyncgen_hooks(vv_thread *t, vv_obj *const *argv) {
    (void)argv;
    VV_AUTO name = {t, vv_intern_cstr(t, "asyncgen_hooks")};
    if (name.o == NULL)
        return NULL;
    VV_AUTO type = {t, vv_xnewref(vv_dict_get_str_peek(t->vm->sysdict, name.o))};
    if (type.o == NULL) {
        type.o = vv_structseq_type(t, &asyncgen_spec, 2);
        if (type.o == NULL || vv_dict_set_str(t, t->vm->sysdict, name.o, type.o) < 0)
            return NULL;
    }
    return vv_structseq_new_take(t, type.o, (vv_obj *[]){vv_newref(asyncgen_hook(t, 0)), vv_newref(asyncgen_hook(t, 1))}, 2);
}

static vv_owned sys_set_asyncgen_hooks(vv_thread *t, vv_obj *const *argv) {
    static const char *const names[] = {"firstiter", "finalizer"};
    vv_ref hooks[2];
    for (size_t k = 0; k < 2; k++) {
        hooks[k] = argv[k] == NULL ? asyncgen_hook(t, k) : (vv_ref)argv[k];
        if (hooks[k] != VV_NONE(t) && hooks[k]->type->s.call == NULL)
            return vv_raise(t, VV_TypeError, "callable %s expected, got %T", names[k], hooks[k]);
    }
    vv_owned pair = vv_tuple_pack(t, 2, hooks[0], hooks[1]);
    if (pair == NULL)
        return NULL;
    vv_setref_take(t, &t->asyncgen_hooks, pair);
    return vv_none(t);
}

/* ---- the module ---- */

/* Each stream is there twice: as what programs replace, and as it was. */
static int add_streams(vv_thread *t, vv_ref dict) {
    static const char *const names[][2] = {{"stdin", "__stdin__"}, {"stdout", "__stdout__"}, {"stderr", "__stderr__"}};
    for (int fd = 0; fd < 3; fd++) {
        VV_AUTO file = {t, vv_file_standard(t, fd)};
        if (file.o == NULL || vv_dict_set_cstr(t, dict, names[fd][0], file.o) < 0 ||
            vv_dict_set_cstr(t, dict, names[fd][1], file.o) < 0)
            return -1;
    }
    return 0;
}

static int add_original_hooks(vv_thread *t, vv_ref dict) {
    static const char *const names[][2] = {{"displayhook", "__displayhook__"},
                                           {"excepthook", "__excepthook__"},
                                           {"breakpointhook", "__breakpointhook__"},
                                           {"unraisablehook", "__unraisablehook__"}};
    for (size_t k = 0; k < VV_ARRAY_LEN(names); k++) {
        VV_AUTO name = {t, vv_intern_cstr(t, names[k][0])};
        if (name.o == NULL || vv_dict_set_cstr(t, dict, names[k][1], vv_dict_get_str_peek(dict, name.o)) < 0)
            return -1;
    }
    return 0;
}

vv_owned vv_sys_module(vv_thread *t);
vv_owned vv_sys_module(vv_thread *t) {
    vv_owned module = vv_module_from_defs(t, "sys", "Objects used or maintained by the interpreter, and functions that interact with it.",
                                          sys_methods);
    if (module == NULL)
        return NULL;
    vv_ref dict = VV_MODULE_OF(module)->dict;
    if (vv_sys_info_add(t, dict) < 0 || add_streams(t, dict) < 0 || add_original_hooks(t, dict) < 0 || vv_sys_add_monitoring(t, dict) < 0)
        vv_clearref(t, &module);
    return module;
}

/* ---- the end of a program ---- */

/* slot: 0 stream, 1 exception; i[0]: 0 stdout, 1 stderr. A failing flush of stdout is told on stderr. */
static vv_step flush_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    for (; nf->i[0] < 2; nf->i[0]++) {
        if (t->vm->sysdict == NULL)
            break;
        vv_ref stream = vv_dict_get_str_peek(t->vm->sysdict, nf->i[0] == 0 ? VV_N(t, stdout) : VV_N(t, stderr));
        if (stream == NULL || stream == t->vm->none)
            continue;
        vv_setref_take(t, &nf->slot[0], vv_newref(stream));
        VV_AWAIT_CATCH(nf, vv_do_lookup_attr(t, nf->slot[0], VV_N(t, closed)));
        if (nf->raised) {
            vv_clear_error(t);
        } else if (t->ret != NULL) {
            bool closed = t->ret == t->vm->true_;
            vv_drop_ret(t);
            if (closed)
                continue;
        }
        VV_AWAIT_CATCH(nf, vv_do_call_method(t, nf->slot[0], VV_N(t, flush), NULL, 0));
        if (!nf->raised) {
            if (t->ret != NULL)
                vv_drop_ret(t);
            continue;
        }
        nf->slot[1] = vv_take_error(t);
        if (nf->i[0] == 0) {
            VV_AWAIT_CATCH(nf, vv_do_report_ignored(t, nf->slot[1], nf->slot[0], NULL));
            if (nf->raised)
                vv_clear_error(t);
            else if (t->ret != NULL)
                vv_drop_ret(t);
        }
        vv_clearref(t, &nf->slot[1]);
    }
    return vv_return_none(t);
    VV_END(nf);
}

vv_step vv_do_flush_streams(vv_thread *t) {
    vv_native *nf = vv_push_native(t, flush_native, "flush", NULL, 0);
    return nf == NULL ? VV_FAILED : VV_PUSHED;
}

/* Module atexit, if the program has imported it, calls what was registered. slot: 0 module, 1 name of its function */
static vv_step atexit_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    nf->slot[1] = vv_intern_cstr(t, "atexit");
    if (nf->slot[1] == NULL)
        return VV_FAILED;
    nf->slot[0] = vv_xnewref(vv_dict_get_str_peek(t->vm->modules, nf->slot[1]));
    if (nf->slot[0] == NULL)
        return vv_return_none(t);
    vv_owned name = vv_intern_cstr(t, "_run_exitfuncs");
    if (name == NULL)
        return VV_FAILED;
    vv_setref_take(t, &nf->slot[1], name);
    VV_AWAIT(nf, vv_do_call_method(t, nf->slot[0], nf->slot[1], NULL, 0));
    return VV_READY;
    VV_END(nf);
}

vv_step vv_do_atexit(vv_thread *t) {
    vv_native *nf = vv_push_native(t, atexit_native, "atexit", NULL, 0);
    return nf == NULL ? VV_FAILED : VV_PUSHED;
}
