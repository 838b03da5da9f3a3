/* collect.c - a garbage collection as a native frame: the collector works in two steps, and between them the finalizers
 * of what it found run as ordinary Python. */
#include "base/host.h"
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

/* ---- gc.set_debug ---- */

/* Puts a line aside in slot[0], a list. Without memory it is left out. */
static void note_take(vv_thread *t, vv_native *nf, vv_owned line) {
    if (line == NULL || (nf->slot[0] == NULL && (nf->slot[0] = vv_list_new(t, 0)) == NULL)) {
        vv_xdecref(t, line);
        vv_clear_error(t);
    } else if (vv_list_append_take(t, nf->slot[0], line) < 0) {
        vv_clear_error(t);
    }
}

/* Writes the lines to sys.stderr. t->ret = None. */
static vv_step do_tell(vv_thread *t, vv_native *nf) {
    VV_AUTO lines = {t, vv_move(&nf->slot[0])};
    if (lines.o == NULL)
        return vv_return_none(t);
    VV_AUTO text = {t, vv_str_join(t, t->vm->empty_str, vv_list_items_peek(lines.o), VV_LIST(lines.o)->length)};
    return text.o == NULL ? VV_FAILED : vv_do_write_stderr(t, text.o);
}

static void note_begin(vv_thread *t, vv_native *nf) {
    const vv_gc_state *gc = &t->vm->gc;
    note_take(t, nf, vv_format(t, "gc: collecting generation %d...\ngc: objects in each generation: %zu %zu %zu\n"
                               "gc: objects in permanent generation: %zu\n", (int)nf->i[0], vv_gc_length(&gc->gen[0].head),
                               vv_gc_length(&gc->gen[1].head), vv_gc_length(&gc->gen[2].head), vv_gc_length(&gc->permanent)));
    nf->i[2] = vv_host_monotonic_ns();
}

static void note_end(vv_thread *t, vv_native *nf) {
    uint64_t units = (uint64_t)(vv_host_monotonic_ns() - nf->i[2]) / 100000;
    VV_AUTO fraction = {t, vv_format(t, "%llu", (unsigned long long)(10000 + units % 10000))};
    if (fraction.o == NULL)
        vv_clear_error(t);
    else
        note_take(t, nf, vv_format(t, "gc: done, %lld unreachable, 0 uncollectable, %llu.%ss elapsed\n", (long long)nf->i[1],
                                   (unsigned long long)(units / 10000), (const char *)VV_STR(fraction.o)->data + 1));
}

/* i[0]: generation, i[1]: collected, i[2]: when it began. slot[0]: what is to be told. The collection that a callback asks for is not done: one is running. */
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
    if ((gc->debug & VV_GC_DEBUG_STATS) != 0)
        note_begin(t, nf);
    vv_gc_begin(t, (int)nf->i[0], gc->work);
    for (vv_gc_head *g = gc->work->unreachable.next; (gc->debug & VV_GC_DEBUG_COLLECTABLE) != 0 && g != &gc->work->unreachable; g = g->next)
        note_take(t, nf, vv_format(t, "gc: collectable <%T %p>\n", VV_GC_OBJ(g), (void *)VV_GC_OBJ(g)));
    if (nf->slot[0] != NULL) {
        gc->work->quiet = false; /* what writes is Python, perhaps */
        VV_AWAIT_CATCH(nf, do_tell(t, nf));
        if (nf->raised)
            vv_clear_error(t);
        else
            vv_drop_ret(t);
    }
    if (t->pending_count > t->pending_waiting)
        VV_AWAIT(nf, vv_do_pending(t));
    nf->i[1] = vv_gc_finish(t, gc->work);
    vv_free(t, gc->work);
    gc->work = NULL;
    gc->collecting = true;
    if ((gc->debug & VV_GC_DEBUG_STATS) != 0)
        note_end(t, nf);
    VV_AWAIT_CATCH(nf, do_tell(t, nf));
    if (nf->raised)
        vv_clear_error(t);
    else
        vv_drop_ret(t);
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
