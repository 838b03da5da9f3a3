/* int_math.c - the values of ints: making them, reading them, and arithmetic. Nothing here runs Python.
 *
 * Every function takes ints, bools or instances of int subclasses and gives exact ints. Values of one digit are computed
 * in 64 bits; the rest works on magnitudes with base/bignum.h. Invariant of every result: no leading zero digit, and
 * -5..256 are the shared objects of the program.
 */
#include <string.h>

#include "base/bignum.h"
#include "base/dtoa.h"
#include "object/alloc.h"
#include "object/error.h"
#include "types/float.h"
#include "types/int.h"

typedef struct magnitude {
    const uint32_t *digit;
    size_t n;
    bool negative;
} magnitude;

static inline magnitude magnitude_of(vv_ref o) {
    int32_t size = VV_INT(o)->size;
    return (magnitude){VV_INT(o)->digit, (size_t)(size < 0 ? -size : size), size < 0};
}

/* ---- making ------------------------------------------------------------------------------------------------------- */

enum { MOST_DIGITS = 1 << 28 };

static inline size_t int_bytes(size_t digits) {
    return offsetof(vv_int, digit) + (digits == 0 ? 1 : digits) * sizeof(uint32_t);
}

/* An int with room for `digits`, to be ended with int_finish. */
static vv_int *int_alloc(vv_thread *t, size_t digits) {
    if (VV_UNLIKELY(digits > MOST_DIGITS)) {
        vv_raise_memory(t);
        return NULL;
    }
    return VV_INT(vv_new_object_raw(t, VV_TYPEP(t, INT), int_bytes(digits)));
}

static inline vv_owned small_int(vv_thread *t, int64_t value) {
    return t->vm->small_ints[value - VV_SMALL_INT_MIN]; /* immortal */
}

/* z, whose digits are written, becomes an int of at most n digits. */
static vv_owned int_finish(vv_thread *t, vv_int *z, size_t n, bool negative) {
    n = vv_bignum_length(z->digit, n);
    if (n == 0 || (n == 1 && (negative ? z->digit[0] <= -VV_SMALL_INT_MIN : z->digit[0] <= VV_SMALL_INT_MAX))) {
        int64_t value = n == 0 ? 0 : z->digit[0];
        z->size = 0;
        vv_free_object(t, &z->head);
        return small_int(t, negative ? -value : value);
    }
    z->size = negative ? -(int32_t)n : (int32_t)n;
    return &z->head;
}

static vv_owned int_copy_digits(vv_thread *t, const uint32_t *digits, size_t n, bool negative) {
    vv_int *z = int_alloc(t, n);
    if (z == NULL)
        return NULL;
    memcpy(z->digit, digits, n * sizeof *digits);
    return int_finish(t, z, n, negative);
}

static vv_owned int_from_u64(vv_thread *t, uint64_t value, bool negative) {
    if (VV_LIKELY(value < VV_INT_BASE)) {
        vv_int *z = VV_INT(vv_new_object_raw(t, VV_TYPEP(t, INT), int_bytes(1)));
        if (VV_UNLIKELY(z == NULL))
            return NULL;
        z->size = negative ? -1 : 1;
        z->digit[0] = (uint32_t)value;
        return &z->head;
    }
    if (VV_LIKELY(value >> 2 * VV_INT_SHIFT == 0)) {
        vv_int *two = VV_INT(vv_new_object_raw(t, VV_TYPEP(t, INT), int_bytes(2)));
        if (VV_UNLIKELY(two == NULL))
            return NULL;
        two->size = negative ? -2 : 2;
        two->digit[0] = (uint32_t)value & VV_INT_MASK;
        two->digit[1] = (uint32_t)(value >> VV_INT_SHIFT);
        return &two->head;
    }
    vv_int *z = int_alloc(t, 3);
    if (z == NULL)
        return NULL;
    z->digit[0] = (uint32_t)value & VV_INT_MASK;
    z->digit[1] = (uint32_t)(value >> VV_INT_SHIFT) & VV_INT_MASK;
    z->digit[2] = (uint32_t)(value >> 2 * VV_INT_SHIFT);
    return int_finish(t, z, 3, negative);
}

vv_owned vv_int_new(vv_thread *t, int64_t value) {
    if (value >= VV_SMALL_INT_MIN && value <= VV_SMALL_INT_MAX)
        return small_int(t, value);
    return value < 0 ? int_from_u64(t, -(uint64_t)value, true) : int_from_u64(t, (uint64_t)value, false);
}

vv_owned vv_int_new_u64(vv_thread *t, uint64_t value) {
    return value <= VV_SMALL_INT_MAX ? small_int(t, (int64_t)value) : int_from_u64(t, value, false);
}

