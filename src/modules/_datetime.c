/* _datetime.c - module _datetime, and what its classes share: calls with C's complaints, calls of Python, pickles.
 *
 * The module datetime of the library takes all of this and adds nothing.
 */
#include "modules/_datetime.h"

#include "object/error.h"
#include "object/intern.h"
#include "types/bytes.h"
#include "types/dict.h"
#include "types/function.h"
#include "types/int.h"
#include "types/str.h"
#include "types/tuple.h"

/* ---- arguments ---- */

static const char *plural(size_t n) {
    return n == 1 ? "" : "s";
}

enum { COMPLAINT = 5 }; /* nf->i: -1 an unknown keyword, k > 0: argument k given twice; nf->slot: the keyword */

vv_step vv_dt_start_new(vv_thread *t, vv_resumable_fn *fn, const char *name, const vv_dt_signature *sig, vv_ref cls,
                        vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    vv_obj *argv[10] = {VV_OBJ(cls)};
    size_t nkw = kwnames == NULL ? 0 : VV_TUPLE(kwnames)->length;
    if (nargs + nkw > sig->total)
        return vv_raise_step(t, VV_TypeError, "function takes at most %d %sargument%s (%zu given)", sig->total,
                             nargs == 0 ? "keyword " : "", plural(sig->total), nargs + nkw);
    if (nargs > sig->positional)
        return vv_raise_step(t, VV_TypeError, "function takes at most %d positional argument%s (%zu given)", sig->positional,
                             plural(sig->positional), nargs);
    for (size_t k = 0; k < nargs; k++)
        argv[1 + k] = args[k];
    int complaint = 0;
    vv_ref keyword = NULL;
    for (size_t i = 0; i < nkw; i++) {
        vv_ref given = VV_TUPLE(kwnames)->items[i];
        size_t k = 0;
        while (k < sig->total && !vv_str_equal_cstr(given, sig->names[k]))
            k++;
        if (k == sig->total || k < nargs) {
            int found = k == sig->total ? -1 : (int)k + 1;
            if (keyword == NULL || (found > 0 && (complaint < 0 || found < complaint))) {
                complaint = found;
                keyword = given;
            }
        } else {
            argv[1 + k] = args[nargs + i];
        }
    }
    vv_native *nf = vv_push_native(t, fn, name, argv, 1u + sig->total);
    if (nf == NULL)
        return VV_FAILED;
    nf->i[COMPLAINT] = complaint;
    nf->slot[COMPLAINT] = vv_xnewref(keyword);
    return vv_native_enter(t, nf);
}

int vv_dt_bound_before(const vv_native *nf, const vv_dt_signature *sig) {
    for (int k = 0; k < sig->required; k++)
        if (nf->argv[1 + k] == NULL)
            return k;
    return sig->total;
}

int vv_dt_bound(vv_thread *t, const vv_native *nf, const vv_dt_signature *sig) {
    int missing = vv_dt_bound_before(nf, sig);
    if (missing < sig->required)
        return vv_raise_int(t, VV_TypeError, "function missing required argument '%s' (pos %d)", sig->names[missing], missing + 1);
    if (nf->i[COMPLAINT] > 0)
        return vv_raise_int(t, VV_TypeError, "argument for function given by name ('%U') and position (%d)", nf->slot[COMPLAINT],
                            (int)nf->i[COMPLAINT]);
    if (nf->i[COMPLAINT] < 0)
        return vv_raise_int(t, VV_TypeError, "'%U' is an invalid keyword argument for this function", nf->slot[COMPLAINT]);
    return 0;
}

int vv_dt_no_int(const vv_native *nf, int from, int to) {
    for (int k = from; k < to; k++)
        if (nf->argv[k] != NULL && !VV_ISA(nf->argv[k], INT))
            return k;
    return -1;
}

