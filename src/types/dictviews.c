/* dictviews.c - the live views dict.keys(), .values(), .items(), and all iterators over a dict.
 *
 * A view is a reference to its dict and nothing else. An iterator knows the length the dict had when it began; a dict of
 * another length, or one that still has entries when all were given, has been changed under it.
 */
#include "object/alloc.h"
#include "object/error.h"
#include "types/container.h"
#include "types/dict_keys.h"
#include "types/function.h"
#include "types/int.h"
#include "types/iterators.h"
#include "types/leaf.h"
#include "types/list.h"
#include "types/repr_guard.h"
#include "types/set_ops.h"
#include "types/str.h"
#include "types/tuple.h"

static vv_getter_fn dictview_mapping;

#define VV_DEF_NAME dict_keys
#define VV_DEF_FILE "types/dict_keys.def"
#include "object/deftype.h"
#define VV_DEF_NAME dict_values
#define VV_DEF_FILE "types/dict_values.def"
#include "object/deftype.h"
#define VV_DEF_NAME dict_items
#define VV_DEF_FILE "types/dict_items.def"
#include "object/deftype.h"
#define VV_DICT_NEXT dictiter_next_key
#define VV_DEF_NAME dict_keyiterator
#define VV_DEF_FILE "types/dict_iterator.def"
#include "object/deftype.h"
#undef VV_DICT_NEXT
#define VV_DICT_NEXT dictiter_next_value
#define VV_DEF_NAME dict_valueiterator
#define VV_DEF_FILE "types/dict_iterator.def"
#include "object/deftype.h"
#undef VV_DICT_NEXT
#define VV_DICT_NEXT dictiter_next_item
#define VV_DEF_NAME dict_itemiterator
#define VV_DEF_FILE "types/dict_iterator.def"
#include "object/deftype.h"
#undef VV_DICT_NEXT
#define VV_DICT_NEXT dictiter_previous
#define VV_DEF_NAME dict_reverseiterator
#define VV_DEF_FILE "types/dict_iterator.def"
#include "object/deftype.h"
#undef VV_DICT_NEXT

/* ---- iterators ---- */

static bool goes_back(vv_thread *t, vv_ref it) {
    return VV_IS(t, it, DICT_REVERSEKEYITERATOR) || VV_IS(t, it, DICT_REVERSEVALUEITERATOR) ||
           VV_IS(t, it, DICT_REVERSEITEMITERATOR);
}

static bool gives_items(vv_thread *t, vv_ref it) {
    return VV_IS(t, it, DICT_ITEMITERATOR) || VV_IS(t, it, DICT_REVERSEITEMITERATOR);
}

vv_owned vv_dict_iterator_new(vv_thread *t, int type_id, vv_ref dict) {
    vv_obj *o = vv_new_object(t, t->vm->types[type_id], sizeof(vv_dict_iterator));
    if (o == NULL)
        return NULL;
    vv_dict_iterator *it = VV_DICT_ITERATOR(o);
    it->dict = vv_newref(dict);
    it->expected = it->left = vv_dict_length(dict);
    if (goes_back(t, o))
        it->pos = (int64_t)VV_DICT(dict)->keys->used - 1;
    if (gives_items(t, o) && (it->pair = vv_tuple_pack(t, 2, VV_NONE(t), VV_NONE(t))) == NULL) {
        vv_decref(t, o);
        return NULL;
    }
    vv_track(t, o);
    return o;
}

static void dictiter_dealloc(vv_thread *t, vv_obj *self) {
    vv_xdecref(t, VV_DICT_ITERATOR(self)->dict);
    vv_xdecref(t, VV_DICT_ITERATOR(self)->pair);
    vv_free_object(t, self);
}

static int dictiter_traverse(vv_ref self, vv_visit visit, void *arg) {
    VV_VISIT(VV_DICT_ITERATOR(self)->dict);
    VV_VISIT(VV_DICT_ITERATOR(self)->pair);
    return 0;
}

static vv_step dictiter_iter(vv_thread *t, vv_ref self) {
    return vv_return(t, vv_newref(self));
}

