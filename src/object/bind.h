/* bind.h - arguments of C functions: signature strings parsed once, calls bound to a flat argv. */
#ifndef VV_OBJECT_BIND_H
#define VV_OBJECT_BIND_H

#include "object/runtime.h"

typedef struct vv_signature {
    const char *name;        /* qualified name for messages, set by the caller of parse ("list.append", "len") */
    bool takes_self;         /* $self or $type stands first */
    bool plain;              /* positional-only, no *args, no **kwargs: the call may pass its stack as argv */
    bool by_place;           /* no *args, no **kwargs, no keyword that must be given: without keywords argv is the values, then NULLs */
    bool has_varargs, has_varkw;
    bool by_tuple;           /* the text begins with "!": CPython's METH_VARARGS, which words some errors in its own way */
    uint8_t positional_only; /* counts exclude self */
    uint8_t positional;      /* positional-only and positional-or-keyword */
    uint8_t required;        /* positional ones without a default */
    uint8_t keyword_only;
    uint8_t argc;            /* length of argv: self + positional + varargs + keyword-only + varkw */
    uint8_t kw_required_mask;
    const char *text;            /* what it was parsed from (a constant string) */
    struct vv_signature *chain;  /* next in the same bucket of the program's table */
    vv_obj *names[];         /* interned str of each parameter (immortal or owned by the intern table), positional then kw-only */
} vv_signature;

/* Parses "f($self, a, b=1, /, *args, c, **kw)", "!" before it if CPython gets the arguments as a tuple. Lives as long as the program. NULL with MemoryError. */
VV_NODISCARD const vv_signature *vv_signature_parse(vv_thread *t, const char *text, const char *qualified_name);

/* Gives the table of signatures back; the last act of a program. */
void vv_signature_finish(vv_vm *vm);

/* Fills argv[sig->argc] with owned references (NULL = absent) from a call: `self` (or NULL), nargs positional values and
 * the values of `kwnames` (tuple or NULL) behind them. 0, or -1 with CPython's TypeError; then argv holds nothing. */
VV_NODISCARD int vv_bind(vv_thread *t, const vv_signature *sig, vv_ref self, vv_obj *const *args, size_t nargs, vv_ref kwnames,
                         vv_obj **argv);

/* For constructors and other slots that get raw arguments: `text` as above without $self; out[i] = borrowed or NULL.
 * No star parameters. `name` as in messages ("int"). */
VV_NODISCARD int vv_parse_args(vv_thread *t, const char *name, const char *text, vv_obj *const *args, size_t nargs,
                               vv_ref kwnames, vv_obj **out);
/* "f() takes no keyword arguments" unless there are none. */
VV_NODISCARD int vv_no_kwargs(vv_thread *t, const char *name, vv_ref kwnames);
/* "name expected at most %d arguments, got %d" and its relatives. */
VV_NODISCARD int vv_check_nargs(vv_thread *t, const char *name, size_t nargs, size_t min, size_t max);

#endif
