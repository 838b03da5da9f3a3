/* kernel.c - requests to the host and standard input (kernel/kernel.h). */
#include "kernel/kernel.h"

#include <string.h>

#include "base/library.h"
#include "kernel/descriptors.h"
#include "object/alloc.h"
#include "object/error.h"

int vv_kernel_init(vv_thread *t) {
    t->vm->kernel = vv_alloc(t, sizeof(struct vv_kernel));
    if (t->vm->kernel == NULL)
        return -1;
    memset(t->vm->kernel, 0, sizeof(struct vv_kernel));
    return vv_fd_init(t);
}

void vv_kernel_free(vv_thread *t) {
    struct vv_kernel *k = t->vm->kernel;
    if (k == NULL)
        return;
    for (int which = 0; which < VV_DATA__COUNT; which++) {
        vv_free(t, (void *)t->vm->data[which]);
        t->vm->data[which] = NULL;
    }
    vv_fd_free(t);
    vv_free(t, k->path.data);
    vv_free(t, k->folder.data);
    vv_free(t, k->data.data);
    vv_free(t, k->answer.data);
    vv_free(t, k->input.data);
    vv_free(t, k);
    t->vm->kernel = NULL;
}

int vv_bytebuf_append(vv_vm *vm, vv_bytebuf *b, const void *bytes, size_t n) {
    if (b->capacity - b->length < n + 1) {
        size_t capacity = b->length + n + 1 + b->length / 2;
        if (b->length == 0) { /* what it held is not worth a copy */
            vv_mem_free(vm->mem, b->data);
            *b = (vv_bytebuf){0};
        }
        char *bigger = vv_mem_realloc(vm->mem, b->data, capacity);
        if (bigger == NULL)
            return -1;
        b->data = bigger;
        b->capacity = capacity;
    }
    if (n != 0)
        memcpy(b->data + b->length, bytes, n);
    b->length += n;
    b->data[b->length] = 0;
    return 0;
}

void vv_bytebuf_clear(vv_bytebuf *b) {
    b->length = 0;
}

int vv_kernel_put_path(vv_vm *vm, vv_bytebuf *b, const char *path, size_t n) {
    const vv_bytebuf *folder = &vm->kernel->folder;
    if (folder->length > 0 && n > 0 && path[0] != '/' &&
        (vv_bytebuf_append(vm, b, folder->data, folder->length) < 0 ||
         (folder->data[folder->length - 1] != '/' && vv_bytebuf_append(vm, b, "/", 1) < 0)))
        return -1;
    return vv_bytebuf_append(vm, b, path, n);
}

/* Takes "", "." and ".." out of it, which a host would have resolved. */
int vv_kernel_set_folder(vv_thread *t, const char *path) {
    struct vv_kernel *k = t->vm->kernel;
    vv_bytebuf whole = {0}, plain = {0};
    int r = vv_kernel_put_path(t->vm, &whole, path, strlen(path));
    for (size_t at = 0; r == 0 && at < whole.length;) {
        size_t end = at;
        while (end < whole.length && whole.data[end] != '/')
            end++;
        size_t n = end - at;
        if (n == 2 && memcmp(whole.data + at, "..", 2) == 0) {
            while (plain.length > 0 && plain.data[--plain.length] != '/')
                ;
        } else if (n > 1 || (n == 1 && whole.data[at] != '.')) {
            r = vv_bytebuf_append(t->vm, &plain, "/", 1) < 0 ? -1 : vv_bytebuf_append(t->vm, &plain, whole.data + at, n);
        }
        at = end + 1;
    }
    if (r == 0 && plain.length == 0)
        r = vv_bytebuf_append(t->vm, &plain, "/", 1);
    vv_free(t, whole.data);
    if (r < 0) {
        vv_free(t, plain.data);
        vv_raise_memory(t);
        return -1;
    }
    vv_free(t, k->folder.data);
    k->folder = plain;
    return 0;
}

