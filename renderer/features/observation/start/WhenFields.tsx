// When and by whom: the day and the assessor of a plan, or the time of a service that was observed on paper.
import { useQuery } from '@tanstack/react-query';
import { Form, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays, dayOf } from '../../../../shared/domain/time.ts';
import { api } from '../../../client.ts';
import { DayInput } from '../../../components/DayInput.tsx';
import { useFormat } from '../../../format.ts';
import { InstantField } from '../InstantField.tsx';
import type { StartMode } from './StartScreen.tsx';

export interface When {
  readonly day: string;
  readonly assessorId: string;
  readonly serviceAt: string | null;
}

export interface WhenFieldsProps {
  readonly mode: StartMode;
  readonly value: When;
  readonly onChange: (when: When) => void;
}

export function WhenFields({ mode, value, onChange }: WhenFieldsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const assessors = useQuery({ ...api.observation.assessors.queryOptions(), enabled: mode === 'plan' });
  const [now] = useState(Date.now);
  if (mode === 'now') return null;
  const today = dayOf(now, format.timeZone);
  if (mode === 'paper')
    return (
      <Form.Item
        label={t('observation.start.serviceAt')}
        htmlFor="start-service"
        required
        extra={t('observation.start.serviceAtHint', { day: addDays(today, -1) })}
        className="start-narrow"
      >
        <InstantField
          id="start-service"
          value={value.serviceAt}
          onChange={(serviceAt) => onChange({ ...value, serviceAt })}
        />
      </Form.Item>
    );
  return (
    <div className="start-pair">
      <Form.Item label={t('observation.start.day')} htmlFor="start-day" required>
        <DayInput
          id="start-day"
          value={value.day}
          min={today}
          allowClear={false}
          onChange={(day) => onChange({ ...value, day: day ?? today })}
        />
      </Form.Item>
      <Form.Item label={t('observation.start.assessor')} htmlFor="start-assessor">
        <Select
          id="start-assessor"
          value={value.assessorId}
          loading={assessors.isPending}
          options={(assessors.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(assessorId) => onChange({ ...value, assessorId })}
        />
      </Form.Item>
    </div>
  );
}
