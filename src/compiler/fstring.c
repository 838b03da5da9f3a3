/* fstring.c - f-strings: the text between fields, replacement fields, conversions and format specs. */
#include "compiler/parse_internal.h"

#include <string.h>

#include "object/error.h"
#include "types/str.h"

static vv_expr *replacement_field(vv_parser *p);

static vv_expr *text_constant(vv_parser *p, bool raw, const vv_token *token) {
    size_t n = (size_t)(token->end - token->start);
    vv_obj *text = vv_parse_decode_string(p, raw, token->start, n, token);
    if (text == NULL)
        return NULL;
    vv_expr *e = vv_ast_expr(p->t, p->arena, VV_EXPR_Constant, token->loc);
    if (e == NULL)
        return vv_failed(p);
    e->v.Constant.value = text;
    return e;
}

/* Text and fields until something else comes. */
static bool format_spec_parts(vv_parser *p, vv_vec *parts) {
    for (;;) {
        int mark = p->mark;
        vv_expr *e;
        if (vv_at(p, VV_TOK_FSTRING_MIDDLE)) {
            const vv_token token = p->tokens[p->mark++];
            e = text_constant(p, false, &token);
        } else if (vv_at(p, VV_TOK_LBRACE)) {
            e = replacement_field(p);
        } else {
            return !p->failed;
        }
        if (e == NULL) {
            p->mark = mark;
            return !p->failed;
        }
        if (!vv_parse_is_empty_str(e) && !vv_parser_push(p, parts, e))
            return false;
    }
}

/* ':' and what follows it, as a JoinedStr. */
static vv_expr *format_spec(vv_parser *p) {
    int start = p->mark++;
    vv_vec parts = {0};
    if (!format_spec_parts(p, &parts))
        return NULL;
    vv_loc loc = vv_parser_loc(p, start);
    if (parts.count == 0 || (parts.count == 1 && ((vv_expr *)parts.items[0])->kind == VV_EXPR_Constant)) {
        vv_expr *e = vv_ast_expr(p->t, p->arena, VV_EXPR_JoinedStr, loc);
        if (e == NULL)
            return vv_failed(p);
        e->v.JoinedStr.values = VV_VEC_SEQ(vv_expr_seq, parts);
        return e;
    }
    return vv_parse_concatenate_strings(p, &parts, loc);
}

/* '!' NAME: false when it is not there or has space inside. */
static bool conversion(vv_parser *p, vv_token *ret_name) {
    const vv_loc mark = p->tokens[p->mark++].loc;
    if (!vv_at(p, VV_TOK_NAME))
        return false;
    *ret_name = p->tokens[p->mark++];
    if (mark.lineno != ret_name->loc.lineno || mark.end_col_offset != ret_name->loc.col_offset) {
        vv_parser_error_range(p, mark, ret_name->loc, /* sic */
                              "f-string: conversion type must come right after the exclamanation mark");
        return false;
    }
    return true;
}

/* The letter of a conversion, 0 for a wrong one. */
static int conversion_letter(vv_parser *p, const vv_token *name) {
    if (name->end - name->start == 1 && (*name->start == 's' || *name->start == 'r' || *name->start == 'a'))
        return *name->start;
    vv_obj *normal = vv_parser_identifier(p, name);
    size_t length;
    const char *text = normal == NULL ? NULL : vv_str_utf8_peek(p->t, normal, &length);
    if (text == NULL)
        p->failed = true;
    else
        vv_parser_error_loc(p, name->loc, "f-string: invalid conversion character '%.*s': expected 's', 'r', or 'a'",
                            (int)length, text);
    return 0;
}

/* The text f'{x = }' shows, without comments. */
static vv_expr *debug_text(vv_parser *p, const vv_token *token, vv_loc loc) {
    size_t n = token->debug_start == NULL ? 0 : (size_t)(token->debug_end - token->debug_start), length = 0;
    char *text = vv_arena_alloc(p->arena, n);
    if (text == NULL) {
        (void)vv_raise_memory(p->t);
        return vv_failed(p);
    }
    for (size_t i = 0; i < n; i++) {
        if (token->debug_start[i] == '#') {
            while (i < n && token->debug_start[i] != '\n')
                i++;
            if (i == n)
                break;
        }
        text[length++] = token->debug_start[i];
    }
    vv_obj *value = vv_parser_own(p, vv_str_from_utf8(p->t, text, length));
    vv_expr *e = value == NULL ? NULL : vv_ast_expr(p->t, p->arena, VV_EXPR_Constant, loc);
    if (e == NULL)
        return vv_failed(p);
    e->v.Constant.value = value;
    return e;
}

