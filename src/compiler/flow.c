/* flow.c - the control-flow graph: exception handlers, optimisations, line numbers of artificial code, block order.
 *
 * The passes and their order decide what the bytecode looks like; they follow what CPython 3.12 does, so that `dis`
 * shows what its documentation and books show. Blocks without instructions never survive a pass boundary.
 */
#include "compiler/flow.h"

#include "object/alloc.h"
#include "object/error.h"
#include "types/bytes.h"
#include "types/exceptions.h"
#include "types/float.h"
#include "types/int.h"
#include "types/set.h"
#include "types/str.h"
#include "types/tuple.h"

#include <string.h>

enum { MAX_BLOCK_NESTING = 24, SMALL_EXIT = 4 };

/* The handlers in force, innermost last. */
typedef struct vv_handler_stack {
    vv_block *items[MAX_BLOCK_NESTING];
    int depth;
} handler_stack;

/* ---- blocks ---- */

static void fail_memory(vv_flow *f) {
    if (!f->failed)
        vv_raise_memory(f->t);
    f->failed = true;
}

static vv_block *new_block(vv_flow *f) {
    vv_block *b = vv_arena_alloc_zeroed(f->arena, sizeof *b);
    if (b == NULL)
        fail_memory(f);
    return b;
}

static void append(vv_flow *f, vv_block *b, vv_flow_instr instr) {
    if (vv_arena_grow(f->arena, (void **)&b->items, sizeof *b->items, b->count, &b->capacity) < 0) {
        fail_memory(f);
        return;
    }
    b->items[b->count++] = instr;
}

void vv_flow_insert(vv_flow *f, vv_block *b, size_t at, vv_flow_instr instr) {
    append(f, b, instr);
    if (f->failed)
        return;
    memmove(&b->items[at + 1], &b->items[at], (b->count - 1 - at) * sizeof instr);
    b->items[at] = instr;
}

static void make_nop(vv_flow_instr *i) {
    i->opcode = VV_OP_NOP;
    i->oparg = 0;
    i->target = NULL;
}

static bool has_target(int op) {
    return vv_flow_is_jump(op) || vv_flow_is_setup(op);
}
static bool is_goto(int op) { /* jumps always */
    return op == VV_OP_JUMP || op == VV_OP_JUMP_NO_INTERRUPT || op == VV_OP_JUMP_FORWARD || op == VV_OP_JUMP_BACKWARD ||
           op == VV_OP_JUMP_BACKWARD_NO_INTERRUPT;
}
static bool exits_scope(const vv_block *b) {
    const vv_flow_instr *last = vv_block_last(b);
    return last != NULL && vv_flow_leaves(last->opcode) && !is_goto(last->opcode);
}
static bool uses_const(int op) {
    return vv_opcode_argument_of(op) == VV_OPARG_CONST;
}

/* An array of all blocks' size to keep those still to be visited; marks all as not visited. */
static vv_block **work_stack(vv_flow *f) {
    size_t n = 1;
    for (vv_block *b = f->entry; b != NULL; b = b->next) {
        b->visited = false;
        n++;
    }
    vv_block **stack = vv_arena_alloc(f->arena, n * sizeof *stack);
    if (stack == NULL)
        fail_memory(f);
    return stack;
}
static void push_once(vv_block **stack, size_t *n, vv_block *b) {
    if (b->visited)
        return;
    b->visited = true;
    stack[(*n)++] = b;
}

/* ---- sequence to graph ---- */

static void build(vv_flow *f, const vv_instr_seq *seq) {
    vv_block **starts = vv_arena_alloc_zeroed(f->arena, (seq->count + 1) * sizeof *starts);
    if (starts == NULL) {
        fail_memory(f);
        return;
    }
    bool *is_labelled = vv_arena_alloc_zeroed(f->arena, seq->count + 1);
    if (is_labelled == NULL) {
        fail_memory(f);
        return;
    }
    for (size_t i = 0; i < seq->nlabels; i++) /* every label starts a block, whether or not anything jumps to it */
        if (seq->labels[i] >= 0)
            is_labelled[seq->labels[i]] = true;
    vv_block *b = f->entry = new_block(f);
    for (size_t i = 0; i < seq->count && !f->failed; i++) {
        const vv_instr *in = &seq->items[i];
        const vv_flow_instr *last = vv_block_last(b);
        bool ended = last != NULL && (vv_flow_is_jump(last->opcode) || vv_flow_leaves(last->opcode));
        if (ended || (is_labelled[i] && last != NULL)) {
            b->next = new_block(f);
            if (f->failed)
                return;
            b = b->next;
        }
        if (is_labelled[i])
            b->labelled = true;
        if (b->count == 0)
            starts[i] = b;
        append(f, b, (vv_flow_instr){in->opcode, in->oparg, in->loc, NULL, NULL});
    }
    size_t i = 0;
    for (b = f->entry; b != NULL && !f->failed; b = b->next)
        for (size_t k = 0; k < b->count; k++, i++)
            if (has_target(b->items[k].opcode)) {
                b->items[k].target = starts[seq->labels[seq->items[i].oparg]];
                b->items[k].oparg = 0;
                if (vv_flow_is_setup(b->items[k].opcode))
                    b->items[k].target->is_handler = true;
            }
}

