/* builtin.c - built-in functions and C methods bound to an instance or a class. */
#include <stdio.h>
#include <string.h>

#include "object/alloc.h"
#include "object/error.h"
#include "object/intern.h"
#include "types/dict.h"
#include "types/function.h"
#include "types/reduce.h"
#include "types/str.h"
#include "types/tuple.h"

const vv_signature *vv_def_signature(vv_thread *t, const vv_methoddef *def, const vv_type *owner, vv_ref module) {
    char name[160];
    const char *text = NULL;
    if (owner != NULL)
        text = owner->spec->name; /* a qualified name has no module */
    else if (module != NULL && VV_ISA(module, STR) && !vv_str_equal_cstr(module, "builtins"))
        text = vv_str_utf8_peek(t, module, &(size_t){0});
    if (text != NULL)
        snprintf(name, sizeof(name), "%s.%s", text, def->name);
    else
        snprintf(name, sizeof(name), "%s", def->name);
    return vv_signature_parse(t, def->signature, name);
}

vv_owned vv_builtin_new(vv_thread *t, const vv_methoddef *def, vv_ref self, vv_ref module, vv_type *owner) {
    vv_builtin *f = (vv_builtin *)vv_new_object(t, VV_TYPEP(t, BUILTIN), sizeof(vv_builtin));
    if (f == NULL)
        return NULL;
    f->def = def;
    f->self = vv_xnewref(self);
    f->module = vv_xnewref(module);
    f->owner = owner;
    if (owner != NULL)
        vv_incref(&owner->head);
    vv_track(t, &f->head);
    return &f->head;
}

const vv_signature *vv_builtin_signature(vv_thread *t, vv_builtin *f) {
    if (f->sig == NULL)
        f->sig = vv_def_signature(t, f->def, f->owner, f->module);
    return f->sig;
}

static vv_step builtin_repr(vv_thread *t, vv_ref self) {
    const vv_builtin *f = VV_BUILTIN_OF(self);
    if (f->self == NULL || VV_IS(t, f->self, MODULE))
        return vv_return(t, vv_format(t, "<built-in function %s>", f->def->name));
    return vv_return(
        t, vv_format(t, "<built-in method %s of %T object at %p>", f->def->name, f->self, (const void *)f->self));
}

static vv_step builtin_compare(vv_thread *t, vv_ref a, vv_ref b, int op) {
    if ((op != VV_EQ && op != VV_NE) || !VV_IS(t, a, BUILTIN) || !VV_IS(t, b, BUILTIN))
        return vv_return_not_implemented(t);
    bool equal = VV_BUILTIN_OF(a)->self == VV_BUILTIN_OF(b)->self && VV_BUILTIN_OF(a)->def == VV_BUILTIN_OF(b)->def;
    return vv_return(t, vv_bool(t, equal == (op == VV_EQ)));
}

static vv_step builtin_hash(vv_thread *t, vv_ref self) {
    vv_hash h = vv_pointer_hash(VV_BUILTIN_OF(self)->self) ^ vv_pointer_hash(VV_BUILTIN_OF(self)->def);
    return vv_return_int(t, h == -1 ? -2 : h);
}

static vv_owned get_name(vv_thread *t, vv_ref self) {
    return vv_intern_cstr(t, VV_BUILTIN_OF(self)->def->name);
}

static vv_owned get_qualname(vv_thread *t, vv_ref self) {
    const vv_builtin *f = VV_BUILTIN_OF(self);
    if (f->self == NULL || VV_IS(t, f->self, MODULE))
        return get_name(t, self);
    const vv_type *type = VV_ISA(f->self, TYPE) ? VV_AS_TYPE(f->self) : f->self->type;
    return vv_format(t, "%U.%s", type->qualname, f->def->name);
}

static vv_owned get_module(vv_thread *t, vv_ref self) {
    const vv_builtin *f = VV_BUILTIN_OF(self);
    return f->module == NULL ? vv_none(t) : vv_newref(f->module);
}

static int set_module(vv_thread *t, vv_ref self, vv_ref value) {
    vv_setref_take(t, &VV_BUILTIN_OF(self)->module, vv_xnewref(value));
    return 0;
}

static vv_owned get_self(vv_thread *t, vv_ref self) {
    const vv_builtin *f = VV_BUILTIN_OF(self);
    return f->self == NULL ? vv_none(t) : vv_newref(f->self);
}

static vv_owned get_doc(vv_thread *t, vv_ref self) {
    const char *doc = VV_BUILTIN_OF(self)->def->doc;
    return doc == NULL || *doc == '\0' ? vv_none(t) : vv_str_from_cstr(t, doc);
}

static vv_owned get_text_signature(vv_thread *t, vv_ref self) {
    return vv_def_text_signature(t, VV_BUILTIN_OF(self)->def);
}

static void builtin_dealloc(vv_thread *t, vv_obj *self) {
    vv_builtin *f = VV_BUILTIN_OF(self);
    vv_clearref(t, &f->self);
    vv_clearref(t, &f->module);
    vv_obj *owner = f->owner == NULL ? NULL : &f->owner->head;
    vv_free_object(t, self);
    vv_xdecref(t, owner);
}

static int builtin_traverse(vv_ref self, vv_visit visit, void *arg) {
    const vv_builtin *f = VV_BUILTIN_OF(self);
    VV_VISIT(f->self);
    VV_VISIT(f->module);
    return 0;
}

static void builtin_clear(vv_thread *t, vv_obj *self) {
    vv_clearref(t, &VV_BUILTIN_OF(self)->self);
    vv_clearref(t, &VV_BUILTIN_OF(self)->module);
}

static vv_owned builtin_reduce(vv_thread *t, vv_obj *const *argv) {
    VV_AUTO name = {t, get_name(t, argv[0])};
    vv_ref self = VV_BUILTIN_OF(argv[0])->self;
    if (name.o == NULL || self == NULL || vv_is_instance(self, VV_TYPEP(t, MODULE)))
        return vv_move(&name.o);
    return vv_reduce_attribute(t, self, name.o);
}

static const vv_methoddef builtin_methods[] = {
    {"__reduce__", VV_KIND_LEAF, VV_BIND_INSTANCE, {.leaf = builtin_reduce}, "__reduce__($self, /)", NULL},
    {NULL, VV_KIND_LEAF, VV_BIND_INSTANCE, {.leaf = NULL}, NULL, NULL},
};
static const vv_getsetdef builtin_getset[] = {
    {"__name__", get_name, NULL, NULL},
    {"__qualname__", get_qualname, NULL, NULL},
    {"__doc__", get_doc, NULL, NULL},
    {"__self__", get_self, NULL, NULL},
    {"__module__", get_module, set_module, NULL},
    {"__text_signature__", get_text_signature, NULL, NULL},
    {NULL, NULL, NULL, NULL},
};
static const vv_slots builtin_slots = {
    .repr = builtin_repr, .call = vv_call_builtin, .compare = builtin_compare, .hash = builtin_hash};

const vv_typespec vv_builtin_spec = {
    .name = "builtin_function_or_method",
    .base = VV_T_OBJECT,
    .flags = VV_TF_GC | VV_TF_NO_NEW | VV_TF_PLAIN_HASH_EQ,
    .basicsize = sizeof(vv_builtin),
    .size64 = 72,
    .weakoffset = offsetof(vv_builtin, weaklist),
    .slots = &builtin_slots,
    .methods = builtin_methods,
    .getset = builtin_getset,
    .dealloc = builtin_dealloc,
    .traverse = builtin_traverse,
    .clear = builtin_clear,
};
