/* _collections_odict.c - collections.OrderedDict: a dict whose keys stand in a list as well, so that any of them can be moved to an
 * end in no time; its views and its iterator.
 *
 * The list is linked through an array that has a place for each entry of the dict's table: entry `ix` has node ix + 1, and node 0 is
 * both ends. Methods of dict itself (dict.pop(od, key)) do not know the list, as in CPython: their traces are nodes without an
 * entry, which give a KeyError, and entries without a node, which are not seen. A table of another size gets an array of its own,
 * at the next look-up. Keys are looked up as often as CPython does, which their __hash__ and __eq__ can tell.
 */
#include <string.h>

#include "modules/callable_repr.h"
#include "object/alloc.h"
#include "object/bind.h"
#include "object/error.h"
#include "types/container.h"
#include "types/dict_keys.h"
#include "types/function.h"
#include "types/instance.h"
#include "types/int.h"
#include "types/iterators.h"
#include "types/leaf.h"
#include "types/repr_guard.h"
#include "types/str.h"
#include "types/tuple.h"

typedef struct odict_node {
    vv_hash hash;
    vv_obj *key; /* owned; NULL: no node */
    uint32_t prev, next;
} odict_node;

typedef struct odict {
    vv_dict dict;
    odict_node *nodes;         /* vv_alloc, or NULL */
    const vv_dict_keys *table; /* they are for: only compared with the dict's */
    uint32_t state;            /* counts changes of the order */
    uint32_t moves;            /* counts changes of the place of nodes */
    uint8_t log2_size;         /* of the table */
    vv_obj *attributes;        /* dict or NULL */
    vv_obj *weaklist;
} odict;
#define ODICT(o) ((odict *)(o))

enum { REVERSED = 1, KEYS = 2, VALUES = 4 };

typedef struct odict_iterator {
    vv_obj head;
    int64_t kind;
    vv_obj *dict, *current; /* owned, NULL at the end: current is the next key */
    vv_obj *pair;           /* the tuple given last, or NULL */
    size_t expected;        /* length of the dict */
    uint32_t state;         /* of the dict */
} odict_iterator;
#define ITER(o) ((odict_iterator *)(o))

static vv_setter_fn odict_set_dict;

#define VV_DEF_NAME odict
#define VV_DEF_FILE "modules/_collections_ordereddict.def"
#include "object/deftype.h"
#define VV_DEF_NAME odict_keys_view
#define VV_DEF_FILE "modules/_collections_odict_view.def"
#include "object/deftype.h"
#define VV_DEF_NAME odict_values_view
#define VV_DEF_FILE "modules/_collections_odict_view.def"
#include "object/deftype.h"
#define VV_DEF_NAME odict_items_view
#define VV_DEF_FILE "modules/_collections_odict_view.def"
#include "object/deftype.h"
#define VV_DEF_NAME odictiter
#define VV_DEF_FILE "modules/_collections_odict_iterator.def"
#include "object/deftype.h"

/* ---- the list ---- */

/* The first or the last node; 0: there is none. */
static uint32_t end_of(vv_ref self, bool last) {
    const odict_node *nodes = ODICT(self)->nodes;
    return nodes == NULL ? 0 : last ? nodes->prev : nodes->next;
}

static void link_node(odict_node *nodes, uint32_t n, bool last) {
    uint32_t before = last ? nodes->prev : 0, after = nodes[before].next;
    nodes[n].prev = before;
    nodes[n].next = after;
    nodes[before].next = nodes[after].prev = n;
}

static void unlink_node(odict_node *nodes, uint32_t n) {
    nodes[nodes[n].prev].next = nodes[n].next;
    nodes[nodes[n].next].prev = nodes[n].prev;
}

static void free_nodes(vv_thread *t, vv_obj *self) {
    odict *od = ODICT(self);
    odict_node *nodes = od->nodes;
    od->nodes = NULL;
    od->table = NULL;
    od->state++;
    for (uint32_t n = nodes == NULL ? 0 : nodes->next; n != 0; n = nodes[n].next)
        vv_decref(t, nodes[n].key);
    vv_free(t, nodes);
}

/* Makes the nodes fit the dict's table. */
static int sync(vv_thread *t, vv_ref self) {
    odict *od = ODICT(self);
    const vv_dict_keys *keys = od->dict.keys;
    if (od->table == keys && od->log2_size == keys->log2_size)
        return 0;
    size_t size = (((size_t)2 << keys->log2_size) / 3 + 1) * sizeof(odict_node);
    odict_node *nodes = vv_alloc(t, size), *old = od->nodes;
    if (nodes == NULL)
        return -1;
    memset(nodes, 0, size);
    for (uint32_t n = old == NULL ? 0 : old->next; n != 0; n = old[n].next) {
        int64_t ix = vv_dict_keys_locate(self, old[n].key, old[n].hash);
        if (ix >= 0) {
            nodes[ix + 1] = old[n];
            link_node(nodes, (uint32_t)ix + 1, true);
        } else {
            vv_decref(t, old[n].key); /* dict's own methods took it out */
        }
    }
    vv_free(t, old);
    od->nodes = nodes;
    od->table = keys;
    od->log2_size = keys->log2_size;
    od->moves++;
    return 0;
}

