/* typeparams.c - type parameters and type aliases (PEP 695), and the end of an except* statement (PEP 654).
 *
 * All five kinds of objects have one layout. What comes behind a colon or an equals sign is a function that computes it
 * on first request; it runs Python, so those attributes are found by the getattr slot, not by descriptors.
 */
#include "vm/typeparams.h"

#include "code/opcode.h"
#include "object/alloc.h"
#include "object/error.h"
#include "object/intern.h"
#include "types/container.h"
#include "types/dict.h"
#include "types/exceptions.h"
#include "types/function.h"
#include "types/genericalias.h"
#include "types/list.h"
#include "types/str.h"
#include "types/tuple.h"
#include "vm/frame.h"

typedef struct vv_typeparam {
    vv_obj head;
    vv_obj *name, *module;          /* owned; module: str or None */
    vv_obj *value, *compute;        /* owned or NULL: bound, or the alias's value; the function that gives it */
    vv_obj *constraints, *compute_constraints;
    vv_obj *params;                 /* of an alias: tuple or None */
    vv_obj *weaklist;
} vv_typeparam;
#define PARAM(o) ((vv_typeparam *)(o))

static vv_owned new_param(vv_thread *t, int type, vv_ref name) {
    vv_owned o = vv_new_object(t, t->vm->types[type], sizeof(vv_typeparam));
    if (o == NULL)
        return NULL;
    vv_ref globals = vv_caller_globals_peek(t);
    vv_ref module = globals == NULL ? NULL : vv_dict_get_str_peek(globals, VV_N(t, __name__));
    PARAM(o)->name = vv_newref(name);
    PARAM(o)->module = vv_newref(module == NULL ? VV_NONE(t) : module);
    vv_track(t, o);
    return o;
}

static int param_traverse(vv_ref self, vv_visit visit, void *arg) {
    const vv_typeparam *p = PARAM(self);
    VV_VISIT(p->name);
    VV_VISIT(p->module);
    VV_VISIT(p->value);
    VV_VISIT(p->compute);
    VV_VISIT(p->constraints);
    VV_VISIT(p->compute_constraints);
    VV_VISIT(p->params);
    return 0;
}
static void param_clear(vv_thread *t, vv_obj *self) {
    vv_typeparam *p = PARAM(self);
    vv_clearref(t, &p->value);
    vv_clearref(t, &p->compute);
    vv_clearref(t, &p->constraints);
    vv_clearref(t, &p->compute_constraints);
    vv_clearref(t, &p->params);
}
static void param_dealloc(vv_thread *t, vv_obj *self) {
    param_clear(t, self);
    vv_xdecref(t, PARAM(self)->name);
    vv_xdecref(t, PARAM(self)->module);
    vv_free_object(t, self);
}

/* ---- attributes ---- */

/* argv: object; i[0]: the constraints are wanted, not the value */
static vv_step compute_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_call0(t, nf->i[0] ? PARAM(nf->argv[0])->compute_constraints : PARAM(nf->argv[0])->compute));
    vv_typeparam *p = PARAM(nf->argv[0]);
    vv_obj **field = nf->i[0] ? &p->constraints : &p->value;
    vv_setref_take(t, field, vv_take_ret(t));
    return vv_return(t, vv_newref(*field));
    VV_END(nf);
}

static vv_step do_lazy(vv_thread *t, vv_ref self, bool constraints, vv_ref missing) {
    const vv_typeparam *p = PARAM(self);
    vv_ref known = constraints ? p->constraints : p->value;
    if (known != NULL)
        return vv_return(t, vv_newref(known));
    if ((constraints ? p->compute_constraints : p->compute) == NULL)
        return vv_return(t, vv_newref(missing));
    vv_native *nf = vv_push_native(t, compute_native, "lazy annotation", (vv_obj *[]){VV_OBJ(self)}, 1);
    if (nf == NULL)
        return VV_FAILED;
    nf->i[0] = constraints;
    return VV_PUSHED;
}

