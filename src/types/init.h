/* init.h - bringing the world of objects up and down. */
#ifndef VV_TYPES_INIT_H
#define VV_TYPES_INIT_H

#include "object/runtime.h"

/* After the allocator, vv_vm and vv_thread exist (zeroed): types, singletons, shared values, names, type dicts.
 * 0 or -1 (out of memory; no exception may be set). */
VV_NODISCARD int vv_object_init(vv_thread *t);
/* Releases what vv_object_init made; everything else must be gone. */
void vv_object_finish(vv_thread *t);

/* None, NotImplemented, Ellipsis (types/singletons.c). */
VV_NODISCARD int vv_singletons_init(vv_thread *t);

#endif
