/* typetype.c - `type`: attributes of classes, calling them, and type(name, bases, ns). */
#include <string.h>

#include "object/alloc.h"
#include "object/bind.h"
#include "object/error.h"
#include "object/intern.h"
#include "object/slotdefs.h"
#include "types/dict.h"
#include "types/function.h"
#include "types/genericalias.h"
#include "types/int.h"
#include "types/list.h"
#include "types/objecttype.h"
#include "types/set.h"
#include "types/str.h"
#include "types/tuple.h"
#include "types/typebases.h"

/* ---- calling a class ---- */

/* argv: type, arguments, keyword values; slot[0]: kwnames, slot[1]: the new object; i[0]: number of arguments. */
static vv_step type_call_resume(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, VV_AS_TYPE(nf->argv[0])->s.new_(t, nf->argv[0], nf->argv + 1, (size_t)nf->i[0], nf->slot[0]));
    nf->slot[1] = vv_take_ret(t);
    if (!vv_is_instance(nf->slot[1], VV_AS_TYPE(nf->argv[0])) || nf->slot[1]->type->s.init == NULL)
        return vv_return(t, vv_move(&nf->slot[1]));
    VV_AWAIT(nf, nf->slot[1]->type->s.init(t, nf->slot[1], nf->argv + 1, (size_t)nf->i[0], nf->slot[0]));
    vv_drop_ret(t);
    return vv_return(t, vv_move(&nf->slot[1]));
    VV_END(nf);
}

vv_step vv_type_call(vv_thread *t, vv_ref self, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    vv_type *type = VV_AS_TYPE(self);
    size_t nkw = kwnames == NULL ? 0 : VV_TUPLE(kwnames)->length;
    if (type == VV_TYPEP(t, TYPE)) {
        if (nargs == 1 && nkw == 0)
            return vv_return(t, vv_newref(&args[0]->type->head));
        if (nargs == 1)
            return vv_raise_step(t, VV_TypeError, "type() takes no keyword arguments");
        if (nargs != 3)
            return vv_raise_step(t, VV_TypeError, "type() takes 1 or 3 arguments");
    }
    if (type->s.new_ == NULL)
        return vv_raise_step(t, VV_TypeError, "cannot create '%N' instances", type);
    const vv_type *exception = t->vm->types[VV_BaseException];
    if (type->s.new_ == exception->s.new_ && type->s.init == exception->s.init) { /* neither needs a frame */
        vv_step s = type->s.new_(t, self, args, nargs, kwnames);
        if (s != VV_READY)
            return s;
        VV_AUTO made = {t, vv_take_ret(t)};
        s = type->s.init(t, made.o, args, nargs, kwnames);
        return s == VV_READY ? vv_return(t, vv_move(&made.o)) : s;
    }
    /* Built-in classes without __init__. What str() and bytes() give may be of a class that has one. */
    if ((type->flags & VV_TF_HEAP) == 0 && (type->s.init == NULL || type->s.init == VV_TYPEP(t, OBJECT)->s.init) &&
        type != VV_TYPEP(t, STR) && type != VV_TYPEP(t, BYTES) && type != VV_TYPEP(t, OBJECT))
        return type->s.new_(t, self, args, nargs, kwnames);
    size_t total = 1 + nargs + nkw;
    if (total == 1 && type->s.new_ == VV_TYPEP(t, OBJECT)->s.new_ && type->s.init == VV_TYPEP(t, OBJECT)->s.init &&
        (type->flags & VV_TF_ABSTRACT) == 0)
        return vv_return(t, vv_new_object(t, type, type->basicsize));
    vv_obj *small[16], **all = small;
    if (total > VV_ARRAY_LEN(small) && (all = vv_alloc(t, total * sizeof(vv_obj *))) == NULL)
        return VV_FAILED;
    all[0] = VV_OBJ(self);
    if (total > 1)
        memcpy(all + 1, args, (total - 1) * sizeof(vv_obj *));
    vv_native *nf = vv_push_native(t, type_call_resume, type->tp_name, all, total);
    if (all != small)
        vv_free(t, all);
    if (nf == NULL)
        return VV_FAILED;
    nf->slot[0] = vv_xnewref(kwnames);
    nf->i[0] = (int64_t)nargs;
    return (type->flags & VV_TF_HEAP) != 0 ? VV_PUSHED : vv_native_enter(t, nf);
}

