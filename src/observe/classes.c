/* classes.c - the view class: the MRO of a class, what each class in it defines, and how an attribute is found. */
#include <string.h>

#include "observe/observe.h"
#include "types/dict.h"
#include "types/function.h"
#include "types/str.h"
#include "types/tuple.h"

const char *vv_role_of(vv_ref value) {
    switch (value->type->id) {
    case VV_T_FUNCTION:
    case VV_T_METHOD_DESCR:
    case VV_T_WRAPPER_DESCR: return "method";
    case VV_T_CLASSMETHOD:
    case VV_T_CLASSMETHOD_DESCR: return "class method";
    case VV_T_STATICMETHOD: return "static method";
    case VV_T_PROPERTY: return "property";
    case VV_T_MEMBER_DESCR: return "slot";
    default: break;
    }
    if (value->type->s.descr_get == NULL)
        return value->type->s.descr_set == NULL ? "value" : "data descriptor";
    return value->type->s.descr_set == NULL ? "descriptor" : "data descriptor";
}

bool vv_same_text(vv_ref name, const char *text, size_t n) {
    if (!VV_ISA(name, STR) || vv_str_length(name) != n)
        return false;
    for (size_t i = 0; i < n; i++)
        if (vv_str_at(name, i) != (uint8_t)text[i])
            return false;
    return true;
}

vv_ref vv_entry_named(vv_ref dict, const char *text, size_t n) {
    size_t pos = 0;
    vv_ref key, value;
    while (dict != NULL && vv_dict_next(dict, &pos, &key, &value, NULL))
        if (vv_same_text(key, text, n))
            return value;
    return NULL;
}

const vv_type *vv_question_class(vv_question *q) {
    const char *name;
    int n = vv_question_text(q, "name", &name);
    vv_ref found = NULL;
    if (n >= 0) {
        found = vv_entry_named(q->vm->main_dict, name, (size_t)n);
    } else {
        vv_survey v;
        int64_t id = vv_question_int(q, "id", 0);
        if (vv_survey_all(&v, q->vm, q->scratch) < 0)
            return NULL;
        int64_t at = id == 0 ? -1 : vv_survey_find(&v, (const vv_obj *)(uintptr_t)id);
        found = at < 0 ? NULL : v.seen[at].object;
    }
    if (found == NULL || !VV_ISA(found, TYPE))
        q->error = "no class has this name or id";
    return found == NULL || !VV_ISA(found, TYPE) ? NULL : VV_AS_TYPE(found);
}

static void write_attributes(vv_question *q, const vv_type *type) {
    size_t pos = 0;
    vv_ref key, value;
    vv_json_key(q->j, "attributes");
    vv_json_open(q->j, '[');
    while (type->dict != NULL && vv_dict_next(type->dict, &pos, &key, &value, NULL)) {
        vv_json_open(q->j, '{');
        vv_json_put_str(q->j, "name", key);
        vv_json_put_cstr(q->j, "role", vv_role_of(value));
        vv_json_put_id(q->j, "id", value);
        vv_json_put_cstr(q->j, "type", value->type->tp_name);
        vv_json_close(q->j, '}');
    }
    vv_json_close(q->j, ']');
}

/* The steps of instance.attribute: classes in order of the MRO until one has it, and what that means for the instance. */
static void write_lookup(vv_question *q, const vv_type *type, const char *name, size_t n) {
    const vv_tuple *mro = VV_TUPLE(type->mro);
    vv_ref found = NULL;
    vv_json_key(q->j, "lookup");
    vv_json_open(q->j, '{');
    vv_json_key(q->j, "attribute");
    vv_json_utf8(q->j, name, n);
    vv_json_key(q->j, "searched");
    vv_json_open(q->j, '[');
    for (size_t i = 0; i < mro->length && found == NULL; i++) {
        found = vv_entry_named(VV_AS_TYPE(mro->items[i])->dict, name, n);
        vv_json_open(q->j, '{');
        vv_json_put_id(q->j, "class", mro->items[i]);
        vv_json_put_bool(q->j, "found", found != NULL);
        vv_json_close(q->j, '}');
    }
    vv_json_close(q->j, ']');
    vv_json_put_id(q->j, "id", found);
    vv_json_put_cstr(q->j, "role", found == NULL ? NULL : vv_role_of(found));
    bool data = found != NULL && found->type->s.descr_get != NULL && found->type->s.descr_set != NULL;
    vv_json_put_bool(q->j, "beforeInstance", data); /* a data descriptor wins over what the instance itself has */
    vv_json_put_bool(q->j, "hook", vv_entry_named(type->dict, "__getattr__", 11) != NULL);
    vv_json_close(q->j, '}');
}

void vv_view_class(vv_question *q) {
    const vv_type *type = vv_question_class(q);
    if (type == NULL || type->mro == NULL)
        return;
    const char *name;
    int n = vv_question_text(q, "attribute", &name);
    vv_view_begin(q, "class");
    vv_json_put_id(q->j, "id", type);
    vv_json_put_str(q->j, "name", type->name);
    vv_json_put_id(q->j, "metaclass", type->head.type);
    vv_json_put_cstr(q->j, "metaclassName", type->head.type->tp_name);
    vv_json_key(q->j, "bases");
    vv_json_open(q->j, '[');
    for (size_t i = 0; i < VV_TUPLE(type->bases)->length; i++)
        vv_json_int(q->j, (int64_t)(uintptr_t)VV_TUPLE(type->bases)->items[i]);
    vv_json_close(q->j, ']');
    vv_json_key(q->j, "mro");
    vv_json_open(q->j, '[');
    for (size_t i = 0; i < VV_TUPLE(type->mro)->length; i++) {
        const vv_type *each = VV_AS_TYPE(VV_TUPLE(type->mro)->items[i]);
        vv_json_open(q->j, '{');
        vv_json_put_id(q->j, "id", each);
        vv_json_put_str(q->j, "name", each->name);
        write_attributes(q, each);
        vv_json_close(q->j, '}');
    }
    vv_json_close(q->j, ']');
    if (n > 0)
        write_lookup(q, type, name, (size_t)n);
}
