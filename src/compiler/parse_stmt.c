/* parse_stmt.c - statements and blocks.
 *
 * A chain of elif is read in a loop and nested from its end; blocks nest at most as deep as indentation may (100).
 */
#include "compiler/parse_internal.h"

#include "object/error.h"
#include "object/intern.h"
#include "types/str.h"

/* ---- blocks ---- */

/* ':' and a block, behind the header of `what` ("'if' statement") that began on `line`. forced: a missing colon is an
 * error whatever else might follow. */
bool vv_parse_suite(vv_parser *p, const char *what, int line, bool forced, vv_stmt_seq *ret) {
    if (forced) {
        if (!vv_parser_accept_forced(p, VV_TOK_COLON))
            return false;
    } else if (!vv_accept(p, VV_TOK_COLON)) {
        if (p->explain && vv_at(p, VV_TOK_NEWLINE))
            vv_parser_error_last(p, "expected ':'");
        return false;
    }
    if (p->explain && vv_at(p, VV_TOK_NEWLINE) && vv_parser_peek_ahead(p, 1) != VV_TOK_INDENT && !p->failed) {
        vv_parser_error_indent(p, "expected an indented block after %s on line %d", what, line);
        return false;
    }
    return vv_parse_block(p, ret);
}

bool vv_parse_block(vv_parser *p, vv_stmt_seq *ret) {
    vv_stmt_seq *known;
    int start = p->mark;
    if (vv_parser_recall(p, VV_RULE_BLOCK, &known)) {
        if (known != NULL)
            *ret = *known;
        return known != NULL;
    }
    bool ok;
    if (vv_accept(p, VV_TOK_NEWLINE)) {
        ok =
            vv_accept(p, VV_TOK_INDENT) && vv_parse_statements(p, ret) && ret->count > 0 && vv_accept(p, VV_TOK_DEDENT);
    } else {
        vv_vec body = {0};
        ok = vv_parse_simple_line(p, &body);
        *ret = VV_VEC_SEQ(vv_stmt_seq, body);
    }
    if (p->failed)
        return false;
    if (p->second) {
        vv_stmt_seq *copy = NULL;
        if (ok) {
            copy = vv_parser_new_node(p, sizeof *copy);
            if (copy == NULL)
                return false;
            *copy = *ret;
        }
        vv_parser_remember(p, VV_RULE_BLOCK, start, copy);
    }
    return ok && !p->failed;
}

bool vv_parse_statements(vv_parser *p, vv_stmt_seq *ret) {
    vv_vec body = {0};
    for (;;) {
        vv_token_kind kind = vv_peek(p);
        if (kind == VV_TOK_DEDENT || kind == VV_TOK_ENDMARKER)
            break;
        int mark = p->mark, count = body.count;
        if (!vv_parse_statement(p, &body)) {
            p->mark = mark;
            body.count = count;
            break;
        }
    }
    *ret = VV_VEC_SEQ(vv_stmt_seq, body);
    return !p->failed;
}

/* ---- simple statements ---- */

static vv_stmt *annotated_assignment(vv_parser *p, int start, vv_expr *target) {
    bool bare_name = target->kind == VV_EXPR_Name;
    if (!bare_name && target->kind != VV_EXPR_Attribute && target->kind != VV_EXPR_Subscript)
        return NULL;
    p->mark++;
    vv_expr *annotation = vv_parse_expression(p), *value = NULL;
    if (annotation == NULL)
        return NULL;
    int mark = p->mark;
    if (vv_accept(p, VV_TOK_EQUAL)) {
        value = vv_parse_yield_or_star_expressions(p);
        if (value == NULL)
            p->mark = mark;
    }
    vv_stmt *s = p->failed ? NULL : vv_parser_new_stmt(p, VV_STMT_AnnAssign, start);
    if (s != NULL) {
        vv_parse_set_context(target, VV_CTX_Store);
        s->v.AnnAssign.target = target;
        s->v.AnnAssign.annotation = annotation;
        s->v.AnnAssign.value = value;
        s->v.AnnAssign.simple = bare_name && p->tokens[start].kind == VV_TOK_NAME;
    }
    return s;
}

static vv_stmt *chained_assignment(vv_parser *p, int start, vv_expr *first) {
    vv_vec targets = {0};
    vv_expr *value = first;
    while (vv_at(p, VV_TOK_EQUAL)) {
        if (!vv_parse_is_target(value, true))
            return NULL;
        p->mark++;
        if (!vv_parser_push(p, &targets, value))
            return NULL;
        value = vv_parse_yield_or_star_expressions(p);
        if (value == NULL)
            return NULL;
    }
    for (int i = 0; i < targets.count; i++)
        vv_parse_set_context(targets.items[i], VV_CTX_Store);
    vv_stmt *s = p->failed ? NULL : vv_parser_new_stmt(p, VV_STMT_Assign, start);
    if (s != NULL) {
        s->v.Assign.targets = VV_VEC_SEQ(vv_expr_seq, targets);
        s->v.Assign.value = value;
    }
    return s;
}

