/* codegen_internal.h - what the files of the code generator share: the unit being compiled and how to emit into it.
 *
 * Failure sticks: once c->failed is set (an exception is pending) emitting does nothing, and loops over statements
 * stop.
 */
#ifndef VV_COMPILER_CODEGEN_INTERNAL_H
#define VV_COMPILER_CODEGEN_INTERNAL_H

#include "compiler/diag.h"
#include "compiler/flow.h"
#include "compiler/symtable.h"

typedef enum vv_unit_kind {
    VV_UNIT_MODULE,
    VV_UNIT_CLASS,
    VV_UNIT_FUNCTION,
    VV_UNIT_ASYNC_FUNCTION,
    VV_UNIT_LAMBDA,
    VV_UNIT_COMPREHENSION,
    VV_UNIT_TYPE_PARAMS
} vv_unit_kind;

/* Blocks of statements that `break`, `continue` and `return` have to get out of. */
typedef enum vv_fblock_kind {
    VV_FBLOCK_WHILE,
    VV_FBLOCK_FOR,
    VV_FBLOCK_TRY_EXCEPT,
    VV_FBLOCK_FINALLY_TRY,
    VV_FBLOCK_FINALLY_END,
    VV_FBLOCK_WITH,
    VV_FBLOCK_ASYNC_WITH,
    VV_FBLOCK_HANDLER_CLEANUP,
    VV_FBLOCK_POP_VALUE,
    VV_FBLOCK_EXCEPTION_HANDLER,
    VV_FBLOCK_GROUP_HANDLER,
    VV_FBLOCK_ASYNC_COMPREHENSION,
    VV_FBLOCK_STOP_ITERATION
} vv_fblock_kind;

typedef struct vv_fblock {
    vv_fblock_kind kind;
    int begin, exit;     /* labels: where continue and break go */
    const vv_stmt *stmt; /* FINALLY_TRY: the statement whose finalbody it is */
    vv_loc loc;          /* WITH: the position of the cleanup */
    vv_obj *name;        /* HANDLER_CLEANUP: the variable to delete, or NULL */
} vv_fblock;
enum { VV_MAX_FBLOCKS = 21 };

/* Index of a constant in its unit's pool, by address. */
typedef struct vv_const_index {
    vv_obj **keys;
    int *values;
    size_t size, used;
} vv_const_index;

typedef struct vv_unit {
    struct vv_unit *outer;
    vv_scope *scope;
    vv_unit_kind kind;
    vv_obj *name, *qualname, *private; /* private: class name for mangling, or NULL */
    vv_namemap names, varnames, cellvars, freevars;
    vv_namemap hidden; /* names that an inlined comprehension makes fast outside functions: 1 now, 0 earlier */
    vv_const_pool consts;
    vv_const_index const_index;
    vv_instr_seq code;
    int argcount, posonlyargcount, kwonlyargcount, firstlineno;
    vv_fblock fblocks[VV_MAX_FBLOCKS];
    int nfblocks, inlined_comprehensions;
} vv_unit;

typedef struct vv_compiler {
    vv_thread *t;
    vv_arena *arena;
    vv_ref filename;
    vv_symtable *symtable;
    vv_warning_list *warnings; /* or NULL */
    vv_unit *u;
    vv_obj **canonical; /* hash table of the one object for each equal constant */
    size_t ncanonical, canonical_size;
    vv_node_stack chain;
    int flags, future_line; /* the last line of a future statement at the top */
    int nesting, depth;     /* units, levels of the tree */
    int optimize;           /* 1: no asserts, 2: no docstrings either */
    bool interactive, top_level_await, failed;
} vv_compiler;

/* May await stand here, outside functions? Then the module is a coroutine. */
static inline bool vv_cg_top_level_await(vv_compiler *c) {
    if (!c->top_level_await || c->u->kind != VV_UNIT_MODULE)
        return false;
    c->u->scope->coroutine = true;
    return true;
}

/* ---- emitting (codegen.c) ---- */
void vv_cg_emit(vv_compiler *c, int opcode, int oparg, vv_loc loc);
int vv_cg_label(vv_compiler *c);
void vv_cg_place(vv_compiler *c, int label);
/* An instruction before all others of the unit. */
void vv_cg_emit_first(vv_compiler *c, int opcode, int oparg, vv_loc loc);
int vv_cg_const(vv_compiler *c, vv_ref o);                           /* index in the unit's pool */
void vv_cg_load(vv_compiler *c, vv_ref constant, vv_loc loc);        /* LOAD_CONST */
void vv_cg_load_take(vv_compiler *c, vv_owned constant, vv_loc loc); /* NULL = failed */
void vv_cg_load_int(vv_compiler *c, int64_t value, vv_loc loc);
static inline void vv_cg_load_none(vv_compiler *c, vv_loc loc) {
    vv_cg_load(c, VV_NONE(c->t), loc);
}
/* An instruction with a name, mangled: LOAD_ATTR, IMPORT_NAME, ... and the pseudo instructions LOAD_METHOD,
 * LOAD_SUPER_METHOD, ... which become LOAD_ATTR and LOAD_SUPER_ATTR here. */
