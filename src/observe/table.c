/* table.c - the view table: the items, slots and spare room of a list, dict or set. */
#include <stdio.h>

#include "observe/observe.h"
#include "types/dict.h"
#include "types/list.h"
#include "types/set.h"

static void write_hash(vv_json *j, vv_hash hash) {
    char text[24];
    snprintf(text, sizeof text, "%lld", (long long)hash); /* a number of JavaScript's would lose digits */
    vv_json_put_cstr(j, "hash", text);
}

static void write_list(vv_question *q, const vv_list *list, size_t limit) {
    vv_json *j = q->j;
    vv_json_key(j, "list");
    vv_json_open(j, '{');
    vv_json_put_id(j, "address", list->items);
    vv_json_put_int(j, "length", (int64_t)list->length);
    vv_json_put_int(j, "capacity", (int64_t)list->capacity);
    vv_json_put_int(j, "spare", (int64_t)(list->capacity - list->length));
    vv_json_key(j, "items");
    vv_json_open(j, '[');
    for (size_t i = 0; i < list->length && i < limit; i++)
        vv_json_int(j, (int64_t)(uintptr_t)list->items[i]);
    vv_json_close(j, ']');
    vv_json_close(j, '}');
}

static int64_t index_at(const vv_dict_keys *keys, size_t slot) {
    unsigned width = (1u << keys->log2_index_bytes) >> keys->log2_size;
    return width == 1 ? keys->index[slot] : width == 2 ? ((const int16_t *)keys->index)[slot] : ((const int32_t *)keys->index)[slot];
}

static void write_key(vv_question *q, vv_ref key, vv_hash hash) {
    write_hash(q->j, hash);
    vv_json_put_id(q->j, "key", key);
    vv_json_key(q->j, "text");
    vv_describe_text(q->j, q->vm, key);
}

/* The index table says which entry stands at a slot (-1: none, -2: a deleted one); entries are in the order of insertion. */
static void write_dict(vv_question *q, const vv_dict *dict, size_t limit) {
    vv_json *j = q->j;
    const vv_dict_keys *keys = dict->keys;
    const vv_dict_entry *entries = vv_dict_entries(keys);
    size_t slots = (size_t)1 << keys->log2_size;
    vv_json_key(j, "dict");
    vv_json_open(j, '{');
    vv_json_put_id(j, "address", keys);
    vv_json_put_bool(j, "shared", keys->log2_size == 0); /* the one empty table of all new dicts */
    vv_json_put_int(j, "slots", (int64_t)slots);
    vv_json_put_int(j, "indexWidth", (1 << keys->log2_index_bytes) >> keys->log2_size);
    vv_json_put_int(j, "used", keys->used);
    vv_json_put_int(j, "usable", keys->usable);
    vv_json_put_int(j, "deleted", (int64_t)keys->used - (int64_t)dict->length);
    vv_json_put_bool(j, "onlyStr", keys->str_only);
    vv_json_key(j, "index");
    vv_json_open(j, '[');
    for (size_t i = 0; i < slots && i < 2 * limit; i++)
        vv_json_int(j, index_at(keys, i));
    vv_json_close(j, ']');
    vv_json_key(j, "entries");
    vv_json_open(j, '[');
    for (size_t i = 0; i < keys->used && i < limit; i++) {
        if (entries[i].key == NULL) {
            vv_json_null(j);
            continue;
        }
        vv_json_open(j, '{');
        write_key(q, entries[i].key, entries[i].hash);
        vv_json_put_int(j, "slot", (int64_t)((uint64_t)entries[i].hash & (slots - 1)));
        vv_json_put_id(j, "value", entries[i].value);
        vv_json_close(j, '}');
    }
    vv_json_close(j, ']');
    vv_json_close(j, '}');
}

static void write_set(vv_question *q, const vv_set *set, size_t limit) {
    vv_json *j = q->j;
    vv_json_key(j, "set");
    vv_json_open(j, '{');
    vv_json_put_id(j, "address", set->table);
    vv_json_put_bool(j, "inside", set->table == set->small); /* in the object itself */
    vv_json_put_int(j, "slots", (int64_t)set->mask + 1);
    vv_json_put_int(j, "used", (int64_t)set->used);
    vv_json_put_int(j, "deleted", (int64_t)(set->fill - set->used));
    vv_json_key(j, "table");
    vv_json_open(j, '[');
    size_t shown = 0, pos = 0;
    vv_ref key;
    vv_hash hash;
    while (shown < limit && vv_set_next((vv_ref)set, &pos, &key, &hash)) {
        vv_json_open(j, '{');
        vv_json_put_int(j, "at", (int64_t)pos - 1);
        vv_json_put_int(j, "slot", (int64_t)((uint64_t)hash & set->mask));
        write_key(q, key, hash);
        vv_json_close(j, '}');
        shown++;
    }
    vv_json_close(j, ']');
    vv_json_close(j, '}');
}

void vv_view_table(vv_question *q) {
    vv_survey all;
    int64_t limit = vv_question_int(q, "items", 64);
    if (vv_survey_all(&all, q->vm, q->scratch) < 0)
        return;
    vv_obj *o = vv_question_object(q, &all);
    if (o == NULL)
        return;
    uint32_t flags = o->type->flags;
    if ((flags & (VV_TF_LIST | VV_TF_DICT | VV_TF_SET)) == 0) {
        q->error = "this is no list, dict or set";
        return;
    }
    vv_view_begin(q, "table");
    vv_json_key(q->j, "object");
    vv_describe_object(q->j, q->vm, o);
    if ((flags & VV_TF_LIST) != 0)
        write_list(q, VV_LIST(o), (size_t)limit);
    if ((flags & VV_TF_DICT) != 0)
        write_dict(q, VV_DICT(o), (size_t)limit);
    if ((flags & VV_TF_SET) != 0)
        write_set(q, VV_SET(o), (size_t)limit);
}
