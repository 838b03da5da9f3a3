/* sys_info.c - what module sys says about the interpreter: version, limits, number formats, flags. */
#include "modules/sys_info.h"

#include <float.h>
#include <string.h>

#include "base/library.h"

#include "modules/modules.h"
#include "object/alloc.h"
#include "object/error.h"
#include "object/intern.h"
#include "types/dict.h"
#include "types/float.h"
#include "types/int.h"
#include "types/list.h"
#include "types/set.h"
#include "types/str.h"
#include "types/structseq.h"

#define F VV_STRUCTSEQ_FIELD
#define END {NULL, VV_MEMBER_OBJECT, 0, false, NULL}

static const vv_memberdef version_members[] = {
    F(0, "major", "Major release number"), F(1, "minor", "Minor release number"), F(2, "micro", "Patch release number"),
    F(3, "releaselevel", "'alpha', 'beta', 'candidate', or 'final'"), F(4, "serial", "Serial release number"), END};
static const vv_memberdef float_members[] = {
    F(0, "max", "Largest finite float"), F(1, "max_exp", "Largest e such that 2**(e-1) is a finite float"),
    F(2, "max_10_exp", "Largest e such that 10**e is a finite float"), F(3, "min", "Smallest positive normalized float"),
    F(4, "min_exp", "Smallest e such that 2**(e-1) is a normalized float"),
    F(5, "min_10_exp", "Smallest e such that 10**e is a normalized float"),
    F(6, "dig", "Decimal digits that a float keeps faithfully"), F(7, "mant_dig", "Digits of the mantissa, in base radix"),
    F(8, "epsilon", "Difference between 1.0 and the next float"), F(9, "radix", "Base of the exponent"),
    F(10, "rounds", "Rounding mode of additions"), END};
static const vv_memberdef int_members[] = {
    F(0, "bits_per_digit", "Size of a digit in bits"), F(1, "sizeof_digit", "Size of a digit in bytes"),
    F(2, "default_max_str_digits", "Default limit of digits for conversions to and from text"),
    F(3, "str_digits_check_threshold", "Smallest limit that may be set"), END};
static const vv_memberdef hash_members[] = {
    F(0, "width", "Width of hash values in bits"), F(1, "modulus", "Prime modulus of the hash of numbers"),
    F(2, "inf", "Hash of positive infinity"), F(3, "nan", NULL), F(4, "imag", "Multiplier of the imaginary part"),
    F(5, "algorithm", "Algorithm that hashes str and bytes"), F(6, "hash_bits", "Bits the algorithm computes"),
    F(7, "seed_bits", "Bits of its seed"), F(8, "cutoff", "Length up to which short strings are hashed in another way"), END};
static const vv_memberdef thread_members[] = {
    F(0, "name", "Kind of threads"), F(1, "lock", "Kind of locks"), F(2, "version", "Name and version of the thread library"), END};
static const vv_memberdef flags_members[] = {
    F(0, "debug", "-d"), F(1, "inspect", "-i"), F(2, "interactive", "-i"), F(3, "optimize", "-O or -OO"),
    F(4, "dont_write_bytecode", "-B"), F(5, "no_user_site", "-s"), F(6, "no_site", "-S"), F(7, "ignore_environment", "-E"),
    F(8, "verbose", "-v"), F(9, "bytes_warning", "-b"), F(10, "quiet", "-q"), F(11, "hash_randomization", "-R"),
    F(12, "isolated", "-I"), F(13, "dev_mode", "-X dev"), F(14, "utf8_mode", "-X utf8"),
    F(15, "warn_default_encoding", "-X warn_default_encoding"), F(16, "safe_path", "-P"),
    F(17, "int_max_str_digits", "-X int_max_str_digits"), END};

#define SPEC(name, doc, members) VV_STRUCTSEQ_SPEC("sys", name, doc, members, &vv_structseq_fixed_slots, VV_TF_NO_NEW)
static const vv_typespec version_spec = SPEC("version_info", "Version information as a named tuple.", version_members);
static const vv_typespec float_spec = SPEC("float_info", "The format of floating point numbers.", float_members);
static const vv_typespec int_spec = SPEC("int_info", "The inner format of integers.", int_members);
static const vv_typespec hash_spec = SPEC("hash_info", "How hash values are computed.", hash_members);
static const vv_typespec thread_spec = SPEC("thread_info", "How threads are made.", thread_members);
static const vv_typespec flags_spec = SPEC("flags", "The flags of the command line.", flags_members);

