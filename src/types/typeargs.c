/* typeargs.c - type parameters inside subscripted types: finding them, replacing them, printing what stands in brackets.
 * What types.GenericAlias, types.UnionType and the generic classes have in common (PEP 585, 604, 612, 646). */
#include "types/typeargs.h"

#include "object/error.h"
#include "types/list.h"
#include "types/str.h"
#include "types/tuple.h"

/* ---- finding parameters ---- */

static int64_t position(vv_ref tuple, vv_ref o) {
    for (size_t i = 0; i < VV_TUPLE(tuple)->length; i++) {
        if (VV_TUPLE(tuple)->items[i] == o)
            return (int64_t)i;
    }
    return -1;
}

static int add_once(vv_thread *t, vv_ref list, vv_ref o) {
    for (size_t i = 0; i < VV_LIST(list)->length; i++) {
        if (VV_LIST(list)->items[i] == o)
            return 0;
    }
    return vv_list_append(t, list, o);
}

/* argv: arguments (tuple). slot: 0 parameters so far, 1 those of one argument; i[0]: its position. */
static vv_step find_parameters(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    nf->slot[0] = vv_list_new(t, 0);
    if (nf->slot[0] == NULL)
        return VV_FAILED;
    for (; (size_t)nf->i[0] < VV_TUPLE(nf->argv[0])->length; nf->i[0]++) {
        if (VV_ISA(VV_TUPLE(nf->argv[0])->items[nf->i[0]], TYPE))
            continue; /* `__parameters__` of a class are not those of an argument */
        VV_AWAIT(nf, vv_do_lookup_attr(t, VV_TUPLE(nf->argv[0])->items[nf->i[0]], VV_N(t, __typing_subst__)));
        if (t->ret != NULL) {
            vv_drop_ret(t);
            if (add_once(t, nf->slot[0], VV_TUPLE(nf->argv[0])->items[nf->i[0]]) < 0)
                return VV_FAILED;
            continue;
        }
        VV_AWAIT(nf, vv_do_lookup_attr(t, VV_TUPLE(nf->argv[0])->items[nf->i[0]], VV_N(t, __parameters__)));
        vv_setref_take(t, &nf->slot[1], vv_take_ret(t));
        if (nf->slot[1] == NULL || !VV_ISA(nf->slot[1], TUPLE))
            continue;
        for (size_t k = 0; k < VV_TUPLE(nf->slot[1])->length; k++) {
            if (add_once(t, nf->slot[0], VV_TUPLE(nf->slot[1])->items[k]) < 0)
                return VV_FAILED;
        }
    }
    return vv_return(t, vv_list_to_tuple(t, nf->slot[0]));
    VV_END(nf);
}

vv_step vv_do_type_parameters(vv_thread *t, vv_ref args) {
    return vv_start1(t, find_parameters, "__parameters__", args);
}

/* ---- replacing them ---- */

/* argv: item or tuple of items. Unpacked tuples of fixed length give their members: t->ret = tuple. slot: 0 items, 1 the
 * list of them so far, 2 members of one; i[0]: its position. */
static vv_step unpack_items(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    nf->slot[0] = VV_ISA(nf->argv[0], TUPLE) ? vv_newref(nf->argv[0]) : vv_tuple_pack(t, 1, (vv_ref)nf->argv[0]);
    nf->slot[1] = vv_list_new(t, 0);
    if (nf->slot[0] == NULL || nf->slot[1] == NULL)
        return VV_FAILED;
    for (; (size_t)nf->i[0] < VV_TUPLE(nf->slot[0])->length; nf->i[0]++) {
        if (!VV_ISA(VV_TUPLE(nf->slot[0])->items[nf->i[0]], TYPE)) {
            VV_AWAIT(nf, vv_do_lookup_attr(t, VV_TUPLE(nf->slot[0])->items[nf->i[0]],
                                           VV_N(t, __typing_unpacked_tuple_args__)));
            vv_setref_take(t, &nf->slot[2], vv_take_ret(t));
            if (nf->slot[2] != NULL && VV_ISA(nf->slot[2], TUPLE)) {
                size_t n = VV_TUPLE(nf->slot[2])->length;
                if (n == 0 || VV_TUPLE(nf->slot[2])->items[n - 1] != t->vm->ellipsis) {
                    if (vv_list_extend_now(t, nf->slot[1], nf->slot[2]) < 0)
                        return VV_FAILED;
                    continue;
                }
            }
        }
        if (vv_list_append(t, nf->slot[1], VV_TUPLE(nf->slot[0])->items[nf->i[0]]) < 0)
            return VV_FAILED;
    }
    return vv_return(t, vv_list_to_tuple(t, nf->slot[1]));
    VV_END(nf);
}

