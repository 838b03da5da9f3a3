/* lookup.c - the view lookup: where object.attribute is found, place by place, in the order in which it is searched. */
#include <string.h>

#include "observe/observe.h"
#include "types/dict.h"
#include "types/function.h"
#include "types/instance.h"
#include "types/str.h"
#include "types/tuple.h"

typedef struct search {
    vv_question *q;
    vv_ref object;
    const char *name;
    size_t n;
} search;

/* A place that was searched, and what stood there. */
static void write_place(const search *s, const char *place, vv_ref where, vv_ref found) {
    vv_json *j = s->q->j;
    vv_json_open(j, '{');
    vv_json_put_cstr(j, "place", place);
    vv_json_put_id(j, "in", where);
    vv_json_key(j, "inText");
    vv_describe_text(j, s->q->vm, where);
    vv_json_put_id(j, "found", found);
    if (found != NULL) {
        vv_json_put_cstr(j, "role", vv_role_of(found));
        vv_json_put_bool(j, "binds", found->type->s.descr_get != NULL);
        vv_json_put_bool(j, "data", found->type->s.descr_set != NULL);
    }
    vv_json_close(j, '}');
}

/* Through the MRO of `type`; writes the places up to the first that has it. */
static vv_ref search_classes(const search *s, const char *place, const vv_type *type) {
    const vv_tuple *mro = VV_TUPLE(type->mro);
    vv_ref found = NULL;
    for (size_t i = 0; i < mro->length && found == NULL; i++) {
        found = vv_entry_named(VV_AS_TYPE(mro->items[i])->dict, s->name, s->n);
        write_place(s, place, mro->items[i], found);
    }
    return found;
}

/* What the instance has of its own: values it keeps itself, or a dict. Slots belong to the class: descriptors. */
static vv_ref search_instance(const search *s) {
    vv_ref found = NULL, dict = vv_instance_dict_peek(s->object);
    if (dict != NULL) {
        found = vv_entry_named(dict, s->name, s->n);
        write_place(s, "dict", s->object, found);
    } else if ((s->object->type->flags & VV_TF_DICT_PRE) != 0) {
        vv_values values = vv_values_peek(s->object);
        for (unsigned i = 0, n = values == NULL ? 0 : vv_values_length(values); i < n && found == NULL; i++) {
            unsigned index = ((const uint8_t *)values)[-3 - (int)i];
            if (vv_same_text(vv_dict_entries(s->object->type->shared_keys)[index].key, s->name, s->n))
                found = values[index];
        }
        write_place(s, "values", s->object, found);
    }
    return found;
}

static void write_result(const search *s, const char *by, vv_ref found) {
    vv_json *j = s->q->j;
    vv_json_put_cstr(j, "result", by);
    vv_json_put_id(j, "id", found);
}

void vv_view_lookup(vv_question *q) {
    vv_survey all;
    search s = {.q = q};
    int n = vv_question_text(q, "attribute", &s.name);
    if (vv_survey_all(&all, q->vm, q->scratch) < 0)
        return;
    s.object = vv_question_object(q, &all);
    if (s.object == NULL)
        return;
    const vv_type *type = s.object->type;
    if (n <= 0 || type->mro == NULL) {
        q->error = "an attribute is to be given";
        return;
    }
    s.n = (size_t)n;
    bool is_class = VV_ISA(s.object, TYPE) && VV_AS_TYPE(s.object)->mro != NULL;
    vv_view_begin(q, "lookup");
    vv_json *j = q->j;
    vv_json_key(j, "object");
    vv_describe_object(j, q->vm, s.object);
    vv_json_key(j, "attribute");
    vv_json_utf8(j, s.name, s.n);
    /* a class may decide everything itself: the steps below are those of the built-in look-up */
    vv_ref own = NULL;
    for (size_t i = 0; i < VV_TUPLE(type->mro)->length && own == NULL; i++)
        own = vv_entry_named(VV_AS_TYPE(VV_TUPLE(type->mro)->items[i])->dict, "__getattribute__", 16);
    vv_json_put_bool(j, "ownGetattribute", own != NULL && own->type->id == VV_T_FUNCTION);
    vv_json_key(j, "places");
    vv_json_open(j, '[');
    vv_ref of_type = search_classes(&s, is_class ? "metaclass" : "class", type), found = NULL;
    bool data = of_type != NULL && of_type->type->s.descr_get != NULL && of_type->type->s.descr_set != NULL;
    const char *by = data ? "data descriptor" : NULL;
    if (data)
        found = of_type;
    if (by == NULL) {
        found = is_class ? search_classes(&s, "class", VV_AS_TYPE(s.object)) : search_instance(&s);
        if (found != NULL)
            by = !is_class ? "instance" : found->type->s.descr_get != NULL ? "bound by the class" : "class";
    }
    if (by == NULL && of_type != NULL) {
        found = of_type;
        by = of_type->type->s.descr_get != NULL ? "descriptor" : "class value";
    }
    if (by == NULL) {
        found = NULL;
        for (size_t i = 0; i < VV_TUPLE(type->mro)->length && found == NULL; i++) {
            found = vv_entry_named(VV_AS_TYPE(VV_TUPLE(type->mro)->items[i])->dict, "__getattr__", 11);
            if (found != NULL)
                write_place(&s, "__getattr__", VV_TUPLE(type->mro)->items[i], found);
        }
        by = found != NULL ? "__getattr__" : "AttributeError";
    }
    vv_json_close(j, ']');
    write_result(&s, by, found);
}
