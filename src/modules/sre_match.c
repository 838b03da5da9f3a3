/* sre_match.c - the machine that matches compiled regular expressions (sre.h). */
#include <string.h>

#include "modules/sre.h"
#include "object/alloc.h"
#include "object/error.h"

#define NOWHERE VV_SRE_NOWHERE

enum entry_kind {
    /* undo records */
    UNDO_MARK,   /* mark[pc] = at, lastindex = a */
    UNDO_REPEAT, /* repeat = a */
    UNDO_COUNT,  /* repeats[pc].count = at, .last = a */
    UNDO_NEW,    /* the newest repeat goes, repeat = a */
    UNDO__LAST = UNDO_NEW,
    /* choices */
    TRY_BRANCH, /* the alternative at pc */
    TRY_FEWER,  /* REPEAT_ONE at pc: `at` is where it ended, a the least it may give back to */
    TRY_MORE,   /* MIN_REPEAT_ONE at pc: a characters were taken */
    TRY_TAIL,   /* MAX_UNTIL at pc: what follows the repeat */
    TRY_BODY,   /* MIN_UNTIL at pc: one more turn */
    /* barriers: a is the barrier around it; pc its instruction */
    IN_ASSERT,
    IN_ASSERT_NOT,
    IN_ATOMIC,
    IN_POSSESSIVE, /* b turns are complete */
};

/* ---- characters ---- */

static uint32_t lower_locale(uint32_t c) { /* the C locale's */
    return vv_sre_lower_ascii(c);
}

static uint32_t upper_locale(uint32_t c) {
    return c - 'a' < 26 ? c - 32 : c;
}

static bool is_word_ascii(uint32_t c) {
    return c - '0' < 10 || (c | 32) - 'a' < 26 || c == '_';
}

static bool is_word_unicode(uint32_t c) {
    return c < 128 ? is_word_ascii(c) : vv_unicode_is_alnum(c);
}

/* The categories of the first 128 characters: a bit for each pair of a class and its complement. */
enum {
    BIT_SPACE = 1 << VV_SRE_SPACE / 2 | 1 << VV_SRE_UNI_SPACE / 2,
    BIT_WORD = 1 << VV_SRE_WORD / 2 | 1 << VV_SRE_LOC_WORD / 2 | 1 << VV_SRE_UNI_WORD / 2,
    BIT_DIGIT = 1 << VV_SRE_DIGIT / 2 | 1 << VV_SRE_UNI_DIGIT / 2 | BIT_WORD,
    BIT_LINEBREAK = 1 << VV_SRE_LINEBREAK / 2 | 1 << VV_SRE_UNI_LINEBREAK / 2,
};
static const uint16_t ascii_categories[128] = {
    ['\t'] = BIT_SPACE, ['\n'] = BIT_SPACE | BIT_LINEBREAK, ['\v' ... '\r'] = BIT_SPACE, [' '] = BIT_SPACE,
    [0x1C ... 0x1F] = 1 << VV_SRE_UNI_SPACE / 2,
    ['0' ... '9'] = BIT_DIGIT, ['A' ... 'Z'] = BIT_WORD, ['a' ... 'z'] = BIT_WORD, ['_'] = BIT_WORD,
};

static inline bool is_word(uint32_t c, bool unicode) {
    return c < 128 ? (ascii_categories[c] >> VV_SRE_WORD / 2 & 1) != 0 : unicode && vv_unicode_is_alnum(c);
}

static VV_NOINLINE bool in_category_beyond(uint32_t category, uint32_t c) { /* c >= 128 */
    bool is;
    switch (category & ~1u) {
    case VV_SRE_UNI_DIGIT: is = vv_unicode_is_decimal(c); break;
    case VV_SRE_UNI_SPACE: is = vv_unicode_is_space(c); break;
    case VV_SRE_UNI_WORD: is = is_word_unicode(c); break;
    default: is = false; break;
    }
    return is != (category & 1);
}
static inline bool in_category(uint32_t category, uint32_t c) {
    return c < 128 ? ((ascii_categories[c] >> (category >> 1) ^ category) & 1) != 0 : in_category_beyond(category, c);
}

