/* int.c - the type int: slots, methods and constructor. The arithmetic itself is in int_math.c, text in int_text.c.
 *
 * Operator slots take the instance on either side and answer NotImplemented for foreign operands. Only the constructor,
 * to_bytes, from_bytes and __round__ may run Python.
 */
#include "types/int.h"

#include <string.h>

#include "object/alloc.h"
#include "object/bind.h"
#include "object/error.h"
#include "types/bytes.h"
#include "types/float.h"
#include "types/str.h"
#include "types/tuple.h"

static vv_getter_fn int_real, int_imag, int_denominator;

#define VV_DEF_NAME int
#define VV_DEF_FILE "types/int.def"
#include "object/deftype.h"

/* ---- the constructor ---------------------------------------------------------------------------------------------- */

/* An instance of `type` with the value of an int; takes it. */
static vv_owned int_of_type_take(vv_thread *t, vv_type *type, vv_owned value) {
    if (value == NULL || type == VV_TYPEP(t, INT))
        return value;
    size_t n = (size_t)(VV_INT(value)->size < 0 ? -VV_INT(value)->size : VV_INT(value)->size);
    size_t bytes = offsetof(vv_int, digit) + (n == 0 ? 1 : n) * sizeof(uint32_t);
    vv_obj *o = vv_new_object(t, type, bytes < type->basicsize ? type->basicsize : bytes);
    if (o != NULL) {
        VV_INT(o)->size = VV_INT(value)->size;
        memcpy(VV_INT(o)->digit, VV_INT(value)->digit, n * sizeof(uint32_t));
        if (type->flags & VV_TF_GC)
            vv_track(t, o);
    }
    vv_decref(t, value);
    return o;
}

/* The int that str, bytes or bytearray `o` spells in `base`. */
static vv_owned int_from_textual(vv_thread *t, vv_ref o, int base, bool *ret_textual) {
    char *text;
    size_t length;
    int is = vv_int_ascii_text(t, o, &text, &length);
    *ret_textual = is != 0;
    if (is <= 0)
        return NULL;
    vv_owned result = vv_int_parse(t, text, length, base, o);
    vv_free(t, text);
    return result;
}

/* int(x, base=b) and int(x) where x is no text: argv = type, x, base or NULL. */
static vv_step int_create_slowly(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (nf->argv[2] == NULL) {
        if (nf->argv[1]->type->s.int_ == NULL && nf->argv[1]->type->s.index == NULL) {
            if (vv_type_lookup_peek(t, nf->argv[1]->type, VV_N(t, __trunc__)) != NULL) {
                nf->slot[1] = vv_str_from_cstr(t, "The delegation of int() to __trunc__ is deprecated.");
                if (nf->slot[1] == NULL)
                    return VV_FAILED;
                VV_AWAIT(nf, vv_do_warn(t, VV_DeprecationWarning, nf->slot[1]));
                vv_drop_ret(t);
            }
            VV_AWAIT(nf, vv_do_call_special(t, nf->argv[1], VV_N(t, __trunc__), NULL, 0));
            vv_setref_take(t, &nf->slot[0], vv_take_ret(t));
            if (nf->slot[0] == NULL)
                return vv_raise_step(
                    t, VV_TypeError,
                    "int() argument must be a string, a bytes-like object or a real number, not '%T'", nf->argv[1]);
            if (!VV_ISA(nf->slot[0], INT) && nf->slot[0]->type->s.index == NULL)
                return vv_raise_step(t, VV_TypeError, "__trunc__ returned non-Integral (type %T)", nf->slot[0]);
            VV_AWAIT(nf, vv_do_index(t, nf->slot[0]));
        } else {
            VV_AWAIT(nf, vv_do_int(t, nf->argv[1]));
        }
        vv_setref_take(t, &nf->slot[0], vv_take_ret(t));
        if (!VV_ISA(nf->slot[0], INT))
            return vv_raise_step(t, VV_TypeError, "__int__ returned non-int (type %T)", nf->slot[0]);
        return vv_return(t, int_of_type_take(t, VV_AS_TYPE(nf->argv[0]), vv_int_exact(t, nf->slot[0])));
    }
    VV_AWAIT(nf, vv_do_index(t, nf->argv[2]));
    vv_setref_take(t, &nf->slot[0], vv_take_ret(t));
    int64_t base = vv_int_clamp_index(nf->slot[0]);
    if (base != 0 && (base < 2 || base > 36))
        return vv_raise_step(t, VV_ValueError, "int() base must be >= 2 and <= 36, or 0");
    bool textual = false;
    vv_owned value = !VV_ISA(nf->argv[1], STR) && !VV_ISA(nf->argv[1], BYTES) && !vv_is_instance(nf->argv[1], VV_TYPEP(t, BYTEARRAY))
                         ? NULL
                         : int_from_textual(t, nf->argv[1], (int)base, &textual);
    if (!textual)
        return vv_raise_step(t, VV_TypeError, "int() can't convert non-string with explicit base");
    return vv_return(t, int_of_type_take(t, VV_AS_TYPE(nf->argv[0]), value));
    VV_END(nf);
}

