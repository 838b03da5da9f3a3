/* _thread.c - module _thread: locks, for a program of one thread. What could only wait for itself is a RuntimeError. */
#include <math.h>

#include "object/alloc.h"
#include "object/error.h"
#include "types/dict.h"
#include "types/float.h"
#include "types/function.h"
#include "types/int.h"
#include "types/str.h"
#include "types/tuple.h"

typedef struct vv_lock {
    vv_obj head;
    vv_obj *weaklist;
    uint64_t owner; /* of an RLock: the thread's number, 0 = nobody */
    int64_t count;  /* how often it is held: a plain lock at most once */
} vv_lock;
#define VV_LOCK(o) ((vv_lock *)(o))

#define VV_DEF_NAME lock
#define VV_DEF_FILE "modules/_thread_lock.def"
#include "object/deftype.h"
#define VV_DEF_NAME rlock
#define VV_DEF_FILE "modules/_thread_rlock.def"
#include "object/deftype.h"
#define VV_DEF_NAME thread
#define VV_DEF_FILE "modules/_thread.def"
#include "object/deftype.h"

static const double LONGEST_TIMEOUT = 9223372036.0; /* TIMEOUT_MAX: as many nanoseconds as an int64 can count */

/* ---- acquiring ---- */

enum { DEADLINE, BLOCKING, READ }; /* places in nf->i */

/* Reads (blocking, timeout) of acquire: nf->i. A timeout that is no number of ours asks Python. */
static vv_step acquire_arguments(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    nf->i[BLOCKING] = 1;
    nf->i[DEADLINE] = INT64_MAX;
    if (nf->argc > 1 && nf->argv[1] != NULL) {
        VV_AWAIT(nf, vv_do_truth(t, nf->argv[1]));
        nf->i[BLOCKING] = t->ival;
    }
    if (nf->argc > 2 && nf->argv[2] != NULL) {
        VV_AWAIT(nf, vv_do_float(t, nf->argv[2]));
        vv_setref_take(t, &nf->slot[0], vv_take_ret(t));
        double seconds = VV_FLOAT(nf->slot[0])->value;
        if (isnan(seconds))
            return vv_raise_step(t, VV_ValueError, "Invalid value NaN (not a number)");
        if (!nf->i[BLOCKING] && seconds != -1)
            return vv_raise_step(t, VV_ValueError, "can't specify a timeout for a non-blocking call");
        if (seconds < 0 && seconds != -1)
            return vv_raise_step(t, VV_ValueError, "timeout value must be a non-negative number");
        if (seconds > LONGEST_TIMEOUT)
            return vv_raise_step(t, VV_OverflowError, "timeout value is too large");
        if (seconds >= 0 && __builtin_add_overflow(vv_host_monotonic_ns(), (int64_t)ceil(seconds * 1e9), &nf->i[DEADLINE]))
            nf->i[DEADLINE] = INT64_MAX - 1;
    }
    nf->i[READ] = 1;
    return VV_READY;
    VV_END(nf);
}

/* Nobody else could give the lock back: waits for the deadline only. t->ret = True, or False when the time is over. */
static vv_step acquire(vv_thread *t, vv_native *nf, bool again) {
    if (!nf->i[READ]) {
        vv_step s = acquire_arguments(t, nf);
        if (s != VV_READY)
            return s;
    }
    vv_lock *lock = VV_LOCK(nf->argv[0]);
    if (lock->count == 0 || (again && lock->owner == t->id)) {
        lock->count++;
        lock->owner = t->id;
        return vv_return(t, vv_bool(t, true));
    }
    if (!nf->i[BLOCKING])
        return vv_return(t, vv_bool(t, false));
    if (nf->i[DEADLINE] == INT64_MAX)
        return vv_raise_step(t, VV_RuntimeError, "deadlock: the only thread waits for a lock that it holds itself");
    if (vv_host_monotonic_ns() < nf->i[DEADLINE]) {
        t->wait_deadline = nf->i[DEADLINE];
        return VV_WAITING;
    }
    t->wait_deadline = INT64_MAX;
    return vv_return(t, vv_bool(t, false));
}

static vv_step lock_acquire(vv_thread *t, vv_native *nf) {
    return acquire(t, nf, false);
}
static vv_step lock_enter(vv_thread *t, vv_native *nf) {
    return acquire(t, nf, false);
}
static vv_step rlock_acquire(vv_thread *t, vv_native *nf) {
    return acquire(t, nf, true);
}
static vv_step rlock_enter(vv_thread *t, vv_native *nf) {
    return acquire(t, nf, true);
}

/* ---- locks ---- */

