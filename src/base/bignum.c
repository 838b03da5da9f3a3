/* bignum.c - schoolbook and Karatsuba multiplication, long division (D. Knuth, The Art of Computer Programming 2, 4.3). */
#include "base/bignum.h"

#include <string.h>

/* In WebAssembly every turn of a loop asks whether the stack still has room: fewer turns. */
#define UNROLL _Pragma("GCC unroll 4")


enum {
    SHIFT = VV_BIGNUM_SHIFT,
    KARATSUBA = 48, /* digits from which three half-size products beat four */
};
#define BASE (UINT32_C(1) << SHIFT)
#define MASK VV_BIGNUM_MASK

size_t vv_bignum_length(const uint32_t *a, size_t n) {
    while (n > 0 && a[n - 1] == 0)
        n--;
    return n;
}

int vv_bignum_compare(const uint32_t *a, size_t na, const uint32_t *b, size_t nb) {
    if (na != nb)
        return na < nb ? -1 : 1;
    while (na-- > 0)
        if (a[na] != b[na])
            return a[na] < b[na] ? -1 : 1;
    return 0;
}

uint64_t vv_bignum_bits(const uint32_t *a, size_t n) {
    return n == 0 ? 0 : (uint64_t)(n - 1) * SHIFT + (uint64_t)(32 - __builtin_clz(a[n - 1]));
}

size_t vv_bignum_add(uint32_t *r, const uint32_t *a, size_t na, const uint32_t *b, size_t nb) {
    uint32_t carry = 0;
    size_t i = 0;
    for (; i < nb; i++) {
        carry += a[i] + b[i];
        r[i] = carry & MASK;
        carry >>= SHIFT;
    }
    for (; i < na; i++) {
        carry += a[i];
        r[i] = carry & MASK;
        carry >>= SHIFT;
    }
    if (carry != 0)
        r[na++] = carry;
    return na;
}

size_t vv_bignum_sub(uint32_t *r, const uint32_t *a, size_t na, const uint32_t *b, size_t nb) {
    uint32_t borrow = 0;
    size_t i = 0;
    for (; i < nb; i++) {
        borrow = a[i] - b[i] - borrow;
        r[i] = borrow & MASK;
        borrow = borrow >> SHIFT & 1;
    }
    for (; i < na; i++) {
        borrow = a[i] - borrow;
        r[i] = borrow & MASK;
        borrow = borrow >> SHIFT & 1;
    }
    return vv_bignum_length(r, na);
}

/* ---- multiplication; lengths are exact here, leading zeros included ---------------------------------------------- */

static void mul_school(uint32_t *r, const uint32_t *a, size_t na, const uint32_t *b, size_t nb) {
    memset(r, 0, (na + nb) * sizeof *r);
    for (size_t i = 0; i < na; i++) {
        uint64_t carry = 0, f = a[i];
        uint32_t *at = r + i;
        UNROLL
        for (size_t j = 0; j < nb; j++) {
            carry += at[j] + f * b[j];
            at[j] = (uint32_t)carry & MASK;
            carry >>= SHIFT;
        }
        at[nb] = (uint32_t)carry;
    }
}

/* r[0..nr) += a[0..n), n <= nr; the sum fits. */
static void add_in(uint32_t *r, size_t nr, const uint32_t *a, size_t n) {
    uint32_t carry = 0;
    size_t i = 0;
    for (; i < n; i++) {
        carry += r[i] + a[i];
        r[i] = carry & MASK;
        carry >>= SHIFT;
    }
    for (; carry != 0 && i < nr; i++) {
        carry += r[i];
        r[i] = carry & MASK;
        carry >>= SHIFT;
    }
}

/* r[0..nr) -= a[0..n), n <= nr; the difference is not negative. */
static void sub_in(uint32_t *r, size_t nr, const uint32_t *a, size_t n) {
    uint32_t borrow = 0;
    size_t i = 0;
    for (; i < n; i++) {
        borrow = r[i] - a[i] - borrow;
        r[i] = borrow & MASK;
        borrow = borrow >> SHIFT & 1;
    }
    for (; borrow != 0 && i < nr; i++) {
        borrow = r[i] - borrow;
        r[i] = borrow & MASK;
        borrow = borrow >> SHIFT & 1;
    }
}

/* Both factors have n digits. (x1 B + x0)(y1 B + y0) from x0 y0, x1 y1 and (x0 + x1)(y0 + y1). */
static void mul_karatsuba(uint32_t *r, const uint32_t *a, const uint32_t *b, size_t n, uint32_t *scratch) {
    if (n < KARATSUBA) {
        mul_school(r, a, n, b, n);
        return;
    }
    size_t low = n / 2, high = n - low, m = high + 1;
    uint32_t *sa = scratch, *sb = sa + m, *middle = sb + m, *rest = middle + 2 * m;
    mul_karatsuba(r, a, b, low, rest);
    mul_karatsuba(r + 2 * low, a + low, b + low, high, rest);
    memcpy(sa, a + low, high * sizeof *a);
    memcpy(sb, b + low, high * sizeof *b);
    sa[high] = sb[high] = 0;
    add_in(sa, m, a, low);
    add_in(sb, m, b, low);
    mul_karatsuba(middle, sa, sb, m, rest);
    sub_in(middle, 2 * m, r, 2 * low);
    sub_in(middle, 2 * m, r + 2 * low, 2 * high);
    add_in(r + low, 2 * n - low, middle, vv_bignum_length(middle, 2 * m));
}

