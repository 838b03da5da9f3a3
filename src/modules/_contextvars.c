/* _contextvars.c - module _contextvars: variables whose values belong to a context (PEP 567).
 *
 * A context holds a dict from variables to values. Copies share it: a dict that somebody else holds too is never changed but
 * copied first, so copying a context takes one allocation, and iterators go on over what they began with. The thread's
 * current context is t->context, made when first needed.
 */
#include "modules/_contextvars.h"

#include "object/alloc.h"
#include "object/bind.h"
#include "object/error.h"
#include "types/container.h"
#include "types/dict.h"
#include "types/function.h"
#include "types/iterators.h"
#include "types/leaf.h"
#include "types/str.h"
#include "types/tuple.h"
#include "vm/frame.h"

typedef struct context {
    vv_obj head;
    vv_obj *vars;  /* owned dict */
    bool entered;
    vv_obj *weaklist;
} context;
#define CONTEXT(o) ((context *)(o))

typedef struct context_var {
    vv_obj head;
    vv_obj *name, *standard; /* owned; standard: the default value, or NULL */
} context_var;
#define VAR(o) ((context_var *)(o))

typedef struct context_token {
    vv_obj head;
    vv_obj *context, *var, *old; /* owned; old NULL: the variable had no value */
    bool used;
} context_token;
#define TOKEN(o) ((context_token *)(o))

static vv_getter_fn token_get_var, token_get_old_value;

#define VV_DEF_NAME contextvars
#define VV_DEF_FILE "modules/_contextvars.def"
#include "object/deftype.h"
#define VV_DEF_NAME context_var
#define VV_DEF_FILE "modules/_contextvars_var.def"
#include "object/deftype.h"
#define VV_DEF_NAME context_token
#define VV_DEF_FILE "modules/_contextvars_token.def"
#include "object/deftype.h"
#define VV_DEF_NAME context
#define VV_DEF_FILE "modules/_contextvars_context.def"
#include "object/deftype.h"

/* ---- contexts ---- */

/* Borrows vars; NULL: none yet. */
static vv_owned context_new(vv_thread *t, vv_ref vars) {
    VV_AUTO dict = {t, vars != NULL ? vv_newref(vars) : vv_dict_new(t)};
    vv_obj *o = dict.o == NULL ? NULL : vv_new_listed(t, VV_TYPEP(t, CONTEXT), VV_FL_CONTEXT);
    if (o == NULL)
        return NULL;
    CONTEXT(o)->vars = vv_move(&dict.o);
    vv_track(t, o);
    return o;
}

/* The current context, borrowed; NULL with MemoryError. */
static vv_ref current_peek(vv_thread *t) {
    if (t->context == NULL)
        t->context = context_new(t, NULL);
    return t->context;
}

/* Makes the dict of a context one that may be changed: 0/-1. */
static int own_vars(vv_thread *t, vv_ref ctx) {
    if (CONTEXT(ctx)->vars->refcnt == 1)
        return 0;
    vv_obj *copy = vv_dict_copy(t, CONTEXT(ctx)->vars);
    if (copy == NULL)
        return -1;
    vv_setref_take(t, &CONTEXT(ctx)->vars, copy);
    return 0;
}

/* Variables hash and compare by identity: no Python runs. */
static vv_ref value_peek(vv_thread *t, vv_ref ctx, vv_ref var) {
    vv_hash hash = vv_pointer_hash(var);
    int64_t ix = vv_dict_find_now(t, CONTEXT(ctx)->vars, var, hash);
    return ix < 0 ? NULL : vv_dict_value_at_peek(CONTEXT(ctx)->vars, ix);
}

static int store(vv_thread *t, vv_ref ctx, vv_ref var, vv_ref value_or_null) {
    if (own_vars(t, ctx) < 0)
        return -1;
    vv_obj *vars = CONTEXT(ctx)->vars;
    vv_hash hash = vv_pointer_hash(var);
    int64_t ix = vv_dict_find_now(t, vars, var, hash);
    if (value_or_null != NULL)
        return vv_dict_store_at(t, vars, ix, var, hash, value_or_null);
    if (ix >= 0)
        vv_dict_delete_at(t, vars, ix, hash);
    return 0;
}

static void context_dealloc(vv_thread *t, vv_obj *self) {
    vv_xdecref(t, CONTEXT(self)->vars);
    vv_free_listed(t, self, VV_FL_CONTEXT);
}

