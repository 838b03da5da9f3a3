/* codegen.c - the code generator's base: units, emitting instructions, names, constants, and compiling a whole module.
 */
#include "compiler/codegen.h"

#include "code/codeobj.h"
#include "compiler/assemble.h"
#include "compiler/codegen_internal.h"
#include "compiler/constfold.h"
#include "object/alloc.h"
#include "object/error.h"
#include "object/intern.h"
#include "types/bytes.h"
#include "types/exceptions.h"
#include "types/float.h"
#include "types/int.h"
#include "types/set.h"
#include "types/tuple.h"

#include <stdarg.h>
#include <string.h>

/* ---- errors ---- */

static void fail_memory(vv_compiler *c) {
    if (!c->failed)
        vv_raise_memory(c->t);
    c->failed = true;
}

void vv_cg_error(vv_compiler *c, vv_loc loc, const char *message) {
    if (!c->failed)
        vv_compiler_error(c->t, c->filename, loc, "%s", message);
    c->failed = true;
}

void vv_cg_error_name(vv_compiler *c, vv_loc loc, const char *format, vv_ref name) {
    if (!c->failed)
        vv_compiler_error(c->t, c->filename, loc, format, name);
    c->failed = true;
}

void vv_cg_warn(vv_compiler *c, vv_loc loc, const char *format, ...) {
    if (c->warnings == NULL || c->failed)
        return;
    char text[400];
    va_list args;
    va_start(args, format);
    __builtin_vsnprintf(text, sizeof text, format, args);
    va_end(args);
    if (vv_diag_warn(c->t, c->arena, c->warnings, VV_SyntaxWarning, loc, "%s", text) < 0)
        c->failed = true;
}

bool vv_cg_enter_level(vv_compiler *c) {
    if (c->failed)
        return false;
    if (++c->depth > VV_COMPILER_MAX_DEPTH) {
        vv_raise(c->t, VV_RecursionError, VV_COMPILER_DEPTH_ERROR);
        c->failed = true;
        return false;
    }
    return true;
}

/* ---- instructions ---- */

void vv_cg_emit(vv_compiler *c, int opcode, int oparg, vv_loc loc) {
    if (c->failed)
        return;
    vv_instr_seq *s = &c->u->code;
    if (vv_arena_grow(c->arena, (void **)&s->items, sizeof *s->items, s->count, &s->capacity) < 0) {
        fail_memory(c);
        return;
    }
    s->items[s->count++] = (vv_instr){opcode, oparg, loc};
}

void vv_cg_emit_first(vv_compiler *c, int opcode, int oparg, vv_loc loc) {
    vv_cg_emit(c, opcode, oparg, loc);
    if (c->failed)
        return;
    vv_instr_seq *s = &c->u->code;
    memmove(s->items + 1, s->items, (s->count - 1) * sizeof *s->items);
    s->items[0] = (vv_instr){opcode, oparg, loc};
    for (size_t i = 0; i < s->nlabels; i++)
        if (s->labels[i] >= 0)
            s->labels[i]++;
}

int vv_cg_label(vv_compiler *c) {
    vv_instr_seq *s = &c->u->code;
    if (vv_arena_grow(c->arena, (void **)&s->labels, sizeof *s->labels, s->nlabels, &s->labels_capacity) < 0) {
        fail_memory(c);
        return 0;
    }
    s->labels[s->nlabels] = -1;
    return (int)s->nlabels++;
}

void vv_cg_place(vv_compiler *c, int label) {
    if (!c->failed)
        c->u->code.labels[label] = (int)c->u->code.count;
}

void vv_cg_push_fblock(vv_compiler *c, vv_loc loc, vv_fblock block) {
    if (c->failed)
        return;
    if (c->u->nfblocks >= VV_MAX_FBLOCKS) {
        vv_cg_error(c, loc, "too many statically nested blocks");
        return;
    }
    c->u->fblocks[c->u->nfblocks++] = block;
}

/* ---- constants ----
 * Equal constants of the same type are one object in the whole module, so that a pool can compare addresses. The items
 * of a constant tuple are such objects themselves, so tuples are compared by their items' addresses. */

