/* parse_literal.c - numbers and strings become constants; adjacent strings are joined. */
#include "compiler/parse_internal.h"

#include <stdio.h>
#include <string.h>

#include "base/uniname.h"
#include "object/datafile.h"
#include "object/error.h"
#include "object/intern.h"
#include "types/bytes.h"
#include "types/float.h"
#include "types/int.h"
#include "types/str.h"

/* ---- numbers ---- */

static vv_obj *integer(vv_parser *p, const vv_token *token, size_t n) {
    const char *s = token->start;
    bool decimal = n < 2 || s[0] != '0' || (s[1] >= '0' && s[1] <= '9') || s[1] == '_';
    size_t digits = 0;
    for (size_t i = 0; i < n; i++)
        digits += s[i] != '_';
    int limit = p->t->vm->int_max_str_digits;
    if (decimal && limit > 0 && digits > (size_t)limit) {
        vv_loc nowhere = {token->loc.lineno, -1, token->loc.end_lineno, -1};
        return vv_parser_error_loc(
            p, nowhere,
            "Exceeds the limit (%d digits) for integer string conversion: value has %zu digits; use "
            "sys.set_int_max_str_digits() to increase the limit - Consider hexadecimal for huge "
            "integer literals to avoid decimal conversion limits.",
            limit, digits);
    }
    return vv_parser_own(p, vv_int_from_text(p->t, s, n, 0));
}

vv_expr *vv_parse_number(vv_parser *p) {
    const vv_token token = p->tokens[p->mark++];
    const char *s = token.start;
    size_t n = (size_t)(token.end - s);
    bool radix = n > 1 && s[0] == '0' && (s[1] | 32) != 'e' && (s[1] | 32) != 'j' && s[1] > '9' && s[1] != '_';
    bool imaginary = !radix && (s[n - 1] | 32) == 'j';
    bool real = !radix && (memchr(s, '.', n) != NULL || memchr(s, 'e', n) != NULL || memchr(s, 'E', n) != NULL);
    vv_obj *value;
    if (imaginary || real) {
        VV_AUTO number = {p->t, vv_float_from_text(p->t, s, n - imaginary)};
        if (number.o == NULL)
            return vv_failed(p);
        double d = VV_FLOAT(number.o)->value;
        value = vv_parser_own(p, imaginary ? vv_complex_new(p->t, 0.0, d) : vv_move(&number.o));
    } else {
        value = integer(p, &token, n);
    }
    vv_expr *e = value == NULL ? NULL : vv_parser_new_expr(p, VV_EXPR_Constant, p->mark - 1);
    if (e != NULL)
        e->v.Constant.value = value;
    return e;
}

/* ---- escapes ---- */