/* Is c in the set whose items begin at `set`? The first item that holds c decides; FAILURE ends the list. */
static bool in_set(const uint32_t *set, uint32_t c) {
    bool ok = true;
    for (;;) {
        switch (*set++) {
        case VV_SRE_FAILURE: return !ok;
        case VV_SRE_LITERAL:
            if (c == *set++)
                return ok;
            break;
        case VV_SRE_CATEGORY:
            if (in_category(*set++, c))
                return ok;
            break;
        case VV_SRE_CHARSET:
            if (c < 256 && (set[c >> 5] >> (c & 31) & 1))
                return ok;
            set += 8;
            break;
        case VV_SRE_BIGCHARSET: {
            uint32_t blocks = *set++;
            if (c < 65536) {
                uint32_t block = ((const uint8_t *)set)[c >> 8];
                if (set[64 + block * 8 + ((c & 255) >> 5)] >> (c & 31) & 1)
                    return ok;
            }
            set += 64 + blocks * 8;
            break;
        }
        case VV_SRE_RANGE:
            if (set[0] <= c && c <= set[1])
                return ok;
            set += 2;
            break;
        case VV_SRE_RANGE_UNI_IGNORE: {
            uint32_t up = vv_sre_upper(c);
            if ((set[0] <= c && c <= set[1]) || (set[0] <= up && up <= set[1]))
                return ok;
            set += 2;
            break;
        }
        default: /* NEGATE */
            ok = !ok;
            break;
        }
    }
}

/* The same, with short ways for the sets that are one bitmap, category or range, and for what the first item says. */
static inline bool in_simple_set(const uint32_t *set, uint32_t c) {
    if (set[0] == VV_SRE_CHARSET && set[9] == VV_SRE_FAILURE)
        return c < 256 && (set[1 + (c >> 5)] >> (c & 31) & 1) != 0;
    if (set[0] == VV_SRE_CATEGORY) {
        if (in_category(set[1], c))
            return true;
        return set[2] != VV_SRE_FAILURE && in_set(set + 2, c);
    }
    if (set[0] == VV_SRE_RANGE && set[3] == VV_SRE_FAILURE)
        return c - set[1] <= set[2] - set[1] && set[1] <= set[2];
    return in_set(set, c);
}

/* Does the instruction for one character at `op` match c? */
static bool matches_one(const uint32_t *op, uint32_t c) {
    switch (op[0]) {
    case VV_SRE_ANY: return c != '\n';
    case VV_SRE_ANY_ALL: return true;
    case VV_SRE_CATEGORY: return in_category(op[1], c);
    case VV_SRE_LITERAL: return c == op[1];
    case VV_SRE_NOT_LITERAL: return c != op[1];
    case VV_SRE_IN: return in_simple_set(op + 2, c);
    case VV_SRE_LITERAL_IGNORE: return vv_sre_lower_ascii(c) == op[1];
    case VV_SRE_NOT_LITERAL_IGNORE: return vv_sre_lower_ascii(c) != op[1];
    case VV_SRE_IN_IGNORE: return in_set(op + 2, vv_sre_lower_ascii(c));
    case VV_SRE_LITERAL_UNI_IGNORE: return vv_sre_lower(c) == op[1];
    case VV_SRE_NOT_LITERAL_UNI_IGNORE: return vv_sre_lower(c) != op[1];
    case VV_SRE_IN_UNI_IGNORE: return in_set(op + 2, vv_sre_lower(c));
    case VV_SRE_LITERAL_LOC_IGNORE: return c == op[1] || lower_locale(c) == op[1] || upper_locale(c) == op[1];
    case VV_SRE_NOT_LITERAL_LOC_IGNORE: return c != op[1] && lower_locale(c) != op[1] && upper_locale(c) != op[1];
    case VV_SRE_IN_LOC_IGNORE: {
        uint32_t low = lower_locale(c), up = upper_locale(c);
        return in_set(op + 2, low) || (up != low && in_set(op + 2, up));
    }
    default: return false;
    }
}

