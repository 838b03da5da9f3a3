/* codegen_stmt.c - statements. None leaves anything on the stack, except what its open blocks keep there. */
#include "code/codeobj.h"
#include "compiler/codegen_internal.h"
#include "object/error.h"
#include "object/intern.h"
#include "types/tuple.h"

/* ---- leaving blocks early ---- */

static void call_exit_with_nones(vv_compiler *c, vv_loc loc) {
    vv_cg_load_none(c, loc);
    vv_cg_load_none(c, loc);
    vv_cg_load_none(c, loc);
    vv_cg_emit(c, VV_OP_CALL, 2, loc);
}

static void reset_handler_name(vv_compiler *c, vv_ref name, vv_loc loc) {
    vv_cg_load_none(c, loc);
    vv_cg_name(c, name, VV_CTX_Store, loc);
    vv_cg_name(c, name, VV_CTX_Del, loc);
}

/* What leaving one block takes; with keep_top the value on the stack survives. *loc becomes "nowhere" where the rest of
 * the way out should look as if it happened after this block's own cleanup. */
static void unwind_fblock(vv_compiler *c, vv_loc *loc, const vv_fblock *block, bool keep_top) {
    switch (block->kind) {
    case VV_FBLOCK_WHILE:
    case VV_FBLOCK_EXCEPTION_HANDLER:
    case VV_FBLOCK_GROUP_HANDLER:
    case VV_FBLOCK_ASYNC_COMPREHENSION:
    case VV_FBLOCK_STOP_ITERATION: break;
    case VV_FBLOCK_FOR:
    case VV_FBLOCK_POP_VALUE:
        if (keep_top)
            vv_cg_emit(c, VV_OP_SWAP, 2, *loc);
        vv_cg_emit(c, VV_OP_POP_TOP, 0, *loc);
        break;
    case VV_FBLOCK_TRY_EXCEPT: vv_cg_emit(c, VV_OP_POP_BLOCK, 0, *loc); break;
    case VV_FBLOCK_FINALLY_TRY:
        vv_cg_emit(c, VV_OP_POP_BLOCK, 0, *loc);
        if (keep_top)
            vv_cg_push_fblock(c, *loc, (vv_fblock){.kind = VV_FBLOCK_POP_VALUE, .begin = -1, .exit = -1});
        vv_cg_stmts(c, block->stmt->v.Try.finalbody, 0);
        if (keep_top)
            vv_cg_pop_fblock(c);
        *loc = VV_NO_LOC;
        break;
    case VV_FBLOCK_FINALLY_END:
        if (keep_top)
            vv_cg_emit(c, VV_OP_SWAP, 2, *loc);
        vv_cg_emit(c, VV_OP_POP_TOP, 0, *loc);
        if (keep_top)
            vv_cg_emit(c, VV_OP_SWAP, 2, *loc);
        vv_cg_emit(c, VV_OP_POP_BLOCK, 0, *loc);
        vv_cg_emit(c, VV_OP_POP_EXCEPT, 0, *loc);
        break;
    case VV_FBLOCK_WITH:
    case VV_FBLOCK_ASYNC_WITH:
        *loc = block->loc;
        vv_cg_emit(c, VV_OP_POP_BLOCK, 0, *loc);
        if (keep_top)
            vv_cg_emit(c, VV_OP_SWAP, 2, *loc);
        call_exit_with_nones(c, *loc);
        if (block->kind == VV_FBLOCK_ASYNC_WITH)
            vv_cg_await(c, 2, *loc);
        vv_cg_emit(c, VV_OP_POP_TOP, 0, *loc);
        *loc = VV_NO_LOC;
        break;
    case VV_FBLOCK_HANDLER_CLEANUP:
        if (block->name != NULL)
            vv_cg_emit(c, VV_OP_POP_BLOCK, 0, *loc);
        if (keep_top)
            vv_cg_emit(c, VV_OP_SWAP, 2, *loc);
        vv_cg_emit(c, VV_OP_POP_BLOCK, 0, *loc);
        vv_cg_emit(c, VV_OP_POP_EXCEPT, 0, *loc);
        if (block->name != NULL)
            reset_handler_name(c, block->name, *loc);
        break;
    }
}

/* Leaves blocks from the inside out, up to the innermost loop (which is answered) if `to_loop`, else all. While a block
 * is being left it and those inside it do not exist, so that its cleanup code is compiled in the right surroundings. */
static const vv_fblock *unwind(vv_compiler *c, vv_loc *loc, bool keep_top, bool to_loop) {
    int n = c->u->nfblocks;
    vv_fblock saved[VV_MAX_FBLOCKS];
    for (int i = 0; i < n; i++)
        saved[i] = c->u->fblocks[i];
    const vv_fblock *loop = NULL;
    for (int i = n - 1; i >= 0 && !c->failed; i--) {
        const vv_fblock *top = &saved[i];
        if (top->kind == VV_FBLOCK_GROUP_HANDLER) {
            vv_cg_error(c, *loc, "'break', 'continue' and 'return' cannot appear in an except* block");
            break;
        }
        if (to_loop && (top->kind == VV_FBLOCK_WHILE || top->kind == VV_FBLOCK_FOR)) {
            loop = &c->u->fblocks[i];
            break;
        }
        c->u->nfblocks = i;
        unwind_fblock(c, loc, top, keep_top);
    }
    for (int i = 0; i < n; i++)
        c->u->fblocks[i] = saved[i];
    c->u->nfblocks = n;
    return loop;
}

