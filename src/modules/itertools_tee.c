/* itertools_tee.c - itertools.tee: iterators that share what was read, in linked blocks of 57 items.
 *
 * Every iterator stands at a place of a block; blocks that all have passed die by their counts.
 */
#include "modules/itertools.h"

#include "object/alloc.h"
#include "object/bind.h"
#include "object/error.h"
#include "object/intern.h"
#include "types/dict.h"
#include "types/int.h"
#include "types/list.h"
#include "types/str.h"
#include "types/tuple.h"

enum { CELLS = 57 };

typedef struct tee_data {
    vv_obj head;
    vv_obj *source; /* owned iterator */
    vv_obj *next;   /* owned: the block behind, or NULL */
    uint8_t length; /* items read */
    bool running;   /* the source is being asked */
    vv_obj *items[CELLS];
} tee_data;
#define DATA(o) ((tee_data *)(o))

typedef struct tee {
    vv_obj head;
    vv_obj *data; /* owned block */
    int64_t index;
    vv_obj *weaklist;
} tee;
#define TEE(o) ((tee *)(o))

#define VV_DEF_NAME tee
#define VV_DEF_FILE "modules/itertools_tee.def"
#include "object/deftype.h"
#define VV_DEF_NAME tee_data
#define VV_DEF_FILE "modules/itertools_tee_data.def"
#include "object/deftype.h"

/* ---- blocks ---- */

static vv_owned data_new(vv_thread *t, vv_ref source) {
    vv_obj *o = vv_new_object(t, VV_TYPEP(t, ITER_TEE_DATA), sizeof(tee_data));
    if (o == NULL)
        return NULL;
    DATA(o)->source = vv_newref(source);
    vv_track(t, o);
    return o;
}

static void data_dealloc(vv_thread *t, vv_obj *self) {
    for (int k = 0; k < DATA(self)->length; k++)
        vv_decref(t, DATA(self)->items[k]);
    vv_xdecref(t, DATA(self)->source);
    vv_xdecref(t, DATA(self)->next);
    vv_free_object(t, self);
}

static int data_traverse(vv_ref self, vv_visit visit, void *arg) {
    VV_VISIT(DATA(self)->source);
    for (int k = 0; k < DATA(self)->length; k++)
        VV_VISIT(DATA(self)->items[k]);
    VV_VISIT(DATA(self)->next);
    return 0;
}

static void data_clear(vv_thread *t, vv_obj *self) {
    vv_clearref(t, &DATA(self)->next);
    vv_clearref(t, &DATA(self)->source);
    while (DATA(self)->length > 0) {
        DATA(self)->length--;
        vv_clearref(t, &DATA(self)->items[DATA(self)->length]);
    }
}

/* _tee_dataobject(iterator, items, next): what unpickling calls. */
static vv_step tee_data_create(vv_thread *t, vv_ref type, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    (void)type;
    if (vv_no_kwargs(t, "teedataobject", kwnames) < 0 || vv_check_nargs(t, "teedataobject", nargs, 3, 3) < 0)
        return VV_FAILED;
    if (!VV_ISA(args[1], LIST))
        return vv_raise_step(t, VV_TypeError, "teedataobject() argument 2 must be list, not %A", args[1]);
    const vv_list *items = VV_LIST(args[1]);
    if (items->length > CELLS || (items->length < CELLS && args[2] != VV_NONE(t)) ||
        (args[2] != VV_NONE(t) && !VV_IS(t, args[2], ITER_TEE_DATA)))
        return vv_raise_step(t, VV_ValueError, "Invalid arguments");
    vv_obj *o = data_new(t, args[0]);
    if (o == NULL)
        return VV_FAILED;
    for (size_t k = 0; k < items->length; k++)
        DATA(o)->items[k] = vv_newref(items->items[k]);
    DATA(o)->length = (uint8_t)items->length;
    if (args[2] != VV_NONE(t))
        DATA(o)->next = vv_newref(args[2]);
    return vv_return(t, o);
}

VV_ITERTOOL_REDUCE(tee_data)
static vv_owned tee_data_state(vv_thread *t, vv_ref self) {
    const tee_data *d = DATA(self);
    return vv_itertool_reduced_take(t, self,
                                    vv_tuple_pack_take(t, 3, vv_newref(d->source),
                                                       vv_list_from_array(t, d->items, d->length),
                                                       d->next != NULL ? vv_newref(d->next) : vv_none(t)));
}

/* ---- iterators ---- */

