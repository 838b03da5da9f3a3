/* dec.h - decimal arithmetic of any precision, as the General Decimal Arithmetic Specification (M. Cowlishaw, version 1.70)
 * defines it: numbers, contexts and operations, without Python objects. Module _decimal puts types around it.
 *
 * A number is sign * coefficient * 10**exp, an infinity or a nan. Coefficients are arrays of limbs of nine digits, least
 * significant first. An operation writes its result (which may be an operand), rounds it by the context and adds to the
 * context's status. Without memory the status gets VV_DEC_MALLOC, MemoryError is set, and the result is a nan: whoever asked
 * for the operation looks at the status once, at its end.
 */
#ifndef VV_MODULES_DEC_H
#define VV_MODULES_DEC_H

#include "object/runtime.h"

enum { VV_DEC_LIMB_DIGITS = 9, VV_DEC_INLINE = 4 };
#define VV_DEC_BASE UINT32_C(1000000000)

enum vv_dec_kind { VV_DEC_FINITE, VV_DEC_INF, VV_DEC_NAN, VV_DEC_SNAN };

typedef struct vv_dec {
    vv_thread *t;      /* of temporaries: who gives the memory back */
    uint32_t *limb;    /* `local`, or vv_alloc memory; NULL: not used yet */
    size_t length;     /* limbs without leading zeros; at least one for a finite number, none for a nan without payload */
    size_t capacity;
    int64_t exp;       /* 0 unless finite */
    int64_t digits;    /* of the coefficient; 1 for zero */
    uint8_t sign, kind;
    uint32_t local[VV_DEC_INLINE];
} vv_dec;

enum vv_dec_round { VV_DEC_UP, VV_DEC_DOWN, VV_DEC_CEILING, VV_DEC_FLOOR, VV_DEC_HALF_UP, VV_DEC_HALF_DOWN, VV_DEC_HALF_EVEN, VV_DEC_05UP, VV_DEC_ROUNDINGS };

/* In the order in which repr() of a context names them. */
enum vv_dec_status {
    VV_DEC_CLAMPED = 1 << 0,
    VV_DEC_SYNTAX = 1 << 1,
    VV_DEC_BY_ZERO = 1 << 2,
    VV_DEC_IMPOSSIBLE = 1 << 3,
    VV_DEC_UNDEFINED = 1 << 4,
    VV_DEC_INEXACT = 1 << 6,
    VV_DEC_BAD_CONTEXT = 1 << 7,
    VV_DEC_INVALID = 1 << 8,
    VV_DEC_MALLOC = 1 << 9,
    VV_DEC_FLOAT = 1 << 10,
    VV_DEC_OVERFLOW = 1 << 11,
    VV_DEC_ROUNDED = 1 << 12,
    VV_DEC_SUBNORMAL = 1 << 13,
    VV_DEC_UNDERFLOW = 1 << 14,
    /* what the signal InvalidOperation stands for */
    VV_DEC_ANY_INVALID = VV_DEC_INVALID | VV_DEC_SYNTAX | VV_DEC_IMPOSSIBLE | VV_DEC_UNDEFINED | VV_DEC_BAD_CONTEXT,
    /* no result */
    VV_DEC_ERRORS = VV_DEC_ANY_INVALID | VV_DEC_BY_ZERO | VV_DEC_MALLOC,
};

/* Bounds on 64-bit machines, on every port. */
#define VV_DEC_MAX_PREC INT64_C(999999999999999999)
#define VV_DEC_MIN_ETINY (-2 * VV_DEC_MAX_PREC + 1)

typedef struct vv_dec_ctx {
    vv_thread *t;
    int64_t prec, emax, emin;
    uint32_t status, traps;
    uint8_t round, clamp, capitals;
} vv_dec_ctx;

static inline int64_t vv_dec_etiny(const vv_dec_ctx *c) {
    return c->emin - (c->prec - 1);
}
static inline int64_t vv_dec_etop(const vv_dec_ctx *c) {
    return c->emax - (c->prec - 1);
}
/* A context in which everything is exact that fits in memory. */
static inline vv_dec_ctx vv_dec_max_ctx(vv_thread *t) {
    return (vv_dec_ctx){.t = t, .prec = VV_DEC_MAX_PREC, .emax = VV_DEC_MAX_PREC, .emin = -VV_DEC_MAX_PREC, .round = VV_DEC_HALF_EVEN};
}
/* One for intermediate results of `prec` digits, whose exponents have no bounds that matter. */
static inline vv_dec_ctx vv_dec_work_ctx(const vv_dec_ctx *c, int64_t prec) {
    return (vv_dec_ctx){.t = c->t, .prec = prec, .emax = INT64_C(4000000000000000000), .emin = INT64_C(-4000000000000000000), .round = VV_DEC_HALF_EVEN};
}