static void emit_return(vv_compiler *c, vv_stmt *s) {
    vv_expr *value = s->v.Return.value;
    vv_loc loc = s->loc;
    bool keep_top = value != NULL && value->kind != VV_EXPR_Constant;
    if (c->u->scope->kind != VV_BLOCK_FUNCTION) {
        vv_cg_error(c, loc, "'return' outside function");
        return;
    }
    if (value != NULL && c->u->scope->coroutine && c->u->scope->generator) {
        vv_cg_error(c, loc, "'return' with value in async generator");
        return;
    }
    if (keep_top) {
        vv_cg_expr(c, value);
    } else if (value != NULL) {
        loc = value->loc;
        vv_cg_emit(c, VV_OP_NOP, 0, loc);
    }
    if (value == NULL || value->loc.lineno != s->loc.lineno) {
        loc = s->loc;
        vv_cg_emit(c, VV_OP_NOP, 0, loc);
    }
    unwind(c, &loc, keep_top, false);
    if (value == NULL)
        vv_cg_load_none(c, loc);
    else if (!keep_top)
        vv_cg_load(c, value->v.Constant.value, loc);
    vv_cg_emit(c, VV_OP_RETURN_VALUE, 0, loc);
}

static void emit_break(vv_compiler *c, vv_loc loc) {
    vv_loc origin = loc;
    vv_cg_emit(c, VV_OP_NOP, 0, loc);
    const vv_fblock *loop = unwind(c, &loc, false, true);
    if (loop == NULL) {
        vv_cg_error(c, origin, "'break' outside loop");
        return;
    }
    unwind_fblock(c, &loc, loop, false);
    vv_cg_emit(c, VV_OP_JUMP, loop->exit, loc);
}

static void emit_continue(vv_compiler *c, vv_loc loc) {
    vv_loc origin = loc;
    vv_cg_emit(c, VV_OP_NOP, 0, loc);
    const vv_fblock *loop = unwind(c, &loc, false, true);
    if (loop == NULL) {
        vv_cg_error(c, origin, "'continue' not properly in loop");
        return;
    }
    vv_cg_emit(c, VV_OP_JUMP, loop->begin, loc);
}

/* ---- loops, if ---- */

static void emit_for(vv_compiler *c, vv_stmt *s) {
    int start = vv_cg_label(c), cleanup = vv_cg_label(c), end = vv_cg_label(c);
    vv_cg_push_fblock(c, s->loc, (vv_fblock){.kind = VV_FBLOCK_FOR, .begin = start, .exit = end});
    vv_cg_expr(c, s->v.For.iter);
    vv_loc loc = s->v.For.iter->loc;
    vv_cg_emit(c, VV_OP_GET_ITER, 0, loc);
    vv_cg_place(c, start);
    vv_cg_emit(c, VV_OP_FOR_ITER, cleanup, loc);
    vv_cg_expr(c, s->v.For.target);
    vv_cg_stmts(c, s->v.For.body, 0);
    vv_cg_emit(c, VV_OP_JUMP, start, VV_NO_LOC);
    vv_cg_place(c, cleanup);
    vv_cg_emit(c, VV_OP_END_FOR, 0, VV_NO_LOC);
    vv_cg_pop_fblock(c);
    vv_cg_stmts(c, s->v.For.orelse, 0);
    vv_cg_place(c, end);
}

static void emit_async_for(vv_compiler *c, vv_stmt *s) {
    if (!vv_cg_top_level_await(c) && c->u->kind != VV_UNIT_ASYNC_FUNCTION) {
        vv_cg_error(c, s->loc, "'async for' outside async function");
        return;
    }
    int start = vv_cg_label(c), except = vv_cg_label(c), end = vv_cg_label(c);
    vv_cg_expr(c, s->v.For.iter);
    vv_cg_emit(c, VV_OP_GET_AITER, 0, s->v.For.iter->loc);
    vv_cg_place(c, start);
    vv_cg_push_fblock(c, s->loc, (vv_fblock){.kind = VV_FBLOCK_FOR, .begin = start, .exit = end});
    vv_cg_emit(c, VV_OP_SETUP_FINALLY, except, s->loc);
    vv_cg_emit(c, VV_OP_GET_ANEXT, 0, s->loc);
    vv_cg_load_none(c, s->loc);
    vv_cg_yield_from(c, s->loc, true);
    vv_cg_emit(c, VV_OP_POP_BLOCK, 0, s->loc);
    vv_cg_expr(c, s->v.For.target);
    vv_cg_stmts(c, s->v.For.body, 0);
    vv_cg_emit(c, VV_OP_JUMP, start, VV_NO_LOC);
    vv_cg_pop_fblock(c);
    vv_cg_place(c, except);
    vv_cg_emit(c, VV_OP_END_ASYNC_FOR, 0, s->v.For.iter->loc);
    vv_cg_stmts(c, s->v.For.orelse, 0);
    vv_cg_place(c, end);
}

static void emit_while(vv_compiler *c, vv_stmt *s) {
    int loop = vv_cg_label(c), body = vv_cg_label(c), anchor = vv_cg_label(c), end = vv_cg_label(c);
    vv_cg_place(c, loop);
    vv_cg_push_fblock(c, s->loc, (vv_fblock){.kind = VV_FBLOCK_WHILE, .begin = loop, .exit = end});
    vv_cg_jump_if(c, s->loc, s->v.While.test, anchor, false);
    vv_cg_place(c, body);
    vv_cg_stmts(c, s->v.While.body, 0);
    vv_cg_jump_if(c, s->loc, s->v.While.test, body, true);
    vv_cg_pop_fblock(c);
    vv_cg_place(c, anchor);
    vv_cg_stmts(c, s->v.While.orelse, 0);
    vv_cg_place(c, end);
}

