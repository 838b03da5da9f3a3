/* report.c - what python prints about an exception: chains of causes, groups, the exception itself, its notes.
 *
 * The text grows as pieces in a list that the frames here hand on (argv "out"); vm/report_lines.c adds the lines of
 * tracebacks and vm/suggest.c the "Did you mean". Nesting of groups is bounded, chains are walked with a list.
 */
#include "vm/report.h"

#include <stdio.h>
#include <string.h>

#include "object/alloc.h"
#include "object/error.h"
#include "object/intern.h"
#include "types/dict.h"
#include "types/exceptions.h"
#include "types/int.h"
#include "types/list.h"
#include "types/str.h"
#include "types/tuple.h"
#include "vm/generator.h"
#include "vm/report_private.h"

enum { MOST_GROUP_DEPTH = 10, MOST_GROUP_WIDTH = 15 };

static const char cause_message[] = "\nThe above exception was the direct cause of the following exception:\n\n";
static const char context_message[] = "\nDuring handling of the above exception, another exception occurred:\n\n";

/* ---- pieces of text ---- */

int vv_report_add_take(vv_thread *t, vv_ref out, vv_owned text) {
    return text == NULL ? -1 : vv_list_append_take(t, out, text);
}

/* What stands in front of each line at a nesting depth of groups. */
int vv_report_margin(vv_thread *t, vv_strbuilder *b, int64_t depth, char mark) {
    for (int64_t k = 0; k < 2 * depth; k++)
        if (vv_strbuilder_char(t, b, ' ') < 0)
            return -1;
    if (depth == 0)
        return 0;
    return vv_strbuilder_char(t, b, (uint32_t)mark) < 0 || vv_strbuilder_char(t, b, ' ') < 0 ? -1 : 0;
}

int vv_report_emit(vv_thread *t, vv_ref out, vv_ref text, int64_t depth, char mark) {
    if (depth == 0)
        return vv_list_append(t, out, text);
    vv_strbuilder b = {0};
    size_t n = vv_str_length(text);
    for (size_t start = 0; start < n;) {
        size_t end = start;
        while (end < n && vv_str_at(text, end) != '\n')
            end++;
        end += end < n;
        if (vv_report_margin(t, &b, depth, mark) < 0 || vv_strbuilder_slice(t, &b, text, start, end) < 0) {
            vv_strbuilder_drop(t, &b);
            return -1;
        }
        start = end;
    }
    return vv_report_add_take(t, out, vv_strbuilder_finish(t, &b));
}

int vv_report_emit_take(vv_thread *t, vv_ref out, vv_owned text, int64_t depth) {
    if (text == NULL)
        return -1;
    int r = vv_report_emit(t, out, text, depth, '|');
    vv_decref(t, text);
    return r;
}

/* One margin, whatever lines the text has. */
static int emit_raw_take(vv_thread *t, vv_ref out, vv_owned text, int64_t depth) {
    VV_AUTO piece = {t, text};
    vv_strbuilder b = {0};
    if (text == NULL || vv_report_margin(t, &b, depth, '|') < 0 || vv_strbuilder_str(t, &b, text) < 0) {
        vv_strbuilder_drop(t, &b);
        return -1;
    }
    return vv_report_add_take(t, out, vv_strbuilder_finish(t, &b));
}

static int emit_cstr(vv_thread *t, vv_ref out, const char *text, int64_t depth, char mark) {
    VV_AUTO piece = {t, vv_str_from_cstr(t, text)};
    return piece.o == NULL ? -1 : vv_report_emit(t, out, piece.o, depth, mark);
}

/* ---- the exception itself ---- */

/* "ValueError", "pkg.mod.Error". */
static vv_owned exception_name(vv_thread *t, vv_ref exc) {
    const vv_type *type = exc->type;
    VV_AUTO module = {t, vv_type_module(t, type)};
    if (module.o == NULL) {
        vv_clear_error(t);
        return vv_format(t, "<unknown>.%U", type->qualname);
    }
    if (!VV_ISA(module.o, STR))
        return vv_format(t, "<unknown>.%U", type->qualname);
    if (vv_str_equal_cstr(module.o, "builtins") || vv_str_equal_cstr(module.o, "__main__"))
        return vv_newref(type->qualname);
    return vv_format(t, "%U.%U", module.o, type->qualname);
}

