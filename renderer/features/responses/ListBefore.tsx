// Left of a list's tools: its days, and whether withdrawn rows are shown too.
import { Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import { DayRangeInputs, type DayRangeInputsProps } from './DayRangeInputs.tsx';

export interface ListBeforeProps extends DayRangeInputsProps {
  readonly withdrawn: boolean;
  readonly onWithdrawn: (shown: boolean) => void;
}

export function ListBefore({ withdrawn, onWithdrawn, ...days }: ListBeforeProps) {
  const { t } = useTranslation();
  return (
    <>
      <DayRangeInputs {...days} />
      <Checkbox checked={withdrawn} onChange={(event) => onWithdrawn(event.target.checked)}>
        {t('responses.list.withdrawn')}
      </Checkbox>
    </>
  );
}