static int context_traverse(vv_ref self, vv_visit visit, void *arg) {
    VV_VISIT(CONTEXT(self)->vars);
    return 0;
}

static void context_clear(vv_thread *t, vv_obj *self) {
    vv_clearref(t, &CONTEXT(self)->vars);
}

static vv_step context_create(vv_thread *t, vv_ref type, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    (void)type, (void)args;
    if (nargs > 0 || (kwnames != NULL && VV_TUPLE(kwnames)->length > 0))
        return vv_raise_step(t, VV_TypeError, "Context() does not accept any arguments");
    return vv_return(t, context_new(t, NULL));
}

static vv_owned context_copy(vv_thread *t, vv_obj *const *argv) {
    return context_new(t, CONTEXT(argv[0])->vars);
}

static vv_owned context_copy_context(vv_thread *t, vv_obj *const *argv) {
    (void)argv;
    vv_ref ctx = current_peek(t);
    return ctx == NULL ? NULL : context_new(t, CONTEXT(ctx)->vars);
}

static vv_step bad_key(vv_thread *t, vv_native *nf) { /* argv: key */
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_repr(t, nf->argv[0]));
    nf->slot[0] = vv_take_ret(t);
    return vv_raise_step(t, VV_TypeError, "a ContextVar key was expected, got %U", nf->slot[0]);
    VV_END(nf);
}

static vv_step context_getitem(vv_thread *t, vv_ref self, vv_ref key) {
    if (!VV_IS(t, key, CONTEXT_VAR))
        return vv_start1(t, bad_key, "Context", key);
    vv_ref value = value_peek(t, self, key);
    return value == NULL ? vv_raise_value(t, VV_KeyError, key) : vv_return(t, vv_newref(value));
}

static vv_step context_contains(vv_thread *t, vv_ref self, vv_ref key) {
    if (!VV_IS(t, key, CONTEXT_VAR))
        return vv_start1(t, bad_key, "Context", key);
    return vv_return_int(t, value_peek(t, self, key) != NULL);
}

static vv_step context_get(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (!VV_IS(t, nf->argv[1], CONTEXT_VAR)) {
        VV_AWAIT(nf, vv_start1(t, bad_key, "Context", nf->argv[1]));
        return VV_READY;
    }
    vv_ref value = value_peek(t, nf->argv[0], nf->argv[1]);
    return vv_return(t, value != NULL ? vv_newref(value) : nf->argv[2] != NULL ? vv_move(&nf->argv[2]) : vv_none(t));
    VV_END(nf);
}

static vv_step context_len(vv_thread *t, vv_ref self) {
    return vv_return_int(t, (int64_t)vv_dict_length(CONTEXT(self)->vars));
}

static vv_step context_iter(vv_thread *t, vv_ref self) {
    return vv_return(t, vv_dict_iterator_new(t, VV_T_DICT_KEYITERATOR, CONTEXT(self)->vars));
}

static vv_owned context_keys(vv_thread *t, vv_obj *const *argv) {
    return vv_dict_iterator_new(t, VV_T_DICT_KEYITERATOR, CONTEXT(argv[0])->vars);
}
static vv_owned context_values(vv_thread *t, vv_obj *const *argv) {
    return vv_dict_iterator_new(t, VV_T_DICT_VALUEITERATOR, CONTEXT(argv[0])->vars);
}
static vv_owned context_items(vv_thread *t, vv_obj *const *argv) {
    return vv_dict_iterator_new(t, VV_T_DICT_ITEMITERATOR, CONTEXT(argv[0])->vars);
}

static vv_step compare_native(vv_thread *t, vv_native *nf) { /* argv: the two dicts */
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_compare(t, nf->argv[0], nf->argv[1], (enum vv_cmp)nf->i[0]));
    return VV_READY;
    VV_END(nf);
}

static vv_step context_compare(vv_thread *t, vv_ref a, vv_ref b, int op) {
    if (!VV_IS(t, a, CONTEXT) || !VV_IS(t, b, CONTEXT) || (op != VV_EQ && op != VV_NE))
        return vv_return_not_implemented(t);
    vv_native *nf = vv_push_native(t, compare_native, "Context.__eq__", (vv_obj *[]){CONTEXT(a)->vars, CONTEXT(b)->vars}, 2);
    if (nf == NULL)
        return VV_FAILED;
    nf->i[0] = op;
    return VV_PUSHED;
}

