/* step.c - steps and breakpoints: where a program pauses, and that it does not notice. */
#include "check.h"

#include "base/config.h"

static char answer[1 << 16], path[1 << 16];

static void keep(void *arg, const char *text, size_t n) {
    (void)arg;
    n = n < sizeof answer ? n : sizeof answer - 1;
    memcpy(answer, text, n);
    answer[n] = '\0';
}

/* The text of a member of the last answer, quotes off. */
static const char *member(const char *name) {
    static char value[256];
    char key[64];
    size_t n = 0;
    snprintf(key, sizeof key, "\"%s\":", name);
    const char *p = strstr(answer, key);
    p = p == NULL ? "?" : p + strlen(key) + (p[strlen(key)] == '"');
    while (p[n] != '\0' && strchr(",\"}", p[n]) == NULL && n < sizeof value - 1)
        n++;
    memcpy(value, p, n);
    value[n] = '\0';
    return value;
}

static vv_vm *start(const char *source) {
    vv_config config = {.audit_every = VV_DEBUG ? 53 : 0};
    return vv_unit_start(&config, VV_MODE_EXEC, source);
}

/* Where it pauses, "line" or "line reason", one after the other; `kinds`: the steps taken, i o u s and - for none. */
static const char *walk(const char *source, const char *kinds, const vv_breakpoint *points, size_t n, uint64_t budget) {
    vv_vm *vm = start(source);
    CHECK(vv_break_at(vm, "unit.py", points, n) == 0);
    path[0] = '\0';
    for (const char *k = kinds; *k != '\0'; k++) {
        vv_set_step(vm, *k == 'i' ? VV_STEP_INTO : *k == 'o' ? VV_STEP_OVER : *k == 'u' ? VV_STEP_OUT : *k == 's' ? VV_STEP_INSTRUCTION : VV_STEP_NONE);
        vv_status status = vv_unit_run(vm, budget);
        char at[256];
        if (status != VV_BREAK) {
            snprintf(at, sizeof at, "%s", status == VV_DONE ? "done" : status == VV_RAISED ? "raised" : "?");
        } else {
            CHECK(vv_inspect(vm, "stop", keep, NULL));
            snprintf(at, sizeof at, "%s", member("line"));
            if (strcmp(member("reason"), "step") != 0)
                snprintf(at + strlen(at), sizeof at - strlen(at), "%s", member("reason"));
            if (strcmp(member("message"), "null") != 0)
                snprintf(at + strlen(at), sizeof at - strlen(at), "(%s)", member("message"));
        }
        snprintf(path + strlen(path), sizeof path - strlen(path), "%s%s", *path == '\0' ? "" : " ", at);
        if (status != VV_BREAK)
            break;
    }
    vv_destroy(vm);
    return path;
}

static void expect(int line, const char *source, const char *kinds, const vv_breakpoint *points, size_t n, const char *wanted) {
    static const uint64_t budgets[] = {0, 1, 7};
    for (size_t k = 0; k < 3; k++) {
        checks++;
        if (strcmp(walk(source, kinds, points, n, budgets[k]), wanted) != 0) {
            failures++;
            fprintf(stderr, "%s:%d: budget %d: %s\n   not %s\n", __FILE__, line, (int)budgets[k], path, wanted);
        }
    }
}
#define STEPS(source, kinds, wanted) expect(__LINE__, source, kinds, NULL, 0, wanted)
#define BREAKS(source, kinds, points, wanted) expect(__LINE__, source, kinds, points, sizeof points / sizeof *points, wanted)
#define POINT(line_, text) {.line = line_, .condition = text, .condition_length = sizeof(text) - 1}

static const char calls[] =
    "def f(x):\n"        /* 1 */
    "    y = x + 1\n"    /* 2 */
    "    return y\n"     /* 3 */
    "a = f(1)\n"         /* 4 */
    "b = f(a) + f(2)\n"  /* 5 */
    "print(end='')\n";   /* 6 */

static void steps_follow_lines_calls_and_returns(void) {
    STEPS(calls, "ooooo", "1 4 5 6 done");
    STEPS(calls, "iiiiiiiiiiiii", "1 4 2 3 4return 5 2 3 5return 2 3 5return 6");
    STEPS(calls, "ooiuou", "1 4 2 4return 5 done");
    STEPS(calls, "ooiiuiuo", "1 4 2 3 4return 5 done");
    STEPS("for i in range(2):\n    x = i\ny = 1", "ooooooo", "1 2 1 2 1 3 done");
    STEPS("x = 0\nwhile x < 3: x += 1\n", "oooooo", "1 2 2 2 done");
}

