// Adds a photo or a PDF to the evidence of a case from where it is needed, without leaving what is being written.
import { UploadOutlined } from '@ant-design/icons';
import { Alert, Button } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ComplaintRecord } from '../../../shared/contract/complaintRecord.ts';
import { client } from '../../client.ts';
import { FailureAlert } from '../../components/FailureAlert.tsx';
import { evidenceOf, type FileRefusal } from './files.ts';
import { useComplaintAct } from './useComplaintAct.ts';

export interface AttachFileProps {
  readonly record: ComplaintRecord;
  readonly onAdded: (fileId: string) => void;
}

export function AttachFile({ record, onAdded }: AttachFileProps) {
  const { t } = useTranslation();
  const act = useComplaintAct(record);
  const input = useRef<HTMLInputElement>(null);
  const [refused, setRefused] = useState<FileRefusal | null>(null);
  const take = async (file: File) => {
    const read = await evidenceOf(file);
    setRefused(typeof read === 'string' ? read : null);
    if (typeof read === 'string') return;
    const caption = file.name.replace(/\.[^.]+$/, '').slice(0, 200);
    let id = '';
    const saved = await act.run(async (seen) => {
      id = (await client.complaint.addFile({ ...seen, caption, ...read })).file.id;
    });
    if (saved) onAdded(id);
  };
  return (
    <>
      <Button icon={<UploadOutlined />} loading={act.pending} onClick={() => input.current?.click()}>
        {t('complaintDesk.file.attach')}
      </Button>
      <input
        ref={input}
        type="file"
        // antd shows file inputs of its forms, whatever a class says.
        style={{ display: 'none' }}
        tabIndex={-1}
        accept="image/*,application/pdf"
        aria-label={t('complaintDesk.file.attach')}
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = '';
          if (file) void take(file);
        }}
      />
      {refused && <Alert type="error" showIcon title={t(`complaintCase.files.${refused}`)} />}
      <FailureAlert error={act.error} />
    </>
  );
}