/* Characters from `at` on, below `limit`, that the one-character instruction matches. */
static uint32_t count_matching(const uint32_t *op, const vv_span *text, uint32_t at, uint32_t limit) {
    uint32_t i = at;
    if (op[0] == VV_SRE_ANY_ALL)
        return limit - at;
    if (text->kind == 1) {
        const uint8_t *bytes = text->data;
        switch (op[0]) {
        case VV_SRE_ANY: {
            const uint8_t *found = memchr(bytes + at, '\n', limit - at);
            return found == NULL ? limit - at : (uint32_t)(found - bytes) - at;
        }
        case VV_SRE_LITERAL:
            while (i < limit && bytes[i] == op[1])
                i++;
            return i - at;
        case VV_SRE_NOT_LITERAL:
            while (i < limit && bytes[i] != op[1])
                i++;
            return i - at;
        case VV_SRE_IN:
            while (i < limit && in_simple_set(op + 2, bytes[i]))
                i++;
            return i - at;
        default: break;
        }
    }
    while (i < limit && matches_one(op, vv_span_at(text, i)))
        i++;
    return i - at;
}

/* Is the repeat of one character at `op` followed by a character that it does not take itself? Then it gives nothing back. */
static inline bool ends_before_literal(const uint32_t *op) {
    const uint32_t *tail = op + 1 + op[1];
    return tail[0] == VV_SRE_LITERAL && !matches_one(op + 4, tail[1]);
}

static bool is_at(const vv_span *text, uint32_t at, uint32_t end, uint32_t where) {
    switch (where) {
    case VV_SRE_AT_BEGINNING:
    case VV_SRE_AT_BEGINNING_STRING: return at == 0;
    case VV_SRE_AT_BEGINNING_LINE: return at == 0 || vv_span_at(text, at - 1) == '\n';
    case VV_SRE_AT_END: return at == end || (end - at == 1 && vv_span_at(text, at) == '\n');
    case VV_SRE_AT_END_LINE: return at == end || vv_span_at(text, at) == '\n';
    case VV_SRE_AT_END_STRING: return at == end;
    default: break;
    }
    if (end == 0)
        return false;
    bool unicode = where >= VV_SRE_AT_UNI_BOUNDARY;
    bool before = at > 0 && is_word(vv_span_at(text, at - 1), unicode);
    bool behind = at < end && is_word(vv_span_at(text, at), unicode);
    bool boundary = where == VV_SRE_AT_BOUNDARY || where == VV_SRE_AT_LOC_BOUNDARY || where == VV_SRE_AT_UNI_BOUNDARY;
    return (before != behind) == boundary;
}

/* ---- the stack ---- */

VV_NOINLINE static int grow(vv_thread *t, void **array, uint32_t *capacity, size_t item) {
    if (*capacity > UINT32_MAX / 2 / item) {
        vv_raise_memory(t);
        return -1;
    }
    uint32_t more = *capacity == 0 ? 32 : *capacity * 2;
    void *grown = vv_realloc(t, *array, more * item);
    if (grown == NULL)
        return -1;
    *array = grown;
    *capacity = more;
    return 0;
}

static inline int push(vv_thread *t, vv_sre_scanner *s, vv_sre_entry entry) {
    if (VV_UNLIKELY(s->depth == s->stack_capacity) &&
        grow(t, (void **)&s->stack, &s->stack_capacity, sizeof(vv_sre_entry)) < 0)
        return -1;
    s->stack[s->depth++] = entry;
    return 0;
}

static void undo(vv_sre_scanner *s, const vv_sre_entry *e) {
    switch (e->kind) {
    case UNDO_MARK:
        s->mark[e->pc] = e->at;
        s->lastindex = (int32_t)e->a;
        break;
    case UNDO_REPEAT:
        s->repeat = e->a;
        break;
    case UNDO_COUNT:
        s->repeats[e->pc].count = e->at;
        s->repeats[e->pc].last = e->a;
        break;
    default: /* UNDO_NEW */
        s->repeat_count--;
        s->repeat = e->a;
        break;
    }
}

/* Drops the barrier and the choices above it; what they changed stays, and stays undoable. */
static void cut(vv_sre_scanner *s, uint32_t barrier) {
    uint32_t to = barrier;
    for (uint32_t k = barrier + 1; k < s->depth; k++)
        if (s->stack[k].kind <= UNDO__LAST)
            s->stack[to++] = s->stack[k];
    s->depth = to;
}

/* Takes everything back to below the barrier. */
static void unwind(vv_sre_scanner *s, uint32_t barrier) {
    while (s->depth > barrier) {
        const vv_sre_entry *e = &s->stack[--s->depth];
        if (e->kind <= UNDO__LAST)
            undo(s, e);
    }
}

static int leave_repeat(vv_thread *t, vv_sre_scanner *s) {
    if (push(t, s, (vv_sre_entry){.kind = UNDO_REPEAT, .a = s->repeat}) < 0)
        return -1;
    s->repeat = s->repeats[s->repeat].outer;
    return 0;
}

