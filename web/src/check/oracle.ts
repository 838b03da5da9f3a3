/**
 * oracle.ts - programs of lessons on CPython 3.12, as pyodide brings it to Node.
 *
 * One interpreter serves all blocks: each gets a `__main__` of its own, streams of its own, a clock that only goes on by itself, a
 * fresh working folder, and the interpreter's settings as they were. A block that breaks the interpreter costs a new one.
 */
import type { PartResult } from '../engine/parts';
import type { LessonProgram, Machine, Outcome } from './machine';

/** The part of pyodide that is used. */
interface Pyodide {
    runPython(code: string, options?: object): unknown;
    globals: { get(name: string): (text: string) => string };
}

const DRIVER = `
import atexit, builtins, gc, time, io, json, linecache, os, random, shutil, signal, sys, threading, traceback, types, warnings

HOME = '/home/pyodide/lesson'
BASE_MODULES = None
SETTINGS = (sys.getrecursionlimit(), gc.get_threshold(), dict(os.environ), list(sys.path))
STREAMS = (sys.stdin, sys.stdout, sys.stderr, sys.__stdin__, sys.__stdout__, sys.__stderr__)

class Clock:
    "The clock of engine/virtual.ts: it goes on when it is read, and when somebody sleeps."
    now = 0
    def tick(self):
        self.now += 1000
        return self.now
    def sleep(self, seconds, /):
        if seconds < 0:
            raise ValueError('sleep length must be non-negative')
        self.now += int(seconds * 1e9)
    def install(self):
        self.now = 0
        time.sleep = self.sleep
        for name in ('monotonic', 'perf_counter'):
            setattr(time, name, lambda: self.tick() / 1e9)
            setattr(time, name + '_ns', self.tick)
        time.time = lambda: 1704067200 + self.tick() / 1e9
        time.time_ns = lambda: 1704067200 * 10**9 + self.tick()

CLOCK = Clock()

class Stream(io.TextIOWrapper):
    def __init__(self, limit):
        super().__init__(io.BytesIO(), encoding='utf-8', errors='backslashreplace', newline='\\n', write_through=True)
        self.limit, self.from_ = limit, 0
    def taken(self):
        data = self.buffer.getvalue()[self.from_:]
        self.from_ += len(data)
        return data

def describe(e, name):
    try:
        message = str(e)
    except BaseException:
        message = None
    line, tb = None, e.__traceback__
    while tb is not None:
        if tb.tb_frame.f_code.co_filename == name:
            line = tb.tb_lineno
        tb = tb.tb_next
    if isinstance(e, SyntaxError) and e.filename == name:
        line = e.lineno
    kind = type(e)
    module = '' if kind.__module__ == 'builtins' else kind.__module__ + '.'
    error = {'type': module + kind.__qualname__, 'types': [t.__name__ for t in kind.__mro__]}
    if message: error['message'] = message
    if len(e.args) == 1 and type(e.args[0]) is str: error['argument'] = e.args[0]
    if line: error['line'] = line
    return error

def one(source, name, mode, main):
    "Runs one piece; its exit code and error."
    try:
        exec(compile(source, name, mode, dont_inherit=True), main.__dict__)
    except SystemExit as e:
        if e.code is None or isinstance(e.code, int):
            return (e.code or 0) & 255, None
        print(e.code, file=sys.stderr)
        return 1, None
    except BaseException as e:
        # Without the frame of this function.
        error = describe(e, name)
        e.__traceback__ = e.__traceback__ and e.__traceback__.tb_next
        try:
            sys.excepthook(type(e), e, e.__traceback__)
        except BaseException:
            traceback.print_exc()
        return 1, error
    return 0, None

def run(text):
    global BASE_MODULES
    spec = json.loads(text)
    shutil.rmtree(HOME, ignore_errors=True)
    os.makedirs(HOME)
    os.chdir(HOME)
    for path, content in {**spec['files'], spec['filename']: spec['source']}.items():
        if os.path.dirname(path):
            os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, 'w', encoding='utf-8', newline='') as f:
            f.write(content)
    if BASE_MODULES is None:
        BASE_MODULES = set(sys.modules)
    main = types.ModuleType('__main__')
    main.__file__ = spec['filename']
    main.__builtins__ = builtins
    old_main = sys.modules['__main__']
    sys.modules['__main__'] = main
    sys.argv = [spec['filename']]
    sys.path[:] = [HOME, *SETTINGS[3]]
    linecache.clearcache()
    CLOCK.install()
    random.seed(spec['seed'])
    filters = warnings.filters[:]
    out, err = Stream(spec['maxOutput']), Stream(spec['maxOutput'])
    sys.stdin = sys.__stdin__ = io.TextIOWrapper(io.BytesIO(spec.get('stdin', '').encode()), encoding='utf-8')
    sys.stdout = sys.__stdout__ = out
    sys.stderr = sys.__stderr__ = err
    gc.collect()
    parts = []
    def part(source, name, mode='exec'):
        code, error = one(source, name, mode, main)
        for stream in (sys.stdout, sys.stderr):
            try: stream.flush()
            except BaseException: pass
        result = {'reason': 'raised' if error else 'done', 'exitCode': code, 'stdout': out.taken().decode(errors='replace'),
                  'stderr': err.taken().decode(errors='replace')}
        if error: result['error'] = error
        return result
    answer = {'exitCode': 0, 'parts': None, 'stdout': '', 'stderr': ''}
    try:
        for before in spec['before']:
            result = part(before['source'], before['filename'])
            if result['reason'] == 'raised' and not before.get('mayFail'):
                answer.update(exitCode=1, stderr=result['stderr'])
                break
        else:
            first = part(spec['source'], spec['filename'])
            parts.append(first)
            for after in spec.get('after') or ():
                if after.get('check'):
                    main.__source__, main.__output__ = spec['source'], first['stdout']
                parts.append(part(after['source'], after['filename'], 'single' if after.get('single') else 'exec'))
            answer['exitCode'] = first['exitCode']
            if 'after' in spec:
                answer['parts'] = parts
            shown = [p for p, a in zip(parts, [{}, *(spec.get('after') or ())]) if not a.get('check')]
            for stream in ('stdout', 'stderr'):
                answer[stream] = ''.join(p[stream] for p in shown)
    finally:
        # The end of a program: objects die while the streams are still there.
        main_ref = main
        del part
        if 'after' not in spec:
            atexit._run_exitfuncs()
        sys.modules['__main__'] = old_main
        for name in ('last_exc', 'last_type', 'last_value', 'last_traceback'):
            sys.__dict__.pop(name, None)
        del main, main_ref
        gc.enable(); gc.set_threshold(*SETTINGS[1]); gc.set_debug(0); gc.callbacks.clear()
        gc.unfreeze()
        gc.collect()
        if 'after' not in spec:
            answer['stdout'] += out.taken().decode(errors='replace')
            answer['stderr'] += err.taken().decode(errors='replace')
        gc.garbage.clear()
        (sys.stdin, sys.stdout, sys.stderr, sys.__stdin__, sys.__stdout__, sys.__stderr__) = STREAMS
        sys.setrecursionlimit(SETTINGS[0])
        sys.settrace(None); sys.setprofile(None)
        sys.excepthook, sys.displayhook, sys.unraisablehook = sys.__excepthook__, sys.__displayhook__, sys.__unraisablehook__
        warnings.filters[:] = filters
        warnings._filters_mutated()
        os.environ.clear(); os.environ.update(SETTINGS[2])
        os.chdir('/home/pyodide')
        builtins.__dict__.pop('_', None)
        for name in set(sys.modules) - BASE_MODULES:
            file = getattr(sys.modules[name], '__file__', None) or ''
            if file.startswith(HOME) or not file:
                if name not in sys.builtin_module_names:
                    del sys.modules[name]
        sys.path_importer_cache.clear()
    return json.dumps(answer)
`;

