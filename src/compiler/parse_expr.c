/* parse_expr.c - expressions, from star_expressions down to atoms, and the targets of assignments.
 *
 * Chains that associate to the left loop; only brackets, unary operators, `**`, `not`, lambda and conditional
 * expressions recurse, each through vv_parser_enter. Where an operator has no right operand the expression ends before
 * the operator, as in CPython's grammar: whoever comes next reports it.
 */
#include "compiler/parse_internal.h"

#include "object/error.h"

bool vv_parse_starts_expression(vv_token_kind kind) {
    switch (kind) {
    case VV_TOK_NAME:
    case VV_TOK_NUMBER:
    case VV_TOK_STRING:
    case VV_TOK_FSTRING_START:
    case VV_TOK_LPAR:
    case VV_TOK_LSQB:
    case VV_TOK_LBRACE:
    case VV_TOK_MINUS:
    case VV_TOK_PLUS:
    case VV_TOK_TILDE:
    case VV_TOK_ELLIPSIS:
    case VV_TOK_KW_NOT:
    case VV_TOK_KW_LAMBDA:
    case VV_TOK_KW_AWAIT:
    case VV_TOK_KW_NONE:
    case VV_TOK_KW_TRUE:
    case VV_TOK_KW_FALSE: return true;
    default: return false;
    }
}

static vv_expr *starred(vv_parser *p, int start, vv_expr *value, int context) {
    vv_expr *e = value == NULL ? NULL : vv_parser_new_expr(p, VV_EXPR_Starred, start);
    if (e != NULL) {
        e->v.Starred.value = value;
        e->v.Starred.ctx = (uint8_t)context;
    }
    return e;
}

static vv_expr *tuple_of(vv_parser *p, int start, const vv_vec *items, int context) {
    vv_expr *e = vv_parser_new_expr(p, VV_EXPR_Tuple, start);
    if (e != NULL) {
        e->v.Tuple.elts = VV_VEC_SEQ(vv_expr_seq, *items);
        e->v.Tuple.ctx = (uint8_t)context;
    }
    return e;
}

/* ---- targets ---- */

bool vv_parse_is_target(const vv_expr *e, bool allow_star) {
    switch (e->kind) {
    case VV_EXPR_Name:
    case VV_EXPR_Attribute:
    case VV_EXPR_Subscript: return true;
    case VV_EXPR_Starred: return allow_star && vv_parse_is_target(e->v.Starred.value, false);
    case VV_EXPR_Tuple:
    case VV_EXPR_List:
        for (int i = 0; i < e->v.List.elts.count; i++) {
            if (!vv_parse_is_target(e->v.List.elts.items[i], true))
                return false;
        }
        return true;
    default: return false;
    }
}

bool vv_parse_is_delete_target(const vv_expr *e) {
    switch (e->kind) {
    case VV_EXPR_Name:
    case VV_EXPR_Attribute:
    case VV_EXPR_Subscript: return true;
    case VV_EXPR_Tuple:
    case VV_EXPR_List:
        for (int i = 0; i < e->v.List.elts.count; i++) {
            if (!vv_parse_is_delete_target(e->v.List.elts.items[i]))
                return false;
        }
        return true;
    default: return false;
    }
}

void vv_parse_set_context(vv_expr *e, int context) {
    switch (e->kind) {
    case VV_EXPR_Name: e->v.Name.ctx = (uint8_t)context; break;
    case VV_EXPR_Attribute: e->v.Attribute.ctx = (uint8_t)context; break;
    case VV_EXPR_Subscript: e->v.Subscript.ctx = (uint8_t)context; break;
    case VV_EXPR_Starred:
        e->v.Starred.ctx = (uint8_t)context;
        vv_parse_set_context(e->v.Starred.value, context);
        break;
    case VV_EXPR_Tuple:
    case VV_EXPR_List:
        e->v.List.ctx = (uint8_t)context;
        for (int i = 0; i < e->v.List.elts.count; i++)
            vv_parse_set_context(e->v.List.elts.items[i], context);
        break;
    default: break;
    }
}

vv_expr *vv_parse_star_target(vv_parser *p) {
    int start = p->mark;
    if (vv_accept(p, VV_TOK_STAR)) {
        vv_expr *value = vv_at(p, VV_TOK_STAR) ? NULL : vv_parse_star_target(p);
        return starred(p, start, value, VV_CTX_Store);
    }
    vv_expr *e = vv_parse_primary(p);
    if (e == NULL || !vv_parse_is_target(e, false))
        return NULL;
    vv_parse_set_context(e, VV_CTX_Store);
    return e;
}

vv_expr *vv_parse_star_targets(vv_parser *p) {
    int start = p->mark;
    vv_expr *first = vv_parse_star_target(p);
    if (first == NULL || !vv_at(p, VV_TOK_COMMA))
        return first;
    vv_vec items = {0};
    if (!vv_parser_push(p, &items, first))
        return NULL;
    while (vv_accept(p, VV_TOK_COMMA)) {
        int mark = p->mark;
        vv_expr *e = vv_parse_star_target(p);
        if (e == NULL) {
            if (p->failed)
                return NULL;
            p->mark = mark;
            break;
        }
        if (!vv_parser_push(p, &items, e))
            return NULL;
    }
    return tuple_of(p, start, &items, VV_CTX_Store);
}

/* ---- comprehensions ---- */

