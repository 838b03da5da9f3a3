/* lexer.c - the tokenizer.
 *
 * It reads a line at a time like CPython's (lineno moves when the first character of a line is asked for), because the
 * positions of errors depend on it. Invariant between calls: source <= buf <= cur <= inp <= source_end.
 */
#include "compiler/lexer.h"

#include <stdio.h>
#include <string.h>

#include "base/unicode.h"
#include "object/error.h"

enum { END = -1, TAB_SIZE = 8 };

static const char *const token_texts[VV_TOKEN_KIND_COUNT] = {
#define VV_TOKEN(name) #name,
#define VV_PUNCT(name, text) text,
#define VV_KEYWORD(name, text) text,
#include "compiler/tokens.def"
};

const char *vv_token_text(vv_token_kind kind) {
    return token_texts[kind];
}

void vv_lexer_init(vv_lexer *lx, vv_thread *t, vv_arena *arena, vv_ref filename, const char *source, size_t n,
                   vv_warning_list *warnings) {
    memset(lx, 0, sizeof *lx);
    lx->t = t;
    lx->arena = arena;
    lx->filename = filename;
    lx->warnings = warnings;
    lx->source = lx->buf = lx->cur = lx->inp = lx->line_start = lx->multi_line_start = source;
    lx->source_end = source + n;
    lx->at_line_start = true;
}

const char *vv_lexer_line(const vv_lexer *lx, int lineno, size_t *ret_length) {
    const char *p = lx->source;
    for (int i = 1; i < lineno && p < lx->source_end; i++) {
        const char *newline = memchr(p, '\n', (size_t)(lx->source_end - p));
        p = newline == NULL ? lx->source_end : newline + 1;
    }
    const char *newline = memchr(p, '\n', (size_t)(lx->source_end - p));
    *ret_length = (size_t)((newline == NULL ? lx->source_end : newline) - p);
    return p;
}

/* ---- characters ---- */

static int next_char(vv_lexer *lx) {
    if (lx->cur == lx->inp) {
        if (lx->done != VV_LEXER_OK)
            return END;
        if (lx->inp == lx->source_end) {
            lx->done = VV_LEXER_EOF;
            return END;
        }
        if (lx->start == NULL)
            lx->buf = lx->cur;
        lx->line_start = lx->cur;
        lx->lineno++;
        const char *newline = memchr(lx->cur, '\n', (size_t)(lx->source_end - lx->cur));
        lx->inp = newline == NULL ? lx->source_end : newline + 1;
    }
    return (unsigned char)*lx->cur++;
}

static void push_back(vv_lexer *lx, int c) {
    if (c != END)
        lx->cur--;
}

static bool is_digit(int c) {
    return c >= '0' && c <= '9';
}
static bool is_hex_digit(int c) {
    return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}
static bool is_name_start(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c >= 128;
}
static bool is_name_char(int c) {
    return is_name_start(c) || is_digit(c);
}

/* Does `text` come next, ending a word? */
static bool look_ahead(vv_lexer *lx, const char *text) {
    size_t n = strlen(text), rest = (size_t)(lx->inp - lx->cur);
    return rest >= n && memcmp(lx->cur, text, n) == 0 && (rest == n || !is_name_char((unsigned char)lx->cur[n]));
}

/* ---- errors ---- */

/* Raises at columns of the current line (characters from 1; -1: the last character read). */
static void lexer_error_range(vv_lexer *lx, int column, int end_column, const char *format, va_list args) {
    const char *newline = memchr(lx->line_start, '\n', (size_t)(lx->source_end - lx->line_start));
    vv_diag_place place = {.filename = lx->filename, .lineno = lx->lineno, .end_lineno = lx->lineno};
    place.text = lx->line_start;
    place.text_length = (size_t)((newline == NULL ? lx->source_end : newline) - lx->line_start);
    if (column < 0)
        column = vv_diag_characters(lx->line_start, (size_t)(lx->source_end - lx->line_start),
                                    (int)(lx->cur - lx->line_start));
    place.offset = column;
    place.end_offset = end_column < 0 ? column : end_column;
    vv_diag_raise_va(lx->t, VV_SyntaxError, &place, format, args);
    lx->done = VV_LEXER_RAISED;
}

static VV_PRINTF(2, 3) bool lexer_error(vv_lexer *lx, const char *format, ...) {
    va_list args;
    va_start(args, format);
    lexer_error_range(lx, -1, -1, format, args);
    va_end(args);
    return false;
}

