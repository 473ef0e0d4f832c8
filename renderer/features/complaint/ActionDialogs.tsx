// The dialogs of what is done to a case beside its steps: assignment, recusal, terms, pauses, new facts, joining, withdrawal.
import { Checkbox, Form, Input, Select } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { PAUSE_KINDS, type PauseKind } from '../../../shared/contract/complaintClocks.ts';
import type { ComplaintRecord } from '../../../shared/contract/complaintRecord.ts';
import { api, client } from '../../client.ts';
import { DayInput } from '../../components/DayInput.tsx';
import { useToday } from '../people/useToday.ts';
import { InstantItem } from '../responses/InstantItem.tsx';
import { ActDialog } from './ActDialog.tsx';
import { AmendDialog } from './AmendDialog.tsx';
import { HandlerSelect } from './HandlerSelect.tsx';
import { freshProof, ProofFields, proofOf, type ProofValues } from './ProofFields.tsx';
import { useComplaintAct } from './useComplaintAct.ts';
import { useRequired } from './useRequired.ts';

export type Action =
  | 'assign'
  | 'interest'
  | 'amend'
  | 'join'
  | 'separate'
  | 'complex'
  | 'extend'
  | 'pause'
  | 'resume'
  | 'newFacts'
  | 'withdraw';

export interface ActionProps {
  readonly record: ComplaintRecord;
  readonly onClose: () => void;
}

function ReasonItem() {
  const { t } = useTranslation();
  const required = useRequired();
  const label = t('complaintCase.field.reason');
  return (
    <Form.Item name="reason" label={label} rules={required(label)}>
      <Input.TextArea rows={3} maxLength={500} />
    </Form.Item>
  );
}

function Assign({ record, onClose }: ActionProps) {
  const { t } = useTranslation();
  const act = useComplaintAct(record);
  const required = useRequired();
  const label = t('complaintCase.field.handler');
  return (
    <ActDialog<{ handlerId: string; reason: string }>
      title={t('complaintCase.act.assign')}
      act={act}
      save={(seen, { handlerId, reason }) => client.complaint.assign({ ...seen, handlerId, reason, noInterest: true })}
      onClose={onClose}
    >
      <Form.Item name="handlerId" label={label} rules={required(label)}>
        <HandlerSelect caseId={record.id} />
      </Form.Item>
      <Form.Item
        name="noInterest"
        valuePropName="checked"
        rules={[
          {
            validator: (_, said: boolean | undefined) =>
              said === true
                ? Promise.resolve()
                : Promise.reject(new Error(t('complaintCase.accept.noInterestMissing'))),
          },
        ]}
      >
        <Checkbox>{t('complaintCase.accept.noInterest')}</Checkbox>
      </Form.Item>
      <ReasonItem />
    </ActDialog>
  );
}

