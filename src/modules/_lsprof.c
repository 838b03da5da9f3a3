/* _lsprof.c - module _lsprof: counts calls of functions and measures their time, for library module cProfile.
 *
 * A profiler is a profile function (sys.setprofile). For every function, and for every pair of a caller and a function it calls,
 * there is a record; an open-addressed table finds it. A function's total time is that of its outermost calls, its own time is
 * without the calls it makes.
 */
#include <math.h>
#include <string.h>

#include "base/host.h"
#include "code/codeobj.h"
#include "object/alloc.h"
#include "object/bind.h"
#include "object/error.h"
#include "types/dict.h"
#include "types/float.h"
#include "types/function.h"
#include "types/int.h"
#include "types/list.h"
#include "types/str.h"
#include "types/structseq.h"
#include "types/tuple.h"
#include "vm/frame.h"
#include "vm/report.h"

enum { NONE = -1, FIRST = 32 };

typedef struct record {
    const void *key;   /* code object, or the definition of a C function */
    vv_obj *function;  /* owned: code object, or what a C function is called; NULL: the record of a pair */
    int32_t from, to;  /* records of the caller (NONE: of all calls) and of the function */
    int64_t total, own, calls, recursive, depth;
} record;

typedef struct call { /* a call that runs */
    int64_t began, inner; /* times: when it began, of the calls it made */
    int32_t to, pair;     /* records */
} call;

typedef struct profiler {
    vv_obj head;
    vv_obj *timer;   /* owned or NULL */
    double unit;     /* of the timer, or 0: it gives seconds */
    record *records; /* vv_alloc */
    int32_t *slots;  /* vv_alloc: numbers of records, or NONE; twice as many as there is room for records */
    call *running;   /* vv_alloc */
    int32_t count, room, depth, depth_room;
    bool subcalls, builtins;
} profiler;
#define SELF(o) ((profiler *)(o))

#define VV_DEF_NAME profiler
#define VV_DEF_FILE "modules/_lsprof.def"
#include "object/deftype.h"

static const vv_memberdef entry_members[] = {
    VV_STRUCTSEQ_FIELD(0, "code", "code object or name of a C function"),
    VV_STRUCTSEQ_FIELD(1, "callcount", "how many times it was called"),
    VV_STRUCTSEQ_FIELD(2, "reccallcount", "how many of them while it ran already"),
    VV_STRUCTSEQ_FIELD(3, "totaltime", "time of its calls"),
    VV_STRUCTSEQ_FIELD(4, "inlinetime", "the same without the calls they made"),
    VV_STRUCTSEQ_FIELD(5, "calls", "the functions it called, or None"),
    {NULL, VV_MEMBER_OBJECT, 0, false, NULL},
};
static const vv_memberdef subentry_members[] = {
    VV_STRUCTSEQ_FIELD(0, "code", "code object or name of the C function called"),
    VV_STRUCTSEQ_FIELD(1, "callcount", "how many times it was called"),
    VV_STRUCTSEQ_FIELD(2, "reccallcount", "how many of them while it ran already"),
    VV_STRUCTSEQ_FIELD(3, "totaltime", "time of these calls"),
    VV_STRUCTSEQ_FIELD(4, "inlinetime", "the same without the calls they made"),
    {NULL, VV_MEMBER_OBJECT, 0, false, NULL},
};
static const vv_typespec entry_spec =
    VV_STRUCTSEQ_SPEC("_lsprof", "profiler_entry", "What a profiler counted of a function.", entry_members, &vv_structseq_slots, 0);
static const vv_typespec subentry_spec =
    VV_STRUCTSEQ_SPEC("_lsprof", "profiler_subentry", "What a profiler counted of a function by one caller.", subentry_members,
                      &vv_structseq_slots, 0);

