/* descriptors.c - open files by number (kernel/descriptors.h). */
#include "kernel/descriptors.h"

#include <string.h>

#include "object/alloc.h"
#include "object/error.h"

enum { EBADF_ = 9, EINVAL_ = 22, EMFILE_ = 24, EFBIG_ = 27, ESPIPE_ = 29 };
#define LARGEST ((uint64_t)PTRDIFF_MAX / 4)

static int fail(vv_thread *t, int error) {
    (void)vv_raise_os(t, error, NULL);
    return -1;
}

/* A path as the host is to see it (vv_alloc), or NULL with MemoryError. */
static char *copied(vv_thread *t, const char *path) {
    vv_bytebuf b = {0};
    if (vv_kernel_put_path(t->vm, &b, path, strlen(path)) == 0)
        return b.data;
    vv_free(t, b.data);
    vv_raise_memory(t);
    return NULL;
}

/* ---- nodes ---- */

/* Is `path` what a node calls `mine`? */
static bool same_path(const struct vv_kernel *k, const char *mine, const char *path) {
    size_t n = k->folder.length;
    if (n == 0 || path[0] == '/')
        return strcmp(mine, path) == 0;
    if (strncmp(mine, k->folder.data, n) != 0)
        return false;
    mine += n;
    return strcmp(*mine == '/' ? mine + 1 : mine, path) == 0;
}
static vv_node *node_at(const struct vv_kernel *k, const char *path) {
    vv_node *node = k->nodes;
    while (node != NULL && (node->path == NULL || !same_path(k, node->path, path)))
        node = node->next;
    return node;
}

static void node_release(vv_thread *t, vv_node *node) {
    if (node == NULL || --node->count > 0)
        return;
    vv_node **at = &t->vm->kernel->nodes;
    while (*at != node)
        at = &(*at)->next;
    *at = node->next;
    vv_free(t, node->path);
    vv_free(t, node->bytes.data);
    vv_free(t, node);
}

/* The node of a path, made if there is none: a new reference, or NULL with MemoryError. */
static vv_node *node_for(vv_thread *t, const char *path) {
    struct vv_kernel *k = t->vm->kernel;
    vv_node *node = node_at(k, path);
    if (node == NULL) {
        node = vv_alloc(t, sizeof *node);
        if (node == NULL)
            return NULL;
        *node = (vv_node){.next = k->nodes, .path = copied(t, path)};
        if (node->path == NULL) {
            vv_free(t, node);
            return NULL;
        }
        k->nodes = node;
    }
    node->count++;
    return node;
}

int vv_nodes_anchor(vv_thread *t, const char *folder) {
    for (vv_node *node = t->vm->kernel->nodes; node != NULL; node = node->next) {
        if (node->path == NULL || node->path[0] == '/')
            continue;
        vv_bytebuf b = {0};
        if (vv_bytebuf_append(t->vm, &b, folder, strlen(folder)) < 0 || vv_bytebuf_append(t->vm, &b, "/", 1) < 0 ||
            vv_bytebuf_append(t->vm, &b, node->path, strlen(node->path)) < 0) {
            vv_free(t, b.data);
            vv_raise_memory(t);
            return -1;
        }
        vv_free(t, node->path);
        node->path = b.data;
    }
    return 0;
}

int vv_node_moved(vv_thread *t, const char *path, const char *to_or_null) {
    vv_node *node = node_at(t->vm->kernel, path), *covered = to_or_null == NULL ? NULL : node_at(t->vm->kernel, to_or_null);
    if (covered != NULL && covered != node) {
        vv_free(t, covered->path);
        covered->path = NULL;
    }
    if (node == NULL || (to_or_null != NULL && covered == node))
        return 0;
    char *path_now = to_or_null == NULL ? NULL : copied(t, to_or_null);
    if (to_or_null != NULL && path_now == NULL)
        return -1;
    vv_free(t, node->path);
    node->path = path_now;
    return 0;
}

/* ---- the table ---- */

