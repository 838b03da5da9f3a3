/* codegen_def.c - what makes code objects of its own: functions, lambdas, classes, type parameters, comprehensions. */
#include "code/codeobj.h"
#include "compiler/codegen_internal.h"
#include "compiler/unparse.h"
#include "object/error.h"
#include "types/tuple.h"

enum { HAS_DEFAULTS = 1, HAS_KWDEFAULTS = 2, HAS_ANNOTATIONS = 4 };

/* ---- signatures ---- */

static void check_debug_args(vv_compiler *c, const vv_arguments *a) {
    const vv_arg_seq *const lists[] = {&a->posonlyargs, &a->args, &a->kwonlyargs};
    for (size_t k = 0; k < VV_ARRAY_LEN(lists); k++)
        for (int i = 0; i < lists[k]->count; i++)
            vv_cg_forbidden(c, lists[k]->items[i]->arg, VV_CTX_Store, lists[k]->items[i]->loc);
    if (a->vararg != NULL)
        vv_cg_forbidden(c, a->vararg->arg, VV_CTX_Store, a->vararg->loc);
    if (a->kwarg != NULL)
        vv_cg_forbidden(c, a->kwarg->arg, VV_CTX_Store, a->kwarg->loc);
}

/* Default values: what MAKE_FUNCTION finds on the stack, as its flags. */
static int emit_defaults(vv_compiler *c, const vv_arguments *a, vv_loc loc) {
    int flags = 0, n = 0;
    if (a->defaults.count > 0) {
        vv_cg_exprs(c, a->defaults);
        vv_cg_emit(c, VV_OP_BUILD_TUPLE, a->defaults.count, loc);
        flags |= HAS_DEFAULTS;
    }
    for (int i = 0; i < a->kw_defaults.count; i++)
        n += a->kw_defaults.items[i] != NULL;
    if (n == 0 || c->failed)
        return flags;
    VV_AUTO names = {c->t, vv_tuple_new(c->t, (size_t)n)};
    if (names.o == NULL) {
        c->failed = true;
        return flags;
    }
    size_t filled = 0;
    for (int i = 0; i < a->kw_defaults.count; i++) {
        if (a->kw_defaults.items[i] == NULL)
            continue;
        vv_obj *name = vv_cg_mangle(c, a->kwonlyargs.items[i]->arg);
        VV_TUPLE(names.o)->items[filled++] = vv_newref(name != NULL ? name : c->t->vm->none);
        vv_cg_expr(c, a->kw_defaults.items[i]);
    }
    vv_tuple_done(c->t, names.o);
    vv_cg_load_take(c, vv_move(&names.o), loc);
    vv_cg_emit(c, VV_OP_BUILD_CONST_KEY_MAP, n, loc);
    return flags | HAS_KWDEFAULTS;
}

void vv_cg_annotation(vv_compiler *c, vv_expr *e) {
    if (c->flags & VV_CO_FUTURE_ANNOTATIONS) {
        vv_owned text = vv_unparse(c->t, c->arena, e);
        if (text == NULL)
            c->failed = true;
        else
            vv_cg_load_take(c, text, e->loc);
        return;
    }
    vv_cg_expr(c, e);
}

static int emit_arg_annotation(vv_compiler *c, vv_ref name, vv_expr *annotation, vv_loc loc) {
    if (annotation == NULL || c->failed)
        return 0;
    vv_obj *mangled = vv_cg_mangle(c, name);
    if (mangled == NULL)
        return 0;
    vv_cg_load(c, mangled, loc);
    if (!(c->flags & VV_CO_FUTURE_ANNOTATIONS) && annotation->kind == VV_EXPR_Starred) { /* *args: *Ts */
        vv_cg_expr(c, annotation->v.Starred.value);
        vv_cg_emit(c, VV_OP_UNPACK_SEQUENCE, 1, loc);
    } else {
        vv_cg_annotation(c, annotation);
    }
    return 2;
}
static int emit_arg_annotations(vv_compiler *c, vv_arg_seq args, vv_loc loc) {
    int n = 0;
    for (int i = 0; i < args.count; i++)
        n += emit_arg_annotation(c, args.items[i]->arg, args.items[i]->annotation, loc);
    return n;
}

