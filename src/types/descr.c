/* descr.c - what a C type's tables become in its dict: methods, slot wrappers, getset and member attributes, and the
 * method-wrapper that binding a slot wrapper gives.
 *
 * Invariant: a descriptor never changes after creation, except that a method's signature is parsed on first use.
 */
#include <string.h>

#include "code/codeobj.h"
#include "object/alloc.h"
#include "object/error.h"
#include "object/intern.h"
#include "object/slotdefs.h"
#include "types/dict.h"
#include "types/float.h"
#include "types/function.h"
#include "types/int.h"
#include "types/reduce.h"
#include "types/str.h"
#include "types/tuple.h"

static vv_type *owner_of(vv_thread *t, vv_ref d) {
    if (VV_IS(t, d, WRAPPER_DESCR))
        return ((const vv_wrapperdescr *)d)->owner;
    if (VV_IS(t, d, GETSET_DESCR))
        return ((const vv_getsetdescr *)d)->owner;
    if (VV_IS(t, d, MEMBER_DESCR))
        return ((const vv_memberdescr *)d)->owner;
    return VV_METHODDESCR_OF(d)->owner;
}

static const char *name_text(vv_thread *t, vv_ref d) {
    if (VV_IS(t, d, WRAPPER_DESCR))
        return ((const vv_wrapperdescr *)d)->name;
    if (VV_IS(t, d, GETSET_DESCR))
        return ((const vv_getsetdescr *)d)->def->name;
    if (VV_IS(t, d, MEMBER_DESCR))
        return NULL;
    return VV_METHODDESCR_OF(d)->def->name;
}

static vv_owned name_object(vv_thread *t, vv_ref d) {
    if (VV_IS(t, d, MEMBER_DESCR))
        return vv_newref(((const vv_memberdescr *)d)->name);
    return vv_intern_cstr(t, name_text(t, d));
}

static vv_owned get_name(vv_thread *t, vv_ref self) {
    return name_object(t, self);
}

static vv_owned get_objclass(vv_thread *t, vv_ref self) {
    return vv_newref(&owner_of(t, self)->head);
}

static vv_owned get_qualname(vv_thread *t, vv_ref self) {
    VV_AUTO name = {t, name_object(t, self)};
    return name.o == NULL ? NULL : vv_format(t, "%U.%U", owner_of(t, self)->qualname, name.o);
}

static vv_owned text_or_none(vv_thread *t, const char *text) {
    return text == NULL || *text == '\0' ? vv_none(t) : vv_str_from_cstr(t, text);
}

static vv_owned get_doc(vv_thread *t, vv_ref self) {
    const char *doc =
        VV_IS(t, self, WRAPPER_DESCR)  ? ((const vv_wrapperdescr *)self)->doc
        : VV_IS(t, self, GETSET_DESCR) ? ((const vv_getsetdescr *)self)->def->doc
        : VV_IS(t, self, MEMBER_DESCR)
            ? (((const vv_memberdescr *)self)->def == NULL ? NULL : ((const vv_memberdescr *)self)->def->doc)
            : VV_METHODDESCR_OF(self)->def->doc;
    return text_or_none(t, doc);
}

vv_owned vv_def_text_signature(vv_thread *t, const vv_methoddef *def) {
    bool shown = def->signature != NULL && def->signature[0] != '-' && def->signature[0] != '!';
    const char *open = shown ? strchr(def->signature, '(') : NULL;
    return text_or_none(t, open);
}

/* "($self, value, /)" and so on, by the shape of the slot. */
static const char *wrapper_signature(const vv_wrapperdescr *w) {
    switch (vv_slot_shapes[w->slot]) {
    case VV_SHAPE_UNARY:
    case VV_SHAPE_INTEGER: return "($self, /)";
    case VV_SHAPE_CALL: return "($self, /, *args, **kwargs)";
    case VV_SHAPE_CONTAINS: return "($self, key, /)";
    case VV_SHAPE_TERNARY:
        return w->slot == VV_SLOT_descr_get ? "($self, instance, owner=None, /)" : "($self, value, mod=None, /)";
    case VV_SHAPE_SETTER:
        if (w->slot == VV_SLOT_setattr)
            return w->variant == VV_VARIANT_DELETE ? "($self, name, /)" : "($self, name, value, /)";
        if (w->slot == VV_SLOT_descr_set)
            return w->variant == VV_VARIANT_DELETE ? "($self, instance, /)" : "($self, instance, value, /)";
        return w->variant == VV_VARIANT_DELETE ? "($self, key, /)" : "($self, key, value, /)";
    default:
        return w->slot == VV_SLOT_getitem   ? "($self, key, /)"
               : w->slot == VV_SLOT_getattr ? "($self, name, /)"
                                            : "($self, value, /)";
    }
}

