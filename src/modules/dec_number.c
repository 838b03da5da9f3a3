/* dec_number.c - decimal numbers: storage, rounding, and the four operations.
 *
 * Long products are halved by Karatsuba's method, long division is D. E. Knuth's algorithm D (The Art of Computer Programming,
 * vol. 2, 4.3.1), both in base 10**9.
 */
#include "modules/dec.h"

#include <string.h>

#include "base/bignum.h"
#include "object/alloc.h"
#include "object/error.h"
#include "types/int.h"
#include "types/int_large.h"

static const uint32_t pow10[10] = {1, 10, 100, 1000, 10000, 100000, 1000000, 10000000, 100000000, 1000000000};

/* ---- storage ---- */

bool vv_dec_reserve(vv_dec_ctx *c, vv_dec *x, size_t limbs) {
    if (x->limb == NULL) {
        x->limb = x->local;
        x->capacity = VV_DEC_INLINE;
    }
    if (limbs <= x->capacity)
        return true;
    uint32_t *fresh = limbs > SIZE_MAX / 8 ? NULL : vv_alloc(c->t, limbs * sizeof *fresh);
    if (fresh == NULL) {
        if (c->t->exc == NULL)
            (void)!vv_raise_memory(c->t);
        c->status |= VV_DEC_MALLOC;
        vv_dec_set_nan(x);
        return false;
    }
    memcpy(fresh, x->limb, x->length * sizeof *fresh);
    if (x->limb != x->local)
        vv_free(c->t, x->limb);
    x->limb = fresh;
    x->capacity = limbs;
    return true;
}

void vv_dec_release(vv_thread *t, vv_dec *x) {
    if (x->limb != NULL && x->limb != x->local)
        vv_free(t, x->limb);
    x->limb = NULL;
    x->length = x->capacity = 0;
}

void vv_dec_set_small(vv_dec *x, int sign, uint32_t value, int64_t exp) {
    if (x->limb == NULL) {
        x->limb = x->local;
        x->capacity = VV_DEC_INLINE;
    }
    x->kind = VV_DEC_FINITE;
    x->sign = (uint8_t)sign;
    x->limb[0] = value;
    x->length = 1;
    x->exp = exp;
    vv_dec_measure(x);
}

void vv_dec_set_u64(vv_dec_ctx *c, vv_dec *x, int sign, uint64_t value, int64_t exp) {
    if (!vv_dec_reserve(c, x, 3))
        return;
    x->kind = VV_DEC_FINITE;
    x->sign = (uint8_t)sign;
    x->exp = exp;
    for (x->length = 0; x->length < 3; value /= VV_DEC_BASE)
        x->limb[x->length++] = (uint32_t)(value % VV_DEC_BASE);
    vv_dec_measure(x);
}

void vv_dec_set_inf(vv_dec *x, int sign) {
    x->kind = VV_DEC_INF;
    x->sign = (uint8_t)sign;
    x->length = 0;
    x->exp = x->digits = 0;
}

void vv_dec_set_nan(vv_dec *x) {
    vv_dec_set_inf(x, 0);
    x->kind = VV_DEC_NAN;
}

void vv_dec_error(vv_dec_ctx *c, vv_dec *x, uint32_t condition) {
    vv_dec_set_nan(x);
    c->status |= condition;
}

bool vv_dec_copy(vv_dec_ctx *c, vv_dec *r, const vv_dec *a) {
    if (r == a)
        return true;
    if (!vv_dec_reserve(c, r, a->length))
        return false;
    if (a->length > 0)
        memcpy(r->limb, a->limb, a->length * sizeof *r->limb);
    r->length = a->length;
    r->exp = a->exp;
    r->digits = a->digits;
    r->sign = a->sign;
    r->kind = a->kind;
    return true;
}

void vv_dec_swap(vv_dec *a, vv_dec *b) {
    bool local_a = a->limb == a->local, local_b = b->limb == b->local;
    vv_dec old = *a;
    vv_thread *t = b->t;
    *a = *b;
    a->t = old.t;
    *b = old;
    b->t = t;
    if (local_b)
        a->limb = a->local;
    if (local_a)
        b->limb = b->local;
}

static int limb_digits(uint32_t limb) {
    int n = 1;
    while (n < VV_DEC_LIMB_DIGITS && limb >= pow10[n])
        n++;
    return n;
}

void vv_dec_measure(vv_dec *x) {
    while (x->length > 1 && x->limb[x->length - 1] == 0)
        x->length--;
    x->digits = x->length == 0 ? 0 : (int64_t)(x->length - 1) * VV_DEC_LIMB_DIGITS + limb_digits(x->limb[x->length - 1]);
}

/* A payload of zero is none. */
static void trim_payload(vv_dec *x) {
    vv_dec_measure(x);
    if (x->length == 1 && x->limb[0] == 0)
        x->length = 0, x->digits = 0;
}

static bool too_large(vv_dec_ctx *c, vv_dec *x, int64_t digits) {
    if (digits < INT64_C(9) * (INT32_MAX / 8))
        return false;
    (void)!vv_raise_memory(c->t);
    c->status |= VV_DEC_MALLOC;
    vv_dec_set_nan(x);
    return true;
}

bool vv_dec_shift_left(vv_dec_ctx *c, vv_dec *r, const vv_dec *a, int64_t n) {
    if (n == 0 || vv_dec_is_zero(a) || vv_dec_is_special(a))
        return vv_dec_copy(c, r, a);
    if (too_large(c, r, n))
        return false;
    size_t whole = (size_t)(n / VV_DEC_LIMB_DIGITS), length = a->length;
    if (!vv_dec_reserve(c, r, length + whole + 1))
        return false;
    const uint32_t *from = a->limb;
    uint32_t *to = r->limb;
    int part = (int)(n % VV_DEC_LIMB_DIGITS);
    if (part == 0) {
        memmove(to + whole, from, length * sizeof *to);
        to[whole + length] = 0;
    } else {
        uint32_t times = pow10[part], cut = pow10[VV_DEC_LIMB_DIGITS - part], above = 0;
        for (size_t k = length; k-- > 0;) {
            uint32_t limb = from[k];
            to[whole + k + 1] = above + limb / cut;
            above = limb % cut * times;
        }
        to[whole] = above;
    }
    memset(to, 0, whole * sizeof *to);
    r->length = whole + length + 1;
    r->kind = a->kind;
    r->sign = a->sign;
    r->exp = a->exp;
    vv_dec_measure(r);
    return true;
}

