/* _datetime_date.c - datetime.date, and the named tuple of its isocalendar(). */
#include "modules/_datetime.h"

#include <math.h>

#include "base/hash.h"
#include "object/alloc.h"
#include "object/bind.h"
#include "object/error.h"
#include "types/bytes.h"
#include "types/float.h"
#include "types/int.h"
#include "types/str.h"
#include "types/tuple.h"

static vv_getter_fn get_year, get_month, get_day, get_iso_year, get_iso_week, get_iso_weekday;

#define VV_DEF_NAME date
#define VV_DEF_FILE "modules/_datetime_date.def"
#include "object/deftype.h"
#define VV_DEF_NAME iso
#define VV_DEF_FILE "modules/_datetime_isocalendar.def"
#include "object/deftype.h"

/* ---- making ---- */

vv_dt_fields vv_dt_fields_of(vv_ref o) {
    const vv_dt_date *d = VV_DT_DATE(o);
    return (vv_dt_fields){.year = d->year, .month = d->month, .day = d->day};
}

vv_owned vv_dt_date_new(vv_thread *t, vv_type *type, const vv_dt_fields *f) {
    vv_obj *o = vv_new_object(t, type, type->basicsize); /* a datetime's other fields are zero: midnight */
    if (o == NULL)
        return NULL;
    VV_DT_DATE(o)->hash = -1;
    VV_DT_DATE(o)->year = (uint16_t)f->year;
    VV_DT_DATE(o)->month = (uint8_t)f->month;
    VV_DT_DATE(o)->day = (uint8_t)f->day;
    if ((type->flags & VV_TF_GC) != 0)
        vv_track(t, o);
    return o;
}

static void date_dealloc(vv_thread *t, vv_obj *self) {
    vv_free_object(t, self);
}

/* argv: a class; i: year, month, day */
static vv_step call_class(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    for (int k = 0; k < 3; k++) {
        nf->slot[k] = vv_int_new(t, nf->i[k]);
        if (nf->slot[k] == NULL)
            return VV_FAILED;
    }
    VV_AWAIT(nf, vv_do_call(t, nf->argv[0], nf->slot, 3));
    return VV_READY;
    VV_END(nf);
}

vv_step vv_dt_do_date(vv_thread *t, vv_ref cls, const vv_dt_fields *f) {
    if (cls == &VV_TYPEP(t, DT_DATE)->head || cls == &VV_TYPEP(t, DT_DATETIME)->head)
        return vv_dt_check_date(t, f) < 0 ? VV_FAILED : vv_return(t, vv_dt_date_new(t, VV_AS_TYPE(cls), f));
    vv_native *nf = vv_push_native(t, call_class, "date", (vv_obj *[]){VV_OBJ(cls)}, 1);
    if (nf == NULL)
        return VV_FAILED;
    nf->i[0] = f->year;
    nf->i[1] = f->month;
    nf->i[2] = f->day;
    return VV_PUSHED;
}

static const char *const date_names[] = {"year", "month", "day"};
static const vv_dt_signature date_signature = {date_names, 3, 3, 3};

/* argv: class, year, month, day */
static vv_step new_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_DT_INTS(nf, 1, 1 + vv_dt_bound_before(nf, &date_signature));
    vv_dt_fields f = {0};
    if (vv_dt_bound(t, nf, &date_signature) < 0 || vv_dt_int(t, nf->argv[1], &f.year) < 0 || vv_dt_int(t, nf->argv[2], &f.month) < 0 ||
        vv_dt_int(t, nf->argv[3], &f.day) < 0 || vv_dt_check_date(t, &f) < 0)
        return VV_FAILED;
    return vv_return(t, vv_dt_date_new(t, VV_AS_TYPE(nf->argv[0]), &f));
    VV_END(nf);
}

static vv_step date_create(vv_thread *t, vv_ref cls, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    if (nargs == 1 && kwnames == NULL) {
        bool failed;
        VV_AUTO owner = {t, NULL};
        const uint8_t *s = vv_dt_state(t, args[0], 4, &owner.o, &failed);
        if (failed)
            return VV_FAILED;
        if (s != NULL)
            return vv_return(t, vv_dt_date_new(t, VV_AS_TYPE(cls), &(vv_dt_fields){.year = s[0] * 256 + s[1], .month = s[2], .day = s[3]}));
    }
    return vv_dt_start_new(t, new_native, "date", &date_signature, cls, args, nargs, kwnames);
}