static bool at_for(vv_parser *p) {
    return vv_at(p, VV_TOK_KW_FOR) || (vv_at(p, VV_TOK_KW_ASYNC) && vv_parser_peek_ahead(p, 1) == VV_TOK_KW_FOR);
}

static vv_comprehension *for_if_clause(vv_parser *p) {
    int start = p->mark;
    bool is_async = vv_accept(p, VV_TOK_KW_ASYNC);
    if (!vv_accept(p, VV_TOK_KW_FOR))
        return NULL;
    vv_expr *target = vv_parse_star_targets(p);
    if (target == NULL || !vv_accept(p, VV_TOK_KW_IN)) {
        if (!p->failed && p->explain) {
            p->mark = start + 1 + is_async;
            vv_expr *e = vv_parse_star_expressions(p);
            if (e != NULL)
                vv_parser_error_target(p, e, VV_TARGET_FOR);
        }
        return NULL;
    }
    vv_expr *iter = vv_parse_disjunction(p);
    if (iter == NULL)
        return NULL;
    vv_vec ifs = {0};
    while (vv_at(p, VV_TOK_KW_IF)) {
        int mark = p->mark++;
        vv_expr *condition = vv_parse_disjunction(p);
        if (condition == NULL) {
            if (p->failed)
                return NULL;
            p->mark = mark;
            break;
        }
        if (!vv_parser_push(p, &ifs, condition))
            return NULL;
    }
    vv_comprehension *c = vv_parser_new_node(p, sizeof *c);
    if (c != NULL) {
        c->target = target;
        c->iter = iter;
        c->ifs = VV_VEC_SEQ(vv_expr_seq, ifs);
        c->is_async = is_async;
    }
    return c;
}

bool vv_parse_for_if_clauses(vv_parser *p, vv_comprehension_seq *ret) {
    vv_vec clauses = {0};
    while (at_for(p)) {
        int mark = p->mark;
        vv_comprehension *c = for_if_clause(p);
        if (c == NULL) {
            if (p->failed)
                return false;
            p->mark = mark;
            break;
        }
        if (!vv_parser_push(p, &clauses, c))
            return false;
    }
    *ret = VV_VEC_SEQ(vv_comprehension_seq, clauses);
    return !p->failed && clauses.count > 0;
}

/* The rest of a comprehension behind its element, closing bracket included. */
static vv_expr *comprehension(vv_parser *p, vv_ast_kind kind, int start, vv_expr *element, vv_expr *value,
                              vv_token_kind close) {
    vv_comprehension_seq generators;
    if (!vv_parse_for_if_clauses(p, &generators) || !vv_accept(p, close))
        return NULL;
    vv_expr *e = vv_parser_new_expr(p, kind, start);
    if (e == NULL)
        return NULL;
    if (kind == VV_EXPR_DictComp) {
        e->v.DictComp.key = element;
        e->v.DictComp.value = value;
        e->v.DictComp.generators = generators;
    } else {
        e->v.ListComp.elt = element;
        e->v.ListComp.generators = generators;
    }
    return e;
}

/* ---- brackets ---- */

/* More elements up to the closing bracket, behind a comma. */
static bool more_elements(vv_parser *p, vv_vec *items, vv_token_kind close) {
    for (;;) {
        if (vv_at(p, close))
            return true;
        if (!vv_parser_push(p, items, vv_parse_star_named_expression(p)))
            return false;
        if (!vv_accept(p, VV_TOK_COMMA))
            return vv_at(p, close);
    }
}

static vv_expr *parenthesised(vv_parser *p) {
    int start = p->mark++;
    if (vv_accept(p, VV_TOK_RPAR))
        return tuple_of(p, start, &(vv_vec){0}, VV_CTX_Load);
    if (vv_at(p, VV_TOK_KW_YIELD)) {
        vv_expr *e = vv_parse_yield(p);
        return e != NULL && vv_accept(p, VV_TOK_RPAR) ? e : NULL;
    }
    vv_expr *first = vv_parse_star_named_expression(p);
    if (first == NULL)
        return NULL;
    if (vv_accept(p, VV_TOK_COMMA)) {
        vv_vec items = {0};
        if (!vv_parser_push(p, &items, first) || !more_elements(p, &items, VV_TOK_RPAR) || !vv_accept(p, VV_TOK_RPAR))
            return NULL;
        return tuple_of(p, start, &items, VV_CTX_Load);
    }
    if (first->kind == VV_EXPR_Starred)
        return NULL;
    if (at_for(p))
        return comprehension(p, VV_EXPR_GeneratorExp, start, first, NULL, VV_TOK_RPAR);
    return vv_accept(p, VV_TOK_RPAR) ? first : NULL;
}

static vv_expr *list_display(vv_parser *p) {
    int start = p->mark++;
    vv_vec items = {0};
    if (!vv_at(p, VV_TOK_RSQB)) {
        vv_expr *first = vv_parse_star_named_expression(p);
        if (first == NULL)
            return NULL;
        if (first->kind != VV_EXPR_Starred && at_for(p))
            return comprehension(p, VV_EXPR_ListComp, start, first, NULL, VV_TOK_RSQB);
        if (!vv_parser_push(p, &items, first) || (vv_accept(p, VV_TOK_COMMA) && !more_elements(p, &items, VV_TOK_RSQB)))
            return NULL;
    }
    if (!vv_accept(p, VV_TOK_RSQB))
        return NULL;
    vv_expr *e = vv_parser_new_expr(p, VV_EXPR_List, start);
    if (e != NULL)
        e->v.List.elts = VV_VEC_SEQ(vv_expr_seq, items);
    return e;
}