static vv_step param_getattr(vv_thread *t, vv_ref self, vv_ref name) {
    if (VV_IS(t, self, TYPEVAR)) {
        if (vv_str_equal_cstr(name, "__bound__"))
            return do_lazy(t, self, false, VV_NONE(t));
        if (vv_str_equal_cstr(name, "__constraints__"))
            return do_lazy(t, self, true, t->vm->empty_tuple);
    } else if (VV_IS(t, self, TYPEALIAS) && vv_str_equal_cstr(name, "__value__")) {
        return do_lazy(t, self, false, VV_NONE(t));
    }
    return vv_generic_getattr(t, self, name);
}

static vv_owned get_name(vv_thread *t, vv_ref self) {
    (void)t;
    return vv_newref(PARAM(self)->name);
}
static vv_owned get_module(vv_thread *t, vv_ref self) {
    (void)t;
    return vv_newref(PARAM(self)->module);
}
static vv_owned get_params(vv_thread *t, vv_ref self) {
    vv_ref params = PARAM(self)->params;
    return vv_newref(params == NULL || params == t->vm->none ? (vv_ref)t->vm->empty_tuple : params);
}
static vv_owned get_false(vv_thread *t, vv_ref self) {
    (void)self;
    return vv_bool(t, false);
}
static vv_owned get_true(vv_thread *t, vv_ref self) {
    (void)self;
    return vv_bool(t, true);
}

static vv_step param_repr(vv_thread *t, vv_ref self) {
    return vv_return(t, vv_newref(PARAM(self)->name));
}
static vv_step alias_getitem(vv_thread *t, vv_ref self, vv_ref key) {
    vv_ref params = PARAM(self)->params;
    if (params == NULL || params == t->vm->none)
        return vv_raise_step(t, VV_TypeError, "Only generic type aliases are subscriptable");
    return vv_return(t, vv_genericalias_new(t, self, key));
}
static vv_step tuple_param_iter(vv_thread *t, vv_ref self) {
    (void)self;
    return vv_raise_step(t, VV_NotImplementedError, "unpacking a type variable tuple needs module typing, which is not there yet");
}

static const vv_slots param_slots = {.repr = param_repr, .getattr = param_getattr};
static const vv_slots tuple_param_slots = {.repr = param_repr, .getattr = param_getattr, .iter = tuple_param_iter};
static const vv_slots alias_slots = {.repr = param_repr, .getattr = param_getattr, .getitem = alias_getitem, .or_ = vv_union_or};

static const vv_getsetdef param_getset[] = {
    {"__name__", get_name, NULL, NULL},
    {"__module__", get_module, NULL, NULL},
    {"__covariant__", get_false, NULL, NULL},
    {"__contravariant__", get_false, NULL, NULL},
    {"__infer_variance__", get_true, NULL, NULL},
    {NULL, NULL, NULL, NULL},
};
static const vv_getsetdef alias_getset[] = {
    {"__name__", get_name, NULL, NULL},
    {"__module__", get_module, NULL, NULL},
    {"__type_params__", get_params, NULL, NULL},
    {"__parameters__", get_params, NULL, NULL},
    {NULL, NULL, NULL, NULL},
};

#define PARAM_SPEC(name_, slots_, getset_)                                                                             \
    {                                                                                                                  \
        .name = name_, .module = "typing", .base = VV_T_OBJECT, .flags = VV_TF_GC | VV_TF_NO_NEW | VV_TF_IMMUTABLE,    \
        .basicsize = sizeof(vv_typeparam), .size64 = 88, .weakoffset = offsetof(vv_typeparam, weaklist),               \
        .slots = slots_, .getset = getset_, .dealloc = param_dealloc, .traverse = param_traverse,                      \
        .clear = param_clear,                                                                                          \
    }
