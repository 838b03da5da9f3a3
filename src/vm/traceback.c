/* traceback.c - traceback objects: the chain of places an exception has passed on its way. */
#include "object/alloc.h"
#include "object/error.h"
#include "types/exceptions.h"
#include "types/int.h"
#include "vm/frame.h"

void vv_traceback_here(vv_thread *t, vv_pyframe *f) {
    if (f->head.flags & VV_FF_HIDDEN)
        return;
    vv_owned exc = vv_take_error(t);
    vv_ref frame = vv_frame_object_peek(t, f);
    vv_owned o = frame == NULL ? NULL : vv_new_object(t, VV_TYPEP(t, TRACEBACK), sizeof(vv_traceback));
    if (o == NULL) { /* the shortage is the news, unless it is already */
        if (exc->type == t->vm->types[VV_MemoryError]) {
            vv_clear_error(t);
            vv_restore_error_take(t, exc);
        } else {
            vv_decref(t, exc);
        }
        return;
    }
    vv_traceback *tb = (vv_traceback *)o;
    tb->frame = vv_newref(frame);
    tb->lasti = (int32_t)vv_frame_unit(f) * 2;
    tb->lineno = vv_code_line((vv_ref)f->code, vv_frame_unit(f));
    tb->next = vv_move(&VV_EXC_OF(exc)->traceback);
    VV_EXC_OF(exc)->traceback = o;
    vv_track(t, o);
    vv_restore_error_take(t, exc);
}

static int traceback_traverse(vv_ref self, vv_visit visit, void *arg) {
    const vv_traceback *tb = (const vv_traceback *)self;
    VV_VISIT(tb->next);
    VV_VISIT(tb->frame);
    return 0;
}
static void traceback_clear(vv_thread *t, vv_obj *self) {
    vv_traceback *tb = (vv_traceback *)self;
    vv_clearref(t, &tb->next);
    vv_clearref(t, &tb->frame);
}
static void traceback_dealloc(vv_thread *t, vv_obj *self) {
    traceback_clear(t, self);
    vv_free_object(t, self);
}

static vv_owned tb_next(vv_thread *t, vv_ref self) {
    vv_obj *next = ((const vv_traceback *)self)->next;
    return next == NULL ? vv_none(t) : vv_newref(next);
}
static int tb_set_next(vv_thread *t, vv_ref self, vv_ref value) {
    if (value == NULL)
        return vv_raise_int(t, VV_TypeError, "can't delete tb_next attribute");
    if (value != VV_NONE(t) && !VV_IS(t, value, TRACEBACK))
        return vv_raise_int(t, VV_TypeError, "expected traceback object, got '%T'", value);
    for (vv_ref tb = value == VV_NONE(t) ? NULL : value; tb != NULL; tb = ((const vv_traceback *)tb)->next)
        if (tb == self)
            return vv_raise_int(t, VV_ValueError, "traceback loop detected");
    vv_setref_take(t, &((vv_traceback *)self)->next, value == VV_NONE(t) ? NULL : vv_newref(value));
    return 0;
}
static vv_owned tb_frame(vv_thread *t, vv_ref self) {
    (void)t;
    return vv_newref(((const vv_traceback *)self)->frame);
}
static vv_owned tb_lasti(vv_thread *t, vv_ref self) {
    return vv_int_new(t, ((const vv_traceback *)self)->lasti);
}
static vv_owned tb_lineno(vv_thread *t, vv_ref self) {
    return vv_int_new(t, ((const vv_traceback *)self)->lineno);
}

#define VV_DEF_NAME traceback
#define VV_DEF_FILE "vm/traceback.def"
#include "object/deftype.h"

const vv_typespec vv_traceback_spec = {
    .name = "traceback",
    .base = VV_T_OBJECT,
    .flags = VV_TF_GC | VV_TF_NO_NEW | VV_TF_IMMUTABLE,
    .basicsize = sizeof(vv_traceback),
    .size64 = 64,
    .doc = "One place that an exception passed.",
    .slots = &traceback_slots,
    .getset = traceback_getset,
    .dealloc = traceback_dealloc,
    .traverse = traceback_traverse,
    .clear = traceback_clear,
};