/* argv: object, parameters, items: the object with its own parameters replaced. slot: 0 its parameters, 1 what they
 * become. */
static vv_step replace_inside(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_lookup_attr(t, nf->argv[0], VV_N(t, __parameters__)));
    nf->slot[0] = vv_take_ret(t);
    if (nf->slot[0] == NULL || !VV_ISA(nf->slot[0], TUPLE) || VV_TUPLE(nf->slot[0])->length == 0)
        return vv_return(t, vv_newref(nf->argv[0]));
    nf->slot[1] = vv_list_new(t, 0);
    if (nf->slot[1] == NULL)
        return VV_FAILED;
    for (size_t i = 0; i < VV_TUPLE(nf->slot[0])->length; i++) {
        vv_ref o = VV_TUPLE(nf->slot[0])->items[i];
        int64_t k = position(nf->argv[1], o);
        bool several = false;
        if (k >= 0) {
            o = VV_TUPLE(nf->argv[2])->items[k];
            several = VV_TUPLE(nf->argv[1])->items[k]->type->s.iter != NULL && VV_ISA(o, TUPLE);
        }
        if ((several ? vv_list_extend_now(t, nf->slot[1], o) : vv_list_append(t, nf->slot[1], o)) < 0)
            return VV_FAILED;
    }
    vv_setref_take(t, &nf->slot[1], vv_list_to_tuple(t, nf->slot[1]));
    if (nf->slot[1] == NULL)
        return VV_FAILED;
    VV_AWAIT(nf, vv_do_getitem(t, nf->argv[0], nf->slot[1]));
    return VV_READY;
    VV_END(nf);
}

/* argv: alias, parameters, items. Every parameter may have a say in what the items are: t->ret = tuple of them.
 * slot: 0 items, 1 the parameter's function; i[0]: its position. */
static vv_step prepare_items(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_start1(t, unpack_items, "__getitem__", nf->argv[2]));
    nf->slot[0] = vv_take_ret(t);
    for (; (size_t)nf->i[0] < VV_TUPLE(nf->argv[1])->length; nf->i[0]++) {
        VV_AWAIT(nf, vv_do_lookup_attr(t, VV_TUPLE(nf->argv[1])->items[nf->i[0]], VV_N(t, __typing_prepare_subst__)));
        vv_setref_take(t, &nf->slot[1], vv_take_ret(t));
        if (nf->slot[1] == NULL || nf->slot[1] == t->vm->none)
            continue;
        VV_AWAIT(nf, vv_do_call2(t, nf->slot[1], nf->argv[0], nf->slot[0]));
        vv_setref_take(t, &nf->slot[0], vv_take_ret(t));
        if (!VV_ISA(nf->slot[0], TUPLE))
            vv_setref_take(t, &nf->slot[0], vv_tuple_pack(t, 1, (vv_ref)nf->slot[0]));
        if (nf->slot[0] == NULL)
            return VV_FAILED;
    }
    return vv_return(t, vv_move(&nf->slot[0]));
    VV_END(nf);
}

/* argv: alias, its arguments, its parameters, item. slot: 0 items, 1 new arguments so far, 2 a new one, 3 scratch;
 * i[0]: position, i[1]: does it stand for several? */
