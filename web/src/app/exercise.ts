/**
 * exercise.ts - an exercise: its starter is written on in the workbench, Check runs the program and its checks, a failed check
 * tells what its author says about it, hints come one at a time, and the solution after success or enough attempts.
 */
import { checkParts, judge, type Told, type Verdict } from '../check/exercise';
import type { ClientResult } from '../engine';
import type { PartResult, ProgramPart } from '../engine/parts';
import type { Messages } from '../i18n';
import type { ExerciseData } from '../lessons/data';
import { readProgress, updateProgress } from '../state/progress';
import { tellFrame } from './embed';

export interface ExerciseHost {
    lesson(): string;
    messages(): Messages;
    /** Brings the block into the editor, if it is not there, and runs what is in it with these parts after it. */
    check(block: string, after: ProgramPart[]): Promise<ClientResult>;
    /** Brings the block into the editor. */
    edit(block: string): void;
    /** The lesson may be done now. */
    progressed(): void;
}

const DEFAULT_ATTEMPTS = 3;

function makeButton(text: string, testid: string, act: () => void): HTMLButtonElement {
    const element = document.createElement('button');
    element.type = 'button';
    element.textContent = text;
    element.dataset.testid = testid;
    element.addEventListener('click', act);
    return element;
}

export function connectExercise(section: HTMLElement, host: ExerciseHost): () => Promise<void> {
    const data = JSON.parse(section.querySelector('script[data-exercise-data]')!.textContent ?? '') as ExerciseData;
    const starter = section.querySelector<HTMLElement>('[data-role="starter"]')!.dataset.block!;
    const verdict = section.querySelector<HTMLElement>('.verdict')!;
    const hints = [...section.querySelectorAll<HTMLElement>('[data-hint]')];
    const solution = section.querySelector<HTMLElement>('[data-solution]')!;
    const enough = data.attempts ?? DEFAULT_ATTEMPTS;
    const lesson = host.lesson();
    let state = { attempts: 0, solved: false, hints: 0 };

    // What came up by itself belongs below the buttons that made it come.
    const buttons = section.querySelector<HTMLElement>('[data-exercise-buttons]')!;
    const check = makeButton(host.messages().check, 'check', () => void run());
    check.className = 'primary';
    const hint = makeButton('', 'hint', () => {
        state.hints++;
        draw();
        keep();
        hints[state.hints - 1]?.focus();
    });
    const reveal = makeButton(host.messages().showSolution, 'show-solution', () => {
        solution.hidden = !solution.hidden;
        draw();
    });
    buttons.replaceChildren(check, hint, reveal);
    buttons.after(verdict, ...hints, solution, ...section.querySelectorAll('[data-solution-text]'));
    const told = document.createElement('div');
    told.className = 'told';
    told.dataset.testid = 'told';
    verdict.after(told);
    for (const each of hints)
        each.tabIndex = -1;

    const mayReveal = (): boolean => state.solved || data.reveal === 'always' || (data.reveal === 'after-attempts' && state.attempts >= enough);

    function draw(): void {
        const t = host.messages();
        hints.forEach((each, i) => {
            each.hidden = i >= state.hints;
        });
        hint.hidden = state.hints >= hints.length;
        hint.textContent = t.nextHint(state.hints + 1, hints.length);
        reveal.hidden = !mayReveal();
        reveal.textContent = solution.hidden ? t.showSolution : t.hideSolution;
        reveal.setAttribute('aria-expanded', String(!solution.hidden));
        for (const text of section.querySelectorAll<HTMLElement>('[data-solution-text]'))
            text.hidden = solution.hidden;
        section.classList.toggle('solved', state.solved);
    }

    function keep(): void {
        delete section.dataset.kept;
        void updateProgress(lesson, (record) => {
            record.items[data.id] = { ...state };
        }).then(() => {
            section.dataset.kept = 'yes';
            host.progressed();
        });
    }

    function wordsOf(told: Told): { text?: string; message?: HTMLElement; code?: string } {
        const t = host.messages();
        switch (told.kind) {
        case 'message': {
            const message = section.querySelector<HTMLElement>(`[data-message="${CSS.escape(told.id)}"]`);
            return message ? { message } : { text: told.id };
        }
        case 'text':
            return /^assert\b/.test(told.text) ? { text: t.assertFailed, code: told.text } : { text: told.text };
        case 'error':
            return { text: t.checkRaised, code: told.text };
        case 'limit':
            return { text: t.tookTooLong };
        }
    }

    function show(judged: Verdict): void {
        const t = host.messages();
        told.replaceChildren();
        section.querySelectorAll<HTMLElement>('[data-check]').forEach((item) => {
            const result = judged.checks[Number(item.dataset.check)];
            const ok = result?.ok;
            item.dataset.result = ok === undefined ? '' : ok ? 'passed' : 'failed';
            item.querySelector('.result')?.remove();
            if (ok === undefined)
                return;
            const mark = document.createElement('span');
            mark.className = 'result';
            mark.textContent = ok ? `✓ ${t.passed}` : `✗ ${t.failed}`;
            item.prepend(mark);
        });
        if (judged.ok) {
            verdict.textContent = t.exerciseSolved;
            section.dataset.verdict = 'right';
            return;
        }
        section.dataset.verdict = 'wrong';
        const failed = judged.checks.filter(({ ok }) => ok === false);
        const onlySecret = failed.length > 0 && failed.every(({ secret }) => secret);
        verdict.textContent = onlySecret ? t.secretFailed : t.exerciseNotYet;
        const words = judged.message && wordsOf(judged.message);
        if (words?.message) {
            const copy = words.message.cloneNode(true) as HTMLElement;
            copy.hidden = false;
            delete copy.dataset.message;
            told.append(copy);
        }
        if (words?.text) {
            const text = document.createElement('p');
            text.textContent = words.text;
            told.append(text);
        }
        if (words?.code) {
            const code = document.createElement('pre');
            code.textContent = words.code;
            told.append(code);
        }
    }

    async function run(): Promise<void> {
        check.disabled = true;
        verdict.textContent = '';
        told.replaceChildren();
        delete section.dataset.verdict;
        try {
            const result = await host.check(starter, checkParts(data));
            const parts = 'parts' in result ? result.parts as PartResult[] | undefined : undefined;
            if (!parts || result.reason === 'crashed') {
                verdict.textContent = host.messages().checkNotRun;
                return;
            }
            const judged = judge(data, parts);
            if (judged.stopped) {
                verdict.textContent = host.messages().checkStopped;
                return;
            }
            show(judged);
            state = { ...state, attempts: state.attempts + 1, solved: state.solved || judged.ok };
            tellFrame({ type: 'exercise', lesson, exercise: data.id, solved: state.solved, attempts: state.attempts });
            draw();
            keep();
        } finally {
            check.disabled = false;
        }
    }

    draw();
    void readProgress().then((progress) => {
        const record = progress[lesson]?.items[data.id];
        if (record) {
            // Something may have been tried since it was asked.
            state = { attempts: record.attempts + state.attempts, solved: record.solved || state.solved, hints: Math.max(record.hints ?? 0, state.hints) };
            if (state.solved)
                verdict.textContent = host.messages().exerciseSolved;
            if (state.solved)
                section.dataset.verdict = 'right';
            draw();
        }
    });
    return run;
}
