/* _tracemalloc.c - module _tracemalloc: which line took which memory (object/tracer.h), for library module tracemalloc.
 *
 * Two hash tables with linear probing: blocks by address, and tracebacks by content, each of which is stored once. They are the
 * interpreter's own memory and are not traced. A str, bytes, int or tuple is sized when the next block comes, because it is not
 * filled in when it is told of. What there is no memory to note makes the allocation fail, as in CPython.
 */
#include <string.h>

#include "object/alloc.h"
#include "object/error.h"
#include "object/intern.h"
#include "object/tracer.h"
#include "types/function.h"
#include "types/int.h"
#include "types/list.h"
#include "types/str.h"
#include "types/tuple.h"
#include "vm/frame.h"

#define VV_DEF_NAME tracemalloc
#define VV_DEF_FILE "modules/_tracemalloc.def"
#include "object/deftype.h"

enum { MOST_FRAMES = 65535, FIRST_SLOTS = 1024, POINTER64 = 8 };

typedef struct place {
    vv_obj *file; /* a str, held by vm->traced_files */
    int32_t line;
} place;

typedef struct traceback {
    uint32_t hash;
    uint16_t count; /* places kept */
    uint16_t total; /* frames there were */
    place place[];  /* the most recent first */
} traceback;

typedef struct trace {
    char *block; /* NULL: the slot is free */
    const traceback *from;
    int64_t size;
} trace;

struct vv_traces {
    trace *slots;
    size_t mask, count;
    traceback **known;
    size_t known_mask, known_count;
    int64_t current, peak;
    size_t own; /* bytes of tables and tracebacks */
    int limit;
    bool paused;   /* what happens now is tracing itself */
    char *fresh;   /* the block of `fresh_object`, which is to be sized when it is complete; or NULL */
    vv_ref fresh_object;
    traceback *scratch; /* room for `limit` places */
    int32_t list_limits[VV_FL__COUNT]; /* of the free lists, as they were */
};

/* ---- own memory ---- */

static void *own_alloc(vv_thread *t, size_t bytes) {
    void *block = vv_mem_alloc_zeroed(t->vm->mem, bytes);
    if (block != NULL)
        t->vm->traces->own += bytes;
    return block;
}

static void own_free(vv_thread *t, void *block, size_t bytes) {
    if (block != NULL)
        t->vm->traces->own -= bytes;
    vv_mem_free(t->vm->mem, block);
}

static size_t traceback_bytes(size_t places) {
    return sizeof(traceback) + places * sizeof(place);
}

/* ---- where we are ---- */

/* The str that stands for a file name, made one of vm->traced_files; NULL without memory. */
static vv_obj *kept_file(vv_thread *t, vv_ref name) {
    vv_list *files = VV_LIST(t->vm->traced_files);
    for (size_t i = files->length; i-- > 0;)
        if (files->items[i] == name)
            return files->items[i];
    return vv_list_append(t, &files->head, name) < 0 ? NULL : VV_OBJ(name);
}

/* Fills the scratch traceback with the frames of the thread. */
static void look_around(vv_thread *t, struct vv_traces *all) {
    traceback *here = all->scratch;
    size_t total = 0;
    here->count = 0;
    for (vv_pyframe *f = vv_frame_python(t->frame); f != NULL; f = vv_frame_python(f->head.back), total++) {
        if (here->count >= all->limit)
            continue;
        int line = vv_frame_line(f);
        here->place[here->count++] = (place){f->code->filename, line < 0 ? 0 : line};
    }
    here->total = total > MOST_FRAMES ? MOST_FRAMES : (uint16_t)total;
    uint32_t hash = 2166136261u ^ here->total;
    for (size_t i = 0; i < here->count; i++)
        hash = (hash ^ (uint32_t)((uintptr_t)here->place[i].file >> 4)) * 16777619u ^ (uint32_t)here->place[i].line * 2654435761u;
    here->hash = hash ^ hash >> 15;
}