/* One of the two types, made on first use: they are the program's static types and stay among them. */
static vv_ref entry_type_peek(vv_thread *t, const vv_typespec *spec) {
    for (vv_type *type = t->vm->static_types; type != NULL; type = type->next_static)
        if (type->spec == spec)
            return &type->head;
    return vv_structseq_type(t, spec, spec == &entry_spec ? 6 : 5);
}

/* ---- records ---- */

static size_t first_slot(const profiler *p, int32_t from, const void *key) {
    uint64_t h = ((uint64_t)(uintptr_t)key >> 3) * UINT64_C(0x9E3779B97F4A7C15) + (uint64_t)(from + 1) * UINT64_C(0xC2B2AE3D27D4EB4F);
    return (size_t)(h >> 32) & ((size_t)p->room * 2 - 1);
}

static int32_t find(const profiler *p, int32_t from, const void *key) {
    if (p->room == 0)
        return NONE;
    for (size_t s = first_slot(p, from, key);; s = (s + 1) & ((size_t)p->room * 2 - 1)) {
        int32_t n = p->slots[s];
        if (n == NONE || (p->records[n].key == key && p->records[n].from == from))
            return n;
    }
}

static void enter_slot(profiler *p, int32_t n) {
    size_t s = first_slot(p, p->records[n].from, p->records[n].key);
    while (p->slots[s] != NONE)
        s = (s + 1) & ((size_t)p->room * 2 - 1);
    p->slots[s] = n;
}

/* Makes the record of a function, which it takes (NULL: of a pair): its number, or -1 with MemoryError. */
static int32_t add_take(vv_thread *t, profiler *p, int32_t from, const void *key, vv_owned function) {
    if (p->count == p->room) {
        int32_t room = p->room == 0 ? FIRST : p->room * 2;
        record *records = vv_alloc(t, (size_t)room * sizeof *records);
        int32_t *slots = records == NULL ? NULL : vv_alloc(t, (size_t)room * 2 * sizeof *slots);
        if (slots == NULL) {
            vv_free(t, records);
            vv_xdecref(t, function);
            return NONE;
        }
        if (p->count > 0)
            memcpy(records, p->records, (size_t)p->count * sizeof *records);
        memset(slots, 0xff, (size_t)room * 2 * sizeof *slots);
        vv_free(t, p->records);
        vv_free(t, p->slots);
        p->records = records;
        p->slots = slots;
        p->room = room;
        for (int32_t n = 0; n < p->count; n++)
            enter_slot(p, n);
    }
    int32_t n = p->count++;
    p->records[n] = (record){.key = key, .function = function, .from = from, .to = n};
    enter_slot(p, n);
    return n;
}

static void forget(vv_thread *t, profiler *p) {
    record *records = p->records;
    int32_t count = p->count;
    vv_free(t, p->slots);
    vv_free(t, p->running);
    p->records = NULL;
    p->slots = NULL;
    p->running = NULL;
    p->count = p->room = p->depth = p->depth_room = 0;
    for (int32_t n = 0; n < count; n++)
        vv_xdecref(t, records[n].function);
    vv_free(t, records);
}

/* ---- time ---- */

/* The timer's answer in its own unit, or seconds as nanoseconds. */
static int time_of(vv_thread *t, const profiler *p, vv_ref answer, int64_t *ret) {
    bool seconds = p->unit == 0;
    if (seconds && VV_ISA(answer, FLOAT)) {
        double ns = floor(VV_FLOAT(answer)->value * 1e9);
        if (!(fabs(ns) < 0x1p63))
            return isnan(ns) ? vv_raise_int(t, VV_ValueError, "Invalid value NaN (not a number)")
                             : vv_raise_int(t, VV_OverflowError, "timestamp out of range for platform time_t");
        *ret = (int64_t)ns;
        return 0;
    }
    if (!VV_ISA(answer, INT))
        return vv_raise_int(t, VV_TypeError, "'%T' object cannot be interpreted as an integer", answer);
    if (vv_int_as_i64(t, answer, ret) < 0)
        return -1;
    return seconds && __builtin_mul_overflow(*ret, INT64_C(1000000000), ret)
               ? vv_raise_int(t, VV_OverflowError, "timestamp too large to convert to C _PyTime_t")
               : 0;
}

