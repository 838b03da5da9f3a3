/* frame.h - Python frames, the data stack they live on, and generators, which carry one frame of their own.
 *
 * A frame is, from low to high addresses:
 *
 *     | vv_pyframe | local[0 .. nlocalsplus) | value stack, stacksize entries |
 *                    arguments locals cells free     ^ sp: first unused entry
 *
 * Frames stand one behind the other on the thread's data stack (a list of chunks), so a call allocates nothing; a
 * generator's frame stands inside the generator object and is linked into the call stack while it runs. Between two
 * instructions `ip` and `sp` describe the frame completely: that is what the collector, the views and a snapshot read.
 */
#ifndef VV_VM_FRAME_H
#define VV_VM_FRAME_H

#include "code/codeobj.h"
#include "object/runtime.h"
#include "types/function.h"

enum vv_frame_owner { VV_OWNER_STACK, VV_OWNER_GENERATOR, VV_OWNER_FRAMEOBJ };

enum vv_frame_flags {
    VV_FF_THROW = 1 << 0,  /* enter by raising t->exc at ip (generator.throw) */
    VV_FF_HIDDEN = 1 << 1, /* not shown in tracebacks */
};

/* What the interrupted instruction of a Python frame does with the result of the frame it pushed. */
enum vv_finish {
    VV_FIN_PUSH,   /* pop `pops` operands, push t->ret */
    VV_FIN_PUSH_N, /* the same with finish_arg operands */
    VV_FIN_NAME,   /* name look-up: pop `pops`, push t->ret, or the global or builtin called names[finish_arg] */
    VV_FIN_DEREF,  /* the same, or the content of the cell at finish_arg */
    VV_FIN_DROP,   /* pop `pops` operands, release t->ret */
    VV_FIN_BOOL,   /* pop `pops` operands, push bool(t->ival) xor `invert` */
    VV_FIN_JUMP,   /* pop the tested value; jump by the instruction at ip if t->ival says so */
    VV_FIN_ITER,   /* FOR_ITER: push t->ret, or leave the loop when it is NULL */
    VV_FIN_METHOD, /* LOAD_ATTR of a method: pop the owner, push NULL and t->ret */
    VV_FIN_SEND,   /* SEND: push t->ret, or jump with t->stop when it is NULL */
    VV_FIN_UNPACK, /* pop `pops` operands; push the items of the tuple t->ret, the last one first */
    VV_FIN_INT,    /* pop `pops` operands, push int(t->ival) */
    VV_FIN_RESUME, /* nothing: the frame was between two instructions (finalizers or a collection ran) */
    VV_FIN_INIT,   /* __init__ returned t->ret, which must be None: the new instance is on the stack already */
    VV_FIN_INIT_N, /* the same: it lies below finish_arg entries */
    VV_FIN_BINARY, /* finish_arg: argument of BINARY_OP, 1 << 8 if b's method was asked; NotImplemented goes on, else pop 2, push t->ret */
    VV_FIN_COMPARE,/* the same of COMPARE_OP */
    VV_FIN_TEST,   /* VV_FIN_JUMP by t->ret, what __bool__() returned */
    VV_FIN_AWAIT,  /* __await__() of the object on top returned t->ret, which takes its place */
    VV_FIN_SENT,   /* a generator's send(): VV_FIN_PUSH_N, or StopIteration when it has ended */
    VV_FIN_RAISED, /* hooks have seen the exception t->ret that was raised here: it goes on */
    VV_FIN_THROWN, /* hooks have seen that the exception t->ret is thrown into the generator */
    VV_FIN_UNWOUND,/* hooks have seen that the exception t->ret leaves the frame */
};

