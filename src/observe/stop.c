/* stop.c - the view stop: where the program stands, and why it has paused there if it has. */
#include "observe/observe.h"
#include "vm/watch.h"

void vv_view_stop(vv_question *q) {
    static const char *const reasons[] = {NULL, "step", "breakpoint", "condition", "return", "yield", "exception", "end", "value"};
    const vv_watch *w = &q->vm->watch;
    const vv_thread *t = q->vm->current;
    const vv_pyframe *f = vv_frame_python(t->frame);
    int64_t depth = 0;
    for (const vv_frame *each = t->frame; each != NULL; each = each->back)
        depth += each->kind == VV_FRAME_PY;
    bool middle = w->paused && (w->reason == VV_PAUSE_RETURN || w->reason == VV_PAUSE_YIELD);
    bool there = middle && f != NULL && f->sp > vv_frame_stack_base(f) && f->sp[-1] == w->value && f->sp[-1] != NULL;
    vv_view_begin(q, "stop");
    vv_json_put_bool(q->j, "paused", w->paused);
    vv_json_put_cstr(q->j, "reason", w->paused ? reasons[w->reason] : NULL);
    vv_json_put_str(q->j, "file", f == NULL ? NULL : f->code->filename);
    vv_json_key(q->j, "line");
    if (f == NULL)
        vv_json_null(q->j);
    else
        vv_json_int(q->j, vv_frame_line(f));
    vv_json_put_str(q->j, "function", f == NULL ? NULL : f->code->qualname);
    vv_json_put_int(q->j, "depth", depth);
    vv_json_put_cstr(q->j, "message", w->paused && (w->reason == VV_PAUSE_CONDITION || w->reason == VV_PAUSE_VALUE) ? w->message : NULL);
    vv_json_key(q->j, "value");
    if (there)
        vv_describe_object(q->j, q->vm, f->sp[-1]);
    else
        vv_json_null(q->j);
}
