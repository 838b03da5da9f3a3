/* exceptions.h - the layouts of exception objects. */
#ifndef VV_TYPES_EXCEPTIONS_H
#define VV_TYPES_EXCEPTIONS_H

#include "object/runtime.h"

#define VV_EXC_HEAD                                                                                                    \
    vv_obj head;                                                                                                       \
    vv_obj *dict, *args /* tuple */, *notes, *traceback, *context, *cause;                                             \
    bool suppress_context

typedef struct vv_exc {
    VV_EXC_HEAD;
} vv_exc;
#define VV_EXC_OF(o) ((vv_exc *)(o))
typedef struct vv_exc_stopiteration { /* StopIteration.value, SystemExit.code */
    VV_EXC_HEAD;
    vv_obj *value;
} vv_exc_stopiteration;
typedef vv_exc_stopiteration vv_exc_systemexit;
typedef struct vv_exc_import {
    VV_EXC_HEAD;
    vv_obj *msg, *name, *path, *name_from;
} vv_exc_import;
typedef struct vv_exc_name {
    VV_EXC_HEAD;
    vv_obj *name;
} vv_exc_name;
typedef struct vv_exc_attribute {
    VV_EXC_HEAD;
    vv_obj *obj, *name;
} vv_exc_attribute;
typedef struct vv_exc_syntax {
    VV_EXC_HEAD;
    vv_obj *msg, *filename, *lineno, *offset, *text, *end_lineno, *end_offset, *print_file_and_line;
} vv_exc_syntax;
typedef struct vv_exc_os {
    VV_EXC_HEAD;
    vv_obj *errnum, *strerror, *filename, *filename2, *written; /* the last: an int, of BlockingIOError */
} vv_exc_os;
typedef vv_exc vv_exc_key;
typedef struct vv_exc_unicode {
    VV_EXC_HEAD;
    vv_obj *encoding, *object, *reason;
    int64_t start, end;
} vv_exc_unicode;
typedef struct vv_exc_group {
    VV_EXC_HEAD;
    vv_obj *msg, *excs; /* str, tuple */
} vv_exc_group;

/* The specs of exceptions.def, in its order. */
extern const vv_typespec vv_exc_specs[];

/* A new exception instance of built-in type id with an args tuple (borrowed); layout fields filled as its __init__ does. */
VV_NODISCARD vv_owned vv_exc_new(vv_thread *t, int type, vv_ref args_tuple);
/* Splits an exception, group or not, for `except*`: t->ret = (matching part, rest), either None. `matcher`: type,
 * tuple of types, or list of exceptions looked for by identity. */
vv_step vv_do_exc_split(vv_thread *t, vv_ref exc, vv_ref matcher);
/* SyntaxError (or subclass id) at a place of `filename`; lineno from 1, offsets in code points from 1, end_lineno -1 =
 * unknown; text = the source line (str) or NULL. Sets t->exc and returns NULL. */
vv_owned vv_raise_syntax(vv_thread *t, int type, vv_ref msg, vv_ref filename, int lineno, int offset, int end_lineno,
                         int end_offset, vv_ref text_or_null);
/* The same for errors found behind the parser: the place stands in the attributes only, not in args; 0 = unknown. */
vv_owned vv_raise_syntax_beside(vv_thread *t, vv_ref msg, vv_ref filename, int lineno, int offset, int end_lineno,
                                int end_offset, vv_ref text_or_null);

#endif