struct vv_pyframe {
    vv_frame head;
    uint8_t pops, invert;      /* operands of head.finish: */
    int32_t finish_arg;        /* jump distance of VV_FIN_JUMP, VV_FIN_ITER, VV_FIN_SEND */
    const vv_codeunit *resume; /* where the interrupted instruction goes on when its result is there */
    vv_code *code;             /* owned through function */
    vv_obj *function;          /* owned */
    vv_obj *globals, *builtins;/* borrowed from function */
    vv_obj *locals;            /* owned mapping (class bodies, modules, exec) or NULL */
    vv_obj *frame_object;      /* owned frame object or NULL */
    vv_obj *kwnames;           /* between KW_NAMES and CALL: borrowed tuple, else NULL */
    const vv_codeunit *ip;     /* the instruction to run next; while one is interrupted, that one */
    vv_obj **sp;
    vv_obj *local[];
};
#define VV_PYFRAME(f) ((vv_pyframe *)(f))
#define VV_NATIVE(f) ((vv_native *)(f))

static inline vv_obj **vv_frame_stack_base(const vv_pyframe *f) {
    return (vv_obj **)f->local + f->code->nlocalsplus;
}
static inline uint32_t vv_frame_unit(const vv_pyframe *f) {
    return (uint32_t)(f->ip - f->code->code);
}

/* ---- data stack (vm/datastack.c) ---- */
struct vv_stack_chunk {
    vv_stack_chunk *previous;
    vv_obj **saved_top; /* of the previous chunk */
    size_t words;
    vv_obj *data[];
};
enum { VV_PYFRAME_WORDS = (sizeof(vv_pyframe) + sizeof(void *) - 1) / sizeof(void *) };

/* Room for a frame of `words` pointers; NULL with MemoryError. */
VV_NODISCARD void *vv_stack_push_slow(vv_thread *t, size_t words);
VV_NODISCARD static inline void *vv_stack_push(vv_thread *t, size_t words) {
    vv_obj **p = t->stack_top;
    if (VV_UNLIKELY((size_t)(t->stack_limit - p) < words))
        return vv_stack_push_slow(t, words);
    t->stack_top = p + words;
    return p;
}
void vv_stack_pop_slow(vv_thread *t);
static inline void vv_stack_pop(vv_thread *t, void *frame) {
    t->stack_top = frame;
    if (VV_UNLIKELY((vv_obj **)frame == t->chunk->data && t->chunk->previous != NULL))
        vv_stack_pop_slow(t);
}
VV_NODISCARD int vv_stack_init(vv_thread *t);
void vv_stack_free(vv_thread *t);

/* ---- Python frames (vm/pyframe.c) ---- */

/* A frame for calling `function` (taken), arguments not filled in: locals NULL, sp at the stack's base, not linked.
 * NULL with MemoryError or RecursionError. */
VV_NODISCARD vv_pyframe *vv_frame_new(vv_thread *t, vv_owned function);
/* Links a frame as the new top of the call stack. */
static inline void vv_frame_enter(vv_thread *t, vv_frame *f) {
    f->back = t->frame;
    t->frame = f;
}
/* Releases everything a frame holds (its frame object takes over if somebody else holds that) and its room. The frame
 * must not be linked any more. Generator frames keep their room. */
void vv_frame_clear(vv_thread *t, vv_pyframe *f);
/* Pops the native frame on top, releasing its references. */
void vv_native_pop(vv_thread *t, vv_native *nf);
/* Visits what a frame holds. */
int vv_frame_traverse(const vv_frame *f, vv_visit visit, void *arg);
/* The same without its function. */
int vv_pyframe_traverse_values(const vv_pyframe *pf, vv_visit visit, void *arg);

/* Binds a call to the parameters of a Python function: pushes (and enters) its frame. `function` and the args are
 * borrowed; kwnames may be NULL. VV_PUSHED or VV_FAILED with CPython's TypeError. */
vv_step vv_frame_call(vv_thread *t, vv_ref function, vv_obj *const *args, size_t nargs, vv_ref kwnames);
/* Fills the locals of a new frame from nargs positional arguments and one for each of `named` names. Takes the args (also on
 * failure). 0/-1. */
