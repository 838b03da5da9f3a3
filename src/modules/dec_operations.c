/* dec_operations.c - what the decimal specification has besides arithmetic: comparisons, quantizing, logical operations on
 * digits, neighbours. */
#include "modules/dec.h"

#include <string.h>

/* ---- copies ---- */

void vv_dec_copy_plain(vv_dec *r, const vv_dec *a, vv_dec_ctx *c) {
    (void)vv_dec_copy(c, r, a);
}

void vv_dec_copy_abs(vv_dec *r, const vv_dec *a, vv_dec_ctx *c) {
    if (vv_dec_copy(c, r, a))
        r->sign = 0;
}

void vv_dec_copy_negate(vv_dec *r, const vv_dec *a, vv_dec_ctx *c) {
    uint8_t sign = !a->sign;
    if (vv_dec_copy(c, r, a))
        r->sign = sign;
}

void vv_dec_copy_sign(vv_dec *r, const vv_dec *a, const vv_dec *b, vv_dec_ctx *c) {
    uint8_t sign = b->sign;
    if (vv_dec_copy(c, r, a))
        r->sign = sign;
}

static void copy_rounded(vv_dec *r, const vv_dec *a, vv_dec_ctx *c) {
    if (vv_dec_copy(c, r, a))
        vv_dec_finish(r, c);
}

/* ---- comparisons ---- */

static void set_order(vv_dec *r, int order) {
    vv_dec_set_small(r, order < 0, order != 0, 0);
}

void vv_dec_compare(vv_dec *r, const vv_dec *a, const vv_dec *b, vv_dec_ctx *c) {
    if (!vv_dec_check_nans(r, a, b, c))
        set_order(r, vv_dec_compare_values(a, b));
}

void vv_dec_compare_signal(vv_dec *r, const vv_dec *a, const vv_dec *b, vv_dec_ctx *c) {
    if (vv_dec_check_nans(r, a, b, c))
        c->status |= VV_DEC_INVALID;
    else
        set_order(r, vv_dec_compare_values(a, b));
}

/* Of equal values: by sign, then by exponent. */
static int order_of_equals(const vv_dec *a, const vv_dec *b) {
    if (a->sign != b->sign)
        return a->sign != 0 ? -1 : 1;
    if (a->exp == b->exp)
        return 0;
    return (a->exp < b->exp) != (a->sign != 0) ? -1 : 1;
}

static int total_order(const vv_dec *a, const vv_dec *b, bool magnitudes) {
    uint8_t sign_a = magnitudes ? 0 : a->sign, sign_b = magnitudes ? 0 : b->sign;
    if (sign_a != sign_b)
        return sign_a != 0 ? -1 : 1;
    static const uint8_t rank[] = {[VV_DEC_FINITE] = 0, [VV_DEC_INF] = 1, [VV_DEC_SNAN] = 2, [VV_DEC_NAN] = 3};
    int order = (int)rank[a->kind] - (int)rank[b->kind];
    if (order == 0 && vv_dec_is_nan(a)) {
        order = a->length < b->length ? -1 : a->length > b->length;
        for (size_t k = a->length; order == 0 && k-- > 0;)
            order = a->limb[k] < b->limb[k] ? -1 : a->limb[k] > b->limb[k];
    } else if (order == 0 && a->kind == VV_DEC_FINITE) {
        order = vv_dec_compare_magnitudes(a, b);
        if (order == 0)
            order = a->exp < b->exp ? -1 : a->exp > b->exp;
    }
    order = order < 0 ? -1 : order > 0;
    return sign_a != 0 ? -order : order;
}

void vv_dec_compare_total(vv_dec *r, const vv_dec *a, const vv_dec *b, vv_dec_ctx *c) {
    (void)c;
    set_order(r, total_order(a, b, false));
}

void vv_dec_compare_total_mag(vv_dec *r, const vv_dec *a, const vv_dec *b, vv_dec_ctx *c) {
    (void)c;
    set_order(r, total_order(a, b, true));
}

