// Settings › backup: the folder, a backup by hand with progress, what there is, and the way back.
import { useMutation, useQuery } from '@tanstack/react-query';
import { Alert, App, Button, Flex, Typography } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Backup } from '../../../shared/contract/settings.ts';
import { api, client, queryClient } from '../../client.ts';
import { DataGrid, type Column } from '../../components/grid/DataGrid.tsx';
import { TaskProgress } from '../../components/task/TaskProgress.tsx';
import { useTask } from '../../components/task/useTask.ts';
import { FailureAlert } from '../../components/FailureAlert.tsx';
import { bytes } from '../../format.ts';
import { RestoreBackup } from './RestoreBackup.tsx';
import { useBackupStage } from './useBackupStage.ts';

const fileName = (path: string): string => path.split(/[\\/]/).at(-1) ?? path;

export function BackupSettings() {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const stage = useBackupStage();
  const list = useQuery(api.backup.list.queryOptions());
  const readAgain = () => queryClient.invalidateQueries({ queryKey: api.backup.key() });
  const choose = useMutation(api.backup.chooseFolder.mutationOptions({ onSuccess: readAgain }));
  const run = useTask((signal) => client.backup.run(undefined, { signal }));
  const folder = list.data?.folder ?? null;
  const running = run.state.kind === 'running';
  const missing = list.data?.backups[0]?.missing ?? 0;

  const columns = useMemo<readonly Column<Backup>[]>(
    () => [
      { key: 'at', kind: 'instant', header: t('settings.backup.at'), value: (one) => one.at, width: 160, sort: 'desc' },
      {
        key: 'kind',
        kind: 'choice',
        header: t('settings.backup.kind'),
        value: (one) => one.kind,
        options: (['manual', 'daily', 'beforeMigration'] as const).map((value) => ({
          value,
          label: t(`settings.backup.kinds.${value}`),
        })),
        width: 120,
      },
      {
        key: 'size',
        kind: 'integer',
        header: t('settings.backup.size'),
        value: (one) => one.bytes,
        cell: (one) => bytes(one.bytes),
        width: 112,
      },
      {
        key: 'evidence',
        kind: 'integer',
        header: t('settings.backup.evidence'),
        value: (one) => one.evidenceFiles,
        width: 128,
      },
      {
        key: 'missing',
        kind: 'integer',
        header: t('settings.backup.missing'),
        value: (one) => one.missing,
        width: 128,
      },
      {
        key: 'path',
        kind: 'text',
        header: t('settings.backup.file'),
        value: (one) => one.path,
        width: 320,
        grow: true,
      },
    ],
    [t],
  );

  const start = async () => {
    const made = await run.start();
    if (!made) return;
    await readAgain();
    void message.success(t('settings.backup.done', { file: fileName(made.path) }));
    run.reset();
  };
  return (
    <Flex vertical gap={12} className="settings-fill">
      <section className="panel">
        <Flex gap={16} align="center" wrap>
          <div className="settings-folder">
            <h2>{t('settings.backup.folder')}</h2>
            {folder === null ? (
              <Alert type="warning" showIcon title={t('settings.backup.noFolder')} />
            ) : (
              <Typography.Text copyable={{ text: folder }}>{folder}</Typography.Text>
            )}
            <p className="settings-note">{t('settings.backup.daily')}</p>
          </div>
          <Flex gap={8} className="page-actions">
            <Button onClick={() => choose.mutate(undefined)} loading={choose.isPending} disabled={running}>
              {folder === null ? t('settings.backup.choose') : t('settings.backup.change')}
            </Button>
            <Button type="primary" onClick={() => void start()} disabled={folder === null || running}>
              {t('settings.backup.run')}
            </Button>
            <RestoreBackup disabled={running} />
          </Flex>
        </Flex>
        <FailureAlert error={choose.error} />
        {missing > 0 && (
          <Alert
            className="failure"
            type="warning"
            showIcon
            title={t('settings.backup.missingTitle', { count: missing })}
            description={t('settings.backup.missingHint')}
          />
        )}
        <TaskProgress task={run} title={t('settings.backup.running')} stage={stage} />
      </section>
      <DataGrid<Backup>
        name="backups"
        title={t('settings.backup.list')}
        query={{ ...list, data: list.data?.backups }}
        columns={columns}
        rowId={(one) => one.path}
        empty={{ title: t('settings.backup.empty'), hint: t('settings.backup.emptyHint') }}
      />
    </Flex>
  );
}
