"""The part of module locale that CPython has in C, for the one locale there is: C, with text in UTF-8."""
LC_CTYPE, LC_NUMERIC, LC_TIME, LC_COLLATE, LC_MONETARY, LC_MESSAGES, LC_ALL = range(7)
CHAR_MAX = 127
CODESET = 14

_NAMES = ("LC_CTYPE", "LC_NUMERIC", "LC_TIME", "LC_COLLATE", "LC_MONETARY", "LC_MESSAGES")
_KNOWN = {"": "C.UTF-8", "C": "C", "POSIX": "C", "C.UTF-8": "C.UTF-8", "C.utf8": "C.UTF-8"}
_now = ["C.UTF-8", "C", "C", "C", "C", "C"]


class Error(Exception):
    __module__ = "locale"


def setlocale(category, locale=None, /):
    """Sets the locale of a category, or of all, and tells its name; None only asks."""
    if not 0 <= category <= LC_ALL:
        raise Error("locale query failed" if locale is None else "unsupported locale setting")
    which = range(LC_ALL) if category == LC_ALL else (category,)
    if locale is not None:
        wanted = [locale] * len(which)
        if category == LC_ALL and "=" in locale:  # as it is told below
            given = dict(part.split("=", 1) for part in locale.split(";") if "=" in part)
            wanted = [given.get(name) for name in _NAMES]
        if any(name not in _KNOWN for name in wanted):
            raise Error("unsupported locale setting")
        for index, name in zip(which, wanted):
            _now[index] = _KNOWN[name]
    names = [_now[index] for index in which]
    return names[0] if len(set(names)) == 1 else ";".join(f"{name}={value}" for name, value in zip(_NAMES, names))


def localeconv():
    """How numbers and amounts of money are written."""
    unknown = dict.fromkeys(("int_frac_digits", "frac_digits", "p_cs_precedes", "p_sep_by_space", "n_cs_precedes", "n_sep_by_space",
                             "p_sign_posn", "n_sign_posn"), CHAR_MAX)
    return {"int_curr_symbol": "", "currency_symbol": "", "mon_decimal_point": "", "mon_thousands_sep": "", "mon_grouping": [],
            "positive_sign": "", "negative_sign": "", **unknown, "decimal_point": ".", "thousands_sep": "", "grouping": []}


def strcoll(os1, os2, /):
    """Compares two texts as the locale orders them: by code point."""
    return (os1 > os2) - (os1 < os2)


def strxfrm(string, /):
    """A text that compares plainly as `string` does in the locale."""
    return string


def nl_langinfo(key, /):
    """What the locale says of `key`; only CODESET is known."""
    if key != CODESET:
        raise ValueError("unsupported langinfo constant")
    return getencoding()


def getencoding():
    """The encoding of the locale's text."""
    return "UTF-8"
