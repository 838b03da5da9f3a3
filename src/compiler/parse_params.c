/* parse_params.c - parameter lists of functions and lambdas, and type parameter lists (PEP 695). */
#include "compiler/parse_internal.h"

/* ---- the second pass: what is wrong with a parameter list ----
 * These match pieces of a list without building nodes; on false, mark is where it was. */

static vv_token_kind closing(bool lambda) {
    return lambda ? VV_TOK_COLON : VV_TOK_RPAR;
}

static bool back(vv_parser *p, int mark) {
    p->mark = mark;
    return false;
}

static bool skip_param(vv_parser *p, bool lambda, vv_loc *ret_loc) {
    int mark = p->mark;
    if (!vv_accept(p, VV_TOK_NAME))
        return back(p, mark);
    if (!lambda && vv_at(p, VV_TOK_COLON)) {
        int colon = p->mark++;
        if (vv_parse_expression(p) == NULL)
            p->mark = colon;
    }
    if (ret_loc != NULL)
        *ret_loc = vv_parser_loc(p, mark);
    return !p->failed;
}

/* Behind a parameter: a comma, or the end of the list in sight. */
static bool skip_param_end(vv_parser *p, bool lambda) {
    return vv_accept(p, VV_TOK_COMMA) || vv_at(p, closing(lambda));
}

static bool skip_default(vv_parser *p) {
    int mark = p->mark;
    if (!vv_accept(p, VV_TOK_EQUAL))
        return false;
    if (vv_at(p, VV_TOK_RPAR) || vv_at(p, VV_TOK_COMMA)) {
        vv_parser_error_loc(p, p->tokens[mark].loc, "expected default value expression");
        return false;
    }
    return vv_parse_expression(p) != NULL ? true : back(p, mark);
}

static bool skip_no_default(vv_parser *p, bool lambda, vv_loc *ret_loc) {
    int mark = p->mark;
    return skip_param(p, lambda, ret_loc) && skip_param_end(p, lambda) ? true : back(p, mark);
}

static bool skip_with_default(vv_parser *p, bool lambda) {
    int mark = p->mark;
    return skip_param(p, lambda, NULL) && skip_default(p) && skip_param_end(p, lambda) ? true : back(p, mark);
}

static bool skip_maybe_default(vv_parser *p, bool lambda) {
    int mark = p->mark;
    if (!skip_param(p, lambda, NULL))
        return false;
    skip_default(p);
    return !p->failed && skip_param_end(p, lambda) ? true : back(p, mark);
}

static int skip_many_no_default(vv_parser *p, bool lambda) {
    int n = 0;
    while (skip_no_default(p, lambda, NULL))
        n++;
    return n;
}

static int skip_many_with_default(vv_parser *p, bool lambda) {
    int n = 0;
    while (skip_with_default(p, lambda))
        n++;
    return n;
}

static int skip_many_maybe_default(vv_parser *p, bool lambda) {
    int n = 0;
    while (skip_maybe_default(p, lambda))
        n++;
    return n;
}

static bool skip_slash_no_default(vv_parser *p, bool lambda) {
    int mark = p->mark;
    return skip_many_no_default(p, lambda) > 0 && vv_accept(p, VV_TOK_SLASH) && skip_param_end(p, lambda)
               ? true
               : back(p, mark);
}

static bool skip_slash_with_default(vv_parser *p, bool lambda) {
    int mark = p->mark;
    skip_many_no_default(p, lambda);
    return skip_many_with_default(p, lambda) > 0 && vv_accept(p, VV_TOK_SLASH) && skip_param_end(p, lambda)
               ? true
               : back(p, mark);
}

static void explain_params(vv_parser *p, bool lambda) {
    int start = p->mark;
    vv_loc loc;
    if (vv_accept(p, VV_TOK_SLASH) && vv_accept(p, VV_TOK_COMMA)) {
        vv_parser_error_loc(p, p->tokens[start].loc, "at least one argument must precede /");
        return;
    }
    p->mark = start;
    if (skip_slash_no_default(p, lambda) || skip_slash_with_default(p, lambda)) {
        skip_many_maybe_default(p, lambda);
        if (vv_accept(p, VV_TOK_SLASH)) {
            vv_parser_error_loc(p, vv_previous(p)->loc, "/ may appear only once");
            return;
        }
    }
    p->mark = start;
    skip_slash_no_default(p, lambda);
    skip_many_no_default(p, lambda);
    if ((skip_slash_with_default(p, lambda) || skip_many_with_default(p, lambda) > 0) &&
        skip_no_default(p, lambda, &loc)) {
        vv_parser_error_loc(p, loc, "parameter without a default follows parameter with a default");
        return;
    }
    p->mark = start;
    skip_many_no_default(p, lambda);
    int open = p->mark;
    if (vv_accept(p, VV_TOK_LPAR)) {
        bool any;
        if (lambda) {
            do
                any = vv_accept(p, VV_TOK_NAME);
            while (any && vv_accept(p, VV_TOK_COMMA) && !vv_at(p, VV_TOK_RPAR));
        } else {
            any = skip_many_no_default(p, false) > 0;
            vv_accept(p, VV_TOK_COMMA);
        }
        if (any && vv_accept(p, VV_TOK_RPAR)) {
            vv_parser_error_range(p, p->tokens[open].loc, vv_previous(p)->loc, "%s cannot be parenthesized",
                                  lambda ? "Lambda expression parameters" : "Function parameters");
            return;
        }
    }
    p->mark = start;
    if (!skip_slash_no_default(p, lambda))
        skip_slash_with_default(p, lambda);
    skip_many_maybe_default(p, lambda);
    if (vv_accept(p, VV_TOK_STAR) && (vv_accept(p, VV_TOK_COMMA) || skip_no_default(p, lambda, NULL))) {
        skip_many_maybe_default(p, lambda);
        if (vv_accept(p, VV_TOK_SLASH)) {
            vv_parser_error_loc(p, vv_previous(p)->loc, "/ must be ahead of *");
            return;
        }
    }
    p->mark = start;
    if (skip_many_maybe_default(p, lambda) > 0 && vv_accept(p, VV_TOK_SLASH) && vv_accept(p, VV_TOK_STAR))
        vv_parser_error_loc(p, vv_previous(p)->loc, "expected comma between / and *");
}

