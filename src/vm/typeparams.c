/* typeparams.c - type parameters and type aliases (PEP 695), and the end of an except* statement (PEP 654).
 *
 * The four kinds of variables and aliases have one layout. What comes behind a colon or an equals sign is a function that
 * computes it on first request.
 */
#include "vm/typeparams.h"

#include "code/opcode.h"
#include "object/alloc.h"
#include "object/bind.h"
#include "object/error.h"
#include "object/intern.h"
#include "types/dict.h"
#include "types/exceptions.h"
#include "types/function.h"
#include "types/genericalias.h"
#include "types/list.h"
#include "types/str.h"
#include "types/tuple.h"
#include "types/typeargs.h"
#include "vm/frame.h"

typedef struct vv_typeparam {
    vv_obj head;
    vv_obj *name;                   /* owned */
    vv_obj *dict;                   /* owned or NULL: `__module__` and the like; not of an alias */
    vv_obj *value, *compute;        /* owned or NULL: bound, or the alias's value; the function that gives it */
    vv_obj *constraints, *compute_constraints;
    vv_obj *params;                 /* of an alias: tuple or None */
    vv_obj *module;                 /* of an alias: str or None */
    vv_obj *weaklist;
    bool covariant, contravariant, infer_variance;
} vv_typeparam;
#define PARAM(o) ((vv_typeparam *)(o))

/* `named`: made by a call, so that it says which module it is from. */
static vv_owned new_param(vv_thread *t, int type, vv_ref name, bool named) {
    VV_AUTO o = {t, vv_new_object(t, t->vm->types[type], sizeof(vv_typeparam))};
    if (o.o == NULL)
        return NULL;
    vv_ref globals = vv_caller_globals_peek(t);
    vv_ref module = globals == NULL ? NULL : vv_dict_get_str_peek(globals, VV_N(t, __name__));
    PARAM(o.o)->name = vv_newref(name);
    PARAM(o.o)->infer_variance = true;
    vv_track(t, o.o);
    if (module == NULL)
        module = VV_NONE(t);
    if (type == VV_T_TYPEALIAS) {
        PARAM(o.o)->module = vv_newref(module);
    } else if (named) {
        PARAM(o.o)->dict = vv_dict_new(t);
        if (PARAM(o.o)->dict == NULL || vv_dict_set_str(t, PARAM(o.o)->dict, VV_N(t, __module__), module) < 0)
            return NULL;
    }
    return vv_move(&o.o);
}

static int param_traverse(vv_ref self, vv_visit visit, void *arg) {
    const vv_typeparam *p = PARAM(self);
    VV_VISIT(p->name);
    VV_VISIT(p->dict);
    VV_VISIT(p->value);
    VV_VISIT(p->compute);
    VV_VISIT(p->constraints);
    VV_VISIT(p->compute_constraints);
    VV_VISIT(p->params);
    VV_VISIT(p->module);
    return 0;
}
static void param_clear(vv_thread *t, vv_obj *self) {
    vv_typeparam *p = PARAM(self);
    vv_clearref(t, &p->dict);
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

/* ---- help from module typing ---- */

/* argv: name of a function of typing, arguments (tuple), keywords (dict or NULL) */
static vv_step typing_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_import_module(t, VV_N(t, typing)));
    nf->slot[0] = vv_take_ret(t);
    VV_AWAIT(nf, vv_do_getattr(t, nf->slot[0], nf->argv[0]));
    vv_setref_take(t, &nf->slot[0], vv_take_ret(t));
    VV_AWAIT(nf, vv_do_call_ex(t, nf->slot[0], nf->argv[1], nf->argv[2]));
    return VV_READY;
    VV_END(nf);
}

static vv_step call_typing(vv_thread *t, vv_ref name, vv_ref a, vv_ref b) {
    VV_AUTO args = {t, b == NULL ? vv_tuple_pack(t, 1, a) : vv_tuple_pack(t, 2, a, b)};
    if (args.o == NULL)
        return VV_FAILED;
    return vv_start3(t, typing_native, "typing", name, args.o, NULL);
}

static bool typing_is_loaded(vv_thread *t) {
    return vv_dict_get_str_peek(t->vm->modules, VV_N(t, typing)) != NULL;
}

