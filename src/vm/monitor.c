/* monitor.c - see monitor.h. The events, their order and their number are those of CPython 3.12, whose instructions are ours byte for
 * byte; so offsets are CPython's, too.
 */
#include "vm/monitor.h"

#include <string.h>

#include "code/opcode.h"
#include "object/alloc.h"
#include "object/error.h"
#include "types/exceptions.h"
#include "types/int.h"
#include "types/list.h"
#include "types/tuple.h"

enum stage { STAGE_BEFORE, STAGE_LINE, STAGE_INSTRUCTION, STAGE_OWN, STAGE_DONE };
enum { NO_EVENT = VV_EVENT__COUNT };
/* The planes of vv_code_monitor's `disabled`. */
enum { PLANE_LINE, PLANE_INSTRUCTION, PLANE_OWN };

static const char *const event_names[] = {
#define VV_EVENT(name) #name,
#include "vm/monitor_events.def"
#undef VV_EVENT
};

/* ---- who hears what ---- */

/* The event that belongs to an operation itself, or NO_EVENT. */
static int own_event(int op, uint32_t arg) {
    switch (op) {
    case VV_OP_RESUME: return arg == 0 ? VV_EVENT_PY_START : VV_EVENT_PY_RESUME;
    case VV_OP_RETURN_VALUE:
    case VV_OP_RETURN_CONST: return VV_EVENT_PY_RETURN;
    case VV_OP_YIELD_VALUE: return VV_EVENT_PY_YIELD;
    case VV_OP_CALL:
    case VV_OP_CALL_FUNCTION_EX:
    case VV_OP_LOAD_SUPER_ATTR: return VV_EVENT_CALL;
    case VV_OP_JUMP_FORWARD:
    case VV_OP_JUMP_BACKWARD: return VV_EVENT_JUMP;
    case VV_OP_POP_JUMP_IF_FALSE:
    case VV_OP_POP_JUMP_IF_TRUE:
    case VV_OP_POP_JUMP_IF_NONE:
    case VV_OP_POP_JUMP_IF_NOT_NONE:
    case VV_OP_FOR_ITER: return VV_EVENT_BRANCH;
    case VV_OP_END_SEND: return VV_EVENT_STOP_ITERATION;
    case VV_OP_RAISE_VARARGS: return arg == 0 ? VV_EVENT_RERAISE : NO_EVENT;
    case VV_OP_RERAISE:
    case VV_OP_END_ASYNC_FOR:
    case VV_OP_CLEANUP_THROW: return VV_EVENT_RERAISE;
    default: return NO_EVENT;
    }
}

/* Brings a record up to date: an event that was set or removed since is not disabled any more. As in CPython, which then changes to
 * another representation, LINE and INSTRUCTION come back when for the first time a second tool hears of anything. */
static void update(const vv_vm *vm, vv_code *co) {
    vv_code_monitor *r = co->monitor;
    const vv_monitor *m = &vm->monitor;
    uint8_t changed[VV_EVENTS_GROUPED], all = 0;
    for (int e = 0; e < VV_EVENTS_GROUPED; e++) {
        uint8_t now = m->tools[e] | (e < VV_EVENTS_LOCAL ? r->local[e] : 0);
        changed[e] = m->restarted > r->version ? 0xFF : r->active[e] ^ now;
        all |= r->active[e] = now;
    }
    r->version = m->version;
    for (int k = 0; k < 2 && (all & (all - 1)) != 0; k++) {
        int e = k == 0 ? VV_EVENT_LINE : VV_EVENT_INSTRUCTION;
        if (r->active[e] != 0 && !r->many[k]) {
            r->many[k] = true;
            changed[e] = 0xFF;
        }
    }
    for (uint32_t u = 0; r->disabled != NULL && u < co->ncode; u++) {
        uint8_t *d = r->disabled + (size_t)u * 3;
        int own = own_event(vv_opcode_base(VV_UNIT_OP(co->code[u])), VV_UNIT_ARG(co->code[u]));
        d[PLANE_LINE] &= (uint8_t)~changed[VV_EVENT_LINE];
        d[PLANE_INSTRUCTION] &= (uint8_t)~changed[VV_EVENT_INSTRUCTION];
        if (own != NO_EVENT)
            d[PLANE_OWN] &= (uint8_t)~changed[own];
    }
}

static void refresh(const vv_vm *vm, vv_code *co) {
    if (co->monitor->version != vm->monitor.version)
        update(vm, co);
}