/* The node of an entry, 0 if it has none; entry -1 has none. */
static int64_t node_of(vv_thread *t, vv_ref self, int64_t ix) {
    if (ix < 0)
        return 0;
    if (sync(t, self) < 0)
        return -1;
    return ODICT(self)->nodes[ix + 1].key == NULL ? 0 : ix + 1;
}

/* Gives an entry a node at the end, if it has none. */
static int add_node(vv_thread *t, vv_ref self, int64_t ix) {
    int64_t n = node_of(t, self, ix);
    if (n != 0)
        return n < 0 ? -1 : 0;
    const vv_dict_entry *e = &vv_dict_entries(VV_DICT(self)->keys)[ix];
    odict_node *node = &ODICT(self)->nodes[ix + 1];
    node->hash = e->hash;
    node->key = vv_newref(e->key);
    link_node(ODICT(self)->nodes, (uint32_t)ix + 1, true);
    ODICT(self)->state++;
    return 0;
}

/* Takes an entry's node away: 1, 0 without one, -1. */
static int drop_node(vv_thread *t, vv_ref self, int64_t ix) {
    int64_t n = node_of(t, self, ix);
    if (n <= 0)
        return (int)n;
    unlink_node(ODICT(self)->nodes, (uint32_t)n);
    ODICT(self)->state++;
    vv_clearref(t, &ODICT(self)->nodes[n].key);
    return 1;
}

/* Stores into an entry found, or into a new one (-1). */
static int put(vv_thread *t, vv_ref self, int64_t ix, vv_ref key, vv_hash hash, vv_ref value) {
    if (vv_dict_store_at(t, self, ix, key, hash, value) < 0)
        return -1;
    int64_t at = ix < 0 ? (int64_t)VV_DICT(self)->keys->used - 1 : ix;
    if (add_node(t, self, at) == 0)
        return 0;
    if (ix < 0)
        vv_dict_delete_at(t, self, at, hash);
    return -1;
}

/* ---- items ---- */

/* argv: dict, key, value; i[0]: hash, i[1]: is it known? */
static vv_step set_slowly(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, nf->i[1] ? vv_dict_keys_find(t, nf->argv[0], nf->argv[1], nf->i[0])
                          : vv_do_dict_find(t, nf->argv[0], nf->argv[1]));
    nf->i[0] = t->hash;
    if (vv_dict_store_at(t, nf->argv[0], t->ival, nf->argv[1], nf->i[0], nf->argv[2]) < 0)
        return VV_FAILED;
    VV_AWAIT(nf, vv_dict_keys_find(t, nf->argv[0], nf->argv[1], nf->i[0]));
    if (t->ival < 0)
        return vv_raise_value(t, VV_KeyError, nf->argv[1]);
    return add_node(t, nf->argv[0], t->ival) < 0 ? VV_FAILED : vv_return_null(t);
    VV_END(nf);
}

/* od[key] = value of an exact OrderedDict, or of what behaves as one. */
static vv_step set_item(vv_thread *t, vv_ref self, vv_ref key, vv_ref value) {
    vv_hash hash;
    int r = vv_leaf_hash(t, key, &hash);
    int64_t ix = r == 1 ? vv_dict_find_now(t, self, key, hash) : r;
    if (ix == VV_LATER)
        return vv_start3(t, set_slowly, "OrderedDict.__setitem__", self, key, value);
    return r < 0 || ix < -1 || put(t, self, ix, key, hash, value) < 0 ? VV_FAILED : vv_return_null(t);
}

/* argv: dict, key, default or NULL; i[0]: hash, i[1]: look-ups to go, i[2]: is the hash known? t->ret = the value taken out */
static vv_step take_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, nf->i[2] ? vv_dict_keys_find(t, nf->argv[0], nf->argv[1], nf->i[0])
                          : vv_do_dict_find(t, nf->argv[0], nf->argv[1]));
    nf->i[0] = t->hash;
    for (; t->ival >= 0 && nf->i[1] > 0; nf->i[1]--)
        VV_AWAIT(nf, vv_dict_keys_find(t, nf->argv[0], nf->argv[1], nf->i[0]));
    nf->i[1] = t->ival;
    nf->i[0] = drop_node(t, nf->argv[0], t->ival);
    if (nf->i[0] < 0)
        return VV_FAILED;
    if (nf->i[1] >= 0 && nf->i[0] > 0)
        return vv_return(t, vv_dict_keys_take_out(t, nf->argv[0], nf->i[1]));
    return nf->argv[2] != NULL ? vv_return(t, vv_move(&nf->argv[2])) : vv_raise_value(t, VV_KeyError, nf->argv[1]);
    VV_END(nf);
}

