/* with.c - entering `with` and `async with`: both methods are looked up on the type before the first is called. */
#include "object/error.h"
#include "types/tuple.h"
#include "vm/frame.h"

/* Binds the special method `name` of o: t->ret = bound method, NULL if the type has none. */
static vv_step bind_special(vv_thread *t, vv_ref o, vv_ref name) {
    vv_ref found = vv_type_lookup_peek(t, o->type, name);
    if (found == NULL)
        return vv_return_null(t);
    if (found->type->s.descr_get == NULL)
        return vv_return(t, vv_newref(found));
    return found->type->s.descr_get(t, found, o, (vv_ref)o->type);
}

/* argv: manager; i[0]: async; slot[0]: enter, slot[1]: exit */
static vv_step enter_native(vv_thread *t, vv_native *nf) {
    bool is_async = nf->i[0] != 0;
    const char *protocol = is_async ? "asynchronous context manager" : "context manager";
    VV_BEGIN(nf);
    VV_AWAIT(nf, bind_special(t, nf->argv[0], is_async ? VV_N(t, __aenter__) : VV_N(t, __enter__)));
    nf->slot[0] = vv_take_ret(t);
    if (nf->slot[0] == NULL)
        return vv_raise_step(t, VV_TypeError, "'%T' object does not support the %s protocol", nf->argv[0], protocol);
    VV_AWAIT(nf, bind_special(t, nf->argv[0], is_async ? VV_N(t, __aexit__) : VV_N(t, __exit__)));
    nf->slot[1] = vv_take_ret(t);
    if (nf->slot[1] == NULL)
        return vv_raise_step(t, VV_TypeError, "'%T' object does not support the %s protocol (missed %s method)", nf->argv[0],
                             protocol, is_async ? "__aexit__" : "__exit__");
    VV_AWAIT(nf, vv_do_call0(t, nf->slot[0]));
    nf->slot[2] = vv_take_ret(t);
    return vv_return(t, vv_tuple_pack(t, 2, (vv_ref)nf->slot[2], (vv_ref)nf->slot[1]));
    VV_END(nf);
}

vv_step vv_do_with_enter(vv_thread *t, vv_ref manager, bool is_async) {
    vv_native *nf = vv_push_native(t, enter_native, "with", (vv_obj *[]){VV_OBJ(manager)}, 1);
    if (nf == NULL)
        return VV_FAILED;
    nf->i[0] = is_async;
    return vv_native_enter(t, nf);
}
