// The days of a list, both inside.
import { useTranslation } from 'react-i18next';
import { DayInput } from '../../components/DayInput.tsx';
import type { DaysShown } from './useDays.ts';
import './responses.css';

export interface DayRangeInputsProps {
  readonly days: DaysShown;
  readonly onChange: (days: DaysShown) => void;
}

export function DayRangeInputs({ days, onChange }: DayRangeInputsProps) {
  const { t } = useTranslation();
  return (
    <span className="day-range">
      <DayInput
        aria-label={t('responses.list.from')}
        value={days.from}
        max={days.to}
        allowClear={false}
        onChange={(from) => from !== null && onChange({ ...days, from })}
      />
      <span aria-hidden>–</span>
      <DayInput
        aria-label={t('responses.list.to')}
        value={days.to}
        min={days.from}
        allowClear={false}
        onChange={(to) => to !== null && onChange({ ...days, to })}
      />
    </span>
  );
}
