/* instance.c - attributes of instances: values in the order of the class's shared keys, or a dict (types/instance.h). */
#include "types/instance.h"

#include <string.h>

#include "object/alloc.h"
#include "object/intern.h"
#include "types/dict_keys.h"
#include "types/str.h"

static bool is_inside(vv_values values) {
    return (((const uint8_t *)values)[-2] & VV_VALUES_INSIDE) != 0;
}

static void *block_of(vv_values values) {
    return (char *)values - vv_values_prefix(vv_values_capacity(values));
}

/* The values of any object, or NULL. */
static vv_values values_of(vv_ref o) {
    return (o->type->flags & VV_TF_DICT_PRE) != 0 ? vv_values_peek(o) : NULL;
}

int64_t vv_instance_index(const vv_type *type, vv_ref name) {
    return type->shared_keys == NULL ? -1 : vv_shared_keys_find(type->shared_keys, name);
}

void vv_instance_keys_free(vv_thread *t, vv_type *type) {
    if (type->shared_keys != NULL)
        vv_shared_keys_free(t, type->shared_keys);
    type->shared_keys = NULL;
}

/* The index of a name that is going to be set: -1 when the class has no room for it, -2 with MemoryError. */
static int64_t index_for(vv_thread *t, vv_type *type, vv_ref given) {
    int64_t index = vv_instance_index(type, given);
    if (index >= 0 || type->shared_room == 0)
        return index;
    VV_AUTO name = {t, vv_newref(given)};
    vv_intern(t, &name.o);
    if (type->shared_keys == NULL && (type->shared_keys = vv_shared_keys_new(t)) == NULL)
        return -2;
    index = vv_shared_keys_add(t, &type->shared_keys, name.o);
    if (index < 0)
        return -2;
    type->shared_room--;
    if (vv_has_values(t, type))
        type->inside_values = (uint8_t)(index + 1);
    /* a cache may rely on the instances not having what the class has */
    if (vv_type_lookup_peek(t, type, name.o) != NULL)
        vv_type_modified(t, type);
    return index;
}

/* Moves the values to a block that has room for `index`; makes them if there are none. */
static vv_values grow(vv_thread *t, vv_ref o, vv_values old, unsigned index) {
    unsigned capacity = index < 4 ? 4 : index < 8 ? 8 : index < 16 ? 16 : VV_SHARED_KEYS_MAX;
    size_t prefix = vv_values_prefix(capacity);
    char *block = vv_alloc(t, prefix + capacity * sizeof(vv_obj *));
    if (block == NULL)
        return NULL;
    memset(block, 0, prefix + capacity * sizeof(vv_obj *));
    vv_values values = (vv_values)(void *)(block + prefix);
    uint8_t *before = (uint8_t *)values;
    before[-1] = (uint8_t)capacity;
    if (old != NULL) {
        unsigned length = vv_values_length(old);
        before[-2] = (uint8_t)length;
        memcpy(before - 2 - length, (uint8_t *)old - 2 - length, length);
        memcpy(values, old, vv_values_capacity(old) * sizeof(vv_obj *));
        if (!is_inside(old))
            vv_free(t, block_of(old));
    }
    *vv_managed_word(o) = (uintptr_t)values | 1;
    return values;
}

vv_ref vv_instance_get_peek(vv_ref o, vv_ref name) {
    vv_ref dict = vv_instance_dict_peek(o);
    if (dict != NULL)
        return vv_dict_get_str_peek(dict, name);
    vv_values values = values_of(o);
    int64_t index = values == NULL ? -1 : vv_instance_index(o->type, name);
    return index < 0 || (unsigned)index >= vv_values_capacity(values) ? NULL : values[index];
}

int vv_instance_set(vv_thread *t, vv_ref o, vv_ref name, vv_ref value) {
    vv_type *type = o->type;
    vv_ref dict = vv_instance_dict_peek(o);
    if (dict == NULL && (type->flags & VV_TF_DICT_PRE) != 0 && VV_IS(t, name, STR)) {
        int64_t index = index_for(t, type, name);
        if (index == -2)
            return -1;
        if (index >= 0 && vv_has_values(t, type)) {
            vv_values values = vv_values_peek(o);
            if ((values == NULL || (unsigned)index >= vv_values_capacity(values)) &&
                (values = grow(t, o, values, (unsigned)index)) == NULL)
                return -1;
            if (values[index] == NULL)
                vv_values_note(values, (unsigned)index);
            vv_setref_take(t, &values[index], vv_newref(value));
            return 0;
        }
    }
    if (dict == NULL && (dict = vv_instance_dict_make(t, o)) == NULL)
        return -1;
    return vv_dict_set_str(t, dict, name, value);
}

