/* options.c - reads the command line: see options.h. Messages go straight to the descriptors, as no program runs yet. */
#include "host/native/options.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char usage_text[] = "usage: vivarium [option] ... [-c cmd | -m mod | file | -] [arg] ...\n";

static const char help_text[] =
    "Runs Python 3.12. Without file: a prompt on a terminal, else the program on standard input.\n"
    "\n"
    "  -c CODE                run CODE; it ends the option list\n"
    "  -m MODULE              run a module or package of the library or the current folder; it ends the option list\n"
    "  FILE                   a program, or a folder with __main__.py\n"
    "  -                      run the program on standard input\n"
    "  -i                     a prompt after the program, however it ended, and even when standard input is no terminal\n"
    "  -O                     no assert statements; __debug__ is False\n"
    "  -OO                    no docstrings either\n"
    "  -u                     sys.stdout writes everything at once\n"
    "  -v                     tell of every import\n"
    "  -W ARG                 a filter for warnings, action:message:category:module:line; may be repeated\n"
    "  -q                     no greeting before the prompt\n"
    "  -x                     skip the first line of FILE\n"
    "  -P                     sys.path does not begin with the program's folder\n"
    "  -I                     -E, -P and -s\n"
    "  -S                     no exit(), quit() and help()\n"
    "  -d, -B, -E, -R, -s     as in python; nothing to switch here, but sys.flags shows them\n"
    "  --max-memory MB        the program may hold this much; beyond it raises MemoryError\n"
    "  --max-instructions N   end the program with exit code 124 after N instructions\n"
    "  -X name=NAME           the file name that tracebacks show\n"
    "  -X library=DIR         where the standard library is\n"
    "  -X folder=NAME         the absolute path that the program sees as its current folder\n"
    "  -X traced              count every single instruction\n"
    "  -X budget=N            leave and enter the machine every N instructions\n"
    "  -X count               tell on stderr at the end how many instructions ran\n"
    "  -X copy=N              move the program to a copy of its memory every N instructions\n"
    "  -X audit=N             check every reference count each N instructions (debug builds)\n"
    "  -X gcstress            collect garbage at every allocation boundary\n"
    "  -X failalloc=N         let the N-th allocation fail once\n"
    "  -h, --help             this text\n"
    "  -V, --version          the version\n";

static void say(int fd, const char *text) {
    size_t n = strlen(text);
    while (n > 0) {
        ssize_t done = write(fd, text, n);
        if (done <= 0)
            return;
        text += done;
        n -= (size_t)done;
    }
}

/* python's words for options that are not there, and then how to use the command. */
static vv_options_result mistake(const char *what, const char *which) {
    say(2, what);
    say(2, which);
    say(2, "\n");
    say(2, usage_text);
    say(2, "Try `vivarium -h' for more information.\n");
    return VV_OPTIONS_EXIT_2;
}

/* A positive decimal number up to `limit`; 0 on anything else. */
static uint64_t number(const char *text, uint64_t limit) {
    uint64_t value = 0;
    if (*text == '\0')
        return 0;
    for (; *text != '\0'; text++) {
        if (*text < '0' || *text > '9')
            return 0;
        value = value * 10 + (uint64_t)(*text - '0');
        if (value > limit)
            return 0;
    }
    return value;
}

/* One `-X key[=value]`. */
static vv_options_result special(vv_options *o, const char *text) {
    const char *value = strchr(text, '=');
    size_t key = value == NULL ? strlen(text) : (size_t)(value - text);
    uint64_t n = value == NULL ? 0 : number(value + 1, UINT64_MAX / 16);
#define VV_IS(name) (key == sizeof(name) - 1 && memcmp(text, name, key) == 0)
    if (VV_IS("traced") && value == NULL)
        o->config.traced = true;
    else if (VV_IS("count") && value == NULL)
        o->count = true;
    else if (VV_IS("gcstress") && value == NULL)
        o->config.gc_stress = true;
    else if (VV_IS("name") && value != NULL)
        o->name = value + 1;
    else if (VV_IS("library") && value != NULL)
        o->library = value + 1;
    else if (VV_IS("folder") && value != NULL)
        o->folder = value + 1;
    else if (VV_IS("budget") && n > 0)
        o->budget = n;
    else if (VV_IS("copy") && n > 0)
        o->copy_every = n;
    else if (VV_IS("audit") && n > 0 && n <= UINT32_MAX)
        o->config.audit_every = (uint32_t)n;
    else if (VV_IS("failalloc") && n > 0)
        o->config.fail_alloc_at = n;
    else
        return mistake("cannot use -X ", text);
#undef VV_IS
    return VV_OPTIONS_RUN;
}

/* The value of a long option: `--name=VALUE` or the next argument; NULL if argv[*i] is another option. */
static const char *long_value(const char *name, int argc, char **argv, int *i) {
    size_t n = strlen(name);
    const char *arg = argv[*i];
    if (strncmp(arg, name, n) != 0)
        return NULL;
    if (arg[n] == '=')
        return arg + n + 1;
    if (arg[n] != '\0')
        return NULL;
    if (*i + 1 >= argc)
        return "";
    *i += 1;
    return argv[*i];
}