/* The larger one (direction 1) or the smaller one (-1). A single quiet nan does not count. */
static void choose(vv_dec *r, const vv_dec *a, const vv_dec *b, int direction, bool magnitudes, vv_dec_ctx *c) {
    const vv_dec *which;
    if (a->kind == VV_DEC_NAN && !vv_dec_is_nan(b)) {
        which = b;
    } else if (b->kind == VV_DEC_NAN && !vv_dec_is_nan(a)) {
        which = a;
    } else if (vv_dec_check_nans(r, a, b, c)) {
        return;
    } else {
        int order = magnitudes ? vv_dec_compare_magnitudes(a, b) : vv_dec_compare_values(a, b);
        if (order == 0 && (magnitudes ? vv_dec_compare_values(a, b) : 0) != 0)
            order = vv_dec_compare_values(a, b);
        if (order == 0)
            order = order_of_equals(a, b);
        which = order * direction < 0 ? b : a;
    }
    copy_rounded(r, which, c);
}

void vv_dec_max(vv_dec *r, const vv_dec *a, const vv_dec *b, vv_dec_ctx *c) {
    choose(r, a, b, 1, false, c);
}
void vv_dec_max_mag(vv_dec *r, const vv_dec *a, const vv_dec *b, vv_dec_ctx *c) {
    choose(r, a, b, 1, true, c);
}
void vv_dec_min(vv_dec *r, const vv_dec *a, const vv_dec *b, vv_dec_ctx *c) {
    choose(r, a, b, -1, false, c);
}
void vv_dec_min_mag(vv_dec *r, const vv_dec *a, const vv_dec *b, vv_dec_ctx *c) {
    choose(r, a, b, -1, true, c);
}

/* ---- what a number is ---- */

bool vv_dec_same_quantum(const vv_dec *a, const vv_dec *b) {
    if (vv_dec_is_special(a) || vv_dec_is_special(b))
        return (vv_dec_is_nan(a) && vv_dec_is_nan(b)) || (a->kind == VV_DEC_INF && b->kind == VV_DEC_INF);
    return a->exp == b->exp;
}

bool vv_dec_is_normal(const vv_dec *a, const vv_dec_ctx *c) {
    return a->kind == VV_DEC_FINITE && !vv_dec_is_zero(a) && vv_dec_adjusted(a) >= c->emin;
}

bool vv_dec_is_subnormal(const vv_dec *a, const vv_dec_ctx *c) {
    return a->kind == VV_DEC_FINITE && !vv_dec_is_zero(a) && vv_dec_adjusted(a) < c->emin;
}

const char *vv_dec_class(const vv_dec *a, const vv_dec_ctx *c) {
    static const char *const names[] = {"+Infinity", "-Infinity", "+Zero", "-Zero", "+Subnormal", "-Subnormal", "+Normal", "-Normal"};
    if (vv_dec_is_nan(a))
        return a->kind == VV_DEC_NAN ? "NaN" : "sNaN";
    int which = a->kind == VV_DEC_INF ? 0 : vv_dec_is_zero(a) ? 2 : vv_dec_is_subnormal(a, c) ? 4 : 6;
    return names[which + (a->sign != 0)];
}

/* ---- exponents ---- */

void vv_dec_reduce(vv_dec *r, const vv_dec *a, vv_dec_ctx *c) {
    if (vv_dec_check_nans(r, a, NULL, c))
        return;
    copy_rounded(r, a, c);
    if (vv_dec_is_special(r))
        return;
    if (vv_dec_is_zero(r)) {
        r->exp = 0;
        return;
    }
    int64_t zeros = vv_dec_trailing_zeros(r), most = (c->clamp ? vv_dec_etop(c) : c->emax) - r->exp;
    zeros = zeros < most ? zeros : most;
    if (zeros > 0) {
        (void)vv_dec_shift_right(r, zeros);
        r->exp += zeros;
    }
}

