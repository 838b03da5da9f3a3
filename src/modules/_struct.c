/* _struct.c - module _struct: values as bytes in the layout of C structures.
 *
 * A format is parsed into fields: a type, where it stands, how often. Integers are taken apart byte by byte, so neither the
 * byte order nor the word size of the machine matters; native sizes and alignments are those of 64-bit Linux. Values that
 * need Python (__index__, __float__, __bool__) are turned into plain ones first, one after the other.
 */
#include <math.h>
#include <string.h>

#include "object/alloc.h"
#include "object/bind.h"
#include "object/error.h"
#include "types/bytes.h"
#include "types/dict.h"
#include "types/exceptions.h"
#include "types/float.h"
#include "types/function.h"
#include "types/int.h"
#include "types/str.h"
#include "types/tuple.h"
#include "vm/frame.h"

typedef struct field {
    char code;
    size_t offset, size, repeat; /* size: of one; s and p: the whole string */
} field;

typedef struct packer {
    vv_obj head;
    vv_obj *format;  /* owned bytes, or NULL before __init__ */
    field *fields;   /* vv_alloc */
    size_t count;    /* of fields */
    size_t size;     /* in bytes */
    size_t values;   /* that pack takes and unpack gives */
    bool big;        /* most significant byte first */
    bool native;
    vv_obj *weaklist;
} packer;
#define PACKER(o) ((packer *)(o))

typedef struct unpacker {
    vv_obj head;
    vv_obj *packer, *buffer; /* owned; NULL at the end */
    size_t offset;
} unpacker;
#define UNPACKER(o) ((unpacker *)(o))

static vv_getter_fn packer_format, packer_size;

#define VV_DEF_NAME struct_functions
#define VV_DEF_FILE "modules/_struct.def"
#include "object/deftype.h"
#define VV_DEF_NAME packer
#define VV_DEF_FILE "modules/_struct_type.def"
#include "object/deftype.h"
#define VV_DEF_NAME unpacker
#define VV_DEF_FILE "modules/_struct_iterator.def"
#include "object/deftype.h"

/* ---- formats ---- */

/* Size of a type in bytes, 0 if there is none; native sizes double as alignments. */
static size_t size_of(char code, bool native) {
    switch (code) {
    case 'x': case 'c': case 'b': case 'B': case '?': case 's': case 'p': return 1;
    case 'h': case 'H': case 'e': return 2;
    case 'i': case 'I': case 'f': return 4;
    case 'l': case 'L': return native ? 8 : 4;
    case 'q': case 'Q': case 'd': return 8;
    case 'n': case 'N': case 'P': return native ? 8 : 0;
    default: return 0;
    }
}

