/* dtoa.c - exact conversions between doubles and decimal digits.
 *
 * A finite double is m * 2**e with whole m, so it has a finite decimal expansion: m * 2**e, or m * 5**-e with the point
 * -e places from the right. Both are built exactly, nine digits a word, and rounded as text; no case is special. Common
 * values leave early: those with at most 15 digits are found with one multiplication and proved with one division, which
 * are exact there (W. Clinger, "How to read floating point numbers accurately", 1990, for the converse), and others of common size
 * are exact in 128 bits.
 */
#include "base/dtoa.h"

#include <string.h>

#include "base/bignum.h"
#include "base/copy.h"

enum {
    WORDS = 96, /* of nine digits: 1075 halvings of a 54-bit number need 86 */
    WORD_DIGITS = 9,
};
#define WORD_BASE UINT32_C(1000000000)

static const double power_of_ten[23] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
                                        1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};

static uint64_t bits_of(double v) {
    uint64_t u;
    memcpy(&u, &v, sizeof u);
    return u;
}

static double double_of(uint64_t u) {
    double v;
    memcpy(&v, &u, sizeof v);
    return v;
}

/* ---- the exact expansion ------------------------------------------------------------------------------------------ */

typedef struct decimal {
    int count;  /* digits, no zeros at either end */
    int decpt;  /* the value is 0.d1d2... * 10**decpt */
    char digits[VV_DTOA_SIZE];
} decimal;

static void finite_parts(double v, uint64_t *ret_m, int *ret_e) {
    uint64_t u = bits_of(v), m = u & ((UINT64_C(1) << 52) - 1);
    int e = (int)(u >> 52 & 0x7FF);
    if (e != 0)
        m |= UINT64_C(1) << 52;
    else
        e = 1;
    *ret_m = m;
    *ret_e = e - 1075;
}

static int words_times(uint32_t *w, int n, uint32_t factor) {
    uint64_t carry = 0;
    for (int i = 0; i < n; i++) {
        carry += (uint64_t)w[i] * factor;
        w[i] = (uint32_t)(carry % WORD_BASE);
        carry /= WORD_BASE;
    }
    while (carry != 0) {
        w[n++] = (uint32_t)(carry % WORD_BASE);
        carry /= WORD_BASE;
    }
    return n;
}

/* The digits of m * 2**e, m not 0. */
static void expand(uint64_t m, int e, decimal *d) {
    uint32_t w[WORDS];
    int n = 0, zeros = __builtin_ctzll(m);
    m >>= zeros;
    e += zeros;
    d->decpt = 0;
    for (; m != 0; m /= WORD_BASE)
        w[n++] = (uint32_t)(m % WORD_BASE);
    if (e > 0) {
        for (; e >= 29; e -= 29)
            n = words_times(w, n, UINT32_C(1) << 29);
        n = words_times(w, n, UINT32_C(1) << e);
    } else if (e < 0) {
        d->decpt = e;
        int k = -e;
        for (; k >= 12; k -= 12)
            n = words_times(w, n, 244140625); /* 5**12 */
        uint32_t rest = 1;
        while (k-- > 0)
            rest *= 5;
        n = words_times(w, n, rest);
    }
    char *out = d->digits;
    for (int i = n; i-- > 0;) {
        char part[WORD_DIGITS];
        uint32_t x = w[i];
        for (int j = WORD_DIGITS; j-- > 0; x /= 10)
            part[j] = (char)('0' + x % 10);
        int skip = 0;
        if (i == n - 1)
            while (part[skip] == '0')
                skip++;
        memcpy(out, part + skip, (size_t)(WORD_DIGITS - skip));
        out += WORD_DIGITS - skip;
    }
    int count = (int)(out - d->digits);
    d->decpt += count;
    while (d->digits[count - 1] == '0')
        count--;
    d->count = count;
}

/* Rounds to the first `keep` digits (0 or more), ties to even. */
static void round_decimal(decimal *d, int keep) {
    if (keep >= d->count)
        return;
    bool up;
    if (d->digits[keep] != '5' || keep + 1 < d->count)
        up = d->digits[keep] >= '5';
    else
        up = keep > 0 && (d->digits[keep - 1] - '0') % 2 == 1;
    int n = keep;
    if (up) {
        while (n > 0 && d->digits[n - 1] == '9')
            n--;
        if (n == 0) {
            d->digits[0] = '1';
            d->decpt++;
            d->count = 1;
            return;
        }
        d->digits[n - 1]++;
    } else {
        while (n > 0 && d->digits[n - 1] == '0')
            n--;
    }
    d->count = n;
}