static vv_step start_take(vv_thread *t, vv_ref self, vv_ref key, vv_ref fallback, int times, bool known, vv_hash hash) {
    vv_native *nf = vv_push_native(t, take_native, "OrderedDict.pop", (vv_obj *[]){VV_OBJ(self), VV_OBJ(key), VV_OBJ(fallback)}, 3);
    if (nf == NULL)
        return VV_FAILED;
    nf->i[0] = hash;
    nf->i[1] = times - 1;
    nf->i[2] = known;
    return VV_PUSHED;
}

static vv_step delete_native(vv_thread *t, vv_native *nf) { /* argv: dict, key */
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_dict_find(t, nf->argv[0], nf->argv[1]));
    nf->i[0] = t->hash;
    VV_AWAIT(nf, vv_dict_keys_find(t, nf->argv[0], nf->argv[1], nf->i[0]));
    if (t->ival < 0)
        return vv_raise_value(t, VV_KeyError, nf->argv[1]);
    nf->i[1] = t->ival;
    if (drop_node(t, nf->argv[0], nf->i[1]) < 0)
        return VV_FAILED;
    vv_dict_delete_at(t, nf->argv[0], nf->i[1], nf->i[0]);
    return vv_return_null(t);
    VV_END(nf);
}

static vv_step odict_setitem(vv_thread *t, vv_ref self, vv_ref key, vv_ref value) {
    return value != NULL ? set_item(t, self, key, value) : vv_start2(t, delete_native, "OrderedDict.__delitem__", self, key);
}

static vv_step odict_pop(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, start_take(t, nf->argv[0], nf->argv[1], nf->argv[2], 3, false, 0));
    return VV_READY;
    VV_END(nf);
}

static vv_step odict_popitem(vv_thread *t, vv_native *nf) { /* argv: dict, last; slot[0]: key; i[0]: node */
    VV_BEGIN(nf);
    t->ival = 1;
    if (nf->argv[1] != NULL)
        VV_AWAIT(nf, vv_do_truth(t, nf->argv[1]));
    nf->i[0] = end_of(nf->argv[0], t->ival != 0);
    if (nf->i[0] == 0)
        return vv_raise_step(t, VV_KeyError, "dictionary is empty");
    nf->slot[0] = vv_newref(ODICT(nf->argv[0])->nodes[nf->i[0]].key);
    VV_AWAIT(nf, start_take(t, nf->argv[0], nf->slot[0], NULL, 3, true, ODICT(nf->argv[0])->nodes[nf->i[0]].hash));
    nf->slot[1] = vv_take_ret(t);
    return vv_return(t, vv_tuple_pack(t, 2, nf->slot[0], nf->slot[1]));
    VV_END(nf);
}

static vv_step odict_move_to_end(vv_thread *t, vv_native *nf) { /* argv: dict, key, last; i[0]: last? i[1]: node */
    VV_BEGIN(nf);
    t->ival = 1;
    if (nf->argv[2] != NULL)
        VV_AWAIT(nf, vv_do_truth(t, nf->argv[2]));
    nf->i[0] = t->ival;
    nf->i[1] = end_of(nf->argv[0], nf->i[0] != 0);
    if (nf->i[1] == 0)
        return vv_raise_value(t, VV_KeyError, nf->argv[1]);
    if (ODICT(nf->argv[0])->nodes[nf->i[1]].key != nf->argv[1]) {
        VV_AWAIT(nf, vv_do_dict_find(t, nf->argv[0], nf->argv[1]));
        nf->i[1] = node_of(t, nf->argv[0], t->ival);
        if (nf->i[1] <= 0)
            return nf->i[1] < 0 ? VV_FAILED : vv_raise_value(t, VV_KeyError, nf->argv[1]);
        if (nf->i[1] != end_of(nf->argv[0], nf->i[0] != 0)) {
            unlink_node(ODICT(nf->argv[0])->nodes, (uint32_t)nf->i[1]);
            link_node(ODICT(nf->argv[0])->nodes, (uint32_t)nf->i[1], nf->i[0] != 0);
            ODICT(nf->argv[0])->state++;
        }
    }
    return vv_return_none(t);
    VV_END(nf);
}

/* argv: dict, key, default. A subclass is asked by its own methods. */
static vv_step odict_setdefault(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (nf->argv[2] == NULL)
        nf->argv[2] = vv_none(t);
    if (VV_IS(t, nf->argv[0], ORDERED_DICT)) {
        VV_AWAIT(nf, vv_do_dict_get(t, nf->argv[0], nf->argv[1]));
        if (t->ret != NULL)
            return VV_READY;
        VV_AWAIT(nf, set_item(t, nf->argv[0], nf->argv[1], nf->argv[2]));
    } else {
        VV_AWAIT(nf, vv_do_contains(t, nf->argv[0], nf->argv[1]));
        if (t->ival != 0) {
            VV_AWAIT(nf, vv_do_getitem(t, nf->argv[0], nf->argv[1]));
            return VV_READY;
        }
        VV_AWAIT(nf, vv_do_setitem(t, nf->argv[0], nf->argv[1], nf->argv[2]));
    }
    return vv_return(t, vv_move(&nf->argv[2]));
    VV_END(nf);
}