/* A chain of elifs has one common end, and is as long as the program likes. */
static void emit_if(vv_compiler *c, vv_stmt *s) {
    int end = vv_cg_label(c);
    for (;;) {
        bool has_else = s->v.If.orelse.count > 0;
        int next = has_else ? vv_cg_label(c) : end;
        vv_cg_jump_if(c, s->loc, s->v.If.test, next, false);
        vv_cg_stmts(c, s->v.If.body, 0);
        if (!has_else || c->failed)
            break;
        vv_cg_emit(c, VV_OP_JUMP, end, VV_NO_LOC);
        vv_cg_place(c, next);
        if (s->v.If.orelse.count != 1 || s->v.If.orelse.items[0]->kind != VV_STMT_If) {
            vv_cg_stmts(c, s->v.If.orelse, 0);
            break;
        }
        s = s->v.If.orelse.items[0];
    }
    vv_cg_place(c, end);
}

/* ---- try ---- */

static void pop_except_and_reraise(vv_compiler *c) {
    vv_cg_emit(c, VV_OP_COPY, 3, VV_NO_LOC);
    vv_cg_emit(c, VV_OP_POP_EXCEPT, 0, VV_NO_LOC);
    vv_cg_emit(c, VV_OP_RERAISE, 1, VV_NO_LOC);
}

static void push_handler(vv_compiler *c, vv_loc loc, vv_fblock_kind kind) {
    vv_cg_push_fblock(c, loc, (vv_fblock){.kind = kind, .begin = -1, .exit = -1});
}

static void emit_named_handler(vv_compiler *c, const vv_excepthandler *h, int end) {
    int cleanup_end = vv_cg_label(c), body = vv_cg_label(c);
    vv_cg_name(c, h->name, VV_CTX_Store, h->loc);
    vv_cg_emit(c, VV_OP_SETUP_CLEANUP, cleanup_end, h->loc);
    vv_cg_place(c, body);
    vv_cg_push_fblock(c, h->loc,
                      (vv_fblock){.kind = VV_FBLOCK_HANDLER_CLEANUP, .begin = body, .exit = -1, .name = h->name});
    vv_cg_stmts(c, h->body, 0);
    vv_cg_pop_fblock(c);
    vv_cg_emit(c, VV_OP_POP_BLOCK, 0, VV_NO_LOC);
    vv_cg_emit(c, VV_OP_POP_BLOCK, 0, VV_NO_LOC);
    vv_cg_emit(c, VV_OP_POP_EXCEPT, 0, VV_NO_LOC);
    reset_handler_name(c, h->name, VV_NO_LOC);
    vv_cg_emit(c, VV_OP_JUMP, end, VV_NO_LOC);
    vv_cg_place(c, cleanup_end);
    reset_handler_name(c, h->name, VV_NO_LOC);
    vv_cg_emit(c, VV_OP_RERAISE, 1, VV_NO_LOC);
}

static void emit_try_except(vv_compiler *c, vv_stmt *s) {
    int body = vv_cg_label(c), except = vv_cg_label(c), end = vv_cg_label(c), cleanup = vv_cg_label(c);
    vv_cg_emit(c, VV_OP_SETUP_FINALLY, except, s->loc);
    vv_cg_place(c, body);
    vv_cg_push_fblock(c, s->loc, (vv_fblock){.kind = VV_FBLOCK_TRY_EXCEPT, .begin = body, .exit = -1});
    vv_cg_stmts(c, s->v.Try.body, 0);
    vv_cg_pop_fblock(c);
    vv_cg_emit(c, VV_OP_POP_BLOCK, 0, VV_NO_LOC);
    vv_cg_stmts(c, s->v.Try.orelse, 0);
    vv_cg_emit(c, VV_OP_JUMP, end, VV_NO_LOC);
    vv_cg_place(c, except);
    vv_cg_emit(c, VV_OP_SETUP_CLEANUP, cleanup, VV_NO_LOC);
    vv_cg_emit(c, VV_OP_PUSH_EXC_INFO, 0, VV_NO_LOC);
    push_handler(c, s->loc, VV_FBLOCK_EXCEPTION_HANDLER);
    for (int i = 0; i < s->v.Try.handlers.count && !c->failed; i++) {
        const vv_excepthandler *h = s->v.Try.handlers.items[i];
        if (h->type == NULL && i < s->v.Try.handlers.count - 1) {
            vv_cg_error(c, h->loc, "default 'except:' must be last");
            return;
        }
        int next = vv_cg_label(c);
        if (h->type != NULL) {
            vv_cg_expr(c, h->type);
            vv_cg_emit(c, VV_OP_CHECK_EXC_MATCH, 0, h->loc);
            vv_cg_emit(c, VV_OP_POP_JUMP_IF_FALSE, next, h->loc);
        }
        if (h->name != NULL) {
            emit_named_handler(c, h, end);
        } else {
            int cleanup_body = vv_cg_label(c);
            vv_cg_emit(c, VV_OP_POP_TOP, 0, h->loc);
            vv_cg_place(c, cleanup_body);
            vv_cg_push_fblock(c, h->loc,
                              (vv_fblock){.kind = VV_FBLOCK_HANDLER_CLEANUP, .begin = cleanup_body, .exit = -1});
            vv_cg_stmts(c, h->body, 0);
            vv_cg_pop_fblock(c);
            vv_cg_emit(c, VV_OP_POP_BLOCK, 0, VV_NO_LOC);
            vv_cg_emit(c, VV_OP_POP_EXCEPT, 0, VV_NO_LOC);
            vv_cg_emit(c, VV_OP_JUMP, end, VV_NO_LOC);
        }
        vv_cg_place(c, next);
    }
    vv_cg_pop_fblock(c);
    vv_cg_emit(c, VV_OP_RERAISE, 0, VV_NO_LOC);
    vv_cg_place(c, cleanup);
    pop_except_and_reraise(c);
    vv_cg_place(c, end);
}

