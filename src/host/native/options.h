/* options.h - the command line of `vivarium`, in python's conventions; shared by the native and the WASI command. */
#ifndef VV_HOST_NATIVE_OPTIONS_H
#define VV_HOST_NATIVE_OPTIONS_H

#include "api/vivarium.h"

typedef enum vv_source_kind {
    VV_SOURCE_DEFAULT = 0, /* no FILE: a prompt when standard input is a terminal, else a program from it */
    VV_SOURCE_FILE,
    VV_SOURCE_COMMAND, /* -c CODE */
    VV_SOURCE_STDIN,   /* - */
    VV_SOURCE_PROMPT,  /* no FILE, but a terminal or -i */
    VV_SOURCE_MODULE,  /* -m MODULE */
    VV_SOURCE_FOLDER,  /* a FILE that turns out to be a folder */
} vv_source_kind;

enum { VV_OPTIONS_WARNINGS = 64 };

typedef struct vv_options {
    vv_source_kind kind;
    const char *source;    /* the FILE, the CODE or the MODULE */
    const char *name;      /* -X name=N: the file name that tracebacks show; NULL = what python would show */
    const char *library;   /* -X library=DIR: the standard library; NULL = where the port finds it */
    const char *folder;    /* -X folder=NAME: what the program sees as its current folder; NULL = its real name */
    uint64_t budget;       /* -X budget=N: instructions for each vv_run; 0 = the host's choice */
    bool count;            /* -X count: tell on stderr at the end how many instructions ran */
    uint64_t copy_every;   /* -X copy=N: move the program to a copy of its memory each N instructions; 0 = never */
    bool skip_line;        /* -x: the first line of FILE is not the program's */
    const char *argv0;     /* what sys.argv[0] points at, before the arguments */
    const char *warnings[VV_OPTIONS_WARNINGS]; /* -W */
    vv_config config;      /* argc and argv are set, and every -X that the core serves */
} vv_options;

typedef enum vv_options_result {
    VV_OPTIONS_RUN,
    VV_OPTIONS_EXIT_0, /* --help or --version was served */
    VV_OPTIONS_EXIT_2, /* a mistake was reported on stderr */
} vv_options_result;

/* Reads argv. Strings are borrowed from it, and one element of argv is overwritten to become sys.argv[0]. */
vv_options_result vv_options_parse(vv_options *o, int argc, char **argv);

#endif
