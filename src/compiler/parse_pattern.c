/* parse_pattern.c - the match statement and its patterns (PEP 634). */
#include "compiler/parse_internal.h"

#include "object/error.h"

static vv_pattern *pattern(vv_parser *p);

static vv_pattern *new_pattern(vv_parser *p, vv_ast_kind kind, int start) {
    vv_pattern *n = vv_ast_pattern(p->t, p->arena, kind, vv_parser_loc(p, start));
    return n != NULL ? n : vv_failed(p);
}

static vv_pattern *value_pattern(vv_parser *p, int start, vv_expr *value) {
    vv_pattern *n = value == NULL ? NULL : new_pattern(p, VV_PATTERN_MatchValue, start);
    if (n != NULL)
        n->v.MatchValue.value = value;
    return n;
}

/* A name to bind: not _, not followed by what would make it a value, a class or a keyword. */
static vv_obj *capture_target(vv_parser *p) {
    if (!vv_at(p, VV_TOK_NAME) || vv_parser_at_word(p, "_"))
        return NULL;
    vv_token_kind next = vv_parser_peek_ahead(p, 1);
    if (next == VV_TOK_DOT || next == VV_TOK_LPAR || next == VV_TOK_EQUAL)
        return NULL;
    return vv_parser_name(p);
}

/* ---- literals ---- */

static bool is_imaginary(vv_parser *p, const vv_expr *e) {
    return e->v.Constant.value->type == p->t->vm->types[VV_T_COMPLEX];
}

static vv_expr *signed_number(vv_parser *p) {
    int start = p->mark;
    bool minus = vv_accept(p, VV_TOK_MINUS);
    if (!vv_at(p, VV_TOK_NUMBER))
        return NULL;
    vv_expr *number = vv_parse_number(p);
    if (number == NULL || !minus)
        return number;
    vv_expr *e = vv_parser_new_expr(p, VV_EXPR_UnaryOp, start);
    if (e != NULL) {
        e->v.UnaryOp.op = VV_UNARYOP_USub;
        e->v.UnaryOp.operand = number;
    }
    return e;
}

/* A number, or real + imaginary. */
static vv_expr *number_literal(vv_parser *p) {
    int start = p->mark;
    vv_expr *left = signed_number(p);
    if (left == NULL || (!vv_at(p, VV_TOK_PLUS) && !vv_at(p, VV_TOK_MINUS)))
        return left;
    int op = vv_at(p, VV_TOK_PLUS) ? VV_OPERATOR_Add : VV_OPERATOR_Sub;
    const vv_expr *real = left->kind == VV_EXPR_UnaryOp ? left->v.UnaryOp.operand : left;
    if (is_imaginary(p, real))
        return vv_parser_error_loc(p, real->loc, "real number required in complex literal");
    p->mark++;
    if (!vv_at(p, VV_TOK_NUMBER))
        return NULL;
    vv_expr *right = vv_parse_number(p);
    if (right == NULL)
        return NULL;
    if (!is_imaginary(p, right))
        return vv_parser_error_loc(p, right->loc, "imaginary number required in complex literal");
    vv_expr *e = vv_parser_new_expr(p, VV_EXPR_BinOp, start);
    if (e != NULL) {
        e->v.BinOp.left = left;
        e->v.BinOp.op = (uint8_t)op;
        e->v.BinOp.right = right;
    }
    return e;
}

static bool at_literal(vv_parser *p) {
    switch (vv_peek(p)) {
    case VV_TOK_MINUS:
    case VV_TOK_NUMBER:
    case VV_TOK_STRING:
    case VV_TOK_FSTRING_START:
    case VV_TOK_KW_NONE:
    case VV_TOK_KW_TRUE:
    case VV_TOK_KW_FALSE: return true;
    default: return false;
    }
}

static vv_expr *literal(vv_parser *p) {
    vv_token_kind kind = vv_peek(p);
    return kind == VV_TOK_MINUS || kind == VV_TOK_NUMBER ? number_literal(p) : vv_parse_atom(p);
}

static vv_pattern *literal_pattern(vv_parser *p) {
    int start = p->mark;
    vv_token_kind kind = vv_peek(p);
    vv_expr *e = literal(p);
    if (e == NULL || (kind != VV_TOK_KW_NONE && kind != VV_TOK_KW_TRUE && kind != VV_TOK_KW_FALSE))
        return value_pattern(p, start, e);
    vv_pattern *n = new_pattern(p, VV_PATTERN_MatchSingleton, start);
    if (n != NULL)
        n->v.MatchSingleton.value = e->v.Constant.value;
    return n;
}

