// The headquarters workbook: judged by LibreOffice, the schema, exceljs as a second reader, and its own check sheet.
import ExcelJS from 'exceljs';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ReportData } from '../../../electron/excel/report/data.ts';
import { verifyWorkbook } from '../../../electron/excel/report/verify.ts';
import { writeReport } from '../../../electron/excel/report/write.ts';
import { openZip } from '../../../electron/excel/zip/readZip.ts';
import { libreOffice, xsdChecker } from '../../support/officeTools.ts';
import { cellsOf, edited, recalculated } from '../../support/recalculated.ts';
import { sampleReport } from '../../support/reportSample.ts';
import { tempDir } from '../../support/tempDir.ts';

const SMALL = { agents: 14, sessions: 4, answers: 24, seed: 20_261_008 };
const office = libreOffice();
const check = xsdChecker();

describe('live formulas', () => {
  // A formula over the wrong block, a wrong weight or a wrong rounding shows as a difference here.
  it.runIf(office)('give the engine’s values when LibreOffice works them out anew', async () => {
    using dir = tempDir();
    const file = dir.file('report.xlsx');
    await writeReport(sampleReport(SMALL), file);
    const { file: saved, compared, differences } = await recalculated(office!, file, dir);
    // Another program may save the workbook anew: the data is the same, so it still verifies.
    expect((await verifyWorkbook(saved)).changes).toEqual([]);
    expect(differences).toEqual([]);
    expect(compared).toBeGreaterThan(1500);
  });

  it('cover their own block alone: no whole column, no other agent’s rows', async () => {
    using dir = tempDir();
    await writeReport(sampleReport(SMALL), dir.file('r.xlsx'));
    const cells = await cellsOf(dir.file('r.xlsx'));
    const formulas = [...cells].flatMap(([at, { formula }]) => (formula === undefined ? [] : [[at, formula] as const]));
    expect(
      formulas.filter(([, formula]) => /\$?[A-Z]+:\$?[A-Z]+(?!\d)/.test(formula.replace(/\$?[A-Z]+\$?\d+/g, '#'))),
    ).toEqual([]);
    for (const [at, formula] of formulas.filter(([where]) => where.startsWith('汇总!'))) {
      const own = cells.get(`汇总!A${/\d+$/.exec(at)![0]}`)?.value;
      for (const [, first, last] of formula.matchAll(/'现场观察'!\$[A-Z]+\$(\d+):\$[A-Z]+\$(\d+)/g)) {
        for (let row = Number(first); row <= Number(last); row++)
          expect(cells.get(`现场观察!C${row}`)?.value).toBe(own);
      }
    }
  });
});

describe('parts and features', () => {
  const cases: [string, ReportData][] = [
    ['a Chinese report', sampleReport(SMALL)],
    ['an English report', { ...sampleReport(SMALL), language: 'en' }],
    ['a branch without anyone', { ...sampleReport({ ...SMALL, agents: 0 }), trend: [] }],
    ['agents without evidence', { ...sampleReport({ ...SMALL, agents: 2 }), sessions: [], findings: [] }],
  ];
  it.runIf(check).each(cases)('every part of %s is valid by the schema', async (_, data) => {
    using dir = tempDir();
    await writeReport(data, dir.file('r.xlsx'));
    expect(check!(dir.file('r.xlsx'))).toEqual([]);
    expect((await verifyWorkbook(dir.file('r.xlsx'))).state).toBe('unchanged');
  });

  // A second library must see what Excel will: real dates, types, filters, frozen headers, charts that exist.
  it('are seen by exceljs: sheets, types, frozen header, filter, print set-up, charts', async () => {
    using dir = tempDir();
    const data = sampleReport(SMALL);
    const outcome = await writeReport(data, dir.file('r.xlsx'));
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(dir.file('r.xlsx'));
    expect(book.worksheets.map(({ name }) => name)).toEqual([
      '封面',
      '汇总',
      '指标分析',
      '现场观察',
      '观察明细',
      '问题清单',
      '满意度',
      '服务记录',
      '响应时效',
      '回访',
      '表扬与建议',
      '整改台账',
      '投诉台账',
      '投诉统计',
      '培训',
      '监督工作',
      '持续改进',
      '考核结果',
      '奖惩决定',
      '申诉',
      '校准',
      '评分模型',
      '数据字典',
      '校验',
    ]);
    const answers = book.getWorksheet('观察明细')!;
    expect(answers.getCell('B4').value).toBeInstanceOf(Date);
    expect(answers.getCell('B4').text).toContain('2026');
    expect(typeof answers.getCell('J4').value).toBe('number');
    expect(answers.getCell('M4').formula).toBe('IF(ISNUMBER(L4),J4,0)');
    expect(answers.rowCount).toBe(3 + data.sessions.reduce((sum, session) => sum + session.answers.length, 0));
    expect(answers.views[0]).toMatchObject({ state: 'frozen', ySplit: 3 });
    expect(answers.autoFilter).toBeTruthy();
    expect(answers.pageSetup).toMatchObject({
      paperSize: 9,
      orientation: 'landscape',
      fitToWidth: 1,
      printTitlesRow: '3:3',
    });
    expect(answers.headerFooter.oddFooter).toContain('&P');
    const parts = openZip(readFileSync(dir.file('r.xlsx'))).parts.map(({ name }) => name);
    expect(parts.filter((name) => /charts\/chart\d+\.xml$/.test(name))).toHaveLength(3);
    expect(outcome.warnings).toEqual([]);
  });

  it('masks clients, and shows them only where asked to', async () => {
    using dir = tempDir();
    const clients = async (masking: ReportData['masking']) => {
      await writeReport({ ...sampleReport(SMALL), masking }, dir.file('r.xlsx'));
      return new Set(
        [...(await cellsOf(dir.file('r.xlsx')))]
          .filter(([at]) => /现场观察!H\d+/.test(at))
          .map(([, { value }]) => value),
      );
    };
    expect(await clients({ masked: true })).toEqual(new Set(['客户', '欧**', '138****1234']));
    expect(await clients({ masked: false, reason: '司法协查' })).toEqual(new Set(['客户', '欧阳小明', '13812341234']));
  });
});