/* What typing would take for a type without further ado; borrowed, NULL: ask typing. */
static vv_ref plain_type_peek(vv_thread *t, vv_ref o) {
    if (o == VV_NONE(t))
        return &VV_TYPEP(t, NONE)->head;
    if (o == &VV_TYPEP(t, GENERIC)->head)
        return NULL;
    bool plain = VV_IS(t, o, TYPE) || (VV_IS(t, o, GENERIC_ALIAS) && !VV_GENERIC_ALIAS_OF(o)->starred) || VV_IS(t, o, UNION) ||
                 VV_IS(t, o, TYPEVAR) || VV_IS(t, o, TYPEALIAS);
    return plain ? o : NULL;
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

static vv_owned get_lazy(vv_thread *t, vv_ref self, bool constraints, vv_ref missing) {
    const vv_typeparam *p = PARAM(self);
    vv_ref known = constraints ? p->constraints : p->value;
    if (known != NULL)
        return vv_newref(known);
    if ((constraints ? p->compute_constraints : p->compute) == NULL)
        return vv_newref(missing);
    vv_native *nf = vv_push_native(t, compute_native, "lazy annotation", (vv_obj *[]){VV_OBJ(self)}, 1);
    if (nf == NULL)
        return NULL;
    nf->i[0] = constraints;
    return VV_GETTER_PUSHED;
}

static vv_owned get_value(vv_thread *t, vv_ref self) { /* `__bound__` of a variable, `__value__` of an alias */
    return get_lazy(t, self, false, VV_NONE(t));
}
static vv_owned get_constraints(vv_thread *t, vv_ref self) {
    return get_lazy(t, self, true, t->vm->empty_tuple);
}
static vv_owned get_params(vv_thread *t, vv_ref self) {
    vv_ref params = PARAM(self)->params;
    return vv_newref(params == NULL || params == t->vm->none ? (vv_ref)t->vm->empty_tuple : params);
}
static vv_owned get_module(vv_thread *t, vv_ref self) {
    (void)t;
    return vv_newref(PARAM(self)->module);
}

/* `__module__` of a variable: what it was given, else that of its type. */
static vv_owned get_variable_module(vv_thread *t, vv_ref self) {
    vv_ref dict = PARAM(self)->dict, own = dict == NULL ? NULL : vv_dict_get_str_peek(dict, VV_N(t, __module__));
    return own != NULL ? vv_newref(own) : vv_newref(VV_N(t, typing));
}
static int set_variable_module(vv_thread *t, vv_ref self, vv_ref value) {
    vv_obj **dict = &PARAM(self)->dict;
    if (*dict == NULL && (*dict = vv_dict_new(t)) == NULL)
        return -1;
    if (value != NULL)
        return vv_dict_set_str(t, *dict, VV_N(t, __module__), value);
    int r = vv_dict_del_str(t, *dict, VV_N(t, __module__));
    return r != 0 ? r < 0 ? -1 : 0 : vv_raise_int(t, VV_AttributeError, "__module__");
}

static vv_step param_repr(vv_thread *t, vv_ref self) {
    const vv_typeparam *p = PARAM(self);
    bool plain = p->infer_variance || VV_IS(t, self, TYPEVARTUPLE) || VV_IS(t, self, TYPEALIAS);
    return vv_return(t, plain ? vv_newref(p->name)
                              : vv_format(t, "%c%U", p->covariant ? '+' : p->contravariant ? '-' : '~', p->name));
}
static vv_step alias_getitem(vv_thread *t, vv_ref self, vv_ref key) {
    vv_ref params = PARAM(self)->params;
    if (params == NULL || params == t->vm->none)
        return vv_raise_step(t, VV_TypeError, "Only generic type aliases are subscriptable");
    return vv_return(t, vv_genericalias_new(t, self, key));
}
static vv_step param_or(vv_thread *t, vv_ref a, vv_ref b) {
    return call_typing(t, VV_N(t, _make_union), a, b);
}

/* argv: type variable tuple: iter((typing.Unpack[self],)). */
static vv_step iter_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_import_module(t, VV_N(t, typing)));
    nf->slot[0] = vv_take_ret(t);
    VV_AWAIT(nf, vv_do_getattr(t, nf->slot[0], VV_N(t, Unpack)));
    vv_setref_take(t, &nf->slot[0], vv_take_ret(t));
    VV_AWAIT(nf, vv_do_getitem(t, nf->slot[0], nf->argv[0]));
    vv_setref_take(t, &nf->slot[0], vv_take_ret(t));
    vv_setref_take(t, &nf->slot[0], vv_tuple_pack(t, 1, (vv_ref)nf->slot[0]));
    if (nf->slot[0] == NULL)
        return VV_FAILED;
    VV_AWAIT(nf, vv_do_iter(t, nf->slot[0]));
    return VV_READY;
    VV_END(nf);
}
static vv_step tuple_param_iter(vv_thread *t, vv_ref self) {
    return vv_start1(t, iter_native, "__iter__", self);
}

