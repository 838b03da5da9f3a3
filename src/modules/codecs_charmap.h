/* codecs_charmap.h - encodings that are a map of characters: those of the library's modules cp1252, koi8_r, ... */
#ifndef VV_MODULES_CODECS_CHARMAP_H
#define VV_MODULES_CODECS_CHARMAP_H

#include "object/runtime.h"

/* t->ret = (result, length of the input). `mapping`: a str or any mapping; errors: str or NULL. */
vv_step vv_do_charmap_decode(vv_thread *t, vv_ref data, vv_ref errors, vv_ref mapping);
vv_step vv_do_charmap_encode(vv_thread *t, vv_ref s, vv_ref errors, vv_ref mapping);

#endif