static vv_step int_create(vv_thread *t, vv_ref self, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    vv_type *type = VV_AS_TYPE(self);
    vv_obj *given[2] = {nargs == 1 ? args[0] : NULL, NULL};
    if ((nargs > 1 || kwnames != NULL) &&
        vv_parse_args(t, "int", "int(x=0, /, base=10)", args, nargs, kwnames, given) < 0)
        return VV_FAILED;
    if (given[0] == NULL) {
        if (given[1] != NULL)
            return vv_raise_step(t, VV_TypeError, "int() missing string argument");
        return vv_return(t, int_of_type_take(t, type, vv_int_new(t, 0)));
    }
    if (given[1] == NULL) {
        if (VV_IS(t, given[0], INT) || VV_IS(t, given[0], BOOL))
            return vv_return(t, int_of_type_take(t, type, vv_int_exact(t, given[0])));
        if (VV_IS(t, given[0], FLOAT))
            return vv_return(t, int_of_type_take(t, type, vv_int_from_double(t, VV_FLOAT(given[0])->value)));
        /* A subclass of a textual type may define __int__, which goes first. */
        if (given[0]->type->s.int_ == NULL && given[0]->type->s.index == NULL) {
            bool textual;
            vv_owned value = int_from_textual(t, given[0], 10, &textual);
            if (textual)
                return vv_return(t, int_of_type_take(t, type, value));
        }
    }
    return vv_start3(t, int_create_slowly, "int", self, given[0], given[1]);
}

static void int_dealloc(vv_thread *t, vv_obj *self) {
    if (!VV_IS(t, self, INT) || !vv_int_recycle(t, self))
        vv_free_object(t, self);
}

/* ---- operators ---------------------------------------------------------------------------------------------------- */

static inline bool both_ints(vv_ref a, vv_ref b) {
    return (a->type->flags & b->type->flags & VV_TF_INT) != 0;
}

#define BINARY_SLOT(name)                                                                                              \
    static vv_step int_##name(vv_thread *t, vv_ref a, vv_ref b) {                                                      \
        return both_ints(a, b) ? vv_return(t, vv_int_##name(t, a, b)) : vv_return_not_implemented(t);                  \
    }
BINARY_SLOT(add)
BINARY_SLOT(sub)
BINARY_SLOT(mul)
BINARY_SLOT(mod)
BINARY_SLOT(floordiv)
BINARY_SLOT(lshift)
BINARY_SLOT(rshift)
BINARY_SLOT(and)
BINARY_SLOT(or)
BINARY_SLOT(xor)
#undef BINARY_SLOT

static vv_step int_truediv(vv_thread *t, vv_ref a, vv_ref b) {
    double value;
    if (!both_ints(a, b))
        return vv_return_not_implemented(t);
    if (vv_int_truediv(t, a, b, &value) < 0)
        return VV_FAILED;
    return vv_return(t, vv_float_new(t, value));
}

static vv_step int_divmod(vv_thread *t, vv_ref a, vv_ref b) {
    if (!both_ints(a, b))
        return vv_return_not_implemented(t);
    vv_obj *both[2];
    if (vv_int_divmod(t, a, b, &both[0], &both[1]) < 0)
        return VV_FAILED;
    return vv_return(t, vv_tuple_from_array_take(t, both, 2));
}

static vv_step int_pow(vv_thread *t, vv_ref a, vv_ref b, vv_ref c) {
    if (c == VV_NONE(t))
        c = NULL;
    if (!both_ints(a, b) || (c != NULL && !VV_ISA(c, INT)))
        return vv_return_not_implemented(t);
    return vv_return(t, vv_int_pow(t, a, b, c));
}

static vv_step int_neg(vv_thread *t, vv_ref self) {
    return vv_return(t, vv_int_neg(t, self));
}

