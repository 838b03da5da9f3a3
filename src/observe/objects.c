/* objects.c - the views objects, referrers and alive: who refers to whom. */
#include <string.h>

#include "observe/observe.h"
#include "types/dict.h"
#include "types/function.h"
#include "types/str.h"
#include "types/tuple.h"
#include "vm/frame.h"

static const char *const generation_names[] = {"0", "1", "2", "permanent"};

static void put_generation(vv_json *j, const vv_seen *seen) {
    vv_json_key(j, "generation");
    if (seen->generation < 0)
        vv_json_null(j);
    else
        vv_json_cstr(j, generation_names[seen->generation]);
}

vv_obj *vv_question_object(vv_question *q, const vv_survey *v) {
    int64_t id = vv_question_int(q, "id", 0);
    int64_t at = id == 0 ? -1 : vv_survey_find(v, (const vv_obj *)(uintptr_t)id);
    if (at < 0)
        q->error = "no living object has this id";
    return at < 0 ? NULL : v->seen[at].object;
}

/* ---- objects ---- */

typedef struct graph {
    vv_question *q;
    vv_survey nodes;
    int32_t parent; /* of what is met now */
    int64_t items, shown, dropped;
    bool hide_dunders; /* of the namespace of a module */
    bool writing;      /* the answer, after everything has been met */
} graph;

static bool is_dunder(vv_ref name) {
    uint32_t n = name == NULL || !VV_ISA(name, STR) ? 0 : vv_str_length(name);
    return n > 4 && vv_str_at(name, 0) == '_' && vv_str_at(name, 1) == '_' && vv_str_at(name, n - 1) == '_' && vv_str_at(name, n - 2) == '_';
}

/* Types and modules are named, not drawn, unless a name leads to them: everything hangs together through them. */
static bool is_scenery(const vv_edge *edge) {
    return (edge->kind == VV_EDGE_FIELD && VV_ISA(edge->target, TYPE)) || edge->kind == VV_EDGE_KEY ||
           (edge->name != NULL && strcmp(edge->name, "__globals__") == 0);
}

static bool wanted(const graph *g, const vv_edge *edge) {
    return !is_scenery(edge) && !(g->hide_dunders && is_dunder(edge->label));
}

static int meet(const vv_edge *edge, void *arg) {
    graph *g = arg;
    if (wanted(g, edge) && g->shown++ < g->items && vv_survey_add(&g->nodes, edge->target, g->parent) < 0)
        g->dropped++;
    return 0;
}

static int write_edge(const vv_edge *edge, void *arg) {
    graph *g = arg;
    if (!wanted(g, edge) || g->shown++ >= g->items || vv_survey_find(&g->nodes, edge->target) < 0)
        return 0;
    vv_json *j = g->q->j;
    vv_json_open(j, '{');
    vv_describe_edge(j, g->q->vm, edge);
    vv_json_put_id(j, "to", edge->target);
    vv_json_close(j, '}');
    return 0;
}

/* The roots: whose names lead into the graph. */
typedef struct scopes {
    graph *g;
    bool frames, main;
    vv_obj *object;
} scopes;

static void open_scope(graph *g, const char *kind, const vv_pyframe *f) {
    g->shown = 0;
    if (!g->writing)
        return;
    vv_json *j = g->q->j;
    vv_json_open(j, '{');
    vv_json_put_cstr(j, "scope", kind);
    vv_json_put_str(j, "name", f == NULL ? NULL : f->code->qualname);
    if (f != NULL)
        vv_json_put_int(j, "line", vv_frame_line(f));
    vv_json_key(j, "names");
    vv_json_open(j, '[');
}

static void close_scope(graph *g) {
    if (!g->writing)
        return;
    vv_json_close(g->q->j, ']');
    vv_json_close(g->q->j, '}');
}

static void each_scope(const scopes *s, vv_see_edge see) {
    graph *g = s->g;
    vv_vm *vm = g->q->vm;
    for (vv_thread *t = s->frames ? vm->main_thread : NULL; t != NULL; t = t->next) {
        for (vv_pyframe *f = vv_frame_python(t->frame); f != NULL; f = vv_frame_python(f->head.back)) {
            if ((f->code->flags & VV_CO_OPTIMIZED) == 0)
                continue; /* a module or class body: its names stand in a namespace */
            open_scope(g, "frame", f);
            (void)vv_describe_variables(f, see, g);
            close_scope(g);
        }
    }
    if (s->main && vm->main_dict != NULL) {
        open_scope(g, "main", NULL);
        g->hide_dunders = true;
        size_t pos = 0;
        vv_ref key, value;
        while (vv_dict_next(vm->main_dict, &pos, &key, &value, NULL))
            (void)see(&(vv_edge){VV_EDGE_VARIABLE, -1, key, NULL, VV_OBJ(value)}, g);
        g->hide_dunders = false;
        close_scope(g);
    }
    if (s->object != NULL) {
        open_scope(g, "object", NULL);
        (void)see(&(vv_edge){VV_EDGE_OTHER, -1, NULL, NULL, s->object}, g);
        close_scope(g);
    }
}

