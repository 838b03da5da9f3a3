/* _decimal_context.c - decimal.Context, its signals, and the current context of a thread. */
#include <string.h>

#include "modules/_contextvars.h"
#include "modules/_decimal.h"
#include "object/alloc.h"
#include "object/bind.h"
#include "object/error.h"
#include "types/dict.h"
#include "types/exceptions.h"
#include "types/function.h"
#include "types/int.h"
#include "object/intern.h"
#include "types/list.h"
#include "types/str.h"

/* A dict-like view of the traps or flags of a context; it does not keep the context alive. */
typedef struct signal_dict {
    vv_obj head;
    decimal_context *context; /* NULL once that is gone */
    bool traps;
} signal_dict;
#define SIGNAL_DICT(o) ((signal_dict *)(o))

typedef struct context_manager {
    vv_obj head;
    vv_obj *local, *global; /* owned contexts */
} context_manager;
#define MANAGER(o) ((context_manager *)(o))

static vv_getter_fn get_prec, get_emax, get_emin, get_rounding, get_capitals, get_clamp, get_traps, get_flags;
static vv_setter_fn set_prec, set_emax, set_emin, set_rounding, set_capitals, set_clamp, set_traps_now, set_flags_now;

#define VV_DEF_NAME context
#define VV_DEF_FILE "modules/_decimal_context.def"
#include "object/deftype.h"
#define VV_DEF_NAME signals
#define VV_DEF_FILE "modules/_decimal_signals.def"
#include "object/deftype.h"
#define VV_DEF_NAME manager
#define VV_DEF_FILE "modules/_decimal_manager.def"
#include "object/deftype.h"

/* ---- exceptions ---- */

enum { NO_EXTRA = -1, SIGNALS = 9, CONDITIONS = 13 };

/* The signals, then the kinds of InvalidOperation. `bases`: bits of earlier lines; 0: DecimalException. */
static const struct condition {
    const char *name;
    uint32_t status;
    uint16_t bases;
    int16_t extra; /* a built-in exception as the last base */
} conditions[CONDITIONS] = {
    {"InvalidOperation", VV_DEC_ANY_INVALID, 0, NO_EXTRA},
    {"FloatOperation", VV_DEC_FLOAT, 0, VV_TypeError},
    {"DivisionByZero", VV_DEC_BY_ZERO, 0, VV_ZeroDivisionError},
    {"Overflow", VV_DEC_OVERFLOW, 1 << 6 | 1 << 7, NO_EXTRA},
    {"Underflow", VV_DEC_UNDERFLOW, 1 << 6 | 1 << 7 | 1 << 5, NO_EXTRA},
    {"Subnormal", VV_DEC_SUBNORMAL, 0, NO_EXTRA},
    {"Inexact", VV_DEC_INEXACT, 0, NO_EXTRA},
    {"Rounded", VV_DEC_ROUNDED, 0, NO_EXTRA},
    {"Clamped", VV_DEC_CLAMPED, 0, NO_EXTRA},
    {"ConversionSyntax", VV_DEC_SYNTAX, 1, NO_EXTRA},
    {"DivisionImpossible", VV_DEC_IMPOSSIBLE, 1, NO_EXTRA},
    {"DivisionUndefined", VV_DEC_UNDEFINED, 1, VV_ZeroDivisionError},
    {"InvalidContext", VV_DEC_BAD_CONTEXT, 1, NO_EXTRA},
};

static const char *const roundings[VV_DEC_ROUNDINGS] = {"ROUND_UP",      "ROUND_DOWN",      "ROUND_CEILING",   "ROUND_FLOOR",
                                                        "ROUND_HALF_UP", "ROUND_HALF_DOWN", "ROUND_HALF_EVEN", "ROUND_05UP"};

/* A class of module decimal with these bases. */
static vv_owned make_exception(vv_thread *t, const char *name, vv_ref bases) {
    VV_AUTO text = {t, vv_str_from_cstr(t, name)};
    VV_AUTO ns = {t, text.o == NULL ? NULL : vv_dict_new(t)};
    VV_AUTO module = {t, ns.o == NULL ? NULL : vv_str_from_cstr(t, "decimal")};
    if (module.o == NULL || vv_dict_set_str(t, ns.o, VV_N(t, __module__), module.o) < 0)
        return NULL;
    VV_AUTO type = {t, vv_type_new(t, VV_TYPEP(t, TYPE), text.o, bases, ns.o, NULL)};
    VV_AUTO mro = {t, type.o == NULL ? NULL : vv_type_compute_mro(t, VV_AS_TYPE(type.o))};
    if (mro.o == NULL)
        return NULL;
    vv_type_set_mro_take(t, VV_AS_TYPE(type.o), vv_move(&mro.o), false);
    return vv_type_ready(t, VV_AS_TYPE(type.o)) < 0 ? NULL : vv_move(&type.o);
}

static int make_exceptions(vv_thread *t) {
    VV_AUTO base = {t, vv_tuple_pack(t, 1, (vv_ref)t->vm->types[VV_ArithmeticError])};
    vv_obj *first = base.o == NULL ? NULL : make_exception(t, "DecimalException", base.o);
    if (first == NULL)
        return -1;
    vv_decimal_keep_take(t, VV_DECIMAL_EXCEPTION, first);
    static const uint8_t order[CONDITIONS] = {0, 1, 2, 5, 6, 7, 8, 3, 4, 9, 10, 11, 12}; /* bases first */
    for (size_t i = 0; i < CONDITIONS; i++) {
        const struct condition *it = &conditions[order[i]];
        static const uint8_t by_place[] = {0, 6, 7, 5}; /* the order of bases in a class */
        vv_obj *bases[4];
        size_t n = 0;
        for (size_t k = 0; k < sizeof by_place; k++)
            if ((it->bases >> by_place[k] & 1) != 0)
                bases[n++] = VV_OBJ(vv_decimal_state(t, VV_DECIMAL_CONDITION + by_place[k]));
        if (n == 0)
            bases[n++] = VV_OBJ(vv_decimal_state(t, VV_DECIMAL_EXCEPTION));
        if (it->extra != NO_EXTRA)
            bases[n++] = &t->vm->types[it->extra]->head;
        VV_AUTO tuple = {t, vv_tuple_from_array(t, bases, n)};
        vv_obj *type = tuple.o == NULL ? NULL : make_exception(t, it->name, tuple.o);
        if (type == NULL)
            return -1;
        vv_decimal_keep_take(t, VV_DECIMAL_CONDITION + order[i], type);
    }
    vv_obj *signals = vv_tuple_from_array(t, VV_TUPLE(t->vm->decimal)->items + VV_DECIMAL_CONDITION, SIGNALS);
    if (signals == NULL)
        return -1;
    vv_decimal_keep_take(t, VV_DECIMAL_SIGNALS, signals);
    return 0;
}

