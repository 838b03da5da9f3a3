/* verify.c - abstract interpretation of a code object: every reachable instruction is visited once with its stack
 * depth; a second way to the same place must bring the same depth.
 */
#include "code/verify.h"

#include "code/codeobj.h"
#include "code/exctable.h"
#include "code/opcode.h"
#include "object/alloc.h"
#include "object/error.h"
#include "types/bytes.h"
#include "types/exceptions.h"
#include "types/tuple.h"

#include <string.h>

enum { UNSEEN = -1, INSIDE = -2 }; /* INSIDE: no instruction (or its EXTENDED_ARG) begins at the unit */

typedef struct verifier {
    vv_thread *t;
    const vv_code *co;
    int32_t *depth;   /* of each unit */
    uint32_t *todo;   /* units to be visited */
    uint32_t ntodo;
    uint16_t *handler; /* of each unit: 1 + offset of its entry in the exception table, 0 none; NULL: ask vv_exctable_find */
} verifier;

/* What is looked up of every instruction. */
typedef struct instruction {
    uint8_t plain; /* itself, or what it is a specialised form of; 0: none has the number */
    uint8_t caches, argument, flags;
} instruction;

static const instruction instructions[256] = {
#define OP(name, number, argument, pops, pushes, caches, flags, synopsis, doc) [number] = {number, caches, VV_OPARG_##argument, flags},
#define SPECIAL(name, number, base) [number] = {.plain = VV_OP_##base},
#include "code/opcodes.def"
};

static void find_effect(int op, int oparg, int *ret_pops, int *ret_pushes) {
    (void)oparg;
    switch (op) {
#define OP(name, number, argument, pops, pushes, caches, flags, synopsis, doc) \
    case number:                                                               \
        *ret_pops = pops;                                                      \
        *ret_pushes = pushes;                                                  \
        break;
#include "code/opcodes.def"
    default:
        *ret_pops = *ret_pushes = 0;
    }
}

static int fail(verifier *v, uint32_t at, const char *what) {
    return vv_raise_int(v->t, VV_SystemError, "invalid code object %U: %s at unit %u", v->co->name, what, (unsigned)at);
}

static int reach(verifier *v, uint32_t from, int64_t to, int depth) {
    if (to < 0 || to >= v->co->ncode)
        return fail(v, from, "control leaves the code");
    if (v->depth[to] == depth && depth >= 0)
        return 0;
    if (v->depth[to] == INSIDE)
        return fail(v, from, "jump into the middle of an instruction");
    if (depth < 0 || depth > v->co->stacksize)
        return fail(v, from, depth < 0 ? "stack underflow" : "stack deeper than co_stacksize");
    if (v->depth[to] == UNSEEN) {
        v->depth[to] = depth;
        v->todo[v->ntodo++] = (uint32_t)to;
    } else {
        return fail(v, from, "two ways with different stack depths meet");
    }
    return 0;
}

static int check_argument(verifier *v, uint32_t at, int op, enum vv_opcode_argument kind, int64_t arg) {
    const vv_code *co = v->co;
    int64_t limit = -1;
    switch (kind) {
    case VV_OPARG_CONST: limit = (int64_t)VV_TUPLE(co->consts)->length; break;
    case VV_OPARG_NAME: limit = (int64_t)VV_TUPLE(co->names)->length; break;
    case VV_OPARG_NAME2: limit = 2 * (int64_t)VV_TUPLE(co->names)->length; break;
    case VV_OPARG_NAME4: limit = 4 * (int64_t)VV_TUPLE(co->names)->length; break;
    case VV_OPARG_LOCAL:
    case VV_OPARG_FREE: limit = co->nlocalsplus; break;
    case VV_OPARG_BINARY: limit = VV_NB__COUNT; break;
    case VV_OPARG_COMPARE: limit = VV_COMPARE__COUNT << 4; break;
    default: break;
    }
    if (limit >= 0 && arg >= limit)
        return fail(v, at, "argument out of range");
    if ((op == VV_OP_SWAP || op == VV_OP_COPY) && arg < 1)
        return fail(v, at, "argument out of range");
    if (op == VV_OP_COPY_FREE_VARS && arg != co->nfrees)
        return fail(v, at, "wrong number of free variables");
    return 0;
}

static bool find_handler(const verifier *v, uint32_t at, vv_handler_entry *e) {
    const vv_bytes *table = VV_BYTES(v->co->exceptiontable);
    if (table->length == 0)
        return false;
    if (v->handler == NULL)
        return vv_exctable_find(table->data, table->length, at, e);
    if (v->handler[at] == 0)
        return false;
    size_t offset = v->handler[at] - 1u;
    return vv_exctable_next(table->data, table->length, &offset, e);
}

/* Notes each unit's entry, if the table is one that the compiler could have written: in order, without overlaps, the
 * first byte of an entry and no other marked. vv_exctable_find finds the same. */
