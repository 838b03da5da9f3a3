/* anext.c - what anext(iterator, default) returns: an awaitable that passes everything on to that of __anext__(), and turns
 * StopAsyncIteration into a return of the default. */
#include "object/alloc.h"
#include "object/error.h"
#include "types/str.h"
#include "vm/generator.h"

typedef struct vv_anext_awaitable {
    vv_obj head;
    vv_obj *wrapped, *value; /* owned: what __anext__() returned, the default */
} vv_anext_awaitable;
#define ANEXT(o) ((vv_anext_awaitable *)(o))

vv_owned vv_anext_awaitable_new(vv_thread *t, vv_ref wrapped, vv_ref value) {
    vv_owned o = vv_new_object(t, VV_TYPEP(t, ANEXT_AWAITABLE), sizeof(vv_anext_awaitable));
    if (o == NULL)
        return NULL;
    ANEXT(o)->wrapped = vv_newref(wrapped);
    ANEXT(o)->value = vv_newref(value);
    vv_track(t, o);
    return o;
}

/* The iterator that drives the wrapped awaitable: t->ret. A coroutine is asked for its own. */
static vv_step do_iterator(vv_thread *t, vv_native *nf) {
    vv_ref wrapped = ANEXT(nf->argv[0])->wrapped;
    return VV_IS(t, wrapped, COROUTINE) ? wrapped->type->s.await(t, wrapped) : vv_do_get_awaitable(t, wrapped, 0);
}

/* The end of a step: StopAsyncIteration is the default returned, else as it is. */
static vv_step outcome(vv_thread *t, vv_native *nf) {
    if (!nf->raised)
        return vv_generator_outcome(t);
    if (!vv_error_is(t, VV_StopAsyncIteration))
        return VV_FAILED;
    vv_clear_error(t);
    vv_raise_value(t, VV_StopIteration, ANEXT(nf->argv[0])->value);
    return VV_FAILED;
}

/* argv: the awaitable, name of a method, its arguments; slot[0]: iterator */
static vv_step pass_on_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, do_iterator(t, nf));
    nf->slot[0] = vv_take_ret(t);
    VV_AWAIT_CATCH(nf, vv_do_call_method(t, nf->slot[0], nf->argv[1], nf->argv + 2, nf->argc - 2u));
    return outcome(t, nf);
    VV_END(nf);
}

/* argv as above, of a method of ours: pushes the frame over as many arguments as were given. */
static vv_step pass_on(vv_thread *t, vv_native *nf, vv_ref name) {
    VV_BEGIN(nf);
    vv_obj *argv[5] = {nf->argv[0], VV_OBJ(name)};
    size_t n = 2;
    for (size_t k = 1; k < nf->argc && nf->argv[k] != NULL; k++)
        argv[n++] = nf->argv[k];
    VV_AWAIT(nf, vv_push_native(t, pass_on_native, "anext", argv, n) == NULL ? VV_FAILED : VV_PUSHED);
    return VV_READY;
    VV_END(nf);
}

#define VV_DEF_NAME anext_awaitable
#define VV_DEF_FILE "vm/anext.def"
#include "object/deftype.h"

static vv_step anext_send(vv_thread *t, vv_native *nf) {
    return pass_on(t, nf, VV_N(t, send));
}
static vv_step anext_throw(vv_thread *t, vv_native *nf) {
    return pass_on(t, nf, VV_N(t, throw));
}
static vv_step anext_close(vv_thread *t, vv_native *nf) {
    return pass_on(t, nf, VV_N(t, close));
}

/* argv: the awaitable; slot[0]: iterator. As a `next` slot: the value returned goes into t->stop. */
static vv_step next_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, do_iterator(t, nf));
    nf->slot[0] = vv_take_ret(t);
    VV_AWAIT_CATCH(nf, vv_do_next(t, nf->slot[0]));
    if (!nf->raised)
        return VV_READY;
    if (!vv_error_is(t, VV_StopAsyncIteration))
        return VV_FAILED;
    vv_clear_error(t);
    vv_setref_take(t, &t->stop, vv_newref(ANEXT(nf->argv[0])->value));
    return vv_return_null(t);
    VV_END(nf);
}
static vv_step anext_next(vv_thread *t, vv_ref self) {
    return vv_start1(t, next_native, "anext", self);
}
static vv_step anext_itself(vv_thread *t, vv_ref self) {
    return vv_return(t, vv_newref(self));
}

static int anext_traverse(vv_ref self, vv_visit visit, void *arg) {
    VV_VISIT(ANEXT(self)->wrapped);
    VV_VISIT(ANEXT(self)->value);
    return 0;
}
static void anext_dealloc(vv_thread *t, vv_obj *self) {
    vv_xdecref(t, ANEXT(self)->wrapped);
    vv_xdecref(t, ANEXT(self)->value);
    vv_free_object(t, self);
}

const vv_typespec vv_anext_awaitable_spec = {
    .name = "anext_awaitable",
    .base = VV_T_OBJECT,
    .flags = VV_TF_GC | VV_TF_NO_NEW | VV_TF_IMMUTABLE,
    .basicsize = sizeof(vv_anext_awaitable),
    .size64 = 48,
    .slots = &anext_awaitable_slots,
    .methods = anext_awaitable_methods,
    .dealloc = anext_dealloc,
    .traverse = anext_traverse,
};
