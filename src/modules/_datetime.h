/* _datetime.h - what the files of module _datetime share: the objects, the calendar, and the questions to time zones.
 *
 * A date is the start of a datetime; `fold` stands in the clock. Objects without a zone have NULL for tzinfo, which Python sees as
 * None. Calculations are done on `vv_dt_fields` in C; only a class's own constructor and a zone written in Python make them wait.
 */
#ifndef VV_MODULES__DATETIME_H
#define VV_MODULES__DATETIME_H

#include "object/runtime.h"

enum {
    VV_DT_MIN_YEAR = 1,
    VV_DT_MAX_YEAR = 9999,
    VV_DT_MAX_ORDINAL = 3652059, /* 9999-12-31 */
    VV_DT_EPOCH_ORDINAL = 719163, /* 1970-01-01 */
    VV_DT_DAY = 86400,
    VV_DT_SECOND_US = 1000000,
    VV_DT_MAX_DELTA_DAYS = 999999999,
};

typedef struct vv_dt_delta {
    vv_obj head;
    vv_hash hash; /* -1: not computed */
    int32_t days, seconds, us;
} vv_dt_delta;
#define VV_DT_DELTA(o) ((vv_dt_delta *)(o))

typedef struct vv_dt_clock {
    uint8_t hour, minute, second, fold;
    uint32_t us;
} vv_dt_clock;

typedef struct vv_dt_date {
    vv_obj head;
    vv_hash hash;
    uint16_t year;
    uint8_t month, day;
} vv_dt_date;
#define VV_DT_DATE(o) ((vv_dt_date *)(o))

typedef struct vv_dt_datetime {
    vv_dt_date date;
    vv_dt_clock clock;
    vv_obj *tzinfo; /* owned or NULL */
} vv_dt_datetime;
#define VV_DT_DATETIME(o) ((vv_dt_datetime *)(o))

typedef struct vv_dt_time {
    vv_obj head;
    vv_hash hash;
    vv_dt_clock clock;
    vv_obj *tzinfo; /* owned or NULL */
} vv_dt_time;
#define VV_DT_TIME(o) ((vv_dt_time *)(o))

typedef struct vv_dt_fields {
    int year, month, day, hour, minute, second, us, fold;
} vv_dt_fields;

/* isinstance, without hooks. */
#define VV_DT_IS(t, o, ID) vv_is_instance(o, VV_TYPEP(t, ID))

/* ---- the calendar (_datetime_calendar.c): proleptic Gregorian, day 1 is 0001-01-01 ---- */
static inline int64_t vv_dt_floor_div(int64_t a, int64_t b) {
    return a / b - (a % b < 0);
}
int vv_dt_month_days(int year, int month);
int vv_dt_ordinal(int year, int month, int day);
void vv_dt_set_ordinal(vv_dt_fields *f, int ordinal);
int vv_dt_weekday(int year, int month, int day); /* 0: Monday */
int vv_dt_yearday(int year, int month, int day); /* 1: 1 January */
/* Ordinal of the Monday of a year's first ISO week. */
int vv_dt_iso_monday(int year);
/* What of (year, week, day) is no date: 'y', 'w' or 'd'; 0: nothing, and *ret is its ordinal. */
char vv_dt_iso_ordinal(int year, int week, int day, int *ret);
/* ValueError unless the fields are a date, a time of day. 0/-1. */
VV_NODISCARD int vv_dt_check_date(vv_thread *t, const vv_dt_fields *f);
VV_NODISCARD int vv_dt_check_time(vv_thread *t, const vv_dt_fields *f);
/* Adds days, seconds and microseconds. 0, or -1 with OverflowError. */
VV_NODISCARD int vv_dt_shift(vv_thread *t, vv_dt_fields *f, int64_t days, int64_t seconds, int64_t us);
/* Seconds from day 0 of the calendar. */
int64_t vv_dt_seconds(const vv_dt_fields *f);
/* The date and time of so many seconds after 1970, in UTC, which is local time too. 0, or -1 with OverflowError or ValueError. */
VV_NODISCARD int vv_dt_from_seconds(vv_thread *t, int64_t seconds, vv_dt_fields *ret);