static bool field_int(vv_ref o, int64_t *ret) {
    return o != NULL && VV_ISA(o, INT) && vv_int_to_i64(o, ret) == 0;
}

static bool is_blank(uint32_t c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
}

static size_t utf8_length(vv_ref text) {
    size_t bytes = 0;
    for (size_t i = 0; i < vv_str_length(text); i++) {
        uint32_t c = vv_str_at(text, i);
        bytes += c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
    }
    return bytes;
}

/* The place and the line of a SyntaxError, with its carets. 0/-1. */
static int emit_syntax_place(vv_thread *t, vv_ref out, const vv_exc_syntax *e, int64_t depth) {
    int64_t line, offset, end_offset = 0, end_line = 0;
    if (!field_int(e->lineno, &line))
        return 0;
    bool named = e->filename != NULL && VV_ISA(e->filename, STR);
    vv_owned place = named ? vv_format(t, "  File \"%U\", line %lld\n", e->filename, (long long)line)
                           : vv_format(t, "  File \"<string>\", line %lld\n", (long long)line);
    if (vv_report_emit_take(t, out, place, depth) < 0)
        return -1;
    if (e->text == NULL || !VV_ISA(e->text, STR))
        return 0;
    size_t n = vv_str_length(e->text), start = 0;
    while (n > 0 && vv_str_at(e->text, n - 1) == '\n')
        n--;
    while (start < n && (is_blank(vv_str_at(e->text, start))))
        start++;
    if (field_int(e->offset, &offset)) { /* the line of several in which the place is */
        for (size_t i = start; i < n && (int64_t)i < offset - 1; i++)
            start = vv_str_at(e->text, i) == '\n' ? i + 1 : start;
    }
    VV_AUTO shown = {t, vv_str_slice(t, e->text, start, n)};
    if (shown.o == NULL || vv_report_add_take(t, out, vv_format(t, "    %U\n", shown.o)) < 0) /* no margin, in CPython either */
        return -1;
    if (!field_int(e->offset, &offset))
        return 0;
    field_int(e->end_offset, &end_offset);
    /* CPython's limits are bytes, though the offsets are characters. */
    int64_t newlines = (int64_t)(vv_str_length(e->text) - n), limit = (int64_t)utf8_length(e->text) - newlines + 1;
    if (field_int(e->end_lineno, &end_line) && end_line > line)
        end_offset = limit - 1 + newlines; /* it goes on: up to the end of this line */
    end_offset = end_offset > limit + newlines ? limit + newlines : end_offset;
    offset = offset > limit ? limit : offset;
    if (end_offset <= 0 || end_offset <= offset)
        end_offset = offset + 1;
    int64_t column = offset - 1 - (int64_t)start, end = end_offset - 1 - (int64_t)start;
    if (column < 0)
        return 0;
    vv_strbuilder b = {0};
    bool ok = vv_strbuilder_ascii(t, &b, "    ", 4) == 0;
    for (int64_t k = 0; ok && k < column; k++) {
        uint32_t c = k < (int64_t)(n - start) ? vv_str_at(shown.o, (size_t)k) : ' ';
        ok = vv_strbuilder_char(t, &b, is_blank(c) ? c : ' ') == 0;
    }
    for (int64_t k = column; ok && k < end; k++)
        ok = vv_strbuilder_char(t, &b, '^') == 0;
    if (!ok || vv_strbuilder_char(t, &b, '\n') < 0) {
        vv_strbuilder_drop(t, &b);
        return -1;
    }
    return vv_report_add_take(t, out, vv_strbuilder_finish(t, &b));
}

/* argv: exception, out; i[0]: depth, i[1]: note, i[2]: takes the text from SyntaxError.msg
 * slot: 0 text, 1 hint, 2 notes, 3 one note */
