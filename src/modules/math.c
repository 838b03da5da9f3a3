/* math.c - module math.
 *
 * Every function converts its arguments first (vv_do_float, vv_do_index: these may run Python) and then computes in one
 * go. Errors are CPython's: "math domain error" when a number has no image, "math range error" when it is too large.
 */
#include <float.h>
#include <math.h>
#include <string.h>

#include "object/alloc.h"
#include "object/error.h"
#include "types/bytes.h"
#include "types/dict.h"
#include "types/float.h"
#include "types/function.h"
#include "types/int.h"
#include "types/tuple.h"

#define VV_DEF_NAME math
#define VV_DEF_FILE "modules/math.def"
#include "object/deftype.h"

static const double PI = 3.141592653589793238462643383279502884;
static const double LOG_PI = 1.144729885849400174143427351353058711647;

static vv_step domain_error(vv_thread *t) {
    return vv_raise_step(t, VV_ValueError, "math domain error");
}

static vv_step range_error(vv_thread *t) {
    return vv_raise_step(t, VV_OverflowError, "math range error");
}

/* The float in the result register, released. */
static double take_double(vv_thread *t) {
    vv_obj *o = vv_take_ret(t);
    double value = VV_FLOAT(o)->value;
    vv_decref(t, o);
    return value;
}

/* Doubles kept across an await, in the frame's integers. */
static void keep_double(vv_native *nf, int i, double value) {
    memcpy(&nf->i[i], &value, sizeof value);
}

static double kept_double(const vv_native *nf, int i) {
    double value;
    memcpy(&value, &nf->i[i], sizeof value);
    return value;
}

static vv_step return_double(vv_thread *t, double value) {
    return vv_return(t, vv_float_new(t, value));
}

static vv_step return_pair(vv_thread *t, double a, vv_owned b) {
    VV_AUTO first = {t, vv_float_new(t, a)};
    VV_AUTO second = {t, b};
    return first.o == NULL || b == NULL ? VV_FAILED : vv_return(t, vv_tuple_pack(t, 2, first.o, second.o));
}

/* ---- functions of one float --------------------------------------------------------------------------------------- */

enum rule {
    POLE,     /* an infinite result of a finite number is a pole: a domain error */
    OVERFLOW, /* it is an overflow: a range error */
};

static vv_step of_float(vv_thread *t, vv_native *nf, double (*f)(double), enum rule rule) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_float(t, nf->argv[0]));
    double x = take_double(t), y = f(x);
    if (isnan(y) && !isnan(x))
        return domain_error(t);
    if (isinf(y) && isfinite(x))
        return rule == POLE ? domain_error(t) : range_error(t);
    return return_double(t, y);
    VV_END(nf);
}

#define OF_FLOAT(name, f, rule)                                                                                        \
    static vv_step math_##name(vv_thread *t, vv_native *nf) {                                                          \
        return of_float(t, nf, f, rule);                                                                               \
    }

static double to_degrees(double x) {
    return x * (180.0 / PI);
}

static double to_radians(double x) {
    return x * (PI / 180.0);
}

static double ulp(double x) {
    if (isnan(x))
        return x;
    x = fabs(x);
    if (isinf(x))
        return x;
    double next = nextafter(x, INFINITY);
    return isinf(next) ? x - nextafter(x, -INFINITY) : next - x;
}

OF_FLOAT(acos, acos, POLE)
OF_FLOAT(acosh, acosh, POLE)
OF_FLOAT(asin, asin, POLE)
OF_FLOAT(asinh, asinh, POLE)
OF_FLOAT(atan, atan, POLE)
OF_FLOAT(atanh, atanh, POLE)
OF_FLOAT(cos, cos, POLE)
OF_FLOAT(cosh, cosh, OVERFLOW)
OF_FLOAT(degrees, to_degrees, OVERFLOW)
OF_FLOAT(erf, erf, POLE)
OF_FLOAT(erfc, erfc, POLE)
OF_FLOAT(exp, exp, OVERFLOW)
OF_FLOAT(exp2, exp2, OVERFLOW)
OF_FLOAT(expm1, expm1, OVERFLOW)
OF_FLOAT(fabs, fabs, POLE)
OF_FLOAT(log1p, log1p, POLE)
OF_FLOAT(radians, to_radians, POLE)
OF_FLOAT(sin, sin, POLE)
OF_FLOAT(sinh, sinh, OVERFLOW)
OF_FLOAT(sqrt, sqrt, POLE)
OF_FLOAT(tan, tan, POLE)
OF_FLOAT(tanh, tanh, POLE)
OF_FLOAT(ulp, ulp, POLE)

static vv_step math_isfinite(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_float(t, nf->argv[0]));
    return vv_return(t, vv_bool(t, isfinite(take_double(t))));
    VV_END(nf);
}

static vv_step math_isinf(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_float(t, nf->argv[0]));
    return vv_return(t, vv_bool(t, isinf(take_double(t))));
    VV_END(nf);
}

static vv_step math_isnan(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_float(t, nf->argv[0]));
    return vv_return(t, vv_bool(t, isnan(take_double(t))));
    VV_END(nf);
}

static vv_step math_frexp(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_float(t, nf->argv[0]));
    double x = take_double(t);
    int e = 0;
    if (isfinite(x) && x != 0)
        x = frexp(x, &e);
    return return_pair(t, x, vv_int_new(t, e));
    VV_END(nf);
}

static vv_step math_modf(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_float(t, nf->argv[0]));
    double x = take_double(t), whole = x, fraction = x;
    if (isinf(x))
        fraction = copysign(0, x);
    else if (!isnan(x))
        fraction = modf(x, &whole);
    return return_pair(t, fraction, vv_float_new(t, whole));
    VV_END(nf);
}