static int give(const decimal *d, char *digits, int *ret_decpt) {
    memcpy(digits, d->digits, (size_t)d->count);
    *ret_decpt = d->count == 0 ? 1 : d->decpt;
    return d->count;
}

static int give_whole(uint64_t x, int decpt_of_one, char *digits, int *ret_decpt) {
    char text[20];
    int n = 20;
    for (; x != 0; x /= 10)
        text[--n] = (char)('0' + x % 10);
    int count = 20 - n;
    *ret_decpt = count + decpt_of_one;
    vv_copy(digits, text + n, (size_t)count);
    while (count > 0 && digits[count - 1] == '0')
        count--;
    return count;
}

/* ---- doubles of common size: exact numbers of 128 bits ---------------------------------------------------------------- */

typedef struct wide {
    uint64_t high, low;
} wide;

enum { MOST_PLACES = 22, MOST_FRACTION = 116 };

/* m * 10**places * 2**e as a whole number and a part behind the point of *ret_bits bits; false if that is not within reach. */
static bool scale(uint64_t m, int e, int places, uint64_t *ret_whole, wide *ret_part, int *ret_bits) {
    int bits = -(e + places);
    if (places < 0 || places > MOST_PLACES || bits < 1 || bits > MOST_FRACTION)
        return false;
    uint64_t five = 1;
    for (int k = 0; k < places; k++)
        five *= 5;
    uint64_t a = m >> 32, b = m & UINT32_MAX, c = five >> 32, d = five & UINT32_MAX;
    uint64_t low = b * d, middle = a * d + (low >> 32), other = b * c + (middle & UINT32_MAX);
    wide x = {a * c + (middle >> 32) + (other >> 32), other << 32 | (low & UINT32_MAX)};
    *ret_bits = bits;
    if (bits < 64) {
        if (x.high >> bits != 0)
            return false;
        *ret_whole = x.high << (64 - bits) | x.low >> bits;
        *ret_part = (wide){0, x.low & ((UINT64_C(1) << bits) - 1)};
    } else {
        *ret_whole = x.high >> (bits - 64);
        *ret_part = (wide){x.high & ((UINT64_C(1) << (bits - 64)) - 1), x.low};
    }
    return true;
}

/* The part of so many bits beside one half: -1, 0, 1. */
static int beside_half(wide part, int bits) {
    uint64_t upper = bits <= 64 ? part.low : part.high, lower = bits <= 64 ? 0 : part.low;
    uint64_t half = UINT64_C(1) << (bits <= 64 ? bits - 1 : bits - 65);
    return upper != half ? (upper < half ? -1 : 1) : lower != 0;
}

static uint64_t round_even(uint64_t whole, wide part, int bits) {
    int side = beside_half(part, bits);
    return whole + (side > 0 || (side == 0 && (whole & 1) != 0));
}

/* vv_dtoa_fixed within reach: the number of digits, or -1. */
static int fixed_wide(uint64_t m, int e, int places, char *digits, int *ret_decpt) {
    uint64_t whole;
    wide part;
    int bits;
    if (!scale(m, e, places, &whole, &part, &bits) || whole == UINT64_MAX)
        return -1;
    whole = round_even(whole, part, bits);
    return whole == 0 ? 0 : give_whole(whole, -places, digits, ret_decpt);
}

/* vv_dtoa_precision within reach: the number of digits, or -1. */
static int precision_wide(double v, uint64_t m, int e, int count, char *digits, int *ret_decpt) {
    uint64_t whole, limit = 1;
    wide part;
    int bits, places = count;
    if (count < 1 || count > 17)
        return -1;
    for (int k = 0; k < count; k++)
        limit *= 10;
    for (int k = 0; k < 22 && v >= power_of_ten[k]; k++)
        places--;
    do
        if (!scale(m, e, places++, &whole, &part, &bits))
            return -1;
    while (whole < limit / 10);
    if (whole >= limit)
        return -1;
    return give_whole(round_even(whole, part, bits), 1 - places, digits, ret_decpt);
}

