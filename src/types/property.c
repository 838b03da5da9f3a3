/* property.c - attributes computed by functions. */
#include "object/alloc.h"
#include "object/bind.h"
#include "object/error.h"
#include "types/dict.h"
#include "types/function.h"
#include "types/str.h"
#include "types/tuple.h"

#define PROPERTY(o) ((vv_property *)(o))

static vv_step property_create(vv_thread *t, vv_ref cls, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    (void)args;
    (void)nargs;
    (void)kwnames;
    vv_type *type = VV_AS_TYPE(cls);
    vv_obj *o = vv_new_object(t, type, type->basicsize);
    if (o != NULL)
        vv_track(t, o);
    return vv_return(t, o);
}

static void set_part(vv_thread *t, vv_obj **field, vv_ref value) {
    vv_setref_take(t, field, value == NULL || value == VV_NONE(t) ? NULL : vv_newref(value));
}

/* argv: property, doc or NULL: without a doc of its own a property has that of its getter. A subclass keeps it among
 * its attributes, where the `__doc__` of the class does not hide it. */
static vv_step take_doc(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    nf->slot[0] = nf->argv[1] == t->vm->none ? NULL : vv_xnewref(nf->argv[1]);
    if (nf->slot[0] == NULL && PROPERTY(nf->argv[0])->get != NULL) {
        VV_AWAIT(nf, vv_do_lookup_attr(t, PROPERTY(nf->argv[0])->get, VV_N(t, __doc__)));
        nf->slot[0] = vv_take_ret(t);
        if (nf->slot[0] == NULL)
            return vv_return_null(t);
        PROPERTY(nf->argv[0])->getter_doc = nf->slot[0] != t->vm->none;
    }
    if (VV_IS(t, nf->argv[0], PROPERTY)) {
        set_part(t, &PROPERTY(nf->argv[0])->doc, nf->slot[0]);
        return vv_return_null(t);
    }
    VV_AWAIT_CATCH(nf, vv_do_setattr(t, nf->argv[0], VV_N(t, __doc__), nf->slot[0] == NULL ? t->vm->none : nf->slot[0]));
    if (nf->raised) {
        if (!vv_error_is(t, VV_AttributeError) || (nf->slot[0] != NULL && nf->slot[0] != t->vm->none))
            return VV_FAILED;
        vv_clear_error(t);
    }
    return vv_return_null(t);
    VV_END(nf);
}

static vv_step property_init(vv_thread *t, vv_ref self, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    vv_obj *a[4];
    if (vv_parse_args(t, "property", "property(fget=None, fset=None, fdel=None, doc=None)", args, nargs, kwnames, a) <
        0)
        return VV_FAILED;
    vv_property *p = PROPERTY(self);
    set_part(t, &p->get, a[0]);
    set_part(t, &p->set, a[1]);
    set_part(t, &p->del, a[2]);
    vv_clearref(t, &p->doc);
    vv_clearref(t, &p->name);
    p->getter_doc = false;
    return vv_start2(t, take_doc, "property", self, a[3]);
}

static vv_step raise_without(vv_thread *t, const vv_property *p, vv_ref object, const char *what) {
    if (p->name == NULL)
        return vv_raise_step(t, VV_AttributeError, "property of '%U' object has no %s", object->type->qualname, what);
    return vv_raise_step(t, VV_AttributeError, "property %R of '%U' object has no %s", p->name, object->type->qualname,
                         what);
}

static vv_step property_get(vv_thread *t, vv_ref self, vv_ref object, vv_ref owner) {
    (void)owner;
    if (object == NULL || object == VV_NONE(t))
        return vv_return(t, vv_newref(self));
    const vv_property *p = PROPERTY(self);
    return p->get == NULL ? raise_without(t, p, object, "getter") : vv_do_call1(t, p->get, object);
}

static vv_step property_set_resume(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_call(t, nf->argv[0], nf->argv + 1, nf->argc - 1u));
    vv_drop_ret(t);
    return vv_return_null(t);
    VV_END(nf);
}

static vv_step property_set(vv_thread *t, vv_ref self, vv_ref object, vv_ref value) {
    const vv_property *p = PROPERTY(self);
    if (value == NULL)
        return p->del == NULL ? raise_without(t, p, object, "deleter")
                              : vv_start2(t, property_set_resume, "property", p->del, object);
    return p->set == NULL ? raise_without(t, p, object, "setter")
                          : vv_start3(t, property_set_resume, "property", p->set, object, value);
}

/* A copy of the property (of its own class) with one function replaced. */
static vv_step copy_with(vv_thread *t, vv_native *nf, size_t which) {
    const vv_property *p = PROPERTY(nf->argv[0]);
    vv_ref none = VV_NONE(t);
    vv_obj *args[4] = {VV_OBJ(p->get != NULL ? p->get : none), VV_OBJ(p->set != NULL ? p->set : none),
                       VV_OBJ(p->del != NULL ? p->del : none), VV_OBJ(p->doc != NULL ? p->doc : none)};
    if (nf->argv[1] != none)
        args[which] = nf->argv[1];
    if (p->getter_doc && args[0] != none)
        args[3] = VV_OBJ(none); /* the new one takes its getter's */
    return vv_do_call(t, &nf->argv[0]->type->head, args, 4);
}

static vv_step finish_copy(vv_thread *t, vv_native *nf) {
    vv_obj *made = t->ret;
    if (vv_is_instance(made, VV_TYPEP(t, PROPERTY)))
        vv_setref_take(t, &PROPERTY(made)->name, vv_xnewref(PROPERTY(nf->argv[0])->name));
    return VV_READY;
}

