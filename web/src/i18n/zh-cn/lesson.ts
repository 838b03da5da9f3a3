/** The texts that the HTML of a lesson needs, in Chinese. */
import type { en } from '../en/lesson';

export const zhCN: typeof en = {
    minutes: (n) => `约 ${n} 分钟`,
    table: '表格',
    example: '示例',
    notRunnable: '仅供阅读',
    prints: '输出',
    runExample: '运行',
    predict: '它会输出什么？',
    checkPrediction: '运行看看',
    asides: { note: '说明', tip: '小窍门', warning: '当心', deeper: '再深入一点' },
};