/* argv: self, (callable, arguments...), keywords or NULL; slot: 0 the context before, 1 the arguments */
static vv_step context_run(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (VV_TUPLE(nf->argv[1])->length == 0)
        return vv_raise_step(t, VV_TypeError, "run() missing 1 required positional argument");
    if (CONTEXT(nf->argv[0])->entered) {
        VV_AWAIT(nf, vv_do_repr(t, nf->argv[0]));
        nf->slot[0] = vv_take_ret(t);
        return vv_raise_step(t, VV_RuntimeError, "cannot enter context: %U is already entered", nf->slot[0]);
    }
    nf->slot[1] = vv_tuple_slice(t, nf->argv[1], 1, VV_TUPLE(nf->argv[1])->length);
    if (nf->slot[1] == NULL)
        return VV_FAILED;
    CONTEXT(nf->argv[0])->entered = true;
    nf->slot[0] = t->context;
    t->context = vv_newref(nf->argv[0]);
    VV_AWAIT_CATCH(nf, vv_do_call_ex(t, VV_TUPLE(nf->argv[1])->items[0], nf->slot[1], nf->argv[2]));
    CONTEXT(nf->argv[0])->entered = false;
    vv_setref_take(t, &t->context, vv_move(&nf->slot[0]));
    return nf->raised ? VV_FAILED : VV_READY;
    VV_END(nf);
}

/* ---- variables ---- */

static vv_step var_create(vv_thread *t, vv_ref type, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    vv_obj *a[2];
    if (nargs > 1)
        return vv_raise_step(t, VV_TypeError, "ContextVar() takes at most 1 positional argument (%zu given)", nargs);
    if (vv_parse_args(t, "ContextVar", "ContextVar(name, /, *, default=None)", args, nargs, kwnames, a) < 0)
        return VV_FAILED;
    if (!VV_ISA(a[0], STR))
        return vv_raise_step(t, VV_TypeError, "context variable name must be a str");
    vv_obj *o = vv_new_object(t, VV_AS_TYPE(type), sizeof(context_var));
    if (o == NULL)
        return VV_FAILED;
    VAR(o)->name = vv_newref(a[0]);
    VAR(o)->standard = vv_xnewref(a[1]);
    if (!VV_IS(t, a[0], STR) || (a[1] != NULL && vv_leaf_may_be_tracked(a[1]))) /* else it closes no cycle */
        vv_track(t, o);
    return vv_return(t, o);
}

static void var_dealloc(vv_thread *t, vv_obj *self) {
    vv_xdecref(t, VAR(self)->name);
    vv_xdecref(t, VAR(self)->standard);
    vv_free_object(t, self);
}

static int var_traverse(vv_ref self, vv_visit visit, void *arg) {
    VV_VISIT(VAR(self)->name);
    VV_VISIT(VAR(self)->standard);
    return 0;
}

static void var_clear(vv_thread *t, vv_obj *self) {
    vv_clearref(t, &VAR(self)->standard);
}

static vv_step var_repr_native(vv_thread *t, vv_native *nf) { /* slot[0]: the default's text */
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_repr(t, VAR(nf->argv[0])->standard));
    nf->slot[0] = vv_take_ret(t);
    return vv_return(t, vv_format(t, "<ContextVar name=%R default=%U at %p>", VAR(nf->argv[0])->name, nf->slot[0], nf->argv[0]));
    VV_END(nf);
}

static vv_step var_repr(vv_thread *t, vv_ref self) {
    if (VAR(self)->standard == NULL)
        return vv_return(t, vv_format(t, "<ContextVar name=%R at %p>", VAR(self)->name, self));
    return vv_start1(t, var_repr_native, "ContextVar.__repr__", self);
}

static vv_owned var_get(vv_thread *t, vv_obj *const *argv) {
    vv_ref value = t->context == NULL ? NULL : value_peek(t, t->context, argv[0]);
    if (value == NULL)
        value = argv[1] != NULL ? argv[1] : VAR(argv[0])->standard;
    if (value != NULL)
        return vv_newref(value);
    vv_raise_value(t, VV_LookupError, argv[0]);
    return NULL;
}