/* ---- C.__new__ as a function ---- */

/* argv: the owner of the slot, args, kwargs. slot[0]: kwnames; slot[1]: list of all values. */
static vv_step new_wrapper(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    const vv_type *owner = VV_AS_TYPE(nf->argv[0]);
    const vv_tuple *args = VV_TUPLE(nf->argv[1]);
    if (args->length == 0)
        return vv_raise_step(t, VV_TypeError, "%N.__new__(): not enough arguments", owner);
    vv_ref cls = args->items[0];
    if (!VV_ISA(cls, TYPE))
        return vv_raise_step(t, VV_TypeError, "%N.__new__(X): X is not a type object (%T)", owner, cls);
    const vv_type *type = VV_AS_TYPE(cls);
    if (!vv_type_is_subtype(type, owner))
        return vv_raise_step(t, VV_TypeError, "%N.__new__(%N): %N is not a subtype of %N", owner, type, type, owner);
    const vv_type *builtin = type;
    while ((builtin->flags & VV_TF_HEAP) != 0)
        builtin = builtin->base;
    if (builtin->s.new_ != owner->s.new_)
        return vv_raise_step(t, VV_TypeError, "%N.__new__(%N) is not safe, use %N.__new__()", owner, type, builtin);
    nf->slot[1] = vv_list_from_array(t, args->items + 1, args->length - 1);
    if (nf->slot[1] == NULL)
        return VV_FAILED;
    nf->i[0] = (int64_t)args->length - 1;
    if (nf->argv[2] != NULL) {
        size_t pos = 0, i = 0;
        vv_ref key, value;
        vv_hash hash;
        nf->slot[0] = vv_tuple_new(t, vv_dict_length(nf->argv[2]));
        while (nf->slot[0] != NULL && vv_dict_next(nf->argv[2], &pos, &key, &value, &hash)) {
            VV_TUPLE(nf->slot[0])->items[i++] = vv_newref(key);
            if (vv_list_append(t, nf->slot[1], value) < 0)
                return VV_FAILED;
        }
        if (nf->slot[0] == NULL)
            return VV_FAILED;
        vv_tuple_done(t, nf->slot[0]);
    }
    VV_AWAIT(nf, VV_AS_TYPE(nf->argv[0])
                     ->s.new_(t, VV_TUPLE(nf->argv[1])->items[0], vv_list_items_peek(nf->slot[1]), (size_t)nf->i[0],
                              nf->slot[0]));
    return VV_READY;
    VV_END(nf);
}

const vv_methoddef vv_new_wrapper_def = {"__new__",
                                         VV_KIND_RESUMABLE,
                                         VV_BIND_INSTANCE,
                                         {.resumable = new_wrapper},
                                         "__new__($type, *args, **kwargs)",
                                         "Create and return a new object.  See help(type) for accurate signature."};

/* ---- making a class ---- */

static vv_owned set_name_note(vv_thread *t, vv_native *nf) {
    return vv_format(t, "Error calling __set_name__ on '%T' instance %R in '%N'", nf->slot[3], nf->slot[2],
                     VV_AS_TYPE(nf->slot[0]));
}

/* argv: metatype, name, bases, ns, kwargs or NULL. slot[0]: the class; slot[1]: items of __slots__, then of its dict; slot[2], slot[3]:
 * one. */
