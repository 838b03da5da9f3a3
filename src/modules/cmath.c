/* cmath.c - module cmath: functions of complex numbers.
 *
 * Formulas: W. Kahan, "Branch cuts for complex elementary functions, or much ado about nothing's sign bit" (1987); results for
 * arguments with infinite or nan parts: C99, annex G, in a table.
 */
#include <float.h>
#include <math.h>
#include <string.h>

#include "object/alloc.h"
#include "object/error.h"
#include "types/dict.h"
#include "types/float.h"
#include "types/function.h"
#include "types/tuple.h"

#define VV_DEF_NAME cmath
#define VV_DEF_FILE "modules/cmath.def"
#include "object/deftype.h"

typedef struct pair {
    double re, im;
} pair;

enum trouble { NONE, DOMAIN, RANGE };

static const double PI = 3.141592653589793238462643383279502884, LN2 = 0.6931471805599453094172321214581765681,
                    LN10 = 2.302585092994045684017991454684364208;
/* Beyond these, squares, exponentials and sums overflow, or squares underflow. */
static const double LARGE = DBL_MAX / 4, ROOT_LARGE = 6.703903964971298e+153, LOG_LARGE = 708.3964185322641,
                    ROOT_SMALL = 1.4916681462400413e-154;

/* ---- special values ---- */

enum { SPECIAL_ACOS, SPECIAL_ACOSH, SPECIAL_ASINH, SPECIAL_ATANH, SPECIAL_COSH, SPECIAL_EXP, SPECIAL_SINH, SPECIAL_SQRT, SPECIAL_TANH, SPECIAL_RECT, SPECIALS };

/* By class of the real part, then of the imaginary one: -inf, negative, -0, 0, positive, inf, nan. Two letters are a result:
 * 0 o zeros, i j infinities, p h q t: pi and its half, quarter, three quarters (capitals: negative), 1 u ones, n nan. */
static const char *const specials[SPECIALS][7] = {
    [SPECIAL_ACOS] = {"tipipipjpjtjni", "hi........hjnn", "hi........hjhn", "hi........hjhn", "hi........hjnn", "qi0i0i0j0jqjni", "ninnnnnnnnnjnn"},
    [SPECIAL_ACOSH] = {"iTiPiPipipitin", "iH........ihnn", "iH........ihnn", "iH........ihnn", "iH........ihnn", "iQioioi0i0iqin", "innnnnnnnninnn"},
    [SPECIAL_ASINH] = {"jQjojoj0j0jqjn", "jH........jhnn", "jH........jhnn", "iH........ihnn", "iH........ihnn", "iQioioi0i0iqin", "innnnon0nninnn"},
    [SPECIAL_ATANH] = {"oHoHoHohohohon", "oH........ohnn", "oH........ohon", "0H........0h0n", "0H........0hnn", "0H0H0H0h0h0h0n", "0Hnnnnnnnn0hnn"},
    [SPECIAL_COSH] = {"EE..i0io..EEin", "EE........EEnn", "EE........EEn0", "EE........EEn0", "EE........EEnn", "EE..ioi0..EEin", "nnnnn0n0nnnnnn"},
    [SPECIAL_EXP] = {"00..0o00..0000", "EE........EEnn", "EE........EEnn", "EE........EEnn", "EE........EEnn", "EE..ioi0..EEin", "nnnnnon0nnnnnn"},
    [SPECIAL_SINH] = {"EE..joj0..EEin", "EE........EEnn", "EE........EE0n", "EE........EE0n", "EE........EEnn", "EE..ioi0..EEin", "nnnnnon0nnnnnn"},
    [SPECIAL_SQRT] = {"ij0j0j0i0iiini", "ij........iinn", "ij........iinn", "ij........iinn", "ij........iinn", "ijioioi0i0iiin", "ijnnnnnnnniinn"},
    [SPECIAL_TANH] = {"u0..uou0..u0u0", "EE........EEnn", "EE........EEnn", "EE........EEnn", "EE........EEnn", "10..1o10..1010", "nnnnnon0nnnnnn"},
    [SPECIAL_RECT] = {"EE..j0jo..EEin", "EE........EEnn", "00........0000", "00........0000", "EE........EEnn", "EE..ioi0..EEin", "nnnnn0n0nnnnnn"},
};