static void steps_pass_through_generators_and_c(void) {
    STEPS("def g():\n    yield 1\n    yield 2\nfor x in g():\n    y = x\nz = 0", "iiiiiiiiiiiii", "1 4 2 4yield 5 4 3 4yield 5 4 6 done");
    STEPS("def g():\n    yield 1\n    yield 2\nz = sum(g())\n", "iiioooo", "1 4 2 3 4return done");
    STEPS("def k(x):\n    return -x\nz = sorted([1, 2], key=k)\nz = 1", "iiiiiii", "1 3 2 2 3return 4 done");
    STEPS("def k(x):\n    return -x\nz = sorted([1, 2], key=k)\nz = 1", "iiioooo", "1 3 2 3return 4 done");
    STEPS("z = [i\n     for i in (1, 2)]\nz = 0", "ooooooo", "2 1 2 1 2 1 2");
    STEPS("class A:\n    def __del__(self):\n        x = 1\na = A()\ndel a\nz = 1", "iiiiiiii", "1 1 2 1return 4 5 3 6");
    STEPS("class A:\n    def __add__(self, o):\n        return 5\na = A()\nb = a + a\nz = 1", "oooiiii", "1 4 5 3 5return 6 done");
}

static void steps_follow_exceptions(void) {
    STEPS("def f():\n    raise ValueError\ntry:\n    f()\nexcept ValueError:\n    x = 1\nfinally:\n    y = 2\n", "iiiiiiiii",
          "1 3 4 2 5 6 8 done");
    STEPS("def f():\n    try:\n        return 1\n    finally:\n        x = 2\nf()\nz = 1", "iiiiiiii", "1 6 2 3 5 6return 7 done");
    STEPS("def f():\n    1/0\nf()\n", "iiii", "1 3 2 raised");
}

static void the_library_is_passed_through(void) {
    STEPS("import sys\nx = 1", "ii", "1 2");
}

static void breakpoints_pause(void) {
    static const vv_breakpoint two[] = {{.line = 2}, {.line = 6}};
    BREAKS(calls, "-----", two, "2breakpoint 2breakpoint 2breakpoint 6breakpoint done");
    BREAKS(calls, "oo-", two, "1 4 2breakpoint");
    BREAKS(calls, "ooo", two, "1 4 2breakpoint");
    static const vv_breakpoint loop[] = {{.line = 2}};
    BREAKS("x = 0\nwhile x < 2: x += 1\n", "-----", loop, "2breakpoint 2breakpoint done");
}

static void conditions_are_asked_in_the_frame(void) {
    static const vv_breakpoint one[] = {POINT(2, "x > 1")};
    BREAKS(calls, "---", one, "2breakpoint 2breakpoint done");
    static const vv_breakpoint wrong[] = {POINT(2, "nothing > x")};
    BREAKS(calls, "-", wrong, "2condition(NameError: name 'nothing' is not defined)");
    static const vv_breakpoint syntax[] = {POINT(2, "x >")};
    BREAKS(calls, "-", syntax, "2condition(SyntaxError: invalid syntax)");
    static const vv_breakpoint nested[] = {POINT(2, "any(x == i for i in (2, 3))")};
    BREAKS(calls, "---", nested, "2breakpoint 2breakpoint done");
    static const vv_breakpoint cell[] = {POINT(3, " x == 2")};
    BREAKS("def f(x):\n    def g():\n        return x\n    return g\nf(1)(), f(2)(), f(3)()", "---", cell, "3breakpoint done");
    static const vv_breakpoint quiet[] = {POINT(3, "len([i]) and i == 900")};
    BREAKS("import sys\nfor i in range(1000):\n    pass\n", "--", quiet, "3breakpoint done");
}

/* What a program sees of itself does not depend on how it is watched. */
static void nothing_is_noticed(void) {
    static const char source[] = "import sys\n"
                                 "def f(n):\n"
                                 "    o = object()\n"
                                 "    return id(o) if n == 0 else f(n - 1)\n"
                                 "def g():\n"
                                 "    for i in range(30):\n"
                                 "        yield [f(i % 3), sys.getrefcount(i)]\n"
                                 "x = list(g())\n"
                                 "events = []\n"
                                 "sys.settrace(lambda frame, event, arg: events.append((event, frame.f_lineno)))\n"
                                 "f(2)\n"
                                 "sys.settrace(None)\n";
    static const vv_breakpoint point[] = {POINT(3, "n == 77"), POINT(11, "False")};
    uint64_t moments[4];
    char heaps[4][200];
    for (int k = 0; k < 4; k++) {
        vv_vm *vm = start(source);
        vv_pause_at_end(vm, true);
        if (k == 1)
            vv_set_step(vm, VV_STEP_INTO);
        if (k == 2)
            CHECK(vv_break_at(vm, "unit.py", point, 1) == 0);
        if (k == 3)
            CHECK(vv_break_at(vm, "unit.py", point, 2) == 0);
        for (;;) {
            CHECK(vv_unit_run(vm, 13) == VV_BREAK);
            CHECK(vv_inspect(vm, "stop", keep, NULL));
            if (strcmp(member("reason"), "end") == 0)
                break;
            vv_set_step(vm, VV_STEP_INTO);
        }
        moments[k] = vv_instructions(vm);
        CHECK(vv_inspect(vm, "objects root=main depth=1", keep, NULL));
        const char *events = strstr(answer, "events");
        CHECK(events != NULL);
        CHECK(vv_inspect(vm, "heap", keep, NULL));
        char *ids = strstr(answer, ",\"byType\"");
        CHECK(ids != NULL);
        snprintf(heaps[k], sizeof heaps[k], "%.*s", (int)(ids == NULL ? 0 : ids - answer), answer); /* ids are addresses: each program's own */
        CHECK(vv_unit_run(vm, 0) == VV_DONE);
        vv_destroy(vm);
        CHECK(moments[k] == moments[0]);
    }
    CHECK(strcmp(heaps[0], heaps[1]) == 0);
}

