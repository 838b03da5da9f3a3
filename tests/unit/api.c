/* api.c - the embedding API as a host uses it: budgets, waits, requests, interrupts, limits, one piece after another. */
#include "check.h"

static vv_vm *start(const char *source, vv_mode mode) {
    vv_config config = {0};
    return vv_unit_start(&config, mode, source);
}

static vv_status run(vv_vm *vm) {
    return vv_unit_run(vm, 1000);
}

static void a_program_ends(void) {
    vv_vm *vm = start("x = 1 + 1", VV_MODE_EXEC);
    CHECK(run(vm) == VV_DONE);
    CHECK(vv_exit_code(vm) == 0);
    vv_destroy(vm);
}

static void code_from_bytes_is_verified_before_it_runs(void) {
    vv_vm *vm = start("import marshal\n"
                      "code = compile('def f(a): return a', 'm', 'exec').co_consts[0]\n"
                      "good = marshal.dumps(code)\n"
                      "at = good.find(code.co_code) + 2\n"
                      "def f(): pass\n"
                      "class C: __init__ = f\n"
                      "f.__code__ = marshal.loads(good)\n"
                      "assert f(5) == 5\n"
                      "f.__code__ = marshal.loads(good[:at] + bytes([1]) + good[at + 1:])\n" /* POP_TOP of an empty stack */
                      "for call in (lambda: f(1), lambda: f(a=1), lambda: C(), lambda: next(map(f, [1])), lambda: exec(f.__code__)):\n"
                      "    try:\n"
                      "        call()\n"
                      "        assert False\n"
                      "    except SystemError as e:\n"
                      "        assert 'stack underflow' in str(e)\n", VV_MODE_EXEC);
    CHECK(run(vm) == VV_DONE);
    vv_destroy(vm);
}

static void an_endless_loop_gives_control_back(void) {
    vv_vm *vm = start("while True: pass", VV_MODE_EXEC);
    for (int k = 0; k < 100; k++)
        CHECK(vv_run(vm, 1000) == VV_BUDGET);
    uint64_t before = vv_instructions(vm);
    CHECK(vv_run(vm, 5000) == VV_BUDGET);
    CHECK(vv_instructions(vm) >= before + 5000);
    vv_interrupt(vm);
    CHECK(run(vm) == VV_RAISED);
    CHECK(vv_exit_code(vm) == 130);
    vv_destroy(vm);
}

static void an_endless_iteration_in_c_gives_control_back(void) {
    vv_vm *vm = start("class E:\n    def __getitem__(self, i): return i\nlist(zip(E(), E()))", VV_MODE_EXEC);
    for (int k = 0; k < 20; k++)
        CHECK(vv_run(vm, 1000) == VV_BUDGET);
    vv_destroy(vm);
}

static void input_waits_without_blocking(void) {
    vv_vm *vm = start("name = input()\nassert name == 'Ada', name\ntry:\n    input()\nexcept EOFError:\n    pass", VV_MODE_EXEC);
    CHECK(run(vm) == VV_WAIT);
    CHECK(vv_wait_for(vm).input);
    CHECK(run(vm) == VV_WAIT); /* nothing has come: still waiting */
    vv_give_input(vm, "Ad", 2, false);
    CHECK(run(vm) == VV_WAIT); /* half a line */
    vv_give_input(vm, "a\n", 2, false);
    CHECK(run(vm) == VV_WAIT);
    vv_give_input(vm, "", 0, true);
    CHECK(run(vm) == VV_DONE);
    CHECK(vv_exit_code(vm) == 0);
    vv_destroy(vm);
}

static void an_interrupt_ends_a_wait(void) {
    vv_vm *vm = start("try:\n    input()\nexcept KeyboardInterrupt:\n    raise SystemExit(7)", VV_MODE_EXEC);
    CHECK(run(vm) == VV_WAIT);
    vv_interrupt(vm);
    CHECK(run(vm) == VV_DONE);
    CHECK(vv_exit_code(vm) == 7);
    vv_destroy(vm);
}

static void sleep_tells_its_deadline(void) {
    vv_vm *vm = start("import time\ntime.sleep(0.02)", VV_MODE_EXEC);
    vv_status status = run(vm);
    CHECK(status == VV_WAIT);
    CHECK(!vv_wait_for(vm).input);
    CHECK(vv_wait_for(vm).deadline_ns != INT64_MAX);
    while (status == VV_WAIT)
        status = run(vm);
    CHECK(status == VV_DONE);
    vv_destroy(vm);
}

