/* heap.c - the views heap and generations: how much memory holds what, and what the collector keeps account of. */
#include <stdlib.h>

#include "object/gc.h"
#include "observe/observe.h"

typedef struct by_type {
    const vv_type *type;
    int64_t count, size, size64;
} by_type;

static int larger(const void *a, const void *b) {
    const by_type *x = a, *y = b;
    return x->size != y->size ? (x->size < y->size) - (x->size > y->size) : (x->count < y->count) - (x->count > y->count);
}

/* ---- heap ---- */

enum { CLASSES_BELOW = 512, CLASS_STEP = 16, CLASSES = CLASSES_BELOW / CLASS_STEP + 1 };

typedef struct by_size {
    int64_t count, bytes;
} by_size;

static void count_block(void *block, size_t size, void *arg) {
    (void)block;
    by_size *classes = arg;
    size_t at = size > CLASSES_BELOW ? CLASSES - 1 : (size + CLASS_STEP - 1) / CLASS_STEP - 1;
    classes[at].count++;
    classes[at].bytes += (int64_t)size;
}

static void write_free_lists(vv_question *q) {
    static const char *const names[VV_FL_TUPLE0] = {"int", "int of two digits", "float", "list", "dict", "dict keys", "async_generator_asend",
                                                    "async_generator_wrapped_value", "Context", "slice"};
    vv_json_key(q->j, "freeLists");
    vv_json_open(q->j, '[');
    for (int i = 0; i < VV_FL__COUNT; i++) {
        const vv_freelist *list = &q->vm->freelists[i];
        if (list->limit == 0)
            continue;
        vv_json_open(q->j, '{');
        vv_json_put_cstr(q->j, "of", i < VV_FL_TUPLE0 ? names[i] : "tuple");
        if (i >= VV_FL_TUPLE0)
            vv_json_put_int(q->j, "items", i - VV_FL_TUPLE0);
        vv_json_put_int(q->j, "length", list->length);
        vv_json_put_int(q->j, "limit", list->limit);
        vv_json_close(q->j, '}');
    }
    vv_json_close(q->j, ']');
}

void vv_view_heap(vv_question *q) {
    vv_survey v;
    if (vv_survey_all(&v, q->vm, q->scratch) < 0)
        return;
    int64_t limit = vv_question_int(q, "limit", 60);
    /* a second table counts by type: entries stand in the order of first sight */
    vv_survey types;
    by_type *rows = vv_survey_open(&types, q->vm, q->scratch, v.count) < 0 ? NULL : vv_scratch_take(q->scratch, v.count * sizeof *rows);
    by_size *classes = vv_scratch_take(q->scratch, CLASSES * sizeof *classes);
    if (rows == NULL || classes == NULL)
        return;
    for (uint32_t i = 0; i < v.count; i++) {
        vv_obj *o = v.seen[i].object;
        by_type *row = &rows[vv_survey_add(&types, &o->type->head, 0)];
        row->type = o->type;
        row->count++;
        row->size += (int64_t)vv_mem_usable(q->vm->mem, (const char *)o - o->type->presize);
        row->size64 += vv_object_size64(o);
    }
    qsort(rows, types.count, sizeof *rows, larger);
    vv_mem_walk(q->vm->mem, count_block, classes);

    vv_view_begin(q, "heap");
    vv_json_put_int(q->j, "objects", v.count);
    vv_json_put_int(q->j, "blocks", (int64_t)vv_mem_blocks(q->vm->mem));
    vv_json_put_int(q->j, "used", (int64_t)vv_mem_used(q->vm->mem));
    vv_json_put_int(q->j, "peak", (int64_t)vv_mem_peak(q->vm->mem));
    vv_json_put_int(q->j, "limit", (int64_t)vv_mem_limit(q->vm->mem));
    vv_json_put_int(q->j, "types", types.count);
    vv_json_key(q->j, "byType");
    vv_json_open(q->j, '[');
    for (uint32_t i = 0; i < types.count && (int64_t)i < limit; i++) {
        vv_json_open(q->j, '{');
        vv_json_put_cstr(q->j, "type", rows[i].type->tp_name);
        vv_json_put_id(q->j, "typeId", rows[i].type);
        vv_json_put_int(q->j, "count", rows[i].count);
        vv_json_put_int(q->j, "size", rows[i].size);
        vv_json_put_int(q->j, "size64", rows[i].size64);
        vv_json_close(q->j, '}');
    }
    vv_json_close(q->j, ']');
    vv_json_key(q->j, "bySize");
    vv_json_open(q->j, '[');
    for (int i = 0; i < CLASSES; i++) {
        if (classes[i].count == 0)
            continue;
        vv_json_open(q->j, '{');
        vv_json_key(q->j, "upTo");
        if (i == CLASSES - 1)
            vv_json_null(q->j);
        else
            vv_json_int(q->j, (i + 1) * CLASS_STEP);
        vv_json_put_int(q->j, "count", classes[i].count);
        vv_json_put_int(q->j, "bytes", classes[i].bytes);
        vv_json_close(q->j, '}');
    }
    vv_json_close(q->j, ']');
    write_free_lists(q);
}

/* ---- generations ---- */

static void write_members(vv_question *q, const vv_gc_head *head, int64_t limit) {
    int64_t n = 0;
    vv_json_key(q->j, "members");
    vv_json_open(q->j, '[');
    for (const vv_gc_head *g = head->next; g != NULL && g != head; g = g->next, n++) {
        if (n >= limit)
            continue;
        vv_describe_object(q->j, q->vm, VV_GC_OBJ(g));
    }
    vv_json_close(q->j, ']');
    vv_json_put_int(q->j, "objects", n);
}

void vv_view_generations(vv_question *q) {
    const vv_gc_state *gc = &q->vm->gc;
    int64_t limit = vv_question_int(q, "limit", 0);
    vv_view_begin(q, "generations");
    vv_json_put_bool(q->j, "enabled", gc->enabled);
    vv_json_put_bool(q->j, "collecting", gc->collecting);
    vv_json_put_int(q->j, "longLived", gc->long_lived_total);
    vv_json_put_int(q->j, "longLivedPending", gc->long_lived_pending);
    vv_json_key(q->j, "generations");
    vv_json_open(q->j, '[');
    for (int i = 0; i < VV_GENERATIONS; i++) {
        const vv_generation *g = &gc->gen[i];
        vv_json_open(q->j, '{');
        vv_json_put_int(q->j, "generation", i);
        vv_json_put_int(q->j, "count", g->count);
        vv_json_put_int(q->j, "threshold", g->threshold);
        vv_json_put_int(q->j, "collections", (int64_t)g->collections);
        vv_json_put_int(q->j, "collected", (int64_t)g->collected);
        vv_json_put_int(q->j, "uncollectable", (int64_t)g->uncollectable);
        write_members(q, &g->head, limit);
        vv_json_close(q->j, '}');
    }
    vv_json_close(q->j, ']');
    vv_json_key(q->j, "permanent");
    vv_json_open(q->j, '{');
    write_members(q, &gc->permanent, limit);
    vv_json_close(q->j, '}');
}
