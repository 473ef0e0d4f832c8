// What stays from one paper to the next: the agent, the day written on it, the version printed on it.
import { Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { QuestionnaireVersion } from '../../../../shared/contract/survey.ts';
import { DayInput } from '../../../components/DayInput.tsx';
import { AgentPicker } from '../../observation/start/AgentPicker.tsx';
import { useToday } from '../../people/useToday.ts';
import type { Draft } from './draft.ts';

export interface PaperHeadProps {
  readonly draft: Draft;
  readonly versions: readonly QuestionnaireVersion[];
  readonly versionId: string;
  readonly onChange: (change: Partial<Draft>) => void;
  /** The hands go on to the items. */
  readonly onChosen: () => void;
}

export function PaperHead({ draft, versions, versionId, onChange, onChosen }: PaperHeadProps) {
  const { t } = useTranslation();
  const today = useToday();
  return (
    <Form layout="vertical" component="div" className="entry-head">
      <Form.Item label={t('survey.entry.agent')} htmlFor="entry-agent" required className="entry-agent">
        <AgentPicker
          id="entry-agent"
          value={draft.agent}
          onChange={(agent) => {
            onChange({ agent });
            if (agent !== null) onChosen();
          }}
        />
      </Form.Item>
      <Form.Item label={t('survey.entry.day')} htmlFor="entry-day" required tooltip={t('survey.entry.dayHint')}>
        <DayInput
          id="entry-day"
          value={draft.day ?? today}
          max={today}
          allowClear={false}
          onChange={(day) => onChange({ day: day === today ? null : day })}
        />
      </Form.Item>
      {versions.length > 1 && (
        <Form.Item label={t('survey.entry.version')} htmlFor="entry-version">
          <Select<string>
            id="entry-version"
            value={versionId}
            options={versions.map(({ id, number }) => ({
              value: id,
              label: t('survey.entry.versionOption', { number }),
            }))}
            onChange={(questionnaireId) => onChange({ questionnaireId })}
          />
        </Form.Item>
      )}
    </Form>
  );
}
