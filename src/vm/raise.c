/* raise.c - the raise statement, matching of except clauses, and the intrinsics. */
#include "code/opcode.h"
#include "object/alloc.h"
#include "object/error.h"
#include "types/exceptions.h"
#include "types/dict.h"
#include "types/function.h"
#include "types/list.h"
#include "types/str.h"
#include "types/tuple.h"
#include "vm/frame.h"
#include "vm/generator.h"
#include "vm/typeparams.h"

static bool is_exception_class(vv_thread *t, vv_ref o) {
    return VV_ISA(o, TYPE) && vv_type_is_subtype(VV_AS_TYPE(o), VV_TYPEP_ID(t, VV_BaseException));
}

/* argv: exception or class, cause or NULL; slot[0]: exception, slot[1]: cause */
static vv_step raise_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (is_exception_class(t, nf->argv[0])) {
        VV_AWAIT(nf, vv_do_call0(t, nf->argv[0]));
        nf->slot[0] = vv_take_ret(t);
        if (!VV_ISA(nf->slot[0], EXCEPTION))
            return vv_raise_step(t, VV_TypeError, "calling %R should have returned an instance of BaseException, not %R",
                                 nf->argv[0], (vv_ref)nf->slot[0]->type);
    } else if (VV_ISA(nf->argv[0], EXCEPTION)) {
        nf->slot[0] = vv_newref(nf->argv[0]);
    } else {
        return vv_raise_step(t, VV_TypeError, "exceptions must derive from BaseException");
    }
    if (nf->argv[1] != NULL) {
        if (is_exception_class(t, nf->argv[1])) {
            VV_AWAIT(nf, vv_do_call0(t, nf->argv[1]));
            nf->slot[1] = vv_take_ret(t);
            if (!VV_ISA(nf->slot[1], EXCEPTION))
                return vv_raise_step(t, VV_TypeError, "exception causes must derive from BaseException");
        } else if (nf->argv[1] != t->vm->none) {
            nf->slot[1] = vv_newref(nf->argv[1]);
        }
        if (nf->slot[1] != NULL && !VV_ISA(nf->slot[1], EXCEPTION))
            return vv_raise_step(t, VV_TypeError, "exception causes must derive from BaseException");
        vv_exc *exc = VV_EXC_OF(nf->slot[0]);
        vv_setref_take(t, &exc->cause, vv_move(&nf->slot[1]));
        exc->suppress_context = true;
    }
    return vv_raise_object(t, nf->slot[0]);
    VV_END(nf);
}

vv_step vv_do_raise(vv_thread *t, vv_ref exc_or_class, vv_ref cause) {
    if (cause == NULL && VV_ISA(exc_or_class, EXCEPTION))
        return vv_raise_object(t, exc_or_class);
    vv_obj *argv[] = {VV_OBJ(exc_or_class), VV_OBJ(cause)};
    return vv_native_enter(t, vv_push_native(t, raise_native, "raise", argv, 2));
}

/* Are all of these exception classes? -1 with TypeError if not; else whether exc is an instance of one. */
static int matches(vv_thread *t, vv_ref exc, vv_ref type, const char *complaint) {
    if (!VV_ISA(type, TUPLE)) {
        if (!is_exception_class(t, type))
            return vv_raise_int(t, VV_TypeError, "%s", complaint);
        return vv_is_instance(exc, VV_AS_TYPE(type));
    }
    int found = 0;
    for (size_t k = 0; k < VV_TUPLE(type)->length; k++) {
        vv_ref item = VV_TUPLE(type)->items[k];
        if (!is_exception_class(t, item))
            return vv_raise_int(t, VV_TypeError, "%s", complaint);
        found |= vv_is_instance(exc, VV_AS_TYPE(item));
    }
    return found;
}

vv_step vv_do_exc_match(vv_thread *t, vv_ref exc, vv_ref type) {
    int r = matches(t, exc, type, "catching classes that do not inherit from BaseException is not allowed");
    return r < 0 ? VV_FAILED : vv_return_int(t, r);
}

/* ---- except* ---- */

static void handle_match(vv_thread *t, vv_ref match) {
    if (match != t->vm->none)
        vv_setref_take(t, &t->excinfo->handled, vv_newref(match));
}

/* argv: group, type */
static vv_step eg_match_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_call_method(t, nf->argv[0], VV_N(t, split), &nf->argv[1], 1));
    if (!VV_ISA(t->ret, TUPLE)) {
        nf->slot[0] = vv_take_ret(t);
        return vv_raise_step(t, VV_TypeError, "%T.split must return a tuple, not %T", nf->argv[0], nf->slot[0]);
    }
    nf->slot[0] = vv_take_ret(t);
    vv_ref parts = nf->slot[0];
    if (VV_TUPLE(parts)->length < 2)
        return vv_raise_step(t, VV_TypeError, "%T.split must return a 2-tuple, got tuple of size %zu", nf->argv[0], VV_TUPLE(parts)->length);
    handle_match(t, VV_TUPLE(parts)->items[0]);
    return vv_return(t, vv_tuple_pack(t, 2, (vv_ref)VV_TUPLE(parts)->items[0], (vv_ref)VV_TUPLE(parts)->items[1]));
    VV_END(nf);
}

