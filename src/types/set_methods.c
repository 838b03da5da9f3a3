/* set_methods.c - the types set and frozenset and their iterator, over the table and algebra of set.c. */
#include "object/alloc.h"
#include "object/bind.h"
#include "object/error.h"
#include "types/container.h"
#include "types/int.h"
#include "types/iterators.h"
#include "types/leaf.h"
#include "types/list.h"
#include "types/repr_guard.h"
#include "types/set_ops.h"
#include "types/str.h"
#include "types/tuple.h"

#define VV_DEF_NAME set
#define VV_DEF_FILE "types/set.def"
#include "object/deftype.h"
#define VV_DEF_NAME frozenset
#define VV_DEF_FILE "types/frozenset.def"
#include "object/deftype.h"
#define VV_DEF_NAME set_iterator
#define VV_DEF_FILE "types/set_iterator.def"
#include "object/deftype.h"

/* ---- making ---- */

static vv_step set_create(vv_thread *t, vv_ref type, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    (void)args, (void)nargs, (void)kwnames; /* __init__'s business */
    return vv_return(t, vv_set_of_type(t, VV_AS_TYPE(type)));
}

static vv_step set_init(vv_thread *t, vv_ref self, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    if ((VV_IS(t, self, SET) || self->type->s.init == set_init) && vv_no_kwargs(t, "set", kwnames) < 0)
        return VV_FAILED;
    if (vv_check_nargs(t, "set", nargs, 0, 1) < 0)
        return VV_FAILED;
    vv_set_clear(t, self);
    return nargs == 0 ? vv_return_null(t) : vv_do_set_update(t, self, args[0]);
}

static vv_step fill(vv_thread *t, vv_native *nf) { /* argv: the new set, iterable */
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_set_update(t, nf->argv[0], nf->argv[1]));
    return vv_return(t, vv_newref(nf->argv[0]));
    VV_END(nf);
}

static vv_step frozenset_create(vv_thread *t, vv_ref type, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    bool exact = type == &VV_TYPEP(t, FROZENSET)->head;
    if ((exact || VV_AS_TYPE(type)->s.init == VV_TYPEP(t, OBJECT)->s.init) && vv_no_kwargs(t, "frozenset", kwnames) < 0)
        return VV_FAILED;
    if (vv_check_nargs(t, "frozenset", nargs, 0, 1) < 0)
        return VV_FAILED;
    if (exact && nargs == 1 && VV_IS(t, args[0], FROZENSET))
        return vv_return(t, vv_newref(args[0]));
    vv_obj *set = vv_set_of_type(t, VV_AS_TYPE(type));
    if (set == NULL || nargs == 0)
        return vv_return(t, set);
    vv_step s = vv_start2(t, fill, "frozenset.__new__", set, args[0]);
    vv_decref(t, set);
    return s;
}

/* ---- printing ---- */

/* "{1, 2}", "Name({1, 2})"; list_repr is "[1, 2]". */
static vv_owned wrap(vv_thread *t, vv_ref self, vv_ref list_repr) {
    vv_strbuilder b = {0};
    size_t n = vv_str_length(list_repr);
    bool named = !VV_IS(t, self, SET);
    const char *name = vv_type_name(self);
    vv_obj *name_str = vv_str_from_cstr(t, name);
    if (name_str == NULL)
        return NULL;
    if ((named && (vv_strbuilder_str(t, &b, name_str) < 0 || vv_strbuilder_char(t, &b, '(') < 0)) ||
        vv_strbuilder_char(t, &b, '{') < 0 || vv_strbuilder_slice(t, &b, list_repr, 1, n - 1) < 0 ||
        vv_strbuilder_char(t, &b, '}') < 0 || (named && vv_strbuilder_char(t, &b, ')') < 0)) {
        vv_strbuilder_drop(t, &b);
        vv_decref(t, name_str);
        return NULL;
    }
    vv_decref(t, name_str);
    return vv_strbuilder_finish(t, &b);
}

static vv_owned keys_as_list(vv_thread *t, vv_ref set) {
    vv_obj *list = vv_list_new(t, 0);
    if (list == NULL)
        return NULL;
    size_t pos = 0;
    vv_ref key;
    while (vv_set_next(set, &pos, &key, NULL))
        if (vv_list_append(t, list, key) < 0) {
            vv_decref(t, list);
            return NULL;
        }
    return list;
}

