// Where an exported workbook is and what its digest is, with the ways to it: open, folder, copy.
import { CopyOutlined, FileExcelOutlined, FolderOpenOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { App, Button, Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ExportRecord } from '../../../shared/contract/exports.ts';
import { api } from '../../client.ts';
import { copyText } from '../../components/copyText.ts';
import { FailureAlert } from '../../components/FailureAlert.tsx';

export interface ExportFactsProps {
  readonly record: ExportRecord;
  /** Puts the keyboard on the first button. */
  readonly focus?: boolean;
}

export function ExportFacts({ record, focus = false }: ExportFactsProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const open = useMutation(api.report.open.mutationOptions());
  const copy = async (text: string) => {
    if (await copyText(text)) void message.success(t('frame.copied'));
    else void message.error(t('frame.copyFailed'));
  };
  return (
    <>
      <dl className="report-facts">
        <dt>{t('report.export.path')}</dt>
        <dd className="report-path">{record.path}</dd>
        {record.digest !== null && (
          <>
            <dt>{t('report.export.digest')}</dt>
            <dd className="report-digest">{record.digest}</dd>
          </>
        )}
      </dl>
      <Flex gap={8} wrap>
        <Button
          autoFocus={focus}
          icon={<FileExcelOutlined />}
          onClick={() => open.mutate({ exportId: record.id, what: 'file' })}
        >
          {t('report.export.openFile')}
        </Button>
        <Button icon={<FolderOpenOutlined />} onClick={() => open.mutate({ exportId: record.id, what: 'folder' })}>
          {t('report.export.openFolder')}
        </Button>
        <Button icon={<CopyOutlined />} onClick={() => void copy(record.path)}>
          {t('report.export.copyPath')}
        </Button>
        {record.digest !== null && (
          <Button icon={<CopyOutlined />} onClick={() => void copy(record.digest ?? '')}>
            {t('report.export.copyDigest')}
          </Button>
        )}
      </Flex>
      <FailureAlert error={open.error} />
    </>
  );
}
