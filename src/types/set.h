/* set.h - set and frozenset: open addressing with linear probing inside a cache line, as CPython 3.12's setobject. */
#ifndef VV_TYPES_SET_H
#define VV_TYPES_SET_H

#include "object/runtime.h"

typedef struct vv_set_entry {
    vv_obj *key; /* owned, NULL = empty, a dummy marker = deleted */
    vv_hash hash;
} __attribute__((packed, aligned(sizeof(void *)))) vv_set_entry; /* 12 bytes where pointers have 4: large tables miss the cache */

enum { VV_SET_MINSIZE = 8 };
typedef struct vv_set {
    vv_obj head;
    size_t fill, used, mask;
    vv_set_entry *table; /* `small` or vv_alloc */
    vv_hash hash;        /* frozenset only; -1 = not computed */
    uint32_t mutations;
    size_t finger;       /* where pop() looks next */
    vv_obj *weaklist;
    vv_set_entry small[VV_SET_MINSIZE];
} vv_set;
#define VV_SET(o) ((vv_set *)(o))

VV_NODISCARD vv_owned vv_set_new(vv_thread *t);
VV_NODISCARD vv_owned vv_frozenset_new(vv_thread *t);
static inline size_t vv_set_length(vv_ref set) {
    return VV_SET(set)->used;
}
/* 1 added, 0 was there, VV_LATER (types/dict.h), -1. */
int vv_set_add_now(vv_thread *t, vv_ref set, vv_ref key);
int vv_set_contains_now(vv_thread *t, vv_ref set, vv_ref key);
int vv_set_contains_hashed(vv_thread *t, vv_ref set, vv_ref key, vv_hash hash);
int vv_set_discard_now(vv_thread *t, vv_ref set, vv_ref key); /* 1 removed, 0 was not there */
/* Iteration in table order: borrowed key. */
bool vv_set_next(vv_ref set, size_t *pos, vv_ref *key, vv_hash *hash);
/* set.update(iterable): t->ret = NULL. */
vv_step vv_do_set_update(vv_thread *t, vv_ref set, vv_ref iterable);

#endif
