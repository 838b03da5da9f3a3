/* _symtable.c - module _symtable: the compiler's scopes as objects, for module symtable. */
#include "compiler/symtable.h"

#include <string.h>

#include "compiler/parse.h"
#include "modules/compiling.h"
#include "object/alloc.h"
#include "object/datafile.h"
#include "object/error.h"
#include "types/bytes.h"
#include "types/codecs.h"
#include "types/dict.h"
#include "types/function.h"
#include "types/int.h"
#include "types/list.h"
#include "types/str.h"

typedef struct entry {
    vv_obj head;
    vv_obj *id, *name, *symbols, *varnames, *children; /* owned: int, str, dict, list, list */
    int32_t type, lineno, nested;
} entry;
#define ENTRY(o) ((entry *)(o))

#define VV_DEF_NAME symtable
#define VV_DEF_FILE "modules/_symtable.def"
#include "object/deftype.h"

static vv_slotfn_repr entry_repr;
static const vv_slots entry_slots = {.repr = entry_repr};
static const vv_memberdef entry_members[] = {
    {"id", VV_MEMBER_OBJECT, offsetof(entry, id), true, NULL},
    {"name", VV_MEMBER_OBJECT, offsetof(entry, name), true, NULL},
    {"symbols", VV_MEMBER_OBJECT, offsetof(entry, symbols), true, NULL},
    {"varnames", VV_MEMBER_OBJECT, offsetof(entry, varnames), true, NULL},
    {"children", VV_MEMBER_OBJECT, offsetof(entry, children), true, NULL},
    {"nested", VV_MEMBER_INT32, offsetof(entry, nested), true, NULL},
    {"type", VV_MEMBER_INT32, offsetof(entry, type), true, NULL},
    {"lineno", VV_MEMBER_INT32, offsetof(entry, lineno), true, NULL},
    {NULL, VV_MEMBER_OBJECT, 0, false, NULL},
};

static vv_step entry_repr(vv_thread *t, vv_ref self) {
    const entry *e = ENTRY(self);
    return vv_return(t, vv_format(t, "<symtable entry %U(%R), line %d>", e->name, e->id, e->lineno));
}

static void entry_dealloc(vv_thread *t, vv_obj *self) {
    vv_clearref(t, &ENTRY(self)->id);
    vv_clearref(t, &ENTRY(self)->name);
    vv_clearref(t, &ENTRY(self)->symbols);
    vv_clearref(t, &ENTRY(self)->varnames);
    vv_clearref(t, &ENTRY(self)->children);
    vv_free_object(t, self);
}

static int entry_traverse(vv_ref self, vv_visit visit, void *arg) {
    VV_VISIT(ENTRY(self)->id);
    VV_VISIT(ENTRY(self)->name);
    VV_VISIT(ENTRY(self)->symbols);
    VV_VISIT(ENTRY(self)->varnames);
    VV_VISIT(ENTRY(self)->children);
    return 0;
}

const vv_typespec vv_symtable_entry_spec = {
    .name = "symtable entry",
    .base = VV_T_OBJECT,
    .flags = VV_TF_GC | VV_TF_IMMUTABLE | VV_TF_NO_NEW,
    .basicsize = sizeof(entry),
    .slots = &entry_slots,
    .members = entry_members,
    .dealloc = entry_dealloc,
    .traverse = entry_traverse,
};

/* The object of a scope, its list of children still empty. */
static vv_owned entry_new(vv_thread *t, const vv_scope *s) {
    VV_AUTO o = {t, vv_new_object(t, VV_TYPEP(t, SYMTABLE_ENTRY), sizeof(entry))};
    if (o.o == NULL)
        return NULL;
    vv_track(t, o.o);
    entry *e = ENTRY(o.o);
    e->id = vv_int_new_u64(t, (uintptr_t)s);
    e->name = vv_newref(s->name);
    e->symbols = vv_dict_new(t);
    e->varnames = vv_list_new(t, 0);
    e->children = vv_list_new(t, 0);
    e->type = (int32_t)s->kind;
    e->lineno = s->loc.lineno;
    e->nested = s->nested;
    if (e->id == NULL || e->symbols == NULL || e->varnames == NULL || e->children == NULL)
        return NULL;
    for (uint32_t k = 0; k < s->symbols.count; k++) {
        VV_AUTO flags = {t, vv_int_new(t, s->symbols.entries[k].value)};
        if (flags.o == NULL || vv_dict_set_str(t, e->symbols, s->symbols.entries[k].name, flags.o) < 0)
            return NULL;
    }
    for (uint32_t k = 0; k < s->varnames.count; k++)
        if (vv_list_append(t, e->varnames, s->varnames.entries[k].name) < 0)
            return NULL;
    return vv_move(&o.o);
}

