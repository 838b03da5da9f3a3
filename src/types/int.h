/* int.h - integers of any size: sign and magnitude, 30-bit digits, least significant first (as CPython's PyLongObject). */
#ifndef VV_TYPES_INT_H
#define VV_TYPES_INT_H

#include "object/alloc.h"

enum { VV_INT_SHIFT = 30 };
#define VV_INT_BASE (UINT32_C(1) << VV_INT_SHIFT)
#define VV_INT_MASK (VV_INT_BASE - 1)

typedef struct vv_int {
    vv_obj head;
    int32_t size;      /* number of digits, negative for negative numbers, 0 for zero; never a leading zero digit */
    uint32_t digit[];  /* at least one allocated */
} vv_int;
#define VV_INT(o) ((vv_int *)(o))

/* One digit at most: |value| < 2**30. Such values are computed without loops. */
static inline bool vv_int_is_compact(vv_ref o) {
    return (uint32_t)(VV_INT(o)->size + 1) <= 2;
}
static inline int64_t vv_int_compact(vv_ref o) {
    return VV_INT(o)->size == 0 ? 0 : (int64_t)VV_INT(o)->size * VV_INT(o)->digit[0];
}

/* Two digits at most: |value| < 2**60, so that sums and differences fit int64. */
static inline bool vv_int_is_word(vv_ref o) {
    return (uint32_t)(VV_INT(o)->size + 2) <= 4;
}
static inline int64_t vv_int_word(vv_ref o) {
    const vv_int *z = VV_INT(o);
    switch (z->size) {
    case 0:
        return 0;
    case 1:
        return z->digit[0];
    case -1:
        return -(int64_t)z->digit[0];
    default: {
        int64_t value = (int64_t)z->digit[1] << VV_INT_SHIFT | z->digit[0];
        return z->size < 0 ? -value : value;
    }
    }
}

VV_NODISCARD vv_owned vv_int_new(vv_thread *t, int64_t value); /* shared for -5..256 */
/* One-digit ints that died, for the next one: a cache of ours, invisible to Python (CPython's allocator hands the same
 * memory out again just so). */
VV_NODISCARD static inline vv_owned vv_int_new_compact(vv_thread *t, int64_t value) {
    if (VV_SMALL_INT_MIN <= value && value <= VV_SMALL_INT_MAX)
        return t->vm->small_ints[value - VV_SMALL_INT_MIN];
    if (VV_LIKELY(-(int64_t)VV_INT_BASE < value && value < (int64_t)VV_INT_BASE)) {
        vv_obj *o = vv_freelist_get(t, VV_FL_INT);
        if (VV_LIKELY(o != NULL)) {
            o->refcnt = 1;
            o->type = VV_TYPEP(t, INT);
            VV_INT(o)->size = value < 0 ? -1 : 1;
            VV_INT(o)->digit[0] = (uint32_t)(value < 0 ? -value : value);
            return o;
        }
    }
    return vv_int_new(t, value);
}
/* The same for |value| < 2**60. */
VV_NODISCARD static inline vv_owned vv_int_new_word(vv_thread *t, int64_t value) {
    uint64_t magnitude = value < 0 ? -(uint64_t)value : (uint64_t)value;
    if (magnitude < VV_INT_BASE)
        return vv_int_new_compact(t, value);
    if (VV_LIKELY(magnitude >> 2 * VV_INT_SHIFT == 0)) {
        vv_obj *o = vv_freelist_get(t, VV_FL_INT2);
        if (VV_LIKELY(o != NULL)) {
            o->refcnt = 1;
            o->type = VV_TYPEP(t, INT);
            VV_INT(o)->size = value < 0 ? -2 : 2;
            VV_INT(o)->digit[0] = (uint32_t)magnitude & VV_INT_MASK;
            VV_INT(o)->digit[1] = (uint32_t)(magnitude >> VV_INT_SHIFT);
            return o;
        }
    }
    return vv_int_new(t, value);
}
/* Gives an exact int of one digit, or of two, that nobody else holds another value; false if that needs another size. */
static inline bool vv_int_put_compact(vv_obj *o, int64_t value) {
    uint64_t magnitude = value < 0 ? -(uint64_t)value : (uint64_t)value;
    if (magnitude >= VV_INT_BASE || !vv_int_is_compact(o))
        return false;
    VV_INT(o)->size = value < 0 ? -1 : 1;
    VV_INT(o)->digit[0] = (uint32_t)magnitude;
    return true;
}
/* Keeps a dead exact int for the next one; false: free it the ordinary way. */
static inline bool vv_int_recycle(vv_thread *t, vv_obj *o) {
    switch (VV_INT(o)->size) {
    case 1:
    case -1:
        return vv_freelist_put(t, VV_FL_INT, o);
    case 2:
    case -2:
        return vv_freelist_put(t, VV_FL_INT2, o);
    default:
        return false;
    }
}
VV_NODISCARD vv_owned vv_int_new_u64(vv_thread *t, uint64_t value);
VV_NODISCARD vv_owned vv_int_from_double(vv_thread *t, double value); /* truncates; OverflowError/ValueError for inf/nan */
/* Digits in base 2..36 (0: by prefix, as int(s, 0)), underscores allowed as in literals; NULL with ValueError
 * "invalid literal for int() with base ..." (and the str-digits limit). Space around it is allowed. */
