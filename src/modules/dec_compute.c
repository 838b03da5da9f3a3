/* dec_compute.c - square root, exponential function, logarithms and powers of decimal numbers.
 *
 * exp, ln and log10 are computed with a few digits more until the result rounds the same way from both ends of its error
 * bound (A. Ziv, "Fast evaluation of elementary mathematical functions with correctly rounded last bit", ACM TOMS 1991). The
 * exact cases are known beforehand, so this ends.
 */
#include <math.h>
#include <string.h>

#include "modules/dec.h"
#include "object/error.h"
#include "types/int.h"

/* ---- square root ---- */

/* The whole square root of the coefficient of n by Newton's method, at first with the leading digits only. True: exact. */
static bool root_of(vv_dec *r, const vv_dec *n, vv_dec_ctx *c) {
    vv_dec_ctx w = vv_dec_max_ctx(c->t);
    VV_DEC_AUTO(c, part);
    VV_DEC_AUTO(c, q);
    VV_DEC_AUTO(c, s);
    VV_DEC_AUTO(c, one);
    vv_dec_set_small(&one, 0, 1, 0);
    int64_t cut = n->digits <= 16 ? 0 : (n->digits - 15) / 2; /* pairs of digits left away */
    bool first = true, exact = false;
    for (;;) {
        if (!vv_dec_copy(&w, &part, n))
            break;
        (void)vv_dec_shift_right(&part, 2 * cut);
        part.exp = 0;
        part.sign = 0;
        if (first) {
            int64_t top = 0;
            (void)vv_dec_to_i64(&part, &top);
            vv_dec_set_u64(&w, &s, 0, (uint64_t)sqrt((double)top) + 1, 0);
            first = false;
        } else {
            (void)vv_dec_divide_coefficients(&q, NULL, &part, &s, &w);
            vv_dec_add(&s, &s, &q, &w);
            vv_dec_div_small(&s, 2, &w);
        }
        if (vv_dec_is_special(&s) || cut == 0)
            break;
        /* d right digits give 2 d - 1 after the next step */
        int64_t next = s.digits >= cut + 2 ? 0 : cut - s.digits + 2;
        if (!vv_dec_shift_left(&w, &s, &s, cut - next))
            break;
        cut = next;
    }
    for (int below = 0; !vv_dec_is_special(&s) && w.status == 0;) { /* at most a few steps off */
        vv_dec_mul(&q, &s, &s, &w);
        int order = vv_dec_is_special(&q) ? 0 : vv_dec_compare_magnitudes(&q, &part);
        exact = order == 0;
        if (order == 0 || (order < 0 && below))
            break;
        if (order > 0) {
            vv_dec_sub(&s, &s, &one, &w);
            below = 1;
            continue;
        }
        VV_DEC_AUTO(c, above);
        vv_dec_add(&above, &s, &one, &w);
        vv_dec_mul(&q, &above, &above, &w);
        if (vv_dec_is_special(&q) || vv_dec_compare_magnitudes(&q, &part) > 0)
            break;
        vv_dec_swap(&s, &above);
    }
    c->status |= w.status & VV_DEC_MALLOC;
    if ((w.status & VV_DEC_MALLOC) != 0)
        vv_dec_set_nan(&s);
    vv_dec_swap(r, &s);
    return exact;
}

