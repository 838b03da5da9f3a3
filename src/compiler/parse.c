/* parse.c - the parser's driver: source preparation, token buffer, memory of tried rules, errors and the two passes. */
#include "compiler/parse_internal.h"

#include <stdio.h>
#include <string.h>

#include "base/unicode.h"
#include "base/unidata.h"
#include "object/datafile.h"
#include "object/error.h"
#include "object/intern.h"
#include "types/bytes.h"
#include "types/exceptions.h"
#include "types/str.h"

/* ---- errors ---- */

/* Columns are 1-based bytes here, as CPython passes them on; 0 and -1 mean unknown. */
static void *raise_at(vv_parser *p, int type, int lineno, int column, int end_lineno, int end_column,
                      const char *format, va_list args) {
    if (p->failed)
        return NULL;
    p->failed = true;
    const vv_lexer *lx = &p->lx;
    vv_diag_place place = {.filename = lx->filename, .lineno = lineno, .end_lineno = end_lineno};
    if (lx->lineno <= lineno && lx->inp > lx->buf) {
        place.text = lx->buf;
        place.text_length = (size_t)(lx->inp - lx->buf);
    } else {
        place.text = vv_lexer_line(lx, lineno, &place.text_length);
    }
    place.offset = column > 0 ? vv_diag_characters(place.text, place.text_length, column) : column;
    place.end_offset = end_column > 0 ? vv_diag_characters(place.text, place.text_length, end_column) : end_column;
    vv_diag_raise_va(p->t, type, &place, format, args);
    return NULL;
}

static void *raise_at_token(vv_parser *p, int type, const vv_token *token, const char *format, va_list args) {
    int column = token->loc.col_offset + 1, end_column = token->loc.end_col_offset + 1;
    if (token->loc.col_offset == -1) {
        column = (int)(p->lx.cur - p->lx.line_start);
        end_column = -1;
    }
    return raise_at(p, type, token->loc.lineno, column, token->loc.end_lineno, end_column, format, args);
}

void *vv_parser_error_last(vv_parser *p, const char *format, ...) {
    va_list args;
    va_start(args, format);
    raise_at_token(p, VV_SyntaxError, &p->tokens[p->fill - 1], format, args);
    va_end(args);
    return NULL;
}

void *vv_parser_error_indent(vv_parser *p, const char *format, ...) {
    va_list args;
    va_start(args, format);
    raise_at_token(p, VV_IndentationError, &p->tokens[p->fill - 1], format, args);
    va_end(args);
    return NULL;
}

void *vv_parser_error_next(vv_parser *p, const char *format, ...) {
    if (p->failed || (p->mark == p->fill && !vv_parser_fill(p)))
        return NULL;
    va_list args;
    va_start(args, format);
    raise_at_token(p, VV_SyntaxError, &p->tokens[p->mark], format, args);
    va_end(args);
    return NULL;
}

void *vv_parser_error_loc(vv_parser *p, vv_loc loc, const char *format, ...) {
    va_list args;
    va_start(args, format);
    raise_at(p, VV_SyntaxError, loc.lineno, loc.col_offset + 1, loc.end_lineno, loc.end_col_offset + 1, format, args);
    va_end(args);
    return NULL;
}

void *vv_parser_error_range(vv_parser *p, vv_loc from, vv_loc to, const char *format, ...) {
    va_list args;
    va_start(args, format);
    raise_at(p, VV_SyntaxError, from.lineno, from.col_offset + 1, to.end_lineno, to.end_col_offset + 1, format, args);
    va_end(args);
    return NULL;
}

void *vv_parser_error_from(vv_parser *p, vv_loc from, const char *format, ...) {
    va_list args;
    va_start(args, format);
    raise_at(p, VV_SyntaxError, from.lineno, from.col_offset + 1, p->lx.lineno, (int)(p->lx.cur - p->lx.line_start),
             format, args);
    va_end(args);
    return NULL;
}

static VV_PRINTF(5, 6) void raise_known(vv_parser *p, int type, int lineno, int column, const char *format, ...) {
    va_list args;
    va_start(args, format);
    raise_at(p, type, lineno, column, lineno, 0, format, args);
    va_end(args);
}