/* ---- other constructors ---- */

int vv_dt_timestamp(vv_thread *t, vv_ref number, bool floors, int64_t *ret_seconds, int *ret_us) {
    *ret_us = 0;
    if (!VV_ISA(number, FLOAT))
        return vv_int_to_i64(number, ret_seconds) == 0 ? 0 : vv_raise_int(t, VV_OverflowError, "timestamp out of range for platform time_t");
    double whole, x = VV_FLOAT(number)->value, part = modf(x, &whole);
    if (isnan(x))
        return vv_raise_int(t, VV_ValueError, "Invalid value NaN (not a number)");
    if (floors) {
        whole = floor(x);
    } else { /* microseconds, ties to even */
        part *= 1e6;
        double near = nearbyint(part);
        if (near >= 1e6 || near < 0)
            whole += near < 0 ? -1 : 1;
        *ret_us = (int)(near >= 1e6 ? near - 1e6 : near < 0 ? near + 1e6 : near);
    }
    if (!(whole >= -0x1p63 && whole < 0x1p63))
        return vv_raise_int(t, VV_OverflowError, "timestamp out of range for platform time_t");
    *ret_seconds = (int64_t)whole;
    return 0;
}

/* argv: class, timestamp */
static vv_step date_fromtimestamp(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (!VV_ISA(nf->argv[1], FLOAT)) {
        VV_AWAIT(nf, vv_do_index(t, nf->argv[1]));
        vv_setref_take(t, &nf->argv[1], vv_take_ret(t));
    }
    int64_t seconds;
    int us;
    vv_dt_fields f;
    if (vv_dt_timestamp(t, nf->argv[1], true, &seconds, &us) < 0 || vv_dt_from_seconds(t, seconds, &f) < 0)
        return VV_FAILED;
    VV_AWAIT(nf, vv_dt_do_date(t, nf->argv[0], &f));
    return VV_READY;
    VV_END(nf);
}

static vv_step date_today(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_dt_do_call_module(t, "time", "time", NULL, 0));
    nf->slot[0] = vv_take_ret(t);
    VV_AWAIT(nf, vv_dt_do_call_method(t, nf->argv[0], "fromtimestamp", nf->slot, 1));
    return VV_READY;
    VV_END(nf);
}

/* argv: class, the tuple of arguments */
static vv_step date_fromordinal(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (vv_dt_only_argument(t, nf, "fromordinal") < 0)
        return VV_FAILED;
    VV_DT_INTS(nf, 1, 2);
    int ordinal = 0;
    vv_dt_fields f = {.year = VV_DT_MAX_YEAR + 1, .month = 1, .day = 1};
    if (vv_dt_int(t, nf->argv[1], &ordinal) < 0)
        return VV_FAILED;
    if (ordinal < 1)
        return vv_raise_step(t, VV_ValueError, "ordinal must be >= 1");
    if (ordinal <= 4 * VV_DT_MAX_ORDINAL) /* later years are as wrong */
        vv_dt_set_ordinal(&f, ordinal);
    VV_AWAIT(nf, vv_dt_do_date(t, nf->argv[0], &f));
    return VV_READY;
    VV_END(nf);
}

static vv_step date_fromisoformat(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (!VV_ISA(nf->argv[1], STR))
        return vv_raise_step(t, VV_TypeError, "fromisoformat: argument must be str");
    vv_dt_parsed p = {.offset = 0};
    if (vv_dt_parse_date(nf->argv[1], vv_str_length(nf->argv[1]), &p) < 0)
        return vv_dt_bad_iso(t, nf->argv[1]);
    VV_AWAIT(nf, vv_dt_do_date(t, nf->argv[0], &p.f));
    return VV_READY;
    VV_END(nf);
}

