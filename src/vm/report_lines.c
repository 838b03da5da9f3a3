/* report_lines.c - the lines of a traceback: file, line and function of each entry, its source, and carets under the
 * part that failed (PEP 657). */
#include "object/error.h"
#include "object/intern.h"
#include "types/dict.h"
#include "types/int.h"
#include "types/str.h"
#include "base/unicode.h"
#include "vm/report_private.h"

enum { MOST_REPEATED = 3, DEFAULT_LIMIT = 1000 };

/* The source of a file that runs, borrowed, or NULL. Names in <> are no files. */
static vv_ref source_peek(vv_thread *t, vv_ref filename) {
    if (t->vm->sources == NULL || !VV_IS(t, filename, STR))
        return NULL;
    uint32_t n = vv_str_length(filename);
    if (n > 0 && vv_str_at(filename, 0) == '<' && vv_str_at(filename, n - 1) == '>')
        return NULL;
    vv_ref source = vv_dict_get_str_peek(t->vm->sources, filename);
    return source != NULL || t->vm->report_sources == NULL ? source : vv_dict_get_str_peek(t->vm->report_sources, filename);
}

/* Finds line `number` (from 1): where it begins and ends, without its line end. */
static bool find_line(vv_ref source, int number, size_t *ret_start, size_t *ret_end) {
    size_t n = vv_str_length(source), k = 0;
    for (int line = 1; k < n && line < number; k++) {
        uint32_t c = vv_str_at(source, k);
        if (c == '\n' || (c == '\r' && (k + 1 >= n || vv_str_at(source, k + 1) != '\n')))
            line++;
        if (line == number) {
            k++;
            break;
        }
    }
    if (number < 1 || (k >= n && number > 1) || n == 0)
        return false;
    *ret_start = k;
    while (k < n && vv_str_at(source, k) != '\n' && vv_str_at(source, k) != '\r')
        k++;
    *ret_end = k;
    return true;
}

static bool is_space(uint32_t c) {
    return c == ' ' || c == '\t' || c == '\f';
}

vv_owned vv_report_source_line(vv_thread *t, vv_ref filename, int line) {
    size_t from, to;
    vv_ref source = source_peek(t, filename);
    if (source == NULL || !find_line(source, line, &from, &to))
        return vv_newref(t->vm->empty_str);
    while (from < to && is_space(vv_str_at(source, from)))
        from++;
    while (to > from && is_space(vv_str_at(source, to - 1)))
        to--;
    return vv_str_slice(t, source, from, to);
}

/* Code points in the first `bytes` bytes of UTF-8 of a line. */
static size_t column_of(vv_ref line, int bytes) {
    size_t k = 0;
    int passed = 0;
    for (; k < vv_str_length(line) && passed < bytes; k++) {
        uint32_t c = vv_str_at(line, k);
        passed += c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
    }
    return k;
}

/* Columns that a stretch of a line takes on a terminal: East Asian wide characters take two. */
static size_t width_of(vv_ref line, size_t from, size_t to) {
    size_t width = to - from;
    for (size_t k = from; k < to; k++)
        width += vv_unicode_is_wide(vv_str_at(line, k));
    return width;
}

static int repeat(vv_thread *t, vv_strbuilder *b, char c, size_t n) {
    int r = 0;
    while (r == 0 && n-- > 0)
        r = vv_strbuilder_char(t, b, (uint32_t)c);
    return r;
}

/* The line of carets under code points [start, end) of a line that is shown without its first `stripped` ones. When
 * `parts`, only [left, right) of them stand out. */
static vv_owned carets(vv_thread *t, vv_ref line, size_t stripped, size_t start, size_t end, bool parts, size_t left, size_t right) {
    vv_strbuilder b = {0};
    size_t first = parts ? start + left : start, second = parts && start + right < end ? start + right : end;
    if (repeat(t, &b, ' ', 4 + width_of(line, stripped, start < stripped ? stripped : start)) == 0 &&
        repeat(t, &b, '~', width_of(line, start, first)) == 0 && repeat(t, &b, '^', width_of(line, first, second)) == 0 &&
        repeat(t, &b, '~', width_of(line, second, end)) == 0 && vv_strbuilder_char(t, &b, '\n') == 0)
        return vv_strbuilder_finish(t, &b);
    vv_strbuilder_drop(t, &b);
    return NULL;
}

