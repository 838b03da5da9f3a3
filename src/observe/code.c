/* code.c - the view code: the instructions of a code object, as `dis` lists them. */
#include "code/codeobj.h"
#include "code/opcode.h"
#include "observe/observe.h"
#include "types/bytes.h"
#include "types/tuple.h"

static const uint8_t argument_of[256] = {
#define OP(name, number, argument, pops, pushes, caches, flags, synopsis, doc) [number] = VV_OPARG_##argument,
#include "code/opcodes.def"
};

static const char *const binary_symbols[] = {
#define BINARY(number, name, symbol) [number] = symbol,
#include "code/opcodes.def"
};

static const char *const compare_symbols[] = {
#define COMPARE(number, name, symbol) [number] = symbol,
#include "code/opcodes.def"
};

static vv_ref item(vv_ref tuple, uint32_t i) {
    return i < VV_TUPLE(tuple)->length ? VV_TUPLE(tuple)->items[i] : NULL;
}

/* What the argument stands for: "value" an object, "text" a name or sign, "target" the offset that is jumped to. */
static void write_meaning(vv_question *q, const vv_code *code, int op, uint32_t arg, uint32_t next) {
    vv_ref name = NULL;
    const char *sign = NULL;
    switch (argument_of[op]) {
    case VV_OPARG_CONST:
        if (item(code->consts, arg) != NULL) {
            vv_json_key(q->j, "value");
            vv_describe_object(q->j, q->vm, item(code->consts, arg));
        }
        return;
    case VV_OPARG_NAME: name = item(code->names, arg); break;
    case VV_OPARG_NAME2: name = item(code->names, arg >> 1); break;
    case VV_OPARG_NAME4: name = item(code->names, arg >> 2); break;
    case VV_OPARG_LOCAL:
    case VV_OPARG_FREE: name = item(code->localsplusnames, arg); break;
    case VV_OPARG_JUMP: vv_json_put_int(q->j, "target", ((int64_t)next + arg) * 2); return;
    case VV_OPARG_JUMPBACK: vv_json_put_int(q->j, "target", ((int64_t)next - arg) * 2); return;
    case VV_OPARG_BINARY: sign = arg < VV_ARRAY_LEN(binary_symbols) ? binary_symbols[arg] : NULL; break;
    case VV_OPARG_COMPARE: sign = arg >> 4 < VV_ARRAY_LEN(compare_symbols) ? compare_symbols[arg >> 4] : NULL; break;
    default: return;
    }
    if (name != NULL)
        vv_json_put_str(q->j, "text", name);
    else if (sign != NULL)
        vv_json_put_cstr(q->j, "text", sign);
}

void vv_view_code(vv_question *q) {
    vv_survey v;
    if (vv_survey_all(&v, q->vm, q->scratch) < 0)
        return;
    vv_obj *found = vv_question_object(q, &v);
    if (found == NULL)
        return;
    if (found->type->id != VV_T_CODE) {
        q->error = "this is no code object";
        return;
    }
    const vv_code *code = VV_CODE_OF(found);
    vv_view_begin(q, "code");
    vv_json_put_id(q->j, "id", code);
    vv_json_put_str(q->j, "name", code->qualname);
    vv_json_put_str(q->j, "file", code->filename);
    vv_json_put_int(q->j, "firstLine", code->firstlineno);
    vv_json_key(q->j, "instructions");
    vv_json_open(q->j, '[');
    uint32_t high = 0;
    for (uint32_t unit = 0; unit < code->ncode;) {
        int op = vv_opcode_base(VV_UNIT_OP(code->code[unit]));
        uint32_t arg = high | VV_UNIT_ARG(code->code[unit]), next = unit + 1 + (uint32_t)vv_opcode_caches(op), target;
        int depth;
        bool lasti;
        vv_json_open(q->j, '{');
        vv_json_put_int(q->j, "offset", (int64_t)unit * 2);
        vv_json_put_int(q->j, "line", vv_code_line(found, unit));
        vv_json_put_cstr(q->j, "op", vv_opcode_name(op));
        if (argument_of[op] != VV_OPARG_NONE)
            vv_json_put_int(q->j, "arg", arg);
        write_meaning(q, code, op, arg, next);
        if (vv_code_handler(found, unit, &target, &depth, &lasti))
            vv_json_put_int(q->j, "handler", (int64_t)target * 2);
        vv_json_close(q->j, '}');
        high = op == VV_OP_EXTENDED_ARG ? arg << 8 : 0;
        unit = next;
    }
    vv_json_close(q->j, ']');
}
