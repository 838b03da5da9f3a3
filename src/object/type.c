/* type.c - attribute look-up along the MRO with its cache, versions, the web of subclasses, and what type objects own.
 *
 * Invariant: if a type has a version, so has every type in its MRO; hence vv_type_modified stops at types without one.
 * A cache entry is valid while its version is some type's current one. The cache owns the names it holds, else a new
 * string at the address of a dead one would be mistaken for it.
 */
#include "object/type.h"

#include <string.h>

#include "object/alloc.h"
#include "object/error.h"
#include "object/slotdefs.h"
#include "object/type_private.h"
#include "object/weakref.h"
#include "types/dict.h"
#include "types/instance.h"
#include "types/list.h"
#include "types/str.h"
#include "types/tuple.h"

enum { VV_TYPE_CACHE_SIZE = 4096 };

struct vv_type_cache {
    struct {
        uint32_t version;
        vv_obj *name;  /* owned */
        vv_obj *value; /* borrowed: alive while the version is current; NULL = known to be absent */
    } entry[VV_TYPE_CACHE_SIZE];
};

bool vv_type_is_subtype(const vv_type *type, const vv_type *base) {
    if (type->mro == NULL) { /* during start-up */
        for (; type != NULL; type = type->base) {
            if (type == base)
                return true;
        }
        return false;
    }
    const vv_tuple *mro = VV_TUPLE(type->mro);
    for (size_t i = 0; i < mro->length; i++) {
        if (mro->items[i] == &base->head)
            return true;
    }
    return false;
}

/* ---- look-up ---- */

static vv_ref find_in_mro(const vv_type *type, vv_ref name) {
    if (type->mro == NULL)
        return NULL;
    const vv_tuple *mro = VV_TUPLE(type->mro);
    for (size_t i = 0; i < mro->length; i++) {
        vv_ref dict = VV_AS_TYPE(mro->items[i])->dict;
        vv_ref value = dict == NULL ? NULL : vv_dict_get_str_peek(dict, name);
        if (value != NULL)
            return value;
    }
    return NULL;
}

uint32_t vv_type_version(vv_thread *t, vv_type *type) {
    if (type->version != 0)
        return type->version;
    if (type->mro == NULL || (type->flags & VV_TF_OWN_MRO) != 0)
        return 0;
    const vv_tuple *mro = VV_TUPLE(type->mro);
    for (size_t i = mro->length; i-- > 0;) {
        vv_type *base = VV_AS_TYPE(mro->items[i]);
        if (base->version == 0 && (base->flags & VV_TF_OWN_MRO) == 0) {
            if (t->vm->next_type_version == UINT32_MAX)
                return 0;
            base->version = ++t->vm->next_type_version;
        }
    }
    return type->version;
}

vv_ref vv_type_lookup_peek(vv_thread *t, const vv_type *type, vv_ref name) {
    struct vv_type_cache *cache = t->vm->type_cache;
    if (VV_UNLIKELY(cache == NULL || VV_STR(name)->interned == 0))
        return find_in_mro(type, name);
    uint32_t version = type->version;
    if (VV_UNLIKELY(version == 0)) {
        version = vv_type_version(t, VV_CAST(vv_type, type));
        if (version == 0)
            return find_in_mro(type, name);
    }
    size_t i = (version * 31u + (uint32_t)((uintptr_t)name >> 4)) & (VV_TYPE_CACHE_SIZE - 1);
    if (VV_LIKELY(cache->entry[i].version == version && cache->entry[i].name == name))
        return cache->entry[i].value;
    vv_ref value = find_in_mro(type, name);
    cache->entry[i].version = version;
    cache->entry[i].value = VV_OBJ(value);
    vv_setref_take(t, &cache->entry[i].name, vv_newref(name));
    return value;
}

int vv_type_cache_init(vv_vm *vm) {
    vm->type_cache = vv_mem_alloc_zeroed(vm->mem, sizeof(struct vv_type_cache));
    return vm->type_cache == NULL ? -1 : 0;
}

int vv_type_cache_visit(vv_vm *vm, vv_visit visit, void *arg) {
    for (size_t i = 0; vm->type_cache != NULL && i < VV_TYPE_CACHE_SIZE; i++)
        VV_VISIT(vm->type_cache->entry[i].name);
    return 0;
}

