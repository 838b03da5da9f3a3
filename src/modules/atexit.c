/* atexit.c - module atexit: functions to be called when the program ends.
 *
 * The list of registrations, tuples (function, args, kwargs or None), is vm->exit_functions; a slot of it may be None while
 * functions run that unregister others.
 */
#include "object/error.h"
#include "types/dict.h"
#include "types/function.h"
#include "types/int.h"
#include "types/list.h"
#include "types/str.h"
#include "types/tuple.h"
#include "vm/report.h"

#define VV_DEF_NAME atexit
#define VV_DEF_FILE "modules/atexit.def"
#include "object/deftype.h"

/* The list, borrowed; NULL with MemoryError. */
static vv_ref list_peek(vv_thread *t) {
    if (t->vm->exit_functions == NULL)
        t->vm->exit_functions = vv_list_new(t, 0);
    return t->vm->exit_functions;
}

static vv_owned atexit_register(vv_thread *t, vv_obj *const *argv) {
    if (argv[0]->type->s.call == NULL)
        return vv_raise(t, VV_TypeError, "the first argument must be callable");
    vv_ref list = list_peek(t);
    vv_owned entry = list == NULL ? NULL
                                  : vv_tuple_pack(t, 3, (vv_ref)argv[0], (vv_ref)argv[1],
                                                  argv[2] == NULL ? VV_NONE(t) : (vv_ref)argv[2]);
    return entry == NULL || vv_list_append_take(t, list, entry) < 0 ? NULL : vv_newref(argv[0]);
}

/* argv: function; i[0]: position; slot[0]: entry */
static vv_step atexit_unregister(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    for (; list_peek(t) != NULL && (size_t)nf->i[0] < VV_LIST(list_peek(t))->length; nf->i[0]++) {
        vv_setref_take(t, &nf->slot[0], vv_newref(VV_LIST(list_peek(t))->items[nf->i[0]]));
        if (nf->slot[0] == t->vm->none)
            continue;
        VV_AWAIT(nf, vv_do_compare_bool(t, VV_TUPLE(nf->slot[0])->items[0], nf->argv[0], VV_EQ));
        vv_ref list = list_peek(t);
        if (t->ival && list != NULL && (size_t)nf->i[0] < VV_LIST(list)->length)
            vv_setref_take(t, &VV_LIST(list)->items[nf->i[0]], vv_none(t));
    }
    return list_peek(t) == NULL ? VV_FAILED : vv_return_none(t);
    VV_END(nf);
}

static vv_owned atexit_clear(vv_thread *t, vv_obj *const *argv) {
    (void)argv;
    if (t->vm->exit_functions != NULL)
        vv_list_clear(t, t->vm->exit_functions);
    return vv_none(t);
}

/* Those that were unregistered count, as in CPython. */
static vv_owned atexit_ncallbacks(vv_thread *t, vv_obj *const *argv) {
    (void)argv;
    return vv_int_new(t, t->vm->exit_functions == NULL ? 0 : (int64_t)VV_LIST(t->vm->exit_functions)->length);
}

/* argv: function, what it raised; slot[0]: text */
static vv_step failed_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT_CATCH(nf, vv_do_repr(t, nf->argv[0]));
    if (nf->raised) {
        vv_clear_error(t);
        nf->slot[0] = vv_str_from_cstr(t, "<object repr() failed>");
    } else {
        nf->slot[0] = vv_take_ret(t);
    }
    vv_owned line = nf->slot[0] == NULL ? NULL : vv_format(t, "Exception ignored in atexit callback: %U\n", nf->slot[0]);
    if (line == NULL)
        return VV_FAILED;
    vv_setref_take(t, &nf->slot[0], line);
    VV_AWAIT(nf, vv_do_write_stderr(t, nf->slot[0]));
    vv_drop_ret(t);
    VV_AWAIT(nf, vv_do_report(t, nf->argv[1]));
    return VV_READY;
    VV_END(nf);
}

/* i[0]: position; slot: 0 entry, 1 what it raised, which is shown before the next function is called. What is registered
 * meanwhile is not called. */
static vv_step atexit_run(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    nf->i[0] = t->vm->exit_functions == NULL ? 0 : (int64_t)VV_LIST(t->vm->exit_functions)->length;
    while (nf->i[0]-- > 0) {
        if ((size_t)nf->i[0] >= VV_LIST(t->vm->exit_functions)->length)
            continue;
        vv_setref_take(t, &nf->slot[0], VV_LIST(t->vm->exit_functions)->items[nf->i[0]]);
        VV_LIST(t->vm->exit_functions)->items[nf->i[0]] = vv_none(t);
        if (nf->slot[0] == t->vm->none)
            continue;
        vv_ref kwargs = VV_TUPLE(nf->slot[0])->items[2];
        VV_AWAIT_CATCH(nf, vv_do_call_ex(t, VV_TUPLE(nf->slot[0])->items[0], VV_TUPLE(nf->slot[0])->items[1],
                                         kwargs == VV_NONE(t) ? NULL : kwargs));
        if (!nf->raised) {
            vv_drop_ret(t);
            continue;
        }
        nf->slot[1] = vv_take_error(t);
        VV_AWAIT_CATCH(nf, vv_start2(t, failed_native, "atexit failed", VV_TUPLE(nf->slot[0])->items[0], nf->slot[1]));
        if (nf->raised)
            vv_clear_error(t);
        else if (t->ret != NULL)
            vv_drop_ret(t);
        vv_clearref(t, &nf->slot[1]);
    }
    vv_clearref(t, &t->vm->exit_functions);
    return vv_return_none(t);
    VV_END(nf);
}

vv_owned vv_atexit_module(vv_thread *t);
vv_owned vv_atexit_module(vv_thread *t) {
    return vv_module_from_defs(t, "atexit", "Functions to be called when the program ends.", atexit_methods);
}
