/* ast.c - making syntax tree nodes and releasing a tree. */
#include "compiler/ast.h"

#include "object/alloc.h"
#include "object/error.h"

vv_obj *vv_ast_own_take(vv_thread *t, vv_arena *arena, vv_owned o) {
    if (o == NULL || vv_is_immortal(o))
        return o;
    if (vv_arena_own(arena, o) < 0) {
        vv_decref(t, o);
        return vv_raise_memory(t);
    }
    return o;
}

static void drop_object(void *thread, void *object) {
    vv_decref(thread, object);
}

void vv_ast_free(vv_thread *t, vv_arena *arena) {
    vv_arena_release(arena, drop_object, t);
}

void *vv_ast_alloc(vv_thread *t, vv_arena *arena, size_t n) {
    void *p = vv_arena_alloc_zeroed(arena, n);
    if (p == NULL)
        (void)vv_raise_memory(t);
    return p;
}

vv_expr *vv_ast_expr(vv_thread *t, vv_arena *arena, vv_ast_kind kind, vv_loc loc) {
    vv_expr *e = vv_ast_alloc(t, arena, sizeof *e);
    if (e != NULL) {
        e->kind = kind;
        e->loc = loc;
    }
    return e;
}

vv_stmt *vv_ast_stmt(vv_thread *t, vv_arena *arena, vv_ast_kind kind, vv_loc loc) {
    vv_stmt *s = vv_ast_alloc(t, arena, sizeof *s);
    if (s != NULL) {
        s->kind = kind;
        s->loc = loc;
    }
    return s;
}

vv_pattern *vv_ast_pattern(vv_thread *t, vv_arena *arena, vv_ast_kind kind, vv_loc loc) {
    vv_pattern *n = vv_ast_alloc(t, arena, sizeof *n);
    if (n != NULL) {
        n->kind = kind;
        n->loc = loc;
    }
    return n;
}

vv_type_param *vv_ast_type_param(vv_thread *t, vv_arena *arena, vv_ast_kind kind, vv_loc loc) {
    vv_type_param *n = vv_ast_alloc(t, arena, sizeof *n);
    if (n != NULL) {
        n->kind = kind;
        n->loc = loc;
    }
    return n;
}

vv_expr *vv_ast_docstring(vv_stmt_seq body) {
    if (body.count == 0 || body.items[0]->kind != VV_STMT_Expr)
        return NULL;
    vv_expr *e = body.items[0]->v.Expr.value;
    if (e->kind != VV_EXPR_Constant || (e->v.Constant.value->type->flags & VV_TF_STR) == 0)
        return NULL;
    return e;
}
