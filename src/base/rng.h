/* rng.h - a small seeded generator for choices of the machine's own (the chaos scheduler, fuzzing), not for Python's
 * `random`: xoshiro256** (D. Blackman, S. Vigna, "Scrambled linear pseudorandom number generators", 2018). */
#ifndef VV_BASE_RNG_H
#define VV_BASE_RNG_H

#include "base/forward.h"

typedef struct vv_rng {
    uint64_t s[4];
} vv_rng;

void vv_rng_seed(vv_rng *rng, uint64_t seed);
uint64_t vv_rng_next(vv_rng *rng);
/* An even choice of 0 .. n - 1; n is not 0. */
uint32_t vv_rng_below(vv_rng *rng, uint32_t n);

#endif
