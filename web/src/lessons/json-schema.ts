/**
 * json-schema.ts - the front matter as JSON Schema (draft 2020-12), derived from schema.ts, for editors and other tools:
 * `lesson.schema.json`; `$defs` has chapter.yml and course.yml too. A test keeps the file as this says.
 */
import { CHAPTER, COURSE, DEFAULT_LIMITS, FRONT_MATTER, LIMITS, type ValueKind, VIEWS } from './schema';

const ABOUT: Record<keyof typeof COURSE, string> = {
    title: 'What the lesson is called. The only key that it must have.',
    titles: 'The title in other languages: a table of language tags.',
    languages: 'BCP 47 tags of the languages that the course has; the first one is en.',
    summary: 'One sentence of Markdown, for the list of contents and the top of the lesson.',
    minutes: 'How long it takes to read and do.',
    level: 'For whom it is, such as beginner.',
    concepts: 'What it is about, for the search.',
    prereqs: 'Addresses of lessons to read first, such as memory/counting.',
    views: 'Panels that are open at first.',
    mode: 'How its blocks open.',
    clock: 'Virtual time does not pass while a program sleeps.',
    schedule: 'How threads take turns.',
    seed: 'What random bytes begin with.',
    stdin: 'Lines that are typed into every program.',
    limits: `What a program may use. Without it: ${Object.entries(DEFAULT_LIMITS).map(([key, value]) => `${key} ${value}`).join(', ')}.`,
    hosts: 'Virtual hosts of the web that programs can ask.',
    hidelines: 'Lines that begin with this text run but are not shown.',
    attempts: 'How often an exercise may be tried before its solution can be seen.',
    reveal: 'When the solution of an exercise can be seen.',
    source: 'Of a translation: which version of the original it was made from. Written by ./vivarium check --stamp.',
};

function valueSchema(key: string, kind: ValueKind): object {
    if (key === 'views')
        return { type: 'array', items: { enum: [...VIEWS] } };
    if (key === 'limits') {
        const properties = Object.fromEntries(Object.keys(LIMITS).map((name) => [name, { type: 'number', minimum: 0 }]));
        return { type: 'object', properties, additionalProperties: false };
    }
    switch (kind) {
    case 'text':
        return { type: ['string', 'number'] };
    case 'number':
        return { type: 'number', minimum: 0 };
    case 'flag':
        return { type: 'boolean' };
    case 'texts':
        return { type: 'array', items: { type: 'string' } };
    case 'map':
        return { type: 'object' };
    default:
        return { enum: [...kind] };
    }
}

function tableSchema(title: string, table: Record<string, ValueKind>, required: string[]): object {
    return {
        title, type: 'object', additionalProperties: false, required,
        properties: Object.fromEntries(Object.entries(table).map(([key, kind]) =>
            [key, { description: ABOUT[key as keyof typeof ABOUT], ...valueSchema(key, kind) }])),
    };
}

export function jsonSchema(): object {
    return {
        $schema: 'https://json-schema.org/draft/2020-12/schema',
        ...tableSchema('Front matter of a Vivarium lesson', FRONT_MATTER, ['title']),
        $defs: {
            chapter: tableSchema('chapter.yml of a Vivarium course', CHAPTER, ['title']),
            course: tableSchema('course.yml of a Vivarium course', COURSE, ['title']),
        },
    };
}
