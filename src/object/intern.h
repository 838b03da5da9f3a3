/* intern.h - one str object for each identifier-like text. */
#ifndef VV_OBJECT_INTERN_H
#define VV_OBJECT_INTERN_H

#include "object/runtime.h"

/* Replaces *s (owned) by the interned equal string. Mortal: it leaves the table when it dies. Never fails: without
 * memory the string just stays as it is. */
void vv_intern(vv_thread *t, vv_obj **s);
/* The interned str of a text, which is not made again if it is there; NULL with MemoryError. */
VV_NODISCARD vv_owned vv_intern_utf8(vv_thread *t, const char *text, size_t n);
VV_NODISCARD vv_owned vv_intern_cstr(vv_thread *t, const char *text);
/* A dying interned string leaves the table (called by str's dealloc). */
void vv_intern_forget(vv_thread *t, vv_obj *s);
VV_NODISCARD int vv_intern_init(vv_thread *t);
/* Frees the immortal strings in the table, and the table. */
void vv_intern_finish(vv_thread *t);

#endif
