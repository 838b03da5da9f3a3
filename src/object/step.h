/* step.h - how C code runs Python without ever waiting for it: steps and native frames.
 *
 * "No C stack across Python": a C function that needs a Python call *starts* it and returns; it is re-entered later.
 *
 * Anything that may have to run Python is a function returning `vv_step`:
 *
 *     VV_READY   it is finished now; the result is in the thread: t->ret (owned) or t->ival (integers, truth)
 *     VV_PUSHED  it pushed one or more frames on the thread; the result will arrive when they return
 *     VV_FAILED  an exception is set in t->exc
 *     VV_WAITING only from native frames: nothing can go on before the host acts; t->wait says what for. The frame is
 *                entered again, in the same state, when it has
 *
 * The caller keeps the arguments it passed alive until the result is there. Such functions are called `vv_do_*`; slots
 * (object/slots.def) have the same shape. Results: `t->ret` is NULL on VV_READY when the operation has an integer result
 * (its comment says so) or when an iterator is exhausted (vv_do_next).
 *
 * A native frame is a C function written as a resumable state machine ("protothread": A. Dunkels et al., Protothreads,
 * SenSys 2006; the same trick as S. Tatham's coroutines in C). It reads like ordinary code:
 *
 *     static vv_step list_extend(vv_thread *t, vv_native *nf) {      // argv[0]: list, argv[1]: iterable
 *         VV_BEGIN(nf);
 *         VV_AWAIT(nf, vv_do_iter(t, nf->argv[1]));
 *         nf->slot[0] = vv_take_ret(t);
 *         for (;;) {
 *             VV_AWAIT(nf, vv_do_next(t, nf->slot[0]));
 *             if (t->ret == NULL)
 *                 break;
 *             if (vv_list_append_take(t, VV_LIST(nf->argv[0]), vv_take_ret(t)) < 0)
 *                 return VV_FAILED;
 *         }
 *         return vv_return_none(t);
 *         VV_END(nf);
 *     }
 *
 * Rules: C locals do not survive a VV_AWAIT - keep state in nf->slot (owned objects, traversed and released for you)
 * and nf->i (integers); never an interior pointer. No VV_AWAIT inside a nested `switch`, and at most one on a line.
 * After an await every container may have changed: look again.
 */
#ifndef VV_OBJECT_STEP_H
#define VV_OBJECT_STEP_H

#include "object/object.h"

typedef enum vv_step {
    VV_FAILED = -1,
    VV_READY = 0,
    VV_PUSHED = 1,
    VV_WAITING = 2,
} vv_step;

/* A native frame's body. Returning VV_READY with t->ret/t->ival set ends the frame; VV_FAILED unwinds it. */
typedef vv_step (*vv_resumable)(vv_thread *t, vv_native *nf);

enum { VV_NATIVE_SLOTS = 6, VV_NATIVE_INTS = 6 };

enum vv_frame_kind { VV_FRAME_PY, VV_FRAME_NATIVE };

/* The head of every frame. Frames form the thread's call stack through `back`, newest first. */
struct vv_frame {
    vv_frame *back;
    uint8_t kind;    /* enum vv_frame_kind */
    uint8_t owner;   /* enum vv_frame_owner in vm/frame.h: data stack or generator */
    uint8_t finish;  /* Python frames: what the interrupted instruction does with the result (vm/finish.def) */
    uint8_t flags;   /* enum vv_frame_flags in vm/frame.h */
    uint32_t words;  /* size on the data stack, in pointers */
};

struct vv_native {
    vv_frame head;
    vv_resumable fn;
    const char *name;  /* for views and audits */
    uint32_t state;    /* 0 = not entered; else the line of the await it stands at */
    uint16_t argc;     /* length of argv */
    bool catching;     /* a failing await re-enters the frame (VV_AWAIT_CATCH) instead of unwinding it */
    bool raised;       /* set on such a re-entry: t->exc holds the exception */
    uint32_t run;      /* native frames below it without a Python frame in between (vm/native.c) */
    int64_t i[VV_NATIVE_INTS];
    vv_obj *slot[VV_NATIVE_SLOTS]; /* owned or NULL */
    vv_obj *argv[];                /* owned; NULL = argument not given */
};

