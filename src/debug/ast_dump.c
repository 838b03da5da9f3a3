/* ast_dump.c - prints syntax trees, driven by ast.def.
 *
 * A stack of work replaces recursion: the left-leaning chains of the tree may be longer than the C stack is deep.
 */
#include "debug/ast_dump.h"

#include <stdio.h>
#include <string.h>

#include "object/error.h"
#include "types/bytes.h"
#include "types/float.h"
#include "types/int.h"
#include "types/str.h"

/* How a field's value is stored and printed. */
typedef enum field_shape { NODE, NODE_SEQ, IDENTIFIER, IDENTIFIER_SEQ, CONSTANT, NUMBER, ENUM, ENUM_SEQ } field_shape;

typedef enum family { F_mod, F_stmt, F_expr, F_pattern, F_type_param, F_record, F_none } family;

typedef struct field_info {
    const char *name;
    uint8_t shape;
    bool optional;
    uint8_t family;           /* of a node */
    int16_t record;           /* kind of a record, or -1 */
    const char *const *names; /* of enum values */
    size_t offset;            /* in the node */
} field_info;

static const char *const boolop_names[] = {"And", "Or"};
static const char *const expr_context_names[] = {"Load", "Store", "Del"};
static const char *const operator_names[] = {"Add",    "Sub",    "Mult",  "MatMult", "Div",    "Mod",     "Pow",
                                             "LShift", "RShift", "BitOr", "BitXor",  "BitAnd", "FloorDiv"};
static const char *const unaryop_names[] = {"Invert", "Not", "UAdd", "USub"};
static const char *const cmpop_names[] = {"Eq", "NotEq", "Lt", "LtE", "Gt", "GtE", "Is", "IsNot", "In", "NotIn"};

#define SHAPE_stmt_seq NODE_SEQ, false, F_stmt, -1, NULL
#define SHAPE_expr_seq NODE_SEQ, false, F_expr, -1, NULL
#define SHAPE_pattern_seq NODE_SEQ, false, F_pattern, -1, NULL
#define SHAPE_type_param_seq NODE_SEQ, false, F_type_param, -1, NULL
#define SHAPE_comprehension_seq NODE_SEQ, false, F_record, VV_RECORD_comprehension, NULL
#define SHAPE_excepthandler_seq NODE_SEQ, false, F_record, VV_RECORD_ExceptHandler, NULL
#define SHAPE_arg_seq NODE_SEQ, false, F_record, VV_RECORD_arg, NULL
#define SHAPE_keyword_seq NODE_SEQ, false, F_record, VV_RECORD_keyword, NULL
#define SHAPE_alias_seq NODE_SEQ, false, F_record, VV_RECORD_alias, NULL
#define SHAPE_withitem_seq NODE_SEQ, false, F_record, VV_RECORD_withitem, NULL
#define SHAPE_match_case_seq NODE_SEQ, false, F_record, VV_RECORD_match_case, NULL
#define SHAPE_type_ignore_seq NODE_SEQ, false, F_record, VV_RECORD_TypeIgnore, NULL
#define SHAPE_identifier_seq IDENTIFIER_SEQ, false, F_none, -1, NULL
#define SHAPE_cmpop_seq ENUM_SEQ, false, F_none, -1, cmpop_names
#define SHAPE_expr NODE, false, F_expr, -1, NULL
#define SHAPE_expr_opt NODE, true, F_expr, -1, NULL
#define SHAPE_pattern NODE, false, F_pattern, -1, NULL
#define SHAPE_pattern_opt NODE, true, F_pattern, -1, NULL
#define SHAPE_arguments NODE, false, F_record, VV_RECORD_arguments, NULL
#define SHAPE_arg_opt NODE, true, F_record, VV_RECORD_arg, NULL
#define SHAPE_identifier IDENTIFIER, false, F_none, -1, NULL
#define SHAPE_identifier_opt IDENTIFIER, true, F_none, -1, NULL
#define SHAPE_constant CONSTANT, false, F_none, -1, NULL
#define SHAPE_int NUMBER, false, F_none, -1, NULL
#define SHAPE_int_opt SHAPE_int
#define SHAPE_string SHAPE_identifier
#define SHAPE_string_opt SHAPE_identifier_opt
#define SHAPE_expr_context ENUM, false, F_none, -1, expr_context_names
#define SHAPE_boolop ENUM, false, F_none, -1, boolop_names
#define SHAPE_operator ENUM, false, F_none, -1, operator_names
#define SHAPE_unaryop ENUM, false, F_none, -1, unaryop_names

