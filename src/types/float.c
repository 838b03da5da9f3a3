/* float.c - the type float: IEEE 754 doubles.
 *
 * Arithmetic, reading and printing never run Python; the constructor, fromhex of a subclass and __round__ may. Dead exact
 * floats wait in the free list VV_FL_FLOAT.
 */
#include "types/float.h"

#include <math.h>
#include <string.h>

#include "base/dtoa.h"
#include "object/alloc.h"
#include "object/bind.h"
#include "object/error.h"
#include "types/int.h"
#include "types/str.h"
#include "types/tuple.h"

static vv_getter_fn float_real, float_imag;

#define VV_DEF_NAME float_type
#define VV_DEF_FILE "types/float.def"
#include "object/deftype.h"

/* ---- making and reading ------------------------------------------------------------------------------------------- */

vv_owned vv_float_new(vv_thread *t, double value) {
    vv_obj *o = vv_freelist_get(t, VV_FL_FLOAT);
    if (VV_LIKELY(o != NULL)) {
        o->refcnt = 1;
        o->type = VV_TYPEP(t, FLOAT);
    } else if ((o = vv_new_object_raw(t, VV_TYPEP(t, FLOAT), sizeof(vv_float))) == NULL) {
        return NULL;
    }
    VV_FLOAT(o)->value = value;
    return o;
}

static void float_dealloc(vv_thread *t, vv_obj *self) {
    if (!VV_IS(t, self, FLOAT) || !vv_freelist_put(t, VV_FL_FLOAT, self))
        vv_free_object(t, self);
}

static vv_owned float_of_type(vv_thread *t, vv_type *type, double value) {
    if (type == VV_TYPEP(t, FLOAT))
        return vv_float_new(t, value);
    vv_obj *o = vv_new_object(t, type, type->basicsize);
    if (o != NULL) {
        VV_FLOAT(o)->value = value;
        if (type->flags & VV_TF_GC)
            vv_track(t, o);
    }
    return o;
}

static inline double value_of(vv_ref o) {
    return VV_FLOAT(o)->value;
}

static vv_owned float_exact(vv_thread *t, vv_ref self) {
    return VV_IS(t, self, FLOAT) ? vv_newref(self) : vv_float_new(t, value_of(self));
}

int vv_float_from_number(vv_thread *t, vv_ref o, double *ret) {
    if (VV_ISA(o, FLOAT)) {
        *ret = value_of(o);
        return 1;
    }
    if (VV_ISA(o, INT))
        return vv_int_as_double(t, o, ret) < 0 ? -1 : 1;
    return 0;
}

static bool same_letters(const char *p, const char *end, const char *word) {
    for (; *word != '\0'; p++, word++)
        if (p == end || (*p | 0x20) != *word)
            return false;
    return true;
}

double vv_float_scan(const char *text, const char *end, const char **ret_end) {
    const char *p = text;
    bool negative = false;
    if (p < end && (*p == '-' || *p == '+'))
        negative = *p++ == '-';
    if (same_letters(p, end, "inf")) {
        *ret_end = p + (same_letters(p, end, "infinity") ? 8 : 3);
        return negative ? -INFINITY : INFINITY;
    }
    if (same_letters(p, end, "nan")) {
        *ret_end = p + 3;
        return negative ? -(double)NAN : (double)NAN;
    }
    return vv_strtod(text, end, ret_end);
}

