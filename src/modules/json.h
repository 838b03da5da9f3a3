/* json.h - what the two halves of module _json share. Both are machines with a stack of their own: a nesting takes no C stack,
 * and either stops where Python must be called, or after any number of steps, to go on later. */
#ifndef VV_MODULES_JSON_H
#define VV_MODULES_JSON_H

#include "object/runtime.h"
#include "types/str.h"

/* How deep containers may be nested: CPython 3.12's limit of recursion in C. */
enum { VV_JSON_MOST_DEPTH = 10000 };

/* Why a machine stopped. */
enum vv_json_stop {
    VV_JSON_FAILED = -1, /* an exception is set */
    VV_JSON_DONE,
    VV_JSON_MORE,        /* the steps it was given are used up */
    VV_JSON_CALL,        /* a function waits to be called */
    VV_JSON_PROBLEM,     /* reading: the text is wrong */
};

/* How many steps the budget allows now; a tick of the thread is worth some. */
int64_t vv_json_steps(const vv_thread *t);
/* Charges those that were used. t->ival = stop, from a step that can be awaited without end. */
vv_step vv_json_used(vv_thread *t, int64_t given, int64_t left, enum vv_json_stop stop);

/* Raises json.JSONDecodeError(message, string, at). */
vv_step vv_json_do_fail(vv_thread *t, const char *message, vv_ref string, int64_t at);

/* Reads a text whose opening quote stands before `begin`: owned, *ret_end behind its closing quote; NULL with *ret_problem
 * (an error at *ret_end), or with an exception. `string` is a str. */
VV_NODISCARD vv_owned vv_json_read_text(vv_thread *t, vv_ref string, size_t begin, bool strict, size_t *ret_end,
                                        const char **ret_problem);
/* Writes s in quotes: 0/-1. */
VV_NODISCARD int vv_json_write_text(vv_thread *t, vv_strbuilder *b, vv_ref s, bool ascii_only);

/* Is a function encode_basestring_ascii (1) or encode_basestring (0) of module _json? Else -1. */
int vv_json_known_encoder(vv_thread *t, vv_ref function);

#endif