static bool is_space(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/* Goes through the format; fills fields unless NULL. 0/-1. */
static int walk(vv_thread *t, packer *p, const char *s, const char *end, field *fields) {
    size_t limit = SIZE_MAX / 2 < INT64_MAX ? SIZE_MAX / 2 : (size_t)INT64_MAX;
    p->size = p->values = p->count = 0;
    while (s < end) {
        char c = *s++;
        if (is_space(c))
            continue;
        size_t repeat = 1;
        if (c >= '0' && c <= '9') {
            repeat = (size_t)(c - '0');
            while (s < end && *s >= '0' && *s <= '9') {
                if (repeat > (limit - 9) / 10)
                    return vv_raise_int(t, VV_T_STRUCT_ERROR, "total struct size too long");
                repeat = repeat * 10 + (size_t)(*s++ - '0');
            }
            if (s == end)
                return vv_raise_int(t, VV_T_STRUCT_ERROR, "repeat count given without format specifier");
            c = *s++;
        }
        size_t size = size_of(c, p->native);
        if (size == 0)
            return vv_raise_int(t, VV_T_STRUCT_ERROR, "bad char in struct format");
        if (p->native && p->size % size != 0)
            p->size += size - p->size % size;
        if (repeat > (limit - p->size) / size)
            return vv_raise_int(t, VV_T_STRUCT_ERROR, "total struct size too long");
        bool text = c == 's' || c == 'p';
        if (c != 'x' && (text || repeat > 0)) {
            if (fields != NULL)
                fields[p->count] = (field){c, p->size, text ? repeat : size, text ? 1 : repeat};
            p->count++;
            p->values += text ? 1 : repeat;
        }
        p->size += repeat * size;
    }
    return 0;
}

static int set_format(vv_thread *t, packer *p, vv_ref format) {
    VV_AUTO bytes = {t, NULL};
    if (VV_ISA(format, STR))
        bytes.o = vv_encode(t, format, "ascii", NULL);
    else if (VV_ISA(format, BYTES))
        bytes.o = vv_newref(format);
    else
        vv_raise(t, VV_TypeError, "Struct() argument 1 must be a str or bytes object, not %T", format);
    if (bytes.o == NULL)
        return -1;
    const char *s = (const char *)VV_BYTES(bytes.o)->data, *end = s + VV_BYTES(bytes.o)->length;
    if (memchr(s, 0, (size_t)(end - s)) != NULL)
        return vv_raise_int(t, VV_T_STRUCT_ERROR, "embedded null character");
    packer fresh = {.native = true};
    if (s < end && strchr("@=<>!", *s) != NULL) {
        fresh.native = *s == '@';
        fresh.big = *s == '>' || *s == '!';
        s++;
    }
    if (walk(t, &fresh, s, end, NULL) < 0)
        return -1;
    field *fields = NULL;
    if (fresh.count > 0 && (fields = vv_alloc(t, fresh.count * sizeof *fields)) == NULL)
        return -1;
    if (walk(t, &fresh, s, end, fields) < 0) {
        vv_free(t, fields);
        return -1;
    }
    vv_free(t, p->fields);
    p->fields = fields;
    p->count = fresh.count;
    p->size = fresh.size;
    p->values = fresh.values;
    p->big = fresh.big;
    p->native = fresh.native;
    vv_setref_take(t, &p->format, vv_move(&bytes.o));
    return 0;
}

/* A Struct of a format: what the functions of the module work with. */
static vv_owned packer_of(vv_thread *t, vv_ref format) {
    VV_AUTO o = {t, vv_new_object(t, VV_TYPEP(t, STRUCT), sizeof(packer))};
    if (o.o != NULL)
        vv_track(t, o.o);
    return o.o == NULL || set_format(t, PACKER(o.o), format) < 0 ? NULL : vv_move(&o.o);
}

static vv_step packer_create(vv_thread *t, vv_ref type, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    (void)args, (void)nargs, (void)kwnames; /* __init__ reads them */
    vv_obj *o = vv_new_object(t, VV_AS_TYPE(type), VV_AS_TYPE(type)->basicsize);
    if (o != NULL)
        vv_track(t, o);
    return vv_return(t, o);
}

static vv_step packer_init(vv_thread *t, vv_ref self, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    vv_obj *format;
    if (vv_parse_args(t, "Struct", "Struct(format)", args, nargs, kwnames, &format) < 0)
        return VV_FAILED;
    return set_format(t, PACKER(self), format) < 0 ? VV_FAILED : vv_return_null(t);
}

static void packer_dealloc(vv_thread *t, vv_obj *self) {
    vv_free(t, PACKER(self)->fields);
    vv_xdecref(t, PACKER(self)->format);
    vv_free_object(t, self);
}

static int packer_traverse(vv_ref self, vv_visit visit, void *arg) {
    VV_VISIT(PACKER(self)->format);
    return 0;
}

static int check_ready(vv_thread *t, vv_ref self) {
    return PACKER(self)->format != NULL ? 0 : vv_raise_int(t, VV_RuntimeError, "Struct object is not initialized");
}

/* ---- bytes of numbers ---- */

static void put_bytes(uint8_t *to, uint64_t value, size_t size, bool big) {
    for (size_t k = 0; k < size; k++)
        to[big ? size - 1 - k : k] = (uint8_t)(value >> 8 * k);
}

static uint64_t get_bytes(const uint8_t *from, size_t size, bool big) {
    uint64_t value = 0;
    for (size_t k = 0; k < size; k++)
        value = value << 8 | from[big ? k : size - 1 - k];
    return value;
}

/* IEEE 754 half precision, ties to even: 0, or -1 if x is too large. */
static int half_from_double(double x, uint16_t *ret) {
    uint16_t sign = signbit(x) ? 0x8000 : 0;
    int e;
    if (isnan(x) || isinf(x) || x == 0) {
        *ret = sign | (isnan(x) ? 0x7e00 : isinf(x) ? 0x7c00 : 0);
        return 0;
    }
    double f = frexp(fabs(x), &e) * 2; /* 1 <= f < 2 */
    e--;
    if (e >= 16)
        return -1;
    if (e < -25) {
        *ret = sign;
        return 0;
    }
    if (e < -14) { /* subnormal */
        f = ldexp(f, 14 + e);
        e = 0;
    } else {
        f -= 1;
        e += 15;
    }
    f *= 1024;
    unsigned bits = (unsigned)f;
    f -= bits;
    if (f > 0.5 || (f == 0.5 && (bits & 1) != 0))
        bits++;
    unsigned whole = ((unsigned)e << 10) + bits; /* a carry out of the fraction raises the exponent */
    if (whole >= 0x7c00)
        return -1;
    *ret = (uint16_t)(sign | whole);
    return 0;
}

static double double_from_half(uint16_t half) {
    int e = half >> 10 & 0x1f;
    double f = half & 0x3ff;
    double x = e == 0x1f ? (f == 0 ? INFINITY : NAN) : e == 0 ? ldexp(f, -24) : ldexp(f + 1024, e - 25);
    return (half & 0x8000) != 0 ? -x : x;
}

static int too_large(vv_thread *t, char code) {
    return vv_raise_int(t, VV_OverflowError, "float too large to pack with %c format", code);
}

static int put_float(vv_thread *t, const packer *p, char code, double x, uint8_t *to) {
    uint64_t bits = 0;
    uint16_t half;
    if (code == 'd') {
        memcpy(&bits, &x, 8);
        put_bytes(to, bits, 8, p->big);
    } else if (code == 'f') {
        float y = (float)x;
        uint32_t word;
        if (isinf(y) && !isinf(x) && !p->native)
            return too_large(t, code);
        memcpy(&word, &y, 4);
        put_bytes(to, word, 4, p->big);
    } else {
        if (half_from_double(x, &half) < 0)
            return too_large(t, code);
        put_bytes(to, half, 2, p->big);
    }
    return 0;
}

static vv_owned get_number(vv_thread *t, const packer *p, const field *f, const uint8_t *from) {
    uint64_t bits = get_bytes(from, f->size, p->big);
    double x;
    float y;
    uint32_t word = (uint32_t)bits;
    switch (f->code) {
    case '?': return vv_bool(t, bits != 0);
    case 'c': return vv_bytes_new(t, from, 1);
    case 'd': memcpy(&x, &bits, 8); return vv_float_new(t, x);
    case 'f': memcpy(&y, &word, 4); return vv_float_new(t, y);
    case 'e': return vv_float_new(t, double_from_half((uint16_t)bits));
    case 'B': case 'H': case 'I': case 'L': case 'Q': case 'N': case 'P': return vv_int_new_u64(t, bits);
    default: return vv_int_new(t, (int64_t)(bits << (64 - 8 * f->size)) >> (64 - 8 * f->size));
    }
}

static bool is_unsigned(char code) {
    return strchr("BHILQNP", code) != NULL;
}

static int put_int(vv_thread *t, const packer *p, const field *f, vv_ref value, uint8_t *to) {
    unsigned bits = 8 * (unsigned)f->size;
    bool no_sign = is_unsigned(f->code);
    int64_t n;
    uint64_t all = 0;
    bool fits = vv_int_to_i64(value, &n) == 0;
    if (fits) {
        all = (uint64_t)n;
        if (no_sign)
            fits = f->code == 'P' || (n >= 0 && (bits == 64 || (uint64_t)n >> bits == 0));
        else
            fits = bits == 64 || (n >= -(INT64_C(1) << (bits - 1)) && n < INT64_C(1) << (bits - 1));
    } else if (no_sign && bits == 64 && vv_int_sign(value) > 0 && vv_int_bit_length(value) <= 64) {
        const vv_int *z = VV_INT(value);
        for (int32_t k = z->size; k-- > 0;)
            all = all << VV_INT_SHIFT | z->digit[k];
        fits = true;
    }
    if (!fits && no_sign)
        return vv_raise_int(t, VV_T_STRUCT_ERROR, "'%c' format requires 0 <= number <= %llu", f->code,
                            (unsigned long long)(UINT64_MAX >> (64 - bits)));
    if (!fits)
        return vv_raise_int(t, VV_T_STRUCT_ERROR, "'%c' format requires %lld <= number <= %lld", f->code,
                            (long long)(INT64_MIN >> (64 - bits)), (long long)(INT64_MAX >> (64 - bits)));
    put_bytes(to, all, f->size, p->big);
    return 0;
}

static int put_text(vv_thread *t, const field *f, vv_ref value, uint8_t *to) {
    const uint8_t *data;
    size_t n;
    if ((!VV_ISA(value, BYTES) && !vv_is_instance(value, VV_TYPEP(t, BYTEARRAY))) || !vv_bytes_view(value, &data, &n))
        return vv_raise_int(t, VV_T_STRUCT_ERROR, "argument for '%c' must be a bytes object", f->code);
    size_t skip = f->code == 'p', room = f->size < skip ? 0 : f->size - skip;
    if (n > room)
        n = room;
    memcpy(to + (f->size > 0 ? skip : 0), data, n);
    if (f->code == 'p' && f->size > 0)
        to[0] = n > 255 ? 255 : (uint8_t)n;
    return 0;
}

/* ---- packing ---- */

enum { PACKER_ARG, VALUES_ARG, FIRST_ARG };

/* Packs the values of a tuple from index i[0] on into a new bytes object: t->ret. argv: packer, tuple; slot: 0 result, 1 plain
 * value; i: 0 first value, 1 field, 2 repetition, 3 value */
static vv_step pack_native(vv_thread *t, vv_native *nf) {
    const packer *p = PACKER(nf->argv[PACKER_ARG]);
    const field *f;
    uint8_t *to;
    VV_BEGIN(nf);
    nf->slot[0] = vv_bytes_new(t, NULL, p->size);
    if (nf->slot[0] == NULL)
        return VV_FAILED;
    memset(VV_BYTES(nf->slot[0])->data, 0, p->size);
    nf->i[3] = nf->i[0];
    for (; (size_t)nf->i[1] < p->count; nf->i[1]++) {
        for (nf->i[2] = 0; (size_t)nf->i[2] < p->fields[nf->i[1]].repeat; nf->i[2]++, nf->i[3]++) {
            vv_setref_take(t, &nf->slot[1], vv_newref(VV_TUPLE(nf->argv[VALUES_ARG])->items[nf->i[3]]));
            if (strchr("efd", p->fields[nf->i[1]].code) != NULL) {
                VV_AWAIT_CATCH(nf, vv_do_float(t, nf->slot[1]));
                if (nf->raised) {
                    vv_clear_error(t);
                    return vv_raise_step(t, VV_T_STRUCT_ERROR, "required argument is not a float");
                }
                vv_setref_take(t, &nf->slot[1], vv_take_ret(t));
            } else if (p->fields[nf->i[1]].code == '?') {
                VV_AWAIT(nf, vv_do_truth(t, nf->slot[1]));
                vv_setref_take(t, &nf->slot[1], vv_bool(t, t->ival != 0));
            } else if (strchr("csp", p->fields[nf->i[1]].code) == NULL) {
                if (nf->slot[1]->type->s.index == NULL && !VV_ISA(nf->slot[1], INT))
                    return vv_raise_step(t, VV_T_STRUCT_ERROR, "required argument is not an integer");
                VV_AWAIT(nf, vv_do_index(t, nf->slot[1]));
                vv_setref_take(t, &nf->slot[1], vv_take_ret(t));
            }
            f = &p->fields[nf->i[1]];
            to = VV_BYTES(nf->slot[0])->data + f->offset + (size_t)nf->i[2] * f->size;
            int r = 0;
            if (strchr("efd", f->code) != NULL) {
                r = put_float(t, p, f->code, VV_FLOAT(nf->slot[1])->value, to);
            } else if (f->code == '?') {
                *to = nf->slot[1] == t->vm->true_;
            } else if (f->code == 's' || f->code == 'p') {
                r = put_text(t, f, nf->slot[1], to);
            } else if (f->code == 'c') {
                if (!VV_ISA(nf->slot[1], BYTES) || VV_BYTES(nf->slot[1])->length != 1)
                    return vv_raise_step(t, VV_T_STRUCT_ERROR, "char format requires a bytes object of length 1");
                *to = VV_BYTES(nf->slot[1])->data[0];
            } else {
                r = put_int(t, p, f, nf->slot[1], to);
            }
            if (r < 0)
                return VV_FAILED;
        }
    }
    if (p->size == 1)
        return vv_return(t, vv_bytes_new(t, VV_BYTES(nf->slot[0])->data, 1));
    return vv_return(t, vv_move(&nf->slot[0]));
    VV_END(nf);
}

static vv_step do_pack(vv_thread *t, vv_ref self, vv_ref values, size_t first, const char *name) {
    const packer *p = PACKER(self);
    size_t given = VV_TUPLE(values)->length < first ? 0 : VV_TUPLE(values)->length - first;
    if (check_ready(t, self) < 0)
        return VV_FAILED;
    if (given != p->values)
        return vv_raise_step(t, VV_T_STRUCT_ERROR, "%s expected %zu items for packing (got %zu)", name, p->values, given);
    vv_native *nf = vv_push_native(t, pack_native, "struct.pack", (vv_obj *[]){VV_OBJ(self), VV_OBJ(values)}, 2);
    if (nf == NULL)
        return VV_FAILED;
    nf->i[0] = (int64_t)first;
    return VV_PUSHED;
}

/* pack_into(buffer, offset, values...) of a packer, its arguments in a tuple from index i[0] on. argv: packer, tuple; slot: 0
 * offset, 1 the packed bytes; i[1]: offset */
static vv_step pack_into_native(vv_thread *t, vv_native *nf) {
    uint8_t *data;
    size_t n, size = PACKER(nf->argv[0])->size;
    VV_BEGIN(nf);
    {
        size_t given = VV_TUPLE(nf->argv[1])->length - (size_t)nf->i[0];
        if (check_ready(t, nf->argv[0]) < 0)
            return VV_FAILED;
        if (given < 2)
            return vv_raise_step(t, VV_T_STRUCT_ERROR, "pack_into expected %s argument", given == 0 ? "buffer" : "offset");
        if (given - 2 != PACKER(nf->argv[0])->values)
            return vv_raise_step(t, VV_T_STRUCT_ERROR, "pack_into expected %zu items for packing (got %zu)",
                                 PACKER(nf->argv[0])->values, given - 2);
    }
    if (!vv_bytes_writable_view(VV_TUPLE(nf->argv[1])->items[nf->i[0]], &data, &n))
        return vv_raise_step(t, VV_TypeError, "argument must be read-write bytes-like object, not %T",
                             VV_TUPLE(nf->argv[1])->items[nf->i[0]]);
    VV_AWAIT(nf, vv_do_index(t, VV_TUPLE(nf->argv[1])->items[nf->i[0] + 1]));
    nf->slot[0] = vv_take_ret(t);
    if (vv_int_as_i64(t, nf->slot[0], &nf->i[1]) < 0)
        return VV_FAILED;
    for (nf->i[2] = 0; nf->i[2] < 2; nf->i[2]++) { /* the bounds before packing, and again after what that ran */
        if (!vv_bytes_writable_view(VV_TUPLE(nf->argv[1])->items[nf->i[0]], &data, &n))
            return vv_raise_step(t, VV_TypeError, "argument must be read-write bytes-like object, not %T",
                                 VV_TUPLE(nf->argv[1])->items[nf->i[0]]);
        if (nf->i[1] < 0) {
            if (nf->i[1] + (int64_t)size > 0)
                return vv_raise_step(t, VV_T_STRUCT_ERROR, "no space to pack %zu bytes at offset %lld", size, (long long)nf->i[1]);
            if (nf->i[1] + (int64_t)n < 0)
                return vv_raise_step(t, VV_T_STRUCT_ERROR, "offset %lld out of range for %zu-byte buffer", (long long)nf->i[1], n);
            nf->i[1] += (int64_t)n;
        }
        if (n < size || (uint64_t)nf->i[1] > n - size)
            return vv_raise_step(t, VV_T_STRUCT_ERROR,
                                 "pack_into requires a buffer of at least %llu bytes for packing %zu bytes at offset %lld "
                                 "(actual buffer size is %zu)",
                                 (unsigned long long)nf->i[1] + size, size, (long long)nf->i[1], n);
        if (nf->i[2] == 0) {
            VV_AWAIT(nf, do_pack(t, nf->argv[0], nf->argv[1], (size_t)nf->i[0] + 2, "pack_into"));
            nf->slot[1] = vv_take_ret(t);
        }
    }
    if (!vv_bytes_writable_view(VV_TUPLE(nf->argv[1])->items[nf->i[0]], &data, &n))
        return VV_FAILED;
    memcpy(data + nf->i[1], VV_BYTES(nf->slot[1])->data, size);
    return vv_return_none(t);
    VV_END(nf);
}

static vv_step do_pack_into(vv_thread *t, vv_ref self, vv_ref args, size_t first) {
    vv_native *nf = vv_push_native(t, pack_into_native, "struct.pack_into", (vv_obj *[]){VV_OBJ(self), VV_OBJ(args)}, 2);
    if (nf == NULL)
        return VV_FAILED;
    nf->i[0] = (int64_t)first;
    return VV_PUSHED;
}

static vv_step packer_pack(vv_thread *t, vv_native *nf) { /* argv: self, args */
    VV_BEGIN(nf);
    VV_AWAIT(nf, do_pack(t, nf->argv[0], nf->argv[1], 0, "pack"));
    return VV_READY;
    VV_END(nf);
}

static vv_step packer_pack_into(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, do_pack_into(t, nf->argv[0], nf->argv[1], 0));
    return VV_READY;
    VV_END(nf);
}

