/* objecttype.h - helpers of `object` that other types use. */
#ifndef VV_TYPES_OBJECTTYPE_H
#define VV_TYPES_OBJECTTYPE_H

#include "object/runtime.h"

/* object.__ne__ by the type's own __eq__. */
vv_step vv_do_object_ne(vv_thread *t, vv_ref a, vv_ref b);
/* A list of the str keys of an instance dict (or NULL) and of the MRO of `type` (or NULL), each once, unsorted. */
VV_NODISCARD vv_owned vv_dir_keys(vv_thread *t, vv_ref instance_dict, const vv_type *type);
/* Inserts the strings of a set, frozenset, tuple or list into a list, keeping it sorted. */
VV_NODISCARD int vv_sorted_strings_into(vv_thread *t, vv_ref list, vv_ref strings);

#endif
