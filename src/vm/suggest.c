/* suggest.c - "Did you mean: 'x'?" behind a NameError, AttributeError or ImportError: the known name that takes the
 * fewest edits, where changing a letter costs 2 and changing its case 1, and no more than a third may change. */
#include "object/alloc.h"
#include "object/error.h"
#include "types/dict.h"
#include "types/exceptions.h"
#include "types/list.h"
#include "types/set.h"
#include "types/str.h"
#include "types/tuple.h"
#include "vm/generator.h"
#include "vm/report_private.h"

enum { MOVE_COST = 2, CASE_COST = 1, MOST_NAMES = 750, LONGEST_NAME = 40 };

static uint32_t lower(uint32_t c) {
    return c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c;
}

static size_t substitution_cost(uint32_t a, uint32_t b) {
    if (a == b)
        return 0;
    return lower(a) == lower(b) ? CASE_COST : MOVE_COST;
}

/* Edit distance of two strings, or anything above `most` if it is more than that. */
static size_t distance(vv_ref a, vv_ref b, size_t most) {
    size_t from = 0, na = vv_str_length(a), nb = vv_str_length(b);
    while (from < na && from < nb && vv_str_at(a, from) == vv_str_at(b, from))
        from++;
    while (na > from && nb > from && vv_str_at(a, na - 1) == vv_str_at(b, nb - 1)) {
        na--;
        nb--;
    }
    na -= from;
    nb -= from;
    if (na == 0 || nb == 0)
        return (na + nb) * MOVE_COST;
    if (na > LONGEST_NAME || nb > LONGEST_NAME)
        return most + 1;
    if ((na > nb ? na - nb : nb - na) * MOVE_COST > most)
        return most + 1;
    size_t row[LONGEST_NAME + 1]; /* row[i]: distance of the first i of a from what was read of b */
    for (size_t i = 0; i <= na; i++)
        row[i] = i * MOVE_COST;
    for (size_t j = 1; j <= nb; j++) {
        size_t diagonal = row[0], least = row[0] = j * MOVE_COST;
        for (size_t i = 1; i <= na; i++) {
            size_t change = diagonal + substitution_cost(vv_str_at(a, from + i - 1), vv_str_at(b, from + j - 1));
            size_t edit = (row[i] < row[i - 1] ? row[i] : row[i - 1]) + MOVE_COST;
            diagonal = row[i];
            row[i] = change < edit ? change : edit;
            if (row[i] < least)
                least = row[i];
        }
        if (least > most)
            return most + 1;
    }
    return row[na];
}

/* The closest of `n` names, borrowed, or NULL. */
static vv_ref closest_peek(vv_obj *const *names, size_t n, vv_ref wrong) {
    if (n >= MOST_NAMES || vv_str_length(wrong) > LONGEST_NAME)
        return NULL;
    vv_ref best = NULL;
    size_t best_distance = SIZE_MAX;
    for (size_t k = 0; k < n; k++) {
        if (!VV_ISA(names[k], STR) || vv_str_equal(names[k], wrong))
            continue;
        size_t most = ((size_t)vv_str_length(names[k]) + vv_str_length(wrong) + 3) * MOVE_COST / 6;
        if (best_distance != SIZE_MAX && most > best_distance - 1)
            most = best_distance - 1;
        size_t d = distance(wrong, names[k], most);
        if (d > most)
            continue;
        best = names[k];
        best_distance = d;
    }
    return best;
}

static vv_ref closest_key_peek(vv_thread *t, vv_ref dict, vv_ref wrong) {
    vv_ref found = NULL;
    if (dict == NULL || !VV_ISA(dict, DICT))
        return NULL;
    size_t n = vv_dict_length(dict), k = 0, pos = 0;
    vv_obj **keys = vv_alloc(t, (n + 1) * sizeof(vv_obj *));
    if (keys == NULL) {
        vv_clear_error(t);
        return NULL;
    }
    vv_ref key, value;
    while (k < n && vv_dict_next(dict, &pos, &key, &value, NULL))
        keys[k++] = VV_OBJ(key);
    found = closest_peek(keys, k, wrong);
    vv_free(t, keys);
    return found;
}

/* Modules of the standard library that a program may have forgotten to import. */
static bool is_library_module(vv_thread *t, vv_ref name) {
    VV_AUTO key = {t, vv_str_from_cstr(t, "stdlib_module_names")};
    if (key.o == NULL) {
        vv_clear_error(t);
        return false;
    }
    vv_ref names = t->vm->sysdict == NULL ? NULL : vv_dict_get_str_peek(t->vm->sysdict, key.o);
    return names != NULL && VV_IS(t, names, FROZENSET) && vv_set_contains_now(t, names, name) == 1;
}

