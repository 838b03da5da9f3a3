/* _blake2.c - module _blake2: BLAKE2b and BLAKE2s (RFC 7693), with their parameters (salt, personalisation, trees). One code for
 * both: the words of BLAKE2s are kept in the lower halves.
 */
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

enum { BLOCK_MAX = 128, BLAKE2B = 0, BLAKE2S = 1 };

typedef struct blake2 {
    vv_obj head;
    uint64_t h[8], count;
    uint8_t block[BLOCK_MAX];
    uint8_t at, digest, small, last_node; /* `at`: bytes in the block; `small`: BLAKE2s */
} blake2;
#define BLAKE2(o) ((blake2 *)(o))

static const uint64_t start[8] = {0x6a09e667f3bcc908, 0xbb67ae8584caa73b, 0x3c6ef372fe94f82b, 0xa54ff53a5f1d36f1,
                                  0x510e527fade682d1, 0x9b05688c2b3e6c1f, 0x1f83d9abfb41bd6b, 0x5be0cd19137e2179};
static const uint32_t start_small[8] = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
static const uint8_t sigma[10][16] = {
    {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15}, {14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3},
    {11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4}, {7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8},
    {9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13}, {2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9},
    {12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11}, {13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10},
    {6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5}, {10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0}};

static vv_getter_fn blake2_get_name, blake2_get_digest_size, blake2_get_block_size;
#define VV_DEF_NAME blake2
#define VV_DEF_FILE "modules/_blake2.def"
#include "object/deftype.h"

static size_t block_size(const blake2 *b) {
    return b->small ? 64 : 128;
}
static uint64_t turn(bool small, uint64_t x, unsigned n) {
    return small ? (uint32_t)((uint32_t)x >> n | (uint32_t)x << (32 - n)) : x >> n | x << (64 - n);
}
static void mix(bool small, uint64_t *v, int a, int b, int c, int d, uint64_t x, uint64_t y) {
    static const uint8_t turns[2][4] = {{32, 24, 16, 63}, {16, 12, 8, 7}};
    const uint8_t *r = turns[small];
    uint64_t mask = small ? UINT32_MAX : UINT64_MAX;
    v[a] = (v[a] + v[b] + x) & mask;
    v[d] = turn(small, v[d] ^ v[a], r[0]);
    v[c] = (v[c] + v[d]) & mask;
    v[b] = turn(small, v[b] ^ v[c], r[1]);
    v[a] = (v[a] + v[b] + y) & mask;
    v[d] = turn(small, v[d] ^ v[a], r[2]);
    v[c] = (v[c] + v[d]) & mask;
    v[b] = turn(small, v[b] ^ v[c], r[3]);
}
static void compress(blake2 *b, bool last) {
    bool small = b->small;
    uint64_t v[16], m[16], ones = small ? UINT32_MAX : UINT64_MAX;
    size_t width = small ? 4 : 8;
    for (size_t k = 0; k < 16; k++) {
        m[k] = 0;
        for (size_t j = 0; j < width; j++)
            m[k] |= (uint64_t)b->block[k * width + j] << 8 * j;
    }
    for (int k = 0; k < 8; k++) {
        v[k] = b->h[k];
        v[k + 8] = small ? start_small[k] : start[k];
    }
    v[12] ^= b->count & ones;
    v[13] ^= small ? b->count >> 32 : 0;
    v[14] ^= last ? ones : 0;
    v[15] ^= last && b->last_node ? ones : 0;
    for (int round = 0; round < (small ? 10 : 12); round++) {
        const uint8_t *s = sigma[round % 10];
        for (int k = 0; k < 4; k++)
            mix(small, v, k, k + 4, k + 8, k + 12, m[s[2 * k]], m[s[2 * k + 1]]);
        for (int k = 0; k < 4; k++)
            mix(small, v, k, 4 + (k + 1) % 4, 8 + (k + 2) % 4, 12 + (k + 3) % 4, m[s[8 + 2 * k]], m[s[9 + 2 * k]]);
    }
    for (int k = 0; k < 8; k++)
        b->h[k] ^= v[k] ^ v[k + 8];
}
static void add(blake2 *b, const uint8_t *data, size_t n) {
    while (n > 0) {
        if (b->at == block_size(b)) { /* the last block waits for its end */
            b->count += b->at;
            compress(b, false);
            b->at = 0;
        }
        size_t room = block_size(b) - b->at, part = n < room ? n : room;
        memcpy(b->block + b->at, data, part);
        b->at = (uint8_t)(b->at + part);
        data += part;
        n -= part;
    }
}
static vv_owned finish(vv_thread *t, const blake2 *from) {
    blake2 b = *from;
    uint8_t out[64];
    b.count += b.at;
    memset(b.block + b.at, 0, block_size(&b) - b.at);
    compress(&b, true);
    size_t width = b.small ? 4 : 8;
    for (size_t k = 0; k < b.digest; k++)
        out[k] = (uint8_t)(b.h[k / width] >> 8 * (k % width));
    return vv_bytes_new(t, out, b.digest);
}

