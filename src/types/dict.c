/* dict.c - the type dict: methods and slots over the table of dict_keys.c. */
#include "types/dict.h"

#include "object/alloc.h"
#include "object/bind.h"
#include "object/error.h"
#include "types/container.h"
#include "types/dict_keys.h"
#include "types/int.h"
#include "types/iterators.h"
#include "types/leaf.h"
#include "types/list.h"
#include "types/repr_guard.h"
#include "types/set.h"
#include "types/str.h"
#include "types/tuple.h"

#define VV_DEF_NAME dict
#define VV_DEF_FILE "types/dict.def"
#include "object/deftype.h"

/* ---- making ---- */

static vv_step dict_create(vv_thread *t, vv_ref type, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    (void)args, (void)nargs, (void)kwnames; /* __init__'s business */
    return vv_return(t, vv_dict_keys_new_dict(t, VV_AS_TYPE(type)));
}

/* argv: dict, source or NULL, dict of keyword arguments or NULL. */
static vv_step update_slowly(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (nf->argv[1] != NULL)
        VV_AWAIT(nf, vv_do_dict_merge(t, nf->argv[0], nf->argv[1], true));
    if (nf->argv[2] != NULL)
        VV_AWAIT(nf, vv_do_dict_merge(t, nf->argv[0], nf->argv[2], true));
    return vv_return_null(t);
    VV_END(nf);
}

static vv_step dict_init(vv_thread *t, vv_ref self, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    if (vv_check_nargs(t, "dict", nargs, 0, 1) < 0)
        return VV_FAILED;
    size_t n = kwnames == NULL ? 0 : VV_TUPLE(kwnames)->length;
    if (n == 0)
        return nargs == 0 ? vv_return_null(t) : vv_do_dict_merge(t, self, args[0], true);
    vv_obj *keywords = vv_dict_new(t); /* grows key by key, as in CPython: getsizeof tells */
    if (keywords == NULL)
        return VV_FAILED;
    for (size_t k = 0; k < n; k++) {
        int r = vv_dict_set_now(t, keywords, VV_TUPLE(kwnames)->items[k], args[nargs + k]);
        if (r < 0) {
            if (r == VV_LATER)
                vv_raise(t, VV_TypeError, "keywords must be strings");
            vv_decref(t, keywords);
            return VV_FAILED;
        }
    }
    vv_step s = nargs == 0 ? vv_do_dict_merge(t, self, keywords, true)
                           : vv_start3(t, update_slowly, "dict.__init__", self, args[0], keywords);
    vv_decref(t, keywords); /* a pushed frame owns it too */
    return s;
}

static vv_step dict_update(vv_thread *t, vv_native *nf) { /* argv: self, positional arguments, keywords or NULL */
    VV_BEGIN(nf);
    if (vv_check_nargs(t, "update", VV_TUPLE(nf->argv[1])->length, 0, 1) < 0)
        return VV_FAILED;
    if (VV_TUPLE(nf->argv[1])->length == 1)
        VV_AWAIT(nf, vv_do_dict_merge(t, nf->argv[0], VV_TUPLE(nf->argv[1])->items[0], true));
    if (nf->argv[2] != NULL)
        VV_AWAIT(nf, vv_do_dict_merge(t, nf->argv[0], nf->argv[2], true));
    return vv_return_none(t);
    VV_END(nf);
}

/* The hash of the key at hand, slot[2], as a dict or set it comes from knows it: i[2]; i[0] is the position there. */
static bool next_hash(vv_thread *t, vv_native *nf) {
    size_t pos = (size_t)nf->i[0];
    vv_ref key = NULL, value;
    vv_hash hash = 0;
    if (VV_IS(t, nf->argv[1], DICT) ? !vv_dict_next(nf->argv[1], &pos, &key, &value, &hash)
        : VV_IS(t, nf->argv[1], SET) || VV_IS(t, nf->argv[1], FROZENSET)
            ? !vv_set_next(nf->argv[1], &pos, &key, &hash)
            : true)
        return false;
    nf->i[0] = (int64_t)pos;
    nf->i[2] = hash;
    return key == nf->slot[2];
}

