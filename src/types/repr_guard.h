/* repr_guard.h - keeps the printing of a container that contains itself from going on for ever. */
#ifndef VV_TYPES_REPR_GUARD_H
#define VV_TYPES_REPR_GUARD_H

#include "object/runtime.h"

/* Begins to print o: 0; 1 = o is being printed already by this thread (print "[...]"); -1 = exception: RecursionError
 * for too deep a nesting, or MemoryError. Only 0 must be balanced by vv_repr_leave. */
VV_NODISCARD int vv_repr_enter(vv_thread *t, vv_ref o);
/* Ends it, also after an exception. */
void vv_repr_leave(vv_thread *t, vv_ref o);

#endif
