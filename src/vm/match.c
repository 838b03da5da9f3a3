/* match.c - class and mapping patterns (PEP 634). */
#include "object/error.h"
#include "object/weakref.h"
#include "types/dict.h"
#include "types/list.h"
#include "types/set.h"
#include "types/str.h"
#include "types/tuple.h"
#include "vm/frame.h"

/* argv: subject, class, keyword names; i[0]: positional count, i[1]: position; slot[0]: values, slot[1]: __match_args__,
 * slot[2]: names seen */
static vv_step match_class_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (!VV_ISA(nf->argv[1], TYPE))
        return vv_raise_step(t, VV_TypeError, "called match pattern must be a class");
    VV_AWAIT(nf, vv_do_isinstance(t, nf->argv[0], nf->argv[1]));
    if (!t->ival)
        return vv_return_none(t);
    nf->slot[0] = vv_list_new(t, 0);
    nf->slot[2] = vv_set_new(t);
    if (nf->slot[0] == NULL || nf->slot[2] == NULL)
        return VV_FAILED;
    if (nf->i[0] > 0) {
        VV_AWAIT(nf, vv_do_lookup_attr(t, nf->argv[1], VV_N(t, __match_args__)));
        nf->slot[1] = vv_take_ret(t);
        size_t allowed;
        bool self_match = false;
        if (nf->slot[1] == NULL) {
            self_match = (VV_AS_TYPE(nf->argv[1])->flags & VV_TF_MATCH_SELF) != 0;
            allowed = self_match ? 1 : 0;
        } else if (!VV_IS(t, nf->slot[1], TUPLE)) {
            return vv_raise_step(t, VV_TypeError, "%s.__match_args__ must be a tuple (got %T)",
                                 VV_AS_TYPE(nf->argv[1])->tp_name, nf->slot[1]);
        } else {
            allowed = VV_TUPLE(nf->slot[1])->length;
        }
        if (allowed < (size_t)nf->i[0])
            return vv_raise_step(t, VV_TypeError, "%s() accepts %zu positional sub-pattern%s (%lld given)",
                                 VV_AS_TYPE(nf->argv[1])->tp_name, allowed, allowed == 1 ? "" : "s", (long long)nf->i[0]);
        if (self_match) {
            if (vv_list_append(t, nf->slot[0], nf->argv[0]) < 0)
                return VV_FAILED;
        } else {
            for (nf->i[1] = 0; nf->i[1] < nf->i[0]; nf->i[1]++) {
                if (!VV_IS(t, VV_TUPLE(nf->slot[1])->items[nf->i[1]], STR))
                    return vv_raise_step(t, VV_TypeError, "__match_args__ elements must be strings (got %T)",
                                         VV_TUPLE(nf->slot[1])->items[nf->i[1]]);
                int added = vv_set_add_now(t, nf->slot[2], VV_TUPLE(nf->slot[1])->items[nf->i[1]]);
                if (added < 0)
                    return VV_FAILED;
                if (added == 0)
                    return vv_raise_step(t, VV_TypeError, "%s() got multiple sub-patterns for attribute %R",
                                         VV_AS_TYPE(nf->argv[1])->tp_name, VV_TUPLE(nf->slot[1])->items[nf->i[1]]);
                VV_AWAIT(nf, vv_do_lookup_attr(t, nf->argv[0], VV_TUPLE(nf->slot[1])->items[nf->i[1]]));
                if (t->ret == NULL)
                    return vv_return_none(t);
                if (vv_list_append_take(t, nf->slot[0], vv_take_ret(t)) < 0)
                    return VV_FAILED;
            }
        }
    }
    for (nf->i[1] = 0; (size_t)nf->i[1] < VV_TUPLE(nf->argv[2])->length; nf->i[1]++) {
        int fresh = vv_set_add_now(t, nf->slot[2], VV_TUPLE(nf->argv[2])->items[nf->i[1]]);
        if (fresh < 0)
            return VV_FAILED;
        if (fresh == 0)
            return vv_raise_step(t, VV_TypeError, "%s() got multiple sub-patterns for attribute %R",
                                 VV_AS_TYPE(nf->argv[1])->tp_name, VV_TUPLE(nf->argv[2])->items[nf->i[1]]);
        VV_AWAIT(nf, vv_do_lookup_attr(t, nf->argv[0], VV_TUPLE(nf->argv[2])->items[nf->i[1]]));
        if (t->ret == NULL)
            return vv_return_none(t);
        if (vv_list_append_take(t, nf->slot[0], vv_take_ret(t)) < 0)
            return VV_FAILED;
    }
    return vv_return(t, vv_list_to_tuple(t, nf->slot[0]));
    VV_END(nf);
}

enum { MOST_NOW = 8 };

/* Is names[n] one of those before it? */
static bool repeated(vv_obj *const *names, size_t n) {
    for (size_t k = 0; k < n; k++)
        if (names[k] == names[n] || vv_str_equal(names[k], names[n]))
            return true;
    return false;
}