static int hash(vv_thread *t, blake2 *b, vv_ref data) {
    const uint8_t *bytes;
    size_t n;
    if (VV_ISA(data, STR))
        return vv_raise_int(t, VV_TypeError, "Strings must be encoded before hashing");
    if (!vv_bytes_view(data, &bytes, &n))
        return vv_raise_int(t, VV_TypeError, "object supporting the buffer API required");
    add(b, bytes, n);
    return 0;
}
static int number(vv_thread *t, vv_ref o, int64_t absent, int64_t *ret) {
    *ret = absent;
    if (o == NULL)
        return 0;
    if (!VV_ISA(o, INT))
        return vv_raise_int(t, VV_TypeError, "'%T' object cannot be interpreted as an integer", o);
    if (vv_int_sign(o) < 0)
        return vv_raise_int(t, VV_ValueError, "value must be positive");
    return vv_int_as_i64(t, o, ret);
}

enum { A_DATA, A_SIZE, A_KEY, A_SALT, A_PERSON, A_FANOUT, A_DEPTH, A_LEAF, A_OFFSET, A_NODE_DEPTH, A_INNER, A_LAST, A_SECURITY, A_COUNT };

/* Sets a new object up from arguments: 0/-1. */
static int set_up(vv_thread *t, blake2 *b, vv_obj *const *a, bool last_node) {
    size_t most = b->small ? 32 : 64, extra = b->small ? 8 : 16, n[3] = {0};
    const uint8_t *data[3] = {NULL};
    static const char *const names[] = {"key", "salt", "person"};
    int64_t size, fanout, depth, leaf, offset, node_depth, inner;
    if (number(t, a[A_SIZE], (int64_t)most, &size) < 0)
        return -1;
    if (size < 1 || (uint64_t)size > most)
        return vv_raise_int(t, VV_ValueError, "digest_size for %s must be between 1 and %zu bytes, here it is %lld", b->small ? "Blake2s" : "Blake2b", most, (long long)size);
    for (int k = 0; k < 3; k++) {
        if (a[A_KEY + k] == NULL)
            continue;
        if (!vv_bytes_view(a[A_KEY + k], &data[k], &n[k]))
            return vv_raise_int(t, VV_TypeError, "a bytes-like object is required, not '%T'", a[A_KEY + k]);
        if (n[k] > (k == 0 ? most : extra))
            return vv_raise_int(t, VV_ValueError, "maximum %s length is %zu bytes", names[k], k == 0 ? most : extra);
    }
    if (number(t, a[A_FANOUT], 1, &fanout) < 0 || number(t, a[A_DEPTH], 1, &depth) < 0 || number(t, a[A_LEAF], 0, &leaf) < 0 ||
        number(t, a[A_OFFSET], 0, &offset) < 0 || number(t, a[A_NODE_DEPTH], 0, &node_depth) < 0 || number(t, a[A_INNER], 0, &inner) < 0)
        return -1;
    if (fanout > 255)
        return vv_raise_int(t, VV_ValueError, "fanout must be between 0 and 255");
    if (depth < 1 || depth > 255)
        return vv_raise_int(t, VV_ValueError, "depth must be between 1 and 255");
    if (leaf > UINT32_MAX)
        return vv_raise_int(t, VV_OverflowError, "leaf_size is too large");
    if (b->small && offset > 0xFFFFFFFFFFFF)
        return vv_raise_int(t, VV_OverflowError, "node_offset is too large");
    if (node_depth > 255)
        return vv_raise_int(t, VV_ValueError, "node_depth must be between 0 and 255");
    if (inner < 0 || (uint64_t)inner > most)
        return vv_raise_int(t, VV_ValueError, "inner_size must be between 0 and is %zu", most);
    /* the block of parameters: its words are mixed into the start */
    uint8_t p[64] = {(uint8_t)size, (uint8_t)n[0], (uint8_t)fanout, (uint8_t)depth};
    for (int k = 0; k < 4; k++)
        p[4 + k] = (uint8_t)(leaf >> 8 * k);
    for (int k = 0; k < (b->small ? 6 : 8); k++)
        p[8 + k] = (uint8_t)((uint64_t)offset >> 8 * k);
    size_t at = b->small ? 14 : 16;
    p[at] = (uint8_t)node_depth;
    p[at + 1] = (uint8_t)inner;
    at = b->small ? 16 : 32;
    if (n[1] > 0)
        memcpy(p + at, data[1], n[1]);
    if (n[2] > 0)
        memcpy(p + at + extra, data[2], n[2]);
    size_t width = b->small ? 4 : 8;
    for (size_t k = 0; k < 8; k++) {
        b->h[k] = b->small ? start_small[k] : start[k];
        for (size_t j = 0; j < width; j++)
            b->h[k] ^= (uint64_t)p[k * width + j] << 8 * j;
    }
    b->digest = (uint8_t)size;
    b->last_node = last_node;
    if (n[0] > 0) {
        memcpy(b->block, data[0], n[0]);
        b->at = (uint8_t)block_size(b);
    }
    return a[A_DATA] == NULL ? 0 : hash(t, b, a[A_DATA]);
}

