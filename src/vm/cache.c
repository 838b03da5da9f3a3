/* cache.c - fills inline caches after a miss (vm/cache.h). A version of 0 means that none can be promised: no cache. */
#include "vm/cache.h"

#include "object/runtime.h"
#include "types/dict.h"
#include "types/function.h"
#include "types/tuple.h"
#include "types/instance.h"
#include "vm/frame.h"

/* Index of `name` among the entries of a dict, or -1. */
static int64_t entry_index(vv_thread *t, vv_ref dict, vv_ref name) {
    vv_hash hash;
    if (vv_hash_now(t, name, &hash) != 1)
        return -1;
    int64_t index = vv_dict_find_now(t, dict, name, hash);
    return index >= 0 && index <= UINT16_MAX ? index : -1;
}

/* A descriptor found on the type, if it is a __slots__ member of it or of a base that stands behind the header: else
 * NULL. */
static const vv_memberdescr *as_slot_member(vv_thread *t, const vv_type *type, vv_ref found) {
    if (found == NULL || !VV_IS(t, found, MEMBER_DESCR) || ((const vv_memberdescr *)found)->def != NULL)
        return NULL;
    const vv_memberdescr *member = (const vv_memberdescr *)found;
    return member->offset > 0 && vv_type_is_subtype(type, member->owner) ? member : NULL;
}

/* Can this attribute of a type never become a data descriptor? (a class could get a __set__ later) */
static bool stays_plain(vv_ref found) {
    return found == NULL || (found->type->s.descr_set == NULL && (found->type->flags & VV_TF_HEAP) == 0);
}

static void cache_type_attribute(vv_thread *t, vv_codeunit *cache, vv_ref owner, vv_ref name) {
    vv_type *type = VV_AS_TYPE(owner);
    if (type->s.getattr == NULL || owner->type != VV_TYPEP(t, TYPE) || vv_type_lookup_peek(t, owner->type, name) != NULL)
        return;
    vv_ref found = vv_type_lookup_peek(t, type, name);
    bool is_static = found != NULL && VV_IS(t, found, STATICMETHOD);
    if (found == NULL || (found->type->s.descr_get != NULL && !VV_IS(t, found, FUNCTION) && !is_static))
        return;
    uint32_t version = vv_type_version(t, type);
    if (version == 0)
        return;
    cache[0] = is_static ? VV_CACHE_STATIC : VV_CACHE_CLASS;
    vv_cache_set_u32(cache + 1, version);
    vv_cache_set_object(cache + 5, found);
}

void vv_cache_load_attr(vv_thread *t, vv_codeunit *cache, vv_ref owner, vv_ref name, bool method) {
    vv_type *type = owner->type;
    cache[0] = VV_CACHE_NONE;
    if (VV_IS(t, owner, MODULE)) {
        vv_ref dict = VV_MODULE_OF(owner)->dict;
        int64_t index = entry_index(t, dict, name);
        uint32_t version = index < 0 ? 0 : vv_dict_keys_version(t, dict);
        if (version == 0)
            return;
        cache[0] = VV_CACHE_MODULE;
        vv_cache_set_u32(cache + 1, version);
        vv_cache_set_u32(cache + 3, (uint32_t)index);
        return;
    }
    if (VV_ISA(owner, TYPE)) {
        cache_type_attribute(t, cache, owner, name);
        return;
    }
    if (type->s.getattr != vv_generic_getattr)
        return;
    uint32_t version = vv_type_version(t, type);
    if (version == 0)
        return;
    vv_ref found = vv_type_lookup_peek(t, type, name);
    int64_t index = vv_instance_index(type, name);
    if (index >= 0 && (found == NULL || found->type->s.descr_set == NULL)) {
        /* some instances have it: what the type has is no answer for all */
        vv_values values = vv_values_peek(owner);
        if (values != NULL && stays_plain(found) && (unsigned)index < vv_values_capacity(values) && values[index] != NULL) {
            cache[0] = VV_CACHE_VALUES;
            vv_cache_set_u32(cache + 3, (uint32_t)index);
            vv_cache_set_u32(cache + 1, version);
            return;
        }
        if (values != NULL || method)
            return;
    }
    if (method) {
        cache[0] = type->dictoffset == 0 ? VV_CACHE_METHOD : VV_CACHE_METHOD_DICT;
        vv_cache_set_object(cache + 5, found);
    } else if (as_slot_member(t, type, found) != NULL) {
        cache[0] = VV_CACHE_SLOT;
        vv_cache_set_u32(cache + 3, (uint32_t)as_slot_member(t, type, found)->offset);
    } else if (type->dictoffset != 0 && stays_plain(found)) {
        vv_ref dict = vv_instance_dict_peek(owner);
        int64_t entry = dict == NULL ? -1 : entry_index(t, dict, name);
        if (entry >= 0) {
            cache[0] = VV_CACHE_DICT;
            vv_cache_set_u32(cache + 3, (uint32_t)entry);
        } else if (index < 0 && found != NULL && found->type->s.descr_get == NULL) {
            cache[0] = VV_CACHE_VALUE;
            vv_cache_set_object(cache + 5, found);
        } else {
            return;
        }
    } else if (found != NULL && found->type->s.descr_get == NULL && found->type->s.descr_set == NULL) {
        cache[0] = VV_CACHE_VALUE;
        vv_cache_set_object(cache + 5, found);
    } else if (found != NULL && VV_IS(t, found, PROPERTY)) {
        cache[0] = VV_CACHE_PROPERTY;
        vv_cache_set_object(cache + 5, found);
    } else {
        return;
    }
    vv_cache_set_u32(cache + 1, version);
}

