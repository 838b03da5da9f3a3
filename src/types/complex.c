/* complex.c - the type complex: pairs of doubles. Only the constructor may run Python. */
#include <math.h>
#include <string.h>

#include "base/dtoa.h"
#include "object/alloc.h"
#include "object/bind.h"
#include "object/error.h"
#include "types/float.h"
#include "types/int.h"
#include "types/str.h"
#include "types/tuple.h"

#define VV_DEF_NAME complex_type
#define VV_DEF_FILE "types/complex.def"
#include "object/deftype.h"

typedef struct pair {
    double real, imag;
} pair;

static inline pair value_of(vv_ref o) {
    return (pair){VV_COMPLEX(o)->real, VV_COMPLEX(o)->imag};
}

vv_owned vv_complex_new(vv_thread *t, double real, double imag) {
    vv_obj *o = vv_new_object_raw(t, VV_TYPEP(t, COMPLEX), sizeof(vv_complex));
    if (o != NULL) {
        VV_COMPLEX(o)->real = real;
        VV_COMPLEX(o)->imag = imag;
    }
    return o;
}

static vv_owned complex_of_type(vv_thread *t, vv_type *type, pair z) {
    if (type == VV_TYPEP(t, COMPLEX))
        return vv_complex_new(t, z.real, z.imag);
    vv_obj *o = vv_new_object(t, type, type->basicsize);
    if (o != NULL) {
        VV_COMPLEX(o)->real = z.real;
        VV_COMPLEX(o)->imag = z.imag;
        if (type->flags & VV_TF_GC)
            vv_track(t, o);
    }
    return o;
}

static vv_owned complex_exact(vv_thread *t, vv_ref self) {
    return VV_IS(t, self, COMPLEX) ? vv_newref(self) : vv_complex_new(t, VV_COMPLEX(self)->real, VV_COMPLEX(self)->imag);
}

static void complex_dealloc(vv_thread *t, vv_obj *self) {
    vv_free_object(t, self);
}

static bool is_complex(vv_thread *t, vv_ref o) {
    return vv_is_instance(o, VV_TYPEP(t, COMPLEX));
}

/* ---- reading ------------------------------------------------------------------------------------------------------ */

