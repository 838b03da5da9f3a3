/* container.c - the element-wise algorithms that list and tuple share, each with a leaf path that runs at once and a
 * native frame that goes on where an element's own Python code is needed.
 *
 * Invariant: a frame keeps the elements it handed to Python in its slots, and reads length and items anew after that.
 */
#include "types/container.h"

#include "object/error.h"
#include "types/int.h"
#include "types/leaf.h"
#include "types/list.h"
#include "types/repr_guard.h"
#include "types/slice.h"
#include "types/str.h"
#include "types/tuple.h"

vv_obj **vv_container_items(vv_ref o, size_t *length) {
    if (VV_ISA(o, LIST)) {
        *length = VV_LIST(o)->length;
        return VV_LIST(o)->items;
    }
    *length = VV_TUPLE(o)->length;
    return VV_TUPLE(o)->items;
}

vv_step vv_container_class_getitem(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_call2(t, &VV_TYPEP(t, GENERIC_ALIAS)->head, nf->argv[0], nf->argv[1]));
    return VV_READY;
    VV_END(nf);
}

/* ---- sizes and indices ---- */

static vv_step length_hint(vv_thread *t, vv_native *nf) { /* argv[0]: object, i[0]: fallback */
    VV_BEGIN(nf);
    if (nf->argv[0]->type->s.len != NULL) {
        VV_AWAIT_CATCH(nf, vv_do_len(t, nf->argv[0]));
        if (!nf->raised)
            return VV_READY;
        if (!vv_error_is(t, VV_TypeError))
            return VV_FAILED;
        vv_clear_error(t);
    }
    VV_AWAIT_CATCH(nf, vv_do_call_special(t, nf->argv[0], VV_N(t, __length_hint__), NULL, 0));
    if (nf->raised) {
        if (!vv_error_is(t, VV_TypeError))
            return VV_FAILED;
        vv_clear_error(t);
        return vv_return_int(t, nf->i[0]);
    }
    if (t->ret == NULL)
        return vv_return_int(t, nf->i[0]);
    vv_obj *answer = vv_take_ret(t);
    if (answer == t->vm->not_implemented)
        return vv_return_int(t, nf->i[0]);
    if (!VV_ISA(answer, INT)) {
        vv_raise(t, VV_TypeError, "__length_hint__ must be an integer, not %T", answer);
        vv_decref(t, answer);
        return VV_FAILED;
    }
    int64_t hint;
    int r = vv_int_as_i64(t, answer, &hint);
    vv_decref(t, answer);
    if (r < 0)
        return VV_FAILED;
    if (hint < 0)
        return vv_raise_step(t, VV_ValueError, "__length_hint__() should return >= 0");
    return vv_return_int(t, hint);
    VV_END(nf);
}

vv_step vv_do_length_hint(vv_thread *t, vv_ref o, int64_t fallback) {
    if (o->type->s.len == NULL && vv_type_lookup_peek(t, o->type, VV_N(t, __length_hint__)) == NULL)
        return vv_return_int(t, fallback);
    vv_native *nf = vv_push_native(t, length_hint, "length_hint", (vv_obj *[]){VV_OBJ(o)}, 1);
    if (nf == NULL)
        return VV_FAILED;
    nf->i[0] = fallback;
    return VV_PUSHED;
}

vv_step vv_container_resolve_key(vv_thread *t, vv_ref key) {
    return VV_IS(t, key, SLICE) ? vv_do_slice_resolve(t, key) : vv_do_index(t, key);
}

int vv_container_index(vv_thread *t, vv_ref key, size_t length, size_t *ret) {
    int64_t i;
    if (vv_int_is_compact(key))
        i = vv_int_compact(key);
    else if (vv_int_to_i64(key, &i) != 0)
        return vv_raise_int(t, VV_IndexError, "cannot fit '%T' into an index-sized integer", key);
    if (i < 0)
        i += (int64_t)length;
    *ret = (size_t)i;
    return i >= 0 && (uint64_t)i < length;
}

