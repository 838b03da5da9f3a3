/* exports.c - the flat C interface that JavaScript calls, over api/vivarium.h.
 *
 * Used by two links of the same objects: the Emscripten module of the page and the WASI reactor that Node loads. Only
 * int32, pointers and doubles cross the boundary, never int64, so that neither link needs BigInt. Times are
 * milliseconds, counts and sizes that may pass 2^32 are doubles.
 *
 * One instance holds one program. Bytes go in through the scratch area, whose address never changes:
 *
 *     p = vvx_open(1 << 20)                          once per instance; the scratch area has at least that many bytes
 *     write "a.py\0x\0" at vvx_scratch(p)            sys.argv, each string ended by a NUL
 *     vvx_create(p, 2, 7, 0, 0, 0, 0, 0)             0 = ready
 *     write "a.py\0print(1)" at vvx_scratch(p)
 *     vvx_start(p, 0, 4, 8)
 *     status = vvx_run(p, 100000), again and again; on VV_WAIT and VV_HOST see the functions below
 *
 * Memory may grow during any call: take a fresh view of the memory after each one. Between calls no C frame is alive,
 * so a copy of the whole memory into a new instance (vvx_grow it first) is a copy of the program, with the same `p`.
 *
 * The module imports the vvx_host_* functions of "env" declared in browser/imports.h, and nothing else is asked of
 * the page.
 */
#include <stdint.h>
#include <string.h>

#include "api/vivarium.h"
#include "host/browser/memory.h"

#define VVX_ABI 1
#define VVX_MAX_ARGS 4096

#define VVX_EXPORT(name) __attribute__((export_name(#name), used, visibility("default"))) name

/* Lives at the start of the pages that vvx_open takes; the scratch area follows it. */
typedef struct vvx_program {
    vv_vm *vm; /* NULL before vvx_create and after vvx_destroy */
    uint32_t scratch_bytes;
    const char *answer; /* of vvx_inspect */
    uint32_t answer_bytes;
    const char *argv[VVX_MAX_ARGS]; /* point into the scratch area, used only inside vvx_create */
    char scratch[];
} vvx_program;

enum vvx_flag {
    VVX_TRACED = 1,
    VVX_GC_STRESS = 2,
};

/* Counts changes of this interface that JavaScript could notice. */
uint32_t VVX_EXPORT(vvx_abi)(void) {
    return VVX_ABI;
}

/* "3.12.7 (Vivarium ...)", NUL-terminated. */
const char *VVX_EXPORT(vvx_version)(void) {
    return vv_version();
}

/* First call of an instance. 0 when there is no memory. Pages that stay untouched cost nothing, so a host that reads
 * big files may ask for a big scratch area. */
vvx_program *VVX_EXPORT(vvx_open)(uint32_t scratch_bytes) {
    vvx_program *p = vv_wasm_pages(sizeof(vvx_program) + (uint64_t)scratch_bytes);
    if (p == NULL)
        return NULL;
    p->scratch_bytes = scratch_bytes;
    return p;
}

/* Where the host puts the bytes it gives to the functions below. */
char *VVX_EXPORT(vvx_scratch)(vvx_program *p) {
    return p->scratch;
}

uint32_t VVX_EXPORT(vvx_scratch_size)(vvx_program *p) {
    return p->scratch_bytes;
}

/* Makes the program. Scratch: `argc` strings, each with its NUL, `argv_bytes` in all. Zero means "default" or "none"
 * for every limit. flags: 1 traced, 2 collect at every allocation boundary. Returns 0; -1 when memory does not
 * suffice; -2 when the arguments make no sense. */
int32_t VVX_EXPORT(vvx_create)(vvx_program *p, int32_t argc, uint32_t argv_bytes, double max_memory,
                               double max_instructions, uint32_t flags, uint32_t audit_every, double fail_alloc_at) {
    if (p->vm != NULL || argc < 0 || argc > VVX_MAX_ARGS || argv_bytes > p->scratch_bytes)
        return -2;
    const char *at = p->scratch;
    const char *end = p->scratch + argv_bytes;
    for (int32_t i = 0; i < argc; i++) {
        const char *nul = memchr(at, 0, (size_t)(end - at));
        if (nul == NULL)
            return -2;
        p->argv[i] = at;
        at = nul + 1;
    }
    vv_config config = {
        .max_memory = (uint64_t)max_memory,
        .max_instructions = (uint64_t)max_instructions,
        .argc = argc,
        .argv = p->argv,
        .traced = (flags & VVX_TRACED) != 0,
        .gc_stress = (flags & VVX_GC_STRESS) != 0,
        .audit_every = audit_every,
        .fail_alloc_at = (uint64_t)fail_alloc_at,
    };
    p->vm = vv_create(&config);
    return p->vm == NULL ? -1 : 0;
}

