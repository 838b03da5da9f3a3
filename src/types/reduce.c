/* reduce.c - what object contributes to copying and pickling: __reduce_ex__ by the functions of library module copyreg, and
 * the default state of an instance. */
#include "types/reduce.h"

#include "object/error.h"
#include "types/dict.h"
#include "types/function.h"
#include "types/instance.h"
#include "types/int.h"
#include "types/list.h"
#include "types/str.h"
#include "types/tuple.h"

/* argv: class: the names of its slots, t->ret = list or None. */
static vv_step slot_names(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    vv_ref known = vv_dict_get_str_peek(VV_AS_TYPE(nf->argv[0])->dict, VV_N(t, __slotnames__));
    if (known != NULL) {
        if (known != t->vm->none && !VV_ISA(known, LIST))
            return vv_raise_step(t, VV_TypeError, "%N.__slotnames__ should be a list or None, not %T", VV_AS_TYPE(nf->argv[0]), known);
        return vv_return(t, vv_newref(known));
    }
    VV_AWAIT(nf, vv_do_import_module(t, VV_N(t, copyreg)));
    nf->slot[0] = vv_take_ret(t);
    VV_AWAIT(nf, vv_do_call_method(t, nf->slot[0], VV_N(t, _slotnames), nf->argv, 1));
    if (t->ret != t->vm->none && !VV_ISA(t->ret, LIST)) {
        vv_drop_ret(t);
        return vv_raise_step(t, VV_TypeError, "copyreg._slotnames didn't return a list or None");
    }
    return VV_READY;
    VV_END(nf);
}

/* Does an instance hold more than object, its dict, weak references and slots do, on CPython? */
static bool has_more(const vv_type *type) {
    while ((type->flags & VV_TF_HEAP) != 0)
        type = type->base;
    int64_t size = type->spec->size64 == 0 ? 16 : type->spec->size64;
    if ((type->flags & VV_TF_GC) != 0)
        size -= 16;
    return size > 16 + (type->dictoffset > 0 ? 8 : 0) + (type->weakoffset > 0 ? 8 : 0);
}

/* argv: object; i[0]: required. slot: 0 dict or None, 1 names of slots, 2 values of slots; i[1]: position */
static vv_step default_state(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (nf->i[0] != 0 && nf->argv[0]->type->itemsize != 0)
        return vv_raise_step(t, VV_TypeError, "cannot pickle %T objects", nf->argv[0]);
    {
        vv_ref dict = vv_instance_dict_make(t, nf->argv[0]);
        if (dict == NULL && nf->argv[0]->type->dictoffset != 0)
            return VV_FAILED;
        nf->slot[0] = dict != NULL && vv_dict_length(dict) > 0 ? vv_newref(dict) : vv_none(t);
    }
    VV_AWAIT(nf, vv_start1(t, slot_names, "__getstate__", (vv_ref)nf->argv[0]->type));
    nf->slot[1] = vv_take_ret(t);
    if (nf->i[0] != 0 && has_more(nf->argv[0]->type))
        return vv_raise_step(t, VV_TypeError, "cannot pickle '%T' object", nf->argv[0]);
    for (; nf->slot[1] != t->vm->none && (size_t)nf->i[1] < VV_LIST(nf->slot[1])->length; nf->i[1]++) {
        vv_setref_take(t, &nf->slot[3], vv_newref(VV_LIST(nf->slot[1])->items[nf->i[1]]));
        if (!VV_ISA(nf->slot[3], STR))
            return vv_raise_step(t, VV_TypeError, "attribute name must be string, not '%T'", nf->slot[3]);
        VV_AWAIT(nf, vv_do_lookup_attr(t, nf->argv[0], nf->slot[3]));
        if (t->ret == NULL)
            continue;
        vv_setref_take(t, &nf->slot[4], vv_take_ret(t));
        if (nf->slot[2] == NULL && (nf->slot[2] = vv_dict_new(t)) == NULL)
            return VV_FAILED;
        VV_AWAIT(nf, vv_do_dict_set(t, nf->slot[2], nf->slot[3], nf->slot[4]));
    }
    if (nf->slot[2] == NULL)
        return vv_return(t, vv_move(&nf->slot[0]));
    return vv_return(t, vv_tuple_pack(t, 2, (vv_ref)nf->slot[0], (vv_ref)nf->slot[2]));
    VV_END(nf);
}

