// 封面: what the workbook is, for whom and from when, and what its sheets hold.
import { mean } from '../../../shared/domain/scoring/mean.ts';
import { addDays } from '../../../shared/domain/time.ts';
import { titleIn } from '../../../shared/standard/titles.ts';
import { serialOfCivil } from '../read/serialDate.ts';
import type { CellInput, RowInput } from '../write/cellInput.ts';
import { civilTime } from '../write/civilTime.ts';
import type { Arranged } from './arrange.ts';
import type { ReportData } from './data.ts';
import { live, prefixOf, rangeOn } from './sheetPlan.ts';
import { summaryBlock } from './summarySheet.ts';
import { summaryColumns } from './summaryColumns.ts';
import type { Texts } from './texts.ts';

export const COVER_FIRST_ROW = 3;
export const COVER_KINDS = ['text', 'time', 'integer', 'score'] as const;
type CoverKind = (typeof COVER_KINDS)[number];

export interface CoverLine {
  readonly kind: CoverKind;
  readonly cells: RowInput;
}

export function planCover(data: ReportData, arranged: Arranged, texts: Texts): readonly CoverLine[] {
  const { book, words } = texts;
  const say = book.cover;
  const { branch, period, masking } = data;
  const block = summaryBlock(arranged);
  const columns = summaryColumns(data.model, texts);
  const column = (key: string) => (block === null ? null : rangeOn(book.sheets.summary, columns.letter(key), block));
  const scores = arranged.agents.map(({ agent }) => agent.score);
  const counted = (range: string | null, criterion: string, value: number): CellInput =>
    range === null ? 0 : live(`COUNTIF(${range},${criterion})`, value);
  const line = (kind: CoverKind, label: string, value: CellInput): CoverLine => ({ kind, cells: [label, value] });
  const graded = column('graded');
  return [
    line('text', say.branch, branch.name),
    line('text', say.branchCode, branch.code),
    line('text', say.period, `${period.start} – ${addDays(period.end, -1)}`),
    line('text', say.periodKind, book.period[period.kind]),
    ...data.standards.map(({ number, title }) =>
      line('text', say.standards, `${number} · ${titleIn(title, data.language)}`),
    ),
    line('integer', say.modelVersion, data.model.version),
    line('time', say.exportedAt, serialOfCivil(civilTime(data.exportedAt, data.timeZone))),
    line('text', say.exportedBy, data.exportedBy),
    line('text', say.masking, masking.masked ? say.masked : say.unmasked.replace('{reason}', () => masking.reason)),
    line('integer', say.agents, scores.length),
    line(
      'integer',
      say.sessions,
      block === null
        ? 0
        : live(
            `SUM(${column('sessions') ?? ''})`,
            scores.reduce((sum, { sessions }) => sum + sessions, 0),
          ),
    ),
    line(
      'score',
      say.mean,
      graded === null ? null : live(`IFERROR(AVERAGE(${graded}),"")`, mean(scores.map((score) => score.graded))),
    ),
    line('integer', say.vetoed, counted(column('redLines'), '">0"', scores.filter(({ vetoed }) => vetoed).length)),
    line(
      'integer',
      say.insufficient,
      counted(
        column('grade'),
        `"${words.grade.insufficient}"`,
        scores.filter(({ grade }) => grade === 'insufficient').length,
      ),
    ),
    line('text', say.contents, null),
    ...(Object.keys(book.sheets) as (keyof typeof book.sheets)[])
      .filter((key) => key !== 'cover')
      .map((key): CoverLine => {
        const name = book.sheets[key];
        return { kind: 'text', cells: [live(`HYPERLINK("#${prefixOf(name)}A1","${name}")`, name), book.notes[key]] };
      }),
  ];
}
