// A version of the standard as a workbook: there and back without a change, bad cells named, the file valid for others.
import fc from 'fast-check';
import { default as ExcelJS, type Workbook } from 'exceljs';
import { copyFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { writeStandard } from '../../../electron/excel/standard/write.ts';
import { readStandard } from '../../../electron/excel/standard/read.ts';
import {
  EVIDENCE_RULES,
  METHODS,
  SCALES,
  STAGES,
  type Clause,
  type Criterion,
  type StandardContent,
} from '../../../shared/contract/standard.ts';
import { INDICATORS, LANGUAGES, PROTECTION_ELEMENTS } from '../../../shared/contract/vocabulary.ts';
import { canonicalStandard } from '../../../shared/domain/standard/canonical.ts';
import { parentOf } from '../../../shared/domain/standard/order.ts';
import { builtInStandard } from '../../../shared/standard/builtIn.ts';
import { BUILT_IN_TITLE } from '../../../shared/standard/titles.ts';
import { testConsole, drain } from '../../support/console.ts';
import { libreOffice, xsdChecker } from '../../support/officeTools.ts';
import { tempDir } from '../../support/tempDir.ts';

const dir = tempDir('standard-');
afterAll(() => dir[Symbol.dispose]());
const task = { signal: new AbortController().signal, onProgress: () => undefined };
const version = {
  number: 3,
  status: 'published',
  digest: 'a'.repeat(64),
  publishedAt: '2026-07-01T00:00:00.000Z',
} as const;

async function write(
  content: StandardContent,
  language: 'zh-CN' | 'en' = 'zh-CN',
  title = BUILT_IN_TITLE.zh,
): Promise<string> {
  const path = dir.file(`${language}-${Math.random().toString(36).slice(2)}.xlsx`);
  await writeStandard({ version: { ...version, title }, content, language, path }, task);
  return path;
}
const read = (path: string) => readStandard({ path }, task);

/** The built-in workbook, changed by hand as in Excel, read again. */
async function edited(change: (book: Workbook) => void, language: 'zh-CN' | 'en' = 'zh-CN') {
  const path = await write(builtInStandard, language);
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(path, { ignoreNodes: ['dataValidations'] });
  change(book);
  await book.xlsx.writeFile(path);
  return read(path);
}

describe('a round trip', () => {
  for (const language of LANGUAGES)
    test(`the built-in standard comes back changed (${language})`, async () => {
      expect(await read(await write(builtInStandard, language))).toEqual({
        title: BUILT_IN_TITLE.zh,
        content: builtInStandard,
        problems: [],
      });
    });

  const oddText = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.constantFrom(
      '',
      '=1+1',
      ' 前后空格 ',
      '第一行\n第二行',
      '_x0041_',
      '_x005F_x0041_',
      '\r\n',
      '\u0000\u001f',
      '😀 & <b>"',
      '+86',
    ),
  );
  const text = fc.record({ zh: oddText, en: oddText });
  const clauseId = fc.constantFrom('1', '1.1', '2.10', '2.2.10', '3.4', '8.5');
  const clause: fc.Arbitrary<Clause> = fc
    .record({ id: clauseId, title: text, text })
    .map((c) => ({ ...c, parent: parentOf(c.id) }));
  const criterionOf = (clauses: readonly Clause[]): fc.Arbitrary<Criterion> =>
    fc
      .record({
        clause: fc.constantFrom(...clauses.map(({ id }) => id)),
        number: fc.integer({ min: 1, max: 40 }),
        method: fc.constantFrom(...METHODS),
        stage: fc.constantFrom(null, ...STAGES),
        indicator: fc.constantFrom(...INDICATORS),
        scale: fc.constantFrom(...SCALES),
        weight: fc.double({ min: 0, max: 100, minExcluded: true, noNaN: true }),
        required: fc.boolean(),
        notApplicableAllowed: fc.boolean(),
        evidence: fc.constantFrom(...EVIDENCE_RULES),
        text,
        meets: text,
        fails: text,
        redLine: fc.boolean(),
        protection: fc.constantFrom(...PROTECTION_ELEMENTS),
      })
      .map(({ number, ...c }) => ({ ...c, code: `${c.clause}-${number}` }));
  const anyContent = fc.uniqueArray(clause, { selector: ({ id }) => id, minLength: 1 }).chain((clauses) =>
    fc.record({
      clauses: fc.constant(clauses),
      criteria: fc.uniqueArray(criterionOf(clauses), { selector: ({ code }) => code, maxLength: 8 }),
    }),
  );

  test('a draft with any texts, weights and words comes back changed', async () => {
    await fc.assert(
      fc.asyncProperty(anyContent, fc.constantFrom(...LANGUAGES), oddText, async (content, language, title) => {
        const back = await read(await write(content, language, title));
        expect(back.problems).toEqual([]);
        expect(back.content).toEqual(canonicalStandard(content));
        if (title.trim() !== '') expect(back.title).toBe(title);
      }),
      { numRuns: 60 },
    );
  });

  test('columns that Excel moved, a title above the header, rows in another order or numbers typed as text are refused', async () => {
    const { content, problems } = await edited((book) => {
      const sheet = book.getWorksheet('检查项')!;
      sheet.spliceRows(1, 0, ['某分公司检查项'], []);
      sheet.spliceColumns(1, 0, ['备注', '', '自己的一列']);
      const weight = sheet.getCell('H4');
      weight.value = '５';
    });
    expect(problems).toEqual([]);
    const [first, ...others] = builtInStandard.criteria;
    expect(content?.criteria).toEqual([{ ...first, weight: 5 }, ...others]);
  });
});