int vv_dec_digit(const vv_dec *x, int64_t place) {
    size_t at = (size_t)(place / VV_DEC_LIMB_DIGITS);
    return place < 0 || at >= x->length ? 0 : (int)(x->limb[at] / pow10[place % VV_DEC_LIMB_DIGITS] % 10);
}

int vv_dec_shift_right(vv_dec *x, int64_t n) {
    if (n <= 0 || vv_dec_is_special(x))
        return 0;
    int first = n > x->digits ? 0 : vv_dec_digit(x, n - 1);
    bool more = false;
    int64_t below = n - 1 > x->digits ? x->digits : n - 1; /* digits below the first one dropped */
    size_t k = 0;
    for (; !more && (int64_t)(k + 1) * VV_DEC_LIMB_DIGITS <= below; k++)
        more = x->limb[k] != 0;
    if (!more && k < x->length)
        more = x->limb[k] % pow10[below - (int64_t)k * VV_DEC_LIMB_DIGITS] != 0;
    if (n >= x->digits) {
        x->length = 1;
        x->limb[0] = 0;
    } else {
        size_t whole = (size_t)(n / VV_DEC_LIMB_DIGITS), length = x->length - whole;
        int part = (int)(n % VV_DEC_LIMB_DIGITS);
        if (part == 0) {
            memmove(x->limb, x->limb + whole, length * sizeof *x->limb);
        } else {
            uint32_t cut = pow10[part], times = pow10[VV_DEC_LIMB_DIGITS - part];
            for (size_t i = 0; i < length; i++)
                x->limb[i] = x->limb[whole + i] / cut + (i + 1 < length ? x->limb[whole + i + 1] % cut * times : 0);
        }
        x->length = length;
    }
    vv_dec_measure(x);
    return more && first % 5 == 0 ? first + 1 : first;
}

static bool add_one(vv_dec *x, vv_dec_ctx *c) {
    for (size_t k = 0; k < x->length; k++) {
        if (++x->limb[k] < VV_DEC_BASE)
            goto done;
        x->limb[k] = 0;
    }
    if (!vv_dec_reserve(c, x, x->length + 1))
        return false;
    x->limb[x->length++] = 1;
done:
    vv_dec_measure(x);
    return true;
}

void vv_dec_round_up_by(vv_dec *x, int rest, vv_dec_ctx *c) {
    bool up = false;
    switch (c->round) {
    case VV_DEC_UP:
        up = rest != 0;
        break;
    case VV_DEC_CEILING:
        up = rest != 0 && x->sign == 0;
        break;
    case VV_DEC_FLOOR:
        up = rest != 0 && x->sign != 0;
        break;
    case VV_DEC_HALF_UP:
        up = rest >= 5;
        break;
    case VV_DEC_HALF_DOWN:
        up = rest > 5;
        break;
    case VV_DEC_HALF_EVEN:
        up = rest > 5 || (rest == 5 && (x->limb[0] & 1) != 0);
        break;
    case VV_DEC_05UP:
        up = rest != 0 && x->limb[0] % 5 == 0;
        break;
    default:
        break;
    }
    if (up)
        (void)add_one(x, c);
}

void vv_dec_power_of_ten(vv_dec_ctx *c, vv_dec *x, int64_t n) {
    vv_dec_set_small(x, 0, 1, 0);
    (void)vv_dec_shift_left(c, x, x, n);
}

void vv_dec_ones(vv_dec_ctx *c, vv_dec *x, int64_t n) {
    vv_dec_power_of_ten(c, x, n);
    for (size_t k = 0; k < x->length; k++)
        if (x->limb[k] != 0) {
            x->limb[k]--;
            break;
        } else {
            x->limb[k] = VV_DEC_BASE - 1;
        }
    if (x->kind == VV_DEC_FINITE)
        vv_dec_measure(x);
}

/* Exponents beyond the context's bounds. */
static void check_exponent(vv_dec *x, vv_dec_ctx *c) {
    int64_t adjusted = vv_dec_adjusted(x);
    if (adjusted > c->emax) {
        if (vv_dec_is_zero(x)) {
            x->exp = c->clamp ? vv_dec_etop(c) : c->emax;
            c->status |= VV_DEC_CLAMPED;
            return;
        }
        c->status |= VV_DEC_OVERFLOW | VV_DEC_INEXACT | VV_DEC_ROUNDED;
        if (c->round == VV_DEC_DOWN || c->round == VV_DEC_05UP || c->round == (x->sign != 0 ? VV_DEC_CEILING : VV_DEC_FLOOR)) {
            uint8_t sign = x->sign;
            vv_dec_ones(c, x, c->prec);
            x->sign = sign;
            if (x->kind == VV_DEC_FINITE)
                x->exp = vv_dec_etop(c);
        } else {
            vv_dec_set_inf(x, x->sign);
        }
    } else if (c->clamp && x->exp > vv_dec_etop(c)) {
        int64_t by = x->exp - vv_dec_etop(c);
        if (!vv_dec_shift_left(c, x, x, by))
            return;
        x->exp -= by;
        c->status |= VV_DEC_CLAMPED;
        if (!vv_dec_is_zero(x) && adjusted < c->emin)
            c->status |= VV_DEC_SUBNORMAL;
    } else if (adjusted < c->emin) {
        int64_t etiny = vv_dec_etiny(c);
        if (vv_dec_is_zero(x)) {
            if (x->exp < etiny) {
                x->exp = etiny;
                c->status |= VV_DEC_CLAMPED;
            }
            return;
        }
        c->status |= VV_DEC_SUBNORMAL;
        if (x->exp < etiny) {
            int rest = vv_dec_shift_right(x, etiny - x->exp);
            x->exp = etiny;
            vv_dec_round_up_by(x, rest, c);
            c->status |= VV_DEC_ROUNDED;
            if (rest != 0) {
                c->status |= VV_DEC_INEXACT | VV_DEC_UNDERFLOW;
                if (vv_dec_is_zero(x))
                    c->status |= VV_DEC_CLAMPED;
            }
        }
    }
}