static vv_owned lock_release(vv_thread *t, vv_obj *const *argv) {
    if (VV_LOCK(argv[0])->count == 0)
        return vv_raise(t, VV_RuntimeError, "release unlocked lock");
    VV_LOCK(argv[0])->count = 0;
    return vv_none(t);
}
static vv_owned lock_exit(vv_thread *t, vv_obj *const *argv) {
    return lock_release(t, argv);
}
static vv_owned lock_locked(vv_thread *t, vv_obj *const *argv) {
    return vv_bool(t, VV_LOCK(argv[0])->count > 0);
}
static vv_owned lock_reinit(vv_thread *t, vv_obj *const *argv) {
    VV_LOCK(argv[0])->count = 0;
    VV_LOCK(argv[0])->owner = 0;
    return vv_none(t);
}
static vv_step lock_repr(vv_thread *t, vv_ref self) {
    return vv_return(t, vv_format(t, "<%s %s object at %p>", VV_LOCK(self)->count > 0 ? "locked" : "unlocked", self->type->tp_name,
                                  (const void *)self));
}

/* ---- locks that their holder may take again ---- */

static vv_owned rlock_release(vv_thread *t, vv_obj *const *argv) {
    vv_lock *lock = VV_LOCK(argv[0]);
    if (lock->count == 0 || lock->owner != t->id)
        return vv_raise(t, VV_RuntimeError, "cannot release un-acquired lock");
    if (--lock->count == 0)
        lock->owner = 0;
    return vv_none(t);
}
static vv_owned rlock_exit(vv_thread *t, vv_obj *const *argv) {
    return rlock_release(t, argv);
}
static vv_owned rlock_is_owned(vv_thread *t, vv_obj *const *argv) {
    return vv_bool(t, VV_LOCK(argv[0])->count > 0 && VV_LOCK(argv[0])->owner == t->id);
}
static vv_owned rlock_recursion_count(vv_thread *t, vv_obj *const *argv) {
    return vv_int_new(t, VV_LOCK(argv[0])->owner == t->id ? VV_LOCK(argv[0])->count : 0);
}
static vv_owned rlock_release_save(vv_thread *t, vv_obj *const *argv) {
    vv_lock *lock = VV_LOCK(argv[0]);
    if (lock->count == 0)
        return vv_raise(t, VV_RuntimeError, "cannot release un-acquired lock");
    VV_AUTO count = {t, vv_int_new(t, lock->count)};
    VV_AUTO owner = {t, vv_int_new_u64(t, lock->owner)};
    if (count.o == NULL || owner.o == NULL)
        return NULL;
    vv_owned state = vv_tuple_pack(t, 2, (vv_ref)count.o, (vv_ref)owner.o);
    if (state != NULL)
        lock->count = 0, lock->owner = 0;
    return state;
}
static vv_owned rlock_acquire_restore(vv_thread *t, vv_obj *const *argv) {
    int64_t count, owner;
    if (!VV_ISA(argv[1], TUPLE) || VV_TUPLE(argv[1])->length != 2 || !VV_ISA(VV_TUPLE(argv[1])->items[0], INT) ||
        !VV_ISA(VV_TUPLE(argv[1])->items[1], INT))
        return vv_raise(t, VV_TypeError, "_acquire_restore() argument 1 must be a tuple of two numbers, not %T", argv[1]);
    vv_int_to_i64(VV_TUPLE(argv[1])->items[0], &count);
    vv_int_to_i64(VV_TUPLE(argv[1])->items[1], &owner);
    VV_LOCK(argv[0])->count = count;
    VV_LOCK(argv[0])->owner = (uint64_t)owner;
    return vv_none(t);
}
static vv_owned rlock_reinit(vv_thread *t, vv_obj *const *argv) {
    return lock_reinit(t, argv);
}
static vv_step rlock_repr(vv_thread *t, vv_ref self) {
    const vv_lock *lock = VV_LOCK(self);
    return vv_return(t, vv_format(t, "<%s %s object owner=%lld count=%lld at %p>", lock->count > 0 ? "locked" : "unlocked",
                                  self->type->tp_name, (long long)lock->owner, (long long)lock->count, (const void *)self));
}
static vv_step rlock_create(vv_thread *t, vv_ref cls, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    (void)args;
    (void)nargs;
    (void)kwnames;
    return vv_return(t, vv_new_object(t, VV_AS_TYPE(cls), VV_AS_TYPE(cls)->basicsize));
}

static void lock_dealloc(vv_thread *t, vv_obj *self) {
    vv_free_object(t, self);
}