static vv_step with_format(vv_thread *t, vv_native *nf, bool into) { /* argv[0]: format and the rest; slot[0]: packer */
    VV_BEGIN(nf);
    if (VV_TUPLE(nf->argv[0])->length == 0)
        return vv_raise_step(t, VV_TypeError, "missing format argument");
    nf->slot[0] = packer_of(t, VV_TUPLE(nf->argv[0])->items[0]);
    if (nf->slot[0] == NULL)
        return VV_FAILED;
    VV_AWAIT(nf, into ? do_pack_into(t, nf->slot[0], nf->argv[0], 1) : do_pack(t, nf->slot[0], nf->argv[0], 1, "pack"));
    return VV_READY;
    VV_END(nf);
}
static vv_step struct_pack(vv_thread *t, vv_native *nf) {
    return with_format(t, nf, false);
}
static vv_step struct_pack_into(vv_thread *t, vv_native *nf) {
    return with_format(t, nf, true);
}

/* ---- unpacking ---- */

static vv_owned unpack_at(vv_thread *t, const packer *p, const uint8_t *data) {
    VV_AUTO values = {t, vv_tuple_new(t, p->values)};
    if (values.o == NULL)
        return NULL;
    vv_obj **to = VV_TUPLE(values.o)->items;
    for (size_t k = 0; k < p->count; k++) {
        const field *f = &p->fields[k];
        for (size_t j = 0; j < f->repeat; j++, to++) {
            const uint8_t *from = data + f->offset + j * f->size;
            if (f->code == 's') {
                *to = vv_bytes_new(t, from, f->size);
            } else if (f->code == 'p') {
                size_t n = f->size == 0 ? 0 : from[0];
                if (f->size > 0 && n >= f->size)
                    n = f->size - 1;
                *to = vv_bytes_new(t, from + (f->size > 0), n);
            } else {
                *to = get_number(t, p, f, from);
            }
            if (*to == NULL)
                return NULL;
        }
    }
    vv_tuple_done(t, values.o);
    return vv_move(&values.o);
}