void vv_dec_finish(vv_dec *x, vv_dec_ctx *c) {
    if (vv_dec_is_special(x)) {
        int64_t most = c->prec - c->clamp;
        if (vv_dec_is_nan(x) && x->digits > most) { /* the last digits of the payload stay */
            size_t keep = (size_t)(most / VV_DEC_LIMB_DIGITS);
            x->length = keep + 1 < x->length ? keep + 1 : x->length;
            if (keep < x->length)
                x->limb[keep] %= pow10[most % VV_DEC_LIMB_DIGITS];
            trim_payload(x);
        }
        return;
    }
    check_exponent(x, c);
    if (vv_dec_is_special(x) || x->digits <= c->prec)
        return;
    int64_t by = x->digits - c->prec;
    int rest = vv_dec_shift_right(x, by);
    x->exp += by;
    vv_dec_round_up_by(x, rest, c);
    c->status |= VV_DEC_ROUNDED | (rest != 0 ? VV_DEC_INEXACT : 0);
    if (!vv_dec_is_special(x) && x->digits > c->prec) { /* 999 became 1000 */
        (void)vv_dec_shift_right(x, 1);
        x->exp++;
        check_exponent(x, c);
    }
}

int64_t vv_dec_trailing_zeros(const vv_dec *x) {
    int64_t n = 0;
    size_t k = 0;
    while (k + 1 < x->length && x->limb[k] == 0)
        k++;
    n = (int64_t)k * VV_DEC_LIMB_DIGITS;
    for (uint32_t limb = x->limb[k]; limb != 0 && limb % 10 == 0; limb /= 10)
        n++;
    return n;
}

bool vv_dec_is_integer(const vv_dec *x) {
    return x->kind == VV_DEC_FINITE && (x->exp >= 0 || vv_dec_is_zero(x) || vv_dec_trailing_zeros(x) >= -x->exp);
}

bool vv_dec_is_odd(const vv_dec *x) {
    return x->exp <= 0 && (vv_dec_digit(x, -x->exp) & 1) != 0;
}

bool vv_dec_check_nans(vv_dec *r, const vv_dec *a, const vv_dec *b, vv_dec_ctx *c) {
    const vv_dec *which = a->kind == VV_DEC_SNAN                  ? a
                          : b != NULL && b->kind == VV_DEC_SNAN ? b
                          : a->kind == VV_DEC_NAN                 ? a
                          : b != NULL && b->kind == VV_DEC_NAN  ? b
                                                                  : NULL;
    if (which == NULL)
        return false;
    if (which->kind == VV_DEC_SNAN)
        c->status |= VV_DEC_INVALID;
    if (vv_dec_copy(c, r, which)) {
        r->kind = VV_DEC_NAN;
        vv_dec_finish(r, c);
    }
    return true;
}

/* ---- limbs ---- */

/* -1, 0, 1 of two coefficients. */
static int compare_limbs(const uint32_t *a, size_t na, const uint32_t *b, size_t nb) {
    if (na != nb)
        return na < nb ? -1 : 1;
    for (size_t k = na; k-- > 0;)
        if (a[k] != b[k])
            return a[k] < b[k] ? -1 : 1;
    return 0;
}

/* r[0..na] = a + b, na >= nb. */
static void add_limbs(uint32_t *r, const uint32_t *a, size_t na, const uint32_t *b, size_t nb) {
    uint32_t carry = 0;
    for (size_t k = 0; k < na; k++) {
        uint32_t sum = a[k] + (k < nb ? b[k] : 0) + carry;
        carry = sum >= VV_DEC_BASE;
        r[k] = carry ? sum - VV_DEC_BASE : sum;
    }
    r[na] = carry;
}

/* r[0..na-1] = a - b, a >= b. */
static void sub_limbs(uint32_t *r, const uint32_t *a, size_t na, const uint32_t *b, size_t nb) {
    uint32_t borrow = 0;
    for (size_t k = 0; k < na; k++) {
        uint32_t take = (k < nb ? b[k] : 0) + borrow;
        borrow = a[k] < take;
        r[k] = a[k] + (borrow ? VV_DEC_BASE : 0) - take;
    }
}

/* Products by columns: a column's sum is held below 2**64 by moving multiples of 8 * 10**18 into `extra`. */
static void mul_columns(uint32_t *r, const uint32_t *a, size_t na, const uint32_t *b, size_t nb) {
    const uint64_t most = UINT64_C(8000000000000000000);
    uint64_t sum = 0;
    for (size_t k = 0; k < na + nb - 1; k++) {
        uint64_t extra = 0;
        size_t first = k < nb ? 0 : k - nb + 1, last = k < na ? k : na - 1;
        for (size_t i = first; i <= last; i++) {
            sum += (uint64_t)a[i] * b[k - i];
            if (sum >= most) {
                sum -= most;
                extra += UINT64_C(8000000000);
            }
        }
        r[k] = (uint32_t)(sum % VV_DEC_BASE);
        sum = sum / VV_DEC_BASE + extra;
    }
    r[na + nb - 1] = (uint32_t)sum;
}

enum { KARATSUBA = 40 };

/* Adds n limbs of a into r in place; the carry goes on as far as it must. */
static void add_into(uint32_t *r, const uint32_t *a, size_t n) {
    uint32_t carry = 0;
    for (size_t k = 0; k < n || carry != 0; k++) {
        uint32_t sum = r[k] + (k < n ? a[k] : 0) + carry;
        carry = sum >= VV_DEC_BASE;
        r[k] = carry ? sum - VV_DEC_BASE : sum;
    }
}

static void sub_from(uint32_t *r, const uint32_t *a, size_t n) {
    uint32_t borrow = 0;
    for (size_t k = 0; k < n || borrow != 0; k++) {
        uint32_t take = (k < n ? a[k] : 0) + borrow;
        borrow = r[k] < take;
        r[k] = r[k] + (borrow ? VV_DEC_BASE : 0) - take;
    }
}