static int emit_annotations(vv_compiler *c, const vv_arguments *a, vv_expr *returns, vv_loc loc) {
    int n = emit_arg_annotations(c, a->args, loc) + emit_arg_annotations(c, a->posonlyargs, loc);
    if (a->vararg != NULL)
        n += emit_arg_annotation(c, a->vararg->arg, a->vararg->annotation, loc);
    n += emit_arg_annotations(c, a->kwonlyargs, loc);
    if (a->kwarg != NULL)
        n += emit_arg_annotation(c, a->kwarg->arg, a->kwarg->annotation, loc);
    vv_obj *name = vv_symtable_name(c->t, c->arena, "return");
    if (name == NULL)
        c->failed = true;
    else
        n += emit_arg_annotation(c, name, returns, loc);
    if (n == 0)
        return 0;
    vv_cg_emit(c, VV_OP_BUILD_TUPLE, n, loc);
    return HAS_ANNOTATIONS;
}

static void count_args(vv_compiler *c, const vv_arguments *a) {
    if (c->failed)
        return;
    c->u->argcount = a->args.count;
    c->u->posonlyargcount = a->posonlyargs.count;
    c->u->kwonlyargcount = a->kwonlyargs.count;
}

/* StopIteration must not leave a generator (PEP 479): the whole body is in a handler that turns it into RuntimeError.
 */
static void guard_generator(vv_compiler *c) {
    if (c->failed)
        return;
    int handler = vv_cg_label(c);
    vv_cg_emit_first(c, VV_OP_SETUP_CLEANUP, handler, VV_NO_LOC);
    vv_cg_load_none(c, VV_NO_LOC);
    vv_cg_emit(c, VV_OP_RETURN_VALUE, 0, VV_NO_LOC);
    vv_cg_place(c, handler);
    vv_cg_emit(c, VV_OP_CALL_INTRINSIC_1, VV_INTRINSIC_STOPITERATION_ERROR, VV_NO_LOC);
    vv_cg_emit(c, VV_OP_RERAISE, 1, VV_NO_LOC);
}

static void apply_decorators(vv_compiler *c, vv_expr_seq decorators) {
    for (int i = decorators.count - 1; i >= 0; i--)
        vv_cg_emit(c, VV_OP_CALL, 0, decorators.items[i]->loc);
}

/* ---- type parameters (PEP 695) ---- */

static void enter_type_params(vv_compiler *c, vv_ref name, vv_type_param_seq params, int lineno) {
    vv_obj *unit_name = vv_ast_own_take(c->t, c->arena, vv_format(c->t, "<generic parameters of %U>", name));
    if (unit_name == NULL)
        c->failed = true;
    else
        vv_cg_enter_unit(c, unit_name, VV_UNIT_TYPE_PARAMS, params.items, lineno);
}

static void emit_type_params(vv_compiler *c, vv_type_param_seq params) {
    for (int i = 0; i < params.count && !c->failed; i++) {
        vv_type_param *p = params.items[i];
        vv_obj *name = p->kind == VV_TYPE_PARAM_TypeVar     ? p->v.TypeVar.name
                       : p->kind == VV_TYPE_PARAM_ParamSpec ? p->v.ParamSpec.name
                                                            : p->v.TypeVarTuple.name;
        vv_cg_load(c, name, p->loc);
        if (p->kind == VV_TYPE_PARAM_TypeVar && p->v.TypeVar.bound != NULL) {
            vv_expr *bound = p->v.TypeVar.bound;
            vv_cg_enter_unit(c, name, VV_UNIT_TYPE_PARAMS, p, bound->loc.lineno);
            vv_cg_expr(c, bound);
            vv_cg_emit(c, VV_OP_RETURN_VALUE, 0, p->loc);
            vv_obj *code = vv_cg_leave_unit(c, true);
            vv_cg_make_closure(c, code, 0, p->loc);
            vv_cg_emit(c, VV_OP_CALL_INTRINSIC_2,
                       bound->kind == VV_EXPR_Tuple ? VV_INTRINSIC2_TYPEVAR_WITH_CONSTRAINTS
                                                    : VV_INTRINSIC2_TYPEVAR_WITH_BOUND,
                       p->loc);
        } else {
            vv_cg_emit(c, VV_OP_CALL_INTRINSIC_1,
                       p->kind == VV_TYPE_PARAM_TypeVar     ? VV_INTRINSIC_TYPEVAR
                       : p->kind == VV_TYPE_PARAM_ParamSpec ? VV_INTRINSIC_PARAMSPEC
                                                            : VV_INTRINSIC_TYPEVARTUPLE,
                       p->loc);
        }
        vv_cg_emit(c, VV_OP_COPY, 1, p->loc);
        vv_cg_name(c, name, VV_CTX_Store, p->loc);
    }
    vv_cg_emit(c, VV_OP_BUILD_TUPLE, params.count, params.items[0]->loc);
}

