/* uniontype.c - types.UnionType: int | str. */
#include "object/alloc.h"
#include "object/error.h"
#include "types/genericalias.h"
#include "types/list.h"
#include "types/str.h"
#include "types/tuple.h"
#include "types/typeargs.h"

static bool is_alias(vv_thread *t, vv_ref o) {
    return vv_is_instance(o, VV_TYPEP(t, GENERIC_ALIAS));
}

static int add_operand(vv_thread *t, vv_ref list, vv_ref o) {
    if (VV_IS(t, o, UNION))
        return vv_list_extend_now(t, list, VV_UNION_OF(o)->args);
    return vv_list_append(t, list, o == VV_NONE(t) ? &VV_TYPEP(t, NONE)->head : o);
}

/* The union of the members in a list; of a single one, that one. */
static vv_owned make_union(vv_thread *t, vv_ref list) {
    if (VV_LIST(list)->length == 1)
        return vv_newref(VV_LIST(list)->items[0]);
    VV_AUTO args = {t, vv_list_to_tuple(t, list)};
    vv_union *u = args.o == NULL ? NULL : (vv_union *)vv_new_object(t, VV_TYPEP(t, UNION), sizeof(vv_union));
    if (u == NULL)
        return NULL;
    u->args = vv_move(&args.o);
    vv_track(t, &u->head);
    return &u->head;
}

/* argv: operand, operand. slot: 0 members so far, 1 members to add; i[0], i[1]: positions in both. Aliases are the same
 * when equal, everything else when identical. */
static vv_step or_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    nf->slot[0] = vv_list_new(t, 0);
    nf->slot[1] = vv_list_new(t, 0);
    if (nf->slot[0] == NULL || nf->slot[1] == NULL || add_operand(t, nf->slot[1], nf->argv[0]) < 0 ||
        add_operand(t, nf->slot[1], nf->argv[1]) < 0)
        return VV_FAILED;
    for (; (size_t)nf->i[1] < VV_LIST(nf->slot[1])->length; nf->i[1]++) {
        for (nf->i[0] = 0; (size_t)nf->i[0] < VV_LIST(nf->slot[0])->length; nf->i[0]++) {
            vv_ref old = VV_LIST(nf->slot[0])->items[nf->i[0]], fresh = VV_LIST(nf->slot[1])->items[nf->i[1]];
            if (old == fresh)
                break;
            if (!is_alias(t, old) || !is_alias(t, fresh))
                continue;
            VV_AWAIT(nf, vv_do_compare_bool(t, old, fresh, VV_EQ));
            if (t->ival != 0)
                break;
        }
        if ((size_t)nf->i[0] == VV_LIST(nf->slot[0])->length &&
            vv_list_append(t, nf->slot[0], VV_LIST(nf->slot[1])->items[nf->i[1]]) < 0)
            return VV_FAILED;
    }
    return vv_return(t, make_union(t, nf->slot[0]));
    VV_END(nf);
}

static bool may_join(vv_thread *t, vv_ref o) {
    return o == VV_NONE(t) || VV_ISA(o, TYPE) || is_alias(t, o) || VV_IS(t, o, UNION) || VV_IS(t, o, TYPEALIAS);
}

vv_step vv_union_or(vv_thread *t, vv_ref a, vv_ref b) {
    if (!may_join(t, a) || !may_join(t, b))
        return vv_return_not_implemented(t);
    return vv_start2(t, or_native, "__or__", a, b);
}