/* Scratch: the file name (`name_bytes` long), a NUL, the source (`source_bytes` long, UTF-8). mode: 0 a file, 1 one
 * interactive statement, 2 a file whose __main__ stays. */
void VVX_EXPORT(vvx_start)(vvx_program *p, int32_t mode, uint32_t name_bytes, uint32_t source_bytes) {
    p->scratch[name_bytes] = '\0';
    vv_start(p->vm, (vv_mode)mode, p->scratch, p->scratch + name_bytes + 1, source_bytes);
}

/* Runs at most `budget` instructions (0 = until something happens); the result is a vv_status:
 * 0 done, 1 raised, 2 budget spent, 3 waits, 4 asks the host, 5 breakpoint. */
int32_t VVX_EXPORT(vvx_run)(vvx_program *p, double budget) {
    return (int32_t)vv_run(p->vm, (uint64_t)budget);
}

/* After status 3: milliseconds until the program wants to go on; 0 when it is time, -1 when no clock will wake it. */
double VVX_EXPORT(vvx_wait_ms)(vvx_program *p) {
    return vv_wasm_wait_ms(p->vm);
}

/* After status 3: 1 when a line of input would help. */
int32_t VVX_EXPORT(vvx_wait_input)(vvx_program *p) {
    return vv_wait_for(p->vm).input;
}

/* Scratch: bytes for standard input. Longer texts go in by several calls; `eof` belongs to the last. */
void VVX_EXPORT(vvx_give_input)(vvx_program *p, uint32_t bytes, int32_t eof) {
    vv_give_input(p->vm, p->scratch, bytes, eof != 0);
}

/* KeyboardInterrupt at the main thread's next instruction. */
void VVX_EXPORT(vvx_interrupt)(vvx_program *p) {
    vv_interrupt(p->vm);
}

/* Scratch: source. 1 if it is a whole statement (or a syntax error), 0 if a prompt should ask for more lines. */
int32_t VVX_EXPORT(vvx_source_complete)(vvx_program *p, uint32_t bytes) {
    return vv_source_complete(p->vm, p->scratch, bytes);
}

int32_t VVX_EXPORT(vvx_exit_code)(vvx_program *p) {
    return vv_exit_code(p->vm);
}

/* 1 when SystemExit ended the last run: a prompt leaves then. */
int32_t VVX_EXPORT(vvx_exit_requested)(vvx_program *p) {
    return vv_exit_requested(p->vm);
}

double VVX_EXPORT(vvx_instructions)(vvx_program *p) {
    return (double)vv_instructions(p->vm);
}

double VVX_EXPORT(vvx_memory_used)(vvx_program *p) {
    return (double)vv_memory_used(p->vm);
}

double VVX_EXPORT(vvx_memory_peak)(vvx_program *p) {
    return (double)vv_memory_peak(p->vm);
}

/* After status 4: what is asked for: 1 read the file `path`, 2 store the data as `path`, 3 the source of module
 * `path`. Pointers stay valid until vvx_answer. */
int32_t VVX_EXPORT(vvx_request_kind)(vvx_program *p) {
    return (int32_t)vv_request(p->vm).kind;
}

const char *VVX_EXPORT(vvx_request_path)(vvx_program *p) {
    return vv_request(p->vm).path;
}

const void *VVX_EXPORT(vvx_request_data)(vvx_program *p) {
    return vv_request(p->vm).data;
}

uint32_t VVX_EXPORT(vvx_request_size)(vvx_program *p) {
    return (uint32_t)vv_request(p->vm).size;
}

/* Scratch: the bytes asked for. error: 0, or an errno value of Linux (2 no such file, 27 longer than the scratch). */
void VVX_EXPORT(vvx_answer)(vvx_program *p, int32_t error, uint32_t bytes) {
    vv_answer(p->vm, error, p->scratch, bytes);
}

/* What side modules may use, in the order of their imports' numbers (gen/link_sides.py): indices in the table of functions, and
 * addresses. */
