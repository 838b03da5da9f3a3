/* set.c - the hash table under set and frozenset, and set algebra over it.
 *
 * Open addressing: from hash & mask a run of up to 9 neighbours is tried, then i = 5 i + 1 + perturb. A table is kept
 * below 3/5 full and grows to four times its keys (twice beyond 50000), so the order of iteration is CPython 3.12's.
 *
 * Invariants: an entry is empty (key NULL, hash 0), a dummy (key = the marker below, hash -1) or in use (key owned);
 * fill = in use + dummies; there is always an empty entry. The marker is the address of a constant, never an object.
 *
 * All algebra that may meet keys with Python's own __eq__ is one native frame, `walk`: for every key of a source do one
 * action on a target. Sources that are sets or dicts are walked by position and give their stored hashes.
 */
#include "types/set.h"

#include <string.h>

#include "object/alloc.h"
#include "object/error.h"
#include "object/tracer.h"
#include "types/dict_keys.h"
#include "types/leaf.h"
#include "types/set_ops.h"
#include "types/str.h"

enum { LINEAR_PROBES = 9, PERTURB_SHIFT = 5 };

static const vv_obj dummy_marker;
#define DUMMY VV_OBJ(&dummy_marker)

static inline bool in_use(const vv_set_entry *e) {
    return e->key != NULL && e->key != DUMMY;
}

/* ---- table ---- */

/* Where the search for a hash goes on after position i of its sequence; the entry itself is table[i]. */
typedef struct probe {
    size_t i, base;
    uint64_t perturb;
    int left;
} probe;

static inline probe probe_start(vv_hash hash, size_t mask) {
    size_t base = (size_t)hash & mask;
    return (probe){.i = base, .base = base, .perturb = (uint64_t)hash, .left = base + LINEAR_PROBES <= mask ? LINEAR_PROBES : 0};
}

static inline void probe_next(probe *p, size_t mask) {
    if (p->left-- > 0) {
        p->i++;
        return;
    }
    p->perturb >>= PERTURB_SHIFT;
    p->base = (p->base * 5 + 1 + (size_t)p->perturb) & mask;
    p->i = p->base;
    p->left = p->base + LINEAR_PROBES <= mask ? LINEAR_PROBES : 0;
}

/* Puts a key into a table that holds neither it nor dummies. */
static void insert_clean(vv_set_entry *table, size_t mask, vv_obj *key, vv_hash hash) {
    probe p = probe_start(hash, mask);
    while (table[p.i].key != NULL)
        probe_next(&p, mask);
    table[p.i].key = key;
    table[p.i].hash = hash;
}

static int resize(vv_thread *t, vv_set *s, size_t min_used) {
    size_t size = VV_SET_MINSIZE;
    while (size <= min_used)
        size <<= 1;
    vv_set_entry few[VV_SET_MINSIZE], *old = s->table, *table;
    size_t old_mask = s->mask;
    if (size == VV_SET_MINSIZE) {
        table = s->small;
        if (old == table) {
            if (s->fill == s->used)
                return 0;
            memcpy(few, old, sizeof few);
            old = few;
        }
    } else {
        if (size > SIZE_MAX / 4 / sizeof(vv_set_entry)) {
            vv_raise_memory(t);
            return -1;
        }
        table = vv_alloc(t, size * sizeof(vv_set_entry));
        if (table == NULL)
            return -1;
        vv_trace_size(t, table, (int64_t)size * 16);
    }
    memset(table, 0, size * sizeof(vv_set_entry));
    for (size_t k = 0; k <= old_mask; k++)
        if (in_use(&old[k]))
            insert_clean(table, size - 1, old[k].key, old[k].hash);
    if (old != few && old != s->small)
        vv_free(t, old);
    s->table = table;
    s->mask = size - 1;
    s->fill = s->used;
    s->mutations++;
    return 0;
}

static int grow(vv_thread *t, vv_set *s) {
    return resize(t, s, s->used > 50000 ? s->used * 2 : s->used * 4);
}

/* Room for n more keys before a merge. */
static int reserve(vv_thread *t, vv_set *s, size_t n) {
    return (s->fill + n) * 5 < s->mask * 3 ? 0 : resize(t, s, (s->used + n) * 2);
}

/* May the search for a hash end at this entry? */
static inline bool stops(const vv_set_entry *e, vv_hash hash) {
    return (e->hash == hash) | (e->hash == 0); /* mostly that is all there is to read */
}

