// The inquiries of a round by department, with what is still missing, and the dialog for another one.
import { Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ComplaintRecord } from '../../../shared/contract/complaintRecord.ts';
import {
  INQUIRY_DEPARTMENTS,
  INQUIRY_METHODS,
  type InquiryDepartment,
  type InquiryMethod,
} from '../../../shared/contract/complaintWords.ts';
import { client } from '../../client.ts';
import { useFormat } from '../../format.ts';
import { InstantItem } from '../responses/InstantItem.tsx';
import { ActDialog } from './ActDialog.tsx';
import { PersonInput, useColleagues } from './PersonInput.tsx';
import { useCaseMark } from './useCaseMark.ts';
import { useComplaintAct } from './useComplaintAct.ts';
import { useRequired } from './useRequired.ts';

interface Values {
  readonly department: InquiryDepartment;
  readonly method: InquiryMethod;
  readonly at: string;
  readonly by: string;
  readonly finding: string;
  readonly fileIds?: string[];
}

export function InquiryLines({ record, round }: { readonly record: ComplaintRecord; readonly round: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  const ofCase = useCaseMark(record);
  const inquiries = record.inquiries.filter((one) => one.round === round);
  const captionsOf = (ids: readonly string[]): string[] =>
    record.files
      .filter(({ id }) => ids.includes(id))
      .map(({ kind, caption }) => caption || t(`complaintCase.files.kind.${kind}`));
  return (
    <ul>
      {INQUIRY_DEPARTMENTS.map((department) => {
        const of = inquiries.filter((one) => one.department === department);
        const name = t(`complaintCase.departments.${department}`);
        return of.length === 0 ? (
          <li key={department} className="case-line">
            {t('complaintCase.inquiry.missing', { department: name })}
          </li>
        ) : (
          of.map(({ id, method, at, by, recordedBy, finding, fileIds, ...one }) => (
            <li key={id} className="case-line">
              {ofCase(one)}
              <strong>{name}</strong> {[t(`complaintCase.method.${method}`), by, format.instant(at)].join(' · ')}
              <div>{finding}</div>
              {fileIds.length > 0 && (
                <div>
                  {t('complaintCase.inquiry.files', { files: captionsOf(fileIds).join(t('complaintCase.comma')) })}
                </div>
              )}
              <small>{t('complaintCase.notifyBy', { by: recordedBy })}</small>
            </li>
          ))
        );
      })}
    </ul>
  );
}

function InquiryDialog({ record, onClose }: { readonly record: ComplaintRecord; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const act = useComplaintAct(record);
  const required = useRequired();
  const missing = INQUIRY_DEPARTMENTS.find(
    (one) => !record.inquiries.some(({ department, round }) => department === one && round === record.round),
  );
  const [department, setDepartment] = useState<InquiryDepartment>(missing ?? 'customerService');
  const colleagues = useColleagues(record.id, { part: 'inquiry', department });
  const label = (key: 'department' | 'method' | 'at' | 'by' | 'finding' | 'files') => t(`complaintCase.field.${key}`);
  return (
    <ActDialog<Values>
      draft={{ record, form: 'inquiry' }}
      title={t('complaintCase.inquiry.add')}
      initial={{ department, method: 'interview', at: new Date().toISOString(), fileIds: [] }}
      onTyped={({ department: typed }) => typed && setDepartment(typed)}
      act={act}
      save={(seen, { by, ...values }) =>
        client.complaint.addInquiry({ ...seen, ...values, ...colleagues.given(by), fileIds: values.fileIds ?? [] })
      }
      onClose={onClose}
    >
      <Form.Item name="department" label={label('department')}>
        <Select
          options={INQUIRY_DEPARTMENTS.map((value) => ({ value, label: t(`complaintCase.departments.${value}`) }))}
        />
      </Form.Item>
      <Form.Item name="by" label={label('by')} extra={t('complaintCase.inquiry.byHint')} rules={required(label('by'))}>
        <PersonInput colleagues={colleagues} />
      </Form.Item>
      <Form.Item name="method" label={label('method')}>
        <Select options={INQUIRY_METHODS.map((value) => ({ value, label: t(`complaintCase.method.${value}`) }))} />
      </Form.Item>
      <Form.Item name="at" label={label('at')} rules={required(label('at'))}>
        <InstantItem />
      </Form.Item>
      <Form.Item name="finding" label={label('finding')} rules={required(label('finding'))}>
        <Input.TextArea rows={4} maxLength={3000} />
      </Form.Item>
      {record.files.length > 0 && (
        <Form.Item name="fileIds" label={label('files')}>
          <Select mode="multiple" options={record.files.map(({ id, caption }) => ({ value: id, label: caption }))} />
        </Form.Item>
      )}
    </ActDialog>
  );
}

export function AddInquiry({ record }: { readonly record: ComplaintRecord }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('complaintCase.inquiry.add')}</Button>
      {open && <InquiryDialog record={record} onClose={() => setOpen(false)} />}
    </>
  );
}