static int augmented_operator(vv_token_kind kind) {
    switch (kind) {
    case VV_TOK_PLUSEQUAL: return VV_OPERATOR_Add;
    case VV_TOK_MINEQUAL: return VV_OPERATOR_Sub;
    case VV_TOK_STAREQUAL: return VV_OPERATOR_Mult;
    case VV_TOK_ATEQUAL: return VV_OPERATOR_MatMult;
    case VV_TOK_SLASHEQUAL: return VV_OPERATOR_Div;
    case VV_TOK_PERCENTEQUAL: return VV_OPERATOR_Mod;
    case VV_TOK_AMPEREQUAL: return VV_OPERATOR_BitAnd;
    case VV_TOK_VBAREQUAL: return VV_OPERATOR_BitOr;
    case VV_TOK_CIRCUMFLEXEQUAL: return VV_OPERATOR_BitXor;
    case VV_TOK_LEFTSHIFTEQUAL: return VV_OPERATOR_LShift;
    case VV_TOK_RIGHTSHIFTEQUAL: return VV_OPERATOR_RShift;
    case VV_TOK_DOUBLESTAREQUAL: return VV_OPERATOR_Pow;
    case VV_TOK_DOUBLESLASHEQUAL: return VV_OPERATOR_FloorDiv;
    default: return -1;
    }
}

static vv_stmt *augmented_assignment(vv_parser *p, int start, vv_expr *target, int op) {
    if (target->kind != VV_EXPR_Name && target->kind != VV_EXPR_Attribute && target->kind != VV_EXPR_Subscript)
        return NULL;
    p->mark++;
    vv_expr *value = vv_parse_yield_or_star_expressions(p);
    vv_stmt *s = value == NULL ? NULL : vv_parser_new_stmt(p, VV_STMT_AugAssign, start);
    if (s != NULL) {
        vv_parse_set_context(target, VV_CTX_Store);
        s->v.AugAssign.target = target;
        s->v.AugAssign.op = (uint8_t)op;
        s->v.AugAssign.value = value;
    }
    return s;
}

/* What begins with an expression: assignments of all kinds, and the expression itself. */
static vv_stmt *expression_statement(vv_parser *p) {
    int start = p->mark;
    vv_expr *e = vv_parse_yield_or_star_expressions(p);
    vv_token_kind kind = e == NULL ? VV_TOK_ERROR : vv_peek(p);
    vv_stmt *s = NULL;
    int op = augmented_operator(kind);
    if (p->failed)
        return NULL;
    int end = p->mark;
    if (kind == VV_TOK_EQUAL) {
        s = chained_assignment(p, start, e);
    } else if (kind == VV_TOK_COLON) {
        s = annotated_assignment(p, start, e);
    } else if (op >= 0) {
        s = augmented_assignment(p, start, e, op);
        if (s == NULL && vv_parse_is_target(e, false) && e->kind != VV_EXPR_Tuple && e->kind != VV_EXPR_List)
            return NULL; /* nothing else can be meant */
    }
    if (s == NULL && p->explain && !p->failed) {
        p->mark = start;
        vv_parse_explain_assignment(p);
    }
    if (s != NULL || e == NULL || p->failed)
        return p->failed ? NULL : s;
    p->mark = end;
    s = vv_parser_new_stmt(p, VV_STMT_Expr, start);
    if (s != NULL)
        s->v.Expr.value = e;
    return s;
}

/* A statement of one optional value: return. */
static vv_stmt *return_statement(vv_parser *p) {
    int start = p->mark++, mark = p->mark;
    vv_expr *value = vv_parse_star_expressions(p);
    if (value == NULL)
        p->mark = mark;
    vv_stmt *s = p->failed ? NULL : vv_parser_new_stmt(p, VV_STMT_Return, start);
    if (s != NULL)
        s->v.Return.value = value;
    return s;
}

static vv_stmt *raise_statement(vv_parser *p) {
    int start = p->mark++, mark = p->mark;
    vv_expr *exc = vv_parse_expression(p), *cause = NULL;
    if (exc == NULL)
        p->mark = mark;
    mark = p->mark;
    if (exc != NULL && vv_accept(p, VV_TOK_KW_FROM)) {
        cause = vv_parse_expression(p);
        if (cause == NULL)
            p->mark = mark;
    }
    vv_stmt *s = p->failed ? NULL : vv_parser_new_stmt(p, VV_STMT_Raise, start);
    if (s != NULL) {
        s->v.Raise.exc = exc;
        s->v.Raise.cause = cause;
    }
    return s;
}

static vv_stmt *assert_statement(vv_parser *p) {
    int start = p->mark++;
    vv_expr *test = vv_parse_expression(p), *message = NULL;
    if (test == NULL)
        return NULL;
    if (vv_accept(p, VV_TOK_COMMA)) {
        message = vv_parse_expression(p);
        if (message == NULL)
            return NULL;
    }
    vv_stmt *s = vv_parser_new_stmt(p, VV_STMT_Assert, start);
    if (s != NULL) {
        s->v.Assert.test = test;
        s->v.Assert.msg = message;
    }
    return s;
}