static VV_PRINTF(4, 5) void raise_token(vv_parser *p, int type, const vv_token *token, const char *format, ...) {
    va_list args;
    va_start(args, format);
    raise_at_token(p, type, token, format, args);
    va_end(args);
}

static void raise_unclosed(vv_parser *p) {
    const vv_lexer *lx = &p->lx;
    int i = lx->level - 1;
    raise_known(p, VV_SyntaxError, lx->bracket_lines[i], lx->bracket_columns[i] + 1, "'%c' was never closed",
                lx->brackets[i]);
}

/* The lexer has stopped at the token just read: why. */
static void raise_lexer_state(vv_parser *p) {
    vv_lexer *lx = &p->lx;
    const vv_token *token = &p->tokens[p->fill - 1];
    switch (lx->done) {
    case VV_LEXER_RAISED: p->failed = true; break;
    case VV_LEXER_DEDENT:
        raise_token(p, VV_IndentationError, token, "unindent does not match any outer indentation level");
        break;
    case VV_LEXER_TABSPACE:
        raise_known(p, VV_TabError, lx->lineno, 1, "inconsistent use of tabs and spaces in indentation");
        break;
    case VV_LEXER_TOODEEP: raise_known(p, VV_IndentationError, lx->lineno, 1, "too many levels of indentation"); break;
    case VV_LEXER_LINECONT:
        raise_known(p, VV_SyntaxError, lx->lineno, (int)(lx->cur - lx->buf),
                    "unexpected character after line continuation character");
        break;
    case VV_LEXER_OK:
    case VV_LEXER_EOF:
        if (lx->level > 0)
            raise_unclosed(p);
        else
            raise_token(p, VV_SyntaxError, token, "unexpected EOF while parsing");
        break;
    }
}

/* ---- tokens ---- */

bool vv_parser_fill(vv_parser *p) {
    if (p->failed)
        return false;
    void *items = p->tokens;
    if (vv_arena_grow(p->arena, &items, sizeof *p->tokens, (size_t)p->fill, &p->capacity) < 0) {
        (void)vv_raise_memory(p->t);
        p->failed = true;
        return false;
    }
    p->tokens = items;
    vv_token *token = &p->tokens[p->fill];
    vv_lexer_next(&p->lx, token);
    if (p->mode == VV_COMPILE_SINGLE && token->kind == VV_TOK_ENDMARKER && p->started) {
        token->kind = VV_TOK_NEWLINE; /* a prompt's statement needs no line end of its own */
        p->started = false;
        if (p->lx.indent > 0 && (p->flags & VV_COMPILE_INCOMPLETE_INPUT) == 0) {
            p->lx.pending = -p->lx.indent;
            p->lx.indent = 0;
        }
    } else {
        p->started = true;
    }
    p->fill++;
    if (token->kind == VV_TOK_ERROR) {
        raise_lexer_state(p);
        return false;
    }
    return true;
}

vv_token_kind vv_parser_peek_ahead(vv_parser *p, int n) {
    while (p->mark + n >= p->fill) {
        if (!vv_parser_fill(p))
            return VV_TOK_ERROR;
    }
    return (vv_token_kind)p->tokens[p->mark + n].kind;
}

bool vv_token_is(const vv_token *token, const char *word) {
    size_t n = strlen(word);
    return token->kind == VV_TOK_NAME && (size_t)(token->end - token->start) == n && memcmp(token->start, word, n) == 0;
}

bool vv_parser_at_word(vv_parser *p, const char *word) {
    return vv_at(p, VV_TOK_NAME) && vv_token_is(&p->tokens[p->mark], word);
}

bool vv_parser_accept_forced(vv_parser *p, vv_token_kind kind) {
    if (vv_accept(p, kind))
        return true;
    if (!p->failed)
        vv_parser_error_loc(p, p->tokens[p->mark].loc, "expected '%s'", vv_token_text(kind));
    return false;
}

vv_loc vv_parser_loc(vv_parser *p, int start) {
    vv_loc loc = p->tokens[start].loc;
    int i = p->mark - 1;
    while (i > start) {
        uint8_t kind = p->tokens[i].kind;
        if (kind != VV_TOK_NEWLINE && kind != VV_TOK_INDENT && kind != VV_TOK_DEDENT && kind != VV_TOK_ENDMARKER)
            break;
        i--;
    }
    loc.end_lineno = p->tokens[i].loc.end_lineno;
    loc.end_col_offset = p->tokens[i].loc.end_col_offset;
    return loc;
}

