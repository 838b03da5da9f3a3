/* iterators.c - iterators over the built-in sequences, over objects with __getitem__, and over calls.
 *
 * Invariant of vv_seq_iterator: `index` is the next position (for the reversed one: one more than it), and `seq` is
 * dropped for good when the end is reached, so that an exhausted iterator stays exhausted when its sequence grows.
 */
#include "types/iterators.h"

#include "object/alloc.h"
#include "object/error.h"
#include "types/bytes.h"
#include "types/container.h"
#include "types/dict.h"
#include "types/function.h"
#include "types/int.h"
#include "types/list.h"
#include "types/str.h"
#include "types/tuple.h"

#define VV_SEQ_NEXT listiter_next
#define VV_DEF_NAME list_iterator
#define VV_DEF_FILE "types/seq_iterator.def"
#include "object/deftype.h"
#undef VV_SEQ_NEXT
#define VV_SEQ_NEXT listreviter_next
#define VV_DEF_NAME list_reverseiterator
#define VV_DEF_FILE "types/seq_iterator.def"
#include "object/deftype.h"
#undef VV_SEQ_NEXT
#define VV_SEQ_NEXT tupleiter_next
#define VV_DEF_NAME tuple_iterator
#define VV_DEF_FILE "types/seq_iterator.def"
#include "object/deftype.h"
#undef VV_SEQ_NEXT
#define VV_SEQ_NEXT striter_next
#define VV_DEF_NAME str_iterator
#define VV_DEF_FILE "types/seq_iterator.def"
#include "object/deftype.h"
#undef VV_SEQ_NEXT
#define VV_SEQ_NEXT bytesiter_next
#define VV_DEF_NAME bytes_iterator
#define VV_DEF_FILE "types/seq_iterator.def"
#include "object/deftype.h"
#undef VV_SEQ_NEXT
#define VV_DEF_NAME getitem_iterator
#define VV_DEF_FILE "types/getitem_iterator.def"
#include "object/deftype.h"
#define VV_DEF_NAME callable_iterator
#define VV_DEF_FILE "types/callable_iterator.def"
#include "object/deftype.h"

vv_owned vv_iterator_reduce(vv_thread *t, const char *function, vv_ref argument, vv_ref state) {
    VV_AUTO name = {t, vv_str_from_cstr(t, function)};
    VV_AUTO args = {t, name.o == NULL ? NULL : vv_tuple_pack(t, 1, argument)};
    if (args.o == NULL)
        return NULL;
    vv_ref callable = t->vm->builtins == NULL ? NULL : vv_dict_get_str_peek(t->vm->builtins, name.o);
    if (callable == NULL)
        return vv_raise(t, VV_AttributeError, "module 'builtins' has no attribute '%s'", function);
    return state == NULL ? vv_tuple_pack(t, 2, callable, (vv_ref)args.o) : vv_tuple_pack(t, 3, callable, (vv_ref)args.o, state);
}

/* ---- built-in sequences ---- */

vv_owned vv_seq_iterator_new(vv_thread *t, int type_id, vv_ref seq) {
    vv_obj *o = vv_new_object(t, t->vm->types[type_id], sizeof(vv_seq_iterator));
    if (o == NULL)
        return NULL;
    VV_SEQ_ITERATOR(o)->seq = vv_newref(seq);
    vv_track(t, o);
    return o;
}

static void seqiter_dealloc(vv_thread *t, vv_obj *self) {
    vv_xdecref(t, VV_SEQ_ITERATOR(self)->seq);
    vv_free_object(t, self);
}

static int seqiter_traverse(vv_ref self, vv_visit visit, void *arg) {
    VV_VISIT(VV_SEQ_ITERATOR(self)->seq);
    return 0;
}

static vv_step seqiter_iter(vv_thread *t, vv_ref self) {
    return vv_return(t, vv_newref(self));
}

static vv_step exhausted(vv_thread *t, vv_seq_iterator *it) {
    vv_clearref(t, &it->seq);
    return vv_return_null(t);
}

static vv_step listiter_next(vv_thread *t, vv_ref self) {
    vv_seq_iterator *it = VV_SEQ_ITERATOR(self);
    if (it->seq == NULL || it->index >= VV_LIST(it->seq)->length)
        return exhausted(t, it);
    return vv_return(t, vv_newref(VV_LIST(it->seq)->items[it->index++]));
}

