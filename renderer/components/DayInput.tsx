// Days as the contract has them ('2026-11-22'), typed or picked. The only door to dayjs, which antd's picker asks for.
//   <Form.Item name="hiredOn"><DayInput /></Form.Item>      <DayInput value={day} onChange={setDay} max="2026-12-31" />
import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';

export interface DayInputProps {
  readonly value?: string | null;
  readonly onChange?: (day: string | null) => void;
  /** First and last day that can be chosen. */
  readonly min?: string;
  readonly max?: string;
  readonly id?: string;
  readonly placeholder?: string;
  readonly disabled?: boolean;
  readonly allowClear?: boolean;
  readonly className?: string;
  readonly 'aria-label'?: string;
}

const moment = (day: string | null | undefined) => (day ? dayjs(day) : null);

export function DayInput({ value, onChange, min, max, ...rest }: DayInputProps) {
  return (
    <DatePicker
      {...rest}
      // Enter takes the day that was typed; only once it stands does Enter send the form around it.
      onKeyDown={(event) => {
        const typed = event.target instanceof HTMLInputElement ? event.target.value : '';
        if (event.key === 'Enter' && typed !== (value ?? '')) event.preventDefault();
      }}
      value={moment(value)}
      format="YYYY-MM-DD"
      onChange={(_, text) => onChange?.(typeof text === 'string' && text !== '' ? text : null)}
      {...(min === undefined ? {} : { minDate: dayjs(min) })}
      {...(max === undefined ? {} : { maxDate: dayjs(max) })}
    />
  );
}