size_t vv_container_clamp(vv_ref value, size_t length, size_t fallback) {
    if (value == NULL)
        return fallback;
    int64_t i = vv_int_clamp_index(value);
    if (i < 0) {
        i += (int64_t)length;
        return i < 0 ? 0 : (size_t)i;
    }
    return (uint64_t)i > SIZE_MAX ? SIZE_MAX : (size_t)i;
}

vv_step vv_container_slice_index(vv_thread *t, vv_ref value) {
    if (value->type->s.index == NULL)
        return vv_raise_step(t, VV_TypeError, "slice indices must be integers or have an __index__ method");
    return vv_do_index(t, value);
}

int vv_container_repeat_count(vv_thread *t, vv_ref count, size_t *ret) {
    if (!VV_ISA(count, INT)) {
        if (count->type->s.index == NULL)
            return vv_raise_int(t, VV_TypeError, "can't multiply sequence by non-int of type '%T'", count);
        return VV_LATER;
    }
    int64_t n;
    if (vv_int_to_i64(count, &n) != 0)
        return vv_raise_int(t, VV_OverflowError, "cannot fit '%T' into an index-sized integer", count);
    *ret = n < 0 ? 0 : (uint64_t)n > SIZE_MAX / 16 ? SIZE_MAX / 16 : (size_t)n; /* too many either way: MemoryError later */
    return 1;
}

/* ---- comparison ---- */

static bool length_answer(size_t a, size_t b, int op) {
    switch (op) {
    case VV_LT: return a < b;
    case VV_LE: return a <= b;
    case VV_EQ: return a == b;
    case VV_NE: return a != b;
    case VV_GT: return a > b;
    default: return a >= b;
    }
}

/* argv: a, b; i[0]: index of the next pair, i[1]: op; slot[0], slot[1]: the pair at hand. Written as a loop around
 * awaits, it enters the recursion count on its first entry and leaves it at every exit. */
static vv_step compare_slowly(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (vv_enter_recursion(t, " in comparison") < 0)
        return VV_FAILED;
    for (;; nf->i[0]++) {
        {
            size_t na, nb;
            vv_obj **a = vv_container_items(nf->argv[0], &na), **b = vv_container_items(nf->argv[1], &nb);
            size_t k = (size_t)nf->i[0];
            if (k >= na || k >= nb) {
                vv_leave_recursion(t);
                return vv_return(t, vv_bool(t, length_answer(na, nb, (int)nf->i[1])));
            }
            if (a[k] == b[k])
                continue;
            vv_setref_take(t, &nf->slot[0], vv_newref(a[k]));
            vv_setref_take(t, &nf->slot[1], vv_newref(b[k]));
        }
        VV_AWAIT_CATCH(nf, vv_do_compare_bool(t, nf->slot[0], nf->slot[1], VV_EQ));
        if (nf->raised) {
            vv_leave_recursion(t);
            return VV_FAILED;
        }
        if (t->ival == 0)
            break;
    }
    {
        size_t na, nb; /* the comparison may have shortened them */
        (void)vv_container_items(nf->argv[0], &na);
        (void)vv_container_items(nf->argv[1], &nb);
        if ((size_t)nf->i[0] >= na || (size_t)nf->i[0] >= nb) {
            vv_leave_recursion(t);
            return vv_return(t, vv_bool(t, length_answer(na, nb, (int)nf->i[1])));
        }
    }
    if (nf->i[1] == VV_EQ || nf->i[1] == VV_NE) {
        vv_leave_recursion(t);
        return vv_return(t, vv_bool(t, nf->i[1] == VV_NE));
    }
    VV_AWAIT_CATCH(nf, vv_do_compare(t, nf->slot[0], nf->slot[1], (enum vv_cmp)nf->i[1]));
    vv_leave_recursion(t);
    return nf->raised ? VV_FAILED : VV_READY;
    VV_END(nf);
}