/* Begins one more turn of the innermost repeat. */
static int take_turn(vv_thread *t, vv_sre_scanner *s, bool note_place) {
    vv_sre_repeat *r = &s->repeats[s->repeat];
    if (push(t, s, (vv_sre_entry){.kind = UNDO_COUNT, .pc = s->repeat, .at = r->count, .a = r->last}) < 0)
        return -1;
    r->count++;
    if (note_place)
        r->last = s->at;
    s->pc = r->pc + 4;
    return 0;
}

static int broken(vv_thread *t) {
    return vv_raise_int(t, VV_RuntimeError, "invalid SRE code");
}

/* ---- the machine ---- */

enum { FAIL = 0, GO = 1 };

/* Does the code at op fail for certain where the text goes on with c, or (more false) is over? Most alternatives do: none of
 * those is tried. */
static bool rules_out(const uint32_t *op, bool more, uint32_t c) {
    for (;;) {
        switch (op[0]) {
        case VV_SRE_MARK:
        case VV_SRE_AT: op += 2; continue; /* whether the place is right or not */
        case VV_SRE_LITERAL_UNI_IGNORE: return !more || vv_sre_lower(c) != op[1];
        case VV_SRE_LITERAL: return !more || c != op[1];
        case VV_SRE_IN: return !more || !in_simple_set(op + 2, c);
        case VV_SRE_REPEAT_ONE:
        case VV_SRE_POSSESSIVE_REPEAT_ONE:
        case VV_SRE_MIN_REPEAT_ONE:
            if (op[2] > 0) {
                op += 4;
                continue;
            }
            if (more && matches_one(op + 4, c))
                return false;
            op += 1 + op[1]; /* nothing taken: what follows stands here */
            continue;
        case VV_SRE_ANY: return !more || c == '\n';
        case VV_SRE_CATEGORY: return !more || !in_category(op[1], c);
        default: return false;
        }
    }
}

/* At the length word of an alternative of a BRANCH: leaves a choice for the next one. */
static int alternative(vv_thread *t, vv_sre_scanner *s, const vv_span *text, const uint32_t *code) {
    bool more = s->at < s->end;
    uint32_t c = more ? vv_span_at(text, s->at) : 0;
    for (;;) {
        const uint32_t *skip = code + s->pc;
        if (skip[0] == 0)
            return FAIL;
        uint32_t next = s->pc + skip[0];
        if (rules_out(skip + 1, more, c)) {
            s->pc = next;
            continue;
        }
        s->pc++;
        if (code[next] == 0)
            return GO;
        return push(t, s, (vv_sre_entry){.kind = TRY_BRANCH, .pc = next, .at = s->at}) < 0 ? -1 : GO;
    }
}

/* Takes the newest choice. GO, FAIL (none is left), or -1. */
static int backtrack(vv_thread *t, vv_sre_scanner *s, const vv_span *text, const uint32_t *code) {
    while (s->depth > 0) {
        vv_sre_entry *e = &s->stack[--s->depth];
        if (e->kind <= UNDO__LAST) {
            undo(s, e);
            continue;
        }
        s->pc = e->pc;
        s->at = e->at;
        switch ((enum entry_kind)e->kind) {
        case TRY_BRANCH: {
            int r = alternative(t, s, text, code);
            if (r == FAIL)
                continue;
            return r;
        }
        case TRY_FEWER: {
            const uint32_t *tail = code + e->pc + 1 + code[e->pc + 1];
            uint32_t at = e->at, next = NOWHERE; /* the character that must follow */
            if (tail[0] == VV_SRE_LITERAL)
                next = tail[1];
            else if (tail[0] == VV_SRE_GROUPREF && s->mark[2 * tail[1]] < s->mark[2 * tail[1] + 1] && s->mark[2 * tail[1] + 1] != NOWHERE)
                next = vv_span_at(text, s->mark[2 * tail[1]]);
            do
                at--;
            while (next != NOWHERE && at > e->a && vv_span_at(text, at) != next);
            if (at > e->a) {
                e->at = at;
                s->depth++;
            }
            s->at = at;
            s->pc = (uint32_t)(tail - code);
            return GO;
        }
        case TRY_MORE: {
            uint32_t most = code[e->pc + 3];
            if ((most != VV_SRE_MAXREPEAT && e->a >= most) || e->at >= s->end ||
                !matches_one(code + e->pc + 4, vv_span_at(text, e->at)))
                continue;
            e->at++;
            e->a++;
            s->depth++;
            s->at = e->at;
            s->pc = e->pc + 1 + code[e->pc + 1];
            return GO;
        }
        case TRY_TAIL:
            s->pc++;
            return leave_repeat(t, s) < 0 ? -1 : GO;
        case TRY_BODY: {
            const vv_sre_repeat *r = &s->repeats[s->repeat];
            uint32_t most = code[r->pc + 3];
            if ((most != VV_SRE_MAXREPEAT && r->count >= most) || s->at == r->last)
                continue;
            return take_turn(t, s, true) < 0 ? -1 : GO;
        }
        case IN_ASSERT_NOT:
            s->barrier = e->a;
            s->pc = e->pc + 1 + code[e->pc + 1];
            return GO;
        case IN_POSSESSIVE:
            s->barrier = e->a;
            if (e->b < code[e->pc + 2])
                continue;
            s->pc = e->pc + 2 + code[e->pc + 1]; /* behind the SUCCESS that ends the body */
            return GO;
        default: /* IN_ASSERT, IN_ATOMIC */
            s->barrier = e->a;
            continue;
        }
    }
    return FAIL;
}