static VV_PRINTF(4, 5) bool lexer_error_at(vv_lexer *lx, int column, int end_column, const char *format, ...) {
    va_list args;
    va_start(args, format);
    lexer_error_range(lx, column, end_column, format, args);
    va_end(args);
    return false;
}

static VV_PRINTF(3, 4) bool lexer_warn(vv_lexer *lx, int category, const char *format, ...) {
    char text[100];
    va_list args;
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    int column = vv_diag_characters(lx->line_start, (size_t)(lx->source_end - lx->line_start), (int)(lx->cur - lx->line_start));
    vv_loc loc = {lx->lineno, column - 1, lx->lineno, column - 1};
    if (vv_diag_warn(lx->t, lx->arena, lx->warnings, category, loc, "%s", text) < 0) {
        lx->done = VV_LEXER_RAISED;
        return false;
    }
    return true;
}

/* ---- tokens ---- */

static bool is_string_kind(vv_token_kind kind) {
    return kind == VV_TOK_STRING || kind == VV_TOK_FSTRING_START || kind == VV_TOK_FSTRING_MIDDLE ||
           kind == VV_TOK_FSTRING_END;
}

static void make_token(vv_lexer *lx, vv_token *ret, vv_token_kind kind, const char *start, const char *end) {
    bool is_string = is_string_kind(kind);
    ret->kind = (uint8_t)kind;
    ret->level = (int16_t)lx->level;
    ret->loc.lineno = is_string ? lx->first_lineno : lx->lineno;
    ret->loc.end_lineno = lx->lineno;
    ret->loc.col_offset = ret->loc.end_col_offset = -1;
    ret->start = start;
    ret->end = end;
    if (start != NULL) {
        ret->loc.col_offset = (int)(start - (is_string ? lx->multi_line_start : lx->line_start));
        ret->loc.end_col_offset = (int)(end - lx->line_start);
    }
}

static void make_error(vv_lexer *lx, vv_token *ret) {
    make_token(lx, ret, VV_TOK_ERROR, NULL, NULL);
}

/* The text of a finished token from lx->start to the reading position. */
static void finish(vv_lexer *lx, vv_token *ret, vv_token_kind kind) {
    make_token(lx, ret, kind, lx->start, lx->cur);
}

static void finish_or_error(vv_lexer *lx, vv_token *ret, vv_token_kind kind, bool ok) {
    if (ok)
        finish(lx, ret, kind);
    else
        make_error(lx, ret);
}

static vv_token_kind keyword_kind(const char *s, size_t n) {
    if (n < 2 || n > 8)
        return VV_TOK_NAME;
    for (int k = VV_TOK_KW_AS; k < VV_TOKEN_KIND_COUNT; k++) {
        const char *word = token_texts[k];
        if (word[0] == s[0] && strncmp(word, s, n) == 0 && word[n] == '\0')
            return (vv_token_kind)k;
    }
    return VV_TOK_NAME;
}

/* Operators of two and three characters; VV_TOK_OTHER when there is none. */
static vv_token_kind two_char_kind(int a, int b) {
    if (b == '=') {
        switch (a) {
        case '!': return VV_TOK_NOTEQUAL;
        case '%': return VV_TOK_PERCENTEQUAL;
        case '&': return VV_TOK_AMPEREQUAL;
        case '*': return VV_TOK_STAREQUAL;
        case '+': return VV_TOK_PLUSEQUAL;
        case '-': return VV_TOK_MINEQUAL;
        case '/': return VV_TOK_SLASHEQUAL;
        case ':': return VV_TOK_COLONEQUAL;
        case '<': return VV_TOK_LESSEQUAL;
        case '=': return VV_TOK_EQEQUAL;
        case '>': return VV_TOK_GREATEREQUAL;
        case '@': return VV_TOK_ATEQUAL;
        case '^': return VV_TOK_CIRCUMFLEXEQUAL;
        case '|': return VV_TOK_VBAREQUAL;
        default: return VV_TOK_OTHER;
        }
    }
    if (a == '*' && b == '*')
        return VV_TOK_DOUBLESTAR;
    if (a == '/' && b == '/')
        return VV_TOK_DOUBLESLASH;
    if (a == '<' && b == '<')
        return VV_TOK_LEFTSHIFT;
    if (a == '>' && b == '>')
        return VV_TOK_RIGHTSHIFT;
    if (a == '-' && b == '>')
        return VV_TOK_RARROW;
    if (a == '<' && b == '>')
        return VV_TOK_BARRY;
    return VV_TOK_OTHER;
}