static vv_owned odict_clear_all(vv_thread *t, vv_obj *const *argv) {
    vv_dict_clear(t, argv[0]);
    free_nodes(t, argv[0]);
    return vv_none(t);
}

/* ---- filling ---- */

/* argv: mapping, pairs; slot: 0 iterator, 1 iterator of a pair, 2 key, 3 value; i[0]: items of the pair */
static vv_step add_pairs(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_iter(t, nf->argv[1]));
    nf->slot[0] = vv_take_ret(t);
    for (;;) {
        VV_AWAIT(nf, vv_do_next(t, nf->slot[0]));
        if (t->ret == NULL)
            break;
        vv_setref_take(t, &nf->slot[2], vv_take_ret(t));
        VV_AWAIT(nf, vv_do_iter(t, nf->slot[2]));
        vv_setref_take(t, &nf->slot[1], vv_take_ret(t));
        for (nf->i[0] = 0;; nf->i[0]++) {
            VV_AWAIT(nf, vv_do_next(t, nf->slot[1]));
            if (t->ret == NULL)
                break;
            if (nf->i[0] == 2) {
                vv_drop_ret(t);
                return vv_raise_step(t, VV_ValueError, "too many values to unpack (expected 2)");
            }
            vv_setref_take(t, &nf->slot[2 + nf->i[0]], vv_take_ret(t));
        }
        if (nf->i[0] < 2)
            return vv_raise_step(t, VV_ValueError, "need more than %d value%s to unpack", (int)nf->i[0], nf->i[0] == 1 ? "" : "s");
        VV_AWAIT(nf, vv_do_setitem(t, nf->argv[0], nf->slot[2], nf->slot[3]));
    }
    vv_clearref(t, &t->stop);
    return vv_return_null(t);
    VV_END(nf);
}

/* argv: mapping, a source of items; slot: 0 keys, items or their iterator, 1 key, 2 value */
static vv_step update_from(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (VV_IS(t, nf->argv[1], DICT)) {
        nf->slot[1] = vv_dictview_new(t, VV_T_DICT_ITEMS, nf->argv[1]);
        if (nf->slot[1] == NULL)
            return VV_FAILED;
        VV_AWAIT(nf, vv_do_list(t, nf->slot[1]));
        nf->slot[0] = vv_take_ret(t);
    } else {
        VV_AWAIT(nf, vv_do_lookup_attr(t, nf->argv[1], VV_N(t, keys)));
        nf->slot[0] = vv_take_ret(t);
        if (nf->slot[0] != NULL) {
            VV_AWAIT(nf, vv_do_call0(t, nf->slot[0]));
            vv_setref_take(t, &nf->slot[0], vv_take_ret(t));
            VV_AWAIT(nf, vv_do_iter(t, nf->slot[0]));
            vv_setref_take(t, &nf->slot[0], vv_take_ret(t));
            for (;;) {
                VV_AWAIT(nf, vv_do_next(t, nf->slot[0]));
                if (t->ret == NULL)
                    break;
                vv_setref_take(t, &nf->slot[1], vv_take_ret(t));
                VV_AWAIT(nf, vv_do_getitem(t, nf->argv[1], nf->slot[1]));
                vv_setref_take(t, &nf->slot[2], vv_take_ret(t));
                VV_AWAIT(nf, vv_do_setitem(t, nf->argv[0], nf->slot[1], nf->slot[2]));
            }
            vv_clearref(t, &t->stop);
            return vv_return_null(t);
        }
        VV_AWAIT(nf, vv_do_lookup_attr(t, nf->argv[1], VV_N(t, items)));
        nf->slot[0] = vv_take_ret(t);
        if (nf->slot[0] != NULL) {
            VV_AWAIT(nf, vv_do_call0(t, nf->slot[0]));
            vv_setref_take(t, &nf->slot[0], vv_take_ret(t));
        } else {
            nf->slot[0] = vv_newref(nf->argv[1]);
        }
    }
    VV_AWAIT(nf, vv_start2(t, add_pairs, "OrderedDict.update", nf->argv[0], nf->slot[0]));
    return vv_return_null(t);
    VV_END(nf);
}

/* argv: dict, a source or NULL, dict of keyword arguments or NULL */
static vv_step update_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    for (nf->i[0] = 1; nf->i[0] <= 2; nf->i[0]++)
        if (nf->argv[nf->i[0]] != NULL)
            VV_AWAIT(nf, vv_start2(t, update_from, "OrderedDict.update", nf->argv[0], nf->argv[nf->i[0]]));
    return vv_return_null(t);
    VV_END(nf);
}

