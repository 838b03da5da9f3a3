/* heapcheck.h - the exact reference count audit and the heap verifier. */
#ifndef VV_DEBUG_HEAPCHECK_H
#define VV_DEBUG_HEAPCHECK_H

#include "object/runtime.h"

/* Compares the count of every object with the references found by visiting everything, and verifies type pointers,
 * collector links and pools. Only between two instructions. The number of defects, each told on stderr; 0 in release
 * builds, which do not contain the check. */
int vv_heapcheck(vv_vm *vm);

#endif