vv_owned vv_int_scaled(vv_thread *t, uint64_t m, uint64_t exponent, bool negative) {
    if (m == 0)
        return small_int(t, 0);
    uint32_t digits[3] = {(uint32_t)m & VV_INT_MASK, (uint32_t)(m >> VV_INT_SHIFT) & VV_INT_MASK,
                          (uint32_t)(m >> 2 * VV_INT_SHIFT)};
    size_t n = vv_bignum_length(digits, 3);
    if (exponent / VV_INT_SHIFT >= MOST_DIGITS)
        return vv_raise_memory(t);
    size_t room = n + (size_t)(exponent / VV_INT_SHIFT) + 1;
    vv_int *z = int_alloc(t, room);
    if (z == NULL)
        return NULL;
    vv_bignum_lshift(z->digit, digits, n, exponent);
    return int_finish(t, z, room, negative);
}

vv_owned vv_int_from_double(vv_thread *t, double value) {
    if (value != value)
        return vv_raise(t, VV_ValueError, "cannot convert float NaN to integer");
    if (value - value != 0)
        return vv_raise(t, VV_OverflowError, "cannot convert float infinity to integer");
    if (value > -9.2e18 && value < 9.2e18)
        return vv_int_new(t, (int64_t)value);
    uint64_t u;
    memcpy(&u, &value, sizeof u);
    uint64_t m = (u & ((UINT64_C(1) << 52) - 1)) | UINT64_C(1) << 52;
    return vv_int_scaled(t, m, (u >> 52 & 0x7FF) - 1075, value < 0);
}

vv_owned vv_int_from_bytes(vv_thread *t, const uint8_t *bytes, size_t n, bool little, bool is_signed) {
    bool negative = is_signed && n > 0 && (bytes[little ? n - 1 : 0] & 0x80) != 0;
    size_t digits = n / VV_INT_SHIFT * 8 + (n % VV_INT_SHIFT * 8 + VV_INT_SHIFT - 1) / VV_INT_SHIFT;
    vv_int *z = int_alloc(t, digits + 1);
    if (z == NULL)
        return NULL;
    uint64_t acc = 0;
    unsigned have = 0, carry = 1; /* of the two's complement */
    size_t at = 0;
    for (size_t i = 0; i < n; i++) {
        unsigned byte = bytes[little ? i : n - 1 - i];
        if (negative) {
            byte = (byte ^ 0xFF) + carry;
            carry = byte >> 8;
            byte &= 0xFF;
        }
        acc |= (uint64_t)byte << have;
        have += 8;
        if (have >= VV_INT_SHIFT) {
            z->digit[at++] = (uint32_t)acc & VV_INT_MASK;
            acc >>= VV_INT_SHIFT;
            have -= VV_INT_SHIFT;
        }
    }
    z->digit[at++] = (uint32_t)acc;
    return int_finish(t, z, at, negative);
}

vv_owned vv_int_exact(vv_thread *t, vv_ref o) {
    if (VV_IS(t, o, INT))
        return vv_newref(o);
    if (vv_int_is_compact(o))
        return vv_int_new(t, vv_int_compact(o));
    magnitude a = magnitude_of(o);
    return int_copy_digits(t, a.digit, a.n, a.negative);
}

int vv_int_init(vv_thread *t) {
    for (int i = 0; i < VV_SMALL_INT_COUNT; i++) {
        int value = i + VV_SMALL_INT_MIN;
        vv_obj *o = vv_new_object(t, VV_TYPEP(t, INT), int_bytes(1));
        if (o == NULL)
            return -1;
        VV_INT(o)->size = value < 0 ? -1 : value > 0;
        VV_INT(o)->digit[0] = (uint32_t)(value < 0 ? -value : value);
        vv_make_immortal(o);
        t->vm->small_ints[i] = o;
    }
    for (int value = 0; value < 2; value++) {
        vv_obj *o = vv_new_object(t, VV_TYPEP(t, BOOL), int_bytes(1));
        if (o == NULL)
            return -1;
        VV_INT(o)->size = value;
        VV_INT(o)->digit[0] = (uint32_t)value;
        vv_make_immortal(o);
        *(value ? &t->vm->true_ : &t->vm->false_) = o;
    }
    return 0;
}

/* ---- reading ------------------------------------------------------------------------------------------------------ */

int vv_int_sign(vv_ref o) {
    int32_t size = VV_INT(o)->size;
    return (size > 0) - (size < 0);
}

uint64_t vv_int_bit_length(vv_ref o) {
    magnitude a = magnitude_of(o);
    return vv_bignum_bits(a.digit, a.n);
}