static uint64_t mix(uint64_t x) {
    x ^= x >> 33;
    x *= UINT64_C(0xff51afd7ed558ccd);
    return x ^ x >> 33;
}
static uint64_t hash_double(double d) {
    uint64_t bits;
    memcpy(&bits, &d, sizeof bits);
    return mix(bits);
}

static uint64_t const_hash(vv_compiler *c, vv_ref o) {
    uint64_t seed = (uintptr_t)o->type;
    if (VV_ISA(o, INT))
        return mix(seed ^ (uint64_t)vv_int_hash(o));
    if (VV_ISA(o, STR))
        return mix(seed ^ (uint64_t)vv_str_hash(o));
    if (VV_ISA(o, BYTES))
        return mix(seed ^ (uint64_t)vv_bytes_hash(o));
    if (VV_ISA(o, FLOAT))
        return mix(seed ^ hash_double(VV_FLOAT(o)->value));
    if (VV_IS(c->t, o, COMPLEX))
        return mix(seed ^ hash_double(VV_COMPLEX(o)->real) ^ mix(hash_double(VV_COMPLEX(o)->imag)));
    if (VV_ISA(o, TUPLE)) {
        for (size_t i = 0; i < VV_TUPLE(o)->length; i++)
            seed = mix(seed ^ (uintptr_t)VV_TUPLE(o)->items[i]);
        return seed;
    }
    if (VV_ISA(o, SET))
        return mix(seed ^ vv_set_length(o));
    if (VV_IS(c->t, o, CODE))
        return mix(seed ^ VV_CODE_OF(o)->ncode ^ (uint64_t)vv_bytes_hash(VV_CODE_OF(o)->linetable));
    return mix((uintptr_t)o);
}

static bool same_double(double a, double b) {
    return memcmp(&a, &b, sizeof a) == 0;
}

static vv_obj *canonical_take(vv_compiler *c, vv_owned o);

static bool const_equal(vv_compiler *c, vv_ref a, vv_ref b) {
    if (a == b)
        return true;
    if (a->type != b->type)
        return false;
    if (VV_ISA(a, INT))
        return vv_int_compare(a, b) == 0;
    if (VV_ISA(a, STR))
        return vv_str_equal(a, b);
    if (VV_ISA(a, BYTES))
        return VV_BYTES(a)->length == VV_BYTES(b)->length &&
               memcmp(VV_BYTES(a)->data, VV_BYTES(b)->data, VV_BYTES(a)->length) == 0;
    if (VV_ISA(a, FLOAT))
        return same_double(VV_FLOAT(a)->value, VV_FLOAT(b)->value);
    if (VV_IS(c->t, a, COMPLEX))
        return same_double(VV_COMPLEX(a)->real, VV_COMPLEX(b)->real) &&
               same_double(VV_COMPLEX(a)->imag, VV_COMPLEX(b)->imag);
    if (VV_ISA(a, TUPLE)) {
        if (VV_TUPLE(a)->length != VV_TUPLE(b)->length)
            return false;
        for (size_t i = 0; i < VV_TUPLE(a)->length; i++)
            if (VV_TUPLE(a)->items[i] != VV_TUPLE(b)->items[i])
                return false;
        return true;
    }
    if (VV_ISA(a, SET)) { /* same members of the same types, whatever their order */
        if (vv_set_length(a) != vv_set_length(b))
            return false;
        size_t i = 0;
        vv_hash hash;
        for (vv_ref key; vv_set_next(a, &i, &key, &hash);) {
            size_t k = 0;
            bool found = false;
            for (vv_ref other; !found && vv_set_next(b, &k, &other, &hash);)
                found = canonical_take(c, vv_newref(key)) == canonical_take(c, vv_newref(other));
            if (!found)
                return false;
        }
        return true;
    }
    return VV_IS(c->t, a, CODE) && vv_code_equal(c->t, a, b);
}

