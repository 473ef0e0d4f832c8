// What a removal would take from one table, and the removal itself: only what was listed goes, after it was asked for.
import { useQuery } from '@tanstack/react-query';
import { App, Button, Flex, Select } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import {
  RETENTION_TABLES,
  type DueRow,
  type RetentionRule,
  type RetentionTable,
} from '../../../shared/contract/retention.ts';
import { api, client, queryClient } from '../../client.ts';
import { DataGrid, type Column } from '../../components/grid/DataGrid.tsx';
import { TaskProgress } from '../../components/task/TaskProgress.tsx';
import { useTask } from '../../components/task/useTask.ts';
import { useConfirm } from '../../components/useConfirm.tsx';
import { usePurgeStage } from './usePurgeStage.ts';

interface Props {
  readonly table: RetentionTable;
  readonly onTable: (table: RetentionTable) => void;
  readonly rules: readonly RetentionRule[];
}

export function DueRows({ table, onTable, rules }: Props) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const ask = useConfirm();
  const stage = usePurgeStage();
  const due = useQuery(api.retention.due.queryOptions({ input: { table } }));
  const run = useTask((signal, digest: string) => client.retention.run({ table, digest, confirmed: true }, { signal }));
  const running = run.state.kind === 'running';
  const columns = useMemo<readonly Column<DueRow>[]>(
    () => [
      { key: 'label', kind: 'text', header: t('retention.field.label'), value: (one) => one.label, width: 240 },
      { key: 'usedOn', kind: 'day', header: t('retention.field.usedOn'), value: (one) => one.usedOn, width: 128 },
      { key: 'names', kind: 'integer', header: t('retention.field.names'), value: (one) => one.names, width: 160 },
      { key: 'texts', kind: 'integer', header: t('retention.field.texts'), value: (one) => one.texts, width: 112 },
      { key: 'files', kind: 'integer', header: t('retention.field.files'), value: (one) => one.files, width: 112 },
    ],
    [t],
  );
  const name = t(`retention.table.${table}`);
  const { rows = [], total = 0, before = '', digest = '' } = due.data ?? {};
  const dueOf = new Map(rules.map((rule) => [rule.table, rule.due]));
  const purge = async () => {
    const agreed = await ask.confirm({
      title: t('retention.purgeTitle', { count: total }),
      text: t('retention.purgeText', { table: name }),
      ok: t('retention.purge'),
      danger: true,
    });
    if (!agreed) return;
    const done = await run.start(digest);
    // Names stand on many screens; and what was stopped or failed may have removed them already.
    await queryClient.invalidateQueries();
    if (!done) return;
    void message.success(t('retention.purged', { count: done.rows }));
    run.reset();
  };
  return (
    <>
      <TaskProgress task={run} title={t('retention.purging', { table: name })} stage={stage} />
      <DataGrid<DueRow>
        name="retentionDue"
        title={t('retention.dueOf', { table: name })}
        query={{ ...due, data: due.data?.rows }}
        columns={columns}
        rowId={(one) => one.id}
        before={
          <Flex gap={8}>
            <Select<RetentionTable>
              className="retention-table"
              aria-label={t('retention.field.table')}
              value={table}
              disabled={running}
              onChange={(value) => {
                run.reset();
                onTable(value);
              }}
              options={RETENTION_TABLES.map((value) => ({
                value,
                label: t('retention.tableDue', { table: t(`retention.table.${value}`), count: dueOf.get(value) ?? 0 }),
              }))}
            />
            <Button danger disabled={total === 0 || running} onClick={() => void purge()}>
              {t('retention.purge')}
            </Button>
          </Flex>
        }
        empty={{ title: t('retention.dueEmpty'), hint: t('retention.dueEmptyHint', { before }) }}
        foot={rows.length < total ? t('retention.cut', { shown: rows.length, total }) : undefined}
      />
    </>
  );
}