extern const void *const vv_side_api[];
const void *const *VVX_EXPORT(vvx_side_api)(void) {
    return vv_side_api;
}

/* Memory of the program for a side module; 0: none left. */
void *VVX_EXPORT(vvx_side_memory)(vvx_program *p, uint32_t bytes) {
    return vv_side_memory(p->vm, bytes);
}

/* Debug builds: defects found by checking every reference count now, each described on stderr. */
int32_t VVX_EXPORT(vvx_audit)(vvx_program *p) {
    return vv_audit(p->vm);
}

/* Ends the program and releases what it holds. Its memory is the instance's: drop the instance to get it back. */
void VVX_EXPORT(vvx_destroy)(vvx_program *p) {
    if (p->vm != NULL)
        vv_destroy(p->vm);
    p->vm = NULL;
}

/* Makes linear memory at least `bytes` long, for a copy of another instance's memory. 0, or -1 when refused. */
int32_t VVX_EXPORT(vvx_grow)(double bytes) {
    return vv_wasm_grow((uint64_t)bytes);
}

/* vv_set_step: 0 go on, 1 into, 2 over, 3 out, 4 one instruction. */
void VVX_EXPORT(vvx_set_step)(vvx_program *p, int32_t kind) {
    vv_set_step(p->vm, (vv_step_kind)kind);
}

/* Scratch: the file name, a NUL. vv_run_to. */
int32_t VVX_EXPORT(vvx_run_to)(vvx_program *p, int32_t line) {
    return vv_run_to(p->vm, p->scratch, line);
}

void VVX_EXPORT(vvx_pause_at_end)(vvx_program *p, int32_t pause) {
    vv_pause_at_end(p->vm, pause != 0);
}

/* Scratch: the file name, then `n` breakpoints, each a text that ends with a NUL: "12", or "12 x > 3" with a condition; `bytes` in
 * all. vv_break_at; also -1 when they make no sense. */
int32_t VVX_EXPORT(vvx_break_at)(vvx_program *p, uint32_t n, uint32_t bytes) {
    vv_breakpoint points[VV_WATCH_LINES];
    const char *at = memchr(p->scratch, 0, bytes), *end = p->scratch + bytes;
    if (n > VV_WATCH_LINES || at++ == NULL)
        return -1;
    for (uint32_t i = 0; i < n; i++) {
        const char *nul = memchr(at, 0, (size_t)(end - at));
        int line = 0;
        for (; nul != NULL && at < nul && *at >= '0' && *at <= '9' && line < 100000000; at++)
            line = line * 10 + (*at - '0');
        if (nul == NULL || (at < nul && *at != ' '))
            return -1;
        points[i] = (vv_breakpoint){.line = line, .condition = at < nul ? at + 1 : NULL, .condition_length = at < nul ? (size_t)(nul - at - 1) : 0};
        at = nul + 1;
    }
    return vv_break_at(p->vm, p->scratch, points, n);
}

/* Scratch: an expression, `bytes` long. vv_evaluate. */
int32_t VVX_EXPORT(vvx_evaluate)(vvx_program *p, uint32_t bytes) {
    return vv_evaluate(p->vm, p->scratch, bytes);
}

static void keep_answer(void *arg, const char *text, size_t n) {
    vvx_program *p = arg;
    p->answer = text;
    p->answer_bytes = (uint32_t)n;
}

/* Scratch: a question, `bytes` long (vv_inspect in api/vivarium.h). The answer's length, -1 without memory; its text is at
 * vvx_inspected until the next call: linear memory is not given back, so it is still there. */
int32_t VVX_EXPORT(vvx_inspect)(vvx_program *p, uint32_t bytes) {
    p->scratch[bytes] = '\0';
    return vv_inspect(p->vm, p->scratch, keep_answer, p) ? (int32_t)p->answer_bytes : -1;
}

/* Scratch: the file name (`name_bytes` long), a NUL, the source (vv_check_source). The result and the answer as of vvx_inspect. */
int32_t VVX_EXPORT(vvx_check_source)(vvx_program *p, uint32_t name_bytes, uint32_t source_bytes) {
    p->scratch[name_bytes] = '\0';
    bool fine = vv_check_source(p->vm, p->scratch, p->scratch + name_bytes + 1, source_bytes, keep_answer, p);
    return fine ? (int32_t)p->answer_bytes : -1;
}

const char *VVX_EXPORT(vvx_inspected)(vvx_program *p) {
    return p->answer;
}