/* Where the answer to the request is remembered, or NULL. */
static vv_told *told_about(struct vv_kernel *k, vv_request_kind kind) {
    const char *path = k->path.data;
    if (kind == VV_REQ_FOLDER)
        return &k->told[VV_TOLD_FOLDER];
    if (kind != VV_REQ_STAT || k->data.length > 0 || k->path.length >= sizeof k->told->path || strncmp(path, VV_LIBRARY, sizeof VV_LIBRARY - 1) != 0)
        return NULL;
    return path[sizeof VV_LIBRARY - 1] == 0 ? &k->told[VV_TOLD_LIBRARY] : path[sizeof VV_LIBRARY - 1] == '/' ? &k->told[VV_TOLD_FILE] : NULL;
}

vv_step vv_kernel_request(vv_thread *t, vv_request_kind kind, const char *path, const void *data, size_t n) {
    struct vv_kernel *k = t->vm->kernel;
    vv_told *told;
    switch (k->state) {
    case VV_REQUEST_IDLE:
        vv_bytebuf_clear(&k->path);
        vv_bytebuf_clear(&k->data);
        vv_bytebuf_clear(&k->answer);
        if (vv_kernel_put_path(t->vm, &k->path, path, strlen(path)) < 0 ||
            (kind == VV_REQ_RENAME || kind == VV_REQ_MAKE_LINK ? vv_kernel_put_path(t->vm, &k->data, data, n)
                                                               : vv_bytebuf_append(t->vm, &k->data, data, n)) < 0) {
            vv_raise_memory(t);
            return VV_FAILED;
        }
        k->kind = kind;
        k->error = 0;
        told = told_about(k, kind);
        if (told != NULL && told->length > 0 && strcmp(told->path, k->path.data) == 0) {
            if (vv_bytebuf_append(t->vm, &k->answer, told->answer, told->length) == 0)
                return VV_READY;
            vv_raise_memory(t);
            return VV_FAILED;
        }
        if (kind != VV_REQ_STAT && kind != VV_REQ_READ_FILE && kind != VV_REQ_LIST)
            k->told[VV_TOLD_FOLDER].length = 0; /* perhaps it removes the folder */
        k->state = VV_REQUEST_ASKED;
        VV_FALLTHROUGH;
    case VV_REQUEST_ASKED:
        t->wait_host = true;
        return VV_WAITING;
    default:
        k->state = VV_REQUEST_IDLE;
        t->wait_host = false;
        told = told_about(k, k->kind);
        if (told != NULL && k->error == 0 && k->answer.length < sizeof told->answer) {
            told->length = (uint8_t)k->answer.length;
            memcpy(told->path, k->path.data, k->path.length + 1);
            memcpy(told->answer, k->answer.data, k->answer.length);
        }
        return VV_READY;
    }
}

static vv_step wait_for_input(vv_thread *t) {
    t->wait_input = true;
    t->wait_deadline = INT64_MAX;
    return VV_WAITING;
}

vv_step vv_kernel_read_line(vv_thread *t, const char **line, size_t *length) {
    struct vv_kernel *k = t->vm->kernel;
    size_t available = k->input.length - k->input_start;
    const char *start = available == 0 ? "" : k->input.data + k->input_start;
    const char *end = available == 0 ? NULL : memchr(start, '\n', available);
    if (end == NULL && !k->input_eof)
        return wait_for_input(t);
    t->wait_input = false;
    *line = start;
    *length = end == NULL ? available : (size_t)(end + 1 - start);
    k->input_start += *length;
    return VV_READY;
}

vv_step vv_kernel_read_all(vv_thread *t, const char **data, size_t *length) {
    struct vv_kernel *k = t->vm->kernel;
    if (!k->input_eof)
        return wait_for_input(t);
    t->wait_input = false;
    *length = k->input.length - k->input_start;
    *data = *length == 0 ? "" : k->input.data + k->input_start;
    k->input_start = k->input.length;
    return VV_READY;
}