static vv_owned get_text_signature(vv_thread *t, vv_ref self) {
    if (VV_IS(t, self, WRAPPER_DESCR))
        return text_or_none(t, wrapper_signature((const vv_wrapperdescr *)self));
    return vv_def_text_signature(t, VV_METHODDESCR_OF(self)->def);
}

static vv_step repr_as(vv_thread *t, vv_ref self, const char *kind) {
    VV_AUTO name = {t, name_object(t, self)};
    if (name.o == NULL)
        return VV_FAILED;
    return vv_return(t, vv_format(t, "<%s '%U' of '%N' objects>", kind, name.o, owner_of(t, self)));
}

/* "descriptor 'append' for 'list' objects doesn't apply to a 'int' object" */
static int check_instance(vv_thread *t, vv_ref self, vv_ref object) {
    const vv_type *owner = owner_of(t, self);
    if (vv_is_instance(object, owner))
        return 0;
    VV_AUTO name = {t, name_object(t, self)};
    return vv_raise_int(t, VV_TypeError, "descriptor '%U' for '%N' objects doesn't apply to a '%T' object", name.o,
                        owner, object);
}

static void descr_dealloc(vv_thread *t, vv_obj *self) {
    if (VV_IS(t, self, MEMBER_DESCR))
        vv_clearref(t, &((vv_memberdescr *)self)->name);
    vv_obj *owner = &owner_of(t, self)->head;
    vv_free_object(t, self);
    vv_decref(t, owner);
}

static int methoddescr_traverse(vv_ref self, vv_visit visit, void *arg) {
    VV_VISIT(VV_METHODDESCR_OF(self)->owner);
    return 0;
}
static int wrapperdescr_traverse(vv_ref self, vv_visit visit, void *arg) {
    VV_VISIT(((vv_wrapperdescr *)self)->owner);
    return 0;
}
static int getsetdescr_traverse(vv_ref self, vv_visit visit, void *arg) {
    VV_VISIT(((vv_getsetdescr *)self)->owner);
    return 0;
}
static int memberdescr_traverse(vv_ref self, vv_visit visit, void *arg) {
    VV_VISIT(((vv_memberdescr *)self)->owner);
    VV_VISIT(((vv_memberdescr *)self)->name);
    return 0;
}

/* ---- methods ---- */

vv_owned vv_methoddescr_new(vv_thread *t, vv_type *owner, const vv_methoddef *def) {
    vv_type *type = def->binding == VV_BIND_CLASS ? VV_TYPEP(t, CLASSMETHOD_DESCR) : VV_TYPEP(t, METHOD_DESCR);
    vv_methoddescr *d = (vv_methoddescr *)vv_new_object(t, type, sizeof(vv_methoddescr));
    if (d == NULL)
        return NULL;
    d->def = def;
    d->owner = owner;
    vv_incref(&owner->head);
    vv_track(t, &d->head);
    return &d->head;
}

const vv_signature *vv_methoddescr_signature(vv_thread *t, vv_methoddescr *d) {
    if (d->sig == NULL)
        d->sig = vv_def_signature(t, d->def, d->owner, NULL);
    return d->sig;
}

int vv_methoddescr_check_self(vv_thread *t, const vv_methoddescr *d, vv_ref self) {
    if (self == NULL)
        return vv_raise_int(t, VV_TypeError, "unbound method %N.%s() needs an argument", d->owner, d->def->name);
    return check_instance(t, VV_OBJ(&d->head), self);
}

/* Binds: a built-in method that shares the parsed signature. */
static vv_owned bind_method(vv_thread *t, vv_methoddescr *d, vv_ref self) {
    const vv_signature *sig = vv_methoddescr_signature(t, d);
    vv_obj *f = sig == NULL ? NULL : vv_builtin_new(t, d->def, self, NULL, d->owner);
    if (f != NULL)
        VV_BUILTIN_OF(f)->sig = sig;
    return f;
}

static vv_step method_descr_repr(vv_thread *t, vv_ref self) {
    return repr_as(t, self, "method");
}

static vv_step method_descr_get(vv_thread *t, vv_ref self, vv_ref object, vv_ref owner) {
    (void)owner;
    if (object == NULL)
        return vv_return(t, vv_newref(self));
    if (check_instance(t, self, object) < 0)
        return VV_FAILED;
    return vv_return(t, bind_method(t, VV_METHODDESCR_OF(self), object));
}

