/* dict_keys.c - the hash table under every dict: index slots, entries in insertion order, look-up, growth.
 *
 * The index table maps a probe sequence to entry numbers: i, then i = 5 i + perturb + 1 with the hash's upper bits fed in
 * 5 at a time. Sizes follow CPython 3.12: 2/3 of the slots are usable, a full table grows to three times its live keys.
 *
 * Invariants: used + usable <= usable_of(size); an index slot holds EMPTY, DUMMY or the number of an entry with a key;
 * entries [0, used) with a NULL key are deleted ones; `str_only` tables hold exact str keys. The shared empty table is
 * constant and is never written to. A dict is tracked once it holds something that can take part in a cycle.
 */
#include "types/dict_keys.h"

#include <string.h>

#include "object/alloc.h"
#include "object/error.h"
#include "object/intern.h"
#include "object/tracer.h"
#include "types/leaf.h"
#include "types/str.h"

enum { EMPTY = -1, DUMMY = -2, MIN_LOG2 = 3, PERTURB_SHIFT = 5 };

static const vv_dict_keys empty_keys = {.refcnt = 1, .str_only = true, .index = {EMPTY}};
#define EMPTY_KEYS VV_CAST(vv_dict_keys, &empty_keys)

/* ---- one table ---- */

static size_t usable_of(size_t size) {
    return (size << 1) / 3;
}

static size_t entries_offset(unsigned log2_index_bytes) {
    return (offsetof(vv_dict_keys, index) + ((size_t)1 << log2_index_bytes) + 7) & ~(size_t)7;
}

static int64_t index_get(const vv_dict_keys *keys, size_t slot) {
    switch (keys->log2_index_bytes - keys->log2_size) {
    case 0: return keys->index[slot];
    case 1: return ((const int16_t *)(const void *)keys->index)[slot];
    default: return ((const int32_t *)(const void *)keys->index)[slot];
    }
}

static void index_set(vv_dict_keys *keys, size_t slot, int64_t value) {
    switch (keys->log2_index_bytes - keys->log2_size) {
    case 0: keys->index[slot] = (int8_t)value; break;
    case 1: ((int16_t *)(void *)keys->index)[slot] = (int16_t)value; break;
    default: ((int32_t *)(void *)keys->index)[slot] = (int32_t)value; break;
    }
}

/* The size CPython picks for at least `n` slots (its bit trick gives the next power of two even for some exact ones). */
static unsigned log2_for(size_t n) {
    size_t x = ((n | 8) - 1) | 7;
    return 64 - (unsigned)__builtin_clzll(x);
}

static vv_dict_keys *keys_new(vv_thread *t, unsigned log2_size, bool str_only) {
    vv_dict_keys *keys = log2_size == MIN_LOG2 ? vv_freelist_get(t, VV_FL_DICTKEYS) : NULL;
    unsigned log2_bytes = log2_size < 8 ? log2_size : log2_size < 16 ? log2_size + 1 : log2_size + 2;
    size_t usable = usable_of((size_t)1 << log2_size);
    if (keys == NULL) {
        if (log2_size > 30 || usable > (SIZE_MAX / 2 - entries_offset(log2_bytes)) / sizeof(vv_dict_entry)) {
            vv_raise_memory(t);
            return NULL;
        }
        keys = vv_alloc(t, entries_offset(log2_bytes) + usable * sizeof(vv_dict_entry));
        if (keys == NULL)
            return NULL;
        vv_trace_size(t, keys, 32 + (INT64_C(1) << log2_bytes) + (int64_t)usable * (str_only ? 16 : 24));
    }
    keys->refcnt = 1;
    keys->version = 0;
    keys->log2_size = (uint8_t)log2_size;
    keys->log2_index_bytes = (uint8_t)log2_bytes;
    keys->str_only = str_only;
    keys->usable = (uint32_t)usable;
    keys->used = keys->seen = 0;
    if (log2_size == MIN_LOG2)
        memset(keys->index, 0xff, 1 << MIN_LOG2); /* EMPTY in every width */
    else
        memset(keys->index, 0xff, (size_t)1 << log2_bytes);
    return keys;
}

