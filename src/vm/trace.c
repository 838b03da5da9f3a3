/* trace.c - sys.settrace and sys.setprofile: what the functions set there are told, and when.
 *
 * While one is set the traced loop runs, and asks before every instruction whether there is something to tell
 * (vv_hook_instruction): that a frame begins or goes on ('call', at RESUME), a new line, an instruction, a value returned or
 * yielded. Exceptions are told where they are raised, thrown in, and leave a frame. A hook is called by a native frame over the
 * frame it is about, so nothing here waits; `stage` of the frame object remembers what has been told already. While the hook
 * runs nothing is told (t->hook_frame). The events are CPython 3.12's, which derives them from its instrumented
 * instructions: an instruction begins a line when the one run before it belongs to another.
 */
#include "code/opcode.h"
#include "object/alloc.h"
#include "object/error.h"
#include "types/bytes.h"
#include "types/dict.h"
#include "types/exceptions.h"
#include "types/int.h"
#include "types/str.h"
#include "types/tuple.h"
#include "vm/monitor.h"
#include "code/linetable.h"

enum stage { STAGE_NOTHING, STAGE_LINE, STAGE_OPCODE, STAGE_TRACE, STAGE_PROFILE, STAGE_MONITOR };

static vv_frameobj *frame_object(vv_pyframe *f) {
    return (vv_frameobj *)f->frame_object;
}

/* ---- setting ---- */

static void set_hook(vv_thread *t, vv_obj **field, vv_ref function) {
    vv_setref_take(t, field, vv_xnewref(function));
    t->vm->attention |= VV_ATTN_LOOP;
}

void vv_set_trace(vv_thread *t, vv_ref function) {
    bool first = t->trace == NULL && function != NULL;
    set_hook(t, &t->trace, function);
    t->trace_opcodes = t->opcodes_wanted;
    for (vv_frame *f = t->frame; first && f != NULL; f = f->back) { /* nobody has kept these up to date */
        if (f->kind == VV_FRAME_PY && VV_PYFRAME(f)->frame_object != NULL) {
            frame_object(VV_PYFRAME(f))->previous = vv_frame_unit(VV_PYFRAME(f));
            frame_object(VV_PYFRAME(f))->stage = STAGE_NOTHING;
        }
    }
}

void vv_set_profile(vv_thread *t, vv_ref function) {
    set_hook(t, &t->profile, function);
}

/* ---- calling a hook ---- */

/* argv: hook, frame object, event, argument; slot[0]: an exception to hand back; i[0]: is it the profile function?
 * i[1]: enum vv_hook_occasion. */
static vv_step hook_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    t->hook_frame = nf;
    VV_AWAIT_CATCH(nf, vv_do_call(t, nf->argv[0], nf->argv + 1, 3));
    t->hook_frame = NULL;
    vv_frameobj *o = (vv_frameobj *)nf->argv[1];
    if (o->locals_read) {
        o->locals_read = false;
        vv_frame_locals_to_fast(t, o->frame);
    }
    if (nf->raised) {
        if (nf->i[0]) {
            vv_set_profile(t, NULL);
        } else {
            vv_set_trace(t, NULL);
            vv_clearref(t, &o->trace);
        }
        return VV_FAILED;
    }
    vv_owned local = vv_take_ret(t);
    if (nf->i[0] || local == t->vm->none)
        vv_decref(t, local);
    else
        vv_setref_take(t, &o->trace, local);
    t->ret = vv_move(&nf->slot[0]);
    return VV_READY;
    VV_END(nf);
}