/* ---- gamma: C. Lanczos, "A precision approximation of the gamma function", 1964, with 13 terms and g = 6.0246800407767296
 * (G. Pugh, "An analysis of the Lanczos gamma approximation", 2004; coefficients as in Boost) ---- */

enum { LANCZOS = 13, FACTORIALS = 23 };
static const double LANCZOS_G = 6.024680040776729583740234375, LANCZOS_G_MINUS_HALF = 5.524680040776729583740234375;
static const double lanczos_numerator[LANCZOS] = {
    23531376880.410759688572007674451636754734846804940, 42919803642.649098768957899047001988850926355848959,
    35711959237.355668049440185451547166705960488635843, 17921034426.037209699919755754458931112671403265390,
    6039542586.3520280050642916443072979210699388420708, 1439720407.3117216736632230727949123939715485786372,
    248874557.86205415651146038641322942321632125127801, 31426415.585400194380614231628318205362874684987640,
    2876370.6289353724412254090516208496135991145378768, 186056.26539522349504029498971604569928220784236328,
    8071.6720023658162106380029022722506138218516325024, 210.82427775157934587250973392071336271166969580291,
    2.5066282746310002701649081771338373386264310793408,
};
static const double lanczos_denominator[LANCZOS] = {
    0.0, 39916800.0, 120543840.0, 150917976.0, 105258076.0, 45995730.0, 13339535.0,
    2637558.0, 357423.0, 32670.0, 1925.0, 66.0, 1.0,
};

static double lanczos_sum(double x) {
    double above = 0, below = 0;
    if (x < 5)
        for (int i = LANCZOS; i-- > 0;) {
            above = above * x + lanczos_numerator[i];
            below = below * x + lanczos_denominator[i];
        }
    else
        for (int i = 0; i < LANCZOS; i++) { /* the same divided by x**12, to stay in range */
            above = above / x + lanczos_numerator[i];
            below = below / x + lanczos_denominator[i];
        }
    return above / below;
}

/* sin(pi * x), exact at whole and half numbers. */
static double sin_pi(double x) {
    double y = fmod(fabs(x), 2), r;
    switch ((int)round(2 * y)) {
    case 0:
        r = sin(PI * y);
        break;
    case 1:
        r = cos(PI * (y - 0.5));
        break;
    case 2:
        r = sin(PI * (1 - y));
        break;
    case 3:
        r = -cos(PI * (y - 1.5));
        break;
    default:
        r = sin(PI * (y - 2));
    }
    return copysign(1, x) * r;
}

/* nan for a number without image, infinite for one too large. */
static double gamma_of(double x) {
    if (isnan(x) || x == INFINITY)
        return x;
    if (x == -INFINITY || (x == floor(x) && x < 0))
        return (double)NAN;
    if (x == 0)
        return (double)NAN;
    if (x == floor(x) && x <= FACTORIALS) {
        double product = 1;
        for (int i = 2; i < (int)x; i++)
            product *= i;
        return product;
    }
    double size = fabs(x);
    if (size < 1e-20)
        return 1 / x;
    if (size > 200)
        return x < 0 ? 0 / sin_pi(x) : INFINITY;
    double y = size + LANCZOS_G_MINUS_HALF, z, r;
    /* z = what rounding y lost, scaled: the derivative of the result corrects for it */
    if (size > LANCZOS_G_MINUS_HALF)
        z = (y - size) - LANCZOS_G_MINUS_HALF;
    else
        z = (y - LANCZOS_G_MINUS_HALF) - size;
    z = z * LANCZOS_G / y;
    if (x < 0) {
        r = -PI / sin_pi(size) / size * exp(y) / lanczos_sum(size);
        r -= z * r;
        if (size < 140)
            return r / pow(y, size - 0.5);
        double root = pow(y, size / 2 - 0.25);
        return r / root / root;
    }
    r = lanczos_sum(size) / exp(y);
    r += z * r;
    if (size < 140)
        return r * pow(y, size - 0.5);
    double root = pow(y, size / 2 - 0.25);
    return r * root * root;
}

OF_FLOAT(gamma, gamma_of, OVERFLOW)

static double lgamma_of(double x) {
    if (!isfinite(x))
        return isnan(x) ? x : INFINITY;
    if (x == floor(x) && x <= 2)
        return x <= 0 ? (double)NAN : 0;
    double size = fabs(x);
    if (size < 1e-20)
        return -log(size);
    double r = log(lanczos_sum(size)) - LANCZOS_G;
    r += (size - 0.5) * (log(size + LANCZOS_G - 0.5) - 1);
    if (x < 0)
        r = LOG_PI - log(fabs(sin_pi(size))) - log(size) - r;
    return r;
}

OF_FLOAT(lgamma, lgamma_of, OVERFLOW)

/* ---- logarithms --------------------------------------------------------------------------------------------------- */

/* The logarithm of an int or of what converts to a float, in the result register. */
static vv_step log_int(vv_thread *t, vv_ref o, double (*f)(double)) {
    if (vv_int_sign(o) <= 0)
        return domain_error(t);
    double x;
    if (vv_int_bit_length(o) < 1024) {
        if (vv_int_as_double(t, o, &x) < 0)
            return VV_FAILED;
        return return_double(t, f(x));
    }
    uint64_t bits = vv_int_bit_length(o); /* too large for a double: scale it to less than one */
    VV_AUTO by = {t, vv_int_new_u64(t, bits - 66)};
    if (by.o == NULL)
        return VV_FAILED;
    VV_AUTO top = {t, vv_int_rshift(t, o, by.o)};
    if (top.o == NULL || vv_int_as_double(t, top.o, &x) < 0)
        return VV_FAILED;
    return return_double(t, f(ldexp(x, -66)) + f(2) * (double)bits);
}