/* ---- timedelta (_datetime_delta.c) ---- */
/* Brings seconds and microseconds into their ranges. NULL with OverflowError when there are too many days. type NULL: timedelta */
VV_NODISCARD vv_owned vv_dt_delta_new(vv_thread *t, vv_type *type_or_null, int64_t days, int64_t seconds, int64_t us);
VV_NODISCARD vv_owned vv_dt_delta_sub(vv_thread *t, vv_ref a, vv_ref b);
int vv_dt_delta_compare(vv_ref a, vv_ref b); /* -1, 0, 1 */
vv_hash vv_dt_delta_hash(vv_ref o);
VV_NODISCARD vv_owned vv_dt_delta_seconds(vv_thread *t, vv_ref o); /* total_seconds() */
VV_NODISCARD vv_owned vv_dt_delta_repr(vv_thread *t, vv_ref o);
static inline bool vv_dt_delta_is_zero(vv_ref o) {
    return VV_DT_DELTA(o)->days == 0 && VV_DT_DELTA(o)->seconds == 0 && VV_DT_DELTA(o)->us == 0;
}

/* ---- date (_datetime_date.c) ---- */
vv_dt_fields vv_dt_fields_of(vv_ref date_or_datetime);
/* A date, or at midnight a datetime, if `type` is one of the two and nothing else: fields not checked. */
VV_NODISCARD vv_owned vv_dt_date_new(vv_thread *t, vv_type *type, const vv_dt_fields *f);
/* The same of any class of dates, by its constructor if it is somebody's own. The fields are checked. */
vv_step vv_dt_do_date(vv_thread *t, vv_ref cls, const vv_dt_fields *f);
/* Seconds and microseconds of a timestamp, an int or float. 0/-1 with an exception. */
VV_NODISCARD int vv_dt_timestamp(vv_thread *t, vv_ref number, bool floors, int64_t *ret_seconds, int *ret_us);

/* ---- time (_datetime_time.c) ---- */
VV_NODISCARD vv_owned vv_dt_time_new(vv_thread *t, vv_type *type, const vv_dt_fields *f, vv_ref tzinfo_or_null);

/* ---- datetime (_datetime_datetime.c) ---- */
VV_NODISCARD vv_owned vv_dt_datetime_new(vv_thread *t, vv_type *type, const vv_dt_fields *f, vv_ref tzinfo_or_null);
/* By the class's own constructor if it is not datetime itself; the fields are checked. */
vv_step vv_dt_do_datetime(vv_thread *t, vv_ref cls, const vv_dt_fields *f, vv_ref tzinfo_or_null);
/* A datetime later (sign 1) or earlier (-1) by a timedelta. */
vv_step vv_dt_do_add(vv_thread *t, vv_ref datetime, vv_ref delta, int sign);

/* ---- zones (_datetime_zone.c) ---- */
enum vv_dt_question { VV_DT_UTCOFFSET, VV_DT_DST, VV_DT_TZNAME };
/* What a zone (NULL: none) says about `about`, a datetime or None: t->ret = a timedelta within a day, a str, or None. */
vv_step vv_dt_do_ask(vv_thread *t, vv_ref tzinfo_or_null, vv_ref about, enum vv_dt_question question);
VV_NODISCARD vv_owned vv_dt_timezone_new(vv_thread *t, vv_ref offset, vv_ref name_or_null); /* ValueError */
/* timezone.utc: borrowed, NULL with MemoryError. */
vv_ref vv_dt_utc_peek(vv_thread *t);
/* 0 if it is None (*ret = NULL) or a tzinfo; -1 with TypeError. */
VV_NODISCARD int vv_dt_check_tzinfo(vv_thread *t, vv_ref o, vv_ref *ret);
static inline vv_owned vv_dt_tzinfo_or_none(vv_thread *t, vv_ref tzinfo_or_null) {
    return vv_newref(tzinfo_or_null != NULL ? tzinfo_or_null : VV_NONE(t));
}
/* timezone.utc and its neighbours, which are attributes of the class. 0/-1. */
VV_NODISCARD int vv_dt_zone_constants(vv_thread *t);

