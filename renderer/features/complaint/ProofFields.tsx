// How somebody was told and what proves it: way, moment, words or a file of the case (Art. 21).
import { Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ComplaintFile } from '../../../shared/contract/complaintRecord.ts';
import { NOTICE_WAYS, type NoticeWay } from '../../../shared/contract/complaintWords.ts';
import { InstantItem } from '../responses/InstantItem.tsx';
import { useRequired } from './useRequired.ts';

export interface ProofValues {
  readonly way: NoticeWay;
  readonly at: string;
  readonly proof?: string;
  readonly fileId?: string | null;
}

/** As the contract takes it. */
export const proofOf = ({ way, at, proof = '', fileId = null }: ProofValues) => ({ way, at, proof, fileId });

export const freshProof = (): ProofValues => ({
  way: 'registeredMail',
  at: new Date().toISOString(),
  proof: '',
  fileId: null,
});

export interface ProofFieldsProps {
  readonly files: readonly ComplaintFile[];
  readonly label: string;
  /** The written answer is never told by phone. */
  readonly written?: boolean;
}

export function ProofFields({ files, label, written = false }: ProofFieldsProps) {
  const { t } = useTranslation();
  const required = useRequired();
  const ways = NOTICE_WAYS.filter((way) => !written || way !== 'phone');
  const at = t('complaintCase.field.at');
  return (
    <>
      <Form.Item
        name="proof"
        label={label}
        extra={t('complaintCase.notice.proofHint')}
        dependencies={['fileId']}
        rules={[
          ({ getFieldValue }) => ({
            validator: (_, words: string | undefined) =>
              (words ?? '').trim() !== '' || getFieldValue('fileId')
                ? Promise.resolve()
                : Promise.reject(new Error(t('complaintCase.notice.proofMissing'))),
          }),
        ]}
      >
        <Input maxLength={500} autoComplete="off" />
      </Form.Item>
      <Form.Item name="way" label={t('complaintCase.field.way')}>
        <Select options={ways.map((value) => ({ value, label: t(`complaint.way.${value}`) }))} />
      </Form.Item>
      <Form.Item name="at" label={at} rules={required(at)}>
        <InstantItem />
      </Form.Item>
      <Form.Item name="fileId" label={t('complaintCase.field.file')}>
        <Select
          allowClear
          options={files.map(({ id, caption, kind }) => ({
            value: id,
            label: caption || t(`complaintCase.files.kind.${kind}`),
          }))}
        />
      </Form.Item>
    </>
  );
}