static vv_step log_float(vv_thread *t, double x, double (*f)(double)) {
    if (x <= 0)
        return domain_error(t);
    return return_double(t, f(x));
}

static vv_step of_logarithm(vv_thread *t, vv_native *nf, double (*f)(double)) {
    VV_BEGIN(nf);
    if (VV_ISA(nf->argv[0], INT))
        return log_int(t, nf->argv[0], f);
    VV_AWAIT(nf, vv_do_float(t, nf->argv[0]));
    return log_float(t, take_double(t), f);
    VV_END(nf);
}

static vv_step math_log2(vv_thread *t, vv_native *nf) {
    return of_logarithm(t, nf, log2);
}

static vv_step math_log10(vv_thread *t, vv_native *nf) {
    return of_logarithm(t, nf, log10);
}

static vv_step math_log(vv_thread *t, vv_native *nf) { /* slots: the arguments as floats, unless they are ints */
    VV_BEGIN(nf);
    for (nf->i[0] = 0; nf->i[0] < 2 && nf->argv[nf->i[0]] != NULL; nf->i[0]++) {
        if (VV_ISA(nf->argv[nf->i[0]], INT)) {
            if (log_int(t, nf->argv[nf->i[0]], log) != VV_READY)
                return VV_FAILED;
        } else {
            VV_AWAIT(nf, vv_do_float(t, nf->argv[nf->i[0]]));
            if (log_float(t, take_double(t), log) != VV_READY)
                return VV_FAILED;
        }
        keep_double(nf, 1 + (int)nf->i[0], take_double(t));
    }
    if (nf->argv[1] == NULL)
        return return_double(t, kept_double(nf, 1));
    double base = kept_double(nf, 2);
    if (base == 0)
        return vv_raise_step(t, VV_ZeroDivisionError, "float division by zero");
    return return_double(t, kept_double(nf, 1) / base);
    VV_END(nf);
}

/* ---- functions of two floats -------------------------------------------------------------------------------------- */

static vv_step of_two(vv_thread *t, vv_native *nf, vv_step (*f)(vv_thread *t, double x, double y)) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_float(t, nf->argv[0]));
    keep_double(nf, 0, take_double(t));
    VV_AWAIT(nf, vv_do_float(t, nf->argv[1]));
    double y = take_double(t);
    return f(t, kept_double(nf, 0), y);
    VV_END(nf);
}

static vv_step do_atan2(vv_thread *t, double y, double x) {
    return return_double(t, atan2(y, x));
}

static vv_step do_copysign(vv_thread *t, double x, double y) {
    return return_double(t, copysign(x, y));
}

static vv_step do_fmod(vv_thread *t, double x, double y) {
    double r = isinf(y) && isfinite(x) ? x : fmod(x, y);
    return isnan(r) && !isnan(x) && !isnan(y) ? domain_error(t) : return_double(t, r);
}

static vv_step do_remainder(vv_thread *t, double x, double y) {
    double r = isinf(y) && isfinite(x) ? x : remainder(x, y);
    return isnan(r) && !isnan(x) && !isnan(y) ? domain_error(t) : return_double(t, r);
}

static vv_step do_pow(vv_thread *t, double x, double y) {
    double r = pow(x, y);
    if (isfinite(x) && isfinite(y)) {
        if (isnan(r) || (isinf(r) && x == 0))
            return domain_error(t);
        if (isinf(r))
            return range_error(t);
    }
    return return_double(t, r);
}

static vv_step math_atan2(vv_thread *t, vv_native *nf) {
    return of_two(t, nf, do_atan2);
}

static vv_step math_copysign(vv_thread *t, vv_native *nf) {
    return of_two(t, nf, do_copysign);
}

static vv_step math_fmod(vv_thread *t, vv_native *nf) {
    return of_two(t, nf, do_fmod);
}

static vv_step math_remainder(vv_thread *t, vv_native *nf) {
    return of_two(t, nf, do_remainder);
}

static vv_step math_pow(vv_thread *t, vv_native *nf) {
    return of_two(t, nf, do_pow);
}

static vv_step math_ldexp(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_float(t, nf->argv[0]));
    double x = take_double(t);
    if (!VV_ISA(nf->argv[1], INT))
        return vv_raise_step(t, VV_TypeError, "Expected an int as second argument to ldexp.");
    int64_t e = vv_int_clamp_index(nf->argv[1]);
    if (x == 0 || !isfinite(x))
        return return_double(t, x);
    double r = ldexp(x, e > 5000 ? 5000 : e < -5000 ? -5000 : (int)e);
    return isinf(r) ? range_error(t) : return_double(t, r);
    VV_END(nf);
}

/* `steps` floats on from x towards y: the bits of floats of one sign are ordered as they are. */
static double step_towards(double x, double y, uint64_t steps) {
    const uint64_t sign = UINT64_C(1) << 63;
    if (steps == 0 || isnan(x))
        return x;
    if (isnan(y) || x == y)
        return y;
    uint64_t ux, uy;
    memcpy(&ux, &x, sizeof ux);
    memcpy(&uy, &y, sizeof uy);
    uint64_t ax = ux & ~sign, ay = uy & ~sign;
    if (((ux ^ uy) & sign) != 0) {
        if (ax + ay <= steps)
            return y;
        ux = ax < steps ? (uy & sign) | (steps - ax) : ux - steps;
    } else if (ax > ay) {
        if (ax - ay < steps)
            return y;
        ux -= steps;
    } else {
        if (ay - ax < steps)
            return y;
        ux += steps;
    }
    memcpy(&x, &ux, sizeof x);
    return x;
}