static vv_step timer_native(vv_thread *t, vv_native *nf) { /* argv[0]: profiler; slot: 0 timer, 1 exception */
    VV_BEGIN(nf);
    nf->slot[0] = vv_newref(SELF(nf->argv[0])->timer);
    VV_AWAIT_CATCH(nf, vv_do_call0(t, nf->slot[0]));
    nf->i[0] = 0;
    if (!nf->raised) {
        VV_AUTO answer = {t, vv_take_ret(t)};
        nf->raised = time_of(t, SELF(nf->argv[0]), answer.o, &nf->i[0]) < 0;
    }
    if (nf->raised) {
        nf->i[0] = 0;
        nf->slot[1] = vv_take_error(t);
        VV_AWAIT(nf, vv_do_unraisable(t, nf->slot[1], nf->slot[0], NULL));
        vv_drop_ret(t);
    }
    return vv_return_int(t, nf->i[0]);
    VV_END(nf);
}

/* t->ival = what time it is. */
static vv_step do_time(vv_thread *t, vv_ref self) {
    return SELF(self)->timer == NULL ? vv_return_int(t, vv_host_monotonic_ns()) : vv_start1(t, timer_native, "profiler timer", self);
}

/* ---- calls ---- */

/* The call that began last has ended at `now`; it counts for record `to`. */
static void end_call(profiler *p, int32_t to, int64_t now) {
    call c = p->running[--p->depth];
    int64_t time = now - c.began;
    if (p->depth > 0)
        p->running[p->depth - 1].inner += time;
    for (int k = 0; k < 2; k++) {
        int32_t n = k == 0 ? to : c.pair;
        if (n == NONE)
            continue;
        record *r = &p->records[n];
        if (--r->depth == 0)
            r->total += time;
        else
            r->recursive++;
        r->own += time - c.inner;
        r->calls++;
    }
}

static int begin_call(vv_thread *t, profiler *p, int32_t to) {
    if (p->depth == p->depth_room) {
        int32_t room = p->depth_room == 0 ? FIRST : p->depth_room * 2;
        call *running = vv_alloc(t, (size_t)room * sizeof *running);
        if (running == NULL)
            return -1;
        if (p->depth > 0)
            memcpy(running, p->running, (size_t)p->depth * sizeof *running);
        vv_free(t, p->running);
        p->running = running;
        p->depth_room = room;
    }
    int32_t pair = NONE;
    if (p->subcalls && p->depth > 0) {
        int32_t from = p->running[p->depth - 1].to;
        pair = find(p, from, p->records[to].key);
        if (pair == NONE && (pair = add_take(t, p, from, p->records[to].key, NULL)) == NONE)
            return -1;
        p->records[pair].to = to;
        p->records[pair].depth++;
    }
    p->records[to].depth++;
    p->running[p->depth++] = (call){.to = to, .pair = pair};
    return 0;
}

/* What a C function is called in the statistics: t->ret. A method as its type shows it. */
static vv_step do_name(vv_thread *t, vv_ref function) {
    const vv_builtin *f = VV_BUILTIN_OF(function);
    if (f->owner == NULL)
        return vv_return(t, f->module == NULL ? vv_format(t, "<built-in method %s>", f->def->name)
                                              : vv_format(t, "<built-in method %U.%s>", f->module, f->def->name));
    VV_AUTO name = {t, vv_str_from_cstr(t, f->def->name)};
    if (name.o == NULL)
        return VV_FAILED;
    vv_ref descr = f->self == NULL ? NULL : vv_type_lookup_peek(t, f->self->type, name.o);
    return descr != NULL ? vv_do_repr(t, descr) : vv_return(t, vv_format(t, "<built-in method %s>", f->def->name));
}