static vv_token_kind with_equal(vv_token_kind two) {
    switch (two) {
    case VV_TOK_DOUBLESTAR: return VV_TOK_DOUBLESTAREQUAL;
    case VV_TOK_DOUBLESLASH: return VV_TOK_DOUBLESLASHEQUAL;
    case VV_TOK_LEFTSHIFT: return VV_TOK_LEFTSHIFTEQUAL;
    case VV_TOK_RIGHTSHIFT: return VV_TOK_RIGHTSHIFTEQUAL;
    default: return VV_TOK_OTHER;
    }
}

static vv_token_kind one_char_kind(int c) {
    switch (c) {
    case '(': return VV_TOK_LPAR;
    case ')': return VV_TOK_RPAR;
    case '[': return VV_TOK_LSQB;
    case ']': return VV_TOK_RSQB;
    case '{': return VV_TOK_LBRACE;
    case '}': return VV_TOK_RBRACE;
    case ':': return VV_TOK_COLON;
    case ',': return VV_TOK_COMMA;
    case ';': return VV_TOK_SEMI;
    case '.': return VV_TOK_DOT;
    case '=': return VV_TOK_EQUAL;
    case '@': return VV_TOK_AT;
    case '!': return VV_TOK_EXCLAMATION;
    case '+': return VV_TOK_PLUS;
    case '-': return VV_TOK_MINUS;
    case '*': return VV_TOK_STAR;
    case '/': return VV_TOK_SLASH;
    case '%': return VV_TOK_PERCENT;
    case '|': return VV_TOK_VBAR;
    case '&': return VV_TOK_AMPER;
    case '^': return VV_TOK_CIRCUMFLEX;
    case '~': return VV_TOK_TILDE;
    case '<': return VV_TOK_LESS;
    case '>': return VV_TOK_GREATER;
    default: return VV_TOK_OTHER;
    }
}

/* ---- f-string state ---- */

static vv_fstring_mode *current_fstring(vv_lexer *lx) {
    return lx->fstring_depth == 0 ? NULL : &lx->fstrings[lx->fstring_depth - 1];
}

static bool enter_fstring(vv_lexer *lx, int quote, int quote_size) {
    if (lx->fstring_depth + 1 >= VV_LEXER_MAX_FSTRINGS)
        return lexer_error(lx, "too many nested f-strings");
    if (lx->fstrings == NULL) {
        lx->fstrings = vv_ast_alloc(lx->t, lx->arena, VV_LEXER_MAX_FSTRINGS * sizeof *lx->fstrings);
        if (lx->fstrings == NULL) {
            lx->done = VV_LEXER_RAISED;
            return false;
        }
    }
    vv_fstring_mode *m = &lx->fstrings[lx->fstring_depth++];
    memset(m, 0, sizeof *m);
    m->in_text = true;
    m->raw = memchr(lx->start, 'r', (size_t)(lx->cur - lx->start)) != NULL ||
             memchr(lx->start, 'R', (size_t)(lx->cur - lx->start)) != NULL;
    m->quote = (char)quote;
    m->quote_size = (uint8_t)quote_size;
    m->start = lx->start;
    m->line_start = lx->line_start;
    m->lineno = lx->lineno;
    m->field_level = -1;
    return true;
}

/* One of { } ! : in a field, at its own bracket level: marks where the field's expression begins or ends. */
static void mark_expression(vv_lexer *lx, vv_fstring_mode *m, int c) {
    if (c == '{') {
        m->expr_start = lx->cur;
        m->expr_end = NULL;
    } else if (m->expr_end == NULL) {
        m->expr_end = lx->start;
    }
}

static bool enter_field(vv_lexer *lx, vv_fstring_mode *m) {
    m->field_level++;
    if (m->field_level >= VV_LEXER_MAX_FIELDS)
        return lexer_error(lx, "f-string: expressions nested too deeply");
    m->in_text = false;
    return true;
}

/* ---- the parts of the ordinary mode ---- */

/* Behind a backslash: the rest must be a line end. false: lx->done says why. */
static bool continue_line(vv_lexer *lx) {
    int c = next_char(lx);
    if (c == '\r' && lx->extra)
        c = next_char(lx);
    if (c != '\n') {
        lx->done = VV_LEXER_LINECONT;
        return false;
    }
    c = next_char(lx);
    if (c == END) {
        lx->done = VV_LEXER_EOF;
        lx->cur = lx->inp;
        return false;
    }
    push_back(lx, c);
    return true;
}