static vv_step math_nextafter(vv_thread *t, vv_native *nf) { /* argv: x, y, steps */
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_float(t, nf->argv[0]));
    keep_double(nf, 0, take_double(t));
    VV_AWAIT(nf, vv_do_float(t, nf->argv[1]));
    keep_double(nf, 1, take_double(t));
    if (nf->argv[2] == NULL || nf->argv[2] == VV_NONE(t))
        return return_double(t, nextafter(kept_double(nf, 0), kept_double(nf, 1)));
    VV_AWAIT(nf, vv_do_index(t, nf->argv[2]));
    vv_setref_take(t, &nf->slot[0], vv_take_ret(t));
    if (vv_int_sign(nf->slot[0]) < 0)
        return vv_raise_step(t, VV_ValueError, "steps must be a non-negative integer");
    int64_t steps;
    uint64_t many = vv_int_to_i64(nf->slot[0], &steps) != 0 ? UINT64_MAX : (uint64_t)steps; /* all of them */
    return return_double(t, step_towards(kept_double(nf, 0), kept_double(nf, 1), many));
    VV_END(nf);
}

static vv_step math_isclose(vv_thread *t, vv_native *nf) { /* argv: a, b, rel_tol, abs_tol */
    VV_BEGIN(nf);
    keep_double(nf, 2, 1e-9);
    keep_double(nf, 3, 0);
    for (nf->i[4] = 0; nf->i[4] < 4; nf->i[4]++)
        if (nf->argv[nf->i[4]] != NULL) {
            VV_AWAIT(nf, vv_do_float(t, nf->argv[nf->i[4]]));
            keep_double(nf, (int)nf->i[4], take_double(t));
        }
    double a = kept_double(nf, 0), b = kept_double(nf, 1), relative = kept_double(nf, 2), absolute = kept_double(nf, 3);
    if (relative < 0 || absolute < 0)
        return vv_raise_step(t, VV_ValueError, "tolerances must be non-negative");
    double difference = fabs(b - a);
    bool close = a == b || (!isinf(a) && !isinf(b) &&
                            (difference <= fabs(relative * b) || difference <= fabs(relative * a) || difference <= absolute));
    return vv_return(t, vv_bool(t, close));
    VV_END(nf);
}

/* ---- whole parts -------------------------------------------------------------------------------------------------- */

static vv_step whole_part(vv_thread *t, vv_native *nf, vv_ref special, double (*f)(double)) {
    VV_BEGIN(nf);
    if (VV_IS(t, nf->argv[0], FLOAT))
        return vv_return(t, vv_int_from_double(t, f(VV_FLOAT(nf->argv[0])->value)));
    if (VV_IS(t, nf->argv[0], INT))
        return vv_return(t, vv_newref(nf->argv[0]));
    VV_AWAIT(nf, vv_do_call_special(t, nf->argv[0], special, NULL, 0));
    if (t->ret != NULL)
        return VV_READY;
    if (f == trunc)
        return vv_raise_step(t, VV_TypeError, "type %T doesn't define __trunc__ method", nf->argv[0]);
    VV_AWAIT(nf, vv_do_float(t, nf->argv[0]));
    return vv_return(t, vv_int_from_double(t, f(take_double(t))));
    VV_END(nf);
}

static vv_step math_floor(vv_thread *t, vv_native *nf) {
    return whole_part(t, nf, VV_N(t, __floor__), floor);
}

static vv_step math_ceil(vv_thread *t, vv_native *nf) {
    return whole_part(t, nf, VV_N(t, __ceil__), ceil);
}

static vv_step math_trunc(vv_thread *t, vv_native *nf) {
    return whole_part(t, nf, VV_N(t, __trunc__), trunc);
}

/* ---- sums and norms ------------------------------------------------------------------------------------------------ */

typedef struct two_doubles {
    double high, low;
} two_doubles; /* their sum, unrounded */

static inline two_doubles exact_sum(double a, double b) {
    double x = a + b, z = x - a;
    return (two_doubles){x, (a - (x - z)) + (b - z)};
}

static inline two_doubles exact_product(double a, double b) {
    double x = a * b;
    return (two_doubles){x, fma(a, b, -x)};
}

/* C libraries differ in the last bit of cbrt; one Newton step with an unrounded residue makes all of them right. */
static double cube_root(double x) {
    double r = cbrt(x);
    if (!isfinite(r) || r == 0)
        return r;
    two_doubles square = exact_product(r, r), cube = exact_product(square.high, r);
    double residue = (cube.high - x) + cube.low + square.low * r;
    return isfinite(residue) ? r - residue / (3 * square.high) : r;
}

OF_FLOAT(cbrt, cube_root, POLE)

/* Square root of the sum of the squares of v[0..n), none above `max`; v is scratch. Squares and their sum keep their low
 * parts, and one Newton step removes the error of the root. */
static double norm(double *v, size_t n, double max, bool found_nan) {
    if (isinf(max))
        return max;
    if (found_nan)
        return (double)NAN;
    if (max == 0 || n <= 1)
        return max;
    int e;
    double unit = 1;
    frexp(max, &e);
    if (e < -1023) { /* the scale would overflow: make subnormal numbers normal first */
        for (size_t i = 0; i < n; i++)
            v[i] /= DBL_MIN;
        frexp(max / DBL_MIN, &e);
        unit = DBL_MIN;
    }
    double scale = ldexp(1, -e), sum = 1, low1 = 0, low2 = 0;
    for (size_t i = 0; i < n; i++) {
        double x = v[i] * scale;
        two_doubles square = exact_product(x, x), s = {sum + square.high, 0};
        s.low = (sum - s.high) + square.high; /* sum, at least 1, is the larger */
        sum = s.high;
        low1 += square.low;
        low2 += s.low;
    }
    double h = sqrt(sum - 1 + (low1 + low2));
    two_doubles square = exact_product(-h, h), s = {sum + square.high, 0};
    s.low = (sum - s.high) + square.high;
    sum = s.high;
    low1 += square.low;
    low2 += s.low;
    h += (sum - 1 + (low1 + low2)) / (2 * h);
    return unit * (h / scale);
}