static int plane_of(int event) {
    return event == VV_EVENT_LINE ? PLANE_LINE : event == VV_EVENT_INSTRUCTION ? PLANE_INSTRUCTION : PLANE_OWN;
}

static vv_obj **callback_of(const vv_vm *vm, int tool, int event) {
    return &VV_LIST(vm->monitor.objects)->items[vv_monitor_callback_at(tool, event)];
}

/* The tools that hear of an event at a unit: a bit for each that has a callback. */
static unsigned listeners(const vv_vm *vm, vv_code *co, int event, uint32_t unit) {
    int group = event >= VV_EVENTS_GROUPED ? VV_EVENT_CALL : event;
    unsigned tools = vm->monitor.tools[group];
    if (co->monitor != NULL) {
        refresh(vm, co);
        tools = co->monitor->active[group];
        if (group < VV_EVENTS_LOCAL && co->monitor->disabled != NULL)
            tools &= ~(unsigned)co->monitor->disabled[(size_t)unit * 3 + (size_t)plane_of(event)];
    }
    for (int tool = 0; tools != 0 && tool < VV_MONITOR_TOOLS; tool++)
        if (*callback_of(vm, tool, event) == vm->none)
            tools &= ~(1u << tool);
    return tools;
}

static void *zeroed(vv_thread *t, size_t bytes) {
    void *block = vv_alloc(t, bytes);
    return block == NULL ? NULL : memset(block, 0, bytes);
}

static vv_code_monitor *record_of(vv_thread *t, vv_code *co) {
    if (co->monitor == NULL) {
        co->monitor = zeroed(t, sizeof *co->monitor);
        if (co->monitor != NULL) {
            memcpy(co->monitor->active, t->vm->monitor.tools, sizeof co->monitor->active);
            co->monitor->version = t->vm->monitor.version;
        }
    }
    return co->monitor;
}

/* A callback has answered DISABLE. 0, -1 with MemoryError. */
static int disable(vv_thread *t, vv_code *co, int event, uint32_t unit, int tool) {
    vv_code_monitor *r = record_of(t, co);
    if (r != NULL && r->disabled == NULL)
        r->disabled = zeroed(t, (size_t)co->ncode * 3);
    if (r == NULL || r->disabled == NULL)
        return -1;
    r->disabled[(size_t)unit * 3 + (size_t)plane_of(event)] |= (uint8_t)(1u << tool);
    return 0;
}

/* ---- setting ---- */

static vv_frameobj *object_of(const vv_pyframe *f) {
    return (vv_frameobj *)f->frame_object;
}

static void forget(vv_thread *t, vv_frameobj *o) {
    vv_clearref(t, &o->called);
    vv_clearref(t, &o->called_with);
    o->jumped = o->caught = o->inlines = false;
    o->monitor_stage = o->prefix = STAGE_BEFORE;
}

/* Every running frame hears of a change at once; those that nobody has watched begin where they stand. */
static int prepare(vv_thread *t) {
    for (vv_frame *f = t->frame; f != NULL; f = f->back) {
        if (f->kind != VV_FRAME_PY)
            continue;
        bool known = VV_PYFRAME(f)->frame_object != NULL && (t->vm->monitor.on || t->trace != NULL || t->profile != NULL);
        if (vv_frame_object_peek(t, VV_PYFRAME(f)) == NULL)
            return -1;
        if (!known)
            object_of(VV_PYFRAME(f))->previous = vv_frame_unit(VV_PYFRAME(f));
        if (!t->vm->monitor.on)
            forget(t, object_of(VV_PYFRAME(f)));
    }
    return 0;
}

static void changed(vv_vm *vm, uint32_t versions) {
    vv_monitor *m = &vm->monitor;
    m->version += versions;
    m->on = m->codes != 0;
    for (int e = 0; e < VV_EVENTS_GROUPED; e++)
        m->on |= m->tools[e] != 0;
    for (vv_frame *f = vm->main_thread->frame; f != NULL; f = f->back)
        if (f->kind == VV_FRAME_PY && VV_PYFRAME(f)->code->monitor != NULL)
            refresh(vm, VV_PYFRAME(f)->code);
    vm->attention |= VV_ATTN_LOOP;
}

static bool any(const uint8_t *sets, int n) {
    unsigned all = 0;
    while (n-- > 0)
        all |= sets[n];
    return all != 0;
}

