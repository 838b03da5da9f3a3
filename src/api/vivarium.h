/* vivarium.h - the embedding API: the only header that hosts, tests and language bindings include.
 *
 * A host makes a program, starts it, and calls vv_run again and again. vv_run never blocks and never recurses: when it
 * returns, no C frame of the core is alive, so the whole program is the memory of its vv_vm (section 3 of the design).
 *
 *     vv_vm *vm = vv_create(&config);
 *     vv_start(vm, VV_MODE_EXEC, "hello.py", source, length);
 *     for (;;) switch (vv_run(vm, 100000)) {
 *         case VV_DONE: case VV_RAISED: return vv_exit_code(vm);
 *         case VV_BUDGET: redraw, look at Stop; break;
 *         case VV_WAIT: wait for vv_wait_for(vm), then go on; break;
 *         case VV_HOST: serve vv_request(vm) with vv_answer(vm, ...); break;
 *         case VV_BREAK: show the state; break;
 *     }
 */
#ifndef VV_API_VIVARIUM_H
#define VV_API_VIVARIUM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/library.h"
#include "base/request.h"
#include "base/status.h"
#include "base/watch.h"

typedef struct vv_vm vv_vm;

typedef enum vv_mode {
    VV_MODE_EXEC = 0,   /* a file: runs as a fresh __main__ */
    VV_MODE_SINGLE = 1, /* one interactive statement: keeps __main__, prints the value of expressions, sets _ */
    VV_MODE_KEEP = 2,   /* a file whose __main__ stays for what is started next; sys.last_exc is what it raised, if uncaught */
} vv_mode;

/* What sys.flags shows; each is how often its letter stood on the command line. */
#define VV_CONFIG_FLAGS(F)                                                                                                \
    F(debug) F(inspect) F(interactive) F(optimize) F(dont_write_bytecode) F(no_user_site) F(no_site) F(ignore_environment) \
    F(verbose) F(quiet) F(isolated) F(safe_path)

typedef struct vv_config {
    uint64_t max_memory;       /* bytes the program may hold; 0 = the port's default (64-bit: 1 GiB, wasm: 512 MiB) */
    uint64_t max_instructions; /* 0 = no limit; exceeding it ends the program with exit code 124 and a line on stderr */
    int argc;                  /* sys.argv; strings are copied */
    const char *const *argv;
    int warning_count;         /* -W: sys.warnoptions; strings are copied */
    const char *const *warnings;
    const char *executable;    /* sys.executable; NULL: unknown */
#define F(name) uint8_t name;
    VV_CONFIG_FLAGS(F)
#undef F
    bool unbuffered;           /* -u: sys.stdout hands on what it is given at once */
    bool traced;               /* use the loop that counts every single instruction */
    bool gc_stress;            /* collect at every allocation boundary (debug aid) */
    uint32_t audit_every;      /* debug builds: verify every reference count each N instructions; 0 = never */
    uint64_t fail_alloc_at;    /* debug aid: the n-th allocation (from 1, counted from vv_start) fails once; 0 = none */
} vv_config;

/* A new program with an initialised interpreter; NULL if memory does not suffice. */
vv_vm *vv_create(const vv_config *config);

/* Releases everything the program holds. */
void vv_destroy(vv_vm *vm);

/* Compiles `source` (UTF-8, `length` bytes) and makes it what vv_run runs next. A SyntaxError is not reported here: the
 * next vv_run prints it and returns VV_RAISED, as for any exception. */
void vv_start(vv_vm *vm, vv_mode mode, const char *filename, const char *source, size_t length);

/* Makes module `name` of the library or of `folder` (which becomes sys.path[0]) what vv_run runs next, as __main__: python -m.
 * `alter_argv`: sys.argv[0] becomes its file. */
void vv_start_module(vv_vm *vm, const char *name, const char *folder, bool alter_argv);

/* Runs at most `budget` instructions (0 = until something happens). */
vv_status vv_run(vv_vm *vm, uint64_t budget);

/* For an interactive prompt: 1 if `source` is a whole statement (or one with a syntax error), 0 if more lines are
 * needed, as CPython's codeop decides. */
int vv_source_complete(vv_vm *vm, const char *source, size_t length);

/* python's exit code: 0, 1 after an uncaught exception, SystemExit's code, 124 over max_instructions. */
int vv_exit_code(const vv_vm *vm);

/* True when SystemExit ended the last run: a prompt leaves then. */
bool vv_exit_requested(const vv_vm *vm);

/* Instructions executed since vv_create; a moment of a run is numbered by it. */
uint64_t vv_instructions(const vv_vm *vm);

/* Debug aid: of vv_config.fail_alloc_at allocations, how many are still to come; 0 = the failure has happened. */
uint64_t vv_fail_alloc_left(const vv_vm *vm);