int vv_decimal_add_signals(vv_thread *t, vv_ref dict) {
    if (vv_decimal_state(t, VV_DECIMAL_SIGNALS) == VV_NONE(t) && make_exceptions(t) < 0)
        return -1;
    for (int k = VV_DECIMAL_EXCEPTION; k < VV_DECIMAL_CONDITION + CONDITIONS; k++)
        if (vv_dict_set_str(t, dict, VV_AS_TYPE(vv_decimal_state(t, k))->name, vv_decimal_state(t, k)) < 0)
            return -1;
    return 0;
}

/* The classes that stand for a status, in a list. */
static vv_owned classes_of(vv_thread *t, uint32_t status, bool with_conditions) {
    VV_AUTO list = {t, vv_list_new(t, 0)};
    static const uint8_t order[CONDITIONS] = {0, 9, 10, 11, 12, 1, 2, 3, 4, 5, 6, 7, 8};
    for (size_t i = 0; list.o != NULL && i < CONDITIONS; i++) {
        int k = order[i];
        uint32_t bits = k == 0 && with_conditions ? VV_DEC_INVALID : conditions[k].status;
        if ((k >= SIGNALS && !with_conditions) || (status & bits) == 0)
            continue;
        if (vv_list_append_take(t, list.o, vv_newref(vv_decimal_state(t, VV_DECIMAL_CONDITION + k))) < 0)
            return NULL;
    }
    return vv_move(&list.o);
}

int vv_decimal_signal(vv_thread *t, vv_ref context, uint32_t status) {
    decimal_context *it = VV_DECIMAL_CONTEXT(context);
    it->c.status |= status & ~(uint32_t)VV_DEC_MALLOC;
    if ((status & VV_DEC_MALLOC) != 0) {
        if (t->exc == NULL)
            (void)!vv_raise_memory(t);
        return -1;
    }
    uint32_t trapped = status & it->c.traps;
    if (trapped == 0)
        return 0;
    int k = 0;
    while ((conditions[k].status & trapped) == 0)
        k++;
    vv_type *type = VV_AS_TYPE(vv_decimal_state(t, VV_DECIMAL_CONDITION + k));
    VV_AUTO list = {t, classes_of(t, trapped, true)};
    if (list.o == NULL)
        return -1;
    const vv_type *base = t->vm->types[VV_ArithmeticError]; /* classes may have got an __init__ in Python: not called */
    if (base->s.new_(t, &type->head, &list.o, 1, NULL) != VV_READY)
        return -1;
    VV_AUTO exc = {t, vv_take_ret(t)};
    if (base->s.init(t, exc.o, &list.o, 1, NULL) != VV_READY)
        return -1;
    vv_raise_object(t, exc.o);
    return -1;
}

/* ---- traps and flags ---- */

static const char no_signal[] = "valid values for signals are:\n  [InvalidOperation, FloatOperation, DivisionByZero,\n"
                                "   Overflow, Underflow, Subnormal, Inexact, Rounded,\n   Clamped]";

/* The status bits of a class of signals; 0 with KeyError. */
static uint32_t bits_of(vv_thread *t, vv_ref o) {
    for (int k = 0; k < SIGNALS; k++)
        if (vv_decimal_state(t, VV_DECIMAL_CONDITION + k) == o)
            return conditions[k].status;
    vv_raise(t, VV_KeyError, no_signal);
    return 0;
}

static uint32_t *word_of(vv_ref dict) {
    decimal_context *context = SIGNAL_DICT(dict)->context;
    return context == NULL ? NULL : SIGNAL_DICT(dict)->traps ? &context->c.traps : &context->c.status;
}

static uint32_t *word_checked(vv_thread *t, vv_ref dict) {
    uint32_t *word = word_of(dict);
    if (word == NULL)
        vv_raise(t, VV_ValueError, "invalid signal dict");
    return word;
}

static bool is_signal_dict(vv_thread *t, vv_ref o) {
    return vv_is_instance(o, VV_TYPEP(t, DECIMAL_SIGNALS));
}

static vv_owned signal_dict_new(vv_thread *t, decimal_context *context, bool traps) {
    vv_type *type = VV_AS_TYPE(vv_decimal_state(t, VV_DECIMAL_SIGNALDICT));
    vv_obj *o = vv_new_object(t, type, type->basicsize);
    if (o == NULL)
        return NULL;
    SIGNAL_DICT(o)->context = context;
    SIGNAL_DICT(o)->traps = traps;
    if ((type->flags & VV_TF_GC) != 0)
        vv_track(t, o);
    return o;
}

static vv_step signals_create(vv_thread *t, vv_ref type, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    (void)args, (void)nargs, (void)kwnames;
    return vv_return(t, vv_new_object(t, VV_AS_TYPE(type), VV_AS_TYPE(type)->basicsize));
}

static void signals_dealloc(vv_thread *t, vv_obj *self) {
    vv_free_object(t, self);
}

static vv_step signals_init(vv_thread *t, vv_ref self, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    (void)self, (void)args, (void)nargs, (void)kwnames;
    return vv_return_null(t);
}

static vv_step signals_hash(vv_thread *t, vv_ref self) {
    return vv_hash_unhashable(t, self);
}

static vv_step signals_len(vv_thread *t, vv_ref self) {
    return word_checked(t, self) == NULL ? VV_FAILED : vv_return_int(t, SIGNALS);
}

static vv_step signals_iter(vv_thread *t, vv_ref self) {
    return word_checked(t, self) == NULL ? VV_FAILED : vv_do_iter(t, vv_decimal_state(t, VV_DECIMAL_SIGNALS));
}

static vv_step signals_getitem(vv_thread *t, vv_ref self, vv_ref key) {
    const uint32_t *word = word_checked(t, self);
    uint32_t bits = word == NULL ? 0 : bits_of(t, key);
    return bits == 0 ? VV_FAILED : vv_return(t, vv_bool(t, (*word & bits) != 0));
}

static vv_step set_signal(vv_thread *t, vv_native *nf) { /* argv: dict, key, value */
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_truth(t, nf->argv[2]));
    uint32_t *word = word_checked(t, nf->argv[0]), bits = word == NULL ? 0 : bits_of(t, nf->argv[1]);
    if (bits == 0)
        return VV_FAILED;
    *word = t->ival != 0 ? *word | bits : *word & ~bits;
    return vv_return_null(t);
    VV_END(nf);
}