/* Calls `hook` about f, whose frame object exists. `arg` NULL: None. `exc`: taken, what the native frame gives back. */
static vv_step call_hook(vv_thread *t, vv_pyframe *f, vv_ref hook, vv_ref event, vv_ref arg, enum vv_hook_occasion occasion, vv_owned exc) {
    vv_obj *argv[] = {VV_OBJ(hook), f->frame_object, VV_OBJ(event), VV_OBJ(arg == NULL ? VV_NONE(t) : arg)};
    vv_native *nf = vv_push_native(t, hook_native, "hook", argv, VV_ARRAY_LEN(argv));
    if (nf == NULL) {
        vv_xdecref(t, exc);
        return VV_FAILED;
    }
    nf->slot[0] = exc;
    nf->i[0] = hook == t->profile;
    nf->i[1] = (int64_t)occasion;
    return VV_PUSHED;
}

/* argv: function, tuple of arguments. Calls with hooks on, even from a hook. */
vv_step vv_call_tracing(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    t->hook_frame = NULL;
    VV_AWAIT_CATCH(nf, vv_do_call_ex(t, nf->argv[0], nf->argv[1], NULL));
    vv_frame *f = nf->head.back; /* the hook we are called from, if any, goes on */
    while (f != NULL && (f->kind != VV_FRAME_NATIVE || (VV_NATIVE(f)->fn != hook_native && VV_NATIVE(f)->fn != vv_monitor_native)))
        f = f->back;
    t->hook_frame = f == NULL ? NULL : VV_NATIVE(f);
    return nf->raised ? VV_FAILED : VV_READY;
    VV_END(nf);
}

enum vv_hook_occasion vv_hook_occasion(const vv_thread *t) {
    return t->hook_frame == NULL ? VV_HOOK_NONE : (enum vv_hook_occasion)t->hook_frame->i[1];
}

/* ---- before an instruction ---- */

int vv_line_at(const vv_code *co, vv_line_memo *memo, uint32_t unit) {
    struct vv_line_stretch *s = memo->stretch;
    if (unit >= s[0].start && unit < s[0].stop)
        return s[0].line;
    struct vv_line_stretch last = s[0];
    if (unit >= s[1].start && unit < s[1].stop) {
        s[0] = s[1];
    } else {
        vv_linetable_reader r;
        vv_linetable_begin(&r, VV_BYTES(co->linetable)->data, VV_BYTES(co->linetable)->length, co->firstlineno);
        while (vv_linetable_next(&r) && unit >= r.stop) {
        }
        s[0] = (struct vv_line_stretch){r.start, r.stop, r.position.line < 0 ? -1 : r.position.line};
    }
    s[1] = last;
    return s[0].line;
}

bool vv_begins_line(const vv_code *co, vv_line_memo *memo, uint32_t unit, int op, uint32_t previous) {
    if (op == VV_OP_RESUME || op == VV_OP_END_FOR || op == VV_OP_END_SEND || op == VV_OP_END_ASYNC_FOR)
        return false;
    int line = vv_line_at(co, memo, unit);
    if (line < 0)
        return false;
    int before = vv_opcode_base(VV_UNIT_OP(co->code[previous]));
    if (before == VV_OP_RESUME) /* a frame begins with a line; behind a yield, the YIELD_VALUE decides */
        return previous <= co->first_traceable || vv_line_at(co, memo, previous - 1) != line;
    return before == VV_OP_JUMP_BACKWARD || vv_line_at(co, memo, previous) != line;
}

