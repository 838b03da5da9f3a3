/* sre_verify.c - is the code of a pattern sound? It comes from Python code and may be anything, so it is looked through
 * before it runs: afterwards the machine (sre_match.c) needs no bounds checks.
 *
 * Bodies stand inside the instructions that use them, so one pass from the front sees every instruction; a second one
 * checks that all jumps lead forward to the beginning of one.
 */
#include "modules/sre.h"
#include "object/alloc.h"

enum place { INSIDE = 0, INSTRUCTION, ALTERNATIVE, TURN }; /* what begins at a word; TURN: an UNTIL that ends a REPEAT */

static const uint8_t words_of[] = {
#define VV_SRE_OP(name, words) words,
#include "modules/sre_ops.def"
#undef VV_SRE_OP
};

/* The end of a set's items that begin at i, behind their FAILURE; 0: unsound. */
static uint32_t set_end(const uint32_t *code, uint32_t i, uint32_t n) {
    while (i < n) {
        uint64_t words;
        switch (code[i]) {
        case VV_SRE_FAILURE: return i + 1;
        case VV_SRE_NEGATE: words = 1; break;
        case VV_SRE_LITERAL: words = 2; break;
        case VV_SRE_RANGE:
        case VV_SRE_RANGE_UNI_IGNORE: words = 3; break;
        case VV_SRE_CHARSET: words = 9; break;
        case VV_SRE_CATEGORY:
            if (i + 1 >= n || code[i + 1] >= VV_SRE_CATEGORY__COUNT)
                return 0;
            words = 2;
            break;
        case VV_SRE_BIGCHARSET:
            if (i + 66 > n)
                return 0;
            for (int k = 0; k < 256; k++)
                if (((const uint8_t *)(code + i + 2))[k] >= code[i + 1])
                    return 0;
            words = 66 + (uint64_t)8 * code[i + 1];
            break;
        default: return 0;
        }
        if (words >= n - i)
            return 0;
        i += (uint32_t)words;
    }
    return 0;
}

static bool is_for_one(uint32_t op) {
    switch (op) {
    case VV_SRE_ANY:
    case VV_SRE_ANY_ALL:
    case VV_SRE_CATEGORY:
    case VV_SRE_LITERAL:
    case VV_SRE_NOT_LITERAL:
    case VV_SRE_IN:
    case VV_SRE_IN_IGNORE:
    case VV_SRE_LITERAL_IGNORE:
    case VV_SRE_NOT_LITERAL_IGNORE:
    case VV_SRE_IN_LOC_IGNORE:
    case VV_SRE_LITERAL_LOC_IGNORE:
    case VV_SRE_NOT_LITERAL_LOC_IGNORE:
    case VV_SRE_IN_UNI_IGNORE:
    case VV_SRE_LITERAL_UNI_IGNORE:
    case VV_SRE_NOT_LITERAL_UNI_IGNORE: return true;
    default: return false;
    }
}

/* The length of the instruction at i, 0 if it is unsound. */
static uint32_t length_at(const uint32_t *code, uint32_t i, uint32_t n) {
    uint32_t op = code[i];
    if (op >= VV_SRE__OPS)
        return 0;
    if (words_of[op] != 0)
        return words_of[op] < n - i ? words_of[op] : words_of[op] == 1 && n - i == 1 ? 1 : 0;
    if (i + 2 >= n || code[i + 1] == 0 || code[i + 1] >= n - i - 1)
        return 0;
    uint32_t end = i + 1 + code[i + 1];
    switch (op) {
    case VV_SRE_IN:
    case VV_SRE_IN_IGNORE:
    case VV_SRE_IN_LOC_IGNORE:
    case VV_SRE_IN_UNI_IGNORE:
        return set_end(code, i + 2, end) == end ? end - i : 0;
    case VV_SRE_INFO:
        if (code[i + 1] < 4)
            return 0;
        if (code[i + 2] & 1 && (code[i + 1] < 6 || code[i + 5] == 0 || (uint64_t)6 + (uint64_t)2 * code[i + 5] > code[i + 1]))
            return 0;
        if (!(code[i + 2] & 1) && code[i + 2] & 4 && set_end(code, i + 5, end) != end)
            return 0;
        return end - i;
    default:
        return 0;
    }
}