void vv_dec_sqrt(vv_dec *r, const vv_dec *a, vv_dec_ctx *c) {
    if (vv_dec_check_nans(r, a, NULL, c))
        return;
    int64_t ideal = a->exp >> 1;
    if (vv_dec_is_zero(a)) {
        vv_dec_set_small(r, a->sign, 0, ideal);
        vv_dec_finish(r, c);
        return;
    }
    if (a->sign != 0) {
        vv_dec_error(c, r, VV_DEC_INVALID);
        return;
    }
    if (a->kind == VV_DEC_INF) {
        vv_dec_set_inf(r, 0);
        return;
    }
    if (c->prec > 1000000 && a->digits < c->prec / 2) { /* an exact root has few digits */
        vv_dec_ctx w = *c;
        w.status = 0;
        w.prec = a->digits;
        w.emin -= c->prec - w.prec;
        VV_DEC_AUTO(c, few);
        vv_dec_sqrt(&few, a, &w);
        if ((w.status & (VV_DEC_INEXACT | VV_DEC_MALLOC | VV_DEC_SUBNORMAL)) == 0) {
            c->status |= w.status;
            vv_dec_swap(r, &few);
            return;
        }
    }
    int64_t by = 2 * (c->prec + 1) - a->digits;
    by += (a->exp - by) & 1;
    VV_DEC_AUTO(c, n);
    VV_DEC_AUTO(c, s);
    int64_t exp = (a->exp - by) / 2;
    int lost = 0;
    if (by >= 0) {
        if (!vv_dec_shift_left(c, &n, a, by)) {
            vv_dec_set_nan(r);
            return;
        }
    } else {
        if (!vv_dec_copy(c, &n, a)) {
            vv_dec_set_nan(r);
            return;
        }
        lost = vv_dec_shift_right(&n, -by);
    }
    bool exact = root_of(&s, &n, c) && lost == 0;
    if (vv_dec_is_special(&s)) {
        vv_dec_set_nan(r);
        return;
    }
    if (!exact) {
        if (s.limb[0] % 5 == 0)
            s.limb[0]++; /* ends in 0 or 5: no carry */
    } else if (exp < ideal) {
        int64_t zeros = vv_dec_trailing_zeros(&s);
        zeros = zeros < ideal - exp ? zeros : ideal - exp;
        (void)vv_dec_shift_right(&s, zeros);
        exp += zeros;
    } else if (exp > ideal) {
        if (!vv_dec_shift_left(c, &s, &s, exp - ideal)) {
            vv_dec_set_nan(r);
            return;
        }
        exp = ideal;
    }
    s.exp = exp;
    s.sign = 0;
    uint8_t round = c->round;
    c->round = VV_DEC_HALF_EVEN;
    vv_dec_finish(&s, c);
    c->round = round;
    vv_dec_swap(r, &s);
}

/* ---- series; each has a relative error below 10**-prec ---- */

typedef void approximation(vv_dec *r, const vv_dec *a, int64_t prec, vv_dec_ctx *c);

static int64_t whole_root(int64_t n) {
    return (int64_t)sqrt((double)n);
}

/* exp(x) = exp(x / 10**t) ** (10**t), the inner one by its power series. */
static void exp_series(vv_dec *r, const vv_dec *x, int64_t prec, vv_dec_ctx *c) {
    int64_t adjusted = vv_dec_adjusted(x), t = adjusted + 2 + whole_root(prec) / 8;
    if (t < 0)
        t = 0;
    vv_dec_ctx w = vv_dec_work_ctx(c, prec + t + 6), wide = vv_dec_work_ctx(c, w.prec + 9);
    VV_DEC_AUTO(c, small);
    VV_DEC_AUTO(c, sum);
    VV_DEC_AUTO(c, one);
    VV_DEC_AUTO(c, y);
    if (!vv_dec_copy(&w, &small, x)) {
        c->status |= VV_DEC_MALLOC;
        vv_dec_set_nan(r);
        return;
    }
    small.exp -= t;
    vv_dec_finish(&small, &w);
    double below = (double)(t - adjusted - 1), size = 0; /* |small| < 10 ** -below */
    uint32_t terms = 1;
    while (size < (double)(w.prec + 1)) {
        size += below + log10(terms);
        terms++;
    }
    vv_dec_set_small(&one, 0, 1, 0);
    vv_dec_set_small(&sum, 0, 1, 0);
    for (uint32_t k = terms; k > 0; k--) {
        vv_dec_mul(&y, &small, &sum, &wide);
        if (!vv_dec_is_special(&y) && y.digits < wide.prec) { /* room for the quotient's digits */
            int64_t by = wide.prec - y.digits;
            if (vv_dec_shift_left(&wide, &y, &y, by))
                y.exp -= by;
        }
        vv_dec_div_small(&y, k, &wide);
        vv_dec_add(&sum, &one, &y, &w);
    }
    for (; t > 0; t--) {
        vv_dec_mul(&y, &sum, &sum, &w);
        vv_dec_mul(&y, &y, &y, &w);
        vv_dec_mul(&y, &y, &sum, &w);
        vv_dec_mul(&sum, &y, &y, &w);
    }
    c->status |= (w.status | wide.status) & VV_DEC_MALLOC;
    vv_dec_swap(r, &sum);
}

