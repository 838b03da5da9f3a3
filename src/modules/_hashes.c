/* _hashes.c - modules _md5, _sha1 and _sha2: the hash functions MD5 (RFC 1321), SHA-1 and SHA-2 (FIPS 180-4).
 *
 * One object for all: bytes wait in a block until it is full; the digest finishes a copy, so that more bytes can follow.
 * SHA-2's constants are the fractions of the cube roots of the first 80 primes (SHA-256 takes their upper halves), MD5's are
 * those of sines.
 */
#include <string.h>

#include "object/alloc.h"
#include "object/error.h"
#include "types/bytelike.h"
#include "types/bytes.h"
#include "types/dict.h"
#include "types/function.h"
#include "types/int.h"
#include "types/str.h"
#include "types/tuple.h"
#include "vm/frame.h"

enum { MD5, SHA1, SHA224, SHA256, SHA384, SHA512, KINDS };

typedef struct hash {
    vv_obj head;
    uint64_t state[8];  /* 32-bit algorithms use the lower halves */
    uint64_t length;    /* bytes so far */
    uint8_t block[128]; /* the bytes of a block that is not full yet */
    uint8_t kind;
} hash;
#define HASH(o) ((hash *)(o))

static vv_getter_fn hash_get_name, hash_get_digest_size, hash_get_block_size;

#define VV_DEF_NAME hash
#define VV_DEF_FILE "modules/_hashes.def"
#include "object/deftype.h"

static const struct {
    const char *name;
    uint8_t digest, block;
    uint64_t start[8];
} kinds[KINDS] = {
    {"md5", 16, 64, {0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476}},
    {"sha1", 20, 64, {0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0}},
    {"sha224", 28, 64, {0xc1059ed8, 0x367cd507, 0x3070dd17, 0xf70e5939, 0xffc00b31, 0x68581511, 0x64f98fa7, 0xbefa4fa4}},
    {"sha256", 32, 64, {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19}},
    {"sha384", 48, 128,
     {0xcbbb9d5dc1059ed8, 0x629a292a367cd507, 0x9159015a3070dd17, 0x152fecd8f70e5939, 0x67332667ffc00b31, 0x8eb44a8768581511,
      0xdb0c2e0d64f98fa7, 0x47b5481dbefa4fa4}},
    {"sha512", 64, 128,
     {0x6a09e667f3bcc908, 0xbb67ae8584caa73b, 0x3c6ef372fe94f82b, 0xa54ff53a5f1d36f1, 0x510e527fade682d1, 0x9b05688c2b3e6c1f,
      0x1f83d9abfb41bd6b, 0x5be0cd19137e2179}},
};

static const uint64_t sha2_constants[80] = {
    0x428a2f98d728ae22, 0x7137449123ef65cd, 0xb5c0fbcfec4d3b2f, 0xe9b5dba58189dbbc, 0x3956c25bf348b538,
    0x59f111f1b605d019, 0x923f82a4af194f9b, 0xab1c5ed5da6d8118, 0xd807aa98a3030242, 0x12835b0145706fbe,
    0x243185be4ee4b28c, 0x550c7dc3d5ffb4e2, 0x72be5d74f27b896f, 0x80deb1fe3b1696b1, 0x9bdc06a725c71235,
    0xc19bf174cf692694, 0xe49b69c19ef14ad2, 0xefbe4786384f25e3, 0x0fc19dc68b8cd5b5, 0x240ca1cc77ac9c65,
    0x2de92c6f592b0275, 0x4a7484aa6ea6e483, 0x5cb0a9dcbd41fbd4, 0x76f988da831153b5, 0x983e5152ee66dfab,
    0xa831c66d2db43210, 0xb00327c898fb213f, 0xbf597fc7beef0ee4, 0xc6e00bf33da88fc2, 0xd5a79147930aa725,
    0x06ca6351e003826f, 0x142929670a0e6e70, 0x27b70a8546d22ffc, 0x2e1b21385c26c926, 0x4d2c6dfc5ac42aed,
    0x53380d139d95b3df, 0x650a73548baf63de, 0x766a0abb3c77b2a8, 0x81c2c92e47edaee6, 0x92722c851482353b,
    0xa2bfe8a14cf10364, 0xa81a664bbc423001, 0xc24b8b70d0f89791, 0xc76c51a30654be30, 0xd192e819d6ef5218,
    0xd69906245565a910, 0xf40e35855771202a, 0x106aa07032bbd1b8, 0x19a4c116b8d2d0c8, 0x1e376c085141ab53,
    0x2748774cdf8eeb99, 0x34b0bcb5e19b48a8, 0x391c0cb3c5c95a63, 0x4ed8aa4ae3418acb, 0x5b9cca4f7763e373,
    0x682e6ff3d6b2b8a3, 0x748f82ee5defb2fc, 0x78a5636f43172f60, 0x84c87814a1f0ab72, 0x8cc702081a6439ec,
    0x90befffa23631e28, 0xa4506cebde82bde9, 0xbef9a3f7b2c67915, 0xc67178f2e372532b, 0xca273eceea26619c,
    0xd186b8c721c0c207, 0xeada7dd6cde0eb1e, 0xf57d4f7fee6ed178, 0x06f067aa72176fba, 0x0a637dc5a2c898a6,
    0x113f9804bef90dae, 0x1b710b35131c471b, 0x28db77f523047d84, 0x32caab7b40c72493, 0x3c9ebe0a15c9bebc,
    0x431d67c49c100d4c, 0x4cc5d4becb3e42b6, 0x597f299cfc657e2a, 0x5fcb6fab3ad6faec, 0x6c44198c4a475817,
};

