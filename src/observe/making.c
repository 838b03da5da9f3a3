/* making.c - the views mro and making: how the order of bases of a class comes about, and what is called when a class and an
 * instance of it are made. */
#include <string.h>

#include "observe/observe.h"
#include "types/dict.h"
#include "types/function.h"
#include "types/str.h"
#include "types/tuple.h"

enum { MOST_LISTS = 32 };

/* ---- mro: the C3 merge, one chosen class a step ---- */

typedef struct merge {
    vv_question *q;
    const vv_tuple *lists[MOST_LISTS];
    vv_tuple *bases; /* the last list: made here, in scratch memory */
    size_t heads[MOST_LISTS];
    size_t n;
} merge;

static void write_ids(vv_json *j, const vv_tuple *list, size_t from) {
    vv_json_open(j, '[');
    for (size_t i = from; i < list->length; i++)
        vv_json_int(j, (int64_t)(uintptr_t)list->items[i]);
    vv_json_close(j, ']');
}

/* The list behind whose head a class stands, or -1. */
static int64_t blocking(const merge *m, vv_ref candidate) {
    for (size_t k = 0; k < m->n; k++)
        for (size_t i = m->heads[k] + 1; i < m->lists[k]->length; i++)
            if (m->lists[k]->items[i] == candidate)
                return (int64_t)k;
    return -1;
}

/* A step: what is left of the lists, the heads tried in order, and the one taken. False when none can be, or nothing is left. */
static bool write_step(merge *m, bool *stuck) {
    vv_json *j = m->q->j;
    bool any = false;
    for (size_t i = 0; i < m->n; i++)
        any |= m->heads[i] < m->lists[i]->length;
    if (!any)
        return false;
    vv_ref chosen = NULL;
    vv_json_open(j, '{');
    vv_json_key(j, "lists");
    vv_json_open(j, '[');
    for (size_t i = 0; i < m->n; i++)
        write_ids(j, m->lists[i], m->heads[i]);
    vv_json_close(j, ']');
    vv_json_key(j, "tried");
    vv_json_open(j, '[');
    for (size_t i = 0; i < m->n && chosen == NULL; i++) {
        if (m->heads[i] >= m->lists[i]->length)
            continue;
        vv_ref candidate = m->lists[i]->items[m->heads[i]];
        int64_t blocked = blocking(m, candidate);
        vv_json_open(j, '{');
        vv_json_put_id(j, "id", candidate);
        vv_json_put_int(j, "list", (int64_t)i);
        vv_json_key(j, "blockedBy");
        if (blocked < 0)
            vv_json_null(j);
        else
            vv_json_int(j, blocked);
        vv_json_close(j, '}');
        if (blocked < 0)
            chosen = candidate;
    }
    vv_json_close(j, ']');
    vv_json_put_id(j, "chosen", chosen);
    vv_json_close(j, '}');
    *stuck = chosen == NULL;
    for (size_t i = 0; i < m->n; i++)
        if (m->heads[i] < m->lists[i]->length && m->lists[i]->items[m->heads[i]] == chosen)
            m->heads[i]++;
    return chosen != NULL;
}

/* Bases by name, "A,B": a tuple in scratch memory, NULL with an error. */
static vv_tuple *named_bases(vv_question *q, const char *names, size_t n) {
    vv_tuple *bases = vv_scratch_take(q->scratch, sizeof(vv_tuple) + MOST_LISTS * sizeof(vv_obj *));
    for (size_t at = 0; bases != NULL && at < n;) {
        size_t end = at;
        while (end < n && names[end] != ',')
            end++;
        vv_ref base = vv_entry_named(q->vm->main_dict, names + at, end - at);
        if (base == NULL && q->vm->builtins != NULL)
            base = vv_entry_named(q->vm->builtins, names + at, end - at);
        if (base == NULL || !VV_ISA(base, TYPE) || VV_AS_TYPE(base)->mro == NULL || bases->length + 1 >= MOST_LISTS) {
            q->error = "one of the bases is no class";
            return NULL;
        }
        bases->items[bases->length++] = VV_OBJ(base);
        at = end + 1;
    }
    return bases;
}

/* Each class met, once, with its name. */
static void write_names(merge *m) {
    vv_json *j = m->q->j;
    vv_json_key(j, "classes");
    vv_json_open(j, '[');
    for (size_t k = 0; k < m->n; k++) {
        for (size_t i = 0; i < m->lists[k]->length; i++) {
            vv_ref class_ = m->lists[k]->items[i];
            bool again = false;
            for (size_t b = 0; b <= k && !again; b++)
                for (size_t a = 0; a < (b == k ? i : m->lists[b]->length) && !again; a++)
                    again = m->lists[b]->items[a] == class_;
            if (again)
                continue;
            vv_json_open(j, '{');
            vv_json_put_id(j, "id", class_);
            vv_json_put_str(j, "name", VV_AS_TYPE(class_)->name);
            vv_json_close(j, '}');
        }
    }
    vv_json_close(j, ']');
}

