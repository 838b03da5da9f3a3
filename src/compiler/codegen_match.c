/* codegen_match.c - the match statement.
 *
 * While a pattern is matched the stack holds: the subject, the names captured so far, then what the sub-pattern needs.
 * A failure at any depth jumps to a label that pops just as much: fail_pop[n] pops n items.
 */
#include "compiler/codegen_internal.h"
#include "object/error.h"
#include "types/dict.h"
#include "types/int.h"
#include "types/set.h"
#include "types/tuple.h"

typedef struct name_list {
    vv_obj **items;
    size_t count, capacity;
} name_list;

typedef struct matcher {
    name_list stores; /* captured names whose values wait on the stack, in order */
    bool allow_irrefutable;
    int *fail_pop;
    size_t nfail_pop, fail_pop_capacity;
    int on_top; /* items above the captured values that belong to the pattern at hand */
} matcher;

static void emit_pattern(vv_compiler *c, matcher *m, vv_pattern *p);

static bool is_wildcard(const vv_pattern *p) {
    return p->kind == VV_PATTERN_MatchAs && p->v.MatchAs.name == NULL;
}
static bool is_star_wildcard(const vv_pattern *p) {
    return p->kind == VV_PATTERN_MatchStar && p->v.MatchStar.name == NULL;
}

static void fail_memory(vv_compiler *c) {
    if (!c->failed)
        vv_raise_memory(c->t);
    c->failed = true;
}

static void add_name(vv_compiler *c, name_list *list, vv_obj *name) {
    if (vv_arena_grow(c->arena, (void **)&list->items, sizeof *list->items, list->count, &list->capacity) < 0) {
        fail_memory(c);
        return;
    }
    list->items[list->count++] = name;
}
static int find_name(const name_list *list, vv_ref name) {
    for (size_t i = 0; i < list->count; i++)
        if (vv_str_equal(list->items[i], name))
            return (int)i;
    return -1;
}

/* ---- failing ---- */

static void need_fail_pop(vv_compiler *c, matcher *m, int n) {
    while ((int)m->nfail_pop <= n && !c->failed) {
        if (vv_arena_grow(c->arena, (void **)&m->fail_pop, sizeof *m->fail_pop, m->nfail_pop, &m->fail_pop_capacity) <
            0) {
            fail_memory(c);
            return;
        }
        m->fail_pop[m->nfail_pop++] = vv_cg_label(c);
    }
}

static void jump_to_fail(vv_compiler *c, matcher *m, int opcode, vv_loc loc) {
    int pops = m->on_top + (int)m->stores.count;
    need_fail_pop(c, m, pops);
    if (!c->failed)
        vv_cg_emit(c, opcode, m->fail_pop[pops], loc);
}

static void emit_fail_pops(vv_compiler *c, matcher *m, vv_loc loc) {
    for (size_t i = m->nfail_pop; i > 0; i--) {
        vv_cg_place(c, m->fail_pop[i - 1]);
        if (i > 1)
            vv_cg_emit(c, VV_OP_POP_TOP, 0, loc);
    }
    m->fail_pop = NULL;
    m->nfail_pop = m->fail_pop_capacity = 0;
}

/* ---- parts of patterns ---- */

/* Moves the top below the count - 1 items under it. */
static void rotate(vv_compiler *c, int count, vv_loc loc) {
    while (count > 1)
        vv_cg_emit(c, VV_OP_SWAP, count--, loc);
}

static void store_name(vv_compiler *c, matcher *m, vv_obj *name, vv_loc loc) {
    if (name == NULL) {
        vv_cg_emit(c, VV_OP_POP_TOP, 0, loc);
        return;
    }
    if (vv_cg_forbidden(c, name, VV_CTX_Store, loc))
        return;
    if (find_name(&m->stores, name) >= 0) {
        vv_cg_error_name(c, loc, "multiple assignments to name %R in pattern", name);
        return;
    }
    rotate(c, m->on_top + (int)m->stores.count + 1, loc);
    add_name(c, &m->stores, name);
}

static void emit_subpattern(vv_compiler *c, matcher *m, vv_pattern *p) {
    bool saved = m->allow_irrefutable;
    m->allow_irrefutable = true;
    emit_pattern(c, m, p);
    m->allow_irrefutable = saved;
}