/* Moves to the next entry: 1 and borrowed key and value, 0 at the end, -1 with RuntimeError. */
static int advance(vv_thread *t, vv_dict_iterator *it, vv_ref *key, vv_ref *value) {
    if (it->dict == NULL)
        return 0;
    if (it->expected != vv_dict_length(it->dict)) {
        it->expected = SIZE_MAX; /* it stays broken */
        return vv_raise_int(t, VV_RuntimeError, "dictionary changed size during iteration");
    }
    size_t pos = (size_t)it->pos;
    if (!vv_dict_next(it->dict, &pos, key, value, NULL)) {
        vv_clearref(t, &it->dict);
        return 0;
    }
    if (it->left == 0) {
        vv_clearref(t, &it->dict);
        return vv_raise_int(t, VV_RuntimeError, "dictionary keys changed during iteration");
    }
    it->pos = (int64_t)pos;
    it->left--;
    return 1;
}

vv_owned vv_pair_again(vv_thread *t, vv_obj *last, vv_ref key, vv_ref value) {
    if (last == NULL || last->refcnt != 1)
        return vv_tuple_pack(t, 2, key, value);
    vv_obj *pair = vv_newref(last);
    vv_tuple *items = VV_TUPLE(pair);
    vv_obj *old_key = items->items[0], *old_value = items->items[1];
    items->items[0] = vv_newref(key);
    items->items[1] = vv_newref(value);
    vv_decref(t, old_key);
    vv_decref(t, old_value);
    if (!vv_is_tracked(pair)) /* a collection may have let go of a pair of atoms */
        vv_track(t, pair);
    return pair;
}

static vv_step dictiter_next_key(vv_thread *t, vv_ref self) {
    vv_ref key, value;
    int r = advance(t, VV_DICT_ITERATOR(self), &key, &value);
    return r > 0 ? vv_return(t, vv_newref(key)) : r == 0 ? vv_return_null(t) : VV_FAILED;
}

static vv_step dictiter_next_value(vv_thread *t, vv_ref self) {
    vv_ref key, value;
    int r = advance(t, VV_DICT_ITERATOR(self), &key, &value);
    return r > 0 ? vv_return(t, vv_newref(value)) : r == 0 ? vv_return_null(t) : VV_FAILED;
}

static vv_step dictiter_next_item(vv_thread *t, vv_ref self) {
    vv_ref key, value;
    int r = advance(t, VV_DICT_ITERATOR(self), &key, &value);
    return r > 0 ? vv_return(t, vv_pair_again(t, VV_DICT_ITERATOR(self)->pair, key, value)) : r == 0 ? vv_return_null(t) : VV_FAILED;
}

static vv_step dictiter_previous(vv_thread *t, vv_ref self) {
    vv_dict_iterator *it = VV_DICT_ITERATOR(self);
    if (it->dict == NULL)
        return vv_return_null(t);
    if (it->expected != vv_dict_length(it->dict)) {
        it->expected = SIZE_MAX;
        return vv_raise_step(t, VV_RuntimeError, "dictionary changed size during iteration");
    }
    const vv_dict_keys *keys = VV_DICT(it->dict)->keys;
    const vv_dict_entry *e = vv_dict_entries(keys);
    if (it->pos >= (int64_t)keys->used)
        it->pos = (int64_t)keys->used - 1;
    while (it->pos >= 0 && e[it->pos].key == NULL)
        it->pos--;
    if (it->pos < 0) {
        vv_clearref(t, &it->dict);
        return vv_return_null(t);
    }
    e += it->pos--;
    if (it->left > 0)
        it->left--;
    if (VV_IS(t, self, DICT_REVERSEKEYITERATOR))
        return vv_return(t, vv_newref(e->key));
    if (VV_IS(t, self, DICT_REVERSEVALUEITERATOR))
        return vv_return(t, vv_newref(e->value));
    return vv_return(t, vv_pair_again(t, it->pair, e->key, e->value));
}

static vv_owned dictiter_length_hint(vv_thread *t, vv_obj *const *argv) {
    const vv_dict_iterator *it = VV_DICT_ITERATOR(argv[0]);
    return vv_int_new_u64(t, it->dict != NULL && it->expected == vv_dict_length(it->dict) ? it->left : 0);
}