static bool equal(const traceback *a, const traceback *b) {
    if (a->hash != b->hash || a->count != b->count || a->total != b->total)
        return false;
    for (size_t i = 0; i < a->count; i++)
        if (a->place[i].file != b->place[i].file || a->place[i].line != b->place[i].line)
            return false;
    return true;
}

/* Twice the slots for tracebacks: 0/-1. */
static int grow_known(vv_thread *t, struct vv_traces *all) {
    size_t mask = all->known_mask * 2 + 1;
    traceback **slots = own_alloc(t, (mask + 1) * sizeof *slots);
    if (slots == NULL)
        return -1;
    for (size_t i = 0; i <= all->known_mask; i++) {
        traceback *old = all->known[i];
        size_t at = old == NULL ? 0 : old->hash & mask;
        while (old != NULL && slots[at] != NULL)
            at = (at + 1) & mask;
        if (old != NULL)
            slots[at] = old;
    }
    own_free(t, all->known, (all->known_mask + 1) * sizeof *slots);
    all->known = slots;
    all->known_mask = mask;
    return 0;
}

/* The traceback of this moment; NULL without memory. */
static const traceback *this_traceback(vv_thread *t, struct vv_traces *all) {
    look_around(t, all);
    const traceback *here = all->scratch;
    size_t at = here->hash & all->known_mask;
    for (; all->known[at] != NULL; at = (at + 1) & all->known_mask)
        if (equal(all->known[at], here))
            return all->known[at];
    if (all->known_count * 2 >= all->known_mask) {
        if (grow_known(t, all) < 0)
            return NULL;
        for (at = here->hash & all->known_mask; all->known[at] != NULL;)
            at = (at + 1) & all->known_mask;
    }
    traceback *fresh = own_alloc(t, traceback_bytes(here->count));
    if (fresh == NULL)
        return NULL;
    memcpy(fresh, here, traceback_bytes(here->count));
    for (size_t i = 0; i < fresh->count; i++) {
        if (kept_file(t, fresh->place[i].file) == NULL) {
            vv_clear_error(t); /* the one who wanted memory says it */
            own_free(t, fresh, traceback_bytes(here->count));
            return NULL;
        }
    }
    all->known_count++;
    return all->known[at] = fresh;
}

/* ---- blocks ---- */

static size_t home_of(const struct vv_traces *all, const void *block) {
    return ((size_t)((uintptr_t)block >> 4) * (size_t)UINT32_C(2654435769) >> 3) & all->mask;
}

static trace *find(const struct vv_traces *all, const void *block) {
    size_t at = home_of(all, block);
    while (all->slots[at].block != NULL && all->slots[at].block != block)
        at = (at + 1) & all->mask;
    return &all->slots[at];
}

static int grow(vv_thread *t, struct vv_traces *all) {
    size_t old_mask = all->mask;
    trace *old = all->slots, *slots = own_alloc(t, (old_mask * 2 + 2) * sizeof *slots);
    if (slots == NULL)
        return -1;
    all->slots = slots;
    all->mask = old_mask * 2 + 1;
    for (size_t i = 0; i <= old_mask; i++)
        if (old[i].block != NULL)
            *find(all, old[i].block) = old[i];
    own_free(t, old, (old_mask + 1) * sizeof *old);
    return 0;
}

static void set_size(struct vv_traces *all, trace *entry, int64_t size) {
    all->current += size - entry->size;
    entry->size = size;
    if (all->current > all->peak)
        all->peak = all->current;
}

/* Sizes the object told of last. */
static void complete(struct vv_traces *all) {
    char *block = all->fresh;
    all->fresh = NULL;
    if (block == NULL)
        return;
    trace *entry = find(all, block);
    if (entry->block != NULL)
        set_size(all, entry, vv_object_size64(all->fresh_object));
}

