/* _datetime_calendar.c - the proleptic Gregorian calendar: ordinals, weekdays, ISO weeks, and moving along them.
 *
 * Ordinals are computed with years that begin in March, so that the leap day is the last (the method is old; a clear account is
 * E. Richards, "Mapping Time", 1998).
 */
#include "modules/_datetime.h"

#include "object/error.h"

static bool is_leap(int year) {
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

int vv_dt_month_days(int year, int month) {
    return month == 2 ? 28 + is_leap(year) : 30 + ((month + (month > 7)) & 1);
}

int vv_dt_ordinal(int year, int month, int day) {
    int y = month > 2 ? year : year - 1, m = month > 2 ? month - 3 : month + 9;
    return y * 365 + y / 4 - y / 100 + y / 400 + (m * 153 + 2) / 5 + day - 307 + 1;
}

void vv_dt_set_ordinal(vv_dt_fields *f, int ordinal) {
    int days = ordinal + 305; /* since 0000-03-01 */
    int era = days / 146097, in_era = days % 146097;
    int year = (in_era - in_era / 1460 + in_era / 36524 - in_era / 146096) / 365;
    int in_year = in_era - (year * 365 + year / 4 - year / 100), m = (in_year * 5 + 2) / 153;
    f->day = in_year - (m * 153 + 2) / 5 + 1;
    f->month = m < 10 ? m + 3 : m - 9;
    f->year = era * 400 + year + (f->month <= 2);
}

int vv_dt_weekday(int year, int month, int day) {
    return ((vv_dt_ordinal(year, month, day) + 6) % 7 + 7) % 7; /* pickles can make dates before the first */
}

int vv_dt_yearday(int year, int month, int day) {
    return vv_dt_ordinal(year, month, day) - vv_dt_ordinal(year, 1, 1) + 1;
}

int vv_dt_iso_monday(int year) {
    int first = vv_dt_ordinal(year, 1, 1), weekday = (first + 6) % 7;
    return first - weekday + (weekday > 3 ? 7 : 0); /* the week with the year's first Thursday */
}

char vv_dt_iso_ordinal(int year, int week, int day, int *ret) {
    if (year < VV_DT_MIN_YEAR || year > VV_DT_MAX_YEAR)
        return 'y';
    int monday = vv_dt_iso_monday(year);
    if (week < 1 || week > 53 || (week == 53 && vv_dt_iso_monday(year + 1) - monday < 53 * 7))
        return 'w';
    if (day < 1 || day > 7)
        return 'd';
    *ret = monday + (week - 1) * 7 + day - 1;
    return 0;
}

int vv_dt_check_date(vv_thread *t, const vv_dt_fields *f) {
    if (f->year < VV_DT_MIN_YEAR || f->year > VV_DT_MAX_YEAR)
        return vv_raise_int(t, VV_ValueError, "year %d is out of range", f->year);
    if (f->month < 1 || f->month > 12)
        return vv_raise_int(t, VV_ValueError, "month must be in 1..12");
    if (f->day < 1 || f->day > vv_dt_month_days(f->year, f->month))
        return vv_raise_int(t, VV_ValueError, "day is out of range for month");
    return 0;
}

int vv_dt_check_time(vv_thread *t, const vv_dt_fields *f) {
    if (f->hour < 0 || f->hour > 23)
        return vv_raise_int(t, VV_ValueError, "hour must be in 0..23");
    if (f->minute < 0 || f->minute > 59)
        return vv_raise_int(t, VV_ValueError, "minute must be in 0..59");
    if (f->second < 0 || f->second > 59)
        return vv_raise_int(t, VV_ValueError, "second must be in 0..59");
    if (f->us < 0 || f->us > 999999)
        return vv_raise_int(t, VV_ValueError, "microsecond must be in 0..999999");
    if (f->fold != 0 && f->fold != 1)
        return vv_raise_int(t, VV_ValueError, "fold must be either 0 or 1");
    return 0;
}

int vv_dt_shift(vv_thread *t, vv_dt_fields *f, int64_t days, int64_t seconds, int64_t us) {
    us += f->us;
    seconds += f->hour * 3600 + f->minute * 60 + f->second + vv_dt_floor_div(us, VV_DT_SECOND_US);
    days += vv_dt_floor_div(seconds, VV_DT_DAY) + vv_dt_ordinal(f->year, f->month, f->day);
    int rest = (int)(seconds - vv_dt_floor_div(seconds, VV_DT_DAY) * VV_DT_DAY);
    if (days < 1 || days > VV_DT_MAX_ORDINAL)
        return vv_raise_int(t, VV_OverflowError, "date value out of range");
    vv_dt_set_ordinal(f, (int)days);
    f->hour = rest / 3600;
    f->minute = rest / 60 % 60;
    f->second = rest % 60;
    f->us = (int)(us - vv_dt_floor_div(us, VV_DT_SECOND_US) * VV_DT_SECOND_US);
    return 0;
}

int64_t vv_dt_seconds(const vv_dt_fields *f) {
    return (int64_t)vv_dt_ordinal(f->year, f->month, f->day) * VV_DT_DAY + f->hour * 3600 + f->minute * 60 + f->second;
}

static const int64_t CYCLE_SECONDS = INT64_C(146097) * VV_DT_DAY;
static const int64_t FURTHEST = INT64_C(67000000000000000); /* where the years of C's struct tm end */

int vv_dt_from_seconds(vv_thread *t, int64_t seconds, vv_dt_fields *ret) {
    if (seconds < -FURTHEST || seconds > FURTHEST)
        return (int)vv_raise_os(t, 75, NULL);
    /* whole cycles of 400 years aside, so that ordinals stay small */
    int64_t since = seconds + (int64_t)(VV_DT_EPOCH_ORDINAL - 1) * VV_DT_DAY, cycles = vv_dt_floor_div(since, CYCLE_SECONDS);
    int64_t rest = since - cycles * CYCLE_SECONDS;
    int second = (int)(rest % VV_DT_DAY);
    *ret = (vv_dt_fields){.hour = second / 3600, .minute = second / 60 % 60, .second = second % 60};
    vv_dt_set_ordinal(ret, (int)(rest / VV_DT_DAY) + 1);
    ret->year += (int)(cycles * 400);
    return vv_dt_check_date(t, ret);
}