/* Makes the exponent of finite a `exp`; the status gets Rounded and Inexact. */
static void set_exponent(vv_dec *r, const vv_dec *a, int64_t exp, vv_dec_ctx *c) {
    int64_t by = a->exp - exp;
    if (by >= 0) {
        if (!vv_dec_shift_left(c, r, a, by))
            return;
    } else {
        if (!vv_dec_copy(c, r, a))
            return;
        int rest = vv_dec_shift_right(r, -by);
        vv_dec_round_up_by(r, rest, c);
        c->status |= VV_DEC_ROUNDED | (rest != 0 ? VV_DEC_INEXACT : 0);
    }
    r->exp = exp;
}

void vv_dec_rescale(vv_dec *r, const vv_dec *a, int64_t exp, vv_dec_ctx *c) {
    if (vv_dec_is_special(a)) {
        if (!vv_dec_check_nans(r, a, NULL, c))
            (void)vv_dec_copy(c, r, a);
    } else if (exp > VV_DEC_MAX_PREC + 1 || exp < VV_DEC_MIN_ETINY - 1) {
        vv_dec_error(c, r, VV_DEC_INVALID);
    } else if (vv_dec_is_zero(a)) {
        vv_dec_set_small(r, a->sign, 0, exp);
    } else {
        set_exponent(r, a, exp, c);
    }
}

void vv_dec_quantize(vv_dec *r, const vv_dec *a, const vv_dec *b, vv_dec_ctx *c) {
    if (vv_dec_is_special(a) || vv_dec_is_special(b)) {
        if (vv_dec_check_nans(r, a, b, c))
            return;
        if (a->kind == VV_DEC_INF && b->kind == VV_DEC_INF)
            (void)vv_dec_copy(c, r, a);
        else
            vv_dec_error(c, r, VV_DEC_INVALID);
        return;
    }
    int64_t exp = b->exp;
    if (exp > c->emax || exp < vv_dec_etiny(c)) {
        vv_dec_error(c, r, VV_DEC_INVALID);
        return;
    }
    if (vv_dec_is_zero(a)) {
        vv_dec_set_small(r, a->sign, 0, exp);
        vv_dec_finish(r, c);
        return;
    }
    if (a->digits + (a->exp - exp) > c->prec) {
        vv_dec_error(c, r, VV_DEC_INVALID);
        return;
    }
    vv_dec_ctx w = *c;
    w.status = 0;
    set_exponent(r, a, exp, &w);
    if (vv_dec_is_special(r)) {
        c->status |= w.status;
        return;
    }
    if (vv_dec_adjusted(r) > c->emax || r->digits > c->prec) {
        vv_dec_error(c, r, VV_DEC_INVALID);
        return;
    }
    c->status |= w.status;
    vv_dec_finish(r, c);
}

static void to_whole(vv_dec *r, const vv_dec *a, bool tell, vv_dec_ctx *c) {
    if (vv_dec_check_nans(r, a, NULL, c))
        return;
    if (a->kind == VV_DEC_INF || a->exp >= 0) {
        (void)vv_dec_copy(c, r, a);
        return;
    }
    if (vv_dec_is_zero(a)) {
        vv_dec_set_small(r, a->sign, 0, 0);
        return;
    }
    vv_dec_ctx w = *c;
    w.status = 0;
    set_exponent(r, a, 0, &w);
    c->status |= tell ? w.status : w.status & VV_DEC_MALLOC;
}

void vv_dec_to_integral(vv_dec *r, const vv_dec *a, vv_dec_ctx *c) {
    to_whole(r, a, false, c);
}

void vv_dec_to_integral_exact(vv_dec *r, const vv_dec *a, vv_dec_ctx *c) {
    to_whole(r, a, true, c);
}