/* Entry of a key: >= 0; -1 absent; VV_LATER; -3 exception. */
static inline int64_t find_now(vv_thread *t, const vv_set *s, vv_ref key, vv_hash hash) {
    const vv_set_entry *table = s->table;
    const size_t mask = s->mask;
    uint64_t perturb = (uint64_t)hash;
    for (size_t i = (size_t)hash & mask;; i = (i * 5 + 1 + (size_t)perturb) & mask) { /* as `probe`, in registers */
        const vv_set_entry *e = &table[i], *last = i + LINEAR_PROBES <= mask ? e + LINEAR_PROBES : e;
        for (;; e++) {
            if (e->hash == hash) {
                if (e->key == key)
                    return e - table;
                if (e->key == NULL)
                    return -1;
                int r = vv_leaf_equal(t, e->key, key);
                if (r == 1)
                    return e - table;
                if (r != 0)
                    return r == VV_LATER ? VV_LATER : -3;
            } else if (e->hash == 0 && e->key == NULL) {
                return -1;
            }
            while (last - e >= 3 && !stops(e + 1, hash) && !stops(e + 2, hash) && !stops(e + 3, hash))
                e += 3; /* three at a time: in WebAssembly each turn of a loop costs more than an entry */
            if (e == last)
                break;
        }
        perturb >>= PERTURB_SHIFT;
    }
}

/* Adds a key that is not there: in the last dummy its search passes, else in the first empty entry. */
static int insert(vv_thread *t, vv_set *s, vv_ref key, vv_hash hash) {
    vv_set_entry *e = NULL, *table = s->table;
    const size_t mask = s->mask;
    uint64_t perturb = (uint64_t)hash;
    for (size_t i = (size_t)hash & mask;; i = (i * 5 + 1 + (size_t)perturb) & mask) {
        vv_set_entry *at = &table[i], *last = i + LINEAR_PROBES <= mask ? at + LINEAR_PROBES : at;
        for (; at <= last; at++) {
            if (at->key == DUMMY)
                e = at;
            if (at->key != NULL)
                continue;
            s->used++;
            s->mutations++;
            bool fresh = e == NULL;
            if (fresh) {
                e = at;
                s->fill++;
            }
            e->key = vv_newref(key);
            e->hash = hash;
            return !fresh || s->fill * 5 < mask * 3 ? 0 : grow(t, s);
        }
        perturb >>= PERTURB_SHIFT;
    }
}

static void remove_at(vv_thread *t, vv_set *s, size_t i) {
    vv_obj *key = s->table[i].key;
    s->table[i].key = DUMMY;
    s->table[i].hash = -1;
    s->used--;
    s->mutations++;
    vv_decref(t, key);
}

/* ---- making ---- */

vv_owned vv_set_of_type(vv_thread *t, vv_type *type) {
    vv_obj *o = vv_new_object(t, type, type->basicsize);
    if (o == NULL)
        return NULL;
    VV_SET(o)->mask = VV_SET_MINSIZE - 1;
    VV_SET(o)->table = VV_SET(o)->small;
    VV_SET(o)->hash = -1;
    vv_track(t, o);
    return o;
}

vv_owned vv_set_new(vv_thread *t) {
    return vv_set_of_type(t, VV_TYPEP(t, SET));
}

vv_owned vv_frozenset_new(vv_thread *t) {
    return vv_set_of_type(t, VV_TYPEP(t, FROZENSET));
}

vv_type *vv_set_base_type(vv_thread *t, vv_ref o) {
    return vv_is_instance(o, VV_TYPEP(t, FROZENSET)) ? VV_TYPEP(t, FROZENSET) : VV_TYPEP(t, SET);
}

/* Merges a set into an empty one that has no dummies. */
static void copy_into_empty(vv_set *s, const vv_set *from) {
    if (s->mask == from->mask && from->fill == from->used) {
        memcpy(s->table, from->table, (from->mask + 1) * sizeof(vv_set_entry));
        for (size_t k = 0; k <= s->mask; k++)
            if (s->table[k].key != NULL)
                vv_incref(s->table[k].key);
    } else {
        for (size_t k = 0; k <= from->mask; k++)
            if (in_use(&from->table[k]))
                insert_clean(s->table, s->mask, vv_newref(from->table[k].key), from->table[k].hash);
    }
    s->fill = s->used = from->used;
    s->mutations++;
}

