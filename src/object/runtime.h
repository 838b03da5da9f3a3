/* runtime.h - struct vv_vm and struct vv_thread: all of a program's mutable state hangs off them.
 *
 * There is no other writable data in the core (gen/check_globals.py proves it), so a copy of the memory is a copy of the
 * program. Fields are grouped by the file that owns them; only that file writes them.
 */
#ifndef VV_OBJECT_RUNTIME_H
#define VV_OBJECT_RUNTIME_H

#include "base/watch.h"
#include "base/datafile.h"
#include "base/mem.h"
#include "base/status.h"
#include "object/object.h"
#include "object/step.h"
#include "object/type.h"

/* Interned names the core itself uses: VV_N(t, __init__) is a borrowed str. */
enum vv_name_id {
#define VV_NAME(text) VV_N_##text,
#include "object/names.def"
#undef VV_NAME
    VV_N__COUNT
};
#define VV_N(t, text) ((vv_ref)(t)->vm->names[VV_N_##text])

/* The collector's links, which stand immediately before an object whose type has VV_TF_GC. */
typedef struct vv_gc_head {
    struct vv_gc_head *next; /* NULL: not tracked */
    uintptr_t prev;          /* vv_gc_head *, low two bits: flags; during a collection: a copy of the count (object/gc.c) */
} vv_gc_head;
#define VV_GC_HEAD(o) ((vv_gc_head *)(o) - 1)
#define VV_GC_OBJ(g) ((vv_obj *)((vv_gc_head *)(g) + 1))

enum { VV_GENERATIONS = 3 };
typedef struct vv_generation {
    vv_gc_head head;   /* circular list of tracked objects */
    int32_t count;     /* gen 0: allocations minus deallocations; others: collections of the younger one */
    int32_t threshold; /* 700, 10, 10 */
    uint64_t collections, collected, uncollectable; /* gc.get_stats */
} vv_generation;

typedef struct vv_gc_state {
    vv_generation gen[VV_GENERATIONS];
    vv_gc_head permanent;       /* gc.freeze */
    bool enabled, collecting, stress;
    bool due;                   /* generation 0 overflowed: collect at the next boundary */
    uint32_t debug;             /* gc.set_debug flags; the collector itself heeds VV_GC_DEBUG_SAVEALL (object/gc.h) */
    int64_t long_lived_total, long_lived_pending; /* the 25 % rule for full collections */
    vv_obj *garbage, *callbacks; /* lists */
    struct vv_gc_work *work;     /* of the collection that is running (vm/collect.c) */
    vv_gc_head *initial_end;     /* last of what existed before the program, at the head of the oldest generation; NULL: not in order */
    bool ending;                 /* the program's last collections */
} vv_gc_state;

/* LIFO caches of dead objects by type, lengths as in CPython 3.12. */
enum vv_freelist_id { VV_FL_INT, VV_FL_INT2, VV_FL_FLOAT, VV_FL_LIST, VV_FL_DICT, VV_FL_DICTKEYS, VV_FL_ASEND, VV_FL_WRAPPED, VV_FL_CONTEXT, VV_FL_SLICE, VV_FL_TUPLE0, VV_FL__COUNT = VV_FL_TUPLE0 + 20 };
typedef struct vv_freelist {
    void *first; /* chained through the first pointer-sized field after vv_obj */
    int32_t length, limit;
} vv_freelist;

enum { VV_SMALL_INT_MIN = -5, VV_SMALL_INT_MAX = 256, VV_SMALL_INT_COUNT = 262 };

/* What a finished line of Python still owes the program, in order (object/finalize.c). */
typedef struct vv_pending {
    uint8_t kind; /* enum vv_pending_kind */
    vv_obj *object;   /* owned */
    vv_obj *argument; /* owned or NULL */
} vv_pending;
enum vv_pending_kind {
    VV_PENDING_DEL,      /* call object.__del__(), then release it */
    VV_PENDING_CALLBACK, /* call argument (a callback) with object (a weak reference) */
    VV_PENDING_CLOSE,    /* close object, a suspended generator or coroutine that died */
};

/* Exceptions being handled, innermost first: one for each thread and each generator that stands in an `except`. */
typedef struct vv_excinfo {
    vv_obj *handled; /* owned exception or NULL */
    struct vv_excinfo *previous;
} vv_excinfo;

