/* _ast_read.c - node objects back into a tree, which is then checked and compiled.
 *
 * Attributes of nodes may be anything, properties that run Python included, so reading is a native frame. What it has
 * read so far, an arena and a stack of the nodes it stands in, belongs to an object of its own, the reader.
 */
#include "modules/_ast.h"

#include "compiler/codegen.h"
#include "compiler/diag.h"
#include "compiler/parse.h"
#include "compiler/symtable.h"
#include "compiler/validate.h"
#include "modules/compiling.h"
#include "object/alloc.h"
#include "object/error.h"
#include "object/intern.h"
#include "types/int.h"
#include "types/list.h"
#include "types/str.h"
#include "types/tuple.h"
#include "vm/frame.h"

enum { MAX_DEPTH = 10000 }; /* CPython's limit */

/* A node that is being read. Its steps: of a family the four numbers of the position, then the fields; of a record the
 * fields first. */
typedef struct level {
    vv_obj *object; /* owned */
    vv_obj *list;   /* owned: the list of the field that is being read, or NULL */
    char *node;     /* where it goes; what points to it is set already */
    int cls;        /* -1: a family's, not known yet */
    int step;
    int index, length; /* in the list */
    int depth;         /* without what continues a chain */
    uint8_t group;
} level;

typedef struct reader {
    vv_obj head;
    vv_arena arena;
    level *levels; /* vv_alloc */
    size_t count, capacity;
    vv_mod *mod;
} reader;
#define READER(o) ((reader *)(o))

/* ---- the object ---- */

static void drop_object(void *thread, void *object) {
    vv_decref(thread, object);
}

static void reader_dealloc(vv_thread *t, vv_obj *self) {
    reader *r = READER(self);
    for (size_t k = 0; k < r->count; k++) {
        vv_decref(t, r->levels[k].object);
        vv_xdecref(t, r->levels[k].list);
    }
    vv_free(t, r->levels);
    vv_arena_release(&r->arena, drop_object, t);
    vv_free_object(t, self);
}

static int reader_traverse(vv_ref self, vv_visit visit, void *arg) {
    const reader *r = READER(self);
    for (size_t k = 0; k < r->count; k++) {
        VV_VISIT(r->levels[k].object);
        VV_VISIT(r->levels[k].list);
    }
    for (size_t k = 0; k < r->arena.owned_count; k++)
        VV_VISIT(r->arena.owned[k]);
    return 0;
}

const vv_typespec vv_ast_reader_spec = {
    .name = "ast_reader",
    .module = "_ast",
    .base = VV_T_OBJECT,
    .flags = VV_TF_GC | VV_TF_IMMUTABLE | VV_TF_NO_NEW,
    .basicsize = sizeof(reader),
    .dealloc = reader_dealloc,
    .traverse = reader_traverse,
};

static vv_owned reader_new(vv_thread *t) {
    vv_type *type = vv_type_ensure_peek(t, VV_T_AST_READER);
    vv_obj *o = type == NULL ? NULL : vv_new_object(t, type, sizeof(reader));
    if (o == NULL)
        return NULL;
    vv_arena_init(&READER(o)->arena, t->vm->mem);
    vv_track(t, o);
    return o;
}

/* ---- reading ---- */

static const char *owner_name(const level *l) {
    return l->cls >= 0 ? vv_ast_class_name(l->cls) : vv_ast_groups[l->group].name;
}

/* Does `child`, in this field of l, continue a chain that the compiler walks without going deeper? */
static bool continues(const level *l, const vv_ast_field_info *field) {
    switch (l->cls) {
    case VV_EXPR_BinOp:
    case VV_EXPR_Attribute:
    case VV_EXPR_Subscript:
    case VV_EXPR_Call: return field->offset == offsetof(vv_expr, v); /* the first field */
    case VV_STMT_If: return field->offset == offsetof(vv_stmt, v.If.orelse) && l->length == 1;
    default: return false;
    }
}

