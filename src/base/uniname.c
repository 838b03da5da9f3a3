/* uniname.c - names of code points and the way back.
 *
 * Owns the name tables, whose form gen/gen_unicode_names.py describes. A name is found by its ordinal: names in the
 * order of their code points, then aliases. To find the ordinal of a text its words are looked up, and the blocks of
 * names that can begin with the first one are searched. Hangul syllables and unified ideographs are computed and not in the tables.
 */
#include "base/uniname.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include "base/datafile.h"
#include "unicode_names.h"

const vv_datafile vv_uniname_file = {"unicode_names", UNINAME_SIZE, UNINAME_CHECK};

_Static_assert(NAME_LONGEST < (int)VV_UNINAME_MAX, "every name and its final zero fit");

/* ---- Hangul syllables: a leading consonant, a vowel, perhaps a trailing consonant ---- */

enum { HANGUL_FIRST = 0xAC00, LEADS = 19, VOWELS = 21, TRAILS = 28, HANGUL_COUNT = LEADS * VOWELS * TRAILS };
static const char hangul_prefix[] = "HANGUL SYLLABLE ";
static const char leads[LEADS][3] = {"G",  "GG", "N", "D",  "DD", "R", "M", "B", "BB", "S",
                                     "SS", "",   "J", "JJ", "C",  "K", "T", "P", "H"};
static const char vowels[VOWELS][4] = {"A",  "AE", "YA", "YAE", "EO", "E",  "YEO", "YE", "O",  "WA", "WAE",
                                       "OE", "YO", "U",  "WEO", "WE", "WI", "YU",  "EU", "YI", "I"};
static const char trails[TRAILS][3] = {"",   "G",  "GG", "GS", "N", "NJ", "NH", "D",  "L", "LG", "LM", "LB", "LS", "LT",
                                       "LP", "LH", "M",  "B",  "BS", "S", "SS", "NG", "J", "C",  "K",  "T",  "P",  "H"};

/* The longest of the `count` parts, `width` bytes each, that `*text` begins with, and steps over it; -1: none. */
static int take_part(const char *parts, int count, size_t width, const char **text, const char *end) {
    int best = -1;
    size_t best_size = 0;
    for (int i = 0; i < count; i++) {
        const char *part = parts + (size_t)i * width;
        size_t size = strlen(part);
        if (size <= (size_t)(end - *text) && (best < 0 || size > best_size) && memcmp(part, *text, size) == 0) {
            best = i;
            best_size = size;
        }
    }
    *text += best_size;
    return best;
}

static int32_t find_hangul(const char *text, const char *end) {
    int lead = take_part(leads[0], LEADS, sizeof leads[0], &text, end);
    int vowel = take_part(vowels[0], VOWELS, sizeof vowels[0], &text, end);
    int trail = take_part(trails[0], TRAILS, sizeof trails[0], &text, end);
    if (lead < 0 || vowel < 0 || trail < 0 || text != end)
        return -1;
    return HANGUL_FIRST + (lead * VOWELS + vowel) * TRAILS + trail;
}

/* ---- unified ideographs ---- */

static const char ideograph_prefix[] = "CJK UNIFIED IDEOGRAPH-";

static bool is_ideograph(const vv_uniname *u, uint32_t c) {
    for (size_t i = 0; i < VV_ARRAY_LEN(u->ideograph_ranges); i += 2)
        if (c >= u->ideograph_ranges[i] && c <= u->ideograph_ranges[i + 1])
            return true;
    return false;
}

static int32_t find_ideograph(const vv_uniname *u, const char *digits, size_t n) {
    if (n != 4 && n != 5)
        return -1;
    uint32_t c = 0;
    for (size_t i = 0; i < n; i++) {
        int v = digits[i] >= '0' && digits[i] <= '9' ? digits[i] - '0'
                : digits[i] >= 'A' && digits[i] <= 'F' ? digits[i] - 'A' + 10
                                                       : -1;
        if (v < 0)
            return -1;
        c = c << 4 | (uint32_t)v;
    }
    return is_ideograph(u, c) ? (int32_t)c : -1;
}

/* ---- the tables ---- */

