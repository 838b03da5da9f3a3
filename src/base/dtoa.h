/* dtoa.h - doubles to decimal text and back, always correctly rounded (ties to even), and Python's float formats.
 *
 * Digit strings have no leading or trailing zeros and stand for 0.d1d2d3... * 10**decpt; zero is no digits, decpt 1.
 * The value's sign is not looked at; infinities and nans are the caller's business, except in vv_float_format.
 */
#ifndef VV_BASE_DTOA_H
#define VV_BASE_DTOA_H

#include "base/forward.h"

enum { VV_DTOA_SIZE = 800 }; /* room for any digit string: a double has at most 767 significant digits */

/* The shortest digits that read back as |v|, the nearest to it among these. The number of digits (at most 17). */
int vv_dtoa_shortest(double v, char digits[VV_DTOA_SIZE], int *ret_decpt);
/* |v| rounded to `count` significant digits (at least 1). The number of digits. */
int vv_dtoa_precision(double v, int count, char digits[VV_DTOA_SIZE], int *ret_decpt);
/* |v| rounded to `places` digits after the point (negative: before it). The number of digits. */
int vv_dtoa_fixed(double v, int places, char digits[VV_DTOA_SIZE], int *ret_decpt);

/* Reads [sign] digits [. digits] [e [sign] digits], at least one digit in the mantissa; no space, underscore, inf or
 * nan. *ret_end = behind the number (text if there is none). Too large gives an infinity. */
double vv_strtod(const char *text, const char *end, const char **ret_end);
/* The double nearest to digits[0..n) (as a whole number) * 10**exponent. */
double vv_strtod_digits(const char *digits, size_t n, int64_t exponent);

/* top * 2**exponent rounded to a double; top has its highest bit set, `lost` says that a little was cut off below it. */
double vv_double_round(uint64_t top, int64_t exponent, bool lost);

enum vv_float_flags {
    VV_FF_SIGN = 1,      /* a sign always */
    VV_FF_ADD_DOT_0 = 2, /* ".0" behind what would look like an int */
    VV_FF_ALT = 4,       /* the alternate form: keep the point and trailing zeros */
    VV_FF_NO_NEG_0 = 8,  /* no minus sign on a result that is zero */
};
/* An upper bound of what vv_float_format writes. */
size_t vv_float_format_bound(double v, char code, int precision);
/* Writes v as printf's e f g E F G (lower case: "inf", "nan"; upper case: "INF", "NAN"), as 'r' = repr's digits with
 * an exponent below 1e-4 and from 1e16 on (precision ignored), or as '%' = 100 * v in format f and a percent sign.
 * Negative precision counts as 6, for g 0 counts as 1. No NUL. The number of characters. */
size_t vv_float_format(double v, char code, int precision, unsigned flags, char *out);

#endif