static int grow_canonical(vv_compiler *c) {
    size_t size = c->canonical_size == 0 ? 256 : c->canonical_size * 4;
    vv_obj **table = vv_arena_alloc_zeroed(c->arena, size * sizeof *table);
    if (table == NULL) {
        fail_memory(c);
        return -1;
    }
    for (size_t i = 0; i < c->canonical_size; i++) {
        if (c->canonical[i] == NULL)
            continue;
        size_t slot = const_hash(c, c->canonical[i]) & (size - 1);
        while (table[slot] != NULL)
            slot = (slot + 1) & (size - 1);
        table[slot] = c->canonical[i];
    }
    c->canonical = table;
    c->canonical_size = size;
    return 0;
}

/* The one object equal to a constant, borrowed; takes `o`. NULL when failed. */
static vv_obj *canonical_take(vv_compiler *c, vv_owned o) {
    if (o == NULL) {
        c->failed = true;
        return NULL;
    }
    if (VV_ISA(o, TUPLE)) {
        bool changed = false;
        vv_owned copy = vv_tuple_new(c->t, VV_TUPLE(o)->length);
        for (size_t i = 0; copy != NULL && i < VV_TUPLE(o)->length; i++) {
            vv_obj *item = canonical_take(c, vv_newref(VV_TUPLE(o)->items[i]));
            if (item == NULL)
                item = c->t->vm->none;
            changed |= item != VV_TUPLE(o)->items[i];
            VV_TUPLE(copy)->items[i] = vv_newref(item);
        }
        if (copy != NULL && VV_TUPLE(copy)->length > 0)
            vv_tuple_done(c->t, copy);
        if (copy == NULL)
            c->failed = true;
        if (changed) {
            vv_decref(c->t, o);
            o = copy;
        } else {
            vv_xdecref(c->t, copy);
        }
        if (c->failed) {
            vv_decref(c->t, o);
            return NULL;
        }
    }
    if ((c->ncanonical + 1) * 2 > c->canonical_size && grow_canonical(c) < 0) {
        vv_decref(c->t, o);
        return NULL;
    }
    size_t mask = c->canonical_size - 1, slot = const_hash(c, o) & mask;
    for (; c->canonical[slot] != NULL; slot = (slot + 1) & mask)
        if (const_equal(c, c->canonical[slot], o)) {
            vv_decref(c->t, o);
            return c->canonical[slot];
        }
    vv_obj *kept = vv_ast_own_take(c->t, c->arena, o);
    if (kept == NULL)
        c->failed = true;
    else {
        c->canonical[slot] = kept;
        c->ncanonical++;
    }
    return kept;
}

static vv_obj *canonical_hook(void *context, vv_owned o) {
    return canonical_take(context, o);
}

static size_t index_slot(const vv_const_index *x, vv_ref key) {
    size_t i = (size_t)mix((uintptr_t)key) & (x->size - 1);
    while (x->keys[i] != NULL && x->keys[i] != key)
        i = (i + 1) & (x->size - 1);
    return i;
}

static int grow_const_index(vv_compiler *c, vv_const_index *x) {
    vv_const_index bigger = {.size = x->size == 0 ? 16 : x->size * 4, .used = x->used};
    bigger.keys = vv_arena_alloc_zeroed(c->arena, bigger.size * sizeof *bigger.keys);
    bigger.values = vv_arena_alloc(c->arena, bigger.size * sizeof *bigger.values);
    if (bigger.keys == NULL || bigger.values == NULL) {
        fail_memory(c);
        return -1;
    }
    for (size_t i = 0; i < x->size; i++)
        if (x->keys[i] != NULL) {
            size_t slot = index_slot(&bigger, x->keys[i]);
            bigger.keys[slot] = x->keys[i];
            bigger.values[slot] = x->values[i];
        }
    *x = bigger;
    return 0;
}

int vv_cg_const(vv_compiler *c, vv_ref o) {
    if (c->failed)
        return 0;
    vv_obj *constant = canonical_take(c, vv_newref(o));
    if (constant == NULL)
        return 0;
    vv_const_index *x = &c->u->const_index;
    if ((x->used + 1) * 2 > x->size && grow_const_index(c, x) < 0)
        return 0;
    size_t slot = index_slot(x, constant);
    if (x->keys[slot] != NULL)
        return x->values[slot];
    vv_const_pool *pool = &c->u->consts;
    if (vv_arena_grow(c->arena, (void **)&pool->items, sizeof *pool->items, pool->count, &pool->capacity) < 0) {
        fail_memory(c);
        return 0;
    }
    x->keys[slot] = constant;
    x->used++;
    pool->items[pool->count] = constant;
    return x->values[slot] = (int)pool->count++;
}

