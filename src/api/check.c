/* check.c - compiles a text for an editor: what is wrong with it, and at which lines a program could stop. */
#include <string.h>

#include "api/vivarium.h"
#include "code/linetable.h"
#include "compiler/compile.h"
#include "object/error.h"
#include "observe/json.h"
#include "types/bytes.h"
#include "types/exceptions.h"
#include "types/int.h"
#include "types/list.h"
#include "types/str.h"
#include "types/tuple.h"

typedef struct text {
    const char *bytes;
    size_t length;
} text;

/* Line `number` of the source, from 1. */
static text line_of(text source, int64_t number) {
    const char *p = source.bytes, *end = source.bytes + source.length;
    while (--number > 0 && p < end) {
        const char *newline = memchr(p, '\n', (size_t)(end - p));
        p = newline == NULL ? end : newline + 1;
    }
    const char *stop = p < end ? memchr(p, '\n', (size_t)(end - p)) : NULL;
    return (text){p, (size_t)((stop == NULL ? end : stop) - p)};
}

/* Code points in the first n bytes. */
static int64_t characters(text line, int64_t n) {
    int64_t count = 0;
    for (int64_t i = 0; i < n && (size_t)i < line.length; i++)
        count += ((uint8_t)line.bytes[i] & 0xC0) != 0x80;
    return count;
}

/* A member with a number from 1 (0, -1 and None: unknown, null). */
static void put_place(vv_json *j, const char *key, vv_ref number, int64_t less) {
    vv_json_key(j, key);
    if (number != NULL && VV_ISA(number, INT) && vv_int_is_word(number) && vv_int_word(number) > 0)
        vv_json_int(j, vv_int_word(number) - less);
    else
        vv_json_null(j);
}

/* The member "error": t->exc, which is taken. */
static void put_error(vv_json *j, vv_thread *t) {
    VV_AUTO error = {t, vv_take_error(t)};
    vv_json_key(j, "error");
    if (error.o == NULL) {
        vv_json_null(j);
        return;
    }
    vv_json_open(j, '{');
    vv_json_put_cstr(j, "type", error.o->type->tp_name);
    if (vv_is_instance(error.o, t->vm->types[VV_SyntaxError])) {
        const vv_exc_syntax *e = (const vv_exc_syntax *)error.o;
        vv_json_put_str(j, "message", e->msg);
        put_place(j, "line", e->lineno, 0);
        put_place(j, "column", e->offset, 1);
        put_place(j, "endLine", e->end_lineno, 0);
        put_place(j, "endColumn", e->end_offset, 1);
    } else {
        const vv_tuple *args = VV_TUPLE(VV_EXC_OF(error.o)->args);
        vv_json_put_str(j, "message", args->length == 0 ? NULL : args->items[0]);
    }
    vv_json_close(j, '}');
}

/* entry: (category, message, lineno, offset, end_lineno, end_offset), offsets in bytes from 1. */
static void put_warning(vv_json *j, text source, vv_ref entry) {
    vv_obj *const *item = VV_TUPLE(entry)->items;
    int64_t line = vv_int_word(item[2]), end_line = vv_int_word(item[4]);
    vv_json_open(j, '{');
    vv_json_put_cstr(j, "type", ((const vv_type *)item[0])->tp_name);
    vv_json_put_str(j, "message", item[1]);
    vv_json_put_int(j, "line", line);
    vv_json_put_int(j, "column", characters(line_of(source, line), vv_int_word(item[3]) - 1));
    vv_json_put_int(j, "endLine", end_line);
    vv_json_put_int(j, "endColumn", characters(line_of(source, end_line), vv_int_word(item[5]) - 1));
    vv_json_close(j, '}');
}

/* Marks the lines that begin in a code object. */
static void mark_lines(const vv_code *co, uint8_t *marks, int64_t count) {
    vv_linetable_reader r;
    vv_linetable_begin(&r, (const uint8_t *)VV_BYTES(co->linetable)->data, VV_BYTES(co->linetable)->length, co->firstlineno);
    while (vv_linetable_next(&r))
        if (r.stop > co->first_traceable + 1 && r.position.line > 0 && r.position.line <= count)
            marks[r.position.line] = 1;
}

/* The same for it and all inside it; the list of those to visit stands in scratch memory behind the marks. */
static void mark_all(vv_scratch *s, vv_ref code, uint8_t *marks, int64_t count) {
    size_t todo = 0, capacity = 64;
    vv_ref *list = vv_scratch_take(s, capacity * sizeof *list);
    if (list != NULL)
        list[todo++] = code;
    while (todo > 0) {
        const vv_code *co = VV_CODE_OF(list[--todo]);
        const vv_tuple *consts = VV_TUPLE(co->consts);
        mark_lines(co, marks, count);
        for (size_t i = 0; i < consts->length; i++) {
            if (consts->items[i]->type->id != VV_T_CODE)
                continue;
            if (todo == capacity) {
                if (vv_scratch_extend(s, capacity * sizeof *list) < 0)
                    return;
                capacity *= 2;
            }
            list[todo++] = consts->items[i];
        }
    }
}

bool vv_check_source(vv_vm *vm, const char *filename, const char *source, size_t length,
                     void (*write)(void *arg, const char *text, size_t n), void *arg) {
    vv_thread *t = vm->main_thread;
    VV_AUTO before = {t, t->exc == NULL ? NULL : vv_take_error(t)};
    VV_AUTO name = {t, vv_str_from_utf8(t, filename, strlen(filename))};
    vv_obj *warnings = NULL;
    VV_AUTO code = {t, name.o == NULL ? NULL
                                      : vv_compile_collect(t, source, length, name.o, VV_COMPILE_EXEC, VV_COMPILE_TRIAL, &warnings)};
    VV_AUTO list = {t, warnings};
    vv_scratch scratch;
    if (vv_scratch_open(&scratch, vm) < 0) {
        if (t->exc != NULL)
            vv_clear_error(t);
        if (before.o != NULL)
            vv_restore_error_take(t, vv_move(&before.o));
        return false;
    }
    int64_t count = 1;
    for (size_t i = 0; i < length; i++)
        count += source[i] == '\n';
    uint8_t *marks = vv_scratch_take(&scratch, (size_t)count + 1);
    if (code.o != NULL && marks != NULL)
        mark_all(&scratch, code.o, marks, count);

    vv_json j;
    vv_json_begin(&j, &scratch);
    vv_json_open(&j, '{');
    vv_json_put_int(&j, "version", 1);
    vv_json_put_cstr(&j, "view", "compile");
    put_error(&j, t);
    vv_json_key(&j, "warnings");
    vv_json_open(&j, '[');
    for (size_t i = 0; list.o != NULL && i < VV_LIST(list.o)->length; i++)
        put_warning(&j, (text){source, length}, VV_LIST(list.o)->items[i]);
    vv_json_close(&j, ']');
    vv_json_key(&j, "lines");
    vv_json_open(&j, '[');
    for (int64_t line = 1; marks != NULL && line <= count; line++)
        if (marks[line])
            vv_json_int(&j, line);
    vv_json_close(&j, ']');
    vv_json_close(&j, '}');
    if (before.o != NULL)
        vv_restore_error_take(t, vv_move(&before.o));
    if (!scratch.failed)
        write(arg, j.text, j.length);
    vv_scratch_close(&scratch);
    return !scratch.failed;
}