/* argv: class, iterable, value or NULL; slot[0]: the dict, slot[1]: iterator, slot[2]: key */
vv_step vv_dict_fromkeys(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_call0(t, nf->argv[0]));
    nf->slot[0] = vv_take_ret(t);
    if (nf->argv[2] == NULL)
        nf->argv[2] = vv_none(t);
    VV_AWAIT(nf, vv_do_iter(t, nf->argv[1]));
    nf->slot[1] = vv_take_ret(t);
    if (VV_IS(t, nf->slot[0], DICT) && VV_DICT(nf->slot[0])->length == 0) { /* CPython makes room also for no keys at all */
        bool is_dict = VV_IS(t, nf->argv[1], DICT);
        if ((is_dict || VV_IS(t, nf->argv[1], SET) || VV_IS(t, nf->argv[1], FROZENSET)) &&
            vv_dict_keys_make_room(t, nf->slot[0], is_dict ? VV_DICT(nf->argv[1])->length : vv_set_length(nf->argv[1]),
                                   is_dict && VV_DICT(nf->argv[1])->keys->str_only) < 0)
            return VV_FAILED;
    }
    nf->i[1] = VV_IS(t, nf->slot[0], DICT) && VV_DICT(nf->slot[0])->length == 0;
    for (;;) {
        VV_AWAIT(nf, vv_do_next(t, nf->slot[1]));
        if (t->ret == NULL)
            break;
        vv_setref_take(t, &nf->slot[2], vv_take_ret(t));
        if (nf->i[1] != 0 && next_hash(t, nf))
            VV_AWAIT(nf, vv_dict_keys_set(t, nf->slot[0], nf->slot[2], nf->i[2], nf->argv[2]));
        else if (VV_IS(t, nf->slot[0], DICT))
            VV_AWAIT(nf, vv_do_dict_set(t, nf->slot[0], nf->slot[2], nf->argv[2]));
        else
            VV_AWAIT(nf, vv_do_setitem(t, nf->slot[0], nf->slot[2], nf->argv[2]));
    }
    vv_clearref(t, &t->stop);
    return vv_return(t, vv_move(&nf->slot[0]));
    VV_END(nf);
}

static vv_step dict_fromkeys(vv_thread *t, vv_native *nf) {
    return vv_dict_fromkeys(t, nf);
}

/* ---- printing ---- */

/* Appends "key: value" to the pieces; takes neither. */
static int add_piece(vv_thread *t, vv_ref pieces, vv_ref key, vv_ref value) {
    vv_strbuilder b = {0};
    if (vv_strbuilder_str(t, &b, key) < 0 || vv_strbuilder_ascii(t, &b, ": ", 2) < 0 || vv_strbuilder_str(t, &b, value) < 0) {
        vv_strbuilder_drop(t, &b);
        return -1;
    }
    vv_obj *piece = vv_strbuilder_finish(t, &b);
    return piece == NULL ? -1 : vv_list_append_take(t, pieces, piece);
}

static vv_owned wrap(vv_thread *t, vv_ref pieces) {
    vv_strbuilder b = {0};
    if (vv_strbuilder_char(t, &b, '{') < 0)
        goto fail;
    for (size_t k = 0; k < VV_LIST(pieces)->length; k++)
        if ((k > 0 && vv_strbuilder_ascii(t, &b, ", ", 2) < 0) || vv_strbuilder_str(t, &b, VV_LIST(pieces)->items[k]) < 0)
            goto fail;
    if (vv_strbuilder_char(t, &b, '}') < 0)
        goto fail;
    return vv_strbuilder_finish(t, &b);
fail:
    vv_strbuilder_drop(t, &b);
    return NULL;
}

/* argv[0]: dict; slot[0]: pieces, slot[1]: key, slot[2]: value, slot[3]: the key's repr; i[0]: position */
static vv_step repr_slowly(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    nf->slot[0] = vv_list_new(t, 0);
    if (nf->slot[0] == NULL)
        return VV_FAILED;
    {
        int r = vv_repr_enter(t, nf->argv[0]);
        if (r < 0)
            return VV_FAILED;
        if (r > 0)
            return vv_return(t, vv_str_from_cstr(t, "{...}"));
    }
    for (;;) {
        {
            size_t pos = (size_t)nf->i[0];
            vv_ref key, value;
            if (!vv_dict_next(nf->argv[0], &pos, &key, &value, NULL))
                break;
            nf->i[0] = (int64_t)pos;
            vv_setref_take(t, &nf->slot[1], vv_newref(key));
            vv_setref_take(t, &nf->slot[2], vv_newref(value));
        }
        VV_AWAIT_CATCH(nf, vv_do_repr(t, nf->slot[1]));
        if (nf->raised)
            goto fail;
        vv_setref_take(t, &nf->slot[3], vv_take_ret(t));
        VV_AWAIT_CATCH(nf, vv_do_repr(t, nf->slot[2]));
        if (nf->raised)
            goto fail;
        vv_setref_take(t, &nf->slot[4], vv_take_ret(t));
        if (add_piece(t, nf->slot[0], nf->slot[3], nf->slot[4]) < 0)
            goto fail;
    }
    vv_repr_leave(t, nf->argv[0]);
    return vv_return(t, wrap(t, nf->slot[0]));
fail:
    vv_repr_leave(t, nf->argv[0]);
    return VV_FAILED;
    VV_END(nf);
}