/* One handler of `except*`: the stack holds the original group, the list of what is to be raised, the rest so far. */
static void emit_group_handler(vv_compiler *c, const vv_excepthandler *h, bool first, bool last, int reraise_star) {
    int next = vv_cg_label(c), with_error = vv_cg_label(c), no_match = vv_cg_label(c);
    int cleanup_end = vv_cg_label(c), cleanup_body = vv_cg_label(c);
    if (first) {
        vv_cg_emit(c, VV_OP_BUILD_LIST, 0, h->loc);
        vv_cg_emit(c, VV_OP_COPY, 2, h->loc);
    }
    if (h->type != NULL) {
        vv_cg_expr(c, h->type);
        vv_cg_emit(c, VV_OP_CHECK_EG_MATCH, 0, h->loc);
        vv_cg_emit(c, VV_OP_COPY, 1, h->loc);
        vv_cg_emit(c, VV_OP_POP_JUMP_IF_NONE, no_match, h->loc);
    }
    if (h->name != NULL)
        vv_cg_name(c, h->name, VV_CTX_Store, h->loc);
    else
        vv_cg_emit(c, VV_OP_POP_TOP, 0, h->loc);
    vv_cg_emit(c, VV_OP_SETUP_CLEANUP, cleanup_end, h->loc);
    vv_cg_place(c, cleanup_body);
    vv_cg_push_fblock(
        c, h->loc, (vv_fblock){.kind = VV_FBLOCK_HANDLER_CLEANUP, .begin = cleanup_body, .exit = -1, .name = h->name});
    vv_cg_stmts(c, h->body, 0);
    vv_cg_pop_fblock(c);
    vv_cg_emit(c, VV_OP_POP_BLOCK, 0, VV_NO_LOC);
    if (h->name != NULL)
        reset_handler_name(c, h->name, VV_NO_LOC);
    vv_cg_emit(c, VV_OP_JUMP, next, VV_NO_LOC);
    vv_cg_place(c, cleanup_end);
    if (h->name != NULL)
        reset_handler_name(c, h->name, VV_NO_LOC);
    vv_cg_emit(c, VV_OP_LIST_APPEND, 3, VV_NO_LOC); /* the exception the body raised */
    vv_cg_emit(c, VV_OP_POP_TOP, 0, VV_NO_LOC);     /* lasti */
    vv_cg_emit(c, VV_OP_JUMP, with_error, VV_NO_LOC);
    vv_cg_place(c, next);
    vv_cg_emit(c, VV_OP_NOP, 0, VV_NO_LOC); /* holds the line that reaches here */
    vv_cg_emit(c, VV_OP_JUMP, with_error, VV_NO_LOC);
    vv_cg_place(c, no_match);
    vv_cg_emit(c, VV_OP_POP_TOP, 0, h->loc);
    vv_cg_place(c, with_error);
    if (last) {
        vv_cg_emit(c, VV_OP_LIST_APPEND, 1, VV_NO_LOC); /* what no handler wanted */
        vv_cg_emit(c, VV_OP_JUMP, reraise_star, VV_NO_LOC);
    }
}

static void emit_try_star(vv_compiler *c, vv_stmt *s) {
    int body = vv_cg_label(c), except = vv_cg_label(c), orelse = vv_cg_label(c), end = vv_cg_label(c);
    int cleanup = vv_cg_label(c), reraise_star = vv_cg_label(c), reraise = vv_cg_label(c);
    vv_cg_emit(c, VV_OP_SETUP_FINALLY, except, s->loc);
    vv_cg_place(c, body);
    vv_cg_push_fblock(c, s->loc, (vv_fblock){.kind = VV_FBLOCK_TRY_EXCEPT, .begin = body, .exit = -1});
    vv_cg_stmts(c, s->v.Try.body, 0);
    vv_cg_pop_fblock(c);
    vv_cg_emit(c, VV_OP_POP_BLOCK, 0, VV_NO_LOC);
    vv_cg_emit(c, VV_OP_JUMP, orelse, VV_NO_LOC);
    vv_cg_place(c, except);
    vv_cg_emit(c, VV_OP_SETUP_CLEANUP, cleanup, VV_NO_LOC);
    vv_cg_emit(c, VV_OP_PUSH_EXC_INFO, 0, VV_NO_LOC);
    push_handler(c, s->loc, VV_FBLOCK_GROUP_HANDLER);
    int n = s->v.Try.handlers.count;
    for (int i = 0; i < n && !c->failed; i++)
        emit_group_handler(c, s->v.Try.handlers.items[i], i == 0, i == n - 1, reraise_star);
    vv_cg_pop_fblock(c);
    vv_cg_place(c, reraise_star);
    vv_cg_emit(c, VV_OP_CALL_INTRINSIC_2, VV_INTRINSIC2_PREP_RERAISE_STAR, VV_NO_LOC);
    vv_cg_emit(c, VV_OP_COPY, 1, VV_NO_LOC);
    vv_cg_emit(c, VV_OP_POP_JUMP_IF_NOT_NONE, reraise, VV_NO_LOC);
    vv_cg_emit(c, VV_OP_POP_TOP, 0, VV_NO_LOC);
    vv_cg_emit(c, VV_OP_POP_BLOCK, 0, VV_NO_LOC);
    vv_cg_emit(c, VV_OP_POP_EXCEPT, 0, VV_NO_LOC);
    vv_cg_emit(c, VV_OP_JUMP, end, VV_NO_LOC);
    vv_cg_place(c, reraise);
    vv_cg_emit(c, VV_OP_POP_BLOCK, 0, VV_NO_LOC);
    vv_cg_emit(c, VV_OP_SWAP, 2, VV_NO_LOC);
    vv_cg_emit(c, VV_OP_POP_EXCEPT, 0, VV_NO_LOC);
    vv_cg_emit(c, VV_OP_RERAISE, 0, VV_NO_LOC);
    vv_cg_place(c, cleanup);
    pop_except_and_reraise(c);
    vv_cg_place(c, orelse);
    vv_cg_stmts(c, s->v.Try.orelse, 0);
    vv_cg_place(c, end);
}