void vv_view_mro(vv_question *q) {
    const char *names;
    int n = vv_question_text(q, "bases", &names);
    merge m = {.q = q};
    const vv_type *type = NULL;
    if (n >= 0) {
        m.bases = named_bases(q, names, (size_t)n);
    } else {
        type = vv_question_class(q);
        m.bases = type == NULL ? NULL : (vv_tuple *)type->bases;
    }
    if (m.bases == NULL)
        return;
    if (m.bases->length + 1 > MOST_LISTS) {
        q->error = "there are too many bases";
        return;
    }
    for (size_t i = 0; i < m.bases->length; i++)
        m.lists[m.n++] = VV_TUPLE(VV_AS_TYPE(m.bases->items[i])->mro);
    m.lists[m.n++] = m.bases;
    vv_view_begin(q, "mro");
    vv_json_put_id(q->j, "id", type);
    vv_json_put_str(q->j, "name", type == NULL ? NULL : type->name);
    write_names(&m);
    vv_json_key(q->j, "bases");
    write_ids(q->j, m.bases, 0);
    vv_json_key(q->j, "steps");
    vv_json_open(q->j, '[');
    bool stuck = false;
    while (write_step(&m, &stuck)) {
    }
    vv_json_close(q->j, ']');
    vv_json_put_bool(q->j, "consistent", !stuck);
    /* a metaclass may have decided otherwise */
    vv_json_key(q->j, "mro");
    if (type == NULL || type->mro == NULL)
        vv_json_null(q->j);
    else
        write_ids(q->j, VV_TUPLE(type->mro), 0);
}

/* ---- making: what is called, in order ---- */

static vv_ref find(const vv_type *type, size_t from, const char *name, vv_ref *where) {
    const vv_tuple *mro = VV_TUPLE(type->mro);
    for (size_t i = from; i < mro->length; i++) {
        vv_ref found = vv_entry_named(VV_AS_TYPE(mro->items[i])->dict, name, strlen(name));
        if (found != NULL) {
            *where = mro->items[i];
            return found;
        }
    }
    return NULL;
}

static void write_call(vv_question *q, const char *name, const vv_type *type, size_t from, vv_ref attribute) {
    vv_ref where = NULL, found = find(type, from, name, &where);
    if (found == NULL)
        return;
    vv_json *j = q->j;
    vv_json_open(j, '{');
    vv_json_put_cstr(j, "name", name);
    vv_json_put_id(j, "in", where);
    vv_json_put_str(j, "inName", VV_AS_TYPE(where)->name);
    vv_json_put_id(j, "id", found);
    vv_json_put_bool(j, "python", (VV_AS_TYPE(where)->flags & VV_TF_HEAP) != 0);
    if (attribute != NULL)
        vv_json_put_str(j, "attribute", attribute);
    vv_json_close(j, '}');
}

void vv_view_making(vv_question *q) {
    const vv_type *type = vv_question_class(q);
    if (type == NULL || type->mro == NULL || type->head.type->mro == NULL)
        return;
    const vv_type *meta = type->head.type;
    vv_json *j = q->j;
    vv_view_begin(q, "making");
    vv_json_put_id(j, "id", type);
    vv_json_put_str(j, "name", type->name);
    vv_json_put_id(j, "metaclass", meta);
    vv_json_put_str(j, "metaclassName", meta->name);
    vv_json_key(j, "class"); /* the class statement */
    vv_json_open(j, '[');
    write_call(q, "__prepare__", meta, 0, NULL);
    write_call(q, "__call__", meta->head.type, 0, NULL);
    write_call(q, "__new__", meta, 0, NULL);
    size_t pos = 0;
    vv_ref key, value;
    while (type->dict != NULL && vv_dict_next(type->dict, &pos, &key, &value, NULL))
        write_call(q, "__set_name__", value->type, 0, key);
    write_call(q, "__init_subclass__", type, 1, NULL);
    write_call(q, "__init__", meta, 0, NULL);
    vv_json_close(j, ']');
    vv_json_key(j, "instance"); /* Class(...) */
    vv_json_open(j, '[');
    write_call(q, "__call__", meta, 0, NULL);
    write_call(q, "__new__", type, 0, NULL);
    write_call(q, "__init__", type, 0, NULL);
    vv_json_close(j, ']');
}
