/* namespace.c - types.SimpleNamespace: an object that is its dict. */
#include "object/alloc.h"
#include "object/bind.h"
#include "object/error.h"
#include "types/dict.h"
#include "types/repr_guard.h"
#include "types/str.h"
#include "types/tuple.h"

typedef struct vv_namespace {
    vv_obj head;
    vv_obj *dict; /* owned */
} vv_namespace;
#define NAMESPACE(o) ((vv_namespace *)(o))

static vv_step namespace_create(vv_thread *t, vv_ref cls, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    (void)args;
    (void)nargs;
    (void)kwnames;
    VV_AUTO o = {t, vv_new_object(t, VV_AS_TYPE(cls), VV_AS_TYPE(cls)->basicsize)};
    if (o.o == NULL || (NAMESPACE(o.o)->dict = vv_dict_new(t)) == NULL)
        return VV_FAILED;
    vv_track(t, o.o);
    return vv_return(t, vv_move(&o.o));
}

static vv_step namespace_init(vv_thread *t, vv_ref self, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    if (nargs > 0)
        return vv_raise_step(t, VV_TypeError, "no positional arguments expected");
    for (size_t i = 0; kwnames != NULL && i < VV_TUPLE(kwnames)->length; i++) {
        if (vv_dict_set_str(t, NAMESPACE(self)->dict, VV_TUPLE(kwnames)->items[i], args[i]) < 0)
            return VV_FAILED;
    }
    return vv_return_null(t);
}

/* slot[0]: copy of the dict; slot[1]: text so far; i[0]: position; i[1]: items shown. */
static vv_step repr_body(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    nf->slot[0] = vv_dict_copy(t, NAMESPACE(nf->argv[0])->dict);
    nf->slot[1] = VV_IS(t, nf->argv[0], NAMESPACE) ? vv_str_from_cstr(t, "namespace(")
                                                   : vv_format(t, "%U(", nf->argv[0]->type->name);
    if (nf->slot[0] == NULL || nf->slot[1] == NULL)
        return VV_FAILED;
    for (;;) {
        vv_ref key, value;
        vv_hash hash;
        size_t pos = (size_t)nf->i[0];
        bool more = vv_dict_next(nf->slot[0], &pos, &key, &value, &hash);
        nf->i[0] = (int64_t)pos;
        if (!more)
            break;
        if (!VV_ISA(key, STR) || vv_str_length(key) == 0)
            continue;
        vv_setref_take(t, &nf->slot[2], vv_newref(key));
        VV_AWAIT(nf, vv_do_repr(t, value));
        vv_setref_take(t, &nf->slot[3], vv_take_ret(t));
        vv_obj *longer = vv_format(t, "%U%s%U=%U", nf->slot[1], nf->i[1]++ > 0 ? ", " : "", nf->slot[2], nf->slot[3]);
        if (longer == NULL)
            return VV_FAILED;
        vv_setref_take(t, &nf->slot[1], longer);
    }
    return vv_return(t, vv_format(t, "%U)", nf->slot[1]));
    VV_END(nf);
}

static vv_step repr_guarded(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT_CATCH(nf, vv_start1(t, repr_body, "__repr__", nf->argv[0]));
    vv_repr_leave(t, nf->argv[0]);
    return nf->raised ? VV_FAILED : VV_READY;
    VV_END(nf);
}

static vv_step namespace_repr(vv_thread *t, vv_ref self) {
    int r = vv_repr_enter(t, self);
    if (r < 0)
        return VV_FAILED;
    if (r > 0) {
        if (VV_IS(t, self, NAMESPACE))
            return vv_return(t, vv_str_from_cstr(t, "namespace(...)"));
        return vv_return(t, vv_format(t, "%U(...)", self->type->name));
    }
    vv_step s = vv_start1(t, repr_guarded, "__repr__", self);
    if (s == VV_FAILED)
        vv_repr_leave(t, self);
    return s;
}

static vv_step namespace_compare(vv_thread *t, vv_ref a, vv_ref b, int op) {
    const vv_type *type = VV_TYPEP(t, NAMESPACE);
    if (!vv_is_instance(a, type) || !vv_is_instance(b, type))
        return vv_return_not_implemented(t);
    return vv_do_compare(t, NAMESPACE(a)->dict, NAMESPACE(b)->dict, (enum vv_cmp)op);
}

static vv_owned namespace_reduce(vv_thread *t, vv_obj *const *argv) {
    return vv_tuple_pack(t, 3, &argv[0]->type->head, t->vm->empty_tuple, NAMESPACE(argv[0])->dict);
}

static void namespace_clear(vv_thread *t, vv_obj *self) {
    vv_clearref(t, &NAMESPACE(self)->dict);
}
static void namespace_dealloc(vv_thread *t, vv_obj *self) {
    namespace_clear(t, self);
    vv_free_object(t, self);
}
static int namespace_traverse(vv_ref self, vv_visit visit, void *arg) {
    VV_VISIT(NAMESPACE(self)->dict);
    return 0;
}

static const vv_methoddef namespace_methods[] = {
    {"__reduce__",
     VV_KIND_LEAF,
     VV_BIND_INSTANCE,
     {.leaf = namespace_reduce},
     "__reduce__($self, /)",
     "Return state information for pickling"},
    {NULL, VV_KIND_LEAF, VV_BIND_INSTANCE, {.leaf = NULL}, NULL, NULL},
};
static const vv_memberdef namespace_members[] = {
    {"__dict__", VV_MEMBER_OBJECT, offsetof(vv_namespace, dict), true, NULL}, {NULL, VV_MEMBER_OBJECT, 0, false, NULL}};
static const vv_slots namespace_slots = {
    .repr = namespace_repr, .compare = namespace_compare, .new_ = namespace_create, .init = namespace_init};
const vv_typespec vv_namespace_spec = {
    .name = "SimpleNamespace",
    .module = "types",
    .base = VV_T_OBJECT,
    .flags = VV_TF_GC | VV_TF_BASETYPE,
    .basicsize = sizeof(vv_namespace),
    .size64 = 40,
    .dictoffset = offsetof(vv_namespace, dict),
    .doc = "A simple attribute-based namespace.\n\nSimpleNamespace(**kwargs)",
    .slots = &namespace_slots,
    .methods = namespace_methods,
    .members = namespace_members,
    .dealloc = namespace_dealloc,
    .traverse = namespace_traverse,
    .clear = namespace_clear,
};