/* ---- exception handlers ---- */

static handler_stack *copy_handlers(vv_flow *f, const handler_stack *h) {
    handler_stack *copy = vv_arena_alloc_zeroed(f->arena, sizeof *copy);
    if (copy == NULL)
        fail_memory(f);
    else if (h != NULL)
        *copy = *h;
    return copy;
}

/* Tells every instruction its handler by following SETUP_ and POP_BLOCK. */
static void assign_handlers(vv_flow *f) {
    vv_block **stack = work_stack(f);
    size_t n = 0;
    if (f->failed || (f->entry->handlers = copy_handlers(f, NULL)) == NULL)
        return;
    push_once(stack, &n, f->entry);
    while (n > 0) {
        vv_block *b = stack[--n];
        handler_stack *h = b->handlers;
        for (size_t i = 0; i < b->count; i++) {
            vv_flow_instr *in = &b->items[i];
            vv_block *top = h->depth > 0 ? h->items[h->depth - 1] : NULL;
            if (vv_flow_is_setup(in->opcode)) {
                if (!in->target->visited) {
                    if ((in->target->handlers = copy_handlers(f, h)) == NULL)
                        return;
                    push_once(stack, &n, in->target);
                }
                in->target->preserve_lasti |= in->opcode != VV_OP_SETUP_FINALLY;
                h->items[h->depth++] = in->target;
            } else if (in->opcode == VV_OP_POP_BLOCK) {
                h->depth--;
            } else {
                in->handler = top;
                if (in->opcode == VV_OP_YIELD_VALUE)
                    in->oparg = h->depth;
                if (vv_flow_is_jump(in->opcode) && !in->target->visited) {
                    if ((in->target->handlers = copy_handlers(f, h)) == NULL)
                        return;
                    push_once(stack, &n, in->target);
                }
            }
        }
        if (vv_block_falls_through(b) && b->next != NULL && !b->next->visited) {
            b->next->handlers = h;
            push_once(stack, &n, b->next);
        }
    }
}

/* ---- removing ---- */

static void drop_empty_blocks(vv_flow *f) {
    while (f->entry->count == 0 && f->entry->next != NULL)
        f->entry = f->entry->next;
    for (vv_block *b = f->entry; b != NULL; b = b->next) {
        while (b->next != NULL && b->next->count == 0)
            b->next = b->next->next;
    }
    for (vv_block *b = f->entry; b != NULL; b = b->next)
        for (size_t i = 0; i < b->count; i++)
            while (b->items[i].target != NULL && b->items[i].target->count == 0)
                b->items[i].target = b->items[i].target->next;
}

/* A jump to a short block that leaves the function becomes that block. */
static void inline_small_exits(vv_flow *f) {
    for (vv_block *b = f->entry; b != NULL && !f->failed; b = b->next) {
        vv_flow_instr *last = vv_block_last(b);
        if (last == NULL || !is_goto(last->opcode))
            continue;
        vv_block *target = last->target;
        if (!exits_scope(target) || target->count > SMALL_EXIT)
            continue;
        make_nop(last);
        for (size_t i = 0; i < target->count && !f->failed; i++)
            append(f, b, target->items[i]);
    }
}

/* A NOP stays only where a line would otherwise leave no trace. */
static size_t drop_nops(vv_block *b) {
    size_t kept = 0;
    int previous = -1;
    for (size_t i = 0; i < b->count; i++) {
        int line = b->items[i].loc.lineno;
        if (b->items[i].opcode == VV_OP_NOP) {
            if (line < 0 || line == previous)
                continue;
            if (i + 1 < b->count) {
                int next_line = b->items[i + 1].loc.lineno;
                if (next_line == line)
                    continue;
                if (next_line < 0) {
                    b->items[i + 1].loc = b->items[i].loc;
                    continue;
                }
            } else {
                const vv_block *next = b->next;
                while (next != NULL && next->count == 0)
                    next = next->next;
                if (next != NULL && next->items[0].loc.lineno == line)
                    continue;
            }
        }
        b->items[kept++] = b->items[i];
        previous = line;
    }
    size_t dropped = b->count - kept;
    b->count = kept;
    return dropped;
}