/* A private array of n doubles that lives in a bytes object, so that a frame can hold it. */
static double *doubles_peek(vv_ref holder) {
    return (double *)(void *)(VV_BYTES(holder)->data + (-(uintptr_t)VV_BYTES(holder)->data & 7));
}

static vv_owned doubles_new(vv_thread *t, size_t n) {
    return vv_bytes_new(t, NULL, (n + 1) * sizeof(double));
}

/* slot 0: a tuple of numbers, slot 1: another to subtract or NULL. Ends with the norm. */
static vv_step norm_of_tuples(vv_thread *t, vv_native *nf) { /* i: 0 index, 1 found a nan, 2 largest, 3 left operand */
    VV_BEGIN(nf);
    nf->slot[2] = doubles_new(t, VV_TUPLE(nf->slot[0])->length);
    if (nf->slot[2] == NULL)
        return VV_FAILED;
    keep_double(nf, 2, 0);
    for (nf->i[0] = nf->i[1] = 0; (size_t)nf->i[0] < VV_TUPLE(nf->slot[0])->length; nf->i[0]++) {
        VV_AWAIT(nf, vv_do_float(t, VV_TUPLE(nf->slot[0])->items[nf->i[0]]));
        keep_double(nf, 3, take_double(t));
        if (nf->slot[1] != NULL) {
            VV_AWAIT(nf, vv_do_float(t, VV_TUPLE(nf->slot[1])->items[nf->i[0]]));
            keep_double(nf, 3, kept_double(nf, 3) - take_double(t));
        }
        double x = fabs(kept_double(nf, 3));
        doubles_peek(nf->slot[2])[nf->i[0]] = x;
        nf->i[1] |= isnan(x);
        if (x > kept_double(nf, 2))
            keep_double(nf, 2, x);
    }
    return return_double(t, norm(doubles_peek(nf->slot[2]), (size_t)nf->i[0], kept_double(nf, 2), nf->i[1] != 0));
    VV_END(nf);
}

static vv_step math_hypot(vv_thread *t, vv_native *nf) {
    if (nf->state == 0)
        nf->slot[0] = vv_newref(nf->argv[0]);
    return norm_of_tuples(t, nf);
}

static vv_step start_norm(vv_thread *t, vv_ref p, vv_ref q) {
    vv_native *nf = vv_push_native(t, norm_of_tuples, "math.dist", NULL, 0);
    if (nf == NULL)
        return VV_FAILED;
    nf->slot[0] = vv_newref(p);
    nf->slot[1] = vv_newref(q);
    return VV_PUSHED;
}

static vv_step math_dist(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_tuple(t, nf->argv[0]));
    nf->slot[0] = vv_take_ret(t);
    VV_AWAIT(nf, vv_do_tuple(t, nf->argv[1]));
    nf->slot[1] = vv_take_ret(t);
    if (VV_TUPLE(nf->slot[0])->length != VV_TUPLE(nf->slot[1])->length)
        return vv_raise_step(t, VV_ValueError, "both points must have the same number of dimensions");
    VV_AWAIT(nf, start_norm(t, nf->slot[0], nf->slot[1]));
    return VV_READY;
    VV_END(nf);
}

/* One more term for the list of partial sums p[0..n), which grow in size and do not overlap (J. Shewchuk, "Adaptive
 * precision floating-point arithmetic", 1997). The new n; what is left over, to be appended, is in *x. */
static size_t absorb(double *p, size_t n, double *x) {
    size_t kept = 0;
    for (size_t j = 0; j < n; j++) {
        double y = p[j];
        if (fabs(*x) < fabs(y)) {
            double swap = *x;
            *x = y;
            y = swap;
        }
        double high = *x + y, low = y - (high - *x);
        if (low != 0)
            p[kept++] = low;
        *x = high;
    }
    return kept;
}

/* The partial sums as one double, rounded once. */
static double total(const double *p, size_t n) {
    if (n == 0)
        return 0;
    double high = p[--n], low = 0;
    while (n > 0) {
        double x = high, y = p[--n];
        high = x + y;
        low = y - (high - x);
        if (low != 0)
            break;
    }
    /* half-way cases: a further partial of the same sign decides */
    if (n > 0 && ((low < 0 && p[n - 1] < 0) || (low > 0 && p[n - 1] > 0))) {
        double y = low * 2, x = high + y;
        if (y == x - high)
            high = x;
    }
    return high;
}

static vv_step math_fsum(vv_thread *t, vv_native *nf) {
    /* slots: iterator, partial sums, item; i: 0 count, 1 capacity, 2 sum of infinities and nans, 3 of infinities only */
    VV_BEGIN(nf);
    keep_double(nf, 2, 0);
    keep_double(nf, 3, 0);
    VV_AWAIT(nf, vv_do_iter(t, nf->argv[0]));
    nf->slot[0] = vv_take_ret(t);
    for (;;) {
        VV_AWAIT(nf, vv_do_next(t, nf->slot[0]));
        vv_setref_take(t, &nf->slot[2], vv_take_ret(t));
        if (nf->slot[2] == NULL)
            break;
        VV_AWAIT(nf, vv_do_float(t, nf->slot[2]));
        double item = take_double(t), x = item;
        if (nf->i[0] == nf->i[1]) { /* room for one more */
            int64_t capacity = nf->i[1] == 0 ? 32 : 2 * nf->i[1];
            vv_obj *larger = doubles_new(t, (size_t)capacity);
            if (larger == NULL)
                return VV_FAILED;
            if (nf->slot[1] != NULL)
                memcpy(doubles_peek(larger), doubles_peek(nf->slot[1]), (size_t)nf->i[0] * sizeof(double));
            vv_setref_take(t, &nf->slot[1], larger);
            nf->i[1] = capacity;
        }
        double *p = doubles_peek(nf->slot[1]);
        nf->i[0] = (int64_t)absorb(p, (size_t)nf->i[0], &x);
        if (isfinite(x)) {
            if (x != 0)
                p[nf->i[0]++] = x;
        } else if (isfinite(item)) {
            return vv_raise_step(t, VV_OverflowError, "intermediate overflow in fsum");
        } else {
            if (isinf(item))
                keep_double(nf, 3, kept_double(nf, 3) + item);
            keep_double(nf, 2, kept_double(nf, 2) + item);
            nf->i[0] = 0;
        }
    }
    if (kept_double(nf, 2) != 0) {
        if (isnan(kept_double(nf, 3)))
            return vv_raise_step(t, VV_ValueError, "-inf + inf in fsum");
        return return_double(t, kept_double(nf, 2));
    }
    return return_double(t, nf->i[0] == 0 ? 0 : total(doubles_peek(nf->slot[1]), (size_t)nf->i[0]));
    VV_END(nf);
}