vv_owned vv_set_copy(vv_thread *t, vv_type *type, vv_ref set) {
    vv_obj *o = vv_set_of_type(t, type);
    if (o == NULL || VV_SET(set)->used == 0)
        return o;
    if (reserve(t, VV_SET(o), VV_SET(set)->used) < 0) {
        vv_decref(t, o);
        return NULL;
    }
    copy_into_empty(VV_SET(o), VV_SET(set));
    return o;
}

void vv_set_clear(vv_thread *t, vv_ref set) {
    vv_set *s = VV_SET(set);
    vv_set_entry few[VV_SET_MINSIZE], *table = s->table;
    size_t mask = s->mask;
    if (table == NULL || s->fill == 0)
        return;
    if (table == s->small) {
        memcpy(few, table, sizeof few);
        table = few;
    }
    memset(s->small, 0, sizeof s->small);
    s->table = s->small;
    s->mask = VV_SET_MINSIZE - 1;
    s->fill = s->used = 0;
    s->hash = -1;
    s->mutations++;
    for (size_t k = 0; k <= mask; k++)
        if (in_use(&table[k]))
            vv_decref(t, table[k].key);
    if (table != few)
        vv_free(t, table);
}

void vv_set_swap(vv_ref a, vv_ref b) {
    vv_set *x = VV_SET(a), *y = VV_SET(b), old = *x;
    bool x_small = x->table == x->small, y_small = y->table == y->small;
    x->fill = y->fill, x->used = y->used, x->mask = y->mask, x->table = y_small ? x->small : y->table;
    memcpy(x->small, y->small, sizeof x->small);
    y->fill = old.fill, y->used = old.used, y->mask = old.mask, y->table = x_small ? y->small : old.table;
    memcpy(y->small, old.small, sizeof y->small);
    x->hash = y->hash = -1;
    x->mutations++;
    y->mutations++;
}

vv_owned vv_set_pop(vv_thread *t, vv_ref set) {
    (void)t;
    vv_set *s = VV_SET(set);
    if (s->used == 0)
        return NULL;
    size_t i = s->finger & s->mask;
    while (!in_use(&s->table[i]))
        i = (i + 1) & s->mask;
    vv_obj *key = s->table[i].key;
    s->table[i].key = DUMMY;
    s->table[i].hash = -1;
    s->used--;
    s->mutations++;
    s->finger = i + 1;
    return key;
}

void vv_set_dealloc(vv_thread *t, vv_obj *self) {
    vv_set_clear(t, self);
    vv_free_object(t, self);
}

int vv_set_traverse(vv_ref self, vv_visit visit, void *arg) {
    const vv_set *s = VV_SET(self);
    for (size_t k = 0; s->table != NULL && k <= s->mask; k++)
        if (in_use(&s->table[k]))
            VV_VISIT(s->table[k].key);
    return 0;
}

int64_t vv_set_sizeof(vv_ref set) {
    const vv_set *s = VV_SET(set);
    return vv_object_plain64(set) + (s->table == s->small ? 0 : ((int64_t)s->mask + 1) * 16);
}

static uint64_t shuffle_bits(uint64_t h) {
    return ((h ^ UINT64_C(89869747)) ^ (h << 16)) * UINT64_C(3644798167);
}

vv_hash vv_set_frozen_hash(vv_ref set) {
    vv_set *s = VV_SET(set);
    if (s->hash != -1)
        return s->hash;
    uint64_t hash = 0;
    for (size_t k = 0; k <= s->mask; k++)
        if (in_use(&s->table[k]))
            hash ^= shuffle_bits((uint64_t)s->table[k].hash);
    hash ^= ((uint64_t)s->used + 1) * UINT64_C(1927868237);
    hash ^= (hash >> 11) ^ (hash >> 25);
    hash = hash * UINT64_C(69069) + UINT64_C(907133923);
    return s->hash = hash == UINT64_MAX ? 590923713 : (vv_hash)hash;
}

/* ---- now ---- */

int vv_set_add_now(vv_thread *t, vv_ref set, vv_ref key) {
    vv_hash hash;
    int r = vv_leaf_hash(t, key, &hash);
    if (r != 1)
        return r;
    int64_t at = find_now(t, VV_SET(set), key, hash);
    if (at != -1)
        return at >= 0 ? 0 : at == VV_LATER ? VV_LATER : -1;
    return insert(t, VV_SET(set), key, hash) < 0 ? -1 : 1;
}

