/* compile.c - the whole compiler in one call: parse, generate, report warnings. */
#include "compiler/compile.h"

#include <string.h>

#include "compiler/codegen.h"
#include "compiler/parse.h"
#include "object/error.h"
#include "types/bytes.h"
#include "types/exceptions.h"
#include "types/int.h"
#include "types/list.h"
#include "types/str.h"
#include "types/tuple.h"

/* Where line `lineno` begins, or the end of the source. */
static const char *line_start(const char *source, size_t length, int lineno) {
    const char *end = source + length;
    for (int i = 1; i < lineno && source < end; i++) {
        const char *newline = memchr(source, '\n', (size_t)(end - source));
        source = newline == NULL ? end : newline + 1;
    }
    return source;
}

/* The parser's errors carry their line; what is found later only knows its number, as in CPython, which then reads the
 * line from the file. */
static void add_text(vv_thread *t, const char *source, size_t length) {
    if (!vv_error_is(t, VV_SyntaxError))
        return;
    VV_AUTO error = {t, vv_take_error(t)};
    vv_exc_syntax *e = (vv_exc_syntax *)error.o;
    int64_t lineno;
    if ((e->text == NULL || e->text == t->vm->none) && e->lineno != NULL && VV_ISA(e->lineno, INT) &&
        vv_int_to_i64(e->lineno, &lineno) == 0 && lineno > 0 && lineno <= INT32_MAX) {
        const char *line = line_start(source, length, (int)lineno), *end = source + length;
        const char *newline = line < end ? memchr(line, '\n', (size_t)(end - line)) : NULL;
        vv_owned text = line < end ? vv_decode(t, (const uint8_t *)line,
                                               (size_t)((newline == NULL ? end : newline + 1) - line), "utf-8", "replace")
                                   : NULL;
        if (text != NULL)
            vv_setref_take(t, &e->text, text);
        else
            vv_clear_error(t);
    }
    vv_restore_error_take(t, vv_move(&error.o));
}

static vv_owned compile_into(vv_thread *t, vv_arena *arena, const char *source, size_t length, vv_ref filename,
                             vv_compile_mode mode, int flags, vv_warning_list *warnings) {
    bool from_file = (flags & VV_COMPILE_FROM_FILE) != 0;
    flags &= ~VV_COMPILE_FROM_FILE;
    vv_mod *mod = vv_parse(t, arena, source, length, filename, mode, flags, warnings);
    flags &= ~(VV_COMPILE_INCOMPLETE_INPUT | VV_COMPILE_IGNORE_COOKIE | VV_COMPILE_TRIAL);
    vv_owned code = mod == NULL ? NULL : vv_codegen_module_warn(t, arena, mod, filename, flags, mode, warnings);
    if (code == NULL && mod != NULL && from_file)
        add_text(t, source, length);
    return code;
}

/* The text of source line `lineno`, without indentation and line end. */
static const char *source_line(const char *source, size_t length, int lineno, size_t *ret_length) {
    const char *end = source + length;
    source = line_start(source, length, lineno);
    while (source < end && (*source == ' ' || *source == '\t' || *source == '\f'))
        source++;
    const char *stop = source;
    while (stop < end && *stop != '\n' && *stop != '\r')
        stop++;
    *ret_length = (size_t)(stop - source);
    return source;
}

/* "file.py:3: SyntaxWarning: invalid escape sequence '\d'" and the line, as the warnings module prints them. Files only
 * have lines to show; what stands in <angle brackets> has none. */
static void show_warning(vv_thread *t, vv_ref filename, const vv_syntax_warning *w, const char *source, size_t length) {
    VV_AUTO head = {
        t, vv_format(t, "%U:%d: %s: %U\n", filename, w->loc.lineno, t->vm->types[w->category]->tp_name, w->message)};
    size_t n;
    const char *text = head.o == NULL ? NULL : vv_str_utf8_peek(t, head.o, &n);
    if (text == NULL) { /* no memory: a warning is not worth failing for */
        vv_clear_error(t);
        return;
    }
    vv_host_write(2, text, n);
    if (vv_str_length(filename) > 0 && vv_str_at(filename, 0) != '<') {
        text = source_line(source, length, w->loc.lineno, &n);
        if (n > 0) {
            vv_host_write(2, "  ", 2);
            vv_host_write(2, text, n);
            vv_host_write(2, "\n", 1);
        }
    }
}

vv_owned vv_compile(vv_thread *t, const char *source, size_t length, vv_ref filename, vv_compile_mode mode, int flags) {
    vv_arena arena;
    vv_warning_list warnings = {0};
    vv_arena_init(&arena, t->vm->mem);
    vv_owned code = compile_into(t, &arena, source, length, filename, mode, flags, &warnings);
    if (code != NULL || vv_error_is(t, VV_SyntaxError)) { /* warnings come before the error */
        VV_AUTO error = {t, code == NULL ? vv_take_error(t) : NULL};
        for (const vv_syntax_warning *w = warnings.first; w != NULL; w = w->next)
            show_warning(t, filename, w, source, length);
        if (error.o != NULL)
            vv_restore_error_take(t, vv_move(&error.o));
    }
    vv_ast_free(t, &arena);
    return code;
}