VV_NODISCARD int vv_frame_bind_take(vv_thread *t, vv_pyframe *f, vv_obj **args, size_t nargs, vv_obj *const *names, size_t named);
/* Runs a code object in given namespaces (exec, modules, class bodies): enters its frame. `locals` may be globals. */
vv_step vv_frame_exec(vv_thread *t, vv_ref code, vv_ref globals, vv_ref locals, vv_ref closure_or_null);

/* ---- frame objects (vm/frameobj.c) ---- */
typedef struct vv_frameobj {
    vv_obj head;
    vv_pyframe *frame;   /* running or suspended, or `own` once the frame has ended */
    vv_obj *back;        /* owned frame object, only once the frame has ended */
    vv_obj *trace;       /* f_trace, owned or NULL */
    bool trace_lines, trace_opcodes;
    bool locals_read;    /* a trace function may change the dict it got from f_locals */
    uint8_t stage;       /* vm/trace.c: what the hooks have been told of the next instruction */
    uint32_t previous;   /* unit of the instruction before it */
    vv_line_memo lines;
    uint8_t monitor_stage; /* vm/monitor.c: the same; the instruction before jumps, raised what is caught here, or calls a Python function */
    bool jumped, caught, inlines;
    uint8_t prefix;        /* EXTENDED_ARGs told of */
    vv_obj *called, *called_with; /* it called a C function: that and its first argument, owned, or NULL */
    vv_obj *own[];       /* room for the frame when it ends before this object */
} vv_frameobj;
VV_NODISCARD vv_ref vv_frame_object_peek(vv_thread *t, vv_pyframe *f); /* makes it if needed; NULL with MemoryError */
int vv_frame_line(const vv_pyframe *f);
/* The next Python frame at or below f, or NULL. */
static inline vv_pyframe *vv_frame_python(vv_frame *f) {
    while (f != NULL && f->kind != VV_FRAME_PY)
        f = f->back;
    return VV_PYFRAME(f);
}
/* f_locals / locals(): a dict of the frame's variables (module and class frames: their namespace itself). Owned. */
VV_NODISCARD vv_owned vv_frame_locals(vv_thread *t, vv_pyframe *f);

/* ---- tracebacks (vm/traceback.c) ---- */
typedef struct vv_traceback {
    vv_obj head;
    vv_obj *next;  /* owned or NULL */
    vv_obj *frame; /* owned */
    int32_t lasti; /* bytes */
    int32_t lineno; /* -1: that of lasti, see vv_traceback_line */
} vv_traceback;
int vv_traceback_line(const vv_traceback *tb); /* -1 if it has none */
/* Puts an entry for frame f in front of the current exception's traceback. Without memory it
 * becomes a MemoryError. */
void vv_traceback_here(vv_thread *t, vv_pyframe *f);

/* ---- generators (vm/generator.c) ---- */
enum vv_gen_state { VV_GEN_CREATED, VV_GEN_SUSPENDED, VV_GEN_RUNNING, VV_GEN_DONE };
typedef struct vv_generator { /* generators, coroutines and asynchronous generators */
    vv_obj head;
    vv_obj *weaklist;
    vv_obj *code;            /* owned: outlives the frame */
    vv_obj *name, *qualname; /* owned */
    vv_obj *origin_or_finalizer; /* coroutines: cr_origin; async generators: the finalizer hook; owned or NULL */
    vv_excinfo excinfo;      /* what its own `except` blocks are handling */
    uint8_t state;           /* enum vv_gen_state */
    bool hooks_inited, closed, running_async; /* async generators */
    vv_pyframe frame;        /* last: followed by its locals and stack */
} vv_generator;
#define VV_GENERATOR_OF(o) ((vv_generator *)(o))
static inline vv_generator *vv_frame_generator(const vv_pyframe *f) {
    return (vv_generator *)((char *)f - offsetof(vv_generator, frame));
}
/* RETURN_GENERATOR: moves the running frame f (top of the stack, just popped) into a new generator object. */
VV_NODISCARD vv_owned vv_generator_from_frame(vv_thread *t, vv_pyframe *f);
/* Sends a value (taken) into a generator or coroutine: VV_PUSHED; the parent receives the yielded value in t->ret, or
 * NULL when it returned, its value then in t->stop. "generator already executing" and the like: VV_FAILED. A finished
 * one answers VV_READY with t->ret = NULL. */