/* The source line of an entry and its carets. 0/-1. */
static int emit_source(vv_thread *t, const vv_traceback *tb, vv_ref code, vv_ref out, int64_t depth) {
    size_t from, to;
    vv_ref source = source_peek(t, VV_CODE_OF(code)->filename);
    if (source == NULL || !find_line(source, vv_traceback_line(tb), &from, &to))
        return 0;
    VV_AUTO line = {t, vv_str_slice(t, source, from, to)};
    if (line.o == NULL)
        return -1;
    size_t n = vv_str_length(line.o), stripped = 0;
    while (stripped < n && is_space(vv_str_at(line.o, stripped)))
        stripped++;
    while (n > stripped && is_space(vv_str_at(line.o, n - 1)))
        n--;
    if (stripped == n)
        return 0;
    size_t length = vv_str_length(line.o); /* blanks at the end are shown */
    VV_AUTO shown = {t, vv_str_slice(t, line.o, stripped, length)};
    if (shown.o == NULL || vv_report_emit_take(t, out, vv_format(t, "    %U\n", shown.o), depth) < 0)
        return -1;
    vv_position p = vv_code_position(code, (uint32_t)tb->lasti / 2);
    if (tb->lasti < 0 || p.line != vv_traceback_line(tb) || p.column < 0 || p.end_column < 0 || p.end_line <= 0)
        return 0;
    size_t start = column_of(line.o, p.column), end = p.end_line == p.line ? column_of(line.o, p.end_column) : n;
    size_t left = 0, right = 0;
    bool parts = p.end_line == p.line && end > start && vv_report_anchors(line.o, start, end, &left, &right);
    if (end <= start || (!parts && end - start >= length - stripped))
        return 0;
    return vv_report_emit_take(t, out, carets(t, line.o, stripped, start, end, parts, left, right), depth);
}

static int emit_entry(vv_thread *t, const vv_traceback *tb, vv_ref code, vv_ref out, int64_t depth) {
    const vv_code *c = VV_CODE_OF(code);
    if (vv_report_emit_take(t, out, vv_format(t, "  File \"%U\", line %d, in %U\n", c->filename, vv_traceback_line(tb), c->name), depth) < 0)
        return -1;
    return emit_source(t, tb, code, out, depth);
}

static int emit_repeated(vv_thread *t, vv_ref out, int64_t count, int64_t depth) {
    if (count <= MOST_REPEATED)
        return 0;
    count -= MOST_REPEATED;
    return vv_report_emit_take(t, out, vv_format(t, "  [Previous line repeated %lld more time%s]\n", (long long)count, count > 1 ? "s" : ""),
                               depth);
}

/* sys.tracebacklimit, or the default. */
static int64_t entry_limit(vv_thread *t) {
    int64_t limit = DEFAULT_LIMIT;
    VV_AUTO name = {t, vv_intern_cstr(t, "tracebacklimit")};
    if (name.o == NULL)
        vv_clear_error(t);
    vv_ref value = name.o == NULL || t->vm->sysdict == NULL ? NULL : vv_dict_get_str_peek(t->vm->sysdict, name.o);
    if (value != NULL && VV_ISA(value, INT))
        vv_int_to_i64(value, &limit);
    return limit < 0 ? 0 : limit;
}

bool vv_report_shows_lines(vv_thread *t) {
    return entry_limit(t) > 0;
}

static vv_ref code_of(vv_ref tb) {
    return (vv_ref)((const vv_frameobj *)((const vv_traceback *)tb)->frame)->frame->code;
}

int vv_report_lines(vv_thread *t, vv_ref traceback, vv_ref out, int64_t depth) {
    int64_t length = 0, limit = entry_limit(t), count = 0;
    for (vv_ref tb = traceback; tb != NULL; tb = ((const vv_traceback *)tb)->next)
        length++;
    vv_ref last = NULL;
    for (vv_ref o = traceback; o != NULL; o = ((const vv_traceback *)o)->next) {
        if (length-- > limit)
            continue;
        const vv_traceback *tb = (const vv_traceback *)o;
        vv_ref code = code_of(o);
        bool same = last != NULL && code_of(last) == code && vv_traceback_line((const vv_traceback *)last) == vv_traceback_line(tb);
        if (!same) {
            if (emit_repeated(t, out, count, depth) < 0)
                return -1;
            count = 0;
        }
        last = o;
        count++;
        if (count <= MOST_REPEATED && emit_entry(t, tb, code, out, depth) < 0)
            return -1;
    }
    return emit_repeated(t, out, count, depth);
}