static bool note_handlers(const verifier *v, uint16_t *handler) {
    const vv_bytes *table = VV_BYTES(v->co->exceptiontable);
    uint32_t end = 0;
    vv_handler_entry e;
    for (size_t at = 0, begin = 0; vv_exctable_next(table->data, table->length, &at, &e); begin = at) {
        if (e.start < end || e.end < e.start || e.end > v->co->ncode || at - begin > VV_EXCTABLE_MAX_ENTRY)
            return false;
        for (size_t k = begin; k < at; k++)
            if ((table->data[k] >= 0x80) != (k == begin))
                return false;
        for (uint32_t k = e.start; k < e.end; k++)
            handler[k] = (uint16_t)(begin + 1);
        end = e.end;
    }
    return true;
}

/* Visits the instruction whose first EXTENDED_ARG, or itself, is at `at`, and those that follow it until a known place. */
static int visit(verifier *v, uint32_t at) {
    const vv_code *co = v->co;
    for (;;) {
        int depth = v->depth[at];
        uint32_t start = at;
        uint32_t arg = VV_UNIT_ARG(co->code[at]);
        int op = instructions[VV_UNIT_OP(co->code[at])].plain;
        while (op == VV_OP_EXTENDED_ARG) {
            at++; /* the scan has seen that an instruction follows */
            op = instructions[VV_UNIT_OP(co->code[at])].plain;
            arg = arg << 8 | VV_UNIT_ARG(co->code[at]);
        }
        if (arg > INT32_MAX)
            return fail(v, start, "argument out of range");
        const instruction *is = &instructions[op];
        if (check_argument(v, start, op, is->argument, arg) < 0)
            return -1;
        int pops, pushes;
        find_effect(op, (int)arg, &pops, &pushes);
        if (pops > depth)
            return fail(v, start, "stack underflow");
        int64_t next = (int64_t)at + 1 + is->caches;
        int after = depth - pops + pushes;
        if (after > co->stacksize)
            return fail(v, start, "stack deeper than co_stacksize");
        if (is->argument == VV_OPARG_JUMP && reach(v, start, next + arg, after) < 0)
            return -1;
        if (is->argument == VV_OPARG_JUMPBACK && reach(v, start, next - arg, after) < 0)
            return -1;
        vv_handler_entry e;
        if (find_handler(v, at, &e)) {
            if (e.depth > depth)
                return fail(v, start, "handler expects a deeper stack");
            if (reach(v, start, e.target, e.depth + e.lasti + 1) < 0)
                return -1;
        }
        if (is->flags & VV_OPF_EXIT)
            return 0;
        if (next >= co->ncode || v->depth[next] != UNSEEN || after < 0)
            return reach(v, start, next, after);
        v->depth[next] = after;
        at = (uint32_t)next;
    }
}

/* Finds the instruction starts: known opcodes, caches in place, nothing cut off at the end. */
static int scan(verifier *v) {
    const vv_code *co = v->co;
    bool extended = false;
    for (uint32_t i = 0; i < co->ncode;) {
        int op = instructions[VV_UNIT_OP(co->code[i])].plain;
        uint32_t units = 1 + (uint32_t)instructions[op].caches;
        if (op == VV_OP_CACHE || op == VV_OP_RESERVED)
            return fail(v, i, "unknown instruction");
        if (i + units > co->ncode || (op == VV_OP_EXTENDED_ARG && i + 1 == co->ncode))
            return fail(v, i, "truncated instruction");
        v->depth[i] = extended ? INSIDE : UNSEEN;
        for (uint32_t k = 1; k < units; k++)
            v->depth[i + k] = INSIDE;
        extended = op == VV_OP_EXTENDED_ARG;
        i += units;
    }
    return 0;
}

int vv_code_verify(vv_thread *t, vv_ref code) {
    verifier v = {.t = t, .co = VV_CODE_OF(code)};
    uint32_t n = v.co->ncode;
    size_t table = VV_BYTES(v.co->exceptiontable)->length;
    size_t noted = table > 0 && table < UINT16_MAX ? n : 0;
    v.depth = vv_alloc(t, n * (sizeof *v.depth + sizeof *v.todo) + noted * sizeof *v.handler);
    if (v.depth == NULL)
        return -1;
    v.todo = (uint32_t *)(v.depth + n);
    if (noted > 0) {
        uint16_t *handler = (uint16_t *)(v.todo + n);
        memset(handler, 0, n * sizeof *handler);
        v.handler = note_handlers(&v, handler) ? handler : NULL;
    }
    int result = scan(&v) < 0 || reach(&v, 0, 0, 0) < 0 ? -1 : 0;
    while (result == 0 && v.ntodo > 0)
        result = visit(&v, v.todo[--v.ntodo]);
    vv_free(t, v.depth);
    return result;
}