static vv_step union_getitem_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_type_parameters(t, VV_UNION_OF(nf->argv[0])->args));
    nf->slot[0] = vv_take_ret(t);
    VV_AWAIT(nf, vv_do_type_substitute(t, nf->argv[0], VV_UNION_OF(nf->argv[0])->args, nf->slot[0], nf->argv[1]));
    nf->slot[1] = vv_take_ret(t);
    if (VV_TUPLE(nf->slot[1])->length == 0)
        return vv_raise_step(t, VV_TypeError, "Cannot take a Union of no types.");
    nf->slot[2] = vv_newref(VV_TUPLE(nf->slot[1])->items[0]);
    for (nf->i[0] = 1; (size_t)nf->i[0] < VV_TUPLE(nf->slot[1])->length; nf->i[0]++) {
        VV_AWAIT(nf, vv_do_binary(t, nf->slot[2], VV_TUPLE(nf->slot[1])->items[nf->i[0]], VV_OR));
        vv_setref_take(t, &nf->slot[2], vv_take_ret(t));
    }
    return vv_return(t, vv_move(&nf->slot[2]));
    VV_END(nf);
}

static vv_step union_getitem(vv_thread *t, vv_ref self, vv_ref item) {
    return vv_start2(t, union_getitem_native, "__getitem__", self, item);
}

static vv_step union_repr(vv_thread *t, vv_ref self) {
    VV_AUTO separator = {t, vv_str_from_cstr(t, " | ")};
    return separator.o == NULL ? VV_FAILED : vv_do_type_parts_repr(t, VV_UNION_OF(self)->args, separator.o, true);
}

/* argv: union, union. Both as sets. i[0]: VV_EQ or VV_NE */
static vv_step compare_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_call1(t, &VV_TYPEP(t, FROZENSET)->head, VV_UNION_OF(nf->argv[0])->args));
    nf->slot[0] = vv_take_ret(t);
    VV_AWAIT(nf, vv_do_call1(t, &VV_TYPEP(t, FROZENSET)->head, VV_UNION_OF(nf->argv[1])->args));
    nf->slot[1] = vv_take_ret(t);
    VV_AWAIT(nf, vv_do_compare(t, nf->slot[0], nf->slot[1], (enum vv_cmp)nf->i[0]));
    return VV_READY;
    VV_END(nf);
}

static vv_step union_compare(vv_thread *t, vv_ref a, vv_ref b, int op) {
    if ((op != VV_EQ && op != VV_NE) || !VV_IS(t, a, UNION) || !VV_IS(t, b, UNION))
        return vv_return_not_implemented(t);
    vv_native *nf = vv_push_native(t, compare_native, "__eq__", (vv_obj *[]){VV_OBJ(a), VV_OBJ(b)}, 2);
    if (nf == NULL)
        return VV_FAILED;
    nf->i[0] = op;
    return VV_PUSHED;
}

/* The hash of the members' frozenset, so that their order does not matter. */
static vv_step hash_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_call1(t, &VV_TYPEP(t, FROZENSET)->head, VV_UNION_OF(nf->argv[0])->args));
    nf->slot[0] = vv_take_ret(t);
    VV_AWAIT(nf, vv_do_hash(t, nf->slot[0]));
    return VV_READY;
    VV_END(nf);
}

static vv_step union_hash(vv_thread *t, vv_ref self) {
    return vv_start1(t, hash_native, "__hash__", self);
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
    return vv_getter_step(t, vv_do_type_parameters(t, VV_UNION_OF(self)->args));
}

static const vv_getsetdef union_getset[] = {{"__parameters__", union_get_parameters, NULL, NULL},
                                            {NULL, NULL, NULL, NULL}};
static const vv_memberdef union_members[] = {{"__args__", VV_MEMBER_OBJECT, offsetof(vv_union, args), true, NULL},
                                             {NULL, VV_MEMBER_OBJECT, 0, false, NULL}};
static const vv_slots union_slots = {
    .repr = union_repr, .hash = union_hash, .compare = union_compare, .or_ = vv_union_or, .getitem = union_getitem};
const vv_typespec vv_union_spec = {
    .name = "UnionType",
    .module = "types",
    .base = VV_T_OBJECT,
    .flags = VV_TF_GC | VV_TF_NO_NEW,
    .basicsize = sizeof(vv_union),
    .size64 = 48,
    .doc = "Represent a PEP 604 union type\n\nE.g. for int | str",
    .slots = &union_slots,
    .getset = union_getset,
    .members = union_members,
    .dealloc = union_dealloc,
    .traverse = union_traverse,
};