static vv_step only_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    nf->i[2] = vv_is_instance(nf->argv[0], VV_TYPEP_ID(t, VV_SyntaxError)) &&
               ((const vv_exc_syntax *)nf->argv[0])->lineno != NULL && ((const vv_exc_syntax *)nf->argv[0])->lineno != t->vm->none;
    if (nf->i[2]) {
        if (emit_syntax_place(t, nf->argv[1], (const vv_exc_syntax *)nf->argv[0], nf->i[0]) < 0)
            return VV_FAILED;
        vv_ref msg = ((const vv_exc_syntax *)nf->argv[0])->msg;
        VV_AWAIT_CATCH(nf, msg == NULL || msg == t->vm->none ? vv_return(t, vv_newref(t->vm->empty_str))
                                                              : vv_do_str(t, msg));
    } else {
        VV_AWAIT_CATCH(nf, vv_do_str(t, nf->argv[0]));
    }
    if (nf->raised) {
        vv_clear_error(t);
        nf->slot[0] = vv_str_from_cstr(t, "<exception str() failed>");
        if (nf->slot[0] == NULL)
            return VV_FAILED;
    } else {
        nf->slot[0] = vv_take_ret(t);
    }
    VV_AWAIT_CATCH(nf, vv_do_suggest(t, nf->argv[0]));
    if (nf->raised)
        vv_clear_error(t);
    else
        nf->slot[1] = vv_take_ret(t);
    {
        VV_AUTO name = {t, exception_name(t, nf->argv[0])};
        vv_ref hint = nf->slot[1] == NULL ? t->vm->empty_str : nf->slot[1];
        bool silent = vv_str_length(nf->slot[0]) == 0;
        if (name.o == NULL ||
            emit_raw_take(t, nf->argv[1],
                                silent ? vv_format(t, "%U%U\n", name.o, hint) : vv_format(t, "%U: %U%U\n", name.o, nf->slot[0], hint),
                                nf->i[0]) < 0)
            return VV_FAILED;
    }
    VV_AWAIT_CATCH(nf, vv_do_lookup_attr(t, nf->argv[0], VV_N(t, __notes__)));
    if (nf->raised) {
        nf->slot[2] = vv_take_error(t);
        VV_AWAIT_CATCH(nf, vv_do_repr(t, nf->slot[2]));
        if (nf->raised) {
            vv_clear_error(t);
            return vv_return_none(t);
        }
        nf->slot[3] = vv_take_ret(t);
        vv_owned line = vv_format(t, "Ignored error getting __notes__: %U\n", nf->slot[3]);
        return vv_report_emit_take(t, nf->argv[1], line, nf->i[0]) < 0 ? VV_FAILED : vv_return_none(t);
    }
    nf->slot[2] = vv_take_ret(t);
    if (nf->slot[2] == NULL)
        return vv_return_none(t);
    if (!VV_ISA(nf->slot[2], LIST) && !VV_ISA(nf->slot[2], TUPLE)) {
        VV_AWAIT_CATCH(nf, vv_do_repr(t, nf->slot[2]));
        if (nf->raised) {
            vv_clear_error(t);
            return emit_cstr(t, nf->argv[1], "<__notes__ repr() failed>\n", nf->i[0], '|') < 0 ? VV_FAILED : vv_return_none(t);
        }
        nf->slot[3] = vv_take_ret(t);
        return vv_report_emit_take(t, nf->argv[1], vv_format(t, "%U\n", nf->slot[3]), nf->i[0]) < 0 ? VV_FAILED : vv_return_none(t);
    }
    for (;; nf->i[1]++) {
        bool list = VV_ISA(nf->slot[2], LIST);
        if ((size_t)nf->i[1] >= (list ? VV_LIST(nf->slot[2])->length : VV_TUPLE(nf->slot[2])->length))
            return vv_return_none(t);
        vv_setref_take(t, &nf->slot[3],
                       vv_newref(list ? VV_LIST(nf->slot[2])->items[nf->i[1]] : VV_TUPLE(nf->slot[2])->items[nf->i[1]]));
        VV_AWAIT_CATCH(nf, vv_do_str(t, nf->slot[3]));
        vv_owned line;
        if (nf->raised) {
            vv_clear_error(t);
            line = vv_str_from_cstr(t, "<note str() failed>\n");
        } else {
            VV_AUTO text = {t, vv_take_ret(t)};
            if (vv_str_length(text.o) == 0) { /* no line, no margin */
                if (vv_report_add_take(t, nf->argv[1], vv_str_from_cstr(t, "\n")) < 0)
                    return VV_FAILED;
                continue;
            }
            line = vv_format(t, "%U\n", text.o);
        }
        if (vv_report_emit_take(t, nf->argv[1], line, nf->i[0]) < 0)
            return VV_FAILED;
    }
    VV_END(nf);
}

