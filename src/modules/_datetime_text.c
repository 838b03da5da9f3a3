/* _datetime_text.c - dates and times as text: ISO 8601, C's ctime, and strftime, which is time.strftime with what it cannot know. */
#include "modules/_datetime.h"

#include <string.h>

#include "object/error.h"
#include "object/intern.h"
#include "types/dict.h"
#include "types/function.h"
#include "types/str.h"
#include "types/tuple.h"

void vv_dt_put(vv_dt_text *b, const char *text) {
    size_t n = strlen(text);
    VV_CHECK(b->length + n <= sizeof b->data);
    memcpy(b->data + b->length, text, n);
    b->length = (uint8_t)(b->length + n);
}

void vv_dt_put_number(vv_dt_text *b, int value, int width) {
    char digits[16], *p = digits + sizeof digits;
    uint32_t x = value < 0 ? -(uint32_t)value : (uint32_t)value;
    *--p = '\0';
    do {
        *--p = (char)('0' + x % 10);
        width--;
    } while ((x /= 10) != 0 || width > 0);
    if (value < 0)
        *--p = '-';
    vv_dt_put(b, p);
}

void vv_dt_put_date(vv_dt_text *b, const vv_dt_fields *f) {
    vv_dt_put_number(b, f->year, 4);
    vv_dt_put(b, "-");
    vv_dt_put_number(b, f->month, 2);
    vv_dt_put(b, "-");
    vv_dt_put_number(b, f->day, 2);
}

static void put_clock(vv_dt_text *b, int hour, int minute, int second) {
    vv_dt_put_number(b, hour, 2);
    if (minute >= 0) {
        vv_dt_put(b, ":");
        vv_dt_put_number(b, minute, 2);
    }
    if (second >= 0) {
        vv_dt_put(b, ":");
        vv_dt_put_number(b, second, 2);
    }
}

int vv_dt_put_clock(vv_thread *t, vv_dt_text *b, const vv_dt_fields *f, vv_ref timespec) {
    static const char *const words[] = {"hours", "minutes", "seconds", "milliseconds", "microseconds", "auto"};
    size_t n, k = 5;
    const char *text = timespec == NULL ? "auto" : vv_str_utf8_peek(t, timespec, &n);
    if (text == NULL)
        return -1;
    for (k = 0; k < VV_ARRAY_LEN(words) && strcmp(text, words[k]) != 0; k++)
        ;
    if (k == VV_ARRAY_LEN(words))
        return vv_raise_int(t, VV_ValueError, "Unknown timespec value");
    if (k == 5)
        k = f->us != 0 ? 4 : 2;
    put_clock(b, f->hour, k >= 1 ? f->minute : -1, k >= 2 ? f->second : -1);
    if (k >= 3) {
        vv_dt_put(b, ".");
        vv_dt_put_number(b, k == 3 ? f->us / 1000 : f->us, k == 3 ? 3 : 6);
    }
    return 0;
}

void vv_dt_put_offset(vv_dt_text *b, vv_ref offset, const char *separator) {
    int64_t us = vv_dt_offset_us(offset);
    vv_dt_put(b, us < 0 ? "-" : "+");
    us = us < 0 ? -us : us;
    int second = (int)(us / VV_DT_SECOND_US);
    vv_dt_put_number(b, second / 3600, 2);
    vv_dt_put(b, separator);
    vv_dt_put_number(b, second / 60 % 60, 2);
    if (us % (60 * VV_DT_SECOND_US) != 0) {
        vv_dt_put(b, separator);
        vv_dt_put_number(b, second % 60, 2);
    }
    if (us % VV_DT_SECOND_US != 0) {
        vv_dt_put(b, ".");
        vv_dt_put_number(b, (int)(us % VV_DT_SECOND_US), 6);
    }
}

vv_owned vv_dt_text_str(vv_thread *t, const vv_dt_text *b) {
    return vv_str_from_utf8(t, b->data, b->length);
}

vv_owned vv_dt_ctime(vv_thread *t, const vv_dt_fields *f) {
    static const char days[] = "MonTueWedThuFriSatSun", months[] = "JanFebMarAprMayJunJulAugSepOctNovDec";
    vv_dt_text clock = {.length = 0};
    put_clock(&clock, f->hour, f->minute, f->second);
    vv_dt_put(&clock, " ");
    vv_dt_put_number(&clock, f->year, 4);
    return vv_format(t, "%.*s %.*s %s%d %.*s", 3, days + 3 * vv_dt_weekday(f->year, f->month, f->day), 3, months + 3 * (f->month - 1),
                     f->day < 10 ? " " : "", f->day, (int)clock.length, clock.data);
}

/* ---- repr ---- */

static vv_owned with_keyword(vv_thread *t, vv_ref text, const char *name, vv_ref value) {
    VV_AUTO head = {t, vv_str_slice(t, text, 0, vv_str_length(text) - 1)};
    return head.o == NULL ? NULL : vv_format(t, "%U, %s=%U)", head.o, name, value);
}