static vv_step date_fromisocalendar(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_DT_INTS(nf, 1, 4);
    int v[3], ordinal;
    vv_dt_fields f = {0};
    for (int k = 0; k < 3; k++) {
        int64_t n;
        if (vv_int_to_i64(nf->argv[1 + k], &n) != 0 || n > INT32_MAX || n < INT32_MIN)
            return vv_raise_step(t, VV_ValueError, "ISO calendar component out of range");
        v[k] = (int)n;
    }
    switch (vv_dt_iso_ordinal(v[0], v[1], v[2], &ordinal)) {
    case 'y': return vv_raise_step(t, VV_ValueError, "Year is out of range: %d", v[0]);
    case 'w': return vv_raise_step(t, VV_ValueError, "Invalid week: %d", v[1]);
    case 'd': return vv_raise_step(t, VV_ValueError, "Invalid day: %d (range is [1, 7])", v[2]);
    default: break;
    }
    f.year = 0;
    if (ordinal >= 1)
        vv_dt_set_ordinal(&f, ordinal);
    VV_AWAIT(nf, vv_dt_do_date(t, nf->argv[0], &f));
    return VV_READY;
    VV_END(nf);
}

/* argv: self, year, month, day */
static vv_step date_replace(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_DT_INTS(nf, 1, 4);
    vv_dt_fields f = vv_dt_fields_of(nf->argv[0]);
    if (vv_dt_int(t, nf->argv[1], &f.year) < 0 || vv_dt_int(t, nf->argv[2], &f.month) < 0 || vv_dt_int(t, nf->argv[3], &f.day) < 0)
        return VV_FAILED;
    return vv_dt_check_date(t, &f) < 0 ? VV_FAILED : vv_return(t, vv_dt_date_new(t, nf->argv[0]->type, &f));
    VV_END(nf);
}

/* ---- arithmetic and comparison ---- */

static vv_step shifted(vv_thread *t, vv_ref date, vv_ref delta, int sign) {
    vv_dt_fields f = vv_dt_fields_of(date);
    if (vv_dt_shift(t, &f, (int64_t)sign * VV_DT_DELTA(delta)->days, 0, 0) < 0)
        return VV_FAILED;
    return vv_dt_do_date(t, &date->type->head, &f);
}

static vv_step date_add(vv_thread *t, vv_ref x, vv_ref y) {
    if (VV_DT_IS(t, x, DT_DATETIME) || VV_DT_IS(t, y, DT_DATETIME))
        return vv_return_not_implemented(t);
    if (VV_DT_IS(t, x, DT_DATE))
        return VV_DT_IS(t, y, DT_DELTA) ? shifted(t, x, y, 1) : vv_return_not_implemented(t);
    return VV_DT_IS(t, x, DT_DELTA) ? shifted(t, y, x, 1) : vv_return_not_implemented(t);
}

static int ordinal_of(vv_ref date) {
    const vv_dt_date *d = VV_DT_DATE(date);
    return vv_dt_ordinal(d->year, d->month, d->day);
}

static int weekday_of(vv_ref date) {
    const vv_dt_date *d = VV_DT_DATE(date);
    return vv_dt_weekday(d->year, d->month, d->day);
}

static vv_step date_sub(vv_thread *t, vv_ref x, vv_ref y) {
    if (VV_DT_IS(t, x, DT_DATETIME) || VV_DT_IS(t, y, DT_DATETIME) || !VV_DT_IS(t, x, DT_DATE))
        return vv_return_not_implemented(t);
    if (VV_DT_IS(t, y, DT_DATE))
        return vv_return(t, vv_dt_delta_new(t, NULL, ordinal_of(x) - ordinal_of(y), 0, 0));
    return VV_DT_IS(t, y, DT_DELTA) ? shifted(t, x, y, -1) : vv_return_not_implemented(t);
}

static vv_step date_compare(vv_thread *t, vv_ref x, vv_ref y, int op) {
    if (!VV_DT_IS(t, y, DT_DATE))
        return vv_return_not_implemented(t);
    const vv_dt_date *a = VV_DT_DATE(x), *b = VV_DT_DATE(y);
    return vv_dt_ordered(t, (a->year - b->year) * 512 + (a->month - b->month) * 32 + a->day - b->day, op);
}

static void put_state(vv_ref self, uint8_t state[4]) {
    const vv_dt_date *d = VV_DT_DATE(self);
    state[0] = (uint8_t)(d->year >> 8);
    state[1] = (uint8_t)d->year;
    state[2] = d->month;
    state[3] = d->day;
}

static vv_step date_hash(vv_thread *t, vv_ref self) {
    vv_dt_date *d = VV_DT_DATE(self);
    if (d->hash == -1) {
        uint8_t state[4];
        put_state(self, state);
        d->hash = vv_hash_bytes(state, sizeof state);
    }
    return vv_return_int(t, d->hash);
}

