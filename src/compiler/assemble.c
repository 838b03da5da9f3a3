/* assemble.c - numbering of variables, jump distances, and the tables of a code object. */
#include "compiler/assemble.h"

#include "code/codeobj.h"
#include "code/exctable.h"
#include "code/linetable.h"
#include "object/alloc.h"
#include "object/error.h"
#include "types/bytes.h"
#include "types/exceptions.h"
#include "types/tuple.h"

#include <string.h>

/* A growing buffer in the arena. */
typedef struct bytes_out {
    uint8_t *data;
    size_t count, capacity;
} bytes_out;

static void fail_memory(vv_flow *f) {
    if (!f->failed)
        vv_raise_memory(f->t);
    f->failed = true;
}

static void put_bytes(vv_flow *f, bytes_out *out, const uint8_t *data, size_t n) {
    if (out->count + n > out->capacity) {
        size_t capacity = (out->capacity + n) * 2 + 64;
        uint8_t *grown = vv_arena_alloc(f->arena, capacity);
        if (grown == NULL) {
            fail_memory(f);
            return;
        }
        if (out->count > 0)
            memcpy(grown, out->data, out->count);
        out->data = grown;
        out->capacity = capacity;
    }
    memcpy(out->data + out->count, data, n);
    out->count += n;
}

/* ---- variables ---- */

static bool uses_cell(int op) {
    return vv_opcode_argument_of(op) == VV_OPARG_FREE;
}

/* Decides where every cell lives (a parameter's cell in the parameter's own slot), inserts what the frame does before
 * its first line, and renumbers. The map has an entry for each cell and free variable. */
static int *place_cells(vv_flow *f, const vv_unit_facts *u, int *ret_nlocalsplus) {
    int nlocals = (int)u->varnames->count, ncells = (int)u->cellvars->count, nfrees = (int)u->freevars->count;
    int n = ncells + nfrees;
    int *map = vv_arena_alloc(f->arena, ((size_t)n + 1) * sizeof *map);
    if (map == NULL) {
        fail_memory(f);
        return NULL;
    }
    for (int i = 0; i < n; i++)
        map[i] = nlocals + i;
    for (int i = 0; i < ncells; i++) {
        int at = vv_namemap_get(u->varnames, u->cellvars->entries[i].name, -1);
        if (at >= 0)
            map[u->cellvars->entries[i].value] = at;
    }
    const vv_loc start = {u->firstlineno, -1, u->firstlineno, -1};
    if (u->flags & (VV_CO_GENERATOR | VV_CO_COROUTINE | VV_CO_ASYNC_GENERATOR)) {
        vv_flow_insert(f, f->entry, 0, (vv_flow_instr){VV_OP_RETURN_GENERATOR, 0, start, NULL, NULL});
        vv_flow_insert(f, f->entry, 1, (vv_flow_instr){VV_OP_POP_TOP, 0, VV_NO_LOC, NULL, NULL});
    }
    size_t at = 0;
    for (int slot = 0; slot < nlocals + ncells; slot++) /* cells of parameters come first */
        for (int i = 0; i < ncells; i++)
            if (map[i] == slot)
                vv_flow_insert(f, f->entry, at++, (vv_flow_instr){VV_OP_MAKE_CELL, i, VV_NO_LOC, NULL, NULL});
    if (nfrees > 0)
        vv_flow_insert(f, f->entry, 0, (vv_flow_instr){VV_OP_COPY_FREE_VARS, nfrees, VV_NO_LOC, NULL, NULL});
    int shared = 0;
    for (int i = 0; i < n; i++) {
        if (map[i] == nlocals + i)
            map[i] -= shared;
        else
            shared++;
    }
    for (vv_block *b = f->entry; b != NULL; b = b->next)
        for (size_t i = 0; i < b->count; i++)
            if (uses_cell(b->items[i].opcode))
                b->items[i].oparg = map[b->items[i].oparg];
    *ret_nlocalsplus = nlocals + n - shared;
    return map;
}

