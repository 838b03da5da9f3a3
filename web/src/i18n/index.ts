/** The languages of the page, by BCP 47 tag. */
import { en, type Messages } from './en';
import { zhCN } from './zh-cn';

export type { Messages } from './en';

const LANGUAGES: Record<string, Messages> = { en, 'zh-CN': zhCN };

/** The texts for a language tag; English for one that has none. */
export function messagesFor(language: string): Messages {
    return LANGUAGES[language] ?? en;
}

/** Of the languages offered, the one that a reader with these preferences should get. */
export function chooseLanguage(offered: readonly string[], preferred: readonly string[]): string | undefined {
    for (const wish of preferred) {
        const exact = offered.find((language) => language.toLowerCase() === wish.toLowerCase());
        const related = offered.find((language) => language.split('-')[0] === wish.split('-')[0]?.toLowerCase());
        if (exact ?? related)
            return exact ?? related;
    }
    return undefined;
}

/** Keys whose value is plain text, for the `data-t` attributes of the page. */
export type TextKey = { [K in keyof Messages]: Messages[K] extends string ? K : never }[keyof Messages];
