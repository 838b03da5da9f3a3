/* _datetime_zone.c - datetime.tzinfo, datetime.timezone, and asking a zone.
 *
 * Zones are written in Python, so every question may push a frame; timezone, which cannot be subclassed, answers at once.
 */
#include "modules/_datetime.h"

#include "object/alloc.h"
#include "object/bind.h"
#include "object/error.h"
#include "object/intern.h"
#include "types/dict.h"
#include "types/str.h"
#include "types/tuple.h"

typedef struct timezone {
    vv_obj head;
    vv_obj *offset, *name; /* owned; name NULL: made from the offset */
} timezone;
#define ZONE(o) ((timezone *)(o))

#define VV_DEF_NAME tzinfo
#define VV_DEF_FILE "modules/_datetime_tzinfo.def"
#include "object/deftype.h"
#define VV_DEF_NAME timezone
#define VV_DEF_FILE "modules/_datetime_timezone.def"
#include "object/deftype.h"

int vv_dt_check_tzinfo(vv_thread *t, vv_ref o, vv_ref *ret) {
    *ret = o == NULL || o == VV_NONE(t) ? NULL : o;
    if (*ret == NULL || VV_DT_IS(t, o, DT_TZINFO))
        return 0;
    return vv_raise_int(t, VV_TypeError, "tzinfo argument must be None or of a tzinfo subclass, not type '%T'", o);
}

/* ---- asking ---- */

static bool within_a_day(vv_ref delta) {
    const vv_dt_delta *d = VV_DT_DELTA(delta);
    return d->days == 0 || (d->days == -1 && (d->seconds != 0 || d->us != 0));
}

static vv_owned timezone_text(vv_thread *t, vv_ref self) {
    vv_dt_text b = {.length = 0};
    if (ZONE(self)->name != NULL)
        return vv_newref(ZONE(self)->name);
    vv_dt_put(&b, "UTC");
    if (!vv_dt_delta_is_zero(ZONE(self)->offset))
        vv_dt_put_offset(&b, ZONE(self)->offset, ":");
    return vv_dt_text_str(t, &b);
}

static const char *const questions[] = {"utcoffset", "dst", "tzname"};

/* argv: zone, what it is asked about; i[0]: the question */
static vv_step ask_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_dt_do_call_method(t, nf->argv[0], questions[nf->i[0]], nf->argv + 1, 1));
    if (t->ret == VV_NONE(t))
        return VV_READY;
    nf->slot[0] = vv_take_ret(t);
    if (nf->i[0] == VV_DT_TZNAME) {
        if (!VV_ISA(nf->slot[0], STR))
            return vv_raise_step(t, VV_TypeError, "tzinfo.tzname() must return None or a string, not '%T'", nf->slot[0]);
    } else if (!VV_DT_IS(t, nf->slot[0], DT_DELTA)) {
        return vv_raise_step(t, VV_TypeError, "tzinfo.%s() must return None or timedelta, not '%T'", questions[nf->i[0]], nf->slot[0]);
    } else if (!within_a_day(nf->slot[0])) {
        return vv_raise_step(t, VV_ValueError,
                             "offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24).");
    }
    return vv_return(t, vv_move(&nf->slot[0]));
    VV_END(nf);
}

vv_step vv_dt_do_ask(vv_thread *t, vv_ref tzinfo, vv_ref about, enum vv_dt_question question) {
    if (tzinfo == NULL)
        return vv_return_none(t);
    if (VV_IS(t, tzinfo, DT_TIMEZONE))
        return question == VV_DT_DST      ? vv_return_none(t)
               : question == VV_DT_TZNAME ? vv_return(t, timezone_text(t, tzinfo))
                                          : vv_return(t, vv_newref(ZONE(tzinfo)->offset));
    vv_native *nf = vv_push_native(t, ask_native, questions[question], (vv_obj *[]){VV_OBJ(tzinfo), VV_OBJ(about)}, 2);
    if (nf == NULL)
        return VV_FAILED;
    nf->i[0] = question;
    return VV_PUSHED;
}