/* A letter without a value; false if there is none such. */
static bool letter(vv_options *o, char c) {
    vv_config *config = &o->config;
    switch (c) {
    case 'B': config->dont_write_bytecode++; return true;
    case 'E': config->ignore_environment++; return true;
    case 'I':
        config->isolated++;
        config->ignore_environment++;
        config->no_user_site++;
        config->safe_path = 1;
        return true;
    case 'O': config->optimize++; return true;
    case 'P': config->safe_path = 1; return true;
    case 'R': return true; /* hashes of str are always their own in each program */
    case 'S': config->no_site++; return true;
    case 'd': config->debug++; return true;
    case 'i':
        config->inspect++;
        config->interactive++;
        return true;
    case 'q': config->quiet++; return true;
    case 's': config->no_user_site++; return true;
    case 'u': config->unbuffered = true; return true;
    case 'v': config->verbose++; return true;
    case 'x': o->skip_line = true; return true;
    default: return false;
    }
}

/* Makes argv[at] (the place of FILE, CODE, - or the last option) sys.argv[0]. */
static void set_argv(vv_options *o, int argc, char **argv, int at, const char *argv0) {
    o->argv0 = argv0;
    argv[at] = (char *)(uintptr_t)argv0;
    o->config.argc = argc - at;
    o->config.argv = (const char *const *)(argv + at);
}

/* -h, -V and their long names: true if argv was one of them. */
static bool served(const char *arg) {
    if (strcmp(arg, "-h") == 0 || strcmp(arg, "-?") == 0 || strcmp(arg, "--help") == 0) {
        say(1, usage_text);
        say(1, help_text);
        return true;
    }
    if (strcmp(arg, "-V") != 0 && strcmp(arg, "-VV") != 0 && strcmp(arg, "--version") != 0)
        return false;
    say(1, "Python ");
    say(1, vv_version());
    say(1, "\n");
    return true;
}

/* `--name VALUE`; *i moves on to the value. */
static vv_options_result long_option(vv_options *o, int argc, char **argv, int *i) {
    const char *value;
    if ((value = long_value("--max-memory", argc, argv, i)) != NULL) {
        uint64_t megabytes = number(value, 1 << 20);
        if (megabytes == 0)
            return mistake("--max-memory needs a number of megabytes, not ", value);
        o->config.max_memory = megabytes << 20;
    } else if ((value = long_value("--max-instructions", argc, argv, i)) != NULL) {
        o->config.max_instructions = number(value, UINT64_MAX / 16);
        if (o->config.max_instructions == 0)
            return mistake("--max-instructions needs a number of instructions, not ", value);
    } else {
        return mistake("unknown option ", argv[*i]);
    }
    return VV_OPTIONS_RUN;
}

/* One letter with its value, which ends the letters of argv[i] or is the next argument. */
static vv_options_result with_value(vv_options *o, char c, const char *value, int argc, char **argv, int i) {
    switch (c) {
    case 'c':
    case 'm':
        o->source = value;
        o->kind = c == 'c' ? VV_SOURCE_COMMAND : VV_SOURCE_MODULE;
        set_argv(o, argc, argv, i, c == 'c' ? "-c" : "-m");
        return VV_OPTIONS_RUN;
    case 'W':
        if (o->config.warning_count == VV_OPTIONS_WARNINGS)
            return mistake("too many filters: -W ", value);
        o->warnings[o->config.warning_count++] = value;
        return VV_OPTIONS_RUN;
    default: return special(o, value);
    }
}

vv_options_result vv_options_parse(vv_options *o, int argc, char **argv) {
    memset(o, 0, sizeof(*o));
    int i = 1;
    for (; i < argc && argv[i][0] == '-' && argv[i][1] != '\0'; i++) {
        const char *arg = argv[i];
        if (served(arg))
            return VV_OPTIONS_EXIT_0;
        if (strcmp(arg, "--") == 0) {
            i++;
            break;
        }
        if (arg[1] == '-') {
            if (long_option(o, argc, argv, &i) != VV_OPTIONS_RUN)
                return VV_OPTIONS_EXIT_2;
            continue;
        }
        for (const char *p = arg + 1; *p != '\0'; p++) {
            const char name[] = {*p, '\0'};
            if (letter(o, *p))
                continue;
            if (strchr("cmWX", *p) == NULL)
                return mistake("Unknown option: -", name);
            if (p[1] == '\0' && ++i >= argc) {
                say(2, "Argument expected for the -");
                return mistake(name, " option");
            }
            if (with_value(o, *p, p[1] != '\0' ? p + 1 : argv[i], argc, argv, i) != VV_OPTIONS_RUN)
                return VV_OPTIONS_EXIT_2;
            if (o->kind != VV_SOURCE_DEFAULT)
                return VV_OPTIONS_RUN;
            break;
        }
    }
    if (i >= argc) {
        /* No FILE: the slot before the end of argv becomes the empty sys.argv[0]. */
        set_argv(o, argc, argv, argc - 1, "");
        return VV_OPTIONS_RUN;
    }
    o->source = argv[i];
    o->kind = strcmp(argv[i], "-") == 0 ? VV_SOURCE_STDIN : VV_SOURCE_FILE;
    set_argv(o, argc, argv, i, o->name != NULL ? o->name : argv[i]);
    return VV_OPTIONS_RUN;
}