/* ---- text ---- */

static vv_step date_repr(vv_thread *t, vv_ref self) {
    const vv_dt_date *d = VV_DT_DATE(self);
    return vv_return(t, vv_format(t, "%s(%d, %d, %d)", vv_type_name(self), d->year, d->month, d->day));
}

static vv_owned date_isoformat(vv_thread *t, vv_obj *const *argv) {
    vv_dt_text b = {.length = 0};
    vv_dt_fields f = vv_dt_fields_of(argv[0]);
    vv_dt_put_date(&b, &f);
    return vv_dt_text_str(t, &b);
}

static vv_step date_str(vv_thread *t, vv_ref self) {
    if (VV_IS(t, self, DT_DATE))
        return vv_return(t, date_isoformat(t, (vv_obj *[]){VV_OBJ(self)}));
    return vv_dt_do_call_method(t, self, "isoformat", NULL, 0);
}

static vv_owned date_ctime(vv_thread *t, vv_obj *const *argv) {
    vv_dt_fields f = vv_dt_fields_of(argv[0]);
    return vv_dt_ctime(t, &f);
}

/* argv: self, format */
static vv_step date_strftime(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (!VV_ISA(nf->argv[1], STR))
        return vv_dt_bad_argument(t, "strftime", 1, "str", nf->argv[1]);
    VV_AWAIT(nf, vv_dt_do_call_method(t, nf->argv[0], "timetuple", NULL, 0));
    nf->slot[0] = vv_take_ret(t);
    VV_AWAIT(nf, vv_dt_do_strftime(t, nf->argv[0], nf->argv[1], nf->slot[0], nf->argv[0]));
    return VV_READY;
    VV_END(nf);
}

static vv_step date_format(vv_thread *t, vv_native *nf) {
    return vv_dt_format(t, nf);
}

static vv_step date_timetuple(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    vv_dt_fields f = vv_dt_fields_of(nf->argv[0]);
    VV_AWAIT(nf, vv_dt_do_struct_time(t, &f, -1));
    return VV_READY;
    VV_END(nf);
}

/* ---- what it is ---- */

static vv_owned get_year(vv_thread *t, vv_ref self) {
    return vv_int_new(t, VV_DT_DATE(self)->year);
}
static vv_owned get_month(vv_thread *t, vv_ref self) {
    return vv_int_new(t, VV_DT_DATE(self)->month);
}
static vv_owned get_day(vv_thread *t, vv_ref self) {
    return vv_int_new(t, VV_DT_DATE(self)->day);
}
static vv_owned date_toordinal(vv_thread *t, vv_obj *const *argv) {
    return vv_int_new(t, ordinal_of(argv[0]));
}
static vv_owned date_weekday(vv_thread *t, vv_obj *const *argv) {
    return vv_int_new(t, weekday_of(argv[0]));
}
static vv_owned date_isoweekday(vv_thread *t, vv_obj *const *argv) {
    return vv_int_new(t, weekday_of(argv[0]) + 1);
}

static vv_owned date_reduce(vv_thread *t, vv_obj *const *argv) {
    uint8_t state[4];
    put_state(argv[0], state);
    return vv_dt_reduce(t, argv[0], state, sizeof state, NULL);
}

/* ---- the ISO calendar ---- */

/* Takes the three items, which may be NULL with an exception. */
static vv_owned iso_new_take(vv_thread *t, vv_owned year, vv_owned week, vv_owned weekday) {
    vv_obj *items[] = {year, week, weekday};
    vv_type *type = VV_TYPEP(t, DT_ISOCALENDAR);
    bool whole = year != NULL && week != NULL && weekday != NULL;
    vv_obj *o = whole ? vv_new_object(t, type, sizeof(vv_tuple) + sizeof items) : NULL;
    if (o == NULL) {
        for (int k = 0; k < 3; k++)
            vv_xdecref(t, items[k]);
        return NULL;
    }
    VV_TUPLE(o)->length = 3;
    for (int k = 0; k < 3; k++)
        VV_TUPLE(o)->items[k] = items[k];
    vv_track(t, o);
    return o;
}

