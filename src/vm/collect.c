/* collect.c - a garbage collection as a native frame: the collector works in two steps, and between them the finalizers
 * of what it found run as ordinary Python. */
#include "object/alloc.h"
#include "object/error.h"
#include "object/gc.h"
#include "types/dict.h"
#include "types/int.h"
#include "types/list.h"
#include "types/str.h"
#include "vm/frame.h"
#include "vm/report.h"

/* What a callback is told: {"generation": g, "collected": n, "uncollectable": 0}. */
static vv_owned make_info(vv_thread *t, int64_t generation, int64_t collected) {
    const struct {
        const char *name;
        int64_t value;
    } entries[] = {{"generation", generation}, {"collected", collected}, {"uncollectable", 0}};
    VV_AUTO dict = {t, vv_dict_new(t)};
    for (size_t k = 0; dict.o != NULL && k < VV_ARRAY_LEN(entries); k++) {
        VV_AUTO value = {t, vv_int_new(t, entries[k].value)};
        if (value.o == NULL || vv_dict_set_cstr(t, dict.o, entries[k].name, value.o) < 0)
            return NULL;
    }
    return vv_move(&dict.o);
}

/* argv: "start" or "stop", info; calls what is in gc.callbacks. slot: 0 the callback, 1 what it raised; i[0]: position */
static vv_step callbacks_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    for (; t->vm->gc.callbacks != NULL && (size_t)nf->i[0] < VV_LIST(t->vm->gc.callbacks)->length; nf->i[0]++) {
        vv_setref_take(t, &nf->slot[0], vv_newref(VV_LIST(t->vm->gc.callbacks)->items[nf->i[0]]));
        VV_AWAIT_CATCH(nf, vv_do_call2(t, nf->slot[0], nf->argv[0], nf->argv[1]));
        if (!nf->raised) {
            vv_drop_ret(t);
            continue;
        }
        nf->slot[1] = vv_take_error(t);
        VV_AWAIT_CATCH(nf, vv_do_unraisable(t, nf->slot[1], nf->slot[0], nf->slot[0]));
        if (nf->raised)
            vv_clear_error(t);
        else if (t->ret != NULL)
            vv_drop_ret(t);
        vv_clearref(t, &nf->slot[1]);
    }
    return vv_return_none(t);
    VV_END(nf);
}

static vv_step do_callbacks(vv_thread *t, const char *phase, int64_t generation, int64_t collected) {
    if (t->vm->gc.callbacks == NULL || VV_LIST(t->vm->gc.callbacks)->length == 0)
        return vv_return_none(t);
    VV_AUTO info = {t, make_info(t, generation, collected)};
    VV_AUTO name = {t, info.o == NULL ? NULL : vv_str_from_cstr(t, phase)};
    return name.o == NULL ? VV_FAILED : vv_start2(t, callbacks_native, "gc callbacks", name.o, info.o);
}

/* i[0]: generation, i[1]: collected. The collection that a callback asks for is not done: one is running. */
static vv_step collect_native(vv_thread *t, vv_native *nf) {
    vv_gc_state *gc = &t->vm->gc;
    VV_BEGIN(nf);
    gc->due = false;
    if (gc->collecting)
        return vv_return(t, vv_int_new(t, 0));
    gc->collecting = true;
    VV_AWAIT_CATCH(nf, do_callbacks(t, "start", nf->i[0], 0));
    if (nf->raised)
        vv_clear_error(t);
    else
        vv_drop_ret(t);
    gc->work = vv_alloc(t, sizeof(vv_gc_work));
    if (gc->work == NULL) {
        gc->collecting = false;
        return VV_FAILED;
    }
    vv_gc_begin(t, (int)nf->i[0], gc->work);
    if (t->pending_count > t->pending_waiting)
        VV_AWAIT(nf, vv_do_pending(t));
    nf->i[1] = vv_gc_finish(t, gc->work);
    vv_free(t, gc->work);
    gc->work = NULL;
    gc->collecting = true;
    VV_AWAIT_CATCH(nf, do_callbacks(t, "stop", nf->i[0], nf->i[1]));
    if (nf->raised)
        vv_clear_error(t);
    else
        vv_drop_ret(t);
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