/* The shortest digits within reach: the number of them, or -1. `places` lets v have 17 digits in front of the point, so that a whole
 * number lies between the midpoints to v's neighbours; the roundest of those is it. */
static int shortest_wide(uint64_t m, int e, int places, char *digits, int *ret_decpt) {
    bool inclusive = m % 2 == 0, nearer = m == UINT64_C(1) << 52;
    uint64_t least, most, whole;
    wide part, below, above;
    int bits;
    if (!scale(4 * m - (nearer ? 1 : 2), e - 2, places, &least, &below, &bits) ||
        !scale(4 * m + 2, e - 2, places, &most, &above, &bits) || !scale(4 * m, e - 2, places, &whole, &part, &bits))
        return -1;
    least += (below.high | below.low) != 0 || !inclusive;
    most -= (above.high | above.low) == 0 && !inclusive;
    uint64_t unit = 1;
    while (unit < UINT64_C(100000000000000000) && most / (unit * 10) * (unit * 10) >= least)
        unit *= 10;
    uint64_t down = whole / unit * unit, up = down + unit, rest = whole - down;
    if (least > most || (down < least && up > most))
        return -1;
    int side = unit == 1 ? beside_half(part, bits) : rest != unit / 2 ? (rest < unit / 2 ? -1 : 1) : (part.high | part.low) != 0;
    bool higher = down < least || (up <= most && (side > 0 || (side == 0 && down / unit % 2 == 1)));
    return give_whole(higher ? up : down, -places, digits, ret_decpt);
}

int vv_dtoa_precision(double v, int count, char digits[VV_DTOA_SIZE], int *ret_decpt) {
    uint64_t m;
    int e;
    finite_parts(v, &m, &e);
    *ret_decpt = 1;
    if (m == 0)
        return 0;
    int n = precision_wide(v < 0 ? -v : v, m, e, count, digits, ret_decpt);
    if (n >= 0)
        return n;
    decimal d;
    expand(m, e, &d);
    round_decimal(&d, count);
    return give(&d, digits, ret_decpt);
}

int vv_dtoa_fixed(double v, int places, char digits[VV_DTOA_SIZE], int *ret_decpt) {
    uint64_t m;
    int e;
    finite_parts(v, &m, &e);
    *ret_decpt = 1;
    if (m == 0)
        return 0;
    int n = fixed_wide(m, e, places, digits, ret_decpt);
    if (n >= 0)
        return n;
    decimal d;
    expand(m, e, &d);
    if (places > 1100) /* more than any double has */
        places = 1100;
    if (places < -400)
        places = -400;
    if (d.decpt + places < 0)
        return 0;
    round_decimal(&d, d.decpt + places);
    return give(&d, digits, ret_decpt);
}

/* ---- the shortest digits ------------------------------------------------------------------------------------------ */

/* A digit of d at `position` behind the point of a number whose first digit would stand at position 0 with `decpt`. */
static int digit_at(const decimal *d, int position, int decpt) {
    int i = position - (decpt - d->decpt);
    return i >= 0 && i < d->count ? d->digits[i] - '0' : 0;
}

/* Compares the n digits c[] (c[0] at position -1, in front of the first) with d. */
static int compare_digits(const int8_t *c, int n, const decimal *d, int decpt) {
    for (int i = 0; i < n; i++) {
        int x = digit_at(d, i - 1, decpt);
        if (c[i] != x)
            return c[i] < x ? -1 : 1;
    }
    return d->count + (decpt - d->decpt) > n - 1 ? -1 : 0; /* further digits of d are not all zero */
}

