/* audit.h - the hook through which a debug build looks at a thread between two instructions (debug/heapcheck.c). */
#ifndef VV_VM_AUDIT_H
#define VV_VM_AUDIT_H

#include "base/forward.h"

/* Called at every instruction boundary and native step while vm->audit_every is set: no C local holds a reference now.
 * Every audit_every-th call verifies all counts; a defect is reported and ends the process. */
void vv_audit_tick(vv_thread *t);

#endif
