/* _random.c - module _random: the generator under library module random.
 *
 * MT19937 of M. Matsumoto and T. Nishimura ("Mersenne Twister: A 623-dimensionally equidistributed uniform pseudorandom
 * number generator", ACM TOMACS 1998), seeded by their init_by_array of 2002. Floats take 53 bits of two outputs.
 */
#include <string.h>

#include "base/host.h"
#include "object/alloc.h"
#include "object/bind.h"
#include "object/error.h"
#include "types/dict.h"
#include "types/float.h"
#include "types/function.h"
#include "types/int.h"
#include "types/tuple.h"
#include "vm/frame.h"

enum { WORDS = 624, SHIFT = 397 };

typedef struct generator {
    vv_obj head;
    uint32_t index; /* next word to give; WORDS: make new ones first */
    uint32_t state[WORDS];
} generator;
#define SELF(o) ((generator *)(o))

#define VV_DEF_NAME random
#define VV_DEF_FILE "modules/_random_type.def"
#include "object/deftype.h"

/* ---- the twister ---- */

static uint32_t mix(uint32_t upper, uint32_t lower) {
    uint32_t y = (upper & UINT32_C(0x80000000)) | (lower & UINT32_C(0x7fffffff));
    return (y >> 1) ^ ((y & 1) != 0 ? UINT32_C(0x9908b0df) : 0);
}

static uint32_t next_word(generator *g) {
    if (g->index >= WORDS) {
        for (int k = 0; k < WORDS; k++)
            g->state[k] = g->state[(k + SHIFT) % WORDS] ^ mix(g->state[k], g->state[(k + 1) % WORDS]);
        g->index = 0;
    }
    uint32_t y = g->state[g->index++];
    y ^= y >> 11;
    y ^= (y << 7) & UINT32_C(0x9d2c5680);
    y ^= (y << 15) & UINT32_C(0xefc60000);
    return y ^ (y >> 18);
}

static void seed_by_number(generator *g, uint32_t seed) {
    g->state[0] = seed;
    for (uint32_t k = 1; k < WORDS; k++)
        g->state[k] = UINT32_C(1812433253) * (g->state[k - 1] ^ (g->state[k - 1] >> 30)) + k;
    g->index = WORDS;
}

static void seed_by_words(generator *g, const uint32_t *key, size_t length) {
    seed_by_number(g, 19650218);
    uint32_t *s = g->state;
    size_t i = 1, j = 0;
    for (size_t k = length > WORDS ? length : WORDS; k > 0; k--) {
        s[i] = (s[i] ^ ((s[i - 1] ^ (s[i - 1] >> 30)) * UINT32_C(1664525))) + key[j] + (uint32_t)j;
        if (++i >= WORDS) {
            s[0] = s[WORDS - 1];
            i = 1;
        }
        if (++j >= length)
            j = 0;
    }
    for (size_t k = WORDS - 1; k > 0; k--) {
        s[i] = (s[i] ^ ((s[i - 1] ^ (s[i - 1] >> 30)) * UINT32_C(1566083941))) - (uint32_t)i;
        if (++i >= WORDS) {
            s[0] = s[WORDS - 1];
            i = 1;
        }
    }
    s[0] = UINT32_C(0x80000000);
}

/* Seeds by the magnitude of an int, cut into 32-bit words: 0/-1. */
static int seed_by_int(vv_thread *t, generator *g, vv_ref n) {
    uint64_t bits = vv_int_bit_length(n);
    size_t length = bits == 0 ? 1 : (size_t)((bits - 1) / 32 + 1);
    uint32_t *key = vv_alloc(t, length * sizeof *key);
    if (key == NULL)
        return -1;
    memset(key, 0, length * sizeof *key);
    const vv_int *z = VV_INT(n);
    uint64_t at = 0;
    for (int32_t k = 0; k < (z->size < 0 ? -z->size : z->size); k++, at += VV_INT_SHIFT) {
        uint64_t digit = (uint64_t)z->digit[k] << (at % 32);
        key[at / 32] |= (uint32_t)digit;
        if (digit >> 32 != 0)
            key[at / 32 + 1] |= (uint32_t)(digit >> 32);
    }
    seed_by_words(g, key, length);
    vv_free(t, key);
    return 0;
}

/* ---- the type ---- */

static vv_step random_create(vv_thread *t, vv_ref type, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    (void)args, (void)nargs, (void)kwnames; /* __init__ reads them */
    vv_obj *o = vv_new_object(t, VV_AS_TYPE(type), VV_AS_TYPE(type)->basicsize);
    if (o != NULL)
        seed_by_number(SELF(o), 5489); /* until __init__ seeds it */
    return vv_return(t, o);
}

static void random_dealloc(vv_thread *t, vv_obj *self) {
    vv_free_object(t, self);
}

static vv_step random_seed(vv_thread *t, vv_native *nf) { /* slot[0]: the seed as an int */
    VV_BEGIN(nf);
    if (nf->argv[1] == NULL || nf->argv[1] == t->vm->none) {
        uint32_t key[16];
        vv_host_random(key, sizeof key);
        seed_by_words(SELF(nf->argv[0]), key, VV_ARRAY_LEN(key));
        return vv_return_none(t);
    }
    if (VV_ISA(nf->argv[1], INT))
        return seed_by_int(t, SELF(nf->argv[0]), nf->argv[1]) < 0 ? VV_FAILED : vv_return_none(t);
    VV_AWAIT(nf, vv_do_hash(t, nf->argv[1]));
    nf->slot[0] = vv_int_new_u64(t, (uint64_t)t->ival);
    return nf->slot[0] == NULL || seed_by_int(t, SELF(nf->argv[0]), nf->slot[0]) < 0 ? VV_FAILED : vv_return_none(t);
    VV_END(nf);
}