/* ---- methods ---- */

static vv_owned param_reduce(vv_thread *t, vv_obj *const *argv) {
    (void)t;
    return vv_newref(PARAM(argv[0])->name);
}
static vv_owned param_mro_entries(vv_thread *t, vv_obj *const *argv) {
    return vv_raise(t, VV_TypeError, "Cannot subclass an instance of %U", argv[0]->type->name);
}
static vv_step typevar_subst(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    vv_ref plain = plain_type_peek(t, nf->argv[1]);
    if (plain != NULL)
        return vv_return(t, vv_newref(plain));
    VV_AWAIT(nf, call_typing(t, VV_N(t, _typevar_subst), nf->argv[0], nf->argv[1]));
    return VV_READY;
    VV_END(nf);
}
static vv_step paramspec_subst(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, call_typing(t, VV_N(t, _paramspec_subst), nf->argv[0], nf->argv[1]));
    return VV_READY;
    VV_END(nf);
}
static vv_owned typevartuple_subst(vv_thread *t, vv_obj *const *argv) {
    (void)argv;
    return vv_raise(t, VV_TypeError, "Substitution of bare TypeVarTuple is not supported");
}
/* argv: self, alias, args */
static vv_step prepare_subst(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    nf->slot[0] = vv_tuple_pack(t, 3, (vv_ref)nf->argv[0], (vv_ref)nf->argv[1], (vv_ref)nf->argv[2]);
    if (nf->slot[0] == NULL)
        return VV_FAILED;
    VV_AWAIT(nf, vv_start3(t, typing_native, "typing",
                           VV_IS(t, nf->argv[0], PARAMSPEC) ? VV_N(t, _paramspec_prepare_subst) : VV_N(t, _typevartuple_prepare_subst),
                           nf->slot[0], NULL));
    return VV_READY;
    VV_END(nf);
}

/* ---- constructors ---- */

/* argv: class, name, constraints (tuple), bound, covariant, contravariant, infer_variance (NULL = not given).
 * slot: 0 the object, 1 bound; i[0]: next flag. */
static vv_step variable_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    nf->slot[0] = new_param(t, nf->argv[0] == &VV_TYPEP(t, TYPEVAR)->head ? VV_T_TYPEVAR : VV_T_PARAMSPEC, nf->argv[1], true);
    if (nf->slot[0] == NULL)
        return VV_FAILED;
    PARAM(nf->slot[0])->infer_variance = false;
    for (nf->i[0] = 4; nf->i[0] < 7; nf->i[0]++) {
        if (nf->argv[nf->i[0]] == NULL)
            continue;
        VV_AWAIT(nf, vv_do_truth(t, nf->argv[nf->i[0]]));
        vv_typeparam *p = PARAM(nf->slot[0]);
        *(nf->i[0] == 4 ? &p->covariant : nf->i[0] == 5 ? &p->contravariant : &p->infer_variance) = t->ival != 0;
    }
    if (PARAM(nf->slot[0])->covariant && PARAM(nf->slot[0])->contravariant)
        return vv_raise_step(t, VV_ValueError, "Bivariant types are not supported.");
    if (PARAM(nf->slot[0])->infer_variance && (PARAM(nf->slot[0])->covariant || PARAM(nf->slot[0])->contravariant))
        return vv_raise_step(t, VV_ValueError, "Variance cannot be specified with infer_variance.");
    if (nf->argv[3] == NULL && !VV_IS(t, nf->slot[0], TYPEVAR))
        nf->argv[3] = vv_none(t); /* taken for a type: P.__bound__ is NoneType */
    if (nf->argv[3] != NULL && (nf->argv[3] != t->vm->none || !VV_IS(t, nf->slot[0], TYPEVAR))) {
        nf->slot[1] = vv_xnewref(plain_type_peek(t, nf->argv[3]));
        if (nf->slot[1] == NULL) {
            nf->slot[2] = vv_str_from_cstr(t, "Bound must be a type.");
            if (nf->slot[2] == NULL)
                return VV_FAILED;
            VV_AWAIT(nf, call_typing(t, VV_N(t, _type_check), nf->argv[3], nf->slot[2]));
            nf->slot[1] = vv_take_ret(t);
        }
        PARAM(nf->slot[0])->value = vv_newref(nf->slot[1]);
    }
    if (VV_TUPLE(nf->argv[2])->length == 1)
        return vv_raise_step(t, VV_TypeError, "A single constraint is not allowed");
    if (VV_TUPLE(nf->argv[2])->length > 0 && nf->slot[1] != NULL)
        return vv_raise_step(t, VV_TypeError, "Constraints cannot be combined with bound=...");
    PARAM(nf->slot[0])->constraints = vv_newref(nf->argv[2]);
    return vv_return(t, vv_move(&nf->slot[0]));
    VV_END(nf);
}

