/* genericalias.c - types.GenericAlias: list[int]. */
#include "types/genericalias.h"

#include "object/alloc.h"
#include "object/bind.h"
#include "object/error.h"
#include "types/dict.h"
#include "types/list.h"
#include "types/str.h"
#include "types/tuple.h"
#include "types/typeargs.h"

#define ALIAS VV_GENERIC_ALIAS_OF

static vv_owned new_alias(vv_thread *t, vv_type *type, vv_ref origin, vv_ref args) {
    VV_AUTO tuple = {t, VV_ISA(args, TUPLE) ? vv_newref(args) : vv_tuple_pack(t, 1, args)};
    vv_genericalias *a = tuple.o == NULL ? NULL : (vv_genericalias *)vv_new_object(t, type, type->basicsize);
    if (a == NULL)
        return NULL;
    a->origin = vv_newref(origin);
    a->args = vv_move(&tuple.o);
    vv_track(t, &a->head);
    return &a->head;
}

vv_owned vv_genericalias_new(vv_thread *t, vv_ref origin, vv_ref args) {
    return new_alias(t, VV_TYPEP(t, GENERIC_ALIAS), origin, args);
}

static vv_step alias_create(vv_thread *t, vv_ref cls, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    if (vv_no_kwargs(t, "GenericAlias", kwnames) < 0 || vv_check_nargs(t, "GenericAlias", nargs, 2, 2) < 0)
        return VV_FAILED;
    return vv_return(t, new_alias(t, VV_AS_TYPE(cls), args[0], args[1]));
}

static bool is_alias(vv_thread *t, vv_ref o) {
    return vv_is_instance(o, VV_TYPEP(t, GENERIC_ALIAS));
}

static vv_step alias_repr_resume(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_type_part_repr(t, ALIAS(nf->argv[0])->origin, false));
    nf->slot[0] = vv_take_ret(t);
    nf->slot[1] = vv_str_from_cstr(t, ", ");
    if (nf->slot[1] == NULL)
        return VV_FAILED;
    VV_AWAIT(nf, vv_do_type_parts_repr(t, ALIAS(nf->argv[0])->args, nf->slot[1], false));
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
    if (op != VV_EQ || !is_alias(t, a) || !is_alias(t, b))
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

/* ---- *list[int] in brackets: an iterator that gives the alias once, unpacked ---- */

typedef struct alias_iterator {
    vv_obj head;
    vv_obj *alias; /* owned, NULL when exhausted */
} alias_iterator;
#define ITERATOR(o) ((alias_iterator *)(o))

static vv_owned new_iterator(vv_thread *t, vv_ref alias) {
    vv_obj *it = vv_new_object(t, VV_TYPEP(t, GENERIC_ALIAS_ITERATOR), sizeof(alias_iterator));
    if (it == NULL)
        return NULL;
    ITERATOR(it)->alias = vv_newref(alias);
    vv_track(t, it);
    return it;
}

static vv_step alias_iter(vv_thread *t, vv_ref self) {
    return vv_return(t, new_iterator(t, self));
}

static vv_step iterator_next(vv_thread *t, vv_ref self) {
    VV_AUTO alias = {t, vv_move(&ITERATOR(self)->alias)};
    if (alias.o == NULL)
        return vv_return_null(t);
    vv_obj *starred = vv_genericalias_new(t, ALIAS(alias.o)->origin, ALIAS(alias.o)->args);
    if (starred != NULL)
        ALIAS(starred)->starred = true;
    return vv_return(t, starred);
}

static vv_owned iterator_reduce(vv_thread *t, vv_obj *const *argv) {
    vv_ref iter = vv_dict_get_str_peek(t->vm->builtins, VV_N(t, iter));
    VV_AUTO args = {t, vv_tuple_pack(t, 1, ITERATOR(argv[0])->alias != NULL ? ITERATOR(argv[0])->alias : t->vm->empty_tuple)};
    if (args.o == NULL || iter == NULL)
        return args.o == NULL ? NULL : vv_raise(t, VV_AttributeError, "iter");
    return vv_tuple_pack(t, 2, iter, args.o);
}