/* |o| if it is below 2**64. */
static bool fits_u64(magnitude a, uint64_t *ret) {
    if (a.n > 3 || (a.n == 3 && a.digit[2] > 0xF))
        return false;
    uint64_t x = 0;
    for (size_t i = a.n; i-- > 0;)
        x = x << VV_INT_SHIFT | a.digit[i];
    *ret = x;
    return true;
}

int vv_int_to_i64(vv_ref o, int64_t *ret) {
    if (VV_LIKELY(vv_int_is_compact(o))) {
        *ret = vv_int_compact(o);
        return 0;
    }
    magnitude a = magnitude_of(o);
    uint64_t x;
    if (fits_u64(a, &x) && x <= (uint64_t)INT64_MAX + a.negative) {
        *ret = a.negative ? (int64_t)-x : (int64_t)x;
        return 0;
    }
    *ret = a.negative ? INT64_MIN : INT64_MAX;
    return 1;
}

int vv_int_as_i64(vv_thread *t, vv_ref o, int64_t *ret) {
    if (vv_int_to_i64(o, ret) == 0)
        return 0;
    return vv_raise_int(t, VV_OverflowError, "Python int too large to convert to C ssize_t");
}

int64_t vv_int_clamp_index(vv_ref o) {
    int64_t x;
    vv_int_to_i64(o, &x);
    return x;
}

/* Nearest double; infinite if there is none. */
static double magnitude_double(magnitude a) {
    uint64_t bits = vv_bignum_bits(a.digit, a.n), top;
    bool lost = false;
    double v;
    if (bits == 0)
        return 0;
    if (bits > 1100)
        v = __builtin_inf();
    else if (bits <= 64)
        v = fits_u64(a, &top) ? (double)top : 0;
    else {
        top = vv_bignum_top64(a.digit, a.n, &lost);
        v = vv_double_round(top, (int64_t)bits - 64, lost);
    }
    return a.negative ? -v : v;
}

int vv_int_as_double(vv_thread *t, vv_ref o, double *ret) {
    if (VV_LIKELY(vv_int_is_compact(o))) {
        *ret = (double)vv_int_compact(o);
        return 0;
    }
    *ret = magnitude_double(magnitude_of(o));
    if (*ret - *ret != 0)
        return vv_raise_int(t, VV_OverflowError, "int too large to convert to float");
    return 0;
}

int vv_int_compare(vv_ref a, vv_ref b) {
    if (vv_int_is_compact(a) && vv_int_is_compact(b)) {
        int64_t x = vv_int_compact(a), y = vv_int_compact(b);
        return (x > y) - (x < y);
    }
    magnitude x = magnitude_of(a), y = magnitude_of(b);
    if (x.negative != y.negative)
        return x.negative ? -1 : 1;
    int c = vv_bignum_compare(x.digit, x.n, y.digit, y.n);
    return x.negative ? -c : c;
}

vv_hash vv_int_hash(vv_ref o) {
    if (vv_int_is_compact(o)) {
        int64_t value = vv_int_compact(o);
        return value == -1 ? -2 : value;
    }
    const uint64_t modulus = (UINT64_C(1) << 61) - 1;
    magnitude a = magnitude_of(o);
    uint64_t x = 0;
    for (size_t i = a.n; i-- > 0;) {
        x = (x << VV_INT_SHIFT & modulus) | x >> (61 - VV_INT_SHIFT);
        x += a.digit[i];
        if (x >= modulus)
            x -= modulus;
    }
    vv_hash h = a.negative ? -(vv_hash)x : (vv_hash)x;
    return h == -1 ? -2 : h;
}

/* ---- sums and products -------------------------------------------------------------------------------------------- */

static vv_owned add_signed(vv_thread *t, magnitude x, magnitude y) {
    if (x.negative == y.negative) {
        if (x.n < y.n) {
            magnitude swap = x;
            x = y;
            y = swap;
        }
        vv_int *z = int_alloc(t, x.n + 1);
        if (z == NULL)
            return NULL;
        return int_finish(t, z, vv_bignum_add(z->digit, x.digit, x.n, y.digit, y.n), x.negative);
    }
    int c = vv_bignum_compare(x.digit, x.n, y.digit, y.n);
    if (c == 0)
        return small_int(t, 0);
    if (c < 0) {
        magnitude swap = x;
        x = y;
        y = swap;
    }
    vv_int *z = int_alloc(t, x.n);
    if (z == NULL)
        return NULL;
    return int_finish(t, z, vv_bignum_sub(z->digit, x.digit, x.n, y.digit, y.n), x.negative);
}

vv_owned vv_int_add(vv_thread *t, vv_ref a, vv_ref b) {
    if (VV_LIKELY(vv_int_is_compact(a) && vv_int_is_compact(b)))
        return vv_int_new(t, vv_int_compact(a) + vv_int_compact(b));
    return add_signed(t, magnitude_of(a), magnitude_of(b));
}

