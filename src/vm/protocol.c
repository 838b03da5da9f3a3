/* protocol.c - the object protocols: truth, length, hash, text, numbers, iteration, items, attributes, isinstance. */
#include "object/alloc.h"
#include "object/error.h"
#include "object/intern.h"
#include "types/genericalias.h"
#include "types/bytes.h"
#include "types/container.h"
#include "types/dict.h"
#include "types/float.h"
#include "types/instance.h"
#include "types/int.h"
#include "types/iterators.h"
#include "types/list.h"
#include "types/slice.h"
#include "types/str.h"
#include "types/tuple.h"
#include "vm/frame.h"

/* ---- integers as results ---- */

vv_step vv_do_truth(vv_thread *t, vv_ref o) {
    const vv_vm *vm = t->vm;
    if (o == vm->true_)
        return vv_return_int(t, 1);
    if (o == vm->false_ || o == vm->none)
        return vv_return_int(t, 0);
    const vv_slots *s = &o->type->s;
    if (s->bool_ != NULL)
        return s->bool_(t, o);
    if (s->len != NULL)
        return s->len(t, o);
    return vv_return_int(t, 1);
}

vv_step vv_do_len(vv_thread *t, vv_ref o) {
    if (o->type->s.len == NULL)
        return vv_raise_step(t, VV_TypeError, "object of type '%T' has no len()", o);
    return o->type->s.len(t, o);
}

vv_step vv_do_hash(vv_thread *t, vv_ref o) {
    if (o->type->s.hash == NULL)
        return vv_raise_step(t, VV_TypeError, "unhashable type: '%T'", o);
    return o->type->s.hash(t, o);
}

/* ---- text ---- */

vv_step vv_do_repr(vv_thread *t, vv_ref o) {
    return o->type->s.repr(t, o);
}

vv_step vv_do_str(vv_thread *t, vv_ref o) {
    if (VV_IS(t, o, STR))
        return vv_return(t, vv_newref(o));
    return o->type->s.str(t, o);
}

static vv_step ascii_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_repr(t, nf->argv[0]));
    nf->slot[0] = vv_take_ret(t);
    return vv_return(t, vv_str_ascii(t, nf->slot[0]));
    VV_END(nf);
}

vv_step vv_do_ascii(vv_thread *t, vv_ref o) {
    return vv_start1(t, ascii_native, "ascii", o);
}

/* argv: value, spec */
static vv_step format_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_call_special(t, nf->argv[0], VV_N(t, __format__), &nf->argv[1], 1));
    if (t->ret == NULL)
        return vv_raise_step(t, VV_TypeError, "Type %s doesn't define __format__", vv_type_name(nf->argv[0]));
    if (!VV_ISA(t->ret, STR)) {
        nf->slot[0] = vv_take_ret(t);
        return vv_raise_step(t, VV_TypeError, "__format__ must return a str, not %T", nf->slot[0]);
    }
    return VV_READY;
    VV_END(nf);
}

vv_step vv_do_format(vv_thread *t, vv_ref o, vv_ref spec) {
    if (spec == NULL)
        spec = t->vm->empty_str;
    if (VV_IS(t, o, STR))
        return vv_return(t, vv_str_length(spec) == 0 ? vv_newref(o) : vv_format_str(t, o, spec));
    if (VV_IS(t, o, INT)) {
        if (vv_str_length(spec) == 0)
            return vv_do_str(t, o);
        return vv_return(t, vv_format_int(t, o, spec));
    }
    if (VV_IS(t, o, FLOAT))
        return vv_return(t, vv_format_float(t, o, spec));
    return vv_start2(t, format_native, "format", o, spec);
}