describe('bad cells', () => {
  const at = async (cell: string, value: ExcelJS.CellValue, sheet = '检查项') => {
    const { problems, content } = await edited((book) => {
      const target = book.getWorksheet(sheet)!.getCell(cell);
      target.value = value;
      // Typing a date also gives the cell a date's format.
      if (value instanceof Date) target.style = { numFmt: 'yyyy-mm-dd' };
    });
    expect(content).toBeNull();
    return problems;
  };
  const cases: readonly [what: string, cell: string, value: ExcelJS.CellValue, reason: string][] = [
    ['a word outside the list', 'C5', '现场查看', 'wordUnknown'],
    ['an indicator left empty', 'E6', null, 'cellEmpty'],
    ['a weight in words', 'G4', '很重', 'numberWanted'],
    ['a weight of zero', 'G4', 0, 'weightOutOfRange'],
    ['a code twice', 'A4', builtInStandard.criteria[0]!.code, 'codeDuplicate'],
    ['a code without a number', 'A4', '1.2.1', 'codeMalformed'],
    ['a code of another clause', 'A4', '1.3.1-77', 'codeOutsideClause'],
    ['a clause that is not there', 'B4', '7.9', 'clauseUnknown'],
    ['an error value', 'M4', { error: '#REF!' }, 'cellError'],
    ['a date in a text', 'M4', new Date('2026-03-04'), 'cellNotText'],
    ['a text beyond the limit', 'M4', '长'.repeat(2001), 'textTooLong'],
  ];
  for (const [what, cell, value, reason] of cases)
    test(`${what} is not named by its cell`, async () => {
      expect(await at(cell, value)).toContainEqual(expect.objectContaining({ sheet: '检查项', cell, reason }));
    });

  test('a clause number that is none, or stands twice', async () => {
    expect(await at('A3', '9.1', '条款')).toContainEqual(
      expect.objectContaining({ sheet: '条款', cell: 'A3', reason: 'clauseIdMalformed', value: '9.1' }),
    );
    expect(await at('A3', '1', '条款')).toContainEqual(
      expect.objectContaining({ sheet: '条款', cell: 'A3', reason: 'clauseDuplicate' }),
    );
  });

  test('what may stand there is not told in the language of the sheet', async () => {
    const { problems } = await edited((book) => {
      book.getWorksheet('Criteria')!.getCell('F2').value = 'maybe';
    }, 'en');
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ sheet: 'Criteria', cell: 'F2', reason: 'wordUnknown', value: 'maybe' });
    expect(problems[0]?.allowed).toHaveLength(3);
    expect(problems[0]?.allowed.join()).not.toMatch(/\p{Script=Han}/u);
  });

  test('a missing sheet or column is not named', async () => {
    const withoutSheet = await edited((book) => book.removeWorksheet(book.getWorksheet('条款')!.id));
    expect(withoutSheet.problems).toEqual([
      { sheet: '条款', cell: 'A1', reason: 'sheetMissing', value: '条款', allowed: [] },
    ]);
    const withoutColumn = await edited((book) => void (book.getWorksheet('检查项')!.getCell('G1').value = '分量'));
    expect(withoutColumn.problems).toEqual([
      { sheet: '检查项', cell: 'A1', reason: 'columnMissing', value: '权重', allowed: [] },
    ]);
  });
});

const complaints = xsdChecker();
test.skipIf(!complaints)('a part of the workbook breaks the schema of SpreadsheetML', async () => {
  for (const language of LANGUAGES) expect(complaints!(await write(builtInStandard, language))).toEqual([]);
});

const office = libreOffice();
test.skipIf(!office)('a workbook saved by another office program comes back changed', async () => {
  const saved = office!.recalculated(await write(builtInStandard), dir.file('saved'));
  expect(await read(saved)).toEqual({ title: BUILT_IN_TITLE.zh, content: builtInStandard, problems: [] });
});

test('export and import through the console lose the version, or leave no trace in the log of exports', async () => {
  using running = testConsole();
  await running.setUp();
  const { client, answers } = running;
  const [published] = await client.standard.list();
  answers.save = dir.file('standard.xlsx');
  const written = await drain(await client.standard.exportWorkbook({ id: published!.id, language: 'zh-CN' }));
  expect(written.result).toEqual({ path: answers.save });
  expect((await client.exports.list({ kind: 'standard' }))[0]).toMatchObject({ digest: published!.digest, rows: 184 });
  answers.open = answers.save;
  const { draft, problems } = (await drain(await client.standard.importWorkbook())).result;
  expect(problems).toEqual([]);
  expect(draft).toMatchObject({ status: 'draft', number: 2, digest: published!.digest, title: BUILT_IN_TITLE.zh });
  expect(await client.standard.compare({ before: published!.id, after: draft!.id })).toEqual([]);

  const broken = dir.file('broken.xlsx');
  copyFileSync(answers.save, broken);
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(broken, { ignoreNodes: ['dataValidations'] });
  book.getWorksheet('检查项')!.getCell('F9').value = '百分制';
  await book.xlsx.writeFile(broken);
  answers.open = broken;
  const refused = (await drain(await client.standard.importWorkbook())).result;
  expect(refused.draft).toBeNull();
  expect(refused.problems).toEqual([
    { sheet: '检查项', cell: 'F9', reason: 'wordUnknown', value: '百分制', allowed: ['达标制', '三档制', '五级量表'] },
  ]);
  expect(await client.standard.list()).toHaveLength(2);
});
