/* traceback.c - traceback objects: the chain of places an exception has passed on its way. */
#include "object/alloc.h"
#include "object/bind.h"
#include "object/error.h"
#include "types/exceptions.h"
#include "types/int.h"
#include "types/list.h"
#include "types/str.h"
#include "vm/frame.h"

void vv_traceback_here(vv_thread *t, vv_pyframe *f) {
    enum { FOR_HANDLERS = 1 << 16 }; /* of the reserve: many frames must not use it up */
    if (f->head.flags & VV_FF_HIDDEN)
        return;
    if (t->vm->reserve_open && vv_mem_used(t->vm->mem) + FOR_HANDLERS > vv_mem_limit(t->vm->mem) && vv_error_is(t, VV_MemoryError))
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
    tb->lineno = -1; /* most tracebacks are never looked at */
    tb->next = vv_move(&VV_EXC_OF(exc)->traceback);
    VV_EXC_OF(exc)->traceback = o;
    vv_track(t, o);
    vv_restore_error_take(t, exc);
}

int vv_traceback_line(const vv_traceback *tb) {
    if (tb->lineno != -1)
        return tb->lineno;
    return vv_code_line((vv_ref)((const vv_frameobj *)tb->frame)->frame->code, (uint32_t)tb->lasti / 2);
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
static vv_owned tb_lineno(vv_thread *t, vv_ref self) {
    int line = vv_traceback_line((const vv_traceback *)self);
    return line == -1 ? vv_none(t) : vv_int_new(t, line);
}

#define VV_DEF_NAME traceback
#define VV_DEF_FILE "vm/traceback.def"
#include "object/deftype.h"

static int int_argument(vv_thread *t, vv_ref o, int32_t *ret) {
    int64_t value;
    if (!VV_ISA(o, INT))
        return vv_raise_int(t, VV_TypeError, "'%T' object cannot be interpreted as an integer", o);
    if (vv_int_to_i64(o, &value) != 0 || value > INT32_MAX || value < INT32_MIN)
        return vv_raise_int(t, VV_OverflowError, "Python int too large to convert to C int");
    *ret = (int32_t)value;
    return 0;
}

static vv_step traceback_create(vv_thread *t, vv_ref type, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    vv_obj *a[4];
    int32_t lasti, lineno;
    if (vv_parse_args(t, "TracebackType", "(tb_next, tb_frame, tb_lasti, tb_lineno)", args, nargs, kwnames, a) < 0)
        return VV_FAILED;
    if (!VV_IS(t, a[1], FRAME))
        return vv_raise_step(t, VV_TypeError, "TracebackType() argument 'tb_frame' must be frame, not %A", a[1]);
    if (int_argument(t, a[2], &lasti) < 0 || int_argument(t, a[3], &lineno) < 0)
        return VV_FAILED;
    if (a[0] != t->vm->none && !VV_IS(t, a[0], TRACEBACK))
        return vv_raise_step(t, VV_TypeError, "expected traceback object or None, got '%T'", a[0]);
    vv_owned o = vv_new_object(t, VV_AS_TYPE(type), sizeof(vv_traceback));
    if (o == NULL)
        return VV_FAILED;
    vv_traceback *tb = (vv_traceback *)o;
    tb->next = a[0] == t->vm->none ? NULL : vv_newref(a[0]);
    tb->frame = vv_newref(a[1]);
    tb->lasti = lasti;
    tb->lineno = lineno;
    vv_track(t, o);
    return vv_return(t, o);
}

static vv_owned traceback_dir(vv_thread *t, vv_obj *const *argv) {
    static const char *const names[] = {"tb_frame", "tb_next", "tb_lasti", "tb_lineno"};
    (void)argv;
    VV_AUTO list = {t, vv_list_new(t, 0)};
    for (size_t k = 0; list.o != NULL && k < VV_ARRAY_LEN(names); k++) {
        vv_owned name = vv_str_from_cstr(t, names[k]);
        if (name == NULL || vv_list_append_take(t, list.o, name) < 0)
            return NULL;
    }
    return vv_move(&list.o);
}

const vv_typespec vv_traceback_spec = {
    .name = "traceback",
    .base = VV_T_OBJECT,
    .flags = VV_TF_GC | VV_TF_IMMUTABLE,
    .basicsize = sizeof(vv_traceback),
    .size64 = 56,
    .doc = "One place that an exception passed.",
    .slots = &traceback_slots,
    .methods = traceback_methods,
    .getset = traceback_getset,
    .members = traceback_members,
    .dealloc = traceback_dealloc,
    .traverse = traceback_traverse,
    .clear = traceback_clear,
};
