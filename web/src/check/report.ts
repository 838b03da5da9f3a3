/** report.ts - a check's result as text, JUnit XML and JSON. */
import type { CheckReport, LessonReport } from './types';

export interface Palette {
    good(text: string): string;
    bad(text: string): string;
    faint(text: string): string;
    added(text: string): string;
    removed(text: string): string;
}

export function palette(colour: boolean): Palette {
    const paint = (code: number) => (text: string): string => (colour ? `\x1b[${code}m${text}\x1b[0m` : text);
    return { good: paint(32), bad: paint(31), faint: paint(2), added: paint(32), removed: paint(31) };
}

/** One line for the lesson, then one for each failure, with what differs under it, and for each warning. */
export function lessonLines(report: LessonReport, { good, bad, faint, added, removed }: Palette): string[] {
    const failures = report.claims.flatMap((claim) => (claim.failure ? [{ ...claim, ...claim.failure }] : []));
    const passed = report.claims.length - failures.length;
    const seconds = report.milliseconds >= 1000 ? `, ${(report.milliseconds / 1000).toFixed(1)} s` : '';
    const counts = failures.length === 0 ? `${passed} passed` : `${passed} passed, ${failures.length} failed`;
    const lines = [`${failures.length === 0 ? good('ok  ') : bad('FAIL')} ${report.name} ${faint(`(${counts}${seconds})`)}`];
    for (const { file, line, message, detail } of failures) {
        lines.push(`${bad(`${file}:${line}:`)} ${message}`);
        for (const each of detail)
            lines.push(`    ${each.startsWith('+') ? added(each) : each.startsWith('-') ? removed(each) : each}`);
    }
    for (const { file, line, message } of report.warnings)
        lines.push(`${file}:${line}: warning: ${message}`);
    return lines;
}

function xml(text: string): string {
    // XML 1.0 has no other control characters than tab and line ends.
    return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd')
        .replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c]!);
}

const seconds = (milliseconds: number): string => (milliseconds / 1000).toFixed(3);

export function junit(report: CheckReport): string {
    const suites = report.lessons.map(({ name, file, claims, milliseconds }) => {
        const failed = claims.filter((claim) => claim.failure).length;
        const cases = claims.map((claim) => {
            const head = `    <testcase classname="${xml(name)}" name="${xml(claim.what)}" file="${xml(claim.file)}" line="${claim.line}"`;
            if (!claim.failure)
                return `${head}/>\n`;
            const { message, detail } = claim.failure;
            const text = [`${claim.file}:${claim.line}: ${message}`, ...detail].join('\n');
            return `${head}>\n      <failure message="${xml(message)}">${xml(text)}</failure>\n    </testcase>\n`;
        });
        return `  <testsuite name="${xml(name)}" file="${xml(file)}" tests="${claims.length}" failures="${failed}" errors="0" `
            + `time="${seconds(milliseconds)}">\n${cases.join('')}  </testsuite>\n`;
    });
    return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="lessons" tests="${report.passed + report.failed}" `
        + `failures="${report.failed}" errors="0" time="${seconds(report.milliseconds)}">\n${suites.join('')}</testsuites>\n`;
}

export function json(report: CheckReport): string {
    return `${JSON.stringify(report, undefined, 2)}\n`;
}