static const uint32_t md5_constants[64] = {
    0xd76aa478, 0xe8c7b756, 0x242070db, 0xc1bdceee, 0xf57c0faf, 0x4787c62a, 0xa8304613, 0xfd469501,
    0x698098d8, 0x8b44f7af, 0xffff5bb1, 0x895cd7be, 0x6b901122, 0xfd987193, 0xa679438e, 0x49b40821,
    0xf61e2562, 0xc040b340, 0x265e5a51, 0xe9b6c7aa, 0xd62f105d, 0x02441453, 0xd8a1e681, 0xe7d3fbc8,
    0x21e1cde6, 0xc33707d6, 0xf4d50d87, 0x455a14ed, 0xa9e3e905, 0xfcefa3f8, 0x676f02d9, 0x8d2a4c8a,
    0xfffa3942, 0x8771f681, 0x6d9d6122, 0xfde5380c, 0xa4beea44, 0x4bdecfa9, 0xf6bb4b60, 0xbebfbc70,
    0x289b7ec6, 0xeaa127fa, 0xd4ef3085, 0x04881d05, 0xd9d4d039, 0xe6db99e5, 0x1fa27cf8, 0xc4ac5665,
    0xf4292244, 0x432aff97, 0xab9423a7, 0xfc93a039, 0x655b59c3, 0x8f0ccc92, 0xffeff47d, 0x85845dd1,
    0x6fa87e4f, 0xfe2ce6e0, 0xa3014314, 0x4e0811a1, 0xf7537e82, 0xbd3af235, 0x2ad7d2bb, 0xeb86d391,
};

/* ---- one block ---- */

static uint32_t left(uint32_t x, int n) {
    return x << n | x >> (32 - n);
}
static uint32_t right(uint32_t x, int n) {
    return x >> n | x << (32 - n);
}
static uint64_t right64(uint64_t x, int n) {
    return x >> n | x << (64 - n);
}

static uint64_t read_bytes(const uint8_t *p, int n, bool big) {
    uint64_t x = 0;
    for (int k = 0; k < n; k++)
        x = x << 8 | p[big ? k : n - 1 - k];
    return x;
}

static void md5_block(uint64_t *state, const uint8_t *p) {
    static const uint8_t turns[4][4] = {{7, 12, 17, 22}, {5, 9, 14, 20}, {4, 11, 16, 23}, {6, 10, 15, 21}};
    uint32_t w[16], a = (uint32_t)state[0], b = (uint32_t)state[1], c = (uint32_t)state[2], d = (uint32_t)state[3];
    for (int k = 0; k < 16; k++)
        w[k] = (uint32_t)read_bytes(p + 4 * k, 4, false);
    for (int k = 0; k < 64; k++) {
        uint32_t f;
        int g;
        switch (k / 16) {
        case 0: f = (b & c) | (~b & d); g = k; break;
        case 1: f = (d & b) | (~d & c); g = (5 * k + 1) % 16; break;
        case 2: f = b ^ c ^ d; g = (3 * k + 5) % 16; break;
        default: f = c ^ (b | ~d); g = 7 * k % 16; break;
        }
        f += a + md5_constants[k] + w[g];
        a = d;
        d = c;
        c = b;
        b += left(f, turns[k / 16][k % 4]);
    }
    state[0] = (uint32_t)(state[0] + a);
    state[1] = (uint32_t)(state[1] + b);
    state[2] = (uint32_t)(state[2] + c);
    state[3] = (uint32_t)(state[3] + d);
}

