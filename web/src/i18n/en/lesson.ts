/** The texts that the HTML of a lesson needs, in English. */
export const en = {
    minutes: (n: number): string => `${n} minutes`,
    table: 'Table',
    example: 'Example',
    notRunnable: 'To read',
    prints: 'Prints',
    runExample: 'Run',
    predict: 'What will it print?',
    checkPrediction: 'Run it and see',
    asides: { note: 'Note', tip: 'Tip', warning: 'Careful', deeper: 'A closer look' },
};