int vv_dt_int(vv_thread *t, vv_ref argument, int *ret) {
    int64_t n;
    if (argument == NULL)
        return 0;
    if (vv_int_to_i64(argument, &n) != 0)
        return vv_raise_int(t, VV_OverflowError, "Python int too large to convert to C long");
    if (n > INT32_MAX || n < INT32_MIN)
        return vv_raise_int(t, VV_OverflowError, "signed integer is %s than %simum", n > 0 ? "greater" : "less", n > 0 ? "max" : "min");
    *ret = (int)n;
    return 0;
}

int vv_dt_count(vv_thread *t, const vv_native *nf, const char *function, size_t n) {
    size_t given = VV_TUPLE(nf->argv[1])->length;
    if (nf->argv[2] != NULL)
        return vv_raise_int(t, VV_TypeError, "%s() takes no keyword arguments", function);
    if (given == n)
        return 0;
    return vv_raise_int(t, VV_TypeError, "%s() takes exactly %zu argument%s (%zu given)", function, n, plural(n), given);
}

int vv_dt_only_argument(vv_thread *t, vv_native *nf, const char *function) {
    if (vv_dt_count(t, nf, function, 1) < 0)
        return -1;
    vv_setref_take(t, &nf->argv[1], vv_newref(VV_TUPLE(nf->argv[1])->items[0]));
    return 0;
}

vv_step vv_dt_bad_argument(vv_thread *t, const char *function, int k, const char *wanted, vv_ref got) {
    return vv_raise_step(t, VV_TypeError, "%s() argument %d must be %s, not %A", function, k, wanted, got);
}

/* ---- calls ---- */

/* argv: arguments; slot: 0 the module, 1 the attribute */
static vv_step call_module(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_import_module(t, nf->slot[0]));
    vv_setref_take(t, &nf->slot[0], vv_take_ret(t));
    VV_AWAIT(nf, vv_do_getattr(t, nf->slot[0], nf->slot[1]));
    vv_setref_take(t, &nf->slot[1], vv_take_ret(t));
    VV_AWAIT(nf, vv_do_call(t, nf->slot[1], nf->argv, nf->argc));
    return VV_READY;
    VV_END(nf);
}

vv_step vv_dt_do_call_module(vv_thread *t, const char *module, const char *attribute, vv_obj *const *args, size_t nargs) {
    VV_AUTO name = {t, vv_intern_cstr(t, module)};
    VV_AUTO key = {t, name.o == NULL ? NULL : vv_intern_cstr(t, attribute)};
    vv_native *nf = key.o == NULL ? NULL : vv_push_native(t, call_module, "datetime", args, nargs);
    if (nf == NULL)
        return VV_FAILED;
    nf->slot[0] = vv_move(&name.o);
    nf->slot[1] = vv_move(&key.o);
    return vv_native_enter(t, nf);
}

/* argv: object, arguments; slot 0: the name */
static vv_step call_method(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_call_method(t, nf->argv[0], nf->slot[0], nf->argv + 1, nf->argc - 1u));
    return VV_READY;
    VV_END(nf);
}

vv_step vv_dt_do_call_method(vv_thread *t, vv_ref self, const char *name, vv_obj *const *args, size_t nargs) {
    VV_AUTO key = {t, vv_intern_cstr(t, name)};
    vv_native *nf = key.o == NULL ? NULL : vv_push_native(t, call_method, name, (vv_obj *[]){VV_OBJ(self), nargs > 0 ? args[0] : NULL}, 1 + nargs);
    if (nf == NULL)
        return VV_FAILED;
    nf->slot[0] = vv_move(&key.o);
    return vv_native_enter(t, nf);
}