void vv_view_objects(vv_question *q) {
    int64_t limit = vv_question_int(q, "limit", 200), depth = vv_question_int(q, "depth", 6);
    graph g = {.q = q, .items = vv_question_int(q, "items", 30)};
    scopes s = {.g = &g, .frames = true, .main = true};
    const char *root;
    int n = vv_question_text(q, "root", &root);
    if (limit > 10000)
        limit = 10000;
    if (n == 4 && memcmp(root, "main", 4) == 0) {
        s.frames = false;
    } else if (n == 6 && memcmp(root, "frames", 6) == 0) {
        s.main = false;
    } else if (n >= 0) {
        vv_survey all;
        int64_t id = vv_question_int(q, "root", 0);
        if (vv_survey_all(&all, q->vm, q->scratch) < 0)
            return;
        int64_t at = id == 0 ? -1 : vv_survey_find(&all, (const vv_obj *)(uintptr_t)id);
        if (at < 0) {
            q->error = "root is neither main nor frames nor the id of a living object";
            return;
        }
        s = (scopes){.g = &g, .object = all.seen[at].object};
    }
    if (vv_survey_open(&g.nodes, q->vm, q->scratch, (uint32_t)(limit < 1 ? 1 : limit)) < 0)
        return;
    g.parent = VV_ROOT_MAIN;
    each_scope(&s, meet);
    uint32_t done = 0;
    for (int64_t level = 0; level < depth; level++) {
        for (uint32_t end = g.nodes.count; done < end; done++) {
            g.parent = (int32_t)done;
            g.shown = 0;
            (void)vv_describe_edges(g.nodes.seen[done].object, meet, &g);
        }
    }
    vv_survey_generations(&g.nodes);

    vv_view_begin(q, "objects");
    vv_json_key(q->j, "scopes");
    vv_json_open(q->j, '[');
    g.writing = true;
    each_scope(&s, write_edge);
    vv_json_close(q->j, ']');
    vv_json_key(q->j, "nodes");
    vv_json_open(q->j, '[');
    for (uint32_t i = 0; i < g.nodes.count; i++) {
        vv_json_open(q->j, '{');
        vv_describe(q->j, q->vm, g.nodes.seen[i].object);
        put_generation(q->j, &g.nodes.seen[i]);
        vv_json_key(q->j, "edges");
        vv_json_open(q->j, '[');
        g.shown = 0;
        (void)vv_describe_edges(g.nodes.seen[i].object, write_edge, &g);
        vv_json_close(q->j, ']');
        if (g.shown > g.items)
            vv_json_put_int(q->j, "hidden", g.shown - g.items);
        vv_json_close(q->j, '}');
    }
    vv_json_close(q->j, ']');
    vv_json_put_bool(q->j, "complete", g.dropped == 0 && done == g.nodes.count);
}

/* ---- referrers ---- */

typedef struct search {
    vv_question *q;
    vv_obj *target;
    vv_ref holder;
    int64_t found, limit;
    vv_edge *first; /* instead of writing: keeps the first edge */
} search;

static int write_referrer(const vv_edge *edge, void *arg) {
    search *s = arg;
    if (edge->target != s->target || s->found++ >= s->limit)
        return 0;
    vv_json *j = s->q->j;
    vv_json_open(j, '{');
    vv_describe_edge(j, s->q->vm, edge);
    vv_json_key(j, "from");
    vv_describe_object(j, s->q->vm, s->holder);
    vv_json_close(j, '}');
    return 0;
}

/* Calls `see` for the variables of all frames that refer to an object, until it answers true. */
static void each_variable(const vv_vm *vm, const vv_obj *o, bool (*see)(const vv_pyframe *f, int32_t index, void *arg), void *arg) {
    for (const vv_thread *t = vm->main_thread; t != NULL; t = t->next)
        for (vv_pyframe *f = vv_frame_python(t->frame); f != NULL; f = vv_frame_python(f->head.back))
            for (int32_t i = 0; i < f->code->nlocalsplus; i++)
                if (f->local[i] == o && see(f, i, arg))
                    return;
}

static vv_ref variable_name(const vv_pyframe *f, int32_t index) {
    return VV_TUPLE(f->code->localsplusnames)->items[index];
}

