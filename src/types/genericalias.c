/* genericalias.c - types.GenericAlias (list[int]) and types.UnionType (int | str). */
#include "types/genericalias.h"

#include "object/alloc.h"
#include "object/bind.h"
#include "object/error.h"
#include "types/dict.h"
#include "types/list.h"
#include "types/str.h"
#include "types/tuple.h"

#define ALIAS VV_GENERIC_ALIAS_OF

vv_owned vv_genericalias_new(vv_thread *t, vv_ref origin, vv_ref args) {
    VV_AUTO tuple = {t, VV_ISA(args, TUPLE) ? vv_newref(args) : vv_tuple_pack(t, 1, args)};
    vv_genericalias *a = tuple.o == NULL
                             ? NULL
                             : (vv_genericalias *)vv_new_object(t, VV_TYPEP(t, GENERIC_ALIAS), sizeof(vv_genericalias));
    if (a == NULL)
        return NULL;
    a->origin = vv_newref(origin);
    a->args = vv_move(&tuple.o);
    vv_track(t, &a->head);
    return &a->head;
}

static vv_step alias_create(vv_thread *t, vv_ref cls, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    (void)cls;
    if (vv_no_kwargs(t, "GenericAlias", kwnames) < 0 || vv_check_nargs(t, "GenericAlias", nargs, 2, 2) < 0)
        return VV_FAILED;
    return vv_return(t, vv_genericalias_new(t, args[0], args[1]));
}

/* One part of a repr. Types print as "int" or "module.Class", `...` as such, anything else by its repr. argv: part. */
static vv_step part_repr(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    vv_ref o = nf->argv[0];
    if (o == t->vm->ellipsis)
        return vv_return(t, vv_str_from_cstr(t, "..."));
    if (o == &VV_TYPEP(t, NONE)->head)
        return vv_return(t, vv_str_from_cstr(t, "None"));
    if (VV_ISA(o, TYPE)) {
        VV_AUTO module = {t, vv_type_module(t, VV_AS_TYPE(o))};
        if (module.o == NULL)
            return VV_FAILED;
        if (!VV_ISA(module.o, STR) || vv_str_equal_cstr(module.o, "builtins"))
            return vv_return(t, vv_newref(VV_AS_TYPE(o)->qualname));
        return vv_return(t, vv_format(t, "%U.%U", module.o, VV_AS_TYPE(o)->qualname));
    }
    VV_AWAIT(nf, vv_do_repr(t, nf->argv[0]));
    return VV_READY;
    VV_END(nf);
}

/* argv: tuple of parts, separator. slot[0]: text. i[0]: next part. */
static vv_step join_parts(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    nf->slot[0] = vv_str_from_cstr(t, "");
    for (nf->i[0] = 0; (size_t)nf->i[0] < VV_TUPLE(nf->argv[0])->length; nf->i[0]++) {
        VV_AWAIT(nf, vv_start1(t, part_repr, "__repr__", VV_TUPLE(nf->argv[0])->items[nf->i[0]]));
        vv_setref_take(t, &nf->slot[1], vv_take_ret(t));
        vv_obj *longer =
            nf->i[0] == 0 ? vv_newref(nf->slot[1]) : vv_format(t, "%U%U%U", nf->slot[0], nf->argv[1], nf->slot[1]);
        if (longer == NULL)
            return VV_FAILED;
        vv_setref_take(t, &nf->slot[0], longer);
    }
    return vv_return(t, vv_move(&nf->slot[0]));
    VV_END(nf);
}

static vv_step alias_repr_resume(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_start1(t, part_repr, "__repr__", ALIAS(nf->argv[0])->origin));
    nf->slot[0] = vv_take_ret(t);
    nf->slot[1] = vv_str_from_cstr(t, ", ");
    if (nf->slot[1] == NULL)
        return VV_FAILED;
    VV_AWAIT(nf, vv_start2(t, join_parts, "__repr__", ALIAS(nf->argv[0])->args, nf->slot[1]));
    nf->slot[2] = vv_take_ret(t);
    bool empty = VV_TUPLE(ALIAS(nf->argv[0])->args)->length == 0;
    return vv_return(t, vv_format(t, "%s%U[%U%s]", ALIAS(nf->argv[0])->starred ? "*" : "", nf->slot[0], nf->slot[2],
                                  empty ? "()" : ""));
    VV_END(nf);
}

static vv_step alias_repr(vv_thread *t, vv_ref self) {
    return vv_start1(t, alias_repr_resume, "__repr__", self);
}