static void keys_free_block(vv_thread *t, vv_dict_keys *keys) {
    if (keys->log2_size != MIN_LOG2 || !keys->str_only || !vv_freelist_put(t, VV_FL_DICTKEYS, keys))
        vv_free(t, keys);
}

/* Releases a table and, with its last user, keys and values in the order of the entries. */
static void keys_release(vv_thread *t, vv_dict_keys *keys) {
    if (keys == EMPTY_KEYS || --keys->refcnt > 0)
        return;
    vv_dict_entry *e = vv_dict_entries(keys);
    for (uint32_t k = 0; k < keys->used; k++) {
        vv_xdecref(t, e[k].key);
        vv_xdecref(t, e[k].value);
    }
    keys_free_block(t, keys);
}

/* Puts entry number `ix` into a slot of its probe sequence that is not in use. */
static void index_insert(vv_dict_keys *keys, vv_hash hash, int64_t ix) {
    size_t mask = ((size_t)1 << keys->log2_size) - 1;
    uint64_t perturb = (uint64_t)hash;
    size_t slot = (size_t)hash & mask;
    while (index_get(keys, slot) >= 0) {
        perturb >>= PERTURB_SHIFT;
        slot = (slot * 5 + (size_t)perturb + 1) & mask;
    }
    index_set(keys, slot, ix);
}

/* The slot that holds entry number `ix`. */
static size_t index_slot(const vv_dict_keys *keys, vv_hash hash, int64_t ix) {
    size_t mask = ((size_t)1 << keys->log2_size) - 1;
    uint64_t perturb = (uint64_t)hash;
    size_t slot = (size_t)hash & mask;
    while (index_get(keys, slot) != ix) {
        VV_ASSERT(index_get(keys, slot) != EMPTY);
        perturb >>= PERTURB_SHIFT;
        slot = (slot * 5 + (size_t)perturb + 1) & mask;
    }
    return slot;
}

int64_t vv_dict_keys_locate(vv_ref dict, vv_ref key, vv_hash hash) {
    const vv_dict_keys *keys = VV_DICT(dict)->keys;
    size_t mask = ((size_t)1 << keys->log2_size) - 1, slot = (size_t)hash & mask;
    uint64_t perturb = (uint64_t)hash;
    int64_t ix;
    while ((ix = index_get(keys, slot)) != EMPTY && (ix < 0 || vv_dict_entries(keys)[ix].key != key)) {
        perturb >>= PERTURB_SHIFT;
        slot = (slot * 5 + (size_t)perturb + 1) & mask;
    }
    return ix;
}

/* ---- one dict ---- */

static void keys_changed(vv_dict *d) {
    d->keys->version = 0;
    d->mutations++;
}

/* Moves the live entries to a table of the given size, without gaps. */
static int resize(vv_thread *t, vv_dict *d, unsigned log2_size, bool str_only) {
    vv_dict_keys *old = d->keys;
    vv_dict_keys *keys = keys_new(t, log2_size, str_only);
    if (keys == NULL)
        return -1;
    VV_ASSERT(keys->usable >= d->length);
    vv_dict_entry *from = vv_dict_entries(old), *to = vv_dict_entries(keys);
    if (old->used == d->length) {
        memcpy(to, from, d->length * sizeof(vv_dict_entry));
    } else {
        for (uint32_t k = 0, n = 0; k < old->used; k++)
            if (from[k].key != NULL)
                to[n++] = from[k];
    }
    for (size_t k = 0; k < d->length; k++)
        index_insert(keys, to[k].hash, (int64_t)k);
    keys->used = (uint32_t)d->length;
    keys->usable -= (uint32_t)d->length;
    keys->seen = old->seen;
    if (old != EMPTY_KEYS)
        keys_free_block(t, old);
    d->keys = keys;
    d->mutations++;
    return 0;
}

static int grow(vv_thread *t, vv_dict *d, bool str_only) {
    return resize(t, d, log2_for(d->length * 3), str_only);
}

static inline void maintain_tracking(vv_thread *t, vv_dict *d, vv_ref key, vv_ref value) {
    if (VV_GC_HEAD(d)->next == NULL && (vv_leaf_may_be_tracked(value) || vv_leaf_may_be_tracked(key)))
        vv_track_new(t, &d->head);
}