/* Measures the indentation of a new line and plans INDENT and DEDENT tokens. *ret_blank: nothing but a comment here. */
static bool read_indentation(vv_lexer *lx, bool *ret_blank) {
    int column = 0, alt_column = 0, continued_column = 0, c;
    lx->at_line_start = false;
    *ret_blank = false;
    for (;;) {
        c = next_char(lx);
        if (c == ' ') {
            column++;
            alt_column++;
        } else if (c == '\t') {
            column = (column / TAB_SIZE + 1) * TAB_SIZE;
            alt_column++;
        } else if (c == '\f') {
            column = alt_column = 0;
        } else if (c == '\\') { /* the indentation is that of the first of the joined lines */
            continued_column = continued_column ? continued_column : column;
            if (!continue_line(lx))
                return false;
        } else {
            break;
        }
    }
    push_back(lx, c);
    if (c == '#' || c == '\n' || (c == '\r' && lx->extra))
        *ret_blank = true;
    if (*ret_blank || lx->level > 0)
        return true;
    if (continued_column)
        column = alt_column = continued_column;
    if (column == lx->indents[lx->indent]) {
        if (alt_column != lx->alt_indents[lx->indent])
            goto tab_error;
    } else if (column > lx->indents[lx->indent]) {
        if (lx->indent + 1 >= VV_LEXER_MAX_INDENT) {
            lx->done = VV_LEXER_TOODEEP;
            lx->cur = lx->inp;
            return false;
        }
        if (alt_column <= lx->alt_indents[lx->indent])
            goto tab_error;
        lx->pending++;
        lx->indents[++lx->indent] = column;
        lx->alt_indents[lx->indent] = alt_column;
    } else {
        while (lx->indent > 0 && column < lx->indents[lx->indent]) {
            lx->pending--;
            lx->indent--;
        }
        if (column != lx->indents[lx->indent]) {
            lx->done = VV_LEXER_DEDENT;
            lx->cur = lx->inp;
            return false;
        }
        if (alt_column != lx->alt_indents[lx->indent])
            goto tab_error;
    }
    return true;
tab_error:
    lx->done = VV_LEXER_TABSPACE;
    lx->cur = lx->inp;
    return false;
}

/* An identifier with non-ASCII characters: are they all allowed? */
static bool check_identifier(vv_lexer *lx) {
    const unsigned char *p = (const unsigned char *)lx->start, *end = (const unsigned char *)lx->cur;
    bool first = true;
    while (p < end) {
        uint32_t c = *p;
        int n = 1;
        if (c >= 0xF0) {
            c = (c & 7) << 18 | (uint32_t)(p[1] & 63) << 12 | (uint32_t)(p[2] & 63) << 6 | (p[3] & 63);
            n = 4;
        } else if (c >= 0xE0) {
            c = (c & 15) << 12 | (uint32_t)(p[1] & 63) << 6 | (p[2] & 63);
            n = 3;
        } else if (c >= 0xC0) {
            c = (c & 31) << 6 | (p[1] & 63);
            n = 2;
        }
        p += n;
        bool ok = c < 128 ? true : first ? vv_unicode_is_xid_start(c) : vv_unicode_is_xid_continue(c);
        if (!ok) {
            lx->cur = (const char *)p;
            if (vv_unicode_is_printable(c))
                return lexer_error(lx, "invalid character '%.*s' (U+%04X)", n, (const char *)p - n, (unsigned)c);
            return lexer_error(lx, "invalid non-printable character U+%04X", (unsigned)c);
        }
        first = false;
    }
    return true;
}

/* What follows a number: a keyword glued to it is still allowed (with a warning), another letter is not. */
static bool end_of_number(vv_lexer *lx, int c, const char *kind) {
    bool keyword = false;
    if (c == 'a')
        keyword = look_ahead(lx, "nd");
    else if (c == 'e')
        keyword = look_ahead(lx, "lse");
    else if (c == 'f')
        keyword = look_ahead(lx, "or");
    else if (c == 'i')
        keyword = lx->cur < lx->inp && (*lx->cur == 'n' || *lx->cur == 'f' || *lx->cur == 's');
    else if (c == 'o')
        keyword = look_ahead(lx, "r");
    else if (c == 'n')
        keyword = look_ahead(lx, "ot");
    push_back(lx, c);
    if (lx->extra)
        return true;
    if (keyword)
        return lexer_warn(lx, VV_SyntaxWarning, "invalid %s literal", kind);
    if (c != END && c < 128 && is_name_char(c))
        return lexer_error(lx, "invalid %s literal", kind);
    return true;
}