static int name_variables(vv_flow *f, const vv_unit_facts *u, const int *map, int n, vv_obj **ret_names,
                          vv_obj **ret_kinds) {
    vv_thread *t = f->t;
    uint8_t *kinds = vv_arena_alloc_zeroed(f->arena, (size_t)n + 1);
    vv_obj **names = vv_arena_alloc_zeroed(f->arena, ((size_t)n + 1) * sizeof *names);
    if (kinds == NULL || names == NULL) {
        fail_memory(f);
        return -1;
    }
    for (uint32_t i = 0; i < u->varnames->count; i++) {
        const vv_namemap_entry *e = &u->varnames->entries[i];
        names[e->value] = e->name;
        kinds[e->value] = VV_LOCAL_LOCAL;
        if (vv_namemap_find(u->hidden, e->name) != NULL)
            kinds[e->value] |= VV_LOCAL_HIDDEN;
    }
    for (uint32_t i = 0; i < u->cellvars->count; i++) {
        const vv_namemap_entry *e = &u->cellvars->entries[i];
        names[map[e->value]] = e->name;
        kinds[map[e->value]] |= VV_LOCAL_CELL;
    }
    for (uint32_t i = 0; i < u->freevars->count; i++) {
        const vv_namemap_entry *e = &u->freevars->entries[i];
        names[map[e->value]] = e->name;
        kinds[map[e->value]] |= VV_LOCAL_FREE;
    }
    *ret_names = vv_tuple_from_array(t, names, (size_t)n);
    *ret_kinds = *ret_names == NULL ? NULL : vv_bytes_new(t, kinds, (size_t)n);
    return *ret_kinds == NULL ? -1 : 0;
}

/* ---- units ---- */

static int extended_args(int oparg) {
    unsigned u = (unsigned)oparg;
    return (u > 0xFF) + (u > 0xFFFF) + (u > 0xFFFFFF);
}
static int instr_units(const vv_flow_instr *in) {
    return extended_args(in->oparg) + 1 + vv_opcode_caches(in->opcode);
}

/* Jump distances change the number of EXTENDED_ARGs, which changes distances: until nothing moves. */
static void resolve_jumps(vv_flow *f) {
    for (bool again = true; again;) {
        again = false;
        int offset = 0;
        for (vv_block *b = f->entry; b != NULL; b = b->next) {
            b->offset = offset;
            for (size_t i = 0; i < b->count; i++)
                offset += instr_units(&b->items[i]);
        }
        offset = 0;
        for (vv_block *b = f->entry; b != NULL; b = b->next)
            for (size_t i = 0; i < b->count; i++) {
                vv_flow_instr *in = &b->items[i];
                int units = instr_units(in);
                offset += units; /* distances count from the next instruction */
                if (in->target == NULL)
                    continue;
                int distance = in->target->offset - offset;
                in->oparg = distance < 0 ? -distance : distance;
                again |= instr_units(in) != units;
            }
    }
}

static void put_units(vv_flow *f, bytes_out *out, const vv_flow_instr *in) {
    vv_codeunit units[16];
    size_t n = 0;
    for (int k = extended_args(in->oparg); k > 0; k--)
        units[n++] = (vv_codeunit)VV_UNIT(VV_OP_EXTENDED_ARG, (in->oparg >> (8 * k)) & 0xFF);
    units[n++] = (vv_codeunit)VV_UNIT(in->opcode, in->oparg & 0xFF);
    for (int k = vv_opcode_caches(in->opcode); k > 0; k--)
        units[n++] = VV_UNIT(VV_OP_CACHE, 0);
    put_bytes(f, out, (const uint8_t *)units, n * sizeof *units);
}

static bool same_loc(vv_loc a, vv_loc b) {
    return a.lineno == b.lineno && a.end_lineno == b.end_lineno && a.col_offset == b.col_offset &&
           a.end_col_offset == b.end_col_offset;
}

static void put_location(vv_flow *f, bytes_out *out, int *line, vv_loc loc, int units) {
    uint8_t entry[VV_LINETABLE_MAX_ENTRY];
    vv_position pos = {loc.lineno, loc.end_lineno, loc.col_offset, loc.end_col_offset};
    for (; units > 0; units -= 8) {
        size_t n = vv_linetable_encode(entry, line, pos, units > 8 ? 8 : units);
        put_bytes(f, out, entry, n);
    }
}

