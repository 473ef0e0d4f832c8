// Step 3: what would become of each row; then all of it is written, or nothing.
import { Alert, Button, Flex } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ROW_FATES, type RosterCounts, type RosterPreview } from '../../../../shared/contract/roster.ts';
import { api, client, queryClient } from '../../../client.ts';
import { DataGrid, type Column } from '../../../components/grid/DataGrid.tsx';
import { TaskProgress } from '../../../components/task/TaskProgress.tsx';
import { useTask } from '../../../components/task/useTask.ts';
import { count } from '../../../format.ts';
import { rowDetails, usePreviewRows, type PreviewRow } from './previewRows.ts';
import { stageWord } from './stageWord.ts';

export interface PreviewStepProps {
  readonly preview: RosterPreview;
  readonly onBack: () => void;
  readonly onDone: (counts: RosterCounts) => void;
}

export function PreviewStep({ preview, onBack, onDone }: PreviewStepProps) {
  const { t } = useTranslation();
  const rows = usePreviewRows(preview);
  const apply = useTask((signal) => client.roster.apply({ previewId: preview.previewId }, { signal }));
  const { counts } = preview;
  const writes = counts.new + counts.changed;
  const running = apply.state.kind === 'running';
  const columns = useMemo<readonly Column<PreviewRow>[]>(
    () => [
      { key: 'row', kind: 'integer', header: t('people.roster.row'), value: (r) => r.row, width: 80, pinned: true },
      {
        key: 'fate',
        kind: 'choice',
        header: t('people.roster.outcome'),
        value: (r) => r.fate,
        options: ROW_FATES.map((value) => ({ value, label: t(`people.roster.fate.${value}`) })),
        width: 100,
        filter: true,
      },
      { key: 'number', kind: 'text', header: t('people.field.number'), value: (r) => r.number, width: 120 },
      { key: 'name', kind: 'text', header: t('people.field.name'), value: (r) => r.name, width: 110 },
      { key: 'branch', kind: 'text', header: t('people.field.branch'), value: (r) => r.branch, width: 110 },
      { key: 'team', kind: 'text', header: t('people.field.team'), value: (r) => r.team, width: 130 },
      {
        key: 'what',
        kind: 'text',
        header: t('people.roster.what'),
        value: (r) => rowDetails(t, r),
        cell: (r) => <span title={rowDetails(t, r)}>{rowDetails(t, r)}</span>,
        width: 320,
        grow: true,
      },
    ],
    [t],
  );
  const go = async () => {
    const done = await apply.start();
    if (!done) return;
    void queryClient.invalidateQueries({ queryKey: api.agents.key() });
    void queryClient.invalidateQueries({ queryKey: api.branches.key() });
    onDone(done);
  };
  const notes = [
    ...(counts.ignored > 0 ? [t('people.roster.counts.ignored', { count: counts.ignored })] : []),
    ...(counts.absent > 0 ? [t('people.roster.counts.absent', { count: counts.absent })] : []),
  ];
  return (
    <>
      <Flex gap={12} align="center" wrap>
        <dl className="roster-counts" style={{ margin: 0 }}>
          {ROW_FATES.map((fate) => (
            <div key={fate} className="roster-count">
              <dt>{t(`people.roster.fate.${fate}`)}</dt>
              <dd>{count(counts[fate])}</dd>
            </div>
          ))}
        </dl>
        {notes.length > 0 && (
          <ul className="roster-notes">
            {notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        )}
      </Flex>
      {writes === 0 && <Alert type="info" showIcon title={t('people.roster.nothing')} />}
      <DataGrid<PreviewRow>
        name="rosterPreview"
        title={t('people.roster.rowsLabel')}
        query={rows}
        columns={columns}
        rowId={(row) => String(row.row)}
        initialFilters={
          counts.unchanged > 0 && counts.unchanged < preview.rows
            ? { fate: { kind: 'choice', values: ['new', 'changed', 'rejected'] } }
            : {}
        }
        rowTone={(row) => (row.fate === 'unchanged' ? 'quiet' : undefined)}
        empty={{ title: t('people.roster.nothing') }}
      />
      <TaskProgress task={apply} title={t('people.roster.applying')} stage={(name) => stageWord(t, name)} />
      <Flex gap={12} align="center">
        <Button disabled={running} onClick={onBack}>
          {t('people.roster.back')}
        </Button>
        <Button type="primary" disabled={running || writes === 0} onClick={() => void go()}>
          {t('people.roster.apply', { count: writes })}
        </Button>
        {writes > 0 && (
          <span className="roster-notes">
            {t('people.roster.applyHint', { added: counts.new, changed: counts.changed })}
          </span>
        )}
      </Flex>
    </>
  );
}
