/* collect.c - the view collect: what a collection of a generation would find now.
 *
 * The collector's own algorithm (object/gc.c) on counts of its own: copies the counts of the members, takes off the references
 * from one member to another, and goes on from what is left. Nothing of the program is touched.
 */
#include "object/gc.h"
#include "observe/observe.h"

enum { HELD = INT32_MAX }; /* the copied count of an immortal object: no references from inside use it up */

typedef struct members {
    vv_survey table;  /* parent: 1 = reachable; found: what is left of the count */
    uint32_t *queue;  /* reachable members whose references have not been followed */
    uint32_t waiting;
} members;

static int add(vv_obj *o, void *arg) {
    members *m = arg;
    int64_t at = vv_survey_add(&m->table, o, 0);
    if (at >= 0)
        m->table.seen[at].found = vv_is_immortal(o) ? HELD : o->refcnt;
    return 0;
}

static int subtract(vv_obj *o, void *arg) {
    members *m = arg;
    int64_t at = vv_survey_find(&m->table, o);
    if (at >= 0 && m->table.seen[at].found > 0)
        m->table.seen[at].found--;
    return 0;
}

static int reach(vv_obj *o, void *arg) {
    members *m = arg;
    int64_t at = vv_survey_find(&m->table, o);
    if (at >= 0 && m->table.seen[at].parent == 0) {
        m->table.seen[at].parent = 1;
        m->queue[m->waiting++] = (uint32_t)at;
    }
    return 0;
}

static void write_member(vv_question *q, const vv_seen *seen) {
    vv_obj *o = seen->object;
    vv_json_open(q->j, '{');
    vv_describe(q->j, q->vm, o);
    vv_json_put_int(q->j, "refs", vv_is_immortal(o) ? HELD : (int64_t)o->refcnt);
    vv_json_put_int(q->j, "left", seen->found);
    vv_json_put_bool(q->j, "reachable", seen->parent == 1);
    if (o->type->s.del != NULL)
        vv_json_put_bool(q->j, "finalizer", true);
    vv_json_close(q->j, '}');
}

void vv_view_collect(vv_question *q) {
    int64_t generation = vv_question_int(q, "generation", VV_GENERATIONS - 1), limit = vv_question_int(q, "limit", 100);
    members m = {.waiting = 0};
    if (generation >= VV_GENERATIONS) {
        q->error = "there is no such generation";
        return;
    }
    if (vv_survey_open(&m.table, q->vm, q->scratch, vv_survey_bound(q->vm)) < 0)
        return;
    for (int64_t g = 0; g <= generation; g++)
        vv_gc_each(q->vm, (int)g, add, &m);
    uint32_t count = m.table.count, garbage = 0;
    m.queue = vv_scratch_take(q->scratch, (count + 1) * sizeof *m.queue);
    if (m.queue == NULL)
        return;
    for (uint32_t i = 0; i < count; i++)
        m.table.seen[i].object->type->traverse(m.table.seen[i].object, subtract, &m);
    for (uint32_t i = 0; i < count; i++)
        if (m.table.seen[i].found > 0)
            (void)reach(m.table.seen[i].object, &m);
    while (m.waiting > 0) {
        vv_obj *o = m.table.seen[m.queue[--m.waiting]].object;
        o->type->traverse(o, reach, &m);
    }
    for (uint32_t i = 0; i < count; i++)
        garbage += m.table.seen[i].parent == 0;

    vv_view_begin(q, "collect");
    vv_json_put_int(q->j, "generation", generation);
    vv_json_put_int(q->j, "count", count);
    vv_json_put_int(q->j, "garbage", garbage);
    vv_json_key(q->j, "objects");
    vv_json_open(q->j, '[');
    int64_t shown = 0;
    for (uint32_t i = 0; i < count && shown < limit; i++)
        if (m.table.seen[i].parent == 0) {
            write_member(q, &m.table.seen[i]);
            shown++;
        }
    /* of the others those that were tracked last: the program's own rather than the interpreter's */
    uint32_t from = count;
    for (int64_t room = limit - shown; from > 0 && room > 0; from--)
        room -= m.table.seen[from - 1].parent == 1;
    for (uint32_t i = from; i < count; i++)
        if (m.table.seen[i].parent == 1) {
            write_member(q, &m.table.seen[i]);
            shown++;
        }
    vv_json_close(q->j, ']');
    vv_json_put_int(q->j, "hidden", count - shown);
}
