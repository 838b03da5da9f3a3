/* _datetime_datetime.c - datetime.datetime: a date with a time of day, with or without a zone.
 *
 * `fold` tells the two readings of an hour that a clock shows twice apart (PEP 495). Local time is UTC.
 */
#include "modules/_datetime.h"

#include "base/host.h"
#include "object/alloc.h"
#include "object/error.h"
#include "types/float.h"
#include "types/int.h"
#include "types/str.h"
#include "types/tuple.h"

#define VV_DEF_NAME datetime
#define VV_DEF_FILE "modules/_datetime_datetime.def"
#include "object/deftype.h"

static vv_dt_fields fields_of(vv_ref self) {
    vv_dt_fields f = vv_dt_fields_of(self);
    vv_dt_clock_fields(&VV_DT_DATETIME(self)->clock, &f);
    return f;
}

static vv_ref zone_of(vv_ref self) {
    return VV_DT_DATETIME(self)->tzinfo;
}

/* ---- making ---- */

vv_owned vv_dt_datetime_new(vv_thread *t, vv_type *type, const vv_dt_fields *f, vv_ref tzinfo) {
    vv_obj *o = vv_dt_date_new(t, type, f);
    if (o == NULL)
        return NULL;
    VV_DT_DATETIME(o)->clock = vv_dt_clock_of(f);
    VV_DT_DATETIME(o)->tzinfo = vv_xnewref(tzinfo);
    return o;
}

static void datetime_dealloc(vv_thread *t, vv_obj *self) {
    vv_clearref(t, &VV_DT_DATETIME(self)->tzinfo);
    vv_free_object(t, self);
}

static int datetime_traverse(vv_ref self, vv_visit visit, void *arg) {
    VV_VISIT(VV_DT_DATETIME(self)->tzinfo);
    return 0;
}

/* argv[1] to [9]: what is given of year, ..., microsecond, tzinfo and fold. 0/-1. */
static int read_arguments(vv_thread *t, vv_obj *const *argv, vv_dt_fields *f, vv_ref *tzinfo) {
    int *const into[] = {&f->year, &f->month, &f->day, &f->hour, &f->minute, &f->second, &f->us, NULL, &f->fold};
    for (int k = 0; k < 9; k++)
        if (into[k] != NULL && vv_dt_int(t, argv[1 + k], into[k]) < 0)
            return -1;
    return argv[8] == NULL ? 0 : vv_dt_check_tzinfo(t, argv[8], tzinfo);
}

static int check(vv_thread *t, const vv_dt_fields *f) {
    return vv_dt_check_date(t, f) < 0 ? -1 : vv_dt_check_time(t, f);
}

static const char *const datetime_names[] = {"year", "month", "day", "hour", "minute", "second", "microsecond", "tzinfo", "fold"};
static const vv_dt_signature datetime_signature = {datetime_names, 3, 8, 9};

/* argv: class, then as the names */
static vv_step new_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    nf->i[0] = vv_dt_bound_before(nf, &datetime_signature);
    VV_DT_INTS(nf, 1, 1 + (nf->i[0] < 7 ? (int)nf->i[0] : 7));
    VV_DT_INTS(nf, 9, nf->i[0] < 9 ? 9 : 10);
    vv_dt_fields f = {0};
    vv_ref tzinfo = NULL;
    if (vv_dt_bound(t, nf, &datetime_signature) < 0 || read_arguments(t, nf->argv, &f, &tzinfo) < 0 || check(t, &f) < 0)
        return VV_FAILED;
    return vv_return(t, vv_dt_datetime_new(t, VV_AS_TYPE(nf->argv[0]), &f, tzinfo));
    VV_END(nf);
}

static vv_step datetime_create(vv_thread *t, vv_ref cls, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    if (nargs >= 1 && nargs <= 2 && kwnames == NULL) {
        bool failed;
        VV_AUTO owner = {t, NULL};
        const uint8_t *s = vv_dt_state(t, args[0], 10, &owner.o, &failed);
        vv_ref tzinfo = nargs == 2 && args[1] != VV_NONE(t) ? args[1] : NULL;
        if (failed)
            return VV_FAILED;
        if (s != NULL && tzinfo != NULL && !VV_DT_IS(t, tzinfo, DT_TZINFO))
            return vv_raise_step(t, VV_TypeError, "bad tzinfo state arg");
        if (s != NULL) {
            vv_dt_fields f = {s[0] * 256 + s[1], s[2] & 127, s[3], s[4], s[5], s[6], (s[7] << 16) + (s[8] << 8) + s[9], s[2] >> 7};
            return vv_return(t, vv_dt_datetime_new(t, VV_AS_TYPE(cls), &f, tzinfo));
        }
    }
    return vv_dt_start_new(t, new_native, "datetime", &datetime_signature, cls, args, nargs, kwnames);
}

