/* bignum_divide.c - division of large numbers by way of multiplication (C. Burnikel and J. Ziegler, Fast Recursive Division,
 * MPI-I-98-1-022, 1998). The recursion halves the number of digits, so it is as deep as their number has bits. */
#include "base/bignum.h"

#include <string.h>

enum { SHIFT = VV_BIGNUM_SHIFT, SCHOOL = 80 /* digits of a divisor from which halves are quicker */ };
#define MASK VV_BIGNUM_MASK

/* r[0..n) += a[0..na), na <= n; the carry. */
static uint32_t add_to(uint32_t *r, size_t n, const uint32_t *a, size_t na) {
    uint32_t carry = 0;
    for (size_t i = 0; i < n && (i < na || carry != 0); i++) {
        carry += r[i] + (i < na ? a[i] : 0);
        r[i] = carry & MASK;
        carry >>= SHIFT;
    }
    return carry;
}

/* r[0..n) -= a[0..na), na <= n; the difference is not negative. */
static void sub_from(uint32_t *r, size_t n, const uint32_t *a, size_t na) {
    uint32_t borrow = 0;
    for (size_t i = 0; i < n && (i < na || borrow != 0); i++) {
        borrow = r[i] - (i < na ? a[i] : 0) - borrow;
        r[i] = borrow & MASK;
        borrow = borrow >> SHIFT & 1;
    }
}

static int compare(const uint32_t *a, size_t na, const uint32_t *b, size_t nb) {
    return vv_bignum_compare(a, vv_bignum_length(a, na), b, vv_bignum_length(b, nb));
}

static void divide_3_by_2(uint32_t *q, uint32_t *w, const uint32_t *b, size_t h, uint32_t *scratch);

/* q[n] = a[2n] / b[n], the remainder in a[0..n), zeros above. The top bit of b is set and the upper half of a below b. */
static void divide_2_by_1(uint32_t *q, uint32_t *a, const uint32_t *b, size_t n, uint32_t *scratch) {
    if (n < SCHOOL || n % 2 != 0) {
        size_t na = vv_bignum_length(a, 2 * n);
        memset(q, 0, n * sizeof *q);
        if (na < n)
            return;
        uint32_t *quotient = scratch, *rest = quotient + n + 1;
        vv_bignum_divmod(quotient, rest, a, na, b, n, rest + 2 * n + 1);
        size_t nq = na - n + 1 < n ? na - n + 1 : n;
        memcpy(q, quotient, nq * sizeof *q);
        memcpy(a, rest, n * sizeof *a);
        memset(a + n, 0, n * sizeof *a);
        return;
    }
    size_t h = n / 2;
    divide_3_by_2(q + h, a + h, b, h, scratch);
    divide_3_by_2(q, a, b, h, scratch);
}

/* q[h] = w[3h] / b[2h], the remainder in w[0..2h), zeros above. */
static void divide_3_by_2(uint32_t *q, uint32_t *w, const uint32_t *b, size_t h, uint32_t *scratch) {
    if (compare(w + 2 * h, h, b + h, h) < 0) {
        divide_2_by_1(q, w + h, b + h, h, scratch);
    } else { /* the largest quotient there is: w - (B^h - 1) b1 B^h */
        for (size_t i = 0; i < h; i++)
            q[i] = MASK;
        sub_from(w + 2 * h, h, b + h, h);
        (void)add_to(w + h, 2 * h, b + h, h);
    }
    uint32_t *product = scratch;
    static const uint32_t one[1] = {1};
    (void)vv_bignum_mul(product, q, h, b, h, product + 2 * h);
    while (compare(w, 3 * h, product, 2 * h) < 0) { /* twice at most */
        sub_from(q, h, one, 1);
        (void)add_to(w, 3 * h, b, 2 * h);
    }
    sub_from(w, 3 * h, product, 2 * h);
}

/* Digits of the blocks: nb, rounded up to a small number times a power of two. */
static size_t block_size(size_t nb) {
    size_t m = nb, k = 0;
    while (m >= SCHOOL) {
        m = (m + 1) / 2;
        k++;
    }
    return m << k;
}

size_t vv_bignum_div_scratch(size_t na, size_t nb) {
    size_t school = na + 1 + nb;
    if (nb < SCHOOL || na - nb < SCHOOL / 2)
        return school;
    size_t n = block_size(nb), blocks = (na + (n - nb) + 1 + n - 1) / n;
    return (2 * blocks + 8) * n + 8 * SCHOOL + 1000;
}

void vv_bignum_div(uint32_t *q, uint32_t *r, const uint32_t *a, size_t na, const uint32_t *b, size_t nb, uint32_t *scratch) {
    if (nb < SCHOOL || na - nb < SCHOOL / 2) {
        vv_bignum_divmod(q, scratch, a, na, b, nb, scratch + na + 1);
        memcpy(r, scratch, nb * sizeof *r);
        return;
    }
    size_t n = block_size(nb), blocks = (na + (n - nb) + 1 + n - 1) / n;
    if (blocks < 2)
        blocks = 2;
    uint32_t *dividend = scratch, *divisor = dividend + blocks * n, *quotient = divisor + n + 1, *rest = quotient + (blocks - 1) * n;
    uint64_t shift = (uint64_t)(n - nb) * SHIFT + (unsigned)(__builtin_clz(b[nb - 1]) - (32 - SHIFT));
    (void)vv_bignum_lshift(divisor, b, nb, shift);
    memset(dividend, 0, blocks * n * sizeof *dividend);
    (void)vv_bignum_lshift(dividend, a, na, shift);
    for (size_t i = blocks - 1; i-- > 0;)
        divide_2_by_1(quotient + i * n, dividend + i * n, divisor, n, rest);
    if (q != NULL) {
        size_t have = (blocks - 1) * n, want = na - nb + 1;
        memcpy(q, quotient, (want < have ? want : have) * sizeof *q);
        if (want > have)
            memset(q + have, 0, (want - have) * sizeof *q);
    }
    memset(r, 0, nb * sizeof *r);
    (void)vv_bignum_rshift(dividend, dividend, n, shift, NULL);
    memcpy(r, dividend, nb * sizeof *r);
}
