/* cell.c - variables shared between a function and those nested in it. */
#include "object/alloc.h"
#include "object/bind.h"
#include "object/error.h"
#include "types/function.h"
#include "types/str.h"

vv_owned vv_cell_new(vv_thread *t, vv_ref value_or_null) {
    vv_obj *cell = vv_new_object_raw(t, VV_TYPEP(t, CELL), sizeof(vv_cell));
    if (cell == NULL)
        return NULL;
    VV_CELL_OF(cell)->value = vv_xnewref(value_or_null);
    vv_track(t, cell);
    return cell;
}

static vv_step cell_create(vv_thread *t, vv_ref cls, vv_obj *const *args, size_t nargs, vv_ref kwnames) {
    (void)cls;
    if (vv_no_kwargs(t, "cell", kwnames) < 0 || vv_check_nargs(t, "cell", nargs, 0, 1) < 0)
        return VV_FAILED;
    return vv_return(t, vv_cell_new(t, nargs > 0 ? args[0] : NULL));
}

static vv_step cell_repr(vv_thread *t, vv_ref self) {
    vv_ref value = VV_CELL_OF(self)->value;
    if (value == NULL)
        return vv_return(t, vv_format(t, "<cell at %p: empty>", (const void *)self));
    return vv_return(t, vv_format(t, "<cell at %p: %T object at %p>", (const void *)self, value, (const void *)value));
}

static vv_step cell_compare(vv_thread *t, vv_ref a, vv_ref b, int op) {
    if (!VV_IS(t, a, CELL) || !VV_IS(t, b, CELL))
        return vv_return_not_implemented(t);
    vv_ref x = VV_CELL_OF(a)->value, y = VV_CELL_OF(b)->value;
    if (x != NULL && y != NULL)
        return vv_do_compare(t, x, y, (enum vv_cmp)op);
    int left = x != NULL, right = y != NULL; /* an empty cell is the smaller one */
    bool result = op == VV_EQ   ? left == right
                  : op == VV_NE ? left != right
                  : op == VV_LT ? left < right
                  : op == VV_LE ? left <= right
                  : op == VV_GT ? left > right
                                : left >= right;
    return vv_return(t, vv_bool(t, result));
}

static vv_owned get_contents(vv_thread *t, vv_ref self) {
    vv_ref value = VV_CELL_OF(self)->value;
    return value == NULL ? vv_raise(t, VV_ValueError, "Cell is empty") : vv_newref(value);
}

static int set_contents(vv_thread *t, vv_ref self, vv_ref value) {
    vv_setref_take(t, &VV_CELL_OF(self)->value, vv_xnewref(value));
    return 0;
}

static void cell_clear(vv_thread *t, vv_obj *self) {
    vv_clearref(t, &VV_CELL_OF(self)->value);
}
static void cell_dealloc(vv_thread *t, vv_obj *self) {
    cell_clear(t, self);
    vv_free_object(t, self);
}
static int cell_traverse(vv_ref self, vv_visit visit, void *arg) {
    VV_VISIT(VV_CELL_OF(self)->value);
    return 0;
}

static const vv_getsetdef cell_getset[] = {{"cell_contents", get_contents, set_contents, NULL},
                                           {NULL, NULL, NULL, NULL}};
static const vv_slots cell_slots = {.repr = cell_repr, .compare = cell_compare, .new_ = cell_create};
const vv_typespec vv_cell_spec = {
    .name = "cell",
    .signature = "([contents])",
    .base = VV_T_OBJECT,
    .flags = VV_TF_GC,
    .basicsize = sizeof(vv_cell),
    .size64 = 40,
    .slots = &cell_slots,
    .getset = cell_getset,
    .dealloc = cell_dealloc,
    .traverse = cell_traverse,
    .clear = cell_clear,
};
