/* float.h - IEEE 754 doubles. */
#ifndef VV_TYPES_FLOAT_H
#define VV_TYPES_FLOAT_H

#include "object/runtime.h"

typedef struct vv_float {
    vv_obj head;
    double value;
} vv_float;
#define VV_FLOAT(o) ((vv_float *)(o))

typedef struct vv_complex {
    vv_obj head;
    double real, imag;
} vv_complex;
#define VV_COMPLEX(o) ((vv_complex *)(o))

VV_NODISCARD vv_owned vv_float_new(vv_thread *t, double value);
VV_NODISCARD vv_owned vv_complex_new(vv_thread *t, double real, double imag);
/* repr(value): shortest text that reads back the same ("0.1", "1e+16", "inf"). */
VV_NODISCARD vv_owned vv_float_repr(vv_thread *t, double value);
/* float("..."): surrounding space, underscores, inf/nan allowed; ValueError "could not convert string to float: ...". */
VV_NODISCARD vv_owned vv_float_from_text(vv_thread *t, const char *text, size_t length);
/* As vv_float_from_text, but the message shows repr(whole). */
VV_NODISCARD vv_owned vv_float_parse(vv_thread *t, const char *text, size_t length, vv_ref whole);
/* Text as vv_float_format makes it (base/dtoa.h); MemoryError. */
VV_NODISCARD vv_owned vv_float_text(vv_thread *t, double value, char code, int precision, unsigned flags);
/* value rounded to `places` decimal places, correctly; OverflowError. */
VV_NODISCARD int vv_float_round_to(vv_thread *t, double value, int64_t places, double *ret);
/* Reads an optional sign and digits, or inf, infinity, nan in any case; *ret_end = text if there is none of them. */
double vv_float_scan(const char *text, const char *end, const char **ret_end);
vv_hash vv_float_hash(vv_ref self, double value); /* self: identity hash for nan; may be NULL */
/* Python's % and // on doubles (divisor not 0), pow with Python's errors (0/-1). */
double vv_float_mod(double a, double b);
double vv_float_floordiv(double a, double b);
VV_NODISCARD int vv_float_pow(vv_thread *t, double a, double b, double *ret); /* 1: result is complex, not computed */
/* An int, bool or float as double: 1 yes, 0 neither, -1 OverflowError. */
int vv_float_from_number(vv_thread *t, vv_ref o, double *ret);
/* Exact comparison of a float with an int: -1, 0, 1; 2 if the float is nan. */
int vv_float_compare_int(double a, vv_ref b);

#endif