/* One `key: value` or `**mapping` (key NULL) of a dict display. */
static bool dict_item(vv_parser *p, vv_vec *keys, vv_vec *values) {
    vv_expr *key = NULL, *value;
    if (vv_accept(p, VV_TOK_DOUBLESTAR)) {
        value = vv_parse_bitwise_or(p);
    } else {
        key = vv_parse_expression(p);
        if (key == NULL || !vv_accept(p, VV_TOK_COLON))
            return false;
        value = vv_parse_expression(p);
    }
    if (value == NULL)
        return false;
    if (!vv_parser_push(p, keys, value) || !vv_parser_push(p, values, value))
        return false;
    keys->items[keys->count - 1] = key;
    return true;
}

static vv_expr *dict_or_set(vv_parser *p) {
    int start = p->mark++;
    vv_vec keys = {0}, values = {0};
    vv_expr *e;
    if (vv_at(p, VV_TOK_RBRACE))
        goto dict;
    if (vv_at(p, VV_TOK_DOUBLESTAR))
        goto dict_items;
    int mark = p->mark;
    bool element = vv_at(p, VV_TOK_STAR) || (vv_at(p, VV_TOK_NAME) && vv_parser_peek_ahead(p, 1) == VV_TOK_COLONEQUAL);
    vv_expr *first = element ? vv_parse_star_named_expression(p) : vv_parse_expression(p);
    if (first == NULL)
        return NULL;
    if (!element && vv_at(p, VV_TOK_COLON)) {
        p->mark++;
        vv_expr *value = vv_parse_expression(p);
        if (value == NULL)
            return NULL;
        if (at_for(p))
            return comprehension(p, VV_EXPR_DictComp, start, first, value, VV_TOK_RBRACE);
        if (!vv_parser_push(p, &keys, first) || !vv_parser_push(p, &values, value))
            return NULL;
        if (!vv_accept(p, VV_TOK_COMMA) || vv_at(p, VV_TOK_RBRACE))
            goto dict;
        goto dict_items;
    }
    if (p->explain && !vv_at(p, VV_TOK_COMMA) && !vv_at(p, VV_TOK_RBRACE)) { /* look for mistakes of a set's element */
        p->mark = mark;
        first = vv_parse_star_named_expression(p);
        if (first == NULL)
            return NULL;
    }
    if (first->kind != VV_EXPR_Starred && at_for(p))
        return comprehension(p, VV_EXPR_SetComp, start, first, NULL, VV_TOK_RBRACE);
    if (!vv_parser_push(p, &values, first) ||
        (vv_accept(p, VV_TOK_COMMA) && !more_elements(p, &values, VV_TOK_RBRACE)) || !vv_accept(p, VV_TOK_RBRACE))
        return NULL;
    e = vv_parser_new_expr(p, VV_EXPR_Set, start);
    if (e != NULL)
        e->v.Set.elts = VV_VEC_SEQ(vv_expr_seq, values);
    return e;
dict_items:
    do {
        if (vv_at(p, VV_TOK_RBRACE))
            break;
        if (!dict_item(p, &keys, &values))
            return NULL;
    } while (vv_accept(p, VV_TOK_COMMA));
dict:
    if (!vv_accept(p, VV_TOK_RBRACE))
        return NULL;
    e = vv_parser_new_expr(p, VV_EXPR_Dict, start);
    if (e != NULL) {
        e->v.Dict.keys = VV_VEC_SEQ(vv_expr_seq, keys);
        e->v.Dict.values = VV_VEC_SEQ(vv_expr_seq, values);
    }
    return e;
}

static vv_expr *bracketed(vv_parser *p, vv_token_kind open) {
    int start = p->mark;
    vv_expr *e;
    if (open == VV_TOK_LBRACE && vv_parser_recall(p, VV_RULE_BRACES, &e))
        return e;
    if (!vv_parser_enter(p))
        return NULL;
    e = open == VV_TOK_LPAR ? parenthesised(p) : open == VV_TOK_LSQB ? list_display(p) : dict_or_set(p);
    if (e == NULL && !p->failed && open == VV_TOK_LBRACE) { /* these mistakes are named in the first pass already */
        p->mark = start;
        vv_parse_explain_dict(p);
    }
    if (e == NULL && p->explain && !p->failed) {
        p->mark = start;
        if (open == VV_TOK_LPAR)
            vv_parse_explain_group(p);
        p->mark = start;
        if (!p->failed)
            vv_parse_explain_comprehension(p);
    }
    vv_parser_leave(p);
    if (p->failed)
        return NULL;
    return open == VV_TOK_LBRACE ? vv_parser_remember(p, VV_RULE_BRACES, start, e) : e;
}

/* ---- atoms ---- */

static vv_expr *constant(vv_parser *p, vv_ref value) {
    p->mark++;
    vv_expr *e = vv_parser_new_expr(p, VV_EXPR_Constant, p->mark - 1);
    if (e != NULL)
        e->v.Constant.value = VV_OBJ(value);
    return e;
}