static inline bool is_space(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

static inline bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/* True and the value, false when the text is no float, -1 without memory. */
static int parse(vv_thread *t, const char *p, size_t length, double *ret) {
    const char *end = p + length, *stop;
    while (p < end && is_space(*p))
        p++;
    while (end > p && is_space(end[-1]))
        end--;
    if (memchr(p, '_', (size_t)(end - p)) == NULL) {
        *ret = vv_float_scan(p, end, &stop);
        return stop == end && p < end;
    }
    char *copy = vv_alloc(t, (size_t)(end - p)), *q = copy;
    if (copy == NULL)
        return -1;
    bool good = true;
    for (const char *s = p; s < end; s++) {
        if (*s != '_')
            *q++ = *s;
        else if (s == p || s + 1 == end || !is_digit(s[-1]) || !is_digit(s[1]))
            good = false;
    }
    *ret = vv_float_scan(copy, q, &stop);
    good = good && stop == q && q > copy;
    vv_free(t, copy);
    return good;
}

vv_owned vv_float_parse(vv_thread *t, const char *text, size_t length, vv_ref whole) {
    double value;
    int good = parse(t, text, length, &value);
    if (good == 0)
        return vv_raise(t, VV_ValueError, "could not convert string to float: %R", whole);
    return good < 0 ? NULL : vv_float_new(t, value);
}

vv_owned vv_float_from_text(vv_thread *t, const char *text, size_t length) {
    double value;
    int good = parse(t, text, length, &value);
    if (good != 0)
        return good < 0 ? NULL : vv_float_new(t, value);
    VV_AUTO whole = {t, vv_str_from_utf8(t, text, length)};
    return whole.o == NULL ? NULL : vv_raise(t, VV_ValueError, "could not convert string to float: %R", whole.o);
}

vv_owned vv_float_text(vv_thread *t, double value, char code, int precision, unsigned flags) {
    char small[512], *text = small;
    size_t bound = vv_float_format_bound(value, code, precision);
    if (bound > sizeof small && (text = vv_alloc(t, bound)) == NULL)
        return NULL;
    vv_owned s = vv_str_from_utf8(t, text, vv_float_format(value, code, precision, flags, text));
    if (text != small)
        vv_free(t, text);
    return s;
}

vv_owned vv_float_repr(vv_thread *t, double value) {
    return vv_float_text(t, value, 'r', 0, VV_FF_ADD_DOT_0);
}

/* ---- the constructor ---------------------------------------------------------------------------------------------- */

static vv_step float_create_slowly(vv_thread *t, vv_native *nf) { /* argv: type, x */
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_float(t, nf->argv[1]));
    vv_setref_take(t, &nf->slot[0], vv_take_ret(t));
    if (!VV_ISA(nf->slot[0], FLOAT))
        return vv_raise_step(t, VV_TypeError, "%T.__float__ returned non-float (type %T)", nf->argv[1], nf->slot[0]);
    if (nf->argv[0] == (vv_obj *)VV_TYPEP(t, FLOAT))
        return vv_return(t, float_exact(t, nf->slot[0]));
    return vv_return(t, float_of_type(t, VV_AS_TYPE(nf->argv[0]), value_of(nf->slot[0])));
    VV_END(nf);
}

static vv_step float_create(vv_thread *t, vv_ref self, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    vv_type *type = VV_AS_TYPE(self);
    if ((type == VV_TYPEP(t, FLOAT) || type->s.init == VV_TYPEP(t, FLOAT)->s.init) &&
        vv_no_kwargs(t, "float", kwnames) < 0)
        return VV_FAILED;
    if (vv_check_nargs(t, "float", nargs, 0, 1) < 0)
        return VV_FAILED;
    if (nargs == 0)
        return vv_return(t, float_of_type(t, type, 0));
    if (VV_IS(t, args[0], FLOAT))
        return vv_return(t, type == VV_TYPEP(t, FLOAT) ? vv_newref(args[0]) : float_of_type(t, type, value_of(args[0])));
    if (VV_IS(t, args[0], INT)) {
        double value;
        return vv_int_as_double(t, args[0], &value) < 0 ? VV_FAILED : vv_return(t, float_of_type(t, type, value));
    }
    if (args[0]->type->s.float_ == NULL && args[0]->type->s.index == NULL) {
        char *text;
        size_t length;
        int is = vv_int_ascii_text(t, args[0], &text, &length);
        if (is < 0)
            return VV_FAILED;
        if (is > 0) {
            vv_obj *exact = vv_float_parse(t, text, length, args[0]);
            vv_free(t, text);
            if (exact == NULL || type == VV_TYPEP(t, FLOAT))
                return vv_return(t, exact);
            double value = value_of(exact);
            vv_decref(t, exact);
            return vv_return(t, float_of_type(t, type, value));
        }
        return vv_raise_step(t, VV_TypeError, "float() argument must be a string or a real number, not '%T'", args[0]);
    }
    return vv_start2(t, float_create_slowly, "float", self, args[0]);
}

/* ---- arithmetic --------------------------------------------------------------------------------------------------- */