vv_owned vv_int_sub(vv_thread *t, vv_ref a, vv_ref b) {
    if (VV_LIKELY(vv_int_is_compact(a) && vv_int_is_compact(b)))
        return vv_int_new(t, vv_int_compact(a) - vv_int_compact(b));
    magnitude y = magnitude_of(b);
    y.negative = !y.negative;
    return add_signed(t, magnitude_of(a), y);
}

vv_owned vv_int_neg(vv_thread *t, vv_ref a) {
    if (VV_LIKELY(vv_int_is_compact(a)))
        return vv_int_new(t, -vv_int_compact(a));
    magnitude x = magnitude_of(a);
    return int_copy_digits(t, x.digit, x.n, !x.negative);
}

static vv_owned mul_magnitudes(vv_thread *t, magnitude x, magnitude y) {
    if (x.n == 0 || y.n == 0)
        return small_int(t, 0);
    vv_int *z = int_alloc(t, x.n + y.n);
    if (z == NULL)
        return NULL;
    size_t room = vv_bignum_mul_scratch(x.n, y.n);
    uint32_t *scratch = NULL;
    if (room != 0 && (scratch = vv_alloc(t, room * sizeof *scratch)) == NULL) {
        z->size = 0;
        vv_free_object(t, &z->head);
        return NULL;
    }
    vv_bignum_mul(z->digit, x.digit, x.n, y.digit, y.n, scratch);
    if (scratch != NULL)
        vv_free(t, scratch);
    return int_finish(t, z, x.n + y.n, x.negative != y.negative);
}

vv_owned vv_int_mul(vv_thread *t, vv_ref a, vv_ref b) {
    if (VV_LIKELY(vv_int_is_compact(a) && vv_int_is_compact(b)))
        return vv_int_new(t, vv_int_compact(a) * vv_int_compact(b));
    return mul_magnitudes(t, magnitude_of(a), magnitude_of(b));
}

/* ---- division ----------------------------------------------------------------------------------------------------- */

/* Floor division and modulo, either of which may be unwanted (NULL). b is not 0. */
static int floor_division(vv_thread *t, magnitude x, magnitude y, vv_obj **div, vv_obj **mod) {
    vv_int *q = NULL, *r = NULL;
    size_t nq = x.n >= y.n ? x.n - y.n + 1 : 1;
    bool opposite = x.negative != y.negative;
    bool less = vv_bignum_compare(x.digit, x.n, y.digit, y.n) < 0;
    uint32_t digit;
    if (mod == NULL && !opposite && !less && y.n > 1 && vv_bignum_div_digit(&digit, NULL, x.digit, x.n, y.digit, y.n))
        return (*div = vv_int_new(t, digit)) == NULL ? -1 : 0;
    if (div != NULL && (q = int_alloc(t, nq + 1)) == NULL)
        return -1;
    if ((r = int_alloc(t, y.n)) == NULL)
        goto failed;
    bool exact;
    if (less) {
        if (q != NULL)
            q->digit[0] = 0, nq = 1;
        memcpy(r->digit, x.digit, x.n * sizeof *x.digit);
        memset(r->digit + x.n, 0, (y.n - x.n) * sizeof *x.digit);
    } else if (y.n == 1) {
        uint64_t rest = 0;
        if (q != NULL)
            rest = vv_bignum_div_small(q->digit, x.digit, x.n, y.digit[0]);
        else
            for (size_t i = x.n; i-- > 0;)
                rest = (rest << VV_INT_SHIFT | x.digit[i]) % y.digit[0];
        r->digit[0] = (uint32_t)rest;
    } else if (vv_bignum_div_digit(&digit, r->digit, x.digit, x.n, y.digit, y.n)) {
        if (q != NULL)
            q->digit[0] = digit, nq = 1;
    } else {
        uint32_t *work = vv_alloc(t, vv_bignum_div_scratch(x.n, y.n) * sizeof *work);
        if (work == NULL)
            goto failed;
        vv_bignum_div(q == NULL ? NULL : q->digit, r->digit, x.digit, x.n, y.digit, y.n, work);
        vv_free(t, work);
    }
    exact = vv_bignum_length(r->digit, y.n) == 0;
    if (opposite && !exact) { /* round down instead of towards zero */
        static const uint32_t one[1] = {1};
        if (q != NULL) {
            nq = vv_bignum_length(q->digit, nq);
            nq = nq == 0 ? (q->digit[0] = 1, 1) : vv_bignum_add(q->digit, q->digit, nq, one, 1);
        }
        vv_bignum_sub(r->digit, y.digit, y.n, r->digit, vv_bignum_length(r->digit, y.n));
    }
    if (q != NULL)
        *div = int_finish(t, q, nq, opposite);
    vv_obj *rest = int_finish(t, r, y.n, y.negative);
    if (mod != NULL)
        *mod = rest;
    else
        vv_decref(t, rest);
    return 0;
failed:
    if (q != NULL) {
        q->size = 0;
        vv_free_object(t, &q->head);
    }
    if (r != NULL) {
        r->size = 0;
        vv_free_object(t, &r->head);
    }
    return -1;
}

