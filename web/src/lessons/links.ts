/** links.ts - where the links and images of a lesson lead in the site. Node only. */
import { join, relative } from 'node:path';
import type { Course, CourseLesson } from './course';

export type Target =
    /** A lesson: `memory/cycles`, in this language. */
    | { kind: 'lesson'; address: string; language: string; anchor: string }
    /** A file: where it lies, and its path in the site. */
    | { kind: 'file'; file: string; path: string }
    /** As it is written: the web, and places of the same page. */
    | { kind: 'other' };

const LESSON_FILE = /^(?:lesson\.([A-Za-z0-9-]+)\.md)?$/;

/** What `address`, written in `lesson`, means for a reader of `language`. */
export function targetOf(course: Course, lesson: CourseLesson, language: string, address: string): Target {
    if (address.startsWith('#') || /^[A-Za-z][A-Za-z0-9+.-]*:/.test(address))
        return { kind: 'other' };
    const [path = '', anchor = ''] = decodeURIComponent(address).split('#');
    const file = join(lesson.folder, path);
    for (const other of course.chapters.flatMap((chapter) => chapter.lessons)) {
        const rest = relative(other.folder, file);
        if (LESSON_FILE.test(rest)) {
            // The original's link to an original is the translation's link to a translation.
            const there = other.languages.has(language) ? language : LESSON_FILE.exec(rest)?.[1] ?? 'en';
            return { kind: 'lesson', address: other.address, language: there, anchor: anchor && `#${anchor}` };
        }
        if (!rest.startsWith('..'))
            return { kind: 'file', file, path: `lessons/${other.address}/${rest.replaceAll('\\', '/')}` };
    }
    return { kind: 'file', file, path: `lessons/${relative(lesson.folder, file).replaceAll('../', '')}` };
}

/** Every file that lessons show or link to, by its path in the site. */
export function linkedFiles(course: Course): Map<string, string> {
    const files = new Map<string, string>();
    for (const lesson of course.chapters.flatMap((chapter) => chapter.lessons)) {
        for (const [language, { references }] of lesson.languages) {
            for (const { address } of references) {
                const target = targetOf(course, lesson, language, address);
                if (target.kind === 'file')
                    files.set(target.path, target.file);
            }
        }
    }
    return files;
}
