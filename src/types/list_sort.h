/* list_sort.h - what the files of list.sort share. */
#ifndef VV_TYPES_LIST_SORT_H
#define VV_TYPES_LIST_SORT_H

#include "object/runtime.h"

/* Sorts n keys, and values (or NULL) along with them, when no comparison of any two can run Python, raise, or contradict
 * another: all int of 64 bits, all float without NaN, all str, or all tuples of such columns. False: nothing was done,
 * because the keys are others or memory is short (no exception). */
bool vv_list_sort_plain(vv_thread *t, vv_obj **keys, vv_obj **values, size_t n, bool reverse);

#endif