/* Enters a node object: room for its node, which *place points to from now on. */
static int enter(vv_thread *t, reader *r, vv_ast_group group, vv_ref object, void *place, int depth) {
    if (r->count >= MAX_DEPTH)
        return vv_raise_int(t, VV_RecursionError, "maximum recursion depth exceeded while traversing '%s' node",
                            vv_ast_groups[group].name);
    if (depth > VV_PARSE_MAX_DEPTH)
        return vv_raise_int(t, VV_RecursionError, VV_COMPILER_DEPTH_ERROR);
    if (r->count == r->capacity) {
        size_t capacity = r->capacity == 0 ? 32 : r->capacity * 2;
        level *levels = vv_realloc(t, r->levels, capacity * sizeof *levels);
        if (levels == NULL)
            return -1;
        r->levels = levels;
        r->capacity = capacity;
    }
    const vv_ast_group_info *info = &vv_ast_groups[group];
    char *node = vv_ast_alloc(t, &r->arena, info->size);
    if (node == NULL)
        return -1;
    *(char **)place = node;
    r->levels[r->count++] = (level){.object = vv_newref(object),
                                    .node = node,
                                    .cls = info->shape == VV_AST_PRODUCT ? info->first : -1,
                                    .depth = depth,
                                    .group = (uint8_t)group};
    return 0;
}

/* The class of the family whose instance `o` is, the first one that fits, or -1. */
static int class_in(vv_thread *t, vv_ast_group group, vv_ref o) {
    vv_obj *const *state = VV_TUPLE(t->vm->ast)->items;
    for (int c = vv_ast_groups[group].first; c <= vv_ast_groups[group].last; c++)
        if (vv_is_instance(o, VV_AS_TYPE(state[VV_AST_AT_CLASS + c])))
            return c;
    return -1;
}

static int read_int(vv_thread *t, vv_ref o, int *ret) {
    int64_t value;
    if (vv_int_to_i64(o, &value) != 0 || value > INT32_MAX || value < INT32_MIN)
        return vv_raise_int(t, VV_OverflowError, "Python int too large to convert to C int");
    *ret = (int)value;
    return 0;
}

/* Puts an object where a field's value, or an item of its sequence, belongs. 0/-1; 1: an error that shows repr(o). */
static int put(vv_thread *t, reader *r, vv_ast_group group, vv_ref o, void *place, int depth) {
    const vv_ast_group_info *info = &vv_ast_groups[group];
    bool none = o == t->vm->none;
    if (info->shape == VV_AST_ENUM) {
        int cls = class_in(t, group, o);
        if (cls < 0)
            return 1;
        *(uint8_t *)place = (uint8_t)(cls - info->first);
        return 0;
    }
    if (group == VV_AG_int)
        return VV_ISA(o, INT) ? read_int(t, o, place) : 1;
    if (info->shape != VV_AST_VALUE)
        return none && info->shape == VV_AST_SUM ? 0 : enter(t, r, group, o, place, depth);
    if (group == VV_AG_identifier && !none && !VV_IS(t, o, STR))
        return vv_raise_int(t, VV_TypeError, "AST identifier must be of type str");
    if (group == VV_AG_string && !none && !VV_IS(t, o, STR) && !VV_IS(t, o, BYTES))
        return vv_raise_int(t, VV_TypeError, "AST string must be of type str");
    if (none && group != VV_AG_constant)
        return 0;
    vv_obj *kept = vv_newref(o);
    if (VV_IS(t, kept, STR) && (group == VV_AG_identifier || vv_str_has_name_chars(kept)))
        vv_intern(t, &kept);
    *(vv_obj **)place = vv_ast_own_take(t, &r->arena, kept);
    return *(vv_obj **)place == NULL ? -1 : 0;
}

/* The field (or number of the position) that l's step reads next; NULL: all are read. *ret_place where it goes. */
static const vv_ast_field_info *next_field(vv_thread *t, const level *l, vv_ast_field_info *scratch, vv_obj **ret_name,
                                           void **ret_place) {
    vv_obj *const *state = VV_TUPLE(t->vm->ast)->items;
    const vv_ast_group_info *info = &vv_ast_groups[l->group];
    int places = info->loc < 0 ? 0 : 4, count = 0, k = l->step;
    const vv_ast_field_info *fields = l->cls < 0 ? NULL : vv_ast_class_fields(l->cls, &count);
    bool product = info->shape == VV_AST_PRODUCT;
    int place = product ? k - count : k, field = product ? k : k - places;
    if (place >= 0 && place < places) {
        *ret_name = VV_TUPLE(state[VV_AST_AT_PLACE])->items[place];
        *ret_place = l->node + info->loc + (size_t)place * sizeof(int);
        *scratch = (vv_ast_field_info){.group = VV_AG_int, .optional = info->open_end && place >= 2};
        return scratch;
    }
    if (field >= count || field < 0)
        return NULL;
    *ret_name = VV_TUPLE(state[VV_AST_AT_FIELDS + l->cls])->items[field];
    *ret_place = l->node + fields[field].offset;
    return &fields[field];
}

