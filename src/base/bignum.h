/* bignum.h - arithmetic on natural numbers of any size, as arrays of 30-bit digits, least significant first.
 *
 * The caller owns all memory and says how long each array is. Lengths returned and expected are without leading zero
 * digits unless said otherwise; zero has length 0.
 */
#ifndef VV_BASE_BIGNUM_H
#define VV_BASE_BIGNUM_H

#include "base/forward.h"

enum { VV_BIGNUM_SHIFT = 30 };
#define VV_BIGNUM_MASK ((UINT32_C(1) << VV_BIGNUM_SHIFT) - 1)

/* Length without leading zero digits. */
size_t vv_bignum_length(const uint32_t *a, size_t n);
int vv_bignum_compare(const uint32_t *a, size_t na, const uint32_t *b, size_t nb); /* -1, 0, 1 */
uint64_t vv_bignum_bits(const uint32_t *a, size_t n);                              /* bit length */

/* r = a + b, na >= nb; r has room for na + 1 and may be a or b. */
size_t vv_bignum_add(uint32_t *r, const uint32_t *a, size_t na, const uint32_t *b, size_t nb);
/* r = a - b, a >= b; r has room for na and may be a or b. */
size_t vv_bignum_sub(uint32_t *r, const uint32_t *a, size_t na, const uint32_t *b, size_t nb);

/* Digits of scratch memory that vv_bignum_mul needs. */
size_t vv_bignum_mul_scratch(size_t na, size_t nb);
/* r = a * b; r has room for na + nb, all of which are written, and is none of the others. */
size_t vv_bignum_mul(uint32_t *r, const uint32_t *a, size_t na, const uint32_t *b, size_t nb, uint32_t *scratch);
/* a = a * m + add in place, m and add below 2**30; a has room for n + 1. */
size_t vv_bignum_mul_small(uint32_t *a, size_t n, uint32_t m, uint32_t add);

/* Division by one digit: q (which may be a, n digits written) = a / d; the remainder. */
uint32_t vv_bignum_div_small(uint32_t *q, const uint32_t *a, size_t n, uint32_t d);
/* Division: nb >= 2 and na >= nb. q has room for na - nb + 1 (all written), r for na + 1 (the remainder, first nb
 * written digits count), scratch for nb. q may be NULL. */
void vv_bignum_divmod(uint32_t *q, uint32_t *r, const uint32_t *a, size_t na, const uint32_t *b, size_t nb, uint32_t *scratch);

/* The same where the quotient is seen to be one digit, of a >= b with nb >= 2: true, *q, and the remainder in r, which has room for
 * nb digits or is NULL. Without r it seldom looks at more than the uppermost digits. */
bool vv_bignum_div_digit(uint32_t *q, uint32_t *r, const uint32_t *a, size_t na, const uint32_t *b, size_t nb);

/* Division of large numbers in less than quadratic time (bignum_divide.c): the same for 2 <= nb <= na, but r has room for nb digits
 * only, all written, and scratch for what vv_bignum_div_scratch says. */
size_t vv_bignum_div_scratch(size_t na, size_t nb);
void vv_bignum_div(uint32_t *q, uint32_t *r, const uint32_t *a, size_t na, const uint32_t *b, size_t nb, uint32_t *scratch);

/* r = a << bits; r has room for n + bits / 30 + 1, all written, and is not a. */
size_t vv_bignum_lshift(uint32_t *r, const uint32_t *a, size_t n, uint64_t bits);
/* r = a >> bits; r has room for n - bits / 30 and may be a. *ret_lost (optional): were there ones among the bits lost? */
size_t vv_bignum_rshift(uint32_t *r, const uint32_t *a, size_t n, uint64_t bits, bool *ret_lost);

/* The 64 most significant bits of a number of `bits` >= 64 bits; *ret_lost: were there ones below? */
uint64_t vv_bignum_top64(const uint32_t *a, size_t n, bool *ret_lost);

#endif