static int class_of(double x) {
    if (isnan(x))
        return 6;
    if (isinf(x))
        return x < 0 ? 0 : 5;
    if (x == 0)
        return signbit(x) ? 2 : 3;
    return x < 0 ? 1 : 4;
}

static double value_of(char c) {
    switch (c) {
    case '0':
        return 0;
    case 'o':
        return -0.0;
    case 'i':
        return INFINITY;
    case 'j':
        return -INFINITY;
    case '1':
        return 1;
    case 'u':
        return -1;
    case 'n':
        return (double)NAN;
    default:
        break;
    }
    double x = (c | 0x20) == 'p' ? PI : (c | 0x20) == 'h' ? PI / 2 : (c | 0x20) == 'q' ? PI / 4 : 3 * (PI / 4);
    return c < 'a' ? -x : x;
}

/* True when the table decides: *r, or a domain error. */
static bool special(int function, pair z, pair *r, enum trouble *trouble) {
    if (isfinite(z.re) && isfinite(z.im))
        return false;
    const char *cell = specials[function][class_of(z.re)] + 2 * class_of(z.im);
    if (cell[0] == '.')
        return false; /* an infinite real part: the signs come from sine and cosine */
    if (cell[0] == 'E') {
        *trouble = DOMAIN;
        return true;
    }
    *r = (pair){value_of(cell[0]), value_of(cell[1])};
    return true;
}

/* ---- functions: each leaves what went wrong in *e ---- */

typedef pair function(pair z, enum trouble *e);

static pair c_sqrt(pair z, enum trouble *e) {
    pair r;
    if (special(SPECIAL_SQRT, z, &r, e))
        return r;
    if (z.re == 0 && z.im == 0)
        return (pair){0, z.im};
    double ax = fabs(z.re), ay = fabs(z.im), s;
    if (ax < DBL_MIN && ay < DBL_MIN) { /* subnormal: scaled by 2**53, of which the root and the halving take 2**27 */
        ax = ldexp(ax, 53);
        s = ldexp(sqrt(ax + hypot(ax, ldexp(ay, 53))), -27);
    } else {
        ax /= 8;
        s = 2 * sqrt(ax + hypot(ax, ay / 8));
    }
    double d = ay / (2 * s);
    return z.re >= 0 ? (pair){s, copysign(d, z.im)} : (pair){d, copysign(s, z.im)};
}

/* log(hypot(x, y)) of numbers whose hypotenuse could overflow. */
static double log_of_large(pair z) {
    return log(hypot(z.re / 2, z.im / 2)) + LN2 * 2;
}

static pair c_acos(pair z, enum trouble *e) {
    pair r;
    if (special(SPECIAL_ACOS, z, &r, e))
        return r;
    if (fabs(z.re) > LARGE || fabs(z.im) > LARGE) {
        double size = log_of_large(z);
        return (pair){atan2(fabs(z.im), z.re), z.re < 0 ? -copysign(size, z.im) : copysign(size, -z.im)};
    }
    pair a = c_sqrt((pair){1 - z.re, -z.im}, e), b = c_sqrt((pair){1 + z.re, z.im}, e);
    return (pair){2 * atan2(a.re, b.re), asinh(b.re * a.im - b.im * a.re)};
}

static pair c_acosh(pair z, enum trouble *e) {
    pair r;
    if (special(SPECIAL_ACOSH, z, &r, e))
        return r;
    if (fabs(z.re) > LARGE || fabs(z.im) > LARGE)
        return (pair){log_of_large(z), atan2(z.im, z.re)};
    pair a = c_sqrt((pair){z.re - 1, z.im}, e), b = c_sqrt((pair){z.re + 1, z.im}, e);
    return (pair){asinh(a.re * b.re + a.im * b.im), 2 * atan2(a.im, b.re)};
}

static pair c_asinh(pair z, enum trouble *e) {
    pair r;
    if (special(SPECIAL_ASINH, z, &r, e))
        return r;
    if (fabs(z.re) > LARGE || fabs(z.im) > LARGE)
        return (pair){copysign(log_of_large(z), z.re), atan2(z.im, fabs(z.re))};
    pair a = c_sqrt((pair){1 + z.im, -z.re}, e), b = c_sqrt((pair){1 - z.im, z.re}, e);
    return (pair){asinh(a.re * b.im - b.re * a.im), atan2(z.im, a.re * b.re - a.im * b.im)};
}