vv_expr *vv_parse_atom(vv_parser *p) {
    vv_token_kind kind = vv_peek(p);
    switch (kind) {
    case VV_TOK_NAME: {
        vv_obj *id = vv_parser_name(p);
        vv_expr *e = id == NULL ? NULL : vv_parser_new_expr(p, VV_EXPR_Name, p->mark - 1);
        if (e != NULL)
            e->v.Name.id = id;
        return e;
    }
    case VV_TOK_KW_TRUE: return constant(p, VV_TRUE(p->t));
    case VV_TOK_KW_FALSE: return constant(p, VV_FALSE(p->t));
    case VV_TOK_KW_NONE: return constant(p, VV_NONE(p->t));
    case VV_TOK_ELLIPSIS: return constant(p, p->t->vm->ellipsis);
    case VV_TOK_STRING:
    case VV_TOK_FSTRING_START: return vv_parse_strings(p);
    case VV_TOK_NUMBER: return vv_parse_number(p);
    case VV_TOK_LPAR:
    case VV_TOK_LSQB:
    case VV_TOK_LBRACE: return bracketed(p, kind);
    default: return NULL;
    }
}

/* ---- calls and subscripts ---- */

vv_expr *vv_parse_starred_expression(vv_parser *p) {
    int start = p->mark;
    if (!vv_accept(p, VV_TOK_STAR))
        return NULL;
    vv_expr *value = vv_parse_expression(p);
    if (value == NULL)
        return vv_parser_error_last(p, "Invalid star expression");
    if (p->explain && vv_at(p, VV_TOK_EQUAL)) {
        int mark = p->mark++;
        vv_expr *right = vv_parse_expression(p);
        if (right != NULL)
            return vv_parser_error_range(p, p->tokens[start].loc, right->loc,
                                         "cannot assign to iterable argument unpacking");
        p->mark = mark;
    }
    return starred(p, start, value, VV_CTX_Load);
}

static vv_keyword *keyword_argument(vv_parser *p) {
    int start = p->mark;
    vv_obj *name = NULL;
    if (!vv_accept(p, VV_TOK_DOUBLESTAR)) {
        name = vv_parser_name(p);
        if (name == NULL)
            return NULL;
        p->mark++; /* '=' */
    }
    vv_expr *value = vv_parse_expression(p);
    if (value == NULL)
        return NULL;
    vv_keyword *k = vv_parser_new_node(p, sizeof *k);
    if (k != NULL) {
        k->loc = vv_parser_loc(p, start);
        k->arg = name;
        k->value = value;
    }
    return k;
}

bool vv_parse_call_arguments(vv_parser *p, vv_vec *args, vv_vec *keywords) {
    enum { POSITIONAL, KEYWORDS, DOUBLE_STARRED } phase = POSITIONAL;
    bool any = false;
    int end = p->mark;
    for (;;) {
        int start = p->mark;
        vv_token_kind kind = vv_peek(p);
        bool ok;
        if (kind == VV_TOK_STAR) {
            ok = phase != DOUBLE_STARRED && vv_parser_push(p, args, vv_parse_starred_expression(p));
        } else if (kind == VV_TOK_DOUBLESTAR) {
            if (p->explain) {
                vv_parse_explain_kwarg(p);
                p->mark = start;
            }
            phase = DOUBLE_STARRED;
            ok = !p->failed && vv_parser_push(p, keywords, keyword_argument(p));
        } else if (kind == VV_TOK_NAME && vv_parser_peek_ahead(p, 1) == VV_TOK_EQUAL) {
            if (p->explain) {
                vv_parse_explain_kwarg(p);
                p->mark = start;
            }
            if (phase == POSITIONAL)
                phase = KEYWORDS;
            ok = !p->failed && vv_parser_push(p, keywords, keyword_argument(p));
        } else {
            vv_expr *e = NULL;
            if (phase == POSITIONAL) {
                e = vv_parse_assignment_expression(p);
                if (e == NULL && !p->failed) {
                    p->mark = start;
                    e = vv_parse_expression(p);
                    if (e != NULL && vv_at(p, VV_TOK_COLONEQUAL))
                        e = NULL;
                }
                if (e != NULL && vv_at(p, VV_TOK_EQUAL))
                    e = NULL;
            }
            if (e == NULL && p->explain && !p->failed) {
                p->mark = start;
                vv_parse_explain_kwarg(p);
            }
            ok = vv_parser_push(p, args, e);
        }
        if (p->failed)
            return false;
        if (!ok)
            break;
        any = true;
        end = p->mark;
        if (!vv_accept(p, VV_TOK_COMMA))
            break;
    }
    p->mark = end;
    return any;
}

bool vv_parse_arguments(vv_parser *p, vv_expr_seq *ret_args, vv_keyword_seq *ret_keywords) {
    vv_vec args = {0}, keywords = {0};
    int start = p->mark;
    if (!vv_at(p, VV_TOK_RPAR)) {
        bool ok = vv_parse_call_arguments(p, &args, &keywords);
        if (ok) {
            vv_accept(p, VV_TOK_COMMA);
            ok = vv_at(p, VV_TOK_RPAR);
        }
        if (!ok) {
            if (p->explain && !p->failed) {
                p->mark = start;
                vv_parse_explain_arguments(p);
            }
            return false;
        }
    }
    *ret_args = VV_VEC_SEQ(vv_expr_seq, args);
    *ret_keywords = VV_VEC_SEQ(vv_keyword_seq, keywords);
    return true;
}

