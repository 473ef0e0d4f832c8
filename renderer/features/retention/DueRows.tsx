// What a removal would take from one table, and the removal itself: only what was listed goes, after it was asked for.
import { useMutation, useQuery } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { DueRow, RetentionTable } from '../../../shared/contract/retention.ts';
import { api, queryClient } from '../../client.ts';
import { FailureAlert } from '../../components/FailureAlert.tsx';
import { DataGrid, type Column } from '../../components/grid/DataGrid.tsx';
import { useConfirm } from '../../components/useConfirm.tsx';

export function DueRows({ table }: { readonly table: RetentionTable }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const ask = useConfirm();
  const due = useQuery(api.retention.due.queryOptions({ input: { table } }));
  const run = useMutation(
    api.retention.run.mutationOptions({
      // Names stand on many screens.
      onSettled: () => queryClient.invalidateQueries(),
      onSuccess: ({ rows }) => void message.success(t('retention.purged', { count: rows })),
    }),
  );
  const columns = useMemo<readonly Column<DueRow>[]>(
    () => [
      { key: 'label', kind: 'text', header: t('retention.field.label'), value: (one) => one.label, width: 160 },
      { key: 'usedOn', kind: 'day', header: t('retention.field.usedOn'), value: (one) => one.usedOn, width: 128 },
      { key: 'names', kind: 'integer', header: t('retention.field.names'), value: (one) => one.names, width: 160 },
      { key: 'texts', kind: 'integer', header: t('retention.field.texts'), value: (one) => one.texts, width: 112 },
      { key: 'files', kind: 'integer', header: t('retention.field.files'), value: (one) => one.files, width: 112 },
    ],
    [t],
  );
  const name = t(`retention.table.${table}`);
  const { rows = [], total = 0, before = '', digest = '' } = due.data ?? {};
  const purge = async () => {
    const agreed = await ask.confirm({
      title: t('retention.purgeTitle', { count: total }),
      text: t('retention.purgeText', { table: name }),
      ok: t('retention.purge'),
      danger: true,
    });
    if (agreed) run.mutate({ table, digest, confirmed: true });
  };
  return (
    <>
      <FailureAlert error={run.error} />
      <DataGrid<DueRow>
        name="retentionDue"
        title={t('retention.dueOf', { table: name })}
        query={{ ...due, data: due.data?.rows }}
        columns={columns}
        rowId={(one) => one.id}
        before={
          <Button danger disabled={total === 0} loading={run.isPending} onClick={() => void purge()}>
            {t('retention.purge')}
          </Button>
        }
        empty={{ title: t('retention.dueEmpty'), hint: t('retention.dueEmptyHint', { before }) }}
        foot={rows.length < total ? t('retention.cut', { shown: rows.length, total }) : undefined}
      />
    </>
  );
}