/* ---- values ---- */

/* Fills a dict; remembers the first failure. */
typedef struct filler {
    vv_thread *t;
    vv_ref dict;
    bool failed;
} filler;

static void put_take(filler *f, const char *name, vv_owned value) {
    if (value == NULL) {
        f->failed = true;
        return;
    }
    if (!f->failed && vv_dict_set_cstr(f->t, f->dict, name, value) < 0)
        f->failed = true;
    vv_decref(f->t, value);
}
static void put_text(filler *f, const char *name, const char *text) {
    put_take(f, name, vv_str_from_cstr(f->t, text));
}

/* Adds an instance of a type made from `spec`; takes the values, a NULL one being a failure before. */
static void put_record(filler *f, const vv_typespec *spec, vv_obj **values, size_t n) {
    bool whole = true;
    for (size_t k = 0; k < n; k++)
        whole = whole && values[k] != NULL;
    vv_owned type = whole ? vv_structseq_type(f->t, spec, n) : NULL;
    if (type == NULL) {
        for (size_t k = 0; k < n; k++)
            vv_xdecref(f->t, values[k]);
        f->failed = true;
        return;
    }
    put_take(f, spec->name, vv_structseq_new_take(f->t, type, values, n));
    vv_decref(f->t, type);
}

static void add_records(filler *f) {
    vv_thread *t = f->t;
#define I(value) vv_int_new(t, (value))
#define T(text) vv_str_from_cstr(t, (text))
#define D(value) vv_float_new(t, (value))
    put_record(f, &version_spec, (vv_obj *[]){I(3), I(12), I(7), T("final"), I(0)}, 5);
    put_record(f, &float_spec,
               (vv_obj *[]){D(DBL_MAX), I(DBL_MAX_EXP), I(DBL_MAX_10_EXP), D(DBL_MIN), I(DBL_MIN_EXP), I(DBL_MIN_10_EXP),
                            I(DBL_DIG), I(DBL_MANT_DIG), D(DBL_EPSILON), I(FLT_RADIX), I(1)}, 11);
    put_record(f, &int_spec, (vv_obj *[]){I(VV_INT_SHIFT), I(4), I(4300), I(640)}, 4);
    put_record(f, &hash_spec,
               (vv_obj *[]){I(64), I((INT64_C(1) << 61) - 1), I(314159), I(0), I(1000003), T("siphash13"), I(64), I(128), I(0)}, 9);
    put_record(f, &thread_spec, (vv_obj *[]){T("pthread"), T("semaphore"), vv_none(t)}, 3);
    put_record(f, &flags_spec,
               (vv_obj *[]){I(0), I(0), I(0), I(0), I(0), I(0), I(0), I(0), I(0), I(0), I(0), I(1), I(0), vv_bool(t, false),
                            I(0), I(0), vv_bool(t, false), I(4300)}, 18);
#undef I
#undef T
#undef D
}

enum { HEXVERSION = 3 << 24 | 12 << 16 | 7 << 8 | 0xF0 };

vv_owned vv_sys_namespace_take(vv_thread *t, vv_owned dict) {
    vv_type *type = VV_TYPEP(t, NAMESPACE);
    vv_owned o = dict == NULL ? NULL : vv_new_object(t, type, type->basicsize);
    if (o == NULL) {
        vv_xdecref(t, dict);
        return NULL;
    }
    vv_setref_take(t, vv_dict_field(o), dict);
    vv_track(t, o);
    return o;
}

