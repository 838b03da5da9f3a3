/* main.c - the native command: parses the command line and drives one program. */
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

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

/* The path of the command itself, or NULL. */
static const char *own_path(char *into, size_t size) {
    ssize_t n = readlink("/proc/self/exe", into, size - 1);
    if (n <= 0)
        return NULL;
    into[n] = '\0';
    return into;
}

/* The standard library: $VIVARIUM_LIBRARY, else the folder stdlib beside the one the command is in. NULL without memory for it. */
static const char *library_folder(char *into, size_t size) {
    static const char beside[] = "/../stdlib";
    const char *given = getenv("VIVARIUM_LIBRARY");
    if (given != NULL)
        return given;
    ssize_t n = readlink("/proc/self/exe", into, size);
    while (n > 0 && into[n - 1] != '/')
        n--;
    if (n <= 0 || (size_t)n + sizeof beside > size)
        return NULL;
    strcpy(into + n - 1, beside);
    return into;
}

int main(int argc, char **argv) {
    char library[4096], executable[4096];
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
        .library = library_folder(library, sizeof library),
        .executable = own_path(executable, sizeof executable),
        .transfer = transfer,
        .transfer_bytes = VV_TRANSFER_BYTES,
    };
    return vv_drive_options(&driver, &options);
}
