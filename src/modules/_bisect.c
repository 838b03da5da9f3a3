/* _bisect.c - module _bisect: binary search in sorted sequences. */
#include "object/error.h"
#include "types/dict.h"
#include "types/function.h"
#include "types/int.h"
#include "types/list.h"
#include "types/str.h"
#include "types/tuple.h"
#include "vm/frame.h"

#define VV_DEF_NAME bisect
#define VV_DEF_FILE "modules/_bisect.def"
#include "object/deftype.h"

enum { SEQUENCE, ITEM, LOW, HIGH, KEY };

/* argv: as the functions of the module; slot: 0 what is looked for, 1 an item's index or an int argument, 2 an item; i: 0 low,
 * 1 high, 2 middle */
static vv_step search(vv_thread *t, vv_native *nf, bool right, bool insert) {
    VV_BEGIN(nf);
    if (nf->argv[LOW] != NULL) {
        VV_AWAIT(nf, vv_do_index(t, nf->argv[LOW]));
        vv_setref_take(t, &nf->slot[1], vv_take_ret(t));
        if (vv_int_as_i64(t, nf->slot[1], &nf->i[0]) < 0)
            return VV_FAILED;
    }
    nf->i[1] = -1;
    if (nf->argv[HIGH] != NULL && nf->argv[HIGH] != t->vm->none) {
        if (nf->argv[HIGH]->type->s.index == NULL)
            return vv_raise_step(t, VV_TypeError, "argument should be integer or None, not '%T'", nf->argv[HIGH]);
        VV_AWAIT(nf, vv_do_index(t, nf->argv[HIGH]));
        vv_setref_take(t, &nf->slot[1], vv_take_ret(t));
        if (vv_int_as_i64(t, nf->slot[1], &nf->i[1]) < 0)
            return VV_FAILED;
    }
    if (nf->argv[KEY] == t->vm->none)
        vv_clearref(t, &nf->argv[KEY]);
    nf->slot[0] = vv_newref(nf->argv[ITEM]);
    if (insert && nf->argv[KEY] != NULL) {
        VV_AWAIT(nf, vv_do_call1(t, nf->argv[KEY], nf->argv[ITEM]));
        vv_setref_take(t, &nf->slot[0], vv_take_ret(t));
    }
    if (nf->i[0] < 0)
        return vv_raise_step(t, VV_ValueError, "lo must be non-negative");
    if (VV_ISA(nf->argv[SEQUENCE], DICT))
        return vv_raise_step(t, VV_TypeError, "%T is not a sequence", nf->argv[SEQUENCE]);
    if (nf->i[1] == -1) {
        VV_AWAIT(nf, vv_do_len(t, nf->argv[SEQUENCE]));
        nf->i[1] = t->ival;
    }
    while (nf->i[0] < nf->i[1]) {
        nf->i[2] = (int64_t)(((uint64_t)nf->i[0] + (uint64_t)nf->i[1]) / 2);
        vv_setref_take(t, &nf->slot[1], vv_int_new(t, nf->i[2]));
        if (nf->slot[1] == NULL)
            return VV_FAILED;
        VV_AWAIT(nf, vv_do_getitem(t, nf->argv[SEQUENCE], nf->slot[1]));
        vv_setref_take(t, &nf->slot[2], vv_take_ret(t));
        if (nf->argv[KEY] != NULL) {
            VV_AWAIT(nf, vv_do_call1(t, nf->argv[KEY], nf->slot[2]));
            vv_setref_take(t, &nf->slot[2], vv_take_ret(t));
        }
        VV_AWAIT(nf, vv_do_compare(t, right ? nf->slot[0] : nf->slot[2], right ? nf->slot[2] : nf->slot[0], VV_LT));
        vv_setref_take(t, &nf->slot[3], vv_take_ret(t));
        VV_AWAIT(nf, vv_do_truth(t, nf->slot[3]));
        if ((t->ival != 0) == right)
            nf->i[1] = nf->i[2];
        else
            nf->i[0] = nf->i[2] + 1;
    }
    if (!insert)
        return vv_return(t, vv_int_new(t, nf->i[0]));
    if (VV_IS(t, nf->argv[SEQUENCE], LIST))
        return vv_list_insert(t, nf->argv[SEQUENCE], nf->i[0], nf->argv[ITEM]) < 0 ? VV_FAILED : vv_return_none(t);
    vv_setref_take(t, &nf->slot[1], vv_int_new(t, nf->i[0]));
    vv_setref_take(t, &nf->slot[2], vv_str_from_cstr(t, "insert"));
    if (nf->slot[1] == NULL || nf->slot[2] == NULL)
        return VV_FAILED;
    vv_obj *args[] = {nf->slot[1], nf->argv[ITEM]};
    VV_AWAIT(nf, vv_do_call_method(t, nf->argv[SEQUENCE], nf->slot[2], args, 2));
    vv_drop_ret(t);
    return vv_return_none(t);
    VV_END(nf);
}

static vv_step bisect_bisect_right(vv_thread *t, vv_native *nf) {
    return search(t, nf, true, false);
}
static vv_step bisect_bisect_left(vv_thread *t, vv_native *nf) {
    return search(t, nf, false, false);
}
static vv_step bisect_insort_right(vv_thread *t, vv_native *nf) {
    return search(t, nf, true, true);
}
static vv_step bisect_insort_left(vv_thread *t, vv_native *nf) {
    return search(t, nf, false, true);
}

vv_owned vv__bisect_module(vv_thread *t);
vv_owned vv__bisect_module(vv_thread *t) {
    return vv_module_from_defs(t, "_bisect", "Binary search: keeps a list sorted without sorting it again.", bisect_methods);
}
