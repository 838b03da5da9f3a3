/* sre_object.c - re.Match, and the templates of replacement texts. */
#include "modules/sre.h"
#include "object/alloc.h"
#include "object/error.h"
#include "types/container.h"
#include "types/dict.h"
#include "types/function.h"
#include "types/int.h"
#include "types/list.h"
#include "types/tuple.h"

#define MATCH(o) VV_SRE_MATCH_OF(o)

static vv_getter_fn match_lastindex, match_lastgroup, match_regs, match_pos, match_endpos;
static vv_step vv_sre_class_getitem(vv_thread *t, vv_native *nf) {
    return vv_container_class_getitem(t, nf);
}

/* clang-format off */
#define VV_DEF_NAME match
#define VV_DEF_FILE "modules/sre_match.def"
#include "object/deftype.h"
/* clang-format on */

vv_owned vv_sre_match_new(vv_thread *t, const vv_sre_scanner *s) {
    uint32_t groups = VV_SRE_PATTERN(s->pattern)->groups;
    vv_type *type = vv_type_ensure_peek(t, VV_T_SRE_MATCH);
    vv_owned o = type == NULL ? NULL : vv_new_object(t, type, sizeof(vv_sre_match) + 2 * sizeof(int64_t) * (groups + 1));
    if (o == NULL)
        return NULL;
    vv_sre_match *m = MATCH(o);
    m->pattern = vv_newref(s->pattern);
    m->string = vv_newref(s->string);
    m->pos = s->pos;
    m->endpos = s->end;
    m->lastindex = s->lastindex;
    m->groups = groups;
    m->mark[0] = s->start;
    m->mark[1] = s->at;
    for (uint32_t k = 0; k < groups; k++) {
        uint32_t from = s->mark[2 * k], to = s->mark[2 * k + 1];
        bool set = from != VV_SRE_NOWHERE && to != VV_SRE_NOWHERE && from <= to;
        m->mark[2 * k + 2] = set ? (int64_t)from : -1;
        m->mark[2 * k + 3] = set ? (int64_t)to : -1;
    }
    vv_track(t, o);
    return o;
}

/* ---- groups ---- */

/* The text of group k, `absent` (borrowed) if it took no part. */
static vv_owned group_text(vv_thread *t, vv_ref match, uint32_t k, vv_ref absent) {
    const vv_sre_match *m = MATCH(match);
    if (m->mark[2 * k] < 0)
        return vv_newref(absent);
    if (!vv_sre_is_text(m->string))
        return vv_raise(t, VV_TypeError, "expected string or bytes-like object, got '%T'", m->string);
    return vv_sre_slice(t, m->string, (size_t)m->mark[2 * k], (size_t)m->mark[2 * k + 1]);
}

/* Takes the result of find_group's await: the number of a group, or -1 with IndexError. */
static int64_t group_number(vv_thread *t, vv_ref match, vv_ref number) {
    int64_t k = -1;
    if (number != NULL && VV_ISA(number, INT))
        vv_int_to_i64(number, &k);
    if (k < 0 || k > MATCH(match)->groups) {
        vv_raise(t, VV_IndexError, "no such group");
        return -1;
    }
    return k;
}

/* What a group is called by: its number as an int, or what the pattern's names say of it (NULL: nothing). */
static vv_step find_group(vv_thread *t, vv_ref match, vv_ref key) {
    if (VV_ISA(key, INT))
        return vv_return(t, vv_newref(key));
    if (key->type->s.index != NULL)
        return vv_do_index(t, key);
    return vv_do_dict_get(t, VV_SRE_PATTERN(MATCH(match)->pattern)->groupindex, key);
}

/* The number of the group that `key` names, 0 without one, into nf->i[0]. */
#define GROUP(nf, match, key)                                                                                          \
    nf->i[0] = 0;                                                                                                      \
    if ((key) != NULL) {                                                                                               \
        VV_AWAIT(nf, find_group(t, match, key));                                                                       \
        vv_owned number_ = vv_take_ret(t);                                                                             \
        nf->i[0] = group_number(t, match, number_);                                                                    \
        vv_xdecref(t, number_);                                                                                        \
        if (nf->i[0] < 0)                                                                                              \
            return VV_FAILED;                                                                                          \
    }

