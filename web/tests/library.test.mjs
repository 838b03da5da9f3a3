// The library as the page fetches it (engine/library.ts), from a server that fails now and then: ./vivarium build has to come first.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { dirname, join, resolve } from 'node:path';
import { after, before, test } from 'node:test';
import { Files } from '../../src/host/browser/files.mjs';
import { LIST, READ_FILE, STAT } from '../../src/host/browser/program.mjs';
import { load } from './support/load.mjs';
import { needBuilt, reactorFile } from './support/site.mjs';

const build = resolve(dirname(reactorFile), '..');
/** Path -> the statuses (0: no answer at all) of the next answers, before the file itself. */
const failures = new Map();
const asked = [];
let server, address, createRuntime, fetchedLibrary, fetchedSides;

before(async () => {
    needBuilt(reactorFile);
    ({ createRuntime } = await load('src/engine/index.ts'));
    ({ fetchedLibrary, fetchedSides } = await load('src/engine/library.ts'));
    server = createServer((request, response) => {
        const path = decodeURI(request.url.slice(1));
        asked.push(path);
        const status = failures.get(path)?.shift();
        const file = join(build, path.startsWith('library/') ? path.replace('library', 'stdlib') : `wasi/${path}`);
        if (status === 0)
            request.socket.destroy();
        else if (status !== undefined || !existsSync(file))
            response.writeHead(status ?? 404).end();
        else
            response.end(readFileSync(file));
    });
    await new Promise((done) => server.listen(0, '127.0.0.1', done));
    address = new URL(`http://127.0.0.1:${server.address().port}/`);
});

after(() => {
    server.closeAllConnections();
    server.close();
});

/** Runs a program in a worker's place: its library is kept from one program to the next only through `library`. */
async function run(source, library) {
    asked.length = 0;
    const files = new Files(library);
    const serve = async ({ number, path, data }) => {
        const [error, bytes] = await files.serve({ kind: number, path, data });
        return { error, bytes };
    };
    const runtime = await createRuntime({ wasm: readFileSync(reactorFile), serve });
    return runtime.run({ source }).finished;
}

const fresh = () => ({ ...fetchedLibrary(new URL('library/', address)), readSide: fetchedSides(new URL('side/', address)) });
const times = (path) => asked.filter((other) => other === path).length;
const compiled = 'library/__pycache__/textwrap.vivarium-312.pyc';

test('an import whose fetch failed raises ImportError, and works when it is tried again in the program', async () => {
    failures.set(compiled, [503]).set('library/textwrap.py', [503, 503, 503]);
    const { stdout, stderr } = await run(`
import sys
try:
    import textwrap
except ImportError as e:
    print(e, "textwrap" in sys.modules)
import textwrap
print(textwrap.dedent("  x"), "textwrap" in sys.modules)
`, fresh());
    assert.equal(stdout, 'cannot read /lib/python3.12/textwrap.py of the standard library: Input/output error False\nx True\n', stderr);
    assert.equal(times(compiled), 2);
});

test('a fetch that failed in one program is made again in the next, and what was fetched is not', async () => {
    const library = fresh();
    failures.set(compiled, [0]).set('library/textwrap.py', [0]);
    const first = await run('import textwrap', library);
    assert.deepEqual([first.reason, first.exitCode], ['raised', 1], first.stderr);
    assert.match(first.stderr, /ImportError: cannot read \/lib\/python3.12\/textwrap.py of the standard library: Input\/output error\n$/);
    const second = await run('import textwrap\nprint(textwrap.shorten("a b c", 20))', library);
    assert.equal(second.stdout, 'a b c\n', second.stderr);
    const third = await run('import textwrap\nprint(textwrap.shorten("d e f", 20))', library);
    assert.equal(third.stdout, 'd e f\n', third.stderr);
    assert.deepEqual(asked, []);
});

test('an index that could not be fetched is asked for again', async () => {
    failures.set('library/index.txt', [500]);
    const { stdout, stderr } = await run(`
for attempt in range(2):
    try:
        import string
        print(string.digits)
    except ImportError as e:
        print(type(e).__name__, e)
`, fresh());
    assert.equal(stdout, 'ImportError cannot read _frozen_importlib of the standard library (/lib/python3.12/_frozen): Input/output error\n0123456789\n', stderr);
    assert.equal(times('library/index.txt'), 2);
});

test('a file that is there from the beginning brings its folders', async () => {
    const files = new Files();
    files.put('garden/trees/oak.py', new TextEncoder().encode('tall = True\n'));
    files.put('garden/__init__.py', new Uint8Array(0));
    const ask = async (kind, path) => {
        const [error, bytes] = await files.serve({ kind, path });
        return error || new TextDecoder().decode(bytes);
    };
    assert.equal(await ask(LIST, 'garden'), 'trees\0__init__.py\0');
    assert.equal(await ask(READ_FILE, 'garden/trees/oak.py'), 'tall = True\n');
    assert.match(await ask(STAT, 'garden/trees'), /^\d+ /);
});