static vv_stmt *delete_statement(vv_parser *p) {
    int start = p->mark++;
    vv_vec targets = {0};
    do {
        int mark = p->mark;
        vv_expr *e = vv_parse_primary(p);
        if (e == NULL || !vv_parse_is_delete_target(e)) {
            p->mark = mark;
            break;
        }
        if (!vv_parser_push(p, &targets, e))
            return NULL;
    } while (vv_accept(p, VV_TOK_COMMA));
    if (p->failed)
        return NULL;
    if (targets.count == 0 || (!vv_at(p, VV_TOK_SEMI) && !vv_at(p, VV_TOK_NEWLINE))) {
        if (p->explain && !p->failed) {
            p->mark = start + 1;
            vv_expr *e = vv_parse_star_expressions(p);
            if (e != NULL)
                vv_parser_error_target(p, e, VV_TARGET_DELETE);
        }
        return NULL;
    }
    for (int i = 0; i < targets.count; i++)
        vv_parse_set_context(targets.items[i], VV_CTX_Del);
    vv_stmt *s = vv_parser_new_stmt(p, VV_STMT_Delete, start);
    if (s != NULL)
        s->v.Delete.targets = VV_VEC_SEQ(vv_expr_seq, targets);
    return s;
}

/* global and nonlocal */
static vv_stmt *name_list_statement(vv_parser *p, vv_ast_kind kind) {
    int start = p->mark++;
    vv_vec names = {0};
    do {
        int mark = p->mark;
        vv_obj *name = vv_parser_name(p);
        if (name == NULL) {
            if (names.count == 0 || p->failed)
                return NULL;
            p->mark = mark - 1;
            break;
        }
        if (!vv_parser_push(p, &names, name))
            return NULL;
    } while (vv_accept(p, VV_TOK_COMMA));
    vv_stmt *s = vv_parser_new_stmt(p, kind, start);
    if (s != NULL)
        s->v.Global.names = VV_VEC_SEQ(vv_identifier_seq, names); /* Nonlocal has the same layout */
    return s;
}

static vv_stmt *bare_statement(vv_parser *p, vv_ast_kind kind) {
    p->mark++;
    return vv_parser_new_stmt(p, kind, p->mark - 1);
}

/* ---- imports ---- */

/* NAME ('.' NAME)* as one identifier. */
static vv_obj *dotted_name(vv_parser *p) {
    vv_obj *name = vv_parser_name(p);
    if (name == NULL || !vv_at(p, VV_TOK_DOT))
        return name;
    vv_strbuilder builder = {0};
    if (vv_strbuilder_str(p->t, &builder, name) < 0)
        goto failed;
    while (vv_at(p, VV_TOK_DOT)) {
        int mark = p->mark++;
        name = vv_parser_name(p);
        if (name == NULL) {
            if (p->failed) {
                vv_strbuilder_drop(p->t, &builder);
                return NULL;
            }
            p->mark = mark;
            break;
        }
        if (vv_strbuilder_ascii(p->t, &builder, ".", 1) < 0 || vv_strbuilder_str(p->t, &builder, name) < 0)
            goto failed;
    }
    vv_obj *whole = vv_strbuilder_finish(p->t, &builder);
    if (whole == NULL)
        return vv_failed(p);
    vv_intern(p->t, &whole);
    return vv_parser_own(p, whole);
failed:
    vv_strbuilder_drop(p->t, &builder);
    return vv_failed(p);
}

static vv_alias *import_alias(vv_parser *p, bool dotted) {
    int start = p->mark;
    vv_obj *name = dotted ? dotted_name(p) : vv_parser_name(p), *asname = NULL;
    if (name == NULL)
        return NULL;
    int mark = p->mark;
    if (vv_accept(p, VV_TOK_KW_AS)) {
        asname = vv_parser_name(p);
        if (asname == NULL)
            p->mark = mark;
    }
    vv_alias *a = p->failed ? NULL : vv_parser_new_node(p, sizeof *a);
    if (a != NULL) {
        a->loc = vv_parser_loc(p, start);
        a->name = name;
        a->asname = asname;
    }
    return a;
}

static bool import_aliases(vv_parser *p, bool dotted, vv_vec *ret) {
    int mark = p->mark;
    do {
        vv_alias *a = import_alias(p, dotted);
        if (a == NULL) {
            p->mark = mark; /* the comma stays */
            return !p->failed && ret->count > 0;
        }
        if (!vv_parser_push(p, ret, a))
            return false;
        mark = p->mark;
    } while (vv_accept(p, VV_TOK_COMMA));
    return true;
}

static vv_stmt *import_statement(vv_parser *p) {
    int start = p->mark++;
    vv_vec names = {0};
    if (p->explain) {
        do {
            if (dotted_name(p) == NULL)
                break;
        } while (vv_accept(p, VV_TOK_COMMA));
        if (!p->failed && vv_accept(p, VV_TOK_KW_FROM) && dotted_name(p) != NULL) {
            (void)vv_peek(p);
            return vv_parser_error_from(p, p->tokens[start].loc, "Did you mean to use 'from ... import ...' instead?");
        }
        p->mark = start + 1;
    }
    if (p->failed || !import_aliases(p, true, &names))
        return NULL;
    vv_stmt *s = vv_parser_new_stmt(p, VV_STMT_Import, start);
    if (s != NULL)
        s->v.Import.names = VV_VEC_SEQ(vv_alias_seq, names);
    return s;
}