static vv_step type_new_resume(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    vv_ref given = vv_dict_get_str_peek(nf->argv[3], VV_N(t, __slots__));
    if (given != NULL && VV_ISA(given, STR)) {
        nf->slot[1] = vv_tuple_pack(t, 1, given);
        if (nf->slot[1] == NULL)
            return VV_FAILED;
    } else if (given != NULL) {
        VV_AWAIT(nf, vv_do_tuple(t, vv_dict_get_str_peek(nf->argv[3], VV_N(t, __slots__))));
        nf->slot[1] = vv_take_ret(t);
    }
    nf->slot[0] = vv_type_new(t, VV_AS_TYPE(nf->argv[0]), nf->argv[1], nf->argv[2], nf->argv[3], nf->slot[1]);
    if (nf->slot[0] == NULL)
        return VV_FAILED;
    VV_AWAIT(nf, vv_do_update_mro(t, nf->slot[0]));
    if (vv_type_ready(t, VV_AS_TYPE(nf->slot[0])) < 0)
        return VV_FAILED;
    vv_setref_take(t, &nf->slot[1], vv_dict_copy(t, VV_AS_TYPE(nf->slot[0])->dict));
    if (nf->slot[1] == NULL)
        return VV_FAILED;
    for (;;) {
        vv_ref key, value;
        vv_hash hash;
        size_t pos = (size_t)nf->i[0];
        bool more = vv_dict_next(nf->slot[1], &pos, &key, &value, &hash);
        nf->i[0] = (int64_t)pos;
        if (!more)
            break;
        if (vv_type_lookup_peek(t, value->type, VV_N(t, __set_name__)) == NULL)
            continue;
        vv_setref_take(t, &nf->slot[2], vv_newref(key));
        vv_setref_take(t, &nf->slot[3], vv_newref(value));
        vv_obj *args[2] = {nf->slot[0], nf->slot[2]};
        VV_AWAIT_CATCH(nf, vv_do_call_special(t, nf->slot[3], VV_N(t, __set_name__), args, 2));
        if (nf->raised) {
            nf->slot[4] = vv_take_error(t);
            nf->slot[5] = set_name_note(t, nf);
            if (nf->slot[5] == NULL)
                return VV_FAILED;
            VV_AWAIT(nf, vv_do_call_method(t, nf->slot[4], VV_N(t, add_note), &nf->slot[5], 1));
            vv_drop_ret(t);
            vv_restore_error_take(t, vv_move(&nf->slot[4]));
            return VV_FAILED;
        }
        vv_drop_ret(t);
    }
    vv_setref_take(t, &nf->slot[1], vv_super_new(t, nf->slot[0], nf->slot[0]));
    if (nf->slot[1] == NULL && t->exc == NULL) /* the class is not in its own MRO */
        return vv_raise_step(t, VV_TypeError, "super(type, obj): obj must be an instance or subtype of type");
    if (nf->slot[1] == NULL)
        return VV_FAILED;
    VV_AWAIT(nf, vv_do_getattr(t, nf->slot[1], VV_N(t, __init_subclass__)));
    vv_setref_take(t, &nf->slot[1], vv_take_ret(t));
    VV_AWAIT(nf, vv_do_call_ex(t, nf->slot[1], t->vm->empty_tuple, nf->argv[4]));
    vv_drop_ret(t);
    return vv_return(t, vv_move(&nf->slot[0]));
    VV_END(nf);
}

static vv_owned kwargs_dict(vv_thread *t, vv_obj *const *values, vv_ref kwnames) {
    vv_obj *dict = vv_dict_new(t);
    for (size_t i = 0; dict != NULL && i < VV_TUPLE(kwnames)->length; i++) {
        if (vv_dict_set_str(t, dict, VV_TUPLE(kwnames)->items[i], values[i]) < 0) {
            vv_decref(t, dict);
            return NULL;
        }
    }
    return dict;
}

static vv_step type_create(vv_thread *t, vv_ref cls, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    if (nargs != 3)
        return vv_raise_step(t, VV_TypeError, "type.__new__() takes exactly 3 arguments (%zu given)", nargs);
    static const struct {
        uint32_t flag;
        const char *name;
    } want[3] = {{VV_TF_STR, "str"}, {VV_TF_TUPLE, "tuple"}, {VV_TF_DICT, "dict"}};
    for (size_t i = 0; i < 3; i++) {
        if ((args[i]->type->flags & want[i].flag) == 0)
            return vv_raise_step(t, VV_TypeError, "type.__new__() argument %zu must be %s, not %A", i + 1, want[i].name,
                                 args[i]);
    }
    for (size_t i = 0; i < VV_TUPLE(args[1])->length; i++) {
        vv_ref base = VV_TUPLE(args[1])->items[i];
        if (!VV_ISA(base, TYPE) && vv_type_lookup_peek(t, base->type, VV_N(t, __mro_entries__)) != NULL)
            return vv_raise_step(t, VV_TypeError, "type() doesn't support MRO entry resolution; use types.new_class()");
    }
    vv_ref winner = vv_type_metaclass_peek(t, cls, args[1]);
    if (winner == NULL)
        return VV_FAILED;
    if (winner != cls && VV_AS_TYPE(winner)->s.new_ != type_create)
        return VV_AS_TYPE(winner)->s.new_(t, winner, args, nargs, kwnames);
    VV_AUTO kwargs = {t, NULL};
    if (kwnames != NULL && VV_TUPLE(kwnames)->length > 0) {
        kwargs.o = kwargs_dict(t, args + nargs, kwnames);
        if (kwargs.o == NULL)
            return VV_FAILED;
    }
    vv_obj *argv[5] = {VV_OBJ(winner), args[0], args[1], args[2], kwargs.o};
    return vv_push_native(t, type_new_resume, "type.__new__", argv, 5) == NULL ? VV_FAILED : VV_PUSHED;
}