static vv_step variable_create(vv_thread *t, vv_ref cls, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    bool typevar = cls == &VV_TYPEP(t, TYPEVAR)->head;
    size_t positional = typevar && nargs > 1 ? 1 : nargs, nkw = kwnames == NULL ? 0 : VV_TUPLE(kwnames)->length;
    vv_obj **given = vv_alloc(t, (positional + nkw + 1) * sizeof(vv_obj *)), *a[5];
    if (given == NULL)
        return VV_FAILED;
    for (size_t i = 0; i < positional + nkw; i++)
        given[i] = args[i < positional ? i : nargs + i - positional];
    int r = typevar ? vv_parse_args(t, "typevar", "typevar(name, *, bound=None, covariant=False, contravariant=False, infer_variance=False)",
                                    given, positional, kwnames, a)
                    : vv_parse_args(t, "paramspec", "paramspec(name, *, bound=None, covariant=False, contravariant=False, infer_variance=False)",
                                    given, positional, kwnames, a);
    vv_free(t, given);
    if (r < 0)
        return VV_FAILED;
    if (!VV_ISA(a[0], STR))
        return vv_raise_step(t, VV_TypeError, "%s() argument 'name' must be str, not %A", typevar ? "typevar" : "paramspec", a[0]);
    VV_AUTO constraints = {t, typevar && nargs > 1 ? vv_tuple_from_array(t, args + 1, nargs - 1) : vv_newref(t->vm->empty_tuple)};
    if (constraints.o == NULL)
        return VV_FAILED;
    vv_obj *argv[7] = {VV_OBJ(cls), a[0], constraints.o, a[1], a[2], a[3], a[4]};
    return vv_push_native(t, variable_native, VV_AS_TYPE(cls)->tp_name, argv, 7) == NULL ? VV_FAILED : VV_PUSHED;
}

static vv_step tuple_param_create(vv_thread *t, vv_ref cls, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    vv_obj *a[1];
    (void)cls;
    if (vv_parse_args(t, "typevartuple", "typevartuple(name)", args, nargs, kwnames, a) < 0)
        return VV_FAILED;
    if (!VV_ISA(a[0], STR))
        return vv_raise_step(t, VV_TypeError, "typevartuple() argument 'name' must be str, not %A", a[0]);
    return vv_return(t, new_param(t, VV_T_TYPEVARTUPLE, a[0], true));
}

static vv_step alias_create(vv_thread *t, vv_ref cls, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    vv_obj *a[3];
    (void)cls;
    if (vv_parse_args(t, "typealias", "typealias(name, value, *, type_params=())", args, nargs, kwnames, a) < 0)
        return VV_FAILED;
    if (!VV_ISA(a[0], STR))
        return vv_raise_step(t, VV_TypeError, "typealias() argument 'name' must be str, not %A", a[0]);
    if (a[2] != NULL && !VV_ISA(a[2], TUPLE))
        return vv_raise_step(t, VV_TypeError, "type_params must be a tuple");
    vv_obj *o = new_param(t, VV_T_TYPEALIAS, a[0], true);
    if (o != NULL) {
        PARAM(o)->value = vv_newref(a[1]);
        PARAM(o)->params = a[2] == NULL || VV_TUPLE(a[2])->length == 0 ? NULL : vv_newref(a[2]);
    }
    return vv_return(t, o);
}

/* ---- P.args and P.kwargs ---- */

typedef struct vv_paramspecattr {
    vv_obj head;
    vv_obj *origin; /* owned */
    vv_obj *weaklist;
} vv_paramspecattr;
#define ATTR(o) ((vv_paramspecattr *)(o))