const vv_typespec vv_typevar_spec = PARAM_SPEC("TypeVar", &param_slots, param_getset);
const vv_typespec vv_paramspec_spec = PARAM_SPEC("ParamSpec", &param_slots, param_getset);
const vv_typespec vv_typevartuple_spec = PARAM_SPEC("TypeVarTuple", &tuple_param_slots, param_getset);
const vv_typespec vv_typealias_spec = PARAM_SPEC("TypeAliasType", &alias_slots, alias_getset);

/* ---- Generic, the base of generic classes ---- */

static vv_step generic_class_getitem(vv_thread *t, vv_native *nf) {
    return vv_container_class_getitem(t, nf);
}
static const vv_methoddef generic_methods[] = {
    {"__class_getitem__", VV_KIND_RESUMABLE, VV_BIND_CLASS, {.resumable = generic_class_getitem},
     "__class_getitem__($type, object, /)", "Parameterizes a generic class."},
    {NULL, VV_KIND_LEAF, VV_BIND_INSTANCE, {.leaf = NULL}, NULL, NULL},
};
static void generic_dealloc(vv_thread *t, vv_obj *self) {
    vv_free_object(t, self);
}
const vv_typespec vv_generic_spec = {
    .name = "Generic",
    .module = "typing",
    .base = VV_T_OBJECT,
    .flags = VV_TF_BASETYPE,
    .basicsize = sizeof(vv_obj),
    .size64 = 16,
    .doc = "Abstract base class for generic types.",
    .methods = generic_methods,
    .dealloc = generic_dealloc,
};

/* ---- the intrinsics ---- */

/* value: (name, type parameters or None, function that computes the value) */
static vv_owned new_alias(vv_thread *t, vv_ref parts) {
    const vv_tuple *tuple = VV_TUPLE(parts);
    vv_owned o = new_param(t, VV_T_TYPEALIAS, tuple->items[0]);
    if (o == NULL)
        return NULL;
    PARAM(o)->params = vv_newref(tuple->items[1]);
    PARAM(o)->compute = vv_newref(tuple->items[2]);
    return o;
}

vv_step vv_do_typeparam_intrinsic(vv_thread *t, int number, vv_ref value) {
    switch (number) {
    case VV_INTRINSIC_TYPEVAR:
        return vv_return(t, new_param(t, VV_T_TYPEVAR, value));
    case VV_INTRINSIC_PARAMSPEC:
        return vv_return(t, new_param(t, VV_T_PARAMSPEC, value));
    case VV_INTRINSIC_TYPEVARTUPLE:
        return vv_return(t, new_param(t, VV_T_TYPEVARTUPLE, value));
    case VV_INTRINSIC_SUBSCRIPT_GENERIC:
        return vv_return(t, vv_genericalias_new(t, (vv_ref)VV_TYPEP(t, GENERIC), value));
    case VV_INTRINSIC_TYPEALIAS:
        return vv_return(t, new_alias(t, value));
    default:
        return vv_raise_step(t, VV_SystemError, "unknown intrinsic %d", number);
    }
}

vv_step vv_do_typeparam_intrinsic2(vv_thread *t, int number, vv_ref a, vv_ref b) {
    vv_owned o;
    switch (number) {
    case VV_INTRINSIC2_TYPEVAR_WITH_BOUND:
        if ((o = new_param(t, VV_T_TYPEVAR, a)) != NULL)
            PARAM(o)->compute = vv_newref(b);
        return vv_return(t, o);
    case VV_INTRINSIC2_TYPEVAR_WITH_CONSTRAINTS:
        if ((o = new_param(t, VV_T_TYPEVAR, a)) != NULL)
            PARAM(o)->compute_constraints = vv_newref(b);
        return vv_return(t, o);
    case VV_INTRINSIC2_SET_FUNCTION_TYPE_PARAMS:
        vv_setref_take(t, &VV_FUNCTION_OF(a)->type_params, vv_newref(b));
        return vv_return(t, vv_newref(a));
    default:
        return vv_raise_step(t, VV_SystemError, "unknown intrinsic %d", number);
    }
}

