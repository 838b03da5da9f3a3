/* codeobj.h - code objects: CPython 3.12's fields, instructions with their inline caches in place. */
#ifndef VV_CODE_CODEOBJ_H
#define VV_CODE_CODEOBJ_H

#include "object/runtime.h"

/* An instruction is one 16-bit unit, opcode in the low byte, argument in the high byte; caches follow as further units. */
typedef uint16_t vv_codeunit;
#define VV_UNIT(op, arg) ((vv_codeunit)((op) | (arg) << 8))
#define VV_UNIT_OP(u) ((u) & 0xFF)
#define VV_UNIT_ARG(u) ((u) >> 8)

enum vv_code_flags {
    VV_CO_OPTIMIZED = 0x1,
    VV_CO_NEWLOCALS = 0x2,
    VV_CO_VARARGS = 0x4,
    VV_CO_VARKEYWORDS = 0x8,
    VV_CO_NESTED = 0x10,
    VV_CO_GENERATOR = 0x20,
    VV_CO_COROUTINE = 0x80,
    VV_CO_ITERABLE_COROUTINE = 0x100,
    VV_CO_ASYNC_GENERATOR = 0x200,
    VV_CO_FUTURE_ANNOTATIONS = 0x1000000,
};
/* co_localspluskinds, one byte for each of localsplus. */
enum vv_local_kind { VV_LOCAL_HIDDEN = 0x10, VV_LOCAL_LOCAL = 0x20, VV_LOCAL_CELL = 0x40, VV_LOCAL_FREE = 0x80 };

/* What tools of sys.monitoring hear of one code object. */
typedef struct vv_code_monitor {
    uint32_t version;                  /* of vm->monitor, when this was brought up to date */
    uint8_t local[VV_EVENTS_LOCAL];    /* as vv_monitor's `tools` */
    uint8_t active[VV_EVENTS_GROUPED]; /* with those of the program */
    bool many[2];                      /* several tools have heard of lines, of instructions */
    uint8_t *disabled;                 /* vv_alloc, or NULL: three sets of tools for each unit */
} vv_code_monitor;

typedef struct vv_code {
    vv_obj head;
    vv_obj *consts, *names;            /* tuples */
    vv_obj *localsplusnames;           /* tuple of str: arguments, locals, cells, free variables */
    vv_obj *localspluskinds;           /* bytes */
    vv_obj *filename, *name, *qualname;
    vv_obj *linetable, *exceptiontable; /* bytes, CPython 3.12's formats (code/linetable.h, code/exctable.h) */
    vv_obj *weaklist;
    int32_t flags, argcount, posonlyargcount, kwonlyargcount, stacksize, firstlineno;
    int32_t nlocals, ncells, nfrees, nlocalsplus;
    uint32_t version;                  /* for call caches */
    uint32_t first_traceable;          /* unit of the first RESUME */
    int32_t plain_args;                /* the number of positional arguments that bind by moving them; -1: none does; or VV_CODE_UN... */
    uint32_t ncode;                    /* units */
    struct vv_code_monitor *monitor;   /* vv_alloc, or NULL (vm/monitor.h) */
    uint16_t *name_hints;              /* behind `code`, or NULL: where LOAD_NAME and STORE_NAME last found each name */
    vv_codeunit *code;                 /* vv_alloc; caches and specialised opcodes change in place */
} vv_code;
#define VV_CODE_OF(o) ((vv_code *)(o))
/* As plain_args: read from bytes and never run, vv_code_make_ready comes before its first frame; or not even read. What is unread has
 * its numbers up to firstlineno, filename, name and qualname; `consts` is the bytes of the rest, `linetable` the docstring once
 * somebody has asked for it. Python never gets to see it so: who hands out a function's code or a tuple of constants calls vv_code_read before. */
enum { VV_CODE_UNREADY = -2, VV_CODE_UNREAD = -3 };