static vv_step type_init_slot(vv_thread *t, vv_ref self, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    (void)self;
    (void)args;
    if (nargs == 1 && kwnames != NULL && VV_TUPLE(kwnames)->length > 0)
        return vv_raise_step(t, VV_TypeError, "type.__init__() takes no keyword arguments");
    if (nargs != 1 && nargs != 3)
        return vv_raise_step(t, VV_TypeError, "type.__init__() takes 1 or 3 arguments");
    return vv_return_null(t);
}

/* ---- attributes ---- */

static vv_step bind_attribute(vv_thread *t, vv_obj *found, vv_ref object, vv_ref owner) {
    vv_slotfn_descr_get *get = found->type->s.descr_get;
    if (get == NULL)
        return vv_return(t, vv_newref(found));
    vv_incref(found);
    vv_step s = get(t, found, object, owner);
    vv_decref(t, found);
    return s;
}

static vv_step type_getattr(vv_thread *t, vv_ref self, vv_ref name) {
    vv_type *type = VV_AS_TYPE(self), *meta = self->type;
    vv_obj *meta_found = VV_OBJ(vv_type_lookup_peek(t, meta, name));
    if (meta_found != NULL && meta_found->type->s.descr_set != NULL && meta_found->type->s.descr_get != NULL)
        return bind_attribute(t, meta_found, self, &meta->head);
    vv_obj *found = VV_OBJ(vv_type_lookup_peek(t, type, name));
    if (found != NULL)
        return bind_attribute(t, found, NULL, self);
    if (meta_found != NULL)
        return bind_attribute(t, meta_found, self, &meta->head);
    vv_raise(t, VV_AttributeError, "type object '%N' has no attribute '%U'", type, name);
    vv_error_set_attribute(t, self, name);
    return VV_FAILED;
}

static bool is_dunder(vv_ref name) {
    size_t n = vv_str_length(name);
    return n > 4 && vv_str_at(name, 0) == '_' && vv_str_at(name, 1) == '_' && vv_str_at(name, n - 1) == '_' &&
           vv_str_at(name, n - 2) == '_';
}

static vv_step type_setattr(vv_thread *t, vv_ref self, vv_ref name, vv_ref value) {
    vv_type *type = VV_AS_TYPE(self);
    if ((type->flags & VV_TF_IMMUTABLE) != 0)
        return vv_raise_step(t, VV_TypeError, "cannot set '%U' attribute of immutable type '%N'", name, type);
    vv_obj *meta_found = VV_OBJ(vv_type_lookup_peek(t, self->type, name));
    if (meta_found != NULL && meta_found->type->s.descr_set != NULL) {
        vv_incref(meta_found);
        vv_step s = meta_found->type->s.descr_set(t, meta_found, self, value);
        vv_decref(t, meta_found);
        return s;
    }
    VV_AUTO key = {t, vv_newref(name)};
    vv_intern(t, &key.o);
    /* The old value must not die before caches forget it. */
    VV_AUTO old = {t, vv_xnewref(vv_dict_get_str_peek(type->dict, key.o))};
    (void)old;
    if (value != NULL) {
        if (vv_dict_set_str(t, type->dict, key.o, value) < 0)
            return VV_FAILED;
    } else {
        int r = vv_dict_del_str(t, type->dict, key.o);
        if (r < 0)
            return VV_FAILED;
        if (r == 0) {
            vv_raise(t, VV_AttributeError, "type object '%N' has no attribute '%U'", type, name);
            return VV_FAILED;
        }
    }
    vv_type_modified(t, type);
    if (is_dunder(key.o))
        vv_slots_update_below(t, type, key.o);
    return vv_return_null(t);
}

static vv_step type_repr(vv_thread *t, vv_ref self) {
    return vv_return(t, vv_type_repr(t, VV_AS_TYPE(self)));
}