static void emit_try_body(vv_compiler *c, vv_stmt *s) {
    if (s->v.Try.handlers.count == 0)
        vv_cg_stmts(c, s->v.Try.body, 0);
    else if (s->kind == VV_STMT_TryStar)
        emit_try_star(c, s);
    else
        emit_try_except(c, s);
}

static void emit_try(vv_compiler *c, vv_stmt *s) {
    if (s->v.Try.finalbody.count == 0) {
        emit_try_body(c, s);
        return;
    }
    int body = vv_cg_label(c), end = vv_cg_label(c), cleanup = vv_cg_label(c), exit = vv_cg_label(c);
    vv_cg_emit(c, VV_OP_SETUP_FINALLY, end, s->loc);
    vv_cg_place(c, body);
    vv_cg_push_fblock(c, s->loc, (vv_fblock){.kind = VV_FBLOCK_FINALLY_TRY, .begin = body, .exit = end, .stmt = s});
    emit_try_body(c, s);
    vv_cg_emit(c, VV_OP_POP_BLOCK, 0, VV_NO_LOC);
    vv_cg_pop_fblock(c);
    vv_cg_stmts(c, s->v.Try.finalbody, 0);
    vv_cg_emit(c, VV_OP_JUMP, exit, VV_NO_LOC);
    vv_cg_place(c, end);
    vv_cg_push_fblock(c, s->loc, (vv_fblock){.kind = VV_FBLOCK_FINALLY_END, .begin = end, .exit = -1});
    vv_cg_emit(c, VV_OP_SETUP_CLEANUP, cleanup, VV_NO_LOC);
    vv_cg_emit(c, VV_OP_PUSH_EXC_INFO, 0, VV_NO_LOC);
    vv_cg_stmts(c, s->v.Try.finalbody, 0);
    vv_cg_pop_fblock(c);
    vv_cg_emit(c, VV_OP_RERAISE, 0, VV_NO_LOC);
    vv_cg_place(c, cleanup);
    pop_except_and_reraise(c);
    vv_cg_place(c, exit);
}

/* ---- with ---- */

static void finish_with_exception(vv_compiler *c, int cleanup) {
    int suppress = vv_cg_label(c), exit = vv_cg_label(c);
    vv_cg_emit(c, VV_OP_POP_JUMP_IF_TRUE, suppress, VV_NO_LOC);
    vv_cg_emit(c, VV_OP_RERAISE, 2, VV_NO_LOC);
    vv_cg_place(c, suppress);
    vv_cg_emit(c, VV_OP_POP_TOP, 0, VV_NO_LOC);
    vv_cg_emit(c, VV_OP_POP_BLOCK, 0, VV_NO_LOC);
    vv_cg_emit(c, VV_OP_POP_EXCEPT, 0, VV_NO_LOC);
    vv_cg_emit(c, VV_OP_POP_TOP, 0, VV_NO_LOC);
    vv_cg_emit(c, VV_OP_POP_TOP, 0, VV_NO_LOC);
    vv_cg_emit(c, VV_OP_JUMP, exit, VV_NO_LOC);
    vv_cg_place(c, cleanup);
    pop_except_and_reraise(c);
    vv_cg_place(c, exit);
}

static void emit_with(vv_compiler *c, vv_stmt *s, int index) {
    if (!vv_cg_enter_level(c))
        return;
    bool async = s->kind == VV_STMT_AsyncWith;
    if (async && !vv_cg_top_level_await(c) && c->u->kind != VV_UNIT_ASYNC_FUNCTION) {
        vv_cg_error(c, s->loc, "'async with' outside async function");
        return;
    }
    const vv_withitem *item = s->v.With.items.items[index];
    int block = vv_cg_label(c), final = vv_cg_label(c), exit = vv_cg_label(c), cleanup = vv_cg_label(c);
    vv_loc loc = item->context_expr->loc;
    vv_cg_expr(c, item->context_expr);
    vv_cg_emit(c, async ? VV_OP_BEFORE_ASYNC_WITH : VV_OP_BEFORE_WITH, 0, loc);
    if (async)
        vv_cg_await(c, 1, loc);
    vv_cg_emit(c, VV_OP_SETUP_WITH, final, loc);
    vv_cg_place(c, block);
    vv_cg_push_fblock(
        c, loc,
        (vv_fblock){.kind = async ? VV_FBLOCK_ASYNC_WITH : VV_FBLOCK_WITH, .begin = block, .exit = final, .loc = loc});
    if (item->optional_vars != NULL)
        vv_cg_expr(c, item->optional_vars);
    else
        vv_cg_emit(c, VV_OP_POP_TOP, 0, loc);
    if (index + 1 < s->v.With.items.count)
        emit_with(c, s, index + 1);
    else
        vv_cg_stmts(c, s->v.With.body, 0);
    vv_cg_pop_fblock(c);
    vv_cg_emit(c, VV_OP_POP_BLOCK, 0, async ? loc : VV_NO_LOC);
    call_exit_with_nones(c, loc);
    if (async)
        vv_cg_await(c, 2, loc);
    vv_cg_emit(c, VV_OP_POP_TOP, 0, loc);
    vv_cg_emit(c, VV_OP_JUMP, exit, loc);
    vv_cg_place(c, final);
    vv_cg_emit(c, VV_OP_SETUP_CLEANUP, cleanup, loc);
    vv_cg_emit(c, VV_OP_PUSH_EXC_INFO, 0, loc);
    vv_cg_emit(c, VV_OP_WITH_EXCEPT_START, 0, loc);
    if (async)
        vv_cg_await(c, 2, loc);
    finish_with_exception(c, cleanup);
    vv_cg_place(c, exit);
    vv_cg_leave_level(c);
}

