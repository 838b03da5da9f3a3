/* main.c - the native command: parses the command line and drives one program. */
#include <signal.h>
#include <string.h>
#include <sys/mman.h>

#include "host/native/copy.h"
#include "host/native/drive.h"
#include "host/native/options.h"

/* Pages that stay untouched cost nothing, so this is only the longest file the program can read at once. */
#define VV_TRANSFER_BYTES ((size_t)1 << 30)

/* The one thing a signal handler can reach. */
static volatile sig_atomic_t interrupted;

static void on_interrupt(int number) {
    (void)number;
    interrupted = 1;
}

int main(int argc, char **argv) {
    vv_options options;
    switch (vv_options_parse(&options, argc, argv)) {
    case VV_OPTIONS_RUN: break;
    case VV_OPTIONS_EXIT_0: return 0;
    case VV_OPTIONS_EXIT_2: return 2;
    }
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = on_interrupt; /* without SA_RESTART: a waiting read must return */
    sigaction(SIGINT, &action, NULL);

    void *transfer = mmap(NULL, VV_TRANSFER_BYTES, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE,
                          -1, 0);
    if (transfer == MAP_FAILED)
        return 1;
    vv_driver driver = {
        .budget = options.budget,
        .copy_every = options.copy_every,
        .copy = vv_copy_program,
        .interrupted = &interrupted,
        .transfer = transfer,
        .transfer_bytes = VV_TRANSFER_BYTES,
    };
    return vv_drive_options(&driver, &options);
}