static vv_step listreviter_next(vv_thread *t, vv_ref self) {
    vv_seq_iterator *it = VV_SEQ_ITERATOR(self);
    if (it->seq == NULL || it->index == 0 || it->index > VV_LIST(it->seq)->length)
        return exhausted(t, it);
    return vv_return(t, vv_newref(VV_LIST(it->seq)->items[--it->index]));
}

static vv_step tupleiter_next(vv_thread *t, vv_ref self) {
    vv_seq_iterator *it = VV_SEQ_ITERATOR(self);
    if (it->seq == NULL || it->index >= VV_TUPLE(it->seq)->length)
        return exhausted(t, it);
    return vv_return(t, vv_newref(VV_TUPLE(it->seq)->items[it->index++]));
}

static vv_step striter_next(vv_thread *t, vv_ref self) {
    vv_seq_iterator *it = VV_SEQ_ITERATOR(self);
    if (it->seq == NULL || it->index >= vv_str_length(it->seq))
        return exhausted(t, it);
    return vv_return(t, vv_str_from_char(t, vv_str_at(it->seq, it->index++)));
}

static vv_step bytesiter_next(vv_thread *t, vv_ref self) {
    vv_seq_iterator *it = VV_SEQ_ITERATOR(self);
    const uint8_t *data;
    size_t n;
    if (it->seq == NULL || !vv_bytes_view(it->seq, &data, &n) || it->index >= n)
        return exhausted(t, it);
    return vv_return(t, vv_int_new(t, data[it->index++]));
}

/* Length of a built-in sequence; SIZE_MAX for anything else. */
static size_t sequence_length(vv_ref seq) {
    const uint8_t *data;
    size_t n;
    if (VV_ISA(seq, LIST))
        return VV_LIST(seq)->length;
    if (VV_ISA(seq, TUPLE))
        return VV_TUPLE(seq)->length;
    if (VV_ISA(seq, STR))
        return vv_str_length(seq);
    return vv_bytes_view(seq, &data, &n) ? n : SIZE_MAX;
}

static vv_owned seqiter_length_hint(vv_thread *t, vv_obj *const *argv) {
    const vv_seq_iterator *it = VV_SEQ_ITERATOR(argv[0]);
    if (it->seq == NULL)
        return vv_int_new(t, 0);
    size_t n = sequence_length(it->seq);
    if (VV_IS(t, argv[0], LIST_REVERSEITERATOR))
        return vv_int_new_u64(t, n < it->index ? 0 : it->index);
    return vv_int_new_u64(t, n < it->index ? 0 : n - it->index);
}

static vv_owned seqiter_reduce(vv_thread *t, vv_obj *const *argv) {
    const vv_seq_iterator *it = VV_SEQ_ITERATOR(argv[0]);
    bool reverse = VV_IS(t, argv[0], LIST_REVERSEITERATOR);
    if (it->seq == NULL) {
        bool list = reverse || VV_IS(t, argv[0], LIST_ITERATOR);
        VV_AUTO empty = {t, list ? vv_list_new(t, 0)
                            : VV_IS(t, argv[0], STR_ITERATOR) ? vv_str_from_cstr(t, "") : vv_tuple_new(t, 0)};
        return empty.o == NULL ? NULL : vv_iterator_reduce(t, reverse ? "reversed" : "iter", empty.o, NULL);
    }
    VV_AUTO index = {t, vv_int_new(t, (int64_t)it->index - reverse)};
    return index.o == NULL ? NULL : vv_iterator_reduce(t, reverse ? "reversed" : "iter", it->seq, index.o);
}

static vv_owned seqiter_setstate(vv_thread *t, vv_obj *const *argv) {
    vv_seq_iterator *it = VV_SEQ_ITERATOR(argv[0]);
    int64_t index;
    if (!VV_ISA(argv[1], INT))
        return vv_raise(t, VV_TypeError, "an integer is required");
    if (vv_int_as_i64(t, argv[1], &index) < 0)
        return NULL;
    if (it->seq != NULL) {
        if (VV_IS(t, argv[0], LIST_REVERSEITERATOR))
            index = index < -1 ? 0 : index == INT64_MAX ? index : index + 1;
        size_t n = sequence_length(it->seq);
        it->index = index < 0 ? 0 : (uint64_t)index > n ? n : (size_t)index;
    }
    return vv_none(t);
}

