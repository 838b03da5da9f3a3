/* objecttype.c - `object`: what every value can do, and the attributes that classes give their instances. */
#include "types/objecttype.h"
#include "object/alloc.h"
#include "object/bind.h"
#include "object/error.h"
#include "object/slotdefs.h"
#include "object/weakref.h"
#include "types/dict.h"
#include "types/function.h"
#include "types/instance.h"
#include "types/int.h"
#include "types/list.h"
#include "types/reduce.h"
#include "types/set.h"
#include "types/str.h"
#include "types/tuple.h"
#include "types/typebases.h"

static vv_step object_repr(vv_thread *t, vv_ref self) {
    return vv_return(t, vv_default_repr(t, self));
}

static vv_step object_str(vv_thread *t, vv_ref self) {
    return self->type->s.repr(t, self);
}

vv_step vv_identity_compare(vv_thread *t, vv_ref a, vv_ref b, int op) {
    if (op == VV_EQ)
        return a == b ? vv_return(t, vv_bool(t, true)) : vv_return_not_implemented(t);
    if (op == VV_NE && a->type->s.compare == vv_identity_compare)
        return a == b ? vv_return(t, vv_bool(t, false)) : vv_return_not_implemented(t);
    if (op == VV_NE)
        return vv_do_object_ne(t, a, b);
    return vv_return_not_implemented(t);
}

/* object.__ne__: the opposite of what __eq__ of the same type says. */
static vv_step object_ne_resume(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, nf->argv[0]->type->s.compare(t, nf->argv[0], nf->argv[1], VV_EQ));
    if (t->ret == t->vm->not_implemented)
        return VV_READY;
    nf->slot[0] = vv_take_ret(t);
    VV_AWAIT(nf, vv_do_truth(t, nf->slot[0]));
    return vv_return(t, vv_bool(t, t->ival == 0));
    VV_END(nf);
}

vv_step vv_do_object_ne(vv_thread *t, vv_ref a, vv_ref b) {
    return vv_start2(t, object_ne_resume, "__ne__", a, b);
}

/* ---- construction ---- */

/* Are there arguments that neither __new__ nor __init__ of the class takes? */
static bool has_arguments(size_t nargs, vv_ref kwnames) {
    return nargs > 0 || (kwnames != NULL && VV_TUPLE(kwnames)->length > 0);
}

static vv_slotfn_init object_init;
static vv_slotfn_new_ object_create;

static int insert_sorted(vv_thread *t, vv_ref list, vv_ref s) {
    size_t i = 0;
    if (!VV_ISA(s, STR))
        return vv_raise_int(t, VV_TypeError, "sequence item 0: expected str instance, %T found", s);
    while (i < VV_LIST(list)->length && vv_str_compare(VV_LIST(list)->items[i], s) < 0)
        i++;
    return vv_list_insert(t, list, (int64_t)i, s);
}

int vv_sorted_strings_into(vv_thread *t, vv_ref list, vv_ref strings) {
    if (VV_ISA(strings, SET)) {
        size_t pos = 0;
        vv_ref key;
        vv_hash hash;
        while (vv_set_next(strings, &pos, &key, &hash)) {
            if (insert_sorted(t, list, key) < 0)
                return -1;
        }
        return 0;
    }
    bool is_list = VV_ISA(strings, LIST);
    if (!is_list && !VV_ISA(strings, TUPLE))
        return vv_raise_int(t, VV_TypeError, "'%T' object is not iterable", strings);
    size_t n = is_list ? VV_LIST(strings)->length : VV_TUPLE(strings)->length;
    vv_obj *const *items = is_list ? VV_LIST(strings)->items : VV_TUPLE(strings)->items;
    for (size_t i = 0; i < n; i++) {
        if (insert_sorted(t, list, items[i]) < 0)
            return -1;
    }
    return 0;
}