static void sha1_block(uint64_t *state, const uint8_t *p) {
    static const uint32_t constants[4] = {0x5a827999, 0x6ed9eba1, 0x8f1bbcdc, 0xca62c1d6};
    uint32_t w[80], v[5];
    for (int k = 0; k < 80; k++)
        w[k] = k < 16 ? (uint32_t)read_bytes(p + 4 * k, 4, true) : left(w[k - 3] ^ w[k - 8] ^ w[k - 14] ^ w[k - 16], 1);
    for (int k = 0; k < 5; k++)
        v[k] = (uint32_t)state[k];
    for (int k = 0; k < 80; k++) {
        uint32_t f = k < 20 ? (v[1] & v[2]) | (~v[1] & v[3])
                     : k >= 40 && k < 60 ? (v[1] & v[2]) | (v[1] & v[3]) | (v[2] & v[3])
                                         : v[1] ^ v[2] ^ v[3];
        f += left(v[0], 5) + v[4] + constants[k / 20] + w[k];
        v[4] = v[3];
        v[3] = v[2];
        v[2] = left(v[1], 30);
        v[1] = v[0];
        v[0] = f;
    }
    for (int k = 0; k < 5; k++)
        state[k] = (uint32_t)(state[k] + v[k]);
}

static void sha256_block(uint64_t *state, const uint8_t *p) {
    uint32_t w[64], v[8];
    for (int k = 0; k < 16; k++)
        w[k] = (uint32_t)read_bytes(p + 4 * k, 4, true);
    for (int k = 16; k < 64; k++)
        w[k] = w[k - 16] + (right(w[k - 15], 7) ^ right(w[k - 15], 18) ^ w[k - 15] >> 3) + w[k - 7] +
               (right(w[k - 2], 17) ^ right(w[k - 2], 19) ^ w[k - 2] >> 10);
    for (int k = 0; k < 8; k++)
        v[k] = (uint32_t)state[k];
    for (int k = 0; k < 64; k++) {
        uint32_t one = v[7] + (right(v[4], 6) ^ right(v[4], 11) ^ right(v[4], 25)) + ((v[4] & v[5]) ^ (~v[4] & v[6])) +
                       (uint32_t)(sha2_constants[k] >> 32) + w[k];
        uint32_t two = (right(v[0], 2) ^ right(v[0], 13) ^ right(v[0], 22)) + ((v[0] & v[1]) ^ (v[0] & v[2]) ^ (v[1] & v[2]));
        memmove(v + 1, v, 7 * sizeof *v);
        v[4] += one;
        v[0] = one + two;
    }
    for (int k = 0; k < 8; k++)
        state[k] = (uint32_t)(state[k] + v[k]);
}

static void sha512_block(uint64_t *state, const uint8_t *p) {
    uint64_t w[80], v[8];
    for (int k = 0; k < 16; k++)
        w[k] = read_bytes(p + 8 * k, 8, true);
    for (int k = 16; k < 80; k++)
        w[k] = w[k - 16] + (right64(w[k - 15], 1) ^ right64(w[k - 15], 8) ^ w[k - 15] >> 7) + w[k - 7] +
               (right64(w[k - 2], 19) ^ right64(w[k - 2], 61) ^ w[k - 2] >> 6);
    memcpy(v, state, sizeof v);
    for (int k = 0; k < 80; k++) {
        uint64_t one = v[7] + (right64(v[4], 14) ^ right64(v[4], 18) ^ right64(v[4], 41)) + ((v[4] & v[5]) ^ (~v[4] & v[6])) +
                       sha2_constants[k] + w[k];
        uint64_t two =
            (right64(v[0], 28) ^ right64(v[0], 34) ^ right64(v[0], 39)) + ((v[0] & v[1]) ^ (v[0] & v[2]) ^ (v[1] & v[2]));
        memmove(v + 1, v, 7 * sizeof *v);
        v[4] += one;
        v[0] = one + two;
    }
    for (int k = 0; k < 8; k++)
        state[k] += v[k];
}

