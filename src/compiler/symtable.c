/* symtable.c - two passes over a module: the first records what each block does with each name, the second decides,
 * from the outside in, where every name lives.
 *
 * Errors stick: after the first one (b->failed) every function returns at once, and the exception is set.
 */
#include "compiler/symtable.h"

#include "object/error.h"
#include "object/intern.h"
#include "types/dict.h"
#include "types/exceptions.h"
#include "types/str.h"

#include <stdarg.h>
#include <string.h>

typedef struct builder {
    vv_thread *t;
    vv_arena *arena;
    vv_ref filename;
    vv_symtable *table;
    vv_scope *current;
    vv_obj *private; /* name of the enclosing class, for mangling; NULL outside */
    vv_node_stack chain;
    int depth;
    bool future_annotations, failed;
    vv_obj *dunder_class, *dunder_classdict, *type_params, *generic_base, *defaults, *kwdefaults, *dot_zero;
} builder;

/* ---- names and errors ---- */

/* Line `lineno` of the file being run, with its newline; NULL (no exception) for text that came from elsewhere. Owned.
 */
static vv_owned source_line(vv_thread *t, vv_ref filename, int lineno) {
    vv_ref source = t->vm->sources == NULL ? NULL : vv_dict_get_str_peek(t->vm->sources, filename);
    if (source == NULL || lineno < 1)
        return NULL;
    size_t start = 0, length = vv_str_length(source);
    while (--lineno > 0 && start < length) {
        while (start < length && vv_str_at(source, start) != '\n')
            start++;
        start++;
    }
    size_t end = start;
    while (end < length && vv_str_at(source, end++) != '\n') {
    }
    vv_owned line = start < end ? vv_str_slice(t, source, start, end) : NULL;
    if (line == NULL)
        vv_clear_error(t);
    return line;
}

/* Takes the message, which may be NULL with an exception. */
static int raise_at(vv_thread *t, bool in_args, vv_ref filename, vv_loc loc, vv_owned message) {
    if (message != NULL) {
        vv_owned line = source_line(t, filename, loc.lineno);
        if (in_args)
            vv_raise_syntax(t, VV_SyntaxError, message, filename, loc.lineno, loc.col_offset + 1, loc.end_lineno,
                            loc.end_col_offset + 1, line);
        else
            vv_raise_syntax_beside(t, message, filename, loc.lineno, loc.col_offset + 1, loc.end_lineno,
                                   loc.end_col_offset + 1, line);
        vv_xdecref(t, line);
        vv_decref(t, message);
    }
    return -1;
}

int vv_symtable_error(vv_thread *t, vv_ref filename, vv_loc loc, const char *format, ...) {
    va_list args;
    va_start(args, format);
    vv_owned message = vv_format_va(t, format, args);
    va_end(args);
    return raise_at(t, false, filename, loc, message);
}

int vv_compiler_error(vv_thread *t, vv_ref filename, vv_loc loc, const char *format, ...) {
    va_list args;
    va_start(args, format);
    vv_owned message = vv_format_va(t, format, args);
    va_end(args);
    return raise_at(t, true, filename, loc, message);
}

vv_obj *vv_symtable_name(vv_thread *t, vv_arena *arena, const char *text) {
    return vv_ast_own_take(t, arena, vv_intern_cstr(t, text));
}

vv_obj *vv_symtable_mangle(vv_thread *t, vv_arena *arena, vv_ref private_or_null, vv_ref name) {
    size_t n = vv_str_length(name);
    if (private_or_null == NULL || n < 3 || vv_str_at(name, 0) != '_' || vv_str_at(name, 1) != '_' ||
        (vv_str_at(name, n - 1) == '_' && vv_str_at(name, n - 2) == '_'))
        return VV_OBJ(name);
    for (size_t i = 0; i < n; i++)
        if (vv_str_at(name, i) == '.')
            return VV_OBJ(name);
    size_t skip = 0, class_length = vv_str_length(private_or_null);
    while (skip < class_length && vv_str_at(private_or_null, skip) == '_')
        skip++;
    if (skip == class_length)
        return VV_OBJ(name); /* the class name is underscores only */
    vv_strbuilder b = {0};
    if (vv_strbuilder_char(t, &b, '_') < 0 || vv_strbuilder_slice(t, &b, private_or_null, skip, class_length) < 0 ||
        vv_strbuilder_str(t, &b, name) < 0) {
        vv_strbuilder_drop(t, &b);
        return NULL;
    }
    vv_owned mangled = vv_strbuilder_finish(t, &b);
    if (mangled != NULL)
        vv_intern(t, &mangled);
    return vv_ast_own_take(t, arena, mangled);
}

static void no_memory(builder *b) {
    if (!b->failed)
        vv_raise_memory(b->t);
    b->failed = true;
}

static void fail_at(builder *b, vv_loc loc, const char *message) {
    vv_symtable_error(b->t, b->filename, loc, "%s", message);
    b->failed = true;
}
static void fail_name(builder *b, vv_loc loc, const char *format, vv_ref name) {
    vv_symtable_error(b->t, b->filename, loc, format, name);
    b->failed = true;
}

/* A global or nonlocal statement is to blame: its position. */
static void fail_directive(builder *b, const vv_scope *s, const char *format, vv_ref name) {
    vv_loc loc = s->loc;
    for (size_t i = 0; i < s->ndirectives; i++)
        if (vv_str_equal(s->directives[i].name, name)) {
            loc = s->directives[i].loc;
            break;
        }
    fail_name(b, loc, format, name);
}

static bool enter_level(builder *b) {
    if (b->failed)
        return false;
    if (++b->depth > VV_COMPILER_MAX_DEPTH) {
        vv_raise(b->t, VV_RecursionError, VV_COMPILER_DEPTH_ERROR);
        b->failed = true;
        return false;
    }
    return true;
}
static void leave_level(builder *b) {
    b->depth--;
}

/* ---- scopes ---- */

static size_t key_hash(const void *key) {
    uintptr_t x = (uintptr_t)key;
    return (size_t)((x >> 3) * UINT32_C(2654435769)) >> 4;
}

vv_scope *vv_symtable_lookup(const vv_symtable *st, const void *key) {
    vv_scope *s = st->by_key[key_hash(key) & (st->key_buckets - 1)];
    while (s != NULL && s->key != key)
        s = s->next_by_key;
    return s;
}

static void remember_scope(builder *b, vv_scope *s) {
    vv_symtable *st = b->table;
    if (st->nkeys >= st->key_buckets) {
        size_t buckets = st->key_buckets == 0 ? 64 : st->key_buckets * 4;
        vv_scope **grown = vv_arena_alloc_zeroed(b->arena, buckets * sizeof *grown);
        if (grown == NULL) {
            no_memory(b);
            return;
        }
        for (size_t i = 0; i < st->key_buckets; i++)
            for (vv_scope *p = st->by_key[i], *next; p != NULL; p = next) {
                next = p->next_by_key;
                vv_scope **bucket = &grown[key_hash(p->key) & (buckets - 1)];
                p->next_by_key = *bucket;
                *bucket = p;
            }
        st->by_key = grown;
        st->key_buckets = buckets;
    }
    vv_scope **bucket = &st->by_key[key_hash(s->key) & (st->key_buckets - 1)];
    s->next_by_key = *bucket;
    *bucket = s;
    st->nkeys++;
}