/* ---- getset ---- */

static int check_mutable(vv_thread *t, vv_ref self, vv_ref value, const char *name) {
    if ((VV_AS_TYPE(self)->flags & VV_TF_IMMUTABLE) != 0)
        return vv_raise_int(t, VV_TypeError, "cannot set '%s' attribute of immutable type '%N'", name,
                            VV_AS_TYPE(self));
    if (value == NULL)
        return vv_raise_int(t, VV_TypeError, "cannot delete '%s' attribute of immutable type '%N'", name,
                            VV_AS_TYPE(self));
    return 0;
}

/* A static type has no name as an object in CPython. */
static vv_owned fresh_name(vv_thread *t, vv_ref self, vv_ref name) {
    return (VV_AS_TYPE(self)->flags & (VV_TF_HEAP | VV_TF_MADE)) != 0 ? vv_newref(name) : vv_str_from_cstr(t, VV_AS_TYPE(self)->spec->name);
}

static vv_owned get_name(vv_thread *t, vv_ref self) {
    return fresh_name(t, self, VV_AS_TYPE(self)->name);
}

static int set_name(vv_thread *t, vv_ref self, vv_ref value) {
    vv_type *type = VV_AS_TYPE(self);
    if (check_mutable(t, self, value, "__name__") < 0)
        return -1;
    if (!VV_ISA(value, STR))
        return vv_raise_int(t, VV_TypeError, "can only assign string to %N.__name__, not '%T'", type, value);
    size_t length;
    const char *text = vv_str_utf8_peek(t, value, &length);
    if (text == NULL)
        return -1;
    if (strlen(text) != length)
        return vv_raise_int(t, VV_ValueError, "type name must not contain null characters");
    type->tp_name = text;
    vv_setref_take(t, &type->name, vv_newref(value));
    return 0;
}

static vv_owned get_qualname(vv_thread *t, vv_ref self) {
    return fresh_name(t, self, VV_AS_TYPE(self)->qualname);
}

static int set_qualname(vv_thread *t, vv_ref self, vv_ref value) {
    if (check_mutable(t, self, value, "__qualname__") < 0)
        return -1;
    if (!VV_ISA(value, STR))
        return vv_raise_int(t, VV_TypeError, "can only assign string to %N.__qualname__, not '%T'", VV_AS_TYPE(self),
                            value);
    vv_setref_take(t, &VV_AS_TYPE(self)->qualname, vv_newref(value));
    return 0;
}

static vv_owned get_module(vv_thread *t, vv_ref self) {
    const vv_type *type = VV_AS_TYPE(self);
    if ((type->flags & VV_TF_HEAP) != 0 && vv_dict_get_str_peek(type->dict, VV_N(t, __module__)) == NULL)
        return vv_raise(t, VV_AttributeError, "__module__");
    return vv_type_module(t, type);
}

static int set_in_dict(vv_thread *t, vv_ref self, vv_ref name, vv_ref value) {
    vv_type *type = VV_AS_TYPE(self);
    VV_AUTO old = {t, vv_xnewref(vv_dict_get_str_peek(type->dict, name))};
    (void)old;
    if (vv_dict_set_str(t, type->dict, name, value) < 0)
        return -1;
    vv_type_modified(t, type);
    return 0;
}

static int set_module(vv_thread *t, vv_ref self, vv_ref value) {
    return check_mutable(t, self, value, "__module__") < 0 ? -1 : set_in_dict(t, self, VV_N(t, __module__), value);
}

static vv_owned get_doc(vv_thread *t, vv_ref self) {
    const vv_type *type = VV_AS_TYPE(self);
    if ((type->flags & VV_TF_HEAP) == 0 && type->spec->doc != NULL)
        return vv_str_from_cstr(t, type->spec->doc);
    vv_ref doc = vv_dict_get_str_peek(type->dict, VV_N(t, __doc__));
    if (doc == NULL)
        return vv_none(t);
    return vv_getter_step(t, bind_attribute(t, VV_OBJ(doc), NULL, self));
}

static int set_doc(vv_thread *t, vv_ref self, vv_ref value) {
    return check_mutable(t, self, value, "__doc__") < 0 ? -1 : set_in_dict(t, self, VV_N(t, __doc__), value);
}