static vv_step do_only(vv_thread *t, vv_ref exc, vv_ref out, int64_t depth) {
    vv_native *nf = vv_push_native(t, only_native, "exception text", (vv_obj *[]){VV_OBJ(exc), VV_OBJ(out)}, 2);
    if (nf == NULL)
        return VV_FAILED;
    nf->i[0] = depth;
    return VV_PUSHED;
}

/* ---- chains and groups ---- */

static bool contains(vv_ref list, vv_ref o) {
    for (size_t k = 0; k < VV_LIST(list)->length; k++)
        if (VV_LIST(list)->items[k] == o)
            return true;
    return false;
}

/* The exception to be shown before this one, borrowed, or NULL. */
static vv_ref before_peek(vv_thread *t, vv_ref exc) {
    const vv_exc *e = VV_EXC_OF(exc);
    vv_ref cause = e->cause == t->vm->none ? NULL : e->cause;
    vv_ref context = e->context == t->vm->none ? NULL : e->context;
    return cause != NULL ? cause : e->suppress_context ? NULL : context;
}

/* The chain that ends in exc, the exception itself first; `seen` is kept up. */
static vv_owned chain_of(vv_thread *t, vv_ref exc, vv_ref seen) {
    vv_owned chain = vv_list_new(t, 0);
    for (vv_ref e = exc; chain != NULL && e != NULL; e = before_peek(t, e)) {
        if (VV_LIST(chain)->length > 0 && contains(seen, e))
            break;
        if (vv_list_append(t, chain, e) < 0 || vv_list_append(t, seen, e) < 0)
            vv_clearref(t, &chain);
    }
    return chain;
}

static vv_step do_exception(vv_thread *t, vv_ref exc, vv_ref out, vv_ref seen, int64_t depth, bool need_close);

/* A line that divides the exceptions of a group at its nesting depth. 0/-1. */
static int emit_rule(vv_thread *t, vv_ref out, int64_t depth, const char *rule) {
    vv_strbuilder b = {0};
    bool ok = true;
    for (int64_t k = 0; ok && k < 2 * depth; k++)
        ok = vv_strbuilder_char(t, &b, ' ') == 0;
    if (ok && vv_strbuilder_ascii(t, &b, rule, strlen(rule)) == 0)
        return vv_report_add_take(t, out, vv_strbuilder_finish(t, &b));
    vv_strbuilder_drop(t, &b);
    return -1;
}

/* The line above exception `number` (from 0) of a group. */
static int emit_title(vv_thread *t, vv_ref out, int64_t depth, int64_t number) {
    char rule[64], label[24] = "...";
    if (number < MOST_GROUP_WIDTH)
        snprintf(label, sizeof label, "%d", (int)number + 1);
    snprintf(rule, sizeof rule, "%s+---------------- %s ----------------\n", number == 0 ? "+-" : "  ", label);
    return emit_rule(t, out, depth, rule);
}

/* argv: exception, out, seen; i: 0 depth, 1 need_close now, 2 position in the chain, 3 number of the group's exception,
 * 4 the group is the outermost, 5 need_close at the beginning; slot: 0 chain, 1 current exception. t->ival: need_close */