/* argv: class, year, ..., microsecond, tzinfo. The fold is lost, as in CPython. */
static vv_step call_class(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_call(t, nf->argv[0], nf->argv + 1, 8));
    return VV_READY;
    VV_END(nf);
}

vv_step vv_dt_do_datetime(vv_thread *t, vv_ref cls, const vv_dt_fields *f, vv_ref tzinfo) {
    if (cls == &VV_TYPEP(t, DT_DATETIME)->head)
        return check(t, f) < 0 ? VV_FAILED : vv_return(t, vv_dt_datetime_new(t, VV_AS_TYPE(cls), f, tzinfo));
    vv_obj *argv[9] = {VV_OBJ(cls)};
    const int values[] = {f->year, f->month, f->day, f->hour, f->minute, f->second, f->us};
    bool whole = true;
    for (size_t k = 0; k < VV_ARRAY_LEN(values); k++)
        whole = (argv[1 + k] = vv_int_new(t, values[k])) != NULL && whole;
    argv[8] = vv_dt_tzinfo_or_none(t, tzinfo);
    vv_native *nf = whole ? vv_push_native(t, call_class, "datetime", argv, 9) : NULL;
    for (size_t k = 1; k < 9; k++)
        vv_xdecref(t, argv[k]);
    return nf == NULL ? VV_FAILED : VV_PUSHED;
}

/* argv: self, then as the names */
static vv_step datetime_replace(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_DT_INTS(nf, 1, 8);
    VV_DT_INTS(nf, 9, 10);
    vv_dt_fields f = fields_of(nf->argv[0]);
    vv_ref tzinfo = zone_of(nf->argv[0]);
    if (read_arguments(t, nf->argv, &f, &tzinfo) < 0)
        return VV_FAILED;
    return check(t, &f) < 0 ? VV_FAILED : vv_return(t, vv_dt_datetime_new(t, nf->argv[0]->type, &f, tzinfo));
    VV_END(nf);
}

/* ---- the present, and timestamps ---- */

/* A datetime of the class argv[0] at seconds i[0] and microseconds i[1] since 1970, in the zone argv[1] (None: naive). Naive local time
 * asks for a day before, since a fold might begin there. i[2]: it is not local. */
static vv_step at_moment(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    vv_ref tzinfo = nf->argv[1] == VV_NONE(t) ? NULL : nf->argv[1];
    vv_dt_fields f;
    if (vv_dt_from_seconds(t, nf->i[0], &f) < 0)
        return VV_FAILED;
    vv_dt_fields before;
    if (tzinfo == NULL && nf->i[2] == 0 && vv_dt_from_seconds(t, nf->i[0] - VV_DT_DAY, &before) < 0)
        return VV_FAILED;
    f.us = (int)nf->i[1];
    VV_AWAIT(nf, vv_dt_do_datetime(t, nf->argv[0], &f, tzinfo));
    if (nf->argv[1] == VV_NONE(t))
        return VV_READY;
    nf->slot[0] = vv_take_ret(t);
    VV_AWAIT(nf, vv_dt_do_call_method(t, nf->argv[1], "fromutc", nf->slot, 1));
    return VV_READY;
    VV_END(nf);
}

static vv_step start_moment(vv_thread *t, vv_ref cls, int64_t seconds, int us, vv_ref tz, bool utc) {
    vv_native *nf = vv_push_native(t, at_moment, "datetime", (vv_obj *[]){VV_OBJ(cls), VV_OBJ(tz == NULL ? VV_NONE(t) : tz)}, 2);
    if (nf == NULL)
        return VV_FAILED;
    nf->i[0] = seconds;
    nf->i[1] = us;
    nf->i[2] = utc;
    return vv_native_enter(t, nf);
}

