/* time.c - module time: the clocks of the host, waiting, and calendar dates.
 *
 * Local time is UTC. The process and thread clocks count real time, since a program that waits is not charged for less.
 * sleep() is a wait of the native frame until a deadline; the loop comes back when it has passed.
 */
#include <math.h>
#include <string.h>

#include "object/alloc.h"
#include "object/error.h"
#include "object/intern.h"
#include "types/dict.h"
#include "types/float.h"
#include "types/function.h"
#include "types/int.h"
#include "types/str.h"
#include "types/structseq.h"

#define VV_DEF_NAME time
#define VV_DEF_FILE "modules/time.def"
#include "object/deftype.h"

enum { INVALID = 22 /* EINVAL */, SECOND_NS = 1000000000, DAY = 86400, VISIBLE = 9, FIELDS = 11 };

/* ---- struct_time -------------------------------------------------------------------------------------------------- */

static const vv_memberdef struct_time_members[] = {
    VV_STRUCTSEQ_FIELD(0, "tm_year", "the year with its century"),
    VV_STRUCTSEQ_FIELD(1, "tm_mon", "the month, 1 to 12"),
    VV_STRUCTSEQ_FIELD(2, "tm_mday", "the day of the month, 1 to 31"),
    VV_STRUCTSEQ_FIELD(3, "tm_hour", "the hour, 0 to 23"),
    VV_STRUCTSEQ_FIELD(4, "tm_min", "the minute, 0 to 59"),
    VV_STRUCTSEQ_FIELD(5, "tm_sec", "the second, 0 to 61 with leap seconds"),
    VV_STRUCTSEQ_FIELD(6, "tm_wday", "the weekday, 0 for Monday to 6"),
    VV_STRUCTSEQ_FIELD(7, "tm_yday", "the day of the year, 1 to 366"),
    VV_STRUCTSEQ_FIELD(8, "tm_isdst", "summer time: 1 yes, 0 no, -1 not known"),
    VV_STRUCTSEQ_FIELD(9, "tm_zone", "the short name of the time zone"),
    VV_STRUCTSEQ_FIELD(10, "tm_gmtoff", "seconds east of UTC"),
    {NULL, VV_MEMBER_OBJECT, 0, false, NULL},
};

static const vv_typespec struct_time_spec =
    VV_STRUCTSEQ_SPEC("time", "struct_time",
                      "A point in time as a tuple of nine whole numbers, which are also attributes; gmtime(), localtime() and "
                      "strptime() make it.",
                      struct_time_members, &vv_structseq_slots, 0);

/* The type, made on first use: it is one of the program's static types and stays among them. */
static vv_ref struct_time_type_peek(vv_thread *t) {
    for (vv_type *type = t->vm->static_types; type != NULL; type = type->next_static)
        if (type->spec == &struct_time_spec)
            return &type->head;
    return vv_structseq_type(t, &struct_time_spec, VISIBLE);
}

/* A moment as calendar fields, in the order of struct_time; month, weekday and day of year as Python counts them. */
typedef struct moment {
    int64_t year;
    int month, day, hour, minute, second, weekday, yearday, dst;
} moment;

