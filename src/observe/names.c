/* names.c - the view names: for an editor, what a dotted name leads to and which names go on from there. Reads namespaces only:
 * what needs a property, __getattr__ or any other Python is not followed.
 */
#include <string.h>

#include "observe/observe.h"
#include "types/bytes.h"
#include "types/dict.h"
#include "types/function.h"
#include "types/instance.h"
#include "types/str.h"
#include "types/tuple.h"
#include "vm/frame.h"

enum { LONGEST_DOC = 400, MOST_PLACES = 64 };

/* Where names are looked for, the first place that has one wins; `object` has attributes of its own, a place is a dict. */
typedef struct places {
    vv_ref object;
    const vv_pyframe *frame;
    vv_ref dict[MOST_PLACES];
    size_t count;
} places;

static void add_dict(places *p, vv_ref dict) {
    if (dict != NULL && p->count < MOST_PLACES && (dict->type->flags & VV_TF_DICT) != 0)
        p->dict[p->count++] = dict;
}

static void add_mro(places *p, const vv_type *type) {
    const vv_tuple *mro = type->mro == NULL ? NULL : VV_TUPLE(type->mro);
    for (size_t i = 0; mro != NULL && i < mro->length; i++)
        add_dict(p, VV_AS_TYPE(mro->items[i])->dict);
}

/* What is in sight where the program stands. */
static void in_sight(places *p, const vv_vm *vm) {
    const vv_pyframe *f = vv_frame_python(vm->current->frame);
    *p = (places){.frame = f};
    if (f != NULL)
        add_dict(p, f->locals);
    add_dict(p, f == NULL ? vm->main_dict : f->globals);
    add_dict(p, f == NULL ? vm->builtins : f->builtins);
}

static void attributes_of(places *p, vv_ref o) {
    *p = (places){0};
    if (VV_ISA(o, TYPE)) {
        add_mro(p, VV_AS_TYPE(o));
    } else {
        p->object = o;
        if (o->type->id == VV_T_MODULE)
            add_dict(p, VV_MODULE_OF(o)->dict);
        if ((o->type->flags & VV_TF_DICT_PRE) != 0)
            add_dict(p, vv_instance_dict_peek(o));
    }
    add_mro(p, o->type);
}

typedef struct asked {
    const char *text;
    size_t n;
    vv_ref found;
} asked;

static bool begins(vv_ref name, const char *text, size_t n, bool whole) {
    if (!VV_ISA(name, STR) || vv_str_length(name) < n || (whole && vv_str_length(name) != n))
        return false;
    for (size_t i = 0; i < n; i++)
        if (vv_str_at(name, i) != (uint8_t)text[i])
            return false;
    return true;
}

static int find_edge(const vv_edge *edge, void *arg) {
    asked *a = arg;
    bool has = (edge->kind == VV_EDGE_ATTRIBUTE || edge->kind == VV_EDGE_VARIABLE) && edge->label != NULL &&
               begins(edge->label, a->text, a->n, true);
    if (has)
        a->found = edge->target;
    return has;
}

/* Its value, or NULL. */
static vv_ref find(const places *p, const char *text, size_t n) {
    asked a = {text, n, NULL};
    if (p->frame != NULL)
        (void)vv_describe_variables(p->frame, find_edge, &a);
    if (p->object != NULL && a.found == NULL && (p->object->type->flags & VV_TF_HEAP) != 0)
        (void)vv_describe_edges(p->object, find_edge, &a);
    for (size_t i = 0; i < p->count && a.found == NULL; i++)
        a.found = vv_entry_named(p->dict[i], text, n);
    return a.found;
}

/* ---- the list ---- */

typedef struct list {
    vv_question *q;
    const places *p;
    const char *prefix;
    size_t n;
    int64_t left;
    size_t place; /* dicts before this one, and the object's own, have been listed */
    bool own;
} list;

