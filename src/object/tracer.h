/* tracer.h - who watches where memory is taken: tracemalloc (modules/_tracemalloc.c), while it is on.
 *
 * Every object and every block that vv_alloc gives is told of, at once. Sizes are those of the same block in 64-bit CPython; for a
 * plain block that is the size of an array of pointers, unless vv_trace_size corrects it. While a tracer is there free lists are
 * empty (so that reuse is seen) and the traced loop runs (so that every line is known).
 */
#ifndef VV_OBJECT_TRACER_H
#define VV_OBJECT_TRACER_H

#include "object/runtime.h"

typedef struct vv_tracer {
    /* A block was taken; `object`: it holds this one, whose type is set. 0, or -1 when there is no memory to note it. */
    int (*taken)(vv_thread *t, void *block, vv_ref object_or_null, size_t bytes);
    void (*resized)(vv_thread *t, void *block, int64_t size64);
    void (*freed)(vv_thread *t, void *block);
    void (*end)(vv_thread *t); /* switches it off: vm->tracer is NULL then */
} vv_tracer;

/* What a plain block counts for, where it is no array of pointers. */
static inline void vv_trace_size(vv_thread *t, void *block, int64_t size64) {
    if (VV_UNLIKELY(t->vm->tracer != NULL))
        t->vm->tracer->resized(t, block, size64);
}
/* The block is given back, or is the interpreter's own. */
static inline void vv_trace_forget(vv_thread *t, void *block) {
    if (VV_UNLIKELY(t->vm->tracer != NULL))
        t->vm->tracer->freed(t, block);
}

#endif
