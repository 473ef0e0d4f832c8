// Corrects the registration until it is classified. Who complains is shown plain after a logged look alone; without one the people
// stay as they are. Cases of the same matter are looked for again.
import { useMutation, useQuery } from '@tanstack/react-query';
import { Button, Form, Input, Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ComplaintRecord } from '../../../shared/contract/complaintRecord.ts';
import {
  COMPLAINT_CATEGORIES,
  COMPLAINT_CHANNELS,
  SUBCLASSES_OF,
  type ComplaintCategory,
  type ComplaintChannel,
  type ComplaintSubclass,
} from '../../../shared/contract/complaintWords.ts';
import { api, client } from '../../client.ts';
import { FailureAlert } from '../../components/FailureAlert.tsx';
import { useConfirm } from '../../components/useConfirm.tsx';
import { AgentSelect } from '../people/AgentSelect.tsx';
import { BranchSelect } from '../people/BranchSelect.tsx';
import { InstantItem } from '../responses/InstantItem.tsx';
import { ActDialog } from './ActDialog.tsx';
import { PeopleInputs } from './PeopleInputs.tsx';
import type { Registration } from './registration.ts';
import { useComplaintAct } from './useComplaintAct.ts';
import { useRequired } from './useRequired.ts';

interface Values {
  readonly reason: string;
  readonly channel: ComplaintChannel;
  readonly receivedAt: string;
  readonly agentId?: string | null;
  readonly branchId?: string | null;
  readonly content: string;
  readonly category: ComplaintCategory;
  readonly subclass?: ComplaintSubclass | null;
  readonly subjectIds: string[];
}

interface PeopleProps {
  readonly record: ComplaintRecord;
  readonly people: Registration['people'] | null;
  readonly onChange: (people: Registration['people']) => void;
}

/** Those of this case, masked until they are looked at with a reason. */
function People({ record, people, onChange }: PeopleProps) {
  const { t } = useTranslation();
  const ask = useConfirm();
  const reveal = useMutation(
    api.complaint.reveal.mutationOptions({
      onSuccess: (found) =>
        onChange(
          found.filter(({ complaintId }) => complaintId === record.id).map(({ name, contact }) => ({ name, contact })),
        ),
    }),
  );
  const look = async () => {
    const reason = await ask.reason({
      title: t('complaintCase.amend.people'),
      text: t('complaintCase.reveal.text'),
      label: t('complaintCase.reveal.reason'),
      ok: t('complaintCase.reveal.button'),
      maxLength: 200,
    });
    if (reason !== null) reveal.mutate({ id: record.id, reason });
  };
  if (people !== null) return <PeopleInputs people={people} onChange={onChange} />;
  const own = record.people.filter(({ complaintId }) => complaintId === record.id);
  return (
    <Form.Item label={t('complaint.form.people')}>
      <FailureAlert error={reveal.error} />
      <span>
        {own.map(({ name, contact }) => [name, contact].filter(Boolean).join(' ')).join(' / ') ||
          t('complaintCase.anonymous')}{' '}
      </span>
      {record.mayReveal && (
        <Button size="small" loading={reveal.isPending} onClick={() => void look()}>
          {t('complaintCase.amend.people')}
        </Button>
      )}
    </Form.Item>
  );
}

/** Cases that may be the same matter once it is corrected so. */
function Alike({
  record,
  agentId,
  content,
}: Pick<ComplaintRecord, 'agentId' | 'content'> & { readonly record: ComplaintRecord }) {
  const { t } = useTranslation();
  const { receivedAt, id } = record;
  const settled = useDeferredValue(content);
  const found = useQuery({
    ...api.complaint.candidates.queryOptions({
      input: { contacts: [], agentId, content: settled, receivedAt, exceptId: id },
    }),
    placeholderData: (before) => before,
  });
  const numbers = (found.data ?? []).map(({ row }) => row.number);
  return (
    <p className="case-dialog-text" role="status">
      {numbers.length === 0
        ? t('complaint.form.duplicatesNone')
        : t('complaintCase.amend.alike', { numbers: numbers.join(t('complaint.clocks.comma')) })}
    </p>
  );
}