static void enter_block(builder *b, vv_ref name, vv_block_kind kind, const void *key, vv_loc loc) {
    if (b->failed)
        return;
    vv_scope *s = vv_arena_alloc_zeroed(b->arena, sizeof *s);
    if (s == NULL) {
        no_memory(b);
        return;
    }
    vv_scope *outer = b->current;
    *s = (vv_scope){.key = key, .name = VV_OBJ(name), .kind = kind, .loc = loc, .parent = outer};
    vv_namemap_init(&s->symbols, b->arena);
    vv_namemap_init(&s->varnames, b->arena);
    if (outer != NULL) {
        s->nested = outer->nested || vv_scope_is_function_like(outer);
        s->comp_iter_expr = outer->comp_iter_expr;
        /* annotation blocks are only looked at for errors: they belong to nobody */
        if (kind != VV_BLOCK_ANNOTATION) {
            if (vv_arena_grow(b->arena, (void **)&outer->children, sizeof *outer->children, outer->nchildren,
                              &outer->children_capacity) < 0) {
                no_memory(b);
                return;
            }
            outer->children[outer->nchildren++] = s;
        }
    }
    remember_scope(b, s);
    b->current = s;
}
static void exit_block(builder *b) {
    if (!b->failed)
        b->current = b->current->parent;
}

static int current_flags(builder *b, vv_ref name) {
    vv_obj *mangled = vv_symtable_mangle(b->t, b->arena, b->private, name);
    if (mangled == NULL) {
        b->failed = true;
        return 0;
    }
    return vv_scope_flags(b->current, mangled);
}

static void add_def_to(builder *b, vv_scope *s, vv_ref name, int flag, vv_loc loc) {
    if (b->failed)
        return;
    vv_obj *mangled = vv_symtable_mangle(b->t, b->arena, b->private, name);
    if (mangled == NULL) {
        b->failed = true;
        return;
    }
    int old = vv_scope_flags(s, mangled), flags = old | flag;
    if ((flag & VV_DEF_PARAM) && (old & VV_DEF_PARAM)) {
        fail_name(b, loc, "duplicate argument '%U' in function definition", name);
        return;
    }
    if ((flag & VV_DEF_TYPE_PARAM) && (old & VV_DEF_TYPE_PARAM)) {
        fail_name(b, loc, "duplicate type parameter '%U'", name);
        return;
    }
    if (s->comp_iter_target) {
        if (flags & (VV_DEF_GLOBAL | VV_DEF_NONLOCAL)) {
            fail_name(b, loc, "comprehension inner loop cannot rebind assignment expression target '%U'", name);
            return;
        }
        flags |= VV_DEF_COMP_ITER;
    }
    if (vv_namemap_set(&s->symbols, mangled, flags) < 0 ||
        ((flag & VV_DEF_PARAM) && vv_namemap_number(&s->varnames, mangled) < 0)) {
        no_memory(b);
        return;
    }
    if ((flag & VV_DEF_GLOBAL) && !(flag & VV_DEF_PARAM)) {
        vv_namemap *globals = &b->table->top->symbols;
        if (vv_namemap_set(globals, mangled, vv_namemap_get(globals, mangled, 0) | flag) < 0)
            no_memory(b);
    }
}
static void add_def(builder *b, vv_ref name, int flag, vv_loc loc) {
    if (!b->failed)
        add_def_to(b, b->current, name, flag, loc);
}

static void record_directive(builder *b, vv_ref name, vv_loc loc) {
    if (b->failed)
        return;
    vv_scope *s = b->current;
    vv_obj *mangled = vv_symtable_mangle(b->t, b->arena, b->private, name);
    if (mangled == NULL) {
        b->failed = true;
        return;
    }
    if (vv_arena_grow(b->arena, (void **)&s->directives, sizeof *s->directives, s->ndirectives,
                      &s->directives_capacity) < 0) {
        no_memory(b);
        return;
    }
    s->directives[s->ndirectives].name = mangled;
    s->directives[s->ndirectives++].loc = loc;
}

/* ---- first pass: expressions ---- */

static void visit_expr(builder *b, vv_expr *e);
static void visit_body(builder *b, vv_stmt_seq body);

static void visit_exprs(builder *b, vv_expr_seq seq) {
    for (int i = 0; i < seq.count && !b->failed; i++)
        if (seq.items[i] != NULL)
            visit_expr(b, seq.items[i]);
}
static void visit_optional(builder *b, vv_expr *e) {
    if (e != NULL)
        visit_expr(b, e);
}

/* Annotations and type expressions may not contain `what`. */
static bool allowed_here(builder *b, const char *what, vv_loc loc) {
    const char *where;
    switch (b->current->kind) {
    case VV_BLOCK_ANNOTATION: where = "an annotation"; break;
    case VV_BLOCK_TYPE_BOUND: where = "a TypeVar bound"; break;
    case VV_BLOCK_TYPE_ALIAS: where = "a type alias"; break;
    case VV_BLOCK_TYPE_PARAMS: where = "the definition of a generic"; break;
    default: return true;
    }
    vv_symtable_error(b->t, b->filename, loc, "%s cannot be used within %s", what, where);
    b->failed = true;
    return false;
}

/* `x := ...` in a comprehension binds in the nearest scope around it that is not one. */
static void bind_walrus_outside(builder *b, vv_expr *target) {
    vv_obj *name = target->v.Name.id;
    for (vv_scope *s = b->current; s != NULL && !b->failed; s = s->parent) {
        int flags = vv_scope_flags(s, name);
        if (s->comprehension != VV_COMP_NONE) {
            if ((flags & VV_DEF_COMP_ITER) && (flags & VV_DEF_LOCAL))
                fail_name(b, target->loc, "assignment expression cannot rebind comprehension iteration variable '%U'",
                          name);
            continue;
        }
        switch (s->kind) {
        case VV_BLOCK_FUNCTION:
            add_def(b, name, flags & VV_DEF_GLOBAL ? VV_DEF_GLOBAL : VV_DEF_NONLOCAL, target->loc);
            record_directive(b, name, target->loc);
            add_def_to(b, s, name, VV_DEF_LOCAL, target->loc);
            return;
        case VV_BLOCK_MODULE:
            add_def(b, name, VV_DEF_GLOBAL, target->loc);
            record_directive(b, name, target->loc);
            add_def_to(b, s, name, VV_DEF_GLOBAL, target->loc);
            return;
        case VV_BLOCK_CLASS:
            fail_at(b, target->loc, "assignment expression within a comprehension cannot be used in a class body");
            return;
        case VV_BLOCK_TYPE_PARAMS:
            fail_at(b, target->loc,
                    "assignment expression within a comprehension cannot be used within the definition of a generic");
            return;
        case VV_BLOCK_TYPE_ALIAS:
            fail_at(b, target->loc, "assignment expression within a comprehension cannot be used in a type alias");
            return;
        case VV_BLOCK_TYPE_BOUND:
            fail_at(b, target->loc, "assignment expression within a comprehension cannot be used in a TypeVar bound");
            return;
        case VV_BLOCK_ANNOTATION: break;
        }
    }
}

