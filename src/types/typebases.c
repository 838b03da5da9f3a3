/* typebases.c - the MRO of a class, by C3 or by mro() of its metaclass, and what may be put in place of a class:
 * assignment to `__bases__` and `__class__`. */
#include "types/typebases.h"

#include "object/alloc.h"
#include "object/error.h"
#include "object/slotdefs.h"
#include "types/list.h"
#include "types/tuple.h"

/* ---- layouts ---- */

static bool same_as_base(const vv_type *type) {
    const vv_type *base = type->base;
    return base != NULL && type->basicsize == base->basicsize && type->itemsize == base->itemsize &&
           type->dictoffset == base->dictoffset && type->weakoffset == base->weakoffset &&
           type->presize == base->presize && ((type->flags ^ base->flags) & VV_TF_GC) == 0;
}

/* Do two classes add the same to one base? Both have it as their base. */
static bool same_slots_added(const vv_type *a, const vv_type *b) {
    size_t n = a->slot_names == NULL ? 0 : VV_TUPLE(a->slot_names)->length;
    if (n != (b->slot_names == NULL ? 0 : VV_TUPLE(b->slot_names)->length))
        return false;
    for (size_t i = 0; i < n; i++) {
        if (VV_TUPLE(a->slot_names)->items[i] != VV_TUPLE(b->slot_names)->items[i])
            return false; /* names are interned */
    }
    return a->spec == b->spec && a->basicsize == b->basicsize && a->itemsize == b->itemsize && a->dictoffset == b->dictoffset &&
           a->weakoffset == b->weakoffset && a->presize == b->presize && ((a->flags ^ b->flags) & VV_TF_HEAP) == 0;
}

int vv_type_check_fits(vv_thread *t, const vv_type *old, const vv_type *fresh, const char *attribute) {
    if (((old->flags ^ fresh->flags) & VV_TF_GC) != 0)
        return vv_raise_int(t, VV_TypeError, "%s assignment: '%N' deallocator differs from '%N'", attribute, fresh,
                            old);
    const vv_type *a = fresh, *b = old;
    while (same_as_base(a))
        a = a->base;
    while (same_as_base(b))
        b = b->base;
    if (a != b && (a->base != b->base || !same_slots_added(a, b)))
        return vv_raise_int(t, VV_TypeError, "%s assignment: '%N' object layout differs from '%N'", attribute, fresh,
                            old);
    return 0;
}

/* ---- MROs ---- */

/* argv: type. slot: 0 its MRO before, 1 the new one. t->ival = 1, or 0 when mro() has changed the MRO itself. */
static vv_step update_mro(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    nf->slot[0] = vv_xnewref(VV_AS_TYPE(nf->argv[0])->mro);
    nf->i[0] = vv_type_has_own_mro(t, VV_AS_TYPE(nf->argv[0]));
    if (nf->i[0] == 0) {
        nf->slot[1] = vv_type_compute_mro(t, VV_AS_TYPE(nf->argv[0]));
        if (nf->slot[1] == NULL)
            return VV_FAILED;
    } else {
        VV_AWAIT(nf, vv_do_call_special(t, nf->argv[0], VV_N(t, mro), NULL, 0));
        nf->slot[1] = vv_take_ret(t);
        if (nf->slot[1] == NULL)
            return vv_raise_step(t, VV_AttributeError, "mro");
        VV_AWAIT(nf, vv_do_tuple(t, nf->slot[1]));
        vv_setref_take(t, &nf->slot[1], vv_take_ret(t));
        if (vv_type_check_mro(t, VV_AS_TYPE(nf->argv[0]), nf->slot[1]) < 0)
            return VV_FAILED;
    }
    if (VV_AS_TYPE(nf->argv[0])->mro != nf->slot[0])
        return vv_return_int(t, 0);
    vv_type_set_mro_take(t, VV_AS_TYPE(nf->argv[0]), vv_move(&nf->slot[1]), nf->i[0] != 0);
    return vv_return_int(t, 1);
    VV_END(nf);
}

vv_step vv_do_update_mro(vv_thread *t, vv_ref type) {
    if (!vv_type_has_own_mro(t, VV_AS_TYPE(type))) {
        vv_obj *mro = vv_type_compute_mro(t, VV_CAST(vv_type, type));
        if (mro == NULL)
            return VV_FAILED;
        vv_type_set_mro_take(t, VV_CAST(vv_type, type), mro, false);
        return vv_return_int(t, 1);
    }
    return vv_start1(t, update_mro, "mro", type);
}

/* ---- __bases__ ---- */

typedef struct collector {
    vv_thread *t;
    vv_obj *list;
} collector;

static int collect(vv_obj *o, void *arg) {
    collector *c = arg;
    return vv_list_append(c->t, c->list, o);
}

int vv_type_list_subclasses(vv_thread *t, vv_ref type, vv_ref list) {
    collector c = {t, VV_OBJ(list)};
    return vv_type_each_subclass(type, collect, &c) != 0 ? -1 : 0;
}

/* The classes below `type`, the last one first, so that taking from the end visits them in order. */
static int push_subclasses(vv_thread *t, vv_ref stack, vv_ref type) {
    VV_AUTO list = {t, vv_list_new(t, 0)};
    if (list.o == NULL || vv_type_list_subclasses(t, type, list.o) < 0)
        return -1;
    for (size_t i = VV_LIST(list.o)->length; i-- > 0;) {
        if (vv_list_append(t, stack, VV_LIST(list.o)->items[i]) < 0)
            return -1;
    }
    return 0;
}

