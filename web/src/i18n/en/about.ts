/** The page about this site, in English. */
export const en = {
    title: 'About Vivarium',
    summary: 'A place to learn Python 3.12 where every program can be stopped, looked into and run again.',
    parts: [
        ['How it works', 'Vivarium is our own interpreter for Python 3.12, written in C and compiled to WebAssembly. It runs in this page, in a thread of its own. It is made to do what CPython 3.12 does, down to the words of an error.'],
        ['Your code stays here', 'Nothing you type or run is sent anywhere. Drafts and progress are kept by your browser on this device. A shared link holds the program itself, after the # sign, which browsers do not send to a server.'],
        ['The standard library', 'The modules written in Python are those of CPython, unchanged, under the licence of the Python Software Foundation. “Python” is a trademark of the Python Software Foundation, which has no part in this site. The C library under the interpreter is musl, and the module zlib is the library of that name.'],
    ] as string[][],
    libraries: 'Libraries in this page',
    librariesText: 'Thank you to their authors.',
    name: 'Name',
    version: 'Version',
    licence: 'Licence',
    licences: 'The texts of the licences',
    psf: 'Python’s standard library (PSF licence)',
};