static vv_step repr_slowly(vv_thread *t, vv_native *nf) { /* argv[0]: set; slot[0]: its keys as a list */
    VV_BEGIN(nf);
    nf->slot[0] = keys_as_list(t, nf->argv[0]);
    if (nf->slot[0] == NULL)
        return VV_FAILED;
    {
        int r = vv_repr_enter(t, nf->argv[0]);
        if (r < 0)
            return VV_FAILED;
        if (r > 0)
            return vv_return(t, vv_format(t, "%T(...)", nf->argv[0]));
    }
    VV_AWAIT_CATCH(nf, vv_do_repr(t, nf->slot[0]));
    vv_repr_leave(t, nf->argv[0]);
    if (nf->raised)
        return VV_FAILED;
    nf->slot[1] = vv_take_ret(t);
    return vv_return(t, wrap(t, nf->argv[0], nf->slot[1]));
    VV_END(nf);
}

static vv_step set_repr(vv_thread *t, vv_ref self) {
    if (vv_set_length(self) == 0)
        return vv_return(t, vv_format(t, "%T()", self));
    return vv_start1(t, repr_slowly, "set.__repr__", self);
}

/* ---- slots ---- */

static vv_step frozenset_hash(vv_thread *t, vv_ref self) {
    return vv_return_int(t, vv_set_frozen_hash(self));
}

static vv_step set_len(vv_thread *t, vv_ref self) {
    return vv_return_int(t, (int64_t)vv_set_length(self));
}

static vv_step set_iter(vv_thread *t, vv_ref self) {
    vv_obj *o = vv_new_object(t, VV_TYPEP(t, SET_ITERATOR), sizeof(vv_set_iterator));
    if (o == NULL)
        return VV_FAILED;
    VV_SET_ITERATOR(o)->set = vv_newref(self);
    VV_SET_ITERATOR(o)->expected = VV_SET_ITERATOR(o)->left = vv_set_length(self);
    vv_track(t, o);
    return vv_return(t, o);
}

/* argv: a, b; i[0]: 1 = the answer is negated */
static vv_step compare_slowly(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_set_subset(t, nf->argv[0], nf->argv[1]));
    return vv_return(t, vv_bool(t, t->ival != nf->i[0]));
    VV_END(nf);
}

static vv_step start_compare(vv_thread *t, vv_ref a, vv_ref b, bool negated) {
    vv_native *nf = vv_push_native(t, compare_slowly, "set comparison", (vv_obj *[]){VV_OBJ(a), VV_OBJ(b)}, 2);
    if (nf == NULL)
        return VV_FAILED;
    nf->i[0] = negated;
    return VV_PUSHED;
}

static vv_step set_compare(vv_thread *t, vv_ref a, vv_ref b, int op) {
    if (!VV_ISA(a, SET) || !VV_ISA(b, SET))
        return vv_return_not_implemented(t);
    size_t na = vv_set_length(a), nb = vv_set_length(b);
    switch (op) {
    case VV_EQ:
    case VV_NE: {
        vv_hash ha = VV_SET(a)->hash, hb = VV_SET(b)->hash;
        if (na != nb || (ha != -1 && hb != -1 && ha != hb))
            return vv_return(t, vv_bool(t, op == VV_NE));
        return start_compare(t, a, b, op == VV_NE);
    }
    case VV_LT:
        return na >= nb ? vv_return(t, vv_bool(t, false)) : start_compare(t, a, b, false);
    case VV_LE:
        return start_compare(t, a, b, false);
    case VV_GT:
        return na <= nb ? vv_return(t, vv_bool(t, false)) : start_compare(t, b, a, false);
    default:
        return start_compare(t, b, a, false);
    }
}

/* A set as a key stands for the frozenset equal to it. argv: set, key; i[0]: 0 contains, 1 discard. t->ival. */
static vv_step look_up_slowly(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT_CATCH(nf, nf->i[0] == 0 ? vv_do_set_contains(t, nf->argv[0], nf->argv[1])
                                     : vv_do_set_discard(t, nf->argv[0], nf->argv[1]));
    if (!nf->raised)
        return VV_READY;
    if (!VV_ISA(nf->argv[1], SET) || !vv_error_is(t, VV_TypeError))
        return VV_FAILED;
    vv_clear_error(t);
    nf->slot[0] = vv_set_copy(t, VV_TYPEP(t, FROZENSET), nf->argv[1]);
    if (nf->slot[0] == NULL)
        return VV_FAILED;
    VV_AWAIT(nf, nf->i[0] == 0 ? vv_do_set_contains(t, nf->argv[0], nf->slot[0])
                               : vv_do_set_discard(t, nf->argv[0], nf->slot[0]));
    return VV_READY;
    VV_END(nf);
}

