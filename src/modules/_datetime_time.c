/* _datetime_time.c - datetime.time: a time of day, with or without a zone. */
#include "modules/_datetime.h"

#include "object/alloc.h"
#include "object/error.h"
#include "types/int.h"
#include "types/str.h"

#define VV_DEF_NAME time
#define VV_DEF_FILE "modules/_datetime_time.def"
#include "object/deftype.h"

static vv_dt_fields fields_of(vv_ref self) {
    vv_dt_fields f = {.year = 1900, .month = 1, .day = 1};
    vv_dt_clock_fields(&VV_DT_TIME(self)->clock, &f);
    return f;
}

/* ---- making ---- */

vv_owned vv_dt_time_new(vv_thread *t, vv_type *type, const vv_dt_fields *f, vv_ref tzinfo) {
    vv_obj *o = vv_new_object(t, type, type->basicsize);
    if (o == NULL)
        return NULL;
    VV_DT_TIME(o)->hash = -1;
    VV_DT_TIME(o)->clock = vv_dt_clock_of(f);
    VV_DT_TIME(o)->tzinfo = vv_xnewref(tzinfo);
    if ((type->flags & VV_TF_GC) != 0)
        vv_track(t, o);
    return o;
}

static void time_dealloc(vv_thread *t, vv_obj *self) {
    vv_clearref(t, &VV_DT_TIME(self)->tzinfo);
    vv_free_object(t, self);
}

static int time_traverse(vv_ref self, vv_visit visit, void *arg) {
    VV_VISIT(VV_DT_TIME(self)->tzinfo);
    return 0;
}

/* argv[1] to [6]: what is given of hour, minute, second, microsecond, tzinfo and fold. 0/-1. */
static int read_arguments(vv_thread *t, vv_obj *const *argv, vv_dt_fields *f, vv_ref *tzinfo) {
    int *const into[] = {&f->hour, &f->minute, &f->second, &f->us, NULL, &f->fold};
    for (int k = 0; k < 6; k++)
        if (into[k] != NULL && vv_dt_int(t, argv[1 + k], into[k]) < 0)
            return -1;
    if (vv_dt_check_time(t, f) < 0)
        return -1;
    return argv[5] == NULL ? 0 : vv_dt_check_tzinfo(t, argv[5], tzinfo);
}

static const char *const time_names[] = {"hour", "minute", "second", "microsecond", "tzinfo", "fold"};
static const vv_dt_signature time_signature = {time_names, 0, 5, 6};

/* argv: class, then as the names */
static vv_step new_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_DT_INTS(nf, 1, 5);
    VV_DT_INTS(nf, 6, 7);
    vv_dt_fields f = {0};
    vv_ref tzinfo = NULL;
    if (vv_dt_bound(t, nf, &time_signature) < 0 || read_arguments(t, nf->argv, &f, &tzinfo) < 0)
        return VV_FAILED;
    return vv_return(t, vv_dt_time_new(t, VV_AS_TYPE(nf->argv[0]), &f, tzinfo));
    VV_END(nf);
}

static vv_step time_create(vv_thread *t, vv_ref cls, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    if (nargs >= 1 && nargs <= 2 && kwnames == NULL) {
        bool failed;
        VV_AUTO owner = {t, NULL};
        const uint8_t *s = vv_dt_state(t, args[0], 6, &owner.o, &failed);
        vv_ref tzinfo = nargs == 2 && args[1] != VV_NONE(t) ? args[1] : NULL;
        if (failed)
            return VV_FAILED;
        if (s != NULL && tzinfo != NULL && !VV_DT_IS(t, tzinfo, DT_TZINFO))
            return vv_raise_step(t, VV_TypeError, "bad tzinfo state arg");
        if (s != NULL) {
            vv_dt_fields f = {.hour = s[0] & 127, .minute = s[1], .second = s[2], .us = (s[3] << 16) + (s[4] << 8) + s[5], .fold = s[0] >> 7};
            return vv_return(t, vv_dt_time_new(t, VV_AS_TYPE(cls), &f, tzinfo));
        }
    }
    return vv_dt_start_new(t, new_native, "time", &time_signature, cls, args, nargs, kwnames);
}

/* argv: class, hour, minute, second, microsecond, tzinfo */
static vv_step call_class(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_call(t, nf->argv[0], nf->argv + 1, 5));
    return VV_READY;
    VV_END(nf);
}