/* Everything a compiler knows about a code object; the references are borrowed. */
typedef struct vv_code_parts {
    vv_ref consts, names, localsplusnames, localspluskinds, filename, name, qualname, linetable, exceptiontable;
    int32_t flags, argcount, posonlyargcount, kwonlyargcount, stacksize, firstlineno;
    const vv_codeunit *code;
    size_t ncode;
    bool foreign; /* nobody vouches for it: it is verified before it is first run */
} vv_code_parts;
/* A code object; names and identifier-like constants are interned. In debug builds the verifier (code/verify.h) looks
 * at what the compiler made, too. NULL with MemoryError or ValueError. */
VV_NODISCARD vv_owned vv_code_new(vv_thread *t, const vv_code_parts *parts);
/* What CPython demands of the numbers in parts that do not come from the compiler, for instructions of so many bytes and so many local
 * variables: 0, or -1 with SystemError or ValueError. */
VV_NODISCARD int vv_code_check_counts(vv_thread *t, const vv_code_parts *parts, size_t bytes, size_t nlocals);
/* An unread function from bytes as gen/compile_library.py makes them. NULL with MemoryError or ValueError. */
VV_NODISCARD vv_owned vv_code_new_unread(vv_thread *t, vv_ref filename, vv_ref name, vv_ref qualname, vv_ref bytes);
/* The tail of these bytes: behind the marshalled code lie the names of the parameters, each ended by a NUL, the docstring, which is
 * None among the constants, and three numbers. */
typedef struct vv_code_tail {
    uint32_t firstlineno, parameters, doc; /* where they begin; doc 0: none */
} vv_code_tail;
vv_code_tail vv_code_tail_of(vv_ref bytes);
/* Reads code that is VV_CODE_UNREAD, does nothing to other code. 0, or -1 with MemoryError or ValueError. */
VV_NODISCARD int vv_code_read(vv_thread *t, vv_ref code);
/* co_consts, borrowed, any code in it read; NULL with an exception. */
VV_NODISCARD vv_ref vv_code_consts(vv_thread *t, vv_ref code);
/* The docstring of a function made from the code, borrowed, or NULL: the first constant if it is a str. That of unread code is known
 * after vv_code_find_doc: 0, or -1 with MemoryError or UnicodeDecodeError. */
vv_ref vv_code_doc(vv_ref code);
VV_NODISCARD int vv_code_find_doc(vv_thread *t, vv_ref code);
/* The value in marshal's format that the bytes begin with; *ret_used (may be NULL) = how many they are. Code is verified when it first
 * runs. NULL with EOFError, ValueError, TypeError or MemoryError. Defined in modules/marshal.c. */
VV_NODISCARD vv_owned vv_marshal_load(vv_thread *t, const uint8_t *data, size_t length, size_t *ret_used);
/* Verifies code that is VV_CODE_UNREADY or unread, most of which never runs, and readies its instructions. 0, or -1 with SystemError
 * or MemoryError. */
VV_NODISCARD int vv_code_make_ready(vv_thread *t, vv_code *code);
/* co_code: the units without cache contents and specialisation, as bytes. */
VV_NODISCARD vv_owned vv_code_bytes(vv_thread *t, vv_ref code);

/* Are two code objects interchangeable (code.__eq__)? Never runs Python; code that cannot be read equals no other. */
bool vv_code_equal(vv_thread *t, vv_ref a, vv_ref b);

/* Source position of the instruction at unit index: line from 1 (0 before the first of a module, -1 unknown), columns in UTF-8 bytes from 0 (-1 unknown). */
typedef struct vv_position {
    int line, end_line, column, end_column;
} vv_position;
vv_position vv_code_position(vv_ref code, uint32_t unit);
static inline int vv_code_line(vv_ref code, uint32_t unit) {
    return vv_code_position(code, unit).line;
}
/* Exception handler covering unit: true and where to go (unit), the stack depth to keep, whether lasti is pushed. */
bool vv_code_handler(vv_ref code, uint32_t unit, uint32_t *ret_target, int *ret_depth, bool *ret_lasti);

#endif
