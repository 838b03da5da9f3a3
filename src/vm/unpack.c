/* unpack.c - unpacking assignments, star arguments, and the displays that hash their elements. */
#include "object/alloc.h"
#include "object/error.h"
#include "types/dict.h"
#include "types/list.h"
#include "types/set.h"
#include "types/str.h"
#include "types/tuple.h"
#include "vm/frame.h"

/* ---- a, b = ... ; a, *b, c = ... ---- */

/* The items before the star, the list of the rest, which is taken, and the last `after` of its items, taken out of it. */
static vv_owned packed(vv_thread *t, vv_obj *const *items, size_t before, vv_obj *rest, size_t after) {
    vv_owned result = rest == NULL ? NULL : vv_tuple_new(t, before + 1 + after);
    if (result == NULL) {
        vv_xdecref(t, rest);
        return NULL;
    }
    vv_obj **to = VV_TUPLE(result)->items;
    for (size_t k = 0; k < before; k++)
        to[k] = vv_newref(items[k]);
    to[before] = rest;
    size_t n = VV_LIST(rest)->length -= after;
    for (size_t k = 0; k < after; k++)
        to[before + 1 + k] = VV_LIST(rest)->items[n + k];
    vv_tuple_done(t, result);
    return result;
}

/* argv: iterable; i[0]: before, i[1]: after (-1 no star); slot[0]: iterator, slot[1]: list of items, slot[2]: list of the rest */
static vv_step unpack_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (!vv_is_iterable(nf->argv[0]))
        return vv_raise_step(t, VV_TypeError, "cannot unpack non-iterable %T object", nf->argv[0]);
    VV_AWAIT(nf, vv_do_iter(t, nf->argv[0]));
    nf->slot[0] = vv_take_ret(t);
    nf->slot[1] = vv_list_new(t, 0);
    if (nf->slot[1] == NULL)
        return VV_FAILED;
    while (nf->i[1] < 0 || VV_LIST(nf->slot[1])->length < (size_t)nf->i[0]) {
        VV_AWAIT(nf, vv_do_next(t, nf->slot[0]));
        if (t->ret == NULL)
            break;
        if (VV_LIST(nf->slot[1])->length == (size_t)nf->i[0]) {
            vv_drop_ret(t);
            return vv_raise_step(t, VV_ValueError, "too many values to unpack (expected %zu)", (size_t)nf->i[0]);
        }
        if (vv_list_append_take(t, nf->slot[1], vv_take_ret(t)) < 0)
            return VV_FAILED;
    }
    if (nf->i[1] < 0) {
        if (VV_LIST(nf->slot[1])->length < (size_t)nf->i[0])
            return vv_raise_step(t, VV_ValueError, "not enough values to unpack (expected %zu, got %zu)", (size_t)nf->i[0], VV_LIST(nf->slot[1])->length);
        return vv_return(t, vv_list_to_tuple(t, nf->slot[1]));
    }
    if (VV_LIST(nf->slot[1])->length == (size_t)nf->i[0]) {
        VV_AWAIT(nf, vv_do_list(t, nf->slot[0]));
        nf->slot[2] = vv_take_ret(t);
    }
    size_t before = (size_t)nf->i[0], after = (size_t)nf->i[1];
    size_t n = VV_LIST(nf->slot[1])->length + (nf->slot[2] == NULL ? 0 : VV_LIST(nf->slot[2])->length);
    if (n < before + after)
        return vv_raise_step(t, VV_ValueError, "not enough values to unpack (expected at least %zu, got %zu)", before + after, n);
    return vv_return(t, packed(t, VV_LIST(nf->slot[1])->items, before, vv_move(&nf->slot[2]), after));
    VV_END(nf);
}

/* UNPACK_EX of a list or tuple that is long enough. */
static vv_owned split(vv_thread *t, vv_obj *const *items, size_t n, size_t before, size_t after) {
    size_t length = n - before;
    vv_owned rest = vv_list_with_room(t, length, (length + 1) & ~(size_t)1);
    for (size_t k = 0; rest != NULL && k < length; k++)
        VV_LIST(rest)->items[k] = vv_newref(items[before + k]);
    return packed(t, items, before, rest, after);
}

vv_step vv_do_unpack(vv_thread *t, vv_ref iterable, size_t before, int64_t after) {
    if (after >= 0 && VV_IS(t, iterable, LIST) && VV_LIST(iterable)->length >= before + (size_t)after)
        return vv_return(t, split(t, VV_LIST(iterable)->items, VV_LIST(iterable)->length, before, (size_t)after));
    if (after >= 0 && VV_IS(t, iterable, TUPLE) && VV_TUPLE(iterable)->length >= before + (size_t)after)
        return vv_return(t, split(t, VV_TUPLE(iterable)->items, VV_TUPLE(iterable)->length, before, (size_t)after));
    vv_native *nf = vv_push_native(t, unpack_native, "unpack", (vv_obj *[]){VV_OBJ(iterable)}, 1);
    if (nf == NULL)
        return VV_FAILED;
    nf->i[0] = (int64_t)before;
    nf->i[1] = after;
    return VV_PUSHED;
}