int vv_monitor_set(vv_thread *t, vv_ref code, int tool, uint32_t events) {
    vv_monitor *m = &t->vm->monitor;
    vv_code_monitor *r = code == NULL ? NULL : record_of(t, VV_CODE_OF(code));
    if ((code != NULL && r == NULL) || prepare(t) < 0)
        return -1;
    uint8_t *sets = r == NULL ? m->tools : r->local;
    int n = r == NULL ? VV_EVENTS_GROUPED : VV_EVENTS_LOCAL;
    bool had = any(sets, n);
    for (int e = 0; e < n; e++)
        sets[e] = (uint8_t)((sets[e] & ~(1u << tool)) | ((events >> e & 1) << tool));
    if (r == NULL) {
        changed(t->vm, 1);
        return 0;
    }
    m->codes += (uint32_t)any(sets, n) - (uint32_t)had;
    changed(t->vm, 0);
    update(t->vm, VV_CODE_OF(code));
    return 0;
}

void vv_monitor_restart(vv_vm *vm) {
    vm->monitor.restarted = vm->monitor.version + 1;
    changed(vm, 1);
}

uint32_t vv_monitor_events(const vv_vm *vm, vv_ref code, int tool) {
    const vv_code_monitor *r = code == NULL ? NULL : VV_CODE_OF(code)->monitor;
    uint32_t events = 0;
    int n = code == NULL ? VV_EVENTS_GROUPED : VV_EVENTS_LOCAL;
    for (int e = 0; e < n && (code == NULL || r != NULL); e++)
        events |= (uint32_t)((r == NULL ? vm->monitor.tools : r->local)[e] >> tool & 1) << e;
    return events;
}

/* ---- telling ---- */

/* argv: code, offset or line, up to two more; slot: 0 the exception that is given back, 1 a callback, 2 what RAISE is told of next;
 * i: 0 tools left, 1 VV_HOOK_OTHER, 2 event, 3 unit, 4 number of arguments and (1 << 8) the tool, 5 the trace function hears of the exception, too */
vv_step vv_monitor_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    for (;;) {
        while (nf->i[0] != 0) { /* as in CPython the tool of the largest number comes first */
            nf->i[4] = (nf->i[4] & 0xFF) | (int64_t)(31 - __builtin_clz((unsigned)nf->i[0])) << 8;
            nf->i[0] ^= (int64_t)1 << (nf->i[4] >> 8);
            vv_setref_take(t, &nf->slot[1], vv_newref(*callback_of(t->vm, (int)(nf->i[4] >> 8), (int)nf->i[2])));
            if (nf->slot[1] == t->vm->none)
                continue;
            t->hook_frame = nf;
            VV_AWAIT_CATCH(nf, vv_do_call(t, nf->slot[1], nf->argv, (size_t)nf->i[4] & 0xFF));
            t->hook_frame = NULL;
            if (nf->raised)
                return VV_FAILED;
            bool disabled = t->ret == t->vm->monitor.disable;
            vv_drop_ret(t);
            if (!disabled)
                continue;
            if (nf->i[2] < VV_EVENTS_LOCAL) {
                if (disable(t, VV_CODE_OF(nf->argv[0]), (int)nf->i[2], (uint32_t)nf->i[3], (int)(nf->i[4] >> 8)) < 0)
                    return VV_FAILED;
                continue;
            }
            vv_setref_take(t, callback_of(t->vm, (int)(nf->i[4] >> 8), (int)nf->i[2]), vv_none(t));
            return vv_raise_step(t, VV_ValueError, "Cannot disable %s events. Callback removed.", event_names[nf->i[2]]);
        }
        if (nf->i[5]) {
            nf->i[5] = 0;
            VV_AWAIT(nf, vv_hook_raised(t, vv_frame_python(nf->head.back), nf->slot[2]));
        }
        if (nf->slot[2] == NULL)
            break;
        vv_pyframe *f = vv_frame_python(nf->head.back);
        vv_setref_take(t, &nf->argv[2], vv_move(&nf->slot[2]));
        nf->i[2] = VV_EVENT_RAISE;
        nf->i[4] = 3;
        nf->i[0] = listeners(t->vm, f->code, VV_EVENT_RAISE, 0);
    }
    t->ret = vv_move(&nf->slot[0]);
    return VV_READY;
    VV_END(nf);
}