/* ---- imports ---- */

/* The part of a dotted name in [start, end), interned and owned by the arena. */
static vv_obj *name_part(vv_compiler *c, vv_ref name, size_t start, size_t end) {
    vv_owned part = vv_str_slice(c->t, name, start, end);
    if (part != NULL)
        vv_intern(c->t, &part);
    vv_obj *kept = vv_ast_own_take(c->t, c->arena, part);
    if (kept == NULL)
        c->failed = true;
    return kept;
}

static size_t find_dot(vv_ref name, size_t from) {
    size_t n = vv_str_length(name);
    while (from < n && vv_str_at(name, from) != '.')
        from++;
    return from;
}

static void emit_import(vv_compiler *c, vv_stmt *s) {
    for (int i = 0; i < s->v.Import.names.count && !c->failed; i++) {
        const vv_alias *a = s->v.Import.names.items[i];
        size_t n = vv_str_length(a->name), dot = find_dot(a->name, 0);
        vv_cg_load_int(c, 0, s->loc);
        vv_cg_load_none(c, s->loc);
        vv_cg_emit_name(c, VV_OP_IMPORT_NAME, a->name, s->loc);
        if (a->asname == NULL) {
            vv_obj *first = dot == n ? a->name : name_part(c, a->name, 0, dot);
            if (first != NULL)
                vv_cg_name(c, first, VV_CTX_Store, s->loc);
            continue;
        }
        bool dotted = dot < n;
        while (dot < n && !c->failed) {
            size_t start = dot + 1;
            dot = find_dot(a->name, start);
            vv_obj *part = name_part(c, a->name, start, dot);
            if (part == NULL)
                return;
            vv_cg_emit_in(c, VV_OP_IMPORT_FROM, &c->u->names, part, s->loc);
            if (dot < n) {
                vv_cg_emit(c, VV_OP_SWAP, 2, s->loc);
                vv_cg_emit(c, VV_OP_POP_TOP, 0, s->loc);
            }
        }
        vv_cg_name(c, a->asname, VV_CTX_Store, s->loc);
        if (dotted)
            vv_cg_emit(c, VV_OP_POP_TOP, 0, s->loc);
    }
}

static void emit_import_from(vv_compiler *c, vv_stmt *s) {
    vv_alias_seq names = s->v.ImportFrom.names;
    vv_ref module = s->v.ImportFrom.module;
    vv_cg_load_int(c, s->v.ImportFrom.level, s->loc);
    if (module != NULL && s->loc.lineno > c->future_line && vv_str_equal_cstr(module, "__future__")) {
        vv_cg_error(c, s->loc, "from __future__ imports must occur at the beginning of the file");
        return;
    }
    vv_owned tuple = vv_tuple_new(c->t, (size_t)names.count);
    if (tuple == NULL) {
        c->failed = true;
        return;
    }
    for (int i = 0; i < names.count; i++)
        VV_TUPLE(tuple)->items[i] = vv_newref(names.items[i]->name);
    vv_tuple_done(c->t, tuple);
    vv_cg_load_take(c, tuple, s->loc);
    vv_cg_emit_name(c, VV_OP_IMPORT_NAME, module != NULL ? module : c->t->vm->empty_str, s->loc);
    for (int i = 0; i < names.count && !c->failed; i++) {
        const vv_alias *a = names.items[i];
        if (i == 0 && vv_str_equal_cstr(a->name, "*")) {
            vv_cg_emit(c, VV_OP_CALL_INTRINSIC_1, VV_INTRINSIC_IMPORT_STAR, s->loc);
            vv_cg_emit(c, VV_OP_POP_TOP, 0, VV_NO_LOC);
            return;
        }
        vv_cg_emit_name(c, VV_OP_IMPORT_FROM, a->name, s->loc);
        vv_cg_name(c, a->asname != NULL ? a->asname : a->name, VV_CTX_Store, s->loc);
    }
    vv_cg_emit(c, VV_OP_POP_TOP, 0, s->loc);
}

/* ---- assignments ---- */

static void emit_aug_assign(vv_compiler *c, vv_stmt *s) {
    vv_expr *target = s->v.AugAssign.target;
    vv_loc loc = target->loc;
    bool plain_slice = target->kind == VV_EXPR_Subscript && vv_cg_is_plain_slice(target->v.Subscript.slice);
    switch (target->kind) {
    case VV_EXPR_Attribute:
        vv_cg_expr(c, target->v.Attribute.value);
        vv_cg_emit(c, VV_OP_COPY, 1, loc);
        loc = vv_cg_attr_loc(loc, target);
        vv_cg_emit_name(c, VV_OP_LOAD_ATTR, target->v.Attribute.attr, loc);
        break;
    case VV_EXPR_Subscript:
        vv_cg_expr(c, target->v.Subscript.value);
        if (plain_slice) {
            vv_cg_slice_parts(c, target->v.Subscript.slice);
            for (int i = 0; i < 3; i++)
                vv_cg_emit(c, VV_OP_COPY, 3, loc);
            vv_cg_emit(c, VV_OP_BINARY_SLICE, 0, loc);
        } else {
            vv_cg_expr(c, target->v.Subscript.slice);
            vv_cg_emit(c, VV_OP_COPY, 2, loc);
            vv_cg_emit(c, VV_OP_COPY, 2, loc);
            vv_cg_emit(c, VV_OP_BINARY_SUBSCR, 0, loc);
        }
        break;
    default: vv_cg_name(c, target->v.Name.id, VV_CTX_Load, loc); break;
    }
    vv_cg_expr(c, s->v.AugAssign.value);
    vv_cg_emit(c, VV_OP_BINARY_OP, vv_cg_binary_number(s->v.AugAssign.op) + VV_NB_INPLACE_ADD, s->loc);
    loc = target->loc;
    switch (target->kind) {
    case VV_EXPR_Attribute:
        loc = vv_cg_attr_loc(loc, target);
        vv_cg_emit(c, VV_OP_SWAP, 2, loc);
        vv_cg_emit_name(c, VV_OP_STORE_ATTR, target->v.Attribute.attr, loc);
        break;
    case VV_EXPR_Subscript:
        if (plain_slice)
            vv_cg_emit(c, VV_OP_SWAP, 4, loc);
        vv_cg_emit(c, VV_OP_SWAP, 3, loc);
        vv_cg_emit(c, VV_OP_SWAP, 2, loc);
        vv_cg_emit(c, plain_slice ? VV_OP_STORE_SLICE : VV_OP_STORE_SUBSCR, 0, loc);
        break;
    default: vv_cg_name(c, target->v.Name.id, VV_CTX_Store, loc); break;
    }
}