static vv_step look_up(vv_thread *t, vv_ref set, vv_ref key, bool discard) {
    if (!VV_ISA(key, SET))
        return discard ? vv_do_set_discard(t, set, key) : vv_do_set_contains(t, set, key);
    vv_native *nf = vv_push_native(t, look_up_slowly, "set look-up", (vv_obj *[]){VV_OBJ(set), VV_OBJ(key)}, 2);
    if (nf == NULL)
        return VV_FAILED;
    nf->i[0] = discard;
    return VV_PUSHED;
}

static vv_step set_contains(vv_thread *t, vv_ref self, vv_ref key) {
    vv_hash hash;
    if (vv_leaf_hash_at_once(t, key, &hash)) {
        int r = vv_set_contains_now(t, self, key);
        if (r >= 0)
            return vv_return_int(t, r);
        if (r != VV_LATER)
            return VV_FAILED;
    }
    return look_up(t, self, key, false);
}

static vv_step binary(vv_thread *t, enum vv_set_op op, vv_ref a, vv_ref b) {
    if (!VV_ISA(a, SET) || !VV_ISA(b, SET))
        return vv_return_not_implemented(t);
    return vv_do_set_combine(t, op, a, b);
}

static vv_step set_and(vv_thread *t, vv_ref a, vv_ref b) {
    return binary(t, VV_SET_INTERSECTION, a, b);
}
static vv_step set_or(vv_thread *t, vv_ref a, vv_ref b) {
    if (a == b) /* nothing to add, and nothing to make room for */
        return vv_return(t, vv_set_copy(t, vv_set_base_type(t, a), a));
    return binary(t, VV_SET_UNION, a, b);
}
static vv_step set_xor(vv_thread *t, vv_ref a, vv_ref b) {
    return binary(t, VV_SET_SYMMETRIC_DIFFERENCE, a, b);
}
static vv_step set_sub(vv_thread *t, vv_ref a, vv_ref b) {
    return binary(t, VV_SET_DIFFERENCE, a, b);
}

/* argv: self, other; i[0]: enum vv_set_op. self OP= other, t->ret = self. */
static vv_step in_place(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (nf->i[0] == VV_SET_UNION) {
        VV_AWAIT(nf, vv_do_set_update(t, nf->argv[0], nf->argv[1]));
    } else if (nf->i[0] == VV_SET_DIFFERENCE) {
        VV_AWAIT(nf, vv_do_set_difference_update(t, nf->argv[0], nf->argv[1]));
    } else if (nf->i[0] == VV_SET_SYMMETRIC_DIFFERENCE) {
        VV_AWAIT(nf, vv_do_set_symmetric_update(t, nf->argv[0], nf->argv[1]));
    } else {
        VV_AWAIT(nf, vv_do_set_combine(t, VV_SET_INTERSECTION, nf->argv[0], nf->argv[1]));
        nf->slot[0] = vv_take_ret(t);
        vv_set_swap(nf->argv[0], nf->slot[0]);
    }
    return vv_return(t, vv_newref(nf->argv[0]));
    VV_END(nf);
}

static vv_step start_in_place(vv_thread *t, enum vv_set_op op, vv_ref self, vv_ref other) {
    if (!VV_ISA(other, SET))
        return vv_return_not_implemented(t);
    vv_native *nf = vv_push_native(t, in_place, "set operation", (vv_obj *[]){VV_OBJ(self), VV_OBJ(other)}, 2);
    if (nf == NULL)
        return VV_FAILED;
    nf->i[0] = op;
    return VV_PUSHED;
}

static vv_step set_iand(vv_thread *t, vv_ref a, vv_ref b) {
    return start_in_place(t, VV_SET_INTERSECTION, a, b);
}
static vv_step set_ior(vv_thread *t, vv_ref a, vv_ref b) {
    return start_in_place(t, VV_SET_UNION, a, b);
}
static vv_step set_ixor(vv_thread *t, vv_ref a, vv_ref b) {
    return start_in_place(t, VV_SET_SYMMETRIC_DIFFERENCE, a, b);
}
static vv_step set_isub(vv_thread *t, vv_ref a, vv_ref b) {
    return start_in_place(t, VV_SET_DIFFERENCE, a, b);
}