static vv_step alias_compare_resume(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_compare_bool(t, ALIAS(nf->argv[0])->origin, ALIAS(nf->argv[1])->origin, VV_EQ));
    if (t->ival == 0)
        return vv_return(t, vv_bool(t, false));
    VV_AWAIT(nf, vv_do_compare(t, ALIAS(nf->argv[0])->args, ALIAS(nf->argv[1])->args, VV_EQ));
    return VV_READY;
    VV_END(nf);
}

static vv_step alias_compare(vv_thread *t, vv_ref a, vv_ref b, int op) {
    if (op == VV_NE)
        return vv_identity_compare(t, a, b, op);
    if (op != VV_EQ || !VV_IS(t, a, GENERIC_ALIAS) || !VV_IS(t, b, GENERIC_ALIAS))
        return vv_return_not_implemented(t);
    if (ALIAS(a)->starred != ALIAS(b)->starred)
        return vv_return(t, vv_bool(t, false));
    return vv_start2(t, alias_compare_resume, "__eq__", a, b);
}

static vv_step alias_hash_resume(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_hash(t, ALIAS(nf->argv[0])->origin));
    nf->i[0] = t->ival;
    VV_AWAIT(nf, vv_do_hash(t, ALIAS(nf->argv[0])->args));
    int64_t h = nf->i[0] ^ t->ival;
    return vv_return_int(t, h == -1 ? -2 : h);
    VV_END(nf);
}

static vv_step alias_hash(vv_thread *t, vv_ref self) {
    return vv_start1(t, alias_hash_resume, "__hash__", self);
}

/* Calls the origin and notes the alias on what comes back. argv: alias, arguments; slot[0]: kwnames; i[0]: nargs. */
static vv_step alias_call_resume(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_call_kw(t, ALIAS(nf->argv[0])->origin, nf->argv + 1, (size_t)nf->i[0], nf->slot[0]));
    nf->slot[1] = vv_take_ret(t);
    VV_AWAIT_CATCH(nf, vv_do_setattr(t, nf->slot[1], VV_N(t, __orig_class__), nf->argv[0]));
    if (nf->raised) {
        if (!vv_error_is(t, VV_AttributeError) && !vv_error_is(t, VV_TypeError))
            return VV_FAILED;
        vv_clear_error(t);
    }
    return vv_return(t, vv_move(&nf->slot[1]));
    VV_END(nf);
}

static vv_step alias_call(vv_thread *t, vv_ref self, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    size_t total = 1 + nargs + (kwnames == NULL ? 0 : VV_TUPLE(kwnames)->length);
    vv_obj **all = vv_alloc(t, total * sizeof(vv_obj *));
    if (all == NULL)
        return VV_FAILED;
    all[0] = VV_OBJ(self);
    for (size_t i = 1; i < total; i++)
        all[i] = args[i - 1];
    vv_native *nf = vv_push_native(t, alias_call_resume, "GenericAlias", all, total);
    vv_free(t, all);
    if (nf == NULL)
        return VV_FAILED;
    nf->slot[0] = vv_xnewref(kwnames);
    nf->i[0] = (int64_t)nargs;
    return VV_PUSHED;
}

/* Everything but the alias's own attributes belongs to the origin. */
static vv_step alias_getattr(vv_thread *t, vv_ref self, vv_ref name) {
    static const uint16_t own[] = {VV_N___origin__,   VV_N___args__,      VV_N___parameters__, VV_N___mro_entries__,
                                   VV_N___unpacked__, VV_N___reduce_ex__, VV_N___reduce__,     VV_N___copy__,
                                   VV_N___deepcopy__, VV_N___class__};
    for (size_t i = 0; i < VV_ARRAY_LEN(own); i++) {
        if (vv_str_equal(name, t->vm->names[own[i]]))
            return vv_generic_getattr(t, self, name);
    }
    return vv_do_getattr(t, ALIAS(self)->origin, name);
}

static vv_step not_generic(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_repr(t, nf->argv[0]));
    nf->slot[0] = vv_take_ret(t);
    return vv_raise_step(t, VV_TypeError, "%U is not a generic class", nf->slot[0]);
    VV_END(nf);
}

static vv_step alias_getitem(vv_thread *t, vv_ref self, vv_ref item) {
    (void)item;
    return vv_start1(t, not_generic, "__getitem__", self);
}