/* ---- nodes ---- */

bool vv_parser_push(vv_parser *p, vv_vec *vec, void *item) {
    if (item == NULL)
        return false;
    void *items = vec->items;
    if (vv_arena_grow(p->arena, &items, sizeof *vec->items, (size_t)vec->count, &vec->capacity) < 0) {
        (void)vv_raise_memory(p->t);
        p->failed = true;
        return false;
    }
    vec->items = items;
    vec->items[vec->count++] = item;
    return true;
}

void *vv_parser_new_node(vv_parser *p, size_t size) {
    void *node = vv_ast_alloc(p->t, p->arena, size);
    return node != NULL ? node : vv_failed(p);
}

vv_expr *vv_parser_new_expr(vv_parser *p, vv_ast_kind kind, int start) {
    vv_expr *e = vv_ast_expr(p->t, p->arena, kind, vv_parser_loc(p, start));
    return e != NULL ? e : vv_failed(p);
}

vv_stmt *vv_parser_new_stmt(vv_parser *p, vv_ast_kind kind, int start) {
    vv_stmt *s = vv_ast_stmt(p->t, p->arena, kind, vv_parser_loc(p, start));
    return s != NULL ? s : vv_failed(p);
}

vv_obj *vv_parser_own(vv_parser *p, vv_owned o) {
    vv_obj *object = vv_ast_own_take(p->t, p->arena, o);
    return object != NULL ? object : vv_failed(p);
}

vv_obj *vv_parser_identifier(vv_parser *p, const vv_token *token) {
    size_t n = (size_t)(token->end - token->start);
    vv_obj *name = vv_str_from_utf8(p->t, token->start, n);
    if (name == NULL)
        return vv_failed(p);
    size_t length = vv_str_length(name), first = 0;
    while (first < length && vv_unicode_is_nfkc_quick(vv_str_at(name, first)))
        first++;
    if (first < length && (p->flags & VV_COMPILE_TRIAL) == 0) { /* identifiers compare in their NFKC form */
        const vv_unidata *tables = vv_data_peek(p->t, VV_DATA_UNICODEDATA);
        if (tables == NULL) {
            vv_decref(p->t, name);
            return vv_failed(p);
        }
        size_t capacity = length * VV_UNICODE_MAX_DECOMPOSITION;
        uint32_t *points = vv_arena_alloc(p->arena, length * sizeof *points);
        uint32_t *normal = vv_arena_alloc(p->arena, capacity * sizeof *normal);
        if (points == NULL || normal == NULL) {
            vv_decref(p->t, name);
            (void)vv_raise_memory(p->t);
            return vv_failed(p);
        }
        for (size_t i = 0; i < length; i++)
            points[i] = vv_str_at(name, i);
        size_t normal_length = vv_unidata_normalize(tables, VV_NFKC, points, length, normal, capacity);
        vv_decref(p->t, name);
        name = vv_str_from_kind(p->t, 4, normal, normal_length);
        if (name == NULL)
            return vv_failed(p);
    }
    vv_intern(p->t, &name);
    return vv_parser_own(p, name);
}

vv_obj *vv_parser_name(vv_parser *p) {
    return vv_accept(p, VV_TOK_NAME) ? vv_parser_identifier(p, vv_previous(p)) : NULL;
}

bool vv_parser_enter(vv_parser *p) {
    if (p->failed)
        return false;
    if (p->depth >= VV_PARSE_MAX_DEPTH) {
        (void)vv_raise(p->t, VV_MemoryError, "Parser stack overflowed - Python source too complex to parse");
        p->failed = true;
        return false;
    }
    p->depth++;
    return true;
}

/* ---- memory of the second pass ---- */

bool vv_parser_recall(vv_parser *p, vv_rule rule, void *ret_node) {
    if (p->second == (rule == VV_RULE_BRACES) || vv_peek(p) == VV_TOK_ERROR)
        return false;
    for (vv_memo *m = p->tokens[p->mark].memo; m != NULL; m = m->next) {
        if (m->rule == rule) {
            p->mark = m->mark;
            memcpy(ret_node, &m->node, sizeof m->node); /* a pointer variable of the node's own type */
            return true;
        }
    }
    return false;
}