static void visit_named_expr(builder *b, vv_expr *e) {
    if (!allowed_here(b, "named expression", e->loc))
        return;
    if (b->current->comp_iter_expr > 0) {
        fail_at(b, e->loc, "assignment expression cannot be used in a comprehension iterable expression");
        return;
    }
    if (b->current->comprehension != VV_COMP_NONE)
        bind_walrus_outside(b, e->v.NamedExpr.target);
    visit_expr(b, e->v.NamedExpr.value);
    visit_expr(b, e->v.NamedExpr.target);
}

static void visit_yield(builder *b, vv_expr *e, vv_expr *value) {
    if (!allowed_here(b, "yield expression", e->loc))
        return;
    visit_optional(b, value);
    if (b->failed)
        return;
    b->current->generator = true;
    switch (b->current->comprehension) {
    case VV_COMP_NONE: break;
    case VV_COMP_LIST: fail_at(b, e->loc, "'yield' inside list comprehension"); break;
    case VV_COMP_SET: fail_at(b, e->loc, "'yield' inside set comprehension"); break;
    case VV_COMP_DICT: fail_at(b, e->loc, "'yield' inside dict comprehension"); break;
    case VV_COMP_GENERATOR: fail_at(b, e->loc, "'yield' inside generator expression"); break;
    }
}

static void visit_params(builder *b, vv_arg_seq args) {
    for (int i = 0; i < args.count; i++)
        add_def(b, args.items[i]->arg, VV_DEF_PARAM, args.items[i]->loc);
}
static void visit_arguments(builder *b, const vv_arguments *a) {
    visit_params(b, a->posonlyargs);
    visit_params(b, a->args);
    visit_params(b, a->kwonlyargs);
    if (b->failed)
        return;
    if (a->vararg != NULL) {
        add_def(b, a->vararg->arg, VV_DEF_PARAM, a->vararg->loc);
        b->current->varargs = true;
    }
    if (a->kwarg != NULL) {
        add_def(b, a->kwarg->arg, VV_DEF_PARAM, a->kwarg->loc);
        b->current->varkeywords = true;
    }
}

static VV_NOINLINE void visit_lambda(builder *b, vv_expr *e) {
    if (b->current->can_see_class_scope) {
        fail_at(b, e->loc, "Cannot use lambda in annotation scope within class scope");
        return;
    }
    visit_exprs(b, e->v.Lambda.args->defaults);
    visit_exprs(b, e->v.Lambda.args->kw_defaults);
    vv_obj *name = vv_symtable_name(b->t, b->arena, "lambda");
    if (name == NULL) {
        b->failed = true;
        return;
    }
    enter_block(b, name, VV_BLOCK_FUNCTION, e, e->loc);
    if (b->failed)
        return;
    visit_arguments(b, e->v.Lambda.args);
    visit_expr(b, e->v.Lambda.body);
    exit_block(b);
}

static void visit_generator(builder *b, vv_comprehension *c) {
    b->current->comp_iter_target = true;
    visit_expr(b, c->target);
    if (b->failed)
        return;
    b->current->comp_iter_target = false;
    b->current->comp_iter_expr++;
    visit_expr(b, c->iter);
    if (b->failed)
        return;
    b->current->comp_iter_expr--;
    visit_exprs(b, c->ifs);
    if (!b->failed && c->is_async)
        b->current->coroutine = true;
}

static VV_NOINLINE void visit_comprehension(builder *b, vv_expr *e, const char *scope_name, vv_comprehension_kind kind,
                                            vv_comprehension_seq generators, vv_expr *element, vv_expr *value) {
    if (b->current->can_see_class_scope) {
        fail_at(b, e->loc, "Cannot use comprehension in annotation scope within class scope");
        return;
    }
    vv_comprehension *outermost = generators.items[0];
    b->current->comp_iter_expr++; /* its iterable is evaluated outside */
    visit_expr(b, outermost->iter);
    if (b->failed)
        return;
    b->current->comp_iter_expr--;
    vv_obj *name = vv_symtable_name(b->t, b->arena, scope_name);
    if (name == NULL) {
        b->failed = true;
        return;
    }
    enter_block(b, name, VV_BLOCK_FUNCTION, e, e->loc);
    if (b->failed)
        return;
    vv_scope *s = b->current;
    s->comprehension = kind;
    s->coroutine = outermost->is_async;
    add_def(b, b->dot_zero, VV_DEF_PARAM, (vv_loc){0, 0, 0, 0});
    s->comp_iter_target = true;
    visit_expr(b, outermost->target);
    s->comp_iter_target = false;
    visit_exprs(b, outermost->ifs);
    for (int i = 1; i < generators.count && !b->failed; i++)
        visit_generator(b, generators.items[i]);
    visit_optional(b, value);
    visit_expr(b, element);
    s->generator = kind == VV_COMP_GENERATOR;
    exit_block(b);
    if (!b->failed && s->coroutine && !s->generator)
        b->current->coroutine = true;
}

static void visit_name(builder *b, vv_expr *e) {
    bool load = e->v.Name.ctx == VV_CTX_Load;
    add_def(b, e->v.Name.id, load ? VV_USE : VV_DEF_LOCAL, e->loc);
    /* super() without arguments needs the cell of the class */
    if (!b->failed && load && vv_scope_is_function_like(b->current) && vv_str_equal_cstr(e->v.Name.id, "super"))
        add_def(b, b->dunder_class, VV_USE, e->loc);
}

/* What a link of a chain holds beside the operand that continues it. */
static void visit_link(builder *b, vv_expr *e) {
    switch (e->kind) {
    case VV_EXPR_BinOp: visit_expr(b, e->v.BinOp.right); break;
    case VV_EXPR_Subscript: visit_expr(b, e->v.Subscript.slice); break;
    case VV_EXPR_Call:
        visit_exprs(b, e->v.Call.args);
        for (int i = 0; i < e->v.Call.keywords.count && !b->failed; i++)
            visit_expr(b, e->v.Call.keywords.items[i]->value);
        break;
    default: break;
    }
}

