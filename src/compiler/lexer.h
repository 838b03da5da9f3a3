/* lexer.h - source text to tokens, one at a time, as CPython 3.12's tokenizer cuts them.
 *
 * The source stays in memory (UTF-8, '\n' line ends); tokens point into it. f-strings are lexed by a stack of modes:
 * text between the quotes in one, replacement fields in the ordinary mode (PEP 701).
 */
#ifndef VV_COMPILER_LEXER_H
#define VV_COMPILER_LEXER_H

#include "compiler/diag.h"

typedef enum vv_token_kind {
#define VV_TOKEN(name) VV_TOK_##name,
#define VV_PUNCT(name, text) VV_TOK_##name,
#define VV_KEYWORD(name, text) VV_TOK_KW_##name,
#include "compiler/tokens.def"
    VV_TOKEN_KIND_COUNT
} vv_token_kind;

struct vv_memo; /* what the parser remembers at a token (parse_internal.h) */

typedef struct vv_token {
    uint8_t kind;
    int16_t level; /* open brackets after it */
    vv_loc loc;    /* col_offset -1: the token has no text (INDENT, DEDENT, ENDMARKER, ERROR) */
    const char *start, *end;
    const char *debug_start, *debug_end; /* f'{x = }': the text to show, known at the token that ends the expression */
    struct vv_memo *memo;
} vv_token;

enum { VV_LEXER_MAX_INDENT = 100, VV_LEXER_MAX_LEVEL = 200, VV_LEXER_MAX_FSTRINGS = 150, VV_LEXER_MAX_FIELDS = 3 };

/* Why the lexer stopped. */
typedef enum vv_lexer_state {
    VV_LEXER_OK,
    VV_LEXER_EOF,      /* end of source; inside brackets or after a backslash that is an error */
    VV_LEXER_RAISED,   /* an exception is set */
    VV_LEXER_DEDENT,   /* no outer indentation matches */
    VV_LEXER_TABSPACE, /* inconsistent tabs */
    VV_LEXER_TOODEEP,  /* too many indentation levels */
    VV_LEXER_LINECONT, /* a character behind a backslash */
} vv_lexer_state;

typedef struct vv_fstring_mode {
    bool in_text;    /* between the quotes, not in a replacement field */
    bool raw, debug; /* debug: a '=' was seen in the field */
    char quote;
    uint8_t quote_size;
    const char *start, *line_start; /* of the f-string */
    int lineno;
    int brackets;                      /* open brackets inside this f-string's fields */
    int field_level;                   /* nesting of fields, -1 outside */
    const char *expr_start, *expr_end; /* the field's expression; expr_end NULL until known */
} vv_fstring_mode;

typedef struct vv_lexer {
    vv_thread *t;
    vv_arena *arena;
    vv_ref filename;
    vv_warning_list *warnings;
    const char *source, *source_end;
    const char *buf, *cur, *inp; /* buf: first character kept for error texts; inp: end of the line being read */
    const char *start;           /* of the token being read, NULL between tokens */
    const char *line_start, *multi_line_start;
    int lineno, first_lineno;
    vv_lexer_state done;
    bool at_line_start;
    bool extra;         /* comments and the ends of blank lines are tokens too, lines may end with \r\n (module tokenize) */
    bool comment_alone; /* extra: the comment just read has its line for itself */
    bool open_string; /* the source ended inside a string: a prompt waits for more */
    int pending;      /* INDENTs (> 0) or DEDENTs (< 0) to deliver */
    int indent, level;
    int indents[VV_LEXER_MAX_INDENT], alt_indents[VV_LEXER_MAX_INDENT]; /* columns with tabs of 8 and of 1 */
    char brackets[VV_LEXER_MAX_LEVEL];
    int bracket_lines[VV_LEXER_MAX_LEVEL], bracket_columns[VV_LEXER_MAX_LEVEL];
    int fstring_depth;
    vv_fstring_mode *fstrings; /* [VV_LEXER_MAX_FSTRINGS], made when first needed */
} vv_lexer;

/* Source must end with a NUL behind its n bytes. */
void vv_lexer_init(vv_lexer *lx, vv_thread *t, vv_arena *arena, vv_ref filename, const char *source, size_t n,
                   vv_warning_list *warnings);
/* The next token; kind VV_TOK_ERROR when lx->done says why. */
void vv_lexer_next(vv_lexer *lx, vv_token *ret);
/* The source line `lineno` (from 1), without its end. */
const char *vv_lexer_line(const vv_lexer *lx, int lineno, size_t *ret_length);
/* "name", "'('", ...: what a token kind is called; for debugging. */
const char *vv_token_text(vv_token_kind kind);

#endif
