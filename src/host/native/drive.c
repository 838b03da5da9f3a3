/* drive.c - the loop around vv_run for command lines: see drive.h.
 *
 * Only read, write, open, poll and nanosleep are used, which wasi-libc has too, and never malloc: on WASI nothing may
 * grow memory once the program's region exists (browser/memory.h).
 */
#include "host/native/drive.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/host.h"
#include "host/native/listing.h"
#include "host/native/options.h"
#include "host/native/output.h"

/* Instructions between two looks at Ctrl-C: some tens of milliseconds. */
#define VV_SLICE 1000000
#define VV_PATH_MAX 4096
#define VV_INPUT_CHUNK 65536
#define VV_NO_DEADLINE INT64_MAX
/* vv_exit_code of a program that used up its instructions. */
#define VV_EXIT_LIMIT 124

static void say(const char *text) {
    vv_host_write(2, text, strlen(text));
}

/* --- files ---------------------------------------------------------------------------------------------------------- */

/* What follows `prefix` in a path inside that folder (or the folder itself), else NULL. */
static const char *inside(const char *path, const char *prefix) {
    size_t n = prefix == NULL ? 0 : strlen(prefix);
    return n > 0 && strncmp(path, prefix, n) == 0 && (path[n] == '/' || path[n] == '\0') ? path + n : NULL;
}

int vv_drive_absolute(const vv_driver *d, const char *path, char *into, size_t size) {
    size_t at = 0;
    const char *rest = inside(path, VV_LIBRARY);
    if (rest != NULL) {
        size_t length = d->library == NULL ? 0 : strlen(d->library);
        if (length == 0) {
            errno = ENOENT;
            return -1;
        }
        if (length + strlen(rest) + 1 > size)
            goto too_long;
        memcpy(into, d->library, length);
        strcpy(into + length, rest);
        return 0;
    }
    rest = inside(path, d->shown);
    if (rest != NULL)
        path = *rest == '/' ? rest + 1 : ".";
    size_t n = strlen(path);
    if (path[0] != '/') {
        if (d->folder != NULL) {
            at = strlen(d->folder);
            if (at + 2 > size)
                goto too_long;
            memcpy(into, d->folder, at);
        } else {
            if (getcwd(into, size) == NULL)
                return -1;
            at = strlen(into);
        }
        if (at == 0 || into[at - 1] != '/')
            into[at++] = '/';
        while (n >= 2 && path[0] == '.' && path[1] == '/') {
            path += 2;
            n -= 2;
        }
    }
    if (at + n + 1 > size)
        goto too_long;
    memcpy(into + at, path, n + 1);
    return 0;
too_long:
    errno = ENAMETOOLONG;
    return -1;
}

/* Reads `fd` to its end behind the first `at` bytes of the transfer area. */
static ptrdiff_t read_all(vv_driver *d, int fd, size_t at) {
    size_t end = at;
    for (;;) {
        if (end == d->transfer_bytes) {
            errno = EFBIG;
            return -1;
        }
        ssize_t n = read(fd, d->transfer + end, d->transfer_bytes - end);
        if (n < 0) {
            if (errno == EINTR && (d->interrupted == NULL || !*d->interrupted))
                continue;
            return -1;
        }
        if (n == 0)
            return (ptrdiff_t)(end - at);
        end += (size_t)n;
    }
}

ptrdiff_t vv_drive_read_file(vv_driver *d, const char *path, size_t at) {
    char absolute[VV_PATH_MAX];
    struct stat st;
    if (vv_drive_absolute(d, path, absolute, sizeof absolute) < 0)
        return -1;
    int fd = open(absolute, O_RDONLY);
    if (fd < 0)
        return -1;
    ptrdiff_t n = -1;
    if (fstat(fd, &st) == 0 && S_ISDIR(st.st_mode))
        errno = EISDIR;
    else
        n = read_all(d, fd, at);
    int error = errno;
    close(fd);
    errno = error;
    return n;
}

ptrdiff_t vv_drive_read_stdin(vv_driver *d, size_t at) {
    return read_all(d, 0, at);
}