/* (iter, (list of what is left,)): a copy of the iterator is run to its end. */
static vv_owned dictiter_reduce(vv_thread *t, vv_obj *const *argv) {
    vv_dict_iterator *it = VV_DICT_ITERATOR(argv[0]);
    VV_AUTO left = {t, vv_list_new(t, 0)};
    if (left.o == NULL)
        return NULL;
    if (it->dict == NULL)
        return vv_iterator_reduce(t, "iter", left.o, NULL);
    vv_dict_iterator saved = *it;
    vv_incref(it->dict);
    vv_step s;
    while ((s = argv[0]->type->s.next(t, argv[0])) == VV_READY && t->ret != NULL)
        if (vv_list_append_take(t, left.o, vv_take_ret(t)) < 0)
            s = VV_FAILED;
    vv_xdecref(t, it->dict);
    it->dict = saved.dict;
    it->pos = saved.pos;
    it->left = saved.left;
    it->expected = saved.expected;
    return s == VV_FAILED ? NULL : vv_iterator_reduce(t, "iter", left.o, NULL);
}

/* ---- views ---- */

vv_owned vv_dictview_new(vv_thread *t, int type_id, vv_ref dict) {
    vv_obj *o = vv_new_object(t, t->vm->types[type_id], sizeof(vv_dictview));
    if (o == NULL)
        return NULL;
    VV_DICTVIEW(o)->dict = vv_newref(dict);
    vv_track(t, o);
    return o;
}

static void dictview_dealloc(vv_thread *t, vv_obj *self) {
    vv_xdecref(t, VV_DICTVIEW(self)->dict);
    vv_free_object(t, self);
}

static int dictview_traverse(vv_ref self, vv_visit visit, void *arg) {
    VV_VISIT(VV_DICTVIEW(self)->dict);
    return 0;
}

static vv_owned dictview_mapping(vv_thread *t, vv_ref self) {
    return vv_mappingproxy_new(t, VV_DICTVIEW(self)->dict);
}

static vv_step dictview_len(vv_thread *t, vv_ref self) {
    return vv_return_int(t, (int64_t)vv_dict_length(VV_DICTVIEW(self)->dict));
}

static vv_step dictkeys_iter(vv_thread *t, vv_ref self) {
    return vv_return(t, vv_dict_iterator_new(t, VV_T_DICT_KEYITERATOR, VV_DICTVIEW(self)->dict));
}
static vv_step dictvalues_iter(vv_thread *t, vv_ref self) {
    return vv_return(t, vv_dict_iterator_new(t, VV_T_DICT_VALUEITERATOR, VV_DICTVIEW(self)->dict));
}
static vv_step dictitems_iter(vv_thread *t, vv_ref self) {
    return vv_return(t, vv_dict_iterator_new(t, VV_T_DICT_ITEMITERATOR, VV_DICTVIEW(self)->dict));
}
static vv_owned dictkeys_reversed(vv_thread *t, vv_obj *const *argv) {
    return vv_dict_iterator_new(t, VV_T_DICT_REVERSEKEYITERATOR, VV_DICTVIEW(argv[0])->dict);
}
static vv_owned dictvalues_reversed(vv_thread *t, vv_obj *const *argv) {
    return vv_dict_iterator_new(t, VV_T_DICT_REVERSEVALUEITERATOR, VV_DICTVIEW(argv[0])->dict);
}
static vv_owned dictitems_reversed(vv_thread *t, vv_obj *const *argv) {
    return vv_dict_iterator_new(t, VV_T_DICT_REVERSEITEMITERATOR, VV_DICTVIEW(argv[0])->dict);
}