static vv_step signals_setitem(vv_thread *t, vv_ref self, vv_ref key, vv_ref value) {
    if (word_checked(t, self) == NULL)
        return VV_FAILED;
    if (value == NULL)
        return vv_raise_step(t, VV_ValueError, "signal keys cannot be deleted");
    if (bits_of(t, key) == 0)
        return VV_FAILED;
    return vv_start3(t, set_signal, "SignalDict.__setitem__", self, key, value);
}

static vv_step signals_repr(vv_thread *t, vv_ref self) {
    const uint32_t *word = word_checked(t, self);
    if (word == NULL)
        return VV_FAILED;
    vv_strbuilder b = {0};
    int r = vv_strbuilder_char(t, &b, '{');
    for (int k = 0; r == 0 && k < SIGNALS; k++) {
        VV_AUTO part = {t, vv_format(t, "%s<class 'decimal.%s'>:%s", k == 0 ? "" : ", ", conditions[k].name,
                                     (*word & conditions[k].status) != 0 ? "True" : "False")};
        r = part.o == NULL ? -1 : vv_strbuilder_str(t, &b, part.o);
    }
    if (r < 0 || vv_strbuilder_char(t, &b, '}') < 0) {
        vv_strbuilder_drop(t, &b);
        return VV_FAILED;
    }
    return vv_return(t, vv_strbuilder_finish(t, &b));
}

static vv_owned signals_copy(vv_thread *t, vv_obj *const *argv) {
    const uint32_t *word = word_checked(t, argv[0]);
    VV_AUTO dict = {t, word == NULL ? NULL : vv_dict_new(t)};
    for (int k = 0; dict.o != NULL && k < SIGNALS; k++)
        if (vv_dict_set_now(t, dict.o, vv_decimal_state(t, VV_DECIMAL_CONDITION + k), vv_bool(t, (*word & conditions[k].status) != 0)) < 0)
            return NULL;
    return vv_move(&dict.o);
}

/* The bits that a dict {signal: bool} stands for, all nine of them present, in t->ival. argv: the dict, what a wrong one raises.
 * i[0]: bits so far, i[1]: signal */
static vv_step dict_bits(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (!VV_ISA(nf->argv[0], DICT))
        return vv_raise_step(t, VV_TypeError, "argument must be a signal dict");
    if (vv_dict_length(nf->argv[0]) != SIGNALS)
        return vv_raise_step(t, VV_KeyError, "invalid signal dict");
    for (nf->i[1] = 0; nf->i[1] < SIGNALS; nf->i[1]++) {
        VV_AWAIT(nf, vv_do_dict_get(t, nf->argv[0], vv_decimal_state(t, VV_DECIMAL_CONDITION + (int)nf->i[1])));
        vv_setref_take(t, &nf->slot[0], vv_take_ret(t));
        if (nf->slot[0] == NULL)
            return vv_raise_step(t, VV_KeyError, "invalid signal dict");
        VV_AWAIT(nf, vv_do_truth(t, nf->slot[0]));
        if (t->ival != 0)
            nf->i[0] |= conditions[nf->i[1]].status;
    }
    return vv_return_int(t, nf->i[0]);
    VV_END(nf);
}

static vv_step list_bits(vv_thread *t, vv_ref list) {
    uint32_t bits = 0;
    for (size_t k = 0; k < VV_LIST(list)->length; k++) {
        uint32_t more = bits_of(t, VV_LIST(list)->items[k]);
        if (more == 0)
            return VV_FAILED;
        bits |= more;
    }
    return vv_return_int(t, bits);
}

/* The bits of a SignalDict, a dict or (only when `lists`) a list of signals: t->ival. */
static vv_step do_bits(vv_thread *t, vv_ref o, bool lists) {
    if (lists && VV_ISA(o, LIST))
        return list_bits(t, o);
    if (is_signal_dict(t, o)) {
        const uint32_t *word = word_checked(t, o);
        return word == NULL ? VV_FAILED : vv_return_int(t, *word);
    }
    return vv_start1(t, dict_bits, "signals", o);
}

static vv_step compare_signals(vv_thread *t, vv_native *nf) { /* argv: dict, other; i[0]: is it != */
    VV_BEGIN(nf);
    VV_AWAIT_CATCH(nf, vv_start1(t, dict_bits, "signals", nf->argv[1]));
    if (nf->raised) {
        if (!vv_error_is(t, VV_KeyError))
            return VV_FAILED;
        vv_clear_error(t);
        if (vv_dict_length(nf->argv[1]) == 0)
            return vv_raise_step(t, VV_ValueError, "invalid signal dict");
        return vv_return_not_implemented(t);
    }
    const uint32_t *word = word_checked(t, nf->argv[0]);
    return word == NULL ? VV_FAILED : vv_return(t, vv_bool(t, (*word == (uint32_t)t->ival) != (nf->i[0] != 0)));
    VV_END(nf);
}

static vv_step signals_compare(vv_thread *t, vv_ref a, vv_ref b, int op) {
    const uint32_t *word = word_checked(t, a), *other = NULL;
    if (word == NULL)
        return VV_FAILED;
    if (op != VV_EQ && op != VV_NE)
        return vv_return_not_implemented(t);
    if (is_signal_dict(t, b)) {
        other = word_checked(t, b);
        return other == NULL ? VV_FAILED : vv_return(t, vv_bool(t, (*word == *other) == (op == VV_EQ)));
    }
    if (!VV_ISA(b, DICT))
        return vv_return_not_implemented(t);
    vv_native *nf = vv_push_native(t, compare_signals, "SignalDict.__eq__", (vv_obj *[]){VV_OBJ(a), VV_OBJ(b)}, 2);
    if (nf == NULL)
        return VV_FAILED;
    nf->i[0] = op == VV_NE;
    return VV_PUSHED;
}

/* ---- contexts ---- */

static const vv_dec_ctx standard = {.prec = 28, .emax = 999999, .emin = -999999, .round = VV_DEC_HALF_EVEN, .capitals = 1,
                                    .traps = VV_DEC_ANY_INVALID | VV_DEC_BY_ZERO | VV_DEC_OVERFLOW};

static bool is_context(vv_thread *t, vv_ref o) {
    return vv_is_instance(o, VV_TYPEP(t, DECIMAL_CONTEXT));
}