static vv_step odict_update(vv_thread *t, vv_native *nf) { /* argv: dict, tuple of arguments, keywords or NULL */
    VV_BEGIN(nf);
    size_t given = VV_TUPLE(nf->argv[1])->length;
    if (given > 1)
        return vv_raise_step(t, VV_TypeError, "update() takes at most 1 positional argument (%zu given)", given);
    VV_AWAIT(nf, vv_start3(t, update_native, "OrderedDict.update", nf->argv[0],
                           VV_TUPLE(nf->argv[1])->length == 0 ? NULL : VV_TUPLE(nf->argv[1])->items[0], nf->argv[2]));
    return vv_return_none(t);
    VV_END(nf);
}

static vv_step odict_init(vv_thread *t, vv_ref self, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    if (nargs > 1)
        return vv_raise_step(t, VV_TypeError, "expected at most 1 arguments, got %zu", nargs);
    VV_AUTO keywords = {t, NULL};
    if (kwnames != NULL && vv_callable_keywords(t, &keywords.o, args + nargs, kwnames) < 0)
        return VV_FAILED;
    return nargs == 0 && keywords.o == NULL
               ? vv_return_null(t)
               : vv_start3(t, update_native, "OrderedDict.__init__", self, nargs > 0 ? args[0] : NULL, keywords.o);
}

static vv_step odict_fromkeys(vv_thread *t, vv_native *nf) {
    return vv_dict_fromkeys(t, nf);
}

static vv_step or_native(vv_thread *t, vv_native *nf) { /* argv: the OrderedDict, left, right; slot[0]: result */
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_call1(t, &nf->argv[0]->type->head, nf->argv[1]));
    nf->slot[0] = vv_take_ret(t);
    VV_AWAIT(nf, vv_start2(t, update_from, "OrderedDict.__or__", nf->slot[0], nf->argv[2]));
    return vv_return(t, vv_move(&nf->slot[0]));
    VV_END(nf);
}

static vv_step odict_or(vv_thread *t, vv_ref a, vv_ref b) {
    bool first = vv_is_instance(a, VV_TYPEP(t, ORDERED_DICT));
    if (!VV_ISA(first ? b : a, DICT))
        return vv_return_not_implemented(t);
    return vv_start3(t, or_native, "OrderedDict.__or__", first ? a : b, a, b);
}

static vv_step ior_native(vv_thread *t, vv_native *nf) { /* argv: dict, other */
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_start2(t, update_from, "OrderedDict.__ior__", nf->argv[0], nf->argv[1]));
    return vv_return(t, vv_move(&nf->argv[0]));
    VV_END(nf);
}

static vv_step odict_ior(vv_thread *t, vv_ref self, vv_ref other) {
    return vv_start2(t, ior_native, "OrderedDict.__ior__", self, other);
}

/* ---- the whole ---- */

/* What follows walks the list and runs Python on the way: goes on only while the list is as it was at the beginning. */
static int64_t state_of(vv_ref self) {
    return (int64_t)((uint64_t)ODICT(self)->moves << 32 | ODICT(self)->state);
}

static int check_state(vv_thread *t, vv_ref self, int64_t state) {
    return state_of(self) == state ? 0 : vv_raise_int(t, VV_RuntimeError, "OrderedDict mutated during iteration");
}

/* argv: dict, key, value */
static vv_step start_set(vv_thread *t, vv_obj *const *argv, vv_hash hash) {
    vv_native *nf = vv_push_native(t, set_slowly, "OrderedDict.copy", argv, 3);
    if (nf == NULL)
        return VV_FAILED;
    nf->i[0] = hash;
    nf->i[1] = 1;
    return vv_native_enter(t, nf);
}

/* argv[0]: dict; slot: 0 copy, 1 key, 2 value; i[0]: node, i[1]: state, i[2]: exact? */
static vv_step odict_copy(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    nf->i[2] = VV_IS(t, nf->argv[0], ORDERED_DICT);
    VV_AWAIT(nf, vv_do_call0(t, &nf->argv[0]->type->head));
    nf->slot[0] = vv_take_ret(t);
    nf->i[1] = state_of(nf->argv[0]);
    for (nf->i[0] = end_of(nf->argv[0], false); nf->i[0] != 0; nf->i[0] = ODICT(nf->argv[0])->nodes[nf->i[0]].next) {
        vv_setref_take(t, &nf->slot[1], vv_newref(ODICT(nf->argv[0])->nodes[nf->i[0]].key));
        VV_AWAIT(nf, nf->i[2] ? vv_do_dict_get(t, nf->argv[0], nf->slot[1]) : vv_do_getitem(t, nf->argv[0], nf->slot[1]));
        if (t->ret == NULL)
            return vv_raise_value(t, VV_KeyError, nf->slot[1]);
        vv_setref_take(t, &nf->slot[2], vv_take_ret(t));
        if (check_state(t, nf->argv[0], nf->i[1]) < 0)
            return VV_FAILED;
        VV_AWAIT(nf, nf->i[2] ? start_set(t, nf->slot, ODICT(nf->argv[0])->nodes[nf->i[0]].hash)
                              : vv_do_setitem(t, nf->slot[0], nf->slot[1], nf->slot[2]));
        if (check_state(t, nf->argv[0], nf->i[1]) < 0)
            return VV_FAILED;
    }
    return vv_return(t, vv_move(&nf->slot[0]));
    VV_END(nf);
}