/* The objects of all scopes below `top`. */
static vv_owned entries(vv_thread *t, vv_arena *arena, vv_scope *top) {
    VV_AUTO root = {t, entry_new(t, top)};
    vv_node_stack work = {0}; /* scope, its object, ... */
    if (root.o == NULL || vv_node_push(arena, &work, top) < 0 || vv_node_push(arena, &work, root.o) < 0)
        return root.o == NULL ? NULL : vv_raise_memory(t);
    while (work.count > 0) {
        vv_ref object = work.items[--work.count];
        const vv_scope *s = work.items[--work.count];
        for (size_t k = 0; k < s->nchildren; k++) {
            vv_owned child = entry_new(t, s->children[k]);
            if (child == NULL || vv_list_append_take(t, ENTRY(object)->children, child) < 0)
                return NULL;
            if (vv_node_push(arena, &work, s->children[k]) < 0 || vv_node_push(arena, &work, child) < 0)
                return vv_raise_memory(t);
        }
    }
    return vv_move(&root.o);
}

/* Does a module begin with `from __future__ import annotations`? */
static bool future_annotations(const vv_mod *mod) {
    if (mod->kind == VV_MOD_Expression)
        return false;
    vv_stmt_seq body = mod->v.Module.body;
    for (int k = vv_ast_docstring(body) != NULL; k < body.count && body.items[k]->kind == VV_STMT_ImportFrom; k++) {
        const vv_stmt *s = body.items[k];
        if (s->v.ImportFrom.module == NULL || !vv_str_equal_cstr(s->v.ImportFrom.module, "__future__"))
            return false;
        for (int i = 0; i < s->v.ImportFrom.names.count; i++)
            if (vv_str_equal_cstr(s->v.ImportFrom.names.items[i]->name, "annotations"))
                return true;
    }
    return false;
}

static vv_owned build(vv_thread *t, const char *text, size_t n, vv_ref filename, vv_compile_mode mode, int flags) {
    vv_arena arena;
    vv_warning_list warnings = {0};
    vv_arena_init(&arena, t->vm->mem);
    vv_mod *mod = vv_parse(t, &arena, text, n, filename, mode, flags, &warnings);
    const vv_symtable *table = mod == NULL ? NULL : vv_symtable_build(t, &arena, mod, filename, future_annotations(mod));
    vv_owned result = table == NULL ? NULL : entries(t, &arena, table->top);
    vv_ast_free(t, &arena);
    return result;
}