static int same_label(const vv_edge *edge, void *arg) {
    vv_ref name = arg;
    return (edge->kind == VV_EDGE_ATTRIBUTE || edge->kind == VV_EDGE_VARIABLE) && edge->label != NULL && VV_ISA(edge->label, STR) &&
           vv_str_equal(edge->label, name);
}

static bool listed_before(const list *l, vv_ref name) {
    if (!l->own) {
        if (l->p->frame != NULL && vv_describe_variables(l->p->frame, same_label, VV_OBJ(name)))
            return true;
        if (l->p->object != NULL && (l->p->object->type->flags & VV_TF_HEAP) != 0 && vv_describe_edges(l->p->object, same_label, VV_OBJ(name)))
            return true;
    }
    for (size_t i = 0; i < l->place; i++)
        if (vv_dict_get_str_peek(l->p->dict[i], name) != NULL)
            return true;
    return false;
}

static void write_name(list *l, vv_ref name, vv_ref value) {
    vv_json *j = l->q->j;
    if (!begins(name, l->prefix, l->n, false) || listed_before(l, name) || l->left-- <= 0)
        return;
    vv_json_open(j, '{');
    vv_json_put_str(j, "name", name);
    vv_json_put_cstr(j, "role", vv_role_of(value));
    vv_json_put_cstr(j, "type", value->type->tp_name);
    vv_json_key(j, "text");
    vv_describe_text(j, l->q->vm, value);
    vv_json_close(j, '}');
}

static int write_edge(const vv_edge *edge, void *arg) {
    if ((edge->kind == VV_EDGE_ATTRIBUTE || edge->kind == VV_EDGE_VARIABLE) && edge->label != NULL && VV_ISA(edge->label, STR))
        write_name(arg, edge->label, edge->target);
    return 0;
}

static void write_names(vv_question *q, const places *p) {
    list l = {.q = q, .p = p, .left = vv_question_int(q, "limit", 100), .own = true};
    int n = vv_question_text(q, "prefix", &l.prefix);
    l.n = n < 0 ? 0 : (size_t)n;
    vv_json_key(q->j, "names");
    vv_json_open(q->j, '[');
    if (p->frame != NULL)
        (void)vv_describe_variables(p->frame, write_edge, &l);
    if (p->object != NULL && (p->object->type->flags & VV_TF_HEAP) != 0)
        (void)vv_describe_edges(p->object, write_edge, &l);
    l.own = false;
    for (; l.place < p->count; l.place++) {
        size_t pos = 0;
        vv_ref key, value;
        while (vv_dict_next(p->dict[l.place], &pos, &key, &value, NULL))
            write_name(&l, key, value);
    }
    vv_json_close(q->j, ']');
    vv_json_put_bool(q->j, "complete", l.left >= 0);
}

/* ---- one object in a line ---- */

/* The text at `at` among the bytes of an unread function (code/codeobj.h). */
static const char *unread_text(const vv_code *co, uint32_t at) {
    return (const char *)VV_BYTES(co->consts)->data + at;
}

static void write_parameter(vv_json *j, const vv_code *co, int32_t i, const char *kind) {
    vv_json_open(j, '{');
    if (co->plain_args == VV_CODE_UNREAD) {
        const char *name = unread_text(co, vv_code_tail_of(co->consts).parameters);
        while (i-- > 0)
            name += strlen(name) + 1;
        vv_json_put_cstr(j, "name", name);
    } else {
        vv_json_put_str(j, "name", VV_TUPLE(co->localsplusnames)->items[i]);
    }
    vv_json_put_cstr(j, "kind", kind);
    vv_json_close(j, '}');
}

