/* watch.c - see watch.h. */
#include "vm/watch.h"

#include <string.h>

#include "code/linetable.h"
#include "code/opcode.h"
#include "object/error.h"
#include "types/bytes.h"
#include "types/dict.h"
#include "types/list.h"
#include "types/str.h"
#include "types/tuple.h"

/* What is settled of the next instruction of frame w->at. */
enum stage { STAGE_NOTHING, STAGE_ASKED, STAGE_PASSED };

/* ---- what to watch for ---- */

static void refresh(vv_watch *w) {
    bool on = w->kind != VV_STEP_NONE || w->n_lines > 0;
    if (on && !w->on) { /* nobody has kept these up to date */
        w->told = NULL;
        memset(w->codes, 0, sizeof w->codes);
    }
    w->on = on;
}

static bool is_library(const vv_code *co) {
    static const char *const prefixes[] = {"/lib/", "<frozen "};
    for (size_t k = 0; k < VV_ARRAY_LEN(prefixes); k++) {
        size_t n = strlen(prefixes[k]), i = 0;
        if (vv_str_length(co->filename) < n)
            continue;
        while (i < n && vv_str_at(co->filename, i) == (uint8_t)prefixes[k][i])
            i++;
        if (i == n)
            return true;
    }
    return false;
}

void vv_watch_step(vv_vm *vm, vv_step_kind kind) {
    vv_watch *w = &vm->watch;
    vv_thread *t = vm->main_thread;
    int32_t depth = t->depth;
    vv_frame *f = t->frame;
    for (; f != NULL; f = f->back) {
        if (f->kind != VV_FRAME_PY)
            continue;
        if (!is_library(VV_PYFRAME(f)->code))
            break;
        depth--;
    }
    if (f == NULL) /* nothing of the program's own runs yet */
        kind = kind == VV_STEP_OVER ? VV_STEP_INTO : kind == VV_STEP_OUT ? VV_STEP_NONE : kind;
    w->kind = (uint8_t)kind;
    w->frame = f;
    w->depth = depth;
    w->left = 0;
    w->value = NULL;
    refresh(w);
}

/* Number of a file name, entered if it is new; -1: no room. */
static int file_number(vv_watch *w, const char *file) {
    size_t n = strlen(file) + 1;
    int k = 0;
    while (k < w->n_files && strcmp(w->files[k], file) != 0)
        k++;
    if (k < w->n_files)
        return k;
    if (n > VV_WATCH_NAME || k == VV_WATCH_FILES)
        return -1;
    memcpy(w->files[k], file, n);
    w->n_files++;
    memset(w->codes, 0, sizeof w->codes);
    return k;
}

int vv_watch_run_to(vv_vm *vm, const char *file, int line) {
    int number = file_number(&vm->watch, file);
    if (number < 0)
        return -1;
    vm->watch.to_file = (int16_t)number;
    vm->watch.to_line = line;
    vv_watch_step(vm, VV_STEP_TO);
    return 0;
}

void vv_watch_end(vv_vm *vm, bool pause) {
    vm->watch.pause_at_end = pause;
}

void vv_watch_over(vv_vm *vm) {
    vm->watch.kind = VV_STEP_NONE;
    vm->watch.frame = NULL;
    vm->watch.stage = STAGE_NOTHING;
    refresh(&vm->watch);
}

/* ---- breakpoints ---- */

int vv_watch_break_at(vv_vm *vm, const char *file, const vv_breakpoint *points, size_t n) {
    vv_watch *w = &vm->watch;
    int number = file_number(w, file);
    size_t kept = 0;
    for (size_t i = 0; i < w->n_lines; i++)
        kept += w->lines[i].file != number;
    if (number < 0 || n > VV_WATCH_LINES - kept)
        return -1;
    kept = 0;
    for (size_t i = 0; i < w->n_lines; i++)
        if (w->lines[i].file != number)
            w->lines[kept++] = w->lines[i];
    for (size_t i = 0; i < n; i++)
        w->lines[kept + i] = (struct vv_watch_line){.line = points[i].line, .file = (int16_t)number, .condition = -1};
    w->n_lines = (uint16_t)(kept + n);
    memset(w->codes, 0, sizeof w->codes);
    refresh(w);
    return (int)kept;
}