void vv_cg_load(vv_compiler *c, vv_ref constant, vv_loc loc) {
    int index = vv_cg_const(c, constant);
    vv_cg_emit(c, VV_OP_LOAD_CONST, index, loc);
}
void vv_cg_load_take(vv_compiler *c, vv_owned constant, vv_loc loc) {
    if (constant == NULL) {
        c->failed = true;
        return;
    }
    vv_cg_load(c, constant, loc);
    vv_decref(c->t, constant);
}
void vv_cg_load_int(vv_compiler *c, int64_t value, vv_loc loc) {
    vv_cg_load_take(c, vv_int_new(c->t, value), loc);
}

/* ---- names ---- */

vv_obj *vv_cg_mangle(vv_compiler *c, vv_ref name) {
    vv_obj *mangled = vv_symtable_mangle(c->t, c->arena, c->u->private, name);
    if (mangled == NULL)
        c->failed = true;
    return mangled;
}

void vv_cg_emit_in(vv_compiler *c, int opcode, vv_namemap *map, vv_ref name, vv_loc loc) {
    if (c->failed)
        return;
    int number = map == &c->u->freevars ? vv_namemap_get(map, name, -1) : vv_namemap_number(map, name);
    if (number < 0) {
        fail_memory(c);
        return;
    }
    vv_cg_emit(c, opcode, number, loc);
}

void vv_cg_emit_name(vv_compiler *c, int opcode, vv_ref name, vv_loc loc) {
    if (c->failed)
        return;
    vv_obj *mangled = vv_cg_mangle(c, name);
    int arg = mangled == NULL ? -1 : vv_namemap_number(&c->u->names, mangled);
    if (arg < 0) {
        fail_memory(c);
        return;
    }
    switch (opcode) {
    case VV_OP_LOAD_ATTR: arg <<= 1; break;
    case VV_OP_LOAD_METHOD:
        opcode = VV_OP_LOAD_ATTR;
        arg = arg << 1 | 1;
        break;
    case VV_OP_LOAD_SUPER_ATTR: arg = arg << 2 | 2; break;
    case VV_OP_LOAD_SUPER_METHOD:
        opcode = VV_OP_LOAD_SUPER_ATTR;
        arg = arg << 2 | 3;
        break;
    case VV_OP_LOAD_ZERO_SUPER_ATTR:
        opcode = VV_OP_LOAD_SUPER_ATTR;
        arg <<= 2;
        break;
    case VV_OP_LOAD_ZERO_SUPER_METHOD:
        opcode = VV_OP_LOAD_SUPER_ATTR;
        arg = arg << 2 | 1;
        break;
    default: break;
    }
    vv_cg_emit(c, opcode, arg, loc);
}

bool vv_cg_forbidden(vv_compiler *c, vv_ref name, int ctx, vv_loc loc) {
    if (c->failed || ctx == VV_CTX_Load || !vv_str_equal_cstr(name, "__debug__"))
        return false;
    vv_cg_error(c, loc, ctx == VV_CTX_Store ? "cannot assign to __debug__" : "cannot delete __debug__");
    return true;
}

int vv_cg_ref_scope(vv_compiler *c, vv_ref name) {
    if (c->u->kind == VV_UNIT_CLASS &&
        (vv_str_equal_cstr(name, "__class__") || vv_str_equal_cstr(name, "__classdict__")))
        return VV_SCOPE_CELL;
    return vv_scope_of(c->u->scope, name);
}

/* The namespace of the class around an annotation scope. */
static void load_classdict(vv_compiler *c, vv_loc loc) {
    vv_obj *name = vv_symtable_name(c->t, c->arena, "__classdict__");
    if (name == NULL)
        c->failed = true;
    else
        vv_cg_emit_in(c, VV_OP_LOAD_DEREF, &c->u->freevars, name, loc);
}

static int by_context(int ctx, int load, int store, int delete) {
    return ctx == VV_CTX_Load ? load : ctx == VV_CTX_Store ? store : delete;
}