static vv_step repr_slowly(vv_thread *t, vv_native *nf) { /* argv[0]: view; slot[0]: its items as a list */
    VV_BEGIN(nf);
    {
        int r = vv_repr_enter(t, nf->argv[0]);
        if (r < 0)
            return VV_FAILED;
        if (r > 0)
            return vv_return(t, vv_str_from_cstr(t, "..."));
    }
    VV_AWAIT_CATCH(nf, vv_do_list(t, nf->argv[0]));
    if (nf->raised) {
        vv_repr_leave(t, nf->argv[0]);
        return VV_FAILED;
    }
    nf->slot[0] = vv_take_ret(t);
    VV_AWAIT_CATCH(nf, vv_do_repr(t, nf->slot[0]));
    vv_repr_leave(t, nf->argv[0]);
    if (nf->raised)
        return VV_FAILED;
    nf->slot[1] = vv_take_ret(t);
    return vv_return(t, vv_format(t, "%T(%U)", nf->argv[0], nf->slot[1]));
    VV_END(nf);
}

static vv_step dictview_repr(vv_thread *t, vv_ref self) {
    return vv_start1(t, repr_slowly, "dict view repr", self);
}

static vv_step contains_key_slowly(vv_thread *t, vv_native *nf) { /* argv: dict, key */
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_dict_find(t, nf->argv[0], nf->argv[1]));
    return vv_return_int(t, t->ival >= 0);
    VV_END(nf);
}

static vv_step dictkeys_contains(vv_thread *t, vv_ref self, vv_ref key) {
    vv_hash hash;
    int r = vv_hash_now(t, key, &hash);
    if (r == -1)
        return VV_FAILED;
    int64_t ix = r == VV_LATER ? VV_LATER : vv_dict_find_now(t, VV_DICTVIEW(self)->dict, key, hash);
    if (ix == VV_LATER)
        return vv_start2(t, contains_key_slowly, "dict_keys.__contains__", VV_DICTVIEW(self)->dict, key);
    return ix < -1 ? VV_FAILED : vv_return_int(t, ix >= 0);
}

static vv_step contains_item_slowly(vv_thread *t, vv_native *nf) { /* argv: dict, pair */
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_dict_get(t, nf->argv[0], VV_TUPLE(nf->argv[1])->items[0]));
    if (t->ret == NULL)
        return vv_return_int(t, 0);
    nf->slot[0] = vv_take_ret(t);
    VV_AWAIT(nf, vv_do_compare_bool(t, nf->slot[0], VV_TUPLE(nf->argv[1])->items[1], VV_EQ));
    return VV_READY;
    VV_END(nf);
}

static vv_step dictitems_contains(vv_thread *t, vv_ref self, vv_ref pair) {
    if (!VV_ISA(pair, TUPLE) || VV_TUPLE(pair)->length != 2)
        return vv_return_int(t, 0);
    return vv_start2(t, contains_item_slowly, "dict_items.__contains__", VV_DICTVIEW(self)->dict, pair);
}

/* ---- views as sets ---- */

static bool is_setlike_view(vv_thread *t, vv_ref o) {
    return vv_is_instance(o, VV_TYPEP(t, DICT_KEYS)) || vv_is_instance(o, VV_TYPEP(t, DICT_ITEMS));
}

/* argv: a, b. t->ival = are all (i[0] = 0) or none (i[0] = 1) of a's items in b? slot[0]: iterator, slot[1]: item */
static vv_step all_in(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_iter(t, nf->argv[0]));
    nf->slot[0] = vv_take_ret(t);
    for (;;) {
        VV_AWAIT(nf, vv_do_next(t, nf->slot[0]));
        if (t->ret == NULL)
            break;
        vv_setref_take(t, &nf->slot[1], vv_take_ret(t));
        VV_AWAIT(nf, vv_do_contains(t, nf->argv[1], nf->slot[1]));
        if (t->ival == nf->i[0])
            return vv_return_int(t, 0);
    }
    vv_clearref(t, &t->stop);
    return vv_return_int(t, 1);
    VV_END(nf);
}

static vv_step start_all_in(vv_thread *t, vv_ref a, vv_ref b, bool none) {
    vv_native *nf = vv_push_native(t, all_in, "dict view test", (vv_obj *[]){VV_OBJ(a), VV_OBJ(b)}, 2);
    if (nf == NULL)
        return VV_FAILED;
    nf->i[0] = none;
    return VV_PUSHED;
}