static int64_t size_of(vv_ref object, size_t bytes) {
    if (object == NULL)
        return (int64_t)(bytes / sizeof(void *) * POINTER64 + bytes % sizeof(void *));
    size_t fixed = object->type->basicsize, rest = bytes > fixed ? bytes - fixed : 0;
    return vv_object_head64(object) + vv_object_plain64(object) + (int64_t)(rest / sizeof(void *) * POINTER64);
}

static int trace_taken(vv_thread *t, void *block, vv_ref object, size_t bytes) {
    struct vv_traces *all = t->vm->traces;
    if (all->paused)
        return 0;
    complete(all);
    all->paused = true;
    const traceback *from = this_traceback(t, all);
    bool room = from != NULL && (all->count * 3 < all->mask * 2 || grow(t, all) == 0);
    all->paused = false;
    if (!room)
        return -1;
    trace *entry = find(all, block);
    if (entry->block == NULL)
        all->count++;
    else
        all->current -= entry->size; /* a block that was given back without a word */
    *entry = (trace){block, from, 0};
    set_size(all, entry, size_of(object, bytes));
    if (object != NULL && (object->type->flags & (VV_TF_STR | VV_TF_BYTES | VV_TF_INT | VV_TF_TUPLE)) != 0) {
        all->fresh = block;
        all->fresh_object = object;
    }
    return 0;
}

static void trace_resized(vv_thread *t, void *block, int64_t size) {
    struct vv_traces *all = t->vm->traces;
    trace *entry = find(all, block);
    if (entry->block != NULL && !all->paused) {
        /* the wrong size does not count for the peak: it was noted just before */
        bool highest = all->peak == all->current;
        all->current += size - entry->size;
        entry->size = size;
        if (highest || all->current > all->peak)
            all->peak = all->current;
    }
}

static void trace_freed(vv_thread *t, void *block) {
    struct vv_traces *all = t->vm->traces;
    trace *gone = block == NULL ? NULL : find(all, block);
    if (gone == NULL || gone->block == NULL)
        return;
    if (all->fresh == block)
        all->fresh = NULL;
    else
        complete(all);
    all->current -= gone->size;
    all->count--;
    /* what follows moves up, so that no search ends too early */
    size_t hole = (size_t)(gone - all->slots);
    for (size_t at = hole;;) {
        at = (at + 1) & all->mask;
        if (all->slots[at].block == NULL)
            break;
        size_t home = home_of(all, all->slots[at].block);
        if (((at - home) & all->mask) >= ((at - hole) & all->mask)) {
            all->slots[hole] = all->slots[at];
            hole = at;
        }
    }
    all->slots[hole] = (trace){0};
}

/* ---- on and off ---- */

static void forget_tracebacks(vv_thread *t, struct vv_traces *all) {
    for (size_t i = 0; i <= all->known_mask && all->known != NULL; i++) {
        if (all->known[i] != NULL)
            own_free(t, all->known[i], traceback_bytes(all->known[i]->count));
        all->known[i] = NULL;
    }
    all->known_count = 0;
}

static void forget(vv_thread *t, struct vv_traces *all) {
    memset(all->slots, 0, (all->mask + 1) * sizeof *all->slots);
    forget_tracebacks(t, all);
    all->count = 0;
    all->current = all->peak = 0;
    all->fresh = NULL;
}

static void free_tables(vv_thread *t, struct vv_traces *all) {
    forget_tracebacks(t, all);
    vv_mem_free(t->vm->mem, all->slots);
    vv_mem_free(t->vm->mem, all->known);
    vv_mem_free(t->vm->mem, all->scratch);
    vv_mem_free(t->vm->mem, all);
}

static void trace_end(vv_thread *t) {
    vv_vm *vm = t->vm;
    struct vv_traces *all = vm->traces;
    for (int i = 0; i < VV_FL__COUNT; i++)
        vm->freelists[i].limit = all->list_limits[i];
    vm->tracer = NULL;
    vm->attention |= VV_ATTN_LOOP;
    free_tables(t, all);
    vm->traces = NULL;
    vv_clearref(t, &vm->traced_files);
}