VV_NODISCARD vv_owned vv_int_from_text(vv_thread *t, const char *text, size_t length, int base);
VV_NODISCARD vv_owned vv_int_from_bytes(vv_thread *t, const uint8_t *bytes, size_t n, bool little, bool is_signed);

/* Value as int64: 0 on success; 1 = does not fit (no exception, *ret saturated at the nearest bound). */
int vv_int_to_i64(vv_ref o, int64_t *ret);
/* Value, or OverflowError "Python int too large to convert to C ssize_t": 0/-1. */
VV_NODISCARD int vv_int_as_i64(vv_thread *t, vv_ref o, int64_t *ret);
/* Nearest double, ties to even; OverflowError "int too large to convert to float". */
VV_NODISCARD int vv_int_as_double(vv_thread *t, vv_ref o, double *ret);
int64_t vv_int_size64(vv_ref o);
int vv_int_sign(vv_ref o); /* -1, 0, 1 */
uint64_t vv_int_bit_length(vv_ref o);
int vv_int_compare(vv_ref a, vv_ref b); /* -1, 0, 1 */
vv_hash vv_int_hash(vv_ref o);          /* modulo 2**61 - 1, never -1 */

/* Arithmetic on two ints (or bools): leaf. */
VV_NODISCARD vv_owned vv_int_add(vv_thread *t, vv_ref a, vv_ref b);
VV_NODISCARD vv_owned vv_int_sub(vv_thread *t, vv_ref a, vv_ref b);
VV_NODISCARD vv_owned vv_int_mul(vv_thread *t, vv_ref a, vv_ref b);
VV_NODISCARD vv_owned vv_int_floordiv(vv_thread *t, vv_ref a, vv_ref b);
VV_NODISCARD vv_owned vv_int_mod(vv_thread *t, vv_ref a, vv_ref b);
/* Floor division and modulo at once; owned results in *div and *mod. 0/-1. */
VV_NODISCARD int vv_int_divmod(vv_thread *t, vv_ref a, vv_ref b, vv_obj **div, vv_obj **mod);
VV_NODISCARD vv_owned vv_int_pow(vv_thread *t, vv_ref a, vv_ref b, vv_ref mod_or_null); /* float for b < 0 */
VV_NODISCARD vv_owned vv_int_lshift(vv_thread *t, vv_ref a, vv_ref b);
VV_NODISCARD vv_owned vv_int_rshift(vv_thread *t, vv_ref a, vv_ref b);
VV_NODISCARD vv_owned vv_int_and(vv_thread *t, vv_ref a, vv_ref b);
VV_NODISCARD vv_owned vv_int_or(vv_thread *t, vv_ref a, vv_ref b);
VV_NODISCARD vv_owned vv_int_xor(vv_thread *t, vv_ref a, vv_ref b);
VV_NODISCARD vv_owned vv_int_neg(vv_thread *t, vv_ref a);
/* Text in base 2, 8, 10 or 16, `prefix` adds 0b/0o/0x; base 10 obeys the str-digits limit (ValueError). */
/* str(o). Unlike the text of a format a single digit is a new object. */
VV_NODISCARD vv_owned vv_int_decimal(vv_thread *t, vv_ref o);
VV_NODISCARD vv_owned vv_int_to_str(vv_thread *t, vv_ref o, int base, bool prefix);

/* A sequence index from an int object: negative values stay negative, out of range saturates. */
int64_t vv_int_clamp_index(vv_ref o);
/* Nearest double to a / b. 0, or -1 with ZeroDivisionError or OverflowError. */
VV_NODISCARD int vv_int_truediv(vv_thread *t, vv_ref a, vv_ref b, double *ret);
/* Greatest common divisor, not negative. */
VV_NODISCARD vv_owned vv_int_gcd(vv_thread *t, vv_ref a, vv_ref b);
/* Rounds to the nearest multiple of 10**n, ties to even multiples. */
VV_NODISCARD vv_owned vv_int_round_to(vv_thread *t, vv_ref a, uint64_t n);
/* The value of an int subclass (or bool) as an exact int; a new reference. */
VV_NODISCARD vv_owned vv_int_exact(vv_thread *t, vv_ref o);
/* m * 2**exponent, exponent >= 0. */
VV_NODISCARD vv_owned vv_int_scaled(vv_thread *t, uint64_t m, uint64_t exponent, bool negative);

/* What int(), float() and complex() read: the text of a str, with spaces of any kind as ' ' and decimal digits of any
 * script as 0-9 (other characters beyond ASCII as '?'), or the bytes of bytes and bytearray objects. 1: *ret_text is
 * vv_alloc memory with a zero at its end; 0: neither of these types; -1 MemoryError. */
int vv_int_ascii_text(vv_thread *t, vv_ref o, char **ret_text, size_t *ret_length);
/* As vv_int_from_text, but the message shows repr(whole). */
VV_NODISCARD vv_owned vv_int_parse(vv_thread *t, const char *text, size_t length, int base, vv_ref whole);

/* Creates the shared small ints, True and False; once. */
VV_NODISCARD int vv_int_init(vv_thread *t);

#endif