static vv_step math_prod(vv_thread *t, vv_native *nf) { /* argv: iterable, start */
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_iter(t, nf->argv[0]));
    nf->slot[0] = vv_take_ret(t);
    nf->slot[1] = nf->argv[1] != NULL ? vv_newref(nf->argv[1]) : vv_int_new(t, 1);
    for (;;) {
        VV_AWAIT(nf, vv_do_next(t, nf->slot[0]));
        if (t->ret == NULL)
            break;
        vv_setref_take(t, &nf->slot[2], vv_take_ret(t));
        VV_AWAIT(nf, vv_do_binary(t, nf->slot[1], nf->slot[2], VV_MUL));
        vv_setref_take(t, &nf->slot[1], vv_take_ret(t));
    }
    return vv_return(t, vv_move(&nf->slot[1]));
    VV_END(nf);
}

/* ---- sumprod: whole numbers exactly, floats in triple precision, anything else by its own * and + ---- */

enum { SUM_HIGH = 0, SUM_LOW = 1, SUM_TINY = 2, SUM_FLAGS = 3 }; /* the frame's integers */
enum { INTS_ONLY = 1, FLOATS_ONLY = 2, FLOAT_SUM = 4 };

/* Adds x * y to the float sum; false if it is not finite. */
static bool add_product(vv_native *nf, double x, double y) {
    two_doubles product = exact_product(x, y), s = exact_sum(kept_double(nf, SUM_HIGH), product.high);
    two_doubles r1 = exact_sum(kept_double(nf, SUM_LOW), product.low), r2 = exact_sum(r1.high, s.low);
    if (!isfinite(s.high))
        return false;
    keep_double(nf, SUM_TINY, kept_double(nf, SUM_TINY) + r1.low + r2.low);
    keep_double(nf, SUM_HIGH, s.high);
    keep_double(nf, SUM_LOW, r2.high);
    return true;
}

/* Can the pair go into the float sum? */
static bool float_pair(vv_thread *t, vv_native *nf) {
    vv_obj *a = nf->slot[2], *b = nf->slot[3];
    double x, y;
    if (!VV_IS(t, a, FLOAT) && !VV_IS(t, b, FLOAT))
        return false;
    if (!(VV_IS(t, a, FLOAT) || VV_IS(t, a, INT) || VV_IS(t, a, BOOL)) ||
        !(VV_IS(t, b, FLOAT) || VV_IS(t, b, INT) || VV_IS(t, b, BOOL)))
        return false;
    if (vv_float_from_number(t, a, &x) != 1 || vv_float_from_number(t, b, &y) != 1) {
        vv_clear_error(t); /* too large: the operators will say so */
        return false;
    }
    return add_product(nf, x, y);
}

static vv_step math_sumprod(vv_thread *t, vv_native *nf) { /* slots: iterators 0, 1; items 2, 3; total 4; product 5 */
    VV_BEGIN(nf);
    nf->i[SUM_FLAGS] = INTS_ONLY | FLOATS_ONLY;
    nf->slot[4] = vv_int_new(t, 0);
    VV_AWAIT(nf, vv_do_iter(t, nf->argv[0]));
    nf->slot[0] = vv_take_ret(t);
    VV_AWAIT(nf, vv_do_iter(t, nf->argv[1]));
    nf->slot[1] = vv_take_ret(t);
    for (;;) {
        VV_AWAIT(nf, vv_do_next(t, nf->slot[0]));
        vv_setref_take(t, &nf->slot[2], vv_take_ret(t));
        VV_AWAIT(nf, vv_do_next(t, nf->slot[1]));
        vv_setref_take(t, &nf->slot[3], vv_take_ret(t));
        if ((nf->slot[2] == NULL) != (nf->slot[3] == NULL))
            return vv_raise_step(t, VV_ValueError, "Inputs are not the same length");
        if (nf->slot[2] != NULL) {
            if (nf->i[SUM_FLAGS] & INTS_ONLY && !(VV_IS(t, nf->slot[2], INT) && VV_IS(t, nf->slot[3], INT)))
                nf->i[SUM_FLAGS] &= ~INTS_ONLY;
            if (!(nf->i[SUM_FLAGS] & INTS_ONLY) && nf->i[SUM_FLAGS] & FLOATS_ONLY) {
                if (float_pair(t, nf)) {
                    nf->i[SUM_FLAGS] |= FLOAT_SUM;
                    continue;
                }
                nf->i[SUM_FLAGS] &= ~FLOATS_ONLY;
            }
        }
        if (nf->i[SUM_FLAGS] & FLOAT_SUM && (nf->slot[2] == NULL || !(nf->i[SUM_FLAGS] & FLOATS_ONLY))) {
            nf->i[SUM_FLAGS] &= ~FLOAT_SUM;
            two_doubles last = exact_sum(kept_double(nf, SUM_LOW), kept_double(nf, SUM_HIGH));
            vv_setref_take(t, &nf->slot[5], vv_float_new(t, kept_double(nf, SUM_TINY) + last.low + last.high));
            if (nf->slot[5] == NULL)
                return VV_FAILED;
            VV_AWAIT(nf, vv_do_binary(t, nf->slot[4], nf->slot[5], VV_ADD));
            vv_setref_take(t, &nf->slot[4], vv_take_ret(t));
        }
        if (nf->slot[2] == NULL)
            return vv_return(t, vv_move(&nf->slot[4]));
        VV_AWAIT(nf, vv_do_binary(t, nf->slot[2], nf->slot[3], VV_MUL));
        vv_setref_take(t, &nf->slot[5], vv_take_ret(t));
        VV_AWAIT(nf, vv_do_binary(t, nf->slot[4], nf->slot[5], VV_ADD));
        vv_setref_take(t, &nf->slot[4], vv_take_ret(t));
    }
    VV_END(nf);
}