vv_step vv_do_eg_match(vv_thread *t, vv_ref exc, vv_ref type) {
    vv_ref none = VV_NONE(t);
    if (exc == none)
        return vv_return(t, vv_tuple_pack(t, 2, none, none));
    int r = matches(t, exc, type, "catching classes that do not inherit from BaseException is not allowed");
    if (r < 0)
        return VV_FAILED;
    const vv_type *group = VV_TYPEP_ID(t, VV_BaseExceptionGroup);
    size_t n = VV_ISA(type, TUPLE) ? VV_TUPLE(type)->length : 1;
    for (size_t k = 0; k < n; k++) {
        vv_ref one = VV_ISA(type, TUPLE) ? VV_TUPLE(type)->items[k] : type;
        if (vv_type_is_subtype(VV_AS_TYPE(one), group))
            return vv_raise_step(t, VV_TypeError,
                                 "catching ExceptionGroup with except* is not allowed. Use except instead.");
    }
    bool is_group = vv_is_instance(exc, group);
    if (r) {
        vv_owned match = is_group ? vv_newref(exc) : NULL;
        if (match == NULL) { /* a naked exception is wrapped */
            vv_owned one = vv_tuple_pack(t, 1, exc);
            vv_owned args = one == NULL ? NULL : vv_tuple_pack(t, 2, (vv_ref)t->vm->empty_str, (vv_ref)one);
            bool plain = vv_is_instance(exc, VV_TYPEP_ID(t, VV_Exception));
            match = args == NULL ? NULL : vv_exc_new(t, plain ? VV_ExceptionGroup : VV_BaseExceptionGroup, args);
            vv_xdecref(t, one);
            vv_xdecref(t, args);
            if (match == NULL)
                return VV_FAILED;
        }
        handle_match(t, match);
        vv_step s = vv_return(t, vv_tuple_pack(t, 2, (vv_ref)match, none));
        vv_decref(t, match);
        return s;
    }
    if (is_group)
        return vv_start2(t, eg_match_native, "except*", exc, type);
    return vv_return(t, vv_tuple_pack(t, 2, none, exc));
}

/* ---- intrinsics ---- */

/* argv: value; prints it as the interactive prompt does */
static vv_step displayhook_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    nf->slot[0] = vv_xnewref(vv_dict_get_str_peek(t->vm->sysdict, VV_N(t, displayhook)));
    if (nf->slot[0] == NULL)
        return vv_raise_step(t, VV_RuntimeError, "lost sys.displayhook");
    VV_AWAIT(nf, vv_do_call1(t, nf->slot[0], nf->argv[0]));
    vv_drop_ret(t);
    return vv_return_none(t);
    VV_END(nf);
}

/* argv: module; the calling frame's namespace receives its names */
static vv_step import_star_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    vv_pyframe *f = vv_frame_python(nf->head.back);
    nf->slot[0] = vv_newref(f->locals);
    VV_AWAIT(nf, vv_do_import_star(t, nf->argv[0], nf->slot[0]));
    if (t->ret != NULL)
        vv_drop_ret(t);
    return vv_return_none(t);
    VV_END(nf);
}

/* StopIteration leaving a generator becomes RuntimeError (PEP 479). */
static vv_step stop_iteration_error(vv_thread *t, vv_ref exc) {
    const vv_pyframe *f = vv_frame_python(t->frame);
    const char *message = NULL;
    if (vv_is_instance(exc, VV_TYPEP_ID(t, VV_StopIteration)))
        message = f->code->flags & VV_CO_ASYNC_GENERATOR ? "async generator raised StopIteration"
                  : f->code->flags & VV_CO_COROUTINE     ? "coroutine raised StopIteration"
                                                         : "generator raised StopIteration";
    else if ((f->code->flags & VV_CO_ASYNC_GENERATOR) && vv_is_instance(exc, VV_TYPEP_ID(t, VV_StopAsyncIteration)))
        message = "async generator raised StopAsyncIteration";
    if (message == NULL)
        return vv_return(t, vv_newref(exc));
    vv_raise(t, VV_RuntimeError, "%s", message);
    if (t->exc == NULL)
        return VV_FAILED;
    vv_owned error = vv_take_error(t);
    if (vv_is_instance(error, VV_TYPEP_ID(t, VV_RuntimeError))) {
        vv_setref_take(t, &VV_EXC_OF(error)->cause, vv_newref(exc));
        vv_setref_take(t, &VV_EXC_OF(error)->context, vv_newref(exc));
        VV_EXC_OF(error)->suppress_context = true;
    }
    return vv_return(t, error);
}

vv_step vv_do_intrinsic1(vv_thread *t, int number, vv_ref value) {
    switch (number) {
    case VV_INTRINSIC_PRINT:
        return vv_start1(t, displayhook_native, "displayhook", value);
    case VV_INTRINSIC_IMPORT_STAR:
        return vv_start1(t, import_star_native, "import *", value);
    case VV_INTRINSIC_STOPITERATION_ERROR:
        return stop_iteration_error(t, value);
    case VV_INTRINSIC_ASYNC_GEN_WRAP:
        return vv_return(t, vv_async_gen_wrap_take(t, vv_newref(value)));
    case VV_INTRINSIC_UNARY_POSITIVE:
        return vv_do_unary(t, value, VV_POS);
    case VV_INTRINSIC_LIST_TO_TUPLE:
        return vv_return(t, vv_list_to_tuple(t, value));
    default:
        return vv_do_typeparam_intrinsic(t, number, value);
    }
}

vv_step vv_do_intrinsic2(vv_thread *t, int number, vv_ref a, vv_ref b) {
    if (number == VV_INTRINSIC2_PREP_RERAISE_STAR)
        return vv_do_prep_reraise_star(t, a, b);
    return vv_do_typeparam_intrinsic2(t, number, a, b);
}