/* ---- objects with __getitem__ ---- */

/* argv[0]: the iterator; slot[0]: the index */
static vv_step getiter_next_slowly(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (VV_SEQ_ITERATOR(nf->argv[0])->seq == NULL)
        return vv_return_null(t);
    nf->slot[0] = vv_int_new_u64(t, VV_SEQ_ITERATOR(nf->argv[0])->index);
    if (nf->slot[0] == NULL)
        return VV_FAILED;
    nf->slot[1] = vv_newref(VV_SEQ_ITERATOR(nf->argv[0])->seq);
    VV_AWAIT_CATCH(nf, vv_do_getitem(t, nf->slot[1], nf->slot[0]));
    if (!nf->raised) {
        VV_SEQ_ITERATOR(nf->argv[0])->index++;
        return VV_READY;
    }
    if (!vv_error_is(t, VV_IndexError) && !vv_error_is(t, VV_StopIteration))
        return VV_FAILED;
    vv_clear_error(t);
    return exhausted(t, VV_SEQ_ITERATOR(nf->argv[0]));
    VV_END(nf);
}

static vv_step getiter_next(vv_thread *t, vv_ref self) {
    return vv_start1(t, getiter_next_slowly, "iterator.__next__", self);
}

static vv_step getiter_length_hint(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (VV_SEQ_ITERATOR(nf->argv[0])->seq == NULL)
        return vv_return(t, vv_int_new(t, 0));
    if (VV_SEQ_ITERATOR(nf->argv[0])->seq->type->s.len == NULL)
        return vv_return_not_implemented(t);
    nf->slot[0] = vv_newref(VV_SEQ_ITERATOR(nf->argv[0])->seq);
    VV_AWAIT(nf, vv_do_len(t, nf->slot[0]));
    int64_t left = t->ival - (int64_t)VV_SEQ_ITERATOR(nf->argv[0])->index;
    return vv_return(t, vv_int_new(t, left < 0 ? 0 : left));
    VV_END(nf);
}

/* ---- calls ---- */

vv_owned vv_callable_iterator_new(vv_thread *t, vv_ref callable, vv_ref sentinel) {
    vv_obj *o = vv_new_object(t, VV_TYPEP(t, CALLABLE_ITERATOR), sizeof(vv_callable_iterator));
    if (o == NULL)
        return NULL;
    VV_CALLABLE_ITERATOR(o)->callable = vv_newref(callable);
    VV_CALLABLE_ITERATOR(o)->sentinel = vv_newref(sentinel);
    vv_track(t, o);
    return o;
}

static void calliter_end(vv_thread *t, vv_ref self) {
    vv_clearref(t, &VV_CALLABLE_ITERATOR(self)->callable);
    vv_clearref(t, &VV_CALLABLE_ITERATOR(self)->sentinel);
}

/* argv[0]: the iterator; slot[0]: callable, slot[1]: sentinel, slot[2]: the value */
static vv_step calliter_next_slowly(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (VV_CALLABLE_ITERATOR(nf->argv[0])->callable == NULL)
        return vv_return_null(t);
    nf->slot[0] = vv_newref(VV_CALLABLE_ITERATOR(nf->argv[0])->callable);
    nf->slot[1] = vv_newref(VV_CALLABLE_ITERATOR(nf->argv[0])->sentinel);
    VV_AWAIT_CATCH(nf, vv_do_call0(t, nf->slot[0]));
    if (nf->raised) {
        if (!vv_error_is(t, VV_StopIteration))
            return VV_FAILED;
        vv_clear_error(t);
        calliter_end(t, nf->argv[0]);
        return vv_return_null(t);
    }
    nf->slot[2] = vv_take_ret(t);
    VV_AWAIT(nf, vv_do_compare_bool(t, nf->slot[1], nf->slot[2], VV_EQ));
    if (t->ival == 0)
        return vv_return(t, vv_move(&nf->slot[2]));
    calliter_end(t, nf->argv[0]);
    return vv_return_null(t);
    VV_END(nf);
}