/* A body between a barrier and its SUCCESS has matched. GO, FAIL or -1. */
static int close_barrier(vv_thread *t, vv_sre_scanner *s, const uint32_t *code) {
    uint32_t index = s->barrier;
    vv_sre_entry e = s->stack[index];
    s->barrier = e.a;
    switch ((enum entry_kind)e.kind) {
    case IN_ASSERT_NOT:
        unwind(s, index);
        return FAIL;
    case IN_ASSERT:
        s->at = e.at;
        s->pc = e.pc + 1 + code[e.pc + 1];
        break;
    case IN_ATOMIC:
        s->pc = e.pc + 1 + code[e.pc + 1];
        break;
    default: { /* IN_POSSESSIVE: another turn unless this one was empty or the last one allowed */
        uint32_t turns = e.b + 1, most = code[e.pc + 3];
        cut(s, index);
        if ((most != VV_SRE_MAXREPEAT && turns >= most) || (s->at == e.at && turns >= code[e.pc + 2])) {
            s->pc = e.pc + 2 + code[e.pc + 1];
            return GO;
        }
        uint32_t here = s->depth;
        if (push(t, s, (vv_sre_entry){.kind = IN_POSSESSIVE, .pc = e.pc, .at = s->at, .a = s->barrier, .b = turns}) < 0)
            return -1;
        s->barrier = here;
        s->pc = e.pc + 4;
        return GO;
    }
    }
    cut(s, index);
    return GO;
}

static int open_barrier(vv_thread *t, vv_sre_scanner *s, enum entry_kind kind, uint32_t body) {
    uint32_t here = s->depth;
    if (push(t, s, (vv_sre_entry){.kind = kind, .pc = s->pc, .at = s->at, .a = s->barrier}) < 0)
        return -1;
    s->barrier = here;
    s->pc = body;
    return GO;
}

static int set_mark(vv_thread *t, vv_sre_scanner *s, uint32_t index) {
    if (push(t, s, (vv_sre_entry){.kind = UNDO_MARK, .pc = index, .at = s->mark[index], .a = (uint32_t)s->lastindex}) < 0)
        return -1;
    s->mark[index] = s->at;
    if (index & 1)
        s->lastindex = (int32_t)(index / 2 + 1);
    return GO;
}

/* The group's text again, in the way the instruction has it. */
static bool matches_group(vv_sre_scanner *s, const vv_span *text, uint32_t op, uint32_t group) {
    uint32_t from = s->mark[2 * group], to = s->mark[2 * group + 1];
    if (from == NOWHERE || to == NOWHERE || to < from || to - from > s->end - s->at)
        return false;
    for (uint32_t k = 0; k < to - from; k++) {
        uint32_t a = vv_span_at(text, from + k), b = vv_span_at(text, s->at + k);
        bool same = op == VV_SRE_GROUPREF              ? a == b
                    : op == VV_SRE_GROUPREF_UNI_IGNORE ? vv_sre_lower(a) == vv_sre_lower(b)
                                                       : vv_sre_lower_ascii(a) == vv_sre_lower_ascii(b);
        if (!same)
            return false;
    }
    s->at += to - from;
    return true;
}