vv_step vv_container_compare(vv_thread *t, vv_ref a, vv_ref b, int op) {
    size_t na, nb, k = 0;
    vv_obj **x = vv_container_items(a, &na), **y = vv_container_items(b, &nb);
    if (na != nb && (op == VV_EQ || op == VV_NE) && VV_ISA(a, LIST))
        return vv_return(t, vv_bool(t, op == VV_NE)); /* lists of different lengths differ; tuples compare items first */
    for (; k < na && k < nb; k++) {
        int r = vv_equal_now(t, x[k], y[k]);
        if (r == 1)
            continue;
        if (r == -1)
            return VV_FAILED;
        if (r == 0 && (op == VV_EQ || op == VV_NE))
            return vv_return(t, vv_bool(t, op == VV_NE));
        if (r == 0 && vv_leaf_comparable(t, x[k], y[k]))
            return vv_do_compare(t, x[k], y[k], (enum vv_cmp)op);
        vv_native *nf = vv_push_native(t, compare_slowly, "compare", (vv_obj *[]){VV_OBJ(a), VV_OBJ(b)}, 2);
        if (nf == NULL)
            return VV_FAILED;
        nf->i[0] = (int64_t)k;
        nf->i[1] = op;
        return VV_PUSHED;
    }
    return vv_return(t, vv_bool(t, length_answer(na, nb, op)));
}

/* ---- searching ---- */

/* argv: sequence, value; i[0]: next index, i[1]: end; slot[0]: the item at hand. */
static vv_step find_slowly(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    for (;; nf->i[0]++) {
        {
            size_t n;
            vv_obj **items = vv_container_items(nf->argv[0], &n);
            size_t k = (size_t)nf->i[0];
            if (k >= n || (int64_t)k >= nf->i[1])
                return vv_return_int(t, -1);
            vv_setref_take(t, &nf->slot[0], vv_newref(items[k]));
        }
        VV_AWAIT(nf, vv_do_compare_bool(t, nf->slot[0], nf->argv[1], VV_EQ));
        if (t->ival != 0)
            return vv_return_int(t, nf->i[0]);
    }
    VV_END(nf);
}

vv_step vv_container_find(vv_thread *t, vv_ref sequence, vv_ref value, size_t start, size_t end) {
    size_t n;
    vv_obj **items = vv_container_items(sequence, &n);
    for (size_t k = start; k < n && k < end; k++) {
        int r = vv_equal_now(t, items[k], value);
        if (r == 1)
            return vv_return_int(t, (int64_t)k);
        if (r == -1)
            return VV_FAILED;
        if (r == VV_LATER) {
            vv_native *nf = vv_push_native(t, find_slowly, "find", (vv_obj *[]){VV_OBJ(sequence), VV_OBJ(value)}, 2);
            if (nf == NULL)
                return VV_FAILED;
            nf->i[0] = (int64_t)k;
            nf->i[1] = end == SIZE_MAX ? INT64_MAX : (int64_t)end;
            return VV_PUSHED;
        }
    }
    return vv_return_int(t, -1);
}

static vv_step contains_slowly(vv_thread *t, vv_native *nf) { /* argv: sequence, value; i[0]: where to begin */
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_container_find(t, nf->argv[0], nf->argv[1], (size_t)nf->i[0], SIZE_MAX));
    return vv_return_int(t, t->ival >= 0);
    VV_END(nf);
}

vv_step vv_container_contains(vv_thread *t, vv_ref sequence, vv_ref value) {
    size_t n;
    vv_obj **items = vv_container_items(sequence, &n);
    bool unique = value->type->s.compare == vv_identity_compare; /* classes, say */
    for (size_t k = 0; k < n; k++) {
        if (unique && items[k] != value && items[k]->type->s.compare == vv_identity_compare)
            continue;
        int r = items[k] == value ? 1 : vv_leaf_equal(t, items[k], value);
        if (r == 0)
            continue;
        if (r != VV_LATER)
            return r < 0 ? VV_FAILED : vv_return_int(t, 1);
        vv_native *nf = vv_push_native(t, contains_slowly, "contains", (vv_obj *[]){VV_OBJ(sequence), VV_OBJ(value)}, 2);
        if (nf == NULL)
            return VV_FAILED;
        nf->i[0] = (int64_t)k;
        return VV_PUSHED;
    }
    return vv_return_int(t, 0);
}

