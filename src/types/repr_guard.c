/* repr_guard.c - owns t->repr_stack: the containers a thread is printing, outermost first.
 *
 * Invariant: one entry for each vv_repr_enter that answered 0 and has not been left; the list exists only while it is
 * not empty.
 */
#include "types/repr_guard.h"

#include "object/error.h"
#include "types/list.h"

int vv_repr_enter(vv_thread *t, vv_ref o) {
    if (t->repr_stack == NULL && (t->repr_stack = vv_list_new(t, 0)) == NULL)
        return -1;
    const vv_list *stack = VV_LIST(t->repr_stack);
    for (size_t k = stack->length; k-- > 0;)
        if (stack->items[k] == o)
            return 1;
    if (vv_enter_recursion(t, " while getting the repr of an object") < 0)
        return -1;
    if (vv_list_append(t, t->repr_stack, o) < 0) {
        vv_leave_recursion(t);
        return -1;
    }
    return 0;
}

void vv_repr_leave(vv_thread *t, vv_ref o) {
    vv_list *stack = VV_LIST(t->repr_stack);
    size_t k = stack->length;
    while (k-- > 0 && stack->items[k] != o)
        ;
    VV_ASSERT(k < stack->length);
    vv_leave_recursion(t);
    if (stack->length == 1) {
        vv_clearref(t, &t->repr_stack);
        return;
    }
    vv_obj *entry = stack->items[k];
    for (; k + 1 < stack->length; k++)
        stack->items[k] = stack->items[k + 1];
    stack->length--;
    vv_decref(t, entry);
}
