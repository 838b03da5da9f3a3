/* opcode.h - the instruction set as C: numbers and properties, all from opcodes.def. */
#ifndef VV_CODE_OPCODE_H
#define VV_CODE_OPCODE_H

#include "base/forward.h"

enum vv_opcode {
#define OP(name, number, argument, pops, pushes, caches, flags, synopsis, doc) VV_OP_##name = number,
#define PSEUDO(name, number, argument, pops, pushes, flags) VV_OP_##name = number,
#define SPECIAL(name, number, base) VV_OP_##name = number,
#include "code/opcodes.def"
    VV_OP__PSEUDO = 256,
    VV_OP__COUNT = 267
};

enum vv_opcode_flags {
    VV_OPF_JUMP = 1 << 0,     /* may go to its target */
    VV_OPF_BACKEDGE = 1 << 1, /* polls: the loop looks for attention here */
    VV_OPF_EXIT = 1 << 2,     /* never goes on to the next instruction */
    VV_OPF_RAISES = 1 << 3,   /* may raise */
    VV_OPF_CALLS = 1 << 4,    /* may run Python */
};

enum vv_opcode_argument {
    VV_OPARG_NONE, VV_OPARG_INT, VV_OPARG_CONST, VV_OPARG_NAME, VV_OPARG_NAME2, VV_OPARG_NAME4, VV_OPARG_LOCAL,
    VV_OPARG_FREE, VV_OPARG_JUMP, VV_OPARG_JUMPBACK, VV_OPARG_BLOCK, VV_OPARG_COMPARE, VV_OPARG_BINARY,
    VV_OPARG_INTRINSIC1, VV_OPARG_INTRINSIC2
};

/* Argument of BINARY_OP. */
enum vv_binary_op {
#define BINARY(number, name, symbol) VV_NB_##name = number,
#include "code/opcodes.def"
    VV_NB__COUNT
};

/* Upper bits (>> 4) of the argument of COMPARE_OP; also the `op` of compare slots. */
enum vv_compare_op {
#define COMPARE(number, name, symbol) VV_COMPARE_##name = number,
#include "code/opcodes.def"
    VV_COMPARE__COUNT
};
/* Lower bits: which outcomes make the comparison true. */
enum { VV_COMPARE_BIT_UNORDERED = 1, VV_COMPARE_BIT_LESS = 2, VV_COMPARE_BIT_GREATER = 4, VV_COMPARE_BIT_EQUAL = 8 };

enum vv_intrinsic {
#define INTRINSIC_1(number, name) VV_INTRINSIC_##name = number,
#include "code/opcodes.def"
};
enum vv_intrinsic2 {
#define INTRINSIC_2(number, name) VV_INTRINSIC2_##name = number,
#include "code/opcodes.def"
};

/* NULL for numbers that name no instruction. */
static inline const char *vv_opcode_name(int op) {
    switch (op) {
#define OP(name, number, argument, pops, pushes, caches, flags, synopsis, doc) \
    case number:                                                               \
        return #name;
#define PSEUDO(name, number, argument, pops, pushes, flags) \
    case number:                                            \
        return #name;
#include "code/opcodes.def"
    default:
        return NULL;
    }
}

/* The instruction of which `op` is a specialised form, or itself. */
static inline int vv_opcode_base(int op) {
    switch (op) {
#define SPECIAL(name, number, base) \
    case number:                    \
        return VV_OP_##base;
#include "code/opcodes.def"
    default:
        return op;
    }
}

/* Code units of inline cache behind an instruction. */
static inline int vv_opcode_caches(int op) {
    switch (op) {
#define OP(name, number, argument, pops, pushes, caches, flags, synopsis, doc) \
    case number:                                                               \
        return caches;
#include "code/opcodes.def"
    default:
        return 0;
    }
}

static inline int vv_opcode_pops(int op, int oparg) {
    (void)oparg;
    switch (op) {
#define OP(name, number, argument, pops, pushes, caches, flags, synopsis, doc) \
    case number:                                                               \
        return pops;
#define PSEUDO(name, number, argument, pops, pushes, flags) \
    case number:                                            \
        return pops;
#include "code/opcodes.def"
    default:
        return 0;
    }
}

static inline int vv_opcode_pushes(int op, int oparg) {
    (void)oparg;
    switch (op) {
#define OP(name, number, argument, pops, pushes, caches, flags, synopsis, doc) \
    case number:                                                               \
        return pushes;
#define PSEUDO(name, number, argument, pops, pushes, flags) \
    case number:                                            \
        return pushes;
#include "code/opcodes.def"
    default:
        return 0;
    }
}

static inline unsigned vv_opcode_flags_of(int op) {
    switch (op) {
#define OP(name, number, argument, pops, pushes, caches, flags, synopsis, doc) \
    case number:                                                               \
        return flags;
#define PSEUDO(name, number, argument, pops, pushes, flags) \
    case number:                                            \
        return flags;
#include "code/opcodes.def"
    default:
        return 0;
    }
}

static inline enum vv_opcode_argument vv_opcode_argument_of(int op) {
    switch (op) {
#define OP(name, number, argument, pops, pushes, caches, flags, synopsis, doc) \
    case number:                                                               \
        return VV_OPARG_##argument;
#define PSEUDO(name, number, argument, pops, pushes, flags) \
    case number:                                            \
        return VV_OPARG_##argument;
#include "code/opcodes.def"
    default:
        return VV_OPARG_NONE;
    }
}

/* "+", "//=", ... and "<", "==", ... */
static inline const char *vv_opcode_binary_symbol(int op) {
    switch (op) {
#define BINARY(number, name, symbol) \
    case number:                     \
        return symbol;
#include "code/opcodes.def"
    default:
        return "?";
    }
}
static inline const char *vv_opcode_compare_symbol(int op) {
    switch (op) {
#define COMPARE(number, name, symbol) \
    case number:                      \
        return symbol;
#include "code/opcodes.def"
    default:
        return "?";
    }
}

/* Instructions that take an argument: dis prints it, and CPython's hasarg. */
#define VV_OPCODE_HAVE_ARGUMENT 90

#endif