/* ---- methods of both ---- */

static vv_owned set_copy(vv_thread *t, vv_obj *const *argv) {
    if (VV_IS(t, argv[0], FROZENSET))
        return vv_newref(argv[0]);
    return vv_set_copy(t, vv_set_base_type(t, argv[0]), argv[0]);
}

#define OTHERS(nf) VV_TUPLE((nf)->argv[1])

static vv_step set_union(vv_thread *t, vv_native *nf) { /* argv: self, others; slot[0]: result; i[0]: next other */
    VV_BEGIN(nf);
    nf->slot[0] = vv_set_copy(t, vv_set_base_type(t, nf->argv[0]), nf->argv[0]);
    if (nf->slot[0] == NULL)
        return VV_FAILED;
    for (; (size_t)nf->i[0] < OTHERS(nf)->length; nf->i[0]++)
        if (OTHERS(nf)->items[nf->i[0]] != nf->argv[0])
            VV_AWAIT(nf, vv_do_set_update(t, nf->slot[0], OTHERS(nf)->items[nf->i[0]]));
    return vv_return(t, vv_move(&nf->slot[0]));
    VV_END(nf);
}

/* The same arguments; t->ret = the intersection as a new set. */
static vv_step set_intersection(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (OTHERS(nf)->length == 0)
        return vv_return(t, vv_set_copy(t, vv_set_base_type(t, nf->argv[0]), nf->argv[0]));
    nf->slot[0] = vv_newref(nf->argv[0]);
    for (; (size_t)nf->i[0] < OTHERS(nf)->length; nf->i[0]++) {
        VV_AWAIT(nf, vv_do_set_combine(t, VV_SET_INTERSECTION, nf->slot[0], OTHERS(nf)->items[nf->i[0]]));
        vv_setref_take(t, &nf->slot[0], vv_take_ret(t));
    }
    return vv_return(t, vv_move(&nf->slot[0]));
    VV_END(nf);
}

static vv_step set_difference(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (OTHERS(nf)->length == 0)
        return vv_return(t, vv_set_copy(t, vv_set_base_type(t, nf->argv[0]), nf->argv[0]));
    VV_AWAIT(nf, vv_do_set_combine(t, VV_SET_DIFFERENCE, nf->argv[0], OTHERS(nf)->items[0]));
    nf->slot[0] = vv_take_ret(t);
    for (nf->i[0] = 1; (size_t)nf->i[0] < OTHERS(nf)->length; nf->i[0]++)
        VV_AWAIT(nf, vv_do_set_difference_update(t, nf->slot[0], OTHERS(nf)->items[nf->i[0]]));
    return vv_return(t, vv_move(&nf->slot[0]));
    VV_END(nf);
}

static vv_step set_symmetric_difference(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_set_combine(t, VV_SET_SYMMETRIC_DIFFERENCE, nf->argv[0], nf->argv[1]));
    return VV_READY;
    VV_END(nf);
}

static vv_step set_isdisjoint(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_set_disjoint(t, nf->argv[0], nf->argv[1]));
    return vv_return(t, vv_bool(t, t->ival != 0));
    VV_END(nf);
}

static vv_step set_issubset(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (VV_ISA(nf->argv[1], SET)) {
        VV_AWAIT(nf, vv_do_set_subset(t, nf->argv[0], nf->argv[1]));
        return vv_return(t, vv_bool(t, t->ival != 0));
    }
    VV_AWAIT(nf, vv_do_set_combine(t, VV_SET_INTERSECTION, nf->argv[0], nf->argv[1]));
    nf->slot[0] = vv_take_ret(t);
    return vv_return(t, vv_bool(t, vv_set_length(nf->slot[0]) == vv_set_length(nf->argv[0])));
    VV_END(nf);
}

static vv_step set_issuperset(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_set_superset(t, nf->argv[0], nf->argv[1]));
    return vv_return(t, vv_bool(t, t->ival != 0));
    VV_END(nf);
}