static vv_owned new_attr(vv_thread *t, int type, vv_ref origin) {
    vv_obj *o = vv_new_object(t, t->vm->types[type], sizeof(vv_paramspecattr));
    if (o == NULL)
        return NULL;
    ATTR(o)->origin = vv_newref(origin);
    vv_track(t, o);
    return o;
}
static vv_owned get_args(vv_thread *t, vv_ref self) {
    return new_attr(t, VV_T_PARAMSPECARGS, self);
}
static vv_owned get_kwargs(vv_thread *t, vv_ref self) {
    return new_attr(t, VV_T_PARAMSPECKWARGS, self);
}
static vv_step attr_create(vv_thread *t, vv_ref cls, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    vv_obj *a[1];
    bool positional = cls == &VV_TYPEP(t, PARAMSPECARGS)->head;
    if (vv_parse_args(t, positional ? "paramspecargs" : "paramspeckwargs", "f(origin)", args, nargs, kwnames, a) < 0)
        return VV_FAILED;
    return vv_return(t, new_attr(t, positional ? VV_T_PARAMSPECARGS : VV_T_PARAMSPECKWARGS, a[0]));
}
static vv_step attr_repr_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (VV_IS(t, ATTR(nf->argv[0])->origin, PARAMSPEC)) {
        nf->slot[0] = vv_newref(PARAM(ATTR(nf->argv[0])->origin)->name);
    } else {
        VV_AWAIT(nf, vv_do_repr(t, ATTR(nf->argv[0])->origin));
        nf->slot[0] = vv_take_ret(t);
    }
    return vv_return(t, vv_format(t, "%U.%s", nf->slot[0], VV_IS(t, nf->argv[0], PARAMSPECARGS) ? "args" : "kwargs"));
    VV_END(nf);
}
static vv_step attr_repr(vv_thread *t, vv_ref self) {
    return vv_start1(t, attr_repr_native, "__repr__", self);
}
static vv_step attr_compare(vv_thread *t, vv_ref a, vv_ref b, int op) {
    if ((op != VV_EQ && op != VV_NE) || a->type != b->type)
        return vv_return_not_implemented(t);
    return vv_do_compare(t, ATTR(a)->origin, ATTR(b)->origin, (enum vv_cmp)op);
}
static void attr_dealloc(vv_thread *t, vv_obj *self) {
    vv_clearref(t, &ATTR(self)->origin);
    vv_free_object(t, self);
}
static int attr_traverse(vv_ref self, vv_visit visit, void *arg) {
    VV_VISIT(ATTR(self)->origin);
    return 0;
}

/* ---- the types ---- */

#define REDUCE {"__reduce__", VV_KIND_LEAF, VV_BIND_INSTANCE, {.leaf = param_reduce}, "__reduce__($self, /)", NULL}
#define MRO_ENTRIES                                                                                                    \
    {"__mro_entries__", VV_KIND_LEAF, VV_BIND_INSTANCE, {.leaf = param_mro_entries}, "__mro_entries__($self, bases, /)", NULL}
#define PREPARE                                                                                                        \
    {"__typing_prepare_subst__", VV_KIND_RESUMABLE, VV_BIND_INSTANCE, {.resumable = prepare_subst},                    \
     "__typing_prepare_subst__($self, alias, args, /)", NULL}
#define NO_METHOD {NULL, VV_KIND_LEAF, VV_BIND_INSTANCE, {.leaf = NULL}, NULL, NULL}
static const vv_methoddef typevar_methods[] = {
    {"__typing_subst__", VV_KIND_RESUMABLE, VV_BIND_INSTANCE, {.resumable = typevar_subst}, "__typing_subst__($self, arg, /)", NULL},
    REDUCE, MRO_ENTRIES, NO_METHOD};
static const vv_methoddef paramspec_methods[] = {
    {"__typing_subst__", VV_KIND_RESUMABLE, VV_BIND_INSTANCE, {.resumable = paramspec_subst}, "__typing_subst__($self, arg, /)", NULL},
    PREPARE, REDUCE, MRO_ENTRIES, NO_METHOD};
static const vv_methoddef typevartuple_methods[] = {
    {"__typing_subst__", VV_KIND_LEAF, VV_BIND_INSTANCE, {.leaf = typevartuple_subst}, "__typing_subst__($self, arg, /)", NULL},
    PREPARE, REDUCE, MRO_ENTRIES, NO_METHOD};