/* argv: match, tuple of groups. slot[0]: the result; i[1]: position in the tuple */
static vv_step match_group(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    if (VV_TUPLE(nf->argv[1])->length == 0)
        return vv_return(t, group_text(t, nf->argv[0], 0, VV_NONE(t)));
    nf->slot[0] = vv_list_new(t, 0);
    if (nf->slot[0] == NULL)
        return VV_FAILED;
    for (; (size_t)nf->i[1] < VV_TUPLE(nf->argv[1])->length; nf->i[1]++) {
        GROUP(nf, nf->argv[0], VV_TUPLE(nf->argv[1])->items[nf->i[1]])
        vv_owned text = group_text(t, nf->argv[0], (uint32_t)nf->i[0], VV_NONE(t));
        if (VV_TUPLE(nf->argv[1])->length == 1)
            return vv_return(t, text);
        if (vv_list_append_take(t, nf->slot[0], text) < 0)
            return VV_FAILED;
    }
    return vv_return(t, vv_list_to_tuple(t, nf->slot[0]));
    VV_END(nf);
}

static vv_step getitem_native(vv_thread *t, vv_native *nf) { /* argv: match, group */
    VV_BEGIN(nf);
    GROUP(nf, nf->argv[0], nf->argv[1])
    return vv_return(t, group_text(t, nf->argv[0], (uint32_t)nf->i[0], VV_NONE(t)));
    VV_END(nf);
}

static vv_step match_getitem(vv_thread *t, vv_ref self, vv_ref key) {
    return vv_start2(t, getitem_native, "Match.__getitem__", self, key);
}

static vv_owned span(vv_thread *t, vv_ref match, int64_t k) {
    return vv_tuple_pack_take(t, 2, vv_int_new(t, MATCH(match)->mark[2 * k]), vv_int_new(t, MATCH(match)->mark[2 * k + 1]));
}

static vv_step match_start(vv_thread *t, vv_native *nf) { /* argv: match, group */
    VV_BEGIN(nf);
    GROUP(nf, nf->argv[0], nf->argv[1])
    return vv_return(t, vv_int_new(t, MATCH(nf->argv[0])->mark[2 * nf->i[0]]));
    VV_END(nf);
}

static vv_step match_end(vv_thread *t, vv_native *nf) { /* argv: match, group */
    VV_BEGIN(nf);
    GROUP(nf, nf->argv[0], nf->argv[1])
    return vv_return(t, vv_int_new(t, MATCH(nf->argv[0])->mark[2 * nf->i[0] + 1]));
    VV_END(nf);
}

static vv_step match_span(vv_thread *t, vv_native *nf) { /* argv: match, group */
    VV_BEGIN(nf);
    GROUP(nf, nf->argv[0], nf->argv[1])
    return vv_return(t, span(t, nf->argv[0], nf->i[0]));
    VV_END(nf);
}

static vv_owned match_groups(vv_thread *t, vv_obj *const *argv) { /* argv: match, default */
    uint32_t groups = MATCH(argv[0])->groups;
    VV_AUTO all = {t, vv_tuple_new(t, groups)};
    for (uint32_t k = 0; all.o != NULL && k < groups; k++) {
        vv_owned text = group_text(t, argv[0], k + 1, argv[1] == NULL ? VV_NONE(t) : argv[1]);
        if (text == NULL)
            return NULL;
        VV_TUPLE(all.o)->items[k] = text;
    }
    if (all.o != NULL)
        vv_tuple_done(t, all.o);
    return vv_move(&all.o);
}

/* argv: match, default. slot: [0] the result, [1] the names as a list, [2] a text; i[1]: position in the list */
static vv_step match_groupdict(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    nf->slot[0] = vv_dict_new(t);
    if (nf->slot[0] == NULL)
        return VV_FAILED;
    VV_AWAIT(nf, vv_do_list(t, VV_SRE_PATTERN(MATCH(nf->argv[0])->pattern)->groupindex));
    nf->slot[1] = vv_take_ret(t);
    for (; (size_t)nf->i[1] < VV_LIST(nf->slot[1])->length; nf->i[1]++) {
        GROUP(nf, nf->argv[0], VV_LIST(nf->slot[1])->items[nf->i[1]])
        vv_setref_take(t, &nf->slot[2],
                       group_text(t, nf->argv[0], (uint32_t)nf->i[0], nf->argv[1] == NULL ? VV_NONE(t) : nf->argv[1]));
        if (nf->slot[2] == NULL)
            return VV_FAILED;
        VV_AWAIT(nf, vv_do_dict_set(t, nf->slot[0], VV_LIST(nf->slot[1])->items[nf->i[1]], nf->slot[2]));
    }
    return vv_return(t, vv_move(&nf->slot[0]));
    VV_END(nf);
}

