/** The texts of exercises, questions and puzzles as HTML, in Chinese. */
import type { en } from '../en/exercise';

export const zhCN: typeof en = {
    exercise: '练习',
    starter: '你的程序',
    checks: '检查',
    hint: (n) => `提示 ${n}`,
    solution: '参考答案',
    file: (name) => `文件 ${name}`,
    session: '交互式提示符',
    quiz: '问题',
    quizMany: '问题（正确答案可能不止一个）',
    checkQuiz: '检查',
    parsons: '把这些行排好顺序',
    frozen: (view) => `程序的一个时刻：${view}`,
    asTable: '以表格显示',
};