static int view(vv_thread *t, vv_ref buffer, const uint8_t **data, size_t *n) {
    if (vv_bytes_view(buffer, data, n))
        return 0;
    return vv_raise_int(t, VV_TypeError, "a bytes-like object is required, not '%T'", buffer);
}

static vv_owned unpack(vv_thread *t, vv_ref self, vv_ref buffer) {
    const uint8_t *data;
    size_t n;
    if (check_ready(t, self) < 0 || view(t, buffer, &data, &n) < 0)
        return NULL;
    if (n != PACKER(self)->size)
        return vv_raise(t, VV_T_STRUCT_ERROR, "unpack requires a buffer of %zu bytes", PACKER(self)->size);
    return unpack_at(t, PACKER(self), data);
}

static vv_owned packer_unpack(vv_thread *t, vv_obj *const *argv) {
    return unpack(t, argv[0], argv[1]);
}

static vv_owned struct_unpack(vv_thread *t, vv_obj *const *argv) {
    VV_AUTO self = {t, packer_of(t, argv[0])};
    return self.o == NULL ? NULL : unpack(t, self.o, argv[1]);
}

static vv_step packer_unpack_from(vv_thread *t, vv_native *nf) { /* argv: self, buffer, offset or NULL */
    VV_BEGIN(nf);
    if (check_ready(t, nf->argv[0]) < 0)
        return VV_FAILED;
    if (nf->argv[2] != NULL) {
        VV_AWAIT(nf, vv_do_index(t, nf->argv[2]));
        nf->slot[0] = vv_take_ret(t);
        if (vv_int_as_i64(t, nf->slot[0], &nf->i[0]) < 0)
            return VV_FAILED;
    }
    const packer *p = PACKER(nf->argv[0]);
    const uint8_t *data;
    size_t n;
    if (view(t, nf->argv[1], &data, &n) < 0)
        return VV_FAILED;
    if (nf->i[0] < 0) {
        if (nf->i[0] + (int64_t)p->size > 0)
            return vv_raise_step(t, VV_T_STRUCT_ERROR, "not enough data to unpack %zu bytes at offset %lld", p->size,
                                 (long long)nf->i[0]);
        if (nf->i[0] + (int64_t)n < 0)
            return vv_raise_step(t, VV_T_STRUCT_ERROR, "offset %lld out of range for %zu-byte buffer", (long long)nf->i[0], n);
        nf->i[0] += (int64_t)n;
    }
    if (n < p->size || (uint64_t)nf->i[0] > n - p->size)
        return vv_raise_step(t, VV_T_STRUCT_ERROR,
                             "unpack_from requires a buffer of at least %llu bytes for unpacking %zu bytes at offset %lld "
                             "(actual buffer size is %zu)",
                             (unsigned long long)nf->i[0] + p->size, p->size, (long long)nf->i[0], n);
    return vv_return(t, unpack_at(t, p, data + nf->i[0]));
    VV_END(nf);
}

