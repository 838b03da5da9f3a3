/* int_large.c - text of very large numbers by halves: a number is split at a power of its base, again and again, until the
 * parts are small. Multiplication and division being less than quadratic, so is this (D. Knuth, The Art of Computer
 * Programming 2, 4.4, exercise 14). The recursion is as deep as the number of digits has bits. */
#include "types/int_large.h"

#include <string.h>

#include "base/bignum.h"
#include "object/alloc.h"

enum { CHUNK_DIGITS = 9, FIRST_CHARS = 576, MOST_POWERS = 26 };
#define CHUNK UINT32_C(1000000000)

/* base ** (FIRST_CHARS << k) for each k. */
typedef struct powers {
    uint32_t *of[MOST_POWERS];
    size_t length[MOST_POWERS];
    int count;
} powers;

static void free_powers(vv_thread *t, powers *p) {
    for (int k = 0; k < p->count; k++)
        vv_free(t, p->of[k]);
}

/* Powers up to the last one below `chars` characters. 0/-1. */
static int make_powers(vv_thread *t, powers *p, int base, size_t chars) {
    p->count = 0;
    for (size_t size = FIRST_CHARS; size < chars && p->count < MOST_POWERS; size *= 2) {
        int k = p->count;
        size_t n = k == 0 ? FIRST_CHARS / 5 : 2 * p->length[k - 1];
        uint32_t *power = vv_alloc(t, n * sizeof *power);
        if (power == NULL)
            goto failed;
        p->of[k] = power;
        p->count++;
        if (k == 0) {
            power[0] = 1;
            p->length[0] = 1;
            for (int i = 0; i < FIRST_CHARS; i++)
                p->length[0] = vv_bignum_mul_small(power, p->length[0], (uint32_t)base, 0);
            continue;
        }
        size_t half = p->length[k - 1];
        uint32_t *scratch = vv_alloc(t, (vv_bignum_mul_scratch(half, half) + 1) * sizeof *scratch);
        if (scratch == NULL)
            goto failed;
        p->length[k] = vv_bignum_mul(power, p->of[k - 1], half, p->of[k - 1], half, scratch);
        vv_free(t, scratch);
    }
    return 0;
failed:
    free_powers(t, p);
    return -1;
}

/* ---- writing ---- */

/* The digits so that they end at `end`, with zeros in front up to `width` characters; destroys them. */
static char *write_small(uint32_t *digits, size_t n, size_t width, char *end) {
    char *start = end - width;
    while (n > 0) {
        uint32_t rest = vv_bignum_div_small(digits, digits, n, CHUNK);
        n = vv_bignum_length(digits, n);
        for (int i = 0; n > 0 ? i < CHUNK_DIGITS : rest != 0; i++, rest /= 10)
            *--end = (char)('0' + rest % 10);
    }
    while (width > 0 && end > start)
        *--end = '0';
    return end;
}

/* The same for any size: the number has at most as many characters as power k + 1. */
static char *write_part(vv_thread *t, const powers *p, int k, uint32_t *digits, size_t n, size_t width, char *end) {
    n = vv_bignum_length(digits, n);
    while (k >= 0 && vv_bignum_compare(digits, n, p->of[k], p->length[k]) < 0)
        k--;
    if (k < 0 || n < VV_INT_LARGE_DIGITS / 2)
        return write_small(digits, n, width, end);
    size_t np = p->length[k], nq = n - np + 1, low_chars = (size_t)FIRST_CHARS << k;
    uint32_t *quotient = vv_alloc(t, (nq + np + vv_bignum_div_scratch(n, np)) * sizeof *quotient);
    if (quotient == NULL)
        return NULL;
    uint32_t *rest = quotient + nq;
    vv_bignum_div(quotient, rest, digits, n, p->of[k], np, rest + np);
    char *middle = write_part(t, p, k - 1, rest, np, low_chars, end), *start = NULL;
    if (middle != NULL)
        start = write_part(t, p, k - 1, quotient, nq, width > low_chars ? width - low_chars : 0, middle);
    vv_free(t, quotient);
    return start;
}

char *vv_int_large_write(vv_thread *t, const uint32_t *digits, size_t n, char *end) {
    powers p;
    if (make_powers(t, &p, 10, n * 9) < 0)
        return NULL;
    uint32_t *copy = vv_alloc(t, n * sizeof *copy);
    char *start = NULL;
    if (copy != NULL) {
        memcpy(copy, digits, n * sizeof *copy);
        start = write_part(t, &p, p.count - 1, copy, n, 0, end);
        vv_free(t, copy);
    }
    free_powers(t, &p);
    return start;
}

/* ---- reading ---- */

static uint32_t digit_value(char c) {
    return (uint32_t)(c <= '9' ? c - '0' : (c | 32) - 'a' + 10);
}

static size_t read_small(const char *p, size_t count, uint32_t base, uint32_t *digits) {
    size_t n = 0;
    while (count > 0) {
        uint32_t factor = 1, part = 0;
        for (; count > 0 && factor <= VV_BIGNUM_MASK / base; count--, p++) {
            part = part * base + digit_value(*p);
            factor *= base;
        }
        n = vv_bignum_mul_small(digits, n, factor, part);
    }
    return vv_bignum_length(digits, n);
}

static int64_t read_part(vv_thread *t, const powers *p, int k, const char *text, size_t count, uint32_t base, uint32_t *digits) {
    while (k >= 0 && (size_t)FIRST_CHARS << k >= count)
        k--;
    if (k < 0 || count < VV_INT_LARGE_CHARS)
        return (int64_t)read_small(text, count, base, digits);
    size_t low_chars = (size_t)FIRST_CHARS << k, high_chars = count - low_chars, np = p->length[k];
    size_t room = high_chars / 5 + 3; /* 36 ** 5 is below 2 ** 30 */
    size_t scratch = vv_bignum_mul_scratch(room, np) + 1;
    uint32_t *high = vv_alloc(t, (room + np + 2 + room + np + scratch) * sizeof *high);
    if (high == NULL)
        return -1;
    uint32_t *low = high + room, *product = low + np + 2;
    int64_t nh = read_part(t, p, k - 1, text, high_chars, base, high), nl = -1, n = -1;
    if (nh >= 0)
        nl = read_part(t, p, k - 1, text + high_chars, low_chars, base, low);
    if (nl >= 0) {
        size_t np2 = nh == 0 ? 0 : vv_bignum_mul(product, high, (size_t)nh, p->of[k], np, product + room + np);
        if (np2 == 0) {
            memcpy(digits, low, (size_t)nl * sizeof *digits);
            n = nl;
        } else {
            n = (int64_t)vv_bignum_add(digits, product, np2, low, (size_t)nl);
        }
    }
    vv_free(t, high);
    return n;
}

int64_t vv_int_large_read(vv_thread *t, const char *text, size_t count, int base, uint32_t *digits) {
    powers p;
    if (make_powers(t, &p, base, count) < 0)
        return -1;
    int64_t n = read_part(t, &p, p.count - 1, text, count, (uint32_t)base, digits);
    free_powers(t, &p);
    return n;
}