/* ---- except* ---- */

static bool is_group(vv_thread *t, vv_ref o) {
    return vv_is_instance(o, t->vm->types[VV_BaseExceptionGroup]);
}

/* Was `exc` split off `orig` and raised again as it was? Then they share what is attached to them. */
static bool is_part_of(vv_thread *t, vv_ref exc, vv_ref orig) {
    const vv_exc *a = VV_EXC_OF(exc), *b = VV_EXC_OF(orig);
    return is_group(t, exc) && a->traceback == b->traceback && a->cause == b->cause && a->context == b->context;
}

/* Adds the exceptions inside `exc` that are no groups to `leaves`. 0/-1. */
static int add_leaves(vv_thread *t, vv_ref leaves, vv_ref exc) {
    VV_AUTO work = {t, vv_list_new(t, 0)};
    if (work.o == NULL || vv_list_append(t, work.o, exc) < 0)
        return -1;
    for (size_t k = 0; k < VV_LIST(work.o)->length; k++) {
        vv_ref o = VV_LIST(work.o)->items[k];
        if (!is_group(t, o)) {
            if (vv_list_append(t, leaves, o) < 0)
                return -1;
        } else if (vv_list_extend_now(t, work.o, ((const vv_exc_group *)o)->excs) < 0) {
            return -1;
        }
    }
    return 0;
}

/* argv: original, list of exceptions and None; slot: 0 newly raised ones, 1 leaves of those raised again, 2 matcher,
 * 3 pair or arguments */
static vv_step reraise_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (!VV_ISA(nf->argv[1], LIST) || VV_LIST(nf->argv[1])->length == 0)
        return vv_return_none(t);
    if (!is_group(t, nf->argv[0])) /* a naked exception was caught: at most one clause ran */
        return vv_return(t, vv_newref(VV_LIST(nf->argv[1])->items[0]));
    nf->slot[0] = vv_list_new(t, 0);
    nf->slot[1] = vv_list_new(t, 0);
    if (nf->slot[0] == NULL || nf->slot[1] == NULL)
        return VV_FAILED;
    for (size_t k = 0; k < VV_LIST(nf->argv[1])->length; k++) {
        vv_ref exc = VV_LIST(nf->argv[1])->items[k];
        if (exc == t->vm->none)
            continue;
        int r = is_part_of(t, exc, nf->argv[0]) ? add_leaves(t, nf->slot[1], exc) : vv_list_append(t, nf->slot[0], exc);
        if (r < 0)
            return VV_FAILED;
    }
    if (VV_LIST(nf->slot[1])->length > 0) {
        /* the original group reduced to what was raised again: split() with "is it in the list?" as the condition */
        VV_AWAIT(nf, vv_do_getattr(t, nf->slot[1], VV_N(t, __contains__)));
        nf->slot[2] = vv_take_ret(t);
        VV_AWAIT(nf, vv_do_exc_split(t, nf->argv[0], nf->slot[2]));
        nf->slot[3] = vv_take_ret(t);
        if (VV_TUPLE(nf->slot[3])->items[0] != t->vm->none &&
            vv_list_append(t, nf->slot[0], VV_TUPLE(nf->slot[3])->items[0]) < 0)
            return VV_FAILED;
    }
    if (VV_LIST(nf->slot[0])->length == 0)
        return vv_return_none(t);
    if (VV_LIST(nf->slot[0])->length == 1)
        return vv_return(t, vv_newref(VV_LIST(nf->slot[0])->items[0]));
    vv_obj *args[] = {t->vm->empty_str, nf->slot[0]};
    VV_AWAIT(nf, vv_do_call(t, (vv_ref)t->vm->types[VV_BaseExceptionGroup], args, 2));
    return VV_READY;
    VV_END(nf);
}

vv_step vv_do_prep_reraise_star(vv_thread *t, vv_ref original, vv_ref raised) {
    return vv_start2(t, reraise_native, "except*", original, raised);
}
