/* disasm.c - instructions as `dis` prints them. */
#include "code/disasm.h"

#include "code/codeobj.h"
#include "code/exctable.h"
#include "code/linetable.h"
#include "code/opcode.h"
#include "object/alloc.h"
#include "object/error.h"
#include "types/bytes.h"
#include "types/set.h"
#include "types/str.h"
#include "types/tuple.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum { MAX_CONST_DEPTH = 700 }; /* deeper constants than the parser lets nest do not exist */

typedef struct printer {
    vv_thread *t;
    const vv_code *co;
    vv_strbuilder out;
    int32_t *starts_line; /* of each unit: the line that begins there, or -1 */
    bool *is_target;      /* a jump or an exception goes to this unit */
    int line_width, offset_width;
    bool failed;
} printer;

static void put(printer *p, const char *format, ...) {
    char text[200];
    va_list args;
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    if (!p->failed && vv_strbuilder_ascii(p->t, &p->out, text, strlen(text)) < 0)
        p->failed = true;
}
static void put_str(printer *p, vv_ref s) {
    if (!p->failed && vv_strbuilder_str(p->t, &p->out, s) < 0)
        p->failed = true;
}

/* ---- arguments ---- */

static void put_const(printer *p, vv_ref o, int depth) {
    if (p->failed)
        return;
    if (depth > MAX_CONST_DEPTH) {
        put(p, "...");
    } else if (VV_IS(p->t, o, TUPLE)) {
        size_t n = VV_TUPLE(o)->length;
        put(p, "(");
        for (size_t i = 0; i < n; i++) {
            put(p, i > 0 ? ", " : "");
            put_const(p, VV_TUPLE(o)->items[i], depth + 1);
        }
        put(p, n == 1 ? ",)" : ")");
    } else if (VV_IS(p->t, o, FROZENSET)) {
        size_t i = 0, n = 0;
        vv_ref key;
        vv_hash hash;
        put(p, vv_set_length(o) > 0 ? "frozenset({" : "frozenset(");
        while (vv_set_next(o, &i, &key, &hash)) {
            put(p, n++ > 0 ? ", " : "");
            put_const(p, key, depth + 1);
        }
        put(p, n > 0 ? "})" : ")");
    } else { /* the other kinds of constants have a repr that runs no Python */
        VV_AUTO text = {p->t, o->type->s.repr(p->t, o) == VV_READY ? vv_take_ret(p->t) : NULL};
        if (text.o == NULL)
            p->failed = true;
        else
            put_str(p, text.o);
    }
}

static void put_listed(printer *p, int bits, const char *const *names, size_t n) {
    bool first = true;
    for (size_t i = 0; i < n; i++) {
        if (!(bits & 1 << i))
            continue;
        put(p, first ? "%s" : ", %s", names[i]);
        first = false;
    }
}