/* ---- functions ---- */

static void emit_function_body(vv_compiler *c, vv_stmt *s, int flags, int firstlineno) {
    const vv_arguments *args = s->v.FunctionDef.args;
    vv_stmt_seq body = s->v.FunctionDef.body;
    bool async = s->kind == VV_STMT_AsyncFunctionDef;
    vv_cg_enter_unit(c, s->v.FunctionDef.name, async ? VV_UNIT_ASYNC_FUNCTION : VV_UNIT_FUNCTION, s, firstlineno);
    if (c->failed)
        return;
    const vv_expr *docstring = c->optimize < 2 ? vv_ast_docstring(body) : NULL;
    vv_cg_const(c, docstring != NULL ? docstring->v.Constant.value : VV_NONE(c->t)); /* co_consts[0] is __doc__ */
    count_args(c, args);
    int start = vv_cg_label(c);
    vv_cg_place(c, start);
    bool guarded = c->u->scope->coroutine || c->u->scope->generator;
    if (guarded)
        vv_cg_push_fblock(c, VV_NO_LOC, (vv_fblock){.kind = VV_FBLOCK_STOP_ITERATION, .begin = start, .exit = -1});
    vv_cg_stmts(c, body, docstring != NULL);
    if (guarded) {
        guard_generator(c);
        vv_cg_pop_fblock(c);
    }
    vv_obj *code = vv_cg_leave_unit(c, true);
    vv_cg_make_closure(c, code, flags, s->loc);
}

void vv_cg_function(vv_compiler *c, vv_stmt *s) {
    const vv_arguments *args = s->v.FunctionDef.args;
    vv_expr_seq decorators = s->v.FunctionDef.decorator_list;
    vv_type_param_seq params = s->v.FunctionDef.type_params;
    check_debug_args(c, args);
    vv_cg_exprs(c, decorators);
    int firstlineno = decorators.count > 0 ? decorators.items[0]->loc.lineno : s->loc.lineno;
    bool generic = params.count > 0;
    if (generic)
        vv_cg_emit(c, VV_OP_PUSH_NULL, 0, s->loc);
    int flags = emit_defaults(c, args, s->loc), passed = 0;
    if (generic) {
        passed = (flags & HAS_DEFAULTS ? 1 : 0) + (flags & HAS_KWDEFAULTS ? 1 : 0);
        if (passed == 2)
            vv_cg_emit(c, VV_OP_SWAP, 2, s->loc);
        enter_type_params(c, s->v.FunctionDef.name, params, firstlineno);
        emit_type_params(c, params);
        for (int i = 0; i < passed; i++)
            vv_cg_emit(c, VV_OP_LOAD_FAST, i, s->loc);
    }
    flags |= emit_annotations(c, args, s->v.FunctionDef.returns, s->loc);
    emit_function_body(c, s, flags, firstlineno);
    if (c->failed)
        return;
    if (generic) {
        vv_cg_emit(c, VV_OP_SWAP, 2, s->loc);
        vv_cg_emit(c, VV_OP_CALL_INTRINSIC_2, VV_INTRINSIC2_SET_FUNCTION_TYPE_PARAMS, s->loc);
        c->u->argcount = passed;
        vv_obj *code = vv_cg_leave_unit(c, false);
        vv_cg_make_closure(c, code, 0, s->loc);
        if (passed > 0)
            vv_cg_emit(c, VV_OP_SWAP, passed + 1, s->loc);
        vv_cg_emit(c, VV_OP_CALL, passed, s->loc);
    }
    apply_decorators(c, decorators);
    vv_cg_name(c, s->v.FunctionDef.name, VV_CTX_Store, s->loc);
}