function Interest({ record, onClose }: ActionProps) {
  const { t } = useTranslation();
  const act = useComplaintAct(record);
  const required = useRequired();
  const people = useQuery(api.complaint.people.queryOptions());
  const label = t('complaintCase.field.person');
  return (
    <ActDialog<{ userId: string; reason: string }>
      title={t('complaintCase.act.interest')}
      act={act}
      save={(seen, values) => client.complaint.declareInterest({ ...seen, ...values })}
      onClose={onClose}
    >
      <Form.Item name="userId" label={label} rules={required(label)}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={(people.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Form.Item>
      <ReasonItem />
    </ActDialog>
  );
}

function Join({ record, onClose }: ActionProps) {
  const { t } = useTranslation();
  const act = useComplaintAct(record);
  const required = useRequired();
  const { content, agentId, receivedAt, id } = record;
  const found = useQuery(
    api.complaint.candidates.queryOptions({ input: { contacts: [], agentId, content, receivedAt, exceptId: id } }),
  );
  const label = t('complaintCase.field.toCase');
  return (
    <ActDialog<{ toId: string; reason: string }>
      title={t('complaintCase.act.join')}
      act={act}
      save={(seen, values) => client.complaint.join({ ...seen, ...values })}
      onClose={onClose}
    >
      <Form.Item name="toId" label={label} rules={required(label)}>
        <Select
          loading={found.isPending}
          showSearch={{ optionFilterProp: 'label' }}
          notFoundContent={t('complaint.form.duplicatesNone')}
          options={(found.data ?? []).map(({ row }) => ({ value: row.id, label: `${row.number} ${row.content}` }))}
        />
      </Form.Item>
      <ReasonItem />
    </ActDialog>
  );
}

function Reason({ record, onClose, action }: ActionProps & { readonly action: 'separate' | 'complex' }) {
  const { t } = useTranslation();
  const act = useComplaintAct(record);
  return (
    <ActDialog<{ reason: string }>
      title={t(`complaintCase.act.${action}`)}
      {...(action === 'complex' ? { text: t('complaintCase.terms.complexText') } : {})}
      act={act}
      save={(seen, { reason }) =>
        action === 'complex'
          ? client.complaint.markComplex({ ...seen, reason })
          : client.complaint.separate({ ...seen, reason })
      }
      onClose={onClose}
    >
      <ReasonItem />
    </ActDialog>
  );
}

type Extension = ProofValues & { readonly reason: string; readonly others?: Readonly<Record<string, ProofValues>> };

function Extend({ record, onClose }: ActionProps) {
  const { t } = useTranslation();
  const act = useComplaintAct(record);
  const others = record.joinedCases.filter(({ id }) => record.people.some(({ complaintId }) => complaintId === id));
  const label = t('complaintCase.field.proof');
  return (
    <ActDialog<Extension>
      draft={{ record, form: 'extend' }}
      title={t('complaintCase.act.extend')}
      text={t('complaintCase.terms.extendText')}
      initial={{ ...freshProof(), others: Object.fromEntries(others.map(({ id }) => [id, freshProof()])) }}
      act={act}
      save={(seen, { reason, others: told = {}, ...proof }) =>
        client.complaint.extend({
          ...{ ...seen, reason, ...proofOf(proof) },
          others: others.map(({ id }) => ({ complaintId: id, ...proofOf(told[id] ?? freshProof()) })),
        })
      }
      onClose={onClose}
    >
      <ReasonItem />
      <ProofFields record={record} label={others.length === 0 ? label : `${label} · ${record.number}`} />
      {others.map(({ id, number }) => (
        <ProofFields key={id} of={['others', id]} record={record} label={`${label} · ${number}`} />
      ))}
    </ActDialog>
  );
}

function Pause({ record, onClose }: ActionProps) {
  const { t } = useTranslation();
  const act = useComplaintAct(record);
  const required = useRequired();
  const today = useToday();
  const label = t('complaintCase.field.day');
  return (
    <ActDialog<{ kind: PauseKind; from: string; reason: string }>
      title={t('complaintCase.act.pause')}
      text={t('complaintCase.terms.pauseText')}
      initial={{ kind: 'appraisal', from: today }}
      act={act}
      save={(seen, values) => client.complaint.pause({ ...seen, ...values })}
      onClose={onClose}
    >
      <Form.Item name="kind" label={t('complaintCase.field.kind')}>
        <Select options={PAUSE_KINDS.map((value) => ({ value, label: t(`complaint.pauseKind.${value}`) }))} />
      </Form.Item>
      <Form.Item name="from" label={label} rules={required(label)}>
        <DayInput max={today} allowClear={false} />
      </Form.Item>
      <ReasonItem />
    </ActDialog>
  );
}

function Resume({ record, onClose }: ActionProps) {
  const { t } = useTranslation();
  const act = useComplaintAct(record);
  const required = useRequired();
  const today = useToday();
  const label = t('complaintCase.field.until');
  return (
    <ActDialog<{ until: string }>
      title={t('complaintCase.act.resume')}
      initial={{ until: today }}
      act={act}
      save={(seen, { until }) => client.complaint.resume({ ...seen, until })}
      onClose={onClose}
    >
      <Form.Item name="until" label={label} rules={required(label)}>
        <DayInput max={today} allowClear={false} />
      </Form.Item>
    </ActDialog>
  );
}

function NewFacts({ record, onClose }: ActionProps) {
  const { t } = useTranslation();
  const act = useComplaintAct(record);
  const required = useRequired();
  const label = t('complaintCase.field.at');
  return (
    <ActDialog<{ at: string; reason: string }>
      draft={{ record, form: 'newFacts' }}
      title={t('complaintCase.act.newFacts')}
      text={t('complaintCase.terms.newFactsText')}
      initial={{ at: new Date().toISOString() }}
      act={act}
      save={(seen, values) => client.complaint.newFacts({ ...seen, ...values })}
      onClose={onClose}
    >
      <Form.Item name="at" label={label} rules={required(label)}>
        <InstantItem />
      </Form.Item>
      <ReasonItem />
    </ActDialog>
  );
}

function Withdraw({ record, onClose }: ActionProps) {
  const { t } = useTranslation();
  const act = useComplaintAct(record);
  return (
    <ActDialog<ProofValues>
      draft={{ record, form: 'withdraw' }}
      title={t('complaintCase.act.withdraw')}
      text={t('complaintCase.terms.withdrawText')}
      danger
      initial={freshProof('inPerson')}
      act={act}
      save={(seen, proof) => client.complaint.withdraw({ ...seen, ...proofOf(proof) })}
      onClose={onClose}
    >
      <ProofFields record={record} label={t('complaintCase.field.withdrawalProof')} withdrawn />
    </ActDialog>
  );
}

export function ActionDialog({ action, ...props }: ActionProps & { readonly action: Action }) {
  switch (action) {
    case 'assign':
      return <Assign {...props} />;
    case 'interest':
      return <Interest {...props} />;
    case 'amend':
      return <AmendDialog {...props} />;
    case 'join':
      return <Join {...props} />;
    case 'separate':
    case 'complex':
      return <Reason {...props} action={action} />;
    case 'extend':
      return <Extend {...props} />;
    case 'pause':
      return <Pause {...props} />;
    case 'resume':
      return <Resume {...props} />;
    case 'newFacts':
      return <NewFacts {...props} />;
    case 'withdraw':
      return <Withdraw {...props} />;
  }
}