static vv_step do_now(vv_thread *t, vv_ref cls, vv_ref tz, bool utc) {
    int64_t us = (int64_t)(vv_host_realtime_ns() / 1000);
    return start_moment(t, cls, us / VV_DT_SECOND_US, (int)(us % VV_DT_SECOND_US), tz, utc);
}

/* argv: class, tz */
static vv_step datetime_now(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    vv_ref tzinfo;
    if (vv_dt_check_tzinfo(t, nf->argv[1], &tzinfo) < 0)
        return VV_FAILED;
    VV_AWAIT(nf, do_now(t, nf->argv[0], tzinfo, false));
    return VV_READY;
    VV_END(nf);
}

/* argv: class, timestamp, tz */
static vv_step from_timestamp(vv_thread *t, vv_native *nf, bool utc) {
    VV_BEGIN(nf);
    vv_ref tzinfo = NULL;
    if (!utc && vv_dt_check_tzinfo(t, nf->argv[2], &tzinfo) < 0)
        return VV_FAILED;
    if (!VV_ISA(nf->argv[1], FLOAT)) {
        VV_AWAIT(nf, vv_do_index(t, nf->argv[1]));
        vv_setref_take(t, &nf->argv[1], vv_take_ret(t));
    }
    int64_t seconds;
    int us;
    if (vv_dt_timestamp(t, nf->argv[1], false, &seconds, &us) < 0)
        return VV_FAILED;
    VV_AWAIT(nf, start_moment(t, nf->argv[0], seconds, us, utc ? NULL : nf->argv[2], utc));
    return VV_READY;
    VV_END(nf);
}

static vv_step datetime_fromtimestamp(vv_thread *t, vv_native *nf) {
    return from_timestamp(t, nf, false);
}

static vv_step from_utc_timestamp(vv_thread *t, vv_native *nf) {
    return from_timestamp(t, nf, true);
}

static vv_owned deprecation(vv_thread *t, const char *name, const char *instead) {
    return vv_format(t,
                     "datetime.datetime.%s() is deprecated and scheduled for removal in a future version. Use timezone-aware objects "
                     "to represent datetimes in UTC: datetime.datetime.%s.",
                     name, instead);
}

static vv_step datetime_utcnow(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    nf->slot[0] = deprecation(t, "utcnow", "now(datetime.UTC)");
    if (nf->slot[0] == NULL)
        return VV_FAILED;
    VV_AWAIT(nf, vv_do_warn(t, VV_DeprecationWarning, nf->slot[0]));
    vv_drop_ret(t);
    VV_AWAIT(nf, do_now(t, nf->argv[0], NULL, true));
    return VV_READY;
    VV_END(nf);
}

/* argv: class, the tuple of arguments */
static vv_step datetime_utcfromtimestamp(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    nf->slot[0] = deprecation(t, "utcfromtimestamp", "fromtimestamp(timestamp, datetime.UTC)");
    if (nf->slot[0] == NULL)
        return VV_FAILED;
    VV_AWAIT(nf, vv_do_warn(t, VV_DeprecationWarning, nf->slot[0]));
    vv_drop_ret(t);
    if (vv_dt_only_argument(t, nf, "utcfromtimestamp") < 0)
        return VV_FAILED;
    VV_AWAIT(nf, vv_start2(t, from_utc_timestamp, "utcfromtimestamp", nf->argv[0], nf->argv[1]));
    return VV_READY;
    VV_END(nf);
}

/* ---- other constructors ---- */

/* argv: class, the tuple of arguments; _strptime._strptime_datetime(class, text, format) */
static vv_step datetime_strptime(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (vv_dt_count(t, nf, "strptime", 2) < 0)
        return VV_FAILED;
    vv_obj *const *items = VV_TUPLE(nf->argv[1])->items;
    for (int k = 0; k < 2; k++)
        if (!VV_ISA(items[k], STR))
            return vv_dt_bad_argument(t, "strptime", k + 1, "str", items[k]);
    vv_obj *args[] = {nf->argv[0], items[0], items[1]};
    VV_AWAIT(nf, vv_dt_do_call_module(t, "_strptime", "_strptime_datetime", args, 3));
    return VV_READY;
    VV_END(nf);
}