static vv_expr *call(vv_parser *p, int start, vv_expr *func) {
    int open = p->mark++;
    vv_vec args = {0}, keywords = {0};
    if (!vv_at(p, VV_TOK_RPAR)) {
        bool ok = vv_parse_call_arguments(p, &args, &keywords);
        if (ok && args.count == 1 && keywords.count == 0 && at_for(p) &&
            ((vv_expr *)args.items[0])->kind != VV_EXPR_Starred) {
            vv_expr *generator = comprehension(p, VV_EXPR_GeneratorExp, open, args.items[0], NULL, VV_TOK_RPAR);
            args.items[0] = generator;
            ok = generator != NULL;
            p->mark -= ok;
        } else if (ok) {
            vv_accept(p, VV_TOK_COMMA);
        }
        if (p->failed)
            return NULL;
        if (!ok || !vv_at(p, VV_TOK_RPAR)) {
            if (p->explain) {
                p->mark = open;
                vv_parse_explain_comprehension(p);
                p->mark = open + 1;
                if (!p->failed)
                    vv_parse_explain_arguments(p);
            }
            return NULL;
        }
    }
    p->mark++;
    vv_expr *e = vv_parser_new_expr(p, VV_EXPR_Call, start);
    if (e != NULL) {
        e->v.Call.func = func;
        e->v.Call.args = VV_VEC_SEQ(vv_expr_seq, args);
        e->v.Call.keywords = VV_VEC_SEQ(vv_keyword_seq, keywords);
    }
    return e;
}

/* An optional part of a slice: 1 there, 0 not there, -1 error. */
static int slice_part(vv_parser *p, vv_expr **ret) {
    *ret = NULL;
    vv_token_kind kind = vv_peek(p);
    if (kind == VV_TOK_COLON || kind == VV_TOK_COMMA || kind == VV_TOK_RSQB)
        return 0;
    int mark = p->mark;
    *ret = vv_parse_expression(p);
    if (*ret != NULL)
        return 1;
    p->mark = mark;
    return p->failed ? -1 : 0;
}

static vv_expr *slice(vv_parser *p) {
    int start = p->mark;
    vv_expr *lower = NULL, *upper = NULL, *step = NULL;
    if (!vv_at(p, VV_TOK_COLON)) {
        if (vv_at(p, VV_TOK_NAME) && vv_parser_peek_ahead(p, 1) == VV_TOK_COLONEQUAL)
            return vv_parse_named_expression(p);
        if (slice_part(p, &lower) < 0)
            return NULL;
        if (!vv_at(p, VV_TOK_COLON)) {
            if (lower != NULL && !p->explain)
                return vv_at(p, VV_TOK_COLONEQUAL) ? NULL : lower;
            p->mark = start;
            return vv_parse_named_expression(p);
        }
    }
    p->mark++;
    if (slice_part(p, &upper) < 0 || (vv_accept(p, VV_TOK_COLON) && slice_part(p, &step) < 0))
        return NULL;
    vv_expr *e = vv_parser_new_expr(p, VV_EXPR_Slice, start);
    if (e != NULL) {
        e->v.Slice.lower = lower;
        e->v.Slice.upper = upper;
        e->v.Slice.step = step;
    }
    return e;
}

static vv_expr *subscript(vv_parser *p, int start, vv_expr *value) {
    p->mark++;
    int first_mark = p->mark;
    vv_expr *index = vv_at(p, VV_TOK_STAR) ? vv_parse_starred_expression(p) : slice(p);
    if (index == NULL)
        return NULL;
    if (vv_at(p, VV_TOK_COMMA) || index->kind == VV_EXPR_Starred) {
        vv_vec items = {0};
        if (!vv_parser_push(p, &items, index))
            return NULL;
        while (vv_accept(p, VV_TOK_COMMA)) {
            if (vv_at(p, VV_TOK_RSQB))
                break;
            if (!vv_parser_push(p, &items, vv_at(p, VV_TOK_STAR) ? vv_parse_starred_expression(p) : slice(p)))
                return NULL;
        }
        index = tuple_of(p, first_mark, &items, VV_CTX_Load);
    }
    if (index == NULL || !vv_accept(p, VV_TOK_RSQB))
        return NULL;
    vv_expr *e = vv_parser_new_expr(p, VV_EXPR_Subscript, start);
    if (e != NULL) {
        e->v.Subscript.value = value;
        e->v.Subscript.slice = index;
    }
    return e;
}

static vv_expr *attribute(vv_parser *p, int start, vv_expr *value) {
    p->mark++;
    vv_obj *name = vv_parser_name(p);
    vv_expr *e = name == NULL ? NULL : vv_parser_new_expr(p, VV_EXPR_Attribute, start);
    if (e != NULL) {
        e->v.Attribute.value = value;
        e->v.Attribute.attr = name;
    }
    return e;
}

vv_expr *vv_parse_primary(vv_parser *p) {
    vv_expr *e;
    int start = p->mark;
    if (vv_parser_recall(p, VV_RULE_PRIMARY, &e))
        return e;
    e = vv_parse_atom(p);
    while (e != NULL) {
        int mark = p->mark;
        vv_token_kind kind = vv_peek(p);
        vv_expr *more;
        if (p->explain && (kind == VV_TOK_LSQB || kind == VV_TOK_LBRACE)) {
            vv_parse_explain_comprehension(p); /* a generator expression may stand here, and so mistakes of one */
            p->mark = mark;
            if (p->failed)
                return NULL;
        }
        if (kind == VV_TOK_DOT) {
            more = attribute(p, start, e);
        } else if (kind == VV_TOK_LPAR || kind == VV_TOK_LSQB) {
            if (!vv_parser_enter(p))
                return NULL;
            more = kind == VV_TOK_LPAR ? call(p, start, e) : subscript(p, start, e);
            vv_parser_leave(p);
        } else {
            break;
        }
        if (more == NULL) {
            p->mark = mark;
            break;
        }
        e = more;
    }
    if (p->failed)
        return NULL;
    return vv_parser_remember(p, VV_RULE_PRIMARY, start, e);
}