static vv_owned descr_reduce(vv_thread *t, vv_obj *const *argv) {
    VV_AUTO name = {t, get_name(t, argv[0])};
    return name.o == NULL ? NULL : vv_reduce_attribute(t, &owner_of(t, argv[0])->head, name.o);
}
static const vv_methoddef descr_methods[] = {
    {"__reduce__", VV_KIND_LEAF, VV_BIND_INSTANCE, {.leaf = descr_reduce}, "__reduce__($self, /)", NULL},
    {NULL, VV_KIND_LEAF, VV_BIND_INSTANCE, {.leaf = NULL}, NULL, NULL},
};
static const vv_getsetdef method_descr_getset[] = {
    {"__name__", get_name, NULL, NULL},         {"__qualname__", get_qualname, NULL, NULL},
    {"__doc__", get_doc, NULL, NULL},           {"__text_signature__", get_text_signature, NULL, NULL},
    {"__objclass__", get_objclass, NULL, NULL}, {NULL, NULL, NULL, NULL},
};
static const vv_slots method_descr_slots = {
    .repr = method_descr_repr, .descr_get = method_descr_get, .call = vv_call_methoddescr};

const vv_typespec vv_method_descr_spec = {
    .name = "method_descriptor",
    .base = VV_T_OBJECT,
    .flags = VV_TF_GC | VV_TF_METHOD_DESCR | VV_TF_NO_NEW,
    .basicsize = sizeof(vv_methoddescr),
    .size64 = 72,
    .slots = &method_descr_slots,
    .methods = descr_methods,
    .getset = method_descr_getset,
    .dealloc = descr_dealloc,
    .traverse = methoddescr_traverse,
};

static vv_step classmethod_descr_get(vv_thread *t, vv_ref self, vv_ref object, vv_ref owner) {
    const vv_methoddescr *d = VV_METHODDESCR_OF(self);
    if (owner == NULL || owner == VV_NONE(t)) {
        if (object == NULL)
            return vv_raise_step(t, VV_TypeError, "descriptor '%s' for type '%N' needs either an object or a type",
                                 d->def->name, d->owner);
        owner = &object->type->head;
    }
    if (!VV_ISA(owner, TYPE))
        return vv_raise_step(t, VV_TypeError, "descriptor '%s' for type '%N' needs a type, not a '%T' as arg 2",
                             d->def->name, d->owner, owner);
    if (!vv_type_is_subtype(VV_AS_TYPE(owner), d->owner))
        return vv_raise_step(t, VV_TypeError, "descriptor '%s' requires a subtype of '%N' but received '%N'",
                             d->def->name, d->owner, VV_AS_TYPE(owner));
    return vv_return(t, bind_method(t, VV_CAST(vv_methoddescr, self), owner));
}

static vv_step classmethod_descr_call(vv_thread *t, vv_ref self, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    const vv_methoddescr *d = VV_METHODDESCR_OF(self);
    if (nargs == 0)
        return vv_raise_step(t, VV_TypeError, "descriptor '%s' of '%N' object needs an argument", d->def->name,
                             d->owner);
    if (classmethod_descr_get(t, self, NULL, args[0]) != VV_READY)
        return VV_FAILED;
    VV_AUTO bound = {t, vv_take_ret(t)};
    return vv_do_call_kw(t, bound.o, args + 1, nargs - 1, kwnames);
}

static const vv_slots classmethod_descr_slots = {
    .repr = method_descr_repr, .descr_get = classmethod_descr_get, .call = classmethod_descr_call};

const vv_typespec vv_classmethod_descr_spec = {
    .name = "classmethod_descriptor",
    .base = VV_T_OBJECT,
    .flags = VV_TF_GC | VV_TF_NO_NEW,
    .basicsize = sizeof(vv_methoddescr),
    .size64 = 72,
    .slots = &classmethod_descr_slots,
    .getset = method_descr_getset,
    .dealloc = descr_dealloc,
    .traverse = methoddescr_traverse,
};

/* ---- slot wrappers ---- */

vv_owned vv_wrapperdescr_new(vv_thread *t, vv_type *owner, const vv_slotdef *def) {
    vv_wrapperdescr *w = (vv_wrapperdescr *)vv_new_object(t, VV_TYPEP(t, WRAPPER_DESCR), sizeof(vv_wrapperdescr));
    if (w == NULL)
        return NULL;
    w->owner = owner;
    vv_incref(&owner->head);
    w->slot = def->slot;
    w->variant = def->variant;
    w->name = def->name;
    w->doc = def->doc;
    vv_track(t, &w->head);
    return &w->head;
}

