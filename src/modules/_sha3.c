/* _sha3.c - module _sha3: SHA-3 and SHAKE (FIPS 202), sponges over the permutation Keccak-f[1600]. */
#include <string.h>

#include "object/alloc.h"
#include "object/bind.h"
#include "object/error.h"
#include "types/bytelike.h"
#include "types/bytes.h"
#include "types/dict.h"
#include "types/function.h"
#include "types/int.h"
#include "types/str.h"

enum { SHA3_224, SHA3_256, SHA3_384, SHA3_512, SHAKE_128, SHAKE_256, KINDS, STATE_BYTES = 200, ROUNDS = 24 };

typedef struct sha3 {
    vv_obj head;
    uint64_t state[25];
    uint32_t at; /* bytes of the rate that are filled */
    uint8_t kind;
} sha3;
#define SHA3(o) ((sha3 *)(o))

static const struct {
    const char *name;
    uint8_t digest, rate;
} kinds[KINDS] = {{"sha3_224", 28, 144}, {"sha3_256", 32, 136}, {"sha3_384", 48, 104},
                  {"sha3_512", 64, 72},  {"shake_128", 0, 168}, {"shake_256", 0, 136}};

static vv_getter_fn sha3_get_name, sha3_get_digest_size, sha3_get_block_size, sha3_get_rate, sha3_get_capacity, sha3_get_suffix;
#define VV_DEF_NAME sha3
#define VV_DEF_FILE "modules/_sha3.def"
#include "object/deftype.h"

static uint64_t rotate(uint64_t x, unsigned n) {
    return n == 0 ? x : x << n | x >> (64 - n);
}

/* The round constants are bits of a shift register, the rotations triangular numbers, as FIPS 202 defines them. */
static void permute(uint64_t a[25]) {
    uint8_t lfsr = 1;
    for (int round = 0; round < ROUNDS; round++) {
        uint64_t c[5], d;
        for (int x = 0; x < 5; x++)
            c[x] = a[x] ^ a[x + 5] ^ a[x + 10] ^ a[x + 15] ^ a[x + 20];
        for (int x = 0; x < 5; x++) {
            d = c[(x + 4) % 5] ^ rotate(c[(x + 1) % 5], 1);
            for (int y = 0; y < 25; y += 5)
                a[x + y] ^= d;
        }
        uint64_t moving = a[1];
        int x = 1, y = 0;
        for (unsigned k = 0; k < 24; k++) {
            int next = (2 * x + 3 * y) % 5;
            x = y;
            y = next;
            uint64_t there = a[x + 5 * y];
            a[x + 5 * y] = rotate(moving, (k + 1) * (k + 2) / 2 % 64);
            moving = there;
        }
        for (int row = 0; row < 25; row += 5) {
            uint64_t b[5];
            memcpy(b, a + row, sizeof b);
            for (int k = 0; k < 5; k++)
                a[row + k] = b[k] ^ (~b[(k + 1) % 5] & b[(k + 2) % 5]);
        }
        for (unsigned k = 0; k < 7; k++) {
            if (lfsr & 1)
                a[0] ^= (uint64_t)1 << ((1u << k) - 1);
            lfsr = (uint8_t)(lfsr << 1 ^ (lfsr >> 7) * 0x71);
        }
    }
}
static void put_byte(uint64_t *state, uint32_t at, uint8_t byte) {
    state[at / 8] ^= (uint64_t)byte << 8 * (at % 8);
}

static int absorb(vv_thread *t, sha3 *h, vv_ref data) {
    const uint8_t *bytes;
    size_t n;
    if (VV_ISA(data, STR))
        return vv_raise_int(t, VV_TypeError, "Strings must be encoded before hashing");
    if (!vv_bytes_view(data, &bytes, &n))
        return vv_raise_int(t, VV_TypeError, "object supporting the buffer API required");
    for (size_t k = 0; k < n; k++) {
        put_byte(h->state, h->at++, bytes[k]);
        if (h->at == kinds[h->kind].rate) {
            permute(h->state);
            h->at = 0;
        }
    }
    return 0;
}

/* Squeezes n bytes out of a copy. */
static vv_owned squeeze(vv_thread *t, const sha3 *h, vv_ref length) {
    size_t n = kinds[h->kind].digest, rate = kinds[h->kind].rate;
    bool shake = h->kind >= SHAKE_128;
    if (shake) {
        if (length == NULL)
            return vv_raise(t, VV_TypeError, "digest() takes exactly one argument (0 given)");
        if (!VV_ISA(length, INT))
            return vv_raise(t, VV_TypeError, "'%T' object cannot be interpreted as an integer", length);
        int64_t wanted = vv_int_clamp_index(length);
        if (wanted < 0)
            return vv_raise(t, VV_ValueError, "value must be positive");
        if (wanted >= 1 << 29)
            return vv_raise(t, VV_ValueError, "length is too large");
        n = (size_t)wanted;
    } else if (length != NULL) {
        return vv_raise(t, VV_TypeError, "digest() takes no arguments (1 given)");
    }
    uint64_t state[25];
    memcpy(state, h->state, sizeof state);
    put_byte(state, h->at, shake ? 0x1F : 0x06);
    put_byte(state, (uint32_t)rate - 1, 0x80);
    vv_owned out = vv_bytes_alloc(t, VV_TYPEP(t, BYTES), n);
    for (size_t k = 0; out != NULL && k < n; k++) {
        if (k % rate == 0)
            permute(state);
        VV_BYTES(out)->data[k] = (uint8_t)(state[k % rate / 8] >> 8 * (k % 8));
    }
    return out;
}