/* ---- tzinfo ---- */

static vv_step tzinfo_create(vv_thread *t, vv_ref cls, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    (void)args, (void)nargs, (void)kwnames; /* a subclass's __init__ reads them */
    vv_type *type = VV_AS_TYPE(cls);
    vv_obj *o = vv_new_object(t, type, type->basicsize);
    if (o != NULL && (type->flags & VV_TF_GC) != 0)
        vv_track(t, o);
    return vv_return(t, o);
}

static void tzinfo_dealloc(vv_thread *t, vv_obj *self) {
    vv_free_object(t, self);
}

static vv_owned missing(vv_thread *t, const char *name) {
    return vv_raise(t, VV_NotImplementedError, "a tzinfo subclass must implement %s()", name);
}
static vv_owned tzinfo_utcoffset(vv_thread *t, vv_obj *const *argv) {
    (void)argv;
    return missing(t, "utcoffset");
}
static vv_owned tzinfo_dst(vv_thread *t, vv_obj *const *argv) {
    (void)argv;
    return missing(t, "dst");
}
static vv_owned tzinfo_tzname(vv_thread *t, vv_obj *const *argv) {
    (void)argv;
    return missing(t, "tzname");
}

/* A datetime of the zone `self`? 0/-1. */
static int check_own(vv_thread *t, vv_ref self, vv_ref datetime) {
    if (!VV_DT_IS(t, datetime, DT_DATETIME))
        return vv_raise_int(t, VV_TypeError, "fromutc: argument must be a datetime");
    if (VV_DT_DATETIME(datetime)->tzinfo != self)
        return vv_raise_int(t, VV_ValueError, "fromutc: dt.tzinfo is not self");
    return 0;
}

/* argv: zone, datetime; slot: 0 offset, 1 dst, 2 the standard time, 3 dst there */
static vv_step tzinfo_fromutc(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (check_own(t, nf->argv[0], nf->argv[1]) < 0)
        return VV_FAILED;
    VV_AWAIT(nf, vv_dt_do_ask(t, nf->argv[0], nf->argv[1], VV_DT_UTCOFFSET));
    nf->slot[0] = vv_take_ret(t);
    if (nf->slot[0] == t->vm->none)
        return vv_raise_step(t, VV_ValueError, "fromutc: non-None utcoffset() result required");
    VV_AWAIT(nf, vv_dt_do_ask(t, nf->argv[0], nf->argv[1], VV_DT_DST));
    nf->slot[1] = vv_take_ret(t);
    if (nf->slot[1] == t->vm->none)
        return vv_raise_step(t, VV_ValueError, "fromutc: non-None dst() result required");
    vv_setref_take(t, &nf->slot[0], vv_dt_delta_sub(t, nf->slot[0], nf->slot[1]));
    if (nf->slot[0] == NULL)
        return VV_FAILED;
    VV_AWAIT(nf, vv_dt_do_add(t, nf->argv[1], nf->slot[0], 1));
    nf->slot[2] = vv_take_ret(t);
    VV_AWAIT(nf, vv_dt_do_ask(t, nf->argv[0], nf->slot[2], VV_DT_DST));
    nf->slot[3] = vv_take_ret(t);
    if (nf->slot[3] == t->vm->none)
        return vv_raise_step(t, VV_ValueError, "fromutc: tz.dst() gave inconsistent results; cannot convert");
    if (vv_dt_delta_is_zero(nf->slot[3]) || !VV_DT_IS(t, nf->slot[2], DT_DATETIME))
        return vv_return(t, vv_move(&nf->slot[2]));
    VV_AWAIT(nf, vv_dt_do_add(t, nf->slot[2], nf->slot[3], 1));
    return VV_READY;
    VV_END(nf);
}