static vv_owned var_set(vv_thread *t, vv_obj *const *argv) {
    vv_ref ctx = current_peek(t);
    vv_obj *token = ctx == NULL ? NULL : vv_new_object(t, VV_TYPEP(t, CONTEXT_TOKEN), sizeof(context_token));
    if (token == NULL)
        return NULL;
    TOKEN(token)->context = vv_newref(ctx);
    TOKEN(token)->var = vv_newref(argv[0]);
    TOKEN(token)->old = vv_xnewref(value_peek(t, ctx, argv[0]));
    vv_track(t, token);
    if (store(t, ctx, argv[0], argv[1]) < 0) {
        vv_decref(t, token);
        return NULL;
    }
    return token;
}

static vv_step var_reset(vv_thread *t, vv_native *nf) { /* argv: var, token; slot[0]: text */
    VV_BEGIN(nf);
    if (!VV_IS(t, nf->argv[1], CONTEXT_TOKEN))
        nf->i[0] = 1;
    else if (TOKEN(nf->argv[1])->used)
        nf->i[0] = 2;
    else if (TOKEN(nf->argv[1])->var != nf->argv[0])
        nf->i[0] = 3;
    else if (TOKEN(nf->argv[1])->context != current_peek(t))
        nf->i[0] = 4;
    if (nf->i[0] != 0) {
        VV_AWAIT(nf, vv_do_repr(t, nf->argv[1]));
        nf->slot[0] = vv_take_ret(t);
        if (nf->i[0] == 1)
            return vv_raise_step(t, VV_TypeError, "expected an instance of Token, got %U", nf->slot[0]);
        if (nf->i[0] == 2)
            return vv_raise_step(t, VV_RuntimeError, "%U has already been used once", nf->slot[0]);
        return vv_raise_step(t, VV_ValueError, "%U was created %s", nf->slot[0],
                             nf->i[0] == 3 ? "by a different ContextVar" : "in a different Context");
    }
    TOKEN(nf->argv[1])->used = true;
    return store(t, TOKEN(nf->argv[1])->context, nf->argv[0], TOKEN(nf->argv[1])->old) < 0 ? VV_FAILED : vv_return_none(t);
    VV_END(nf);
}

static vv_step var_class_getitem(vv_thread *t, vv_native *nf) {
    return vv_container_class_getitem(t, nf);
}

/* ---- for modules in C ---- */

vv_owned vv_contextvar_new(vv_thread *t, const char *name) {
    vv_type *type = vv_type_ensure_peek(t, VV_T_CONTEXT_VAR);
    VV_AUTO text = {t, type == NULL || vv_type_ensure_peek(t, VV_T_CONTEXT) == NULL ? NULL : vv_str_from_cstr(t, name)};
    vv_obj *o = text.o == NULL ? NULL : vv_new_object(t, type, sizeof(context_var));
    if (o == NULL)
        return NULL;
    VAR(o)->name = vv_move(&text.o);
    vv_track(t, o);
    return o;
}

vv_ref vv_contextvar_get_peek(vv_thread *t, vv_ref var) {
    return t->context == NULL ? NULL : value_peek(t, t->context, var);
}

int vv_contextvar_set(vv_thread *t, vv_ref var, vv_ref value) {
    vv_ref ctx = current_peek(t);
    return ctx == NULL ? -1 : store(t, ctx, var, value);
}

/* ---- tokens ---- */

static void token_dealloc(vv_thread *t, vv_obj *self) {
    vv_xdecref(t, TOKEN(self)->context);
    vv_xdecref(t, TOKEN(self)->var);
    vv_xdecref(t, TOKEN(self)->old);
    vv_free_object(t, self);
}

static int token_traverse(vv_ref self, vv_visit visit, void *arg) {
    VV_VISIT(TOKEN(self)->context);
    VV_VISIT(TOKEN(self)->var);
    VV_VISIT(TOKEN(self)->old);
    return 0;
}

static void token_clear(vv_thread *t, vv_obj *self) {
    vv_clearref(t, &TOKEN(self)->context);
    vv_clearref(t, &TOKEN(self)->var);
    vv_clearref(t, &TOKEN(self)->old);
}

static vv_step token_create(vv_thread *t, vv_ref type, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    (void)type, (void)args, (void)nargs, (void)kwnames;
    return vv_raise_step(t, VV_RuntimeError, "Tokens can only be created by ContextVars");
}

static vv_owned token_get_var(vv_thread *t, vv_ref self) {
    (void)t;
    return vv_newref(TOKEN(self)->var);
}