int vv_set_contains_hashed(vv_thread *t, vv_ref set, vv_ref key, vv_hash hash) {
    int64_t at = find_now(t, VV_SET(set), key, hash);
    return at >= -1 ? at >= 0 : at == VV_LATER ? VV_LATER : -1;
}

int vv_set_contains_now(vv_thread *t, vv_ref set, vv_ref key) {
    vv_hash hash;
    int r = vv_leaf_hash(t, key, &hash);
    return r == 1 ? vv_set_contains_hashed(t, set, key, hash) : r;
}

int vv_set_discard_now(vv_thread *t, vv_ref set, vv_ref key) {
    vv_hash hash;
    int r = vv_leaf_hash(t, key, &hash);
    if (r != 1)
        return r;
    int64_t at = find_now(t, VV_SET(set), key, hash);
    if (at < 0)
        return at == -1 ? 0 : at == VV_LATER ? VV_LATER : -1;
    remove_at(t, VV_SET(set), (size_t)at);
    return 1;
}

bool vv_set_next(vv_ref set, size_t *pos, vv_ref *key, vv_hash *hash) {
    const vv_set *s = VV_SET(set);
    for (size_t k = *pos; k <= s->mask; k++) {
        if (!in_use(&s->table[k]))
            continue;
        *pos = k + 1;
        *key = s->table[k].key;
        if (hash != NULL)
            *hash = s->table[k].hash;
        return true;
    }
    *pos = s->mask + 1;
    return false;
}

/* ---- look-ups as steps ---- */

/* argv: set, key; slot[0]: the key compared with. i[0]: hash, i[1]: position in the probe sequence, i[2]: entry at hand,
 * i[3]: mutations when the probe began, i[5]: is the hash known? The sequence is walked anew after each comparison (it is
 * short), and begins again if the comparison changed the set. t->ival = entry or -1, t->hash = hash. */
static vv_step find_slowly(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (nf->i[5] == 0) {
        VV_AWAIT(nf, vv_do_hash(t, nf->argv[1]));
        nf->i[0] = t->ival;
    }
restart:
    nf->i[1] = 0;
    for (;;) {
        {
            const vv_set *s = VV_SET(nf->argv[0]);
            probe p = probe_start(nf->i[0], s->mask);
            int64_t skip = nf->i[1];
            for (; skip > 0; skip--)
                probe_next(&p, s->mask);
            while (s->table[p.i].key != NULL && s->table[p.i].hash != nf->i[0]) {
                probe_next(&p, s->mask);
                nf->i[1]++;
            }
            t->hash = nf->i[0];
            if (s->table[p.i].key == NULL)
                return vv_return_int(t, -1);
            if (s->table[p.i].key == nf->argv[1])
                return vv_return_int(t, (int64_t)p.i);
            nf->i[2] = (int64_t)p.i;
            nf->i[3] = (int64_t)s->mask;
            vv_setref_take(t, &nf->slot[0], vv_newref(s->table[p.i].key));
        }
        VV_AWAIT(nf, vv_do_compare_bool(t, nf->slot[0], nf->argv[1], VV_EQ));
        if ((int64_t)VV_SET(nf->argv[0])->mask != nf->i[3] || VV_SET(nf->argv[0])->table[nf->i[2]].key != nf->slot[0])
            goto restart;
        if (t->ival != 0) {
            t->hash = nf->i[0];
            return vv_return_int(t, nf->i[2]);
        }
        nf->i[1]++;
    }
    VV_END(nf);
}

static vv_step start_find(vv_thread *t, vv_ref set, vv_ref key, bool known, vv_hash hash) {
    vv_native *nf = vv_push_native(t, find_slowly, "set look-up", (vv_obj *[]){VV_OBJ(set), VV_OBJ(key)}, 2);
    if (nf == NULL)
        return VV_FAILED;
    nf->i[0] = hash;
    nf->i[5] = known;
    return VV_PUSHED;
}

static vv_step find_hashed(vv_thread *t, vv_ref set, vv_ref key, vv_hash hash) {
    int64_t at = find_now(t, VV_SET(set), key, hash);
    if (at == VV_LATER)
        return start_find(t, set, key, true, hash);
    t->hash = hash;
    return at < -1 ? VV_FAILED : vv_return_int(t, at);
}