static void visit_chain(builder *b, vv_expr *e) {
    size_t base = b->chain.count;
    for (vv_expr *inner; (inner = vv_chain_child(e)) != NULL; e = inner)
        if (vv_node_push(b->arena, &b->chain, e) < 0) {
            no_memory(b);
            return;
        }
    visit_expr(b, e);
    while (b->chain.count > base && !b->failed)
        visit_link(b, b->chain.items[--b->chain.count]);
}

static void visit_expr(builder *b, vv_expr *e) {
    if (!enter_level(b))
        return;
    switch (e->kind) {
    case VV_EXPR_NamedExpr: visit_named_expr(b, e); break;
    case VV_EXPR_BoolOp: visit_exprs(b, e->v.BoolOp.values); break;
    case VV_EXPR_BinOp:
    case VV_EXPR_Attribute:
    case VV_EXPR_Subscript:
    case VV_EXPR_Call: visit_chain(b, e); break;
    case VV_EXPR_UnaryOp: visit_expr(b, e->v.UnaryOp.operand); break;
    case VV_EXPR_Lambda: visit_lambda(b, e); break;
    case VV_EXPR_IfExp:
        visit_expr(b, e->v.IfExp.test);
        visit_expr(b, e->v.IfExp.body);
        visit_expr(b, e->v.IfExp.orelse);
        break;
    case VV_EXPR_Dict:
        visit_exprs(b, e->v.Dict.keys);
        visit_exprs(b, e->v.Dict.values);
        break;
    case VV_EXPR_Set: visit_exprs(b, e->v.Set.elts); break;
    case VV_EXPR_List:
    case VV_EXPR_Tuple: visit_exprs(b, e->v.List.elts); break;
    case VV_EXPR_ListComp:
        visit_comprehension(b, e, "listcomp", VV_COMP_LIST, e->v.ListComp.generators, e->v.ListComp.elt, NULL);
        break;
    case VV_EXPR_SetComp:
        visit_comprehension(b, e, "setcomp", VV_COMP_SET, e->v.SetComp.generators, e->v.SetComp.elt, NULL);
        break;
    case VV_EXPR_GeneratorExp:
        visit_comprehension(b, e, "genexpr", VV_COMP_GENERATOR, e->v.GeneratorExp.generators, e->v.GeneratorExp.elt,
                            NULL);
        break;
    case VV_EXPR_DictComp:
        visit_comprehension(b, e, "dictcomp", VV_COMP_DICT, e->v.DictComp.generators, e->v.DictComp.key,
                            e->v.DictComp.value);
        break;
    case VV_EXPR_Yield: visit_yield(b, e, e->v.Yield.value); break;
    case VV_EXPR_YieldFrom: visit_yield(b, e, e->v.YieldFrom.value); break;
    case VV_EXPR_Await:
        if (allowed_here(b, "await expression", e->loc)) {
            visit_expr(b, e->v.Await.value);
            b->current->coroutine = true;
        }
        break;
    case VV_EXPR_Compare:
        visit_expr(b, e->v.Compare.left);
        visit_exprs(b, e->v.Compare.comparators);
        break;
    case VV_EXPR_FormattedValue:
        visit_expr(b, e->v.FormattedValue.value);
        visit_optional(b, e->v.FormattedValue.format_spec);
        break;
    case VV_EXPR_JoinedStr: visit_exprs(b, e->v.JoinedStr.values); break;
    case VV_EXPR_Starred: visit_expr(b, e->v.Starred.value); break;
    case VV_EXPR_Slice:
        visit_optional(b, e->v.Slice.lower);
        visit_optional(b, e->v.Slice.upper);
        visit_optional(b, e->v.Slice.step);
        break;
    case VV_EXPR_Name: visit_name(b, e); break;
    default: /* Constant */ break;
    }
    leave_level(b);
}

/* ---- first pass: patterns, statements ---- */

static void visit_pattern(builder *b, vv_pattern *p) {
    if (!enter_level(b))
        return;
    const vv_pattern_seq *subpatterns = NULL;
    switch (p->kind) {
    case VV_PATTERN_MatchValue: visit_expr(b, p->v.MatchValue.value); break;
    case VV_PATTERN_MatchSequence: subpatterns = &p->v.MatchSequence.patterns; break;
    case VV_PATTERN_MatchStar:
        if (p->v.MatchStar.name != NULL)
            add_def(b, p->v.MatchStar.name, VV_DEF_LOCAL, p->loc);
        break;
    case VV_PATTERN_MatchMapping:
        visit_exprs(b, p->v.MatchMapping.keys);
        for (int i = 0; i < p->v.MatchMapping.patterns.count; i++)
            visit_pattern(b, p->v.MatchMapping.patterns.items[i]);
        if (p->v.MatchMapping.rest != NULL)
            add_def(b, p->v.MatchMapping.rest, VV_DEF_LOCAL, p->loc);
        break;
    case VV_PATTERN_MatchClass:
        visit_expr(b, p->v.MatchClass.cls);
        for (int i = 0; i < p->v.MatchClass.patterns.count; i++)
            visit_pattern(b, p->v.MatchClass.patterns.items[i]);
        subpatterns = &p->v.MatchClass.kwd_patterns;
        break;
    case VV_PATTERN_MatchAs:
        if (p->v.MatchAs.pattern != NULL)
            visit_pattern(b, p->v.MatchAs.pattern);
        if (p->v.MatchAs.name != NULL)
            add_def(b, p->v.MatchAs.name, VV_DEF_LOCAL, p->loc);
        break;
    case VV_PATTERN_MatchOr: subpatterns = &p->v.MatchOr.patterns; break;
    default: /* MatchSingleton */ break;
    }
    for (int i = 0; subpatterns != NULL && i < subpatterns->count && !b->failed; i++)
        visit_pattern(b, subpatterns->items[i]);
    leave_level(b);
}

static void visit_annotation(builder *b, vv_expr *annotation) {
    if (annotation == NULL || b->failed)
        return;
    if (b->future_annotations) {
        vv_obj *name = vv_symtable_name(b->t, b->arena, "_annotation");
        if (name == NULL) {
            b->failed = true;
            return;
        }
        enter_block(b, name, VV_BLOCK_ANNOTATION, annotation, annotation->loc);
    }
    visit_expr(b, annotation);
    if (b->future_annotations)
        exit_block(b);
}

static void visit_arg_annotations(builder *b, vv_arg_seq args) {
    for (int i = 0; i < args.count; i++)
        visit_optional(b, args.items[i]->annotation);
}
static void visit_annotations(builder *b, vv_stmt *s, const vv_arguments *a, vv_expr *returns) {
    if (b->failed)
        return;
    if (b->future_annotations) {
        vv_obj *name = vv_symtable_name(b->t, b->arena, "_annotation");
        if (name == NULL) {
            b->failed = true;
            return;
        }
        enter_block(b, name, VV_BLOCK_ANNOTATION, a, s->loc);
    }
    visit_arg_annotations(b, a->posonlyargs);
    visit_arg_annotations(b, a->args);
    if (a->vararg != NULL)
        visit_optional(b, a->vararg->annotation);
    if (a->kwarg != NULL)
        visit_optional(b, a->kwarg->annotation);
    visit_arg_annotations(b, a->kwonlyargs);
    if (b->future_annotations)
        exit_block(b);
    visit_annotation(b, returns);
}