size_t vv_bignum_mul_scratch(size_t na, size_t nb) {
    size_t n = na < nb ? na : nb;
    /* Equal factors need 4 n and a little; the remainder of unequal ones is a smaller case of the same. */
    return n < KARATSUBA ? 0 : 12 * n + 800;
}

static void mul(uint32_t *r, const uint32_t *a, size_t na, const uint32_t *b, size_t nb, uint32_t *scratch) {
    if (na < nb) {
        const uint32_t *c = a;
        size_t nc = na;
        a = b, na = nb;
        b = c, nb = nc;
    }
    if (nb < KARATSUBA) {
        mul_school(r, b, nb, a, na); /* few long rows */
        return;
    }
    if (na == nb) {
        mul_karatsuba(r, a, b, na, scratch);
        return;
    }
    uint32_t *part = scratch, *rest = scratch + 2 * nb;
    memset(r, 0, (na + nb) * sizeof *r);
    for (size_t at = 0; at < na; at += nb) {
        size_t m = na - at < nb ? na - at : nb;
        if (m == nb)
            mul_karatsuba(part, a + at, b, nb, rest);
        else
            mul(part, b, nb, a + at, m, rest);
        add_in(r + at, na + nb - at, part, m + nb);
    }
}

size_t vv_bignum_mul(uint32_t *r, const uint32_t *a, size_t na, const uint32_t *b, size_t nb, uint32_t *scratch) {
    mul(r, a, na, b, nb, scratch);
    return vv_bignum_length(r, na + nb);
}

size_t vv_bignum_mul_small(uint32_t *a, size_t n, uint32_t m, uint32_t add) {
    uint64_t carry = add;
    UNROLL
    for (size_t i = 0; i < n; i++) {
        carry += (uint64_t)a[i] * m;
        a[i] = (uint32_t)carry & MASK;
        carry >>= SHIFT;
    }
    if (carry != 0)
        a[n++] = (uint32_t)carry;
    return n;
}

/* ---- division ---------------------------------------------------------------------------------------------------- */

uint32_t vv_bignum_div_small(uint32_t *q, const uint32_t *a, size_t n, uint32_t d) {
    uint64_t rest = 0;
    while (n-- > 0) {
        rest = rest << SHIFT | a[n];
        q[n] = (uint32_t)(rest / d);
        rest %= d;
    }
    return (uint32_t)rest;
}

/* Algorithm D. r first holds the dividend, shifted so that the divisor's top bit is set. */
void vv_bignum_divmod(uint32_t *q, uint32_t *r, const uint32_t *a, size_t na, const uint32_t *b, size_t nb,
                      uint32_t *scratch) {
    unsigned shift = (unsigned)(__builtin_clz(b[nb - 1]) - (32 - SHIFT));
    uint32_t carry = 0;
    UNROLL
    for (size_t i = 0; i < nb; i++) {
        uint64_t x = (uint64_t)b[i] << shift | carry;
        scratch[i] = (uint32_t)x & MASK;
        carry = (uint32_t)(x >> SHIFT);
    }
    carry = 0;
    UNROLL
    for (size_t i = 0; i < na; i++) {
        uint64_t x = (uint64_t)a[i] << shift | carry;
        r[i] = (uint32_t)x & MASK;
        carry = (uint32_t)(x >> SHIFT);
    }
    r[na] = carry;
    uint64_t top = scratch[nb - 1], second = scratch[nb - 2];
    for (size_t j = na - nb + 1; j-- > 0;) {
        uint32_t *at = r + j;
        uint64_t two = (uint64_t)at[nb] << SHIFT | at[nb - 1];
        uint64_t guess = two / top, rest = two % top;
        while (guess >= BASE || guess * second > (rest << SHIFT | at[nb - 2])) {
            guess--;
            rest += top;
            if (rest >= BASE)
                break;
        }
        int64_t borrow = 0;
        UNROLL
        for (size_t i = 0; i < nb; i++) {
            int64_t x = (int64_t)at[i] + borrow - (int64_t)(guess * scratch[i]);
            at[i] = (uint32_t)x & MASK;
            borrow = x >> SHIFT;
        }
        borrow += at[nb];
        at[nb] = 0;
        if (borrow < 0) { /* one too many: add the divisor back */
            uint32_t c = 0;
            for (size_t i = 0; i < nb; i++) {
                c += at[i] + scratch[i];
                at[i] = c & MASK;
                c >>= SHIFT;
            }
            guess--;
        }
        if (q != NULL)
            q[j] = (uint32_t)guess;
    }
    if (shift > 0) {
        for (size_t i = 0; i < nb; i++) {
            uint32_t above = i + 1 < nb ? r[i + 1] : 0;
            r[i] = (r[i] >> shift | above << (SHIFT - shift)) & MASK;
        }
    }
}

