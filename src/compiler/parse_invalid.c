/* parse_invalid.c - what the second pass knows of mistakes: constructs that are wrong in a recognisable way.
 *
 * Every function tries its wrong constructs at p->mark in CPython 3.12's order and raises when one is there; mark may
 * be anywhere afterwards. Most are called on correct code too (what is around it is wrong) and must stay silent then.
 */
#include "compiler/parse_internal.h"

#include <string.h>

#include "object/error.h"
#include "types/str.h"

static const char *expr_name(const vv_parser *p, const vv_expr *e) {
    switch (e->kind) {
    case VV_EXPR_Attribute: return "attribute";
    case VV_EXPR_Subscript: return "subscript";
    case VV_EXPR_Starred: return "starred";
    case VV_EXPR_Name: return "name";
    case VV_EXPR_List: return "list";
    case VV_EXPR_Tuple: return "tuple";
    case VV_EXPR_Lambda: return "lambda";
    case VV_EXPR_Call: return "function call";
    case VV_EXPR_GeneratorExp: return "generator expression";
    case VV_EXPR_Yield:
    case VV_EXPR_YieldFrom: return "yield expression";
    case VV_EXPR_Await: return "await expression";
    case VV_EXPR_ListComp: return "list comprehension";
    case VV_EXPR_SetComp: return "set comprehension";
    case VV_EXPR_DictComp: return "dict comprehension";
    case VV_EXPR_Dict: return "dict literal";
    case VV_EXPR_Set: return "set display";
    case VV_EXPR_JoinedStr:
    case VV_EXPR_FormattedValue: return "f-string expression";
    case VV_EXPR_Constant: {
        const vv_vm *vm = p->t->vm;
        const vv_obj *value = e->v.Constant.value;
        return value == vm->none       ? "None"
               : value == vm->true_    ? "True"
               : value == vm->false_   ? "False"
               : value == vm->ellipsis ? "ellipsis"
                                       : "literal";
    }
    case VV_EXPR_Compare: return "comparison";
    case VV_EXPR_IfExp: return "conditional expression";
    case VV_EXPR_NamedExpr: return "named expression";
    default: return "expression";
    }
}

/* The part of a target that cannot be one, or NULL. */
static vv_expr *invalid_target(vv_expr *e, vv_target_use use) {
    switch (e->kind) {
    case VV_EXPR_Name:
    case VV_EXPR_Attribute:
    case VV_EXPR_Subscript: return NULL;
    case VV_EXPR_Starred: return use == VV_TARGET_DELETE ? e : invalid_target(e->v.Starred.value, use);
    case VV_EXPR_Tuple:
    case VV_EXPR_List:
        for (int i = 0; i < e->v.List.elts.count; i++) {
            vv_expr *wrong = invalid_target(e->v.List.elts.items[i], use);
            if (wrong != NULL)
                return wrong;
        }
        return NULL;
    case VV_EXPR_Compare: /* `for a in b` reads as a comparison here */
        if (use == VV_TARGET_FOR)
            return e->v.Compare.ops.items[0] == VV_CMPOP_In ? invalid_target(e->v.Compare.left, use) : NULL;
        return e;
    default: return e;
    }
}

void *vv_parser_error_target(vv_parser *p, vv_expr *e, vv_target_use use) {
    vv_expr *wrong = invalid_target(e, use);
    if (wrong == NULL)
        return NULL;
    return vv_parser_error_loc(p, wrong->loc, use == VV_TARGET_DELETE ? "cannot delete %s" : "cannot assign to %s",
                               expr_name(p, wrong));
}

/* ---- expressions ---- */

static bool is_legacy(const vv_expr *e) {
    return e->kind == VV_EXPR_Name &&
           (vv_str_equal_cstr(e->v.Name.id, "print") || vv_str_equal_cstr(e->v.Name.id, "exec"));
}

/* A soft keyword, or the beginning of one: CPython compares no more characters than the name has. */
static bool is_soft_keyword(const vv_token *token) {
    static const char *const words[] = {"_", "case", "match", "type"};
    size_t n = (size_t)(token->end - token->start);
    for (size_t i = 0; i < VV_ARRAY_LEN(words); i++) {
        if (strncmp(words[i], token->start, n) == 0)
            return true;
    }
    return false;
}