typedef struct vv_dict vv_dict;
typedef struct vv_stack_chunk vv_stack_chunk;

struct vv_thread {
    vv_vm *vm;
    vv_frame *frame;      /* top of the call stack */
    vv_obj *ret;          /* result register (owned) */
    int64_t ival;         /* integer result register */
    vv_hash hash;         /* second result of dict look-ups */
    vv_obj *stop;         /* return value of the generator that just ended (owned or NULL) */
    vv_obj *exc;          /* the exception being raised (owned) or NULL */
    vv_excinfo base_excinfo, *excinfo;

    /* data stack (vm/datastack.c) */
    vv_stack_chunk *chunk;
    vv_obj **stack_top, **stack_limit;

    /* counting (vm/eval.c): instructions are counted as code units passed */
    int64_t budget;        /* units left in this vv_run */
    uint64_t executed;     /* units finished before this vv_run */
    int64_t ticks;         /* repetitions C code may still do before it must come back to the loop (vv_poll_ready) */
    int32_t depth;         /* Python frames */
    int32_t native_depth;  /* C functions that go down into nested containers (object/error.c) */
    int32_t dealloc_depth; /* nesting of vv_dealloc */
    vv_obj *dealloc_later; /* worklist of objects whose turn comes when the nesting ends, chained through refcnt/type */

    /* finalizers (object/finalize.c) */
    vv_pending *pending;   /* queue, pending_count entries */
    uint32_t pending_count, pending_capacity;
    uint32_t pending_insert; /* where new entries go: ahead of those that were waiting when this finalizer began */
    uint32_t pending_waiting; /* entries at the end that wait until the finalizer running now has ended */

    /* waiting (vm/eval.c) */
    int64_t wait_deadline; /* ns of the monotonic clock, INT64_MAX none */
    bool wait_input, wait_host;

    /* hooks (vm/trace.c) */
    vv_obj *trace, *profile; /* of sys.settrace and sys.setprofile: owned or NULL */
    vv_native *hook_frame;   /* runs one of them now: nothing is reported meanwhile */
    bool opcodes_wanted, trace_opcodes; /* a frame's f_trace_opcodes was set; it was when the trace function was set */

    int32_t origin_depth;  /* sys.set_coroutine_origin_tracking_depth */
    vv_obj *context;       /* contextvars */
    vv_obj *asyncgen_hooks; /* tuple (firstiter, finalizer) of sys.set_asyncgen_hooks, or NULL: none */
    vv_obj *repr_stack;    /* list of containers being printed (Py_ReprEnter) or NULL */
    uint64_t id;
    vv_thread *next;
};

/* Why the loop must leave its fast path at the next poll. */
enum vv_attention {
    VV_ATTN_PENDING = 1 << 0,   /* finalizers, callbacks */
    VV_ATTN_GC = 1 << 1,
    VV_ATTN_INTERRUPT = 1 << 2, /* KeyboardInterrupt */
    VV_ATTN_LOOP = 1 << 3,      /* the other loop must go on: a hook was set or removed */
};

/* Units of a code object known to belong to a line; the two stretches looked at last (vm/trace.c). */
typedef struct vv_line_memo {
    struct vv_line_stretch {
        uint32_t start, stop;
        int32_t line;
    } stretch[2];
} vv_line_memo;

/* Steps and breakpoints (vm/watch.c). Fixed room: setting a breakpoint moves no object of the program. */
typedef struct vv_watch {
    bool on;               /* there is something to watch for: the traced loop runs */
    bool paused, pause_at_end;
    bool hit;              /* what the condition asked last answered */
    bool evaluates;        /* not a condition is asked, but a value for the host */
    uint8_t kind, reason;  /* enum vv_step_kind of the step under way; enum vv_pause_reason of the last pause */
    uint8_t left;          /* enum vv_pause_reason if the step's frame has been left, else 0 */
    uint8_t stage;         /* what is settled of the next instruction of frame `at` */
    int32_t depth;         /* Python frames when the step began */
    const void *frame;     /* the step's; not looked into */
    const void *value;     /* what it returned; not looked into */
    const void *at, *told; /* `told`: ran the last instruction, which is at unit `previous` */
    uint32_t previous;
    uint16_t n_lines, n_files;
    int32_t to_line;
    int16_t to_file;
    int64_t slice;         /* budget of this vv_run */
    char message[200];     /* of VV_PAUSE_CONDITION and VV_PAUSE_VALUE */
    vv_obj *conditions;    /* list, or NULL: code, or the text of the error it has instead */
    struct vv_watch_line {
        int32_t line;
        int16_t file, condition; /* -1: none */
    } lines[VV_WATCH_LINES];
    char files[VV_WATCH_FILES][VV_WATCH_NAME];
    struct vv_watch_code {
        const void *code;
        int16_t file;      /* -1: none with breakpoints */
        bool library, points; /* points: a breakpoint stands at one of its lines */
        vv_line_memo memo;
    } codes[VV_WATCH_CODES];
} vv_watch;