/* Digits with single underscores between; *c is the first character behind them (read). */
static bool decimal_tail(vv_lexer *lx, int *c) {
    for (;;) {
        do
            *c = next_char(lx);
        while (is_digit(*c));
        if (*c != '_')
            return true;
        *c = next_char(lx);
        if (!is_digit(*c)) {
            push_back(lx, *c);
            return lexer_error(lx, "invalid decimal literal");
        }
    }
}

/* The digits of 0x, 0o and 0b literals. */
static bool radix_digits(vv_lexer *lx, int base, const char *name) {
    int c = next_char(lx);
    do {
        if (c == '_')
            c = next_char(lx);
        bool ok = base == 16 ? is_hex_digit(c) : (c >= '0' && c < '0' + base);
        if (!ok) {
            if (is_digit(c))
                return lexer_error(lx, "invalid digit '%c' in %s literal", c, name);
            push_back(lx, c);
            return lexer_error(lx, "invalid %s literal", name);
        }
        do
            c = next_char(lx);
        while (base == 16 ? is_hex_digit(c) : (c >= '0' && c < '0' + base));
    } while (c == '_');
    if (is_digit(c))
        return lexer_error(lx, "invalid digit '%c' in %s literal", c, name);
    return end_of_number(lx, c, name);
}

/* From the fraction on; c: the character behind the '.' (or behind the integer part), already read. */
static bool number_rest(vv_lexer *lx, int c, bool fraction) {
    if (fraction && is_digit(c) && !decimal_tail(lx, &c))
        return false;
    if (c == 'e' || c == 'E') {
        int e = c;
        c = next_char(lx);
        if (c == '+' || c == '-') {
            c = next_char(lx);
            if (!is_digit(c)) {
                push_back(lx, c);
                return lexer_error(lx, "invalid decimal literal");
            }
        } else if (!is_digit(c)) {
            push_back(lx, c);
            return end_of_number(lx, e, "decimal");
        }
        if (!decimal_tail(lx, &c))
            return false;
    }
    if (c == 'j' || c == 'J') {
        c = next_char(lx);
        return end_of_number(lx, c, "imaginary");
    }
    return end_of_number(lx, c, "decimal");
}

static bool read_number(vv_lexer *lx, int c) {
    if (c == '0') {
        c = next_char(lx);
        if (c == 'x' || c == 'X')
            return radix_digits(lx, 16, "hexadecimal");
        if (c == 'o' || c == 'O')
            return radix_digits(lx, 8, "octal");
        if (c == 'b' || c == 'B')
            return radix_digits(lx, 2, "binary");
        bool nonzero = false;
        for (;;) {
            if (c == '_') {
                c = next_char(lx);
                if (!is_digit(c)) {
                    push_back(lx, c);
                    return lexer_error(lx, "invalid decimal literal");
                }
            }
            if (c != '0')
                break;
            c = next_char(lx);
        }
        const char *zeros_end = lx->cur;
        if (is_digit(c)) {
            nonzero = true;
            if (!decimal_tail(lx, &c))
                return false;
        }
        if (c == '.')
            return number_rest(lx, next_char(lx), true);
        if (c == 'e' || c == 'E' || c == 'j' || c == 'J')
            return number_rest(lx, c, false);
        if (nonzero) {
            push_back(lx, c);
            if (lx->extra)
                return true;
            return lexer_error_at(lx, (int)(lx->start + 1 - lx->line_start), (int)(zeros_end - lx->line_start),
                                  "leading zeros in decimal integer literals are not permitted; use an 0o prefix for "
                                  "octal integers");
        }
        return end_of_number(lx, c, "decimal");
    }
    if (!decimal_tail(lx, &c))
        return false;
    if (c == '.')
        return number_rest(lx, next_char(lx), true);
    return number_rest(lx, c, false);
}

/* A string or bytes literal from its opening quote on (which is read). */
static bool read_string(vv_lexer *lx, int quote) {
    int quote_size = 1, end_size = 0;
    lx->first_lineno = lx->lineno;
    lx->multi_line_start = lx->line_start;
    int c = next_char(lx);
    if (c == quote) {
        c = next_char(lx);
        if (c == quote)
            quote_size = 3;
        else
            end_size = 1; /* the empty string */
    }
    if (c != quote)
        push_back(lx, c);
    while (end_size != quote_size) {
        c = next_char(lx);
        if (c == END || (quote_size == 1 && c == '\n')) { /* reported at the opening quote */
            int detected = lx->lineno;
            lx->open_string = c == END;
            lx->cur = lx->start + 1;
            lx->line_start = lx->multi_line_start;
            lx->lineno = lx->first_lineno;
            vv_fstring_mode *m = current_fstring(lx);
            if (m != NULL && m->quote == quote && m->quote_size == quote_size)
                return lexer_error(lx, "f-string: expecting '}'"); /* that was the f-string's own end */
            return quote_size == 3
                       ? lexer_error(lx, "unterminated triple-quoted string literal (detected at line %d)", detected)
                       : lexer_error(lx, "unterminated string literal (detected at line %d)", detected);
        }
        if (c == quote) {
            end_size++;
        } else {
            end_size = 0;
            if (c == '\\')
                next_char(lx);
        }
    }
    return true;
}