static void unpack_sequence(vv_compiler *c, matcher *m, vv_pattern_seq patterns, vv_loc loc) {
    int n = patterns.count;
    bool star = false;
    for (int i = 0; i < n; i++) {
        if (patterns.items[i]->kind != VV_PATTERN_MatchStar)
            continue;
        if (star) {
            vv_cg_error(c, loc, "multiple starred expressions in sequence pattern");
            return;
        }
        if (i >= 1 << 8 || n - i - 1 >= INT32_MAX >> 8) {
            vv_cg_error(c, loc, "too many expressions in star-unpacking sequence pattern");
            return;
        }
        vv_cg_emit(c, VV_OP_UNPACK_EX, i + ((n - i - 1) << 8), loc);
        star = true;
    }
    if (!star)
        vv_cg_emit(c, VV_OP_UNPACK_SEQUENCE, n, loc);
    m->on_top += n;
    for (int i = 0; i < n && !c->failed; i++) {
        m->on_top--;
        emit_subpattern(c, m, patterns.items[i]);
    }
}

/* With a `*_` only the items that matter are fetched, by index. */
static void subscript_sequence(vv_compiler *c, matcher *m, vv_pattern_seq patterns, int star, vv_loc loc) {
    m->on_top++;
    for (int i = 0; i < patterns.count && !c->failed; i++) {
        vv_pattern *p = patterns.items[i];
        if (is_wildcard(p) || i == star)
            continue;
        vv_cg_emit(c, VV_OP_COPY, 1, loc);
        if (i < star) {
            vv_cg_load_int(c, i, loc);
        } else { /* from the end, in a way that needs no negative index */
            vv_cg_emit(c, VV_OP_GET_LEN, 0, loc);
            vv_cg_load_int(c, patterns.count - i, loc);
            vv_cg_emit(c, VV_OP_BINARY_OP, VV_NB_SUBTRACT, loc);
        }
        vv_cg_emit(c, VV_OP_BINARY_SUBSCR, 0, loc);
        emit_subpattern(c, m, p);
    }
    m->on_top--;
    vv_cg_emit(c, VV_OP_POP_TOP, 0, loc);
}

static void emit_sequence(vv_compiler *c, matcher *m, vv_pattern *p) {
    vv_pattern_seq patterns = p->v.MatchSequence.patterns;
    int star = -1;
    bool only_wildcards = true, star_wildcard = false;
    for (int i = 0; i < patterns.count; i++) {
        const vv_pattern *sub = patterns.items[i];
        if (sub->kind != VV_PATTERN_MatchStar) {
            only_wildcards &= is_wildcard(sub);
            continue;
        }
        if (star >= 0) {
            vv_cg_error(c, p->loc, "multiple starred names in sequence pattern");
            return;
        }
        star_wildcard = is_star_wildcard(sub);
        only_wildcards &= star_wildcard;
        star = i;
    }
    m->on_top++;
    vv_cg_emit(c, VV_OP_MATCH_SEQUENCE, 0, p->loc);
    jump_to_fail(c, m, VV_OP_POP_JUMP_IF_FALSE, p->loc);
    if (star < 0 || patterns.count > 1) {
        vv_cg_emit(c, VV_OP_GET_LEN, 0, p->loc);
        vv_cg_load_int(c, star < 0 ? patterns.count : patterns.count - 1, p->loc);
        vv_cg_compare(c, star < 0 ? VV_CMPOP_Eq : VV_CMPOP_GtE, p->loc);
        jump_to_fail(c, m, VV_OP_POP_JUMP_IF_FALSE, p->loc);
    }
    m->on_top--;
    if (only_wildcards)
        vv_cg_emit(c, VV_OP_POP_TOP, 0, p->loc);
    else if (star_wildcard)
        subscript_sequence(c, m, patterns, star, p->loc);
    else
        unpack_sequence(c, m, patterns, p->loc);
}

static void compare_with_none_or_fail(vv_compiler *c, matcher *m, vv_loc loc) {
    vv_cg_emit(c, VV_OP_COPY, 1, loc);
    vv_cg_load_none(c, loc);
    vv_cg_emit(c, VV_OP_IS_OP, 1, loc);
    jump_to_fail(c, m, VV_OP_POP_JUMP_IF_FALSE, loc);
}