/* ---- text (_datetime_text.c) ---- */
typedef struct vv_dt_text {
    char data[64];
    uint8_t length;
} vv_dt_text;
void vv_dt_put(vv_dt_text *b, const char *text);
void vv_dt_put_number(vv_dt_text *b, int value, int width);
void vv_dt_put_date(vv_dt_text *b, const vv_dt_fields *f);
/* "auto", "hours", ...: the clock; -1 with ValueError for other words. */
VV_NODISCARD int vv_dt_put_clock(vv_thread *t, vv_dt_text *b, const vv_dt_fields *f, vv_ref timespec_or_null);
/* "+01:00" and its longer forms of a timedelta, `separator` between the numbers. */
void vv_dt_put_offset(vv_dt_text *b, vv_ref offset, const char *separator);
VV_NODISCARD vv_owned vv_dt_text_str(vv_thread *t, const vv_dt_text *b);
VV_NODISCARD vv_owned vv_dt_ctime(vv_thread *t, const vv_dt_fields *f);
/* o.strftime(format): argv of the frame: the object, the format, the tuple for time.strftime, what zones are asked about. */
vv_step vv_dt_do_strftime(vv_thread *t, vv_ref o, vv_ref format, vv_ref timetuple, vv_ref about);
/* __format__: str(o) for an empty specification, else o.strftime(specification). A whole native function. */
vv_resumable_fn vv_dt_format;
/* repr of a datetime or time whose first part is `text`: ", fold=1" and ", tzinfo=..." before its last parenthesis. */
vv_step vv_dt_do_repr(vv_thread *t, vv_owned text, bool fold_first, int fold, vv_ref tzinfo_or_null);

/* ---- what a time and a datetime share (_datetime_clock.c) ---- */
void vv_dt_clock_fields(const vv_dt_clock *c, vv_dt_fields *f);
vv_dt_clock vv_dt_clock_of(const vv_dt_fields *f);
/* The microseconds of a zone's offset, a delta of less than a day. */
int64_t vv_dt_offset_us(vv_ref offset);
/* ", 30, 5": seconds and microseconds as repr shows them, as far as they are needed. */
void vv_dt_put_seconds(vv_dt_text *b, const vv_dt_clock *c);
vv_getter_fn vv_dt_get_hour, vv_dt_get_minute, vv_dt_get_second, vv_dt_get_microsecond, vv_dt_get_tzinfo, vv_dt_get_fold;
/* What its zone says of argv[0]: a whole native function but for the question. */
vv_step vv_dt_ask_self(vv_thread *t, vv_native *nf, enum vv_dt_question question);
/* The hash of one without an offset. */
vv_hash vv_dt_hash_clock(vv_thread *t, vv_ref self);
/* What pickles keep of it; with the fold, or without as the oldest protocols. */
VV_NODISCARD vv_owned vv_dt_reduce_clock(vv_thread *t, vv_ref self, bool with_fold);
vv_resumable_fn vv_dt_reduce_ex;

/* ---- reading ISO 8601 (_datetime_iso.c) ---- */
/* What a text says; what it does not mention is left alone. */
typedef struct vv_dt_parsed {
    vv_dt_fields f;
    bool has_offset;
    int offset, offset_us; /* seconds and microseconds */
} vv_dt_parsed;
/* 0, or -1 if the text up to `end`, from `start` on, is no date, no time; all of it, neither a date nor both. */
int vv_dt_parse_date(vv_ref text, size_t end, vv_dt_parsed *ret);
int vv_dt_parse_time(vv_ref text, size_t start, vv_dt_parsed *ret);
int vv_dt_parse_datetime(vv_ref text, vv_dt_parsed *ret);
/* The zone it names: owned, or NULL, with an exception where *failed is set. */
vv_owned vv_dt_parsed_zone(vv_thread *t, const vv_dt_parsed *p, bool *failed);
vv_step vv_dt_bad_iso(vv_thread *t, vv_ref text);

/* ---- calls (_datetime.c) ---- */
/* A constructor with a name-less signature: its parameters, of which `required` must be given and `positional` may be without name. */
typedef struct vv_dt_signature {
    const char *const *names;
    uint8_t required, positional, total;
} vv_dt_signature;
/* Pushes fn over (cls, argument...): NULL for those not given. nf->i[5] and slot[5] keep what vv_dt_bound complains about. */
vv_step vv_dt_start_new(vv_thread *t, vv_resumable_fn *fn, const char *name, const vv_dt_signature *sig, vv_ref cls,
                        vv_obj *const *args, size_t nargs, vv_ref kwnames);