void vv_dec_logb(vv_dec *r, const vv_dec *a, vv_dec_ctx *c) {
    if (vv_dec_check_nans(r, a, NULL, c))
        return;
    if (a->kind == VV_DEC_INF) {
        vv_dec_set_inf(r, 0);
    } else if (vv_dec_is_zero(a)) {
        vv_dec_set_inf(r, 1);
        c->status |= VV_DEC_BY_ZERO;
    } else {
        int64_t adjusted = vv_dec_adjusted(a);
        vv_dec_set_u64(c, r, adjusted < 0, (uint64_t)(adjusted < 0 ? -adjusted : adjusted), 0);
        vv_dec_finish(r, c);
    }
}

void vv_dec_scaleb(vv_dec *r, const vv_dec *a, const vv_dec *b, vv_dec_ctx *c) {
    int64_t n, most = 2 * (c->emax + c->prec);
    if (vv_dec_check_nans(r, a, b, c))
        return;
    if (b->exp != 0 || !vv_dec_to_i64(b, &n) || n > most || n < -most) {
        vv_dec_error(c, r, VV_DEC_INVALID);
    } else if (a->kind == VV_DEC_INF) {
        (void)vv_dec_copy(c, r, a);
    } else if (vv_dec_copy(c, r, a)) {
        r->exp += n;
        vv_dec_finish(r, c);
    }
}

/* ---- neighbours ---- */

static void neighbour(vv_dec *r, const vv_dec *a, bool up, vv_dec_ctx *c) {
    if (vv_dec_check_nans(r, a, NULL, c))
        return;
    if (a->kind == VV_DEC_INF) {
        uint8_t sign = a->sign;
        if (up == (sign == 0)) {
            (void)vv_dec_copy(c, r, a);
            return;
        }
        vv_dec_ones(c, r, c->prec);
        r->sign = sign;
        if (!vv_dec_is_special(r))
            r->exp = vv_dec_etop(c);
        return;
    }
    vv_dec_ctx w = *c;
    w.status = 0;
    w.round = up ? VV_DEC_CEILING : VV_DEC_FLOOR;
    VV_DEC_AUTO(c, tiny);
    VV_DEC_AUTO(c, x);
    if (vv_dec_copy(&w, &x, a)) {
        vv_dec_finish(&x, &w);
        if ((w.status & (VV_DEC_INEXACT | VV_DEC_ERRORS)) == 0) {
            vv_dec_set_small(&tiny, !up, 1, vv_dec_etiny(c) - 1);
            vv_dec_add(&x, a, &tiny, &w);
        }
    }
    c->status |= w.status & VV_DEC_ERRORS;
    vv_dec_swap(r, &x);
}

void vv_dec_next_minus(vv_dec *r, const vv_dec *a, vv_dec_ctx *c) {
    neighbour(r, a, false, c);
}

void vv_dec_next_plus(vv_dec *r, const vv_dec *a, vv_dec_ctx *c) {
    neighbour(r, a, true, c);
}

void vv_dec_next_toward(vv_dec *r, const vv_dec *a, const vv_dec *b, vv_dec_ctx *c) {
    if (vv_dec_check_nans(r, a, b, c))
        return;
    int order = vv_dec_compare_values(a, b);
    if (order == 0) {
        vv_dec_copy_sign(r, a, b, c);
        return;
    }
    neighbour(r, a, order < 0, c);
    if (r->kind == VV_DEC_INF) {
        c->status |= VV_DEC_OVERFLOW | VV_DEC_ROUNDED | VV_DEC_INEXACT;
    } else if (r->kind == VV_DEC_FINITE && vv_dec_adjusted(r) < c->emin) {
        c->status |= VV_DEC_UNDERFLOW | VV_DEC_SUBNORMAL | VV_DEC_ROUNDED | VV_DEC_INEXACT;
        if (vv_dec_is_zero(r))
            c->status |= VV_DEC_CLAMPED;
    }
}

