/* jump.c - frame.f_lineno = line: a trace function moves the frame to another line.
 *
 * That is possible where what stands on the value stack there is, below, what stands on it here: so the kinds of all
 * entries are worked out for every instruction, by following all paths from the start until nothing changes (the rule and
 * the kinds are CPython 3.12's, whose error texts name them).
 */
#include "code/exctable.h"
#include "code/linetable.h"
#include "code/opcode.h"
#include "object/alloc.h"
#include "object/error.h"
#include "types/bytes.h"
#include "types/int.h"
#include "vm/frame.h"

/* A stack is a number: three bits an entry, the top one lowest. */
enum kind { KIND_NONE, KIND_ITERATOR, KIND_EXCEPT, KIND_OBJECT, KIND_NULL, KIND_LASTI };
enum { KIND_BITS = 3, KIND_MASK = 7, MOST_ENTRIES = 63 / KIND_BITS };
enum { TOO_DEEP = -1, UNREACHED = -2 };

static int64_t push(int64_t stack, enum kind kind) {
    if (stack < 0 || stack >= (int64_t)1 << (KIND_BITS * (MOST_ENTRIES - 1)))
        return TOO_DEEP;
    return stack << KIND_BITS | kind;
}
static int64_t pop(int64_t stack) {
    return stack < 0 ? stack : stack >> KIND_BITS;
}
static int64_t drop(int64_t stack, int n) {
    while (n-- > 0)
        stack = pop(stack);
    return stack;
}
static enum kind top(int64_t stack) {
    return stack < 0 ? KIND_NONE : (enum kind)(stack & KIND_MASK);
}
static enum kind peek(int64_t stack, int n) {
    return top(drop(stack, n - 1));
}

typedef struct analysis {
    const vv_code *co;
    int64_t *stacks; /* before each unit */
    bool changed;
} analysis;

static void reach(analysis *a, int64_t unit, int64_t stack) {
    if (unit < 0 || unit >= a->co->ncode || a->stacks[unit] != UNREACHED)
        return;
    a->stacks[unit] = stack;
    a->changed = true;
}

/* The stack behind an instruction that goes on to the next one. */
static int64_t behind(int64_t stack, int op, int arg) {
    switch (op) {
    case VV_OP_GET_ITER:
    case VV_OP_GET_AITER:
        return push(pop(stack), KIND_ITERATOR);
    case VV_OP_PUSH_NULL:
        return push(stack, KIND_NULL);
    case VV_OP_LOAD_GLOBAL:
        return push((arg & 1) != 0 ? push(stack, KIND_NULL) : stack, KIND_OBJECT);
    case VV_OP_LOAD_ATTR:
        if ((arg & 1) == 0)
            return stack;
        return push(push(pop(stack), KIND_NULL), KIND_OBJECT);
    case VV_OP_PUSH_EXC_INFO:
        return push(stack, KIND_EXCEPT);
    case VV_OP_COPY:
        return push(stack, peek(stack, arg));
    case VV_OP_SWAP: {
        enum kind low = peek(stack, arg), high = top(stack);
        int64_t shift = (int64_t)KIND_BITS * (arg - 1);
        if (stack < 0)
            return stack;
        stack &= ~((int64_t)KIND_MASK << shift);
        stack |= (int64_t)high << shift;
        return (stack & ~(int64_t)KIND_MASK) | low;
    }
    default: {
        int more = vv_opcode_pushes(op, arg) - vv_opcode_pops(op, arg);
        if (more < 0)
            return drop(stack, -more);
        while (more-- > 0)
            stack = push(stack, KIND_OBJECT);
        return stack;
    }
    }
}

