/* attr.c - the generic attribute protocol of instances: data descriptor, instance dict, other class attribute.
 *
 * Descriptors found in a class are held across their own slot call;
 * one that pushes a frame keeps alive what it needs itself.
 */
#include "object/error.h"
#include "object/slotdefs.h"
#include "types/dict.h"
#include "types/instance.h"
#include "types/str.h"

vv_hash vv_pointer_hash(const void *p) {
    uint64_t n = (uint64_t)(uintptr_t)p;
    int64_t hash = (int64_t)((n >> 4) | (n << 60));
    return hash == -1 ? -2 : hash;
}

vv_step vv_self_iter(vv_thread *t, vv_ref self) {
    return vv_return(t, vv_newref(self));
}

vv_step vv_hash_unhashable(vv_thread *t, vv_ref self) {
    return vv_raise_step(t, VV_TypeError, "unhashable type: '%T'", self);
}

vv_step vv_identity_hash(vv_thread *t, vv_ref self) {
    return vv_return_int(t, vv_pointer_hash(self));
}

/* An instance dict with keys that are no plain strings: looking a name up may run their __eq__.
 * argv: object, name, dict, what the class has (or NULL). */
static vv_step getattr_slowly(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_dict_get(t, nf->argv[2], nf->argv[1]));
    if (t->ret != NULL)
        return VV_READY;
    if (nf->argv[3] == NULL)
        return vv_raise_attribute(t, nf->argv[0], nf->argv[1]);
    if (nf->argv[3]->type->s.descr_get == NULL)
        return vv_return(t, vv_newref(nf->argv[3]));
    VV_AWAIT(nf, nf->argv[3]->type->s.descr_get(t, nf->argv[3], nf->argv[0], &nf->argv[0]->type->head));
    return VV_READY;
    VV_END(nf);
}

vv_step vv_generic_getattr(vv_thread *t, vv_ref self, vv_ref name) {
    vv_type *type = self->type;
    vv_obj *descr = VV_OBJ(vv_type_lookup_peek(t, type, name));
    vv_slotfn_descr_get *get = NULL;
    if (descr != NULL) {
        get = descr->type->s.descr_get;
        if (get != NULL && descr->type->s.descr_set != NULL) {
            vv_incref(descr);
            vv_step s = get(t, descr, self, &type->head);
            vv_decref(t, descr);
            return s;
        }
    }
    if (type->dictoffset != 0) {
        vv_ref value = vv_instance_get_peek(self, name);
        if (value != NULL)
            return vv_return(t, vv_newref(value));
        vv_ref dict = vv_instance_dict_peek(self);
        if (VV_UNLIKELY(dict != NULL && !VV_DICT(dict)->keys->str_only)) {
            vv_obj *argv[4] = {VV_OBJ(self), VV_OBJ(name), VV_OBJ(dict), descr};
            return vv_push_native(t, getattr_slowly, "getattr", argv, 4) == NULL ? VV_FAILED : VV_PUSHED;
        }
    }
    if (get != NULL) {
        vv_incref(descr);
        vv_step s = get(t, descr, self, &type->head);
        vv_decref(t, descr);
        return s;
    }
    if (descr != NULL)
        return vv_return(t, vv_newref(descr));
    return vv_raise_attribute(t, self, name);
}

/* As in CPython the error does not know name and object when an attribute is set or deleted. */
static vv_step refuse_missing(vv_thread *t, vv_ref self, vv_ref name) {
    return vv_raise_step(t, VV_AttributeError, "'%T' object has no attribute '%U'", self, name);
}

static vv_step delete_own(vv_thread *t, vv_ref self, vv_ref name) {
    int r = vv_instance_delete(t, self, name);
    if (r < 0)
        return VV_FAILED;
    return r == 0 ? refuse_missing(t, self, name) : vv_return_null(t);
}

vv_step vv_generic_setattr(vv_thread *t, vv_ref self, vv_ref name, vv_ref value) {
    vv_type *type = self->type;
    vv_obj *descr = VV_OBJ(vv_type_lookup_peek(t, type, name));
    if (descr != NULL && descr->type->s.descr_set != NULL) {
        vv_incref(descr);
        vv_step s = descr->type->s.descr_set(t, descr, self, value);
        vv_decref(t, descr);
        return s;
    }
    if (type->dictoffset == 0) {
        if (descr == NULL)
            return refuse_missing(t, self, name);
        return vv_raise_step(t, VV_AttributeError, "'%T' object attribute '%U' is read-only", self, name);
    }
    if (value == NULL)
        return delete_own(t, self, name);
    return vv_instance_set(t, self, name, value) < 0 ? VV_FAILED : vv_return_null(t);
}
