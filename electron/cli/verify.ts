// npm run verify -- FILE… : whether report workbooks are unchanged since they were exported. One verdict a line; exit 0 when
// all are unchanged, 1 when one was changed or holds no record, 2 when one cannot be read.
import { calledFrom } from './calledFrom.ts';
import { AppError } from '../../shared/contract/errors.ts';
import { errors } from '../../shared/i18n/zh-CN/errors.ts';
import { verifyWorkbook, type ChangeKind, type WorkbookVerdict } from '../excel/report/verify.ts';

const WHAT: Readonly<Record<ChangeKind, string>> = {
  values: '数值有改动',
  formulas: '公式有改动',
  missing: '工作表不见了',
  added: '是新增的工作表',
  record: '校验记录有改动',
};

function say(file: string, { state, changes, exportedAt, digest }: WorkbookVerdict): number {
  if (state === 'noRecord') {
    console.log(`${file}: 没有校验记录，不是督导台导出的报表，或记录已被删除。`);
    return 1;
  }
  const origin = `导出于 ${exportedAt ?? ''}，总摘要 ${digest ?? ''}`;
  if (state === 'unchanged') {
    console.log(`${file}: 未改动。${origin}`);
    return 0;
  }
  console.log(`${file}: 已改动。${origin}`);
  for (const { sheet, what } of changes) console.log(`  ${sheet}: ${WHAT[what]}`);
  return 1;
}

function reasonOf(error: unknown): string {
  if (!(error instanceof AppError)) return error instanceof Error ? (error.stack ?? error.message) : String(error);
  const text: string = errors[error.reason as keyof typeof errors] ?? error.message;
  return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(error.params[name] ?? ''));
}

const files = process.argv.slice(2);
if (files.length === 0) {
  console.error('npm run verify -- FILE…');
  process.exitCode = 2;
}
for (const file of files) {
  try {
    process.exitCode = Math.max(Number(process.exitCode ?? 0), say(file, await verifyWorkbook(calledFrom(file))));
  } catch (error) {
    console.error(`${file}: ${reasonOf(error)}`);
    process.exitCode = 2;
  }
}