static vv_step struct_unpack_from(vv_thread *t, vv_native *nf) { /* argv: format, buffer, offset: the format becomes a packer */
    if (nf->state == 0) {
        vv_obj *self = packer_of(t, nf->argv[0]);
        if (self == NULL)
            return VV_FAILED;
        vv_setref_take(t, &nf->argv[0], self);
    }
    return packer_unpack_from(t, nf);
}

static vv_owned iter_unpack(vv_thread *t, vv_ref self, vv_ref buffer) {
    const packer *p = PACKER(self);
    const uint8_t *data;
    size_t n;
    if (check_ready(t, self) < 0)
        return NULL;
    if (p->size == 0)
        return vv_raise(t, VV_T_STRUCT_ERROR, "cannot iteratively unpack with a struct of length 0");
    if (view(t, buffer, &data, &n) < 0)
        return NULL;
    if (n % p->size != 0)
        return vv_raise(t, VV_T_STRUCT_ERROR, "iterative unpacking requires a buffer of a multiple of %zu bytes", p->size);
    vv_obj *o = vv_new_object(t, VV_TYPEP(t, STRUCT_ITERATOR), sizeof(unpacker));
    if (o == NULL)
        return NULL;
    UNPACKER(o)->packer = vv_newref(self);
    UNPACKER(o)->buffer = vv_newref(buffer);
    vv_track(t, o);
    return o;
}

