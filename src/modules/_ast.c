/* _ast.c - module _ast: the classes of syntax tree nodes, all made from compiler/ast.def. */
#include "modules/_ast.h"

#include "object/alloc.h"
#include "object/error.h"
#include "object/intern.h"
#include "types/dict.h"
#include "types/function.h"
#include "types/int.h"
#include "types/list.h"
#include "types/str.h"
#include "types/tuple.h"

typedef struct ast_node {
    vv_obj head;
    vv_obj *dict;
} ast_node;
#define NODE(o) ((ast_node *)(o))

static vv_slotfn_new_ ast_create;
static vv_slotfn_init ast_init;

static vv_leaf_fn ast_reduce;
static const vv_methoddef ast_methods[] = {
    {"__reduce__", VV_KIND_LEAF, VV_BIND_INSTANCE, {.leaf = ast_reduce}, "__reduce__($self, /)", NULL},
    {NULL, VV_KIND_LEAF, VV_BIND_INSTANCE, {.leaf = NULL}, NULL, NULL}};
static const vv_getsetdef ast_getset[] = {{"__dict__", vv_instance_get_dict, vv_generic_set_dict, NULL}, {NULL, NULL, NULL, NULL}};
static const vv_slots ast_slots = {
    .new_ = ast_create, .init = ast_init, .getattr = vv_generic_getattr, .setattr = vv_generic_setattr};

/* ---- instances ---- */

static vv_step ast_create(vv_thread *t, vv_ref type, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    (void)args, (void)nargs, (void)kwnames;
    vv_obj *o = vv_new_object(t, VV_AS_TYPE(type), VV_AS_TYPE(type)->basicsize);
    if (o != NULL)
        vv_track(t, o);
    return vv_return(t, o);
}

static void ast_dealloc(vv_thread *t, vv_obj *self) {
    vv_clearref(t, &NODE(self)->dict);
    vv_free_object(t, self);
}

static int ast_traverse(vv_ref self, vv_visit visit, void *arg) {
    VV_VISIT(NODE(self)->dict);
    return 0;
}

static void ast_clear(vv_thread *t, vv_obj *self) {
    vv_clearref(t, &NODE(self)->dict);
}

/* argv: self, tuple of positional values, dict of keywords; slot[0]: _fields as a tuple, slot[1]: items of the dict as a
 * list key, value, ...; i[0]: position */
static vv_step init_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    nf->slot[1] = vv_intern_cstr(t, "_fields");
    if (nf->slot[1] == NULL)
        return VV_FAILED;
    VV_AWAIT(nf, vv_do_lookup_attr(t, &nf->argv[0]->type->head, nf->slot[1]));
    nf->slot[0] = vv_take_ret(t);
    if (nf->slot[0] == NULL) {
        nf->slot[0] = t->vm->empty_tuple;
    } else if (!VV_IS(t, nf->slot[0], TUPLE)) {
        VV_AWAIT(nf, vv_do_len(t, nf->slot[0]));
        VV_AWAIT(nf, vv_do_tuple(t, nf->slot[0]));
        vv_setref_take(t, &nf->slot[0], vv_take_ret(t));
    }
    vv_setref_take(t, &nf->slot[1], vv_list_new(t, 0));
    if (nf->slot[1] == NULL)
        return VV_FAILED;
    size_t most = VV_TUPLE(nf->slot[0])->length, given = VV_TUPLE(nf->argv[1])->length, pos = 0;
    if (given > most)
        return vv_raise_step(t, VV_TypeError, "%U constructor takes at most %zu positional argument%s", nf->argv[0]->type->name, most,
                             most == 1 ? "" : "s");
    for (size_t k = 0; k < given; k++)
        if (vv_list_append(t, nf->slot[1], VV_TUPLE(nf->slot[0])->items[k]) < 0 ||
            vv_list_append(t, nf->slot[1], VV_TUPLE(nf->argv[1])->items[k]) < 0)
            return VV_FAILED;
    vv_ref key, value;
    vv_hash hash;
    while (vv_dict_next(nf->argv[2], &pos, &key, &value, &hash)) {
        for (size_t k = 0; k < given; k++) {
            vv_ref field = VV_TUPLE(nf->slot[0])->items[k];
            if (VV_ISA(field, STR) && vv_str_equal(field, key))
                return vv_raise_step(t, VV_TypeError, "%U got multiple values for argument '%U'", nf->argv[0]->type->name, key);
        }
        if (vv_list_append(t, nf->slot[1], key) < 0 || vv_list_append(t, nf->slot[1], value) < 0)
            return VV_FAILED;
    }
    for (; (size_t)nf->i[0] < VV_LIST(nf->slot[1])->length; nf->i[0] += 2) {
        vv_obj **item = &VV_LIST(nf->slot[1])->items[nf->i[0]];
        if (VV_IS(t, *item, STR))
            vv_intern(t, item);
        VV_AWAIT(nf, vv_do_setattr(t, nf->argv[0], VV_LIST(nf->slot[1])->items[nf->i[0]],
                                   VV_LIST(nf->slot[1])->items[nf->i[0] + 1]));
    }
    return vv_return_none(t);
    VV_END(nf);
}