static vv_step set_reduce(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_call_method(t, nf->argv[0], VV_N(t, __getstate__), NULL, 0));
    nf->slot[0] = vv_take_ret(t);
    vv_obj *keys = keys_as_list(t, nf->argv[0]);
    vv_obj *args = keys == NULL ? NULL : vv_tuple_from_array_take(t, &keys, 1);
    if (args == NULL)
        return VV_FAILED;
    vv_obj *result = vv_tuple_pack(t, 3, (vv_ref)&nf->argv[0]->type->head, (vv_ref)args, (vv_ref)nf->slot[0]);
    vv_decref(t, args);
    return vv_return(t, result);
    VV_END(nf);
}

static vv_owned set_sizeof(vv_thread *t, vv_obj *const *argv) {
    return vv_int_new(t, vv_set_sizeof(argv[0]));
}

static vv_step set_class_getitem(vv_thread *t, vv_native *nf) {
    return vv_container_class_getitem(t, nf);
}

/* ---- methods of set ---- */

static vv_owned set_add_now(vv_thread *t, vv_obj *const *argv) {
    int r = vv_set_add_now(t, argv[0], argv[1]);
    return r == 0 || r == 1 ? vv_none(t) : NULL;
}

static vv_step set_add(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_set_add(t, nf->argv[0], nf->argv[1]));
    return vv_return_none(t);
    VV_END(nf);
}

static vv_owned set_clear(vv_thread *t, vv_obj *const *argv) {
    vv_set_clear(t, argv[0]);
    return vv_none(t);
}

/* Removes a key when that needs no frame. A set as a key is looked up twice, and so is left to one. */
static vv_owned discard_now(vv_thread *t, vv_obj *const *argv, bool missing_is_fine) {
    if (VV_ISA(argv[1], SET))
        return NULL;
    int r = vv_set_discard_now(t, argv[0], argv[1]);
    return r == 1 || (r == 0 && missing_is_fine) ? vv_none(t) : NULL;
}

static vv_owned set_discard_now(vv_thread *t, vv_obj *const *argv) {
    return discard_now(t, argv, true);
}

static vv_owned set_remove_now(vv_thread *t, vv_obj *const *argv) {
    return discard_now(t, argv, false);
}

static vv_step set_discard(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, look_up(t, nf->argv[0], nf->argv[1], true));
    return vv_return_none(t);
    VV_END(nf);
}

static vv_step set_remove(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, look_up(t, nf->argv[0], nf->argv[1], true));
    return t->ival ? vv_return_none(t) : vv_raise_value(t, VV_KeyError, nf->argv[1]);
    VV_END(nf);
}

static vv_owned set_pop(vv_thread *t, vv_obj *const *argv) {
    vv_obj *key = vv_set_pop(t, argv[0]);
    if (key == NULL) {
        vv_obj *text = vv_str_from_cstr(t, "pop from an empty set");
        if (text != NULL) {
            vv_raise_value(t, VV_KeyError, text);
            vv_decref(t, text);
        }
    }
    return key;
}

static vv_step set_update(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    for (; (size_t)nf->i[0] < OTHERS(nf)->length; nf->i[0]++)
        VV_AWAIT(nf, vv_do_set_update(t, nf->argv[0], OTHERS(nf)->items[nf->i[0]]));
    return vv_return_none(t);
    VV_END(nf);
}

static vv_step set_difference_update(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    for (; (size_t)nf->i[0] < OTHERS(nf)->length; nf->i[0]++)
        VV_AWAIT(nf, vv_do_set_difference_update(t, nf->argv[0], OTHERS(nf)->items[nf->i[0]]));
    return vv_return_none(t);
    VV_END(nf);
}

static vv_step set_intersection_update(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (OTHERS(nf)->length == 0)
        return vv_return_none(t);
    nf->slot[0] = vv_newref(nf->argv[0]);
    for (; (size_t)nf->i[0] < OTHERS(nf)->length; nf->i[0]++) {
        VV_AWAIT(nf, vv_do_set_combine(t, VV_SET_INTERSECTION, nf->slot[0], OTHERS(nf)->items[nf->i[0]]));
        vv_setref_take(t, &nf->slot[0], vv_take_ret(t));
    }
    vv_set_swap(nf->argv[0], nf->slot[0]);
    return vv_return_none(t);
    VV_END(nf);
}

static vv_step set_symmetric_difference_update(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_set_symmetric_update(t, nf->argv[0], nf->argv[1]));
    return vv_return_none(t);
    VV_END(nf);
}