static size_t item_width(vv_ast_group group) {
    return vv_ast_groups[group].shape == VV_AST_ENUM ? 1 : sizeof(void *);
}

/* The attribute is there (or NULL): 0, -1, or 1 as put. */
static int take_attribute(vv_thread *t, reader *r, vv_ref o) {
    level *l = &r->levels[r->count - 1];
    vv_ast_field_info scratch;
    vv_obj *name;
    void *place;
    const vv_ast_field_info *field = next_field(t, l, &scratch, &name, &place);
    if (o == NULL && !field->optional && !field->seq)
        return vv_raise_int(t, VV_TypeError, "required field \"%U\" missing from %s", name, owner_name(l));
    if (o == NULL && field->seq) { /* an empty list */
        l->step++;
        return 0;
    }
    if (field->optional && (o == NULL || o == t->vm->none)) {
        if (field == &scratch) /* the end of a position is where it starts */
            *(int *)place = ((int *)place)[-2];
        l->step++;
        return 0;
    }
    if (!field->seq) {
        bool chain = continues(l, field);
        int depth = l->depth + !chain;
        l->step++; /* `l` is not looked at any more: put may move it */
        return put(t, r, (vv_ast_group)field->group, o, place, depth);
    }
    if (!VV_ISA(o, LIST))
        return vv_raise_int(t, VV_TypeError, "%s field \"%U\" must be a list, not a %T", owner_name(l), name, o);
    size_t length = VV_LIST(o)->length;
    if (length > INT32_MAX / sizeof(void *))
        return vv_raise_int(t, VV_MemoryError, "list too long");
    vv_expr_seq *seq = place; /* all sequences have its layout */
    seq->items = vv_ast_alloc(t, &r->arena, (length + 1) * item_width((vv_ast_group)field->group));
    if (seq->items == NULL)
        return -1;
    seq->count = (int)length;
    l->list = vv_newref(o);
    l->index = 0;
    l->length = (int)length;
    return 0;
}

/* The next item of the list at hand; the list is done when there is none. 0, -1, or 1 as put: *ret_item says of what. */
static int take_item(vv_thread *t, reader *r, vv_obj **ret_item) {
    level *l = &r->levels[r->count - 1];
    vv_ast_field_info scratch;
    vv_obj *name;
    void *place;
    const vv_ast_field_info *field = next_field(t, l, &scratch, &name, &place);
    if (VV_LIST(l->list)->length != (size_t)l->length)
        return vv_raise_int(t, VV_RuntimeError, "%s field \"%U\" changed size during iteration", owner_name(l), name);
    if (l->index == l->length) {
        vv_clearref(t, &l->list);
        l->step++;
        return 0;
    }
    vv_ast_group group = (vv_ast_group)field->group;
    vv_obj *item = *ret_item = VV_LIST(l->list)->items[l->index];
    char *at = (char *)(void *)((vv_expr_seq *)place)->items + (size_t)l->index++ * item_width(group);
    if (group == VV_AG_identifier && item == t->vm->none) /* CPython lets it through and falls over it */
        return vv_raise_int(t, VV_TypeError, "AST identifier must be of type str");
    return put(t, r, group, item, at, l->depth + !continues(l, field));
}

/* All fields of the level on top are read: 0/-1. */
static int leave(vv_thread *t, reader *r) {
    level *l = &r->levels[r->count - 1];
    int count;
    const vv_ast_field_info *field = vv_ast_class_fields(l->cls, &count);
    for (int k = 0; k < count; k++) {
        vv_ast_group group = (vv_ast_group)field[k].group;
        if (field[k].seq || field[k].optional || group == VV_AG_int || vv_ast_groups[group].shape == VV_AST_ENUM)
            continue;
        if (*(void **)(void *)(l->node + field[k].offset) == NULL)
            return vv_raise_int(t, VV_ValueError, "field '%s' is required for %s", field[k].name, vv_ast_class_name(l->cls));
    }
    vv_decref(t, l->object);
    r->count--;
    return 0;
}

/* argv: node object, filename; i[0]: mode, i[1]: flags; slot[0]: the reader, slot[1]: an object shown in an error,
 * slot[2]: an attribute, or the code, slot[3]: warnings */