static vv_owned packer_iter_unpack(vv_thread *t, vv_obj *const *argv) {
    return iter_unpack(t, argv[0], argv[1]);
}

static vv_owned struct_iter_unpack(vv_thread *t, vv_obj *const *argv) {
    VV_AUTO self = {t, packer_of(t, argv[0])};
    return self.o == NULL ? NULL : iter_unpack(t, self.o, argv[1]);
}

static void unpacker_clear(vv_thread *t, vv_obj *self) {
    vv_clearref(t, &UNPACKER(self)->packer);
    vv_clearref(t, &UNPACKER(self)->buffer);
}

static void unpacker_dealloc(vv_thread *t, vv_obj *self) {
    unpacker_clear(t, self);
    vv_free_object(t, self);
}

static int unpacker_traverse(vv_ref self, vv_visit visit, void *arg) {
    VV_VISIT(UNPACKER(self)->packer);
    VV_VISIT(UNPACKER(self)->buffer);
    return 0;
}

static vv_step unpacker_iter(vv_thread *t, vv_ref self) {
    return vv_return(t, vv_newref(self));
}

static vv_step unpacker_next(vv_thread *t, vv_ref self) {
    unpacker *u = UNPACKER(self);
    const uint8_t *data;
    size_t n;
    if (u->packer == NULL)
        return vv_return_null(t);
    size_t size = PACKER(u->packer)->size;
    if (!vv_bytes_view(u->buffer, &data, &n) || n < size || u->offset > n - size) {
        vv_clearref(t, &u->packer);
        vv_clearref(t, &u->buffer);
        return vv_return_null(t);
    }
    vv_obj *values = unpack_at(t, PACKER(u->packer), data + u->offset);
    u->offset += size;
    return vv_return(t, values);
}

