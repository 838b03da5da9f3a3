/* finalize.c - the queue of Python work that deallocation leaves behind (object/finalize.h).
 *
 * Invariant: entries [0, pending_insert) were queued since the work now running began and go first; the rest waited
 * before it. The last `pending_waiting` entries wait for the end of the finalizer that is running.
 */
#include "object/finalize.h"

#include <string.h>

#include "object/alloc.h"
#include "object/gc.h"

static const char lost[] = "vivarium: no memory to queue a finalizer; it is skipped\n";

void vv_finalize_push_take(vv_thread *t, enum vv_pending_kind kind, vv_owned object, vv_owned argument) {
    if (t->pending_count == t->pending_capacity) {
        uint32_t capacity = t->pending_capacity == 0 ? 16 : t->pending_capacity * 2;
        vv_pending *bigger = vv_mem_realloc(t->vm->mem, t->pending, capacity * sizeof(vv_pending));
        if (bigger == NULL) {
            vv_host_write(2, lost, sizeof(lost) - 1);
            vv_decref(t, object);
            vv_xdecref(t, argument);
            return;
        }
        t->pending = bigger;
        t->pending_capacity = capacity;
    }
    uint32_t limit = t->pending_count - t->pending_waiting;
    uint32_t at = t->pending_insert < limit ? t->pending_insert : limit;
    memmove(t->pending + at + 1, t->pending + at, (t->pending_count - at) * sizeof(vv_pending));
    t->pending[at] = (vv_pending){.kind = (uint8_t)kind, .object = object, .argument = argument};
    t->pending_count++;
    t->pending_insert = at + 1;
    t->vm->attention |= VV_ATTN_PENDING;
}

bool vv_finalize_pop(vv_thread *t, vv_pending *ret) {
    if (t->pending_count <= t->pending_waiting) {
        t->pending_insert = 0;
        return false;
    }
    *ret = t->pending[0];
    t->pending_count--;
    memmove(t->pending, t->pending + 1, t->pending_count * sizeof(vv_pending));
    t->pending_insert = 0;
    return true;
}

void vv_finalize_drop(vv_thread *t) {
    t->pending_waiting = 0;
    for (vv_pending entry; vv_finalize_pop(t, &entry);) {
        vv_xdecref(t, entry.argument);
        vv_decref(t, entry.object);
    }
}

bool vv_finalize_done(vv_ref o) {
    return (o->type->flags & VV_TF_GC) != 0 && (VV_GC_HEAD(o)->prev & VV_GC_FINALIZED) != 0;
}

void vv_finalize_set_done(vv_obj *o) {
    if ((o->type->flags & VV_TF_GC) != 0)
        VV_GC_HEAD(o)->prev |= VV_GC_FINALIZED;
}