/* argv: sequence, value; i[0]: next index, i[1]: count so far. */
static vv_step count_slowly(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    for (;;) {
        VV_AWAIT(nf, vv_container_find(t, nf->argv[0], nf->argv[1], (size_t)nf->i[0], SIZE_MAX));
        if (t->ival < 0)
            return vv_return_int(t, nf->i[1]);
        nf->i[0] = t->ival + 1;
        nf->i[1]++;
    }
    VV_END(nf);
}

vv_step vv_container_count(vv_thread *t, vv_ref sequence, vv_ref value) {
    return vv_start2(t, count_slowly, "count", sequence, value);
}

/* ---- printing ---- */

/* "[" + ", ".join(pieces) + "]"; a tuple of one item ends with ",)". */
static vv_owned wrap(vv_thread *t, vv_ref sequence, vv_ref pieces) {
    bool is_list = VV_ISA(sequence, LIST);
    vv_strbuilder b = {0};
    const vv_list *list = VV_LIST(pieces);
    if (vv_strbuilder_char(t, &b, is_list ? '[' : '(') < 0)
        goto fail;
    for (size_t k = 0; k < list->length; k++) {
        if (k > 0 && vv_strbuilder_ascii(t, &b, ", ", 2) < 0)
            goto fail;
        if (vv_strbuilder_str(t, &b, list->items[k]) < 0)
            goto fail;
    }
    if (!is_list && list->length == 1 && vv_strbuilder_char(t, &b, ',') < 0)
        goto fail;
    if (vv_strbuilder_char(t, &b, is_list ? ']' : ')') < 0)
        goto fail;
    return vv_strbuilder_finish(t, &b);
fail:
    vv_strbuilder_drop(t, &b);
    return NULL;
}

/* argv[0]: sequence; slot[0]: list of pieces, slot[1]: the item at hand; i[0]: next index. */
static vv_step repr_slowly(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    nf->slot[0] = vv_list_new(t, 0);
    if (nf->slot[0] == NULL)
        return VV_FAILED;
    {
        int r = vv_repr_enter(t, nf->argv[0]);
        if (r < 0)
            return VV_FAILED;
        if (r > 0)
            return vv_return(t, vv_str_from_cstr(t, VV_ISA(nf->argv[0], LIST) ? "[...]" : "(...)"));
    }
    for (;; nf->i[0]++) {
        {
            size_t n;
            vv_obj **items = vv_container_items(nf->argv[0], &n);
            if ((size_t)nf->i[0] >= n)
                break;
            vv_setref_take(t, &nf->slot[1], vv_newref(items[nf->i[0]]));
        }
        VV_AWAIT_CATCH(nf, vv_do_repr(t, nf->slot[1]));
        if (nf->raised || vv_list_append_take(t, nf->slot[0], vv_take_ret(t)) < 0) {
            vv_repr_leave(t, nf->argv[0]);
            return VV_FAILED;
        }
    }
    vv_repr_leave(t, nf->argv[0]);
    return vv_return(t, wrap(t, nf->argv[0], nf->slot[0]));
    VV_END(nf);
}

vv_step vv_container_repr(vv_thread *t, vv_ref sequence) {
    size_t n;
    (void)vv_container_items(sequence, &n);
    if (n == 0)
        return vv_return(t, vv_str_from_cstr(t, VV_ISA(sequence, LIST) ? "[]" : "()"));
    return vv_start1(t, repr_slowly, "repr", sequence);
}
