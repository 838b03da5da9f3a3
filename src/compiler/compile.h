/* compile.h - source text to code object: the whole of the compiler's public surface. */
#ifndef VV_COMPILER_COMPILE_H
#define VV_COMPILER_COMPILE_H

#include "object/runtime.h"

typedef enum vv_compile_mode { VV_COMPILE_EXEC, VV_COMPILE_EVAL, VV_COMPILE_SINGLE, VV_COMPILE_FUNC_TYPE /* trees only */ } vv_compile_mode;

/* Flags beside vv_code_flags. */
enum vv_compile_flags {
    VV_COMPILE_INCOMPLETE_INPUT =
        0x4000,                        /* a prompt asks: source that merely ends too early raises "incomplete input" */
    VV_COMPILE_IGNORE_COOKIE = 0x8000, /* the source was a str: a coding line or BOM means nothing */
    VV_COMPILE_FROM_FILE = 0x10000,    /* `filename` is a file with this text: every SyntaxError shows its line */
    VV_COMPILE_TRIAL = 0x20000,        /* for vv_compile_is_complete: needs no tables of the library, makes no use of names */
    VV_COMPILE_TOP_LEVEL_AWAIT = 0x2000, /* await may stand outside functions: the code is then a coroutine's */
    VV_COMPILE_OPTIMIZE = 0x2000000,     /* no asserts, __debug__ is False; times 2: no docstrings either */
    VV_COMPILE_OPTIMIZE_MASK = 0x6000000,
};

/* The flags of what is compiled without saying how far to optimize it: those of -O. */
static inline int vv_compile_optimize(const vv_vm *vm) {
    return (vm->optimize < 2 ? vm->optimize : 2) * VV_COMPILE_OPTIMIZE;
}

/* Compiles UTF-8 source (a BOM or coding line is allowed) to a code object named "<module>". `flags`: vv_code_flags to
 * inherit (VV_CO_FUTURE_ANNOTATIONS). Runs no Python. NULL with SyntaxError (IndentationError, TabError) carrying
 * filename, lineno, offset, text, end_lineno, end_offset; or MemoryError, RecursionError, ValueError. */
VV_NODISCARD vv_owned vv_compile(vv_thread *t, const char *source, size_t length, vv_ref filename, vv_compile_mode mode,
                                 int flags);

/* The same, but syntax warnings are not shown on standard error: *ret_warnings becomes a list of (category, message,
 * lineno, offset, end_lineno, end_offset) for the caller to emit, or NULL when there are none. A SyntaxError may come with warnings before it. */
VV_NODISCARD vv_owned vv_compile_collect(vv_thread *t, const char *source, size_t length, vv_ref filename,
                                         vv_compile_mode mode, int flags, vv_obj **ret_warnings);

/* Such a list of warnings, or NULL. *result, if it is one, is released when there is no memory for it. */
struct vv_warning_list;
VV_NODISCARD vv_owned vv_compile_warnings(vv_thread *t, const struct vv_warning_list *warnings, vv_obj **result);

/* codeop's question for a prompt: 1 whole (or wrong), 0 needs more lines. Never leaves an exception. */
int vv_compile_is_complete(vv_thread *t, const char *source, size_t length);

#endif