static vv_owned unpacker_length_hint(vv_thread *t, vv_obj *const *argv) {
    const unpacker *u = UNPACKER(argv[0]);
    const uint8_t *data;
    size_t n;
    if (u->packer == NULL || !vv_bytes_view(u->buffer, &data, &n) || n < u->offset)
        return vv_int_new(t, 0);
    return vv_int_new_u64(t, (n - u->offset) / PACKER(u->packer)->size);
}

/* ---- the rest ---- */

static vv_owned packer_format(vv_thread *t, vv_ref self) {
    if (check_ready(t, self) < 0)
        return NULL;
    return vv_str_from_utf8(t, (const char *)VV_BYTES(PACKER(self)->format)->data, VV_BYTES(PACKER(self)->format)->length);
}

static vv_owned packer_size(vv_thread *t, vv_ref self) {
    return vv_int_new_u64(t, PACKER(self)->size);
}

static vv_owned packer_sizeof(vv_thread *t, vv_obj *const *argv) {
    return vv_int_new(t, 56 + 32 * (int64_t)(PACKER(argv[0])->count + 1));
}

static vv_owned struct_calcsize(vv_thread *t, vv_obj *const *argv) {
    VV_AUTO self = {t, packer_of(t, argv[0])};
    return self.o == NULL ? NULL : vv_int_new_u64(t, PACKER(self.o)->size);
}

