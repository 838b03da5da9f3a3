/* marshal.h - values as bytes and back, in the format of CPython 3.12's marshal version 4 (what .pyc files hold). */
#ifndef VV_MODULES_MARSHAL_H
#define VV_MODULES_MARSHAL_H

#include "code/codeobj.h" /* vv_marshal_load, which code calls that is not read yet */

/* The bytes of a value; NULL with ValueError "unmarshallable object" or MemoryError. */
VV_NODISCARD vv_owned vv_marshal_dump(vv_thread *t, vv_ref value, int version);

#endif
