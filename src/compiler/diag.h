/* diag.h - compiler diagnostics: raising SyntaxError and its kin at a place of the source, collecting warnings. */
#ifndef VV_COMPILER_DIAG_H
#define VV_COMPILER_DIAG_H

#include <stdarg.h>

#include "compiler/ast.h"

/* A warning found by the compiler (SyntaxWarning, DeprecationWarning): emitted by whoever called it, in order. */
typedef struct vv_syntax_warning {
    struct vv_syntax_warning *next;
    int category;    /* exception id: VV_SyntaxWarning */
    vv_obj *message; /* str, owned by the arena */
    vv_loc loc;
} vv_syntax_warning;

/* Warnings in the order found; lives in an arena. */
typedef struct vv_warning_list {
    vv_syntax_warning *first, **last; /* last: where the next one is linked; NULL while empty */
} vv_warning_list;

/* Appends a warning unless the same one is there for that line already. 0/-1 with MemoryError. */
VV_NODISCARD int vv_diag_warn(vv_thread *t, vv_arena *arena, vv_warning_list *list, int category, vv_loc loc,
                              const char *format, ...) VV_PRINTF(6, 7);

/* Where an error is: offsets count code points from 1; 0 and -1 mean unknown, as in CPython. */
typedef struct vv_diag_place {
    vv_ref filename;
    int lineno, offset, end_lineno, end_offset;
    const char *text; /* UTF-8 of the line, or NULL */
    size_t text_length;
} vv_diag_place;

/* Raises `type` (VV_SyntaxError or a subclass) there. printf formats, UTF-8 strings. Always -1. */
int vv_diag_raise(vv_thread *t, int type, const vv_diag_place *place, const char *format, ...) VV_PRINTF(4, 5);
int vv_diag_raise_va(vv_thread *t, int type, const vv_diag_place *place, const char *format, va_list args);

/* Code points that begin in the first n bytes of a line: a 1-based byte column becomes a 1-based character column. */
int vv_diag_characters(const char *line, size_t length, int n);

#endif