/* One pass over all instructions; true if it found out something new. */
static bool pass(analysis *a) {
    const vv_code *co = a->co;
    a->changed = false;
    uint32_t arg = 0;
    int64_t stack = UNREACHED;
    for (uint32_t i = 0; i < co->ncode;) {
        int op = vv_opcode_base(VV_UNIT_OP(co->code[i]));
        arg = arg << 8 | VV_UNIT_ARG(co->code[i]);
        if (stack == UNREACHED || a->stacks[i] != UNREACHED)
            stack = a->stacks[i];
        else
            reach(a, i, stack);
        int64_t next = (int64_t)i + 1 + vv_opcode_caches(op);
        if (op == VV_OP_EXTENDED_ARG) {
            i++;
            continue;
        }
        if (stack != UNREACHED) {
            int64_t after = behind(stack, op, (int)arg);
            enum vv_opcode_argument argument = vv_opcode_argument_of(op);
            if (argument == VV_OPARG_JUMPBACK)
                reach(a, next - arg, after);
            else if (argument == VV_OPARG_JUMP)
                reach(a, next + arg, after);
            stack = vv_opcode_flags_of(op) & VV_OPF_EXIT ? UNREACHED : after;
        }
        arg = 0;
        i = (uint32_t)next;
    }
    /* handlers of what is reached */
    const vv_bytes *table = VV_BYTES(co->exceptiontable);
    vv_handler_entry e;
    for (size_t at = 0; vv_exctable_next(table->data, table->length, &at, &e);) {
        if (a->stacks[e.target] != UNREACHED || e.start >= co->ncode || a->stacks[e.start] == UNREACHED)
            continue;
        int64_t kept = a->stacks[e.start];
        int depth = 0;
        for (int64_t s = kept; s > 0; s = pop(s))
            depth++;
        kept = drop(kept, depth - e.depth);
        if (e.lasti)
            kept = push(kept, KIND_LASTI);
        reach(a, e.target, push(kept, KIND_EXCEPT));
    }
    return a->changed;
}

static bool fits(enum kind from, enum kind to) {
    if (to == KIND_NONE)
        return false;
    if (to == KIND_OBJECT)
        return from != KIND_NULL;
    return to == KIND_NULL || from == to;
}
/* Can a frame with the stack `from` drop entries and go on where the stack is `to`? */
static bool compatible(int64_t from, int64_t to) {
    if (from < 0 || to < 0)
        return false;
    while (from > to)
        from = pop(from);
    for (; from != 0; from = pop(from), to = pop(to))
        if (!fits(top(from), top(to)))
            return false;
    return to == 0;
}
static const char *why_not(int64_t to) {
    if (to == TOO_DEEP)
        return "stack is too deep to analyze";
    if (to == UNREACHED)
        return "can't jump into an exception handler, or code may be unreachable";
    switch (top(to)) {
    case KIND_EXCEPT:
        return "can't jump into an 'except' block as there's no exception";
    case KIND_LASTI:
        return "can't jump into a re-raising block as there's no location";
    case KIND_ITERATOR:
        return "can't jump into the body of a for loop";
    default:
        return "incompatible stacks";
    }
}

/* Where the instructions of lines begin: the line in lines[unit], else -1. */
static void mark_lines(const vv_code *co, int *lines) {
    vv_linetable_reader r;
    vv_linetable_begin(&r, VV_BYTES(co->linetable)->data, VV_BYTES(co->linetable)->length, co->firstlineno);
    for (uint32_t i = 0; i < co->ncode; i++)
        lines[i] = -1;
    int last = -1;
    while (vv_linetable_next(&r)) {
        if (r.position.line != last && r.position.line >= 0)
            lines[r.start] = r.position.line;
        last = r.position.line;
    }
}

/* The unit to go on at for `line`, or an error text. */
static const char *find_target(const vv_code *co, uint32_t from, int line, const int *lines, int64_t *stacks, int64_t *ret_unit) {
    const char *message = "cannot find bytecode for specified line";
    int64_t best = TOO_DEEP, start = stacks[from];
    bool found = false, explained = false;
    for (uint32_t i = 0; i < co->ncode; i++) {
        if (lines[i] != line)
            continue;
        if (compatible(start, stacks[i])) {
            found = true;
            if (stacks[i] > best) {
                best = stacks[i];
                *ret_unit = i;
            }
        } else if (!found && !explained) {
            if (start == TOO_DEEP)
                message = "stack to deep to analyze";
            else if (start == UNREACHED)
                message = "can't jump from unreachable code";
            else {
                message = why_not(stacks[i]);
                explained = true;
            }
        }
    }
    return found ? NULL : message;
}

