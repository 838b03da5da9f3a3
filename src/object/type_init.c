/* type_init.c - built-in types from their specs, in two parts: first what instances need (sizes, slots, flags), then,
 * once strings, tuples and dicts can be made, names, bases, MROs and dicts.
 */
#include <string.h>

#include "object/alloc.h"
#include "object/error.h"
#include "object/intern.h"
#include "object/side.h"
#include "object/slotdefs.h"
#include "object/type_private.h"
#include "types/dict.h"
#include "types/function.h"
#include "types/str.h"
#include "types/tuple.h"

/* The struct of a built-in type has room for collector links before it like any type object, never linked. */
static vv_type *new_static_type(vv_vm *vm) {
    char *block = vv_mem_alloc_zeroed(vm->mem, sizeof(vv_gc_head) + sizeof(vv_type));
    if (block == NULL)
        return NULL;
    vv_type *type = (vv_type *)(block + sizeof(vv_gc_head));
    type->next_static = vm->static_types;
    vm->static_types = type;
    vv_make_immortal(&type->head);
    return type;
}

/* Slots that a type did not define itself come from its base; hash and comparison only together. */
static void inherit_slots(vv_type *type, const vv_type *base, const vv_slots *own) {
    const vv_anyfn *from = (const vv_anyfn *)&base->s;
    vv_anyfn *to = vv_slot_array(type);
    bool both = own == NULL || (own->compare == NULL && own->hash == NULL);
    for (size_t i = 0; i < VV_SLOT__COUNT; i++) {
        if (to[i] != NULL || ((i == VV_SLOT_compare || i == VV_SLOT_hash) && !both))
            continue;
        if (i == VV_SLOT_new_ && (type->flags & VV_TF_NO_NEW) != 0)
            continue;
        to[i] = from[i];
    }
    if (type->s.hash == NULL)
        type->s.hash = vv_hash_unhashable;
}

enum { VV_PASSED_ON = VV_TF_INHERITED | VV_TF_SEQUENCE | VV_TF_MAPPING | VV_TF_MATCH_SELF | VV_TF_GC };

/* Is it a heap type in CPython? Its instances visit it. */
static bool is_made(const vv_typespec *spec) {
    static const char static_ones[] = " builtins sys types weakref datetime decimal _contextvars pickle ";
    const char *found = spec->module == NULL ? static_ones + 1 : strstr(static_ones, spec->module);
    return (found == NULL || found[-1] != ' ') && strcmp(spec->name, "TypeAliasType") != 0;
}

static int visit_nothing(vv_ref self, vv_visit visit, void *arg) {
    (void)self, (void)visit, (void)arg;
    return 0;
}

static void fill_layout(vv_vm *vm, vv_type *type, const vv_typespec *spec, vv_type *base) {
    type->head.type = vm->types[VV_T_TYPE];
    type->spec = spec;
    type->id = VV_T__COUNT;
    type->tp_name = spec->name;
    type->flags = spec->flags | VV_TF_IMMUTABLE | (is_made(spec) ? VV_TF_MADE : 0);
    type->basicsize = spec->basicsize;
    type->itemsize = spec->itemsize;
    type->dictoffset = spec->dictoffset;
    type->weakoffset = spec->weakoffset;
    type->dealloc = spec->dealloc;
    type->traverse = spec->traverse;
    type->clear = spec->clear;
    if (spec->slots != NULL)
        type->s = *spec->slots;
    if (base != NULL) {
        type->base = base;
        type->flags |= base->flags & VV_PASSED_ON;
        if (type->basicsize < base->basicsize)
            type->basicsize = base->basicsize;
        if (type->itemsize == 0)
            type->itemsize = base->itemsize;
        if (type->dictoffset == 0)
            type->dictoffset = base->dictoffset;
        if (type->weakoffset == 0)
            type->weakoffset = base->weakoffset;
        if (type->dealloc == NULL)
            type->dealloc = base->dealloc;
        if (type->traverse == NULL)
            type->traverse = base->traverse;
        if (type->clear == NULL)
            type->clear = base->clear;
        inherit_slots(type, base, spec->slots);
    }
    if (spec->gc64 && (type->flags & VV_TF_MADE) != 0) {
        type->flags |= VV_TF_GC;
        type->traverse = visit_nothing;
    }
    type->presize = (type->flags & VV_TF_GC) != 0 ? sizeof(vv_gc_head) : 0;
    if (type->s.getattr == vv_generic_getattr || (spec->flags & VV_TF_PLAIN_HASH_EQ) != 0)
        type->flags |=
            type->s.hash == vv_identity_hash && type->s.compare == vv_identity_compare ? VV_TF_PLAIN_HASH_EQ : 0;
    VV_CHECK((type->flags & VV_TF_GC) == 0 || type->traverse != NULL);
    VV_CHECK(type->dealloc != NULL && type->basicsize >= sizeof(vv_obj));
}

