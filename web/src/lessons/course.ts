/**
 * course.ts - a folder of lessons as a course: numbered folders give order and address, files give languages.
 *
 *     course.yml, NN-chapter/chapter.yml, NN-chapter/NN-lesson/lesson.<language>.md
 *
 * Runs in Node only (build and checks).
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseMatter } from './frontmatter';
import { type Lesson, parseLesson } from './parse';
import type { Problem } from './problem';
import { CHAPTER, type ChapterMatter, COURSE, type CourseMatter, FRONT_MATTER } from './schema';

export const CANONICAL = 'en';

export interface CourseLesson {
    /** `chapter/lesson`, without numbers. */
    address: string;
    number: string;
    languages: Map<string, Lesson>;
}

export interface Chapter {
    number: string;
    matter: ChapterMatter;
    lessons: CourseLesson[];
}

export interface Course {
    matter: CourseMatter;
    languages: string[];
    chapters: Chapter[];
    problems: Problem[];
    /** True things that are not errors, such as a translation older than its original. */
    warnings: Problem[];
}

const NUMBERED = /^(\d+)-(.+)$/;
const LESSON_FILE = /^lesson\.([A-Za-z0-9-]+)\.md$/;

/** First 12 hex digits of the SHA-256 of the canonical file, with LF line ends: what a translation's `source` holds. */
export function sourceHash(text: string): string {
    return createHash('sha256').update(text.replaceAll('\r\n', '\n'), 'utf8').digest('hex').slice(0, 12);
}

/** In the language asked for, else in the canonical one. */
export function titleIn(matter: ChapterMatter | CourseMatter, language: string): string {
    const titles = (matter.titles ?? {}) as Record<string, string>;
    return titles[language] ?? matter.title ?? '';
}

function numberedFolders(folder: string): Array<{ name: string; number: string; slug: string }> {
    return readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isDirectory() && NUMBERED.test(entry.name))
        .map((entry) => {
            const [, number, slug] = NUMBERED.exec(entry.name) as unknown as [string, string, string];
            return { name: entry.name, number, slug };
        })
        .sort((a, b) => Number(a.number) - Number(b.number) || (a.slug < b.slug ? -1 : 1));
}

export function loadCourse(folder: string): Course {
    const problems: Problem[] = [];
    const warnings: Problem[] = [];
    const readYaml = <S extends Parameters<typeof parseMatter>[1]>(path: string, schema: S) => {
        const file = relative(folder, path);
        if (!existsSync(path)) {
            problems.push({ file, line: 1, message: 'this file is missing' });
            return {} as ReturnType<typeof parseMatter<S>>;
        }
        return parseMatter(readFileSync(path, 'utf8').replaceAll('\r\n', '\n'), schema, file, 1, problems);
    };

    const matter = readYaml(join(folder, 'course.yml'), COURSE);
    const languages = matter.languages ?? [CANONICAL];
    const chapters: Chapter[] = [];
    for (const [c, chapterFolder] of numberedFolders(folder).entries()) {
        const chapterPath = join(folder, chapterFolder.name);
        const chapterMatter = readYaml(join(chapterPath, 'chapter.yml'), CHAPTER);
        const chapter: Chapter = { number: `${c + 1}`, matter: chapterMatter, lessons: [] };
        chapters.push(chapter);
        for (const [l, lessonFolder] of numberedFolders(chapterPath).entries()) {
            const lessonPath = join(chapterPath, lessonFolder.name);
            const lesson: CourseLesson = {
                address: `${chapterFolder.slug}/${lessonFolder.slug}`,
                number: `${c + 1}.${l + 1}`,
                languages: new Map(),
            };
            loadLanguages(folder, lessonPath, languages, lesson, problems, warnings);
            for (const each of lesson.languages.values())
                each.matter = { ...inheritable(matter), ...inheritable(chapter.matter), ...each.matter };
            chapter.lessons.push(lesson);
        }
    }
    return { matter, languages, chapters, problems, warnings };
}

/** What a lesson takes from its course and chapter: everything of the front matter but their titles. */
function inheritable(matter: CourseMatter | ChapterMatter): object {
    const known = Object.keys(FRONT_MATTER).filter((key) => key !== 'title' && key !== 'summary' && key !== 'source');
    return Object.fromEntries(Object.entries(matter).filter(([key]) => known.includes(key)));
}

function loadLanguages(root: string, lessonPath: string, languages: string[], lesson: CourseLesson,
                       problems: Problem[], warnings: Problem[]): void {
    const found = readdirSync(lessonPath).map((name) => LESSON_FILE.exec(name)?.[1])
        .filter((name) => name !== undefined);
    const place = relative(root, lessonPath);
    for (const language of found.filter((name) => !languages.includes(name))) {
        const message = `course.yml does not list the language "${language}"`;
        problems.push({ file: `${place}/lesson.${language}.md`, line: 1, message });
    }
    if (!found.includes(CANONICAL)) {
        problems.push({ file: `${place}/lesson.${CANONICAL}.md`, line: 1, message: 'this file is missing' });
        return;
    }
    const read = (language: string): string => readFileSync(join(lessonPath, `lesson.${language}.md`), 'utf8');
    const original = read(CANONICAL);
    const canonical = parseLesson(original, { file: `${place}/lesson.${CANONICAL}.md`, language: CANONICAL });
    lesson.languages.set(CANONICAL, canonical);
    problems.push(...canonical.problems);
    for (const language of languages.filter((name) => name !== CANONICAL && found.includes(name))) {
        const file = `${place}/lesson.${language}.md`;
        const translation = parseLesson(read(language), { file, language, canonical });
        lesson.languages.set(language, translation);
        problems.push(...translation.problems);
        const missing = canonical.blocks.filter((block) => !translation.blocks.some((each) => each.id === block.id));
        for (const block of missing)
            problems.push({ file, line: 1, message: `the translation lacks the block "${block.id}" of the original` });
        const hash = sourceHash(original);
        if (translation.matter.source !== hash) {
            const made = translation.matter.source ?? 'an unknown version';
            warnings.push({ file, line: 1, message: `made from ${made} of the original, which is now ${hash}` });
        }
    }
}
