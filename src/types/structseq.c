/* structseq.c - tuples with named items (types/structseq.h).
 *
 * An instance is a tuple of the visible items; items that are attributes only stand behind them, outside the tuple's
 * length. The table of members is the only list of names.
 */
#include "types/structseq.h"

#include "object/alloc.h"
#include "object/bind.h"
#include "object/error.h"
#include "object/intern.h"
#include "types/dict.h"
#include "types/int.h"
#include "types/str.h"

static size_t count_fields(const vv_type *type) {
    size_t n = 0;
    while (type->spec->members[n].name != NULL)
        n++;
    return n;
}

void vv_structseq_dealloc(vv_thread *t, vv_obj *self) {
    for (size_t k = 0, n = count_fields(self->type); k < n; k++)
        vv_xdecref(t, VV_TUPLE(self)->items[k]);
    vv_free_object(t, self);
}

int vv_structseq_traverse(vv_ref self, vv_visit visit, void *arg) {
    for (size_t k = 0, n = count_fields(self->type); k < n; k++)
        VV_VISIT(VV_TUPLE(self)->items[k]);
    return 0;
}

/* ---- making types and instances ---- */

static int set_count(vv_thread *t, const vv_type *type, const char *name, size_t value) {
    VV_AUTO number = {t, vv_int_new(t, (int64_t)value)};
    return number.o == NULL ? -1 : vv_dict_set_cstr(t, type->dict, name, number.o);
}

static size_t visible_length(vv_thread *t, vv_ref type) {
    vv_ref names = vv_dict_get_str_peek(VV_AS_TYPE(type)->dict, VV_N(t, __match_args__));
    return names != NULL && VV_ISA(names, TUPLE) ? VV_TUPLE(names)->length : 0;
}

vv_owned vv_structseq_type(vv_thread *t, const vv_typespec *spec, size_t visible) {
    VV_AUTO type = {t, vv_type_from_spec(t, spec, NULL)};
    if (type.o == NULL)
        return NULL;
    VV_AUTO names = {t, vv_tuple_new(t, visible)};
    if (names.o == NULL)
        return NULL;
    for (size_t k = 0; k < visible; k++) {
        VV_TUPLE(names.o)->items[k] = vv_intern_cstr(t, spec->members[k].name);
        if (VV_TUPLE(names.o)->items[k] == NULL)
            return NULL;
    }
    vv_tuple_done(t, names.o);
    const vv_type *made = VV_AS_TYPE(type.o);
    if (set_count(t, made, "n_sequence_fields", visible) < 0 || set_count(t, made, "n_fields", count_fields(made)) < 0 ||
        set_count(t, made, "n_unnamed_fields", 0) < 0 ||
        vv_dict_set_str(t, made->dict, VV_N(t, __match_args__), names.o) < 0)
        return NULL;
    return vv_move(&type.o);
}

vv_owned vv_structseq_new_take(vv_thread *t, vv_ref type, vv_obj **values, size_t n) {
    vv_type *of = VV_AS_TYPE(type);
    size_t total = count_fields(of);
    vv_owned o = vv_new_object(t, of, sizeof(vv_tuple) + total * sizeof(vv_obj *));
    for (size_t k = 0; k < n; k++) {
        if (o == NULL)
            vv_xdecref(t, values[k]);
        else
            VV_TUPLE(o)->items[k] = values[k] == NULL ? vv_none(t) : values[k];
    }
    if (o == NULL)
        return NULL;
    for (size_t k = n; k < total; k++)
        VV_TUPLE(o)->items[k] = vv_none(t);
    VV_TUPLE(o)->length = visible_length(t, type);
    return o;
}