static size_t square_scratch(size_t n) {
    return 6 * n + 64 * 8;
}

/* Two factors of n limbs each; scratch for square_scratch(n) limbs. The depth is the logarithm of n. */
static void mul_equal(uint32_t *r, const uint32_t *a, const uint32_t *b, size_t n, uint32_t *scratch) {
    if (n < KARATSUBA) {
        mul_columns(r, a, n, b, n);
        return;
    }
    size_t low = (n + 1) / 2, high = n - low;
    mul_equal(r, a, b, low, scratch);
    mul_equal(r + 2 * low, a + low, b + low, high, scratch);
    uint32_t *sum_a = scratch, *sum_b = sum_a + low + 1, *middle = sum_b + low + 1, *rest = middle + 2 * (low + 1);
    add_limbs(sum_a, a, low, a + low, high);
    add_limbs(sum_b, b, low, b + low, high);
    mul_equal(middle, sum_a, sum_b, low + 1, rest);
    sub_from(middle, r, 2 * low);
    sub_from(middle, r + 2 * low, 2 * high);
    size_t count = 2 * (low + 1);
    while (count > 0 && middle[count - 1] == 0)
        count--;
    add_into(r + low, middle, count);
}

/* r[0..na+nb-1] = a * b; r is neither of them. False without memory. */
static bool mul_limbs(vv_dec_ctx *c, uint32_t *r, const uint32_t *a, size_t na, const uint32_t *b, size_t nb) {
    if (na < nb) {
        const uint32_t *swap = a;
        a = b, b = swap;
        size_t n = na;
        na = nb, nb = n;
    }
    if (nb < KARATSUBA) {
        mul_columns(r, a, na, b, nb);
        return true;
    }
    uint32_t *scratch = vv_alloc(c->t, (square_scratch(nb) + 2 * nb) * sizeof *scratch);
    if (scratch == NULL) {
        c->status |= VV_DEC_MALLOC;
        return false;
    }
    uint32_t *part = scratch + square_scratch(nb);
    memset(r, 0, (na + nb) * sizeof *r);
    for (size_t at = 0; at < na; at += nb) {
        size_t n = na - at < nb ? na - at : nb;
        if (n == nb)
            mul_equal(part, a + at, b, nb, scratch);
        else
            mul_columns(part, b, nb, a + at, n);
        size_t count = n + nb;
        while (count > 0 && part[count - 1] == 0)
            count--;
        add_into(r + at, part, count);
    }
    vv_free(c->t, scratch);
    return true;
}

static uint32_t div_limb(uint32_t *q, const uint32_t *a, size_t n, uint32_t d) {
    uint64_t rest = 0;
    for (size_t k = n; k-- > 0;) {
        rest = rest * VV_DEC_BASE + a[k];
        q[k] = (uint32_t)(rest / d);
        rest %= d;
    }
    return (uint32_t)rest;
}

static void mul_limb(uint32_t *r, const uint32_t *a, size_t n, uint32_t m) { /* r[0..n] */
    uint64_t carry = 0;
    for (size_t k = 0; k < n; k++) {
        carry += (uint64_t)a[k] * m;
        r[k] = (uint32_t)(carry % VV_DEC_BASE);
        carry /= VV_DEC_BASE;
    }
    r[n] = (uint32_t)carry;
}

/* Algorithm D: q[0..na-nb] = u / v for v of nb >= 2 limbs whose top is at least half of the base; u has na + 1 limbs and
 * becomes the remainder. */
static void divide_long(uint32_t *q, uint32_t *u, size_t na, const uint32_t *v, size_t nb) {
    for (size_t j = na - nb + 1; j-- > 0;) {
        uint64_t top = (uint64_t)u[j + nb] * VV_DEC_BASE + u[j + nb - 1];
        uint64_t guess = top / v[nb - 1], rest = top % v[nb - 1];
        while (guess >= VV_DEC_BASE || guess * v[nb - 2] > rest * VV_DEC_BASE + u[j + nb - 2]) {
            guess--;
            rest += v[nb - 1];
            if (rest >= VV_DEC_BASE)
                break;
        }
        uint64_t carry = 0;
        uint32_t borrow = 0;
        for (size_t k = 0; k <= nb; k++) {
            carry += k < nb ? guess * v[k] : 0;
            uint32_t take = (uint32_t)(carry % VV_DEC_BASE) + borrow;
            carry /= VV_DEC_BASE;
            borrow = u[j + k] < take;
            u[j + k] = u[j + k] + (borrow ? VV_DEC_BASE : 0) - take;
        }
        if (borrow != 0) {
            guess--;
            uint32_t over = 0;
            for (size_t k = 0; k <= nb; k++) {
                uint32_t sum = u[j + k] + (k < nb ? v[k] : 0) + over;
                over = sum >= VV_DEC_BASE;
                u[j + k] = over ? sum - VV_DEC_BASE : sum;
            }
        }
        q[j] = (uint32_t)guess;
    }
}

bool vv_dec_divide_coefficients(vv_dec *q, vv_dec *r, const vv_dec *a, const vv_dec *b, vv_dec_ctx *c) {
    VV_DEC_AUTO(c, quotient);
    VV_DEC_AUTO(c, rest);
    VV_DEC_AUTO(c, divisor);
    vv_dec_set_small(&quotient, 0, 0, 0);
    vv_dec_set_small(&rest, 0, 0, 0);
    size_t na = a->length, nb = b->length;
    if (compare_limbs(a->limb, na, b->limb, nb) < 0) {
        if (!vv_dec_copy(c, &rest, a))
            vv_dec_set_nan(&quotient);
    } else if (nb == 1) {
        if (vv_dec_reserve(c, &quotient, na)) {
            rest.limb[0] = div_limb(quotient.limb, a->limb, na, b->limb[0]);
            quotient.length = na;
        }
    } else if (vv_dec_reserve(c, &quotient, na - nb + 1) && vv_dec_reserve(c, &rest, na + 1) && vv_dec_reserve(c, &divisor, nb + 1)) {
        uint32_t scale = VV_DEC_BASE / (b->limb[nb - 1] + 1);
        mul_limb(rest.limb, a->limb, na, scale);
        mul_limb(divisor.limb, b->limb, nb, scale);
        divide_long(quotient.limb, rest.limb, na, divisor.limb, nb);
        quotient.length = na - nb + 1;
        rest.length = nb;
        (void)div_limb(rest.limb, rest.limb, nb, scale);
    }
    if ((c->status & VV_DEC_MALLOC) != 0) {
        vv_dec_set_nan(q);
        if (r != NULL)
            vv_dec_set_nan(r);
        return true;
    }
    quotient.exp = rest.exp = 0;
    vv_dec_measure(&quotient);
    vv_dec_measure(&rest);
    bool exact = vv_dec_is_zero(&rest);
    vv_dec_swap(q, &quotient);
    if (r != NULL)
        vv_dec_swap(r, &rest);
    return exact;
}