static vv_step do_time(vv_thread *t, vv_ref cls, const vv_dt_fields *f, vv_ref tzinfo) {
    if (cls == &VV_TYPEP(t, DT_TIME)->head)
        return vv_dt_check_time(t, f) < 0 ? VV_FAILED : vv_return(t, vv_dt_time_new(t, VV_AS_TYPE(cls), f, tzinfo));
    vv_obj *argv[] = {VV_OBJ(cls), vv_int_new(t, f->hour), vv_int_new(t, f->minute), vv_int_new(t, f->second), vv_int_new(t, f->us),
                      vv_dt_tzinfo_or_none(t, tzinfo)};
    vv_native *nf = argv[4] == NULL ? NULL : vv_push_native(t, call_class, "time", argv, 6);
    for (size_t k = 1; k < VV_ARRAY_LEN(argv); k++)
        vv_xdecref(t, argv[k]);
    return nf == NULL ? VV_FAILED : VV_PUSHED;
}

/* argv: self, then as the names */
static vv_step time_replace(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_DT_INTS(nf, 1, 5);
    VV_DT_INTS(nf, 6, 7);
    vv_dt_fields f = fields_of(nf->argv[0]);
    vv_ref tzinfo = VV_DT_TIME(nf->argv[0])->tzinfo;
    if (read_arguments(t, nf->argv, &f, &tzinfo) < 0)
        return VV_FAILED;
    return vv_return(t, vv_dt_time_new(t, nf->argv[0]->type, &f, tzinfo));
    VV_END(nf);
}

static vv_step time_fromisoformat(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (!VV_ISA(nf->argv[1], STR))
        return vv_raise_step(t, VV_TypeError, "fromisoformat: argument must be str");
    vv_dt_parsed p = {.offset = 0};
    bool marked = vv_str_length(nf->argv[1]) > 0 && vv_str_at(nf->argv[1], 0) == 'T';
    if (vv_dt_parse_time(nf->argv[1], marked, &p) < 0)
        return vv_dt_bad_iso(t, nf->argv[1]);
    bool failed;
    nf->slot[0] = vv_dt_parsed_zone(t, &p, &failed);
    if (failed)
        return VV_FAILED;
    VV_AWAIT(nf, do_time(t, nf->argv[0], &p.f, nf->slot[0]));
    return VV_READY;
    VV_END(nf);
}

/* ---- questions to the zone ---- */

static vv_step time_utcoffset(vv_thread *t, vv_native *nf) {
    return vv_dt_ask_self(t, nf, VV_DT_UTCOFFSET);
}
static vv_step time_dst(vv_thread *t, vv_native *nf) {
    return vv_dt_ask_self(t, nf, VV_DT_DST);
}
static vv_step time_tzname(vv_thread *t, vv_native *nf) {
    return vv_dt_ask_self(t, nf, VV_DT_TZNAME);
}

/* ---- comparison ---- */

static int64_t us_of(vv_ref self) {
    const vv_dt_clock *c = &VV_DT_TIME(self)->clock;
    return (int64_t)(c->hour * 3600 + c->minute * 60 + c->second) * VV_DT_SECOND_US + c->us;
}

/* argv: two times of different zones; slot: their offsets; i[0]: op */
static vv_step compare_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_dt_do_ask(t, VV_DT_TIME(nf->argv[0])->tzinfo, VV_NONE(t), VV_DT_UTCOFFSET));
    nf->slot[0] = vv_take_ret(t);
    VV_AWAIT(nf, vv_dt_do_ask(t, VV_DT_TIME(nf->argv[1])->tzinfo, VV_NONE(t), VV_DT_UTCOFFSET));
    nf->slot[1] = vv_take_ret(t);
    bool naive = nf->slot[0] == VV_NONE(t);
    if (naive != (nf->slot[1] == VV_NONE(t)))
        return nf->i[0] == VV_EQ || nf->i[0] == VV_NE ? vv_return(t, vv_bool(t, nf->i[0] == VV_NE))
                                                      : vv_raise_step(t, VV_TypeError, "can't compare offset-naive and offset-aware times");
    int64_t a = us_of(nf->argv[0]), b = us_of(nf->argv[1]);
    return vv_dt_ordered_us(t, naive ? a : a - vv_dt_offset_us(nf->slot[0]), naive ? b : b - vv_dt_offset_us(nf->slot[1]), (int)nf->i[0]);
    VV_END(nf);
}

static vv_step time_compare(vv_thread *t, vv_ref x, vv_ref y, int op) {
    if (!VV_DT_IS(t, y, DT_TIME))
        return vv_return_not_implemented(t);
    if (VV_DT_TIME(x)->tzinfo == VV_DT_TIME(y)->tzinfo)
        return vv_dt_ordered_us(t, us_of(x), us_of(y), op);
    vv_native *nf = vv_push_native(t, compare_native, "time", (vv_obj *[]){VV_OBJ(x), VV_OBJ(y)}, 2);
    if (nf == NULL)
        return VV_FAILED;
    nf->i[0] = op;
    return vv_native_enter(t, nf);
}