/* Drops what stands above the stack of the target; leaving an `except` block ends its exception's handling. */
static void unwind_to(vv_thread *t, vv_pyframe *f, int64_t from, int64_t to) {
    for (; from > to; from = pop(from)) {
        vv_obj *o = *--f->sp;
        if (top(from) == KIND_EXCEPT) {
            vv_setref_take(t, &t->excinfo->handled, o == t->vm->none ? NULL : o);
        } else {
            vv_xdecref(t, o);
        }
    }
}

static int jump(vv_thread *t, vv_pyframe *f, int line) {
    const vv_code *co = f->code;
    int *lines = vv_alloc(t, co->ncode * sizeof *lines);
    int64_t *stacks = vv_alloc(t, co->ncode * sizeof *stacks);
    int result = -1;
    if (lines != NULL && stacks != NULL) {
        mark_lines(co, lines);
        int first = INT32_MAX;
        for (uint32_t i = 0; i < co->ncode; i++)
            if (lines[i] >= line && lines[i] < first)
                first = lines[i];
        if (first == INT32_MAX) {
            vv_raise(t, VV_ValueError, "line %d comes after the current code block", line);
        } else {
            for (uint32_t i = 0; i < co->ncode; i++)
                stacks[i] = UNREACHED;
            stacks[0] = 0;
            analysis a = {.co = co, .stacks = stacks};
            while (pass(&a)) {
            }
            int64_t unit = -1;
            const char *message = find_target(co, vv_frame_unit(f), first, lines, stacks, &unit);
            if (message != NULL) {
                vv_raise(t, VV_ValueError, "%s", message);
            } else {
                const uint8_t *kinds = VV_BYTES(co->localspluskinds)->data;
                for (int k = 0; k < co->nlocalsplus; k++) /* the compiler relies on variables that are set by now */
                    if (f->local[k] == NULL && !(kinds[k] & VV_LOCAL_HIDDEN))
                        f->local[k] = vv_newref(VV_NONE(t));
                unwind_to(t, f, stacks[vv_frame_unit(f)], stacks[unit]);
                f->ip = f->resume = co->code + unit;
                result = 0;
            }
        }
    }
    vv_free(t, lines);
    vv_free(t, stacks);
    return result;
}

int vv_frame_jump(vv_thread *t, vv_pyframe *f, vv_ref value) {
    int64_t line;
    if (value == NULL)
        return vv_raise_int(t, VV_AttributeError, "cannot delete attribute");
    if (!VV_IS(t, value, INT))
        return vv_raise_int(t, VV_ValueError, "lineno must be an integer");
    enum vv_hook_occasion occasion = vv_hook_occasion(t);
    if (occasion == VV_HOOK_NONE)
        return vv_raise_int(t, VV_ValueError, "f_lineno can only be set in a trace function");
    if (occasion == VV_HOOK_START)
        return vv_raise_int(t, VV_ValueError, "can't jump from the 'call' trace event of a new frame");
    if (occasion == VV_HOOK_CALL)
        return vv_raise_int(t, VV_ValueError, "can't jump during a call");
    if (occasion == VV_HOOK_OTHER || f == NULL || f->head.finish != VV_FIN_RESUME)
        return vv_raise_int(t, VV_ValueError, "can only jump from a 'line' trace event");
    if (vv_int_to_i64(value, &line) != 0 || line > INT32_MAX || line < INT32_MIN)
        return vv_raise_int(t, VV_ValueError, "lineno out of range");
    if (line < f->code->firstlineno)
        return vv_raise_int(t, VV_ValueError, "line %d comes before the current code block", (int)line);
    return jump(t, f, (int)line);
}