/* Decimals of n digits next to v on either side, n growing, until one lies between the midpoints to v's neighbours. */
static int shortest_exact(uint64_t m, int e, char *digits, int *ret_decpt) {
    decimal v, low, high;
    bool inclusive = m % 2 == 0;
    expand(m, e, &v);
    expand(2 * m + 1, e - 1, &high);
    if (m == UINT64_C(1) << 52 && e > -1074) /* the neighbour below is nearer */
        expand(4 * m - 1, e - 2, &low);
    else
        expand(2 * m - 1, e - 1, &low);
    int decpt = high.decpt, n = 1;
    while (n < 20 && digit_at(&low, n - 1, decpt) == digit_at(&high, n - 1, decpt))
        n++;
    if (n > 1)
        n--;
    for (;; n++) {
        int8_t down[32], up[32]; /* one place in front for a carry */
        down[0] = 0;
        for (int i = 0; i < n; i++)
            down[i + 1] = (int8_t)digit_at(&v, i, decpt);
        memcpy(up, down, (size_t)n + 1);
        int i = n;
        while (up[i] == 9)
            up[i--] = 0;
        up[i]++;
        int to_low = compare_digits(down, n + 1, &low, decpt), to_high = compare_digits(up, n + 1, &high, decpt);
        bool down_fits = to_low > 0 || (to_low == 0 && inclusive);
        bool up_fits = to_high < 0 || (to_high == 0 && inclusive);
        if (!down_fits && !up_fits)
            continue;
        const int8_t *best = down_fits ? down : up;
        if (down_fits && up_fits) {
            /* Which is nearer: the digits of v that `down` leaves out tell. */
            int next = digit_at(&v, n, decpt);
            bool half = next == 5 && v.count + (decpt - v.decpt) <= n + 1;
            if (half ? down[n] % 2 == 1 : next >= 5)
                best = up;
        }
        int first = 0, count = n + 1;
        while (best[first] == 0)
            first++;
        while (best[count - 1] == 0)
            count--;
        for (i = first; i < count; i++)
            digits[i - first] = (char)('0' + best[i]);
        *ret_decpt = decpt + 1 - first;
        return count - first;
    }
}

int vv_dtoa_shortest(double v, char digits[VV_DTOA_SIZE], int *ret_decpt) {
    v = double_of(bits_of(v) & ~(UINT64_C(1) << 63));
    if (v == 0) {
        *ret_decpt = 1;
        return 0;
    }
    if (v < 9007199254740992.0 && v == (double)(uint64_t)v)
        return give_whole((uint64_t)v, 0, digits, ret_decpt);
    uint64_t m;
    int e;
    finite_parts(v, &m, &e);
    if (v >= 1e-5 && v < 1e15) {
        /* Scaled to 15 digits before the point. If dividing the nearest whole number gives v again, it is the only
         * decimal of that length that reads as v, as different decimals of 15 digits read as different doubles. */
        int places = 15;
        if (v >= 1)
            while (v >= power_of_ten[15 - places + 1] || places == 15)
                places--;
        else
            while (places < 20 && v * power_of_ten[places - 15] < 0.1)
                places++;
        uint64_t x = (uint64_t)(v * power_of_ten[places] + 0.5);
        if ((double)x / power_of_ten[places] == v && x <= UINT64_C(1000000000000000))
            return give_whole(x, -places, digits, ret_decpt);
        int n = shortest_wide(m, e, places + 2, digits, ret_decpt);
        if (n >= 0)
            return n;
    }
    return shortest_exact(m, e, digits, ret_decpt);
}

/* ---- reading ------------------------------------------------------------------------------------------------------ */

double vv_double_round(uint64_t top, int64_t e, bool lost) {
    int64_t exponent = e + 63;
    if (exponent > 1023)
        return __builtin_inf();
    int64_t shift = exponent < -1022 ? 11 + (-1022 - exponent) : 11;
    if (shift > 64)
        return 0;
    uint64_t m = shift < 64 ? top >> shift : 0, rest = top << (64 - shift), half = UINT64_C(1) << 63;
    if (rest > half || (rest == half && (lost || (m & 1) != 0)))
        m++;
    uint64_t u = ((uint64_t)(exponent < -1022 ? 0 : exponent + 1022) << 52) + m; /* a carry moves to the exponent */
    return double_of(u);
}

enum { MOST_DIGITS = 780, MOST_WORDS = 220 };

