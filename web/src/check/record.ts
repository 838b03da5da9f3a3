/**
 * record.ts - writes into lesson files what need not be typed: the outputs of blocks, the answers of sessions, and the hash of
 * the original that a translation was made from.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CANONICAL, sourceHash } from '../lessons/course';
import type { CodeBlock, Lesson } from '../lessons/model';
import { parseSession } from '../lessons/session';
import type { Found } from './index';
import { answerOf, programOf, shown } from './lesson';
import type { Machine } from './machine';

export interface Recorded {
    file: string;
    line: number;
    message: string;
    /** Something could not be recorded. */
    failed: boolean;
}

interface Change {
    /** Lines of the file, from 1, that are replaced: `from` up to, not with, `to`. */
    from: number;
    to: number;
    lines: string[];
}

function apply(text: string, changes: Change[]): string {
    const lines = text.split('\n');
    for (const { from, to, lines: fresh } of [...changes].sort((a, b) => b.from - a.from)) {
        const indent = /^\s*/.exec(lines[from - 2] ?? '')![0];
        lines.splice(from - 1, to - from, ...fresh.map((line) => (line === '' ? '' : indent + line)));
    }
    return lines.join('\n');
}

/** Fills outputs from the oracle; blocks with `impl=vivarium` from our own machine. */
export async function record({ root, lessons }: Found, machine: Machine, oracle: Machine): Promise<Recorded[]> {
    const told: Recorded[] = [];
    for (const { lesson: { folder, files, languages }, language } of lessons) {
        const lesson = languages.get(language)!;
        const path = join(root, lesson.file);
        const text = readFileSync(path, 'utf8').replaceAll('\r\n', '\n');
        const lines = text.split('\n');
        const changes: Change[] = [];
        const tell = (line: number, message: string, failed = false): void => {
            told.push({ file: join(root, lesson.file), line, message, failed });
        };
        const who = (block: CodeBlock): Machine => (block.info.keys.impl === 'vivarium' ? machine : oracle);
        const canonical = language === CANONICAL ? undefined : languages.get(CANONICAL);
        const inherits = (block: CodeBlock): boolean => canonical !== undefined
            && canonical.blocks.some((each) => each.id === block.id && each.source === block.source);
        void folder;

        for (const output of lesson.outputs) {
            const block = lesson.blocks.find((each) => each.id === output.for);
            const body = lines.slice(output.lines[0], output.lines[1] - 1);
            if (!block || output.match !== 'exact' || (inherits(block) && body.length === 0))
                continue;
            const program = programOf({ lesson, files }, block);
            const mine = await machine.run(program);
            if (mine.limit) {
                tell(output.line, `block "${block.id}" does not end within its limits; nothing was recorded`, true);
                continue;
            }
            const outcome = who(block) === machine ? mine : await oracle.run(program);
            if (outcome.exitCode !== 0 && block.info.keys.raises === undefined) {
                tell(block.line, `block "${block.id}" fails under ${who(block).name}: ${outcome.stderr.trimEnd().split('\n').pop()}`, true);
                continue;
            }
            const printed = shown(outcome, output.text);
            if (/^ {0,3}(`{3,}|~{3,})/m.test(printed)) {
                tell(output.line, `what block "${block.id}" prints would end its own fence; write it by hand`, true);
                continue;
            }
            if (printed === output.text)
                continue;
            changes.push({ from: output.lines[0] + 1, to: output.lines[1], lines: printed === '' ? [] : printed.slice(0, -1).split('\n') });
            tell(output.line, `recorded the output of block "${block.id}"`);
        }
        for (const block of lesson.blocks.filter((each) => each.role === 'repl' && !inherits(each))) {
            const exchanges = parseSession(block.source) ?? [];
            const { parts = [] } = await who(block).run(programOf({ lesson, files }, block));
            for (const [i, exchange] of exchanges.entries()) {
                const answer = answerOf(parts[i + 1]).trimEnd();
                if (answer === exchange.expected.trimEnd() || exchange.expected.startsWith('Traceback'))
                    continue;
                const from = block.line + 1 + exchange.end - exchange.expected.split('\n').length + 1;
                changes.push({ from, to: block.line + 1 + exchange.end, lines: answer === '' ? [] : answer.split('\n') });
                tell(from - 1, `recorded an answer of session "${block.id}"`);
            }
        }
        if (changes.length > 0)
            writeFileSync(path, apply(text, changes));
    }
    return told;
}

/** Writes the hash of the original into the front matter of translations. */
export function stamp({ root, lessons }: Found): Recorded[] {
    const told: Recorded[] = [];
    for (const { lesson: { languages }, language } of lessons) {
        const lesson: Lesson = languages.get(language)!;
        const canonical = languages.get(CANONICAL);
        if (language === CANONICAL || !canonical)
            continue;
        const hash = sourceHash(readFileSync(join(root, canonical.file), 'utf8'));
        const path = join(root, lesson.file);
        const text = readFileSync(path, 'utf8');
        const lines = text.split('\n');
        const end = lines.findIndex((line, i) => i > 0 && line.trimEnd() === '---');
        if (lines[0]?.trimEnd() !== '---' || end < 0) {
            told.push({ file: path, line: 1, message: 'there is no front matter to stamp', failed: true });
            continue;
        }
        const at = lines.findIndex((line, i) => i > 0 && i < end && /^source\s*:/.test(line));
        const line = `source: ${hash}`;
        if (at >= 0 && lines[at]!.trimEnd() === line)
            continue;
        lines.splice(at >= 0 ? at : end, at >= 0 ? 1 : 0, line);
        writeFileSync(path, lines.join('\n'));
        told.push({ file: path, line: (at >= 0 ? at : end) + 1, message: `stamped with ${hash}`, failed: false });
    }
    return told;
}