/* argv: class, date, time, tzinfo */
static vv_step datetime_combine(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (!VV_DT_IS(t, nf->argv[1], DT_DATE))
        return vv_dt_bad_argument(t, "combine", 1, "datetime.date", nf->argv[1]);
    if (!VV_DT_IS(t, nf->argv[2], DT_TIME))
        return vv_dt_bad_argument(t, "combine", 2, "datetime.time", nf->argv[2]);
    vv_ref tzinfo = VV_DT_TIME(nf->argv[2])->tzinfo;
    if (nf->argv[3] != NULL && vv_dt_check_tzinfo(t, nf->argv[3], &tzinfo) < 0)
        return VV_FAILED;
    vv_dt_fields f = vv_dt_fields_of(nf->argv[1]);
    vv_dt_clock_fields(&VV_DT_TIME(nf->argv[2])->clock, &f);
    VV_AWAIT(nf, vv_dt_do_datetime(t, nf->argv[0], &f, tzinfo));
    return VV_READY;
    VV_END(nf);
}

static vv_step datetime_fromisoformat(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (!VV_ISA(nf->argv[1], STR))
        return vv_raise_step(t, VV_TypeError, "fromisoformat: argument must be str");
    vv_dt_parsed p = {.offset = 0};
    if (vv_dt_parse_datetime(nf->argv[1], &p) < 0)
        return vv_dt_bad_iso(t, nf->argv[1]);
    bool failed;
    nf->slot[0] = vv_dt_parsed_zone(t, &p, &failed);
    if (failed)
        return VV_FAILED;
    VV_AWAIT(nf, vv_dt_do_datetime(t, nf->argv[0], &p.f, nf->slot[0]));
    return VV_READY;
    VV_END(nf);
}

/* ---- arithmetic ---- */

vv_step vv_dt_do_add(vv_thread *t, vv_ref datetime, vv_ref delta, int sign) {
    const vv_dt_delta *d = VV_DT_DELTA(delta);
    vv_dt_fields f = fields_of(datetime);
    if (vv_dt_shift(t, &f, (int64_t)sign * d->days, (int64_t)sign * d->seconds, (int64_t)sign * d->us) < 0)
        return VV_FAILED;
    f.fold = 0;
    return vv_dt_do_datetime(t, &datetime->type->head, &f, zone_of(datetime));
}

static vv_step datetime_add(vv_thread *t, vv_ref x, vv_ref y) {
    if (VV_DT_IS(t, x, DT_DATETIME))
        return VV_DT_IS(t, y, DT_DELTA) ? vv_dt_do_add(t, x, y, 1) : vv_return_not_implemented(t);
    return VV_DT_IS(t, x, DT_DELTA) ? vv_dt_do_add(t, y, x, 1) : vv_return_not_implemented(t);
}

/* The difference of two, each less its offset (None: not). */
static vv_owned difference(vv_thread *t, vv_ref x, vv_ref y, vv_ref offset_x, vv_ref offset_y) {
    vv_dt_fields a = fields_of(x), b = fields_of(y);
    int64_t seconds = vv_dt_seconds(&a) - vv_dt_seconds(&b), us = a.us - b.us;
    if (offset_x != VV_NONE(t) && offset_y != VV_NONE(t)) {
        const vv_dt_delta *p = VV_DT_DELTA(offset_x), *q = VV_DT_DELTA(offset_y);
        seconds -= (int64_t)(p->days - q->days) * VV_DT_DAY + p->seconds - q->seconds;
        us -= p->us - q->us;
    }
    return vv_dt_delta_new(t, NULL, 0, seconds, us);
}

/* argv: two datetimes of different zones; slot: their offsets */
static vv_step subtract_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_dt_do_ask(t, zone_of(nf->argv[0]), nf->argv[0], VV_DT_UTCOFFSET));
    nf->slot[0] = vv_take_ret(t);
    VV_AWAIT(nf, vv_dt_do_ask(t, zone_of(nf->argv[1]), nf->argv[1], VV_DT_UTCOFFSET));
    nf->slot[1] = vv_take_ret(t);
    if ((nf->slot[0] == VV_NONE(t)) != (nf->slot[1] == VV_NONE(t)))
        return vv_raise_step(t, VV_TypeError, "can't subtract offset-naive and offset-aware datetimes");
    return vv_return(t, difference(t, nf->argv[0], nf->argv[1], nf->slot[0], nf->slot[1]));
    VV_END(nf);
}