void vv_cg_lambda(vv_compiler *c, vv_expr *e) {
    const vv_arguments *args = e->v.Lambda.args;
    check_debug_args(c, args);
    int flags = emit_defaults(c, args, e->loc);
    vv_obj *name = vv_symtable_name(c->t, c->arena, "<lambda>");
    if (name == NULL) {
        c->failed = true;
        return;
    }
    vv_cg_enter_unit(c, name, VV_UNIT_LAMBDA, e, e->loc.lineno);
    vv_cg_const(c, VV_NONE(c->t)); /* no docstring */
    count_args(c, args);
    vv_cg_expr(c, e->v.Lambda.body);
    if (c->failed)
        return;
    bool generator = c->u->scope->generator;
    if (!generator)
        vv_cg_emit(c, VV_OP_RETURN_VALUE, 0, e->v.Lambda.body->loc);
    vv_obj *code = vv_cg_leave_unit(c, !generator);
    vv_cg_make_closure(c, code, flags, e->loc);
}

/* ---- classes ---- */

static void emit_class_body(vv_compiler *c, vv_stmt *s, int firstlineno) {
    vv_cg_enter_unit(c, s->v.ClassDef.name, VV_UNIT_CLASS, s, firstlineno);
    if (c->failed)
        return;
    vv_thread *t = c->t;
    vv_loc loc = {firstlineno, 0, firstlineno, 0};
    c->u->private = s->v.ClassDef.name;
    vv_cg_name(c, VV_N(t, __name__), VV_CTX_Load, loc);
    vv_cg_name(c, VV_N(t, __module__), VV_CTX_Store, loc);
    vv_cg_load(c, c->u->qualname, loc);
    vv_cg_name(c, VV_N(t, __qualname__), VV_CTX_Store, loc);
    if (s->v.ClassDef.type_params.count > 0) {
        vv_cg_name_cstr(c, ".type_params", VV_CTX_Load, loc);
        vv_cg_name(c, VV_N(t, __type_params__), VV_CTX_Store, loc);
    }
    vv_obj *classdict = vv_symtable_name(t, c->arena, "__classdict__"),
           *cell = vv_symtable_name(t, c->arena, "__class__");
    if (classdict == NULL || cell == NULL) {
        c->failed = true;
        return;
    }
    if (c->u->scope->needs_classdict) {
        vv_cg_emit(c, VV_OP_LOAD_LOCALS, 0, loc);
        vv_cg_emit_in(c, VV_OP_STORE_DEREF, &c->u->cellvars, classdict, loc);
    }
    vv_cg_body(c, loc, s->v.ClassDef.body);
    if (c->failed)
        return;
    if (c->u->scope->needs_classdict) {
        vv_cg_emit_in(c, VV_OP_LOAD_CLOSURE, &c->u->cellvars, classdict, VV_NO_LOC);
        vv_cg_name(c, VV_N(t, __classdictcell__), VV_CTX_Store, VV_NO_LOC);
    }
    if (c->u->scope->needs_class_closure) {
        vv_cg_emit_in(c, VV_OP_LOAD_CLOSURE, &c->u->cellvars, cell, VV_NO_LOC);
        vv_cg_emit(c, VV_OP_COPY, 1, VV_NO_LOC);
        vv_cg_name(c, VV_N(t, __classcell__), VV_CTX_Store, VV_NO_LOC);
    } else {
        vv_cg_load_none(c, VV_NO_LOC);
    }
    vv_cg_emit(c, VV_OP_RETURN_VALUE, 0, VV_NO_LOC);
    vv_obj *code = vv_cg_leave_unit(c, true);
    vv_cg_emit(c, VV_OP_PUSH_NULL, 0, s->loc);
    vv_cg_emit(c, VV_OP_LOAD_BUILD_CLASS, 0, s->loc);
    vv_cg_make_closure(c, code, 0, s->loc);
    vv_cg_load(c, s->v.ClassDef.name, s->loc);
}

