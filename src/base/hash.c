/* hash.c - SipHash-1-3. Words are read little-endian on every port. */
#include "base/hash.h"

#include <string.h>

static inline uint64_t rotate(uint64_t x, int bits) {
    return x << bits | x >> (64 - bits);
}

static inline uint64_t load_le64(const uint8_t *p) {
    uint64_t x;
    memcpy(&x, p, 8);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    x = __builtin_bswap64(x);
#endif
    return x;
}

typedef struct sip_state {
    uint64_t a, b, c, d;
} sip_state;

static inline void sip_round(sip_state *s) {
    s->a += s->b;
    s->c += s->d;
    s->b = rotate(s->b, 13) ^ s->a;
    s->d = rotate(s->d, 16) ^ s->c;
    s->a = rotate(s->a, 32);
    s->c += s->b;
    s->a += s->d;
    s->b = rotate(s->b, 17) ^ s->c;
    s->d = rotate(s->d, 21) ^ s->a;
    s->c = rotate(s->c, 32);
}

uint64_t vv_hash_siphash_keyed(uint64_t key, uint64_t key2, const void *bytes, size_t n) {
    const uint8_t *p = bytes;
    /* The four words of the paper: the ASCII of "somepseudorandomlygeneratedbytes". */
    sip_state s = {key ^ 0x736f6d6570736575, key2 ^ 0x646f72616e646f6d, key ^ 0x6c7967656e657261, key2 ^ 0x7465646279746573};
    uint64_t last = (uint64_t)n << 56;
    size_t left = n;
    for (; left >= 8; left -= 8, p += 8) {
        uint64_t m = load_le64(p);
        s.d ^= m;
        sip_round(&s);
        s.a ^= m;
    }
    for (size_t i = 0; i < left; i++)
        last |= (uint64_t)p[i] << (8 * i);
    s.d ^= last;
    sip_round(&s);
    s.a ^= last;
    s.c ^= 0xff;
    sip_round(&s);
    sip_round(&s);
    sip_round(&s);
    return s.a ^ s.b ^ s.c ^ s.d;
}

uint64_t vv_hash_siphash(const void *bytes, size_t n) {
    return vv_hash_siphash_keyed(0, 0, bytes, n);
}
