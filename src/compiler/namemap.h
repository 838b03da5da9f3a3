/* namemap.h - a table from identifiers to small integers that remembers the order of insertion; lives in an arena. */
#ifndef VV_COMPILER_NAMEMAP_H
#define VV_COMPILER_NAMEMAP_H

#include "base/arena.h"
#include "types/str.h"

typedef struct vv_namemap_entry {
    vv_obj *name; /* borrowed */
    int value;
} vv_namemap_entry;

typedef struct vv_namemap {
    vv_arena *arena;
    vv_namemap_entry *entries; /* in order of insertion; none is ever removed */
    int32_t *index;            /* hash table of entry numbers, -1 = empty; NULL while the map is small */
    uint32_t count, capacity, index_size;
} vv_namemap;

static inline void vv_namemap_init(vv_namemap *map, vv_arena *arena) {
    *map = (vv_namemap){.arena = arena};
}
/* The entry of a name, or NULL. Valid until the next insertion. */
vv_namemap_entry *vv_namemap_find(const vv_namemap *map, vv_ref name);
/* The value of a name, or `absent`. */
static inline int vv_namemap_get(const vv_namemap *map, vv_ref name, int absent) {
    const vv_namemap_entry *e = vv_namemap_find(map, name);
    return e == NULL ? absent : e->value;
}
/* Sets a value. 0, or -1 without memory (no exception is set). */
int vv_namemap_set(vv_namemap *map, vv_ref name, int value);
/* The value of a name, which gets the next number (count) if it is new; -1 without memory. */
int vv_namemap_number(vv_namemap *map, vv_ref name);

#endif
