/* report_anchors.c - which part of a failing expression its carets should point at: the operator of a binary operation,
 * the brackets of a subscription.
 *
 * CPython parses the text again; here a scan over its tokens finds the operator that binds least, which is the root of
 * the tree. Anything that is not a plain operation (comparisons, `and`, commas, statements, ...) has no anchors.
 */
#include <string.h>

#include "vm/report_private.h"

typedef struct scan {
    vv_ref line;
    size_t at, end;
} scan;

static uint32_t peek(const scan *s, size_t ahead) {
    return s->at + ahead < s->end ? vv_str_at(s->line, s->at + ahead) : 0;
}
static bool is_name(uint32_t c) {
    return c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c >= 0x80;
}
static bool is_digit(uint32_t c) {
    return c >= '0' && c <= '9';
}
static bool is_blank(uint32_t c) {
    return c == ' ' || c == '\t' || c == '\f' || c == '\n' || c == '\r';
}

/* Passes a string literal whose first quote is at `at`; false if it does not end. */
static bool skip_string(scan *s) {
    uint32_t quote = peek(s, 0);
    size_t width = peek(s, 1) == quote && peek(s, 2) == quote ? 3 : 1;
    for (s->at += width; s->at < s->end; s->at++) {
        uint32_t c = peek(s, 0);
        if (c == '\\') {
            s->at++;
        } else if (c == quote && (width == 1 || (peek(s, 1) == quote && peek(s, 2) == quote))) {
            s->at += width;
            return true;
        }
    }
    return false;
}

static void skip_number(scan *s) {
    bool hex = peek(s, 0) == '0' && (peek(s, 1) == 'x' || peek(s, 1) == 'X');
    while (is_name(peek(s, 0)) || peek(s, 0) == '.') {
        bool exponent = !hex && (peek(s, 0) == 'e' || peek(s, 0) == 'E') && (peek(s, 1) == '+' || peek(s, 1) == '-');
        s->at += exponent ? 2 : 1;
    }
}

/* Passes everything up to the bracket that closes the one at `at`. */
static bool skip_brackets(scan *s) {
    int depth = 0;
    while (s->at < s->end) {
        uint32_t c = peek(s, 0);
        if (c == '"' || c == '\'') {
            if (!skip_string(s))
                return false;
            continue;
        }
        depth += c == '(' || c == '[' || c == '{';
        depth -= c == ')' || c == ']' || c == '}';
        s->at++;
        if (depth == 0)
            return true;
    }
    return false;
}

/* Words that make the whole something else than operands joined by operators. */
static bool is_other_keyword(const scan *s, size_t start) {
    static const char *const words[] = {"and", "or", "not", "in", "is", "if", "else", "lambda", "yield", "for", "async", "from",
                                        "return", "raise", "del", "assert", "import", "with", "while", "as", "except", "class", "def"};
    for (size_t w = 0; w < VV_ARRAY_LEN(words); w++) {
        size_t n = strlen(words[w]), k = 0;
        if (n != s->at - start)
            continue;
        while (k < n && vv_str_at(s->line, start + k) == (uint8_t)words[w][k])
            k++;
        if (k == n)
            return true;
    }
    return false;
}

static bool is_await(const scan *s, size_t start) {
    static const char word[] = "await";
    if (s->at - start != sizeof(word) - 1)
        return false;
    for (size_t k = 0; k < sizeof(word) - 1; k++)
        if (vv_str_at(s->line, start + k) != (uint8_t)word[k])
            return false;
    return true;
}

/* Length and strength (1 binds least) of a binary operator at `at`; 0 length: none of them. */
static size_t operator_at(const scan *s, int *ret_strength) {
    static const struct {
        const char *text;
        int strength;
    } operators[] = {{"**", 7}, {"//", 5}, {"<<", 3}, {">>", 3}, {"|", 0}, {"^", 1}, {"&", 2}, {"+", 4}, {"-", 4}, {"*", 5}, {"/", 5}, {"%", 5}, {"@", 5}};
    for (size_t k = 0; k < VV_ARRAY_LEN(operators); k++) {
        size_t n = strlen(operators[k].text);
        if (peek(s, 0) == (uint8_t)operators[k].text[0] && (n == 1 || peek(s, 1) == (uint8_t)operators[k].text[1])) {
            *ret_strength = operators[k].strength;
            return peek(s, n) == '=' ? 0 : n;
        }
    }
    return 0;
}

