/* classmethod.c - classmethod and staticmethod. */
#include "object/alloc.h"
#include "object/bind.h"
#include "object/error.h"
#include "types/dict.h"
#include "types/function.h"
#include "types/str.h"

#define CLASSMETHOD(o) ((vv_classmethod *)(o))

static vv_owned make(vv_thread *t, vv_type *type, vv_ref callable) {
    vv_obj *o = vv_new_object(t, type, type->basicsize);
    if (o == NULL)
        return NULL;
    CLASSMETHOD(o)->callable = vv_xnewref(callable);
    vv_track(t, o);
    return o;
}
vv_owned vv_classmethod_new(vv_thread *t, vv_ref callable) {
    return make(t, VV_TYPEP(t, CLASSMETHOD), callable);
}
vv_owned vv_staticmethod_new(vv_thread *t, vv_ref callable) {
    return make(t, VV_TYPEP(t, STATICMETHOD), callable);
}

static vv_step method_create(vv_thread *t, vv_ref cls, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    (void)args;
    (void)nargs;
    (void)kwnames;
    return vv_return(t, make(t, VV_AS_TYPE(cls), NULL));
}

/* Copies __module__, __name__, __qualname__, __doc__, __annotations__ of the callable, where it has them. */
static vv_step init_resume(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    for (nf->i[0] = 0; nf->i[0] < 5; nf->i[0]++) {
        static const uint16_t names[5] = {VV_N___module__, VV_N___name__, VV_N___qualname__, VV_N___doc__,
                                          VV_N___annotations__};
        vv_setref_take(t, &nf->slot[1], vv_newref(t->vm->names[names[nf->i[0]]]));
        VV_AWAIT(nf, vv_do_lookup_attr(t, nf->argv[1], nf->slot[1]));
        if (t->ret == NULL)
            continue;
        vv_setref_take(t, &nf->slot[0], vv_take_ret(t));
        vv_obj **dict = &CLASSMETHOD(nf->argv[0])->dict;
        if (*dict == NULL && (*dict = vv_dict_new(t)) == NULL)
            return VV_FAILED;
        if (vv_dict_set_str(t, *dict, nf->slot[1], nf->slot[0]) < 0)
            return VV_FAILED;
    }
    return vv_return_null(t);
    VV_END(nf);
}

static vv_step method_init(vv_thread *t, vv_ref self, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    const char *name = vv_is_instance(self, VV_TYPEP(t, CLASSMETHOD)) ? "classmethod" : "staticmethod";
    if (vv_no_kwargs(t, name, kwnames) < 0 || vv_check_nargs(t, name, nargs, 1, 1) < 0)
        return VV_FAILED;
    vv_setref_take(t, &CLASSMETHOD(self)->callable, vv_newref(args[0]));
    return vv_start2(t, init_resume, name, self, args[0]);
}

static vv_step classmethod_get(vv_thread *t, vv_ref self, vv_ref object, vv_ref owner) {
    vv_ref callable = CLASSMETHOD(self)->callable;
    if (callable == NULL)
        return vv_raise_step(t, VV_RuntimeError, "uninitialized classmethod object");
    if (owner == NULL)
        owner = &object->type->head;
    if (callable->type->s.descr_get != NULL && !VV_IS(t, callable, FUNCTION))
        return callable->type->s.descr_get(t, callable, owner, owner);
    return vv_return(t, vv_method_new(t, callable, owner));
}

static vv_step staticmethod_get(vv_thread *t, vv_ref self, vv_ref object, vv_ref owner) {
    (void)object;
    (void)owner;
    vv_ref callable = CLASSMETHOD(self)->callable;
    if (callable == NULL)
        return vv_raise_step(t, VV_RuntimeError, "uninitialized staticmethod object");
    return vv_return(t, vv_newref(callable));
}

static vv_step staticmethod_call(vv_thread *t, vv_ref self, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    if (CLASSMETHOD(self)->callable == NULL)
        return vv_raise_step(t, VV_RuntimeError, "uninitialized staticmethod object");
    return vv_do_call_kw(t, CLASSMETHOD(self)->callable, args, nargs, kwnames);
}

