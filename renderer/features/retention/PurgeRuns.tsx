// What was removed so far: when, by whom, from which table, how much, and whether its bytes are gone from the disk.
import { useQuery } from '@tanstack/react-query';
import { Alert, App, Button } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { RETENTION_TABLES, type PurgeRun } from '../../../shared/contract/retention.ts';
import { api, client, queryClient } from '../../client.ts';
import { DataGrid, type Column } from '../../components/grid/DataGrid.tsx';
import { TaskProgress } from '../../components/task/TaskProgress.tsx';
import { useTask } from '../../components/task/useTask.ts';
import { usePurgeStage } from './usePurgeStage.ts';

export function PurgeRuns() {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const stage = usePurgeStage();
  const runs = useQuery(api.retention.runs.queryOptions());
  const erase = useTask((signal) => client.retention.erase(undefined, { signal }));
  const open = (runs.data ?? []).some(({ erasedAt }) => erasedAt === null);
  const start = async () => {
    const done = await erase.start();
    await queryClient.invalidateQueries({ queryKey: api.retention.key() });
    if (!done) return;
    void message.success(t('retention.erased'));
    erase.reset();
  };
  const columns = useMemo<readonly Column<PurgeRun>[]>(
    () => [
      { key: 'at', kind: 'instant', header: t('retention.field.at'), value: (one) => one.at, width: 160, sort: 'desc' },
      { key: 'by', kind: 'text', header: t('retention.field.by'), value: (one) => one.by, width: 120 },
      {
        key: 'table',
        kind: 'choice',
        header: t('retention.field.table'),
        value: (one) => one.table,
        options: RETENTION_TABLES.map((value) => ({ value, label: t(`retention.table.${value}`) })),
        width: 128,
      },
      { key: 'months', kind: 'integer', header: t('retention.field.months'), value: (one) => one.months, width: 112 },
      { key: 'before', kind: 'day', header: t('retention.field.before'), value: (one) => one.before, width: 128 },
      { key: 'rows', kind: 'integer', header: t('retention.field.rows'), value: (one) => one.rows, width: 96 },
      { key: 'names', kind: 'integer', header: t('retention.field.names'), value: (one) => one.names, width: 152 },
      { key: 'texts', kind: 'integer', header: t('retention.field.texts'), value: (one) => one.texts, width: 96 },
      { key: 'files', kind: 'integer', header: t('retention.field.files'), value: (one) => one.files, width: 96 },
      {
        key: 'erasedAt',
        kind: 'instant',
        header: t('retention.field.erasedAt'),
        value: (one) => one.erasedAt,
        width: 160,
      },
    ],
    [t],
  );
  return (
    <>
      {open && erase.state.kind !== 'running' && (
        <Alert
          type="warning"
          showIcon
          title={t('retention.notErased')}
          description={t('retention.notErasedHint')}
          action={<Button onClick={() => void start()}>{t('retention.erase')}</Button>}
        />
      )}
      <TaskProgress task={erase} title={t('retention.stage.erasing')} stage={stage} />
      <DataGrid<PurgeRun>
        name="purgeRuns"
        title={t('retention.view.runs')}
        query={runs}
        columns={columns}
        rowId={(one) => one.id}
        empty={{ title: t('retention.runsEmpty'), hint: t('retention.runsEmptyHint') }}
      />
    </>
  );
}
