/* status.h - why vv_run came back to its host. */
#ifndef VV_BASE_STATUS_H
#define VV_BASE_STATUS_H

typedef enum vv_status {
    VV_DONE = 0,   /* the program ended; vv_exit_code says how (SystemExit included) */
    VV_RAISED = 1, /* it ended with an uncaught exception, already printed on stderr */
    VV_BUDGET = 2, /* the budget is spent: call again */
    VV_WAIT = 3,   /* every thread waits; see vv_wait_for */
    VV_HOST = 4,   /* a request only the host can serve; see vv_request */
    VV_BREAK = 5,  /* a breakpoint or a finished step */
} vv_status;

#endif