/* clang-format off */
#define VV_BEGIN(nf)                                                                                                   \
    switch ((nf)->state) {                                                                                             \
    case 0:;
#define VV_END(nf)                                                                                                     \
    }                                                                                                                  \
    VV_ASSERT(!"a native frame was entered in a state it does not know");                                              \
    VV_UNREACHABLE()

/* Starts `expr` (a vv_step) and goes on when its result is there. An exception unwinds this frame. */
#define VV_AWAIT(nf, expr)                                                                                             \
    do {                                                                                                               \
        (nf)->state = __LINE__;                                                                                        \
        vv_step vv_s_ = (expr);                                                                                        \
        if (vv_s_ != VV_READY)                                                                                         \
            return vv_s_;                                                                                              \
        VV_FALLTHROUGH;                                                                                                \
    case __LINE__:;                                                                                                    \
    } while (0)

/* The place a frame is entered at again after it returned VV_WAITING from behind it. */
#define VV_WAIT_POINT(nf)                                                                                              \
    do {                                                                                                               \
        (nf)->state = __LINE__;                                                                                        \
        VV_FALLTHROUGH;                                                                                                \
    case __LINE__:;                                                                                                    \
    } while (0)

/* The same as VV_AWAIT, but an exception comes back here: nf->raised says whether t->exc holds one. The caller then either clears
 * it (vv_clear_error) or returns VV_FAILED. */
#define VV_AWAIT_CATCH(nf, expr)                                                                                       \
    do {                                                                                                               \
        (nf)->state = __LINE__;                                                                                        \
        (nf)->catching = true;                                                                                         \
        (nf)->raised = false;                                                                                          \
        vv_step vv_s_ = (expr);                                                                                        \
        if (vv_s_ == VV_FAILED)                                                                                        \
            (nf)->raised = true;                                                                                       \
        else if (vv_s_ != VV_READY)                                                                                    \
            return vv_s_;                                                                                              \
        VV_FALLTHROUGH;                                                                                                \
    case __LINE__:                                                                                                     \
        (nf)->catching = false;                                                                                        \
    } while (0)
/* clang-format on */

/* ---- starting frames (defined in vm/native.c) ---- */

/* Pushes a native frame with `argc` arguments (borrowed; entries may be NULL) and returns it, not yet entered, or NULL
 * with MemoryError or RecursionError. A step function ends with `return VV_PUSHED` after filling slots and ints. */
VV_NODISCARD vv_native *vv_push_native(vv_thread *t, vv_resumable fn, const char *name, vv_obj *const *argv, size_t argc);

/* Enters a native frame just pushed on the C stack of its caller: VV_READY or VV_FAILED if it ended at once (it is
 * popped then). For protocols of bounded depth only: what recurses over user data returns VV_PUSHED instead. */
vv_step vv_native_enter(vv_thread *t, vv_native *nf);

/* Shorthand: pushes `fn` over one, two or three borrowed arguments; VV_PUSHED or VV_FAILED. */
VV_NODISCARD vv_step vv_start1(vv_thread *t, vv_resumable fn, const char *name, vv_ref a);
VV_NODISCARD vv_step vv_start2(vv_thread *t, vv_resumable fn, const char *name, vv_ref a, vv_ref b);
VV_NODISCARD vv_step vv_start3(vv_thread *t, vv_resumable fn, const char *name, vv_ref a, vv_ref b, vv_ref c);

/* Globals (a dict) of the innermost Python frame of the thread, borrowed, or NULL when none runs: what a class made by
 * a call of type() takes its __module__ from. */
vv_ref vv_caller_globals_peek(vv_thread *t);

/* What super() without arguments means in the innermost Python frame: its __class__ cell and first argument, both owned.
 * -1 with RuntimeError "super(): no arguments", "super(): __class__ cell not found", ... */
VV_NODISCARD int vv_caller_super_args(vv_thread *t, vv_obj **ret_type, vv_obj **ret_self);