/* A value pushed only to be popped: LOAD_CONST or COPY 1 before POP_TOP. */
static void drop_nops_and_pairs(vv_flow *f) {
    for (bool again = true; again;) {
        again = false;
        vv_flow_instr *in = NULL;
        for (vv_block *b = f->entry; b != NULL; b = b->next) {
            drop_nops(b);
            if (b->labelled)
                in = NULL; /* somebody may jump between the two */
            for (size_t i = 0; i < b->count; i++) {
                vv_flow_instr *before = in;
                in = &b->items[i];
                if (before == NULL || in->opcode != VV_OP_POP_TOP)
                    continue;
                if (before->opcode == VV_OP_LOAD_CONST || (before->opcode == VV_OP_COPY && before->oparg == 1)) {
                    make_nop(before);
                    make_nop(in);
                    again = true;
                }
            }
            if ((in != NULL && vv_flow_is_jump(in->opcode)) || !vv_block_falls_through(b))
                in = NULL;
        }
    }
}

static void drop_unreachable(vv_flow *f) {
    vv_block **stack = work_stack(f);
    if (f->failed)
        return;
    for (vv_block *b = f->entry; b != NULL; b = b->next)
        b->predecessors = 0;
    size_t n = 0;
    f->entry->predecessors = 1;
    push_once(stack, &n, f->entry);
    while (n > 0) {
        vv_block *b = stack[--n];
        if (b->next != NULL && vv_block_falls_through(b)) {
            b->next->predecessors++;
            push_once(stack, &n, b->next);
        }
        for (size_t i = 0; i < b->count; i++)
            if (b->items[i].target != NULL) {
                b->items[i].target->predecessors++;
                push_once(stack, &n, b->items[i].target);
            }
    }
    for (vv_block *b = f->entry; b != NULL; b = b->next)
        if (b->predecessors == 0) {
            b->count = 0;
            b->is_handler = false;
        }
}

/* A jump to where control would go anyway. */
static void drop_redundant_jumps(vv_flow *f) {
    for (vv_block *b = f->entry; b != NULL; b = b->next) {
        vv_flow_instr *last = vv_block_last(b);
        if (last != NULL && is_goto(last->opcode) && last->target == b->next)
            make_nop(last);
    }
}

/* ---- peephole ---- */

static vv_obj *const_of(const vv_flow *f, const vv_flow_instr *in) {
    return f->consts->items[in->oparg];
}

/* Truth of a constant, -1 for kinds that constants do not have. */
static int const_truth(vv_flow *f, vv_ref o) {
    vv_thread *t = f->t;
    if (o == VV_NONE(t) || o == VV_FALSE(t))
        return 0;
    if (o == VV_TRUE(t) || o == t->vm->ellipsis)
        return 1;
    if (VV_ISA(o, INT))
        return vv_int_sign(o) != 0;
    if (VV_ISA(o, STR))
        return vv_str_length(o) != 0;
    if (VV_ISA(o, BYTES))
        return VV_BYTES(o)->length != 0;
    if (VV_ISA(o, TUPLE))
        return VV_TUPLE(o)->length != 0;
    if (VV_ISA(o, SET))
        return vv_set_length(o) != 0;
    if (VV_ISA(o, FLOAT))
        return VV_FLOAT(o)->value != 0;
    if (VV_IS(t, o, COMPLEX))
        return VV_COMPLEX(o)->real != 0 || VV_COMPLEX(o)->imag != 0;
    return VV_IS(t, o, CODE) ? 1 : -1;
}

static bool swappable(int op) {
    return op == VV_OP_STORE_FAST || op == VV_OP_STORE_FAST_MAYBE_NULL || op == VV_OP_POP_TOP;
}
static int stores_to(const vv_flow_instr *in) {
    return in->opcode == VV_OP_STORE_FAST || in->opcode == VV_OP_STORE_FAST_MAYBE_NULL ? in->oparg : -1;
}

/* The next instruction after i that could change places with a SWAP's other operand, -1 if something is in the way. */
static int next_swappable(const vv_block *b, int i, int line) {
    while (++i < (int)b->count) {
        if (line >= 0 && b->items[i].loc.lineno != line)
            return -1;
        if (b->items[i].opcode == VV_OP_NOP)
            continue;
        return swappable(b->items[i].opcode) ? i : -1;
    }
    return -1;
}

