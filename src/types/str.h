/* str.h - text: code points in 1, 2 or 4 bytes each, whichever the largest needs (PEP 393). */
#ifndef VV_TYPES_STR_H
#define VV_TYPES_STR_H

#include "object/runtime.h"

typedef struct vv_str {
    vv_obj head;
    vv_hash hash;       /* -1 = not computed */
    uint32_t length;    /* code points */
    uint8_t kind;       /* 1, 2 or 4 bytes a code point: always the smallest that fits */
    bool ascii;         /* all code points below 128: the bytes are UTF-8 */
    uint8_t interned;   /* 0 no, 1 mortal (in vm->interned without a count), 2 immortal */
    uint8_t identifier; /* 0 unknown, 1 looks like an identifier (ASCII letters, digits, _), 2 does not, 3 is the name of a slot's method */
    char *utf8;         /* cached UTF-8 of a non-ASCII string (vv_alloc), or NULL */
    uint32_t utf8_length;
    uint8_t data[];     /* length * kind bytes and a zero code point */
} vv_str;
enum { VV_STR_SLOT_NAME = 3 };
#define VV_STR(o) ((vv_str *)(o))

static inline uint32_t vv_str_length(vv_ref s) {
    return VV_STR(s)->length;
}
/* Code point at i < length. */
static inline uint32_t vv_str_at(vv_ref s, size_t i) {
    const vv_str *u = VV_STR(s);
    return u->kind == 1 ? u->data[i] : u->kind == 2 ? ((const uint16_t *)u->data)[i] : ((const uint32_t *)u->data)[i];
}

/* From UTF-8 (must be valid; surrogates allowed as 3-byte forms); one-character and empty strings are shared. */
VV_NODISCARD vv_owned vv_str_from_utf8(vv_thread *t, const char *text, size_t length);
VV_NODISCARD vv_owned vv_str_from_cstr(vv_thread *t, const char *text);
/* From code points of a given width (1, 2, 4); narrows. */
VV_NODISCARD vv_owned vv_str_from_kind(vv_thread *t, int kind, const void *points, size_t length);
VV_NODISCARD vv_owned vv_str_from_char(vv_thread *t, uint32_t code_point);
/* A fresh string of `length` code points up to max_char, data to be filled by the caller (ascii/kind set from max_char;
 * max_char must be exact in its class). Length 0 gives the shared empty string. */
VV_NODISCARD vv_owned vv_str_new(vv_thread *t, size_t length, uint32_t max_char);

/* UTF-8 of a string, NUL-terminated, cached in it: borrowed, NULL with MemoryError or UnicodeEncodeError (surrogates). */
const char *vv_str_utf8_peek(vv_thread *t, vv_ref s, size_t *ret_length);
/* ASCII shorthand: compares with a C string. */
bool vv_str_equal_cstr(vv_ref s, const char *text);

bool vv_str_equal(vv_ref a, vv_ref b);
int vv_str_compare(vv_ref a, vv_ref b); /* by code point: <0, 0, >0 */
vv_hash vv_str_hash(vv_ref s);          /* SipHash-1-3 of the code points' bytes with key 0, cached */

VV_NODISCARD vv_owned vv_str_concat(vv_thread *t, vv_ref a, vv_ref b);
/* Appends in place when *left has no other owner (as CPython's ceval does for `s += t`); takes *left. 0/-1 (then NULL). */
VV_NODISCARD int vv_str_append(vv_thread *t, vv_obj **left, vv_ref right);
VV_NODISCARD vv_owned vv_str_slice(vv_thread *t, vv_ref s, size_t start, size_t end);
VV_NODISCARD vv_owned vv_str_repr(vv_thread *t, vv_ref s);
VV_NODISCARD vv_owned vv_str_ascii(vv_thread *t, vv_ref s); /* s with what is not ASCII escaped; ascii(o) is that of repr(o) */
VV_NODISCARD vv_owned vv_str_join(vv_thread *t, vv_ref separator, vv_obj *const *items, size_t n); /* items must be str */
int64_t vv_str_find(vv_ref s, vv_ref needle, size_t start, size_t end); /* first index or -1 */
bool vv_str_is_identifier(vv_ref s); /* str.isidentifier */
bool vv_str_has_name_chars(vv_ref s); /* only ASCII letters, digits and _: constants like it are interned */
VV_NODISCARD vv_owned vv_str_mod(vv_thread *t, vv_ref format, vv_ref args_tuple_of_leaf_values); /* %-format without Python calls */
/* Creates the shared strings; once. */
VV_NODISCARD int vv_str_init(vv_thread *t);

/* Builder for strings of unknown length: starts empty (zero it), grows, ends as a str. On failure of any step the
 * exception is set; always finish or drop. */
typedef struct vv_strbuilder {
    void *data;
    size_t length, capacity; /* code points */
    uint8_t kind;            /* 0 = empty yet */
    uint32_t max_char;
} vv_strbuilder;
VV_NODISCARD int vv_strbuilder_char(vv_thread *t, vv_strbuilder *b, uint32_t code_point);
VV_NODISCARD int vv_strbuilder_str(vv_thread *t, vv_strbuilder *b, vv_ref s);
VV_NODISCARD int vv_strbuilder_slice(vv_thread *t, vv_strbuilder *b, vv_ref s, size_t start, size_t end);
VV_NODISCARD int vv_strbuilder_ascii(vv_thread *t, vv_strbuilder *b, const char *text, size_t n);
VV_NODISCARD vv_owned vv_strbuilder_finish(vv_thread *t, vv_strbuilder *b);
/* The same, but one character is an object of its own, as most methods of CPython's str return it. */
VV_NODISCARD vv_owned vv_strbuilder_finish_own(vv_thread *t, vv_strbuilder *b);
void vv_strbuilder_drop(vv_thread *t, vv_strbuilder *b);

/* format(o, spec) for int, bool, float, str, complex exactly (PEP 3101 mini-language): leaf. Values of other types are
 * not accepted. types/format.c */
VV_NODISCARD vv_owned vv_format_int(vv_thread *t, vv_ref o, vv_ref spec);
VV_NODISCARD vv_owned vv_format_float(vv_thread *t, vv_ref o, vv_ref spec);
VV_NODISCARD vv_owned vv_format_complex(vv_thread *t, vv_ref o, vv_ref spec);
VV_NODISCARD vv_owned vv_format_str(vv_thread *t, vv_ref o, vv_ref spec);

#endif