double vv_float_mod(double a, double b) {
    double r = fmod(a, b);
    if (r == 0)
        return copysign(0, b); /* zero takes the divisor's sign, as other remainders do */
    return (r < 0) != (b < 0) ? r + b : r;
}

/* Quotient and remainder that agree: a = q * b + r as nearly as doubles allow, q whole. */
static double divide(double a, double b, double *ret_mod) {
    double r = fmod(a, b), q = (a - r) / b;
    if (r != 0) {
        if ((r < 0) != (b < 0)) {
            r += b;
            q -= 1;
        }
    } else {
        r = copysign(0, b);
    }
    *ret_mod = r;
    if (q == 0)
        return copysign(0, a / b);
    double whole = floor(q); /* q is near a whole number: snap to it */
    return q - whole > 0.5 ? whole + 1 : whole;
}

double vv_float_floordiv(double a, double b) {
    double r;
    return divide(a, b, &r);
}

int vv_float_pow(vv_thread *t, double a, double b, double *ret) {
    /* C's pow treats all infinities, nans and zeros as Python does but for 0 to a negative power. */
    if (a == 0 && b < 0 && isfinite(b))
        return vv_raise_int(t, VV_ZeroDivisionError, "0.0 cannot be raised to a negative power");
    if (a < 0 && isfinite(a) && isfinite(b) && b != floor(b))
        return 1;
    *ret = pow(a, b);
    if (isinf(*ret) && isfinite(a) && isfinite(b)) {
        vv_obj *args[2] = {vv_int_new(t, 34), vv_str_from_cstr(t, "Numerical result out of range")};
        if (args[1] == NULL)
            return -1;
        VV_AUTO pair = {t, vv_tuple_from_array_take(t, args, 2)};
        if (pair.o != NULL)
            vv_raise_value(t, VV_OverflowError, pair.o);
        return -1;
    }
    return 0;
}

/* Both operands as doubles: 1; 0 NotImplemented; -1. */
static inline int operands(vv_thread *t, vv_ref a, vv_ref b, double *x, double *y) {
    if (VV_LIKELY(VV_ISA(a, FLOAT) && VV_ISA(b, FLOAT))) {
        *x = value_of(a);
        *y = value_of(b);
        return 1;
    }
    int known = vv_float_from_number(t, a, x);
    return known != 1 ? known : vv_float_from_number(t, b, y);
}

#define BEGIN_BINARY(t, a, b, x, y)                                                                                    \
    double x, y;                                                                                                       \
    int known = operands(t, a, b, &x, &y);                                                                             \
    if (known != 1)                                                                                                    \
    return known < 0 ? VV_FAILED : vv_return_not_implemented(t)

static vv_step float_add(vv_thread *t, vv_ref a, vv_ref b) {
    BEGIN_BINARY(t, a, b, x, y);
    return vv_return(t, vv_float_new(t, x + y));
}

static vv_step float_sub(vv_thread *t, vv_ref a, vv_ref b) {
    BEGIN_BINARY(t, a, b, x, y);
    return vv_return(t, vv_float_new(t, x - y));
}

static vv_step float_mul(vv_thread *t, vv_ref a, vv_ref b) {
    BEGIN_BINARY(t, a, b, x, y);
    return vv_return(t, vv_float_new(t, x * y));
}

static vv_step float_truediv(vv_thread *t, vv_ref a, vv_ref b) {
    BEGIN_BINARY(t, a, b, x, y);
    if (y == 0)
        return vv_raise_step(t, VV_ZeroDivisionError, "float division by zero");
    return vv_return(t, vv_float_new(t, x / y));
}

static vv_step float_floordiv(vv_thread *t, vv_ref a, vv_ref b) {
    BEGIN_BINARY(t, a, b, x, y);
    if (y == 0)
        return vv_raise_step(t, VV_ZeroDivisionError, "float floor division by zero");
    return vv_return(t, vv_float_new(t, vv_float_floordiv(x, y)));
}

static vv_step float_mod(vv_thread *t, vv_ref a, vv_ref b) {
    BEGIN_BINARY(t, a, b, x, y);
    if (y == 0)
        return vv_raise_step(t, VV_ZeroDivisionError, "float modulo");
    return vv_return(t, vv_float_new(t, vv_float_mod(x, y)));
}