void vv_dec_div_small(vv_dec *x, uint32_t d, vv_dec_ctx *c) {
    (void)c;
    if (vv_dec_is_special(x))
        return;
    (void)div_limb(x->limb, x->limb, x->length, d);
    vv_dec_measure(x);
}

/* ---- comparison ---- */

int vv_dec_compare_magnitudes(const vv_dec *a, const vv_dec *b) {
    if (a->kind == VV_DEC_INF || b->kind == VV_DEC_INF)
        return (a->kind == VV_DEC_INF) - (b->kind == VV_DEC_INF);
    bool zero_a = vv_dec_is_zero(a), zero_b = vv_dec_is_zero(b);
    if (zero_a || zero_b)
        return (int)zero_b - (int)zero_a;
    int64_t adj_a = vv_dec_adjusted(a), adj_b = vv_dec_adjusted(b);
    if (adj_a != adj_b)
        return adj_a < adj_b ? -1 : 1;
    if (a->exp == b->exp)
        return compare_limbs(a->limb, a->length, b->limb, b->length);
    /* the same number of digits before the point: nine digits at a time from the top, zeros behind the end */
    int64_t left = a->digits > b->digits ? a->digits : b->digits;
    for (int64_t at = 0; at < left; at += VV_DEC_LIMB_DIGITS) {
        uint32_t x = 0, y = 0;
        for (int64_t k = at; k < at + VV_DEC_LIMB_DIGITS; k++) {
            x = x * 10 + (uint32_t)vv_dec_digit(a, a->digits - 1 - k);
            y = y * 10 + (uint32_t)vv_dec_digit(b, b->digits - 1 - k);
        }
        if (x != y)
            return x < y ? -1 : 1;
    }
    return 0;
}

int vv_dec_compare_values(const vv_dec *a, const vv_dec *b) {
    bool zero_a = vv_dec_is_zero(a), zero_b = vv_dec_is_zero(b);
    if (zero_a && zero_b)
        return 0;
    int sign_a = zero_a ? 0 : a->sign != 0 ? -1 : 1, sign_b = zero_b ? 0 : b->sign != 0 ? -1 : 1;
    if (sign_a != sign_b)
        return sign_a < sign_b ? -1 : 1;
    int order = vv_dec_compare_magnitudes(a, b);
    return sign_a < 0 ? -order : order;
}

/* ---- addition ---- */

static void add_signed(vv_dec *r, const vv_dec *a, const vv_dec *b, uint8_t sign_b, vv_dec_ctx *c) {
    if (vv_dec_is_special(a) || vv_dec_is_special(b)) {
        if (vv_dec_check_nans(r, a, b, c))
            return;
        if (a->kind == VV_DEC_INF && b->kind == VV_DEC_INF && a->sign != sign_b)
            vv_dec_error(c, r, VV_DEC_INVALID);
        else
            vv_dec_set_inf(r, a->kind == VV_DEC_INF ? a->sign : sign_b);
        return;
    }
    uint8_t sign_a = a->sign;
    const vv_dec *big = a, *small = b;
    uint8_t sign_big = sign_a, sign_small = sign_b;
    if (small->exp > big->exp) {
        big = b, small = a;
        sign_big = sign_b, sign_small = sign_a;
    }
    VV_DEC_AUTO(c, tiny);
    VV_DEC_AUTO(c, aligned);
    int64_t exp = small->exp;
    if (big->exp != small->exp && !vv_dec_is_zero(big)) {
        /* what is far below the last place that counts acts like 1 just below it */
        int64_t least = big->exp - 1 + (big->digits > c->prec ? 0 : big->digits - c->prec - 1);
        if (vv_dec_adjusted(small) < least) {
            vv_dec_set_small(&tiny, 0, !vv_dec_is_zero(small), least);
            small = &tiny;
            exp = least;
        }
        if (!vv_dec_shift_left(c, &aligned, big, big->exp - exp)) {
            vv_dec_set_nan(r);
            return;
        }
        big = &aligned;
    }
    VV_DEC_AUTO(c, sum);
    if (compare_limbs(big->limb, big->length, small->limb, small->length) < 0) {
        const vv_dec *swap = big;
        big = small, small = swap;
        uint8_t sign = sign_big;
        sign_big = sign_small, sign_small = sign;
    }
    if (!vv_dec_reserve(c, &sum, big->length + 1)) {
        vv_dec_set_nan(r);
        return;
    }
    sum.length = big->length;
    if (sign_big == sign_small) {
        add_limbs(sum.limb, big->limb, big->length, small->limb, small->length);
        sum.length++;
    } else {
        sub_limbs(sum.limb, big->limb, big->length, small->limb, small->length);
    }
    sum.kind = VV_DEC_FINITE;
    sum.sign = sign_big;
    sum.exp = exp;
    vv_dec_measure(&sum);
    if (vv_dec_is_zero(&sum) && sign_big != sign_small)
        sum.sign = c->round == VV_DEC_FLOOR;
    vv_dec_finish(&sum, c);
    vv_dec_swap(r, &sum);
}

void vv_dec_add(vv_dec *r, const vv_dec *a, const vv_dec *b, vv_dec_ctx *c) {
    add_signed(r, a, b, b->sign, c);
}

