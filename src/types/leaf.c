/* leaf.c - hash and equality without Python: the short way of every look-up, search and comparison.
 *
 * A value is a leaf when its type's slots are known to be C that never calls back: types with VV_TF_PLAIN_HASH_EQ,
 * types with object's own identity hash and comparison, and tuples of leaves. Everything else answers VV_LATER, and the
 * caller takes the long way (a step). Nested tuples are followed to a fixed depth; deeper ones are left to a step too.
 */
#include "types/leaf.h"

#include "object/error.h"
#include "types/float.h"
#include "types/int.h"
#include "types/str.h"
#include "types/tuple.h"

enum { MAX_DEPTH = 100 };

/* How instances of a type compare and hash. */
enum kind {
    PLAIN,    /* by C slots that run no Python */
    IDENTITY, /* object's own */
    TUPLE,    /* exact tuple: as its items do */
    FOREIGN,  /* anything may run */
};

static enum kind compare_kind(vv_thread *t, const vv_type *type) {
    if ((type->flags & VV_TF_PLAIN_HASH_EQ) != 0)
        return PLAIN;
    if (type == VV_TYPEP(t, TUPLE))
        return TUPLE;
    if (type->s.compare == VV_TYPEP(t, OBJECT)->s.compare)
        return IDENTITY;
    /* a subclass of a plain type that kept its base's comparison: class Name(str) */
    const vv_typespec *spec = type->spec;
    if ((type->flags & VV_TF_HEAP) != 0 && spec != NULL && (spec->flags & VV_TF_PLAIN_HASH_EQ) != 0 &&
        spec->slots != NULL && spec->slots->compare != NULL && type->s.compare == spec->slots->compare)
        return PLAIN;
    return FOREIGN;
}

static int hash_at(vv_thread *t, vv_ref o, vv_hash *ret, int depth) {
    const vv_type *type = o->type;
    if (type == VV_TYPEP(t, STR)) {
        *ret = vv_str_hash(o);
        return 1;
    }
    if (type == VV_TYPEP(t, INT)) {
        *ret = vv_int_hash(o);
        return 1;
    }
    if (type == VV_TYPEP(t, TUPLE)) {
        if (depth >= MAX_DEPTH)
            return VV_LATER;
        const vv_tuple *tuple = VV_TUPLE(o);
        uint64_t acc = vv_leaf_tuple_hash_begin();
        for (size_t k = 0; k < tuple->length; k++) {
            vv_hash lane;
            int r = hash_at(t, tuple->items[k], &lane, depth + 1);
            if (r != 1)
                return r;
            acc = vv_leaf_tuple_hash_add(acc, lane);
        }
        *ret = vv_leaf_tuple_hash_end(acc, tuple->length);
        return 1;
    }
    if (type->s.hash == NULL)
        return vv_raise_int(t, VV_TypeError, "unhashable type: '%T'", o);
    if ((type->flags & VV_TF_PLAIN_HASH_EQ) == 0 && type->s.hash != VV_TYPEP(t, OBJECT)->s.hash &&
        type->s.hash != VV_TYPEP(t, FROZENSET)->s.hash && type->s.hash != vv_hash_unhashable &&
        (type->spec == NULL || (type->spec->flags & VV_TF_PLAIN_HASH_EQ) == 0 || type->spec->slots == NULL ||
         type->s.hash != type->spec->slots->hash))
        return VV_LATER;
    vv_step s = type->s.hash(t, o);
    VV_ASSERT(s != VV_PUSHED);
    if (s == VV_FAILED)
        return -1;
    *ret = t->ival;
    return 1;
}

int vv_hash_now(vv_thread *t, vv_ref o, vv_hash *ret) {
    return hash_at(t, o, ret, 0);
}

/* a == b of two plain values by their slots. */
static int plain_equal(vv_thread *t, vv_ref a, vv_ref b) {
    for (int turn = 0; turn < 2; turn++) {
        vv_ref x = turn == 0 ? a : b, y = turn == 0 ? b : a;
        if (x->type->s.compare == NULL)
            continue;
        vv_step s = x->type->s.compare(t, x, y, VV_EQ);
        VV_ASSERT(s != VV_PUSHED);
        if (s == VV_FAILED)
            return -1;
        vv_obj *answer = vv_take_ret(t);
        if (answer == t->vm->not_implemented)
            continue;
        return answer == t->vm->true_;
    }
    return 0;
}

static int equal_at(vv_thread *t, vv_ref a, vv_ref b, int depth) {
    if (a == b)
        return 1;
    const vv_type *ta = a->type, *tb = b->type;
    if (ta == tb) {
        if (ta == VV_TYPEP(t, STR))
            return vv_str_equal(a, b);
        if (ta == VV_TYPEP(t, INT)) {
            if (vv_int_is_compact(a) && vv_int_is_compact(b))
                return vv_int_compact(a) == vv_int_compact(b);
            return vv_int_compare(a, b) == 0;
        }
    }
    if (ta->s.compare == vv_identity_compare && tb->s.compare == vv_identity_compare)
        return 0;
    enum kind ka = compare_kind(t, ta), kb = compare_kind(t, tb);
    if (ka == FOREIGN || kb == FOREIGN)
        return VV_LATER;
    if (ka == PLAIN && kb == PLAIN)
        return plain_equal(t, a, b);
    if (ka != TUPLE || kb != TUPLE)
        return 0;
    if (depth >= MAX_DEPTH)
        return VV_LATER;
    const vv_tuple *x = VV_TUPLE(a), *y = VV_TUPLE(b);
    for (size_t k = 0; k < x->length && k < y->length; k++) {
        int r = equal_at(t, x->items[k], y->items[k], depth + 1);
        if (r != 1)
            return r;
    }
    return x->length == y->length;
}

int vv_equal_now(vv_thread *t, vv_ref a, vv_ref b) {
    return equal_at(t, a, b, 0);
}

bool vv_leaf_comparable(vv_thread *t, vv_ref a, vv_ref b) {
    return compare_kind(t, a->type) == PLAIN && compare_kind(t, b->type) == PLAIN;
}