void *vv_parser_remember(vv_parser *p, vv_rule rule, int start, void *node) {
    if (p->second == (rule == VV_RULE_BRACES) || p->failed || start >= p->fill)
        return node;
    vv_memo *m = vv_parser_new_node(p, sizeof *m);
    if (m == NULL)
        return NULL;
    m->rule = (uint8_t)rule;
    m->node = node;
    m->mark = p->mark;
    m->next = p->tokens[start].memo;
    p->tokens[start].memo = m;
    return node;
}

/* ---- start rules ---- */

static vv_mod *parse_file(vv_parser *p) {
    vv_mod *mod = vv_parser_new_node(p, sizeof *mod);
    if (mod == NULL)
        return NULL;
    mod->kind = VV_MOD_Module;
    if (!vv_parse_statements(p, &mod->v.Module.body) || !vv_accept(p, VV_TOK_ENDMARKER))
        return NULL;
    return mod;
}

static vv_mod *parse_eval(vv_parser *p) {
    vv_mod *mod = vv_parser_new_node(p, sizeof *mod);
    if (mod == NULL)
        return NULL;
    mod->kind = VV_MOD_Expression;
    int start = p->mark;
    vv_expr *first = vv_parse_expression(p);
    if (first == NULL)
        return NULL;
    if (vv_at(p, VV_TOK_COMMA)) {
        vv_vec items = {0};
        if (!vv_parser_push(p, &items, first))
            return NULL;
        while (vv_accept(p, VV_TOK_COMMA)) {
            int mark = p->mark;
            vv_expr *e = vv_parse_expression(p);
            if (e == NULL) {
                if (p->failed)
                    return NULL;
                p->mark = mark;
                break;
            }
            if (!vv_parser_push(p, &items, e))
                return NULL;
        }
        first = vv_parser_new_expr(p, VV_EXPR_Tuple, start);
        if (first == NULL)
            return NULL;
        first->v.Tuple.elts = VV_VEC_SEQ(vv_expr_seq, items);
    }
    mod->v.Expression.body = first;
    while (vv_accept(p, VV_TOK_NEWLINE)) {
    }
    return vv_accept(p, VV_TOK_ENDMARKER) ? mod : NULL;
}

/* func_type: '(' [types] ')' '->' expression; of the types the last may have a star, then one two. */
static vv_mod *parse_func_type(vv_parser *p) {
    vv_mod *mod = vv_parser_new_node(p, sizeof *mod);
    if (mod == NULL || !vv_accept(p, VV_TOK_LPAR))
        return NULL;
    mod->kind = VV_MOD_FunctionType;
    vv_vec types = {0};
    if (!vv_at(p, VV_TOK_RPAR)) {
        int stars = 0;
        do {
            int more = vv_accept(p, VV_TOK_DOUBLESTAR) ? 2 : vv_accept(p, VV_TOK_STAR) ? 1 : 0;
            if (more == 0 ? stars > 0 : more <= stars)
                return NULL;
            stars = more;
            vv_expr *type = vv_parse_expression(p);
            if (type == NULL || !vv_parser_push(p, &types, type))
                return NULL;
        } while (vv_accept(p, VV_TOK_COMMA));
    }
    if (!vv_accept(p, VV_TOK_RPAR) || !vv_accept(p, VV_TOK_RARROW))
        return NULL;
    mod->v.FunctionType.argtypes = VV_VEC_SEQ(vv_expr_seq, types);
    mod->v.FunctionType.returns = vv_parse_expression(p);
    if (mod->v.FunctionType.returns == NULL)
        return NULL;
    while (vv_accept(p, VV_TOK_NEWLINE)) {
    }
    return vv_accept(p, VV_TOK_ENDMARKER) ? mod : NULL;
}

