// On a new computer: instead of setting up anew, a backup is restored, and its users sign in.
import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, client, queryClient } from '../../client.ts';
import { TaskProgress } from '../../components/task/TaskProgress.tsx';
import { useTask } from '../../components/task/useTask.ts';
import { useBackupStage } from '../settings/useBackupStage.ts';

export function RestoreInstead({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const stage = useBackupStage();
  const task = useTask((signal) => client.account.restoreBackup(undefined, { signal }));
  const start = async () => {
    const result = await task.start();
    if (!result) return;
    if (!result.restored) {
      task.reset();
      return;
    }
    await queryClient.invalidateQueries({ queryKey: api.account.state.key() });
    void message.success(t('account.firstRun.restoreDone'), 6);
    onDone();
  };
  return (
    <section className="entry-instead">
      <p className="entry-hint">{t('account.firstRun.restoreHint')}</p>
      {task.state.kind === 'running' ? null : (
        <Button block onClick={() => void start()}>
          {t('account.firstRun.restore')}
        </Button>
      )}
      <TaskProgress task={task} title={t('account.firstRun.restoring')} stage={stage} />
    </section>
  );
}
