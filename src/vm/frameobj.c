/* frameobj.c - frame objects: a frame as Python sees it, while it runs and after.
 *
 * Made on demand only. While the frame runs the object points to it (and the frame owns the object); when it ends and
 * somebody still holds the object, vm/pyframe.c moves the frame's contents into the object's own room.
 */
#include "object/alloc.h"
#include "object/error.h"
#include "types/dict.h"
#include "types/int.h"
#include "types/str.h"
#include "types/bytes.h"
#include "types/tuple.h"
#include "vm/frame.h"
#include "vm/report.h"

vv_ref vv_frame_object_peek(vv_thread *t, vv_pyframe *f) {
    if (f->frame_object == NULL) {
        size_t words = VV_PYFRAME_WORDS + (size_t)f->code->nlocalsplus + (size_t)f->code->stacksize;
        vv_owned o = vv_new_object_raw(t, VV_TYPEP(t, FRAME), sizeof(vv_frameobj) + words * sizeof(vv_obj *));
        if (o == NULL)
            return NULL;
        vv_frameobj *object = (vv_frameobj *)o;
        *object = (vv_frameobj){.head = object->head, .frame = f, .trace_lines = true};
        f->frame_object = o;
    }
    return f->frame_object;
}

/* The instruction that ran last: a generator that rests stands behind it. */
static uint32_t last_unit(const vv_pyframe *f) {
    uint32_t unit = vv_frame_unit(f);
    bool resting = f->head.owner == VV_OWNER_GENERATOR && vv_frame_generator(f)->state != VV_GEN_RUNNING;
    return resting && unit > 0 ? unit - 1 : unit;
}

int vv_frame_line(const vv_pyframe *f) {
    return vv_code_line((vv_ref)f->code, last_unit(f));
}

/* Value of the variable at `index`, looking through its cell; borrowed or NULL. */
static vv_ref variable(vv_thread *t, const vv_pyframe *f, int index, uint8_t kind) {
    vv_ref value = f->local[index];
    if (value != NULL && (kind & (VV_LOCAL_CELL | VV_LOCAL_FREE)) && VV_IS(t, value, CELL))
        return VV_CELL_OF(value)->value;
    return value;
}

vv_owned vv_frame_locals(vv_thread *t, vv_pyframe *f) {
    if (f->locals != NULL && !(f->code->flags & VV_CO_OPTIMIZED))
        return vv_newref(f->locals);
    /* as in 3.12 a frame has one snapshot dict, brought up to date at each request */
    if (f->locals == NULL) {
        f->locals = vv_dict_new(t);
        if (f->locals == NULL)
            return NULL;
    }
    vv_owned dict = vv_newref(f->locals);
    const uint8_t *kinds = VV_BYTES(f->code->localspluskinds)->data;
    for (int k = 0; k < f->code->nlocalsplus; k++) {
        if (kinds[k] & VV_LOCAL_HIDDEN)
            continue;
        if ((kinds[k] & VV_LOCAL_FREE) && !(f->code->flags & VV_CO_OPTIMIZED))
            continue;
        vv_ref name = VV_TUPLE(f->code->localsplusnames)->items[k];
        vv_ref value = variable(t, f, k, kinds[k]);
        int r = value == NULL ? vv_dict_del_str(t, dict, name) : vv_dict_set_str(t, dict, name, value);
        if (r < 0) {
            vv_decref(t, dict);
            return NULL;
        }
    }
    return dict;
}

void vv_frame_locals_to_fast(vv_thread *t, vv_pyframe *f) {
    if (f == NULL || f->locals == NULL || !(f->code->flags & VV_CO_OPTIMIZED))
        return;
    const uint8_t *kinds = VV_BYTES(f->code->localspluskinds)->data;
    for (int k = 0; k < f->code->nlocalsplus; k++) {
        vv_obj **place = &f->local[k];
        vv_ref value = vv_dict_get_str_peek(f->locals, VV_TUPLE(f->code->localsplusnames)->items[k]);
        if (kinds[k] & VV_LOCAL_HIDDEN)
            continue;
        if (*place != NULL && (kinds[k] & (VV_LOCAL_CELL | VV_LOCAL_FREE)) && VV_IS(t, *place, CELL))
            place = &VV_CELL_OF(*place)->value;
        else if (value == NULL && *place != NULL)
            value = VV_NONE(t); /* the compiler may rely on it that the variable is there */
        if (value != *place)
            vv_setref_take(t, place, vv_xnewref(value));
    }
}

