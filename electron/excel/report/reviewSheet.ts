// 服务记录: one line per review of a service record, a column for each check, the shares passed as formulas (2.5.1, 2.3.3).
import { mean } from '../../../shared/domain/scoring/mean.ts';
import { columnName } from '../read/cells.ts';
import { serialOfCivil } from '../read/serialDate.ts';
import type { CellInput } from '../write/cellInput.ts';
import { agentTable, holding, type AgentTable, type Cells } from './agentTable.ts';
import type { ReportData } from './data.ts';
import type { ReportReview } from './evidenceData.ts';
import { columnsOf, live, textOrNull } from './sheetPlan.ts';
import type { Texts } from './texts.ts';

const KINDS = ['record', 'file'] as const;
type Kind = (typeof KINDS)[number];

const share = (review: ReportReview, kinds: readonly Kind[]): number | null =>
  mean(
    review.checks
      .filter(({ kind }) => kinds.includes(kind))
      .map(({ passed }) => (passed === null ? null : passed ? 100 : 0)),
  );

/** The checks of a kind that any review holds. */
const codesOf = (reviews: readonly ReportReview[], kind: Kind): readonly string[] => [
  ...new Set(
    reviews
      .flatMap(({ checks }) => checks.filter((check) => check.kind === kind).map(({ criterion }) => criterion))
      .sort((a, b) => a.localeCompare(b, 'en', { numeric: true })),
  ),
];

export function planReviews(data: ReportData, names: ReadonlyMap<string, string>, texts: Texts): AgentTable {
  const { book } = texts;
  const column = columnsOf(book.reviews);
  const { reviews } = data.evidence;
  const first: readonly Cells<ReportReview>[] = [
    holding<ReportReview>(column('number', 16), ({ number }) => number),
    holding<ReportReview>(column('day', 17, 'time'), ({ reviewedAt }) => serialOfCivil(reviewedAt)),
    holding<ReportReview>(column('agentNumber', 12), ({ employeeNumber }) => employeeNumber),
    holding<ReportReview>(column('agentName', 12), ({ employeeNumber }) => names.get(employeeNumber) ?? null),
    holding<ReportReview>(column('reviewer', 12), ({ reviewer }) => textOrNull(reviewer)),
    holding<ReportReview>(column('reference', 18), ({ reference }) => textOrNull(reference)),
    holding<ReportReview>(column('standard', 10, 'integer'), ({ standardNumber }) => standardNumber),
  ];
  const codes = KINDS.map((kind) => codesOf(reviews, kind));
  const checks = KINDS.flatMap((kind, k) =>
    codes[k]!.map((code) =>
      holding<ReportReview>(
        { ...column('check', 10, 'integer'), key: `check ${kind} ${code}`, header: `${book.checkKind[kind]} ${code}` },
        (review) => {
          const found = review.checks.find((check) => check.kind === kind && check.criterion === code);
          return typeof found?.passed === 'boolean' ? Number(found.passed) : null;
        },
      ),
    ),
  );
  const passed = (row: number, from: number, count: number, value: number | null): CellInput => {
    if (count === 0) return null;
    const range = `${columnName(first.length + 1 + from)}${row}:${columnName(first.length + from + count)}${row}`;
    return live(`IF(COUNT(${range})=0,"",AVERAGE(${range})*100)`, value);
  };
  const [records, files] = codes.map(({ length }) => length) as [number, number];
  return agentTable(
    {
      key: 'reviews',
      items: reviews,
      agentOf: ({ employeeNumber }) => employeeNumber,
      columns: [
        ...first,
        ...checks,
        holding<ReportReview>(column('record', 11, 'score', 'formula'), (review, row) =>
          passed(row, 0, records + files, share(review, KINDS)),
        ),
        holding<ReportReview>(column('file', 11, 'score', 'formula'), (review, row) =>
          passed(row, records, files, share(review, ['file'])),
        ),
      ],
    },
    texts,
  );
}