void vv_cache_store_attr(vv_thread *t, vv_codeunit *cache, vv_ref owner, vv_ref name) {
    vv_type *type = owner->type;
    cache[0] = VV_CACHE_NONE;
    if (type->s.setattr != vv_generic_setattr || VV_ISA(owner, TYPE) || VV_IS(t, owner, MODULE))
        return;
    uint32_t version = vv_type_version(t, type);
    if (version == 0)
        return;
    vv_ref found = vv_type_lookup_peek(t, type, name);
    const vv_memberdescr *member = as_slot_member(t, type, found);
    if (member != NULL) {
        if (member->offset > UINT16_MAX)
            return;
        cache[0] = VV_CACHE_SLOT;
        cache[3] = (vv_codeunit)member->offset;
    } else if (type->dictoffset != 0 && stays_plain(found)) {
        vv_ref dict = vv_instance_dict_peek(owner);
        int64_t index = dict == NULL ? vv_instance_index(type, name) : entry_index(t, dict, name);
        if (index < 0 && dict == NULL)
            return;
        if (index < 0) /* where it is going to be */
            index = VV_DICT(dict)->keys->used & UINT16_MAX;
        cache[0] = dict == NULL ? VV_CACHE_VALUES : VV_CACHE_DICT;
        cache[3] = (vv_codeunit)index;
    } else if (found != NULL && VV_IS(t, found, PROPERTY)) {
        cache[0] = VV_CACHE_PROPERTY;
    } else {
        return;
    }
    vv_cache_set_u32(cache + 1, version);
}

void vv_cache_load_global(vv_thread *t, vv_codeunit *cache, vv_ref globals, vv_ref builtins, vv_ref name) {
    cache[0] = VV_CACHE_NONE;
    uint32_t version = vv_dict_keys_version(t, globals);
    if (version == 0 || version > UINT16_MAX)
        return;
    int64_t index = entry_index(t, globals, name);
    if (index >= 0) {
        cache[0] = VV_CACHE_GLOBAL;
    } else {
        uint32_t builtins_version = vv_dict_keys_version(t, builtins);
        index = entry_index(t, builtins, name);
        if (index < 0 || builtins_version == 0 || builtins_version > UINT16_MAX)
            return;
        cache[0] = VV_CACHE_BUILTIN;
        cache[3] = (vv_codeunit)builtins_version;
    }
    cache[1] = (vv_codeunit)index;
    cache[2] = (vv_codeunit)version;
}

void vv_cache_name(vv_thread *t, vv_code *code, int index, vv_ref dict) {
    int64_t at = code->name_hints == NULL ? -1 : entry_index(t, dict, VV_TUPLE(code->names)->items[index]);
    if (at >= 0)
        code->name_hints[index] = (uint16_t)at;
}
