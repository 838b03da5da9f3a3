/* list.h - growable arrays of references. */
#ifndef VV_TYPES_LIST_H
#define VV_TYPES_LIST_H

#include "object/runtime.h"

typedef struct vv_list {
    vv_obj head;
    size_t length;
    vv_obj **items;   /* vv_alloc, or NULL when capacity is 0 */
    size_t capacity;  /* grows 0, 4, 8, 16, 24, 32, 40, 52, 64, 76, ... */
    bool watched;     /* being sorted: empty meanwhile; any change of capacity resets this (types/list_sort.c) */
} vv_list;
#define VV_LIST(o) ((vv_list *)(o))

VV_NODISCARD vv_owned vv_list_new(vv_thread *t, size_t length); /* `length` items, all NULL: fill before anything runs */
VV_NODISCARD vv_owned vv_list_with_room(vv_thread *t, size_t length, size_t capacity); /* the same, with room for more */
VV_NODISCARD vv_owned vv_list_from_array(vv_thread *t, vv_obj *const *items, size_t n); /* borrows items */
VV_NODISCARD int vv_list_append(vv_thread *t, vv_ref list, vv_ref item);
VV_NODISCARD int vv_list_append_take(vv_thread *t, vv_ref list, vv_owned item);
VV_NODISCARD int vv_list_insert(vv_thread *t, vv_ref list, int64_t index, vv_ref item);
/* Appends the items of a list or tuple. */
VV_NODISCARD int vv_list_extend_now(vv_thread *t, vv_ref list, vv_ref list_or_tuple);
/* Replaces items[start:end] by n borrowed items. */
VV_NODISCARD int vv_list_replace(vv_thread *t, vv_ref list, size_t start, size_t end, vv_obj *const *items, size_t n);
void vv_list_clear(vv_thread *t, vv_ref list);
VV_NODISCARD vv_owned vv_list_slice(vv_thread *t, vv_ref list, size_t start, size_t end);
VV_NODISCARD vv_owned vv_list_to_tuple(vv_thread *t, vv_ref list);
/* list.sort(key=, reverse=) as a step, for sorted() too: t->ret = NULL. */
vv_step vv_do_list_sort(vv_thread *t, vv_ref list, vv_ref key_or_null, bool reverse);

/* Items of a list or tuple (either or a subclass): borrowed array. */
static inline vv_obj **vv_list_items_peek(vv_ref list) {
    return VV_LIST(list)->items;
}

#endif
