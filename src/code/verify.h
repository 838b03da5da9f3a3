/* verify.h - proves that a code object cannot lead the VM astray. */
#ifndef VV_CODE_VERIFY_H
#define VV_CODE_VERIFY_H

#include "object/runtime.h"

/* Checks jump targets, stack depth at every instruction (handlers included), indices, caches, and that control never
 * falls off the end. 0, or -1 with SystemError (or MemoryError). */
VV_NODISCARD int vv_code_verify(vv_thread *t, vv_ref code);

#endif