/* The profile function: argv: profiler, frame, event, argument; i[0]: C function? i[1]: record */
static vv_step profiler_event(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    profiler *p = SELF(nf->argv[0]);
    bool begins = vv_str_equal(nf->argv[2], VV_N(t, call)) || vv_str_equal(nf->argv[2], VV_N(t, c_call));
    nf->i[0] = vv_str_at(nf->argv[2], 1) == '_';
    if (nf->i[0] && (!p->builtins || !VV_IS(t, nf->argv[3], BUILTIN)))
        return vv_return_none(t);
    const vv_code *code = ((vv_frameobj *)nf->argv[1])->frame->code;
    const void *key = nf->i[0] ? (const void *)VV_BUILTIN_OF(nf->argv[3])->def : (const void *)code;
    nf->i[1] = find(p, NONE, key);
    if (!begins) {
        if (p->depth == 0)
            return vv_return_none(t);
        if (nf->i[1] == NONE) {
            p->depth--;
            return vv_return_none(t);
        }
        VV_AWAIT(nf, do_time(t, nf->argv[0]));
        if (SELF(nf->argv[0])->depth > 0 && nf->i[1] < SELF(nf->argv[0])->count)
            end_call(SELF(nf->argv[0]), (int32_t)nf->i[1], t->ival);
        return vv_return_none(t);
    }
    if (nf->i[1] == NONE) {
        if (nf->i[0])
            VV_AWAIT(nf, do_name(t, nf->argv[3]));
        else
            t->ret = vv_newref(&((vv_frameobj *)nf->argv[1])->frame->code->head);
        const void *new_key = nf->i[0] ? (const void *)VV_BUILTIN_OF(nf->argv[3])->def : (const void *)t->ret;
        nf->i[1] = add_take(t, SELF(nf->argv[0]), NONE, new_key, vv_take_ret(t));
        if (nf->i[1] == NONE)
            return VV_FAILED;
    }
    if (begin_call(t, SELF(nf->argv[0]), (int32_t)nf->i[1]) < 0)
        return VV_FAILED;
    VV_AWAIT(nf, do_time(t, nf->argv[0]));
    if (SELF(nf->argv[0])->depth > 0)
        SELF(nf->argv[0])->running[SELF(nf->argv[0])->depth - 1].began = t->ival;
    return vv_return_none(t);
    VV_END(nf);
}

static const vv_methoddef event_def = {
    "_event", VV_KIND_RESUMABLE, VV_BIND_INSTANCE, {.resumable = profiler_event}, "_event($self, frame, event, arg, /)", NULL};

static bool is_active(vv_thread *t, vv_ref self) {
    return t->profile != NULL && VV_IS(t, t->profile, BUILTIN) && VV_BUILTIN_OF(t->profile)->def == &event_def &&
           VV_BUILTIN_OF(t->profile)->self == self;
}

/* ---- methods ---- */

static vv_step profiler_enable(vv_thread *t, vv_native *nf) { /* argv: self, subcalls, builtins */
    VV_BEGIN(nf);
    if (nf->argv[1] != NULL) {
        VV_AWAIT(nf, vv_do_truth(t, nf->argv[1]));
        SELF(nf->argv[0])->subcalls = t->ival != 0;
    }
    if (nf->argv[2] != NULL) {
        VV_AWAIT(nf, vv_do_truth(t, nf->argv[2]));
        SELF(nf->argv[0])->builtins = t->ival != 0;
    }
    if (t->profile != NULL)
        return vv_raise_step(t, VV_ValueError, "Another profiling tool is already active");
    vv_obj *hook = vv_builtin_new(t, &event_def, nf->argv[0], NULL, NULL);
    if (hook == NULL)
        return VV_FAILED;
    vv_set_profile(t, hook);
    vv_decref(t, hook);
    return vv_return_none(t);
    VV_END(nf);
}