static vv_step exception_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    nf->slot[0] = chain_of(t, nf->argv[0], nf->argv[2]);
    if (nf->slot[0] == NULL)
        return VV_FAILED;
    for (nf->i[2] = (int64_t)VV_LIST(nf->slot[0])->length - 1; nf->i[2] >= 0; nf->i[2]--) {
        vv_ref exc = VV_LIST(nf->slot[0])->items[nf->i[2]];
        nf->i[1] = nf->i[5]; /* what a cause did is forgotten */
        if ((size_t)nf->i[2] + 1 < VV_LIST(nf->slot[0])->length) {
            vv_ref before = VV_LIST(nf->slot[0])->items[nf->i[2] + 1];
            if (emit_cstr(t, nf->argv[1], VV_EXC_OF(exc)->cause == before ? cause_message : context_message, nf->i[0], '|') < 0)
                return VV_FAILED;
        }
        vv_setref_take(t, &nf->slot[1], vv_newref(exc));
        VV_AWAIT(nf, vv_do_load_sources(t, VV_EXC_OF(exc)->traceback));
        vv_drop_ret(t);
        exc = nf->slot[1];
        if (!vv_is_instance(exc, VV_TYPEP_ID(t, VV_BaseExceptionGroup))) {
            if (VV_EXC_OF(exc)->traceback != NULL && vv_report_shows_lines(t) &&
                (emit_cstr(t, nf->argv[1], "Traceback (most recent call last):\n", nf->i[0], '|') < 0 ||
                 vv_report_lines(t, VV_EXC_OF(exc)->traceback, nf->argv[1], nf->i[0]) < 0))
                return VV_FAILED;
            VV_AWAIT(nf, do_only(t, nf->slot[1], nf->argv[1], nf->i[0]));
            vv_drop_ret(t);
            continue;
        }
        if (nf->i[0] > MOST_GROUP_DEPTH) {
            if (vv_report_emit_take(t, nf->argv[1], vv_format(t, "... (max_group_depth is %d)\n", MOST_GROUP_DEPTH), nf->i[0]) < 0)
                return VV_FAILED;
            continue;
        }
        nf->i[4] = nf->i[0] == 0;
        if (nf->i[4])
            nf->i[0] = 1;
        if (VV_EXC_OF(exc)->traceback != NULL && vv_report_shows_lines(t) &&
            (emit_cstr(t, nf->argv[1], "Exception Group Traceback (most recent call last):\n", nf->i[0], nf->i[4] ? '+' : '|') < 0 ||
             vv_report_lines(t, VV_EXC_OF(exc)->traceback, nf->argv[1], nf->i[0]) < 0))
            return VV_FAILED;
        VV_AWAIT(nf, do_only(t, nf->slot[1], nf->argv[1], nf->i[0]));
        vv_drop_ret(t);
        nf->i[1] = false;
        for (nf->i[3] = 0;; nf->i[3]++) {
            vv_ref excs = ((const vv_exc_group *)nf->slot[1])->excs;
            int64_t total = excs == NULL ? 0 : (int64_t)VV_TUPLE(excs)->length;
            int64_t shown = total <= MOST_GROUP_WIDTH ? total : MOST_GROUP_WIDTH + 1;
            if (nf->i[3] >= shown)
                break;
            if (nf->i[3] == shown - 1)
                nf->i[1] = true;
            if (emit_title(t, nf->argv[1], nf->i[0], nf->i[3]) < 0)
                return VV_FAILED;
            nf->i[0]++;
            if (nf->i[3] >= MOST_GROUP_WIDTH) {
                int64_t rest = total - MOST_GROUP_WIDTH;
                if (vv_report_emit_take(t, nf->argv[1], vv_format(t, "and %lld more exception%s\n", (long long)rest, rest > 1 ? "s" : ""),
                                        nf->i[0]) < 0)
                    return VV_FAILED;
            } else {
                VV_AWAIT(nf, do_exception(t, VV_TUPLE(((const vv_exc_group *)nf->slot[1])->excs)->items[nf->i[3]], nf->argv[1],
                                          nf->argv[2], nf->i[0], nf->i[1] != 0));
                nf->i[1] = t->ival;
            }
            excs = ((const vv_exc_group *)nf->slot[1])->excs;
            total = (int64_t)VV_TUPLE(excs)->length;
            shown = total <= MOST_GROUP_WIDTH ? total : MOST_GROUP_WIDTH + 1;
            if (nf->i[3] == shown - 1 && nf->i[1]) {
                if (emit_rule(t, nf->argv[1], nf->i[0], "+------------------------------------\n") < 0)
                    return VV_FAILED;
                nf->i[1] = false;
            }
            nf->i[0]--;
        }
        if (nf->i[4])
            nf->i[0] = 0;
    }
    return vv_return_int(t, nf->i[1]);
    VV_END(nf);
}

static vv_step do_exception(vv_thread *t, vv_ref exc, vv_ref out, vv_ref seen, int64_t depth, bool need_close) {
    vv_native *nf = vv_push_native(t, exception_native, "format exception", (vv_obj *[]){VV_OBJ(exc), VV_OBJ(out), VV_OBJ(seen)}, 3);
    if (nf == NULL)
        return VV_FAILED;
    nf->i[0] = depth;
    nf->i[5] = need_close;
    return VV_PUSHED;
}