vv_step vv_do_default_state(vv_thread *t, vv_ref self, bool required) {
    vv_native *nf = vv_push_native(t, default_state, "__getstate__", (vv_obj *[]){VV_OBJ(self)}, 1);
    if (nf == NULL)
        return VV_FAILED;
    nf->i[0] = required;
    return VV_PUSHED;
}

/* argv: object; i[0]: required. Its own __getstate__(), or the default one without a call. */
static vv_step get_state(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_getattr(t, nf->argv[0], VV_N(t, __getstate__)));
    nf->slot[0] = vv_take_ret(t);
    vv_ref own = vv_dict_get_str_peek(VV_TYPEP(t, OBJECT)->dict, VV_N(t, __getstate__));
    if (VV_IS(t, nf->slot[0], BUILTIN) && VV_BUILTIN_OF(nf->slot[0])->self == nf->argv[0] && own != NULL &&
        VV_IS(t, own, METHOD_DESCR) && VV_BUILTIN_OF(nf->slot[0])->def == VV_METHODDESCR_OF(own)->def) {
        VV_AWAIT(nf, vv_do_default_state(t, nf->argv[0], nf->i[0] != 0));
        return VV_READY;
    }
    VV_AWAIT(nf, vv_do_call0(t, nf->slot[0]));
    return VV_READY;
    VV_END(nf);
}

/* argv: object: t->ret = (args, kwargs) of its __new__, each a value or None. slot[0]: result of the method. */
static vv_step new_arguments(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_call_special(t, nf->argv[0], VV_N(t, __getnewargs_ex__), NULL, 0));
    if (t->ret != NULL) {
        nf->slot[0] = vv_take_ret(t);
        if (!VV_ISA(nf->slot[0], TUPLE))
            return vv_raise_step(t, VV_TypeError, "__getnewargs_ex__ should return a tuple, not '%T'", nf->slot[0]);
        const vv_tuple *pair = VV_TUPLE(nf->slot[0]);
        if (pair->length != 2)
            return vv_raise_step(t, VV_ValueError, "__getnewargs_ex__ should return a tuple of length 2, not %zu", pair->length);
        if (!VV_ISA(pair->items[0], TUPLE))
            return vv_raise_step(t, VV_TypeError, "first item of the tuple returned by __getnewargs_ex__ must be a tuple, not '%T'",
                                 pair->items[0]);
        if (!VV_ISA(pair->items[1], DICT))
            return vv_raise_step(t, VV_TypeError, "second item of the tuple returned by __getnewargs_ex__ must be a dict, not '%T'",
                                 pair->items[1]);
        return vv_return(t, vv_move(&nf->slot[0]));
    }
    VV_AWAIT(nf, vv_do_call_special(t, nf->argv[0], VV_N(t, __getnewargs__), NULL, 0));
    nf->slot[0] = vv_take_ret(t);
    if (nf->slot[0] != NULL && !VV_ISA(nf->slot[0], TUPLE))
        return vv_raise_step(t, VV_TypeError, "__getnewargs__ should return a tuple, not '%T'", nf->slot[0]);
    return vv_return(t, vv_tuple_pack(t, 2, nf->slot[0] != NULL ? (vv_ref)nf->slot[0] : VV_NONE(t), VV_NONE(t)));
    VV_END(nf);
}

/* argv: object: iter(object.items()) */
static vv_step iterate_items(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_call_method(t, nf->argv[0], VV_N(t, items), NULL, 0));
    nf->slot[0] = vv_take_ret(t);
    VV_AWAIT(nf, vv_do_iter(t, nf->slot[0]));
    return VV_READY;
    VV_END(nf);
}

/* argv: object. The five parts of protocol 2 and above: slot: 0 (args, kwargs), then the function, 1 its arguments, 2 state,
 * 3 items of a list, 4 of a dict; i[0]: are there arguments? */
