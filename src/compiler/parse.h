/* parse.h - source text to syntax tree. */
#ifndef VV_COMPILER_PARSE_H
#define VV_COMPILER_PARSE_H

#include "compiler/ast.h"
#include "compiler/compile.h"
#include "compiler/diag.h"

/* How deep expressions, blocks and patterns may nest (levels of grammar that cost C stack): beyond it the parser raises
 * MemoryError as CPython's does at its limit. The C stack of the wasm ports is 1 MiB; a level costs at most ~1 KiB. */
enum { VV_PARSE_MAX_DEPTH = 600 };

/* The encoding that a source says it is in, "utf-8" if it does not; in `buffer` or a constant. A BOM is not looked at. */
enum { VV_SOURCE_ENCODING_SIZE = 64 };
const char *vv_source_encoding(const char *source, size_t n, char *buffer, size_t size);

/* Parses UTF-8 source (BOM and coding line allowed) into `arena`. NULL with SyntaxError, IndentationError, TabError,
 * MemoryError or ValueError set; warnings are appended to the list; the arena is the caller's to release in either
 * case. */
VV_NODISCARD vv_mod *vv_parse(vv_thread *t, vv_arena *arena, const char *source, size_t n, vv_ref filename,
                              vv_compile_mode mode, int flags, vv_warning_list *warnings);

/* Is the current exception the "incomplete input" of VV_COMPILE_INCOMPLETE_INPUT? */
bool vv_parse_error_is_incomplete(vv_thread *t);

#endif
