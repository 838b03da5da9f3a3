/* report_private.h - what the files that make up error reports share. */
#ifndef VV_VM_REPORT_PRIVATE_H
#define VV_VM_REPORT_PRIVATE_H

#include "types/str.h"
#include "vm/frame.h"

/* Adds a piece of text to the list `out`: 0/-1. */
VV_NODISCARD int vv_report_add_take(vv_thread *t, vv_ref out, vv_owned text);
/* Adds lines, each with the margin of a nesting depth of exception groups (mark: '|' or '+'). */
VV_NODISCARD int vv_report_emit(vv_thread *t, vv_ref out, vv_ref text, int64_t depth, char mark);
VV_NODISCARD int vv_report_emit_take(vv_thread *t, vv_ref out, vv_owned text, int64_t depth);
VV_NODISCARD int vv_report_margin(vv_thread *t, vv_strbuilder *b, int64_t depth, char mark);

/* Does sys.tracebacklimit let any line of a traceback be shown? */
bool vv_report_shows_lines(vv_thread *t);
/* Adds the lines of a traceback (vm/report_lines.c): 0/-1. */
VV_NODISCARD int vv_report_lines(vv_thread *t, vv_ref traceback, vv_ref out, int64_t depth);

/* A line of a running file without its indentation; the empty str if its source is not known. NULL with MemoryError. */
VV_NODISCARD vv_owned vv_report_source_line(vv_thread *t, vv_ref filename, int line);

/* The parts of a binary operation or subscription in the text of an expression, in code points from its start: where
 * the operator (or the bracket) begins and ends. False: the text is another kind of expression (vm/report_anchors.c). */
bool vv_report_anchors(vv_ref line, size_t start, size_t end, size_t *ret_left, size_t *ret_right);

/* ". Did you mean: 'x'?" or an empty str (vm/suggest.c). */
vv_step vv_do_suggest(vv_thread *t, vv_ref exc);

#endif
