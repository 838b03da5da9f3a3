/* list_sort.c - list.sort: Tim Peters's stable merge sort (T. Peters, listsort.txt, 2002) with the merge order of powersort
 * (J. I. Munro, S. Wild, "Nearly-optimal mergesorts", ESA 2018), as CPython since 3.11 has it, so that a program that
 * counts comparisons counts the same ones.
 *
 * The whole algorithm is one native frame, because any comparison may have to run Python. Its variables live in a scratch
 * block (struct sort), it has exactly one await, and LESS() jumps there and back only when a comparison is no leaf.
 *
 * Invariants: while it runs the list is empty and `watched`; the frame owns the items. Every reference stands in exactly
 * one place at any moment - a moved-from place is NULL - so the collector may look at a suspended sort. Whatever happens,
 * at the end the list holds all its items again, in some order.
 *
 * Keys whose comparisons nobody can see are sorted by list_sort_plain.c.
 */
#include <string.h>

#include "object/alloc.h"
#include "object/error.h"
#include "types/bytes.h"
#include "types/container.h"
#include "types/float.h"
#include "types/int.h"
#include "types/leaf.h"
#include "types/list.h"
#include "types/list_sort.h"
#include "types/str.h"
#include "types/tuple.h"

enum { MAX_RUNS = 85, MIN_GALLOP = 7, MAX_MINRUN = 64 };

/* How keys are compared without Python, decided once by a look at all of them. */
enum mode { MODE_ANY, MODE_INT, MODE_FLOAT, MODE_STR };

typedef struct run {
    size_t base, length;
    int power; /* node power of the boundary to the next run */
} run;

typedef struct sort {
    enum mode mode;
    int resume; /* where LESS() goes on */
    size_t n, low, left, minrun;
    size_t length;         /* of the run being found */
    bool descending;
    size_t start, l, r, p; /* binary insertion */
    run runs[MAX_RUNS];
    int count;             /* runs on the stack */
    bool collapse_all;     /* all runs found: merging what is left */
    int merge;             /* which two runs are being merged */
    int power;
    int64_t min_gallop;
    /* merge: a and b are positions (in the temporary array for the run copied there), d the destination */
    int64_t a, na, b, nb, d, acount, bcount, base_a;
    /* gallop: position of `key` in n items from `base` of the main or temporary keys, beginning at `hint` */
    vv_obj *key; /* borrowed from one of the arrays */
    bool g_left, g_temp;
    int64_t g_base, g_n, g_hint, g_last, g_ofs, g_max, g_m;
    int g_return;
} sort;

/* ---- comparing ---- */

static enum mode find_mode(vv_thread *t, vv_obj *const *keys, size_t n) {
    const vv_type *type = keys[0]->type;
    for (size_t k = 1; k < n; k++)
        if (keys[k]->type != type)
            return MODE_ANY;
    return type == VV_TYPEP(t, INT) ? MODE_INT : type == VV_TYPEP(t, FLOAT) ? MODE_FLOAT : type == VV_TYPEP(t, STR) ? MODE_STR : MODE_ANY;
}