/* SWAP before plain stores: exchange the stores instead. Works backwards from i. */
static void apply_static_swaps(vv_block *b, int i) {
    for (; i >= 0; i--) {
        vv_flow_instr *swap = &b->items[i];
        if (swap->opcode != VV_OP_SWAP) {
            if (swap->opcode == VV_OP_NOP || swappable(swap->opcode))
                continue;
            return;
        }
        int j = next_swappable(b, i, -1);
        if (j < 0)
            return;
        int k = j, line = b->items[j].loc.lineno;
        for (int left = swap->oparg - 1; left > 0; left--)
            if ((k = next_swappable(b, k, line)) < 0)
                return;
        int to_j = stores_to(&b->items[j]), to_k = stores_to(&b->items[k]);
        if (to_j >= 0 || to_k >= 0) {
            if (to_j == to_k)
                return;
            for (int m = j + 1; m < k; m++) {
                int to = stores_to(&b->items[m]);
                if (to >= 0 && (to == to_j || to == to_k))
                    return;
            }
        }
        make_nop(swap);
        vv_flow_instr saved = b->items[j];
        b->items[j] = b->items[k];
        b->items[k] = saved;
    }
}

/* Replaces a run of SWAPs (and NOPs) from *at on by the shortest run with the same effect: the permutation is taken
 * apart into cycles, each of which costs as many swaps as it has members. *at ends at the last of the run. */
static void shorten_swaps(vv_flow *f, vv_block *b, size_t *at) {
    enum { DONE = -1 };
    vv_flow_instr *run = &b->items[*at];
    int limit = (int)(b->count - *at), length = 0, depth = run[0].oparg;
    bool several = false;
    while (++length < limit) {
        if (run[length].opcode == VV_OP_SWAP) {
            depth = run[length].oparg > depth ? run[length].oparg : depth;
            several = true;
        } else if (run[length].opcode != VV_OP_NOP) {
            break;
        }
    }
    if (!several)
        return;
    int *place = vv_arena_alloc(f->arena, (size_t)depth * sizeof *place);
    if (place == NULL) {
        fail_memory(f);
        return;
    }
    for (int i = 0; i < depth; i++)
        place[i] = i;
    for (int i = 0; i < length; i++)
        if (run[i].opcode == VV_OP_SWAP) {
            int top = place[0];
            place[0] = place[run[i].oparg - 1];
            place[run[i].oparg - 1] = top;
        }
    int current = length - 1; /* filled from the end: the moves run backwards */
    for (int i = 0; i < depth; i++) {
        if (place[i] == DONE || place[i] == i)
            continue;
        for (int j = i;;) {
            if (j != 0) {
                run[current].opcode = VV_OP_SWAP;
                run[current--].oparg = j + 1;
            }
            if (place[j] == DONE)
                break;
            int next = place[j];
            place[j] = DONE;
            j = next;
        }
    }
    while (current >= 0)
        make_nop(&run[current--]);
    *at += (size_t)length - 1;
}

/* BUILD_TUPLE of constants that were loaded just before: one constant tuple. */
static void fold_tuple(vv_flow *f, vv_flow_instr *build_tuple, int n) {
    vv_flow_instr *first = build_tuple - n;
    for (int i = 0; i < n; i++)
        if (!uses_const(first[i].opcode))
            return;
    vv_owned tuple = vv_tuple_new(f->t, (size_t)n);
    if (tuple == NULL) {
        f->failed = true;
        return;
    }
    for (int i = 0; i < n; i++)
        VV_TUPLE(tuple)->items[i] = vv_newref(const_of(f, &first[i]));
    if (n > 0)
        vv_tuple_done(f->t, tuple);
    vv_obj *constant = f->canonical(f->context, tuple);
    if (constant == NULL) {
        f->failed = true;
        return;
    }
    size_t index = 0;
    while (index < f->consts->count && f->consts->items[index] != constant)
        index++;
    if (index == f->consts->count) {
        if (vv_arena_grow(f->arena, (void **)&f->consts->items, sizeof *f->consts->items, f->consts->count,
                          &f->consts->capacity) < 0) {
            fail_memory(f);
            return;
        }
        f->consts->items[f->consts->count++] = constant;
    }
    for (int i = 0; i < n; i++)
        make_nop(&first[i]);
    build_tuple->opcode = VV_OP_LOAD_CONST;
    build_tuple->oparg = (int)index;
}

/* A jump to a jump on the same line, or to an artificial one, goes to the end at once. */
static bool thread_jump(vv_flow_instr *in, const vv_flow_instr *target) {
    if ((in->loc.lineno != target->loc.lineno && target->loc.lineno >= 0) || in->target == target->target)
        return false;
    in->target = target->target;
    return true;
}