void vv_type_cache_finish(vv_thread *t) {
    for (size_t i = 0; t->vm->type_cache != NULL && i < VV_TYPE_CACHE_SIZE; i++)
        vv_clearref(t, &t->vm->type_cache->entry[i].name);
    vv_mem_free(t->vm->mem, t->vm->type_cache);
    t->vm->type_cache = NULL;
}

/* ---- subclasses ---- */

int vv_type_each_subclass(vv_ref type, vv_visit visit, void *arg) {
    vv_ref list = VV_AS_TYPE(type)->subclasses;
    for (size_t i = 0; list != NULL && i < VV_LIST(list)->length; i++) {
        vv_ref subclass = vv_weakref_get_peek(VV_LIST(list)->items[i]);
        if (subclass != NULL) {
            int r = visit(VV_OBJ(subclass), arg);
            if (r != 0)
                return r;
        }
    }
    return 0;
}

/* Takes `gone` (may be NULL) and dead references out of a type's list of subclasses. */
static void purge_subclasses(vv_thread *t, vv_type *type, vv_ref gone) {
    vv_list *list = VV_LIST(type->subclasses);
    for (size_t i = list->length; i-- > 0;) {
        vv_ref subclass = vv_weakref_get_peek(list->items[i]);
        if ((subclass == NULL || subclass == gone) && vv_list_replace(t, &list->head, i, i + 1, NULL, 0) < 0)
            vv_clear_error(t);
    }
}

static int add_to_base(vv_thread *t, vv_type *base, vv_type *type) {
    if (base->subclasses == NULL && (base->subclasses = vv_list_new(t, 0)) == NULL)
        return -1;
    size_t length = VV_LIST(base->subclasses)->length;
    if (length >= 16 && (length & (length - 1)) == 0)
        purge_subclasses(t, base, NULL);
    vv_obj *ref = vv_weakref_new(t, &type->head, NULL);
    if (ref == NULL)
        return -1;
    return vv_list_append_take(t, base->subclasses, ref);
}

int vv_type_add_subclass(vv_thread *t, vv_type *type) {
    const vv_tuple *bases = VV_TUPLE(type->bases);
    for (size_t i = 0; i < bases->length; i++) {
        if (add_to_base(t, VV_AS_TYPE(bases->items[i]), type) < 0)
            return -1;
    }
    return 0;
}

void vv_type_remove_subclass(vv_thread *t, vv_type *type) {
    const vv_tuple *bases = VV_TUPLE(type->bases);
    for (size_t i = 0; i < bases->length; i++) {
        vv_type *base = VV_AS_TYPE(bases->items[i]);
        if (base->subclasses != NULL)
            purge_subclasses(t, base, &type->head);
    }
}

/* Walks are worklists chained through type->walk, which `end` closes so that NULL says "not on the list". */
typedef struct walk {
    vv_type *first, end;
    vv_thread *t;
    vv_ref name;
    uint32_t flag;
} walk;

static int push_versioned(vv_obj *o, void *arg) {
    walk *w = arg;
    vv_type *type = VV_AS_TYPE(o);
    if (type->version != 0 && type->walk == NULL) {
        type->walk = w->first;
        w->first = type;
    }
    return 0;
}

void vv_type_modified(vv_thread *t, vv_type *type) {
    (void)t;
    walk w = {.t = t};
    w.first = &w.end;
    push_versioned(&type->head, &w);
    while (w.first != &w.end) {
        vv_type *next = w.first;
        w.first = next->walk;
        next->walk = NULL;
        next->version = 0;
        vv_type_each_subclass(&next->head, push_versioned, &w);
    }
}

static int push_any(vv_obj *o, void *arg) {
    walk *w = arg;
    vv_type *type = VV_AS_TYPE(o);
    if (type->walk != NULL)
        return 0;
    /* A class that has an attribute of this name itself hides the change from those below it. */
    if (w->name != NULL && vv_dict_get_str_peek(type->dict, w->name) != NULL)
        return 0;
    type->walk = w->first;
    w->first = type;
    return 0;
}