/* ---- operators ---- */

static vv_expr *unary(vv_parser *p, int start, int op, vv_expr *operand) {
    vv_expr *e = operand == NULL ? NULL : vv_parser_new_expr(p, VV_EXPR_UnaryOp, start);
    if (e != NULL) {
        e->v.UnaryOp.op = (uint8_t)op;
        e->v.UnaryOp.operand = operand;
    }
    return e;
}

static vv_expr *binary(vv_parser *p, int start, vv_expr *left, int op, vv_expr *right) {
    vv_expr *e = vv_parser_new_expr(p, VV_EXPR_BinOp, start);
    if (e != NULL) {
        e->v.BinOp.left = left;
        e->v.BinOp.op = (uint8_t)op;
        e->v.BinOp.right = right;
    }
    return e;
}

/* Unary signs, await and `**`. */
static vv_expr *factor(vv_parser *p) {
    int start = p->mark;
    vv_token_kind kind = vv_peek(p);
    if (kind == VV_TOK_MINUS || kind == VV_TOK_PLUS || kind == VV_TOK_TILDE) {
        if (!vv_parser_enter(p))
            return NULL;
        p->mark++;
        vv_expr *operand = factor(p);
        vv_parser_leave(p);
        int op = kind == VV_TOK_MINUS ? VV_UNARYOP_USub : kind == VV_TOK_PLUS ? VV_UNARYOP_UAdd : VV_UNARYOP_Invert;
        return unary(p, start, op, operand);
    }
    vv_expr *e;
    if (kind == VV_TOK_KW_AWAIT) {
        p->mark++;
        vv_expr *value = vv_parse_primary(p);
        e = value == NULL ? NULL : vv_parser_new_expr(p, VV_EXPR_Await, start);
        if (e != NULL)
            e->v.Await.value = value;
    } else {
        e = vv_parse_primary(p);
    }
    if (e == NULL || !vv_at(p, VV_TOK_DOUBLESTAR))
        return p->failed ? NULL : e;
    int mark = p->mark++;
    if (!vv_parser_enter(p))
        return NULL;
    vv_expr *exponent = factor(p);
    vv_parser_leave(p);
    if (exponent == NULL) {
        p->mark = mark;
        return p->failed ? NULL : e;
    }
    return binary(p, start, e, VV_OPERATOR_Pow, exponent);
}

/* How tightly a binary operator binds: 1 (|) to 6 (*); 0: not one. */
static int precedence(vv_token_kind kind, int *ret_op) {
    switch (kind) {
    case VV_TOK_VBAR: *ret_op = VV_OPERATOR_BitOr; return 1;
    case VV_TOK_CIRCUMFLEX: *ret_op = VV_OPERATOR_BitXor; return 2;
    case VV_TOK_AMPER: *ret_op = VV_OPERATOR_BitAnd; return 3;
    case VV_TOK_LEFTSHIFT: *ret_op = VV_OPERATOR_LShift; return 4;
    case VV_TOK_RIGHTSHIFT: *ret_op = VV_OPERATOR_RShift; return 4;
    case VV_TOK_PLUS: *ret_op = VV_OPERATOR_Add; return 5;
    case VV_TOK_MINUS: *ret_op = VV_OPERATOR_Sub; return 5;
    case VV_TOK_STAR: *ret_op = VV_OPERATOR_Mult; return 6;
    case VV_TOK_SLASH: *ret_op = VV_OPERATOR_Div; return 6;
    case VV_TOK_DOUBLESLASH: *ret_op = VV_OPERATOR_FloorDiv; return 6;
    case VV_TOK_PERCENT: *ret_op = VV_OPERATOR_Mod; return 6;
    case VV_TOK_AT: *ret_op = VV_OPERATOR_MatMult; return 6;
    default: return 0;
    }
}

static vv_expr *binary_operators(vv_parser *p, int least) {
    int start = p->mark, op = 0;
    vv_expr *left = factor(p);
    while (left != NULL && !p->failed) {
        int level = precedence(vv_peek(p), &op);
        if (level < least || level == 0)
            break;
        int mark = p->mark++, this_op = op;
        vv_expr *right = binary_operators(p, level + 1);
        if (right == NULL) {
            p->mark = mark;
            break;
        }
        left = binary(p, start, left, this_op, right);
    }
    return p->failed ? NULL : left;
}

vv_expr *vv_parse_bitwise_or(vv_parser *p) {
    vv_expr *e;
    int start = p->mark;
    if (vv_parser_recall(p, VV_RULE_BITWISE_OR, &e))
        return e;
    e = binary_operators(p, 1);
    return p->failed ? NULL : vv_parser_remember(p, VV_RULE_BITWISE_OR, start, e);
}