/* T(sequence, dict): slot[0]: the sequence as a tuple */
static vv_step construct(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (!vv_is_iterable(nf->argv[1]))
        return vv_raise_step(t, VV_TypeError, "constructor requires a sequence");
    VV_AWAIT(nf, vv_do_tuple(t, nf->argv[1]));
    nf->slot[0] = vv_take_ret(t);
    const vv_type *type = VV_AS_TYPE(nf->argv[0]);
    size_t visible = visible_length(t, nf->argv[0]), total = count_fields(type), given = VV_TUPLE(nf->slot[0])->length;
    if (given < visible || given > total) {
        if (visible == total)
            return vv_raise_step(t, VV_TypeError, "%s() takes a %zu-sequence (%zu-sequence given)", type->tp_name, total, given);
        if (given < visible)
            return vv_raise_step(t, VV_TypeError, "%s() takes an at least %zu-sequence (%zu-sequence given)", type->tp_name,
                                 visible, given);
        return vv_raise_step(t, VV_TypeError, "%s() takes an at most %zu-sequence (%zu-sequence given)", type->tp_name, total,
                             given);
    }
    vv_owned o = vv_new_object(t, VV_AS_TYPE(nf->argv[0]), sizeof(vv_tuple) + total * sizeof(vv_obj *));
    if (o == NULL)
        return VV_FAILED;
    for (size_t k = 0; k < total; k++) {
        vv_ref value = k < given ? VV_TUPLE(nf->slot[0])->items[k] : NULL;
        if (value == NULL && nf->argv[2] != NULL) {
            VV_AUTO name = {t, vv_intern_cstr(t, type->spec->members[k].name)};
            if (name.o == NULL) {
                vv_decref(t, o);
                return VV_FAILED;
            }
            value = vv_dict_get_str_peek(nf->argv[2], name.o);
        }
        VV_TUPLE(o)->items[k] = value == NULL ? vv_none(t) : vv_newref(value);
    }
    VV_TUPLE(o)->length = visible;
    vv_track(t, o);
    return vv_return(t, o);
    VV_END(nf);
}

static vv_step structseq_create(vv_thread *t, vv_ref type, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    vv_obj *a[2];
    const char *name = VV_AS_TYPE(type)->tp_name;
    if (vv_parse_args(t, name, "structseq(sequence, dict={})", args, nargs, kwnames, a) < 0)
        return VV_FAILED;
    if (a[1] != NULL && !VV_ISA(a[1], DICT))
        return vv_raise_step(t, VV_TypeError, "%s() takes a dict as second arg, if any", name);
    return vv_start3(t, construct, name, type, a[0], a[1]);
}

/* ---- repr and pickling ---- */

/* slot[0]: text so far; i[0]: next item */
static vv_step repr_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    nf->slot[0] = vv_format(t, "%s(", nf->argv[0]->type->tp_name);
    if (nf->slot[0] == NULL)
        return VV_FAILED;
    for (; (size_t)nf->i[0] < VV_TUPLE(nf->argv[0])->length; nf->i[0]++) {
        VV_AWAIT(nf, vv_do_repr(t, VV_TUPLE(nf->argv[0])->items[nf->i[0]]));
        nf->slot[1] = vv_take_ret(t);
        vv_owned longer = vv_format(t, "%U%s%s=%U", nf->slot[0], nf->i[0] > 0 ? ", " : "",
                                    nf->argv[0]->type->spec->members[nf->i[0]].name, nf->slot[1]);
        if (longer == NULL)
            return VV_FAILED;
        vv_setref_take(t, &nf->slot[0], longer);
        vv_clearref(t, &nf->slot[1]);
    }
    return vv_return(t, vv_format(t, "%U)", nf->slot[0]));
    VV_END(nf);
}

static vv_step structseq_repr(vv_thread *t, vv_ref self) {
    return vv_start1(t, repr_native, "__repr__", self);
}

/* (type, (visible items, {name: value of the others})) */
static vv_owned structseq_reduce(vv_thread *t, vv_obj *const *argv) {
    const vv_tuple *self = VV_TUPLE(argv[0]);
    VV_AUTO items = {t, vv_tuple_from_array(t, self->items, self->length)};
    VV_AUTO rest = {t, vv_dict_new(t)};
    if (items.o == NULL || rest.o == NULL)
        return NULL;
    for (size_t k = self->length; k < count_fields(argv[0]->type); k++)
        if (vv_dict_set_cstr(t, rest.o, argv[0]->type->spec->members[k].name, self->items[k]) < 0)
            return NULL;
    VV_AUTO args = {t, vv_tuple_pack(t, 2, (vv_ref)items.o, (vv_ref)rest.o)};
    return args.o == NULL ? NULL : vv_tuple_pack(t, 2, (vv_ref)argv[0]->type, (vv_ref)args.o);
}

const vv_methoddef vv_structseq_methods[] = {
    {"__reduce__", VV_KIND_LEAF, VV_BIND_INSTANCE, {.leaf = structseq_reduce}, "__reduce__($self, /)", "Helper for pickle."},
    {NULL, VV_KIND_LEAF, VV_BIND_INSTANCE, {.leaf = NULL}, NULL, NULL},
};
const vv_slots vv_structseq_slots = {.repr = structseq_repr, .new_ = structseq_create};
const vv_slots vv_structseq_fixed_slots = {.repr = structseq_repr};