/* sys.implementation: a namespace object. */
static void add_implementation(filler *f) {
    vv_thread *t = f->t;
    VV_AUTO dict = {t, vv_dict_new(t)};
    VV_AUTO key = {t, vv_str_from_cstr(t, "version_info")};
    if (dict.o == NULL || key.o == NULL || f->failed) {
        f->failed = true;
        return;
    }
    filler inner = {t, dict.o, false};
    put_text(&inner, "name", "vivarium");
    put_text(&inner, "cache_tag", "vivarium-312");
    put_take(&inner, "version", vv_newref(vv_dict_get_str_peek(f->dict, key.o)));
    put_take(&inner, "hexversion", vv_int_new(t, HEXVERSION));
    vv_owned o = inner.failed ? NULL : vv_sys_namespace_take(t, vv_move(&dict.o));
    if (o == NULL) {
        f->failed = true;
        return;
    }
    put_take(f, "implementation", o);
}

static void add_module_names(filler *f) {
    static const char *const names[] = {
#define VV_MODULE(name) #name,
#define VV_MODULE_STARTED VV_MODULE
#include "modules/modules.def"
#undef VV_MODULE
#undef VV_MODULE_STARTED
    };
    vv_thread *t = f->t;
    VV_AUTO tuple = {t, vv_tuple_new(t, VV_ARRAY_LEN(names))};
    if (tuple.o == NULL) {
        f->failed = true;
        return;
    }
    for (size_t k = 0; k < VV_ARRAY_LEN(names); k++) {
        VV_TUPLE(tuple.o)->items[k] = vv_intern_cstr(t, names[k]);
        if (VV_TUPLE(tuple.o)->items[k] == NULL) {
            f->failed = true;
            return;
        }
    }
    vv_tuple_done(t, tuple.o);
    put_take(f, "builtin_module_names", vv_move(&tuple.o));
}

/* What 3.12 counts as its standard library, wherever it runs; each name ends with a space. */
static const char library_names[] =
    "__future__ _abc _aix_support _ast _asyncio _bisect _blake2 _bz2 _codecs _codecs_cn _codecs_hk "
    "_codecs_iso2022 _codecs_jp _codecs_kr _codecs_tw _collections _collections_abc _compat_pickle _compression "
    "_contextvars _crypt _csv _ctypes _curses _curses_panel _datetime _dbm _decimal _elementtree "
    "_frozen_importlib _frozen_importlib_external _functools _gdbm _hashlib _heapq _imp _io _json _locale "
    "_lsprof _lzma _markupbase _md5 _msi _multibytecodec _multiprocessing _opcode _operator _osx_support "
    "_overlapped _pickle _posixshmem _posixsubprocess _py_abc _pydatetime _pydecimal _pyio _pylong _queue "
    "_random _scproxy _sha1 _sha2 _sha3 _signal _sitebuiltins _socket _sqlite3 _sre _ssl _stat _statistics "
    "_string _strptime _struct _symtable _thread _threading_local _tkinter _tokenize _tracemalloc _typing _uuid "
    "_warnings _weakref _weakrefset _winapi _wmi _zoneinfo abc aifc antigravity argparse array ast asyncio "
    "atexit audioop base64 bdb binascii bisect builtins bz2 cProfile calendar cgi cgitb chunk cmath cmd code "
    "codecs codeop collections colorsys compileall concurrent configparser contextlib contextvars copy copyreg "
    "crypt csv ctypes curses dataclasses datetime dbm decimal difflib dis doctest email encodings ensurepip enum "
    "errno faulthandler fcntl filecmp fileinput fnmatch fractions ftplib functools gc genericpath getopt getpass "
    "gettext glob graphlib grp gzip hashlib heapq hmac html http idlelib imaplib imghdr importlib inspect io "
    "ipaddress itertools json keyword lib2to3 linecache locale logging lzma mailbox mailcap marshal math "
    "mimetypes mmap modulefinder msilib msvcrt multiprocessing netrc nis nntplib nt ntpath nturl2path numbers "
    "opcode operator optparse os ossaudiodev pathlib pdb pickle pickletools pipes pkgutil platform plistlib "
    "poplib posix posixpath pprint profile pstats pty pwd py_compile pyclbr pydoc pydoc_data pyexpat queue "
    "quopri random re readline reprlib resource rlcompleter runpy sched secrets select selectors shelve shlex "
    "shutil signal site smtplib sndhdr socket socketserver spwd sqlite3 sre_compile sre_constants sre_parse ssl "
    "stat statistics string stringprep struct subprocess sunau symtable sys sysconfig syslog tabnanny tarfile "
    "telnetlib tempfile termios textwrap this threading time timeit tkinter token tokenize tomllib trace "
    "traceback tracemalloc tty turtle turtledemo types typing unicodedata unittest urllib uu uuid venv warnings "
    "wave weakref webbrowser winreg winsound wsgiref xdrlib xml xmlrpc zipapp zipfile zipimport zlib zoneinfo ";