/* Where a field stands in its node. */
#define PLACE_mod(name, field) offsetof(vv_mod, v.name.field)
#define PLACE_stmt(name, field) offsetof(vv_stmt, v.name.field)
#define PLACE_expr(name, field) offsetof(vv_expr, v.name.field)
#define PLACE_pattern(name, field) offsetof(vv_pattern, v.name.field)
#define PLACE_type_param(name, field) offsetof(vv_type_param, v.name.field)
#define PLACE_comprehension(name, field) offsetof(vv_comprehension, field)
#define PLACE_excepthandler(name, field) offsetof(vv_excepthandler, field)
#define PLACE_arguments(name, field) offsetof(vv_arguments, field)
#define PLACE_arg(name, field) offsetof(vv_arg, field)
#define PLACE_keyword(name, field) offsetof(vv_keyword, field)
#define PLACE_alias(name, field) offsetof(vv_alias, field)
#define PLACE_withitem(name, field) offsetof(vv_withitem, field)
#define PLACE_type_ignore(name, field) offsetof(vv_type_ignore, field)
#define PLACE_match_case(name, field) offsetof(vv_match_case, field)

/* One run of fields for each kind, ended by a field without name. */
static const field_info fields[] = {
#define VV_NODE_FIELD(group, name, type, field) {#field, SHAPE_##type, PLACE_##group(name, field)},
#define VV_NODE_END(group, name) {NULL, 0, false, 0, 0, NULL, 0},
#include "compiler/ast.def"
};

static const char *const kind_names[] = {
#define VV_NODE(group, name, located) #name,
#include "compiler/ast.def"
};

static const bool kind_located[] = {
#define VV_NODE(group, name, located) located,
#include "compiler/ast.def"
};

/* Pending work: a node at one of its fields, or a sequence at one of its items. */
typedef struct frame {
    const void *node; /* NULL: a sequence */
    const field_info *field;
    void *const *items;
    int kind, index, count;
    uint8_t family;
    int16_t record;
    bool first;
} frame;

typedef struct dumper {
    vv_thread *t;
    vv_ast_dump_sink sink;
    void *context;
    frame *stack;
    size_t depth, capacity;
    size_t starts[VV_AST_KIND_COUNT]; /* first of a kind's fields */
} dumper;

static void put(dumper *d, const char *text) {
    d->sink(d->context, text, strlen(text));
}

static int push(dumper *d, frame f) {
    if (d->depth == d->capacity) {
        size_t capacity = d->capacity == 0 ? 64 : d->capacity * 2;
        frame *stack = vv_mem_realloc(d->t->vm->mem, d->stack, capacity * sizeof *stack);
        if (stack == NULL) {
            (void)vv_raise_memory(d->t);
            return -1;
        }
        d->stack = stack;
        d->capacity = capacity;
    }
    d->stack[d->depth++] = f;
    return 0;
}

static int push_node(dumper *d, const void *node, uint8_t family, int record) {
    int kind = record >= 0 ? record : (int)*(const vv_ast_kind *)node;
    put(d, kind_names[kind]);
    put(d, "(");
    return push(d, (frame){.node = node,
                           .field = &fields[d->starts[kind]],
                           .kind = kind,
                           .family = family,
                           .record = (int16_t)record,
                           .first = true});
}

static int put_object_take(dumper *d, vv_owned text) {
    if (text == NULL)
        return -1;
    size_t n;
    const char *utf8 = vv_str_utf8_peek(d->t, text, &n);
    if (utf8 != NULL)
        d->sink(d->context, utf8, n);
    vv_decref(d->t, text);
    return utf8 == NULL ? -1 : 0;
}

static int put_constant(dumper *d, vv_ref value) {
    vv_thread *t = d->t;
    const vv_vm *vm = t->vm;
    if (value == vm->none || value == vm->true_ || value == vm->false_ || value == vm->ellipsis) {
        put(d, value == vm->none ? "None" : value == vm->true_ ? "True" : value == vm->false_ ? "False" : "Ellipsis");
        return 0;
    }
    if ((value->type->flags & VV_TF_STR) != 0)
        return put_object_take(d, vv_str_repr(t, value));
    if ((value->type->flags & VV_TF_BYTES) != 0)
        return put_object_take(d, vv_bytes_repr(t, value));
    if ((value->type->flags & VV_TF_INT) != 0)
        return put_object_take(d, vv_int_to_str(t, value, 16, true));
    if ((value->type->flags & VV_TF_FLOAT) != 0)
        return put_object_take(d, vv_float_repr(t, VV_FLOAT(value)->value));
    if (put_object_take(d, vv_float_repr(t, VV_COMPLEX(value)->imag)) < 0)
        return -1;
    put(d, "j");
    return 0;
}