static inline int64_t floor_div64(int64_t x, int64_t y) {
    int64_t q = x / y;
    return x % y != 0 && (x < 0) != (y < 0) ? q - 1 : q;
}

static inline int64_t floor_mod64(int64_t x, int64_t y) {
    int64_t r = x % y;
    return r != 0 && (r < 0) != (y < 0) ? r + y : r;
}

vv_owned vv_int_floordiv(vv_thread *t, vv_ref a, vv_ref b) {
    if (VV_INT(b)->size == 0)
        return vv_raise(t, VV_ZeroDivisionError, "integer division or modulo by zero");
    if (VV_LIKELY(vv_int_is_compact(a) && vv_int_is_compact(b)))
        return vv_int_new(t, floor_div64(vv_int_compact(a), vv_int_compact(b)));
    vv_obj *q;
    return floor_division(t, magnitude_of(a), magnitude_of(b), &q, NULL) < 0 ? NULL : q;
}

vv_owned vv_int_mod(vv_thread *t, vv_ref a, vv_ref b) {
    if (VV_INT(b)->size == 0)
        return vv_raise(t, VV_ZeroDivisionError, "integer modulo by zero");
    if (VV_LIKELY(vv_int_is_compact(a) && vv_int_is_compact(b)))
        return vv_int_new(t, floor_mod64(vv_int_compact(a), vv_int_compact(b)));
    vv_obj *r;
    return floor_division(t, magnitude_of(a), magnitude_of(b), NULL, &r) < 0 ? NULL : r;
}

int vv_int_divmod(vv_thread *t, vv_ref a, vv_ref b, vv_obj **div, vv_obj **mod) {
    if (VV_INT(b)->size == 0)
        return vv_raise_int(t, VV_ZeroDivisionError, "integer division or modulo by zero");
    if (vv_int_is_compact(a) && vv_int_is_compact(b)) {
        int64_t x = vv_int_compact(a), y = vv_int_compact(b);
        if ((*div = vv_int_new(t, floor_div64(x, y))) == NULL)
            return -1;
        if ((*mod = vv_int_new(t, floor_mod64(x, y))) == NULL) {
            vv_decref(t, *div);
            return -1;
        }
        return 0;
    }
    return floor_division(t, magnitude_of(a), magnitude_of(b), div, mod);
}

int vv_int_truediv(vv_thread *t, vv_ref a, vv_ref b, double *ret) {
    magnitude x = magnitude_of(a), y = magnitude_of(b);
    if (y.n == 0)
        return vv_raise_int(t, VV_ZeroDivisionError, "division by zero");
    int64_t nx = (int64_t)vv_bignum_bits(x.digit, x.n), ny = (int64_t)vv_bignum_bits(y.digit, y.n);
    if (nx <= 53 && ny <= 53) { /* both are doubles, and dividing them rounds once */
        *ret = magnitude_double(x) / magnitude_double(y);
        return 0;
    }
    bool negative = x.negative != y.negative, lost = false;
    if (nx - ny > 1026)
        return vv_raise_int(t, VV_OverflowError, "integer division result too large for a float");
    *ret = negative ? -0.0 : 0.0;
    if (nx == 0 || nx - ny < -1080)
        return 0;
    /* A quotient of at least 65 bits, and whether anything remains. */
    uint64_t shift = ny - nx + 66 > 0 ? (uint64_t)(ny - nx + 66) : 0;
    size_t room = x.n + (size_t)(shift / VV_INT_SHIFT) + 1;
    uint32_t *work = vv_alloc(t, (3 * room + 2 + y.n) * sizeof *work);
    if (work == NULL)
        return -1;
    uint32_t *q = work + room, *r = q + room, *scratch = r + room + 2;
    size_t n = vv_bignum_lshift(work, x.digit, x.n, shift), nq;
    if (y.n == 1) {
        lost = vv_bignum_div_small(q, work, n, y.digit[0]) != 0;
        nq = n;
    } else {
        vv_bignum_divmod(q, r, work, n, y.digit, y.n, scratch);
        lost = vv_bignum_length(r, y.n) != 0;
        nq = n - y.n + 1;
    }
    nq = vv_bignum_length(q, nq);
    bool below;
    uint64_t top = vv_bignum_top64(q, nq, &below);
    double v = vv_double_round(top, (int64_t)vv_bignum_bits(q, nq) - 64 - (int64_t)shift, lost || below);
    vv_free(t, work);
    if (v - v != 0)
        return vv_raise_int(t, VV_OverflowError, "integer division result too large for a float");
    *ret = negative ? -v : v;
    return 0;
}