/* The instruction at *at pushes constant number `index`: LOAD_CONST, or COPY 1 behind it. */
static void optimize_load_const(vv_flow *f, vv_block *b, size_t *at, int index) {
    vv_flow_instr *in = &b->items[*at];
    vv_ref constant = f->consts->items[index];
    if (*at + 1 >= b->count)
        return;
    vv_flow_instr *next = in + 1;
    switch (next->opcode) {
    case VV_OP_POP_JUMP_IF_FALSE:
    case VV_OP_POP_JUMP_IF_TRUE: {
        int truth = const_truth(f, constant);
        if (truth < 0)
            return;
        make_nop(in);
        if (truth == (next->opcode == VV_OP_POP_JUMP_IF_TRUE))
            next->opcode = VV_OP_JUMP;
        else
            make_nop(next);
        break;
    }
    case VV_OP_IS_OP: {
        int jump = *at + 2 < b->count ? in[2].opcode : 0;
        if (constant == VV_NONE(f->t) && (jump == VV_OP_POP_JUMP_IF_FALSE || jump == VV_OP_POP_JUMP_IF_TRUE)) {
            bool inverted = (next->oparg != 0) != (jump == VV_OP_POP_JUMP_IF_FALSE);
            make_nop(in);
            make_nop(next);
            in[2].opcode = inverted ? VV_OP_POP_JUMP_IF_NOT_NONE : VV_OP_POP_JUMP_IF_NONE;
        }
        break;
    }
    case VV_OP_RETURN_VALUE:
        next->opcode = VV_OP_RETURN_CONST;
        next->oparg = index;
        make_nop(in);
        ++*at;
        break;
    default: break;
    }
}

static void optimize_block(vv_flow *f, vv_block *b) {
    int opcode = 0, oparg = 0;
    for (size_t i = 0; i < b->count && !f->failed; i++) {
        vv_flow_instr *in = &b->items[i];
        int next = i + 1 < b->count ? in[1].opcode : 0;
        if (opcode != VV_OP_LOAD_CONST || in->opcode != VV_OP_COPY || in->oparg != 1) {
            opcode = in->opcode; /* else a second LOAD_CONST of the same */
            oparg = in->oparg;
        }
        switch (opcode) {
        case VV_OP_LOAD_CONST: optimize_load_const(f, b, &i, oparg); break;
        case VV_OP_BUILD_TUPLE:
            if (next == VV_OP_UNPACK_SEQUENCE && in->oparg == in[1].oparg && in->oparg >= 1 && in->oparg <= 3) {
                if (in->oparg == 1)
                    make_nop(in + 1);
                else
                    in[1].opcode = VV_OP_SWAP;
                make_nop(in);
            } else if ((int)i >= in->oparg) {
                fold_tuple(f, in, in->oparg);
            }
            break;
        case VV_OP_POP_JUMP_IF_FALSE:
        case VV_OP_POP_JUMP_IF_TRUE:
        case VV_OP_POP_JUMP_IF_NONE:
        case VV_OP_POP_JUMP_IF_NOT_NONE:
        case VV_OP_JUMP:
            if (in->target->items[0].opcode == VV_OP_JUMP && thread_jump(in, &in->target->items[0]))
                i--;
            break;
        case VV_OP_SWAP:
            if (in->oparg == 1) {
                make_nop(in);
                break;
            }
            shorten_swaps(f, b, &i);
            apply_static_swaps(b, (int)i);
            break;
        case VV_OP_PUSH_NULL:
            if (next == VV_OP_LOAD_GLOBAL && (in[1].oparg & 1) == 0) {
                make_nop(in);
                in[1].oparg |= 1;
            }
            break;
        default: break;
        }
    }
}

/* ---- constants nobody loads ---- */

static void drop_unused_consts(vv_flow *f) {
    vv_const_pool *pool = f->consts;
    if (pool->count == 0)
        return;
    int *number = vv_arena_alloc(f->arena, pool->count * sizeof *number);
    if (number == NULL) {
        fail_memory(f);
        return;
    }
    for (size_t i = 0; i < pool->count; i++)
        number[i] = -1;
    number[0] = 0; /* perhaps a docstring, which nobody loads */
    for (vv_block *b = f->entry; b != NULL; b = b->next)
        for (size_t i = 0; i < b->count; i++)
            if (uses_const(b->items[i].opcode))
                number[b->items[i].oparg] = 0;
    size_t used = 0;
    for (size_t i = 0; i < pool->count; i++)
        if (number[i] == 0) {
            number[i] = (int)used;
            pool->items[used++] = pool->items[i];
        }
    pool->count = used;
    for (vv_block *b = f->entry; b != NULL; b = b->next)
        for (size_t i = 0; i < b->count; i++)
            if (uses_const(b->items[i].opcode))
                b->items[i].oparg = number[b->items[i].oparg];
}

/* ---- locals without a value ---- */