int vv_type_init(vv_thread *t) {
    vv_vm *vm = t->vm;
    for (int id = 0; id < VV_T__EAGER; id++) {
        vm->types[id] = new_static_type(vm);
        if (vm->types[id] == NULL)
            return -1;
    }
    /* A base may stand behind the types made from it: go round until all are filled. */
    for (int left = VV_T__EAGER; left > 0;) {
        int before = left;
        for (int id = 0; id < VV_T__EAGER; id++) {
            const vv_typespec *spec = vv_builtin_specs[id];
            vv_type *base = id == VV_T_OBJECT ? NULL : vm->types[spec->base];
            if (vm->types[id]->spec != NULL || (base != NULL && base->spec == NULL))
                continue;
            fill_layout(vm, vm->types[id], spec, base);
            vm->types[id]->id = (uint32_t)id;
            left--;
        }
        VV_CHECK(left < before);
    }
    return vv_type_cache_init(vm);
}

/* ---- names, bases, dicts ---- */

static int set_owned(vv_thread *t, vv_ref dict, const char *name, vv_owned value) {
    if (value == NULL)
        return -1;
    int r = vv_dict_set_cstr(t, dict, name, value);
    vv_decref(t, value);
    return r;
}

/* Adds an attribute unless a line before has given the name already. */
static int add_attribute(vv_thread *t, vv_type *type, const char *name, vv_owned value) {
    if (value == NULL)
        return -1;
    VV_AUTO held = {t, value};
    (void)held;
    VV_AUTO key = {t, vv_intern_cstr(t, name)};
    if (key.o == NULL)
        return -1;
    if (vv_dict_get_str_peek(type->dict, key.o) != NULL)
        return 0;
    return vv_dict_set_str(t, type->dict, key.o, value);
}

static int add_slot_wrappers(vv_thread *t, vv_type *type) {
    const vv_typespec *spec = type->spec;
    if (spec->slots == NULL)
        return 0;
    const vv_anyfn *own = (const vv_anyfn *)spec->slots;
    for (const vv_slotdef *d = vv_slotdefs; d->name != NULL; d++) {
        if (own[d->slot] == NULL)
            continue;
        if (d->slot == VV_SLOT_new_) {
            if (add_attribute(t, type, d->name, vv_builtin_new(t, &vv_new_wrapper_def, &type->head, NULL, type)) < 0)
                return -1;
        } else if (d->slot == VV_SLOT_getattr && d->variant != VV_VARIANT_PLAIN) {
            continue; /* __getattr__ is a class's own business */
        } else if (d->slot == VV_SLOT_hash && own[d->slot] == (vv_anyfn)vv_hash_unhashable) {
            continue;
        } else if (add_attribute(t, type, d->name, vv_wrapperdescr_new(t, type, d)) < 0) {
            return -1;
        }
    }
    return 0;
}

static int add_methods(vv_thread *t, vv_type *type) {
    for (const vv_methoddef *def = type->spec->methods; def != NULL && def->name != NULL; def++) {
        vv_obj *o;
        if (def->binding == VV_BIND_STATIC) {
            VV_AUTO f = {t, vv_builtin_new(t, def, &type->head, NULL, type)};
            o = f.o == NULL ? NULL : vv_staticmethod_new(t, f.o);
        } else {
            o = vv_methoddescr_new(t, type, def);
        }
        if (add_attribute(t, type, def->name, o) < 0)
            return -1;
    }
    return 0;
}

static int fill_dict(vv_thread *t, vv_type *type) {
    const vv_typespec *spec = type->spec;
    if (add_methods(t, type) < 0 || add_slot_wrappers(t, type) < 0)
        return -1;
    for (const vv_memberdef *def = spec->members; def != NULL && def->name != NULL; def++) {
        if (add_attribute(t, type, def->name, vv_memberdescr_new(t, type, def)) < 0)
            return -1;
    }
    for (const vv_getsetdef *def = spec->getset; def != NULL && def->name != NULL; def++) {
        if (add_attribute(t, type, def->name, vv_getsetdescr_new(t, type, def)) < 0)
            return -1;
    }
    if (type->s.hash == vv_hash_unhashable &&
        (type->base == NULL || type->base->s.hash != vv_hash_unhashable || (spec->slots != NULL && spec->slots->compare != NULL))) {
        if (vv_dict_set_str(t, type->dict, VV_N(t, __hash__), VV_NONE(t)) < 0)
            return -1;
    }
    if (vv_dict_get_str_peek(type->dict, VV_N(t, __doc__)) == NULL)
        return set_owned(t, type->dict, "__doc__", spec->doc == NULL ? vv_none(t) : vv_str_from_cstr(t, spec->doc));
    return 0;
}

