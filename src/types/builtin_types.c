/* builtin_types.c - the table of all built-in types, in the order of types.def, exceptions.def and module_types.def. */
#include "object/type.h"
#include "types/exceptions.h"

#define VV_TYPE(ID, name) extern const vv_typespec vv_##name##_spec;
#include "types/types.def"
#undef VV_TYPE
#define VV_TYPE(ID, name) extern const vv_typespec vv_##name##_spec __attribute__((weak)); /* NULL: in a side module (object/side.h) */
#include "types/module_types.def"
#undef VV_TYPE

const vv_typespec *const vv_builtin_specs[VV_T__COUNT] = {
#define VV_TYPE(ID, name) [VV_T_##ID] = &vv_##name##_spec,
#include "types/types.def"
#undef VV_TYPE
#define VV_EXC(name, base, layout, doc) [VV_##name] = &vv_exc_specs[VV_##name - VV_BaseException],
#include "types/exceptions.def"
#undef VV_EXC
#define VV_TYPE(ID, name) [VV_T_##ID] = &vv_##name##_spec,
#include "types/module_types.def"
#undef VV_TYPE
};