static void do_block(hash *h, const uint8_t *p) {
    switch (h->kind) {
    case MD5: md5_block(h->state, p); break;
    case SHA1: sha1_block(h->state, p); break;
    case SHA224: case SHA256: sha256_block(h->state, p); break;
    default: sha512_block(h->state, p); break;
    }
}

static void add_bytes(hash *h, const uint8_t *data, size_t n) {
    size_t size = kinds[h->kind].block, at = (size_t)(h->length % size);
    h->length += n;
    while (n > 0) {
        if (at == 0 && n >= size) {
            do_block(h, data);
            data += size;
            n -= size;
            continue;
        }
        size_t part = size - at < n ? size - at : n;
        memcpy(h->block + at, data, part);
        data += part;
        n -= part;
        at = (at + part) % size;
        if (at == 0)
            do_block(h, h->block);
    }
}

/* The digest of what came so far, without ending the hash. */
static void finish(const hash *original, uint8_t *out) {
    static const uint8_t padding[256] = {0x80};
    hash h = *original;
    size_t size = kinds[h.kind].block, tail = size / 8, at = (size_t)(h.length % size);
    uint64_t bits = h.length * 8;
    uint8_t end[16] = {0};
    bool big = h.kind != MD5;
    for (size_t k = 0; k < 8; k++)
        end[big ? tail - 1 - k : k] = (uint8_t)(bits >> 8 * k);
    add_bytes(&h, padding, (at < size - tail ? size : 2 * size) - tail - at);
    add_bytes(&h, end, tail);
    size_t word = size / 16;
    for (size_t k = 0; k < kinds[h.kind].digest; k++)
        out[k] = (uint8_t)(h.state[k / word] >> 8 * (big ? word - 1 - k % word : k % word));
}

/* ---- objects ---- */

static vv_owned hash_new(vv_thread *t, int kind) {
    vv_type *type = vv_type_ensure_peek(t, VV_T_HASH_MD5 + kind);
    vv_obj *o = type == NULL ? NULL : vv_new_object(t, type, sizeof(hash));
    if (o == NULL)
        return NULL;
    HASH(o)->kind = (uint8_t)kind;
    memcpy(HASH(o)->state, kinds[kind].start, sizeof kinds[kind].start);
    return o;
}

static int update(vv_thread *t, vv_ref self, vv_ref data) {
    const uint8_t *bytes;
    size_t n;
    if (VV_ISA(data, STR))
        return vv_raise_int(t, VV_TypeError, "Strings must be encoded before hashing");
    if (!vv_bytes_view(data, &bytes, &n))
        return vv_raise_int(t, VV_TypeError, "object supporting the buffer API required");
    add_bytes(HASH(self), bytes, n);
    return 0;
}

static vv_owned hash_update(vv_thread *t, vv_obj *const *argv) {
    return update(t, argv[0], argv[1]) < 0 ? NULL : vv_none(t);
}

static vv_owned hash_digest(vv_thread *t, vv_obj *const *argv) {
    uint8_t out[64];
    finish(HASH(argv[0]), out);
    return vv_bytes_new(t, out, kinds[HASH(argv[0])->kind].digest);
}

static vv_owned hash_hexdigest(vv_thread *t, vv_obj *const *argv) {
    VV_AUTO bytes = {t, hash_digest(t, argv)};
    return bytes.o == NULL ? NULL : vv_bytelike_hex(t, (vv_obj *[]){bytes.o, NULL, NULL});
}

static vv_owned hash_copy(vv_thread *t, vv_obj *const *argv) {
    vv_obj *o = hash_new(t, HASH(argv[0])->kind);
    if (o != NULL)
        memcpy((char *)o + sizeof(vv_obj), (char *)argv[0] + sizeof(vv_obj), sizeof(hash) - sizeof(vv_obj));
    return o;
}

static vv_owned hash_get_name(vv_thread *t, vv_ref self) {
    return vv_str_from_cstr(t, kinds[HASH(self)->kind].name);
}
static vv_owned hash_get_digest_size(vv_thread *t, vv_ref self) {
    return vv_int_new(t, kinds[HASH(self)->kind].digest);
}
static vv_owned hash_get_block_size(vv_thread *t, vv_ref self) {
    return vv_int_new(t, kinds[HASH(self)->kind].block);
}

static void hash_dealloc(vv_thread *t, vv_obj *self) {
    vv_free_object(t, self);
}

/* ---- the modules ---- */