static vv_step profiler_disable(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (is_active(t, nf->argv[0]))
        vv_set_profile(t, NULL);
    while (SELF(nf->argv[0])->depth > 0) {
        VV_AWAIT(nf, do_time(t, nf->argv[0]));
        profiler *p = SELF(nf->argv[0]);
        if (p->depth > 0)
            end_call(p, p->running[p->depth - 1].to, t->ival);
    }
    return vv_return_none(t);
    VV_END(nf);
}

static vv_owned profiler_clear(vv_thread *t, vv_obj *const *argv) {
    forget(t, SELF(argv[0]));
    return vv_none(t);
}

/* The entry of a record; takes `calls`, a list or None, or NULL for a pair's. */
static vv_owned entry_of(vv_thread *t, const profiler *p, const record *r, vv_owned calls) {
    vv_ref type = entry_type_peek(t, calls == NULL ? &subentry_spec : &entry_spec);
    double unit = p->timer == NULL || p->unit == 0 ? 1e-9 : p->unit;
    vv_obj *values[] = {vv_newref(p->records[r->to].function), vv_int_new(t, r->calls), vv_int_new(t, r->recursive),
                        vv_float_new(t, unit * (double)r->total), vv_float_new(t, unit * (double)r->own), calls};
    size_t n = calls == NULL ? 5 : 6;
    bool whole = type != NULL;
    for (size_t k = 0; k < n; k++)
        whole = whole && values[k] != NULL;
    if (whole)
        return vv_structseq_new_take(t, type, values, n);
    for (size_t k = 0; k < n; k++)
        vv_xdecref(t, values[k]);
    return NULL;
}

static vv_owned profiler_getstats(vv_thread *t, vv_obj *const *argv) {
    const profiler *p = SELF(argv[0]);
    VV_AUTO all = {t, vv_list_new(t, 0)};
    VV_AUTO calls = {t, vv_list_new(t, 0)}; /* of each record the list of its pairs, or None */
    if (all.o == NULL || calls.o == NULL)
        return NULL;
    for (int32_t n = 0; n < p->count; n++) {
        if (vv_list_append(t, calls.o, VV_NONE(t)) < 0)
            return NULL;
        const record *r = &p->records[n];
        if (r->from == NONE || r->calls == 0)
            continue;
        vv_obj **list = &VV_LIST(calls.o)->items[r->from];
        if (*list == VV_NONE(t) && (*list = vv_list_new(t, 0)) == NULL) {
            *list = vv_none(t);
            return NULL;
        }
        vv_obj *entry = entry_of(t, p, r, NULL);
        if (entry == NULL || vv_list_append_take(t, *list, entry) < 0)
            return NULL;
    }
    for (int32_t n = 0; n < p->count; n++) {
        if (p->records[n].from != NONE || p->records[n].calls == 0)
            continue;
        vv_obj *entry = entry_of(t, p, &p->records[n], vv_newref(VV_LIST(calls.o)->items[n]));
        if (entry == NULL || vv_list_append_take(t, all.o, entry) < 0)
            return NULL;
    }
    return vv_move(&all.o);
}

/* ---- the type ---- */

static vv_step profiler_create(vv_thread *t, vv_ref type, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    (void)args, (void)nargs, (void)kwnames; /* __init__'s business */
    vv_obj *o = vv_new_object(t, VV_AS_TYPE(type), VV_AS_TYPE(type)->basicsize);
    if (o == NULL)
        return VV_FAILED;
    SELF(o)->subcalls = SELF(o)->builtins = true;
    vv_track(t, o);
    return vv_return(t, o);
}