void vv_cg_name(vv_compiler *c, vv_ref name, int ctx, vv_loc loc) {
    if (c->failed || vv_cg_forbidden(c, name, ctx, loc))
        return;
    vv_obj *mangled = vv_cg_mangle(c, name);
    if (mangled == NULL)
        return;
    vv_unit *u = c->u;
    vv_scope *s = u->scope;
    bool function_like = vv_scope_is_function_like(s);
    int scope = vv_scope_of(s, mangled);
    switch (scope) {
    case VV_SCOPE_FREE:
    case VV_SCOPE_CELL: {
        int op = by_context(ctx, VV_OP_LOAD_DEREF, VV_OP_STORE_DEREF, VV_OP_DELETE_DEREF);
        if (ctx == VV_CTX_Load && s->kind == VV_BLOCK_CLASS && u->inlined_comprehensions == 0) {
            op = VV_OP_LOAD_FROM_DICT_OR_DEREF;
            vv_cg_emit(c, VV_OP_LOAD_LOCALS, 0, loc);
        } else if (ctx == VV_CTX_Load && s->can_see_class_scope) {
            op = VV_OP_LOAD_FROM_DICT_OR_DEREF;
            load_classdict(c, loc);
        }
        vv_cg_emit_in(c, op, scope == VV_SCOPE_FREE ? &u->freevars : &u->cellvars, mangled, loc);
        return;
    }
    case VV_SCOPE_LOCAL:
        if (function_like || vv_namemap_get(&u->hidden, mangled, 0) == 1) {
            vv_cg_emit_in(c, by_context(ctx, VV_OP_LOAD_FAST, VV_OP_STORE_FAST, VV_OP_DELETE_FAST), &u->varnames,
                          mangled, loc);
            return;
        }
        break;
    case VV_SCOPE_GLOBAL_IMPLICIT:
        if (!function_like)
            break;
        VV_FALLTHROUGH;
    case VV_SCOPE_GLOBAL_EXPLICIT: {
        if (ctx == VV_CTX_Load && s->can_see_class_scope && scope == VV_SCOPE_GLOBAL_IMPLICIT) {
            load_classdict(c, loc);
            vv_cg_emit_in(c, VV_OP_LOAD_FROM_DICT_OR_GLOBALS, &u->names, mangled, loc);
            return;
        }
        int number = vv_namemap_number(&u->names, mangled);
        if (number < 0)
            fail_memory(c);
        else
            vv_cg_emit(c, by_context(ctx, VV_OP_LOAD_GLOBAL, VV_OP_STORE_GLOBAL, VV_OP_DELETE_GLOBAL),
                       ctx == VV_CTX_Load ? number << 1 : number, loc);
        return;
    }
    default: break;
    }
    /* by name in the namespace of a module or class */
    if (ctx == VV_CTX_Load && s->kind == VV_BLOCK_CLASS && u->inlined_comprehensions > 0) {
        int number = vv_namemap_number(&u->names, mangled);
        if (number < 0)
            fail_memory(c);
        else
            vv_cg_emit(c, VV_OP_LOAD_GLOBAL, number << 1, loc);
        return;
    }
    vv_cg_emit_in(c, by_context(ctx, VV_OP_LOAD_NAME, VV_OP_STORE_NAME, VV_OP_DELETE_NAME), &u->names, mangled, loc);
}

void vv_cg_name_cstr(vv_compiler *c, const char *name, int ctx, vv_loc loc) {
    vv_obj *o = vv_symtable_name(c->t, c->arena, name);
    if (o == NULL)
        c->failed = true;
    else
        vv_cg_name(c, o, ctx, loc);
}

/* ---- units ---- */

static int compare_names(const void *a, const void *b) {
    return vv_str_compare(*(vv_obj *const *)a, *(vv_obj *const *)b);
}

static void sort_names(vv_obj **names, size_t n) {
    for (size_t gap = n / 2; gap > 0; gap /= 2)
        for (size_t i = gap; i < n; i++)
            for (size_t k = i; k >= gap && compare_names(&names[k - gap], &names[k]) > 0; k -= gap) {
                vv_obj *saved = names[k];
                names[k] = names[k - gap];
                names[k - gap] = saved;
            }
}