/* argv: self; slot: 0 __getinitargs__, then its result, 1 a name */
static vv_step tzinfo_reduce(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    nf->slot[1] = vv_intern_cstr(t, "__getinitargs__");
    if (nf->slot[1] == NULL)
        return VV_FAILED;
    VV_AWAIT(nf, vv_do_lookup_attr(t, nf->argv[0], nf->slot[1]));
    nf->slot[0] = vv_take_ret(t);
    if (nf->slot[0] != NULL) {
        VV_AWAIT(nf, vv_do_call0(t, nf->slot[0]));
        vv_setref_take(t, &nf->slot[0], vv_take_ret(t));
    } else {
        nf->slot[0] = vv_newref(t->vm->empty_tuple);
    }
    VV_AWAIT(nf, vv_dt_do_call_method(t, nf->argv[0], "__getstate__", NULL, 0));
    return vv_return(t, vv_tuple_pack_take(t, 3, vv_newref(&nf->argv[0]->type->head), vv_newref(nf->slot[0]), vv_take_ret(t)));
    VV_END(nf);
}

const vv_typespec vv_dt_tzinfo_spec = {
    .name = "tzinfo",
    .module = "datetime",
    .base = VV_T_OBJECT,
    .flags = VV_TF_BASETYPE | VV_TF_IMMUTABLE,
    .basicsize = sizeof(vv_obj),
    .size64 = 16,
    .doc = "Abstract base class of time zones.",
    .slots = &tzinfo_slots,
    .methods = tzinfo_methods,
    .dealloc = tzinfo_dealloc,
};

/* ---- timezone ---- */

static vv_owned make_timezone(vv_thread *t, vv_ref offset, vv_ref name) {
    if (!within_a_day(offset)) {
        VV_AUTO text = {t, vv_dt_delta_repr(t, offset)};
        return text.o == NULL ? NULL
                              : vv_raise(t, VV_ValueError,
                                         "offset must be a timedelta strictly between -timedelta(hours=24) and "
                                         "timedelta(hours=24), not %U.",
                                         text.o);
    }
    vv_obj *o = vv_new_object(t, VV_TYPEP(t, DT_TIMEZONE), sizeof(timezone));
    if (o == NULL)
        return NULL;
    ZONE(o)->offset = vv_newref(offset);
    ZONE(o)->name = vv_xnewref(name);
    return o;
}

vv_ref vv_dt_utc_peek(vv_thread *t) {
    VV_AUTO name = {t, vv_intern_cstr(t, "utc")};
    return name.o == NULL ? NULL : vv_dict_get_str_peek(VV_TYPEP(t, DT_TIMEZONE)->dict, name.o);
}

vv_owned vv_dt_timezone_new(vv_thread *t, vv_ref offset, vv_ref name) {
    if (name == NULL && vv_dt_delta_is_zero(offset)) {
        vv_ref utc = vv_dt_utc_peek(t);
        return utc == NULL ? NULL : vv_newref(utc);
    }
    return make_timezone(t, offset, name);
}

int vv_dt_zone_constants(vv_thread *t) {
    static const struct {
        const char *name;
        int seconds;
    } zones[] = {{"utc", 0}, {"min", -86340}, {"max", 86340}};
    for (size_t k = 0; k < VV_ARRAY_LEN(zones); k++) {
        VV_AUTO offset = {t, vv_dt_delta_new(t, NULL, 0, zones[k].seconds, 0)};
        if (offset.o == NULL || vv_dt_set_take(t, VV_TYPEP(t, DT_TIMEZONE), zones[k].name, make_timezone(t, offset.o, NULL)) < 0)
            return -1;
    }
    return 0;
}

static vv_step timezone_create(vv_thread *t, vv_ref cls, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    vv_obj *a[2];
    (void)cls;
    if (vv_parse_args(t, "timezone", "timezone(offset, name=None)", args, nargs, kwnames, a) < 0)
        return VV_FAILED;
    if (!VV_DT_IS(t, a[0], DT_DELTA))
        return vv_dt_bad_argument(t, "timezone", 1, "datetime.timedelta", a[0]);
    if (a[1] != NULL && !VV_ISA(a[1], STR))
        return vv_dt_bad_argument(t, "timezone", 2, "str", a[1]);
    return vv_return(t, vv_dt_timezone_new(t, a[0], a[1]));
}

