/* singletons.c - None, NotImplemented and Ellipsis. */
#include "object/alloc.h"
#include "object/bind.h"
#include "object/error.h"
#include "types/init.h"
#include "types/str.h"

int vv_singletons_init(vv_thread *t) {
    vv_vm *vm = t->vm;
    struct {
        vv_obj **field;
        int type;
    } all[] = {{&vm->none, VV_T_NONE}, {&vm->not_implemented, VV_T_NOTIMPLEMENTED}, {&vm->ellipsis, VV_T_ELLIPSIS}};
    for (size_t i = 0; i < VV_ARRAY_LEN(all); i++) {
        *all[i].field = vv_new_object(t, vm->types[all[i].type], sizeof(vv_obj));
        if (*all[i].field == NULL)
            return -1;
        vv_make_immortal(*all[i].field);
    }
    return 0;
}

static void singleton_dealloc(vv_thread *t, vv_obj *self) {
    (void)t;
    (void)self;
    VV_CHECK(!"a singleton has died");
}

static vv_step none_repr(vv_thread *t, vv_ref self) {
    (void)self;
    return vv_return(t, vv_str_from_cstr(t, "None"));
}
static vv_step none_bool(vv_thread *t, vv_ref self) {
    (void)self;
    return vv_return_int(t, 0);
}
static vv_step none_hash(vv_thread *t, vv_ref self) {
    (void)self;
    return vv_return_int(t, 0xFCA86420);
}
static vv_step notimplemented_repr(vv_thread *t, vv_ref self) {
    (void)self;
    return vv_return(t, vv_str_from_cstr(t, "NotImplemented"));
}
static vv_step notimplemented_truth(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    nf->slot[0] = vv_str_from_cstr(t, "NotImplemented should not be used in a boolean context");
    if (nf->slot[0] == NULL)
        return VV_FAILED;
    VV_AWAIT(nf, vv_do_warn(t, VV_DeprecationWarning, nf->slot[0]));
    vv_drop_ret(t);
    return vv_return_int(t, 1);
    VV_END(nf);
}
static vv_step notimplemented_bool(vv_thread *t, vv_ref self) {
    return vv_start1(t, notimplemented_truth, "bool", self);
}
static vv_step ellipsis_repr(vv_thread *t, vv_ref self) {
    (void)self;
    return vv_return(t, vv_str_from_cstr(t, "Ellipsis"));
}

/* type(None)() gives None again; arguments are refused. */
static vv_step singleton_create(vv_thread *t, vv_ref cls, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    (void)args;
    const vv_type *type = VV_AS_TYPE(cls);
    if (nargs > 0 || vv_no_kwargs(t, "", kwnames) < 0) {
        vv_clear_error(t);
        return vv_raise_step(t, VV_TypeError, "%s takes no arguments",
                             type == VV_TYPEP(t, ELLIPSIS) ? "EllipsisType" : type->tp_name);
    }
    vv_vm *vm = t->vm;
    return vv_return(t, type == VV_TYPEP(t, NONE)       ? vm->none
                        : type == VV_TYPEP(t, ELLIPSIS) ? vm->ellipsis
                                                        : vm->not_implemented);
}

static vv_owned notimplemented_reduce(vv_thread *t, vv_obj *const *argv) {
    return vv_str_from_cstr(t, VV_IS(t, argv[0], ELLIPSIS) ? "Ellipsis" : "NotImplemented");
}

static const vv_methoddef singleton_methods[] = {
    {"__reduce__", VV_KIND_LEAF, VV_BIND_INSTANCE, {.leaf = notimplemented_reduce}, "__reduce__($self, /)", NULL},
    {NULL, VV_KIND_LEAF, VV_BIND_INSTANCE, {.leaf = NULL}, NULL, NULL},
};
static const vv_slots none_slots = {
    .repr = none_repr, .bool_ = none_bool, .hash = none_hash, .new_ = singleton_create, .compare = vv_identity_compare};
static const vv_slots notimplemented_slots = {
    .repr = notimplemented_repr, .bool_ = notimplemented_bool, .new_ = singleton_create};
static const vv_slots ellipsis_slots = {.repr = ellipsis_repr, .new_ = singleton_create};

const vv_typespec vv_none_spec = {
    .name = "NoneType",
    .base = VV_T_OBJECT,
    .flags = VV_TF_PLAIN_HASH_EQ,
    .basicsize = sizeof(vv_obj),
    .size64 = 16,
    .slots = &none_slots,
    .dealloc = singleton_dealloc,
};
const vv_typespec vv_notimplemented_spec = {
    .name = "NotImplementedType",
    .base = VV_T_OBJECT,
    .flags = VV_TF_PLAIN_HASH_EQ,
    .basicsize = sizeof(vv_obj),
    .size64 = 16,
    .slots = &notimplemented_slots,
    .methods = singleton_methods,
    .dealloc = singleton_dealloc,
};
const vv_typespec vv_ellipsis_spec = {
    .name = "ellipsis",
    .base = VV_T_OBJECT,
    .flags = VV_TF_PLAIN_HASH_EQ,
    .basicsize = sizeof(vv_obj),
    .size64 = 16,
    .slots = &ellipsis_slots,
    .methods = singleton_methods,
    .dealloc = singleton_dealloc,
};
