/* request.h - what a program asks its host for (VV_HOST), by number; src/host/browser/program.mjs has the same numbers.
 *
 * Relative paths start at the current folder. The standard library is the folder VV_LIBRARY: its Python files, the code
 * compiled from them in __pycache__, the modules that CPython freezes as code in _frozen/, and tables of the core in _data/. A host
 * without it answers ENOENT.
 */
#ifndef VV_BASE_REQUEST_H
#define VV_BASE_REQUEST_H

typedef enum vv_request_kind {
    VV_REQ_NONE = 0,
    VV_REQ_READ_FILE = 1,  /* answer with the bytes of the file at `path` */
    VV_REQ_WRITE_FILE = 2, /* store `data` as the file at `path`; answer with no bytes */
    /* 3 was a module's source: modules are files now */
    VV_REQ_STAT = 4,       /* answer with ten decimal numbers, a space between two: mode, inode, device, links, user, group,
                            * size, and the times of access, modification and change in nanoseconds; `data` is "l" when a
                            * symbolic link itself is meant */
    VV_REQ_LIST = 5,       /* answer with the names in the folder `path`, each ended by a NUL, without "." and ".." */
    VV_REQ_FOLDER = 6,     /* answer with the absolute path of the current folder; `path` is "" */
    VV_REQ_MAKE_FOLDER = 7,
    VV_REQ_REMOVE_FOLDER = 8,
    VV_REQ_REMOVE_FILE = 9,
    VV_REQ_RENAME = 10,    /* `data` is the new path */
    VV_REQ_READ_LINK = 11, /* answer with the path that the symbolic link `path` holds; EINVAL when it is none */
    VV_REQ_LOAD_SIDE = 12, /* add the side module `path` to the WebAssembly instance; answer with what it defines (object/side.h) */
    VV_REQ_CHANGE_MODE = 13,  /* `data` is a decimal number: the mode bits */
    VV_REQ_CHANGE_TIMES = 14, /* `data` is two decimal numbers of nanoseconds: the times of access and modification */
    VV_REQ_MAKE_SYMLINK = 15, /* `path` becomes a symbolic link that holds `data` */
    VV_REQ_MAKE_LINK = 16,    /* `path` becomes another name of the file `data` */
} vv_request_kind;

#endif