static vv_step int_pos(vv_thread *t, vv_ref self) {
    return vv_return(t, vv_int_exact(t, self));
}

static vv_step int_abs(vv_thread *t, vv_ref self) {
    return vv_return(t, vv_int_sign(self) < 0 ? vv_int_neg(t, self) : vv_int_exact(t, self));
}

static vv_step int_invert(vv_thread *t, vv_ref self) { /* ~x = -x - 1 */
    VV_AUTO minus = {t, vv_int_neg(t, self)};
    return minus.o == NULL ? VV_FAILED : vv_return(t, vv_int_sub(t, minus.o, t->vm->small_ints[1 - VV_SMALL_INT_MIN]));
}

static vv_step int_bool(vv_thread *t, vv_ref self) {
    return vv_return_int(t, VV_INT(self)->size != 0);
}

static vv_step int_int(vv_thread *t, vv_ref self) {
    return vv_return(t, vv_int_exact(t, self));
}

static vv_step int_index(vv_thread *t, vv_ref self) {
    return vv_return(t, vv_int_exact(t, self));
}

static vv_step int_float(vv_thread *t, vv_ref self) {
    double value;
    if (vv_int_as_double(t, self, &value) < 0)
        return VV_FAILED;
    return vv_return(t, vv_float_new(t, value));
}

static vv_step int_hash(vv_thread *t, vv_ref self) {
    return vv_return_int(t, vv_int_hash(self));
}

static vv_step int_repr(vv_thread *t, vv_ref self) {
    return vv_return(t, vv_int_decimal(t, self));
}

static vv_step int_compare(vv_thread *t, vv_ref a, vv_ref b, int op) {
    if (!both_ints(a, b))
        return vv_return_not_implemented(t);
    int c = vv_int_compare(a, b);
    bool holds = op == VV_LT ? c < 0 : op == VV_LE ? c <= 0 : op == VV_EQ ? c == 0
                 : op == VV_NE ? c != 0 : op == VV_GT ? c > 0 : c >= 0;
    return vv_return(t, vv_bool(t, holds));
}

/* ---- methods ------------------------------------------------------------------------------------------------------ */

static vv_owned int_conjugate(vv_thread *t, vv_obj *const *argv) {
    return vv_int_exact(t, argv[0]);
}

static vv_owned int_trunc(vv_thread *t, vv_obj *const *argv) {
    return vv_int_exact(t, argv[0]);
}

static vv_owned int_floor(vv_thread *t, vv_obj *const *argv) {
    return vv_int_exact(t, argv[0]);
}

static vv_owned int_ceil(vv_thread *t, vv_obj *const *argv) {
    return vv_int_exact(t, argv[0]);
}

static vv_owned int_is_integer(vv_thread *t, vv_obj *const *argv) {
    (void)argv;
    return vv_bool(t, true);
}

static vv_owned int_real(vv_thread *t, vv_ref self) {
    return vv_int_exact(t, self);
}

static vv_owned int_imag(vv_thread *t, vv_ref self) {
    (void)self;
    return vv_int_new(t, 0);
}

static vv_owned int_denominator(vv_thread *t, vv_ref self) {
    (void)self;
    return vv_int_new(t, 1);
}

static vv_owned int_bit_length(vv_thread *t, vv_obj *const *argv) {
    return vv_int_new_u64(t, vv_int_bit_length(argv[0]));
}

static vv_owned int_bit_count(vv_thread *t, vv_obj *const *argv) {
    int32_t size = VV_INT(argv[0])->size;
    int64_t ones = 0;
    for (int32_t i = size < 0 ? -size : size; i-- > 0;)
        ones += __builtin_popcount(VV_INT(argv[0])->digit[i]);
    return vv_int_new(t, ones);
}

static vv_owned int_as_integer_ratio(vv_thread *t, vv_obj *const *argv) {
    vv_obj *pair[2] = {vv_int_exact(t, argv[0]), vv_int_new(t, 1)};
    return pair[0] == NULL ? NULL : vv_tuple_from_array_take(t, pair, 2);
}

static vv_owned int_getnewargs(vv_thread *t, vv_obj *const *argv) {
    vv_obj *only = vv_int_exact(t, argv[0]);
    return only == NULL ? NULL : vv_tuple_from_array_take(t, &only, 1);
}