void vv_fd_free(vv_thread *t) {
    struct vv_kernel *k = t->vm->kernel;
    for (uint32_t fd = 0; fd < k->n_openings; fd++)
        if (k->openings[fd] != NULL)
            (void)!vv_fd_close(t, fd);
    vv_free(t, k->openings);
}

static int put(vv_thread *t, uint32_t fd, vv_opening *o) {
    struct vv_kernel *k = t->vm->kernel;
    if (fd >= k->n_openings) {
        uint32_t n = fd < 8 ? 8 : fd + 1 + fd / 2;
        vv_opening **bigger = vv_alloc(t, n * sizeof *bigger);
        if (bigger == NULL)
            return -1;
        memset(bigger, 0, n * sizeof *bigger);
        if (k->n_openings > 0)
            memcpy(bigger, k->openings, k->n_openings * sizeof *bigger);
        vv_free(t, k->openings);
        k->openings = bigger;
        k->n_openings = n;
    }
    k->openings[fd] = o;
    return 0;
}

/* A new opening in the table: 0, or -1 with MemoryError. */
static int put_new(vv_thread *t, uint32_t fd, vv_opening how) {
    vv_opening *o = vv_alloc(t, sizeof *o);
    if (o == NULL)
        return -1;
    *o = how;
    o->count = 1;
    if (put(t, fd, o) == 0)
        return 0;
    vv_free(t, o);
    return -1;
}

int vv_fd_init(vv_thread *t) {
    for (uint32_t fd = 0; fd < 3; fd++)
        if (put_new(t, fd, (vv_opening){.standard = (int8_t)fd, .readable = fd == 0, .writable = fd != 0}) < 0)
            return -1;
    return 0;
}

vv_opening *vv_fd_peek(vv_thread *t, int64_t fd) {
    const struct vv_kernel *k = t->vm->kernel;
    return fd < 0 || fd >= k->n_openings ? NULL : k->openings[fd];
}

vv_opening *vv_fd_need(vv_thread *t, int64_t fd) {
    vv_opening *o = vv_fd_peek(t, fd);
    if (o == NULL)
        (void)fail(t, EBADF_);
    return o;
}

/* The lowest free descriptor, or -1 with an exception. */
static int lowest(vv_thread *t) {
    const struct vv_kernel *k = t->vm->kernel;
    uint32_t fd = 0;
    while (fd < k->n_openings && k->openings[fd] != NULL)
        fd++;
    return fd >= VV_FD_MAX ? fail(t, EMFILE_) : (int)fd;
}

int vv_fd_open(vv_thread *t, const char *path, vv_bytebuf *content, vv_opening how) {
    int fd = lowest(t);
    if (fd < 0)
        return -1;
    how.node = node_for(t, path);
    how.standard = -1;
    if (how.node == NULL)
        return -1;
    if (put_new(t, (uint32_t)fd, how) < 0) {
        node_release(t, how.node);
        return -1;
    }
    vv_free(t, how.node->bytes.data);
    how.node->bytes = *content;
    *content = (vv_bytebuf){0};
    return fd;
}

int vv_fd_dup(vv_thread *t, int64_t fd, int64_t target) {
    vv_opening *o = vv_fd_need(t, fd);
    if (o == NULL || fd == target)
        return o == NULL ? -1 : (int)fd;
    if (target >= VV_FD_MAX)
        return fail(t, EBADF_);
    if (target < 0)
        target = lowest(t);
    else if (vv_fd_peek(t, target) != NULL)
        (void)!vv_fd_close(t, target);
    if (target < 0 || put(t, (uint32_t)target, o) < 0)
        return -1;
    o->count++;
    return (int)target;
}

int vv_fd_close(vv_thread *t, int64_t fd) {
    vv_opening *o = vv_fd_need(t, fd);
    if (o == NULL)
        return -1;
    t->vm->kernel->openings[fd] = NULL;
    if (--o->count == 0) {
        node_release(t, o->node);
        vv_free(t, o);
    }
    return 0;
}

bool vv_fd_has_writer(const vv_thread *t, const vv_node *node) {
    const struct vv_kernel *k = t->vm->kernel;
    for (uint32_t fd = 0; fd < k->n_openings; fd++)
        if (k->openings[fd] != NULL && k->openings[fd]->node == node && k->openings[fd]->writable)
            return true;
    return false;
}

