/* frames.c - the view frames: where every thread stands, and every generator and coroutine that is suspended. */
#include "code/exctable.h"
#include "code/opcode.h"
#include "object/gc.h"
#include "observe/observe.h"
#include "types/bytes.h"
#include "vm/frame.h"

static int write_slot(const vv_edge *edge, void *arg) {
    vv_question *q = arg;
    vv_json_open(q->j, '{');
    vv_describe_edge(q->j, q->vm, edge);
    vv_json_key(q->j, "value");
    vv_describe_object(q->j, q->vm, edge->target);
    vv_json_close(q->j, '}');
    return 0;
}

static void write_position(vv_question *q, const vv_pyframe *f) {
    uint32_t unit = vv_frame_unit(f);
    /* a frame that called another one stands behind its call; one that has not begun stands at its first instruction */
    vv_position at = vv_code_position(&f->code->head, unit);
    const char *name = unit < f->code->ncode ? vv_opcode_name(vv_opcode_base(VV_UNIT_OP(f->code->code[unit]))) : NULL;
    vv_json_put_int(q->j, "line", vv_frame_line(f));
    vv_json_put_int(q->j, "column", at.column);
    vv_json_put_int(q->j, "endLine", at.end_line);
    vv_json_put_int(q->j, "endColumn", at.end_column);
    vv_json_put_int(q->j, "offset", (int64_t)unit * 2);
    vv_json_put_cstr(q->j, "instruction", name);
}

/* The handlers that cover the position, the innermost first: `try`, `with`, and what else ends in one. */
/* The first line at or behind a unit: what begins a handler belongs to none. */
static int line_from(const vv_pyframe *f, uint32_t unit) {
    int line = -1;
    for (uint32_t end = unit + 8; line < 0 && unit < end && unit < f->code->ncode; unit++)
        line = vv_code_position(&f->code->head, unit).line;
    return line;
}

static void write_blocks(vv_question *q, const vv_pyframe *f) {
    const vv_bytes *table = VV_BYTES(f->code->exceptiontable);
    uint32_t unit = vv_frame_unit(f);
    vv_handler_entry e;
    vv_json_key(q->j, "blocks");
    vv_json_open(q->j, '[');
    /* What fails in a handler goes to the one outside of it, by way of one that only cleans up and keeps more of the stack. */
    int depth = INT32_MAX;
    for (int n = 0; n < 64 && vv_exctable_find(table->data, table->length, unit, &e); unit = e.target, n++) {
        if (e.depth > depth)
            continue;
        depth = e.depth;
        vv_json_open(q->j, '{');
        vv_json_put_int(q->j, "start", (int64_t)e.start * 2);
        vv_json_put_int(q->j, "end", (int64_t)e.end * 2);
        vv_json_put_int(q->j, "target", (int64_t)e.target * 2);
        vv_json_put_int(q->j, "depth", e.depth);
        vv_json_put_int(q->j, "line", line_from(f, e.start));
        vv_json_put_int(q->j, "handlerLine", line_from(f, e.target));
        vv_json_close(q->j, '}');
    }
    vv_json_close(q->j, ']');
}

static void write_frame(vv_question *q, const vv_pyframe *f) {
    vv_json_put_str(q->j, "name", f->code->name);
    vv_json_put_str(q->j, "qualname", f->code->qualname);
    vv_json_put_str(q->j, "file", f->code->filename);
    vv_json_put_id(q->j, "code", f->code);
    write_position(q, f);
    write_blocks(q, f);
    vv_json_key(q->j, "variables");
    vv_json_open(q->j, '[');
    (void)vv_describe_variables(f, write_slot, q);
    vv_json_close(q->j, ']');
    vv_json_key(q->j, "stack");
    vv_json_open(q->j, '[');
    (void)vv_describe_stack(f, write_slot, q);
    vv_json_close(q->j, ']');
}

static void write_thread(vv_question *q, const vv_thread *t) {
    vv_json_open(q->j, '{');
    vv_json_put_int(q->j, "id", (int64_t)t->id);
    vv_json_put_bool(q->j, "current", t == q->vm->current);
    vv_json_put_cstr(q->j, "waits", t->wait_input ? "input" : t->wait_host ? "host" : t->wait_deadline != INT64_MAX ? "time" : NULL);
    vv_json_key(q->j, "frames");
    vv_json_open(q->j, '[');
    for (const vv_frame *f = t->frame; f != NULL; f = f->back) {
        vv_json_open(q->j, '{');
        if (f->kind == VV_FRAME_PY) {
            write_frame(q, (const vv_pyframe *)f);
            if (f->owner == VV_OWNER_GENERATOR)
                vv_json_put_id(q->j, "generator", vv_frame_generator((const vv_pyframe *)f));
        } else {
            vv_json_put_cstr(q->j, "native", ((const vv_native *)f)->name);
        }
        vv_json_close(q->j, '}');
    }
    vv_json_close(q->j, ']');
    vv_json_close(q->j, '}');
}

static int write_generator(vv_obj *o, void *arg) {
    static const char *const states[] = {"created", "suspended", "running", "done"};
    vv_question *q = arg;
    if (o->type->id != VV_T_GENERATOR && o->type->id != VV_T_COROUTINE && o->type->id != VV_T_ASYNC_GENERATOR)
        return 0;
    const vv_generator *g = VV_GENERATOR_OF(o);
    if (g->state == VV_GEN_DONE || g->state == VV_GEN_RUNNING)
        return 0;
    vv_json_open(q->j, '{');
    vv_json_put_id(q->j, "id", o);
    vv_json_put_cstr(q->j, "type", o->type->tp_name);
    vv_json_put_cstr(q->j, "state", states[g->state]);
    vv_json_put_id(q->j, "waitsFor", vv_generator_yield_from_peek(o));
    write_frame(q, &g->frame);
    vv_json_close(q->j, '}');
    return 0;
}

void vv_view_frames(vv_question *q) {
    vv_view_begin(q, "frames");
    vv_json_key(q->j, "threads");
    vv_json_open(q->j, '[');
    for (const vv_thread *t = q->vm->main_thread; t != NULL; t = t->next)
        write_thread(q, t);
    vv_json_close(q->j, ']');
    vv_json_key(q->j, "suspended");
    vv_json_open(q->j, '[');
    vv_gc_each(q->vm, -1, write_generator, q);
    vv_json_close(q->j, ']');
}
