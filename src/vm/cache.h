/* cache.h - reading and writing inline caches: 16-bit units behind an instruction, CPython 3.12's sizes.
 *
 * LOAD_ATTR (9 units):  kind | type version 2 | index or offset 2 | borrowed object 4 (valid while the version matches)
 * STORE_ATTR (4):       kind | type version 2 | index or offset 1
 * LOAD_GLOBAL (4):      kind | index | version of the globals' keys | version of the builtins' keys
 */
#ifndef VV_VM_CACHE_H
#define VV_VM_CACHE_H

#include <string.h>

#include "code/codeobj.h"

enum { VV_CACHES_LOAD_ATTR = 9, VV_CACHES_STORE_ATTR = 4, VV_CACHES_LOAD_GLOBAL = 4, VV_CACHES_CALL = 3 };

enum vv_attr_cache {
    VV_CACHE_NONE,
    VV_CACHE_VALUES,    /* the instance's value at index; the type has no such attribute, or no data descriptor */
    VV_CACHE_DICT,      /* the same as an entry of the instance's dict */
    VV_CACHE_SLOT,      /* __slots__ member at offset */
    VV_CACHE_METHOD,    /* function of the type; the instance has no dict */
    VV_CACHE_METHOD_DICT, /* function of the type; the instance's dict must not have the name, its values cannot */
    VV_CACHE_MODULE,    /* module dict entry at index; version: of the dict's keys */
    VV_CACHE_CLASS,     /* attribute of a class itself: object */
    VV_CACHE_STATIC,    /* static method of a class: object is the staticmethod */
    VV_CACHE_VALUE,     /* attribute of the type that is no descriptor; for the instance the same as above */
    VV_CACHE_PROPERTY,  /* object is a property whose getter (setter) is a Python function */
    VV_CACHE_GLOBAL, VV_CACHE_BUILTIN,
};

static inline uint32_t vv_cache_u32(const vv_codeunit *p) {
    return (uint32_t)p[0] | (uint32_t)p[1] << 16;
}
static inline void vv_cache_set_u32(vv_codeunit *p, uint32_t value) {
    p[0] = (vv_codeunit)value;
    p[1] = (vv_codeunit)(value >> 16);
}
static inline vv_obj *vv_cache_object(const vv_codeunit *p) {
    vv_obj *o;
    memcpy(&o, p, sizeof o);
    return o;
}
static inline void vv_cache_set_object(vv_codeunit *p, vv_ref o) {
    memcpy(p, &o, sizeof o);
}

/* Fills the cache of a LOAD_ATTR / STORE_ATTR / LOAD_GLOBAL that has just missed, where the look-up is simple enough
 * (vm/cache.c). `cache` = the instruction's first cache unit. */
void vv_cache_load_attr(vv_thread *t, vv_codeunit *cache, vv_ref owner, vv_ref name, bool method);
void vv_cache_store_attr(vv_thread *t, vv_codeunit *cache, vv_ref owner, vv_ref name);
/* Notes in code->name_hints where a dict has names[index]. */
void vv_cache_name(vv_thread *t, vv_code *code, int index, vv_ref dict);
void vv_cache_load_global(vv_thread *t, vv_codeunit *cache, vv_ref globals, vv_ref builtins, vv_ref name);

#endif