/* ---- replacement texts ---- */

int vv_sre_expand(vv_thread *t, vv_ref template_, vv_ref match, vv_ref list) {
    const vv_sre_template *template = VV_SRE_TEMPLATE(template_);
    if (vv_list_append(t, list, template->literal) < 0)
        return -1;
    const vv_tuple *parts = VV_TUPLE(template->parts);
    for (size_t k = 0; k < parts->length; k += 2) {
        int64_t group = group_number(t, match, parts->items[k]);
        if (group < 0)
            return -1;
        if (MATCH(match)->mark[2 * group] >= 0 &&
            vv_list_append_take(t, list, group_text(t, match, (uint32_t)group, VV_NONE(t))) < 0)
            return -1;
        if (vv_list_append(t, list, parts->items[k + 1]) < 0)
            return -1;
    }
    return 0;
}

static vv_step join_native(vv_thread *t, vv_native *nf) { /* argv: text of the kind wanted, list */
    VV_BEGIN(nf);
    nf->slot[0] = vv_sre_slice(t, nf->argv[0], 0, 0);
    if (nf->slot[0] == NULL)
        return VV_FAILED;
    VV_AWAIT(nf, vv_do_call_method(t, nf->slot[0], VV_N(t, join), &nf->argv[1], 1));
    return VV_READY;
    VV_END(nf);
}

vv_step vv_sre_do_join(vv_thread *t, vv_ref string, vv_ref list) {
    return vv_start2(t, join_native, "join", string, list);
}

/* argv: pattern, replacement. slot: [0] module re, then its function, [1] a plain copy of the replacement, [2] its
 * name */
static vv_step template_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    nf->slot[2] = vv_str_from_cstr(t, "re");
    if (nf->slot[2] == NULL)
        return VV_FAILED;
    VV_AWAIT(nf, vv_do_import_module(t, nf->slot[2]));
    nf->slot[0] = vv_take_ret(t);
    VV_AWAIT(nf, vv_do_getattr(t, nf->slot[0], VV_N(t, _compile_template)));
    vv_setref_take(t, &nf->slot[0], vv_take_ret(t));
    VV_AWAIT_CATCH(nf, vv_do_call2(t, nf->slot[0], nf->argv[0], nf->argv[1]));
    if (nf->raised) {
        vv_ref text = nf->argv[1];
        bool plain = VV_IS(t, text, STR) || VV_IS(t, text, BYTES);
        if (!vv_error_is(t, VV_TypeError) || plain || !vv_sre_is_text(text))
            return VV_FAILED;
        /* re's cache cannot hash it: once more with a str or bytes of the same text */
        vv_clear_error(t);
        nf->slot[1] = vv_sre_slice(t, text, 0, vv_span_of(text).length);
        if (nf->slot[1] == NULL)
            return VV_FAILED;
        VV_AWAIT(nf, vv_do_call2(t, nf->slot[0], nf->argv[0], nf->slot[1]));
    }
    if (t->ret->type->id != VV_T_SRE_TEMPLATE) {
        vv_raise(t, VV_RuntimeError, "the result of compiling a replacement string is %T, not Template", t->ret);
        vv_drop_ret(t);
        return VV_FAILED;
    }
    return VV_READY;
    VV_END(nf);
}

vv_step vv_sre_do_template(vv_thread *t, vv_ref pattern, vv_ref replacement) {
    return vv_start2(t, template_native, "re._compile_template", pattern, replacement);
}

static vv_step match_expand(vv_thread *t, vv_native *nf) { /* argv: match, template. slot: [0] compiled, [1] list */
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_sre_do_template(t, MATCH(nf->argv[0])->pattern, nf->argv[1]));
    nf->slot[0] = vv_take_ret(t);
    nf->slot[1] = vv_list_new(t, 0);
    if (nf->slot[1] == NULL || vv_sre_expand(t, nf->slot[0], nf->argv[0], nf->slot[1]) < 0)
        return VV_FAILED;
    if (VV_LIST(nf->slot[1])->length == 1)
        return vv_return(t, vv_newref(VV_LIST(nf->slot[1])->items[0]));
    VV_AWAIT(nf, vv_sre_do_join(t, VV_SRE_TEMPLATE(nf->slot[0])->literal, nf->slot[1]));
    return VV_READY;
    VV_END(nf);
}