/* argv: value, spec or NULL; i[0]: conversion 1 str, 2 repr, 3 ascii */
static vv_step format_value_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    nf->slot[0] = vv_newref(nf->argv[0]);
    if (nf->i[0] != 0) {
        VV_AWAIT(nf, nf->i[0] == 1   ? vv_do_str(t, nf->argv[0])
                     : nf->i[0] == 2 ? vv_do_repr(t, nf->argv[0])
                                     : vv_do_ascii(t, nf->argv[0]));
        vv_setref_take(t, &nf->slot[0], vv_take_ret(t));
    }
    VV_AWAIT(nf, vv_do_format(t, nf->slot[0], nf->argv[1]));
    return VV_READY;
    VV_END(nf);
}

vv_step vv_do_format_value(vv_thread *t, vv_ref value, vv_ref spec, int conversion) {
    if (conversion == 0)
        return vv_do_format(t, value, spec);
    vv_native *nf = vv_push_native(t, format_value_native, "format_value", (vv_obj *[]){VV_OBJ(value), VV_OBJ(spec)}, 2);
    if (nf == NULL)
        return VV_FAILED;
    nf->i[0] = conversion;
    return vv_native_enter(t, nf);
}

/* ---- numbers ---- */

vv_step vv_do_index(vv_thread *t, vv_ref o) {
    if (VV_ISA(o, INT))
        return vv_return(t, vv_newref(o));
    if (o->type->s.index == NULL)
        return vv_raise_step(t, VV_TypeError, "'%T' object cannot be interpreted as an integer", o);
    return o->type->s.index(t, o);
}

vv_step vv_do_int(vv_thread *t, vv_ref o) {
    if (VV_IS(t, o, INT))
        return vv_return(t, vv_newref(o));
    const vv_slots *s = &o->type->s;
    if (s->int_ != NULL)
        return s->int_(t, o);
    if (s->index != NULL)
        return s->index(t, o);
    return vv_raise_step(t, VV_TypeError, "int() argument must be a string, a bytes-like object or a real number, not '%T'", o);
}

static vv_step float_of_index_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, nf->argv[0]->type->s.index(t, nf->argv[0]));
    nf->slot[0] = vv_take_ret(t);
    double value;
    if (vv_int_as_double(t, nf->slot[0], &value) < 0)
        return VV_FAILED;
    return vv_return(t, vv_float_new(t, value));
    VV_END(nf);
}

vv_step vv_do_float(vv_thread *t, vv_ref o) {
    if (VV_IS(t, o, FLOAT))
        return vv_return(t, vv_newref(o));
    if (o->type->s.float_ != NULL)
        return o->type->s.float_(t, o);
    if (o->type->s.index != NULL)
        return vv_start1(t, float_of_index_native, "float", o);
    return vv_raise_step(t, VV_TypeError, "must be real number, not %T", o);
}

/* ---- iteration ---- */

vv_step vv_do_iter(vv_thread *t, vv_ref o) {
    const vv_slots *s = &o->type->s;
    if (s->iter != NULL)
        return s->iter(t, o);
    if (vv_is_sequence(o))
        return vv_return(t, vv_seq_iterator_new(t, VV_T_SEQITER, o));
    return vv_raise_step(t, VV_TypeError, "'%T' object is not iterable", o);
}

vv_step vv_do_next(vv_thread *t, vv_ref iterator) {
    if (t->stop != NULL)
        vv_clearref(t, &t->stop);
    if (VV_IS(t, iterator, GENERATOR))
        return vv_generator_send(t, iterator, vv_none(t));
    if (iterator->type->s.next == NULL)
        return vv_raise_step(t, VV_TypeError, "'%T' object is not an iterator", iterator);
    vv_step s = iterator->type->s.next(t, iterator);
    if (s == VV_READY && --t->ticks <= 0)
        return vv_poll_ready(t);
    return s;
}

