// Records a request, or what happened to one since.
import { Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import {
  CLIENT_CHANNELS,
  REQUEST_KINDS,
  REQUEST_OUTCOMES,
  type RequestFields,
  type RequestRow,
} from '../../../shared/contract/responses.ts';
import { AgentSelect } from '../people/AgentSelect.tsx';
import { InstantItem } from './InstantItem.tsx';
import { SaveForm } from './SaveForm.tsx';
import { useSaveRequest } from './useSave.ts';

/** Of a held row what the contract takes. */
export const requestFields = (row: RequestRow): RequestFields => {
  const { agentId, number, kind, channel, client, content, askedAt, repliedAt, solvedAt, outcome } = row;
  return { agentId, number, kind, channel, client, content, askedAt, repliedAt, solvedAt, outcome };
};

export interface RequestFormProps {
  /** Null for a new one. */
  readonly row: RequestRow | null;
  readonly onClose: () => void;
  readonly onSaved?: (id: string) => void;
}

export function RequestForm({ row, onClose, onSaved }: RequestFormProps) {
  const { t } = useTranslation();
  const save = useSaveRequest((id) => {
    onClose();
    onSaved?.(id);
  });
  const needed = (label: string) => [{ required: true, message: t('responses.form.required', { label }) }];
  const known = row && { id: row.agentId, label: `${row.agentName} · ${row.employeeNumber}` };
  return (
    <SaveForm<RequestFields>
      title={t(row ? 'responses.form.requestEdit' : 'responses.form.requestAdd')}
      initial={row ? requestFields(row) : { kind: 'enquiry', channel: 'phone', number: '', client: '', content: '' }}
      changes={row !== null}
      error={save.error}
      saving={save.isPending}
      onClose={onClose}
      onSave={(values, reason) =>
        save.mutate({
          ...{ id: row?.id ?? null, revision: row?.revision ?? null, reason },
          fields: {
            ...values,
            channel: values.channel ?? null,
            repliedAt: values.repliedAt ?? null,
            solvedAt: values.solvedAt ?? null,
            outcome: values.outcome ?? null,
          },
        })
      }
    >
      <Form.Item
        className="wide"
        name="agentId"
        label={t('responses.form.agent')}
        rules={needed(t('responses.form.agent'))}
      >
        <AgentSelect {...(known ? { known } : {})} />
      </Form.Item>
      <Form.Item
        name="askedAt"
        label={t('responses.field.askedAt')}
        rules={needed(t('responses.field.askedAt'))}
        extra={t('responses.form.instantHint')}
      >
        <InstantItem />
      </Form.Item>
      <Form.Item name="kind" label={t('responses.field.kind')}>
        <Select options={REQUEST_KINDS.map((value) => ({ value, label: t(`responses.requestKind.${value}`) }))} />
      </Form.Item>
      <Form.Item name="client" label={t('responses.field.client')} extra={t('responses.form.clientHint')}>
        <Input maxLength={80} autoComplete="off" />
      </Form.Item>
      <Form.Item name="channel" label={t('responses.field.channel')}>
        <Select
          allowClear
          options={CLIENT_CHANNELS.map((value) => ({ value, label: t(`responses.channel.${value}`) }))}
        />
      </Form.Item>
      <Form.Item className="wide" name="content" label={t('responses.field.content')}>
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
      <Form.Item name="repliedAt" label={t('responses.field.repliedAt')}>
        <InstantItem />
      </Form.Item>
      <Form.Item name="number" label={t('responses.field.number')}>
        <Input maxLength={60} autoComplete="off" />
      </Form.Item>
      <Form.Item name="solvedAt" label={t('responses.field.solvedAt')}>
        <InstantItem />
      </Form.Item>
      <Form.Item name="outcome" label={t('responses.field.outcome')}>
        <Select
          allowClear
          options={REQUEST_OUTCOMES.map((value) => ({ value, label: t(`responses.outcome.${value}`) }))}
        />
      </Form.Item>
    </SaveForm>
  );
}
