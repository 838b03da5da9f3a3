/* fuzz.c - runs many programs in one process and reports on each: the engine of tests/fuzz and of the allocation
 * failure sweep. Every program gets a machine of its own, so that what one leaves behind shows as a leak or a crash.
 *
 *     vivarium_fuzz batch N        standard input: "LENGTH NAME\n" and LENGTH bytes of source, again and again; each
 *                                  program may execute N instructions
 *     vivarium_fuzz failalloc RUNS FILE
 *                                  runs FILE as it is, then RUNS times with one allocation failing, spread evenly over
 *                                  those that FILE makes (0: each of them once)
 *     vivarium_fuzz failone N FILE runs FILE with the N-th allocation failing
 *
 * Before each program its name is printed, so that the last line names the culprit of a crash:
 *     NAME STATUS EXIT-CODE INSTRUCTIONS BYTES-OUT BYTES-ERR DEFECTS LAST-LINE-OF-STDERR
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#include "api/vivarium.h"
#include "host/native/output.h"

#define VV_SOURCE_MAX ((size_t)1 << 28)
#define VV_FAIL_INSTRUCTIONS 20000000
#define VV_NEVER ((uint64_t)1 << 60) /* more allocations than any program makes */

/* What the program of the moment has written; one process runs one program at a time. */
static struct {
    size_t out, err;
    char last[400];    /* the last whole line of stderr, or the last of those that tell of a MemoryError */
    char line[400];
    size_t line_used;
} written;

static void sink(int fd, const void *bytes, size_t n) {
    if (fd == 1) {
        written.out += n;
        return;
    }
    written.err += n;
    const char *at = bytes;
    for (size_t i = 0; i < n; i++) {
        if (at[i] == '\n') {
            written.line[written.line_used] = '\0';
            /* what a program says after its MemoryError (as from a __del__) must not hide it */
            if (strstr(written.last, "MemoryError") == NULL || strstr(written.line, "MemoryError") != NULL)
                memcpy(written.last, written.line, written.line_used + 1);
            written.line_used = 0;
        } else if (written.line_used < sizeof written.line - 1) {
            written.line[written.line_used++] = (unsigned char)at[i] < 32 ? '?' : at[i];
        }
    }
}

/* Serves a program that has no input and no files; what waits for anything else is interrupted. */
static vv_status run_to_end(vv_vm *vm) {
    for (int waits = 0;;) {
        vv_status status = vv_run(vm, 1000000);
        switch (status) {
        case VV_DONE:
        case VV_RAISED: return status;
        case VV_BUDGET:
        case VV_BREAK: break;
        case VV_HOST: vv_answer(vm, 2, NULL, 0); break;
        case VV_WAIT:
            if (++waits > 100)
                return status;
            if (vv_wait_for(vm).input)
                vv_give_input(vm, NULL, 0, true);
            else
                vv_interrupt(vm);
            break;
        }
    }
}

typedef struct {
    vv_status status;
    int code;    /* -1: the interpreter did not start */
    int defects; /* wrong counts, damaged objects, leaked blocks */
    uint64_t instructions, fail_left;
    size_t out, err;
    char last[sizeof written.last];
} outcome;

static vv_vm *create(const vv_config *config) {
    static const char *const argv[] = {""};
    vv_config full = *config;
    full.argc = 1;
    full.argv = argv;
    memset(&written, 0, sizeof written);
    return vv_create(&full);
}

static void run_in(vv_vm *vm, const char *name, const char *source, size_t length, outcome *o) {
    vv_start(vm, VV_MODE_EXEC, name, source, length);
    o->status = run_to_end(vm);
    o->fail_left = vv_fail_alloc_left(vm);
    o->code = vv_exit_code(vm);
    o->instructions = vv_instructions(vm);
    memcpy(o->last, written.last, sizeof o->last);
    written.last[0] = '\0';
    o->out = written.out;
    o->err = written.err;
}

static outcome run_one(const char *name, const char *source, size_t length, const vv_config *config) {
    outcome o = {.code = -1};
    vv_output_redirect(sink);
    vv_vm *vm = create(config);
    if (vm != NULL) {
        run_in(vm, name, source, length, &o);
        o.defects = vv_audit(vm);
        size_t before = written.err;
        vv_destroy(vm);
        if (written.err > before) /* base/mem.c tells of blocks that nobody freed */
            o.defects++;
        if (o.defects > 0)
            memcpy(o.last, written.last, sizeof o.last);
    }
    vv_output_redirect(NULL);
    return o;
}

#ifdef VV_LIBFUZZER

void __asan_unpoison_memory_region(void const volatile *at, size_t n); /* of the sanitizer */

/* A machine that is ready to start a program, and the copy of its memory that makes it so again. */
static struct {
    vv_vm *vm;
    void *copy;
    size_t bytes;
} ready;