/* argv: container, item; slot[0]: iterator, slot[1]: candidate */
static vv_step contains_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT_CATCH(nf, vv_do_iter(t, nf->argv[0]));
    if (nf->raised) {
        if (!vv_error_is(t, VV_TypeError))
            return VV_FAILED;
        vv_clear_error(t);
        return vv_raise_step(t, VV_TypeError, "argument of type '%T' is not iterable", nf->argv[0]);
    }
    nf->slot[0] = vv_take_ret(t);
    for (;;) {
        VV_AWAIT(nf, vv_do_next(t, nf->slot[0]));
        if (t->ret == NULL)
            return vv_return_int(t, 0);
        vv_setref_take(t, &nf->slot[1], vv_take_ret(t));
        VV_AWAIT(nf, vv_do_compare_bool(t, nf->slot[1], nf->argv[1], VV_EQ));
        if (t->ival)
            return vv_return_int(t, 1);
    }
    VV_END(nf);
}

vv_step vv_do_contains(vv_thread *t, vv_ref container, vv_ref item) {
    const vv_slots *s = &container->type->s;
    if (s->contains != NULL)
        return s->contains(t, container, item);
    if (!vv_is_iterable(container))
        return vv_raise_step(t, VV_TypeError, "argument of type '%T' is not iterable", container);
    return vv_start2(t, contains_native, "contains", container, item);
}

/* ---- items ---- */

/* argv: class, key */
static vv_step class_getitem_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_lookup_attr(t, nf->argv[0], VV_N(t, __class_getitem__)));
    if (t->ret == t->vm->none)
        vv_drop_ret(t);
    if (t->ret == NULL)
        return vv_raise_step(t, VV_TypeError, "type '%s' is not subscriptable", VV_AS_TYPE(nf->argv[0])->tp_name);
    nf->slot[0] = vv_take_ret(t);
    VV_AWAIT(nf, vv_do_call1(t, nf->slot[0], nf->argv[1]));
    return VV_READY;
    VV_END(nf);
}

vv_step vv_do_getitem(vv_thread *t, vv_ref obj, vv_ref key) {
    if (obj->type->s.getitem != NULL)
        return obj->type->s.getitem(t, obj, key);
    if (obj == (vv_ref)VV_TYPEP(t, TYPE)) /* type[int]; its subclasses are no generics */
        return vv_return(t, vv_genericalias_new(t, obj, key));
    if (VV_ISA(obj, TYPE))
        return vv_start2(t, class_getitem_native, "__class_getitem__", obj, key);
    return vv_raise_step(t, VV_TypeError, "'%T' object is not subscriptable", obj);
}

vv_step vv_do_setitem(vv_thread *t, vv_ref obj, vv_ref key, vv_ref value) {
    if (obj->type->s.setitem == NULL)
        return vv_raise_step(t, VV_TypeError, "'%T' object does not support item assignment", obj);
    return obj->type->s.setitem(t, obj, key, value);
}

vv_step vv_do_delitem(vv_thread *t, vv_ref obj, vv_ref key) {
    const vv_type *type = obj->type;
    if (type->s.setitem == NULL) {
        /* CPython words it in one way for sequences, which here are what has a length or members, and in another for the rest */
        bool sequence = (type->flags & VV_TF_HEAP) != 0 || type->s.contains != NULL || type->s.len != NULL;
        return vv_raise_step(t, VV_TypeError, sequence && key->type->s.index != NULL
                             ? "'%T' object doesn't support item deletion" : "'%T' object does not support item deletion", obj);
    }
    return type->s.setitem(t, obj, key, NULL);
}

/* argv: object, slice, value or NULL (then get) */
static vv_step slice_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (nf->argv[2] == NULL)
        VV_AWAIT(nf, vv_do_getitem(t, nf->argv[0], nf->argv[1]));
    else
        VV_AWAIT(nf, vv_do_setitem(t, nf->argv[0], nf->argv[1], nf->argv[2]));
    return VV_READY;
    VV_END(nf);
}