static void enter_type_params(builder *b, vv_ref name, vv_type_param_seq params, bool has_defaults, bool has_kwdefaults,
                              bool of_class, vv_loc loc) {
    if (b->failed)
        return;
    bool in_class = b->current->kind == VV_BLOCK_CLASS;
    enter_block(b, name, VV_BLOCK_TYPE_PARAMS, params.items, loc);
    if (b->failed)
        return;
    if (in_class) {
        b->current->can_see_class_scope = true;
        add_def(b, b->dunder_classdict, VV_USE, loc);
    }
    if (of_class) {
        add_def(b, b->type_params, VV_DEF_LOCAL | VV_USE, loc);
        add_def(b, b->generic_base, VV_DEF_LOCAL | VV_USE, loc);
    }
    if (has_defaults)
        add_def(b, b->defaults, VV_DEF_PARAM, loc);
    if (has_kwdefaults)
        add_def(b, b->kwdefaults, VV_DEF_PARAM, loc);
    for (int i = 0; i < params.count && !b->failed; i++) {
        vv_type_param *p = params.items[i];
        vv_obj *param_name = p->kind == VV_TYPE_PARAM_TypeVar     ? p->v.TypeVar.name
                             : p->kind == VV_TYPE_PARAM_ParamSpec ? p->v.ParamSpec.name
                                                                  : p->v.TypeVarTuple.name;
        add_def(b, param_name, VV_DEF_TYPE_PARAM | VV_DEF_LOCAL, p->loc);
        if (b->failed || p->kind != VV_TYPE_PARAM_TypeVar || p->v.TypeVar.bound == NULL)
            continue;
        bool sees_class = b->current->can_see_class_scope;
        enter_block(b, param_name, VV_BLOCK_TYPE_BOUND, p, p->loc);
        if (b->failed)
            return;
        b->current->can_see_class_scope = sees_class;
        if (sees_class)
            add_def(b, b->dunder_classdict, VV_USE, p->v.TypeVar.bound->loc);
        visit_expr(b, p->v.TypeVar.bound);
        exit_block(b);
    }
}

static bool has_kwdefaults(const vv_arguments *a) {
    for (int i = 0; i < a->kw_defaults.count; i++)
        if (a->kw_defaults.items[i] != NULL)
            return true;
    return false;
}

static VV_NOINLINE void visit_function(builder *b, vv_stmt *s) {
    add_def(b, s->v.FunctionDef.name, VV_DEF_LOCAL, s->loc);
    const vv_arguments *args = s->v.FunctionDef.args;
    visit_exprs(b, args->defaults);
    visit_exprs(b, args->kw_defaults);
    visit_exprs(b, s->v.FunctionDef.decorator_list);
    bool generic = s->v.FunctionDef.type_params.count > 0;
    if (generic)
        /* .defaults is a parameter of the scope even without defaults, as in CPython */
        enter_type_params(b, s->v.FunctionDef.name, s->v.FunctionDef.type_params, true, has_kwdefaults(args), false,
                          s->loc);
    visit_annotations(b, s, args, s->v.FunctionDef.returns);
    enter_block(b, s->v.FunctionDef.name, VV_BLOCK_FUNCTION, s, s->loc);
    if (b->failed)
        return;
    if (s->kind == VV_STMT_AsyncFunctionDef)
        b->current->coroutine = true;
    visit_arguments(b, args);
    visit_body(b, s->v.FunctionDef.body);
    exit_block(b);
    if (generic)
        exit_block(b);
}

static VV_NOINLINE void visit_class(builder *b, vv_stmt *s) {
    add_def(b, s->v.ClassDef.name, VV_DEF_LOCAL, s->loc);
    visit_exprs(b, s->v.ClassDef.decorator_list);
    bool generic = s->v.ClassDef.type_params.count > 0;
    vv_obj *outer_private = b->private;
    if (generic) {
        b->private = s->v.ClassDef.name; /* type parameters and bases are mangled too */
        enter_type_params(b, s->v.ClassDef.name, s->v.ClassDef.type_params, false, false, true, s->loc);
    }
    visit_exprs(b, s->v.ClassDef.bases);
    for (int i = 0; i < s->v.ClassDef.keywords.count && !b->failed; i++)
        visit_expr(b, s->v.ClassDef.keywords.items[i]->value);
    enter_block(b, s->v.ClassDef.name, VV_BLOCK_CLASS, s, s->loc);
    if (b->failed)
        return;
    b->private = s->v.ClassDef.name;
    if (generic) {
        add_def(b, VV_N(b->t, __type_params__), VV_DEF_LOCAL, s->loc);
        add_def(b, b->type_params, VV_USE, s->loc);
    }
    visit_body(b, s->v.ClassDef.body);
    b->private = outer_private;
    exit_block(b);
    if (generic)
        exit_block(b);
}

static VV_NOINLINE void visit_type_alias(builder *b, vv_stmt *s) {
    visit_expr(b, s->v.TypeAlias.name);
    if (b->failed)
        return;
    vv_obj *name = s->v.TypeAlias.name->v.Name.id;
    bool in_class = b->current->kind == VV_BLOCK_CLASS, generic = s->v.TypeAlias.type_params.count > 0;
    if (generic)
        enter_type_params(b, name, s->v.TypeAlias.type_params, false, false, false, s->loc);
    enter_block(b, name, VV_BLOCK_TYPE_ALIAS, s, s->loc);
    if (b->failed)
        return;
    b->current->can_see_class_scope = in_class;
    if (in_class)
        add_def(b, b->dunder_classdict, VV_USE, s->v.TypeAlias.value->loc);
    visit_expr(b, s->v.TypeAlias.value);
    exit_block(b);
    if (generic)
        exit_block(b);
}

static void visit_annotated_assignment(builder *b, vv_stmt *s) {
    vv_expr *target = s->v.AnnAssign.target;
    if (target->kind == VV_EXPR_Name) {
        vv_obj *name = target->v.Name.id;
        int flags = current_flags(b, name);
        if ((flags & (VV_DEF_GLOBAL | VV_DEF_NONLOCAL)) && b->current != b->table->top && s->v.AnnAssign.simple) {
            fail_name(b, s->loc,
                      flags & VV_DEF_GLOBAL ? "annotated name '%U' can't be global"
                                            : "annotated name '%U' can't be nonlocal",
                      name);
            return;
        }
        if (s->v.AnnAssign.simple)
            add_def(b, name, VV_DEF_ANNOT | VV_DEF_LOCAL, target->loc);
        else if (s->v.AnnAssign.value != NULL)
            add_def(b, name, VV_DEF_LOCAL, target->loc);
    } else {
        visit_expr(b, target);
    }
    visit_annotation(b, s->v.AnnAssign.annotation);
    visit_optional(b, s->v.AnnAssign.value);
}