/* x < y of two leaves: 1, 0, VV_LATER, -1. Tuples compare by the first pair that differs. */
static int less_any(vv_thread *t, vv_obj *x, vv_obj *y) {
    if (VV_IS(t, x, TUPLE) && VV_IS(t, y, TUPLE)) {
        const vv_tuple *a = VV_TUPLE(x), *b = VV_TUPLE(y);
        size_t k = 0;
        for (; k < a->length && k < b->length; k++) {
            vv_ref p = a->items[k], q = b->items[k];
            if (p == q)
                continue;
            if (VV_IS(t, p, INT) && VV_IS(t, q, INT) && vv_int_is_compact(p) && vv_int_is_compact(q)) {
                if (vv_int_compact(p) == vv_int_compact(q))
                    continue;
                return vv_int_compact(p) < vv_int_compact(q);
            }
            int r = vv_equal_now(t, p, q);
            if (r == VV_LATER || r == -1)
                return r;
            if (r == 0)
                break;
        }
        if (k == a->length || k == b->length)
            return a->length < b->length;
        x = a->items[k];
        y = b->items[k];
    }
    if (x->type == y->type) {
        if (VV_IS(t, x, INT))
            return vv_int_is_compact(x) && vv_int_is_compact(y) ? vv_int_compact(x) < vv_int_compact(y) : vv_int_compare(x, y) < 0;
        if (VV_IS(t, x, STR))
            return vv_str_compare(x, y) < 0;
        if (VV_IS(t, x, FLOAT))
            return VV_FLOAT(x)->value < VV_FLOAT(y)->value;
    }
    if (!vv_leaf_comparable(t, x, y))
        return VV_LATER;
    vv_step s = vv_do_compare(t, x, y, VV_LT);
    VV_ASSERT(s != VV_PUSHED);
    if (s != VV_READY)
        return -1;
    vv_obj *answer = vv_take_ret(t);
    int r = answer == t->vm->true_;
    vv_decref(t, answer);
    return r;
}

static inline int less_now(vv_thread *t, const sort *s, vv_obj *x, vv_obj *y) {
    switch (s->mode) {
    case MODE_INT:
        if (vv_int_is_compact(x) && vv_int_is_compact(y))
            return vv_int_compact(x) < vv_int_compact(y);
        return vv_int_compare(x, y) < 0;
    case MODE_FLOAT: return VV_FLOAT(x)->value < VV_FLOAT(y)->value;
    case MODE_STR: return vv_str_compare(x, y) < 0;
    default: return less_any(t, x, y);
    }
}

/* ---- moving ---- */

static void reverse(vv_obj **items, size_t low, size_t high) {
    while (low + 1 < high) {
        vv_obj *item = items[low];
        items[low++] = items[--high];
        items[high] = item;
    }
}

/* Moves items[from..from+n) to items[to..), which is free but for the overlap; what is left behind becomes NULL. */
static void slide(vv_obj **items, int64_t to, int64_t from, int64_t n) {
    if (items == NULL || n <= 0 || to == from)
        return;
    if (n == 1) {
        items[to] = items[from];
        items[from] = NULL;
        return;
    }
    memmove(items + to, items + from, (size_t)n * sizeof(vv_obj *));
    int64_t first = to < from && to + n > from ? to + n : from;
    int64_t end = to > from && to < from + n ? to : from + n;
    memset(items + first, 0, (size_t)(end - first) * sizeof(vv_obj *));
}

/* Moves n items between two arrays. */
static void carry(vv_obj **to_items, int64_t to, vv_obj **items, int64_t from, int64_t n) {
    if (items == NULL || n <= 0)
        return;
    if (n == 1) {
        to_items[to] = items[from];
        items[from] = NULL;
        return;
    }
    memcpy(to_items + to, items + from, (size_t)n * sizeof(vv_obj *));
    memset(items + from, 0, (size_t)n * sizeof(vv_obj *));
}

/* After a failure in a merge: what the temporary array still holds goes back to the gaps, in order. */
static void fill_gaps(vv_obj **items, size_t n, vv_obj **temp, size_t temp_n) {
    size_t from = 0;
    if (items == NULL || temp == NULL)
        return;
    for (size_t k = 0; k < n; k++) {
        if (items[k] != NULL)
            continue;
        while (from < temp_n && temp[from] == NULL)
            from++;
        if (from == temp_n)
            return;
        items[k] = temp[from];
        temp[from++] = NULL;
    }
}

static size_t minimal_run(size_t n) {
    size_t r = 0;
    while (n >= MAX_MINRUN) {
        r |= n & 1;
        n >>= 1;
    }
    return n + r;
}

/* Depth, in the perfectly balanced merge tree over n items, of the boundary between runs (start, n1) and the next, n2. */
static int boundary_power(size_t start, size_t n1, size_t n2, size_t n) {
    int power = 0;
    size_t a = 2 * start + n1, b = a + n1 + n2;
    for (;;) {
        power++;
        if (a >= n) {
            a -= n;
            b -= n;
        } else if (b >= n) {
            return power;
        }
        a <<= 1;
        b <<= 1;
    }
}