static const vv_methoddef alias_methods[] = {REDUCE, NO_METHOD};
static const vv_methoddef attr_methods[] = {MRO_ENTRIES, NO_METHOD};

#define NAME_MEMBER {"__name__", VV_MEMBER_OBJECT, offsetof(vv_typeparam, name), true, NULL}
#define VARIANCE_MEMBERS                                                                                               \
    {"__covariant__", VV_MEMBER_BOOL, offsetof(vv_typeparam, covariant), true, NULL},                                  \
        {"__contravariant__", VV_MEMBER_BOOL, offsetof(vv_typeparam, contravariant), true, NULL},                      \
        {"__infer_variance__", VV_MEMBER_BOOL, offsetof(vv_typeparam, infer_variance), true, NULL}
#define NO_MEMBER {NULL, VV_MEMBER_OBJECT, 0, false, NULL}
static const vv_memberdef typevar_members[] = {NAME_MEMBER, VARIANCE_MEMBERS, NO_MEMBER};
static const vv_memberdef paramspec_members[] = {
    NAME_MEMBER, VARIANCE_MEMBERS, {"__bound__", VV_MEMBER_OBJECT, offsetof(vv_typeparam, value), true, NULL}, NO_MEMBER};
static const vv_memberdef name_members[] = {NAME_MEMBER, NO_MEMBER};
static const vv_memberdef attr_members[] = {{"__origin__", VV_MEMBER_OBJECT, offsetof(vv_paramspecattr, origin), true, NULL},
                                            NO_MEMBER};

#define MODULE_GETSET {"__module__", get_variable_module, set_variable_module, NULL}
static const vv_getsetdef typevartuple_getset[] = {MODULE_GETSET, {NULL, NULL, NULL, NULL}};
static const vv_getsetdef typevar_getset[] = {{"__bound__", get_value, NULL, NULL},
                                              {"__constraints__", get_constraints, NULL, NULL},
                                              MODULE_GETSET,
                                              {NULL, NULL, NULL, NULL}};
static const vv_getsetdef paramspec_getset[] = {{"args", get_args, NULL, "Represents positional arguments."},
                                                {"kwargs", get_kwargs, NULL, "Represents keyword arguments."},
                                                MODULE_GETSET,
                                                {NULL, NULL, NULL, NULL}};
static const vv_getsetdef alias_getset[] = {
    {"__module__", get_module, NULL, NULL},     {"__type_params__", get_params, NULL, NULL},
    {"__parameters__", get_params, NULL, NULL}, {"__value__", get_value, NULL, NULL},
    {NULL, NULL, NULL, NULL},
};

static const vv_slots variable_slots = {.repr = param_repr, .new_ = variable_create, .or_ = param_or};
static const vv_slots tuple_param_slots = {.repr = param_repr, .new_ = tuple_param_create, .iter = tuple_param_iter};
static const vv_slots alias_slots = {.repr = param_repr, .new_ = alias_create, .getitem = alias_getitem, .or_ = vv_union_or};
static const vv_slots attr_slots = {.repr = attr_repr, .new_ = attr_create, .compare = attr_compare};

#define PARAM_SPEC(name_, size_, doc_, dict_, slots_, methods_, getset_, members_)                                            \
    {                                                                                                                  \
        .name = name_, .module = "typing", .base = VV_T_OBJECT, .flags = VV_TF_GC | VV_TF_IMMUTABLE,                   \
        .basicsize = sizeof(vv_typeparam), .size64 = size_, .dictoffset = dict_,                                          \
        .weakoffset = offsetof(vv_typeparam, weaklist), .doc = doc_, .slots = slots_, .methods = methods_,             \
        .getset = getset_, .members = members_, .dealloc = param_dealloc, .traverse = param_traverse,                  \
        .clear = param_clear,                                                                                          \
    }
const vv_typespec vv_typevar_spec = PARAM_SPEC("TypeVar", 96, "Type variable.\n\n`class C[T]` makes one; TypeVar('T') is the older way.",
                                               offsetof(vv_typeparam, dict), &variable_slots, typevar_methods, typevar_getset,
                                               typevar_members);
const vv_typespec vv_paramspec_spec = PARAM_SPEC("ParamSpec", 72, "Parameter specification variable: `def f[**P]` makes one.",
                                                 offsetof(vv_typeparam, dict), &variable_slots, paramspec_methods,
                                                 paramspec_getset, paramspec_members);
