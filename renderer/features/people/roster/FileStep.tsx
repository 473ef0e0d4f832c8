// Step 1: pick the workbook, or get an empty one.
import { DownloadOutlined, FolderOpenOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { App, Button, Flex, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import type { RosterFile } from '../../../../shared/contract/roster.ts';
import { api, client } from '../../../client.ts';
import { FailureAlert } from '../../../components/FailureAlert.tsx';
import { TaskProgress } from '../../../components/task/TaskProgress.tsx';
import { useTask } from '../../../components/task/useTask.ts';
import { stageWord } from './stageWord.ts';

export function FileStep({ onFile }: { readonly onFile: (file: RosterFile) => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const open = useTask((signal) => client.roster.open(undefined, { signal }));
  const template = useMutation(
    api.roster.template.mutationOptions({
      onSuccess: ({ path }) => {
        if (path !== null) void message.success(t('people.roster.templateSaved', { path }));
      },
    }),
  );
  const pick = async () => {
    const file = await open.start();
    if (file) onFile(file);
    else if (file === null) open.reset();
  };
  return (
    <div className="panel roster-file">
      <Typography.Paragraph>{t('people.roster.fileHint')}</Typography.Paragraph>
      <FailureAlert error={template.error} />
      <Flex vertical gap={12}>
        <Flex gap={8}>
          <Button
            type="primary"
            autoFocus
            icon={<FolderOpenOutlined />}
            disabled={open.state.kind === 'running'}
            onClick={() => void pick()}
          >
            {t('people.roster.pick')}
          </Button>
          <Button icon={<DownloadOutlined />} loading={template.isPending} onClick={() => template.mutate(undefined)}>
            {t('people.roster.template')}
          </Button>
        </Flex>
        <TaskProgress task={open} title={t('people.roster.opening')} stage={(name) => stageWord(t, name)} />
      </Flex>
    </div>
  );
}