/* Steps over a comparison operator: its VV_CMPOP or -1. */
static int comparison_operator(vv_parser *p) {
    switch (vv_peek(p)) {
    case VV_TOK_EQEQUAL: p->mark++; return VV_CMPOP_Eq;
    case VV_TOK_NOTEQUAL: p->mark++; return VV_CMPOP_NotEq;
    case VV_TOK_LESS: p->mark++; return VV_CMPOP_Lt;
    case VV_TOK_LESSEQUAL: p->mark++; return VV_CMPOP_LtE;
    case VV_TOK_GREATER: p->mark++; return VV_CMPOP_Gt;
    case VV_TOK_GREATEREQUAL: p->mark++; return VV_CMPOP_GtE;
    case VV_TOK_KW_IN: p->mark++; return VV_CMPOP_In;
    case VV_TOK_KW_IS: p->mark++; return vv_accept(p, VV_TOK_KW_NOT) ? VV_CMPOP_IsNot : VV_CMPOP_Is;
    case VV_TOK_KW_NOT: p->mark++; return vv_accept(p, VV_TOK_KW_IN) ? VV_CMPOP_NotIn : -1;
    default: return -1;
    }
}

static vv_expr *comparison(vv_parser *p) {
    int start = p->mark;
    vv_expr *left = vv_parse_bitwise_or(p);
    if (left == NULL)
        return NULL;
    vv_vec operators = {0}, comparators = {0};
    for (;;) {
        int mark = p->mark, op = comparison_operator(p);
        vv_expr *right = op < 0 ? NULL : vv_parse_bitwise_or(p);
        if (right == NULL) {
            p->mark = mark;
            break;
        }
        if (!vv_parser_push(p, &operators, (void *)(intptr_t)(op + 1)) || !vv_parser_push(p, &comparators, right))
            return NULL;
    }
    if (comparators.count == 0 || p->failed)
        return p->failed ? NULL : left;
    vv_expr *e = vv_parser_new_expr(p, VV_EXPR_Compare, start);
    uint8_t *ops = e == NULL ? NULL : vv_parser_new_node(p, (size_t)operators.count);
    if (ops == NULL)
        return NULL;
    for (int i = 0; i < operators.count; i++)
        ops[i] = (uint8_t)((intptr_t)operators.items[i] - 1);
    e->v.Compare.left = left;
    e->v.Compare.ops = (vv_cmpop_seq){operators.count, ops};
    e->v.Compare.comparators = VV_VEC_SEQ(vv_expr_seq, comparators);
    return e;
}

static vv_expr *inversion(vv_parser *p) {
    int start = p->mark;
    if (!vv_at(p, VV_TOK_KW_NOT))
        return comparison(p);
    if (!vv_parser_enter(p))
        return NULL;
    p->mark++;
    vv_expr *operand = inversion(p);
    vv_parser_leave(p);
    return unary(p, start, VV_UNARYOP_Not, operand);
}

/* a and b and c, or one level up a or b or c: one node with all the operands. */
static vv_expr *bool_op(vv_parser *p, bool is_or) {
    int start = p->mark;
    vv_expr *first = is_or ? bool_op(p, false) : inversion(p);
    vv_token_kind keyword = is_or ? VV_TOK_KW_OR : VV_TOK_KW_AND;
    if (first == NULL || !vv_at(p, keyword))
        return p->failed ? NULL : first;
    vv_vec values = {0};
    if (!vv_parser_push(p, &values, first))
        return NULL;
    while (vv_at(p, keyword)) {
        int mark = p->mark++;
        vv_expr *next = is_or ? bool_op(p, false) : inversion(p);
        if (next == NULL) {
            p->mark = mark;
            break;
        }
        if (!vv_parser_push(p, &values, next))
            return NULL;
    }
    if (values.count == 1 || p->failed)
        return p->failed ? NULL : first;
    vv_expr *e = vv_parser_new_expr(p, VV_EXPR_BoolOp, start);
    if (e != NULL) {
        e->v.BoolOp.op = is_or ? VV_BOOLOP_Or : VV_BOOLOP_And;
        e->v.BoolOp.values = VV_VEC_SEQ(vv_expr_seq, values);
    }
    return e;
}

vv_expr *vv_parse_disjunction(vv_parser *p) {
    vv_expr *e;
    int start = p->mark;
    if (vv_parser_recall(p, VV_RULE_DISJUNCTION, &e))
        return e;
    e = bool_op(p, true);
    return p->failed ? NULL : vv_parser_remember(p, VV_RULE_DISJUNCTION, start, e);
}

/* ---- expression ---- */

static vv_expr *lambda(vv_parser *p) {
    int start = p->mark++;
    vv_arguments *args = NULL;
    if (!vv_at(p, VV_TOK_COLON)) {
        int mark = p->mark;
        args = vv_parse_params(p, true);
        if (args == NULL)
            p->mark = mark;
    }
    if (args == NULL)
        args = p->failed ? NULL : vv_parse_empty_arguments(p);
    if (args == NULL || !vv_accept(p, VV_TOK_COLON))
        return NULL;
    vv_expr *body = vv_parse_expression(p);
    vv_expr *e = body == NULL ? NULL : vv_parser_new_expr(p, VV_EXPR_Lambda, start);
    if (e != NULL) {
        e->v.Lambda.args = args;
        e->v.Lambda.body = body;
    }
    return e;
}

static vv_expr *conditional(vv_parser *p) {
    int start = p->mark;
    vv_expr *body = vv_parse_disjunction(p);
    if (body == NULL || !vv_at(p, VV_TOK_KW_IF))
        return p->failed ? NULL : body;
    int mark = p->mark++;
    vv_expr *test = vv_parse_disjunction(p), *orelse = NULL;
    if (test != NULL && vv_accept(p, VV_TOK_KW_ELSE))
        orelse = vv_parse_expression(p);
    if (orelse == NULL) {
        p->mark = mark;
        return p->failed ? NULL : body;
    }
    vv_expr *e = vv_parser_new_expr(p, VV_EXPR_IfExp, start);
    if (e != NULL) {
        e->v.IfExp.test = test;
        e->v.IfExp.body = body;
        e->v.IfExp.orelse = orelse;
    }
    return e;
}