static vv_step answer(vv_thread *t, vv_ref name_or_null) {
    return vv_return(t, name_or_null == NULL ? vv_newref(t->vm->empty_str) : vv_format(t, ". Did you mean: %R?", name_or_null));
}

/* The frame an exception comes from, or NULL. */
static vv_pyframe *origin(vv_ref exc) {
    vv_ref tb = VV_EXC_OF(exc)->traceback;
    while (tb != NULL && ((const vv_traceback *)tb)->next != NULL)
        tb = ((const vv_traceback *)tb)->next;
    return tb == NULL ? NULL : ((const vv_frameobj *)((const vv_traceback *)tb)->frame)->frame;
}

/* argv: NameError, wrong name; slot: 0 locals, 1 self, 2 suggestion */
static vv_step name_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    vv_pyframe *f = origin(nf->argv[0]);
    if (f == NULL)
        return answer(t, NULL);
    nf->slot[0] = vv_frame_locals(t, f);
    if (nf->slot[0] == NULL)
        return VV_FAILED;
    nf->slot[1] = VV_ISA(nf->slot[0], DICT) ? vv_xnewref(vv_dict_get_str_peek(nf->slot[0], VV_N(t, self))) : NULL;
    if (nf->slot[1] != NULL) {
        VV_AWAIT(nf, vv_do_lookup_attr(t, nf->slot[1], nf->argv[1]));
        if (t->ret != NULL) {
            vv_drop_ret(t);
            nf->slot[2] = vv_format(t, "self.%U", nf->argv[1]);
            if (nf->slot[2] == NULL)
                return VV_FAILED;
        }
    }
    if (nf->slot[2] == NULL) {
        const vv_pyframe *from = origin(nf->argv[0]);
        const vv_tuple *names = VV_TUPLE(from->code->localsplusnames);
        vv_ref found = closest_peek(names->items, names->length, nf->argv[1]);
        if (found == NULL)
            found = closest_key_peek(t, from->globals, nf->argv[1]);
        if (found == NULL)
            found = closest_key_peek(t, from->builtins, nf->argv[1]);
        nf->slot[2] = vv_xnewref(found);
    }
    if (!is_library_module(t, nf->argv[1]))
        return answer(t, nf->slot[2]);
    return vv_return(t, nf->slot[2] == NULL ? vv_format(t, ". Did you forget to import %R?", nf->argv[1])
                                            : vv_format(t, ". Did you mean: %R? Or did you forget to import %R?", nf->slot[2], nf->argv[1]));
    VV_END(nf);
}

/* argv: object, wrong name; slot: 0 what its __dir__ gave, 1 the same as a list */
static vv_step attribute_native(vv_thread *t, vv_native *nf) {
    VV_BEGIN(nf);
    VV_AWAIT(nf, vv_do_call_special(t, nf->argv[0], VV_N(t, __dir__), NULL, 0));
    if (t->ret == NULL)
        return answer(t, NULL);
    nf->slot[0] = vv_take_ret(t);
    VV_AWAIT(nf, vv_do_list(t, nf->slot[0]));
    nf->slot[1] = vv_take_ret(t);
    VV_AWAIT(nf, vv_do_list_sort(t, nf->slot[1], NULL, false));
    return answer(t, closest_peek(VV_LIST(nf->slot[1])->items, VV_LIST(nf->slot[1])->length, nf->argv[1]));
    VV_END(nf);
}

static bool is_text(vv_ref o) {
    return o != NULL && VV_ISA(o, STR);
}

/* Subclasses get no suggestions. */
vv_step vv_do_suggest(vv_thread *t, vv_ref exc) {
    if (exc->type == VV_TYPEP_ID(t, VV_NameError)) {
        vv_ref name = ((const vv_exc_name *)exc)->name;
        return is_text(name) ? vv_start2(t, name_native, "suggest", exc, name) : answer(t, NULL);
    }
    if (exc->type == VV_TYPEP_ID(t, VV_AttributeError)) {
        const vv_exc_attribute *e = (const vv_exc_attribute *)exc;
        return is_text(e->name) && e->obj != NULL ? vv_start2(t, attribute_native, "suggest", e->obj, e->name) : answer(t, NULL);
    }
    if (exc->type == VV_TYPEP_ID(t, VV_ImportError)) {
        const vv_exc_import *e = (const vv_exc_import *)exc;
        vv_ref module = is_text(e->name) && is_text(e->name_from) ? vv_dict_get_str_peek(t->vm->modules, e->name) : NULL;
        return module != NULL ? vv_start2(t, attribute_native, "suggest", module, e->name_from) : answer(t, NULL);
    }
    return answer(t, NULL);
}