static vv_step create_native(vv_thread *t, vv_native *nf) { /* argv: type, data, usedforsecurity; i: 0 kind */
    VV_BEGIN(nf);
    if (nf->argv[2] != NULL) {
        VV_AWAIT(nf, vv_do_truth(t, nf->argv[2]));
    }
    nf->slot[0] = vv_new_object(t, VV_AS_TYPE(nf->argv[0]), sizeof(sha3));
    if (nf->slot[0] == NULL)
        return VV_FAILED;
    SHA3(nf->slot[0])->kind = (uint8_t)nf->i[0];
    if (nf->argv[1] != NULL && absorb(t, SHA3(nf->slot[0]), nf->argv[1]) < 0)
        return VV_FAILED;
    return vv_return(t, vv_move(&nf->slot[0]));
    VV_END(nf);
}
static vv_step sha3_create(vv_thread *t, vv_ref cls, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    int kind = (int)VV_AS_TYPE(cls)->id - VV_T_SHA3_224;
    vv_obj *a[3] = {VV_OBJ(cls)};
    if (vv_parse_args(t, kinds[kind].name, "sha3(data=b'', /, *, usedforsecurity=True)", args, nargs, kwnames, a + 1) < 0)
        return VV_FAILED;
    vv_native *nf = vv_push_native(t, create_native, "__new__", a, 3);
    if (nf == NULL)
        return VV_FAILED;
    nf->i[0] = kind;
    return VV_PUSHED;
}

static vv_owned sha3_update(vv_thread *t, vv_obj *const *argv) {
    return absorb(t, SHA3(argv[0]), argv[1]) < 0 ? NULL : vv_none(t);
}
static vv_owned sha3_digest(vv_thread *t, vv_obj *const *argv) {
    return squeeze(t, SHA3(argv[0]), argv[1]);
}
static vv_owned sha3_hexdigest(vv_thread *t, vv_obj *const *argv) {
    VV_AUTO bytes = {t, squeeze(t, SHA3(argv[0]), argv[1])};
    return bytes.o == NULL ? NULL : vv_bytelike_hex(t, (vv_obj *[]){bytes.o, NULL, NULL});
}
static vv_owned sha3_copy(vv_thread *t, vv_obj *const *argv) {
    vv_obj *o = vv_new_object(t, argv[0]->type, sizeof(sha3));
    if (o != NULL)
        memcpy((char *)o + sizeof(vv_obj), (char *)argv[0] + sizeof(vv_obj), sizeof(sha3) - sizeof(vv_obj));
    return o;
}
static vv_owned sha3_get_name(vv_thread *t, vv_ref self) {
    return vv_str_from_cstr(t, kinds[SHA3(self)->kind].name);
}
static vv_owned sha3_get_digest_size(vv_thread *t, vv_ref self) {
    return vv_int_new(t, kinds[SHA3(self)->kind].digest);
}
static vv_owned sha3_get_block_size(vv_thread *t, vv_ref self) {
    return vv_int_new(t, kinds[SHA3(self)->kind].rate);
}
static vv_owned sha3_get_rate(vv_thread *t, vv_ref self) {
    return vv_int_new(t, kinds[SHA3(self)->kind].rate * 8);
}
static vv_owned sha3_get_capacity(vv_thread *t, vv_ref self) {
    return vv_int_new(t, (STATE_BYTES - kinds[SHA3(self)->kind].rate) * 8);
}
static vv_owned sha3_get_suffix(vv_thread *t, vv_ref self) {
    uint8_t suffix = SHA3(self)->kind >= SHAKE_128 ? 0x1F : 0x06;
    return vv_bytes_new(t, &suffix, 1);
}
static void sha3_dealloc(vv_thread *t, vv_obj *self) {
    vv_free_object(t, self);
}

#define SHA3_SPEC(id)                                                                                                              \
    const vv_typespec vv_##id##_spec = {                                                                                           \
        .name = #id, .module = "_sha3", .base = VV_T_OBJECT, .flags = VV_TF_IMMUTABLE, .basicsize = sizeof(sha3), .size64 = 32,    \
        .slots = &sha3_slots, .methods = sha3_methods, .getset = sha3_getset, .dealloc = sha3_dealloc,                             \
    }
SHA3_SPEC(sha3_224);
SHA3_SPEC(sha3_256);
SHA3_SPEC(sha3_384);
SHA3_SPEC(sha3_512);
SHA3_SPEC(shake_128);
SHA3_SPEC(shake_256);

vv_owned vv__sha3_module(vv_thread *t);
vv_owned vv__sha3_module(vv_thread *t) {
    static const vv_methoddef none[] = {{NULL, VV_KIND_LEAF, VV_BIND_INSTANCE, {.leaf = NULL}, NULL, NULL}};
    VV_AUTO module = {t, vv_module_from_defs(t, "_sha3", NULL, none)};
    for (int kind = 0; kind < KINDS; kind++) {
        vv_type *type = module.o == NULL ? NULL : vv_type_ensure_peek(t, VV_T_SHA3_224 + kind);
        if (type == NULL || vv_dict_set_cstr(t, VV_MODULE_OF(module.o)->dict, kinds[kind].name, &type->head) < 0)
            return NULL;
    }
    return vv_move(&module.o);
}