/* ---- names, classes ---- */

/* NAME ('.' NAME)* */
static vv_expr *dotted(vv_parser *p) {
    int start = p->mark;
    vv_expr *e = vv_at(p, VV_TOK_NAME) ? vv_parse_atom(p) : NULL;
    while (e != NULL && vv_at(p, VV_TOK_DOT)) {
        int mark = p->mark++;
        vv_obj *name = vv_parser_name(p);
        if (name == NULL) {
            p->mark = mark;
            break;
        }
        vv_expr *attribute = vv_parser_new_expr(p, VV_EXPR_Attribute, start);
        if (attribute == NULL)
            return NULL;
        attribute->v.Attribute.value = e;
        attribute->v.Attribute.attr = name;
        e = attribute;
    }
    return e;
}

static vv_pattern *class_pattern(vv_parser *p, int start, vv_expr *cls) {
    vv_vec patterns = {0}, names = {0}, keyword_patterns = {0};
    p->mark++;
    while (!vv_at(p, VV_TOK_RPAR)) {
        if (vv_at(p, VV_TOK_NAME) && vv_parser_peek_ahead(p, 1) == VV_TOK_EQUAL) {
            vv_obj *name = vv_parser_name(p);
            p->mark++;
            if (!vv_parser_push(p, &names, name) || !vv_parser_push(p, &keyword_patterns, pattern(p)))
                return NULL;
        } else {
            vv_pattern *positional = pattern(p);
            if (positional != NULL && names.count > 0) {
                if (!p->explain)
                    return NULL;
                vv_pattern *last = positional;
                while (vv_accept(p, VV_TOK_COMMA) &&
                       !(vv_at(p, VV_TOK_NAME) && vv_parser_peek_ahead(p, 1) == VV_TOK_EQUAL)) {
                    vv_pattern *next = pattern(p);
                    if (next == NULL)
                        break;
                    last = next;
                }
                return vv_parser_error_range(p, positional->loc, last->loc,
                                             "positional patterns follow keyword patterns");
            }
            if (!vv_parser_push(p, &patterns, positional))
                return NULL;
        }
        if (!vv_accept(p, VV_TOK_COMMA))
            break;
    }
    if (!vv_accept(p, VV_TOK_RPAR))
        return NULL;
    vv_pattern *n = new_pattern(p, VV_PATTERN_MatchClass, start);
    if (n != NULL) {
        n->v.MatchClass.cls = cls;
        n->v.MatchClass.patterns = VV_VEC_SEQ(vv_pattern_seq, patterns);
        n->v.MatchClass.kwd_attrs = VV_VEC_SEQ(vv_identifier_seq, names);
        n->v.MatchClass.kwd_patterns = VV_VEC_SEQ(vv_pattern_seq, keyword_patterns);
    }
    return n;
}

static vv_pattern *name_pattern(vv_parser *p) {
    int start = p->mark;
    vv_obj *name = NULL;
    if (vv_parser_at_word(p, "_")) {
        p->mark++;
    } else {
        name = capture_target(p);
        if (name == NULL) {
            vv_expr *e = p->failed ? NULL : dotted(p);
            if (e == NULL)
                return NULL;
            if (vv_at(p, VV_TOK_LPAR))
                return class_pattern(p, start, e);
            if (e->kind != VV_EXPR_Attribute || vv_at(p, VV_TOK_DOT) || vv_at(p, VV_TOK_EQUAL))
                return NULL;
            return value_pattern(p, start, e);
        }
    }
    vv_pattern *n = new_pattern(p, VV_PATTERN_MatchAs, start);
    if (n != NULL)
        n->v.MatchAs.name = name;
    return n;
}

/* ---- sequences, mappings ---- */

static vv_pattern *maybe_star_pattern(vv_parser *p) {
    int start = p->mark;
    if (!vv_accept(p, VV_TOK_STAR))
        return pattern(p);
    vv_obj *name = NULL;
    if (vv_parser_at_word(p, "_"))
        p->mark++;
    else if ((name = capture_target(p)) == NULL)
        return NULL;
    vv_pattern *n = new_pattern(p, VV_PATTERN_MatchStar, start);
    if (n != NULL)
        n->v.MatchStar.name = name;
    return n;
}

/* Elements behind the first, separated by commas, up to `close` (ENDMARKER: to whatever is no pattern). */
static bool sequence_rest(vv_parser *p, vv_vec *items, vv_token_kind close) {
    while (vv_accept(p, VV_TOK_COMMA)) {
        int mark = p->mark;
        if (vv_at(p, close))
            break;
        vv_pattern *n = maybe_star_pattern(p);
        if (n == NULL) {
            p->mark = mark;
            return !p->failed;
        }
        if (!vv_parser_push(p, items, n))
            return false;
    }
    return !p->failed;
}