static vv_step repr_resume(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (CLASSMETHOD(nf->argv[0])->callable != NULL) {
        VV_AWAIT(nf, vv_do_repr(t, CLASSMETHOD(nf->argv[0])->callable));
        nf->slot[0] = vv_take_ret(t);
    } else {
        nf->slot[0] = vv_str_from_cstr(t, "<NULL>");
        if (nf->slot[0] == NULL)
            return VV_FAILED;
    }
    const char *name = vv_is_instance(nf->argv[0], VV_TYPEP(t, CLASSMETHOD)) ? "classmethod" : "staticmethod";
    return vv_return(t, vv_format(t, "<%s(%U)>", name, nf->slot[0]));
    VV_END(nf);
}
static vv_step method_repr(vv_thread *t, vv_ref self) {
    return vv_start1(t, repr_resume, "__repr__", self);
}

static vv_step abstract_resume(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_lookup_attr(t, CLASSMETHOD(nf->argv[0])->callable, VV_N(t, __isabstractmethod__)));
    nf->slot[0] = vv_take_ret(t);
    if (nf->slot[0] == NULL)
        return vv_return(t, vv_bool(t, false));
    VV_AWAIT(nf, vv_do_truth(t, nf->slot[0]));
    return vv_return(t, vv_bool(t, t->ival != 0));
    VV_END(nf);
}
static vv_owned get_abstract(vv_thread *t, vv_ref self) {
    if (CLASSMETHOD(self)->callable == NULL)
        return vv_bool(t, false);
    return vv_getter_step(t, vv_start1(t, abstract_resume, "__isabstractmethod__", self));
}

static void method_clear(vv_thread *t, vv_obj *self) {
    vv_clearref(t, &CLASSMETHOD(self)->callable);
    vv_clearref(t, &CLASSMETHOD(self)->dict);
}
static void method_dealloc(vv_thread *t, vv_obj *self) {
    method_clear(t, self);
    vv_free_object(t, self);
}
static int method_traverse(vv_ref self, vv_visit visit, void *arg) {
    VV_VISIT(CLASSMETHOD(self)->callable);
    VV_VISIT(CLASSMETHOD(self)->dict);
    return 0;
}

static const vv_memberdef method_members[] = {
    {"__func__", VV_MEMBER_OBJECT, offsetof(vv_classmethod, callable), true, NULL},
    {"__wrapped__", VV_MEMBER_OBJECT, offsetof(vv_classmethod, callable), true, NULL},
    {NULL, VV_MEMBER_OBJECT, 0, false, NULL},
};
static const vv_getsetdef method_getset[] = {{"__isabstractmethod__", get_abstract, NULL, NULL},
                                             {"__dict__", vv_instance_get_dict, vv_generic_set_dict, NULL},
                                             {NULL, NULL, NULL, NULL}};
static const vv_slots classmethod_slots = {.descr_get = classmethod_get,
                                           .new_ = method_create,
                                           .init = method_init,
                                           .repr = method_repr};
static const vv_slots staticmethod_slots = {.descr_get = staticmethod_get,
                                            .call = staticmethod_call,
                                            .new_ = method_create,
                                            .init = method_init,
                                            .repr = method_repr};
const vv_typespec vv_classmethod_spec = {
    .name = "classmethod",
    .base = VV_T_OBJECT,
    .flags = VV_TF_GC | VV_TF_BASETYPE,
    .basicsize = sizeof(vv_classmethod),
    .size64 = 48,
    .dictoffset = offsetof(vv_classmethod, dict),
    .doc = "classmethod(function) -> method\n\nConvert a function to be a class method: it is given the class, whether it is called\n"
           "on the class or on an instance.",
    .slots = &classmethod_slots,
    .getset = method_getset,
    .members = method_members,
    .dealloc = method_dealloc,
    .traverse = method_traverse,
    .clear = method_clear,
};
const vv_typespec vv_staticmethod_spec = {
    .name = "staticmethod",
    .base = VV_T_OBJECT,
    .flags = VV_TF_GC | VV_TF_BASETYPE,
    .basicsize = sizeof(vv_classmethod),
    .size64 = 48,
    .dictoffset = offsetof(vv_classmethod, dict),
    .doc = "staticmethod(function) -> method\n\nConvert a function to be a static method: it is given neither the class nor the instance.",
    .slots = &staticmethod_slots,
    .getset = method_getset,
    .members = method_members,
    .dealloc = method_dealloc,
    .traverse = method_traverse,
    .clear = method_clear,
};