static bool import_targets(vv_parser *p, vv_vec *names) {
    if (vv_at(p, VV_TOK_STAR)) {
        int start = p->mark++;
        vv_alias *a = vv_parser_new_node(p, sizeof *a);
        if (a == NULL)
            return false;
        a->loc = vv_parser_loc(p, start);
        a->name = vv_parser_own(p, vv_intern_cstr(p->t, "*"));
        return a->name != NULL && vv_parser_push(p, names, a);
    }
    if (vv_accept(p, VV_TOK_LPAR)) {
        if (!import_aliases(p, false, names))
            return false;
        vv_accept(p, VV_TOK_COMMA);
        return vv_accept(p, VV_TOK_RPAR);
    }
    if (!import_aliases(p, false, names))
        return false;
    if (vv_at(p, VV_TOK_COMMA)) {
        p->mark++;
        if (p->explain && vv_at(p, VV_TOK_NEWLINE))
            vv_parser_error_last(p, "trailing comma not allowed without surrounding parentheses");
        return false;
    }
    return !p->failed;
}

static vv_stmt *import_from_statement(vv_parser *p) {
    int start = p->mark++, level = 0;
    for (;;) {
        if (vv_accept(p, VV_TOK_DOT))
            level++;
        else if (vv_accept(p, VV_TOK_ELLIPSIS))
            level += 3;
        else
            break;
    }
    vv_obj *module = vv_at(p, VV_TOK_NAME) ? dotted_name(p) : NULL;
    if (p->failed || (module == NULL && level == 0))
        return NULL;
    vv_vec names = {0};
    if (!vv_accept(p, VV_TOK_KW_IMPORT) || !import_targets(p, &names))
        return NULL;
    vv_stmt *s = vv_parser_new_stmt(p, VV_STMT_ImportFrom, start);
    if (s != NULL) {
        s->v.ImportFrom.module = module;
        s->v.ImportFrom.names = VV_VEC_SEQ(vv_alias_seq, names);
        s->v.ImportFrom.level = level;
    }
    return s;
}

/* type NAME [params] = value */
static vv_stmt *type_alias(vv_parser *p) {
    int start = p->mark++;
    vv_expr *name = vv_at(p, VV_TOK_NAME) ? vv_parse_atom(p) : NULL;
    vv_type_param_seq params;
    if (name == NULL || !vv_parse_type_params(p, &params) || !vv_accept(p, VV_TOK_EQUAL))
        return NULL;
    vv_parse_set_context(name, VV_CTX_Store);
    vv_expr *value = vv_parse_expression(p);
    vv_stmt *s = value == NULL ? NULL : vv_parser_new_stmt(p, VV_STMT_TypeAlias, start);
    if (s != NULL) {
        s->v.TypeAlias.name = name;
        s->v.TypeAlias.type_params = params;
        s->v.TypeAlias.value = value;
    }
    return s;
}

static vv_stmt *simple_statement(vv_parser *p) {
    switch (vv_peek(p)) {
    case VV_TOK_KW_RETURN: return return_statement(p);
    case VV_TOK_KW_IMPORT: return import_statement(p);
    case VV_TOK_KW_FROM: return import_from_statement(p);
    case VV_TOK_KW_RAISE: return raise_statement(p);
    case VV_TOK_KW_PASS: return bare_statement(p, VV_STMT_Pass);
    case VV_TOK_KW_DEL: return delete_statement(p);
    case VV_TOK_KW_ASSERT: return assert_statement(p);
    case VV_TOK_KW_BREAK: return bare_statement(p, VV_STMT_Break);
    case VV_TOK_KW_CONTINUE: return bare_statement(p, VV_STMT_Continue);
    case VV_TOK_KW_GLOBAL: return name_list_statement(p, VV_STMT_Global);
    case VV_TOK_KW_NONLOCAL: return name_list_statement(p, VV_STMT_Nonlocal);
    default: break;
    }
    if (vv_parser_at_word(p, "type") && vv_parser_peek_ahead(p, 1) == VV_TOK_NAME) {
        int mark = p->mark;
        vv_stmt *s = type_alias(p);
        if (s != NULL || p->failed)
            return s;
        p->mark = mark;
    }
    return expression_statement(p);
}

bool vv_parse_simple_line(vv_parser *p, vv_vec *ret) {
    do {
        if (ret->count > 0 && vv_at(p, VV_TOK_NEWLINE))
            break;
        vv_stmt *s;
        int start = p->mark;
        if (!vv_parser_recall(p, VV_RULE_SIMPLE_STMT, &s)) {
            s = simple_statement(p);
            if (p->failed)
                return false;
            vv_parser_remember(p, VV_RULE_SIMPLE_STMT, start, s);
        }
        if (!vv_parser_push(p, ret, s))
            return false;
    } while (vv_accept(p, VV_TOK_SEMI));
    return vv_accept(p, VV_TOK_NEWLINE);
}