static const vv_typespec lock_spec = {
    .name = "lock",
    .module = "_thread",
    .base = VV_T_OBJECT,
    .flags = VV_TF_NO_NEW,
    .basicsize = sizeof(vv_lock),
    .size64 = 56,
    .gc64 = true,
    .weakoffset = offsetof(vv_lock, weaklist),
    .doc = "A lock: held or free.",
    .slots = &lock_slots,
    .methods = lock_methods,
    .dealloc = lock_dealloc,
};
static const vv_typespec rlock_spec = {
    .name = "RLock",
    .module = "_thread",
    .base = VV_T_OBJECT,
    .flags = VV_TF_BASETYPE,
    .basicsize = sizeof(vv_lock),
    .size64 = 64,
    .gc64 = true,
    .weakoffset = offsetof(vv_lock, weaklist),
    .slots = &rlock_slots,
    .methods = rlock_methods,
    .dealloc = lock_dealloc,
};

/* ---- the module ---- */

/* The type made from a specification, which the module made first. */
static vv_type *type_of_spec(vv_thread *t, const vv_typespec *spec) {
    vv_type *type = t->vm->static_types;
    while (type != NULL && type->spec != spec)
        type = type->next_static;
    return type;
}

static vv_owned thread_allocate_lock(vv_thread *t, vv_obj *const *argv) {
    (void)argv;
    return vv_new_object(t, type_of_spec(t, &lock_spec), sizeof(vv_lock));
}
static vv_owned thread_set_sentinel(vv_thread *t, vv_obj *const *argv) {
    return thread_allocate_lock(t, argv);
}
static vv_owned thread_get_ident(vv_thread *t, vv_obj *const *argv) {
    (void)argv;
    return vv_int_new_u64(t, t->id);
}
static vv_owned thread_get_native_id(vv_thread *t, vv_obj *const *argv) {
    return thread_get_ident(t, argv);
}
static vv_owned thread_count(vv_thread *t, vv_obj *const *argv) {
    (void)argv;
    return vv_int_new(t, 0);
}
static vv_owned thread_start(vv_thread *t, vv_obj *const *argv) {
    (void)argv;
    return vv_raise(t, VV_RuntimeError, "can't start new thread");
}
static vv_owned thread_exit(vv_thread *t, vv_obj *const *argv) {
    (void)argv;
    (void)vv_raise_value(t, VV_SystemExit, NULL);
    return NULL;
}
static vv_owned thread_stack_size(vv_thread *t, vv_obj *const *argv) {
    if (argv[0] != NULL && !(VV_ISA(argv[0], INT) && vv_int_sign(argv[0]) == 0))
        return vv_raise(t, VV_ValueError, "size not valid: %R bytes", argv[0]);
    return vv_int_new(t, 0);
}
static vv_owned thread_main_interpreter(vv_thread *t, vv_obj *const *argv) {
    (void)argv;
    return vv_bool(t, true);
}
static vv_owned thread_daemons(vv_thread *t, vv_obj *const *argv) {
    (void)argv;
    return vv_bool(t, true);
}
static vv_owned thread_interrupt_main(vv_thread *t, vv_obj *const *argv) {
    (void)argv;
    t->vm->attention |= VV_ATTN_INTERRUPT | VV_ATTN_PENDING; /* PENDING: now, not at the next jump */
    return vv_none(t);
}

vv_owned vv__thread_module(vv_thread *t);
vv_owned vv__thread_module(vv_thread *t) {
    VV_AUTO module = {t, vv_module_from_defs(t, "_thread", "Locks, and what the threads of a program share.", thread_methods)};
    VV_AUTO lock = {t, NULL};
    VV_AUTO rlock = {t, NULL};
    VV_AUTO longest = {t, vv_float_new(t, LONGEST_TIMEOUT)};
    if (module.o == NULL || longest.o == NULL)
        return NULL;
    lock.o = vv_xnewref((vv_ref)type_of_spec(t, &lock_spec));
    if (lock.o == NULL)
        lock.o = vv_type_from_spec(t, &lock_spec, NULL);
    rlock.o = vv_xnewref((vv_ref)type_of_spec(t, &rlock_spec));
    if (rlock.o == NULL && lock.o != NULL)
        rlock.o = vv_type_from_spec(t, &rlock_spec, NULL);
    vv_ref dict = VV_MODULE_OF(module.o)->dict;
    if (lock.o == NULL || rlock.o == NULL || vv_dict_set_cstr(t, dict, "LockType", lock.o) < 0 ||
        vv_dict_set_cstr(t, dict, "lock", lock.o) < 0 || vv_dict_set_cstr(t, dict, "RLock", rlock.o) < 0 ||
        vv_dict_set_cstr(t, dict, "error", (vv_ref)t->vm->types[VV_RuntimeError]) < 0 ||
        vv_dict_set_cstr(t, dict, "TIMEOUT_MAX", longest.o) < 0)
        return NULL;
    return vv_move(&module.o);
}
