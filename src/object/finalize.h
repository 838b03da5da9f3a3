/* finalize.h - the queue of Python work that deallocation leaves behind. vm/eval.c empties it before the next
 * instruction, in the order CPython would have run it: what a finalizer itself sets free goes before what waited. */
#ifndef VV_OBJECT_FINALIZE_H
#define VV_OBJECT_FINALIZE_H

#include "object/runtime.h"

/* Queues; takes object and argument. If there is no memory for it the work is dropped and reported on stderr. */
void vv_finalize_push_take(vv_thread *t, enum vv_pending_kind kind, vv_owned object, vv_owned argument);
/* Takes the first entry out of the queue (its references go to the caller); false if empty. While a finalizer runs
 * only what itself set free may run in between: the drain loop raises t->pending_waiting to t->pending_count before it
 * calls what it popped, and puts the old value back afterwards. */
bool vv_finalize_pop(vv_thread *t, vv_pending *ret);
/* Releases all that is queued without running it: the program is being destroyed. */
void vv_finalize_drop(vv_thread *t);
/* Has o's __del__ been called already (PEP 442: once)? Set by push. */
bool vv_finalize_done(vv_ref o);
void vv_finalize_set_done(vv_obj *o);

#endif
