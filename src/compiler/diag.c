/* diag.c - the messages of the compiler become exceptions and warnings here. */
#include "compiler/diag.h"

#include <stdio.h>
#include <string.h>

#include "object/error.h"
#include "types/exceptions.h"
#include "types/str.h"

/* Formats into a str; a text cut at the buffer's end loses its broken last character. */
static vv_owned message_str(vv_thread *t, const char *format, va_list args) {
    char buffer[600];
    int n = vsnprintf(buffer, sizeof buffer, format, args);
    size_t length = n < 0 ? 0 : (size_t)n;
    if (length >= sizeof buffer) {
        length = sizeof buffer - 1;
        while (length > 0 && ((unsigned char)buffer[length] & 0xC0) == 0x80)
            length--;
        if (length > 0 && (unsigned char)buffer[length - 1] >= 0xC0)
            length--;
    }
    return vv_str_from_utf8(t, buffer, length);
}

int vv_diag_warn(vv_thread *t, vv_arena *arena, vv_warning_list *list, int category, vv_loc loc, const char *format,
                 ...) {
    va_list args;
    va_start(args, format);
    vv_obj *message = vv_ast_own_take(t, arena, message_str(t, format, args));
    va_end(args);
    if (message == NULL)
        return -1;
    vv_syntax_warning *w = vv_ast_alloc(t, arena, sizeof *w);
    if (w == NULL)
        return -1;
    w->category = category;
    w->message = message;
    w->loc = loc;
    if (list->first == NULL)
        list->first = w;
    else
        *list->last = w;
    list->last = &w->next;
    return 0;
}

int vv_diag_characters(const char *line, size_t length, int n) {
    int count = 0;
    for (int i = 0; i < n; i++) {
        if ((size_t)i >= length) /* the position just behind the line counts as one more */
            return count + 1;
        if (((unsigned char)line[i] & 0xC0) != 0x80)
            count++;
    }
    return count;
}

int vv_diag_raise_va(vv_thread *t, int type, const vv_diag_place *place, const char *format, va_list args) {
    VV_AUTO message = {t, message_str(t, format, args)};
    if (message.o == NULL)
        return -1;
    VV_AUTO text = {t, NULL};
    if (place->text != NULL) {
        text.o = vv_str_from_utf8(t, place->text, place->text_length);
        if (text.o == NULL)
            return -1;
    }
    (void)vv_raise_syntax(t, type, message.o, place->filename, place->lineno, place->offset, place->end_lineno,
                          place->end_offset, text.o);
    return -1;
}

int vv_diag_raise(vv_thread *t, int type, const vv_diag_place *place, const char *format, ...) {
    va_list args;
    va_start(args, format);
    int r = vv_diag_raise_va(t, type, place, format, args);
    va_end(args);
    return r;
}