static void put_intrinsic(printer *p, int op, int arg) {
    if (op == VV_OP_CALL_INTRINSIC_1) {
        switch (arg) {
#define INTRINSIC_1(number, name)                                                                                      \
    case number:                                                                                                       \
        put(p, " (INTRINSIC_" #name ")");                                                                              \
        break;
#include "code/opcodes.def"
        }
    } else {
        switch (arg) {
#define INTRINSIC_2(number, name)                                                                                      \
    case number:                                                                                                       \
        put(p, " (INTRINSIC_" #name ")");                                                                              \
        break;
#include "code/opcodes.def"
        }
    }
}

/* The explanation in parentheses. */
static void put_argument(printer *p, int op, int arg, int64_t target) {
    static const char *const function_parts[] = {"defaults", "kwdefaults", "annotations", "closure"};
    static const char *const conversions[] = {"", "str", "repr", "ascii"};
    const vv_code *co = p->co;
    vv_obj *const *names = VV_TUPLE(co->names)->items;
    switch (vv_opcode_argument_of(op)) {
    case VV_OPARG_CONST:
        put(p, " (");
        put_const(p, VV_TUPLE(co->consts)->items[arg], 0);
        put(p, ")");
        break;
    case VV_OPARG_NAME:
        if (vv_str_length(names[arg]) == 0) /* from . import x */
            break;
        put(p, " (");
        put_str(p, names[arg]);
        put(p, ")");
        break;
    case VV_OPARG_NAME2:
        put(p, arg & 1 ? (op == VV_OP_LOAD_GLOBAL ? " (NULL + " : " (NULL|self + ") : " (");
        put_str(p, names[arg >> 1]);
        put(p, ")");
        break;
    case VV_OPARG_NAME4:
        put(p, arg & 1 ? " (NULL|self + " : " (");
        put_str(p, names[arg >> 2]);
        put(p, ")");
        break;
    case VV_OPARG_LOCAL:
    case VV_OPARG_FREE:
        put(p, " (");
        put_str(p, VV_TUPLE(co->localsplusnames)->items[arg]);
        put(p, ")");
        break;
    case VV_OPARG_JUMP:
    case VV_OPARG_JUMPBACK: put(p, " (to %d)", (int)target * 2); break;
    case VV_OPARG_COMPARE: put(p, " (%s)", vv_opcode_compare_symbol(arg >> 4)); break;
    case VV_OPARG_BINARY: put(p, " (%s)", vv_opcode_binary_symbol(arg)); break;
    case VV_OPARG_INTRINSIC1:
    case VV_OPARG_INTRINSIC2: put_intrinsic(p, op, arg); break;
    default:
        if (op == VV_OP_MAKE_FUNCTION && arg != 0) {
            put(p, " (");
            put_listed(p, arg, function_parts, VV_ARRAY_LEN(function_parts));
            put(p, ")");
        } else if (op == VV_OP_FORMAT_VALUE && arg != 0) {
            put(p, " (%s%s%s)", conversions[arg & 3], (arg & 3) && (arg & 4) ? ", " : "", arg & 4 ? "with format" : "");
        }
        break;
    }
}

/* ---- the listing ---- */

/* Calls for each instruction, EXTENDED_ARG included; `next` = the unit behind it and its caches. */
typedef void instruction_fn(printer *p, uint32_t at, int op, int arg, uint32_t next);

static void each_instruction(printer *p, instruction_fn *f) {
    const vv_code *co = p->co;
    unsigned extended = 0;
    for (uint32_t i = 0; i < co->ncode && !p->failed;) {
        int op = vv_opcode_base(VV_UNIT_OP(co->code[i]));
        unsigned arg = extended | VV_UNIT_ARG(co->code[i]);
        extended = op == VV_OP_EXTENDED_ARG ? arg << 8 : 0;
        uint32_t next = i + 1 + (uint32_t)vv_opcode_caches(op);
        f(p, i, op, (int)arg, next);
        i = next;
    }
}

static int64_t jump_target(int op, int arg, uint32_t next) {
    switch (vv_opcode_argument_of(op)) {
    case VV_OPARG_JUMP: return (int64_t)next + arg;
    case VV_OPARG_JUMPBACK: return (int64_t)next - arg;
    default: return -1;
    }
}

static void mark_target(printer *p, uint32_t at, int op, int arg, uint32_t next) {
    (void)at;
    int64_t target = jump_target(op, arg, next);
    if (target >= 0 && target < p->co->ncode)
        p->is_target[target] = true;
}

static void put_instruction(printer *p, uint32_t at, int op, int arg, uint32_t next) {
    int line = p->starts_line[at];
    const char *name = vv_opcode_name(op), *mark = p->is_target[at] ? ">>" : "  ";
    if (line >= 0 && at > 0)
        put(p, "\n");
    if (p->line_width > 0 && line >= 0)
        put(p, "%*d ", p->line_width, line);
    else if (p->line_width > 0)
        put(p, "%*s ", p->line_width, "");
    if (op < VV_OPCODE_HAVE_ARGUMENT) {
        put(p, "    %s %*d %s\n", mark, p->offset_width, (int)at * 2, name);
        return;
    }
    put(p, "    %s %*d %-20s %5d", mark, p->offset_width, (int)at * 2, name, arg);
    put_argument(p, op, arg, jump_target(op, arg, next));
    put(p, "\n");
}

static int digits(int n) {
    int count = 1;
    while (n >= 10) {
        n /= 10;
        count++;
    }
    return count;
}

static void find_lines(printer *p) {
    vv_linetable_reader r;
    int last = -1, largest = -1;
    vv_linetable_begin(&r, VV_BYTES(p->co->linetable)->data, VV_BYTES(p->co->linetable)->length, p->co->firstlineno);
    while (vv_linetable_next(&r)) {
        int line = r.position.line;
        if (line < 0 || line == last || r.start >= p->co->ncode)
            continue;
        p->starts_line[r.start] = last = line;
        largest = line > largest ? line : largest;
    }
    p->line_width = largest < 0 ? 0 : largest >= 1000 ? digits(largest) : 3;
    int largest_offset = (int)p->co->ncode * 2 - 2;
    p->offset_width = largest_offset >= 10000 ? digits(largest_offset) : 4;
}

static void put_handlers(printer *p) {
    const vv_bytes *table = VV_BYTES(p->co->exceptiontable);
    vv_handler_entry e;
    if (table->length > 0)
        put(p, "ExceptionTable:\n");
    for (size_t at = 0; vv_exctable_next(table->data, table->length, &at, &e);)
        put(p, "  %d to %d -> %d [%d]%s\n", (int)e.start * 2, (int)e.end * 2 - 2, (int)e.target * 2, e.depth,
            e.lasti ? " lasti" : "");
}

vv_owned vv_disasm_text(vv_thread *t, vv_ref code) {
    printer p = {.t = t, .co = VV_CODE_OF(code)};
    const vv_bytes *table = VV_BYTES(p.co->exceptiontable);
    uint32_t n = p.co->ncode;
    p.starts_line = vv_alloc(t, n * sizeof *p.starts_line);
    p.is_target = vv_alloc(t, n * sizeof *p.is_target);
    p.failed = p.starts_line == NULL || p.is_target == NULL;
    if (!p.failed) {
        for (uint32_t i = 0; i < n; i++) {
            p.starts_line[i] = -1;
            p.is_target[i] = false;
        }
        find_lines(&p);
        each_instruction(&p, mark_target);
        vv_handler_entry e;
        for (size_t at = 0; vv_exctable_next(table->data, table->length, &at, &e);)
            if (e.target < n && e.start < e.end)
                p.is_target[e.target] = true;
        each_instruction(&p, put_instruction);
        put_handlers(&p);
    }
    vv_free(t, p.starts_line);
    vv_free(t, p.is_target);
    if (p.failed) {
        vv_strbuilder_drop(t, &p.out);
        return NULL;
    }
    return vv_strbuilder_finish(t, &p.out);
}
