// Going back to a backup: a warning that says what it costs, then the person picks the file; everyone signs in anew after it.
import { Alert, App, Button, Flex, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, client, queryClient } from '../../client.ts';
import { TaskProgress } from '../../components/task/TaskProgress.tsx';
import { useTask } from '../../components/task/useTask.ts';
import { useBackupStage } from './useBackupStage.ts';

export function RestoreBackup({ disabled }: { readonly disabled: boolean }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [open, setOpen] = useState(false);
  const stage = useBackupStage();
  const task = useTask((signal) => client.backup.restore(undefined, { signal }));
  const running = task.state.kind === 'running';
  const close = () => {
    // A restore that failed at its very end has signed everyone out.
    if (task.state.kind === 'failed') void queryClient.invalidateQueries({ queryKey: api.account.state.key() });
    task.reset();
    setOpen(false);
  };
  const start = async () => {
    const result = await task.start();
    if (!result) return;
    close();
    if (result.restored) {
      void message.success(t('settings.backup.restoreDone'), 6);
      await queryClient.invalidateQueries({ queryKey: api.account.state.key() });
    } else void message.info(t('settings.backup.restoreNone'));
  };
  return (
    <>
      <Button danger disabled={disabled} onClick={() => setOpen(true)}>
        {t('settings.backup.restore')}
      </Button>
      <Modal
        open={open}
        title={t('settings.backup.restoreTitle')}
        closable={!running}
        mask={{ closable: false }}
        keyboard={!running}
        onCancel={close}
        footer={
          running ? null : (
            <Flex gap={8} justify="end">
              <Button onClick={close}>{t('frame.cancel')}</Button>
              <Button danger type="primary" onClick={() => void start()}>
                {t('settings.backup.restoreConfirm')}
              </Button>
            </Flex>
          )
        }
      >
        <Flex vertical gap={12}>
          <Alert type="warning" showIcon title={t('settings.backup.restoreHint')} />
          <TaskProgress task={task} title={t('settings.backup.restoring')} stage={stage} />
        </Flex>
      </Modal>
    </>
  );
}