/* r += times * artanh(1 / n) in units of 10**-digits. */
static void add_artanh(vv_dec *r, uint32_t times, uint32_t n, int64_t digits, vv_dec_ctx *w) {
    VV_DEC_AUTO(w, power);
    VV_DEC_AUTO(w, term);
    VV_DEC_AUTO(w, factor);
    vv_dec_power_of_ten(w, &power, digits);
    vv_dec_set_small(&factor, 0, times, 0);
    vv_dec_mul(&power, &power, &factor, w);
    vv_dec_div_small(&power, n, w);
    for (uint32_t k = 1; !vv_dec_is_special(&power) && !vv_dec_is_zero(&power); k += 2) {
        if (!vv_dec_copy(w, &term, &power))
            break;
        vv_dec_div_small(&term, k, w);
        vv_dec_add(r, r, &term, w);
        vv_dec_div_small(&power, n * n, w);
    }
}

/* ln 10 = 46 artanh(1/31) + 34 artanh(1/49) + 20 artanh(1/161) (found like J. Machin's formula for pi). */
static void ln_ten(vv_dec *r, int64_t prec, vv_dec_ctx *c) {
    vv_dec_ctx w = vv_dec_max_ctx(c->t);
    vv_dec_set_small(r, 0, 0, 0);
    add_artanh(r, 46, 31, prec + 8, &w);
    add_artanh(r, 34, 49, prec + 8, &w);
    add_artanh(r, 20, 161, prec + 8, &w);
    if (!vv_dec_is_special(r))
        r->exp = -(prec + 8);
    c->status |= w.status & VV_DEC_MALLOC;
}

/* ln(m * 10**e) = 2**(k+1) artanh((s - 1) / (s + 1)) + e ln 10, s being the 2**k-th root of m. */
static void ln_series(vv_dec *r, const vv_dec *a, int64_t prec, vv_dec_ctx *c) {
    VV_DEC_AUTO(c, m);
    VV_DEC_AUTO(c, z);
    VV_DEC_AUTO(c, y);
    VV_DEC_AUTO(c, one);
    vv_dec_ctx w = vv_dec_max_ctx(c->t);
    int64_t e = vv_dec_adjusted(a);
    if (!vv_dec_copy(&w, &m, a)) {
        c->status |= VV_DEC_MALLOC;
        vv_dec_set_nan(r);
        return;
    }
    m.sign = 0;
    if (vv_dec_digit(&m, m.digits - 1) >= 3)
        e++;
    m.exp -= e;
    vv_dec_set_small(&one, 0, 1, 0);
    vv_dec_sub(&z, &m, &one, &w);
    int64_t roots = 0, near = vv_dec_is_zero(&z) ? 2 : -vv_dec_adjusted(&z);
    if (near < 2)
        roots = 4 + whole_root(prec) / 3;
    if (roots > 50)
        roots = 50;
    w = vv_dec_work_ctx(c, prec + 12 + roots / 3);
    for (int64_t k = 0; k < roots; k++)
        vv_dec_sqrt(&m, &m, &w);
    vv_dec_sub(&z, &m, &one, &w);
    vv_dec_add(&y, &m, &one, &w);
    vv_dec_div(&z, &z, &y, &w);
    VV_DEC_AUTO(c, sum);
    vv_dec_set_small(&sum, 0, 0, 0);
    if (!vv_dec_is_special(&z) && !vv_dec_is_zero(&z)) {
        int64_t terms = w.prec / (2 * -(vv_dec_adjusted(&z) + 1)) + 2;
        VV_DEC_AUTO(c, square);
        vv_dec_mul(&square, &z, &z, &w);
        for (int64_t k = terms; k >= 0; k--) {
            vv_dec_power_of_ten(&w, &y, w.prec);
            vv_dec_div_small(&y, (uint32_t)(2 * k + 1), &w);
            if (!vv_dec_is_special(&y))
                y.exp = -w.prec;
            vv_dec_mul(&sum, &sum, &square, &w);
            vv_dec_add(&sum, &sum, &y, &w);
        }
        vv_dec_mul(&sum, &sum, &z, &w);
        vv_dec_set_u64(&w, &y, 0, UINT64_C(2) << roots, 0);
        vv_dec_mul(&sum, &sum, &y, &w);
    }
    if (e != 0) {
        ln_ten(&y, w.prec, &w);
        vv_dec_set_u64(&w, &z, e < 0, (uint64_t)(e < 0 ? -e : e), 0);
        vv_dec_mul(&y, &y, &z, &w);
        vv_dec_add(&sum, &sum, &y, &w);
    }
    c->status |= w.status & VV_DEC_MALLOC;
    vv_dec_swap(r, &sum);
}

