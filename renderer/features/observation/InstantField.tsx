// A day and time typed as text: 2026-11-22 14:05, or 14:05 alone for the day shown. Says when it is not understood.
import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dayOf } from '../../../shared/domain/time.ts';
import { useFormat } from '../../format.ts';
import { parseLocal } from './dayText.ts';

export interface InstantFieldProps {
  readonly id: string;
  readonly value: string | null;
  readonly onChange: (instant: string | null) => void;
}

export function InstantField({ id, value, onChange }: InstantFieldProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [now] = useState(Date.now);
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed ?? (value === null ? '' : format.instant(value));
  const day = dayOf(value === null ? now : Date.parse(value), format.timeZone);
  const wrong = typed !== null && typed.trim() !== '' && parseLocal(typed, day, format.timeZone) === null;
  return (
    <>
      <Input
        id={id}
        value={shown}
        status={wrong ? 'error' : ''}
        aria-invalid={wrong}
        aria-describedby={wrong ? `${id}-wrong` : undefined}
        onChange={(event) => {
          const text = event.target.value;
          setTyped(text);
          const instant = parseLocal(text, day, format.timeZone);
          if (instant !== null || text.trim() === '') onChange(instant);
        }}
        onBlur={() => {
          if (!wrong) setTyped(null);
        }}
      />
      {wrong && (
        <span id={`${id}-wrong`} className="field-wrong">
          {t('observation.timeWrong')}
        </span>
      )}
    </>
  );
}