const vv_typespec vv_typevartuple_spec = PARAM_SPEC("TypeVarTuple", 56, "Type variable for any number of types: `class C[*Ts]` makes one.",
                                                    offsetof(vv_typeparam, dict), &tuple_param_slots, typevartuple_methods,
                                                    typevartuple_getset, name_members);
const vv_typespec vv_typealias_spec = PARAM_SPEC("TypeAliasType", 72, "Type alias: what the type statement makes.", 0, &alias_slots,
                                                 alias_methods, alias_getset, name_members);

#define ATTR_SPEC(name_, doc_)                                                                                         \
    {                                                                                                                  \
        .name = name_, .module = "typing", .base = VV_T_OBJECT, .flags = VV_TF_GC | VV_TF_IMMUTABLE,                   \
        .basicsize = sizeof(vv_paramspecattr), .size64 = 56, .weakoffset = offsetof(vv_paramspecattr, weaklist),       \
        .doc = doc_, .slots = &attr_slots, .methods = attr_methods, .members = attr_members, .dealloc = attr_dealloc,  \
        .traverse = attr_traverse,                                                                                     \
    }
const vv_typespec vv_paramspecargs_spec = ATTR_SPEC("ParamSpecArgs", "The args of a ParamSpec object: P.args.");
const vv_typespec vv_paramspeckwargs_spec = ATTR_SPEC("ParamSpecKwargs", "The kwargs of a ParamSpec object: P.kwargs.");

/* ---- Generic, the base of generic classes ----
 * Once the program has imported typing its functions do this work; before, the same is done here for what the syntax
 * of PEP 695 makes. */

/* argv: class, item. slot: 0 items, 1 the class's parameters */
static vv_step generic_class_getitem(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (typing_is_loaded(t)) {
        VV_AWAIT(nf, call_typing(t, VV_N(t, _generic_class_getitem), nf->argv[0], nf->argv[1]));
        return VV_READY;
    }
    nf->slot[0] = VV_ISA(nf->argv[1], TUPLE) ? vv_newref(nf->argv[1]) : vv_tuple_pack(t, 1, (vv_ref)nf->argv[1]);
    if (nf->slot[0] == NULL)
        return VV_FAILED;
    if (nf->argv[0] == &VV_TYPEP(t, GENERIC)->head) {
        VV_AWAIT(nf, call_typing(t, VV_N(t, _generic_class_getitem), nf->argv[0], nf->argv[1]));
        return VV_READY;
    }
    VV_AWAIT(nf, vv_do_lookup_attr(t, nf->argv[0], VV_N(t, __parameters__)));
    nf->slot[1] = vv_take_ret(t);
    size_t given = VV_TUPLE(nf->slot[0])->length;
    size_t wanted = nf->slot[1] != NULL && VV_ISA(nf->slot[1], TUPLE) ? VV_TUPLE(nf->slot[1])->length : 0;
    bool simple = true;
    for (size_t i = 0; i < wanted; i++)
        simple &= VV_IS(t, VV_TUPLE(nf->slot[1])->items[i], TYPEVAR);
    for (size_t i = 0; i < given; i++)
        simple &= plain_type_peek(t, VV_TUPLE(nf->slot[0])->items[i]) != NULL;
    if (!simple) {
        VV_AWAIT(nf, call_typing(t, VV_N(t, _generic_class_getitem), nf->argv[0], nf->argv[1]));
        return VV_READY;
    }
    if (wanted == 0)
        return vv_raise_step(t, VV_TypeError, "%R is not a generic class", nf->argv[0]);
    if (given != wanted)
        return vv_raise_step(t, VV_TypeError, "Too %s arguments for %R; actual %zu, expected %zu",
                             given > wanted ? "many" : "few", nf->argv[0], given, wanted);
    return vv_return(t, vv_genericalias_new(t, nf->argv[0], nf->slot[0]));
    VV_END(nf);
}