/* The opening of an f-string, its first quote read. */
static bool read_fstring_start(vv_lexer *lx, int quote) {
    int quote_size = 1;
    lx->first_lineno = lx->lineno;
    lx->multi_line_start = lx->line_start;
    int second = next_char(lx);
    if (second == quote) {
        int third = next_char(lx);
        if (third == quote) {
            quote_size = 3;
        } else {
            push_back(lx, third);
            push_back(lx, second);
        }
    } else {
        push_back(lx, second);
    }
    return enter_fstring(lx, quote, quote_size);
}

/* A letter, or a string prefix and its string. */
static void read_name(vv_lexer *lx, vv_token *ret, int c) {
    bool saw_b = false, saw_r = false, saw_u = false, saw_f = false, non_ascii = false;
    for (;;) {
        if (!(saw_b || saw_u || saw_f) && (c == 'b' || c == 'B'))
            saw_b = true;
        else if (!(saw_b || saw_u || saw_r || saw_f) && (c == 'u' || c == 'U'))
            saw_u = true;
        else if (!(saw_r || saw_u) && (c == 'r' || c == 'R'))
            saw_r = true;
        else if (!(saw_f || saw_b || saw_u) && (c == 'f' || c == 'F'))
            saw_f = true;
        else
            break;
        c = next_char(lx);
        if (c == '"' || c == '\'') {
            if (saw_f)
                finish_or_error(lx, ret, VV_TOK_FSTRING_START, read_fstring_start(lx, c));
            else
                finish_or_error(lx, ret, VV_TOK_STRING, read_string(lx, c));
            return;
        }
    }
    while (is_name_char(c)) {
        if (c >= 128)
            non_ascii = true;
        c = next_char(lx);
    }
    push_back(lx, c);
    if (non_ascii && !lx->extra)
        finish_or_error(lx, ret, VV_TOK_NAME, check_identifier(lx));
    else
        finish(lx, ret, keyword_kind(lx->start, (size_t)(lx->cur - lx->start)));
}

static bool close_bracket(vv_lexer *lx, vv_fstring_mode *m, int c) {
    if (m != NULL && m->brackets == 0 && c == '}')
        return lexer_error(lx, "f-string: single '}' is not allowed");
    if (lx->level == 0 && !lx->extra)
        return lexer_error(lx, "unmatched '%c'", c);
    if (lx->level > 0)
        lx->level--;
    int opening = lx->brackets[lx->level];
    if (!lx->extra && !((opening == '(' && c == ')') || (opening == '[' && c == ']') || (opening == '{' && c == '}'))) {
        if (m != NULL && opening == '{' && m->brackets - 1 == m->field_level)
            return lexer_error(lx, "f-string: unmatched '%c'", c);
        if (lx->bracket_lines[lx->level] != lx->lineno)
            return lexer_error(lx, "closing parenthesis '%c' does not match opening parenthesis '%c' on line %d", c,
                               opening, lx->bracket_lines[lx->level]);
        return lexer_error(lx, "closing parenthesis '%c' does not match opening parenthesis '%c'", c, opening);
    }
    if (m != NULL) {
        m->brackets--;
        if (m->brackets < 0)
            return lexer_error(lx, "f-string: unmatched '%c'", c);
        if (c == '}' && m->brackets == m->field_level) {
            m->field_level--;
            m->in_text = true;
            m->debug = false;
        }
    }
    return true;
}