static pair c_atanh(pair z, enum trouble *e) {
    pair r;
    if (special(SPECIAL_ATANH, z, &r, e))
        return r;
    if (signbit(z.re)) { /* an odd function */
        r = c_atanh((pair){-z.re, -z.im}, e);
        return (pair){-r.re, -r.im};
    }
    double ay = fabs(z.im);
    if (z.re > ROOT_LARGE || ay > ROOT_LARGE) {
        double h = hypot(z.re / 2, z.im / 2);
        return (pair){z.re / 4 / h / h, -copysign(PI / 2, -z.im)};
    }
    if (z.re == 1 && ay < ROOT_SMALL) {
        if (ay == 0) {
            *e = DOMAIN;
            return (pair){INFINITY, z.im};
        }
        return (pair){-log(sqrt(ay) / sqrt(hypot(ay, 2))), copysign(atan2(2, -ay) / 2, z.im)};
    }
    double rest = 1 - z.re;
    return (pair){log1p(4 * z.re / (rest * rest + ay * ay)) / 4, -atan2(-2 * z.im, rest * (1 + z.re) - ay * ay) / 2};
}

/* sine-like functions through their hyperbolic ones: f(z) = -i g(i z) */
static pair rotated(pair z, function *g, enum trouble *e) {
    pair s = g((pair){-z.im, z.re}, e);
    return (pair){s.im, -s.re};
}

static pair c_asin(pair z, enum trouble *e) {
    return rotated(z, c_asinh, e);
}

static pair c_atan(pair z, enum trouble *e) {
    return rotated(z, c_atanh, e);
}

static void check_range(pair r, pair z, enum trouble *e) {
    if (isfinite(z.re) && isfinite(z.im) && (isinf(r.re) || isinf(r.im)))
        *e = RANGE;
}

static pair c_cosh(pair z, enum trouble *e) {
    pair r;
    if (special(SPECIAL_COSH, z, &r, e))
        return r;
    if (isinf(z.re))
        return (pair){copysign(INFINITY, cos(z.im)), copysign(INFINITY, z.re > 0 ? sin(z.im) : -sin(z.im))};
    if (fabs(z.re) > LOG_LARGE) {
        double x = z.re - copysign(1, z.re);
        r = (pair){cos(z.im) * cosh(x) * M_E, sin(z.im) * sinh(x) * M_E};
    } else {
        r = (pair){cos(z.im) * cosh(z.re), sin(z.im) * sinh(z.re)};
    }
    check_range(r, z, e);
    return r;
}

static pair c_sinh(pair z, enum trouble *e) {
    pair r;
    if (special(SPECIAL_SINH, z, &r, e))
        return r;
    if (isinf(z.re))
        return (pair){copysign(INFINITY, z.re > 0 ? cos(z.im) : -cos(z.im)), copysign(INFINITY, sin(z.im))};
    if (fabs(z.re) > LOG_LARGE) {
        double x = z.re - copysign(1, z.re);
        r = (pair){cos(z.im) * sinh(x) * M_E, sin(z.im) * cosh(x) * M_E};
    } else {
        r = (pair){cos(z.im) * sinh(z.re), sin(z.im) * cosh(z.re)};
    }
    check_range(r, z, e);
    return r;
}

static pair c_tanh(pair z, enum trouble *e) {
    pair r;
    if (special(SPECIAL_TANH, z, &r, e))
        return r;
    if (isinf(z.re))
        return (pair){copysign(1, z.re), copysign(0, 2 * sin(z.im) * cos(z.im))};
    if (fabs(z.re) > LOG_LARGE)
        return (pair){copysign(1, z.re), 4 * sin(z.im) * cos(z.im) * exp(-2 * fabs(z.re))};
    double tx = tanh(z.re), ty = tan(z.im), cx = 1 / cosh(z.re), both = tx * ty, below = 1 + both * both;
    return (pair){tx * (1 + ty * ty) / below, ((ty / below) * cx) * cx};
}