static vv_step substitute(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (VV_TUPLE(nf->argv[2])->length == 0) {
        VV_AWAIT(nf, vv_do_repr(t, nf->argv[0]));
        nf->slot[0] = vv_take_ret(t);
        return vv_raise_step(t, VV_TypeError, "%U is not a generic class", nf->slot[0]);
    }
    VV_AWAIT(nf, vv_start3(t, prepare_items, "__getitem__", nf->argv[0], nf->argv[2], nf->argv[3]));
    nf->slot[0] = vv_take_ret(t);
    if (VV_TUPLE(nf->slot[0])->length != VV_TUPLE(nf->argv[2])->length) {
        VV_AWAIT(nf, vv_do_repr(t, nf->argv[0]));
        nf->slot[1] = vv_take_ret(t);
        size_t given = VV_TUPLE(nf->slot[0])->length, wanted = VV_TUPLE(nf->argv[2])->length;
        return vv_raise_step(t, VV_TypeError, "Too %s arguments for %U; actual %zu, expected %zu",
                             given > wanted ? "many" : "few", nf->slot[1], given, wanted);
    }
    nf->slot[1] = vv_list_new(t, 0);
    if (nf->slot[1] == NULL)
        return VV_FAILED;
    for (; (size_t)nf->i[0] < VV_TUPLE(nf->argv[1])->length; nf->i[0]++) {
        vv_setref_take(t, &nf->slot[2], vv_newref(VV_TUPLE(nf->argv[1])->items[nf->i[0]]));
        nf->i[1] = 0;
        if (!VV_ISA(nf->slot[2], TYPE)) {
            VV_AWAIT(nf, vv_do_lookup_attr(t, nf->slot[2], VV_N(t, __typing_is_unpacked_typevartuple__)));
            vv_setref_take(t, &nf->slot[3], vv_take_ret(t));
            if (nf->slot[3] != NULL) {
                VV_AWAIT(nf, vv_do_truth(t, nf->slot[3]));
                nf->i[1] = t->ival;
            }
            VV_AWAIT(nf, vv_do_lookup_attr(t, nf->slot[2], VV_N(t, __typing_subst__)));
            vv_setref_take(t, &nf->slot[3], vv_take_ret(t));
            if (nf->slot[3] != NULL && position(nf->argv[2], nf->slot[2]) >= 0) {
                VV_AWAIT(nf, vv_do_call1(t, nf->slot[3],
                                         VV_TUPLE(nf->slot[0])->items[position(nf->argv[2], nf->slot[2])]));
            } else {
                VV_AWAIT(nf, vv_start3(t, replace_inside, "__getitem__", nf->slot[2], nf->argv[2], nf->slot[0]));
            }
            vv_setref_take(t, &nf->slot[2], vv_take_ret(t));
        }
        if (nf->i[1] != 0 && !VV_ISA(nf->slot[2], TUPLE))
            return vv_raise_step(t, VV_TypeError, "expected __typing_subst__ of an unpacked parameter to return a tuple, not %T",
                                 nf->slot[2]);
        if ((nf->i[1] != 0 ? vv_list_extend_now(t, nf->slot[1], nf->slot[2])
                           : vv_list_append(t, nf->slot[1], nf->slot[2])) < 0)
            return VV_FAILED;
    }
    return vv_return(t, vv_list_to_tuple(t, nf->slot[1]));
    VV_END(nf);
}

vv_step vv_do_type_substitute(vv_thread *t, vv_ref alias, vv_ref args, vv_ref parameters, vv_ref item) {
    vv_obj *argv[4] = {VV_OBJ(alias), VV_OBJ(args), VV_OBJ(parameters), VV_OBJ(item)};
    return vv_push_native(t, substitute, "__getitem__", argv, 4) == NULL ? VV_FAILED : VV_PUSHED;
}

/* ---- printing ---- */

/* One part of a repr: `...` as such, what is itself an alias by its repr, what has a qualified name by that with its
 * module, members of a list in brackets, anything else by its repr. argv: part; i[0]: NoneType is None. */