static bool is_leap(int64_t year) {
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static int64_t floor_div(int64_t a, int64_t b) {
    return a / b - (a % b < 0);
}

/* Days from 1970-01-01 to the first of a month (1..12); years begin in March, so that leap days end them (H. Hinnant,
 * "chrono-compatible low-level date algorithms", 2013). */
static int64_t days_to_month(int64_t year, int month) {
    year -= month <= 2;
    int64_t era = floor_div(year, 400), of_era = year - era * 400;
    int64_t day_of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5;
    return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + day_of_year - 719468;
}

static moment moment_of(int64_t seconds) {
    moment m;
    int64_t days = floor_div(seconds, DAY);
    int rest = (int)(seconds - days * DAY);
    int64_t z = days + 719468, era = floor_div(z, 146097), day_of_era = z - era * 146097;
    int64_t year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    int64_t month = (5 * day_of_year + 2) / 153;
    m.day = (int)(day_of_year - (153 * month + 2) / 5 + 1);
    m.month = (int)(month < 10 ? month + 3 : month - 9);
    m.year = year_of_era + era * 400 + (m.month <= 2);
    m.hour = rest / 3600;
    m.minute = rest / 60 % 60;
    m.second = rest % 60;
    m.weekday = (int)(days + 3 - floor_div(days + 3, 7) * 7);
    m.yearday = (int)(days - days_to_month(m.year, 1)) + 1;
    m.dst = 0;
    return m;
}

static vv_owned struct_time_of(vv_thread *t, int64_t seconds) {
    moment m = moment_of(seconds);
    vv_ref type = struct_time_type_peek(t);
    if (type == NULL)
        return NULL;
    int64_t numbers[VISIBLE] = {m.year, m.month, m.day, m.hour, m.minute, m.second, m.weekday, m.yearday, m.dst};
    vv_obj *values[FIELDS];
    bool complete = true;
    for (int i = 0; i < FIELDS; i++) {
        values[i] = i < VISIBLE ? vv_int_new(t, numbers[i]) : i == 9 ? vv_str_from_cstr(t, "UTC") : vv_int_new(t, 0);
        complete = complete && values[i] != NULL;
    }
    if (complete)
        return vv_structseq_new_take(t, type, values, FIELDS);
    for (int i = 0; i < FIELDS; i++)
        vv_xdecref(t, values[i]);
    return NULL;
}

/* ---- clocks ------------------------------------------------------------------------------------------------------- */

static vv_owned time_time(vv_thread *t, vv_obj *const *argv) {
    (void)argv;
    return vv_float_new(t, (double)vv_host_realtime_ns() / 1e9);
}

static vv_owned time_time_ns(vv_thread *t, vv_obj *const *argv) {
    (void)argv;
    return vv_int_new(t, vv_host_realtime_ns());
}

static vv_owned time_monotonic(vv_thread *t, vv_obj *const *argv) {
    (void)argv;
    return vv_float_new(t, (double)vv_host_monotonic_ns() / 1e9);
}

static vv_owned time_monotonic_ns(vv_thread *t, vv_obj *const *argv) {
    (void)argv;
    return vv_int_new(t, vv_host_monotonic_ns());
}

static vv_owned time_tzset(vv_thread *t, vv_obj *const *argv) {
    (void)argv;
    return vv_none(t);
}

/* ---- waiting ------------------------------------------------------------------------------------------------------ */

enum { DEADLINE = 0, HAS_DEADLINE = 1 }; /* the frame's integers */

/* Sets the frame's deadline from its argument. */
static vv_step find_deadline(vv_thread *t, vv_native *nf) {
    int64_t ns;
    VV_BEGIN(nf);
    if (VV_ISA(nf->argv[0], FLOAT)) {
        double seconds = VV_FLOAT(nf->argv[0])->value;
        if (isnan(seconds))
            return vv_raise_step(t, VV_ValueError, "Invalid value NaN (not a number)");
        if (!(fabs(seconds) < 9.2e9))
            return vv_raise_step(t, VV_OverflowError, "timestamp out of range for platform time_t");
        ns = (int64_t)ceil(seconds * 1e9);
    } else {
        VV_AWAIT(nf, vv_do_index(t, nf->argv[0]));
        vv_setref_take(t, &nf->slot[0], vv_take_ret(t));
        if (vv_int_to_i64(nf->slot[0], &ns) != 0 || __builtin_mul_overflow(ns, (int64_t)SECOND_NS, &ns))
            return vv_raise_step(t, VV_OverflowError, "timestamp too large to convert to C _PyTime_t");
    }
    if (ns < 0)
        return vv_raise_step(t, VV_ValueError, "sleep length must be non-negative");
    if (__builtin_add_overflow(vv_host_monotonic_ns(), ns, &nf->i[DEADLINE]))
        nf->i[DEADLINE] = INT64_MAX - 1;
    nf->i[HAS_DEADLINE] = 1;
    return VV_READY;
    VV_END(nf);
}

static vv_step time_sleep(vv_thread *t, vv_native *nf) {
    if (!nf->i[HAS_DEADLINE]) {
        vv_step s = find_deadline(t, nf);
        if (s != VV_READY)
            return s;
    }
    if (vv_host_monotonic_ns() < nf->i[DEADLINE]) {
        t->wait_deadline = nf->i[DEADLINE];
        return VV_WAITING; /* entered again, here, when the host comes back */
    }
    t->wait_deadline = INT64_MAX;
    return vv_return_none(t);
}

/* ---- dates from seconds ------------------------------------------------------------------------------------------- */

/* Seconds since the epoch from an argument (NULL or None: now) into t->ival. */
static vv_step seconds_of_argument(vv_thread *t, vv_native *nf) {
    int64_t seconds;
    VV_BEGIN(nf);
    if (nf->argv[0] == NULL || nf->argv[0] == VV_NONE(t))
        return vv_return_int(t, floor_div(vv_host_realtime_ns(), SECOND_NS));
    if (VV_ISA(nf->argv[0], FLOAT)) {
        double value = VV_FLOAT(nf->argv[0])->value;
        if (isnan(value))
            return vv_raise_step(t, VV_ValueError, "Invalid value NaN (not a number)");
        if (!(fabs(value) < 9.2e18))
            return vv_raise_step(t, VV_OverflowError, "timestamp out of range for platform time_t");
        seconds = (int64_t)floor(value);
    } else {
        VV_AWAIT(nf, vv_do_index(t, nf->argv[0]));
        vv_setref_take(t, &nf->slot[0], vv_take_ret(t));
        if (vv_int_to_i64(nf->slot[0], &seconds) != 0)
            return vv_raise_step(t, VV_OverflowError, "timestamp out of range for platform time_t");
    }
    if (seconds > INT64_C(67768036191676799) || seconds < -INT64_C(67768040609740800)) /* years of 32 bits */
        return vv_raise_os(t, 75, NULL);
    return vv_return_int(t, seconds);
    VV_END(nf);
}

static vv_step time_gmtime(vv_thread *t, vv_native *nf) {
    vv_step s = seconds_of_argument(t, nf);
    return s != VV_READY ? s : vv_return(t, struct_time_of(t, t->ival));
}

static const char *const weekdays[7] = {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
static const char *const months[12] = {"January", "February", "March", "April", "May", "June",
                                       "July", "August", "September", "October", "November", "December"};

static vv_owned text_of(vv_thread *t, const moment *m) {
    char digits[12] = "  :  :  ";
    digits[0] = (char)('0' + m->hour / 10), digits[1] = (char)('0' + m->hour % 10);
    digits[3] = (char)('0' + m->minute / 10), digits[4] = (char)('0' + m->minute % 10);
    digits[6] = (char)('0' + m->second / 10), digits[7] = (char)('0' + m->second % 10);
    return vv_format(t, "%.*s %.*s %s%d %s %lld", 3, weekdays[m->weekday], 3, months[m->month - 1], m->day < 10 ? " " : "",
                     m->day, digits, (long long)m->year);
}

static vv_step time_ctime(vv_thread *t, vv_native *nf) {
    vv_step s = seconds_of_argument(t, nf);
    if (s != VV_READY)
        return s;
    moment m = moment_of(t->ival);
    return vv_return(t, text_of(t, &m));
}

/* ---- dates from tuples -------------------------------------------------------------------------------------------- */

/* Makes ints of the nine items of the tuple argv[which] (absent or None: the current time), as a tuple in slot 0. */
static vv_step fields_of_argument(vv_thread *t, vv_native *nf, int which, const char *function) {
    VV_BEGIN(nf);
    if (nf->argv[which] == NULL || (nf->argv[which] == VV_NONE(t) && which == 1)) {
        nf->slot[0] = struct_time_of(t, floor_div(vv_host_realtime_ns(), SECOND_NS));
        return nf->slot[0] == NULL ? VV_FAILED : VV_READY;
    }
    if (!VV_ISA(nf->argv[which], TUPLE))
        return vv_raise_step(t, VV_TypeError, "Tuple or struct_time argument required");
    if (VV_TUPLE(nf->argv[which])->length != VISIBLE)
        return vv_raise_step(t, VV_TypeError, "%s(): illegal time tuple argument", function);
    nf->slot[1] = vv_tuple_new(t, VISIBLE);
    if (nf->slot[1] == NULL)
        return VV_FAILED;
    for (nf->i[0] = 0; nf->i[0] < VISIBLE; nf->i[0]++) {
        VV_AWAIT(nf, vv_do_index(t, VV_TUPLE(nf->argv[which])->items[nf->i[0]]));
        VV_TUPLE(nf->slot[1])->items[nf->i[0]] = vv_take_ret(t);
    }
    vv_tuple_done(t, nf->slot[1]);
    nf->slot[0] = vv_move(&nf->slot[1]);
    return VV_READY;
    VV_END(nf);
}

/* Reads slot 0; `checked` refuses fields out of their ranges. 0, or -1 with an exception. */
static int read_fields(vv_thread *t, vv_native *nf, moment *m, bool checked) {
    int64_t f[VISIBLE];
    for (int i = 0; i < VISIBLE; i++) {
        vv_int_to_i64(VV_TUPLE(nf->slot[0])->items[i], &f[i]);
        if (f[i] > INT32_MAX || f[i] < INT32_MIN)
            return vv_raise_int(t, VV_OverflowError, f[i] > 0 ? "signed integer is greater than maximum"
                                                              : "signed integer is less than minimum");
    }
    if (checked && f[0] < (int64_t)INT32_MIN + 1900) /* C counts years from 1900 */
        return vv_raise_int(t, VV_OverflowError, "year out of range");
    if (checked) {
        static const struct {
            int low, high;
            const char *message;
        } ranges[VISIBLE] = {
            {INT32_MIN, INT32_MAX, ""},
            {1, 12, "month out of range"},
            {1, 31, "day of month out of range"},
            {0, 23, "hour out of range"},
            {0, 59, "minute out of range"},
            {0, 61, "seconds out of range"},
            {-1, INT32_MAX, "day of week out of range"},
            {1, 366, "day of year out of range"},
            {INT32_MIN, INT32_MAX, ""},
        };
        if (f[1] == 0) /* zero may stand for the first month, day and day of the year */
            f[1] = 1;
        if (f[2] == 0)
            f[2] = 1;
        if (f[7] == 0)
            f[7] = 1;
        for (int i = 0; i < VISIBLE; i++)
            if (f[i] < ranges[i].low || f[i] > ranges[i].high)
                return vv_raise_int(t, VV_ValueError, "%s", ranges[i].message);
        f[6] = (f[6] + 7) % 7;
    }
    *m = (moment){f[0], (int)f[1], (int)f[2], (int)f[3], (int)f[4], (int)f[5], (int)f[6], (int)f[7], (int)f[8]};
    return 0;
}

static vv_step time_asctime(vv_thread *t, vv_native *nf) {
    vv_step s = fields_of_argument(t, nf, 0, "asctime");
    moment m;
    if (s != VV_READY)
        return s;
    return read_fields(t, nf, &m, true) < 0 ? VV_FAILED : vv_return(t, text_of(t, &m));
}

static int64_t seconds_of(const moment *m) {
    int64_t month = (int64_t)m->month - 1, year = m->year + floor_div(month, 12);
    int64_t days = days_to_month(year, (int)(month - floor_div(month, 12) * 12) + 1) + m->day - 1;
    return days * DAY + (int64_t)m->hour * 3600 + (int64_t)m->minute * 60 + m->second;
}

static vv_step time_mktime(vv_thread *t, vv_native *nf) {
    vv_step s = fields_of_argument(t, nf, 0, "mktime");
    moment m;
    if (s != VV_READY)
        return s;
    return read_fields(t, nf, &m, false) < 0 ? VV_FAILED : vv_return(t, vv_float_new(t, (double)seconds_of(&m)));
}

/* ---- strftime ------------------------------------------------------------------------------------------------------ */

/* The text so far; `failed` once memory ran out, after which nothing is added. */
typedef struct writer {
    vv_thread *t;
    vv_strbuilder text;
    bool failed;
} writer;

static void put_text(writer *w, const char *text, size_t n) {
    w->failed = w->failed || vv_strbuilder_ascii(w->t, &w->text, text, n) < 0;
}

static void put_string(writer *w, const char *text) {
    put_text(w, text, strlen(text));
}

/* At least `width` digits, filled up with `fill`. */
static void put_number(writer *w, int64_t value, int width, char fill) {
    char digits[24], *p = digits + sizeof digits;
    uint64_t x = value < 0 ? -(uint64_t)value : (uint64_t)value;
    do
        *--p = (char)('0' + x % 10);
    while ((x /= 10) != 0);
    while (digits + sizeof digits - p < width)
        *--p = fill;
    if (value < 0)
        *--p = '-';
    put_text(w, p, (size_t)(digits + sizeof digits - p));
}

/* ISO 8601 week: the year it belongs to in *ret_year. */
static int iso_week(const moment *m, int64_t *ret_year) {
    int week = (m->yearday - 1 - m->weekday + 10) / 7;
    *ret_year = m->year;
    if (week < 1) {
        --*ret_year;
        int yearday = m->yearday + (is_leap(*ret_year) ? 366 : 365);
        return (yearday - 1 - m->weekday + 10) / 7;
    }
    if (week == 53 && m->yearday - 1 - m->weekday + 3 >= (is_leap(m->year) ? 366 : 365)) { /* its Thursday is next year's */
        ++*ret_year;
        return 1;
    }
    return week;
}

static void put_clock(writer *w, const moment *m) {
    put_number(w, m->hour, 2, '0');
    put_text(w, ":", 1);
    put_number(w, m->minute, 2, '0');
    put_text(w, ":", 1);
    put_number(w, m->second, 2, '0');
}

static void put_slashed_date(writer *w, const moment *m) {
    put_number(w, m->month, 2, '0');
    put_text(w, "/", 1);
    put_number(w, m->day, 2, '0');
    put_text(w, "/", 1);
    put_number(w, (m->year % 100 + 100) % 100, 2, '0');
}

/* One directive; false if it is unknown. */
static bool put_directive(writer *w, const moment *m, uint32_t directive) {
    int hour12 = m->hour % 12 == 0 ? 12 : m->hour % 12;
    int64_t iso_year;
    int week = iso_week(m, &iso_year);
    switch (directive) {
    case 'a':
        put_text(w, weekdays[m->weekday], 3);
        break;
    case 'A':
        put_string(w, weekdays[m->weekday]);
        break;
    case 'b':
    case 'h':
        put_text(w, months[m->month - 1], 3);
        break;
    case 'B':
        put_string(w, months[m->month - 1]);
        break;
    case 'c':
        put_text(w, weekdays[m->weekday], 3);
        put_text(w, " ", 1);
        put_text(w, months[m->month - 1], 3);
        put_text(w, " ", 1);
        put_number(w, m->day, 2, ' ');
        put_text(w, " ", 1);
        put_clock(w, m);
        put_text(w, " ", 1);
        put_number(w, m->year, 1, '0');
        break;
    case 'C':
        put_number(w, floor_div(m->year, 100), 2, '0');
        break;
    case 'd':
        put_number(w, m->day, 2, '0');
        break;
    case 'D':
    case 'x':
        put_slashed_date(w, m);
        break;
    case 'e':
        put_number(w, m->day, 2, ' ');
        break;
    case 'F':
        put_number(w, m->year, 1, '0');
        put_text(w, "-", 1);
        put_number(w, m->month, 2, '0');
        put_text(w, "-", 1);
        put_number(w, m->day, 2, '0');
        break;
    case 'g':
        put_number(w, (iso_year % 100 + 100) % 100, 2, '0');
        break;
    case 'G':
        put_number(w, iso_year, 1, '0');
        break;
    case 'H':
        put_number(w, m->hour, 2, '0');
        break;
    case 'I':
        put_number(w, hour12, 2, '0');
        break;
    case 'j':
        put_number(w, m->yearday, 3, '0');
        break;
    case 'k':
        put_number(w, m->hour, 2, ' ');
        break;
    case 'l':
        put_number(w, hour12, 2, ' ');
        break;
    case 'm':
        put_number(w, m->month, 2, '0');
        break;
    case 'M':
        put_number(w, m->minute, 2, '0');
        break;
    case 'n':
        put_text(w, "\n", 1);
        break;
    case 'p':
        put_text(w, m->hour < 12 ? "AM" : "PM", 2);
        break;
    case 'P':
        put_text(w, m->hour < 12 ? "am" : "pm", 2);
        break;
    case 'r':
        put_number(w, hour12, 2, '0');
        put_text(w, ":", 1);
        put_number(w, m->minute, 2, '0');
        put_text(w, ":", 1);
        put_number(w, m->second, 2, '0');
        put_text(w, m->hour < 12 ? " AM" : " PM", 3);
        break;
    case 'R':
        put_number(w, m->hour, 2, '0');
        put_text(w, ":", 1);
        put_number(w, m->minute, 2, '0');
        break;
    case 's':
        put_number(w, seconds_of(m), 1, '0');
        break;
    case 'S':
        put_number(w, m->second, 2, '0');
        break;
    case 't':
        put_text(w, "\t", 1);
        break;
    case 'T':
    case 'X':
        put_clock(w, m);
        break;
    case 'u':
        put_number(w, m->weekday + 1, 1, '0');
        break;
    case 'U': /* weeks begin on Sunday */
        put_number(w, (m->yearday + 6 - (m->weekday + 1) % 7) / 7, 2, '0');
        break;
    case 'V':
        put_number(w, week, 2, '0');
        break;
    case 'w':
        put_number(w, (m->weekday + 1) % 7, 1, '0');
        break;
    case 'W': /* weeks begin on Monday */
        put_number(w, (m->yearday + 6 - m->weekday) / 7, 2, '0');
        break;
    case 'y':
        put_number(w, (m->year % 100 + 100) % 100, 2, '0');
        break;
    case 'Y':
        put_number(w, m->year, 1, '0');
        break;
    case 'z':
        put_text(w, "+0000", 5);
        break;
    case 'Z':
        put_text(w, "UTC", 3);
        break;
    case '%':
        put_text(w, "%", 1);
        break;
    default:
        return false;
    }
    return true;
}

static vv_owned format_moment(vv_thread *t, vv_ref format, const moment *m) {
    writer w = {.t = t};
    size_t n = vv_str_length(format);
    for (size_t i = 0; i < n && !w.failed; i++) {
        uint32_t c = vv_str_at(format, i);
        if (c == '%' && i + 1 < n && put_directive(&w, m, vv_str_at(format, i + 1)))
            i++;
        else
            w.failed = w.failed || vv_strbuilder_char(t, &w.text, c) < 0;
    }
    if (w.failed) {
        vv_strbuilder_drop(t, &w.text);
        return NULL;
    }
    return vv_strbuilder_finish(t, &w.text);
}

static vv_step time_strftime(vv_thread *t, vv_native *nf) {
    if (nf->state == 0 && !VV_ISA(nf->argv[0], STR))
        return vv_raise_step(t, VV_TypeError, "strftime() argument 1 must be str, not %A", nf->argv[0]);
    for (size_t k = 0; nf->state == 0 && k < vv_str_length(nf->argv[0]); k++)
        if (vv_str_at(nf->argv[0], k) == 0)
            return vv_raise_step(t, VV_ValueError, "embedded null character");
    vv_step s = fields_of_argument(t, nf, 1, "strftime");
    moment m;
    if (s != VV_READY)
        return s;
    return read_fields(t, nf, &m, true) < 0 ? VV_FAILED : vv_return(t, format_moment(t, nf->argv[0], &m));
}

/* The library reads dates in Python: _strptime._strptime_time(string, format). */
static vv_step time_strptime(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    vv_ref import = vv_dict_get_str_peek(t->vm->builtins, VV_N(t, __import__));
    if (import == NULL)
        return vv_raise_step(t, VV_ImportError, "__import__ not found");
    nf->slot[0] = vv_str_from_cstr(t, "_strptime");
    if (nf->slot[0] == NULL)
        return VV_FAILED;
    VV_AWAIT(nf, vv_do_call1(t, import, nf->slot[0]));
    vv_setref_take(t, &nf->slot[0], vv_take_ret(t));
    nf->slot[1] = vv_str_from_cstr(t, "_strptime_time");
    if (nf->slot[1] == NULL)
        return VV_FAILED;
    vv_intern(t, &nf->slot[1]);
    VV_AWAIT(nf, vv_do_getattr(t, nf->slot[0], nf->slot[1]));
    vv_setref_take(t, &nf->slot[1], vv_take_ret(t));
    VV_AWAIT(nf, vv_do_call(t, nf->slot[1], nf->argv, nf->argv[1] == NULL ? 1 : 2));
    return VV_READY;
    VV_END(nf);
}

/* ---- clocks by number and name ------------------------------------------------------------------------------------ */

/* Linux's numbers; the process and its thread count real time here. */
static const struct {
    const char *name;
    int number;
} clocks[] = {{"CLOCK_REALTIME", 0},           {"CLOCK_MONOTONIC", 1},     {"CLOCK_PROCESS_CPUTIME_ID", 2},
              {"CLOCK_THREAD_CPUTIME_ID", 3},  {"CLOCK_MONOTONIC_RAW", 4}, {"CLOCK_BOOTTIME", 7}};

static vv_owned time_get_clock_info(vv_thread *t, vv_obj *const *argv) {
    static const char *const names[] = {"time", "monotonic", "perf_counter", "process_time", "thread_time"};
    if (!VV_ISA(argv[0], STR))
        return vv_raise(t, VV_TypeError, "get_clock_info() argument 1 must be str, not %A", argv[0]);
    size_t k = 0;
    while (k < VV_ARRAY_LEN(names) && !vv_str_equal_cstr(argv[0], names[k]))
        k++;
    if (k == VV_ARRAY_LEN(names))
        return vv_raise(t, VV_ValueError, "unknown clock");
    VV_AUTO dict = {t, vv_dict_new(t)};
    const char *const keys[] = {"implementation", "monotonic", "adjustable", "resolution"};
    vv_obj *const values[] = {vv_str_from_cstr(t, k == 0 ? "clock_gettime(CLOCK_REALTIME)" : "clock_gettime(CLOCK_MONOTONIC)"),
                              vv_bool(t, k != 0), vv_bool(t, k == 0), vv_float_new(t, 1e-9)};
    bool whole = dict.o != NULL;
    for (size_t i = 0; i < VV_ARRAY_LEN(keys); i++) {
        whole = whole && values[i] != NULL && vv_dict_set_cstr(t, dict.o, keys[i], values[i]) == 0;
        vv_xdecref(t, values[i]);
    }
    vv_type *type = VV_TYPEP(t, NAMESPACE);
    vv_owned o = whole ? vv_new_object(t, type, type->basicsize) : NULL;
    if (o == NULL)
        return NULL;
    vv_setref_take(t, vv_dict_field(o), vv_move(&dict.o));
    vv_track(t, o);
    return o;
}

/* argv: the clock's number; the time in nanoseconds in nf->i[0]. */
static vv_step read_clock(vv_thread *t, vv_native *nf) {
    int64_t number;
    if (vv_int_as_i64(t, nf->slot[0], &number) < 0)
        return VV_FAILED;
    for (size_t k = 0; k < VV_ARRAY_LEN(clocks); k++) {
        if (clocks[k].number == number) {
            nf->i[0] = (int64_t)(number == 0 ? vv_host_realtime_ns() : vv_host_monotonic_ns());
            return VV_READY;
        }
    }
    return vv_raise_os(t, INVALID, NULL);
}

static vv_step time_clock_gettime(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_index(t, nf->argv[0]));
    nf->slot[0] = vv_take_ret(t);
    return read_clock(t, nf) == VV_FAILED ? VV_FAILED : vv_return(t, vv_float_new(t, (double)nf->i[0] / 1e9));
    VV_END(nf);
}

static vv_step time_clock_gettime_ns(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_index(t, nf->argv[0]));
    nf->slot[0] = vv_take_ret(t);
    return read_clock(t, nf) == VV_FAILED ? VV_FAILED : vv_return(t, vv_int_new(t, nf->i[0]));
    VV_END(nf);
}