static vv_step dict_repr(vv_thread *t, vv_ref self) {
    if (VV_DICT(self)->length == 0)
        return vv_return(t, vv_str_from_cstr(t, "{}"));
    return vv_start1(t, repr_slowly, "dict.__repr__", self);
}

/* ---- comparison ---- */

/* argv: a, b; i[0]: position in a, i[1]: op; slot[0]: key, slot[1]: a's value, slot[2]: b's value */
static vv_step compare_slowly(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (vv_enter_recursion(t, " in comparison") < 0)
        return VV_FAILED;
    nf->i[3] = 1; /* equal so far */
    for (;;) {
        {
            size_t pos = (size_t)nf->i[0];
            vv_ref key, value;
            if (!vv_dict_next(nf->argv[0], &pos, &key, &value, &nf->i[2]))
                break;
            nf->i[0] = (int64_t)pos;
            vv_setref_take(t, &nf->slot[0], vv_newref(key));
            vv_setref_take(t, &nf->slot[1], vv_newref(value));
        }
        VV_AWAIT_CATCH(nf, vv_dict_keys_find(t, nf->argv[1], nf->slot[0], nf->i[2]));
        if (nf->raised)
            goto fail;
        if (t->ival < 0) {
            nf->i[3] = 0;
            break;
        }
        vv_setref_take(t, &nf->slot[2], vv_newref(vv_dict_value_at_peek(nf->argv[1], t->ival)));
        VV_AWAIT_CATCH(nf, vv_do_compare_bool(t, nf->slot[1], nf->slot[2], VV_EQ));
        if (nf->raised)
            goto fail;
        if (t->ival == 0) {
            nf->i[3] = 0;
            break;
        }
    }
    vv_leave_recursion(t);
    return vv_return(t, vv_bool(t, (nf->i[3] != 0) == (nf->i[1] == VV_EQ)));
fail:
    vv_leave_recursion(t);
    return VV_FAILED;
    VV_END(nf);
}

static vv_step dict_compare(vv_thread *t, vv_ref a, vv_ref b, int op) {
    if (!VV_ISA(a, DICT) || !VV_ISA(b, DICT) || (op != VV_EQ && op != VV_NE))
        return vv_return_not_implemented(t);
    if (VV_DICT(a)->length != VV_DICT(b)->length)
        return vv_return(t, vv_bool(t, op == VV_NE));
    size_t pos = 0;
    vv_ref key, value;
    vv_hash hash;
    for (size_t here = 0; vv_dict_next(a, &pos, &key, &value, &hash); here = pos) {
        int64_t ix = vv_dict_find_now(t, b, key, hash);
        int r = ix >= 0 ? vv_equal_now(t, value, vv_dict_value_at_peek(b, ix)) : ix == -1 ? 0 : ix == VV_LATER ? VV_LATER : -1;
        if (r == -1)
            return VV_FAILED;
        if (r == 0)
            return vv_return(t, vv_bool(t, op == VV_NE));
        if (r == VV_LATER) {
            vv_native *nf = vv_push_native(t, compare_slowly, "dict.__eq__", (vv_obj *[]){VV_OBJ(a), VV_OBJ(b)}, 2);
            if (nf == NULL)
                return VV_FAILED;
            nf->i[0] = (int64_t)here;
            nf->i[1] = op;
            return VV_PUSHED;
        }
    }
    return vv_return(t, vv_bool(t, op == VV_EQ));
}

/* ---- items ---- */

static vv_step dict_iter(vv_thread *t, vv_ref self) {
    return vv_return(t, vv_dict_iterator_new(t, VV_T_DICT_KEYITERATOR, self));
}

static vv_step dict_len(vv_thread *t, vv_ref self) {
    return vv_return_int(t, (int64_t)VV_DICT(self)->length);
}

