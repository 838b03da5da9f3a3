/* intern.c - the table of interned strings: open addressing over borrowed references.
 *
 * Invariant: the table holds no counts. A mortal string (interned == 1) leaves it in vv_intern_forget when it dies; an
 * immortal one (2) stays for ever. Deleted places hold a marker so that look-ups go on past them.
 */
#include "object/intern.h"

#include <string.h>

#include "base/hash.h"
#include "object/alloc.h"
#include "types/str.h"

typedef struct place {
    vv_obj *s;
    uint32_t hash; /* the low half of its hash: strings that differ are seldom looked at */
} place;

struct vv_intern_table {
    size_t mask;  /* places - 1 */
    size_t used;  /* strings in it */
    size_t taken; /* strings and deleted places */
    place *places;
};

enum { VV_INTERN_MIN = 2048 };
#define DELETED ((vv_obj *)(uintptr_t)1)

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

static place *place_of(const struct vv_intern_table *table, vv_ref s) {
    return find_place(table, (uint32_t)vv_str_hash(s), VV_STR(s)->data, VV_STR(s)->length, VV_STR(s)->kind);
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

void vv_intern(vv_thread *t, vv_obj **s) {
    if (VV_STR(*s)->interned != 0 || !VV_IS(t, *s, STR))
        return;
    struct vv_intern_table *table = t->vm->interned;
    if ((table->taken + 1) * 3 > (table->mask + 1) * 2) {
        size_t size = table->used * 2 > table->mask / 2 ? (table->mask + 1) * 2 : table->mask + 1;
        if (resize(t->vm->mem, table, size) < 0 && table->taken == table->mask)
            return;
    }
    place *p = place_of(table, *s);
    if (p->s != NULL && p->s != DELETED) {
        vv_setref_take(t, s, vv_newref(p->s));
        return;
    }
    table->used++;
    table->taken += p->s == NULL;
    *p = (place){*s, (uint32_t)vv_str_hash(*s)};
    VV_STR(*s)->interned = vv_is_immortal(*s) ? 2 : 1;
}

/* Most names that are asked for exist: they are found before a string is made. */
vv_owned vv_intern_utf8(vv_thread *t, const char *text, size_t n) {
    vv_hash hash = vv_hash_bytes(text, n);
    const place *p = find_place(t->vm->interned, (uint32_t)hash, text, n, 1);
    if (p->s != NULL && p->s != DELETED && VV_STR(p->s)->ascii)
        return vv_newref(p->s);
    vv_obj *s = vv_str_from_utf8(t, text, n);
    if (s != NULL) {
        if (n > 1 && VV_STR(s)->ascii)
            VV_STR(s)->hash = hash;
        vv_intern(t, &s);
    }
    return s;
}

vv_owned vv_intern_cstr(vv_thread *t, const char *text) {
    return vv_intern_utf8(t, text, strlen(text));
}

void vv_intern_forget(vv_thread *t, vv_obj *s) {
    struct vv_intern_table *table = t->vm->interned;
    place *p = place_of(table, s);
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
