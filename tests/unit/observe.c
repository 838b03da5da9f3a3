/* observe.c - asking about a program changes nothing in it, every view answers, and the survey finds every reference. */
#include "check.h"

#include "base/mem.h"
#include "object/runtime.h"
#include "observe/survey.h"

static const char source[] =
    "import gc\n"
    "class Node:\n"
    "    __slots__ = ('left', '__dict__')\n"
    "    def __init__(self, n): self.left, self.n = n, [n]\n"
    "    @property\n"
    "    def p(self): return 1\n"
    "nodes = [Node(i) for i in range(50)]\n"
    "ring = []; ring.append(ring)\n"
    "def steps(k):\n"
    "    inner = {'k': k, (1, 2): 3.5}\n"
    "    yield inner\n"
    "g = steps(7); next(g)\n"
    "big, neg = 1 << 200, -1 << 100\n"
    "text, data = 'a\\u00e9\\n\\U0001F600', b'a\\xff'\n"
    "def f(x):\n"
    "    y = lambda: x\n"
    "    while True: pass\n"
    "f(nodes)\n";

typedef struct answer {
    char *text;
    size_t length;
} answer;

static void keep(void *arg, const char *text, size_t n) {
    answer *a = arg;
    a->text = realloc(a->text, n + 1);
    memcpy(a->text, text, n);
    a->text[n] = '\0';
    a->length = n;
}

/* FNV-1a of everything that the program holds. */
static uint64_t sum_of(const vv_vm *vm) {
    uint64_t sum = UINT64_C(0xCBF29CE484222325);
    void *base;
    size_t bytes;
    vv_region(vm, &base, &bytes);
    for (size_t i = 0; i < bytes && base != NULL; i++)
        sum = (sum ^ ((const uint8_t *)base)[i]) * UINT64_C(0x100000001B3);
    return sum;
}

static void every_view_answers_and_changes_nothing(vv_vm *vm) {
    static const char *const questions[] = {
        "objects", "objects root=main limit=20", "objects root=frames depth=2 items=3", "heap", "generations limit=5", "frames",
        "living ids=1", "collect generation=2 limit=20", "collect generation=0", "mro name=Node", "mro bases=Node,object", "making name=Node",
        "class name=Node attribute=p", "class name=Node attribute=nothing",
    };
    answer a = {0};
    uint64_t before = sum_of(vm);
    size_t blocks = vv_mem_blocks(vm->mem);
    for (size_t i = 0; i < sizeof questions / sizeof *questions; i++) {
        CHECK(vv_inspect(vm, questions[i], keep, &a));
        CHECK(a.length > 50 && a.text[0] == '{' && a.text[a.length - 1] == '}');
        CHECK(strstr(a.text, "\"error\"") == NULL);
        CHECK(sum_of(vm) == before && vv_mem_blocks(vm->mem) == blocks);
    }
    CHECK(strstr(a.text, "\"searched\"") != NULL);
    CHECK(vv_inspect(vm, "weather", keep, &a) && strstr(a.text, "there is no such view") != NULL);
    CHECK(vv_inspect(vm, "alive id=12345", keep, &a) && strstr(a.text, "no living object") != NULL);
    CHECK(vv_inspect(vm, "class name=nodes", keep, &a) && strstr(a.text, "no class") != NULL);
    free(a.text);
}

static void the_survey_finds_every_reference(vv_vm *vm) {
    vv_scratch scratch;
    vv_survey v;
    CHECK(vv_scratch_open(&scratch, vm) == 0 && vv_survey_all(&v, vm, &scratch) == 0);
    uint32_t wrong = 0;
    for (uint32_t i = 0; i < v.count; i++)
        wrong += !vv_is_immortal(v.seen[i].object) && v.seen[i].object->refcnt != v.seen[i].found;
    CHECK(v.count > 1000);
    CHECK(wrong == 0);
    vv_scratch_close(&scratch);
}

int main(void) {
    vv_config config = {0};
    vv_vm *vm = vv_unit_start(&config, VV_MODE_EXEC, source);
    for (int i = 0; i < 20; i++)
        CHECK(vv_run(vm, 1000) == VV_BUDGET);
    every_view_answers_and_changes_nothing(vm);
    the_survey_finds_every_reference(vm);
    vv_destroy(vm);
    return vv_unit_end();
}
