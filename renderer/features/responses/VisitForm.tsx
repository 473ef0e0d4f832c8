// Plans a return visit, or records that it was made.
import { Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { CLIENT_CHANNELS, type VisitFields, type VisitRow } from '../../../shared/contract/responses.ts';
import { DayInput } from '../../components/DayInput.tsx';
import { AgentSelect } from '../people/AgentSelect.tsx';
import { useToday } from '../people/useToday.ts';
import { SaveForm } from './SaveForm.tsx';
import { useSaveVisit } from './useSave.ts';

/** Of a held row what the contract takes. */
export const visitFields = ({ agentId, number, channel, client, note, dueOn, madeOn }: VisitRow): VisitFields => ({
  ...{ agentId, number, channel, client, note, dueOn, madeOn },
});

export interface VisitFormProps {
  /** Null for a new one. */
  readonly row: VisitRow | null;
  readonly onClose: () => void;
  readonly onSaved?: (id: string) => void;
}

export function VisitForm({ row, onClose, onSaved }: VisitFormProps) {
  const { t } = useTranslation();
  const today = useToday();
  const save = useSaveVisit((id) => {
    onClose();
    onSaved?.(id);
  });
  const needed = (label: string) => [{ required: true, message: t('responses.form.required', { label }) }];
  const known = row && { id: row.agentId, label: `${row.agentName} · ${row.employeeNumber}` };
  return (
    <SaveForm<VisitFields>
      title={t(row ? 'responses.form.visitEdit' : 'responses.form.visitAdd')}
      initial={row ? visitFields(row) : { number: '', client: '', note: '' }}
      changes={row !== null}
      error={save.error}
      saving={save.isPending}
      onClose={onClose}
      onSave={(values, reason) =>
        save.mutate({
          ...{ id: row?.id ?? null, revision: row?.revision ?? null, reason },
          fields: { ...values, channel: values.channel ?? null, madeOn: values.madeOn ?? null },
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
      <Form.Item name="dueOn" label={t('responses.field.dueOn')} rules={needed(t('responses.field.dueOn'))}>
        <DayInput />
      </Form.Item>
      <Form.Item name="madeOn" label={t('responses.field.madeOn')}>
        <DayInput max={today} />
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
      <Form.Item name="number" label={t('responses.field.number')}>
        <Input maxLength={60} autoComplete="off" />
      </Form.Item>
      <Form.Item className="wide" name="note" label={t('responses.field.note')}>
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
    </SaveForm>
  );
}