static vv_step ast_init(vv_thread *t, vv_ref self, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    VV_AUTO values = {t, vv_tuple_from_array(t, args, nargs)};
    VV_AUTO keywords = {t, vv_dict_new(t)};
    if (values.o == NULL || keywords.o == NULL)
        return VV_FAILED;
    for (size_t k = 0; kwnames != NULL && k < VV_TUPLE(kwnames)->length; k++)
        if (vv_dict_set_str(t, keywords.o, VV_TUPLE(kwnames)->items[k], args[nargs + k]) < 0)
            return VV_FAILED;
    return vv_start3(t, init_native, "AST.__init__", self, values.o, keywords.o);
}

static vv_owned ast_reduce(vv_thread *t, vv_obj *const *argv) {
    return vv_tuple_pack_take(t, 3, vv_newref(&argv[0]->type->head), vv_newref(t->vm->empty_tuple),
                              vv_instance_get_dict(t, argv[0]));
}

const vv_typespec vv_ast_node_spec = {
    .name = "AST",
    .module = "ast",
    .base = VV_T_OBJECT,
    .flags = VV_TF_GC | VV_TF_BASETYPE,
    .basicsize = sizeof(ast_node),
    .size64 = 40,
    .dictoffset = offsetof(ast_node, dict),
    .slots = &ast_slots,
    .methods = ast_methods,
    .getset = ast_getset,
    .dealloc = ast_dealloc,
    .traverse = ast_traverse,
    .clear = ast_clear,
};

bool vv_ast_is_node(vv_thread *t, vv_ref o) {
    const vv_type *type = t->vm->types[VV_T_AST];
    return type != NULL && vv_is_instance(o, type);
}

/* ---- classes ---- */

static const char *const place_names[] = {"lineno", "col_offset", "end_lineno", "end_col_offset"};

static int add_text(vv_thread *t, vv_strbuilder *b, const char *text) {
    return vv_strbuilder_ascii(t, b, text, __builtin_strlen(text));
}

/* "Name(identifier id, expr_context ctx)" */
static int add_signature(vv_thread *t, vv_strbuilder *b, int cls) {
    int count;
    const vv_ast_field_info *field = vv_ast_class_fields(cls, &count);
    if (add_text(t, b, vv_ast_class_name(cls)) < 0)
        return -1;
    for (int k = 0; k < count; k++, field++)
        if (add_text(t, b, k == 0 ? "(" : ", ") < 0 || add_text(t, b, vv_ast_groups[field->group].name) < 0 ||
            add_text(t, b, field->seq ? "* " : field->optional ? "? " : " ") < 0 || add_text(t, b, field->name) < 0)
            return -1;
    return count == 0 ? 0 : add_text(t, b, ")");
}

/* The docstring of a class, or of a family: "expr = BoolOp(...)\n     | NamedExpr(...)". */
static vv_owned describe(vv_thread *t, vv_ast_group group, int cls) {
    const vv_ast_group_info *info = &vv_ast_groups[group];
    vv_strbuilder b = {0};
    int r = 0;
    if (cls >= 0)
        r = add_signature(t, &b, cls);
    for (int c = info->first; cls < 0 && r == 0 && c <= info->last; c++) {
        if (c == info->first) {
            r = add_text(t, &b, info->name) < 0 ? -1 : add_text(t, &b, " = ");
        } else if (info->shape == VV_AST_ENUM) {
            r = add_text(t, &b, " | ");
        } else {
            r = add_text(t, &b, "\n ");
            for (const char *p = info->name; r == 0 && *p != '\0'; p++)
                r = vv_strbuilder_char(t, &b, ' ');
            r = r < 0 ? -1 : add_text(t, &b, "| ");
        }
        r = r < 0 ? -1 : add_signature(t, &b, c);
    }
    if (r < 0) {
        vv_strbuilder_drop(t, &b);
        return NULL;
    }
    return vv_strbuilder_finish(t, &b);
}