static vv_step time_clock_getres(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_index(t, nf->argv[0]));
    nf->slot[0] = vv_take_ret(t);
    return read_clock(t, nf) == VV_FAILED ? VV_FAILED : vv_return(t, vv_float_new(t, 1e-9));
    VV_END(nf);
}

/* ---- the module ---------------------------------------------------------------------------------------------------- */

static int add_take(vv_thread *t, vv_ref module, const char *name, vv_owned value) {
    VV_AUTO held = {t, value};
    return held.o == NULL ? -1 : vv_dict_set_cstr(t, VV_MODULE_OF(module)->dict, name, held.o);
}

vv_owned vv_time_module(vv_thread *t) {
    VV_AUTO module = {t, vv_module_from_defs(t, "time", "Clocks, waiting, and dates as tuples, numbers and text.", time_methods)};
    vv_ref type = module.o == NULL ? NULL : struct_time_type_peek(t);
    VV_AUTO utc = {t, type == NULL ? NULL : vv_str_from_cstr(t, "UTC")};
    if (utc.o == NULL)
        return NULL;
    if (add_take(t, module.o, "struct_time", vv_newref(type)) < 0 ||
        add_take(t, module.o, "timezone", vv_int_new(t, 0)) < 0 || add_take(t, module.o, "altzone", vv_int_new(t, 0)) < 0 ||
        add_take(t, module.o, "daylight", vv_int_new(t, 0)) < 0 ||
        add_take(t, module.o, "tzname", vv_tuple_pack(t, 2, utc.o, utc.o)) < 0 ||
        add_take(t, module.o, "_STRUCT_TM_ITEMS", vv_int_new(t, FIELDS)) < 0)
        return NULL;
    for (size_t k = 0; k < VV_ARRAY_LEN(clocks); k++)
        if (add_take(t, module.o, clocks[k].name, vv_int_new(t, clocks[k].number)) < 0)
            return NULL;
    return vv_move(&module.o);
}