/* argv: source, filename, startstr; slot: 0 filename as str, 1 result */
static vv_step symtable_symtable(vv_thread *t, vv_native *nf) {
    static const char *const modes[] = {"exec", "eval", "single"};
    VV_BEGIN(nf);
    const uint8_t *bytes;
    size_t n;
    if (VV_ISA(nf->argv[1], STR))
        nf->slot[0] = vv_newref(nf->argv[1]);
    else if (vv_bytes_view(nf->argv[1], &bytes, &n))
        nf->slot[0] = vv_decode(t, bytes, n, "utf-8", "surrogateescape");
    else
        return vv_raise_step(t, VV_TypeError, "expected str, bytes or os.PathLike object, not %T", nf->argv[1]);
    if (nf->slot[0] == NULL)
        return VV_FAILED;
    if (!VV_ISA(nf->argv[2], STR))
        return vv_raise_step(t, VV_TypeError, "symtable() argument 3 must be str, not %A", nf->argv[2]);
    while (nf->i[0] < 3 && !vv_str_equal_cstr(nf->argv[2], modes[nf->i[0]]))
        nf->i[0]++;
    VV_AWAIT(nf, vv_do_source_text(t, nf->argv[0], 0));
    vv_setref_take(t, &nf->argv[0], vv_take_ret(t));
    for (;;) {
        const char *text = NULL;
        if (VV_ISA(nf->argv[0], STR)) {
            text = vv_str_utf8_peek(t, nf->argv[0], &n);
            if (text == NULL)
                return VV_FAILED;
        } else if (vv_bytes_view(nf->argv[0], &bytes, &n)) {
            text = (const char *)bytes;
        } else {
            return vv_raise_step(t, VV_TypeError, "symtable() arg 1 must be a string or bytes object");
        }
        if (memchr(text, '\0', n) != NULL)
            return vv_raise_step(t, VV_SyntaxError, "source code string cannot contain null bytes");
        if (nf->i[0] == 3)
            return vv_raise_step(t, VV_ValueError, "symtable() arg 3 must be 'exec' or 'eval' or 'single'");
        static const vv_compile_mode numbers[] = {VV_COMPILE_EXEC, VV_COMPILE_EVAL, VV_COMPILE_SINGLE};
        nf->slot[1] = build(t, text, n, nf->slot[0], numbers[nf->i[0]], VV_ISA(nf->argv[0], STR) ? VV_COMPILE_IGNORE_COOKIE : 0);
        if (nf->slot[1] != NULL || !vv_data_missed(t))
            break;
        VV_AWAIT(nf, vv_do_load_data(t));
    }
    return vv_return(t, vv_move(&nf->slot[1]));
    VV_END(nf);
}

vv_owned vv__symtable_module(vv_thread *t);
vv_owned vv__symtable_module(vv_thread *t) {
    static const struct {
        const char *name;
        int value;
    } constants[] = {
        {"USE", VV_USE}, {"DEF_GLOBAL", VV_DEF_GLOBAL}, {"DEF_NONLOCAL", VV_DEF_NONLOCAL}, {"DEF_LOCAL", VV_DEF_LOCAL},
        {"DEF_PARAM", VV_DEF_PARAM}, {"DEF_FREE", 2 << 4}, {"DEF_FREE_CLASS", VV_DEF_FREE_CLASS},
        {"DEF_IMPORT", VV_DEF_IMPORT}, {"DEF_BOUND", VV_DEF_LOCAL | VV_DEF_PARAM | VV_DEF_IMPORT}, {"DEF_ANNOT", VV_DEF_ANNOT},
        {"TYPE_FUNCTION", VV_BLOCK_FUNCTION}, {"TYPE_CLASS", VV_BLOCK_CLASS}, {"TYPE_MODULE", VV_BLOCK_MODULE},
        {"TYPE_ANNOTATION", VV_BLOCK_ANNOTATION}, {"TYPE_TYPE_VAR_BOUND", VV_BLOCK_TYPE_BOUND},
        {"TYPE_TYPE_ALIAS", VV_BLOCK_TYPE_ALIAS}, {"TYPE_TYPE_PARAM", VV_BLOCK_TYPE_PARAMS}, {"LOCAL", VV_SCOPE_LOCAL},
        {"GLOBAL_EXPLICIT", VV_SCOPE_GLOBAL_EXPLICIT}, {"GLOBAL_IMPLICIT", VV_SCOPE_GLOBAL_IMPLICIT}, {"FREE", VV_SCOPE_FREE},
        {"CELL", VV_SCOPE_CELL}, {"SCOPE_OFF", VV_SCOPE_SHIFT}, {"SCOPE_MASK", 15},
    };
    VV_AUTO module = {t, vv_module_from_defs(t, "_symtable", NULL, symtable_methods)};
    if (module.o == NULL || vv_type_ensure_peek(t, VV_T_SYMTABLE_ENTRY) == NULL)
        return NULL;
    for (size_t k = 0; k < VV_ARRAY_LEN(constants); k++) {
        VV_AUTO value = {t, vv_int_new(t, constants[k].value)};
        if (value.o == NULL || vv_dict_set_cstr(t, VV_MODULE_OF(module.o)->dict, constants[k].name, value.o) < 0)
            return NULL;
    }
    return vv_move(&module.o);
}
