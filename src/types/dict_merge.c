/* dict_merge.c - filling a dict from another dict, from a mapping with keys(), or from pairs.
 *
 * A source dict is walked by entry position, its stored hashes are used again, and a change of it meanwhile is an error.
 */
#include "object/error.h"
#include "types/container.h"
#include "types/dict_keys.h"
#include "types/list.h"

/* ---- from a dict ---- */

/* argv: target, source; i[0]: position, i[1]: override, i[2]: the source's mutations; slot[0], slot[1]: key, value. */
static vv_step merge_dict_slowly(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    for (;;) {
        {
            size_t pos = (size_t)nf->i[0];
            vv_ref key, value;
            if (!vv_dict_next(nf->argv[1], &pos, &key, &value, &nf->i[3]))
                break;
            nf->i[0] = (int64_t)pos;
            vv_setref_take(t, &nf->slot[0], vv_newref(key));
            vv_setref_take(t, &nf->slot[1], vv_newref(value));
        }
        VV_AWAIT(nf, vv_dict_keys_find(t, nf->argv[0], nf->slot[0], nf->i[3]));
        if ((t->ival < 0 || nf->i[1]) &&
            vv_dict_store_at(t, nf->argv[0], t->ival, nf->slot[0], nf->i[3], nf->slot[1]) < 0)
            return VV_FAILED;
        if (VV_DICT(nf->argv[1])->mutations != (uint32_t)nf->i[2])
            return vv_raise_step(t, VV_RuntimeError, "dict mutated during update");
    }
    return vv_return_null(t);
    VV_END(nf);
}

static vv_step merge_dict(vv_thread *t, vv_ref dict, vv_ref source, bool override) {
    const vv_dict *from = VV_DICT(source);
    if (dict == source || from->length == 0)
        return vv_return_null(t);
    size_t size = (size_t)1 << from->keys->log2_size;
    if (VV_DICT(dict)->length == 0) {
        /* a table without gaps and not too large for what it holds is simply copied */
        if (from->split == 0 && from->length == from->keys->used && (from->keys->log2_size == 3 || (size / 2 << 1) / 3 < from->length))
            return vv_dict_keys_clone(t, dict, source) < 0 ? VV_FAILED : vv_return_null(t);
    }
    if (vv_dict_keys_reserve(t, dict, from->length, from->keys->str_only) < 0)
        return VV_FAILED;
    size_t pos = 0;
    for (;;) {
        size_t here = pos;
        vv_ref key, value;
        vv_hash hash;
        if (!vv_dict_next(source, &pos, &key, &value, &hash))
            return vv_return_null(t);
        int64_t ix = vv_dict_find_now(t, dict, key, hash);
        if (ix == VV_LATER) {
            vv_native *nf =
                vv_push_native(t, merge_dict_slowly, "dict.update", (vv_obj *[]){VV_OBJ(dict), VV_OBJ(source)}, 2);
            if (nf == NULL)
                return VV_FAILED;
            nf->i[0] = (int64_t)here;
            nf->i[1] = override;
            nf->i[2] = from->mutations;
            return VV_PUSHED;
        }
        if (ix < -1 || ((ix < 0 || override) && vv_dict_store_at(t, dict, ix, key, hash, value) < 0))
            return VV_FAILED;
    }
}

/* ---- from other things ---- */

/* argv: target, mapping; slot[0]: list of its keys, slot[1]: key; i[0]: position; i[1]: override */
static vv_step merge_mapping(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_call_method(t, nf->argv[1], VV_N(t, keys), NULL, 0));
    nf->slot[0] = vv_take_ret(t);
    VV_AWAIT_CATCH(nf, vv_do_iter(t, nf->slot[0]));
    if (nf->raised && vv_error_is(t, VV_TypeError)) {
        vv_clear_error(t);
        return vv_raise_step(t, VV_TypeError, "%T.keys() returned a non-iterable (type %T)", nf->argv[1], nf->slot[0]);
    }
    if (nf->raised)
        return VV_FAILED;
    vv_setref_take(t, &nf->slot[0], vv_take_ret(t));
    VV_AWAIT(nf, vv_do_list(t, nf->slot[0]));
    vv_setref_take(t, &nf->slot[0], vv_take_ret(t));
    for (nf->i[0] = 0; (size_t)nf->i[0] < VV_LIST(nf->slot[0])->length; nf->i[0]++) {
        vv_setref_take(t, &nf->slot[1], vv_newref(VV_LIST(nf->slot[0])->items[nf->i[0]]));
        if (!nf->i[1]) {
            VV_AWAIT(nf, vv_do_dict_find(t, nf->argv[0], nf->slot[1]));
            if (t->ival >= 0)
                continue;
        }
        VV_AWAIT(nf, vv_do_getitem(t, nf->argv[1], nf->slot[1]));
        vv_setref_take(t, &nf->slot[2], vv_take_ret(t));
        VV_AWAIT(nf, vv_do_dict_set(t, nf->argv[0], nf->slot[1], nf->slot[2]));
    }
    return vv_return_null(t);
    VV_END(nf);
}

