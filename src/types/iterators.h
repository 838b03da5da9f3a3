/* iterators.h - the layouts of iterators that the interpreter loop steps without a call. */
#ifndef VV_TYPES_ITERATORS_H
#define VV_TYPES_ITERATORS_H

#include "object/runtime.h"

/* list, tuple, str and bytes iterators: a sequence (owned, NULL once exhausted) and the next index. */
typedef struct vv_seq_iterator {
    vv_obj head;
    vv_obj *seq;
    size_t index;
} vv_seq_iterator;
#define VV_SEQ_ITERATOR(o) ((vv_seq_iterator *)(o))
/* A new one of built-in type `type_id` (VV_T_LIST_ITERATOR, ...), tracked. */
VV_NODISCARD vv_owned vv_seq_iterator_new(vv_thread *t, int type_id, vv_ref seq);


/* iter(callable, sentinel): both owned, NULL once exhausted. */
typedef struct vv_callable_iterator {
    vv_obj head;
    vv_obj *callable, *sentinel;
} vv_callable_iterator;
#define VV_CALLABLE_ITERATOR(o) ((vv_callable_iterator *)(o))
VV_NODISCARD vv_owned vv_callable_iterator_new(vv_thread *t, vv_ref callable, vv_ref sentinel);

/* Is the iterator of a built-in kind whose `next` slot never runs Python, so that it may be called directly? */
static inline bool vv_iterator_is_leaf(vv_ref o) {
    uint32_t id = o->type->id;
    return id == VV_T_LIST_ITERATOR || id == VV_T_RANGE_ITERATOR || id == VV_T_TUPLE_ITERATOR || id == VV_T_STR_ITERATOR ||
           (id >= VV_T_DICT_KEYITERATOR && id <= VV_T_DICT_REVERSEITEMITERATOR) || id == VV_T_SET_ITERATOR ||
           id == VV_T_BYTES_ITERATOR || id == VV_T_BYTEARRAY_ITERATOR || id == VV_T_LIST_REVERSEITERATOR ||
           id == VV_T_LONGRANGE_ITERATOR || (id >= VV_T_ITER_REPEAT && id <= VV_T_DEQUE_REVERSE_ITERATOR);
}

/* What an iterator's __reduce__ answers: (builtins.<function>, (argument,)) and the state, if any. */
VV_NODISCARD vv_owned vv_iterator_reduce(vv_thread *t, const char *function, vv_ref argument, vv_ref state_or_null);

/* Iterators over a dict's keys, values or items, forwards or backwards. */
typedef struct vv_dict_iterator {
    vv_obj head;
    vv_obj *dict;    /* owned, NULL once exhausted */
    vv_obj *pair;    /* items: the tuple given last, used again if nobody kept it; or NULL */
    int64_t pos;     /* next entry */
    size_t expected; /* the dict's length when the iterator was made */
    size_t left;     /* items still to come */
} vv_dict_iterator;
#define VV_DICT_ITERATOR(o) ((vv_dict_iterator *)(o))
/* type_id: VV_T_DICT_KEYITERATOR, ... */
VV_NODISCARD vv_owned vv_dict_iterator_new(vv_thread *t, int type_id, vv_ref dict);
/* (key, value): the tuple given `last` (or NULL) when nobody else has kept it, else a new one. */
VV_NODISCARD vv_owned vv_pair_again(vv_thread *t, vv_obj *last, vv_ref key, vv_ref value);

typedef struct vv_set_iterator {
    vv_obj head;
    vv_obj *set; /* owned, NULL once exhausted */
    size_t pos, expected, left;
} vv_set_iterator;
#define VV_SET_ITERATOR(o) ((vv_set_iterator *)(o))

/* A view of `dict`: type_id VV_T_DICT_KEYS, VV_T_DICT_VALUES or VV_T_DICT_ITEMS. */
typedef struct vv_dictview {
    vv_obj head;
    vv_obj *dict; /* owned */
} vv_dictview;
#define VV_DICTVIEW(o) ((vv_dictview *)(o))
VV_NODISCARD vv_owned vv_dictview_new(vv_thread *t, int type_id, vv_ref dict);

#endif
