// 汇总 as it will look, without the columns of single measures; a row opens its agent.
import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import type { ReportPreview, ReportPreviewRow } from '../../../shared/contract/report.ts';
import { GRADES, INDICATORS, type Language } from '../../../shared/contract/vocabulary.ts';
import { DataGrid, type Column } from '../../components/grid/DataGrid.tsx';
import { useTranslation } from 'react-i18next';
import { bookTexts } from './bookTexts.ts';

type Row = ReportPreviewRow;

function useColumns(language: Language, teams: readonly string[]): readonly Column<Row>[] {
  return useMemo<readonly Column<Row>[]>(() => {
    const { book, words } = bookTexts(language);
    const head = book.summary;
    const decimal = (
      key: 'base' | 'adjustments' | 'composite' | 'graded',
      more: { readonly hidden?: boolean; readonly width?: number } = {},
    ): Column<Row> => ({
      key,
      kind: 'decimal',
      header: head[key].header,
      value: (row) => row[key],
      width: 92,
      ...more,
    });
    return [
      { key: 'number', kind: 'text', header: head.agentNumber.header, value: (row) => row.employeeNumber, width: 92 },
      { key: 'name', kind: 'text', header: head.agentName.header, value: (row) => row.agentName, width: 80 },
      {
        key: 'team',
        kind: 'choice',
        header: head.team.header,
        value: (row) => row.team,
        options: teams.map((team) => ({ value: team, label: team })),
        width: 88,
        grow: true,
      },
      { key: 'sessions', kind: 'integer', header: head.sessions.header, value: (row) => row.sessions, width: 112 },
      ...INDICATORS.map((indicator): Column<Row> => ({
        key: indicator,
        kind: 'decimal',
        header: words.indicator[indicator],
        value: (row) => row.indicators[indicator],
        width: 112,
        hidden: true,
      })),
      decimal('base', { hidden: true }),
      {
        key: 'coverage',
        kind: 'decimal',
        digits: 0,
        header: head.coverage.header,
        value: (row) => row.coverage * 100,
        width: 92,
        cell: (row) => `${(row.coverage * 100).toFixed(0)}%`,
      },
      decimal('adjustments', { hidden: true }),
      decimal('composite'),
      { key: 'redLines', kind: 'integer', header: head.redLines.header, value: (row) => row.redLines, width: 64 },
      decimal('graded', { width: 80 }),
      {
        key: 'grade',
        kind: 'choice',
        header: head.grade.header,
        value: (row) => row.grade,
        options: GRADES.map((value) => ({ value, label: words.grade[value] })),
        width: 100,
        filter: true,
      },
    ];
  }, [language, teams]);
}

const rowId = (row: Row): string => row.agentId;
const toneOf = (row: Row): 'danger' | 'quiet' | undefined =>
  row.redLines > 0 ? 'danger' : row.sessions === 0 ? 'quiet' : undefined;

export function SummaryPreview({
  preview,
  language,
}: {
  readonly preview: ReportPreview;
  readonly language: Language;
}) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const teams = useMemo(
    () => [...new Set(preview.rows.map(({ team }) => team))].filter(Boolean).sort(),
    [preview.rows],
  );
  const columns = useColumns(language, teams);
  const { book } = bookTexts(language);
  return (
    <DataGrid<Row>
      name="reportSummary"
      title={book.sheets.summary}
      query={{ data: preview.rows, error: null }}
      columns={columns}
      rowId={rowId}
      rowTone={toneOf}
      onOpen={(row) => void navigate(`/people/${row.agentId}`)}
      empty={{ title: t('report.preview.noAgents'), hint: t('report.preview.noAgentsHint') }}
    />
  );
}