/* ---- the frame ---- */

enum { KEYS, VALUES, TEMP_KEYS, TEMP_VALUES, SCRATCH }; /* slots; without a key function VALUES is NULL */

static sort *scratch(vv_native *nf) {
    uintptr_t data = (uintptr_t)VV_BYTES(nf->slot[SCRATCH])->data;
    return (sort *)((data + 7) & ~(uintptr_t)7);
}

static vv_obj **items_of(vv_obj *list) {
    return list == NULL ? NULL : VV_LIST(list)->items;
}

/* Exchanges the contents of the list and the frame's own one. */
static void swap_contents(vv_obj *a, vv_obj *b) {
    vv_list *x = VV_LIST(a), *y = VV_LIST(b), old = *x;
    x->items = y->items, x->length = y->length, x->capacity = y->capacity;
    y->items = old.items, y->length = old.length, y->capacity = old.capacity;
}

/* Gives the items back to the list. Answers whether somebody touched the list meanwhile. */
static bool give_back(vv_native *nf) {
    bool touched = !VV_LIST(nf->argv[0])->watched;
    swap_contents(nf->argv[0], nf->slot[nf->slot[VALUES] != NULL ? VALUES : KEYS]);
    VV_LIST(nf->argv[0])->watched = false;
    return touched;
}

/* Ends the sort after an exception. */
static vv_step sort_failed(vv_native *nf, sort *s) {
    for (int k = 0; k < 2; k++)
        if (nf->slot[TEMP_KEYS + k] != NULL)
            fill_gaps(items_of(nf->slot[KEYS + k]), s->n, items_of(nf->slot[TEMP_KEYS + k]),
                      VV_LIST(nf->slot[TEMP_KEYS + k])->length);
    if (nf->i[0])
        reverse(items_of(nf->slot[nf->slot[VALUES] != NULL ? VALUES : KEYS]), 0, s->n);
    (void)give_back(nf);
    return VV_FAILED;
}

static int allocate_temp(vv_thread *t, vv_native *nf, size_t n) {
    for (int k = 0; k < 2; k++)
        if (nf->slot[KEYS + k] != NULL && nf->slot[TEMP_KEYS + k] == NULL &&
            (nf->slot[TEMP_KEYS + k] = vv_list_new(t, n)) == NULL)
            return -1;
    return 0;
}

/* answer = x < y. `place` is a number of its own for each use. */
#define LESS(x, y, place)                                                                                              \
    answer = less_now(t, s, (x), (y));                                                                                 \
    if (answer < 0) {                                                                                                  \
        if (answer != VV_LATER)                                                                                        \
            return sort_failed(nf, s);                                                                                 \
        s->resume = (place);                                                                                           \
        left = (x);                                                                                                    \
        right = (y);                                                                                                   \
        goto ask_python;                                                                                               \
        resume_##place:;                                                                                               \
    }                                                                                                                  \
    (void)0

/* answer = does item `index` of the gallop's array stand before the key's place? (gallop left: item < key; gallop right:
 * item <= key) */