static pair c_cos(pair z, enum trouble *e) {
    return c_cosh((pair){-z.im, z.re}, e);
}

static pair c_sin(pair z, enum trouble *e) {
    return rotated(z, c_sinh, e);
}

static pair c_tan(pair z, enum trouble *e) {
    return rotated(z, c_tanh, e);
}

static pair c_exp(pair z, enum trouble *e) {
    pair r;
    if (special(SPECIAL_EXP, z, &r, e))
        return r;
    if (isinf(z.re)) {
        double size = z.re > 0 ? INFINITY : 0;
        return (pair){copysign(size, cos(z.im)), copysign(size, sin(z.im))};
    }
    double size = exp(z.re > LOG_LARGE ? z.re - 1 : z.re);
    r = z.re > LOG_LARGE ? (pair){size * cos(z.im) * M_E, size * sin(z.im) * M_E} : (pair){size * cos(z.im), size * sin(z.im)};
    check_range(r, z, e);
    return r;
}

static pair c_log(pair z, enum trouble *e) {
    pair r;
    if (special(SPECIAL_ACOSH, z, &r, e)) /* the same there */
        return r;
    double ax = fabs(z.re), ay = fabs(z.im), size;
    if (ax > LARGE || ay > LARGE) {
        size = log(hypot(ax / 2, ay / 2)) + LN2;
    } else if (ax < DBL_MIN && ay < DBL_MIN) {
        if (ax > 0 || ay > 0) {
            size = log(hypot(ldexp(ax, DBL_MANT_DIG), ldexp(ay, DBL_MANT_DIG))) - DBL_MANT_DIG * LN2;
        } else {
            size = -INFINITY;
            *e = DOMAIN;
        }
    } else {
        double h = hypot(ax, ay);
        if (0.71 <= h && h <= 1.73) { /* near 1: without cancellation */
            double large = ax > ay ? ax : ay, small = ax > ay ? ay : ax;
            size = log1p((large - 1) * (large + 1) + small * small) / 2;
        } else {
            size = log(h);
        }
    }
    return (pair){size, atan2(z.im, z.re)};
}

static pair c_log10(pair z, enum trouble *e) {
    pair r = c_log(z, e);
    return (pair){r.re / LN10, r.im / LN10};
}

static pair c_rect(pair z, enum trouble *e) { /* (radius, angle) */
    pair r;
    if (special(SPECIAL_RECT, z, &r, e))
        return r;
    if (isinf(z.re)) {
        double sign = z.re > 0 ? 1 : -1;
        return (pair){copysign(INFINITY, sign * cos(z.im)), copysign(INFINITY, sign * sin(z.im))};
    }
    if (z.im == 0)
        return (pair){z.re, z.re * z.im};
    return (pair){z.re * cos(z.im), z.re * sin(z.im)};
}

/* ---- arguments and results ---- */

/* complex(o) for functions: numbers, __complex__, __float__, __index__. slot[0] is used; t->ret = a complex or float. */
static vv_step convert(vv_thread *t, vv_native *nf) { /* argv: o */
    VV_BEGIN(nf);
    if (vv_is_instance(nf->argv[0], VV_TYPEP(t, COMPLEX)))
        return vv_return(t, vv_newref(nf->argv[0]));
    VV_AWAIT(nf, vv_do_call_special(t, nf->argv[0], VV_N(t, __complex__), NULL, 0));
    if (t->ret != NULL) {
        if (vv_is_instance(t->ret, VV_TYPEP(t, COMPLEX)))
            return VV_READY;
        nf->slot[0] = vv_take_ret(t);
        return vv_raise_step(t, VV_TypeError, "__complex__ returned non-complex (type %T)", nf->slot[0]);
    }
    VV_AWAIT(nf, vv_do_float(t, nf->argv[0]));
    return VV_READY;
    VV_END(nf);
}

static vv_step do_complex(vv_thread *t, vv_ref o) {
    if (VV_IS(t, o, COMPLEX) || VV_IS(t, o, FLOAT))
        return vv_return(t, vv_newref(o));
    return vv_start1(t, convert, "complex", o);
}