/* Operators, brackets and what is none of these; c is read. */
static void read_punctuation(vv_lexer *lx, vv_token *ret, int c) {
    vv_fstring_mode *m = current_fstring(lx);
    bool in_field = m != NULL && m->field_level >= 0;
    if (in_field && (c == ':' || c == '}' || c == '!' || c == '{')) {
        int cursor = m->brackets - (c != '{');
        if (cursor == 0)
            mark_expression(lx, m, c);
        if (cursor == 0 && c != '{' && m->debug) {
            ret->debug_start = m->expr_start;
            ret->debug_end = m->expr_end;
        }
        if (c == ':' && cursor == m->field_level) {
            m->in_text = true;
            finish(lx, ret, VV_TOK_COLON);
            return;
        }
    }
    int second = next_char(lx);
    vv_token_kind kind = two_char_kind(c, second);
    if (kind != VV_TOK_OTHER) {
        int third = next_char(lx);
        vv_token_kind longer = third == '=' ? with_equal(kind) : VV_TOK_OTHER;
        if (longer == VV_TOK_OTHER)
            push_back(lx, third);
        finish(lx, ret, longer == VV_TOK_OTHER ? kind : longer);
        return;
    }
    push_back(lx, second);
    if (c == '(' || c == '[' || c == '{') {
        if (lx->level >= VV_LEXER_MAX_LEVEL) {
            lexer_error(lx, "too many nested parentheses");
            make_error(lx, ret);
            return;
        }
        lx->brackets[lx->level] = (char)c;
        lx->bracket_lines[lx->level] = lx->lineno;
        lx->bracket_columns[lx->level] = (int)(lx->start - lx->line_start);
        lx->level++;
        if (m != NULL)
            m->brackets++;
    } else if ((c == ')' || c == ']' || c == '}') && !close_bracket(lx, m, c)) {
        make_error(lx, ret);
        return;
    }
    if (!vv_unicode_is_printable((uint32_t)c)) {
        lexer_error(lx, "invalid non-printable character U+%04X", (unsigned)c);
        make_error(lx, ret);
        return;
    }
    if (c == '=' && in_field)
        m->debug = true;
    finish(lx, ret, one_char_kind(c));
}

static void next_in_code(vv_lexer *lx, vv_token *ret) {
    bool blank = false;
next_line:
    lx->start = NULL;
    blank = false;
    if (lx->at_line_start && !read_indentation(lx, &blank)) {
        make_error(lx, ret);
        return;
    }
    lx->start = lx->cur;
    if (lx->pending != 0) {
        bool indent = lx->pending > 0;
        lx->pending += indent ? -1 : 1;
        if (lx->extra)
            make_token(lx, ret, indent ? VV_TOK_INDENT : VV_TOK_DEDENT, indent ? lx->buf : lx->cur, lx->cur);
        else
            make_token(lx, ret, indent ? VV_TOK_INDENT : VV_TOK_DEDENT, NULL, NULL);
        return;
    }
again:
    lx->start = NULL;
    int c;
    do
        c = next_char(lx);
    while (c == ' ' || c == '\t' || c == '\f');
    lx->start = c == END ? lx->cur : lx->cur - 1;
    if (c == '#') {
        while (c != END && c != '\n' && !(c == '\r' && lx->extra)) /* the line end's token begins with the comment */
            c = next_char(lx);
        if (lx->extra) {
            push_back(lx, c);
            lx->comment_alone = blank;
            finish(lx, ret, VV_TOK_COMMENT);
            return;
        }
    }
    if (c == END) {
        if (lx->level > 0 || lx->done != VV_LEXER_EOF)
            make_error(lx, ret);
        else
            make_token(lx, ret, VV_TOK_ENDMARKER, NULL, NULL);
        return;
    }
    if (is_name_start(c)) {
        read_name(lx, ret, c);
        return;
    }
    if (c == '\r' && lx->extra)
        c = next_char(lx);
    if (c == '\n') {
        lx->at_line_start = true;
        bool alone = blank || lx->level > 0 || lx->comment_alone;
        lx->comment_alone = false;
        if (alone && !lx->extra)
            goto next_line;
        finish(lx, ret, alone ? VV_TOK_NL : VV_TOK_NEWLINE);
        return;
    }
    if (c == '.') {
        c = next_char(lx);
        if (is_digit(c)) {
            finish_or_error(lx, ret, VV_TOK_NUMBER, number_rest(lx, c, true));
        } else if (c == '.' && lx->cur < lx->inp && *lx->cur == '.') {
            lx->cur++;
            finish(lx, ret, VV_TOK_ELLIPSIS);
        } else {
            push_back(lx, c);
            finish(lx, ret, VV_TOK_DOT);
        }
        return;
    }
    if (is_digit(c)) {
        finish_or_error(lx, ret, VV_TOK_NUMBER, read_number(lx, c));
        return;
    }
    if (c == '\'' || c == '"') {
        finish_or_error(lx, ret, VV_TOK_STRING, read_string(lx, c));
        return;
    }
    if (c == '\\') {
        if (!continue_line(lx)) {
            make_error(lx, ret);
            return;
        }
        goto again;
    }
    read_punctuation(lx, ret, c);
}

