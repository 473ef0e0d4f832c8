// Step 3: what would become of each row; then all of it is written, or nothing.
import { Alert, Button, Flex } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ROW_FATES, type RowFate } from '../../../shared/contract/sheet.ts';
import { count } from '../../format.ts';
import { DataGrid, type Column } from '../grid/DataGrid.tsx';
import type { Rows } from '../grid/DataGrid.tsx';
import { TaskProgress } from '../task/TaskProgress.tsx';
import type { TaskState } from '../task/useTask.ts';
import { stageWord } from './stageWord.ts';

interface FatedRow {
  readonly row: number;
  readonly fate: RowFate;
}

export interface PreviewStepProps<Row extends FatedRow> {
  /** Names the grid for saved views. */
  readonly name: string;
  readonly counts: Readonly<Record<RowFate | 'ignored', number>>;
  readonly query: Rows<Row>;
  /** Between the outcome and the details; must keep its identity. */
  readonly columns: readonly Column<Row>[];
  /** What is said about a row. */
  readonly details: (row: Row) => string;
  /** More facts beside the counts. */
  readonly notes?: readonly string[];
  /** Beside the button that imports. */
  readonly hint: string;
  readonly task: { readonly state: TaskState<unknown>; readonly stop: () => void };
  readonly onBack: () => void;
  readonly onApply: () => void;
}

export function PreviewStep<Row extends FatedRow>(props: PreviewStepProps<Row>) {
  const { name, counts, query, columns: own, details, notes: more = [], hint, task } = props;
  const { t } = useTranslation();
  const rows = ROW_FATES.reduce((sum, fate) => sum + counts[fate], 0);
  const writes = counts.new + counts.changed;
  const running = task.state.kind === 'running';
  const columns = useMemo<readonly Column<Row>[]>(
    () => [
      { key: 'row', kind: 'integer', header: t('sheetImport.row'), value: (r) => r.row, width: 80, pinned: true },
      {
        key: 'fate',
        kind: 'choice',
        header: t('sheetImport.outcome'),
        value: (r) => r.fate,
        options: ROW_FATES.map((value) => ({ value, label: t(`sheetImport.fate.${value}`) })),
        width: 100,
        filter: true,
      },
      ...own,
      {
        key: 'what',
        kind: 'text',
        header: t('sheetImport.what'),
        value: details,
        cell: (r) => <span title={details(r)}>{details(r)}</span>,
        width: 320,
        grow: true,
      },
    ],
    [t, own, details],
  );
  const notes = [...(counts.ignored > 0 ? [t('sheetImport.ignored', { count: counts.ignored })] : []), ...more];
  return (
    <>
      <Flex gap={12} align="center" wrap>
        <dl className="import-counts" style={{ margin: 0 }}>
          {ROW_FATES.map((fate) => (
            <div key={fate} className="import-count">
              <dt>{t(`sheetImport.fate.${fate}`)}</dt>
              <dd>{count(counts[fate])}</dd>
            </div>
          ))}
        </dl>
        {notes.length > 0 && (
          <ul className="import-notes">
            {notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        )}
      </Flex>
      {writes === 0 && <Alert type="info" showIcon title={t('sheetImport.nothing')} />}
      <DataGrid<Row>
        name={name}
        title={t('sheetImport.rowsLabel')}
        query={query}
        columns={columns}
        rowId={(row) => String(row.row)}
        initialFilters={
          counts.unchanged > 0 && counts.unchanged < rows
            ? { fate: { kind: 'choice', values: ['new', 'changed', 'rejected'] } }
            : {}
        }
        rowTone={(row) => (row.fate === 'unchanged' ? 'quiet' : undefined)}
        empty={{ title: t('sheetImport.nothing') }}
      />
      <TaskProgress task={task} title={t('sheetImport.applying')} stage={(stage) => stageWord(t, stage)} />
      <Flex gap={12} align="center">
        <Button disabled={running} onClick={props.onBack}>
          {t('sheetImport.back')}
        </Button>
        <Button type="primary" disabled={running || writes === 0} onClick={props.onApply}>
          {t('sheetImport.apply', { count: writes })}
        </Button>
        {writes > 0 && <span className="import-notes">{hint}</span>}
      </Flex>
    </>
  );
}
