/* main.c - the WASI command: the same driver as the native one, over WASI's files and clocks.
 *
 * The runtime passes the current folder as PWD, because WASI has none, and preopens what the program may see. Ctrl-C
 * ends the process: WASI preview 1 has no signals.
 */
#include <stdlib.h>
#include <unistd.h>

#include "base/host.h"
#include "host/browser/memory.h"
#include "host/native/drive.h"
#include "host/native/options.h"

/* The longest file the program can read at once; its pages cost nothing until touched. */
#define VV_TRANSFER_BYTES ((size_t)64 << 20)

static void no_copy(vv_vm *vm) {
    (void)vm;
}

int main(int argc, char **argv) {
    vv_options options;
    switch (vv_options_parse(&options, argc, argv)) {
    case VV_OPTIONS_RUN: break;
    case VV_OPTIONS_EXIT_0: return 0;
    case VV_OPTIONS_EXIT_2: return 2;
    }
    if (options.copy_every != 0) {
        static const char text[] = "vivarium: -X copy needs the native build: use --port native\n";
        vv_host_write(2, text, sizeof text - 1);
        return 2;
    }
    char *transfer = vv_wasm_pages(VV_TRANSFER_BYTES);
    if (transfer == NULL)
        return 1;
    const char *folder = getenv("PWD");
    vv_driver driver = {
        .budget = options.budget,
        .copy = no_copy,
        .library = getenv("VIVARIUM_LIBRARY"),
        .folder = folder != NULL ? folder : "/",
        .transfer = transfer,
        .transfer_bytes = VV_TRANSFER_BYTES,
    };
    return vv_drive_options(&driver, &options);
}