#define BEFORE_KEY(index, place)                                                                                       \
    if (s->g_left) {                                                                                                   \
        LESS((s->g_temp ? tkeys : keys)[s->g_base + (index)], s->key, place##0);                                       \
    } else {                                                                                                           \
        LESS(s->key, (s->g_temp ? tkeys : keys)[s->g_base + (index)], place##1);                                       \
        answer = !answer;                                                                                              \
    }                                                                                                                  \
    (void)0

/* s->g_ofs = where `key_` belongs among n_ items from base_; hint_ is where to look first. */
#define GALLOP(left_, key_, temp_, base_, n_, hint_, place)                                                            \
    s->g_left = (left_), s->key = (key_), s->g_temp = (temp_);                                                         \
    s->g_base = (base_), s->g_n = (n_), s->g_hint = (hint_);                                                           \
    s->g_return = (place);                                                                                             \
    goto gallop;                                                                                                       \
    galloped_##place:

/* argv: list, key function or NULL; i[0]: reverse, i[1]: items whose key is known */
static vv_step sort_frame(vv_thread *t, vv_native *nf) {
    sort *s = nf->slot[SCRATCH] == NULL ? NULL : scratch(nf);
    vv_obj **keys = items_of(nf->slot[KEYS]), **values = items_of(nf->slot[VALUES]);
    vv_obj **tkeys = items_of(nf->slot[TEMP_KEYS]), **tvalues = items_of(nf->slot[TEMP_VALUES]);
    vv_obj *left, *right;
    int answer = 0;

    VV_BEGIN(nf);
    nf->slot[KEYS] = vv_list_new(t, 0);
    if (nf->slot[KEYS] == NULL)
        return VV_FAILED;
    nf->slot[SCRATCH] = vv_bytes_new(t, NULL, sizeof(sort) + 8);
    if (nf->slot[SCRATCH] == NULL)
        return VV_FAILED;
    if (nf->argv[1] != NULL) {
        nf->slot[VALUES] = vv_move(&nf->slot[KEYS]);
        nf->slot[KEYS] = vv_list_new(t, VV_LIST(nf->argv[0])->length);
        if (nf->slot[KEYS] == NULL)
            return VV_FAILED;
    }
    s = scratch(nf);
    memset(s, 0, sizeof *s);
    s->n = VV_LIST(nf->argv[0])->length;
    swap_contents(nf->argv[0], nf->slot[nf->argv[1] != NULL ? VALUES : KEYS]);
    VV_LIST(nf->argv[0])->watched = true;
    keys = items_of(nf->slot[KEYS]);
    values = items_of(nf->slot[VALUES]);
    for (; values != NULL && (size_t)nf->i[1] < s->n; nf->i[1]++) {
        VV_AWAIT_CATCH(nf, vv_do_call1(t, nf->argv[1], values[nf->i[1]]));
        if (nf->raised) {
            (void)give_back(nf);
            return VV_FAILED;
        }
        keys[nf->i[1]] = vv_take_ret(t);
    }
    if (s->n < 2)
        goto sorted;
    if (vv_list_sort_plain(t, keys, values, s->n, nf->i[0] != 0))
        goto sorted;
    s->mode = find_mode(t, keys, s->n);
    s->min_gallop = MIN_GALLOP;
    s->left = s->n;
    s->minrun = minimal_run(s->n);
    if (nf->i[0]) { /* stable backwards: reverse, sort, reverse */
        reverse(keys, 0, s->n);
        if (values != NULL)
            reverse(values, 0, s->n);
    }

    while (s->left > 0) {
        /* the next run: as long as items descend strictly, or as long as they do not descend */
        s->length = 1;
        s->descending = false;
        if (s->left > 1) {
            LESS(keys[s->low + 1], keys[s->low], 1);
            s->descending = answer;
            for (s->length = 2; s->length < s->left; s->length++) {
                LESS(keys[s->low + s->length], keys[s->low + s->length - 1], 2);
                if ((bool)answer != s->descending)
                    break;
            }
            if (s->descending) {
                reverse(keys, s->low, s->low + s->length);
                if (values != NULL)
                    reverse(values, s->low, s->low + s->length);
            }
        }
        /* a short one is made longer by binary insertion */
        if (s->length < s->minrun) {
            s->start = s->low + s->length;
            s->length = s->left < s->minrun ? s->left : s->minrun;
            for (; s->start < s->low + s->length; s->start++) {
                s->l = s->low;
                s->r = s->start;
                while (s->l < s->r) {
                    s->p = s->l + ((s->r - s->l) >> 1);
                    LESS(keys[s->start], keys[s->p], 3);
                    if (answer)
                        s->r = s->p;
                    else
                        s->l = s->p + 1;
                }
                for (int k = 0; k < 2; k++) {
                    vv_obj **items = k == 0 ? keys : values;
                    if (items == NULL)
                        continue;
                    vv_obj *pivot = items[s->start];
                    memmove(items + s->l + 1, items + s->l, (s->start - s->l) * sizeof(vv_obj *));
                    items[s->l] = pivot;
                }
            }
        }
        /* merge what lies deeper in the merge tree than the new boundary */
        if (s->count > 0) {
            s->power = boundary_power(s->runs[s->count - 1].base, s->runs[s->count - 1].length, s->length, s->n);
            while (s->count > 1 && s->runs[s->count - 2].power > s->power) {
                s->merge = s->count - 2;
                goto merge;
            merged:;
            }
            s->runs[s->count - 1].power = s->power;
        }
        VV_ASSERT(s->count < MAX_RUNS);
        s->runs[s->count++] = (run){.base = s->low, .length = s->length};
        s->low += s->length;
        s->left -= s->length;
    }
    s->collapse_all = true;
    while (s->count > 1) {
        s->merge = s->count - 2;
        if (s->merge > 0 && s->runs[s->merge - 1].length < s->runs[s->merge + 1].length)
            s->merge--;
        goto merge;
    merged_all:;
    }
    if (nf->i[0])
        reverse(values != NULL ? values : keys, 0, s->n);
sorted:
    if (give_back(nf))
        return vv_raise_step(t, VV_ValueError, "list modified during sort");
    return vv_return_null(t);

    /* ---- runs s->merge and the next become one ---- */
merge:
    if (allocate_temp(t, nf, s->n / 2 + 1) < 0)
        return sort_failed(nf, s);
    tkeys = items_of(nf->slot[TEMP_KEYS]);
    tvalues = items_of(nf->slot[TEMP_VALUES]);
    {
        run *a = &s->runs[s->merge], *b = a + 1;
        s->a = (int64_t)a->base, s->na = (int64_t)a->length;
        s->b = (int64_t)b->base, s->nb = (int64_t)b->length;
        a->length += b->length;
        if (s->merge == s->count - 3)
            *b = b[1];
        s->count--;
    }
    /* what already stands right at both ends stays */
    GALLOP(false, keys[s->b], false, s->a, s->na, 0, 1);
    s->a += s->g_ofs;
    s->na -= s->g_ofs;
    if (s->na == 0)
        goto merge_done;
    GALLOP(true, keys[s->a + s->na - 1], false, s->b, s->nb, s->nb - 1, 2);
    s->nb = s->g_ofs;
    if (s->nb <= 0)
        goto merge_done;
    if (s->na > s->nb)
        goto merge_high;

    /* ---- from the left: a's run waits in the temporary array ---- */
    carry(tkeys, 0, keys, s->a, s->na);
    carry(tvalues, 0, values, s->a, s->na);
    s->d = s->a;
    s->a = 0;
    slide(keys, s->d, s->b, 1);
    slide(values, s->d, s->b, 1);
    s->d++, s->b++;
    if (--s->nb == 0)
        goto low_done;
    if (s->na == 1)
        goto low_last;
    for (;;) {
        s->acount = s->bcount = 0;
        for (;;) { /* one by one, until one run wins all the time */
            LESS(keys[s->b], tkeys[s->a], 4);
            if (answer) {
                slide(keys, s->d, s->b, 1);
                slide(values, s->d, s->b, 1);
                s->d++, s->b++;
                s->bcount++;
                s->acount = 0;
                if (--s->nb == 0)
                    goto low_done;
                if (s->bcount >= s->min_gallop)
                    break;
            } else {
                carry(keys, s->d, tkeys, s->a, 1);
                carry(values, s->d, tvalues, s->a, 1);
                s->d++, s->a++;
                s->acount++;
                s->bcount = 0;
                if (--s->na == 1)
                    goto low_last;
                if (s->acount >= s->min_gallop)
                    break;
            }
        }
        s->min_gallop++;
        do { /* whole stretches, as long as they are long */
            s->min_gallop -= s->min_gallop > 1;
            GALLOP(false, keys[s->b], true, s->a, s->na, 0, 3);
            s->acount = s->g_ofs;
            if (s->acount > 0) {
                carry(keys, s->d, tkeys, s->a, s->acount);
                carry(values, s->d, tvalues, s->a, s->acount);
                s->d += s->acount, s->a += s->acount, s->na -= s->acount;
                if (s->na == 1)
                    goto low_last;
                if (s->na == 0) /* only if the comparison contradicts itself */
                    goto low_done;
            }
            slide(keys, s->d, s->b, 1);
            slide(values, s->d, s->b, 1);
            s->d++, s->b++;
            if (--s->nb == 0)
                goto low_done;
            GALLOP(true, tkeys[s->a], false, s->b, s->nb, 0, 4);
            s->bcount = s->g_ofs;
            if (s->bcount > 0) {
                slide(keys, s->d, s->b, s->bcount);
                slide(values, s->d, s->b, s->bcount);
                s->d += s->bcount, s->b += s->bcount, s->nb -= s->bcount;
                if (s->nb == 0)
                    goto low_done;
            }
            carry(keys, s->d, tkeys, s->a, 1);
            carry(values, s->d, tvalues, s->a, 1);
            s->d++, s->a++;
            if (--s->na == 1)
                goto low_last;
        } while (s->acount >= MIN_GALLOP || s->bcount >= MIN_GALLOP);
        s->min_gallop++; /* leaving costs, so that entering again is harder */
    }
low_last: /* the last of a belongs behind all of b */
    slide(keys, s->d, s->b, s->nb);
    slide(values, s->d, s->b, s->nb);
    s->d += s->nb;
low_done:
    carry(keys, s->d, tkeys, s->a, s->na);
    carry(values, s->d, tvalues, s->a, s->na);
    goto merge_done;

    /* ---- from the right: b's run waits in the temporary array; a, b, d are the last ones left ---- */
merge_high:
    s->base_a = s->a;
    carry(tkeys, 0, keys, s->b, s->nb);
    carry(tvalues, 0, values, s->b, s->nb);
    s->d = s->b + s->nb - 1;
    s->b = s->nb - 1;
    s->a += s->na - 1;
    slide(keys, s->d, s->a, 1);
    slide(values, s->d, s->a, 1);
    s->d--, s->a--;
    if (--s->na == 0)
        goto high_done;
    if (s->nb == 1)
        goto high_last;
    for (;;) {
        s->acount = s->bcount = 0;
        for (;;) {
            LESS(tkeys[s->b], keys[s->a], 5);
            if (answer) {
                slide(keys, s->d, s->a, 1);
                slide(values, s->d, s->a, 1);
                s->d--, s->a--;
                s->acount++;
                s->bcount = 0;
                if (--s->na == 0)
                    goto high_done;
                if (s->acount >= s->min_gallop)
                    break;
            } else {
                carry(keys, s->d, tkeys, s->b, 1);
                carry(values, s->d, tvalues, s->b, 1);
                s->d--, s->b--;
                s->bcount++;
                s->acount = 0;
                if (--s->nb == 1)
                    goto high_last;
                if (s->bcount >= s->min_gallop)
                    break;
            }
        }
        s->min_gallop++;
        do {
            s->min_gallop -= s->min_gallop > 1;
            GALLOP(false, tkeys[s->b], false, s->base_a, s->na, s->na - 1, 5);
            s->acount = s->na - s->g_ofs;
            if (s->acount > 0) {
                s->d -= s->acount, s->a -= s->acount, s->na -= s->acount;
                slide(keys, s->d + 1, s->a + 1, s->acount);
                slide(values, s->d + 1, s->a + 1, s->acount);
                if (s->na == 0)
                    goto high_done;
            }
            carry(keys, s->d, tkeys, s->b, 1);
            carry(values, s->d, tvalues, s->b, 1);
            s->d--, s->b--;
            if (--s->nb == 1)
                goto high_last;
            GALLOP(true, keys[s->a], true, 0, s->nb, s->nb - 1, 6);
            s->bcount = s->nb - s->g_ofs;
            if (s->bcount > 0) {
                s->d -= s->bcount, s->b -= s->bcount, s->nb -= s->bcount;
                carry(keys, s->d + 1, tkeys, s->b + 1, s->bcount);
                carry(values, s->d + 1, tvalues, s->b + 1, s->bcount);
                if (s->nb == 1)
                    goto high_last;
                if (s->nb == 0)
                    goto high_done;
            }
            slide(keys, s->d, s->a, 1);
            slide(values, s->d, s->a, 1);
            s->d--, s->a--;
            if (--s->na == 0)
                goto high_done;
        } while (s->acount >= MIN_GALLOP || s->bcount >= MIN_GALLOP);
        s->min_gallop++;
    }
high_last: /* the first of b belongs before all of a */
    s->d -= s->na, s->a -= s->na;
    slide(keys, s->d + 1, s->a + 1, s->na);
    slide(values, s->d + 1, s->a + 1, s->na);
high_done:
    carry(keys, s->d - s->nb + 1, tkeys, 0, s->nb);
    carry(values, s->d - s->nb + 1, tvalues, 0, s->nb);
merge_done:
    if (s->collapse_all)
        goto merged_all;
    goto merged;

    /* ---- exponential, then binary search ---- */
gallop:
    s->g_last = 0;
    s->g_ofs = 1;
    BEFORE_KEY(s->g_hint, 6);
    if (answer) {
        s->g_max = s->g_n - s->g_hint;
        while (s->g_ofs < s->g_max) {
            BEFORE_KEY(s->g_hint + s->g_ofs, 7);
            if (!answer)
                break;
            s->g_last = s->g_ofs;
            s->g_ofs = s->g_ofs * 2 + 1;
        }
        if (s->g_ofs > s->g_max)
            s->g_ofs = s->g_max;
        s->g_last += s->g_hint;
        s->g_ofs += s->g_hint;
    } else {
        s->g_max = s->g_hint + 1;
        while (s->g_ofs < s->g_max) {
            BEFORE_KEY(s->g_hint - s->g_ofs, 8);
            if (answer)
                break;
            s->g_last = s->g_ofs;
            s->g_ofs = s->g_ofs * 2 + 1;
        }
        if (s->g_ofs > s->g_max)
            s->g_ofs = s->g_max;
        int64_t last = s->g_last;
        s->g_last = s->g_hint - s->g_ofs;
        s->g_ofs = s->g_hint - last;
    }
    s->g_last++;
    while (s->g_last < s->g_ofs) {
        s->g_m = s->g_last + ((s->g_ofs - s->g_last) >> 1);
        BEFORE_KEY(s->g_m, 9);
        if (answer)
            s->g_last = s->g_m + 1;
        else
            s->g_ofs = s->g_m;
    }
    switch (s->g_return) { /* no await in here */
    case 1: goto galloped_1;
    case 2: goto galloped_2;
    case 3: goto galloped_3;
    case 4: goto galloped_4;
    case 5: goto galloped_5;
    default: goto galloped_6;
    }

    /* ---- a comparison that Python decides; both operands are kept alive by the arrays ---- */
ask_python:
    VV_AWAIT_CATCH(nf, vv_do_compare_bool(t, left, right, VV_LT));
    if (nf->raised)
        return sort_failed(nf, s);
    answer = t->ival != 0;
    switch (s->resume) { /* nor in here */
    case 1: goto resume_1;
    case 2: goto resume_2;
    case 3: goto resume_3;
    case 4: goto resume_4;
    case 5: goto resume_5;
    case 60: goto resume_60;
    case 61: goto resume_61;
    case 70: goto resume_70;
    case 71: goto resume_71;
    case 80: goto resume_80;
    case 81: goto resume_81;
    case 90: goto resume_90;
    default: goto resume_91;
    }
    VV_END(nf);
}

vv_step vv_do_list_sort(vv_thread *t, vv_ref list, vv_ref key, bool reverse_order) {
    vv_native *nf = vv_push_native(t, sort_frame, "list.sort", (vv_obj *[]){VV_OBJ(list), VV_OBJ(key)}, 2);
    if (nf == NULL)
        return VV_FAILED;
    nf->i[0] = reverse_order;
    return VV_PUSHED;
}