/* One instruction: GO, FAIL, -1, or VV_SRE_FOUND. */
enum { VV_SRE_FOUND = 3 };
static int step(vv_thread *t, vv_sre_scanner *s, const vv_span *text, const uint32_t *code, int64_t *steps) {
    const uint32_t *op = code + s->pc;
    switch ((enum vv_sre_op)op[0]) {
    case VV_SRE_FAILURE:
        return FAIL;
    case VV_SRE_SUCCESS:
        if (s->barrier != NOWHERE)
            return close_barrier(t, s, code);
        if ((s->mode == VV_SRE_FULLMATCH && s->at != s->end) || (s->must_advance && s->at == s->start))
            return FAIL;
        return VV_SRE_FOUND;
    case VV_SRE_ANY:
    case VV_SRE_ANY_ALL:
        s->pc++;
        break;
    case VV_SRE_CATEGORY:
    case VV_SRE_LITERAL:
    case VV_SRE_NOT_LITERAL:
    case VV_SRE_LITERAL_IGNORE:
    case VV_SRE_NOT_LITERAL_IGNORE:
    case VV_SRE_LITERAL_LOC_IGNORE:
    case VV_SRE_NOT_LITERAL_LOC_IGNORE:
    case VV_SRE_LITERAL_UNI_IGNORE:
    case VV_SRE_NOT_LITERAL_UNI_IGNORE:
        s->pc += 2;
        break;
    case VV_SRE_IN:
    case VV_SRE_IN_IGNORE:
    case VV_SRE_IN_LOC_IGNORE:
    case VV_SRE_IN_UNI_IGNORE:
        s->pc += 1 + op[1];
        break;
    case VV_SRE_AT:
        s->pc += 2;
        return is_at(text, s->at, s->end, op[1]);
    case VV_SRE_MARK:
        s->pc += 2;
        return set_mark(t, s, op[1]);
    case VV_SRE_JUMP:
    case VV_SRE_INFO:
        s->pc += 1 + op[1];
        return GO;
    case VV_SRE_BRANCH:
        s->pc++;
        return alternative(t, s, text, code);
    case VV_SRE_ASSERT:
    case VV_SRE_ASSERT_NOT: {
        bool negative = op[0] == VV_SRE_ASSERT_NOT;
        if (s->at < op[2]) { /* looks behind the beginning */
            s->pc += 1 + op[1];
            return negative ? GO : FAIL;
        }
        int r = open_barrier(t, s, negative ? IN_ASSERT_NOT : IN_ASSERT, s->pc + 3);
        s->at -= op[2];
        return r;
    }
    case VV_SRE_ATOMIC_GROUP:
        return open_barrier(t, s, IN_ATOMIC, s->pc + 2);
    case VV_SRE_POSSESSIVE_REPEAT:
        if (op[3] == 0) {
            s->pc += 2 + op[1];
            return GO;
        }
        return open_barrier(t, s, IN_POSSESSIVE, s->pc + 4);
    case VV_SRE_GROUPREF:
    case VV_SRE_GROUPREF_IGNORE:
    case VV_SRE_GROUPREF_LOC_IGNORE:
    case VV_SRE_GROUPREF_UNI_IGNORE:
        s->pc += 2;
        return matches_group(s, text, op[0], op[1]);
    case VV_SRE_GROUPREF_EXISTS: {
        uint32_t from = s->mark[2 * op[1]], to = s->mark[2 * op[1] + 1];
        bool set = from != NOWHERE && to != NOWHERE && from <= to;
        s->pc += set ? 3 : 1 + op[2];
        return GO;
    }
    case VV_SRE_REPEAT_ONE:
    case VV_SRE_POSSESSIVE_REPEAT_ONE:
    case VV_SRE_MIN_REPEAT_ONE: {
        bool lazy = op[0] == VV_SRE_MIN_REPEAT_ONE;
        uint32_t most = lazy ? op[2] : op[3];
        uint32_t limit = s->end - s->at < most ? s->end : s->at + most;
        uint32_t n = count_matching(op + 4, text, s->at, limit);
        *steps -= n / 8;
        if (n < op[2])
            return FAIL;
        uint32_t least = s->at + op[2];
        uint32_t here = s->pc;
        s->at += n;
        s->pc += 1 + op[1];
        if (lazy)
            return push(t, s, (vv_sre_entry){.kind = TRY_MORE, .pc = here, .at = s->at, .a = n}) < 0 ? -1 : GO;
        if (op[0] == VV_SRE_REPEAT_ONE && s->at > least && ends_before_literal(op))
            return s->at < s->end && vv_span_at(text, s->at) == op[2 + op[1]] ? GO : FAIL;
        if (op[0] == VV_SRE_REPEAT_ONE && s->at > least)
            return push(t, s, (vv_sre_entry){.kind = TRY_FEWER, .pc = here, .at = s->at, .a = least}) < 0 ? -1 : GO;
        return GO;
    }
    case VV_SRE_REPEAT: {
        if (s->repeat_count == s->repeat_capacity &&
            grow(t, (void **)&s->repeats, &s->repeat_capacity, sizeof(vv_sre_repeat)) < 0)
            return -1;
        if (push(t, s, (vv_sre_entry){.kind = UNDO_NEW, .a = s->repeat}) < 0)
            return -1;
        s->repeats[s->repeat_count] = (vv_sre_repeat){.pc = s->pc, .last = NOWHERE, .outer = s->repeat};
        s->repeat = s->repeat_count++;
        s->pc += 1 + op[1];
        return GO;
    }
    case VV_SRE_MAX_UNTIL:
    case VV_SRE_MIN_UNTIL: {
        if (s->repeat == NOWHERE)
            return broken(t);
        const vv_sre_repeat *r = &s->repeats[s->repeat];
        const uint32_t *begin = code + r->pc;
        if (r->count < begin[2])
            return take_turn(t, s, false) < 0 ? -1 : GO;
        if (op[0] == VV_SRE_MIN_UNTIL) {
            if (push(t, s, (vv_sre_entry){.kind = TRY_BODY, .pc = s->pc, .at = s->at}) < 0)
                return -1;
        } else if ((r->count < begin[3] || begin[3] == VV_SRE_MAXREPEAT) && s->at != r->last) {
            if (push(t, s, (vv_sre_entry){.kind = TRY_TAIL, .pc = s->pc, .at = s->at}) < 0)
                return -1;
            return take_turn(t, s, true) < 0 ? -1 : GO;
        }
        s->pc++;
        return leave_repeat(t, s) < 0 ? -1 : GO;
    }
    default:
        return broken(t);
    }
    /* the instructions for one character end up here */
    if (s->at >= s->end || !matches_one(op, vv_span_at(text, s->at)))
        return FAIL;
    s->at++;
    return GO;
}