static vv_step part_repr(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (nf->argv[0] == t->vm->ellipsis)
        return vv_return(t, vv_str_from_cstr(t, "..."));
    if (nf->i[0] != 0 && nf->argv[0] == &VV_TYPEP(t, NONE)->head)
        return vv_return(t, vv_str_from_cstr(t, "None"));
    if (VV_IS(t, nf->argv[0], LIST)) {
        nf->slot[0] = vv_list_to_tuple(t, nf->argv[0]);
        nf->slot[1] = vv_str_from_cstr(t, ", ");
        if (nf->slot[0] == NULL || nf->slot[1] == NULL)
            return VV_FAILED;
        VV_AWAIT(nf, vv_do_type_parts_repr(t, nf->slot[0], nf->slot[1], false));
        nf->slot[2] = vv_take_ret(t);
        return vv_return(t, vv_format(t, "[%U]", nf->slot[2]));
    }
    VV_AWAIT(nf, vv_do_lookup_attr(t, nf->argv[0], VV_N(t, __origin__)));
    nf->slot[0] = vv_take_ret(t);
    if (nf->slot[0] != NULL) {
        VV_AWAIT(nf, vv_do_lookup_attr(t, nf->argv[0], VV_N(t, __args__)));
        vv_setref_take(t, &nf->slot[0], vv_take_ret(t));
    }
    if (nf->slot[0] == NULL) {
        VV_AWAIT(nf, vv_do_lookup_attr(t, nf->argv[0], VV_N(t, __qualname__)));
        nf->slot[0] = vv_take_ret(t);
        if (nf->slot[0] != NULL) {
            VV_AWAIT(nf, vv_do_lookup_attr(t, nf->argv[0], VV_N(t, __module__)));
            nf->slot[1] = vv_take_ret(t);
        }
        if (nf->slot[1] != NULL && nf->slot[1] != t->vm->none) {
            VV_AWAIT(nf, vv_do_str(t, nf->slot[0]));
            vv_setref_take(t, &nf->slot[0], vv_take_ret(t));
            VV_AWAIT(nf, vv_do_str(t, nf->slot[1]));
            vv_setref_take(t, &nf->slot[1], vv_take_ret(t));
            if (vv_str_equal_cstr(nf->slot[1], "builtins"))
                return vv_return(t, vv_move(&nf->slot[0]));
            return vv_return(t, vv_format(t, "%U.%U", nf->slot[1], nf->slot[0]));
        }
    }
    VV_AWAIT(nf, vv_do_repr(t, nf->argv[0]));
    return VV_READY;
    VV_END(nf);
}

vv_step vv_do_type_part_repr(vv_thread *t, vv_ref part, bool none) {
    vv_native *nf = vv_push_native(t, part_repr, "__repr__", (vv_obj *[]){VV_OBJ(part)}, 1);
    if (nf == NULL)
        return VV_FAILED;
    nf->i[0] = none;
    return VV_PUSHED;
}

/* argv: tuple of parts, separator. slot[0]: text. i[0]: next part; i[1]: NoneType is None. */
static vv_step join_parts(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    nf->slot[0] = vv_newref(t->vm->empty_str);
    for (nf->i[0] = 0; (size_t)nf->i[0] < VV_TUPLE(nf->argv[0])->length; nf->i[0]++) {
        VV_AWAIT(nf, vv_do_type_part_repr(t, VV_TUPLE(nf->argv[0])->items[nf->i[0]], nf->i[1] != 0));
        vv_setref_take(t, &nf->slot[1], vv_take_ret(t));
        vv_obj *longer =
            nf->i[0] == 0 ? vv_newref(nf->slot[1]) : vv_format(t, "%U%U%U", nf->slot[0], nf->argv[1], nf->slot[1]);
        if (longer == NULL)
            return VV_FAILED;
        vv_setref_take(t, &nf->slot[0], longer);
    }
    return vv_return(t, vv_move(&nf->slot[0]));
    VV_END(nf);
}

vv_step vv_do_type_parts_repr(vv_thread *t, vv_ref parts, vv_ref separator, bool none) {
    vv_native *nf = vv_push_native(t, join_parts, "__repr__", (vv_obj *[]){VV_OBJ(parts), VV_OBJ(separator)}, 2);
    if (nf == NULL)
        return VV_FAILED;
    nf->i[1] = none;
    return VV_PUSHED;
}
