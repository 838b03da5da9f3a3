/* list_sort_plain.c - sorting keys that compare as machine words do, where nobody can count the comparisons: each key
 * becomes a word that orders as it does, and pairs of word and item go through a merge sort. A stable order is unique, so
 * the result is that of list_sort.c.
 *
 * Of a str the word is the first eight characters, of a tuple its first item's; equal words ask the keys themselves.
 */
#include <string.h>

#include "types/float.h"
#include "types/int.h"
#include "types/list_sort.h"
#include "types/str.h"
#include "types/tuple.h"

enum { MOST_COLUMNS = 8, FEW = 24, CHUNK = 8 };
enum column { OTHER, WORD, REAL, TEXT };

typedef struct entry {
    int64_t word;
    vv_obj *key, *value;
} entry;

typedef struct plain {
    enum column tie;                  /* how equal words are told apart; WORD and REAL: they are equal */
    bool tuples;
    uint8_t columns[MOST_COLUMNS];    /* enum column of each place of the tuples */
} plain;

/* ---- words ---- */

static enum column column_of(vv_thread *t, vv_ref o) {
    if (VV_IS(t, o, INT))
        return WORD;
    if (VV_IS(t, o, STR))
        return TEXT;
    return VV_IS(t, o, FLOAT) && VV_FLOAT(o)->value == VV_FLOAT(o)->value ? REAL : OTHER;
}

/* False: an int too large. */
static bool word_of(vv_ref o, enum column column, int64_t *ret) {
    if (column == WORD) {
        *ret = vv_int_is_compact(o) ? vv_int_compact(o) : 0;
        return vv_int_is_compact(o) || vv_int_to_i64(o, ret) == 0;
    }
    if (column == REAL) {
        double value = VV_FLOAT(o)->value + 0.0; /* no negative zero */
        memcpy(ret, &value, sizeof value);
        *ret ^= *ret >> 63 & INT64_MAX;
        return true;
    }
    uint64_t word = 0;
    const vv_str *s = VV_STR(o);
    for (size_t k = 0; k < 8; k++)
        word = word << 8 | (k < s->length ? s->data[k] : 0);
    *ret = (int64_t)(word ^ UINT64_C(1) << 63);
    return true;
}

static int order_items(vv_ref a, vv_ref b, enum column column) {
    if (a == b)
        return 0;
    if (column == TEXT)
        return vv_str_compare(a, b);
    if (column == WORD)
        return vv_int_compare(a, b);
    return VV_FLOAT(a)->value < VV_FLOAT(b)->value ? -1 : VV_FLOAT(a)->value > VV_FLOAT(b)->value;
}

/* Two keys with the same word: does a come before b? */
static VV_NOINLINE bool tied_before(const plain *s, vv_ref a, vv_ref b) {
    if (!s->tuples)
        return vv_str_compare(a, b) < 0;
    const vv_tuple *x = VV_TUPLE(a), *y = VV_TUPLE(b);
    for (size_t k = 0; k < x->length && k < y->length; k++) {
        int order = order_items(x->items[k], y->items[k], s->columns[k]);
        if (order != 0)
            return order < 0;
    }
    return x->length < y->length;
}

static inline bool before(const plain *s, const entry *a, const entry *b) {
    if (VV_LIKELY(a->word != b->word))
        return a->word < b->word;
    return s->tie == TEXT && tied_before(s, a->key, b->key);
}

