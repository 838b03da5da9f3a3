/** explain.ts - an error in the reader's words, beside the exact traceback: what happened, where, what to try. No DOM. */
import { choose } from '../i18n/choose';
import { en } from '../i18n/en/errors';
import { zhCN } from '../i18n/zh-cn/errors';
import { PATTERNS } from './patterns';

export interface Place {
    file: string;
    line: number;
    /** The function, or `<module>`; none for an error of the compiler. */
    name?: string;
}

export interface RaisedLast {
    type: string;
    message: string;
    /** The last place in the learner's own files. */
    place?: Place;
}

export interface Explanation {
    what: string;
    attempt: string;
}

const FRAME = /^ {2}File "(.*)", line (\d+)(?:, in (.+))?$/;
const FINAL = /^([A-Za-z_][\w.]*)(?:: ([^]*))?$/;

/** The last traceback of what a program wrote to stderr. `own` says which files are the learner's. */
export function lastTraceback(stderr: string, own: (file: string) => boolean): RaisedLast | undefined {
    const lines = stderr.trimEnd().split('\n');
    let place: Place | undefined;
    let final: RaisedLast | undefined;
    let inside = false;
    for (const [i, line] of lines.entries()) {
        const frame = FRAME.exec(line);
        if (line.startsWith('Traceback (most recent call last):')) {
            inside = true;
            place = undefined;
            continue;
        }
        if (frame) {
            inside = true;
            if (own(frame[1]!))
                place = { file: frame[1]!, line: Number(frame[2]), ...(frame[3] ? { name: frame[3] } : {}) };
        }
        // The first line that is not indented ends a traceback.
        const last = inside && !/^\s/.test(line) ? FINAL.exec(line) : null;
        if (last) {
            inside = false;
            const rest = lines.slice(i + 1);
            const end = rest.findIndex((each) => each === '' || each.startsWith('Traceback ('));
            final = { type: last[1]!, message: [last[2] ?? '', ...(end < 0 ? rest : rest.slice(0, end))].join('\n').trim(), place };
        }
    }
    return final;
}

function fill(text: string, groups: RegExpExecArray): string {
    return text.replace(/\$(\d)/g, (_whole, n) => groups[Number(n)] ?? '');
}

export function explain(type: string, message: string, language: string): Explanation {
    const t = choose(language, { en, 'zh-CN': zhCN });
    const name = type.split('.').at(-1)!;
    for (const [id, of, pattern] of PATTERNS) {
        const groups = of === name ? pattern.exec(message) : null;
        if (groups)
            return { what: fill(t.errors[id][0], groups), attempt: fill(t.errors[id][1], groups) };
    }
    return { what: t.unknown(name), attempt: t.unknownTry };
}

/** `Line 3, in f of main.py` */
export function placeText({ file, line, name }: Place, language: string, several: boolean): string {
    const t = choose(language, { en, 'zh-CN': zhCN });
    const place = name && name !== '<module>' ? t.lineIn(line, name) : t.line(line);
    return several ? t.inFile(place, file) : place;
}

export function explainTexts(language: string): { happened: string; where: string; attempt: string } {
    return choose(language, { en, 'zh-CN': zhCN });
}