static vv_owned get_dict(vv_thread *t, vv_ref self) {
    return vv_mappingproxy_new(t, VV_AS_TYPE(self)->dict);
}

static vv_owned get_bases(vv_thread *t, vv_ref self) {
    (void)t;
    return vv_newref(VV_AS_TYPE(self)->bases);
}

static vv_owned get_mro(vv_thread *t, vv_ref self) {
    return VV_AS_TYPE(self)->mro == NULL ? vv_none(t) : vv_newref(VV_AS_TYPE(self)->mro);
}

static int set_bases(vv_thread *t, vv_ref self, vv_ref value) {
    return check_mutable(t, self, value, "__bases__") < 0 ? -1 : vv_setter_step(vv_do_set_bases(t, self, value));
}

static vv_owned get_abstractmethods(vv_thread *t, vv_ref self) {
    vv_ref names = self == &VV_TYPEP(t, TYPE)->head
                       ? NULL
                       : vv_dict_get_str_peek(VV_AS_TYPE(self)->dict, VV_N(t, __abstractmethods__));
    if (names == NULL)
        return vv_raise(t, VV_AttributeError, "__abstractmethods__");
    return vv_newref(names);
}

/* argv: type, value. Abstract is a class whose `__abstractmethods__` are true. */
static vv_step set_abstract_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_truth(t, nf->argv[1]));
    vv_type *type = VV_AS_TYPE(nf->argv[0]);
    if (set_in_dict(t, nf->argv[0], VV_N(t, __abstractmethods__), nf->argv[1]) < 0)
        return VV_FAILED;
    type->flags = t->ival != 0 ? type->flags | VV_TF_ABSTRACT : type->flags & ~(uint32_t)VV_TF_ABSTRACT;
    return vv_return_null(t);
    VV_END(nf);
}

static int set_abstractmethods(vv_thread *t, vv_ref self, vv_ref value) {
    vv_type *type = VV_AS_TYPE(self);
    if (value != NULL)
        return vv_setter_step(vv_start2(t, set_abstract_native, "__abstractmethods__", self, value));
    int r = vv_dict_del_str(t, type->dict, VV_N(t, __abstractmethods__));
    if (r <= 0)
        return r < 0 ? -1 : vv_raise_int(t, VV_AttributeError, "__abstractmethods__");
    type->flags &= ~(uint32_t)VV_TF_ABSTRACT;
    vv_type_modified(t, type);
    return 0;
}

static vv_owned get_or_make(vv_thread *t, vv_ref self, vv_ref name, vv_owned fresh) {
    VV_AUTO value = {t, fresh};
    if (value.o == NULL || set_in_dict(t, self, name, value.o) < 0)
        return NULL;
    return vv_move(&value.o);
}

static vv_owned get_annotations(vv_thread *t, vv_ref self) {
    vv_type *type = VV_AS_TYPE(self);
    vv_ref found = vv_dict_get_str_peek(type->dict, VV_N(t, __annotations__));
    if (found != NULL)
        return vv_newref(found);
    if ((type->flags & VV_TF_HEAP) == 0) {
        vv_raise(t, VV_AttributeError, "type object '%N' has no attribute '__annotations__'", type);
        return NULL;
    }
    return get_or_make(t, self, VV_N(t, __annotations__), vv_dict_new(t));
}

static int set_annotations(vv_thread *t, vv_ref self, vv_ref value) {
    vv_type *type = VV_AS_TYPE(self);
    if ((type->flags & VV_TF_IMMUTABLE) != 0)
        return vv_raise_int(t, VV_TypeError, "cannot set '__annotations__' attribute of immutable type '%N'", type);
    if (value != NULL)
        return set_in_dict(t, self, VV_N(t, __annotations__), value);
    int r = vv_dict_del_str(t, type->dict, VV_N(t, __annotations__));
    if (r == 0)
        return vv_raise_int(t, VV_AttributeError, "__annotations__");
    vv_type_modified(t, type);
    return r < 0 ? -1 : 0;
}

static vv_owned get_type_params(vv_thread *t, vv_ref self) {
    vv_ref found = vv_dict_get_str_peek(VV_AS_TYPE(self)->dict, VV_N(t, __type_params__));
    return found != NULL ? vv_newref(found) : vv_newref(t->vm->empty_tuple);
}