/* argv: self, arguments. slot[0]: the wrapper. Turns what the slot leaves in the thread into an object. */
static vv_step wrapper_finish(vv_thread *t, const vv_wrapperdescr *w) {
    switch (vv_slot_shapes[w->slot]) {
    case VV_SHAPE_INTEGER:
        if (w->slot == VV_SLOT_bool_)
            return vv_return(t, vv_bool(t, t->ival != 0));
        return vv_return(t, vv_int_new(t, t->ival));
    case VV_SHAPE_CONTAINS: return vv_return(t, vv_bool(t, t->ival != 0));
    case VV_SHAPE_SETTER: return vv_return_none(t);
    default: break;
    }
    if (w->slot == VV_SLOT_init || (w->slot == VV_SLOT_del && t->ret == NULL)) {
        vv_drop_ret(t);
        return vv_return_none(t);
    }
    if (w->slot == VV_SLOT_next && t->ret == NULL) {
        VV_AUTO value = {t, vv_move(&t->stop)};
        return vv_raise_value(t, VV_StopIteration, value.o == VV_NONE(t) ? NULL : value.o);
    }
    return VV_READY;
}

static vv_step wrapper_slot(vv_thread *t, const vv_wrapperdescr *w, vv_ref self, vv_obj *const *args, size_t nargs,
                            vv_ref kwnames) {
    vv_anyfn fn = vv_slot_array(w->owner)[w->slot];
    vv_ref a = nargs > 0 ? args[0] : NULL, b = nargs > 1 ? args[1] : NULL;
    if ((w->slot == VV_SLOT_getattr || w->slot == VV_SLOT_setattr) && !VV_ISA(a, STR))
        return vv_raise_step(t, VV_TypeError, "attribute name must be string, not '%T'", a);
    if ((w->slot == VV_SLOT_repeat || w->slot == VV_SLOT_irepeat) && a->type->s.index == NULL)
        return vv_raise_step(t, VV_TypeError, "'%T' object cannot be interpreted as an integer", a);
    switch (vv_slot_shapes[w->slot]) {
    case VV_SHAPE_UNARY: return ((vv_shape_UNARY *)fn)(t, self);
    case VV_SHAPE_INTEGER: return ((vv_shape_INTEGER *)fn)(t, self);
    case VV_SHAPE_BINARY:
        return w->variant == VV_VARIANT_REFLECTED ? ((vv_shape_BINARY *)fn)(t, a, self)
                                                  : ((vv_shape_BINARY *)fn)(t, self, a);
    case VV_SHAPE_CONTAINS: return ((vv_shape_CONTAINS *)fn)(t, self, a);
    case VV_SHAPE_TERNARY:
        if (w->slot == VV_SLOT_descr_get) {
            a = a == VV_NONE(t) ? NULL : a;
            b = b == VV_NONE(t) ? NULL : b;
            if (a == NULL && b == NULL)
                return vv_raise_step(t, VV_TypeError, "__get__(None, None) is invalid");
            return ((vv_shape_TERNARY *)fn)(t, self, a, b);
        }
        return w->variant == VV_VARIANT_REFLECTED ? ((vv_shape_TERNARY *)fn)(t, a, self, b)
                                                  : ((vv_shape_TERNARY *)fn)(t, self, a, b);
    case VV_SHAPE_SETTER:
        return ((vv_shape_SETTER *)fn)(t, self, a, w->variant == VV_VARIANT_DELETE ? NULL : b);
    case VV_SHAPE_COMPARE: return ((vv_shape_COMPARE *)fn)(t, self, a, w->variant);
    default: return ((vv_shape_CALL *)fn)(t, self, args, nargs, kwnames);
    }
}

/* argv: self, arguments, keyword values; slot[0]: wrapper, slot[1]: kwnames; i[0]: number of arguments. */
static vv_step wrapper_resume(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf,
             wrapper_slot(t, (vv_wrapperdescr *)nf->slot[0], nf->argv[0], nf->argv + 1, (size_t)nf->i[0], nf->slot[1]));
    return wrapper_finish(t, (vv_wrapperdescr *)nf->slot[0]);
    VV_END(nf);
}