void vv_dec_remainder_near(vv_dec *r, const vv_dec *a, const vv_dec *b, vv_dec_ctx *c) {
    if (vv_dec_is_special(a) || vv_dec_is_special(b) || vv_dec_is_zero(b)) {
        vv_dec_rem(r, a, b, c);
        return;
    }
    /* the truncated quotient, then the other neighbour when that is nearer or as near and even */
    VV_DEC_AUTO(c, q);
    VV_DEC_AUTO(c, rest);
    VV_DEC_AUTO(c, twice);
    VV_DEC_AUTO(c, divisor);
    vv_dec_ctx w = vv_dec_work_ctx(c, c->prec);
    vv_dec_ctx exact = vv_dec_max_ctx(c->t);
    int64_t ideal = a->exp < b->exp ? a->exp : b->exp;
    uint8_t sign = a->sign;
    vv_dec_divint(&q, a, b, &w);
    if (!vv_dec_is_special(&q)) {
        w.prec = VV_DEC_MAX_PREC;
        vv_dec_rem(&rest, a, b, &w);
    }
    if (vv_dec_is_special(&q) || vv_dec_is_special(&rest)) {
        c->status |= w.status & VV_DEC_ERRORS;
        vv_dec_set_nan(r);
        return;
    }
    if (!vv_dec_copy(&exact, &divisor, b)) {
        c->status |= VV_DEC_MALLOC;
        vv_dec_set_nan(r);
        return;
    }
    vv_dec_add(&twice, &rest, &rest, &exact);
    int order = vv_dec_is_nan(&twice) ? 0 : vv_dec_compare_magnitudes(&twice, b);
    if (order > 0 || (order == 0 && (vv_dec_digit(&q, 0) & 1) != 0)) {
        divisor.sign = sign;
        vv_dec_sub(&rest, &rest, &divisor, &exact);
        if (q.digits == c->prec) { /* the quotient 999...9 would become longer */
            int64_t k = 0;
            while (k < q.digits && vv_dec_digit(&q, k) == 9)
                k++;
            if (k == q.digits)
                vv_dec_error(&exact, &rest, VV_DEC_IMPOSSIBLE);
        }
    }
    c->status |= exact.status & VV_DEC_ERRORS;
    if (vv_dec_is_special(&rest)) {
        vv_dec_set_nan(r);
        return;
    }
    if (vv_dec_is_zero(&rest)) {
        rest.sign = sign;
        rest.exp = ideal;
    }
    vv_dec_finish(&rest, c);
    vv_dec_swap(r, &rest);
}

/* ---- digits ---- */

/* Only the last `n` digits stay. */
static void keep_last(vv_dec *x, int64_t n) {
    if (x->digits <= n)
        return;
    size_t whole = (size_t)(n / VV_DEC_LIMB_DIGITS);
    uint32_t cut = 1;
    for (int64_t k = n % VV_DEC_LIMB_DIGITS; k > 0; k--)
        cut *= 10;
    x->limb[whole] %= cut;
    x->length = whole + 1;
    vv_dec_measure(x);
}

/* The count of a shift or rotation: false when it is none, or r is the result. */
static bool places(vv_dec *r, const vv_dec *a, const vv_dec *b, int64_t *ret, vv_dec_ctx *c) {
    if (vv_dec_check_nans(r, a, b, c))
        return false;
    if (b->kind == VV_DEC_INF || b->exp != 0 || !vv_dec_to_i64(b, ret) || *ret > c->prec || *ret < -c->prec) {
        vv_dec_error(c, r, VV_DEC_INVALID);
        return false;
    }
    if (a->kind == VV_DEC_INF) {
        (void)vv_dec_copy(c, r, a);
        return false;
    }
    return true;
}