static void duplicate_key(vv_compiler *c, vv_loc loc, vv_ref key) {
    VV_AUTO text = {c->t, key->type->s.repr(c->t, key) == VV_READY ? vv_take_ret(c->t) : NULL};
    if (text.o == NULL)
        c->failed = true;
    else
        vv_cg_error_name(c, loc, "mapping pattern checks duplicate key (%U)", text.o);
}

static void check_mapping_keys(vv_compiler *c, vv_pattern *p) {
    VV_AUTO seen = {c->t, vv_set_new(c->t)};
    if (seen.o == NULL)
        c->failed = true;
    for (int i = 0; i < p->v.MatchMapping.keys.count && !c->failed; i++) {
        vv_expr *key = p->v.MatchMapping.keys.items[i];
        if (key->kind == VV_EXPR_Constant) {
            int added = vv_set_add_now(c->t, seen.o, key->v.Constant.value);
            if (added < 0)
                c->failed = true;
            else if (added == 0)
                duplicate_key(c, p->loc, key->v.Constant.value);
        } else if (key->kind != VV_EXPR_Attribute) {
            vv_cg_error(c, p->loc, "mapping pattern keys may only match literals and attribute lookups");
        }
        vv_cg_expr(c, key);
    }
}

static void emit_mapping(vv_compiler *c, matcher *m, vv_pattern *p) {
    int size = p->v.MatchMapping.keys.count;
    vv_obj *rest = p->v.MatchMapping.rest;
    vv_loc loc = p->loc;
    m->on_top++;
    vv_cg_emit(c, VV_OP_MATCH_MAPPING, 0, loc);
    jump_to_fail(c, m, VV_OP_POP_JUMP_IF_FALSE, loc);
    if (size == 0 && rest == NULL) {
        m->on_top--;
        vv_cg_emit(c, VV_OP_POP_TOP, 0, loc);
        return;
    }
    if (size > 0) {
        vv_cg_emit(c, VV_OP_GET_LEN, 0, loc);
        vv_cg_load_int(c, size, loc);
        vv_cg_compare(c, VV_CMPOP_GtE, loc);
        jump_to_fail(c, m, VV_OP_POP_JUMP_IF_FALSE, loc);
    }
    check_mapping_keys(c, p);
    vv_cg_emit(c, VV_OP_BUILD_TUPLE, size, loc);
    vv_cg_emit(c, VV_OP_MATCH_KEYS, 0, loc);
    m->on_top += 2; /* keys, values */
    compare_with_none_or_fail(c, m, loc);
    vv_cg_emit(c, VV_OP_UNPACK_SEQUENCE, size, loc);
    m->on_top += size - 1;
    for (int i = 0; i < size && !c->failed; i++) {
        m->on_top--;
        emit_subpattern(c, m, p->v.MatchMapping.patterns.items[i]);
    }
    m->on_top -= 2;
    if (rest == NULL) {
        vv_cg_emit(c, VV_OP_POP_TOP, 0, loc);
        vv_cg_emit(c, VV_OP_POP_TOP, 0, loc);
        return;
    }
    /* a copy of the subject without the keys */
    vv_cg_emit(c, VV_OP_BUILD_MAP, 0, loc);
    vv_cg_emit(c, VV_OP_SWAP, 3, loc);
    vv_cg_emit(c, VV_OP_DICT_UPDATE, 2, loc);
    vv_cg_emit(c, VV_OP_UNPACK_SEQUENCE, size, loc);
    for (int left = size; left > 0; left--) {
        vv_cg_emit(c, VV_OP_COPY, 1 + left, loc);
        vv_cg_emit(c, VV_OP_SWAP, 2, loc);
        vv_cg_emit(c, VV_OP_DELETE_SUBSCR, 0, loc);
    }
    store_name(c, m, rest, loc);
}

