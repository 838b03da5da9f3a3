/** quiz.ts - a question with one right answer or several: judged in the page, with the reason of each chosen answer. */
import type { Messages } from '../i18n';

export function connectQuiz(form: HTMLFormElement, messages: () => Messages, answered: (id: string, right: boolean) => void): void {
    const verdict = form.querySelector<HTMLElement>('.verdict')!;
    const answers = [...form.querySelectorAll<HTMLElement>('.answer')];
    const inputOf = (answer: HTMLElement): HTMLInputElement => answer.querySelector('input')!;
    form.addEventListener('change', () => {
        delete form.dataset.verdict;
        verdict.textContent = '';
        for (const answer of answers)
            delete answer.dataset.judged;
    });
    form.addEventListener('submit', (event) => {
        event.preventDefault();
        const t = messages();
        if (!answers.some((answer) => inputOf(answer).checked)) {
            verdict.textContent = t.choose;
            inputOf(answers[0]!).focus();
            return;
        }
        let right = true;
        for (const answer of answers) {
            const { checked } = inputOf(answer);
            const good = answer.dataset.right === 'yes';
            right &&= checked === good;
            if (checked)
                answer.dataset.judged = good ? 'right' : 'wrong';
            else
                delete answer.dataset.judged;
            const why = answer.querySelector<HTMLElement>('.why');
            if (why)
                why.hidden = !checked;
        }
        const chosenAllRight = answers.every((answer) => !inputOf(answer).checked || answer.dataset.right === 'yes');
        verdict.textContent = right ? t.quizRight : chosenAllRight ? t.quizMissing : t.quizWrong;
        form.dataset.verdict = right ? 'right' : 'wrong';
        answered(form.dataset.quiz!, right);
    });
}
