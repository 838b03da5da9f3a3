/* callable_repr.c - see callable_repr.h. */
#include "modules/callable_repr.h"

#include "object/error.h"
#include "types/dict.h"
#include "types/list.h"
#include "types/repr_guard.h"
#include "types/str.h"
#include "types/tuple.h"

int vv_callable_keywords(vv_thread *t, vv_obj **dict, vv_obj *const *values, vv_ref kwnames) {
    for (size_t k = 0; k < VV_TUPLE(kwnames)->length; k++) {
        if (*dict == NULL && (*dict = vv_dict_new(t)) == NULL)
            return -1;
        if (vv_dict_set_str(t, *dict, VV_TUPLE(kwnames)->items[k], values[k]) < 0)
            return -1;
    }
    return 0;
}

/* argv: self, first or NULL, args, kwargs or NULL; slot: 0 text so far, 1 key, 2 value; i: 0 positional, 1 keyword, 2 any yet */
static vv_step repr_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    nf->slot[0] = vv_format(t, "%s(", nf->argv[0]->type->tp_name);
    if (nf->slot[0] == NULL)
        return VV_FAILED;
    {
        int r = vv_repr_enter(t, nf->argv[0]);
        if (r < 0)
            return VV_FAILED;
        if (r > 0)
            return vv_return(t, nf->argv[1] != NULL && !VV_ISA(nf->argv[1], STR) ? vv_str_from_cstr(t, "...")
                                                                               : vv_format(t, "%U...)", nf->slot[0]));
    }
    nf->i[0] = nf->argv[1] != NULL ? -1 : 0;
    for (; nf->i[0] < (int64_t)VV_TUPLE(nf->argv[2])->length; nf->i[0]++) {
        vv_setref_take(t, &nf->slot[2], vv_newref(nf->i[0] < 0 ? nf->argv[1] : VV_TUPLE(nf->argv[2])->items[nf->i[0]]));
        VV_AWAIT_CATCH(nf, vv_do_repr(t, nf->slot[2]));
        if (nf->raised)
            goto fail;
        vv_setref_take(t, &nf->slot[2], vv_take_ret(t));
        vv_obj *longer = vv_format(t, "%U%s%U", nf->slot[0], nf->i[2] ? ", " : "", nf->slot[2]);
        if (longer == NULL)
            goto fail;
        vv_setref_take(t, &nf->slot[0], longer);
        nf->i[2] = 1;
    }
    for (;;) {
        {
            size_t pos = (size_t)nf->i[1];
            vv_ref key, value;
            if (nf->argv[3] == NULL || !vv_dict_next(nf->argv[3], &pos, &key, &value, NULL))
                break;
            nf->i[1] = (int64_t)pos;
            vv_setref_take(t, &nf->slot[1], vv_newref(key));
            vv_setref_take(t, &nf->slot[2], vv_newref(value));
        }
        VV_AWAIT_CATCH(nf, vv_do_str(t, nf->slot[1]));
        if (nf->raised)
            goto fail;
        vv_setref_take(t, &nf->slot[1], vv_take_ret(t));
        VV_AWAIT_CATCH(nf, vv_do_repr(t, nf->slot[2]));
        if (nf->raised)
            goto fail;
        vv_setref_take(t, &nf->slot[2], vv_take_ret(t));
        vv_obj *longer = vv_format(t, "%U%s%U=%U", nf->slot[0], nf->i[2] ? ", " : "", nf->slot[1], nf->slot[2]);
        if (longer == NULL)
            goto fail;
        vv_setref_take(t, &nf->slot[0], longer);
        nf->i[2] = 1;
    }
    vv_repr_leave(t, nf->argv[0]);
    return vv_return(t, vv_format(t, "%U)", nf->slot[0]));
fail:
    vv_repr_leave(t, nf->argv[0]);
    return VV_FAILED;
    VV_END(nf);
}

vv_step vv_callable_repr(vv_thread *t, vv_ref self, vv_ref first, vv_ref args, vv_ref kwargs) {
    vv_obj *argv[] = {VV_OBJ(self), VV_OBJ(first), VV_OBJ(args), VV_OBJ(kwargs)};
    return vv_push_native(t, repr_native, "__repr__", argv, 4) == NULL ? VV_FAILED : VV_PUSHED;
}
