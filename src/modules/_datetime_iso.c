/* _datetime_iso.c - reading ISO 8601: YYYY-MM-DD, YYYYMMDD, YYYY-Www[-D], YYYYWww[D]; HH[:MM[:SS[.f]]] and HHMMSS; Z and +HH[:MM...].
 *
 * As fromisoformat() reads it since 3.11: any character may stand between date and time, fractions beyond six digits are cut off, and
 * of what stands before a zone not everything is looked at.
 */
#include "modules/_datetime.h"

#include "object/error.h"
#include "types/str.h"

/* The character at k, '?' if it is not ASCII, '\0' at the end (and, as in C, where it stands in the text). */
static char at(vv_ref text, size_t k) {
    uint32_t c = k < vv_str_length(text) ? vv_str_at(text, k) : 0;
    return c < 128 ? (char)c : '?';
}

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/* So many digits at *p as a number, *p behind them; -1: they are not there. */
static int number(vv_ref text, size_t *p, size_t digits) {
    int n = 0;
    for (; digits > 0; digits--, ++*p) {
        if (!is_digit(at(text, *p)))
            return -1;
        n = n * 10 + at(text, *p) - '0';
    }
    return n;
}

int vv_dt_parse_date(vv_ref text, size_t end, vv_dt_parsed *ret) {
    size_t p = 0;
    if (end != 7 && end != 8 && end != 10)
        return -1;
    ret->f.year = number(text, &p, 4);
    if (ret->f.year < 0)
        return -1;
    bool dashes = at(text, p) == '-';
    p += dashes;
    if (at(text, p) == 'W') {
        p++;
        int week = number(text, &p, 2), day = 1, ordinal;
        if (week < 0)
            return -1;
        if (p < end) {
            if (dashes && at(text, p++) != '-')
                return -1;
            day = number(text, &p, 1); /* nobody asks for what is behind it */
            if (day < 0)
                return -1;
        }
        if (vv_dt_iso_ordinal(ret->f.year, week, day, &ordinal) != 0)
            return -1;
        if (ordinal >= 1)
            vv_dt_set_ordinal(&ret->f, ordinal);
        else
            ret->f.year = 0;
        return 0;
    }
    ret->f.month = number(text, &p, 2);
    if (ret->f.month < 0 || (dashes && at(text, p++) != '-'))
        return -1;
    ret->f.day = number(text, &p, 2);
    return ret->f.day < 0 || p != end ? -1 : 0;
}

/* HH, HH:MM, HH:MM:SS, HH:MM:SS.f or the same without colons before `end`: 0; 1 if more stands there; -1 if it is none. */
static int parse_clock(vv_ref text, size_t p, size_t end, int part[4]) {
    bool colons = false;
    part[0] = part[1] = part[2] = part[3] = 0;
    for (int k = 0; k < 3; k++) {
        part[k] = number(text, &p, 2);
        if (part[k] < 0)
            return -1;
        char c = at(text, p++);
        if (k == 0)
            colons = c == ':';
        if (p >= end)
            return c != '\0';
        if (colons && c == ':')
            continue;
        if (c == '.' || c == ',')
            break;
        if (colons)
            return -1;
        p--;
    }
    size_t digits = end - p < 6 ? end - p : 6;
    part[3] = number(text, &p, digits);
    if (part[3] < 0)
        return -1;
    for (; digits < 6; digits++)
        part[3] *= 10;
    while (is_digit(at(text, p)))
        p++;
    return at(text, p) != '\0';
}

int vv_dt_parse_time(vv_ref text, size_t p, vv_dt_parsed *ret) {
    size_t end = vv_str_length(text), zone;
    int part[4];
    for (zone = p; zone < end && at(text, zone) != '+' && at(text, zone) != '-' && at(text, zone) != 'Z'; zone++)
        ;
    int r = parse_clock(text, p, zone, part);
    if (r < 0 || (r > 0 && zone == end))
        return -1;
    ret->f.hour = part[0];
    ret->f.minute = part[1];
    ret->f.second = part[2];
    ret->f.us = part[3];
    if (zone == end)
        return 0;
    ret->has_offset = true;
    if (at(text, zone) == 'Z')
        return zone + 1 == end ? 0 : -1;
    if (parse_clock(text, zone + 1, end, part) != 0)
        return -1;
    int sign = at(text, zone) == '-' ? -1 : 1;
    ret->offset = sign * (part[0] * 3600 + part[1] * 60 + part[2]);
    ret->offset_us = sign * part[3];
    return 0;
}

/* Where the date ends: that depends on what stands in the places where dates differ. */
static size_t date_end(vv_ref s, size_t n) {
    if (n == 7)
        return 7;
    if (at(s, 4) == '-') {
        if (at(s, 5) != 'W')
            return 10;
        /* YYYY-Www-D, unless the dash separates and digits of a time follow */
        return at(s, 8) != '-' || n == 9 || is_digit(at(s, 10)) ? 8 : 10;
    }
    if (at(s, 4) != 'W')
        return 8;
    size_t k = 7; /* YYYYWww or YYYYWwwD: the digits behind are of the time if there are too many */
    while (is_digit(at(s, k)))
        k++;
    return k < 9 ? k : k % 2 == 0 ? 7 : 8;
}

int vv_dt_parse_datetime(vv_ref text, vv_dt_parsed *ret) {
    size_t n = vv_str_length(text), end = n < 7 ? 0 : date_end(text, n);
    if (end > n || vv_dt_parse_date(text, end, ret) < 0)
        return -1;
    return end == n ? 0 : vv_dt_parse_time(text, end + 1, ret);
}

vv_owned vv_dt_parsed_zone(vv_thread *t, const vv_dt_parsed *p, bool *failed) {
    *failed = false;
    if (!p->has_offset)
        return NULL;
    VV_AUTO offset = {t, vv_dt_delta_new(t, NULL, 0, p->offset, p->offset_us)};
    vv_obj *zone = offset.o == NULL ? NULL : vv_dt_timezone_new(t, offset.o, NULL);
    *failed = zone == NULL;
    return zone;
}

vv_step vv_dt_bad_iso(vv_thread *t, vv_ref text) {
    return vv_raise_step(t, VV_ValueError, "Invalid isoformat string: %R", text);
}
