/* call.c - calling anything: functions push their frame, C functions run at once or push a native frame. */
#include "object/alloc.h"
#include "object/bind.h"
#include "object/error.h"
#include "types/dict.h"
#include "types/str.h"
#include "types/tuple.h"
#include "vm/frame.h"
#include "vm/generator.h"

/* ---- C functions ---- */

/* Calls a function that is not LEAF with a complete argv (borrowed). */
static vv_step call_body(vv_thread *t, const vv_methoddef *def, const vv_signature *sig, vv_obj *const *argv) {
    if (def->kind == VV_KIND_QUICK) {
        vv_owned result = def->fn.quick->now(t, argv);
        if (result != NULL)
            return vv_return(t, result);
        if (t->exc != NULL)
            return VV_FAILED;
    }
    return vv_push_native(t, vv_def_resumable(def), sig->name, argv, sig->argc) == NULL ? VV_FAILED : VV_PUSHED;
}

/* Calls `def` with arguments args[0..nargs) (+ kwnames). takes_self functions get `self` first; `contiguous` says that
 * it also stands at args[-1], so that the caller's array can serve as argv. */
static vv_step call_def(vv_thread *t, const vv_methoddef *def, const vv_signature *sig, vv_ref self, bool contiguous,
                        vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    if (sig == NULL)
        return VV_FAILED;
    if (!sig->takes_self)
        self = NULL;
    bool fits = sig->by_place && nargs >= sig->required && nargs <= sig->positional &&
                (kwnames == NULL || VV_TUPLE(kwnames)->length == 0);
    size_t skip = self != NULL ? 1 : 0;
    if (def->kind == VV_KIND_LEAF) {
        if (fits && nargs + skip == sig->argc && (self == NULL || contiguous))
            return vv_return(t, def->fn.leaf(t, args - skip));
        vv_obj *argv[UINT8_MAX + 1];
        if (fits) {
            argv[0] = VV_OBJ(self);
            for (size_t k = 0; k + skip < sig->argc; k++)
                argv[skip + k] = k < nargs ? args[k] : NULL;
            return vv_return(t, def->fn.leaf(t, argv));
        }
        if (vv_bind(t, sig, self, args, nargs, kwnames, argv) < 0)
            return VV_FAILED;
        vv_owned result = def->fn.leaf(t, argv);
        for (size_t k = 0; k < sig->argc; k++)
            vv_xdecref(t, argv[k]);
        return vv_return(t, result);
    }
    if (fits) {
        vv_obj *argv[UINT8_MAX + 1];
        argv[0] = VV_OBJ(self);
        for (size_t k = 0; k + skip < sig->argc; k++)
            argv[skip + k] = k < nargs ? args[k] : NULL;
        return call_body(t, def, sig, argv);
    }
    vv_obj *argv[UINT8_MAX + 1];
    if (vv_bind(t, sig, self, args, nargs, kwnames, argv) < 0)
        return VV_FAILED;
    vv_native *nf = vv_push_native(t, vv_def_resumable(def), sig->name, argv, sig->argc);
    for (size_t k = 0; k < sig->argc; k++)
        vv_xdecref(t, argv[k]);
    return nf == NULL ? VV_FAILED : VV_PUSHED;
}

/* Errors of functions without keywords that are called as attributes of a value: named for the value's class, which may be a
 * subclass of the one that defines them, or by their bare name. */
static int complain_as_bound(vv_thread *t, const vv_builtin *f, size_t nargs, size_t nkw) {
    const vv_signature *sig = f->sig;
    bool wrong = sig->plain && sig->positional <= 1 && (nargs < sig->required || nargs > sig->positional);
    if (VV_LIKELY(nkw == 0 && !wrong))
        return 0;
    if (nkw > 0 && sig->by_tuple)
        return vv_raise_int(t, VV_TypeError, "%s() takes no keyword arguments", f->def->name);
    if (f->self == NULL || VV_IS(t, f->self, MODULE) || (nkw == 0 && sig->required != sig->positional))
        return 0;
    vv_ref qualname = (VV_ISA(f->self, TYPE) ? VV_AS_TYPE(f->self) : f->self->type)->qualname;
    if (nkw > 0)
        return vv_raise_int(t, VV_TypeError, "%U.%s() takes no keyword arguments", qualname, f->def->name);
    return vv_raise_int(t, VV_TypeError, sig->positional == 0 ? "%U.%s() takes no arguments (%zu given)" : "%U.%s() takes exactly one argument (%zu given)",
                        qualname, f->def->name, nargs);
}