/* The number in the result register, released. */
static pair take_pair(vv_thread *t) {
    vv_obj *o = vv_take_ret(t);
    pair z = vv_is_instance(o, VV_TYPEP(t, COMPLEX)) ? (pair){VV_COMPLEX(o)->real, VV_COMPLEX(o)->imag} : (pair){VV_FLOAT(o)->value, 0};
    vv_decref(t, o);
    return z;
}

static vv_step fail(vv_thread *t, enum trouble e) {
    return e == DOMAIN ? vv_raise_step(t, VV_ValueError, "math domain error") : vv_raise_step(t, VV_OverflowError, "math range error");
}

static vv_step return_pair(vv_thread *t, pair r, enum trouble e) {
    return e != NONE ? fail(t, e) : vv_return(t, vv_complex_new(t, r.re, r.im));
}

static vv_step of_complex(vv_thread *t, vv_native *nf, function *f) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, do_complex(t, nf->argv[0]));
    enum trouble e = NONE;
    pair r = f(take_pair(t), &e);
    return return_pair(t, r, e);
    VV_END(nf);
}

#define OF_COMPLEX(name)                                                                                               \
    static vv_step cmath_##name(vv_thread *t, vv_native *nf) {                                                         \
        return of_complex(t, nf, c_##name);                                                                            \
    }
OF_COMPLEX(acos)
OF_COMPLEX(acosh)
OF_COMPLEX(asin)
OF_COMPLEX(asinh)
OF_COMPLEX(atan)
OF_COMPLEX(atanh)
OF_COMPLEX(cos)
OF_COMPLEX(cosh)
OF_COMPLEX(exp)
OF_COMPLEX(log10)
OF_COMPLEX(sin)
OF_COMPLEX(sinh)
OF_COMPLEX(sqrt)
OF_COMPLEX(tan)
OF_COMPLEX(tanh)

static void keep(vv_native *nf, int at, pair z) {
    memcpy(&nf->i[at], &z.re, sizeof z.re);
    memcpy(&nf->i[at + 1], &z.im, sizeof z.im);
}

static pair kept(const vv_native *nf, int at) {
    pair z;
    memcpy(&z.re, &nf->i[at], sizeof z.re);
    memcpy(&z.im, &nf->i[at + 1], sizeof z.im);
    return z;
}

static vv_step quotient(vv_thread *t, pair a, pair b) {
    if (b.re == 0 && b.im == 0)
        return fail(t, DOMAIN);
    VV_AUTO x = {t, vv_complex_new(t, a.re, a.im)};
    VV_AUTO y = {t, x.o == NULL ? NULL : vv_complex_new(t, b.re, b.im)};
    return y.o == NULL ? VV_FAILED : VV_TYPEP(t, COMPLEX)->s.truediv(t, x.o, y.o);
}

static vv_step cmath_log(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, do_complex(t, nf->argv[0]));
    keep(nf, 0, take_pair(t));
    enum trouble e = NONE;
    if (nf->argv[1] != NULL) {
        VV_AWAIT(nf, do_complex(t, nf->argv[1]));
        e = NONE;
        pair base = c_log(take_pair(t), &e), r = c_log(kept(nf, 0), &e);
        return e != NONE ? fail(t, e) : quotient(t, r, base);
    }
    pair r = c_log(kept(nf, 0), &e);
    return return_pair(t, r, e);
    VV_END(nf);
}

static double size_of(pair z) {
    return isinf(z.re) || isinf(z.im) ? INFINITY : hypot(z.re, z.im);
}

static vv_step cmath_phase(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, do_complex(t, nf->argv[0]));
    pair z = take_pair(t);
    return vv_return(t, vv_float_new(t, atan2(z.im, z.re)));
    VV_END(nf);
}

static vv_step cmath_polar(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, do_complex(t, nf->argv[0]));
    pair z = take_pair(t);
    double r = size_of(z);
    if (isinf(r) && isfinite(z.re) && isfinite(z.im))
        return fail(t, RANGE);
    return vv_return(t, vv_tuple_pack_take(t, 2, vv_float_new(t, r), vv_float_new(t, atan2(z.im, z.re))));
    VV_END(nf);
}

