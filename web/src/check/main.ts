/** main.ts - the command `./vivarium check`. Exit codes: 0 all proved, 1 something is not, 2 wrong usage. */
import { existsSync, writeFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { type CheckReport, checkLessons, findLessons, UsageError } from './index';
import { mainNew } from './new';
import { builtFolders, createMachine } from './node';
import { loadOracle } from './oracle';
import { type Recorded, record, stamp } from './record';
import { json, junit, lessonLines, palette } from './report';

export const HELP = `usage: ./vivarium check [PATH ...] [--oracle] [--junit FILE] [--json FILE]
       ./vivarium check --record [PATH ...]
       ./vivarium check --stamp [PATH ...]

Proves what lessons say: every output, session, prediction, exercise, mistake and link, on the WebAssembly build with a
virtual clock and a fixed seed. PATH is a course, a chapter, a lesson's folder or one of its files, anywhere (default: our
own lessons). One line for each lesson and each failure; the last line is \`N passed, M failed\`.

  --oracle         the same programs also under CPython 3.12 (pyodide), and the two agree
  --junit FILE     write the result as JUnit XML
  --json FILE      write the result as JSON
  --record         fill every \`text output\` fence and session from CPython 3.12 (blocks with impl=vivarium: from Vivarium)
  --stamp          note in every translation which version of the original it was made from
  -q, --quiet      only failures, warnings and the last line

Exit codes: 0 everything holds, 1 something does not, 2 the command cannot be understood. NO_COLOR is respected.
lessons/README.md says how a lesson is written.
`;

interface Options {
    paths: string[];
    oracle: boolean;
    record: boolean;
    stamp: boolean;
    quiet: boolean;
    junit?: string;
    json?: string;
}

function parseArguments(args: readonly string[]): Options | 'help' {
    const options: Options = { paths: [], oracle: false, record: false, stamp: false, quiet: false };
    for (let i = 0; i < args.length; i++) {
        const [name, inline] = /^--\w+=/.test(args[i]!) ? args[i]!.split(/=(.*)/s) as [string, string] : [args[i]!, undefined];
        switch (name) {
        case '-h':
        case '--help':
            return 'help';
        case '--oracle':
        case '--record':
        case '--stamp':
        case '--quiet':
            options[name.slice(2) as 'oracle' | 'record' | 'stamp' | 'quiet'] = true;
            break;
        case '-q':
            options.quiet = true;
            break;
        case '--junit':
        case '--json': {
            const file = inline ?? args[++i];
            if (!file)
                throw new UsageError(`${name} needs a file name`);
            options[name.slice(2) as 'junit' | 'json'] = file;
            break;
        }
        default:
            if (name.startsWith('-'))
                throw new UsageError(`there is no option ${name}; the options are --oracle, --junit, --json, --record, --stamp and --quiet`);
            options.paths.push(args[i]!);
        }
    }
    return options;
}

/** A line on a terminal that says what goes on, after two seconds. */
class Progress {
    private readonly from = performance.now();
    private shown = false;

    constructor(private readonly enabled: boolean) {}

    say(text: string): void {
        if (!this.enabled || performance.now() - this.from < 2000)
            return;
        process.stderr.write(`\r\x1b[K${text}`);
        this.shown = true;
    }

    clear(): void {
        if (this.shown)
            process.stderr.write('\r\x1b[K');
        this.shown = false;
    }
}

function tellRecorded(recorded: Recorded[], what: string): number {
    for (const { file, line, message } of recorded)
        process.stdout.write(`${relative(process.cwd(), file)}:${line}: ${message}\n`);
    const failed = recorded.filter((each) => each.failed).length;
    process.stdout.write(`${recorded.length - failed} ${what}, ${failed} failed\n`);
    return failed === 0 ? 0 : 1;
}

export { mainNew };

/** `build`: the folder with the built core and library; `defaultPath`: checked when no path is given. */
export async function main(args: readonly string[], build: string, defaultPath: string): Promise<number> {
    // Who reads may stop reading (| head).
    process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 1 : 2));
    try {
        const options = parseArguments(args);
        if (options === 'help') {
            process.stdout.write(HELP);
            return 0;
        }
        return await run(options, build, defaultPath);
    } catch (error) {
        if (!(error instanceof UsageError))
            throw error;
        process.stderr.write(`vivarium check: ${error.message}\n`);
        return 2;
    }
}

async function run(options: Options, build: string, defaultPath: string): Promise<number> {
    const paths = options.paths.length > 0 ? options.paths : [defaultPath];
    const found = paths.map(findLessons);
    if (options.stamp || options.record) {
        let code = 0;
        if (options.record) {
            const [machine, oracle] = [await createMachine(builtFolders(build)), await loadOracle()];
            const recorded: Recorded[] = [];
            for (const each of found)
                recorded.push(...await record(each, machine, oracle));
            code = tellRecorded(recorded, 'recorded');
        }
        // After recording, which changes originals.
        return options.stamp ? Math.max(code, tellRecorded(paths.map(findLessons).flatMap(stamp), 'stamped')) : code;
    }
    for (const file of [options.junit, options.json]) {
        if (file !== undefined && !existsSync(dirname(resolve(file))))
            throw new UsageError(`${file}: there is no folder ${dirname(file)}`);
    }
    const colour = !process.env.NO_COLOR && process.stdout.isTTY === true;
    const colours = palette(colour);
    const progress = new Progress(process.stderr.isTTY === true && !process.env.CI);
    const report: CheckReport = await checkLessons(paths, {
        machine: await createMachine(builtFolders(build)),
        ...(options.oracle ? { oracle: await loadOracle() } : {}),
        onBegin: (name, done, all) => progress.say(`${done} of ${all} lessons: ${name}`),
        onLesson(lesson) {
            progress.clear();
            const bad = lesson.claims.some((claim) => claim.failure) || lesson.warnings.length > 0;
            if (bad || !options.quiet)
                process.stdout.write(`${lessonLines(lesson, colours).join('\n')}\n`);
        },
    });
    progress.clear();
    if (options.junit)
        writeFileSync(options.junit, junit(report));
    if (options.json)
        writeFileSync(options.json, json(report));
    process.stdout.write(`${report.passed} passed, ${report.failed} failed\n`);
    return report.failed === 0 ? 0 : 1;
}