vv_step vv_call_builtin(vv_thread *t, vv_ref callable, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    vv_builtin *f = VV_BUILTIN_OF(callable);
    const vv_signature *sig = vv_builtin_signature(t, f);
    if (sig == NULL)
        return VV_FAILED;
    if (VV_UNLIKELY(sig->positional_only == sig->positional && sig->keyword_only == 0 && !sig->has_varkw) &&
        complain_as_bound(t, f, nargs, kwnames == NULL ? 0 : VV_TUPLE(kwnames)->length) < 0)
        return VV_FAILED;
    return call_def(t, f->def, sig, f->self, false, args, nargs, kwnames);
}

vv_step vv_call_plainly(vv_thread *t, vv_ref callable, vv_obj *const *args, size_t nargs) {
    enum { MOST = 6 };
    const vv_methoddef *def;
    const vv_signature *sig;
    vv_obj *argv[MOST + 1];
    size_t given = nargs;
    vv_ref self = NULL; /* to be put before the arguments */
    if (VV_IS(t, callable, METHOD_DESCR)) {
        const vv_methoddescr *d = VV_METHODDESCR_OF(callable);
        if (nargs == 0 || args[0]->type != d->owner)
            return vv_call_methoddescr(t, callable, args, nargs, NULL);
        def = d->def;
        sig = d->sig;
        if (sig != NULL && !sig->takes_self)
            sig = NULL;
        given--;
    } else {
        const vv_builtin *f = VV_BUILTIN_OF(callable);
        def = f->def;
        sig = f->sig;
        if (sig != NULL && sig->takes_self)
            self = f->self;
    }
    if (VV_UNLIKELY(sig == NULL || !sig->by_place || given < sig->required || given > sig->positional || sig->argc > MOST))
        return callable->type->s.call(t, callable, args, nargs, NULL);
    if (self != NULL || nargs < sig->argc) {
        size_t n = 0;
        if (self != NULL)
            argv[n++] = VV_OBJ(self);
        for (size_t k = 0; k < nargs; k++)
            argv[n++] = args[k];
        while (n < sig->argc)
            argv[n++] = NULL;
        args = argv;
    }
    if (VV_LIKELY(def->kind == VV_KIND_LEAF))
        return vv_return(t, def->fn.leaf(t, args));
    if (def->kind == VV_KIND_RESUMABLE && def->fn.resumable == vv_generator_send_method &&
        (VV_IS(t, args[0], GENERATOR) || VV_IS(t, args[0], COROUTINE))) {
        t->frame->finish = VV_FIN_SENT;
        return vv_generator_send(t, args[0], vv_newref(args[1]));
    }
    return call_body(t, def, sig, args);
}

vv_step vv_call_methoddescr(vv_thread *t, vv_ref callable, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    vv_methoddescr *d = VV_METHODDESCR_OF(callable);
    if (nargs == 0)
        return vv_raise_step(t, VV_TypeError, "unbound method %s.%s() needs an argument", d->owner->tp_name, d->def->name);
    if (!vv_is_instance(args[0], d->owner))
        return vv_raise_step(t, VV_TypeError, "descriptor '%s' for '%s' objects doesn't apply to a '%T' object", d->def->name,
                             d->owner->tp_name, args[0]);
    return call_def(t, d->def, vv_methoddescr_signature(t, d), args[0], true, args + 1, nargs - 1, kwnames);
}

/* ---- Python functions and bound methods ---- */

vv_step vv_call_function(vv_thread *t, vv_ref callable, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    return vv_frame_call(t, callable, args, nargs, kwnames);
}

/* A method may be bound to a method, and so on: all their instances go before the arguments at once. */
vv_step vv_call_method(vv_thread *t, vv_ref callable, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    size_t depth = 0, total = nargs + (kwnames == NULL ? 0 : VV_TUPLE(kwnames)->length);
    vv_ref function = callable;
    for (; VV_IS(t, function, METHOD); function = VV_METHOD_OF(function)->function)
        depth++;
    vv_obj *small[8], **with_self = small;
    if (total + depth > VV_ARRAY_LEN(small)) {
        with_self = vv_alloc(t, (total + depth) * sizeof(vv_obj *));
        if (with_self == NULL)
            return VV_FAILED;
    }
    size_t k = depth;
    for (function = callable; VV_IS(t, function, METHOD); function = VV_METHOD_OF(function)->function)
        with_self[--k] = VV_METHOD_OF(function)->self;
    for (k = 0; k < total; k++)
        with_self[depth + k] = args[k];
    vv_step s = vv_do_call_kw(t, function, with_self, nargs + depth, kwnames);
    if (with_self != small)
        vv_free(t, with_self);
    return s;
}

vv_step vv_do_call_kw(vv_thread *t, vv_ref callable, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    vv_shape_CALL *call = callable->type->s.call;
    if (VV_UNLIKELY(call == NULL))
        return vv_raise_step(t, VV_TypeError, "'%T' object is not callable", callable);
    return call(t, callable, args, nargs, kwnames);
}