static vv_owned tee_new(vv_thread *t, vv_ref data, int64_t index) {
    vv_obj *o = vv_new_object(t, VV_TYPEP(t, ITER_TEE), sizeof(tee));
    if (o == NULL)
        return NULL;
    TEE(o)->data = vv_newref(data);
    TEE(o)->index = index;
    vv_track(t, o);
    return o;
}

/* A tee over an iterator, which shares with it when it is one already. */
static vv_owned tee_over(vv_thread *t, vv_ref iterator) {
    if (VV_IS(t, iterator, ITER_TEE))
        return tee_new(t, TEE(iterator)->data, TEE(iterator)->index);
    VV_AUTO data = {t, data_new(t, iterator)};
    return data.o == NULL ? NULL : tee_new(t, data.o, 0);
}

static void tee_dealloc(vv_thread *t, vv_obj *self) {
    vv_xdecref(t, TEE(self)->data);
    vv_free_object(t, self);
}

static int tee_traverse(vv_ref self, vv_visit visit, void *arg) {
    VV_VISIT(TEE(self)->data);
    return 0;
}

static void tee_clear(vv_thread *t, vv_obj *self) {
    vv_clearref(t, &TEE(self)->data);
}

static vv_step tee_new_native(vv_thread *t, vv_native *nf) { /* argv[0]: iterable */
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_iter(t, nf->argv[0]));
    nf->slot[0] = vv_take_ret(t);
    return vv_return(t, tee_over(t, nf->slot[0]));
    VV_END(nf);
}

static vv_step tee_create(vv_thread *t, vv_ref type, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    (void)type;
    if (vv_no_kwargs(t, "_tee", kwnames) < 0 || vv_check_nargs(t, "_tee", nargs, 1, 1) < 0)
        return VV_FAILED;
    return vv_start1(t, tee_new_native, "_tee", args[0]);
}

static vv_step tee_iter(vv_thread *t, vv_ref self) {
    return vv_return(t, vv_newref(self));
}

static vv_owned tee_copy(vv_thread *t, vv_obj *const *argv) {
    return tee_new(t, TEE(argv[0])->data, TEE(argv[0])->index);
}

/* Goes on to the next block when this one is done, making it if nobody has. */
static int enter_block(vv_thread *t, tee *it) {
    if (it->index < CELLS)
        return 0;
    tee_data *d = DATA(it->data);
    if (d->next == NULL && (d->next = data_new(t, d->source)) == NULL)
        return -1;
    vv_setref_take(t, &it->data, vv_newref(d->next));
    it->index = 0;
    return 0;
}

static vv_step tee_next_native(vv_thread *t, vv_native *nf) { /* argv[0]: tee; slot[0]: its block; i[0]: the place */
    VV_BEGIN(nf);
    if (enter_block(t, TEE(nf->argv[0])) < 0)
        return VV_FAILED;
    nf->slot[0] = vv_newref(TEE(nf->argv[0])->data);
    nf->i[0] = TEE(nf->argv[0])->index;
    if (nf->i[0] >= DATA(nf->slot[0])->length) {
        if (DATA(nf->slot[0])->running)
            return vv_raise_step(t, VV_RuntimeError, "cannot re-enter the tee iterator");
        DATA(nf->slot[0])->running = true;
        VV_AWAIT_CATCH(nf, vv_do_next(t, DATA(nf->slot[0])->source));
        DATA(nf->slot[0])->running = false;
        if (nf->raised || t->ret == NULL)
            return nf->raised ? VV_FAILED : VV_READY;
        DATA(nf->slot[0])->items[DATA(nf->slot[0])->length++] = vv_take_ret(t);
    }
    TEE(nf->argv[0])->index++;
    return vv_return(t, vv_newref(DATA(nf->slot[0])->items[nf->i[0]]));
    VV_END(nf);
}

static vv_step tee_next(vv_thread *t, vv_ref self) {
    tee *it = TEE(self);
    if (it->index < DATA(it->data)->length)
        return vv_return(t, vv_newref(DATA(it->data)->items[it->index++]));
    return vv_itertool_step(t, self, DATA(it->data)->source, tee_next_native, "_tee.__next__");
}

VV_ITERTOOL_REDUCE(tee)
static vv_owned tee_state(vv_thread *t, vv_ref self) {
    return vv_tuple_pack_take(t, 3, vv_newref(&self->type->head), vv_tuple_pack_take(t, 1, vv_tuple_new(t, 0)),
                              vv_tuple_pack_take(t, 2, vv_newref(TEE(self)->data), vv_int_new(t, TEE(self)->index)));
}