static vv_step odict_reduce(vv_thread *t, vv_native *nf) { /* slot[0]: state, slot[1]: iterator over the items */
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_call_method(t, nf->argv[0], VV_N(t, __getstate__), NULL, 0));
    nf->slot[0] = vv_take_ret(t);
    VV_AWAIT(nf, vv_do_call_method(t, nf->argv[0], VV_N(t, items), NULL, 0));
    nf->slot[1] = vv_take_ret(t);
    VV_AWAIT(nf, vv_do_iter(t, nf->slot[1]));
    vv_setref_take(t, &nf->slot[1], vv_take_ret(t));
    return vv_return(t, vv_tuple_pack_take(t, 5, vv_newref(&nf->argv[0]->type->head), vv_tuple_new(t, 0), vv_move(&nf->slot[0]),
                                           vv_none(t), vv_move(&nf->slot[1])));
    VV_END(nf);
}

static vv_step repr_native(vv_thread *t, vv_native *nf) { /* argv[0]: dict; slot[0]: a plain copy, then its text */
    VV_BEGIN(nf);
    {
        int r = vv_repr_enter(t, nf->argv[0]);
        if (r != 0)
            return r < 0 ? VV_FAILED : vv_return(t, vv_str_from_cstr(t, "..."));
    }
    nf->slot[0] = vv_dict_new(t);
    if (nf->slot[0] == NULL)
        goto fail;
    VV_AWAIT_CATCH(nf, vv_do_dict_merge(t, nf->slot[0], nf->argv[0], true));
    if (nf->raised)
        goto fail;
    VV_AWAIT_CATCH(nf, vv_do_repr(t, nf->slot[0]));
    if (nf->raised)
        goto fail;
    vv_setref_take(t, &nf->slot[0], vv_take_ret(t));
    vv_repr_leave(t, nf->argv[0]);
    return vv_return(t, vv_format(t, "%U(%U)", nf->argv[0]->type->name, nf->slot[0]));
fail:
    vv_repr_leave(t, nf->argv[0]);
    return VV_FAILED;
    VV_END(nf);
}

static vv_step odict_repr(vv_thread *t, vv_ref self) {
    if (VV_DICT(self)->length == 0)
        return vv_return(t, vv_format(t, "%U()", self->type->name));
    return vv_start1(t, repr_native, "OrderedDict.__repr__", self);
}

/* argv: a, b; slot: keys; i[0]: op, i[1], i[2]: nodes, i[3], i[4]: states. First as dicts, then the order. */
static vv_step compare_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, VV_TYPEP(t, DICT)->s.compare(t, nf->argv[0], nf->argv[1], (int)nf->i[0]));
    if (!vv_is_instance(nf->argv[1], VV_TYPEP(t, ORDERED_DICT)) || (t->ret == t->vm->true_) != (nf->i[0] == VV_EQ))
        return VV_READY;
    vv_drop_ret(t);
    nf->i[3] = state_of(nf->argv[0]);
    nf->i[4] = state_of(nf->argv[1]);
    nf->i[1] = end_of(nf->argv[0], false);
    nf->i[2] = end_of(nf->argv[1], false);
    while (nf->i[1] != 0 && nf->i[2] != 0) {
        vv_setref_take(t, &nf->slot[0], vv_newref(ODICT(nf->argv[0])->nodes[nf->i[1]].key));
        vv_setref_take(t, &nf->slot[1], vv_newref(ODICT(nf->argv[1])->nodes[nf->i[2]].key));
        VV_AWAIT(nf, vv_do_compare_bool(t, nf->slot[0], nf->slot[1], VV_EQ));
        if (t->ival == 0)
            return vv_return(t, vv_bool(t, nf->i[0] == VV_NE));
        if (check_state(t, nf->argv[0], nf->i[3]) < 0 || check_state(t, nf->argv[1], nf->i[4]) < 0)
            return VV_FAILED;
        nf->i[1] = ODICT(nf->argv[0])->nodes[nf->i[1]].next;
        nf->i[2] = ODICT(nf->argv[1])->nodes[nf->i[2]].next;
    }
    return vv_return(t, vv_bool(t, (nf->i[1] == nf->i[2]) == (nf->i[0] == VV_EQ)));
    VV_END(nf);
}

static vv_step odict_compare(vv_thread *t, vv_ref a, vv_ref b, int op) {
    if ((op != VV_EQ && op != VV_NE) || !vv_is_instance(a, VV_TYPEP(t, ORDERED_DICT)) || !VV_ISA(b, DICT))
        return vv_return_not_implemented(t);
    vv_native *nf = vv_push_native(t, compare_native, "OrderedDict.__eq__", (vv_obj *[]){VV_OBJ(a), VV_OBJ(b)}, 2);
    if (nf == NULL)
        return VV_FAILED;
    nf->i[0] = op;
    return VV_PUSHED;
}