/* Where the node of an operand begins: behind the brackets around it, except those of tuples and generators. */
static size_t node_start(vv_ref line, size_t from, size_t to) {
    for (;;) {
        while (from < to && is_blank(vv_str_at(line, from)))
            from++;
        scan s = {line, from, to};
        if (peek(&s, 0) != '(')
            return from;
        if (!skip_brackets(&s))
            return from;
        size_t close = s.at - 1;
        while (s.at < to && is_blank(vv_str_at(line, s.at)))
            s.at++;
        bool group = s.at == to && close > from + 1;
        for (s = (scan){line, from + 1, close}; group && s.at < close;) {
            uint32_t c = peek(&s, 0);
            size_t word = s.at;
            if (c == '"' || c == '\'') {
                group = skip_string(&s);
            } else if (c == '(' || c == '[' || c == '{') {
                group = skip_brackets(&s);
            } else if (is_name(c)) {
                while (is_name(peek(&s, 0)))
                    s.at++;
                group = s.at - word != 3 || c != 'f' || vv_str_at(line, word + 1) != 'o' || vv_str_at(line, word + 2) != 'r';
            } else {
                group = c != ',';
                s.at++;
            }
        }
        if (!group)
            return from;
        from++;
        to = close;
    }
}

enum { UNARY = 6, POWER = 7, NOTHING = 9 };

bool vv_report_anchors(vv_ref line, size_t start, size_t end, size_t *ret_left, size_t *ret_right) {
    scan s = {line, start, end};
    bool operand = false;            /* the last token ended an operand */
    bool prefixed = false;           /* a unary operator or await stands before the operand */
    int weakest = NOTHING;           /* of the operators seen */
    size_t position = 0, width = 0;  /* of the weakest binary operator */
    bool unary_root = false;         /* the weakest is a unary one at the very start */
    size_t bracket = 0;              /* the last '[' that follows an operand */
    bool subscript = false;          /* the last token was such a bracket pair */
    while (s.at < s.end) {
        uint32_t c = peek(&s, 0);
        size_t token = s.at;
        if (is_blank(c) || c == '\\') {
            s.at++;
            continue;
        }
        if (c == '#')
            break;
        if (is_digit(c) || (c == '.' && is_digit(peek(&s, 1)) && !operand)) {
            skip_number(&s);
            operand = true;
            subscript = false;
        } else if (is_name(c)) {
            while (is_name(peek(&s, 0)))
                s.at++;
            if (peek(&s, 0) == '"' || peek(&s, 0) == '\'') {
                if (!skip_string(&s))
                    return false;
            } else if (is_other_keyword(&s, token)) {
                return false;
            } else if (is_await(&s, token)) {
                prefixed = true;
                continue;
            }
            operand = true;
            subscript = false;
        } else if (c == '"' || c == '\'') {
            if (!skip_string(&s))
                return false;
            operand = true;
            subscript = false;
        } else if (c == '(' || c == '[' || c == '{') {
            subscript = c == '[' && operand;
            if (subscript)
                bracket = s.at;
            if (!skip_brackets(&s))
                return false;
            operand = true;
        } else if (c == '.') {
            s.at++;
            operand = false;
            subscript = false;
        } else if (!operand && (c == '+' || c == '-' || c == '~')) {
            s.at++;
            prefixed = true;
            if (weakest > UNARY) { /* -a ** b is -(a ** b), but a ** -b stays a power */
                if (weakest == NOTHING) {
                    weakest = UNARY;
                    unary_root = true;
                }
            }
        } else {
            int strength = 0;
            size_t n = operand ? operator_at(&s, &strength) : 0;
            if (n == 0)
                return false;
            /* of equals the last one is the root, except for **, which groups to the right */
            if (strength < weakest || (strength == weakest && strength != POWER)) {
                weakest = strength;
                position = s.at;
                width = n;
                unary_root = false;
            }
            s.at += n;
            operand = false;
            prefixed = false;
            subscript = false;
        }
    }
    if (unary_root || !operand)
        return false;
    if (weakest != NOTHING) {
        *ret_left = position - start;
        /* CPython shows two characters when another one follows before the right operand, be it a bracket */
        size_t right = node_start(line, position + width, end);
        bool two = position + 1 < right && !is_blank(vv_str_at(line, position + 1));
        *ret_right = position + (two ? 2 : 1) - start;
        return true;
    }
    if (!subscript || prefixed)
        return false;
    *ret_left = bracket - start;
    *ret_right = s.at - start;
    while (*ret_right > 0 && vv_str_at(line, start + *ret_right - 1) != ']')
        --*ret_right;
    return true;
}