VV_ITERTOOL_SETSTATE(tee)
static int tee_restore(vv_thread *t, vv_ref self, vv_ref state) {
    vv_obj *part[2];
    int64_t index;
    if (vv_itertool_unpack(t, state, 2, 2, part) < 0)
        return -1;
    if (!VV_IS(t, part[0], ITER_TEE_DATA))
        return vv_raise_int(t, VV_TypeError, "argument 1 must be itertools._tee_dataobject, not %A", part[0]);
    if (!VV_ISA(part[1], INT))
        return vv_raise_int(t, VV_TypeError, "'%T' object cannot be interpreted as an integer", part[1]);
    if (vv_int_as_i64(t, part[1], &index) < 0)
        return -1;
    if (index < 0 || index > CELLS)
        return vv_raise_int(t, VV_ValueError, "Index out of range");
    if (index > DATA(part[0])->length) /* places that nothing was read for yet would be read out of order */
        return vv_raise_int(t, VV_ValueError, "Index out of range");
    vv_setref_take(t, &TEE(self)->data, vv_newref(part[0]));
    TEE(self)->index = index;
    return 0;
}

/* tee(iterable, n=2, /): argv; slot[0]: list of results, slot[1]: iterator, slot[2]: its __copy__; i[0]: n */
vv_step vv_itertools_tee(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    nf->i[0] = 2;
    if (nf->argv[1] != NULL) {
        VV_AWAIT(nf, vv_do_index(t, nf->argv[1]));
        nf->slot[0] = vv_take_ret(t);
        if (vv_int_as_i64(t, nf->slot[0], &nf->i[0]) < 0)
            return VV_FAILED;
    }
    if (nf->i[0] < 0)
        return vv_raise_step(t, VV_ValueError, "n must be >= 0");
    if (nf->i[0] == 0)
        return vv_return(t, vv_tuple_new(t, 0));
    if (nf->i[0] > INT32_MAX)
        return vv_return(t, vv_raise_memory(t));
    vv_setref_take(t, &nf->slot[0], vv_list_new(t, 0));
    if (nf->slot[0] == NULL)
        return VV_FAILED;
    VV_AWAIT(nf, vv_do_iter(t, nf->argv[0]));
    nf->slot[1] = vv_take_ret(t);
    nf->slot[3] = vv_intern_cstr(t, "__copy__");
    if (nf->slot[3] == NULL)
        return VV_FAILED;
    VV_AWAIT(nf, vv_do_lookup_attr(t, nf->slot[1], nf->slot[3]));
    nf->slot[2] = vv_take_ret(t);
    if (nf->slot[2] == NULL) {
        vv_setref_take(t, &nf->slot[1], tee_over(t, nf->slot[1]));
        if (nf->slot[1] == NULL)
            return VV_FAILED;
        VV_AWAIT(nf, vv_do_getattr(t, nf->slot[1], nf->slot[3]));
        nf->slot[2] = vv_take_ret(t);
    }
    if (vv_list_append(t, nf->slot[0], nf->slot[1]) < 0)
        return VV_FAILED;
    while ((int64_t)VV_LIST(nf->slot[0])->length < nf->i[0]) {
        VV_AWAIT(nf, vv_do_call0(t, nf->slot[2]));
        if (vv_list_append_take(t, nf->slot[0], vv_take_ret(t)) < 0)
            return VV_FAILED;
    }
    return vv_return(t, vv_list_to_tuple(t, nf->slot[0]));
    VV_END(nf);
}

const vv_typespec vv_itertools_tee_spec = {
    .name = "_tee",
    .module = "itertools",
    .base = VV_T_OBJECT,
    .flags = VV_TF_GC | VV_TF_IMMUTABLE,
    .basicsize = sizeof(tee),
    .size64 = 64,
    .weakoffset = offsetof(tee, weaklist),
    .doc = "An iterator made by tee().",
    .signature = "(iterable, /)",
    .slots = &tee_slots,
    .methods = tee_methods,
    .dealloc = tee_dealloc,
    .traverse = tee_traverse,
    .clear = tee_clear,
};

const vv_typespec vv_itertools_tee_data_spec = {
    .name = "_tee_dataobject",
    .module = "itertools",
    .base = VV_T_OBJECT,
    .flags = VV_TF_GC | VV_TF_IMMUTABLE,
    .basicsize = sizeof(tee_data),
    .size64 = 512,
    .doc = "_tee_dataobject(iterable, values, next, /) --> items that the iterators of tee() share.",
    .slots = &tee_data_slots,
    .methods = tee_data_methods,
    .dealloc = data_dealloc,
    .traverse = data_traverse,
    .clear = data_clear,
};