void vv_dec_sub(vv_dec *r, const vv_dec *a, const vv_dec *b, vv_dec_ctx *c) {
    add_signed(r, a, b, !b->sign, c);
}

/* ---- products and quotients ---- */

static void multiply(vv_dec *r, const vv_dec *a, const vv_dec *b, vv_dec_ctx *c) { /* not rounded */
    uint8_t sign = a->sign ^ b->sign;
    if (vv_dec_is_special(a) || vv_dec_is_special(b)) {
        if (vv_dec_check_nans(r, a, b, c))
            return;
        if (vv_dec_is_zero(a) || vv_dec_is_zero(b))
            vv_dec_error(c, r, VV_DEC_INVALID);
        else
            vv_dec_set_inf(r, sign);
        return;
    }
    VV_DEC_AUTO(c, product);
    size_t length = a->length + b->length;
    if (!vv_dec_reserve(c, &product, length) || !mul_limbs(c, product.limb, a->limb, a->length, b->limb, b->length)) {
        vv_dec_set_nan(r);
        return;
    }
    product.length = length;
    product.kind = VV_DEC_FINITE;
    product.sign = sign;
    product.exp = a->exp + b->exp;
    vv_dec_measure(&product);
    vv_dec_swap(r, &product);
}

void vv_dec_mul(vv_dec *r, const vv_dec *a, const vv_dec *b, vv_dec_ctx *c) {
    multiply(r, a, b, c);
    vv_dec_finish(r, c);
}

void vv_dec_fma(vv_dec *r, const vv_dec *a, const vv_dec *b, const vv_dec *d, vv_dec_ctx *c) {
    if ((a->kind == VV_DEC_INF && vv_dec_is_zero(b)) || (b->kind == VV_DEC_INF && vv_dec_is_zero(a))) {
        vv_dec_error(c, r, VV_DEC_INVALID); /* whatever is to be added */
        return;
    }
    if (vv_dec_is_nan(a) || vv_dec_is_nan(b) || vv_dec_is_nan(d)) {
        if (a->kind != VV_DEC_SNAN && b->kind != VV_DEC_SNAN && d->kind == VV_DEC_SNAN)
            (void)vv_dec_check_nans(r, d, NULL, c);
        else if (!vv_dec_check_nans(r, a, b, c))
            (void)vv_dec_check_nans(r, d, NULL, c);
        return;
    }
    VV_DEC_AUTO(c, product);
    multiply(&product, a, b, c);
    if (vv_dec_is_nan(&product))
        vv_dec_set_nan(r);
    else
        vv_dec_add(r, &product, d, c);
}

/* Division by zero of what is no nan; true when b is zero. */
static bool by_zero(vv_dec *q, const vv_dec *a, const vv_dec *b, uint8_t sign, vv_dec_ctx *c) {
    if (!vv_dec_is_zero(b))
        return false;
    if (vv_dec_is_zero(a)) {
        vv_dec_error(c, q, VV_DEC_UNDEFINED);
    } else {
        vv_dec_set_inf(q, sign);
        c->status |= VV_DEC_BY_ZERO;
    }
    return true;
}

void vv_dec_div(vv_dec *r, const vv_dec *a, const vv_dec *b, vv_dec_ctx *c) {
    uint8_t sign = a->sign ^ b->sign;
    if (vv_dec_is_special(a) || vv_dec_is_special(b)) {
        if (vv_dec_check_nans(r, a, b, c))
            return;
        if (a->kind == VV_DEC_INF && b->kind == VV_DEC_INF) {
            vv_dec_error(c, r, VV_DEC_INVALID);
        } else if (a->kind == VV_DEC_INF) {
            vv_dec_set_inf(r, sign);
        } else {
            vv_dec_set_small(r, sign, 0, vv_dec_etiny(c));
            c->status |= VV_DEC_CLAMPED;
        }
        return;
    }
    if (by_zero(r, a, b, sign, c))
        return;
    /* In a precision beyond all reason only exact quotients fit in memory; they have few digits. */
    int64_t enough = a->digits + 4 * b->digits;
    if (c->prec > 1000000 && enough < c->prec / 2) {
        vv_dec_ctx w = *c;
        w.status = 0;
        w.prec = enough;
        w.emin -= c->prec - enough; /* the same least exponent */
        VV_DEC_AUTO(c, few);
        vv_dec_div(&few, a, b, &w);
        if ((w.status & (VV_DEC_INEXACT | VV_DEC_MALLOC | VV_DEC_SUBNORMAL)) == 0) {
            c->status |= w.status;
            vv_dec_swap(r, &few);
            return;
        }
    }
    int64_t ideal = a->exp - b->exp;
    if (vv_dec_is_zero(a)) {
        vv_dec_set_small(r, sign, 0, ideal);
        vv_dec_finish(r, c);
        return;
    }
    VV_DEC_AUTO(c, scaled);
    VV_DEC_AUTO(c, q);
    int64_t by = b->digits - a->digits + c->prec + 1, exp = ideal - by;
    if (!vv_dec_shift_left(c, &scaled, by > 0 ? a : b, by > 0 ? by : -by)) {
        vv_dec_set_nan(r);
        return;
    }
    bool exact = by > 0 ? vv_dec_divide_coefficients(&q, NULL, &scaled, b, c) : vv_dec_divide_coefficients(&q, NULL, a, &scaled, c);
    if (vv_dec_is_special(&q)) {
        vv_dec_set_nan(r);
        return;
    }
    if (!exact) {
        if (q.limb[0] % 5 == 0) /* neither half nor nothing */
            (void)add_one(&q, c);
    } else if (exp < ideal) {
        int64_t zeros = vv_dec_trailing_zeros(&q);
        if (zeros > ideal - exp)
            zeros = ideal - exp;
        (void)vv_dec_shift_right(&q, zeros);
        exp += zeros;
    }
    q.exp = exp;
    q.sign = sign;
    vv_dec_finish(&q, c);
    vv_dec_swap(r, &q);
}