static int set_type_params(vv_thread *t, vv_ref self, vv_ref value) {
    return check_mutable(t, self, value, "__type_params__") < 0 ? -1
                                                                : set_in_dict(t, self, VV_N(t, __type_params__), value);
}

static vv_owned get_text_signature(vv_thread *t, vv_ref self) {
    const vv_type *type = VV_AS_TYPE(self);
    if ((type->flags & VV_TF_HEAP) != 0 || type->spec->signature == NULL)
        return vv_none(t);
    const char *open = strchr(type->spec->signature, '('); /* some are written with their name */
    return vv_str_from_cstr(t, open == NULL ? type->spec->signature : open);
}

static vv_owned get_dictoffset(vv_thread *t, vv_ref self) {
    return vv_int_new(t, (VV_AS_TYPE(self)->flags & VV_TF_DICT_PRE) != 0 ? -1 : VV_AS_TYPE(self)->dictoffset);
}
/* The bits of `__flags__` that library code asks for. */
static vv_owned get_flags(vv_thread *t, vv_ref self) {
    const vv_type *type = VV_AS_TYPE(self);
    static const struct {
        uint32_t ours;
        int bit;
    } bits[] = {
        {VV_TF_SEQUENCE, 5},    {VV_TF_MAPPING, 6}, {VV_TF_NO_NEW, 7}, {VV_TF_IMMUTABLE, 8},     {VV_TF_HEAP | VV_TF_MADE, 9},
        {VV_TF_BASETYPE, 10},   {VV_TF_GC, 14},     {VV_TF_METHOD_DESCR, 17}, {VV_TF_ABSTRACT, 20},
        {VV_TF_MATCH_SELF, 22}, {VV_TF_INT, 24},    {VV_TF_LIST, 25},         {VV_TF_TUPLE, 26},
        {VV_TF_BYTES, 27},      {VV_TF_STR, 28},    {VV_TF_DICT, 29},         {VV_TF_EXCEPTION, 30},
        {VV_TF_TYPE, 31},
    };
    int64_t flags = (1 << 12) | (1 << 18); /* ready, versioned */
    for (size_t i = 0; i < VV_ARRAY_LEN(bits); i++)
        flags |= (type->flags & bits[i].ours) != 0 ? INT64_C(1) << bits[i].bit : 0;
    return vv_int_new(t, flags);
}
static int set_flags(vv_thread *t, vv_ref self, vv_ref value) {
    (void)self;
    (void)value;
    return vv_raise_int(t, VV_AttributeError, "readonly attribute");
}

/* ---- methods ---- */

static vv_owned type_mro(vv_thread *t, vv_obj *const *argv) {
    VV_AUTO mro = {t, vv_type_compute_mro(t, VV_AS_TYPE(argv[0]))};
    return mro.o == NULL ? NULL : vv_list_from_array(t, VV_TUPLE(mro.o)->items, VV_TUPLE(mro.o)->length);
}

static vv_owned type_subclasses(vv_thread *t, vv_obj *const *argv) {
    VV_AUTO list = {t, vv_list_new(t, 0)};
    if (list.o == NULL || vv_type_list_subclasses(t, argv[0], list.o) < 0)
        return NULL;
    return vv_move(&list.o);
}

static vv_owned type_prepare(vv_thread *t, vv_obj *const *argv) {
    (void)argv;
    return vv_dict_new(t);
}

static vv_owned type_dir(vv_thread *t, vv_obj *const *argv) {
    return vv_dir_keys(t, NULL, VV_AS_TYPE(argv[0]));
}

static int64_t type_size64(vv_ref self) {
    uint32_t flags = VV_AS_TYPE(self)->flags;
    return (flags & (VV_TF_HEAP | VV_TF_MADE)) == 0 ? 416 : (flags & VV_TF_DICT_PRE) == 0 ? 920 : 920 + 768; /* with the shared keys of its instances */
}

static vv_owned type_sizeof(vv_thread *t, vv_obj *const *argv) {
    return vv_int_new(t, type_size64(argv[0]));
}

static vv_step type_instancecheck(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_plain_isinstance(t, nf->argv[1], nf->argv[0]));
    return vv_return(t, vv_bool(t, t->ival != 0));
    VV_END(nf);
}

static vv_step type_subclasscheck(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_plain_issubclass(t, nf->argv[1], nf->argv[0]));
    return vv_return(t, vv_bool(t, t->ival != 0));
    VV_END(nf);
}

