// Records the figures of an agent's month.
import { Form, Input, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import { FIGURES, type FigureFields, type FigureRow } from '../../../shared/contract/responses.ts';
import { AgentSelect } from '../people/AgentSelect.tsx';
import { SaveForm } from './SaveForm.tsx';
import { useSaveFigure } from './useSave.ts';

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

export interface FigureFormProps {
  /** Null for new ones. */
  readonly row: FigureRow | null;
  readonly onClose: () => void;
  readonly onSaved?: (id: string) => void;
}

export function FigureForm({ row, onClose, onSaved }: FigureFormProps) {
  const { t } = useTranslation();
  const save = useSaveFigure((id) => {
    onClose();
    onSaved?.(id);
  });
  const needed = (label: string) => ({ required: true, message: t('responses.form.required', { label }) });
  const known = row && { id: row.agentId, label: `${row.agentName} · ${row.employeeNumber}` };
  const month = t('responses.field.month');
  return (
    <SaveForm<FigureFields>
      title={t(row ? 'responses.form.figureEdit' : 'responses.form.figureAdd')}
      initial={row ?? {}}
      changes={row !== null}
      error={save.error}
      saving={save.isPending}
      onClose={onClose}
      onSave={(values, reason) => {
        const figures = Object.fromEntries(FIGURES.map((figure) => [figure, values[figure] ?? null]));
        const { agentId, month: of } = values;
        const fields = { agentId, month: of, ...figures } as FigureFields;
        save.mutate({ id: row?.id ?? null, revision: row?.revision ?? null, reason, fields });
      }}
    >
      <Form.Item name="agentId" label={t('responses.form.agent')} rules={[needed(t('responses.form.agent'))]}>
        <AgentSelect {...(known ? { known } : {})} />
      </Form.Item>
      <Form.Item name="month" label={month} rules={[needed(month), { pattern: MONTH, message: '2026-08' }]}>
        <Input placeholder="2026-08" maxLength={7} autoComplete="off" />
      </Form.Item>
      {FIGURES.map((figure) => (
        <Form.Item key={figure} name={figure} label={t(`responses.field.${figure}`)}>
          <InputNumber<number> min={0} precision={figure === 'cost' || figure === 'benefit' ? 2 : 0} controls={false} />
        </Form.Item>
      ))}
    </SaveForm>
  );
}