static vv_step int_format(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (!VV_ISA(nf->argv[1], STR))
        return vv_raise_step(t, VV_TypeError, "__format__() argument must be str, not %A", nf->argv[1]);
    if (vv_str_length(nf->argv[1]) != 0 || VV_IS(t, nf->argv[0], INT))
        return vv_return(t, vv_format_int(t, nf->argv[0], nf->argv[1]));
    VV_AWAIT(nf, vv_do_str(t, nf->argv[0])); /* a subclass may say it differently */
    return VV_READY;
    VV_END(nf);
}

int64_t vv_int_size64(vv_ref self) {
    int32_t size = VV_INT(self)->size;
    int64_t digits = size < 0 ? -(int64_t)size : size;
    return 24 + 4 * (digits == 0 ? 1 : digits); /* CPython's on a 64-bit machine */
}

static vv_owned int_sizeof(vv_thread *t, vv_obj *const *argv) {
    return vv_int_new(t, vv_int_size64(argv[0]));
}

static vv_step int_round(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (nf->argv[1] == NULL)
        return vv_return(t, vv_int_exact(t, nf->argv[0]));
    VV_AWAIT(nf, vv_do_index(t, nf->argv[1]));
    vv_setref_take(t, &nf->slot[0], vv_take_ret(t));
    if (vv_int_sign(nf->slot[0]) >= 0)
        return vv_return(t, vv_int_exact(t, nf->argv[0]));
    int64_t places = vv_int_clamp_index(nf->slot[0]);
    return vv_return(t, vv_int_round_to(t, nf->argv[0], -(uint64_t)places));
    VV_END(nf);
}

/* 1 = little, 0 = big, -1 with an exception; NULL is the default. */
static int is_little(vv_thread *t, const char *function, vv_ref byteorder) {
    if (byteorder == NULL)
        return 0;
    if (!VV_ISA(byteorder, STR))
        return vv_raise_int(t, VV_TypeError, "%s() argument 'byteorder' must be str, not %A", function, byteorder);
    if (vv_str_equal_cstr(byteorder, "little"))
        return 1;
    if (vv_str_equal_cstr(byteorder, "big"))
        return 0;
    return vv_raise_int(t, VV_ValueError, "byteorder must be either 'little' or 'big'");
}

/* The low n bytes of the two's complement of o. */
static void write_bytes(vv_ref o, uint8_t *out, size_t n, bool little) {
    int32_t size = VV_INT(o)->size;
    size_t digits = (size_t)(size < 0 ? -size : size), next = 0;
    uint64_t acc = 0;
    unsigned have = 0, carry = 1;
    for (size_t i = 0; i < n; i++) {
        if (have < 8 && next < digits) {
            acc |= (uint64_t)VV_INT(o)->digit[next++] << have;
            have += VV_INT_SHIFT;
        }
        unsigned byte = acc & 0xFF;
        acc >>= 8;
        have = have < 8 ? 0 : have - 8;
        if (size < 0) {
            byte = (byte ^ 0xFF) + carry;
            carry = byte >> 8;
        }
        out[little ? i : n - 1 - i] = (uint8_t)byte;
    }
}

/* Does o need no more than n bytes? */
static bool fits_bytes(vv_ref o, uint64_t n, bool is_signed) {
    uint64_t bits = vv_int_bit_length(o);
    if (!is_signed)
        return bits <= n * 8;
    if (bits == 0 || bits < n * 8)
        return true;
    if (vv_int_sign(o) > 0 || bits > n * 8)
        return false;
    /* -2**(8n - 1) just fits */
    int32_t last = -VV_INT(o)->size - 1;
    const uint32_t *digit = VV_INT(o)->digit;
    for (int32_t i = 0; i < last; i++)
        if (digit[i] != 0)
            return false;
    return (digit[last] & (digit[last] - 1)) == 0;
}