int vv_fd_pipe(vv_thread *t, int ends[2]) {
    struct vv_kernel *k = t->vm->kernel;
    for (int end = 0; end < 2; end++) {
        ends[end] = lowest(t);
        vv_node *node = end == 0 ? vv_alloc(t, sizeof *node) : k->openings[ends[0]]->node;
        if (ends[end] < 0 || node == NULL) {
            if (end == 1)
                (void)!vv_fd_close(t, ends[0]);
            else
                vv_free(t, node);
            return -1;
        }
        if (end == 0) {
            *node = (vv_node){.next = k->nodes, .pipe = true};
            k->nodes = node;
        }
        node->count++;
        if (put_new(t, (uint32_t)ends[end], (vv_opening){.node = node, .standard = -1, .readable = end == 0, .writable = end == 1}) < 0) {
            node_release(t, node);
            if (end == 1)
                (void)!vv_fd_close(t, ends[0]);
            return -1;
        }
    }
    return 0;
}

/* ---- content ---- */

size_t vv_fd_read(vv_opening *o, uint64_t n, const char **data) {
    const vv_bytebuf *b = &o->node->bytes;
    uint64_t left = o->position < b->length ? b->length - o->position : 0;
    if (n > left)
        n = left;
    *data = n == 0 ? "" : b->data + o->position;
    o->position += n;
    return (size_t)n;
}

int vv_fd_resize(vv_thread *t, vv_node *node, uint64_t size) {
    vv_bytebuf *b = &node->bytes;
    if (size > LARGEST)
        return fail(t, EFBIG_);
    if (size > b->capacity) {
        char *bigger = vv_mem_realloc(t->vm->mem, b->data, (size_t)size);
        if (bigger == NULL) {
            vv_raise_memory(t);
            return -1;
        }
        b->data = bigger;
        b->capacity = (size_t)size;
    }
    if (size > b->length)
        memset(b->data + b->length, 0, (size_t)size - b->length);
    b->length = (size_t)size;
    node->dirty = true;
    return 0;
}

int vv_fd_write(vv_thread *t, vv_opening *o, const void *data, size_t n) {
    vv_bytebuf *b = &o->node->bytes;
    if (o->append || o->node->pipe)
        o->position = b->length;
    if (n == 0)
        return 0;
    if (o->position > b->length && vv_fd_resize(t, o->node, o->position) < 0) /* a gap left by lseek */
        return -1;
    size_t inside = b->length - (size_t)o->position < n ? b->length - (size_t)o->position : n;
    /* the end first: it may fail */
    if (inside < n && vv_bytebuf_append(t->vm, b, (const char *)data + inside, n - inside) < 0) {
        vv_raise_memory(t);
        return -1;
    }
    if (inside > 0)
        memcpy(b->data + o->position, data, inside);
    o->position += n;
    o->node->dirty = true;
    return 0;
}

int64_t vv_fd_seek(vv_thread *t, vv_opening *o, int64_t offset, int64_t whence) {
    if (o->node == NULL || o->node->pipe)
        return fail(t, ESPIPE_);
    if (whence < 0 || whence > 2)
        return fail(t, EINVAL_);
    int64_t base = whence == 1 ? (int64_t)o->position : whence == 2 ? (int64_t)o->node->bytes.length : 0;
    if (offset > (int64_t)LARGEST || base + offset < 0)
        return fail(t, EINVAL_);
    o->position = (uint64_t)(base + offset);
    return base + offset;
}

vv_step vv_fd_store(vv_thread *t, vv_node *node, vv_ref filename_or_null) {
    if (node == NULL || !node->dirty || node->path == NULL)
        return VV_READY;
    vv_step s = vv_kernel_request(t, VV_REQ_WRITE_FILE, node->path, node->bytes.data, node->bytes.length);
    if (s != VV_READY)
        return s;
    node->dirty = false;
    return t->vm->kernel->error != 0 ? vv_raise_os(t, t->vm->kernel->error, filename_or_null) : VV_READY;
}