static vv_owned context_new(vv_thread *t, vv_type *type, const vv_dec_ctx *c) {
    VV_AUTO o = {t, vv_new_object(t, type, type->basicsize)};
    if (o.o == NULL)
        return NULL;
    decimal_context *it = VV_DECIMAL_CONTEXT(o.o);
    it->c = *c;
    it->c.t = NULL;
    it->traps = signal_dict_new(t, it, true);
    it->flags = it->traps == NULL ? NULL : signal_dict_new(t, it, false);
    if (it->flags == NULL)
        return NULL;
    if ((type->flags & VV_TF_GC) != 0)
        vv_track(t, o.o);
    return vv_move(&o.o);
}

static void context_dealloc(vv_thread *t, vv_obj *self) {
    decimal_context *it = VV_DECIMAL_CONTEXT(self);
    if (it->traps != NULL)
        SIGNAL_DICT(it->traps)->context = NULL;
    if (it->flags != NULL)
        SIGNAL_DICT(it->flags)->context = NULL;
    vv_xdecref(t, it->traps);
    vv_xdecref(t, it->flags);
    vv_free_object(t, self);
}

static int context_traverse(vv_ref self, vv_visit visit, void *arg) {
    VV_VISIT(VV_DECIMAL_CONTEXT(self)->traps);
    VV_VISIT(VV_DECIMAL_CONTEXT(self)->flags);
    return 0;
}

static vv_owned copy_of(vv_thread *t, vv_ref context) {
    return context_new(t, VV_TYPEP(t, DECIMAL_CONTEXT), &VV_DECIMAL_CONTEXT(context)->c);
}

vv_ref vv_decimal_context_peek(vv_thread *t) {
    vv_ref there = vv_contextvar_get_peek(t, vv_decimal_state(t, VV_DECIMAL_VAR));
    if (there != NULL)
        return there;
    VV_AUTO fresh = {t, copy_of(t, vv_decimal_state(t, VV_DECIMAL_DEFAULT))};
    if (fresh.o == NULL)
        return NULL;
    VV_DECIMAL_CONTEXT(fresh.o)->c.status = 0;
    return vv_contextvar_set(t, vv_decimal_state(t, VV_DECIMAL_VAR), fresh.o) < 0 ? NULL : fresh.o; /* the variable keeps it */
}

vv_ref vv_decimal_context_argument(vv_thread *t, vv_ref o) {
    if (o == NULL || o == VV_NONE(t))
        return vv_decimal_context_peek(t);
    if (is_context(t, o))
        return o;
    vv_raise(t, VV_TypeError, "optional argument must be a context");
    return NULL;
}

static int set_current(vv_thread *t, vv_ref context) {
    VV_AUTO copy = {t, NULL};
    if (context == vv_decimal_state(t, VV_DECIMAL_DEFAULT) || context == vv_decimal_state(t, VV_DECIMAL_BASIC) ||
        context == vv_decimal_state(t, VV_DECIMAL_EXTENDED)) {
        copy.o = copy_of(t, context);
        if (copy.o == NULL)
            return -1;
        VV_DECIMAL_CONTEXT(copy.o)->c.status = 0;
        context = copy.o;
    }
    return vv_contextvar_set(t, vv_decimal_state(t, VV_DECIMAL_VAR), context);
}

vv_owned vv_decimal_getcontext(vv_thread *t, vv_obj *const *argv) {
    (void)argv;
    vv_ref context = vv_decimal_context_peek(t);
    return context == NULL ? NULL : vv_newref(context);
}

vv_owned vv_decimal_setcontext(vv_thread *t, vv_obj *const *argv) {
    if (!is_context(t, argv[0]))
        return vv_raise(t, VV_TypeError, "argument must be a context");
    return set_current(t, argv[0]) < 0 ? NULL : vv_none(t);
}

/* ---- attributes ---- */

int vv_decimal_rounding(vv_thread *t, vv_ref name) {
    for (int k = 0; VV_ISA(name, STR) && k < VV_DEC_ROUNDINGS; k++)
        if (vv_str_equal_cstr(name, roundings[k]))
            return k;
    return vv_raise_int(t, VV_TypeError,
                        "valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n"
                        "   ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]");
}

/* The int that an attribute gets. */
static int number(vv_thread *t, vv_ref value, int64_t *ret) {
    return VV_ISA(value, INT) ? vv_int_as_i64(t, value, ret) : vv_raise_int(t, VV_TypeError, "an integer is required");
}

static int set_number(vv_thread *t, vv_ref value, int64_t *field, int64_t low, int64_t high, const char *message) {
    int64_t n;
    if (number(t, value, &n) < 0)
        return -1;
    if (n < low || n > high)
        return vv_raise_int(t, VV_ValueError, "%s", message);
    *field = n;
    return 0;
}

static int set_prec(vv_thread *t, vv_ref self, vv_ref value) {
    return set_number(t, value, &VV_DECIMAL_CONTEXT(self)->c.prec, 1, VV_DEC_MAX_PREC, "valid range for prec is [1, MAX_PREC]");
}
static int set_emax(vv_thread *t, vv_ref self, vv_ref value) {
    return set_number(t, value, &VV_DECIMAL_CONTEXT(self)->c.emax, 0, VV_DEC_MAX_PREC, "valid range for Emax is [0, MAX_EMAX]");
}
static int set_emin(vv_thread *t, vv_ref self, vv_ref value) {
    return set_number(t, value, &VV_DECIMAL_CONTEXT(self)->c.emin, -VV_DEC_MAX_PREC, 0, "valid range for Emin is [MIN_EMIN, 0]");
}
static int set_rounding(vv_thread *t, vv_ref self, vv_ref value) {
    int k = vv_decimal_rounding(t, value);
    if (k < 0)
        return -1;
    VV_DECIMAL_CONTEXT(self)->c.round = (uint8_t)k;
    return 0;
}
static int set_capitals(vv_thread *t, vv_ref self, vv_ref value) {
    int64_t n = 0;
    if (set_number(t, value, &n, 0, 1, "valid values for capitals are 0 or 1") < 0)
        return -1;
    VV_DECIMAL_CONTEXT(self)->c.capitals = (uint8_t)n;
    return 0;
}
static int set_clamp(vv_thread *t, vv_ref self, vv_ref value) {
    int64_t n = 0;
    if (set_number(t, value, &n, 0, 1, "valid values for clamp are 0 or 1") < 0)
        return -1;
    VV_DECIMAL_CONTEXT(self)->c.clamp = (uint8_t)n;
    return 0;
}