static void add_library_names(filler *f) {
    vv_thread *t = f->t;
    VV_AUTO names = {t, vv_frozenset_new(t)};
    if (names.o == NULL)
        f->failed = true;
    for (const char *p = library_names, *end; !f->failed && *p != '\0'; p = end + 1) {
        end = strchr(p, ' ');
        vv_obj *name = vv_str_from_utf8(t, p, (size_t)(end - p));
        if (name != NULL)
            vv_intern(t, &name);
        f->failed = name == NULL || vv_set_add_now(t, names.o, name) != 1;
        vv_xdecref(t, name);
    }
    if (!f->failed)
        put_take(f, "stdlib_module_names", vv_move(&names.o));
}

void vv_sys_set_flag(vv_thread *t, const char *name, int value) {
    VV_AUTO key = {t, vv_intern_cstr(t, "flags")};
    vv_ref flags = key.o == NULL ? NULL : vv_dict_get_str_peek(t->vm->sysdict, key.o);
    if (flags == NULL)
        return;
    for (const vv_memberdef *m = flags_members; m->name != NULL; m++)
        if (strcmp(m->name, name) == 0)
            vv_setref_take(t, (vv_obj **)(void *)((char *)flags + m->offset), strcmp(name, "safe_path") == 0 ? vv_bool(t, value != 0)
                                                                                               : t->vm->small_ints[value - VV_SMALL_INT_MIN]);
}

vv_owned vv_sys_path(vv_thread *t, vv_ref first) {
    VV_AUTO library = {t, vv_str_from_cstr(t, VV_LIBRARY)};
    bool none = first == NULL;
    return library.o == NULL ? NULL : vv_list_from_array(t, (vv_obj *[]){VV_OBJ(none ? library.o : first), library.o}, none ? 1 : 2);
}

int vv_sys_set_path(vv_thread *t, vv_ref first) {
    VV_AUTO path = {t, vv_sys_path(t, first)};
    return path.o == NULL ? -1 : vv_dict_set_cstr(t, t->vm->sysdict, "path", path.o);
}

int vv_sys_info_add(vv_thread *t, vv_ref dict) {
    filler f = {t, dict, false};
    put_text(&f, "version", VV_VERSION_TEXT);
    put_take(&f, "hexversion", vv_int_new(t, HEXVERSION));
    put_take(&f, "api_version", vv_int_new(t, 1013));
    put_text(&f, "copyright", "Copyright (c) the Vivarium authors. Python is a trademark of the Python Software Foundation.");
    put_text(&f, "platform", "vivarium");
    put_text(&f, "byteorder", "little");
    put_take(&f, "maxsize", vv_int_new(t, INT64_MAX));
    put_take(&f, "maxunicode", vv_int_new(t, 0x10FFFF));
    put_text(&f, "float_repr_style", "short");
    put_text(&f, "abiflags", "");
    put_text(&f, "executable", "");
    put_text(&f, "_base_executable", "");
    put_text(&f, "prefix", "");
    put_text(&f, "exec_prefix", "");
    put_text(&f, "base_prefix", "");
    put_text(&f, "base_exec_prefix", "");
    put_text(&f, "platlibdir", "lib");
    put_take(&f, "dont_write_bytecode", vv_bool(t, true));
    put_take(&f, "pycache_prefix", vv_none(t));
    put_take(&f, "warnoptions", vv_list_new(t, 0));
    put_take(&f, "_xoptions", vv_dict_new(t));
    put_take(&f, "orig_argv", vv_list_new(t, 0));
    put_take(&f, "path", vv_sys_path(t, t->vm->empty_str));
    put_text(&f, "_stdlib_dir", VV_LIBRARY);
    add_records(&f);
    add_implementation(&f);
    add_module_names(&f);
    add_library_names(&f);
    return f.failed ? -1 : 0;
}