/* ---- the resumable protocols (defined in vm/protocol*.c, vm/call.c) ----
 * Unless said otherwise: arguments borrowed, t->ret = owned result. */

vv_step vv_do_call(vv_thread *t, vv_ref callable, vv_obj *const *args, size_t nargs);
/* args holds nargs positional values and then one for each name of the tuple kwnames (or NULL). */
vv_step vv_do_call_kw(vv_thread *t, vv_ref callable, vv_obj *const *args, size_t nargs, vv_ref kwnames);
vv_step vv_do_call0(vv_thread *t, vv_ref callable);
vv_step vv_do_call1(vv_thread *t, vv_ref callable, vv_ref a);
vv_step vv_do_call2(vv_thread *t, vv_ref callable, vv_ref a, vv_ref b);
/* Call with a tuple and a dict (or NULL): f(*args, **kwargs). */
vv_step vv_do_call_ex(vv_thread *t, vv_ref callable, vv_ref args_tuple, vv_ref kwargs_dict);
/* obj.name(args...) with the method looked up as an attribute. */
vv_step vv_do_call_method(vv_thread *t, vv_ref obj, vv_ref name, vv_obj *const *args, size_t nargs);
/* type(obj).name(obj, args...): special method look-up. If the type has no such attribute: t->ret = NULL, VV_READY. */
vv_step vv_do_call_special(vv_thread *t, vv_ref obj, vv_ref name, vv_obj *const *args, size_t nargs);

/* Warns, at the line that runs: `category` is an exception id, `text` a str. The filters decide what comes of it, an exception
 * perhaps. t->ret = None. */
vv_step vv_do_warn(vv_thread *t, int category, vv_ref text);
/* The same about a line of a file; `category` is a class. */
vv_step vv_do_warn_explicit(vv_thread *t, vv_ref category, vv_ref text, vv_ref filename, int line);

/* __import__(name, globals, locals, fromlist, level) as the IMPORT_NAME instruction does it. */
vv_step vv_do_import(vv_thread *t, vv_ref name, vv_ref globals, vv_ref locals, vv_ref fromlist, vv_ref level);
/* A module of the library that C code needs, by its name without dots. */
vv_step vv_do_import_module(vv_thread *t, vv_ref name);
/* Sets up the import system (importlib), which a program gets when it first needs it; then t->ret = getattr(module, name). */
vv_step vv_do_import_setup_for(vv_thread *t, vv_ref module, vv_ref name);

vv_step vv_do_getattr(vv_thread *t, vv_ref obj, vv_ref name);
/* As getattr with a default: a missing attribute gives t->ret = NULL and no exception. */
vv_step vv_do_lookup_attr(vv_thread *t, vv_ref obj, vv_ref name);
vv_step vv_do_setattr(vv_thread *t, vv_ref obj, vv_ref name, vv_ref value); /* t->ret = NULL */
vv_step vv_do_delattr(vv_thread *t, vv_ref obj, vv_ref name);               /* t->ret = NULL */

vv_step vv_do_getitem(vv_thread *t, vv_ref obj, vv_ref key);
vv_step vv_do_setitem(vv_thread *t, vv_ref obj, vv_ref key, vv_ref value); /* t->ret = NULL */
vv_step vv_do_delitem(vv_thread *t, vv_ref obj, vv_ref key);               /* t->ret = NULL */

enum vv_cmp { VV_LT, VV_LE, VV_EQ, VV_NE, VV_GT, VV_GE };
/* Rich comparison: t->ret = the object returned. */
vv_step vv_do_compare(vv_thread *t, vv_ref a, vv_ref b, enum vv_cmp op);
/* The same as a truth value in t->ival, identity implying equality for VV_EQ/VV_NE (PyObject_RichCompareBool). */
vv_step vv_do_compare_bool(vv_thread *t, vv_ref a, vv_ref b, enum vv_cmp op);