vv_step vv_generator_send(vv_thread *t, vv_ref gen, vv_owned value);
/* Raises t->exc (already set) inside a suspended generator. */
vv_step vv_generator_raise(vv_thread *t, vv_ref gen);
/* generator.throw and close on generators, coroutines and things that quack. */
vv_step vv_do_gen_throw(vv_thread *t, vv_ref gen, vv_ref exc);
vv_step vv_do_gen_close(vv_thread *t, vv_ref gen_or_iterator);
/* The object a suspended generator waits for in `yield from` / `await`, borrowed or NULL. */
vv_ref vv_generator_yield_from_peek(vv_ref gen);
/* GET_AWAITABLE, GET_AITER, GET_ANEXT. `where`: oparg of GET_AWAITABLE (1 __aenter__, 2 __aexit__). */
vv_step vv_do_get_awaitable(vv_thread *t, vv_ref o, int where);
/* Is t->ret fit to be what __await__() returned? 0/-1 with TypeError. */
VV_NODISCARD int vv_awaited_check(vv_thread *t);
vv_step vv_do_get_aiter(vv_thread *t, vv_ref o);
vv_step vv_do_get_anext(vv_thread *t, vv_ref o);
/* anext(iterator, value) of an iterator whose __anext__() returned `wrapped` (vm/anext.c). */
VV_NODISCARD vv_owned vv_anext_awaitable_new(vv_thread *t, vv_ref wrapped, vv_ref value);
/* ASYNC_GEN_WRAP intrinsic. */
VV_NODISCARD vv_owned vv_async_gen_wrap_take(vv_thread *t, vv_owned value);

/* ---- the loop (vm/eval.c) ---- */
/* Runs the thread until it ends, waits or spends t->budget. */
vv_status vv_eval(vv_thread *t);
vv_status vv_eval_traced(vv_thread *t);
/* A further answer of theirs: the other loop must go on. */
#define VV_LOOP ((vv_status)(VV_BREAK + 1))
/* Turns a VV_READY just produced into a VV_PUSHED that delivers the same result from the loop: called by operations that
 * C code may repeat without end, so that budget, Stop and switches reach them. */
vv_step vv_poll_ready(vv_thread *t);

/* ---- hooks: sys.settrace and sys.setprofile (vm/trace.c) ---- */
static inline bool vv_hooked(const vv_thread *t) {
    return (t->trace != NULL || t->profile != NULL || t->vm->monitor.on) && t->hook_frame == NULL;
}
/* Line of a unit, -1 if it has none. `memo` starts zeroed and belongs to this code object. */
int vv_line_at(const vv_code *co, vv_line_memo *memo, uint32_t unit);
/* Does a line begin at `unit`, an instruction `op` (not EXTENDED_ARG), behind the one at `previous` that ran before it? */
bool vv_begins_line(const vv_code *co, vv_line_memo *memo, uint32_t unit, int op, uint32_t previous);
/* Sets or (NULL) removes a hook, from the next instruction on. */
void vv_set_trace(vv_thread *t, vv_ref function_or_null);
void vv_set_profile(vv_thread *t, vv_ref function_or_null);
/* Tells the hooks what there is to tell before the instruction at f->ip runs: VV_READY when all is told, VV_PUSHED to be
 * asked again. f->ip and f->sp are set. */
vv_step vv_hook_instruction(vv_thread *t, vv_pyframe *f);
/* The same for an exception t->exc raised in f (VV_FIN_RAISED), thrown into it (VV_FIN_THROWN), leaving it
 * (VV_FIN_UNWOUND). */