static vv_owned with_fold(vv_thread *t, vv_ref text) {
    VV_AUTO one = {t, vv_str_from_cstr(t, "1")};
    return one.o == NULL ? NULL : with_keyword(t, text, "fold", one.o);
}

/* argv: the zone or NULL; slot 0: the text; i: 0 fold, 1 whether it stands before the zone */
static vv_step repr_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (nf->i[0] != 0 && nf->i[1] != 0)
        vv_setref_take(t, &nf->slot[0], with_fold(t, nf->slot[0]));
    if (nf->argv[0] != NULL && nf->slot[0] != NULL) {
        VV_AWAIT(nf, vv_do_repr(t, nf->argv[0]));
        nf->slot[1] = vv_take_ret(t);
        vv_setref_take(t, &nf->slot[0], with_keyword(t, nf->slot[0], "tzinfo", nf->slot[1]));
    }
    if (nf->i[0] != 0 && nf->i[1] == 0 && nf->slot[0] != NULL)
        vv_setref_take(t, &nf->slot[0], with_fold(t, nf->slot[0]));
    return vv_return(t, vv_move(&nf->slot[0]));
    VV_END(nf);
}

vv_step vv_dt_do_repr(vv_thread *t, vv_owned text, bool fold_first, int fold, vv_ref tzinfo) {
    if (text == NULL || (fold == 0 && tzinfo == NULL))
        return vv_return(t, text);
    vv_native *nf = vv_push_native(t, repr_native, "__repr__", (vv_obj *[]){VV_OBJ(tzinfo)}, 1);
    if (nf == NULL) {
        vv_decref(t, text);
        return VV_FAILED;
    }
    nf->slot[0] = text;
    nf->i[0] = fold;
    nf->i[1] = fold_first;
    return vv_native_enter(t, nf);
}

/* ---- strftime ---- */

enum { FORMAT_OFFSET, FORMAT_COLON_OFFSET, FORMAT_NAME, FORMAT_US, FORMAT_OTHER };

/* Which of the four directives stands behind a '%', and how long it is. */
static int directive_at(const char *p, size_t *ret_length) {
    *ret_length = 1;
    if (p[0] == ':' && p[1] == 'z') {
        *ret_length = 2;
        return FORMAT_COLON_OFFSET;
    }
    return p[0] == 'z' ? FORMAT_OFFSET : p[0] == 'Z' ? FORMAT_NAME : p[0] == 'f' ? FORMAT_US : FORMAT_OTHER;
}

/* The first directive of `format` whose text (slot 0 to 2) is not known yet, or FORMAT_OTHER. */
static int next_unknown(const char *format, vv_obj *const *known) {
    for (const char *p = format; *p != '\0'; p++) {
        size_t length;
        if (*p != '%')
            continue;
        int directive = directive_at(++p, &length);
        if (directive < FORMAT_US && known[directive] == NULL)
            return directive;
        if (*p == '\0')
            break;
        p += length - 1;
    }
    return FORMAT_OTHER;
}

static vv_ref tzinfo_of(vv_thread *t, vv_ref o) {
    return VV_DT_IS(t, o, DT_DATETIME) ? VV_DT_DATETIME(o)->tzinfo : VV_DT_IS(t, o, DT_TIME) ? VV_DT_TIME(o)->tzinfo : NULL;
}

/* Text of an offset or name that an answer gives; NULL with an exception, one for a name that UTF-8 has no bytes for too. `escaped`:
 * each '%' of the name is two already. */
static vv_owned replacement(vv_thread *t, vv_ref answer, int directive, bool escaped) {
    vv_dt_text b = {.length = 0};
    if (answer == VV_NONE(t))
        return vv_newref(t->vm->empty_str);
    if (directive != FORMAT_NAME) {
        vv_dt_put_offset(&b, answer, directive == FORMAT_COLON_OFFSET ? ":" : "");
        return vv_dt_text_str(t, &b);
    }
    size_t n;
    if (vv_str_utf8_peek(t, answer, &n) == NULL)
        return NULL;
    if (escaped)
        return vv_newref(answer);
    vv_strbuilder name = {0}; /* its '%' must survive time.strftime */
    for (size_t k = 0; k < vv_str_length(answer); k++) {
        uint32_t c = vv_str_at(answer, k);
        if ((c == '%' && vv_strbuilder_char(t, &name, c) < 0) || vv_strbuilder_char(t, &name, c) < 0) {
            vv_strbuilder_drop(t, &name);
            return NULL;
        }
    }
    return vv_strbuilder_finish(t, &name);
}

