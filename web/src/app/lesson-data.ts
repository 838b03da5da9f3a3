/** lesson-data.ts - what the lesson's page says about its programs, as programs to run. */
import type { ProgramSpec } from '../engine';
import { DEFAULT_OUTPUT_LIMITS } from '../engine/output';
import type { BlockData, LessonData } from '../lessons/data';
import { parseSession } from '../lessons/session';
import { isSharedName, type SharedProgram } from '../state/share';

export function readLessonData(lesson: HTMLElement): LessonData | undefined {
    const script = lesson.querySelector('script[data-lesson-data]');
    return script ? JSON.parse(script.textContent ?? '') as LessonData : undefined;
}

/** Block `block` of the lesson with `source` as its text. */
export function specOf(data: LessonData | undefined, block: BlockData | undefined, source: string, filename: string): ProgramSpec {
    const spec: ProgramSpec = {
        source, filename,
        ...(block?.before.length ? { before: block.before } : {}),
        ...(block?.stdin === undefined ? {} : { stdin: block.stdin }),
        ...(data && Object.keys(data.files).length > 0 ? { files: data.files } : {}),
        ...(data ? { limits: data.runLimits, clock: data.clock } : {}),
        ...(data?.seed === undefined ? {} : { seed: data.seed }),
        ...(data?.maxOutput === undefined ? {} : { output: { ...DEFAULT_OUTPUT_LIMITS, maxBytes: data.maxOutput } }),
    };
    const session = block?.role === 'repl' ? parseSession(source) : undefined;
    if (!session)
        return spec;
    return { ...spec, source: '', prompts: true, after: session.map((exchange) => ({ source: exchange.source, filename: '<stdin>', single: true })) };
}

/** The program as one that stands on its own: with what the lesson runs before it, and the lesson's files. */
export function aloneOf(data: LessonData | undefined, block: BlockData | undefined, source: string): SharedProgram {
    const parts = [...(block?.before ?? []).map((part) => part.source.trimEnd()), source];
    const files = Object.entries(data?.files ?? {}).filter(([name]) => isSharedName(name) && name !== 'main.py' && name !== block?.filename);
    return { files: [{ name: 'main.py', text: parts.join('\n\n') }, ...files.map(([name, text]) => ({ name, text }))], from: location.pathname };
}