/* Interned strings as a tuple. */
static vv_owned names(vv_thread *t, const char *const *texts, size_t step, size_t n) {
    VV_AUTO tuple = {t, vv_tuple_new(t, n)};
    for (size_t k = 0; tuple.o != NULL && k < n; k++) {
        VV_TUPLE(tuple.o)->items[k] = vv_intern_cstr(t, *(const char *const *)((const char *)texts + k * step));
        if (VV_TUPLE(tuple.o)->items[k] == NULL)
            return NULL;
    }
    if (tuple.o != NULL && n > 0)
        vv_tuple_done(t, tuple.o);
    return vv_move(&tuple.o);
}

/* class name(base): _fields, __match_args__, __module__, __doc__ */
static vv_owned make_class(vv_thread *t, const char *name, vv_ref base, vv_ref fields, vv_owned doc_taken) {
    VV_AUTO doc = {t, doc_taken};
    VV_AUTO ns = {t, vv_dict_new(t)};
    VV_AUTO text = {t, vv_intern_cstr(t, name)};
    VV_AUTO module = {t, vv_intern_cstr(t, "ast")};
    VV_AUTO bases = {t, vv_tuple_pack(t, 1, base)};
    if (doc.o == NULL || ns.o == NULL || text.o == NULL || module.o == NULL || bases.o == NULL ||
        vv_dict_set_cstr(t, ns.o, "_fields", fields) < 0 || vv_dict_set_cstr(t, ns.o, "__match_args__", fields) < 0 ||
        vv_dict_set_cstr(t, ns.o, "__module__", module.o) < 0 || vv_dict_set_cstr(t, ns.o, "__doc__", doc.o) < 0)
        return NULL;
    VV_AUTO type = {t, vv_type_new(t, VV_TYPEP(t, TYPE), text.o, bases.o, ns.o, NULL)};
    vv_owned mro = type.o == NULL ? NULL : vv_type_compute_mro(t, VV_AS_TYPE(type.o));
    if (mro == NULL)
        return NULL;
    vv_type_set_mro_take(t, VV_AS_TYPE(type.o), mro, false);
    return vv_type_ready(t, VV_AS_TYPE(type.o)) < 0 ? NULL : vv_move(&type.o);
}

/* What is optional of a position is None in the class, as optional fields are. */
static int add_ends(vv_thread *t, vv_ref type, vv_ast_group group) {
    for (int k = 2; vv_ast_groups[group].open_end && k < 4; k++)
        if (vv_dict_set_cstr(t, VV_AS_TYPE(type)->dict, place_names[k], VV_NONE(t)) < 0)
            return -1;
    return 0;
}

static int add_defaults(vv_thread *t, vv_ref type, int cls) {
    int count;
    const vv_ast_field_info *field = vv_ast_class_fields(cls, &count);
    for (int k = 0; k < count; k++)
        if (field[k].optional && vv_dict_set_cstr(t, VV_AS_TYPE(type)->dict, field[k].name, VV_NONE(t)) < 0)
            return -1;
    return 0;
}

static int add_attributes(vv_thread *t, vv_ref type, vv_ast_group group, vv_ref place) {
    const vv_ast_group_info *info = &vv_ast_groups[group];
    vv_ref dict = VV_AS_TYPE(type)->dict;
    if (vv_dict_set_cstr(t, dict, "_attributes", info->loc < 0 ? (vv_ref)t->vm->empty_tuple : place) < 0)
        return -1;
    return 0;
}

