/* pending.c - runs what deallocation left behind: __del__ methods, weak reference callbacks, dying generators.
 *
 * The frame stands between an instruction (or native frame) and its next step, so it keeps the result registers and a
 * raised exception for it. An exception here is reported on sys.stderr and goes no further, as in CPython.
 */
#include "object/error.h"
#include "object/finalize.h"
#include "vm/frame.h"
#include "vm/report.h"

/* slot: 0 t->ret, 1 t->stop, 2 t->exc, 3 object, 4 argument; i: 0 ival, 1 hash, 2 kind, 3 pending_waiting before */
vv_step vv_pending_native(vv_thread *t, vv_native *nf) {
    vv_pending entry;
    VV_BEGIN(nf);
    while (vv_finalize_pop(t, &entry)) {
        nf->i[2] = entry.kind;
        nf->slot[3] = entry.object;
        nf->slot[4] = entry.argument;
        nf->i[3] = t->pending_waiting;
        t->pending_waiting = t->pending_count;
        VV_AWAIT_CATCH(nf, nf->i[2] == VV_PENDING_CALLBACK ? vv_do_call1(t, nf->slot[4], nf->slot[3])
                           : nf->i[2] == VV_PENDING_DEL    ? nf->slot[3]->type->s.del(t, nf->slot[3])
                                                           : vv_do_gen_close(t, nf->slot[3]));
        if (nf->raised) {
            nf->slot[5] = vv_take_error(t);
            VV_AWAIT_CATCH(nf, vv_do_unraisable(t, nf->slot[5], nf->slot[3], nf->i[2] == VV_PENDING_CALLBACK ? nf->slot[4] : NULL));
            if (nf->raised)
                vv_clear_error(t);
            vv_clearref(t, &nf->slot[5]);
        }
        if (t->ret != NULL)
            vv_drop_ret(t);
        if (t->stop != NULL)
            vv_clearref(t, &t->stop);
        vv_clearref(t, &nf->slot[4]);
        vv_clearref(t, &nf->slot[3]);
        t->pending_waiting = (uint32_t)nf->i[3];
    }
    t->ret = vv_move(&nf->slot[0]);
    t->stop = vv_move(&nf->slot[1]);
    if (nf->slot[2] != NULL)
        vv_restore_error_take(t, vv_move(&nf->slot[2]));
    t->ival = nf->i[0];
    t->hash = nf->i[1];
    return t->exc != NULL ? VV_FAILED : VV_READY;
    VV_END(nf);
}

vv_step vv_do_pending(vv_thread *t) {
    vv_native *nf = vv_push_native(t, vv_pending_native, "finalizers", NULL, 0);
    if (nf == NULL)
        return VV_FAILED;
    nf->slot[0] = vv_take_ret(t);
    nf->slot[1] = vv_move(&t->stop);
    if (t->exc != NULL)
        nf->slot[2] = vv_take_error(t);
    nf->i[0] = t->ival;
    nf->i[1] = t->hash;
    return VV_PUSHED;
}