/* Further digits than MOST_DIGITS cannot matter but by being there: no midpoint of doubles has as many. */
static double read_exact(const char *digits, size_t n, int64_t exponent) {
    uint32_t number[MOST_WORDS], power[MOST_WORDS], shifted[MOST_WORDS], quotient[MOST_WORDS], rest[MOST_WORDS],
        scratch[MOST_WORDS];
    size_t length = 0, take = n < MOST_DIGITS ? n : MOST_DIGITS;
    for (size_t i = 0; i < take; i++)
        length = vv_bignum_mul_small(number, length, 10, (uint32_t)(digits[i] - '0'));
    if (take < n) {
        length = vv_bignum_mul_small(number, length, 10, 1);
        exponent += (int64_t)(n - take) - 1;
    }
    bool lost = false;
    int64_t e = exponent;
    const uint32_t *result = number;
    if (exponent > 0) {
        for (int64_t k = exponent; k > 0; k -= 12) {
            uint32_t factor = 1;
            for (int64_t j = k < 12 ? k : 12; j > 0; j--)
                factor *= 5;
            length = vv_bignum_mul_small(number, length, factor, 0);
        }
    } else if (exponent < 0) {
        size_t size = 1;
        power[0] = 1;
        for (int64_t k = -exponent; k > 0; k -= 12) {
            uint32_t factor = 1;
            for (int64_t j = k < 12 ? k : 12; j > 0; j--)
                factor *= 5;
            size = vv_bignum_mul_small(power, size, factor, 0);
        }
        int64_t shift = (int64_t)vv_bignum_bits(power, size) - (int64_t)vv_bignum_bits(number, length) + 66;
        if (shift > 0) {
            length = vv_bignum_lshift(shifted, number, length, (uint64_t)shift);
            e -= shift;
        } else {
            memcpy(shifted, number, length * sizeof *number);
        }
        if (size == 1) {
            lost = vv_bignum_div_small(quotient, shifted, length, power[0]) != 0;
            length = vv_bignum_length(quotient, length);
        } else {
            vv_bignum_divmod(quotient, rest, shifted, length, power, size, scratch);
            lost = vv_bignum_length(rest, size) != 0;
            length = vv_bignum_length(quotient, length - size + 1);
        }
        result = quotient;
    }
    uint64_t bits = vv_bignum_bits(result, length), top;
    if (bits < 64) {
        top = 0;
        for (size_t i = length; i-- > 0;)
            top = top << VV_BIGNUM_SHIFT | result[i];
        top <<= 64 - bits;
        e -= (int64_t)(64 - bits);
    } else {
        bool below;
        top = vv_bignum_top64(result, length, &below);
        lost |= below;
        e += (int64_t)(bits - 64);
    }
    return vv_double_round(top, e, lost);
}

double vv_strtod_digits(const char *digits, size_t n, int64_t exponent) {
    while (n > 0 && *digits == '0')
        digits++, n--;
    while (n > 0 && digits[n - 1] == '0')
        n--, exponent++;
    if (n == 0)
        return 0;
    if (exponent > 400 || (int64_t)n + exponent > 310)
        return __builtin_inf();
    if ((int64_t)n + exponent < -330)
        return 0;
    if (n <= 15 && exponent >= -22 && exponent <= 22) {
        /* Both numbers are exact doubles, so one operation rounds once. */
        uint64_t x = 0;
        for (size_t i = 0; i < n; i++)
            x = x * 10 + (uint64_t)(digits[i] - '0');
        return exponent < 0 ? (double)x / power_of_ten[-exponent] : (double)x * power_of_ten[exponent];
    }
    return read_exact(digits, n, exponent);
}

double vv_strtod(const char *text, const char *end, const char **ret_end) {
    const char *p = text;
    bool negative = false;
    *ret_end = text;
    if (p < end && (*p == '-' || *p == '+'))
        negative = *p++ == '-';
    while (p < end && *p == '0')
        p++;
    bool any = p > text && p[-1] == '0';
    /* What MOST_DIGITS leaves out is remembered as one more digit. */
    char digits[MOST_DIGITS + 2];
    size_t n = 0;
    int64_t exponent = 0;
    bool more = false;
    for (; p < end && *p >= '0' && *p <= '9'; p++) {
        any = true;
        if (n < MOST_DIGITS) {
            digits[n++] = *p;
        } else {
            more |= *p != '0';
            exponent++;
        }
    }
    if (p < end && *p == '.') {
        const char *point = p++;
        for (; p < end && *p >= '0' && *p <= '9'; p++) {
            any = true;
            if (n == 0 && *p == '0') {
                exponent--;
            } else if (n < MOST_DIGITS) {
                digits[n++] = *p;
                exponent--;
            } else {
                more |= *p != '0';
            }
        }
        if (!any)
            p = point;
    }
    if (!any)
        return 0;
    *ret_end = p;
    if (p < end && (*p == 'e' || *p == 'E')) {
        const char *q = p + 1;
        bool minus = false;
        if (q < end && (*q == '-' || *q == '+'))
            minus = *q++ == '-';
        if (q < end && *q >= '0' && *q <= '9') {
            int64_t x = 0;
            for (; q < end && *q >= '0' && *q <= '9'; q++)
                if (x < INT64_C(1000000000000))
                    x = x * 10 + (*q - '0');
            exponent += minus ? -x : x;
            *ret_end = q;
        }
    }
    if (more) {
        digits[n++] = '1';
        exponent--;
    }
    double v = vv_strtod_digits(digits, n, exponent);
    return negative ? -v : v;
}

