/** The texts of exercises, questions and puzzles as HTML, in English. */
export const en = {
    exercise: 'Exercise',
    starter: 'Your program',
    checks: 'Checks',
    hint: (n: number): string => `Hint ${n}`,
    solution: 'Solution',
    file: (name: string): string => `File ${name}`,
    session: 'At the prompt',
    quiz: 'Question',
    quizMany: 'Question (more than one answer may be right)',
    checkQuiz: 'Check',
    parsons: 'Put the lines in order',
    frozen: (view: string): string => `A moment of the program: ${view}`,
    asTable: 'As a table',
};