/* Adds a key that is not there yet. */
static int insert(vv_thread *t, vv_dict *d, vv_ref key, vv_hash hash, vv_ref value) {
    bool is_str = VV_IS(t, key, STR);
    if (d->keys == EMPTY_KEYS) {
        vv_dict_keys *keys = keys_new(t, MIN_LOG2, is_str);
        if (keys == NULL)
            return -1;
        d->keys = keys;
    } else if (d->keys->str_only && !is_str) {
        if (grow(t, d, false) < 0)
            return -1;
    }
    bool joins = is_str && d->length < d->split; /* the class's shared keys, in CPython */
    if ((d->keys->usable == 0 || (d->split != 0 && !joins)) && grow(t, d, d->keys->str_only) < 0)
        return -1;
    if (!joins)
        d->split = 0;
    vv_dict_keys *keys = d->keys;
    vv_dict_entry *e = &vv_dict_entries(keys)[keys->used];
    index_insert(keys, hash, keys->used);
    keys->seen |= 1u << ((uint32_t)hash & 31);
    e->hash = hash;
    e->key = vv_newref(key);
    e->value = vv_newref(value);
    keys->used++;
    keys->usable--;
    d->length++;
    keys_changed(d);
    maintain_tracking(t, d, key, value);
    return 0;
}

/* The owned value of entry `ix`, whose key is released. */
static vv_owned take_out(vv_thread *t, vv_dict *d, int64_t ix) {
    vv_dict_entry *e = &vv_dict_entries(d->keys)[ix];
    index_set(d->keys, index_slot(d->keys, e->hash, ix), DUMMY);
    vv_obj *key = vv_move(&e->key), *value = vv_move(&e->value);
    d->length--;
    keys_changed(d);
    vv_decref(t, key);
    return value;
}

/* ---- making and unmaking ---- */

vv_owned vv_dict_keys_new_dict(vv_thread *t, vv_type *type) {
    vv_obj *o = vv_new_object(t, type, type->basicsize);
    if (o == NULL)
        return NULL;
    VV_DICT(o)->keys = EMPTY_KEYS;
    if (type != VV_TYPEP(t, DICT))
        vv_track(t, o);
    return o;
}

vv_owned vv_dict_new(vv_thread *t) {
    vv_gc_head *block = vv_freelist_get(t, VV_FL_DICT);
    if (block == NULL)
        return vv_dict_keys_new_dict(t, VV_TYPEP(t, DICT));
    block->next = NULL;
    block->prev = 0;
    vv_obj *o = VV_GC_OBJ(block);
    memset(o, 0, sizeof(vv_dict));
    o->refcnt = 1;
    o->type = VV_TYPEP(t, DICT);
    VV_DICT(o)->keys = EMPTY_KEYS;
    return o;
}

vv_owned vv_dict_new_presized(vv_thread *t, size_t n) {
    vv_obj *o = vv_dict_new(t);
    if (o == NULL || n <= usable_of(1 << MIN_LOG2))
        return o;
    /* beyond this CPython does not trust the caller either */
    vv_dict_keys *keys = keys_new(t, n > usable_of(128 * 1024) ? 17 : log2_for((n * 3 + 1) / 2), true);
    if (keys == NULL) {
        vv_decref(t, o);
        return NULL;
    }
    VV_DICT(o)->keys = keys;
    return o;
}

void vv_dict_keys_dealloc(vv_thread *t, vv_obj *self) {
    vv_dict *d = VV_DICT(self);
    if (d->keys != NULL)
        keys_release(t, d->keys);
    d->keys = EMPTY_KEYS;
    if (!VV_IS(t, self, DICT) || !vv_freelist_put(t, VV_FL_DICT, VV_GC_HEAD(self)))
        vv_free_object(t, self);
}

int vv_dict_keys_traverse(vv_ref self, vv_visit visit, void *arg) {
    const vv_dict_keys *keys = VV_DICT(self)->keys;
    if (keys == NULL)
        return 0;
    const vv_dict_entry *e = vv_dict_entries(keys);
    for (uint32_t k = 0; k < keys->used; k++) {
        VV_VISIT(e[k].value); /* first, as in CPython */
        VV_VISIT(e[k].key);
    }
    return 0;
}