static vv_owned alias_mro_entries(vv_thread *t, vv_obj *const *argv) {
    return vv_tuple_pack(t, 1, ALIAS(argv[0])->origin);
}
static vv_owned alias_instancecheck(vv_thread *t, vv_obj *const *argv) {
    (void)argv;
    return vv_raise(t, VV_TypeError, "isinstance() argument 2 cannot be a parameterized generic");
}
static vv_owned alias_subclasscheck(vv_thread *t, vv_obj *const *argv) {
    (void)argv;
    return vv_raise(t, VV_TypeError, "issubclass() argument 2 cannot be a parameterized generic");
}

static vv_owned get_parameters(vv_thread *t, vv_ref self) {
    return vv_newref(ALIAS(self)->parameters != NULL ? ALIAS(self)->parameters : t->vm->empty_tuple);
}
static vv_owned get_unpacked(vv_thread *t, vv_ref self) {
    return vv_bool(t, ALIAS(self)->starred);
}

static void alias_dealloc(vv_thread *t, vv_obj *self) {
    vv_clearref(t, &ALIAS(self)->origin);
    vv_clearref(t, &ALIAS(self)->args);
    vv_clearref(t, &ALIAS(self)->parameters);
    vv_free_object(t, self);
}
static int alias_traverse(vv_ref self, vv_visit visit, void *arg) {
    VV_VISIT(ALIAS(self)->origin);
    VV_VISIT(ALIAS(self)->args);
    VV_VISIT(ALIAS(self)->parameters);
    return 0;
}

static const vv_methoddef alias_methods[] = {
    {"__mro_entries__",
     VV_KIND_LEAF,
     VV_BIND_INSTANCE,
     {.leaf = alias_mro_entries},
     "__mro_entries__($self, bases, /)",
     NULL},
    {"__instancecheck__",
     VV_KIND_LEAF,
     VV_BIND_INSTANCE,
     {.leaf = alias_instancecheck},
     "__instancecheck__($self, instance, /)",
     NULL},
    {"__subclasscheck__",
     VV_KIND_LEAF,
     VV_BIND_INSTANCE,
     {.leaf = alias_subclasscheck},
     "__subclasscheck__($self, cls, /)",
     NULL},
    {NULL, VV_KIND_LEAF, VV_BIND_INSTANCE, {.leaf = NULL}, NULL, NULL},
};
static const vv_getsetdef alias_getset[] = {{"__parameters__", get_parameters, NULL, NULL},
                                            {"__unpacked__", get_unpacked, NULL, NULL},
                                            {NULL, NULL, NULL, NULL}};
static const vv_memberdef alias_members[] = {
    {"__origin__", VV_MEMBER_OBJECT, offsetof(vv_genericalias, origin), true, NULL},
    {"__args__", VV_MEMBER_OBJECT, offsetof(vv_genericalias, args), true, NULL},
    {NULL, VV_MEMBER_OBJECT, 0, false, NULL},
};
static const vv_slots alias_slots = {.repr = alias_repr,
                                     .hash = alias_hash,
                                     .compare = alias_compare,
                                     .call = alias_call,
                                     .getattr = alias_getattr,
                                     .getitem = alias_getitem,
                                     .new_ = alias_create,
                                     .or_ = vv_union_or};
const vv_typespec vv_generic_alias_spec = {
    .name = "GenericAlias",
    .module = "types",
    .base = VV_T_OBJECT,
    .flags = VV_TF_GC | VV_TF_BASETYPE,
    .basicsize = sizeof(vv_genericalias),
    .size64 = 80,
    .weakoffset = offsetof(vv_genericalias, weaklist),
    .slots = &alias_slots,
    .methods = alias_methods,
    .getset = alias_getset,
    .members = alias_members,
    .dealloc = alias_dealloc,
    .traverse = alias_traverse,
};

/* ---- unions ---- */

static int add_member(vv_thread *t, vv_ref list, vv_ref o) {
    if (o == VV_NONE(t))
        o = &VV_TYPEP(t, NONE)->head;
    for (size_t i = 0; i < VV_LIST(list)->length; i++) {
        vv_ref other = VV_LIST(list)->items[i];
        if (other == o)
            return 0;
        if (VV_IS(t, o, GENERIC_ALIAS) && VV_IS(t, other, GENERIC_ALIAS) && ALIAS(o)->origin == ALIAS(other)->origin) {
            int same = vv_equal_now(t, ALIAS(o)->args, ALIAS(other)->args);
            if (same == 1)
                return 0;
        }
    }
    return vv_list_append(t, list, o);
}