static vv_owned get_prec(vv_thread *t, vv_ref self) {
    return vv_int_new(t, VV_DECIMAL_CONTEXT(self)->c.prec);
}
static vv_owned get_emax(vv_thread *t, vv_ref self) {
    return vv_int_new(t, VV_DECIMAL_CONTEXT(self)->c.emax);
}
static vv_owned get_emin(vv_thread *t, vv_ref self) {
    return vv_int_new(t, VV_DECIMAL_CONTEXT(self)->c.emin);
}
static vv_owned get_rounding(vv_thread *t, vv_ref self) {
    return vv_intern_cstr(t, roundings[VV_DECIMAL_CONTEXT(self)->c.round]);
}
static vv_owned get_capitals(vv_thread *t, vv_ref self) {
    return vv_int_new(t, VV_DECIMAL_CONTEXT(self)->c.capitals);
}
static vv_owned get_clamp(vv_thread *t, vv_ref self) {
    return vv_int_new(t, VV_DECIMAL_CONTEXT(self)->c.clamp);
}
static vv_owned get_traps(vv_thread *t, vv_ref self) {
    (void)t;
    return vv_newref(VV_DECIMAL_CONTEXT(self)->traps);
}
static vv_owned get_flags(vv_thread *t, vv_ref self) {
    (void)t;
    return vv_newref(VV_DECIMAL_CONTEXT(self)->flags);
}

/* argv: context, value; i[0]: the flags; i[1]: lists too */
static vv_step set_signals(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, do_bits(t, nf->argv[1], nf->i[1] != 0));
    decimal_context *it = VV_DECIMAL_CONTEXT(nf->argv[0]);
    *(nf->i[0] ? &it->c.status : &it->c.traps) = (uint32_t)t->ival;
    return vv_return_null(t);
    VV_END(nf);
}

static vv_step start_set_signals(vv_thread *t, vv_ref self, vv_ref value, bool flags, bool lists) {
    vv_native *nf = vv_push_native(t, set_signals, "Context", (vv_obj *[]){VV_OBJ(self), VV_OBJ(value)}, 2);
    if (nf == NULL)
        return VV_FAILED;
    nf->i[0] = flags;
    nf->i[1] = lists;
    return VV_PUSHED;
}

static int set_traps_now(vv_thread *t, vv_ref self, vv_ref value) {
    return vv_setter_step(start_set_signals(t, self, value, false, false));
}
static int set_flags_now(vv_thread *t, vv_ref self, vv_ref value) {
    return vv_setter_step(start_set_signals(t, self, value, true, false));
}

static vv_step context_setattr(vv_thread *t, vv_ref self, vv_ref name, vv_ref value) {
    if (value == NULL)
        return vv_raise_step(t, VV_AttributeError, "context attributes cannot be deleted");
    return vv_generic_setattr(t, self, name, value);
}

static vv_step context_create(vv_thread *t, vv_ref type, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    (void)args, (void)nargs, (void)kwnames; /* __init__ reads them */
    vv_ref base = vv_decimal_state(t, VV_DECIMAL_DEFAULT);
    return vv_return(t, context_new(t, VV_AS_TYPE(type), base == VV_NONE(t) ? &standard : &VV_DECIMAL_CONTEXT(base)->c));
}

static const char context_arguments[] =
    "Context(prec=None, rounding=None, Emin=None, Emax=None, capitals=None, clamp=None, flags=None, traps=None)";

/* argv: context, then the eight values or NULL */
static vv_step apply_settings(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    static vv_setter_fn *const setters[] = {set_prec, set_rounding, set_emin, set_emax, set_capitals, set_clamp};
    for (size_t k = 0; k < VV_ARRAY_LEN(setters); k++)
        if (nf->argv[k + 1] != NULL && nf->argv[k + 1] != VV_NONE(t) && setters[k](t, nf->argv[0], nf->argv[k + 1]) < 0)
            return VV_FAILED;
    if (nf->argv[8] != NULL && nf->argv[8] != VV_NONE(t)) {
        VV_AWAIT(nf, start_set_signals(t, nf->argv[0], nf->argv[8], false, true));
    }
    if (nf->argv[7] != NULL && nf->argv[7] != VV_NONE(t)) {
        VV_AWAIT(nf, start_set_signals(t, nf->argv[0], nf->argv[7], true, true));
    }
    return vv_return_null(t);
    VV_END(nf);
}

static vv_step context_init(vv_thread *t, vv_ref self, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    vv_obj *values[9] = {VV_OBJ(self)};
    if (vv_parse_args(t, "Context", context_arguments, args, nargs, kwnames, values + 1) < 0)
        return VV_FAILED;
    vv_native *nf = vv_push_native(t, apply_settings, "Context.__init__", values, 9);
    return nf == NULL ? VV_FAILED : VV_PUSHED;
}

/* ---- methods ---- */

static vv_owned signal_names(vv_thread *t, uint32_t status) {
    vv_strbuilder b = {0};
    int r = 0;
    bool invalid = false, first = true;
    for (uint32_t bit = 1; r == 0 && bit <= VV_DEC_UNDERFLOW; bit <<= 1) {
        if ((status & bit) == 0 || bit == VV_DEC_MALLOC || ((bit & VV_DEC_ANY_INVALID) != 0 && invalid))
            continue;
        invalid = invalid || (bit & VV_DEC_ANY_INVALID) != 0;
        int k = 0;
        while (k < SIGNALS && (conditions[k].status & bit) == 0)
            k++;
        if (k == SIGNALS)
            continue;
        if (!first)
            r = vv_strbuilder_ascii(t, &b, ", ", 2);
        if (r == 0)
            r = vv_strbuilder_ascii(t, &b, conditions[k].name, strlen(conditions[k].name));
        first = false;
    }
    if (r < 0) {
        vv_strbuilder_drop(t, &b);
        return NULL;
    }
    return vv_strbuilder_finish(t, &b);
}

static vv_step context_repr(vv_thread *t, vv_ref self) {
    const vv_dec_ctx *c = &VV_DECIMAL_CONTEXT(self)->c;
    VV_AUTO flags = {t, signal_names(t, c->status)};
    VV_AUTO traps = {t, flags.o == NULL ? NULL : signal_names(t, c->traps)};
    if (traps.o == NULL)
        return VV_FAILED;
    return vv_return(t, vv_format(t, "Context(prec=%lld, rounding=%s, Emin=%lld, Emax=%lld, capitals=%d, clamp=%d, flags=[%U], traps=[%U])",
                                  (long long)c->prec, roundings[c->round], (long long)c->emin, (long long)c->emax, c->capitals,
                                  c->clamp, flags.o, traps.o));
}

