/** types.ts - what checking lessons finds out. */
import type { Problem } from '../lessons/problem';

export interface Claim {
    /** `block "labels" prints its output` */
    what: string;
    file: string;
    line: number;
    /** Absent: it holds. */
    failure?: { message: string; detail: string[] };
}

export interface LessonReport {
    /** `objects/equal-or-same (en)`, or the file of the course itself. */
    name: string;
    file: string;
    claims: Claim[];
    warnings: Problem[];
    milliseconds: number;
}

export interface CheckReport {
    lessons: LessonReport[];
    passed: number;
    failed: number;
    milliseconds: number;
}