/* ---- iterator ---- */

static vv_step setiter_iter(vv_thread *t, vv_ref self) {
    return vv_return(t, vv_newref(self));
}

static vv_step setiter_next(vv_thread *t, vv_ref self) {
    vv_set_iterator *it = VV_SET_ITERATOR(self);
    if (it->set == NULL)
        return vv_return_null(t);
    if (it->expected != vv_set_length(it->set)) {
        it->expected = SIZE_MAX; /* it stays broken */
        return vv_raise_step(t, VV_RuntimeError, "Set changed size during iteration");
    }
    vv_ref key;
    if (vv_set_next(it->set, &it->pos, &key, NULL)) {
        it->left--;
        return vv_return(t, vv_newref(key));
    }
    vv_clearref(t, &it->set);
    return vv_return_null(t);
}

static vv_owned setiter_length_hint(vv_thread *t, vv_obj *const *argv) {
    const vv_set_iterator *it = VV_SET_ITERATOR(argv[0]);
    return vv_int_new(t, it->set != NULL && it->expected == vv_set_length(it->set) ? (int64_t)it->left : 0);
}

/* (iter, (list of what is left,)); the iterator itself does not move. */
static vv_owned setiter_reduce(vv_thread *t, vv_obj *const *argv) {
    const vv_set_iterator *it = VV_SET_ITERATOR(argv[0]);
    VV_AUTO left = {t, vv_list_new(t, 0)};
    if (left.o == NULL)
        return NULL;
    size_t pos = it->pos;
    vv_ref key;
    while (it->set != NULL && vv_set_next(it->set, &pos, &key, NULL))
        if (vv_list_append(t, left.o, key) < 0)
            return NULL;
    return vv_iterator_reduce(t, "iter", left.o, NULL);
}

static void setiter_dealloc(vv_thread *t, vv_obj *self) {
    vv_xdecref(t, VV_SET_ITERATOR(self)->set);
    vv_free_object(t, self);
}

static int setiter_traverse(vv_ref self, vv_visit visit, void *arg) {
    VV_VISIT(VV_SET_ITERATOR(self)->set);
    return 0;
}

static void set_clear_references(vv_thread *t, vv_obj *self) {
    vv_set_clear(t, self);
}

const vv_typespec vv_set_spec = {
    .name = "set",
    .base = VV_T_OBJECT,
    .flags = VV_TF_GC | VV_TF_BASETYPE | VV_TF_IMMUTABLE | VV_TF_MATCH_SELF | VV_TF_SET,
    .basicsize = sizeof(vv_set),
    .size64 = 216,
    .size64_of = vv_set_sizeof,
    .weakoffset = offsetof(vv_set, weaklist),
    .doc = "Built-in unordered collection of unique hashable elements.\n\n"
           "Without an argument, set() is empty; with an iterable it holds the iterable's different items.",
    .slots = &set_slots,
    .methods = set_methods,
    .dealloc = vv_set_dealloc,
    .traverse = vv_set_traverse,
    .clear = set_clear_references,
};

const vv_typespec vv_frozenset_spec = {
    .name = "frozenset",
    .base = VV_T_OBJECT,
    .flags = VV_TF_GC | VV_TF_BASETYPE | VV_TF_IMMUTABLE | VV_TF_MATCH_SELF | VV_TF_SET,
    .basicsize = sizeof(vv_set),
    .size64 = 216,
    .size64_of = vv_set_sizeof,
    .weakoffset = offsetof(vv_set, weaklist),
    .doc = "Built-in immutable, hashable collection of unique elements.\n\n"
           "Without an argument, frozenset() is empty; with an iterable it holds the iterable's different items.",
    .slots = &frozenset_slots,
    .methods = frozenset_methods,
    .dealloc = vv_set_dealloc,
    .traverse = vv_set_traverse,
    .clear = set_clear_references,
};

const vv_typespec vv_set_iterator_spec = {
    .name = "set_iterator",
    .base = VV_T_OBJECT,
    .flags = VV_TF_GC | VV_TF_IMMUTABLE | VV_TF_NO_NEW,
    .basicsize = sizeof(vv_set_iterator),
    .size64 = 64,
    .slots = &set_iterator_slots,
    .methods = set_iterator_methods,
    .dealloc = setiter_dealloc,
    .traverse = setiter_traverse,
};
