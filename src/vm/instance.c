/* instance.c - isinstance and issubclass: with the hooks __instancecheck__ and __subclasscheck__, and what they do by
 * default, which also believes objects that only have `__class__` or `__bases__`. */
#include "object/alloc.h"
#include "object/error.h"
#include "types/dict.h"
#include "types/genericalias.h"
#include "types/list.h"
#include "types/tuple.h"
#include "vm/frame.h"

/* ---- without hooks ---- */

static const char NOT_A_TYPE[] = "isinstance() arg 2 must be a type, a tuple of types, or a union";
static const char NOT_A_CLASS[] = "issubclass() arg 2 must be a class, a tuple of classes, or a union";

/* argv: object, class-like, class-like. Is the second, by its `__bases__`, the third or derived from it? t->ival.
 * slot: 0 what is still to visit, the next one last; 1 one of it, then its bases. */
static vv_step search_bases(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    nf->slot[0] = vv_list_from_array(t, nf->argv, 1);
    if (nf->slot[0] == NULL)
        return VV_FAILED;
    while (VV_LIST(nf->slot[0])->length > 0) {
        size_t last = VV_LIST(nf->slot[0])->length - 1;
        vv_setref_take(t, &nf->slot[1], vv_newref(VV_LIST(nf->slot[0])->items[last]));
        if (nf->slot[1] == nf->argv[1])
            return vv_return_int(t, 1);
        if (vv_list_replace(t, nf->slot[0], last, last + 1, NULL, 0) < 0)
            return VV_FAILED;
        VV_AWAIT(nf, vv_do_lookup_attr(t, nf->slot[1], VV_N(t, __bases__)));
        if (t->ret == NULL)
            continue;
        vv_setref_take(t, &nf->slot[1], vv_take_ret(t));
        if (!VV_ISA(nf->slot[1], TUPLE))
            continue;
        for (size_t i = VV_TUPLE(nf->slot[1])->length; i-- > 0;) {
            if (vv_list_append(t, nf->slot[0], VV_TUPLE(nf->slot[1])->items[i]) < 0)
                return VV_FAILED;
        }
        VV_AWAIT(nf, vv_poll_ready(t));
    }
    return vv_return_int(t, 0);
    VV_END(nf);
}

/* argv: class-like, message. TypeError unless it has a tuple of `__bases__`. */
static vv_step check_class(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_lookup_attr(t, nf->argv[0], VV_N(t, __bases__)));
    nf->slot[0] = vv_take_ret(t);
    if (nf->slot[0] != NULL && VV_ISA(nf->slot[0], TUPLE))
        return vv_return_null(t);
    return vv_raise_step(t, VV_TypeError, "%s", nf->i[0] == 0   ? "issubclass() arg 1 must be a class"
                                                : nf->i[0] == 1 ? NOT_A_CLASS
                                                                : NOT_A_TYPE);
    VV_END(nf);
}

static vv_step start_check(vv_thread *t, vv_ref o, int which) {
    vv_native *nf = vv_push_native(t, check_class, "issubclass", (vv_obj *[]){VV_OBJ(o)}, 1);
    if (nf == NULL)
        return VV_FAILED;
    nf->i[0] = which;
    return VV_PUSHED;
}

/* argv: class-like, class-like */
static vv_step issubclass_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, start_check(t, nf->argv[0], 0));
    VV_AWAIT(nf, start_check(t, nf->argv[1], 1));
    VV_AWAIT(nf, vv_start2(t, search_bases, "issubclass", nf->argv[0], nf->argv[1]));
    return VV_READY;
    VV_END(nf);
}

vv_step vv_do_plain_issubclass(vv_thread *t, vv_ref c, vv_ref cls) {
    if (VV_ISA(c, TYPE) && VV_ISA(cls, TYPE))
        return vv_return_int(t, vv_type_is_subtype(VV_AS_TYPE(c), VV_AS_TYPE(cls)));
    return vv_start2(t, issubclass_native, "issubclass", c, cls);
}

/* argv: object, class-like. slot[0]: the object's `__class__`. */
static vv_step isinstance_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (!VV_ISA(nf->argv[1], TYPE))
        VV_AWAIT(nf, start_check(t, nf->argv[1], 2));
    VV_AWAIT(nf, vv_do_lookup_attr(t, nf->argv[0], VV_N(t, __class__)));
    nf->slot[0] = vv_take_ret(t);
    if (nf->slot[0] == NULL)
        return vv_return_int(t, 0);
    if (VV_ISA(nf->argv[1], TYPE))
        return vv_return_int(t, VV_ISA(nf->slot[0], TYPE) &&
                                    vv_type_is_subtype(VV_AS_TYPE(nf->slot[0]), VV_AS_TYPE(nf->argv[1])));
    VV_AWAIT(nf, vv_start2(t, search_bases, "isinstance", nf->slot[0], nf->argv[1]));
    return VV_READY;
    VV_END(nf);
}