/* sys.monitoring (vm/monitor.h): for each event a bit for each tool that hears of it. */
enum { VV_MONITOR_TOOLS = 6, VV_EVENTS_LOCAL = 10, VV_EVENTS_GROUPED = 15 };
typedef struct vv_monitor {
    bool on;               /* somebody hears of something: the traced loop runs */
    uint8_t tools[VV_EVENTS_GROUPED];
    uint32_t version, restarted; /* counts changes; the one at which all that was disabled came back */
    uint32_t codes;        /* code objects with events of their own */
    vv_obj *objects;       /* list of names and callbacks, or NULL: no tool has one yet */
    vv_obj *disable, *missing; /* sys.monitoring.DISABLE and MISSING */
} vv_monitor;

struct vv_vm {
    vv_mem *mem;
    vv_type *types[VV_T__COUNT];
    vv_type *static_types; /* all built-in ones, those of modules included */
    vv_obj *names[VV_N__COUNT];
    vv_obj *none, *true_, *false_, *not_implemented, *ellipsis;
    vv_obj *empty_tuple, *empty_str, *empty_bytes, *empty_frozenset;
    vv_obj *small_ints[VV_SMALL_INT_COUNT];
    vv_obj *latin1[256];      /* one-character strings */
    vv_obj *bytes1[256];      /* one-byte bytes */
    vv_obj *memory_error;     /* preallocated; shared by all who need one while the spare is out */
    bool reserve_open;        /* vv_memory_reserve */
    vv_obj *memory_error_spare; /* given to the first who needs one; comes back when it dies (types/exceptions.c) */

    vv_gc_state gc;
    vv_freelist freelists[VV_FL__COUNT];
    struct vv_intern_table *interned; /* object/intern.c */
    uint32_t next_type_version;
    uint32_t next_keys_version;       /* dict keys versions for inline caches */
    struct vv_type_cache *type_cache; /* object/type.c */
    struct vv_signature_table *signatures; /* object/bind.c */

    vv_thread *main_thread;
    vv_thread *current;
    volatile uint32_t attention;      /* enum vv_attention */

    /* modules (modules/sys.c, modules/imp.c) */
    vv_obj *modules;     /* sys.modules: dict */
    vv_obj *builtins;    /* dict of module builtins */
    vv_obj *sysdict;     /* dict of module sys */
    vv_obj *main_dict;   /* dict of __main__ */
    vv_obj *codec_errors; /* dict: name -> error handler; made with module _codecs (types/codec_steps.c) */
    vv_obj *codec_cache;  /* dict: name -> 4-tuple of a codec */
    vv_obj *codec_search; /* list of search functions; NULL: module encodings is not imported yet */
    vv_obj *importlib;   /* module _frozen_importlib once the import system has been set up, or NULL (modules/imp_boot.c) */
    vv_obj *warnings;    /* dict of the filters of warnings, their default action and what was warned of once; or NULL */
    vv_obj *ast;         /* tuple of the classes of syntax tree nodes, or NULL (modules/_ast.h) */
    vv_obj *exit_functions; /* list of what module atexit calls, or NULL */
    vv_obj *decimal;     /* tuple of what module _decimal keeps (modules/_decimal.h), or NULL */
    int64_t abc_registrations; /* classes registered with abstract base classes so far (modules/_abc.c) */
    int64_t warnings_version; /* counts changes of the filters (modules/_warnings.c) */
    int32_t recursion_limit; /* 1000 */
    int32_t int_max_str_digits; /* 4300 */

    /* host requests and standard input (kernel/) */
    struct vv_kernel *kernel;