static void visit_directive(builder *b, vv_stmt *s, bool is_global) {
    const vv_identifier_seq *names = is_global ? &s->v.Global.names : &s->v.Nonlocal.names;
    for (int i = 0; i < names->count && !b->failed; i++) {
        vv_obj *name = names->items[i];
        int flags = current_flags(b, name);
        if (flags & (VV_DEF_PARAM | VV_DEF_LOCAL | VV_USE | VV_DEF_ANNOT)) {
            const char *message;
            if (flags & VV_DEF_PARAM)
                message = is_global ? "name '%U' is parameter and global" : "name '%U' is parameter and nonlocal";
            else if (flags & VV_USE)
                message = is_global ? "name '%U' is used prior to global declaration"
                                    : "name '%U' is used prior to nonlocal declaration";
            else if (flags & VV_DEF_ANNOT)
                message = is_global ? "annotated name '%U' can't be global" : "annotated name '%U' can't be nonlocal";
            else
                message = is_global ? "name '%U' is assigned to before global declaration"
                                    : "name '%U' is assigned to before nonlocal declaration";
            fail_name(b, s->loc, message, name);
            return;
        }
        add_def(b, name, is_global ? VV_DEF_GLOBAL : VV_DEF_NONLOCAL, s->loc);
        record_directive(b, name, s->loc);
    }
}

static void visit_aliases(builder *b, vv_alias_seq names) {
    for (int i = 0; i < names.count && !b->failed; i++) {
        vv_alias *a = names.items[i];
        vv_obj *name = a->asname != NULL ? a->asname : a->name;
        if (vv_str_equal_cstr(name, "*")) {
            if (b->current->kind != VV_BLOCK_MODULE)
                fail_at(b, a->loc, "import * only allowed at module level");
            continue;
        }
        size_t dot = 0, n = vv_str_length(name);
        while (dot < n && vv_str_at(name, dot) != '.')
            dot++;
        if (dot < n) {
            vv_owned first = vv_str_slice(b->t, name, 0, dot);
            if (first != NULL)
                vv_intern(b->t, &first);
            name = vv_ast_own_take(b->t, b->arena, first);
            if (name == NULL) {
                b->failed = true;
                return;
            }
        }
        add_def(b, name, VV_DEF_IMPORT, a->loc);
    }
}

static void visit_try(builder *b, vv_stmt *s) {
    visit_body(b, s->v.Try.body);
    visit_body(b, s->v.Try.orelse);
    for (int i = 0; i < s->v.Try.handlers.count && !b->failed; i++) {
        vv_excepthandler *h = s->v.Try.handlers.items[i];
        visit_optional(b, h->type);
        if (h->name != NULL)
            add_def(b, h->name, VV_DEF_LOCAL, h->loc);
        visit_body(b, h->body);
    }
    visit_body(b, s->v.Try.finalbody);
}

static void visit_if(builder *b, vv_stmt *s) {
    for (;;) { /* elif chains are as long as the program likes */
        visit_expr(b, s->v.If.test);
        visit_body(b, s->v.If.body);
        if (s->v.If.orelse.count != 1 || s->v.If.orelse.items[0]->kind != VV_STMT_If || b->failed)
            break;
        s = s->v.If.orelse.items[0];
    }
    visit_body(b, s->v.If.orelse);
}

static void visit_stmt(builder *b, vv_stmt *s) {
    if (!enter_level(b))
        return;
    switch (s->kind) {
    case VV_STMT_FunctionDef:
    case VV_STMT_AsyncFunctionDef: visit_function(b, s); break;
    case VV_STMT_ClassDef: visit_class(b, s); break;
    case VV_STMT_TypeAlias: visit_type_alias(b, s); break;
    case VV_STMT_Return:
        if (s->v.Return.value != NULL) {
            visit_expr(b, s->v.Return.value);
            b->current->returns_value = true;
        }
        break;
    case VV_STMT_Delete: visit_exprs(b, s->v.Delete.targets); break;
    case VV_STMT_Assign:
        visit_exprs(b, s->v.Assign.targets);
        visit_expr(b, s->v.Assign.value);
        break;
    case VV_STMT_AugAssign:
        visit_expr(b, s->v.AugAssign.target);
        visit_expr(b, s->v.AugAssign.value);
        break;
    case VV_STMT_AnnAssign: visit_annotated_assignment(b, s); break;
    case VV_STMT_For:
    case VV_STMT_AsyncFor:
        visit_expr(b, s->v.For.target);
        visit_expr(b, s->v.For.iter);
        visit_body(b, s->v.For.body);
        visit_body(b, s->v.For.orelse);
        break;
    case VV_STMT_While:
        visit_expr(b, s->v.While.test);
        visit_body(b, s->v.While.body);
        visit_body(b, s->v.While.orelse);
        break;
    case VV_STMT_If: visit_if(b, s); break;
    case VV_STMT_With:
    case VV_STMT_AsyncWith:
        for (int i = 0; i < s->v.With.items.count; i++) {
            visit_expr(b, s->v.With.items.items[i]->context_expr);
            visit_optional(b, s->v.With.items.items[i]->optional_vars);
        }
        visit_body(b, s->v.With.body);
        break;
    case VV_STMT_Match:
        visit_expr(b, s->v.Match.subject);
        for (int i = 0; i < s->v.Match.cases.count && !b->failed; i++) {
            vv_match_case *m = s->v.Match.cases.items[i];
            visit_pattern(b, m->pattern);
            visit_optional(b, m->guard);
            visit_body(b, m->body);
        }
        break;
    case VV_STMT_Raise:
        visit_optional(b, s->v.Raise.exc);
        visit_optional(b, s->v.Raise.cause);
        break;
    case VV_STMT_Try:
    case VV_STMT_TryStar: visit_try(b, s); break;
    case VV_STMT_Assert:
        visit_expr(b, s->v.Assert.test);
        visit_optional(b, s->v.Assert.msg);
        break;
    case VV_STMT_Import: visit_aliases(b, s->v.Import.names); break;
    case VV_STMT_ImportFrom: visit_aliases(b, s->v.ImportFrom.names); break;
    case VV_STMT_Global: visit_directive(b, s, true); break;
    case VV_STMT_Nonlocal: visit_directive(b, s, false); break;
    case VV_STMT_Expr: visit_expr(b, s->v.Expr.value); break;
    default: /* Pass, Break, Continue */ break;
    }
    leave_level(b);
}

static void visit_body(builder *b, vv_stmt_seq body) {
    for (int i = 0; i < body.count && !b->failed; i++)
        visit_stmt(b, body.items[i]);
}

/* ---- second pass ---- */