static vv_step raise_abstract(vv_thread *t, vv_type *type) {
    vv_ref names = vv_dict_get_str_peek(type->dict, VV_N(t, __abstractmethods__));
    VV_AUTO list = {t, vv_list_new(t, 0)};
    if (list.o == NULL)
        return VV_FAILED;
    if (names == NULL || vv_sorted_strings_into(t, list.o, names) < 0) {
        if (t->exc == NULL)
            vv_raise(t, VV_AttributeError, "__abstractmethods__");
        return VV_FAILED;
    }
    size_t n = VV_LIST(list.o)->length;
    VV_AUTO separator = {t, vv_str_from_cstr(t, "', '")};
    VV_AUTO joined = {t, separator.o == NULL ? NULL : vv_str_join(t, separator.o, vv_list_items_peek(list.o), n)};
    if (joined.o == NULL)
        return VV_FAILED;
    return vv_raise_step(t, VV_TypeError,
                         "Can't instantiate abstract class %N without an implementation for abstract method%s '%U'",
                         type, n > 1 ? "s" : "", joined.o);
}

static vv_step object_create(vv_thread *t, vv_ref cls, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    vv_type *type = VV_AS_TYPE(cls);
    (void)args;
    if (VV_UNLIKELY(has_arguments(nargs, kwnames))) {
        if (type->s.new_ != object_create)
            return vv_raise_step(t, VV_TypeError,
                                 "object.__new__() takes exactly one argument (the type to instantiate)");
        if (type->s.init == object_init)
            return vv_raise_step(t, VV_TypeError, "%N() takes no arguments", type);
    }
    if (VV_UNLIKELY((type->flags & VV_TF_ABSTRACT) != 0))
        return raise_abstract(t, type);
    return vv_return(t, vv_new_object(t, type, type->basicsize));
}

static vv_step object_init(vv_thread *t, vv_ref self, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    const vv_type *type = self->type;
    (void)args;
    if (VV_UNLIKELY(has_arguments(nargs, kwnames))) {
        if (type->s.init != object_init)
            return vv_raise_step(t, VV_TypeError,
                                 "object.__init__() takes exactly one argument (the instance to initialize)");
        if (type->s.new_ == object_create)
            return vv_raise_step(t, VV_TypeError,
                                 "%N.__init__() takes exactly one argument (the instance to initialize)", type);
    }
    return vv_return_null(t);
}

static void object_dealloc(vv_thread *t, vv_obj *self) {
    vv_free_object(t, self);
}

/* ---- __class__, __dict__, __weakref__ ---- */

static vv_owned get_class(vv_thread *t, vv_ref self) {
    (void)t;
    return vv_newref(&self->type->head);
}

static int set_class(vv_thread *t, vv_ref self, vv_ref value) {
    if (value == NULL)
        return vv_raise_int(t, VV_TypeError, "can't delete __class__ attribute");
    if (!VV_ISA(value, TYPE))
        return vv_raise_int(t, VV_TypeError, "__class__ must be set to a class, not '%T' object", value);
    vv_type *old = self->type, *new_type = VV_AS_TYPE(value);
    bool modules = vv_is_instance(self, VV_TYPEP(t, MODULE)) && vv_type_is_subtype(new_type, VV_TYPEP(t, MODULE));
    if ((old->flags & new_type->flags & VV_TF_HEAP) == 0 && !modules)
        return vv_raise_int(t, VV_TypeError,
                            "__class__ assignment only supported for mutable types or ModuleType subclasses");
    if (vv_type_check_fits(t, old, new_type, "__class__") < 0)
        return -1;
    if (vv_instance_dict_make(t, self) == NULL && t->exc != NULL) /* the other class has other shared keys */
        return -1;
    if ((new_type->flags & VV_TF_HEAP) != 0) /* instances of built-in types do not count as references to them */
        vv_incref(value);
    VV_OBJ(self)->type = new_type;
    if ((old->flags & VV_TF_HEAP) != 0)
        vv_decref(t, &old->head);
    return 0;
}

/* The `__dict__` descriptor of the built-in base that gives instances of a class their dict, if one does: what classes
 * add asks that one. 1, 0; -1 with TypeError when it has none that can do `set` (or get). */