static vv_step property_getter(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, copy_with(t, nf, 0));
    return finish_copy(t, nf);
    VV_END(nf);
}
static vv_step property_setter(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, copy_with(t, nf, 1));
    return finish_copy(t, nf);
    VV_END(nf);
}
static vv_step property_deleter(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, copy_with(t, nf, 2));
    return finish_copy(t, nf);
    VV_END(nf);
}

static vv_owned property_set_name(vv_thread *t, vv_obj *const *argv) {
    const vv_tuple *args = VV_TUPLE(argv[1]);
    if (args->length != 2)
        return vv_raise(t, VV_TypeError, "__set_name__() takes 2 positional arguments but %zu were given", args->length);
    vv_setref_take(t, &PROPERTY(argv[0])->name, vv_newref(args->items[1]));
    return vv_none(t);
}

static vv_step abstract_resume(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    for (nf->i[0] = 0; nf->i[0] < 3; nf->i[0]++) {
        const vv_property *p = PROPERTY(nf->argv[0]);
        vv_setref_take(t, &nf->slot[0], vv_xnewref(nf->i[0] == 0 ? p->get : nf->i[0] == 1 ? p->set : p->del));
        if (nf->slot[0] == NULL)
            continue;
        VV_AWAIT(nf, vv_do_lookup_attr(t, nf->slot[0], VV_N(t, __isabstractmethod__)));
        vv_setref_take(t, &nf->slot[0], vv_take_ret(t));
        if (nf->slot[0] == NULL)
            continue;
        VV_AWAIT(nf, vv_do_truth(t, nf->slot[0]));
        if (t->ival != 0)
            return vv_return(t, vv_bool(t, true));
    }
    return vv_return(t, vv_bool(t, false));
    VV_END(nf);
}

static vv_owned get_abstract(vv_thread *t, vv_ref self) {
    return vv_getter_step(t, vv_start1(t, abstract_resume, "__isabstractmethod__", self));
}

static void property_clear(vv_thread *t, vv_obj *self) {
    vv_property *p = PROPERTY(self);
    vv_clearref(t, &p->get);
    vv_clearref(t, &p->set);
    vv_clearref(t, &p->del);
    vv_clearref(t, &p->doc);
    vv_clearref(t, &p->name);
}
static void property_dealloc(vv_thread *t, vv_obj *self) {
    property_clear(t, self);
    vv_free_object(t, self);
}
static int property_traverse(vv_ref self, vv_visit visit, void *arg) {
    const vv_property *p = PROPERTY(self);
    VV_VISIT(p->get);
    VV_VISIT(p->set);
    VV_VISIT(p->del);
    VV_VISIT(p->doc);
    VV_VISIT(p->name);
    return 0;
}

static const vv_methoddef property_methods[] = {
    {"getter",
     VV_KIND_RESUMABLE,
     VV_BIND_INSTANCE,
     {.resumable = property_getter},
     "-getter($self, object, /)",
     "Descriptor to obtain a copy of the property with a different getter."},
    {"setter",
     VV_KIND_RESUMABLE,
     VV_BIND_INSTANCE,
     {.resumable = property_setter},
     "-setter($self, object, /)",
     "Descriptor to obtain a copy of the property with a different setter."},
    {"deleter",
     VV_KIND_RESUMABLE,
     VV_BIND_INSTANCE,
     {.resumable = property_deleter},
     "-deleter($self, object, /)",
     "Descriptor to obtain a copy of the property with a different deleter."},
    {"__set_name__",
     VV_KIND_LEAF,
     VV_BIND_INSTANCE,
     {.leaf = property_set_name},
     "-__set_name__($self, /, *args)",
     "Method to set name of a property."},
    {NULL, VV_KIND_LEAF, VV_BIND_INSTANCE, {.leaf = NULL}, NULL, NULL},
};
static const vv_memberdef property_members[] = {
    {"fget", VV_MEMBER_OBJECT, offsetof(vv_property, get), true, NULL},
    {"fset", VV_MEMBER_OBJECT, offsetof(vv_property, set), true, NULL},
    {"fdel", VV_MEMBER_OBJECT, offsetof(vv_property, del), true, NULL},
    {"__doc__", VV_MEMBER_OBJECT, offsetof(vv_property, doc), false, NULL},
    {NULL, VV_MEMBER_OBJECT, 0, false, NULL},
};
static const vv_getsetdef property_getset[] = {{"__isabstractmethod__", get_abstract, NULL, NULL},
                                               {NULL, NULL, NULL, NULL}};
static const vv_slots property_slots = {.descr_get = property_get,
                                        .descr_set = property_set,
                                        .new_ = property_create,
                                        .init = property_init,
                                        .getattr = vv_generic_getattr};
const vv_typespec vv_property_spec = {
    .name = "property",
    .base = VV_T_OBJECT,
    .flags = VV_TF_GC | VV_TF_BASETYPE,
    .basicsize = sizeof(vv_property),
    .size64 = 80,
    .doc = "Property attribute.\n\n  fget\n    function to be used for getting an attribute value\n  fset\n"
           "    function to be used for setting an attribute value\n  fdel\n    function to be used for del'ing an attribute\n"
           "  doc\n    docstring\n\nAs a decorator it makes a property of a getter, to which .setter and .deleter add the rest.",
    .signature = "(fget=None, fset=None, fdel=None, doc=None)",
    .slots = &property_slots,
    .getset = property_getset,
    .methods = property_methods,
    .members = property_members,
    .dealloc = property_dealloc,
    .traverse = property_traverse,
    .clear = property_clear,
};
