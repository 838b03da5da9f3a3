/* marshal.h - values as bytes and back, in the format of CPython 3.12's marshal version 4 (what .pyc files hold). */
#ifndef VV_MODULES_MARSHAL_H
#define VV_MODULES_MARSHAL_H

#include "object/runtime.h"

/* The value that the bytes begin with; *ret_used (may be NULL) = how many they are. Code objects are verified. NULL with
 * EOFError, ValueError, TypeError or MemoryError. */
VV_NODISCARD vv_owned vv_marshal_load(vv_thread *t, const uint8_t *data, size_t length, size_t *ret_used);
/* The bytes of a value; NULL with ValueError "unmarshallable object" or MemoryError. */
VV_NODISCARD vv_owned vv_marshal_dump(vv_thread *t, vv_ref value, int version);

#endif
