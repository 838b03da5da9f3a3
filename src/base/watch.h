/* watch.h - what a host asks for, and is told, of a program that pauses (vm/watch.h). */
#ifndef VV_BASE_WATCH_H
#define VV_BASE_WATCH_H

#include <stddef.h>
#include <stdint.h>

typedef enum vv_step_kind {
    VV_STEP_NONE,        /* go on to the next breakpoint */
    VV_STEP_INTO,        /* to the next line, also of a function called */
    VV_STEP_OVER,        /* to the next line of this function, or to its caller */
    VV_STEP_OUT,         /* until this function returns or yields */
    VV_STEP_INSTRUCTION, /* to the next instruction */
    VV_STEP_TO,          /* to a line (vv_run_to) */
} vv_step_kind;

typedef enum vv_pause_reason {
    VV_PAUSE_NONE,
    VV_PAUSE_STEP,       /* a step ends at the beginning of a line, or before an instruction */
    VV_PAUSE_BREAKPOINT,
    VV_PAUSE_CONDITION,  /* a breakpoint whose condition raised an exception or does not compile */
    VV_PAUSE_RETURN,     /* the function of the step has returned: in its caller, in the middle of a line */
    VV_PAUSE_YIELD,      /* the same, by yield */
    VV_PAUSE_EXCEPTION,  /* the same, by an exception that the caller handles */
    VV_PAUSE_END,        /* the program has ended, its names are still there */
    VV_PAUSE_VALUE,      /* the program stands where it stood, and an expression has been evaluated (vv_evaluate) */
} vv_pause_reason;

typedef struct vv_breakpoint {
    int line;
    const char *condition; /* a Python expression, UTF-8; NULL: none */
    size_t condition_length;
} vv_breakpoint;

enum { VV_WATCH_LINES = 256, VV_WATCH_FILES = 16, VV_WATCH_NAME = 120, VV_WATCH_CODES = 16 };

#endif
