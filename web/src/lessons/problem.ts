/** problem.ts - what is wrong with a lesson, and where: every check reports a list of these instead of throwing. */
export interface Problem {
    file: string;
    line: number;
    message: string;
}

export function formatProblem(problem: Problem): string {
    return `${problem.file}:${problem.line}: ${problem.message}`;
}

/** Thrown by whatever needs a lesson without problems. */
export class LessonError extends Error {
    override readonly name = 'LessonError';

    constructor(readonly problems: readonly Problem[]) {
        super(problems.map(formatProblem).join('\n'));
    }
}
