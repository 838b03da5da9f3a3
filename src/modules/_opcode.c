/* _opcode.c - module _opcode: what library modules opcode and dis ask about instructions. */
#include "code/opcode.h"

#include "modules/modules.h"
#include "object/error.h"
#include "types/function.h"
#include "types/int.h"

#define VV_DEF_NAME opcode
#define VV_DEF_FILE "modules/_opcode.def"
#include "object/deftype.h"

enum { HAVE_ARGUMENT = 90, FIRST_INSTRUMENTED = 237 };

/* Instructions that CPython puts in place of others while it is traced, from FIRST_INSTRUMENTED on; -1: has no effect. */
static const int16_t instrumented[] = {
    VV_OP_LOAD_SUPER_ATTR, VV_OP_POP_JUMP_IF_NONE, VV_OP_POP_JUMP_IF_NOT_NONE, VV_OP_RESUME, VV_OP_CALL, VV_OP_RETURN_VALUE,
    VV_OP_YIELD_VALUE, VV_OP_CALL_FUNCTION_EX, VV_OP_JUMP_FORWARD, VV_OP_JUMP_BACKWARD, VV_OP_RETURN_CONST, VV_OP_FOR_ITER,
    VV_OP_POP_JUMP_IF_FALSE, VV_OP_POP_JUMP_IF_TRUE, VV_OP_END_FOR, VV_OP_END_SEND, -1,
};

static bool takes_argument(int op) {
    switch (op) {
    case VV_OP_SETUP_FINALLY:
    case VV_OP_SETUP_CLEANUP:
    case VV_OP_SETUP_WITH:
    case VV_OP_POP_BLOCK:
        return false;
    default:
        return op >= HAVE_ARGUMENT;
    }
}

/* The change, `jump` 1 when the instruction jumps, 0 when not, -1 for the greater of both; INT_MIN: no such instruction. */
static int64_t effect(int op, int oparg, int jump) {
    if (op >= FIRST_INSTRUMENTED && op < FIRST_INSTRUMENTED + (int)VV_ARRAY_LEN(instrumented)) {
        op = instrumented[op - FIRST_INSTRUMENTED];
        switch (op) { /* CPython counts these without what they take or leave */
        case VV_OP_POP_JUMP_IF_NONE:
        case VV_OP_POP_JUMP_IF_NOT_NONE:
        case VV_OP_POP_JUMP_IF_FALSE:
        case VV_OP_POP_JUMP_IF_TRUE:
        case VV_OP_CALL:
        case VV_OP_CALL_FUNCTION_EX:
        case VV_OP_FOR_ITER:
        case -1:
            return 0;
        default:
            break;
        }
    }
    if (op == VV_OP_SETUP_FINALLY || op == VV_OP_SETUP_WITH)
        return jump != 0;
    if (op == VV_OP_SETUP_CLEANUP)
        return jump != 0 ? 2 : 0;
    if (op == VV_OP_RETURN_GENERATOR) /* what is sent in first is not counted */
        return 0;
    if (op == VV_OP_LOAD_ZERO_SUPER_ATTR)
        return -1;
    if (vv_opcode_name(op) == NULL)
        return INT64_MIN;
    return (int64_t)vv_opcode_pushes(op, oparg) - vv_opcode_pops(op, oparg);
}

static vv_owned opcode_stack_effect(vv_thread *t, vv_obj *const *argv) {
    const vv_vm *vm = t->vm;
    int64_t op = 0, oparg = 0;
    int jump = -1;
    if (!VV_ISA(argv[0], INT))
        return vv_raise(t, VV_TypeError, "'%T' object cannot be interpreted as an integer", argv[0]);
    if (vv_int_to_i64(argv[0], &op) != 0 || op > INT32_MAX || op < INT32_MIN)
        return vv_raise(t, VV_OverflowError, "Python int too large to convert to C int");
    bool given = argv[1] != NULL && argv[1] != vm->none;
    if (takes_argument((int)op)) {
        if (!given)
            return vv_raise(t, VV_ValueError, "stack_effect: opcode requires oparg but oparg was not specified");
        if (!VV_ISA(argv[1], INT))
            return vv_raise(t, VV_TypeError, "'%T' object cannot be interpreted as an integer", argv[1]);
        if (vv_int_to_i64(argv[1], &oparg) != 0 || oparg > INT32_MAX || oparg < INT32_MIN)
            return vv_raise(t, VV_OverflowError, "Python int too large to convert to C int");
    } else if (given) {
        return vv_raise(t, VV_ValueError, "stack_effect: opcode does not permit oparg but oparg was specified");
    }
    if (argv[2] != NULL && argv[2] != vm->none) {
        if (argv[2] != vm->true_ && argv[2] != vm->false_)
            return vv_raise(t, VV_ValueError, "stack_effect: jump must be False, True or None");
        jump = argv[2] == vm->true_;
    }
    int64_t change = effect((int)op, (int)oparg, jump);
    return change == INT64_MIN ? vv_raise(t, VV_ValueError, "invalid opcode or oparg") : vv_int_new(t, change);
}

static vv_owned opcode_get_specialization_stats(vv_thread *t, vv_obj *const *argv) {
    (void)argv;
    return vv_none(t);
}

vv_owned vv__opcode_module(vv_thread *t);
vv_owned vv__opcode_module(vv_thread *t) {
    return vv_module_from_defs(t, "_opcode", "Opcode support module.", opcode_methods);
}
