/* compiling.h - compiling while a program runs: what the compiler warns of goes through the program's filters. */
#ifndef VV_MODULES_COMPILING_H
#define VV_MODULES_COMPILING_H

#include "compiler/compile.h"
#include "compiler/parse.h"

/* As vv_do_compile (vm/vm.h), but warnings are emitted as the program's own. `tree`: t->ret = node objects of module ast, which
 * Python 3.`minor` must know (modules/_ast.h). */
vv_step vv_do_compile_source(vv_thread *t, vv_ref source, size_t skip, vv_ref filename, vv_compile_mode mode, int flags, bool tree,
                             int minor);

/* The codec of the library that a source's coding line names (its text may lie in `buffer`), or NULL: the compiler reads it. */
const char *vv_source_codec(const char *text, size_t n, char buffer[VV_SOURCE_ENCODING_SIZE]);

/* A source in bytes (from `skip` on) whose coding line names a codec of the library: t->ret = it as str; any other: `source`. */
vv_step vv_do_source_text(vv_thread *t, vv_ref source, size_t skip);

/* Emits what vv_compile_warnings gave (a list, or NULL: nothing), then ends with `result`, or raises t->exc when it is NULL. */
vv_step vv_do_emit_warnings(vv_thread *t, vv_ref result_or_null, vv_ref warnings_or_null, vv_ref filename);

#endif
