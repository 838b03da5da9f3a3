/* _decimal.h - what the two files of module _decimal share: numbers as objects, contexts as objects, signals. */
#ifndef VV_MODULES__DECIMAL_H
#define VV_MODULES__DECIMAL_H

#include "modules/dec.h"
#include "types/tuple.h"

typedef struct decimal {
    vv_obj head;
    vv_hash hash; /* -1: not computed */
    vv_dec n;
} decimal;
#define VV_DECIMAL_OF(o) (&((decimal *)(o))->n)

typedef struct decimal_context {
    vv_obj head;
    vv_dec_ctx c;
    vv_obj *traps, *flags; /* owned: SignalDicts over c.traps and c.status */
} decimal_context;
#define VV_DECIMAL_CONTEXT(o) ((decimal_context *)(o))

/* What the module keeps, in the tuple vm->decimal. */
enum {
    VV_DECIMAL_VAR,      /* the context variable of the current context */
    VV_DECIMAL_DEFAULT,  /* contexts, templates */
    VV_DECIMAL_BASIC,
    VV_DECIMAL_EXTENDED,
    VV_DECIMAL_RATIONAL, /* numbers.Rational */
    VV_DECIMAL_TUPLE,    /* class DecimalTuple */
    VV_DECIMAL_SIGNALDICT,
    VV_DECIMAL_SIGNALS,  /* tuple of the classes of signals */
    VV_DECIMAL_EXCEPTION, /* DecimalException */
    VV_DECIMAL_CONDITION, /* classes of conditions: the nine signals first */
    VV_DECIMAL_STATE = VV_DECIMAL_CONDITION + 13,
};
static inline vv_ref vv_decimal_state(vv_thread *t, int k) {
    return VV_TUPLE(t->vm->decimal)->items[k];
}
static inline void vv_decimal_keep_take(vv_thread *t, int k, vv_owned o) {
    vv_setref_take(t, &VV_TUPLE(t->vm->decimal)->items[k], o);
}

/* ---- Decimal (_decimal.c) ---- */

/* A new Decimal of a type (NULL: Decimal itself), zero. */
VV_NODISCARD vv_owned vv_decimal_new(vv_thread *t, vv_type *type_or_null);
static inline bool vv_is_decimal(vv_thread *t, vv_ref o) {
    return vv_is_instance(o, VV_TYPEP(t, DECIMAL));
}
/* Ends an operation: what it added to the status goes to the context, whose traps may raise: then the result dies. */
VV_NODISCARD vv_owned vv_decimal_done(vv_thread *t, vv_owned result, vv_ref context, uint32_t status);
/* An operand: Decimals as they are, ints exactly; NULL with TypeError for other types. Owned. */
VV_NODISCARD vv_owned vv_decimal_convert(vv_thread *t, vv_ref o);
/* Context.create_decimal(o). */
VV_NODISCARD vv_owned vv_decimal_create(vv_thread *t, vv_ref o, vv_ref context);
VV_NODISCARD vv_owned vv_decimal_from_float(vv_thread *t, vv_type *type, vv_ref number, vv_ref context, bool exact);
VV_NODISCARD vv_owned vv_decimal_class(vv_thread *t, vv_ref o, vv_ref context);
VV_NODISCARD vv_owned vv_decimal_text(vv_thread *t, vv_ref o, vv_ref context, enum vv_dec_style style);
VV_NODISCARD vv_owned vv_decimal_divmod(vv_thread *t, vv_ref a, vv_ref b, vv_ref context);

/* ---- contexts (_decimal_context.c) ---- */

/* The current context, borrowed; NULL with MemoryError. */
vv_ref vv_decimal_context_peek(vv_thread *t);
/* A copy of the numbers and settings of a context for an operation, its status empty. */
static inline vv_dec_ctx vv_decimal_begin(vv_thread *t, vv_ref context) {
    vv_dec_ctx c = VV_DECIMAL_CONTEXT(context)->c;
    c.t = t;
    c.status = 0;
    return c;
}
/* Adds to the status of a context: 0, or -1 with the exception that a trap calls for. */
VV_NODISCARD int vv_decimal_signal(vv_thread *t, vv_ref context, uint32_t status);
/* The argument `context`: absent or None is the current one. Borrowed; NULL with TypeError. */
vv_ref vv_decimal_context_argument(vv_thread *t, vv_ref o_or_null);
/* Index of a rounding by its name, or -1 with TypeError. */
VV_NODISCARD int vv_decimal_rounding(vv_thread *t, vv_ref name);
/* Makes what belongs to contexts and enters it in the module's dict: 0/-1. */
VV_NODISCARD int vv_decimal_add_contexts(vv_thread *t, vv_ref dict);
VV_NODISCARD int vv_decimal_add_signals(vv_thread *t, vv_ref dict);
vv_leaf_fn vv_decimal_getcontext, vv_decimal_setcontext;
vv_resumable_fn vv_decimal_localcontext;

#endif
