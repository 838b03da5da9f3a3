/** puzzles.ts - `::: parsons`: the lines of a program, and lines that belong nowhere. */
import type { CodeBlock, Parsons } from './model';

const DISTRACTOR = /\s*#\s*distractor\s*$/;

export function buildParsons(id: string, line: number, solution: CodeBlock | undefined, original: Parsons | undefined,
                             report: (line: number, message: string) => void): Parsons | undefined {
    if (!solution) {
        if (original)
            return { ...original, line };
        report(line, 'a puzzle needs its lines, in order: "python solution"');
        return undefined;
    }
    const written = solution.source.trimEnd().split('\n').filter((text) => text.trim() !== '');
    const lines = written.filter((text) => !DISTRACTOR.test(text));
    const distractors = written.filter((text) => DISTRACTOR.test(text)).map((text) => text.replace(DISTRACTOR, ''));
    if (distractors.length === 0 && original && lines.join('\n') === original.lines.join('\n'))
        distractors.push(...original.distractors);
    if (lines.length < 2)
        report(solution.line, 'a puzzle needs at least two lines to put in order');
    solution.source = `${lines.join('\n')}\n`;
    return { id, line, solution, lines, distractors };
}