vv_step vv_hook_exception(vv_thread *t, vv_pyframe *f, enum vv_finish point);
/* The iterator of a `for` or `await` ended with StopIteration(value or NULL): trace functions hear of it. */
vv_step vv_hook_stop(vv_thread *t, vv_pyframe *f, vv_ref value_or_null);
/* The trace function of f, which has one, hears of an exception. */
vv_step vv_hook_raised(vv_thread *t, vv_pyframe *f, vv_ref exc);
/* The exception goes to a handler in f. */
static inline void vv_hook_caught(vv_thread *t, vv_pyframe *f) {
    if (f->frame_object != NULL && vv_hooked(t))
        ((vv_frameobj *)f->frame_object)->caught = t->vm->monitor.on;
}
/* StopIteration(value), without arguments for None or NULL. */
VV_NODISCARD vv_owned vv_stop_iteration_new(vv_thread *t, vv_ref value);
/* Would a profile function hear of a call of this object (with `nargs` arguments)? */
bool vv_profiles_call(vv_thread *t, vv_ref callable, size_t nargs);
/* vv_do_call_kw between 'c_call' and 'c_return' or 'c_exception'. */
vv_step vv_do_profiled_call(vv_thread *t, vv_ref callable, vv_obj *const *args, size_t nargs, vv_ref kwnames);
vv_step vv_do_profiled_call_any(vv_thread *t, vv_ref callable, vv_ref args, vv_ref kwargs_or_null);
vv_resumable_fn vv_call_tracing; /* sys.call_tracing */
/* What the hook that runs now is told of. */
enum vv_hook_occasion { VV_HOOK_NONE, VV_HOOK_LINE, VV_HOOK_RESUME, VV_HOOK_START, VV_HOOK_CALL, VV_HOOK_OTHER };
enum vv_hook_occasion vv_hook_occasion(const vv_thread *t);
/* frame.f_lineno = line, in a trace function (vm/jump.c). 0/-1 with ValueError. */
VV_NODISCARD int vv_frame_jump(vv_thread *t, vv_pyframe *f, vv_ref line);
/* A trace function may have changed the dict of f_locals: the frame's variables follow it. */
void vv_frame_locals_to_fast(vv_thread *t, vv_pyframe *f);

/* ---- further steps used by instructions ---- */
/* Calls a C function or method descriptor of exactly these types with positional arguments: the short way of CALL. May
 * make the calling frame's VV_FIN_PUSH_N something else. */
vv_step vv_call_plainly(vv_thread *t, vv_ref callable, vv_obj *const *args, size_t nargs);
/* The Python function that decides `a op b` (oparg of BINARY_OP, or a comparison) before anything else, with a and b swapped
 * for it if *swapped: borrowed, NULL when the search is not that simple. */
