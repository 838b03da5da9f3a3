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

/* INSIDE: no instruction (or its EXTENDED_ARG) begins at the unit; all its bytes are equal. */
enum { UNSEEN = -1, INSIDE_BYTE = 0xFE, INSIDE = -0x01010102, KINDS = VV_OPARG_INTRINSIC2 + 1 };

typedef struct verifier {
    vv_thread *t;
    const vv_code *co;
    int32_t *depth;   /* of each unit */
    uint32_t *todo;   /* units to be visited */
    uint32_t ntodo;
    uint16_t *handler; /* of each unit: 1 + offset of its entry in the exception table, 0 none; NULL: ask vv_exctable_find */
    vv_handler_entry entry; /* that find_handler found last */
    uint32_t limit[KINDS]; /* what an argument of each kind must be below */
} verifier;

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

/* What is looked up of every instruction. */
typedef struct instruction {
    uint8_t plain; /* itself, or what it is a specialised form of; 0: none has the number */
    uint8_t caches, argument, flags;
    uint8_t pops, pushes;
    uint16_t simple; /* nothing more is to be thought of. It is no specialised form, is allowed, and always pops and pushes that many */
} instruction;

enum { oparg = 0 };
#define HAS_RULES(n) ((n) == VV_OP_COPY_FREE_VARS || (n) == VV_OP_EXTENDED_ARG || (n) == VV_OP_CACHE || (n) == VV_OP_RESERVED)
static const instruction instructions[256] = {
#define OP(name, number, argument, pops, pushes, caches, flags, synopsis, doc) \
    [number] = {number, caches, VV_OPARG_##argument, flags, pops, pushes, sizeof(#pops) == 2 && sizeof(#pushes) == 2 && !HAS_RULES(number)},
#define SPECIAL(name, number, base) [number] = {.plain = VV_OP_##base},
#include "code/opcodes.def"
};

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

static void set_limits(verifier *v) {
    const vv_code *co = v->co;
    uint64_t names = VV_TUPLE(co->names)->length;
    const struct {
        uint8_t kind;
        uint64_t limit;
    } limits[] = {{VV_OPARG_CONST, VV_TUPLE(co->consts)->length}, {VV_OPARG_NAME, names}, {VV_OPARG_NAME2, 2 * names},
                  {VV_OPARG_NAME4, 4 * names}, {VV_OPARG_LOCAL, co->nlocalsplus}, {VV_OPARG_FREE, co->nlocalsplus},
                  {VV_OPARG_BINARY, VV_NB__COUNT}, {VV_OPARG_COMPARE, VV_COMPARE__COUNT << 4}};
    for (size_t k = 0; k < KINDS; k++)
        v->limit[k] = UINT32_C(1) << 29; /* no effect on the stack overflows an int */
    for (size_t k = 0; k < VV_ARRAY_LEN(limits); k++)
        if (limits[k].limit < INT32_MAX)
            v->limit[limits[k].kind] = (uint32_t)limits[k].limit;
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

/* Looks the handler of the instruction at `at` up, in v->entry: 1 it has one, 0 none, or the same as the last. */
static int find_handler(verifier *v, uint32_t at) {
    const vv_bytes *table = VV_BYTES(v->co->exceptiontable);
    if (v->handler == NULL)
        return vv_exctable_find(table->data, table->length, at, &v->entry);
    size_t offset = v->handler[at];
    if (offset-- == 0)
        return 0;
    return vv_exctable_next(table->data, table->length, &offset, &v->entry);
}

typedef struct step {
    const instruction *is;
    uint32_t at, arg; /* the instruction behind its EXTENDED_ARGs */
    int pops, pushes;
} step;

/* The rest of understand() for an instruction of which more is to be thought. */
static VV_NOINLINE const char *understand_special(const verifier *v, step *s) {
    const vv_code *co = v->co;
    while (s->is->plain == VV_OP_EXTENDED_ARG && s->at + 1 < co->ncode) {
        s->at++;
        s->is = &instructions[VV_UNIT_OP(co->code[s->at])];
        s->arg = s->arg << 8 | VV_UNIT_ARG(co->code[s->at]);
    }
    int op = s->is->plain;
    s->is = &instructions[op];
    if (op == VV_OP_CACHE || op == VV_OP_RESERVED || op == VV_OP_EXTENDED_ARG)
        return "unknown instruction";
    if (s->arg >= v->limit[s->is->argument] || ((op == VV_OP_SWAP || op == VV_OP_COPY) && s->arg < 1))
        return "argument out of range";
    if (op == VV_OP_COPY_FREE_VARS && s->arg != (uint32_t)co->nfrees)
        return "wrong number of free variables";
    find_effect(op, (int)s->arg, &s->pops, &s->pushes);
    return NULL;
}

/* What the instruction does whose first EXTENDED_ARG, or itself, is at s->at: NULL, or what is wrong with it. */
static VV_ALWAYS_INLINE const char *understand(const verifier *v, step *s, int depth, int *after) {
    const vv_code *co = v->co;
    s->arg = VV_UNIT_ARG(co->code[s->at]);
    s->is = &instructions[VV_UNIT_OP(co->code[s->at])];
    s->pops = s->is->pops;
    s->pushes = s->is->pushes;
    if (!s->is->simple) {
        const char *wrong = understand_special(v, s);
        if (wrong != NULL)
            return wrong;
    }
    *after = depth - s->pops + s->pushes;
    return VV_UNLIKELY(s->arg >= v->limit[s->is->argument]) ? "argument out of range"
           : VV_UNLIKELY(s->pops > depth)                   ? "stack underflow"
           : VV_UNLIKELY(*after > co->stacksize)            ? "stack deeper than co_stacksize"
                                                            : NULL;
}

/* Visits the instruction whose first EXTENDED_ARG, or itself, is at `at`, and those that follow it until a known place. */
static int visit(verifier *v, uint32_t at) {
    const vv_code *co = v->co;
    for (int depth = v->depth[at];;) {
        uint32_t start = at;
        step s = {.at = at};
        int after;
        const char *wrong = understand(v, &s, depth, &after);
        if (wrong != NULL)
            return fail(v, start, wrong);
        const instruction *is = s.is;
        int64_t next = (int64_t)s.at + 1 + is->caches;
        if (is->argument == VV_OPARG_JUMP && reach(v, start, next + s.arg, after) < 0)
            return -1;
        if (is->argument == VV_OPARG_JUMPBACK && reach(v, start, next - s.arg, after) < 0)
            return -1;
        if (find_handler(v, s.at)) {
            const vv_handler_entry *e = &v->entry;
            if (e->depth > depth)
                return fail(v, start, "handler expects a deeper stack");
            if (reach(v, start, e->target, e->depth + e->lasti + 1) < 0)
                return -1;
        }
        if (is->flags & VV_OPF_EXIT)
            return 0;
        if (next >= co->ncode || v->depth[next] != UNSEEN || after < 0)
            return reach(v, start, next, after);
        v->depth[next] = depth = after;
        at = (uint32_t)next;
    }
}

/* Finds the instruction starts: known opcodes, caches in place, nothing cut off at the end. */
static int scan(verifier *v) {
    const vv_code *co = v->co;
    int32_t begin = UNSEEN;
    memset(v->depth, INSIDE_BYTE, co->ncode * sizeof *v->depth);
    for (uint32_t i = 0; i < co->ncode;) {
        int op = instructions[VV_UNIT_OP(co->code[i])].plain;
        uint32_t units = 1 + (uint32_t)instructions[op].caches;
        if (op == VV_OP_CACHE || op == VV_OP_RESERVED)
            return fail(v, i, "unknown instruction");
        if (i + units > co->ncode || (op == VV_OP_EXTENDED_ARG && i + 1 == co->ncode))
            return fail(v, i, "truncated instruction");
        v->depth[i] = begin;
        begin = op == VV_OP_EXTENDED_ARG ? INSIDE : UNSEEN;
        i += units;
    }
    return 0;
}

/* A jump from `at`: is the depth at its target known to be this, or noted as what has to come? *coming: how many are. */
static bool note_jump(verifier *v, uint32_t at, int64_t to, int depth, int32_t *want, uint32_t *coming) {
    if (to <= at)
        return to >= 0 && v->depth[to] == depth;
    if (to >= v->co->ncode || depth > v->co->stacksize)
        return false;
    if (want[to] == UNSEEN) {
        want[to] = depth;
        ++*coming;
    }
    return want[to] == depth;
}

/* One walk along the units is enough for what compilers write, where every place is first reached from before it.
 * True: the code is sound. False: it is to be looked at properly. */
static bool walk(verifier *v, int32_t *want) {
    const vv_code *co = v->co;
    uint32_t n = co->ncode, coming = 0;
    uint16_t entered = 0;
    int depth = 0;
    memset(v->depth, INSIDE_BYTE, n * sizeof *v->depth);
    memset(want, 0xFF, n * sizeof *want); /* UNSEEN */
    for (uint32_t at = 0; at < n;) {
        if (want[at] != UNSEEN) {
            if (depth != UNSEEN && depth != want[at])
                return false;
            depth = want[at];
            coming--;
        } else if (depth == UNSEEN) {
            return false;
        }
        v->depth[at] = depth;
        step s = {.at = at};
        int after;
        if (understand(v, &s, depth, &after) != NULL)
            return false;
        const instruction *is = s.is;
        int64_t next = (int64_t)s.at + 1 + is->caches;
        if ((is->argument == VV_OPARG_JUMP || is->argument == VV_OPARG_JUMPBACK) &&
            !note_jump(v, at, is->argument == VV_OPARG_JUMP ? next + s.arg : next - s.arg, after, want, &coming))
            return false;
        if (v->handler != NULL && v->handler[s.at] != 0) {
            bool entering = v->handler[s.at] != entered;
            if (entering && !find_handler(v, s.at))
                return false;
            const vv_handler_entry *e = &v->entry;
            if (e->depth > depth || (entering && !note_jump(v, at, e->target, e->depth + e->lasti + 1, want, &coming)))
                return false;
            entered = v->handler[s.at];
        }
        depth = is->flags & VV_OPF_EXIT ? UNSEEN : after;
        at = (uint32_t)next;
    }
    return depth == UNSEEN && coming == 0; /* it does not run on behind its end, and all jumps went to beginnings of instructions */
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
    set_limits(&v);
    bool sound = (table == 0 || v.handler != NULL) && walk(&v, (int32_t *)v.todo);
    int result = !sound && (scan(&v) < 0 || reach(&v, 0, 0, 0) < 0) ? -1 : 0;
    while (result == 0 && v.ntodo > 0)
        result = visit(&v, v.todo[--v.ntodo]);
    vv_free(t, v.depth);
    return result;
}
