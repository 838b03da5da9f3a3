/* intern.c - the table of interned strings: open addressing over borrowed references.
 *
 * Invariant: the table holds no counts. A mortal string (interned == 1) leaves it in vv_intern_forget when it dies; an
 * immortal one (2) stays for ever. Deleted places hold a marker so that look-ups go on past them.
 */
#include "object/intern.h"

#include <string.h>

#include "object/alloc.h"
#include "types/str.h"

typedef struct place {
    vv_obj *s;
    uint32_t hash; /* hash_of: strings that differ are seldom looked at */
} place;

struct vv_intern_table {
    size_t mask;  /* places - 1 */
    size_t used;  /* strings in it */
    size_t taken; /* strings and deleted places */
    place *places;
};

enum { VV_INTERN_MIN = 2048 };
#define DELETED ((vv_obj *)(uintptr_t)1)

/* A hash of this table's own, quicker than hash(): many names are read again with each function of a library, and not all that
 * are new become keys. */
static uint32_t hash_of(const void *data, size_t n) {
    const uint8_t *p = data;
    uint64_t h = n, word = 0;
    for (; n > 8; n -= 8, p += 8) {
        memcpy(&word, p, 8);
        h = (h ^ word) * UINT64_C(0x9E3779B97F4A7C15);
        h ^= h >> 32;
    }
    if (n >= 4) {
        uint32_t low, high;
        memcpy(&low, p, 4);
        memcpy(&high, p + n - 4, 4);
        word = (uint64_t)high << 32 | low;
    } else if (n > 0) {
        word = (uint64_t)p[0] << 16 | (uint64_t)p[n >> 1] << 8 | p[n - 1];
    }
    h = (h ^ word) * UINT64_C(0x9E3779B97F4A7C15);
    h ^= h >> 29;
    return (uint32_t)((h * UINT64_C(0xBF58476D1CE4E5B9)) >> 32);
}

/* Where the string of these characters is, or where it would go (the first deleted place on its way). */
static place *find_place(const struct vv_intern_table *table, uint32_t hash, const void *data, size_t length, int kind) {
    place *free_place = NULL;
    for (size_t i = hash & table->mask;; i = (i + 1) & table->mask) {
        place *p = &table->places[i];
        if (p->s == NULL)
            return free_place != NULL ? free_place : p;
        if (p->s == DELETED) {
            if (free_place == NULL)
                free_place = p;
        } else if (p->hash == hash && VV_STR(p->s)->length == length && VV_STR(p->s)->kind == kind &&
                   memcmp(VV_STR(p->s)->data, data, length * (size_t)kind) == 0) {
            return p;
        }
    }
}

static uint32_t hash_of_str(vv_ref s) {
    return hash_of(VV_STR(s)->data, VV_STR(s)->length * VV_STR(s)->kind);
}

static int resize(vv_mem *mem, struct vv_intern_table *table, size_t size) {
    place *places = vv_mem_alloc_zeroed(mem, size * sizeof *places);
    if (places == NULL)
        return -1;
    for (size_t i = 0; table->places != NULL && i <= table->mask; i++) {
        const place *p = &table->places[i];
        if (p->s == NULL || p->s == DELETED)
            continue;
        size_t k = p->hash & (size - 1);
        while (places[k].s != NULL)
            k = (k + 1) & (size - 1);
        places[k] = *p;
    }
    vv_mem_free(mem, table->places);
    table->mask = size - 1;
    table->taken = table->used;
    table->places = places;
    return 0;
}

int vv_intern_init(vv_thread *t) {
    vv_vm *vm = t->vm;
    vm->interned = vv_mem_alloc_zeroed(vm->mem, sizeof(struct vv_intern_table));
    if (vm->interned == NULL)
        return -1;
    return resize(vm->mem, vm->interned, VV_INTERN_MIN);
}

static void enter(vv_thread *t, vv_obj **s, uint32_t hash) {
    if (VV_STR(*s)->interned != 0 || !VV_IS(t, *s, STR))
        return;
    struct vv_intern_table *table = t->vm->interned;
    if ((table->taken + 1) * 3 > (table->mask + 1) * 2) {
        size_t size = table->used * 2 > table->mask / 2 ? (table->mask + 1) * 2 : table->mask + 1;
        if (resize(t->vm->mem, table, size) < 0 && table->taken == table->mask)
            return;
    }
    place *p = find_place(table, hash, VV_STR(*s)->data, VV_STR(*s)->length, VV_STR(*s)->kind);
    if (p->s != NULL && p->s != DELETED) {
        vv_setref_take(t, s, vv_newref(p->s));
        return;
    }
    table->used++;
    table->taken += p->s == NULL;
    *p = (place){*s, hash};
    VV_STR(*s)->interned = vv_is_immortal(*s) ? 2 : 1;
}

void vv_intern(vv_thread *t, vv_obj **s) {
    if (VV_STR(*s)->interned == 0)
        enter(t, s, hash_of_str(*s));
}

/* Most names that are asked for exist: they are found before a string is made. */
vv_owned vv_intern_utf8(vv_thread *t, const char *text, size_t n) {
    uint32_t hash = hash_of(text, n);
    const place *p = find_place(t->vm->interned, hash, text, n, 1);
    if (p->s != NULL && p->s != DELETED && VV_STR(p->s)->ascii)
        return vv_newref(p->s);
    vv_obj *s = vv_str_from_utf8(t, text, n);
    if (s != NULL)
        enter(t, &s, VV_STR(s)->ascii ? hash : hash_of_str(s));
    return s;
}

vv_owned vv_intern_cstr(vv_thread *t, const char *text) {
    return vv_intern_utf8(t, text, strlen(text));
}

void vv_intern_forget(vv_thread *t, vv_obj *s) {
    struct vv_intern_table *table = t->vm->interned;
    place *p = find_place(table, hash_of_str(s), VV_STR(s)->data, VV_STR(s)->length, VV_STR(s)->kind);
    if (p->s == s) {
        p->s = DELETED;
        table->used--;
    }
    VV_STR(s)->interned = 0;
}

void vv_intern_finish(vv_thread *t) {
    struct vv_intern_table *table = t->vm->interned;
    for (size_t i = 0; table != NULL && i <= table->mask; i++) {
        vv_obj *s = table->places[i].s;
        if (s != NULL && s != DELETED && vv_is_immortal(s)) {
            vv_free(t, VV_STR(s)->utf8);
            vv_free(t, s);
        }
    }
    if (table != NULL)
        vv_free(t, table->places);
    vv_free(t, table);
    t->vm->interned = NULL;
}
