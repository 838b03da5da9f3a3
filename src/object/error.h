/* error.h - raising: every function here sets t->exc and returns the failure value of its caller's convention.
 *
 * Formats: %s C string, %.*s, %c, %d %u %ld %lu %lld %llu %zd %zu %x, %% as in printf; and
 *   %A  as %T, but "None" for None
 *   %U  a str object        %T  the type name of an object ("int")      %N  the name of a type object
 *   %p  an address ("0x1058cb8")
 *   %R  repr of an object that needs no Python for it (str, numbers, bytes, tuples of them; else its type's default repr)
 * `type` is an exception's id: VV_TypeError, VV_ValueError, ... (types/exceptions.def).
 */
#ifndef VV_OBJECT_ERROR_H
#define VV_OBJECT_ERROR_H

#include "object/runtime.h"

vv_owned vv_raise(vv_thread *t, int type, const char *format, ...); /* NULL */
int vv_raise_int(vv_thread *t, int type, const char *format, ...);  /* -1 */
vv_step vv_raise_step(vv_thread *t, int type, const char *format, ...); /* VV_FAILED */

/* type(value): an exception whose only argument is `value` (KeyError(key), StopIteration(value)); value NULL: no args. */
vv_step vv_raise_value(vv_thread *t, int type, vv_ref value);
/* Raises an exception instance; steals nothing. Chains __context__ from the exception being handled. */
vv_step vv_raise_object(vv_thread *t, vv_ref exc);
vv_owned vv_raise_memory(vv_thread *t); /* NULL; never allocates */
/* The limit of memory is a little higher (open) while the MemoryError of vv_raise_memory lives. */
void vv_memory_reserve(vv_vm *vm, bool open);
/* AttributeError with name= and obj= set: "'%T' object has no attribute '%U'". */
vv_step vv_raise_attribute(vv_thread *t, vv_ref obj, vv_ref name);
/* Fills name= and obj= of the AttributeError in t->exc, if it is one and has neither. */
void vv_error_set_attribute(vv_thread *t, vv_ref obj, vv_ref name);
/* OSError subclass chosen by errno: args (errno, strerror[, filename]). */
vv_step vv_raise_os(vv_thread *t, int errnum, vv_ref filename_or_null);

/* Linux's text for an errno ("No such file or directory"), or NULL. */
const char *vv_errno_text(int errnum);

/* Is the current exception (t->exc) an instance of exception type id? */
bool vv_error_is(vv_thread *t, int type);
/* Forgets the current exception. */
void vv_clear_error(vv_thread *t);
/* Takes the current exception (owned), leaving none. */
VV_NODISCARD vv_owned vv_take_error(vv_thread *t);
/* Puts it back; takes `exc`. */
void vv_restore_error_take(vv_thread *t, vv_owned exc);

/* A str built from one of the formats above. */
VV_NODISCARD vv_owned vv_format(vv_thread *t, const char *format, ...);
VV_NODISCARD vv_owned vv_format_va(vv_thread *t, const char *format, __builtin_va_list args);

/* object.__repr__: "<__main__.C object at 0x...>". */
VV_NODISCARD vv_owned vv_default_repr(vv_thread *t, vv_ref o);

/* Depth of recursion over user data in C-driven work (repr, compare, json, ...): enter answers -1 with RecursionError
 * "maximum recursion depth exceeded<where>" past the limit. Balanced by leave. */
VV_NODISCARD int vv_enter_recursion(vv_thread *t, const char *where);
void vv_leave_recursion(vv_thread *t);

#endif