void vv_dict_clear(vv_thread *t, vv_ref dict) {
    vv_dict *d = VV_DICT(dict);
    vv_dict_keys *old = d->keys;
    d->split = 0;
    if (old == EMPTY_KEYS)
        return;
    d->keys = EMPTY_KEYS;
    d->length = 0;
    d->mutations++;
    keys_release(t, old);
}

void vv_dict_keys_clear(vv_thread *t, vv_obj *self) {
    vv_dict_clear(t, self);
}

int vv_dict_keys_reserve(vv_thread *t, vv_ref dict, size_t n, bool str_only) {
    vv_dict *d = VV_DICT(dict);
    size_t size = (size_t)1 << d->keys->log2_size;
    if (usable_of(size) >= n)
        return 0;
    return resize(t, d, log2_for(((d->length + n) * 3 + 1) / 2), str_only && (d->length == 0 || d->keys->str_only));
}

int vv_dict_keys_make_room(vv_thread *t, vv_ref dict, size_t n, bool str_only) {
    VV_ASSERT(VV_DICT(dict)->length == 0);
    return resize(t, VV_DICT(dict), log2_for((n * 3 + 1) / 2), str_only);
}

int vv_dict_keys_clone(vv_thread *t, vv_ref dict, vv_ref from) {
    vv_dict *d = VV_DICT(dict);
    const vv_dict_keys *old = VV_DICT(from)->keys;
    VV_ASSERT(d->length == 0);
    if (old == EMPTY_KEYS)
        return 0;
    vv_dict_keys *keys = keys_new(t, old->log2_size, old->str_only);
    if (keys == NULL)
        return -1;
    memcpy(keys->index, old->index, (size_t)1 << old->log2_index_bytes);
    vv_dict_entry *e = vv_dict_entries(keys);
    memcpy(e, vv_dict_entries(old), old->used * sizeof(vv_dict_entry));
    bool track = false;
    for (uint32_t k = 0; k < old->used; k++) {
        if (e[k].key == NULL)
            continue;
        vv_incref(e[k].key);
        vv_incref(e[k].value);
        track = track || vv_leaf_may_be_tracked(e[k].value) || vv_leaf_may_be_tracked(e[k].key);
    }
    keys->used = old->used;
    keys->usable = old->usable;
    keys->seen = old->seen;
    keys_release(t, d->keys);
    d->keys = keys;
    d->split = VV_DICT(from)->split;
    d->length = VV_DICT(from)->length;
    d->mutations++;
    if (track && !vv_is_tracked(&d->head))
        vv_track(t, &d->head);
    return 0;
}

vv_owned vv_dict_copy(vv_thread *t, vv_ref dict) {
    const vv_dict *d = VV_DICT(dict);
    vv_obj *copy = vv_dict_new(t);
    if (copy == NULL || d->length == 0)
        return copy;
    if (d->length >= (d->keys->used * 2) / 3) {
        if (vv_dict_keys_clone(t, copy, dict) == 0)
            return copy;
    } else if (vv_dict_keys_reserve(t, copy, d->length, d->keys->str_only) == 0) { /* sparse: leave the gaps behind */
        const vv_dict_entry *e = vv_dict_entries(d->keys);
        uint32_t k = 0;
        while (k < d->keys->used &&
               (e[k].key == NULL || insert(t, VV_DICT(copy), e[k].key, e[k].hash, e[k].value) == 0))
            k++;
        if (k == d->keys->used)
            return copy;
    }
    vv_decref(t, copy);
    return NULL;
}

/* ---- str keys ---- */

/* Entry of a str key, -1 if absent. Keys of other types than str (or a subclass) do not count. */
static int64_t find_str(const vv_dict_keys *keys, vv_ref key) {
    const vv_dict_entry *e = vv_dict_entries(keys);
    vv_hash hash = VV_STR(key)->hash;
    if (VV_UNLIKELY(hash == -1))
        hash = vv_str_hash(key);
    if (!vv_dict_may_have(keys, hash))
        return -1;
    size_t mask = ((size_t)1 << keys->log2_size) - 1;
    uint64_t perturb = (uint64_t)hash;
    for (size_t slot = (size_t)hash & mask;; slot = (slot * 5 + (size_t)perturb + 1) & mask) {
        int64_t ix = index_get(keys, slot);
        if (ix == EMPTY)
            return -1;
        if (ix >= 0 && (e[ix].key == key || (e[ix].hash == hash && VV_ISA(e[ix].key, STR) && vv_str_equal(e[ix].key, key))))
            return ix;
        perturb >>= PERTURB_SHIFT;
    }
}