vv_step vv_hook_instruction(vv_thread *t, vv_pyframe *f) {
    uint32_t unit = vv_frame_unit(f);
    int op = vv_opcode_base(VV_UNIT_OP(*f->ip));
    uint32_t arg = VV_UNIT_ARG(*f->ip);
    bool begins = op == VV_OP_RESUME, ends = op == VV_OP_RETURN_VALUE || op == VV_OP_YIELD_VALUE, monitored = t->vm->monitor.on;
    const vv_codeunit *u = f->ip;
    while (op == VV_OP_EXTENDED_ARG) {
        op = vv_opcode_base(VV_UNIT_OP(*++u));
        arg = arg << 8 | VV_UNIT_ARG(*u);
    }
    ends |= op == VV_OP_RETURN_CONST;
    if (unit < f->code->first_traceable)
        return VV_READY;
    if (f->frame_object == NULL && ((!begins && !ends && !monitored) || vv_frame_object_peek(t, f) == NULL))
        return begins || ends || monitored ? VV_FAILED : VV_READY;
    vv_frameobj *o = frame_object(f);
    if (o->stage < STAGE_LINE) {
        o->stage = STAGE_LINE;
        if (t->trace != NULL && o->trace != NULL && o->trace_lines && vv_begins_line(f->code, &o->lines, unit, op, o->previous))
            return call_hook(t, f, o->trace, VV_N(t, line), NULL, VV_HOOK_LINE, NULL);
    }
    if (o->stage < STAGE_OPCODE) {
        o->stage = STAGE_OPCODE;
        if (t->trace != NULL && o->trace != NULL && o->trace_opcodes && t->trace_opcodes && !begins)
            return call_hook(t, f, o->trace, VV_N(t, opcode), NULL, VV_HOOK_OTHER, NULL);
    }
    vv_ref event = begins ? VV_N(t, call) : VV_N(t, return);
    vv_ref value = !ends ? NULL : op == VV_OP_RETURN_CONST ? VV_TUPLE(f->code->consts)->items[arg] : f->sp[-1];
    if (o->stage < STAGE_TRACE) {
        o->stage = STAGE_TRACE;
        vv_ref hook = begins ? t->trace : o->trace;
        if ((begins || ends) && t->trace != NULL && hook != NULL)
            return call_hook(t, f, hook, event, value, !begins ? VV_HOOK_OTHER : arg == 0 ? VV_HOOK_START : VV_HOOK_RESUME, NULL);
        if (op == VV_OP_END_SEND && t->trace != NULL && o->trace != NULL) {
            vv_ref receiver = f->sp[-2], sent = f->sp[-1];
            if (VV_IS(t, receiver, GENERATOR) || VV_IS(t, receiver, COROUTINE) || sent != VV_NONE(t) ||
                (receiver->type->flags & VV_TF_HEAP))
                return vv_hook_stop(t, f, sent);
        }
    }
    if (o->stage < STAGE_PROFILE) {
        o->stage = STAGE_PROFILE;
        if ((begins || ends) && t->profile != NULL)
            return call_hook(t, f, t->profile, event, value, VV_HOOK_CALL, NULL);
    }
    if (monitored) {
        vv_monitored at = {f, o, unit, (uint32_t)(u - f->code->code), arg, op};
        vv_step s = vv_monitor_instruction(t, &at);
        if (s != VV_READY)
            return s;
    }
    o->stage = STAGE_NOTHING;
    o->previous = (uint32_t)(u - f->code->code);
    return VV_READY;
}

/* ---- exceptions ---- */

/* What trace functions get with 'exception': (type, value, traceback). */
static vv_owned describe(vv_thread *t, vv_ref exc) {
    vv_ref traceback = VV_EXC_OF(exc)->traceback;
    return vv_tuple_pack(t, 3, (vv_ref)exc->type, exc, traceback == NULL ? VV_NONE(t) : traceback);
}

vv_step vv_hook_raised(vv_thread *t, vv_pyframe *f, vv_ref exc) {
    VV_AUTO arg = {t, describe(t, exc)};
    return arg.o == NULL ? VV_FAILED : call_hook(t, f, frame_object(f)->trace, VV_N(t, exception), arg.o, VV_HOOK_OTHER, NULL);
}

