/* collect.c - a garbage collection as a native frame: the collector works in two steps, and between them the finalizers
 * of what it found run as ordinary Python. */
#include "object/alloc.h"
#include "object/error.h"
#include "object/gc.h"
#include "types/int.h"
#include "vm/frame.h"

/* i[0]: generation, i[1]: collected */
static vv_step collect_native(vv_thread *t, vv_native *nf) {
    vv_gc_state *gc = &t->vm->gc;
    VV_BEGIN(nf);
    gc->due = false;
    if (gc->collecting)
        return vv_return(t, vv_int_new(t, 0));
    gc->work = vv_alloc(t, sizeof(vv_gc_work));
    if (gc->work == NULL)
        return VV_FAILED;
    gc->collecting = true;
    vv_gc_begin(t, (int)nf->i[0], gc->work);
    if (t->pending_count > t->pending_waiting)
        VV_AWAIT(nf, vv_do_pending(t));
    nf->i[1] = vv_gc_finish(t, gc->work);
    vv_free(t, gc->work);
    gc->work = NULL;
    gc->collecting = false;
    if (t->pending_count > t->pending_waiting)
        VV_AWAIT(nf, vv_do_pending(t));
    return vv_return(t, vv_int_new(t, nf->i[1]));
    VV_END(nf);
}

vv_step vv_do_collect(vv_thread *t, int generation) {
    vv_native *nf = vv_push_native(t, collect_native, "collect", NULL, 0);
    if (nf == NULL)
        return VV_FAILED;
    nf->i[0] = generation;
    return VV_PUSHED;
}