static void emit_class(vv_compiler *c, matcher *m, vv_pattern *p) {
    vv_identifier_seq attrs = p->v.MatchClass.kwd_attrs;
    int nargs = p->v.MatchClass.patterns.count, n = nargs + attrs.count;
    for (int i = 0; i < attrs.count; i++) {
        vv_cg_forbidden(c, attrs.items[i], VV_CTX_Store, p->v.MatchClass.kwd_patterns.items[i]->loc);
        for (int j = i + 1; j < attrs.count; j++)
            if (vv_str_equal(attrs.items[i], attrs.items[j])) {
                vv_cg_error_name(c, p->v.MatchClass.kwd_patterns.items[j]->loc,
                                 "attribute name repeated in class pattern: %U", attrs.items[i]);
                return;
            }
    }
    vv_cg_expr(c, p->v.MatchClass.cls);
    vv_owned names = vv_tuple_from_array(c->t, attrs.items, (size_t)attrs.count);
    vv_cg_load_take(c, names, p->loc);
    vv_cg_emit(c, VV_OP_MATCH_CLASS, nargs, p->loc);
    m->on_top++;
    compare_with_none_or_fail(c, m, p->loc);
    vv_cg_emit(c, VV_OP_UNPACK_SEQUENCE, n, p->loc);
    m->on_top += n - 1;
    for (int i = 0; i < n && !c->failed; i++) {
        vv_pattern *sub = i < nargs ? p->v.MatchClass.patterns.items[i] : p->v.MatchClass.kwd_patterns.items[i - nargs];
        m->on_top--;
        if (is_wildcard(sub))
            vv_cg_emit(c, VV_OP_POP_TOP, 0, p->loc);
        else
            emit_subpattern(c, m, sub);
    }
}

/* The alternative captured the same names as the first one (`control`), perhaps in another order: brings the values on
 * the stack into that order. */
static void reorder_stores(vv_compiler *c, name_list *stores, const name_list *control, vv_pattern *alternative,
                           vv_loc error_loc) {
    bool same = stores->count == control->count;
    for (int i = (int)control->count - 1; i >= 0 && same && !c->failed; i--) {
        int at = find_name(stores, control->items[i]);
        if (at < 0) {
            same = false;
            break;
        }
        if (at == i)
            continue;
        /* the first at + 1 names go up by i - at places */
        int rotations = at + 1, shift = i - at;
        vv_obj **items = vv_arena_alloc(c->arena, stores->count * sizeof *items);
        if (items == NULL) {
            fail_memory(c);
            return;
        }
        for (int k = 0; k < shift; k++)
            items[k] = stores->items[rotations + k];
        for (int k = 0; k < rotations; k++)
            items[shift + k] = stores->items[k];
        for (size_t k = (size_t)(i + 1); k < stores->count; k++)
            items[k] = stores->items[k];
        stores->items = items;
        stores->capacity = stores->count;
        while (rotations-- > 0)
            rotate(c, i + 1, alternative->loc);
    }
    if (!same)
        vv_cg_error(c, error_loc, "alternative patterns bind different names");
}

static void emit_or(vv_compiler *c, matcher *m, vv_pattern *p) {
    int end = vv_cg_label(c), size = p->v.MatchOr.patterns.count;
    matcher outer = *m;
    name_list control = {0};
    for (int i = 0; i < size && !c->failed; i++) {
        vv_pattern *alternative = p->v.MatchOr.patterns.items[i];
        *m = (matcher){.allow_irrefutable = i == size - 1 && outer.allow_irrefutable};
        vv_cg_emit(c, VV_OP_COPY, 1, alternative->loc);
        emit_pattern(c, m, alternative);
        if (i == 0)
            control = m->stores;
        else
            reorder_stores(c, &m->stores, &control, alternative, p->loc);
        vv_cg_emit(c, VV_OP_JUMP, end, alternative->loc);
        emit_fail_pops(c, m, alternative->loc);
    }
    *m = outer;
    vv_cg_emit(c, VV_OP_POP_TOP, 0, p->loc); /* no match: the copy of the subject */
    jump_to_fail(c, m, VV_OP_JUMP, p->loc);
    vv_cg_place(c, end);
    int rotations = (int)control.count + 1 + m->on_top + (int)m->stores.count;
    for (size_t i = 0; i < control.count && !c->failed; i++) {
        rotate(c, rotations, p->loc);
        if (find_name(&m->stores, control.items[i]) >= 0)
            vv_cg_error_name(c, p->loc, "multiple assignments to name %R in pattern", control.items[i]);
        else
            add_name(c, &m->stores, control.items[i]);
    }
    vv_cg_emit(c, VV_OP_POP_TOP, 0, p->loc);
}