/* 3.12 takes the escapes of a field's text for the string's own: f"{'\x41'=}" is "'A'='A'". */
static bool decode_debug_text(vv_parser *p, vv_expr *e) {
    size_t n;
    const char *text = vv_str_utf8_peek(p->t, e->v.Constant.value, &n);
    const vv_token token = {.kind = VV_TOK_FSTRING_MIDDLE, .loc = e->loc};
    vv_obj *value = text == NULL ? NULL : vv_parse_decode_string(p, false, text, n, &token);
    if (value == NULL)
        return vv_failed(p) != NULL;
    e->v.Constant.value = value;
    return true;
}

/* ---- the second pass: what is wrong with a field ---- */

static bool skip_annotated(vv_parser *p, int start) {
    p->mark = start + 1;
    return vv_parse_yield_or_star_expressions(p) != NULL;
}

static void explain_field(vv_parser *p, int start) {
    p->mark = start + 1;
    vv_token_kind kind = vv_peek(p);
    if (kind == VV_TOK_EQUAL || kind == VV_TOK_EXCLAMATION || kind == VV_TOK_COLON || kind == VV_TOK_RBRACE) {
        vv_parser_error_loc(p, p->tokens[p->mark].loc, "f-string: valid expression required before '%s'",
                            vv_token_text(kind));
        return;
    }
    if (!skip_annotated(p, start)) {
        p->mark = start + 1;
        vv_parser_error_next(p, "f-string: expecting a valid expression after '{'");
        return;
    }
    kind = vv_peek(p);
    if (p->failed)
        return;
    if (kind != VV_TOK_EQUAL && kind != VV_TOK_EXCLAMATION && kind != VV_TOK_COLON && kind != VV_TOK_RBRACE) {
        vv_parser_error_next(p, "f-string: expecting '=', or '!', or ':', or '}'");
        return;
    }
    if (kind == VV_TOK_EQUAL) {
        p->mark++;
        kind = vv_peek(p);
        if (kind != VV_TOK_EXCLAMATION && kind != VV_TOK_COLON && kind != VV_TOK_RBRACE) {
            vv_parser_error_next(p, "f-string: expecting '!', or ':', or '}'");
            return;
        }
    }
    if (kind == VV_TOK_EXCLAMATION) {
        p->mark++;
        kind = vv_peek(p);
        if (kind == VV_TOK_COLON || kind == VV_TOK_RBRACE) {
            vv_parser_error_next(p, "f-string: missing conversion character");
            return;
        }
        if (kind != VV_TOK_NAME) {
            vv_parser_error_next(p, "f-string: invalid conversion character");
            return;
        }
        p->mark++;
        kind = vv_peek(p);
        if (kind != VV_TOK_COLON && kind != VV_TOK_RBRACE) {
            vv_parser_error_next(p, "f-string: expecting ':' or '}'");
            return;
        }
    }
    if (kind == VV_TOK_COLON) {
        vv_vec parts = {0};
        p->mark++;
        if (format_spec_parts(p, &parts) && !vv_at(p, VV_TOK_RBRACE))
            vv_parser_error_next(p, "f-string: expecting '}', or format specs");
        return;
    }
    if (kind != VV_TOK_RBRACE)
        vv_parser_error_next(p, "f-string: expecting '}'");
}