static vv_step datetime_sub(vv_thread *t, vv_ref x, vv_ref y) {
    if (!VV_DT_IS(t, x, DT_DATETIME))
        return vv_return_not_implemented(t);
    if (VV_DT_IS(t, y, DT_DELTA))
        return vv_dt_do_add(t, x, y, -1);
    if (!VV_DT_IS(t, y, DT_DATETIME))
        return vv_return_not_implemented(t);
    if (zone_of(x) == zone_of(y))
        return vv_return(t, difference(t, x, y, VV_NONE(t), VV_NONE(t)));
    return vv_dt_run(t, subtract_native, "datetime.__sub__", x, y);
}

/* ---- comparison ---- */

/* Microseconds from day 0, less the offset (None: not). */
static int64_t us_of(vv_thread *t, vv_ref self, vv_ref offset) {
    vv_dt_fields f = fields_of(self);
    int64_t us = vv_dt_seconds(&f) * VV_DT_SECOND_US + f.us;
    return offset == VV_NONE(t) ? us : us - vv_dt_offset_us(offset);
}

/* Does an offset depend on the fold? */
static bool offset_changed(vv_thread *t, vv_ref a, vv_ref b) {
    return a != b && (a == VV_NONE(t) || b == VV_NONE(t) || vv_dt_delta_compare(a, b) != 0);
}

/* argv: two datetimes of different zones; slot: 0 and 1 their offsets, 2 one of them with the other fold; i: 0 op, 1 which.
 * Of equal ones none may be in a fold or a gap: its offset must not depend on `fold` (PEP 495). */
static vv_step compare_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_dt_do_ask(t, zone_of(nf->argv[0]), nf->argv[0], VV_DT_UTCOFFSET));
    nf->slot[0] = vv_take_ret(t);
    VV_AWAIT(nf, vv_dt_do_ask(t, zone_of(nf->argv[1]), nf->argv[1], VV_DT_UTCOFFSET));
    nf->slot[1] = vv_take_ret(t);
    bool equality = nf->i[0] == VV_EQ || nf->i[0] == VV_NE;
    if ((nf->slot[0] == VV_NONE(t)) != (nf->slot[1] == VV_NONE(t)))
        return equality ? vv_return(t, vv_bool(t, nf->i[0] == VV_NE))
                        : vv_raise_step(t, VV_TypeError, "can't compare offset-naive and offset-aware datetimes");
    int64_t a = us_of(t, nf->argv[0], nf->slot[0]), b = us_of(t, nf->argv[1], nf->slot[1]);
    if (!equality || a != b)
        return vv_dt_ordered_us(t, a, b, (int)nf->i[0]);
    for (nf->i[1] = 0; nf->i[1] < 2; nf->i[1]++) {
        vv_ref self = nf->argv[nf->i[1]];
        vv_dt_fields f = fields_of(self);
        f.fold = !f.fold;
        vv_setref_take(t, &nf->slot[2], vv_dt_datetime_new(t, VV_TYPEP(t, DT_DATETIME), &f, zone_of(self)));
        if (nf->slot[2] == NULL)
            return VV_FAILED;
        VV_AWAIT(nf, vv_dt_do_ask(t, zone_of(nf->slot[2]), nf->slot[2], VV_DT_UTCOFFSET));
        vv_setref_take(t, &nf->slot[2], vv_take_ret(t));
        if (offset_changed(t, nf->slot[2], nf->slot[nf->i[1]]))
            return vv_return(t, vv_bool(t, nf->i[0] == VV_NE));
    }
    return vv_return(t, vv_bool(t, nf->i[0] == VV_EQ));
    VV_END(nf);
}

static vv_step datetime_compare(vv_thread *t, vv_ref x, vv_ref y, int op) {
    if (!VV_DT_IS(t, y, DT_DATETIME)) {
        if (!VV_DT_IS(t, y, DT_DATE))
            return vv_return_not_implemented(t);
        if (op == VV_EQ || op == VV_NE) /* a date is no point in time, though a datetime is a date */
            return vv_return(t, vv_bool(t, op == VV_NE));
        return vv_raise_step(t, VV_TypeError, "can't compare %T to %T", x, y);
    }
    if (zone_of(x) == zone_of(y))
        return vv_dt_ordered_us(t, us_of(t, x, VV_NONE(t)), us_of(t, y, VV_NONE(t)), op);
    vv_native *nf = vv_push_native(t, compare_native, "datetime", (vv_obj *[]){VV_OBJ(x), VV_OBJ(y)}, 2);
    if (nf == NULL)
        return VV_FAILED;
    nf->i[0] = op;
    return vv_native_enter(t, nf);
}