static void iterator_dealloc(vv_thread *t, vv_obj *self) {
    vv_clearref(t, &ITERATOR(self)->alias);
    vv_free_object(t, self);
}
static int iterator_traverse(vv_ref self, vv_visit visit, void *arg) {
    VV_VISIT(ITERATOR(self)->alias);
    return 0;
}
static const vv_methoddef iterator_methods[] = {
    {"__reduce__", VV_KIND_LEAF, VV_BIND_INSTANCE, {.leaf = iterator_reduce}, "__reduce__($self, /)",
     "Return state information for pickling."},
    {NULL, VV_KIND_LEAF, VV_BIND_INSTANCE, {.leaf = NULL}, NULL, NULL},
};
static const vv_slots iterator_slots = {.iter = vv_self_iter, .next = iterator_next};
const vv_typespec vv_generic_alias_iterator_spec = {
    .name = "generic_alias_iterator",
    .base = VV_T_OBJECT,
    .flags = VV_TF_GC | VV_TF_NO_NEW,
    .basicsize = sizeof(alias_iterator),
    .size64 = 40,
    .slots = &iterator_slots,
    .methods = iterator_methods,
    .dealloc = iterator_dealloc,
    .traverse = iterator_traverse,
};

/* Everything but these attributes belongs to the origin. */
static const uint16_t own_names[] = {VV_N___class__,     VV_N___origin__,
                                     VV_N___args__,     VV_N___unpacked__,   VV_N___parameters__,
                                     VV_N___typing_unpacked_tuple_args__,    VV_N___mro_entries__,
                                     VV_N___reduce_ex__, VV_N___reduce__,    VV_N___copy__,
                                     VV_N___deepcopy__};

static vv_step alias_getattr(vv_thread *t, vv_ref self, vv_ref name) {
    for (size_t i = 0; i < VV_ARRAY_LEN(own_names); i++) {
        if (vv_str_equal(name, t->vm->names[own_names[i]]))
            return vv_generic_getattr(t, self, name);
    }
    return vv_do_getattr(t, ALIAS(self)->origin, name);
}

/* argv: alias: its `__parameters__`, found on first use. */
static vv_step parameters_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_type_parameters(t, ALIAS(nf->argv[0])->args));
    vv_setref_take(t, &ALIAS(nf->argv[0])->parameters, vv_take_ret(t));
    return vv_return(t, vv_newref(ALIAS(nf->argv[0])->parameters));
    VV_END(nf);
}

static vv_step do_parameters(vv_thread *t, vv_ref self) {
    if (ALIAS(self)->parameters != NULL)
        return vv_return(t, vv_newref(ALIAS(self)->parameters));
    return vv_start1(t, parameters_native, "__parameters__", self);
}

static vv_step getitem_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, do_parameters(t, nf->argv[0]));
    nf->slot[0] = vv_take_ret(t);
    VV_AWAIT(nf, vv_do_type_substitute(t, nf->argv[0], ALIAS(nf->argv[0])->args, nf->slot[0], nf->argv[1]));
    nf->slot[1] = vv_take_ret(t);
    vv_obj *made = vv_genericalias_new(t, ALIAS(nf->argv[0])->origin, nf->slot[1]);
    if (made != NULL)
        ALIAS(made)->starred = ALIAS(nf->argv[0])->starred;
    return vv_return(t, made);
    VV_END(nf);
}

static vv_step alias_getitem(vv_thread *t, vv_ref self, vv_ref item) {
    return vv_start2(t, getitem_native, "__getitem__", self, item);
}

/* The names of the origin and one's own. argv: alias; slot[0]: list */
static vv_step alias_dir(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_call_special(t, ALIAS(nf->argv[0])->origin, VV_N(t, __dir__), NULL, 0));
    nf->slot[0] = vv_take_ret(t);
    VV_AWAIT(nf, vv_do_list(t, nf->slot[0]));
    vv_setref_take(t, &nf->slot[0], vv_take_ret(t));
    for (nf->i[0] = 0; nf->i[0] < (int64_t)VV_ARRAY_LEN(own_names); nf->i[0]++) {
        VV_AWAIT(nf, vv_do_contains(t, nf->slot[0], t->vm->names[own_names[nf->i[0]]]));
        if (t->ival == 0 && vv_list_append(t, nf->slot[0], t->vm->names[own_names[nf->i[0]]]) < 0)
            return VV_FAILED;
    }
    return vv_return(t, vv_move(&nf->slot[0]));
    VV_END(nf);
}

