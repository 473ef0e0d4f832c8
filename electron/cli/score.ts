// `npm run score -- FILE…`: recomputes scores from files of evidence, without the program's database (scoring model,
// section 8). One line of JSON a file on standard output, reasons for bad files on standard error, exit 2 if any.
import { readFileSync } from 'node:fs';
import { ADJUSTMENTS } from '../../shared/domain/scoring/adjustments.ts';
import { MODEL_1 } from '../../shared/domain/scoring/model.ts';
import { scorePeriod } from '../../shared/domain/scoring/score.ts';
import type { PeriodScore } from '../../shared/domain/scoring/score.ts';
import { words } from '../../shared/i18n/zh-CN/words.ts';
import { calledFrom } from './calledFrom.ts';
import { parseEvidenceFile } from './evidenceFile.ts';

const MOST_PROBLEMS = 5;

/** The documented fields in the documented order. */
function printed(score: PeriodScore): string {
  const { measures, indicators, base, coverage, adjustments, composite, graded, grade, vetoed, sufficient } = score;
  return JSON.stringify({
    measures,
    indicators,
    base,
    coverage,
    adjustments: Object.fromEntries(ADJUSTMENTS.map((name) => [name, adjustments[name].points])),
    composite,
    graded,
    grade: words.grade[grade],
    vetoed,
    sufficient,
    sessions: score.sessions,
  });
}

/** The line for a good file; throws an Error with the reason for a bad one. */
function scoreFile(path: string): string {
  const parsed = parseEvidenceFile(readFileSync(path));
  if ('problems' in parsed) {
    const { problems } = parsed;
    const rest = problems.length - MOST_PROBLEMS;
    throw new Error(problems.slice(0, MOST_PROBLEMS).join('；') + (rest > 0 ? `；另有 ${rest} 处` : ''));
  }
  return printed(scorePeriod(parsed.evidence, parsed.window, MODEL_1));
}

const files = process.argv.slice(2);
if (files.length === 0) {
  console.error('用法：npm run -s score -- FILE…');
  process.exitCode = 2;
}
for (const file of files) {
  try {
    console.log(scoreFile(calledFrom(file)));
  } catch (error) {
    console.error(`${file}: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 2;
  }
}