static void put_handler(vv_flow *f, bytes_out *out, const vv_block *handler, int start, int end) {
    uint8_t bytes[VV_EXCTABLE_MAX_ENTRY];
    if (handler == NULL || start == end)
        return;
    vv_handler_entry entry = {(uint32_t)start, (uint32_t)end, (uint32_t)handler->offset,
                              handler->start_depth - 1 - handler->preserve_lasti, handler->preserve_lasti};
    put_bytes(f, out, bytes, vv_exctable_encode(bytes, &entry));
}

/* Flattens the graph into units, line table and exception table. */
static void emit(vv_flow *f, int firstlineno, bytes_out *code, bytes_out *lines, bytes_out *handlers) {
    vv_loc loc = VV_NO_LOC;
    const vv_block *handler = NULL;
    int line = firstlineno, at = 0, loc_units = 0, handler_start = 0;
    for (vv_block *b = f->entry; b != NULL; b = b->next)
        for (size_t i = 0; i < b->count && !f->failed; i++) {
            const vv_flow_instr *in = &b->items[i];
            if (!same_loc(loc, in->loc)) {
                put_location(f, lines, &line, loc, loc_units);
                loc = in->loc;
                loc_units = 0;
            }
            if (in->handler != handler) {
                put_handler(f, handlers, handler, handler_start, at);
                handler = in->handler;
                handler_start = at;
            }
            put_units(f, code, in);
            at += instr_units(in);
            loc_units += instr_units(in);
        }
    put_location(f, lines, &line, loc, loc_units);
    put_handler(f, handlers, handler, handler_start, at);
}

static vv_owned names_tuple(vv_flow *f, const vv_namemap *names) {
    vv_owned tuple = vv_tuple_new(f->t, names->count);
    if (tuple == NULL)
        return NULL;
    for (uint32_t i = 0; i < names->count; i++)
        VV_TUPLE(tuple)->items[names->entries[i].value] = vv_newref(names->entries[i].name);
    if (names->count > 0)
        vv_tuple_done(f->t, tuple);
    return tuple;
}

vv_owned vv_assemble(vv_flow *f, const vv_instr_seq *seq, const vv_unit_facts *u) {
    vv_thread *t = f->t;
    if (vv_flow_optimize(f, seq, (int)u->varnames->count, u->nparams, u->firstlineno) < 0)
        return NULL;
    int nlocalsplus = 0;
    int *map = place_cells(f, u, &nlocalsplus);
    if (f->failed)
        return NULL;
    int stacksize = vv_flow_stack_depth(f);
    if (stacksize < 0)
        return NULL;
    vv_flow_drop_pseudo(f);
    if (vv_flow_direct_jumps(f) < 0)
        return NULL;
    resolve_jumps(f);
    bytes_out code = {0}, lines = {0}, handlers = {0};
    emit(f, u->firstlineno, &code, &lines, &handlers);
    if (f->failed)
        return NULL;
    VV_AUTO names = {t, names_tuple(f, u->names)};
    VV_AUTO consts = {t, vv_tuple_from_array(t, f->consts->items, f->consts->count)};
    VV_AUTO linetable = {t, vv_bytes_new(t, lines.data, lines.count)};
    VV_AUTO exceptiontable = {
        t, vv_bytes_new(t, handlers.count == 0 ? (const uint8_t *)"" : handlers.data, handlers.count)};
    VV_AUTO variables = {t, NULL}, kinds = {t, NULL};
    if (names.o == NULL || consts.o == NULL || linetable.o == NULL || exceptiontable.o == NULL ||
        name_variables(f, u, map, nlocalsplus, &variables.o, &kinds.o) < 0)
        return NULL;
    const vv_code_parts parts = {
        .consts = consts.o,
        .names = names.o,
        .localsplusnames = variables.o,
        .localspluskinds = kinds.o,
        .filename = u->filename,
        .name = u->name,
        .qualname = u->qualname,
        .linetable = linetable.o,
        .exceptiontable = exceptiontable.o,
        .flags = u->flags,
        .argcount = u->posonlyargcount + u->argcount,
        .posonlyargcount = u->posonlyargcount,
        .kwonlyargcount = u->kwonlyargcount,
        .stacksize = stacksize,
        .firstlineno = u->firstlineno,
        .code = (const vv_codeunit *)(const void *)code.data,
        .ncode = code.count / sizeof(vv_codeunit),
    };
    return vv_code_new(t, &parts);
}