/* Are the keys such that this file may sort them? */
static bool classify(vv_thread *t, plain *s, vv_obj *const *keys, size_t n) {
    s->tuples = VV_IS(t, keys[0], TUPLE);
    if (!s->tuples) {
        s->tie = column_of(t, keys[0]);
        for (size_t k = 0; s->tie != OTHER && k < n; k++)
            if (column_of(t, keys[k]) != s->tie || (s->tie == TEXT && VV_STR(keys[k])->kind != 1))
                return false;
        return s->tie != OTHER;
    }
    s->tie = TEXT;
    memset(s->columns, OTHER, sizeof s->columns);
    for (size_t k = 0; k < n; k++) {
        const vv_tuple *tuple = VV_TUPLE(keys[k]);
        if (!VV_IS(t, keys[k], TUPLE) || tuple->length == 0 || tuple->length > MOST_COLUMNS)
            return false;
        for (size_t i = 0; i < tuple->length; i++) {
            enum column column = column_of(t, tuple->items[i]);
            if (column == OTHER || (s->columns[i] != OTHER && s->columns[i] != column) ||
                (column == TEXT && i == 0 && VV_STR(tuple->items[i])->kind != 1))
                return false;
            s->columns[i] = (uint8_t)column;
        }
    }
    return true;
}

/* ---- merging ---- */

static void reverse_entries(entry *e, size_t n) {
    for (size_t low = 0, high = n; low + 1 < high; low++) {
        entry one = e[low];
        e[low] = e[--high];
        e[high] = one;
    }
}

static void insertion_sort(const plain *s, entry *e, size_t n) {
    for (size_t k = 1; k < n; k++) {
        entry one = e[k];
        size_t at = k;
        for (; at > 0 && before(s, &one, &e[at - 1]); at--)
            e[at] = e[at - 1];
        e[at] = one;
    }
}

static void merge(const plain *s, entry *to, const entry *a, const entry *middle, const entry *end) {
    const entry *b = middle;
    if (b < end && !before(s, b, b - 1)) { /* they follow each other already */
        while (a < end)
            *to++ = *a++;
        return;
    }
    while (a < middle && b < end)
        *to++ = before(s, b, a) ? *b++ : *a++;
    while (a < middle)
        *to++ = *a++;
    while (b < end)
        *to++ = *b++;
}

/* Sorts e[0..n) with the help of as much room behind it; the place of the result. */
static entry *sort_entries(const plain *s, entry *e, size_t n) {
    size_t run = 1;
    bool descending = before(s, &e[1], &e[0]);
    while (++run < n && before(s, &e[run], &e[run - 1]) == descending) {
    }
    if (run == n) {
        if (descending)
            reverse_entries(e, n);
        return e;
    }
    for (size_t k = 0; k < n; k += CHUNK)
        insertion_sort(s, e + k, n - k < CHUNK ? n - k : CHUNK);
    entry *from = e, *to = e + n;
    for (size_t width = CHUNK; width < n; width *= 2) {
        for (size_t k = 0; k < n; k += 2 * width) {
            size_t rest = n - k;
            merge(s, to + k, from + k, from + k + (rest < width ? rest : width), from + k + (rest < 2 * width ? rest : 2 * width));
        }
        entry *other = from;
        from = to;
        to = other;
    }
    return from;
}

bool vv_list_sort_plain(vv_thread *t, vv_obj **keys, vv_obj **values, size_t n, bool reverse) {
    plain s;
    entry few[2 * FEW], *entries = few;
    if (n < 2 || !classify(t, &s, keys, n))
        return false;
    if (n > FEW) {
        if (n > SIZE_MAX / 4 / sizeof(entry) || (entries = vv_mem_alloc(t->vm->mem, 2 * n * sizeof(entry))) == NULL)
            return false;
    }
    bool done = true;
    for (size_t k = 0; done && k < n; k++) { /* stable backwards: reversed, sorted, reversed */
        entry *e = &entries[reverse ? n - 1 - k : k];
        e->key = keys[k];
        e->value = values == NULL ? NULL : values[k];
        done = s.tuples ? word_of(VV_TUPLE(keys[k])->items[0], s.columns[0], &e->word) : word_of(keys[k], s.tie, &e->word);
    }
    if (done) {
        const entry *sorted = sort_entries(&s, entries, n);
        for (size_t k = 0; k < n; k++) {
            const entry *e = &sorted[reverse ? n - 1 - k : k];
            keys[k] = e->key;
            if (values != NULL)
                values[k] = e->value;
        }
    }
    if (entries != few)
        vv_mem_free(t->vm->mem, entries);
    return done;
}