vv_ref vv_dict_get_str_peek(vv_ref dict, vv_ref key) {
    int64_t ix = find_str(VV_DICT(dict)->keys, key);
    return ix < 0 ? NULL : vv_dict_entries(VV_DICT(dict)->keys)[ix].value;
}

int vv_dict_set_str(vv_thread *t, vv_ref dict, vv_ref key, vv_ref value) {
    return vv_dict_store_at(t, dict, find_str(VV_DICT(dict)->keys, key), key, vv_str_hash(key), value);
}

int vv_dict_set_cstr(vv_thread *t, vv_ref dict, const char *text, vv_ref value) {
    vv_obj *key = vv_intern_cstr(t, text);
    if (key == NULL)
        return -1;
    int r = vv_dict_set_str(t, dict, key, value);
    vv_decref(t, key);
    return r;
}

vv_owned vv_dict_pop_str(vv_thread *t, vv_ref dict, vv_ref key) {
    int64_t ix = find_str(VV_DICT(dict)->keys, key);
    return ix < 0 ? NULL : take_out(t, VV_DICT(dict), ix);
}

int vv_dict_del_str(vv_thread *t, vv_ref dict, vv_ref key) {
    vv_obj *value = vv_dict_pop_str(t, dict, key);
    if (value == NULL)
        return 0;
    vv_decref(t, value);
    return 1;
}

/* ---- shared keys ---- */

vv_dict_keys *vv_shared_keys_new(vv_thread *t) {
    return keys_new(t, MIN_LOG2, true);
}

int64_t vv_shared_keys_find(const vv_dict_keys *keys, vv_ref name) {
    return find_str(keys, name);
}

int64_t vv_shared_keys_add(vv_thread *t, vv_dict_keys **keys, vv_ref name) {
    vv_dict d = {.keys = *keys, .length = (*keys)->used};
    if (d.keys->usable == 0 && resize(t, &d, d.keys->log2_size + 1u, true) < 0)
        return -1;
    vv_hash hash = vv_str_hash(name);
    vv_dict_entries(d.keys)[d.length] = (vv_dict_entry){.hash = hash, .key = vv_newref(name)};
    index_insert(d.keys, hash, (int64_t)d.length);
    d.keys->seen |= 1u << ((uint32_t)hash & 31);
    d.keys->used++;
    d.keys->usable--;
    *keys = d.keys;
    return (int64_t)d.length;
}

int vv_dict_keys_fill_take(vv_thread *t, vv_ref dict, const vv_dict_keys *shared, vv_obj *const *values) {
    vv_dict *d = VV_DICT(dict);
    vv_dict_keys *keys = keys_new(t, shared->log2_size, true);
    if (keys == NULL)
        return -1;
    memcpy(keys->index, shared->index, (size_t)1 << shared->log2_index_bytes);
    const vv_dict_entry *from = vv_dict_entries(shared);
    vv_dict_entry *to = vv_dict_entries(keys);
    bool track = false;
    for (uint32_t k = 0; k < shared->used; k++) {
        to[k] = (vv_dict_entry){.hash = from[k].hash, .key = vv_newref(from[k].key), .value = values[k]};
        track = track || vv_leaf_may_be_tracked(values[k]);
    }
    keys->used = shared->used;
    keys->usable = shared->usable;
    keys->seen = shared->seen;
    d->keys = keys;
    d->length = shared->used;
    d->mutations++;
    if (track)
        vv_track(t, &d->head);
    return 0;
}

void vv_shared_keys_free(vv_thread *t, vv_dict_keys *keys) {
    keys_release(t, keys);
}

/* ---- any key, now ---- */