static vv_step do_find(vv_thread *t, vv_ref set, vv_ref key) {
    vv_hash hash;
    int r = vv_hash_now(t, key, &hash);
    return r == 1 ? find_hashed(t, set, key, hash) : r == VV_LATER ? start_find(t, set, key, false, 0) : VV_FAILED;
}

enum { CONTAINS, ADD, DISCARD }; /* what is done at a found or missing key; the answer is t->ival */

static vv_step finish(vv_thread *t, int what, vv_ref set, vv_ref key, int64_t at, vv_hash hash) {
    switch (what) {
    case CONTAINS:
        return vv_return_int(t, at >= 0);
    case ADD:
        if (at < 0 && insert(t, VV_SET(set), key, hash) < 0)
            return VV_FAILED;
        return vv_return_int(t, at < 0);
    default:
        if (at >= 0)
            remove_at(t, VV_SET(set), (size_t)at);
        return vv_return_int(t, at >= 0);
    }
}

static vv_step one_slowly(vv_thread *t, vv_native *nf) { /* argv: set, key; i[0]: what */
    VV_BEGIN(nf);
    VV_AWAIT(nf, do_find(t, nf->argv[0], nf->argv[1]));
    return finish(t, (int)nf->i[0], nf->argv[0], nf->argv[1], t->ival, t->hash);
    VV_END(nf);
}

static vv_step one(vv_thread *t, int what, const char *name, vv_ref set, vv_ref key) {
    vv_hash hash;
    int r = vv_hash_now(t, key, &hash);
    if (r == -1)
        return VV_FAILED;
    int64_t at = r == VV_LATER ? VV_LATER : find_now(t, VV_SET(set), key, hash);
    if (at >= -1)
        return finish(t, what, set, key, at, hash);
    if (at != VV_LATER)
        return VV_FAILED;
    vv_native *nf = vv_push_native(t, one_slowly, name, (vv_obj *[]){VV_OBJ(set), VV_OBJ(key)}, 2);
    if (nf == NULL)
        return VV_FAILED;
    nf->i[0] = what;
    return VV_PUSHED;
}

vv_step vv_do_set_contains(vv_thread *t, vv_ref set, vv_ref key) {
    return one(t, CONTAINS, "set.__contains__", set, key);
}

vv_step vv_do_set_add(vv_thread *t, vv_ref set, vv_ref key) {
    return one(t, ADD, "set.add", set, key);
}

vv_step vv_do_set_discard(vv_thread *t, vv_ref set, vv_ref key) {
    return one(t, DISCARD, "set.discard", set, key);
}

/* ---- algebra ---- */

/* What `walk` does with each key of the source. */
enum action {
    PUT,         /* add it to the target */
    TAKE,        /* discard it from the target */
    TOGGLE,      /* discard it from the target, or add it if it was not there */
    KEEP_COMMON, /* if it is in the target, add it to the result */
    KEEP_OTHER,  /* if it is not in the target (a set or dict), add it to the result */
    ALL_IN,      /* answer 0 if it is not in the target */
    NONE_IN,     /* answer 0 if it is in the target */
};
enum { FROM_SET, FROM_DICT, FROM_ITERATOR };

static vv_step find_in(vv_thread *t, vv_ref target, vv_ref key, vv_hash hash) {
    return VV_ISA(target, SET) ? find_hashed(t, target, key, hash) : vv_dict_keys_find(t, target, key, hash);
}

/* argv: source, target, result or NULL. i[0]: enum action, i[1]: kind of source, i[2]: position, i[3]: hash of the key at
 * hand; slot[0]: iterator, slot[1]: key. t->ret = NULL; t->ival = 1 unless ALL_IN or NONE_IN answered 0. */