/* Evaluates and forgets. */
static void emit_checked(vv_compiler *c, vv_expr *e) {
    vv_cg_expr(c, e);
    vv_cg_emit(c, VV_OP_POP_TOP, 0, e->loc);
}

static void emit_checked_index(vv_compiler *c, vv_expr *e) {
    if (!vv_cg_enter_level(c))
        return;
    if (e->kind == VV_EXPR_Slice) {
        if (e->v.Slice.lower != NULL)
            emit_checked(c, e->v.Slice.lower);
        if (e->v.Slice.upper != NULL)
            emit_checked(c, e->v.Slice.upper);
        if (e->v.Slice.step != NULL)
            emit_checked(c, e->v.Slice.step);
    } else if (e->kind == VV_EXPR_Tuple) {
        for (int i = 0; i < e->v.Tuple.elts.count && !c->failed; i++)
            emit_checked_index(c, e->v.Tuple.elts.items[i]);
    } else {
        emit_checked(c, e);
    }
    vv_cg_leave_level(c);
}

static void emit_ann_assign(vv_compiler *c, vv_stmt *s) {
    vv_expr *target = s->v.AnnAssign.target, *value = s->v.AnnAssign.value;
    bool stored = c->u->kind == VV_UNIT_MODULE || c->u->kind == VV_UNIT_CLASS;
    if (value != NULL) {
        vv_cg_expr(c, value);
        vv_cg_expr(c, target);
    }
    switch (target->kind) {
    case VV_EXPR_Name: {
        vv_cg_forbidden(c, target->v.Name.id, VV_CTX_Store, s->loc);
        if (!s->v.AnnAssign.simple || !stored)
            break;
        vv_cg_annotation(c, s->v.AnnAssign.annotation);
        vv_cg_emit_name(c, VV_OP_LOAD_NAME, VV_N(c->t, __annotations__), s->loc);
        vv_obj *mangled = c->failed ? NULL : vv_cg_mangle(c, target->v.Name.id);
        if (mangled != NULL)
            vv_cg_load(c, mangled, s->loc);
        vv_cg_emit(c, VV_OP_STORE_SUBSCR, 0, s->loc);
        break;
    }
    case VV_EXPR_Attribute:
        vv_cg_forbidden(c, target->v.Attribute.attr, VV_CTX_Store, s->loc);
        if (value == NULL)
            emit_checked(c, target->v.Attribute.value);
        break;
    case VV_EXPR_Subscript:
        if (value == NULL) {
            emit_checked(c, target->v.Subscript.value);
            emit_checked_index(c, target->v.Subscript.slice);
        }
        break;
    default: break;
    }
    if (!s->v.AnnAssign.simple && stored && !(c->flags & VV_CO_FUTURE_ANNOTATIONS))
        emit_checked(c, s->v.AnnAssign.annotation);
}

/* ---- other statements ---- */

static void emit_assert(vv_compiler *c, vv_stmt *s) {
    const vv_expr *test = s->v.Assert.test;
    if ((test->kind == VV_EXPR_Tuple && test->v.Tuple.elts.count > 0) ||
        (test->kind == VV_EXPR_Constant && VV_ISA(test->v.Constant.value, TUPLE) &&
         VV_TUPLE(test->v.Constant.value)->length > 0))
        vv_cg_warn(c, s->loc, "assertion is always true, perhaps remove parentheses?");
    if (c->optimize > 0)
        return;
    int end = vv_cg_label(c);
    vv_cg_jump_if(c, s->loc, s->v.Assert.test, end, true);
    vv_cg_emit(c, VV_OP_LOAD_ASSERTION_ERROR, 0, s->loc);
    if (s->v.Assert.msg != NULL) {
        vv_cg_expr(c, s->v.Assert.msg);
        vv_cg_emit(c, VV_OP_CALL, 0, s->loc);
    }
    vv_cg_emit(c, VV_OP_RAISE_VARARGS, 1, test->loc);
    vv_cg_place(c, end);
}

static void emit_raise(vv_compiler *c, vv_stmt *s) {
    int n = 0;
    if (s->v.Raise.exc != NULL) {
        vv_cg_expr(c, s->v.Raise.exc);
        n++;
        if (s->v.Raise.cause != NULL) {
            vv_cg_expr(c, s->v.Raise.cause);
            n++;
        }
    }
    vv_cg_emit(c, VV_OP_RAISE_VARARGS, n, s->loc);
}