/* tp_name of a type that is not a builtin has its module in front, as CPython's messages show it. */
static int set_names(vv_thread *t, vv_type *type) {
    const vv_typespec *spec = type->spec;
    type->name = vv_intern_cstr(t, spec->name);
    if (type->name == NULL)
        return -1;
    type->qualname = vv_newref(type->name);
    if (spec->module == NULL || strcmp(spec->module, "builtins") == 0)
        return 0;
    size_t m = strlen(spec->module), n = strlen(spec->name);
    char *text = vv_alloc(t, m + n + 2);
    if (text == NULL)
        return -1;
    memcpy(text, spec->module, m);
    text[m] = '.';
    memcpy(text + m + 1, spec->name, n + 1);
    type->tp_name = text;
    return 0;
}

static int set_bases(vv_thread *t, vv_type *type) {
    type->bases = type->base == NULL ? vv_tuple_new(t, 0) : vv_tuple_pack(t, 1, &type->base->head);
    if (type->bases == NULL)
        return -1;
    size_t depth = 0;
    for (vv_type *b = type; b != NULL; b = b->base)
        depth++;
    vv_obj *mro = vv_tuple_new(t, depth);
    if (mro == NULL)
        return -1;
    size_t i = 0;
    for (vv_type *b = type; b != NULL; b = b->base)
        VV_TUPLE(mro)->items[i++] = vv_newref(&b->head);
    type->mro = mro; /* stays untracked: built-in types are not collected */
    type->dict = vv_dict_new(t);
    return type->dict == NULL ? -1 : 0;
}

int vv_type_init_dicts(vv_thread *t) {
    vv_vm *vm = t->vm;
    for (int id = 0; id < VV_T__EAGER; id++) {
        if (set_names(t, vm->types[id]) < 0 || set_bases(t, vm->types[id]) < 0)
            return -1;
    }
    for (int id = 0; id < VV_T__EAGER; id++) {
        if (fill_dict(t, vm->types[id]) < 0 || vv_type_add_subclass(t, vm->types[id]) < 0)
            return -1;
    }
    return 0;
}

vv_owned vv_type_from_spec(vv_thread *t, const vv_typespec *spec, vv_ref base_or_null) {
    vv_type *type = new_static_type(t->vm);
    if (type == NULL)
        return vv_raise_memory(t);
    fill_layout(t->vm, type, spec, base_or_null == NULL ? t->vm->types[spec->base] : VV_AS_TYPE(base_or_null));
    if (set_names(t, type) < 0 || set_bases(t, type) < 0 || fill_dict(t, type) < 0 || vv_type_add_subclass(t, type) < 0)
        return NULL; /* the half-made type stays in the chain of static types, unused, until the program ends */
    return &type->head;
}

vv_type *vv_type_ensure_peek(vv_thread *t, int id) {
    if (t->vm->types[id] != NULL)
        return t->vm->types[id];
    const vv_typespec *spec = vv_builtin_specs[id];
    if (spec == NULL && (spec = vv_side_peek(t, VV_SIDE_TYPE + (uint32_t)(id - VV_T__EAGER))) == NULL) {
        (void)vv_raise(t, VV_SystemError, "the module of a type is not loaded");
        return NULL;
    }
    if (spec->base >= VV_T__EAGER && vv_type_ensure_peek(t, spec->base) == NULL) /* a base of the same module: a level or two */
        return NULL;
    vv_type *type = VV_AS_TYPE(vv_type_from_spec(t, spec, NULL));
    if (type != NULL) {
        type->id = (uint32_t)id;
        t->vm->types[id] = type;
    }
    return type;
}

void vv_type_finish(vv_thread *t) {
    vv_vm *vm = t->vm;
    vv_type_cache_finish(t);
    for (vv_type *type = vm->static_types; type != NULL; type = type->next_static) {
        vv_clearref(t, &type->dict);
        vv_clearref(t, &type->bases);
        vv_clearref(t, &type->mro);
        vv_clearref(t, &type->subclasses);
    }
    /* Layouts and names go last: everything above still needed them to die. */
    for (vv_type *type = vm->static_types; type != NULL; type = type->next_static) {
        vv_clearref(t, &type->name);
        vv_clearref(t, &type->qualname);
        if (type->tp_name != type->spec->name)
            vv_free(t, (void *)(uintptr_t)type->tp_name);
        type->tp_name = type->spec->name;
    }
}

void vv_type_free_static(vv_vm *vm) {
    for (vv_type *type = vm->static_types, *next; type != NULL; type = next) {
        next = type->next_static;
        vv_mem_free(vm->mem, (char *)type - sizeof(vv_gc_head));
    }
    vm->static_types = NULL;
}