/* argv: dict, key; the key may need Python, or be missing in a dict subclass with __missing__ */
static vv_step getitem_slowly(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_dict_get(t, nf->argv[0], nf->argv[1]));
    if (t->ret != NULL)
        return VV_READY;
    if (!VV_IS(t, nf->argv[0], DICT)) {
        VV_AWAIT(nf, vv_do_call_special(t, nf->argv[0], VV_N(t, __missing__), &nf->argv[1], 1));
        if (t->ret != NULL)
            return VV_READY;
    }
    return vv_raise_value(t, VV_KeyError, nf->argv[1]);
    VV_END(nf);
}

static vv_step dict_getitem(vv_thread *t, vv_ref self, vv_ref key) {
    vv_obj *value;
    int r = vv_dict_get_now(t, self, key, &value);
    if (r == 1)
        return vv_return(t, value);
    if (r == -1)
        return VV_FAILED;
    if (r == VV_LATER || !VV_IS(t, self, DICT))
        return vv_start2(t, getitem_slowly, "dict.__getitem__", self, key);
    return vv_raise_value(t, VV_KeyError, key);
}

static vv_step delitem_slowly(vv_thread *t, vv_native *nf) { /* argv: dict, key */
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_dict_del(t, nf->argv[0], nf->argv[1]));
    return t->ival ? vv_return_null(t) : vv_raise_value(t, VV_KeyError, nf->argv[1]);
    VV_END(nf);
}

static vv_step dict_setitem(vv_thread *t, vv_ref self, vv_ref key, vv_ref value) {
    if (value != NULL)
        return vv_do_dict_set(t, self, key, value);
    return vv_start2(t, delitem_slowly, "dict.__delitem__", self, key);
}

static vv_step contains_slowly(vv_thread *t, vv_native *nf) { /* argv: dict, key */
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_dict_find(t, nf->argv[0], nf->argv[1]));
    return vv_return_int(t, t->ival >= 0);
    VV_END(nf);
}

static vv_step dict_contains(vv_thread *t, vv_ref self, vv_ref key) {
    vv_hash hash;
    int r = vv_leaf_hash(t, key, &hash);
    if (r == -1)
        return VV_FAILED;
    int64_t ix = r == VV_LATER ? VV_LATER : vv_dict_find_now(t, self, key, hash);
    if (ix == VV_LATER)
        return vv_start2(t, contains_slowly, "dict.__contains__", self, key);
    return ix < -1 ? VV_FAILED : vv_return_int(t, ix >= 0);
}

static vv_step or_slowly(vv_thread *t, vv_native *nf) { /* argv: the result so far, other */
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_dict_merge(t, nf->argv[0], nf->argv[1], true));
    return vv_return(t, vv_newref(nf->argv[0]));
    VV_END(nf);
}

static vv_step dict_or(vv_thread *t, vv_ref a, vv_ref b) {
    if (!VV_ISA(a, DICT) || !VV_ISA(b, DICT))
        return vv_return_not_implemented(t);
    vv_obj *copy = vv_dict_copy(t, a);
    if (copy == NULL)
        return VV_FAILED;
    vv_step s = vv_start2(t, or_slowly, "dict.__or__", copy, b);
    vv_decref(t, copy);
    return s;
}

static vv_step dict_ior(vv_thread *t, vv_ref self, vv_ref other) {
    return vv_start2(t, or_slowly, "dict.__ior__", self, other);
}

/* ---- methods ---- */

static vv_owned dict_get_now(vv_thread *t, vv_obj *const *argv) {
    vv_obj *value;
    int r = vv_dict_get_now(t, argv[0], argv[1], &value);
    if (r == 0)
        return argv[2] != NULL ? vv_newref(argv[2]) : vv_none(t);
    return r == 1 ? value : NULL;
}

static vv_step dict_get(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_dict_get(t, nf->argv[0], nf->argv[1]));
    if (t->ret == NULL)
        t->ret = nf->argv[2] != NULL ? vv_move(&nf->argv[2]) : vv_none(t);
    return VV_READY;
    VV_END(nf);
}

static vv_owned dict_setdefault_now(vv_thread *t, vv_obj *const *argv) {
    vv_hash hash;
    if (vv_leaf_hash(t, argv[1], &hash) != 1)
        return NULL;
    int64_t index = vv_dict_find_now(t, argv[0], argv[1], hash);
    if (index >= 0)
        return vv_newref(vv_dict_value_at_peek(argv[0], index));
    vv_obj *value = argv[2] != NULL ? argv[2] : t->vm->none;
    return index != -1 || vv_dict_store_at(t, argv[0], -1, argv[1], hash, value) < 0 ? NULL : vv_newref(value);
}

