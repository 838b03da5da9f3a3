/* dict_keys.h - the hash table under dict, for the files that implement dict and its views. */
#ifndef VV_TYPES_DICT_KEYS_H
#define VV_TYPES_DICT_KEYS_H

#include "types/dict.h"

/* A dict of `type` (dict or a subclass), empty, tracked if it is a subclass. */
VV_NODISCARD vv_owned vv_dict_keys_new_dict(vv_thread *t, vv_type *type);
/* The type's dealloc, traverse and clear. */
void vv_dict_keys_dealloc(vv_thread *t, vv_obj *self);
int vv_dict_keys_traverse(vv_ref self, vv_visit visit, void *arg);
void vv_dict_keys_clear(vv_thread *t, vv_obj *self);

/* Makes room for n more keys at once, as CPython does before merging a dict. */
/* A fresh table for n keys, in an empty dict, of the size that dict.fromkeys gives it. */
VV_NODISCARD int vv_dict_keys_make_room(vv_thread *t, vv_ref dict, size_t n, bool str_only);
VV_NODISCARD int vv_dict_keys_reserve(vv_thread *t, vv_ref dict, size_t n, bool str_only);
/* dict, which is empty, becomes a copy of `from`'s table, its size included. */
VV_NODISCARD int vv_dict_keys_clone(vv_thread *t, vv_ref dict, vv_ref from);

/* ---- the keys that instances of a class share: interned str without values (types/instance.h) ---- */
VV_NODISCARD vv_dict_keys *vv_shared_keys_new(vv_thread *t); /* NULL with MemoryError */
int64_t vv_shared_keys_find(const vv_dict_keys *keys, vv_ref name); /* index or -1 */
/* Adds an interned name, which is not there yet: its index, -1 with MemoryError. */
VV_NODISCARD int64_t vv_shared_keys_add(vv_thread *t, vv_dict_keys **keys, vv_ref name);
/* dict, which is empty, gets all shared keys, each with its value: takes the values. 0/-1. */
VV_NODISCARD int vv_dict_keys_fill_take(vv_thread *t, vv_ref dict, const vv_dict_keys *shared, vv_obj *const *values);
void vv_shared_keys_free(vv_thread *t, vv_dict_keys *keys);

/* The entry whose key is this very object, or -1. */
int64_t vv_dict_keys_locate(vv_ref dict, vv_ref key, vv_hash hash);
/* vv_do_dict_find when the hash is known. */
vv_step vv_dict_keys_find(vv_thread *t, vv_ref dict, vv_ref key, vv_hash hash);
/* vv_do_dict_set when the hash is known. */
vv_step vv_dict_keys_set(vv_thread *t, vv_ref dict, vv_ref key, vv_hash hash, vv_ref value);

/* Takes the last entry out: owned key and value; false when the dict is empty. */
bool vv_dict_keys_pop_last(vv_thread *t, vv_ref dict, vv_obj **ret_key, vv_obj **ret_value);
/* Takes out the entry at `index`: its owned value. */
vv_owned vv_dict_keys_take_out(vv_thread *t, vv_ref dict, int64_t index);

/* Body of fromkeys: argv: the class, an iterable, the value or NULL. */
vv_step vv_dict_fromkeys(vv_thread *t, vv_native *nf);

/* dict.__sizeof__() on a 64-bit machine. */
int64_t vv_dict_keys_sizeof(vv_ref dict);

#endif