/* The native frame that tells `tools` of an event of f, or NULL with MemoryError. number: the offset or line. */
static vv_native *push(vv_thread *t, vv_pyframe *f, int event, uint32_t unit, int64_t number, vv_ref a, vv_ref b, unsigned tools) {
    VV_AUTO where = {t, vv_int_new(t, number)};
    vv_obj *argv[] = {&f->code->head, where.o, VV_OBJ(a), VV_OBJ(b)};
    vv_native *nf = where.o == NULL ? NULL : vv_push_native(t, vv_monitor_native, "monitor", argv, VV_ARRAY_LEN(argv));
    if (nf == NULL)
        return NULL;
    nf->i[0] = tools;
    nf->i[1] = VV_HOOK_OTHER;
    nf->i[2] = event;
    nf->i[3] = unit;
    nf->i[4] = a == NULL ? 2 : b == NULL ? 3 : 4;
    return nf;
}

static vv_step tell(vv_thread *t, vv_pyframe *f, int event, uint32_t unit, vv_ref a, vv_ref b) {
    unsigned tools = listeners(t->vm, f->code, event, unit);
    return tools == 0 ? VV_READY : push(t, f, event, unit, (int64_t)unit * 2, a, b, tools) == NULL ? VV_FAILED : VV_PUSHED;
}

/* ---- before an instruction ---- */

/* Does SEND to this receiver end with STOP_ITERATION? The other ones raise the exception. */
static bool is_inlined(vv_thread *t, vv_ref receiver) {
    return VV_IS(t, receiver, GENERATOR) || VV_IS(t, receiver, COROUTINE);
}

/* What the instruction before has done. */
static vv_step tell_done(vv_thread *t, const vv_monitored *at) {
    vv_frameobj *o = at->o;
    if (o->caught) {
        forget(t, o);
        o->monitor_stage = STAGE_LINE;
        return tell(t, at->f, VV_EVENT_EXCEPTION_HANDLED, at->start, at->f->sp[-1], NULL);
    }
    if (o->called != NULL) {
        VV_AUTO callable = {t, vv_move(&o->called)};
        VV_AUTO with = {t, vv_move(&o->called_with)};
        return tell(t, at->f, VV_EVENT_C_RETURN, o->previous, callable.o, with.o);
    }
    if (o->jumped) {
        o->jumped = false;
        int op = vv_opcode_base(VV_UNIT_OP(at->f->code->code[o->previous]));
        int event = own_event(op, 0);
        if (listeners(t->vm, at->f->code, event, o->previous) == 0)
            return VV_READY;
        VV_AUTO target = {t, vv_int_new(t, (int64_t)at->start * 2)};
        return target.o == NULL ? VV_FAILED : tell(t, at->f, event, o->previous, target.o, NULL);
    }
    if (at->op == VV_OP_END_SEND && VV_UNIT_OP(at->f->code->code[o->previous]) == VV_OP_SEND) {
        vv_ref receiver = at->f->sp[-2], sent = at->f->sp[-1];
        if (is_inlined(t, receiver) || (sent == VV_NONE(t) && (receiver->type->flags & VV_TF_HEAP) == 0))
            return VV_READY;
        VV_AUTO exc = {t, vv_stop_iteration_new(t, sent)};
        return exc.o == NULL ? VV_FAILED : vv_monitor_stop(t, at->f, exc.o);
    }
    return VV_READY;
}

/* argv[0]: what is called; makes the `*args` of a CALL_FUNCTION_EX, `i[0]` below the top of the frame's stack, a tuple. */
static vv_step spread_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_star_args(t, nf->argv[0], nf->argv[1]));
    vv_setref_take(t, &VV_PYFRAME(nf->head.back)->sp[-nf->i[0]], vv_take_ret(t));
    return vv_return_null(t);
    VV_END(nf);
}

/* Does a CALL enter a Python function, whose frame CPython's loop runs itself? */
static bool calls_function(vv_thread *t, const vv_monitored *at) {
    vv_obj **base = at->f->sp - (int64_t)at->arg - 2;
    vv_ref callable = base[0] != NULL ? base[0] : base[1];
    if (base[0] == NULL && VV_IS(t, callable, METHOD))
        callable = VV_METHOD_OF(callable)->function;
    return VV_IS(t, callable, FUNCTION);
}

