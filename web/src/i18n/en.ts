/** en.ts - the texts that every page needs, in English. Areas loaded later bring their own (choose.ts). */
import { en as lesson } from './en/lesson';
import { en as page } from './en/page';

export const en = { ...page, ...lesson };

export type Messages = typeof en;
