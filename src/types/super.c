/* super.c - looking an attribute up behind a class in the MRO of an instance or class. */
#include "object/alloc.h"
#include "object/bind.h"
#include "object/error.h"
#include "types/dict.h"
#include "types/function.h"
#include "types/str.h"
#include "types/tuple.h"

#define SUPER(o) ((vv_super *)(o))

/* The type whose MRO is searched: borrowed; NULL without an exception when `self` is no instance. */
static vv_type *find_type(vv_type *type, vv_ref self) {
    if (VV_ISA(self, TYPE) && vv_type_is_subtype(VV_AS_TYPE(self), type))
        return VV_AS_TYPE(self);
    return vv_is_instance(self, type) ? self->type : NULL;
}

static void set_parts(vv_thread *t, vv_ref super, vv_ref type, vv_ref self, vv_type *self_type) {
    vv_super *s = SUPER(super);
    vv_setref_take(t, (vv_obj **)&s->type, vv_newref(type));
    vv_setref_take(t, &s->self, vv_xnewref(self));
    vv_setref_take(t, (vv_obj **)&s->self_type, self_type == NULL ? NULL : vv_newref(&self_type->head));
}

/* argv: super, type, object, whose `__class__` may name another type than its own. */
static vv_step fill_by_class(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_lookup_attr(t, nf->argv[2], VV_N(t, __class__)));
    nf->slot[0] = vv_take_ret(t);
    if (nf->slot[0] == NULL || !VV_ISA(nf->slot[0], TYPE) ||
        !vv_type_is_subtype(VV_AS_TYPE(nf->slot[0]), VV_AS_TYPE(nf->argv[1])))
        return vv_raise_step(t, VV_TypeError, "super(type, obj): obj must be an instance or subtype of type");
    set_parts(t, nf->argv[0], nf->argv[1], nf->argv[2], VV_AS_TYPE(nf->slot[0]));
    return vv_return_null(t);
    VV_END(nf);
}

static vv_step fill(vv_thread *t, vv_ref super, vv_ref type, vv_ref self) {
    if (!VV_ISA(type, TYPE))
        return vv_raise_step(t, VV_TypeError, "super() argument 1 must be a type, not %T", type);
    if (self == VV_NONE(t))
        self = NULL;
    vv_type *self_type = self == NULL ? NULL : find_type(VV_AS_TYPE(type), self);
    if (self != NULL && self_type == NULL)
        return vv_start3(t, fill_by_class, "super", super, type, self);
    set_parts(t, super, type, self, self_type);
    return vv_return_null(t);
}

vv_owned vv_super_new(vv_thread *t, vv_ref type, vv_ref self) {
    vv_type *self_type = VV_ISA(type, TYPE) ? find_type(VV_AS_TYPE(type), self) : NULL;
    vv_obj *o = self_type == NULL ? NULL : vv_new_object(t, VV_TYPEP(t, SUPER), sizeof(vv_super));
    if (o == NULL)
        return NULL;
    set_parts(t, o, type, self, self_type);
    vv_track(t, o);
    return o;
}

static vv_step super_create(vv_thread *t, vv_ref cls, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    (void)args;
    (void)nargs;
    (void)kwnames;
    vv_obj *o = vv_new_object(t, VV_AS_TYPE(cls), VV_AS_TYPE(cls)->basicsize);
    if (o != NULL)
        vv_track(t, o);
    return vv_return(t, o);
}

static vv_step super_init(vv_thread *t, vv_ref self, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    if (vv_no_kwargs(t, "super", kwnames) < 0 || vv_check_nargs(t, "super()", nargs, 0, 2) < 0)
        return VV_FAILED;
    if (nargs > 0)
        return fill(t, self, args[0], nargs > 1 ? args[1] : NULL);
    vv_obj *type, *first;
    if (vv_caller_super_args(t, &type, &first) < 0)
        return VV_FAILED;
    VV_AUTO held_type = {t, type};
    VV_AUTO held_first = {t, first};
    (void)held_type;
    (void)held_first;
    return fill(t, self, type, first);
}