/* Whole quotient and remainder of finite numbers, b not 0; not rounded. */
static void divide_whole(vv_dec *ret_q, vv_dec *ret_r, const vv_dec *a, const vv_dec *b, vv_dec_ctx *c) {
    int64_t ideal = a->exp < b->exp ? a->exp : b->exp, ahead = vv_dec_adjusted(a) - vv_dec_adjusted(b);
    uint8_t sign = a->sign ^ b->sign, sign_a = a->sign;
    VV_DEC_AUTO(c, q);
    VV_DEC_AUTO(c, r);
    VV_DEC_AUTO(c, x);
    if (vv_dec_is_zero(a) || ahead < 0) {
        vv_dec_set_small(&q, sign, 0, 0);
        if (!vv_dec_shift_left(c, &r, a, a->exp - ideal))
            vv_dec_set_nan(&q);
    } else if (ahead > c->prec) {
        vv_dec_error(c, &q, VV_DEC_IMPOSSIBLE);
    } else {
        bool left = a->exp >= b->exp;
        if (!vv_dec_shift_left(c, &x, left ? a : b, left ? a->exp - ideal : b->exp - ideal))
            vv_dec_set_nan(&q);
        else
            (void)vv_dec_divide_coefficients(&q, &r, left ? &x : a, left ? b : &x, c);
        if (!vv_dec_is_special(&q) && q.digits > c->prec)
            vv_dec_error(c, &q, VV_DEC_IMPOSSIBLE);
    }
    if (vv_dec_is_special(&q)) {
        vv_dec_set_nan(ret_q);
        vv_dec_set_nan(ret_r);
        return;
    }
    q.sign = sign;
    q.exp = 0;
    r.sign = sign_a;
    r.exp = ideal;
    vv_dec_swap(ret_q, &q);
    vv_dec_swap(ret_r, &r);
}

void vv_dec_divmod(vv_dec *q, vv_dec *r, const vv_dec *a, const vv_dec *b, vv_dec_ctx *c) {
    uint8_t sign = a->sign ^ b->sign;
    if (vv_dec_is_nan(a) || vv_dec_is_nan(b)) {
        if (vv_dec_check_nans(q, a, b, c))
            (void)vv_dec_copy(c, r, q);
        return;
    }
    if (a->kind == VV_DEC_INF) {
        if (b->kind == VV_DEC_INF)
            vv_dec_set_nan(q);
        else
            vv_dec_set_inf(q, sign);
        vv_dec_error(c, r, VV_DEC_INVALID);
    } else if (b->kind == VV_DEC_INF) {
        if (!vv_dec_copy(c, r, a)) {
            vv_dec_set_nan(q);
            return;
        }
        vv_dec_finish(r, c);
        vv_dec_set_small(q, sign, 0, 0);
    } else if (vv_dec_is_zero(b)) {
        if (vv_dec_is_zero(a)) {
            vv_dec_error(c, q, VV_DEC_UNDEFINED);
            vv_dec_set_nan(r);
        } else {
            vv_dec_set_inf(q, sign);
            vv_dec_error(c, r, VV_DEC_BY_ZERO | VV_DEC_INVALID);
        }
    } else {
        divide_whole(q, r, a, b, c);
        vv_dec_finish(q, c);
        vv_dec_finish(r, c);
    }
}

void vv_dec_divint(vv_dec *r, const vv_dec *a, const vv_dec *b, vv_dec_ctx *c) {
    uint8_t sign = a->sign ^ b->sign;
    if (vv_dec_check_nans(r, a, b, c))
        return;
    if (a->kind == VV_DEC_INF) {
        if (b->kind == VV_DEC_INF)
            vv_dec_error(c, r, VV_DEC_INVALID);
        else
            vv_dec_set_inf(r, sign);
    } else if (b->kind == VV_DEC_INF) {
        vv_dec_set_small(r, sign, 0, 0);
    } else if (!by_zero(r, a, b, sign, c)) {
        VV_DEC_AUTO(c, rest);
        divide_whole(r, &rest, a, b, c);
        vv_dec_finish(r, c);
    }
}

void vv_dec_rem(vv_dec *r, const vv_dec *a, const vv_dec *b, vv_dec_ctx *c) {
    if (vv_dec_check_nans(r, a, b, c))
        return;
    if (a->kind == VV_DEC_INF) {
        vv_dec_error(c, r, VV_DEC_INVALID);
    } else if (b->kind == VV_DEC_INF) {
        if (vv_dec_copy(c, r, a))
            vv_dec_finish(r, c);
    } else if (vv_dec_is_zero(b)) {
        vv_dec_error(c, r, vv_dec_is_zero(a) ? VV_DEC_UNDEFINED : VV_DEC_INVALID);
    } else {
        VV_DEC_AUTO(c, q);
        divide_whole(&q, r, a, b, c);
        vv_dec_finish(r, c);
    }
}

static void with_sign(vv_dec *r, const vv_dec *a, uint8_t sign, vv_dec_ctx *c) {
    if (vv_dec_check_nans(r, a, NULL, c) || !vv_dec_copy(c, r, a))
        return;
    r->sign = vv_dec_is_zero(r) ? sign != 0 && c->round == VV_DEC_FLOOR : sign;
    vv_dec_finish(r, c);
}

void vv_dec_plus(vv_dec *r, const vv_dec *a, vv_dec_ctx *c) {
    with_sign(r, a, a->sign, c);
}

void vv_dec_minus(vv_dec *r, const vv_dec *a, vv_dec_ctx *c) {
    with_sign(r, a, !a->sign, c);
}

void vv_dec_abs(vv_dec *r, const vv_dec *a, vv_dec_ctx *c) {
    if (vv_dec_check_nans(r, a, NULL, c) || !vv_dec_copy(c, r, a))
        return;
    r->sign = 0;
    vv_dec_finish(r, c);
}

/* ---- ints ---- */