int vv_instance_delete(vv_thread *t, vv_ref o, vv_ref name) {
    vv_ref dict = vv_instance_dict_peek(o);
    if (dict != NULL)
        return vv_dict_del_str(t, dict, name);
    vv_values values = values_of(o);
    int64_t index = values == NULL ? -1 : vv_instance_index(o->type, name);
    if (index < 0 || (unsigned)index >= vv_values_capacity(values) || values[index] == NULL)
        return 0;
    uint8_t *before = (uint8_t *)values;
    int at = 0, length = (int)vv_values_length(values);
    while (before[-3 - at] != index)
        at++;
    for (; at + 1 < length; at++)
        before[-3 - at] = before[-4 - at];
    before[-2]--;
    vv_clearref(t, &values[index]);
    return 1;
}

/* Ends the values: the attributes are released and their memory given back. */
static void drop_values(vv_thread *t, vv_ref o, vv_values values) {
    *vv_managed_word(o) = 0;
    for (unsigned i = 0, n = vv_values_capacity(values); i < n; i++)
        vv_xdecref(t, values[i]);
    if (!is_inside(values))
        vv_free(t, block_of(values));
}

/* Ownership: what the word owned is released only after it is valid again. */
void vv_instance_dict_replace_take(vv_thread *t, vv_ref o, vv_obj *dict) {
    if ((o->type->flags & VV_TF_DICT_PRE) == 0) {
        vv_setref_take(t, vv_dict_field(o), dict);
        return;
    }
    uintptr_t *word = vv_managed_word(o);
    vv_values values = vv_values_peek(o);
    vv_obj *old = values != NULL ? NULL : (vv_obj *)*word;
    if (values != NULL)
        drop_values(t, o, values);
    *word = (uintptr_t)dict;
    vv_xdecref(t, old);
}

/* Has the instance a value for every shared key, set in their order? */
static bool are_all_set(const vv_type *type, vv_values values) {
    unsigned n = vv_values_length(values);
    if (n == 0 || n != type->shared_keys->used)
        return false;
    for (unsigned i = 0; i < n; i++)
        if (((const uint8_t *)values)[-3 - (int)i] != i)
            return false;
    return true;
}

vv_ref vv_instance_dict_make(vv_thread *t, vv_ref o) {
    const vv_type *type = o->type;
    vv_ref known = vv_instance_dict_peek(o);
    if (known != NULL || type->dictoffset == 0)
        return known;
    vv_obj *dict = vv_dict_new(t);
    if (dict == NULL)
        return NULL;
    vv_values values = values_of(o);
    if (values != NULL && are_all_set(type, values)) {
        if (vv_dict_keys_fill_take(t, dict, type->shared_keys, values) < 0) {
            vv_decref(t, dict);
            return NULL;
        }
        memset(values, 0, vv_values_capacity(values) * sizeof(vv_obj *));
    } else if (values != NULL) {
        const vv_dict_entry *entries = type->shared_keys == NULL ? NULL : vv_dict_entries(type->shared_keys);
        const uint8_t *before = (const uint8_t *)values;
        for (int i = 0, n = (int)vv_values_length(values); i < n; i++) {
            unsigned index = before[-3 - i];
            const vv_dict_entry *name = &entries[index]; /* none occurs twice */
            if (vv_dict_store_at(t, dict, -1, name->key, name->hash, values[index]) < 0) {
                vv_decref(t, dict);
                return NULL;
            }
        }
    }
    if ((type->flags & VV_TF_DICT_PRE) != 0)
        VV_DICT(dict)->split = (uint8_t)(type->shared_room + (type->shared_keys == NULL ? 0 : type->shared_keys->used));
    vv_instance_dict_replace_take(t, o, dict);
    return dict;
}

int vv_instance_visit(vv_ref o, vv_visit visit, void *arg) {
    vv_values values = vv_values_peek(o);
    if (values == NULL) {
        VV_VISIT((vv_obj *)*vv_managed_word(o));
        return 0;
    }
    for (unsigned i = 0, n = vv_values_capacity(values); i < n; i++)
        VV_VISIT(values[i]);
    return 0;
}

void vv_instance_clear(vv_thread *t, vv_obj *o) {
    vv_values values = vv_values_peek(o);
    if (values == NULL) {
        vv_obj *dict = (vv_obj *)*vv_managed_word(o);
        *vv_managed_word(o) = 0;
        vv_xdecref(t, dict);
        return;
    }
    ((uint8_t *)values)[-2] &= VV_VALUES_INSIDE;
    for (unsigned i = 0, n = vv_values_capacity(values); i < n; i++)
        vv_clearref(t, &values[i]);
}

void vv_instance_free(vv_thread *t, vv_obj *o) {
    vv_values values = vv_values_peek(o);
    if (values != NULL)
        drop_values(t, o, values);
    else if (*vv_managed_word(o) != 0)
        vv_instance_clear(t, o);
}
