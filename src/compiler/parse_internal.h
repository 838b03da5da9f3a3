/* parse_internal.h - the parser's state and what its files (parse*.c, fstring.c) share. Private to them.
 *
 * A parsing function reads tokens from p->mark on. It returns a node and leaves mark behind it, or NULL: then either an
 * exception is set (p->failed: everything unwinds) or the construct is not there (mark is anywhere: who tries another
 * alternative restores it). Parsing happens in two passes. The first builds the tree. If it fails, the second runs with
 * p->explain set (p->second throughout): then the functions also look for the known wrong constructs and raise a
 * message that names the mistake; where none does, the error is "invalid syntax" at the last token the first pass has
 * read. Tokens are read no earlier than needed, because that token is what people see marked.
 */
#ifndef VV_COMPILER_PARSE_INTERNAL_H
#define VV_COMPILER_PARSE_INTERNAL_H

#include "compiler/lexer.h"
#include "compiler/parse.h"

/* What is remembered at a token in the second pass, where constructs are tried again and again (braces: first pass). */
typedef enum vv_rule {
    VV_RULE_EXPRESSION,
    VV_RULE_DISJUNCTION,
    VV_RULE_BITWISE_OR,
    VV_RULE_PRIMARY,
    VV_RULE_NAMED_EXPRESSION,
    VV_RULE_STAR_EXPRESSIONS,
    VV_RULE_STRINGS,
    VV_RULE_BLOCK,
    VV_RULE_SIMPLE_STMT,
    VV_RULE_BRACES,
} vv_rule;

typedef struct vv_memo {
    struct vv_memo *next;
    void *node; /* NULL: known not to be there */
    int mark;   /* behind it */
    uint8_t rule;
} vv_memo;

typedef struct vv_parser {
    vv_thread *t;
    vv_arena *arena;
    vv_lexer lx;
    vv_token *tokens;
    size_t capacity;
    int fill, mark; /* tokens read; the next one to look at */
    bool failed;    /* an exception is set */
    bool second;    /* second pass: what was tried is remembered */
    bool explain;   /* second pass, and mistakes are looked for */
    bool started;   /* VV_COMPILE_SINGLE: a token has been read since the last line end */
    int depth;
    vv_compile_mode mode;
    int flags;
} vv_parser;

/* A growing array of nodes. */
typedef struct vv_vec {
    void **items;
    size_t capacity;
    int count;
} vv_vec;
#define VV_VEC_SEQ(type, vec) ((type){(vec).count, (void *)(vec).items})

/* ---- parse.c: tokens ---- */

/* Reads one more token; false with p->failed when the lexer reports an error. */
bool vv_parser_fill(vv_parser *p);

static inline vv_token_kind vv_peek(vv_parser *p) {
    if (p->mark == p->fill && !vv_parser_fill(p))
        return VV_TOK_ERROR;
    return (vv_token_kind)p->tokens[p->mark].kind;
}
static inline bool vv_at(vv_parser *p, vv_token_kind kind) {
    return vv_peek(p) == kind;
}
/* Steps over a token of that kind, if it is there. */
static inline bool vv_accept(vv_parser *p, vv_token_kind kind) {
    if (p->failed || vv_peek(p) != kind)
        return false;
    p->mark++;
    return true;
}
/* The token last stepped over. */
static inline vv_token *vv_previous(vv_parser *p) {
    return &p->tokens[p->mark - 1];
}
/* Kind of the token `n` behind the next one. */
vv_token_kind vv_parser_peek_ahead(vv_parser *p, int n);
/* The next token is a NAME with this text. */
bool vv_parser_at_word(vv_parser *p, const char *word);
bool vv_token_is(const vv_token *token, const char *word);
/* Raises "expected '('" when it is not there, in either pass. */
bool vv_parser_accept_forced(vv_parser *p, vv_token_kind kind);

/* From the token at `start` to the last one stepped over that is not a line end or indentation. */
vv_loc vv_parser_loc(vv_parser *p, int start);

/* ---- parse.c: nodes ---- */

bool vv_parser_push(vv_parser *p, vv_vec *vec, void *item); /* false also for item NULL */
vv_expr *vv_parser_new_expr(vv_parser *p, vv_ast_kind kind, int start);
vv_stmt *vv_parser_new_stmt(vv_parser *p, vv_ast_kind kind, int start);
void *vv_parser_new_node(vv_parser *p, size_t size);
/* Makes an object part of the tree; NULL and p->failed on failure. */
vv_obj *vv_parser_own(vv_parser *p, vv_owned o);
/* The identifier of a NAME token: normalised, interned. */
vv_obj *vv_parser_identifier(vv_parser *p, const vv_token *token);
/* Steps over a NAME and gives its identifier, or NULL. */
vv_obj *vv_parser_name(vv_parser *p);

bool vv_parser_enter(vv_parser *p); /* one level deeper; false with MemoryError beyond VV_PARSE_MAX_DEPTH */
static inline void vv_parser_leave(vv_parser *p) {
    p->depth--;
}

/* Second pass (VV_RULE_BRACES: first pass): true if the rule's answer at mark is known; then mark has moved and
 * *ret_node is set. */
bool vv_parser_recall(vv_parser *p, vv_rule rule, void *ret_node);
void *vv_parser_remember(vv_parser *p, vv_rule rule, int start, void *node);

/* ---- parse.c: errors. All return NULL, and do nothing when an exception is set already. ---- */