    /* tables that came from the host (object/datafile.h): vv_alloc, or NULL */
    const void *data[VV_DATA__COUNT];
    uint8_t data_missing; /* 1 + enum vv_data of the one a leaf missed, or 0 */
    const char *side_missing;       /* the side module that a leaf missed, or NULL (object/side.h) */
    struct vv_side_entry *side_entries; /* vv_alloc: what the side modules loaded so far define */
    uint32_t n_side_entries;
    struct vv_side_block *side_blocks;  /* the memory of side modules */

    /* limits and debug aids */
    uint64_t max_instructions;
    uint32_t audit_every, audit_clock;
    uint64_t fail_alloc_at;
    const struct vv_tracer *tracer; /* object/tracer.h: NULL unless tracemalloc is on */
    struct vv_traces *traces;       /* what it has noted (modules/_tracemalloc.c) */
    vv_obj *traced_files;           /* list of the file names in it, or NULL */
    int32_t traced_frames;          /* of each block, when it was on last; 0: it was not */
    vv_obj *sources;     /* dict: filename -> source text of what the host started, for tracebacks */
    vv_obj *signal_handlers; /* list: what signal.signal() was given, by number, None for the default; or NULL */
    vv_obj *report_sources; /* the same of other files, read for the report that is being made; or NULL (modules/sources.c) */
    bool traced;
    vv_monitor monitor;
    vv_watch watch;
    int exit_code;
    bool raised;         /* the last piece of source ended with an uncaught exception */
    bool exiting;
    bool inspect;        /* -i: SystemExit ends nothing, and __main__ stays for the prompt */
    bool safe_path;      /* -P: sys.path does not begin with the program's folder */
    uint8_t optimize;    /* -O */
};

/* ---- small conveniences used everywhere ---- */
#define VV_NONE(t) ((vv_ref)(t)->vm->none)
#define VV_TRUE(t) ((vv_ref)(t)->vm->true_)
#define VV_FALSE(t) ((vv_ref)(t)->vm->false_)
#define VV_NOT_IMPLEMENTED(t) ((vv_ref)(t)->vm->not_implemented)

static inline vv_owned vv_bool(vv_thread *t, bool value) {
    return value ? t->vm->true_ : t->vm->false_; /* immortal */
}
static inline vv_owned vv_none(vv_thread *t) {
    return t->vm->none; /* immortal */
}

/* Ends a step function or native frame with a result; a NULL value means an exception is set. */
static inline vv_step vv_return(vv_thread *t, vv_owned value) {
    VV_ASSERT(t->ret == NULL);
    t->ret = value;
    return value == NULL ? VV_FAILED : VV_READY;
}
static inline vv_step vv_return_none(vv_thread *t) {
    t->ret = t->vm->none;
    return VV_READY;
}
/* READY with no object: exhausted iterators, setters. */
static inline vv_step vv_return_null(vv_thread *t) {
    VV_ASSERT(t->ret == NULL);
    (void)t;
    return VV_READY;
}
static inline vv_step vv_return_int(vv_thread *t, int64_t value) {
    t->ival = value;
    return VV_READY;
}
static inline vv_step vv_return_not_implemented(vv_thread *t) {
    t->ret = t->vm->not_implemented;
    return VV_READY;
}
/* Takes the result register. */
static inline vv_owned vv_take_ret(vv_thread *t) {
    return vv_move(&t->ret);
}
/* What a getter returns for a step it started (object/methoddef.h). */
static inline vv_owned vv_getter_step(vv_thread *t, vv_step s) {
    return s == VV_READY ? vv_take_ret(t) : s == VV_PUSHED ? VV_GETTER_PUSHED : NULL;
}
/* Releases the result register when its value is not wanted. */
static inline void vv_drop_ret(vv_thread *t) {
    vv_clearref(t, &t->ret);
}

/* Variables of type vv_owned that release what they still own at every exit of their scope:
 *     VV_AUTO(t) x = {t, vv_list_new(t, 0)};   use x.o; give away with vv_move(&x.o) */
typedef struct vv_auto {
    vv_thread *t;
    vv_obj *o;
} vv_auto;
static inline void vv_auto_release(vv_auto *a) {
    vv_xdecref(a->t, a->o);
}
#define VV_AUTO __attribute__((cleanup(vv_auto_release))) vv_auto

#endif