static void emit_expr_stmt(vv_compiler *c, vv_stmt *s) {
    vv_expr *value = s->v.Expr.value;
    if (c->interactive && c->nesting <= 1) {
        vv_cg_expr(c, value);
        vv_cg_emit(c, VV_OP_CALL_INTRINSIC_1, VV_INTRINSIC_PRINT, s->loc);
        vv_cg_emit(c, VV_OP_POP_TOP, 0, VV_NO_LOC);
    } else if (value->kind == VV_EXPR_Constant) {
        vv_cg_emit(c, VV_OP_NOP, 0, s->loc);
    } else {
        vv_cg_expr(c, value);
        vv_cg_emit(c, VV_OP_POP_TOP, 0, VV_NO_LOC);
    }
}

static void emit_assign(vv_compiler *c, vv_stmt *s) {
    vv_cg_expr(c, s->v.Assign.value);
    int n = s->v.Assign.targets.count;
    for (int i = 0; i < n && !c->failed; i++) {
        if (i + 1 < n)
            vv_cg_emit(c, VV_OP_COPY, 1, s->loc);
        vv_cg_expr(c, s->v.Assign.targets.items[i]);
    }
}

void vv_cg_stmt(vv_compiler *c, vv_stmt *s) {
    if (!vv_cg_enter_level(c))
        return;
    switch (s->kind) {
    case VV_STMT_FunctionDef:
    case VV_STMT_AsyncFunctionDef: vv_cg_function(c, s); break;
    case VV_STMT_ClassDef: vv_cg_class(c, s); break;
    case VV_STMT_TypeAlias: vv_cg_type_alias(c, s); break;
    case VV_STMT_Return: emit_return(c, s); break;
    case VV_STMT_Delete: vv_cg_exprs(c, s->v.Delete.targets); break;
    case VV_STMT_Assign: emit_assign(c, s); break;
    case VV_STMT_AugAssign: emit_aug_assign(c, s); break;
    case VV_STMT_AnnAssign: emit_ann_assign(c, s); break;
    case VV_STMT_For: emit_for(c, s); break;
    case VV_STMT_AsyncFor: emit_async_for(c, s); break;
    case VV_STMT_While: emit_while(c, s); break;
    case VV_STMT_If: emit_if(c, s); break;
    case VV_STMT_With:
    case VV_STMT_AsyncWith: emit_with(c, s, 0); break;
    case VV_STMT_Match: vv_cg_match(c, s); break;
    case VV_STMT_Raise: emit_raise(c, s); break;
    case VV_STMT_Try:
    case VV_STMT_TryStar: emit_try(c, s); break;
    case VV_STMT_Assert: emit_assert(c, s); break;
    case VV_STMT_Import: emit_import(c, s); break;
    case VV_STMT_ImportFrom: emit_import_from(c, s); break;
    case VV_STMT_Expr: emit_expr_stmt(c, s); break;
    case VV_STMT_Pass: vv_cg_emit(c, VV_OP_NOP, 0, s->loc); break;
    case VV_STMT_Break: emit_break(c, s->loc); break;
    case VV_STMT_Continue: emit_continue(c, s->loc); break;
    default: /* Global, Nonlocal */ break;
    }
    vv_cg_leave_level(c);
}

void vv_cg_stmts(vv_compiler *c, vv_stmt_seq body, int first) {
    for (int i = first; i < body.count && !c->failed; i++)
        vv_cg_stmt(c, body.items[i]);
}

/* ---- bodies of modules and classes ---- */

/* Is there an annotated assignment, not counting inner functions and classes? Nesting is limited by the parser. */
bool vv_cg_has_annotations(vv_stmt_seq body) {
    for (int i = 0; i < body.count; i++) {
        const vv_stmt *s = body.items[i];
        bool found = false;
        switch (s->kind) {
        case VV_STMT_AnnAssign: return true;
        case VV_STMT_For:
        case VV_STMT_AsyncFor:
            found = vv_cg_has_annotations(s->v.For.body) || vv_cg_has_annotations(s->v.For.orelse);
            break;
        case VV_STMT_While:
            found = vv_cg_has_annotations(s->v.While.body) || vv_cg_has_annotations(s->v.While.orelse);
            break;
        case VV_STMT_If:
            for (;; s = s->v.If.orelse.items[0]) {
                found |= vv_cg_has_annotations(s->v.If.body);
                if (s->v.If.orelse.count != 1 || s->v.If.orelse.items[0]->kind != VV_STMT_If)
                    break;
            }
            found |= vv_cg_has_annotations(s->v.If.orelse);
            break;
        case VV_STMT_With:
        case VV_STMT_AsyncWith: found = vv_cg_has_annotations(s->v.With.body); break;
        case VV_STMT_Match:
            for (int k = 0; k < s->v.Match.cases.count; k++)
                found |= vv_cg_has_annotations(s->v.Match.cases.items[k]->body);
            break;
        case VV_STMT_Try:
        case VV_STMT_TryStar:
            found = vv_cg_has_annotations(s->v.Try.body) || vv_cg_has_annotations(s->v.Try.orelse) ||
                    vv_cg_has_annotations(s->v.Try.finalbody);
            for (int k = 0; k < s->v.Try.handlers.count; k++)
                found |= vv_cg_has_annotations(s->v.Try.handlers.items[k]->body);
            break;
        default: break;
        }
        if (found)
            return true;
    }
    return false;
}

void vv_cg_body(vv_compiler *c, vv_loc loc, vv_stmt_seq body) {
    if (c->failed)
        return;
    if (c->u->kind == VV_UNIT_MODULE && body.count > 0)
        loc = body.items[0]->loc;
    if (vv_cg_has_annotations(body))
        vv_cg_emit(c, VV_OP_SETUP_ANNOTATIONS, 0, loc);
    vv_expr *docstring = c->optimize < 2 ? vv_ast_docstring(body) : NULL;
    if (docstring != NULL) {
        vv_cg_expr(c, docstring);
        vv_cg_name(c, VV_N(c->t, __doc__), VV_CTX_Store, VV_NO_LOC);
    }
    vv_cg_stmts(c, body, docstring != NULL);
}