/* ---- the type ---- */

static int frame_traverse(vv_ref self, vv_visit visit, void *arg) {
    const vv_frameobj *o = (const vv_frameobj *)self;
    VV_VISIT(o->back);
    VV_VISIT(o->trace);
    VV_VISIT(o->called);
    VV_VISIT(o->called_with);
    if (o->frame != NULL && o->frame->head.owner == VV_OWNER_FRAMEOBJ)
        return vv_frame_traverse(&o->frame->head, visit, arg);
    return 0;
}

static void release_frame(vv_thread *t, vv_frameobj *o) {
    vv_pyframe *f = o->frame;
    if (f == NULL || f->head.owner != VV_OWNER_FRAMEOBJ)
        return;
    o->frame = NULL;
    vv_frame_clear(t, f);
}

static void frame_clear_refs(vv_thread *t, vv_obj *self) {
    vv_frameobj *o = (vv_frameobj *)self;
    vv_pyframe *f = o->frame;
    if (f != NULL && f->head.owner == VV_OWNER_FRAMEOBJ) {
        for (vv_obj **p = f->local; p < f->sp; p++)
            vv_clearref(t, p);
        vv_clearref(t, &f->locals);
    }
    vv_clearref(t, &o->trace);
    vv_clearref(t, &o->called);
    vv_clearref(t, &o->called_with);
}

static void frame_dealloc(vv_thread *t, vv_obj *self) {
    vv_frameobj *o = (vv_frameobj *)self;
    release_frame(t, o);
    vv_clearref(t, &o->back);
    vv_clearref(t, &o->trace);
    vv_clearref(t, &o->called);
    vv_clearref(t, &o->called_with);
    vv_free_object(t, self);
}

static vv_pyframe *frame_of(vv_ref self) {
    return ((const vv_frameobj *)self)->frame;
}

static vv_owned f_back(vv_thread *t, vv_ref self) {
    const vv_frameobj *o = (const vv_frameobj *)self;
    if (o->back != NULL)
        return vv_newref(o->back);
    if (o->frame == NULL || o->frame->head.owner == VV_OWNER_FRAMEOBJ)
        return vv_none(t);
    vv_pyframe *back = vv_frame_python(o->frame->head.back);
    return back == NULL ? vv_none(t) : vv_xnewref(vv_frame_object_peek(t, back));
}
static vv_owned f_code(vv_thread *t, vv_ref self) {
    (void)t;
    return vv_newref((vv_ref)frame_of(self)->code);
}
static vv_owned f_globals(vv_thread *t, vv_ref self) {
    (void)t;
    return vv_newref(frame_of(self)->globals);
}
static vv_owned f_builtins(vv_thread *t, vv_ref self) {
    (void)t;
    return vv_newref(frame_of(self)->builtins);
}
static vv_owned f_locals(vv_thread *t, vv_ref self) {
    ((vv_frameobj *)self)->locals_read = true;
    return vv_frame_locals(t, frame_of(self));
}
static vv_owned f_lasti(vv_thread *t, vv_ref self) {
    return vv_int_new(t, (int64_t)last_unit(frame_of(self)) * 2);
}
static vv_owned f_lineno(vv_thread *t, vv_ref self) {
    int line = vv_frame_line(frame_of(self));
    return line < 0 ? vv_none(t) : vv_int_new(t, line);
}
static int set_f_lineno(vv_thread *t, vv_ref self, vv_ref value) {
    vv_frameobj *o = (vv_frameobj *)self;
    if (vv_frame_jump(t, o->frame, value) < 0)
        return -1;
    o->previous = vv_frame_unit(o->frame); /* no line event where it lands */
    return 0;
}
static vv_owned f_trace(vv_thread *t, vv_ref self) {
    vv_obj *trace = ((const vv_frameobj *)self)->trace;
    return trace == NULL ? vv_none(t) : vv_newref(trace);
}
static int set_f_trace(vv_thread *t, vv_ref self, vv_ref value) {
    vv_frameobj *o = (vv_frameobj *)self;
    if (o->trace == NULL && o->frame != NULL)
        o->previous = vv_frame_unit(o->frame); /* what it does now, or did last */
    vv_setref_take(t, &((vv_frameobj *)self)->trace, value == NULL || value == VV_NONE(t) ? NULL : vv_newref(value));
    return 0;
}