static vv_step with_slice(vv_thread *t, vv_ref o, vv_ref start, vv_ref stop, vv_ref value) {
    vv_owned slice = vv_slice_new(t, start, stop, NULL);
    if (slice == NULL)
        return VV_FAILED;
    /* what is sure not to run Python needs no frame */
    bool plain = (start == VV_NONE(t) || VV_IS(t, start, INT)) && (stop == VV_NONE(t) || VV_IS(t, stop, INT)) &&
                 (value == NULL ? VV_IS(t, o, LIST) || VV_IS(t, o, STR) || VV_IS(t, o, TUPLE)
                                : VV_IS(t, o, LIST) && (VV_IS(t, value, LIST) || VV_IS(t, value, TUPLE)));
    if (plain) {
        vv_step s = value == NULL ? vv_do_getitem(t, o, slice) : vv_do_setitem(t, o, slice, value);
        vv_decref(t, slice); /* a frame, if any, holds it itself */
        return s;
    }
    vv_native *nf = vv_push_native(t, slice_native, "slice", (vv_obj *[]){VV_OBJ(o), slice, VV_OBJ(value)}, 3);
    vv_decref(t, slice);
    return vv_native_enter(t, nf);
}

vv_step vv_do_slice_get(vv_thread *t, vv_ref o, vv_ref start, vv_ref stop) {
    size_t from, to;
    if (VV_IS(t, o, LIST)) {
        if (vv_slice_at_once(t, start, stop, VV_LIST(o)->length, &from, &to))
            return vv_return(t, vv_list_slice(t, o, from, to));
    } else if (VV_IS(t, o, TUPLE)) {
        if (vv_slice_at_once(t, start, stop, VV_TUPLE(o)->length, &from, &to))
            return vv_return(t, vv_tuple_slice(t, o, from, to));
    }
    return with_slice(t, o, start, stop, NULL);
}
vv_step vv_do_slice_set(vv_thread *t, vv_ref o, vv_ref start, vv_ref stop, vv_ref value) {
    size_t from, to, n;
    if (VV_IS(t, o, LIST) && vv_container_is_fast(t, value) && value != o &&
        vv_slice_at_once(t, start, stop, VV_LIST(o)->length, &from, &to)) {
        vv_obj **items = vv_container_items(value, &n);
        return vv_list_replace(t, o, from, to, items, n) < 0 ? VV_FAILED : vv_return_null(t);
    }
    return with_slice(t, o, start, stop, value);
}

/* ---- attributes ---- */

vv_step vv_do_getattr(vv_thread *t, vv_ref obj, vv_ref name) {
    return obj->type->s.getattr(t, obj, name);
}
vv_step vv_do_setattr(vv_thread *t, vv_ref obj, vv_ref name, vv_ref value) {
    return obj->type->s.setattr(t, obj, name, value);
}
vv_step vv_do_delattr(vv_thread *t, vv_ref obj, vv_ref name) {
    return obj->type->s.setattr(t, obj, name, NULL);
}

vv_ref vv_getattr_now_peek(vv_thread *t, vv_ref obj, vv_ref name, bool *absent) {
    const vv_type *type = obj->type;
    *absent = false;
    if (type->s.getattr != vv_generic_getattr)
        return NULL;
    vv_ref found = vv_type_lookup_peek(t, type, name);
    if (found != NULL && found->type->s.descr_set != NULL)
        return NULL;
    vv_ref own = vv_instance_get_peek(obj, name);
    if (own != NULL)
        return own;
    if (found != NULL)
        return found->type->s.descr_get == NULL ? found : NULL;
    *absent = true;
    return NULL;
}

/* argv: object, name */
static vv_step lookup_attr_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT_CATCH(nf, vv_do_getattr(t, nf->argv[0], nf->argv[1]));
    if (nf->raised) {
        if (!vv_error_is(t, VV_AttributeError))
            return VV_FAILED;
        vv_clear_error(t);
        return vv_return_null(t);
    }
    return VV_READY;
    VV_END(nf);
}