static int find_dict_descr(vv_thread *t, vv_ref self, bool set, vv_obj **ret_descr) {
    const vv_type *type = self->type;
    if ((type->flags & VV_TF_DICT_PRE) != 0)
        return 0;
    while (type->base != NULL && ((type->flags & VV_TF_HEAP) != 0 || type->dictoffset == 0))
        type = type->base;
    if (type->base == NULL)
        return 0;
    vv_ref descr = vv_type_lookup_peek(t, type, VV_N(t, __dict__));
    if (descr == NULL || (set ? (void *)descr->type->s.descr_set : (void *)descr->type->s.descr_get) == NULL)
        return vv_raise_int(t, VV_TypeError, "this __dict__ descriptor does not support '%T' objects", self);
    *ret_descr = VV_OBJ(descr);
    return 1;
}

static vv_owned get_class_dict(vv_thread *t, vv_ref self) {
    vv_obj *descr;
    int r = find_dict_descr(t, self, false, &descr);
    if (r <= 0)
        return r < 0 ? NULL : vv_instance_get_dict(t, self);
    return vv_getter_step(t, descr->type->s.descr_get(t, descr, self, &self->type->head));
}

static int set_class_dict(vv_thread *t, vv_ref self, vv_ref value) {
    vv_obj *descr;
    int r = find_dict_descr(t, self, true, &descr);
    if (r <= 0)
        return r < 0 ? -1 : vv_instance_set_dict(t, self, value);
    return vv_setter_step(descr->type->s.descr_set(t, descr, self, value));
}

vv_owned vv_instance_get_dict(vv_thread *t, vv_ref self) {
    if (self->type->dictoffset == 0)
        return vv_raise(t, VV_AttributeError, "This object has no __dict__");
    return vv_xnewref(vv_instance_dict_make(t, self));
}

int vv_instance_set_dict(vv_thread *t, vv_ref self, vv_ref value) {
    if (self->type->dictoffset == 0)
        return vv_raise_int(t, VV_AttributeError, "This object has no __dict__");
    if (value != NULL && !VV_ISA(value, DICT))
        return vv_raise_int(t, VV_TypeError, "__dict__ must be set to a dictionary, not a '%T'", value);
    vv_instance_dict_replace_take(t, self, vv_xnewref(value));
    return 0;
}

int vv_generic_set_dict(vv_thread *t, vv_ref self, vv_ref value) {
    if (value == NULL)
        return vv_raise_int(t, VV_TypeError, "cannot delete __dict__");
    return vv_instance_set_dict(t, self, value);
}

static vv_owned get_weakref(vv_thread *t, vv_ref self) {
    vv_obj **slot = vv_weak_slot(self);
    return slot == NULL || *slot == NULL ? vv_none(t) : vv_newref(*slot);
}

const vv_getsetdef vv_instance_dict_def = {"__dict__", get_class_dict, set_class_dict,
                                           "dictionary for instance variables"};
const vv_getsetdef vv_instance_weakref_def = {"__weakref__", get_weakref, NULL,
                                              "list of weak references to the object"};

/* ---- methods ---- */

/* Puts the keys of a type's MRO, or of the instance dict, into `dict`. */
static int merge_keys(vv_thread *t, vv_ref dict, vv_ref from) {
    size_t pos = 0;
    vv_ref key, value;
    vv_hash hash;
    while (from != NULL && vv_dict_next(from, &pos, &key, &value, &hash)) {
        if (vv_dict_set_now(t, dict, key, VV_NONE(t)) < 0)
            return -1;
    }
    return 0;
}