/* Marks where the alternatives of the BRANCH at i begin. */
static bool mark_alternatives(const uint32_t *code, uint8_t *place, uint32_t i, uint32_t n) {
    for (uint32_t at = i + 1;;) {
        if (at >= n || place[at] != INSIDE)
            return false;
        place[at] = ALTERNATIVE;
        if (code[at] == 0)
            return at > i + 1;
        if (code[at] < 3 || code[at] >= n - at)
            return false;
        at += code[at];
    }
}

/* Operands of the instruction at i: numbers in range, jumps to instructions. */
static bool operands_sound(const uint32_t *code, uint8_t *place, uint32_t i, uint32_t n, uint32_t groups) {
    uint32_t op = code[i];
    uint64_t jump = 0;
    switch (op) {
    case VV_SRE_MAX_UNTIL:
    case VV_SRE_MIN_UNTIL: return place[i] == TURN;
    case VV_SRE_AT: return code[i + 1] < VV_SRE_AT__COUNT;
    case VV_SRE_CATEGORY: return code[i + 1] < VV_SRE_CATEGORY__COUNT;
    case VV_SRE_MARK: return code[i + 1] / 2 < groups;
    case VV_SRE_GROUPREF:
    case VV_SRE_GROUPREF_IGNORE:
    case VV_SRE_GROUPREF_LOC_IGNORE:
    case VV_SRE_GROUPREF_UNI_IGNORE: return code[i + 1] < groups;
    case VV_SRE_GROUPREF_EXISTS:
        if (code[i + 1] >= groups)
            return false;
        jump = (uint64_t)i + 1 + code[i + 2];
        break;
    case VV_SRE_JUMP:
    case VV_SRE_ASSERT:
    case VV_SRE_ASSERT_NOT:
    case VV_SRE_ATOMIC_GROUP:
    case VV_SRE_INFO:
    case VV_SRE_REPEAT:
    case VV_SRE_POSSESSIVE_REPEAT:
    case VV_SRE_REPEAT_ONE:
    case VV_SRE_MIN_REPEAT_ONE:
    case VV_SRE_POSSESSIVE_REPEAT_ONE: jump = (uint64_t)i + 1 + code[i + 1]; break;
    default: return true;
    }
    if (jump <= i || jump >= n || place[jump] == INSIDE || (place[jump] == ALTERNATIVE && code[jump] != 0))
        return false;
    switch (op) {
    case VV_SRE_REPEAT:
        place[jump] = TURN;
        return code[jump] == VV_SRE_MAX_UNTIL || code[jump] == VV_SRE_MIN_UNTIL;
    case VV_SRE_POSSESSIVE_REPEAT: return code[jump] == VV_SRE_SUCCESS && jump + 1 < n;
    case VV_SRE_REPEAT_ONE:
    case VV_SRE_MIN_REPEAT_ONE:
    case VV_SRE_POSSESSIVE_REPEAT_ONE: return is_for_one(code[i + 4]);
    default: return true;
    }
}

int vv_sre_is_sound(vv_thread *t, const uint32_t *code, uint32_t n, uint32_t groups) {
    if (n == 0 || code[n - 1] != VV_SRE_SUCCESS)
        return 0;
    uint8_t *place = vv_alloc(t, n);
    if (place == NULL)
        return -1;
    for (uint32_t k = 0; k < n; k++)
        place[k] = INSIDE;
    bool sound = true;
    uint32_t previous = VV_SRE_SUCCESS;
    for (uint32_t i = 0; sound && i < n;) {
        uint32_t words = 1;
        if (place[i] == ALTERNATIVE) { /* only a BRANCH leads here, nothing runs into it */
            sound = previous == VV_SRE_BRANCH || previous == VV_SRE_JUMP;
        } else {
            words = length_at(code, i, n);
            place[i] = INSTRUCTION;
            previous = code[i];
            sound = words != 0 && (code[i] != VV_SRE_BRANCH || mark_alternatives(code, place, i, n));
            for (uint32_t k = 1; sound && k < words; k++)
                sound = place[i + k] == INSIDE; /* no alternative begins within an instruction */
        }
        i += words;
    }
    sound = sound && place[n - 1] == INSTRUCTION;
    for (uint32_t i = 0; sound && i < n; i++)
        if (place[i] == INSTRUCTION || place[i] == TURN)
            sound = operands_sound(code, place, i, n, groups);
    vv_free(t, place);
    return sound;
}