static vv_owned alias_reduce(vv_thread *t, vv_obj *const *argv) {
    const vv_genericalias *a = ALIAS(argv[0]);
    VV_AUTO args = {t, vv_tuple_pack(t, 2, a->origin, a->args)};
    if (args.o == NULL)
        return NULL;
    if (!a->starred)
        return vv_tuple_pack(t, 2, &argv[0]->type->head, args.o);
    VV_AUTO plain = {t, vv_genericalias_new(t, a->origin, a->args)};
    VV_AUTO iterator = {t, plain.o == NULL ? NULL : new_iterator(t, plain.o)};
    VV_AUTO tuple = {t, iterator.o == NULL ? NULL : vv_tuple_pack(t, 1, iterator.o)};
    vv_ref next = vv_dict_get_str_peek(t->vm->builtins, VV_N(t, next));
    if (tuple.o == NULL || next == NULL)
        return tuple.o == NULL ? NULL : vv_raise(t, VV_AttributeError, "next");
    return vv_tuple_pack(t, 2, next, tuple.o);
}

static vv_owned alias_mro_entries(vv_thread *t, vv_obj *const *argv) {
    return vv_tuple_pack(t, 1, ALIAS(argv[0])->origin);
}
/* Is it what module typing makes of a class derived from Generic? Then it has words of its own. */
static bool is_typing_alias(vv_thread *t, vv_ref self) {
    vv_ref origin = ALIAS(self)->origin;
    return VV_ISA(origin, TYPE) && vv_type_is_subtype(VV_AS_TYPE(origin), VV_TYPEP(t, GENERIC));
}
static vv_owned alias_instancecheck(vv_thread *t, vv_obj *const *argv) {
    if (is_typing_alias(t, argv[0]))
        return vv_raise(t, VV_TypeError, "Subscripted generics cannot be used with class and instance checks");
    return vv_raise(t, VV_TypeError, "isinstance() argument 2 cannot be a parameterized generic");
}
static vv_owned alias_subclasscheck(vv_thread *t, vv_obj *const *argv) {
    if (is_typing_alias(t, argv[0]))
        return vv_raise(t, VV_TypeError, "Subscripted generics cannot be used with class and instance checks");
    return vv_raise(t, VV_TypeError, "issubclass() argument 2 cannot be a parameterized generic");
}

static vv_owned get_parameters(vv_thread *t, vv_ref self) {
    return vv_getter_step(t, do_parameters(t, self));
}
static vv_owned get_unpacked_args(vv_thread *t, vv_ref self) {
    bool unpacked = ALIAS(self)->starred && ALIAS(self)->origin == &VV_TYPEP(t, TUPLE)->head;
    return unpacked ? vv_newref(ALIAS(self)->args) : vv_none(t);
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
     "-__mro_entries__($self, bases, /)",
     NULL},
    {"__instancecheck__",
     VV_KIND_LEAF,
     VV_BIND_INSTANCE,
     {.leaf = alias_instancecheck},
     "-__instancecheck__($self, instance, /)",
     NULL},
    {"__subclasscheck__",
     VV_KIND_LEAF,
     VV_BIND_INSTANCE,
     {.leaf = alias_subclasscheck},
     "-__subclasscheck__($self, cls, /)",
     NULL},
    {"__reduce__",
     VV_KIND_LEAF,
     VV_BIND_INSTANCE,
     {.leaf = alias_reduce},
     "__reduce__($self, /)",
     "Return state information for pickling."},
    {"__dir__", VV_KIND_RESUMABLE, VV_BIND_INSTANCE, {.resumable = alias_dir}, "-__dir__($self, /)", NULL},
    {NULL, VV_KIND_LEAF, VV_BIND_INSTANCE, {.leaf = NULL}, NULL, NULL},
};
static const vv_getsetdef alias_getset[] = {{"__parameters__", get_parameters, NULL, "Type variables in the GenericAlias."},
                                            {"__unpacked__", get_unpacked, NULL, NULL},
                                            {"__typing_unpacked_tuple_args__", get_unpacked_args, NULL, NULL},
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
                                     .iter = alias_iter,
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
    .doc = "Represent a PEP 585 generic type\n\nE.g. for t = list[int], t.__origin__ is list and t.__args__ is (int,).",
    .slots = &alias_slots,
    .methods = alias_methods,
    .getset = alias_getset,
    .members = alias_members,
    .dealloc = alias_dealloc,
    .traverse = alias_traverse,
};