vv_owned vv_int_gcd(vv_thread *t, vv_ref a, vv_ref b) {
    vv_obj *x = vv_int_sign(a) < 0 ? vv_int_neg(t, a) : vv_int_exact(t, a);
    if (x == NULL)
        return NULL;
    vv_obj *y = vv_int_sign(b) < 0 ? vv_int_neg(t, b) : vv_int_exact(t, b);
    if (y == NULL) {
        vv_decref(t, x);
        return NULL;
    }
    uint64_t u, v;
    while (!fits_u64(magnitude_of(x), &u) || !fits_u64(magnitude_of(y), &v)) {
        if (VV_INT(y)->size == 0)
            break;
        vv_obj *r = vv_int_mod(t, x, y);
        vv_decref(t, x);
        x = y;
        y = r;
        if (r == NULL) {
            vv_decref(t, x);
            return NULL;
        }
    }
    bool large = VV_INT(y)->size == 0;
    vv_decref(t, y);
    if (large)
        return x;
    vv_decref(t, x);
    while (v != 0) {
        uint64_t r = u % v;
        u = v;
        v = r;
    }
    return vv_int_new_u64(t, u);
}

vv_owned vv_int_round_to(vv_thread *t, vv_ref a, uint64_t n) {
    if (n > vv_int_bit_length(a)) /* 10**n is more than twice as large */
        return small_int(t, 0);
    VV_AUTO ten = {t, vv_int_new(t, 10)};
    VV_AUTO exponent = {t, vv_int_new_u64(t, n)};
    if (exponent.o == NULL)
        return NULL;
    VV_AUTO unit = {t, vv_int_pow(t, ten.o, exponent.o, NULL)};
    if (unit.o == NULL)
        return NULL;
    VV_AUTO q = {t, NULL};
    VV_AUTO r = {t, NULL};
    if (vv_int_divmod(t, a, unit.o, &q.o, &r.o) < 0)
        return NULL;
    VV_AUTO twice = {t, vv_int_add(t, r.o, r.o)};
    if (twice.o == NULL)
        return NULL;
    int c = vv_int_compare(twice.o, unit.o);
    bool odd = VV_INT(q.o)->size != 0 && (VV_INT(q.o)->digit[0] & 1) != 0;
    VV_AUTO down = {t, vv_int_sub(t, a, r.o)};
    if (down.o == NULL)
        return NULL;
    return c > 0 || (c == 0 && odd) ? vv_int_add(t, down.o, unit.o) : vv_move(&down.o);
}

/* ---- powers ------------------------------------------------------------------------------------------------------- */

/* 1 / a modulo m > 1, or NULL. */
static vv_owned inverse(vv_thread *t, vv_ref a, vv_ref m) {
    VV_AUTO r0 = {t, vv_newref(m)};
    VV_AUTO r1 = {t, vv_int_mod(t, a, m)};
    VV_AUTO s0 = {t, small_int(t, 0)};
    VV_AUTO s1 = {t, small_int(t, 1)};
    if (r1.o == NULL)
        return NULL;
    while (VV_INT(r1.o)->size != 0) { /* invariant: r = s * a modulo m, for both pairs */
        vv_obj *q, *r;
        if (vv_int_divmod(t, r0.o, r1.o, &q, &r) < 0)
            return NULL;
        vv_setref_take(t, &r0.o, r1.o);
        r1.o = r;
        vv_obj *product = vv_int_mul(t, q, s1.o);
        vv_decref(t, q);
        if (product == NULL)
            return NULL;
        vv_obj *s = vv_int_sub(t, s0.o, product);
        vv_decref(t, product);
        if (s == NULL)
            return NULL;
        vv_setref_take(t, &s0.o, s1.o);
        s1.o = s;
    }
    if (!vv_int_is_compact(r0.o) || vv_int_compact(r0.o) != 1)
        return vv_raise(t, VV_ValueError, "base is not invertible for the given modulus");
    return vv_int_mod(t, s0.o, m);
}

/* *z = *z * factor (modulo m unless NULL). */
static int multiply_into(vv_thread *t, vv_obj **z, vv_ref factor, vv_ref m) {
    vv_obj *product = vv_int_mul(t, *z, factor);
    if (product != NULL && m != NULL) {
        vv_obj *rest = vv_int_mod(t, product, m);
        vv_decref(t, product);
        product = rest;
    }
    if (product == NULL)
        return -1;
    vv_setref_take(t, z, product);
    return 0;
}

