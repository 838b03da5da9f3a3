/* leaf.h - hash and equality of values that need no Python for it ("now", see types/dict.h for vv_hash_now and
 * vv_equal_now), and what container types ask about operands. */
#ifndef VV_TYPES_LEAF_H
#define VV_TYPES_LEAF_H

#include "types/dict.h"
#include "types/int.h"
#include "types/str.h"

/* The two short ways that nearly all keys go, without a call: an exact str that knows its hash, a small exact int. */
static inline bool vv_leaf_hash_at_once(vv_thread *t, vv_ref o, vv_hash *ret) {
    if (VV_IS(t, o, STR)) {
        *ret = VV_STR(o)->hash;
        return *ret != -1;
    }
    if (!VV_IS(t, o, INT) || !vv_int_is_compact(o))
        return false;
    int64_t value = vv_int_compact(o);
    *ret = value == -1 ? -2 : value;
    return true;
}
static inline int vv_leaf_hash(vv_thread *t, vv_ref o, vv_hash *ret) {
    return VV_LIKELY(vv_leaf_hash_at_once(t, o, ret)) ? 1 : vv_hash_now(t, o, ret);
}
/* vv_equal_now for two keys of the same hash. */
static inline int vv_leaf_equal(vv_thread *t, vv_ref a, vv_ref b) {
    if (VV_IS(t, a, INT) && VV_IS(t, b, INT) && vv_int_is_compact(a) && vv_int_is_compact(b))
        return vv_int_compact(a) == vv_int_compact(b);
    return vv_equal_now(t, a, b);
}

/* Can `a OP b` for any comparison be asked of the slots without Python running? (both of plain types) */
bool vv_leaf_comparable(vv_thread *t, vv_ref a, vv_ref b);

/* May o ever take part in a cycle, so that a container of it must be tracked? */
static inline bool vv_leaf_may_be_tracked(vv_ref o) {
    if ((o->type->flags & VV_TF_GC) == 0 || (VV_ISA(o, TYPE) && (VV_AS_TYPE(o)->flags & VV_TF_HEAP) == 0))
        return false; /* built-in types are not collected */
    /* an untracked exact tuple holds atoms only (the collector found out) */
    return (o->type->flags & VV_TF_TUPLE) == 0 || VV_GC_HEAD(o)->next != NULL;
}

/* The hash of a tuple whose items' hashes are lane 0..n-1; begin, add every lane, end. */
static inline uint64_t vv_leaf_tuple_hash_begin(void) {
    return UINT64_C(2870177450012600261);
}
static inline uint64_t vv_leaf_tuple_hash_add(uint64_t acc, vv_hash lane) {
    acc += (uint64_t)lane * UINT64_C(14029467366897019727);
    acc = (acc << 31) | (acc >> 33);
    return acc * UINT64_C(11400714785074694791);
}
static inline vv_hash vv_leaf_tuple_hash_end(uint64_t acc, size_t n) {
    acc += (uint64_t)n ^ (UINT64_C(2870177450012600261) ^ UINT64_C(3527539));
    return acc == UINT64_MAX ? 1546275796 : (vv_hash)acc;
}

#endif
