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

enum { UNSEEN = -1 };

typedef struct verifier {
    vv_thread *t;
    const vv_code *co;
    int32_t *depth; /* of each unit; UNSEEN */
    uint32_t *todo; /* units to be visited */
    uint32_t ntodo;
    bool *is_start; /* an instruction (or its EXTENDED_ARG) begins here */
} verifier;

static int fail(verifier *v, uint32_t at, const char *what) {
    return vv_raise_int(v->t, VV_SystemError, "invalid code object %U: %s at unit %u", v->co->name, what, (unsigned)at);
}

static int reach(verifier *v, uint32_t from, int64_t to, int depth) {
    if (to < 0 || to >= v->co->ncode)
        return fail(v, from, "control leaves the code");
    if (!v->is_start[to])
        return fail(v, from, "jump into the middle of an instruction");
    if (depth < 0 || depth > v->co->stacksize)
        return fail(v, from, depth < 0 ? "stack underflow" : "stack deeper than co_stacksize");
    if (v->depth[to] == UNSEEN) {
        v->depth[to] = depth;
        v->todo[v->ntodo++] = (uint32_t)to;
    } else if (v->depth[to] != depth) {
        return fail(v, from, "two ways with different stack depths meet");
    }
    return 0;
}

static int check_argument(verifier *v, uint32_t at, int op, int64_t arg) {
    const vv_code *co = v->co;
    int64_t limit = -1;
    switch (vv_opcode_argument_of(op)) {
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

/* Visits the instruction whose first EXTENDED_ARG, or itself, is at `at`. */
static int visit(verifier *v, uint32_t at) {
    const vv_code *co = v->co;
    int depth = v->depth[at];
    uint32_t start = at;
    uint32_t arg = VV_UNIT_ARG(co->code[at]);
    int op = vv_opcode_base(VV_UNIT_OP(co->code[at]));
    while (op == VV_OP_EXTENDED_ARG) {
        at++; /* the scan has seen that an instruction follows */
        op = vv_opcode_base(VV_UNIT_OP(co->code[at]));
        arg = arg << 8 | VV_UNIT_ARG(co->code[at]);
    }
    if (arg > INT32_MAX)
        return fail(v, start, "argument out of range");
    if (check_argument(v, start, op, arg) < 0)
        return -1;
    int pops = vv_opcode_pops(op, (int)arg), pushes = vv_opcode_pushes(op, (int)arg);
    if (pops > depth)
        return fail(v, start, "stack underflow");
    int64_t next = (int64_t)at + 1 + vv_opcode_caches(op);
    int after = depth - pops + pushes;
    if (after > co->stacksize)
        return fail(v, start, "stack deeper than co_stacksize");
    enum vv_opcode_argument kind = vv_opcode_argument_of(op);
    if (kind == VV_OPARG_JUMP && reach(v, start, next + arg, after) < 0)
        return -1;
    if (kind == VV_OPARG_JUMPBACK && reach(v, start, next - arg, after) < 0)
        return -1;
    if (!(vv_opcode_flags_of(op) & VV_OPF_EXIT) && reach(v, start, next, after) < 0)
        return -1;
    vv_handler_entry e;
    const vv_bytes *table = VV_BYTES(co->exceptiontable);
    if (vv_exctable_find(table->data, table->length, at, &e)) {
        if (e.depth > depth)
            return fail(v, start, "handler expects a deeper stack");
        return reach(v, start, e.target, e.depth + e.lasti + 1);
    }
    return 0;
}

/* Finds the instruction starts: known opcodes, caches in place, nothing cut off at the end. */
static int scan(verifier *v) {
    const vv_code *co = v->co;
    bool extended = false;
    for (uint32_t i = 0; i < co->ncode;) {
        int op = vv_opcode_base(VV_UNIT_OP(co->code[i]));
        uint32_t units = 1 + (uint32_t)vv_opcode_caches(op);
        if (vv_opcode_name(op) == NULL || op == VV_OP_CACHE || op == VV_OP_RESERVED)
            return fail(v, i, "unknown instruction");
        if (i + units > co->ncode || (op == VV_OP_EXTENDED_ARG && i + 1 == co->ncode))
            return fail(v, i, "truncated instruction");
        v->is_start[i] = !extended;
        extended = op == VV_OP_EXTENDED_ARG;
        i += units;
    }
    return 0;
}

int vv_code_verify(vv_thread *t, vv_ref code) {
    verifier v = {.t = t, .co = VV_CODE_OF(code)};
    uint32_t n = v.co->ncode;
    int result = -1;
    v.depth = vv_alloc(t, n * sizeof *v.depth);
    v.todo = vv_alloc(t, n * sizeof *v.todo);
    v.is_start = vv_alloc(t, n * sizeof *v.is_start);
    if (v.depth != NULL && v.todo != NULL && v.is_start != NULL) {
        memset(v.is_start, 0, n * sizeof *v.is_start);
        for (uint32_t i = 0; i < n; i++)
            v.depth[i] = UNSEEN;
        result = scan(&v) < 0 || reach(&v, 0, 0, 0) < 0 ? -1 : 0;
        while (result == 0 && v.ntodo > 0)
            result = visit(&v, v.todo[--v.ntodo]);
    }
    vv_free(t, v.depth);
    vv_free(t, v.todo);
    vv_free(t, v.is_start);
    return result;
}