/* Numbers the names of one scope kind (or with a flag) in alphabetical order, from `offset` on. */
static void number_by_scope(vv_compiler *c, vv_namemap *map, const vv_scope *s, int scope, int flag, int offset) {
    vv_obj **names = vv_arena_alloc(c->arena, (s->symbols.count + 1) * sizeof *names);
    if (names == NULL) {
        fail_memory(c);
        return;
    }
    size_t n = 0;
    for (uint32_t i = 0; i < s->symbols.count; i++) {
        int flags = s->symbols.entries[i].value;
        if ((flags >> VV_SCOPE_SHIFT & VV_SCOPE_MASK) == scope || (flags & flag))
            names[n++] = s->symbols.entries[i].name;
    }
    sort_names(names, n);
    for (size_t i = 0; i < n; i++)
        if (vv_namemap_set(map, names[i], offset + (int)i) < 0)
            fail_memory(c);
}

static vv_obj *format_name(vv_compiler *c, const char *format, vv_ref a, vv_ref b) {
    vv_obj *o = vv_ast_own_take(c->t, c->arena, vv_format(c->t, format, a, b));
    if (o == NULL)
        c->failed = true;
    return o;
}

static vv_obj *make_qualname(vv_compiler *c, vv_unit *u) {
    vv_unit *parent = u->outer;
    if (parent == NULL || parent->outer == NULL)
        return u->name; /* directly in the module */
    if (parent->kind == VV_UNIT_TYPE_PARAMS) {
        parent = parent->outer;
        if (parent->outer == NULL)
            return u->name;
    }
    if (u->kind == VV_UNIT_FUNCTION || u->kind == VV_UNIT_ASYNC_FUNCTION || u->kind == VV_UNIT_CLASS) {
        vv_obj *mangled = vv_symtable_mangle(c->t, c->arena, parent->private, u->name);
        if (mangled == NULL) {
            c->failed = true;
            return u->name;
        }
        if (vv_scope_of(parent->scope, mangled) == VV_SCOPE_GLOBAL_EXPLICIT)
            return u->name;
    }
    bool local =
        parent->kind == VV_UNIT_FUNCTION || parent->kind == VV_UNIT_ASYNC_FUNCTION || parent->kind == VV_UNIT_LAMBDA;
    return format_name(c, local ? "%U.<locals>.%U" : "%U.%U", parent->qualname, u->name);
}

void vv_cg_enter_unit(vv_compiler *c, vv_ref name, vv_unit_kind kind, const void *key, int lineno) {
    if (c->failed)
        return;
    vv_unit *u = vv_arena_alloc_zeroed(c->arena, sizeof *u);
    if (u == NULL) {
        fail_memory(c);
        return;
    }
    u->outer = c->u;
    u->scope = vv_symtable_lookup(c->symtable, key);
    u->kind = kind;
    u->name = VV_OBJ(name);
    u->firstlineno = lineno;
    u->private = c->u == NULL ? NULL : c->u->private;
    vv_namemap_init(&u->names, c->arena);
    vv_namemap_init(&u->varnames, c->arena);
    vv_namemap_init(&u->cellvars, c->arena);
    vv_namemap_init(&u->freevars, c->arena);
    vv_namemap_init(&u->hidden, c->arena);
    for (uint32_t i = 0; i < u->scope->varnames.count; i++)
        if (vv_namemap_number(&u->varnames, u->scope->varnames.entries[i].name) < 0)
            fail_memory(c);
    number_by_scope(c, &u->cellvars, u->scope, VV_SCOPE_CELL, VV_DEF_COMP_CELL, 0);
    if (u->scope->needs_class_closure) {
        vv_obj *cell = vv_symtable_name(c->t, c->arena, "__class__");
        if (cell == NULL || vv_namemap_number(&u->cellvars, cell) < 0)
            fail_memory(c);
    }
    if (u->scope->needs_classdict) {
        vv_obj *cell = vv_symtable_name(c->t, c->arena, "__classdict__");
        if (cell == NULL || vv_namemap_number(&u->cellvars, cell) < 0)
            fail_memory(c);
    }
    number_by_scope(c, &u->freevars, u->scope, VV_SCOPE_FREE, VV_DEF_FREE_CLASS, (int)u->cellvars.count);
    if (c->failed)
        return;
    c->u = u;
    c->nesting++;
    u->qualname = make_qualname(c, u);
    vv_loc loc = {kind == VV_UNIT_MODULE ? 0 : lineno, 0, kind == VV_UNIT_MODULE ? 0 : lineno, 0};
    if (kind == VV_UNIT_MODULE)
        loc = (vv_loc){0, 0, 1, 0};
    vv_cg_emit(c, VV_OP_RESUME, 0, loc);
}