/* argv: class, args, kwargs. slot: 0 super, or bases, then parameters */
static vv_step generic_init_subclass(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (typing_is_loaded(t)) {
        nf->slot[0] = vv_list_from_array(t, nf->argv, 1);
        if (nf->slot[0] == NULL || vv_list_extend_now(t, nf->slot[0], nf->argv[1]) < 0)
            return VV_FAILED;
        vv_setref_take(t, &nf->slot[0], vv_list_to_tuple(t, nf->slot[0]));
        if (nf->slot[0] == NULL)
            return VV_FAILED;
        VV_AWAIT(nf, vv_start3(t, typing_native, "typing", VV_N(t, _generic_init_subclass), nf->slot[0], nf->argv[2]));
        return VV_READY;
    }
    VV_AWAIT(nf, vv_do_call2(t, (vv_ref)VV_TYPEP(t, SUPER), (vv_ref)VV_TYPEP(t, GENERIC), nf->argv[0]));
    nf->slot[0] = vv_take_ret(t);
    VV_AWAIT(nf, vv_do_getattr(t, nf->slot[0], VV_N(t, __init_subclass__)));
    vv_setref_take(t, &nf->slot[0], vv_take_ret(t));
    VV_AWAIT(nf, vv_do_call_ex(t, nf->slot[0], nf->argv[1], nf->argv[2]));
    vv_drop_ret(t);
    vv_ref own = vv_dict_get_str_peek(VV_AS_TYPE(nf->argv[0])->dict, VV_N(t, __orig_bases__));
    vv_setref_take(t, &nf->slot[0], vv_newref(own != NULL ? own : (vv_ref)VV_AS_TYPE(nf->argv[0])->bases));
    for (size_t i = 0; VV_ISA(nf->slot[0], TUPLE) && i < VV_TUPLE(nf->slot[0])->length; i++) {
        if (VV_TUPLE(nf->slot[0])->items[i] == &VV_TYPEP(t, GENERIC)->head)
            return vv_raise_step(t, VV_TypeError, "Cannot inherit from plain Generic");
    }
    if (own != NULL && VV_ISA(nf->slot[0], TUPLE)) {
        VV_AWAIT(nf, vv_do_type_parameters(t, nf->slot[0]));
        vv_setref_take(t, &nf->slot[0], vv_take_ret(t));
    } else {
        vv_setref_take(t, &nf->slot[0], vv_newref(t->vm->empty_tuple));
    }
    VV_AWAIT(nf, vv_do_setattr(t, nf->argv[0], VV_N(t, __parameters__), nf->slot[0]));
    return vv_return_none(t);
    VV_END(nf);
}

static const vv_methoddef generic_methods[] = {
    {"__class_getitem__", VV_KIND_RESUMABLE, VV_BIND_CLASS, {.resumable = generic_class_getitem},
     "__class_getitem__($type, object, /)", "Parameterizes a generic class."},
    {"__init_subclass__", VV_KIND_RESUMABLE, VV_BIND_CLASS, {.resumable = generic_init_subclass},
     "__init_subclass__($type, /, *args, **kwargs)", "Notes the type parameters of a new generic class."},
    NO_METHOD,
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
    vv_owned o = new_param(t, VV_T_TYPEALIAS, tuple->items[0], false);
    if (o == NULL)
        return NULL;
    PARAM(o)->params = vv_newref(tuple->items[1]);
    PARAM(o)->compute = vv_newref(tuple->items[2]);
    return o;
}

vv_step vv_do_typeparam_intrinsic(vv_thread *t, int number, vv_ref value) {
    switch (number) {
    case VV_INTRINSIC_TYPEVAR:
        return vv_return(t, new_param(t, VV_T_TYPEVAR, value, false));
    case VV_INTRINSIC_PARAMSPEC:
        return vv_return(t, new_param(t, VV_T_PARAMSPEC, value, false));
    case VV_INTRINSIC_TYPEVARTUPLE:
        return vv_return(t, new_param(t, VV_T_TYPEVARTUPLE, value, false));
    case VV_INTRINSIC_SUBSCRIPT_GENERIC:
        if (typing_is_loaded(t))
            return call_typing(t, VV_N(t, _GenericAlias), (vv_ref)VV_TYPEP(t, GENERIC), value);
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
        if ((o = new_param(t, VV_T_TYPEVAR, a, false)) != NULL)
            PARAM(o)->compute = vv_newref(b);
        return vv_return(t, o);
    case VV_INTRINSIC2_TYPEVAR_WITH_CONSTRAINTS:
        if ((o = new_param(t, VV_T_TYPEVAR, a, false)) != NULL)
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

/* argv: original, list of exceptions and None; slot: 0 newly raised ones, 1 leaves of those raised again, 3 pair */
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
        /* the original group reduced to what was raised again */
        VV_AWAIT(nf, vv_do_exc_split(t, nf->argv[0], nf->slot[1]));
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
