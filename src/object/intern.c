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

struct vv_intern_table {
    size_t mask;  /* places - 1 */
    size_t used;  /* strings in it */
    size_t taken; /* strings and deleted places */
    vv_obj **places;
};

enum { VV_INTERN_MIN = 2048 };
#define DELETED ((vv_obj *)(uintptr_t)1)

/* Where an equal string is, or where `s` would go (the first deleted place on its way). */
static vv_obj **find_place(const struct vv_intern_table *table, vv_ref s) {
    size_t i = (size_t)vv_str_hash(s) & table->mask;
    vv_obj **free_place = NULL;
    for (;; i = (i + 1) & table->mask) {
        vv_obj **place = &table->places[i];
        if (*place == NULL)
            return free_place != NULL ? free_place : place;
        if (*place == DELETED) {
            if (free_place == NULL)
                free_place = place;
        } else if (*place == s || vv_str_equal(*place, s)) {
            return place;
        }
    }
}

static int resize(vv_mem *mem, struct vv_intern_table *table, size_t size) {
    vv_obj **places = vv_mem_alloc_zeroed(mem, size * sizeof(vv_obj *));
    if (places == NULL)
        return -1;
    struct vv_intern_table bigger = {.mask = size - 1, .used = table->used, .taken = table->used, .places = places};
    for (size_t i = 0; table->places != NULL && i <= table->mask; i++) {
        vv_obj *s = table->places[i];
        if (s != NULL && s != DELETED)
            *find_place(&bigger, s) = s;
    }
    vv_mem_free(mem, table->places);
    *table = bigger;
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
    vv_obj **place = find_place(table, *s);
    if (*place != NULL && *place != DELETED) {
        vv_setref_take(t, s, vv_newref(*place));
        return;
    }
    table->used++;
    table->taken += *place == NULL;
    *place = *s;
    VV_STR(*s)->interned = vv_is_immortal(*s) ? 2 : 1;
}

/* Most names that are asked for exist: they are found before a string is made. */
vv_owned vv_intern_cstr(vv_thread *t, const char *text) {
    const struct vv_intern_table *table = t->vm->interned;
    size_t n = strlen(text);
    vv_hash hash = vv_hash_bytes(text, n);
    vv_obj *s;
    for (size_t i = (size_t)hash & table->mask; (s = table->places[i]) != NULL; i = (i + 1) & table->mask)
        if (s != DELETED && VV_STR(s)->hash == hash && VV_STR(s)->ascii && VV_STR(s)->length == n && memcmp(VV_STR(s)->data, text, n) == 0)
            return vv_newref(s);
    s = vv_str_from_utf8(t, text, n);
    if (s != NULL) {
        if (n > 1 && VV_STR(s)->ascii)
            VV_STR(s)->hash = hash;
        vv_intern(t, &s);
    }
    return s;
}

void vv_intern_forget(vv_thread *t, vv_obj *s) {
    struct vv_intern_table *table = t->vm->interned;
    vv_obj **place = find_place(table, s);
    if (*place == s) {
        *place = DELETED;
        table->used--;
    }
    VV_STR(s)->interned = 0;
}

void vv_intern_finish(vv_thread *t) {
    struct vv_intern_table *table = t->vm->interned;
    for (size_t i = 0; table != NULL && i <= table->mask; i++) {
        vv_obj *s = table->places[i];
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