static void log10_series(vv_dec *r, const vv_dec *a, int64_t prec, vv_dec_ctx *c) {
    vv_dec_ctx w = vv_dec_work_ctx(c, prec + 6);
    VV_DEC_AUTO(c, ten);
    VV_DEC_AUTO(c, y);
    ln_series(&y, a, prec + 4, &w);
    ln_ten(&ten, prec + 6, &w);
    vv_dec_div(r, &y, &ten, &w);
    c->status |= w.status & VV_DEC_MALLOC;
}

/* The approximation rounded correctly, half even, with all digits the context has. */
static void round_correctly(vv_dec *r, const vv_dec *a, approximation *f, vv_dec_ctx *c) {
    VV_DEC_AUTO(c, y);
    VV_DEC_AUTO(c, low);
    VV_DEC_AUTO(c, high);
    VV_DEC_AUTO(c, error);
    for (int64_t more = 3;; more += 3 + more) {
        f(&y, a, c->prec + more, c);
        if ((c->status & VV_DEC_MALLOC) != 0) {
            vv_dec_set_nan(r);
            return;
        }
        vv_dec_ctx w = vv_dec_work_ctx(c, c->prec);
        vv_dec_set_small(&error, 0, 1, vv_dec_adjusted(&y) + 1 - c->prec - more);
        vv_dec_add(&high, &y, &error, &w);
        vv_dec_sub(&low, &y, &error, &w);
        if ((w.status & VV_DEC_MALLOC) != 0 || vv_dec_compare_values(&low, &high) == 0) {
            c->status |= w.status & VV_DEC_MALLOC;
            break;
        }
    }
    int64_t pad = c->prec - low.digits;
    if (vv_dec_is_special(&low) || (pad > 0 && !vv_dec_shift_left(c, &low, &low, pad))) {
        vv_dec_set_nan(r);
        return;
    }
    if (pad > 0)
        low.exp -= pad;
    c->status |= VV_DEC_INEXACT | VV_DEC_ROUNDED;
    if (vv_dec_adjusted(&low) < c->emin)
        c->status |= VV_DEC_UNDERFLOW | VV_DEC_SUBNORMAL;
    uint8_t round = c->round;
    c->round = VV_DEC_HALF_EVEN;
    vv_dec_finish(&low, c);
    c->round = round;
    vv_dec_swap(r, &low);
}

/* 1.000... with all digits of the context. */
static void padded_one(vv_dec *r, int sign, vv_dec_ctx *c) {
    int64_t by = c->prec - 1;
    vv_dec_power_of_ten(c, r, by);
    if (!vv_dec_is_special(r)) {
        r->exp = -by;
        r->sign = (uint8_t)sign;
    }
}

void vv_dec_exp(vv_dec *r, const vv_dec *a, vv_dec_ctx *c) {
    if (vv_dec_check_nans(r, a, NULL, c))
        return;
    if (a->kind == VV_DEC_INF) {
        if (a->sign != 0)
            vv_dec_set_small(r, 0, 0, 0);
        else
            vv_dec_set_inf(r, 0);
        return;
    }
    if (vv_dec_is_zero(a)) {
        vv_dec_set_small(r, 0, 1, 0);
        return;
    }
    int64_t adjusted = vv_dec_adjusted(a);
    if (adjusted < -c->prec - 1) {
        padded_one(r, 0, c);
        c->status |= VV_DEC_INEXACT | VV_DEC_ROUNDED;
        return;
    }
    if (adjusted >= 19) {
        vv_dec_set_small(r, 0, 1, a->sign != 0 ? vv_dec_etiny(c) - 1 : INT64_C(2000000000000000000));
        uint8_t round = c->round;
        c->round = VV_DEC_HALF_EVEN;
        vv_dec_finish(r, c);
        c->round = round;
        return;
    }
    round_correctly(r, a, exp_series, c);
}

static bool is_power_of_ten(const vv_dec *a) {
    return vv_dec_digit(a, a->digits - 1) == 1 && vv_dec_trailing_zeros(a) == a->digits - 1;
}