static vv_step cmath_rect(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_float(t, nf->argv[0]));
    keep(nf, 0, take_pair(t));
    VV_AWAIT(nf, vv_do_float(t, nf->argv[1]));
    enum trouble e = NONE;
    pair r = c_rect((pair){kept(nf, 0).re, take_pair(t).re}, &e);
    return return_pair(t, r, e);
    VV_END(nf);
}

static vv_step ask(vv_thread *t, vv_native *nf, bool (*f)(pair z)) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, do_complex(t, nf->argv[0]));
    return vv_return(t, vv_bool(t, f(take_pair(t))));
    VV_END(nf);
}

static bool is_finite(pair z) {
    return isfinite(z.re) && isfinite(z.im);
}
static bool is_nan(pair z) {
    return isnan(z.re) || isnan(z.im);
}
static bool is_inf(pair z) {
    return isinf(z.re) || isinf(z.im);
}

static vv_step cmath_isfinite(vv_thread *t, vv_native *nf) {
    return ask(t, nf, is_finite);
}
static vv_step cmath_isnan(vv_thread *t, vv_native *nf) {
    return ask(t, nf, is_nan);
}
static vv_step cmath_isinf(vv_thread *t, vv_native *nf) {
    return ask(t, nf, is_inf);
}

static bool is_close(pair a, pair b, double relative, double absolute) {
    if (a.re == b.re && a.im == b.im)
        return true;
    if (is_inf(a) || is_inf(b))
        return false;
    double gap = size_of((pair){a.re - b.re, a.im - b.im});
    return gap <= relative * size_of(b) || gap <= relative * size_of(a) || gap <= absolute;
}

/* argv: a, b, rel_tol, abs_tol */
static vv_step cmath_isclose(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, do_complex(t, nf->argv[0]));
    keep(nf, 0, take_pair(t));
    VV_AWAIT(nf, do_complex(t, nf->argv[1]));
    keep(nf, 2, take_pair(t));
    keep(nf, 4, (pair){1e-9, 0});
    if (nf->argv[2] != NULL) {
        VV_AWAIT(nf, vv_do_float(t, nf->argv[2]));
        keep(nf, 4, (pair){take_pair(t).re, 0});
    }
    if (nf->argv[3] != NULL) {
        VV_AWAIT(nf, vv_do_float(t, nf->argv[3]));
        keep(nf, 4, (pair){kept(nf, 4).re, take_pair(t).re});
    }
    pair tolerance = kept(nf, 4);
    if (tolerance.re < 0 || tolerance.im < 0)
        return vv_raise_step(t, VV_ValueError, "tolerances must be non-negative");
    return vv_return(t, vv_bool(t, is_close(kept(nf, 0), kept(nf, 2), tolerance.re, tolerance.im)));
    VV_END(nf);
}

/* ---- the module ---- */

vv_owned vv_cmath_module(vv_thread *t);
vv_owned vv_cmath_module(vv_thread *t) {
    static const struct {
        const char *name;
        double value;
    } constants[] = {{"pi", 3.141592653589793238462643383279502884},
                     {"e", 2.718281828459045235360287471352662498},
                     {"tau", 6.283185307179586476925286766559005768},
                     {"inf", INFINITY},
                     {"nan", (double)NAN}};
    VV_AUTO module = {t, vv_module_from_defs(t, "cmath", "Mathematical functions of complex numbers.", cmath_methods)};
    if (module.o == NULL)
        return NULL;
    vv_ref dict = VV_MODULE_OF(module.o)->dict;
    for (size_t k = 0; k < VV_ARRAY_LEN(constants); k++) {
        VV_AUTO value = {t, vv_float_new(t, constants[k].value)};
        if (value.o == NULL || vv_dict_set_cstr(t, dict, constants[k].name, value.o) < 0)
            return NULL;
    }
    VV_AUTO infj = {t, vv_complex_new(t, 0, INFINITY)};
    VV_AUTO nanj = {t, infj.o == NULL ? NULL : vv_complex_new(t, 0, (double)NAN)};
    if (nanj.o == NULL || vv_dict_set_cstr(t, dict, "infj", infj.o) < 0 || vv_dict_set_cstr(t, dict, "nanj", nanj.o) < 0)
        return NULL;
    return vv_move(&module.o);
}