/* ---- whole numbers ------------------------------------------------------------------------------------------------ */

/* Folds the arguments, made ints, with f from `start`. */
static vv_step fold_ints(vv_thread *t, vv_native *nf, int64_t start, vv_owned (*f)(vv_thread *t, vv_ref a, vv_ref b)) {
    VV_BEGIN(nf);
    nf->slot[0] = vv_int_new(t, start);
    for (nf->i[0] = 0; (size_t)nf->i[0] < VV_TUPLE(nf->argv[0])->length; nf->i[0]++) {
        VV_AWAIT(nf, vv_do_index(t, VV_TUPLE(nf->argv[0])->items[nf->i[0]]));
        vv_setref_take(t, &nf->slot[1], vv_take_ret(t));
        vv_setref_take(t, &nf->slot[0], f(t, nf->slot[0], nf->slot[1]));
        if (nf->slot[0] == NULL)
            return VV_FAILED;
    }
    return vv_return(t, vv_move(&nf->slot[0]));
    VV_END(nf);
}

static vv_owned lcm(vv_thread *t, vv_ref a, vv_ref b) {
    if (vv_int_sign(a) == 0 || vv_int_sign(b) == 0)
        return vv_int_new(t, 0);
    VV_AUTO common = {t, vv_int_gcd(t, a, b)};
    if (common.o == NULL)
        return NULL;
    VV_AUTO part = {t, vv_int_floordiv(t, a, common.o)};
    if (part.o == NULL)
        return NULL;
    VV_AUTO product = {t, vv_int_mul(t, part.o, b)};
    if (product.o == NULL || vv_int_sign(product.o) > 0)
        return vv_move(&product.o);
    return vv_int_neg(t, product.o);
}

static vv_step math_gcd(vv_thread *t, vv_native *nf) {
    return fold_ints(t, nf, 0, vv_int_gcd);
}

static vv_step math_lcm(vv_thread *t, vv_native *nf) {
    return fold_ints(t, nf, 1, lcm);
}

static vv_owned isqrt(vv_thread *t, vv_ref n) {
    int64_t small;
    if (vv_int_to_i64(n, &small) == 0) {
        uint64_t x = (uint64_t)small, r = (uint64_t)sqrt((double)x);
        while (r * r > x)
            r--;
        while ((r + 1) * (r + 1) <= x)
            r++;
        return vv_int_new_u64(t, r);
    }
    /* Newton's method from above: 2 * shift bits are cut off for a first guess of some 30 right bits. */
    uint64_t shift = (vv_int_bit_length(n) - 60) / 2;
    VV_AUTO by = {t, vv_int_new_u64(t, shift)};
    if (by.o == NULL)
        return NULL;
    VV_AUTO twice = {t, vv_int_add(t, by.o, by.o)};
    if (twice.o == NULL)
        return NULL;
    VV_AUTO top = {t, vv_int_rshift(t, n, twice.o)};
    if (top.o == NULL)
        return NULL;
    vv_int_to_i64(top.o, &small);
    VV_AUTO root = {t, vv_int_new(t, (int64_t)sqrt((double)small) + 2)};
    VV_AUTO one = {t, vv_int_new(t, 1)};
    if (root.o == NULL)
        return NULL;
    vv_setref_take(t, &root.o, vv_int_lshift(t, root.o, by.o));
    while (root.o != NULL) {
        VV_AUTO q = {t, vv_int_floordiv(t, n, root.o)};
        if (q.o == NULL)
            return NULL;
        if (vv_int_compare(q.o, root.o) >= 0)
            return vv_move(&root.o);
        VV_AUTO sum = {t, vv_int_add(t, root.o, q.o)};
        if (sum.o == NULL)
            return NULL;
        vv_setref_take(t, &root.o, vv_int_rshift(t, sum.o, one.o));
    }
    return NULL;
}

static vv_step math_isqrt(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_index(t, nf->argv[0]));
    nf->slot[0] = vv_take_ret(t);
    if (vv_int_sign(nf->slot[0]) < 0)
        return vv_raise_step(t, VV_ValueError, "isqrt() argument must be nonnegative");
    return vv_return(t, isqrt(t, nf->slot[0]));
    VV_END(nf);
}

/* first * (first + 1) * ... * last, by halves so that the factors stay of like size. */
static vv_owned product_of(vv_thread *t, uint64_t first, uint64_t last) {
    if (first > last)
        return vv_int_new(t, 1);
    if (last - first < 16) {
        uint64_t part = first, i = first;
        while (i < last && !__builtin_mul_overflow(part, i + 1, &part))
            i++;
        if (i == last)
            return vv_int_new_u64(t, part);
        if (first == last)
            return vv_int_new_u64(t, first);
    }
    uint64_t middle = first + (last - first) / 2;
    VV_AUTO low = {t, product_of(t, first, middle)};
    if (low.o == NULL)
        return NULL;
    VV_AUTO high = {t, product_of(t, middle + 1, last)};
    return high.o == NULL ? NULL : vv_int_mul(t, low.o, high.o);
}