/* argv: type, arguments; i: 0 last node, 1 BLAKE2s */
static vv_step create_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (nf->argv[1 + A_LAST] != NULL) {
        VV_AWAIT(nf, vv_do_truth(t, nf->argv[1 + A_LAST]));
        nf->i[0] = t->ival;
    }
    if (nf->argv[1 + A_SECURITY] != NULL) {
        VV_AWAIT(nf, vv_do_truth(t, nf->argv[1 + A_SECURITY]));
    }
    nf->slot[0] = vv_new_object(t, VV_AS_TYPE(nf->argv[0]), VV_AS_TYPE(nf->argv[0])->basicsize);
    if (nf->slot[0] == NULL)
        return VV_FAILED;
    BLAKE2(nf->slot[0])->small = (uint8_t)nf->i[1];
    if (set_up(t, BLAKE2(nf->slot[0]), nf->argv + 1, nf->i[0] != 0) < 0)
        return VV_FAILED;
    return vv_return(t, vv_move(&nf->slot[0]));
    VV_END(nf);
}
static vv_step blake2_create(vv_thread *t, vv_ref cls, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    bool small = vv_type_is_subtype(VV_AS_TYPE(cls), t->vm->types[VV_T_BLAKE2S]);
    vv_obj *a[1 + A_COUNT] = {VV_OBJ(cls)};
    if (vv_parse_args(t, small ? "blake2s" : "blake2b",
                      "blake2(data=b'', /, *, digest_size=0, key=b'', salt=b'', person=b'', fanout=1, depth=1, leaf_size=0, node_offset=0, "
                      "node_depth=0, inner_size=0, last_node=False, usedforsecurity=True)", args, nargs, kwnames, a + 1) < 0)
        return VV_FAILED;
    vv_native *nf = vv_push_native(t, create_native, "__new__", a, 1 + A_COUNT);
    if (nf == NULL)
        return VV_FAILED;
    nf->i[1] = small;
    return VV_PUSHED;
}