static void logarithm(vv_dec *r, const vv_dec *a, approximation *f, vv_dec_ctx *c) {
    if (vv_dec_check_nans(r, a, NULL, c))
        return;
    if (vv_dec_is_zero(a)) {
        vv_dec_set_inf(r, 1);
    } else if (a->sign != 0) {
        vv_dec_error(c, r, VV_DEC_INVALID);
    } else if (a->kind == VV_DEC_INF) {
        vv_dec_set_inf(r, 0);
    } else if (is_power_of_ten(a) && (f == log10_series || vv_dec_adjusted(a) == 0)) {
        int64_t adjusted = vv_dec_adjusted(a);
        vv_dec_set_u64(c, r, adjusted < 0, (uint64_t)(adjusted < 0 ? -adjusted : adjusted), 0);
        if (f != log10_series)
            return;
        uint8_t round = c->round;
        c->round = VV_DEC_HALF_EVEN;
        vv_dec_finish(r, c);
        c->round = round;
    } else {
        round_correctly(r, a, f, c);
    }
}

void vv_dec_ln(vv_dec *r, const vv_dec *a, vv_dec_ctx *c) {
    logarithm(r, a, ln_series, c);
}

void vv_dec_log10(vv_dec *r, const vv_dec *a, vv_dec_ctx *c) {
    logarithm(r, a, log10_series, c);
}

/* ---- powers ---- */

static int64_t count_digits(int64_t n) {
    int64_t count = 1;
    while (n >= 10)
        n /= 10, count++;
    return count;
}

/* |log10 a| is at least 10 to the power of this, for a neither 0 nor 1. */
static int64_t lower_bound_of_log(const vv_dec *a, vv_dec_ctx *c) {
    int64_t adjusted = vv_dec_adjusted(a);
    if (adjusted > 0)
        return count_digits(adjusted) - 1;
    if (adjusted < -1)
        return count_digits(-adjusted - 1) - 1;
    vv_dec_ctx w = vv_dec_max_ctx(c->t);
    VV_DEC_AUTO(c, one);
    VV_DEC_AUTO(c, gap);
    vv_dec_set_small(&one, a->sign, 1, 0);
    vv_dec_sub(&gap, a, &one, &w);
    if (vv_dec_is_special(&gap)) {
        c->status |= VV_DEC_MALLOC;
        return 0;
    }
    return vv_dec_adjusted(&gap) - (adjusted == 0 ? 2 : 1);
}

/* a**n by squaring, from the left where n fits 64 bits, else from the right. */
static void power_whole(vv_dec *r, const vv_dec *a, const vv_dec *b, int sign, vv_dec_ctx *c) {
    vv_dec_ctx w = *c;
    w.status = 0;
    w.prec += b->digits + b->exp + 2;
    w.round = VV_DEC_HALF_EVEN;
    w.clamp = 0;
    VV_DEC_AUTO(c, base);
    VV_DEC_AUTO(c, y);
    VV_DEC_AUTO(c, rest);
    vv_dec_set_small(&y, 0, 1, 0);
    if (b->sign != 0) {
        w.prec++;
        vv_dec_div(&base, &y, a, &w);
        if ((w.status & VV_DEC_ERRORS) != 0) {
            c->status |= w.status;
            vv_dec_set_nan(r);
            return;
        }
    } else if (!vv_dec_copy(&w, &base, a)) {
        c->status |= w.status;
        vv_dec_set_nan(r);
        return;
    }
    int64_t n;
    if (vv_dec_to_i64(b, &n)) {
        n = n < 0 ? -n : n;
        int bit = 62;
        while ((n >> bit & 1) == 0)
            bit--;
        (void)vv_dec_copy(&w, &y, &base);
        while (--bit >= 0) {
            vv_dec_mul(&y, &y, &y, &w);
            if ((n >> bit & 1) != 0)
                vv_dec_mul(&y, &y, &base, &w);
            if (vv_dec_is_special(&y) || (vv_dec_is_zero(&y) && (w.status & VV_DEC_CLAMPED) != 0))
                break;
        }
    } else if (vv_dec_shift_left(&w, &rest, b, b->exp > 0 ? b->exp : 0)) {
        if (b->exp < 0)
            (void)vv_dec_shift_right(&rest, -b->exp);
        rest.exp = 0;
        for (;;) {
            if ((vv_dec_digit(&rest, 0) & 1) != 0) {
                vv_dec_mul(&y, &y, &base, &w);
                if (vv_dec_is_special(&y) || (vv_dec_is_zero(&y) && (w.status & VV_DEC_CLAMPED) != 0))
                    break;
            }
            vv_dec_div_small(&rest, 2, &w);
            if (vv_dec_is_zero(&rest))
                break;
            vv_dec_mul(&base, &base, &base, &w);
        }
    }
    c->status |= w.status;
    if (y.kind == VV_DEC_INF) /* the rounding decides what an overflow gives */
        vv_dec_set_small(&y, sign, 1, INT64_C(2000000000000000000));
    y.sign = (uint8_t)sign;
    if ((w.status & VV_DEC_MALLOC) != 0)
        vv_dec_set_nan(&y);
    vv_dec_finish(&y, c);
    vv_dec_swap(r, &y);
}