bool vv_dec_to_i64(const vv_dec *x, int64_t *ret) {
    if (!vv_dec_is_integer(x) || (!vv_dec_is_zero(x) && vv_dec_adjusted(x) > 18))
        return false;
    uint64_t value = 0;
    for (int64_t place = vv_dec_is_zero(x) ? -1 : vv_dec_adjusted(x); place >= 0; place--)
        value = value * 10 + (uint64_t)vv_dec_digit(x, place - x->exp);
    if (value > (uint64_t)INT64_MAX)
        return false;
    *ret = x->sign != 0 ? -(int64_t)value : (int64_t)value;
    return true;
}

/* Nine digits a limb from `n` decimal digits of text. */
static void read_digits(vv_dec *x, const char *text, size_t n) {
    x->length = 0;
    while (n > 0) {
        size_t take = n < VV_DEC_LIMB_DIGITS ? n : VV_DEC_LIMB_DIGITS;
        uint32_t limb = 0;
        for (size_t k = n - take; k < n; k++)
            limb = limb * 10 + (uint32_t)(text[k] - '0');
        x->limb[x->length++] = limb;
        n -= take;
    }
}

void vv_dec_from_int(vv_dec_ctx *c, vv_dec *r, vv_ref o) {
    const vv_int *z = VV_INT(o);
    size_t n = (size_t)(z->size < 0 ? -z->size : z->size);
    uint8_t sign = z->size < 0;
    if (n <= 2) {
        int64_t value = vv_int_word(o);
        vv_dec_set_u64(c, r, sign, (uint64_t)(value < 0 ? -value : value), 0);
        return;
    }
    size_t room = n + n / 100 + 2; /* a limb holds a little less than a digit of 30 bits */
    if (!vv_dec_reserve(c, r, room))
        return;
    bool large = n >= VV_INT_LARGE_DIGITS;
    uint32_t *copy = vv_alloc(c->t, large ? room * VV_DEC_LIMB_DIGITS : n * sizeof *copy);
    bool done = copy != NULL;
    if (done && large) {
        char *end = (char *)copy + room * VV_DEC_LIMB_DIGITS, *text = vv_int_large_write(c->t, z->digit, n, end);
        if (text != NULL)
            read_digits(r, text, (size_t)(end - text));
        done = text != NULL;
    } else if (done) {
        memcpy(copy, z->digit, n * sizeof *copy);
        for (r->length = 0; n > 0; n = vv_bignum_length(copy, n))
            r->limb[r->length++] = vv_bignum_div_small(copy, copy, n, VV_DEC_BASE);
    }
    vv_free(c->t, copy);
    if (!done) {
        c->status |= VV_DEC_MALLOC;
        vv_dec_set_nan(r);
        return;
    }
    r->kind = VV_DEC_FINITE;
    r->sign = sign;
    r->exp = 0;
    vv_dec_measure(r);
}

vv_owned vv_dec_to_int(vv_thread *t, const vv_dec *a) {
    if (vv_dec_is_zero(a) || vv_dec_adjusted(a) < 0)
        return vv_int_new(t, 0);
    int64_t small;
    vv_dec_ctx c = vv_dec_max_ctx(t);
    VV_DEC_AUTO(&c, x);
    if (!vv_dec_copy(&c, &x, a))
        return NULL;
    if (x.exp < 0) {
        (void)vv_dec_shift_right(&x, -x.exp);
        x.exp = 0;
    }
    if (vv_dec_to_i64(&x, &small))
        return vv_int_new(t, small);
    if (!vv_dec_shift_left(&c, &x, &x, x.exp))
        return NULL;
    size_t room = x.length + 2, n = 0;
    vv_obj *o = vv_new_object(t, VV_TYPEP(t, INT), offsetof(vv_int, digit) + room * sizeof(uint32_t));
    if (o == NULL)
        return NULL;
    uint32_t *digit = VV_INT(o)->digit;
    if (x.digits >= VV_INT_LARGE_CHARS) {
        char *text = vv_alloc(t, (size_t)x.digits);
        int64_t length = -1;
        if (text != NULL) {
            vv_dec_write_digits(&x, text);
            length = vv_int_large_read(t, text, (size_t)x.digits, 10, digit);
            vv_free(t, text);
        }
        if (length < 0) {
            VV_INT(o)->size = 0;
            vv_decref(t, o);
            return NULL;
        }
        n = (size_t)length;
    } else {
        for (size_t k = x.length; k-- > 0;)
            n = vv_bignum_mul_small(digit, n, VV_DEC_BASE, x.limb[k]);
    }
    VV_INT(o)->size = a->sign != 0 ? -(int32_t)n : (int32_t)n;
    return o;
}

/* ---- hash: the value modulo 2**61 - 1 ---- */

static const uint64_t prime = (UINT64_C(1) << 61) - 1;

static uint64_t mul_mod(uint64_t a, uint64_t b) {
    uint64_t low_a = (uint32_t)a, high_a = a >> 32, low_b = (uint32_t)b, high_b = b >> 32;
    uint64_t low = low_a * low_b, middle = low_a * high_b + (low >> 32), other = high_a * low_b + (uint32_t)middle;
    uint64_t bottom = other << 32 | (uint32_t)low, top = high_a * high_b + (middle >> 32) + (other >> 32);
    uint64_t sum = (bottom & prime) + (bottom >> 61 | top << 3); /* 2**61 is 1 */
    sum = (sum & prime) + (sum >> 61);
    return sum >= prime ? sum - prime : sum;
}

static uint64_t pow_mod(uint64_t a, uint64_t n) {
    uint64_t r = 1;
    for (; n != 0; n >>= 1, a = mul_mod(a, a))
        if ((n & 1) != 0)
            r = mul_mod(r, a);
    return r;
}

vv_hash vv_dec_hash(const vv_dec *a) {
    uint64_t h = 0;
    for (size_t k = a->length; k-- > 0;)
        h = (mul_mod(h, VV_DEC_BASE) + a->limb[k]) % prime;
    uint64_t ten = a->exp >= 0 ? 10 : pow_mod(10, prime - 2); /* Fermat: the inverse of 10 */
    h = mul_mod(h, pow_mod(ten, (uint64_t)(a->exp >= 0 ? a->exp : -a->exp)));
    vv_hash r = a->sign != 0 ? -(vv_hash)h : (vv_hash)h;
    return r == -1 ? -2 : r;
}