export interface AmendDialogProps {
  readonly record: ComplaintRecord;
  readonly onClose: () => void;
}

export function AmendDialog({ record, onClose }: AmendDialogProps) {
  const { t } = useTranslation();
  const act = useComplaintAct(record);
  const required = useRequired();
  const accounts = useQuery(api.complaint.people.queryOptions());
  const [people, setPeople] = useState<Registration['people'] | null>(null);
  // What the form holds, which may be what was typed before it was left.
  const [typed, setTyped] = useState<Partial<Values>>({});
  const category = typed.category ?? record.category;
  const agentId = typed.agentId === undefined ? record.agentId : typed.agentId;
  const { agentName, employeeNumber } = record;
  const subclasses = SUBCLASSES_OF[category];
  const label = (
    key: 'channel' | 'receivedAt' | 'agent' | 'branch' | 'content' | 'category' | 'subclass' | 'subjects',
  ) => t(`complaint.field.${key}`);
  const reason = t('complaintCase.field.reason');
  return (
    <ActDialog<Values>
      draft={{ record, form: 'amend' }}
      title={t('complaintCase.act.amend')}
      text={t('complaintCase.amend.text')}
      initial={{
        ...{ channel: record.channel, receivedAt: record.receivedAt, agentId: record.agentId },
        ...{ branchId: record.branchId, content: record.content, category: record.category },
        ...{ subclass: record.subclass, subjectIds: record.subjects.map(({ userId }) => userId) },
      }}
      act={act}
      onTyped={(values) => setTyped(values)}
      save={(seen, { reason: why, ...fields }) =>
        client.complaint.amend({
          ...seen,
          reason: why,
          fields: {
            ...fields,
            agentId: fields.agentId ?? null,
            branchId: fields.branchId ?? null,
            subclass: subclasses.length > 0 ? (fields.subclass ?? null) : null,
            people: people === null ? null : [...people],
          },
        })
      }
      onClose={onClose}
    >
      <Form.Item name="reason" label={reason} rules={required(reason)}>
        <Input maxLength={500} autoComplete="off" />
      </Form.Item>
      <Form.Item name="channel" label={label('channel')}>
        <Select options={COMPLAINT_CHANNELS.map((value) => ({ value, label: t(`complaint.channel.${value}`) }))} />
      </Form.Item>
      <Form.Item name="receivedAt" label={label('receivedAt')} rules={required(label('receivedAt'))}>
        <InstantItem />
      </Form.Item>
      <Form.Item name="agentId" label={label('agent')}>
        <AgentSelect
          {...(record.agentId === null
            ? {}
            : { known: { id: record.agentId, label: `${agentName} · ${employeeNumber}` } })}
        />
      </Form.Item>
      <Form.Item name="branchId" label={label('branch')} extra={t('complaint.form.branchHint')}>
        <BranchSelect />
      </Form.Item>
      <People record={record} people={people} onChange={setPeople} />
      <Form.Item name="content" label={label('content')} rules={required(label('content'))}>
        <Input.TextArea rows={4} maxLength={4000} />
      </Form.Item>
      <Alike record={record} agentId={agentId} content={typed.content ?? record.content} />
      <Form.Item name="category" label={label('category')}>
        <Select options={COMPLAINT_CATEGORIES.map((value) => ({ value, label: t(`complaint.category.${value}`) }))} />
      </Form.Item>
      {subclasses.length > 0 && (
        <Form.Item
          name="subclass"
          label={label('subclass')}
          rules={[
            ...required(label('subclass')),
            {
              enum: [...subclasses],
              type: 'enum' as const,
              message: t('complaintCase.required', { label: label('subclass') }),
            },
          ]}
        >
          <Select options={subclasses.map((value) => ({ value, label: t(`complaint.subclass.${value}`) }))} />
        </Form.Item>
      )}
      <Form.Item name="subjectIds" label={label('subjects')} extra={t('complaint.form.subjectsHint')}>
        <Select
          mode="multiple"
          showSearch={{ optionFilterProp: 'label' }}
          options={(accounts.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Form.Item>
    </ActDialog>
  );
}