static vv_owned token_get_old_value(vv_thread *t, vv_ref self) {
    if (TOKEN(self)->old != NULL)
        return vv_newref(TOKEN(self)->old);
    VV_AUTO name = {t, vv_str_from_cstr(t, "MISSING")};
    return name.o == NULL ? NULL : vv_xnewref(vv_dict_get_str_peek(self->type->dict, name.o));
}

static vv_step token_repr_native(vv_thread *t, vv_native *nf) { /* slot[0]: the variable's text */
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_repr(t, TOKEN(nf->argv[0])->var));
    nf->slot[0] = vv_take_ret(t);
    return vv_return(
        t, vv_format(t, "<Token%s var=%U at %p>", TOKEN(nf->argv[0])->used ? " used" : "", nf->slot[0], nf->argv[0]));
    VV_END(nf);
}

static vv_step token_repr(vv_thread *t, vv_ref self) {
    return vv_start1(t, token_repr_native, "Token.__repr__", self);
}

static vv_step token_class_getitem(vv_thread *t, vv_native *nf) {
    return vv_container_class_getitem(t, nf);
}

static vv_step missing_repr(vv_thread *t, vv_ref self) {
    (void)self;
    return vv_return(t, vv_str_from_cstr(t, "<Token.MISSING>"));
}

static void missing_dealloc(vv_thread *t, vv_obj *self) {
    vv_free_object(t, self);
}

/* ---- the types and the module ---- */

#define CONTEXT_SPEC(id, label, size, members_, getset_, sig, text)                                                    \
    const vv_typespec vv_##id##_spec = {                                                                               \
        .name = label,                                                                                                 \
        .module = "_contextvars",                                                                                      \
        .base = VV_T_OBJECT,                                                                                           \
        .flags = VV_TF_GC | VV_TF_IMMUTABLE,                                                                           \
        .basicsize = sizeof(id),                                                                                       \
        .size64 = size,                                                                                                \
        .doc = text,                                                                                                   \
        .signature = sig,                                                                                              \
        .slots = &id##_slots,                                                                                          \
        .methods = id##_methods,                                                                                       \
        .members = members_,                                                                                           \
        .getset = getset_,

CONTEXT_SPEC(context, "Context", 64, NULL, NULL, NULL, "The values of context variables at some place of a program.")
    .weakoffset = offsetof(context, weaklist), .dealloc = context_dealloc, .traverse = context_traverse, .clear = context_clear};
CONTEXT_SPEC(context_var, "ContextVar", 80, context_var_members, NULL, NULL, "A variable that has a value in each context.")
    .dealloc = var_dealloc, .traverse = var_traverse, .clear = var_clear};
CONTEXT_SPEC(context_token, "Token", 64, NULL, context_token_getset, NULL, "What ContextVar.set() gives, for reset().")
    .dealloc = token_dealloc, .traverse = token_traverse, .clear = token_clear};

static const vv_slots missing_slots = {.repr = missing_repr};
static const vv_typespec missing_spec = {
    .name = "Token.MISSING",
    .base = VV_T_OBJECT,
    .flags = VV_TF_IMMUTABLE | VV_TF_NO_NEW,
    .basicsize = sizeof(vv_obj),
    .size64 = 16,
    .slots = &missing_slots,
    .dealloc = missing_dealloc,
};

vv_owned vv__contextvars_module(vv_thread *t);
vv_owned vv__contextvars_module(vv_thread *t) {
    VV_AUTO module = {t, vv_module_from_defs(t, "_contextvars", "Context Variables", contextvars_methods)};
    for (int id = VV_T_CONTEXT; id <= VV_T_CONTEXT_TOKEN; id++) {
        vv_type *type = module.o == NULL ? NULL : vv_type_ensure_peek(t, id);
        if (type == NULL || vv_dict_set_cstr(t, VV_MODULE_OF(module.o)->dict, type->spec->name, &type->head) < 0)
            return NULL;
    }
    VV_AUTO type = {t, vv_type_from_spec(t, &missing_spec, NULL)};
    VV_AUTO missing = {t, type.o == NULL ? NULL : vv_new_object(t, VV_AS_TYPE(type.o), sizeof(vv_obj))};
    if (missing.o == NULL || vv_dict_set_cstr(t, VV_TYPEP(t, CONTEXT_TOKEN)->dict, "MISSING", missing.o) < 0)
        return NULL;
    return vv_move(&module.o);
}