void vv_cg_class(vv_compiler *c, vv_stmt *s) {
    vv_expr_seq decorators = s->v.ClassDef.decorator_list, bases = s->v.ClassDef.bases;
    vv_type_param_seq params = s->v.ClassDef.type_params;
    vv_cg_exprs(c, decorators);
    int firstlineno = decorators.count > 0 ? decorators.items[0]->loc.lineno : s->loc.lineno;
    bool generic = params.count > 0;
    vv_obj *outer_private = c->u->private;
    if (generic) {
        c->u->private = s->v.ClassDef.name;
        vv_cg_emit(c, VV_OP_PUSH_NULL, 0, s->loc);
        enter_type_params(c, s->v.ClassDef.name, params, firstlineno);
        emit_type_params(c, params);
        vv_cg_name_cstr(c, ".type_params", VV_CTX_Store, s->loc);
    }
    emit_class_body(c, s, firstlineno);
    if (c->failed)
        return;
    if (generic) {
        /* Generic[T, ...] becomes the last base */
        vv_cg_name_cstr(c, ".type_params", VV_CTX_Load, s->loc);
        vv_cg_emit(c, VV_OP_CALL_INTRINSIC_1, VV_INTRINSIC_SUBSCRIPT_GENERIC, s->loc);
        vv_cg_name_cstr(c, ".generic_base", VV_CTX_Store, s->loc);
        vv_expr **items = vv_ast_alloc(c->t, c->arena, ((size_t)bases.count + 1) * sizeof *items);
        vv_expr *name = vv_ast_expr(c->t, c->arena, VV_EXPR_Name, s->loc);
        vv_obj *id = vv_symtable_name(c->t, c->arena, ".generic_base");
        if (items == NULL || name == NULL || id == NULL) {
            c->failed = true;
            return;
        }
        name->v.Name.id = id;
        name->v.Name.ctx = VV_CTX_Load;
        for (int i = 0; i < bases.count; i++)
            items[i] = bases.items[i];
        items[bases.count] = name;
        bases = (vv_expr_seq){bases.count + 1, items};
    }
    vv_cg_call_args(c, s->loc, 2, bases, s->v.ClassDef.keywords);
    if (generic) {
        vv_obj *code = vv_cg_leave_unit(c, false);
        vv_cg_make_closure(c, code, 0, s->loc);
        vv_cg_emit(c, VV_OP_CALL, 0, s->loc);
        if (!c->failed)
            c->u->private = outer_private;
    }
    apply_decorators(c, decorators);
    vv_cg_name(c, s->v.ClassDef.name, VV_CTX_Store, s->loc);
}

void vv_cg_type_alias(vv_compiler *c, vv_stmt *s) {
    vv_obj *name = s->v.TypeAlias.name->v.Name.id;
    vv_type_param_seq params = s->v.TypeAlias.type_params;
    bool generic = params.count > 0;
    if (generic) {
        vv_cg_emit(c, VV_OP_PUSH_NULL, 0, s->loc);
        enter_type_params(c, name, params, s->loc.lineno);
        vv_cg_load(c, name, s->loc);
        emit_type_params(c, params);
    } else {
        vv_cg_load(c, name, s->loc);
        vv_cg_load_none(c, s->loc);
    }
    vv_cg_enter_unit(c, name, VV_UNIT_FUNCTION, s, s->loc.lineno);
    vv_cg_const(c, VV_NONE(c->t)); /* no docstring */
    vv_cg_expr(c, s->v.TypeAlias.value);
    vv_cg_emit(c, VV_OP_RETURN_VALUE, 0, s->loc);
    vv_obj *code = vv_cg_leave_unit(c, false);
    vv_cg_make_closure(c, code, 0, s->loc);
    vv_cg_emit(c, VV_OP_BUILD_TUPLE, 3, s->loc);
    vv_cg_emit(c, VV_OP_CALL_INTRINSIC_1, VV_INTRINSIC_TYPEALIAS, s->loc);
    if (generic) {
        code = vv_cg_leave_unit(c, false);
        vv_cg_make_closure(c, code, 0, s->loc);
        vv_cg_emit(c, VV_OP_CALL, 0, s->loc);
    }
    vv_cg_name(c, name, VV_CTX_Store, s->loc);
}

/* ---- comprehensions ---- */

typedef struct comprehension {
    vv_expr *e;
    vv_comprehension_seq generators;
    vv_expr *element, *value; /* value: of dict comprehensions */
    const vv_scope *scope;
    bool generator; /* a generator expression */
} comprehension;

/* What an inlined comprehension has to put back (PEP 709). */
typedef struct inlined {
    vv_obj **pushed; /* names whose outer values wait on the stack */
    int npushed;
    vv_namemap restore; /* symbols of the outer scope that had other flags */
    vv_obj **unhide;    /* names to be looked up normally again */
    int nunhide, cleanup, end;
} inlined;