static const struct vv_watch_line *breakpoint_at(const vv_watch *w, int file, int line) {
    for (size_t i = 0; i < w->n_lines; i++)
        if (w->lines[i].line == line && w->lines[i].file == file)
            return &w->lines[i];
    return NULL;
}

/* ---- conditions and values ---- */

static void keep_message(vv_watch *w, const char *text, size_t n) {
    if (n >= sizeof w->message)
        for (n = sizeof w->message - 1; n > 0 && ((uint8_t)text[n] & 0xC0) == 0x80; n--) {
        }
    memcpy(w->message, text, n);
    w->message[n] = '\0';
}

/* Keeps a str; none without memory. */
static void keep_text(vv_thread *t, vv_ref text) {
    size_t n;
    const char *utf8 = vv_str_utf8_peek(t, text, &n);
    if (utf8 != NULL)
        keep_message(&t->vm->watch, utf8, n);
    else
        vv_clear_error(t);
}

/* "NameError: name 'x' is not defined" from an exception's type and its text, a str or NULL. */
static void keep_error(vv_thread *t, vv_ref exc, vv_ref text) {
    bool empty = text == NULL || vv_str_length(text) == 0;
    VV_AUTO whole = {t, empty ? NULL : vv_format(t, "%s: %U", exc->type->tp_name, text)};
    size_t n = 0;
    const char *utf8 = whole.o == NULL ? NULL : vv_str_utf8_peek(t, whole.o, &n);
    if (utf8 != NULL)
        keep_message(&t->vm->watch, utf8, n);
    else
        keep_message(&t->vm->watch, exc->type->tp_name, strlen(exc->type->tp_name));
    if (t->exc != NULL)
        vv_clear_error(t);
}

static int64_t moment(const vv_thread *t) {
    return (int64_t)t->executed + (t->vm->watch.slice - t->budget) + (t->vm->watch.slice - t->ticks);
}

/* argv: code, globals, locals; slot: 0 value, 1 exception; i: 0 moment, 1 VV_HOOK_OTHER, 2 the hook that runs (vv_native *), 3 gc
 * enabled. Never fails, except by an interrupt: what goes wrong is kept as a message. Counts no instruction. */
static vv_step condition_native(vv_thread *t, vv_native *nf) {
    vv_watch *w = &t->vm->watch;
    VV_BEGIN(nf);
    nf->i[0] = moment(t);
    nf->i[1] = VV_HOOK_OTHER;
    nf->i[2] = (int64_t)(intptr_t)t->hook_frame;
    nf->i[3] = t->vm->gc.enabled;
    t->hook_frame = nf; /* trace functions hear nothing of this */
    t->vm->gc.enabled = false;
    VV_AWAIT_CATCH(nf, vv_frame_exec(t, nf->argv[0], nf->argv[1], nf->argv[2], NULL));
    if (!nf->raised) {
        nf->slot[0] = vv_take_ret(t);
        VV_AWAIT_CATCH(nf, w->evaluates ? vv_do_repr(t, nf->slot[0]) : vv_do_truth(t, nf->slot[0]));
    }
    w->hit = nf->raised || w->evaluates || t->ival != 0;
    w->message[0] = '\0';
    if (!nf->raised && w->evaluates) {
        vv_setref_take(t, &nf->slot[0], vv_take_ret(t));
        keep_text(t, nf->slot[0]);
    }
    if (nf->raised && !vv_error_is(t, VV_KeyboardInterrupt)) {
        nf->slot[1] = vv_take_error(t);
        VV_AWAIT_CATCH(nf, vv_do_str(t, nf->slot[1]));
        if (nf->raised)
            vv_clear_error(t);
        vv_setref_take(t, &nf->slot[0], nf->raised ? NULL : vv_take_ret(t));
        keep_error(t, nf->slot[1], nf->slot[0]);
        vv_clearref(t, &nf->slot[1]);
    }
    vv_clearref(t, &nf->slot[0]);
    t->hook_frame = (vv_native *)(intptr_t)nf->i[2];
    t->vm->gc.enabled = nf->i[3] != 0;
    t->executed -= (uint64_t)(moment(t) - nf->i[0]);
    if (t->exc != NULL) {
        w->stage = STAGE_NOTHING;
        return VV_FAILED;
    }
    return vv_return_null(t);
    VV_END(nf);
}

static bool asks(const vv_thread *t) {
    return t->hook_frame != NULL && t->hook_frame->fn == condition_native;
}