static vv_pattern *sequence_of(vv_parser *p, int start, const vv_vec *items) {
    vv_pattern *n = new_pattern(p, VV_PATTERN_MatchSequence, start);
    if (n != NULL)
        n->v.MatchSequence.patterns = VV_VEC_SEQ(vv_pattern_seq, *items);
    return n;
}

static vv_pattern *group_or_sequence(vv_parser *p, vv_token_kind close) {
    int start = p->mark++;
    vv_vec items = {0};
    if (!vv_at(p, close)) {
        vv_pattern *first = maybe_star_pattern(p);
        if (first == NULL)
            return NULL;
        if (close == VV_TOK_RPAR && !vv_at(p, VV_TOK_COMMA)) /* just parentheses */
            return first->kind != VV_PATTERN_MatchStar && vv_accept(p, close) ? first : NULL;
        if (!vv_parser_push(p, &items, first) || !sequence_rest(p, &items, close))
            return NULL;
    }
    return vv_accept(p, close) ? sequence_of(p, start, &items) : NULL;
}

static vv_pattern *mapping_pattern(vv_parser *p) {
    int start = p->mark++;
    vv_vec keys = {0}, patterns = {0};
    vv_obj *rest = NULL;
    while (!vv_at(p, VV_TOK_RBRACE)) {
        if (vv_accept(p, VV_TOK_DOUBLESTAR)) {
            rest = capture_target(p);
            if (rest == NULL)
                return NULL;
            vv_accept(p, VV_TOK_COMMA);
            break;
        }
        vv_expr *key = at_literal(p) ? literal(p) : dotted(p);
        if (key == NULL || key->kind == VV_EXPR_Name || !vv_accept(p, VV_TOK_COLON))
            return NULL;
        if (!vv_parser_push(p, &keys, key) || !vv_parser_push(p, &patterns, pattern(p)))
            return NULL;
        if (!vv_accept(p, VV_TOK_COMMA))
            break;
    }
    if (!vv_accept(p, VV_TOK_RBRACE))
        return NULL;
    vv_pattern *n = new_pattern(p, VV_PATTERN_MatchMapping, start);
    if (n != NULL) {
        n->v.MatchMapping.keys = VV_VEC_SEQ(vv_expr_seq, keys);
        n->v.MatchMapping.patterns = VV_VEC_SEQ(vv_pattern_seq, patterns);
        n->v.MatchMapping.rest = rest;
    }
    return n;
}

/* ---- patterns ---- */

static vv_pattern *closed_pattern(vv_parser *p) {
    if (at_literal(p))
        return literal_pattern(p);
    if (!vv_parser_enter(p))
        return NULL;
    vv_pattern *n;
    switch (vv_peek(p)) {
    case VV_TOK_NAME: n = name_pattern(p); break;
    case VV_TOK_LPAR: n = group_or_sequence(p, VV_TOK_RPAR); break;
    case VV_TOK_LSQB: n = group_or_sequence(p, VV_TOK_RSQB); break;
    case VV_TOK_LBRACE: n = mapping_pattern(p); break;
    default: n = NULL; break;
    }
    vv_parser_leave(p);
    return n;
}

static vv_pattern *or_pattern(vv_parser *p) {
    int start = p->mark;
    vv_pattern *first = closed_pattern(p);
    if (first == NULL || !vv_at(p, VV_TOK_VBAR))
        return first;
    vv_vec patterns = {0};
    if (!vv_parser_push(p, &patterns, first))
        return NULL;
    while (vv_accept(p, VV_TOK_VBAR)) {
        if (!vv_parser_push(p, &patterns, closed_pattern(p)))
            return NULL;
    }
    vv_pattern *n = new_pattern(p, VV_PATTERN_MatchOr, start);
    if (n != NULL)
        n->v.MatchOr.patterns = VV_VEC_SEQ(vv_pattern_seq, patterns);
    return n;
}