/* Numbers of BINARY_OP's argument in CPython 3.12; +13 = in-place. */
enum vv_binop {
    VV_ADD, VV_AND, VV_FLOORDIV, VV_LSHIFT, VV_MATMUL, VV_MUL, VV_MOD, VV_OR, VV_POW, VV_RSHIFT, VV_SUB, VV_TRUEDIV, VV_XOR,
    VV_INPLACE = 13,
};
vv_step vv_do_binary(vv_thread *t, vv_ref a, vv_ref b, int op); /* enum vv_binop, + VV_INPLACE */
enum vv_unop { VV_NEG, VV_POS, VV_INVERT };
vv_step vv_do_unary(vv_thread *t, vv_ref a, enum vv_unop op);

vv_step vv_do_truth(vv_thread *t, vv_ref o);  /* t->ival = 0 or 1 */
vv_step vv_do_len(vv_thread *t, vv_ref o);    /* t->ival */
vv_step vv_do_hash(vv_thread *t, vv_ref o);   /* t->ival */
vv_step vv_do_contains(vv_thread *t, vv_ref container, vv_ref item); /* t->ival = 0 or 1 */
vv_step vv_do_repr(vv_thread *t, vv_ref o);   /* t->ret is a str */
vv_step vv_do_str(vv_thread *t, vv_ref o);    /* t->ret is a str */
vv_step vv_do_ascii(vv_thread *t, vv_ref o);  /* t->ret is a str */
vv_step vv_do_format(vv_thread *t, vv_ref o, vv_ref spec); /* spec: str or NULL; t->ret is a str */
vv_step vv_do_index(vv_thread *t, vv_ref o);  /* operator.index: t->ret is an int */
vv_step vv_do_int(vv_thread *t, vv_ref o);    /* int(o) of a non-string: t->ret is an int */
vv_step vv_do_float(vv_thread *t, vv_ref o);  /* float(o) of a non-string: t->ret is a float */

vv_step vv_do_iter(vv_thread *t, vv_ref o);   /* iter(o) */
/* Next value; exhausted: t->ret = NULL and no exception. A generator's return value is then in t->stop (owned or NULL). */
vv_step vv_do_next(vv_thread *t, vv_ref iterator);
/* A list of all items of any iterable; a tuple likewise. */
vv_step vv_do_list(vv_thread *t, vv_ref iterable);
vv_step vv_do_extend(vv_thread *t, vv_ref list, vv_ref iterable); /* list.extend: t->ret = NULL */
vv_step vv_do_tuple(vv_thread *t, vv_ref iterable);

/* Dict operations on keys that may be Python objects with their own __hash__/__eq__ (types/dict.h has the leaf ones).
 * find: t->ival = entry index or -1, t->hash = the key's hash; valid until anything else runs. */
vv_step vv_do_dict_find(vv_thread *t, vv_ref dict, vv_ref key);
vv_step vv_do_dict_get(vv_thread *t, vv_ref dict, vv_ref key);                /* t->ret = owned value, NULL if absent */
vv_step vv_do_dict_set(vv_thread *t, vv_ref dict, vv_ref key, vv_ref value); /* t->ret = NULL */
vv_step vv_do_dict_del(vv_thread *t, vv_ref dict, vv_ref key);               /* t->ival = 1 deleted, 0 absent */
/* Sets: t->ival = 1 found, 0 not; add: 1 added, 0 was there; discard: 1 removed. */
vv_step vv_do_set_contains(vv_thread *t, vv_ref set, vv_ref key);
vv_step vv_do_set_add(vv_thread *t, vv_ref set, vv_ref key);
vv_step vv_do_set_discard(vv_thread *t, vv_ref set, vv_ref key);

vv_step vv_do_isinstance(vv_thread *t, vv_ref o, vv_ref cls);  /* t->ival */
vv_step vv_do_issubclass(vv_thread *t, vv_ref c, vv_ref cls);  /* t->ival */
/* What type.__instancecheck__ and type.__subclasscheck__ answer: no hooks. t->ival */
vv_step vv_do_plain_isinstance(vv_thread *t, vv_ref o, vv_ref cls);
vv_step vv_do_plain_issubclass(vv_thread *t, vv_ref c, vv_ref cls);

#endif
