/* symtable.h - scopes: which block binds each name, and how every block reaches it. */
#ifndef VV_COMPILER_SYMTABLE_H
#define VV_COMPILER_SYMTABLE_H

#include "compiler/ast.h"
#include "compiler/namemap.h"

/* What a block does with a name: the values of vv_scope.symbols, as CPython's `symtable` module numbers them. */
enum vv_symbol_flags {
    VV_DEF_GLOBAL = 1,          /* global statement */
    VV_DEF_LOCAL = 2,           /* bound in this block */
    VV_DEF_PARAM = 2 << 1,      /* parameter */
    VV_DEF_NONLOCAL = 2 << 2,   /* nonlocal statement */
    VV_USE = 2 << 3,            /* read */
    VV_DEF_FREE_CLASS = 2 << 5, /* free in a method, bound or global in the class */
    VV_DEF_IMPORT = 2 << 6,
    VV_DEF_ANNOT = 2 << 7,
    VV_DEF_COMP_ITER = 2 << 8, /* iteration variable of a comprehension */
    VV_DEF_TYPE_PARAM = 2 << 9,
    VV_DEF_COMP_CELL = 2 << 10, /* a cell of an inlined comprehension */
    VV_DEF_BOUND = VV_DEF_LOCAL | VV_DEF_PARAM | VV_DEF_IMPORT | VV_DEF_TYPE_PARAM,
};
enum { VV_SCOPE_SHIFT = 12, VV_SCOPE_MASK = 7 };
/* How the block reaches the name: the bits above VV_SCOPE_SHIFT. */
enum vv_name_scope {
    VV_SCOPE_NONE = 0,
    VV_SCOPE_LOCAL = 1,
    VV_SCOPE_GLOBAL_EXPLICIT = 2,
    VV_SCOPE_GLOBAL_IMPLICIT = 3,
    VV_SCOPE_FREE = 4,
    VV_SCOPE_CELL = 5,
};

typedef enum vv_block_kind {
    VV_BLOCK_FUNCTION,
    VV_BLOCK_CLASS,
    VV_BLOCK_MODULE,
    VV_BLOCK_ANNOTATION,
    VV_BLOCK_TYPE_BOUND,
    VV_BLOCK_TYPE_ALIAS,
    VV_BLOCK_TYPE_PARAMS
} vv_block_kind;
typedef enum vv_comprehension_kind {
    VV_COMP_NONE,
    VV_COMP_LIST,
    VV_COMP_DICT,
    VV_COMP_SET,
    VV_COMP_GENERATOR
} vv_comprehension_kind;

typedef struct vv_scope vv_scope;
struct vv_scope {
    const void *key; /* the node it belongs to; `type_params.items` for the scope of type parameters */
    vv_scope *next_by_key;
    vv_obj *name;
    vv_block_kind kind;
    vv_comprehension_kind comprehension;
    vv_loc loc;
    vv_namemap symbols;  /* mangled name -> flags */
    vv_namemap varnames; /* parameters in order */
    vv_scope **children;
    size_t nchildren, children_capacity;
    struct vv_directive {
        vv_obj *name; /* mangled */
        vv_loc loc;
    } * directives; /* global and nonlocal statements, for error positions */
    size_t ndirectives, directives_capacity;
    vv_scope *parent;   /* the enclosing one while the tree is walked */
    int comp_iter_expr; /* > 0: inside the iterable of a comprehension */
    bool nested, generator, coroutine, varargs, varkeywords, returns_value;
    bool needs_class_closure, needs_classdict, comp_inlined, comp_iter_target, can_see_class_scope;
};

typedef struct vv_symtable {
    vv_scope *top;
    vv_scope **by_key; /* hash table, chained */
    size_t nkeys, key_buckets;
} vv_symtable;

/* Places of an error: the line is 1-based, columns are bytes from 0. Sets SyntaxError and returns -1. The place stands in
 * the exception's attributes; for a compiler error in its args too. */
int vv_symtable_error(vv_thread *t, vv_ref filename, vv_loc loc, const char *format, ...);
int vv_compiler_error(vv_thread *t, vv_ref filename, vv_loc loc, const char *format, ...);

/* Analyses a whole module. `future_annotations`: annotations are not evaluated. NULL with SyntaxError, RecursionError
 * or MemoryError; lives in the arena. */
VV_NODISCARD vv_symtable *vv_symtable_build(vv_thread *t, vv_arena *arena, vv_mod *mod, vv_ref filename,
                                            bool future_annotations);
/* The scope of a node. */
vv_scope *vv_symtable_lookup(const vv_symtable *st, const void *key);

static inline bool vv_scope_is_function_like(const vv_scope *s) {
    return s->kind == VV_BLOCK_FUNCTION || s->kind == VV_BLOCK_TYPE_BOUND || s->kind == VV_BLOCK_TYPE_ALIAS ||
           s->kind == VV_BLOCK_TYPE_PARAMS;
}
static inline int vv_scope_flags(const vv_scope *s, vv_ref name) {
    return vv_namemap_get(&s->symbols, name, 0);
}
static inline int vv_scope_of(const vv_scope *s, vv_ref name) {
    return vv_scope_flags(s, name) >> VV_SCOPE_SHIFT & VV_SCOPE_MASK;
}

/* `__name` inside class `private`: _class__name, interned and owned by the arena; otherwise the name itself. Borrowed;
 * NULL with MemoryError. */
vv_obj *vv_symtable_mangle(vv_thread *t, vv_arena *arena, vv_ref private_or_null, vv_ref name);

/* A name of our own as interned str, owned by the arena. NULL with MemoryError. */
vv_obj *vv_symtable_name(vv_thread *t, vv_arena *arena, const char *text);

/* Levels of nesting a tree may have before RecursionError; VV_COMPILER_DEPTH_ERROR is CPython's text. */
enum { VV_COMPILER_MAX_DEPTH = 2000 };
#define VV_COMPILER_DEPTH_ERROR "maximum recursion depth exceeded during compilation"

/* A stack of nodes in an arena, for chains that are too long to recurse on. */
typedef struct vv_node_stack {
    void **items;
    size_t count, capacity;
} vv_node_stack;
static inline int vv_node_push(vv_arena *arena, vv_node_stack *stack, void *node) {
    if (vv_arena_grow(arena, (void **)&stack->items, sizeof *stack->items, stack->count, &stack->capacity) < 0)
        return -1;
    stack->items[stack->count++] = node;
    return 0;
}
/* The operand through which an expression continues a chain of any length (a + b + c, a.b().c[d]), or NULL. */
static inline vv_expr *vv_chain_child(const vv_expr *e) {
    switch (e->kind) {
    case VV_EXPR_BinOp: return e->v.BinOp.left;
    case VV_EXPR_Attribute: return e->v.Attribute.value;
    case VV_EXPR_Subscript: return e->v.Subscript.value;
    case VV_EXPR_Call: return e->v.Call.func;
    default: return NULL;
    }
}

#endif