static vv_step float_divmod(vv_thread *t, vv_ref a, vv_ref b) {
    BEGIN_BINARY(t, a, b, x, y);
    if (y == 0)
        return vv_raise_step(t, VV_ZeroDivisionError, "float divmod()");
    double mod, div = divide(x, y, &mod);
    vv_obj *both[2] = {vv_float_new(t, div), NULL};
    if (both[0] == NULL)
        return VV_FAILED;
    if ((both[1] = vv_float_new(t, mod)) == NULL) {
        vv_decref(t, both[0]);
        return VV_FAILED;
    }
    return vv_return(t, vv_tuple_from_array_take(t, both, 2));
}

static vv_step float_pow(vv_thread *t, vv_ref a, vv_ref b, vv_ref c) {
    if (c != NULL && c != VV_NONE(t))
        return vv_raise_step(t, VV_TypeError, "pow() 3rd argument not allowed unless all arguments are integers");
    BEGIN_BINARY(t, a, b, x, y);
    double z;
    int is_complex = vv_float_pow(t, x, y, &z);
    if (is_complex == 0)
        return vv_return(t, vv_float_new(t, z));
    return is_complex < 0 ? VV_FAILED : VV_TYPEP(t, COMPLEX)->s.pow(t, a, b, NULL);
}

static vv_step float_neg(vv_thread *t, vv_ref self) {
    return vv_return(t, vv_float_new(t, -value_of(self)));
}

static vv_step float_pos(vv_thread *t, vv_ref self) {
    return vv_return(t, float_exact(t, self));
}

static vv_step float_abs(vv_thread *t, vv_ref self) {
    return vv_return(t, vv_float_new(t, fabs(value_of(self))));
}

static vv_step float_bool(vv_thread *t, vv_ref self) {
    return vv_return_int(t, value_of(self) != 0);
}

static vv_step float_int(vv_thread *t, vv_ref self) {
    return vv_return(t, vv_int_from_double(t, value_of(self)));
}

static vv_step float_float(vv_thread *t, vv_ref self) {
    return vv_return(t, float_exact(t, self));
}

static vv_step float_repr(vv_thread *t, vv_ref self) {
    return vv_return(t, vv_float_repr(t, value_of(self)));
}

/* ---- comparison and hash ------------------------------------------------------------------------------------------ */

int vv_float_compare_int(double a, vv_ref b) {
    if (a != a)
        return 2;
    if (vv_int_is_compact(b)) {
        double y = (double)vv_int_compact(b);
        return (a > y) - (a < y);
    }
    int sign_a = (a > 0) - (a < 0), sign_b = vv_int_sign(b);
    if (sign_a != sign_b)
        return sign_a < sign_b ? -1 : 1;
    if (isinf(a))
        return sign_a;
    /* Same sign, not zero. Unequal lengths of the whole parts decide; else both are made whole numbers. */
    int exponent;
    double fraction = frexp(fabs(a), &exponent); /* |a| < 2**exponent, at least half of that */
    uint64_t bits = vv_int_bit_length(b);
    if (exponent <= 0 || (uint64_t)exponent != bits)
        return (exponent > 0 && (uint64_t)exponent > bits) ? sign_a : -sign_a;
    uint64_t m = (uint64_t)ldexp(fraction, 53); /* |a| = m * 2**(exponent - 53), exponent is more than 30 here */
    int32_t n = VV_INT(b)->size < 0 ? -VV_INT(b)->size : VV_INT(b)->size;
    /* Compare m, its top bit at position `bits`, with the digits of b from above; then what is left of either. */
    int64_t left = 53; /* bits of m not yet compared */
    int take = (int)((bits - 1) % VV_INT_SHIFT) + 1;
    for (int32_t i = n; i-- > 0; take = VV_INT_SHIFT) {
        uint32_t d;
        if (left >= take)
            d = (uint32_t)(m >> (left - take)) & VV_INT_MASK;
        else
            d = left > 0 ? (uint32_t)(m << (take - left)) & VV_INT_MASK : 0;
        left -= take;
        if (take < VV_INT_SHIFT)
            d &= (UINT32_C(1) << take) - 1;
        if (d != VV_INT(b)->digit[i])
            return d > VV_INT(b)->digit[i] ? sign_a : -sign_a;
    }
    return left > 0 && (m & ((UINT64_C(1) << left) - 1)) != 0 ? sign_a : 0;
}