int64_t vv_dict_find_now(vv_thread *t, vv_ref dict, vv_ref key, vv_hash hash) {
    const vv_dict_keys *keys = VV_DICT(dict)->keys;
    if (keys->str_only && VV_IS(t, key, STR))
        return find_str(keys, key);
    const vv_dict_entry *e = vv_dict_entries(keys);
    size_t mask = ((size_t)1 << keys->log2_size) - 1;
    uint64_t perturb = (uint64_t)hash;
    for (size_t slot = (size_t)hash & mask;; slot = (slot * 5 + (size_t)perturb + 1) & mask) {
        int64_t ix = index_get(keys, slot);
        if (ix == EMPTY)
            return -1;
        if (ix >= 0) {
            if (e[ix].key == key)
                return ix;
            if (e[ix].hash == hash) {
                int r = vv_leaf_equal(t, e[ix].key, key);
                if (r == 1)
                    return ix;
                if (r != 0)
                    return r == VV_LATER ? VV_LATER : -3;
            }
        }
        perturb >>= PERTURB_SHIFT;
    }
}

int vv_dict_get_now(vv_thread *t, vv_ref dict, vv_ref key, vv_obj **ret) {
    const vv_dict_keys *keys = VV_DICT(dict)->keys;
    int64_t ix;
    *ret = NULL;
    if (VV_LIKELY(keys->str_only && VV_IS(t, key, STR))) {
        ix = find_str(keys, key);
    } else {
        vv_hash hash;
        int r = vv_leaf_hash(t, key, &hash);
        if (r != 1)
            return r;
        ix = vv_dict_find_now(t, dict, key, hash);
    }
    if (ix < 0)
        return ix == -1 ? 0 : ix == VV_LATER ? VV_LATER : -1;
    *ret = vv_newref(vv_dict_entries(keys)[ix].value);
    return 1;
}

int vv_dict_set_now(vv_thread *t, vv_ref dict, vv_ref key, vv_ref value) {
    vv_hash hash;
    int r = vv_leaf_hash(t, key, &hash);
    if (r != 1)
        return r;
    int64_t ix = vv_dict_find_now(t, dict, key, hash);
    if (ix < -1)
        return ix == VV_LATER ? VV_LATER : -1;
    return vv_dict_store_at(t, dict, ix, key, hash, value) < 0 ? -1 : 1;
}

/* ---- at a found entry ---- */

int vv_dict_store_at(vv_thread *t, vv_ref dict, int64_t index, vv_ref key, vv_hash hash, vv_ref value) {
    vv_dict *d = VV_DICT(dict);
    if (index < 0)
        return insert(t, d, key, hash, value);
    maintain_tracking(t, d, key, value);
    vv_setref_take(t, &vv_dict_entries(d->keys)[index].value, vv_newref(value));
    return 0;
}

void vv_dict_delete_at(vv_thread *t, vv_ref dict, int64_t index, vv_hash hash) {
    (void)hash; /* the entry knows */
    vv_decref(t, take_out(t, VV_DICT(dict), index));
}

vv_ref vv_dict_value_at_peek(vv_ref dict, int64_t index) {
    return vv_dict_entries(VV_DICT(dict)->keys)[index].value;
}

bool vv_dict_next(vv_ref dict, size_t *pos, vv_ref *key, vv_ref *value, vv_hash *hash) {
    const vv_dict_keys *keys = VV_DICT(dict)->keys;
    const vv_dict_entry *e = vv_dict_entries(keys);
    for (size_t k = *pos; k < keys->used; k++) {
        if (e[k].key == NULL)
            continue;
        *pos = k + 1;
        if (key != NULL)
            *key = e[k].key;
        if (value != NULL)
            *value = e[k].value;
        if (hash != NULL)
            *hash = e[k].hash;
        return true;
    }
    *pos = keys->used;
    return false;
}

bool vv_dict_keys_pop_last(vv_thread *t, vv_ref dict, vv_obj **ret_key, vv_obj **ret_value) {
    vv_dict *d = VV_DICT(dict);
    vv_dict_entry *e = vv_dict_entries(d->keys);
    if (d->length == 0)
        return false;
    uint32_t k = d->keys->used - 1;
    while (e[k].key == NULL)
        k--;
    *ret_key = vv_newref(e[k].key);
    *ret_value = take_out(t, d, k);
    d->keys->used = k; /* the place can be used again; that it counted against `usable` stays, as in CPython */
    return true;
}