static vv_step math_factorial(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_index(t, nf->argv[0]));
    nf->slot[0] = vv_take_ret(t);
    if (vv_int_sign(nf->slot[0]) < 0)
        return vv_raise_step(t, VV_ValueError, "factorial() not defined for negative values");
    int64_t n;
    if (vv_int_to_i64(nf->slot[0], &n) != 0)
        return vv_raise_step(t, VV_OverflowError, "factorial() argument should not exceed %lld", (long long)INT64_MAX);
    return vv_return(t, product_of(t, 1, (uint64_t)n));
    VV_END(nf);
}

/* n * (n - 1) * ... of k factors, for n beyond 64 bits. */
static vv_owned falling_product(vv_thread *t, vv_ref n, int64_t k) {
    VV_AUTO result = {t, vv_int_new(t, 1)};
    VV_AUTO factor = {t, vv_newref(n)};
    VV_AUTO one = {t, vv_int_new(t, 1)};
    for (; k > 0; k--) {
        vv_setref_take(t, &result.o, vv_int_mul(t, result.o, factor.o));
        if (result.o == NULL)
            return NULL;
        vv_setref_take(t, &factor.o, vv_int_sub(t, factor.o, one.o));
        if (factor.o == NULL)
            return NULL;
    }
    return vv_move(&result.o);
}

/* n! / (n - k)! for 0 <= k <= n. */
static vv_owned permutations(vv_thread *t, vv_ref n, int64_t k) {
    int64_t small;
    if (vv_int_to_i64(n, &small) == 0)
        return product_of(t, (uint64_t)(small - k) + 1, (uint64_t)small);
    return falling_product(t, n, k);
}

/* Makes ints of both arguments (slots 0 and 1); k absent or None is n. */
static vv_step two_ints(vv_thread *t, vv_native *nf, vv_step (*f)(vv_thread *t, vv_native *nf)) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_index(t, nf->argv[0]));
    nf->slot[0] = vv_take_ret(t);
    if (nf->argv[1] == NULL || nf->argv[1] == VV_NONE(t)) {
        nf->slot[1] = vv_newref(nf->slot[0]);
    } else {
        VV_AWAIT(nf, vv_do_index(t, nf->argv[1]));
        nf->slot[1] = vv_take_ret(t);
    }
    if (vv_int_sign(nf->slot[0]) < 0)
        return vv_raise_step(t, VV_ValueError, "n must be a non-negative integer");
    if (vv_int_sign(nf->slot[1]) < 0)
        return vv_raise_step(t, VV_ValueError, "k must be a non-negative integer");
    if (vv_int_compare(nf->slot[1], nf->slot[0]) > 0)
        return vv_return(t, vv_int_new(t, 0));
    return f(t, nf);
    VV_END(nf);
}

static vv_step do_perm(vv_thread *t, vv_native *nf) {
    int64_t k;
    if (vv_int_to_i64(nf->slot[1], &k) != 0)
        return vv_raise_step(t, VV_OverflowError, "k must not exceed %lld", (long long)INT64_MAX);
    return vv_return(t, permutations(t, nf->slot[0], k));
}

static vv_step math_perm(vv_thread *t, vv_native *nf) {
    if (nf->state == 0 && (nf->argv[1] == NULL || nf->argv[1] == VV_NONE(t)))
        return math_factorial(t, nf);
    return nf->argv[1] == NULL || nf->argv[1] == VV_NONE(t) ? math_factorial(t, nf) : two_ints(t, nf, do_perm);
}

static vv_step do_comb(vv_thread *t, vv_native *nf) {
    VV_AUTO other = {t, vv_int_sub(t, nf->slot[0], nf->slot[1])};
    if (other.o == NULL)
        return VV_FAILED;
    int64_t k;
    if (vv_int_to_i64(vv_int_compare(other.o, nf->slot[1]) < 0 ? other.o : nf->slot[1], &k) != 0)
        return vv_raise_step(t, VV_OverflowError, "min(n - k, k) must not exceed %lld", (long long)INT64_MAX);
    VV_AUTO above = {t, permutations(t, nf->slot[0], k)};
    if (above.o == NULL)
        return VV_FAILED;
    VV_AUTO below = {t, product_of(t, 1, (uint64_t)k)};
    return below.o == NULL ? VV_FAILED : vv_return(t, vv_int_floordiv(t, above.o, below.o));
}

static vv_step math_comb(vv_thread *t, vv_native *nf) {
    return two_ints(t, nf, do_comb);
}

/* ---- the module ---------------------------------------------------------------------------------------------------- */

vv_owned vv_math_module(vv_thread *t) {
    static const struct {
        const char *name;
        double value;
    } constants[] = {
        {"pi", 3.141592653589793238462643383279502884},
        {"e", 2.718281828459045235360287471352662498},
        {"tau", 6.283185307179586476925286766559005768},
        {"inf", INFINITY},
        {"nan", (double)NAN},
    };
    VV_AUTO module = {t, vv_module_from_defs(t, "math", "Mathematical functions of the C standard, and others.", math_methods)};
    if (module.o == NULL)
        return NULL;
    for (size_t i = 0; i < VV_ARRAY_LEN(constants); i++) {
        VV_AUTO value = {t, vv_float_new(t, constants[i].value)};
        if (value.o == NULL || vv_dict_set_cstr(t, VV_MODULE_OF(module.o)->dict, constants[i].name, value.o) < 0)
            return NULL;
    }
    return vv_move(&module.o);
}