/* '{' expression ['='] ['!' letter] [':' spec] '}' : a FormattedValue; with '=' a JoinedStr of the text and it. */
static vv_expr *replacement_field(vv_parser *p) {
    if (!vv_parser_enter(p))
        return NULL;
    int start = p->mark++, letter = -1;
    vv_expr *spec = NULL, *field = NULL;
    vv_loc text_end = {0};
    vv_token letter_name = {0}, debug_token = {0}; /* debug_token: behind the expression and its '=' */
    bool debug = false;
    vv_expr *value = vv_parse_yield_or_star_expressions(p);
    if (value == NULL)
        goto wrong;
    debug = vv_accept(p, VV_TOK_EQUAL);
    if (vv_at(p, VV_TOK_EXCLAMATION)) {
        debug_token = p->tokens[p->mark];
        if (!conversion(p, &letter_name))
            goto wrong;
        text_end = letter_name.loc;
    }
    if (vv_at(p, VV_TOK_COLON)) {
        const vv_token colon = p->tokens[p->mark];
        spec = format_spec(p);
        if (spec == NULL)
            goto wrong;
        if (debug_token.kind == 0 && colon.debug_start != NULL) {
            debug_token = colon;
            text_end = spec->loc;
            text_end.col_offset++;
        }
    }
    if (!vv_at(p, VV_TOK_RBRACE))
        goto wrong;
    const vv_token closing = p->tokens[p->mark++];
    vv_loc loc = vv_parser_loc(p, start);
    if (letter_name.start != NULL && (letter = conversion_letter(p, &letter_name)) == 0)
        goto wrong;
    if (debug_token.kind == 0) {
        debug_token = closing;
        text_end.lineno = loc.end_lineno;
        text_end.col_offset = loc.end_col_offset;
    }
    field = vv_parser_new_expr(p, VV_EXPR_FormattedValue, start);
    if (field == NULL)
        goto wrong;
    field->v.FormattedValue.value = value;
    field->v.FormattedValue.conversion = letter == -1 && debug && spec == NULL ? 'r' : letter;
    field->v.FormattedValue.format_spec = spec;
    if (debug) {
        vv_loc text_loc = {loc.lineno, loc.col_offset + 1, text_end.lineno, text_end.col_offset - 1};
        vv_expr *text = debug_text(p, &debug_token, text_loc);
        loc.end_lineno = text_end.lineno;
        loc.end_col_offset = text_end.col_offset;
        vv_vec both = {0};
        vv_expr *joined = NULL;
        if (vv_parser_push(p, &both, text) && vv_parser_push(p, &both, field)) {
            joined = vv_ast_expr(p->t, p->arena, VV_EXPR_JoinedStr, loc);
            if (joined == NULL)
                p->failed = true;
            else
                joined->v.JoinedStr.values = VV_VEC_SEQ(vv_expr_seq, both);
        }
        field = joined;
    }
    vv_parser_leave(p);
    return field;
wrong:
    vv_parser_leave(p);
    if (p->explain && !p->failed)
        explain_field(p, start);
    return NULL;
}

vv_expr *vv_parse_fstring(vv_parser *p) {
    int start = p->mark++;
    const vv_token *opening = &p->tokens[start];
    size_t n = (size_t)(opening->end - opening->start);
    bool raw = memchr(opening->start, 'r', n) != NULL || memchr(opening->start, 'R', n) != NULL;
    vv_vec values = {0}, texts = {0};
    /* Text is decoded only when the whole string is there: its errors are reported at the closing quotes. */
    for (;;) {
        if (vv_at(p, VV_TOK_FSTRING_MIDDLE)) {
            vv_token *token = vv_parser_new_node(p, sizeof *token);
            if (token == NULL)
                return NULL;
            *token = p->tokens[p->mark++];
            vv_expr *place = vv_ast_expr(p->t, p->arena, VV_EXPR_Constant, token->loc);
            if (place == NULL)
                return vv_failed(p);
            if (!vv_parser_push(p, &values, place) || !vv_parser_push(p, &texts, token))
                return NULL;
        } else if (vv_at(p, VV_TOK_LBRACE)) {
            int mark = p->mark;
            vv_expr *field = replacement_field(p);
            if (field == NULL) {
                p->mark = mark;
                break;
            }
            if (!vv_parser_push(p, &values, field))
                return NULL;
        } else {
            break;
        }
    }
    if (p->failed || !vv_accept(p, VV_TOK_FSTRING_END))
        return NULL;
    vv_vec flat = {0};
    int text = 0;
    for (int i = 0; i < values.count; i++) {
        vv_expr *e = values.items[i];
        if (e->kind == VV_EXPR_Constant) {
            e = text_constant(p, raw, texts.items[text++]);
            if (e == NULL)
                return NULL;
            if (!vv_parse_is_empty_str(e) && !vv_parser_push(p, &flat, e))
                return NULL;
        } else if (e->kind == VV_EXPR_JoinedStr) {
            for (int j = 0; j < e->v.JoinedStr.values.count; j++) {
                vv_expr *inner = e->v.JoinedStr.values.items[j];
                if (j == 0 && !raw && !decode_debug_text(p, inner))
                    return NULL;
                if (!vv_parse_is_empty_str(inner) && !vv_parser_push(p, &flat, inner))
                    return NULL;
            }
        } else if (!vv_parser_push(p, &flat, e)) {
            return NULL;
        }
    }
    vv_expr *e = vv_parser_new_expr(p, VV_EXPR_JoinedStr, start);
    if (e != NULL)
        e->v.JoinedStr.values = VV_VEC_SEQ(vv_expr_seq, flat);
    return e;
}