static int64_t odict_size64(vv_ref self) {
    const odict *od = ODICT(self);
    return vv_dict_keys_sizeof(self) + (od->nodes == NULL ? 0 : INT64_C(8) << od->log2_size) +
           (end_of(self, false) == 0 ? 0 : 32 * (int64_t)od->dict.length);
}

static vv_owned odict_sizeof(vv_thread *t, vv_obj *const *argv) {
    return vv_int_new(t, odict_size64(argv[0]));
}

static int odict_set_dict(vv_thread *t, vv_ref self, vv_ref value) {
    if (value == NULL)
        return vv_raise_int(t, VV_TypeError, "cannot delete __dict__");
    return vv_instance_set_dict(t, self, value);
}

static int odict_traverse(vv_ref self, vv_visit visit, void *arg) {
    const odict_node *nodes = ODICT(self)->nodes;
    VV_VISIT(ODICT(self)->attributes);
    for (uint32_t n = end_of(self, false); n != 0; n = nodes[n].next)
        VV_VISIT(nodes[n].key);
    return vv_dict_keys_traverse(self, visit, arg);
}

static void odict_clear(vv_thread *t, vv_obj *self) {
    vv_clearref(t, &ODICT(self)->attributes);
    vv_dict_keys_clear(t, self);
    free_nodes(t, self);
}

static void odict_dealloc(vv_thread *t, vv_obj *self) {
    vv_clearref(t, &ODICT(self)->attributes);
    free_nodes(t, self);
    vv_dict_keys_dealloc(t, self);
}

const vv_typespec vv_ordered_dict_spec = {
    .name = "OrderedDict",
    .module = "collections",
    .base = VV_T_DICT,
    .flags = VV_TF_GC | VV_TF_BASETYPE | VV_TF_IMMUTABLE,
    .basicsize = sizeof(odict),
    .size64 = 128,
    .size64_of = odict_size64,
    .dictoffset = offsetof(odict, attributes),
    .weakoffset = offsetof(odict, weaklist),
    .doc = "A dict whose order counts in comparisons and can be changed: move_to_end(), popitem(last=False).",
    .slots = &odict_slots,
    .methods = odict_methods,
    .getset = odict_getset,
    .dealloc = odict_dealloc,
    .traverse = odict_traverse,
    .clear = odict_clear,
};

/* ---- iterators ---- */

/* The iterator at `current`; the rest as the dict is. */
static vv_owned iterator_at(vv_thread *t, int64_t kind, vv_ref dict, vv_ref current) {
    vv_obj *o = vv_new_object(t, VV_TYPEP(t, ODICT_ITERATOR), sizeof(odict_iterator));
    if (o == NULL)
        return NULL;
    odict_iterator *it = ITER(o);
    it->kind = kind;
    it->dict = vv_xnewref(dict);
    it->current = vv_xnewref(current);
    if (dict != NULL) {
        it->expected = vv_dict_length(dict);
        it->state = ODICT(dict)->state;
    }
    vv_track(t, o);
    return o;
}

static vv_owned iterator_new(vv_thread *t, vv_ref dict, int kind) {
    uint32_t n = end_of(dict, (kind & REVERSED) != 0);
    vv_obj *o = iterator_at(t, kind, dict, n == 0 ? NULL : ODICT(dict)->nodes[n].key);
    if (o != NULL && (kind & KEYS) != 0 && (kind & VALUES) != 0 && (ITER(o)->pair = vv_tuple_pack(t, 2, VV_NONE(t), VV_NONE(t))) == NULL)
        vv_clearref(t, &o);
    return o;
}

static void odictiter_dealloc(vv_thread *t, vv_obj *self) {
    vv_xdecref(t, ITER(self)->dict);
    vv_xdecref(t, ITER(self)->current);
    vv_xdecref(t, ITER(self)->pair);
    vv_free_object(t, self);
}

static int odictiter_traverse(vv_ref self, vv_visit visit, void *arg) {
    VV_VISIT(ITER(self)->dict);
    VV_VISIT(ITER(self)->current);
    VV_VISIT(ITER(self)->pair);
    return 0;
}

static vv_step odictiter_iter(vv_thread *t, vv_ref self) {
    return vv_return(t, vv_newref(self));
}

