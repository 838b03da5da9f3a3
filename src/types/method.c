/* method.c - a function bound to the instance it was looked up on. */
#include "object/alloc.h"
#include "object/bind.h"
#include "object/error.h"
#include "types/function.h"
#include "types/reduce.h"
#include "types/str.h"

vv_owned vv_method_new(vv_thread *t, vv_ref function, vv_ref self) {
    vv_method *m = (vv_method *)vv_new_object_raw(t, VV_TYPEP(t, METHOD), sizeof(vv_method));
    if (m == NULL)
        return NULL;
    m->function = vv_newref(function);
    m->self = vv_newref(self);
    m->weaklist = NULL;
    vv_track(t, &m->head);
    return &m->head;
}

static vv_step method_create(vv_thread *t, vv_ref cls, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    (void)cls;
    if (vv_no_kwargs(t, "method", kwnames) < 0 || vv_check_nargs(t, "method", nargs, 2, 2) < 0)
        return VV_FAILED;
    if (args[0]->type->s.call == NULL)
        return vv_raise_step(t, VV_TypeError, "first argument must be callable");
    if (args[1] == t->vm->none)
        return vv_raise_step(t, VV_TypeError, "instance must not be None");
    return vv_return(t, vv_method_new(t, args[0], args[1]));
}

static vv_step method_repr_resume(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_lookup_attr(t, VV_METHOD_OF(nf->argv[0])->function, VV_N(t, __qualname__)));
    nf->slot[0] = vv_take_ret(t);
    if (nf->slot[0] == NULL) {
        VV_AWAIT(nf, vv_do_lookup_attr(t, VV_METHOD_OF(nf->argv[0])->function, VV_N(t, __name__)));
        nf->slot[0] = vv_take_ret(t);
    }
    if (nf->slot[0] == NULL || !VV_ISA(nf->slot[0], STR)) {
        vv_setref_take(t, &nf->slot[0], vv_str_from_cstr(t, "?"));
        if (nf->slot[0] == NULL)
            return VV_FAILED;
    }
    VV_AWAIT(nf, vv_do_repr(t, VV_METHOD_OF(nf->argv[0])->self));
    nf->slot[1] = vv_take_ret(t);
    return vv_return(t, vv_format(t, "<bound method %U of %U>", nf->slot[0], nf->slot[1]));
    VV_END(nf);
}

static vv_step method_repr(vv_thread *t, vv_ref self) {
    return vv_start1(t, method_repr_resume, "__repr__", self);
}

static vv_step method_compare(vv_thread *t, vv_ref a, vv_ref b, int op) {
    if ((op != VV_EQ && op != VV_NE) || !VV_IS(t, a, METHOD) || !VV_IS(t, b, METHOD))
        return vv_return_not_implemented(t);
    if (VV_METHOD_OF(a)->self != VV_METHOD_OF(b)->self)
        return vv_return(t, vv_bool(t, op == VV_NE));
    return vv_do_compare(t, VV_METHOD_OF(a)->function, VV_METHOD_OF(b)->function, (enum vv_cmp)op);
}

static vv_step method_hash_resume(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_hash(t, VV_METHOD_OF(nf->argv[0])->function));
    int64_t h = t->ival ^ vv_pointer_hash(VV_METHOD_OF(nf->argv[0])->self);
    return vv_return_int(t, h == -1 ? -2 : h);
    VV_END(nf);
}

static vv_step method_hash(vv_thread *t, vv_ref self) {
    return vv_start1(t, method_hash_resume, "__hash__", self);
}

/* What a method does not have itself its function has. */
static vv_step method_getattr(vv_thread *t, vv_ref self, vv_ref name) {
    vv_obj *found = VV_OBJ(vv_type_lookup_peek(t, self->type, name));
    if (found == NULL) {
        vv_ref function = VV_METHOD_OF(self)->function;
        while (VV_IS(t, function, METHOD)) /* which has as little */
            function = VV_METHOD_OF(function)->function;
        return vv_do_getattr(t, function, name);
    }
    if (found->type->s.descr_get != NULL)
        return found->type->s.descr_get(t, found, self, &self->type->head);
    return vv_return(t, vv_newref(found));
}

static vv_owned get_doc_of(vv_thread *t, vv_ref self) {
    return vv_getter_step(t, vv_do_getattr(t, VV_METHOD_OF(self)->function, VV_N(t, __doc__)));
}

static void method_dealloc(vv_thread *t, vv_obj *self) {
    vv_clearref(t, &VV_METHOD_OF(self)->function);
    vv_clearref(t, &VV_METHOD_OF(self)->self);
    vv_free_object(t, self);
}
static int method_traverse(vv_ref self, vv_visit visit, void *arg) {
    VV_VISIT(VV_METHOD_OF(self)->function);
    VV_VISIT(VV_METHOD_OF(self)->self);
    return 0;
}

/* (getattr, (instance, name)) */
static vv_step method_reduce(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_getattr(t, VV_METHOD_OF(nf->argv[0])->function, VV_N(t, __name__)));
    nf->slot[0] = vv_take_ret(t);
    return vv_return(t, vv_reduce_attribute(t, VV_METHOD_OF(nf->argv[0])->self, nf->slot[0]));
    VV_END(nf);
}
static const vv_methoddef method_methods[] = {
    {"__reduce__", VV_KIND_RESUMABLE, VV_BIND_INSTANCE, {.resumable = method_reduce}, "__reduce__($self, /)", NULL},
    {NULL, VV_KIND_LEAF, VV_BIND_INSTANCE, {.leaf = NULL}, NULL, NULL},
};
static const vv_getsetdef method_getset[] = {{"__doc__", get_doc_of, NULL, NULL}, {NULL, NULL, NULL, NULL}};
static const vv_memberdef method_members[] = {
    {"__func__", VV_MEMBER_OBJECT, offsetof(vv_method, function), true,
     "the function (or other callable) implementing a method"},
    {"__self__", VV_MEMBER_OBJECT, offsetof(vv_method, self), true, "the instance to which a method is bound"},
    {NULL, VV_MEMBER_OBJECT, 0, false, NULL},
};
static const vv_slots method_slots = {.repr = method_repr,
                                      .hash = method_hash,
                                      .compare = method_compare,
                                      .getattr = method_getattr,
                                      .call = vv_call_method,
                                      .new_ = method_create};
const vv_typespec vv_method_spec = {
    .name = "method",
    .signature = "(function, instance, /)",
    .base = VV_T_OBJECT,
    .flags = VV_TF_GC,
    .basicsize = sizeof(vv_method),
    .size64 = 64,
    .weakoffset = offsetof(vv_method, weaklist),
    .slots = &method_slots,
    .methods = method_methods,
    .getset = method_getset,
    .members = method_members,
    .dealloc = method_dealloc,
    .traverse = method_traverse,
};
