/* observe.c - reads a question, asks the view, hands the answer over. */
#include "observe/observe.h"

#include <stdio.h>
#include <string.h>

static const struct {
    const char *name;
    vv_view *view;
} views[] = {
    {"objects", vv_view_objects}, {"referrers", vv_view_referrers},     {"alive", vv_view_alive},
    {"heap", vv_view_heap},       {"generations", vv_view_generations}, {"frames", vv_view_frames},
    {"code", vv_view_code},       {"collect", vv_view_collect},         {"bytes", vv_view_bytes},
    {"class", vv_view_class},     {"stop", vv_view_stop},   {"living", vv_view_living},
    {"names", vv_view_names},     {"table", vv_view_table},           {"lookup", vv_view_lookup},
    {"mro", vv_view_mro},         {"making", vv_view_making},
};

int vv_question_text(const vv_question *q, const char *key, const char **ret) {
    size_t n = strlen(key);
    for (const char *p = q->options; *p != '\0'; p += strcspn(p, " ")) {
        p += strspn(p, " ");
        if (strncmp(p, key, n) == 0 && p[n] == '=') {
            *ret = p + n + 1;
            return (int)strcspn(*ret, " ");
        }
    }
    return -1;
}

int64_t vv_question_int(const vv_question *q, const char *key, int64_t otherwise) {
    const char *text;
    int n = vv_question_text(q, key, &text);
    int64_t value = 0;
    for (int i = 0; i < n; i++) {
        if (text[i] < '0' || text[i] > '9' || value > INT64_MAX / 10 - 9)
            return otherwise;
        value = value * 10 + (text[i] - '0');
    }
    return n <= 0 ? otherwise : value;
}

static void head(vv_json *j, vv_vm *vm, const char *view) {
    vv_json_open(j, '{');
    vv_json_put_int(j, "version", VV_OBSERVE_VERSION);
    if (view != NULL) {
        vv_json_put_cstr(j, "view", view);
        vv_json_put_int(j, "moment", (int64_t)vm->main_thread->executed);
    }
}

bool vv_observe(vv_vm *vm, const char *question, void (*write)(void *arg, const char *text, size_t n), void *arg) {
    vv_scratch scratch;
    if (vv_scratch_open(&scratch, vm) < 0)
        return false;
    size_t n = strcspn(question, " ");
    vv_json j = {.scratch = &scratch};
    vv_question q = {.vm = vm, .scratch = &scratch, .j = &j, .options = question + n, .error = "there is no such view"};
    for (size_t i = 0; i < VV_ARRAY_LEN(views); i++) {
        if (strlen(views[i].name) != n || memcmp(views[i].name, question, n) != 0)
            continue;
        q.error = NULL;
        views[i].view(&q);
        break;
    }
    if (q.error != NULL) {
        vv_json_begin(&j, &scratch);
        head(&j, vm, NULL);
        vv_json_put_cstr(&j, "error", q.error);
    }
    vv_json_close(&j, '}');
    if (!scratch.failed)
        write(arg, j.text, j.length);
    vv_scratch_close(&scratch);
    return !scratch.failed;
}

void vv_view_begin(vv_question *q, const char *view) {
    vv_json_begin(q->j, q->scratch);
    head(q->j, q->vm, view);
}