void *vv_parser_error_last(vv_parser *p, const char *format, ...) VV_PRINTF(2, 3); /* at the last token read */
void *vv_parser_error_next(vv_parser *p, const char *format, ...) VV_PRINTF(2, 3); /* at the token at mark */
void *vv_parser_error_indent(vv_parser *p, const char *format, ...)
    VV_PRINTF(2, 3); /* IndentationError, last token read */
void *vv_parser_error_loc(vv_parser *p, vv_loc loc, const char *format, ...) VV_PRINTF(3, 4);
void *vv_parser_error_range(vv_parser *p, vv_loc from, vv_loc to, const char *format, ...) VV_PRINTF(4, 5);
void *vv_parser_error_from(vv_parser *p, vv_loc from, const char *format, ...)
    VV_PRINTF(3, 4); /* to where the lexer is */
/* For the current exception (SyntaxError found in the tree): keeps p->failed in step. */
static inline void *vv_failed(vv_parser *p) {
    p->failed = true;
    return NULL;
}

/* ---- parse_expr.c ---- */
vv_expr *vv_parse_expression(vv_parser *p);
vv_expr *vv_parse_plain_expression(vv_parser *p); /* without looking for mistakes in it */
vv_expr *vv_parse_primary(vv_parser *p);
vv_expr *vv_parse_disjunction(vv_parser *p);
vv_expr *vv_parse_bitwise_or(vv_parser *p);
vv_expr *vv_parse_named_expression(vv_parser *p);
vv_expr *vv_parse_assignment_expression(vv_parser *p);
vv_expr *vv_parse_star_named_expression(vv_parser *p);
vv_expr *vv_parse_star_expressions(vv_parser *p);
vv_expr *vv_parse_star_expression(vv_parser *p);
vv_expr *vv_parse_starred_expression(vv_parser *p); /* '*' expression */
vv_expr *vv_parse_yield(vv_parser *p);
vv_expr *vv_parse_yield_or_star_expressions(vv_parser *p);
vv_expr *vv_parse_atom(vv_parser *p);
/* Targets of for, with and comprehensions: NAME, a.b, a[b], tuples and lists of them; context set to Store. */
vv_expr *vv_parse_star_targets(vv_parser *p);
vv_expr *vv_parse_star_target(vv_parser *p);
bool vv_parse_for_if_clauses(vv_parser *p, vv_comprehension_seq *ret);
/* Arguments of a call between the brackets, not the brackets: false when what is there is none. Accepts an empty list.
 */
bool vv_parse_arguments(vv_parser *p, vv_expr_seq *ret_args, vv_keyword_seq *ret_keywords);
bool vv_parse_call_arguments(vv_parser *p, vv_vec *args, vv_vec *keywords);
/* Is the expression something one can assign to (delete)? Starred only where a list or tuple has them. */
bool vv_parse_is_target(const vv_expr *e, bool allow_star);
bool vv_parse_is_delete_target(const vv_expr *e);
void vv_parse_set_context(vv_expr *e, int context);
bool vv_parse_starts_expression(vv_token_kind kind);

/* ---- parse_params.c ---- */
vv_arguments *vv_parse_params(vv_parser *p, bool lambda); /* up to, not including ')' or ':' */
vv_arguments *vv_parse_empty_arguments(vv_parser *p);
bool vv_parse_type_params(vv_parser *p, vv_type_param_seq *ret); /* nothing there: empty, true */

/* ---- parse_literal.c, fstring.c ---- */
vv_expr *vv_parse_number(vv_parser *p);
vv_expr *vv_parse_strings(vv_parser *p);
vv_expr *vv_parse_fstring(vv_parser *p);
/* Text of a string literal without quotes: escapes decoded unless raw. Owned by the arena. */
vv_obj *vv_parse_decode_string(vv_parser *p, bool raw, const char *s, size_t n, const vv_token *token);
vv_expr *vv_parse_concatenate_strings(vv_parser *p, vv_vec *parts, vv_loc loc);
bool vv_parse_is_empty_str(const vv_expr *e);

/* ---- parse_pattern.c ---- */
vv_stmt *vv_parse_match(vv_parser *p);

/* ---- parse_stmt.c ---- */
bool vv_parse_statements(vv_parser *p, vv_stmt_seq *ret);
bool vv_parse_statement(vv_parser *p, vv_vec *ret); /* one line may hold several */
bool vv_parse_simple_line(vv_parser *p, vv_vec *ret);
bool vv_parse_suite(vv_parser *p, const char *what, int line, bool forced, vv_stmt_seq *ret); /* : and a block */
bool vv_parse_block(vv_parser *p, vv_stmt_seq *ret);
vv_stmt *vv_parse_compound(vv_parser *p);

/* ---- parse_invalid.c: second pass only; each raises when it recognises a mistake ---- */
void vv_parse_explain_expression(vv_parser *p);
void vv_parse_explain_named_expression(vv_parser *p);
void vv_parse_explain_assignment(vv_parser *p);
void vv_parse_explain_arguments(vv_parser *p);
void vv_parse_explain_kwarg(vv_parser *p);
void vv_parse_explain_group(vv_parser *p);
void vv_parse_explain_comprehension(vv_parser *p);
void vv_parse_explain_dict(vv_parser *p);
/* "cannot assign to %s" for the offending part of e; kind: what statement */
typedef enum vv_target_use { VV_TARGET_ASSIGN, VV_TARGET_DELETE, VV_TARGET_FOR } vv_target_use;
void *vv_parser_error_target(vv_parser *p, vv_expr *e, vv_target_use use);

#endif