vv_step vv_hook_exception(vv_thread *t, vv_pyframe *f, enum vv_finish point) {
    vv_frameobj *o = frame_object(f);
    vv_ref hook = NULL;
    if (point == VV_FIN_RAISED && t->vm->monitor.on) {
        vv_owned exc = vv_take_error(t);
        if (o == NULL && vv_frame_object_peek(t, f) == NULL) {
            vv_decref(t, exc);
            return VV_FAILED;
        }
        frame_object(f)->stage = STAGE_NOTHING;
        f->head.finish = (uint8_t)point;
        return vv_monitor_exception(t, f, VV_EVENT_RAISE, exc);
    }
    if (point == VV_FIN_RAISED) {
        if (o == NULL || o->trace == NULL || t->trace == NULL)
            return VV_READY;
        vv_owned exc = vv_take_error(t);
        vv_owned arg = describe(t, exc);
        if (arg == NULL) {
            vv_decref(t, exc);
            return VV_FAILED;
        }
        o->stage = STAGE_NOTHING;
        f->head.finish = (uint8_t)point;
        vv_step s = call_hook(t, f, o->trace, VV_N(t, exception), arg, VV_HOOK_OTHER, exc);
        vv_decref(t, arg);
        return s;
    }
    vv_owned exc = vv_take_error(t);
    if (o == NULL) {
        if (vv_frame_object_peek(t, f) == NULL) {
            vv_decref(t, exc);
            return VV_FAILED;
        }
        o = frame_object(f);
        o->previous = vv_frame_unit(f);
    }
    if (f->head.finish != point)
        o->stage = STAGE_NOTHING;
    f->head.finish = (uint8_t)point;
    bool profile = false;
    if (o->stage < STAGE_TRACE) {
        o->stage = STAGE_TRACE;
        hook = t->trace == NULL ? NULL : point == VV_FIN_THROWN ? t->trace : o->trace;
    }
    if (hook == NULL && o->stage < STAGE_PROFILE) {
        o->stage = STAGE_PROFILE;
        hook = t->profile;
        profile = true;
    }
    if (hook == NULL && t->vm->monitor.on && o->stage < STAGE_MONITOR) {
        o->stage = STAGE_MONITOR;
        vv_step s = vv_monitor_exception(t, f, point == VV_FIN_THROWN ? VV_EVENT_PY_THROW : VV_EVENT_PY_UNWIND, exc);
        if (s != VV_READY)
            return s;
        exc = vv_take_error(t);
    }
    if (hook == NULL) {
        o->stage = STAGE_NOTHING;
        f->head.finish = VV_FIN_RESUME;
        vv_restore_error_take(t, exc);
        return VV_READY;
    }
    bool thrown = point == VV_FIN_THROWN;
    return call_hook(t, f, hook, thrown ? VV_N(t, call) : VV_N(t, return), thrown && profile ? exc : NULL, VV_HOOK_OTHER, exc);
}

vv_owned vv_stop_iteration_new(vv_thread *t, vv_ref value) {
    bool bare = value == NULL || value == VV_NONE(t);
    VV_AUTO args = {t, bare ? vv_newref(t->vm->empty_tuple) : vv_tuple_pack(t, 1, value)};
    return args.o == NULL ? NULL : vv_exc_new(t, VV_StopIteration, args.o);
}

vv_step vv_hook_stop(vv_thread *t, vv_pyframe *f, vv_ref value) {
    vv_frameobj *o = frame_object(f);
    if (o == NULL || ((o->trace == NULL || t->trace == NULL) && !t->vm->monitor.on))
        return VV_READY;
    VV_AUTO exc = {t, vv_stop_iteration_new(t, value)};
    return exc.o == NULL ? VV_FAILED : t->vm->monitor.on ? vv_monitor_stop(t, f, exc.o) : vv_hook_raised(t, f, exc.o);
}

/* ---- calls of C functions ---- */

bool vv_profiles_call(vv_thread *t, vv_ref callable, size_t nargs) {
    return vv_hooked(t) && t->profile != NULL && (VV_IS(t, callable, BUILTIN) || (VV_IS(t, callable, METHOD_DESCR) && nargs > 0));
}

/* Tells the profile function, if there is one still, about a C function that the Python frame below calls. */
static vv_step tell_profile(vv_thread *t, vv_ref event, vv_ref function) {
    vv_pyframe *f = vv_frame_python(t->frame);
    if (!vv_hooked(t) || t->profile == NULL)
        return vv_return_null(t);
    if (vv_frame_object_peek(t, f) == NULL)
        return VV_FAILED;
    return call_hook(t, f, t->profile, event, function, VV_HOOK_CALL, NULL);
}