static inline bool is_space(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

static inline bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/* [space] [(] a | bj | a+bj [)] [space] */
static bool scan(const char *p, const char *end, pair *ret) {
    const char *stop;
    bool bracket = false, needs_j = true;
    *ret = (pair){0, 0};
    while (p < end && is_space(*p))
        p++;
    if (p < end && *p == '(') {
        bracket = true;
        for (p++; p < end && is_space(*p); p++)
            ;
    }
    double first = vv_float_scan(p, end, &stop);
    bool sign_only = stop == p;
    if (!sign_only) {
        p = stop;
        if (p < end && (*p == '+' || *p == '-')) {
            ret->real = first;
            ret->imag = vv_float_scan(p, end, &stop);
            sign_only = stop == p;
            if (!sign_only)
                p = stop;
        } else if (p < end && (*p | 0x20) == 'j') {
            ret->imag = first;
        } else {
            ret->real = first;
            needs_j = false;
        }
    }
    if (sign_only) {
        ret->imag = 1;
        if (p < end && (*p == '+' || *p == '-'))
            ret->imag = *p++ == '-' ? -1 : 1;
    }
    if (needs_j && (p == end || (*p++ | 0x20) != 'j'))
        return false;
    while (p < end && is_space(*p))
        p++;
    if (bracket) {
        if (p == end || *p++ != ')')
            return false;
        while (p < end && is_space(*p))
            p++;
    }
    return p == end;
}

/* 0, or -1 with an exception. Underscores may stand between digits. */
static int parse(vv_thread *t, vv_ref s, pair *ret) {
    char *text;
    size_t length, kept = 0;
    if (vv_int_ascii_text(t, s, &text, &length) < 0)
        return -1;
    bool good = true; /* so far: every underscore stands between digits */
    for (size_t i = 0; i < length; i++) { /* squeezed in place; `before` is what stood in front in the original */
        char before = i > 0 ? text[kept > 0 ? kept - 1 : 0] : ' ';
        if (text[i] != '_')
            text[kept++] = text[i];
        else if (kept == 0 || !is_digit(before) || !is_digit(text[i + 1]))
            good = false;
    }
    bool placed = good;
    good = good && scan(text, text + kept, ret);
    vv_free(t, text);
    if (!placed)
        return vv_raise_int(t, VV_ValueError, "could not convert string to complex: %R", s);
    return good ? 0 : vv_raise_int(t, VV_ValueError, "complex() arg is a malformed string");
}

/* complex(r, i) from numbers: argv = type, r or NULL, i or NULL. slot 0 and 1 = the numbers as complex or float. */
static vv_step complex_create_slowly(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (nf->argv[1] != NULL) {
        if (!VV_IS(t, nf->argv[1], COMPLEX)) {
            VV_AWAIT(nf, vv_do_call_special(t, nf->argv[1], VV_N(t, __complex__), NULL, 0));
            vv_setref_take(t, &nf->slot[0], vv_take_ret(t));
            if (nf->slot[0] != NULL && !is_complex(t, nf->slot[0]))
                return vv_raise_step(t, VV_TypeError, "__complex__ returned non-complex (type %T)", nf->slot[0]);
            if (nf->slot[0] != NULL && !VV_IS(t, nf->slot[0], COMPLEX)) {
                nf->slot[1] = vv_format(t, "__complex__ returned non-complex (type %T).  The ability to return an instance of a strict "
                                           "subclass of complex is deprecated, and may be removed in a future version of Python.",
                                        nf->slot[0]);
                if (nf->slot[1] == NULL)
                    return VV_FAILED;
                VV_AWAIT(nf, vv_do_warn(t, VV_DeprecationWarning, nf->slot[1]));
                vv_drop_ret(t);
                vv_clearref(t, &nf->slot[1]);
            }
        } else {
            nf->slot[0] = vv_newref(nf->argv[1]);
        }
        if (nf->slot[0] == NULL && nf->argv[1]->type->s.float_ == NULL && nf->argv[1]->type->s.index == NULL)
            return vv_raise_step(t, VV_TypeError, "complex() first argument must be a string or a number, not '%T'",
                                 nf->argv[1]);
    }
    if (nf->argv[2] != NULL && !is_complex(t, nf->argv[2]) && nf->argv[2]->type->s.float_ == NULL &&
        nf->argv[2]->type->s.index == NULL)
        return vv_raise_step(t, VV_TypeError, "complex() second argument must be a number, not '%T'", nf->argv[2]);
    if (nf->argv[1] != NULL && nf->slot[0] == NULL) {
        VV_AWAIT(nf, vv_do_float(t, nf->argv[1]));
        vv_setref_take(t, &nf->slot[0], vv_take_ret(t));
    }
    if (nf->argv[2] != NULL) {
        if (is_complex(t, nf->argv[2])) {
            nf->slot[1] = vv_newref(nf->argv[2]);
        } else {
            VV_AWAIT(nf, vv_do_float(t, nf->argv[2]));
            vv_setref_take(t, &nf->slot[1], vv_take_ret(t));
        }
    }
    /* r + i * 1j */
    pair r = {0, 0}, i = {0, 0};
    if (nf->slot[0] != NULL)
        r = is_complex(t, nf->slot[0]) ? value_of(nf->slot[0]) : (pair){VV_FLOAT(nf->slot[0])->value, 0};
    if (nf->slot[1] != NULL) {
        bool both = is_complex(t, nf->slot[1]);
        i = both ? value_of(nf->slot[1]) : (pair){VV_FLOAT(nf->slot[1])->value, 0};
        if (both)
            r.real -= i.imag;
        if (nf->slot[0] != NULL && is_complex(t, nf->slot[0]))
            i.real += r.imag;
        r.imag = i.real;
    }
    return vv_return(t, complex_of_type(t, VV_AS_TYPE(nf->argv[0]), r));
    VV_END(nf);
}

static vv_step complex_create(vv_thread *t, vv_ref self, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    vv_type *type = VV_AS_TYPE(self);
    vv_obj *given[2];
    if (vv_parse_args(t, "complex", "complex(real=0, imag=0)", args, nargs, kwnames, given) < 0)
        return VV_FAILED;
    vv_obj *r = given[0], *i = given[1];
    if (r != NULL && i == NULL && VV_IS(t, r, COMPLEX) && type == VV_TYPEP(t, COMPLEX))
        return vv_return(t, vv_newref(r));
    if (r != NULL && VV_ISA(r, STR)) {
        pair z;
        if (i != NULL)
            return vv_raise_step(t, VV_TypeError, "complex() can't take second arg if first is a string");
        if (parse(t, r, &z) < 0)
            return VV_FAILED;
        return vv_return(t, complex_of_type(t, type, z));
    }
    if (i != NULL && VV_ISA(i, STR))
        return vv_raise_step(t, VV_TypeError, "complex() second arg can't be a string");
    return vv_start3(t, complex_create_slowly, "complex", self, r, i);
}

/* ---- arithmetic --------------------------------------------------------------------------------------------------- */

static inline pair product(pair a, pair b) {
    return (pair){a.real * b.real - a.imag * b.imag, a.real * b.imag + a.imag * b.real};
}

/* Smith's way, which does not overflow in between. False: b is zero. */
static bool quotient(pair a, pair b, pair *ret) {
    double x = fabs(b.real), y = fabs(b.imag);
    if (x >= y) {
        if (x == 0)
            return false;
        double ratio = b.imag / b.real, denominator = b.real + b.imag * ratio;
        *ret = (pair){(a.real + a.imag * ratio) / denominator, (a.imag - a.real * ratio) / denominator};
    } else if (y >= x) {
        double ratio = b.real / b.imag, denominator = b.real * ratio + b.imag;
        *ret = (pair){(a.real * ratio + a.imag) / denominator, (a.imag * ratio - a.real) / denominator};
    } else {
        *ret = (pair){(double)NAN, (double)NAN};
    }
    return true;
}

/* False: 0 to a negative or complex power. */
static bool power(pair a, pair b, pair *ret) {
    if (b.imag == 0 && b.real == floor(b.real) && fabs(b.real) <= 100) {
        pair z = {1, 0}, p = a;
        for (int n = (int)fabs(b.real); n != 0; n >>= 1) {
            if (n & 1)
                z = product(z, p);
            p = product(p, p);
        }
        *ret = z;
        return b.real > 0 || quotient((pair){1, 0}, z, ret);
    }
    if (a.real == 0 && a.imag == 0) {
        *ret = (pair){0, 0};
        return b.imag == 0 && !(b.real < 0);
    }
    double size = hypot(a.real, a.imag), angle = atan2(a.imag, a.real);
    double length = pow(size, b.real), phase = angle * b.real;
    if (b.imag != 0) {
        length *= exp(-angle * b.imag);
        phase += b.imag * log(size);
    }
    *ret = (pair){length * cos(phase), length * sin(phase)};
    return true;
}

/* 1 yes, 0 not a number, -1. */
static int to_pair(vv_thread *t, vv_ref o, pair *ret) {
    if (is_complex(t, o)) {
        *ret = value_of(o);
        return 1;
    }
    ret->imag = 0;
    return vv_float_from_number(t, o, &ret->real);
}

static int operands(vv_thread *t, vv_ref a, vv_ref b, pair *x, pair *y) {
    int known = to_pair(t, a, x);
    return known != 1 ? known : to_pair(t, b, y);
}

#define BEGIN_BINARY(t, a, b, x, y)                                                                                    \
    pair x, y;                                                                                                         \
    int known = operands(t, a, b, &x, &y);                                                                             \
    if (known != 1)                                                                                                    \
    return known < 0 ? VV_FAILED : vv_return_not_implemented(t)

static vv_step complex_add(vv_thread *t, vv_ref a, vv_ref b) {
    BEGIN_BINARY(t, a, b, x, y);
    return vv_return(t, vv_complex_new(t, x.real + y.real, x.imag + y.imag));
}

static vv_step complex_sub(vv_thread *t, vv_ref a, vv_ref b) {
    BEGIN_BINARY(t, a, b, x, y);
    return vv_return(t, vv_complex_new(t, x.real - y.real, x.imag - y.imag));
}

static vv_step complex_mul(vv_thread *t, vv_ref a, vv_ref b) {
    BEGIN_BINARY(t, a, b, x, y);
    pair z = product(x, y);
    return vv_return(t, vv_complex_new(t, z.real, z.imag));
}

static vv_step complex_truediv(vv_thread *t, vv_ref a, vv_ref b) {
    BEGIN_BINARY(t, a, b, x, y);
    pair z;
    if (!quotient(x, y, &z))
        return vv_raise_step(t, VV_ZeroDivisionError, "complex division by zero");
    return vv_return(t, vv_complex_new(t, z.real, z.imag));
}

static vv_step complex_pow(vv_thread *t, vv_ref a, vv_ref b, vv_ref c) {
    BEGIN_BINARY(t, a, b, x, y);
    if (c != NULL && c != VV_NONE(t))
        return vv_raise_step(t, VV_ValueError, "complex modulo");
    pair z;
    if (!power(x, y, &z))
        return vv_raise_step(t, VV_ZeroDivisionError, "0.0 to a negative or complex power");
    if (isinf(z.real) || isinf(z.imag))
        return vv_raise_step(t, VV_OverflowError, "complex exponentiation");
    return vv_return(t, vv_complex_new(t, z.real, z.imag));
}

static vv_step complex_neg(vv_thread *t, vv_ref self) {
    return vv_return(t, vv_complex_new(t, -VV_COMPLEX(self)->real, -VV_COMPLEX(self)->imag));
}

static vv_step complex_pos(vv_thread *t, vv_ref self) {
    return vv_return(t, complex_exact(t, self));
}

static vv_step complex_abs(vv_thread *t, vv_ref self) {
    pair z = value_of(self);
    double size = hypot(z.real, z.imag);
    if (isinf(size) && isfinite(z.real) && isfinite(z.imag))
        return vv_raise_step(t, VV_OverflowError, "absolute value too large");
    return vv_return(t, vv_float_new(t, size));
}

static vv_step complex_bool(vv_thread *t, vv_ref self) {
    return vv_return_int(t, VV_COMPLEX(self)->real != 0 || VV_COMPLEX(self)->imag != 0);
}

static vv_step complex_hash(vv_thread *t, vv_ref self) {
    uint64_t h = (uint64_t)vv_float_hash(self, VV_COMPLEX(self)->real) +
                 UINT64_C(1000003) * (uint64_t)vv_float_hash(self, VV_COMPLEX(self)->imag);
    return vv_return_int(t, (int64_t)h == -1 ? -2 : (int64_t)h);
}

static vv_step complex_compare(vv_thread *t, vv_ref a, vv_ref b, int op) {
    if (op != VV_EQ && op != VV_NE)
        return vv_return_not_implemented(t);
    if (!is_complex(t, a)) {
        vv_ref swap = a;
        a = b;
        b = swap;
    }
    pair x = value_of(a), y;
    bool equal;
    if (VV_ISA(b, INT))
        equal = x.imag == 0 && vv_float_compare_int(x.real, b) == 0;
    else if (to_pair(t, b, &y) == 1)
        equal = x.real == y.real && x.imag == y.imag;
    else
        return vv_return_not_implemented(t);
    return vv_return(t, vv_bool(t, equal == (op == VV_EQ)));
}

/* ---- text and methods --------------------------------------------------------------------------------------------- */

static vv_step complex_repr(vv_thread *t, vv_ref self) {
    pair z = value_of(self);
    char text[2 * 64 + 4], *p = text; /* repr of a double is short */
    bool brackets = z.real != 0 || signbit(z.real);
    char number[512];
    if (brackets) {
        *p++ = '(';
        size_t n = vv_float_format(z.real, 'r', 0, 0, number);
        memcpy(p, number, n);
        p += n;
    }
    size_t n = vv_float_format(z.imag, 'r', 0, brackets ? VV_FF_SIGN : 0, number);
    memcpy(p, number, n);
    p += n;
    *p++ = 'j';
    if (brackets)
        *p++ = ')';
    return vv_return(t, vv_str_from_utf8(t, text, (size_t)(p - text)));
}

static vv_owned complex_conjugate(vv_thread *t, vv_obj *const *argv) {
    return vv_complex_new(t, VV_COMPLEX(argv[0])->real, -VV_COMPLEX(argv[0])->imag);
}

static vv_owned complex_complex(vv_thread *t, vv_obj *const *argv) {
    return complex_exact(t, argv[0]);
}

static vv_owned complex_getnewargs(vv_thread *t, vv_obj *const *argv) {
    VV_AUTO real = {t, vv_float_new(t, VV_COMPLEX(argv[0])->real)};
    VV_AUTO imag = {t, vv_float_new(t, VV_COMPLEX(argv[0])->imag)};
    return real.o == NULL || imag.o == NULL ? NULL : vv_tuple_pack(t, 2, real.o, imag.o);
}

static vv_step complex_format(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (!VV_ISA(nf->argv[1], STR))
        return vv_raise_step(t, VV_TypeError, "__format__() argument must be str, not %A", nf->argv[1]);
    if (vv_str_length(nf->argv[1]) != 0 || VV_IS(t, nf->argv[0], COMPLEX))
        return vv_return(t, vv_format_complex(t, nf->argv[0], nf->argv[1]));
    VV_AWAIT(nf, vv_do_str(t, nf->argv[0])); /* a subclass may say it differently */
    return VV_READY;
    VV_END(nf);
}

const vv_typespec vv_complex_spec = {
    .name = "complex",
    .base = VV_T_OBJECT,
    .flags = VV_TF_BASETYPE | VV_TF_IMMUTABLE | VV_TF_PLAIN_HASH_EQ,
    .basicsize = sizeof(vv_complex),
    .size64 = 32,
    .doc = "A complex number, made from a real and an imaginary part (each 0 when absent) or from text such as '1+2j'.",
    .signature = "complex(real=0, imag=0)",
    .slots = &complex_type_slots,
    .methods = complex_type_methods,
    .getset = complex_type_getset,
    .members = complex_type_members,
    .dealloc = complex_dealloc,
};