vv_owned vv_dt_time_tuple(vv_thread *t, const vv_dt_fields *f, int yearday, int isdst) {
    const int values[] = {f->year, f->month, f->day, f->hour, f->minute, f->second, vv_dt_weekday(f->year, f->month, f->day), yearday, isdst};
    VV_AUTO tuple = {t, vv_tuple_new(t, VV_ARRAY_LEN(values))};
    for (size_t k = 0; tuple.o != NULL && k < VV_ARRAY_LEN(values); k++) {
        VV_TUPLE(tuple.o)->items[k] = vv_int_new(t, values[k]);
        if (VV_TUPLE(tuple.o)->items[k] == NULL)
            return NULL;
    }
    if (tuple.o != NULL)
        vv_tuple_done(t, tuple.o);
    return vv_move(&tuple.o);
}

vv_step vv_dt_do_struct_time(vv_thread *t, const vv_dt_fields *f, int isdst) {
    VV_AUTO tuple = {t, vv_dt_time_tuple(t, f, vv_dt_yearday(f->year, f->month, f->day), isdst)};
    return tuple.o == NULL ? VV_FAILED : vv_dt_do_call_module(t, "time", "struct_time", &tuple.o, 1);
}

vv_step vv_dt_ordered(vv_thread *t, int order, int op) {
    bool r = op == VV_LT   ? order < 0
             : op == VV_LE ? order <= 0
             : op == VV_EQ ? order == 0
             : op == VV_NE ? order != 0
             : op == VV_GT ? order > 0
                           : order >= 0;
    return vv_return(t, vv_bool(t, r));
}

/* ---- pickles ---- */

const uint8_t *vv_dt_state(vv_thread *t, vv_ref argument, size_t n, vv_obj **owner, bool *failed) {
    *failed = false;
    bool text = VV_ISA(argument, STR);
    if (!text && !VV_ISA(argument, BYTES))
        return NULL;
    if ((text ? vv_str_length(argument) : VV_BYTES(argument)->length) != n)
        return NULL;
    size_t at = n == 6 ? 0 : 2; /* the hour, or the month: in range, or it is no state; the top bit may be the fold */
    uint32_t c = text ? vv_str_at(argument, at) : VV_BYTES(argument)->data[at];
    if (n != 4)
        c &= 127;
    if (n == 6 ? c >= 24 : c < 1 || c > 12)
        return NULL;
    if (!text)
        return VV_BYTES(argument)->data;
    uint8_t state[10];
    for (size_t k = 0; k < n; k++) {
        if (vv_str_at(argument, k) > 255) {
            *failed = true;
            vv_raise(t, VV_ValueError,
                     "Failed to encode latin1 string when unpickling a %s object. pickle.load(data, encoding='latin1') is assumed.",
                     n == 4 ? "date" : n == 6 ? "time" : "datetime");
            return NULL;
        }
        state[k] = (uint8_t)vv_str_at(argument, k);
    }
    *owner = vv_bytes_new(t, state, n);
    *failed = *owner == NULL;
    return *failed ? NULL : VV_BYTES(*owner)->data;
}

vv_owned vv_dt_reduce(vv_thread *t, vv_ref self, const uint8_t *state, size_t n, vv_ref tzinfo) {
    VV_AUTO bytes = {t, vv_bytes_new(t, state, n)};
    if (bytes.o == NULL)
        return NULL;
    return vv_tuple_pack_take(t, 2, vv_newref(&self->type->head), vv_tuple_pack(t, tzinfo == NULL ? 1 : 2, (vv_ref)bytes.o, tzinfo));
}

/* ---- the module ---- */

int vv_dt_set_take(vv_thread *t, vv_type *type, const char *name, vv_owned value) {
    VV_AUTO held = {t, value};
    return held.o == NULL ? -1 : vv_dict_set_cstr(t, type->dict, name, held.o);
}