static vv_step compile_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    nf->slot[0] = reader_new(t);
    if (nf->slot[0] == NULL ||
        enter(t, READER(nf->slot[0]), VV_AG_mod, nf->argv[0], &READER(nf->slot[0])->mod, 0) < 0)
        return VV_FAILED;
    while (READER(nf->slot[0])->count > 0) {
        if (--t->ticks <= 0)
            VV_AWAIT(nf, vv_poll_ready(t));
        reader *r = READER(nf->slot[0]);
        level *l = &r->levels[r->count - 1];
        vv_ast_field_info scratch;
        vv_obj *name;
        void *place;
        int done;
        if (l->list != NULL) {
            vv_obj *item = NULL;
            done = take_item(t, r, &item);
            if (done > 0)
                nf->slot[1] = vv_newref(item);
        } else if (next_field(t, l, &scratch, &name, &place) == NULL) {
            done = 0;
            if (l->cls >= 0) {
                if (leave(t, r) < 0)
                    return VV_FAILED;
            } else {
                l->cls = class_in(t, (vv_ast_group)l->group, l->object);
                if (l->cls >= 0 && vv_ast_groups[l->group].has_kind)
                    *(vv_ast_kind *)(void *)l->node = (vv_ast_kind)l->cls;
                if (l->cls < 0) {
                    nf->slot[1] = vv_newref(l->object);
                    nf->i[2] = l->group;
                    break;
                }
            }
        } else {
            VV_AWAIT(nf, vv_do_lookup_attr(t, l->object, name));
            nf->slot[2] = vv_take_ret(t);
            done = take_attribute(t, READER(nf->slot[0]), nf->slot[2]);
            if (done > 0)
                nf->slot[1] = vv_move(&nf->slot[2]);
            vv_clearref(t, &nf->slot[2]);
        }
        if (done < 0)
            return VV_FAILED;
        if (done > 0) { /* of which group? */
            const level *top = &READER(nf->slot[0])->levels[READER(nf->slot[0])->count - 1];
            level before = *top;
            before.step -= top->list == NULL;
            nf->i[2] = next_field(t, &before, &scratch, &name, &place)->group;
            break;
        }
    }
    if (nf->slot[1] != NULL) {
        VV_AWAIT(nf, vv_do_repr(t, nf->slot[1]));
        nf->slot[2] = vv_take_ret(t);
        if (nf->i[2] == VV_AG_int)
            return vv_raise_step(t, VV_ValueError, "invalid integer value: %U", nf->slot[2]);
        return vv_raise_step(t, VV_TypeError, "expected some sort of %s, but got %U", vv_ast_groups[nf->i[2]].name, nf->slot[2]);
    }
    reader *r = READER(nf->slot[0]);
    vv_warning_list warnings = {0};
    if (vv_ast_validate(t, &r->arena, r->mod) < 0)
        return VV_FAILED;
    nf->slot[2] = vv_codegen_module_warn(t, &r->arena, r->mod, nf->argv[1], (int)nf->i[1], (vv_compile_mode)nf->i[0], &warnings);
    nf->slot[3] = vv_compile_warnings(t, &warnings, &nf->slot[2]);
    VV_AWAIT(nf, vv_do_emit_warnings(t, nf->slot[2], nf->slot[3], nf->argv[1]));
    return VV_READY;
    VV_END(nf);
}

vv_step vv_do_ast_compile(vv_thread *t, vv_ref node, vv_ref filename, vv_compile_mode mode, int flags) {
    static const int wanted[] = {[VV_COMPILE_EXEC] = VV_MOD_Module,
                                 [VV_COMPILE_EVAL] = VV_MOD_Expression,
                                 [VV_COMPILE_SINGLE] = VV_MOD_Interactive,
                                 [VV_COMPILE_FUNC_TYPE] = VV_MOD_FunctionType};
    vv_obj *const *state = vv_ast_state(t);
    if (state == NULL)
        return VV_FAILED;
    if (!vv_is_instance(node, VV_AS_TYPE(state[VV_AST_AT_CLASS + wanted[mode]])))
        return vv_raise_step(t, VV_TypeError, "expected %s node, got %T", vv_ast_class_name(wanted[mode]), node);
    vv_obj *argv[] = {VV_OBJ(node), VV_OBJ(filename)};
    vv_native *nf = vv_push_native(t, compile_native, "compile", argv, 2);
    if (nf == NULL)
        return VV_FAILED;
    nf->i[0] = mode;
    nf->i[1] = flags;
    return VV_PUSHED;
}