/* The last i < n with values[i] <= wanted, -1 if the first is larger already. */
#define LAST_NOT_ABOVE(values, n, wanted)                                                                              \
    ({                                                                                                                 \
        int low_ = 0, high_ = (int)(n);                                                                                \
        while (low_ < high_) {                                                                                         \
            int middle_ = (low_ + high_) / 2;                                                                          \
            if ((values)[middle_] <= (wanted))                                                                         \
                low_ = middle_ + 1;                                                                                    \
            else                                                                                                       \
                high_ = middle_;                                                                                       \
        }                                                                                                              \
        low_ - 1;                                                                                                      \
    })

static uint32_t point_of(const vv_uniname *u, uint32_t ordinal) {
    if (ordinal >= NAMES)
        return u->alias_points[ordinal - NAMES];
    int run = LAST_NOT_ABOVE(u->run_ordinals, VV_ARRAY_LEN(u->run_ordinals), ordinal);
    return u->run_points[run] + (ordinal - u->run_ordinals[run]);
}

/* The ordinal of the name of c, -1 if the tables have none. */
static int ordinal_of(const vv_uniname *u, uint32_t c) {
    int run = LAST_NOT_ABOVE(u->run_points, VV_ARRAY_LEN(u->run_points), c);
    if (run < 0)
        return -1;
    bool last = run + 1 == (int)VV_ARRAY_LEN(u->run_points);
    uint32_t ordinal = u->run_ordinals[run] + (c - u->run_points[run]);
    return ordinal < (last ? (uint32_t)NAMES : u->run_ordinals[run + 1]) ? (int)ordinal : -1;
}

static char *spell_word(const vv_uniname *u, unsigned word, char *to) {
    const uint8_t *p = &u->word_data[u->word_starts[word / WORDS_BLOCK]];
    char *at = to;
    for (unsigned left = word % WORDS_BLOCK + 1; left > 0; left--) {
        at = to + *p++;
        while (*p >= 0x20)
            *at++ = (char)*p++;
    }
    return at;
}

/* The number of a word among those from `low` to before `high`, which are in alphabetical order; -1: none. */
static int word_among(const vv_uniname *u, unsigned low, unsigned high, const char *text, size_t n) {
    while (low < high) {
        unsigned middle = (low + high) / 2;
        char word[VV_UNINAME_MAX];
        size_t size = (size_t)(spell_word(u, middle, word) - word);
        int order = memcmp(text, word, n < size ? n : size);
        if (order == 0 && n == size)
            return (int)middle;
        if (order < 0 || (order == 0 && n < size))
            high = middle;
        else
            low = middle + 1;
    }
    return -1;
}

/* Reads the words of a name that follow the `head` which is not 0, behind those kept; how many there are then. */
static unsigned read_words(uint8_t head, const uint8_t **from, uint16_t words[NAME_WORDS]) {
    const uint8_t *p = *from;
    unsigned n = head >> 4;
    for (unsigned end = n + (head & 15); n < end; n++) {
        unsigned word = *p++;
        if (word >= WORDS_SHORT)
            word = WORDS_SHORT + ((word - WORDS_SHORT) << 8 | *p++);
        words[n] = (uint16_t)word;
    }
    *from = p;
    return n;
}

/* The name with this ordinal into `out`, zero-terminated; its length. */
static int spell(const vv_uniname *u, uint32_t ordinal, char out[VV_UNINAME_MAX]) {
    uint16_t words[NAME_WORDS];
    unsigned n = 0, added = 0;
    const uint8_t *p = &u->name_data[u->name_starts[ordinal / NAMES_BLOCK]];
    for (uint32_t left = ordinal % NAMES_BLOCK + 1; left > 0; left--) {
        uint8_t head = *p++;
        if (head == 0) {
            added++;
            continue;
        }
        added = 0;
        n = read_words(head, &p, words);
    }
    char *to = out;
    for (unsigned i = 0; i < n; i++) {
        if (i > 0)
            *to++ = ' ';
        to = spell_word(u, words[i], to);
    }
    if (to[-1] == '#') {
        to += sprintf(to - 1, "%04X", (unsigned)point_of(u, ordinal)) - 1;
    } else {
        /* The generator made sure that the sum has no more digits than the number. */
        for (char *digit = to; added > 0; added /= 10) {
            digit--;
            added += (unsigned)(*digit - '0');
            *digit = (char)('0' + added % 10);
        }
    }
    *to = 0;
    return (int)(to - out);
}