vv_owned vv_dict_keys_take_out(vv_thread *t, vv_ref dict, int64_t index) {
    return take_out(t, VV_DICT(dict), index);
}

uint32_t vv_dict_keys_version(vv_thread *t, vv_ref dict) {
    vv_dict_keys *keys = VV_DICT(dict)->keys;
    if (keys->version != 0 || keys == EMPTY_KEYS)
        return keys->version;
    if (t->vm->next_keys_version == UINT32_MAX)
        return 0;
    return keys->version = ++t->vm->next_keys_version;
}

int64_t vv_dict_keys_sizeof(vv_ref dict) {
    const vv_dict_keys *keys = VV_DICT(dict)->keys;
    int64_t plain = vv_object_plain64(dict);
    if (VV_DICT(dict)->split != 0)
        return plain + 8 * VV_DICT(dict)->split;
    if (keys == EMPTY_KEYS)
        return plain;
    size_t usable = usable_of((size_t)1 << keys->log2_size);
    return plain + 32 + (INT64_C(1) << keys->log2_index_bytes) + (int64_t)usable * (keys->str_only ? 16 : 24);
}

/* ---- any key, as steps ---- */

/* Looks for a key whose hash or equality is Python's business. argv: dict, key; slot[0]: the key compared with.
 * i[0]: hash, i[1]: probe slot, i[2]: perturb, i[3]: entry at hand, i[4]: log2 of the table size when the probe began,
 * i[5]: is the hash known? If a comparison changed the table under the probe, it begins again, as in CPython. */
static vv_step find_slowly(vv_thread *t, vv_native *nf) {
    vv_dict_keys *keys;
    vv_dict_entry *e;
    VV_BEGIN(nf);
    if (nf->i[5] == 0) {
        VV_AWAIT(nf, vv_do_hash(t, nf->argv[1]));
        nf->i[0] = t->ival;
    }
restart:
    keys = VV_DICT(nf->argv[0])->keys;
    nf->i[4] = keys->log2_size;
    nf->i[1] = (int64_t)((uint64_t)nf->i[0] & (((uint64_t)1 << keys->log2_size) - 1));
    nf->i[2] = nf->i[0];
    for (;;) {
        keys = VV_DICT(nf->argv[0])->keys;
        nf->i[3] = index_get(keys, (size_t)nf->i[1]);
        if (nf->i[3] == EMPTY)
            break;
        e = nf->i[3] >= 0 ? &vv_dict_entries(keys)[nf->i[3]] : NULL;
        if (e != NULL && e->key == nf->argv[1])
            break;
        if (e != NULL && e->hash == nf->i[0]) {
            vv_setref_take(t, &nf->slot[0], vv_newref(e->key));
            VV_AWAIT(nf, vv_do_compare_bool(t, nf->slot[0], nf->argv[1], VV_EQ));
            keys = VV_DICT(nf->argv[0])->keys;
            if (keys->log2_size != nf->i[4] || index_get(keys, (size_t)nf->i[1]) != nf->i[3] ||
                vv_dict_entries(keys)[nf->i[3]].key != nf->slot[0])
                goto restart;
            if (t->ival != 0)
                break;
        }
        nf->i[2] = (int64_t)((uint64_t)nf->i[2] >> PERTURB_SHIFT);
        nf->i[1] = (int64_t)(((uint64_t)nf->i[1] * 5 + (uint64_t)nf->i[2] + 1) & (((uint64_t)1 << keys->log2_size) - 1));
    }
    t->hash = nf->i[0];
    return vv_return_int(t, nf->i[3]);
    VV_END(nf);
}

static vv_step start_find(vv_thread *t, vv_ref dict, vv_ref key, bool known, vv_hash hash) {
    vv_native *nf = vv_push_native(t, find_slowly, "dict look-up", (vv_obj *[]){VV_OBJ(dict), VV_OBJ(key)}, 2);
    if (nf == NULL)
        return VV_FAILED;
    nf->i[0] = hash;
    nf->i[5] = known;
    return VV_PUSHED;
}