static void run_to_a_line_and_on(void) {
    vv_vm *vm = start(calls);
    CHECK(vv_run_to(vm, "unit.py", 3) == 0);
    CHECK(vv_unit_run(vm, 0) == VV_BREAK);
    CHECK(vv_inspect(vm, "stop", keep, NULL));
    CHECK(strcmp(member("line"), "3") == 0 && strcmp(member("function"), "f") == 0);
    vv_set_step(vm, VV_STEP_OUT);
    CHECK(vv_unit_run(vm, 0) == VV_BREAK);
    CHECK(vv_inspect(vm, "stop", keep, NULL));
    CHECK(strcmp(member("reason"), "return") == 0 && strcmp(member("text"), "2") == 0);
    CHECK(vv_unit_run(vm, 0) == VV_DONE);
    vv_destroy(vm);
}

static void instructions_are_stepped(void) {
    vv_vm *vm = start("x = 1\ny = x\n");
    uint64_t before = 0;
    int pauses = 0;
    for (;; pauses++) {
        vv_set_step(vm, VV_STEP_INSTRUCTION);
        if (vv_unit_run(vm, 0) != VV_BREAK)
            break;
        CHECK(pauses == 0 || vv_instructions(vm) > before);
        before = vv_instructions(vm);
    }
    CHECK(pauses == 6); /* RESUME LOAD_CONST STORE_NAME LOAD_NAME STORE_NAME RETURN_CONST */
    vv_destroy(vm);
}

static void a_waiting_program_steps_on(void) {
    vv_vm *vm = start("x = input()\ny = 1\n");
    vv_set_step(vm, VV_STEP_OVER);
    CHECK(vv_unit_run(vm, 0) == VV_BREAK);
    vv_set_step(vm, VV_STEP_OVER);
    CHECK(vv_unit_run(vm, 0) == VV_WAIT);
    vv_give_input(vm, "a\n", 2, false);
    CHECK(vv_unit_run(vm, 0) == VV_BREAK);
    CHECK(vv_inspect(vm, "stop", keep, NULL));
    CHECK(strcmp(member("line"), "2") == 0);
    vv_interrupt(vm);
    vv_set_step(vm, VV_STEP_NONE);
    CHECK(vv_unit_run(vm, 0) == VV_RAISED);
    vv_destroy(vm);
}

static void an_interrupt_ends_an_endless_condition(void) {
    static const vv_breakpoint point[] = {POINT(1, "[0 for _ in iter(int, 1)]")};
    vv_vm *vm = start("x = 1\n");
    CHECK(vv_break_at(vm, "unit.py", point, 1) == 0);
    for (int k = 0; k < 20; k++)
        CHECK(vv_run(vm, 1000) == VV_BUDGET);
    vv_interrupt(vm);
    CHECK(vv_unit_run(vm, 1000) == VV_RAISED);
    vv_destroy(vm);
}

static void a_text_is_compiled_only(void) {
    vv_vm *vm = start("x = 1\nwhile True: pass\n");
    CHECK(vv_run(vm, 1000) == VV_BUDGET);
    CHECK(vv_check_source(vm, "a.py", "x = (\n", 6, keep, NULL));
    CHECK(strstr(answer, "'(' was never closed") != NULL);
    CHECK(vv_check_source(vm, "a.py", "x = 1\n\nx = 2", 12, keep, NULL));
    CHECK(strstr(answer, "\"error\":null") != NULL && strstr(answer, "\"lines\":[1,3]") != NULL);
    CHECK(vv_run(vm, 1000) == VV_BUDGET);
    vv_destroy(vm);
}

int main(void) {
    steps_follow_lines_calls_and_returns();
    steps_pass_through_generators_and_c();
    steps_follow_exceptions();
    the_library_is_passed_through();
    breakpoints_pause();
    conditions_are_asked_in_the_frame();
    nothing_is_noticed();
    run_to_a_line_and_on();
    instructions_are_stepped();
    a_waiting_program_steps_on();
    an_interrupt_ends_an_endless_condition();
    a_text_is_compiled_only();
    return vv_unit_end();
}