/* One interactive statement: a line of simple statements, or a compound one and the line end behind it. */
static vv_mod *parse_single(vv_parser *p) {
    vv_mod *mod = vv_parser_new_node(p, sizeof *mod);
    if (mod == NULL)
        return NULL;
    mod->kind = VV_MOD_Interactive;
    vv_vec body = {0};
    int start = p->mark;
    if (vv_at(p, VV_TOK_NEWLINE)) {
        p->mark++;
        vv_stmt *pass = vv_parser_new_stmt(p, VV_STMT_Pass, start);
        if (!vv_parser_push(p, &body, pass))
            return NULL;
    } else {
        vv_stmt *compound = vv_parse_compound(p);
        if (compound != NULL) {
            if (!vv_accept(p, VV_TOK_NEWLINE) || !vv_parser_push(p, &body, compound))
                return NULL;
        } else {
            if (p->failed)
                return NULL;
            p->mark = start;
            if (!vv_parse_simple_line(p, &body))
                return NULL;
        }
    }
    mod->v.Interactive.body = VV_VEC_SEQ(vv_stmt_seq, body);
    return mod;
}

static vv_mod *parse_start(vv_parser *p) {
    switch (p->mode) {
    case VV_COMPILE_EVAL: return parse_eval(p);
    case VV_COMPILE_SINGLE: return parse_single(p);
    case VV_COMPILE_FUNC_TYPE: return parse_func_type(p);
    case VV_COMPILE_EXEC: break;
    }
    return parse_file(p);
}

/* A prompt's source must hold nothing behind its statement but comments and space. */
static bool more_than_one_statement(const vv_parser *p) {
    const char *c = p->lx.cur, *end = p->lx.source_end;
    for (;;) {
        while (c < end && (*c == ' ' || *c == '\t' || *c == '\n' || *c == '\f'))
            c++;
        if (c >= end)
            return false;
        if (*c != '#')
            return true;
        while (c < end && *c != '\n')
            c++;
    }
}

/* ---- the outcome of a failed parse ---- */

/* Reads on to the end: an error of the lexer explains more than the error we have, which then gives way. */
static void prefer_lexer_errors(vv_parser *p) {
    int line = p->tokens[p->fill - 1].loc.lineno;
    vv_owned saved = vv_take_error(p->t);
    p->failed = false;
    for (;;) {
        vv_token token;
        vv_lexer_next(&p->lx, &token);
        if (token.kind == VV_TOK_ENDMARKER)
            break;
        if (token.kind == VV_TOK_ERROR) {
            if (p->lx.done == VV_LEXER_RAISED && p->lx.fstring_depth > 0)
                vv_clear_error(p->t); /* errors inside f-strings are not preferred */
            else if (p->lx.done == VV_LEXER_RAISED)
                p->failed = true;
            else if (p->lx.fstring_depth == 0 && p->lx.level != 0 && line > p->lx.bracket_lines[p->lx.level - 1])
                raise_unclosed(p);
            break;
        }
    }
    if (p->failed) {
        vv_xdecref(p->t, saved);
    } else {
        p->failed = true;
        vv_restore_error_take(p->t, saved);
    }
}

static void explain_failure(vv_parser *p) {
    if (p->failed) {
        if (p->lx.done == VV_LEXER_OK && vv_error_is(p->t, VV_SyntaxError))
            prefer_lexer_errors(p);
        return;
    }
    int last = p->fill - 1;
    p->mark = 0;
    p->depth = 0;
    for (int i = 0; i < p->fill; i++)
        p->tokens[i].memo = NULL;
    p->second = p->explain = true;
    (void)parse_start(p);
    if (p->failed) {
        if (p->lx.done == VV_LEXER_OK && vv_error_is(p->t, VV_SyntaxError))
            prefer_lexer_errors(p);
        return;
    }
    const vv_token *token = &p->tokens[last];
    if (token->kind == VV_TOK_INDENT || token->kind == VV_TOK_DEDENT) {
        vv_parser_error_indent(p, token->kind == VV_TOK_INDENT ? "unexpected indent" : "unexpected unindent");
        return;
    }
    vv_parser_error_loc(p, token->loc, "invalid syntax");
    prefer_lexer_errors(p);
}

static bool at_end_of_source(const vv_parser *p) {
    return p->lx.done == VV_LEXER_EOF || p->lx.open_string;
}

/* ---- source preparation ---- */