static const vv_loc *location(const frame *f) {
    switch (f->family) {
    case F_stmt: return &((const vv_stmt *)f->node)->loc;
    case F_expr: return &((const vv_expr *)f->node)->loc;
    case F_pattern: return &((const vv_pattern *)f->node)->loc;
    case F_type_param: return &((const vv_type_param *)f->node)->loc;
    default: return f->node; /* records begin with it */
    }
}

static void end_node(dumper *d, const frame *f) {
    if (kind_located[f->kind]) {
        const vv_loc *loc = location(f);
        char text[120];
        snprintf(text, sizeof text, "%slineno=%d, col_offset=%d, end_lineno=%d, end_col_offset=%d",
                 f->first ? "" : ", ", loc->lineno, loc->col_offset, loc->end_lineno, loc->end_col_offset);
        put(d, text);
    }
    put(d, ")");
}

static void put_name(dumper *d, frame *f, const field_info *field) {
    if (!f->first)
        put(d, ", ");
    f->first = false;
    put(d, field->name);
    put(d, "=");
}

/* The value of one field: small ones at once, nodes and sequences as new work. */
static int step_field(dumper *d, frame *f, const field_info *field) {
    const char *at = (const char *)f->node + field->offset;
    void *pointer;
    char text[20];
    switch ((field_shape)field->shape) {
    case NODE:
        memcpy(&pointer, at, sizeof pointer);
        if (pointer == NULL && field->optional)
            return 0;
        put_name(d, f, field);
        return push_node(d, pointer, field->family, field->record);
    case NODE_SEQ: {
        vv_expr_seq seq;
        memcpy(&seq, at, sizeof seq);
        put_name(d, f, field);
        put(d, "[");
        return push(d, (frame){.items = (void *const *)seq.items,
                               .count = seq.count,
                               .family = field->family,
                               .record = field->record});
    }
    case IDENTIFIER:
        memcpy(&pointer, at, sizeof pointer);
        if (pointer == NULL)
            return 0;
        put_name(d, f, field);
        return put_object_take(d, vv_str_repr(d->t, pointer));
    case IDENTIFIER_SEQ: {
        vv_identifier_seq seq;
        memcpy(&seq, at, sizeof seq);
        put_name(d, f, field);
        put(d, "[");
        for (int i = 0; i < seq.count; i++) {
            if (i > 0)
                put(d, ", ");
            if (put_object_take(d, vv_str_repr(d->t, seq.items[i])) < 0)
                return -1;
        }
        put(d, "]");
        return 0;
    }
    case CONSTANT:
        memcpy(&pointer, at, sizeof pointer);
        put_name(d, f, field);
        return put_constant(d, pointer);
    case NUMBER:
        put_name(d, f, field);
        snprintf(text, sizeof text, "%d", *(const int *)at);
        put(d, text);
        return 0;
    case ENUM:
        put_name(d, f, field);
        put(d, field->names[*(const uint8_t *)at]);
        put(d, "()");
        return 0;
    case ENUM_SEQ: {
        vv_cmpop_seq seq;
        memcpy(&seq, at, sizeof seq);
        put_name(d, f, field);
        put(d, "[");
        for (int i = 0; i < seq.count; i++) {
            if (i > 0)
                put(d, ", ");
            put(d, field->names[seq.items[i]]);
            put(d, "()");
        }
        put(d, "]");
        return 0;
    }
    }
    return 0;
}

int vv_ast_dump(vv_thread *t, const vv_mod *mod, vv_ast_dump_sink sink, void *context) {
    dumper d = {.t = t, .sink = sink, .context = context};
    size_t start = 0;
    for (int kind = 0; kind < VV_AST_KIND_COUNT; kind++) {
        d.starts[kind] = start;
        while (fields[start].name != NULL)
            start++;
        start++;
    }
    int result = push_node(&d, mod, F_mod, -1);
    while (result == 0 && d.depth > 0) {
        frame *f = &d.stack[d.depth - 1];
        if (f->node != NULL) {
            const field_info *field = f->field;
            if (field->name == NULL) {
                end_node(&d, f);
                d.depth--;
            } else {
                f->field++;
                result = step_field(&d, f, field);
            }
        } else if (f->index == f->count) {
            put(&d, "]");
            d.depth--;
        } else {
            void *item = f->items[f->index++];
            if (f->index > 1)
                put(&d, ", ");
            if (item == NULL)
                put(&d, "None");
            else
                result = push_node(&d, item, f->family, f->record);
        }
    }
    vv_mem_free(t->vm->mem, d.stack);
    return result;
}
