/* slice.h - slice objects and what they select. */
#ifndef VV_TYPES_SLICE_H
#define VV_TYPES_SLICE_H

#include "object/runtime.h"

typedef struct vv_slice {
    vv_obj head;
    vv_obj *start, *stop, *step; /* owned, None when absent */
} vv_slice;
#define VV_SLICE(o) ((vv_slice *)(o))

VV_NODISCARD vv_owned vv_slice_new(vv_thread *t, vv_ref start, vv_ref stop, vv_ref step); /* NULL = None */
/* Bounds for a sequence of `length`, when start/stop/step are None or ints: 1; VV_LATER (types/dict.h) when one needs
 * __index__; -1 ValueError "slice step cannot be zero". *ret_count = items selected. */
int vv_slice_bounds_now(vv_thread *t, vv_ref slice, size_t length, int64_t *start, int64_t *stop, int64_t *step, size_t *ret_count);
/* What o[start:stop] selects of `length` items when both are None or small ints: *to >= *from. False: ask a slice. */
bool vv_slice_at_once(vv_thread *t, vv_ref start, vv_ref stop, size_t length, size_t *from, size_t *to);
/* A slice with all parts resolved to ints or None through __index__: t->ret = slice. */
vv_step vv_do_slice_resolve(vv_thread *t, vv_ref slice);

/* slice.indices(length) with ints of any size: `slice` is resolved already. Owned ints in ret[3]. 0/-1. */
VV_NODISCARD int vv_slice_indices(vv_thread *t, vv_ref slice, vv_ref length, vv_obj *ret[3]);

typedef struct vv_range {
    vv_obj head;
    vv_obj *start, *stop, *step, *length; /* owned ints */
} vv_range;
#define VV_RANGE(o) ((vv_range *)(o))
typedef struct vv_range_iterator { /* all values fit int64 */
    vv_obj head;
    int64_t next, step;
    uint64_t left;
} vv_range_iterator;
#define VV_RANGE_ITERATOR(o) ((vv_range_iterator *)(o))

#endif