static void push_inlined(vv_compiler *c, const vv_scope *comp, inlined *in, vv_loc loc) {
    vv_unit *u = c->u;
    size_t n = comp->symbols.count;
    *in = (inlined){.cleanup = -1, .end = -1};
    vv_namemap_init(&in->restore, c->arena);
    in->pushed = vv_arena_alloc(c->arena, (n + 1) * sizeof *in->pushed);
    in->unhide = vv_arena_alloc(c->arena, (n + 1) * sizeof *in->unhide);
    if (in->pushed == NULL || in->unhide == NULL) {
        vv_raise_memory(c->t);
        c->failed = true;
        return;
    }
    bool in_class = u->scope->kind == VV_BLOCK_CLASS && u->inlined_comprehensions == 0;
    bool function_like = vv_scope_is_function_like(u->scope);
    u->inlined_comprehensions++;
    for (size_t i = 0; i < n && !c->failed; i++) {
        vv_obj *name = comp->symbols.entries[i].name;
        int flags = comp->symbols.entries[i].value;
        /* while the comprehension is compiled, a name that means something else outside means what it does inside */
        int scope = flags >> VV_SCOPE_SHIFT & VV_SCOPE_MASK, outer_flags = vv_scope_flags(u->scope, name);
        int outer = outer_flags >> VV_SCOPE_SHIFT & VV_SCOPE_MASK;
        bool differs = scope != outer && scope != VV_SCOPE_FREE && !(scope == VV_SCOPE_CELL && outer == VV_SCOPE_FREE);
        if ((differs || in_class) && (vv_namemap_set(&in->restore, name, outer_flags) < 0 ||
                                      vv_namemap_set(&u->scope->symbols, name, flags) < 0)) {
            vv_raise_memory(c->t);
            c->failed = true;
        }
        /* `x := ...` for an outer x is nonlocal here: not to be isolated */
        bool bound = (flags & VV_DEF_LOCAL) && !(flags & VV_DEF_NONLOCAL);
        if (!bound && !in_class)
            continue;
        if (!function_like && vv_namemap_get(&u->hidden, name, 0) != 1) {
            if (vv_namemap_set(&u->hidden, name, 1) < 0) {
                vv_raise_memory(c->t);
                c->failed = true;
            }
            in->unhide[in->nunhide++] = name;
        }
        vv_cg_emit_in(c, VV_OP_LOAD_FAST_AND_CLEAR, &u->varnames, name, loc);
        if (scope == VV_SCOPE_CELL)
            vv_cg_emit_in(c, VV_OP_MAKE_CELL, outer == VV_SCOPE_FREE ? &u->freevars : &u->cellvars, name, loc);
        in->pushed[in->npushed++] = name;
    }
    if (in->npushed > 0) {
        vv_cg_emit(c, VV_OP_SWAP, in->npushed + 1, loc); /* the iterator back to the top */
        in->cleanup = vv_cg_label(c);
        in->end = vv_cg_label(c);
        vv_cg_emit(c, VV_OP_SETUP_FINALLY, in->cleanup, loc);
    }
}

static void restore_outer_values(vv_compiler *c, const inlined *in, vv_loc loc) {
    vv_cg_emit(c, VV_OP_SWAP, in->npushed + 1, loc);
    for (int i = in->npushed - 1; i >= 0; i--)
        vv_cg_emit_in(c, VV_OP_STORE_FAST_MAYBE_NULL, &c->u->varnames, in->pushed[i], loc);
}

static void pop_inlined(vv_compiler *c, const inlined *in, vv_loc loc) {
    if (c->failed)
        return;
    c->u->inlined_comprehensions--;
    if (in->npushed > 0) {
        vv_cg_emit(c, VV_OP_POP_BLOCK, 0, VV_NO_LOC);
        vv_cg_emit(c, VV_OP_JUMP, in->end, VV_NO_LOC);
        vv_cg_place(c, in->cleanup);
        vv_cg_emit(c, VV_OP_SWAP, 2, VV_NO_LOC); /* the unfinished result is below the exception */
        vv_cg_emit(c, VV_OP_POP_TOP, 0, VV_NO_LOC);
        restore_outer_values(c, in, loc);
        vv_cg_emit(c, VV_OP_RERAISE, 0, VV_NO_LOC);
        vv_cg_place(c, in->end);
        restore_outer_values(c, in, loc);
    }
    for (uint32_t i = 0; i < in->restore.count; i++)
        (void)vv_namemap_set(&c->u->scope->symbols, in->restore.entries[i].name, in->restore.entries[i].value);
    for (int i = 0; i < in->nunhide; i++)
        (void)vv_namemap_set(&c->u->hidden, in->unhide[i], 0);
}