/* argv: self; slot: 0 itself without fold, then its offset, 1 its distance from day 0 */
static vv_step hash_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    vv_dt_fields f = fields_of(nf->argv[0]);
    f.fold = 0;
    nf->slot[0] = vv_dt_datetime_new(t, VV_TYPEP(t, DT_DATETIME), &f, zone_of(nf->argv[0]));
    if (nf->slot[0] == NULL)
        return VV_FAILED;
    VV_AWAIT(nf, vv_dt_do_ask(t, zone_of(nf->slot[0]), nf->slot[0], VV_DT_UTCOFFSET));
    vv_setref_take(t, &nf->slot[0], vv_take_ret(t));
    vv_dt_date *self = VV_DT_DATE(nf->argv[0]);
    if (nf->slot[0] == VV_NONE(t)) {
        self->hash = vv_dt_hash_clock(t, nf->argv[0]);
    } else {
        nf->slot[1] = vv_dt_delta_new(t, NULL, 0, 0, us_of(t, nf->argv[0], nf->slot[0]));
        if (nf->slot[1] == NULL)
            return VV_FAILED;
        self->hash = vv_dt_delta_hash(nf->slot[1]);
    }
    return vv_return_int(t, self->hash);
    VV_END(nf);
}

static vv_step datetime_hash(vv_thread *t, vv_ref self) {
    if (VV_DT_DATE(self)->hash != -1)
        return vv_return_int(t, VV_DT_DATE(self)->hash);
    return vv_native_enter(t, vv_push_native(t, hash_native, "datetime.__hash__", (vv_obj *[]){VV_OBJ(self)}, 1));
}

/* ---- zones ---- */

static vv_step datetime_utcoffset(vv_thread *t, vv_native *nf) {
    return vv_dt_ask_self(t, nf, VV_DT_UTCOFFSET);
}
static vv_step datetime_dst(vv_thread *t, vv_native *nf) {
    return vv_dt_ask_self(t, nf, VV_DT_DST);
}
static vv_step datetime_tzname(vv_thread *t, vv_native *nf) {
    return vv_dt_ask_self(t, nf, VV_DT_TZNAME);
}

/* The local zone: UTC under its name. */
static vv_owned local_zone(vv_thread *t) {
    VV_AUTO offset = {t, vv_dt_delta_new(t, NULL, 0, 0, 0)};
    VV_AUTO name = {t, vv_str_from_cstr(t, "UTC")};
    return offset.o == NULL || name.o == NULL ? NULL : vv_dt_timezone_new(t, offset.o, name.o);
}

/* argv: self, tz; slot: 0 the offset, 1 itself in UTC, 2 the new zone */
static vv_step datetime_astimezone(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    vv_ref tzinfo;
    if (vv_dt_check_tzinfo(t, nf->argv[1], &tzinfo) < 0)
        return VV_FAILED;
    if (tzinfo != NULL && zone_of(nf->argv[0]) == tzinfo)
        return vv_return(t, vv_newref(nf->argv[0]));
    nf->slot[2] = vv_xnewref(tzinfo);
    VV_AWAIT(nf, vv_dt_do_ask(t, zone_of(nf->argv[0]), nf->argv[0], VV_DT_UTCOFFSET));
    nf->slot[0] = vv_take_ret(t);
    if (nf->slot[0] == VV_NONE(t)) /* naive: local time */
        vv_setref_take(t, &nf->slot[0], vv_dt_delta_new(t, NULL, 0, 0, 0));
    if (nf->slot[0] == NULL)
        return VV_FAILED;
    VV_AWAIT(nf, vv_dt_do_add(t, nf->argv[0], nf->slot[0], -1));
    nf->slot[1] = vv_take_ret(t);
    if (!VV_DT_IS(t, nf->slot[1], DT_DATETIME))
        return vv_raise_step(t, VV_TypeError, "the class of a datetime gave '%T', not a datetime", nf->slot[1]);
    if (nf->slot[2] == NULL)
        nf->slot[2] = local_zone(t);
    if (nf->slot[2] == NULL)
        return VV_FAILED;
    if (zone_of(nf->slot[1]) != NULL) { /* a new object, of a class that may have given it attributes */
        vv_setref_take(t, &VV_DT_DATETIME(nf->slot[1])->tzinfo, vv_newref(nf->slot[2]));
    } else {
        vv_dt_fields f = fields_of(nf->slot[1]);
        vv_setref_take(t, &nf->slot[1], vv_dt_datetime_new(t, nf->slot[1]->type, &f, nf->slot[2]));
        if (nf->slot[1] == NULL)
            return VV_FAILED;
    }
    VV_AWAIT(nf, vv_dt_do_call_method(t, nf->slot[2], "fromutc", nf->slot + 1, 1));
    return VV_READY;
    VV_END(nf);
}