vv_expr *vv_parse_expression(vv_parser *p) {
    vv_expr *e;
    int start = p->mark;
    if (vv_parser_recall(p, VV_RULE_EXPRESSION, &e))
        return e;
    if (!vv_parser_enter(p))
        return NULL;
    if (p->explain) {
        vv_parse_explain_expression(p);
        p->mark = start;
    }
    e = p->failed ? NULL : vv_at(p, VV_TOK_KW_LAMBDA) ? lambda(p) : conditional(p);
    vv_parser_leave(p);
    return p->failed ? NULL : vv_parser_remember(p, VV_RULE_EXPRESSION, start, e);
}

vv_expr *vv_parse_plain_expression(vv_parser *p) {
    bool explain = p->explain;
    if (!vv_parser_enter(p))
        return NULL;
    p->explain = false;
    vv_expr *e = vv_at(p, VV_TOK_KW_LAMBDA) ? lambda(p) : conditional(p);
    p->explain = explain;
    vv_parser_leave(p);
    return p->failed ? NULL : e;
}

/* NAME ':=' expression */
vv_expr *vv_parse_assignment_expression(vv_parser *p) {
    if (!vv_at(p, VV_TOK_NAME) || vv_parser_peek_ahead(p, 1) != VV_TOK_COLONEQUAL)
        return NULL;
    int start = p->mark;
    vv_expr *target = vv_parse_atom(p);
    if (target == NULL)
        return NULL;
    vv_parse_set_context(target, VV_CTX_Store);
    p->mark++;
    vv_expr *value = vv_parse_expression(p);
    vv_expr *e = value == NULL ? NULL : vv_parser_new_expr(p, VV_EXPR_NamedExpr, start);
    if (e != NULL) {
        e->v.NamedExpr.target = target;
        e->v.NamedExpr.value = value;
    }
    return e;
}

vv_expr *vv_parse_named_expression(vv_parser *p) {
    vv_expr *e;
    int start = p->mark;
    if (vv_parser_recall(p, VV_RULE_NAMED_EXPRESSION, &e))
        return e;
    if (vv_at(p, VV_TOK_NAME) && vv_parser_peek_ahead(p, 1) == VV_TOK_COLONEQUAL) {
        e = vv_parse_assignment_expression(p);
    } else {
        if (p->explain && !p->failed) {
            vv_parse_explain_named_expression(p);
            p->mark = start;
        }
        e = p->failed ? NULL : vv_parse_expression(p);
        if (e != NULL && vv_at(p, VV_TOK_COLONEQUAL))
            e = NULL;
    }
    return p->failed ? NULL : vv_parser_remember(p, VV_RULE_NAMED_EXPRESSION, start, e);
}

vv_expr *vv_parse_star_named_expression(vv_parser *p) {
    int start = p->mark;
    if (vv_accept(p, VV_TOK_STAR))
        return starred(p, start, vv_parse_bitwise_or(p), VV_CTX_Load);
    return vv_parse_named_expression(p);
}

vv_expr *vv_parse_star_expression(vv_parser *p) {
    int start = p->mark;
    if (vv_accept(p, VV_TOK_STAR))
        return starred(p, start, vv_parse_bitwise_or(p), VV_CTX_Load);
    return vv_parse_expression(p);
}

vv_expr *vv_parse_star_expressions(vv_parser *p) {
    vv_expr *e;
    int start = p->mark;
    if (vv_parser_recall(p, VV_RULE_STAR_EXPRESSIONS, &e))
        return e;
    e = vv_parse_star_expression(p);
    if (e != NULL && vv_at(p, VV_TOK_COMMA)) {
        vv_vec items = {0};
        if (!vv_parser_push(p, &items, e))
            return NULL;
        while (vv_accept(p, VV_TOK_COMMA)) {
            int mark = p->mark;
            e = vv_parse_star_expression(p);
            if (e == NULL) {
                p->mark = mark;
                break;
            }
            if (!vv_parser_push(p, &items, e))
                return NULL;
        }
        e = p->failed ? NULL : tuple_of(p, start, &items, VV_CTX_Load);
    }
    return p->failed ? NULL : vv_parser_remember(p, VV_RULE_STAR_EXPRESSIONS, start, e);
}

vv_expr *vv_parse_yield(vv_parser *p) {
    int start = p->mark;
    if (!vv_accept(p, VV_TOK_KW_YIELD))
        return NULL;
    vv_expr *value, *e;
    if (vv_accept(p, VV_TOK_KW_FROM)) {
        value = vv_parse_expression(p);
        e = value == NULL ? NULL : vv_parser_new_expr(p, VV_EXPR_YieldFrom, start);
        if (e != NULL)
            e->v.YieldFrom.value = value;
        return e;
    }
    int mark = p->mark;
    value = vv_parse_star_expressions(p);
    if (value == NULL)
        p->mark = mark;
    e = p->failed ? NULL : vv_parser_new_expr(p, VV_EXPR_Yield, start);
    if (e != NULL)
        e->v.Yield.value = value;
    return e;
}

vv_expr *vv_parse_yield_or_star_expressions(vv_parser *p) {
    return vv_at(p, VV_TOK_KW_YIELD) ? vv_parse_yield(p) : vv_parse_star_expressions(p);
}