static void emit_generators(vv_compiler *c, const comprehension *x, int index, int depth, bool iter_on_stack,
                            vv_loc loc);

/* The innermost statement: yields or collects an element. Its position. */
static vv_loc emit_element(vv_compiler *c, const comprehension *x, int depth) {
    vv_loc loc = x->element->loc;
    vv_cg_expr(c, x->element);
    switch (x->e->kind) {
    case VV_EXPR_GeneratorExp:
        vv_cg_yield(c, loc);
        vv_cg_emit(c, VV_OP_POP_TOP, 0, loc);
        break;
    case VV_EXPR_ListComp: vv_cg_emit(c, VV_OP_LIST_APPEND, depth + 1, loc); break;
    case VV_EXPR_SetComp: vv_cg_emit(c, VV_OP_SET_ADD, depth + 1, loc); break;
    default:
        vv_cg_expr(c, x->value);
        loc.end_lineno = x->value->loc.end_lineno;
        loc.end_col_offset = x->value->loc.end_col_offset;
        vv_cg_emit(c, VV_OP_MAP_ADD, depth + 1, loc);
        break;
    }
    return loc;
}

static void load_outermost(vv_compiler *c, vv_loc loc) {
    c->u->argcount = 1;
    vv_cg_emit(c, VV_OP_LOAD_FAST, 0, loc);
}

static void emit_sync_generator(vv_compiler *c, const comprehension *x, int index, int depth, bool iter_on_stack,
                                vv_loc loc) {
    vv_comprehension *g = x->generators.items[index];
    int start = vv_cg_label(c), if_cleanup = vv_cg_label(c), anchor = vv_cg_label(c);
    bool loops = true;
    if (!iter_on_stack) {
        if (index == 0) {
            load_outermost(c, loc);
        } else {
            /* `for y in [f(x)]` is the idiom for a variable: no loop */
            vv_expr_seq elts = {0, NULL};
            if (g->iter->kind == VV_EXPR_List || g->iter->kind == VV_EXPR_Tuple)
                elts = g->iter->v.List.elts;
            if (elts.count == 1 && elts.items[0]->kind != VV_EXPR_Starred) {
                vv_cg_expr(c, elts.items[0]);
                loops = false;
            } else {
                vv_cg_expr(c, g->iter);
                vv_cg_emit(c, VV_OP_GET_ITER, 0, g->iter->loc);
            }
        }
    }
    if (loops) {
        depth++;
        vv_cg_place(c, start);
        vv_cg_emit(c, VV_OP_FOR_ITER, anchor, g->iter->loc);
    }
    vv_cg_expr(c, g->target);
    for (int i = 0; i < g->ifs.count && !c->failed; i++)
        vv_cg_jump_if(c, loc, g->ifs.items[i], if_cleanup, false);
    vv_loc element_loc = x->element->loc;
    if (index + 1 < x->generators.count)
        emit_generators(c, x, index + 1, depth, false, loc);
    else
        element_loc = emit_element(c, x, depth);
    vv_cg_place(c, if_cleanup);
    if (loops) {
        vv_cg_emit(c, VV_OP_JUMP, start, element_loc);
        vv_cg_place(c, anchor);
        vv_cg_emit(c, VV_OP_END_FOR, 0, VV_NO_LOC);
    }
}

static void emit_async_generator(vv_compiler *c, const comprehension *x, int index, int depth, bool iter_on_stack,
                                 vv_loc loc) {
    vv_comprehension *g = x->generators.items[index];
    int start = vv_cg_label(c), except = vv_cg_label(c), if_cleanup = vv_cg_label(c);
    if (!iter_on_stack) {
        if (index == 0) {
            load_outermost(c, loc);
        } else {
            vv_cg_expr(c, g->iter);
            vv_cg_emit(c, VV_OP_GET_AITER, 0, g->iter->loc);
        }
    }
    vv_cg_place(c, start);
    vv_cg_push_fblock(c, loc, (vv_fblock){.kind = VV_FBLOCK_ASYNC_COMPREHENSION, .begin = start, .exit = -1});
    vv_cg_emit(c, VV_OP_SETUP_FINALLY, except, loc);
    vv_cg_emit(c, VV_OP_GET_ANEXT, 0, loc);
    vv_cg_load_none(c, loc);
    vv_cg_yield_from(c, loc, true);
    vv_cg_emit(c, VV_OP_POP_BLOCK, 0, loc);
    vv_cg_expr(c, g->target);
    for (int i = 0; i < g->ifs.count && !c->failed; i++)
        vv_cg_jump_if(c, loc, g->ifs.items[i], if_cleanup, false);
    depth++;
    vv_loc element_loc = x->element->loc;
    if (index + 1 < x->generators.count)
        emit_generators(c, x, index + 1, depth, false, loc);
    else
        element_loc = emit_element(c, x, depth);
    vv_cg_place(c, if_cleanup);
    vv_cg_emit(c, VV_OP_JUMP, start, element_loc);
    vv_cg_pop_fblock(c);
    vv_cg_place(c, except);
    vv_cg_emit(c, VV_OP_END_ASYNC_FOR, 0, loc);
}