static void explain_star(vv_parser *p, bool lambda) {
    int start = p->mark++;
    if (vv_at(p, closing(lambda)) ||
        (vv_accept(p, VV_TOK_COMMA) && (vv_at(p, closing(lambda)) || vv_at(p, VV_TOK_DOUBLESTAR)))) {
        if (lambda)
            vv_parser_error_last(p, "named arguments must follow bare *");
        else
            vv_parser_error_loc(p, p->tokens[start].loc, "named arguments must follow bare *");
        return;
    }
    p->mark = start + 1;
    if (skip_param(p, lambda, NULL) && vv_accept(p, VV_TOK_EQUAL)) {
        vv_parser_error_loc(p, vv_previous(p)->loc, "var-positional argument cannot have default value");
        return;
    }
    p->mark = start + 1;
    if (skip_no_default(p, lambda, NULL) || vv_accept(p, VV_TOK_COMMA)) {
        skip_many_maybe_default(p, lambda);
        int star = p->mark;
        if (vv_accept(p, VV_TOK_STAR) && (skip_no_default(p, lambda, NULL) || vv_accept(p, VV_TOK_COMMA)))
            vv_parser_error_loc(p, p->tokens[star].loc, "* argument may appear only once");
    }
}

static void explain_double_star(vv_parser *p, bool lambda) {
    p->mark++;
    if (!skip_param(p, lambda, NULL))
        return;
    if (vv_accept(p, VV_TOK_EQUAL)) {
        vv_parser_error_loc(p, vv_previous(p)->loc, "var-keyword argument cannot have default value");
        return;
    }
    vv_loc loc;
    if (!vv_accept(p, VV_TOK_COMMA))
        return;
    if (skip_param(p, lambda, &loc))
        vv_parser_error_loc(p, loc, "arguments cannot follow var-keyword argument");
    else if (vv_accept(p, VV_TOK_STAR) || vv_accept(p, VV_TOK_DOUBLESTAR) || vv_accept(p, VV_TOK_SLASH))
        vv_parser_error_loc(p, vv_previous(p)->loc, "arguments cannot follow var-keyword argument");
}

/* ---- parameters ---- */

vv_arguments *vv_parse_empty_arguments(vv_parser *p) {
    return vv_parser_new_node(p, sizeof(vv_arguments));
}

static vv_arg *param(vv_parser *p, bool lambda, bool star) {
    int start = p->mark;
    vv_obj *name = vv_parser_name(p);
    if (name == NULL)
        return NULL;
    vv_expr *annotation = NULL;
    if (!lambda && vv_accept(p, VV_TOK_COLON)) {
        annotation = star ? vv_parse_star_expression(p) : vv_parse_expression(p);
        if (annotation == NULL)
            return NULL;
    }
    vv_arg *a = vv_parser_new_node(p, sizeof *a);
    if (a != NULL) {
        a->loc = vv_parser_loc(p, start);
        a->arg = name;
        a->annotation = annotation;
    }
    return a;
}

/* '=' expression, if it is there: 1 yes, 0 no, -1 not a default or an exception. */
static int default_value(vv_parser *p, vv_expr **ret) {
    *ret = NULL;
    if (!vv_at(p, VV_TOK_EQUAL))
        return p->failed ? -1 : 0;
    if (p->explain) {
        int mark = p->mark;
        skip_default(p);
        p->mark = mark;
    }
    p->mark++;
    *ret = vv_parse_expression(p);
    return *ret != NULL ? 1 : -1;
}