static vv_owned struct_clearcache(vv_thread *t, vv_obj *const *argv) {
    (void)argv; /* formats are parsed anew each time: there is nothing to clear */
    return vv_none(t);
}

const vv_typespec vv_struct_spec = {
    .name = "Struct",
    .module = "_struct",
    .base = VV_T_OBJECT,
    .flags = VV_TF_GC | VV_TF_BASETYPE | VV_TF_IMMUTABLE,
    .basicsize = sizeof(packer),
    .size64 = 72,
    .weakoffset = offsetof(packer, weaklist),
    .doc = "Struct(fmt) --> compiled struct object",
    .signature = "(format)",
    .slots = &packer_slots,
    .methods = packer_methods,
    .getset = packer_getset,
    .dealloc = packer_dealloc,
    .traverse = packer_traverse,
};

const vv_typespec vv_struct_iterator_spec = {
    .name = "unpack_iterator",
    .module = "_struct",
    .base = VV_T_OBJECT,
    .flags = VV_TF_GC | VV_TF_IMMUTABLE | VV_TF_NO_NEW,
    .basicsize = sizeof(unpacker),
    .size64 = 128,
    .slots = &unpacker_slots,
    .methods = unpacker_methods,
    .dealloc = unpacker_dealloc,
    .traverse = unpacker_traverse,
    .clear = unpacker_clear,
};

const vv_typespec vv_struct_error_spec = {
    .name = "error",
    .module = "struct",
    .base = VV_Exception,
    .flags = VV_TF_GC | VV_TF_BASETYPE,
    .basicsize = sizeof(vv_exc),
    .size64 = 104,
};

vv_owned vv__struct_module(vv_thread *t);
vv_owned vv__struct_module(vv_thread *t) {
    VV_AUTO module = {t, vv_module_from_defs(t, "_struct", "Conversion between Python values and C structures as bytes.",
                                             struct_functions_methods)};
    for (int id = VV_T_STRUCT; id <= VV_T_STRUCT_ERROR; id++) {
        vv_type *type = module.o == NULL ? NULL : vv_type_ensure_peek(t, id);
        if (type == NULL || (id != VV_T_STRUCT_ITERATOR &&
                             vv_dict_set_cstr(t, VV_MODULE_OF(module.o)->dict, type->spec->name, &type->head) < 0))
            return NULL;
    }
    return vv_move(&module.o);
}