static vv_pattern *pattern(vv_parser *p) {
    int start = p->mark;
    vv_pattern *inner = or_pattern(p);
    if (inner == NULL || !vv_at(p, VV_TOK_KW_AS))
        return inner;
    int as = p->mark++;
    vv_obj *name = capture_target(p);
    if (name == NULL) {
        if (p->failed)
            return NULL;
        p->mark = as + 1;
        if (p->explain) {
            if (vv_parser_at_word(p, "_"))
                return vv_parser_error_loc(p, p->tokens[p->mark].loc, "cannot use '_' as a target");
            vv_expr *e = vv_at(p, VV_TOK_NAME) ? NULL : vv_parse_expression(p);
            if (e != NULL)
                return vv_parser_error_loc(p, e->loc, "invalid pattern target");
        }
        p->mark = as;
        return p->failed ? NULL : inner;
    }
    vv_pattern *n = new_pattern(p, VV_PATTERN_MatchAs, start);
    if (n != NULL) {
        n->v.MatchAs.pattern = inner;
        n->v.MatchAs.name = name;
    }
    return n;
}

/* The patterns of a case: one, or a sequence without brackets. */
static vv_pattern *case_patterns(vv_parser *p) {
    int start = p->mark;
    vv_pattern *first = maybe_star_pattern(p);
    if (first == NULL)
        return NULL;
    if (!vv_at(p, VV_TOK_COMMA))
        return first->kind == VV_PATTERN_MatchStar ? NULL : first;
    vv_vec items = {0};
    if (!vv_parser_push(p, &items, first) || !sequence_rest(p, &items, VV_TOK_ENDMARKER))
        return NULL;
    return sequence_of(p, start, &items);
}

/* ---- match ---- */

static vv_match_case *case_block(vv_parser *p) {
    int line = p->tokens[p->mark++].loc.lineno;
    vv_pattern *patterns = case_patterns(p);
    if (patterns == NULL)
        return NULL;
    vv_expr *guard = NULL;
    if (vv_accept(p, VV_TOK_KW_IF)) {
        guard = vv_parse_named_expression(p);
        if (guard == NULL)
            return NULL;
    }
    vv_match_case *c = vv_parser_new_node(p, sizeof *c);
    if (c == NULL || !vv_parse_suite(p, "'case' statement", line, false, &c->body))
        return NULL;
    c->pattern = patterns;
    c->guard = guard;
    return c;
}

static vv_expr *subject(vv_parser *p) {
    int start = p->mark;
    vv_expr *first = vv_parse_star_named_expression(p);
    if (first == NULL)
        return NULL;
    if (!vv_at(p, VV_TOK_COMMA))
        return first->kind == VV_EXPR_Starred ? NULL : first;
    vv_vec items = {0};
    if (!vv_parser_push(p, &items, first))
        return NULL;
    while (vv_accept(p, VV_TOK_COMMA)) {
        int mark = p->mark;
        vv_expr *e = vv_parse_star_named_expression(p);
        if (e == NULL) {
            p->mark = mark;
            break;
        }
        if (!vv_parser_push(p, &items, e))
            return NULL;
    }
    vv_expr *e = p->failed ? NULL : vv_parser_new_expr(p, VV_EXPR_Tuple, start);
    if (e != NULL)
        e->v.Tuple.elts = VV_VEC_SEQ(vv_expr_seq, items);
    return e;
}

/* `match` is a name like any other unless a subject, a colon and an indented `case` follow. */
vv_stmt *vv_parse_match(vv_parser *p) {
    int start = p->mark++;
    vv_token_kind next = vv_peek(p);
    if (!vv_parse_starts_expression(next) && next != VV_TOK_STAR)
        return NULL;
    vv_expr *value = subject(p);
    if (value == NULL)
        return NULL;
    if (p->explain && vv_at(p, VV_TOK_NEWLINE))
        return vv_parser_error_last(p, "expected ':'");
    if (!vv_accept(p, VV_TOK_COLON) || !vv_accept(p, VV_TOK_NEWLINE))
        return NULL;
    if (!vv_accept(p, VV_TOK_INDENT)) {
        if (p->explain)
            vv_parser_error_indent(p, "expected an indented block after 'match' statement on line %d",
                                   p->tokens[start].loc.lineno);
        return NULL;
    }
    vv_vec cases = {0};
    while (vv_parser_at_word(p, "case")) {
        int mark = p->mark;
        vv_match_case *c = case_block(p);
        if (c == NULL) {
            p->mark = mark;
            break;
        }
        if (!vv_parser_push(p, &cases, c))
            return NULL;
    }
    if (p->failed || cases.count == 0 || !vv_accept(p, VV_TOK_DEDENT))
        return NULL;
    vv_stmt *s = vv_parser_new_stmt(p, VV_STMT_Match, start);
    if (s != NULL) {
        s->v.Match.subject = value;
        s->v.Match.cases = VV_VEC_SEQ(vv_match_case_seq, cases);
    }
    return s;
}