static void template_dealloc(vv_thread *t, vv_obj *self) {
    vv_xdecref(t, VV_SRE_TEMPLATE(self)->literal);
    vv_xdecref(t, VV_SRE_TEMPLATE(self)->parts);
    vv_free_object(t, self);
}

static int template_traverse(vv_ref self, vv_visit visit, void *arg) {
    VV_VISIT(VV_SRE_TEMPLATE(self)->literal);
    VV_VISIT(VV_SRE_TEMPLATE(self)->parts);
    return 0;
}

static const vv_slots no_slots;

const vv_typespec vv_sre_template_spec = {
    .name = "SRE_Template",
    .module = "_sre",
    .base = VV_T_OBJECT,
    .flags = VV_TF_GC | VV_TF_IMMUTABLE | VV_TF_NO_NEW,
    .basicsize = sizeof(vv_sre_template),
    .size64 = 56,
    .slots = &no_slots,
    .dealloc = template_dealloc,
    .traverse = template_traverse,
};

/* ---- the match as an object ---- */

static vv_owned match_lastindex(vv_thread *t, vv_ref self) {
    return MATCH(self)->lastindex < 0 ? vv_none(t) : vv_int_new(t, MATCH(self)->lastindex);
}

static vv_owned match_lastgroup(vv_thread *t, vv_ref self) {
    const vv_tuple *names = VV_TUPLE(VV_SRE_PATTERN(MATCH(self)->pattern)->indexgroup);
    int32_t last = MATCH(self)->lastindex;
    return vv_newref(last < 0 || (size_t)last >= names->length ? VV_NONE(t) : names->items[last]);
}

static vv_owned match_regs(vv_thread *t, vv_ref self) {
    size_t n = MATCH(self)->groups + (size_t)1;
    VV_AUTO all = {t, vv_tuple_new(t, n)};
    for (size_t k = 0; all.o != NULL && k < n; k++) {
        vv_owned pair = span(t, self, (int64_t)k);
        if (pair == NULL)
            return NULL;
        VV_TUPLE(all.o)->items[k] = pair;
    }
    if (all.o != NULL)
        vv_tuple_done(t, all.o);
    return vv_move(&all.o);
}

static vv_owned match_pos(vv_thread *t, vv_ref self) {
    return vv_int_new(t, MATCH(self)->pos);
}
static vv_owned match_endpos(vv_thread *t, vv_ref self) {
    return vv_int_new(t, MATCH(self)->endpos);
}
static vv_owned match_copy(vv_thread *t, vv_obj *const *argv) {
    (void)t;
    return vv_newref(argv[0]);
}
static vv_owned match_deepcopy(vv_thread *t, vv_obj *const *argv) {
    return match_copy(t, argv);
}

static vv_step match_repr(vv_thread *t, vv_ref self) {
    VV_AUTO text = {t, group_text(t, self, 0, VV_NONE(t))};
    if (text.o == NULL)
        return VV_FAILED;
    return vv_return(t, vv_format(t, "<re.Match object; span=(%lld, %lld), match=%R>", (long long)MATCH(self)->mark[0],
                                  (long long)MATCH(self)->mark[1], text.o));
}

static void match_dealloc(vv_thread *t, vv_obj *self) {
    vv_xdecref(t, MATCH(self)->pattern);
    vv_xdecref(t, MATCH(self)->string);
    vv_free_object(t, self);
}

static int match_traverse(vv_ref self, vv_visit visit, void *arg) {
    VV_VISIT(MATCH(self)->string);
    VV_VISIT(MATCH(self)->pattern);
    return 0;
}

static int64_t match_size64(vv_ref self) {
    return 88 + 16 * ((int64_t)VV_SRE_MATCH_OF(self)->groups + 1);
}

const vv_typespec vv_sre_match_spec = {
    .name = "Match",
    .module = "re",
    .base = VV_T_OBJECT,
    .flags = VV_TF_GC | VV_TF_IMMUTABLE | VV_TF_NO_NEW,
    .basicsize = sizeof(vv_sre_match),
    .itemsize = 2 * sizeof(int64_t),
    .size64 = 120,
    .size64_of = match_size64,
    .doc = "The result of re.match() and re.search().\nMatch objects always have a boolean value of True.",
    .slots = &match_slots,
    .methods = match_methods,
    .getset = match_getset,
    .members = match_members,
    .dealloc = match_dealloc,
    .traverse = match_traverse,
};