/* CALL, and what C_RETURN and C_RAISE will be told. */
static vv_step tell_call(vv_thread *t, const vv_monitored *at) {
    vv_obj **sp = at->f->sp;
    vv_ref callable, with = t->vm->monitor.missing;
    bool plain; /* of a Python function: no C_RETURN */
    if (listeners(t->vm, at->f->code, VV_EVENT_CALL, at->unit) == 0 && listeners(t->vm, at->f->code, VV_EVENT_C_RETURN, at->unit) == 0 &&
        listeners(t->vm, at->f->code, VV_EVENT_C_RAISE, at->unit) == 0)
        return VV_READY;
    if (at->op == VV_OP_LOAD_SUPER_ATTR) {
        callable = sp[-3];
        with = (at->arg & 2) != 0 ? sp[-2] : with;
        plain = false;
    } else if (at->op == VV_OP_CALL) {
        bool method = sp[-(int64_t)at->arg - 2] != NULL;
        size_t total = at->arg + (method ? 1 : 0);
        callable = sp[-(int64_t)total - 1];
        with = total == 0 ? with : sp[-(int64_t)total];
        plain = calls_function(t, at);
    } else {
        int64_t below = (at->arg & 1) != 0 ? 2 : 1;
        vv_ref args = sp[-below];
        callable = sp[-below - 1];
        if (!VV_ISA(args, TUPLE)) {
            vv_native *nf = vv_push_native(t, spread_native, "spread", (vv_obj *[]){VV_OBJ(callable), VV_OBJ(args)}, 2);
            if (nf == NULL)
                return VV_FAILED;
            nf->i[0] = below;
            at->o->monitor_stage = STAGE_OWN;
            return VV_PUSHED;
        }
        with = VV_TUPLE(args)->length == 0 ? with : VV_TUPLE(args)->items[0];
        plain = VV_IS(t, callable, FUNCTION) || VV_IS(t, callable, METHOD);
    }
    VV_AUTO shown = {t, vv_newref(callable)};
    VV_AUTO first = {t, vv_newref(with)};
    vv_step s = tell(t, at->f, VV_EVENT_CALL, at->unit, shown.o, first.o);
    if (s == VV_FAILED || plain)
        return s;
    vv_ref function = shown.o, self = first.o;
    if (at->op == VV_OP_CALL && VV_IS(t, function, METHOD) && self != at->f->sp[-(int64_t)at->arg - 1]) { /* CALL takes it apart */
        self = VV_METHOD_OF(function)->self;
        function = VV_METHOD_OF(function)->function;
    }
    vv_setref_take(t, &at->o->called, vv_newref(function));
    vv_setref_take(t, &at->o->called_with, vv_newref(self));
    return s;
}

static vv_step tell_own(vv_thread *t, const vv_monitored *at) {
    vv_obj **sp = at->f->sp;
    int event = own_event(at->op, at->arg);
    vv_ref value = NULL;
    switch (event) {
    case NO_EVENT: return VV_READY;
    case VV_EVENT_PY_START:
    case VV_EVENT_PY_RESUME: break;
    case VV_EVENT_PY_RETURN:
    case VV_EVENT_PY_YIELD:
        value = at->op == VV_OP_RETURN_CONST ? VV_TUPLE(at->f->code->consts)->items[at->arg] : sp[-1];
        break;
    case VV_EVENT_CALL: return tell_call(t, at);
    case VV_EVENT_JUMP:
    case VV_EVENT_BRANCH: at->o->jumped = true; return VV_READY;
    case VV_EVENT_STOP_ITERATION: {
        vv_ref receiver = sp[-2], sent = sp[-1];
        if (!is_inlined(t, receiver) || listeners(t->vm, at->f->code, event, at->unit) == 0)
            return VV_READY;
        VV_AUTO exc = {t, vv_stop_iteration_new(t, sent)};
        return exc.o == NULL ? VV_FAILED : tell(t, at->f, event, at->unit, exc.o, NULL);
    }
    default: /* RERAISE */
        if (at->op == VV_OP_RAISE_VARARGS) {
            for (const vv_excinfo *e = t->excinfo; e != NULL && value == NULL; e = e->previous)
                value = e->handled;
        } else if (at->op == VV_OP_RERAISE ||
                   !vv_is_instance(sp[-1], t->vm->types[at->op == VV_OP_END_ASYNC_FOR ? VV_StopAsyncIteration : VV_StopIteration])) {
            value = sp[-1];
        }
        if (value == NULL)
            return VV_READY;
    }
    return tell(t, at->f, event, at->unit, value, NULL);
}

/* Unlike trace functions, tools hear nothing of a jump back within a line. */
static bool begins_line(const vv_monitored *at) {
    const vv_code *co = at->f->code;
    vv_line_memo *lines = &at->o->lines;
    return vv_begins_line(co, lines, at->start, at->op, at->o->previous) &&
           (vv_opcode_base(VV_UNIT_OP(co->code[at->o->previous])) != VV_OP_JUMP_BACKWARD ||
            vv_line_at(co, lines, at->o->previous) != vv_line_at(co, lines, at->start));
}