/* `b` is entered with these locals possibly unset: worth a(nother) visit? */
static void note_unsafe(vv_block *b, uint64_t unsafe, vv_block **stack, size_t *n) {
    if ((b->unsafe | unsafe) == b->unsafe)
        return;
    b->unsafe |= unsafe;
    push_once(stack, n, b);
}

static void scan_locals(vv_block *b, vv_block **stack, size_t *n) {
    uint64_t unsafe = b->unsafe;
    for (size_t i = 0; i < b->count; i++) {
        vv_flow_instr *in = &b->items[i];
        if (in->handler != NULL)
            note_unsafe(in->handler, unsafe, stack, n);
        if (in->oparg >= 64)
            continue;
        uint64_t bit = UINT64_C(1) << in->oparg;
        switch (in->opcode) {
        case VV_OP_DELETE_FAST:
        case VV_OP_LOAD_FAST_AND_CLEAR:
        case VV_OP_STORE_FAST_MAYBE_NULL: unsafe |= bit; break;
        case VV_OP_LOAD_FAST:
            if (unsafe & bit)
                in->opcode = VV_OP_LOAD_FAST_CHECK;
            VV_FALLTHROUGH;
        case VV_OP_STORE_FAST:
        case VV_OP_LOAD_FAST_CHECK: unsafe &= ~bit; break;
        default: break;
        }
    }
    if (b->next != NULL && vv_block_falls_through(b))
        note_unsafe(b->next, unsafe, stack, n);
    const vv_flow_instr *last = vv_block_last(b);
    if (last != NULL && vv_flow_is_jump(last->opcode))
        note_unsafe(last->target, unsafe, stack, n);
}

/* Locals beyond the 64th: trusted only within the block that loaded or stored them. */
static void scan_many_locals(vv_flow *f, int nlocals) {
    int *safe_in = vv_arena_alloc_zeroed(f->arena, (size_t)nlocals * sizeof *safe_in);
    if (safe_in == NULL) {
        fail_memory(f);
        return;
    }
    int number = 0;
    for (vv_block *b = f->entry; b != NULL; b = b->next) {
        number++;
        for (size_t i = 0; i < b->count; i++) {
            vv_flow_instr *in = &b->items[i];
            if (in->oparg < 64)
                continue;
            switch (in->opcode) {
            case VV_OP_DELETE_FAST:
            case VV_OP_LOAD_FAST_AND_CLEAR:
            case VV_OP_STORE_FAST_MAYBE_NULL: safe_in[in->oparg] = number - 1; break;
            case VV_OP_LOAD_FAST:
                if (safe_in[in->oparg] != number)
                    in->opcode = VV_OP_LOAD_FAST_CHECK;
                VV_FALLTHROUGH;
            case VV_OP_STORE_FAST: safe_in[in->oparg] = number; break;
            default: break;
            }
        }
    }
}

static void check_locals(vv_flow *f, int nlocals, int nparams) {
    if (nlocals == 0)
        return;
    if (nlocals > 64) {
        scan_many_locals(f, nlocals);
        nlocals = 64;
    }
    vv_block **stack = work_stack(f);
    if (f->failed)
        return;
    uint64_t unset = 0;
    for (int i = nparams; i < nlocals; i++)
        unset |= UINT64_C(1) << i;
    size_t n = 0;
    note_unsafe(f->entry, unset, stack, &n);
    for (vv_block *b = f->entry; b != NULL; b = b->next)
        scan_locals(b, stack, &n);
    while (n > 0) {
        vv_block *b = stack[--n];
        b->visited = false;
        scan_locals(b, stack, &n);
    }
}

/* ---- cold blocks ---- */

static void mark_temperatures(vv_flow *f) {
    vv_block **stack = work_stack(f);
    size_t n = 0;
    if (f->failed)
        return;
    push_once(stack, &n, f->entry);
    while (n > 0) {
        vv_block *b = stack[--n];
        b->warm = true;
        if (b->next != NULL && vv_block_falls_through(b))
            push_once(stack, &n, b->next);
        for (size_t i = 0; i < b->count; i++)
            if (vv_flow_is_jump(b->items[i].opcode))
                push_once(stack, &n, b->items[i].target);
    }
    for (vv_block *b = f->entry; b != NULL; b = b->next) {
        b->visited = b->warm;
        if (b->is_handler)
            push_once(stack, &n, b);
    }
    while (n > 0) {
        vv_block *b = stack[--n];
        b->cold = true;
        if (b->next != NULL && vv_block_falls_through(b))
            push_once(stack, &n, b->next);
        const vv_flow_instr *last = vv_block_last(b);
        if (last != NULL && vv_flow_is_jump(last->opcode))
            push_once(stack, &n, last->target);
    }
}