/* ---- if, while, for ---- */

/* An else block if there is one; false: it is wrong. */
static bool else_block(vv_parser *p, vv_stmt_seq *ret) {
    *ret = (vv_stmt_seq){0, NULL};
    if (!vv_at(p, VV_TOK_KW_ELSE))
        return !p->failed;
    int line = p->tokens[p->mark++].loc.lineno;
    return vv_parse_suite(p, "'else' statement", line, true, ret);
}

typedef struct if_arm {
    int start;
    vv_expr *test;
    vv_stmt_seq body;
} if_arm;

static vv_stmt *if_statement(vv_parser *p) {
    vv_vec arms = {0};
    bool elif = false;
    do {
        if_arm *arm = vv_parser_new_node(p, sizeof *arm);
        if (!vv_parser_push(p, &arms, arm))
            return NULL;
        arm->start = p->mark++;
        arm->test = vv_parse_named_expression(p);
        if (arm->test == NULL || !vv_parse_suite(p, elif ? "'elif' statement" : "'if' statement",
                                                 p->tokens[arm->start].loc.lineno, false, &arm->body))
            return NULL;
        elif = true;
    } while (vv_at(p, VV_TOK_KW_ELIF));
    vv_stmt_seq orelse;
    if (p->failed || !else_block(p, &orelse))
        return NULL;
    vv_stmt *s = NULL;
    for (int i = arms.count - 1; i >= 0; i--) {
        const if_arm *arm = arms.items[i];
        if (s != NULL) {
            vv_vec one = {0};
            if (!vv_parser_push(p, &one, s))
                return NULL;
            orelse = VV_VEC_SEQ(vv_stmt_seq, one);
        }
        s = vv_parser_new_stmt(p, VV_STMT_If, arm->start);
        if (s == NULL)
            return NULL;
        s->v.If.test = arm->test;
        s->v.If.body = arm->body;
        s->v.If.orelse = orelse;
    }
    return s;
}

static vv_stmt *while_statement(vv_parser *p) {
    int start = p->mark++;
    vv_stmt_seq body, orelse;
    vv_expr *test = vv_parse_named_expression(p);
    if (test == NULL || !vv_parse_suite(p, "'while' statement", p->tokens[start].loc.lineno, false, &body) ||
        !else_block(p, &orelse))
        return NULL;
    vv_stmt *s = vv_parser_new_stmt(p, VV_STMT_While, start);
    if (s != NULL) {
        s->v.While.test = test;
        s->v.While.body = body;
        s->v.While.orelse = orelse;
    }
    return s;
}

/* start: at `async` or `for`; mark behind `for`. */
static vv_stmt *for_statement(vv_parser *p, int start, bool is_async) {
    int first = p->mark;
    vv_expr *target = vv_parse_star_targets(p);
    if (target == NULL || !vv_accept(p, VV_TOK_KW_IN)) {
        if (p->explain && !p->failed) {
            p->mark = first;
            vv_expr *e = vv_parse_star_expressions(p);
            if (e != NULL)
                vv_parser_error_target(p, e, VV_TARGET_FOR);
        }
        return NULL;
    }
    vv_stmt_seq body, orelse;
    vv_expr *iter = vv_parse_star_expressions(p);
    if (iter == NULL || !vv_parse_suite(p, "'for' statement", p->tokens[first - 1].loc.lineno, false, &body) ||
        !else_block(p, &orelse))
        return NULL;
    vv_stmt *s = vv_parser_new_stmt(p, is_async ? VV_STMT_AsyncFor : VV_STMT_For, start);
    if (s != NULL) {
        s->v.For.target = target;
        s->v.For.iter = iter;
        s->v.For.body = body;
        s->v.For.orelse = orelse;
    }
    return s;
}

/* ---- with ---- */

static bool at_item_end(vv_parser *p) {
    return vv_at(p, VV_TOK_COMMA) || vv_at(p, VV_TOK_RPAR) || vv_at(p, VV_TOK_COLON);
}

static vv_withitem *with_item(vv_parser *p) {
    vv_expr *context = vv_parse_expression(p), *target = NULL;
    if (context == NULL)
        return NULL;
    int mark = p->mark;
    if (vv_accept(p, VV_TOK_KW_AS)) {
        target = vv_parse_star_target(p);
        if (target == NULL || !at_item_end(p)) {
            target = NULL;
            if (p->explain && !p->failed) {
                p->mark = mark + 1;
                vv_expr *e = vv_parse_expression(p);
                if (e != NULL && at_item_end(p))
                    vv_parser_error_target(p, e, VV_TARGET_ASSIGN);
            }
            p->mark = mark;
        }
    }
    vv_withitem *item = p->failed ? NULL : vv_parser_new_node(p, sizeof *item);
    if (item != NULL) {
        item->context_expr = context;
        item->optional_vars = target;
    }
    return item;
}