vv_step vv_do_lookup_attr(vv_thread *t, vv_ref obj, vv_ref name) {
    bool absent;
    vv_ref found = vv_getattr_now_peek(t, obj, name, &absent);
    if (found != NULL || absent)
        return found == NULL ? vv_return_null(t) : vv_return(t, vv_newref(found));
    return vv_native_enter(t, vv_push_native(t, lookup_attr_native, "lookup_attr", (vv_obj *[]){VV_OBJ(obj), VV_OBJ(name)}, 2));
}

vv_ref vv_method_peek(vv_thread *t, vv_ref owner, vv_ref name) {
    const vv_type *type = owner->type;
    if (type->s.getattr != vv_generic_getattr)
        return NULL;
    vv_ref found = vv_type_lookup_peek(t, type, name);
    if (found == NULL || !(found->type->flags & VV_TF_METHOD_DESCR))
        return NULL;
    return vv_instance_get_peek(owner, name) != NULL ? NULL : found;
}

/* argv: super's type, class, self, name */
static vv_step super_attr_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (nf->argv[0] == (vv_obj *)VV_TYPEP(t, SUPER)) {
        nf->slot[0] = vv_super_new(t, nf->argv[1], nf->argv[2]);
        if (nf->slot[0] == NULL && t->exc != NULL)
            return VV_FAILED;
    }
    if (nf->slot[0] == NULL) {
        VV_AWAIT(nf, vv_do_call2(t, nf->argv[0], nf->argv[1], nf->argv[2]));
        nf->slot[0] = vv_take_ret(t);
    }
    VV_AWAIT(nf, vv_do_getattr(t, nf->slot[0], nf->argv[3]));
    return VV_READY;
    VV_END(nf);
}

vv_step vv_do_super_attr(vv_thread *t, vv_ref super_type, vv_ref cls, vv_ref self, vv_ref name) {
    vv_obj *argv[] = {VV_OBJ(super_type), VV_OBJ(cls), VV_OBJ(self), VV_OBJ(name)};
    return vv_native_enter(t, vv_push_native(t, super_attr_native, "super", argv, 4));
}

/* argv: mapping, name */
static vv_step load_name_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT_CATCH(nf, vv_do_getitem(t, nf->argv[0], nf->argv[1]));
    if (nf->raised) {
        if (!vv_error_is(t, VV_KeyError))
            return VV_FAILED;
        vv_clear_error(t);
        return vv_return_null(t);
    }
    return VV_READY;
    VV_END(nf);
}

vv_step vv_do_load_name(vv_thread *t, vv_ref mapping, vv_ref name) {
    if (VV_IS(t, mapping, DICT)) {
        vv_ref value = vv_dict_get_str_peek(mapping, name);
        return value == NULL ? vv_return_null(t) : vv_return(t, vv_newref(value));
    }
    return vv_native_enter(t, vv_push_native(t, load_name_native, "load_name", (vv_obj *[]){VV_OBJ(mapping), VV_OBJ(name)}, 2));
}

/* argv: mapping; a mapping without the name gets an empty dict under it */
static vv_step set_up_annotations_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_load_name(t, nf->argv[0], VV_N(t, __annotations__)));
    if (t->ret != NULL) {
        vv_decref(t, vv_take_ret(t));
        return vv_return_null(t);
    }
    nf->slot[0] = vv_dict_new(t);
    if (nf->slot[0] == NULL)
        return VV_FAILED;
    VV_AWAIT(nf, vv_do_setitem(t, nf->argv[0], VV_N(t, __annotations__), nf->slot[0]));
    return vv_return_null(t);
    VV_END(nf);
}

vv_step vv_do_set_up_annotations(vv_thread *t, vv_ref mapping) {
    if (VV_IS(t, mapping, DICT) && vv_dict_get_str_peek(mapping, VV_N(t, __annotations__)) != NULL)
        return vv_return_null(t);
    return vv_native_enter(t, vv_push_native(t, set_up_annotations_native, "set_up_annotations", (vv_obj *[]){VV_OBJ(mapping)}, 1));
}
