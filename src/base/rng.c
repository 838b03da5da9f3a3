/* rng.c - xoshiro256**, its state filled by SplitMix64 as its authors advise. */
#include "base/rng.h"

void vv_rng_seed(vv_rng *rng, uint64_t seed) {
    for (int i = 0; i < 4; i++) {
        uint64_t z = seed += UINT64_C(0x9E3779B97F4A7C15);
        z = (z ^ z >> 30) * UINT64_C(0xBF58476D1CE4E5B9);
        z = (z ^ z >> 27) * UINT64_C(0x94D049BB133111EB);
        rng->s[i] = z ^ z >> 31;
    }
}

static uint64_t rotate(uint64_t x, int by) {
    return x << by | x >> (64 - by);
}

uint64_t vv_rng_next(vv_rng *rng) {
    uint64_t *s = rng->s, result = rotate(s[1] * 5, 7) * 9, shifted = s[1] << 17;
    s[2] ^= s[0];
    s[3] ^= s[1];
    s[1] ^= s[2];
    s[0] ^= s[3];
    s[2] ^= shifted;
    s[3] = rotate(s[3], 45);
    return result;
}

uint32_t vv_rng_below(vv_rng *rng, uint32_t n) {
    /* The high half of a product is even once the few low halves that would favour some results are refused. */
    uint32_t refuse = -n % n;
    for (;;) {
        uint64_t x = (vv_rng_next(rng) >> 32) * n;
        if ((uint32_t)x >= refuse)
            return (uint32_t)(x >> 32);
    }
}
