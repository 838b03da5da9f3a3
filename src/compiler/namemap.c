/* namemap.c - identifiers to integers: linear search while small, open addressing afterwards. */
#include "compiler/namemap.h"

#include <string.h>

enum { SMALL = 8 };

static bool same_name(vv_ref a, vv_ref b) {
    return a == b || (vv_str_hash(a) == vv_str_hash(b) && vv_str_equal(a, b));
}

/* Slot of a name in the index: its entry or the empty slot where it belongs. */
static uint32_t find_slot(const vv_namemap *map, vv_ref name) {
    uint32_t mask = map->index_size - 1;
    uint32_t i = (uint32_t)vv_str_hash(name) & mask;
    while (map->index[i] >= 0 && !same_name(map->entries[map->index[i]].name, name))
        i = (i + 1) & mask;
    return i;
}

vv_namemap_entry *vv_namemap_find(const vv_namemap *map, vv_ref name) {
    if (map->index != NULL) {
        int32_t at = map->index[find_slot(map, name)];
        return at < 0 ? NULL : &map->entries[at];
    }
    for (uint32_t i = 0; i < map->count; i++)
        if (same_name(map->entries[i].name, name))
            return &map->entries[i];
    return NULL;
}

static int build_index(vv_namemap *map, uint32_t size) {
    int32_t *index = vv_arena_alloc(map->arena, size * sizeof *index);
    if (index == NULL)
        return -1;
    memset(index, 0xFF, size * sizeof *index);
    map->index = index;
    map->index_size = size;
    for (uint32_t i = 0; i < map->count; i++)
        index[find_slot(map, map->entries[i].name)] = (int32_t)i;
    return 0;
}

int vv_namemap_set(vv_namemap *map, vv_ref name, int value) {
    vv_namemap_entry *e = vv_namemap_find(map, name);
    if (e != NULL) {
        e->value = value;
        return 0;
    }
    if (map->count == map->capacity) {
        uint32_t capacity = map->capacity == 0 ? 4 : map->capacity * 2;
        vv_namemap_entry *entries = vv_arena_alloc(map->arena, capacity * sizeof *entries);
        if (entries == NULL)
            return -1;
        if (map->count > 0)
            memcpy(entries, map->entries, map->count * sizeof *entries);
        map->entries = entries;
        map->capacity = capacity;
    }
    if (map->count >= SMALL && (map->count + 1) * 2 > map->index_size &&
        build_index(map, map->index_size == 0 ? 64 : map->index_size * 2) < 0)
        return -1;
    map->entries[map->count] = (vv_namemap_entry){VV_OBJ(name), value};
    uint32_t slot = map->index == NULL ? 0 : find_slot(map, name);
    if (map->index != NULL)
        map->index[slot] = (int32_t)map->count;
    map->count++;
    return 0;
}

int vv_namemap_number(vv_namemap *map, vv_ref name) {
    const vv_namemap_entry *e = vv_namemap_find(map, name);
    if (e != NULL)
        return e->value;
    int number = (int)map->count;
    return vv_namemap_set(map, name, number) < 0 ? -1 : number;
}
