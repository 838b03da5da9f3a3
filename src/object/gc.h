/* gc.h - the cycle collector: CPython 3.12's three generations, run at instruction boundaries only. */
#ifndef VV_OBJECT_GC_H
#define VV_OBJECT_GC_H

#include "object/runtime.h"

/* The low bits of vv_gc_head.prev. */
#define VV_GC_FINALIZED ((uintptr_t)1)  /* __del__ was queued already (PEP 442) */
#define VV_GC_COLLECTING ((uintptr_t)2) /* a candidate of the collection that is running */
#define VV_GC_FLAGS ((uintptr_t)3)

/* gc.set_debug: what is told on sys.stderr; with SAVEALL, garbage goes to gc.garbage instead of dying. */
enum vv_gc_debug { VV_GC_DEBUG_STATS = 1, VV_GC_DEBUG_COLLECTABLE = 2, VV_GC_DEBUG_UNCOLLECTABLE = 4, VV_GC_DEBUG_SAVEALL = 32, VV_GC_DEBUG_LEAK = 38 };

void vv_gc_init(vv_vm *vm);
/* What exists before the program starts is old, as in CPython, but for __main__, which is young. The program's last collections pass
 * over the old, up to `boundary`, a tracked object that lives as long as the program. */
void vv_gc_settle(vv_vm *vm, vv_ref boundary, vv_ref main_module);
/* Collects generation `generation` and younger. Finalizers and callbacks are queued, not run: the caller (vm/collect.c)
 * is a native frame that continues after they ran. Number of unreachable objects found; *uncollectable optional. */
/* Step 1: finds unreachable objects, clears weak references to them, queues callbacks and __del__ (PEP 442); the
 * unreachable ones wait in `work`. Step 2, after finalizers have run: finds resurrected ones again and clears the rest. */
typedef struct vv_gc_work {
    int generation;
    vv_gc_head unreachable;
    int64_t found;
    bool quiet; /* nothing runs between the steps */
} vv_gc_work;
void vv_gc_begin(vv_thread *t, int generation, vv_gc_work *work);
int64_t vv_gc_finish(vv_thread *t, vv_gc_work *work); /* number collected */
/* Collects all that is garbage without running Python, a collection that was left halfway included: for the end of the
 * program, when nothing refers to its objects but they themselves. */
void vv_gc_release_all(vv_thread *t);
/* Which generation is due by the thresholds (-1 none). */
int vv_gc_due(vv_vm *vm);
/* How many objects a list holds. */
size_t vv_gc_length(const vv_gc_head *list);
/* Visits every tracked object of a generation (-1: all). */
void vv_gc_each(vv_vm *vm, int generation, vv_visit visit, void *arg);

/* Visits every root reference outside heap objects: vm fields, threads, frames (frames through vm/frame.h's hook). */
int vv_gc_roots(vv_vm *vm, vv_visit visit, void *arg);
/* Visits every root of one thread, for vv_gc_roots; defined in vm/, which alone knows frames. */
int vv_thread_traverse(const vv_thread *t, vv_visit visit, void *arg);

#endif