/* The same where attributes are found without running Python and nothing is wrong: 1 with a tuple or None in *ret, 0, -1. */
static int match_class_now(vv_thread *t, vv_ref subject, vv_ref cls, size_t npos, vv_ref names, vv_obj **ret) {
    size_t total = npos + VV_TUPLE(names)->length;
    if (!VV_IS(t, cls, TYPE) || total > MOST_NOW)
        return 0;
    int r = vv_isinstance_now(t, subject, cls);
    if (r == VV_LATER)
        return 0;
    vv_ref match_args = NULL;
    bool itself = false;
    if (r != 0 && npos > 0) {
        match_args = vv_type_lookup_peek(t, VV_AS_TYPE(cls), VV_N(t, __match_args__));
        itself = match_args == NULL && (VV_AS_TYPE(cls)->flags & VV_TF_MATCH_SELF) != 0;
        if (itself ? npos != 1 : match_args == NULL || !VV_IS(t, match_args, TUPLE) || VV_TUPLE(match_args)->length < npos)
            return 0;
    }
    vv_obj *name[MOST_NOW];
    vv_ref value[MOST_NOW];
    for (size_t k = 0; r != 0 && k < total; k++) {
        if (itself && k == 0) {
            name[k] = t->vm->empty_str; /* no attribute has it */
            value[k] = subject;
            continue;
        }
        name[k] = k < npos ? VV_TUPLE(match_args)->items[k] : VV_TUPLE(names)->items[k - npos];
        if (!VV_IS(t, name[k], STR) || repeated(name, k))
            return 0;
        bool absent;
        value[k] = vv_getattr_now_peek(t, subject, name[k], &absent);
        if (value[k] == NULL && !absent)
            return 0;
        r = value[k] != NULL;
    }
    if (r == 0) {
        *ret = vv_none(t);
        return 1;
    }
    *ret = vv_tuple_from_array(t, (vv_obj *const *)value, total);
    return *ret == NULL ? -1 : 1;
}

vv_step vv_do_match_class(vv_thread *t, vv_ref subject, vv_ref cls, size_t npos, vv_ref names) {
    vv_obj *result;
    int r = match_class_now(t, subject, cls, npos, names, &result);
    if (r != 0)
        return r < 0 ? VV_FAILED : vv_return(t, result);
    vv_obj *argv[] = {VV_OBJ(subject), VV_OBJ(cls), VV_OBJ(names)};
    vv_native *nf = vv_push_native(t, match_class_native, "match_class", argv, 3);
    if (nf == NULL)
        return VV_FAILED;
    nf->i[0] = (int64_t)npos;
    return vv_native_enter(t, nf);
}

/* argv: subject, keys; slot[0]: values, slot[1]: seen, slot[2]: bound `get`, slot[3]: a marker; i[0]: position */
static vv_step match_keys_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    nf->slot[0] = vv_list_new(t, 0);
    nf->slot[1] = vv_set_new(t);
    nf->slot[3] = vv_list_new(t, 0); /* equal to nothing the mapping can hold, by identity */
    if (nf->slot[0] == NULL || nf->slot[1] == NULL || nf->slot[3] == NULL)
        return VV_FAILED;
    VV_AWAIT(nf, vv_do_getattr(t, nf->argv[0], VV_N(t, get)));
    nf->slot[2] = vv_take_ret(t);
    for (; (size_t)nf->i[0] < VV_TUPLE(nf->argv[1])->length; nf->i[0]++) {
        VV_AWAIT(nf, vv_do_set_add(t, nf->slot[1], VV_TUPLE(nf->argv[1])->items[nf->i[0]]));
        if (t->ival == 0)
            return vv_raise_step(t, VV_ValueError, "mapping pattern checks duplicate key (%R)",
                                 VV_TUPLE(nf->argv[1])->items[nf->i[0]]);
        VV_AWAIT(nf, vv_do_call2(t, nf->slot[2], VV_TUPLE(nf->argv[1])->items[nf->i[0]], nf->slot[3]));
        if (t->ret == nf->slot[3]) {
            vv_drop_ret(t);
            return vv_return_none(t);
        }
        if (vv_list_append_take(t, nf->slot[0], vv_take_ret(t)) < 0)
            return VV_FAILED;
    }
    return vv_return(t, vv_list_to_tuple(t, nf->slot[0]));
    VV_END(nf);
}

/* The same of a dict and keys that are different strings: 1 with a tuple or None in *ret, 0, -1. */
static int match_keys_now(vv_thread *t, vv_ref subject, vv_ref keys, vv_obj **ret) {
    size_t n = VV_TUPLE(keys)->length;
    vv_obj *const *key = VV_TUPLE(keys)->items;
    if (!VV_IS(t, subject, DICT))
        return 0;
    for (size_t k = 0; k < n; k++)
        if (!VV_IS(t, key[k], STR) || repeated(key, k))
            return 0;
    VV_AUTO values = {t, vv_tuple_new(t, n)};
    for (size_t k = 0; values.o != NULL && k < n; k++) {
        vv_obj *found;
        int r = vv_dict_get_now(t, subject, key[k], &found);
        if (r != 0 && r != 1)
            return r == VV_LATER ? 0 : -1;
        if (r == 0) {
            *ret = vv_none(t);
            return 1;
        }
        VV_TUPLE(values.o)->items[k] = found;
    }
    if (values.o == NULL)
        return -1;
    vv_tuple_done(t, values.o);
    *ret = vv_move(&values.o);
    return 1;
}

vv_step vv_do_match_keys(vv_thread *t, vv_ref subject, vv_ref keys) {
    vv_obj *result;
    int r = match_keys_now(t, subject, keys, &result);
    if (r != 0)
        return r < 0 ? VV_FAILED : vv_return(t, result);
    return vv_native_enter(t, vv_push_native(t, match_keys_native, "match_keys", (vv_obj *[]){VV_OBJ(subject), VV_OBJ(keys)}, 2));
}