static bool is_below(const vv_type *type, const vv_type *base) {
    while (type != NULL && type != base)
        type = type->base;
    return type != NULL;
}

static int check_bases(vv_thread *t, const vv_type *type, vv_ref value) {
    if (!VV_ISA(value, TUPLE))
        return vv_raise_int(t, VV_TypeError, "can only assign tuple to %N.__bases__, not %T", type, value);
    if (VV_TUPLE(value)->length == 0)
        return vv_raise_int(t, VV_TypeError, "can only assign non-empty tuple to %N.__bases__, not ()", type);
    for (size_t i = 0; i < VV_TUPLE(value)->length; i++) {
        vv_ref base = VV_TUPLE(value)->items[i];
        if (!VV_ISA(base, TYPE))
            return vv_raise_int(t, VV_TypeError, "%N.__bases__ must be tuple of classes, not '%T'", type, base);
        if (vv_type_is_subtype(VV_AS_TYPE(base), type) || is_below(VV_AS_TYPE(base), type))
            return vv_raise_int(t, VV_TypeError, "a __bases__ item causes an inheritance cycle");
    }
    return 0;
}

static void put_bases(vv_thread *t, vv_type *type, vv_ref bases, vv_type *base) {
    vv_obj *old = &type->base->head;
    vv_setref_take(t, &type->bases, vv_newref(bases));
    vv_incref(&base->head);
    type->base = base;
    vv_decref(t, old);
}

/* Something failed: what nobody has changed since becomes again what it was. slot[2] holds (class, new, old) triples. */
static void undo(vv_thread *t, vv_native *nf) {
    for (size_t i = VV_LIST(nf->slot[2])->length; i-- > 0;) {
        const vv_tuple *triple = VV_TUPLE(VV_LIST(nf->slot[2])->items[i]);
        vv_type *type = VV_AS_TYPE(triple->items[0]);
        if (type->mro == triple->items[1] && triple->items[2] != t->vm->none)
            vv_type_set_mro_take(t, type, vv_newref(triple->items[2]), (type->flags & VV_TF_OWN_MRO) != 0);
    }
    vv_type *type = VV_AS_TYPE(nf->argv[0]);
    if (type->bases == nf->argv[1])
        put_bases(t, type, nf->slot[0], VV_AS_TYPE(nf->slot[1]));
    vv_type_modified(t, type);
}

/* The new bases are in place and every MRO follows from them; bases old and new learn of it. */
static vv_step finish_bases(vv_thread *t, vv_native *nf) {
    vv_type *type = VV_AS_TYPE(nf->argv[0]);
    if (type->bases != nf->argv[1])
        return vv_return_null(t); /* mro() has put others there */
    vv_setref_take(t, &type->bases, vv_newref(nf->slot[0]));
    vv_type_remove_subclass(t, type);
    vv_setref_take(t, &type->bases, vv_newref(nf->argv[1]));
    if (vv_type_add_subclass(t, type) < 0)
        return VV_FAILED;
    vv_type_modified(t, type);
    vv_slots_update_below(t, type, NULL);
    return vv_return_null(t);
}

/* argv: type, new bases. slot: 0 old bases, 1 old base, 2 changed MROs, 3 classes still to do, 4 one of them, 5 its old
 * MRO. */
static vv_step set_bases(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    nf->slot[0] = vv_newref(VV_AS_TYPE(nf->argv[0])->bases);
    nf->slot[1] = vv_newref(&VV_AS_TYPE(nf->argv[0])->base->head);
    nf->slot[2] = vv_list_new(t, 0);
    nf->slot[3] = vv_list_from_array(t, nf->argv, 1);
    if (nf->slot[2] == NULL || nf->slot[3] == NULL)
        return VV_FAILED;
    vv_type *best = vv_type_best_base_peek(t, nf->argv[1]);
    if (best == NULL || vv_type_check_fits(t, VV_AS_TYPE(nf->argv[0])->base, best, "__bases__") < 0)
        return VV_FAILED;
    put_bases(t, VV_AS_TYPE(nf->argv[0]), nf->argv[1], best);
    while (VV_LIST(nf->slot[3])->length > 0) {
        size_t last = VV_LIST(nf->slot[3])->length - 1;
        vv_setref_take(t, &nf->slot[4], vv_newref(VV_LIST(nf->slot[3])->items[last]));
        vv_setref_take(t, &nf->slot[5], vv_xnewref(VV_AS_TYPE(nf->slot[4])->mro));
        bool failed = vv_list_replace(t, nf->slot[3], last, last + 1, NULL, 0) < 0;
        nf->raised = failed;
        if (!failed)
            VV_AWAIT_CATCH(nf, vv_do_update_mro(t, nf->slot[4]));
        if (!nf->raised && t->ival != 0) {
            VV_AUTO triple = {t, vv_tuple_pack(t, 3, (vv_ref)nf->slot[4], (vv_ref)VV_AS_TYPE(nf->slot[4])->mro,
                                               (vv_ref)(nf->slot[5] == NULL ? t->vm->none : nf->slot[5]))};
            nf->raised = triple.o == NULL || vv_list_append(t, nf->slot[2], triple.o) < 0 ||
                         push_subclasses(t, nf->slot[3], nf->slot[4]) < 0;
        }
        if (nf->raised) {
            undo(t, nf);
            return VV_FAILED;
        }
    }
    return finish_bases(t, nf);
    VV_END(nf);
}

vv_step vv_do_set_bases(vv_thread *t, vv_ref type, vv_ref value) {
    if (check_bases(t, VV_AS_TYPE(type), value) < 0)
        return VV_FAILED;
    return vv_start2(t, set_bases, "__bases__", type, value);
}