/* A set of names: in the set = value 1. */
typedef vv_namemap name_set;

static bool has(const name_set *set, vv_ref name) {
    return vv_namemap_get(set, name, 0) != 0;
}
static void include(builder *b, name_set *set, vv_ref name) {
    if (vv_namemap_set(set, name, 1) < 0)
        no_memory(b);
}
static void exclude(name_set *set, vv_ref name) {
    vv_namemap_entry *e = vv_namemap_find(set, name);
    if (e != NULL)
        e->value = 0;
}
static void include_all(builder *b, name_set *set, const name_set *more) {
    for (uint32_t i = 0; i < more->count && !b->failed; i++)
        if (more->entries[i].value != 0)
            include(b, set, more->entries[i].name);
}

/* What the analysis of a block takes from outside. The sets belong to the block: it may change them. */
typedef struct outside {
    name_set bound; /* names that enclosing functions bind */
    bool has_bound; /* false for the module */
    name_set global;
    name_set type_params;
    vv_scope *class_entry; /* the class whose names an annotation scope sees, or NULL */
} outside;

static void set_scope(builder *b, name_set *scopes, vv_ref name, int scope) {
    if (vv_namemap_set(scopes, name, scope) < 0)
        no_memory(b);
}

static void analyze_name(builder *b, vv_scope *s, vv_ref name, int flags, outside *out, name_set *scopes,
                         name_set *local, name_set *free) {
    if (flags & VV_DEF_GLOBAL) {
        if (flags & VV_DEF_NONLOCAL) {
            fail_directive(b, s, "name '%U' is nonlocal and global", name);
            return;
        }
        set_scope(b, scopes, name, VV_SCOPE_GLOBAL_EXPLICIT);
        include(b, &out->global, name);
        exclude(&out->bound, name);
        return;
    }
    if (flags & VV_DEF_NONLOCAL) {
        if (!out->has_bound) {
            fail_directive(b, s, "nonlocal declaration not allowed at module level", name);
            return;
        }
        if (!has(&out->bound, name)) {
            fail_directive(b, s, "no binding for nonlocal '%U' found", name);
            return;
        }
        if (has(&out->type_params, name)) {
            fail_directive(b, s, "nonlocal binding not allowed for type parameter '%U'", name);
            return;
        }
        set_scope(b, scopes, name, VV_SCOPE_FREE);
        include(b, free, name);
        return;
    }
    if (flags & VV_DEF_BOUND) {
        set_scope(b, scopes, name, VV_SCOPE_LOCAL);
        include(b, local, name);
        exclude(&out->global, name);
        if (flags & VV_DEF_TYPE_PARAM)
            include(b, &out->type_params, name);
        else
            exclude(&out->type_params, name);
        return;
    }
    /* An annotation scope inside a class: a name the class binds is looked up in the class, then globally. */
    if (out->class_entry != NULL) {
        int class_flags = vv_scope_flags(out->class_entry, name);
        if (class_flags & VV_DEF_GLOBAL) {
            set_scope(b, scopes, name, VV_SCOPE_GLOBAL_EXPLICIT);
            return;
        }
        if ((class_flags & VV_DEF_BOUND) && !(class_flags & VV_DEF_NONLOCAL)) {
            set_scope(b, scopes, name, VV_SCOPE_GLOBAL_IMPLICIT);
            return;
        }
    }
    if (out->has_bound && has(&out->bound, name)) {
        set_scope(b, scopes, name, VV_SCOPE_FREE);
        include(b, free, name);
        return;
    }
    set_scope(b, scopes, name, VV_SCOPE_GLOBAL_IMPLICIT);
}

static bool free_in_a_child(const vv_scope *s, vv_ref name) {
    for (size_t i = 0; i < s->nchildren; i++)
        if (vv_scope_of(s->children[i], name) == VV_SCOPE_FREE)
            return true;
    return false;
}

/* PEP 709: the comprehension's code becomes part of `s`, so its names become names of `s`. */
static void inline_comprehension(builder *b, vv_scope *s, vv_scope *comp, name_set *scopes, name_set *comp_free,
                                 name_set *inlined_cells) {
    vv_obj *forget = NULL;
    for (uint32_t i = 0; i < comp->symbols.count && !b->failed; i++) {
        vv_obj *name = comp->symbols.entries[i].name;
        int flags = comp->symbols.entries[i].value;
        if (flags & VV_DEF_PARAM)
            continue; /* .0 */
        int scope = flags >> VV_SCOPE_SHIFT & VV_SCOPE_MASK, plain = flags & ((1 << VV_SCOPE_SHIFT) - 1);
        if (scope == VV_SCOPE_CELL || (plain & VV_DEF_COMP_CELL))
            include(b, inlined_cells, name);
        const vv_namemap_entry *existing = vv_namemap_find(&s->symbols, name);
        if (existing == NULL) {
            if (scope == VV_SCOPE_FREE && s->kind == VV_BLOCK_CLASS && vv_str_equal(name, b->dunder_class)) {
                scope = VV_SCOPE_GLOBAL_IMPLICIT; /* __class__ is not there yet while the class body runs */
                exclude(comp_free, name);
                forget = name;
            }
            if (vv_namemap_set(&s->symbols, name, plain) < 0)
                no_memory(b);
            set_scope(b, scopes, name, scope);
        } else if ((existing->value & VV_DEF_BOUND) && s->kind != VV_BLOCK_CLASS && !free_in_a_child(comp, name)) {
            exclude(comp_free, name); /* free inside, but local here: now simply local */
        }
    }
    if (forget != NULL) {
        vv_namemap rest;
        vv_namemap_init(&rest, b->arena);
        for (uint32_t i = 0; i < comp->symbols.count && !b->failed; i++)
            if (comp->symbols.entries[i].name != forget &&
                vv_namemap_set(&rest, comp->symbols.entries[i].name, comp->symbols.entries[i].value) < 0)
                no_memory(b);
        comp->symbols = rest;
    }
}

/* Enters the decisions into the symbols, and the free variables of inner blocks that pass through. */
static void update_symbols(builder *b, vv_scope *s, const name_set *scopes, const outside *out, const name_set *free,
                           const name_set *inlined_cells, bool class_like) {
    for (uint32_t i = 0; i < s->symbols.count; i++) {
        vv_namemap_entry *e = &s->symbols.entries[i];
        if (has(inlined_cells, e->name))
            e->value |= VV_DEF_COMP_CELL;
        e->value |= vv_namemap_get(scopes, e->name, 0) << VV_SCOPE_SHIFT;
    }
    for (uint32_t i = 0; i < free->count && !b->failed; i++) {
        if (free->entries[i].value == 0)
            continue;
        vv_obj *name = free->entries[i].name;
        vv_namemap_entry *e = vv_namemap_find(&s->symbols, name);
        if (e != NULL) {
            if (class_like)
                e->value |= VV_DEF_FREE_CLASS;
        } else if (!out->has_bound || has(&out->bound, name)) {
            if (vv_namemap_set(&s->symbols, name, VV_SCOPE_FREE << VV_SCOPE_SHIFT) < 0)
                no_memory(b);
        }
    }
}

