/* hash.h - hash functions of the core: SipHash-1-3 for bytes (J.-P. Aumasson, D. J. Bernstein, "SipHash: a fast
 * short-input PRF", 2012, with one compression and three finalization rounds as CPython uses since 3.11).
 *
 * The key is 0, so that hashes, and with them the order of sets, are those of CPython under PYTHONHASHSEED=0.
 */
#ifndef VV_BASE_HASH_H
#define VV_BASE_HASH_H

#include "base/forward.h"

/* SipHash-1-3 with the two halves of a key, and with key 0. */
uint64_t vv_hash_siphash_keyed(uint64_t key, uint64_t key2, const void *bytes, size_t n);
uint64_t vv_hash_siphash(const void *bytes, size_t n);

/* hash() of n bytes of text or of a bytes object: 0 for none, never -1 (which means "not computed"). */
static inline vv_hash vv_hash_bytes(const void *bytes, size_t n) {
    if (n == 0)
        return 0;
    vv_hash h = (vv_hash)vv_hash_siphash(bytes, n);
    return h == -1 ? -2 : h;
}

/* hash() by identity: the address rotated, since its low bits are always 0; never -1. */
static inline vv_hash vv_hash_pointer(const void *p) {
    uint64_t x = (uintptr_t)p;
    vv_hash h = (vv_hash)(x >> 4 | x << (8 * sizeof(uintptr_t) - 4));
    return h == -1 ? -2 : h;
}

#endif
