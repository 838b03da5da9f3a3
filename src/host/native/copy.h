/* copy.h - moves a suspended program into a copy of its memory. */
#ifndef VV_HOST_NATIVE_COPY_H
#define VV_HOST_NATIVE_COPY_H

#include "api/vivarium.h"

/* Copies the program's region, overwrites the original with a pattern, and puts the copy in its place. */
void vv_copy_program(vv_vm *vm);

#endif