/* argv: target, iterable; slot[0]: iterator, slot[1]: a pair as list or tuple; i[0]: its number, i[1]: override */
static vv_step merge_pairs(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_iter(t, nf->argv[1]));
    nf->slot[0] = vv_take_ret(t);
    for (;; nf->i[0]++) {
        VV_AWAIT(nf, vv_do_next(t, nf->slot[0]));
        if (t->ret == NULL)
            break;
        vv_setref_take(t, &nf->slot[1], vv_take_ret(t));
        if (!vv_container_is_fast(t, nf->slot[1])) {
            VV_AWAIT_CATCH(nf, vv_do_iter(t, nf->slot[1]));
            if (nf->raised) {
                if (!vv_error_is(t, VV_TypeError))
                    return VV_FAILED;
                vv_clear_error(t);
                return vv_raise_step(t, VV_TypeError,
                                     "cannot convert dictionary update sequence element #%lld to a sequence",
                                     (long long)nf->i[0]);
            }
            vv_setref_take(t, &nf->slot[2], vv_take_ret(t));
            VV_AWAIT(nf, vv_do_list(t, nf->slot[2]));
            vv_setref_take(t, &nf->slot[1], vv_take_ret(t));
        }
        {
            size_t n;
            vv_obj **items = vv_container_items(nf->slot[1], &n);
            if (n != 2)
                return vv_raise_step(t, VV_ValueError,
                                     "dictionary update sequence element #%lld has length %zu; 2 is required",
                                     (long long)nf->i[0], n);
            vv_setref_take(t, &nf->slot[2], vv_newref(items[0]));
            vv_setref_take(t, &nf->slot[3], vv_newref(items[1]));
        }
        VV_AWAIT(nf, vv_do_dict_find(t, nf->argv[0], nf->slot[2]));
        if ((t->ival < 0 || nf->i[1]) &&
            vv_dict_store_at(t, nf->argv[0], t->ival, nf->slot[2], t->hash, nf->slot[3]) < 0)
            return VV_FAILED;
    }
    vv_clearref(t, &t->stop);
    return vv_return_null(t);
    VV_END(nf);
}

static vv_step start(vv_thread *t, vv_resumable fn, vv_ref dict, vv_ref source, bool override) {
    vv_native *nf = vv_push_native(t, fn, "dict.update", (vv_obj *[]){VV_OBJ(dict), VV_OBJ(source)}, 2);
    if (nf == NULL)
        return VV_FAILED;
    nf->i[1] = override;
    return VV_PUSHED;
}

/* argv: target, source; i[1]: override */
static vv_step merge_any(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_lookup_attr(t, nf->argv[1], VV_N(t, keys)));
    nf->i[0] = t->ret != NULL;
    vv_drop_ret(t);
    if (nf->i[0] && VV_ISA(nf->argv[1], DICT) && nf->argv[1]->type->s.iter == VV_TYPEP(t, DICT)->s.iter) {
        VV_AWAIT(nf, merge_dict(t, nf->argv[0], nf->argv[1], nf->i[1]));
    } else {
        VV_AWAIT(nf, start(t, nf->i[0] ? merge_mapping : merge_pairs, nf->argv[0], nf->argv[1], nf->i[1]));
    }
    return vv_return_null(t);
    VV_END(nf);
}

vv_step vv_do_dict_merge(vv_thread *t, vv_ref dict, vv_ref source, bool override) {
    if (VV_IS(t, source, DICT))
        return merge_dict(t, dict, source, override);
    return start(t, merge_any, dict, source, override);
}
