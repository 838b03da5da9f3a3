/* methoddef.h - how C functions are declared to Python, once: the tables behind every type's and module's `.def` file.
 *
 * The signature string is the only source of a function's arity: "append($self, object, /)". It is parsed on the first
 * call (object/bind.c), becomes `__text_signature__`, and tells the binder how to fill a flat argv:
 *   - `$self` or `$type` first: argv[0] is the instance (the class, for CLASS methods), parameters follow
 *   - `$module` first: argv holds the parameters only
 *   - an absent optional argument is NULL in argv (the text after `=` is only documentation)
 *   - `*args` is a tuple, `**kwargs` a dict or NULL when empty
 *   - "/" and "*" mean what they mean in Python
 *   - "-" before the name: CPython shows no `__text_signature__`; "!": nor does it, and it takes a tuple (METH_VARARGS)
 */
#ifndef VV_OBJECT_METHODDEF_H
#define VV_OBJECT_METHODDEF_H

#include "object/step.h"

/* LEAF: never runs Python; NULL = an exception is set. RESUMABLE: the body of a native frame; its argv is nf->argv.
 * QUICK: a RESUMABLE function f whose common cases f_now settles without a frame: it answers as a LEAF does, or NULL
 * without an exception where f must be asked. */
typedef vv_owned vv_leaf_fn(vv_thread *t, vv_obj *const *argv);
typedef vv_step vv_resumable_fn(vv_thread *t, vv_native *nf);
typedef struct vv_quick_fn {
    vv_leaf_fn *now;
    vv_resumable_fn *resumable;
} vv_quick_fn;

typedef enum vv_method_kind { VV_KIND_LEAF, VV_KIND_RESUMABLE, VV_KIND_QUICK } vv_method_kind;
typedef enum vv_method_binding { VV_BIND_INSTANCE, VV_BIND_CLASS, VV_BIND_STATIC } vv_method_binding;

typedef struct vv_methoddef {
    const char *name;
    vv_method_kind kind;
    vv_method_binding binding;
    union {
        vv_leaf_fn *leaf;
        vv_resumable_fn *resumable;
        const vv_quick_fn *quick;
    } fn;
    const char *signature;
    const char *doc;
} vv_methoddef;

/* The body of a function that is not LEAF. */
static inline vv_resumable_fn *vv_def_resumable(const vv_methoddef *def) {
    return def->kind == VV_KIND_QUICK ? def->fn.quick->resumable : def->fn.resumable;
}

typedef vv_owned vv_getter_fn(vv_thread *t, vv_ref self);
typedef int vv_setter_fn(vv_thread *t, vv_ref self, vv_ref value); /* value NULL: delete. 0, or -1 with an exception */
/* A getter or setter that has to run Python ends with `return vv_getter_step(t, step)` or `vv_setter_step(step)`. */
#define VV_GETTER_PUSHED ((vv_owned)(uintptr_t)1) /* a frame runs; its result is the attribute */
static inline int vv_setter_step(vv_step s) {
    return s == VV_FAILED ? -1 : (int)s;
}

typedef struct vv_getsetdef {
    const char *name;
    vv_getter_fn *get;
    vv_setter_fn *set; /* NULL: read-only */
    const char *doc;
} vv_getsetdef;

/* A field shown as an attribute. OBJECT: NULL reads as None; OBJECT_EX: NULL reads as AttributeError. */
typedef enum vv_member_kind {
    VV_MEMBER_OBJECT,
    VV_MEMBER_OBJECT_EX,
    VV_MEMBER_OBJECT_READ, /* an OBJECT of a function or of code, which is read before (code/codeobj.h) */
    VV_MEMBER_INT32,
    VV_MEMBER_BOOL,
    VV_MEMBER_DOUBLE, /* read-only ones */
} vv_member_kind;
typedef struct vv_memberdef {
    const char *name;
    vv_member_kind kind;
    uint32_t offset;
    bool readonly;
    const char *doc;
} vv_memberdef;

/* ---- slot shapes ---- */
typedef vv_step vv_shape_UNARY(vv_thread *t, vv_ref self);
typedef vv_step vv_shape_INTEGER(vv_thread *t, vv_ref self);
typedef vv_step vv_shape_BINARY(vv_thread *t, vv_ref a, vv_ref b);
typedef vv_step vv_shape_CONTAINS(vv_thread *t, vv_ref self, vv_ref item);
typedef vv_step vv_shape_TERNARY(vv_thread *t, vv_ref a, vv_ref b, vv_ref c);
typedef vv_step vv_shape_SETTER(vv_thread *t, vv_ref self, vv_ref key, vv_ref value);
typedef vv_step vv_shape_COMPARE(vv_thread *t, vv_ref a, vv_ref b, int op);
typedef vv_step vv_shape_CALL(vv_thread *t, vv_ref self, vv_obj *const *args, size_t nargs, vv_ref kwnames);

typedef struct vv_slots {
#define SLOT(field, dunder, shape, doc) vv_shape_##shape *field;
#include "object/slots.def"
#undef SLOT
} vv_slots;

enum vv_slot_id {
#define SLOT(field, dunder, shape, doc) VV_SLOT_##field,
#include "object/slots.def"
#undef SLOT
    VV_SLOT__COUNT
};

/* The function type of each slot by field name, so that a `.def` line can prototype its function. */
#define SLOT(field, dunder, shape, doc) typedef vv_shape_##shape vv_slotfn_##field;
#include "object/slots.def"
#undef SLOT

#endif