static void power_real(vv_dec *r, const vv_dec *a, const vv_dec *b, vv_dec_ctx *c) {
    vv_dec_ctx w = vv_dec_work_ctx(c, (a->digits > c->prec ? a->digits : c->prec) + 4 + 19);
    VV_DEC_AUTO(c, y);
    vv_dec_ln(&y, a, &w);
    vv_dec_mul(&y, &y, b, &w);
    vv_dec_exp(&y, &y, &w);
    c->status |= (w.status & VV_DEC_ERRORS) | VV_DEC_INEXACT | VV_DEC_ROUNDED;
    if ((c->status & VV_DEC_MALLOC) != 0) {
        vv_dec_set_nan(r);
        return;
    }
    VV_DEC_AUTO(c, one);
    vv_dec_set_small(&one, 0, 1, 0);
    if (y.kind == VV_DEC_FINITE && vv_dec_compare_values(&y, &one) == 0)
        padded_one(&y, 0, c);
    if (y.kind == VV_DEC_INF)
        vv_dec_set_small(&y, 0, 1, INT64_C(2000000000000000000));
    vv_dec_finish(&y, c);
    vv_dec_swap(r, &y);
}

void vv_dec_power(vv_dec *r, const vv_dec *a, const vv_dec *b, vv_dec_ctx *c) {
    if (vv_dec_check_nans(r, a, b, c))
        return;
    bool whole = vv_dec_is_integer(b);
    int sign = whole && a->sign != 0 && vv_dec_is_odd(b);
    if (vv_dec_is_zero(a)) {
        if (vv_dec_is_zero(b))
            vv_dec_error(c, r, VV_DEC_INVALID);
        else if (b->sign != 0)
            vv_dec_set_inf(r, sign);
        else
            vv_dec_set_small(r, sign, 0, 0);
        return;
    }
    if (a->sign != 0 && !whole) {
        vv_dec_error(c, r, VV_DEC_INVALID);
        return;
    }
    VV_DEC_AUTO(c, one);
    vv_dec_set_small(&one, 0, 1, 0);
    int size = vv_dec_compare_magnitudes(a, &one);
    bool shrinks = (size < 0) != (b->sign != 0);
    if (b->kind == VV_DEC_INF) {
        if (size == 0) {
            padded_one(r, sign, c);
            c->status |= VV_DEC_INEXACT | VV_DEC_ROUNDED;
        } else if (shrinks) {
            vv_dec_set_small(r, sign, 0, 0);
        } else {
            vv_dec_set_inf(r, sign);
        }
        return;
    }
    if (a->kind == VV_DEC_INF) {
        if (vv_dec_is_zero(b))
            vv_dec_set_small(r, sign, 1, 0);
        else if (b->sign != 0)
            vv_dec_set_small(r, sign, 0, 0);
        else
            vv_dec_set_inf(r, sign);
        return;
    }
    if (vv_dec_is_zero(b)) {
        vv_dec_set_small(r, sign, 1, 0);
        return;
    }
    if (size == 0) {
        if (whole && b->sign != 0) {
            vv_dec_set_small(r, sign, 1, 0);
            return;
        }
        int64_t by = c->prec - 1;
        if (whole) { /* 1.0**3 is 1.000 */
            VV_DEC_AUTO(c, places);
            VV_DEC_AUTO(c, product);
            vv_dec_set_u64(c, &places, 0, (uint64_t)-a->exp, 0);
            vv_dec_ctx w = vv_dec_work_ctx(c, 60);
            int64_t wanted;
            vv_dec_mul(&product, b, &places, &w);
            if (vv_dec_to_i64(&product, &wanted) && wanted <= by)
                by = wanted;
            else
                c->status |= VV_DEC_ROUNDED;
        } else {
            c->status |= VV_DEC_INEXACT | VV_DEC_ROUNDED;
        }
        vv_dec_power_of_ten(c, r, by);
        if (!vv_dec_is_special(r)) {
            r->exp = -by;
            r->sign = (uint8_t)sign;
        }
        return;
    }
    int64_t bound = vv_dec_adjusted(b) + lower_bound_of_log(a, c);
    if (bound > count_digits(shrinks ? -vv_dec_etiny(c) : c->emax)) {
        vv_dec_set_small(r, sign, 1, shrinks ? vv_dec_etiny(c) - 1 : INT64_C(2000000000000000000));
        vv_dec_finish(r, c);
        return;
    }
    if (whole)
        power_whole(r, a, b, sign, c);
    else
        power_real(r, a, b, c);
}

