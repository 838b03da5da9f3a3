/* text.h - what str, bytes and bytearray have in common: searching, splitting, padding, joining.
 *
 * All three are runs of units, of 1, 2 or 4 bytes for str and of 1 byte for the others, so each method is written once
 * over a `vv_span`. Results have the type of the object the method was called on (exactly str, bytes or bytearray).
 * types/text.def declares these methods, types/text_methods.inc defines their static functions in each type's file.
 */
#ifndef VV_TYPES_TEXT_H
#define VV_TYPES_TEXT_H

#include "types/bytes.h"
#include "types/str_internal.h"

typedef struct vv_span {
    const void *data;
    size_t length;
    int kind;
} vv_span;

static inline uint32_t vv_span_at(const vv_span *s, size_t i) {
    return vv_str_get(s->kind, s->data, i);
}

/* Units of a str, bytes or bytearray (subclasses included), or of a memoryview that vv_bytes_view accepts; the object
 * must stay alive and unchanged. */
static inline vv_span vv_span_of(vv_ref o) {
    if (VV_ISA(o, STR))
        return (vv_span){VV_STR(o)->data, VV_STR(o)->length, VV_STR(o)->kind};
    if (VV_ISA(o, BYTES))
        return (vv_span){VV_BYTES(o)->data, VV_BYTES(o)->length, 1};
    if (o->type->id == VV_T_MEMORYVIEW) {
        const uint8_t *data;
        size_t length;
        return vv_bytes_view(o, &data, &length) ? (vv_span){data, length, 1} : (vv_span){"", 0, 1};
    }
    return (vv_span){VV_BYTEARRAY(o)->data, VV_BYTEARRAY(o)->length, 1};
}
/* o[start:end] of the same kind of text; all of an exact str or bytes is itself. */
VV_NODISCARD vv_owned vv_text_cut(vv_thread *t, vv_ref o, size_t start, size_t end);
/* Ends a builder as the same kind of text as `like`. */
VV_NODISCARD vv_owned vv_text_finish(vv_thread *t, vv_ref like, vv_strbuilder *b);
/* An argument that must be text of the same kind as `self`: 0, or -1 TypeError "must be str, not ..." or
 * "a bytes-like object is required, not '...'". */
VV_NODISCARD int vv_text_arg(vv_thread *t, vv_ref self, vv_ref arg, vv_span *ret);

/* Space for split and strip, line ends for splitlines: Unicode's for str, ASCII's for bytes. */
bool vv_text_is_space(vv_ref self, uint32_t c);

int64_t vv_span_find(const vv_span *hay, const vv_span *needle, size_t start, size_t end);

/* Bodies of methods: argv as in text.def, integers converted already (vv_text_index_arg). */
vv_leaf_fn vv_text_find, vv_text_rfind, vv_text_index, vv_text_rindex, vv_text_count;
vv_leaf_fn vv_text_startswith, vv_text_endswith, vv_text_removeprefix, vv_text_removesuffix;
/* Are the first two arguments of replace text? 0/-1. */
int vv_text_replace_check(vv_thread *t, vv_obj *const *argv);
vv_leaf_fn vv_text_replace, vv_text_split, vv_text_rsplit, vv_text_splitlines, vv_text_partition, vv_text_rpartition;
vv_leaf_fn vv_text_strip, vv_text_lstrip, vv_text_rstrip;
vv_leaf_fn vv_text_center, vv_text_ljust, vv_text_rjust, vv_text_zfill, vv_text_expandtabs;

/* self * count; count is an int or `r`'s VV_LATER case of vv_container_repeat_count has been dealt with. */
VV_NODISCARD vv_owned vv_text_repeat(vv_thread *t, vv_ref self, size_t times);
/* The items of a slice with a step. */
VV_NODISCARD vv_owned vv_text_pick(vv_thread *t, vv_ref self, int64_t start, int64_t step, size_t count);
/* self[key] for a slice key: 1 and *ret, VV_LATER, -1. */
int vv_text_slice_now(vv_thread *t, vv_ref self, vv_ref slice, vv_obj **ret);

/* ---- integer arguments ---- */

/* Does argument k have to go through __index__? */
static inline bool vv_text_needs_index(vv_thread *t, vv_ref arg, bool none_allowed) {
    return arg != NULL && !VV_ISA(arg, INT) && !(none_allowed && arg == t->vm->none);
}
/* Is what find() of bytes searches for neither an int nor bytes-like, but has __index__? */
static inline bool vv_text_needs_byte(vv_ref self, vv_ref arg) {
    return !VV_ISA(self, STR) && !VV_ISA(arg, INT) && arg->type->s.index != NULL && arg->type->id != VV_T_MEMORYVIEW;
}
/* Its __index__ value: t->ret = int. With none_allowed the error speaks of slice indices. */
vv_step vv_text_index_arg(vv_thread *t, vv_ref arg, bool none_allowed);

/* The body of a RESUMABLE method whose arguments in the bit set `mask` are integers: converts them, then calls a leaf.
 */
#define VV_TEXT_INDEX_METHOD(function, leaf, mask, none_allowed)                                                       \
    static vv_step function(vv_thread *t, vv_native *nf) {                                                             \
        VV_BEGIN(nf);                                                                                                  \
        for (nf->i[0] = 0; nf->i[0] < nf->argc; nf->i[0]++) {                                                          \
            if (((mask) >> nf->i[0] & 1) == 0 || !vv_text_needs_index(t, nf->argv[nf->i[0]], none_allowed))            \
                continue;                                                                                              \
            VV_AWAIT(nf, vv_text_index_arg(t, nf->argv[nf->i[0]], none_allowed));                                      \
            vv_setref_take(t, &nf->argv[nf->i[0]], vv_take_ret(t));                                                    \
        }                                                                                                              \
        return vv_return(t, leaf(t, nf->argv));                                                                        \
        VV_END(nf);                                                                                                    \
    }

/* The same of find and its like, in bytes also for a byte's number given by __index__. */
#define VV_TEXT_FIND_METHOD(function, leaf)                                                                            \
    static vv_step function(vv_thread *t, vv_native *nf) {                                                             \
        VV_BEGIN(nf);                                                                                                  \
        for (nf->i[0] = 1; nf->i[0] < nf->argc; nf->i[0]++) {                                                          \
            if (nf->i[0] == 1 ? !vv_text_needs_byte(nf->argv[0], nf->argv[1])                                          \
                              : !vv_text_needs_index(t, nf->argv[nf->i[0]], true))                                     \
                continue;                                                                                              \
            VV_AWAIT(nf, vv_text_index_arg(t, nf->argv[nf->i[0]], nf->i[0] != 1));                                     \
            vv_setref_take(t, &nf->argv[nf->i[0]], vv_take_ret(t));                                                    \
        }                                                                                                              \
        return vv_return(t, leaf(t, nf->argv));                                                                        \
        VV_END(nf);                                                                                                    \
    }

/* Body of join: argv: separator, iterable. */
vv_step vv_text_join(vv_thread *t, vv_native *nf);

#endif