static vv_step reduce_new(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (nf->argv[0]->type->s.new_ == NULL)
        return vv_raise_step(t, VV_TypeError, "cannot pickle '%T' object", nf->argv[0]);
    VV_AWAIT(nf, vv_start1(t, new_arguments, "__reduce_ex__", nf->argv[0]));
    nf->slot[0] = vv_take_ret(t);
    vv_ref args = VV_TUPLE(nf->slot[0])->items[0], kwargs = VV_TUPLE(nf->slot[0])->items[1];
    nf->i[0] = args != VV_NONE(t);
    nf->i[1] = kwargs != VV_NONE(t) && vv_dict_length(kwargs) > 0;
    vv_ref cls = (vv_ref)nf->argv[0]->type;
    if (nf->i[1] != 0) {
        nf->slot[1] = vv_tuple_pack(t, 3, cls, args, kwargs);
    } else {
        VV_AUTO list = {t, vv_list_from_array(t, (vv_obj *[]){VV_OBJ(cls)}, 1)};
        if (list.o == NULL || (nf->i[0] != 0 && vv_list_extend_now(t, list.o, args) < 0))
            return VV_FAILED;
        nf->slot[1] = vv_list_to_tuple(t, list.o);
    }
    if (nf->slot[1] == NULL)
        return VV_FAILED;
    VV_AWAIT(nf, vv_do_import_module(t, VV_N(t, copyreg)));
    vv_setref_take(t, &nf->slot[0], vv_take_ret(t));
    VV_AWAIT(nf, vv_do_getattr(t, nf->slot[0], nf->i[1] != 0 ? VV_N(t, __newobj_ex__) : VV_N(t, __newobj__)));
    vv_setref_take(t, &nf->slot[0], vv_take_ret(t));
    vv_native *state = vv_push_native(t, get_state, "__getstate__", nf->argv, 1);
    if (state == NULL)
        return VV_FAILED;
    state->i[0] = nf->i[0] == 0 && !VV_ISA(nf->argv[0], LIST) && !VV_ISA(nf->argv[0], DICT);
    VV_AWAIT(nf, VV_PUSHED);
    nf->slot[2] = vv_take_ret(t);
    if (VV_ISA(nf->argv[0], LIST)) {
        VV_AWAIT(nf, vv_do_iter(t, nf->argv[0]));
        nf->slot[3] = vv_take_ret(t);
    }
    if (VV_ISA(nf->argv[0], DICT)) {
        VV_AWAIT(nf, vv_start1(t, iterate_items, "__reduce_ex__", nf->argv[0]));
        nf->slot[4] = vv_take_ret(t);
    }
    return vv_return(t, vv_tuple_pack(t, 5, (vv_ref)nf->slot[0], (vv_ref)nf->slot[1], (vv_ref)nf->slot[2],
                                      nf->slot[3] != NULL ? (vv_ref)nf->slot[3] : VV_NONE(t),
                                      nf->slot[4] != NULL ? (vv_ref)nf->slot[4] : VV_NONE(t)));
    VV_END(nf);
}

/* argv: object, protocol (0 or 1) */
static vv_step reduce_old(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_import_module(t, VV_N(t, copyreg)));
    nf->slot[0] = vv_take_ret(t);
    VV_AWAIT(nf, vv_do_call_method(t, nf->slot[0], VV_N(t, _reduce_ex), nf->argv, 2));
    return VV_READY;
    VV_END(nf);
}

vv_step vv_do_reduce(vv_thread *t, vv_ref self, vv_ref protocol) {
    int64_t number;
    if (vv_int_as_i64(t, protocol, &number) < 0)
        return VV_FAILED;
    if (number >= 2)
        return vv_start1(t, reduce_new, "__reduce_ex__", self);
    return vv_start2(t, reduce_old, "__reduce_ex__", self, protocol);
}

vv_owned vv_reduce_attribute(vv_thread *t, vv_ref owner, vv_ref name) {
    vv_ref getattr = vv_dict_get_str_peek(t->vm->builtins, VV_N(t, getattr));
    if (getattr == NULL)
        return vv_raise(t, VV_AttributeError, "getattr");
    VV_AUTO args = {t, vv_tuple_pack(t, 2, owner, name)};
    return args.o == NULL ? NULL : vv_tuple_pack(t, 2, getattr, (vv_ref)args.o);
}