static void explain_lambda(vv_parser *p, int start) {
    p->mark = start + 1;
    if (!vv_at(p, VV_TOK_COLON)) {
        if (vv_parse_params(p, true) == NULL)
            p->mark = start + 1;
    }
    if (vv_accept(p, VV_TOK_COLON) && vv_at(p, VV_TOK_FSTRING_MIDDLE))
        vv_parser_error_range(p, p->tokens[start].loc, vv_previous(p)->loc,
                              "f-string: lambda expressions are not allowed without parentheses");
}

void vv_parse_explain_expression(vv_parser *p) {
    int start = p->mark;
    vv_token_kind kind = vv_peek(p);
    if (kind == VV_TOK_KW_LAMBDA) {
        explain_lambda(p, start);
        return;
    }
    bool name = kind == VV_TOK_NAME;
    if (!(name && (is_soft_keyword(&p->tokens[start]) || vv_parser_peek_ahead(p, 1) == VV_TOK_STRING))) {
        vv_expr *a = vv_parse_disjunction(p);
        if (a != NULL) {
            vv_expr *b = vv_parse_starts_expression(vv_peek(p)) ? vv_parse_plain_expression(p) : NULL;
            if (b != NULL && !is_legacy(a) && vv_previous(p)->level != 0) {
                vv_parser_error_range(p, a->loc, b->loc, "invalid syntax. Perhaps you forgot a comma?");
                return;
            }
        }
    }
    if (p->failed)
        return;
    p->mark = start;
    vv_expr *a = vv_parse_disjunction(p);
    if (a != NULL && vv_accept(p, VV_TOK_KW_IF)) {
        vv_expr *b = vv_parse_disjunction(p);
        if (b != NULL && !vv_at(p, VV_TOK_KW_ELSE) && !vv_at(p, VV_TOK_COLON) && !p->failed) {
            vv_parser_error_range(p, a->loc, b->loc, "expected 'else' after 'if' expression");
            return;
        }
    }
    if (p->failed || !name)
        return;
    p->mark = start;
    a = vv_parse_atom(p);
    if (a == NULL || vv_at(p, VV_TOK_LPAR))
        return;
    vv_expr *b = vv_parse_star_expressions(p);
    if (b != NULL && is_legacy(a)) {
        const vv_token *token = &p->tokens[start];
        int n = (int)(token->end - token->start);
        vv_parser_error_range(p, a->loc, b->loc, "Missing parentheses in call to '%.*s'. Did you mean %.*s(...)?", n,
                              token->start, n, token->start);
    }
}

static bool at_equal_or_walrus(vv_parser *p) {
    return vv_at(p, VV_TOK_EQUAL) || vv_at(p, VV_TOK_COLONEQUAL);
}