vv_step vv_monitor_instruction(vv_thread *t, const vv_monitored *at) {
    vv_frameobj *o = at->o;
    vv_step s = VV_READY;
    unsigned tools;
    if (at->op == VV_OP_RESUME && o->monitor_stage == STAGE_BEFORE)
        forget(t, o); /* it rested while nobody listened */
    while (s == VV_READY && o->monitor_stage < STAGE_DONE) {
        switch (o->monitor_stage++) {
        case STAGE_BEFORE: s = tell_done(t, at); break;
        case STAGE_LINE:
            if (begins_line(at) && (tools = listeners(t->vm, at->f->code, VV_EVENT_LINE, at->start)) != 0)
                s = push(t, at->f, VV_EVENT_LINE, at->start, vv_line_at(at->f->code, &o->lines, at->start), NULL, NULL, tools) == NULL
                        ? VV_FAILED
                        : VV_PUSHED;
            break;
        case STAGE_INSTRUCTION:
            if (at->op == VV_OP_RESUME)
                break;
            if (at->start + o->prefix < at->unit) { /* an EXTENDED_ARG is one, too */
                s = tell(t, at->f, VV_EVENT_INSTRUCTION, at->start + o->prefix++, NULL, NULL);
                o->monitor_stage = STAGE_INSTRUCTION;
                break;
            }
            o->prefix = 0;
            s = tell(t, at->f, VV_EVENT_INSTRUCTION, at->unit, NULL, NULL);
            break;
        default: s = tell_own(t, at); break;
        }
    }
    if (s == VV_READY) {
        o->monitor_stage = STAGE_BEFORE;
        o->inlines = (at->op == VV_OP_CALL && calls_function(t, at)) || at->op == VV_OP_SEND;
    }
    return s;
}

/* ---- exceptions ---- */

/* First a C function's C_RAISE, then (settled when that is told) RAISE, the trace function's before it. */
static vv_native *push_raise(vv_thread *t, vv_pyframe *f, uint32_t unit, vv_ref exc, vv_ref callable, vv_ref with, unsigned before,
                             bool traced) {
    vv_native *nf = push(t, f, VV_EVENT_C_RAISE, unit, (int64_t)unit * 2, callable == NULL ? exc : callable, with, before);
    if (nf != NULL) {
        nf->slot[2] = vv_newref(exc);
        nf->i[5] = traced;
    }
    return nf;
}

static bool is_traced(const vv_thread *t, const vv_frameobj *o) {
    return t->trace != NULL && o->trace != NULL;
}

vv_step vv_monitor_exception(vv_thread *t, vv_pyframe *f, enum vv_event event, vv_owned exc) {
    vv_frameobj *o = object_of(f);
    VV_AUTO callable = {t, vv_move(&o->called)};
    VV_AUTO with = {t, vv_move(&o->called_with)};
    bool raised = event == VV_EVENT_RAISE, traced = raised && is_traced(t, o);
    vv_ref traceback = VV_EXC_OF(exc)->traceback;
    if (event == VV_EVENT_PY_THROW)
        o->previous = vv_frame_unit(f);
    else if (raised && o->inlines && traceback != NULL && ((const vv_traceback *)traceback)->next != NULL)
        o->previous += (uint32_t)vv_opcode_caches(vv_opcode_base(VV_UNIT_OP(f->code->code[o->previous]))); /* CPython's frame stands there */
    uint32_t unit = o->previous;
    unsigned before = raised && callable.o != NULL ? listeners(t->vm, f->code, VV_EVENT_C_RAISE, unit) : 0;
    unsigned tools = listeners(t->vm, f->code, event, unit);
    forget(t, o);
    if (before == 0 && tools == 0 && !traced) {
        vv_restore_error_take(t, exc);
        return VV_READY;
    }
    vv_native *nf = raised ? push_raise(t, f, unit, exc, callable.o, with.o, before, traced)
                           : push(t, f, event, unit, (int64_t)unit * 2, exc, NULL, tools);
    if (nf == NULL) {
        vv_decref(t, exc);
        return VV_FAILED;
    }
    nf->slot[0] = exc;
    return VV_PUSHED;
}

vv_step vv_monitor_stop(vv_thread *t, vv_pyframe *f, vv_ref exc) {
    return push_raise(t, f, object_of(f)->previous, exc, NULL, NULL, 0, is_traced(t, object_of(f))) == NULL ? VV_FAILED : VV_PUSHED;
}
