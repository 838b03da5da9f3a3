/* report.h - telling a person what went wrong: tracebacks on sys.stderr (vm/report.c). */
#ifndef VV_VM_REPORT_H
#define VV_VM_REPORT_H

#include "vm/frame.h"

/* The text python prints for an uncaught exception, as a str in t->ret: traceback, causes, groups, notes, hints. */
vv_step vv_do_format_exception(vv_thread *t, vv_ref exc);
/* Prints it to sys.stderr, or to file descriptor 2 where there is no usable sys.stderr. t->ret = None. */
vv_step vv_do_report(vv_thread *t, vv_ref exc);
/* Hands an uncaught exception to sys.excepthook. t->ret = None. */
vv_step vv_do_uncaught(vv_thread *t, vv_ref exc);
/* "Exception ignored in: <function C.__del__ at 0x...>" and the traceback: for what a finalizer of `object`, or the
 * weak reference callback `callback` (then not NULL), raised. */
vv_step vv_do_report_ignored(vv_thread *t, vv_ref exc, vv_ref object, vv_ref callback);
/* The same, but by sys.unraisablehook if the program has set one (vm/unraisable.c). */
vv_step vv_do_unraisable(vv_thread *t, vv_ref exc, vv_ref object, vv_ref callback);
/* Reads the files that the entries of a traceback (or NULL) lie in, so that their lines can be shown (defined in modules/). */
vv_step vv_do_load_sources(vv_thread *t, vv_ref traceback);
/* The same of one file. */
vv_step vv_do_load_source(vv_thread *t, vv_ref filename);
/* Writes text to sys.stderr. */
vv_step vv_do_write_stderr(vv_thread *t, vv_ref text);

#endif