static inline unsigned exponent_bits(magnitude e, uint64_t at, unsigned count) {
    unsigned bits = 0;
    for (unsigned i = count; i-- > 0;) {
        uint64_t k = at + i;
        bits = bits << 1 | (e.digit[k / VV_INT_SHIFT] >> k % VV_INT_SHIFT & 1);
    }
    return bits;
}

/* base ** |b| modulo m (or NULL), from the highest bit of b down, WINDOW bits at a time if b is long. */
static vv_owned power(vv_thread *t, vv_ref base, vv_ref b, vv_ref m) {
    enum { WINDOW = 5, LONG_EXPONENT = 240 };
    magnitude e = magnitude_of(b);
    uint64_t bits = vv_bignum_bits(e.digit, e.n);
    unsigned step = bits > LONG_EXPONENT ? WINDOW : 1;
    vv_obj *table[1 << WINDOW] = {NULL};
    unsigned entries = 1u << step, filled = 2;
    VV_AUTO z = {t, small_int(t, 1)};
    bool failed = false;
    table[0] = small_int(t, 1);
    table[1] = vv_newref(base);
    for (; filled < entries && !failed; filled++) {
        table[filled] = vv_newref(table[filled - 1]);
        failed = multiply_into(t, &table[filled], base, m) < 0;
    }
    uint64_t at = bits;
    while (at > 0 && !failed) {
        unsigned take = at % step != 0 ? (unsigned)(at % step) : step;
        at -= take;
        if (VV_INT(z.o)->size != 1 || VV_INT(z.o)->digit[0] != 1)
            for (unsigned i = 0; i < take && !failed; i++)
                failed = multiply_into(t, &z.o, z.o, m) < 0;
        unsigned index = exponent_bits(e, at, take);
        if (index != 0 && !failed)
            failed = multiply_into(t, &z.o, table[index], m) < 0;
    }
    for (unsigned i = 0; i < filled; i++)
        vv_xdecref(t, table[i]);
    return failed ? NULL : vv_move(&z.o);
}

vv_owned vv_int_pow(vv_thread *t, vv_ref a, vv_ref b, vv_ref mod_or_null) {
    bool down = vv_int_sign(b) < 0;
    if (mod_or_null == NULL) {
        if (down) {
            double x, y, z;
            if (vv_int_as_double(t, a, &x) < 0 || vv_int_as_double(t, b, &y) < 0 || vv_float_pow(t, x, y, &z) != 0)
                return NULL;
            return vv_float_new(t, z);
        }
        if (vv_int_is_compact(a) && vv_int_is_compact(b)) {
            int64_t z = 1, x = vv_int_compact(a);
            uint64_t n = (uint64_t)vv_int_compact(b);
            bool over = false;
            for (; n != 0 && !over; n >>= 1) {
                if (n & 1)
                    over = __builtin_mul_overflow(z, x, &z);
                if (n > 1)
                    over |= __builtin_mul_overflow(x, x, &x);
            }
            if (!over)
                return vv_int_new(t, z);
        }
        return power(t, a, b, NULL);
    }
    if (vv_int_sign(mod_or_null) == 0)
        return vv_raise(t, VV_ValueError, "pow() 3rd argument cannot be 0");
    bool negative = vv_int_sign(mod_or_null) < 0;
    VV_AUTO m = {t, negative ? vv_int_neg(t, mod_or_null) : vv_newref(mod_or_null)};
    if (m.o == NULL)
        return NULL;
    VV_AUTO z = {t, NULL};
    if (vv_int_is_compact(m.o) && vv_int_compact(m.o) == 1) {
        z.o = small_int(t, 0);
    } else {
        VV_AUTO base = {t, down ? inverse(t, a, m.o) : vv_int_mod(t, a, m.o)};
        if (base.o == NULL)
            return NULL;
        if (vv_int_is_compact(m.o)) { /* products of residues fit 64 bits */
            magnitude e = magnitude_of(b);
            uint64_t modulus = (uint64_t)vv_int_compact(m.o), x = (uint64_t)vv_int_compact(base.o), r = 1;
            for (uint64_t k = vv_bignum_bits(e.digit, e.n); k-- > 0;) {
                r = r * r % modulus;
                if (exponent_bits(e, k, 1))
                    r = r * x % modulus;
            }
            z.o = vv_int_new_u64(t, r);
        } else {
            z.o = power(t, base.o, b, m.o);
        }
    }
    if (z.o == NULL || !negative || VV_INT(z.o)->size == 0)
        return vv_move(&z.o);
    return vv_int_add(t, z.o, mod_or_null);
}

