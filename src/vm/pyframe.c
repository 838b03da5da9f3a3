/* pyframe.c - making, visiting and clearing Python frames. */
#include "object/alloc.h"
#include "object/error.h"
#include "object/gc.h"
#include "types/bytes.h"
#include "types/str.h"
#include "types/tuple.h"
#include "vm/frame.h"

vv_pyframe *vv_frame_new(vv_thread *t, vv_owned function) {
    vv_function *f = VV_FUNCTION_OF(function);
    vv_code *code = VV_CODE_OF(f->code);
    if (VV_UNLIKELY(t->depth >= t->vm->recursion_limit)) {
        vv_decref(t, function);
        vv_raise(t, VV_RecursionError, "maximum recursion depth exceeded");
        return NULL;
    }
    if (VV_UNLIKELY(code->plain_args <= VV_CODE_UNREADY) && vv_code_make_ready(t, code) < 0) {
        vv_decref(t, function);
        return NULL;
    }
    size_t words = VV_PYFRAME_WORDS + (size_t)code->nlocalsplus + (size_t)code->stacksize;
    words += words & 1;
    vv_pyframe *frame = vv_stack_push(t, words);
    if (VV_UNLIKELY(frame == NULL)) {
        vv_decref(t, function);
        return NULL;
    }
    t->depth++;
    frame->head.kind = VV_FRAME_PY;
    frame->head.owner = VV_OWNER_STACK;
    frame->head.finish = VV_FIN_PUSH;
    frame->head.flags = 0;
    frame->head.words = (uint32_t)words;
    frame->pops = frame->invert = 0;
    frame->code = code;
    frame->function = function;
    frame->globals = f->globals;
    frame->builtins = f->builtins;
    frame->locals = NULL;
    frame->frame_object = NULL;
    frame->kwnames = NULL;
    frame->ip = code->code;
    for (int k = 0; k < code->nlocalsplus; k++)
        frame->local[k] = NULL;
    frame->sp = frame->local + code->nlocalsplus;
    return frame;
}

/* The frame object outlives its frame: it takes the frame's contents, and a frame object for the caller as f_back. */
static bool hand_over(vv_thread *t, vv_pyframe *f) {
    vv_frameobj *object = (vv_frameobj *)f->frame_object;
    if (object->head.refcnt == 1)
        return false;
    vv_pyframe *copy = (vv_pyframe *)object->own;
    size_t used = (size_t)((vv_obj **)f->sp - (vv_obj **)f);
    for (size_t k = 0; k < used; k++)
        ((vv_obj **)copy)[k] = ((vv_obj **)f)[k];
    copy->sp = (vv_obj **)copy + used;
    copy->head.owner = VV_OWNER_FRAMEOBJ;
    copy->frame_object = NULL;
    vv_pyframe *back = vv_frame_python(t->frame);
    copy->head.back = NULL;
    if (back != NULL) {
        vv_obj *raised = vv_move(&t->exc); /* the frame may end because of it */
        object->back = vv_xnewref(vv_frame_object_peek(t, back));
        if (object->back == NULL)
            vv_clear_error(t); /* f_back is None then */
        t->exc = raised;
    }
    object->frame = copy;
    if (!vv_is_tracked(f->frame_object))
        vv_track(t, f->frame_object);
    vv_decref(t, f->frame_object);
    return true;
}

void vv_frame_clear(vv_thread *t, vv_pyframe *f) {
    if (f->frame_object == NULL || !hand_over(t, f)) {
        if (f->frame_object != NULL) {
            ((vv_frameobj *)f->frame_object)->frame = NULL;
            vv_clearref(t, &f->frame_object);
        }
        for (vv_obj **p = f->local; p < f->sp; p++)
            vv_xdecref(t, *p);
        vv_xdecref(t, f->locals);
        vv_decref(t, f->function);
    }
    f->sp = f->local;
    f->locals = NULL;
    f->function = NULL;
    f->frame_object = NULL;
    if (f->head.owner == VV_OWNER_STACK)
        vv_stack_pop(t, f);
}