static int make_group(vv_thread *t, vv_obj **state, vv_ast_group group) {
    const vv_ast_group_info *info = &vv_ast_groups[group];
    vv_obj *base = &t->vm->types[VV_T_AST]->head, *place = state[VV_AST_AT_PLACE];
    if (info->shape == VV_AST_SUM || info->shape == VV_AST_ENUM) {
        vv_obj *type = make_class(t, info->name, base, t->vm->empty_tuple, describe(t, group, -1));
        vv_setref_take(t, &state[VV_AST_AT_GROUP + group], type);
        if (type == NULL || add_attributes(t, type, group, place) < 0 || add_ends(t, type, group) < 0)
            return -1;
        base = type;
    }
    for (int c = info->first; c <= info->last; c++) {
        vv_obj *fields = t->vm->empty_tuple;
        if (c < VV_AST_KIND_COUNT) {
            int count;
            const vv_ast_field_info *field = vv_ast_class_fields(c, &count);
            fields = names(t, &field->name, sizeof *field, (size_t)count);
            vv_setref_take(t, &state[VV_AST_AT_FIELDS + c], fields);
            if (fields == NULL)
                return -1;
        }
        vv_obj *type = make_class(t, vv_ast_class_name(c), base, fields, describe(t, group, c));
        vv_setref_take(t, &state[VV_AST_AT_CLASS + c], type);
        if (type == NULL || (info->shape == VV_AST_PRODUCT && add_attributes(t, type, group, place) < 0) ||
            add_defaults(t, type, c) < 0 || (info->shape == VV_AST_PRODUCT && add_ends(t, type, group) < 0))
            return -1;
        if (info->shape == VV_AST_ENUM) {
            vv_obj *o = vv_new_object(t, VV_AS_TYPE(type), VV_AS_TYPE(type)->basicsize);
            vv_setref_take(t, &state[VV_AST_AT_SINGLETON + c - VV_AST_KIND_COUNT], o);
            if (o == NULL)
                return -1;
            vv_track(t, o);
        }
    }
    return 0;
}

vv_obj *const *vv_ast_state(vv_thread *t) {
    if (t->vm->ast != NULL)
        return VV_TUPLE(t->vm->ast)->items;
    const vv_type *base = vv_type_ensure_peek(t, VV_T_AST);
    VV_AUTO all = {t, vv_tuple_new(t, VV_AST_STATE_LENGTH)};
    if (base == NULL || all.o == NULL || vv_dict_set_cstr(t, base->dict, "_fields", t->vm->empty_tuple) < 0 ||
        vv_dict_set_cstr(t, base->dict, "__match_args__", t->vm->empty_tuple) < 0 ||
        vv_dict_set_cstr(t, base->dict, "_attributes", t->vm->empty_tuple) < 0)
        return NULL;
    vv_obj **state = VV_TUPLE(all.o)->items;
    for (size_t k = 0; k < VV_AST_STATE_LENGTH; k++)
        state[k] = vv_none(t);
    state[VV_AST_AT_PLACE] = names(t, place_names, sizeof *place_names, 4);
    if (state[VV_AST_AT_PLACE] == NULL)
        return NULL;
    for (int group = VV_AG_mod; group < VV_AST_GROUP_COUNT; group++)
        if (make_group(t, state, (vv_ast_group)group) < 0)
            return NULL;
    vv_tuple_done(t, all.o);
    t->vm->ast = vv_move(&all.o);
    return VV_TUPLE(t->vm->ast)->items;
}

/* ---- the module ---- */

vv_owned vv__ast_module(vv_thread *t);
vv_owned vv__ast_module(vv_thread *t) {
    static const struct {
        const char *name;
        int value;
    } flags[] = {{"PyCF_ALLOW_TOP_LEVEL_AWAIT", 0x2000}, {"PyCF_ONLY_AST", 0x400}, {"PyCF_TYPE_COMMENTS", 0x1000}};
    static const vv_methoddef none[] = {{NULL, VV_KIND_LEAF, VV_BIND_INSTANCE, {.leaf = NULL}, NULL, NULL}};
    vv_obj *const *state = vv_ast_state(t);
    VV_AUTO module = {t, state == NULL ? NULL : vv_module_from_defs(t, "_ast", NULL, none)};
    if (module.o == NULL)
        return NULL;
    vv_ref dict = VV_MODULE_OF(module.o)->dict;
    if (vv_dict_set_cstr(t, dict, "AST", &t->vm->types[VV_T_AST]->head) < 0)
        return NULL;
    for (size_t k = 0; k < VV_ARRAY_LEN(flags); k++) {
        VV_AUTO value = {t, vv_int_new(t, flags[k].value)};
        if (value.o == NULL || vv_dict_set_cstr(t, dict, flags[k].name, value.o) < 0)
            return NULL;
    }
    for (size_t k = VV_AST_AT_CLASS; k < VV_AST_AT_SINGLETON; k++)
        if (state[k] != t->vm->none && vv_dict_set_str(t, dict, VV_AS_TYPE(state[k])->name, state[k]) < 0)
            return NULL;
    return vv_move(&module.o);
}
