// How somebody was told and what proves it: way, moment, words or a file of the case (Art. 21).
import { Flex, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ComplaintRecord } from '../../../shared/contract/complaintRecord.ts';
import { NOTICE_WAYS, type NoticeWay } from '../../../shared/contract/complaintWords.ts';
import { InstantItem } from '../responses/InstantItem.tsx';
import { AttachFile } from './AttachFile.tsx';
import { useRequired } from './useRequired.ts';

export interface ProofValues {
  readonly way: NoticeWay;
  readonly at: string;
  readonly proof?: string;
  readonly fileId?: string | null;
}

/** As the contract takes it. */
export const proofOf = ({ way, at, proof = '', fileId = null }: ProofValues) => ({ way, at, proof, fileId });

export const freshProof = (way: NoticeWay = 'registeredMail'): ProofValues => ({
  way,
  at: new Date().toISOString(),
  proof: '',
  fileId: null,
});

export interface ProofFieldsProps {
  readonly record: ComplaintRecord;
  readonly label: string;
  /** A withdrawal comes in; all else goes out. */
  readonly withdrawn?: boolean;
  /** The written answer is never told by phone. */
  readonly written?: boolean;
  /** Where a form asks for several proofs: the name of this one. */
  readonly of?: readonly string[];
}

export function ProofFields({ record, label, withdrawn = false, written = false, of = [] }: ProofFieldsProps) {
  const { t } = useTranslation();
  const required = useRequired();
  const form = Form.useFormInstance();
  const fileField = [...of, 'fileId'];
  const ways = NOTICE_WAYS.filter((way) => !written || way !== 'phone');
  const at = t('complaintCase.field.at');
  return (
    <>
      <Form.Item
        name={[...of, 'proof']}
        label={label}
        extra={t(withdrawn ? 'complaintDesk.withdrawal.hint' : 'complaintCase.notice.proofHint')}
        dependencies={[fileField]}
        rules={[
          ({ getFieldValue }) => ({
            validator: (_, words: string | undefined) =>
              (words ?? '').trim() !== '' || getFieldValue(fileField)
                ? Promise.resolve()
                : Promise.reject(new Error(t('complaintCase.notice.proofMissing'))),
          }),
        ]}
      >
        <Input maxLength={500} autoComplete="off" />
      </Form.Item>
      <Form.Item name={[...of, 'way']} label={t(withdrawn ? 'complaintDesk.withdrawal.by' : 'complaintCase.field.way')}>
        <Select
          options={ways.map((value) => ({
            value,
            label: t(withdrawn ? `complaintDesk.withdrawal.way.${value}` : `complaint.way.${value}`),
          }))}
        />
      </Form.Item>
      <Form.Item name={[...of, 'at']} label={at} rules={required(at)}>
        <InstantItem />
      </Form.Item>
      <Form.Item label={t('complaintCase.field.file')} htmlFor={fileField.join('-')}>
        <Flex gap={8} wrap>
          <Form.Item name={fileField} noStyle>
            <Select
              id={fileField.join('-')}
              className="case-proof-file"
              allowClear
              placeholder={t('complaintDesk.file.none')}
              options={record.files.map(({ id, caption, kind }) => ({
                value: id,
                label: caption || t(`complaintCase.files.kind.${kind}`),
              }))}
            />
          </Form.Item>
          <AttachFile
            record={record}
            onAdded={(fileId) => {
              form.setFieldValue(fileField, fileId);
              void form.validateFields([[...of, 'proof']]);
            }}
          />
        </Flex>
      </Form.Item>
    </>
  );
}