static int hex_value(int c) {
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

static char *put_utf8(char *to, uint32_t c) {
    if (c < 0x80) {
        *to++ = (char)c;
    } else if (c < 0x800) {
        *to++ = (char)(0xC0 | c >> 6);
        *to++ = (char)(0x80 | (c & 63));
    } else if (c < 0x10000) {
        *to++ = (char)(0xE0 | c >> 12);
        *to++ = (char)(0x80 | (c >> 6 & 63));
        *to++ = (char)(0x80 | (c & 63));
    } else {
        *to++ = (char)(0xF0 | c >> 18);
        *to++ = (char)(0x80 | (c >> 12 & 63));
        *to++ = (char)(0x80 | (c >> 6 & 63));
        *to++ = (char)(0x80 | (c & 63));
    }
    return to;
}

/* CPython decodes a copy in which each non-ASCII character takes ten bytes; positions in messages count those. */
static int position(const char *s, const char *at) {
    int n = 0;
    for (; s < at; s++) {
        if ((unsigned char)*s < 128)
            n++;
        else if (((unsigned char)*s & 0xC0) != 0x80)
            n += 10;
    }
    return n;
}

static void *unicode_error(vv_parser *p, const char *s, const char *from, const char *to, const char *what) {
    return vv_parser_error_last(p, "(unicode error) 'unicodeescape' codec can't decode bytes in position %d-%d: %s",
                                position(s, from), position(s, to) - 1, what);
}

static bool warn_escape(vv_parser *p, const char *at, const vv_token *token) {
    if (p->explain)
        return true; /* said in the first pass */
    if ((token->kind == VV_TOK_FSTRING_MIDDLE || token->kind == VV_TOK_FSTRING_END) && (*at == '{' || *at == '}'))
        return true; /* said by the lexer */
    bool octal = *at >= '4' && *at <= '7';
    int size = 1;
    while (octal && size < 3 && at[size] >= '0' && at[size] <= '7')
        size++;
    if (vv_diag_warn(p->t, p->arena, p->lx.warnings, VV_SyntaxWarning, token->loc,
                     octal ? "invalid octal escape sequence '\\%.*s'" : "invalid escape sequence '\\%.*s'", size,
                     at) < 0) {
        p->failed = true;
        return false;
    }
    return true;
}

/* The one-character escapes: the byte meant, or -1; -2: a line end that joins lines. */
static int simple_escape(int c) {
    switch (c) {
    case '\n': return -2;
    case '\\': return '\\';
    case '\'': return '\'';
    case '"': return '"';
    case 'a': return 7;
    case 'b': return 8;
    case 'f': return 12;
    case 'n': return 10;
    case 'r': return 13;
    case 't': return 9;
    case 'v': return 11;
    default: return -1;
    }
}

/* Up to three octal digits from *from on. */
static int octal_escape(const char **from, const char *end) {
    int value = 0;
    for (int i = 0; i < 3 && *from < end && **from >= '0' && **from <= '7'; i++)
        value = value * 8 + (*(*from)++ - '0');
    return value;
}

static vv_obj *decode_escapes(vv_parser *p, const char *s, size_t n, const vv_token *token) {
    char *buffer = vv_arena_alloc(p->arena, n), *to = buffer;
    const char *from = s, *end = s + n, *bad = NULL;
    if (buffer == NULL) {
        (void)vv_raise_memory(p->t);
        return vv_failed(p);
    }
    while (from < end) {
        if (*from != '\\') {
            *to++ = *from++;
            continue;
        }
        const char *escape = from++;
        if (from == end || (unsigned char)*from >= 128) { /* f"\{x}": the text before the brace; "\é": no escape */
            *to++ = '\\';
            continue;
        }
        int c = *from++, simple = simple_escape(c);
        if (simple != -1) {
            if (simple >= 0)
                *to++ = (char)simple;
        } else if (c >= '0' && c <= '7') {
            from--;
            const char *digits = from;
            int value = octal_escape(&from, end);
            if (value > 0377 && bad == NULL)
                bad = digits;
            to = put_utf8(to, (uint32_t)value);
        } else if (c == 'x' || c == 'u' || c == 'U') {
            int wanted = c == 'x' ? 2 : c == 'u' ? 4 : 8;
            uint32_t value = 0;
            for (; wanted > 0 && from < end && hex_value(*from) >= 0; wanted--)
                value = value << 4 | (uint32_t)hex_value(*from++);
            if (wanted > 0)
                return unicode_error(p, s, escape, from,
                                     c == 'x'   ? "truncated \\xXX escape"
                                     : c == 'u' ? "truncated \\uXXXX escape"
                                                : "truncated \\UXXXXXXXX escape");
            if (value > 0x10FFFF)
                return unicode_error(p, s, escape, from, "illegal Unicode character");
            to = put_utf8(to, value);
        } else if (c == 'N') {
            const char *name = from + 1;
            if (from >= end || *from != '{')
                return unicode_error(p, s, escape, from, "malformed \\N character escape");
            const char *close = memchr(name, '}', (size_t)(end - name));
            if (close == NULL || close == name)
                return unicode_error(p, s, escape, close == NULL ? end : close, "malformed \\N character escape");
            bool trial = (p->flags & VV_COMPILE_TRIAL) != 0;
            const vv_uniname *names = trial ? NULL : vv_data_peek(p->t, VV_DATA_UNICODE_NAMES);
            if (names == NULL && !trial)
                return vv_failed(p);
            int32_t found = trial ? 0xFFFD : vv_uniname_find(names, name, (size_t)(close - name));
            from = close + 1;
            if (found < 0)
                return unicode_error(p, s, escape, from, "unknown Unicode character name");
            to = put_utf8(to, (uint32_t)found);
        } else {
            if (bad == NULL)
                bad = from - 1;
            *to++ = '\\';
            from--;
        }
    }
    if (bad != NULL && !warn_escape(p, bad, token))
        return NULL;
    return vv_parser_own(p, vv_str_from_utf8(p->t, buffer, (size_t)(to - buffer)));
}

static vv_obj *decode_bytes(vv_parser *p, bool raw, const char *s, size_t n, const vv_token *token) {
    for (size_t i = 0; i < n; i++) {
        if ((unsigned char)s[i] >= 128)
            return vv_parser_error_loc(p, token->loc, "bytes can only contain ASCII literal characters");
    }
    if (raw || memchr(s, '\\', n) == NULL)
        return vv_parser_own(p, vv_bytes_new(p->t, s, n));
    char *buffer = vv_arena_alloc(p->arena, n), *to = buffer;
    const char *from = s, *end = s + n, *bad = NULL;
    if (buffer == NULL) {
        (void)vv_raise_memory(p->t);
        return vv_failed(p);
    }
    while (from < end) {
        if (*from != '\\') {
            *to++ = *from++;
            continue;
        }
        const char *escape = from++;
        int c = from < end ? *from++ : 0, simple = simple_escape(c);
        if (simple != -1) {
            if (simple >= 0)
                *to++ = (char)simple;
        } else if (c >= '0' && c <= '7') {
            from--;
            const char *digits = from;
            int value = octal_escape(&from, end);
            if (value > 0377 && bad == NULL)
                bad = digits;
            *to++ = (char)value;
        } else if (c == 'x') {
            if (end - from < 2 || hex_value(from[0]) < 0 || hex_value(from[1]) < 0)
                return vv_parser_error_last(p, "(value error) invalid \\x escape at position %d", (int)(escape - s));
            *to++ = (char)(hex_value(from[0]) << 4 | hex_value(from[1]));
            from += 2;
        } else {
            if (bad == NULL)
                bad = from - 1;
            *to++ = '\\';
            from--;
        }
    }
    if (bad != NULL && !warn_escape(p, bad, token))
        return NULL;
    return vv_parser_own(p, vv_bytes_new(p->t, buffer, (size_t)(to - buffer)));
}

vv_obj *vv_parse_decode_string(vv_parser *p, bool raw, const char *s, size_t n, const vv_token *token) {
    if (raw || memchr(s, '\\', n) == NULL)
        return vv_parser_own(p, vv_str_from_utf8(p->t, s, n));
    return decode_escapes(p, s, n, token);
}

/* ---- strings ---- */

static vv_expr *string_token(vv_parser *p) {
    const vv_token token = p->tokens[p->mark++];
    const char *s = token.start, *end = token.end;
    bool bytes = false, raw = false, unicode = *s == 'u';
    for (; *s != '\'' && *s != '"'; s++) {
        bytes = bytes || *s == 'b' || *s == 'B';
        raw = raw || *s == 'r' || *s == 'R';
    }
    int quotes = end - s >= 6 && s[1] == s[0] && s[2] == s[0] ? 3 : 1;
    s += quotes;
    size_t n = (size_t)(end - quotes - s);
    vv_obj *value = bytes ? decode_bytes(p, raw, s, n, &token) : vv_parse_decode_string(p, raw, s, n, &token);
    vv_obj *kind = NULL;
    if (value != NULL && unicode) {
        kind = vv_parser_own(p, vv_intern_cstr(p->t, "u"));
        if (kind == NULL)
            return NULL;
    }
    vv_expr *e = value == NULL ? NULL : vv_parser_new_expr(p, VV_EXPR_Constant, p->mark - 1);
    if (e != NULL) {
        e->v.Constant.value = value;
        e->v.Constant.kind = kind;
    }
    return e;
}

static bool is_bytes(const vv_expr *e) {
    return e->kind == VV_EXPR_Constant && (e->v.Constant.value->type->flags & VV_TF_BYTES) != 0;
}

bool vv_parse_is_empty_str(const vv_expr *e) {
    return e->kind == VV_EXPR_Constant && (e->v.Constant.value->type->flags & VV_TF_STR) != 0 &&
           vv_str_length(e->v.Constant.value) == 0;
}

static vv_expr *constant_at(vv_parser *p, vv_obj *value, vv_obj *kind, vv_loc loc) {
    if (value == NULL)
        return NULL;
    vv_expr *e = vv_ast_expr(p->t, p->arena, VV_EXPR_Constant, loc);
    if (e == NULL)
        return vv_failed(p);
    e->v.Constant.value = value;
    e->v.Constant.kind = kind;
    return e;
}

static vv_expr *concatenate_bytes(vv_parser *p, const vv_vec *parts, vv_loc loc) {
    size_t n = 0;
    for (int i = 0; i < parts->count; i++)
        n += VV_BYTES(((vv_expr *)parts->items[i])->v.Constant.value)->length;
    vv_obj *all = vv_bytes_new(p->t, NULL, n);
    if (all == NULL)
        return vv_failed(p);
    n = 0;
    for (int i = 0; i < parts->count; i++) {
        vv_bytes *b = VV_BYTES(((vv_expr *)parts->items[i])->v.Constant.value);
        memcpy(VV_BYTES(all)->data + n, b->data, b->length);
        n += b->length;
    }
    vv_obj *kind = ((vv_expr *)parts->items[0])->v.Constant.kind;
    return constant_at(p, vv_parser_own(p, all), kind, loc);
}

/* The str constants flat[from..to) as one. */
static vv_expr *join_constants(vv_parser *p, const vv_vec *flat, int from, int to) {
    vv_expr *first = flat->items[from], *last = flat->items[to - 1];
    if (to - from == 1)
        return first;
    vv_strbuilder builder = {0};
    for (int i = from; i < to; i++) {
        if (vv_strbuilder_str(p->t, &builder, ((vv_expr *)flat->items[i])->v.Constant.value) < 0) {
            vv_strbuilder_drop(p->t, &builder);
            return vv_failed(p);
        }
    }
    vv_loc loc = {first->loc.lineno, first->loc.col_offset, last->loc.end_lineno, last->loc.end_col_offset};
    return constant_at(p, vv_parser_own(p, vv_strbuilder_finish(p->t, &builder)), first->v.Constant.kind, loc);
}

vv_expr *vv_parse_concatenate_strings(vv_parser *p, vv_vec *parts, vv_loc loc) {
    bool any_bytes = false, any_text = false, any_format = false;
    for (int i = 0; i < parts->count; i++) {
        vv_expr *e = parts->items[i];
        bool bytes = is_bytes(e);
        any_bytes = any_bytes || bytes;
        any_text = any_text || !bytes;
        any_format = any_format || e->kind != VV_EXPR_Constant;
    }
    if (any_bytes && any_text)
        return vv_parser_error_last(p, "cannot mix bytes and nonbytes literals");
    if (!any_format && parts->count == 1)
        return parts->items[0];
    if (any_bytes)
        return concatenate_bytes(p, parts, loc);
    vv_vec flat = {0}, values = {0};
    for (int i = 0; i < parts->count; i++) {
        vv_expr *e = parts->items[i];
        if (e->kind != VV_EXPR_JoinedStr) {
            if (!vv_parser_push(p, &flat, e))
                return NULL;
            continue;
        }
        for (int j = 0; j < e->v.JoinedStr.values.count; j++) {
            if (!vv_parser_push(p, &flat, e->v.JoinedStr.values.items[j]))
                return NULL;
        }
    }
    for (int i = 0; i < flat.count;) {
        vv_expr *e = flat.items[i];
        int next = i + 1;
        if (e->kind == VV_EXPR_Constant) {
            while (next < flat.count && ((vv_expr *)flat.items[next])->kind == VV_EXPR_Constant)
                next++;
            e = join_constants(p, &flat, i, next);
            if (e == NULL)
                return NULL;
        }
        i = next;
        if (any_format && vv_parse_is_empty_str(e))
            continue;
        if (!vv_parser_push(p, &values, e))
            return NULL;
    }
    if (!any_format)
        return values.items[0];
    vv_expr *e = vv_ast_expr(p->t, p->arena, VV_EXPR_JoinedStr, loc);
    if (e == NULL)
        return vv_failed(p);
    e->v.JoinedStr.values = VV_VEC_SEQ(vv_expr_seq, values);
    return e;
}

vv_expr *vv_parse_strings(vv_parser *p) {
    vv_expr *e;
    int start = p->mark;
    if (vv_parser_recall(p, VV_RULE_STRINGS, &e))
        return e;
    vv_vec parts = {0};
    for (;;) {
        vv_token_kind kind = vv_peek(p);
        if (kind != VV_TOK_STRING && kind != VV_TOK_FSTRING_START)
            break;
        int mark = p->mark;
        e = kind == VV_TOK_STRING ? string_token(p) : vv_parse_fstring(p);
        if (e == NULL) {
            p->mark = mark;
            break;
        }
        if (!vv_parser_push(p, &parts, e))
            return NULL;
    }
    if (p->failed || parts.count == 0)
        return NULL;
    e = vv_parse_concatenate_strings(p, &parts, vv_parser_loc(p, start));
    return e == NULL ? NULL : vv_parser_remember(p, VV_RULE_STRINGS, start, e);
}