static int write_file(vv_driver *d, const char *path, const char *bytes, size_t n) {
    char absolute[VV_PATH_MAX];
    if (vv_drive_absolute(d, path, absolute, sizeof absolute) < 0)
        return -1;
    int fd = open(absolute, O_WRONLY | O_CREAT | O_TRUNC, 0666);
    if (fd < 0)
        return -1;
    while (n > 0) {
        ssize_t done = write(fd, bytes, n);
        if (done < 0 && errno == EINTR)
            continue;
        if (done <= 0) {
            int error = errno;
            close(fd);
            errno = error;
            return -1;
        }
        bytes += done;
        n -= (size_t)done;
    }
    return close(fd);
}

/* The program speaks Linux's numbers; this port's libc may count differently. */
static int linux_errno(int error) {
    switch (error) {
    case 0: return 0;
    case EPERM: return 1;
    case ENOENT: return 2;
    case EIO: return 5;
    case ENOMEM: return 12;
    case EACCES: return 13;
    case EEXIST: return 17;
    case EXDEV: return 18;
    case ENOTDIR: return 20;
    case EISDIR: return 21;
    case EINVAL: return 22;
    case EMFILE: return 24;
    case EFBIG: return 27;
    case ENOSPC: return 28;
    case EROFS: return 30;
    case ENAMETOOLONG: return 36;
    case ENOTEMPTY: return 39;
    case ELOOP: return 40;
    default: return 5;
    }
}

/* What Linux calls the errors that opening a program can meet. */
static const char *error_text(int error) {
    switch (linux_errno(error)) {
    case 1: return "[Errno 1] Operation not permitted";
    case 2: return "[Errno 2] No such file or directory";
    case 12: return "[Errno 12] Cannot allocate memory";
    case 13: return "[Errno 13] Permission denied";
    case 20: return "[Errno 20] Not a directory";
    case 22: return "[Errno 22] Invalid argument";
    case 24: return "[Errno 24] Too many open files";
    case 27: return "[Errno 27] File too large";
    case 36: return "[Errno 36] File name too long";
    case 40: return "[Errno 40] Too many levels of symbolic links";
    default: return "[Errno 5] Input/output error";
    }
}

/* Decimal digits of a number and what separates it from the next; the position behind them. */
static size_t put_number(char *into, size_t at, uint64_t value, char separator) {
    char digits[24];
    size_t n = 0;
    do
        digits[n++] = (char)('0' + value % 10);
    while ((value /= 10) != 0);
    while (n > 0)
        into[at++] = digits[--n];
    into[at++] = separator;
    return at;
}
static uint64_t nanoseconds(struct timespec time) {
    return (uint64_t)time.tv_sec * 1000000000 + (uint64_t)time.tv_nsec;
}

static ptrdiff_t describe(vv_driver *d, const char *path, bool link) {
    char absolute[VV_PATH_MAX];
    struct stat st;
    if (vv_drive_absolute(d, path, absolute, sizeof absolute) < 0 || (link ? lstat(absolute, &st) : stat(absolute, &st)) < 0)
        return -1;
    const uint64_t numbers[] = {st.st_mode, st.st_ino, st.st_dev, st.st_nlink, st.st_uid, st.st_gid, (uint64_t)st.st_size,
                                nanoseconds(st.st_atim), nanoseconds(st.st_mtim), nanoseconds(st.st_ctim)};
    size_t at = 0;
    for (size_t k = 0; k < VV_ARRAY_LEN(numbers); k++)
        at = put_number(d->transfer, at, numbers[k], ' ');
    return (ptrdiff_t)at;
}

static ptrdiff_t list_folder(vv_driver *d, const char *path) {
    char absolute[VV_PATH_MAX];
    if (vv_drive_absolute(d, path, absolute, sizeof absolute) < 0)
        return -1;
    return vv_listing_read(absolute, d->transfer, d->transfer_bytes);
}

static ptrdiff_t current_folder(vv_driver *d) {
    if (d->shown != NULL)
        strcpy(d->transfer, d->shown);
    else if (d->folder != NULL)
        strcpy(d->transfer, d->folder);
    else if (getcwd(d->transfer, VV_PATH_MAX) == NULL)
        return -1;
    return (ptrdiff_t)strlen(d->transfer);
}

static ptrdiff_t read_link(vv_driver *d, const char *path) {
    char absolute[VV_PATH_MAX];
    if (vv_drive_absolute(d, path, absolute, sizeof absolute) < 0)
        return -1;
    return readlink(absolute, d->transfer, VV_PATH_MAX);
}