/* The ordinal of the name `wanted`, of which all words but the last are in `words`; -1: none in this block. A last word can
 * be made from another one, so names that agree in all others are spelled out. */
static int find_in_block(const vv_uniname *u, unsigned block, const char *wanted, const uint16_t *words, unsigned count) {
    uint16_t have[NAME_WORDS];
    unsigned n = 0;
    const uint8_t *p = &u->name_data[u->name_starts[block]];
    unsigned ordinal = block * NAMES_BLOCK;
    unsigned end = ordinal + NAMES_BLOCK < NAMES_AND_ALIASES ? ordinal + NAMES_BLOCK : NAMES_AND_ALIASES;
    for (; ordinal < end; ordinal++) {
        uint8_t head = *p++;
        if (head != 0)
            n = read_words(head, &p, have);
        char found[VV_UNINAME_MAX];
        if (n == count && memcmp(have, words, (count - 1) * sizeof *words) == 0) {
            spell(u, ordinal, found);
            if (strcmp(found, wanted) == 0)
                return (int)ordinal;
        }
    }
    return -1;
}

/* ---- the interface ---- */

int32_t vv_uniname_find(const vv_uniname *u, const char *name, size_t n) {
    size_t hangul = sizeof hangul_prefix - 1, ideograph = sizeof ideograph_prefix - 1;
    if (n >= hangul && memcmp(name, hangul_prefix, hangul) == 0)
        return find_hangul(name + hangul, name + n);
    if (n >= ideograph && memcmp(name, ideograph_prefix, ideograph) == 0)
        return find_ideograph(u, name + ideograph, n - ideograph);
    char wanted[VV_UNINAME_MAX];
    if (n == 0 || n >= sizeof wanted)
        return -1;
    for (size_t i = 0; i < n; i++) {
        if (name[i] == 0)
            return -1;
        wanted[i] = name[i] >= 'a' && name[i] <= 'z' ? (char)(name[i] - 32) : name[i];
    }
    wanted[n] = 0;
    uint16_t words[NAME_WORDS];
    unsigned count = 0;
    const char *from = wanted, *space;
    for (; (space = strchr(from, ' ')) != NULL; from = space + 1) {
        size_t size = (size_t)(space - from);
        int word = word_among(u, 0, WORDS_SHORT, from, size);
        if (word < 0)
            word = word_among(u, WORDS_SHORT, WORDS, from, size);
        if (word < 0 || count + 1 >= NAME_WORDS)
            return -1;
        words[count++] = (uint16_t)word;
    }
    uint32_t bit = (uint32_t)1 << (count == 0 ? FIRST_BITS : words[0] % FIRST_BITS);
    for (unsigned block = 0; block < VV_ARRAY_LEN(u->first_masks); block++) {
        int ordinal = (u->first_masks[block] & bit) == 0 ? -1 : find_in_block(u, block, wanted, words, count + 1);
        if (ordinal >= 0)
            return (int32_t)point_of(u, (uint32_t)ordinal);
    }
    return -1;
}

int vv_uniname_of(const vv_uniname *u, uint32_t c, char *out, size_t cap) {
    char name[VV_UNINAME_MAX];
    int n, ordinal;
    if (c - HANGUL_FIRST < HANGUL_COUNT) {
        uint32_t i = c - HANGUL_FIRST;
        n = snprintf(name, sizeof name, "%s%s%s%s", hangul_prefix, leads[i / TRAILS / VOWELS],
                     vowels[i / TRAILS % VOWELS], trails[i % TRAILS]);
    } else if (is_ideograph(u, c)) {
        n = snprintf(name, sizeof name, "%s%X", ideograph_prefix, (unsigned)c);
    } else if ((ordinal = ordinal_of(u, c)) >= 0) {
        n = spell(u, (uint32_t)ordinal, name);
    } else {
        return 0;
    }
    if ((size_t)n >= cap)
        return 0;
    memcpy(out, name, (size_t)n + 1);
    return n;
}