/* ---- displays ---- */

/* argv: items; slot[0]: set */
static vv_step build_set_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    nf->slot[0] = vv_set_new(t);
    if (nf->slot[0] == NULL)
        return VV_FAILED;
    for (; nf->i[0] < nf->argc; nf->i[0]++)
        VV_AWAIT(nf, vv_do_set_add(t, nf->slot[0], nf->argv[nf->i[0]]));
    return vv_return(t, vv_move(&nf->slot[0]));
    VV_END(nf);
}

vv_step vv_do_build_set(vv_thread *t, vv_obj *const *items, size_t n) {
    return vv_native_enter(t, vv_push_native(t, build_set_native, "set", items, n));
}

/* argv: key, value, key, value, ...; slot[0]: dict */
static vv_step build_map_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    nf->slot[0] = vv_dict_new(t);
    if (nf->slot[0] == NULL)
        return VV_FAILED;
    for (; nf->i[0] < nf->argc; nf->i[0] += 2)
        VV_AWAIT(nf, vv_do_dict_set(t, nf->slot[0], nf->argv[nf->i[0]], nf->argv[nf->i[0] + 1]));
    return vv_return(t, vv_move(&nf->slot[0]));
    VV_END(nf);
}

vv_step vv_do_build_map(vv_thread *t, vv_obj *const *pairs, size_t n) {
    if (n == 0)
        return vv_return(t, vv_dict_new(t));
    return vv_native_enter(t, vv_push_native(t, build_map_native, "dict", pairs, 2 * n));
}

vv_step vv_do_list_extend(vv_thread *t, vv_ref list, vv_ref iterable) {
    if (VV_IS(t, iterable, LIST) || VV_IS(t, iterable, TUPLE))
        return vv_list_extend_now(t, list, iterable) < 0 ? VV_FAILED : vv_return_null(t);
    if (!vv_is_iterable(iterable))
        return vv_raise_step(t, VV_TypeError, "Value after * must be an iterable, not %T", iterable);
    return vv_do_extend(t, list, iterable);
}

static vv_step dict_update_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT_CATCH(nf, vv_do_dict_merge(t, nf->argv[0], nf->argv[1], true));
    if (nf->raised) {
        if (vv_error_is(t, VV_AttributeError)) {
            vv_clear_error(t);
            return vv_raise_step(t, VV_TypeError, "'%T' object is not a mapping", nf->argv[1]);
        }
        return VV_FAILED;
    }
    return VV_READY;
    VV_END(nf);
}

vv_step vv_do_dict_update_op(vv_thread *t, vv_ref dict, vv_ref mapping) {
    vv_ref keys = VV_ISA(mapping, DICT) ? mapping : vv_type_lookup_peek(t, mapping->type, VV_N(t, keys));
    if (keys == NULL)
        return vv_raise_step(t, VV_TypeError, "'%T' object is not a mapping", mapping);
    return vv_start2(t, dict_update_native, "dict_update", dict, mapping);
}

/* ---- f(*args, **kwargs) ---- */

enum call_mistake { VV_CALL_NOT_MAPPING, VV_CALL_NOT_ITERABLE, VV_CALL_REPEATED };

/* argv: callable, argument; i[0]: the mistake. Names the callable as CPython does: by module and qualified name, or, when
 * it has none, by str(). slot: [0] the qualified name, [1] its str(), [2] the module, [3] the text. */
static vv_step call_mistake_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_lookup_attr(t, nf->argv[0], VV_N(t, __qualname__)));
    nf->slot[0] = vv_take_ret(t);
    if (nf->slot[0] != NULL) {
        VV_AWAIT(nf, vv_do_str(t, nf->slot[0]));
        nf->slot[1] = vv_take_ret(t);
        VV_AWAIT(nf, vv_do_lookup_attr(t, nf->argv[0], VV_N(t, __module__)));
        nf->slot[2] = vv_take_ret(t);
        bool named = nf->slot[2] != NULL && VV_ISA(nf->slot[2], STR) && !vv_str_equal_cstr(nf->slot[2], "builtins");
        nf->slot[3] = named ? vv_format(t, "%U.%U()", nf->slot[2], nf->slot[1]) : vv_format(t, "%U()", nf->slot[1]);
    } else {
        VV_AWAIT(nf, vv_do_str(t, nf->argv[0]));
        nf->slot[3] = vv_take_ret(t);
    }
    if (nf->slot[3] == NULL)
        return VV_FAILED;
    switch ((enum call_mistake)nf->i[0]) {
    case VV_CALL_NOT_MAPPING:
        vv_raise(t, VV_TypeError, "%U argument after ** must be a mapping, not %T", nf->slot[3], nf->argv[1]);
        break;
    case VV_CALL_NOT_ITERABLE:
        vv_raise(t, VV_TypeError, "%U argument after * must be an iterable, not %T", nf->slot[3], nf->argv[1]);
        break;
    case VV_CALL_REPEATED:
        vv_raise(t, VV_TypeError, "%U got multiple values for keyword argument '%U'", nf->slot[3], nf->argv[1]);
        break;
    }
    return VV_FAILED;
    VV_END(nf);
}