static vv_step init_native(vv_thread *t, vv_native *nf) { /* argv: self, timer, timeunit, subcalls, builtins */
    VV_BEGIN(nf);
    if (nf->argv[2] != NULL) {
        VV_AWAIT_CATCH(nf, vv_do_float(t, nf->argv[2]));
        if (nf->raised) {
            if (!vv_error_is(t, VV_TypeError))
                return VV_FAILED;
            vv_clear_error(t);
            return vv_raise_step(t, VV_TypeError, "must be real number, not %T", nf->argv[2]);
        }
        SELF(nf->argv[0])->unit = VV_FLOAT(t->ret)->value;
        vv_drop_ret(t);
    }
    if (nf->argv[3] != NULL) {
        VV_AWAIT(nf, vv_do_truth(t, nf->argv[3]));
        SELF(nf->argv[0])->subcalls = t->ival != 0;
    }
    if (nf->argv[4] != NULL) {
        VV_AWAIT(nf, vv_do_truth(t, nf->argv[4]));
        SELF(nf->argv[0])->builtins = t->ival != 0;
    }
    bool timer = nf->argv[1] != NULL && nf->argv[1] != t->vm->none;
    vv_setref_take(t, &SELF(nf->argv[0])->timer, timer ? vv_newref(nf->argv[1]) : NULL);
    return vv_return_null(t);
    VV_END(nf);
}

static vv_step profiler_init(vv_thread *t, vv_ref self, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    vv_obj *argv[5] = {VV_OBJ(self)};
    if (vv_parse_args(t, "Profiler", "Profiler(timer=None, timeunit=0.0, subcalls=True, builtins=True)", args, nargs, kwnames, argv + 1) < 0)
        return VV_FAILED;
    vv_native *nf = vv_push_native(t, init_native, "Profiler.__init__", argv, VV_ARRAY_LEN(argv));
    return nf == NULL ? VV_FAILED : vv_native_enter(t, nf);
}

static int profiler_traverse(vv_ref self, vv_visit visit, void *arg) {
    VV_VISIT(SELF(self)->timer);
    for (int32_t n = 0; n < SELF(self)->count; n++)
        VV_VISIT(SELF(self)->records[n].function);
    return 0;
}

static void profiler_clear_all(vv_thread *t, vv_obj *self) {
    vv_clearref(t, &SELF(self)->timer);
    forget(t, SELF(self));
}

static void profiler_dealloc(vv_thread *t, vv_obj *self) {
    profiler_clear_all(t, self);
    vv_free_object(t, self);
}

const vv_typespec vv_profiler_spec = {
    .name = "Profiler",
    .module = "_lsprof",
    .base = VV_T_OBJECT,
    .flags = VV_TF_GC | VV_TF_BASETYPE,
    .basicsize = sizeof(profiler),
    .size64 = 96,
    .doc = "Counts and times calls. Arguments: a function that tells the time, the length of its unit in seconds if it counts in\n"
           "whole units, and whether to note who calls whom and the calls of C functions.",
    .slots = &profiler_slots,
    .methods = profiler_methods,
    .dealloc = profiler_dealloc,
    .traverse = profiler_traverse,
    .clear = profiler_clear_all,
};

static const vv_methoddef no_functions[] = {{NULL, VV_KIND_LEAF, VV_BIND_INSTANCE, {.leaf = NULL}, NULL, NULL}};

vv_owned vv__lsprof_module(vv_thread *t);
vv_owned vv__lsprof_module(vv_thread *t) {
    VV_AUTO module = {t, vv_module_from_defs(t, "_lsprof", "Counts and times calls, for cProfile.", no_functions)};
    vv_type *type = module.o == NULL ? NULL : vv_type_ensure_peek(t, VV_T_PROFILER);
    vv_ref entry = type == NULL ? NULL : entry_type_peek(t, &entry_spec);
    vv_ref subentry = entry == NULL ? NULL : entry_type_peek(t, &subentry_spec);
    if (subentry == NULL || vv_dict_set_cstr(t, VV_MODULE_OF(module.o)->dict, "Profiler", &type->head) < 0 ||
        vv_dict_set_cstr(t, VV_MODULE_OF(module.o)->dict, "profiler_entry", entry) < 0 ||
        vv_dict_set_cstr(t, VV_MODULE_OF(module.o)->dict, "profiler_subentry", subentry) < 0)
        return NULL;
    return vv_move(&module.o);
}