describe('text of users', () => {
  it('never becomes a formula, and survives or is reported', async () => {
    using dir = tempDir();
    const hostile = [
      '=HYPERLINK("http://x","y")',
      '+1+1',
      '-2',
      '@SUM(A1)',
      '\t=1',
      '😀👨‍👩‍👧',
      '_x0041_',
      ' 两端空格 ',
      '行一\n行二',
      'a&b<c>"d"',
    ];
    const data = sampleReport({ ...SMALL, agents: 1 });
    const session = data.sessions[0]!;
    const notes = [...hostile, '字'.repeat(32_767), '长'.repeat(32_766) + '😀尾', '坏\u0000\u0001字\ud800符'];
    const answers = notes.map((note) => ({ ...session.answers[0]!, note }));
    const outcome = await writeReport(
      { ...data, sessions: [{ ...session, answers }], findings: [] },
      dir.file('r.xlsx'),
    );
    const cells = await cellsOf(dir.file('r.xlsx'));
    const written = notes.map((_, i) => cells.get(`观察明细!P${4 + i}`));
    expect(written.map((cell) => [cell?.kind, cell?.formula])).toEqual(notes.map(() => ['text', undefined]));
    expect(written.map((cell) => cell?.value)).toEqual([
      ...hostile,
      '字'.repeat(32_767),
      '长'.repeat(32_766),
      '坏字符',
    ]);
    expect(outcome.warnings).toEqual([
      '观察明细 P15: 内容超过单元格上限 32767 个字符，已截断',
      '观察明细 P16: 内容含有单元格不能保存的字符，已去除',
    ]);
    expect([...cells.values()].map(({ value }) => value)).toEqual(expect.arrayContaining([...outcome.warnings]));
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(dir.file('r.xlsx'));
    expect(book.getWorksheet('观察明细')!.getCell('P4').value).toBe(hostile[0]);
    expect((await verifyWorkbook(dir.file('r.xlsx'))).state).toBe('unchanged');
  });
});

describe('verification', () => {
  it('names what was changed after the export', async () => {
    using dir = tempDir();
    const file = dir.file('r.xlsx');
    await writeReport(sampleReport(SMALL), file);
    const sheet = (number: number) => `xl/worksheets/sheet${number}.xml`;
    const verdict = async (edit: (name: string, xml: string) => string) =>
      (await verifyWorkbook(edited(file, dir.file('edited.xlsx'), edit))).changes;
    const only = (part: string, from: RegExp, to: string) => (name: string, xml: string) =>
      name === part ? xml.replace(from, to) : xml;
    expect(await verdict((_, xml) => xml)).toEqual([]);
    expect(await verdict(only(sheet(5), /(<c r="J4"[^>]*><v>)\d+/, '$199'))).toEqual([
      { sheet: '观察明细', what: 'values' },
    ]);
    expect(await verdict(only(sheet(2), /(<c r="D6"[^>]*><f>)[^<]*/, '$199'))).toEqual([
      { sheet: '汇总', what: 'formulas' },
    ]);
    expect(await verdict(only(sheet(24), /林督导/, '王督导'))).toEqual([{ sheet: '校验', what: 'record' }]);
    expect(await verdict(only('xl/workbook.xml', /name="问题清单"/, 'name="问题"'))).toEqual([
      { sheet: '问题清单', what: 'missing' },
      { sheet: '问题', what: 'added' },
    ]);
    const foreign = new ExcelJS.Workbook();
    foreign.addWorksheet('校验').addRow(['format']);
    await foreign.xlsx.writeFile(dir.file('foreign.xlsx'));
    expect((await verifyWorkbook(dir.file('foreign.xlsx'))).state).toBe('noRecord');
  });

  it('gives the same digest for the same data', async () => {
    using dir = tempDir();
    const one = await writeReport(sampleReport(SMALL), dir.file('1.xlsx'));
    const two = await writeReport(sampleReport(SMALL), dir.file('2.xlsx'), { level: 1 });
    expect(two.digest).toBe(one.digest);
  });
});

describe('an export that is stopped', () => {
  it('leaves the file that was there, and no part, when cancelled in the rows', async () => {
    using dir = tempDir();
    const file = dir.file('r.xlsx');
    writeFileSync(file, 'the old one');
    const cancel = new AbortController();
    const stages: string[] = [];
    const writing = writeReport(sampleReport(SMALL), file, {
      signal: cancel.signal,
      onProgress: ({ stage }) => {
        stages.push(stage);
        if (stage === '观察明细') cancel.abort();
      },
    });
    await expect(writing).rejects.toMatchObject({ code: 'CANCELLED', reason: 'cancelled' });
    expect(stages).toContain('观察明细');
    expect(readFileSync(file, 'utf8')).toBe('the old one');
    expect(readdirSync(dir.path)).toEqual(['r.xlsx']);
  });

  it('says so when the folder is missing', async () => {
    using dir = tempDir();
    const writing = writeReport(sampleReport({ ...SMALL, agents: 1 }), dir.file('no/r.xlsx'));
    await expect(writing).rejects.toMatchObject({ code: 'FILE', reason: 'fileUnwritable' });
    expect(existsSync(dir.file('no'))).toBe(false);
  });
});
