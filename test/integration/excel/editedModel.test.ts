// The sheet 评分模型 of a branch that edited its model: 汇总 works with its numbers, and follows when somebody changes them
// in the workbook.
import { describe, expect, it } from 'vitest';
import { openWorkbook } from '../../../electron/excel/read/workbook.ts';
import { writeReport } from '../../../electron/excel/report/write.ts';
import { openZip, partBytesSync } from '../../../electron/excel/zip/readZip.ts';
import { MODEL_1, type ScoringModel } from '../../../shared/domain/scoring/model.ts';
import { readFileSync } from 'node:fs';
import { libreOffice } from '../../support/officeTools.ts';
import { cellsOf, edited, recalculated } from '../../support/recalculated.ts';
import { sampleReport } from '../../support/reportSample.ts';
import { tempDir } from '../../support/tempDir.ts';

const SMALL = { agents: 14, sessions: 4, answers: 24, seed: 20_261_009 };
const office = libreOffice();

const heavier = (model: ScoringModel['indicators'], name: keyof ScoringModel['indicators'], weight: number) => ({
  ...model[name],
  weight,
});

/** Every kind of number changed: weights on both levels, limits, points, caps, grades, minima. */
const EDITED: ScoringModel = {
  ...MODEL_1,
  version: 2,
  indicators: {
    ...MODEL_1.indicators,
    attitude: heavier(MODEL_1.indicators, 'attitude', 27.5),
    followUp: heavier(MODEL_1.indicators, 'followUp', 4),
    content: {
      weight: 20,
      measures: MODEL_1.indicators.content.measures.map((one, at) => ({ ...one, weight: at === 0 ? 45 : 55 })),
    },
  },
  introduction: { full: 6, none: 15 },
  replyHours: 12,
  solveHours: 36,
  adjustments: {
    complaints: { points: { minor: -2, ordinary: -3.5, serious: -8 }, cap: 9 },
    rectifications: { points: -1.5, cap: 4 },
    training: { hoursPerYear: 30, points: -6, cap: 4 },
    commendations: { points: 0.75, cap: 2 },
  },
  redLineCap: 49.5,
  grades: [
    { grade: 'excellent', from: 88 },
    { grade: 'good', from: 77.5 },
    { grade: 'pass', from: 66 },
    { grade: 'basic', from: 55 },
    { grade: 'fail', from: 0 },
  ],
  minimum: { coverage: 0.8, sessions: { month: 1, quarter: 3, year: 6 } },
};

/** The numbers of a sheet's cells by address, as they stand in its XML. */
const numbersIn = (xml: string): Map<string, string> =>
  new Map(
    [...xml.matchAll(/<c r="([A-Z]+\d+)"(?![^>]*t=)[^>]*><v>([^<]*)<\/v>/g)].map(([, at, value]) => [at!, value!]),
  );

async function partOf(file: string, sheet: string): Promise<{ name: string; xml: string }> {
  const at = (await openWorkbook(file)).sheets.findIndex(({ name }) => name === sheet);
  const part = openZip(readFileSync(file)).parts.find(({ name }) => name === `xl/worksheets/sheet${at + 1}.xml`)!;
  return { name: part.name, xml: partBytesSync(part).toString('utf8') };
}

describe('a workbook of an edited model', () => {
  // Would catch: a weight, limit, cap or grade that a formula has as a constant, or takes from the wrong line of the sheet.
  it.runIf(office)('gives the engine’s values when LibreOffice works it out anew', async () => {
    using dir = tempDir();
    const file = dir.file('report.xlsx');
    await writeReport(sampleReport({ ...SMALL, model: EDITED }), file);
    const { compared, differences } = await recalculated(office!, file, dir);
    expect(differences).toEqual([]);
    expect(compared).toBeGreaterThan(1500);
  });

  // Would catch: formulas that look at the model only when the workbook is written.
  it.runIf(office)('follows when the numbers of 评分模型 are typed over', async () => {
    using dir = tempDir();
    const [first, second] = [dir.file('first.xlsx'), dir.file('second.xlsx')];
    await writeReport(sampleReport(SMALL), first);
    await writeReport(sampleReport({ ...SMALL, model: EDITED }), second);
    const numbers = numbersIn((await partOf(second, '评分模型')).xml);
    const { name: part } = await partOf(first, '评分模型');
    const typed = edited(first, dir.file('typed.xlsx'), (name, xml) =>
      name === part
        ? xml.replace(/(<c r="([A-Z]+\d+)"(?![^>]*t=)[^>]*><v>)[^<]*/g, (whole, head: string, at: string) =>
            numbers.has(at) ? head + numbers.get(at)! : whole,
          )
        : xml,
    );
    const [shown, wanted, before] = await Promise.all(
      [office!.recalculated(typed, dir.file('out')), second, first].map(cellsOf),
    );
    const formulas = [...wanted!].filter(([at, { formula }]) => at.startsWith('汇总!') && formula !== undefined);
    const changed = formulas.filter(([at, { value }]) => before!.get(at)?.value !== value);
    expect(changed.length).toBeGreaterThan(50);
    const differing = formulas.filter(([at, { value }]) => {
      const found = shown!.get(at)?.value ?? '';
      return typeof value === 'number' && typeof found === 'number' ? Math.abs(value - found) > 1e-9 : value !== found;
    });
    expect(differing.map(([at, { value, formula }]) => [at, value, shown!.get(at)?.value, formula])).toEqual([]);
  });
});
