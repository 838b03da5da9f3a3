/* awaitable.c - the protocols behind await, async for and async with (PEP 492), and `send` to anything (PEP 380). */
#include "object/error.h"
#include "types/exceptions.h"
#include "vm/frame.h"
#include "vm/generator.h"

/* ---- GET_AWAITABLE ---- */

static vv_step not_awaitable(vv_thread *t, vv_ref o, int where) {
    static const char *const formats[] = {
        "object %T can't be used in 'await' expression",
        "'async with' received an object from __aenter__ that does not implement __await__: %T",
        "'async with' received an object from __aexit__ that does not implement __await__: %T",
    };
    return vv_raise_step(t, VV_TypeError, formats[where >= 0 && where <= 2 ? where : 0], o);
}

int vv_awaited_check(vv_thread *t) {
    if (VV_IS(t, t->ret, COROUTINE)) {
        vv_drop_ret(t);
        return vv_raise_int(t, VV_TypeError, "__await__() returned a coroutine");
    }
    if (t->ret->type->s.next == NULL) {
        VV_AUTO other = {t, vv_take_ret(t)};
        return vv_raise_int(t, VV_TypeError, "__await__() returned non-iterator of type '%T'", other.o);
    }
    return 0;
}

/* argv: object */
static vv_step await_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, nf->argv[0]->type->s.await(t, nf->argv[0]));
    return vv_awaited_check(t) < 0 ? VV_FAILED : VV_READY;
    VV_END(nf);
}

vv_step vv_do_get_awaitable(vv_thread *t, vv_ref o, int where) {
    if (VV_IS(t, o, COROUTINE)) {
        if (vv_generator_yield_from_peek(o) != NULL)
            return vv_raise_step(t, VV_RuntimeError, "coroutine is being awaited already");
        return vv_return(t, vv_newref(o));
    }
    if (VV_IS(t, o, GENERATOR) && (VV_GENERATOR_OF(o)->frame.code->flags & VV_CO_ITERABLE_COROUTINE))
        return vv_return(t, vv_newref(o));
    if (o->type->s.await == NULL)
        return not_awaitable(t, o, where);
    return vv_native_enter(t, vv_push_native(t, await_native, "await", (vv_obj *[]){VV_OBJ(o)}, 1));
}

/* ---- async for ---- */

/* argv: iterable */
static vv_step aiter_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, nf->argv[0]->type->s.aiter(t, nf->argv[0]));
    if (t->ret->type->s.anext == NULL) {
        nf->slot[0] = vv_take_ret(t);
        return vv_raise_step(t, VV_TypeError,
                             "'async for' received an object from __aiter__ that does not implement __anext__: %T", nf->slot[0]);
    }
    return VV_READY;
    VV_END(nf);
}

vv_step vv_do_get_aiter(vv_thread *t, vv_ref o) {
    if (o->type->s.aiter == NULL)
        return vv_raise_step(t, VV_TypeError, "'async for' requires an object with __aiter__ method, got %T", o);
    return vv_native_enter(t, vv_push_native(t, aiter_native, "aiter", (vv_obj *[]){VV_OBJ(o)}, 1));
}

/* argv: iterator; slot[0]: what __anext__ gave */
static vv_step anext_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, nf->argv[0]->type->s.anext(t, nf->argv[0]));
    nf->slot[0] = vv_take_ret(t);
    VV_AWAIT_CATCH(nf, vv_do_get_awaitable(t, nf->slot[0], 0));
    if (nf->raised) {
        nf->slot[1] = vv_take_error(t);
        vv_raise(t, VV_TypeError, "'async for' received an invalid object from __anext__: %T", nf->slot[0]);
        vv_exc *exc = VV_EXC_OF(t->exc);
        vv_setref_take(t, &exc->context, vv_newref(nf->slot[1]));
        vv_setref_take(t, &exc->cause, vv_move(&nf->slot[1]));
        exc->suppress_context = true;
        return VV_FAILED;
    }
    return VV_READY;
    VV_END(nf);
}

vv_step vv_do_get_anext(vv_thread *t, vv_ref o) {
    if (VV_IS(t, o, ASYNC_GENERATOR))
        return o->type->s.anext(t, o);
    if (o->type->s.anext == NULL)
        return vv_raise_step(t, VV_TypeError, "'async for' requires an iterator with __anext__ method, got %T", o);
    return vv_native_enter(t, vv_push_native(t, anext_native, "anext", (vv_obj *[]){VV_OBJ(o)}, 1));
}

/* ---- SEND to other iterators ---- */

/* argv: receiver, value */
static vv_step send_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT_CATCH(nf, vv_do_call_method(t, nf->argv[0], VV_N(t, send), &nf->argv[1], 1));
    if (nf->raised) {
        if (!vv_error_is(t, VV_StopIteration))
            return VV_FAILED;
        nf->slot[0] = vv_take_error(t);
        vv_obj *value = ((vv_exc_stopiteration *)nf->slot[0])->value;
        vv_setref_take(t, &t->stop, value == NULL || value == t->vm->none ? NULL : vv_newref(value));
        return vv_return_null(t);
    }
    return VV_READY;
    VV_END(nf);
}

vv_step vv_do_send_method(vv_thread *t, vv_ref receiver, vv_ref value) {
    return vv_start2(t, send_native, "send", receiver, value);
}