static vv_step walk(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (nf->i[1] == FROM_ITERATOR) {
        VV_AWAIT(nf, vv_do_iter(t, nf->argv[0]));
        nf->slot[0] = vv_take_ret(t);
    }
    for (;;) {
        if (nf->i[1] == FROM_ITERATOR) {
            VV_AWAIT(nf, vv_do_next(t, nf->slot[0]));
            if (t->ret == NULL)
                break;
            vv_setref_take(t, &nf->slot[1], vv_take_ret(t));
            if (nf->i[0] == PUT) { /* most keys need no more */
                int r = vv_set_add_now(t, nf->argv[1], nf->slot[1]);
                if (r == -1)
                    return VV_FAILED;
                if (r != VV_LATER)
                    continue;
            }
            VV_AWAIT(nf, vv_do_hash(t, nf->slot[1]));
            nf->i[3] = t->ival;
        } else {
            size_t pos = (size_t)nf->i[2];
            vv_ref key;
            if (!(nf->i[1] == FROM_SET ? vv_set_next(nf->argv[0], &pos, &key, &nf->i[3])
                                       : vv_dict_next(nf->argv[0], &pos, &key, NULL, &nf->i[3])))
                break;
            nf->i[2] = (int64_t)pos;
            vv_setref_take(t, &nf->slot[1], vv_newref(key));
        }
        VV_AWAIT(nf, find_in(t, nf->argv[1], nf->slot[1], nf->i[3]));
        switch (nf->i[0]) { /* no await in here */
        case PUT:
            if (t->ival < 0 && insert(t, VV_SET(nf->argv[1]), nf->slot[1], nf->i[3]) < 0)
                return VV_FAILED;
            continue;
        case TAKE:
            if (t->ival >= 0)
                remove_at(t, VV_SET(nf->argv[1]), (size_t)t->ival);
            continue;
        case TOGGLE:
            if (t->ival >= 0)
                remove_at(t, VV_SET(nf->argv[1]), (size_t)t->ival);
            else if (insert(t, VV_SET(nf->argv[1]), nf->slot[1], nf->i[3]) < 0)
                return VV_FAILED;
            continue;
        case ALL_IN:
            if (t->ival < 0)
                return vv_return_int(t, 0);
            continue;
        case NONE_IN:
            if (t->ival >= 0)
                return vv_return_int(t, 0);
            continue;
        case KEEP_COMMON:
            if (t->ival < 0)
                continue;
            break;
        default:
            if (t->ival >= 0)
                continue;
            break;
        }
        VV_AWAIT(nf, find_hashed(t, nf->argv[2], nf->slot[1], nf->i[3]));
        if (t->ival < 0 && insert(t, VV_SET(nf->argv[2]), nf->slot[1], nf->i[3]) < 0)
            return VV_FAILED;
    }
    vv_clearref(t, &t->stop);
    return vv_return_int(t, 1);
    VV_END(nf);
}

/* PUT from a set as far as it goes without Python: the position where a frame goes on, SIZE_MAX at the end; false: failed. */
static bool put_now(vv_thread *t, vv_ref source, vv_ref target, size_t *ret) {
    const vv_set *s = VV_SET(source);
    for (size_t k = 0; k <= s->mask; k++) {
        if (!in_use(&s->table[k]))
            continue;
        int64_t at = find_now(t, VV_SET(target), s->table[k].key, s->table[k].hash);
        *ret = k;
        if (at < -1)
            return at == VV_LATER;
        if (at == -1 && insert(t, VV_SET(target), s->table[k].key, s->table[k].hash) < 0)
            return false;
    }
    *ret = SIZE_MAX;
    return true;
}

static vv_step start_walk_at(vv_thread *t, enum action action, vv_ref source, vv_ref target, vv_ref result, size_t pos) {
    vv_native *nf =
        vv_push_native(t, walk, "set operation", (vv_obj *[]){VV_OBJ(source), VV_OBJ(target), VV_OBJ(result)}, 3);
    if (nf == NULL)
        return VV_FAILED;
    nf->i[0] = action;
    nf->i[1] = VV_ISA(source, SET) ? FROM_SET : VV_IS(t, source, DICT) ? FROM_DICT : FROM_ITERATOR;
    nf->i[2] = (int64_t)pos;
    return VV_PUSHED;
}

static vv_step start_walk(vv_thread *t, enum action action, vv_ref source, vv_ref target, vv_ref result) {
    return start_walk_at(t, action, source, target, result, 0);
}

static inline vv_step done(vv_thread *t) {
    t->ival = 1;
    return vv_return_null(t);
}

vv_step vv_do_set_update(vv_thread *t, vv_ref set, vv_ref iterable) {
    vv_set *s = VV_SET(set);
    if (VV_ISA(iterable, SET)) {
        const vv_set *from = VV_SET(iterable);
        if (from == s || from->used == 0)
            return done(t);
        if (reserve(t, s, from->used) < 0)
            return VV_FAILED;
        if (s->fill == 0) {
            copy_into_empty(s, from);
            return done(t);
        }
        size_t pos;
        if (!put_now(t, iterable, set, &pos))
            return VV_FAILED;
        if (pos == SIZE_MAX)
            return done(t);
        return start_walk_at(t, PUT, iterable, set, NULL, pos);
    } else if (VV_IS(t, iterable, DICT)) {
        if (reserve(t, s, vv_dict_length(iterable)) < 0)
            return VV_FAILED;
    }
    return start_walk(t, PUT, iterable, set, NULL);
}

