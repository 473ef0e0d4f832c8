// Evidence that comes with the complaint: chosen while it is registered, added to the case as soon as it is there.
import { CloseOutlined, PaperClipOutlined, UploadOutlined } from '@ant-design/icons';
import { Alert, Button, Form } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { COMPLAINT_FILES } from '../../../shared/contract/complaint.ts';
import { client } from '../../client.ts';
import { evidenceOf, type FileRefusal } from './files.ts';

/** A file that is read and not yet stored. */
export interface NewFile {
  readonly caption: string;
  readonly base64: string;
}

/** Adds them to the case, each with its own revision after the one before. */
export async function addFiles(seen: { id: string; revision: number }, files: readonly NewFile[]): Promise<void> {
  let { id, revision } = seen;
  for (const file of files) ({ id, revision } = await client.complaint.addFile({ id, revision, ...file }));
}

export interface RegistrationFilesProps {
  readonly files: readonly NewFile[];
  readonly onChange: (files: readonly NewFile[]) => void;
}

export function RegistrationFiles({ files, onChange }: RegistrationFilesProps) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const [refused, setRefused] = useState<{ readonly name: string; readonly why: FileRefusal } | null>(null);
  const take = async (chosen: readonly File[]) => {
    setRefused(null);
    const read: NewFile[] = [];
    for (const file of chosen) {
      const found = await evidenceOf(file);
      if (typeof found === 'string') setRefused({ name: file.name, why: found });
      else read.push({ caption: file.name.replace(/\.[^.]+$/, '').slice(0, 200), ...found });
    }
    onChange([...files, ...read].slice(0, COMPLAINT_FILES));
  };
  return (
    <Form.Item className="wide" label={t('complaintCase.field.files')}>
      {files.length > 0 && (
        <ul className="register-files">
          {files.map(({ caption }, at) => (
            <li key={`${caption} ${at}`}>
              <PaperClipOutlined aria-hidden /> {caption}
              <Button
                type="text"
                size="small"
                icon={<CloseOutlined aria-hidden />}
                aria-label={t('complaintCase.handle.remove', { number: at + 1 })}
                onClick={() => onChange(files.filter((_, other) => other !== at))}
              />
            </li>
          ))}
        </ul>
      )}
      {refused && <Alert type="error" showIcon title={`${refused.name}: ${t(`complaintCase.files.${refused.why}`)}`} />}
      <Button
        icon={<UploadOutlined aria-hidden />}
        disabled={files.length >= COMPLAINT_FILES}
        onClick={() => input.current?.click()}
      >
        {t('complaintCase.files.add')}
      </Button>
      <input
        ref={input}
        type="file"
        // antd shows file inputs of its forms, whatever a class says.
        style={{ display: 'none' }}
        tabIndex={-1}
        multiple
        accept="image/*,application/pdf"
        aria-label={t('complaintCase.files.add')}
        onChange={(event) => {
          const chosen = [...(event.target.files ?? [])];
          event.target.value = '';
          void take(chosen);
        }}
      />
    </Form.Item>
  );
}