/* argv[0]: iterator; slot: 0 dict, 1 key. The key is looked up for the next one, and again for its value. */
static vv_step next_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    nf->slot[0] = vv_newref(ITER(nf->argv[0])->dict);
    nf->slot[1] = vv_newref(ITER(nf->argv[0])->current);
    VV_AWAIT(nf, vv_do_dict_find(t, nf->slot[0], nf->slot[1]));
    odict_iterator *it = ITER(nf->argv[0]);
    nf->i[0] = node_of(t, nf->slot[0], t->ival);
    if (nf->i[0] < 0)
        return VV_FAILED;
    const odict_node *nodes = ODICT(nf->slot[0])->nodes;
    uint32_t n = nf->i[0] == 0 ? 0 : (it->kind & REVERSED) != 0 ? nodes[nf->i[0]].prev : nodes[nf->i[0]].next;
    vv_setref_take(t, &it->current, n == 0 ? NULL : vv_newref(nodes[n].key));
    if (nf->i[0] == 0)
        return vv_raise_value(t, VV_KeyError, nf->slot[1]);
    if ((it->kind & VALUES) == 0)
        return vv_return(t, vv_move(&nf->slot[1]));
    VV_AWAIT(nf, vv_do_dict_get(t, nf->slot[0], nf->slot[1]));
    if (t->ret == NULL) {
        vv_clearref(t, &ITER(nf->argv[0])->current);
        return vv_raise_value(t, VV_KeyError, nf->slot[1]);
    }
    if ((ITER(nf->argv[0])->kind & KEYS) == 0)
        return VV_READY;
    nf->slot[2] = vv_take_ret(t);
    return vv_return(t, vv_pair_again(t, ITER(nf->argv[0])->pair, nf->slot[1], nf->slot[2]));
    VV_END(nf);
}

static vv_step odictiter_next(vv_thread *t, vv_ref self) {
    odict_iterator *it = ITER(self);
    if (it->dict == NULL)
        return vv_return_null(t);
    bool changed = it->current != NULL && it->state != ODICT(it->dict)->state;
    if (it->current == NULL || changed) {
        vv_clearref(t, &it->dict);
        return changed ? vv_raise_step(t, VV_RuntimeError, "OrderedDict mutated during iteration") : vv_return_null(t);
    }
    if (it->expected != vv_dict_length(it->dict)) {
        it->expected = SIZE_MAX; /* it stays broken */
        return vv_raise_step(t, VV_RuntimeError, "OrderedDict changed size during iteration");
    }
    vv_native *nf = vv_push_native(t, next_native, "odict_iterator.__next__", (vv_obj *[]){VV_OBJ(self)}, 1);
    return nf == NULL ? VV_FAILED : vv_native_enter(t, nf);
}

static vv_step odictiter_reduce(vv_thread *t, vv_native *nf) { /* slot[0]: a copy of the iterator, then what it gives */
    VV_BEGIN(nf);
    const odict_iterator *it = ITER(nf->argv[0]);
    nf->slot[0] = iterator_at(t, it->kind, it->dict, it->current);
    if (nf->slot[0] == NULL)
        return VV_FAILED;
    ITER(nf->slot[0])->expected = it->expected;
    ITER(nf->slot[0])->state = it->state;
    VV_AWAIT(nf, vv_do_list(t, nf->slot[0]));
    vv_setref_take(t, &nf->slot[0], vv_take_ret(t));
    return vv_return(t, vv_iterator_reduce(t, "iter", nf->slot[0], NULL));
    VV_END(nf);
}

const vv_typespec vv_odict_iterator_spec = {
    .name = "odict_iterator",
    .base = VV_T_OBJECT,
    .flags = VV_TF_GC | VV_TF_IMMUTABLE | VV_TF_NO_NEW,
    .basicsize = sizeof(odict_iterator),
    .size64 = 80,
    .slots = &odictiter_slots,
    .methods = odictiter_methods,
    .dealloc = odictiter_dealloc,
    .traverse = odictiter_traverse,
};

static vv_step odict_iter(vv_thread *t, vv_ref self) {
    return vv_return(t, iterator_new(t, self, KEYS));
}

static vv_owned odict_reversed(vv_thread *t, vv_obj *const *argv) {
    return iterator_new(t, argv[0], KEYS | REVERSED);
}

/* ---- views ---- */

#define VIEW(part, ID, bits)                                                                                           \
    static vv_owned odict_##part(vv_thread *t, vv_obj *const *argv) {                                                  \
        return vv_dictview_new(t, VV_T_ODICT_##ID, argv[0]);                                                           \
    }                                                                                                                  \
    static vv_step odict_##part##_view_iter(vv_thread *t, vv_ref self) {                                               \
        return vv_return(t, iterator_new(t, VV_DICTVIEW(self)->dict, bits));                                           \
    }                                                                                                                  \
    static vv_owned odict_##part##_view_reversed(vv_thread *t, vv_obj *const *argv) {                                  \
        return iterator_new(t, VV_DICTVIEW(argv[0])->dict, (bits) | REVERSED);                                         \
    }                                                                                                                  \
    const vv_typespec vv_odict_##part##_spec = {                                                                       \
        .name = "odict_" #part,                                                                                        \
        .base = VV_T_DICT_##ID,                                                                                        \
        .flags = VV_TF_GC | VV_TF_IMMUTABLE | VV_TF_NO_NEW,                                                            \
        .basicsize = sizeof(vv_dictview),                                                                              \
        .size64 = 40,                                                                                                  \
        .slots = &odict_##part##_view_slots,                                                                           \
        .methods = odict_##part##_view_methods,                                                                        \
    }
VIEW(keys, KEYS, KEYS);
VIEW(values, VALUES, VALUES);
VIEW(items, ITEMS, KEYS | VALUES);