static vv_step int_to_bytes(vv_thread *t, vv_native *nf) { /* argv: self, length, byteorder, signed */
    VV_BEGIN(nf);
    nf->i[0] = 1;
    if (nf->argv[1] != NULL) {
        VV_AWAIT(nf, vv_do_index(t, nf->argv[1]));
        vv_setref_take(t, &nf->slot[0], vv_take_ret(t));
        if (vv_int_as_i64(t, nf->slot[0], &nf->i[0]) < 0)
            return VV_FAILED;
    }
    nf->i[1] = is_little(t, "to_bytes", nf->argv[2]);
    if (nf->i[1] < 0)
        return VV_FAILED;
    if (nf->argv[3] != NULL) {
        VV_AWAIT(nf, vv_do_truth(t, nf->argv[3]));
        nf->i[2] = t->ival;
    }
    if (nf->i[0] < 0)
        return vv_raise_step(t, VV_ValueError, "length argument must be non-negative");
    if (!nf->i[2] && vv_int_sign(nf->argv[0]) < 0)
        return vv_raise_step(t, VV_OverflowError, "can't convert negative int to unsigned");
    if (nf->i[0] < (INT64_C(1) << 56) && !(nf->i[0] == 0 && nf->i[2] && vv_int_is_compact(nf->argv[0]) && vv_int_compact(nf->argv[0]) == -1) &&
        !fits_bytes(nf->argv[0], (uint64_t)nf->i[0], nf->i[2] != 0))
        return vv_raise_step(t, VV_OverflowError, "int too big to convert");
    if ((uint64_t)nf->i[0] > SIZE_MAX / 4) {
        vv_raise_memory(t);
        return VV_FAILED;
    }
    uint8_t *bytes = vv_alloc(t, (size_t)nf->i[0] + 1);
    if (bytes == NULL)
        return VV_FAILED;
    write_bytes(nf->argv[0], bytes, (size_t)nf->i[0], nf->i[1] != 0);
    vv_owned result = vv_bytes_own(t, bytes, (size_t)nf->i[0]);
    vv_free(t, bytes);
    return vv_return(t, result);
    VV_END(nf);
}

static vv_step int_from_bytes(vv_thread *t, vv_native *nf) { /* argv: type, bytes, byteorder, signed */
    const uint8_t *data;
    size_t n;
    VV_BEGIN(nf);
    nf->i[1] = is_little(t, "from_bytes", nf->argv[2]);
    if (nf->i[1] < 0)
        return VV_FAILED;
    if (nf->argv[3] != NULL) {
        VV_AWAIT(nf, vv_do_truth(t, nf->argv[3]));
        nf->i[2] = t->ival;
    }
    nf->slot[0] = vv_newref(nf->argv[1]);
    if (!vv_bytes_view(nf->argv[1], &data, &n)) {
        /* bytes() would take a number for a length. */
        bool number = nf->argv[1]->type->s.index != NULL && nf->argv[1]->type->s.iter == NULL &&
                      vv_type_lookup_peek(t, nf->argv[1]->type, VV_N(t, __bytes__)) == NULL;
        if (VV_ISA(nf->argv[1], STR) || number)
            return vv_raise_step(t, VV_TypeError, "cannot convert '%T' object to bytes", nf->argv[1]);
        VV_AWAIT(nf, vv_do_call1(t, (vv_ref)VV_TYPEP(t, BYTES), nf->argv[1]));
        vv_setref_take(t, &nf->slot[0], vv_take_ret(t));
    }
    if (!vv_bytes_view(nf->slot[0], &data, &n))
        return vv_raise_step(t, VV_TypeError, "cannot convert '%T' object to bytes", nf->argv[1]);
    vv_owned value = vv_int_from_bytes(t, data, n, nf->i[1] != 0, nf->i[2] != 0);
    if (value == NULL)
        return VV_FAILED;
    if (nf->argv[0] == (vv_obj *)VV_TYPEP(t, INT))
        return vv_return(t, value);
    vv_setref_take(t, &nf->slot[1], value);
    VV_AWAIT(nf, vv_do_call1(t, nf->argv[0], nf->slot[1]));
    return VV_READY;
    VV_END(nf);
}

const vv_typespec vv_int_spec = {
    .name = "int",
    .base = VV_T_OBJECT,
    .flags = VV_TF_BASETYPE | VV_TF_IMMUTABLE | VV_TF_PLAIN_HASH_EQ | VV_TF_MATCH_SELF | VV_TF_INT,
    .basicsize = sizeof(vv_int),
    .itemsize = 4,
    .size64 = 28,
    .size64_of = vv_int_size64,
    .doc = "int([x]) -> integer\nint(x, base=10) -> integer\n\n"
           "Whole numbers of any size. A number x is truncated towards zero; a string, bytes or bytearray x is read as a\n"
           "literal in the given base: 2 to 36, or 0 to take the base from a prefix such as 0x.\n"
           ">>> int('0b100', base=0)\n4",
    .slots = &int_slots,
    .methods = int_methods,
    .getset = int_getset,
    .members = int_members,
    .dealloc = int_dealloc,
};