static void emit_generators(vv_compiler *c, const comprehension *x, int index, int depth, bool iter_on_stack,
                            vv_loc loc) {
    if (!vv_cg_enter_level(c))
        return;
    if (x->generators.items[index]->is_async)
        emit_async_generator(c, x, index, depth, iter_on_stack, loc);
    else
        emit_sync_generator(c, x, index, depth, iter_on_stack, loc);
    vv_cg_leave_level(c);
}

static int start_opcode(const vv_expr *e) {
    return e->kind == VV_EXPR_ListComp  ? VV_OP_BUILD_LIST
           : e->kind == VV_EXPR_SetComp ? VV_OP_BUILD_SET
                                        : VV_OP_BUILD_MAP;
}

void vv_cg_comprehension(vv_compiler *c, vv_expr *e) {
    comprehension x = {.e = e, .generator = e->kind == VV_EXPR_GeneratorExp};
    if (e->kind == VV_EXPR_DictComp) {
        x.generators = e->v.DictComp.generators;
        x.element = e->v.DictComp.key;
        x.value = e->v.DictComp.value;
    } else {
        x.generators = e->v.ListComp.generators;
        x.element = e->v.ListComp.elt;
    }
    x.scope = vv_symtable_lookup(c->symtable, e);
    vv_comprehension *outermost = x.generators.items[0];
    int get_iter = outermost->is_async ? VV_OP_GET_AITER : VV_OP_GET_ITER;
    bool async = x.scope->coroutine;
    bool top = async && vv_cg_top_level_await(c);
    if (async && !x.generator && !top && c->u->kind != VV_UNIT_ASYNC_FUNCTION && c->u->kind != VV_UNIT_COMPREHENSION) {
        vv_cg_error(c, e->loc, "asynchronous comprehension outside of an asynchronous function");
        return;
    }
    if (x.scope->comp_inlined) {
        inlined in;
        vv_cg_expr(c, outermost->iter);
        vv_cg_emit(c, get_iter, 0, outermost->iter->loc);
        if (c->failed)
            return;
        push_inlined(c, x.scope, &in, e->loc);
        vv_cg_emit(c, start_opcode(e), 0, e->loc);
        vv_cg_emit(c, VV_OP_SWAP, 2, e->loc);
        emit_generators(c, &x, 0, 0, true, e->loc);
        pop_inlined(c, &in, e->loc);
        return;
    }
    vv_obj *name = vv_symtable_name(c->t, c->arena,
                                    x.generator                   ? "<genexpr>"
                                    : e->kind == VV_EXPR_ListComp ? "<listcomp>"
                                    : e->kind == VV_EXPR_SetComp  ? "<setcomp>"
                                                                  : "<dictcomp>");
    if (name == NULL) {
        c->failed = true;
        return;
    }
    vv_cg_enter_unit(c, name, VV_UNIT_COMPREHENSION, e, e->loc.lineno);
    if (!x.generator)
        vv_cg_emit(c, start_opcode(e), 0, e->loc);
    emit_generators(c, &x, 0, 0, false, e->loc);
    if (!x.generator)
        vv_cg_emit(c, VV_OP_RETURN_VALUE, 0, e->loc);
    else
        guard_generator(c);
    vv_obj *code = vv_cg_leave_unit(c, true);
    vv_cg_make_closure(c, code, 0, e->loc);
    vv_cg_expr(c, outermost->iter);
    vv_cg_emit(c, get_iter, 0, outermost->iter->loc);
    vv_cg_emit(c, VV_OP_CALL, 0, e->loc);
    if (async && !x.generator)
        vv_cg_await(c, 0, e->loc);
}