/* What comes with a request, as a string. */
static const char *text_of(vv_driver *d, const vv_request_info *r) {
    memcpy(d->transfer, r->data, r->size);
    d->transfer[r->size] = '\0';
    return d->transfer;
}

static int change_times(const char *path, const char *numbers) {
    struct timespec times[2];
    char *at = NULL;
    for (int k = 0; k < 2; k++) {
        long long ns = strtoll(k == 0 ? numbers : at, &at, 10), rest = ns % 1000000000;
        if (rest < 0)
            rest += 1000000000;
        times[k] = (struct timespec){.tv_sec = (time_t)((ns - rest) / 1000000000), .tv_nsec = (long)rest};
    }
    return utimensat(AT_FDCWD, path, times, 0);
}

#ifdef __wasi__
static int keep_mode(const char *path, mode_t mode) {
    struct stat st;
    if (stat(path, &st) < 0)
        return -1;
    errno = EPERM;
    return ((st.st_mode ^ mode) & 07777) == 0 ? 0 : -1;
}
#endif

/* Makes, removes or renames. 0, or -1 with errno set. */
static ptrdiff_t change_file(vv_driver *d, const vv_request_info *r) {
    char absolute[VV_PATH_MAX], other[VV_PATH_MAX];
    if (vv_drive_absolute(d, r->path, absolute, sizeof absolute) < 0)
        return -1;
    switch (r->kind) {
    case VV_REQ_MAKE_FOLDER: return mkdir(absolute, 0777);
    case VV_REQ_REMOVE_FOLDER: return rmdir(absolute);
    case VV_REQ_REMOVE_FILE: return unlink(absolute);
    case VV_REQ_CHANGE_MODE:
#ifdef __wasi__ /* files have no permissions there: they can only be given those they show */
        return keep_mode(absolute, (mode_t)strtoul(text_of(d, r), NULL, 10));
#else
        return chmod(absolute, (mode_t)strtoul(text_of(d, r), NULL, 10));
#endif
    case VV_REQ_CHANGE_TIMES: return change_times(absolute, text_of(d, r));
    case VV_REQ_MAKE_SYMLINK: return symlink(text_of(d, r), absolute);
    case VV_REQ_MAKE_LINK:
        return vv_drive_absolute(d, text_of(d, r), other, sizeof other) < 0 ? -1 : link(other, absolute);
    default:
        memcpy(d->transfer, r->data, r->size);
        d->transfer[r->size] = '\0';
        return vv_drive_absolute(d, d->transfer, other, sizeof other) < 0 ? -1 : rename(absolute, other);
    }
}

static void serve_request(vv_driver *d) {
    vv_request_info r = vv_request(d->vm);
    ptrdiff_t n = 0;
    switch (r.kind) {
    case VV_REQ_READ_FILE: n = vv_drive_read_file(d, r.path, 0); break;
    case VV_REQ_WRITE_FILE: n = write_file(d, r.path, r.data, r.size); break;
    case VV_REQ_STAT: n = describe(d, r.path, r.size > 0); break;
    case VV_REQ_LIST: n = list_folder(d, r.path); break;
    case VV_REQ_READ_LINK: n = read_link(d, r.path); break;
    case VV_REQ_FOLDER: n = current_folder(d); break;
    case VV_REQ_MAKE_FOLDER:
    case VV_REQ_REMOVE_FOLDER:
    case VV_REQ_REMOVE_FILE:
    case VV_REQ_CHANGE_MODE:
    case VV_REQ_CHANGE_TIMES:
    case VV_REQ_MAKE_SYMLINK:
    case VV_REQ_MAKE_LINK:
    case VV_REQ_RENAME: n = change_file(d, &r); break;
    case VV_REQ_LOAD_SIDE: errno = ENOENT, n = -1; break; /* a whole core asks for none */
    case VV_REQ_NONE: break;
    }
    if (n < 0)
        vv_answer(d->vm, linux_errno(errno), NULL, 0);
    else
        vv_answer(d->vm, 0, d->transfer, (size_t)n);
}

/* --- waiting -------------------------------------------------------------------------------------------------------- */

static void give_input(vv_driver *d) {
    ssize_t n = read(0, d->transfer, VV_INPUT_CHUNK);
    if (n < 0 && (errno == EINTR || errno == EAGAIN))
        return;
    vv_give_input(d->vm, d->transfer, n > 0 ? (size_t)n : 0, n <= 0);
}