static vv_step float_compare(vv_thread *t, vv_ref a, vv_ref b, int op) {
    int c;
    if (VV_ISA(a, FLOAT) && VV_ISA(b, FLOAT)) {
        double x = value_of(a), y = value_of(b);
        c = x < y ? -1 : x > y ? 1 : x == y ? 0 : 2;
    } else if (VV_ISA(a, FLOAT) && VV_ISA(b, INT)) {
        c = vv_float_compare_int(value_of(a), b);
    } else if (VV_ISA(a, INT) && VV_ISA(b, FLOAT)) {
        c = vv_float_compare_int(value_of(b), a);
        c = c == 2 ? 2 : -c;
    } else {
        return vv_return_not_implemented(t);
    }
    bool holds;
    switch (op) {
    case VV_LT:
        holds = c == -1;
        break;
    case VV_LE:
        holds = c == -1 || c == 0;
        break;
    case VV_EQ:
        holds = c == 0;
        break;
    case VV_NE:
        holds = c != 0;
        break;
    case VV_GT:
        holds = c == 1;
        break;
    default:
        holds = c == 1 || c == 0;
    }
    return vv_return(t, vv_bool(t, holds));
}

/* The value modulo the prime 2**61 - 1, so that equal numbers of any type have equal hashes. */
vv_hash vv_float_hash(vv_ref self, double value) {
    const uint64_t modulus = (UINT64_C(1) << 61) - 1;
    if (isinf(value))
        return value > 0 ? 314159 : -314159;
    if (value != value) { /* nans differ from each other: by place */
        uint64_t p = (uint64_t)(uintptr_t)self;
        p = p >> 4 | p << 60;
        return (vv_hash)p == -1 ? -2 : (vv_hash)p;
    }
    int e;
    double m = frexp(fabs(value), &e);
    uint64_t x = 0;
    while (m != 0) { /* 28 bits at a time, each shifting what is there */
        x = (x << 28 & modulus) | x >> 33;
        m *= 268435456.0;
        e -= 28;
        uint64_t part = (uint64_t)m;
        m -= (double)part;
        x += part;
        if (x >= modulus)
            x -= modulus;
    }
    e = e >= 0 ? e % 61 : 60 - (-1 - e) % 61;
    x = (x << e & modulus) | x >> (61 - e);
    vv_hash h = value < 0 ? -(vv_hash)x : (vv_hash)x;
    return h == -1 ? -2 : h;
}

static vv_step float_hash(vv_thread *t, vv_ref self) {
    return vv_return_int(t, vv_float_hash(self, value_of(self)));
}

/* ---- methods ------------------------------------------------------------------------------------------------------ */

static vv_owned float_conjugate(vv_thread *t, vv_obj *const *argv) {
    return float_exact(t, argv[0]);
}

static vv_owned float_real(vv_thread *t, vv_ref self) {
    return float_exact(t, self);
}

static vv_owned float_imag(vv_thread *t, vv_ref self) {
    (void)self;
    return vv_float_new(t, 0);
}

static vv_owned float_is_integer(vv_thread *t, vv_obj *const *argv) {
    double value = value_of(argv[0]);
    return vv_bool(t, isfinite(value) && floor(value) == value);
}

static vv_owned float_trunc(vv_thread *t, vv_obj *const *argv) {
    return vv_int_from_double(t, value_of(argv[0]));
}

static vv_owned float_floor(vv_thread *t, vv_obj *const *argv) {
    return vv_int_from_double(t, floor(value_of(argv[0])));
}

static vv_owned float_ceil(vv_thread *t, vv_obj *const *argv) {
    return vv_int_from_double(t, ceil(value_of(argv[0])));
}

