// Step 1: pick the workbook, or get an empty one where the import offers it.
import { DownloadOutlined, FolderOpenOutlined } from '@ant-design/icons';
import { Button, Flex, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { FailureAlert } from '../FailureAlert.tsx';
import { TaskProgress } from '../task/TaskProgress.tsx';
import type { Task } from '../task/useTask.ts';
import { stageWord } from './stageWord.ts';

export interface FileStepProps<File> {
  /** What the import accepts and does. */
  readonly hint: string;
  readonly open: Task<void, File | null>;
  readonly onFile: (file: File) => void;
  readonly template: { readonly error: unknown; readonly isPending: boolean; readonly write: () => void };
}

export function FileStep<File>({ hint, open, onFile, template }: FileStepProps<File>) {
  const { t } = useTranslation();
  const pick = async () => {
    const file = await open.start();
    if (file) onFile(file);
    else if (file === null) open.reset();
  };
  return (
    <div className="panel import-file">
      <Typography.Paragraph>{hint}</Typography.Paragraph>
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
            {t('sheetImport.pick')}
          </Button>
          <Button icon={<DownloadOutlined />} loading={template.isPending} onClick={template.write}>
            {t('sheetImport.template')}
          </Button>
        </Flex>
        <TaskProgress task={open} title={t('sheetImport.opening')} stage={(name) => stageWord(t, name)} />
      </Flex>
    </div>
  );
}