/* How many of the arguments may be looked at before one that is missing. */
int vv_dt_bound_before(const vv_native *nf, const vv_dt_signature *sig);
/* The complaints about a call whose arguments have been converted. 0/-1. */
VV_NODISCARD int vv_dt_bound(vv_thread *t, const vv_native *nf, const vv_dt_signature *sig);
/* The first of argv[from] to argv[to - 1] that is given and no int, or -1. */
int vv_dt_no_int(const vv_native *nf, int from, int to);
/* Makes ints of argv[from] to argv[to - 1] by __index__. Uses nf->i[4]. */
#define VV_DT_INTS(nf, from, to)                                                                                       \
    while (((nf)->i[4] = vv_dt_no_int(nf, from, to)) >= 0) {                                                           \
        VV_AWAIT(nf, vv_do_index(t, (nf)->argv[(nf)->i[4]]));                                                          \
        vv_setref_take(t, &(nf)->argv[(nf)->i[4]], vv_take_ret(t));                                                    \
    }
/* An int argument as C int; not given: *ret stays. 0/-1 with OverflowError. */
VV_NODISCARD int vv_dt_int(vv_thread *t, vv_ref argument, int *ret);
/* A function that CPython gives its arguments as a tuple: they are in argv[1], in argv[2] those with names. n and none of these, or
 * TypeError. 0/-1. */
VV_NODISCARD int vv_dt_count(vv_thread *t, const vv_native *nf, const char *function, size_t n);
/* The same for n = 1: argv[1], the tuple, becomes its item. */
VV_NODISCARD int vv_dt_only_argument(vv_thread *t, vv_native *nf, const char *function);
/* TypeError "combine() argument 1 must be datetime.date, not int". */
vv_step vv_dt_bad_argument(vv_thread *t, const char *function, int k, const char *wanted, vv_ref got);
/* module.attribute(args...), the module imported. */
vv_step vv_dt_do_call_module(vv_thread *t, const char *module, const char *attribute, vv_obj *const *args, size_t nargs);
/* self.name() or self.name(args[0]); name a constant. */
vv_step vv_dt_do_call_method(vv_thread *t, vv_ref self, const char *name, vv_obj *const *args, size_t nargs);
/* time.struct_time((year, ..., isdst)) */
vv_step vv_dt_do_struct_time(vv_thread *t, const vv_dt_fields *f, int isdst);
/* The tuple of a time tuple. */
VV_NODISCARD vv_owned vv_dt_time_tuple(vv_thread *t, const vv_dt_fields *f, int yearday, int isdst);
/* a < b, a == b, ... of what a comparison gave (-1, 0, 1). */
vv_step vv_dt_ordered(vv_thread *t, int order, int op);
static inline vv_step vv_dt_ordered_us(vv_thread *t, int64_t a, int64_t b, int op) {
    return vv_dt_ordered(t, (a > b) - (a < b), op);
}
/* Runs a native frame just pushed, at once as far as it goes. */
static inline vv_step vv_dt_run(vv_thread *t, vv_resumable_fn *fn, const char *name, vv_ref a, vv_ref b) {
    return vv_native_enter(t, vv_push_native(t, fn, name, (vv_obj *[]){VV_OBJ(a), VV_OBJ(b)}, 2));
}
/* Puts an attribute (taken) into a class. 0/-1. */
VV_NODISCARD int vv_dt_set_take(vv_thread *t, vv_type *type, const char *name, vv_owned value);
/* ---- pickles ---- */
/* What pickles give a constructor as bytes or str: 4 bytes of a date, 6 of a time, 10 of a datetime, in *owner if not in the argument
 * itself; NULL: the argument is no such thing, or *failed with an exception. */
const uint8_t *vv_dt_state(vv_thread *t, vv_ref argument, size_t n, vv_obj **owner, bool *failed);
/* (class, (state,)) or (class, (state, tzinfo)) */
VV_NODISCARD vv_owned vv_dt_reduce(vv_thread *t, vv_ref self, const uint8_t *state, size_t n, vv_ref tzinfo_or_null);

#endif