/* Code that only runs after an exception goes behind the rest. */
static void move_cold_blocks(vv_flow *f) {
    if (f->entry->next == NULL)
        return;
    mark_temperatures(f);
    for (vv_block *b = f->entry; b != NULL && !f->failed; b = b->next)
        if (b->cold && vv_block_falls_through(b) && b->next != NULL && b->next->warm) {
            vv_block *bridge = new_block(f);
            if (bridge == NULL)
                return;
            append(f, bridge, (vv_flow_instr){VV_OP_JUMP, 0, VV_NO_LOC, b->next, NULL});
            bridge->cold = true;
            bridge->next = b->next;
            b->next = bridge;
        }
    vv_block *cold = NULL, **cold_end = &cold, *warm = f->entry;
    for (vv_block *b = f->entry->next, *next; b != NULL; b = next) {
        next = b->next;
        b->next = NULL;
        if (b->cold) {
            *cold_end = b;
            cold_end = &b->next;
        } else {
            warm->next = b;
            warm = b;
        }
    }
    warm->next = cold;
    if (cold != NULL)
        drop_redundant_jumps(f);
}

/* ---- line numbers of artificial code ---- */

static bool is_exit_without_line(const vv_block *b) {
    if (!exits_scope(b))
        return false;
    for (size_t i = 0; i < b->count; i++)
        if (b->items[i].loc.lineno >= 0)
            return false;
    return true;
}

/* PEP 626: every way out has a line. An exit without one is copied for each jump to it, which lends its own line. */
static void duplicate_exits(vv_flow *f) {
    for (vv_block *b = f->entry; b != NULL && !f->failed; b = b->next) {
        vv_flow_instr *last = vv_block_last(b);
        if (last == NULL || !vv_flow_is_jump(last->opcode))
            continue;
        vv_block *target = last->target;
        if (!is_exit_without_line(target) || target->predecessors <= 1)
            continue;
        vv_block *copy = new_block(f);
        if (copy == NULL)
            return;
        for (size_t i = 0; i < target->count && !f->failed; i++)
            append(f, copy, target->items[i]);
        if (f->failed)
            return;
        copy->items[0].loc = last->loc;
        copy->cold = target->cold;
        copy->predecessors = 1;
        copy->next = target->next;
        target->next = copy;
        target->predecessors--;
        last->target = copy;
    }
    for (vv_block *b = f->entry; b != NULL; b = b->next)
        if (b->next != NULL && b->count > 0 && vv_block_falls_through(b) && is_exit_without_line(b->next))
            b->next->items[0].loc = vv_block_last(b)->loc;
}

static void inherit_line(vv_block *b, vv_loc loc) {
    if (b->predecessors == 1 && b->count > 0 && b->items[0].loc.lineno < 0)
        b->items[0].loc = loc;
}

static void propagate_lines(vv_flow *f) {
    for (vv_block *b = f->entry; b != NULL; b = b->next) {
        vv_flow_instr *last = vv_block_last(b);
        if (last == NULL)
            continue;
        vv_loc loc = VV_NO_LOC;
        for (size_t i = 0; i < b->count; i++) {
            if (b->items[i].loc.lineno < 0)
                b->items[i].loc = loc;
            else
                loc = b->items[i].loc;
        }
        if (b->next != NULL && vv_block_falls_through(b))
            inherit_line(b->next, loc);
        if (vv_flow_is_jump(last->opcode))
            inherit_line(last->target, loc);
    }
}

static void guarantee_exit_lines(vv_flow *f, int firstlineno) {
    int line = firstlineno;
    for (vv_block *b = f->entry; b != NULL; b = b->next) {
        vv_flow_instr *last = vv_block_last(b);
        if (last == NULL)
            continue;
        if (last->loc.lineno >= 0)
            line = last->loc.lineno;
        else if (last->opcode == VV_OP_RETURN_VALUE)
            for (size_t i = 0; i < b->count; i++)
                b->items[i].loc.lineno = line;
    }
}

/* ---- the whole ---- */

int vv_flow_optimize(vv_flow *f, const vv_instr_seq *seq, int nlocals, int nparams, int firstlineno) {
    build(f, seq);
    if (!f->failed)
        assign_handlers(f);
    if (f->failed)
        return -1;
    drop_empty_blocks(f);
    inline_small_exits(f);
    for (vv_block *b = f->entry; b != NULL && !f->failed; b = b->next)
        optimize_block(f, b);
    if (f->failed)
        return -1;
    drop_nops_and_pairs(f);
    inline_small_exits(f);
    if (!f->failed)
        drop_unreachable(f);
    if (f->failed)
        return -1;
    for (vv_block *b = f->entry; b != NULL; b = b->next)
        drop_nops(b);
    drop_empty_blocks(f);
    drop_redundant_jumps(f);
    drop_unused_consts(f);
    check_locals(f, nlocals, nparams);
    if (!f->failed)
        move_cold_blocks(f);
    if (!f->failed)
        duplicate_exits(f);
    if (f->failed)
        return -1;
    propagate_lines(f);
    guarantee_exit_lines(f, firstlineno);
    return 0;
}

