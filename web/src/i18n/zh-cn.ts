/** zh-cn.ts - the texts that every page needs, in Chinese. */
import type { Messages } from './en';
import { zhCN as lesson } from './zh-cn/lesson';
import { zhCN as page } from './zh-cn/page';

export const zhCN: Messages = { ...page, ...lesson };
