/* bytelike.h - what bytes and bytearray have in common beyond text.h. */
#ifndef VV_TYPES_BYTELIKE_H
#define VV_TYPES_BYTELIKE_H

#include "types/text.h"

vv_leaf_fn vv_bytelike_buffer, vv_bytelike_capitalize, vv_bytelike_isalnum, vv_bytelike_isalpha, vv_bytelike_isascii;
vv_leaf_fn vv_bytelike_isdigit, vv_bytelike_islower, vv_bytelike_isspace, vv_bytelike_istitle, vv_bytelike_isupper;
vv_leaf_fn vv_bytelike_lower, vv_bytelike_maketrans, vv_bytelike_swapcase, vv_bytelike_title, vv_bytelike_translate;
vv_leaf_fn vv_bytelike_upper, vv_bytelike_hex;
/* Body of decode: argv: self, encoding, errors. */
vv_step vv_bytelike_decode(vv_thread *t, vv_native *nf);
/* Body of fromhex: argv: class, str. */
vv_step vv_bytelike_fromhex(vv_thread *t, vv_native *nf);

/* The bytes that bytes(source, encoding, errors) and bytearray(...) are made of: t->ret = an exact bytes. Arguments may
 * be NULL; `name` is the type's name as in messages, "bytes" or "bytearray". */
vv_step vv_do_bytes_of(vv_thread *t, const char *name, vv_ref source, vv_ref encoding, vv_ref errors);
/* The bytes of an iterable of integers, or of a bytes-like object: t->ret = bytes or bytearray. Not iterable: TypeError
 * with `complaint`, a format for the object's type name. */
vv_step vv_do_bytes_of_iterable(vv_thread *t, vv_ref iterable, const char *complaint, const char *range_error);
/* An int as a byte: 0..255, or -1 ValueError "byte must be in range(0, 256)". */
int vv_byte_value(vv_thread *t, vv_ref integer);

/* b'...' of a span, after `prefix` and before `suffix`. `both_quotes`: escape every ' (as bytearray does). */
VV_NODISCARD vv_owned vv_bytelike_repr(vv_thread *t, const char *prefix, const uint8_t *data, size_t n,
                                       const char *suffix, bool escape_all);
vv_slotfn_compare vv_bytelike_compare;
vv_slotfn_contains vv_bytelike_contains;
VV_NODISCARD vv_owned vv_bytes_alloc(vv_thread *t, vv_type *type, size_t length); /* nothing shared, data not filled */
VV_NODISCARD int vv_bytearray_resize(vv_thread *t, vv_ref bytearray, size_t length);

#endif