/* ---- bits --------------------------------------------------------------------------------------------------------- */

vv_owned vv_int_lshift(vv_thread *t, vv_ref a, vv_ref b) {
    int64_t by;
    int over = vv_int_to_i64(b, &by);
    if (by < 0)
        return vv_raise(t, VV_ValueError, "negative shift count");
    if (VV_INT(a)->size == 0)
        return small_int(t, 0);
    if (over)
        return vv_raise(t, VV_OverflowError, "too many digits in integer");
    if (vv_int_is_compact(a) && by <= 32)
        return vv_int_new(t, vv_int_compact(a) * (INT64_C(1) << by));
    if (by / VV_INT_SHIFT >= MOST_DIGITS)
        return vv_raise_memory(t);
    magnitude x = magnitude_of(a);
    size_t room = x.n + (size_t)(by / VV_INT_SHIFT) + 1;
    vv_int *z = int_alloc(t, room);
    if (z == NULL)
        return NULL;
    vv_bignum_lshift(z->digit, x.digit, x.n, (uint64_t)by);
    return int_finish(t, z, room, x.negative);
}

vv_owned vv_int_rshift(vv_thread *t, vv_ref a, vv_ref b) {
    int64_t by;
    vv_int_to_i64(b, &by);
    if (by < 0)
        return vv_raise(t, VV_ValueError, "negative shift count");
    if (vv_int_is_compact(a))
        return vv_int_new(t, vv_int_compact(a) >> (by < 63 ? by : 63));
    magnitude x = magnitude_of(a);
    if ((uint64_t)by / VV_INT_SHIFT >= x.n)
        return small_int(t, x.negative ? -1 : 0);
    size_t room = x.n - (size_t)((uint64_t)by / VV_INT_SHIFT);
    vv_int *z = int_alloc(t, room + 1);
    if (z == NULL)
        return NULL;
    bool lost;
    size_t n = vv_bignum_rshift(z->digit, x.digit, x.n, (uint64_t)by, &lost);
    if (lost && x.negative) { /* towards minus infinity */
        static const uint32_t one[1] = {1};
        n = n == 0 ? (z->digit[0] = 1, 1) : vv_bignum_add(z->digit, z->digit, n, one, 1);
    }
    return int_finish(t, z, n, x.negative);
}

enum bit_op { BIT_AND, BIT_OR, BIT_XOR };

/* The next digit of a number's two's complement, of infinitely many. */
static inline uint32_t complement_digit(magnitude x, size_t i, uint32_t *carry) {
    uint32_t d = i < x.n ? x.digit[i] : 0;
    if (!x.negative)
        return d;
    d = (d ^ VV_INT_MASK) + *carry;
    *carry = d >> VV_INT_SHIFT;
    return d & VV_INT_MASK;
}

static vv_owned bitwise(vv_thread *t, vv_ref a, vv_ref b, enum bit_op op) {
    if (VV_LIKELY(vv_int_is_compact(a) && vv_int_is_compact(b))) {
        int64_t x = vv_int_compact(a), y = vv_int_compact(b);
        return vv_int_new(t, op == BIT_AND ? x & y : op == BIT_OR ? x | y : x ^ y);
    }
    magnitude x = magnitude_of(a), y = magnitude_of(b);
    bool negative = op == BIT_AND ? x.negative && y.negative
                                  : op == BIT_OR ? x.negative || y.negative : x.negative != y.negative;
    size_t n = (x.n > y.n ? x.n : y.n) + 1; /* the last digit is all sign */
    vv_int *z = int_alloc(t, n);
    if (z == NULL)
        return NULL;
    uint32_t cx = 1, cy = 1, cz = 1;
    for (size_t i = 0; i < n; i++) {
        uint32_t dx = complement_digit(x, i, &cx), dy = complement_digit(y, i, &cy);
        uint32_t d = op == BIT_AND ? dx & dy : op == BIT_OR ? dx | dy : dx ^ dy;
        if (negative) {
            d = (d ^ VV_INT_MASK) + cz;
            cz = d >> VV_INT_SHIFT;
            d &= VV_INT_MASK;
        }
        z->digit[i] = d;
    }
    return int_finish(t, z, n, negative);
}

vv_owned vv_int_and(vv_thread *t, vv_ref a, vv_ref b) {
    return bitwise(t, a, b, BIT_AND);
}

vv_owned vv_int_or(vv_thread *t, vv_ref a, vv_ref b) {
    return bitwise(t, a, b, BIT_OR);
}

vv_owned vv_int_xor(vv_thread *t, vv_ref a, vv_ref b) {
    return bitwise(t, a, b, BIT_XOR);
}
