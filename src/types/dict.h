/* dict.h - compact ordered hash tables (R. Hettinger, "More compact dictionaries with faster iteration", 2012; as CPython
 * since 3.6): an index table of 1, 2 or 4 byte slots into an array of entries in insertion order. */
#ifndef VV_TYPES_DICT_H
#define VV_TYPES_DICT_H

#include "object/runtime.h"

typedef struct vv_dict_entry {
    vv_hash hash;
    vv_obj *key;   /* owned; NULL = deleted */
    vv_obj *value; /* owned; NULL with a key only in the shared keys of a class */
} vv_dict_entry;

typedef struct vv_dict_keys {
    uint32_t refcnt;     /* dicts that use it */
    uint32_t version;    /* non-zero while an inline cache relies on it; reset by any insertion or deletion of a key */
    uint8_t log2_size;   /* index slots */
    uint8_t log2_index_bytes;
    bool str_only;       /* every key is an exact str */
    uint32_t usable;     /* entries that can still be added */
    uint32_t used;       /* entries handed out, deleted ones included */
    uint32_t seen;       /* bit (hash & 31) of every key ever added: a clear one proves a key absent */
    /* index table, then vv_dict_entry[] : see vv_dict_entries */
    int8_t index[];
} vv_dict_keys;

struct vv_dict {
    vv_obj head;
    size_t length;       /* live entries */
    vv_dict_keys *keys;  /* a shared empty one until the first insertion */
    uint32_t mutations;  /* counts every change of keys, for iterators and resumable look-ups */
    uint8_t split;       /* made from an instance's values: how many CPython has room for, while the keys are those of the class */
};
#define VV_DICT(o) ((vv_dict *)(o))

/* The entry array, which stands behind the index table, aligned to 8 bytes. */
static inline vv_dict_entry *vv_dict_entries(const vv_dict_keys *keys) {
    size_t offset = (offsetof(vv_dict_keys, index) + ((size_t)1 << keys->log2_index_bytes) + 7) & ~(size_t)7;
    return (vv_dict_entry *)((char *)keys + offset);
}

/* May the table hold a key with this hash? */
static inline bool vv_dict_may_have(const vv_dict_keys *keys, vv_hash hash) {
    return (keys->seen >> ((uint32_t)hash & 31) & 1) != 0;
}

VV_NODISCARD vv_owned vv_dict_new(vv_thread *t);
/* Sized for n keys, as BUILD_MAP and keyword dicts are. */
VV_NODISCARD vv_owned vv_dict_new_presized(vv_thread *t, size_t n);
VV_NODISCARD vv_owned vv_dict_copy(vv_thread *t, vv_ref dict);
void vv_dict_clear(vv_thread *t, vv_ref dict);
static inline size_t vv_dict_length(vv_ref dict) {
    return VV_DICT(dict)->length;
}

/* ---- keys that are exact str: leaf ---- */
vv_ref vv_dict_get_str_peek(vv_ref dict, vv_ref key);                                     /* NULL = absent */
VV_NODISCARD int vv_dict_set_str(vv_thread *t, vv_ref dict, vv_ref key, vv_ref value);
VV_NODISCARD int vv_dict_set_cstr(vv_thread *t, vv_ref dict, const char *key, vv_ref value); /* interns */
VV_NODISCARD int vv_dict_del_str(vv_thread *t, vv_ref dict, vv_ref key);                  /* 1 deleted, 0 absent, -1 */
/* Removes and returns (owned) or NULL. */
vv_owned vv_dict_pop_str(vv_thread *t, vv_ref dict, vv_ref key);

/* ---- any key, when it can be done without Python ---- */
enum { VV_LATER = -2 };
/* Hash without Python: 1 and *ret; VV_LATER = only a step can tell; -1 TypeError "unhashable type: ..." */
int vv_hash_now(vv_thread *t, vv_ref o, vv_hash *ret);
/* Equality without Python (identity counts as equal): 1, 0, VV_LATER, -1. */
int vv_equal_now(vv_thread *t, vv_ref a, vv_ref b);
/* Entry index (>= 0), -1 absent, VV_LATER, -3 exception. `hash` is the key's. */
int64_t vv_dict_find_now(vv_thread *t, vv_ref dict, vv_ref key, vv_hash hash);
/* All of get/set/delete when possible without Python: 1 done/found, 0 absent, VV_LATER, -1 exception. */
int vv_dict_get_now(vv_thread *t, vv_ref dict, vv_ref key, vv_obj **ret_owned);
int vv_dict_set_now(vv_thread *t, vv_ref dict, vv_ref key, vv_ref value);

/* ---- after a find: `index` from find_now or vv_do_dict_find, nothing having run in between ---- */
VV_NODISCARD int vv_dict_store_at(vv_thread *t, vv_ref dict, int64_t index, vv_ref key, vv_hash hash, vv_ref value); /* index -1 inserts */
void vv_dict_delete_at(vv_thread *t, vv_ref dict, int64_t index, vv_hash hash);
vv_ref vv_dict_value_at_peek(vv_ref dict, int64_t index);

/* Iteration in insertion order: start with *pos = 0; borrowed key and value. Do not change keys meanwhile. */
bool vv_dict_next(vv_ref dict, size_t *pos, vv_ref *key, vv_ref *value, vv_hash *hash);
/* dict.update(other) from a dict (keys of any type: a step); override false keeps existing ones. t->ret = NULL. */
vv_step vv_do_dict_merge(vv_thread *t, vv_ref dict, vv_ref mapping_or_pairs, bool override);
/* A version of the keys for inline caches, 0 if none can be given. While it stays the same, so do all entry indices. */
uint32_t vv_dict_keys_version(vv_thread *t, vv_ref dict);

#endif
