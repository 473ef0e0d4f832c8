// Asks, before there is a window or a language to ask in, whether a damaged database is to be restored from a backup.
import { dialog } from 'electron';
import type { AppError } from '../shared/contract/errors.ts';
import { errors as english } from '../shared/i18n/en/errors.ts';
import { errors as chinese } from '../shared/i18n/zh-CN/errors.ts';
import type { AskRestore } from './openOrRestore.ts';

const RESTORE = 0;
const QUIT = 1;

function wordsOf(problem: AppError): string {
  const fill = (words: Readonly<Record<string, string>>): string =>
    (words[problem.reason] ?? problem.reason).replace(/\{\{(\w+)\}\}/g, (_, name: string) =>
      String(problem.params[name] ?? ''),
    );
  return `${fill(chinese)}\n${fill(english)}`;
}

/** The question as a native dialog, in both languages. */
export const askRestore =
  (title: string): AskRestore =>
  async (problem) => {
    const { response } = await dialog.showMessageBox({
      type: 'error',
      title,
      message: '数据文件已损坏，无法打开。\nThe data file is damaged and does not open.',
      detail:
        problem === null
          ? '可以从备份恢复；损坏的文件会另存一份。\nA backup can be restored; the damaged file is kept aside.'
          : wordsOf(problem),
      buttons: ['从备份恢复 Restore a backup', '退出 Quit'],
      defaultId: problem === null ? RESTORE : QUIT,
      cancelId: QUIT,
      noLink: true,
    });
    return response === RESTORE;
  };