static void write_parameters(vv_json *j, const vv_code *co) {
    int32_t positional = co->argcount, all = co->argcount + co->kwonlyargcount;
    vv_json_key(j, "parameters");
    vv_json_open(j, '[');
    for (int32_t i = 0; i < positional; i++)
        write_parameter(j, co, i, i < co->posonlyargcount ? "positional only" : "positional");
    if (co->flags & VV_CO_VARARGS)
        write_parameter(j, co, all, "*");
    for (int32_t i = positional; i < all; i++)
        write_parameter(j, co, i, "keyword");
    if (co->flags & VV_CO_VARKEYWORDS)
        write_parameter(j, co, all + ((co->flags & VV_CO_VARARGS) != 0), "**");
    vv_json_close(j, ']');
}

/* The docstring of a function that is not read yet, or null. */
static void write_unread_doc(vv_json *j, const vv_code *co) {
    vv_code_tail tail = vv_code_tail_of(co->consts);
    const char *text = unread_text(co, tail.doc);
    size_t n = 0, length = VV_BYTES(co->consts)->length - sizeof tail - tail.doc;
    for (size_t points = 0; n < length && (points < LONGEST_DOC || (text[n] & 0xC0) == 0x80); n++)
        points += (text[n] & 0xC0) != 0x80;
    if (tail.doc == 0)
        vv_json_null(j);
    else
        vv_json_utf8(j, text, n);
}

/* The member "about". */
static void write_about(vv_question *q, vv_ref o) {
    vv_json *j = q->j;
    vv_ref doc = NULL;
    vv_json_key(j, "about");
    if (o == NULL) {
        vv_json_null(j);
        return;
    }
    vv_json_open(j, '{');
    vv_describe(j, q->vm, o);
    vv_ref function = o->type->id == VV_T_METHOD ? VV_METHOD_OF(o)->function : o;
    const vv_methoddef *def = NULL;
    const vv_code *unread = NULL;
    if (function->type->id == VV_T_FUNCTION) {
        vv_ref code = VV_FUNCTION_OF(function)->code;
        write_parameters(j, VV_CODE_OF(code));
        doc = VV_FUNCTION_OF(function)->doc;
        if (doc == NULL && VV_CODE_OF(code)->plain_args == VV_CODE_UNREAD)
            unread = VV_CODE_OF(code);
        else if (doc == NULL)
            doc = vv_code_doc(code);
    } else if (function->type->id == VV_T_BUILTIN) {
        def = VV_BUILTIN_OF(function)->def;
    } else if (function->type->id == VV_T_METHOD_DESCR || function->type->id == VV_T_CLASSMETHOD_DESCR) {
        def = VV_METHODDESCR_OF(function)->def;
    } else if (VV_ISA(function, TYPE)) {
        doc = vv_entry_named(VV_AS_TYPE(function)->dict, "__doc__", 7);
    } else if (function->type->id == VV_T_MODULE) {
        doc = vv_entry_named(VV_MODULE_OF(function)->dict, "__doc__", 7);
    }
    if (def != NULL)
        vv_json_put_cstr(j, "signature", def->signature);
    vv_json_key(j, "doc");
    if (doc != NULL && VV_ISA(doc, STR))
        vv_json_str(j, doc, LONGEST_DOC);
    else if (unread != NULL)
        write_unread_doc(j, unread);
    else
        vv_json_cstr(j, def == NULL ? NULL : def->doc);
    vv_json_close(j, '}');
}

void vv_view_names(vv_question *q) {
    const char *text;
    int n = vv_question_text(q, "expression", &text);
    places p;
    vv_ref o = NULL;
    in_sight(&p, q->vm);
    for (const char *end = text + (n < 0 ? 0 : n); n > 0 && text < end; text++) {
        size_t length = 0;
        while (text + length < end && text[length] != '.')
            length++;
        o = length == 0 ? NULL : find(&p, text, length);
        bool computed = o != NULL && p.frame == NULL && p.object != NULL && strcmp(vv_role_of(o), "property") == 0;
        if (o == NULL || computed) {
            q->error = computed ? "a property is computed by Python" : "the name leads to nothing known";
            return;
        }
        attributes_of(&p, o);
        text += length;
    }
    vv_view_begin(q, "names");
    write_about(q, o);
    write_names(q, &p);
}