void vv_cg_emit_name(vv_compiler *c, int opcode, vv_ref name, vv_loc loc);
/* An instruction whose argument is a number of a map. */
void vv_cg_emit_in(vv_compiler *c, int opcode, vv_namemap *map, vv_ref name, vv_loc loc);
/* Loads, stores or deletes a variable by the rules of its scope. */
void vv_cg_name(vv_compiler *c, vv_ref name, int ctx, vv_loc loc);
void vv_cg_name_cstr(vv_compiler *c, const char *name, int ctx, vv_loc loc);
vv_obj *vv_cg_mangle(vv_compiler *c, vv_ref name);
/* `__debug__` cannot be assigned or deleted: true (and failed) if name is that. */
bool vv_cg_forbidden(vv_compiler *c, vv_ref name, int ctx, vv_loc loc);

void vv_cg_error(vv_compiler *c, vv_loc loc, const char *message);
void vv_cg_error_name(vv_compiler *c, vv_loc loc, const char *format, vv_ref name); /* one %U or %R */
void vv_cg_warn(vv_compiler *c, vv_loc loc, const char *format, ...) VV_PRINTF(3, 4);
bool vv_cg_enter_level(vv_compiler *c); /* false: failed */
static inline void vv_cg_leave_level(vv_compiler *c) {
    c->depth--;
}

void vv_cg_push_fblock(vv_compiler *c, vv_loc loc, vv_fblock block);
static inline void vv_cg_pop_fblock(vv_compiler *c) {
    if (!c->failed)
        c->u->nfblocks--;
}

/* ---- units (codegen.c) ---- */
void vv_cg_enter_unit(vv_compiler *c, vv_ref name, vv_unit_kind kind, const void *key, int lineno);
/* Ends the unit and returns to the outer one; `add_none`: falling off the end returns None, else what is on the stack.
 * The code object, owned by the arena; NULL when failed. */
vv_obj *vv_cg_leave_unit(vv_compiler *c, bool add_none);
/* Loads code as a function: closure, constant, MAKE_FUNCTION. */
void vv_cg_make_closure(vv_compiler *c, vv_ref code, int flags, vv_loc loc);
/* How a name of an inner closure is reached here: VV_SCOPE_CELL or other. */
int vv_cg_ref_scope(vv_compiler *c, vv_ref name);

/* ---- codegen_expr.c ---- */
void vv_cg_expr(vv_compiler *c, vv_expr *e);
void vv_cg_exprs(vv_compiler *c, vv_expr_seq seq);
void vv_cg_jump_if(vv_compiler *c, vv_loc loc, vv_expr *e, int label, bool condition);
void vv_cg_compare(vv_compiler *c, int op, vv_loc loc);
int vv_cg_binary_number(int op); /* operator -> VV_NB_ */
/* Arguments of a call whose first n are on the stack, and the call. */
void vv_cg_call_args(vv_compiler *c, vv_loc loc, int n, vv_expr_seq args, vv_keyword_seq keywords);
/* start, stop of a slice; 3 when there is a step too. */
int vv_cg_slice_parts(vv_compiler *c, vv_expr *slice);
static inline bool vv_cg_is_plain_slice(const vv_expr *e) {
    return e->kind == VV_EXPR_Slice && e->v.Slice.step == NULL;
}
/* Positions of attribute accesses spread over lines point at the attribute. */
vv_loc vv_cg_attr_loc(vv_loc loc, const vv_expr *attribute);
void vv_cg_yield_from(vv_compiler *c, vv_loc loc, bool await);
void vv_cg_await(vv_compiler *c, int awaitable_kind, vv_loc loc); /* GET_AWAITABLE and driving it */
void vv_cg_yield(vv_compiler *c, vv_loc loc);                     /* the value on the stack */

/* ---- codegen_def.c ---- */
void vv_cg_function(vv_compiler *c, vv_stmt *s);
void vv_cg_class(vv_compiler *c, vv_stmt *s);
void vv_cg_type_alias(vv_compiler *c, vv_stmt *s);
void vv_cg_lambda(vv_compiler *c, vv_expr *e);
void vv_cg_comprehension(vv_compiler *c, vv_expr *e);
void vv_cg_annotation(vv_compiler *c, vv_expr *e);

/* ---- codegen_stmt.c, codegen_match.c ---- */
void vv_cg_stmt(vv_compiler *c, vv_stmt *s);
void vv_cg_stmts(vv_compiler *c, vv_stmt_seq body, int first);
/* A module's or class's statements, docstring and annotations dict included. */
void vv_cg_body(vv_compiler *c, vv_loc loc, vv_stmt_seq body);
bool vv_cg_has_annotations(vv_stmt_seq body);
void vv_cg_match(vv_compiler *c, vv_stmt *s);

#endif
