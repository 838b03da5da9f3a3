/* _heapq.c - module _heapq: binary heaps in lists, the item of place k above those of 2k+1 and 2k+2.
 *
 * Sifting follows R. W. Floyd (Algorithm 245, "Treesort 3", CACM 1964): an item that comes in at the top first goes down to
 * a leaf along the smaller children and then up to its place. Comparisons run Python: after each the list must still have
 * its length.
 */
#include "object/error.h"
#include "types/dict.h"
#include "types/function.h"
#include "types/list.h"
#include "types/str.h"
#include "types/tuple.h"
#include "vm/frame.h"

#define VV_DEF_NAME heapq
#define VV_DEF_FILE "modules/_heapq.def"
#include "object/deftype.h"

static void swap(vv_ref heap, size_t a, size_t b) {
    vv_obj **items = VV_LIST(heap)->items, *item = items[a];
    items[a] = items[b];
    items[b] = item;
}

/* argv[0]: heap; slot[0], slot[1]: the items compared; i: 0 topmost place, 1 place, 2 go down first, 3 largest on top, 4 length,
 * 5 child */
static vv_step sift_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    nf->i[4] = (int64_t)VV_LIST(nf->argv[0])->length;
    while (nf->i[2] && nf->i[1] < nf->i[4] / 2) {
        nf->i[5] = 2 * nf->i[1] + 1;
        if (nf->i[5] + 1 < nf->i[4]) {
            vv_setref_take(t, &nf->slot[0], vv_newref(VV_LIST(nf->argv[0])->items[nf->i[5] + (nf->i[3] ? 1 : 0)]));
            vv_setref_take(t, &nf->slot[1], vv_newref(VV_LIST(nf->argv[0])->items[nf->i[5] + (nf->i[3] ? 0 : 1)]));
            VV_AWAIT(nf, vv_do_compare_bool(t, nf->slot[0], nf->slot[1], VV_LT));
            if ((int64_t)VV_LIST(nf->argv[0])->length != nf->i[4])
                return vv_raise_step(t, VV_RuntimeError, "list changed size during iteration");
            nf->i[5] += !t->ival;
        }
        swap(nf->argv[0], (size_t)nf->i[1], (size_t)nf->i[5]);
        nf->i[1] = nf->i[5];
    }
    while (nf->i[1] > nf->i[0]) {
        nf->i[5] = (nf->i[1] - 1) / 2;
        vv_setref_take(t, &nf->slot[0], vv_newref(VV_LIST(nf->argv[0])->items[nf->i[3] ? nf->i[5] : nf->i[1]]));
        vv_setref_take(t, &nf->slot[1], vv_newref(VV_LIST(nf->argv[0])->items[nf->i[3] ? nf->i[1] : nf->i[5]]));
        VV_AWAIT(nf, vv_do_compare_bool(t, nf->slot[0], nf->slot[1], VV_LT));
        if ((int64_t)VV_LIST(nf->argv[0])->length != nf->i[4])
            return vv_raise_step(t, VV_RuntimeError, "list changed size during iteration");
        if (!t->ival)
            break;
        swap(nf->argv[0], (size_t)nf->i[1], (size_t)nf->i[5]);
        nf->i[1] = nf->i[5];
    }
    return vv_return_null(t);
    VV_END(nf);
}

/* Brings the item of `place` where it belongs: down from a topmost place (then up), or up only. t->ret = NULL */
static vv_step do_sift(vv_thread *t, vv_ref heap, size_t place, bool down, bool largest) {
    vv_native *nf = vv_push_native(t, sift_native, "heap", (vv_obj *[]){VV_OBJ(heap)}, 1);
    if (nf == NULL)
        return VV_FAILED;
    nf->i[0] = down ? (int64_t)place : 0;
    nf->i[1] = (int64_t)place;
    nf->i[2] = down;
    nf->i[3] = largest;
    return vv_native_enter(t, nf);
}

static int check_list(vv_thread *t, vv_ref heap, const char *name, bool alone) {
    if (VV_ISA(heap, LIST))
        return 0;
    return vv_raise_int(t, VV_TypeError, "%s() argument %smust be list, not %T", name, alone ? "" : "1 ", heap);
}

static vv_step heapq_heappush(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (check_list(t, nf->argv[0], "heappush", false) < 0 || vv_list_append(t, nf->argv[0], nf->argv[1]) < 0)
        return VV_FAILED;
    VV_AWAIT(nf, do_sift(t, nf->argv[0], VV_LIST(nf->argv[0])->length - 1, false, false));
    return vv_return_none(t);
    VV_END(nf);
}