static bool with_items(vv_parser *p, bool parenthesised, vv_vec *ret) {
    if (parenthesised && !vv_accept(p, VV_TOK_LPAR))
        return false;
    do {
        if (parenthesised && ret->count > 0 && vv_at(p, VV_TOK_RPAR))
            break;
        if (!vv_parser_push(p, ret, with_item(p)))
            return false;
    } while (vv_accept(p, VV_TOK_COMMA));
    return !parenthesised || vv_accept(p, VV_TOK_RPAR);
}

/* Second pass: items without a look at their targets; true if they are followed by what `with` needs. */
static bool skip_with_items(vv_parser *p, bool parenthesised) {
    if (parenthesised && !vv_accept(p, VV_TOK_LPAR))
        return false;
    bool any = false;
    do {
        if (any && parenthesised && vv_at(p, VV_TOK_RPAR))
            break;
        if (vv_parse_expression(p) == NULL)
            return false;
        int mark = p->mark;
        if (vv_accept(p, VV_TOK_KW_AS) && vv_parse_star_target(p) == NULL)
            p->mark = mark;
        any = true;
    } while (vv_accept(p, VV_TOK_COMMA));
    return !p->failed && (!parenthesised || vv_accept(p, VV_TOK_RPAR));
}

static void explain_with(vv_parser *p, int first, bool header) {
    for (int form = 0; form < 2 && !p->failed; form++) {
        p->mark = first;
        if (!skip_with_items(p, form == 1))
            continue;
        if (header) {
            if (vv_accept(p, VV_TOK_NEWLINE))
                vv_parser_error_last(p, "expected ':'");
        } else if (vv_accept(p, VV_TOK_COLON) && vv_accept(p, VV_TOK_NEWLINE) && !vv_at(p, VV_TOK_INDENT)) {
            vv_parser_error_indent(p, "expected an indented block after 'with' statement on line %d",
                                   p->tokens[first - 1].loc.lineno);
        }
    }
    p->mark = first;
}

static vv_stmt *with_statement(vv_parser *p, int start, bool is_async) {
    int first = p->mark;
    vv_stmt_seq body;
    if (p->explain)
        explain_with(p, first, false);
    for (int form = 1; form >= 0 && !p->failed; form--) {
        vv_vec items = {0};
        p->mark = first;
        if (!with_items(p, form == 1, &items) || !vv_accept(p, VV_TOK_COLON) || !vv_parse_block(p, &body))
            continue;
        vv_stmt *s = vv_parser_new_stmt(p, is_async ? VV_STMT_AsyncWith : VV_STMT_With, start);
        if (s != NULL) {
            s->v.With.items = VV_VEC_SEQ(vv_withitem_seq, items);
            s->v.With.body = body;
        }
        return s;
    }
    if (p->explain && !p->failed)
        explain_with(p, first, true);
    return NULL;
}

/* ---- try ---- */

/* ['as' NAME]: both or nothing. */
static void accept_as_name(vv_parser *p) {
    int mark = p->mark;
    if (vv_accept(p, VV_TOK_KW_AS) && !vv_accept(p, VV_TOK_NAME))
        p->mark = mark;
}

static void explain_except(vv_parser *p, int start) {
    p->mark = start + 1;
    bool star = vv_accept(p, VV_TOK_STAR);
    int first = p->mark;
    vv_expr *a = vv_parse_expression(p);
    if (a != NULL && vv_accept(p, VV_TOK_COMMA)) {
        bool any = false;
        while (vv_parse_expression(p) != NULL) {
            any = true;
            if (!vv_accept(p, VV_TOK_COMMA))
                break;
        }
        if (any && !p->failed) {
            accept_as_name(p);
            if (vv_accept(p, VV_TOK_COLON)) {
                vv_parser_error_from(p, a->loc, "multiple exception types must be parenthesized");
                return;
            }
        }
    }
    if (p->failed)
        return;
    p->mark = first;
    if (vv_parse_expression(p) != NULL) {
        accept_as_name(p);
        if (vv_accept(p, VV_TOK_NEWLINE))
            vv_parser_error_last(p, "expected ':'");
        return;
    }
    if (p->failed)
        return;
    p->mark = first;
    if (star && (vv_at(p, VV_TOK_NEWLINE) || vv_at(p, VV_TOK_COLON)))
        vv_parser_error_last(p, "expected one or more exception types");
    else if (!star && vv_at(p, VV_TOK_NEWLINE))
        vv_parser_error_last(p, "expected ':'");
}

/* One handler; *ret_star: it is `except*`. */
static vv_excepthandler *except_block(vv_parser *p, bool *ret_star) {
    int start = p->mark++;
    vv_expr *type = NULL;
    vv_obj *name = NULL;
    *ret_star = vv_accept(p, VV_TOK_STAR);
    vv_stmt_seq body;
    bool ok = true;
    if (*ret_star || !vv_at(p, VV_TOK_COLON)) {
        type = vv_parse_expression(p);
        ok = type != NULL;
        int mark = p->mark;
        if (ok && vv_accept(p, VV_TOK_KW_AS)) {
            name = vv_parser_name(p);
            if (name == NULL)
                p->mark = mark;
        }
    }
    ok = ok && !p->failed && vv_at(p, VV_TOK_COLON) &&
         vv_parse_suite(p, *ret_star ? "'except*' statement" : "'except' statement", p->tokens[start].loc.lineno, false,
                        &body);
    if (!ok) {
        if (p->explain && !p->failed)
            explain_except(p, start);
        return NULL;
    }
    vv_excepthandler *h = vv_parser_new_node(p, sizeof *h);
    if (h != NULL) {
        h->loc = vv_parser_loc(p, start);
        h->type = type;
        h->name = name;
        h->body = body;
    }
    return h;
}