int vv_pyframe_traverse_values(const vv_pyframe *pf, vv_visit visit, void *arg) {
    VV_VISIT(pf->locals);
    VV_VISIT(pf->frame_object);
    for (vv_obj *const *p = pf->local; p < pf->sp; p++)
        VV_VISIT(*p);
    return 0;
}

int vv_frame_traverse(const vv_frame *f, vv_visit visit, void *arg) {
    if (f->kind == VV_FRAME_NATIVE) {
        const vv_native *nf = (const vv_native *)f;
        for (int k = 0; k < VV_NATIVE_SLOTS; k++)
            VV_VISIT(nf->slot[k]);
        for (size_t k = 0; k < nf->argc; k++)
            VV_VISIT(nf->argv[k]);
        return 0;
    }
    const vv_pyframe *pf = (const vv_pyframe *)f;
    VV_VISIT(pf->function);
    return vv_pyframe_traverse_values(pf, visit, arg);
}

int vv_thread_traverse(const vv_thread *t, vv_visit visit, void *arg) {
    for (const vv_frame *f = t->frame; f != NULL; f = f->back) {
        if (f->owner == VV_OWNER_GENERATOR)
            continue; /* the generator object owns what its frame holds */
        int r = vv_frame_traverse(f, visit, arg);
        if (r != 0)
            return r;
    }
    VV_VISIT(t->ret);
    VV_VISIT(t->stop);
    VV_VISIT(t->exc);
    VV_VISIT(t->base_excinfo.handled);
    VV_VISIT(t->trace);
    VV_VISIT(t->profile);
    VV_VISIT(t->context);
    VV_VISIT(t->asyncgen_hooks);
    VV_VISIT(t->repr_stack);
    for (uint32_t k = 0; k < t->pending_count; k++) {
        VV_VISIT(t->pending[k].object);
        VV_VISIT(t->pending[k].argument);
    }
    return 0;
}

/* ---- what C code may ask about its caller (object/step.h) ---- */

vv_ref vv_caller_globals_peek(vv_thread *t) {
    const vv_pyframe *f = vv_frame_python(t->frame);
    return f == NULL ? NULL : f->globals;
}

int vv_caller_super_args(vv_thread *t, vv_obj **ret_type, vv_obj **ret_self) {
    const vv_pyframe *f = vv_frame_python(t->frame);
    *ret_type = *ret_self = NULL;
    if (f == NULL)
        return vv_raise_int(t, VV_RuntimeError, "super(): no current frame");
    const vv_code *code = f->code;
    if (code->argcount == 0)
        return vv_raise_int(t, VV_RuntimeError, "super(): no arguments");
    vv_ref self = f->local[0];
    const uint8_t *kinds = VV_BYTES(code->localspluskinds)->data;
    if (self != NULL && (kinds[0] & VV_LOCAL_CELL) && VV_IS(t, self, CELL))
        self = VV_CELL_OF(self)->value;
    if (self == NULL)
        return vv_raise_int(t, VV_RuntimeError, "super(): arg[0] deleted");
    for (int k = 0; k < code->nlocalsplus; k++) {
        if (!(kinds[k] & VV_LOCAL_FREE) || !vv_str_equal(VV_TUPLE(code->localsplusnames)->items[k], VV_N(t, __class__)))
            continue;
        vv_ref cell = f->local[k];
        if (cell == NULL || !VV_IS(t, cell, CELL))
            return vv_raise_int(t, VV_RuntimeError, "super(): bad __class__ cell");
        vv_ref type = VV_CELL_OF(cell)->value;
        if (type == NULL)
            return vv_raise_int(t, VV_RuntimeError, "super(): empty __class__ cell");
        if (!VV_ISA(type, TYPE))
            return vv_raise_int(t, VV_RuntimeError, "super(): __class__ is not a type (%T)", type);
        *ret_type = vv_newref(type);
        *ret_self = vv_newref(self);
        return 0;
    }
    return vv_raise_int(t, VV_RuntimeError, "super(): __class__ cell not found");
}
