/* itertools.h - what the iterators of module itertools have in common. */
#ifndef VV_MODULES_ITERTOOLS_H
#define VV_MODULES_ITERTOOLS_H

#include "object/runtime.h"
#include "types/iterators.h"
#include "vm/frame.h"

enum { VV_ITERTOOL_OBJECTS = 5, VV_ITERTOOL_INTS = 3 };

/* One layout for all but the combinatoric ones; each type says above its functions what o[] and n[] hold. */
typedef struct vv_itertool {
    vv_obj head;
    vv_obj *o[VV_ITERTOOL_OBJECTS]; /* owned or NULL */
    int64_t n[VV_ITERTOOL_INTS];
} vv_itertool;
#define VV_ITERTOOL(x) ((vv_itertool *)(x))

/* A tracked instance of `type` whose o[0] and o[1] are a and b (borrowed, may be NULL). */
VV_NODISCARD vv_owned vv_itertool_new(vv_thread *t, vv_ref type, vv_ref a, vv_ref b);
void vv_itertool_dealloc(vv_thread *t, vv_obj *self);
int vv_itertool_traverse(vv_ref self, vv_visit visit, void *arg);
void vv_itertool_clear(vv_thread *t, vv_obj *self);

/* "name() takes no keyword arguments", unless a subclass of type `id` has an __init__ of its own. */
VV_NODISCARD int vv_itertool_no_keywords(vv_thread *t, int id, const char *name, vv_ref type, vv_ref kwnames);

/* The `next` slot of an iterator over `source`: enters fn at once when source never runs Python, else pushes it. */
VV_NODISCARD vv_step vv_itertool_step(vv_thread *t, vv_ref self, vv_ref source, vv_resumable fn, const char *name);

/* Warns that itertools objects will not be copied or pickled any more; nf->slot[5] holds the text. t->ret = NULL. */
VV_NODISCARD vv_step vv_itertool_warn(vv_thread *t, vv_native *nf);

/* Bodies of __reduce__ and __setstate__: the warning, then a leaf function. */
#define VV_ITERTOOL_REDUCE(name)                                                                                       \
    static vv_owned name##_state(vv_thread *t, vv_ref self);                                                           \
    static vv_step name##_reduce(vv_thread *t, vv_native *nf) {                                                        \
        VV_BEGIN(nf);                                                                                                  \
        VV_AWAIT(nf, vv_itertool_warn(t, nf));                                                                         \
        vv_drop_ret(t);                                                                                                \
        return vv_return(t, name##_state(t, nf->argv[0]));                                                             \
        VV_END(nf);                                                                                                    \
    }
#define VV_ITERTOOL_SETSTATE(name)                                                                                     \
    static int name##_restore(vv_thread *t, vv_ref self, vv_ref state);                                                \
    static vv_step name##_setstate(vv_thread *t, vv_native *nf) {                                                      \
        VV_BEGIN(nf);                                                                                                  \
        VV_AWAIT(nf, vv_itertool_warn(t, nf));                                                                         \
        vv_drop_ret(t);                                                                                                \
        return name##_restore(t, nf->argv[0], nf->argv[1]) < 0 ? VV_FAILED : vv_return_none(t);                        \
        VV_END(nf);                                                                                                    \
    }

/* The items of a state tuple with min to max items into out[] (borrowed, NULL when absent): 0/-1 with TypeError. */
VV_NODISCARD int vv_itertool_unpack(vv_thread *t, vv_ref state, size_t min, size_t max, vv_obj **out);

/* (type(self), args): takes args, which may be NULL after an exception. */
VV_NODISCARD vv_owned vv_itertool_reduced_take(vv_thread *t, vv_ref self, vv_owned args);

/* Functions and types of the other files. */
vv_resumable_fn vv_itertools_tee;

#define VV_ITERTOOL_SPEC(id, label, type_flags, size, sig, text)                                                       \
    const vv_typespec vv_itertools_##id##_spec = {                                                                     \
        .name = label,                                                                                                 \
        .module = "itertools",                                                                                         \
        .base = VV_T_OBJECT,                                                                                           \
        .flags = VV_TF_GC | VV_TF_IMMUTABLE | (type_flags),                                                            \
        .basicsize = sizeof(vv_itertool),                                                                              \
        .size64 = size,                                                                                                \
        .doc = text,                                                                                                   \
        .signature = sig,                                                                                              \
        .slots = &id##_slots,                                                                                          \
        .methods = id##_methods,                                                                                       \
        .dealloc = vv_itertool_dealloc,                                                                                \
        .traverse = vv_itertool_traverse,                                                                              \
        .clear = vv_itertool_clear,                                                                                    \
    }

#endif
