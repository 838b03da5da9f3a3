/* disasm.h - a code object as text. */
#ifndef VV_CODE_DISASM_H
#define VV_CODE_DISASM_H

#include "object/runtime.h"

/* What `dis.dis(code)` prints in CPython 3.12 for this code object alone (inner ones are not shown): lines, jump marks,
 * offsets, instructions, the exception table. A str; NULL with MemoryError. */
VV_NODISCARD vv_owned vv_disasm_text(vv_thread *t, vv_ref code);

#endif