void vv_flow_drop_pseudo(vv_flow *f) {
    for (vv_block *b = f->entry; b != NULL; b = b->next)
        for (size_t i = 0; i < b->count; i++) {
            vv_flow_instr *in = &b->items[i];
            if (vv_flow_is_setup(in->opcode) || in->opcode == VV_OP_POP_BLOCK)
                make_nop(in);
            else if (in->opcode == VV_OP_STORE_FAST_MAYBE_NULL)
                in->opcode = VV_OP_STORE_FAST;
        }
    for (vv_block *b = f->entry; b != NULL; b = b->next)
        drop_nops(b);
}

static int reversed_jump(int op) {
    switch (op) {
    case VV_OP_POP_JUMP_IF_FALSE: return VV_OP_POP_JUMP_IF_TRUE;
    case VV_OP_POP_JUMP_IF_TRUE: return VV_OP_POP_JUMP_IF_FALSE;
    case VV_OP_POP_JUMP_IF_NONE: return VV_OP_POP_JUMP_IF_NOT_NONE;
    case VV_OP_POP_JUMP_IF_NOT_NONE: return VV_OP_POP_JUMP_IF_NONE;
    default: return 0;
    }
}

int vv_flow_direct_jumps(vv_flow *f) {
    for (vv_block *b = f->entry; b != NULL; b = b->next)
        b->visited = false;
    for (vv_block *b = f->entry; b != NULL && !f->failed; b = b->next) {
        b->visited = true;
        vv_flow_instr *last = vv_block_last(b);
        if (last == NULL || !vv_flow_is_jump(last->opcode))
            continue;
        bool forward = !last->target->visited;
        if (last->opcode == VV_OP_JUMP) {
            last->opcode = forward ? VV_OP_JUMP_FORWARD : VV_OP_JUMP_BACKWARD;
        } else if (last->opcode == VV_OP_JUMP_NO_INTERRUPT) {
            last->opcode = forward ? VV_OP_JUMP_FORWARD : VV_OP_JUMP_BACKWARD_NO_INTERRUPT;
        } else if (!forward) {
            /* conditional jumps only go forward: skip over a jump backward */
            vv_block *back = new_block(f);
            if (back == NULL)
                break;
            append(f, back, (vv_flow_instr){VV_OP_JUMP, 0, last->loc, last->target, NULL});
            back->cold = b->cold;
            back->start_depth = b->start_depth;
            back->next = b->next;
            last->opcode = reversed_jump(last->opcode);
            last->target = b->next;
            b->next = back;
        }
    }
    return f->failed ? -1 : 0;
}

int vv_flow_stack_depth(vv_flow *f) {
    vv_block **stack = work_stack(f);
    if (f->failed)
        return -1;
    for (vv_block *b = f->entry; b != NULL; b = b->next)
        b->start_depth = -1;
    size_t n = 0;
    int deepest = 0;
    f->entry->start_depth = 0;
    push_once(stack, &n, f->entry);
    while (n > 0) {
        vv_block *b = stack[--n];
        int depth = b->start_depth;
        for (size_t i = 0; i < b->count; i++) {
            const vv_flow_instr *in = &b->items[i];
            if (in->target != NULL) {
                int there = depth;
                if (vv_flow_is_setup(in->opcode))
                    there += in->opcode == VV_OP_SETUP_CLEANUP ? 2 : 1;
                else
                    there += vv_opcode_pushes(in->opcode, in->oparg) - vv_opcode_pops(in->opcode, in->oparg);
                deepest = there > deepest ? there : deepest;
                if (in->target->start_depth < 0) {
                    in->target->start_depth = there;
                    push_once(stack, &n, in->target);
                } else if (in->target->start_depth != there) {
                    goto inconsistent;
                }
            }
            depth += vv_opcode_pushes(in->opcode, in->oparg) - vv_opcode_pops(in->opcode, in->oparg);
            if (depth < 0)
                goto inconsistent;
            deepest = depth > deepest ? depth : deepest;
        }
        if (b->next != NULL && vv_block_falls_through(b)) {
            if (b->next->start_depth < 0) {
                b->next->start_depth = depth;
                push_once(stack, &n, b->next);
            } else if (b->next->start_depth != depth) {
                goto inconsistent;
            }
        }
    }
    return deepest;
inconsistent:
    vv_raise(f->t, VV_SystemError, "compiler: inconsistent stack depth");
    f->failed = true;
    return -1;
}
