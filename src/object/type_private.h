/* type_private.h - what the files of object/type*.c share among themselves. */
#ifndef VV_OBJECT_TYPE_PRIVATE_H
#define VV_OBJECT_TYPE_PRIVATE_H

#include "object/runtime.h"

VV_NODISCARD int vv_type_cache_init(vv_vm *vm);
int vv_type_cache_visit(vv_vm *vm, vv_visit visit, void *arg); /* the names it owns */
void vv_type_cache_finish(vv_thread *t);

#endif