/* min, max and resolution of the classes, and the zones. 0/-1. */
static int add_constants(vv_thread *t) {
    vv_type *delta = VV_TYPEP(t, DT_DELTA), *date = VV_TYPEP(t, DT_DATE), *time = VV_TYPEP(t, DT_TIME), *datetime = VV_TYPEP(t, DT_DATETIME);
    const vv_dt_fields first = {.year = VV_DT_MIN_YEAR, .month = 1, .day = 1};
    const vv_dt_fields last = {VV_DT_MAX_YEAR, 12, 31, 23, 59, 59, 999999, 0};
    VV_AUTO least = {t, vv_dt_delta_new(t, NULL, 0, 0, 1)};
    if (least.o == NULL || vv_dt_set_take(t, delta, "resolution", vv_newref(least.o)) < 0 ||
        vv_dt_set_take(t, time, "resolution", vv_newref(least.o)) < 0 || vv_dt_set_take(t, datetime, "resolution", vv_newref(least.o)) < 0 ||
        vv_dt_set_take(t, date, "resolution", vv_dt_delta_new(t, NULL, 1, 0, 0)) < 0 ||
        vv_dt_set_take(t, delta, "min", vv_dt_delta_new(t, NULL, -VV_DT_MAX_DELTA_DAYS, 0, 0)) < 0 ||
        vv_dt_set_take(t, delta, "max", vv_dt_delta_new(t, NULL, VV_DT_MAX_DELTA_DAYS, VV_DT_DAY - 1, VV_DT_SECOND_US - 1)) < 0 ||
        vv_dt_set_take(t, date, "min", vv_dt_date_new(t, date, &first)) < 0 ||
        vv_dt_set_take(t, date, "max", vv_dt_date_new(t, date, &last)) < 0 ||
        vv_dt_set_take(t, time, "min", vv_dt_time_new(t, time, &first, NULL)) < 0 ||
        vv_dt_set_take(t, time, "max", vv_dt_time_new(t, time, &last, NULL)) < 0 ||
        vv_dt_set_take(t, datetime, "min", vv_dt_datetime_new(t, datetime, &first, NULL)) < 0 ||
        vv_dt_set_take(t, datetime, "max", vv_dt_datetime_new(t, datetime, &last, NULL)) < 0)
        return -1;
    return vv_dt_zone_constants(t);
}

static int set_int(vv_thread *t, vv_ref dict, const char *name, int value) {
    VV_AUTO n = {t, vv_int_new(t, value)};
    return n.o == NULL ? -1 : vv_dict_set_cstr(t, dict, name, n.o);
}

static const vv_methoddef no_functions[] = {{NULL, VV_KIND_LEAF, VV_BIND_INSTANCE, {.leaf = NULL}, NULL, NULL}};

vv_owned vv__datetime_module(vv_thread *t);
vv_owned vv__datetime_module(vv_thread *t) {
    static const int types[] = {VV_T_DT_DELTA,    VV_T_DT_DATE,   VV_T_DT_TIME,       VV_T_DT_DATETIME,
                                VV_T_DT_TIMEZONE, VV_T_DT_TZINFO, VV_T_DT_ISOCALENDAR};
    VV_AUTO module = {t, vv_module_from_defs(t, "_datetime", "Fast implementation of the datetime type.", no_functions)};
    if (module.o == NULL)
        return NULL;
    vv_ref dict = VV_MODULE_OF(module.o)->dict;
    for (size_t k = 0; k < VV_ARRAY_LEN(types); k++) {
        vv_type *type = vv_type_ensure_peek(t, types[k]);
        if (type == NULL || (types[k] != VV_T_DT_ISOCALENDAR && vv_dict_set_str(t, dict, type->name, &type->head) < 0))
            return NULL;
    }
    if (vv_dt_utc_peek(t) == NULL && (t->exc != NULL || add_constants(t) < 0))
        return NULL;
    if (set_int(t, dict, "MINYEAR", VV_DT_MIN_YEAR) < 0 || set_int(t, dict, "MAXYEAR", VV_DT_MAX_YEAR) < 0 ||
        vv_dict_set_cstr(t, dict, "UTC", vv_dt_utc_peek(t)) < 0)
        return NULL;
    return vv_move(&module.o);
}
