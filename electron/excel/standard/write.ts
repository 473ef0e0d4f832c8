// Writes a version of the standard as a workbook that headquarters can edit in Excel and give back. exceljs builds it
// whole: some 200 rows.
import { writeFileSync } from 'node:fs';
import type { Worksheet } from 'exceljs';
import type { StandardContent, StandardVersion } from '../../../shared/contract/standard.ts';
import type { Language } from '../../../shared/contract/vocabulary.ts';
import { canonicalStandard } from '../../../shared/domain/standard/canonical.ts';
import type { Task } from '../../tasks/task.ts';
import { writeWholeFile } from '../write/wholeFile.ts';
import { ABOUT, ABOUT_TITLE, CLAUSES, CRITERIA, type Column, type SheetLayout } from './layout.ts';

export interface StandardWorkbook {
  readonly version: Pick<StandardVersion, 'number' | 'status' | 'title' | 'digest' | 'publishedAt'>;
  readonly content: StandardContent;
  readonly language: Language;
  readonly path: string;
}

/** Rows below the last line that still offer the lists of words, for new lines. */
const SPARE_ROWS = 100;
const HEADER_FILL = 'FFE6F0F0';

const guide: Readonly<Record<Language, readonly string[]>> = {
  'zh-CN': [
    '在“条款”和“检查项”两张表中修改，保存后在督导台的标准库中导入，导入后成为一份草稿。',
    '编号由条款号、短横线和序号组成，例如 3.4-2，不可重复；行的先后不影响内容。',
    '方法、阶段、指标、量表、必答、可不适用、证据、红线、消保要素只能从下拉列表中选择。',
    '阶段只有现场观察的检查项才填写；权重大于0、不超过100；红线必须为达标制并且必答。',
    '表头的名称请保留，列的次序可以调整，多出的列不会导入。',
  ],
  en: [
    'Edit the sheets Clauses and Criteria, save, and import the file in the standard library; it becomes a draft.',
    'A code is the clause, a dash and a number, such as 3.4-2, and is unique; the order of rows does not matter.',
    'Method, stage, indicator, scale, required, not applicable, evidence, red line and protection element come from the lists.',
    'Only criteria of on-site observation have a stage; a weight is above 0 and at most 100; a red line is pass or fail and required.',
    'Keep the names in the header; columns may change places, and columns of your own are not imported.',
  ],
};

// Control characters but line break and tab, lone surrogates and the two non-characters.
const UNWRITABLE = /(?![\n\t])[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu;

/** What XML cannot hold, and text that looks like Excel's own escape, escaped as Excel does it: _x0001_. Nothing is lost. */
const cellText = (text: string): string =>
  text
    .replace(/_(?=x[0-9a-fA-F]{4}_)/g, '_x005F_')
    .replace(UNWRITABLE, (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`);

function fieldOf(line: object, path: string): unknown {
  return path.split('.').reduce<unknown>((value, name) => (value as Record<string, unknown>)[name], line);
}

function cellOf(column: Column, line: object, language: Language): string | number | null {
  const value = fieldOf(line, column.field);
  if (column.kind === 'number') return value as number;
  if (column.kind === 'text') return value === '' ? null : cellText(value as string);
  return column.kind.find((word) => word.value === value)?.words[language] ?? null;
}

function offerWords(page: Worksheet, layout: SheetLayout, language: Language, lastRow: number): void {
  for (const [index, { kind }] of layout.columns.entries()) {
    if (typeof kind === 'string') continue;
    const formulae = [`"${kind.map(({ words }) => words[language]).join(',')}"`];
    for (let row = 2; row <= lastRow; row++)
      page.getCell(row, index + 1).dataValidation = { type: 'list', allowBlank: true, formulae };
  }
}

function fillSheet(page: Worksheet, layout: SheetLayout, lines: readonly object[], language: Language): void {
  page.columns = layout.columns.map(({ header, width, kind }) => ({
    header: header[language],
    width,
    style: { numFmt: kind === 'number' ? 'General' : '@', alignment: { vertical: 'top', wrapText: true } },
  }));
  const header = page.getRow(1);
  header.font = { bold: true };
  header.eachCell((cell) => {
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: HEADER_FILL } };
    cell.border = { bottom: { style: 'thin' } };
  });
  for (const line of lines) page.addRow(layout.columns.map((column) => cellOf(column, line, language)));
  offerWords(page, layout, language, lines.length + 1 + SPARE_ROWS);
  page.autoFilter = {
    from: { row: 1, column: 1 },
    to: { row: lines.length + 1, column: layout.columns.length },
  };
  page.pageSetup.printTitlesRow = '1:1';
}

/** The task of the worker: builds the workbook beside its final place and moves it there when it is whole. */
export const writeStandard: Task<StandardWorkbook, { rows: number }> = async (
  { version, content, language, path },
  { signal, onProgress },
) => {
  const { default: ExcelJS } = await import('exceljs');
  const book = new ExcelJS.Workbook();
  const view = (ySplit: number) => ({
    views: [{ state: 'frozen' as const, xSplit: ySplit === 0 ? 0 : 1, ySplit }],
    pageSetup: {
      paperSize: 9 as const,
      orientation: 'landscape' as const,
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
    },
    headerFooter: { oddFooter: '&C&P / &N' },
  });
  const { clauses, criteria } = canonicalStandard(content);
  const about = book.addWorksheet(ABOUT[language], view(0));
  about.columns = [{ width: 18 }, { width: 100 }];
  const facts: readonly (readonly [string, string | number])[] =
    language === 'zh-CN'
      ? [
          [ABOUT_TITLE['zh-CN'], cellText(version.title)],
          ['版本', version.number],
          ['状态', version.status === 'published' ? '已发布' : '草稿'],
          ['发布时间（UTC）', version.publishedAt ?? ''],
          ['摘要（SHA-256）', version.digest],
        ]
      : [
          [ABOUT_TITLE.en, cellText(version.title)],
          ['Version', version.number],
          ['Status', version.status === 'published' ? 'Published' : 'Draft'],
          ['Published (UTC)', version.publishedAt ?? ''],
          ['Digest (SHA-256)', version.digest],
        ];
  for (const fact of facts) about.addRow([...fact]).getCell(1).font = { bold: true };
  about.addRow([]);
  for (const line of guide[language]) about.addRow(['', line]).getCell(2).alignment = { wrapText: true };
  fillSheet(book.addWorksheet(CLAUSES.name[language], view(1)), CLAUSES, clauses, language);
  fillSheet(book.addWorksheet(CRITERIA.name[language], view(1)), CRITERIA, criteria, language);
  onProgress({ stage: 'rows', done: 1, total: 2 });
  await writeWholeFile(path, signal, async (fd) => {
    writeFileSync(fd, new Uint8Array(await book.xlsx.writeBuffer()));
  });
  onProgress({ stage: 'rows', done: 2, total: 2 });
  return { rows: clauses.length + criteria.length };
};