/* argv: self; slot 0: the offset */
static vv_step datetime_timestamp(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (zone_of(nf->argv[0]) == NULL) {
        vv_dt_fields f = fields_of(nf->argv[0]), near;
        int64_t seconds = vv_dt_seconds(&f) - (int64_t)VV_DT_EPOCH_ORDINAL * VV_DT_DAY;
        if (vv_dt_from_seconds(t, seconds + (f.fold != 0 ? VV_DT_DAY : -VV_DT_DAY), &near) < 0) /* a fold might begin or end there */
            return VV_FAILED;
        return vv_return(t, vv_float_new(t, (double)seconds + f.us / 1e6));
    }
    VV_AWAIT(nf, vv_dt_do_ask(t, zone_of(nf->argv[0]), nf->argv[0], VV_DT_UTCOFFSET));
    nf->slot[0] = vv_take_ret(t);
    if (nf->slot[0] == VV_NONE(t))
        return vv_raise_step(t, VV_TypeError, "can't subtract offset-naive and offset-aware datetimes");
    vv_setref_take(t, &nf->slot[0],
                   vv_dt_delta_new(t, NULL, -VV_DT_EPOCH_ORDINAL, 0, us_of(t, nf->argv[0], nf->slot[0])));
    return nf->slot[0] == NULL ? VV_FAILED : vv_return(t, vv_dt_delta_seconds(t, nf->slot[0]));
    VV_END(nf);
}

static vv_step datetime_timetuple(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_dt_do_ask(t, zone_of(nf->argv[0]), nf->argv[0], VV_DT_DST));
    nf->slot[0] = vv_take_ret(t);
    vv_dt_fields f = fields_of(nf->argv[0]);
    VV_AWAIT(nf, vv_dt_do_struct_time(t, &f, nf->slot[0] == VV_NONE(t) ? -1 : !vv_dt_delta_is_zero(nf->slot[0])));
    return VV_READY;
    VV_END(nf);
}

static vv_step datetime_utctimetuple(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_dt_do_ask(t, zone_of(nf->argv[0]), nf->argv[0], VV_DT_UTCOFFSET));
    nf->slot[0] = vv_take_ret(t);
    vv_dt_fields f = fields_of(nf->argv[0]);
    if (nf->slot[0] != VV_NONE(t)) {
        const vv_dt_delta *d = VV_DT_DELTA(nf->slot[0]);
        if (vv_dt_shift(t, &f, -(int64_t)d->days, -(int64_t)d->seconds, -(int64_t)d->us) < 0)
            return VV_FAILED;
    }
    VV_AWAIT(nf, vv_dt_do_struct_time(t, &f, 0));
    return VV_READY;
    VV_END(nf);
}

/* ---- text ---- */

static vv_step datetime_repr(vv_thread *t, vv_ref self) {
    vv_dt_fields f = fields_of(self);
    vv_dt_text b = {.length = 0};
    vv_dt_put_seconds(&b, &VV_DT_DATETIME(self)->clock);
    vv_obj *text = vv_format(t, "%s(%d, %d, %d, %d, %d%.*s)", vv_type_name(self), f.year, f.month, f.day, f.hour, f.minute, (int)b.length, b.data);
    return vv_dt_do_repr(t, text, true, f.fold, zone_of(self));
}

