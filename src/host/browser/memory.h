/* memory.h - linear memory as the WebAssembly ports lay it out; shared by browser/ and wasi/.
 *
 *     | stack | data | libc's heap | transfer pages (vv_wasm_pages) | the program's region, to the end of memory |
 *
 * The region begins at the end of memory when it is reserved and grows there, so after vv_host_reserve nothing else
 * may grow memory: hosts take what they need by vv_wasm_pages first and do not call malloc afterwards.
 */
#ifndef VV_HOST_BROWSER_MEMORY_H
#define VV_HOST_BROWSER_MEMORY_H

#include <stdint.h>

#include "api/vivarium.h"

#define VV_WASM_PAGE 65536u
#define VV_WASM_LIMIT ((uint64_t)1 << 31) /* memory stays under 2 GiB, where every engine agrees */

/* New zeroed pages for at least `bytes`; NULL when refused. Only before vv_host_reserve. */
void *vv_wasm_pages(uint64_t bytes);

/* Makes linear memory at least `bytes` long. 0, or -1 when refused. */
int vv_wasm_grow(uint64_t bytes);

/* Milliseconds until vm's deadline: 0 when it has passed, -1 when there is none. */
double vv_wasm_wait_ms(const vv_vm *vm);

#endif