vv_arguments *vv_parse_params(vv_parser *p, bool lambda) {
    vv_vec posonly = {0}, args = {0}, defaults = {0}, kwonly = {0}, kw_defaults = {0};
    vv_arg *vararg = NULL, *kwarg = NULL;
    bool star = false, slash = false;
    int start = p->mark;
    if (p->explain) {
        explain_params(p, lambda);
        p->mark = start;
        if (p->failed)
            return NULL;
    }
    do {
        vv_token_kind kind = vv_peek(p);
        if (kind == closing(lambda))
            break;
        int item = p->mark;
        if (kind == VV_TOK_NAME) {
            vv_arg *a = param(p, lambda, false);
            vv_expr *value;
            int has_default = a == NULL ? -1 : default_value(p, &value);
            if (has_default < 0)
                return NULL;
            if (star) { /* vv_parser_push refuses NULL: the place of a missing default is made with the argument and
                           emptied */
                if (!vv_parser_push(p, &kwonly, a) || !vv_parser_push(p, &kw_defaults, a))
                    return NULL;
                kw_defaults.items[kw_defaults.count - 1] = value;
            } else {
                if (!has_default && defaults.count > 0)
                    return NULL;
                if (!vv_parser_push(p, &args, a) || (has_default && !vv_parser_push(p, &defaults, value)))
                    return NULL;
            }
        } else if (kind == VV_TOK_SLASH) {
            if (slash || star || args.count == 0)
                return NULL;
            p->mark++;
            slash = true;
            posonly = args;
            args = (vv_vec){0};
        } else if (kind == VV_TOK_STAR) {
            if (p->explain && !star) {
                explain_star(p, lambda);
                p->mark = item;
            }
            if (star || p->failed)
                return NULL;
            star = true;
            p->mark++;
            if (vv_at(p, VV_TOK_COMMA)) { /* a bare star needs a name behind it */
                if (vv_parser_peek_ahead(p, 1) != VV_TOK_NAME)
                    return NULL;
            } else {
                vararg = param(p, lambda, true);
                if (vararg == NULL)
                    return NULL;
            }
        } else if (kind == VV_TOK_DOUBLESTAR) {
            if (p->explain) {
                explain_double_star(p, lambda);
                p->mark = item;
            }
            p->mark++;
            kwarg = param(p, lambda, false);
            if (kwarg == NULL)
                return NULL;
            vv_accept(p, VV_TOK_COMMA);
            break;
        } else {
            return NULL;
        }
    } while (vv_accept(p, VV_TOK_COMMA));
    if (p->failed || !vv_at(p, closing(lambda)))
        return NULL;
    vv_arguments *a = vv_parse_empty_arguments(p);
    if (a != NULL) {
        a->posonlyargs = VV_VEC_SEQ(vv_arg_seq, posonly);
        a->args = VV_VEC_SEQ(vv_arg_seq, args);
        a->vararg = vararg;
        a->kwonlyargs = VV_VEC_SEQ(vv_arg_seq, kwonly);
        a->kw_defaults = VV_VEC_SEQ(vv_expr_seq, kw_defaults);
        a->kwarg = kwarg;
        a->defaults = VV_VEC_SEQ(vv_expr_seq, defaults);
    }
    return a;
}

/* ---- type parameters ---- */

static vv_type_param *type_param(vv_parser *p) {
    int start = p->mark;
    vv_ast_kind kind = VV_TYPE_PARAM_TypeVar;
    if (vv_accept(p, VV_TOK_STAR))
        kind = VV_TYPE_PARAM_TypeVarTuple;
    else if (vv_accept(p, VV_TOK_DOUBLESTAR))
        kind = VV_TYPE_PARAM_ParamSpec;
    vv_obj *name = vv_parser_name(p);
    if (name == NULL)
        return NULL;
    vv_expr *bound = NULL;
    if (vv_at(p, VV_TOK_COLON)) {
        vv_loc colon = p->tokens[p->mark++].loc;
        bound = vv_parse_expression(p);
        if (bound == NULL)
            return NULL;
        if (kind != VV_TYPE_PARAM_TypeVar)
            return vv_parser_error_from(p, colon, "cannot use %s with %s",
                                        bound->kind == VV_EXPR_Tuple ? "constraints" : "bound",
                                        kind == VV_TYPE_PARAM_ParamSpec ? "ParamSpec" : "TypeVarTuple");
    }
    vv_type_param *tp = vv_ast_type_param(p->t, p->arena, kind, vv_parser_loc(p, start));
    if (tp == NULL)
        return vv_failed(p);
    if (kind == VV_TYPE_PARAM_TypeVar) {
        tp->v.TypeVar.name = name;
        tp->v.TypeVar.bound = bound;
    } else {
        tp->v.ParamSpec.name = name; /* TypeVarTuple has the same layout */
    }
    return tp;
}

bool vv_parse_type_params(vv_parser *p, vv_type_param_seq *ret) {
    vv_vec params = {0};
    int start = p->mark;
    *ret = (vv_type_param_seq){0, NULL};
    if (!vv_accept(p, VV_TOK_LSQB))
        return !p->failed;
    do {
        if (params.count > 0 && vv_at(p, VV_TOK_RSQB))
            break;
        if (!vv_parser_push(p, &params, type_param(p)))
            goto absent;
    } while (vv_accept(p, VV_TOK_COMMA));
    if (!vv_accept(p, VV_TOK_RSQB))
        goto absent;
    *ret = VV_VEC_SEQ(vv_type_param_seq, params);
    return true;
absent:
    p->mark = start;
    return !p->failed;
}