/* The date and the time with what is between them: owned, or NULL with an exception. */
static vv_owned iso_text(vv_thread *t, vv_ref self, vv_ref separator, vv_ref timespec, vv_ref offset) {
    vv_dt_fields f = fields_of(self);
    vv_dt_text date = {.length = 0}, clock = {.length = 0};
    vv_dt_put_date(&date, &f);
    if (vv_dt_put_clock(t, &clock, &f, timespec) < 0)
        return NULL;
    if (offset != NULL && offset != VV_NONE(t))
        vv_dt_put_offset(&clock, offset, ":");
    if (separator == NULL || vv_str_at(separator, 0) < 128) {
        int length = date.length;
        vv_dt_put(&date, (char[]){separator == NULL ? 'T' : (char)vv_str_at(separator, 0), '\0'});
        if (date.length > length) { /* it was not the character 0 */
            clock.data[clock.length] = '\0';
            vv_dt_put(&date, clock.data);
            return vv_dt_text_str(t, &date);
        }
    }
    return vv_format(t, "%.*s%U%.*s", (int)date.length, date.data, separator, (int)clock.length, clock.data);
}

/* argv: self, sep, timespec; slot 0: the offset */
static vv_step datetime_isoformat(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (nf->argv[1] != NULL && (!VV_ISA(nf->argv[1], STR) || vv_str_length(nf->argv[1]) != 1))
        return vv_dt_bad_argument(t, "isoformat", 1, "a unicode character", nf->argv[1]);
    if (nf->argv[2] != NULL && !VV_ISA(nf->argv[2], STR))
        return vv_dt_bad_argument(t, "isoformat", 2, "str", nf->argv[2]);
    nf->slot[0] = iso_text(t, nf->argv[0], nf->argv[1], nf->argv[2], NULL);
    if (nf->slot[0] == NULL || zone_of(nf->argv[0]) == NULL)
        return vv_return(t, vv_move(&nf->slot[0]));
    VV_AWAIT(nf, vv_dt_do_ask(t, zone_of(nf->argv[0]), nf->argv[0], VV_DT_UTCOFFSET));
    vv_setref_take(t, &nf->slot[0], vv_take_ret(t));
    return vv_return(t, iso_text(t, nf->argv[0], nf->argv[1], nf->argv[2], nf->slot[0]));
    VV_END(nf);
}

static vv_step str_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    nf->slot[0] = vv_str_from_cstr(t, " ");
    if (nf->slot[0] == NULL)
        return VV_FAILED;
    VV_AWAIT(nf, vv_dt_do_call_method(t, nf->argv[0], "isoformat", nf->slot, 1));
    return VV_READY;
    VV_END(nf);
}

static vv_step datetime_str(vv_thread *t, vv_ref self) {
    return vv_start1(t, str_native, "datetime.__str__", self);
}

static vv_owned datetime_ctime(vv_thread *t, vv_obj *const *argv) {
    vv_dt_fields f = fields_of(argv[0]);
    return vv_dt_ctime(t, &f);
}

/* ---- what it is ---- */

static vv_owned datetime_date(vv_thread *t, vv_obj *const *argv) {
    vv_dt_fields f = vv_dt_fields_of(argv[0]);
    return vv_dt_date_new(t, VV_TYPEP(t, DT_DATE), &f);
}
static vv_owned datetime_time(vv_thread *t, vv_obj *const *argv) {
    vv_dt_fields f = fields_of(argv[0]);
    return vv_dt_time_new(t, VV_TYPEP(t, DT_TIME), &f, NULL);
}
static vv_owned datetime_timetz(vv_thread *t, vv_obj *const *argv) {
    vv_dt_fields f = fields_of(argv[0]);
    return vv_dt_time_new(t, VV_TYPEP(t, DT_TIME), &f, zone_of(argv[0]));
}

static vv_owned datetime_reduce(vv_thread *t, vv_obj *const *argv) {
    return vv_dt_reduce_clock(t, argv[0], false);
}

static vv_step datetime_reduce_ex(vv_thread *t, vv_native *nf) {
    return vv_dt_reduce_ex(t, nf);
}

const vv_typespec vv_dt_datetime_spec = {
    .name = "datetime",
    .module = "datetime",
    .base = VV_T_DT_DATE,
    .flags = VV_TF_BASETYPE | VV_TF_IMMUTABLE,
    .basicsize = sizeof(vv_dt_datetime),
    .size64 = 48,
    .doc = "datetime(year, month, day[, hour[, minute[, second[, microsecond[,tzinfo]]]]])\n\n"
           "The year, month and day arguments are required. tzinfo may be None, or an instance of a tzinfo subclass; the others are ints.",
    .slots = &datetime_slots,
    .methods = datetime_methods,
    .getset = datetime_getset,
    .dealloc = datetime_dealloc,
    .traverse = datetime_traverse,
};