static vv_step super_getattr(vv_thread *t, vv_ref self, vv_ref name) {
    const vv_super *s = SUPER(self);
    if (s->self_type == NULL || name == VV_N(t, __class__) || s->self_type->mro == NULL) /* while mro() runs */
        return vv_generic_getattr(t, self, name);
    if (s->self_type->mro == NULL) /* a class that dies */
        return vv_generic_getattr(t, self, name);
    const vv_tuple *mro = VV_TUPLE(s->self_type->mro);
    size_t i = 0;
    while (i < mro->length && mro->items[i] != &s->type->head)
        i++;
    for (i++; i < mro->length; i++) {
        vv_obj *found = VV_OBJ(vv_dict_get_str_peek(VV_AS_TYPE(mro->items[i])->dict, name));
        if (found == NULL)
            continue;
        vv_slotfn_descr_get *get = found->type->s.descr_get;
        if (get == NULL)
            return vv_return(t, vv_newref(found));
        vv_ref object = s->self == &s->self_type->head ? NULL : s->self;
        vv_incref(found);
        vv_step r = get(t, found, object, &s->self_type->head);
        vv_decref(t, found);
        return r;
    }
    return vv_generic_getattr(t, self, name);
}

static vv_step super_repr(vv_thread *t, vv_ref self) {
    const vv_super *s = SUPER(self);
    if (s->type == NULL)
        return vv_return(t, vv_format(t, "<super: <class 'NULL'>, NULL>"));
    if (s->self_type != NULL)
        return vv_return(t, vv_format(t, "<super: <class '%N'>, <%N object>>", s->type, s->self_type));
    return vv_return(t, vv_format(t, "<super: <class '%N'>, NULL>", s->type));
}

static vv_step super_get(vv_thread *t, vv_ref self, vv_ref object, vv_ref owner) {
    (void)owner;
    const vv_super *s = SUPER(self);
    if (object == NULL || object == VV_NONE(t) || s->self != NULL)
        return vv_return(t, vv_newref(self));
    return vv_do_call2(t, &self->type->head, &s->type->head, object);
}

static void super_clear(vv_thread *t, vv_obj *self) {
    vv_clearref(t, (vv_obj **)&SUPER(self)->type);
    vv_clearref(t, &SUPER(self)->self);
    vv_clearref(t, (vv_obj **)&SUPER(self)->self_type);
}
static void super_dealloc(vv_thread *t, vv_obj *self) {
    super_clear(t, self);
    vv_free_object(t, self);
}
static int super_traverse(vv_ref self, vv_visit visit, void *arg) {
    VV_VISIT(SUPER(self)->self);
    VV_VISIT(SUPER(self)->type);
    VV_VISIT(SUPER(self)->self_type);
    return 0;
}

static const vv_memberdef super_members[] = {
    {"__thisclass__", VV_MEMBER_OBJECT, offsetof(vv_super, type), true, "the class invoking super()"},
    {"__self__", VV_MEMBER_OBJECT, offsetof(vv_super, self), true, "the instance invoking super(); may be None"},
    {"__self_class__", VV_MEMBER_OBJECT, offsetof(vv_super, self_type), true,
     "the type of the instance invoking super(); may be None"},
    {NULL, VV_MEMBER_OBJECT, 0, false, NULL},
};
static const vv_slots super_slots = {
    .repr = super_repr, .getattr = super_getattr, .descr_get = super_get, .new_ = super_create, .init = super_init};
const vv_typespec vv_super_spec = {
    .name = "super",
    .base = VV_T_OBJECT,
    .flags = VV_TF_GC | VV_TF_BASETYPE,
    .basicsize = sizeof(vv_super),
    .size64 = 56,
    .doc = "super() -> same as super(__class__, <first argument>)\nsuper(type) -> unbound super object\n"
           "super(type, obj) -> bound super object; requires isinstance(obj, type)\n"
           "super(type, type2) -> bound super object; requires issubclass(type2, type)\n\n"
           "Attributes are looked up behind the class in the MRO: super().method() calls what a\nclass has overridden.",
    .slots = &super_slots,
    .members = super_members,
    .dealloc = super_dealloc,
    .traverse = super_traverse,
    .clear = super_clear,
};