/* ---- between the quotes of an f-string ---- */

static void unterminated_fstring(vv_lexer *lx, vv_fstring_mode *m) {
    int detected = lx->lineno;
    lx->cur = m->start + 1;
    lx->line_start = m->line_start;
    lx->lineno = m->lineno;
    if (m->quote_size == 3)
        lexer_error(lx, "unterminated triple-quoted f-string literal (detected at line %d)", detected);
    else
        lexer_error(lx, "unterminated f-string literal (detected at line %d)", detected);
}

/* Text that ends with a doubled brace: the token's text has one of the two, its place covers both. */
static void finish_doubled(vv_lexer *lx, vv_token *ret) {
    make_token(lx, ret, VV_TOK_FSTRING_MIDDLE, lx->start, lx->cur - 1);
    ret->loc.end_col_offset++;
}

static void next_in_fstring(vv_lexer *lx, vv_fstring_mode *m, vv_token *ret) {
    int end_size = 0;
    bool named_escape = false;
    lx->start = lx->cur;
    lx->first_lineno = lx->lineno;
    lx->multi_line_start = lx->line_start;
    int c = next_char(lx);
    if (c == '{') {
        int second = next_char(lx);
        push_back(lx, second);
        push_back(lx, c);
        if (second != '{') {
            if (enter_field(lx, m))
                next_in_code(lx, ret);
            else
                make_error(lx, ret);
            return;
        }
    } else {
        push_back(lx, c);
    }
    int quotes = 0;
    while (quotes < m->quote_size) {
        c = next_char(lx);
        if (c != m->quote) {
            push_back(lx, c);
            break;
        }
        quotes++;
    }
    if (quotes == m->quote_size) {
        finish(lx, ret, VV_TOK_FSTRING_END);
        lx->fstring_depth--;
        return;
    }
    lx->cur -= quotes; /* a quote or two inside a triple-quoted text */
    while (end_size != m->quote_size) {
        c = next_char(lx);
        bool in_spec = m->expr_end != NULL && m->field_level >= 0;
        if (c == END || (m->quote_size == 1 && c == '\n')) {
            if (in_spec && c == '\n') { /* the format spec ends with its line */
                push_back(lx, c);
                m->in_text = false;
                finish(lx, ret, VV_TOK_FSTRING_MIDDLE);
                return;
            }
            lx->open_string = c == END && m->quote_size == 3;
            unterminated_fstring(lx, m);
            make_error(lx, ret);
            return;
        }
        if (c == m->quote) {
            end_size++;
            continue;
        }
        end_size = 0;
        if (c == '{') {
            mark_expression(lx, m, c);
            int second = next_char(lx);
            if (second != '{' || in_spec) {
                push_back(lx, second);
                push_back(lx, c);
                if (enter_field(lx, m))
                    finish(lx, ret, VV_TOK_FSTRING_MIDDLE);
                else
                    make_error(lx, ret);
            } else {
                finish_doubled(lx, ret);
            }
            return;
        }
        if (c == '}') {
            if (named_escape) { /* the end of \N{...} */
                finish(lx, ret, VV_TOK_FSTRING_MIDDLE);
                return;
            }
            int second = next_char(lx);
            if (second == '}' && !in_spec && m->brackets == 0) {
                finish_doubled(lx, ret);
            } else {
                push_back(lx, second);
                push_back(lx, c);
                m->in_text = false;
                finish(lx, ret, VV_TOK_FSTRING_MIDDLE);
            }
            return;
        }
        if (c == '\\') {
            int second = next_char(lx);
            if (second == '{' || second == '}') {
                if (!m->raw && !lexer_warn(lx, VV_SyntaxWarning, "invalid escape sequence '\\%c'", second)) {
                    make_error(lx, ret);
                    return;
                }
                push_back(lx, second);
                continue;
            }
            if (!m->raw && second == 'N') {
                int third = next_char(lx);
                if (third == '{')
                    named_escape = true;
                else
                    push_back(lx, third);
            }
        }
    }
    lx->cur -= m->quote_size; /* they make the FSTRING_END token */
    finish(lx, ret, VV_TOK_FSTRING_MIDDLE);
}

void vv_lexer_next(vv_lexer *lx, vv_token *ret) {
    memset(ret, 0, sizeof *ret);
    vv_fstring_mode *m = current_fstring(lx);
    if (m != NULL && m->in_text)
        next_in_fstring(lx, m, ret);
    else
        next_in_code(lx, ret);
}