/* Always fails in the end; `argument` is a str for VV_CALL_REPEATED. */
static vv_step raise_about_call(vv_thread *t, vv_ref callable, enum call_mistake mistake, vv_ref argument) {
    vv_native *nf = vv_push_native(t, call_mistake_native, "call", (vv_obj *[]){VV_OBJ(callable), VV_OBJ(argument)}, 2);
    if (nf != NULL)
        nf->i[0] = mistake;
    return vv_native_enter(t, nf);
}

/* argv: dict, mapping, callable; slot[0]: the mapping as a dict; i[0]: position */
static vv_step kwargs_merge_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (!VV_ISA(nf->argv[1], DICT) || nf->argv[1]->type->s.iter != VV_TYPEP(t, DICT)->s.iter) {
        if (vv_type_lookup_peek(t, nf->argv[1]->type, VV_N(t, keys)) == NULL)
            return raise_about_call(t, nf->argv[2], VV_CALL_NOT_MAPPING, nf->argv[1]);
        nf->slot[0] = vv_dict_new(t);
        if (nf->slot[0] == NULL)
            return VV_FAILED;
        VV_AWAIT(nf, vv_do_dict_merge(t, nf->slot[0], nf->argv[1], true));
    } else {
        nf->slot[0] = vv_newref(nf->argv[1]);
    }
    size_t pos = 0;
    vv_ref key, value;
    while (vv_dict_next(nf->slot[0], &pos, &key, &value, NULL)) {
        if (!VV_ISA(key, STR))
            goto not_names;
        if (vv_dict_get_str_peek(nf->argv[0], key) != NULL) {
            nf->slot[1] = vv_newref(key);
            return raise_about_call(t, nf->argv[2], VV_CALL_REPEATED, nf->slot[1]);
        }
        if (vv_dict_set_str(t, nf->argv[0], key, value) < 0)
            return VV_FAILED;
    }
    return vv_return_null(t);
not_names: /* for the call to complain of, after it has looked at what it calls */
    VV_AWAIT(nf, vv_do_dict_merge(t, nf->argv[0], nf->slot[0], true));
    return vv_return_null(t);
    VV_END(nf);
}

/* The first mapping of a call, when it is a dict of str keys: 1 merged, 0 not that simple, -1. */
static int merge_first(vv_thread *t, vv_ref dict, vv_ref mapping) {
    if (!VV_IS(t, mapping, DICT) || vv_dict_length(dict) != 0)
        return 0;
    size_t pos = 0;
    vv_ref key, value;
    while (vv_dict_next(mapping, &pos, &key, &value, NULL))
        if (!VV_ISA(key, STR))
            return 0;
    for (pos = 0; vv_dict_next(mapping, &pos, &key, &value, NULL);)
        if (vv_dict_set_str(t, dict, key, value) < 0)
            return -1;
    return 1;
}

vv_step vv_do_kwargs_merge(vv_thread *t, vv_ref dict, vv_ref mapping, vv_ref callable) {
    int r = merge_first(t, dict, mapping);
    if (r != 0)
        return r < 0 ? VV_FAILED : vv_return_null(t);
    return vv_native_enter(t, vv_push_native(t, kwargs_merge_native, "kwargs",
                                             (vv_obj *[]){VV_OBJ(dict), VV_OBJ(mapping), VV_OBJ(callable)}, 3));
}

vv_step vv_do_star_args(vv_thread *t, vv_ref callable, vv_ref args) {
    if (!vv_is_iterable(args))
        return raise_about_call(t, callable, VV_CALL_NOT_ITERABLE, args);
    return vv_do_tuple(t, args);
}

/* argv: callable, args, kwargs or NULL */
static vv_step call_any_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_star_args(t, nf->argv[0], nf->argv[1]));
    nf->slot[0] = vv_take_ret(t);
    VV_AWAIT(nf, vv_do_call_ex(t, nf->argv[0], nf->slot[0], nf->argv[2]));
    return VV_READY;
    VV_END(nf);
}

vv_step vv_do_call_any(vv_thread *t, vv_ref callable, vv_ref args, vv_ref kwargs) {
    if (VV_IS(t, args, TUPLE))
        return vv_do_call_ex(t, callable, args, kwargs);
    return vv_start3(t, call_any_native, "call", callable, args, kwargs);
}
