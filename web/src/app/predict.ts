/** predict.ts - a prediction: the learner chooses, the program runs, and what it printed is the judge. */
import type { Messages } from '../i18n';

export interface BlockOutcome {
    /** False when the run was stopped or Python failed. */
    complete: boolean;
    stdout: string;
}

export function connectPredictions(root: ParentNode, messages: () => Messages,
                                   run: (block: string) => Promise<BlockOutcome>,
                                   answered: (block: string, right: boolean) => void): void {
    for (const form of root.querySelectorAll<HTMLFormElement>('form[data-predict]')) {
        const verdict = form.querySelector<HTMLElement>('.verdict')!;
        // Until the question is answered, the program can only be run by answering it.
        const example = form.querySelector<HTMLElement>('[data-run]');
        if (example)
            example.hidden = true;
        const button = form.querySelector<HTMLButtonElement>('button[type="submit"]')!;
        form.addEventListener('submit', async (event) => {
            event.preventDefault();
            const t = messages();
            const chosen = form.querySelector<HTMLInputElement>('input:checked');
            delete form.dataset.verdict;
            if (!chosen) {
                verdict.textContent = t.choose;
                form.querySelector('input')?.focus();
                return;
            }
            button.disabled = true;
            verdict.textContent = '';
            const { complete, stdout } = await run(form.dataset.predict!);
            button.disabled = false;
            const printed = stdout.trim();
            const right = complete && printed === chosen.value.trim();
            const judged = right ? t.predictionRight : t.predictionWrong(printed);
            verdict.textContent = complete ? judged : t.predictionFailed;
            if (example && complete)
                example.hidden = false;
            if (complete) {
                form.dataset.verdict = right ? 'right' : 'wrong';
                answered(form.dataset.predict!, right);
            }
        });
    }
}
