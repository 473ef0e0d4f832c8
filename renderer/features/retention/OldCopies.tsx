// Copies of the data from before the last removal, which still hold what was removed: chosen, confirmed and deleted, after a backup
// that is newer.
import type { UseQueryResult } from '@tanstack/react-query';
import { Alert, App, Button } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OldCopy } from '../../../shared/contract/retention.ts';
import { api, client, queryClient } from '../../client.ts';
import { DataGrid, type Column } from '../../components/grid/DataGrid.tsx';
import { TaskProgress } from '../../components/task/TaskProgress.tsx';
import { useTask } from '../../components/task/useTask.ts';
import { useConfirm } from '../../components/useConfirm.tsx';
import { usePurgeStage } from './usePurgeStage.ts';

const KINDS = ['manual', 'daily', 'beforeMigration', 'beforeRestore'] as const;

export function OldCopies({ copies }: { readonly copies: UseQueryResult<OldCopy[]> }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const ask = useConfirm();
  const stage = usePurgeStage();
  const [left, setLeft] = useState<readonly string[]>([]);
  const run = useTask((signal, paths: string[]) =>
    client.retention.removeCopies({ paths, confirmed: true }, { signal }),
  );
  const columns = useMemo<readonly Column<OldCopy>[]>(
    () => [
      { key: 'at', kind: 'instant', header: t('retention.field.copiedAt'), value: (one) => one.at, width: 160 },
      {
        key: 'kind',
        kind: 'choice',
        header: t('retention.field.copy'),
        value: (one) => one.kind,
        options: KINDS.map((value) => ({ value, label: t(`retention.copy.${value}`) })),
        width: 208,
      },
      {
        key: 'path',
        kind: 'text',
        header: t('retention.field.path'),
        value: (one) => one.path,
        width: 360,
        grow: true,
      },
    ],
    [t],
  );
  const paths = (copies.data ?? []).map(({ path }) => path);
  const remove = async () => {
    const agreed = await ask.confirm({
      title: t('retention.copiesTitle', { count: paths.length }),
      text: t('retention.copiesText'),
      ok: t('retention.copiesRemove'),
      danger: true,
    });
    if (!agreed) return;
    setLeft([]);
    const done = await run.start(paths);
    await Promise.all([
      queryClient.invalidateQueries({ queryKey: api.retention.key() }),
      queryClient.invalidateQueries({ queryKey: api.backup.key() }),
    ]);
    if (!done) return;
    setLeft(done.left);
    void message.success(t('retention.copiesRemoved', { count: done.removed }));
    run.reset();
  };
  return (
    <>
      <p className="settings-note">{t('retention.copiesNote')}</p>
      <TaskProgress task={run} title={t('retention.copiesRemoving')} stage={stage} />
      {left.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={t('retention.copiesLeft', { count: left.length })}
          description={left.join('\n')}
        />
      )}
      <DataGrid<OldCopy>
        name="oldCopies"
        title={t('retention.view.copies')}
        query={copies}
        columns={columns}
        rowId={(one) => one.path}
        before={
          <Button danger disabled={paths.length === 0 || run.state.kind === 'running'} onClick={() => void remove()}>
            {t('retention.copiesRemove')}
          </Button>
        }
        empty={{ title: t('retention.copiesEmpty'), hint: t('retention.copiesEmptyHint') }}
      />
    </>
  );
}
