/** The views, in English. */

const plural = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;
const listed = (names: string[]): string => names.length > 4 ? `${names.slice(0, 4).join(', ')}, …` : names.join(', ');

export const en = {
    // the frame around the views
    views: 'Views',
    viewNames: { objects: 'Objects', memory: 'Memory', collector: 'Collector', frames: 'Frames', classes: 'Classes' },
    picture: 'Picture',
    table: 'Table',
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    fit: 'Fit',
    tidy: 'Tidy up',
    tidyHint: 'Lay the picture out anew',
    everyObject: 'Every value as a box',
    exportSvg: 'Save as SVG',
    scrollHint: 'Picture: arrow keys scroll or go from box to box',
    emptyProgram: 'Run a program: what it has in memory is shown here.',
    failed: (why: string) => `This view could not be drawn: ${why}`,
    moment: (n: number) => `after ${n.toLocaleString('en')} instructions`,
    previous: 'Back',
    next: 'Next',
    stepOf: (n: number, of: number) => `${n} of ${of}`,

    // common words
    name: 'Name',
    scope: 'Where',
    refersTo: 'Refers to',
    identity: 'id()',
    change: 'Change',
    object: 'Object',
    type: 'Type',
    count: 'References',
    bytes64: 'Bytes (64-bit CPython)',
    bytesHere: 'Bytes here',
    heldBy: 'Held by',
    contains: 'Contains',
    line: (n: number) => `line ${n}`,
    more: (n: number) => `… ${n} more`,
    immortal: 'immortal',
    immortalMark: '∞',
    isNew: 'new',
    isChanged: 'changed',
    freed: 'freed',
    unreachable: 'no way to it; awaits the collector',
    countOf: (n: number | null) => n === null ? 'immortal' : plural(n, 'reference'),
    wasCount: (n: number | null) => n === null ? 'was immortal' : `was ${n}`,

    // objects
    scopeMain: 'main program',
    scopeObject: 'chosen',
    noNames: 'No names yet.',
    namesTable: 'Names',
    objectsTable: 'Objects',
    objectsTitle: (n: number) => `Names and ${plural(n, 'object')}`,
    objectsNews: (names: string[], fresh: number, changed: number, freed: number, lost: number) => [
        names.length > 0 ? `names changed: ${listed(names)}` : '', fresh > 0 ? plural(fresh, 'new object') : '',
        changed > 0 ? `${plural(changed, 'object')} changed` : '', freed > 0 ? `${freed} freed` : '', lost > 0 ? `${lost} unreachable` : '',
    ].filter(Boolean).join(' · '),

    // the panel about one object
    about: 'About this object',
    close: 'Close',
    gone: 'This object no longer exists.',
    value: 'Value',
    length: 'Length',
    capacity: 'Room for',
    generation: 'Generation',
    interned: 'interned',
    yes: 'yes',
    holders: (n: number) => `Held by ${n}`,
    noHolders: 'Nobody holds it.',
    variableOf: (name: string, frame: string) => `${name} in ${frame}()`,
    whyAlive: 'Why it is alive',
    notAlive: 'No name leads to it: it only waits for the collector.',
    rootNames: { frame: 'a running function', main: 'main program', modules: 'loaded modules', interpreter: 'the interpreter', none: 'nothing' },
};