static vv_owned float_as_integer_ratio(vv_thread *t, vv_obj *const *argv) {
    double value = value_of(argv[0]);
    if (isinf(value))
        return vv_raise(t, VV_OverflowError, "cannot convert Infinity to integer ratio");
    if (value != value)
        return vv_raise(t, VV_ValueError, "cannot convert NaN to integer ratio");
    int e;
    uint64_t m = (uint64_t)ldexp(frexp(fabs(value), &e), 53);
    e -= 53;
    if (m == 0) {
        e = 0;
    } else {
        int zeros = __builtin_ctzll(m);
        m >>= zeros;
        e += zeros;
    }
    vv_obj *pair[2] = {vv_int_scaled(t, m, e > 0 ? (uint64_t)e : 0, value < 0), NULL};
    if (pair[0] == NULL)
        return NULL;
    pair[1] = vv_int_scaled(t, 1, e < 0 ? (uint64_t)-e : 0, false);
    if (pair[1] == NULL) {
        vv_decref(t, pair[0]);
        return NULL;
    }
    return vv_tuple_from_array_take(t, pair, 2);
}

int vv_float_round_to(vv_thread *t, double value, int64_t places, double *ret) {
    *ret = value;
    /* Beyond these bounds the value is its own rounding, or rounds to zero. */
    if (!isfinite(value) || value == 0 || places > 323)
        return 0;
    if (places < -309) {
        *ret = copysign(0, value);
        return 0;
    }
    char digits[VV_DTOA_SIZE];
    int decpt, n = vv_dtoa_fixed(value, (int)places, digits, &decpt);
    double rounded = n == 0 ? 0 : vv_strtod_digits(digits, (size_t)n, decpt - n);
    if (isinf(rounded))
        return vv_raise_int(t, VV_OverflowError, "rounded value too large to represent");
    *ret = copysign(rounded, value);
    return 0;
}

static vv_step float_round(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (nf->argv[1] == NULL || nf->argv[1] == VV_NONE(t)) {
        double value = value_of(nf->argv[0]), rounded = round(value);
        if (fabs(value - rounded) == 0.5)
            rounded = 2 * round(value / 2);
        return vv_return(t, vv_int_from_double(t, rounded));
    }
    VV_AWAIT(nf, vv_do_index(t, nf->argv[1]));
    vv_setref_take(t, &nf->slot[0], vv_take_ret(t));
    double result;
    if (vv_float_round_to(t, value_of(nf->argv[0]), vv_int_clamp_index(nf->slot[0]), &result) < 0)
        return VV_FAILED;
    return vv_return(t, vv_float_new(t, result));
    VV_END(nf);
}

static vv_owned float_getnewargs(vv_thread *t, vv_obj *const *argv) {
    vv_obj *only = vv_float_new(t, value_of(argv[0]));
    return only == NULL ? NULL : vv_tuple_from_array_take(t, &only, 1);
}

static vv_step float_format(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (!VV_ISA(nf->argv[1], STR))
        return vv_raise_step(t, VV_TypeError, "__format__() argument must be str, not %A", nf->argv[1]);
    if (vv_str_length(nf->argv[1]) != 0 || VV_IS(t, nf->argv[0], FLOAT))
        return vv_return(t, vv_format_float(t, nf->argv[0], nf->argv[1]));
    VV_AWAIT(nf, vv_do_str(t, nf->argv[0])); /* a subclass may say it differently */
    return VV_READY;
    VV_END(nf);
}

static vv_owned float_getformat(vv_thread *t, vv_obj *const *argv) {
    if (!VV_ISA(argv[1], STR))
        return vv_raise(t, VV_TypeError, "__getformat__() argument must be str, not %A", argv[1]);
    if (!vv_str_equal_cstr(argv[1], "double") && !vv_str_equal_cstr(argv[1], "float"))
        return vv_raise(t, VV_ValueError, "__getformat__() argument 1 must be 'double' or 'float'");
    return vv_str_from_cstr(t, "IEEE, little-endian");
}

static vv_owned float_hex(vv_thread *t, vv_obj *const *argv) {
    double value = value_of(argv[0]);
    uint64_t u;
    if (!isfinite(value))
        return vv_float_repr(t, value);
    memcpy(&u, &value, sizeof u);
    const char *sign = u >> 63 ? "-" : "";
    if (value == 0)
        return vv_format(t, "%s0x0.0p+0", sign);
    int e = (int)(u >> 52 & 0x7FF);
    char text[20];
    text[0] = e == 0 ? '0' : '1';
    text[1] = '.';
    for (int i = 0; i < 13; i++)
        text[2 + i] = "0123456789abcdef"[u >> (48 - 4 * i) & 0xF];
    text[15] = '\0';
    e = e == 0 ? -1022 : e - 1023;
    return vv_format(t, "%s0x%sp%c%d", sign, text, e < 0 ? '-' : '+', e < 0 ? -e : e);
}