static int check_wrapper_args(vv_thread *t, const vv_wrapperdescr *w, size_t nargs, vv_ref kwnames) {
    int shape = vv_slot_shapes[w->slot];
    if (shape == VV_SHAPE_CALL)
        return 0;
    if (kwnames != NULL && VV_TUPLE(kwnames)->length > 0)
        return vv_raise_int(t, VV_TypeError, "wrapper %s() takes no keyword arguments", w->name);
    size_t min = 1, max = 1;
    if (shape == VV_SHAPE_UNARY || shape == VV_SHAPE_INTEGER)
        min = max = 0;
    else if (shape == VV_SHAPE_TERNARY)
        max = w->slot == VV_SLOT_ipow ? 1 : 2;
    else if (shape == VV_SHAPE_SETTER && w->variant != VV_VARIANT_DELETE)
        min = max = 2;
    if (nargs >= min && nargs <= max)
        return 0;
    if (min == max && min < 2 && w->slot != VV_SLOT_repeat && w->slot != VV_SLOT_irepeat)
        return vv_raise_int(t, VV_TypeError, "expected %zu argument%s, got %zu", min, min == 1 ? "" : "s", nargs);
    return vv_check_nargs(t, "", nargs, min, max);
}

/* object.__setattr__(cls, ...) must not get round what the class of `self` does itself. */
static int check_setattr(vv_thread *t, const vv_wrapperdescr *w, vv_ref self) {
    if (w->slot != VV_SLOT_setattr)
        return 0;
    const vv_type *type = self->type;
    while (type != NULL && (type->flags & VV_TF_HEAP) != 0)
        type = type->base;
    if (type == NULL || type->s.setattr == w->owner->s.setattr || !vv_type_is_subtype(type, w->owner))
        return 0;
    return vv_raise_int(t, VV_TypeError, "can't apply this %s to %T object", w->name, self);
}

static vv_step call_wrapper(vv_thread *t, vv_wrapperdescr *w, vv_ref self, vv_obj *const *args, size_t nargs,
                            vv_ref kwnames) {
    if (check_wrapper_args(t, w, nargs, kwnames) < 0 || check_setattr(t, w, self) < 0)
        return VV_FAILED;
    if (w->slot == VV_SLOT_call && VV_ISA(self, TYPE)) /* no calls within calls, as there are with what wraps __call__ again */
        return wrapper_slot(t, w, self, args, nargs, kwnames);
    size_t total = 1 + nargs + (kwnames == NULL ? 0 : VV_TUPLE(kwnames)->length);
    vv_obj *small[16], **all = small;
    if (total > VV_ARRAY_LEN(small) && (all = vv_alloc(t, total * sizeof(vv_obj *))) == NULL)
        return VV_FAILED;
    all[0] = VV_OBJ(self);
    if (total > 1)
        memcpy(all + 1, args, (total - 1) * sizeof(vv_obj *));
    vv_native *nf = vv_push_native(t, wrapper_resume, w->name, all, total);
    if (all != small)
        vv_free(t, all);
    if (nf == NULL)
        return VV_FAILED;
    nf->slot[0] = vv_newref(&w->head);
    nf->slot[1] = vv_xnewref(kwnames);
    nf->i[0] = (int64_t)nargs;
    return VV_PUSHED;
}

static vv_step wrapper_descr_call(vv_thread *t, vv_ref self, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    vv_wrapperdescr *w = VV_CAST(vv_wrapperdescr, self);
    if (nargs == 0)
        return vv_raise_step(t, VV_TypeError, "descriptor '%s' of '%N' object needs an argument", w->name, w->owner);
    if (!vv_is_instance(args[0], w->owner))
        return vv_raise_step(t, VV_TypeError, "descriptor '%s' requires a '%N' object but received a '%T'", w->name,
                             w->owner, args[0]);
    return call_wrapper(t, w, args[0], args + 1, nargs - 1, kwnames);
}

static vv_step wrapper_descr_get(vv_thread *t, vv_ref self, vv_ref object, vv_ref owner) {
    (void)owner;
    if (object == NULL)
        return vv_return(t, vv_newref(self));
    if (check_instance(t, self, object) < 0)
        return VV_FAILED;
    vv_methodwrapper *m = (vv_methodwrapper *)vv_new_object(t, VV_TYPEP(t, METHOD_WRAPPER), sizeof(vv_methodwrapper));
    if (m == NULL)
        return VV_FAILED;
    m->descr = vv_newref(self);
    m->self = vv_newref(object);
    vv_track(t, &m->head);
    return vv_return(t, &m->head);
}