static vv_owned context_copy(vv_thread *t, vv_obj *const *argv) {
    return copy_of(t, argv[0]);
}

static vv_owned context_reduce(vv_thread *t, vv_obj *const *argv) {
    const vv_dec_ctx *c = &VV_DECIMAL_CONTEXT(argv[0])->c;
    VV_AUTO flags = {t, classes_of(t, c->status, false)};
    VV_AUTO traps = {t, flags.o == NULL ? NULL : classes_of(t, c->traps, false)};
    VV_AUTO args = {t, traps.o == NULL ? NULL
                                       : vv_tuple_pack_take(t, 8, vv_int_new(t, c->prec), get_rounding(t, argv[0]), vv_int_new(t, c->emin),
                                                            vv_int_new(t, c->emax), vv_int_new(t, c->capitals),
                                                            vv_int_new(t, c->clamp), vv_newref(flags.o), vv_newref(traps.o))};
    return args.o == NULL ? NULL : vv_tuple_pack(t, 2, (vv_ref)&argv[0]->type->head, (vv_ref)args.o);
}

static vv_owned context_clear_flags(vv_thread *t, vv_obj *const *argv) {
    VV_DECIMAL_CONTEXT(argv[0])->c.status = 0;
    return vv_none(t);
}
static vv_owned context_clear_traps(vv_thread *t, vv_obj *const *argv) {
    VV_DECIMAL_CONTEXT(argv[0])->c.traps = 0;
    return vv_none(t);
}
static vv_owned context_etiny(vv_thread *t, vv_obj *const *argv) {
    return vv_int_new(t, vv_dec_etiny(&VV_DECIMAL_CONTEXT(argv[0])->c));
}
static vv_owned context_etop(vv_thread *t, vv_obj *const *argv) {
    return vv_int_new(t, vv_dec_etop(&VV_DECIMAL_CONTEXT(argv[0])->c));
}
static vv_owned small_decimal(vv_thread *t, uint32_t value) {
    vv_obj *o = vv_decimal_new(t, NULL);
    if (o != NULL)
        vv_dec_set_small(VV_DECIMAL_OF(o), 0, value, 0);
    return o;
}
static vv_owned context_radix(vv_thread *t, vv_obj *const *argv) {
    (void)argv;
    return small_decimal(t, 10);
}

static vv_owned of_one(vv_thread *t, vv_obj *const *argv, vv_dec_unary *f) {
    VV_AUTO a = {t, vv_decimal_convert(t, argv[1])};
    vv_obj *r = a.o == NULL ? NULL : vv_decimal_new(t, NULL);
    if (r == NULL)
        return NULL;
    vv_dec_ctx c = vv_decimal_begin(t, argv[0]);
    f(VV_DECIMAL_OF(r), VV_DECIMAL_OF(a.o), &c);
    return vv_decimal_done(t, r, argv[0], c.status);
}

static vv_owned of_two(vv_thread *t, vv_obj *const *argv, vv_dec_binary *f) {
    VV_AUTO a = {t, vv_decimal_convert(t, argv[1])};
    VV_AUTO b = {t, a.o == NULL ? NULL : vv_decimal_convert(t, argv[2])};
    vv_obj *r = b.o == NULL ? NULL : vv_decimal_new(t, NULL);
    if (r == NULL)
        return NULL;
    vv_dec_ctx c = vv_decimal_begin(t, argv[0]);
    f(VV_DECIMAL_OF(r), VV_DECIMAL_OF(a.o), VV_DECIMAL_OF(b.o), &c);
    return vv_decimal_done(t, r, argv[0], c.status);
}

#define ONE(name, f)                                                                                                   \
    static vv_owned context_##name(vv_thread *t, vv_obj *const *argv) {                                                \
        return of_one(t, argv, f);                                                                                     \
    }
#define TWO(name, f)                                                                                                   \
    static vv_owned context_##name(vv_thread *t, vv_obj *const *argv) {                                                \
        return of_two(t, argv, f);                                                                                     \
    }
static void apply(vv_dec *r, const vv_dec *a, vv_dec_ctx *c) {
    if (vv_dec_copy(c, r, a))
        vv_dec_finish(r, c);
}

ONE(apply, apply)
ONE(abs, vv_dec_abs)
ONE(exp, vv_dec_exp)
ONE(ln, vv_dec_ln)
ONE(log10, vv_dec_log10)
ONE(logb, vv_dec_logb)
ONE(logical_invert, vv_dec_invert)
ONE(minus, vv_dec_minus)
ONE(next_minus, vv_dec_next_minus)
ONE(next_plus, vv_dec_next_plus)
ONE(normalize, vv_dec_reduce)
ONE(plus, vv_dec_plus)
ONE(sqrt, vv_dec_sqrt)
ONE(to_integral_exact, vv_dec_to_integral_exact)
ONE(to_integral_value, vv_dec_to_integral)
ONE(copy_abs, vv_dec_copy_abs)
ONE(copy_negate, vv_dec_copy_negate)
TWO(add, vv_dec_add)
TWO(compare, vv_dec_compare)
TWO(compare_signal, vv_dec_compare_signal)
TWO(compare_total, vv_dec_compare_total)
TWO(compare_total_mag, vv_dec_compare_total_mag)
TWO(copy_sign, vv_dec_copy_sign)
TWO(divide, vv_dec_div)
TWO(divide_int, vv_dec_divint)
TWO(logical_and, vv_dec_and)
TWO(logical_or, vv_dec_or)
TWO(logical_xor, vv_dec_xor)
TWO(max, vv_dec_max)
TWO(max_mag, vv_dec_max_mag)
TWO(min, vv_dec_min)
TWO(min_mag, vv_dec_min_mag)
TWO(multiply, vv_dec_mul)
TWO(next_toward, vv_dec_next_toward)
TWO(quantize, vv_dec_quantize)
TWO(remainder, vv_dec_rem)
TWO(remainder_near, vv_dec_remainder_near)
TWO(rotate, vv_dec_rotate)
TWO(scaleb, vv_dec_scaleb)
TWO(shift, vv_dec_shift)
TWO(subtract, vv_dec_sub)

static vv_owned context_divmod(vv_thread *t, vv_obj *const *argv) {
    VV_AUTO a = {t, vv_decimal_convert(t, argv[1])};
    VV_AUTO b = {t, a.o == NULL ? NULL : vv_decimal_convert(t, argv[2])};
    return b.o == NULL ? NULL : vv_decimal_divmod(t, a.o, b.o, argv[0]);
}