/* ---- formats ------------------------------------------------------------------------------------------------------ */

size_t vv_float_format_bound(double v, char code, int precision) {
    (void)v;
    size_t n = 400; /* sign, 309 digits before the point, exponent */
    if (code != 'r')
        n += precision < 0 ? 6 : (size_t)precision;
    return n;
}

size_t vv_float_format(double v, char code, int precision, unsigned flags, char *out) {
    char *p = out;
    bool upper = code >= 'A' && code <= 'Z', percent = code == '%';
    if (upper)
        code = (char)(code - 'A' + 'a');
    if (percent) {
        v *= 100;
        code = 'f';
    }
    bool negative = bits_of(v) >> 63 != 0;
    if (v != v || v - v != 0) {
        const char *text = v != v ? (upper ? "NAN" : "nan") : (upper ? "INF" : "inf");
        if (negative && v == v)
            *p++ = '-';
        else if (flags & VV_FF_SIGN)
            *p++ = '+';
        memcpy(p, text, 3);
        p += 3;
        if (percent)
            *p++ = '%';
        return (size_t)(p - out);
    }
    char digits[VV_DTOA_SIZE];
    int decpt, count, end; /* end: digits to show, counted like decpt */
    bool exponential = false;
    if (precision < 0)
        precision = 6;
    switch (code) {
    case 'e':
        count = vv_dtoa_precision(v, precision < VV_DTOA_SIZE ? precision + 1 : VV_DTOA_SIZE, digits, &decpt);
        end = precision + 1;
        exponential = true;
        break;
    case 'f':
        count = vv_dtoa_fixed(v, precision, digits, &decpt);
        end = decpt + precision;
        break;
    case 'g':
        if (precision == 0)
            precision = 1;
        count = vv_dtoa_precision(v, precision < VV_DTOA_SIZE ? precision : VV_DTOA_SIZE, digits, &decpt);
        end = flags & VV_FF_ALT ? precision : count;
        exponential = decpt <= -4 || decpt > precision - (flags & VV_FF_ADD_DOT_0 ? 1 : 0);
        break;
    default: /* 'r' */
        count = vv_dtoa_shortest(v, digits, &decpt);
        end = count;
        exponential = decpt <= -4 || decpt > 16;
    }
    if (negative && (count > 0 || !(flags & VV_FF_NO_NEG_0)))
        *p++ = '-';
    else if (flags & VV_FF_SIGN)
        *p++ = '+';
    int exponent = decpt - 1;
    if (exponential)
        decpt = 1;
    int least = !exponential && flags & VV_FF_ADD_DOT_0 ? decpt + 1 : decpt;
    if (end < least)
        end = least;
    for (int i = decpt <= 0 ? decpt - 1 : 0; i < end; i++) {
        if (i == decpt)
            *p++ = '.';
        *p++ = i >= 0 && i < count ? digits[i] : '0';
    }
    if (end == decpt && flags & VV_FF_ALT)
        *p++ = '.';
    if (exponential) {
        *p++ = upper ? 'E' : 'e';
        *p++ = exponent < 0 ? '-' : '+';
        if (exponent < 0)
            exponent = -exponent;
        if (exponent >= 100)
            *p++ = (char)('0' + exponent / 100);
        *p++ = (char)('0' + exponent / 10 % 10);
        *p++ = (char)('0' + exponent % 10);
    }
    if (percent)
        *p++ = '%';
    return (size_t)(p - out);
}