static const vv_tracer tracer = {trace_taken, trace_resized, trace_freed, trace_end};

/* 0, or -1 with MemoryError. */
static int begin(vv_thread *t, int limit) {
    vv_vm *vm = t->vm;
    struct vv_traces *all = vv_mem_alloc_zeroed(vm->mem, sizeof *all);
    vv_obj *files = vv_list_new(t, 0);
    if (all == NULL || files == NULL)
        goto no_memory;
    vm->traces = all;
    all->limit = vm->traced_frames = limit;
    all->mask = all->known_mask = FIRST_SLOTS - 1;
    all->slots = own_alloc(t, FIRST_SLOTS * sizeof *all->slots);
    all->known = own_alloc(t, FIRST_SLOTS * sizeof *all->known);
    all->scratch = own_alloc(t, traceback_bytes((size_t)limit));
    vm->traces = NULL;
    if (all->slots == NULL || all->known == NULL || all->scratch == NULL)
        goto no_memory;
    for (int i = 0; i < VV_FL__COUNT; i++) {
        vv_freelist_clear(vm, i);
        all->list_limits[i] = vm->freelists[i].limit;
        vm->freelists[i].limit = 0;
    }
    vm->traces = all;
    vm->traced_files = files;
    vv_untrack(t, files);
    vm->tracer = &tracer;
    vm->attention |= VV_ATTN_LOOP;
    return 0;
no_memory:
    vv_xdecref(t, files);
    if (all != NULL) {
        vm->traces = all;
        free_tables(t, all);
        vm->traces = NULL;
    }
    vv_raise_memory(t);
    return -1;
}

/* ---- the functions ---- */

/* argv: nframe or NULL */
static vv_step tracemalloc_start(vv_thread *t, vv_native *nf) {
    int64_t limit = 1;
    VV_BEGIN(nf);
    if (nf->argv[0] != NULL) {
        VV_AWAIT(nf, vv_do_index(t, nf->argv[0]));
        vv_setref_take(t, &nf->slot[0], vv_take_ret(t));
        if (vv_int_to_i64(nf->slot[0], &limit) != 0 || limit > INT32_MAX || limit < INT32_MIN)
            return vv_raise_step(t, VV_OverflowError, "Python int too large to convert to C int");
    }
    if (limit < 1 || limit > MOST_FRAMES)
        return vv_raise_step(t, VV_ValueError, "the number of frames must be in range [1; %d]", MOST_FRAMES);
    if (t->vm->tracer == NULL && begin(t, (int)limit) < 0)
        return VV_FAILED;
    return vv_return_none(t);
    VV_END(nf);
}

static vv_owned tracemalloc_stop(vv_thread *t, vv_obj *const *argv) {
    (void)argv;
    if (t->vm->tracer != NULL)
        t->vm->tracer->end(t);
    return vv_none(t);
}

static vv_owned tracemalloc_is_tracing(vv_thread *t, vv_obj *const *argv) {
    (void)argv;
    return vv_bool(t, t->vm->tracer != NULL);
}

static vv_owned tracemalloc_clear_traces(vv_thread *t, vv_obj *const *argv) {
    (void)argv;
    if (t->vm->tracer != NULL)
        forget(t, t->vm->traces);
    return vv_none(t);
}

static vv_owned tracemalloc_get_traceback_limit(vv_thread *t, vv_obj *const *argv) {
    (void)argv;
    return vv_int_new(t, t->vm->traced_frames == 0 ? 1 : t->vm->traced_frames);
}