static vv_step dictview_isdisjoint(vv_thread *t, vv_native *nf) { /* i[0], i[1]: lengths */
    VV_BEGIN(nf);
    nf->i[0] = (int64_t)vv_dict_length(VV_DICTVIEW(nf->argv[0])->dict);
    if (nf->argv[0] == nf->argv[1])
        return vv_return(t, vv_bool(t, nf->i[0] == 0));
    if (VV_IS(t, nf->argv[1], SET) || VV_IS(t, nf->argv[1], FROZENSET) || is_setlike_view(t, nf->argv[1])) {
        VV_AWAIT(nf, vv_do_len(t, nf->argv[1]));
        if (t->ival > nf->i[0]) { /* the smaller one is walked */
            VV_AWAIT(nf, start_all_in(t, nf->argv[0], nf->argv[1], true));
            return vv_return(t, vv_bool(t, t->ival != 0));
        }
    }
    VV_AWAIT(nf, start_all_in(t, nf->argv[1], nf->argv[0], true));
    return vv_return(t, vv_bool(t, t->ival != 0));
    VV_END(nf);
}

/* argv: the one all of whose items must be in the other; i[0]: 1 = negate */
static vv_step compare_slowly(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, start_all_in(t, nf->argv[0], nf->argv[1], false));
    return vv_return(t, vv_bool(t, t->ival != nf->i[0]));
    VV_END(nf);
}

static vv_step dictview_compare(vv_thread *t, vv_ref a, vv_ref b, int op) {
    if (!is_setlike_view(t, a) || (!VV_ISA(b, SET) && !is_setlike_view(t, b)))
        return vv_return_not_implemented(t);
    size_t na = vv_dict_length(VV_DICTVIEW(a)->dict);
    size_t nb = VV_ISA(b, SET) ? vv_set_length(b) : vv_dict_length(VV_DICTVIEW(b)->dict);
    bool possible = op == VV_LT ? na < nb : op == VV_LE ? na <= nb : op == VV_GT ? na > nb : op == VV_GE ? na >= nb : na == nb;
    if (!possible)
        return vv_return(t, vv_bool(t, op == VV_NE));
    bool swapped = op == VV_GT || op == VV_GE;
    vv_native *nf = vv_push_native(t, compare_slowly, "dict view comparison",
                                   (vv_obj *[]){VV_OBJ(swapped ? b : a), VV_OBJ(swapped ? a : b)}, 2);
    if (nf == NULL)
        return VV_FAILED;
    nf->i[0] = op == VV_NE;
    return VV_PUSHED;
}

/* a OP b, where at least one is a view: set(a), then as sets do. argv: a, b; i[0]: enum vv_set_op; slot[0]: result */
static vv_step combine(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    nf->slot[0] = vv_set_new(t);
    if (nf->slot[0] == NULL)
        return VV_FAILED;
    VV_AWAIT(nf, vv_do_set_update(t, nf->slot[0], nf->argv[0]));
    if (nf->i[0] == VV_SET_UNION)
        VV_AWAIT(nf, vv_do_set_update(t, nf->slot[0], nf->argv[1]));
    else if (nf->i[0] == VV_SET_DIFFERENCE)
        VV_AWAIT(nf, vv_do_set_difference_update(t, nf->slot[0], nf->argv[1]));
    else
        VV_AWAIT(nf, vv_do_set_symmetric_update(t, nf->slot[0], nf->argv[1]));
    return vv_return(t, vv_move(&nf->slot[0]));
    VV_END(nf);
}

static vv_step start_combine(vv_thread *t, enum vv_set_op op, vv_ref a, vv_ref b) {
    vv_native *nf = vv_push_native(t, combine, "dict view operation", (vv_obj *[]){VV_OBJ(a), VV_OBJ(b)}, 2);
    if (nf == NULL)
        return VV_FAILED;
    nf->i[0] = op;
    return VV_PUSHED;
}

