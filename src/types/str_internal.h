/* str_internal.h - what the files of str share among themselves and with the other text types. */
#ifndef VV_TYPES_STR_INTERNAL_H
#define VV_TYPES_STR_INTERNAL_H

#include "types/str.h"

#define VV_STR_MAX_LENGTH ((size_t)0x3FFFFFFF)

static inline uint32_t vv_str_get(int kind, const void *points, size_t i) {
    return kind == 1   ? ((const uint8_t *)points)[i]
           : kind == 2 ? ((const uint16_t *)points)[i]
                       : ((const uint32_t *)points)[i];
}
static inline void vv_str_put(int kind, void *points, size_t i, uint32_t c) {
    if (kind == 1)
        ((uint8_t *)points)[i] = (uint8_t)c;
    else if (kind == 2)
        ((uint16_t *)points)[i] = (uint16_t)c;
    else
        ((uint32_t *)points)[i] = c;
}

/* A fresh string of any str type; nothing is shared, data not filled. */
VV_NODISCARD vv_owned vv_str_alloc(vv_thread *t, vv_type *type, size_t length, uint32_t max_char);
/* The text of s as an instance of `type`: s itself if it is one of exact type str and that is wanted. */
VV_NODISCARD vv_owned vv_str_of_type(vv_thread *t, vv_type *type, vv_ref s);
void vv_str_copy_points(int to_kind, void *to, size_t at, int from_kind, const void *from, size_t start, size_t n);
void vv_str_dealloc(vv_thread *t, vv_obj *o);

/* Makes room in a builder for `more` code points up to max_char. */
VV_NODISCARD int vv_strbuilder_reserve(vv_thread *t, vv_strbuilder *b, size_t more, uint32_t max_char);
VV_NODISCARD int vv_strbuilder_fill(vv_thread *t, vv_strbuilder *b, uint32_t code_point, size_t n);

/* UnicodeEncodeError(encoding, object, start, end, reason) and its decoding counterpart. NULL. */
vv_owned vv_raise_unicode_encode(vv_thread *t, const char *encoding, vv_ref s, size_t start, size_t end,
                                 const char *reason);
vv_owned vv_raise_unicode_decode(vv_thread *t, const char *encoding, const uint8_t *data, size_t n, size_t start,
                                 size_t end, const char *reason);

/* ---- str_format.c ---- */
/* format % args: t->ret = str. */
vv_step vv_do_str_mod(vv_thread *t, vv_ref format, vv_ref args);
/* Bodies of str.format (argv: self, args, kwargs) and str.format_map (argv: self, mapping). */
vv_step vv_str_format_body(vv_thread *t, vv_native *nf);
vv_step vv_str_format_map_body(vv_thread *t, vv_native *nf);
/* bytes % args for bytes and bytearray; t->ret = an object of the left operand's type. */
vv_step vv_do_bytes_mod(vv_thread *t, vv_ref format, vv_ref args);

#endif