static vv_owned blake2_update(vv_thread *t, vv_obj *const *argv) {
    return hash(t, BLAKE2(argv[0]), argv[1]) < 0 ? NULL : vv_none(t);
}
static vv_owned blake2_digest(vv_thread *t, vv_obj *const *argv) {
    return finish(t, BLAKE2(argv[0]));
}
static vv_owned blake2_hexdigest(vv_thread *t, vv_obj *const *argv) {
    VV_AUTO bytes = {t, finish(t, BLAKE2(argv[0]))};
    return bytes.o == NULL ? NULL : vv_bytelike_hex(t, (vv_obj *[]){bytes.o, NULL, NULL});
}
static vv_owned blake2_copy(vv_thread *t, vv_obj *const *argv) {
    vv_obj *o = vv_new_object(t, t->vm->types[BLAKE2(argv[0])->small ? VV_T_BLAKE2S : VV_T_BLAKE2B], sizeof(blake2));
    if (o != NULL)
        memcpy((char *)o + sizeof(vv_obj), (char *)argv[0] + sizeof(vv_obj), sizeof(blake2) - sizeof(vv_obj));
    return o;
}
static vv_owned blake2_get_name(vv_thread *t, vv_ref self) {
    return vv_str_from_cstr(t, BLAKE2(self)->small ? "blake2s" : "blake2b");
}
static vv_owned blake2_get_digest_size(vv_thread *t, vv_ref self) {
    return vv_int_new(t, BLAKE2(self)->digest);
}
static vv_owned blake2_get_block_size(vv_thread *t, vv_ref self) {
    return vv_int_new(t, (int64_t)block_size(BLAKE2(self)));
}
static void blake2_dealloc(vv_thread *t, vv_obj *self) {
    vv_free_object(t, self);
}

#define BLAKE2_SPEC(id, size64_)                                                                                                          \
    const vv_typespec vv_##id##_spec = {                                                                                           \
        .name = #id, .module = "_blake2", .base = VV_T_OBJECT, .flags = VV_TF_BASETYPE, .basicsize = sizeof(blake2), .size64 = size64_, \
        .slots = &blake2_slots, .methods = blake2_methods, .getset = blake2_getset, .dealloc = blake2_dealloc,                     \
    }
BLAKE2_SPEC(blake2b, 448);
BLAKE2_SPEC(blake2s, 240);

vv_owned vv__blake2_module(vv_thread *t);
vv_owned vv__blake2_module(vv_thread *t) {
    static const vv_methoddef none[] = {{NULL, VV_KIND_LEAF, VV_BIND_INSTANCE, {.leaf = NULL}, NULL, NULL}};
    static const struct {
        const char *name;
        uint8_t big, small;
    } sizes[] = {{"SALT_SIZE", 16, 8}, {"PERSON_SIZE", 16, 8}, {"MAX_KEY_SIZE", 64, 32}, {"MAX_DIGEST_SIZE", 64, 32}};
    VV_AUTO module = {t, vv_module_from_defs(t, "_blake2", NULL, none)};
    for (int small = 0; small < 2; small++) {
        vv_type *type = module.o == NULL ? NULL : vv_type_ensure_peek(t, small ? VV_T_BLAKE2S : VV_T_BLAKE2B);
        if (type == NULL || vv_dict_set_cstr(t, VV_MODULE_OF(module.o)->dict, type->spec->name, &type->head) < 0)
            return NULL;
        for (size_t k = 0; k < VV_ARRAY_LEN(sizes); k++)
            if (vv_dict_set_cstr(t, type->dict, sizes[k].name, (t->vm->small_ints - VV_SMALL_INT_MIN)[small ? sizes[k].small : sizes[k].big]) < 0)
                return NULL;
        vv_type_modified(t, type);
    }
    return vv_move(&module.o);
}