/* argv: exception; slot: 0 out, 1 seen */
static vv_step format_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    vv_clearref(t, &t->vm->report_sources);
    nf->slot[0] = vv_list_new(t, 0);
    nf->slot[1] = vv_list_new(t, 0);
    if (nf->slot[0] == NULL || nf->slot[1] == NULL)
        return VV_FAILED;
    VV_AWAIT(nf, do_exception(t, nf->argv[0], nf->slot[0], nf->slot[1], 0, false));
    return vv_return(t, vv_str_join(t, t->vm->empty_str, VV_LIST(nf->slot[0])->items, VV_LIST(nf->slot[0])->length));
    VV_END(nf);
}

vv_step vv_do_format_exception(vv_thread *t, vv_ref exc) {
    return vv_start1(t, format_native, "format exception", exc);
}

/* ---- printing ---- */

/* The last resort: straight to the host. */
static void write_to_host(vv_thread *t, vv_ref text) {
    size_t n;
    const char *utf8 = vv_str_utf8_peek(t, text, &n);
    if (utf8 != NULL)
        vv_host_write(2, utf8, n);
    else
        vv_clear_error(t);
}

/* argv: text; slot[0]: stream */
static vv_step write_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    nf->slot[0] = t->vm->sysdict == NULL ? NULL : vv_xnewref(vv_dict_get_str_peek(t->vm->sysdict, VV_N(t, stderr)));
    if (nf->slot[0] == NULL || nf->slot[0] == t->vm->none) {
        if (nf->slot[0] == NULL)
            write_to_host(t, nf->argv[0]);
        return vv_return_none(t);
    }
    VV_AWAIT_CATCH(nf, vv_do_call_method(t, nf->slot[0], VV_N(t, write), nf->argv, 1));
    if (nf->raised) {
        bool memory = vv_error_is(t, VV_MemoryError);
        vv_clear_error(t);
        if (memory)
            write_to_host(t, nf->argv[0]);
    } else if (t->ret != NULL) {
        vv_drop_ret(t);
    }
    return vv_return_none(t);
    VV_END(nf);
}

vv_step vv_do_write_stderr(vv_thread *t, vv_ref text) {
    return vv_start1(t, write_native, "write", text);
}

/* argv: exception; slot: 0 text, 1 stdout */
static vv_step report_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    nf->slot[1] = t->vm->sysdict == NULL ? NULL : vv_xnewref(vv_dict_get_str_peek(t->vm->sysdict, VV_N(t, stdout)));
    if (nf->slot[1] != NULL && nf->slot[1] != t->vm->none) { /* what was printed before comes first */
        VV_AWAIT_CATCH(nf, vv_do_call_method(t, nf->slot[1], VV_N(t, flush), NULL, 0));
        if (nf->raised)
            vv_clear_error(t);
        else if (t->ret != NULL)
            vv_drop_ret(t);
    }
    VV_AWAIT(nf, vv_do_format_exception(t, nf->argv[0]));
    nf->slot[0] = vv_take_ret(t);
    VV_AWAIT(nf, vv_do_write_stderr(t, nf->slot[0]));
    return VV_READY;
    VV_END(nf);
}

vv_step vv_do_report(vv_thread *t, vv_ref exc) {
    return vv_start1(t, report_native, "report", exc);
}

static vv_step write_cstr(vv_thread *t, const char *text) {
    VV_AUTO o = {t, vv_str_from_cstr(t, text)};
    return o.o == NULL ? VV_FAILED : vv_do_write_stderr(t, o.o);
}