bool vv_bignum_div_digit(uint32_t *q, uint32_t *r, const uint32_t *a, size_t na, const uint32_t *b, size_t nb) {
    uint32_t above = na > nb ? a[nb] : 0;
    if (na > nb + 1 || above >= b[nb - 1])
        return false;
    /* Algorithm D's guess, from the three uppermost digits alone, aligned as it aligns all of them */
    unsigned shift = (unsigned)(__builtin_clz(b[nb - 1]) - (32 - SHIFT)), back = SHIFT - shift;
    uint32_t b0 = nb > 2 ? b[nb - 3] : 0, a0 = nb > 2 ? a[nb - 3] : 0;
    uint64_t top = (b[nb - 1] << shift | b[nb - 2] >> back) & MASK, second = (b[nb - 2] << shift | b0 >> back) & MASK;
    uint64_t two = (uint64_t)(above << shift | a[nb - 1] >> back) << SHIFT | ((a[nb - 1] << shift | a[nb - 2] >> back) & MASK);
    uint32_t third = (a[nb - 2] << shift | a0 >> back) & MASK;
    uint64_t guess = two / top, rest = two % top;
    while (guess >= BASE || guess * second > (rest << SHIFT | third)) {
        guess--;
        rest += top;
        if (rest >= BASE)
            break;
    }
    *q = (uint32_t)guess;
    /* what is below those digits takes less than `guess` away from what is left */
    if (r == NULL && (rest >= BASE || (rest << SHIFT | third) - guess * second >= guess))
        return true;
    int64_t borrow = 0;
    UNROLL
    for (size_t i = 0; i < nb; i++) {
        int64_t x = (int64_t)a[i] + borrow - (int64_t)(guess * b[i]);
        if (r != NULL)
            r[i] = (uint32_t)x & MASK;
        borrow = x >> SHIFT;
    }
    if (borrow + above < 0) { /* one too many: add the divisor back */
        --*q;
        if (r != NULL)
            add_in(r, nb, b, nb);
    }
    return true;
}

/* ---- bits --------------------------------------------------------------------------------------------------------- */

size_t vv_bignum_lshift(uint32_t *r, const uint32_t *a, size_t n, uint64_t bits) {
    size_t words = (size_t)(bits / SHIFT);
    unsigned shift = (unsigned)(bits % SHIFT);
    uint32_t carry = 0;
    memset(r, 0, words * sizeof *r);
    for (size_t i = 0; i < n; i++) {
        uint64_t x = (uint64_t)a[i] << shift | carry;
        r[words + i] = (uint32_t)x & MASK;
        carry = (uint32_t)(x >> SHIFT);
    }
    r[words + n] = carry;
    return vv_bignum_length(r, words + n + 1);
}

size_t vv_bignum_rshift(uint32_t *r, const uint32_t *a, size_t n, uint64_t bits, bool *ret_lost) {
    bool lost = false;
    size_t words = bits / SHIFT < n ? (size_t)(bits / SHIFT) : n;
    unsigned shift = (unsigned)(bits % SHIFT);
    if (ret_lost != NULL) {
        for (size_t i = 0; i < words && !lost; i++)
            lost = a[i] != 0;
        if (words < n)
            lost |= (a[words] & ((UINT32_C(1) << shift) - 1)) != 0;
        *ret_lost = lost;
    }
    for (size_t i = words; i < n; i++) {
        uint32_t above = i + 1 < n ? a[i + 1] : 0;
        r[i - words] = (uint32_t)(((uint64_t)above << SHIFT | a[i]) >> shift) & MASK;
    }
    return vv_bignum_length(r, n - words);
}

uint64_t vv_bignum_top64(const uint32_t *a, size_t n, bool *ret_lost) {
    uint64_t below = vv_bignum_bits(a, n) - 64, top = 0;
    size_t words = (size_t)(below / SHIFT);
    unsigned shift = (unsigned)(below % SHIFT);
    bool lost = (a[words] & ((UINT32_C(1) << shift) - 1)) != 0;
    for (size_t i = 0; i < words && !lost; i++)
        lost = a[i] != 0;
    for (size_t i = n; i-- > words + 1;)
        top = top << SHIFT | a[i];
    /* The digit at `words` gives its upper part only. */
    top = top << (SHIFT - shift) | a[words] >> shift;
    *ret_lost = lost;
    return top;
}