static vv_step dictview_or(vv_thread *t, vv_ref a, vv_ref b) {
    return start_combine(t, VV_SET_UNION, a, b);
}
static vv_step dictview_sub(vv_thread *t, vv_ref a, vv_ref b) {
    return start_combine(t, VV_SET_DIFFERENCE, a, b);
}
static vv_step dictview_xor(vv_thread *t, vv_ref a, vv_ref b) {
    return start_combine(t, VV_SET_SYMMETRIC_DIFFERENCE, a, b);
}

/* argv: the view whose contents decide, what is walked; slot[0]: result, slot[1]: iterator, slot[2]: item */
static vv_step intersect(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    nf->slot[0] = vv_set_new(t);
    if (nf->slot[0] == NULL)
        return VV_FAILED;
    VV_AWAIT(nf, vv_do_iter(t, nf->argv[1]));
    nf->slot[1] = vv_take_ret(t);
    for (;;) {
        VV_AWAIT(nf, vv_do_next(t, nf->slot[1]));
        if (t->ret == NULL)
            break;
        vv_setref_take(t, &nf->slot[2], vv_take_ret(t));
        VV_AWAIT(nf, vv_do_contains(t, nf->argv[0], nf->slot[2]));
        if (t->ival != 0)
            VV_AWAIT(nf, vv_do_set_add(t, nf->slot[0], nf->slot[2]));
    }
    vv_clearref(t, &t->stop);
    return vv_return(t, vv_move(&nf->slot[0]));
    VV_END(nf);
}

static vv_step dictview_and(vv_thread *t, vv_ref a, vv_ref b) {
    if (!is_setlike_view(t, a)) { /* the operation is the right operand's */
        vv_ref swap = a;
        a = b;
        b = swap;
    }
    size_t na = vv_dict_length(VV_DICTVIEW(a)->dict);
    if (is_setlike_view(t, b) && vv_dict_length(VV_DICTVIEW(b)->dict) > na) {
        vv_ref swap = a;
        a = b;
        b = swap;
    } else if (VV_IS(t, b, SET) && na <= vv_set_length(b)) {
        return vv_do_set_combine(t, VV_SET_INTERSECTION, b, a);
    }
    return vv_start2(t, intersect, "dict view operation", a, b);
}

/* ---- the types ---- */

#define VIEW_SPEC(id)                                                                                                  \
    const vv_typespec vv_##id##_spec = {                                                                               \
        .name = #id,                                                                                                   \
        .base = VV_T_OBJECT,                                                                                           \
        .flags = VV_TF_GC | VV_TF_IMMUTABLE | VV_TF_NO_NEW,                                                            \
        .basicsize = sizeof(vv_dictview),                                                                              \
        .size64 = 40,                                                                                                  \
        .slots = &id##_slots,                                                                                          \
        .methods = id##_methods,                                                                                       \
        .getset = id##_getset,                                                                                         \
        .dealloc = dictview_dealloc,                                                                                   \
        .traverse = dictview_traverse,                                                                                 \
    }
VIEW_SPEC(dict_keys);
VIEW_SPEC(dict_values);
VIEW_SPEC(dict_items);

#define ITERATOR_SPEC(id, table)                                                                                       \
    const vv_typespec vv_##id##_spec = {                                                                               \
        .name = #id,                                                                                                   \
        .base = VV_T_OBJECT,                                                                                           \
        .flags = VV_TF_GC | VV_TF_IMMUTABLE | VV_TF_NO_NEW,                                                            \
        .basicsize = sizeof(vv_dict_iterator),                                                                         \
        .size64 = 72,                                                                                                  \
        .slots = &table##_slots,                                                                                       \
        .methods = table##_methods,                                                                                    \
        .dealloc = dictiter_dealloc,                                                                                   \
        .traverse = dictiter_traverse,                                                                                 \
    }
ITERATOR_SPEC(dict_keyiterator, dict_keyiterator);
ITERATOR_SPEC(dict_valueiterator, dict_valueiterator);
ITERATOR_SPEC(dict_itemiterator, dict_itemiterator);
ITERATOR_SPEC(dict_reversekeyiterator, dict_reverseiterator);
ITERATOR_SPEC(dict_reversevalueiterator, dict_reverseiterator);
ITERATOR_SPEC(dict_reverseitemiterator, dict_reverseiterator);