/* argv: exception; slot: 0 hook, 1 arguments, 2 what the hook raised */
static vv_step uncaught_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    nf->slot[0] = t->vm->sysdict == NULL ? NULL : vv_xnewref(vv_dict_get_str_peek(t->vm->sysdict, VV_N(t, excepthook)));
    if (nf->slot[0] == NULL) {
        VV_AWAIT(nf, write_cstr(t, "sys.excepthook is missing\n"));
        vv_drop_ret(t);
        VV_AWAIT(nf, vv_do_report(t, nf->argv[0]));
        return VV_READY;
    }
    vv_ref traceback = VV_EXC_OF(nf->argv[0])->traceback;
    nf->slot[1] = vv_tuple_pack(t, 3, (vv_ref)nf->argv[0]->type, (vv_ref)nf->argv[0], traceback == NULL ? VV_NONE(t) : traceback);
    if (nf->slot[1] == NULL)
        return VV_FAILED;
    VV_AWAIT_CATCH(nf, vv_do_call_ex(t, nf->slot[0], nf->slot[1], NULL));
    if (!nf->raised) {
        vv_drop_ret(t);
        return vv_return_none(t);
    }
    nf->slot[2] = vv_take_error(t);
    VV_AWAIT(nf, write_cstr(t, "Error in sys.excepthook:\n"));
    vv_drop_ret(t);
    VV_AWAIT(nf, vv_do_report(t, nf->slot[2]));
    vv_drop_ret(t);
    VV_AWAIT(nf, write_cstr(t, "\nOriginal exception was:\n"));
    vv_drop_ret(t);
    VV_AWAIT(nf, vv_do_report(t, nf->argv[0]));
    return VV_READY;
    VV_END(nf);
}

vv_step vv_do_uncaught(vv_thread *t, vv_ref exc) {
    return vv_start1(t, uncaught_native, "uncaught", exc);
}

/* argv: exception, object whose finalizer it was, callback or NULL; slot: 0 what it happened in, 1 its text */
static vv_step ignored_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    vv_ref place = nf->argv[2] != NULL ? (vv_ref)nf->argv[2] : NULL;
    if (place == NULL && nf->argv[1] != NULL && !VV_IS(t, nf->argv[1], GENERATOR))
        place = vv_type_lookup_peek(t, nf->argv[1]->type, VV_N(t, __del__));
    nf->slot[0] = vv_newref(place != NULL && VV_IS(t, place, FUNCTION) ? place : nf->argv[2] != NULL ? nf->argv[2] : nf->argv[1]);
    VV_AWAIT_CATCH(nf, vv_do_repr(t, nf->slot[0]));
    if (nf->raised) {
        vv_clear_error(t);
        nf->slot[1] = vv_str_from_cstr(t, "<object repr() failed>");
    } else {
        nf->slot[1] = vv_take_ret(t);
    }
    vv_owned line = nf->slot[1] == NULL ? NULL : vv_format(t, "Exception ignored in: %U\n", nf->slot[1]);
    if (line == NULL)
        return VV_FAILED;
    vv_setref_take(t, &nf->slot[1], line);
    VV_AWAIT(nf, vv_do_write_stderr(t, nf->slot[1]));
    vv_drop_ret(t);
    /* the exception alone, without its chain */
    vv_setref_take(t, &nf->slot[0], vv_list_new(t, 0));
    if (nf->slot[0] == NULL)
        return VV_FAILED;
    vv_clearref(t, &t->vm->report_sources);
    VV_AWAIT(nf, vv_do_load_sources(t, VV_EXC_OF(nf->argv[0])->traceback));
    vv_drop_ret(t);
    vv_ref traceback = VV_EXC_OF(nf->argv[0])->traceback;
    if (traceback != NULL && vv_report_shows_lines(t) && (emit_cstr(t, nf->slot[0], "Traceback (most recent call last):\n", 0, '|') < 0 ||
                              vv_report_lines(t, traceback, nf->slot[0], 0) < 0))
        return VV_FAILED;
    VV_AWAIT(nf, do_only(t, nf->argv[0], nf->slot[0], 0));
    vv_drop_ret(t);
    vv_setref_take(t, &nf->slot[1],
                   vv_str_join(t, t->vm->empty_str, VV_LIST(nf->slot[0])->items, VV_LIST(nf->slot[0])->length));
    if (nf->slot[1] == NULL)
        return VV_FAILED;
    VV_AWAIT(nf, vv_do_write_stderr(t, nf->slot[1]));
    return VV_READY;
    VV_END(nf);
}

vv_step vv_do_report_ignored(vv_thread *t, vv_ref exc, vv_ref object, vv_ref callback) {
    return vv_start3(t, ignored_native, "report ignored", exc, object, callback);
}