/* Bytes held now, and the largest so far. */
uint64_t vv_memory_used(const vv_vm *vm);
uint64_t vv_memory_peak(const vv_vm *vm);

/* What VV_WAIT waits for. */
typedef struct vv_wait {
    int64_t deadline_ns; /* of vv_host_monotonic_ns; INT64_MAX = none */
    bool input;          /* a line of standard input would help: give it with vv_give_input */
} vv_wait;
vv_wait vv_wait_for(const vv_vm *vm);

/* Appends bytes to the program's standard input; `eof` says that no more will come. */
void vv_give_input(vv_vm *vm, const void *bytes, size_t n, bool eof);

/* KeyboardInterrupt in the main thread, at its next instruction (also out of a wait). */
void vv_interrupt(vv_vm *vm);

/* What VV_HOST asks for (base/request.h); the pointers live until vv_answer. */
typedef struct vv_request_info {
    vv_request_kind kind;
    const char *path; /* UTF-8, NUL-terminated */
    const void *data;
    size_t size;
} vv_request_info;
vv_request_info vv_request(const vv_vm *vm);

/* Serves the request: `error` is 0 or an errno value of Linux (2 ENOENT, 13 EACCES, 21 EISDIR, ...); bytes are copied. */
void vv_answer(vv_vm *vm, int error, const void *bytes, size_t n);

/* Asks about the program while it is not running: the question is a line of words, the answer JSON (observe/observe.h lists
 * the views; tests/observe/schema.json describes the answers). Runs no Python, changes nothing, takes nothing from the
 * program's memory. `write` gets the text once, before this returns, and must not keep the pointer. False without memory. */
bool vv_inspect(vv_vm *vm, const char *question, void (*write)(void *arg, const char *text, size_t n), void *arg);

/* ---- pausing: VV_BREAK. What the program paused for is told by vv_inspect's view "stop"; vv_run goes on. ----
 *
 * A paused program is like any other between two calls of vv_run: it can be inspected, copied, destroyed. While there is a step
 * or a breakpoint, a loop runs that asks before every instruction (slower, and else unnoticed by the program); without, nothing
 * is different. Files of the library, /lib/..., are passed through. */

/* What the next vv_run goes on to, from where the program stands (base/watch.h). Before the first one, VV_STEP_INTO and
 * VV_STEP_OVER pause at the program's first line. A step ends with the piece of source it began in. */
void vv_set_step(vv_vm *vm, vv_step_kind kind);

/* The same, to a line of a file, as vv_start or the code's co_filename names it. -1: the name is longer than 119 bytes. */
int vv_run_to(vv_vm *vm, const char *file, int line);

/* Breakpoints of a file, in place of those it had (also VV_STEP_NONE pauses there). A condition is evaluated in the frame, with
 * copies of a function's variables; it costs the program no instructions and its trace function hears nothing of it. One that
 * does not compile, or raises an exception, pauses and tells why. -1: more than VV_WATCH_LINES in all, or no memory. */
int vv_break_at(vv_vm *vm, const char *file, const vv_breakpoint *points, size_t n);

/* Evaluates an expression where the program pauses, as a condition there would be: the next vv_run does it and answers VV_BREAK again,
 * and the view "stop" tells the value's repr, or the error, as `message`; both are cut after 199 bytes. What the expression
 * changes stays changed: who only looks does it in a copy. -1: it does not compile, the program does not pause, or no memory. */
int vv_evaluate(vv_vm *vm, const char *text, size_t n);

/* Pauses once when a program (VV_MODE_EXEC) has ended, and been reported, before its __main__ is torn down. */
void vv_pause_at_end(vv_vm *vm, bool pause);

/* Compiles `source` only: JSON with the error it has, if any, in CPython's words, the compiler's warnings, and the lines at which
 * a program of it could stop (tests/observe/schema.json: compile). Columns count code points from 0. A program that is paused
 * goes on as if it had not been asked, but a vv_vm of its own, never started, keeps even its memory as it was. `write` and the
 * result as for vv_inspect. */
bool vv_check_source(vv_vm *vm, const char *filename, const char *source, size_t length,
                     void (*write)(void *arg, const char *text, size_t n), void *arg);

/* Debug builds: verifies every reference count, the heap and the bytecode now. Returns the number of defects found,
 * each described on stderr; 0 in release builds. */
int vv_audit(vv_vm *vm);

/* The memory that is this program, for snapshot by copy (invalid for VV_SYSTEM_MALLOC builds: *base is NULL). */
void vv_region(const vv_vm *vm, void **base, size_t *bytes);

/* "3.12.7 (Vivarium 0.1.0, ...)". */
const char *vv_version(void);

/* Memory of the program for a side module (VV_REQ_LOAD_SIDE), aligned to 16; NULL: none left. */
void *vv_side_memory(vv_vm *vm, size_t bytes);

#endif