static void timezone_dealloc(vv_thread *t, vv_obj *self) {
    vv_clearref(t, &ZONE(self)->offset);
    vv_clearref(t, &ZONE(self)->name);
    vv_free_object(t, self);
}

static int timezone_traverse(vv_ref self, vv_visit visit, void *arg) {
    VV_VISIT(ZONE(self)->offset);
    VV_VISIT(ZONE(self)->name);
    return 0;
}

static vv_step timezone_repr(vv_thread *t, vv_ref self) {
    if (self == vv_dt_utc_peek(t))
        return vv_return(t, vv_str_from_cstr(t, "datetime.timezone.utc"));
    VV_AUTO offset = {t, vv_dt_delta_repr(t, ZONE(self)->offset)};
    if (offset.o == NULL)
        return VV_FAILED;
    if (ZONE(self)->name == NULL)
        return vv_return(t, vv_format(t, "datetime.timezone(%U)", offset.o));
    VV_AUTO name = {t, vv_str_repr(t, ZONE(self)->name)};
    return name.o == NULL ? VV_FAILED : vv_return(t, vv_format(t, "datetime.timezone(%U, %U)", offset.o, name.o));
}

static vv_step timezone_str(vv_thread *t, vv_ref self) {
    return vv_return(t, timezone_text(t, self));
}

static vv_step timezone_hash(vv_thread *t, vv_ref self) {
    return vv_return_int(t, vv_dt_delta_hash(ZONE(self)->offset));
}

static vv_step timezone_compare(vv_thread *t, vv_ref a, vv_ref b, int op) {
    if ((op != VV_EQ && op != VV_NE) || !VV_IS(t, b, DT_TIMEZONE))
        return vv_return_not_implemented(t);
    return vv_dt_ordered(t, vv_dt_delta_compare(ZONE(a)->offset, ZONE(b)->offset), op);
}

/* What it says of a datetime or None. */
static vv_owned timezone_answer(vv_thread *t, vv_obj *const *argv, enum vv_dt_question question) {
    if (argv[1] != VV_NONE(t) && !VV_DT_IS(t, argv[1], DT_DATETIME))
        return vv_raise(t, VV_TypeError, "%s(dt) argument must be a datetime instance or None, not %T", questions[question], argv[1]);
    return vv_dt_do_ask(t, argv[0], argv[1], question) == VV_READY ? vv_take_ret(t) : NULL;
}
static vv_owned timezone_utcoffset(vv_thread *t, vv_obj *const *argv) {
    return timezone_answer(t, argv, VV_DT_UTCOFFSET);
}
static vv_owned timezone_dst(vv_thread *t, vv_obj *const *argv) {
    return timezone_answer(t, argv, VV_DT_DST);
}
static vv_owned timezone_tzname(vv_thread *t, vv_obj *const *argv) {
    return timezone_answer(t, argv, VV_DT_TZNAME);
}

static vv_step timezone_fromutc(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (check_own(t, nf->argv[0], nf->argv[1]) < 0)
        return VV_FAILED;
    VV_AWAIT(nf, vv_dt_do_add(t, nf->argv[1], ZONE(nf->argv[0])->offset, 1));
    return VV_READY;
    VV_END(nf);
}

static vv_owned timezone_getinitargs(vv_thread *t, vv_obj *const *argv) {
    const timezone *z = ZONE(argv[0]);
    return z->name == NULL ? vv_tuple_pack(t, 1, (vv_ref)z->offset) : vv_tuple_pack(t, 2, (vv_ref)z->offset, (vv_ref)z->name);
}

const vv_typespec vv_dt_timezone_spec = {
    .name = "timezone",
    .module = "datetime",
    .base = VV_T_DT_TZINFO,
    .flags = VV_TF_IMMUTABLE | VV_TF_PLAIN_HASH_EQ,
    .basicsize = sizeof(timezone),
    .size64 = 32,
    .doc = "Fixed offset from UTC implementation of tzinfo.",
    .slots = &timezone_slots,
    .methods = timezone_methods,
    .dealloc = timezone_dealloc,
    .traverse = timezone_traverse,
};