/* What CPython calls the encoding that a coding line names: "utf-8" and "iso-8859-1" have many names. */
static const char *encoding_name(const char *s, size_t n, char *buffer, size_t size) {
    static const char *const known[] = {"utf-8", "latin-1", "iso-8859-1", "iso-latin-1"};
    n = n < size ? n : size - 1;
    for (size_t i = 0; i < n; i++)
        buffer[i] = s[i] == '_' ? '-' : (char)(s[i] >= 'A' && s[i] <= 'Z' ? s[i] + 32 : s[i]);
    buffer[n] = '\0';
    if (strcmp(buffer, "utf8") == 0)
        return known[0];
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        size_t length = strlen(known[i]);
        if (strncmp(buffer, known[i], length) == 0 && (buffer[length] == '-' || buffer[length] == '\0'))
            return i == 0 ? known[0] : "iso-8859-1";
    }
    memcpy(buffer, s, n);
    return buffer;
}

/* The name in a comment `coding: name` of one line, or NULL. *ret_code: the line holds more than a comment. */
static const char *find_cookie(const char *line, const char *end, size_t *ret_length, bool *ret_code) {
    const char *c = line;
    while (c < end && (*c == ' ' || *c == '\t' || *c == '\f'))
        c++;
    *ret_code = c < end && *c != '#' && *c != '\n' && *c != '\r';
    if (c >= end || *c != '#')
        return NULL;
    for (; c + 7 <= end; c++) {
        if (memcmp(c, "coding", 6) != 0 || (c[6] != ':' && c[6] != '='))
            continue;
        c += 7;
        while (c < end && (*c == ' ' || *c == '\t'))
            c++;
        const char *name = c;
        while (c < end && ((*c >= '0' && *c <= '9') || (*c >= 'a' && *c <= 'z') || (*c >= 'A' && *c <= 'Z') ||
                           *c == '-' || *c == '_' || *c == '.'))
            c++;
        if (c == name)
            return NULL;
        *ret_length = (size_t)(c - name);
        return name;
    }
    return NULL;
}

static VV_PRINTF(3, 4) int raise_source(vv_thread *t, vv_ref filename, const char *format, ...) {
    va_list args;
    va_start(args, format);
    vv_diag_place place = {.filename = filename, .offset = -1, .end_lineno = -1};
    vv_diag_raise_va(t, VV_SyntaxError, &place, format, args);
    va_end(args);
    return -1;
}

/* Length of the UTF-8 sequence at s, 0 if it is not valid. */
static int utf8_sequence(const unsigned char *s, const unsigned char *end) {
    if (s[0] < 0x80)
        return 1;
    int n = s[0] >= 0xF0 ? 4 : s[0] >= 0xE0 ? 3 : 2;
    if (s[0] < 0xC2 || s[0] > 0xF4 || end - s < n)
        return 0;
    for (int i = 1; i < n; i++) {
        if ((s[i] & 0xC0) != 0x80)
            return 0;
    }
    if ((s[0] == 0xE0 && s[1] < 0xA0) || (s[0] == 0xF0 && s[1] < 0x90) || (s[0] == 0xF4 && s[1] > 0x8F))
        return 0;
    return n;
}

static int check_utf8(vv_thread *t, vv_ref filename, const char *source, size_t n) {
    const unsigned char *s = (const unsigned char *)source, *end = s + n;
    int line = 1;
    while (s < end) {
        int size = utf8_sequence(s, end);
        if (size == 0) {
            const char *name = vv_str_utf8_peek(t, filename, &(size_t){0});
            if (name == NULL)
                return -1;
            return raise_source(t, filename,
                                "Non-UTF-8 code starting with '\\x%02x' in file %s on line %d, but no encoding "
                                "declared; see https://peps.python.org/pep-0263/ for details",
                                *s, name, line);
        }
        if (*s == '\n')
            line++;
        s += size;
    }
    return 0;
}

const char *vv_source_encoding(const char *source, size_t n, char *buffer, size_t size) {
    const char *end = source + n, *line = source, *cookie = NULL;
    size_t length = 0;
    bool code = false;
    for (int i = 0; i < 2 && line < end && cookie == NULL && !code; i++) {
        const char *newline = memchr(line, '\n', (size_t)(end - line));
        cookie = find_cookie(line, newline == NULL ? end : newline, &length, &code);
        line = newline == NULL ? end : newline + 1;
    }
    return cookie == NULL ? "utf-8" : encoding_name(cookie, length, buffer, size);
}