static vv_step dict_setdefault(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_dict_find(t, nf->argv[0], nf->argv[1]));
    if (t->ival >= 0)
        return vv_return(t, vv_newref(vv_dict_value_at_peek(nf->argv[0], t->ival)));
    vv_obj *value = nf->argv[2] != NULL ? nf->argv[2] : t->vm->none;
    if (vv_dict_store_at(t, nf->argv[0], -1, nf->argv[1], t->hash, value) < 0)
        return VV_FAILED;
    return vv_return(t, vv_newref(value));
    VV_END(nf);
}

static vv_step dict_pop(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (VV_DICT(nf->argv[0])->length == 0) { /* an empty dict does not even hash the key */
        t->ival = -1;
    } else {
        VV_AWAIT(nf, vv_do_dict_find(t, nf->argv[0], nf->argv[1]));
    }
    if (t->ival >= 0)
        return vv_return(t, vv_dict_keys_take_out(t, nf->argv[0], t->ival));
    if (nf->argv[2] != NULL)
        return vv_return(t, vv_move(&nf->argv[2]));
    return vv_raise_value(t, VV_KeyError, nf->argv[1]);
    VV_END(nf);
}

static vv_owned dict_popitem(vv_thread *t, vv_obj *const *argv) {
    vv_obj *pair[2];
    if (!vv_dict_keys_pop_last(t, argv[0], &pair[0], &pair[1])) {
        vv_obj *text = vv_str_from_cstr(t, "popitem(): dictionary is empty");
        if (text != NULL) {
            vv_raise_value(t, VV_KeyError, text);
            vv_decref(t, text);
        }
        return NULL;
    }
    return vv_tuple_from_array_take(t, pair, 2);
}

static vv_owned dict_clear(vv_thread *t, vv_obj *const *argv) {
    vv_dict_clear(t, argv[0]);
    return vv_none(t);
}

static vv_owned dict_copy_now(vv_thread *t, vv_obj *const *argv) {
    return argv[0]->type->s.iter == VV_TYPEP(t, DICT)->s.iter ? vv_dict_copy(t, argv[0]) : NULL;
}

static vv_step dict_copy(vv_thread *t, vv_native *nf) { /* a subclass with an order of its own */
    VV_BEGIN(nf);
    nf->slot[0] = vv_dict_new(t);
    if (nf->slot[0] == NULL)
        return VV_FAILED;
    VV_AWAIT(nf, vv_do_dict_merge(t, nf->slot[0], nf->argv[0], true));
    return vv_return(t, vv_move(&nf->slot[0]));
    VV_END(nf);
}

static vv_owned dict_keys(vv_thread *t, vv_obj *const *argv) {
    return vv_dictview_new(t, VV_T_DICT_KEYS, argv[0]);
}

static vv_owned dict_values(vv_thread *t, vv_obj *const *argv) {
    return vv_dictview_new(t, VV_T_DICT_VALUES, argv[0]);
}

static vv_owned dict_items(vv_thread *t, vv_obj *const *argv) {
    return vv_dictview_new(t, VV_T_DICT_ITEMS, argv[0]);
}

static vv_owned dict_reversed(vv_thread *t, vv_obj *const *argv) {
    return vv_dict_iterator_new(t, VV_T_DICT_REVERSEKEYITERATOR, argv[0]);
}

static vv_owned dict_sizeof(vv_thread *t, vv_obj *const *argv) {
    return vv_int_new(t, vv_dict_keys_sizeof(argv[0]));
}

static vv_step dict_class_getitem(vv_thread *t, vv_native *nf) {
    return vv_container_class_getitem(t, nf);
}

const vv_typespec vv_dict_spec = {
    .name = "dict",
    .base = VV_T_OBJECT,
    .flags = VV_TF_GC | VV_TF_BASETYPE | VV_TF_IMMUTABLE | VV_TF_MAPPING | VV_TF_MATCH_SELF | VV_TF_DICT,
    .basicsize = sizeof(vv_dict),
    .size64 = 64,
    .size64_of = vv_dict_keys_sizeof,
    .doc = "Built-in mapping of hashable keys to values, in the order of insertion.\n\n"
           "dict() is empty, dict(mapping) copies a mapping, dict(iterable) takes (key, value) pairs;\n"
           "keyword arguments add items whose keys are their names.",
    .slots = &dict_slots,
    .methods = dict_methods,
    .dealloc = vv_dict_keys_dealloc,
    .traverse = vv_dict_keys_traverse,
    .clear = vv_dict_keys_clear,
};