static const vv_methoddef type_methods[] = {
    {"mro",
     VV_KIND_LEAF,
     VV_BIND_INSTANCE,
     {.leaf = type_mro},
     "mro($self, /)",
     "Return a type's method resolution order."},
    {"__subclasses__",
     VV_KIND_LEAF,
     VV_BIND_INSTANCE,
     {.leaf = type_subclasses},
     "__subclasses__($self, /)",
     "Return a list of immediate subclasses."},
    {"__prepare__",
     VV_KIND_LEAF,
     VV_BIND_CLASS,
     {.leaf = type_prepare},
     "-__prepare__($type, *args, **kwargs)",
     "Create the namespace for the class statement"},
    {"__instancecheck__",
     VV_KIND_RESUMABLE,
     VV_BIND_INSTANCE,
     {.resumable = type_instancecheck},
     "__instancecheck__($self, instance, /)",
     "Check if an object is an instance."},
    {"__subclasscheck__",
     VV_KIND_RESUMABLE,
     VV_BIND_INSTANCE,
     {.resumable = type_subclasscheck},
     "__subclasscheck__($self, subclass, /)",
     "Check if a class is a subclass."},
    {"__dir__",
     VV_KIND_LEAF,
     VV_BIND_INSTANCE,
     {.leaf = type_dir},
     "__dir__($self, /)",
     "Specialized __dir__ implementation for types."},
    {"__sizeof__",
     VV_KIND_LEAF,
     VV_BIND_INSTANCE,
     {.leaf = type_sizeof},
     "__sizeof__($self, /)",
     "Return memory consumption of the type object."},
    {NULL, VV_KIND_LEAF, VV_BIND_INSTANCE, {.leaf = NULL}, NULL, NULL},
};
static const vv_getsetdef type_getset[] = {
    {"__name__", get_name, set_name, NULL},
    {"__qualname__", get_qualname, set_qualname, NULL},
    {"__module__", get_module, set_module, NULL},
    {"__doc__", get_doc, set_doc, NULL},
    {"__dict__", get_dict, NULL, NULL},
    {"__bases__", get_bases, set_bases, NULL},
    {"__mro__", get_mro, NULL, NULL},
    {"__abstractmethods__", get_abstractmethods, set_abstractmethods, NULL},
    {"__annotations__", get_annotations, set_annotations, NULL},
    {"__type_params__", get_type_params, set_type_params, NULL},
    {"__text_signature__", get_text_signature, NULL, NULL},
    {"__dictoffset__", get_dictoffset, NULL, NULL},
    {"__flags__", get_flags, set_flags, NULL},
    {NULL, NULL, NULL, NULL},
};
static const vv_memberdef type_members[] = {
    {"__base__", VV_MEMBER_OBJECT, offsetof(vv_type, base), true, NULL},
    {"__basicsize__", VV_MEMBER_INT32, offsetof(vv_type, basicsize), true, NULL},
    {"__itemsize__", VV_MEMBER_INT32, offsetof(vv_type, itemsize), true, NULL},
    {"__weakrefoffset__", VV_MEMBER_INT32, offsetof(vv_type, weakoffset), true, NULL},
    {NULL, VV_MEMBER_OBJECT, 0, false, NULL},
};
static const vv_slots type_slots = {
    .repr = type_repr,
    .getattr = type_getattr,
    .setattr = type_setattr,
    .call = vv_type_call,
    .new_ = type_create,
    .init = type_init_slot,
    .or_ = vv_union_or,
};

const vv_typespec vv_type_spec = {
    .name = "type",
    .base = VV_T_OBJECT,
    .flags = VV_TF_GC | VV_TF_BASETYPE | VV_TF_TYPE | VV_TF_PLAIN_HASH_EQ,
    .basicsize = sizeof(vv_type),
    .itemsize = 40,
    .size64 = 928,
    .size64_of = type_size64,
    .dictoffset = offsetof(vv_type, dict),
    .weakoffset = offsetof(vv_type, weaklist),
    .doc = "type(object) -> the object's type\ntype(name, bases, dict, **kwds) -> a new type",
    .slots = &type_slots,
    .methods = type_methods,
    .getset = type_getset,
    .members = type_members,
    .dealloc = vv_type_dealloc,
    .traverse = vv_type_traverse,
    .clear = vv_type_clear,
};