/* The format with our four directives replaced. */
static vv_owned new_format(vv_thread *t, const char *format, vv_obj *const *known, int us) {
    vv_strbuilder b = {0};
    int r = 0;
    const char *p = format;
    while (*p != '\0' && r == 0) {
        const char *start = p;
        size_t length = 1;
        while (*p != '\0' && *p != '%')
            p++;
        if (p > start) {
            VV_AUTO plain = {t, vv_str_from_utf8(t, start, (size_t)(p - start))};
            r = plain.o == NULL ? -1 : vv_strbuilder_str(t, &b, plain.o);
            continue;
        }
        int directive = directive_at(++p, &length);
        if (directive < FORMAT_US) {
            r = vv_strbuilder_str(t, &b, known[directive]);
        } else if (directive == FORMAT_US) {
            vv_dt_text number = {.length = 0};
            vv_dt_put_number(&number, us, 6);
            r = vv_strbuilder_ascii(t, &b, number.data, number.length);
        } else {
            r = vv_strbuilder_char(t, &b, '%');
            if (*p == '%' && r == 0)
                r = vv_strbuilder_char(t, &b, '%');
            else if (*p != '%')
                continue; /* whatever it is, it goes with the plain text */
        }
        p += length;
    }
    if (r < 0) {
        vv_strbuilder_drop(t, &b);
        return NULL;
    }
    return vv_strbuilder_finish(t, &b);
}

static vv_owned percents(vv_thread *t) {
    return vv_tuple_pack_take(t, 2, vv_str_from_cstr(t, "%"), vv_str_from_cstr(t, "%%"));
}

/* argv: object, format, tuple, what zones are asked about; slot 0 to 2: the replacements, 3: a name or the new format, 4: an answer, 5: "%" and "%%"; i[0]: directive */
static vv_step strftime_native(vv_thread *t, vv_native *nf) {
    const char *format = vv_str_utf8_peek(t, nf->argv[1], &(size_t){0}); /* kept in the str */
    if (format == NULL)
        return VV_FAILED;
    VV_BEGIN(nf);
    while ((nf->i[0] = next_unknown(format, nf->slot)) != FORMAT_OTHER) {
        VV_AWAIT(nf, vv_dt_do_ask(t, tzinfo_of(t, nf->argv[0]), nf->argv[3], nf->i[0] == FORMAT_NAME ? VV_DT_TZNAME : VV_DT_UTCOFFSET));
        nf->slot[4] = vv_take_ret(t);
        if (nf->i[0] == FORMAT_NAME && VV_ISA(nf->slot[4], STR) && !VV_IS(t, nf->slot[4], STR)) {
            nf->slot[3] = vv_intern_cstr(t, "replace");
            nf->slot[5] = percents(t);
            if (nf->slot[3] == NULL || nf->slot[5] == NULL)
                return VV_FAILED;
            VV_AWAIT(nf, vv_do_call_method(t, nf->slot[4], nf->slot[3], VV_TUPLE(nf->slot[5])->items, 2));
            vv_setref_take(t, &nf->slot[4], vv_take_ret(t));
            if (!VV_ISA(nf->slot[4], STR))
                return vv_raise_step(t, VV_TypeError, "tzname.replace() did not return a string");
        }
        nf->slot[nf->i[0]] = replacement(t, nf->slot[4], (int)nf->i[0], nf->slot[5] != NULL);
        for (int k = 3; k < 6; k++)
            vv_clearref(t, &nf->slot[k]);
        if (nf->slot[nf->i[0]] == NULL)
            return VV_FAILED;
    }
    nf->i[0] = VV_DT_IS(t, nf->argv[0], DT_DATETIME) ? VV_DT_DATETIME(nf->argv[0])->clock.us
               : VV_DT_IS(t, nf->argv[0], DT_TIME)   ? VV_DT_TIME(nf->argv[0])->clock.us
                                                     : 0;
    nf->slot[3] = new_format(t, format, nf->slot, (int)nf->i[0]);
    if (nf->slot[3] == NULL)
        return VV_FAILED;
    VV_AWAIT(nf, vv_dt_do_call_module(t, "time", "strftime", (vv_obj *[]){nf->slot[3], nf->argv[2]}, 2));
    return VV_READY;
    VV_END(nf);
}

vv_step vv_dt_do_strftime(vv_thread *t, vv_ref o, vv_ref format, vv_ref timetuple, vv_ref about) {
    vv_obj *argv[] = {VV_OBJ(o), VV_OBJ(format), VV_OBJ(timetuple), VV_OBJ(about)};
    return vv_native_enter(t, vv_push_native(t, strftime_native, "strftime", argv, 4));
}

vv_step vv_dt_format(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (vv_dt_only_argument(t, nf, "__format__") < 0)
        return VV_FAILED;
    if (!VV_ISA(nf->argv[1], STR))
        return vv_dt_bad_argument(t, "__format__", 1, "str", nf->argv[1]);
    if (vv_str_length(nf->argv[1]) == 0) {
        VV_AWAIT(nf, vv_do_str(t, nf->argv[0]));
        return VV_READY;
    }
    VV_AWAIT(nf, vv_dt_do_call_method(t, nf->argv[0], "strftime", nf->argv + 1, 1));
    return VV_READY;
    VV_END(nf);
}
