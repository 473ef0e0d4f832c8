// Writing 100,000 × 16 detail rows: our row writer against exceljs's streaming writer with shared style objects, and against
// the one-thread floor. CPU ratios, since they do not depend on whether the second core is free.
import { statSync } from 'node:fs';
import { tempDir } from '../support/tempDir.ts';
import type { BenchLine } from './benchLine.ts';
import { measureInTurn, type Measured } from './excelRounds.ts';

const ROUNDS = 5;

export function benchWorkbook(): Promise<BenchLine[]> {
  using dir = tempDir();
  const files = {
    exceljs: dir.file('exceljs.xlsx'),
    'ours-6': dir.file('ours-6.xlsx'),
    'floor-6': dir.file('floor-6.bin'),
    'ours-1': dir.file('ours-1.xlsx'),
    'floor-1': dir.file('floor-1.bin'),
  } as const;
  const runs = measureInTurn(files, ROUNDS);
  const size = (file: string): string => `${(statSync(file).size / 2 ** 20).toFixed(1)} MB`;
  const against = (
    name: string,
    peer: Measured,
    own: Measured,
    goal: BenchLine['goal'],
    detail: string,
  ): BenchLine => ({
    name,
    ratio: 'min' in goal ? peer.cpu / own.cpu : own.cpu / peer.cpu,
    goal,
    unit: '×',
    detail: `CPU ${own.cpu.toFixed(0)} ms against ${peer.cpu.toFixed(0)} ms, medians of ${ROUNDS}${detail}`,
  });
  const wall = (own: Measured): string =>
    `; wall ${(runs.exceljs.wall / own.wall).toFixed(2)} × (${own.wall.toFixed(0)} ms); `;
  return Promise.resolve([
    against(
      'Workbook of 100,000 × 16 rows at zip level 6 against exceljs streaming with shared styles',
      runs.exceljs,
      runs['ours-6'],
      { min: 1.8 },
      `${wall(runs['ours-6'])}${size(files['ours-6'])} against ${size(files.exceljs)}`,
    ),
    against(
      'The same at zip level 1',
      runs.exceljs,
      runs['ours-1'],
      { min: 4 },
      `${wall(runs['ours-1'])}${size(files['ours-1'])}`,
    ),
    against('The same at zip level 6 against the one-thread floor', runs['floor-6'], runs['ours-6'], { max: 1.15 }, ''),
    against('The same at zip level 1 against the one-thread floor', runs['floor-1'], runs['ours-1'], { max: 1.15 }, ''),
    {
      name: 'Memory added by the workbook at zip level 6',
      ratio: runs['ours-6'].added,
      goal: { max: 80 },
      unit: 'MB',
      detail: `exceljs streaming ${runs.exceljs.added.toFixed(0)} MB, level 1 ${runs['ours-1'].added.toFixed(0)} MB`,
    },
  ]);
}