/* Decodes by the coding line, turns line ends into '\n' and ends the last line; the copy lives in the arena. */
static const char *prepare_source(vv_thread *t, vv_arena *arena, vv_ref filename, vv_compile_mode mode, int flags,
                                  const char *source, size_t *n) {
    size_t length = *n;
    bool plain = (flags & VV_COMPILE_IGNORE_COOKIE) != 0;
    bool bom = !plain && length >= 3 && memcmp(source, "\xEF\xBB\xBF", 3) == 0;
    if (bom) {
        source += 3;
        length -= 3;
    }
    if (memchr(source, '\0', length) != NULL) {
        raise_source(t, filename, "source code string cannot contain null bytes");
        return NULL;
    }
    const char *end = source + length;
    char buffer[VV_SOURCE_ENCODING_SIZE];
    const char *name = plain ? "utf-8" : vv_source_encoding(source, length, buffer, sizeof buffer);
    if (strcmp(name, "utf-8") != 0) {
        if (bom) {
            raise_source(t, filename, "encoding problem: %s with BOM", name);
            return NULL;
        }
        vv_obj *text = vv_decode(t, (const uint8_t *)source, length, name, NULL);
        if (text == NULL) {
            if (vv_error_is(t, VV_LookupError)) {
                vv_clear_error(t);
                raise_source(t, filename, "unknown encoding: %s", name);
            }
            return NULL;
        }
        if (vv_ast_own_take(t, arena, text) == NULL)
            return NULL;
        source = vv_str_utf8_peek(t, text, &length);
        if (source == NULL)
            return NULL;
        end = source + length;
    } else if (check_utf8(t, filename, source, length) < 0) {
        return NULL;
    }
    char *copy = vv_arena_alloc(arena, length + 2), *to = copy;
    if (copy == NULL) {
        (void)vv_raise_memory(t);
        return NULL;
    }
    for (const char *from = source; from < end; from++) {
        if (*from == '\r') {
            *to++ = '\n';
            if (from + 1 < end && from[1] == '\n')
                from++;
        } else {
            *to++ = *from;
        }
    }
    if (mode == VV_COMPILE_EXEC && to > copy && to[-1] != '\n')
        *to++ = '\n';
    *to = '\0';
    *n = (size_t)(to - copy);
    return copy;
}

vv_mod *vv_parse(vv_thread *t, vv_arena *arena, const char *source, size_t n, vv_ref filename, vv_compile_mode mode,
                 int flags, vv_warning_list *warnings) {
    source = prepare_source(t, arena, filename, mode, flags, source, &n);
    if (source == NULL)
        return NULL;
    vv_parser *p = vv_ast_alloc(t, arena, sizeof *p);
    if (p == NULL)
        return NULL;
    p->t = t;
    p->arena = arena;
    p->mode = mode;
    p->flags = flags;
    vv_lexer_init(&p->lx, t, arena, filename, source, n, warnings);
    vv_mod *mod = parse_start(p);
    if (mod != NULL && !p->failed) {
        if (mode != VV_COMPILE_SINGLE || !more_than_one_statement(p))
            return mod;
        vv_parser_error_last(p, "multiple statements found while compiling a single statement");
        return NULL;
    }
    if ((flags & VV_COMPILE_INCOMPLETE_INPUT) != 0 && at_end_of_source(p) && p->fill > 0) {
        if (p->failed)
            vv_clear_error(t);
        p->failed = false;
        vv_parser_error_last(p, "incomplete input");
        return NULL;
    }
    explain_failure(p);
    return NULL;
}

bool vv_parse_error_is_incomplete(vv_thread *t) {
    if (t->exc == NULL || !vv_error_is(t, VV_SyntaxError))
        return false;
    const vv_obj *message = ((vv_exc_syntax *)t->exc)->msg;
    return message != NULL && (message->type->flags & VV_TF_STR) != 0 &&
           vv_str_equal_cstr((vv_ref)message, "incomplete input");
}