vv_step vv_dict_keys_find(vv_thread *t, vv_ref dict, vv_ref key, vv_hash hash) {
    int64_t ix = vv_dict_find_now(t, dict, key, hash);
    if (ix == VV_LATER)
        return start_find(t, dict, key, true, hash);
    if (ix < -1)
        return VV_FAILED;
    t->hash = hash;
    return vv_return_int(t, ix);
}

vv_step vv_do_dict_find(vv_thread *t, vv_ref dict, vv_ref key) {
    vv_hash hash;
    int r = vv_leaf_hash(t, key, &hash);
    if (r == 1)
        return vv_dict_keys_find(t, dict, key, hash);
    return r == VV_LATER ? start_find(t, dict, key, false, 0) : VV_FAILED;
}

static vv_step get_slowly(vv_thread *t, vv_native *nf) { /* argv: dict, key */
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_dict_find(t, nf->argv[0], nf->argv[1]));
    if (t->ival < 0)
        return vv_return_null(t);
    return vv_return(t, vv_newref(vv_dict_value_at_peek(nf->argv[0], t->ival)));
    VV_END(nf);
}

vv_step vv_do_dict_get(vv_thread *t, vv_ref dict, vv_ref key) {
    vv_obj *value;
    int r = vv_dict_get_now(t, dict, key, &value);
    if (r == VV_LATER)
        return vv_start2(t, get_slowly, "dict.__getitem__", dict, key);
    if (r < 0)
        return VV_FAILED;
    t->ret = value;
    return VV_READY;
}

static vv_step set_slowly(vv_thread *t, vv_native *nf) { /* argv: dict, key, value; i[0]: hash, i[1]: is it known? */
    VV_BEGIN(nf);
    VV_AWAIT(nf, nf->i[1] ? vv_dict_keys_find(t, nf->argv[0], nf->argv[1], nf->i[0])
                          : vv_do_dict_find(t, nf->argv[0], nf->argv[1]));
    if (vv_dict_store_at(t, nf->argv[0], t->ival, nf->argv[1], t->hash, nf->argv[2]) < 0)
        return VV_FAILED;
    return vv_return_null(t);
    VV_END(nf);
}

vv_step vv_dict_keys_set(vv_thread *t, vv_ref dict, vv_ref key, vv_hash hash, vv_ref value) {
    int64_t ix = vv_dict_find_now(t, dict, key, hash);
    if (ix == VV_LATER) {
        vv_native *nf =
            vv_push_native(t, set_slowly, "dict.__setitem__", (vv_obj *[]){VV_OBJ(dict), VV_OBJ(key), VV_OBJ(value)}, 3);
        if (nf == NULL)
            return VV_FAILED;
        nf->i[0] = hash;
        nf->i[1] = 1;
        return VV_PUSHED;
    }
    if (ix < -1 || vv_dict_store_at(t, dict, ix, key, hash, value) < 0)
        return VV_FAILED;
    return vv_return_null(t);
}

vv_step vv_do_dict_set(vv_thread *t, vv_ref dict, vv_ref key, vv_ref value) {
    int r = vv_dict_set_now(t, dict, key, value);
    if (r == VV_LATER)
        return vv_start3(t, set_slowly, "dict.__setitem__", dict, key, value);
    return r < 0 ? VV_FAILED : vv_return_null(t);
}

static vv_step del_slowly(vv_thread *t, vv_native *nf) { /* argv: dict, key */
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_dict_find(t, nf->argv[0], nf->argv[1]));
    if (t->ival < 0)
        return vv_return_int(t, 0);
    vv_dict_delete_at(t, nf->argv[0], t->ival, t->hash);
    return vv_return_int(t, 1);
    VV_END(nf);
}

vv_step vv_do_dict_del(vv_thread *t, vv_ref dict, vv_ref key) {
    vv_hash hash;
    int r = vv_leaf_hash(t, key, &hash);
    if (r == -1)
        return VV_FAILED;
    int64_t ix = r == VV_LATER ? VV_LATER : vv_dict_find_now(t, dict, key, hash);
    if (ix == VV_LATER)
        return vv_start2(t, del_slowly, "dict.__delitem__", dict, key);
    if (ix < 0)
        return ix == -1 ? vv_return_int(t, 0) : VV_FAILED;
    vv_dict_delete_at(t, dict, ix, hash);
    return vv_return_int(t, 1);
}