static vv_step wrapper_descr_repr(vv_thread *t, vv_ref self) {
    return repr_as(t, self, "slot wrapper");
}

static const vv_slots wrapper_descr_slots = {
    .repr = wrapper_descr_repr, .descr_get = wrapper_descr_get, .call = wrapper_descr_call};

const vv_typespec vv_wrapper_descr_spec = {
    .name = "wrapper_descriptor",
    .base = VV_T_OBJECT,
    .flags = VV_TF_GC | VV_TF_METHOD_DESCR | VV_TF_NO_NEW,
    .basicsize = sizeof(vv_wrapperdescr),
    .size64 = 72,
    .slots = &wrapper_descr_slots,
    .methods = descr_methods,
    .getset = method_descr_getset,
    .dealloc = descr_dealloc,
    .traverse = wrapperdescr_traverse,
};

/* ---- method-wrapper ---- */

#define WRAPPER_OF(o) ((vv_methodwrapper *)(o))

static vv_step method_wrapper_call(vv_thread *t, vv_ref self, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    return call_wrapper(t, (vv_wrapperdescr *)WRAPPER_OF(self)->descr, WRAPPER_OF(self)->self, args, nargs, kwnames);
}

static vv_step method_wrapper_repr(vv_thread *t, vv_ref self) {
    const vv_methodwrapper *m = WRAPPER_OF(self);
    return vv_return(t, vv_format(t, "<method-wrapper '%s' of %T object at %p>", ((vv_wrapperdescr *)m->descr)->name,
                                  m->self, (const void *)m->self));
}

static vv_step method_wrapper_compare(vv_thread *t, vv_ref a, vv_ref b, int op) {
    if ((op != VV_EQ && op != VV_NE) || a->type != b->type)
        return vv_return_not_implemented(t);
    bool equal = WRAPPER_OF(a)->descr == WRAPPER_OF(b)->descr && WRAPPER_OF(a)->self == WRAPPER_OF(b)->self;
    return vv_return(t, vv_bool(t, equal == (op == VV_EQ)));
}

static vv_step method_wrapper_hash(vv_thread *t, vv_ref self) {
    vv_hash h = vv_pointer_hash(WRAPPER_OF(self)->self) ^ vv_pointer_hash(WRAPPER_OF(self)->descr);
    return vv_return_int(t, h == -1 ? -2 : h);
}

static vv_owned wrapper_get_self(vv_thread *t, vv_ref self) {
    (void)t;
    return vv_newref(WRAPPER_OF(self)->self);
}
static vv_owned wrapper_get_name(vv_thread *t, vv_ref self) {
    return get_name(t, WRAPPER_OF(self)->descr);
}
static vv_owned wrapper_get_qualname(vv_thread *t, vv_ref self) {
    return get_qualname(t, WRAPPER_OF(self)->descr);
}
static vv_owned wrapper_get_doc(vv_thread *t, vv_ref self) {
    return get_doc(t, WRAPPER_OF(self)->descr);
}
static vv_owned wrapper_get_objclass(vv_thread *t, vv_ref self) {
    return get_objclass(t, WRAPPER_OF(self)->descr);
}
static vv_owned wrapper_get_text_signature(vv_thread *t, vv_ref self) {
    return get_text_signature(t, WRAPPER_OF(self)->descr);
}

static void method_wrapper_dealloc(vv_thread *t, vv_obj *self) {
    vv_clearref(t, &WRAPPER_OF(self)->descr);
    vv_clearref(t, &WRAPPER_OF(self)->self);
    vv_free_object(t, self);
}
static int method_wrapper_traverse(vv_ref self, vv_visit visit, void *arg) {
    VV_VISIT(WRAPPER_OF(self)->descr);
    VV_VISIT(WRAPPER_OF(self)->self);
    return 0;
}

static vv_owned method_wrapper_reduce(vv_thread *t, vv_obj *const *argv) {
    VV_AUTO name = {t, wrapper_get_name(t, argv[0])};
    return name.o == NULL ? NULL : vv_reduce_attribute(t, WRAPPER_OF(argv[0])->self, name.o);
}
static const vv_methoddef method_wrapper_methods[] = {
    {"__reduce__", VV_KIND_LEAF, VV_BIND_INSTANCE, {.leaf = method_wrapper_reduce}, "__reduce__($self, /)", NULL},
    {NULL, VV_KIND_LEAF, VV_BIND_INSTANCE, {.leaf = NULL}, NULL, NULL},
};
static const vv_getsetdef method_wrapper_getset[] = {
    {"__self__", wrapper_get_self, NULL, NULL},
    {"__name__", wrapper_get_name, NULL, NULL},
    {"__qualname__", wrapper_get_qualname, NULL, NULL},
    {"__doc__", wrapper_get_doc, NULL, NULL},
    {"__objclass__", wrapper_get_objclass, NULL, NULL},
    {"__text_signature__", wrapper_get_text_signature, NULL, NULL},
    {NULL, NULL, NULL, NULL},
};
static const vv_slots method_wrapper_slots = {.repr = method_wrapper_repr,
                                              .call = method_wrapper_call,
                                              .compare = method_wrapper_compare,
                                              .hash = method_wrapper_hash};

