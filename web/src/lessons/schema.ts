/**
 * schema.ts - what a lesson file may say: the one table behind validation, types and error messages.
 *
 * Every name of the lesson format is known here, also those that this version of the page does not act on yet, so that
 * a file written for the format never fails on a correct name.
 */

export type ValueKind = 'text' | 'number' | 'flag' | 'texts' | 'map' | readonly string[];

/** Front matter of a course, a chapter and a lesson; inherited in that order. */
export const FRONT_MATTER = {
    title: 'text',
    summary: 'text',
    minutes: 'number',
    level: 'text',
    concepts: 'texts',
    prereqs: 'texts',
    views: 'texts',
    mode: ['run', 'step', 'repl'],
    clock: ['virtual', 'real'],
    schedule: ['cpython', 'chaos'],
    seed: 'number',
    stdin: 'texts',
    limits: 'map',
    hosts: 'map',
    hidelines: 'text',
    attempts: 'number',
    reveal: ['never', 'after-attempts', 'always'],
    source: 'text',
} as const satisfies Record<string, ValueKind>;

export const LIMITS = { instructions: 'number', heap_mb: 'number', output_kb: 'number' } as const;

/** `course.yml`: the front matter every lesson inherits, and what only a course has. */
export const COURSE = {
    ...FRONT_MATTER, languages: 'texts', titles: 'map',
} as const satisfies Record<string, ValueKind>;

/** `chapter.yml`: `titles` gives the title in other languages. */
export const CHAPTER = { ...FRONT_MATTER, titles: 'map' } as const satisfies Record<string, ValueKind>;

type ValueOf<K extends ValueKind> =
    K extends 'text' ? string
    : K extends 'number' ? number
    : K extends 'flag' ? boolean
    : K extends 'texts' ? string[]
    : K extends 'map' ? Record<string, unknown>
    : K extends readonly (infer W)[] ? W
    : never;

export type Values<S extends Record<string, ValueKind>> = { -readonly [K in keyof S]?: ValueOf<S[K]> };
export type FrontMatter = Values<typeof FRONT_MATTER>;
export type CourseMatter = Values<typeof COURSE>;
export type ChapterMatter = Values<typeof CHAPTER>;

export const PYTHON_ROLES = [
    'run', 'step', 'repl', 'static', 'setup', 'starter', 'solution', 'check', 'secret', 'mistake',
] as const;
export type PythonRole = (typeof PYTHON_ROLES)[number];

export const VIEWS = ['objects', 'memory', 'collector', 'frames', 'classes'] as const;

/** Keys of a Python fence; `flag` keys may stand alone. */
export const PYTHON_KEYS = {
    id: 'text', for: 'text', env: 'text', file: 'text', views: 'text', break: 'text', watch: 'text', raises: 'text',
    stdin: 'text', mark: 'text', impl: ['vivarium'], message: 'text', readonly: 'flag', autorun: 'flag',
} as const satisfies Record<string, ValueKind>;

/** Keys of `text output`. */
export const OUTPUT_KEYS = {
    id: 'text', for: 'text', match: ['exact', 'ellipsis', 'regex'],
} as const satisfies Record<string, ValueKind>;

/** What a fence of another language may be: text as it is, and what a block prints. */
export const TEXT_ROLES = ['output'] as const;

/** Directives and the keys each takes. */
export const DIRECTIVES = {
    exercise: { title: 'text', attempts: 'number' },
    hint: {},
    solution: {},
    message: { on: 'text' },
    predict: { of: 'text' },
    quiz: {},
    parsons: {},
    note: { title: 'text' },
    tip: { title: 'text' },
    warning: { title: 'text' },
    deeper: { title: 'text' },
    view: { of: 'text', step: 'number', view: 'text' },
} as const satisfies Record<string, Record<string, ValueKind>>;
export type DirectiveName = keyof typeof DIRECTIVES;

/** Roles that only make sense inside an exercise (or with `for=` it). */
export const EXERCISE_ROLES: readonly PythonRole[] = ['starter', 'solution', 'check', 'secret', 'mistake'];
/** Roles whose blocks run on their own. */
export const RUN_ROLES: readonly PythonRole[] = ['run', 'step', 'repl'];

/** What a block may use when nobody says otherwise: enough for every lesson, and a mistake ends soon. */
export const DEFAULT_LIMITS = { instructions: 20_000_000, heap_mb: 64, output_kb: 64 } as const;