/* Does the code define functions, which look names up in their globals? */
static bool nests(const vv_code *co) {
    const vv_tuple *consts = VV_TUPLE(co->consts);
    for (size_t i = 0; i < consts->length; i++)
        if (consts->items[i]->type->id == VV_T_CODE)
            return true;
    return false;
}

/* Adds a frame's variables to a dict. 0/-1. */
static int add_variables(vv_thread *t, const vv_pyframe *f, vv_ref dict) {
    const uint8_t *kinds = (const uint8_t *)VV_BYTES(f->code->localspluskinds)->data;
    for (int32_t i = 0; i < f->code->nlocalsplus; i++) {
        vv_ref value = f->local[i];
        if (value != NULL && (kinds[i] & (VV_LOCAL_CELL | VV_LOCAL_FREE)) != 0 && VV_IS(t, value, CELL))
            value = VV_CELL_OF(value)->value;
        if (value != NULL && vv_dict_set_str(t, dict, VV_TUPLE(f->code->localsplusnames)->items[i], value) < 0)
            return -1;
    }
    return 0;
}

/* Pushes the evaluation of a condition over f. 0/-1 */
static int push_condition(vv_thread *t, vv_pyframe *f, vv_ref code) {
    bool function = (f->code->flags & VV_CO_OPTIMIZED) != 0;
    VV_AUTO locals = {t, function ? vv_dict_new(t) : vv_newref(f->locals == NULL ? f->globals : f->locals)};
    if (locals.o == NULL || (function && add_variables(t, f, locals.o) < 0))
        return -1;
    VV_AUTO globals = {t, function && nests(VV_CODE_OF(code)) ? vv_dict_copy(t, f->globals) : vv_newref(f->globals)};
    if (globals.o == NULL || (globals.o != f->globals && add_variables(t, f, globals.o) < 0))
        return -1;
    vv_obj *argv[] = {VV_OBJ(code), globals.o, locals.o};
    return vv_push_native(t, condition_native, "condition", argv, VV_ARRAY_LEN(argv)) == NULL ? -1 : 0;
}

/* Begins to ask: VV_PUSHED; VV_READY: w->hit is known. */
static vv_step ask(vv_thread *t, vv_pyframe *f, const struct vv_watch_line *point) {
    vv_watch *w = &t->vm->watch;
    vv_ref condition = VV_LIST(w->conditions)->items[point->condition];
    w->hit = true;
    if (VV_ISA(condition, STR)) { /* it does not compile */
        size_t n;
        const char *text = vv_str_utf8_peek(t, condition, &n);
        if (text != NULL) {
            keep_message(w, text, n);
            return VV_READY;
        }
    } else if (push_condition(t, f, condition) == 0) {
        w->at = f;
        w->stage = STAGE_ASKED;
        return VV_PUSHED;
    }
    VV_AUTO exc = {t, vv_take_error(t)};
    keep_error(t, exc.o, NULL);
    return VV_READY;
}

int vv_watch_evaluate(vv_thread *t, vv_ref code) {
    vv_watch *w = &t->vm->watch;
    vv_pyframe *f = vv_frame_python(t->frame);
    if (!w->paused || f == NULL || &f->head != t->frame || push_condition(t, f, code) < 0)
        return -1;
    w->evaluates = true;
    w->at = f;
    w->stage = STAGE_ASKED;
    w->on = true;
    return 0;
}

/* ---- before an instruction ---- */

static bool same_name(vv_ref name, const char *utf8) {
    const uint8_t *p = (const uint8_t *)utf8;
    size_t n = vv_str_length(name), i = 0;
    for (; i < n && *p != 0; i++) {
        uint32_t c = *p++;
        int more = c < 0xC0 ? 0 : c < 0xE0 ? 1 : c < 0xF0 ? 2 : 3;
        for (c = more == 0 ? c : c & (0x3Fu >> more); more > 0 && *p != 0; more--)
            c = c << 6 | (*p++ & 0x3F);
        if (vv_str_at(name, i) != c)
            return false;
    }
    return i == n && *p == 0;
}

static bool has_points(const vv_watch *w, const vv_code *co, int file) {
    vv_linetable_reader r;
    vv_linetable_begin(&r, (const uint8_t *)VV_BYTES(co->linetable)->data, VV_BYTES(co->linetable)->length, co->firstlineno);
    while (vv_linetable_next(&r))
        if (breakpoint_at(w, file, r.position.line) != NULL)
            return true;
    return false;
}