vv_owned vv_dir_keys(vv_thread *t, vv_ref instance_dict, const vv_type *type) {
    VV_AUTO keys = {t, vv_dict_new(t)};
    if (keys.o == NULL)
        return NULL;
    for (size_t i = 0; type != NULL && type->mro != NULL && i < VV_TUPLE(type->mro)->length; i++) {
        if (merge_keys(t, keys.o, VV_AS_TYPE(VV_TUPLE(type->mro)->items[i])->dict) < 0)
            return NULL;
    }
    if (instance_dict != NULL && VV_ISA(instance_dict, DICT) && merge_keys(t, keys.o, instance_dict) < 0)
        return NULL;
    VV_AUTO list = {t, vv_list_new(t, 0)};
    size_t pos = 0;
    vv_ref key, value;
    vv_hash hash;
    while (list.o != NULL && vv_dict_next(keys.o, &pos, &key, &value, &hash)) {
        if (vv_list_append(t, list.o, key) < 0)
            return NULL;
    }
    return vv_move(&list.o);
}

static vv_step object_dir(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_lookup_attr(t, nf->argv[0], VV_N(t, __dict__)));
    nf->slot[0] = vv_take_ret(t);
    VV_AWAIT(nf, vv_do_lookup_attr(t, nf->argv[0], VV_N(t, __class__)));
    nf->slot[1] = vv_take_ret(t);
    bool is_type = nf->slot[1] != NULL && VV_ISA(nf->slot[1], TYPE);
    return vv_return(t, vv_dir_keys(t, nf->slot[0], is_type ? VV_AS_TYPE(nf->slot[1]) : NULL));
    VV_END(nf);
}

static vv_step object_format(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (!VV_ISA(nf->argv[1], STR))
        return vv_raise_step(t, VV_TypeError, "__format__() argument must be str, not %A", nf->argv[1]);
    if (vv_str_length(nf->argv[1]) > 0)
        return vv_raise_step(t, VV_TypeError, "unsupported format string passed to %T.__format__", nf->argv[0]);
    VV_AWAIT(nf, vv_do_str(t, nf->argv[0]));
    return VV_READY;
    VV_END(nf);
}

int64_t vv_object_plain64(vv_ref o) {
    const vv_type *type = o->type;
    int64_t head = (type->spec->flags & VV_TF_GC) != 0 || type->spec->gc64 ? 16 : 0;
    int64_t slots = ((int64_t)type->basicsize - (int64_t)type->spec->basicsize) / (int64_t)sizeof(void *) * 8;
    return (type->spec->size64 == 0 ? 16 : type->spec->size64 - head) + (slots > 0 && (type->flags & VV_TF_HEAP) ? slots : 0);
}

int64_t vv_object_head64(vv_ref o) {
    uint32_t flags = o->type->flags;
    return ((flags & VV_TF_GC) != 0 || o->type->spec->gc64 ? 16 : 0) + ((flags & (VV_TF_DICT_PRE | VV_TF_WEAK_PRE)) != 0 ? 16 : 0);
}

int64_t vv_object_size64(vv_ref o) {
    const vv_typespec *spec = o->type->spec;
    return vv_object_head64(o) + (spec->size64_of != NULL ? spec->size64_of(o) : vv_object_plain64(o));
}

static vv_owned object_sizeof(vv_thread *t, vv_obj *const *argv) {
    const uint32_t own = VV_TF_LIST | VV_TF_DICT | VV_TF_SET | VV_TF_STR | VV_TF_INT | VV_TF_TYPE; /* their __sizeof__ knows more */
    const vv_typespec *spec = argv[0]->type->spec;
    bool whole = spec->size64_of != NULL && (argv[0]->type->flags & own) == 0;
    return vv_int_new(t, whole ? spec->size64_of(argv[0]) : vv_object_plain64(argv[0]));
}

static vv_owned object_init_subclass(vv_thread *t, vv_obj *const *argv) {
    (void)argv;
    return vv_none(t);
}

static vv_owned object_subclasshook(vv_thread *t, vv_obj *const *argv) {
    (void)argv;
    return vv_newref(VV_NOT_IMPLEMENTED(t));
}

static vv_step object_getstate(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_default_state(t, nf->argv[0], false));
    return VV_READY;
    VV_END(nf);
}