void vv_dec_shift(vv_dec *r, const vv_dec *a, const vv_dec *b, vv_dec_ctx *c) {
    int64_t n;
    if (!places(r, a, b, &n, c))
        return;
    if (n >= 0) {
        if (vv_dec_shift_left(c, r, a, n))
            keep_last(r, c->prec);
    } else if (vv_dec_copy(c, r, a)) {
        keep_last(r, c->prec);
        (void)vv_dec_shift_right(r, -n);
    }
}

void vv_dec_rotate(vv_dec *r, const vv_dec *a, const vv_dec *b, vv_dec_ctx *c) {
    int64_t n;
    if (!places(r, a, b, &n, c))
        return;
    int64_t left = n < 0 ? c->prec + n : n;
    VV_DEC_AUTO(c, high);
    VV_DEC_AUTO(c, low);
    if (!vv_dec_copy(c, &low, a)) {
        vv_dec_set_nan(r);
        return;
    }
    keep_last(&low, c->prec);
    if (!vv_dec_shift_left(c, &high, &low, left)) {
        vv_dec_set_nan(r);
        return;
    }
    keep_last(&high, c->prec);
    (void)vv_dec_shift_right(&low, c->prec - left);
    vv_dec_ctx w = vv_dec_max_ctx(c->t);
    vv_dec_add(r, &high, &low, &w); /* not rounded */
    r->sign = low.sign;
    c->status |= w.status & VV_DEC_MALLOC;
}

/* Is it made of zeros and ones only? */
static bool is_logical(const vv_dec *a) {
    if (a->kind != VV_DEC_FINITE || a->sign != 0 || a->exp != 0)
        return false;
    for (size_t k = 0; k < a->length; k++)
        for (uint32_t limb = a->limb[k]; limb != 0; limb /= 10)
            if (limb % 10 > 1)
                return false;
    return true;
}

/* truth: bits 0 to 3: the result for digits 00, 01, 10, 11. */
static void logical(vv_dec *r, const vv_dec *a, const vv_dec *b, unsigned truth, int64_t least, vv_dec_ctx *c) {
    if (!is_logical(a) || !is_logical(b)) {
        vv_dec_error(c, r, VV_DEC_INVALID);
        return;
    }
    int64_t digits = a->digits > b->digits ? a->digits : b->digits;
    digits = digits > least ? digits : least;
    if (digits > c->prec)
        digits = c->prec;
    VV_DEC_AUTO(c, x);
    vv_dec_power_of_ten(c, &x, digits);
    if (vv_dec_is_special(&x)) {
        vv_dec_set_nan(r);
        return;
    }
    x.length = (size_t)((digits + VV_DEC_LIMB_DIGITS - 1) / VV_DEC_LIMB_DIGITS);
    for (size_t k = 0; k < x.length; k++) {
        uint32_t limb = 0, place = 1, p = k < a->length ? a->limb[k] : 0, q = k < b->length ? b->limb[k] : 0;
        for (int64_t i = (int64_t)k * VV_DEC_LIMB_DIGITS; i < (int64_t)(k + 1) * VV_DEC_LIMB_DIGITS && i < digits; i++) {
            if ((truth >> (p % 10 * 2 + q % 10) & 1) != 0)
                limb += place;
            p /= 10, q /= 10, place *= 10;
        }
        x.limb[k] = limb;
    }
    vv_dec_measure(&x);
    vv_dec_swap(r, &x);
}

void vv_dec_and(vv_dec *r, const vv_dec *a, const vv_dec *b, vv_dec_ctx *c) {
    logical(r, a, b, 8, 0, c);
}
void vv_dec_or(vv_dec *r, const vv_dec *a, const vv_dec *b, vv_dec_ctx *c) {
    logical(r, a, b, 14, 0, c);
}
void vv_dec_xor(vv_dec *r, const vv_dec *a, const vv_dec *b, vv_dec_ctx *c) {
    logical(r, a, b, 6, 0, c);
}
void vv_dec_invert(vv_dec *r, const vv_dec *a, vv_dec_ctx *c) {
    logical(r, a, a, 1, c->prec, c);
}
