/** frontmatter.ts - YAML checked against a table of `schema.ts`, with the line of every complaint. */
import { isMap, isScalar, LineCounter, parseDocument } from 'yaml';
import { unknownWord } from './nearest';
import type { Problem } from './problem';
import { LIMITS, type ValueKind, type Values } from './schema';

const FENCE = '---';

export interface SplitFile {
    yaml: string;
    body: string;
    /** Lines before the body, so that line numbers of the body can be those of the file. */
    bodyOffset: number;
}

/** Takes `---` ... `---` off the beginning of a file. */
export function splitFrontMatter(text: string): SplitFile {
    const lines = text.replaceAll('\r\n', '\n').split('\n');
    const end = lines[0]?.trimEnd() === FENCE ? lines.findIndex((line, i) => i > 0 && line.trimEnd() === FENCE) : -1;
    if (end < 0)
        return { yaml: '', body: lines.join('\n'), bodyOffset: 0 };
    return { yaml: lines.slice(1, end).join('\n'), body: lines.slice(end + 1).join('\n'), bodyOffset: end + 1 };
}

function complaint(kind: ValueKind, value: unknown): string | undefined {
    switch (kind) {
    case 'text':
        return typeof value === 'string' || typeof value === 'number' ? undefined : 'must be text';
    case 'number':
        return typeof value === 'number' && value >= 0 ? undefined : 'must be a number';
    case 'flag':
        return typeof value === 'boolean' ? undefined : 'must be true or false';
    case 'texts':
        return Array.isArray(value) && value.every((item) => typeof item === 'string')
            ? undefined : 'must be a list of texts';
    case 'map':
        return typeof value === 'object' && value !== null && !Array.isArray(value)
            ? undefined : 'must be a table of keys';
    default:
        return kind.includes(value as string) ? undefined : `must be one of: ${kind.join(', ')}`;
    }
}

/** Parses `yaml`, whose first line is line `firstLine` of `file`; what is wrong is added to `problems` and left out. */
export function parseMatter<S extends Record<string, ValueKind>>(
    yaml: string, schema: S, file: string, firstLine: number, problems: Problem[],
): Values<S> {
    const counter = new LineCounter();
    const document = parseDocument(yaml, { lineCounter: counter, prettyErrors: false });
    const lineOf = (offset: number): number => counter.linePos(offset).line + firstLine - 1;
    for (const error of document.errors)
        problems.push({ file, line: lineOf(error.pos[0]), message: error.message });
    const values: Record<string, unknown> = {};
    const root = document.contents;
    if (document.errors.length > 0 || root === null)
        return values as Values<S>;
    if (!isMap(root)) {
        problems.push({ file, line: firstLine, message: 'must be a list of "key: value" lines' });
        return values as Values<S>;
    }
    for (const pair of root.items) {
        const key = isScalar(pair.key) ? String(pair.key.value) : '';
        const line = isScalar(pair.key) && pair.key.range ? lineOf(pair.key.range[0]) : firstLine;
        const kind = schema[key];
        const value: unknown = document.toJS()[key];
        if (kind === undefined) {
            problems.push({ file, line, message: unknownWord('key', key, Object.keys(schema)) });
            continue;
        }
        const wrong = complaint(kind, value);
        if (wrong) {
            problems.push({ file, line, message: `"${key}" ${wrong}` });
            continue;
        }
        if (key === 'limits') {
            for (const limit of Object.keys(value as object).filter((name) => !(name in LIMITS)))
                problems.push({ file, line, message: unknownWord('limit', limit, Object.keys(LIMITS)) });
        }
        values[key] = kind === 'text' ? String(value) : value;
    }
    return values as Values<S>;
}
