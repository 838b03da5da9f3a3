/** texts.ts - the views' words in the reader's language; they travel with the views. */
import { choose } from '../i18n/choose';
import { en } from '../i18n/en/views';
import { zhCN } from '../i18n/zh-cn/views';

export type Texts = typeof en;

export const viewTexts = (language: string): Texts => choose<Texts>(language, { en, 'zh-CN': zhCN });