/* Temporaries: VV_DEC_AUTO(c, x) declares an empty number that is released at the end of its scope. */
static inline void vv_dec_auto_release(vv_dec *x);
#define VV_DEC_AUTO(c, x) __attribute__((cleanup(vv_dec_auto_release))) vv_dec x = {.t = (c)->t}

static inline bool vv_dec_is_special(const vv_dec *x) {
    return x->kind != VV_DEC_FINITE;
}
static inline bool vv_dec_is_nan(const vv_dec *x) {
    return x->kind >= VV_DEC_NAN;
}
static inline bool vv_dec_is_zero(const vv_dec *x) { /* of finite ones; a temporary without memory is a nan */
    return x->kind == VV_DEC_FINITE && x->length == 1 && x->limb[0] == 0;
}
static inline int64_t vv_dec_adjusted(const vv_dec *x) {
    return x->exp + x->digits - 1;
}

/* ---- storage and rounding (dec_number.c) ---- */
bool vv_dec_reserve(vv_dec_ctx *c, vv_dec *x, size_t limbs); /* keeps what is there; false without memory */
void vv_dec_release(vv_thread *t, vv_dec *x);
static inline void vv_dec_auto_release(vv_dec *x) {
    vv_dec_release(x->t, x);
}
void vv_dec_set_small(vv_dec *x, int sign, uint32_t value, int64_t exp); /* value below 10**9 */
void vv_dec_set_u64(vv_dec_ctx *c, vv_dec *x, int sign, uint64_t value, int64_t exp);
void vv_dec_set_inf(vv_dec *x, int sign);
void vv_dec_set_nan(vv_dec *x);                                     /* without payload */
void vv_dec_error(vv_dec_ctx *c, vv_dec *x, uint32_t condition);    /* a nan, and the status says why */
bool vv_dec_copy(vv_dec_ctx *c, vv_dec *r, const vv_dec *a);        /* exact; false without memory */
void vv_dec_swap(vv_dec *a, vv_dec *b);                             /* what they hold */
void vv_dec_measure(vv_dec *x);                                     /* limbs were written: length and digits */
void vv_dec_finish(vv_dec *x, vv_dec_ctx *c);                       /* rounds to the context */
void vv_dec_ones(vv_dec_ctx *c, vv_dec *x, int64_t n);              /* coefficient 10**n - 1, exponent 0 */
void vv_dec_power_of_ten(vv_dec_ctx *c, vv_dec *x, int64_t n);      /* coefficient 10**n, exponent 0 */
bool vv_dec_shift_left(vv_dec_ctx *c, vv_dec *r, const vv_dec *a, int64_t n); /* the coefficient only */
/* Drops n digits of the coefficient; what they were: 0 nothing, 5 half of the last place, else below or above it. */
int vv_dec_shift_right(vv_dec *x, int64_t n);
void vv_dec_round_up_by(vv_dec *x, int rest, vv_dec_ctx *c); /* after shift_right, by the context's rounding; may gain a digit */
int64_t vv_dec_trailing_zeros(const vv_dec *x);
int vv_dec_digit(const vv_dec *x, int64_t place); /* 0: the last one */
bool vv_dec_is_integer(const vv_dec *x);
bool vv_dec_is_odd(const vv_dec *x); /* of integers */
/* A nan among the operands (b may be NULL) decides: true, with the result in r. */
bool vv_dec_check_nans(vv_dec *r, const vv_dec *a, const vv_dec *b, vv_dec_ctx *c);

/* Value of a number as int64, if it is an integer that fits. */
bool vv_dec_to_i64(const vv_dec *x, int64_t *ret);
/* From an int; exact. To an int, the fraction cut off: owned, NULL with MemoryError. */
void vv_dec_from_int(vv_dec_ctx *c, vv_dec *r, vv_ref n);
VV_NODISCARD vv_owned vv_dec_to_int(vv_thread *t, const vv_dec *a);
/* hash(): of finite numbers. */
vv_hash vv_dec_hash(const vv_dec *a);