static void files_are_requests(void) {
    vv_vm *vm = start("with open('in.txt') as f:\n    text = f.read()\n"
                      "with open('out.txt', 'w') as f:\n    f.write(text.upper())\n"
                      "try:\n    open('none')\nexcept FileNotFoundError as e:\n    assert e.errno == 2, e.errno",
                      VV_MODE_EXEC);
    char stored[16] = "";
    int reads = 0;
    while (run(vm) == VV_HOST) {
        vv_request_info request = vv_request(vm);
        if (request.kind == VV_REQ_WRITE_FILE) {
            CHECK(strcmp(request.path, "out.txt") == 0 && request.size < sizeof stored);
            memcpy(stored, request.data, request.size);
            stored[request.size] = 0;
            vv_answer(vm, 0, NULL, 0);
        } else if (strcmp(request.path, "in.txt") == 0) {
            CHECK(request.kind == VV_REQ_READ_FILE);
            reads++;
            vv_answer(vm, 0, "hello", 5);
        } else {
            vv_answer(vm, 2, NULL, 0);
        }
    }
    CHECK(reads == 1);
    CHECK(strcmp(stored, "HELLO") == 0);
    CHECK(run(vm) == VV_DONE);
    CHECK(vv_exit_code(vm) == 0);
    vv_destroy(vm);
}

static void pieces_share_a_namespace(void) {
    vv_vm *vm = start("x = 41\n", VV_MODE_SINGLE);
    CHECK(run(vm) == VV_DONE);
    vv_start(vm, VV_MODE_SINGLE, "unit.py", "y = x + 1\n", 10);
    CHECK(run(vm) == VV_DONE);
    vv_start(vm, VV_MODE_SINGLE, "unit.py", "assert y == 42\n", 15);
    CHECK(run(vm) == VV_DONE);
    CHECK(vv_source_complete(vm, "def f():\n", 9) == 0);
    CHECK(vv_source_complete(vm, "1 + 1\n", 6) == 1);
    CHECK(vv_source_complete(vm, "1 +* 1\n", 7) == 1);
    vv_destroy(vm);
}

static void keep(vv_vm *vm, const char *name, const char *source) {
    vv_start(vm, VV_MODE_KEEP, name, source, strlen(source));
}

static void files_share_a_namespace(void) {
    vv_vm *vm = start("import sys\nx = [41]\ndef f(): return 1 / 0\n", VV_MODE_KEEP);
    CHECK(run(vm) == VV_DONE);
    keep(vm, "<check>", "assert x == [41] and __file__ == 'unit.py' and sys.path[0] != '<check>'\nf()\n");
    CHECK(run(vm) == VV_RAISED);
    keep(vm, "<ask>", "e = sys.last_exc\nassert type(e) is ZeroDivisionError is sys.last_type and e is sys.last_value\n"
                      "assert sys.last_traceback is e.__traceback__ and e.__traceback__.tb_lineno == 2\n"
                      "del e, sys.last_exc, sys.last_type, sys.last_value, sys.last_traceback\n");
    CHECK(run(vm) == VV_DONE);
    keep(vm, "<broken>", "def f(:\n");
    CHECK(run(vm) == VV_RAISED);
    keep(vm, "<ask>", "assert type(sys.last_exc) is SyntaxError\nraise SystemExit(7)\n");
    CHECK(run(vm) == VV_DONE);
    CHECK(vv_exit_code(vm) == 7);
    vv_start(vm, VV_MODE_EXEC, "unit.py", "assert x", 8);
    CHECK(run(vm) == VV_DONE);
    vv_destroy(vm);
}

static void limits_hold(void) {
    vv_config config = {.max_instructions = 20000};
    vv_vm *vm = vv_create(&config);
    vv_start(vm, VV_MODE_EXEC, "unit.py", "while True: pass", 16);
    CHECK(run(vm) == VV_DONE);
    CHECK(vv_exit_code(vm) == 124);
    vv_destroy(vm);

    vv_config small = {.max_memory = 16 << 20};
    static const char source[] = "try:\n    x = []\n    while True: x.append([0] * 1000)\nexcept MemoryError:\n    x = None\n    raise SystemExit(5)";
    vm = vv_create(&small);
    vv_start(vm, VV_MODE_EXEC, "unit.py", source, strlen(source));
    CHECK(run(vm) == VV_DONE);
    CHECK(vv_exit_code(vm) == 5);
    CHECK(vv_memory_peak(vm) <= 16 << 20);
    vv_destroy(vm);
}

static void the_same_run_has_the_same_moments(void) {
    static const char source[] = "def f(n): return n if n < 2 else f(n - 1) + f(n - 2)\nf(12)\nsorted(range(50), key=lambda x: -x)";
    uint64_t counts[3];
    for (int k = 0; k < 3; k++) {
        vv_config config = {.traced = k == 1};
        vv_vm *vm = vv_create(&config);
        vv_start(vm, VV_MODE_EXEC, "unit.py", source, strlen(source));
        while (vv_run(vm, k == 2 ? 7 : 0) == VV_BUDGET) {
        }
        counts[k] = vv_instructions(vm);
        vv_destroy(vm);
    }
    CHECK(counts[0] == counts[1]);
    CHECK(counts[0] == counts[2]);
}

int main(void) {
    a_program_ends();
    code_from_bytes_is_verified_before_it_runs();
    an_endless_loop_gives_control_back();
    an_endless_iteration_in_c_gives_control_back();
    input_waits_without_blocking();
    an_interrupt_ends_a_wait();
    sleep_tells_its_deadline();
    files_are_requests();
    pieces_share_a_namespace();
    files_share_a_namespace();
    limits_hold();
    the_same_run_has_the_same_moments();
    return vv_unit_end();
}