static int hex_value(char c) {
    return is_digit(c) ? c - '0' : (c | 0x20) >= 'a' && (c | 0x20) <= 'f' ? (c | 0x20) - 'a' + 10 : -1;
}

/* [sign] [0x] hex digits [. hex digits] [p exponent], or inf or nan. 0, or -1 with an exception. */
static int parse_hex(vv_thread *t, const char *p, const char *end, double *ret) {
    while (p < end && is_space(*p))
        p++;
    while (end > p && is_space(end[-1]))
        end--;
    const char *start = p;
    bool negative = false, any = false, lost = false;
    if (p < end && (*p == '-' || *p == '+'))
        negative = *p++ == '-';
    if (p < end && ((*p | 0x20) == 'i' || (*p | 0x20) == 'n')) {
        const char *stop;
        *ret = vv_float_scan(start, end, &stop);
        if (stop == end)
            return 0;
        goto invalid;
    }
    if (end - p >= 2 && *p == '0' && (p[1] | 0x20) == 'x')
        p += 2;
    uint64_t m = 0;
    int64_t exponent = 0;
    bool after_point = false;
    for (; p < end; p++) {
        if (*p == '.' && !after_point) {
            after_point = true;
            continue;
        }
        int d = hex_value(*p);
        if (d < 0)
            break;
        any = true;
        if (m >> 60 == 0) {
            m = m << 4 | (uint64_t)d;
            exponent -= after_point ? 4 : 0;
        } else { /* digits beyond 64 bits only break ties */
            lost |= d != 0;
            exponent += after_point ? 0 : 4;
        }
    }
    if (!any)
        goto invalid;
    if (p < end && (*p | 0x20) == 'p') {
        bool minus = false;
        p++;
        if (p < end && (*p == '-' || *p == '+'))
            minus = *p++ == '-';
        if (p == end || !is_digit(*p))
            goto invalid;
        int64_t x = 0;
        for (; p < end && is_digit(*p); p++)
            if (x < INT64_C(1) << 56)
                x = x * 10 + (*p - '0');
        exponent += minus ? -x : x;
    }
    if (p != end)
        goto invalid;
    double value = 0;
    if (m != 0) {
        int zeros = __builtin_clzll(m);
        value = vv_double_round(m << zeros, exponent - zeros, lost);
        if (isinf(value))
            return vv_raise_int(t, VV_OverflowError, "hexadecimal value too large to represent as a float");
    }
    *ret = negative ? -value : value;
    return 0;
invalid:
    return vv_raise_int(t, VV_ValueError, "invalid hexadecimal floating-point string");
}

static vv_step float_fromhex(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (!VV_ISA(nf->argv[1], STR))
        return vv_raise_step(t, VV_TypeError, "bad argument type for built-in operation");
    size_t length;
    const char *text = vv_str_utf8_peek(t, nf->argv[1], &length);
    double value = 0;
    if (text == NULL || parse_hex(t, text, text + length, &value) < 0)
        return VV_FAILED;
    vv_obj *result = vv_float_new(t, value);
    if (result == NULL || nf->argv[0] == (vv_obj *)VV_TYPEP(t, FLOAT))
        return vv_return(t, result);
    vv_setref_take(t, &nf->slot[0], result);
    VV_AWAIT(nf, vv_do_call1(t, nf->argv[0], nf->slot[0]));
    return VV_READY;
    VV_END(nf);
}

const vv_typespec vv_float_spec = {
    .name = "float",
    .base = VV_T_OBJECT,
    .flags = VV_TF_BASETYPE | VV_TF_IMMUTABLE | VV_TF_PLAIN_HASH_EQ | VV_TF_MATCH_SELF | VV_TF_FLOAT,
    .basicsize = sizeof(vv_float),
    .size64 = 24,
    .doc = "A floating-point number, made from a number or from text.",
    .signature = "float(x=0, /)",
    .slots = &float_type_slots,
    .methods = float_type_methods,
    .getset = float_type_getset,
    .members = float_type_members,
    .dealloc = float_dealloc,
};