static vv_owned of_three(vv_thread *t, vv_obj *const *argv, void (*f)(vv_dec *, const vv_dec *, const vv_dec *, const vv_dec *, vv_dec_ctx *)) {
    VV_AUTO a = {t, vv_decimal_convert(t, argv[1])};
    VV_AUTO b = {t, a.o == NULL ? NULL : vv_decimal_convert(t, argv[2])};
    VV_AUTO d = {t, b.o == NULL ? NULL : vv_decimal_convert(t, argv[3])};
    vv_obj *r = d.o == NULL ? NULL : vv_decimal_new(t, NULL);
    if (r == NULL)
        return NULL;
    vv_dec_ctx c = vv_decimal_begin(t, argv[0]);
    f(VV_DECIMAL_OF(r), VV_DECIMAL_OF(a.o), VV_DECIMAL_OF(b.o), VV_DECIMAL_OF(d.o), &c);
    return vv_decimal_done(t, r, argv[0], c.status);
}

static vv_owned context_fma(vv_thread *t, vv_obj *const *argv) {
    return of_three(t, argv, vv_dec_fma);
}

static vv_owned context_power(vv_thread *t, vv_obj *const *argv) {
    if (argv[3] == NULL || argv[3] == VV_NONE(t))
        return of_two(t, argv, vv_dec_power);
    return of_three(t, argv, vv_dec_powmod);
}

/* Questions about a number. */
#define ASK(name, answer)                                                                                              \
    static vv_owned context_##name(vv_thread *t, vv_obj *const *argv) {                                                \
        VV_AUTO o = {t, vv_decimal_convert(t, argv[1])};                                                               \
        if (o.o == NULL)                                                                                               \
            return NULL;                                                                                               \
        const vv_dec *a = VV_DECIMAL_OF(o.o);                                                                          \
        const vv_dec_ctx *c = &VV_DECIMAL_CONTEXT(argv[0])->c;                                                         \
        (void)a, (void)c;                                                                                              \
        return vv_bool(t, answer);                                                                                     \
    }
ASK(is_finite, a->kind == VV_DEC_FINITE)
ASK(is_infinite, a->kind == VV_DEC_INF)
ASK(is_nan, vv_dec_is_nan(a))
ASK(is_normal, vv_dec_is_normal(a, c))
ASK(is_qnan, a->kind == VV_DEC_NAN)
ASK(is_signed, a->sign != 0)
ASK(is_snan, a->kind == VV_DEC_SNAN)
ASK(is_subnormal, vv_dec_is_subnormal(a, c))
ASK(is_zero, vv_dec_is_zero(a))

static vv_owned context_is_canonical(vv_thread *t, vv_obj *const *argv) {
    return vv_is_decimal(t, argv[1]) ? vv_bool(t, true) : vv_raise(t, VV_TypeError, "argument must be a Decimal");
}

static vv_owned context_canonical(vv_thread *t, vv_obj *const *argv) {
    return vv_is_decimal(t, argv[1]) ? vv_newref(argv[1]) : vv_raise(t, VV_TypeError, "argument must be a Decimal");
}

static vv_owned context_same_quantum(vv_thread *t, vv_obj *const *argv) {
    VV_AUTO a = {t, vv_decimal_convert(t, argv[1])};
    VV_AUTO b = {t, a.o == NULL ? NULL : vv_decimal_convert(t, argv[2])};
    return b.o == NULL ? NULL : vv_bool(t, vv_dec_same_quantum(VV_DECIMAL_OF(a.o), VV_DECIMAL_OF(b.o)));
}

static vv_owned context_copy_decimal(vv_thread *t, vv_obj *const *argv) {
    return vv_decimal_convert(t, argv[1]);
}

static vv_owned context_number_class(vv_thread *t, vv_obj *const *argv) {
    VV_AUTO a = {t, vv_decimal_convert(t, argv[1])};
    return a.o == NULL ? NULL : vv_decimal_class(t, a.o, argv[0]);
}

static vv_owned context_to_sci_string(vv_thread *t, vv_obj *const *argv) {
    VV_AUTO a = {t, vv_decimal_convert(t, argv[1])};
    return a.o == NULL ? NULL : vv_decimal_text(t, a.o, argv[0], VV_DEC_SCIENTIFIC);
}

static vv_owned context_to_eng_string(vv_thread *t, vv_obj *const *argv) {
    VV_AUTO a = {t, vv_decimal_convert(t, argv[1])};
    return a.o == NULL ? NULL : vv_decimal_text(t, a.o, argv[0], VV_DEC_ENGINEERING);
}

static vv_owned context_create_decimal(vv_thread *t, vv_obj *const *argv) {
    return argv[1] == NULL ? small_decimal(t, 0) : vv_decimal_create(t, argv[1], argv[0]);
}

static vv_owned context_create_decimal_from_float(vv_thread *t, vv_obj *const *argv) {
    return vv_decimal_from_float(t, VV_TYPEP(t, DECIMAL), argv[1], argv[0], false);
}

/* Numbers without a check of their range, as the tests of the specification want them. */
static vv_owned unsafe(vv_thread *t, vv_obj *const *argv, int64_t *field) {
    int64_t n;
    if (number(t, argv[1], &n) < 0)
        return NULL;
    if (n > 2 * VV_DEC_MAX_PREC || n < -2 * VV_DEC_MAX_PREC)
        return vv_raise(t, VV_ValueError, "valid range for unsafe values is [-1999999999999999998, 1999999999999999998]");
    *field = n;
    return vv_none(t);
}
static vv_owned context_unsafe_setprec(vv_thread *t, vv_obj *const *argv) {
    return unsafe(t, argv, &VV_DECIMAL_CONTEXT(argv[0])->c.prec);
}
static vv_owned context_unsafe_setemin(vv_thread *t, vv_obj *const *argv) {
    return unsafe(t, argv, &VV_DECIMAL_CONTEXT(argv[0])->c.emin);
}
static vv_owned context_unsafe_setemax(vv_thread *t, vv_obj *const *argv) {
    return unsafe(t, argv, &VV_DECIMAL_CONTEXT(argv[0])->c.emax);
}

/* ---- localcontext() ---- */