vv_ref vv_binary_peek(vv_thread *t, vv_ref a, vv_ref b, int op, bool *swapped);
vv_ref vv_compare_peek(vv_thread *t, vv_ref a, vv_ref b, int op);
/* What follows when it answered NotImplemented. */
vv_step vv_do_binary_after(vv_thread *t, vv_ref a, vv_ref b, int op, bool swapped);
vv_step vv_do_compare_after(vv_thread *t, vv_ref a, vv_ref b, int op);
vv_step vv_do_pending(vv_thread *t);                     /* vm/pending.c: finalizers and callbacks in the queue */
vv_step vv_pending_native(vv_thread *t, vv_native *nf);  /* the frame that does it */
vv_step vv_do_collect(vv_thread *t, int generation);     /* vm/collect.c: gc.collect; t->ret = int */
vv_step vv_do_unpack(vv_thread *t, vv_ref iterable, size_t before, int64_t after); /* vm/unpack.c: after < 0: no star; t->ret = tuple */
vv_step vv_do_match_class(vv_thread *t, vv_ref subject, vv_ref cls, size_t npos, vv_ref names); /* vm/match.c: tuple or None */
vv_step vv_do_match_keys(vv_thread *t, vv_ref subject, vv_ref keys);
vv_step vv_do_import(vv_thread *t, vv_ref name, vv_ref globals, vv_ref locals, vv_ref fromlist, vv_ref level); /* IMPORT_NAME */
vv_step vv_do_import_from(vv_thread *t, vv_ref module, vv_ref name);
vv_step vv_do_import_star(vv_thread *t, vv_ref module, vv_ref locals);
vv_step vv_do_super_attr(vv_thread *t, vv_ref super_type, vv_ref cls, vv_ref self, vv_ref name);
vv_step vv_do_with_enter(vv_thread *t, vv_ref manager, bool is_async); /* vm/with.c: t->ret = (result of enter, bound exit) */
vv_step vv_do_exc_match(vv_thread *t, vv_ref exc, vv_ref type);  /* t->ival; TypeError for non-exception classes */
vv_step vv_do_eg_match(vv_thread *t, vv_ref exc, vv_ref type);   /* t->ret = (match, rest) */
vv_step vv_do_format_value(vv_thread *t, vv_ref value, vv_ref spec_or_null, int conversion); /* FORMAT_VALUE's oparg & 3 */
vv_step vv_do_build_set(vv_thread *t, vv_obj *const *items, size_t n);
vv_step vv_do_build_map(vv_thread *t, vv_obj *const *pairs, size_t n); /* key, value, key, value, ... */
vv_step vv_do_list_extend(vv_thread *t, vv_ref list, vv_ref iterable);   /* LIST_EXTEND: t->ret = NULL */
vv_step vv_do_kwargs_merge(vv_thread *t, vv_ref dict, vv_ref mapping, vv_ref callable); /* DICT_MERGE */
vv_step vv_do_call_any(vv_thread *t, vv_ref callable, vv_ref args, vv_ref kwargs_or_null); /* CALL_FUNCTION_EX */
vv_step vv_do_star_args(vv_thread *t, vv_ref callable, vv_ref args); /* its `*args` as a tuple */
vv_step vv_do_slice_get(vv_thread *t, vv_ref o, vv_ref start, vv_ref stop);               /* BINARY_SLICE */
vv_step vv_do_slice_set(vv_thread *t, vv_ref o, vv_ref start, vv_ref stop, vv_ref value); /* STORE_SLICE */
vv_step vv_do_load_name(vv_thread *t, vv_ref mapping, vv_ref name); /* t->ret = NULL when the mapping lacks it */
vv_step vv_do_set_up_annotations(vv_thread *t, vv_ref mapping);       /* SETUP_ANNOTATIONS: t->ret = NULL */
vv_step vv_do_dict_update_op(vv_thread *t, vv_ref dict, vv_ref mapping); /* DICT_UPDATE */
vv_step vv_do_send_method(vv_thread *t, vv_ref receiver, vv_ref value);  /* receiver.send(value); NULL when it stops */
/* isinstance without Python: 1, 0, or VV_LATER (types/dict.h) where only a step can tell. */
int vv_isinstance_now(vv_thread *t, vv_ref o, vv_ref cls);
/* obj.name without Python, borrowed; NULL where only a step can tell, or where *absent is set. */
vv_ref vv_getattr_now_peek(vv_thread *t, vv_ref obj, vv_ref name, bool *absent);
/* A function or C method of owner's type that `owner.name` would bind: borrowed, else NULL (no exception). */
vv_ref vv_method_peek(vv_thread *t, vv_ref owner, vv_ref name);
vv_step vv_do_raise(vv_thread *t, vv_ref exc_or_class, vv_ref cause_or_null); /* always VV_FAILED in the end */
vv_step vv_do_intrinsic1(vv_thread *t, int number, vv_ref value);
vv_step vv_do_intrinsic2(vv_thread *t, int number, vv_ref a, vv_ref b);
vv_step vv_do_build_class(vv_thread *t, vv_obj *const *args, size_t nargs, vv_ref kwnames); /* vm/class.c */

#endif
