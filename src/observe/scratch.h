/* scratch.h - memory for one answer, apart from the program's: asking must not change what is asked about.
 *
 * A region of the host's, given back when the answer has been written. Where memory runs out everything further fails
 * quietly; the one who asked looks at `failed` once.
 */
#ifndef VV_OBSERVE_SCRATCH_H
#define VV_OBSERVE_SCRATCH_H

#include "base/config.h"
#include "base/forward.h"

typedef struct vv_scratch {
    char *base;
    size_t used, committed, reserved;
    bool failed;
} vv_scratch;

/* 0, or -1 when the host refuses. The program must not take memory until it is closed. */
VV_NODISCARD int vv_scratch_open(vv_scratch *s, const vv_vm *vm);
void vv_scratch_close(vv_scratch *s);
/* `bytes` of zeros, aligned to 8; NULL when there is no more. */
void *vv_scratch_take(vv_scratch *s, size_t bytes);
/* Makes what was taken last `more` bytes longer: 0/-1. */
int vv_scratch_extend(vv_scratch *s, size_t more);

#endif