static void sleep_ns(int64_t ns) {
    struct timespec t = {.tv_sec = (time_t)(ns / 1000000000), .tv_nsec = (long)(ns % 1000000000)};
    nanosleep(&t, NULL); /* cut short by Ctrl-C, which is what we want */
}

/* Returns when something the program waits for may have happened; -1 if nothing ever can. */
static int wait_for_program(vv_driver *d) {
    vv_wait w = vv_wait_for(d->vm);
    int64_t ns = VV_NO_DEADLINE;
    if (w.deadline_ns != VV_NO_DEADLINE) {
        ns = w.deadline_ns - vv_host_monotonic_ns();
        if (ns <= 0)
            return 0;
    }
    if (!w.input) {
        if (ns == VV_NO_DEADLINE)
            return -1;
        sleep_ns(ns);
        return 0;
    }
    if (ns == VV_NO_DEADLINE) {
        give_input(d);
        return 0;
    }
    int64_t ms = ns / 1000000 + 1;
    struct pollfd fd = {.fd = 0, .events = POLLIN};
    int ready = poll(&fd, 1, ms > 60000 ? 60000 : (int)ms);
    /* Where descriptor 0 cannot be polled (a file under some WASI runtimes) it never blocks for long either. */
    if (ready > 0 || (ready < 0 && errno != EINTR))
        give_input(d);
    return 0;
}

vv_status vv_drive_run(vv_driver *d) {
    uint64_t budget = d->budget != 0 ? d->budget : VV_SLICE;
    if (d->copy_every != 0 && d->copy_every < budget)
        budget = d->copy_every;
    for (;;) {
        if (d->interrupted != NULL && *d->interrupted) {
            *d->interrupted = 0;
            vv_interrupt(d->vm);
        }
        vv_status status = vv_run(d->vm, budget);
        if (d->copy_every != 0 && vv_instructions(d->vm) - d->copied_at >= d->copy_every) {
            d->copied_at = vv_instructions(d->vm);
            d->copy(d->vm);
        }
        switch (status) {
        case VV_DONE:
        case VV_RAISED:
            if (d->count) {
                char line[60];
                snprintf(line, sizeof line, "instructions: %llu\n", (unsigned long long)vv_instructions(d->vm));
                say(line);
            }
            vv_output_flush();
            return status;
        case VV_BUDGET:
        case VV_BREAK:
            /* A small budget is a test of re-entry; writing out at each one would only slow it down. */
            if (budget >= VV_SLICE)
                vv_output_flush();
            break;
        case VV_HOST:
            vv_output_flush();
            serve_request(d);
            break;
        case VV_WAIT:
            vv_output_flush();
            if (wait_for_program(d) < 0) {
                say("vivarium: every thread waits for something that can no longer happen\n");
                vv_output_flush();
                return VV_RAISED;
            }
            break;
        }
    }
}

/* --- the prompt ----------------------------------------------------------------------------------------------------- */

/* Reads one line of descriptor 0 behind the first `at` bytes of the transfer area, without its newline; -1 at the end.
 * One byte at a time, so that what follows is left for the program's own input(). */
static ptrdiff_t read_line(vv_driver *d, size_t at) {
    size_t end = at;
    for (;;) {
        char c;
        ssize_t n = read(0, &c, 1);
        if (n < 0 && errno == EINTR)
            return -2;
        if (n <= 0)
            return end > at ? (ptrdiff_t)(end - at) : -1;
        if (c == '\n')
            return (ptrdiff_t)(end - at);
        if (end + 2 < d->transfer_bytes)
            d->transfer[end++] = c;
    }
}

int vv_drive_prompt(vv_driver *d) {
    if (d->greet) {
        say("Vivarium, Python ");
        say(vv_version());
        say("\nType \"exit()\" or press Ctrl-D to leave.\n");
    }
    size_t length = 0;
    for (;;) {
        say(length == 0 ? ">>> " : "... ");
        vv_output_flush();
        ptrdiff_t n = read_line(d, length);
        if (n == -2) {
            if (d->interrupted != NULL)
                *d->interrupted = 0;
            say("\nKeyboardInterrupt\n");
            length = 0;
            continue;
        }
        if (n < 0) {
            say("\n");
            vv_output_flush();
            return 0;
        }
        length += (size_t)n;
        if (vv_source_complete(d->vm, d->transfer, length) == 0) {
            d->transfer[length++] = '\n';
            continue;
        }
        vv_start(d->vm, VV_MODE_SINGLE, "<stdin>", d->transfer, length);
        length = 0;
        vv_drive_run(d);
        if (vv_exit_requested(d->vm))
            return vv_exit_code(d->vm);
    }
}