/* Runs the attempt at s->start. 1, 0, -1 or VV_SRE_MORE. The frequent instructions are done here, with the two registers at
 * hand; step() knows them all. */
static int attempt(vv_thread *t, vv_sre_scanner *s, const vv_span *text, const uint32_t *code, int64_t *steps) {
    uint32_t pc = s->pc, at = s->at, end = s->end;
    int64_t left = *steps;
    int r;
    while (left > 0) {
        left--;
        const uint32_t *op = code + pc;
        switch (op[0]) {
        case VV_SRE_LITERAL:
            if (at < end && vv_span_at(text, at) == op[1]) {
                at++;
                pc += 2;
                continue;
            }
            r = FAIL;
            break;
        case VV_SRE_IN:
            if (at < end && in_simple_set(op + 2, vv_span_at(text, at))) {
                at++;
                pc += 1 + op[1];
                continue;
            }
            r = FAIL;
            break;
        case VV_SRE_LITERAL_UNI_IGNORE:
            if (at < end && vv_sre_lower(vv_span_at(text, at)) == op[1]) {
                at++;
                pc += 2;
                continue;
            }
            r = FAIL;
            break;
        case VV_SRE_AT:
            if (is_at(text, at, end, op[1])) {
                pc += 2;
                continue;
            }
            r = FAIL;
            break;
        case VV_SRE_JUMP:
        case VV_SRE_INFO:
            pc += 1 + op[1];
            continue;
        default:
            s->pc = pc;
            s->at = at;
            r = step(t, s, text, code, &left);
            if (r == GO) {
                pc = s->pc;
                at = s->at;
                continue;
            }
        }
        if (r == FAIL && (r = backtrack(t, s, text, code)) == GO) {
            pc = s->pc;
            at = s->at;
            continue;
        }
        *steps = left;
        return r == VV_SRE_FOUND ? 1 : r;
    }
    s->pc = pc;
    s->at = at;
    *steps = left;
    return VV_SRE_MORE;
}