static vv_owned f_trace_opcodes(vv_thread *t, vv_ref self) {
    return vv_bool(t, ((const vv_frameobj *)self)->trace_opcodes);
}
static int set_f_trace_opcodes(vv_thread *t, vv_ref self, vv_ref value) {
    if (value == NULL || !VV_IS(t, value, BOOL))
        return vv_raise_int(t, VV_TypeError, "attribute value type must be bool");
    ((vv_frameobj *)self)->trace_opcodes = value == VV_TRUE(t);
    t->opcodes_wanted |= value == VV_TRUE(t);
    return 0;
}

#define VV_DEF_NAME frame
#define VV_DEF_FILE "vm/frameobj.def"
#include "object/deftype.h"

/* slot: 0 generator, 1 what closing it raised */
static vv_step frame_clear(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    vv_pyframe *f = frame_of(nf->argv[0]);
    vv_generator *gen = f->head.owner == VV_OWNER_GENERATOR ? vv_frame_generator(f) : NULL;
    if (f->head.owner == VV_OWNER_STACK || (gen != NULL && gen->state == VV_GEN_RUNNING))
        return vv_raise_step(t, VV_RuntimeError, "cannot clear an executing frame");
    if (gen != NULL) { /* it ends as if nobody held it any more */
        nf->slot[0] = vv_newref(&gen->head);
        if (nf->slot[0]->type->s.del != NULL)
            VV_AWAIT_CATCH(nf, nf->slot[0]->type->s.del(t, nf->slot[0]));
        else
            VV_AWAIT_CATCH(nf, vv_do_gen_close(t, nf->slot[0]));
        if (nf->raised) {
            nf->slot[1] = vv_take_error(t);
            VV_AWAIT_CATCH(nf, vv_do_unraisable(t, nf->slot[1], nf->slot[0], NULL));
            if (nf->raised)
                vv_clear_error(t);
        }
        if (t->ret != NULL)
            vv_drop_ret(t);
    }
    if (nf->slot[0] == NULL) /* what a generator's frame held stays readable */
        frame_clear_refs(t, nf->argv[0]);
    return vv_return_none(t);
    VV_END(nf);
}

static vv_step frame_repr(vv_thread *t, vv_ref self) {
    const vv_pyframe *f = frame_of(self);
    return vv_return(t, vv_format(t, "<frame at %p, file %R, line %d, code %U>", (const void *)self, f->code->filename,
                                  vv_frame_line(f), f->code->name));
}

static int64_t frame_size64(vv_ref self) {
    const vv_code *co = ((const vv_frameobj *)self)->frame->code;
    return 120 + 8 * ((int64_t)co->nlocalsplus + co->stacksize);
}

const vv_typespec vv_frame_spec = {
    .name = "frame",
    .base = VV_T_OBJECT,
    .flags = VV_TF_GC | VV_TF_NO_NEW | VV_TF_IMMUTABLE,
    .basicsize = sizeof(vv_frameobj),
    .itemsize = sizeof(vv_obj *),
    .size64 = 136,
    .size64_of = frame_size64,
    .slots = &frame_slots,
    .methods = frame_methods,
    .getset = frame_getset,
    .members = frame_members,
    .dealloc = frame_dealloc,
    .traverse = frame_traverse,
    .clear = frame_clear_refs,
};