static void splice_inlined_children(builder *b, vv_scope *s) {
    size_t total = 0;
    bool any = false;
    for (size_t i = 0; i < s->nchildren; i++) {
        any |= s->children[i]->comp_inlined;
        total += s->children[i]->comp_inlined ? s->children[i]->nchildren : 1;
    }
    if (!any)
        return;
    vv_scope **children = vv_arena_alloc(b->arena, (total + 1) * sizeof *children);
    if (children == NULL) {
        no_memory(b);
        return;
    }
    size_t n = 0;
    for (size_t i = 0; i < s->nchildren; i++) {
        vv_scope *child = s->children[i];
        if (!child->comp_inlined)
            children[n++] = child;
        else
            for (size_t k = 0; k < child->nchildren; k++)
                children[n++] = child->children[k];
    }
    s->children = children;
    s->nchildren = s->children_capacity = n;
}

/* Decides about a block and those inside; adds the names it needs from outside to `needed`. Consumes `out`. */
static void analyze_block(builder *b, vv_scope *s, outside *out, name_set *needed) {
    if (!enter_level(b))
        return;
    name_set scopes, local, free, inlined_cells;
    vv_namemap_init(&scopes, b->arena);
    vv_namemap_init(&local, b->arena);
    vv_namemap_init(&free, b->arena);
    vv_namemap_init(&inlined_cells, b->arena);
    outside inner = {.has_bound = true};
    vv_namemap_init(&inner.bound, b->arena);
    vv_namemap_init(&inner.global, b->arena);
    /* A class's names are invisible inside its methods, so those get what was known before the class. */
    if (s->kind == VV_BLOCK_CLASS) {
        include_all(b, &inner.global, &out->global);
        include_all(b, &inner.bound, &out->bound);
    }
    /* what it names itself is needed from outside: a class body's own __class__ is the one of a class around it */
    for (uint32_t i = 0; i < s->symbols.count && !b->failed; i++)
        analyze_name(b, s, s->symbols.entries[i].name, s->symbols.entries[i].value, out, &scopes, &local, needed);
    if (s->kind != VV_BLOCK_CLASS) {
        if (vv_scope_is_function_like(s))
            include_all(b, &inner.bound, &local);
        include_all(b, &inner.bound, &out->bound);
        include_all(b, &inner.global, &out->global);
    } else {
        include(b, &inner.bound, b->dunder_class);
        include(b, &inner.bound, b->dunder_classdict);
    }
    for (size_t i = 0; i < s->nchildren && !b->failed; i++) {
        vv_scope *child = s->children[i];
        outside child_out = {.has_bound = true};
        if (child->can_see_class_scope)
            child_out.class_entry = s->kind == VV_BLOCK_CLASS ? s : out->class_entry;
        vv_namemap_init(&child_out.bound, b->arena);
        vv_namemap_init(&child_out.global, b->arena);
        vv_namemap_init(&child_out.type_params, b->arena);
        include_all(b, &child_out.bound, &inner.bound);
        include_all(b, &child_out.global, &inner.global);
        include_all(b, &child_out.type_params, &out->type_params);
        name_set child_free;
        vv_namemap_init(&child_free, b->arena);
        bool inlined = child->comprehension != VV_COMP_NONE && !child->generator && !s->can_see_class_scope;
        analyze_block(b, child, &child_out, &child_free);
        if (b->failed)
            return;
        if (inlined) {
            inline_comprehension(b, s, child, &scopes, &child_free, &inlined_cells);
            child->comp_inlined = true;
        }
        include_all(b, &free, &child_free);
    }
    if (b->failed)
        return;
    splice_inlined_children(b, s);
    if (vv_scope_is_function_like(s)) {
        /* a local that an inner block uses lives in a cell, and is nobody else's business */
        for (uint32_t i = 0; i < scopes.count; i++) {
            vv_namemap_entry *e = &scopes.entries[i];
            if (e->value != VV_SCOPE_LOCAL || (!has(&free, e->name) && !has(&inlined_cells, e->name)))
                continue;
            e->value = VV_SCOPE_CELL;
            exclude(&free, e->name);
        }
    } else if (s->kind == VV_BLOCK_CLASS) {
        s->needs_class_closure = has(&free, b->dunder_class);
        s->needs_classdict = has(&free, b->dunder_classdict);
        exclude(&free, b->dunder_class);
        exclude(&free, b->dunder_classdict);
    }
    update_symbols(b, s, &scopes, out, &free, &inlined_cells, s->kind == VV_BLOCK_CLASS || s->can_see_class_scope);
    include_all(b, needed, &free);
    leave_level(b);
}

vv_symtable *vv_symtable_build(vv_thread *t, vv_arena *arena, vv_mod *mod, vv_ref filename, bool future_annotations) {
    vv_symtable *st = vv_arena_alloc_zeroed(arena, sizeof *st);
    if (st == NULL) {
        vv_raise_memory(t);
        return NULL;
    }
    builder b = {.t = t, .arena = arena, .filename = filename, .table = st, .future_annotations = future_annotations};
    vv_obj *top = vv_symtable_name(t, arena, "top");
    b.dunder_class = vv_symtable_name(t, arena, "__class__");
    b.dunder_classdict = vv_symtable_name(t, arena, "__classdict__");
    b.type_params = vv_symtable_name(t, arena, ".type_params");
    b.generic_base = vv_symtable_name(t, arena, ".generic_base");
    b.defaults = vv_symtable_name(t, arena, ".defaults");
    b.kwdefaults = vv_symtable_name(t, arena, ".kwdefaults");
    b.dot_zero = vv_symtable_name(t, arena, ".0");
    if (top == NULL || b.dunder_class == NULL || b.dunder_classdict == NULL || b.type_params == NULL ||
        b.generic_base == NULL || b.defaults == NULL || b.kwdefaults == NULL || b.dot_zero == NULL)
        return NULL;
    enter_block(&b, top, VV_BLOCK_MODULE, mod, (vv_loc){0, 0, 0, 0});
    if (b.failed)
        return NULL;
    st->top = b.current;
    if (mod->kind == VV_MOD_Expression)
        visit_expr(&b, mod->v.Expression.body);
    else
        visit_body(&b, mod->v.Module.body);
    if (b.failed)
        return NULL;
    outside out = {.has_bound = false};
    vv_namemap_init(&out.bound, arena);
    vv_namemap_init(&out.global, arena);
    vv_namemap_init(&out.type_params, arena);
    name_set needed;
    vv_namemap_init(&needed, arena);
    b.depth = 0;
    analyze_block(&b, st->top, &out, &needed);
    return b.failed ? NULL : st;
}