/* Second pass, at an `except` of the other sort. */
static void explain_mixed(vv_parser *p, bool star) {
    int start = p->mark;
    explain_except(p, start);
    if (p->failed)
        return;
    p->mark = start + 1;
    static const char text[] = "cannot have both 'except' and 'except*' on the same 'try'";
    if (star) { /* except* handlers stand before */
        if (vv_parse_expression(p) == NULL)
            p->mark = start + 1;
        else
            accept_as_name(p);
        if (vv_accept(p, VV_TOK_COLON))
            vv_parser_error_loc(p, p->tokens[start].loc, text);
    } else if (vv_accept(p, VV_TOK_STAR) && vv_parse_expression(p) != NULL) {
        accept_as_name(p);
        if (vv_accept(p, VV_TOK_COLON))
            vv_parser_error_range(p, p->tokens[start].loc, p->tokens[start + 1].loc, text);
    }
}

/* Second pass, after a block that is none: mistakes of handlers right behind the colon. */
static void explain_handlers(vv_parser *p, int colon) {
    bool star = false, this_star;
    p->mark = colon;
    if (!vv_accept(p, VV_TOK_COLON))
        return;
    for (int first = p->mark; vv_at(p, VV_TOK_KW_EXCEPT); star = this_star) {
        if (p->mark != first && (vv_parser_peek_ahead(p, 1) == VV_TOK_STAR) != star) {
            if (!p->failed)
                explain_mixed(p, star);
            return;
        }
        if (except_block(p, &this_star) == NULL)
            return;
    }
}

static vv_stmt *try_statement(vv_parser *p) {
    int start = p->mark++;
    vv_vec handlers = {0};
    vv_stmt_seq body, orelse = {0, NULL}, finalbody = {0, NULL};
    bool star = false;
    if (!vv_parse_suite(p, "'try' statement", p->tokens[start].loc.lineno, true, &body)) {
        if (p->explain && !p->failed)
            explain_handlers(p, start + 1);
        return NULL;
    }
    if (!vv_at(p, VV_TOK_KW_EXCEPT) && !vv_at(p, VV_TOK_KW_FINALLY)) {
        if (p->explain && !p->failed)
            vv_parser_error_last(p, "expected 'except' or 'finally' block");
        return NULL;
    }
    while (vv_at(p, VV_TOK_KW_EXCEPT)) {
        int mark = p->mark;
        bool this_star;
        if (handlers.count > 0 && (vv_parser_peek_ahead(p, 1) == VV_TOK_STAR) != star) {
            if (p->explain && !p->failed)
                explain_mixed(p, star);
            p->mark = mark;
            break;
        }
        vv_excepthandler *h = except_block(p, &this_star);
        if (h == NULL)
            return NULL;
        star = this_star;
        if (!vv_parser_push(p, &handlers, h))
            return NULL;
    }
    if (p->failed || (handlers.count > 0 && !else_block(p, &orelse)))
        return NULL;
    if (vv_at(p, VV_TOK_KW_FINALLY)) {
        int line = p->tokens[p->mark++].loc.lineno;
        if (!vv_parse_suite(p, "'finally' statement", line, true, &finalbody))
            return NULL;
    }
    vv_stmt *s = p->failed ? NULL : vv_parser_new_stmt(p, star ? VV_STMT_TryStar : VV_STMT_Try, start);
    if (s != NULL) {
        s->v.Try.body = body;
        s->v.Try.handlers = VV_VEC_SEQ(vv_excepthandler_seq, handlers);
        s->v.Try.orelse = orelse;
        s->v.Try.finalbody = finalbody;
    }
    return s;
}

/* ---- definitions ---- */

