/* flow.h - instruction sequences of one code object, and the control-flow graph on which they are optimised.
 *
 * The code generator appends instructions and labels; vv_flow_optimize turns them into basic blocks, tidies up and puts
 * cold blocks last; the assembler (assemble.h) flattens the result into units.
 */
#ifndef VV_COMPILER_FLOW_H
#define VV_COMPILER_FLOW_H

#include "code/opcode.h"
#include "compiler/ast.h"

#define VV_NO_LOC ((vv_loc){-1, -1, -1, -1})

/* As generated: the argument of jumps and SETUP_ instructions is a label. */
typedef struct vv_instr {
    int opcode, oparg;
    vv_loc loc;
} vv_instr;

typedef struct vv_instr_seq {
    vv_instr *items;
    size_t count, capacity;
    int *labels; /* label -> index of the instruction it stands before, -1 = not placed yet */
    size_t nlabels, labels_capacity;
} vv_instr_seq;

/* Constants in the order of first use. The compiler makes equal constants one object first, so the address decides. */
typedef struct vv_const_pool {
    vv_obj **items; /* owned by the arena */
    size_t count, capacity;
} vv_const_pool;

typedef struct vv_block vv_block;
typedef struct vv_flow_instr {
    int opcode, oparg;
    vv_loc loc;
    vv_block *target;  /* of jumps and SETUP_ instructions */
    vv_block *handler; /* where an exception goes, or NULL */
} vv_flow_instr;

struct vv_block {
    vv_flow_instr *items;
    size_t count, capacity;
    vv_block *next;                    /* in order of code; falling through goes there */
    struct vv_handler_stack *handlers; /* while handlers are assigned */
    uint64_t unsafe;                   /* locals that may have no value on entry */
    int predecessors, start_depth, offset;
    bool labelled, is_handler, preserve_lasti, visited, warm, cold;
};

typedef struct vv_flow {
    vv_thread *t;
    vv_arena *arena;
    vv_block *entry;
    vv_const_pool *consts;
    /* Makes a constant the compiler's one and only equal one; takes `o`; borrowed, NULL with an exception. */
    vv_obj *(*canonical)(void *context, vv_owned o);
    void *context;
    bool failed; /* an exception is set */
} vv_flow;

static inline bool vv_flow_is_setup(int op) {
    return op == VV_OP_SETUP_FINALLY || op == VV_OP_SETUP_CLEANUP || op == VV_OP_SETUP_WITH;
}
static inline bool vv_flow_is_jump(int op) {
    return (vv_opcode_flags_of(op) & VV_OPF_JUMP) != 0 && !vv_flow_is_setup(op);
}
static inline bool vv_flow_leaves(int op) { /* never falls through */
    return (vv_opcode_flags_of(op) & VV_OPF_EXIT) != 0;
}
static inline vv_flow_instr *vv_block_last(const vv_block *b) {
    return b->count == 0 ? NULL : &b->items[b->count - 1];
}
static inline bool vv_block_falls_through(const vv_block *b) {
    return b->count == 0 || !vv_flow_leaves(b->items[b->count - 1].opcode);
}
/* Inserts an instruction; on failure f->failed. */
void vv_flow_insert(vv_flow *f, vv_block *b, size_t at, vv_flow_instr instr);

/* Builds the graph from a sequence and optimises it. nlocals, nparams: for the check of unset locals. 0/-1. */
VV_NODISCARD int vv_flow_optimize(vv_flow *f, const vv_instr_seq *seq, int nlocals, int nparams, int firstlineno);
/* Turns SETUP_ and POP_BLOCK into nothing and removes what has become superfluous: after the stack depth is known. */
void vv_flow_drop_pseudo(vv_flow *f);
/* Gives jumps their directions; after that blocks keep their order. */
VV_NODISCARD int vv_flow_direct_jumps(vv_flow *f);
/* The deepest stack, and every block's depth on entry; -1 with SystemError if the code is inconsistent. */
int vv_flow_stack_depth(vv_flow *f);

#endif