static struct vv_watch_code *known_code(vv_watch *w, const vv_code *co) {
    struct vv_watch_code *known = &w->codes[((uintptr_t)co >> 4) % VV_WATCH_CODES];
    if (known->code != co) {
        *known = (struct vv_watch_code){.code = co, .file = -1, .library = is_library(co)};
        for (int k = 0; k < w->n_files; k++)
            if (same_name(co->filename, w->files[k]))
                known->file = (int16_t)k;
        known->points = known->file >= 0 && has_points(w, co, known->file);
    }
    return known;
}

static bool returns(int kind) {
    return kind == VV_STEP_INTO || kind == VV_STEP_OVER || kind == VV_STEP_OUT;
}

/* VV_WAITING to pause, VV_PUSHED to ask a condition first, VV_READY to go on. */
static vv_step decide(vv_thread *t, vv_pyframe *f, uint32_t unit) {
    vv_watch *w = &t->vm->watch;
    struct vv_watch_code *known = known_code(w, f->code);
    if (w->at == f && w->stage == STAGE_ASKED) {
        w->stage = STAGE_NOTHING;
        w->reason = w->evaluates ? VV_PAUSE_VALUE : w->message[0] == '\0' ? VV_PAUSE_BREAKPOINT : VV_PAUSE_CONDITION;
        w->evaluates = false;
        return w->hit ? VV_WAITING : VV_READY;
    }
    if (known->library || (w->kind == VV_STEP_NONE && !known->points))
        return VV_READY;
    if (w->kind == VV_STEP_INSTRUCTION) {
        w->reason = VV_PAUSE_STEP;
        return VV_WAITING;
    }
    if (unit < f->code->first_traceable)
        return VV_READY;
    int op = vv_opcode_base(VV_UNIT_OP(*f->ip));
    for (const vv_codeunit *u = f->ip; op == VV_OP_EXTENDED_ARG;)
        op = vv_opcode_base(VV_UNIT_OP(*++u));
    bool begins = vv_begins_line(f->code, &known->memo, unit, op, w->previous);
    int line = vv_line_at(f->code, &known->memo, unit);
    const struct vv_watch_line *point = begins && known->points ? breakpoint_at(w, known->file, line) : NULL;
    if (point != NULL && point->condition < 0) {
        w->reason = VV_PAUSE_BREAKPOINT;
        return VV_WAITING;
    }
    bool same = f == w->frame && (w->left == 0 || f->head.owner == VV_OWNER_GENERATOR);
    if (begins && (w->kind == VV_STEP_INTO || (w->kind == VV_STEP_OVER && (same || t->depth < w->depth)) ||
                   (w->kind == VV_STEP_TO && line == w->to_line && known->file == w->to_file))) {
        w->reason = VV_PAUSE_STEP;
        return VV_WAITING;
    }
    if (w->left != 0 && t->depth < w->depth && line > 0 && returns(w->kind)) {
        w->reason = w->left;
        return VV_WAITING;
    }
    if (point == NULL)
        return VV_READY;
    vv_step s = ask(t, f, point);
    w->reason = VV_PAUSE_CONDITION;
    return s == VV_READY ? VV_WAITING : s;
}

vv_step vv_watch_instruction(vv_thread *t, vv_pyframe *f) {
    vv_watch *w = &t->vm->watch;
    if (!w->on)
        return vv_hook_instruction(t, f);
    if (asks(t))
        return VV_READY;
    uint32_t unit = vv_frame_unit(f);
    if (w->at != f || w->stage != STAGE_PASSED) {
        vv_step s = decide(t, f, unit);
        if (s == VV_PUSHED)
            return s;
        if (s == VV_WAITING || vv_hooked(t)) {
            w->at = f;
            w->stage = STAGE_PASSED;
        }
        if (s == VV_WAITING) {
            w->kind = VV_STEP_NONE;
            w->paused = true;
            return s;
        }
    }
    if (vv_hooked(t)) {
        vv_step s = vv_hook_instruction(t, f);
        if (s != VV_READY)
            return s;
    }
    w->told = f;
    w->previous = unit;
    if (w->at == f)
        w->stage = STAGE_NOTHING;
    return VV_READY;
}