static vv_step pop(vv_thread *t, vv_native *nf, const char *name, bool largest) { /* slot[0]: result */
    VV_BEGIN(nf);
    if (check_list(t, nf->argv[0], name, true) < 0)
        return VV_FAILED;
    if (VV_LIST(nf->argv[0])->length == 0)
        return vv_raise_step(t, VV_IndexError, "index out of range");
    {
        size_t last = VV_LIST(nf->argv[0])->length - 1;
        nf->slot[0] = vv_newref(VV_LIST(nf->argv[0])->items[0]);
        swap(nf->argv[0], 0, last);
        if (vv_list_replace(t, nf->argv[0], last, last + 1, NULL, 0) < 0)
            return VV_FAILED;
        if (last == 0)
            return vv_return(t, vv_move(&nf->slot[0]));
    }
    VV_AWAIT(nf, do_sift(t, nf->argv[0], 0, true, largest));
    return vv_return(t, vv_move(&nf->slot[0]));
    VV_END(nf);
}
static vv_step heapq_heappop(vv_thread *t, vv_native *nf) {
    return pop(t, nf, "heappop", false);
}
static vv_step heapq_heappop_max(vv_thread *t, vv_native *nf) {
    return pop(t, nf, "_heappop_max", true);
}

static vv_step replace(vv_thread *t, vv_native *nf, const char *name, bool largest) { /* slot[0]: result */
    VV_BEGIN(nf);
    if (check_list(t, nf->argv[0], name, false) < 0)
        return VV_FAILED;
    if (VV_LIST(nf->argv[0])->length == 0)
        return vv_raise_step(t, VV_IndexError, "index out of range");
    nf->slot[0] = VV_LIST(nf->argv[0])->items[0];
    VV_LIST(nf->argv[0])->items[0] = vv_newref(nf->argv[1]);
    VV_AWAIT(nf, do_sift(t, nf->argv[0], 0, true, largest));
    return vv_return(t, vv_move(&nf->slot[0]));
    VV_END(nf);
}
static vv_step heapq_heapreplace(vv_thread *t, vv_native *nf) {
    return replace(t, nf, "heapreplace", false);
}
static vv_step heapq_heapreplace_max(vv_thread *t, vv_native *nf) {
    return replace(t, nf, "_heapreplace_max", true);
}

static vv_step heapq_heappushpop(vv_thread *t, vv_native *nf) { /* slot[0]: result */
    VV_BEGIN(nf);
    if (check_list(t, nf->argv[0], "heappushpop", false) < 0)
        return VV_FAILED;
    if (VV_LIST(nf->argv[0])->length == 0)
        return vv_return(t, vv_move(&nf->argv[1]));
    nf->slot[0] = vv_newref(VV_LIST(nf->argv[0])->items[0]);
    VV_AWAIT(nf, vv_do_compare_bool(t, nf->slot[0], nf->argv[1], VV_LT));
    if (!t->ival)
        return vv_return(t, vv_move(&nf->argv[1]));
    if (VV_LIST(nf->argv[0])->length == 0)
        return vv_raise_step(t, VV_IndexError, "index out of range");
    vv_setref_take(t, &nf->slot[0], VV_LIST(nf->argv[0])->items[0]);
    VV_LIST(nf->argv[0])->items[0] = vv_newref(nf->argv[1]);
    VV_AWAIT(nf, do_sift(t, nf->argv[0], 0, true, false));
    return vv_return(t, vv_move(&nf->slot[0]));
    VV_END(nf);
}

static vv_step heapify(vv_thread *t, vv_native *nf, const char *name, bool largest) { /* i[0]: the place behind the next one */
    VV_BEGIN(nf);
    if (check_list(t, nf->argv[0], name, true) < 0)
        return VV_FAILED;
    for (nf->i[0] = (int64_t)(VV_LIST(nf->argv[0])->length / 2); nf->i[0] > 0; nf->i[0]--)
        VV_AWAIT(nf, do_sift(t, nf->argv[0], (size_t)nf->i[0] - 1, true, largest));
    return vv_return_none(t);
    VV_END(nf);
}
static vv_step heapq_heapify(vv_thread *t, vv_native *nf) {
    return heapify(t, nf, "heapify", false);
}
static vv_step heapq_heapify_max(vv_thread *t, vv_native *nf) {
    return heapify(t, nf, "_heapify_max", true);
}

vv_owned vv__heapq_module(vv_thread *t);
vv_owned vv__heapq_module(vv_thread *t) {
    VV_AUTO module = {t, vv_module_from_defs(t, "_heapq", "Priority queues as binary heaps in lists: heap[k] <= heap[2*k+1] and "
                                                          "heap[k] <= heap[2*k+2].",
                                             heapq_methods)};
    VV_AUTO about = {t, module.o == NULL ? NULL : vv_str_from_cstr(t, "The smallest item of a heap is always heap[0].")};
    if (about.o == NULL || vv_dict_set_cstr(t, VV_MODULE_OF(module.o)->dict, "__about__", about.o) < 0)
        return NULL;
    return vv_move(&module.o);
}