const vv_typespec vv_method_wrapper_spec = {
    .name = "method-wrapper",
    .base = VV_T_OBJECT,
    .flags = VV_TF_GC | VV_TF_NO_NEW,
    .basicsize = sizeof(vv_methodwrapper),
    .size64 = 48,
    .slots = &method_wrapper_slots,
    .methods = method_wrapper_methods,
    .getset = method_wrapper_getset,
    .dealloc = method_wrapper_dealloc,
    .traverse = method_wrapper_traverse,
};

/* ---- getset ---- */

vv_owned vv_getsetdescr_new(vv_thread *t, vv_type *owner, const vv_getsetdef *def) {
    vv_getsetdescr *d = (vv_getsetdescr *)vv_new_object(t, VV_TYPEP(t, GETSET_DESCR), sizeof(vv_getsetdescr));
    if (d == NULL)
        return NULL;
    d->owner = owner;
    vv_incref(&owner->head);
    d->def = def;
    vv_track(t, &d->head);
    return &d->head;
}

static vv_step getset_get(vv_thread *t, vv_ref self, vv_ref object, vv_ref owner) {
    (void)owner;
    if (object == NULL)
        return vv_return(t, vv_newref(self));
    if (check_instance(t, self, object) < 0)
        return VV_FAILED;
    const vv_getsetdef *def = ((const vv_getsetdescr *)self)->def;
    if (def->get == NULL)
        return vv_raise_step(t, VV_AttributeError, "attribute '%s' of '%N' objects is not readable", def->name,
                             owner_of(t, self));
    vv_obj *value = def->get(t, object);
    return value == VV_GETTER_PUSHED ? VV_PUSHED : vv_return(t, value);
}

static vv_step getset_set(vv_thread *t, vv_ref self, vv_ref object, vv_ref value) {
    if (check_instance(t, self, object) < 0)
        return VV_FAILED;
    const vv_getsetdef *def = ((const vv_getsetdescr *)self)->def;
    if (def->set == NULL)
        return vv_raise_step(t, VV_AttributeError, "attribute '%s' of '%N' objects is not writable", def->name,
                             owner_of(t, self));
    int r = def->set(t, object, value);
    return r != 0 ? (vv_step)r : vv_return_null(t);
}

static vv_step getset_repr(vv_thread *t, vv_ref self) {
    return repr_as(t, self, "attribute");
}

static const vv_getsetdef attribute_getset[] = {
    {"__name__", get_name, NULL, NULL}, {"__qualname__", get_qualname, NULL, NULL},
    {"__doc__", get_doc, NULL, NULL},   {"__objclass__", get_objclass, NULL, NULL},
    {NULL, NULL, NULL, NULL},
};
static const vv_slots getset_slots = {.repr = getset_repr, .descr_get = getset_get, .descr_set = getset_set};

const vv_typespec vv_getset_descr_spec = {
    .name = "getset_descriptor",
    .base = VV_T_OBJECT,
    .flags = VV_TF_GC | VV_TF_NO_NEW,
    .basicsize = sizeof(vv_getsetdescr),
    .size64 = 64,
    .slots = &getset_slots,
    .getset = attribute_getset,
    .dealloc = descr_dealloc,
    .traverse = getsetdescr_traverse,
};

/* ---- members ---- */

static vv_owned member_new(vv_thread *t, vv_type *owner, const vv_memberdef *def, vv_ref name, int32_t offset) {
    vv_memberdescr *d = (vv_memberdescr *)vv_new_object(t, VV_TYPEP(t, MEMBER_DESCR), sizeof(vv_memberdescr));
    if (d == NULL)
        return NULL;
    d->owner = owner;
    vv_incref(&owner->head);
    d->def = def;
    d->name = vv_newref(name);
    d->offset = offset;
    vv_track(t, &d->head);
    return &d->head;
}