static void get_ready(const vv_config *config) {
    bool first = ready.vm == NULL;
    void *base;
    size_t bytes;
    if (first)
        ready.vm = create(config);
    vv_region(ready.vm, &base, &bytes);
    __asan_unpoison_memory_region(base, bytes);
    if (first) {
        ready.bytes = bytes;
        ready.copy = malloc(bytes);
        memcpy(ready.copy, base, bytes);
    } else {
        memcpy(base, ready.copy, ready.bytes);
    }
    memset(&written, 0, sizeof written);
}

/* libFuzzer's target (LLVM documentation, "LibFuzzer"): the input is a program; a wrong count or a leak is a crash. Making,
 * auditing and unmaking a machine takes twenty times as long as most programs, so most inputs run in a copy of one and only one
 * in sixteen, chosen by its bytes, is looked at after the end. (The build `asan` runs the whole corpus with nothing left out.) */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    vv_config config = {.max_instructions = 30000, .max_memory = (uint64_t)32 << 20};
    uint32_t hash = 2166136261u; /* FNV-1a */
    for (size_t k = 0; k < size; k++)
        hash = (hash ^ data[k]) * 16777619u;
    outcome o = {0};
    if (hash >> 28 == 0) {
        o = run_one("fuzz", (const char *)data, size, &config);
    } else {
        get_ready(&config);
        vv_output_redirect(sink);
        run_in(ready.vm, "fuzz", (const char *)data, size, &o);
        vv_output_redirect(NULL);
    }
    if (o.defects > 0) {
        fprintf(stderr, "%d defects: %s\n", o.defects, o.last);
        abort();
    }
    return 0;
}

#else

/* Runs one program and prints its line. Returns vv_fail_alloc_left at its end. */
static uint64_t run_and_tell(const char *name, const char *source, size_t length, const vv_config *config) {
    static const char *const names[] = {"done", "raised", "budget", "wait", "host", "break"};
    printf("%s ", name);
    fflush(stdout);
    outcome o = run_one(name, source, length, config);
    if (o.code < 0)
        puts("none");
    else
        printf("%s %d %llu %zu %zu %d %s\n", names[o.status], o.code, (unsigned long long)o.instructions, o.out, o.err,
               o.defects, o.last);
    fflush(stdout);
    return o.fail_left;
}

static int batch(char *source, uint64_t max_instructions) {
    char header[300];
    char name[200];
    size_t length;
    vv_config config = {.max_instructions = max_instructions, .max_memory = (uint64_t)64 << 20};
    while (fgets(header, sizeof header, stdin) != NULL) {
        if (sscanf(header, "%zu %199s", &length, name) != 2 || length > VV_SOURCE_MAX ||
            fread(source, 1, length, stdin) != length) {
            fprintf(stderr, "vivarium_fuzz: damaged input at %s\n", header);
            return 2;
        }
        run_and_tell(name, source, length, &config);
    }
    return 0;
}

/* Runs a program whose n-th allocation fails. Returns how many of the n were still to come when it ended. */
static uint64_t run_failing(const char *source, size_t length, uint64_t n) {
    char name[32];
    snprintf(name, sizeof name, "#%llu", (unsigned long long)n);
    vv_config config = {.max_instructions = VV_FAIL_INSTRUCTIONS, .fail_alloc_at = n};
    return run_and_tell(name, source, length, &config);
}

static int failalloc(char *source, uint64_t runs, uint64_t only, const char *path) {
    FILE *file = fopen(path, "rb");
    if (file == NULL) {
        fprintf(stderr, "vivarium_fuzz: cannot open %s\n", path);
        return 2;
    }
    size_t length = fread(source, 1, VV_SOURCE_MAX, file);
    fclose(file);
    if (only != 0) {
        run_failing(source, length, only);
        return 0;
    }
    uint64_t all = VV_NEVER - run_failing(source, length, VV_NEVER);
    if (runs == 0 || runs > all)
        runs = all;
    for (uint64_t i = 0; i < runs; i++)
        run_failing(source, length, 1 + i * all / runs);
    return 0;
}

int main(int argc, char **argv) {
    char *source = mmap(NULL, VV_SOURCE_MAX, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (source == MAP_FAILED)
        return 1;
    if (argc == 3 && strcmp(argv[1], "batch") == 0)
        return batch(source, strtoull(argv[2], NULL, 10));
    if (argc == 4 && strcmp(argv[1], "failalloc") == 0)
        return failalloc(source, strtoull(argv[2], NULL, 10), 0, argv[3]);
    if (argc == 4 && strcmp(argv[1], "failone") == 0)
        return failalloc(source, 1, strtoull(argv[2], NULL, 10), argv[3]);
    fprintf(stderr, "usage: vivarium_fuzz batch INSTRUCTIONS | failalloc RUNS FILE | failone N FILE\n");
    return 2;
}
#endif