static int add_operand(vv_thread *t, vv_ref list, vv_ref o) {
    if (!VV_IS(t, o, UNION))
        return add_member(t, list, o);
    for (size_t i = 0; i < VV_TUPLE(VV_UNION_OF(o)->args)->length; i++) {
        if (add_member(t, list, VV_TUPLE(VV_UNION_OF(o)->args)->items[i]) < 0)
            return -1;
    }
    return 0;
}

static bool may_join(vv_thread *t, vv_ref o) {
    return o == VV_NONE(t) || VV_ISA(o, TYPE) || VV_IS(t, o, GENERIC_ALIAS) || VV_IS(t, o, UNION);
}

vv_step vv_union_or(vv_thread *t, vv_ref a, vv_ref b) {
    if (!may_join(t, a) || !may_join(t, b))
        return vv_return_not_implemented(t);
    VV_AUTO list = {t, vv_list_new(t, 0)};
    if (list.o == NULL || add_operand(t, list.o, a) < 0 || add_operand(t, list.o, b) < 0)
        return VV_FAILED;
    if (VV_LIST(list.o)->length == 1)
        return vv_return(t, vv_newref(VV_LIST(list.o)->items[0]));
    VV_AUTO args = {t, vv_list_to_tuple(t, list.o)};
    vv_union *u = args.o == NULL ? NULL : (vv_union *)vv_new_object(t, VV_TYPEP(t, UNION), sizeof(vv_union));
    if (u == NULL)
        return VV_FAILED;
    u->args = vv_move(&args.o);
    vv_track(t, &u->head);
    return vv_return(t, &u->head);
}

static vv_step union_repr(vv_thread *t, vv_ref self) {
    VV_AUTO separator = {t, vv_str_from_cstr(t, " | ")};
    return separator.o == NULL ? VV_FAILED : vv_start2(t, join_parts, "__repr__", VV_UNION_OF(self)->args, separator.o);
}

static vv_step union_compare(vv_thread *t, vv_ref a, vv_ref b, int op) {
    if ((op != VV_EQ && op != VV_NE) || !VV_IS(t, a, UNION) || !VV_IS(t, b, UNION))
        return vv_return_not_implemented(t);
    const vv_tuple *x = VV_TUPLE(VV_UNION_OF(a)->args), *y = VV_TUPLE(VV_UNION_OF(b)->args);
    bool equal = x->length == y->length;
    for (size_t i = 0; equal && i < x->length; i++) {
        equal = false;
        for (size_t k = 0; !equal && k < y->length; k++)
            equal = x->items[i] == y->items[k];
    }
    return vv_return(t, vv_bool(t, equal == (op == VV_EQ)));
}

static vv_step union_hash(vv_thread *t, vv_ref self) {
    vv_hash h = 0;
    for (size_t i = 0; i < VV_TUPLE(VV_UNION_OF(self)->args)->length; i++) {
        vv_ref member = VV_TUPLE(VV_UNION_OF(self)->args)->items[i];
        h ^= vv_pointer_hash(VV_IS(t, member, GENERIC_ALIAS) ? ALIAS(member)->origin : member);
    }
    return vv_return_int(t, h == -1 ? -2 : h);
}

static void union_dealloc(vv_thread *t, vv_obj *self) {
    vv_clearref(t, &VV_UNION_OF(self)->args);
    vv_free_object(t, self);
}
static int union_traverse(vv_ref self, vv_visit visit, void *arg) {
    VV_VISIT(VV_UNION_OF(self)->args);
    return 0;
}
static vv_owned union_get_parameters(vv_thread *t, vv_ref self) {
    (void)self;
    return vv_newref(t->vm->empty_tuple);
}

static const vv_getsetdef union_getset[] = {{"__parameters__", union_get_parameters, NULL, NULL},
                                            {NULL, NULL, NULL, NULL}};
static const vv_memberdef union_members[] = {{"__args__", VV_MEMBER_OBJECT, offsetof(vv_union, args), true, NULL},
                                             {NULL, VV_MEMBER_OBJECT, 0, false, NULL}};
static const vv_slots union_slots = {
    .repr = union_repr, .hash = union_hash, .compare = union_compare, .or_ = vv_union_or};
const vv_typespec vv_union_spec = {
    .name = "UnionType",
    .module = "types",
    .base = VV_T_OBJECT,
    .flags = VV_TF_GC | VV_TF_NO_NEW,
    .basicsize = sizeof(vv_union),
    .size64 = 48,
    .slots = &union_slots,
    .getset = union_getset,
    .members = union_members,
    .dealloc = union_dealloc,
    .traverse = union_traverse,
};