/* The function as profile functions are shown it: a method of a C type is bound to its first argument. Owned or NULL. */
static vv_owned shown_function(vv_thread *t, vv_ref callable, vv_ref first) {
    if (!VV_IS(t, callable, METHOD_DESCR))
        return vv_newref(callable);
    return callable->type->s.descr_get(t, callable, first, &first->type->head) == VV_READY ? vv_take_ret(t) : NULL;
}

/* argv: callable, then arguments, or a tuple (or other iterable) and a dict of them; slot: 0 kwnames, 1 what the profile
 * function is shown, 2 result, 3 exception, 4 tuple of arguments; i[0]: nargs, or -1 for tuple and dict */
static vv_step profiled_call_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (nf->i[0] < 0) {
        VV_AWAIT(nf, vv_do_star_args(t, nf->argv[0], nf->argv[1]));
        nf->slot[4] = vv_take_ret(t);
        if (VV_IS(t, nf->argv[0], BUILTIN) || VV_TUPLE(nf->slot[4])->length > 0) {
            nf->slot[1] = shown_function(t, nf->argv[0], VV_TUPLE(nf->slot[4])->items[0]);
            if (nf->slot[1] == NULL)
                return VV_FAILED;
        }
    }
    if (nf->slot[1] != NULL)
        VV_AWAIT(nf, tell_profile(t, VV_N(t, c_call), nf->slot[1]));
    VV_AWAIT_CATCH(nf, nf->i[0] < 0 ? vv_do_call_ex(t, nf->argv[0], nf->slot[4], nf->argv[2])
                                    : vv_do_call_kw(t, nf->argv[0], nf->argv + 1, (size_t)nf->i[0], nf->slot[0]));
    if (nf->raised) {
        nf->slot[3] = vv_take_error(t);
        if (nf->slot[1] != NULL)
            VV_AWAIT(nf, tell_profile(t, VV_N(t, c_exception), nf->slot[1]));
        vv_restore_error_take(t, vv_move(&nf->slot[3]));
        return VV_FAILED;
    }
    nf->slot[2] = vv_take_ret(t);
    if (nf->slot[1] != NULL)
        VV_AWAIT(nf, tell_profile(t, VV_N(t, c_return), nf->slot[1]));
    t->ret = vv_move(&nf->slot[2]);
    return VV_READY;
    VV_END(nf);
}

vv_step vv_do_profiled_call(vv_thread *t, vv_ref callable, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    size_t total = nargs + (kwnames == NULL ? 0 : VV_TUPLE(kwnames)->length);
    VV_AUTO shown = {t, shown_function(t, callable, args[0])};
    vv_obj **argv = shown.o == NULL ? NULL : vv_alloc(t, (total + 1) * sizeof *argv);
    if (argv == NULL)
        return VV_FAILED;
    argv[0] = VV_OBJ(callable);
    for (size_t k = 0; k < total; k++)
        argv[k + 1] = args[k];
    vv_native *nf = vv_push_native(t, profiled_call_native, "profiled call", argv, total + 1);
    vv_free(t, argv);
    if (nf == NULL)
        return VV_FAILED;
    nf->slot[0] = vv_xnewref(kwnames);
    nf->slot[1] = vv_move(&shown.o);
    nf->i[0] = (int64_t)nargs;
    return VV_PUSHED;
}

vv_step vv_do_profiled_call_any(vv_thread *t, vv_ref callable, vv_ref args, vv_ref kwargs) {
    vv_obj *argv[] = {VV_OBJ(callable), VV_OBJ(args), VV_OBJ(kwargs)};
    vv_native *nf = vv_push_native(t, profiled_call_native, "profiled call", argv, 3);
    if (nf == NULL)
        return VV_FAILED;
    nf->i[0] = -1;
    return VV_PUSHED;
}