static vv_owned manager_new(vv_thread *t, vv_ref context_or_null) {
    vv_ref current = vv_decimal_context_peek(t), base = current == NULL ? NULL : vv_decimal_context_argument(t, context_or_null);
    VV_AUTO local = {t, base == NULL ? NULL : copy_of(t, base)};
    vv_obj *o = local.o == NULL ? NULL : vv_new_object(t, VV_TYPEP(t, DECIMAL_MANAGER), sizeof(context_manager));
    if (o == NULL)
        return NULL;
    MANAGER(o)->local = vv_move(&local.o);
    MANAGER(o)->global = vv_newref(current);
    return o;
}

static const char *const settings[] = {"prec", "rounding", "Emin", "Emax", "capitals", "clamp", "flags", "traps"};

/* The settings that a dict of keywords has, borrowed, into values[1..8]: 0, or -1 with TypeError. */
static int read_settings(vv_thread *t, vv_ref keywords, vv_obj **values) {
    size_t pos = 0, k;
    vv_ref key, value;
    vv_hash hash;
    while (keywords != NULL && vv_dict_next(keywords, &pos, &key, &value, &hash)) {
        for (k = 0; k < VV_ARRAY_LEN(settings) && !vv_str_equal_cstr(key, settings[k]); k++)
            ;
        if (k == VV_ARRAY_LEN(settings))
            return vv_raise_int(t, VV_TypeError, "'%U' is an invalid keyword argument for this function", key);
        values[k + 1] = VV_OBJ(value);
    }
    return 0;
}

/* argv: the context or None, keywords or NULL */
vv_step vv_decimal_localcontext(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    nf->slot[0] = manager_new(t, nf->argv[0]);
    if (nf->slot[0] == NULL)
        return VV_FAILED;
    vv_obj *values[9] = {MANAGER(nf->slot[0])->local};
    if (read_settings(t, nf->argv[1], values) < 0)
        return VV_FAILED;
    vv_native *apply = vv_push_native(t, apply_settings, "localcontext", values, 9);
    VV_AWAIT(nf, apply == NULL ? VV_FAILED : VV_PUSHED);
    return vv_return(t, vv_move(&nf->slot[0]));
    VV_END(nf);
}

static void manager_dealloc(vv_thread *t, vv_obj *self) {
    vv_xdecref(t, MANAGER(self)->local);
    vv_xdecref(t, MANAGER(self)->global);
    vv_free_object(t, self);
}

static int manager_traverse(vv_ref self, vv_visit visit, void *arg) {
    VV_VISIT(MANAGER(self)->local);
    VV_VISIT(MANAGER(self)->global);
    return 0;
}

static vv_owned manager_enter(vv_thread *t, vv_obj *const *argv) {
    vv_ref local = MANAGER(argv[0])->local;
    return set_current(t, local) < 0 ? NULL : vv_newref(local);
}

static vv_owned manager_exit(vv_thread *t, vv_obj *const *argv) {
    return set_current(t, MANAGER(argv[0])->global) < 0 ? NULL : vv_none(t);
}

/* ---- types ---- */

const vv_typespec vv_decimal_context_spec = {
    .name = "Context",
    .module = "decimal",
    .base = VV_T_OBJECT,
    .flags = VV_TF_BASETYPE | VV_TF_IMMUTABLE,
    .signature = context_arguments + sizeof "Context" - 1,
    .basicsize = sizeof(decimal_context),
    .size64 = 96,
    .doc = "How decimal operations round, which exponents they may have, and which of their signals raise.",
    .slots = &context_slots,
    .methods = context_methods,
    .getset = context_getset,
    .dealloc = context_dealloc,
    .traverse = context_traverse,
};

const vv_typespec vv_decimal_signals_spec = {
    .name = "SignalDictMixin",
    .module = "decimal",
    .base = VV_T_OBJECT,
    .flags = VV_TF_BASETYPE | VV_TF_IMMUTABLE,
    .basicsize = sizeof(signal_dict),
    .size64 = 24,
    .slots = &signals_slots,
    .methods = signals_methods,
    .dealloc = signals_dealloc,
};

const vv_typespec vv_decimal_manager_spec = {
    .name = "ContextManager",
    .module = "decimal",
    .base = VV_T_OBJECT,
    .flags = VV_TF_IMMUTABLE | VV_TF_NO_NEW,
    .basicsize = sizeof(context_manager),
    .size64 = 32,
    .slots = &manager_slots,
    .methods = manager_methods,
    .dealloc = manager_dealloc,
    .traverse = manager_traverse,
};

/* The three contexts that everybody can see, and the constants. */
int vv_decimal_add_contexts(vv_thread *t, vv_ref dict) {
    if (vv_decimal_state(t, VV_DECIMAL_DEFAULT) == VV_NONE(t)) {
        vv_dec_ctx basic = standard, extended = standard;
        basic.prec = extended.prec = 9;
        basic.round = VV_DEC_HALF_UP;
        basic.traps |= VV_DEC_UNDERFLOW | VV_DEC_CLAMPED;
        extended.traps = 0;
        const vv_dec_ctx *all[] = {&standard, &basic, &extended};
        for (int k = 2; k >= 0; k--) {
            vv_obj *o = context_new(t, VV_TYPEP(t, DECIMAL_CONTEXT), all[k]);
            if (o == NULL)
                return -1;
            vv_decimal_keep_take(t, VV_DECIMAL_DEFAULT + k, o);
        }
    }
    static const char *const names[] = {"DefaultContext", "BasicContext", "ExtendedContext"};
    for (int k = 0; k < 3; k++)
        if (vv_dict_set_cstr(t, dict, names[k], vv_decimal_state(t, VV_DECIMAL_DEFAULT + k)) < 0)
            return -1;
    for (int k = 0; k < VV_DEC_ROUNDINGS; k++) {
        VV_AUTO name = {t, vv_intern_cstr(t, roundings[k])};
        if (name.o == NULL || vv_dict_set_str(t, dict, name.o, name.o) < 0)
            return -1;
    }
    static const struct {
        const char *name;
        int64_t value;
    } limits[] = {{"MAX_PREC", VV_DEC_MAX_PREC}, {"MAX_EMAX", VV_DEC_MAX_PREC}, {"MIN_EMIN", -VV_DEC_MAX_PREC}, {"MIN_ETINY", VV_DEC_MIN_ETINY}};
    for (size_t k = 0; k < VV_ARRAY_LEN(limits); k++) {
        VV_AUTO value = {t, vv_int_new(t, limits[k].value)};
        if (value.o == NULL || vv_dict_set_cstr(t, dict, limits[k].name, value.o) < 0)
            return -1;
    }
    return 0;
}