static void emit_as(vv_compiler *c, matcher *m, vv_pattern *p) {
    if (p->v.MatchAs.pattern == NULL) {
        if (!m->allow_irrefutable) {
            if (p->v.MatchAs.name != NULL)
                vv_cg_error_name(c, p->loc, "name capture %R makes remaining patterns unreachable", p->v.MatchAs.name);
            else
                vv_cg_error(c, p->loc, "wildcard makes remaining patterns unreachable");
            return;
        }
        store_name(c, m, p->v.MatchAs.name, p->loc);
        return;
    }
    m->on_top++;
    vv_cg_emit(c, VV_OP_COPY, 1, p->loc);
    emit_pattern(c, m, p->v.MatchAs.pattern);
    m->on_top--;
    store_name(c, m, p->v.MatchAs.name, p->loc);
}

static void emit_pattern(vv_compiler *c, matcher *m, vv_pattern *p) {
    if (!vv_cg_enter_level(c))
        return;
    switch (p->kind) {
    case VV_PATTERN_MatchValue:
        if (p->v.MatchValue.value->kind != VV_EXPR_Constant && p->v.MatchValue.value->kind != VV_EXPR_Attribute)
            vv_cg_error(c, p->loc, "patterns may only match literals and attribute lookups");
        vv_cg_expr(c, p->v.MatchValue.value);
        vv_cg_compare(c, VV_CMPOP_Eq, p->loc);
        jump_to_fail(c, m, VV_OP_POP_JUMP_IF_FALSE, p->loc);
        break;
    case VV_PATTERN_MatchSingleton:
        vv_cg_load(c, p->v.MatchSingleton.value, p->loc);
        vv_cg_compare(c, VV_CMPOP_Is, p->loc);
        jump_to_fail(c, m, VV_OP_POP_JUMP_IF_FALSE, p->loc);
        break;
    case VV_PATTERN_MatchSequence: emit_sequence(c, m, p); break;
    case VV_PATTERN_MatchMapping: emit_mapping(c, m, p); break;
    case VV_PATTERN_MatchClass: emit_class(c, m, p); break;
    case VV_PATTERN_MatchStar: store_name(c, m, p->v.MatchStar.name, p->loc); break;
    case VV_PATTERN_MatchAs: emit_as(c, m, p); break;
    default: emit_or(c, m, p); break;
    }
    vv_cg_leave_level(c);
}

void vv_cg_match(vv_compiler *c, vv_stmt *s) {
    vv_match_case_seq cases = s->v.Match.cases;
    int end = vv_cg_label(c);
    vv_cg_expr(c, s->v.Match.subject);
    bool has_default = is_wildcard(cases.items[cases.count - 1]->pattern) && cases.count > 1;
    int last = cases.count - has_default - 1;
    for (int i = 0; i <= last && !c->failed; i++) {
        vv_match_case *k = cases.items[i];
        vv_loc loc = k->pattern->loc;
        if (i != last)
            vv_cg_emit(c, VV_OP_COPY, 1, loc);
        matcher m = {.allow_irrefutable = k->guard != NULL || i == cases.count - 1};
        emit_pattern(c, &m, k->pattern);
        for (size_t n = 0; n < m.stores.count; n++)
            vv_cg_name(c, m.stores.items[n], VV_CTX_Store, loc);
        if (k->guard != NULL) {
            need_fail_pop(c, &m, 0);
            if (!c->failed)
                vv_cg_jump_if(c, loc, k->guard, m.fail_pop[0], false);
        }
        if (i != last)
            vv_cg_emit(c, VV_OP_POP_TOP, 0, loc);
        vv_cg_stmts(c, k->body, 0);
        vv_cg_emit(c, VV_OP_JUMP, end, VV_NO_LOC);
        emit_fail_pops(c, &m, loc);
    }
    if (has_default) {
        vv_match_case *k = cases.items[cases.count - 1];
        vv_cg_emit(c, VV_OP_NOP, 0, k->pattern->loc);
        if (k->guard != NULL)
            vv_cg_jump_if(c, k->pattern->loc, k->guard, end, false);
        vv_cg_stmts(c, k->body, 0);
    }
    vv_cg_place(c, end);
}