/* argv: self; slot: 0 the time without fold, 1 its difference from UTC */
static vv_step hash_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_dt_do_ask(t, VV_DT_TIME(nf->argv[0])->tzinfo, VV_NONE(t), VV_DT_UTCOFFSET));
    nf->slot[0] = vv_take_ret(t);
    vv_dt_time *self = VV_DT_TIME(nf->argv[0]);
    if (nf->slot[0] == VV_NONE(t)) {
        self->hash = vv_dt_hash_clock(t, nf->argv[0]);
    } else {
        nf->slot[1] = vv_dt_delta_new(t, NULL, 0, 0, us_of(nf->argv[0]) - vv_dt_offset_us(nf->slot[0]));
        if (nf->slot[1] == NULL)
            return VV_FAILED;
        self->hash = vv_dt_delta_hash(nf->slot[1]);
    }
    return vv_return_int(t, self->hash);
    VV_END(nf);
}

static vv_step time_hash(vv_thread *t, vv_ref self) {
    if (VV_DT_TIME(self)->hash != -1)
        return vv_return_int(t, VV_DT_TIME(self)->hash);
    return vv_native_enter(t, vv_push_native(t, hash_native, "time.__hash__", (vv_obj *[]){VV_OBJ(self)}, 1));
}

/* ---- text ---- */

static vv_step time_repr(vv_thread *t, vv_ref self) {
    const vv_dt_clock *c = &VV_DT_TIME(self)->clock;
    vv_dt_text b = {.length = 0};
    vv_dt_put_seconds(&b, c);
    return vv_dt_do_repr(t, vv_format(t, "%s(%d, %d%.*s)", vv_type_name(self), c->hour, c->minute, (int)b.length, b.data), false, c->fold,
                         VV_DT_TIME(self)->tzinfo);
}

static vv_step time_str(vv_thread *t, vv_ref self) {
    return vv_dt_do_call_method(t, self, "isoformat", NULL, 0);
}

/* argv: self, timespec; slot 0: the offset */
static vv_step time_isoformat(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (nf->argv[1] != NULL && !VV_ISA(nf->argv[1], STR))
        return vv_dt_bad_argument(t, "isoformat", 1, "str", nf->argv[1]);
    vv_dt_text b = {.length = 0};
    vv_dt_fields f = fields_of(nf->argv[0]);
    if (vv_dt_put_clock(t, &b, &f, nf->argv[1]) < 0)
        return VV_FAILED;
    if (VV_DT_TIME(nf->argv[0])->tzinfo == NULL)
        return vv_return(t, vv_dt_text_str(t, &b));
    VV_AWAIT(nf, vv_dt_do_ask(t, VV_DT_TIME(nf->argv[0])->tzinfo, VV_NONE(t), VV_DT_UTCOFFSET));
    nf->slot[0] = vv_take_ret(t);
    vv_dt_text whole = {.length = 0};
    vv_dt_fields again = fields_of(nf->argv[0]);
    if (vv_dt_put_clock(t, &whole, &again, nf->argv[1]) < 0)
        return VV_FAILED;
    if (nf->slot[0] != VV_NONE(t))
        vv_dt_put_offset(&whole, nf->slot[0], ":");
    return vv_return(t, vv_dt_text_str(t, &whole));
    VV_END(nf);
}

/* argv: self, format */
static vv_step time_strftime(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (!VV_ISA(nf->argv[1], STR))
        return vv_dt_bad_argument(t, "strftime", 1, "str", nf->argv[1]);
    vv_dt_fields f = fields_of(nf->argv[0]);
    nf->slot[0] = vv_dt_time_tuple(t, &f, 1, -1);
    if (nf->slot[0] == NULL)
        return VV_FAILED;
    VV_AWAIT(nf, vv_dt_do_strftime(t, nf->argv[0], nf->argv[1], nf->slot[0], VV_NONE(t)));
    return VV_READY;
    VV_END(nf);
}

static vv_step time_format(vv_thread *t, vv_native *nf) {
    return vv_dt_format(t, nf);
}

/* ---- what it is ---- */

static vv_owned time_reduce(vv_thread *t, vv_obj *const *argv) {
    return vv_dt_reduce_clock(t, argv[0], false);
}

static vv_step time_reduce_ex(vv_thread *t, vv_native *nf) {
    return vv_dt_reduce_ex(t, nf);
}

const vv_typespec vv_dt_time_spec = {
    .name = "time",
    .module = "datetime",
    .base = VV_T_OBJECT,
    .flags = VV_TF_BASETYPE | VV_TF_IMMUTABLE,
    .basicsize = sizeof(vv_dt_time),
    .size64 = 40,
    .doc = "time([hour[, minute[, second[, microsecond[, tzinfo]]]]]) --> a time object\n\n"
           "All arguments are optional. tzinfo may be None, or an instance of a tzinfo subclass; the others are ints.",
    .slots = &time_slots,
    .methods = time_methods,
    .getset = time_getset,
    .dealloc = time_dealloc,
    .traverse = time_traverse,
};
