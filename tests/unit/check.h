/* check.h - what every unit test counts, and how it ends. */
#ifndef VV_UNIT_CHECK_H
#define VV_UNIT_CHECK_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "api/vivarium.h"

static int checks, failures;
#define CHECK(condition)                                                                                               \
    do {                                                                                                               \
        checks++;                                                                                                      \
        if (!(condition)) {                                                                                            \
            failures++;                                                                                                \
            fprintf(stderr, "%s:%d: %s\n", __FILE__, __LINE__, #condition);                                            \
        }                                                                                                              \
    } while (0)

/* A program with `source` as unit.py, ready to run. */
static inline vv_vm *vv_unit_start(const vv_config *config, vv_mode mode, const char *source) {
    vv_vm *vm = vv_create(config);
    if (vm == NULL) {
        fprintf(stderr, "no memory for a program\n");
        exit(1);
    }
    vv_start(vm, mode, "unit.py", source, strlen(source));
    return vm;
}

/* Runs, in slices of `budget`, until something other than the budget stops it. */
static inline vv_status vv_unit_run(vv_vm *vm, uint64_t budget) {
    vv_status status;
    while ((status = vv_run(vm, budget)) == VV_BUDGET) {
    }
    return status;
}

/* The exit code of main. */
static inline int vv_unit_end(void) {
    printf("%d checks, %d failed\n", checks, failures);
    return failures != 0;
}

#endif