interface Answer {
    exitCode: number;
    stdout: string;
    stderr: string;
    parts: PartResult[] | null;
}

export class OracleMachine implements Machine {
    readonly name = 'CPython 3.12';
    private python: Pyodide | undefined;

    /** `load` gives a fresh interpreter. */
    constructor(private readonly load: () => Promise<Pyodide>) {}

    async run(program: LessonProgram): Promise<Outcome> {
        if (!this.python) {
            this.python = await this.load();
            this.python.runPython(DRIVER);
        }
        try {
            const run = this.python.globals.get('run');
            const answer = JSON.parse(run(JSON.stringify(program))) as Answer;
            return {
                stdout: answer.stdout, stderr: answer.stderr, exitCode: answer.exitCode, limit: false, dropped: 0,
                ...(answer.parts ? { parts: answer.parts } : {}),
            };
        } catch (error) {
            // The interpreter may be in any state now.
            this.python = undefined;
            return {
                stdout: '', stderr: `the interpreter broke: ${(error as Error).message}`.split('\n').slice(0, 3).join('\n'), exitCode: 1,
                limit: false, dropped: 0,
            };
        }
    }
}

/** CPython from the npm package `pyodide`. */
export async function loadOracle(): Promise<OracleMachine> {
    // Not bundled, and absent in the published package unless its user installs it.
    const name = 'pyodide';
    const { loadPyodide } = await import(name) as { loadPyodide(options: object): Promise<Pyodide> };
    return new OracleMachine(() => loadPyodide({ stdout: () => {}, stderr: () => {} }));
}