static int code_flags(vv_compiler *c) {
    const vv_scope *s = c->u->scope;
    int flags = 0;
    if (vv_scope_is_function_like(s)) {
        flags |= VV_CO_NEWLOCALS | VV_CO_OPTIMIZED;
        flags |= s->nested ? VV_CO_NESTED : 0;
        if (s->generator)
            flags |= s->coroutine ? VV_CO_ASYNC_GENERATOR : VV_CO_GENERATOR;
        else if (s->coroutine)
            flags |= VV_CO_COROUTINE;
        flags |= s->varargs ? VV_CO_VARARGS : 0;
        flags |= s->varkeywords ? VV_CO_VARKEYWORDS : 0;
    } else if (c->top_level_await && s->coroutine && !s->generator) {
        flags |= VV_CO_COROUTINE;
    }
    return flags | c->flags;
}

static vv_owned assemble_unit(vv_compiler *c) {
    vv_unit *u = c->u;
    vv_flow flow = {.t = c->t, .arena = c->arena, .consts = &u->consts, .canonical = canonical_hook, .context = c};
    const vv_unit_facts facts = {
        .filename = VV_OBJ(c->filename),
        .name = u->name,
        .qualname = u->qualname,
        .names = &u->names,
        .varnames = &u->varnames,
        .cellvars = &u->cellvars,
        .freevars = &u->freevars,
        .hidden = &u->hidden,
        .flags = code_flags(c),
        .argcount = u->argcount,
        .posonlyargcount = u->posonlyargcount,
        .kwonlyargcount = u->kwonlyargcount,
        .firstlineno = u->firstlineno,
        .nparams = (int)u->scope->varnames.count,
    };
    vv_owned code = vv_assemble(&flow, &u->code, &facts);
    if (code == NULL)
        c->failed = true;
    return code;
}

vv_obj *vv_cg_leave_unit(vv_compiler *c, bool add_none) {
    if (add_none)
        vv_cg_load_none(c, VV_NO_LOC);
    vv_cg_emit(c, VV_OP_RETURN_VALUE, 0, VV_NO_LOC);
    if (c->failed)
        return NULL;
    vv_obj *code = vv_ast_own_take(c->t, c->arena, assemble_unit(c));
    if (code == NULL)
        c->failed = true;
    c->u = c->u->outer;
    c->nesting--;
    return code;
}

void vv_cg_make_closure(vv_compiler *c, vv_ref code, int flags, vv_loc loc) {
    if (c->failed)
        return;
    const vv_code *co = VV_CODE_OF(code);
    if (co->nfrees > 0) {
        for (int i = co->nlocalsplus - co->nfrees; i < co->nlocalsplus; i++) {
            vv_obj *name = VV_TUPLE(co->localsplusnames)->items[i];
            bool cell = vv_cg_ref_scope(c, name) == VV_SCOPE_CELL;
            vv_cg_emit_in(c, VV_OP_LOAD_CLOSURE, cell ? &c->u->cellvars : &c->u->freevars, name, loc);
        }
        flags |= 8;
        vv_cg_emit(c, VV_OP_BUILD_TUPLE, co->nfrees, loc);
    }
    vv_cg_load(c, code, loc);
    vv_cg_emit(c, VV_OP_MAKE_FUNCTION, flags, loc);
}

/* ---- future statements ---- */