/* ---- searching ---- */

/* The first place in [from, last] where a match may begin, by what INFO or the first instruction tells of its first character;
 * > last: none. */
static uint32_t candidate(const uint32_t *code, const vv_span *text, uint32_t from, uint32_t last, uint32_t end) {
    enum { PREFIX = 1, CHARSET = 4 };
    uint32_t known = code[0] == VV_SRE_INFO ? code[2] : 0;
    uint32_t at = from;
    if (known & PREFIX) {
        uint32_t first = code[7];
        if (text->kind == 1) {
            const uint8_t *bytes = text->data;
            const uint8_t *found = first > 255 ? NULL : memchr(bytes + at, (int)first, last + 1 - at);
            return found == NULL ? last + 1 : (uint32_t)(found - bytes);
        }
        while (at <= last && vv_span_at(text, at) != first)
            at++;
    } else if (known & CHARSET) {
        while (at <= last && !in_simple_set(code + 5, vv_span_at(text, at)))
            at++;
    } else if (code[0] == VV_SRE_INFO) { /* it tells nothing; the first instruction may */
        const uint32_t *op = code + 1 + code[1];
        if (op[0] == VV_SRE_AT && (op[1] == VV_SRE_AT_BEGINNING || op[1] == VV_SRE_AT_BEGINNING_STRING))
            return at == 0 ? 0 : last + 1;
        uint32_t where = VV_SRE_AT__COUNT;
        for (; op[0] == VV_SRE_MARK || op[0] == VV_SRE_AT; op += 2)
            where = op[0] == VV_SRE_AT ? op[1] : where;
        bool runs = (op[0] == VV_SRE_REPEAT_ONE || op[0] == VV_SRE_POSSESSIVE_REPEAT_ONE) && op[2] <= 1 &&
                    op[3] == VV_SRE_MAXREPEAT && ends_before_literal(op);
        for (; at <= last; at++) {
            if (rules_out(op, true, vv_span_at(text, at)))
                continue;
            if (where != VV_SRE_AT__COUNT && !is_at(text, at, end, where))
                continue;
            if (!runs)
                break;
            /* a repeat from anywhere in this run ends where the run ends */
            uint32_t n = count_matching(op + 4, text, at, end);
            if (at + n < end && vv_span_at(text, at + n) == op[2 + op[1]])
                break;
            at += n == 0 ? 0 : n - 1;
        }
    }
    return at;
}

void vv_sre_begin(vv_sre_scanner *s, enum vv_sre_mode mode) {
    s->mode = (uint8_t)mode;
    s->matching = false;
    s->depth = s->repeat_count = 0;
    s->lastindex = -1;
    for (uint32_t k = 0; k < 2 * VV_SRE_PATTERN(s->pattern)->groups; k++)
        s->mark[k] = NOWHERE;
}

int vv_sre_continue(vv_thread *t, vv_sre_scanner *s, int64_t *steps) {
    const uint32_t *code = VV_SRE_PATTERN(s->pattern)->code;
    vv_span text = vv_span_of(s->text);
    uint32_t least = code[0] == VV_SRE_INFO ? code[3] : 0;
    for (;;) {
        if (!s->matching) {
            if (s->start > s->end || s->end - s->start < least)
                return 0;
            if (s->mode == VV_SRE_SEARCH) {
                uint32_t last = s->end - least, begin = s->start;
                /* `last` holds a character only when the match has one */
                s->start = least == 0 ? begin : candidate(code, &text, begin, last, s->end);
                *steps -= (s->start - begin) / 8;
                if (s->start > last)
                    return 0;
                s->must_advance = s->must_advance && s->start == begin;
            }
            s->at = s->start;
            s->pc = 0;
            s->barrier = s->repeat = NOWHERE;
            s->matching = true;
        }
        int r = attempt(t, s, &text, code, steps);
        if (r == VV_SRE_MORE)
            return r;
        s->matching = false;
        if (r != 0 || s->mode != VV_SRE_SEARCH)
            return r;
        s->must_advance = false;
        s->start++;
    }
}