/* ---- arithmetic (dec_number.c) ---- */
typedef void vv_dec_unary(vv_dec *r, const vv_dec *a, vv_dec_ctx *c);
typedef void vv_dec_binary(vv_dec *r, const vv_dec *a, const vv_dec *b, vv_dec_ctx *c);
vv_dec_binary vv_dec_add, vv_dec_sub, vv_dec_mul, vv_dec_div, vv_dec_divint, vv_dec_rem;
vv_dec_unary vv_dec_plus, vv_dec_minus, vv_dec_abs;
void vv_dec_divmod(vv_dec *q, vv_dec *r, const vv_dec *a, const vv_dec *b, vv_dec_ctx *c);
void vv_dec_fma(vv_dec *r, const vv_dec *a, const vv_dec *b, const vv_dec *d, vv_dec_ctx *c);
void vv_dec_div_small(vv_dec *x, uint32_t d, vv_dec_ctx *c); /* x: a coefficient only, truncated */
/* Whole quotient of the coefficients of a and b (not 0), exponent 0; true: nothing remains. */
bool vv_dec_divide_coefficients(vv_dec *q, vv_dec *r_or_null, const vv_dec *a, const vv_dec *b, vv_dec_ctx *c);
/* By value, neither a nan: -1, 0, 1. */
int vv_dec_compare_values(const vv_dec *a, const vv_dec *b);
int vv_dec_compare_magnitudes(const vv_dec *a, const vv_dec *b);

/* ---- roots, exponentials (dec_compute.c): correctly rounded, half even ---- */
vv_dec_unary vv_dec_sqrt, vv_dec_exp, vv_dec_ln, vv_dec_log10;
vv_dec_binary vv_dec_power;
void vv_dec_powmod(vv_dec *r, const vv_dec *a, const vv_dec *b, const vv_dec *m, vv_dec_ctx *c);

/* ---- the rest of the specification (dec_operations.c) ---- */
vv_dec_unary vv_dec_reduce, vv_dec_to_integral, vv_dec_to_integral_exact, vv_dec_logb, vv_dec_invert, vv_dec_next_minus,
    vv_dec_next_plus, vv_dec_copy_abs, vv_dec_copy_negate, vv_dec_copy_plain;
vv_dec_binary vv_dec_compare, vv_dec_compare_signal, vv_dec_compare_total, vv_dec_compare_total_mag, vv_dec_copy_sign, vv_dec_and,
    vv_dec_or, vv_dec_xor, vv_dec_max, vv_dec_max_mag, vv_dec_min, vv_dec_min_mag, vv_dec_next_toward, vv_dec_quantize,
    vv_dec_remainder_near, vv_dec_rotate, vv_dec_scaleb, vv_dec_shift;
bool vv_dec_same_quantum(const vv_dec *a, const vv_dec *b);
bool vv_dec_is_normal(const vv_dec *a, const vv_dec_ctx *c);
bool vv_dec_is_subnormal(const vv_dec *a, const vv_dec_ctx *c);
const char *vv_dec_class(const vv_dec *a, const vv_dec_ctx *c);
/* Rounds to the given exponent, the precision of the context aside. */
void vv_dec_rescale(vv_dec *r, const vv_dec *a, int64_t exp, vv_dec_ctx *c);

/* ---- text (dec_text.c) ---- */
/* Reads ASCII text exactly, then rounds by the context; a nan with VV_DEC_SYNTAX for what is no number. */
void vv_dec_from_text(vv_dec *r, const char *text, size_t n, vv_dec_ctx *c);
enum vv_dec_style { VV_DEC_SCIENTIFIC, VV_DEC_ENGINEERING };
VV_NODISCARD vv_owned vv_dec_to_str(vv_thread *t, const vv_dec *a, enum vv_dec_style style, bool capitals);
/* format(a, spec): a str; NULL with ValueError. The locale's texts are given: NULL, or an override of them. */
typedef struct vv_dec_locale {
    vv_ref point, separator; /* str or NULL */
    bool given;              /* an override: it must say what the point is where the specification does not */
    const char *grouping;    /* sizes of groups from the right, as localeconv() has them; or NULL */
} vv_dec_locale;
VV_NODISCARD vv_owned vv_dec_format(vv_thread *t, const vv_dec *a, vv_ref spec, const vv_dec_locale *locale, const vv_dec_ctx *c);
/* Digits of the coefficient, most significant first, without a zero at the end: a->digits characters. */
void vv_dec_write_digits(const vv_dec *a, char *out);

#endif