static void check_features(vv_compiler *c, const vv_stmt *s) {
    static const char *const harmless[] = {"nested_scopes",  "generators",     "division",         "absolute_import",
                                           "with_statement", "print_function", "unicode_literals", "generator_stop"};
    const vv_loc loc = {s->loc.lineno, s->loc.col_offset, s->loc.lineno, -1}; /* no end */
    for (int i = 0; i < s->v.ImportFrom.names.count && !c->failed; i++) {
        vv_obj *name = s->v.ImportFrom.names.items[i]->name;
        bool known = false;
        for (size_t k = 0; k < VV_ARRAY_LEN(harmless); k++)
            known |= vv_str_equal_cstr(name, harmless[k]);
        if (known)
            continue;
        if (vv_str_equal_cstr(name, "annotations"))
            c->flags |= VV_CO_FUTURE_ANNOTATIONS;
        else if (vv_str_equal_cstr(name, "barry_as_FLUFL"))
            c->flags |= 0x400000;
        else if (vv_str_equal_cstr(name, "braces"))
            c->failed = vv_symtable_error(c->t, c->filename, loc, "not a chance") < 0;
        else
            c->failed = vv_symtable_error(c->t, c->filename, loc, "future feature %U is not defined", name) < 0;
    }
}

static void find_future(vv_compiler *c, const vv_mod *mod) {
    c->future_line = -1;
    if (mod->kind == VV_MOD_Expression)
        return;
    vv_stmt_seq body = mod->v.Module.body;
    for (int i = vv_ast_docstring(body) != NULL ? 1 : 0; i < body.count && !c->failed; i++) {
        const vv_stmt *s = body.items[i];
        if (s->kind != VV_STMT_ImportFrom || s->v.ImportFrom.module == NULL ||
            !vv_str_equal_cstr(s->v.ImportFrom.module, "__future__"))
            return;
        check_features(c, s);
        c->future_line = s->loc.lineno;
    }
}

/* ---- the module ---- */

vv_owned vv_codegen_module_warn(vv_thread *t, vv_arena *arena, vv_mod *mod, vv_ref filename, int flags,
                                vv_compile_mode mode, vv_warning_list *warnings) {
    vv_compiler c = {.t = t,
                     .arena = arena,
                     .filename = filename,
                     .warnings = warnings,
                     .flags = flags & (VV_CO_FUTURE_ANNOTATIONS | 0xFE0000),
                     .interactive = mode == VV_COMPILE_SINGLE,
                     .top_level_await = (flags & VV_COMPILE_TOP_LEVEL_AWAIT) != 0,
                     .optimize = (flags & VV_COMPILE_OPTIMIZE_MASK) / VV_COMPILE_OPTIMIZE};
    find_future(&c, mod);
    if (c.failed || vv_constfold(t, arena, mod, (c.flags & VV_CO_FUTURE_ANNOTATIONS) != 0, c.optimize == 0) < 0)
        return NULL;
    c.symtable = vv_symtable_build(t, arena, mod, filename, (c.flags & VV_CO_FUTURE_ANNOTATIONS) != 0);
    vv_obj *name = vv_symtable_name(t, arena, "<module>");
    if (c.symtable == NULL || name == NULL)
        return NULL;
    vv_cg_enter_unit(&c, name, VV_UNIT_MODULE, mod, 1);
    switch (mod->kind) {
    case VV_MOD_Module: vv_cg_body(&c, (vv_loc){1, 0, 1, 0}, mod->v.Module.body); break;
    case VV_MOD_Interactive:
        if (vv_cg_has_annotations(mod->v.Interactive.body))
            vv_cg_emit(&c, VV_OP_SETUP_ANNOTATIONS, 0, (vv_loc){1, 0, 1, 0});
        vv_cg_stmts(&c, mod->v.Interactive.body, 0);
        break;
    default: vv_cg_expr(&c, mod->v.Expression.body); break;
    }
    vv_obj *code = vv_cg_leave_unit(&c, mod->kind != VV_MOD_Expression);
    return c.failed ? NULL : vv_xnewref(code);
}

vv_owned vv_codegen_module(vv_thread *t, vv_arena *arena, vv_mod *mod, vv_ref filename, int flags,
                           vv_compile_mode mode) {
    return vv_codegen_module_warn(t, arena, mod, filename, flags, mode, NULL);
}
