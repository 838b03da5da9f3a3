/* class.c - the class statement: __build_class__ (PEP 3115, PEP 560). */
#include "object/alloc.h"
#include "object/error.h"
#include "types/dict.h"
#include "types/list.h"
#include "types/str.h"
#include "types/tuple.h"
#include "vm/frame.h"

/* argv: body function, name, bases (tuple), kwargs (dict, ours to change)
 * slot: 0 bases after __mro_entries__, 1 metaclass, 2 namespace, 3 the cell __class__ or None, 4 the class, 5 scratch
 * i: 0 position */
static vv_step build_class_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    /* bases that are not classes may stand for others */
    nf->slot[5] = vv_list_new(t, 0);
    if (nf->slot[5] == NULL)
        return VV_FAILED;
    for (; (size_t)nf->i[0] < VV_TUPLE(nf->argv[2])->length; nf->i[0]++) {
        if (VV_ISA(VV_TUPLE(nf->argv[2])->items[nf->i[0]], TYPE)) {
            t->ret = NULL;
        } else {
            VV_AWAIT(nf, vv_do_lookup_attr(t, VV_TUPLE(nf->argv[2])->items[nf->i[0]], VV_N(t, __mro_entries__)));
            nf->slot[4] = vv_take_ret(t);
            if (nf->slot[4] != NULL) {
                VV_AWAIT(nf, vv_do_call1(t, nf->slot[4], nf->argv[2]));
                vv_clearref(t, &nf->slot[4]);
                nf->slot[4] = vv_take_ret(t);
                if (!VV_ISA(nf->slot[4], TUPLE))
                    return vv_raise_step(t, VV_TypeError, "__mro_entries__ must return a tuple");
                if (vv_list_extend_now(t, nf->slot[5], nf->slot[4]) < 0)
                    return VV_FAILED;
                vv_clearref(t, &nf->slot[4]);
                nf->i[1] = true;
                continue;
            }
        }
        if (vv_list_append(t, nf->slot[5], VV_TUPLE(nf->argv[2])->items[nf->i[0]]) < 0)
            return VV_FAILED;
    }
    nf->slot[0] = nf->i[1] ? vv_list_to_tuple(t, nf->slot[5]) : vv_newref(nf->argv[2]);
    if (nf->slot[0] == NULL)
        return VV_FAILED;
    vv_clearref(t, &nf->slot[5]);

    /* the metaclass: named, or the first base's; for real types the most derived */
    nf->slot[1] = vv_dict_pop_str(t, nf->argv[3], VV_N(t, metaclass));
    if (nf->slot[1] == NULL) {
        size_t n = VV_TUPLE(nf->slot[0])->length;
        nf->slot[1] = vv_newref(n == 0 ? (vv_ref)VV_TYPEP(t, TYPE) : (vv_ref)VV_TUPLE(nf->slot[0])->items[0]->type);
    }
    if (VV_ISA(nf->slot[1], TYPE)) {
        vv_ref winner = vv_type_metaclass_peek(t, nf->slot[1], nf->slot[0]);
        if (winner == NULL)
            return VV_FAILED;
        vv_setref_take(t, &nf->slot[1], vv_newref(winner));
    }

    /* its namespace */
    VV_AWAIT(nf, vv_do_lookup_attr(t, nf->slot[1], VV_N(t, __prepare__)));
    nf->slot[5] = vv_take_ret(t);
    if (nf->slot[5] == NULL) {
        nf->slot[2] = vv_dict_new(t);
        if (nf->slot[2] == NULL)
            return VV_FAILED;
    } else {
        nf->slot[4] = vv_tuple_pack(t, 2, (vv_ref)nf->argv[1], (vv_ref)nf->slot[0]);
        if (nf->slot[4] == NULL)
            return VV_FAILED;
        VV_AWAIT(nf, vv_do_call_ex(t, nf->slot[5], nf->slot[4], nf->argv[3]));
        nf->slot[2] = vv_take_ret(t);
        vv_clearref(t, &nf->slot[4]);
        vv_clearref(t, &nf->slot[5]);
        if (!VV_ISA(nf->slot[2], DICT) && nf->slot[2]->type->s.getitem == NULL)
            return vv_raise_step(t, VV_TypeError, "%s.__prepare__() must return a mapping, not %T",
                                 VV_ISA(nf->slot[1], TYPE) ? VV_AS_TYPE(nf->slot[1])->tp_name : "<metaclass>", nf->slot[2]);
    }

    /* the body */
    VV_AWAIT(nf, vv_frame_exec(t, VV_FUNCTION_OF(nf->argv[0])->code, VV_FUNCTION_OF(nf->argv[0])->globals, nf->slot[2],
                               VV_FUNCTION_OF(nf->argv[0])->closure));
    nf->slot[3] = vv_take_ret(t);
    if (nf->i[1])
        VV_AWAIT(nf, vv_do_setitem(t, nf->slot[2], VV_N(t, __orig_bases__), nf->argv[2]));

    /* the class */
    nf->slot[5] = vv_tuple_pack(t, 3, (vv_ref)nf->argv[1], (vv_ref)nf->slot[0], (vv_ref)nf->slot[2]);
    if (nf->slot[5] == NULL)
        return VV_FAILED;
    VV_AWAIT(nf, vv_do_call_ex(t, nf->slot[1], nf->slot[5], nf->argv[3]));
    nf->slot[4] = vv_take_ret(t);
    if (VV_IS(t, nf->slot[3], CELL) && VV_ISA(nf->slot[4], TYPE)) {
        vv_ref content = VV_CELL_OF(nf->slot[3])->value;
        if (content == NULL)
            return vv_raise_step(t, VV_RuntimeError,
                                 "__class__ not set defining %R as %R. Was __classcell__ propagated to type.__new__?",
                                 nf->argv[1], nf->slot[4]);
        if (content != nf->slot[4])
            return vv_raise_step(t, VV_TypeError, "__class__ set to %R defining %R as %R", content, nf->argv[1], nf->slot[4]);
    }
    return vv_return(t, vv_move(&nf->slot[4]));
    VV_END(nf);
}

vv_step vv_do_build_class(vv_thread *t, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    if (nargs < 2)
        return vv_raise_step(t, VV_TypeError, "__build_class__: not enough arguments");
    if (!VV_IS(t, args[0], FUNCTION))
        return vv_raise_step(t, VV_TypeError, "__build_class__: func must be a function");
    if (!VV_ISA(args[1], STR))
        return vv_raise_step(t, VV_TypeError, "__build_class__: name is not a string");
    VV_AUTO bases = {t, vv_tuple_from_array(t, args + 2, nargs - 2)};
    VV_AUTO kwargs = {t, vv_dict_new(t)};
    if (bases.o == NULL || kwargs.o == NULL)
        return VV_FAILED;
    for (size_t k = 0; kwnames != NULL && k < VV_TUPLE(kwnames)->length; k++)
        if (vv_dict_set_str(t, kwargs.o, VV_TUPLE(kwnames)->items[k], args[nargs + k]) < 0)
            return VV_FAILED;
    vv_obj *argv[] = {args[0], args[1], bases.o, kwargs.o};
    return vv_native_enter(t, vv_push_native(t, build_class_native, "__build_class__", argv, 4));
}