/* The list of (category, message, lineno), or NULL with MemoryError. */
static vv_owned warning_list(vv_thread *t, const vv_warning_list *warnings) {
    VV_AUTO list = {t, vv_list_new(t, 0)};
    if (list.o == NULL)
        return NULL;
    for (const vv_syntax_warning *w = warnings->first; w != NULL; w = w->next) {
        VV_AUTO line = {t, vv_int_new(t, w->loc.lineno)};
        VV_AUTO offset = {t, vv_int_new(t, w->loc.col_offset + 1)};
        VV_AUTO end_line = {t, vv_int_new(t, w->loc.end_lineno)};
        VV_AUTO end_offset = {t, vv_int_new(t, w->loc.end_col_offset + 1)};
        if (line.o == NULL || offset.o == NULL || end_line.o == NULL || end_offset.o == NULL)
            return NULL;
        vv_owned entry = vv_tuple_pack(t, 6, (vv_ref)&t->vm->types[w->category]->head, (vv_ref)w->message, (vv_ref)line.o,
                                       (vv_ref)offset.o, (vv_ref)end_line.o, (vv_ref)end_offset.o);
        if (entry == NULL || vv_list_append_take(t, list.o, entry) < 0)
            return NULL;
    }
    return vv_move(&list.o);
}

vv_owned vv_compile_warnings(vv_thread *t, const vv_warning_list *warnings, vv_obj **result) {
    if (warnings->first == NULL || (*result == NULL && !vv_error_is(t, VV_SyntaxError)))
        return NULL;
    VV_AUTO error = {t, *result == NULL ? vv_take_error(t) : NULL};
    vv_owned list = warning_list(t, warnings);
    if (list == NULL)
        vv_clearref(t, result);
    else if (error.o != NULL)
        vv_restore_error_take(t, vv_move(&error.o));
    return list;
}

vv_owned vv_compile_collect(vv_thread *t, const char *source, size_t length, vv_ref filename, vv_compile_mode mode,
                            int flags, vv_obj **ret_warnings) {
    vv_arena arena;
    vv_warning_list warnings = {0};
    *ret_warnings = NULL;
    vv_arena_init(&arena, t->vm->mem);
    VV_AUTO code = {t, compile_into(t, &arena, source, length, filename, mode, flags, &warnings)};
    *ret_warnings = vv_compile_warnings(t, &warnings, &code.o);
    vv_ast_free(t, &arena);
    return vv_move(&code.o);
}

/* ---- is a prompt's input complete? ---- */

typedef enum outcome { COMPILES, INCOMPLETE, WRONG } outcome;

static outcome try_input(vv_thread *t, const char *source, size_t length) {
    vv_arena arena;
    vv_warning_list warnings = {0};
    vv_arena_init(&arena, t->vm->mem);
    VV_AUTO filename = {t, vv_str_from_cstr(t, "<input>")};
    VV_AUTO code = {t, filename.o == NULL
                           ? NULL
                           : compile_into(t, &arena, source, length, filename.o, VV_COMPILE_SINGLE,
                                          VV_COMPILE_INCOMPLETE_INPUT | VV_COMPILE_IGNORE_COOKIE | VV_COMPILE_TRIAL, &warnings)};
    outcome result = COMPILES;
    if (code.o == NULL) {
        bool incomplete = vv_error_is(t, VV_SyntaxError) && vv_parse_error_is_incomplete(t);
        result = incomplete ? INCOMPLETE : WRONG;
        vv_clear_error(t);
    }
    vv_ast_free(t, &arena);
    return result;
}

static bool only_comments(const char *source, size_t length) {
    bool line_start = true, comment = false;
    for (size_t i = 0; i < length; i++) {
        char c = source[i];
        if (c == '\n') {
            line_start = true;
            comment = false;
        } else if (!comment && c != ' ' && c != '\t' && c != '\r' && c != '\f') {
            if (c != '#' || !line_start)
                return false;
            comment = true;
        }
    }
    return true;
}

/* As codeop does it: what does not compile, but does (or merely ends too early) with one more line end, goes on. */
int vv_compile_is_complete(vv_thread *t, const char *source, size_t length) {
    if (only_comments(source, length) || try_input(t, source, length) == COMPILES)
        return 1;
    char *longer = vv_mem_alloc(t->vm->mem, length + 1);
    if (longer == NULL)
        return 1;
    memcpy(longer, source, length);
    longer[length] = '\n';
    outcome result = try_input(t, longer, length + 1);
    vv_mem_free(t->vm->mem, longer);
    return result == WRONG;
}
