/**
 * check/index.ts - proves folders of lessons: the headless runner as a function. Node only.
 *
 *     const report = await checkLessons(['lessons'], { machine });
 *     report.failed === 0
 */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { type Course, type CourseLesson, loadCourse, loadLoose } from '../lessons/course';
import type { Problem } from '../lessons/problem';
import { checkLesson, Runs } from './lesson';
import type { Machine } from './machine';
import type { CheckReport, Claim, LessonReport } from './types';

export type * from './types';

export interface CheckOptions {
    /** Runs the programs. */
    machine: Machine;
    /** What it must agree with. */
    oracle?: Machine;
    /** Told as soon as each lesson is done. */
    onLesson?(report: LessonReport, done: number, all: number): void;
    /** Told before each lesson. */
    onBegin?(name: string, done: number, all: number): void;
}

/** The given path is of no use; nothing was checked. */
export class UsageError extends Error {
    override readonly name = 'UsageError';
}

export interface Found {
    root: string;
    course: Course;
    /** Lesson and language. */
    lessons: Array<{ lesson: CourseLesson; language: string }>;
    /** Complaints about what was asked for and is no lesson's: course.yml, chapter.yml, missing files. */
    problems: Problem[];
    warnings: Problem[];
}

function courseAbove(path: string): string | undefined {
    for (let folder = path; ; folder = dirname(folder)) {
        if (existsSync(join(folder, 'course.yml')))
            return folder;
        if (dirname(folder) === folder)
            return undefined;
    }
}

/** The lessons in, or around, a path: a course, a chapter, a lesson's folder or one of its files. */
export function findLessons(path: string): Found {
    const target = resolve(path);
    if (!existsSync(target))
        throw new UsageError(`${path}: there is no such file or folder`);
    const isFolder = statSync(target).isDirectory();
    const inner = isFolder && !courseAbove(target) && existsSync(join(target, 'lessons', 'course.yml')) ? join(target, 'lessons') : target;
    const root = courseAbove(isFolder ? inner : dirname(inner));
    const course = root ? loadCourse(root) : loadLoose(isFolder ? inner : dirname(inner));
    const base = root ?? (isFolder ? inner : dirname(inner));
    const wanted = (file: string): boolean => {
        const full = join(base, file);
        return full === inner || full.startsWith(inner + sep) || inner === base;
    };
    const lessons = course.chapters.flatMap((chapter) => chapter.lessons).flatMap((lesson) =>
        [...lesson.languages].filter(([, { file }]) => wanted(file)).map(([language]) => ({ lesson, language })));
    const files = new Set(course.chapters.flatMap((chapter) => chapter.lessons)
        .flatMap((lesson) => [...lesson.languages.values()].map(({ file }) => file)));
    if (lessons.length === 0 && !course.problems.some(({ file }) => wanted(file))) {
        const hint = isFolder && readdirSync(inner).length === 0 ? 'the folder is empty' : 'no lesson.LANGUAGE.md in it';
        throw new UsageError(`${path}: there are no lessons here (${hint})`);
    }
    const loose = ({ file }: Problem): boolean => !files.has(file) && (wanted(file) || file === 'course.yml');
    return { root: base, course, lessons, problems: course.problems.filter(loose), warnings: course.warnings.filter(loose) };
}

export async function checkLessons(paths: readonly string[], options: CheckOptions): Promise<CheckReport> {
    const began = performance.now();
    const found = paths.map(findLessons);
    const runs = new Runs(options.machine);
    const oracle = options.oracle && new Runs(options.oracle);
    const reports: LessonReport[] = [];
    const all = found.reduce((sum, each) => sum + each.lessons.length, 0);
    const place = (root: string, file: string): string => relative(process.cwd(), join(root, file)) || file;
    const failures = (root: string, problems: Problem[]): Claim[] => problems.map(({ file, line, message }) => ({
        what: message, file: place(root, file), line, failure: { message, detail: [] },
    }));
    let done = 0;
    const add = (report: LessonReport): void => {
        reports.push(report);
        options.onLesson?.(report, done, all);
    };
    for (const { root, course, lessons, problems, warnings } of found) {
        if (problems.length > 0 || warnings.length > 0) {
            add({
                name: course.matter.title ?? 'course', file: place(root, 'course.yml'), claims: failures(root, problems),
                warnings: warnings.map((each) => ({ ...each, file: place(root, each.file) })), milliseconds: 0,
            });
        }
        for (const { lesson: { address, languages, files }, language } of lessons) {
            const lesson = languages.get(language)!;
            const name = `${address} (${language})`;
            options.onBegin?.(name, done, all);
            const from = performance.now();
            const bad = course.problems.filter(({ file }) => file === lesson.file);
            const claims: Claim[] = bad.length > 0 ? failures(root, bad)
                : [{ what: 'the file is well formed', file: place(root, lesson.file), line: 1 }];
            for (const claim of await checkLesson({ lesson, files, runs, ...(oracle ? { oracle } : {}) }))
                claims.push({ ...claim, file: place(root, claim.file) });
            done++;
            add({
                name, file: place(root, lesson.file), claims,
                warnings: course.warnings.filter(({ file }) => file === lesson.file).map((each) => ({ ...each, file: place(root, each.file) })),
                milliseconds: performance.now() - from,
            });
        }
    }
    const claims = reports.flatMap((report) => report.claims);
    const failed = claims.filter((claim) => claim.failure).length;
    return { lessons: reports, passed: claims.length - failed, failed, milliseconds: performance.now() - began };
}