/* Tables that are a quarter dummies after many removals are made anew. */
static int tidy(vv_thread *t, vv_set *s) {
    return s->fill - s->used <= s->mask / 4 ? 0 : grow(t, s);
}

/* argv: set, source; slot[0]: what to remove */
static vv_step difference_update(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    nf->slot[0] = vv_newref(nf->argv[1]);
    if (VV_ISA(nf->argv[1], SET) && VV_SET(nf->argv[1])->used >> 3 > VV_SET(nf->argv[0])->used) {
        VV_AWAIT(nf, vv_do_set_combine(t, VV_SET_INTERSECTION, nf->argv[0], nf->argv[1])); /* far fewer to walk */
        vv_setref_take(t, &nf->slot[0], vv_take_ret(t));
    }
    VV_AWAIT(nf, start_walk(t, TAKE, nf->slot[0], nf->argv[0], NULL));
    if (tidy(t, VV_SET(nf->argv[0])) < 0)
        return VV_FAILED;
    return vv_return_null(t);
    VV_END(nf);
}

vv_step vv_do_set_difference_update(vv_thread *t, vv_ref set, vv_ref iterable) {
    if (set == iterable) {
        vv_set_clear(t, set);
        return vv_return_null(t);
    }
    return vv_start2(t, difference_update, "set.difference_update", set, iterable);
}

/* argv: set, source; slot[0]: the source as a set or dict, so that nothing is toggled twice */
static vv_step symmetric_update(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (VV_ISA(nf->argv[1], SET) || VV_IS(t, nf->argv[1], DICT)) {
        nf->slot[0] = vv_newref(nf->argv[1]);
    } else {
        nf->slot[0] = vv_set_of_type(t, vv_set_base_type(t, nf->argv[0]));
        if (nf->slot[0] == NULL)
            return VV_FAILED;
        VV_AWAIT(nf, vv_do_set_update(t, nf->slot[0], nf->argv[1]));
    }
    VV_AWAIT(nf, start_walk(t, TOGGLE, nf->slot[0], nf->argv[0], NULL));
    return vv_return_null(t);
    VV_END(nf);
}

vv_step vv_do_set_symmetric_update(vv_thread *t, vv_ref set, vv_ref iterable) {
    if (set == iterable) {
        vv_set_clear(t, set);
        return vv_return_null(t);
    }
    return vv_start2(t, symmetric_update, "set.symmetric_difference_update", set, iterable);
}

/* argv: self, other; i[0]: enum vv_set_op; slot[0]: the result */
static vv_step combine(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    nf->i[1] = VV_ISA(nf->argv[1], SET) ? (int64_t)VV_SET(nf->argv[1])->used
               : VV_IS(t, nf->argv[1], DICT) ? (int64_t)vv_dict_length(nf->argv[1]) : -1;
    nf->i[2] = (int64_t)VV_SET(nf->argv[0])->used;
    if (nf->i[0] == VV_SET_UNION || (nf->i[0] == VV_SET_INTERSECTION && nf->argv[0] == nf->argv[1]) ||
        (nf->i[0] == VV_SET_DIFFERENCE && (nf->i[1] < 0 || nf->i[2] >> 2 > nf->i[1])))
        nf->slot[0] = vv_set_copy(t, vv_set_base_type(t, nf->argv[0]), nf->argv[0]);
    else
        nf->slot[0] = vv_set_of_type(t, vv_set_base_type(t, nf->argv[0]));
    if (nf->slot[0] == NULL)
        return VV_FAILED;
    if (nf->i[0] == VV_SET_UNION) {
        VV_AWAIT(nf, vv_do_set_update(t, nf->slot[0], nf->argv[1]));
    } else if (nf->i[0] == VV_SET_INTERSECTION) {
        if (nf->argv[0] == nf->argv[1]) {
            /* the copy is it */
        } else if (VV_ISA(nf->argv[1], SET) && nf->i[1] > nf->i[2]) {
            VV_AWAIT(nf, start_walk(t, KEEP_COMMON, nf->argv[0], nf->argv[1], nf->slot[0]));
        } else {
            VV_AWAIT(nf, start_walk(t, KEEP_COMMON, nf->argv[1], nf->argv[0], nf->slot[0]));
        }
    } else if (nf->i[0] == VV_SET_DIFFERENCE) {
        if (nf->i[1] < 0 || nf->i[2] >> 2 > nf->i[1]) {
            VV_AWAIT(nf, vv_do_set_difference_update(t, nf->slot[0], nf->argv[1]));
        } else {
            VV_AWAIT(nf, start_walk(t, KEEP_OTHER, nf->argv[0], nf->argv[1], nf->slot[0]));
        }
    } else {
        VV_AWAIT(nf, vv_do_set_update(t, nf->slot[0], nf->argv[1]));
        VV_AWAIT(nf, vv_do_set_symmetric_update(t, nf->slot[0], nf->argv[0]));
    }
    return vv_return(t, vv_move(&nf->slot[0]));
    VV_END(nf);
}