static bool write_holder(const vv_pyframe *f, int32_t index, void *arg) {
    search *s = arg;
    vv_json *j = s->q->j;
    if (s->found++ >= s->limit)
        return false;
    vv_json_open(j, '{');
    vv_describe_edge(j, s->q->vm, &(vv_edge){VV_EDGE_VARIABLE, index, variable_name(f, index), NULL, s->target});
    vv_json_put_str(j, "frame", f->code->qualname);
    vv_json_put_int(j, "line", vv_frame_line(f));
    vv_json_close(j, '}');
    return false;
}

void vv_view_referrers(vv_question *q) {
    vv_survey v;
    if (vv_survey_all(&v, q->vm, q->scratch) < 0)
        return;
    search s = {.q = q, .target = vv_question_object(q, &v), .limit = vv_question_int(q, "limit", 50)};
    if (s.target == NULL)
        return;
    vv_view_begin(q, "referrers");
    vv_json_key(q->j, "object");
    vv_describe_object(q->j, q->vm, s.target);
    vv_json_key(q->j, "referrers");
    vv_json_open(q->j, '[');
    each_variable(q->vm, s.target, write_holder, &s);
    for (uint32_t i = 0; i < v.count; i++) {
        s.holder = v.seen[i].object;
        (void)vv_describe_edges(s.holder, write_referrer, &s);
    }
    vv_json_close(q->j, ']');
    vv_json_put_int(q->j, "count", s.found);
}

/* ---- alive ---- */

static int keep_first(const vv_edge *edge, void *arg) {
    search *s = arg;
    if (edge->target != s->target)
        return 0;
    *s->first = *edge;
    return 1;
}

static const char *root_name(int32_t parent) {
    switch (parent) {
    case VV_ROOT_FRAME: return "frame";
    case VV_ROOT_MAIN: return "main";
    case VV_ROOT_MODULE: return "modules";
    case VV_ROOT_INTERPRETER: return "interpreter";
    default: return "none";
    }
}

/* The variable at the root. */
static bool write_root(const vv_pyframe *f, int32_t index, void *arg) {
    vv_json_put_str(arg, "frame", f->code->qualname);
    vv_json_put_str(arg, "variable", variable_name(f, index));
    return true;
}

void vv_view_alive(vv_question *q) {
    vv_survey v;
    if (vv_survey_all(&v, q->vm, q->scratch) < 0)
        return;
    vv_obj *target = vv_question_object(q, &v);
    if (target == NULL)
        return;
    /* turn the chain of parents round, so that it reads from the root on */
    int32_t at = (int32_t)vv_survey_find(&v, target), next = -1, root = 0;
    while (at >= 0) {
        int32_t parent = v.seen[at].parent;
        v.seen[at].parent = next;
        next = at;
        at = parent;
        root = parent;
    }
    vv_view_begin(q, "alive");
    vv_json_put_cstr(q->j, "root", root_name(root));
    if (root == VV_ROOT_FRAME)
        each_variable(q->vm, v.seen[next].object, write_root, q->j);
    vv_json_key(q->j, "path");
    vv_json_open(q->j, '[');
    for (at = next; at >= 0; at = v.seen[at].parent) {
        vv_json_open(q->j, '{');
        vv_describe(q->j, q->vm, v.seen[at].object);
        int32_t after = v.seen[at].parent;
        vv_edge edge = {.kind = VV_EDGE_OTHER, .index = -1};
        if (after >= 0) {
            search s = {.q = q, .target = v.seen[after].object, .first = &edge};
            (void)vv_describe_edges(v.seen[at].object, keep_first, &s);
            vv_json_key(q->j, "by");
            vv_json_open(q->j, '{');
            vv_describe_edge(q->j, q->vm, &edge);
            vv_json_close(q->j, '}');
        }
        vv_json_close(q->j, '}');
    }
    vv_json_close(q->j, ']');
}

/* ---- living ---- */

void vv_view_living(vv_question *q) {
    const char *text;
    int n = vv_question_text(q, "ids", &text);
    vv_survey v;
    if (vv_survey_all(&v, q->vm, q->scratch) < 0)
        return;
    vv_survey_generations(&v);
    vv_view_begin(q, "living");
    vv_json_key(q->j, "objects");
    vv_json_open(q->j, '[');
    uint64_t id = 0;
    for (int i = 0; i <= n; i++) {
        if (i < n && text[i] >= '0' && text[i] <= '9') {
            id = id * 10 + (uint64_t)(text[i] - '0');
            continue;
        }
        int64_t at = id == 0 || id > UINTPTR_MAX ? -1 : vv_survey_find(&v, (const vv_obj *)(uintptr_t)id);
        id = 0;
        if (at < 0)
            continue;
        vv_json_open(q->j, '{');
        vv_describe(q->j, q->vm, v.seen[at].object);
        put_generation(q->j, &v.seen[at]);
        vv_json_close(q->j, '}');
    }
    vv_json_close(q->j, ']');
}