static vv_owned date_isocalendar(vv_thread *t, vv_obj *const *argv) {
    int year = VV_DT_DATE(argv[0])->year, ordinal = ordinal_of(argv[0]), monday = vv_dt_iso_monday(year);
    if (ordinal < monday)
        monday = vv_dt_iso_monday(--year);
    else if (ordinal - monday >= 52 * 7 && ordinal >= vv_dt_iso_monday(year + 1))
        monday = vv_dt_iso_monday(++year);
    return iso_new_take(t, vv_int_new(t, year), vv_int_new(t, (ordinal - monday) / 7 + 1), vv_int_new(t, (ordinal - monday) % 7 + 1));
}

/* argv: year, week, weekday */
static vv_step iso_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_DT_INTS(nf, 0, 3);
    int year, week, weekday;
    if (vv_dt_int(t, nf->argv[0], &year) < 0 || vv_dt_int(t, nf->argv[1], &week) < 0 || vv_dt_int(t, nf->argv[2], &weekday) < 0)
        return VV_FAILED;
    return vv_return(t, iso_new_take(t, vv_int_new(t, year), vv_int_new(t, week), vv_int_new(t, weekday)));
    VV_END(nf);
}

static vv_step iso_create(vv_thread *t, vv_ref cls, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    vv_obj *a[3];
    (void)cls;
    if (vv_parse_args(t, "IsoCalendarDate", "IsoCalendarDate(year, week, weekday)", args, nargs, kwnames, a) < 0)
        return VV_FAILED;
    return vv_native_enter(t, vv_push_native(t, iso_native, "IsoCalendarDate", a, 3));
}

static vv_owned iso_item(vv_ref self, size_t k) {
    return vv_newref(VV_TUPLE(self)->items[k]);
}
static vv_owned get_iso_year(vv_thread *t, vv_ref self) {
    (void)t;
    return iso_item(self, 0);
}
static vv_owned get_iso_week(vv_thread *t, vv_ref self) {
    (void)t;
    return iso_item(self, 1);
}
static vv_owned get_iso_weekday(vv_thread *t, vv_ref self) {
    (void)t;
    return iso_item(self, 2);
}

static vv_step iso_repr(vv_thread *t, vv_ref self) {
    vv_obj *const *items = VV_TUPLE(self)->items;
    return vv_return(t, vv_format(t, "%s(year=%R, week=%R, weekday=%R)", vv_type_name(self), items[0], items[1], items[2]));
}

static vv_owned iso_reduce(vv_thread *t, vv_obj *const *argv) {
    VV_AUTO plain = {t, vv_tuple_from_array(t, VV_TUPLE(argv[0])->items, 3)};
    return plain.o == NULL ? NULL
                           : vv_tuple_pack_take(t, 2, vv_newref(&VV_TYPEP(t, TUPLE)->head), vv_tuple_pack(t, 1, (vv_ref)plain.o));
}

static void iso_dealloc(vv_thread *t, vv_obj *self) {
    for (size_t k = 0; k < 3; k++)
        vv_decref(t, VV_TUPLE(self)->items[k]);
    vv_free_object(t, self);
}

static int iso_traverse(vv_ref self, vv_visit visit, void *arg) {
    for (size_t k = 0; k < 3; k++)
        VV_VISIT(VV_TUPLE(self)->items[k]);
    return 0;
}

const vv_typespec vv_dt_date_spec = {
    .name = "date",
    .module = "datetime",
    .base = VV_T_OBJECT,
    .flags = VV_TF_BASETYPE | VV_TF_IMMUTABLE | VV_TF_PLAIN_HASH_EQ,
    .basicsize = sizeof(vv_dt_date),
    .size64 = 32,
    .doc = "date(year, month, day) --> date object",
    .slots = &date_slots,
    .methods = date_methods,
    .getset = date_getset,
    .dealloc = date_dealloc,
};

const vv_typespec vv_dt_isocalendar_spec = {
    .name = "IsoCalendarDate",
    .module = "datetime",
    .base = VV_T_TUPLE,
    .flags = VV_TF_GC | VV_TF_IMMUTABLE,
    .basicsize = sizeof(vv_tuple),
    .itemsize = sizeof(vv_obj *),
    .size64 = 72,
    .doc = "The result of date.isocalendar(): a tuple (year, week, weekday), whose items are attributes too.",
    .slots = &iso_slots,
    .methods = iso_methods,
    .getset = iso_getset,
    .dealloc = iso_dealloc,
    .traverse = iso_traverse,
};