vv_step vv_do_call(vv_thread *t, vv_ref callable, vv_obj *const *args, size_t nargs) {
    return vv_do_call_kw(t, callable, args, nargs, NULL);
}
vv_step vv_do_call0(vv_thread *t, vv_ref callable) {
    return vv_do_call_kw(t, callable, NULL, 0, NULL);
}
vv_step vv_do_call1(vv_thread *t, vv_ref callable, vv_ref a) {
    return vv_do_call_kw(t, callable, (vv_obj *[]){VV_OBJ(a)}, 1, NULL);
}
vv_step vv_do_call2(vv_thread *t, vv_ref callable, vv_ref a, vv_ref b) {
    return vv_do_call_kw(t, callable, (vv_obj *[]){VV_OBJ(a), VV_OBJ(b)}, 2, NULL);
}

vv_step vv_do_call_ex(vv_thread *t, vv_ref callable, vv_ref args_tuple, vv_ref kwargs_dict) {
    vv_tuple *args = VV_TUPLE(args_tuple);
    if (kwargs_dict == NULL || vv_dict_length(kwargs_dict) == 0)
        return vv_do_call_kw(t, callable, args->items, args->length, NULL);
    if (callable->type->s.call == NULL) /* complain of that before the names */
        return vv_do_call_kw(t, callable, NULL, 0, NULL);
    size_t named = vv_dict_length(kwargs_dict);
    vv_obj **all = vv_alloc(t, (args->length + named) * sizeof(vv_obj *));
    if (all == NULL)
        return VV_FAILED;
    vv_owned kwnames = vv_tuple_new(t, named);
    if (kwnames == NULL) {
        vv_free(t, all);
        return VV_FAILED;
    }
    for (size_t k = 0; k < args->length; k++)
        all[k] = args->items[k];
    size_t pos = 0, n = 0;
    vv_ref key, value;
    bool strings = true;
    while (vv_dict_next(kwargs_dict, &pos, &key, &value, NULL)) {
        strings = strings && VV_ISA(key, STR);
        VV_TUPLE(kwnames)->items[n] = vv_newref(key);
        all[args->length + n++] = VV_OBJ(value);
    }
    vv_tuple_done(t, kwnames);
    vv_step s = strings ? vv_do_call_kw(t, callable, all, args->length, kwnames)
                        : vv_raise_step(t, VV_TypeError, "keywords must be strings");
    vv_decref(t, kwnames);
    vv_free(t, all);
    return s;
}

/* ---- methods by name ---- */

/* argv: object, name, args... */
static vv_step call_method_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_getattr(t, nf->argv[0], nf->argv[1]));
    nf->slot[0] = vv_take_ret(t);
    VV_AWAIT(nf, vv_do_call(t, nf->slot[0], nf->argv + 2, nf->argc - 2u));
    return VV_READY;
    VV_END(nf);
}

vv_step vv_do_call_method(vv_thread *t, vv_ref obj, vv_ref name, vv_obj *const *args, size_t nargs) {
    vv_obj *argv[8];
    VV_CHECK(nargs + 2 <= VV_ARRAY_LEN(argv));
    argv[0] = VV_OBJ(obj);
    argv[1] = VV_OBJ(name);
    for (size_t k = 0; k < nargs; k++)
        argv[k + 2] = args[k];
    return vv_push_native(t, call_method_native, "call_method", argv, nargs + 2) == NULL ? VV_FAILED : VV_PUSHED;
}

/* argv: descriptor, object, args... : binds the descriptor, then calls what it gave. */
static vv_step call_special_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, nf->argv[0]->type->s.descr_get(t, nf->argv[0], nf->argv[1], (vv_ref)nf->argv[1]->type));
    nf->slot[0] = vv_take_ret(t);
    VV_AWAIT(nf, vv_do_call(t, nf->slot[0], nf->argv + 2, nf->argc - 2u));
    return VV_READY;
    VV_END(nf);
}

vv_step vv_do_call_special(vv_thread *t, vv_ref obj, vv_ref name, vv_obj *const *args, size_t nargs) {
    vv_ref found = vv_type_lookup_peek(t, obj->type, name);
    if (found == NULL)
        return vv_return_null(t);
    vv_obj *argv[8];
    VV_CHECK(nargs + 2 <= VV_ARRAY_LEN(argv));
    argv[0] = VV_OBJ(found);
    argv[1] = VV_OBJ(obj);
    for (size_t k = 0; k < nargs; k++)
        argv[k + 2] = args[k];
    if (found->type->flags & VV_TF_METHOD_DESCR)
        return vv_do_call(t, found, argv + 1, nargs + 1);
    if (found->type->s.descr_get == NULL)
        return vv_do_call(t, found, args, nargs);
    return vv_push_native(t, call_special_native, "call_special", argv, nargs + 2) == NULL ? VV_FAILED : VV_PUSHED;
}