/* The size of an integer as an int; `scaled`: else of its coefficient. */
static vv_owned whole_size(const vv_dec *x, bool scaled, vv_dec_ctx *c) {
    VV_DEC_AUTO(c, y);
    if (!vv_dec_copy(c, &y, x))
        return NULL;
    y.sign = 0;
    if (!scaled)
        y.exp = 0;
    return vv_dec_to_int(c->t, &y);
}

void vv_dec_powmod(vv_dec *r, const vv_dec *a, const vv_dec *b, const vv_dec *m, vv_dec_ctx *c) {
    if (vv_dec_is_special(a) || vv_dec_is_special(b) || vv_dec_is_special(m)) {
        bool decided = a->kind != VV_DEC_SNAN && b->kind != VV_DEC_SNAN && m->kind == VV_DEC_SNAN
                           ? vv_dec_check_nans(r, m, NULL, c)
                           : vv_dec_check_nans(r, a, b, c) || vv_dec_check_nans(r, m, NULL, c);
        if (!decided)
            vv_dec_error(c, r, VV_DEC_INVALID);
        return;
    }
    if (!vv_dec_is_integer(a) || !vv_dec_is_integer(b) || !vv_dec_is_integer(m) || vv_dec_is_zero(m) ||
        m->digits + m->exp > c->prec || (b->sign != 0 && !vv_dec_is_zero(b)) || (vv_dec_is_zero(a) && vv_dec_is_zero(b))) {
        vv_dec_error(c, r, VV_DEC_INVALID);
        return;
    }
    uint8_t sign = a->sign != 0 && vv_dec_is_odd(b);
    /* |a| modulo |m| without writing out its zeros; the power in two steps: first to b's coefficient, then to 10**b's exponent */
    VV_AUTO modulus = {c->t, whole_size(m, true, c)};
    VV_AUTO ten = {c->t, modulus.o == NULL ? NULL : vv_int_new(c->t, 10)};
    VV_AUTO power = {c->t, ten.o == NULL ? NULL : whole_size(a, a->exp < 0, c)};
    VV_AUTO exponent = {c->t, power.o == NULL ? NULL : whole_size(b, b->exp < 0, c)};
    if (exponent.o != NULL && a->exp > 0) {
        VV_AUTO places = {c->t, vv_int_new(c->t, a->exp)};
        VV_AUTO factor = {c->t, places.o == NULL ? NULL : vv_int_pow(c->t, ten.o, places.o, modulus.o)};
        vv_setref_take(c->t, &power.o, factor.o == NULL ? NULL : vv_int_mul(c->t, power.o, factor.o));
    }
    if (exponent.o == NULL)
        vv_clearref(c->t, &power.o);
    if (power.o != NULL)
        vv_setref_take(c->t, &power.o, vv_int_pow(c->t, power.o, exponent.o, modulus.o));
    for (int64_t k = 0; power.o != NULL && k < b->exp; k++)
        vv_setref_take(c->t, &power.o, vv_int_pow(c->t, power.o, ten.o, modulus.o));
    if (power.o == NULL) {
        c->status |= VV_DEC_MALLOC;
        vv_dec_set_nan(r);
        return;
    }
    vv_dec_from_int(c, r, power.o);
    r->sign = sign;
}