#define FUNCTION(kind, id)                                                                                             \
    static vv_step make_##id(vv_thread *t, vv_native *nf) { /* argv: string, usedforsecurity */                        \
        return make(t, nf, kind);                                                                                      \
    }
#define HASH_DEF(id)                                                                                                   \
    {#id, VV_KIND_RESUMABLE, VV_BIND_INSTANCE, {.resumable = make_##id},                                               \
     #id "($module, /, string=b'', *, usedforsecurity=True)", "Return a new " #id " hash object; string is hashed first."}
#define LAST_DEF {NULL, VV_KIND_LEAF, VV_BIND_INSTANCE, {.leaf = NULL}, NULL, NULL}
#define HASH_SPEC(id, label, module_, size)                                                                            \
    const vv_typespec vv_hash_##id##_spec = {                                                                          \
        .name = label,                                                                                                 \
        .module = module_,                                                                                             \
        .base = VV_T_OBJECT,                                                                                           \
        .flags = VV_TF_IMMUTABLE | VV_TF_NO_NEW,                                                                       \
        .basicsize = sizeof(hash),                                                                                     \
        .size64 = size,                                                                                                \
        .gc64 = true,                                                                                                  \
        .slots = &hash_slots,                                                                                          \
        .methods = hash_methods,                                                                                       \
        .getset = hash_getset,                                                                                         \
        .dealloc = hash_dealloc,                                                                                       \
    }

static vv_step make(vv_thread *t, vv_native *nf, int kind) { /* slot[0]: the object */
    VV_BEGIN(nf);
    if (nf->argv[1] != NULL) {
        VV_AWAIT(nf, vv_do_truth(t, nf->argv[1]));
    }
    nf->slot[0] = hash_new(t, kind);
    if (nf->slot[0] == NULL || (nf->argv[0] != NULL && update(t, nf->slot[0], nf->argv[0]) < 0))
        return VV_FAILED;
    return vv_return(t, vv_move(&nf->slot[0]));
    VV_END(nf);
}

FUNCTION(MD5, md5)
FUNCTION(SHA1, sha1)
FUNCTION(SHA224, sha224)
FUNCTION(SHA256, sha256)
FUNCTION(SHA384, sha384)
FUNCTION(SHA512, sha512)

HASH_SPEC(md5, "md5", "_md5", 48);
HASH_SPEC(sha1, "sha1", "_sha1", 48);
HASH_SPEC(sha224, "SHA224Type", "_sha2", 56);
HASH_SPEC(sha256, "SHA256Type", "_sha2", 56);
HASH_SPEC(sha384, "SHA384Type", "_sha2", 56);
HASH_SPEC(sha512, "SHA512Type", "_sha2", 56);

static const vv_methoddef md5_functions[] = {HASH_DEF(md5), LAST_DEF};
static const vv_methoddef sha1_functions[] = {HASH_DEF(sha1), LAST_DEF};
static const vv_methoddef sha2_functions[] = {HASH_DEF(sha224), HASH_DEF(sha256), HASH_DEF(sha384), HASH_DEF(sha512), LAST_DEF};

static vv_owned make_module(vv_thread *t, const char *name, const vv_methoddef *functions, int first, int last) {
    static const char *const type_names[KINDS] = {"MD5Type", "SHA1Type", "SHA224Type", "SHA256Type", "SHA384Type", "SHA512Type"};
    VV_AUTO module = {t, vv_module_from_defs(t, name, NULL, functions)};
    for (int kind = first; kind <= last; kind++) {
        vv_type *type = module.o == NULL ? NULL : vv_type_ensure_peek(t, VV_T_HASH_MD5 + kind);
        if (type == NULL || vv_dict_set_cstr(t, VV_MODULE_OF(module.o)->dict, type_names[kind], &type->head) < 0)
            return NULL;
    }
    return vv_move(&module.o);
}

vv_owned vv__md5_module(vv_thread *t);
vv_owned vv__md5_module(vv_thread *t) {
    return make_module(t, "_md5", md5_functions, MD5, MD5);
}
vv_owned vv__sha1_module(vv_thread *t);
vv_owned vv__sha1_module(vv_thread *t) {
    return make_module(t, "_sha1", sha1_functions, SHA1, SHA1);
}
vv_owned vv__sha2_module(vv_thread *t);
vv_owned vv__sha2_module(vv_thread *t) {
    return make_module(t, "_sha2", sha2_functions, SHA224, SHA512);
}