static vv_owned tracemalloc_get_traced_memory(vv_thread *t, vv_obj *const *argv) {
    (void)argv;
    struct vv_traces *all = t->vm->traces;
    int64_t current = 0, peak = 0;
    if (all != NULL) {
        complete(all);
        current = all->current;
        peak = all->peak;
    }
    VV_AUTO a = {t, vv_int_new(t, current)};
    VV_AUTO b = {t, vv_int_new(t, peak)};
    return a.o == NULL || b.o == NULL ? NULL : vv_tuple_pack(t, 2, a.o, b.o);
}

static vv_owned tracemalloc_reset_peak(vv_thread *t, vv_obj *const *argv) {
    (void)argv;
    if (t->vm->traces != NULL) {
        complete(t->vm->traces);
        t->vm->traces->peak = t->vm->traces->current;
    }
    return vv_none(t);
}

static vv_owned tracemalloc_get_tracemalloc_memory(vv_thread *t, vv_obj *const *argv) {
    (void)argv;
    return vv_int_new(t, t->vm->traces == NULL ? 0 : (int64_t)(sizeof *t->vm->traces + t->vm->traces->own));
}

/* ((file, line), ...); without a frame, the one place nobody knows. */
static vv_owned frames_tuple(vv_thread *t, const traceback *from) {
    size_t n = from->count == 0 ? 1 : from->count;
    VV_AUTO frames = {t, vv_tuple_new(t, n)};
    for (size_t i = 0; i < n && frames.o != NULL; i++) {
        bool known = from->count != 0;
        VV_AUTO file = {t, known ? vv_newref(from->place[i].file) : vv_intern_cstr(t, "<unknown>")};
        VV_AUTO line = {t, vv_int_new(t, known ? from->place[i].line : 0)};
        if (file.o == NULL || line.o == NULL)
            return NULL;
        VV_TUPLE(frames.o)->items[i] = vv_tuple_pack(t, 2, file.o, line.o);
        if (VV_TUPLE(frames.o)->items[i] == NULL)
            return NULL;
    }
    return vv_move(&frames.o);
}

static vv_owned trace_tuple(vv_thread *t, const trace *entry) {
    VV_AUTO domain = {t, vv_int_new(t, 0)};
    VV_AUTO size = {t, vv_int_new(t, entry->size)};
    VV_AUTO total = {t, vv_int_new(t, entry->from->count == 0 ? 1 : entry->from->total)};
    VV_AUTO frames = {t, frames_tuple(t, entry->from)};
    if (size.o == NULL || total.o == NULL || frames.o == NULL)
        return NULL;
    return vv_tuple_pack(t, 4, domain.o, size.o, frames.o, total.o);
}

static vv_owned tracemalloc_get_traces(vv_thread *t, vv_obj *const *argv) {
    (void)argv;
    vv_owned list = vv_list_new(t, 0);
    struct vv_traces *all = t->vm->traces;
    if (all == NULL || list == NULL)
        return list;
    complete(all);
    all->paused = true; /* the list itself is not traced */
    for (size_t i = 0; i <= all->mask && list != NULL; i++) {
        if (all->slots[i].block == NULL)
            continue;
        vv_owned entry = trace_tuple(t, &all->slots[i]);
        if (entry == NULL || vv_list_append_take(t, list, entry) < 0)
            vv_clearref(t, &list);
    }
    all->paused = false;
    return list;
}

static vv_owned tracemalloc_get_object_traceback(vv_thread *t, vv_obj *const *argv) {
    struct vv_traces *all = t->vm->traces;
    const trace *entry = all == NULL ? NULL : find(all, (const char *)argv[0] - argv[0]->type->presize);
    return entry == NULL || entry->block == NULL ? vv_none(t) : frames_tuple(t, entry->from);
}

vv_owned vv__tracemalloc_module(vv_thread *t);
vv_owned vv__tracemalloc_module(vv_thread *t) {
    return vv_module_from_defs(t, "_tracemalloc", "Where memory is taken, line by line.\n", tracemalloc_methods);
}