/* start: at `async` or `def`; mark behind `def`. */
static vv_stmt *function_definition(vv_parser *p, int start, bool is_async, vv_expr_seq decorators) {
    int line = p->tokens[p->mark - 1].loc.lineno;
    vv_obj *name = vv_parser_name(p);
    vv_type_param_seq type_params;
    if (name == NULL || !vv_parse_type_params(p, &type_params) || !vv_parser_accept_forced(p, VV_TOK_LPAR))
        return NULL;
    vv_arguments *args = NULL;
    if (!vv_at(p, VV_TOK_RPAR)) {
        int mark = p->mark;
        args = vv_parse_params(p, false);
        if (args == NULL)
            p->mark = mark;
    }
    if (args == NULL)
        args = p->failed ? NULL : vv_parse_empty_arguments(p);
    if (args == NULL || !vv_accept(p, VV_TOK_RPAR))
        return NULL;
    vv_expr *returns = NULL;
    int mark = p->mark;
    if (vv_accept(p, VV_TOK_RARROW)) {
        returns = vv_parse_expression(p);
        if (returns == NULL)
            p->mark = mark;
    }
    vv_stmt_seq body;
    if (p->failed || !vv_parse_suite(p, "function definition", line, true, &body))
        return NULL;
    vv_stmt *s = vv_parser_new_stmt(p, is_async ? VV_STMT_AsyncFunctionDef : VV_STMT_FunctionDef, start);
    if (s != NULL) {
        s->v.FunctionDef.name = name;
        s->v.FunctionDef.args = args;
        s->v.FunctionDef.body = body;
        s->v.FunctionDef.decorator_list = decorators;
        s->v.FunctionDef.returns = returns;
        s->v.FunctionDef.type_params = type_params;
    }
    return s;
}

static vv_stmt *class_definition(vv_parser *p, vv_expr_seq decorators) {
    int start = p->mark++;
    vv_obj *name = vv_parser_name(p);
    vv_type_param_seq type_params;
    vv_expr_seq bases = {0, NULL};
    vv_keyword_seq keywords = {0, NULL};
    vv_stmt_seq body;
    if (name == NULL || !vv_parse_type_params(p, &type_params))
        return NULL;
    if (vv_accept(p, VV_TOK_LPAR) && (!vv_parse_arguments(p, &bases, &keywords) || !vv_accept(p, VV_TOK_RPAR)))
        return NULL;
    if (p->failed || !vv_parse_suite(p, "class definition", p->tokens[start].loc.lineno, false, &body))
        return NULL;
    vv_stmt *s = vv_parser_new_stmt(p, VV_STMT_ClassDef, start);
    if (s != NULL) {
        s->v.ClassDef.name = name;
        s->v.ClassDef.bases = bases;
        s->v.ClassDef.keywords = keywords;
        s->v.ClassDef.body = body;
        s->v.ClassDef.decorator_list = decorators;
        s->v.ClassDef.type_params = type_params;
    }
    return s;
}

static vv_stmt *async_statement(vv_parser *p, vv_expr_seq decorators, bool decorated) {
    int start = p->mark++;
    if (vv_accept(p, VV_TOK_KW_DEF))
        return function_definition(p, start, true, decorators);
    if (!decorated && vv_accept(p, VV_TOK_KW_WITH))
        return with_statement(p, start, true);
    if (!decorated && vv_accept(p, VV_TOK_KW_FOR))
        return for_statement(p, start, true);
    return NULL;
}

static vv_stmt *decorated(vv_parser *p) {
    vv_vec decorators = {0};
    while (vv_accept(p, VV_TOK_AT)) {
        if (!vv_parser_push(p, &decorators, vv_parse_named_expression(p)) || !vv_accept(p, VV_TOK_NEWLINE))
            return NULL;
    }
    vv_expr_seq seq = VV_VEC_SEQ(vv_expr_seq, decorators);
    switch (vv_peek(p)) {
    case VV_TOK_KW_DEF: p->mark++; return function_definition(p, p->mark - 1, false, seq);
    case VV_TOK_KW_CLASS: return class_definition(p, seq);
    case VV_TOK_KW_ASYNC: return async_statement(p, seq, true);
    default: return NULL;
    }
}

vv_stmt *vv_parse_compound(vv_parser *p) {
    if (!vv_parser_enter(p))
        return NULL;
    vv_stmt *s = NULL;
    vv_expr_seq none = {0, NULL};
    int start = p->mark;
    switch (vv_peek(p)) {
    case VV_TOK_KW_DEF:
        p->mark++;
        s = function_definition(p, start, false, none);
        break;
    case VV_TOK_AT: s = decorated(p); break;
    case VV_TOK_KW_ASYNC: s = async_statement(p, none, false); break;
    case VV_TOK_KW_IF: s = if_statement(p); break;
    case VV_TOK_KW_CLASS: s = class_definition(p, none); break;
    case VV_TOK_KW_WITH:
        p->mark++;
        s = with_statement(p, start, false);
        break;
    case VV_TOK_KW_FOR:
        p->mark++;
        s = for_statement(p, start, false);
        break;
    case VV_TOK_KW_TRY: s = try_statement(p); break;
    case VV_TOK_KW_WHILE: s = while_statement(p); break;
    default:
        if (vv_parser_at_word(p, "match"))
            s = vv_parse_match(p);
        break;
    }
    vv_parser_leave(p);
    return p->failed ? NULL : s;
}

bool vv_parse_statement(vv_parser *p, vv_vec *ret) {
    int start = p->mark;
    vv_stmt *s = vv_parse_compound(p);
    if (s != NULL)
        return vv_parser_push(p, ret, s);
    if (p->failed)
        return false;
    p->mark = start;
    vv_vec line = {0};
    if (!vv_parse_simple_line(p, &line))
        return false;
    for (int i = 0; i < line.count; i++) {
        if (!vv_parser_push(p, ret, line.items[i]))
            return false;
    }
    return true;
}