vv_step vv_do_plain_isinstance(vv_thread *t, vv_ref o, vv_ref cls) {
    if (VV_ISA(cls, TYPE) && vv_is_instance(o, VV_AS_TYPE(cls)))
        return vv_return_int(t, 1);
    return vv_start2(t, isinstance_native, "isinstance", o, cls);
}

/* ---- with hooks ---- */

/* argv: object or class, class or tuple; i[0]: isinstance; i[1]: index in the tuple */
static vv_step instance_check_native(vv_thread *t, vv_native *nf) {
    bool instance = nf->i[0] != 0;
    VV_BEGIN(nf);
    if (VV_IS(t, nf->argv[1], UNION))
        vv_setref_take(t, &nf->argv[1], vv_newref(VV_UNION_OF(nf->argv[1])->args));
    if (VV_ISA(nf->argv[1], TUPLE)) {
        for (; (size_t)nf->i[1] < VV_TUPLE(nf->argv[1])->length; nf->i[1]++) {
            VV_AWAIT(nf, instance ? vv_do_isinstance(t, nf->argv[0], VV_TUPLE(nf->argv[1])->items[nf->i[1]])
                                  : vv_do_issubclass(t, nf->argv[0], VV_TUPLE(nf->argv[1])->items[nf->i[1]]));
            if (t->ival)
                return vv_return_int(t, 1);
        }
        return vv_return_int(t, 0);
    }
    VV_AWAIT(nf, vv_do_call_special(t, nf->argv[1], instance ? VV_N(t, __instancecheck__) : VV_N(t, __subclasscheck__),
                                    &nf->argv[0], 1));
    if (t->ret == NULL) {
        VV_AWAIT(nf, instance ? vv_do_plain_isinstance(t, nf->argv[0], nf->argv[1])
                              : vv_do_plain_issubclass(t, nf->argv[0], nf->argv[1]));
        return VV_READY;
    }
    nf->slot[0] = vv_take_ret(t);
    VV_AWAIT(nf, vv_do_truth(t, nf->slot[0]));
    return VV_READY;
    VV_END(nf);
}

static vv_step instance_check(vv_thread *t, vv_ref o, vv_ref cls, bool instance) {
    vv_native *nf = vv_push_native(t, instance_check_native, instance ? "isinstance" : "issubclass",
                                   (vv_obj *[]){VV_OBJ(o), VV_OBJ(cls)}, 2);
    if (nf == NULL)
        return VV_FAILED;
    nf->i[0] = instance;
    return VV_PUSHED;
}

/* Is it a class that asks nobody but type: of type itself, or of a metaclass that inherits this hook from there? */
static bool is_plain_class(vv_thread *t, vv_ref cls, int hook) {
    if (VV_IS(t, cls, TYPE))
        return true;
    return VV_ISA(cls, TYPE) && vv_type_lookup_peek(t, cls->type, t->vm->names[hook]) ==
                                    vv_type_lookup_peek(t, VV_TYPEP(t, TYPE), t->vm->names[hook]);
}

int vv_isinstance_now(vv_thread *t, vv_ref o, vv_ref cls) {
    if ((vv_ref)o->type == cls)
        return 1;
    if (is_plain_class(t, cls, VV_N___instancecheck__)) {
        if (vv_type_is_subtype(o->type, VV_AS_TYPE(cls)))
            return 1;
        /* without a __class__ of its own the object says nothing else */
        bool plain = o->type->s.getattr == vv_generic_getattr &&
                     vv_type_lookup_peek(t, o->type, VV_N(t, __class__)) ==
                         vv_type_lookup_peek(t, VV_TYPEP(t, OBJECT), VV_N(t, __class__));
        return plain ? 0 : VV_LATER;
    }
    if (!VV_IS(t, cls, TUPLE))
        return VV_LATER;
    const vv_tuple *choices = VV_TUPLE(cls);
    for (size_t k = 0; k < choices->length; k++) {
        int r = VV_IS(t, choices->items[k], TUPLE) ? VV_LATER : vv_isinstance_now(t, o, choices->items[k]);
        if (r != 0)
            return r;
    }
    return 0;
}

vv_step vv_do_isinstance(vv_thread *t, vv_ref o, vv_ref cls) {
    int r = vv_isinstance_now(t, o, cls);
    return r == VV_LATER ? instance_check(t, o, cls, true) : vv_return_int(t, r);
}

vv_step vv_do_issubclass(vv_thread *t, vv_ref c, vv_ref cls) {
    if (is_plain_class(t, cls, VV_N___subclasscheck__)) {
        if (c == cls)
            return vv_return_int(t, 1);
        if (VV_ISA(c, TYPE))
            return vv_return_int(t, vv_type_is_subtype(VV_AS_TYPE(c), VV_AS_TYPE(cls)));
    }
    return instance_check(t, c, cls, false);
}