/* Adds to `result` the keys of `source` that are in `target`, or that are not: 1; VV_LATER when Python must compare (the
 * result is useless then); -1. */
static int select_now(vv_thread *t, vv_ref source, vv_ref target, bool common, vv_ref result) {
    const vv_set *s = VV_SET(source);
    for (size_t k = 0; k <= s->mask; k++) {
        if (!in_use(&s->table[k]))
            continue;
        int64_t at = find_now(t, VV_SET(target), s->table[k].key, s->table[k].hash);
        if (at < -1)
            return at == VV_LATER ? VV_LATER : -1;
        if ((at >= 0) != common)
            continue;
        at = find_now(t, VV_SET(result), s->table[k].key, s->table[k].hash);
        if (at < -1)
            return at == VV_LATER ? VV_LATER : -1;
        if (at == -1 && insert(t, VV_SET(result), s->table[k].key, s->table[k].hash) < 0)
            return -1;
    }
    return 1;
}

/* The common cases of `combine` without a frame: an intersection or difference of two sets. */
static int combine_now(vv_thread *t, enum vv_set_op op, vv_ref self, vv_ref other, vv_obj **ret) {
    if ((op != VV_SET_INTERSECTION && op != VV_SET_DIFFERENCE) || self == other || !VV_ISA(other, SET))
        return VV_LATER;
    size_t n = VV_SET(self)->used, m = VV_SET(other)->used;
    if (op == VV_SET_DIFFERENCE && n >> 2 > m)
        return VV_LATER; /* a copy, less the other one */
    vv_obj *result = vv_set_of_type(t, vv_set_base_type(t, self));
    if (result == NULL)
        return -1;
    bool swapped = op == VV_SET_INTERSECTION && m <= n;
    int r = select_now(t, swapped ? other : self, swapped ? self : other, op == VV_SET_INTERSECTION, result);
    if (r == 1)
        *ret = result;
    else
        vv_decref(t, result);
    return r;
}

vv_step vv_do_set_combine(vv_thread *t, enum vv_set_op op, vv_ref self, vv_ref other) {
    vv_obj *result;
    int r = combine_now(t, op, self, other, &result);
    if (r != VV_LATER)
        return r < 0 ? VV_FAILED : vv_return(t, result);
    vv_native *nf = vv_push_native(t, combine, "set operation", (vv_obj *[]){VV_OBJ(self), VV_OBJ(other)}, 2);
    if (nf == NULL)
        return VV_FAILED;
    nf->i[0] = op;
    return VV_PUSHED;
}

vv_step vv_do_set_subset(vv_thread *t, vv_ref set, vv_ref other) {
    if (VV_SET(set)->used > VV_SET(other)->used)
        return vv_return_int(t, 0);
    return start_walk(t, ALL_IN, set, other, NULL);
}

vv_step vv_do_set_superset(vv_thread *t, vv_ref set, vv_ref iterable) {
    return VV_ISA(iterable, SET) ? vv_do_set_subset(t, iterable, set) : start_walk(t, ALL_IN, iterable, set, NULL);
}

vv_step vv_do_set_disjoint(vv_thread *t, vv_ref set, vv_ref iterable) {
    if (set == iterable)
        return vv_return_int(t, VV_SET(set)->used == 0);
    if ((VV_IS(t, iterable, SET) || VV_IS(t, iterable, FROZENSET)) && VV_SET(iterable)->used > VV_SET(set)->used)
        return start_walk(t, NONE_IN, set, iterable, NULL);
    return start_walk(t, NONE_IN, iterable, set, NULL);
}