static vv_step calliter_next(vv_thread *t, vv_ref self) {
    const vv_callable_iterator *it = VV_CALLABLE_ITERATOR(self);
    if (it->callable != NULL && VV_IS(t, it->callable, BUILTIN) && it->sentinel == VV_NONE(t)) {
        const vv_builtin *f = VV_BUILTIN_OF(it->callable);
        if (f->self != NULL && VV_IS(t, f->self, SRE_SCANNER) && f->def->kind == VV_KIND_QUICK) {
            /* re.finditer: matches and None. Most need no frame */
            vv_owned value = f->def->fn.quick->now(t, &f->self);
            if (value != NULL && value != VV_NONE(t))
                return vv_return(t, value);
            if (t->exc != NULL)
                return VV_FAILED;
            if (value != NULL) {
                calliter_end(t, self);
                return vv_return_null(t);
            }
        }
    }
    return vv_start1(t, calliter_next_slowly, "callable_iterator.__next__", self);
}

static vv_owned calliter_reduce(vv_thread *t, vv_obj *const *argv) {
    const vv_callable_iterator *it = VV_CALLABLE_ITERATOR(argv[0]);
    if (it->callable == NULL) {
        VV_AUTO empty = {t, vv_tuple_new(t, 0)};
        return empty.o == NULL ? NULL : vv_iterator_reduce(t, "iter", empty.o, NULL);
    }
    VV_AUTO args = {t, vv_tuple_pack(t, 2, (vv_ref)it->callable, (vv_ref)it->sentinel)};
    VV_AUTO name = {t, args.o == NULL ? NULL : vv_str_from_cstr(t, "iter")};
    if (name.o == NULL)
        return NULL;
    vv_ref iter = t->vm->builtins == NULL ? NULL : vv_dict_get_str_peek(t->vm->builtins, name.o);
    if (iter == NULL)
        return vv_raise(t, VV_AttributeError, "module 'builtins' has no attribute 'iter'");
    return vv_tuple_pack(t, 2, iter, (vv_ref)args.o);
}

static void calliter_dealloc(vv_thread *t, vv_obj *self) {
    calliter_end(t, self);
    vv_free_object(t, self);
}

static int calliter_traverse(vv_ref self, vv_visit visit, void *arg) {
    VV_VISIT(VV_CALLABLE_ITERATOR(self)->callable);
    VV_VISIT(VV_CALLABLE_ITERATOR(self)->sentinel);
    return 0;
}

/* ---- the types ---- */

#define SEQUENCE_ITERATOR_SPEC(id, python_name)                                                                        \
    const vv_typespec vv_##id##_spec = {                                                                               \
        .name = python_name,                                                                                           \
        .base = VV_T_OBJECT,                                                                                           \
        .flags = VV_TF_GC | VV_TF_IMMUTABLE | VV_TF_NO_NEW,                                                            \
        .basicsize = sizeof(vv_seq_iterator),                                                                          \
        .size64 = 48,                                                                                                  \
        .slots = &id##_slots,                                                                                          \
        .methods = id##_methods,                                                                                       \
        .dealloc = seqiter_dealloc,                                                                                    \
        .traverse = seqiter_traverse,                                                                                  \
    }

SEQUENCE_ITERATOR_SPEC(list_iterator, "list_iterator");
SEQUENCE_ITERATOR_SPEC(list_reverseiterator, "list_reverseiterator");
SEQUENCE_ITERATOR_SPEC(tuple_iterator, "tuple_iterator");
SEQUENCE_ITERATOR_SPEC(str_iterator, "str_ascii_iterator");
SEQUENCE_ITERATOR_SPEC(bytes_iterator, "bytes_iterator");
#define bytearray_iterator_slots bytes_iterator_slots
#define bytearray_iterator_methods bytes_iterator_methods
SEQUENCE_ITERATOR_SPEC(bytearray_iterator, "bytearray_iterator");
#define seqiter_slots getitem_iterator_slots
#define seqiter_methods getitem_iterator_methods
SEQUENCE_ITERATOR_SPEC(seqiter, "iterator");

const vv_typespec vv_callable_iterator_spec = {
    .name = "callable_iterator",
    .base = VV_T_OBJECT,
    .flags = VV_TF_GC | VV_TF_IMMUTABLE | VV_TF_NO_NEW,
    .basicsize = sizeof(vv_callable_iterator),
    .size64 = 48,
    .slots = &callable_iterator_slots,
    .methods = callable_iterator_methods,
    .dealloc = calliter_dealloc,
    .traverse = calliter_traverse,
};