static vv_step object_reduce_ex(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (!VV_ISA(nf->argv[1], INT)) {
        VV_AWAIT(nf, vv_do_index(t, nf->argv[1]));
        vv_setref_take(t, &nf->argv[1], vv_take_ret(t));
    }
    VV_AWAIT(nf, vv_do_lookup_attr(t, nf->argv[0], VV_N(t, __reduce__)));
    nf->slot[0] = vv_take_ret(t);
    if (nf->slot[0] != NULL) {
        VV_AWAIT(nf, vv_do_getattr(t, (vv_ref)nf->argv[0]->type, VV_N(t, __reduce__)));
        nf->slot[1] = vv_take_ret(t);
        if (nf->slot[1] != vv_dict_get_str_peek(VV_TYPEP(t, OBJECT)->dict, VV_N(t, __reduce__))) {
            VV_AWAIT(nf, vv_do_call0(t, nf->slot[0]));
            return VV_READY;
        }
    }
    VV_AWAIT(nf, vv_do_reduce(t, nf->argv[0], nf->argv[1]));
    return VV_READY;
    VV_END(nf);
}

static vv_step object_reduce(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_reduce(t, nf->argv[0], t->vm->small_ints[-VV_SMALL_INT_MIN]));
    return VV_READY;
    VV_END(nf);
}

static const vv_methoddef object_methods[] = {
    {"__reduce_ex__",
     VV_KIND_RESUMABLE,
     VV_BIND_INSTANCE,
     {.resumable = object_reduce_ex},
     "__reduce_ex__($self, protocol, /)",
     "Helper for pickle."},
    {"__reduce__",
     VV_KIND_RESUMABLE,
     VV_BIND_INSTANCE,
     {.resumable = object_reduce},
     "__reduce__($self, /)",
     "Helper for pickle."},
    {"__getstate__",
     VV_KIND_RESUMABLE,
     VV_BIND_INSTANCE,
     {.resumable = object_getstate},
     "__getstate__($self, /)",
     "Helper for pickle."},
    {"__subclasshook__",
     VV_KIND_LEAF,
     VV_BIND_CLASS,
     {.leaf = object_subclasshook},
     "-__subclasshook__($type, /, *args)",
     "Abstract classes can override this to customize issubclass().\n\nIt answers True, False or NotImplemented."},
    {"__init_subclass__",
     VV_KIND_LEAF,
     VV_BIND_CLASS,
     {.leaf = object_init_subclass},
     "-__init_subclass__($type, /)",
     "This method is called when a class is subclassed.\n\nThe default implementation does nothing."},
    {"__format__",
     VV_KIND_RESUMABLE,
     VV_BIND_INSTANCE,
     {.resumable = object_format},
     "__format__($self, format_spec, /)",
     "Default object formatter."},
    {"__sizeof__",
     VV_KIND_LEAF,
     VV_BIND_INSTANCE,
     {.leaf = object_sizeof},
     "__sizeof__($self, /)",
     "Size of object in memory, in bytes."},
    {"__dir__",
     VV_KIND_RESUMABLE,
     VV_BIND_INSTANCE,
     {.resumable = object_dir},
     "__dir__($self, /)",
     "Default dir() implementation."},
    {NULL, VV_KIND_LEAF, VV_BIND_INSTANCE, {.leaf = NULL}, NULL, NULL},
};
static const vv_getsetdef object_getset[] = {{"__class__", get_class, set_class, "the object's class"},
                                             {NULL, NULL, NULL, NULL}};
static const vv_slots object_slots = {
    .repr = object_repr,
    .str = object_str,
    .hash = vv_identity_hash,
    .compare = vv_identity_compare,
    .getattr = vv_generic_getattr,
    .setattr = vv_generic_setattr,
    .new_ = object_create,
    .init = object_init,
};

const vv_typespec vv_object_spec = {
    .name = "object",
    .base = VV_T_OBJECT,
    .flags = VV_TF_BASETYPE | VV_TF_PLAIN_HASH_EQ,
    .basicsize = sizeof(vv_obj),
    .size64 = 16,
    .doc = "The base class of the class hierarchy.",
    .signature = "()",
    .slots = &object_slots,
    .methods = object_methods,
    .getset = object_getset,
    .dealloc = object_dealloc,
};