/* --- the command line ----------------------------------------------------------------------------------------------- */

int vv_drive_options(vv_driver *d, const vv_options *o) {
    char absolute[VV_PATH_MAX];
    vv_source_kind kind = o->kind;
    if (o->library != NULL)
        d->library = o->library;
    d->shown = o->folder;
    d->count = o->count;
    vv_output_unbuffered(o->config.unbuffered);
    bool inspect = o->config.inspect != 0;
    vv_config config = o->config;
    config.warnings = o->warnings;
    config.executable = d->executable;
    const char *name = "<stdin>";
    const char *source = d->transfer;
    ptrdiff_t length = 0;

    if (kind == VV_SOURCE_DEFAULT || (kind == VV_SOURCE_STDIN && inspect))
        kind = inspect || isatty(0) ? VV_SOURCE_PROMPT : VV_SOURCE_STDIN;
    if (kind == VV_SOURCE_COMMAND) {
        name = "<string>";
        source = o->source;
        length = (ptrdiff_t)strlen(source);
    } else if (kind == VV_SOURCE_STDIN) {
        length = vv_drive_read_stdin(d, 0);
    } else if (kind == VV_SOURCE_FILE) {
        name = absolute;
        if (vv_drive_absolute(d, o->source, absolute, sizeof absolute) == 0)
            length = vv_drive_read_file(d, absolute, 0);
        else
            length = -1;
        if (length < 0 && errno == EISDIR)
            kind = VV_SOURCE_FOLDER;
    } else if (kind == VV_SOURCE_MODULE) {
        ptrdiff_t n = current_folder(d);
        if (n < 0 || (size_t)n >= sizeof absolute)
            n = 0;
        memcpy(absolute, d->transfer, (size_t)n);
        absolute[n] = '\0';
    }
    if (length < 0 && kind != VV_SOURCE_FOLDER) {
        say("vivarium: can't open file '");
        say(kind == VV_SOURCE_FILE ? absolute : name);
        say("': ");
        say(error_text(errno));
        say("\n");
        vv_output_flush();
        return 2;
    }

    d->vm = vv_create(&config);
    if (d->vm == NULL) {
        say("vivarium: not enough memory to start; try a smaller --max-memory\n");
        vv_output_flush();
        return 1;
    }
    int code = 0;
    d->greet = kind == VV_SOURCE_PROMPT && o->config.quiet == 0;
    if (kind == VV_SOURCE_PROMPT) {
        inspect = true;
    } else if (kind == VV_SOURCE_MODULE || kind == VV_SOURCE_FOLDER) {
        bool module = kind == VV_SOURCE_MODULE;
        vv_start_module(d->vm, module ? o->source : "__main__", module ? absolute : o->source, module);
        code = vv_drive_run(d) == VV_RAISED && vv_exit_code(d->vm) == 0 ? 1 : vv_exit_code(d->vm);
    } else {
        if (o->skip_line) { /* its end stays, for the numbers of the lines */
            const char *end = memchr(source, '\n', (size_t)length);
            length -= end == NULL ? length : end - source;
            source = end == NULL ? source : end;
        }
        vv_start(d->vm, inspect ? VV_MODE_KEEP : VV_MODE_EXEC, o->name != NULL ? o->name : name, source, (size_t)length);
        code = vv_drive_run(d) == VV_RAISED && vv_exit_code(d->vm) == 0 ? 1 : vv_exit_code(d->vm);
    }
    if (inspect && code != VV_EXIT_LIMIT) {
        code = vv_drive_prompt(d);
        vv_start(d->vm, VV_MODE_EXEC, "<stdin>", "", 0); /* what belongs to the end of a program */
        vv_drive_run(d);
    }
    vv_destroy(d->vm);
    d->vm = NULL;
    vv_output_flush();
    return code;
}