static vv_step init_native(vv_thread *t, vv_native *nf) { /* argv: self, seed or NULL */
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_start2(t, random_seed, "Random.seed", nf->argv[0], nf->argv[1]));
    vv_drop_ret(t);
    return vv_return_null(t);
    VV_END(nf);
}

static vv_step random_init(vv_thread *t, vv_ref self, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    if ((self->type->flags & VV_TF_HEAP) == 0 && vv_no_kwargs(t, "Random", kwnames) < 0)
        return VV_FAILED;
    if (nargs > 1)
        return vv_raise_step(t, VV_TypeError, "Random() requires 0 or 1 argument");
    return vv_start2(t, init_native, "Random.__init__", self, nargs == 1 ? args[0] : NULL);
}

static vv_owned random_random(vv_thread *t, vv_obj *const *argv) {
    uint32_t a = next_word(SELF(argv[0])) >> 5, b = next_word(SELF(argv[0])) >> 6;
    return vv_float_new(t, (a * 67108864.0 + b) * (1.0 / 9007199254740992.0));
}

static vv_step random_getrandbits(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_index(t, nf->argv[1]));
    nf->slot[0] = vv_take_ret(t);
    int64_t bits;
    if (vv_int_to_i64(nf->slot[0], &bits) != 0 || bits > INT32_MAX || bits < INT32_MIN)
        return vv_raise_step(t, VV_OverflowError, "Python int too large to convert to C int");
    if (bits < 0)
        return vv_raise_step(t, VV_ValueError, "number of bits must be non-negative");
    if (bits == 0)
        return vv_return(t, vv_int_new(t, 0));
    if (bits <= 32)
        return vv_return(t, vv_int_new(t, next_word(SELF(nf->argv[0])) >> (32 - bits)));
    size_t words = (size_t)((bits - 1) / 32 + 1);
    uint8_t *bytes = vv_alloc(t, words * 4);
    if (bytes == NULL)
        return VV_FAILED;
    for (size_t k = 0; k < words; k++, bits -= 32) {
        uint32_t word = next_word(SELF(nf->argv[0]));
        if (bits < 32)
            word >>= 32 - bits;
        for (int b = 0; b < 4; b++)
            bytes[k * 4 + (size_t)b] = (uint8_t)(word >> 8 * b);
    }
    vv_obj *result = vv_int_from_bytes(t, bytes, words * 4, true, false);
    vv_free(t, bytes);
    return vv_return(t, result);
    VV_END(nf);
}

static vv_owned random_getstate(vv_thread *t, vv_obj *const *argv) {
    const generator *g = SELF(argv[0]);
    vv_obj *state = vv_tuple_new(t, WORDS + 1);
    for (size_t k = 0; state != NULL && k <= WORDS; k++) {
        VV_TUPLE(state)->items[k] = vv_int_new(t, k < WORDS ? g->state[k] : g->index);
        if (VV_TUPLE(state)->items[k] == NULL) {
            vv_decref(t, state);
            return NULL;
        }
    }
    if (state != NULL)
        vv_tuple_done(t, state);
    return state;
}

static vv_owned random_setstate(vv_thread *t, vv_obj *const *argv) {
    if (!VV_ISA(argv[1], TUPLE))
        return vv_raise(t, VV_TypeError, "state vector must be a tuple");
    if (VV_TUPLE(argv[1])->length != WORDS + 1)
        return vv_raise(t, VV_ValueError, "state vector is the wrong size");
    uint32_t fresh[WORDS];
    int64_t value = 0;
    for (size_t k = 0; k <= WORDS; k++) {
        vv_ref item = VV_TUPLE(argv[1])->items[k];
        if (!VV_ISA(item, INT))
            return vv_raise(t, VV_TypeError, "an integer is required");
        bool fits = vv_int_to_i64(item, &value) == 0;
        if (k < WORDS && vv_int_sign(item) < 0)
            return vv_raise(t, VV_OverflowError, "can't convert negative value to unsigned int");
        if (!fits)
            return vv_raise(t, VV_OverflowError, "Python int too large to convert to C %s",
                            k < WORDS ? "unsigned long" : "long");
        if (k < WORDS)
            fresh[k] = (uint32_t)value;
    }
    if (value < 0 || value > WORDS)
        return vv_raise(t, VV_ValueError, "invalid state");
    SELF(argv[0])->index = (uint32_t)value;
    memcpy(SELF(argv[0])->state, fresh, sizeof fresh);
    return vv_none(t);
}

static const vv_methoddef no_functions[] = {{NULL, VV_KIND_LEAF, VV_BIND_INSTANCE, {.leaf = NULL}, NULL, NULL}};

static const vv_typespec random_spec = {
    .name = "Random",
    .module = "_random",
    .base = VV_T_OBJECT,
    .flags = VV_TF_BASETYPE,
    .basicsize = sizeof(generator),
    .size64 = 2520,
    .doc = "Random() -> create a random number generator with its own internal state.",
    .slots = &random_slots,
    .methods = random_methods,
    .dealloc = random_dealloc,
};

vv_owned vv__random_module(vv_thread *t);
vv_owned vv__random_module(vv_thread *t) {
    VV_AUTO module = {t, vv_module_from_defs(t, "_random", "The Mersenne Twister.", no_functions)};
    VV_AUTO type = {t, module.o == NULL ? NULL : vv_type_from_spec(t, &random_spec, NULL)};
    if (type.o == NULL || vv_dict_set_cstr(t, VV_MODULE_OF(module.o)->dict, "Random", type.o) < 0)
        return NULL;
    return vv_move(&module.o);
}
