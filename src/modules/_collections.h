/* _collections.h - what the files of module _collections share. */
#ifndef VV_MODULES_COLLECTIONS_H
#define VV_MODULES_COLLECTIONS_H

#include "object/runtime.h"

/* A double-ended queue: a ring of a power of two places. `left` is where its first item would stand in CPython's chain of
 * blocks of 64, which is all of that chain that can be seen (sys.getsizeof). */
typedef struct vv_deque {
    vv_obj head;
    vv_obj **items;  /* vv_alloc, `capacity` places, or NULL */
    size_t capacity; /* 0 or a power of two */
    size_t start, length;
    uint64_t state;  /* counts changes, for iterators and searches */
    int64_t maxlen;  /* -1: none */
    uint8_t left;
    vv_obj *weaklist;
} vv_deque;
#define VV_DEQUE(o) ((vv_deque *)(o))

#endif