void vv_parse_explain_named_expression(vv_parser *p) {
    int start = p->mark;
    vv_expr *a = vv_parse_expression(p);
    if (a != NULL && vv_accept(p, VV_TOK_COLONEQUAL) && vv_parse_expression(p) != NULL) {
        vv_parser_error_loc(p, a->loc, "cannot use assignment expressions with %s", expr_name(p, a));
        return;
    }
    if (p->failed)
        return;
    p->mark = start;
    vv_token_kind kind = vv_peek(p);
    if (vv_accept(p, VV_TOK_NAME) && vv_accept(p, VV_TOK_EQUAL)) {
        vv_expr *b = vv_parse_bitwise_or(p);
        if (b != NULL && !at_equal_or_walrus(p)) {
            vv_parser_error_range(p, p->tokens[start].loc, b->loc,
                                  "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
            return;
        }
    }
    if (p->failed || kind == VV_TOK_KW_TRUE || kind == VV_TOK_KW_NONE || kind == VV_TOK_KW_FALSE)
        return;
    p->mark = start;
    if (kind == VV_TOK_LPAR || kind == VV_TOK_LSQB) {
        vv_expr *e = vv_parse_atom(p);
        bool whole = e != NULL && e->loc.col_offset == p->tokens[start].loc.col_offset &&
                     e->loc.lineno == p->tokens[start].loc.lineno;
        if (p->failed ||
            (whole && (e->kind == VV_EXPR_List || e->kind == VV_EXPR_Tuple || e->kind == VV_EXPR_GeneratorExp)))
            return;
        p->mark = start;
    }
    a = vv_parse_bitwise_or(p);
    if (a != NULL && vv_accept(p, VV_TOK_EQUAL) && vv_parse_bitwise_or(p) != NULL && !at_equal_or_walrus(p))
        vv_parser_error_loc(p, a->loc, "cannot assign to %s here. Maybe you meant '==' instead of '='?",
                            expr_name(p, a));
}

/* ---- statements ---- */

static void skip_assigned_targets(vv_parser *p) {
    for (;;) {
        int mark = p->mark;
        if (vv_parse_star_targets(p) == NULL || !vv_accept(p, VV_TOK_EQUAL)) {
            p->mark = mark;
            return;
        }
    }
}

static bool is_augmented(vv_token_kind kind) {
    return kind >= VV_TOK_PLUSEQUAL && kind <= VV_TOK_ATEQUAL;
}

void vv_parse_explain_assignment(vv_parser *p) {
    int start = p->mark;
    vv_expr *a;
    if (vv_at(p, VV_TOK_LPAR) || vv_at(p, VV_TOK_LSQB)) {
        a = vv_parse_atom(p);
        if (a != NULL && (a->kind == VV_EXPR_List || a->kind == VV_EXPR_Tuple) && vv_accept(p, VV_TOK_COLON) &&
            vv_parse_expression(p) != NULL) {
            vv_parser_error_loc(p, a->loc, "only single target (not %s) can be annotated", expr_name(p, a));
            return;
        }
    }
    if (p->failed)
        return;
    p->mark = start;
    a = vv_parse_star_named_expression(p);
    if (a != NULL && vv_accept(p, VV_TOK_COMMA)) {
        for (;;) {
            int mark = p->mark;
            if (vv_parse_star_named_expression(p) == NULL) {
                p->mark = mark;
                break;
            }
            vv_accept(p, VV_TOK_COMMA);
        }
        if (!p->failed && vv_accept(p, VV_TOK_COLON) && vv_parse_expression(p) != NULL) {
            vv_parser_error_loc(p, a->loc, "only single target (not tuple) can be annotated");
            return;
        }
    }
    if (p->failed)
        return;
    p->mark = start;
    a = vv_parse_expression(p);
    if (a != NULL && vv_accept(p, VV_TOK_COLON) && vv_parse_expression(p) != NULL) {
        vv_parser_error_loc(p, a->loc, "illegal target for annotation");
        return;
    }
    if (p->failed)
        return;
    p->mark = start;
    skip_assigned_targets(p);
    int mark = p->mark;
    a = vv_parse_star_expressions(p);
    if (a != NULL && vv_accept(p, VV_TOK_EQUAL)) {
        vv_parser_error_target(p, a, VV_TARGET_ASSIGN);
        if (p->failed)
            return;
    }
    p->mark = mark;
    a = vv_parse_yield(p);
    if (a != NULL && vv_accept(p, VV_TOK_EQUAL)) {
        vv_parser_error_loc(p, a->loc, "assignment to yield expression not possible");
        return;
    }
    if (p->failed)
        return;
    p->mark = start;
    a = vv_parse_star_expressions(p);
    if (a != NULL && is_augmented(vv_peek(p))) {
        p->mark++;
        if (vv_parse_yield_or_star_expressions(p) != NULL)
            vv_parser_error_loc(p, a->loc, "'%s' is an illegal expression for augmented assignment", expr_name(p, a));
    }
}

/* ---- calls ---- */

static vv_loc last_of_comprehension(const vv_comprehension_seq *clauses) {
    const vv_comprehension *last = clauses->items[clauses->count - 1];
    return last->ifs.count > 0 ? last->ifs.items[last->ifs.count - 1]->loc : last->iter->loc;
}

void vv_parse_explain_kwarg(vv_parser *p) {
    int start = p->mark;
    const vv_token first = p->tokens[start];
    vv_token_kind kind = vv_peek(p);
    bool constant = kind == VV_TOK_KW_TRUE || kind == VV_TOK_KW_FALSE || kind == VV_TOK_KW_NONE;
    bool assigned = (constant || kind == VV_TOK_NAME) && vv_parser_peek_ahead(p, 1) == VV_TOK_EQUAL;
    if (p->failed)
        return;
    if (assigned && constant) {
        vv_parser_error_range(p, first.loc, p->tokens[start + 1].loc, "cannot assign to %s", vv_token_text(kind));
        return;
    }
    if (assigned && kind == VV_TOK_NAME) {
        vv_comprehension_seq clauses;
        p->mark = start + 2;
        if (vv_parse_expression(p) != NULL && vv_parse_for_if_clauses(p, &clauses))
            vv_parser_error_range(p, first.loc, p->tokens[start + 1].loc,
                                  "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
        return;
    }
    if (vv_accept(p, VV_TOK_DOUBLESTAR)) {
        if (vv_parse_expression(p) != NULL && vv_accept(p, VV_TOK_EQUAL)) {
            vv_expr *value = vv_parse_expression(p);
            if (value != NULL)
                vv_parser_error_range(p, first.loc, value->loc, "cannot assign to keyword argument unpacking");
        }
        return;
    }
    vv_expr *a = vv_parse_expression(p);
    if (a != NULL && vv_accept(p, VV_TOK_EQUAL))
        vv_parser_error_range(p, a->loc, vv_previous(p)->loc,
                              "expression cannot contain assignment, perhaps you meant \"==\"?");
}

static const char *const parenthesize = "Generator expression must be parenthesized";

void vv_parse_explain_arguments(vv_parser *p) {
    int start = p->mark;
    vv_vec args = {0}, keywords = {0};
    vv_comprehension_seq clauses;
    vv_expr *a;
    if (vv_parse_call_arguments(p, &args, &keywords) && keywords.count > 0 && vv_accept(p, VV_TOK_COMMA)) {
        vv_loc comma = vv_previous(p)->loc;
        bool any = false;
        while (vv_at(p, VV_TOK_STAR) && vv_parse_starred_expression(p) != NULL && !vv_at(p, VV_TOK_EQUAL)) {
            any = true;
            if (!vv_accept(p, VV_TOK_COMMA))
                break;
        }
        if (any) {
            (void)vv_peek(p);
            vv_parser_error_from(p, comma, "iterable argument unpacking follows keyword argument unpacking");
            return;
        }
    }
    if (p->failed)
        return;
    p->mark = start;
    a = vv_parse_expression(p);
    if (a != NULL && vv_parse_for_if_clauses(p, &clauses) && vv_accept(p, VV_TOK_COMMA)) {
        vv_vec more_args = {0}, more_keywords = {0};
        vv_parse_call_arguments(p, &more_args, &more_keywords);
        vv_parser_error_range(p, a->loc, last_of_comprehension(&clauses), "%s", parenthesize);
        return;
    }
    if (p->failed)
        return;
    p->mark = start;
    if (vv_accept(p, VV_TOK_NAME) && vv_accept(p, VV_TOK_EQUAL)) {
        vv_loc equal = vv_previous(p)->loc;
        if (vv_parse_expression(p) != NULL && vv_parse_for_if_clauses(p, &clauses)) {
            vv_parser_error_range(p, p->tokens[start].loc, equal,
                                  "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
            return;
        }
    }
    if (p->failed)
        return;
    p->mark = start;
    args = keywords = (vv_vec){0};
    if (!vv_parse_call_arguments(p, &args, &keywords) || !vv_accept(p, VV_TOK_COMMA))
        p->mark = start;
    int name = p->mark;
    if (vv_accept(p, VV_TOK_NAME) && vv_accept(p, VV_TOK_EQUAL) && (vv_at(p, VV_TOK_COMMA) || vv_at(p, VV_TOK_RPAR))) {
        vv_parser_error_range(p, p->tokens[name].loc, vv_previous(p)->loc, "expected argument value expression");
        return;
    }
    if (p->failed)
        return;
    p->mark = start;
    args = keywords = (vv_vec){0};
    if (!vv_parse_call_arguments(p, &args, &keywords))
        return;
    int end = p->mark;
    if (vv_parse_for_if_clauses(p, &clauses) && args.count > 1) {
        const vv_expr *last = args.items[args.count - 1];
        vv_parser_error_range(p, last->loc, last_of_comprehension(&clauses), "%s", parenthesize);
        return;
    }
    p->mark = end;
    if (p->failed || !vv_accept(p, VV_TOK_COMMA))
        return;
    int rest = p->mark;
    a = vv_parse_expression(p);
    if (a != NULL && vv_parse_for_if_clauses(p, &clauses)) {
        vv_parser_error_range(p, a->loc, clauses.items[clauses.count - 1]->target->loc, "%s", parenthesize);
        return;
    }
    p->mark = rest;
    vv_vec more_args = {0}, more_keywords = {0};
    if (!p->failed && vv_parse_call_arguments(p, &more_args, &more_keywords)) {
        bool unpacking = false;
        for (int i = 0; i < keywords.count; i++)
            unpacking = unpacking || ((vv_keyword *)keywords.items[i])->arg == NULL;
        vv_parser_error_last(p, unpacking ? "positional argument follows keyword argument unpacking"
                                          : "positional argument follows keyword argument");
    }
}

/* ---- brackets ---- */

void vv_parse_explain_group(vv_parser *p) {
    int start = p->mark++;
    if (vv_at(p, VV_TOK_STAR)) {
        vv_expr *a = vv_parse_starred_expression(p);
        if (a != NULL && vv_accept(p, VV_TOK_RPAR))
            vv_parser_error_loc(p, a->loc, "cannot use starred expression here");
    } else if (vv_accept(p, VV_TOK_DOUBLESTAR) && vv_parse_expression(p) != NULL && vv_accept(p, VV_TOK_RPAR)) {
        vv_parser_error_loc(p, p->tokens[start + 1].loc, "cannot use double starred expression here");
    }
}

void vv_parse_explain_comprehension(vv_parser *p) {
    int start = p->mark++;
    vv_token_kind open = (vv_token_kind)p->tokens[start].kind;
    vv_comprehension_seq clauses;
    if (vv_at(p, VV_TOK_STAR)) {
        vv_expr *a = vv_parse_starred_expression(p);
        if (a != NULL && vv_parse_for_if_clauses(p, &clauses)) {
            vv_parser_error_loc(p, a->loc, "iterable unpacking cannot be used in comprehension");
            return;
        }
    }
    if (p->failed || open == VV_TOK_LPAR)
        return;
    p->mark = start + 1;
    vv_expr *a = vv_parse_star_named_expression(p);
    if (a == NULL || !vv_accept(p, VV_TOK_COMMA))
        return;
    vv_loc last = vv_previous(p)->loc;
    for (;;) {
        int mark = p->mark;
        vv_expr *b = vv_parse_star_named_expression(p);
        if (b == NULL) {
            p->mark = mark;
            break;
        }
        last = b->loc;
        if (!vv_accept(p, VV_TOK_COMMA))
            break;
    }
    if (!p->failed && vv_parse_for_if_clauses(p, &clauses))
        vv_parser_error_range(p, a->loc, last, "did you forget parentheses around the comprehension target?");
}

/* A value that is missing or starred, behind `key:`. */
static void explain_value(vv_parser *p, vv_loc colon) {
    int mark = p->mark;
    if (vv_accept(p, VV_TOK_STAR)) {
        if (vv_parse_bitwise_or(p) != NULL)
            vv_parser_error_from(p, p->tokens[mark].loc, "cannot use a starred expression in a dictionary value");
    } else if (vv_at(p, VV_TOK_RBRACE) || vv_at(p, VV_TOK_COMMA)) {
        vv_parser_error_loc(p, colon, "expression expected after dictionary key and ':'");
    }
}

/* Unlike the others, called in the first pass too. */
void vv_parse_explain_dict(vv_parser *p) {
    int start = p->mark++;
    bool first = true;
    while (!p->failed) {
        int item = p->mark;
        if (vv_accept(p, VV_TOK_DOUBLESTAR)) {
            vv_comprehension_seq clauses;
            if (vv_parse_bitwise_or(p) == NULL)
                return;
            if (first && p->explain && vv_parse_for_if_clauses(p, &clauses) && vv_accept(p, VV_TOK_RBRACE)) {
                vv_parser_error_loc(p, p->tokens[start + 1].loc, "dict unpacking cannot be used in dict comprehension");
                return;
            }
        } else {
            vv_expr *key = vv_parse_expression(p);
            if (key == NULL)
                return;
            if (!vv_accept(p, VV_TOK_COLON)) {
                if (!first && !p->failed) {
                    vv_loc loc = {key->loc.lineno, key->loc.end_col_offset - 1, key->loc.end_lineno, -1};
                    vv_parser_error_loc(p, loc, "':' expected after dictionary key");
                }
                return;
            }
            int colon = p->mark - 1, value = p->mark;
            if (vv_parse_expression(p) == NULL) {
                p->mark = value;
                if (!p->failed)
                    explain_value(p, p->tokens[colon].loc);
                return;
            }
        }
        first = false;
        if (!vv_accept(p, VV_TOK_COMMA) || p->mark == item)
            return;
    }
}