void vv_slots_update_below(vv_thread *t, vv_type *type, vv_ref name) {
    walk w = {.t = t};
    w.first = &w.end;
    push_any(&type->head, &w);
    w.name = name;
    while (w.first != &w.end) {
        vv_type *next = w.first;
        w.first = next->walk;
        next->walk = NULL;
        if ((next->flags & VV_TF_HEAP) != 0 && name != NULL)
            vv_slots_update_name(t, next, name);
        else if ((next->flags & VV_TF_HEAP) != 0)
            vv_slots_update(t, next);
        vv_type_each_subclass(&next->head, push_any, &w);
    }
}

static int push_other_collection(vv_obj *o, void *arg) {
    walk *w = arg;
    vv_type *type = VV_AS_TYPE(o);
    if (type->walk == NULL && (type->flags & VV_TF_IMMUTABLE) == 0 && (type->flags & (VV_TF_SEQUENCE | VV_TF_MAPPING)) != w->flag) {
        type->walk = w->first;
        w->first = type;
    }
    return 0;
}

void vv_type_set_collection(vv_thread *t, vv_type *type, uint32_t flag) {
    walk w = {.t = t, .flag = flag};
    w.first = &w.end;
    push_other_collection(&type->head, &w);
    while (w.first != &w.end) {
        vv_type *next = w.first;
        w.first = next->walk;
        next->walk = NULL;
        next->flags = (next->flags & ~(uint32_t)(VV_TF_SEQUENCE | VV_TF_MAPPING)) | flag;
        vv_type_each_subclass(&next->head, push_other_collection, &w);
    }
}

/* ---- what a type says of itself ---- */

vv_owned vv_type_module(vv_thread *t, const vv_type *type) {
    if ((type->flags & VV_TF_HEAP) != 0) {
        vv_ref module = vv_dict_get_str_peek(type->dict, VV_N(t, __module__));
        if (module != NULL)
            return vv_newref(module);
        return vv_str_from_cstr(t, "builtins");
    }
    return vv_str_from_cstr(t, type->spec->module == NULL ? "builtins" : type->spec->module);
}

vv_owned vv_type_repr(vv_thread *t, const vv_type *type) {
    VV_AUTO module = {t, vv_type_module(t, type)};
    if (module.o == NULL)
        return NULL;
    if (VV_ISA(module.o, STR) && !vv_str_equal_cstr(module.o, "builtins"))
        return vv_format(t, "<class '%U.%U'>", module.o, type->qualname);
    return vv_format(t, "<class '%U'>", type->name);
}

/* ---- type objects as objects ---- */

int vv_type_traverse(vv_ref self, vv_visit visit, void *arg) {
    const vv_type *type = VV_CAST(const vv_type, self);
    VV_VISIT(type->dict);
    VV_VISIT(type->name);
    VV_VISIT(type->qualname);
    VV_VISIT(type->bases);
    VV_VISIT(type->mro);
    VV_VISIT(type->subclasses);
    VV_VISIT(type->slot_names);
    VV_VISIT(type->base);
    for (uint32_t i = 0, n = type->shared_keys == NULL ? 0 : type->shared_keys->used; i < n; i++)
        VV_VISIT(vv_dict_entries(type->shared_keys)[i].key);
    return 0;
}

void vv_type_clear(vv_thread *t, vv_obj *self) {
    vv_type *type = VV_AS_TYPE(self);
    if ((type->flags & VV_TF_HEAP) == 0)
        return;
    vv_type_modified(t, type);
    if (type->dict != NULL)
        vv_dict_clear(t, type->dict);
    /* The MRO refers to the type itself; name, bases and base stay so that dying instances find their layout. */
    vv_clearref(t, &type->mro);
}

void vv_type_dealloc(vv_thread *t, vv_obj *self) {
    vv_type *type = VV_AS_TYPE(self);
    VV_ASSERT((type->flags & VV_TF_HEAP) != 0);
    if (type->bases != NULL)
        vv_type_remove_subclass(t, type);
    vv_clearref(t, &type->dict);
    vv_clearref(t, &type->qualname);
    vv_clearref(t, &type->bases);
    vv_clearref(t, &type->mro);
    vv_clearref(t, &type->subclasses);
    vv_clearref(t, &type->slot_names);
    vv_instance_keys_free(t, type);
    vv_obj *base = &type->base->head, *name = type->name;
    vv_free_object(t, self);
    vv_xdecref(t, base);
    vv_xdecref(t, name);
}