vv_owned vv_memberdescr_new(vv_thread *t, vv_type *owner, const vv_memberdef *def) {
    VV_AUTO name = {t, vv_intern_cstr(t, def->name)};
    return name.o == NULL ? NULL : member_new(t, owner, def, name.o, (int32_t)def->offset);
}

vv_owned vv_slotmember_new(vv_thread *t, vv_type *owner, vv_ref name, int32_t offset) {
    return member_new(t, owner, NULL, name, offset);
}

static vv_step member_get(vv_thread *t, vv_ref self, vv_ref object, vv_ref owner) {
    (void)owner;
    if (object == NULL)
        return vv_return(t, vv_newref(self));
    if (check_instance(t, self, object) < 0)
        return VV_FAILED;
    const vv_memberdescr *d = (const vv_memberdescr *)self;
    const void *field = (const char *)object + d->offset;
    switch (d->def == NULL ? VV_MEMBER_OBJECT_EX : d->def->kind) {
    case VV_MEMBER_INT32: return vv_return(t, vv_int_new(t, *(const int32_t *)field));
    case VV_MEMBER_BOOL: return vv_return(t, vv_bool(t, *(const bool *)field));
    case VV_MEMBER_DOUBLE: return vv_return(t, vv_float_new(t, *(const double *)field));
    case VV_MEMBER_OBJECT_READ:
        if (VV_IS(t, object, CODE) ? vv_code_consts(t, object) == NULL : vv_function_find_doc(t, object) < 0)
            return VV_FAILED;
        VV_FALLTHROUGH;
    case VV_MEMBER_OBJECT:
        return vv_return(t, *(vv_obj *const *)field == NULL ? vv_none(t) : vv_newref(*(vv_obj *const *)field));
    default:
        if (*(vv_obj *const *)field == NULL)
            return vv_raise_attribute(t, object, d->name);
        return vv_return(t, vv_newref(*(vv_obj *const *)field));
    }
}

static vv_step member_set(vv_thread *t, vv_ref self, vv_ref object, vv_ref value) {
    if (check_instance(t, self, object) < 0)
        return VV_FAILED;
    const vv_memberdescr *d = (const vv_memberdescr *)self;
    void *field = (char *)object + d->offset;
    if (d->def != NULL && d->def->readonly)
        return vv_raise_step(t, VV_AttributeError, "readonly attribute");
    switch (d->def == NULL ? VV_MEMBER_OBJECT_EX : d->def->kind) {
    case VV_MEMBER_BOOL:
        if (value == NULL)
            return vv_raise_step(t, VV_TypeError, "can't delete numeric/char attribute");
        if (!VV_IS(t, value, BOOL))
            return vv_raise_step(t, VV_TypeError, "attribute value type must be bool");
        *(bool *)field = value == t->vm->true_;
        return vv_return_null(t);
    case VV_MEMBER_INT32: {
        int64_t n;
        if (value == NULL)
            return vv_raise_step(t, VV_TypeError, "can't delete numeric/char attribute");
        if (!VV_ISA(value, INT))
            return vv_raise_step(t, VV_TypeError, "an integer is required (got type %T)", value);
        if (vv_int_as_i64(t, value, &n) < 0)
            return VV_FAILED;
        *(int32_t *)field = (int32_t)n;
        return vv_return_null(t);
    }
    default:
        if (value == NULL && *(vv_obj **)field == NULL && (d->def == NULL || d->def->kind == VV_MEMBER_OBJECT_EX)) {
            vv_raise_value(t, VV_AttributeError, d->name);
            return VV_FAILED;
        }
        if (value == NULL && d->def != NULL && d->def->kind == VV_MEMBER_OBJECT_READ)
            value = VV_NONE(t); /* not what would be read again */
        vv_setref_take(t, (vv_obj **)field, vv_xnewref(value));
        return vv_return_null(t);
    }
}

static vv_step member_repr(vv_thread *t, vv_ref self) {
    return repr_as(t, self, "member");
}

static const vv_slots member_slots = {.repr = member_repr, .descr_get = member_get, .descr_set = member_set};

const vv_typespec vv_member_descr_spec = {
    .name = "member_descriptor",
    .base = VV_T_OBJECT,
    .flags = VV_TF_GC | VV_TF_NO_NEW,
    .basicsize = sizeof(vv_memberdescr),
    .size64 = 64,
    .slots = &member_slots,
    .methods = descr_methods,
    .getset = attribute_getset,
    .dealloc = descr_dealloc,
    .traverse = memberdescr_traverse,
};
